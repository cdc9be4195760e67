// The rows of a table out of a container, written so that no text can be taken for their marks.

/// The bytes FD, FE and FF stand nowhere in UTF-8, so a cell may hold any text: separators, quotes
/// and line ends need no guard and numbers no guess.
package enum CellMark {
  package static let rowEnd: UInt8 = 0xFD
  package static let cellEnd: UInt8 = 0xFE
  /// Before a number that the container itself knows to be one: `-12.5`, `2.5E30`, `25%`. It has a
  /// decimal point whatever the notation of the texts beside it.
  package static let number: UInt8 = 0xFF
}

/// One table: its rows, each ended by `rowEnd`, cells parted by `cellEnd`. A row ends with its last
/// cell that has content; a row of the sheet that has none is one byte.
package struct CellTable: Equatable, Sendable {
  package var bytes: [UInt8] = []
  /// Cells that hold an error such as `#N/A` instead of a value; they are empty here.
  package var errorCells = 0
  /// Formulas stored without their result.
  package var unresolvedFormulas = 0
  /// Lists inside records, which have no place in a table.
  package var listsLeftOut: [String] = []

  package init(bytes: [UInt8] = [], listsLeftOut: [String] = []) {
    self.bytes = bytes
    self.listsLeftOut = listsLeftOut
  }
}

/// Writes cells row by row, mostly in order.
struct CellWriter {
  private(set) var bytes: [UInt8] = []
  private let limits: ContainerLimits
  /// What takes rows before all are written; `nil` where they are kept.
  private let sink: RowSink?
  private var handedOn = 0
  /// The row being written, from 1; 0 before the first.
  private(set) var row = 0
  /// The column that the end of `bytes` stands in.
  private var column = 0
  private var rowStart = 0

  /// As many as a worksheet can have.
  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  /// - Parameter opening: whole rows that stand before the first.
  init(_ limits: ContainerLimits, into sink: RowSink? = nil, opening: [UInt8] = []) {
    self.limits = limits
    self.sink = sink
    bytes = opening
  }

  /// Moves to the row below, which no container limits.
  mutating func openNext() throws(ContainerFailure) {
    if row > 0 { bytes.append(CellMark.rowEnd) }
    if let sink, bytes.count >= sink.blockSize { try handOn(to: sink) }
    row += 1
    column = 0
    rowStart = bytes.count
    try checkSize()
  }

  /// Moves to a row. One that lies behind, or beyond all sheets, is the next one.
  mutating func open(row number: Int) throws(ContainerFailure) {
    guard number != row else { return }
    let target = number > row && number <= Self.mostRows ? number : row + 1
    while row < target { try openNext() }
  }

  mutating func write(_ content: [UInt8], at place: Int) throws(ContainerFailure) {
    try write(content.span, at: place)
  }

  /// Writes some of the bytes of a text.
  mutating func write(
    _ text: [UInt8], _ range: Range<Int>, at place: Int
  ) throws(ContainerFailure) {
    try write(text.span.extracting(range), at: place)
  }

  /// Writes a cell of the row, with `mark` before its content if there is one. Of two in one place
  /// the later stands.
  mutating func write(
    _ content: Span<UInt8>, at place: Int, mark: UInt8? = nil
  ) throws(ContainerFailure) {
    guard !content.isEmpty else { return }
    guard content.count <= limits.cellBytes else { throw .cellTooLong(limit: limits.cellBytes) }
    if place < column || place == column && bytes.count > rowStart && bytes.last != CellMark.cellEnd
    {
      return rewrite(content, at: place, mark: mark)
    }
    while column < place {
      bytes.append(CellMark.cellEnd)
      column += 1
    }
    if let mark { bytes.append(mark) }
    bytes.append(content)
    try checkSize()
  }

  /// Puts a cell where others were written behind it already.
  private mutating func rewrite(_ content: Span<UInt8>, at place: Int, mark: UInt8?) {
    var cells = bytes[rowStart...].split(
      separator: CellMark.cellEnd, omittingEmptySubsequences: false
    ).map(Array.init)
    cells[place] = mark.map { [$0] } ?? []
    cells[place].append(content)
    bytes.removeSubrange(rowStart...)
    bytes.append(contentsOf: cells.joined(separator: [CellMark.cellEnd]))
  }

  private func checkSize() throws(ContainerFailure) {
    guard handedOn + bytes.count <= limits.tableBytes else {
      throw .tooLarge(limit: limits.tableBytes)
    }
  }

  private mutating func handOn(to sink: RowSink) throws(ContainerFailure) {
    let rows = takeBytes()
    handedOn += rows.count
    bytes.reserveCapacity(rows.count + rows.count / 8)
    try sink.put(rows)
  }

  /// The rows that nobody has taken, without a copy: nothing is left here.
  mutating func finish() throws(ContainerFailure) -> [UInt8] {
    if row > 0 { bytes.append(CellMark.rowEnd) }
    guard let sink else { return takeBytes() }
    if !bytes.isEmpty { try handOn(to: sink) }
    return []
  }

  private mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }
}

extension [UInt8] {
  mutating func append(_ piece: Span<UInt8>) {
    unsafe piece.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
