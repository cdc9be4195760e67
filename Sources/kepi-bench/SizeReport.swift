// The figures of one size of data, as a table for people and as JSON for programs.
import Glibc

struct SizeReport {
  static let peers = ["duckdb", "polars"]
  private static let engines = ["kepi"] + peers

  let rowCount: Int
  /// Medians in milliseconds, but for rows that say bytes.
  private var figures: [String: [String: Double]] = [:]
  private var order: [String] = []
  var widths: [(name: String, bytes: Double)] = []
  var rollupWidth = 0.0
  /// Bytes a second that this machine reads, and those of some questions.
  var bandwidth = 0.0
  var rates: [(id: String, bytesPerSecond: Double)] = []
  var slowestStop = (id: "none", milliseconds: 0.0)
  var comparedCount = 0
  var differences: [String] = []
  var remarks: [String] = []

  init(rowCount: Int) { self.rowCount = rowCount }

  mutating func set(_ what: String, _ engine: String, _ value: Double) {
    if figures[what] == nil { order.append(what) }
    figures[what, default: [:]][engine] = value
  }

  func figure(_ what: String, _ engine: String) -> Double? { figures[what]?[engine] }

  /// How many times the faster peer's time is ours.
  private func ratio(_ what: String) -> Double? {
    guard let own = figure(what, "kepi"), own > 0,
      let best = Self.peers.compactMap({ figure(what, $0) }).min()
    else { return nil }
    return best / own
  }

  // MARK: For people

  var table: String {
    var rows = [["", "kepi", "duckdb", "polars", "faster peer / kepi"]]
    let titles = Dictionary(
      uniqueKeysWithValues: BenchQuestion.all.map { ($0.id, "\($0.id) \($0.title)") })
    for what in order {
      let isSize = what.hasPrefix("bytes")
      rows.append(
        [titles[what] ?? (what == "script" ? "200 questions" : what)]
          + Self.engines.map { engine in
            figure(what, engine).map { isSize ? Self.text($0) : Self.text($0) + " ms" } ?? ""
          } + [isSize ? "" : ratio(what).map { Self.text($0) + " x" } ?? ""])
    }
    let seven = (1...7).compactMap { ratio("q\($0)") }
    if seven.count == 7 {
      let mean = exp(seven.reduce(0) { $0 + log($1) } / 7)
      rows.append(["q1 to q7, geometric mean", "", "", "", Self.text(mean) + " x"])
    }
    let columns = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines = ["", "\(rowCount) rows", ""]
    for row in rows {
      lines.append(
        row.enumerated().map { place, cell in
          let blanks = String(repeating: " ", count: columns[place] - cell.count)
          return place == 0 ? cell + blanks : blanks + cell
        }.joined(separator: "  "))
    }
    lines.append("")
    if !widths.isEmpty { lines += aboutMemory }
    lines += remarks
    lines.append(
      differences.isEmpty
        ? "\(comparedCount) answers compared: all agree"
        : "\(comparedCount) answers compared: \(differences.count) differ")
    lines += differences.prefix(10)
    return lines.joined(separator: "\n")
  }

  private var aboutMemory: [String] {
    var lines: [String] = []
    let width = widths.reduce(0) { $0 + $1.bytes }
    lines.append(
      "columns of ads: \(Self.text(width)) bytes a row: "
        + widths.map { "\($0.name) \(Self.text($0.bytes))" }.joined(separator: ", ")
        + "; sums by day and place \(Self.text(rollupWidth))")
    lines.append("memory of this machine: \(Self.text(bandwidth / 1e9)) GB/s")
    for rate in rates {
      lines.append(
        "\(rate.id) over all rows reads \(Self.text(rate.bytesPerSecond / 1e9)) GB/s,"
          + " \(Self.text(100 * rate.bytesPerSecond / max(1, bandwidth))) % of it")
    }
    lines.append(
      "stopped at the latest after \(Self.text(slowestStop.milliseconds)) ms (\(slowestStop.id))")
    return lines
  }

  /// How times grow from each size to the next.
  static func growth(_ reports: [SizeReport]) -> String {
    var lines = ["", "growth from size to size (rows, then times)"]
    for (smaller, larger) in zip(reports, reports.dropFirst()) {
      let factor = Double(larger.rowCount) / Double(smaller.rowCount)
      var parts: [String] = []
      for what in larger.order where !what.hasPrefix("bytes") {
        guard let before = smaller.figure(what, "kepi"), let after = larger.figure(what, "kepi"),
          before > 0
        else { continue }
        parts.append("\(what) \(text(after / before))")
      }
      lines.append("x \(text(factor)): " + parts.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  /// Three digits that count.
  private static func text(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    let places = number >= 100 ? 0 : number >= 10 ? 1 : 2
    let factor = [1.0, 10.0, 100.0][places]
    let scaled = Int((number * factor).rounded())
    guard places > 0 else { return "\(scaled)" }
    let rest = "\(scaled % Int(factor))"
    return "\(scaled / Int(factor))." + String(repeating: "0", count: places - rest.count) + rest
  }

  // MARK: For programs

  static func json(_ reports: [SizeReport]) -> String {
    "[" + reports.map(\.json).joined(separator: ",\n") + "]\n"
  }

  private var json: String {
    func object(_ members: [(String, String)]) -> String {
      "{" + members.map { "\(Self.quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
    }
    let times = order.map { what in
      (
        what,
        object(
          Self.engines.compactMap { engine in
            figure(what, engine).map { (engine, "\($0)") }
          })
      )
    }
    return object([
      ("rows", "\(rowCount)"), ("medians", object(times)),
      ("bytes_a_row", object(widths.map { ($0.name, "\($0.bytes)") })),
      ("rollup_bytes_a_row", "\(rollupWidth)"),
      ("bandwidth", "\(bandwidth)"),
      ("bytes_a_second", object(rates.map { ($0.id, "\($0.bytesPerSecond)") })),
      (
        "slowest_stop",
        object([
          ("question", Self.quoted(slowestStop.id)),
          ("milliseconds", "\(slowestStop.milliseconds)"),
        ])
      ),
      ("compared", "\(comparedCount)"),
      ("differences", "[" + differences.map(Self.quoted).joined(separator: ", ") + "]"),
      ("remarks", "[" + remarks.map(Self.quoted).joined(separator: ", ") + "]"),
    ])
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return result + "\""
  }
}
