// The published grammar as data: a reader of W3C EBNF.

struct Grammar: Sendable {
  indirect enum Pattern: Equatable, Sendable {
    case sequence([Pattern])
    case choice([Pattern])
    case optional(Pattern)
    case repeated(Pattern)
    /// `'by'`, `'<='`.
    case literal(String)
    /// A token class, `NAME`, or a rule.
    case name(String)
  }

  struct Mistake: Error, Equatable {
    let text: String
  }

  /// In the order of the file; the first is where a text begins.
  let rules: [(name: String, pattern: Pattern)]
  /// What stands behind `>` in a comment, with the rule above it.
  let sentences: [(rule: String, text: String)]

  subscript(rule: String) -> Pattern? { rules.first { $0.name == rule }?.pattern }

  init(_ text: String) throws(Mistake) {
    var reader = Reader(text)
    (rules, sentences) = try reader.grammar()
  }

  /// Every literal of the rules, in order.
  var literals: [String] {
    func literals(of pattern: Pattern) -> [String] {
      switch pattern {
      case .sequence(let parts), .choice(let parts): parts.flatMap(literals)
      case .optional(let part), .repeated(let part): literals(of: part)
      case .literal(let text): [text]
      case .name: []
      }
    }
    return rules.flatMap { literals(of: $0.pattern) }
  }

  static func isTokenClass(_ name: String) -> Bool {
    name.allSatisfy { $0.isUppercase || $0 == "_" }
  }
}

private struct Reader {
  private enum Word: Equatable {
    case name(String)
    case literal(String)
    case sign(Character)
    case defines
    case comment(String)
    case end
  }

  private var words: [Word] = []
  private var position = 0

  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if rest.hasPrefix("/*") {
        let end = rest.firstRange(of: "*/")
        words.append(.comment(String(rest[..<(end?.lowerBound ?? rest.endIndex)].dropFirst(2))))
        rest = rest[(end?.upperBound ?? rest.endIndex)...]
      } else if rest.hasPrefix("::=") {
        words.append(.defines)
        rest.removeFirst(3)
      } else if first == "'" {
        let literal = rest.dropFirst().prefix { $0 != "'" }
        words.append(.literal(String(literal)))
        rest = rest.dropFirst(literal.count + 2)
      } else if first.isLetter {
        let name = rest.prefix { $0.isLetter || $0 == "_" }
        words.append(.name(String(name)))
        rest.removeFirst(name.count)
      } else {
        words.append(.sign(first))
        rest.removeFirst()
      }
    }
  }

  private var word: Word { position < words.count ? words[position] : .end }

  private var next: Word { position + 1 < words.count ? words[position + 1] : .end }

  private mutating func take(_ sign: Character) -> Bool {
    guard word == .sign(sign) else { return false }
    position += 1
    return true
  }

  mutating func grammar() throws(Grammar.Mistake) -> (
    [(name: String, pattern: Grammar.Pattern)], [(rule: String, text: String)]
  ) {
    var rules: [(name: String, pattern: Grammar.Pattern)] = []
    var sentences: [(rule: String, text: String)] = []
    while word != .end {
      if case .comment(let text) = word {
        if text.hasPrefix(" > ") {
          sentences.append((rules.last?.name ?? "", text.dropFirst(3).trimmed))
        }
        position += 1
        continue
      }
      guard case .name(let name) = word, next == .defines else {
        throw Grammar.Mistake(text: "a rule begins with its name, not \(word)")
      }
      position += 2
      rules.append((name, try choice()))
    }
    return (rules, sentences)
  }

  private mutating func choice() throws(Grammar.Mistake) -> Grammar.Pattern {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws(Grammar.Mistake) -> Grammar.Pattern {
    var parts: [Grammar.Pattern] = []
    while let part = try primary() {
      if take("?") {
        parts.append(.optional(part))
      } else if take("*") {
        parts.append(.repeated(part))
      } else if take("+") {
        parts += [part, .repeated(part)]
      } else {
        parts.append(part)
      }
    }
    guard !parts.isEmpty else { throw Grammar.Mistake(text: "nothing stands before \(word)") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func primary() throws(Grammar.Mistake) -> Grammar.Pattern? {
    switch word {
    case .literal(let text):
      position += 1
      return .literal(text)
    case .name(let name):
      guard next != .defines else { return nil }
      position += 1
      return .name(name)
    case .sign("("):
      position += 1
      let inner = try choice()
      guard take(")") else { throw Grammar.Mistake(text: "a parenthesis is not closed") }
      return inner
    case .comment(let text):
      // Sentences belong to the rule that has ended.
      guard !text.hasPrefix(" > ") else { return nil }
      position += 1
      return try primary()
    case .sign, .defines, .end: return nil
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
