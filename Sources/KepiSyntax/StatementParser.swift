// The part of the parser that reads definitions, their blocks, and commands.
import KepiDiagnostics

extension Parser {
  // MARK: Definitions

  /// `nil` where the keyword begins no definition. The keyword has been read.
  mutating func definition(
    _ keyword: Keyword, start: Int, documentation: [String]
  ) -> DefinitionSyntax? {
    guard Keyword.definitionWords.contains(keyword) else { return nil }
    var defined: Name?
    if keyword != .target {
      expectKind(.newName)
      defined = definedName(keyword)
    }
    let form = definitionForm(keyword)
    let block = at(.leftBrace) ? block(of: keyword) : []
    if block.isEmpty, keyword == .calendar || keyword == .kind, !hasProblem,
      tokens[index - 1].kind != .symbol(.rightBrace)
    {
      reportMissing(Phrase("`{` and what belongs to it", zh: "`{` 和其中的内容"))
    }
    return DefinitionSyntax(
      form, name: defined, documentation: documentation, block: block, at: span(from: start))
  }

  /// Any reserved word here is meant as a name.
  private mutating func definedName(_ keyword: Keyword) -> Name? {
    if case .reserved(let word) = token.kind, word != .asOf {
      reportReserved(token)
      let token = advance()
      return Name(token.text, at: token.span)
    }
    guard token.isNameLike, peek().kind == .symbol(.dot) else {
      return name(.nameOfDefinition(keyword))
    }
    let start = index
    let path = path(.aName)
    report(
      .error(
        .unexpectedPart,
        Phrase("a name that is defined has no `.` in it", zh: "定义的名称中不能有 `.`"),
        at: span(from: start),
        mends: [
          .init(
            .forExample,
            [.init(span(from: start), path?.parts.map(\.text).joined(separator: "_") ?? "")])
        ]))
    return path?.last
  }

  private mutating func definitionForm(_ keyword: Keyword) -> DefinitionSyntax.Form {
    switch keyword {
    case .metric:
      equalSign()
      var choices = [expression()]
      while take(.else) { choices.append(expression()) }
      return .metric(choices)
    case .dimension:
      if !take(.equal) {
        if token.isEndOfStatement || at(.leftBrace) { return .dimension([]) }
        equalSign()
      }
      role = .column
      var columns = [expression()]
      while take(.comma) { columns.append(expression()) }
      return .dimension(columns)
    case .segment:
      equalSign()
      role = .dimension
      return .segment(expression(.aCondition))
    case .source:
      if take(.equal) { return joinedSource() }
      if !take(.from) { reportMissing(.sign("from", and: .aPath), mends: missingFrom()) }
      expectKind(.path)
      return .source(from: string(.aPath) ?? "")
    case .kind: return .kind
    case .target:
      if token.kind == .soft(.from), peek().kind == .string || isProbingNext {
        advanceKeyword()
        return .targets(from: advance().text)
      }
      expect(.from)
      role = .metric
      return .target(expression(.aMetricAndLimit), clauses())
    case .report:
      equalSign()
      return .report(query())
    case .calendar: return .calendar
    case .fx: return .fx(from: take(.from) ? string(.aPath) : nil)
    case .alias:
      equalSign()
      role = [.metric, .dimension]
      return .alias(aliasTargets())
    case .let:
      equalSign()
      role = []
      return .constant(expression(.aValue))
    case .param:
      guard take(.equal) else { return .param(nil) }
      role = []
      return .param(expression(.aValue))
    case .period:
      equalSign()
      return .period(period())
    default: preconditionFailure("every definition word has its rule")
    }
  }

  /// `ads_by_product else ads_by_campaign by store, site, ad_type`
  private mutating func joinedSource() -> DefinitionSyntax.Form {
    var parts: [Name] = []
    repeat {
      expectKind(.source)
      guard let part = name(.nameOfSource) else { break }
      parts.append(part)
    } while take(.else)
    var keys: [Name] = []
    if take(.by) {
      repeat {
        expectKind(.column)
        guard let key = name(.nameOfColumn) else { break }
        keys.append(key)
      } while take(.comma)
    } else if !hasProblem {
      reportMissing(
        .sign("by", and: Phrase("the columns that decide", zh: "据以选择的列")))
    }
    return .joinedSource(parts, by: keys)
  }

  private mutating func aliasTargets() -> AliasSyntax {
    guard let first = path(.aName) else { return AliasSyntax([NamePath([Name("", at: gap)])]) }
    var targets = [first]
    let prefersFirst = !at(.comma)
    while prefersFirst ? take(.else) : take(.comma) {
      guard let next = path(.aName) else { break }
      targets.append(next)
    }
    return AliasSyntax(targets, prefersFirst: prefersFirst)
  }

  private func missingFrom() -> [Diagnostic.Mend] {
    guard token.kind == .string else { return [] }
    return [.init(.write, [.init(gap, " from")])]
  }

  private mutating func equalSign() {
    if take(.equal) { return }
    if at(.colon) {
      report(
        .error(
          .unexpectedPart, Phrase("a definition has `=`, not `:`", zh: "定义用 `=`，不用 `:`"),
          at: token.span, mends: [.init(.write, [.init(token.span, " =")])]))
      advance()
    } else {
      let mends = canBeginExpression(token) ? [Diagnostic.Mend(.write, [.init(gap, " =")])] : []
      reportMissing(.sign("="), mends: mends)
    }
  }

  // MARK: Blocks

  private mutating func block(of keyword: Keyword) -> [PropertySyntax] {
    let opening = index
    advance()
    var entries: [PropertySyntax] = []
    while true {
      var separator: Int?
      while token.kind == .separator {
        separator = separator ?? index
        advance()
      }
      if take(.rightBrace) { break }
      expectKind(.property)
      if token.kind == .end || beginsOtherStatement() {
        // What follows is a statement of its own: the brace was never closed.
        if let separator { index = separator }
        reportUnclosed(opening)
        break
      }
      let start = index
      if let entry = property(of: keyword) { entries.append(entry) }
      if token.kind != .separator, !at(.rightBrace), token.kind != .end {
        if !hasProblem { reportUnexpected(clauses: false) }
        while token.kind != .separator, !at(.rightBrace), token.kind != .end { advance() }
      }
      if index == start { advance() }
    }
    return entries
  }

  /// `metric acos =`, `load "…"`: no entry of a block looks like that.
  private func beginsOtherStatement() -> Bool {
    guard case .soft(let keyword) = token.kind, keyword.isStatementWord else { return false }
    let next = peek()
    if next.kind == .string { return true }
    guard next.isNameLike else { return false }
    let third = peek(2)
    return third.kind == .symbol(.equal) || third.kind == .soft(.from)
      || third.kind == .symbol(.leftBrace)
  }

  private mutating func property(of keyword: Keyword) -> PropertySyntax? {
    let start = index
    let next = peek()
    if token.kind == .soft(.require) || token.kind == .soft(.warn), next.kind != .symbol(.colon) {
      return rule(of: keyword)
    }
    if token.kind == .soft(.column), next.isNameLike, peek(2).kind == .symbol(.colon) {
      return column(of: keyword)
    }
    guard token.isNameLike else {
      if case .reserved = token.kind { reportReserved(token) } else { reportMissing(.aProperty) }
      return nil
    }
    let isExample = token.kind == .soft(.example)
    let isTree = token.kind == .soft(.tree)
    let word = isExample || isTree ? advanceKeyword() : advance()
    // A word of the language goes by its English spelling from here on.
    let spelling =
      isExample ? Keyword.example.english : isTree ? Keyword.tree.english : word.text
    let name = Name(spelling, isQuoted: word.kind == .quotedName, at: word.span)
    guard colon() else { return nil }
    let form: PropertySyntax.Form =
      isExample ? example() : isTree ? .tree(alternatives()) : .values(phrases())
    return PropertySyntax(name: name, form, at: span(from: start))
  }

  private mutating func colon() -> Bool {
    if take(.colon) { return true }
    if at(.equal) {
      report(
        .error(
          .unexpectedPart, Phrase("a property has `:`, not `=`", zh: "属性用 `:`，不用 `=`"),
          at: token.span,
          mends: [
            .init(.write, [.init(SourceSpan(in: source.id, gap.start..<token.span.end), ":")])
          ]))
      advance()
      return true
    }
    let isValue = token.isNameLike || token.kind == .string || token.kind == .integer
    reportMissing(.sign(":"), mends: isValue ? [.init(.write, [.init(gap, ":")])] : [])
    return isValue
  }

  private mutating func phrases() -> [PhraseSyntax] {
    var found: [PhraseSyntax] = []
    repeat {
      guard let phrase = phrase() else { break }
      found.append(phrase)
    } while take(.comma)
    return found
  }

  private mutating func phrase() -> PhraseSyntax? {
    let start = index
    var words: [PhraseSyntax.Word] = []
    role = .column
    while true {
      switch token.kind {
      case .reserved(let keyword) where keyword == .in || keyword == .by:
        advance()
        words.append(.keyword(keyword.english))
        continue
      case .soft(let keyword) where [.to, .previous, .before, .from].contains(keyword):
        advanceKeyword()
        words.append(.keyword(keyword.english))
        continue
      case .soft, .name, .quotedName:
        if let path = path(.aName) { words.append(.name(path)) }
        continue
      case .reserved, .integer, .number, .percent, .date, .string, .symbol, .inList, .notInList,
        .separator, .end:
        break
      }
      guard let literal = literal() else { break }
      words.append(.literal(literal))
    }
    expectKind([.column, .property])
    guard !words.isEmpty else {
      if case .reserved = token.kind, peek().isEndOfStatement || isFollowedByComma {
        reportReserved(token)
        advance()
      } else {
        reportMissing(.aValue)
      }
      return nil
    }
    return PhraseSyntax(words, at: span(from: start))
  }

  private var isFollowedByComma: Bool {
    peek().kind == .symbol(.comma) || peek().kind == .symbol(.rightBrace)
  }

  private mutating func column(of keyword: Keyword) -> PropertySyntax? {
    let start = index
    let word = advanceKeyword()
    let wordName = Name(Keyword.column.english, at: word.span)
    guard let column = name(.nameOfColumn), colon() else { return nil }
    if keyword != .kind {
      report(
        .error(
          .clauseNotHere,
          Phrase("`column` belongs into a `kind`", zh: "`column` 只能写在 `kind` 里"), at: word.span))
    }
    return PropertySyntax(name: wordName, .column(column, phrases()), at: span(from: start))
  }

  private mutating func example() -> PropertySyntax.Form {
    var bindings: [BindingSyntax] = []
    repeat {
      role = .metric
      guard let path = path(.aMetric) else { break }
      if !take(.equal) { reportMissing(.sign("=")) }
      if at(.leftParenthesis) {
        let opening = index
        advance()
        var values: [LiteralSyntax] = []
        repeat {
          guard let value = value() else { break }
          values.append(value)
        } while take(.comma)
        close(opening)
        bindings.append(BindingSyntax(name: path, values: values))
      } else if let value = value() {
        bindings.append(BindingSyntax(name: path, values: [value]))
      }
    } while take(.comma)
    guard take(.gives) else {
      reportMissing(
        Phrase("`gives` and the result", zh: "`gives` 和结果"), mends: nearest([.gives]))
      return .example(bindings, gives: .missing)
    }
    return .example(bindings, gives: value() ?? .missing)
  }

  private mutating func alternatives() -> [ExpressionSyntax] {
    var trees: [ExpressionSyntax] = []
    repeat {
      role = .metric
      trees.append(expression())
    } while take(.else)
    return trees
  }

  private mutating func value() -> LiteralSyntax? {
    if let literal = literal() { return literal }
    var mends: [Diagnostic.Mend] = []
    if token.isNameLike {
      let title = Phrase("A text stands in quotes:", zh: "文本写在引号中：")
      mends = [.init(title, [.init(token.span, Lexer.quoted(token.text))])]
    }
    reportMissing(.aLiteral, mends: mends)
    return nil
  }

  private mutating func rule(of keyword: Keyword) -> PropertySyntax? {
    let start = index
    let isRequired = token.kind == .soft(.require)
    let word = advanceKeyword()
    let spelling = (isRequired ? Keyword.require : .warn).english
    let name = Name(spelling, at: word.span)
    if keyword != .source {
      report(
        .error(
          .clauseNotHere,
          Phrase(
            "`\(word.text)` belongs into a `source`", zh: "`\(word.text)` 只能写在 `source` 里"),
          at: word.span,
          details: [Phrase("A question is checked with `check`.", zh: "查询用 `check` 检查")]))
    }
    let form = ruleForm()
    return PropertySyntax(
      name: name, .rule(RuleSyntax(isRequired: isRequired, form)), at: span(from: start))
  }

  private mutating func ruleForm() -> RuleSyntax.Form {
    for keyword in [Keyword.unique, .complete, .fresh] { expect(keyword) }
    role = .column
    if token.kind == .soft(.unique), peek().isNameLike {
      advanceKeyword()
      return .unique(paths(.aColumn))
    }
    if token.kind == .soft(.complete), isKeyword(.by, at: 1) {
      advanceKeyword()
      advance()
      expectKind(.unit)
      if let unit = name(.aUnitToComplete) { return .complete(by: unit) }
    } else if token.kind == .soft(.fresh), isKeyword(.within, at: 1) {
      advanceKeyword()
      advanceKeyword()
      if let units = countedUnits() { return .fresh(within: units) }
    }
    return .condition(expression(.aCondition))
  }

  // MARK: Commands

  /// `nil` after a report. The keyword has been read.
  mutating func command(_ keyword: Keyword) -> CommandSyntax? {
    switch keyword {
    case .load: return load()
    case .show:
      expectKind(.topic)
      expect(.rows)
      if token.kind == .soft(.rows), peek().kind == .soft(.of) || isProbingNext {
        advanceKeyword()
        expect(.of)
        if take(.of) { return .showRows(of: query()) }
        return nil
      }
      guard let what = name(.whatToList) else { return nil }
      guard take(.like) else { return .show(what, like: nil) }
      return .show(what, like: string(.aPattern))
    case .describe:
      role = [.metric, .dimension, .source]
      expectKind(role)
      expectKind(.path)
      if token.kind == .string {
        let token = advance()
        return .describeFile(token.text, at: token.span)
      }
      if let word = reservedTopic() { return .describe(NamePath([word])) }
      expect(.kind)
      // `describe kind` alone, or with a dot, asks about something of that name.
      if token.kind == .soft(.kind), peek().isNameLike || isProbingNext {
        advanceKeyword()
        expectKind(.exportKind)
        return name(.nameOfKind).map { .describeKind($0) }
      }
      return path(.aName).map { .describe($0) }
    case .explain: return .explain(query())
    case .check:
      var title: String?
      if token.kind == .string, peek().kind == .symbol(.colon) {
        title = advance().text
        advance()
      }
      if let coverage = checkedCoverage() { return .checkCoverage(title: title, coverage) }
      return .check(title: title, query())
    case .why: return .why(query())
    case .reconcile: return reconcile()
    case .coverage: return .coverage(coverage())
    case .export:
      let isGlossary = take(.glossary)
      if !take(.to) {
        reportMissing(
          .sign("to", and: .aPath),
          mends: token.kind == .string ? [.init(.write, [.init(gap, " to")])] : [])
      }
      expectKind(.path)
      guard let path = string(.aPath) else { return nil }
      if isGlossary { return .exportGlossary(to: path) }
      return exportedCommand().map { .exportAnswer(to: path, of: $0) } ?? .export(to: path, query())
    case .set: return set()
    case .include:
      expectKind(.path)
      let span = token.span
      return string(.aPath).map { .include($0, at: span) }
    case .help: return help()
    case .learn: return learn()
    case .quiz: return quiz()
    case .lint: return .lint
    case .chart: return token.isEndOfStatement && !isProbing ? .chart(nil) : .chart(query())
    case .last:
      guard take(.as) else { return .last(as: nil) }
      expectKind(.form)
      return name(.nameOfForm).map { .last(as: $0) }
    case .undo: return .undo
    case .verify:
      expectKind(.path)
      let span = token.span
      return string(.aPath).map { .verify($0, at: span) }
    default: return nil
    }
  }

  /// `nil` where a question follows, or after a report.
  private mutating func exportedCommand() -> CommandSyntax? {
    guard let keyword = statementWord(among: Keyword.answeringWords) else { return nil }
    advanceKeyword()
    return command(keyword)
  }

  private mutating func learn() -> CommandSyntax? {
    expectKind(.topic)
    if token.isEndOfStatement { return .learn(nil) }
    if token.kind == .integer || token.kind == .string {
      let token = advance()
      return .learn(LessonNameSyntax(token.text, at: token.span))
    }
    return name(.aLesson).map { .learn(LessonNameSyntax($0.text, at: $0.span)) }
  }

  private mutating func quiz() -> CommandSyntax? {
    var count: Int?
    var seed: Int?
    if token.kind == .integer { count = self.count(.howManyToAsk) }
    if take(.seed) {
      seed = self.count(.aWholeNumber)
      if seed == nil { return nil }
    }
    return .quiz(count: count, seed: seed)
  }

  /// A reserved word that is asked about.
  private mutating func reservedTopic() -> Name? {
    guard case .reserved = token.kind else { return nil }
    let token = advance()
    return Name(token.text, at: token.span)
  }

  private mutating func load() -> CommandSyntax? {
    expectKind(.path)
    let span = token.span
    guard let path = string(.aPath) else { return nil }
    var source: Name?
    var settings: [SettingSyntax] = []
    if take(.as) {
      expectKind(.source)
      source = name(.nameOfSource)
    }
    if take(.with) {
      repeat {
        let start = index
        role = .dimension
        guard let name = self.path(.aNameAndValue) else { break }
        equalSign()
        guard let value = value() else { break }
        settings.append(SettingSyntax(name: name, value: value, at: self.span(from: start)))
      } while take(.comma)
    }
    return .load(path, at: span, as: source, settings: settings)
  }

  private mutating func reconcile() -> CommandSyntax? {
    role = .metric
    let first = expression(.aMetric)
    if !take(.with) {
      reportMissing(
        .sign("with", and: Phrase("a second metric", zh: "第二个指标")),
        mends: canBeginExpression(token) ? [.init(.write, [.init(gap, " with")])] : [])
    }
    let second = expression(.aMetric)
    var clauses = clauses(before: .within)
    let start = token.span.start
    let tolerance = take(.within) ? expression(.aNumber) : nil
    if tolerance != nil, token.isClauseWord { clauses += clausesBehindTolerance(from: start) }
    return .reconcile(first, with: second, clauses, within: tolerance)
  }

  /// `within` stands last: a period behind it would read like a part of the tolerance.
  private mutating func clausesBehindTolerance(from start: Int) -> [ClauseSyntax] {
    let next = token.span.start
    let written = SourceSpan(in: source.id, start..<gap.start)
    let clauses = clauses()
    let end = clauses.last?.span.end ?? next
    report(
      .error(
        .unexpectedPart, Phrase("`within` ends the statement", zh: "`within` 写在语句最后"), at: written,
        mends: [
          .init(
            .write,
            [
              .init(SourceSpan(in: source.id, start..<next), ""),
              .init(SourceSpan(in: source.id, end..<end), " " + source.text(of: written)),
            ])
        ]))
    return clauses
  }

  private mutating func set() -> CommandSyntax? {
    expectKind(.setting)
    guard let setting = name(.nameOfSetting) else { return nil }
    if at(.equal) {
      report(
        .error(
          .unexpectedPart, Phrase("`set` takes no `=`", zh: "`set` 不用 `=`"), at: token.span,
          mends: [
            .init(.withoutIt, [.init(SourceSpan(in: source.id, gap.start..<token.span.end), "")])
          ]))
      advance()
    }
    expectKind(.settingValue)
    let start = index
    if let literal = literal() { return .set(setting, .literal(literal), at: span(from: start)) }
    guard token.isNameLike else {
      reportMissing(.aValue)
      return nil
    }
    return path(.aValue).map { .set(setting, .name($0), at: span(from: start)) }
  }

  private mutating func help() -> CommandSyntax? {
    expectKind(.topic)
    if token.isEndOfStatement { return .help(nil) }
    if token.kind == .string {
      let token = advance()
      return .help(.text(token.text, token.span))
    }
    if let word = reservedTopic() { return .help(.name(word)) }
    return name(.aTopic).map { .help(.name($0)) }
  }
}
