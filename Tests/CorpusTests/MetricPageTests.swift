// The page of all metrics, made from the definitions. UPDATE_GOLDEN=1 makes it anew and then fails,
// so that recording never passes for checking.
import Foundation
import KepiShell
import Testing

struct MetricPageTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let place = package.appending(path: "grammar/metrics.md")

  @Test func pageIsInStep() throws {
    let text = Self.page(MetricTable.shipped(), listed: Self.listed)
    guard (try? String(contentsOf: Self.place, encoding: .utf8)) != text else { return }
    if Corpus.recording == .all {
      try text.write(to: Self.place, atomically: true, encoding: .utf8)
    }
    Issue.record("grammar/metrics.md differs from the definitions")
  }

  @Test func everyMetricHasItsLine() throws {
    let text = try String(contentsOf: Self.place, encoding: .utf8)
    #expect(Self.listed.count == 134)
    for name in Self.listed { #expect(text.contains("| `\(name)` |"), "\(name)") }
    #expect(text.contains("134 of 134 are defined"))
    #expect(text.contains("134 of 134 come out. None is left out."))
  }

  @Test func everySourceIsFed() {
    let table = MetricTable.shipped()
    for source in table.rows.flatMap(\.sources) {
      let feed = table.feeds.first { $0.source == source }
      #expect(feed?.exports.isEmpty == false, "\(source) is fed by nothing")
    }
  }

  /// The names of the trade's catalogue, in its order.
  private static let listed: [String] = {
    let place = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Metrics/examples.csv")
    let text = (try? String(contentsOf: place, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      line.split(separator: ",", maxSplits: 1).first.map(String.init)
    }
  }()

  // MARK: The page

  private static let sections = [
    ("sales", "Sales and demand"), ("traffic", "Traffic and visibility"),
    ("advertising", "Advertising"), ("profit", "Profit, fees and cash"),
    ("inventory", "Inventory and supply"), ("fulfilment", "Fulfilment and account health"),
    ("service", "Service and reputation"), ("management", "Management and data"),
  ]

  private static func page(_ table: MetricTable, listed: [String]) -> String {
    let own = table.rows.filter { listed.contains($0.name) }
    let beside = table.rows.filter { !listed.contains($0.name) }
    let missing = listed.filter { name in !own.contains { $0.name == name } }
    let leftOut =
      missing.isEmpty ? "None is left out." : "Left out: \(missing.joined(separator: ", "))."
    let executed = own.count { row in !row.examples.isEmpty && row.examples.allSatisfy(\.holds) }
    var text = """
      <!-- Made from the definitions that ship by the tests; see MetricPageTests. -->
      # The metrics

      The metrics that ship: \(own.count) of \(listed.count) are defined, in the language itself. The worked example of
      each is computed by the engine on rows made from its numbers: \(executed) of \(listed.count) come out. \(leftOut)
      `describe NAME` tells what a metric says, its traps and what to read beside it; `explain NAME` puts the numbers
      of your files into the formula.

      - **Good** says which way is better: `high`, `low`, a `range`, or `neutral`.
      - **Formula** is the preferred one. Where a report is not loaded, another of the **sources**
        answers; [below](#what-feeds-them) stands which exports feed them.
      - **Example** is what the numbers give, and what the engine makes of them.


      """
    for (key, title) in sections {
      let rows = own.filter { $0.section == key }
      text += "## \(title)\n\n" + self.table(of: rows) + "\n"
    }
    text += """
      ## Beside them

      Parts that the metrics above are made of, and words of single platforms.


      """
    text += self.table(of: beside)
    text += """

      ## What feeds them

      Where no platform has such a report, a table of one's own is read by its headers.

      | Source | Exports |
      |---|---|

      """
    for feed in table.feeds {
      text += "| \(code(feed.source)) | \(feed.exports.joined(separator: "; ")) |\n"
    }
    return text
  }

  private static func table(of rows: [MetricTable.Row]) -> String {
    var text = "| Metric | Name | 中文 | Unit | Good | Formula | Sources | Example |\n"
    text += "|---|---|---|---|---|---|---|---|\n"
    for row in rows {
      let outcome =
        row.examples.isEmpty
        ? "" : row.examples.allSatisfy(\.holds) ? "; computed: the same" : "; computed: different"
      let example = row.exampleText.isEmpty ? "-" : code(row.exampleText) + outcome
      let cells = [
        code(row.name), row.label, row.chineseLabel, row.unit, row.good, code(row.formula),
        row.sources.map(code).joined(separator: ", "), example,
      ]
      text += "| " + cells.map { $0.isEmpty ? "-" : $0 }.joined(separator: " | ") + " |\n"
    }
    return text
  }

  private static func code(_ text: String) -> String {
    let text = text.replacing("|", with: "\\|")
    return text.contains("`") ? "`` \(text) ``" : "`\(text)`"
  }
}
