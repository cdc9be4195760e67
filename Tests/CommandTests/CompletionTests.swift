import Testing

extension CommandTests {
  /// What Tab does at the prompt. To add a case, add a row.
  struct CompletionTests {
    struct Row: Sendable, CustomTestStringConvertible {
      let typed: String
      /// The line that Tab makes of it, without the prompt.
      let line: String
      /// What the menu begins with, by rows; none where there is no menu.
      var menu: [String] = []
      var testDescription: String { typed }
    }

    private static let rows = [
      Row(typed: "", line: "", menu: ["show", "describe", "help", "check", "ad_spend"]),
      Row(typed: "zzqx", line: "zzqx"),
      Row(typed: "des", line: "describe "),
      Row(typed: "clic", line: "clicks "),
      Row(
        typed: "ad_s", line: "ad_s",
        menu: ["ad_spend        Ad spend", "ad_sales        Ad-attributed sales"]),
      Row(typed: "ACO", line: "acos "),
      Row(typed: "clicks ", line: "clicks ", menu: ["by ", "where ", "over ", "vs ", "top "]),
      Row(typed: "clicks by ", line: "clicks by ", menu: ["store ", "site "]),
      Row(typed: "clicks by sto", line: "clicks by store "),
      Row(typed: "clicks by store w", line: "clicks by store w", menu: ["where ", "with "]),
      Row(typed: "clicks where site ", line: "clicks where site ", menu: ["=", "!=", "in ("]),
      Row(
        typed: "clicks where site = ", line: "clicks where site = ",
        menu: [#""DE"  2 rows"#, #""FR"  1 row"#]),
      Row(typed: #"clicks where site = "D"#, line: #"clicks where site = "DE" "#),
      Row(typed: #"clicks where site in ("F"#, line: #"clicks where site in ("FR" "#),
      Row(
        typed: #"clicks where site = "DE" "#, line: #"clicks where site = "DE" "#,
        menu: ["and ", "or ", "by "]),
      Row(typed: #"clicks where campaign = "夏"#, line: #"clicks where campaign = "夏季促销" "#),
      Row(typed: "clicks over ", line: "clicks over ", menu: ["last ", "this ", "past "]),
      Row(typed: "clicks over last 4 w", line: "clicks over last 4 weeks "),
      Row(typed: "clicks[", line: "clicks[", menu: ["over ", "all ", "only ", "previous "]),
      Row(typed: "clicks by store top 1 by impr", line: "clicks by store top 1 by impressions "),
      Row(typed: "点击量 按 店", line: "点击量 按 店铺 "),
      Row(typed: "点击量 ", line: "点击量 ", menu: ["按    by"]),
      Row(typed: "点击量 按 ", line: "点击量 按 ", menu: ["店铺      store", "站点      site"]),
      Row(typed: "load ", line: "load ", menu: [#""Nord/"#, #""Sud/"#]),
      Row(typed: #"load "N"#, line: #"load "Nord/"#),
      Row(typed: #"load "Nord/DE/"#, line: #"load "Nord/DE/ads.csv" "#),
      Row(typed: "set format ", line: "set format ", menu: ["table ", "csv ", "json "]),
      Row(typed: "show m", line: "show metrics "),
      Row(
        typed: "describe kind amazon_fba_ret", line: "describe kind amazon_fba_returns "),
    ]

    @Test func `Tab goes on`() throws {
      let shell = try TerminalSession(["."], in: .withTwoStores())
      for row in Self.rows {
        let before = shell.text
        shell.type(row.typed + Key.tab)
        if row.menu.isEmpty {
          // Blanks at the end of a row are not seen but by what follows them.
          shell.type("|")
          shell.expect("\nkepi> \(row.line)|")
        } else {
          let place = shell.text.count
          let first = row.menu.map { "\n  " + $0 }
          shell.expect(containing: "kepi> \(row.line)".withoutBlanksAtEnd + first[0])
          // The rest of the menu may come a little later than its first line.
          func menu(in text: String) -> Substring {
            text.dropFirst(max(0, place - row.line.count - 8))
          }
          shell.waitUntil { text in first.allSatisfy { menu(in: text).contains($0) } }
          for line in first { #expect(menu(in: shell.text).contains(line), "\(row.typed)") }
          // The menu goes with the next key.
          shell.type("|")
          shell.expect("\nkepi> \(row.line)|")
        }
        shell.type("\u{15}" + Key.backspace)
        shell.expect("\nkepi>")
        #expect(shell.text == before)
      }
    }

    @Test func `the menu makes room on the last row`() throws {
      let shell = try TerminalSession(["."], in: .withTwoStores(), rows: 10)
      for _ in 0..<6 { shell.type(Key.enter) }
      shell.expect(String(repeating: "\nkepi>", count: 7))
      let before = shell.text
      shell.type("clicks by " + Key.tab)
      shell.expect(containing: "kepi> clicks by\n  store ")
      shell.expect("more")
      shell.type("si" + Key.tab + Key.enter)
      shell.expect(containing: before + " clicks by site\nsite  clicks\n")
    }
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
