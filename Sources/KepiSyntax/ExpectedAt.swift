// What may stand at a place in a text: what completion offers comes from the parser itself.
package import KepiDiagnostics

package struct ExpectedAt: Equatable, Sendable {
  package struct Kinds: OptionSet, Equatable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let metric = Kinds(rawValue: 1 << 0)
    package static let dimension = Kinds(rawValue: 1 << 1)
    /// A value of `valueOf`.
    package static let value = Kinds(rawValue: 1 << 2)
    /// A date or the name of a period.
    package static let period = Kinds(rawValue: 1 << 3)
    package static let source = Kinds(rawValue: 1 << 4)
    package static let setting = Kinds(rawValue: 1 << 5)
    package static let settingValue = Kinds(rawValue: 1 << 6)
    package static let path = Kinds(rawValue: 1 << 7)
    /// The start of a statement.
    package static let command = Kinds(rawValue: 1 << 8)
    /// `days`, `weeks`, `EUR`.
    package static let unit = Kinds(rawValue: 1 << 9)
    package static let currency = Kinds(rawValue: 1 << 10)
    package static let rates = Kinds(rawValue: 1 << 11)
    package static let calendar = Kinds(rawValue: 1 << 12)
    package static let column = Kinds(rawValue: 1 << 13)
    package static let property = Kinds(rawValue: 1 << 14)
    /// What `show` and `help` know.
    package static let topic = Kinds(rawValue: 1 << 15)
    /// A name of one's own choice: nothing to offer.
    package static let newName = Kinds(rawValue: 1 << 16)
    /// How an answer is written: `csv`.
    package static let form = Kinds(rawValue: 1 << 17)
    /// A kind of export.
    package static let exportKind = Kinds(rawValue: 1 << 18)
  }

  /// Keywords that can come next, in the order of the keyword table.
  package private(set) var keywords: [Keyword] = []
  package var kinds: Kinds = []
  /// The dimension whose values fit, after `where x =` and in `x in (`.
  package var valueOf: NamePath?
  /// What stands before the dot at the place: the source whose columns fit.
  package var qualifier: NamePath?
  /// The statement word the text at hand begins with: `set`, `show`, `help`.
  package var statement: Keyword?
  /// The word of the clause that the place is in, or stands behind.
  package var clause: Keyword?
  /// Whether the place is inside quotes.
  package var isInString = false
  /// Byte offset where the word to replace begins.
  package var replaceFrom: Int

  init(replaceFrom: Int) { self.replaceFrom = replaceFrom }

  mutating func add(_ keyword: Keyword) {
    guard !keywords.contains(keyword) else { return }
    keywords.append(keyword)
  }

  mutating func sortKeywords() {
    keywords = Keyword.allCases.filter { keywords.contains($0) }
  }
}

extension Parser {
  /// What may stand at a byte offset, judged by the text before it.
  package static func expectation(in text: SourceText, at offset: Int) -> ExpectedAt {
    let end = min(max(offset, 0), text.bytes.count)
    let before = SourceText(
      id: text.id, name: text.name, text: String(decoding: text.bytes[..<end], as: UTF8.self))
    let lexed = Lexer.lex(before)
    let words = lexed.tokens.dropLast()
    var start = end
    var isInString = false
    if let last = words.last, last.span.end == end, last.isNameLike || last.keyword != nil {
      start = last.span.start
    }
    if let open = lexed.diagnostics.last(where: { $0.code == .unclosedQuote })?.marks.first?.span {
      // Everything from the open quote on is the word.
      isInString = true
      start = open.start
    }
    let probe = SourceText(
      id: text.id, name: text.name, text: String(decoding: text.bytes[..<start], as: UTF8.self))
    var parser = Parser(probe)
    let quote = isInString ? text.bytes[start] >= 0x80 ? 3 : 1 : 0
    parser.expectation = ExpectedAt(replaceFrom: min(start + quote, end))
    // In the shell a line may go on with the question before it.
    if parser.isClauseStart { _ = parser.clauseLine() } else { _ = parser.script() }
    guard var found = parser.expectation else { return ExpectedAt(replaceFrom: start) }
    found.isInString = isInString
    found.sortKeywords()
    found.statement = statementWord(of: parser)
    found.clause = clauseWord(of: parser)
    return found
  }

  private static func clauseWord(of parser: Parser) -> Keyword? {
    for token in parser.tokens.reversed() {
      if token.kind == .separator { return nil }
      if case .reserved(let keyword) = token.kind, keyword.isClauseWord { return keyword }
    }
    return nil
  }

  private static func statementWord(of parser: Parser) -> Keyword? {
    let start = parser.tokens.lastIndex { $0.kind == .separator }.map { $0 + 1 } ?? 0
    guard start < parser.tokens.count, parser.keywordUses.contains(start) else { return nil }
    return parser.tokens[start].keyword
  }
}

extension ScriptSyntax {
  /// Whether a text can be read as it stands; not where a bracket or quote is open or the last
  /// sign wants something after it. The shell then asks for another line.
  package static func isComplete(_ text: SourceText) -> Bool {
    let lexed = Lexer.lex(text)
    if lexed.diagnostics.contains(where: { $0.code == .unclosedQuote }) { return false }
    var open: [Symbol] = []
    for token in lexed.tokens {
      guard case .symbol(let symbol) = token.kind else { continue }
      if symbol.closing != nil { open.append(symbol) }
      if symbol.isClosing, open.last?.closing == symbol { open.removeLast() }
    }
    if !open.isEmpty { return false }
    if let last = lexed.trivia.last, last.kind == .lineEnd, last.span.end == text.bytes.count,
      text.bytes[last.span.start] == UInt8(ascii: "\\")
    {
      return false
    }
    guard let last = lexed.tokens.dropLast().last(where: { $0.kind != .separator }) else {
      return true
    }
    switch last.kind {
    case .symbol(let symbol): return symbol.isClosing
    default: return true
    }
  }
}
