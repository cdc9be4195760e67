// What short cells of a column were found to be, by their bytes as they stand in the file.

/// The bytes of a cell of at most 15, and how many they are.
package struct ShortCell: Equatable, Sendable {
  static let mostBytes = 15

  let low: UInt64
  let high: UInt64

  /// No cell: none is so long.
  static let none = ShortCell(low: 0, high: ~0)

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// A cell of at most eight bytes.
  init(word: UInt64, count: Int) { self.init(low: word, rest: 0, count: count) }

  /// - Parameter rest: its bytes from the ninth on.
  init(low: UInt64, rest: UInt64, count: Int) {
    self.init(low: low, high: rest | UInt64(truncatingIfNeeded: count) << 56)
  }

  /// `nil` for a longer one, and within the last bytes of a text.
  @inline(__always)
  package init?(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    guard 0 <= start, end &- start <= Self.mostBytes, start &+ 16 <= text.count else { return nil }
    unsafe self.init(knownShort: text, start, end &- start)
  }

  /// A cell of at most 15 bytes that begins 16 bytes or more before the end of the text.
  @unsafe @inline(__always)
  init(knownShort text: Span<UInt8>, _ start: Int, _ count: Int) {
    // What is shifted by 64 or more is gone, so that neither word needs a branch.
    let bits = UInt64(truncatingIfNeeded: 8 &* count)
    low = unsafe text.uncheckedWord(at: start) & ~(~0 << bits)
    let more = bits < 64 ? 0 : bits &- 64
    high =
      unsafe text.uncheckedWord(at: start &+ 8) & ~(~0 << more) | UInt64(truncatingIfNeeded: count)
      &<< 56
  }

  var count: Int { Int(truncatingIfNeeded: high &>> 56) }

  /// Its highest bits are the best mixed.
  @inline(__always)
  var hash: UInt64 {
    let mixed = (low ^ (high &* 0xFF51_AFD7_ED55_8CCD)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed &>> 29)
  }
}

/// Codes by cell: a cell seen before costs a look at one or two places in memory, without trimming
/// or hashing its text.
struct CellMemo: Sendable {
  /// Rows that are looked up together: one for each bit of a word.
  static let step = 64
  /// Past this, columns of ids would fill memory with cells that hardly come again.
  static let mostCells = 1 << 20

  /// While a word tells all cells apart.
  private var words = WordMemo()
  /// All cells, once it does not.
  private var pairs: PairMemo?

  func code(of cell: ShortCell) -> Int32? {
    if let pairs { return pairs.code(of: cell) }
    return words.code(of: cell)
  }

  /// The codes of a column of a block from a row on, `step` rows after one another, until some of a
  /// step have a cell that was not found. Gives those as the bits of a word, with `row` moved to the
  /// first of their step; 0, with `row` behind the last, where there are none.
  func codes(
    _ block: RowBlock, _ text: Span<UInt8>, column: Int, from row: inout Int,
    into result: inout [Int32]
  ) -> UInt64 {
    if let pairs { return pairs.codes(block, text, column: column, from: &row, into: &result) }
    return words.codes(block, text, column: column, from: &row, into: &result)
  }

  /// Remembers a cell that is not known yet.
  mutating func insert(_ cell: ShortCell, _ code: Int32) {
    if pairs == nil {
      if words.insert(cell, code) { return }
      var all = PairMemo()
      words.forEach { all.insert($0, $1) }
      words = WordMemo()
      pairs = all
    }
    pairs?.insert(cell, code)
  }
}

/// The rows of a block whose cells a memo does not know, one after the other, while the codes of all
/// others are found. What is learnt of one is known for those that follow.
struct MissedRows {
  private var row = 0
  /// Of the step at `row`.
  private var bits: UInt64 = 0
  private var isInStep = false

  /// `nil` behind the last.
  mutating func next(
    _ memo: CellMemo, _ block: RowBlock, _ text: Span<UInt8>, column: Int,
    into codes: inout [Int32]
  ) -> Int? {
    if bits == 0 {
      if isInStep { row += CellMemo.step }
      guard row < block.rowCount else { return nil }
      bits = memo.codes(block, text, column: column, from: &row, into: &codes)
      isInStep = bits != 0
      guard isInStep else { return nil }
    }
    let place = row + bits.trailingZeroBitCount
    bits &= bits - 1
    return place
  }
}
