// Help on messages about names and about kinds of values: K03 and K04.

extension HelpText {
  static let namePages: [HelpPage] = [
    HelpPage(
      "K0301", "an unknown name",
      """
      Nothing is called so. Names are compared without case; the nearest one is offered
      where one is near. show metrics and show dimensions list what there is.
      """,
      wrong: "unitz by store", right: ["units by store"]),
    HelpPage(
      "K0302", "an unknown column",
      """
      The source has no such column. describe with the name of the source lists them.
      """,
      wrong: "sum(order_lines.quantity)", right: ["sum(order_lines.units)"]),
    HelpPage(
      "K0303", "an unknown source",
      """
      Before the dot stands the name of a source. show sources lists them.
      """,
      wrong: "sum(orders_table.units)", right: ["sum(order_lines.units)"]),
    HelpPage(
      "K0304", "a reserved word as a name",
      """
      A few words begin clauses and are never names. In backquotes any word is a name.
      """,
      wrong: "metric top = clicks", right: ["metric `top` = clicks"]),
    HelpPage(
      "K0305", "a unit of time defined anew",
      """
      day, week, month, quarter, year and weekday mean the same everywhere. A definition
      of that name would change what other questions answer.
      """,
      wrong: "metric week = clicks", right: ["metric weekly_clicks = clicks"]),
    HelpPage(
      "K0306", "a column that several sources have",
      """
      A bare column is taken where only one source has it. Here several do, and they hold
      different numbers, so the source must be named.
      """,
      wrong: "sum(units)", right: ["sum(order_lines.units)"], isTried: false),
    HelpPage(
      "K0307", "defined twice",
      """
      One script defines a name once: with two, the answer would hang on their order.
      """,
      wrong: "let limit_a = 1; let limit_a = 2", right: ["let limit_a = 1; let limit_b = 2"]),
    HelpPage(
      "K0310", "definitions that need each other",
      """
      Each waits for the other, so neither has a value. One of them has to be written
      with columns or with other metrics.
      """,
      wrong: "metric a = b + 1; metric b = a + 1", right: ["metric a = clicks; metric b = a + 1"]),
    HelpPage(
      "K0311", "two columns of one name",
      """
      Each column of an answer has its own name, so that programs can tell them apart.
      `as` gives one.
      """,
      wrong: "clicks, clicks by site", right: ["clicks, clicks as again by site"]),
    HelpPage(
      "K0312", "a parameter without a value, or an unknown one",
      """
      A parameter without a value in its definition must be given: --param NAME=VALUE.
      """,
      wrong: "param ceiling; check ctr <= ceiling",
      right: ["param ceiling = 25%; check ctr <= ceiling"]),
    HelpPage(
      "K0313", "an unknown setting",
      """
      show settings lists what can be set, and to what.
      """,
      wrong: "set format xml", right: ["set format json"]),
    HelpPage(
      "K0314", "a definition that replaces one that ships",
      """
      Your definition is used from here on. It is said because a colleague without it
      would see other numbers under the same name.
      """,
      wrong: "metric aov = sales / orders", right: ["metric own_aov = sales / orders"]),
    HelpPage(
      "K0401", "kinds that do not go together",
      """
      Money, counts, texts and dates cannot be added or compared with each other. The
      result would be a number that means nothing.
      """,
      wrong: "ad_spend + clicks by currency", right: ["ad_spend / clicks as cost by currency"]),
    HelpPage(
      "K0402", "a condition is wanted",
      """
      Behind where, having and check stands something that holds or does not: a
      comparison, or a segment.
      """,
      wrong: "units where site", right: ["units where site = \"DE\""]),
    HelpPage(
      "K0403", "a metric cannot choose rows",
      """
      A metric is computed from many rows, so one row has none. `having` chooses the
      lines of the answer by it.
      """,
      wrong: "clicks by campaign where ctr > 1%", right: ["clicks by campaign having ctr > 1%"]),
    HelpPage(
      "K0404", "not a number to show",
      """
      A question shows metrics. A dimension goes behind `by`, a segment behind `where`,
      and a column inside sum, count or the like.
      """,
      wrong: "site by store", right: ["units by store, site"]),
    HelpPage(
      "K0405", "not something to group by",
      """
      Lines are made of dimensions and units of time. A metric has a value only once the
      lines are there.
      """,
      wrong: "clicks by ctr", right: ["clicks, ctr by site"]),
    HelpPage(
      "K0406", "too many or too few in the brackets",
      """
      A function takes a certain number of values. help functions lists them.
      """,
      wrong: "sum(order_lines.units, 2)", right: ["sum(order_lines.units)"]),
    HelpPage(
      "K0407", "a percentage compared with a large number",
      """
      Percentages are fractions: 25% is 0.25, and 25 is 25 times the whole. It is said
      because every line would pass, or none.
      """,
      wrong: "ctr by site having ctr < 25", right: ["ctr by site having ctr < 25%"]),
    HelpPage(
      "K0411", "several currencies",
      """
      Euros and dollars cannot be added. Kepi neither adds them nor picks one; a line for
      each currency keeps them apart.
      """,
      wrong: "ad_spend over last week", right: ["ad_spend by currency over last week"]),
    HelpPage(
      "K0412", "blank lines where currencies meet",
      """
      These lines hold amounts of several currencies, so their sum is left blank, and the
      rows of each are counted. Other lines are as they are.
      """,
      wrong: "ad_spend by store over last week",
      right: ["ad_spend by store, currency over last week"]),
    HelpPage(
      "K0414", "not a target",
      """
      A target compares one metric with a constant, for values of dimensions and a
      period. Kepi keeps nothing of a target that it cannot place.
      """,
      right: ["target acos <= 25% where site = \"DE\" over 2026"], isTried: false),
    HelpPage(
      "K0415", "no rate to convert by",
      """
      Amounts are converted by daily rates from a file that you name; Kepi ships none and
      asks no one. With several tables of rates, `at` says which.
      """,
      wrong: "ad_spend by store in EUR", right: ["ad_spend by store, currency"]),
    HelpPage(
      "K0420", "a total that does not fit",
      """
      The sum has more than 18 digits. A rounded one would be wrong without saying so.
      """,
      right: ["units by store"]),
  ]
}
