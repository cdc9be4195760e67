import KepiColumns
import KepiDiagnostics
import KepiReports
import Testing

/// What is said of checks, to people and to programs. Programs of others read it in the tests of
/// the command.
struct CheckReportTests {
  private static func reading(_ shown: String, _ plain: String? = nil) -> CheckResult.Reading {
    CheckResult.Reading(shown: Phrase(asWritten: shown), plain: plain ?? shown)
  }

  private static let failed = CheckResult(
    title: "DE & \"co\"", condition: "acos <= 25%",
    place: CheckResult.Place(file: "checks/a,b.kepi", line: 3, column: 7), outcome: .failed,
    comparison: CheckResult.Comparison(
      subject: "acos", sign: "<=", limit: "25%", limitValue: nil,
      actual: Phrase("20.0 % to 31.4 %", zh: "20.0 % 至 31.4 %")),
    days: Day(number: 20_717)...Day(number: 20_723), dimensions: ["store"], passedCount: 1,
    countedCount: 2,
    groups: [
      CheckResult.Group(
        names: [reading("Sud\u{1b}")], actual: reading("31.4 %", "0.314"),
        expected: reading("25.0 %", "0.25"),
        parts: [
          CheckResult.Part(name: "ad_spend", reading: reading("€1,570.00", "1570.00")),
          CheckResult.Part(name: "ad_sales", reading: reading("€5,000.00", "5000.00")),
        ], hasData: true, remark: .empty),
      CheckResult.Group(
        names: [reading("West")],
        actual: CheckResult.Reading(shown: .empty, plain: nil), expected: reading("25.0 %", "0.25"),
        parts: [], hasData: false, remark: .empty),
    ])

  private static let passed = CheckResult(
    title: nil, condition: "orders > 0",
    place: CheckResult.Place(file: "b.kepi", line: 1, column: 7), outcome: .passed,
    comparison: CheckResult.Comparison(
      subject: "orders", sign: ">", limit: "floor", limitValue: Phrase(asWritten: "0"),
      actual: Phrase(asWritten: "7")), passedCount: 1, countedCount: 1)

  private static let notRun = CheckResult(
    title: nil, condition: "revnue > 0 # of <all>",
    place: CheckResult.Place(file: "b.kepi", line: 2, column: 7), outcome: .notRun,
    reason: Phrase("K0301 there is no `revnue`", zh: "K0301：没有 `revnue`"))

  private static let summary = CheckSummary(
    checks: [failed, passed, notRun],
    errors: [
      RunError(
        code: "K0301", place: CheckResult.Place(file: "b.kepi", line: 2, column: 7),
        message: Phrase("there is no `revnue`", zh: "没有 `revnue`"),
        text: Phrase("error K0301: there is no `revnue`\n  b.kepi:2:7", zh: "错误"))
    ], status: 2)

  @Test func texts() {
    #expect(
      Self.summary.checks.map { CheckText.render($0, language: .english) }.joined() == """
        failed K0801: "DE & "co""   acos: expected <= 25%, actual 20.0 % to 31.4 %   1 of 2 pass, by \
        store   over 2026-09-21 to 2026-09-27   checks/a,b.kepi:3:7
          store          acos    limit
          Sud\\u{1b}    31.4 %   25.0 %   (ad_spend €1,570.00 / ad_sales €5,000.00)
          West        no data   25.0 %
        passed: orders: expected > floor (0), actual 7   b.kepi:1:7
        not run: revnue > 0 # of <all>: K0301 there is no `revnue`   b.kepi:2:7

        """)
    #expect(
      CheckText.render(Self.failed, language: .chinese) == """
        未通过 K0801："DE & "co""   acos 应 <= 25%，实为 20.0 % 至 31.4 %   按 store：2 组中 1 组通过   \
        期间 2026-09-21 至 2026-09-27   checks/a,b.kepi:3:7
          store         acos   目标值
          Sud\\u{1b}   31.4 %   25.0 %   （ad_spend €1,570.00 / ad_sales €5,000.00）
          West        无数据   25.0 %

        """)
    #expect(Self.summary.phrase.english == "3 checks: 1 passed, 1 failed, 1 not run; 1 error")
    #expect(Self.summary.phrase.chinese == "检查 3 项：1 项通过，1 项未通过，1 项未执行；1 个错误")
  }

  @Test func junit() {
    #expect(
      ReportForm.junit.render(Self.summary) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="kepi" tests="4" failures="1" errors="1" skipped="1">
          <testsuite name="b.kepi" tests="3" failures="0" errors="1" skipped="1">
            <testcase classname="b.kepi" name="K0301 at line 2" file="b.kepi" line="2">
              <error type="K0301" message="there is no `revnue`">error K0301: there is no `revnue`
          b.kepi:2:7</error>
            </testcase>
            <testcase classname="b.kepi" name="orders &gt; 0" file="b.kepi" line="1"/>
            <testcase classname="b.kepi" name="revnue &gt; 0 # of &lt;all&gt;" file="b.kepi" line="2">
              <skipped message="K0301 there is no `revnue`"/>
            </testcase>
          </testsuite>
          <testsuite name="checks/a,b.kepi" tests="1" failures="1" errors="0" skipped="0">
            <testcase classname="checks/a,b.kepi" name="DE &amp; &quot;co&quot;: acos &lt;= 25%" \
        file="checks/a,b.kepi" line="3">
              <failure type="check" message="acos: expected &lt;= 25%, actual 20.0 % to 31.4 %">failed \
        K0801: &quot;DE &amp; &quot;co&quot;&quot;   acos: expected &lt;= 25%, actual 20.0 % to 31.4 %   \
        1 of 2 pass, by store   over 2026-09-21 to 2026-09-27   checks/a,b.kepi:3:7
          store          acos    limit
          Sud\\u{1b}    31.4 %   25.0 %   (ad_spend €1,570.00 / ad_sales €5,000.00)
          West        no data   25.0 %</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func tap() {
    let lines = ReportForm.tap.render(Self.summary).split(separator: "\n")
    #expect(lines.prefix(3) == ["TAP version 13", "1..4", "not ok 1 - K0301 there is no `revnue`"])
    #expect(lines.contains("not ok 2 - DE & \"co\": acos <= 25%"))
    #expect(lines.contains("ok 3 - orders > 0"))
    #expect(
      lines.last == "ok 4 - revnue > 0 \\# of <all> # SKIP K0301 there is no `revnue`")
  }

  @Test func json() {
    let text = ReportForm.json.render(Self.summary)
    #expect(
      text.hasPrefix(
        #"{"summary":{"checks":3,"passed":1,"failed":1,"not_run":1,"errors":1,"status":2},"#))
    #expect(
      text.contains(
        #"{"values":["Sud\u001b"],"expected":"0.25","actual":"0.314","has_data":true,"parts":"#))
    #expect(text.contains(#"{"values":["West"],"expected":"0.25","actual":null,"has_data":false,"#))
  }

  @Test func annotations() {
    let few = WorkflowAnnotations.render(Self.summary, language: .english)
    #expect(
      few.split(separator: "\n").map(String.init) == [
        "::error file=b.kepi,line=2,col=7,title=kepi K0301::there is no `revnue`",
        "::error file=checks/a%2Cb.kepi,line=3,col=7,title=DE & \"co\"::acos: expected <= 25%25, "
          + "actual 20.0 %25 to 31.4 %25%0A  store          acos    limit%0A  Sud\\u{1b}    "
          + "31.4 %25   25.0 %25   (ad_spend €1,570.00 / ad_sales €5,000.00)%0A  West        "
          + "no data   25.0 %25",
      ])
    #expect(
      WorkflowAnnotations.render(CheckSummary(checks: [Self.passed]), language: .english) == "")
    let many = CheckSummary(checks: Array(repeating: Self.failed, count: 13))
    let lines = WorkflowAnnotations.render(many, language: .english).split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.last == "::warning title=kepi::and 3 more failures, in the log")
  }
}
