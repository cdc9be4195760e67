// Codes by cell, for columns whose cells are told apart by a word: numbers, sites, days, articles.

/// Cells of up to eight bytes, and longer ones, up to 15, as long as those have the same first bytes:
/// `SKU-000016`, `Campaign 4889`, `2026-08-01`. Their last eight bytes and their length then say
/// which cell it is.
///
/// What is compared and what is wanted lie side by side. With the same memo for cells of one word
/// and of two, a column of few short values took nearly twice as long, and one of 15,000 amounts
/// twice.
struct WordMemo: Sendable {
  struct Entry: Sendable, BitwiseCopyable {
    var word: UInt64
    var code: Int32
    /// Bytes of the cell, so that one that ends with NUL is no other; -1 where there is none.
    var count: Int32

    static let free = Entry(word: 0, code: 0, count: -1)
  }

  /// How the place of a cell follows from its bytes.
  ///
  /// Numbers and numbered names, as most columns of many values hold, lie without gaps and in their
  /// order where they are taken for numbers: 20,000 articles then fit the cache, where scattered they
  /// did not.
  enum Order {
    case scattered
    /// As if all signs were digits.
    case whole
    /// As if a decimal point stood before the last two.
    case decimal
  }

  /// Open addressing; their number is a power of two. A cell stands in its own place or beside it, in
  /// the other of a pair, or else behind that pair. Both of a pair are looked at in any case: to look
  /// at the second only where the first is another cell was guessed wrong too often.
  private var entries = Array(repeating: Entry.free, count: 128)
  private var order = Order.scattered
  /// How far from one another numbers of different lengths begin, so that they do not meet: nothing
  /// before `Campaign 99` says that its digits are fewer than those of `Campaign 100`.
  private var spread = 0
  private var cellCount = 0
  /// Cells that do not stand in their own place, and of those the ones that do not stand beside it.
  private var besideCount = 0
  private var farCount = 0
  /// The first bytes of cells of more than eight, and how many of them are known.
  private var prefix: UInt64 = 0
  private var prefixCount = 0

  private static let wordBytes = 8
  /// Entries that fit the nearest cache may be sparse.
  private static let mostSparse = 1 << 11
  private static let mostTried = 1 << 16

  /// From the middle of products of its halves, where bits depend on all of the word: vectors have no
  /// products of 64 bits.
  @inline(__always)
  private static func scattered(_ word: UInt64) -> Int {
    let low = (word & 0xFFFF_FFFF) &* 0x9E37_79B1
    return Int(truncatingIfNeeded: (low &+ (word &>> 32) &* 0x85EB_CA77) &>> 32)
  }

  /// Eight signs as if they were digits, the last for ones. A letter is a digit as well, if a high
  /// one.
  @inline(__always)
  private static func whole(_ word: UInt64) -> UInt64 {
    let twos = twos(word)
    let fours = (twos &* 100 &+ (twos &>> 16)) & 0x0000_FFFF_0000_FFFF
    return fours &* 10_000 &+ (fours &>> 32)
  }

  /// The same, where the third sign from the end counts for nothing of its own.
  @inline(__always)
  private static func decimal(_ word: UInt64) -> UInt64 {
    let twos = twos(word)
    let first = (twos &* 100 &+ (twos &>> 16)) & 0xFFFF
    return first &* 1000 &+ (twos &>> 32 & 0xFFFF) &* 10 &+ twos &>> 48
  }

  @inline(__always)
  private static func twos(_ word: UInt64) -> UInt64 {
    let ones = word & 0x0F0F_0F0F_0F0F_0F0F
    return (ones &* 10 &+ (ones &>> 8)) & 0x00FF_00FF_00FF_00FF
  }

  @inline(__always)
  private static func place(
    of word: UInt64, _ length: Int, _ order: Order, _ spread: Int, _ mask: Int
  ) -> Int {
    switch order {
    case .scattered: scattered(word) & mask
    case .whole: (Int(truncatingIfNeeded: whole(word)) &+ length &* spread) & mask
    case .decimal: (Int(truncatingIfNeeded: decimal(word)) &+ length &* spread) & mask
    }
  }

  /// The lowest bytes of a word, fewer than eight.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    ~(~0 &<< UInt64(truncatingIfNeeded: 8 &* count))
  }

  /// The last eight bytes of a cell, the last of them highest; `nil` where it begins otherwise than
  /// those known.
  private func word(of cell: ShortCell) -> UInt64? {
    let over = cell.count - Self.wordBytes
    guard over > 0 else { return cell.low << UInt64(truncatingIfNeeded: -8 * over) }
    guard over <= prefixCount, (cell.low ^ prefix) & Self.mask(over) == 0 else { return nil }
    let bits = UInt64(truncatingIfNeeded: 8 * over)
    return cell.low >> bits | cell.high << (64 - bits)
  }

  func code(of cell: ShortCell) -> Int32? {
    guard let word = word(of: cell) else { return nil }
    var step = 0
    while true {
      let entry = entries[place(of: word, cell.count, step)]
      if entry.count < 0 { return nil }
      if entry.word == word, entry.count == cell.count { return entry.code }
      step += 1
    }
  }

  /// Where a cell may stand: in its own place, beside it, or wherever one is free.
  private func place(of word: UInt64, _ count: Int, _ step: Int) -> Int {
    let mask = entries.count &- 1
    guard step > 1 else {
      return Self.place(of: word, count, order, spread, mask) ^ step
    }
    return (Self.scattered(word) &+ step) & mask
  }

  /// As `CellMemo.codes`. A cell may be missed that is known: where its pair was full.
  ///
  /// Nothing is checked inside the loops, which made them twice as fast: what a block says of its
  /// text, and the memo of itself, holds for all rows alike.
  func codes(
    _ block: RowBlock, _ text: Span<UInt8>, column: Int, from row: inout Int,
    into result: inout [Int32]
  ) -> UInt64 {
    if let search = CellSearch(
      entries: entries, order, spread: spread, prefix: prefixCount > 0 ? prefix : nil,
      isDirect: besideCount == 0)
    {
      // Vectors read eight bytes before the end of a cell: the text may begin later.
      let end = block.cell(0, column).upperBound
      if row == 0, end < Self.wordBytes {
        let missed = anyCodes(block, text, column, &row, &result, upTo: CellMemo.step)
        if missed != 0 { return missed }
      }
      return unsafe search.codes(block, text, column: column, from: &row, into: &result)
    }
    if besideCount == 0 {
      switch (prefixCount > 0, order) {
      case (false, .scattered): codes(block, text, column, &row, &result, false, .scattered)
      case (false, .whole): codes(block, text, column, &row, &result, false, .whole)
      case (false, .decimal): codes(block, text, column, &row, &result, false, .decimal)
      case (true, .scattered): codes(block, text, column, &row, &result, true, .scattered)
      case (true, .whole): codes(block, text, column, &row, &result, true, .whole)
      case (true, .decimal): codes(block, text, column, &row, &result, true, .decimal)
      }
    }
    // Only the rows that are left.
    return anyCodes(block, text, column, &row, &result, upTo: block.rowCount)
  }

  /// Goes on as long as every cell of a step is found in its own place.
  @inline(__always)
  private func codes(
    _ block: RowBlock, _ text: Span<UInt8>, _ column: Int, _ row: inout Int,
    _ result: inout [Int32], _ hasPrefix: Bool, _ order: Order
  ) {
    precondition(block.rowCount <= result.count && column < block.width)
    let entries = self.entries.span
    let mask = entries.count &- 1
    let spread = self.spread
    let prefix = self.prefix
    let ends = block.ends.span
    let width = block.width
    // From the end of the cell before to the beginning of this one.
    let gap = block.gap(at: column)
    let begin = block.base &+ gap
    var found = result.mutableSpan
    var end = row &* width &+ column
    while row &+ CellMemo.step <= block.rowCount {
      var differs: UInt64 = 0
      for place in row..<row &+ CellMemo.step {
        let before = unsafe Int(ends[unchecked: end])
        let length = unsafe Int(ends[unchecked: end &+ 1]) &- before &- gap
        end &+= width
        var start = begin &+ before
        var count = length
        if hasPrefix {
          // More than seven are shifted wrong, which does not matter: no entry has their length.
          let over = max(0, length &- Self.wordBytes)
          let bits = UInt64(truncatingIfNeeded: 8 &* over)
          differs |= (unsafe text.uncheckedWord(at: start) ^ prefix) & ~(~0 &<< bits)
          start &+= over & 7
          count &-= over
        }
        // Half of the bits and half again: by 64 at once nothing is shifted.
        let bits = UInt64(truncatingIfNeeded: 32 &- 4 &* count)
        let word = (unsafe text.uncheckedWord(at: start) &<< bits) &<< bits
        let entry = unsafe entries[
          unchecked: Self.place(of: word, length, order, spread, mask)]
        differs |=
          (entry.word ^ word)
          | UInt64(UInt32(bitPattern: entry.count ^ Int32(truncatingIfNeeded: length)))
        unsafe found[unchecked: place] = entry.code
      }
      if differs != 0 { return }
      row &+= CellMemo.step
    }
  }

  /// As `CellMemo.codes`, wherever cells stand, up to a row that is a multiple of steps away.
  private func anyCodes(
    _ block: RowBlock, _ text: Span<UInt8>, _ column: Int, _ row: inout Int,
    _ result: inout [Int32], upTo limit: Int
  ) -> UInt64 {
    switch order {
    case .scattered: anyCodes(block, text, column, &row, &result, upTo: limit, .scattered)
    case .whole: anyCodes(block, text, column, &row, &result, upTo: limit, .whole)
    case .decimal: anyCodes(block, text, column, &row, &result, upTo: limit, .decimal)
    }
  }

  @inline(__always)
  private func anyCodes(
    _ block: RowBlock, _ text: Span<UInt8>, _ column: Int, _ row: inout Int,
    _ result: inout [Int32], upTo limit: Int, _ order: Order
  ) -> UInt64 {
    precondition(block.rowCount <= result.count && column < block.width)
    let entries = self.entries.span
    let mask = entries.count &- 1
    let spread = self.spread
    let prefix = self.prefix
    let ends = block.ends.span
    let width = block.width
    let rowCount = min(limit, block.rowCount)
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
        let over = max(0, length &- Self.wordBytes)
        let start = begin &+ before
        let strange =
          (unsafe text.uncheckedWord(at: start) ^ prefix)
          & ~(~0 &<< UInt64(truncatingIfNeeded: 8 &* over))
        let bits = UInt64(truncatingIfNeeded: 32 &- 4 &* (length &- over))
        let word = (unsafe text.uncheckedWord(at: start &+ over & 7) &<< bits) &<< bits
        let place = Self.place(of: word, length, order, spread, mask)
        let first = unsafe entries[unchecked: place]
        let second = unsafe entries[unchecked: place ^ 1]
        let length32 = Int32(truncatingIfNeeded: length)
        let differsFromFirst =
          (first.word ^ word) | UInt64(UInt32(bitPattern: first.count ^ length32)) | strange
        let differsFromSecond =
          (second.word ^ word) | UInt64(UInt32(bitPattern: second.count ^ length32)) | strange
        let differs = differsFromFirst == 0 ? 0 : differsFromSecond
        let isMissed: UInt64 = differs == 0 ? 0 : 1
        missed |= isMissed &<< UInt64(truncatingIfNeeded: number)
        unsafe found[unchecked: row &+ number] = differsFromFirst == 0 ? first.code : second.code
      }
      if missed != 0 { return missed }
      row &+= CellMemo.step
    }
    return 0
  }

  /// Remembers a cell that is not known yet; false where it begins otherwise than those known.
  mutating func insert(_ cell: ShortCell, _ code: Int32) -> Bool {
    let over = cell.count - Self.wordBytes
    if over > 0 {
      let known = Self.mask(min(over, prefixCount))
      guard (cell.low ^ prefix) & known == 0 else { return false }
      if over > prefixCount {
        prefix = cell.low & Self.mask(over)
        prefixCount = over
      }
    }
    guard let word = word(of: cell) else { return false }
    guard cellCount < CellMemo.mostCells else { return true }
    cellCount += 1
    if cellCount * (entries.count < Self.mostSparse ? 4 : 2) > entries.count { grow() }
    put(Entry(word: word, code: code, count: Int32(truncatingIfNeeded: cell.count)))
    // Small ones are cheap to make anew, and what is in them is looked for often.
    if besideCount > 0, entries.count < Self.mostSparse { grow() }
    return true
  }

  private mutating func put(_ entry: Entry) {
    var step = 0
    var place = place(of: entry.word, Int(entry.count), step)
    while entries[place].count >= 0 {
      step += 1
      place = self.place(of: entry.word, Int(entry.count), step)
    }
    entries[place] = entry
    if step > 0 { besideCount += 1 }
    if step > 1 { farCount += 1 }
  }

  /// Makes room, in the order in which cells are found soonest.
  private mutating func grow() {
    let old = entries
    let size = old.count * 2
    fill(size, with: old, .scattered, spread: 0)
    var best = self
    // To try all of them takes long where there are many cells, and those fit no cache anyway.
    let isLarge = size > Self.mostTried
    for order in isLarge ? [Order.whole] : [.whole, .decimal] {
      // Parts of the whole that no few lengths make one of another.
      for spread in isLarge ? [0] : [0, size / 16 * 5, size / 16 * 3, size / 16 * 7] {
        if best.besideCount == 0 { break }
        fill(size, with: old, order, spread: spread)
        if cost < best.cost { best = self }
        // Where hardly any are found at once it is not for their lengths.
        if besideCount * 2 > cellCount { break }
      }
    }
    self = best
  }

  private var cost: Int { besideCount + 8 * farCount }

  private mutating func fill(_ size: Int, with old: [Entry], _ order: Order, spread: Int) {
    self.order = order
    self.spread = spread
    (besideCount, farCount) = (0, 0)
    entries = Array(repeating: .free, count: size)
    for entry in old where entry.count >= 0 { put(entry) }
  }

  /// Calls `body` with each cell, in no order, and its code.
  func forEach(_ body: (ShortCell, Int32) -> Void) {
    for entry in entries where entry.count >= 0 {
      let over = Int(entry.count) - Self.wordBytes
      guard over > 0 else {
        let word = entry.word >> UInt64(truncatingIfNeeded: -8 * over)
        body(ShortCell(word: word, count: Int(entry.count)), entry.code)
        continue
      }
      let bits = UInt64(truncatingIfNeeded: 8 * over)
      let low = prefix & Self.mask(over) | entry.word << bits
      body(
        ShortCell(low: low, rest: entry.word >> (64 - bits), count: Int(entry.count)), entry.code)
    }
  }
}
