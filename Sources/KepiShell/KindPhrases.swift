// The words of a property of an export kind, as they are matched.
import KepiDiagnostics
import KepiFormats
import KepiSemantics
import KepiSyntax

extension KindReader {
  mutating func texts(_ phrases: [PhraseSyntax]) -> [String] {
    phrases.compactMap { phrase in
      if phrase.parts.count == 1, let text = phrase.parts[0].text { return text }
      reportShape(phrase, Phrase("a text in quotes stands here", zh: "这里要写引号中的文本"))
      return nil
    }
  }

  mutating func names(_ phrases: [PhraseSyntax]) -> [Name] {
    phrases.compactMap { phrase in
      if phrase.words.count == 1, let name = phrase.words[0].name { return name }
      reportShape(phrase, Phrase("one name stands here", zh: "这里只写一个名称"))
      return nil
    }
  }
}

/// A word of a property as it is matched: names folded, signs and dots aside.
enum KindWord: Equatable {
  case word(String)
  case keyword(String)
  case text(String)
  case number(Int)
  case other

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Int? { if case .number(let number) = self { number } else { nil } }

  /// Whether values of a column follow.
  var beginsList: Bool {
    [
      .keyword("from"), .word("always"), .word("after"), .word("named"), .word("instead"),
      .word("times"), .word("minus"), .word("plus"), .word("formed"),
    ].contains(self)
  }

  var spelling: String {
    switch self {
    case .word(let word), .keyword(let word), .text(let word): word
    case .number(let number): String(number)
    case .other: ""
    }
  }
}

extension PhraseSyntax {
  var parts: [KindWord] {
    words.map { word in
      switch word {
      case .name(let path): path.single.map { .word($0.key) } ?? .other
      case .keyword(let keyword): .keyword(keyword)
      case .literal(.string(let text)): .text(text)
      case .literal(.number(let number)):
        number.scale == 0 ? Int(exactly: number.digits).map { .number($0) } ?? .other : .other
      case .literal: .other
      }
    }
  }
}

extension PhraseSyntax.Word {
  var name: Name? {
    switch self {
    case .name(let path): path.single
    case .keyword, .literal: nil
    }
  }
}
