// What reading one file gave, as it is kept in the cache.
import KepiColumns
package import KepiDiagnostics
package import KepiFormats

package struct Segment: Equatable, Sendable {
  package enum Outcome: Equatable, Sendable {
    case read(LoadedExport)
    case passedOver(Phrase)
    case unread(Phrase, Trouble)
  }

  /// What kind of failure a table met, as far as messages differ by it.
  package enum Trouble: Int, Sendable {
    /// It is no table, or not the one that was asked for.
    case unknown
    case damaged
    /// It could take all memory.
    case refused
    /// It is a table, of no export that is known.
    case stranger
  }

  package struct Part: Equatable, Sendable {
    /// The file and, in one with several tables, which it is.
    package let path: String
    package let outcome: Outcome

    package init(path: String, outcome: Outcome) {
      self.path = path
      self.outcome = outcome
    }
  }

  package let parts: [Part]

  package init(parts: [Part]) { self.parts = parts }
}

/// What a head begins with: which file it is of, and how that was read.
package struct SegmentOrigin: Equatable, Sendable {
  /// All that decides how the bytes of the file were read, as a hash.
  package let key: String
  /// Of the file, absolute.
  package let path: String
  package let byteCount: Int
  package let contentHash: UInt64

  package init(key: String, path: String, byteCount: Int, contentHash: UInt64) {
    self.key = key
    self.path = path
    self.byteCount = byteCount
    self.contentHash = contentHash
  }

  func add(to packer: inout Packer) {
    packer.add(key)
    packer.add(path)
    packer.add(byteCount)
    packer.add(contentHash)
  }

  init(_ unpacker: inout Unpacker) throws(Damage) {
    key = try unpacker.text()
    path = try unpacker.text()
    byteCount = try unpacker.number()
    contentHash = try unpacker.word()
  }
}

extension Segment {
  /// `nil` where a part cannot be kept: texts of more than 4 GiB in one column.
  func packed(_ origin: SegmentOrigin) -> (head: [UInt8], runs: RunList)? {
    var packer = Packer()
    var runs = RunList()
    var fits = true
    origin.add(to: &packer)
    packer.add(list: parts) { packer, part in
      packer.add(part.path)
      switch part.outcome {
      case .read(let export):
        packer.add(0)
        fits = export.add(to: &packer, &runs) && fits
      case .passedOver(let reason):
        packer.add(1)
        reason.add(to: &packer)
      case .unread(let reason, let trouble):
        packer.add(2)
        reason.add(to: &packer)
        packer.add(trouble.rawValue)
      }
    }
    return fits ? (packer.bytes, runs) : nil
  }

  init(_ file: OpenSegment) throws(Damage) {
    var unpacker = Unpacker(file.head)
    _ = try SegmentOrigin(&unpacker)
    parts = try unpacker.list { (unpacker) throws(Damage) in
      let path = try unpacker.text()
      switch try unpacker.number() {
      case 0: return Part(path: path, outcome: .read(try LoadedExport(&unpacker, file)))
      case 1: return Part(path: path, outcome: .passedOver(try Phrase(&unpacker)))
      case 2:
        let reason = try Phrase(&unpacker)
        guard let trouble = Trouble(rawValue: try unpacker.number()) else { throw Damage() }
        return Part(path: path, outcome: .unread(reason, trouble))
      default: throw Damage()
      }
    }
    guard unpacker.isAtEnd else { throw Damage() }
  }
}

extension LoadedExport {
  fileprivate func add(to packer: inout Packer, _ runs: inout RunList) -> Bool {
    packer.add(path)
    packer.add(optional: kind) { $0.add($1) }
    packer.add(source)
    packer.add(rowsRead)
    packer.add(list: rejects) { $1.add(to: &$0) }
    packer.add(list: unreadCells) { $1.add(to: &$0) }
    packer.add(list: unusedHeaders) { $0.add($1) }
    packer.add(list: remarks) { $1.add(to: &$0) }
    packer.add(optional: reportDay) { $0.add($1.number) }
    packer.add(optional: uncertainty) { $1.add(to: &$0) }
    packer.add(list: fixedColumns) { $0.add($1) }
    packer.add(list: columnsNotThere.sorted()) { $0.add($1) }
    packer.add(list: rowsLeftOut) { packer, rows in
      packer.add(rows.count)
      rows.reason.add(to: &packer)
    }
    // Lines are asked for seldom, and then of the file.
    return table.add(to: &packer, &runs) && lines.isEmpty
  }

  fileprivate init(_ unpacker: inout Unpacker, _ file: OpenSegment) throws(Damage) {
    let path = try unpacker.text()
    let kind = try unpacker.optional { (unpacker) throws(Damage) in try unpacker.text() }
    let source = try unpacker.text()
    let rowsRead = try unpacker.number()
    let rejects = try unpacker.list { (unpacker) throws(Damage) in try Reject(&unpacker) }
    let unreadCells = try unpacker.list { (unpacker) throws(Damage) in try Reject(&unpacker) }
    let unusedHeaders = try unpacker.list { (unpacker) throws(Damage) in try unpacker.text() }
    let remarks = try unpacker.list { (unpacker) throws(Damage) in try Phrase(&unpacker) }
    let reportDay = try unpacker.optional { (unpacker) throws(Damage) in
      Day(number: try unpacker.number())
    }
    let uncertainty = try unpacker.optional { (unpacker) throws(Damage) in try Phrase(&unpacker) }
    let fixedColumns = try unpacker.list { (unpacker) throws(Damage) in try unpacker.text() }
    let notThere = try unpacker.list { (unpacker) throws(Damage) in try unpacker.text() }
    let leftOut = try unpacker.list { (unpacker) throws(Damage) in
      RowsLeftOut(count: try unpacker.number(), reason: try Phrase(&unpacker))
    }
    let table = try Table(&unpacker, file)
    self.init(
      path: path, kind: kind, source: source, table: table, rowsRead: rowsRead, rejects: rejects,
      unreadCells: unreadCells, unusedHeaders: unusedHeaders, remarks: remarks,
      reportDay: reportDay, uncertainty: uncertainty, fixedColumns: fixedColumns)
    columnsNotThere = Set(notThere)
    rowsLeftOut = leftOut
  }
}

extension MergedSource {
  /// `nil` where a column cannot be kept.
  func packed(_ origin: SegmentOrigin) -> (head: [UInt8], runs: RunList)? {
    var packer = Packer()
    var runs = RunList()
    origin.add(to: &packer)
    packer.add(list: files) { packer, share in
      packer.add(share.path)
      packer.add(share.kept)
      packer.add(share.replaced)
      packer.add(share.overlapped)
      packer.add(share.copies)
    }
    return table.add(to: &packer, &runs) ? (packer.bytes, runs) : nil
  }

  init(_ file: OpenSegment) throws(Damage) {
    var unpacker = Unpacker(file.head)
    _ = try SegmentOrigin(&unpacker)
    let files = try unpacker.list { (unpacker) throws(Damage) in
      FileShare(
        path: try unpacker.text(), kept: try unpacker.number(), replaced: try unpacker.number(),
        overlapped: try unpacker.number(), copies: try unpacker.number())
    }
    self.init(table: try Table(&unpacker, file), files: files)
    guard unpacker.isAtEnd else { throw Damage() }
  }
}

extension Table {
  /// False where a column cannot be kept.
  fileprivate func add(to packer: inout Packer, _ runs: inout RunList) -> Bool {
    packer.add(rowCount)
    var fits = true
    packer.add(list: columns) { packer, column in
      packer.add(column.name)
      column.unit.add(to: &packer)
      fits = column.column.add(to: &packer, &runs) && fits
    }
    return fits
  }

  fileprivate init(_ unpacker: inout Unpacker, _ file: OpenSegment) throws(Damage) {
    let rowCount = try unpacker.number()
    let columns = try unpacker.list { (unpacker) throws(Damage) in
      NamedColumn(
        name: try unpacker.text(), unit: try Unit(&unpacker),
        column: try Column(&unpacker, file, rowCount: rowCount))
    }
    guard columns.allSatisfy({ $0.column.count == rowCount }) else { throw Damage() }
    self.init(rowCount: rowCount, columns: columns)
  }
}

extension Reject {
  fileprivate func add(to packer: inout Packer) {
    packer.add(line)
    packer.add(optional: column) { $0.add($1) }
    packer.add(optional: text) { $0.add($1) }
    reason.add(to: &packer)
  }

  fileprivate init(_ unpacker: inout Unpacker) throws(Damage) {
    self.init(
      line: try unpacker.number(),
      column: try unpacker.optional { (unpacker) throws(Damage) in try unpacker.text() },
      text: try unpacker.optional { (unpacker) throws(Damage) in try unpacker.text() },
      reason: try Phrase(&unpacker))
  }
}

extension Phrase {
  fileprivate func add(to packer: inout Packer) {
    packer.add(english)
    packer.add(chinese)
  }

  fileprivate init(_ unpacker: inout Unpacker) throws(Damage) {
    let english = try unpacker.text()
    self.init(english, zh: try unpacker.text())
  }
}
