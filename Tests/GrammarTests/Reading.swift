// One text, read by the parser and by the published grammar.
import KepiDiagnostics
import KepiSyntax

struct Reading {
  let text: String
  let tokens: [Token]
  let isAllowed: Bool
  let hasUnreadableSigns: Bool
  private let allowedLength: Int
  private let found: [Diagnostic]
  private let texts: SourceMap

  init(_ text: String) {
    self.text = text
    var texts = SourceMap()
    let source = texts.add(name: "<text>", text: text)
    let lexed = Lexer.lex(source)
    tokens = lexed.tokens
    hasUnreadableSigns = !lexed.diagnostics.isEmpty
    found = ScriptSyntax.parse(source).diagnostics
    self.texts = texts
    let read = GrammarTests.recogniser?.read(GrammarWords.read(lexed.tokens))
    isAllowed = read?.isSentence ?? false
    allowedLength = read?.length ?? 0
  }

  var isParsed: Bool { found.isEmpty }

  /// What the grammar leaves to be checked after parsing: a clause that stands twice, two periods
  /// in a bracket, a property in the wrong block, a day or a number that does not exist.
  var failsOnlyLater: Bool {
    let later: Set<DiagnosticCode> = [
      .clauseTwice, .twoPeriodChanges, .clauseNotHere, .notADay, .badNumber, .notYet,
    ]
    return found.allSatisfy { later.contains($0.code) }
  }

  var diagnostics: String {
    let renderer = DiagnosticRenderer(texts: texts, language: .english)
    return found.map { renderer.text($0) }.joined(separator: "\n")
  }

  /// The word at which the grammar stops.
  var stop: String {
    let words = GrammarWords.read(tokens)
    let word = allowedLength < words.count ? "\(words[allowedLength].spellings)" : "the end"
    return "the grammar stops at word \(allowedLength + 1), \(word)"
  }
}

/// Where the parser takes less than the grammar says, on purpose.
enum KnownDifference: CaseIterable {
  /// `acos[28 days]`: a quantity is an expression, but never a condition. The parser asks at once
  /// whether `rolling` or `ago` is meant.
  case quantityAlone
  /// `5 asc`, `5 gives`: these words go on with the sentence and are never a unit.
  case wordsAfterNumbers
  /// `top 3 per per month`: the first `per` would have to be a dimension, as in `top 3 per by x`.
  case perTwice

  func applies(to reading: Reading) -> Bool {
    let kinds = reading.tokens.map(\.kind)
    switch self {
    case .quantityAlone:
      return kinds.indices.contains { place in
        place + 3 < kinds.count
          && [.symbol(.leftBracket), .symbol(.comma)].contains(kinds[place])
          && kinds[place + 1] == .integer && Self.isName(kinds[place + 2])
          && [.symbol(.rightBracket), .symbol(.comma)].contains(kinds[place + 3])
      }
    case .wordsAfterNumbers:
      let words: [Token.Kind] = [.soft(.asc), .soft(.desc), .soft(.within), .soft(.gives)]
      return kinds.indices.contains { place in
        place + 1 < kinds.count && [.integer, .number].contains(kinds[place])
          && words.contains(kinds[place + 1])
      }
    case .perTwice:
      return kinds.indices.contains { place in
        place + 1 < kinds.count && kinds[place] == .soft(.per) && kinds[place + 1] == .soft(.per)
      }
    }
  }

  private static func isName(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .soft, .name, .quotedName: true
    default: false
    }
  }
}

/// One change to one word of a text.
enum Damage {
  static func all(of text: String) -> [String] {
    let source = SourceText(id: .init(0), name: "", text: text)
    let tokens = Lexer.lex(source).tokens.filter { $0.kind != .end && $0.kind != .separator }
    let words = tokens.map { source.text(of: $0.span) }
    func joined(_ words: some Sequence<String>) -> String { words.joined(separator: " ") }
    var found: [String] = []
    for place in words.indices {
      found.append(joined(words[..<place] + words[(place + 1)...]))
      found.append(joined(words[..<place] + [words[place]] + words[place...]))
      for other in ["x", "5", "by", ","] {
        found.append(joined(words[..<place] + [other] + words[(place + 1)...]))
      }
      if place + 1 < words.count {
        var swapped = words
        swapped.swapAt(place, place + 1)
        found.append(joined(swapped))
      }
    }
    return found
  }
}
