// What the bytes of a text say of its encoding. What windows of it say adds up to what the whole says.

/// A mark at the beginning of a text, or zeros where UTF-16 without a mark has them.
struct TextMark {
  /// Of the mark itself.
  let length: Int
  let isUTF8: Bool
  /// Which byte of a pair comes first, where the text is UTF-16.
  let highByteFirst: Bool?

  /// Of the first bytes that are looked at.
  static let headSize = 4096

  init(_ bytes: [UInt8]) {
    isUTF8 = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if bytes.starts(with: [0xFF, 0xFE]) {
      (length, highByteFirst) = (2, false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (length, highByteFirst) = (2, true)
    } else {
      length = isUTF8 ? 3 : 0
      highByteFirst = isUTF8 ? nil : Self.unmarkedUTF16(bytes)
    }
  }

  /// Which byte of a pair comes first, where a text without a mark is UTF-16: digits and separators
  /// then have a zero on one side, and nothing else has zeros.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(headSize)
    guard head.count >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd * 5 > head.count, zeros.even == 0 { return false }
    if zeros.even * 5 > head.count, zeros.odd == 0 { return true }
    return nil
  }
}

/// How bytes look as Shift-JIS.
struct JapaneseEvidence {
  var pairs = 0
  var kana = 0
  var halfWidth = 0
  /// Pairs that begin with a byte of 81 to 9F, and those that follow another.
  var low = 0
  var neighbours = 0
  var replacements = 0

  mutating func add(_ next: JapaneseEvidence) {
    pairs += next.pairs
    kana += next.kana
    halfWidth += next.halfWidth
    low += next.low
    neighbours += next.neighbours
    replacements += next.replacements
  }

  func isJapanese(hinted: Bool) -> Bool {
    // Western text decodes to rare ideographs and half-width signs, and breaks often; it has no
    // hiragana or full-width katakana.
    let isSound = replacements * 20 <= pairs + 20
    let hasKana = kana >= 3 && kana * 10 >= pairs
    // Headers may be ideographs alone. Those in use begin with bytes that Western text has for quotes
    // and dashes, one at a time, and Chinese text hardly at all.
    let isIdeographs =
      pairs >= 4 && low * 10 >= pairs * 9 && neighbours * 2 >= pairs && halfWidth * 4 <= pairs
      && replacements * 20 <= pairs
    return isSound && (hinted || hasKana || isIdeographs)
  }
}

/// How bytes look as GB18030.
struct ChineseEvidence {
  // Nearly all characters of Chinese text are of the first standard, GB 2312, both their bytes lie
  // high, and mostly one follows another. Western letters beyond ASCII stand among others: two in a
  // row, as in `ação`, look like one character, and hardly ever are there four.
  private var pairs = 0
  private var common = 0
  private var neighbours = 0
  private var strangers = 0

  init() {}

  init(_ bytes: [UInt8]) {
    var index = 0
    var lastEnd = -1
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (bytes[index], trail) {
      case (0xB0...0xF7, 0xA1...0xFE), (0xA1...0xA3, 0xA1...0xFE):
        common += 1
        pairs += 1
        if index == lastEnd { neighbours += 1 }
        lastEnd = index + 2
      case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE), (0x81...0xFE, 0x30...0x39):
        pairs += 1
      default:
        strangers += 1
        index -= 1
      }
      index += 2
    }
  }

  mutating func add(_ next: ChineseEvidence) {
    pairs += next.pairs
    common += next.common
    neighbours += next.neighbours
    strangers += next.strangers
  }

  var isChinese: Bool {
    common >= 2 && common * 10 >= pairs * 8 && neighbours * 4 >= common
      && strangers * 20 <= pairs + 20
  }
}
