// Lessons as they are taught: under a terminal, in both languages, and from a pipe.
import Testing

extension CommandTests {
  struct Lessons {
    /// Whether the list of lessons says that all three questions of the first were answered right.
    private func isDone(in list: String) -> Bool {
      list.split(separator: "\n").contains {
        $0.contains("What is a KPI") && $0.hasSuffix("  3      3")
      }
    }

    @Test func `a lesson in the shell, with right and wrong answers`() throws {
      let shell = try TerminalSession()
      shell.type("learn kpi" + Key.enter)
      shell.expect(containing: "Try it.")
      shell.expect("  orders by store over 2026-04\nkpi>")
      shell.type(Key.enter)
      shell.expect(containing: "Nord        156\n")
      shell.expect("How many orders did Nord get in April 2026?\nkpi>")
      shell.type("165" + Key.enter)
      shell.expect("No. That is March: the period is part of a KPI. (165)\nkpi>")
      shell.type("156" + Key.enter)
      shell.expect(containing: "Right: 156.\nAn order counts once")
      shell.expect("`describe acos` tells.\nkpi>")
      shell.type("high" + Key.enter)
      shell.expect(containing: "No. A high ACoS means")
      shell.type("low" + Key.enter)
      shell.expect(containing: "Right: low.")
      shell.expect("c. the scope\nkpi>")
      shell.type("b" + Key.enter)
      shell.expect(containing: "3 of 3 answered right.")
      shell.expect("\nkepi>")
      #expect(shell.folder.contents(of: ".state/kepi/lessons") == "kpi 1\nkpi 2\nkpi 3\n")
      #expect(isDone(in: shell.answer(to: "learn")))
      #expect(!shell.folder.statements.contains("156"))
    }

    @Test func `the same lesson in Chinese, to its end`() throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(["--language", "zh"], in: folder)
      shell.type("学习 kpi" + Key.enter)
      shell.expect("  订单数 按 店铺 期间 2026-04\nkpi>")
      shell.type(Key.enter)
      shell.expect(containing: "2026 年 4 月 Nord 有多少订单？\nkpi>")
      shell.type("165" + Key.enter)
      shell.expect("不对：这是 3 月的数：时段是 KPI 的一部分。（165）\nkpi>")
      shell.type("156" + Key.enter)
      shell.expect(containing: "答对了：156\n")
      shell.expect("（用 `说明 acos` 看）\nkpi>")
      shell.type("高" + Key.enter)
      shell.expect(containing: "不对\nACoS 是广告花费除以广告带来的销售额。")
      shell.expect("\nkpi>")
      shell.type("低" + Key.enter)
      shell.expect(containing: "答对了：越低越好")
      shell.expect("c. 范围\nkpi>")
      shell.type("c" + Key.enter)
      shell.expect(containing: "不对")
      shell.expect("\nkpi>")
      shell.type("b" + Key.enter)
      shell.expect(containing: "共 3 题，答对 3 题")
      shell.expect("\nkepi>")
      #expect(folder.contents(of: ".state/kepi/lessons") == "kpi 1\nkpi 2\nkpi 3\n")
    }

    @Test func `a lesson in Chinese, left and gone on with`() throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(["--language", "zh"], in: folder)
      shell.type("学习 acos" + Key.enter)
      shell.expect(containing: "试一试")
      shell.expect("acos>")
      shell.type(Key.enter)
      shell.expect(containing: "FR 在 3 月和 4 月合起来的 ACoS 是多少？")
      shell.type("24.9%" + Key.enter)
      shell.expect(containing: "不对：这是两个月比率的平均")
      shell.type("24,6" + Key.enter)
      shell.expect(containing: "答对了：24.6 %")
      shell.type("ad_spend / gross_sales 期间 2026-04 其中 店铺 = \"Pacific\"" + Key.enter)
      shell.expect(containing: "答对了：13.1 %")
      // Before there is a prompt, Ctrl-C stops what still runs.
      shell.expect("acos>")
      shell.type(Key.interrupt)
      shell.expect("^C\nacos>")
      shell.type(Key.end)
      shell.expect(containing: "已退出：共 5 题，答对 2 题")
      shell.expect("\nkepi>")
      shell.type("退出" + Key.enter)
      #expect(shell.ending() == .exited(0))
      #expect(folder.contents(of: ".state/kepi/lessons") == "acos 1\nacos 2\n")
    }

    @Test func `answers come from a pipe and results go to a file`() throws {
      let folder = try TemporaryFolder()
      let path = "\(folder.path)/results.csv"
      for _ in 0..<2 {
        let run = try Run(
          .kepi, ["learn", "kpi", "--results", path], in: folder, input: "\n198\n156\nlow\nb\n",
          environment: ["XDG_STATE_HOME": folder.state])
        #expect(run.ending == .exited(0))
        #expect(run.errors == "")
        #expect(run.output.contains("> 198\nNo. Those are units"))
        #expect(run.output.contains("3 of 3 answered right."))
      }
      let rows = folder.contents(of: "results.csv").split(separator: "\n")
      #expect(rows.count == 9)
      #expect(rows[0] == "lesson,question,attempt,outcome,typed,wanted,meaning,prompt")
      #expect(rows[1].hasPrefix("kpi,1,1,wrong,198,156,Those are units"))
      let list = try Run(
        .kepi, ["learn"], in: folder, environment: ["XDG_STATE_HOME": folder.state])
      #expect(isDone(in: list.output))
    }

    @Test func `a class of one's own, over its own data`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write(
        """
        # Our ads {#ads}

        ```kepi setup
        load "{store}/{site}"
        ```

        ```ask
        How many clicks?
        answer: clicks
        wrong: impressions # Those are impressions.
        ```

        """, to: "class.md")
      let run = try Run(
        ["learn", "--class", "class.md", "--results", "r.ndjson"], in: folder,
        input: "1800\n18\n")
      #expect(run.ending == .exited(0))
      #expect(run.output.contains("No. Those are impressions."))
      #expect(run.output.contains("Right: 18."))
      #expect(folder.contents(of: "r.ndjson").split(separator: "\n").count == 2)
      #expect(
        try Run(["learn", "--class", "class.md", "--check"], in: folder).ending == .exited(0))
      try folder.write("# A\n```ask\nx\nanswer: nonsense\n```\n", to: "bad.md")
      let bad = try Run(["learn", "--class", "bad.md", "--check"], in: folder)
      #expect(bad.ending == .exited(1))
      #expect(bad.errors.contains("nonsense"))
    }

    @Test func `without a home, and after the last answer, nothing breaks`() throws {
      let run = try Run(
        .kepi, ["learn", "kpi"], input: "156\n", environment: ["HOME": "", "XDG_STATE_HOME": ""])
      #expect(run.ending == .exited(0))
      #expect(run.output.contains("Right: 156."))
      #expect(run.output.hasSuffix("Left: 1 of 3 answered right.\n"))
      let odd = try Run(["learn", "kpi"], input: "\u{0}\n((((\n\u{1b}[2J\n\n\nquit\nnever read\n")
      #expect(odd.ending == .exited(0))
      #expect(!odd.output.contains("\u{1b}"))
    }

    @Test func `a quiz is the same for its seed`() throws {
      let input = String(repeating: "answer\n", count: 4)
      let first = try Run(["quiz", "--seed", "7", "--count", "4"], input: input)
      #expect(first.ending == .exited(0))
      #expect(first.output.contains("quiz 4 seed 7"))
      #expect(first.output.ranges(of: "The answer: ").count == 4)
      #expect(
        try Run(["quiz", "--seed", "7", "--count", "4"], input: input).output == first.output)
    }

    @Test func `scripts are looked over`() throws {
      let folder = try TemporaryFolder()
      try folder.write("metric x = ad_sales / gross_sales\n", to: "a.kepi")
      let run = try Run(["lint", "a.kepi"], in: folder)
      #expect(run.ending == .exited(0))
      #expect(run.output.contains("note K0804: `x` does not say its unit\n  a.kepi:1:8"))
      #expect(try Run(["lint", "--check", "a.kepi"], in: folder).ending == .exited(1))
      #expect(try Run(["lint", "--language", "zh", "a.kepi"], in: folder).output.contains("没有写单位"))
      try folder.write("metric x = by\n", to: "b.kepi")
      #expect(try Run(["lint", "b.kepi"], in: folder).ending == .exited(2))
    }

    @Test(
      arguments: [
        (["learn", "nothing"], 2), (["learn", "--results", "x.txt", "kpi"], 2),
        (["learn", "--class", "/nowhere.md"], 3), (["quiz", "--count", "0"], 2),
        (["quiz", "--seed", "x"], 2), (["learn", "--results", "/nowhere/x.csv", "kpi"], 3),
        (["lint"], 2), (["lint", "/nowhere.kepi"], 3), (["learn", "--help"], 0),
        (["quiz", "--help"], 0),
      ] as [([String], Int32)])
    func statuses(_ arguments: [String], _ status: Int32) throws {
      let run = try Run(arguments)
      #expect(run.ending == .exited(status))
      #expect(run.output.isEmpty == (status != 0))
      #expect(run.errors.isEmpty == (status == 0))
    }
  }
}
