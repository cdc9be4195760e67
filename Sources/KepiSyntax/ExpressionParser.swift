// The part of the parser with precedence: one loop over binding powers.
import KepiDiagnostics

extension Parser {
  /// How tightly an operator holds what stands beside it, loosest first.
  private enum Power: Int, Comparable {
    case or, and, not, comparison, sum, product, unary
    static func < (left: Power, right: Power) -> Bool { left.rawValue < right.rawValue }
    var next: Power { Power(rawValue: rawValue + 1) ?? .unary }
  }

  /// `what` is what a message calls it.
  mutating func expression(_ what: Phrase = .aNameOrValue) -> ExpressionSyntax {
    expect(.if)
    guard at(.if) else { return operation(.or, what) }
    guard enter() else { return skipDeep() }
    defer { depth -= 1 }
    let start = index
    advance()
    let condition = expression(.aCondition)
    if !take(.then) { reportMissing(.sign("then")) }
    let value = expression()
    if !take(.else) {
      reportMissing(
        .sign("else"),
        mends: value.form == .absent
          ? []
          : [.init(Phrase("Without a value:", zh: "没有值时："), [.init(gap, " else missing")])])
      return ExpressionSyntax(
        .conditional(condition, then: value, otherwise: ExpressionSyntax(.absent, at: gap)),
        at: span(from: start))
    }
    let otherwise = expression()
    return ExpressionSyntax(
      .conditional(condition, then: value, otherwise: otherwise), at: span(from: start))
  }

  private mutating func enter() -> Bool {
    guard depth < Self.greatestDepth, operatorCount < Self.greatestOperatorCount else {
      return false
    }
    depth += 1
    operatorCount += 1
    return true
  }

  private mutating func skipDeep() -> ExpressionSyntax {
    let start = index
    report(
      .error(
        .unexpectedPart,
        Phrase("this is nested too deeply or too long to be read", zh: "这里嵌套太深或太长，无法读取"),
        at: token.span))
    skipToEndOfStatement()
    return ExpressionSyntax(.absent, at: span(from: start))
  }

  // MARK: Operators

  private mutating func operation(_ minimum: Power, _ what: Phrase) -> ExpressionSyntax {
    let start = index
    var left = prefix(minimum, what)
    // Names keep a dangling operator for its own message; nothing is built upon nothing.
    while left.form != .absent || !hasProblem {
      operatorCount += 1
      guard operatorCount < Self.greatestOperatorCount else { return skipDeep() }
      if let (symbol, power) = binaryOperator(), power >= minimum {
        if power == .comparison, isComparison(left) {
          reportChain(left)
        }
        advance()
        expectValue(of: left, after: symbol)
        let right = operation(power.next, Self.operandName(symbol))
        left = ExpressionSyntax(.binary(symbol, left, right), at: span(from: start))
      } else if minimum <= .comparison, let form = comparison(left) {
        left = ExpressionSyntax(form, at: span(from: start))
      } else {
        break
      }
    }
    return left
  }

  private static func operandName(_ symbol: BinaryOperator) -> Phrase {
    symbol == .and || symbol == .or ? .aCondition : .aNameOrValue
  }

  private mutating func binaryOperator() -> (BinaryOperator, Power)? {
    expect(.or)
    expect(.and)
    switch token.kind {
    case .reserved(.or): return (.or, .or)
    case .reserved(.and): return (.and, .and)
    case .symbol(let symbol):
      switch symbol {
      case .equal: return (.equal, .comparison)
      case .notEqual: return (.notEqual, .comparison)
      case .less: return (.less, .comparison)
      case .lessOrEqual: return (.lessOrEqual, .comparison)
      case .greater: return (.greater, .comparison)
      case .greaterOrEqual: return (.greaterOrEqual, .comparison)
      case .plus: return (.plus, .sum)
      case .minus: return (.minus, .sum)
      case .times: return (.times, .product)
      case .divided: return (.divided, .product)
      case .comma, .colon, .dot, .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket,
        .leftBrace, .rightBrace:
        return nil
      }
    case .reserved, .soft, .name, .quotedName, .integer, .number, .percent, .date, .string, .inList,
      .notInList, .separator, .end:
      return nil
    }
  }

  private func isComparison(_ expression: ExpressionSyntax) -> Bool {
    switch expression.form {
    case .binary(let symbol, _, _): symbol.isComparison
    case .between, .membership, .like, .isMissing: true
    case .name, .literal, .quantity, .call, .negated, .not, .conditional, .context, .parenthesised,
      .absent:
      false
    }
  }

  /// `10 < price < 20`.
  private mutating func reportChain(_ left: ExpressionSyntax) {
    var mends: [Diagnostic.Mend] = []
    if case .binary(_, _, let middle) = left.form {
      let title = Phrase("Compare twice:", zh: "比较两次：")
      mends = [.init(title, [.init(gap, " and \(source.text(of: middle.span))")])]
    }
    report(
      .error(
        .unexpectedPart, Phrase("two values are compared at a time", zh: "一次只能比较两个值"),
        at: token.span, mends: mends))
  }

  /// A value of the name on the left is expected next: completion offers those of the data.
  private mutating func expectValue(of left: ExpressionSyntax, after symbol: BinaryOperator) {
    guard isProbing, symbol.isComparison, case .name(let path) = left.form else { return }
    expectation?.valueOf = path
    expectation?.kinds.formUnion(.value)
  }

  /// What may follow a sum beside the signs: `between`, `in (`, `like`, `is missing`.
  private mutating func comparison(_ left: ExpressionSyntax) -> ExpressionSyntax.Form? {
    // Two values are compared at a time.
    if !isComparison(left) { for keyword in [Keyword.between, .like, .is] { expect(keyword) } }
    if isComparison(left), beginsComparison { reportChain(left) }
    switch token.kind {
    case .reserved(.between):
      advance()
      let low = operation(.sum, .aNumberOrDate)
      if !take(.and) {
        reportMissing(.sign("and"))
        return .between(left, low, ExpressionSyntax(.absent, at: gap))
      }
      return .between(left, low, operation(.sum, .aNumberOrDate))
    case .inList, .notInList:
      let isNegated = token.kind == .notInList
      advance()
      let opening = index
      advance()
      var compared: NamePath?
      if case .name(let path) = left.form { compared = path }
      let values = list(opening: opening, .aValue, of: compared)
      return .membership(left, isNegated: isNegated, values)
    case .reserved(.like):
      advance()
      return .like(left, isNegated: false, pattern: string(.aPattern) ?? "")
    case .reserved(.not) where isKeyword(.like, at: 1):
      advance()
      advance()
      return .like(left, isNegated: true, pattern: string(.aPattern) ?? "")
    case .reserved(.is):
      advance()
      let isNegated = take(.not)
      if !take(.missing) { reportNotMissing() }
      return .isMissing(left, isNegated: isNegated)
    case .reserved, .soft, .name, .quotedName, .integer, .number, .percent, .date, .string, .symbol,
      .separator, .end:
      return nil
    }
  }

  private var beginsComparison: Bool {
    switch token.kind {
    case .inList, .notInList: true
    case .reserved(let keyword):
      [.between, .like, .is].contains(keyword) || keyword == .not && isKeyword(.like, at: 1)
    case .soft, .name, .quotedName, .integer, .number, .percent, .date, .string, .symbol,
      .separator, .end:
      false
    }
  }

  /// `is null`, `is empty`.
  private mutating func reportNotMissing() {
    if token.kind == .name, ["null", "empty", "blank"].contains(NameFolding.key(token.text)) {
      report(
        .error(
          .otherLanguage, Phrase("what has no value is `missing`", zh: "没有值写作 `missing`"),
          at: token.span, mends: [.init(.write, [.init(token.span, "missing")])]))
      advance()
    } else {
      var mends = nearest([.missing])
      let isOperand = token.kind == .string || token.kind == .integer || token.kind == .number
      if mends.isEmpty, isOperand, index > 0, tokens[index - 1].keyword == .is {
        mends = [.init(.toCompare, [.init(tokens[index - 1].span, "=")])]
      }
      reportMissing(
        Phrase("`missing` or `not missing`", zh: "`missing` 或 `not missing`"), mends: mends)
      if token.isNameLike || isOperand { advance() }
    }
  }

  private mutating func prefix(_ minimum: Power, _ what: Phrase) -> ExpressionSyntax {
    let start = index
    if minimum <= .not, at(.not) {
      guard enter() else { return skipDeep() }
      defer { depth -= 1 }
      advance()
      return ExpressionSyntax(.not(operation(.not, .aCondition)), at: span(from: start))
    }
    if at(.minus) {
      guard enter() else { return skipDeep() }
      defer { depth -= 1 }
      advance()
      return ExpressionSyntax(.negated(prefix(.unary, .aNumber)), at: span(from: start))
    }
    return postfix(what)
  }

  private mutating func postfix(_ what: Phrase) -> ExpressionSyntax {
    let start = index
    var value = primary(what)
    while at(.leftBracket), value.form != .absent {
      guard enter() else { return skipDeep() }
      let opening = index
      advance()
      let modifiers = modifiers(of: value, opening: opening)
      depth -= 1
      value = ExpressionSyntax(.context(value, modifiers), at: span(from: start))
    }
    return value
  }

  // MARK: Primaries

  func canBeginExpression(_ token: Token) -> Bool {
    switch token.kind {
    case .soft, .name, .quotedName, .integer, .number, .percent, .date, .string: true
    case .symbol(let symbol): symbol == .leftParenthesis || symbol == .minus
    case .reserved(let keyword):
      keyword == .not || keyword == .if || keyword == .missing || keyword == .true
        || keyword == .false
    case .inList, .notInList, .separator, .end: false
    }
  }

  private mutating func primary(_ what: Phrase) -> ExpressionSyntax {
    expectKind(role)
    for keyword in [Keyword.not, .missing, .true, .false] { expect(keyword) }
    let start = index
    switch token.kind {
    case .integer, .number:
      let number = advance()
      let literal = DecimalLiteral(written: number.text) ?? DecimalLiteral(digits: 0)
      guard let unit = unit() else {
        return ExpressionSyntax(.literal(.number(literal)), at: number.span)
      }
      return ExpressionSyntax(.quantity(literal, unit: unit), at: span(from: start))
    case .percent, .date, .string, .reserved(.missing), .reserved(.true), .reserved(.false):
      if let literal = literal() {
        return ExpressionSyntax(.literal(literal), at: span(from: start))
      }
    case .symbol(.leftParenthesis):
      return parenthesised()
    case .soft, .name, .quotedName:
      guard let path = path(what) else { break }
      guard at(.leftParenthesis) else { return ExpressionSyntax(.name(path), at: path.span) }
      return call(path, start: start)
    case .symbol(.times) where index > 0 && tokens[index - 1].kind == .symbol(.leftParenthesis):
      report(
        .error(
          .otherLanguage,
          Phrase(
            "rows are counted with `rows` and the name of a source: rows(sales)",
            zh: "行数用 `rows` 加数据源名称来数：rows(sales)"),
          at: token.span))
      advance()
      return ExpressionSyntax(.absent, at: span(from: start))
    case .reserved(let keyword) where keyword != .asOf:
      let next = peek()
      let isOperator = [.and, .or, .is, .like, .between, .then, .else, .as].contains(keyword)
      let standsAlone = next.isEndOfStatement || isFollowingSign(next) || next.isClauseWord
      if standsAlone, !canBeginClause(keyword, before: next), keyword != .if, keyword != .not,
        !(isOperator && !isFollowingSign(next))
      {
        reportReserved(token)
        let word = advance()
        let name = NamePath([Name(word.text, at: word.span)])
        return ExpressionSyntax(.name(name), at: word.span)
      }
    case .reserved, .inList, .notInList, .symbol, .separator, .end: break
    }
    reportMissing(what)
    return ExpressionSyntax(.absent, at: gap)
  }

  private func isFollowingSign(_ token: Token) -> Bool {
    guard case .symbol(let symbol) = token.kind else { return false }
    return symbol != .leftParenthesis && symbol != .minus
  }

  /// The name after a number, unless it is a word that the sentence goes on with.
  private mutating func unit() -> Name? {
    if isProbing { expectKind(.unit) }
    guard token.isNameLike else { return nil }
    switch token.kind {
    case .soft(.asc), .soft(.desc), .soft(.within), .soft(.gives): return nil
    default: break
    }
    let token = advance()
    return Name(token.text, isQuoted: token.kind == .quotedName, at: token.span)
  }

  /// One value, a number with its minus.
  mutating func literal() -> LiteralSyntax? {
    switch token.kind {
    case .integer, .number, .percent:
      let token = advance()
      return .number(DecimalLiteral(written: token.text) ?? DecimalLiteral(digits: 0))
    case .symbol(.minus) where [.integer, .number].contains(peek().kind):
      advance()
      let token = advance()
      let value = DecimalLiteral(written: token.text) ?? DecimalLiteral(digits: 0)
      return .number(DecimalLiteral(digits: -value.digits, scale: value.scale))
    case .date: return DateLiteral(written: advance().text).map { .date($0) }
    case .string: return .string(advance().text)
    case .reserved(.missing):
      advance()
      return .missing
    case .reserved(.true):
      advance()
      return .truth(true)
    case .reserved(.false):
      advance()
      return .truth(false)
    case .reserved, .soft, .name, .quotedName, .symbol, .inList, .notInList, .separator, .end:
      return nil
    }
  }

  private mutating func parenthesised() -> ExpressionSyntax {
    guard enter() else { return skipDeep() }
    defer { depth -= 1 }
    let start = index
    advance()
    let value = expression()
    close(start)
    return ExpressionSyntax(.parenthesised(value), at: span(from: start))
  }

  private mutating func call(_ function: NamePath, start: Int) -> ExpressionSyntax {
    guard enter() else { return skipDeep() }
    defer { depth -= 1 }
    let opening = index
    advance()
    if take(.rightParenthesis) {
      return ExpressionSyntax(.call(function, isDistinct: false, []), at: span(from: start))
    }
    var isDistinct = false
    if at(.distinct), canBeginExpression(peek()), peek().kind != .symbol(.minus) {
      advanceKeyword()
      isDistinct = true
    }
    let arguments = list(opening: opening, .whatToCompute)
    return ExpressionSyntax(
      .call(function, isDistinct: isDistinct, arguments), at: span(from: start))
  }

  /// Values with commas between them, up to and with the closing parenthesis.
  /// `compared` is the name whose values they are, where they are.
  private mutating func list(
    opening: Int, _ what: Phrase, of compared: NamePath? = nil
  ) -> [ExpressionSyntax] {
    guard enter() else {
      _ = skipDeep()
      return []
    }
    defer { depth -= 1 }
    var values: [ExpressionSyntax] = []
    repeat {
      if isProbing, let compared {
        expectation?.valueOf = compared
        expectation?.kinds.formUnion(.value)
      }
      values.append(expression(what))
      if !at(.comma), !at(.rightParenthesis) { skipInList(opening) }
    } while take(.comma)
    close(opening)
    return values
  }

  /// Moves to the next comma or closing bracket of the list that was opened there.
  private mutating func skipInList(_ opening: Int) {
    if isListEnd { return }
    if !hasProblem { reportUnexpected(clauses: false) }
    while !at(.comma), !isListEnd { advance() }
  }

  private var isListEnd: Bool {
    if case .symbol(let symbol) = token.kind { return symbol.isClosing || symbol == .leftBrace }
    return token.isEndOfStatement || isClauseStart
  }

  /// Reads the bracket that closes the one at `opening`.
  mutating func close(_ opening: Int) {
    guard case .symbol(let symbol) = tokens[opening].kind, let closing = symbol.closing else {
      return
    }
    if take(closing) { return }
    if !isListEnd, !hasProblem { reportUnexpected(clauses: false) }
    if !hasProblem { reportUnclosed(opening) }
    var skipped = 0
    while !isListEnd {
      advance()
      skipped += 1
    }
    _ = take(closing)
  }

  // MARK: Contexts

  private mutating func modifiers(of value: ExpressionSyntax, opening: Int) -> [ModifierSyntax] {
    var found: [ModifierSyntax] = []
    repeat {
      let start = index
      let outer = role
      role = .dimension
      let form = modifierForm()
      role = outer
      let modifier = ModifierSyntax(form, at: span(from: start))
      if changesPeriod(modifier), let first = found.first(where: changesPeriod) {
        reportTwoPeriods(modifier, after: first)
      }
      found.append(modifier)
      if !at(.comma), !at(.rightBracket) { skipInList(opening) }
    } while take(.comma)
    close(opening)
    return found
  }

  private func changesPeriod(_ modifier: ModifierSyntax) -> Bool {
    switch modifier.form {
    case .previous, .ago, .rolling, .running, .toDate, .over: true
    case .condition, .all, .only, .target: false
    }
  }

  private mutating func reportTwoPeriods(_ modifier: ModifierSyntax, after first: ModifierSyntax) {
    let between = SourceSpan(in: source.id, first.span.end..<modifier.span.start)
    report(
      Diagnostic(
        .error, .twoPeriodChanges,
        Phrase("one bracket changes the period once", zh: "一个方括号只能改变一次时段"),
        at: [.init(modifier.span), .init(first.span)],
        mends: [.init(Phrase("With a bracket for each:", zh: "各用一个方括号："), [.init(between, "][")])]))
  }

  private var endsModifier: Bool {
    let next = peek()
    return next.kind == .symbol(.comma) || next.kind == .symbol(.rightBracket)
      || next.isEndOfStatement
  }

  private mutating func modifierForm() -> ModifierSyntax.Form {
    for keyword in [Keyword.previous, .rolling, .running, .all, .only, .over, .target] {
      expect(keyword)
    }
    if isToDate, case .toDate(let unit) = toDate() { return .toDate(unit) }
    switch token.kind {
    case .reserved(.over):
      advance()
      return .over(period())
    case .soft(.previous) where endsModifier:
      advanceKeyword()
      return .previous
    case .soft(.target) where endsModifier:
      advanceKeyword()
      return .target
    case .soft(.rolling) where peek().kind == .integer || expectation != nil && peek().kind == .end:
      advanceKeyword()
      if let units = countedUnits() { return .rolling(units) }
    case .soft(.running) where endsModifier || isKeyword(.all, at: 1):
      advanceKeyword()
      return .running(all: take(.all))
    case .soft(.all) where endsModifier || peek().isNameLike:
      advanceKeyword()
      expectKind(.dimension)
      return .all(token.isNameLike ? path(.aDimension) : nil)
    case .soft(.only) where peek().isNameLike || expectation != nil && peek().kind == .end:
      advanceKeyword()
      if let path = path(.aDimension) { return .only(path) }
    case .integer where peek().isNameLike && isKeyword(.ago, at: 2):
      if let units = ago() { return .ago(units) }
    case .integer
    where peek().isNameLike && [.symbol(.rightBracket), .symbol(.comma)].contains(peek(2).kind):
      let start = SourceSpan(in: source.id, token.span.start..<token.span.start)
      let units = countedUnits()
      report(
        .error(
          .missingPart,
          Phrase(
            "a bracket says what to do with `\(source.text(of: span(from: index - 2)))`",
            zh: "方括号要说明怎样用 `\(source.text(of: span(from: index - 2)))`"),
          at: span(from: index - 2),
          mends: [
            .init(Phrase("For a window:", zh: "滚动窗口："), [.init(start, "rolling ")]),
            .init(Phrase("For an earlier time:", zh: "更早的时段："), [.init(gap, " ago")]),
          ]))
      if let units { return .rolling(units) }
    case .reserved, .soft, .name, .quotedName, .integer, .number, .percent, .date, .string, .symbol,
      .inList, .notInList, .separator, .end:
      break
    }
    return .condition(expression(.aConditionOrPeriod))
  }
}
