// The published grammar against the parser: its words, its sentences, texts of all kinds.
import KepiDiagnostics
import KepiSyntax
import Testing

struct GrammarTests {
  static let grammar: Grammar? = try? Grammar(Package.text("grammar/kepi.ebnf"))
  static let recogniser: Recogniser? = grammar.map { Recogniser($0) }

  @Test func itIsRead() throws {
    let grammar = try Grammar(Package.text("grammar/kepi.ebnf"))
    #expect(grammar.rules.first?.name == "script")
    #expect(grammar.rules.count > 60)
    #expect(grammar.sentences.count > 60)
    #expect(Set(grammar.rules.map(\.name)).count == grammar.rules.count, "each rule stands once")
    func names(in pattern: Grammar.Pattern) -> [String] {
      switch pattern {
      case .sequence(let parts), .choice(let parts): parts.flatMap(names)
      case .optional(let part), .repeated(let part): names(in: part)
      case .name(let name): [name]
      case .literal: []
      }
    }
    let used = Set(grammar.rules.flatMap { names(in: $0.pattern) })
    let classes: Set = [
      "NAME", "INTEGER", "NUMBER", "PERCENT", "DATE", "STRING", "AS_OF", "IN_LIST", "NOT_IN_LIST",
      "RESERVED", "SEP",
    ]
    let rules = Set(grammar.rules.map(\.name))
    #expect(used.subtracting(rules).subtracting(classes).sorted() == [])
    #expect(rules.subtracting(used).sorted() == ["script"])
  }

  @Test func wordsAreTheKeywords() throws {
    let grammar = try #require(Self.grammar)
    let words = Set(grammar.literals.filter { $0.allSatisfy(\.isLetter) })
    let keywords = Set(Keyword.allCases.filter { $0 != .asOf }.map(\.english))
    #expect(words.subtracting(keywords).sorted() == [])
    #expect(keywords.subtracting(words).sorted() == [])
    let signs = Set(grammar.literals.filter { !$0.allSatisfy(\.isLetter) })
    #expect(signs == Set(Symbol.allCases.map(\.rawValue)))
  }

  @Test func publishedSentencesAreGood() throws {
    let grammar = try #require(Self.grammar)
    for (rule, sentence) in grammar.sentences {
      let reading = Reading(sentence)
      #expect(reading.diagnostics == "", "\(rule)")
      #expect(reading.isAllowed, "\(rule): \(sentence)\n\(reading.stop)")
    }
  }

  /// All texts that are shown to people or tested.
  @Test func examplesAreAllowed() throws {
    var count = 0
    for example in try Examples.all() {
      count += 1
      let reading = Reading(example.text)
      #expect(reading.isParsed, "\(example.place): \(reading.diagnostics)")
      #expect(reading.isAllowed, "\(example.place): \(example.text)\n\(reading.stop)")
    }
    #expect(count > 100)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func generatedSentencesParse(_ seed: UInt64) throws {
    let grammar = try #require(Self.grammar)
    var generator = SentenceGenerator(grammar, seed: seed)
    for round in 0..<60 {
      let rule = round % 6 == 0 ? "script" : round % 2 == 0 ? "statement" : "query"
      let sentence = generator.sentence(of: rule, size: 8 + round % 12)
      let reading = Reading(sentence)
      guard KnownDifference.allCases.allSatisfy({ !$0.applies(to: reading) }) else { continue }
      #expect(reading.isAllowed, "\(sentence)\n\(reading.stop)")
      #expect(reading.isParsed || reading.failsOnlyLater, "\(sentence)\n\(reading.diagnostics)")
    }
  }

  @Test func everyRuleIsGenerated() throws {
    let grammar = try #require(Self.grammar)
    var used: Set<String> = []
    for seed in 1...20 as ClosedRange<UInt64> {
      var generator = SentenceGenerator(grammar, seed: seed)
      for round in 0..<60 { _ = generator.sentence(of: "script", size: 10 + round % 12) }
      used.formUnion(generator.usedRules)
    }
    #expect(grammar.rules.map(\.name).filter { !used.contains($0) } == [])
  }

  /// Sentences with one word left out, doubled, swapped with the next or replaced: the parser and
  /// the grammar agree on which of them are sentences still.
  @Test func damagedSentencesAreJudgedAlike() throws {
    let grammar = try #require(Self.grammar)
    var compared = 0
    var allowed = 0
    for (_, sentence) in grammar.sentences {
      for damaged in Damage.all(of: sentence) {
        let reading = Reading(damaged)
        // Signs that are no words are the lexer's affair, and what is checked later hides the rest.
        guard !reading.hasUnreadableSigns, reading.isParsed || !reading.failsOnlyLater else {
          continue
        }
        guard KnownDifference.allCases.allSatisfy({ !$0.applies(to: reading) }) else { continue }
        compared += 1
        if reading.isAllowed { allowed += 1 }
        #expect(
          reading.isParsed == reading.isAllowed,
          "\(damaged)\n\(reading.isParsed ? reading.stop : reading.diagnostics)")
      }
    }
    #expect(compared > 1_000)
    #expect(allowed > 100)
  }
}
