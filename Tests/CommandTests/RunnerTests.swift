// Scripts for machines: reports that other programs read, annotations, time, what stops a run.
import Testing

extension CommandTests {
  struct Runner {
    /// Passes one condition, fails another and cannot be run, with signs in names that every form
    /// of report has to escape.
    private static let script = """
      param best = 5
      check "few & <far>": clicks < best by store
      check "some: #1": clicks > 0, acos < 35% by campaign
      """

    private func folder() throws -> TemporaryFolder {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write(Self.script, to: "checks/a.kepi")
      try folder.write("check \"last\": clicks >= 0\nclicks by nonsense\n", to: "checks/b.kepi")
      return folder
    }

    private static let reports = [
      "--report", "junit=out/junit.xml", "--report", "tap=out/checks.tap", "--report",
      "json=out/checks.json",
    ]

    @Test func `reports are the same each time`() throws {
      let folder = try folder()
      var texts: [[String]] = []
      for _ in 0..<2 {
        let run = try Run([".", "checks/a.kepi"] + Self.reports, in: folder)
        #expect(run.ending == .exited(1))
        texts.append(
          ["junit.xml", "checks.tap", "checks.json"].map { folder.contents(of: "out/\($0)") })
      }
      #expect(texts[0] == texts[1])
      #expect(!texts[0].contains(""))
    }

    @Test(.enabled(if: Tool.python.isThere))
    func `JUnit is read by another parser`() throws {
      let folder = try folder()
      _ = try Run(
        [".", "checks/a.kepi", "checks/b.kepi", "--keep-going"] + Self.reports, in: folder)
      let read = try Run(
        .python,
        [
          "-c",
          """
          import xml.etree.ElementTree as tree
          root = tree.parse("out/junit.xml").getroot()
          print(*[root.get(k) for k in ("tests", "failures", "errors", "skipped")])
          for case in root.iter("testcase"):
              kinds = [child.tag for child in case]
              print(case.get("file"), case.get("line"), case.get("name"), *kinds, sep="|")
          print(root.find(".//failure").text.splitlines()[-1])
          """,
        ], in: folder)
      #expect(
        read.output == """
          5 1 1 0
          checks/b.kepi|2|K0301 at line 2|error
          checks/b.kepi|1|last: clicks >= 0
          checks/a.kepi|2|few & <far>: clicks < best|failure
          checks/a.kepi|3|some: #1: clicks > 0
          checks/a.kepi|3|some: #1: acos < 35%
            Nord        15       5

          """, "\(read.errors)")
    }

    @Test(.enabled(if: Tool.prove.isThere))
    func `TAP is read by another parser`() throws {
      let folder = try folder()
      _ = try Run(
        [".", "checks/a.kepi", "checks/b.kepi", "--keep-going"] + Self.reports, in: folder)
      let read = try Run(
        .perl,
        [
          "-MTAP::Parser", "-e",
          """
          open my $file, "<", "out/checks.tap"; local $/;
          my $parser = TAP::Parser->new({ tap => <$file> });
          while (my $result = $parser->next) {
            print $result->is_ok ? "ok" : "no", "|", $result->description, "|", $result->explanation,
              "\\n" if $result->is_test;
          }
          print join(" ", scalar $parser->passed, scalar $parser->failed, scalar $parser->skipped),
            "|", $parser->parse_errors, "\\n";
          """,
        ], in: folder)
      #expect(
        read.output == """
          no|- K0301 there is no metric or dimension called `nonsense`|
          no|- few & <far>: clicks < best|
          ok|- some: \\#1: clicks > 0|
          ok|- some: \\#1: acos < 35%|
          ok|- last: clicks >= 0|
          3 2 0|

          """, "\(read.errors)")
    }

    @Test(.enabled(if: Tool.python.isThere))
    func `JSON is read by another parser`() throws {
      let folder = try folder()
      _ = try Run([".", "checks/a.kepi"] + Self.reports, in: folder)
      let read = try Run(
        .python,
        [
          "-c",
          """
          import json
          report = json.load(open("out/checks.json"))
          print(report["summary"])
          for check in report["checks"]:
              print(check["title"], check["outcome"], check["line"], check["groups"])
          """,
        ], in: folder)
      #expect(
        read.output == """
          {'checks': 3, 'passed': 2, 'failed': 1, 'not_run': 0, 'errors': 0, 'status': 1}
          few & <far> failed 2 [{'values': ['Nord'], 'expected': '5', 'actual': '15', \
          'has_data': True, 'parts': []}]
          some: #1 passed 3 []
          some: #1 passed 3 []

          """, "\(read.errors)")
    }

    @Test(.enabled(if: Tool.python.isThere && Tool.openpyxl.isThere))
    func `a workbook is read by another library`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write(
        TemporaryFolder.ads(["2026-09-22,EUR,\"=1+1\",All,CUP,B2,500,5,5.00,10.00,1,1"]),
        to: "Sud/FR/more.csv")
      let run = try Run(
        [
          ".", "-c", #"export to "out/week.xlsx" acos, ad_spend by store with totals"#,
          "-c", #"export to "out/week.xlsx" clicks by day, campaign"#,
          "-c", #"export to "out/week.xlsx" clicks[site = "DE"] as german_clicks"#,
          "-c", #"export to "out/week.xlsx" clicks[site = "DE"] as german_clicks by store"#,
        ], in: folder)
      #expect(run.ending == .exited(0), "\(run.errors)")
      let read = try Run(
        .python,
        [
          "-c",
          """
          import openpyxl, zipfile
          print({entry.date_time for entry in zipfile.ZipFile("out/week.xlsx").infolist()})
          book = openpyxl.load_workbook("out/week.xlsx")
          print(book.properties.created, book.sheetnames[2:])
          for sheet in book.worksheets[:2]:
              print(sheet.title, sheet.freeze_panes, sheet["A1"].font.bold)
              for row in sheet.iter_rows(max_row=4):
                  print(*[(str(c.value), c.data_type, c.number_format) for c in row])
              print(sheet.cell(sheet.max_row, 1).value)
          """,
        ], in: folder)
      #expect(
        read.output == """
          {(1980, 1, 1, 0, 0, 0)}
          1980-01-01 00:00:00 ['clicks site = "DE" as german_cl', 'clicks site = "DE" as germa (2)']
          acos, ad_spend by store with to B2 True
          ('store', 's', 'General') ('acos', 's', 'General') ('ad_spend', 's', 'General')
          ('Nord', 's', 'General') ('0.3', 'n', '0.0 %') ('15', 'n', '"€"#,##0.00;-"€"#,##0.00')
          ('Sud', 's', 'General') ('0.2', 'n', '0.0 %') ('8', 'n', '"€"#,##0.00;-"€"#,##0.00')
          ('(total)', 's', 'General') ('0.2555555555555555', 'n', '0.0 %') ('23', 'n', \
          '"€"#,##0.00;-"€"#,##0.00')
          ads_by_product 4 of 4 rows, 2 of 2 days
          clicks by day, campaign C2 True
          ('day', 's', 'General') ('campaign', 's', 'General') ('clicks', 's', 'General')
          ('2026-09-21 00:00:00', 'd', 'yyyy-mm-dd') ('夏季促销', 's', 'General') ('10', 'n', '#,##0')
          ('2026-09-21 00:00:00', 'd', 'yyyy-mm-dd') ('Auto', 's', 'General') ('3', 'n', '#,##0')
          ('2026-09-21 00:00:00', 'd', 'yyyy-mm-dd') ('=1+1', 's', 'General') ('0', 'n', '#,##0')
          ads_by_product 4 of 4 rows, 2 of 2 days

          """, "\(read.errors)")
    }

    @Test func `a mistake stops all, or its own statement`() throws {
      let folder = try folder()
      let scripts = [".", "checks/a.kepi", "checks/b.kepi"]
      let strict = try Run(scripts, in: folder)
      #expect(strict.ending == .exited(2))
      #expect(strict.output == "4 checks: 0 passed, 0 failed, 4 not run; 1 error\n")
      let lenient = try Run(scripts + ["--keep-going", "--quiet"], in: folder)
      #expect(lenient.ending == .exited(2))
      #expect(lenient.output.hasPrefix("failed K0801: \"few & <far>\""))
      #expect(lenient.output.hasSuffix("\n4 checks: 3 passed, 1 failed; 1 error\n"))
      #expect(!lenient.output.contains("passed:"))
      #expect(lenient.errors.hasPrefix("error K0301"))
    }

    /// Each of these scripts can run by itself as well.
    @Test func `scripts that say the same run together`() throws {
      let folder = try TemporaryFolder()
      try folder.write("shop,amount\nA,10\nB,20\n", to: "data/sales.csv")
      let shared = """
        load "../data/sales.csv" as sales
        source own from "../data/sales.csv"
        metric revenue = sum(sales.amount)
        param best = 30
        """
      for name in ["a", "b"] {
        try folder.write(
          "\(shared)\ncheck revenue = best, sum(own.amount) = 30\n", to: "checks/\(name).kepi")
      }
      let run = try Run(["checks/a.kepi", "checks/b.kepi"], in: folder)
      #expect(run.ending == .exited(0), "\(run.errors)")
      #expect(run.output.hasSuffix("4 checks: 4 passed, 0 failed\n"))
      try folder.write("param best = 31\ncheck revenue = best\n", to: "checks/b.kepi")
      let other = try Run(["checks/a.kepi", "checks/b.kepi"], in: folder)
      #expect(other.ending == .exited(2))
      #expect(other.errors.contains("error K0307: `best` is defined twice"))
    }

    @Test func `a parameter comes from the environment`() throws {
      let folder = try folder()
      let script = [".", "checks/a.kepi"]
      let environment = ["KEPI_PARAM_BEST": "100", "KEPI_PARAM_BETS": "1"]
      let run = try Run(.kepi, script, in: folder, environment: environment)
      #expect(run.ending == .exited(0))
      #expect(run.errors.contains("KEPI_PARAM_BETS: there is no such parameter"))
      let written = try Run(
        .kepi, script + ["--param", "best=1"], in: folder, environment: environment)
      #expect(written.ending == .exited(1))
    }

    @Test func `failures are shown beside the code`() throws {
      let folder = try folder()
      let run = try Run(
        .kepi, [".", "checks/a.kepi", "--format", "csv"], in: folder,
        environment: ["GITHUB_ACTIONS": "true"])
      #expect(
        run.errors.contains(
          "\n::error file=checks/a.kepi,line=2,col=22,title=few & <far>::clicks: expected < best "
            + "(5), actual 3 to 15%0A"))
      #expect(!run.output.contains("::"))
    }

    @Test func `a closed pipe keeps no report back`() throws {
      let folder = try folder()
      let run = try Run(
        [".", "checks/a.kepi"] + Self.reports, in: folder, readsOutput: false)
      #expect(run.ending == .exited(1))
      #expect(folder.contents(of: "out/checks.tap").hasPrefix("TAP version 13\n1..3\n"))
    }

    @Test func `a report that cannot be written is said`() throws {
      let folder = try folder()
      try folder.write("", to: "file")
      let run = try Run([".", "checks/a.kepi", "--report", "tap=file/a.tap"], in: folder)
      #expect(run.ending == .exited(3))
      #expect(run.errors.contains("file/a.tap: it cannot be written"))
    }

    @Test func `time ends a run, and its report says so`() throws {
      let folder = try TemporaryFolder.withManyProducts()
      let run = try Run(
        [
          ".", "--timeout", "1", "--report", "tap=a.tap", "-c", TemporaryFolder.endlessQuestion,
          "-c", "check clicks > 0",
        ], in: folder)
      #expect(run.ending == .exited(124))
      #expect(run.errors.contains("stopped: the time is up"))
      #expect(folder.contents(of: "a.tap").contains("ok 2 - clicks > 0 # SKIP the time was up"))
    }
  }
}
