// Receipts: made, written beside numbers, and asked again after something changed.
import KepiDiagnostics
import KepiShell
import Synchronization
import Testing

/// A disk in memory that is written to, with stamps that change with each writing.
private final class Disk: Sendable {
  private struct File {
    var bytes: [UInt8]
    var stamp: Int
  }

  private let files = Mutex<(files: [String: File], clock: Int)>(([:], 0))

  init(_ texts: [String: String]) { for (path, text) in texts { write(path, text) } }

  func write(_ path: String, _ text: String) { write(path, Array(text.utf8)) }

  private func write(_ path: String, _ bytes: [UInt8]) {
    files.withLock { state in
      state.clock += 1
      state.files[path] = File(bytes: bytes, stamp: state.clock)
    }
  }

  func remove(_ path: String) { files.withLock { $0.files[path] = nil } }

  func text(_ path: String) -> String {
    String(decoding: files.withLock { $0.files[path]?.bytes } ?? [], as: UTF8.self)
  }

  func edit(_ path: String, _ change: (String) -> String) { write(path, change(text(path))) }

  var access: FileAccess {
    FileAccess(
      read: { path throws(FileAccess.Failure) in
        guard let bytes = self.files.withLock({ $0.files[Paths.simplified(path)]?.bytes }) else {
          throw FileAccess.Failure(.noSuchFile)
        }
        return bytes
      },
      list: { _ in self.files.withLock { $0.files.keys.filter { !$0.contains("/") }.sorted() } },
      kind: { path in
        if path == "." { return .folder }
        return self.files.withLock { $0.files[Paths.simplified(path)] == nil ? nil : .file }
      }, write: { path, bytes in self.write(Paths.simplified(path), bytes) },
      stamp: { path in
        self.files.withLock { $0.files[Paths.simplified(path)] }.map {
          FileAccess.Stamp(byteCount: $0.bytes.count, modifiedNanoseconds: $0.stamp)
        }
      })
  }

  /// What a session says, and the status it ends with.
  struct Run {
    let output: String
    let errors: String
    let status: Int32
  }

  func session(
    _ body: (Session) -> Outcome, format: OutputFormat = .table
  ) -> Run {
    let output = Mutex("")
    let errors = Mutex("")
    var options = SessionOptions()
    options.format = format
    options.readsInit = false
    let session = Session(
      options: options,
      streams: SessionStreams(
        output: { text in output.withLock { $0 += text } },
        errors: { text in errors.withLock { $0 += text } }, terminalColumns: nil),
      files: access)
    let outcome = body(session)
    return Run(
      output: output.withLock { $0 }, errors: errors.withLock { $0 }, status: outcome.rawValue)
  }

  func ask(_ statements: String...) -> Run {
    session { $0.start(paths: ["own.kepi"], statements: statements) }
  }

  func verify(_ path: String, format: OutputFormat = .table) -> Run {
    session({ $0.verify(file: path, against: []) }, format: format)
  }
}

struct ReceiptTests {
  private static let days = (1...9).map { "2026-03-0\($0),Nord,\($0).00 EUR\n" }.joined()

  private static let texts = [
    "ads.csv": "date,store,cost\n" + days,
    "sales.csv": "date,store,amount\n" + days.replacing(".00", with: "0.00"),
    "own.kepi": """
    source ads from "ads.csv" { time: date }
    source sales from "sales.csv" { time: date }
    dimension store
    metric cost = sum(ads.cost)
    metric turnover = sum(sales.amount)
    metric acos = cost / turnover { unit: percent }

    """,
  ]

  private static let question = "acos, cost by store over 2026-03-02 to 2026-03-09"

  /// A disk on which the question went to a file.
  private func exported(_ path: String = "out.csv") -> Disk {
    let disk = Disk(Self.texts)
    let run = disk.ask("export to \"\(path)\" \(Self.question)")
    #expect(run.status == 0, "\(run.errors)")
    return disk
  }

  // MARK: Hashes

  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"),
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
    (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
    (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
  ])
  func hashesAreThoseOfTheStandard(_ count: Int, _ hash: String) {
    #expect(ContentHash.sha256(Array(repeating: UInt8(ascii: "a"), count: count)) == hash)
  }

  // MARK: The same

  @Test(arguments: ["out.csv", "out.json", "out.xlsx", "out.html"])
  func theSameFilesGiveTheSameBytes(_ path: String) {
    let (one, two) = (exported(path), exported(path))
    #expect(one.text(path) == two.text(path))
    let receipt = path + (path == "out.json" ? "" : ".receipt.json")
    #expect(!one.text(receipt).isEmpty)
    #expect(one.text(receipt) == two.text(receipt))
    let run = one.verify(path)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.hasPrefix("same: \(path)   \(Self.question)\n"), "\(run.output)")
  }

  @Test func aReceiptIsAskedOfWhatIsLoaded() {
    let disk = exported()
    let run = disk.ask("verify \"out.csv\"")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("same: out.csv"))
  }

  @Test func whatWasTypedIsInTheReceipt() {
    let disk = Disk(Self.texts)
    let asked = disk.session { session in
      session.start(
        paths: [],
        statements: [
          "source ads from \"ads.csv\" { time: date }", "metric cost = sum(ads.cost)",
          "set week_start sunday", "export to \"out.csv\" cost by week",
        ])
    }
    #expect(asked.status == 0, "\(asked.errors)")
    let run = disk.verify("out.csv")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  // MARK: What changed

  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let from: String
    let to: String
    let status: Int32
    let said: [String]
  }

  @Test(arguments: [
    Change(
      testDescription: "one changed file", file: "ads.csv", from: "5.00 EUR", to: "6.00 EUR",
      status: 1,
      said: [
        "differs: out.csv", "answer  Nord: cost 44.00, now 45.00",
        "data  ads.csv holds something else: ",
      ]),
    Change(
      testDescription: "a file that changed, and no number with it", file: "sales.csv",
      from: "2026-03-01,Nord,10.00", to: "2026-03-01,Nord,11.00", status: 0,
      said: ["same numbers: out.csv", "data  sales.csv holds something else: "]),
    Change(
      testDescription: "one changed definition", file: "own.kepi", from: "= cost / turnover",
      to: "= 2 * cost / turnover", status: 1,
      said: [
        "answer  Nord: acos 0.1, now 0.2", "definition  acos ",
        "    - metric acos = cost / turnover { unit: percent }",
        "    + metric acos = 2 * cost / turnover { unit: percent }",
      ]),
    Change(
      testDescription: "a definition that another hangs on", file: "own.kepi",
      from: "metric turnover = sum(sales.amount)",
      to: "metric turnover = sum(sales.amount) / 2", status: 1,
      said: [
        "answer  Nord: acos 0.1, now 0.2", "definition  turnover ",
        "    - metric turnover = sum(sales.amount)",
        "    + metric turnover = sum(sales.amount) / 2",
      ]),
    Change(
      testDescription: "one removed day", file: "ads.csv", from: "2026-03-05,Nord,5.00 EUR\n",
      to: "", status: 1,
      said: [
        "answer  Nord: cost 44.00, now 39.00", "data  ads.csv holds something else: ",
        "data  ads Nord lost 2026-03-05",
      ]),
    Change(
      testDescription: "how a source is read", file: "own.kepi",
      from: "\"ads.csv\" { time: date }",
      to: "\"ads.csv\" { time: date; covers: 2026-03-01 to 2026-03-31 }", status: 0,
      said: ["same numbers: out.csv", "definition  ads ", "covers: 2026-03-01 to 2026-03-31"]),
    Change(
      testDescription: "another store", file: "ads.csv", from: "2026-03-09,Nord",
      to: "2026-03-09,Sud", status: 1,
      said: [
        "answer  Nord: cost 44.00, now 35.00", "answer  Sud this line is new",
        "data  ads Nord lost 2026-03-09", "data  ads Sud is new",
      ]),
    Change(
      testDescription: "another version", file: "out.csv.receipt.json", from: "\"kepi\":\"0.1.0\"",
      to: "\"kepi\":\"0.0.9\"", status: 0,
      said: ["same numbers: out.csv", "version  kepi is another: 0.0.9, now 0.1.0"]),
    Change(
      testDescription: "numbers that were edited", file: "out.csv", from: "44.00", to: "40.00",
      status: 1, said: ["differs: out.csv", "file  out.csv was changed after it was written: "]),
  ])
  func whatChangedIsNamed(_ change: Change) {
    let disk = exported()
    #expect(disk.text(change.file).contains(change.from), "\(disk.text(change.file))")
    disk.edit(change.file) { $0.replacing(change.from, with: change.to) }
    let run = disk.verify("out.csv")
    #expect(run.status == change.status, "\(run.output)\(run.errors)")
    for line in change.said { #expect(run.output.contains(line), "\(run.output)") }
    // Nothing else is named: each line is one of those that were expected, or their head.
    let lines = run.output.split(separator: "\n").dropFirst()
    for line in lines where line.hasPrefix("  ") && !line.hasPrefix("    ") {
      let isKnown =
        change.said.contains { line.contains($0) } || line.hasPrefix("  answer  Nord: acos")
        || line.hasPrefix("  data  ads.csv holds")
      #expect(isKnown, "\(line)")
    }
  }

  @Test func aDefinitionThatIsGone() {
    let disk = exported()
    disk.edit("own.kepi") { $0.replacing("metric turnover", with: "metric income") }
    let run = disk.verify("out.csv")
    #expect(run.status == 2)
    #expect(run.errors.contains("K0301"), "\(run.errors)")
  }

  @Test func aFileThatIsGone() {
    let disk = exported()
    disk.remove("sales.csv")
    let run = disk.verify("out.csv")
    // The question needs the file, so it is not understood either, and of 2 and 3 the 2 counts.
    #expect(run.status == 2)
    #expect(run.errors.contains("sales.csv"), "\(run.errors)")
  }

  @Test func anotherFileIsAskedInstead() {
    let disk = exported()
    disk.edit("own.kepi") { $0.replacing("\"ads.csv\"", with: "\"later.csv\"") }
    disk.write("later.csv", disk.text("ads.csv").replacing("5.00", with: "7.00"))
    let run = disk.verify("out.csv")
    #expect(run.status == 1)
    for line in ["data  ads.csv is not loaded any more", "data  later.csv is new"] {
      #expect(run.output.contains(line), "\(run.output)")
    }
  }

  @Test func programsReadALineForEachDifference() {
    let disk = exported()
    disk.edit("ads.csv") { $0.replacing("5.00 EUR", with: "6.00 EUR") }
    let run = disk.verify("out.csv", format: .csv)
    #expect(run.output.hasPrefix("file,sort,name,difference,before,now\n"), "\(run.output)")
    #expect(run.output.contains("out.csv,answer,Nord: cost,changed,44.00,45.00\n"))
  }

  // MARK: Answers of commands

  /// Statements that answer with a table, and the lines of their files.
  static let commands = [
    "why cost by store over 2026-03-06 to 2026-03-09 vs 2026-03-02 to 2026-03-05",
    "why acos over 2026-03-06 to 2026-03-09 vs 2026-03-02 to 2026-03-05",
    "check \"cheap\": acos < 50% by store over 2026-03-02 to 2026-03-09",
    "check \"whole\": coverage by store over 2026-03-02 to 2026-03-09 require complete,"
      + " warn fresh within 3 days",
    "reconcile turnover with 10 * cost by store over 2026-03-02 to 2026-03-09 within 1%",
    "coverage by store over 2026-03-02 to 2026-03-09", "coverage ads",
  ]

  private func exporting(_ statement: String, to path: String = "out.csv") -> Disk {
    let disk = Disk(Self.texts)
    let run = disk.ask("export to \"\(path)\" \(statement)")
    #expect(run.status == 0, "\(run.errors)")
    return disk
  }

  @Test(arguments: commands, ["out.csv", "out.json", "out.md", "out.xlsx"])
  func everyAnswerIsAskedAgain(_ statement: String, _ path: String) {
    let (one, two) = (exporting(statement, to: path), exporting(statement, to: path))
    #expect(one.text(path) == two.text(path))
    let receipt = path + (path == "out.json" ? "" : ".receipt.json")
    #expect(one.text(receipt).contains("\"sha256\""), "\(one.text(receipt))")
    #expect(one.text(receipt) == two.text(receipt))
    let run = one.verify(path)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.hasPrefix("same: \(path)   \(statement)\n"), "\(run.output)")
  }

  @Test(arguments: commands)
  func aRemovedDayIsNamedWhateverWasAsked(_ statement: String) {
    let disk = exporting(statement)
    disk.edit("ads.csv") { $0.replacing("2026-03-05,Nord,5.00 EUR\n", with: "") }
    let run = disk.verify("out.csv")
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.output.hasPrefix("differs: out.csv   "), "\(run.output)")
    #expect(run.output.contains("  data  ads.csv holds something else: "), "\(run.output)")
    #expect(run.output.contains("  data  ads Nord lost 2026-03-05\n"), "\(run.output)")
  }

  @Test(arguments: [
    ("why acos over 2026-03-09", true), ("why acos by store over 2026-03-09", false),
    ("acos[cost = 50] over 2026-03-09", true), ("acos over 2026-03-09", false),
  ])
  func anotherTreeIsNamedWhereTheAnswerHangsOnIt(_ statement: String, _ isNamed: Bool) {
    let disk = Disk(Self.texts)
    let tree = "{ unit: percent; tree: cost / turnover }"
    disk.edit("own.kepi") { $0.replacing("{ unit: percent }", with: tree) }
    let asked = disk.ask("export to \"out.csv\" \(statement)")
    #expect(asked.status == 0, "\(asked.errors)")
    disk.edit("own.kepi") {
      $0.replacing(tree, with: "{ unit: percent; tree: daily / (turnover / days()) }")
        + "metric daily = cost / days()\n"
    }
    let run = disk.verify("out.csv")
    #expect(run.output.contains("  definition  acos ") == isNamed, "\(run.output)\(run.errors)")
    #expect(run.output.contains("    - metric acos = cost / turnover \(tree)") == isNamed)
  }

  /// A change is about two periods, so a day that is lost from either is named.
  @Test func aDayLostFromTheOtherPeriodIsNamed() {
    let disk = exporting("cost over 2026-03-08 to 2026-03-09 vs 2026-03-02 to 2026-03-03")
    disk.edit("ads.csv") { $0.replacing("2026-03-03,Nord,3.00 EUR\n", with: "") }
    let run = disk.verify("out.csv")
    #expect(run.status == 1)
    #expect(run.output.contains("  data  ads Nord lost 2026-03-03\n"), "\(run.output)")
  }

  /// A check that does not hold is written all the same, and fails the run.
  @Test func aFailingCheckIsWritten() {
    let disk = Disk(Self.texts)
    for statement in [
      "check acos < 5%", "check coverage ads require fresh within 0 days",
      "reconcile turnover with cost",
    ] {
      disk.remove("out.csv")
      let run = disk.ask("export to \"out.csv\" \(statement)")
      let isFailing = !statement.contains("fresh")
      #expect(run.status == (isFailing ? 1 : 0), "\(statement) \(run.errors)")
      #expect(!disk.text("out.csv").isEmpty, "\(statement)")
      let again = disk.verify("out.csv")
      #expect(again.status == 0, "\(again.output)\(again.errors)")
    }
  }

  @Test func aWrongStatementIsNotWritten() {
    for (statement, code) in [
      ("why cost, acos", "K0209"), ("coverage nowhere", "K0"), ("check cost", "K0"),
      ("reconcile cost with 3 EUR within cost", "K0401"), ("why", "K0301"),
    ] {
      let disk = Disk(Self.texts)
      let run = disk.ask("export to \"out.csv\" \(statement)")
      #expect(run.status == 2, "\(statement)")
      #expect(run.errors.contains("error \(code)"), "\(statement): \(run.errors)")
      #expect(disk.text("out.csv").isEmpty)
    }
  }

  // MARK: Between loading and asking

  @Test func aFileThatChangedSinceItWasLoadedIsSaid() {
    let disk = Disk(Self.texts)
    let run = disk.session { session in
      _ = session.start(paths: ["own.kepi"], statements: ["cost"])
      disk.edit("ads.csv") { $0.replacing("5.00", with: "6.00") }
      return session.run(
        "export to \"out.json\" cost", named: "standard input", isInteractive: false)
    }
    #expect(run.errors.contains("note K0714: `ads.csv` changed since it was loaded"))
    #expect(disk.text("out.json").contains("\"sha256\":null,\"state\":\"changed since it was"))
    #expect(disk.text("out.json").contains("\"cost\":45.00"), "the numbers are those of then")
  }

  @Test func aWorkbookHasAReceiptForEachSheet() {
    let disk = Disk(Self.texts)
    let run = disk.ask(
      "export to \"out.xlsx\" cost by store", "export to \"out.xlsx\" turnover by store")
    #expect(run.status == 0, "\(run.errors)")
    let same = disk.verify("out.xlsx")
    #expect(same.output.split(separator: "\n").count { $0.hasPrefix("same: out.xlsx") } == 2)
    disk.edit("sales.csv") { $0.replacing("50.00 EUR", with: "60.00 EUR") }
    let changed = disk.verify("out.xlsx")
    #expect(changed.output.contains("same: out.xlsx   cost by store"), "\(changed.output)")
    #expect(changed.output.contains("differs: out.xlsx   turnover by store"))
    #expect(changed.status == 1)
  }
}
