// Every case of the corpus in Chinese: the same data, the same codes, other words.
import FoundationEssentials
import Testing

struct LanguageTests {
  private struct Mend: Decodable, Equatable {
    struct Edit: Decodable, Equatable {
      let start: Int
      let end: Int
      let replacement: String
    }
    let title: String
    let line: String?
    let edits: [Edit]
  }
  private struct Message: Decodable {
    struct Mark: Decodable {
      let start: Int
      let end: Int
      let label: String?
    }
    let severity: String
    let code: String
    let message: String
    let marks: [Mark]
    let details: [String]
    let mends: [Mend]
  }

  /// Of the cases that do not choose their own language, those in which something is said that no
  /// case before them says.
  static let cases: [CorpusCase] = {
    var known: Set<Substring> = []
    return Corpus.cases.filter { item in
      guard item["script"]?.contains("set ") == false, let said = item["messages"] else {
        return false
      }
      let codes = said.split { $0 == " " || $0 == ":" || $0 == "\n" }.filter { $0.hasPrefix("K0") }
      defer { known.formUnion(codes) }
      return !known.isSuperset(of: codes)
    }
  }()

  @Test(arguments: cases)
  func sameMessagesInChinese(_ item: CorpusCase) throws {
    let english = try Self.run(item, "en")
    let chinese = try Self.run(item, "zh")
    #expect(english.data == chinese.data)
    #expect(english.status == chinese.status)
    #expect(english.messages.map(\.code) == chinese.messages.map(\.code))
    for (english, chinese) in zip(english.messages, chinese.messages) {
      #expect(english.severity == chinese.severity)
      Self.compare(english.message, chinese.message, in: item)
      #expect(english.details.count == chinese.details.count)
      for (left, right) in zip(english.details, chinese.details) {
        Self.compare(left, right, in: item)
      }
      // Places and repaired lines are those of the question.
      #expect(
        english.marks.map { [$0.start, $0.end] } == chinese.marks.map { [$0.start, $0.end] })
      for (left, right) in zip(english.marks, chinese.marks) {
        Self.compare(left.label ?? "", right.label ?? "", in: item)
      }
      #expect(english.mends.map(\.edits) == chinese.mends.map(\.edits))
      #expect(english.mends.map(\.line) == chinese.mends.map(\.line))
      for (left, right) in zip(english.mends, chinese.mends) {
        Self.compare(left.title, right.title, in: item)
      }
    }
  }

  private static func compare(_ english: String, _ chinese: String, in item: CorpusCase) {
    #expect(english.isEmpty == chinese.isEmpty)
    // What a definition says of itself is in its own words.
    guard !english.isEmpty, item["script"]?.contains(english) != true else { return }
    #expect(english != chinese)
    #expect(chinese.unicodeScalars.contains { (0x4E00..<0xA000).contains($0.value) }, "\(chinese)")
    #expect(!chinese.hasSuffix(".") && !chinese.hasSuffix("。"), "\(chinese)")
  }

  private static func run(
    _ item: CorpusCase, _ language: String
  ) throws -> (data: [Substring], messages: [Message], status: Int32) {
    let options =
      item.options.filter { $0.name != "format" } + [("format", "json"), ("language", language)]
    let run = SessionRun(files: item.files, script: item["script"] ?? "", options: options)
    // Answers are objects; what `explain` and `describe` say is for people.
    return (
      run.output.split(separator: "\n").filter { $0.hasPrefix("{") },
      try run.messages.split(separator: "\n").filter { $0.hasPrefix("{") }
        .map { try JSONDecoder().decode(Message.self, from: Data($0.utf8)) },
      run.status
    )
  }

  @Test func thereAreMany() { #expect(Self.cases.count > 20) }
}
