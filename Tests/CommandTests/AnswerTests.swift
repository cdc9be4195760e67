import Testing

extension CommandTests {
  /// How the shell shows answers: colours, courses over time, charts, the pager, the last answer.
  struct AnswerTests {
    @Test(arguments: TypingTests.Terminal.all)
    func `a question by time has its course beside it`(_ terminal: TypingTests.Terminal) throws {
      let shell = try terminal.open(in: .withTwelveWeeks())
      let answer = shell.answer(to: "clicks by store, week")
      let rows = answer.split(separator: "\n")
      #expect(rows[0] == "store  week      clicks  trend")
      let marks = terminal.locale == "C" ? "_.-~=+*#" : "▁▂▃▄▅▆▇█"
      let course = rows[2].split(separator: " ").last ?? ""
      #expect(course.count == 12 && course.allSatisfy { marks.contains($0) }, "\(rows[2])")
      #expect(course.first == marks.first && course.contains(marks.last ?? " "))
      // One for each store, on its first line alone.
      #expect(rows[2].hasPrefix("Nord") && rows[3].hasPrefix("Sud"))
      #expect(rows[3].split(separator: " ").count == 4 && rows[4].split(separator: " ").count == 3)
      #expect(shell.answer(to: "set trend off") == "")
      #expect(!shell.answer(to: "clicks by week").contains("trend"))
    }

    @Test func `a course that does not fit is left out`() throws {
      let shell = try TerminalSession(["."], in: .withTwelveWeeks(), columns: 34)
      #expect(!shell.answer(to: "clicks by store, week").contains("trend"))
      #expect(shell.answer(to: "clicks by week").contains("trend"))
    }

    @Test func `a change is green where it is good news`() throws {
      let question = "clicks, acos by store over last week vs previous"
      let shell = try TerminalSession(["."], in: .withTwelveWeeks(), columns: 200)
      #expect(shell.answer(to: question).contains("+"))
      // A higher share of costs is bad, whatever the sign.
      let acos = shell.text.split(separator: "\n").last { $0.hasPrefix("Nord") } ?? ""
      #expect(acos.contains("+5.9 %"))
      #expect(shell.style(of: "+5.9 %") == "31")
      _ = shell.answer(to: "vs 4 weeks ago")
      #expect(shell.style(of: "-3.3 %") == "32")

      let plain = try TerminalSession(
        ["."], in: .withTwelveWeeks(), columns: 200, environment: ["NO_COLOR": "1"])
      #expect(plain.answer(to: question).contains("% !"))
      #expect(plain.style(of: "+5.9 %") == "")
      let never = try TerminalSession(
        ["--color", "never", "."], in: .withTwelveWeeks(), columns: 200)
      #expect(never.answer(to: question).contains("% !"))
      let forced = try TerminalSession(
        ["--color", "always", "."], in: .withTwelveWeeks(), columns: 200,
        environment: ["NO_COLOR": "1"])
      _ = forced.answer(to: question)
      #expect(forced.style(of: "+5.9 %") == "31")
    }

    @Test(arguments: [
      (["CLICOLOR_FORCE": "1"], [String](), true), (["CLICOLOR_FORCE": "0"], [], false),
      (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], [], false), ([:], [], false),
      ([:], ["--color", "always"], true), (["CLICOLOR_FORCE": "1"], ["--color", "never"], false),
    ])
    func `a pipe has colours only where they are asked for`(
      _ environment: [String: String], _ options: [String], _ hasColors: Bool
    ) throws {
      let folder = try TemporaryFolder.withTwoStores()
      let child = try Child(
        .kepi, options + [".", "-c", "clicks by store"], in: folder.path, input: "",
        environment: environment, readsOutput: true)
      #expect(child.readAll()[0].contains("\u{1b}[") == hasColors)
    }

    @Test(arguments: TypingTests.Terminal.all)
    func `the last answer is drawn`(_ terminal: TypingTests.Terminal) throws {
      let shell = try terminal.open(in: .withTwelveWeeks())
      #expect(shell.answer(to: "chart").contains("K0906"))
      _ = shell.answer(to: "clicks by store")
      let isASCII = terminal.locale == "C"
      let bars = shell.answer(to: "chart").split(separator: "\n")
      #expect(bars[0] == "clicks")
      let full = isASCII ? "#" : "█"
      #expect(bars[1].hasPrefix("Nord  ") && bars[1].hasSuffix(full))
      #expect(bars[1].count == terminal.columns)
      #expect(bars[2].hasPrefix("Sud   ") && bars[2].count < bars[1].count)
      let line = shell.answer(to: "图表 点击量 按 周")
      #expect(line.contains(isASCII ? "|" : "┤") && line.contains("2026-W27"))
      #expect(line.contains(isASCII ? "/" : "╭"))
      let courses = shell.answer(to: "chart clicks by store, week").split(separator: "\n")
      #expect(courses[1].hasPrefix("Nord  ") && courses[2].hasPrefix("Sud   "))
      #expect(courses[3].contains("2026-W27") && courses[3].contains("2026-W38"))
      // One number has nothing to stand beside.
      #expect(shell.answer(to: "chart clicks").contains("K0906"))
    }

    @Test func `the last answer is shown again in another form`() throws {
      let shell = try TerminalSession(["."], in: .withTwoStores())
      #expect(shell.answer(to: "last").contains("K0906"))
      let table = shell.answer(to: "clicks by store")
      #expect(shell.answer(to: "last as csv").hasPrefix("store,clicks\nNord,15\nSud,3\n"))
      #expect(shell.answer(to: "上次 作为 markdown").contains("| Nord | 15 |"))
      #expect(shell.answer(to: "last") == table)
      #expect(shell.answer(to: "last as cvs").contains("csv"))
      #expect(shell.answer(to: "last as xlsx").contains("workbook"))
    }

    @Test func `what does not fit goes through the pager`() throws {
      let folder = try TemporaryFolder.withTwelveWeeks()
      let shell = try TerminalSession(
        ["."], in: folder, columns: 60, environment: ["PAGER": "sed s/^/P:/"])
      // It fits.
      #expect(!shell.answer(to: "clicks by store").contains("P:"))
      let long = shell.answer(to: "clicks by store, week")
      #expect(long.contains("P:Nord   2026-W27     140"))
      #expect(long.contains("shown in the pager: "))
      // A wide table stands there as it is.
      let wide = "clicks, impressions, ad_spend, ad_sales, acos, roas, ctr by store, campaign"
      let paged = shell.answer(to: wide)
      #expect(paged.contains("P:store  campaign") && paged.contains("shown in the pager"))
      #expect(shell.answer(to: "set pager off") == "")
      let blocks = shell.answer(to: wide)
      #expect(!blocks.contains("P:") && blocks.components(of: "store  campaign").count > 2)
      let none = try TerminalSession(
        ["."], in: folder, columns: 60, environment: ["PAGER": "no-such-pager"])
      #expect(none.answer(to: "clicks by store, week").contains("\nNord   2026-W27     140"))
    }

    @Test func `less is left with q, and the session goes on`() throws {
      let folder = try TemporaryFolder.withTwelveWeeks()
      let shell = try TerminalSession(
        ["."], in: folder, environment: ["PAGER": "less -RSX", "LESS": ""])
      shell.type("clicks by store, week" + Key.enter)
      shell.expect(containing: "Nord   2026-W27     140")
      shell.expect("\n:")
      // Ctrl-C is for the pager.
      shell.type(Key.interrupt)
      shell.type("q")
      shell.expect(containing: "shown in the pager: 29 lines")
      shell.expect("\nkepi>")
      #expect(shell.answer(to: "clicks").contains("clicks"))
    }

    @Test func `timing is said on demand`() throws {
      let shell = try TerminalSession(["."], in: .withTwoStores())
      #expect(!shell.answer(to: "clicks").contains("took"))
      _ = shell.answer(to: "set timing on")
      let said = shell.answer(to: "clicks").split(separator: "\n").last ?? ""
      #expect(said.hasPrefix("took ") && said.hasSuffix("s"))
    }

    @Test func `signs that are two cells wide keep tables even`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write(
        TemporaryFolder.ads(["2026-09-21,EUR,A×B…,All,LAMP,B1,1000,10,10.00,40.00,2,2"]),
        to: "Nord/DE/ads2.csv")
      let shell = try TerminalSession(["."], in: folder)
      #expect(shell.answer(to: "clicks by campaign").contains("\nA×B…          10\n"))
      _ = shell.answer(to: "set ambiguous_width 2")
      shell.setAmbiguousWidth(2)
      #expect(shell.answer(to: "clicks by campaign").contains("\nA×B…        10\n"))
      // The line that is typed is measured in the same way.
      shell.type(#"clicks where campaign = "A×B…" "# + Key.left)
      shell.type("|")
      shell.expect(#"kepi> clicks where campaign = "A×B…"|"#)
      shell.type(Key.interrupt)
      shell.expect("^C\nkepi>")
      #expect(shell.answer(to: "set ambiguous_width 3").contains("K0313"))
    }
  }
}

extension String {
  fileprivate func components(of part: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
