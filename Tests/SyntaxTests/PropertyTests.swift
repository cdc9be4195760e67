// What must hold for any text, from fixed seeds.
import KepiDiagnostics
import KepiSyntax
import Testing

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

struct PropertyTests {
  /// Tokens and what stands between them are the text, byte for byte and without overlap.
  private func expectLossless(_ text: SourceText) {
    let lexed = Lexer.lex(text)
    let spans = (lexed.tokens.map(\.span) + lexed.trivia.map(\.span)).filter { !$0.isEmpty }
      .sorted { $0.start < $1.start }
    var position = 0
    for span in spans {
      guard span.start == position else {
        Issue.record("gap or overlap at \(position) of \(text.text(of: text.span))")
        return
      }
      position = span.end
    }
    #expect(position == text.bytes.count)
  }

  /// Everything that takes a text, on this one; diagnostics must point into it.
  private func exercise(_ query: String) {
    let (text, texts) = sourceText(query)
    expectLossless(text)
    let parsed = ScriptSyntax.parse(text)
    #expect(parsed.diagnostics.count <= 10)
    for diagnostic in parsed.diagnostics {
      #expect(!diagnostic.marks.isEmpty)
      for mark in diagnostic.marks {
        #expect(mark.span.start >= 0 && mark.span.end <= text.bytes.count)
      }
      #expect(diagnostic.statement != nil)
    }
    _ = messages(parsed.diagnostics, in: texts)
    let hasErrors = parsed.script.statements.contains(where: \.hasErrors)
    #expect(hasErrors || parsed.diagnostics.isEmpty || parsed.script.version != nil)
    _ = ScriptSyntax.highlight(text)
    _ = ScriptSyntax.isComplete(text)
    _ = Parser.expectation(in: text, at: text.bytes.count / 2)
    _ = Parser.expectation(in: text, at: text.bytes.count)
    let once = SyntaxPrinter.format(text)
    // A stray backslash at the end of a mistake meets a line end only once there is one.
    guard !query.contains("\\") else { return }
    #expect(SyntaxPrinter.format(sourceText(once).0) == once, "\(query)")
  }

  @Test(arguments: Corpus.cases)
  func corpusIsLossless(_ one: CorpusCase) {
    exercise(one.query)
  }

  @Test func anyBytesAreRead() {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<300 {
      let length = Int.random(in: 0..<60, using: &numbers)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      exercise(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func anySignsAreRead() {
    var numbers = SeededNumbers(seed: 2)
    let pieces =
      Keyword.allCases.map(\.english) + Keyword.allCases.flatMap(\.chinese)
      + Symbol.allCases.map(\.rawValue) + [
        "revenue", "`a b`", "`", "\"x\"", "\"", "“x”", "'", "12", "1_000", "3.5", "25%",
        "2026-08-15",
        "2026-W33", "2026-13", "2026", "\n", "\n\n", "\r\n", "\t", " ", "#c", "##d\n", "\\\n", ";",
        "，", "（", "）", "＝", "@", "==", "&&", "É", "销售额", "店铺按站点", "\u{3000}",
      ]
    for _ in 0..<1_500 {
      let length = Int.random(in: 1..<14, using: &numbers)
      let glue = Bool.random(using: &numbers) ? " " : ""
      let words = (0..<length).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &numbers)]
      }
      exercise(words.joined(separator: glue))
    }
  }

  @Test(arguments: [
    "(", "[", "{", "not ", "-", "if ", "a[", "f(", "a + ", "a and ", "a.", "a, ", "a in (",
    "if a then ",
    "by a ", "\"", "`", "1 ", "metric a = {", "if a then b else ", "a[b]", "a\n", ";", "a = ",
  ])
  func manyOfAKindAreRead(_ piece: String) {
    let (text, _) = sourceText("a " + String(repeating: piece, count: 20_000))
    let parsed = ScriptSyntax.parse(text)
    _ = SyntaxPrinter.format(text)
    #expect(parsed.diagnostics.count <= 10)
  }

  // MARK: Mistakes of one word

  private enum Edit: String, CaseIterable { case delete, double, swap, misspell }

  /// The text with one token changed, and where.
  private func mutated(
    _ text: SourceText, _ tokens: [Token], at index: Int, by edit: Edit
  ) -> (text: String, offset: Int)? {
    let token = tokens[index]
    let whole = text.bytes
    let word = String(decoding: whole[token.span.range], as: UTF8.self)
    let before = String(decoding: whole[..<token.span.start], as: UTF8.self)
    let after = String(decoding: whole[token.span.end...], as: UTF8.self)
    switch edit {
    case .delete: return (before + after, token.span.start)
    case .double: return (before + word + " " + word + after, token.span.start)
    case .swap:
      guard index + 1 < tokens.count else { return nil }
      let next = tokens[index + 1]
      let second = String(decoding: whole[next.span.range], as: UTF8.self)
      let between = String(decoding: whole[token.span.end..<next.span.start], as: UTF8.self)
      let rest = String(decoding: whole[next.span.end...], as: UTF8.self)
      // A blank keeps two words from running together.
      return (
        before + second + (between.isEmpty ? " " : between) + word + " " + rest, token.span.start
      )
    case .misspell:
      guard token.keyword != nil, word.count > 2 else { return nil }
      var letters = Array(word)
      letters.swapAt(1, 2)
      return (before + String(letters) + after, token.span.start)
    }
  }

  @Test func mistakesAreReportedWhereTheyAre() {
    var reported = 0
    var near = 0
    var far: [String] = []
    for one in Corpus.examples where one.file != "scripts.txt" {
      let (text, _) = sourceText(one.query)
      let tokens = Lexer.lex(text).tokens.filter { $0.kind != .end && $0.kind != .separator }
      for index in tokens.indices {
        for edit in Edit.allCases {
          guard let (changed, offset) = mutated(text, tokens, at: index, by: edit) else { continue }
          let (changedText, texts) = sourceText(changed)
          let diagnostics = ScriptSyntax.parse(changedText).diagnostics
          guard let place = diagnostics.first?.marks.first?.span.start else { continue }
          reported += 1
          let starts = Lexer.lex(changedText).tokens.map(\.span.start)
          let found = starts.lastIndex { $0 <= place } ?? 0
          let wanted = starts.lastIndex { $0 <= offset } ?? 0
          // A swap changes two tokens.
          let last = edit == .swap ? wanted + 1 : wanted
          if found >= wanted - 1, found <= last + 1 {
            near += 1
          } else {
            far.append("\(edit.rawValue): \(messages(diagnostics, in: texts))")
          }
        }
      }
    }
    #expect(reported > 1_000)
    #expect(near * 10 >= reported * 9, "\(near) of \(reported): \(far.joined(separator: "\n"))")
  }
}
