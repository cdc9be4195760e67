// Words to tree: one function for each rule of the grammar.
package import KepiDiagnostics

/// What parsing gives, whatever the text: a tree and what is wrong with it.
package struct ParsedScript: Equatable, Sendable {
  package let script: ScriptSyntax
  package let diagnostics: [Diagnostic]

  package init(script: ScriptSyntax, diagnostics: [Diagnostic]) {
    self.script = script
    self.diagnostics = diagnostics
  }
}

/// The clauses of a line that changes the question before it.
package struct ParsedClauses: Equatable, Sendable {
  package let clauses: [ClauseSyntax]
  package let diagnostics: [Diagnostic]
}

extension ScriptSyntax {
  /// Never fails: what cannot be read is reported and left out of the tree.
  package static func parse(_ text: SourceText) -> ParsedScript {
    var parser = Parser(text)
    let script = parser.script()
    return ParsedScript(script: script, diagnostics: parser.diagnostics)
  }

  /// The clauses of a line that begins with a clause word, as the shell takes it; `nil` for any
  /// other line.
  package static func parseClauses(_ text: SourceText) -> ParsedClauses? {
    var parser = Parser(text)
    guard parser.token.keyword?.isClauseWord == true, parser.token.kind != .inList else {
      return nil
    }
    let clauses = parser.clauseLine()
    return ParsedClauses(clauses: clauses, diagnostics: parser.diagnostics)
  }
}

package struct Parser {
  let source: SourceText
  let tokens: [Token]
  let trivia: [Trivia]
  private let lexerDiagnostics: [Diagnostic]
  private var nextLexerDiagnostic = 0
  var index = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// What was reported in the statement at hand; only the first in the text is kept.
  private var problems: [Diagnostic] = []
  private(set) var statementStart = 0
  /// Nested expressions, and operators in a row: a text of a million brackets must not exhaust the
  /// stack, neither here nor where the tree is walked.
  var depth = 0
  var operatorCount = 0
  /// Set while a repaired line is tried.
  private var isTrial = false
  private var isClauseLine = false

  /// Indices of the soft keywords that were read as keywords.
  private(set) var keywordUses: Set<Int> = []
  /// What may stand at the end of the text; recorded only for completion.
  var expectation: ExpectedAt?
  /// What a name means where one is read now.
  var role: ExpectedAt.Kinds = .metric

  static let greatestDepth = 60
  static let greatestOperatorCount = 4_000
  static let greatestProblemCount = 10

  init(_ text: SourceText) {
    let lexed = Lexer.lex(text)
    source = text
    tokens = lexed.tokens
    trivia = lexed.trivia
    lexerDiagnostics = lexed.diagnostics
  }

  // MARK: Tokens

  var token: Token { tokens[index] }

  func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  /// Moves past a token; never past the end.
  @discardableResult
  mutating func advance() -> Token {
    let token = token
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  mutating func at(_ keyword: Keyword) -> Bool {
    expect(keyword)
    switch token.kind {
    case .reserved(let word), .soft(let word): return word == keyword
    case .inList, .notInList, .name, .quotedName, .integer, .number, .percent, .date, .string,
      .symbol, .separator, .end:
      return false
    }
  }

  func at(_ symbol: Symbol) -> Bool { token.kind == .symbol(symbol) }

  func isKeyword(_ keyword: Keyword, at distance: Int) -> Bool {
    let kind = peek(distance).kind
    return kind == .soft(keyword) || kind == .reserved(keyword)
  }

  /// Moves past the token at hand as the keyword it is.
  @discardableResult
  mutating func advanceKeyword() -> Token {
    if case .soft = token.kind { keywordUses.insert(index) }
    return advance()
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advanceKeyword()
    return true
  }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  /// From a token to the last one read.
  func span(from start: Int) -> SourceSpan {
    guard index > start else {
      let offset = tokens[start].span.start
      return SourceSpan(in: source.id, offset..<offset)
    }
    return tokens[start].span.joined(to: tokens[index - 1].span)
  }

  /// The empty place after the last token read, where something is missing.
  var gap: SourceSpan {
    let offset = index > 0 ? tokens[index - 1].span.end : token.span.start
    return SourceSpan(in: source.id, offset..<offset)
  }

  // MARK: Expectations

  var isProbing: Bool { expectation != nil && token.kind == .end && problems.isEmpty }

  /// The same of what follows the token at hand.
  var isProbingNext: Bool { expectation != nil && peek().kind == .end }

  mutating func expect(_ keyword: Keyword) {
    guard isProbing else { return }
    expectation?.add(keyword)
  }

  mutating func expectKind(_ kinds: ExpectedAt.Kinds) {
    guard isProbing else { return }
    expectation?.kinds.formUnion(kinds)
  }

  // MARK: Problems

  mutating func report(_ diagnostic: Diagnostic) { problems.append(diagnostic) }

  var hasProblem: Bool { !problems.isEmpty }

  // MARK: Recovery

  /// Moves to the next clause word or the end of the statement.
  mutating func skipToClause() {
    while !token.isEndOfStatement, !isClauseStart, !at(.leftBrace) { advance() }
  }

  mutating func skipToEndOfStatement() {
    while !token.isEndOfStatement { advance() }
  }

  var isClauseStart: Bool {
    if case .reserved(let keyword) = token.kind { return keyword.isClauseWord && keyword != .as }
    return false
  }

  // MARK: Script

  mutating func script() -> ScriptSyntax {
    var version: Int?
    var statements: [StatementSyntax] = []
    skipSeparators()
    if token.kind == .soft(.language), peek().kind == .integer {
      statementStart = index
      advanceKeyword()
      version = Int(token.text)
      if !(1...ScriptSyntax.newestVersion).contains(version ?? 0) {
        report(
          .error(
            .notYet,
            Phrase(
              "this program knows language \(ScriptSyntax.newestVersion) and no other",
              zh: "本程序只认识语言版本 \(ScriptSyntax.newestVersion)"),
            at: token.span))
      }
      advance()
      endStatement()
      _ = finishStatement()
      skipSeparators()
    }
    while token.kind != .end || isProbing && statements.isEmpty {
      let start = index
      statements.append(statement())
      if token.kind == .end { break }
      // A statement always ends at a separator, so the loop moves on; this holds it to that.
      if index == start { advance() }
      skipSeparators()
    }
    if nextLexerDiagnostic < lexerDiagnostics.count {
      statementStart = index
      let rest = finishStatement()
      statements.append(StatementSyntax(.absent, hasErrors: true, at: rest.span))
    }
    return ScriptSyntax(version: version, statements: statements, at: source.span)
  }

  private mutating func skipSeparators() {
    while token.kind == .separator { advance() }
  }

  private mutating func statement() -> StatementSyntax {
    statementStart = index
    depth = 0
    operatorCount = 0
    role = .metric
    let form = statementForm()
    endStatement()
    let (span, hasErrors) = finishStatement()
    return StatementSyntax(form, hasErrors: hasErrors, at: span)
  }

  mutating func clauseLine() -> [ClauseSyntax] {
    isClauseLine = true
    statementStart = 0
    let found = clauses()
    endStatement()
    _ = finishStatement()
    return found
  }

  private mutating func endStatement() {
    guard !token.isEndOfStatement else { return }
    if !hasProblem { reportUnexpected() }
    skipToEndOfStatement()
  }

  /// Keeps the first problem of the statement that ends here, the lexer's among them.
  private mutating func finishStatement() -> (span: SourceSpan, hasErrors: Bool) {
    var span = span(from: statementStart)
    var candidates: [Diagnostic] = []
    while nextLexerDiagnostic < lexerDiagnostics.count {
      let diagnostic = lexerDiagnostics[nextLexerDiagnostic]
      guard let mark = diagnostic.marks.first,
        token.kind == .end || mark.span.start < token.span.start
      else { break }
      candidates.append(diagnostic)
      span = span.isEmpty ? mark.span : span.joined(to: mark.span)
      nextLexerDiagnostic += 1
    }
    defer { problems = [] }
    // What the lexer could not read leaves a gap that the parser takes for something missing, so
    // the lexer's are first where both are about one place.
    problems = candidates + problems
    guard var first = problems.min(by: { place(of: $0) < place(of: $1) }) else {
      return (span, false)
    }
    if first.code == .otherLanguage {
      let edits = otherLanguageEdits()
      let title = Phrase("Here it is:", zh: "改写为：")
      if !edits.isEmpty { first.mends = [.init(title, edits)] }
    }
    first.statement = span
    keepWorkingMends(of: &first)
    if diagnostics.count < Self.greatestProblemCount { diagnostics.append(first) }
    return (span, true)
  }

  /// A line that is offered has to work, so each is tried. Where a second mistake stands in its way,
  /// the word that is probably meant is still named.
  private func keepWorkingMends(of diagnostic: inout Diagnostic) {
    guard !isTrial else { return }
    let tried = diagnostic
    var nearest: [Phrase] = []
    diagnostic.mends.removeAll { mend in
      guard let repaired = tried.repairedText(by: mend, of: source) else { return true }
      var trial = Parser(SourceText(id: source.id, name: source.name, text: repaired))
      trial.isTrial = true
      if isClauseLine { _ = trial.clauseLine() } else { _ = trial.script() }
      guard !trial.diagnostics.isEmpty else { return false }
      if let name = mend.nearest { nearest.append(name.asSentence) }
      return true
    }
    diagnostic.details += nearest
  }

  private func place(of diagnostic: Diagnostic) -> Int {
    guard let span = diagnostic.marks.first?.span else { return 0 }
    guard span.isEmpty else { return span.start }
    // A gap reaches up to the next word.
    var end = span.start
    while end < source.bytes.count, source.bytes[end] == 0x20 || source.bytes[end] == 0x09 {
      end += 1
    }
    return end
  }

  /// All that other languages write differently in this statement, mended together, so that the
  /// repaired line is one that works.
  private func otherLanguageEdits() -> [Diagnostic.Edit] {
    var edits = problems.filter { $0.code == .otherLanguage }.flatMap { $0.mends.flatMap(\.edits) }
    let isSelect = NameFolding.key(tokens[statementStart].text) == "select"
    if isSelect, statementStart + 1 < tokens.count {
      let start = tokens[statementStart].span.start
      let end = tokens[statementStart + 1].span.start
      edits.append(.init(SourceSpan(in: source.id, start..<end), ""))
    }
    for position in statementStart..<index {
      let token = tokens[position]
      let next = tokens[min(position + 1, tokens.count - 1)]
      let key = NameFolding.key(token.text)
      if token.kind == .name, key == "group", next.keyword == .by {
        let range = token.span.start..<next.span.start
        edits.append(.init(SourceSpan(in: source.id, range), ""))
      } else if token.kind == .name, key == "order", next.keyword == .by {
        edits.append(.init(token.span, "sort"))
      } else if token.kind == .soft(.from), next.isNameLike, position > statementStart {
        let range = tokens[position - 1].span.end..<next.span.end
        edits.append(.init(SourceSpan(in: source.id, range), ""))
      }
    }
    var unique: [Diagnostic.Edit] = []
    for edit in edits.sorted(by: { $0.span.start < $1.span.start })
    where unique.last.map({ $0.span.end <= edit.span.start && $0.span != edit.span }) ?? true {
      unique.append(edit)
    }
    return unique
  }

  private mutating func statementForm() -> StatementSyntax.Form {
    expectKind(.command)
    if let keyword = statementWord() {
      let start = index
      let documentation = documentation()
      advanceKeyword()
      if let definition = definition(keyword, start: start, documentation: documentation) {
        return .definition(definition)
      }
      if let command = command(keyword) { return .command(command) }
      return .absent
    }
    if token.kind == .name, peek().isNameLike {
      switch NameFolding.key(token.text) {
      case "select":
        report(
          .error(
            .otherLanguage,
            Phrase(
              "a question begins with what to show, without `select`",
              zh: "查询的开头是要显示的内容，不写 `select`"),
            at: token.span))
        advance()
      case "scorecard", "contract":
        report(
          .error(
            .notYet,
            Phrase(
              "`\(token.text)` is kept for a later version", zh: "`\(token.text)` 留给以后的版本使用"),
            at: token.span))
        skipToEndOfStatement()
        return .absent
      default: break
      }
    }
    if isClauseStart {
      report(
        .error(
          .notAStatement,
          Phrase(
            "a question begins with what to show, and \(shown(token).english) comes after it",
            zh: "查询的开头是要显示的内容，\(shown(token).chinese) 应写在它后面"),
          at: token.span))
      return .query(query())
    }
    guard canBeginExpression(token) || isProbing else {
      if case .symbol(let symbol) = token.kind, symbol.isClosing {
        reportUnexpected()
      } else if case .reserved(let keyword) = token.kind, !keyword.isClauseWord, isNameHere(peek())
      {
        reportReserved(token)
      } else if token.kind != .end {
        report(
          .error(
            .notAStatement,
            Phrase(
              "no statement begins with \(shown(token).english)",
              zh: "没有以 \(shown(token).chinese) 开头的语句"),
            at: token.span))
      }
      skipToEndOfStatement()
      return .absent
    }
    return .query(query())
  }

  /// The statement word that a statement begins with, unless it is an ordinary name here.
  mutating func statementWord(
    among words: [Keyword] = Keyword.definitionWords + Keyword.commandWords + [.last]
  ) -> Keyword? {
    for keyword in words { expect(keyword) }
    guard case .soft(let keyword) = token.kind, words.contains(keyword) else { return nil }
    let next = peek()
    // It begins many a period: it is a statement word only where all of the statement says so.
    if keyword == .last {
      let isForm =
        next.kind == .reserved(.as)
        && (peek(2).isNameLike && peek(3).isEndOfStatement
          || expectation != nil && peek(2).kind == .end)
      return next.isEndOfStatement || isForm ? keyword : nil
    }
    guard keyword.isStatementWord else { return nil }
    // `help where` can be no question, since nothing follows the clause word.
    if [.help, .describe].contains(keyword), next.keyword?.isReserved == true,
      peek(2).isEndOfStatement
    {
      return keyword
    }
    if Keyword.loneWords.contains(keyword), next.isEndOfStatement { return keyword }
    // Completion after `set `: what the command takes is more use than what a metric `set` would.
    if expectation != nil, next.kind == .end { return keyword }
    // `coverage` asks about all that is loaded, and `coverage by store` as well.
    if keyword == .coverage, next.isEndOfStatement || next.beginsClause { return keyword }
    return isNameHere(next) ? nil : keyword
  }

  /// Whether a word before this token is a name: before `,`, a sign other than `(` and `-`, the
  /// end, or a clause word that is not followed by `=`.
  private func isNameHere(_ next: Token) -> Bool {
    switch next.kind {
    case .separator, .end: return true
    case .symbol(let symbol): return symbol != .leftParenthesis && symbol != .minus
    case .inList, .notInList: return true
    case .reserved(let keyword):
      guard keyword.continuesStatement else { return false }
      return peek(2).kind != .symbol(.equal)
    case .soft, .name, .quotedName, .integer, .number, .percent, .date, .string: return false
    }
  }

  /// The `##` lines between the statement before and this one.
  private func documentation() -> [String] {
    let end = token.span.start
    let start = index > 0 ? tokens[index - 1].span.end : 0
    var low = 0
    var high = trivia.count
    while low < high {
      let middle = (low + high) / 2
      if trivia[middle].span.start < start { low = middle + 1 } else { high = middle }
    }
    return trivia[low...].prefix { $0.span.start < end }.filter { $0.kind == .documentation }.map {
      let text = source.text(of: $0.span)
      return String(text.drop { $0 == "#" || $0 == "＃" }).trimmingBlanks
    }
  }

  // MARK: Names

  /// A single name, or `nil` after a report.
  mutating func name(_ what: Phrase) -> Name? {
    if token.isNameLike {
      let token = advance()
      return Name(token.text, isQuoted: token.kind == .quotedName, at: token.span)
    }
    if case .reserved(let keyword) = token.kind, keyword != .asOf {
      // A clause may just as well begin here and the name be missing.
      if !canBeginClause(keyword, before: peek()) {
        reportReserved(token)
        let token = advance()
        return Name(token.text, at: token.span)
      }
    }
    if token.kind == .string, !token.text.isEmpty, !token.text.contains("`") {
      let title = Phrase("A name stands in backquotes:", zh: "名称写在反引号中：")
      reportMissing(what, mends: [.init(title, [.init(token.span, "`\(token.text)`")])])
      let token = advance()
      return Name(token.text, isQuoted: true, at: token.span)
    }
    reportMissing(what)
    return nil
  }

  /// Whether a reserved word is a clause word with what its clause goes on with.
  func canBeginClause(_ keyword: Keyword, before next: Token) -> Bool {
    switch keyword {
    case .by, .where, .having: canBeginExpression(next)
    case .over, .vs, .asOf: next.isNameLike || next.kind == .integer || next.kind == .date
    case .top, .bottom, .limit: next.kind == .integer
    case .in, .using, .with, .fill: next.isNameLike
    case .sort: next.keyword == .by
    default: false
    }
  }

  /// `store`, `sales.store`.
  mutating func path(_ what: Phrase) -> NamePath? {
    expectKind(role)
    guard let first = name(what) else { return nil }
    var parts = [first]
    while at(.dot) {
      advance()
      if isProbing { expectation?.qualifier = NamePath(parts) }
      expectKind(.column)
      guard let part = name(.aName) else { break }
      parts.append(part)
    }
    return NamePath(parts)
  }

  mutating func paths(_ what: Phrase) -> [NamePath] {
    var found: [NamePath] = []
    repeat {
      guard let path = path(what) else { break }
      found.append(path)
    } while take(.comma)
    return found
  }

  /// A whole number that counts something.
  mutating func count(_ what: Phrase, mends: [Diagnostic.Mend] = []) -> Int? {
    guard token.kind == .integer else {
      reportMissing(what, mends: mends)
      return nil
    }
    let token = advance()
    return DecimalLiteral(written: token.text).flatMap { Int(exactly: $0.digits) } ?? 0
  }

  mutating func string(_ what: Phrase) -> String? {
    guard token.kind == .string else {
      var mends: [Diagnostic.Mend] = []
      if token.isNameLike {
        let title = Phrase("In quotes:", zh: "加引号：")
        mends = [.init(title, [.init(token.span, Lexer.quoted(token.text))])]
      }
      reportMissing(what, mends: mends)
      return nil
    }
    return advance().text
  }
}
