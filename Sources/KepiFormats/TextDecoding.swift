// The bytes of a file as UTF-8, whatever they were.
package import KepiContainers
package import KepiDiagnostics

package struct DecodedText: Equatable, Sendable {
  package enum Encoding: String, Equatable, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case cp932 = "Shift-JIS"
    case gb18030 = "GB18030"
    case cp1252 = "Windows-1252"
  }

  package enum Form: Equatable, Sendable {
    case delimited
    /// Rows of a `CellTable`. `headerIsFirst` where its maker knows the names of the columns: its
    /// header is then no row of the file, and the rows are counted from the one below.
    case cells(headerIsFirst: Bool)
  }

  /// UTF-8 throughout, without a byte order mark; in cells, the marks of `CellMark` besides.
  package let bytes: [UInt8]
  package let encoding: Encoding
  /// U+FFFD in `bytes`: characters cut or damaged before the file came to us, and those that
  /// could not be decoded.
  package let damagedCharacters: Int
  package var form = Form.delimited
  /// What the container could not give.
  package var remarks: [Phrase] = []
  /// Whether it is the beginning of a longer one.
  var isHead = false

  /// The line of the first row.
  var firstLine: Int { form == .cells(headerIsFirst: true) ? 0 : 1 }
}

extension DecodedText {
  /// `damagedCharacters` of the text that the table was made of.
  package init(_ table: CellTable, headerIsFirst: Bool, damagedCharacters: Int = 0) {
    self.init(
      bytes: table.bytes, encoding: .utf8, damagedCharacters: damagedCharacters,
      form: .cells(headerIsFirst: headerIsFirst))
    remarks = Self.remarks(of: table)
  }

  /// What a container says of a table beside its rows.
  static func remarks(of table: CellTable) -> [Phrase] {
    var remarks: [Phrase] = []
    if table.errorCells > 0 {
      remarks.append(
        Phrase(
          counted(table.errorCells, "cell") + " with an error such as `#N/A` in place of a value",
          zh: "\(table.errorCells) 个单元格是 `#N/A` 一类的错误，没有值"))
    }
    if table.unresolvedFormulas > 0 {
      remarks.append(
        Phrase(
          counted(table.unresolvedFormulas, "formula")
            + " stored without a result: opened and saved in a spreadsheet program they have one",
          zh: "\(table.unresolvedFormulas) 个公式没有存下结果：用表格软件打开并保存后就有"))
    }
    if !table.listsLeftOut.isEmpty {
      let names = table.listsLeftOut.map { "`\($0)`" }.joined(separator: ", ")
      remarks.append(
        Phrase("lists inside records are left out: \(names)", zh: "记录里的列表未读取：\(names)"))
    }
    return remarks
  }
}

extension DecodedText {
  /// Never fails: a byte that no encoding explains becomes U+FFFD. `japanese` says that the file
  /// is known to come from Japan, which decides for Shift-JIS where the bytes allow it.
  package init(_ bytes: [UInt8], japanese: Bool = false) {
    let mark = TextMark(bytes)
    if let highByteFirst = mark.highByteFirst {
      self = Self.utf16(bytes, from: mark.length, highByteFirst: highByteFirst)
      return
    }
    let survey = UTF8Survey(bytes, from: mark.length)
    if mark.isUTF8 || survey.isOfUTF8 {
      self = Self.utf8(bytes, from: mark.length, survey: survey)
      return
    }
    let (text, japaneseEvidence) = Self.cp932(bytes)
    if japaneseEvidence.isJapanese(hinted: japanese || Self.mentionsJapan(bytes)) {
      self = text
    } else if ChineseEvidence(bytes).isChinese,
      let text = TextConverter.utf8(bytes, from: Self.chineseEncoding)
    {
      self = DecodedText(
        bytes: text, encoding: .gb18030,
        damagedCharacters: UTF8Survey(text, from: 0).replacements)
    } else {
      self = Self.cp1252(bytes)
    }
  }

  static let chineseEncoding = "GB18030"

  static func utf8(_ bytes: [UInt8], from start: Int, survey: UTF8Survey) -> DecodedText {
    guard survey.malformed > 0 else {
      return DecodedText(
        bytes: start == 0 ? bytes : Array(bytes[start...]), encoding: .utf8,
        damagedCharacters: survey.replacements)
    }
    let repaired = Array(String(decoding: bytes[start...], as: UTF8.self).utf8)
    return DecodedText(
      bytes: repaired, encoding: .utf8,
      damagedCharacters: UTF8Survey(repaired, from: 0).replacements)
  }

  /// Half a pair by itself becomes U+FFFD, and half a unit at the end is passed over.
  static func utf16(_ bytes: [UInt8], from start: Int, highByteFirst: Bool) -> DecodedText {
    let (high, low) = highByteFirst ? (0, 1) : (1, 0)
    var output = UTF8Output(capacity: bytes.count * 3 / 4)
    var offset = start
    while offset + 1 < bytes.count {
      let unit = UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + low])
      offset += 2
      switch unit {
      case 0xD800...0xDBFF where offset + 1 < bytes.count:
        let next = UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + low])
        guard (0xDC00...0xDFFF).contains(next) else {
          output.append(0xFFFD)
          continue
        }
        offset += 2
        output.append(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00))
      case 0xD800...0xDFFF: output.append(0xFFFD)
      default: output.append(unit)
      }
    }
    return DecodedText(
      bytes: output.bytes, encoding: .utf16, damagedCharacters: output.replacements)
  }

  static func cp1252(_ bytes: [UInt8]) -> DecodedText {
    var output = UTF8Output(capacity: bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0x80...0x9F: output.append(cp1252Controls[Int(byte - 0x80)])
      default: output.append(UInt32(byte))
      }
    }
    return DecodedText(
      bytes: output.bytes, encoding: .cp1252, damagedCharacters: output.replacements)
  }

  /// What 80 to 9F stand for; all other bytes are Latin-1. 0xFFFD where there is nothing.
  private static let cp1252Controls: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// The bytes as Japanese, and whether they read as it.
  static func cp932(_ bytes: [UInt8]) -> (text: DecodedText, evidence: JapaneseEvidence) {
    var output = UTF8Output(capacity: bytes.count + bytes.count / 2)
    var evidence = JapaneseEvidence()
    var lastEnd = -1
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case 0x00...0x7F: output.append(UInt32(byte))
      case 0xA1...0xDF:
        output.append(0xFF61 + UInt32(byte) - 0xA1)
        evidence.halfWidth += 1
      default:
        let trail = offset < bytes.count ? bytes[offset] : 0
        guard let character = CP932Table.character(lead: byte, trail: trail) else {
          // A title cut inside a character: what follows, often a tab, stands for itself.
          output.append(0xFFFD)
          continue
        }
        if byte < 0xA0 { evidence.low += 1 }
        if lastEnd == offset - 1 { evidence.neighbours += 1 }
        offset += 1
        lastEnd = offset
        evidence.pairs += 1
        if (0x3041...0x30FE).contains(character) { evidence.kana += 1 }
        output.append(character)
      }
    }
    evidence.replacements = output.replacements
    let text = DecodedText(
      bytes: output.bytes, encoding: .cp932, damagedCharacters: output.replacements)
    return (text, evidence)
  }

  /// Whether the beginning of a file names the Japanese marketplace or its currency.
  static func mentionsJapan(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(65_536)
    return [Array("amazon.co.jp".utf8), Array("JPY".utf8)].contains { word in
      var rest = head[...]
      while let index = rest.firstIndex(where: { $0 | 0x20 == word[0] | 0x20 }) {
        let candidate = rest[index...].prefix(word.count)
        if candidate.count == word.count,
          zip(candidate, word).allSatisfy({ $0 | 0x20 == $1 | 0x20 }
          )
        {
          return true
        }
        rest = rest[(index + 1)...]
      }
      return false
    }
  }
}

extension CP932Table {
  private static let scalars: [UInt32] = characters.unicodeScalars.lazy
    .filter { $0 != "\n" }.map(\.value)

  /// The row of each lead byte in `scalars`, or -1.
  private static let rows: [Int] = {
    var rows = Array(repeating: -1, count: 256)
    for (row, lead) in leads.enumerated() { rows[Int(lead)] = row }
    return rows
  }()

  static func character(lead: UInt8, trail: UInt8) -> UInt32? {
    let row = rows[Int(lead)]
    guard row >= 0, (0x40...0xFC).contains(trail), trail != 0x7F else { return nil }
    let column = Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
    let character = scalars[row * 188 + column]
    return character == 0xFFFD ? nil : character
  }
}

/// What the multi-byte sequences of a text are like.
struct UTF8Survey {
  /// Sequences of two bytes and more that are well formed.
  var sequences = 0
  var malformed = 0
  /// U+FFFD, written out.
  var replacements = 0
  private var lastMalformed = 0
  private var count = 0

  /// A file that was cut, or whose titles were, is still UTF-8: other encodings break most of their
  /// sequences, not a few.
  var isOfUTF8: Bool { malformed * 8 <= sequences || isOnlyCutAtTheEnd }

  /// Whether the only damage is a last character that the end of the file cuts.
  var isOnlyCutAtTheEnd: Bool { malformed == 1 && lastMalformed + 3 >= count && sequences > 0 }

  init() {}

  init(_ bytes: [UInt8], from start: Int) { self.init(bytes.span, from: start) }

  /// Takes what follows, which begins with a character of its own.
  mutating func add(_ next: UTF8Survey) {
    sequences += next.sequences
    malformed += next.malformed
    replacements += next.replacements
    if next.malformed > 0 { lastMalformed = count + next.lastMalformed }
    count += next.count
  }

  init(_ text: Span<UInt8>, from start: Int) {
    count = text.count
    var offset = start
    while offset < text.count {
      // Most texts are ASCII almost throughout.
      while offset &+ 64 <= text.count {
        var bits: UInt64 = 0
        for place in 0..<8 { bits |= unsafe text.uncheckedWord(at: offset &+ 8 &* place) }
        if bits & 0x8080_8080_8080_8080 != 0 { break }
        offset &+= 64
      }
      while offset &+ 8 <= text.count, text.word(at: offset) & 0x8080_8080_8080_8080 == 0 {
        offset &+= 8
      }
      guard offset < text.count else { return }
      let lead = text[offset]
      if lead < 0x80 {
        offset += 1
        continue
      }
      let length = Self.length(of: text, at: offset)
      if length == 0 {
        malformed += 1
        lastMalformed = offset
        offset += 1
      } else {
        sequences += 1
        if length == 3, lead == 0xEF, text[offset + 1] == 0xBF, text[offset + 2] == 0xBD {
          replacements += 1
        }
        offset += length
      }
    }
  }

  /// Bytes of the sequence at an offset, 0 where it is malformed. The ranges are those of table
  /// 3-7 of the Unicode standard.
  private static func length(of text: Span<UInt8>, at offset: Int) -> Int {
    let lead = text[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard offset + length <= text.count, second.contains(text[offset + 1]) else { return 0 }
    for index in stride(from: offset + 2, to: offset + length, by: 1)
    where !(0x80...0xBF).contains(text[index]) {
      return 0
    }
    return length
  }
}

/// UTF-8 as it is written, character by character.
private struct UTF8Output {
  private(set) var bytes: [UInt8] = []
  private(set) var replacements = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// `scalar` is no surrogate.
  mutating func append(_ scalar: UInt32) {
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else if scalar < 0x800 {
      bytes.append(0xC0 | UInt8(scalar >> 6))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    } else if scalar >= 0x10000 {
      bytes.append(0xF0 | UInt8(scalar >> 18))
      bytes.append(0x80 | UInt8(scalar >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    } else {
      if scalar == 0xFFFD { replacements += 1 }
      bytes.append(0xE0 | UInt8(scalar >> 12))
      bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    }
  }
}
