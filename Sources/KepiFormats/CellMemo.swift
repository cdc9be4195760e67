// What short cells of a column were found to be, by their bytes as they stand in the file.

/// The bytes of a cell of at most 15, and how many they are.
struct ShortCell: Equatable {
  static let mostBytes = 15

  let low: UInt64
  let high: UInt64

  /// `nil` for a longer one, and within the last bytes of a text.
  @inline(__always)
  init?(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    let count = end &- start
    guard count <= Self.mostBytes, start &+ 16 <= text.count else { return nil }
    let low = text.word(at: start)
    if count <= 8 {
      self.low = low & Self.mask(count)
      high = UInt64(truncatingIfNeeded: count) &<< 56
    } else {
      self.low = low
      high =
        text.word(at: start &+ 8) & Self.mask(count &- 8)
        | UInt64(truncatingIfNeeded: count) &<< 56
    }
  }

  /// The lowest bytes, 8 at most.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    count == 8 ? ~0 : (1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1
  }

  @inline(__always)
  var hash: Int {
    let mixed = (low ^ (high &* 0xFF51_AFD7_ED55_8CCD)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ (mixed &>> 32))
  }
}

/// Codes by cell: a cell seen before costs a look at two words, without trimming or hashing it.
struct CellMemo {
  private struct Entry {
    var cell: ShortCell
    /// -1 where it is free.
    var code: Int32
  }

  /// Past this, columns of ids would fill memory with cells that hardly come again.
  private static let mostEntries = 1 << 20

  /// Open addressing; its size is a power of two.
  private var entries: [Entry] = []
  private var count = 0

  @inline(__always)
  func code(of cell: ShortCell) -> Int32? {
    guard !entries.isEmpty else { return nil }
    let mask = entries.count &- 1
    var place = cell.hash & mask
    while true {
      let entry = entries[place]
      if entry.code < 0 { return nil }
      if entry.cell == cell { return entry.code }
      place = (place &+ 1) & mask
    }
  }

  /// Remembers a cell that is not known yet.
  mutating func insert(_ cell: ShortCell, _ code: Int32) {
    guard count < Self.mostEntries else { return }
    if count * 2 >= entries.count { grow() }
    put(Entry(cell: cell, code: code))
    count += 1
  }

  private mutating func put(_ entry: Entry) {
    let mask = entries.count - 1
    var place = entry.cell.hash & mask
    while entries[place].code >= 0 { place = (place + 1) & mask }
    entries[place] = entry
  }

  private mutating func grow() {
    let old = entries
    let none: [UInt8] = Array(repeating: 0, count: 16)
    guard let empty = ShortCell(none.span, 0, 0) else { return }
    entries = Array(repeating: Entry(cell: empty, code: -1), count: max(64, old.count * 4))
    for entry in old where entry.code >= 0 { put(entry) }
  }
}
