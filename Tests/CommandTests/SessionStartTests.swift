import Glibc
import Glibc
import Testing

extension CommandTests {
  /// How a shell begins, what it remembers of its user, and how long work is stopped.
  struct SessionStartTests {
    @Test func `the first start shows three things to try, and they work`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      let shell = try TerminalSession(["."], in: folder)
      let line = shell.text.split(separator: "\n").first.map(String.init) ?? ""
      #expect(line.hasPrefix("Kepi 0.1.0. Three things to try: `"))
      let steps = line.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map(
        \.element)
      #expect(steps.count == 3)
      for step in steps {
        let answer = shell.answer(to: String(step))
        #expect(!answer.contains("error") && answer.count > 20, "\(step)")
      }
      shell.type(Key.end)
      #expect(shell.ending() == .exited(0))
      let second = try TerminalSession(["."], in: folder)
      #expect(second.text.hasPrefix("Kepi 0.1.0. `help` lists topics"))
    }

    @Test(arguments: ["zh_CN.UTF-8", "zh_TW.UTF-8"])
    func `the language comes from the locale`(_ locale: String) throws {
      let folder = try TemporaryFolder.withTwoStores()
      let shell = try TerminalSession(["."], in: folder, environment: ["LC_ALL": locale])
      #expect(shell.text.hasPrefix("Kepi 0.1.0，可以先试试：`"))
      #expect(shell.answer(to: "clicks 按 stroe").contains("错误 K0301"))
      #expect(shell.answer(to: "帮助 按").contains("按"))
      #expect(shell.answer(to: "set language en") == "")
      #expect(shell.answer(to: "clicks by stroe").contains("error K0301"))
      // An option goes before the locale, and a script does not look at it.
      let english = try TerminalSession(
        ["--language", "en", "."], in: folder, environment: ["LC_ALL": locale])
      #expect(english.text.hasPrefix("Kepi 0.1.0. `help`"))
      let script = try Child(
        .kepi, [".", "-c", "clicks by stroe"], in: folder.path, input: "",
        environment: ["LC_ALL": locale], readsOutput: true)
      #expect(script.readAll()[1].hasPrefix("error K0301"))
    }

    @Test func `settings are read from the user's file, and nothing else is`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write(
        "# mine\nset format csv\nset timing on\nmetric x = clicks * 2\nset nonsense 1\n",
        to: ".config/kepi/settings.kepi")
      let environment = ["XDG_CONFIG_HOME": folder.path + "/.config"]
      let shell = try TerminalSession(["."], in: folder, environment: environment)
      #expect(shell.text.contains("only `set` stands here"))
      #expect(shell.text.contains("no setting called `nonsense`"))
      #expect(shell.answer(to: "clicks by store").hasPrefix("store,clicks\nNord,15\n"))
      #expect(shell.answer(to: "x").contains("error K0301"))
      let script = try Child(
        .kepi, [".", "-c", "clicks by store"], in: folder.path, input: "",
        environment: environment, readsOutput: true)
      #expect(script.readAll()[0].hasPrefix("store  clicks\n"))
    }

    @Test(arguments: [
      ["XDG_STATE_HOME": "/proc/none", "XDG_CONFIG_HOME": "/proc/none"],
      ["XDG_STATE_HOME": "", "XDG_CONFIG_HOME": "", "HOME": ""],
      ["XDG_STATE_HOME": "", "XDG_CONFIG_HOME": "", "HOME": "/proc"],
    ])
    func `it works where nothing can be kept`(_ environment: [String: String]) throws {
      let shell = try TerminalSession(["."], in: .withTwoStores(), environment: environment)
      _ = shell.answer(to: "clicks by store")
      shell.type("cl")
      shell.expect("kepi> clicks by store")
      shell.type(Key.right + Key.enter)
      shell.expect("days\nkepi>")
      #expect(shell.answer(to: "show history").contains("  clicks by store"))
    }

    @Test(arguments: TypingTests.Terminal.all)
    func `Ctrl-C stops a load, and the session goes on`(
      _ terminal: TypingTests.Terminal
    ) throws {
      let folder = try TemporaryFolder.withManyProducts(times: 3000)
      try folder.write("", to: "workspace.kepi")
      let shell = try terminal.open([], in: folder)
      shell.type("载入 \"ads-*.csv\"" + Key.enter)
      shell.expect(containing: " of 3000: ads-")
      shell.type(Key.interrupt)
      shell.expect(containing: "error K0903: stopped")
      shell.expect("\nkepi>")
      #expect(shell.answer(to: "显示 loads").contains("(no lines)"))
      shell.type(Key.end)
      #expect(shell.ending() == .exited(0))
    }

    @Test(arguments: TypingTests.Terminal.all)
    func `a load says how far it is inside one file, how fast and how long it takes`(
      _ terminal: TypingTests.Terminal
    ) throws {
      let folder = try TemporaryFolder()
      try folder.write("", to: "workspace.kepi")
      let rows = (0..<100_000).map { "2026-09-21,EUR,夏季促销,A,S\($0),B,9,1,1.00,2.00,1,1" }
      let text = TemporaryFolder.ads(rows)
      let again = String(repeating: rows.joined(separator: "\n") + "\n", count: 24)
      try folder.write(text + again, to: "广告.csv")
      let shell = try terminal.open([], in: folder)
      shell.type("载入 \"广告.csv\"" + Key.enter)
      shell.expect(containing: "reading 1 of 1: 广告.csv")
      // Nothing is promised in the first second.
      shell.signal(SIGSTOP)
      usleep(1_200_000)
      shell.signal(SIGCONT)
      shell.expect(containing: " left")
      let line = shell.text.split(separator: "\n").last { $0.contains("reading") } ?? ""
      let parts = line.split(separator: ", ").map(String.init)
      try #require(parts.count == 4, "\(line)")
      #expect(parts[1].hasSuffix(" %") && parts[2].hasSuffix("B/s") && parts[3].hasPrefix("about "))
      // It goes without a trace.
      shell.expect("\nkepi>")
      #expect(!shell.text.contains("reading"))
      #expect(shell.answer(to: "显示 loads").contains("广告.csv"))
    }

    @Test func `a load that was stopped at the start leaves a shell`() throws {
      let folder = try TemporaryFolder.withManyProducts(times: 3000)
      let shell = try TerminalSession(["."], in: folder, waits: false)
      shell.expect(containing: " of 3000: ")
      shell.type(Key.interrupt)
      shell.expect(containing: "error K0903: stopped")
      shell.expect("\nkepi>")
      #expect(shell.answer(to: "help").contains("Topics:"))
    }

    @Test(arguments: TypingTests.Terminal.all)
    func `a second Ctrl-C explains how to leave`(_ terminal: TypingTests.Terminal) throws {
      let shell = try terminal.open(in: .withTwoStores())
      shell.type(Key.interrupt)
      shell.expect("kepi> ^C\nkepi>")
      shell.type(Key.interrupt)
      shell.expect("kepi> ^C\nTo leave:   Ctrl-D or quit\nkepi>")
      // Said once.
      shell.type(Key.interrupt)
      shell.expect("quit\nkepi> ^C\nkepi>")
      #expect(shell.answer(to: "clicks").contains("18"))
    }
  }
}
