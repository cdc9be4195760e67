// What the parser says where something is missing, or stands where it cannot.
import KepiDiagnostics

extension Parser {
  /// How a token is quoted in a message.
  func shown(_ token: Token) -> String {
    switch token.kind {
    case .end, .separator: "the end"
    default: "`\(source.text(of: token.span))`"
    }
  }

  /// Something should stand here and does not.
  mutating func reportMissing(
    _ what: String, details: [String] = [], mends: [Diagnostic.Mend] = []
  ) {
    if reportRepeated() { return }
    let isFirst = index == statementStart
    let previous = isFirst ? "" : "after `\(source.text(of: tokens[index - 1].span))`"
    if token.isEndOfStatement {
      let message = isFirst ? "\(what) is missing" : "\(what) is missing \(previous)"
      return report(.error(.missingPart, message, at: gap, details: details, mends: mends))
    }
    let message =
      isFirst
      ? "\(what) comes first, not \(shown(token))"
      : "\(previous) comes \(what), not \(shown(token))"
    report(.error(.missingPart, message, at: token.span, details: details, mends: mends))
  }

  mutating func reportReserved(_ token: Token) {
    let word = source.text(of: token.span)
    report(
      .error(
        .reservedWord, "`\(word)` is a reserved word", at: token.span,
        mends: [
          .init("Quote it, here and wherever you use it:", [.init(token.span, "`\(word)`")])
        ]))
  }

  /// `opening` is the index of the bracket.
  mutating func reportUnclosed(_ opening: Int) {
    let sign = tokens[opening].text
    let closing = Symbol(rawValue: sign)?.closing?.rawValue ?? ""
    let isAtEnd = token.isEndOfStatement
    report(
      Diagnostic(
        .error, .unclosedBracket, "`\(sign)` is never closed",
        at: [.init(isAtEnd ? gap : token.span), .init(tokens[opening].span)],
        mends: [.init("Close it:", [.init(gap, (closing == "}" ? " " : "") + closing)])]))
  }

  /// Something stands where nothing like it can. Says what was probably meant.
  mutating func reportUnexpected(clauses: Bool = true) {
    let token = token
    let word = source.text(of: token.span)
    if case .symbol(let symbol) = token.kind, symbol.isClosing {
      return report(
        .error(
          .unclosedBracket, "this `\(symbol.rawValue)` closes nothing", at: token.span,
          mends: index == statementStart ? [] : [.init("Without it:", [.init(token.span, "")])]))
    }
    if reportRepeated() { return }
    let key = NameFolding.key(token.text)
    if token.kind == .name, key == "group" || key == "order", isKeyword(.by, at: 1) {
      let message =
        key == "group" ? "grouping is written `by`" : "the order is written `sort by`"
      return report(.error(.otherLanguage, message, at: token.span.joined(to: peek().span)))
    }
    if token.kind == .soft(.from), peek().isNameLike {
      return report(
        .error(
          .otherLanguage, "a metric knows where it comes from, so there is no `from`",
          at: token.span.joined(to: peek().span)))
    }
    if token.kind == .name, let spaced = Lexer.spacedForm(of: token.text) {
      return report(
        .error(
          .missingSpace, "write a space around \(spaced.keyword)", at: token.span,
          mends: [.init("", spacingEdits())]))
    }
    if let mend = misspeltStatement() { return report(mend) }
    var mends: [Diagnostic.Mend] = []
    if token.isNameLike, clauses {
      let words = Keyword.clauseWords + [.and, .or, .as]
      let spellings = words.flatMap { [$0.english] + $0.chinese }
      if let near = Spelling.closest(to: token.text, among: spellings) {
        mends = [.init("The nearest word is `\(near)`:", [.init(token.span, near)])]
      }
    }
    let previous = index > 0 ? tokens[index - 1] : token
    if mends.isEmpty, token.isNameLike || token.kind == .symbol(.leftParenthesis),
      previous.isNameLike
    {
      mends = [.init("For both, put a comma between them:", [.init(gap, ",")])]
    } else if mends.isEmpty, token.kind == .string, previous.isNameLike {
      mends = [.init("To compare, write:", [.init(gap, " =")])]
    }
    let after = index > statementStart ? " after `\(source.text(of: previous.span))`" : " here"
    report(.error(.unexpectedPart, "`\(word)` cannot stand\(after)", at: token.span, mends: mends))
  }

  /// Whoever writes one word without a space writes all of a statement's so.
  private func spacingEdits() -> [Diagnostic.Edit] {
    var edits: [Diagnostic.Edit] = []
    for token in tokens[statementStart...] {
      if token.isEndOfStatement { break }
      guard token.kind == .name, let spaced = Lexer.spacedForm(of: token.text) else { continue }
      edits.append(.init(token.span, spaced.text))
    }
    return edits
  }

  /// A word written twice is what is wrong, even where only the word after it makes no sense.
  private mutating func reportRepeated() -> Bool {
    for second in [index, index - 1]
    where second > statementStart && !tokens[second].isEndOfStatement {
      let (first, token) = (tokens[second - 1], tokens[second])
      if case .symbol = token.kind { continue }
      guard first.kind == token.kind, first.text == token.text else { continue }
      let range = first.span.end..<token.span.end
      report(
        .error(
          .unexpectedPart, "`\(source.text(of: token.span))` stands here twice", at: token.span,
          mends: [.init("Once:", [.init(SourceSpan(in: source.id, range), "")])]))
      return true
    }
    return false
  }

  /// `metrc acos = …`: the second word of a statement makes no sense after a first one that is
  /// nearly a statement word.
  private func misspeltStatement() -> Diagnostic? {
    let first = tokens[statementStart]
    guard index == statementStart + 1, first.kind == .name,
      token.isNameLike || token.kind == .string
    else { return nil }
    let words = Keyword.definitionWords + Keyword.commandWords
    let spellings = words.flatMap { [$0.english] + $0.chinese }
    guard let near = Spelling.closest(to: first.text, among: spellings) else { return nil }
    return .error(
      .notAStatement, "there is no statement called `\(first.text)`", at: first.span,
      mends: [.init("The nearest is `\(near)`:", [.init(first.span, near)])])
  }
}
