// Help on messages about signs and grammar: K01 and K02.

extension HelpText {
  static let signPages: [HelpPage] = [
    HelpPage(
      "K0101", "a sign that means nothing", zh: "没有意义的符号",
      """
      The language has no such sign here. A currency stands behind its amount as a
      code, and a percent sign right behind its number.
      """,
      zh: """
        这里没有这样的符号。币种用代码写在金额后面，百分号紧跟在数字后面。
        """,
      wrong: "ad_spend by currency having ad_spend > $50",
      right: ["ad_spend by currency having ad_spend > 50 USD"]),
    HelpPage(
      "K0102", "words without a space between them", zh: "词与词之间没有空格",
      """
      Chinese words run together read as one name. Kepi does not guess where one ends,
      since names may hold the same signs. The line with spaces is offered.
      """,
      zh: """
        连写的中文会被当成一个名称。名称里也可能有同样的字，从哪里断开只能猜，
        Kepi 不猜，而是给出加好空格的一行。
        """,
      wrong: "广告花费按币种", right: ["广告花费 按 币种"]),
    HelpPage(
      "K0103", "a quote that is not closed", zh: "引号没有关上",
      """
      Text stands between two double quotes on one line, an unusual name between two
      backquotes. Without the second, where the text ends is a guess.
      """,
      zh: """
        文本写在同一行的两个双引号之间，特殊的名称写在两个反引号之间。少了后一个，
        文本到哪里结束就只能猜。
        """,
      wrong: "units where site = \"DE", right: ["units where site = \"DE\""]),
    HelpPage(
      "K0104", "a number that is not written so", zh: "数字不是这样写的",
      """
      A number begins with a digit, has a dot before its decimals and at most 18
      digits, with _ between thousands if you like: 120_000.50.
      """,
      zh: """
        数字以数字开头，小数点用 `.`，最多 18 位；千位之间可以用 _ 隔开：120_000.50。
        """,
      wrong: "ctr by site having ctr > .001", right: ["ctr by site having ctr > 0.001"]),
    HelpPage(
      "K0201", "no statement begins so", zh: "没有语句这样开头",
      """
      A statement is a question, a definition or a command. A question begins with
      what to show; how to split it comes after.
      """,
      zh: """
        语句是查询、定义或命令。查询先写要看什么，再写怎么看。
        """,
      wrong: "by store", right: ["units by store"]),
    HelpPage(
      "K0202", "something is missing", zh: "少了一部分",
      """
      The statement ends, or goes on, where a part of it should stand.
      """,
      zh: """
        该写某一部分的地方，语句却结束了，或者接着写了别的。
        """,
      wrong: "units by", right: ["units by store"]),
    HelpPage(
      "K0203", "something is too much", zh: "多了一部分",
      """
      A word stands where nothing can. Often a comma or a clause word is missing
      before it.
      """,
      zh: """
        这里放不下这个词。多半是前面少了逗号或子句的关键字。
        """,
      wrong: "units clicks by store", right: ["units, clicks by store"]),
    HelpPage(
      "K0204", "a bracket that is not closed", zh: "括号没有关上",
      """
      Each ( [ and { needs its other half. Kepi does not guess where it should stand,
      since a condition would reach further or less far with it.
      """,
      zh: """
        ( [ { 都要成对。Kepi 不猜另一半在哪里，因为放的位置不同，条件管到的范围也不同。
        """,
      wrong: "units where site in (\"DE\", \"FR\"", right: ["units where site in (\"DE\", \"FR\")"]),
    HelpPage(
      "K0205", "a clause written twice", zh: "子句写了两次",
      """
      Each clause stands once. Names go behind one `by` with commas, conditions behind
      one `where` with `and`.
      """,
      zh: """
        每个子句只写一次。几个名称写在同一个 `按` 后面，用逗号隔开；
        几个条件写在同一个 `其中` 后面，用 `且` 连接。
        """,
      wrong: "units by store by site", right: ["units by store, site"]),
    HelpPage(
      "K0206", "another language", zh: "别的语言",
      """
      It reads like SQL or another language. There is no select, no from and no group
      by: a metric knows its table, and `by` groups. The line as Kepi writes it is
      offered.
      """,
      zh: """
        这像是 SQL 或别的语言。这里没有 select、from 和 group by：指标知道自己的表，
        分组用 `按`。消息里给出 Kepi 的写法。
        """,
      wrong: "select units from order_lines group by store", right: ["units by store"]),
    HelpPage(
      "K0207", "a property that is not known", zh: "没有这个属性",
      """
      The braces behind a definition take certain properties only, each in its own
      form. A misspelt one would look as if it worked.
      """,
      zh: """
        定义的花括号里只能写固定的几种属性，各有各的写法。不认得的词若放过去，
        就会像是写了却不起作用。
        """,
      wrong: "metric x = clicks { lable: \"X\" }", right: ["metric x = clicks { label: \"X\" }"]),
    HelpPage(
      "K0208", "two period changes in one bracket", zh: "一个方括号里改了两次时段",
      """
      One bracket moves or widens the period once. With two of them, which comes first
      would decide the number. Brackets in a row are read from left to right.
      """,
      zh: """
        一个方括号只能移动或拉长一次时段：有两个的话，谁先谁后会影响数值。
        连写几个方括号时，从左往右读。
        """,
      wrong: "clicks[previous, rolling 7 days] by week",
      right: ["clicks[rolling 7 days][previous] by week over last 4 weeks"]),
    HelpPage(
      "K0209", "a part that belongs elsewhere", zh: "放错了地方",
      """
      Rules stand in the block of a source, columns in that of a kind. What must hold
      for a metric is the work of a check.
      """,
      zh: """
        规则写在数据源的花括号里，列写在报告类型的花括号里。指标必须满足什么，
        用 `检查` 来写。
        """,
      wrong: "metric x = clicks { require clicks >= 0 }", right: ["check clicks >= 0 by site"]),
    HelpPage(
      "K0212", "top ranks by a number", zh: "排名要依数值",
      """
      Behind `top 5 by` stands what to rank by. To say what is ranked, group by it, or
      write its name right behind the count.
      """,
      zh: """
        `前 5 依` 后面写用来排名的数值。要说明给谁排名，就按它分组，
        或把名称写在个数后面。
        """,
      wrong: "units top 5 by sku", right: ["units by sku top 5 by units"]),
    HelpPage(
      "K0213", "a name that is not grouped by", zh: "没有按它分组",
      """
      `top` and `per` rank the values of names behind `by`, and this is none of them.
      """,
      zh: """
        `前` 和 `每` 给 `按` 后面的名称排名，这个名称不在其中。
        """,
      wrong: "units by sku top 3 sku per store by units",
      right: ["units by store, sku top 3 sku per store by units"]),
    HelpPage(
      "K0214", "not a currency", zh: "不是币种",
      """
      `in` with a bracket lists values; without one it names a currency to convert to.
      """,
      zh: """
        `属于` 加括号列出几个值；`折算` 后面写要换成的币种。英文都是 in：有括号是列值，
        没有括号是币种。
        """,
      wrong: "units where site in DE", right: ["units where site in (\"DE\")"]),
    HelpPage(
      "K0215", "others without top", zh: "没有“前”就没有“其他”",
      """
      The others are the groups that `top` leaves out. Without it none are.
      """,
      zh: """
        “其他”是 `前` 没有留下的组。没有 `前` 或 `后`，所有组都会显示，就没有其他。
        """,
      wrong: "units by sku with others", right: ["units by sku top 5 by units with others"]),
    HelpPage(
      "K0299", "not in this version", zh: "这个版本还不行",
      """
      The word begins a statement that a later version will have, or the first line
      names a language that is newer than this program. Nothing is computed, rather
      than something near it.
      """,
      zh: """
        这个词留给以后版本的语句，或者第一行写的语言版本比本程序新。
        Kepi 不会拿相近的东西来充数，所以什么都没有算。
        """,
      wrong: "scorecard units by store over last week",
      right: ["units by store over last week"]),
  ]
}
