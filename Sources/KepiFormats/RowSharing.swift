// Rows of a text or a file, found in shares side by side and handed on in their order.
import Dispatch
import Glibc
import KepiContainers
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
  /// A quote that so many bytes later is not closed is a plain sign. Without an end to its search one
  /// damaged row would bring all of a large file into memory.
  package let longestCell: Int

  /// More than people or programs write into one cell.
  package static let longestCell = 1 << 25

  package init(
    workerCount: Int, leastShare: Int = 1 << 20, windowSize: Int = 1 << 19,
    leastLargeFile: Int = 1 << 23, longestCell: Int = Self.longestCell
  ) {
    self.workerCount = max(1, workerCount)
    self.leastShare = max(1, leastShare)
    self.windowSize = max(1, windowSize)
    self.leastLargeFile = leastLargeFile
    self.longestCell = max(1, longestCell)
  }

  /// A row of a large file that has more bytes is not read. No window is larger than twice as many,
  /// and in one of as many half of the rows are sure to be whole.
  var longestRow: Int { 2 * (longestCell + 1) }

  /// How many bytes of rows are handed from thread to thread at a time.
  var blockSize: Int { min(windowSize, RowStream.blockSize) }

  package static let all = ReadEffort(workerCount: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// The same by one worker, for those of several files that others work at.
  package var alone: ReadEffort {
    ReadEffort(
      workerCount: 1, leastShare: leastShare, windowSize: windowSize,
      leastLargeFile: leastLargeFile, longestCell: longestCell)
  }

  /// Runs `body` for each number below `count`, side by side, and gives what it gives in order.
  package func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
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

/// What rows are read from.
enum RowSource: Sendable {
  /// A text in memory.
  case text([UInt8])
  /// A file of UTF-8 without a mark. Where it was not surveyed that is only supposed.
  case file(LargeFile, isSurveyed: Bool)
  /// Cells of a container: the first rows, and those that follow as they are made.
  case stream(head: [UInt8], RowStream)

  /// Bytes in which shares can begin anywhere.
  var size: Int {
    switch self {
    case .text(let bytes): bytes.count
    case .file(let file, _): file.size
    case .stream(let head, _): head.count
    }
  }

  /// What a container says of its rows when it has given all.
  func lateRemarks() throws(RowSourceFailure) -> [Phrase] {
    guard case .stream(_, let stream) = self else { return [] }
    do throws(ContainerFailure) {
      return DecodedText.remarks(of: try stream.finish())
    } catch {
      throw .container(error)
    }
  }
}

/// Why a file cannot be read part by part.
enum RowSourceFailure: Error {
  /// It is no UTF-8 throughout, as was supposed: it is to be surveyed first.
  case notInParts
  case cancelled
  /// What holds the rows is damaged.
  case container(ContainerFailure)
}

extension ReadFailure {
  init(_ failure: RowSourceFailure) {
    switch failure {
    case .notInParts: self = .notInParts
    case .cancelled: self = .stopped
    case .container(let failure): self = .container(failure)
    }
  }
}

/// What rows are handed to, and later joined with those of the shares below.
protocol RowTaker: Sendable {
  /// How many cells a row has where rows come many at a time; `nil` where each is to be looked at by
  /// itself.
  var blockWidth: Int? { get }
  /// Whether the rows came to their end before the text.
  var isAtEnd: Bool { get }

  /// - Parameter codes: something to work with, kept from block to block.
  mutating func take(
    _ block: RowBlock, _ bytes: Span<UInt8>, line: Int, _ codes: inout [Int32])
  /// - Parameter content: something to work with, kept from row to row.
  mutating func take(
    row cells: inout [DelimitedReader.Cell], _ bytes: Span<UInt8>, line: Int,
    _ content: inout [UInt8])
  /// U+FFFD in the rows of a large file.
  mutating func note(damagedCharacters count: Int)
  /// A row that could not be brought into memory.
  mutating func reject(line: Int, because reason: Phrase)
  /// A share has been read.
  mutating func finishShare()
  mutating func shiftLines(by count: Int)
  /// Makes it the rows of all shares, itself being without any. False where they cannot be joined,
  /// and all rows are to be read as one share.
  mutating func join(_ shares: [Self], _ effort: ReadEffort) -> Bool
}

/// Reads what follows a header.
struct RowReading: Sendable {
  let source: RowSource
  /// Where the rows begin.
  let reader: DelimitedReader
  /// The cells of the header.
  let width: Int
  let effort: ReadEffort
  let watch: ReadWatch

  /// A place in the source, and its line.
  private struct Place {
    var offset: Int
    var line: Int
  }

  /// Hands all rows to a taker that has none.
  func read<Taker: RowTaker>(into taker: inout Taker) throws(RowSourceFailure) {
    if case .stream(let head, let stream) = source {
      var only = taker
      try read(head, stream, into: &only)
      only.finishShare()
      _ = taker.join([only], effort)
      return
    }
    if taker.join(try takers(of: shares(), from: taker), effort) { return }
    _ = taker.join(try takers(of: [reader.position..<source.size], from: taker), effort)
  }

  private func takers<Taker: RowTaker>(
    of shares: [Range<Int>], from empty: Taker
  ) throws(RowSourceFailure) -> [Taker] {
    let first = Place(offset: reader.position, line: reader.line)
    let board = ShareBoard(shares, leastSize: Self.sharesInSplit * effort.leastShare)
    let parts = effort.map(shares.count) { number -> [Part<Taker>] in
      var parts: [Part<Taker>] = []
      var next: (number: Int, start: Int)? = (number, shares[number].lowerBound)
      while let (number, start) = next {
        let place = number == 0 ? first : Place(offset: start, line: 1)
        let result = share(empty, from: place) { board.limit(of: number, readTo: $0) }
        board.finish(number)
        parts.append(Part(start: start, result: result))
        if case .failure = result { break }
        next = board.split(lineStart: lineStart)
      }
      return parts
    }.flatMap { $0 }.sorted { $0.start < $1.start }
    var all: [Taker] = []
    var end = first
    for (number, part) in parts.enumerated() {
      var (taker, place) = try part.result.get()
      if number == 0 {
        end = place
      } else if end.offset <= part.start {
        taker.shiftLines(by: end.line - 1)
        end = Place(offset: place.offset, line: place.line + end.line - 1)
      } else {
        // A cell in quotes went on over the end of the share before: this one began inside it.
        let limit = number + 1 < parts.count ? parts[number + 1].start : source.size
        (taker, end) = try share(empty, from: end) { _ in limit }.get()
      }
      all.append(taker)
      if taker.isAtEnd { break }
    }
    return all
  }

  /// What was read of a share that begins at an offset.
  private struct Part<Taker: RowTaker>: Sendable {
    let start: Int
    let result: Result<(Taker, Place), RowSourceFailure>
  }

  /// Of what is left of another's share so many times the least size of a share is taken, or nothing.
  private static var sharesInSplit: Int { 16 }

  /// - Parameter limit: where the share ends, told up to where it has been read.
  private func share<Taker: RowTaker>(
    _ empty: Taker, from start: Place, upTo limit: (Int) -> Int
  ) -> Result<(Taker, Place), RowSourceFailure> {
    var taker = empty
    var place = start
    do throws(RowSourceFailure) {
      switch source {
      case .text(let text): try read(text, into: &taker, &place, upTo: limit)
      case .file(let file, let isSurveyed):
        try read(file, isSurveyed: isSurveyed, into: &taker, &place, upTo: limit)
      case .stream: break
      }
    } catch {
      return .failure(error)
    }
    taker.finishShare()
    return .success((taker, place))
  }

  /// Ranges of about equal size, each beginning with a line.
  private func shares() -> [Range<Int>] {
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
    case .stream: return nil
    case .file(let file, _):
      // A line longer than this is none that shares begin with.
      guard let bytes = file.bytes(offset..<min(file.size, offset + effort.windowSize)),
        let end = bytes.firstIndex(of: reader.rowEnd), offset + end + 1 < file.size
      else { return nil }
      return offset + end + 1
    }
  }

  private func reader(at position: Int, line: Int) -> DelimitedReader {
    DelimitedReader(
      separator: reader.separator, honoursQuotes: reader.honoursQuotes,
      longestCell: effort.longestCell, position: position, line: line)
  }

  // MARK: A share

  private func read<Taker: RowTaker>(
    _ text: [UInt8], into taker: inout Taker, _ place: inout Place, upTo limit: (Int) -> Int
  ) throws(RowSourceFailure) {
    var reader = reader(at: place.offset, line: place.line)
    var scratch = Scratch(reader, width: width)
    // Step by step, so that it can be stopped and shared anew.
    while !taker.isAtEnd {
      let start = reader.position
      let limit = limit(start)
      guard start < limit else { break }
      if watch.isCancelled() { throw .cancelled }
      read(
        text.span, &reader, upTo: min(limit, start + RowBlock.size), isEnd: true, &scratch, &taker)
      watch.note(bytes: reader.position - start)
    }
    place = Place(offset: reader.position, line: reader.line)
  }

  private func read<Taker: RowTaker>(
    _ file: LargeFile, isSurveyed: Bool, into taker: inout Taker, _ place: inout Place,
    upTo limit: (Int) -> Int
  ) throws(RowSourceFailure) {
    var scratch = Scratch(reader, width: width)
    var size = effort.windowSize
    var window: [UInt8] = []
    while !taker.isAtEnd {
      let limit = limit(place.offset)
      guard place.offset < limit else { break }
      if watch.isCancelled() { throw .cancelled }
      let count = min(size, file.size - place.offset)
      let isEnd = place.offset + count == file.size
      if window.count != count { window = Array(repeating: 0, count: count) }
      guard file.read(place.offset, &window) else { throw .container(.unreadable) }
      let whole = window.span
      // Only whole lines are read, so that the end of a window is never taken for that of a row.
      let end = isEnd ? count : Self.lastRowEnd(of: whole, reader)
      var reader = reader(at: 0, line: place.line)
      let isRowLeft = read(
        whole.extracting(0..<end), &reader, upTo: min(end, limit - place.offset), isEnd: isEnd,
        &scratch, &taker)
      guard reader.position > 0 else {
        if size < effort.longestRow {
          size *= 2
        } else {
          taker.reject(line: place.line, because: .longerRow(than: effort.longestRow))
          try skipRow(of: file, &place, behind: end, in: window)
        }
        continue
      }
      // A window of which little was sure would be read again for nearly every row.
      if isRowLeft, reader.position < end / 2, size < effort.longestRow { size *= 2 }
      if !isSurveyed {
        taker.note(
          damagedCharacters: try Self.replacements(in: whole.extracting(0..<reader.position)))
      }
      watch.note(bytes: reader.position)
      place.offset += reader.position
      place.line = reader.line
    }
  }

  /// Goes on behind the first line end that stands in a file behind the lines of a window.
  private func skipRow(
    of file: LargeFile, _ place: inout Place, behind end: Int, in window: [UInt8]
  ) throws(RowSourceFailure) {
    let carriageReturn = reader.isText ? UInt8(ascii: "\r") : reader.rowEnd
    for offset in 0..<end
    where window[offset] == reader.rowEnd
      || window[offset] == carriageReturn && window[offset + 1] != reader.rowEnd
    {
      place.line += 1
    }
    place.offset += window.count
    while place.offset < file.size {
      if watch.isCancelled() { throw .cancelled }
      let next = place.offset..<min(file.size, place.offset + effort.windowSize)
      guard let bytes = file.bytes(next) else { throw .container(.unreadable) }
      if let rowEnd = bytes.firstIndex(where: { $0 == reader.rowEnd || $0 == carriageReturn }) {
        place.offset += rowEnd + 1
        place.line += 1
        let isCRLF =
          bytes[rowEnd] != reader.rowEnd
          && file.bytes(
            place.offset..<min(file.size, place.offset + 1))?.first == reader.rowEnd
        if isCRLF { place.offset += 1 }
        return
      }
      place.offset = next.upperBound
    }
  }

  /// Behind the last line end. Where no line ends with LF it is the last CR that none can follow.
  private static func lastRowEnd(of window: Span<UInt8>, _ reader: DelimitedReader) -> Int {
    var end = window.count
    while end > 0, window[end - 1] != reader.rowEnd { end -= 1 }
    guard end == 0, reader.isText else { return end }
    end = max(0, window.count - 1)
    while end > 0, window[end - 1] != UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// Hands on the rows of a container as they are made: each block holds whole ones.
  private func read<Taker: RowTaker>(
    _ head: [UInt8], _ stream: RowStream, into taker: inout Taker
  ) throws(RowSourceFailure) {
    var scratch = Scratch(reader, width: width)
    var reader = reader
    var block = head
    while !taker.isAtEnd {
      if watch.isCancelled() {
        stream.stop()
        throw .cancelled
      }
      read(block.span, &reader, upTo: block.count, isEnd: true, &scratch, &taker)
      watch.note(bytes: block.count)
      do throws(ContainerFailure) {
        guard let next = try stream.next() else { return }
        block = next
      } catch {
        throw .container(error)
      }
      reader = self.reader(at: 0, line: reader.line)
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
  /// - Returns: whether it was left.
  @discardableResult
  private func read<Taker: RowTaker>(
    _ bytes: Span<UInt8>, _ reader: inout DelimitedReader, upTo limit: Int, isEnd: Bool,
    _ scratch: inout Scratch, _ taker: inout Taker
  ) -> Bool {
    while !taker.isAtEnd {
      reader.skipLineEnds(of: bytes)
      guard reader.position < limit else { return false }
      if scratch.singleRows > 0 {
        scratch.singleRows -= 1
      } else if taker.blockWidth == width {
        scratch.block.scan(bytes, from: reader.position, upTo: limit)
        let rowCount = scratch.block.rowCount
        scratch.note(foundRows: rowCount > 0)
        if rowCount > 0 {
          if scratch.codes.count < rowCount { scratch.codes = Array(repeating: 0, count: rowCount) }
          taker.take(scratch.block, bytes, line: reader.line, &scratch.codes)
          reader.skip(to: scratch.block.end, lines: rowCount)
          continue
        }
      }
      let start = reader
      guard reader.readRow(of: bytes, into: &scratch.cells) else { return false }
      if !isEnd, reader.hasUnclosedQuote {
        reader = start
        return true
      }
      taker.take(row: &scratch.cells, bytes, line: reader.rowLine, &scratch.content)
    }
    return false
  }
}

/// What is told while a file is read, from any thread.
package struct ReadWatch: Sendable {
  let isCancelled: @Sendable () -> Bool
  /// More bytes of the file have been read.
  private let report: (@Sendable (Int) -> Void)?

  package init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: (@Sendable (_ bytes: Int) -> Void)? = nil
  ) {
    self.isCancelled = isCancelled
    self.report = report
  }

  func note(bytes count: Int) { report?(count) }
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
