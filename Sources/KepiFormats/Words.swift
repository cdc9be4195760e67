// Eight bytes of a text at a time.

extension Span<UInt8> {
  /// The eight bytes from an offset on, the first of them lowest.
  ///
  /// Reading a CSV a byte at a time took twice as long.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
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
