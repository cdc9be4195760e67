// The benchmark suite: how long questions take, beside other engines that are asked the same.
import ArgumentParser
import Glibc

@main
struct KepiBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kepi-bench",
    abstract: "Times loading and questions, and compares the answers with those of other engines.",
    discussion: """
      Data of the asked size is written once and kept in the folder. DuckDB and Polars are asked the \
      same where Python has them; --install-peers puts them into an environment of the suite's own.

      The table shows medians. Exit status: 0 where all answers agree, 1 where one does not.
      """)

  @Option(
    help: ArgumentHelp(
      "Rows of the largest export: 20k, 1m, 10m, 100m. Several are set beside each other.",
      valueName: "sizes"))
  var rows = "1m"

  @Option(help: ArgumentHelp("Where data and answers are kept.", valueName: "path"))
  var folder = ".build/kepi-bench"

  @Option(help: ArgumentHelp("How often each question is asked at least.", valueName: "count"))
  var repeats = 7

  @Option(help: ArgumentHelp("Writes all figures to a file.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("The Python that may have the peers.", valueName: "program"))
  var python: String?

  @Option(help: ArgumentHelp("The program to start; else the one beside this.", valueName: "path"))
  var kepi: String?

  @Flag(help: "Installs DuckDB and Polars into an environment in the folder.")
  var installPeers = false

  @Flag(name: .customLong("script"), help: "Times the script of 200 questions, and nothing else.")
  var scriptAlone = false

  @Flag(name: .customLong("load"), help: "Times loading, and nothing else.")
  var loadAlone = false

  @Option(
    help: ArgumentHelp(
      "Loads a workspace, prints how many milliseconds that took, and ends.",
      visibility: .hidden))
  var timeLoad: String?

  @Flag(inversion: .prefixedNo, help: "Asks the peers.")
  var peers = true

  mutating func validate() throws {
    guard repeats > 0 else { throw ValidationError("--repeats is at least 1.") }
    for size in rows.split(separator: ",") where RowCount(size) == nil {
      throw ValidationError("--rows \(size): write 20k, 1m or 100m.")
    }
  }

  mutating func run() throws {
    if let timeLoad {
      // What ships is read once in a process: that belongs to its start, as the peers' imports do.
      _ = try SessionBench()
      let start = ContinuousClock.now
      _ = try SessionBench(timeLoad)
      print((ContinuousClock.now - start).seconds * 1000)
      return
    }
    var reports: [SizeReport] = []
    for size in rows.split(separator: ",").compactMap({ RowCount($0) }) {
      var suite = Suite(
        rowCount: size.count, folder: folder + "/" + size.name, repeats: repeats,
        kepi: kepi ?? Self.neighbour, python: try pythonPath())
      reports.append(
        try loadAlone ? suite.runLoad() : scriptAlone ? suite.runScript() : suite.run())
      print(reports[reports.count - 1].table)
    }
    if reports.count > 1 { print(SizeReport.growth(reports)) }
    if let json { try writeText(SizeReport.json(reports), to: json) }
    if reports.contains(where: { !$0.differences.isEmpty }) { throw ExitCode(1) }
  }

  private struct RowCount {
    let name: String
    let count: Int

    init?(_ text: Substring) {
      let factors = ["k": 1000, "m": 1_000_000]
      let factor = text.last.flatMap { factors[$0.lowercased()] }
      guard let number = Int(factor == nil ? text : text.dropLast()), number > 0 else { return nil }
      count = number * (factor ?? 1)
      name = text.lowercased()
    }
  }

  /// The program that was built beside this one.
  private static var neighbour: String {
    let own = CommandLine.arguments[0]
    guard let slash = own.lastIndex(of: "/") else { return "kepi" }
    return own[...slash] + "kepi"
  }

  /// `nil` where peers are not to be asked.
  private func pythonPath() throws -> String? {
    guard peers else { return nil }
    guard installPeers else { return python ?? "python3" }
    let environment = folder + "/python"
    makeFolder(folder)
    for command in [
      [python ?? "python3", "-m", "venv", environment],
      [environment + "/bin/pip", "install", "--quiet", "duckdb", "polars", "numpy"],
    ] {
      let child = try Child.run(command, capturing: folder + "/install")
      guard child.status == 0 else {
        throw ValidationError("\(command.joined(separator: " ")): status \(child.status)")
      }
    }
    return environment + "/bin/python"
  }
}
