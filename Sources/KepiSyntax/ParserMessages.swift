// What the parser says where something is missing, or stands where it cannot.
package import KepiDiagnostics

extension Parser {
  /// How a token is quoted in a message.
  func shown(_ token: Token) -> Phrase {
    switch token.kind {
    case .end, .separator: Phrase("the end", zh: "结尾")
    default: Phrase(asWritten: "`\(source.text(of: token.span))`")
    }
  }

  /// Something should stand here and does not.
  mutating func reportMissing(
    _ what: Phrase, details: [Phrase] = [], mends: [Diagnostic.Mend] = []
  ) {
    if reportRepeated() { return }
    let message = missing(what, after: index == statementStart ? nil : tokens[index - 1])
    let place = token.isEndOfStatement ? gap : token.span
    report(.error(.missingPart, message, at: place, details: details, mends: mends))
  }

  private func missing(_ what: Phrase, after previous: Token?) -> Phrase {
    let (english, chinese) = (what.english, what.chinese.afterChinese)
    let found = shown(token)
    switch (previous.map { source.text(of: $0.span) }, token.isEndOfStatement) {
    case (nil, true): return Phrase("\(english) is missing", zh: "缺少\(chinese)")
    case (let word?, true):
      return Phrase("\(english) is missing after `\(word)`", zh: "`\(word)` 后面缺少\(chinese)")
    case (nil, false):
      return Phrase(
        "\(english) comes first, not \(found.english)",
        zh: "开头应为\(chinese)，而不是\(found.chinese.afterChinese)")
    case (let word?, false):
      return Phrase(
        "after `\(word)` comes \(english), not \(found.english)",
        zh: "`\(word)` 后面应为\(chinese)，而不是\(found.chinese.afterChinese)")
    }
  }

  mutating func reportReserved(_ token: Token) {
    let word = source.text(of: token.span)
    report(
      .error(
        .reservedWord, Phrase("`\(word)` is a reserved word", zh: "`\(word)` 是保留字"),
        at: token.span,
        mends: [
          .init(
            Phrase("Quote it, here and wherever you use it:", zh: "在这里和其他地方都加上反引号："),
            [.init(token.span, "`\(word)`")])
        ]))
  }

  /// `opening` is the index of the bracket.
  mutating func reportUnclosed(_ opening: Int) {
    let sign = tokens[opening].text
    let closing = Symbol(rawValue: sign)?.closing?.rawValue ?? ""
    let isAtEnd = token.isEndOfStatement
    report(
      Diagnostic(
        .error, .unclosedBracket, Phrase("`\(sign)` is never closed", zh: "`\(sign)` 没有闭合"),
        at: [.init(isAtEnd ? gap : token.span), .init(tokens[opening].span)],
        mends: [.init(.closeIt, [.init(gap, (closing == "}" ? " " : "") + closing)])]))
  }

  /// Something stands where nothing like it can. Says what was probably meant.
  mutating func reportUnexpected(clauses: Bool = true) {
    let token = token
    let word = source.text(of: token.span)
    if case .symbol(let symbol) = token.kind, symbol.isClosing {
      return report(
        .error(
          .unclosedBracket,
          Phrase(
            "this `\(symbol.rawValue)` closes nothing", zh: "这个 `\(symbol.rawValue)` 没有对应的开括号"),
          at: token.span,
          mends: index == statementStart ? [] : [.init(.withoutIt, [.init(token.span, "")])]))
    }
    if reportRepeated() { return }
    let key = NameFolding.key(token.text)
    if token.kind == .name, key == "group" || key == "order", isKeyword(.by, at: 1) {
      let message =
        key == "group"
        ? Phrase("grouping is written `by`", zh: "分组写作 `by`")
        : Phrase("the order is written `sort by`", zh: "排序写作 `sort by`")
      return report(.error(.otherLanguage, message, at: token.span.joined(to: peek().span)))
    }
    if token.kind == .soft(.from), peek().isNameLike {
      return report(
        .error(
          .otherLanguage,
          Phrase(
            "a metric knows where it comes from, so there is no `from`",
            zh: "指标自带数据源，不写 `from`"),
          at: token.span.joined(to: peek().span)))
    }
    if token.kind == .name, let spaced = Lexer.spacedForm(of: token.text) {
      return report(
        .error(
          .missingSpace, .spaceAround(spaced.keyword), at: token.span,
          mends: [.init(.empty, spacingEdits())]))
    }
    if let mend = misspeltStatement() { return report(mend) }
    var mends: [Diagnostic.Mend] = []
    if token.isNameLike, clauses {
      let words = Keyword.clauseWords + [.and, .or, .as]
      let spellings = words.flatMap { [$0.english] + $0.chinese }
      if let near = Spelling.closest(to: token.text, among: spellings) {
        mends = [.init(nearest: .nearestWord(near), [.init(token.span, near)])]
      }
    }
    let previous = index > 0 ? tokens[index - 1] : token
    if mends.isEmpty, token.isNameLike || token.kind == .symbol(.leftParenthesis),
      previous.isNameLike
    {
      let title = Phrase("For both, put a comma between them:", zh: "两个都要时，中间加逗号：")
      mends = [.init(title, [.init(gap, ",")])]
    } else if mends.isEmpty, token.kind == .string, previous.isNameLike {
      mends = [.init(.toCompare, [.init(gap, " =")])]
    }
    let message: Phrase
    if index > statementStart {
      let before = source.text(of: previous.span)
      message = Phrase(
        "`\(word)` cannot stand after `\(before)`", zh: "`\(before)` 后面不能写 `\(word)`")
    } else {
      message = Phrase("`\(word)` cannot stand here", zh: "这里不能写 `\(word)`")
    }
    report(.error(.unexpectedPart, message, at: token.span, mends: mends))
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
      let word = source.text(of: token.span)
      report(
        .error(
          .unexpectedPart, Phrase("`\(word)` stands here twice", zh: "`\(word)` 在这里写了两次"),
          at: token.span,
          mends: [
            .init(Phrase("Once:", zh: "只写一次："), [.init(SourceSpan(in: source.id, range), "")])
          ]))
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
      .notAStatement,
      Phrase("there is no statement called `\(first.text)`", zh: "没有叫 `\(first.text)` 的语句"),
      at: first.span, mends: [.init(nearest: .nearest(near), [.init(first.span, near)])])
  }
}

extension Phrase {
  /// A Chinese keyword that runs together with a name.
  package static func spaceAround(_ keyword: String) -> Phrase {
    Phrase("write a space around \(keyword)", zh: "“\(keyword)”两边要有空格")
  }

  static let closeIt = Phrase("Close it:", zh: "补上：")
  static let toCompare = Phrase("To compare, write:", zh: "比较写作：")
}
