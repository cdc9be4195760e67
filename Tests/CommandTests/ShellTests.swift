import Glibc
import Testing

extension CommandTests {
  /// The shell under a pseudo-terminal: typing, history, signals.
  struct ShellTests {
    @Test func `Ctrl-D on an empty line leaves`() throws {
      let shell = try TerminalSession()
      #expect(shell.text.hasPrefix("Kepi 0.1.0"))
      #expect(!shell.isTerminalCooked)
      shell.type(Key.end)
      #expect(shell.ending() == .exited(0))
      #expect(shell.isTerminalCooked)
    }

    @Test(arguments: ["quit", "exit", "退出"])
    func `a word leaves`(_ word: String) throws {
      let shell = try TerminalSession()
      shell.type(word + Key.enter)
      #expect(shell.ending() == .exited(0))
    }

    @Test func `a question is answered, and leaving is a success after a mistake`() throws {
      let shell = try TerminalSession(["."], in: .withTwoStores())
      #expect(
        shell.answer(to: "acos, clicks by store") == """
          store    acos  clicks
          -----  ------  ------
          Nord   30.0 %      15
          Sud    10.0 %       3

          all: 2026-09-21 to 2026-09-22; as of 2026-09-22, the newest day of ads_by_product
          ads_by_product 3 of 3 rows, 2 of 2 days
          """)
      #expect(shell.answer(to: "clicks by stroe").contains("|           ^^^^^"))
      shell.type(Key.end)
      #expect(shell.ending() == .exited(0))
    }

    @Test func `Chinese is typed, corrected, answered and kept`() throws {
      let shell = try TerminalSession(["."], in: .withTwoStores())
      shell.type("点击量 按 店铺铺，x")
      shell.expect("kepi> 点击量 按 店铺铺，x")
      shell.type(Key.backspace + Key.backspace + Key.left + Key.backspace)
      shell.expect("kepi> 点击量 按 店铺")
      shell.type(Key.enter)
      shell.expect(containing: "kepi> 点击量 按 店铺\n店铺  点击量\n----  ------\nNord      15\n")
      shell.expect("days\nkepi>")
      shell.type(Key.up)
      shell.expect("days\nkepi> 点击量 按 店铺")
      #expect(shell.folder.statements == ["点击量 按 店铺"])
    }

    @Test func `history survives, rows and all, even a damaged line`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      let first = try TerminalSession(["."], in: folder)
      _ = first.answer(to: "clicks" + Key.altEnter + "by store")
      _ = first.answer(to: " set format csv")
      first.type(Key.end)
      #expect(first.ending() == .exited(0))
      #expect(folder.statements == ["clicks\\nby store"])

      try folder.write(
        "garbage\n{\"text\":\"cut off\n" + folder.history, to: ".state/kepi/history")
      let second = try TerminalSession(in: folder)
      second.type(Key.up)
      second.expect("kepi> clicks\nby store")
      // Up moves inside a text of several rows, and only then goes to what is older.
      second.type(Key.up + "X")
      second.expect("kepi> clicksX\nby store")
    }

    @Test func `Up and Down walk through what was asked`() throws {
      let shell = try TerminalSession()
      for line in ["set format csv", "set format json", "set format table"] {
        #expect(shell.answer(to: line) == "")
      }
      shell.type(Key.up)
      shell.expect("kepi> set format table")
      shell.type(Key.up + Key.up + Key.up)
      shell.expect("kepi> set format csv")
      shell.type(Key.down)
      shell.expect("kepi> set format json")
      shell.type(Key.down + Key.down)
      shell.expect("table\nkepi>")
    }

    @Test func `Ctrl-C drops the line`() throws {
      let shell = try TerminalSession()
      shell.type("half a question")
      shell.expect("half a question")
      shell.type(Key.interrupt)
      shell.expect("half a question^C\nkepi>")
      #expect(shell.answer(to: "set format csv") == "")
      #expect(shell.folder.statements == ["set format csv"])
    }

    @Test func `an empty Enter gives another prompt`() throws {
      let shell = try TerminalSession()
      shell.type(Key.enter + Key.enter)
      shell.expect("kepi>\nkepi>\nkepi>")
    }

    @Test func `Enter goes on after a comma and in an open bracket`() throws {
      let shell = try TerminalSession(["."], in: .withTwoStores())
      shell.type("clicks," + Key.enter + "X")
      shell.expect("kepi> clicks,\nX")
      shell.type(Key.backspace)
      let answer = shell.answer(to: "sum(" + Key.enter + "ads_by_product.clicks" + Key.enter + ")")
      #expect(answer.contains("    18"))
      #expect(shell.folder.history.contains("clicks,\\nsum(\\nads_by_product.clicks\\n)"))
      // A second Enter runs what is not complete, so that no one is stuck.
      #expect(shell.answer(to: "clicks by" + Key.enter).contains("error"))
    }

    @Test func `a line of clauses changes the last question`() throws {
      let shell = try TerminalSession(["."], in: .withTwoStores())
      _ = shell.answer(to: "clicks by store")
      #expect(
        shell.answer(to: "where site = \"DE\"").hasPrefix("store  clicks\n-----  ------\nNord"))
      #expect(shell.answer(to: "by campaign").contains("夏季促销      10\nAuto           5\n"))
      // The shell has a way to go on, and says nothing more, after a mistake.
      #expect(shell.answer(to: "by nonsense").contains("`nonsense`"))
      #expect(shell.answer(to: "top 1 by clicks").contains("夏季促销"))
    }

    @Test func `a paste waits for Enter`() throws {
      let shell = try TerminalSession(["."], in: .withTwoStores())
      shell.type(Key.pasted("clicks\r\u{7}by store\r"))
      shell.expect("kepi> clicks\nby store")
      shell.type(Key.enter)
      shell.expect(containing: "by store\nstore  clicks\n")
      shell.expect("days\nkepi>")
      #expect(shell.folder.statements == ["clicks\\nby store"])
    }

    @Test func `a long paste comes whole`() throws {
      let shell = try TerminalSession()
      let text = "set format table # " + String(repeating: "店铺 ", count: 300) + "end"
      shell.type(Key.pasted(text))
      shell.expect("end")
      shell.type(Key.enter)
      shell.expect("end\nkepi>")
      #expect(shell.folder.statements == [text])
    }

    @Test func `a long line wraps, before and after a resize`() throws {
      let shell = try TerminalSession(columns: 20)
      shell.type("0123456789abc店铺")
      shell.expect("kepi> 0123456789abc\n店铺")
      shell.resize(rows: 24, columns: 60)
      shell.expect("kepi> 0123456789abc店铺")
      shell.type(Key.interrupt)
      shell.expect("kepi>")
    }

    @Test func `a table is as wide as the window is now`() throws {
      let shell = try TerminalSession(["."], in: .withTwoStores(), columns: 20)
      let question = "clicks, impressions by store, campaign"
      #expect(!shell.answer(to: question).contains("clicks  impressions"))
      shell.resize(rows: 24, columns: 90)
      #expect(shell.answer(to: question).contains("clicks  impressions"))
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal ends it and puts the terminal back`(_ signal: Int32) throws {
      let shell = try TerminalSession()
      #expect(shell.answer(to: "set format csv") == "")
      shell.type("abc")
      shell.expect("abc")
      shell.signal(signal)
      #expect(shell.ending() == .killed(signal: signal))
      #expect(shell.isTerminalCooked)
      #expect(shell.folder.statements == ["set format csv"])
    }

    @Test(arguments: TypingTests.Terminal.all, ["en", "zh"])
    func `a second Ctrl-C says how to leave what does not stop`(
      _ terminal: TypingTests.Terminal, _ language: String
    ) throws {
      let folder = try TemporaryFolder.withManyProducts()
      try folder.write("", to: "errors.txt")
      let shell = try TerminalSession(
        [".", "--language", language], in: folder, columns: terminal.columns,
        environment: ["LC_ALL": terminal.locale], errors: folder.path + "/errors.txt")
      // More than a terminal takes that no one reads from: then nothing can stop. On a busy machine
      // the key may come before that, and stops the question.
      for stopCount in 0..<5 {
        shell.type(
          "clicks, impressions, ad_spend, ad_sales, acos, roas, ctr, cpc by sku, day" + Key.enter)
        shell.expectRunning()
        shell.waitUntilItIsBlocked()
        shell.signal(SIGINT)
        usleep(300_000)
        let errors = folder.contents(of: "errors.txt")
        if errors.ranges(of: "K0903").count == stopCount { break }
        shell.expect("\nkepi>")
      }
      let wayOut =
        language == "zh" ? "正在停止；再按一次立即退出 Kepi" : "stopping; once more ends Kepi without waiting"
      #expect(!folder.contents(of: "errors.txt").contains(wayOut))
      shell.signal(SIGINT)
      let deadline = Deadline()
      while !folder.contents(of: "errors.txt").contains(wayOut), !deadline.isOver { usleep(5000) }
      #expect(folder.contents(of: "errors.txt").contains(wayOut))
      shell.signal(SIGINT)
      #expect(shell.ending() == .exited(130))
    }

    @Test(arguments: TypingTests.Terminal.all)
    func `Ctrl-C stops a question and the session goes on`(
      _ terminal: TypingTests.Terminal
    ) throws {
      let shell = try terminal.open(in: .withManyProducts())
      shell.type(TemporaryFolder.endlessQuestion + Key.enter)
      shell.expectRunning()
      usleep(100_000)
      shell.type(Key.interrupt)
      shell.expect(containing: "sku\n^C\nerror K0903: stopped")
      shell.expect("\nkepi>")
      #expect(shell.answer(to: "clicks").contains(" 1,344\n"))
      // A prompt that stands idle takes any number of them.
      shell.type(Key.interrupt)
      shell.expect("^C\nkepi>")
      shell.type(Key.interrupt)
      shell.expect("^C\nkepi> ^C\nTo leave:   Ctrl-D or quit\nkepi>")
      shell.type(Key.end)
      #expect(shell.ending() == .exited(0))
    }

    @Test(arguments: TypingTests.Terminal.all)
    func `Ctrl-C stops an answer that is being written`(_ terminal: TypingTests.Terminal) throws {
      let shell = try terminal.open(in: .withManyProducts())
      shell.type("点击量, acos, cpc by sku, day")
      shell.expect("sku, day")
      shell.type(Key.enter)
      shell.expectRunning()
      shell.waitUntilItIsBlocked()
      shell.type(Key.interrupt)
      shell.expect(containing: "error K0903: stopped")
      shell.expect("\nkepi>")
      #expect(shell.text.split(separator: "\n").count { $0.hasPrefix("S") } < 100_000)
      #expect(shell.answer(to: "点击量").contains(" 1,344\n"))
    }

    @Test(arguments: TypingTests.Terminal.all)
    func `a third Ctrl-C ends the program that does not stop`(_ terminal: TypingTests.Terminal)
      throws
    {
      let shell = try terminal.open(in: .withManyProducts())
      // More than a terminal takes that no one reads from. On a busy machine the key may come before
      // that, and stops the question.
      for _ in 0..<5 {
        shell.type("clicks, impressions, ad_spend, ad_sales, acos, roas, ctr, cpc by sku, day")
        shell.expect("sku, day")
        shell.type(Key.enter)
        shell.expectRunning()
        shell.waitUntilItIsBlocked()
        for _ in 0..<3 { shell.signal(SIGINT) }
        if shell.ending(by: Deadline(milliseconds: 5000)) != nil { break }
        shell.expect("\nkepi>")
      }
      #expect(shell.ending() == .exited(130))
      #expect(shell.isTerminalCooked)
    }

    @Test(arguments: [
      ["TERM": "dumb"], ["TERM": ""], ["LC_ALL": "C"],
      ["XDG_STATE_HOME": "/proc/none"], ["XDG_STATE_HOME": "", "HOME": ""],
    ])
    func `it does with less`(_ environment: [String: String]) throws {
      let shell = try TerminalSession(
        ["."], in: .withTwoStores(), environment: environment)
      shell.type("点击量 按 店铺" + Key.enter)
      shell.expect(containing: "kepi> 点击量 按 店铺\n店铺  点击量\n----  ------\nNord      15\n")
      shell.expect("days\nkepi>")
      shell.type("clicks," + Key.enter + "acos" + Key.enter)
      shell.expect(containing: "clicks    acos")
      shell.expect("kepi>")
      shell.type("dropped")
      shell.expect("dropped")
      // The terminal itself throws away what is typed just before this key.
      shell.type(Key.interrupt)
      shell.expect("kepi> dropped^C\nkepi>")
      shell.type(Key.end)
      #expect(shell.ending() == .exited(0))
    }
  }
}
