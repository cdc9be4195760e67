// Codes by cell, for columns whose cells fit into a word: numbers, sites, states.

/// One look at one place: what is compared and what is wanted lie side by side.
///
/// With the same memo for cells of one word and of two, a column of few short values took nearly
/// twice as long, and one of 15,000 amounts twice.
struct WordMemo: Sendable {
  static let mostBytes = 8

  private struct Entry: Sendable, BitwiseCopyable {
    var word: UInt64
    var code: Int32
    /// Bytes of the cell, so that one that ends with NUL is no other; -1 where there is none.
    var count: Int32

    static let free = Entry(word: 0, code: 0, count: -1)
  }

  /// Open addressing; their number is a power of two, at least twice that of the cells.
  private var entries = Array(repeating: Entry.free, count: 64)
  private var shift: UInt64 = 64 - 6
  private var cellCount = 0

  /// The highest bits depend on all of the word.
  @inline(__always)
  private func place(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  func code(of word: UInt64, _ count: Int) -> Int32? {
    var place = place(of: word)
    while entries[place].count >= 0 {
      let entry = entries[place]
      if entry.word == word, entry.count == count { return entry.code }
      place = (place + 1) & (entries.count - 1)
    }
    return nil
  }

  /// As `CellMemo.codes`.
  ///
  /// Nothing is checked inside the loop, which made it twice as fast: what a block says of its text,
  /// and the memo of itself, holds for all rows alike.
  func codes(
    _ block: RowBlock, _ text: Span<UInt8>, column: Int, from row: inout Int,
    into result: inout [Int32]
  ) -> UInt64 {
    precondition(block.rowCount <= result.count && column < block.width)
    let entries = self.entries.span
    let mask = entries.count &- 1
    let ends = block.ends.span
    let width = block.width
    let rowCount = block.rowCount
    // From the end of the cell before to the beginning of this one.
    let gap = block.gap(at: column)
    let begin = block.base &+ gap
    var found = result.mutableSpan
    var end = row &* width &+ column
    while row < rowCount {
      let count = min(CellMemo.step, rowCount &- row)
      var missed: UInt64 = 0
      for number in 0..<count {
        let before = unsafe Int(ends[unchecked: end])
        let length = unsafe Int(ends[unchecked: end &+ 1]) &- before &- gap
        end &+= width
        // Of a cell too long all bits are shifted out; no entry has its length.
        let bits = UInt64(truncatingIfNeeded: 64 &- 8 &* length)
        let word = unsafe text.uncheckedWord(at: begin &+ before) & (~0 >> bits)
        var place = place(of: word)
        var entry = unsafe entries[unchecked: place]
        while entry.word != word || entry.count != Int32(truncatingIfNeeded: length) {
          if entry.count < 0 {
            missed |= 1 &<< UInt64(truncatingIfNeeded: number)
            break
          }
          place = (place &+ 1) & mask
          entry = unsafe entries[unchecked: place]
        }
        unsafe found[unchecked: row &+ number] = entry.code
      }
      if missed != 0 { return missed }
      row &+= CellMemo.step
    }
    return 0
  }

  mutating func insert(_ word: UInt64, _ count: Int, _ code: Int32) {
    guard cellCount < CellMemo.mostCells else { return }
    cellCount += 1
    // What fits the nearest cache may be sparse, and is then found at the first look.
    if cellCount * (entries.count < 1 << 11 ? 4 : 2) > entries.count { grow() }
    put(Entry(word: word, code: code, count: Int32(truncatingIfNeeded: count)))
  }

  private mutating func put(_ entry: Entry) {
    var place = place(of: entry.word)
    while entries[place].count >= 0 { place = (place + 1) & (entries.count - 1) }
    entries[place] = entry
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: .free, count: old.count * 2)
    shift -= 1
    for entry in old where entry.count >= 0 { put(entry) }
  }

  func forEach(_ body: (_ word: UInt64, _ count: Int, _ code: Int32) -> Void) {
    for entry in entries where entry.count >= 0 {
      body(entry.word, Int(entry.count), entry.code)
    }
  }
}
