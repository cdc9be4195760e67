// What short cells of a column were found to be, by their bytes as they stand in the file.

/// The bytes of a cell of at most 15, and how many they are.
package struct ShortCell: Equatable, Sendable {
  static let mostBytes = 15

  fileprivate let low: UInt64
  fileprivate let high: UInt64

  /// No cell: none is so long.
  fileprivate static let none = ShortCell(low: 0, high: ~0)

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// `nil` for a longer one, and within the last bytes of a text.
  @inline(__always)
  package init?(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    guard 0 <= start, end &- start <= Self.mostBytes, start &+ 16 <= text.count else { return nil }
    unsafe self.init(knownShort: text, start, end &- start)
  }

  /// A cell of at most 15 bytes that begins 16 bytes or more before the end of the text.
  @unsafe @inline(__always)
  fileprivate init(knownShort text: Span<UInt8>, _ start: Int, _ count: Int) {
    // What is shifted by 64 or more is gone, so that neither word needs a branch.
    let bits = UInt64(truncatingIfNeeded: 8 &* count)
    low = unsafe text.uncheckedWord(at: start) & ~(~0 << bits)
    let more = bits < 64 ? 0 : bits &- 64
    high =
      unsafe text.uncheckedWord(at: start &+ 8) & ~(~0 << more) | UInt64(truncatingIfNeeded: count)
      &<< 56
  }

  /// Its highest bits are the best mixed.
  @inline(__always)
  fileprivate var hash: UInt64 {
    let mixed = (low ^ (high &* 0xFF51_AFD7_ED55_8CCD)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed &>> 29)
  }
}

/// Codes by cell: a cell seen before costs a look at two words, without trimming or hashing its text.
///
/// The slots hold four bytes each and the cells lie apart from them: with slots of 24 bytes, a
/// column of 20,000 different values took twice as long, since they did not fit the cache.
struct CellMemo: Sendable {
  /// Past this, columns of ids would fill memory with cells that hardly come again.
  private static let mostCells = 1 << 20
  private static let placeBits: UInt32 = 20
  private static let placeMask: UInt32 = (1 << placeBits) - 1

  /// Open addressing; their number is a power of two, at least four times that of the cells. The
  /// low bits are the place of a cell, the high ones some of its hash; 0 is free.
  private var slots: [UInt32] = Array(repeating: 0, count: 256)
  private var shift: UInt64 = 64 - 8
  /// The first is no cell.
  private var cells = [ShortCell.none]
  private var codes: [Int32] = [0]

  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash) & ~placeMask
  }

  @inline(__always)
  func code(of cell: ShortCell) -> Int32? {
    let hash = cell.hash
    let tag = Self.tag(hash)
    var place = Int(truncatingIfNeeded: hash &>> shift)
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if slot & ~Self.placeMask == tag {
        let number = Int(slot & Self.placeMask)
        if cells[number] == cell { return codes[number] }
      }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  /// The codes of a column of a block from a row on; the row of the first cell that is not known.
  ///
  /// Nothing is checked inside the loop, which made it twice as fast: what a block says of its text,
  /// and the memo of itself, holds for all rows alike.
  func codes(
    _ block: RowBlock, _ text: Span<UInt8>, column: Int, from first: Int, into result: inout [Int32]
  ) -> Int {
    precondition(block.rowCount <= result.count && column < block.width)
    let slots = self.slots.span
    let cells = self.cells.span
    let codes = self.codes.span
    let mask = slots.count &- 1
    let ends = block.ends.span
    let width = block.width
    let rowCount = block.rowCount
    // From the end of the cell before to the beginning of this one.
    let begin = block.base &+ block.gap(at: column)
    let gap = block.gap(at: column)
    let shift = self.shift
    var found = result.mutableSpan
    var place = first &* width &+ column
    var row = first
    while row < rowCount {
      let before = unsafe Int(ends[unchecked: place])
      let count = unsafe Int(ends[unchecked: place &+ 1]) &- before &- gap
      guard count <= ShortCell.mostBytes else { return row }
      let cell = unsafe ShortCell(knownShort: text, begin &+ before, count)
      let hash = cell.hash
      let tag = Self.tag(hash)
      var slotPlace = Int(truncatingIfNeeded: hash &>> shift)
      while true {
        let slot = unsafe slots[unchecked: slotPlace]
        if slot & ~Self.placeMask == tag {
          let number = Int(truncatingIfNeeded: slot & Self.placeMask)
          if unsafe cells[unchecked: number] == cell {
            unsafe found[unchecked: row] = codes[unchecked: number]
            break
          }
        }
        if slot == 0 { return row }
        slotPlace = (slotPlace &+ 1) & mask
      }
      place &+= width
      row &+= 1
    }
    return rowCount
  }

  /// Remembers a cell that is not known yet.
  mutating func insert(_ cell: ShortCell, _ code: Int32) {
    guard cells.count < Self.mostCells else { return }
    cells.append(cell)
    codes.append(code)
    if cells.count * 4 > slots.count {
      grow()
    } else {
      put(cells.count - 1)
    }
  }

  private mutating func put(_ number: Int) {
    let hash = cells[number].hash
    var place = Int(truncatingIfNeeded: hash >> shift)
    while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Self.tag(hash) | UInt32(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    shift -= 2
    for number in 1..<cells.count { put(number) }
  }
}
