// Text in other encodings, as the system's converter writes it.
import Glibc

enum ShiftJIS {
  /// `nil` where it cannot write a character.
  static func bytes(_ text: String) -> [UInt8]? { EncodedText.bytes(text, as: "SHIFT_JIS") }
}

enum EncodedText {
  /// `nil` where the encoding cannot write a character.
  static func bytes(_ text: String, as encoding: String) -> [UInt8]? {
    let converter = unsafe iconv_open(encoding, "UTF-8")
    defer { unsafe iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 4 * input.count + 8)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let failed = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft) != 0
      }
    }
    guard !failed, inputLeft == 0 else { return nil }
    return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
  }
}
