// iconv of the C library behind one safe call: encodings with tables too large to carry.
import Glibc

enum TextConverter {
  /// The text as UTF-8, with U+FFFD for what does not decode; `nil` where the library does not know
  /// the encoding: some systems install the larger tables apart.
  static func utf8(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let converter = unsafe iconv_open("UTF-8", encoding),
      Int(bitPattern: converter) != -1
    else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 2)
    var room: [CChar] = Array(repeating: 0, count: 65_536)
    var position = 0
    while position < input.count {
      var left = input.count - position
      var free = room.count
      unsafe input.withUnsafeMutableBytes { buffer in
        unsafe room.withUnsafeMutableBufferPointer { target in
          var source = unsafe buffer.baseAddress.map {
            unsafe ($0 + position).assumingMemoryBound(to: CChar.self)
          }
          var place = target.baseAddress
          _ = unsafe iconv(converter, &source, &left, &place, &free)
        }
      }
      let made = room.count - free
      for index in 0..<made { output.append(UInt8(bitPattern: room[index])) }
      let taken = input.count - position - left
      position += taken
      // What stops it, other than a full buffer, is a byte that begins no character.
      if made == 0, taken == 0 {
        output.append(contentsOf: "\u{FFFD}".utf8)
        position += 1
        _ = unsafe iconv(converter, nil, nil, nil, nil)
      }
    }
    return output
  }
}
