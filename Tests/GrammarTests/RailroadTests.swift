// The diagrams are in step with the grammar. UPDATE_GOLDEN=1 makes them anew and then fails.
import Testing

struct RailroadTests {
  private static let path = "grammar/diagrams.md"

  @Test func diagramsAreInStep() throws {
    let page = Railroad.page(of: try Grammar(Package.text("grammar/kepi.ebnf")))
    guard Package.text(Self.path) != page else { return }
    if Package.isRecording { try Package.write(page, to: Self.path) }
    Issue.record(
      "\(Self.path) \(Package.isRecording ? "was recorded" : "differs from the grammar")")
  }

  @Test func everyRuleAndEveryWordIsDrawn() throws {
    let grammar = try Grammar(Package.text("grammar/kepi.ebnf"))
    for rule in grammar.rules {
      let drawn = Railroad.diagram(of: rule.pattern).joined(separator: "\n")
      #expect(drawn.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(rule.name)")
      for name in names(in: rule.pattern) { #expect(drawn.contains(name), "\(rule.name)") }
    }
  }

  @Test func aLoopTurnsBackOverItsComma() throws {
    let grammar = try Grammar("by ::= 'by' item ( ',' item )* ( 'asc' | 'desc' )?")
    #expect(
      Railroad.diagram(of: grammar.rules[0].pattern) == [
        "├── by ──┬─⟨item⟩─┬──┬────────────┬──┤",
        "         └◂─ , ─◂─┘  └─┬─ asc ──┬─┘",
        "                       └─ desc ─┘",
      ])
  }

  private func names(in pattern: Grammar.Pattern) -> [String] {
    switch pattern {
    case .sequence(let parts), .choice(let parts): parts.flatMap(names)
    case .optional(let part), .repeated(let part): names(in: part)
    case .literal(let text): [text]
    case .name(let name): [name]
    }
  }
}
