// The part of the parser that reads questions: items, then clauses.
import KepiDiagnostics

extension Parser {
  mutating func query() -> QuerySyntax {
    let start = index
    let items = items(.metric)
    let clauses = clauses()
    return QuerySyntax(items: items, clauses: clauses, at: span(from: start))
  }

  mutating func items(_ role: ExpectedAt.Kinds) -> [ItemSyntax] {
    let what: Phrase = role == .dimension ? .whatToGroupBy : .whatToShow
    var found: [ItemSyntax] = []
    repeat {
      self.role = role
      let value = expression(what)
      guard value.form != .absent else {
        found.append(ItemSyntax(value))
        continue
      }
      if at(.as) {
        advance()
        found.append(ItemSyntax(value, as: name(.aName)))
      } else {
        found.append(ItemSyntax(value))
      }
    } while take(.comma)
    return found
  }

  /// Clauses up to the end of the statement, a block, or `within`.
  mutating func clauses(before end: Keyword? = nil) -> [ClauseSyntax] {
    clauses { parser in if let end { parser.at(end) } else { false } }
  }

  /// The same up to what is none of theirs.
  mutating func clauses(until isEnd: (inout Parser) -> Bool) -> [ClauseSyntax] {
    var found: [ClauseSyntax] = []
    while true {
      if isEnd(&self) { break }
      let start = index
      if let form = clauseForm() {
        let clause = ClauseSyntax(form, at: span(from: start))
        checkRepetition(of: clause, among: found)
        found.append(clause)
        continue
      }
      if token.isEndOfStatement || at(.leftBrace) { break }
      if index == start {
        reportUnexpected()
        advance()
      }
      skipToClause()
    }
    return found
  }

  private mutating func clauseForm() -> ClauseSyntax.Form? {
    for keyword in Keyword.clauseWords { expect(keyword) }
    guard case .reserved(let keyword) = token.kind else {
      if token.kind == .inList {
        // `in (` after all: there is nothing before it that could be in a list.
        let message = Phrase("a name stands before `in (`", zh: "`in (` 前面要有名称")
        report(.error(.missingPart, message, at: token.span))
        advance()
      }
      return nil
    }
    switch keyword {
    case .by:
      advance()
      return .by(items(.dimension))
    case .where:
      advance()
      role = .dimension
      return .where(expression(.aCondition))
    case .having:
      advance()
      role = .metric
      return .having(expression(.aCondition))
    case .over:
      advance()
      return .over(period())
    case .asOf:
      advance()
      return point().map { .asOf($0) }
    case .vs:
      advance()
      return baselines().map { .versus($0) }
    case .top, .bottom: return top(isBottom: keyword == .bottom)
    case .with: return extras()
    case .sort: return sort()
    case .limit:
      advance()
      return count(.aNumber).map { .limit($0) }
    case .in: return currency()
    case .fill: return fill()
    case .using:
      advance()
      expectKind(.calendar)
      return name(.nameOfCalendar).map { .using($0) }
    default: return nil
    }
  }

  private mutating func checkRepetition(of clause: ClauseSyntax, among clauses: [ClauseSyntax]) {
    guard let first = clauses.first(where: { $0.form.word == clause.form.word }) else { return }
    let join: String
    switch clause.form {
    case .where, .with: return
    case .by, .versus, .sort: join = ","
    case .having: join = " and"
    case .over, .asOf, .top, .limit, .currency, .fill, .using: join = ""
    }
    let word = clause.form.word.english
    var mend = Diagnostic.Mend(
      Phrase("Keep one:", zh: "只留一个："),
      [.init(SourceSpan(in: source.id, first.span.start..<clause.span.start), "")])
    if !join.isEmpty {
      // Lists and conditions are joined where they stand side by side.
      let word = tokenIndex(at: clause.span.start)
      // `sort by` is two words.
      let last = clause.form.word == .sort ? min(word + 1, tokens.count - 1) : word
      let gap = SourceSpan(in: source.id, first.span.end..<tokens[last].span.end)
      let title = Phrase("Write it once:", zh: "合写为：")
      if clauses.last == first { mend = .init(title, [.init(gap, join)]) }
    }
    report(
      Diagnostic(
        .error, .clauseTwice,
        Phrase("`\(word)` stands here twice", zh: "`\(word)` 在这里写了两次"),
        at: [.init(wordSpan(of: clause)), .init(wordSpan(of: first))], mends: [mend]))
  }

  /// The token that begins at a byte offset, or the next one.
  private func tokenIndex(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count - 1
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func wordSpan(of clause: ClauseSyntax) -> SourceSpan {
    tokens[tokenIndex(at: clause.span.start)].span
  }

  private mutating func top(isBottom: Bool) -> ClauseSyntax.Form? {
    advance()
    role = .dimension
    let hint =
      isKeyword(.by, at: 0) || token.isNameLike
      ? [Diagnostic.Mend(.forExample, [.init(gap, " 10")])] : []
    guard let count = count(.howMany, mends: hint) else {
      guard at(.by) || token.isNameLike else { return nil }
      return ranking(isBottom: isBottom, count: 10)
    }
    return ranking(isBottom: isBottom, count: count)
  }

  private mutating func ranking(isBottom: Bool, count: Int) -> ClauseSyntax.Form? {
    var ranked: NamePath?
    var per: [NamePath] = []
    // `top 3 per month` ranks the last dimension of `by`; `top 3 per by x` ranks one called `per`.
    expectKind(role)
    if token.isNameLike, !(at(.per) && peek().isNameLike) { ranked = path(.aDimension) }
    while at(.per) {
      advanceKeyword()
      guard let path = path(.aDimension) else { break }
      per.append(path)
    }
    role = .metric
    guard at(.by) else {
      var mends: [Diagnostic.Mend] = []
      if let ranked, per.isEmpty {
        let start = ranked.span.start
        let before = SourceSpan(in: source.id, start..<start)
        mends = [.init(Phrase("To rank by it:", zh: "按它排名："), [.init(before, "by ")])]
      } else if let first = firstItemText() {
        mends = [.init(.forExample, [.init(gap, " by \(first)")])]
      }
      reportMissing(
        Phrase("`by` with what to rank by", zh: "`by` 和排名依据"), mends: mends)
      let by = ranked.map { ExpressionSyntax(.name($0), at: $0.span) }
      return .top(
        TopSyntax(
          isBottom: isBottom, count: count, ranked: nil, per: per,
          by: by ?? ExpressionSyntax(.absent, at: gap)))
    }
    advance()
    return .top(
      TopSyntax(
        isBottom: isBottom, count: count, ranked: ranked, per: per,
        by: expression(.whatToRankBy)))
  }

  /// The text of a statement's first word where that can be ranked by.
  private func firstItemText() -> String? {
    let first = tokens[statementStart]
    return first.isNameLike && !keywordUses.contains(statementStart)
      ? source.text(of: first.span) : nil
  }

  private mutating func extras() -> ClauseSyntax.Form? {
    advance()
    var others = false
    var totals = false
    repeat {
      if take(.others) {
        others = true
      } else if take(.totals) {
        totals = true
      } else {
        reportMissing(.oneOf([.others, .totals]), mends: nearest([.others, .totals]))
        if token.isNameLike { advance() }
      }
    } while take(.comma)
    return .with(others: others, totals: totals)
  }

  /// An offer of the one of a few keywords that the word at hand is nearly.
  mutating func nearest(_ keywords: [Keyword]) -> [Diagnostic.Mend] {
    guard token.isNameLike,
      let near = Spelling.closest(
        to: token.text, among: keywords.flatMap { [$0.english] + $0.chinese })
    else { return [] }
    return [.init(nearest: .nearestWord(near), [.init(token.span, near)])]
  }

  private mutating func sort() -> ClauseSyntax.Form? {
    advance()
    if !take(.by) {
      reportMissing(
        .sign("by"),
        mends: canBeginExpression(token) ? [.init(.write, [.init(gap, " by")])] : [])
      guard canBeginExpression(token) else { return nil }
    }
    var keys: [SortKeySyntax] = []
    repeat {
      role = .metric
      let value = expression(.whatToSortBy)
      if take(.asc) {
        keys.append(SortKeySyntax(value, direction: .ascending))
      } else if take(.desc) {
        keys.append(SortKeySyntax(value, direction: .descending))
      } else {
        keys.append(SortKeySyntax(value, direction: nil))
        reportLongDirection()
      }
    } while take(.comma)
    return .sort(keys)
  }

  private mutating func reportLongDirection() {
    guard token.kind == .name else { return }
    let key = NameFolding.key(token.text)
    guard key == "descending" || key == "ascending" else { return }
    let short = key == "descending" ? "desc" : "asc"
    report(
      .error(
        .otherLanguage,
        Phrase("the direction is written `\(short)`", zh: "排序方向写作 `\(short)`"),
        at: token.span, mends: [.init(.write, [.init(token.span, short)])]))
    advance()
  }

  private mutating func currency() -> ClauseSyntax.Form? {
    advance()
    expectKind(.currency)
    var mends: [Diagnostic.Mend] = []
    if token.kind == .string {
      let title = Phrase("Without quotes:", zh: "去掉引号：")
      mends = [.init(title, [.init(token.span, token.text)])]
      reportMissing(.aCurrency, mends: mends)
      advance()
      return nil
    }
    guard let code = name(.aCurrency) else { return nil }
    guard take(.at) else { return .currency(CurrencySyntax(code: code, rate: nil)) }
    expectKind(.rates)
    if isPointStart() {
      return .currency(CurrencySyntax(code: code, rate: point().map { .point($0) }))
    }
    let table = name(.dayOrRates)
    return .currency(CurrencySyntax(code: code, rate: table.map { .table($0) }))
  }

  private mutating func fill() -> ClauseSyntax.Form? {
    advance()
    if take(.zero) { return .fill(.zero) }
    if take(.blank) { return .fill(.blank) }
    if take(.previous) { return .fill(.previous) }
    if take(.none) { return .fill(.none) }
    var mends = nearest([.zero, .blank, .previous, .none])
    if token.kind == .integer, token.text == "0" {
      mends = [.init(.write, [.init(token.span, "zero")])]
    } else if token.kind == .name, NameFolding.key(token.text) == "null" {
      mends = [.init(.write, [.init(token.span, "blank")])]
    }
    reportMissing(.oneOf([.zero, .blank, .previous, .none]), mends: mends)
    if !token.isEndOfStatement, !isClauseStart { advance() }
    return nil
  }
}

extension ClauseSyntax.Form {
  /// The word the clause begins with; `bottom` counts as `top`.
  package var word: Keyword {
    switch self {
    case .by: .by
    case .where: .where
    case .having: .having
    case .over: .over
    case .asOf: .asOf
    case .versus: .vs
    case .top: .top
    case .with: .with
    case .sort: .sort
    case .limit: .limit
    case .currency: .in
    case .fill: .fill
    case .using: .using
    }
  }
}
