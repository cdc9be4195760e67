// Texts of the corpus in, trees and messages out.
import KepiDiagnostics
import KepiSyntax
import Testing

struct SyntaxTests {
  /// What each section of a case should hold. Recording rewrites the files, then fails, so that it
  /// never passes for checking.
  @Test(arguments: Corpus.files)
  func corpus(_ file: String) throws {
    let cases = Corpus.read(file)
    #expect(!cases.isEmpty)
    var recorded: [CorpusCase] = []
    for one in cases {
      let (text, texts) = sourceText(one.query)
      let parsed = ScriptSyntax.parse(text)
      var actual = [
        ("query", one.query), ("tree", TreeText.of(parsed.script)),
        ("messages", messages(parsed.diagnostics, in: texts)),
      ]
      actual.removeAll { $0.0 == "messages" && $0.1.isEmpty }
      recorded.append(CorpusCase(file: file, title: one.title, sections: actual))
      guard !Corpus.isRecording else { continue }
      for (name, value) in actual {
        #expect(one[name] == value, "\(one.testDescription), section \(name)")
      }
      #expect(one["messages"] == nil || !parsed.diagnostics.isEmpty, "\(one.testDescription)")
    }
    if Corpus.isRecording {
      try Corpus.write(recorded, to: file)
      Issue.record("recorded \(file)")
    }
  }

  @Test(arguments: Corpus.examples)
  func examplesHaveNothingWrong(_ one: CorpusCase) {
    let (text, texts) = sourceText(one.query)
    #expect(messages(ScriptSyntax.parse(text).diagnostics, in: texts).isEmpty)
  }
}
