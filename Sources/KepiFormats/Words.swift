// Eight bytes of a text at a time.

extension Span<UInt8> {
  /// The eight bytes from an offset on, the first of them lowest.
  ///
  /// Reading a CSV a byte at a time took twice as long.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The bytes from an offset on as a word, without those from `end` on; they are zero.
  @inline(__always)
  func word(at offset: Int, before end: Int) -> UInt64 {
    let left = end &- offset
    if offset &+ 8 <= count {
      let word = word(at: offset)
      return left >= 8 ? word : word & ~(~0 << UInt64(truncatingIfNeeded: 8 &* left))
    }
    var word: UInt64 = 0
    for place in stride(from: end - 1, through: offset, by: -1) {
      word = word << 8 | UInt64(self[place])
    }
    return word
  }

  /// The same where the caller knows that the text has so many bytes: checks of each word made
  /// finding the cells of a large file a third slower.
  @unsafe @inline(__always)
  func uncheckedWord(at offset: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }
}

/// One byte, in all eight places of a word.
struct BytePattern {
  private let word: UInt64

  init(_ byte: UInt8) { word = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// A word whose lowest bit that is set stands in the first byte that is the pattern's; 0 where
  /// there is none. What stands above that bit says nothing.
  @inline(__always)
  func matches(in text: UInt64) -> UInt64 {
    let difference = text ^ word
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }
}
