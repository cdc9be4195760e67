// Help on messages about signs and grammar: K01 and K02.

extension HelpText {
  static let signPages: [HelpPage] = [
    HelpPage(
      "K0101", "a sign that means nothing",
      """
      The language has no such sign here. A currency stands behind its amount as a code,
      and a percent sign right behind its number.
      """,
      wrong: "ad_spend by currency having ad_spend > $50",
      right: ["ad_spend by currency having ad_spend > 50 USD"]),
    HelpPage(
      "K0102", "words without a space between them",
      """
      Chinese words run together read as one name. Kepi does not guess where one ends,
      since names may hold the same signs. The line with spaces is offered.
      """,
      wrong: "广告花费按币种", right: ["广告花费 按 币种"]),
    HelpPage(
      "K0103", "a quote that is not closed",
      """
      Text stands between two double quotes on one line, an unusual name between two
      backquotes. Without the second, where the text ends is a guess.
      """,
      wrong: "units where site = \"DE", right: ["units where site = \"DE\""]),
    HelpPage(
      "K0104", "a number that is not written so",
      """
      A number begins with a digit, has a dot before its decimals and at most 18 digits,
      with _ between thousands if you like: 120_000.50.
      """,
      wrong: "ctr by site having ctr > .001", right: ["ctr by site having ctr > 0.001"]),
    HelpPage(
      "K0201", "no statement begins so",
      """
      A statement is a question, a definition or a command. A question begins with what
      to show.
      """,
      wrong: "by store", right: ["units by store"]),
    HelpPage(
      "K0202", "something is missing",
      """
      The statement ends, or goes on, where a part of it should stand.
      """,
      wrong: "units by", right: ["units by store"]),
    HelpPage(
      "K0203", "something is too much",
      """
      A word stands where nothing can. Often a comma or a clause word is missing before
      it.
      """,
      wrong: "units clicks by store", right: ["units, clicks by store"]),
    HelpPage(
      "K0204", "a bracket that is not closed",
      """
      Each ( [ and { needs its other half. Kepi does not guess where it should stand,
      since the condition would reach to another word.
      """,
      wrong: "units where site in (\"DE\", \"FR\"", right: ["units where site in (\"DE\", \"FR\")"]),
    HelpPage(
      "K0205", "a clause written twice",
      """
      Each clause stands once. Names go behind one `by` with commas, conditions behind
      one `where` with `and`.
      """,
      wrong: "units by store by site", right: ["units by store, site"]),
    HelpPage(
      "K0206", "another language",
      """
      It reads like SQL or another language. There is no select, no from and no group by:
      a metric knows its table, and `by` groups. The line as Kepi writes it is offered.
      """,
      wrong: "select units from order_lines group by store", right: ["units by store"]),
    HelpPage(
      "K0207", "a property that is not known",
      """
      The block behind a definition takes certain properties only, each in its own form.
      """,
      wrong: "metric x = clicks { lable: \"X\" }", right: ["metric x = clicks { label: \"X\" }"]),
    HelpPage(
      "K0208", "two period changes in one bracket",
      """
      One bracket moves or widens the period once. With two of them, which comes first
      would decide the number. Brackets in a row are read from left to right.
      """,
      wrong: "clicks[previous, rolling 7 days] by week",
      right: ["clicks[rolling 7 days][previous] by week over last 4 weeks"]),
    HelpPage(
      "K0209", "a part that belongs elsewhere",
      """
      Rules stand in the block of a source, columns in that of a kind. What must hold for
      a metric is the work of a check.
      """,
      wrong: "metric x = clicks { require clicks >= 0 }", right: ["check clicks >= 0 by site"]),
    HelpPage(
      "K0212", "top ranks by a number",
      """
      Behind `top 5 by` stands what to rank by. To say what is ranked, group by it, or
      write its name right behind the count.
      """,
      wrong: "units top 5 by sku", right: ["units by sku top 5 by units"]),
    HelpPage(
      "K0213", "a name that is not grouped by",
      """
      `top` and `per` rank the values of names behind `by`, and this is none of them.
      """,
      wrong: "units by sku top 3 sku per store by units",
      right: ["units by store, sku top 3 sku per store by units"]),
    HelpPage(
      "K0214", "not a currency",
      """
      `in` with a bracket lists values; without one it names a currency to convert to.
      """,
      wrong: "units where site in DE", right: ["units where site in (\"DE\")"]),
    HelpPage(
      "K0215", "others without top",
      """
      The others are the groups that `top` leaves out. Without it none are.
      """,
      wrong: "units by sku with others", right: ["units by sku top 5 by units with others"]),
    HelpPage(
      "K0299", "not in this version",
      """
      The statement is part of the language, and this version cannot run it yet. Nothing
      is computed, rather than something near it.
      """,
      wrong: "why units by store over last week vs previous",
      right: ["units by store over last week vs previous"]),
  ]
}
