// Questions over small files, their answers worked out by hand from the rules of the language.
import Testing

struct CorpusTests {
  @Test(arguments: Corpus.cases)
  func answers(_ item: CorpusCase) throws {
    let run = SessionRun(files: item.files, script: item["script"] ?? "", options: item.options)
    if Corpus.recording != .off {
      var recorded = item
      if Corpus.recording == .all { recorded["output"] = run.output }
      recorded["messages"] = run.messages
      if recorded.text != item.text { try Corpus.write(recorded) }
      Issue.record("recorded, not checked")
      return
    }
    if let output = item["output"] { #expect(run.output == output, "\(run.messages)") }
    if let messages = item["messages"] { #expect(run.messages == messages) }
    #expect(run.status == item.status, "\(run.messages)")
  }

  @Test func everyRuleHasItsCases() {
    let groups = Dictionary(grouping: Corpus.cases) { $0.path.prefix { $0 != "/" } }
    for (group, cases) in groups { #expect(cases.count >= 3, "\(group)") }
    #expect(groups.count >= 20)
  }
}
