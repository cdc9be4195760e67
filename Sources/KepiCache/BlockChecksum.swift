// A checksum of many bytes that costs no more than reading them.

/// Eight lanes of 64 bits, each of which takes every eighth word: the processor multiplies for one
/// while it waits for another. A step of a lane can be undone, and so can the last mixing for each
/// lane: bytes that differ in one word never have the same checksum, others with a chance of 2^-64.
/// It is none against those who mean harm, who could write a file of the cache anyway.
package enum BlockChecksum {
  /// What a file is cut into, so that cores can share it.
  package static let blockSize = 1 << 22

  package static func of(_ bytes: RawSpan) -> UInt64 {
    var lanes = start
    let stripes = bytes.byteCount / 64
    do {
      var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3])
      var (e, f, g, h) = (lanes[4], lanes[5], lanes[6], lanes[7])
      for stripe in 0..<stripes {
        let offset = stripe &* 64
        // Inside the bytes, of which there are 64 for each stripe. Checked, it took twice as long.
        a = unsafe step(a, word(bytes, offset))
        b = unsafe step(b, word(bytes, offset &+ 8))
        c = unsafe step(c, word(bytes, offset &+ 16))
        d = unsafe step(d, word(bytes, offset &+ 24))
        e = unsafe step(e, word(bytes, offset &+ 32))
        f = unsafe step(f, word(bytes, offset &+ 40))
        g = unsafe step(g, word(bytes, offset &+ 48))
        h = unsafe step(h, word(bytes, offset &+ 56))
      }
      lanes = [a, b, c, d, e, f, g, h]
    }
    // The rest, with zeros up to a whole word. The length, which is mixed in, tells it from them.
    for (number, offset) in stride(from: stripes * 64, to: bytes.byteCount, by: 8).enumerated() {
      var word: UInt64 = 0
      for place in offset..<min(offset + 8, bytes.byteCount) {
        word |= UInt64(byte(bytes, place)) << UInt64(8 * (place - offset))
      }
      lanes[number] = step(lanes[number], word)
    }
    var result = UInt64(bytes.byteCount) &* prime
    for place in lanes.indices {
      let lane = (lanes[place] ^ lanes[place] >> 32) &* prime
      result = (result ^ lane ^ lane >> 29) &* prime
      result ^= result >> 32
    }
    return result
  }

  /// Of numbers, each 8 bytes, such as the checksums of blocks.
  package static func of(_ words: [UInt64]) -> UInt64 {
    // Named: as part of the expression it made the compiler fail.
    let words = words.map(\.littleEndian)
    return unsafe of(words.span.bytes)
  }

  package static func of(_ bytes: [UInt8]) -> UInt64 { unsafe of(bytes.span.bytes) }

  private static let prime: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let start = InlineArray<8, UInt64> { place in
    (UInt64(place) &+ 1) &* 0xC2B2_AE3D_27D4_EB4F
  }

  @inline(__always)
  private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let product = (lane ^ word) &* prime
    return product << 31 | product >> 33
  }

  @unsafe @inline(__always)
  private static func word(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  private static func byte(_ bytes: RawSpan, _ offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < bytes.byteCount, "a byte of the span")
    return unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }
}
