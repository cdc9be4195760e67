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

  /// Expands `bytes[range]` and hands on what comes out, at most 64 KB at a time.
  ///
  /// - Errors: `endsInTheMiddle` where the stream does not end within the range, `malformed` or
  ///   `wrongChecksum` where it is damaged, and what `body` throws.
  static func expand(
    _ bytes: [UInt8], _ range: Range<Int>, _ form: Form,
    _ body: (Span<UInt8>) throws(ContainerFailure) -> Void
  ) throws(ContainerFailure) {
    var stream = unsafe z_stream()
    guard unsafe cz_inflate_init(&stream, form == .gzip ? 31 : -15) == Z_OK else {
      throw .malformed(form: "deflate", line: nil)
    }
    defer { unsafe inflateEnd(&stream) }
    var output: [UInt8] = Array(repeating: 0, count: 65_536)
    var position = range.lowerBound
    while true {
      // The counters of zlib have 32 bits, so a large file is handed over in pieces.
      let given = min(range.upperBound - position, 1 << 24)
      var status: Int32 = Z_OK
      var taken = 0
      var made = 0
      unsafe bytes.withUnsafeBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { room in
          if let base = input.baseAddress {
            unsafe stream.next_in = UnsafeMutablePointer(mutating: base + position)
          }
          unsafe stream.avail_in = UInt32(given)
          unsafe stream.next_out = room.baseAddress
          unsafe stream.avail_out = UInt32(room.count)
          status = unsafe inflate(&stream, Z_NO_FLUSH)
          taken = unsafe given - Int(stream.avail_in)
          made = unsafe room.count - Int(stream.avail_out)
        }
      }
      position += taken
      if made > 0 { try body(output.span.extracting(0..<made)) }
      switch status {
      case Z_STREAM_END:
        let rest = bytes[position..<range.upperBound]
        // Gzip files may be several, one after another; other bytes behind them mean nothing.
        guard form == .gzip, rest.starts(with: [0x1F, 0x8B]) else { return }
        guard unsafe inflateReset(&stream) == Z_OK else {
          throw .malformed(form: "deflate", line: nil)
        }
      case Z_OK: continue
      case Z_BUF_ERROR:
        // No progress without more bytes.
        if position >= range.upperBound { throw .endsInTheMiddle }
      case Z_DATA_ERROR:
        let text = unsafe stream.msg.map { unsafe String(cString: $0) } ?? ""
        throw text.hasSuffix("check") ? .wrongChecksum : .malformed(form: "deflate", line: nil)
      default: throw .malformed(form: "deflate", line: nil)
      }
    }
  }

  /// The same, with a thread of its own for expanding while `body` works on what came before. A
  /// workbook is then read in five sixths of the time.
  static func expandAhead(
    _ bytes: [UInt8], _ range: Range<Int>, _ form: Form,
    _ body: (Span<UInt8>) throws(ContainerFailure) -> Void
  ) throws(ContainerFailure) {
    let queue = BlockQueue()
    // A queue of one's own has a thread even where all others wait.
    DispatchQueue(label: "inflate").async {
      do throws(ContainerFailure) {
        try expand(bytes, range, form, queue.put)
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
