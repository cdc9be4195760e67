// The published grammar: its sentences parse, its words are the keyword table's.
import Foundation
import KepiDiagnostics
import KepiSyntax
import Testing

struct GrammarTests {
  static let text: String = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = folder.appendingPathComponent("grammar/kepi.ebnf")
    return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
  }()

  static let lines = text.split(separator: "\n").map(String.init)

  static let sentences = lines.filter { $0.hasPrefix("/* > ") && $0.hasSuffix(" */") }
    .map { String($0.dropFirst(5).dropLast(3)) }

  @Test func thereAreSentences() {
    #expect(Self.sentences.count > 60)
  }

  @Test(arguments: sentences)
  func sentencesParse(_ sentence: String) {
    let (text, texts) = sourceText(sentence)
    #expect(messages(ScriptSyntax.parse(text).diagnostics, in: texts).isEmpty)
  }

  @Test func wordsAreTheKeywords() {
    // Rules are what is left without the comments.
    var rules: [Substring] = []
    var rest = Self.text[...]
    while let start = rest.range(of: "/*") {
      rules.append(rest[..<start.lowerBound])
      guard let end = rest.range(of: "*/", range: start.upperBound..<rest.endIndex) else { break }
      rest = rest[end.upperBound...]
    }
    rules.append(rest)
    var words: Set<String> = []
    for rule in rules {
      for (index, part) in rule.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      where index % 2 == 1 && part.allSatisfy(\.isLetter) && !part.isEmpty {
        words.insert(String(part))
      }
    }
    let keywords = Set(Keyword.allCases.filter { $0 != .asOf }.map(\.english))
    #expect(words.subtracting(keywords).sorted() == [])
    #expect(keywords.subtracting(words).sorted() == [])
  }

  @Test func sharedExamplesParse() throws {
    // Where the manual lies beside the package, its examples are checked as well.
    let manual = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/language.md")
    guard FileManager.default.fileExists(atPath: manual.path) else { return }
    let text = try String(contentsOf: manual, encoding: .utf8)
    for part in text.components(separatedBy: "```kepi\n").dropFirst() {
      let (source, texts) = sourceText(part.components(separatedBy: "```").first ?? "")
      #expect(messages(ScriptSyntax.parse(source).diagnostics, in: texts).isEmpty)
    }
  }
}
