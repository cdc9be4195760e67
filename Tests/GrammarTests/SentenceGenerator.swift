// Sentences of the published grammar, from a seed.
import KepiSyntax

/// SplitMix64: the same numbers on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

struct SentenceGenerator {
  private let grammar: Grammar
  /// The least depth at which a rule comes to an end.
  private let depths: [String: Int]
  private var numbers: SeededNumbers
  private(set) var usedRules: Set<String> = []

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    numbers = SeededNumbers(seed: seed)
    var depths: [String: Int] = [:]
    var changed = true
    while changed {
      changed = false
      for (name, pattern) in grammar.rules {
        guard let depth = Self.depth(of: pattern, depths), depths[name] != depth + 1 else {
          continue
        }
        depths[name] = depth + 1
        changed = true
      }
    }
    self.depths = depths
  }

  private static func depth(of pattern: Grammar.Pattern, _ depths: [String: Int]) -> Int? {
    switch pattern {
    case .literal, .optional, .repeated: return 0
    case .name(let name): return Grammar.isTokenClass(name) ? 0 : depths[name]
    case .sequence(let parts):
      var most = 0
      for part in parts {
        guard let depth = depth(of: part, depths) else { return nil }
        most = max(most, depth)
      }
      return most
    case .choice(let parts): return parts.compactMap { depth(of: $0, depths) }.min()
    }
  }

  /// A sentence of a rule. `size` is about how deep it goes.
  mutating func sentence(of rule: String, size: Int) -> String {
    var words: [String] = []
    write(.name(rule), size, &words)
    return words.joined(separator: " ")
  }

  private mutating func write(_ pattern: Grammar.Pattern, _ size: Int, _ words: inout [String]) {
    switch pattern {
    case .literal(let text): words.append(spelling(of: text))
    case .name(let name):
      if let rule = grammar[name] {
        usedRules.insert(name)
        write(rule, size - 1, &words)
      } else {
        words.append(token(name, after: words.last ?? ""))
      }
    case .sequence(let parts): for part in parts { write(part, size, &words) }
    case .choice(let parts):
      let fitting = parts.filter { (Self.depth(of: $0, depths) ?? .max) <= size }
      let shortest = parts.min {
        (Self.depth(of: $0, depths) ?? .max) < (Self.depth(of: $1, depths) ?? .max)
      }
      if let part = fitting.randomElement(using: &numbers) ?? shortest { write(part, size, &words) }
    case .optional(let part):
      guard fits(part, size), chance(2) else { return }
      write(part, size, &words)
    case .repeated(let part):
      var left = 3
      while left > 0, fits(part, size), chance(3) {
        write(part, size - 1, &words)
        left -= 1
      }
    }
  }

  private func fits(_ pattern: Grammar.Pattern, _ size: Int) -> Bool {
    (Self.depth(of: pattern, depths) ?? .max) <= size
  }

  /// One in so many.
  private mutating func chance(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &numbers) == 0
  }

  // MARK: Words

  private mutating func pick(_ words: [String]) -> String {
    words.randomElement(using: &numbers) ?? ""
  }

  private mutating func spelling(of literal: String) -> String {
    guard let keyword = Keyword(rawValue: literal), chance(6) else { return literal }
    return pick(keyword.chinese)
  }

  /// Soft keywords are names as well, so some of the names are such words.
  private static let names = [
    "revenue", "acos", "store", "sku", "sales", "店铺", "_x", "`Größe (cm)`", "`top`", "x1",
  ]
  private static let softNames = [
    "date", "zero", "totals", "all", "last", "to", "per", "others", "today", "set", "running",
  ]

  private mutating func token(_ name: String, after last: String) -> String {
    switch name {
    case "NAME": chance(12) ? pick(Self.softNames) : pick(Self.names)
    case "INTEGER": pick(["2026", "12", "3", "120_000"])
    case "NUMBER": pick(["3.5", "0.25"])
    case "PERCENT": pick(["25%", "0.5%"])
    case "DATE": pick(["2026-08-15", "2026-08", "2026-W33", "2026-Q3", "2026-P01"])
    case "STRING": pick(["\"DE\"", "\"a \"\"b\"\"\"", "“促销*”"])
    case "AS_OF": pick(["as of", "截至"])
    case "IN_LIST": pick(["in", "属于"])
    case "NOT_IN_LIST": pick(["not in", "非 属于"])
    case "RESERVED": pick(["top", "where", "missing", "其中"])
    // A line that ends in a reserved word goes on below.
    case "SEP": Keyword.spelled(last)?.isReserved == true ? ";" : pick(["\n", ";"])
    default: name
    }
  }
}
