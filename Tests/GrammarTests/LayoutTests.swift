// Layout on sentences that no person would write: it keeps their meaning and every comment.
import KepiDiagnostics
import KepiSyntax
import Testing

struct LayoutTests {
  @Test(arguments: 101...130 as ClosedRange<UInt64>)
  func meaningAndCommentsStay(_ seed: UInt64) throws {
    let grammar = try #require(GrammarTests.grammar)
    var generator = SentenceGenerator(grammar, seed: seed)
    var count = 0
    for round in 0..<20 {
      let text = Self.commented(generator.sentence(of: "script", size: 9 + round % 10))
      let source = SourceText(id: .init(0), name: "", text: text)
      let parsed = ScriptSyntax.parse(source)
      guard parsed.diagnostics.isEmpty else { continue }
      count += 1
      let comments = Self.comments(in: source)
      for language in [nil] + Language.allCases {
        let formatted = SyntaxPrinter.format(source, language: language, addsVersion: true)
        let again = SourceText(id: .init(0), name: "", text: formatted)
        let repeated = ScriptSyntax.parse(again)
        #expect(repeated.diagnostics.isEmpty, "\(text)\n--\n\(formatted)")
        #expect(
          repeated.script.statements.map { SyntaxPrinter.text(of: $0) }
            == parsed.script.statements.map { SyntaxPrinter.text(of: $0) },
          "\(text)\n--\n\(formatted)")
        #expect(Self.comments(in: again).sorted() == comments.sorted(), "\(text)\n--\n\(formatted)")
        #expect(
          SyntaxPrinter.format(again, language: language, addsVersion: true) == formatted,
          "\(text)\n--\n\(formatted)")
      }
    }
    #expect(count > 2)
  }

  /// One clause to a line, a comment at the end of each line, and before each line one of its own.
  private static func commented(_ text: String) -> String {
    var text = text
    for word in ["where", "over", "limit", "fill", "having", "vs"] {
      text = text.replacing(" \(word) ", with: "\n\(word) ")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { "# above \($0)\n\($1)  # beside \($0)" }.joined(separator: "\n")
  }

  private static func comments(in source: SourceText) -> [String] {
    Lexer.lex(source).trivia.filter { $0.kind == .comment }.map { source.text(of: $0.span) }
  }
}
