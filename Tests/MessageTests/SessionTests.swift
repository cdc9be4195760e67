import KepiDiagnostics
import KepiShell
import Testing

/// How runs end, and what is said when several statements are wrong.
struct SessionTests {
  @Test func theLastAnswerServesAgain() {
    let session = Reading()
    #expect(session.run("last").errors.contains("K0906: there is no answer yet"))
    #expect(session.run("chart").errors.contains("K0906"))
    let table = session.run("order_count by shop", isInteractive: true)
    #expect(session.run("last").output.hasSuffix(table.output))
    #expect(session.run("last as json").output.hasPrefix("{"))
    #expect(session.run("last as jsn").errors.contains("`json`"))
    #expect(session.run("chart").output.contains("█"))
    #expect(session.run("undo").errors.contains("`undo` is for the shell"))
  }

  @Test func clausesAreTakenBackOneByOne() {
    let session = Reading()
    func ask(_ line: String) -> Run { session.run(line, isInteractive: true) }
    let first = ask("order_count").output
    let second = ask("by shop").output
    #expect(first != second)
    _ = ask("limit 1")
    #expect(ask("undo").output == second)
    #expect(ask("undo").output == first)
    #expect(ask("undo").errors.contains("there is no question before this one"))
    // A question that failed was never there.
    _ = ask("by nonsense")
    #expect(ask("by shop").output == second)
  }

  @Test(arguments: [
    (0, 5_000, "reading 1 of 4: a.csv"), (1, 500, "reading 2 of 4: a.csv"),
    (1, 2_000, "reading 2 of 4: a.csv, 25 %, 50 MB/s, about 6 s left"),
    (2, 40_000, "reading 3 of 4: a.csv, 50 %, 5 MB/s, about 40 s left"),
    (1, 60_000, "reading 2 of 4: a.csv, 25 %, 2 MB/s, about 3 min 0 s left"),
  ])
  func timeLeftIsJudgedByBytes(_ place: Int, _ milliseconds: Int, _ said: String) {
    let progress = LoadProgress(sizes: [100, 100, 150, 50].map { $0 * 1_000_000 })
    let text = progress.text(at: place, name: "a.csv", after: .milliseconds(milliseconds))
    #expect(text.english == said)
  }

  @Test func partsOfAFileCount() {
    let progress = LoadProgress(sizes: [300_000_000])
    let text = progress.text(at: 0, name: "a.csv", done: 75_000, after: .milliseconds(1_500))
    #expect(text.english == "reading 1 of 1: a.csv, 0 %, 50 KB/s, about 99 min 59 s left")
    #expect(text.chinese == "正在读取 1/1：a.csv，0%，50 KB/秒，约剩 99 min 59 s")
  }

  struct StatusRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statements: [String]
    let outcome: Outcome
    var base = Base.own
  }

  @Test(arguments: [
    StatusRow(testDescription: "0: all well", statements: ["order_count"], outcome: .success),
    StatusRow(
      testDescription: "0: a check holds", statements: ["check order_count > 0"],
      outcome: .success),
    StatusRow(
      testDescription: "1: a check fails", statements: ["check order_count > 100", "order_count"],
      outcome: .checkFailed),
    StatusRow(
      testDescription: "2: not understood", statements: ["nothing_known"], outcome: .misunderstood),
    StatusRow(
      testDescription: "3: a file is not there", statements: ["load \"missing.csv\" as more"],
      outcome: .unreadableData),
    StatusRow(
      testDescription: "3: an included script is not there", statements: ["include \"no.kepi\""],
      outcome: .unreadableData),
    StatusRow(
      testDescription: "3: a rule of a source does not hold",
      statements: [#"source strict from "visits.csv" { time: day; require visits > 40 }"#],
      outcome: .unreadableData),
    StatusRow(
      testDescription: "0: a rule that only warns",
      statements: [#"source mild from "visits.csv" { time: day; warn visits > 40 }"#],
      outcome: .success),
    StatusRow(
      testDescription: "3 before 1: a file is missing and a check fails",
      statements: ["check order_count > 100", "load \"missing.csv\" as more"],
      outcome: .unreadableData),
    StatusRow(
      testDescription: "2 before 3: a file is missing and a name unknown",
      statements: ["load \"missing.csv\" as more", "nothing_known"], outcome: .misunderstood),
    StatusRow(
      testDescription: "2 before 1: a check fails and a name is unknown",
      statements: ["check order_count > 100", "nothing_known"], outcome: .misunderstood),
    StatusRow(
      testDescription: "3: a link that leads to two rows",
      statements: ["a_count"], outcome: .unreadableData,
      base: .files([
        "workspace.kepi": """
        source a from "a.csv" { key: id; link: sku to b.sku }
        source b from "b.csv" { key: sku }
        metric a_count = rows(a)
        """,
        "a.csv": "id,sku\n1,x\n2,y",
        "b.csv": "sku,price\nx,1\nx,2\ny,3",
      ])),
  ])
  func status(_ row: StatusRow) {
    let run = Reading(over: row.base, statements: row.statements).started
    #expect(run.outcome == row.outcome, "\(run.text)")
  }

  @Test func nothingRunsBeforeAllIsUnderstood() {
    let run = Reading(statements: ["order_count", "check order_count > 0; oder_count"]).started
    #expect(run.output == "1 check: 0 passed, 0 failed, 1 not run; 1 error\n")
    #expect(run.outcome == .misunderstood)
  }

  @Test func everyStatementSaysWhatIsWrongWithIt() {
    let run = Reading(statements: ["nix", "order_count by", "revenue where conversion > 1"])
      .started
    let codes = run.errors.split(separator: "\n").filter { $0.hasPrefix("error") }
      .map { $0.prefix(11) }
    #expect(Set(codes) == ["error K0301", "error K0202", "error K0403"])
  }

  @Test func tenErrorsAtMost() {
    let names = (1...13).map { "unknown_\($0) by shop" }
    let run = Reading(statements: names).started
    let errors = run.errors.split(separator: "\n").filter { $0.hasPrefix("error") }
    #expect(errors.count == 10)
    #expect(run.errors.hasSuffix("and 3 more errors\n"))
  }

  @Test func oneErrorForEachStatement() {
    let run = Reading(statements: ["nix, nada by keins"]).started
    #expect(run.errors.split(separator: "\n").count { $0.hasPrefix("error") } == 1)
  }

  /// In the shell the later of two definitions is the one that is meant.
  @Test func theShellTakesADefinitionAgain() {
    let shell = Reading()
    #expect(shell.run("metric twice = order_count * 2", isInteractive: true).outcome == .success)
    #expect(shell.run("metric twice = order_count * 3", isInteractive: true).errors == "")
    #expect(shell.run("twice", isInteractive: true).output == "twice\n-----\n   21\n")
    #expect(shell.run("metric twice = nix * 2", isInteractive: true).outcome == .misunderstood)
    // What was refused leaves the old one.
    #expect(shell.run("\ntwice", isInteractive: true).output.hasSuffix("   21\n"))
  }

  /// Messages are read by programs where answers are.
  @Test func messagesAsJSON() {
    let run = Reading(format: .json, statements: ["reveneu by shop"]).started
    #expect(
      run.errors == #"""
        {"severity":"error","code":"K0301",\#
        "message":"there is no metric or dimension called `reveneu`",\#
        "marks":[{"file":"<command line>","line":1,"column":1,"start":0,"end":7}],\#
        "details":[],\#
        "mends":[{"title":"The nearest name is `revenue`:","line":"revenue by shop",\#
        "edits":[{"file":"<command line>","line":1,"column":1,"start":0,"end":7,\#
        "replacement":"revenue"}]}]}

        """#)
  }

  @Test func parametersAreGiven() {
    let script = "param floor; check order_count > floor"
    #expect(Reading(statements: [script]).started.outcome == .misunderstood)
    #expect(Reading(parameters: [("floor", "3")], statements: [script]).started.outcome == .success)
    #expect(
      Reading(parameters: [("floor", "30")], statements: [script]).started.outcome == .checkFailed)
    let unknown = Reading(parameters: [("flor", "3")], statements: [script]).started
    #expect(unknown.errors.hasPrefix("error K0312: --param flor: there is no such parameter\n"))
  }

  /// A report over whole months by ASIN cannot be cut by a week.
  @Test func aMonthlyReportByASIN() {
    let load = """
      load "examples/by-asin/BusinessReport-01-09-26.csv" \
        with store = "Nord", site = "DE", date = 2026-08
      """
    let run = Reading(over: .package, statements: [load, "page_views by week over 2026-08"]).started
    #expect(
      run.errors == """
        error K0503: `page_views` is known by month, not by week
          1 | page_views by week over 2026-08
            | ^^^^^^^^^^    ^^^^
          Ask by month:   page_views by month over 2026-08

        """)
    let cut = Reading(over: .package, statements: [load, "page_views over past 7 days"]).started
    #expect(
      cut.errors == """
        error K0503: `page_views` is known by whole months, and the period cuts one
          1 | page_views over past 7 days
            | ^^^^^^^^^^ ^^^^^^^^^^^^^^^^
          Ask about all days:   page_views over all

        """)
  }

  /// With rates at hand, amounts of several currencies can be converted.
  @Test func conversionIsOffered() throws {
    var files = ownFiles
    files["workspace.kepi", default: ""] +=
      "\nfx ecb from \"rates.csv\" { base: EUR; units_per_base: rate }"
    files["rates.csv"] = "date,currency,rate\n2026-09-18,GBP,0.80\n2026-09-25,GBP,0.90"
    let session = Reading(over: .files(files), format: .json)
    let said = try Message.all(in: session.run("revenue over last week").errors)
    #expect(said.map(\.code) == ["K0411"])
    #expect(said.first?.mends.map(\.title) == ["Convert:", "Keep them apart:"])
    for mend in said.first?.mends ?? [] {
      let repaired = mend.made(in: "revenue over last week")
      #expect(session.run(repaired).outcome == .success, "\(repaired)")
    }
  }

  /// Chinese labels are names, and units of time have theirs.
  @Test func aQuestionInChinese() {
    let session = Reading(over: .examples)
    let run = session.run("广告成本占比 按 店铺 其中 站点 = “DE” 期间 上 4 周")
    #expect(run.outcome == .success)
    #expect(run.output.hasPrefix("店铺          广告成本占比\n"))
    #expect(run.output.contains("Nord  24.1"))
    #expect(session.run("销量 按 周，站点 期间 上 2 周").outcome == .success)
  }
}
