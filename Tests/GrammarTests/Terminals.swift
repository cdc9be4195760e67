// The words of a text as the published grammar sees them.
import KepiSyntax

/// What a word can stand for: `by`, `<=`, `NAME`.
struct Terminals: Equatable {
  let spellings: [String]

  init(_ spellings: String...) { self.spellings = spellings }
}

enum GrammarWords {
  /// The words of a text with what each can be, after the rules that the head of the grammar tells
  /// in prose: several ends of a statement count as one, and a statement word is a name only in
  /// certain places.
  static func read(_ tokens: [Token]) -> [Terminals] {
    var tokens = tokens.filter { $0.kind != .end }
    while tokens.first?.kind == .separator { tokens.removeFirst() }
    var words: [Terminals] = []
    var braceDepth = 0
    var isStart = true
    for (place, token) in tokens.enumerated() {
      if token.kind == .separator {
        if words.last != Terminals("SEP") { words.append(Terminals("SEP")) }
        isStart = true
        continue
      }
      let isFirst = words.isEmpty
      words.append(
        isStart || isExported(place, tokens)
          ? startingWord(place, tokens, inBlock: braceDepth > 0, isFirst: isFirst)
          : terminals(of: token))
      isStart = token.kind == .symbol(.leftBrace)
      if token.kind == .symbol(.leftBrace) { braceDepth += 1 }
      if token.kind == .symbol(.rightBrace) { braceDepth = max(0, braceDepth - 1) }
    }
    // The end of the text is the end of a line.
    if !words.isEmpty, words.last != Terminals("SEP") { words.append(Terminals("SEP")) }
    return words
  }

  /// What follows `export to` and the file begins as a statement does, for commands that answer.
  private static func isExported(_ place: Int, _ tokens: [Token]) -> Bool {
    guard place >= 3, case .soft(let keyword) = tokens[place].kind else { return false }
    return Keyword.answeringWords.contains(keyword) && tokens[place - 1].kind == .string
      && tokens[place - 2].kind == .soft(.to) && tokens[place - 3].kind == .soft(.export)
  }

  private static func startingWord(
    _ place: Int, _ tokens: [Token], inBlock: Bool, isFirst: Bool
  ) -> Terminals {
    let token = tokens[place]
    guard case .soft(let keyword) = token.kind else { return terminals(of: token) }
    func following(_ distance: Int) -> Token.Kind {
      place + distance < tokens.count ? tokens[place + distance].kind : .end
    }
    if inBlock { return keyword == .example ? Terminals("example") : terminals(of: token) }
    if keyword == .language {
      return isFirst && following(1) == .integer ? Terminals("language") : Terminals("NAME")
    }
    guard (Keyword.definitionWords + Keyword.commandWords + [.last]).contains(keyword) else {
      return terminals(of: token)
    }
    let next = following(1)
    if keyword == .last {
      let isForm =
        next == .reserved(.as) && isName(following(2))
        && [.separator, .end].contains(following(3))
      return Terminals(isForm || [.separator, .end].contains(next) ? "last" : "NAME")
    }
    if keyword == .help || keyword == .describe, case .reserved = next,
      [.separator, .end].contains(following(2))
    {
      return Terminals(keyword.english)
    }
    // `coverage` alone, or before a clause, is about all that is loaded.
    if keyword == .coverage {
      switch next {
      case .separator, .end: return Terminals("coverage")
      case .reserved(let word) where Keyword.clauseWords.contains(word):
        return Terminals("coverage")
      default: break
      }
    }
    let isName =
      switch next {
      case .separator, .end: !Keyword.loneWords.contains(keyword)
      case .symbol(let symbol): symbol != .leftParenthesis && symbol != .minus
      case .inList, .notInList: true
      case .reserved(let word): continuing.contains(word) && following(2) != .symbol(.equal)
      case .soft, .name, .quotedName, .integer, .number, .percent, .date, .string: false
      }
    return Terminals(isName ? "NAME" : keyword.english)
  }

  private static func isName(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .soft, .name, .quotedName: true
    case .reserved, .integer, .number, .percent, .date, .string, .symbol, .inList, .notInList,
      .separator, .end:
      false
    }
  }

  /// The words that a next line can go on with.
  private static let continuing: [Keyword] =
    Keyword.clauseWords + [.as, .and, .or, .then, .else, .is, .like, .between]

  private static func terminals(of token: Token) -> Terminals {
    switch token.kind {
    case .reserved(.asOf): Terminals("AS_OF")
    case .reserved(let keyword): Terminals(keyword.english, "RESERVED")
    case .soft(let keyword): Terminals(keyword.english, "NAME")
    case .name, .quotedName: Terminals("NAME")
    case .integer: Terminals("INTEGER")
    case .number: Terminals("NUMBER")
    case .percent: Terminals("PERCENT")
    case .date: Terminals("DATE")
    case .string: Terminals("STRING")
    case .symbol(let symbol): Terminals(symbol.rawValue)
    case .inList: Terminals("IN_LIST")
    case .notInList: Terminals("NOT_IN_LIST")
    case .separator, .end: Terminals("SEP")
    }
  }
}
