// Bytes that are read from any place, without ever being held as a whole.

package struct LargeFile: Sendable {
  package let size: Int
  /// Fills an array with the bytes from an offset on; false where there are fewer.
  package let read: @Sendable (_ offset: Int, _ bytes: inout [UInt8]) -> Bool
  /// All bytes, where they are in memory anyway.
  package let whole: [UInt8]?

  package init(
    size: Int, read: @escaping @Sendable (_ offset: Int, _ bytes: inout [UInt8]) -> Bool
  ) {
    self.size = size
    self.read = read
    whole = nil
  }

  package init(_ bytes: [UInt8]) {
    size = bytes.count
    whole = bytes
    read = { offset, room in
      guard offset + room.count <= bytes.count else { return false }
      room.replaceSubrange(0..<room.count, with: bytes[offset..<offset + room.count])
      return true
    }
  }

  /// The same without the bytes before an offset.
  package func dropping(_ count: Int) -> LargeFile { count == 0 ? self : part(count..<size) }

  func part(_ range: Range<Int>) -> LargeFile {
    LargeFile(size: range.count) { [read] offset, bytes in
      guard offset + bytes.count <= range.count else { return false }
      return read(range.lowerBound + offset, &bytes)
    }
  }

  package func bytes(_ range: Range<Int>) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: range.count)
    return read(range.lowerBound, &bytes) ? bytes : nil
  }

  /// Hands on all bytes in their order, so many at a time.
  ///
  /// - Errors: `unreadable`, and what `body` throws.
  package func forEachPiece(
    of count: Int, _ body: (Span<UInt8>) throws(ContainerFailure) -> Void
  ) throws(ContainerFailure) {
    var piece: [UInt8] = []
    for offset in stride(from: 0, to: size, by: count) {
      let end = min(size, offset + count)
      if let whole {
        try body(whole.span.extracting(offset..<end))
        continue
      }
      if piece.count != end - offset { piece = Array(repeating: 0, count: end - offset) }
      guard read(offset, &piece) else { throw .unreadable }
      try body(piece.span)
    }
  }
}
