// The texts of a workbook that its cells share, and characters that XML cannot hold.

/// `sharedStrings.xml`: the texts of the workbook, each once.
struct SharedTexts: XMLHandler {
  struct Pool {
    var bytes: [UInt8] = []
    var ends: [Int] = []

    /// Where a text is in `bytes`; empty where there is none of that number.
    subscript(index: Int) -> Range<Int> {
      guard ends.indices.contains(index) else { return 0..<0 }
      return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }
  }

  private(set) var pool = Pool()
  private var isInText = false
  private var phoneticDepth = 0
  private let limits: ContainerLimits

  init(_ limits: ContainerLimits) { self.limits = limits }

  mutating func begin(_ element: borrowing XMLElement) {
    if element.isNamed("t") {
      isInText = phoneticDepth == 0
    } else if element.isNamed("rPh") {
      phoneticDepth += 1
    }
  }

  mutating func end(_ name: Span<UInt8>) {
    if name.equals("t") {
      isInText = false
    } else if name.equals("rPh") {
      phoneticDepth -= 1
    } else if name.equals("si") {
      EscapedText.resolve(&pool.bytes, from: pool.ends.last ?? 0)
      pool.ends.append(pool.bytes.count)
    }
  }

  mutating func text(_ bytes: Span<UInt8>) throws(ContainerFailure) {
    guard isInText else { return }
    pool.bytes.append(bytes)
    guard pool.bytes.count <= limits.tableBytes else {
      throw .tooLarge(limit: limits.tableBytes)
    }
  }
}

/// Characters that XML cannot hold, written `_x000D_`.
enum EscapedText {
  /// Whether one may be in a text.
  static func mayStand(in text: Span<UInt8>) -> Bool {
    text.count >= 7 && text.indices.contains { text[$0] == UInt8(ascii: "_") }
  }

  static func resolve(_ bytes: inout [UInt8], from start: Int) {
    let mark: [UInt8] = [UInt8(ascii: "_"), UInt8(ascii: "x")]
    guard let first = bytes[start...].firstIndex(of: mark[0]), bytes.count >= first + 7 else {
      return
    }
    var output: [UInt8] = []
    var index = first
    while index < bytes.count {
      if index + 7 <= bytes.count, bytes[index] == mark[0], bytes[index + 1] | 0x20 == mark[1],
        bytes[index + 6] == mark[0],
        let value = UInt32(
          String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        output.append(contentsOf: String(scalar).utf8)
        index += 7
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    bytes.replaceSubrange(first..., with: output)
  }
}
