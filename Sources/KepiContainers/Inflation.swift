// zlib behind safe calls: what is deflated, expanded piece by piece, and checksums.
import CZlib
import Dispatch

package enum Inflation {
  package enum Form: Sendable {
    /// Bare, as in a ZIP archive.
    case deflate
    /// With the headers and checksums of gzip files, one after another.
    case gzip
  }

  /// Expands a file and hands on what comes out, at most 64 KB at a time.
  ///
  /// - Errors: `endsInTheMiddle` where the stream does not end within the file, `malformed` or
  ///   `wrongChecksum` where it is damaged, `unreadable`, and what `body` throws.
  static func expand(
    _ file: LargeFile, _ form: Form, _ body: (Span<UInt8>) throws(ContainerFailure) -> Void
  ) throws(ContainerFailure) {
    var state = InflationState(file, form)
    var output: [UInt8] = Array(repeating: 0, count: 65_536)
    while true {
      let count = try state.expand(into: &output, from: 0)
      if count == 0 { return }
      try body(output.span.extracting(0..<count))
    }
  }

  /// The same, with a thread of its own for expanding while `body` works on what came before. A
  /// workbook is then read in five sixths of the time.
  static func expandAhead(
    _ file: LargeFile, _ form: Form, _ body: (Span<UInt8>) throws(ContainerFailure) -> Void
  ) throws(ContainerFailure) {
    let queue = BlockQueue()
    // A queue of one's own has a thread even where all others wait.
    DispatchQueue(label: "inflate").async {
      do throws(ContainerFailure) {
        try expand(file, form) { piece throws(ContainerFailure) in try queue.put(piece) }
        queue.finish(.success(()))
      } catch {
        queue.finish(.failure(error))
      }
    }
    try queue.takeAll(body)
  }

  /// The CRC-32 of bytes that follow others whose checksum is `before`.
  static func checksum(_ before: UInt32, _ bytes: Span<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe UInt32(truncatingIfNeeded: crc32_z(UInt(before), buffer.baseAddress, buffer.count))
    }
  }
}
