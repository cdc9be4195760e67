import Testing

extension CommandTests {
  /// What the shell does while a line is typed: colours, hints, menus, search, history. Narrow and
  /// wide, in a locale that knows Chinese and in one that does not.
  struct TypingTests {
    struct Terminal: Sendable, CustomTestStringConvertible {
      let columns: Int
      let locale: String
      var testDescription: String { "\(columns) columns, \(locale)" }

      static let all = [80, 200].flatMap { columns in
        ["C.UTF-8", "C"].map { Terminal(columns: columns, locale: $0) }
      }

      func open(
        _ arguments: [String] = ["."], in folder: TemporaryFolder, _ more: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
      ) throws -> TerminalSession {
        try TerminalSession(
          arguments, in: folder, columns: columns,
          environment: ["LC_ALL": locale].merging(more) { $1 }, sourceLocation: sourceLocation)
      }
    }

    @Test(arguments: Terminal.all)
    func `words are coloured by what they are`(_ terminal: Terminal) throws {
      let shell = try terminal.open(in: .withTwoStores())
      shell.type(#"点击量 按 店铺 其中 site = "DE" over last 4 weeks # 备注"#)
      shell.expect("# 备注")
      shell.expect(style: "1;34", of: "按")
      shell.expect(style: "1;34", of: "其中")
      shell.expect(style: "32", of: #""DE""#)
      shell.expect(style: "36", of: "4 weeks")
      shell.expect(style: "90", of: "# 备注")
      shell.expect(style: "", of: "点击量")
      // A clause alone is coloured as well.
      shell.type(Key.interrupt)
      shell.expect("^C\nkepi>")
      shell.type("over last week")
      shell.expect(style: "1;34", of: "last week")
    }

    @Test(arguments: Terminal.all)
    func `a grey hint goes on as an earlier line did`(_ terminal: Terminal) throws {
      let folder = try TemporaryFolder.withTwoStores()
      let shell = try terminal.open(in: folder)
      _ = shell.answer(to: "点击量 按 店铺")
      _ = shell.answer(to: "clicks by site")
      _ = shell.answer(to: "clicks by nonsense")
      shell.type("点")
      shell.expect("kepi> 点击量 按 店铺")
      #expect(shell.style(of: "击量 按 店铺") == "90")
      shell.type(Key.right)
      shell.expect(style: "", of: "店铺")
      shell.type(Key.backspace)
      shell.expect(style: "90", of: "铺")
      shell.type("\u{15}" + "cl")
      // What failed is nothing to repeat.
      shell.expect("kepi> clicks by site")
      shell.type(Key.endKey + " ")
      shell.expect(style: "1;34", of: "by site")
      shell.type(Key.enter)
      shell.expect(containing: "site  clicks\n")
      shell.expect("days\nkepi>")
      #expect(shell.folder.statements.last == "clicks by site")
      // Another workspace has its own.
      let other = try TemporaryFolder.withTwoStores()
      let second = try terminal.open(in: other, ["XDG_STATE_HOME": folder.state])
      second.type("cl")
      second.expect("kepi> cl")
      second.type("x")
      second.expect("kepi> clx")
    }

    @Test(arguments: Terminal.all)
    func `a menu of ten is walked through`(_ terminal: Terminal) throws {
      let shell = try terminal.open(in: .withTwoStores())
      shell.type("clicks by " + Key.tab)
      shell.expect(containing: "kepi> clicks by\n  store")
      shell.expect("more")
      let menu = shell.text.split(separator: "\n").suffix(11)
      #expect(menu.count == 11 && menu.dropLast().allSatisfy { $0.hasPrefix("  ") })
      // Tab and the arrow choose, Enter takes.
      shell.type(Key.tab)
      shell.expect(containing: "\n> store ")
      shell.type(Key.down)
      shell.expect(containing: "\n> site ")
      shell.type(Key.up + Key.up)
      shell.expect("more")
      shell.type(Key.tab + Key.tab)
      shell.expect(containing: "\n> site ")
      shell.type(Key.enter)
      shell.expect("kepi> clicks by site")
      shell.type(Key.enter)
      shell.expect(containing: "site  clicks\n")
      shell.expect("days\nkepi>")
      // Escape leaves the line as it was.
      shell.type("点击量 按 " + Key.tab)
      shell.expect(containing: "kepi> 点击量 按\n  店铺      store")
      shell.type(Key.tab)
      shell.expect(containing: "\n> 店铺      store")
      shell.type(Key.escape)
      shell.expect("kepi> 点击量 按")
      // With nothing chosen Enter runs the line, and Ctrl-C drops it.
      shell.type("店铺 " + Key.tab)
      shell.expect(containing: "kepi> 点击量 按 店铺\n  ")
      shell.type(Key.interrupt)
      shell.expect("kepi> 点击量 按 店铺 ^C\nkepi>")
    }

    @Test func `the menu is marked without colours, and drawn anew in another size`() throws {
      let terminal = Terminal(columns: 80, locale: "C.UTF-8")
      let shell = try terminal.open(in: .withTwoStores(), ["NO_COLOR": "1"])
      shell.type("clicks by " + Key.tab + Key.tab)
      shell.expect(containing: "\n> store ")
      #expect(shell.style(of: "> store") == "")
      shell.resize(rows: 24, columns: 60)
      shell.expect(containing: "\n> store ")
      shell.type(Key.enter)
      shell.expect("kepi> clicks by store")
      #expect(shell.style(of: "by store") == "")
    }

    @Test(arguments: Terminal.all)
    func `Ctrl-R finds Chinese`(_ terminal: Terminal) throws {
      let shell = try terminal.open(in: .withTwoStores())
      _ = shell.answer(to: "点击量 按 店铺")
      _ = shell.answer(to: "点击量 按 站点")
      _ = shell.answer(to: "clicks")
      shell.type(Key.search + "按")
      shell.expect(containing: "search: 按\n> 点击量 按 站点  ")
      shell.type(Key.search)
      shell.expect(containing: "\n> 点击量 按 店铺  ")
      shell.type(Key.backspace + "店")
      shell.expect(containing: "search: 店\n> 点击量 按 店铺  ")
      shell.type(Key.enter)
      shell.expect("kepi> 点击量 按 店铺")
      shell.type(Key.enter)
      shell.expect(containing: "kepi> 点击量 按 店铺\n店铺  点击量\n")
      shell.expect("days\nkepi>")
      shell.type("x" + Key.search + "zz")
      shell.expect("nothing found")
      shell.type(Key.escape)
      shell.expect("kepi> x")
    }

    @Test(arguments: Terminal.all)
    func `history says when, how it ended and how long it took`(_ terminal: Terminal) throws {
      let shell = try terminal.open(in: .withTwoStores())
      _ = shell.answer(to: "clicks by store")
      _ = shell.answer(to: "clicks by stroe")
      _ = shell.answer(to: "check clicks > 100")
      let listed = shell.answer(to: "show history").split(separator: "\n").dropFirst(2)
      let rows = listed.map { $0.split(separator: " ", omittingEmptySubsequences: true) }
      #expect(rows.count == 4)
      #expect(rows[0][0].hasPrefix("20") && rows[0][1].contains(":"))
      #expect(listed[2].contains(" ok ") && listed[2].hasSuffix("  clicks by store"))
      #expect(listed[3].contains(" error ") && listed[3].hasSuffix("  clicks by stroe"))
      #expect(listed[4].contains(" check failed ") && listed[2].contains(" ms "))
      #expect(shell.answer(to: "show history like \"*stroe\"").split(separator: "\n").count == 3)
    }

    @Test func `two shells keep one history, whatever stands in the file`() throws {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write("\u{0}\u{1}garbage\n{\"text\":\"cut o", to: ".state/kepi/history")
      let first = try TerminalSession(["."], in: folder)
      let second = try TerminalSession(["."], in: folder)
      _ = first.answer(to: "clicks by store")
      _ = second.answer(to: "clicks by site")
      _ = first.answer(to: "clicks")
      #expect(folder.statements == ["clicks by store", "clicks by site", "clicks"])
      let third = try TerminalSession(["."], in: folder)
      third.type(Key.up + Key.up)
      third.expect("kepi> clicks by site")
    }

    @Test(arguments: Terminal.all)
    func `a question is refined step by step, and back`(_ terminal: Terminal) throws {
      let shell = try terminal.open(in: .withTwoStores())
      _ = shell.answer(to: "点击量 按 店铺")
      #expect(
        shell.answer(to: #"其中 site = "DE""#).hasPrefix("店铺  点击量\n----  ------\nNord      15\n\n"))
      #expect(shell.answer(to: "依 campaign").contains("夏季促销"))
      #expect(
        shell.answer(to: "undo").hasPrefix(
          "点击量 按 店铺 其中 site = \"DE\"\n店铺  点击量\n----  ------\nNord      15\n\n"))
      #expect(shell.answer(to: "撤销").contains("\nSud        3\n"))
      #expect(shell.answer(to: "undo").contains("K0906"))
      // What stands now is what the next line changes.
      #expect(shell.answer(to: #"where site = "FR""#).contains("\nSud        3\n"))
    }

    @Test(arguments: Terminal.all)
    func `a paste of several rows waits, and colours do not move the cursor`(
      _ terminal: Terminal
    ) throws {
      let shell = try terminal.open(in: .withTwoStores())
      shell.type(Key.pasted("点击量\r按 店铺\r"))
      shell.expect("kepi> 点击量\n按 店铺")
      shell.type(Key.up + "，acos")
      shell.expect("kepi> 点击量，acos\n按 店铺")
      shell.type(Key.left + Key.backspace + "c")
      shell.expect("kepi> 点击量，accs\n按 店铺")
      shell.type(Key.backspace + "o" + Key.down + Key.endKey + Key.enter)
      shell.expect(containing: "kepi> 点击量，acos\n按 店铺\n店铺  点击量    acos\n")
    }

    @Test(arguments: Terminal.all)
    func `a question takes several rows of one buffer`(_ terminal: Terminal) throws {
      let shell = try terminal.open(in: .withTwoStores())
      shell.type("点击量，" + Key.enter)
      shell.expect("kepi> 点击量，")
      shell.type("acos 按 店铺")
      shell.expect("kepi> 点击量，\nacos 按 店铺")
      shell.type(Key.enter)
      shell.expect(containing: "kepi> 点击量，\nacos 按 店铺\n店铺  点击量    acos\n")
      shell.expect("days\nkepi>")
      #expect(shell.folder.statements == ["点击量，\\nacos 按 店铺"])
      shell.type(Key.up)
      shell.expect("days\nkepi> 点击量，\nacos 按 店铺")
    }

    @Test(arguments: Terminal.all)
    func `dimensions that do not fit the metrics are not offered`(_ terminal: Terminal) throws {
      let shell = try terminal.open(in: .withTwoStores())
      shell.type("点击量 by s" + Key.tab)
      shell.expect(containing: "store")
      shell.expect(containing: "sku")
      // Ads know neither.
      #expect(!shell.text.contains("search_term") && !shell.text.contains("sales_channel"))
    }

    struct Offer: Sendable {
      let typed: String
      let rows: [String]
    }

    static let offers = [
      Offer(typed: "clicks by ", rows: ["store", "Store"]),
      Offer(typed: "ad_spen", rows: ["ad_spend"]),
      Offer(typed: "ad_s", rows: ["ad_spend", "Ad spend, money"]),
      Offer(typed: "点击", rows: ["点击量", "点击率"]),
      Offer(typed: "clicks by store ", rows: ["where", "over"]),
      Offer(typed: "点击量 按 店铺 ", rows: ["其中", "期间"]),
      Offer(typed: "clicks where store = ", rows: ["\"Nord\"", "2 rows"]),
      Offer(typed: "点击量 按 ", rows: ["店铺"]),
      Offer(typed: "clicks where campaign = ", rows: ["\"夏季促销\"", "1 row"]),
      Offer(typed: "clicks over ", rows: ["last", "上"]),
      Offer(typed: "点击量 期间 ", rows: ["上", "last"]),
      Offer(typed: "set ", rows: ["pager", "timing"]),
      Offer(typed: "set pager o", rows: ["on", "off"]),
      Offer(typed: "last as ", rows: ["csv", "form"]),
      Offer(typed: "上次 ", rows: ["作为"]),
      Offer(typed: "help s", rows: ["shell keys", "按键"]),
      Offer(typed: "show h", rows: ["show history"]),
      Offer(typed: "weekly", rows: ["weekly_ads"]),
      Offer(typed: "ad_spend in ", rows: ["EUR", "currency"]),
      Offer(typed: "load \"", rows: ["Nord/", "Sud/"]),
    ]

    @Test(arguments: Terminal.all)
    func `each position offers what fits`(_ terminal: Terminal) throws {
      let folder = try TemporaryFolder.withTwoStores()
      try folder.write(
        "load \"{store}/{site}\"\nreport weekly_ads = clicks by store\n", to: "workspace.kepi")
      for offer in Self.offers {
        let shell = try terminal.open(in: folder)
        shell.type(offer.typed + Key.tab)
        for part in offer.rows { shell.expect(containing: part) }
      }
    }

    @Test(arguments: Terminal.all)
    func `without colours the hint stands in parentheses`(_ terminal: Terminal) throws {
      let shell = try terminal.open(in: .withTwoStores(), ["NO_COLOR": "1"])
      _ = shell.answer(to: "点击量 按 店铺")
      shell.type("点")
      shell.expect("kepi> 点   (-> 点击量 按 店铺)")
      shell.type("击")
      shell.expect("kepi> 点击   (-> 点击量 按 店铺)")
      shell.type(Key.right)
      shell.expect("kepi> 点击量 按 店铺")
      #expect(shell.style(of: "按 店铺") == "")
      shell.type(Key.enter)
      shell.expect(containing: "\nkepi> 点击量 按 店铺\n店铺  点击量\n")
    }
  }
}
