// What short cells of a column were found to be, by their bytes as they stand in the file.

/// The bytes of a cell of at most 15, and how many they are.
package struct ShortCell: Equatable, Sendable {
  static let mostBytes = 15

  private let low: UInt64
  private let high: UInt64

  /// `nil` for a longer one, and within the last bytes of a text.
  @inline(__always)
  package init?(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
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

  /// A small number of its own for each of the numbers `0`, `12`, `3.5` and `0.25` in the form that
  /// they mostly have; `nil` for all other cells and for large numbers.
  @inline(__always)
  package var numberPlace: Int? {
    let count = Int(truncatingIfNeeded: high &>> 56)
    guard count &- 1 < 7 else { return nil }
    var digits = low
    var digitCount = count
    let dots = Self.dots.matches(in: low)
    if dots != 0 {
      let dot = dots.trailingZeroBitCount &>> 3
      let fraction = count &- 1 &- dot
      guard dot > 0, fraction == 1 || fraction == 2 else { return nil }
      let whole = low & Self.mask(dot)
      digits = whole | (low &>> 8) & ~Self.mask(dot)
      digitCount = count &- 1
      // `00.5` is another text than `0.5`.
      guard dot == 1 || low & 0xFF != 0x30 else { return nil }
      return Self.number(digits, digitCount).map { $0 &* 3 &+ fraction }
    }
    guard count == 1 || low & 0xFF != 0x30 else { return nil }
    return Self.number(digits, digitCount).map { $0 &* 3 }
  }

  private static let dots = BytePattern(UInt8(ascii: "."))

  /// What up to eight digits say; `nil` where they are not all digits.
  @inline(__always)
  private static func number(_ bytes: UInt64, _ count: Int) -> Int? {
    // Zeros in front make them eight.
    let shift = UInt64(truncatingIfNeeded: 8 &* (8 &- count))
    let text = (bytes &<< shift) | (0x3030_3030_3030_3030 & ~(~0 &<< shift))
    guard
      (text & 0xF0F0_F0F0_F0F0_F0F0) == 0x3030_3030_3030_3030,
      ((text &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) == 0x3030_3030_3030_3030
    else { return nil }
    var value = text &- 0x3030_3030_3030_3030
    value = (value &* 10) &+ (value &>> 8)
    let pairs = value & 0x0000_00FF_0000_00FF
    let others = (value &>> 16) & 0x0000_00FF_0000_00FF
    let sum = pairs &* 0x000F_4240_0000_0064 &+ others &* 0x0000_2710_0000_0001
    return Int(truncatingIfNeeded: sum &>> 32)
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
    entries = Array(repeating: Entry(cell: empty, code: -1), count: max(64, old.count * 2))
    for entry in old where entry.code >= 0 { put(entry) }
  }
}

/// Codes by number: those that mostly stand in a file lie side by side, and none is compared.
struct NumberMemo {
  private static let mostPlaces = 1 << 20

  /// 0 where there is none.
  private var codes: [Int32] = []

  @inline(__always)
  func code(at place: Int) -> Int32? {
    guard place < codes.count else { return nil }
    let code = codes[place]
    return code == 0 ? nil : code
  }

  /// Whether there is room for a number.
  mutating func insert(_ place: Int, _ code: Int32) -> Bool {
    guard place < Self.mostPlaces else { return false }
    while place >= codes.count {
      codes += Array(repeating: 0, count: max(256, codes.count))
    }
    codes[place] = code
    return true
  }
}
