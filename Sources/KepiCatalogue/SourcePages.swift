// Help on messages about sources and about time: K05 and K06.

extension HelpText {
  static let sourcePages: [HelpPage] = [
    HelpPage(
      "K0501", "not every table knows this", zh: "不是每张表都有它",
      """
      Each number comes from its own table, and one of them has no such column. To
      leave it out silently would compare different things. Brackets give the
      condition to the number that knows it.
      """,
      zh: """
        每个数值来自自己的表，其中一张没有这一列。悄悄忽略条件，比较的就不是同一件事。
        把条件写进方括号，只给认识它的那个数值。
        """,
      wrong: "orders, sessions by store where fulfilment = \"Amazon\"",
      right: ["orders[fulfilment = \"Amazon\"], sessions by store"]),
    HelpPage(
      "K0502", "two links lead there", zh: "有两条关联通到那里",
      """
      The column can be reached in two ways that may give different values. Writing
      the link between the dots says which: sales.ship_store.region.
      """,
      zh: """
        这一列有两条路可走，取到的值可能不同。在点号之间写上关联用的列，说明走哪条：
        sales.ship_store.region。
        """,
      right: ["count(distinct order_lines.store) as stores"]),
    HelpPage(
      "K0503", "not known so finely", zh: "没有这么细的数据",
      """
      Some figures exist for whole weeks or months only: a monthly plan, a report over
      a month. Cutting one would invent numbers for its parts. Ask by the larger unit,
      or over whole ones.
      """,
      zh: """
        有些数只有整周或整月的：月度计划、按月的报告。硬拆开，各部分的数就是编的。
        请按更大的单位看，或取完整的周、月。
        """,
      right: ["settlement_amount by month, currency"]),
    HelpPage(
      "K0505", "no file of this source is loaded", zh: "没有读入这个数据源的文件",
      """
      The metric reads an export that is not there. The message names the reports that
      would feed it; show loads tells what was read.
      """,
      zh: """
        这个指标要用的报告不在这里。消息里写明哪些报告能补上；
        `显示 loads` 列出读了什么。
        """,
      wrong: "page_views by store", right: ["sessions by store"]),
    HelpPage(
      "K0506", "a link to more than one row", zh: "一个键对应好几行",
      """
      A link leads to one row, and here the key stands twice. Every number would count
      double. Mend the file, or add the column that tells its rows apart to the key.
      """,
      zh: """
        关联只能指到一行，而这里同一个键出现了两次，数值都会翻倍。请改文件，
        或把能区分各行的列加进 key。
        """,
      right: ["show loads"]),
    HelpPage(
      "K0507", "groups that overlap", zh: "互相重叠的组",
      """
      A row that has several others, as an order has lines, is grouped by them: it
      counts once in each group that one of them is in, and once in the total. So the
      groups may add up to more than the total.
      """,
      zh: """
        一行下面有好几行时（比如一个订单有几个商品），按下面的行分组：
        它在有自己商品的每个组里各算一次，在合计里只算一次。所以各组加起来可能大于合计。
        """,
      right: ["sum(orders.shipping) by lines.sku with totals"], isTried: false),
    HelpPage(
      "K0508", "which source answered", zh: "是哪个数据源答的",
      """
      Several reports repeat the same facts, and the first that can answer does. This
      time it is not the first, so it is named: its numbers may differ a little.
      """,
      zh: """
        几种报告有同样的数，由第一个答得了的来答。这次不是首选的那个，所以写出名称：
        它的数可能略有出入。
        """,
      wrong: "clicks by search_term over last week", right: ["clicks by campaign over last week"]),
    HelpPage(
      "K0601", "not a unit of time or a period", zh: "不是时间单位，也不是时段",
      """
      Units are day, week, month, quarter and year. Periods are last 4 weeks, past 28
      days, this month, 2026-08, 2026-07 to 2026-09, or have a name.
      """,
      zh: """
        单位有天、周、月、季、年。时段可以写 `上 4 周`、`最近 28 天`、`本 月`、2026-08、
        `2026-07 至 2026-09`，或写起了名的时段。
        """,
      wrong: "clicks over last 2 fortnights", right: ["clicks over last 4 weeks"]),
    HelpPage(
      "K0602", "not a day", zh: "没有这一天",
      """
      The calendar has no such day. Taking the nearest would answer another question.
      """,
      zh: """
        日历上没有这一天。换成最近的一天，答的就是另一个问题了。
        """,
      wrong: "clicks over 2026-02-01 to 2026-02-30",
      right: ["clicks over 2026-02-01 to 2026-02-28"]),
    HelpPage(
      "K0603", "a period that ends before it begins", zh: "结束早于开始",
      """
      The second day lies before the first. Kepi does not swap them, since a year may
      be mistyped as well.
      """,
      zh: """
        第二个日期在第一个之前。Kepi 不替你对调，因为也可能是年份写错了。
        """,
      wrong: "clicks over 2026-09 to 2026-07", right: ["clicks over 2026-07 to 2026-09"]),
    HelpPage(
      "K0604", "a table without days", zh: "没有日期的表",
      """
      This source has no column of time, so it cannot say what belongs to a period. If
      it has one, its definition names it: time: day.
      """,
      zh: """
        这个数据源没有日期列，说不出哪些行属于这个时段。如果有，请在定义里写明是哪一列：
        time: day。
        """,
      right: ["units over last week"]),
    HelpPage(
      "K0605", "sources that end apart", zh: "各数据源结束的日子不同",
      """
      The exports reach to different days. Relative periods hang on the newest day
      that all of them have, so that both sides of a ratio cover the same days.
      """,
      zh: """
        几份报告截止的日期不一样。相对时段从它们都有的最新一天往回数，
        这样比率的分子和分母覆盖同样的天数。
        """,
      right: ["units, sessions over last week"]),
    HelpPage(
      "K0606", "nothing is loaded for these days", zh: "这些天没有数据",
      """
      The files begin later or end earlier. show loads gives their first and last
      days.
      """,
      zh: """
        文件开始得晚，或结束得早。`显示 loads` 列出每个文件的第一天和最后一天。
        """,
      wrong: "clicks as of 2020-01-01", right: ["clicks as of 2026-08-31"]),
    HelpPage(
      "K0607", "weeks do not move by months", zh: "周不能按月移动",
      """
      A month is no whole number of weeks, so a week has no partner a month ago. Move
      weeks by weeks or by years.
      """,
      zh: """
        一个月不是整数个星期，所以一周在一个月前没有对应的一周。请按周或按年移动。
        """,
      wrong: "clicks by week over last 4 weeks vs 1 month ago",
      right: ["clicks by week over last 4 weeks vs 4 weeks ago"]),
    HelpPage(
      "K0608", "time behind where", zh: "时间写在了“其中”后面",
      """
      Windows and earlier periods must still see the other days, which `where` would
      take away. `over` sets the period and leaves them.
      """,
      zh: """
        滚动和对比还要用到别的日子，`其中` 会把它们拿掉。`期间` 只设定时段，不拿掉数据。
        """,
      wrong: "clicks where month = 2026-09", right: ["clicks over 2026-09"]),
    HelpPage(
      "K0609", "too many lines to fill", zh: "要补的行太多",
      """
      With a line for every step and group there would be more than 100,000. Those
      without rows are left out; ask by a larger unit of time to have them.
      """,
      zh: """
        每一步、每一组都补一行，会超过 100,000 行。没有数据的行就不补了；想看到它们，
        请换大一点的时间单位。
        """,
      right: ["units by week, sku over last 4 weeks"]),
    HelpPage(
      "K0610", "a step that is not over", zh: "还没过完的一步",
      """
      The data, or the as-of day, end inside the newest step. What it is compared
      with is cut at the same number of days: ten days of a month stand beside ten
      days, never beside a whole month. A star marks the line.
      """,
      zh: """
        数据或截至日停在最新一步的中间。对比的那一步也只取同样的天数：
        一个月的头十天只和上个月的头十天比，不会对上一整个月。这一行用星号标出。
        """,
      wrong: "clicks by month vs previous",
      right: ["clicks by month over last 2 months vs previous"]),
    HelpPage(
      "K0611", "a mean over some of the days", zh: "只用部分日子算的平均",
      """
      A mean of stock over days is over those that have rows. Where an export is
      missing for some days, these do not count as empty shelves, and the answer says
      how many days stand behind it.
      """,
      zh: """
        库存的日平均只用有数据的日子来算。有几天没有下载报告，不等于那几天没有货，
        所以不当作 0，并写出平均用了多少天。
        """,
      wrong: "mean_of_days(sum(inventory.on_hand_units)) as mean over last month",
      right: ["closing(sum(inventory.on_hand_units)) as stock over last month"]),
    HelpPage(
      "K0612", "no such calendar", zh: "没有这个日历",
      """
      `using` names a calendar that was defined: one whose year begins on another day,
      or whose months are whole weeks. Without it the common calendar groups.
      """,
      zh: """
        `采用` 后面写定义过的日历：一年从别的日子开始，或以整周为月。不写就用普通日历。
        """,
      wrong: "clicks by month over 2026 using fiscal",
      right: ["clicks by month over 2026-07 to 2026-09"]),
  ]
}
