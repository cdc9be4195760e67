// Screens as the shell shows them, kept in grammar/screens.md. UPDATE_GOLDEN=1 records them anew and
// then fails.
import FoundationEssentials
import Testing

extension CommandTests {
  struct ScreenTests {
    private static let path = #filePath.dropLastComponents(3) + "/grammar/screens.md"

    @Test func `the captured screens are what the shell shows`() throws {
      let page = try Self.page()
      let kept = (try? Data(contentsOf: URL(filePath: Self.path))).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard kept != page else { return }
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try Data(page.utf8).write(to: URL(filePath: Self.path))
        Issue.record("grammar/screens.md was recorded")
      } else {
        #expect(kept == page)
      }
    }

    /// A row of the terminal is a row of the page. `⏎` and `⇥` are keys, and not shown by a terminal.
    private static func page() throws -> String {
      var text = """
        # Screens

        What the shell shows on a terminal of 80 columns. A test types the keys under a
        pseudo-terminal, reads the cells of the screen, and compares them with this page.

        """
      func add(_ title: String, _ keys: String, _ screen: String) {
        text += "\n## \(title)\n\n\(keys)\n\n```text\n\(screen)\n```\n"
      }

      let shell = try TerminalSession(["."], in: .withTwelveWeeks(), rows: 40, columns: 80)
      add("The first start", "`kepi .` in a folder with two stores.", shell.text)

      var before = shell.text.count
      func shown() -> String {
        let new = String(shell.text.dropFirst(before))
        return "kepi>" + (new.hasSuffix("\nkepi>") ? String(new.dropLast(6)) : new)
      }
      shell.type("clicks where campaign = " + Key.tab + Key.tab)
      shell.expect(containing: "\n> \"")
      // The last row of the menu: the first ends alike.
      shell.expect("\"夏季促销\"  84 rows")
      add(
        "A completion menu with values",
        "Tab offers the values with their rows, the second Tab goes to the first; Enter takes it, "
          + "Escape leaves.", shown())
      shell.type(Key.escape)
      shell.expect("kepi> clicks where campaign =")
      shell.type(Key.interrupt)
      shell.expect("^C\nkepi>")

      func ask(_ title: String, _ about: String, _ question: String) {
        before = shell.text.count
        _ = shell.answer(to: question)
        add(title, about, shown())
      }
      ask(
        "An error with its caret under Chinese text",
        "The caret stands below the word, whose signs take two cells each.",
        "点击量，广告销售额 按 店普 期间 上 4 周")
      ask(
        "A table with its course beside it",
        "One short line for each store, on its first line, where there is room.",
        "clicks by store, week over last 4 weeks")
      ask(
        "A change", "On a terminal with colours it is green or red.",
        "clicks, acos by store over last week vs previous")
      ask("A chart over time", "The last answer, or that of a question.", "chart clicks by week")
      ask("A chart by group", "Each bar as long as its number.", "chart clicks by campaign, store")
      ask(
        "A check that fails", "The groups that fail, with the parts of their ratios.",
        "check acos <= 35% by store over last week")
      return text
    }
  }
}

extension String {
  fileprivate func dropLastComponents(_ count: Int) -> String {
    var text = self
    for _ in 0..<count {
      guard let slash = text.lastIndex(of: "/") else { break }
      text = String(text[..<slash])
    }
    return text
  }
}
