// Names and places of buyers stand in the exports and nowhere in what Kepi keeps or says.
import KepiShell
import Testing

struct PrivacyTests {
  static let buyers = [
    "Petra Beispiel", "PO-Mustermann", "Familie Beispiel", "Sam Sample", "Musterhafen",
    "Kepistadt", "Saint-Képi", "SAMPLE SPRINGS",
  ]

  /// Else the other tests would hold for want of names.
  @Test func theExamplesHoldThem() throws {
    var found: Set<String> = []
    for path in try Self.files(below: "examples/exports") {
      let bytes = try FileAccess.inPackage.read(path)
      let texts = [
        String(decoding: bytes, as: UTF8.self),
        // Western exports have one byte a letter.
        String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })),
      ]
      for name in Self.buyers where texts.contains(where: { $0.contains(name) }) {
        found.insert(name)
      }
    }
    #expect(Self.buyers.filter { !found.contains($0) } == [])
  }

  @Test func nothingThatIsShownHoldsThem() throws {
    var options = SessionOptions()
    options.format = .csv
    let record = Record()
    let session = Session(
      options: options, streams: record.streams(columns: nil), files: .inPackage)
    #expect(session.start(paths: ["examples/exports"], statements: []) == .success)
    func ask(_ statement: String) -> AnswerTable? {
      let before = record.answers.count
      let outcome = session.run(statement, named: "test", isInteractive: false)
      #expect(outcome == .success, "\(statement)")
      return record.answers.dropFirst(before).first.map { AnswerTable(csv: $0) }
    }

    for topic in ["rejects", "loads", "kinds", "sources", "metrics", "dimensions", "settings"] {
      _ = ask("show \(topic)")
    }
    let named = [("kinds", "kind"), ("metrics", "metric"), ("dimensions", "dimension")]
    for (topic, column) in named {
      let names = try #require(ask("show \(topic)")).rows.compactMap { $0[column] }
      _ = session.run(
        names.map { "describe \($0)" }.joined(separator: "\n"), named: "test", isInteractive: false)
    }

    // Each column of each source, and so each dimension: all values that are kept.
    var columnCount = 0
    for source in try #require(ask("show sources")).rows where source["rows"] != "0" {
      let name = source["source"] ?? ""
      for column in Self.columns(in: try Self.text(of: "describe \(name)", in: session, record)) {
        let question = "rows(\(name)) as n by \(name).\(column)"
        let outcome = session.run(question, named: "test", isInteractive: false)
        #expect(outcome == .success, "\(question)")
        columnCount += 1
      }
    }
    #expect(columnCount > 80)
    let said = record.shown
    #expect(said.contains("NO-GRL-01"), "values are among what was asked")
    #expect(Self.buyers.filter { said.contains($0) } == [])
    let folded = said.lowercased()
    #expect(Self.buyers.filter { folded.contains($0.lowercased()) } == [])
  }

  /// A column that is not kept cannot be asked for.
  @Test func privateColumnsAreUnknown() async throws {
    let columns = [
      "ship_city", "ship_state", "ship_postal_code", "buyer_name", "purchase_order_number",
      "customer_comments",
    ]
    for source in ["order_lines", "returns"] {
      for column in columns {
        let path = "\(source).\(column)"
        let outcome = await LoadedExamples.shared.outcome(of: "rows(\(source)) by \(path)")
        #expect(outcome == .misunderstood, "\(path)")
      }
    }
  }

  // MARK: Reading

  private static func text(
    of statement: String, in session: Session, _ record: Record
  ) throws -> String {
    let before = record.answers.count
    _ = session.run(statement, named: "test", isInteractive: false)
    return try #require(record.answers.dropFirst(before).first)
  }

  /// The indented names of a description.
  private static func columns(in description: String) -> [Substring] {
    description.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first }
  }

  private static func files(below folder: String) throws -> [String] {
    try FileAccess.inPackage.list(folder).flatMap { name in
      let path = Paths.join(folder, name)
      return FileAccess.inPackage.kind(path) == .folder ? try files(below: path) : [path]
    }
  }
}
