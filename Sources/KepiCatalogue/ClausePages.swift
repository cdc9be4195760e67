// Help on the clauses of a question and on what stands in them.

extension HelpText {
  static let clausePages: [HelpPage] = [
    HelpPage(
      "question", "numbers first, then clauses",
      """
      A question names one or more metrics and goes on with clauses, each with its own
      word: by, where, having, over, as of, vs, fill, top, with, sort, limit. Their order
      does not matter. `as` gives a column a name of its own.
      """,
      right: [
        "acos by store over last 4 weeks",
        "clicks / impressions as rate by site over 2026-09",
      ]),
    HelpPage(
      "by", "one line for each value",
      """
      `by` splits the answer: by dimensions (show dimensions), by units of time (day,
      week, month, quarter, year) or by weekday. Every line is computed from its own
      rows; ratios are never averaged.
      """,
      right: ["units by store", "clicks by week, site over last 4 weeks"]),
    HelpPage(
      "where", "which rows count",
      """
      `where` chooses rows before anything is added up. Text stands in double quotes and
      is case-sensitive; `like` takes * for any letters. A row whose value is missing is
      kept by != and by not; `is not missing` leaves it out.
      """,
      right: [
        "clicks where site in (\"DE\", \"FR\")",
        "units by sku where store = \"Nord\" and not sku like \"*-B\"",
      ]),
    HelpPage(
      "having", "which lines are shown",
      """
      `having` chooses lines of the finished answer by their numbers. Totals and others
      are computed as if it were not there.
      """,
      right: ["clicks, ctr by campaign over last 4 weeks having clicks > 50"]),
    HelpPage(
      "over", "which days",
      """
      `last 4 weeks` are the four newest whole weeks that are loaded, `past 28 days` the
      28 days up to the newest one, `this month` the month so far. Both ends of a written
      period are included. The answer prints the dates it took.
      """,
      right: [
        "clicks by site over last 4 weeks",
        "clicks over 2026-07 to 2026-09",
        "clicks over since 2026-09-01",
      ]),
    HelpPage(
      "as of", "the day that relative periods hang on",
      """
      Without it, the as-of day is the newest day that every source of the question has.
      Written, it also hides all later rows, so an old answer can be had again.
      """,
      right: ["clicks by site over last 4 weeks as of 2026-08-31"]),
    HelpPage(
      "vs", "another period beside it",
      """
      `vs` adds, for each number, what it was then, the change and the change in percent.
      `previous` is the period just before. An unfinished period is compared with the
      same part of the earlier one.
      """,
      right: [
        "clicks by site over last week vs previous",
        "clicks by site over last week vs 4 weeks ago",
      ]),
    HelpPage(
      "top", "the largest, or with bottom the smallest",
      """
      `top 5 by units` keeps the five best of the last name of `by`. Behind `by` stands
      what to rank by, a number. A name after the count says what is ranked, and `per`
      ranks anew inside each.
      """,
      right: [
        "units by sku top 5 by units",
        "units by store, sku top 3 sku per store by units with others",
      ]),
    HelpPage(
      "with", "others and totals",
      """
      `with others` adds one line for all groups that `top` leaves out. `with totals`
      adds lines for all groups together. Both are computed from rows: the total of a
      ratio is the ratio of the totals.
      """,
      right: [
        "units by sku top 5 by units with others",
        "ctr by store with totals",
      ]),
    HelpPage(
      "sort", "the order of lines",
      """
      Without it, lines go by time, and otherwise by the first number, largest first.
      `desc` is largest first, `asc` smallest first. Blank comes last either way.
      """,
      right: ["clicks, ctr by campaign sort by ctr desc"]),
    HelpPage(
      "limit", "how many lines are shown",
      """
      `limit` cuts the finished, sorted answer. For the best of something use top, which
      can show the others too.
      """,
      right: ["clicks by campaign sort by clicks desc limit 5"]),
    HelpPage(
      "fill", "days and groups without rows",
      """
      With a unit of time in `by`, every step of the period has its line: 0 where the
      files cover the day, blank where they do not. `fill none` leaves such lines out,
      `fill zero` and `fill blank` force one of the two.
      """,
      right: ["returned_units by day, store over last 2 weeks fill none"]),
    HelpPage(
      "brackets", "change one number only",
      """
      Brackets behind a metric change its rows or its period, and leave its neighbours
      alone: a condition or a segment keeps only those rows, `previous` and `4 weeks ago`
      ask about earlier, `all` ignores the groups, `over` fixes a period.
      """,
      right: [
        "clicks, clicks[site = \"DE\"] as german by store",
        "clicks / clicks[all] as share by site over 2026-09",
        "clicks, clicks[previous] as before over last week",
      ]),
    HelpPage(
      "units", "kinds of numbers, and money",
      """
      Numbers are money, counts, percentages, plain numbers or days. Percentages are
      fractions: write 25%. An amount is written with its currency behind it. Amounts of
      two currencies are never added: ask by currency or by site.
      """,
      right: [
        "ad_spend by currency over last week",
        "ad_spend by campaign, currency having ad_spend > 50 EUR",
      ]),
    HelpPage(
      "in", "convert to one currency",
      """
      `in EUR` converts each row at the rate of its day, or the last one before. With
      `at` and a day all rows take the rate of that day. The rates come from a file that
      fx names. `in` with a bracket lists values instead.
      """,
      right: ["ad_spend by store in EUR", "ad_spend by store in EUR at 2026-08-31"],
      isTried: false),
    HelpPage(
      "functions", "what can be done with columns and numbers",
      """
      Over rows: sum, count, count(distinct …), min, max, avg, median, rows(source),
      closing and opening for stock. In a row: lower, upper, trim, abs, round, coalesce,
      weekday, bucket. `if … then … else` chooses.
      """,
      right: [
        "rows(returns) by store",
        "count(distinct order_lines.sku) as products by store",
        "units by bucket(order_lines.item_price, 10, 20, 50) as price",
      ]),
  ]
}
