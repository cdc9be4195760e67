// The rows of a plain table, or of a share of it: their cells by column, as text.
import Dispatch
import Glibc
import KepiDiagnostics
import Synchronization

/// How the work of reading a file is shared. It never shows in what is read.
package struct ReadEffort: Sendable {
  package let workerCount: Int
  /// No worker gets fewer bytes than this.
  package let leastShare: Int
  /// How many bytes of a large file a worker has in memory, if no row needs more.
  package let windowSize: Int
  /// A file of fewer bytes is read whole.
  package let leastLargeFile: Int

  package init(
    workerCount: Int, leastShare: Int = 1 << 20, windowSize: Int = 1 << 19,
    leastLargeFile: Int = 1 << 23
  ) {
    self.workerCount = max(1, workerCount)
    self.leastShare = max(1, leastShare)
    self.windowSize = max(1, windowSize)
    self.leastLargeFile = leastLargeFile
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

/// A file that is not read at once.
package struct LargeFile: Sendable {
  package let size: Int
  /// Fills an array with the bytes from an offset on; false where the file has fewer.
  package let read: @Sendable (_ offset: Int, _ bytes: inout [UInt8]) -> Bool

  package init(
    size: Int, read: @escaping @Sendable (_ offset: Int, _ bytes: inout [UInt8]) -> Bool
  ) {
    self.size = size
    self.read = read
  }

  /// The same without the bytes before an offset.
  func dropping(_ count: Int) -> LargeFile {
    LargeFile(size: size - count) { [read] offset, bytes in read(offset + count, &bytes) }
  }

  func bytes(_ range: Range<Int>) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: range.count)
    return read(range.lowerBound, &bytes) ? bytes : nil
  }
}

/// What rows are read from: a text in memory, or a file of UTF-8 without a mark.
enum RowSource: Sendable {
  case text([UInt8])
  case file(LargeFile)

  var size: Int {
    switch self {
    case .text(let bytes): bytes.count
    case .file(let file): file.size
    }
  }
}

/// Why a file cannot be read part by part.
enum RowSourceFailure: Error {
  /// It is no UTF-8 throughout, or cannot be read to its end: it is to be read whole.
  case notInParts
  case cancelled
}

struct PlainRows: Sendable {
  /// One for each column that is read.
  private(set) var builders: [PlainColumn]
  /// Where each row stands in the file.
  private(set) var lines = RowLines()
  private(set) var rejects: [Reject] = []
  /// U+FFFD in the rows of a large file.
  private(set) var damagedCharacters = 0
  private var fitting: RowFitting
  /// Places in the file of the columns that are read.
  private let columns: [Int]
  private let width: Int

  var rowCount: Int { lines.count }
  var remarks: [Phrase] { fitting.remarks }

  /// - Parameters:
  ///   - columns: places of those that are read.
  ///   - width: the cells of the header.
  init(columns: [Int], width: Int, fitting: RowFitting) {
    builders = columns.map { _ in PlainColumn() }
    self.columns = columns
    self.width = width
    self.fitting = fitting
  }

  /// A place in the source, and its line.
  private struct Place {
    var offset: Int
    var line: Int
  }

  /// Reads what follows `reader`, in shares that are read side by side.
  mutating func read(
    _ source: RowSource, from reader: DelimitedReader, _ effort: ReadEffort,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(RowSourceFailure) {
    let reading = Reading(source: source, reader: reader, effort: effort, isCancelled: isCancelled)
    let shares = reading.shares()
    let empty = self
    let first = Place(offset: reader.position, line: reader.line)
    let parts = effort.map(shares.count) { number -> Result<(PlainRows, Place), RowSourceFailure> in
      let start = number == 0 ? first : Place(offset: shares[number].lowerBound, line: 1)
      return empty.share(reading, from: start, upTo: shares[number].upperBound)
    }
    var all: [PlainRows] = []
    var end = first
    for (number, part) in parts.enumerated() {
      var (rows, place) = try part.get()
      if number == 0 {
        end = place
      } else if end.offset <= shares[number].lowerBound {
        rows.shiftLines(by: end.line - 1)
        end = Place(offset: place.offset, line: place.line + end.line - 1)
      } else {
        // A cell in quotes went on over the end of the share before: this one began inside it.
        (rows, end) = try empty.share(reading, from: end, upTo: shares[number].upperBound).get()
      }
      all.append(rows)
    }
    join(all, effort)
  }

  private func share(
    _ reading: Reading, from start: Place, upTo limit: Int
  ) -> Result<(PlainRows, Place), RowSourceFailure> {
    var rows = self
    var place = start
    do throws(RowSourceFailure) {
      switch reading.source {
      case .text(let text): rows.read(text, reading, &place, upTo: limit)
      case .file(let file): try rows.read(file, reading, &place, upTo: limit)
      }
    } catch {
      return .failure(error)
    }
    for number in rows.builders.indices { rows.builders[number].flush() }
    return .success((rows, place))
  }

  /// What all shares have in common.
  private struct Reading: Sendable {
    let source: RowSource
    let reader: DelimitedReader
    let effort: ReadEffort
    let isCancelled: @Sendable () -> Bool

    /// Ranges of about equal size, each beginning with a line.
    func shares() -> [Range<Int>] {
      let size = source.size - reader.position
      let count = min(effort.workerCount, size / effort.leastShare)
      var starts = [reader.position]
      for number in stride(from: 1, to: max(1, count), by: 1) {
        guard let start = lineStart(after: reader.position + size / count * number)
        else { break }
        if let last = starts.last, start > last { starts.append(start) }
      }
      return starts.indices.map { number in
        starts[number]..<(number + 1 < starts.count ? starts[number + 1] : source.size)
      }
    }

    private func lineStart(after offset: Int) -> Int? {
      switch source {
      case .text(let bytes): return reader.lineStart(in: bytes.span, after: offset)
      case .file(let file):
        // A line longer than this is none that shares begin with.
        guard let bytes = file.bytes(offset..<min(file.size, offset + effort.windowSize)),
          let end = bytes.firstIndex(of: reader.rowEnd), offset + end + 1 < file.size
        else { return nil }
        return offset + end + 1
      }
    }

    func reader(at position: Int, line: Int) -> DelimitedReader {
      DelimitedReader(
        separator: reader.separator, honoursQuotes: reader.honoursQuotes, position: position,
        line: line)
    }
  }

  // MARK: A share

  private mutating func read(
    _ text: [UInt8], _ reading: Reading, _ place: inout Place, upTo limit: Int
  ) {
    var reader = reading.reader(at: place.offset, line: place.line)
    var scratch = Scratch(reader, width: width)
    read(text.span, &reader, upTo: limit, isEnd: true, &scratch)
    place = Place(offset: reader.position, line: reader.line)
  }

  private mutating func read(
    _ file: LargeFile, _ reading: Reading, _ place: inout Place, upTo limit: Int
  ) throws(RowSourceFailure) {
    var scratch = Scratch(reading.reader, width: width)
    var size = reading.effort.windowSize
    var window: [UInt8] = []
    while place.offset < limit {
      if reading.isCancelled() { throw .cancelled }
      let count = min(size, file.size - place.offset)
      let isEnd = place.offset + count == file.size
      if window.count != count { window = Array(repeating: 0, count: count) }
      guard file.read(place.offset, &window) else { throw .notInParts }
      let whole = window.span
      // Only whole lines are read, so that the end of a window is never taken for that of a row.
      var end = count
      if !isEnd {
        while end > 0, whole[end - 1] != reading.reader.rowEnd { end -= 1 }
      }
      var reader = reading.reader(at: 0, line: place.line)
      read(
        whole.extracting(0..<end), &reader, upTo: min(end, limit - place.offset), isEnd: isEnd,
        &scratch)
      guard reader.position > 0 else {
        size *= 2
        continue
      }
      damagedCharacters += try Self.replacements(in: whole.extracting(0..<reader.position))
      place.offset += reader.position
      place.line = reader.line
    }
  }

  private static func replacements(in text: Span<UInt8>) throws(RowSourceFailure) -> Int {
    let survey = UTF8Survey(text, from: 0)
    guard survey.malformed == 0 else { throw .notInParts }
    return survey.replacements
  }

  /// What a share works with, kept from window to window.
  private struct Scratch {
    var block: RowBlock
    var codes: [Int32] = []
    var cells: [DelimitedReader.Cell] = []
    var content: [UInt8] = []
    /// How many rows come one by one before many are tried again.
    var singleRows = 0
    var nextSingleRows = 1

    private static let mostSingleRows = 256

    init(_ reader: DelimitedReader, width: Int) { block = RowBlock(reader, width: width) }

    /// Files in which every row has quotes must not pay twice for each.
    mutating func note(foundRows: Bool) {
      nextSingleRows = foundRows ? 1 : min(Self.mostSingleRows, nextSingleRows * 2)
      singleRows = nextSingleRows
    }
  }

  /// Reads the rows that begin before an offset.
  ///
  /// - Parameter isEnd: whether the text ends the source. Otherwise its last row is left where a
  ///   quote makes it unsure that it ends here.
  private mutating func read(
    _ bytes: Span<UInt8>, _ reader: inout DelimitedReader, upTo limit: Int, isEnd: Bool,
    _ scratch: inout Scratch
  ) {
    while true {
      reader.skipLineEnds(of: bytes)
      guard reader.position < limit else { return }
      if scratch.singleRows > 0 {
        scratch.singleRows -= 1
      } else if fitting.takesOnly(width) {
        scratch.block.scan(bytes, from: reader.position, upTo: limit)
        let rowCount = scratch.block.rowCount
        scratch.note(foundRows: rowCount > 0)
        if rowCount > 0 {
          append(scratch.block, bytes, line: reader.line, &scratch.codes)
          reader.skip(to: scratch.block.end, lines: rowCount)
          continue
        }
      }
      let start = reader
      guard reader.readRow(of: bytes, into: &scratch.cells) else { return }
      if !isEnd, reader.hasUnclosedQuote {
        reader = start
        return
      }
      append(row: &scratch.cells, bytes, line: reader.rowLine, &scratch.content)
    }
  }

  private mutating func append(
    _ block: RowBlock, _ bytes: Span<UInt8>, line: Int, _ codes: inout [Int32]
  ) {
    if codes.count < block.rowCount { codes = Array(repeating: 0, count: block.rowCount) }
    lines.append(line, count: block.rowCount)
    for number in columns.indices {
      builders[number].append(block, bytes, column: columns[number], &codes)
    }
  }

  private mutating func append(
    row cells: inout [DelimitedReader.Cell], _ bytes: Span<UInt8>, line: Int,
    _ content: inout [UInt8]
  ) {
    if cells.areEmpty() { return }
    guard fitting.fits(&cells) else {
      rejects.append(
        Reject(
          line: line, column: nil, text: nil, reason: .otherWidth(cells.count, header: width)))
      return
    }
    lines.append(line, count: 1)
    for number in columns.indices {
      let cell = cells[columns[number]]
      if cell.hasDoubledQuotes {
        content.removeAll(keepingCapacity: true)
        cell.appendContent(of: bytes, to: &content)
        builders[number].append(content.span, 0, content.count)
      } else {
        builders[number].append(bytes, cell.start, cell.end)
      }
    }
  }

  private mutating func shiftLines(by count: Int) {
    guard count != 0 else { return }
    lines.shift(by: count)
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
      lines.append(part.lines)
      rejects += part.rejects
      damagedCharacters += part.damagedCharacters
      fitting.add(part.fitting)
    }
    guard !rest.isEmpty else { return }
    let own = builders
    builders = effort.map(own.count) { number in
      var builder = own[number]
      for part in rest { builder.append(part.builders[number]) }
      return builder
    }
  }
}

/// The lines that rows stand in: mostly each in the one below the row before.
struct RowLines: Sendable {
  private var runs: [(row: Int, line: Int)] = []
  private(set) var count = 0

  /// Appends rows that stand in one line after the other.
  mutating func append(_ line: Int, count added: Int) {
    if let last = runs.last, last.line + (count - last.row) == line {
      count += added
      return
    }
    runs.append((count, line))
    count += added
  }

  mutating func append(_ other: RowLines) {
    for (number, run) in other.runs.enumerated() {
      let end = number + 1 < other.runs.count ? other.runs[number + 1].row : other.count
      append(run.line, count: end - run.row)
    }
  }

  mutating func shift(by lineCount: Int) {
    for number in runs.indices { runs[number].line += lineCount }
  }

  subscript(row: Int) -> Int {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].row <= row { low = middle } else { high = middle }
    }
    return runs[low].line + row - runs[low].row
  }
}
