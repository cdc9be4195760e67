// Codes by cell, for columns with cells of up to 15 bytes: days, articles, campaigns.

/// The slots hold four bytes each and the cells lie apart from them: with slots of 24 bytes, a
/// column of 20,000 different values took twice as long, since they did not fit the cache.
struct PairMemo: Sendable {
  private static let placeBits: UInt32 = 20
  private static let placeMask: UInt32 = (1 << placeBits) - 1

  /// Open addressing; their number is a power of two, at least three times that of the cells. The
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

  /// As `CellMemo.codes`. A cell may be missed that is known: where two slots are not enough.
  ///
  /// Three loops without branches let the processor wait for many slots and cells at once: with one
  /// loop that looked up row by row, 20,000 different values took twice as long. Nothing is checked
  /// inside of them: what a block says of its text, and the memo of itself, holds for all rows.
  func codes(
    _ block: RowBlock, _ text: Span<UInt8>, column: Int, from row: inout Int,
    into result: inout [Int32]
  ) -> UInt64 {
    precondition(block.rowCount <= result.count && column < block.width)
    let slots = self.slots.span
    let cells = self.cells.span
    let codes = self.codes.span
    let mask = slots.count &- 1
    let ends = block.ends.span
    let width = block.width
    let rowCount = block.rowCount
    // From the end of the cell before to the beginning of this one.
    let gap = block.gap(at: column)
    let begin = block.base &+ gap
    let shift = self.shift
    var found = result.mutableSpan
    var lows = InlineArray<64, UInt64>(repeating: 0)
    var highs = InlineArray<64, UInt64>(repeating: 0)
    var tags = InlineArray<64, UInt32>(repeating: 0)
    /// Of slots, then of cells.
    var places = InlineArray<64, UInt32>(repeating: 0)
    while row < rowCount {
      let count = min(CellMemo.step, rowCount &- row)
      var missed: UInt64 = 0
      var end = row &* width &+ column
      for number in 0..<count {
        let before = unsafe Int(ends[unchecked: end])
        let length = unsafe Int(ends[unchecked: end &+ 1]) &- before &- gap
        end &+= width
        let isLong: UInt64 = length > ShortCell.mostBytes ? 1 : 0
        missed |= isLong &<< UInt64(truncatingIfNeeded: number)
        let cell = unsafe ShortCell(knownShort: text, begin &+ before, length)
        let hash = cell.hash
        unsafe lows[unchecked: number] = cell.low
        unsafe highs[unchecked: number] = cell.high
        unsafe tags[unchecked: number] = Self.tag(hash)
        unsafe places[unchecked: number] = UInt32(truncatingIfNeeded: hash &>> shift)
      }
      for number in 0..<count {
        let place = unsafe Int(places[unchecked: number])
        let first = unsafe slots[unchecked: place]
        let second = unsafe slots[unchecked: (place &+ 1) & mask]
        let isFirst = unsafe (first ^ tags[unchecked: number]) <= Self.placeMask
        unsafe places[unchecked: number] = (isFirst ? first : second) & Self.placeMask
      }
      for number in 0..<count {
        let place = unsafe Int(places[unchecked: number])
        let cell = unsafe cells[unchecked: place]
        let difference =
          unsafe (cell.low ^ lows[unchecked: number]) | (cell.high ^ highs[unchecked: number])
        let differs: UInt64 = difference == 0 ? 0 : 1
        missed |= differs &<< UInt64(truncatingIfNeeded: number)
        unsafe found[unchecked: row &+ number] = codes[unchecked: place]
      }
      if missed != 0 { return missed }
      row &+= CellMemo.step
    }
    return 0
  }

  /// Remembers a cell that is not known yet.
  mutating func insert(_ cell: ShortCell, _ code: Int32) {
    guard cells.count < CellMemo.mostCells else { return }
    cells.append(cell)
    codes.append(code)
    if cells.count * 3 > slots.count {
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
    slots = Array(repeating: 0, count: slots.count * 2)
    shift -= 1
    for number in 1..<cells.count { put(number) }
  }
}
