// The rows of a plain table, or of a share of it: their cells by column, as text.
import Dispatch
import Glibc
import KepiDiagnostics
import Synchronization

/// How the work of reading a file is shared.
package struct ReadEffort: Sendable {
  package let workerCount: Int
  /// No worker gets fewer bytes than this.
  package let leastShare: Int

  package init(workerCount: Int, leastShare: Int = 1 << 20) {
    self.workerCount = max(1, workerCount)
    self.leastShare = max(1, leastShare)
  }

  package static let all = ReadEffort(workerCount: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Runs `body` for each number below `count`, side by side, and gives what it gives in order.
  func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1, workerCount > 1 else { return (0..<count).map(body) }
    let results = Mutex<[Int: Result]>([:])
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(count, workerCount)) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        let result = body(number)
        results.withLock { $0[number] = result }
      }
    }
    let made = results.withLock { $0 }
    return (0..<count).compactMap { made[$0] }
  }
}

struct PlainRows: Sendable {
  /// One for each column that is read.
  private(set) var builders: [TextBuilder]
  /// Where each row stands in the file.
  private(set) var lines: [Int32] = []
  private(set) var rejects: [Reject] = []
  private var fitting: RowFitting
  /// Places in the file of the columns that are read.
  private let columns: [Int]
  private let width: Int

  var remarks: [Phrase] { fitting.remarks }

  /// - Parameters:
  ///   - columns: places of those that are read.
  ///   - width: the cells of the header.
  init(columns: [Int], width: Int, fitting: RowFitting) {
    builders = columns.map { _ in TextBuilder() }
    self.columns = columns
    self.width = width
    self.fitting = fitting
  }

  /// Reads what follows `reader`, in shares that are read side by side.
  mutating func read(_ text: [UInt8], from reader: DelimitedReader, _ effort: ReadEffort) {
    let shares = Self.shares(of: text.span, from: reader, effort)
    guard shares.count > 1 else {
      var reader = reader
      read(text.span, &reader, upTo: text.count)
      return
    }
    let empty = self
    let parts = effort.map(shares.count) { number -> (rows: PlainRows, end: DelimitedReader) in
      var rows = empty
      var own = number == 0 ? reader : reader.starting(at: shares[number].lowerBound)
      rows.read(text.span, &own, upTo: shares[number].upperBound)
      return (rows, own)
    }
    var all: [PlainRows] = []
    var end = reader
    for (number, part) in parts.enumerated() {
      if number == 0 || end.position <= shares[number].lowerBound {
        let lineCount =
          number == 0 ? 0 : end.lineCount(of: text.span, upTo: shares[number].lowerBound)
        var rows = part.rows
        rows.shiftLines(by: lineCount)
        all.append(rows)
        end = part.end.shiftingLines(by: lineCount)
      } else {
        // A cell in quotes went on over the end of the share before: this one began inside it.
        var rows = empty
        rows.read(text.span, &end, upTo: shares[number].upperBound)
        all.append(rows)
      }
    }
    join(all, effort)
  }

  /// Ranges of about equal size, each beginning with a line.
  private static func shares(
    of text: Span<UInt8>, from reader: DelimitedReader, _ effort: ReadEffort
  ) -> [Range<Int>] {
    let size = text.count - reader.position
    let count = min(effort.workerCount, size / effort.leastShare)
    var starts = [reader.position]
    for number in stride(from: 1, to: max(1, count), by: 1) {
      guard let start = reader.lineStart(in: text, after: reader.position + size / count * number)
      else { break }
      if let last = starts.last, start > last { starts.append(start) }
    }
    return starts.indices.map { number in
      starts[number]..<(number + 1 < starts.count ? starts[number + 1] : text.count)
    }
  }

  /// Reads the rows that begin before an offset.
  private mutating func read(
    _ bytes: Span<UInt8>, _ reader: inout DelimitedReader, upTo limit: Int
  ) {
    var cells: [DelimitedReader.Cell] = []
    var content: [UInt8] = []
    let isPart = limit < bytes.count
    while true {
      if isPart, !reader.isBefore(limit, in: bytes) { return }
      guard reader.readRow(of: bytes, into: &cells) else { return }
      if cells.areEmpty() { continue }
      guard fitting.fits(&cells) else {
        rejects.append(
          Reject(
            line: reader.rowLine, column: nil, text: nil,
            reason: .otherWidth(cells.count, header: width)))
        continue
      }
      lines.append(Int32(truncatingIfNeeded: reader.rowLine))
      for number in columns.indices {
        let cell = cells[columns[number]]
        if cell.hasDoubledQuotes {
          content.removeAll(keepingCapacity: true)
          cell.appendContent(of: bytes, to: &content)
          builders[number].append(content.span, 0..<content.count)
        } else {
          builders[number].append(bytes, cell.start..<cell.end)
        }
      }
    }
  }

  private mutating func shiftLines(by count: Int) {
    guard count != 0 else { return }
    for row in lines.indices { lines[row] &+= Int32(truncatingIfNeeded: count) }
    rejects = rejects.map {
      Reject(line: $0.line + count, column: $0.column, text: $0.text, reason: $0.reason)
    }
  }

  /// One column after the other, so that codes are given in the order of the file.
  private mutating func join(_ parts: [PlainRows], _ effort: ReadEffort) {
    guard let first = parts.first else { return }
    self = first
    let rest = parts.dropFirst()
    for part in rest {
      lines += part.lines
      rejects += part.rejects
      fitting.add(part.fitting)
    }
    let own = builders
    builders = effort.map(own.count) { number in
      var builder = own[number]
      builder.reserveCapacity(parts.reduce(0) { $0 + $1.lines.count })
      for part in rest { builder.append(part.builders[number]) }
      return builder
    }
  }
}

extension DelimitedReader {
  /// The same from another place on, with lines counted from there.
  fileprivate func starting(at position: Int) -> DelimitedReader {
    DelimitedReader(
      separator: separator, honoursQuotes: honoursQuotes, position: position, line: 1)
  }

  /// The same where so many lines stand before those it counts.
  fileprivate func shiftingLines(by count: Int) -> DelimitedReader {
    var reader = self
    reader.addLines(count)
    return reader
  }

  /// How many lines stand before an offset, with only line ends between it and the reader.
  fileprivate func lineCount(of text: Span<UInt8>, upTo limit: Int) -> Int {
    var reader = self
    reader.skipLineEnds(of: text.extracting(0..<limit))
    return reader.line - 1
  }
}
