// Help on messages about sources and about time: K05 and K06.

extension HelpText {
  static let sourcePages: [HelpPage] = [
    HelpPage(
      "K0501", "not every table knows this",
      """
      Each number comes from its own table, and one of them has no such column. To leave
      it out silently would compare different things. Brackets give the condition to the
      number that knows it.
      """,
      wrong: "orders, sessions by store where fulfilment = \"Amazon\"",
      right: ["orders[fulfilment = \"Amazon\"], sessions by store"]),
    HelpPage(
      "K0502", "two links lead there",
      """
      The column can be reached in two ways that may give different values. Writing the
      link between the dots says which: sales.ship_store.region.
      """,
      right: ["count(distinct order_lines.store) as stores"]),
    HelpPage(
      "K0503", "not known so finely",
      """
      Some figures exist for whole weeks or months only: a monthly plan, a report over a
      month. Cutting one would invent numbers for its parts. Ask by the larger unit, or
      over whole ones.
      """,
      right: ["settlement_amount by month, currency"]),
    HelpPage(
      "K0505", "no file of this source is loaded",
      """
      The metric reads an export that is not there. The message names the reports that
      would feed it; show loads tells what was read.
      """,
      wrong: "page_views by store", right: ["sessions by store"]),
    HelpPage(
      "K0506", "a link to more than one row",
      """
      A link leads to one row, and here the key stands twice. Every number would count
      double. Mend the file, or add the column that tells its rows apart to the key.
      """,
      right: ["show loads"]),
    HelpPage(
      "K0507", "groups that overlap",
      """
      A row that has several others, as an order has lines, is grouped by them: it counts
      once in each group that one of them is in, and once in the total. So the groups may
      add up to more than the total.
      """,
      right: ["sum(orders.shipping) by lines.sku with totals"], isTried: false),
    HelpPage(
      "K0508", "which source answered",
      """
      Several reports repeat the same facts, and the first that can answer does. This
      time it is not the first, so it is named: its numbers may differ a little.
      """,
      wrong: "clicks by search_term over last week", right: ["clicks by campaign over last week"]),
    HelpPage(
      "K0601", "not a unit of time or a period",
      """
      Units are day, week, month, quarter and year. Periods are last 4 weeks, past 28
      days, this month, 2026-08, 2026-07 to 2026-09, or have a name.
      """,
      wrong: "clicks over last 2 fortnights", right: ["clicks over last 4 weeks"]),
    HelpPage(
      "K0602", "not a day",
      """
      The calendar has no such day. Taking the nearest would answer another question.
      """,
      wrong: "clicks over 2026-02-01 to 2026-02-30",
      right: ["clicks over 2026-02-01 to 2026-02-28"]),
    HelpPage(
      "K0603", "a period that ends before it begins",
      """
      The second day lies before the first.
      """,
      wrong: "clicks over 2026-09 to 2026-07", right: ["clicks over 2026-07 to 2026-09"]),
    HelpPage(
      "K0604", "a table without days",
      """
      This source has no column of time, so it cannot say what belongs to a period. If
      it has one, name it: time: day.
      """,
      right: ["units over last week"]),
    HelpPage(
      "K0605", "sources that end apart",
      """
      The exports reach to different days. Relative periods hang on the newest day that
      all of them have, so that both sides of a ratio cover the same days.
      """,
      right: ["units, sessions over last week"]),
    HelpPage(
      "K0606", "nothing is loaded for these days",
      """
      The files begin later or end earlier. show loads gives their first and last days.
      """,
      wrong: "clicks as of 2020-01-01", right: ["clicks as of 2026-08-31"]),
    HelpPage(
      "K0607", "weeks do not move by months",
      """
      A month is no whole number of weeks, so a week has no partner a month ago. Move
      weeks by weeks or by years.
      """,
      wrong: "clicks by week over last 4 weeks vs 1 month ago",
      right: ["clicks by week over last 4 weeks vs 4 weeks ago"]),
    HelpPage(
      "K0608", "time behind where",
      """
      Windows and earlier periods must still see the other days, which `where` would take
      away. `over` sets the period and leaves them.
      """,
      wrong: "clicks where month = 2026-09", right: ["clicks over 2026-09"]),
    HelpPage(
      "K0609", "too many lines to fill",
      """
      With a line for every step and group there would be more than 100,000. Those
      without rows are left out; ask by a larger unit of time to have them.
      """,
      right: ["units by week, sku over last 4 weeks"]),
    HelpPage(
      "K0610", "a step that is not over",
      """
      The data, or the as-of day, end inside the newest step. What it is compared with is
      cut at the same number of days: ten days of a month stand beside ten days, never
      beside a whole month. A star marks the line.
      """,
      wrong: "clicks by month vs previous",
      right: ["clicks by month over last 2 months vs previous"]),
    HelpPage(
      "K0611", "a mean over some of the days",
      """
      A mean of stock over days is over those that have rows. Where an export is missing
      for some days, these do not count as empty shelves, and the answer says how many
      days stand behind it.
      """,
      wrong: "mean_of_days(sum(inventory.on_hand_units)) as mean over last month",
      right: ["closing(sum(inventory.on_hand_units)) as stock over last month"]),
    HelpPage(
      "K0612", "no such calendar",
      """
      `using` names a calendar that was defined: one whose year begins on another day,
      or whose months are whole weeks. Without it the common calendar groups.
      """,
      wrong: "clicks by month over 2026 using fiscal",
      right: ["clicks by month over 2026-07 to 2026-09"]),
  ]
}
