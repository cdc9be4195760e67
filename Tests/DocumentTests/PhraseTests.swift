// Every message of the sources in both languages, whether or not a test ever makes the program say
// it.
import KepiShell
import Testing

struct PhraseTests {
  /// A `Phrase("…", zh: "…")` as the source has it; what is put into it is a `\u{1}`.
  struct Pair: Sendable, CustomStringConvertible {
    let place: String
    let english: String
    let chinese: String
    var description: String { "\(place): \(english) / \(chinese)" }
  }

  @Test func thereAreMany() {
    #expect(Self.pairs.count > 400)
  }

  @Test func bothAreSaid() {
    for pair in Self.pairs {
      // Sentences put together of parts are checked by what they say.
      guard pair.english.contains(where: \.isLetter) else { continue }
      #expect(pair.english != pair.chinese, "\(pair)")
      #expect(!pair.english.unicodeScalars.contains { $0.isChinese }, "\(pair)")
      #expect(
        pair.chinese.unicodeScalars.contains { $0.isChinese || $0.isWideSign }, "\(pair)")
    }
  }

  /// Names and code are the same in either, and so is how many of them there are.
  @Test func bothQuoteTheSame() {
    for pair in Self.pairs {
      #expect(
        Self.quoted(pair.english).sorted() == Self.quoted(pair.chinese).sorted(), "\(pair)")
    }
  }

  /// A blank between Chinese signs and Latin ones, wide signs between clauses, no full stop.
  @Test func chineseIsSetAsChinese() {
    for pair in Self.pairs {
      let text = Array(pair.chinese.unicodeScalars)
      #expect(text.last != "。" && text.last != ".", "\(pair)")
      for (place, (left, right)) in zip(text, text.dropFirst()).enumerated() {
        let isTight =
          left.isChinese && (right.isLatin || right == "`")
          || right.isChinese && (left.isLatin || left == "`")
        #expect(!isTight, "\(pair)")
        #expect(!(left.isChinese && ",;:()".unicodeScalars.contains(right)), "\(pair)")
        // Three blanks part a line of code from what leads up to it.
        let isApart = text[(place + 1)...].starts(with: "   ".unicodeScalars)
        #expect(!(left.isWideSign && right == " " && !isApart), "\(pair)")
      }
    }
  }

  /// What stands between backquotes.
  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  // MARK: Reading the sources

  /// Empty where the sources cannot be read.
  private static let pairs = (try? read()) ?? []

  private static func read() throws -> [Pair] {
    var pairs: [Pair] = []
    let start = Array("Phrase(")
    for folder in try FileAccess.inPackage.list("Sources") where !folder.hasPrefix("C") {
      for name in try PackageFiles.names(in: "Sources/\(folder)", endingIn: ".swift") {
        let text = Array(try PackageFiles.text("Sources/\(folder)/\(name)"))
        for place in text.indices where text[place] == "P" && text[place...].starts(with: start) {
          var reader = LiteralReader(text: text, position: place + start.count)
          guard let english = reader.literals(), reader.take(","), reader.take("zh:"),
            let chinese = reader.literals(), reader.take(")")
          else { continue }
          pairs.append(Pair(place: "\(folder)/\(name)", english: english, chinese: chinese))
        }
      }
    }
    return pairs
  }
}

/// Reads string literals of Swift.
private struct LiteralReader {
  let text: [Character]
  var position: Int

  mutating func take(_ word: String) -> Bool {
    skipBlanks()
    guard text[position...].starts(with: word) else { return false }
    position += word.count
    return true
  }

  /// Literals with a plus sign between them; `nil` where something else stands there.
  mutating func literals() -> String? {
    guard var value = literal() else { return nil }
    while take("+") {
      guard let more = literal() else { return nil }
      value += more
    }
    return value
  }

  private mutating func literal() -> String? {
    guard take("\"") else { return nil }
    var value = ""
    while position < text.count, text[position] != "\"" {
      guard text[position] == "\\", position + 1 < text.count else {
        value.append(text[position])
        position += 1
        continue
      }
      position += 2
      switch text[position - 1] {
      case "(":
        value.append("\u{1}")
        skipInterpolation()
      case let escaped: value.append(escaped)
      }
    }
    position += 1
    return value
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while position < text.count, depth > 0 {
      switch text[position] {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"":
        _ = literal()
        continue
      default: break
      }
      position += 1
    }
  }

  private mutating func skipBlanks() {
    while position < text.count, text[position].isWhitespace { position += 1 }
  }
}

extension Unicode.Scalar {
  fileprivate var isChinese: Bool { (0x4E00..<0xA000).contains(value) }
  fileprivate var isWideSign: Bool { "，；：、（）“”".unicodeScalars.contains(self) }
  fileprivate var isLatin: Bool { isASCII && properties.isAlphabetic || ("0"..."9").contains(self) }
}
