// The rows that `show rows of` lists add up to the number, and stand where it says.
import FoundationEssentials
import Testing

struct RowsBehindTests {
  private struct Answer: Decodable {
    let rows: [[String: Value]]
  }

  private enum Value: Decodable {
    case number(Double)
    case text(String)
    case none

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .none
      }
    }

    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
  }

  /// Three files that overlap: the later ones have some rows of the earlier anew.
  private static let files: [(path: String, text: String)] = {
    let rows = MadeRows.make(300, seed: 7)
    let lines = MadeRows.csv(rows).split(separator: "\n").map(String.init)
    let numbered = lines.dropFirst().enumerated().map { "\($0.offset),\($0.element)" }
    func file(_ range: Range<Int>, above: String) -> String {
      above + "id,\(lines[0])\n" + numbered[range].map { $0 + "\n" }.joined()
    }
    return [
      ("one.csv", file(0..<120, above: "")), ("two.csv", file(100..<220, above: "a report\n\n")),
      ("three.csv", file(50..<60, above: "") + file(200..<300, above: "").drop { $0 != "\n" }),
    ]
  }()

  @Test(arguments: [
    ("sum(made.units)", ""), ("sum(made.units)", "where shop = \"A\""),
    ("rows(made)", "where kind like \"x*\" over 2026-02"),
    ("count(made.buyer)", "where shop is missing"),
    ("sum(made.units)[shop = \"B\"]", "over 2026-03"), ("closing(sum(made.units))", ""),
    ("sum(made.units)[previous]", "over 2026-03"),
    (
      "sum(made.units * made.units)", "over 2026-02 as of 2026-02-20"
    ),
  ])
  func rowsAddUp(_ metric: String, _ clauses: String) throws {
    let definition = """
      source made from "*.csv" { key: id; time: day }
      metric number = \(metric)
      """
    func ask(_ question: String) throws -> Answer {
      let run = SessionRun(
        files: Self.files, script: definition + "\n\(question)\n", options: [("format", "json")])
      #expect(run.status == 0, "\(run.messages)")
      return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    }
    let number = try ask("number \(clauses)").rows[0]["number"]?.number
    let all = try ask("show rows of number \(clauses) limit 100000").rows
    let listed = all.dropLast()
    #expect(!listed.isEmpty)
    #expect(listed.compactMap { $0["number"]?.number }.reduce(0, +) == number)
    #expect(all.last?["number"]?.number == number)

    // What is left off is summed up.
    let few = try ask("show rows of number \(clauses) limit 5").rows
    #expect(few.count == (listed.count > 5 ? 7 : listed.count + 1))
    let parts = few.dropLast().compactMap { $0["number"]?.number }
    #expect(parts.reduce(0, +) == number)

    // The line of the file has the day and the shop of the row.
    for row in listed {
      let text = Self.files.first { $0.path == row["file"]?.text }?.text ?? ""
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = Int(row["line"]?.number ?? 0) - 1
      #expect(lines.indices.contains(line))
      guard lines.indices.contains(line) else { continue }
      #expect(lines[line].contains(row["day"]?.text ?? ""))
      if let shop = row["shop"]?.text { #expect(lines[line].contains(",\(shop),")) }
    }
  }
}
