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
      let formatted = String(SyntaxPrinter.format(text).dropLast())
      var actual = [("query", one.query), ("tree", TreeText.of(parsed.script))]
      // Where a section is left out there is nothing to say: no mistake, no change of layout.
      if !parsed.diagnostics.isEmpty {
        actual.append(("messages", messages(parsed.diagnostics, in: texts)))
      }
      if formatted != one.query { actual.append(("format", formatted)) }
      recorded.append(CorpusCase(file: file, title: one.title, sections: actual))
      guard !Corpus.isRecording else { continue }
      for (name, value) in actual {
        #expect(one[name] == value, "\(one.testDescription), section \(name)")
      }
      #expect(one.sections.count == actual.count, "\(one.testDescription): sections")
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

  /// The line a message offers is one that works.
  @Test(arguments: Corpus.read("messages.txt"))
  func mendsWork(_ one: CorpusCase) {
    let (text, texts) = sourceText(one.query)
    for diagnostic in ScriptSyntax.parse(text).diagnostics {
      for mend in diagnostic.mends {
        guard let line = diagnostic.repairedText(by: mend, in: texts) else {
          Issue.record("\(mend.title.english) edits outside of its statement")
          continue
        }
        let (repaired, repairedTexts) = sourceText(line)
        let rest = messages(ScriptSyntax.parse(repaired).diagnostics, in: repairedTexts)
        #expect(rest.isEmpty, "\(line)")
      }
    }
  }

  // MARK: Languages

  /// Sentences that are put together of parts are Chinese ones, set as such.
  @Test(arguments: Corpus.cases)
  func messagesAreInBothLanguages(_ one: CorpusCase) {
    for diagnostic in ScriptSyntax.parse(sourceText(one.query).0).diagnostics {
      let said = [diagnostic.message] + diagnostic.details + diagnostic.mends.map(\.title)
      for phrase in said where !phrase.isEmpty {
        #expect(phrase.english != phrase.chinese)
        // What is quoted is left out, its backquotes are not.
        let parts = phrase.chinese.split(separator: "`", omittingEmptySubsequences: false)
        let own = parts.indices.filter { $0 % 2 == 0 }.map { parts[$0] }.joined(separator: "`")
        let signs = Array(own.unicodeScalars)
        #expect(signs.contains { Self.isChinese($0) }, "\(phrase.chinese)")
        #expect(signs.last != "." && signs.last != "。", "\(phrase.chinese)")
        for (left, right) in zip(signs, signs.dropFirst()) {
          let isTight =
            Self.isChinese(left) && (right.isASCII && right != " ")
            || Self.isChinese(right) && (left.isASCII && left != " ")
          #expect(!isTight, "\(phrase.chinese)")
        }
      }
    }
  }

  private static func isChinese(_ sign: Unicode.Scalar) -> Bool {
    (0x4E00..<0xA000).contains(sign.value)
  }

  // MARK: Printing

  /// As written, then in each language.
  static let languages = [nil] + Language.allCases

  @Test(arguments: Corpus.cases, languages)
  func formattingTwiceChangesNothing(_ one: CorpusCase, _ language: Language?) {
    let once = SyntaxPrinter.format(sourceText(one.query).0, language: language)
    let twice = SyntaxPrinter.format(sourceText(once).0, language: language)
    #expect(once == twice)
  }

  @Test(arguments: Corpus.examples, languages)
  func formattingKeepsTheTree(_ one: CorpusCase, _ language: Language?) {
    let script = ScriptSyntax.parse(sourceText(one.query).0).script
    let formatted = SyntaxPrinter.format(sourceText(one.query).0, language: language)
    #expect(TreeText.of(ScriptSyntax.parse(sourceText(formatted).0).script) == TreeText.of(script))
    let printed = SyntaxPrinter.text(of: script, language: language)
    #expect(TreeText.of(ScriptSyntax.parse(sourceText(printed).0).script) == TreeText.of(script))
  }
}
