// Which kind of export a file is, by its header alone.
import KepiContainers
import KepiDiagnostics
import Synchronization

/// A file whose header row has been found.
package struct RecognisedExport: Equatable, Sendable {
  package let kind: ExportKind
  /// As written, in order of column.
  package let headers: [String]
  let layout: TextLayout

  /// More rows than are looked at to tell a kind and how many cells its rows have.
  static let mostHeadRows = 200
}

/// Where the rows of a delimited text begin and how their cells are cut.
struct TextLayout: Equatable, Sendable {
  let separator: UInt8
  let honoursQuotes: Bool
  /// Offset of the header: what stands before it belongs to no row.
  let headerStart: Int
  /// Offset and line of what follows the header.
  let rowsStart: Int
  let rowsLine: Int

  /// Whether the cells come from a container, which knows where each one stands.
  var isCells: Bool { separator == CellMark.cellEnd }

  var reader: DelimitedReader {
    DelimitedReader(
      separator: separator, honoursQuotes: honoursQuotes, position: rowsStart, line: rowsLine)
  }

  /// How many cells a row of the file has: as many as the header, or more where most rows end in
  /// the same number of empty ones. Not a matter for each row by itself: one with a separator too
  /// many and an empty last cell has slipped.
  func rowWidth(of text: Span<UInt8>, headerWidth: Int) -> Int {
    guard !isCells else { return headerWidth }
    var reader = reader
    var cells: [DelimitedReader.Cell] = []
    var counts: [Int: Int] = [:]
    for _ in 0..<100 {
      guard reader.readRow(of: text, into: &cells) else { break }
      counts[cells.count, default: 0] += 1
    }
    let usual = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return max(headerWidth, usual?.key ?? headerWidth)
  }
}

/// Which rows have the cells of the header.
struct RowFitting {
  private let width: Int
  private let rowWidth: Int
  private let isCells: Bool
  /// Rows of a container with a cell that has no header above it.
  private(set) var rowsBeyond = 0

  /// - Parameter standsAlone: whether no other table follows, whose rows would count too.
  init(
    _ layout: TextLayout, of text: Span<UInt8>, headerWidth: Int, standsAlone: Bool = true
  ) {
    width = headerWidth
    rowWidth =
      standsAlone ? layout.rowWidth(of: text, headerWidth: headerWidth) : headerWidth
    isCells = layout.isCells
  }

  /// Adds the empty cells that a container leaves out at the end of a row. Its cells cannot slip, so
  /// one too many does no harm to the others.
  mutating func fits(_ cells: inout [DelimitedReader.Cell]) -> Bool {
    guard isCells else { return cells.count == rowWidth && cells.areEmpty(from: width) }
    while cells.count < width {
      cells.append(DelimitedReader.Cell(start: 0, end: 0, hasDoubledQuotes: false))
    }
    if cells.count > width, !cells.areEmpty(from: width) { rowsBeyond += 1 }
    return true
  }

  /// Whether a row fits if and only if it has so many cells.
  func takesOnly(_ count: Int) -> Bool { rowWidth == count && width == count }

  /// Counts what another one found.
  mutating func add(_ other: RowFitting) { rowsBeyond += other.rowsBeyond }

  var remarks: [Phrase] {
    guard rowsBeyond > 0 else { return [] }
    return [
      Phrase(
        counted(rowsBeyond, "row") + " with cells that have no header above",
        zh: "\(rowsBeyond) 行有上方没有表头的单元格")
    ]
  }
}

extension [DelimitedReader.Cell] {
  /// Whether one of the first three cells that say something begins with one of some words, which
  /// are in lower case.
  func areFooter(_ words: [String], of text: Span<UInt8>) -> Bool {
    var count = 0
    for cell in self {
      let range = text.trimmedCell(cell.start..<cell.end)
      if range.isEmpty || text.isMissingMark(range) { continue }
      let beginning = String(
        decoding: range.prefix(60).map { text[$0] }, as: UTF8.self
      ).lowercased()
      if words.contains(where: beginning.hasPrefix) { return true }
      count += 1
      if count == 3 { return false }
    }
    return false
  }

  /// Whether all cells, or those from an index on, are empty.
  func areEmpty(from index: Int = 0) -> Bool {
    self[Swift.min(index, count)...].allSatisfy { $0.start == $0.end }
  }
}

package struct ExportRecogniser: Sendable {
  package let kinds: [ExportKind]
  private let known = Known()

  /// The profiles of the kinds, once they were asked for.
  private final class Known: Sendable {
    let profiles = Mutex<[Profile]?>(nil)
  }

  /// Costs nothing until a file is looked at.
  package init(kinds: [ExportKind]) { self.kinds = kinds }

  /// Made for the first file that is to be recognised: sources of one's own need none, nor does a
  /// start without files.
  private func profiles() -> [Profile] {
    known.profiles.withLock { known in
      if let known { return known }
      // The same headers come in many kinds: folding each once is most of the work saved.
      var names: [String: HeaderName] = [:]
      let made = kinds.map { kind in
        Profile(kind) { header in
          if let known = names[header] { return known }
          let name = HeaderName(header)
          names[header] = name
          return name
        }
      }
      known = made
      return made
    }
  }

  /// Reads as much of the text as the search for a header needs: 30 rows.
  package func recognise(_ text: DecodedText) throws(ReadFailure) -> RecognisedExport {
    // What Meta writes in place of a report without rows.
    if text.bytes.count < 80,
      String(decoding: text.bytes, as: UTF8.self).lowercased().contains("no data available")
    {
      throw .empty
    }
    let candidates = HeaderCandidate.all(in: text)
    let profiles = profiles()
    var best: (score: Int, kind: Int, candidate: HeaderCandidate)?
    for candidate in candidates {
      for (index, profile) in profiles.enumerated() where profile.fits(candidate.names) {
        let score = profile.knownCount(candidate.names)
        if score > best?.score ?? 0 { best = (score, index, candidate) }
      }
    }
    guard let (_, kind, candidate) = best else { throw .unknownExport(closest(to: candidates)) }
    // Tab files of kinds that do not quote hold bare inch marks; the same report saved again with
    // commas is quoted.
    let honoursQuotes =
      kinds[kind].quoting == .standard || candidate.layout.separator != UInt8(ascii: "\t")
    guard let header = HeaderCandidate(candidate, honoursQuotes: honoursQuotes, in: text.bytes)
    else { throw .empty }
    return RecognisedExport(kind: kinds[kind], headers: header.headers, layout: header.layout)
  }

  /// The header row of a file of no known kind: the first row with as many cells as most.
  static func plainHeader(
    of text: DecodedText
  ) throws(ReadFailure) -> (headers: [String], layout: TextLayout) {
    // A file of one column has no separator to be cut by.
    guard
      let chosen = HeaderCandidate.likeliest(HeaderCandidate.all(in: text))
        ?? HeaderCandidate.all(in: text, leastCells: 1).first
    else { throw .empty }
    return (chosen.headers, chosen.layout)
  }

  private func closest(to candidates: [HeaderCandidate]) -> ReadFailure.UnknownExport {
    var nearest: [(share: Double, near: ReadFailure.NearKind, candidate: HeaderCandidate)] = []
    for (index, profile) in profiles().enumerated() {
      var best: (share: Double, candidate: HeaderCandidate)?
      // A row of two cells is near to anything: a name and its value.
      for candidate in candidates where candidate.names.count > 2 {
        let share = profile.nearness(to: candidate.names)
        if share > best?.share ?? 0 { best = (share, candidate) }
      }
      // Less in common than this is chance: `Date` and `SKU` are in every second file.
      guard let best, best.share >= 0.4 else { continue }
      nearest.append(
        (
          best.share,
          ReadFailure.NearKind(
            name: kinds[index].name, label: kinds[index].label,
            missingHeaders: profile.missing(best.candidate.names),
            foreignHeaders: profile.foreign(best.candidate.names)), best.candidate
        ))
    }
    let sorted = nearest.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }.map(\.element)
    let header = sorted.first?.candidate ?? HeaderCandidate.likeliest(candidates)
    return ReadFailure.UnknownExport(
      headers: header?.headers ?? [], nearest: sorted.prefix(3).map(\.near))
  }

  /// The headers of a kind, folded.
  private struct Profile: Sendable {
    /// For each field that a file must have: its headers, and the one to name when none is there.
    let needs: [(keys: Set<HeaderName>, first: String)]
    let lacks: [(key: HeaderName, header: String)]
    let known: Set<HeaderName>

    init(_ kind: ExportKind, name: (String) -> HeaderName) {
      needs = kind.fields.filter { kind.needs.contains($0.name) }.compactMap { field in
        let headers = kind.headers(of: field) + field.alternatives.flatMap(\.headers)
        return headers.first.map { (Set(headers.map(name)), $0) }
      }
      lacks = kind.lacks.map { (name($0), $0) }
      known = Set(
        (kind.readHeaders + kind.privateHeaders + kind.ignoredHeaders).map(name))
    }

    func fits(_ names: Set<HeaderName>) -> Bool {
      !needs.isEmpty && needs.allSatisfy { !$0.keys.isDisjoint(with: names) }
        && lacks.allSatisfy { !names.contains($0.key) }
    }

    func knownCount(_ names: Set<HeaderName>) -> Int { names.intersection(known).count }

    func missing(_ names: Set<HeaderName>) -> [String] {
      needs.filter { $0.keys.isDisjoint(with: names) }.map(\.first)
    }

    func foreign(_ names: Set<HeaderName>) -> [String] {
      lacks.filter { names.contains($0.key) }.map(\.header)
    }

    /// From 0 to 1: how much of what the kind needs is there, and how much of the file it knows.
    func nearness(to names: Set<HeaderName>) -> Double {
      guard !needs.isEmpty, !names.isEmpty else { return 0 }
      let present = needs.count - missing(names).count
      guard present > 0 else { return 0 }
      return
        (Double(present) / Double(needs.count) + Double(knownCount(names))
        / Double(names.count)) / 2
    }
  }
}

/// A row near the beginning of a file, cut by one of the separators.
struct HeaderCandidate: Sendable {
  let headers: [String]
  let names: Set<HeaderName>
  let layout: TextLayout
  private let start: Int
  private let line: Int
  /// Cells that a container knows to be numbers: a header rarely has one.
  private let numberCount: Int

  /// The first 30 rows by each separator, as far as they have so many cells.
  static func all(in text: DecodedText, leastCells: Int = 2) -> [HeaderCandidate] {
    let bytes = text.bytes
    let separators: [UInt8]
    let limit: Int
    switch text.form {
    case .delimited:
      separators = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]
      limit = 30
    case .cells(let headerIsFirst):
      separators = [CellMark.cellEnd]
      limit = headerIsFirst ? 1 : 30
    }
    var candidates: [HeaderCandidate] = []
    for separator in separators {
      // Quotes that never close would hide all that follows, so each row is tried by itself.
      var reader = DelimitedReader(
        separator: separator, honoursQuotes: true, line: text.firstLine)
      var cells: [DelimitedReader.Cell] = []
      for _ in 0..<limit {
        reader.skipLineEnds(of: bytes.span)
        let (start, line) = (reader.position, reader.line)
        guard reader.readRow(of: bytes.span, into: &cells) else { break }
        // What follows may be lines of one cell, which goes on behind the beginning of the file.
        if text.isHead, reader.hasUnclosedQuote, candidates.last?.layout.separator == separator {
          break
        }
        guard cells.count >= leastCells, cells.count <= 2000 else { continue }
        candidates.append(
          HeaderCandidate(cells, reader: reader, start: start, line: line, in: bytes))
      }
    }
    return candidates
  }

  /// Whether a text beside others is one: some row has two cells that are filled.
  static func holdsTable(_ text: DecodedText) -> Bool {
    let leastCells = text.form == .cells(headerIsFirst: true) ? 1 : 2
    return all(in: text, leastCells: leastCells).contains { row in
      row.headers.count { !$0.isEmpty } >= leastCells
    }
  }

  /// The same row, cut again with or without quotes.
  init?(_ other: HeaderCandidate, honoursQuotes: Bool, in bytes: [UInt8]) {
    var reader = DelimitedReader(
      separator: other.layout.separator, honoursQuotes: honoursQuotes, position: other.start,
      line: other.line)
    var cells: [DelimitedReader.Cell] = []
    guard reader.readRow(of: bytes.span, into: &cells) else { return nil }
    self.init(cells, reader: reader, start: other.start, line: other.line, in: bytes)
  }

  private init(
    _ cells: [DelimitedReader.Cell], reader: DelimitedReader, start: Int, line: Int,
    in bytes: [UInt8]
  ) {
    headers = cells.map { $0.headerText(in: bytes.span) }
    names = Set(headers.map(HeaderName.init).filter { !$0.key.isEmpty })
    layout = TextLayout(
      separator: reader.separator, honoursQuotes: reader.honoursQuotes, headerStart: start,
      rowsStart: reader.position, rowsLine: reader.line)
    self.start = start
    self.line = line
    let span = bytes.span
    numberCount = cells.count { $0.start < $0.end && span[$0.start] == CellMark.number }
  }

  /// The separator whose rows agree most often on a number of cells, and its first such row.
  static func likeliest(_ candidates: [HeaderCandidate]) -> HeaderCandidate? {
    if candidates.first?.layout.isCells == true { return likeliestOfCells(candidates) }
    var best: (score: Int, candidate: HeaderCandidate)?
    for separator in Set(candidates.map(\.layout.separator)).sorted() {
      let rows = candidates.filter { $0.layout.separator == separator }
      var counts: [Int: Int] = [:]
      for row in rows { counts[row.headers.count, default: 0] += 1 }
      guard
        let (width, rowCount) = counts.max(by: {
          ($0.value * $0.key, $0.key) < ($1.value * $1.key, $1.key)
        }), let first = rows.first(where: { $0.headers.count == width })
      else { continue }
      let score = rowCount * 100 / max(1, rows.count) * rowCount + width
      if score > best?.score ?? -1 { best = (score, first) }
    }
    return best?.candidate
  }
}

extension HeaderCandidate {
  /// The first row that is nearly as full as the fullest, without numbers if there is one: titles
  /// above a table fill a cell or two, and rows of a container end with their last filled cell.
  private static func likeliestOfCells(_ candidates: [HeaderCandidate]) -> HeaderCandidate? {
    func filled(_ row: HeaderCandidate) -> Int { row.headers.count { !$0.isEmpty } }
    let most = candidates.map(filled).max() ?? 0
    let full = candidates.filter { filled($0) * 10 >= most * 6 && filled($0) > 0 }
    return full.first { $0.numberCount == 0 } ?? full.first
  }
}

extension DelimitedReader.Cell {
  /// The text of a header without what surrounds it. Short: a longer cell is no header.
  fileprivate func headerText(in bytes: Span<UInt8>) -> String {
    let range = bytes.withoutNumberMark(start..<end)
    let short = DelimitedReader.Cell(
      start: range.lowerBound, end: min(range.upperBound, range.lowerBound + 400),
      hasDoubledQuotes: hasDoubledQuotes)
    var text = short.text(in: bytes).trimmingCellBlanks
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    // Broken in two so that the column is narrow.
    if text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      text = text.split(whereSeparator: \.isNewline).map { String($0).trimmingCellBlanks }
        .joined(separator: " ")
    }
    return text
  }
}
