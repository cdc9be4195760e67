// The words of the language, as the lexer hands them to the parser.
package import KepiDiagnostics

package struct Token: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case reserved(Keyword)
    /// A name, and a keyword where the grammar can take one.
    case soft(Keyword)
    case name
    /// A name in backquotes: never a keyword.
    case quotedName
    case integer, number, percent, date, string
    case symbol(Symbol)
    /// `in` and `not in` where a parenthesis follows.
    case inList, notInList
    /// The end of a statement: a line end or a semicolon.
    case separator
    case end
  }
  package let kind: Kind
  package let span: SourceSpan
  /// The value: a name without backquotes, a string without quotes, a number in plain digits.
  package let text: String

  package init(_ kind: Kind, _ text: String, at span: SourceSpan) {
    self.kind = kind
    self.text = text
    self.span = span
  }

  var isNameLike: Bool {
    switch kind {
    case .name, .quotedName, .soft: true
    case .reserved, .integer, .number, .percent, .date, .string, .symbol, .inList, .notInList,
      .separator, .end:
      false
    }
  }

  var isEndOfStatement: Bool { kind == .separator || kind == .end }

  var isClauseWord: Bool {
    if case .reserved(let keyword) = kind { return keyword.isClauseWord }
    return false
  }

  /// The keyword this word can be.
  package var keyword: Keyword? {
    switch kind {
    case .reserved(let keyword), .soft(let keyword): keyword
    case .inList: .in
    case .notInList: .not
    case .name, .quotedName, .integer, .number, .percent, .date, .string, .symbol, .separator, .end:
      nil
    }
  }
}

/// The raw value is the spelling; full-width forms read as these.
package enum Symbol: String, CaseIterable, Sendable {
  case comma = ","
  case colon = ":"
  case dot = "."
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"

  var isClosing: Bool { self == .rightParenthesis || self == .rightBracket || self == .rightBrace }

  var closing: Symbol? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    case .comma, .colon, .dot, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
      .plus, .minus, .times, .divided, .rightParenthesis, .rightBracket, .rightBrace:
      nil
    }
  }
}

/// What stands between tokens.
package struct Trivia: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case blank
    /// A line end that does not end a statement, or a backslash before one.
    case lineEnd
    case comment
    /// `##`: documents the next definition.
    case documentation
    /// Bytes that begin no token. Already reported.
    case unknown
  }
  package let kind: Kind
  package let span: SourceSpan

  package init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// A text as words. Tokens and trivia together cover every byte once.
package struct LexedText: Equatable, Sendable {
  /// In order; the last is `end`.
  package let tokens: [Token]
  package let trivia: [Trivia]
  package let diagnostics: [Diagnostic]
}
