// What the program says, in each of its languages.

/// A language that people are spoken to in. The raw value is what `set language` and `--language`
/// take.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"
}

/// A message, or a part of one. It is made with both languages, so none can lack one of them.
///
///     Phrase("there is no period called `\(name)`", zh: "没有叫 `\(name)` 的时段")
///
/// What people type is the same in either: names and code stand between backquotes, and in Chinese
/// a blank parts them, like all Latin letters and digits, from the signs around. A Chinese message
/// has no full stop.
package struct Phrase: Hashable, Sendable {
  package let english: String
  package let chinese: String

  package init(_ english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// Made of other phrases, each of which is asked for its part.
  package init(_ text: (Language) -> String) {
    english = text(.english)
    chinese = text(.chinese)
  }

  /// What belongs to no language of ours: the name of a file, a cell, someone's own words.
  package init(asWritten text: String) {
    english = text
    chinese = text
  }

  package static let empty = Phrase(asWritten: "")

  package var isEmpty: Bool { english.isEmpty && chinese.isEmpty }

  package func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}

extension DefaultStringInterpolation {
  // Two languages in one sentence would compile otherwise.
  @available(*, unavailable, message: "say which language: `english`, `chinese` or `text(in:)`")
  package mutating func appendInterpolation(_ phrase: Phrase) {}
}

extension Phrase {
  /// Leads up to the line with the nearest of some names.
  package static func nearestName(_ name: String) -> Phrase {
    Phrase("The nearest name is `\(name)`", zh: "最接近的名称是 `\(name)`")
  }

  /// The same of words of the language.
  package static func nearestWord(_ word: String) -> Phrase {
    Phrase("The nearest word is `\(word)`", zh: "最接近的词是 `\(word)`")
  }

  /// The same of what is neither.
  package static func nearest(_ text: String) -> Phrase {
    Phrase("The nearest is `\(text)`", zh: "最接近的是 `\(text)`")
  }

  /// Before the repaired line.
  package static let write = Phrase("Write:", zh: "写作：")
  package static let withoutIt = Phrase("Without it:", zh: "去掉它：")
  package static let forExample = Phrase("For example:", zh: "例如：")

  /// With an example behind that works as it stands.
  package static func forExample(_ line: String) -> Phrase { forExample(Phrase(asWritten: line)) }

  package static func forExample(_ line: Phrase) -> Phrase {
    Phrase { "\(forExample.text(in: $0))   \(line.text(in: $0))" }
  }

  /// With a colon, as before a line of code.
  package var withColon: Phrase { Phrase(english + ":", zh: chinese + "：") }

  /// As a sentence that stands by itself.
  package var asSentence: Phrase { Phrase(english + ".", zh: chinese) }
}

extension Sequence<String> {
  /// As a list in a sentence: `a, b` and `a、b`.
  package func listed(in language: Language) -> String {
    switch language {
    case .english: joined(separator: ", ")
    case .chinese: joined(separator: "、")
    }
  }
}

extension String {
  /// To follow a Chinese sign: with a blank before Latin letters, digits and backquotes.
  package var afterChinese: String {
    guard let first = unicodeScalars.first, first.value < 0x2E80 else { return self }
    return " " + self
  }

  /// To stand before a Chinese sign, the same way.
  package var beforeChinese: String {
    guard let last = unicodeScalars.last, last.value < 0x2E80 else { return self }
    return self + " "
  }
}
