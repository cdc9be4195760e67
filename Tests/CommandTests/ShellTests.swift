import Glibc
import Testing

extension CommandTests {
  /// The shell under a pseudo-terminal.
  struct ShellTests {
    @Test func `Ctrl-D on an empty line leaves`() throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(state: folder.path)
      shell.expect(containing: "Kepi 0.1.0")
      shell.expect(TerminalSession.prompt.trimmed)
      #expect(!shell.isTerminalCooked)
      shell.type(Key.end)
      #expect(shell.ending() == .exited(0))
      #expect(shell.isTerminalCooked)
    }

    @Test(arguments: ["quit", "exit", "退出"])
    func `a word leaves`(_ word: String) throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(state: folder.path)
      shell.expect(TerminalSession.prompt.trimmed)
      shell.type(word + Key.enter)
      #expect(shell.ending() == .exited(0))
    }

    @Test func `Chinese is typed, corrected and kept`() throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(state: folder.path)
      shell.expect(TerminalSession.prompt.trimmed)
      shell.type("销售额 按 店铺，x")
      shell.expect("kepi> 销售额 按 店铺，x")
      shell.type(Key.backspace + Key.left + Key.backspace)
      shell.expect("kepi> 销售额 按 店，")
      shell.type(Key.enter)
      shell.expect("kepi> 销售额 按 店，\nkepi>")
      shell.type(Key.up)
      shell.expect("kepi> 销售额 按 店，\nkepi> 销售额 按 店，")
      #expect(folder.contents(of: "kepi/history") == "{\"text\":\"销售额 按 店，\"}\n")
    }

    @Test func `history survives, rows and all, even a damaged line`() throws {
      let folder = try TemporaryFolder()
      let first = try TerminalSession(state: folder.path)
      first.expect(TerminalSession.prompt.trimmed)
      first.type("revenue" + Key.altEnter + "by store" + Key.enter)
      first.expect("by store\nkepi>")
      first.type(" secret" + Key.enter)
      first.expect(" secret\nkepi>")
      first.type(Key.end)
      #expect(first.ending() == .exited(0))
      let kept = folder.contents(of: "kepi/history")
      #expect(kept == "{\"text\":\"revenue\\nby store\"}\n")

      folder.write("garbage\n{\"text\":\"cut off\n" + kept, to: "kepi/history")
      let second = try TerminalSession(state: folder.path)
      second.expect(TerminalSession.prompt.trimmed)
      second.type(Key.up)
      second.expect("kepi> revenue\nby store")
      // Up moves inside a text of several rows, and only then goes to what is older.
      second.type(Key.up + "X")
      second.expect("kepi> revenueX\nby store")
    }

    @Test func `Ctrl-C drops the line`() throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(state: folder.path)
      shell.expect(TerminalSession.prompt.trimmed)
      shell.type("half a question")
      shell.expect("half a question")
      shell.type(Key.interrupt)
      shell.expect("half a question^C\nkepi>")
      shell.type("next" + Key.enter)
      shell.expect("kepi> next\nkepi>")
      #expect(folder.contents(of: "kepi/history") == "{\"text\":\"next\"}\n")
    }

    @Test func `an empty Enter gives another prompt`() throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(state: folder.path)
      shell.expect(TerminalSession.prompt.trimmed)
      shell.type(Key.enter + Key.enter)
      shell.expect("kepi>\nkepi>\nkepi>")
    }

    @Test func `a paste waits for Enter`() throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(state: folder.path)
      shell.expect(TerminalSession.prompt.trimmed)
      shell.type(Key.pasted("revenue\r\u{7}by store\r"))
      shell.expect("kepi> revenue\nby store")
      shell.type(Key.enter)
      shell.expect("kepi> revenue\nby store\nkepi>")
      #expect(folder.contents(of: "kepi/history") == "{\"text\":\"revenue\\nby store\"}\n")
    }

    @Test func `a long paste comes whole`() throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(state: folder.path)
      shell.expect(TerminalSession.prompt.trimmed)
      let text = String(repeating: "店铺 ", count: 300) + "end"
      shell.type(Key.pasted(text))
      shell.expect("end")
      shell.type(Key.enter)
      shell.expect("end\nkepi>")
      #expect(folder.contents(of: "kepi/history") == "{\"text\":\"\(text)\"}\n")
    }

    @Test func `Tab without a way to go on changes nothing`() throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(state: folder.path)
      shell.expect(TerminalSession.prompt.trimmed)
      shell.type("zzqx" + Key.tab + "y")
      shell.expect("kepi> zzqxy")
    }

    @Test func `a long line wraps, before and after a resize`() throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(state: folder.path, columns: 20)
      shell.expect(TerminalSession.prompt.trimmed)
      shell.type("0123456789abc店铺")
      shell.expect("kepi> 0123456789abc\n店铺")
      shell.resize(rows: 24, columns: 60)
      shell.expect("kepi> 0123456789abc店铺")
      shell.type(Key.interrupt)
      shell.expect("kepi>")
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal ends it and puts the terminal back`(_ signal: Int32) throws {
      let folder = try TemporaryFolder()
      let shell = try TerminalSession(state: folder.path)
      shell.expect(TerminalSession.prompt.trimmed)
      shell.type("abc")
      shell.expect("abc")
      shell.signal(signal)
      #expect(shell.ending() == .killed(signal: signal))
      #expect(shell.isTerminalCooked)
    }

    @Test(arguments: [
      ["TERM": "dumb"], ["TERM": ""], ["LC_ALL": "C"],
      ["XDG_STATE_HOME": "/proc/none"], ["XDG_STATE_HOME": "", "HOME": ""],
    ])
    func `it does with less`(_ environment: [String: String]) throws {
      let shell = try TerminalSession(state: "", environment: environment)
      shell.expect(TerminalSession.prompt.trimmed)
      shell.type("店铺" + Key.enter)
      shell.expect("kepi> 店铺\nkepi>")
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

extension String {
  /// As the screen model gives it back: without blanks at the end of a row.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
