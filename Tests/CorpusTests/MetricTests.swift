// The metrics that ship: all are there, and their worked examples come out of the engine.
import Foundation
import KepiColumns
import KepiShell
import Testing

/// `Metrics/examples.csv` lists, for each of the 134 metrics of the trade's catalogue, the numbers
/// of its worked example and what must come of them. How rows are made of the numbers is said by the
/// example in the metric's own definition.
struct MetricTests {
  private struct Case {
    let metric: String
    let result: Double
    let numbers: String
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Metrics")
  private static let package = folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let cases: [Case] = {
    let text = (try? String(contentsOf: folder.appending(path: "examples.csv"), encoding: .utf8))
    return (text ?? "").split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: ",", maxSplits: 2).map(String.init)
      guard cells.count == 3, let result = Double(cells[1]) else { return nil }
      return Case(metric: cells[0], result: result, numbers: cells[2])
    }
  }()

  private static let table = MetricTable.shipped()

  @Test func everyMetricIsDefinedAndItsExampleComesOut() throws {
    #expect(Self.cases.count == 134)
    for item in Self.cases {
      let row = try #require(
        Self.table.rows.first { $0.name == item.metric }, "\(item.metric) is not defined")
      let example = try #require(row.examples.first, "\(item.metric) has no example")
      #expect(example.holds, "\(item.metric): \(example.computed), not \(example.gives)")
      let computed = try #require(example.computed.double, "\(item.metric) comes to nothing")
      #expect(
        abs(computed - item.result) <= 0.51e-6 * max(1, abs(item.result)),
        "\(item.metric): \(computed), not \(item.result)")
      #expect(row.gaps.isEmpty, "\(item.metric) lacks \(row.gaps)")
      #expect(!row.sources.isEmpty && !row.exports.isEmpty, "\(item.metric) is fed by nothing")
    }
  }

  /// What is no metric of the list but ships beside it is held to the same.
  @Test func everyExampleComesOut() {
    for row in Self.table.rows {
      for example in row.examples {
        #expect(example.holds, "\(row.name): \(example.computed), not \(example.gives)")
      }
      #expect(row.gaps.isEmpty, "\(row.name) lacks \(row.gaps)")
      for name in row.beside {
        #expect(Self.table.rows.contains { $0.name == name }, "\(row.name) beside \(name)")
      }
    }
  }

  /// Where the catalogue lies beside the project the definitions are held to it.
  @Test func theCatalogueSaysTheSame() throws {
    let place = Self.package.appending(path: "../shared/metrics/catalogue.csv")
    guard let text = try? String(contentsOf: place, encoding: .utf8) else { return }
    let entries = Self.records(text)
    #expect(entries.count == 134)
    for entry in entries {
      let name = entry["id"] ?? ""
      let row = try #require(Self.table.rows.first { $0.name == name }, "\(name)")
      let item = try #require(Self.cases.first { $0.metric == name }, "\(name)")
      #expect(row.label == entry["name_en"], "\(name)")
      #expect(row.chineseLabel == entry["name_zh"], "\(name)")
      #expect(row.nature == entry["kind"], "\(name)")
      #expect(row.owner == entry["owner"], "\(name)")
      #expect(row.good == Self.directions[entry["direction"] ?? ""], "\(name)")
      #expect(
        row.beside.joined(separator: "; ") == entry["counter_metric"], "\(name)")
      #expect(Double(entry["example_value"] ?? "") == item.result, "\(name)")
      // The numbers of the example, in order; the catalogue writes them as lists of JSON.
      let written = Self.numbers(in: entry["example_inputs"] ?? "")
      let own = item.numbers.split(whereSeparator: { $0 == " " || $0 == "|" }).compactMap {
        Double($0)
      }
      #expect(written == own, "\(name)")
      #expect(
        Self.kinds[entry["additivity"] ?? ""]?.contains(row.kind) == true
          || Self.otherKinds[name] == row.kind,
        "\(name): \(entry["additivity"] ?? "") is \(row.kind)")
    }
  }

  private static let directions = [
    "higher": "high", "lower": "low", "range": "range", "neutral": "neutral",
  ]

  /// What the formula of a metric makes of what the catalogue calls its additivity.
  private static let kinds: [String: [String]] = [
    "additive": ["additive"], "ratio_of_sums": ["ratio"], "semi_additive": ["level"],
    "distinct_count": ["distinct", "ratio"], "distribution": ["afresh"],
    "not_decomposable": ["afresh", "ratio", "level"],
  ]

  /// Where the two differ: visitors of days are added up knowingly, and what a contract comes to is
  /// computed before it is loaded.
  private static let otherKinds = ["sessions": "additive", "service_fee_due": "additive"]

  /// Every number that stands outside quotes, and those that are a text by themselves left out.
  private static func numbers(in text: String) -> [Double] {
    var result: [Double] = []
    var isQuoted = false
    var word = ""
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character.isNumber || character == "." || character == "-" {
        word.append(character)
        continue
      }
      if let number = Double(word) { result.append(number) }
      word = ""
    }
    return result
  }

  /// Comma-separated values with quotes.
  private static func records(_ text: String) -> [[String: String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"":
        isQuoted.toggle()
        cell.append(character)
      case "," where !isQuoted:
        rows[rows.count - 1].append(plain(cell))
        cell = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        rows[rows.count - 1].append(plain(cell))
        cell = ""
        rows.append([])
      default: cell.append(character)
      }
    }
    let names = rows.first ?? []
    return rows.dropFirst().filter { $0.count == names.count }.map { row in
      Dictionary(uniqueKeysWithValues: zip(names, row))
    }
  }

  private static func plain(_ cell: String) -> String {
    guard cell.hasPrefix("\""), cell.hasSuffix("\""), cell.count > 1 else { return cell }
    return String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}
