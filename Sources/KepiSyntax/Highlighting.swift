// What each stretch of a text is, for colours.
package import KepiDiagnostics

package struct HighlightedRange: Equatable, Sendable {
  package enum Class: String, CaseIterable, Sendable {
    case keyword, name, function, number, date, string, sign, comment, documentation, unknown
  }
  package let span: SourceSpan
  package let kind: Class
}

extension ScriptSyntax {
  /// What each stretch of a text is, in order; blanks are left out.
  package static func highlight(_ text: SourceText) -> [HighlightedRange] {
    var parser = Parser(text)
    // In the shell a line may be clauses alone.
    if parser.isClauseStart { _ = parser.clauseLine() } else { _ = parser.script() }
    var ranges: [HighlightedRange] = []
    for (index, token) in parser.tokens.enumerated() {
      let next = parser.tokens[min(index + 1, parser.tokens.count - 1)]
      if let kind = kind(of: token, isKeyword: parser.keywordUses.contains(index), next: next) {
        ranges.append(HighlightedRange(span: token.span, kind: kind))
      }
    }
    for piece in parser.trivia {
      switch piece.kind {
      case .blank, .lineEnd: continue
      case .comment: ranges.append(HighlightedRange(span: piece.span, kind: .comment))
      case .documentation: ranges.append(HighlightedRange(span: piece.span, kind: .documentation))
      case .unknown: ranges.append(HighlightedRange(span: piece.span, kind: .unknown))
      }
    }
    return ranges.sorted { $0.span.start < $1.span.start }
  }

  private static func kind(
    of token: Token, isKeyword: Bool, next: Token
  ) -> HighlightedRange.Class? {
    switch token.kind {
    case .reserved, .inList, .notInList: .keyword
    case .soft, .name:
      isKeyword ? .keyword : next.kind == .symbol(.leftParenthesis) ? .function : .name
    case .quotedName: .name
    case .integer, .number, .percent: .number
    case .date: .date
    case .string: .string
    case .symbol: .sign
    case .separator, .end: nil
    }
  }
}
