// Whether the published grammar allows a row of words. Earley's method: any grammar, no tuning.

struct Recogniser: Sendable {
  private enum Symbol: Sendable {
    case terminal(Int)
    case rule(Int)
  }

  private var terminals: [String: Int] = [:]
  private var ruleNumbers: [String: Int] = [:]
  /// By rule: its alternatives, each a row of symbols.
  private var productions: [[[Symbol]]] = []
  private var isNullable: [Bool] = []

  init(_ grammar: Grammar) {
    for (name, _) in grammar.rules {
      ruleNumbers[name] = productions.count
      productions.append([])
    }
    for (name, pattern) in grammar.rules {
      let alternatives = alternatives(of: pattern)
      if let number = ruleNumbers[name] { productions[number] = alternatives }
    }
    findNullable()
    layOut()
  }

  // MARK: Without signs

  private mutating func alternatives(of pattern: Grammar.Pattern) -> [[Symbol]] {
    switch pattern {
    case .choice(let parts): parts.flatMap { alternatives(of: $0) }
    case .sequence(let parts): [parts.map { symbol(of: $0) }]
    case .optional, .repeated, .literal, .name: [[symbol(of: pattern)]]
    }
  }

  private mutating func symbol(of pattern: Grammar.Pattern) -> Symbol {
    switch pattern {
    case .literal(let text): return .terminal(terminal(text))
    case .name(let name): return ruleNumbers[name].map { .rule($0) } ?? .terminal(terminal(name))
    case .sequence, .choice: return .rule(helper(alternatives(of: pattern)))
    case .optional(let part): return .rule(helper([[]] + alternatives(of: part)))
    case .repeated(let part):
      let inner = symbol(of: part)
      let number = helper([])
      productions[number] = [[], [.rule(number), inner]]
      return .rule(number)
    }
  }

  private mutating func helper(_ alternatives: [[Symbol]]) -> Int {
    productions.append(alternatives)
    return productions.count - 1
  }

  private mutating func terminal(_ spelling: String) -> Int {
    if let number = terminals[spelling] { return number }
    terminals[spelling] = terminals.count
    return terminals.count - 1
  }

  private mutating func findNullable() {
    isNullable = productions.map { _ in false }
    var changed = true
    while changed {
      changed = false
      for (number, alternatives) in productions.enumerated() where !isNullable[number] {
        let isEmpty = alternatives.contains { alternative in
          alternative.allSatisfy {
            if case .rule(let part) = $0 { isNullable[part] } else { false }
          }
        }
        if isEmpty {
          isNullable[number] = true
          changed = true
        }
      }
    }
  }

  // MARK: Recognising

  /// A place in an alternative: what comes next, or the rule that ends there.
  private enum State: Sendable {
    case before(Symbol)
    case end(ofRule: Int)
  }

  /// The places of all alternatives, one alternative after another.
  private var states: [State] = []
  /// By rule: where its alternatives begin.
  private var beginnings: [[Int]] = []

  private mutating func layOut() {
    for (rule, alternatives) in productions.enumerated() {
      beginnings.append([])
      for alternative in alternatives {
        beginnings[rule].append(states.count)
        states += alternative.map { .before($0) } + [.end(ofRule: rule)]
      }
    }
  }

  /// How far a text is allowed: the number of words that some sentence begins with, and whether
  /// they are a sentence.
  func read(_ words: [Terminals]) -> (length: Int, isSentence: Bool) {
    // An item is a state and the place where its rule began.
    let width = words.count + 1
    var items = beginnings[0].map { $0 * width }
    /// By place and rule: the items that wait for it.
    var waiting: [[Int: [Int]]] = []
    for place in 0..<width {
      let found = place < words.count ? words[place].spellings.compactMap { terminals[$0] } : []
      waiting.append([:])
      var known = Set(items)
      var following: [Int] = []
      var next = 0
      func add(_ item: Int) { if known.insert(item).inserted { items.append(item) } }
      var isSentence = false
      while next < items.count {
        let item = items[next]
        next += 1
        switch states[item / width] {
        case .end(let rule):
          let start = item % width
          if rule == 0, start == 0 { isSentence = true }
          for other in waiting[start][rule] ?? [] { add(other + width) }
        case .before(.terminal(let number)):
          if found.contains(number) { following.append(item + width) }
        case .before(.rule(let rule)):
          if waiting[place][rule] == nil {
            for state in beginnings[rule] { add(state * width + place) }
          }
          waiting[place][rule, default: []].append(item)
          if isNullable[rule] { add(item + width) }
        }
      }
      if place == words.count { return (place, isSentence) }
      if following.isEmpty { return (place, false) }
      items = following
    }
    return (words.count, false)
  }
}
