// Help on the clauses of a question and on what stands in them.

extension HelpText {
  static let clausePages: [HelpPage] = [
    HelpPage(
      "question", called: "查询", also: ["as"],
      "numbers first, then clauses", zh: "先写指标，再接子句",
      """
      A question names one or more metrics and goes on with clauses, each with its own
      word: by, where, having, over, as of, vs, in, fill, using, top, with, sort,
      limit. Their order does not matter, so write it as you would say it. `as` gives
      a column a name of its own.
      """,
      zh: """
        先写一个或几个指标，再接子句，每个子句以自己的关键字开头：按、其中、条件、期间、
        截至、对比、折算、填充、采用、前、附、排序、限。先后次序不影响结果，
        读起来像一句话就行。`命名` 给一列起名字，表格和程序里都用它。
        """,
      right: [
        "acos by store over last 4 weeks",
        "clicks / impressions as rate by site over 2026-09",
      ]),
    HelpPage(
      "by", "one line for each value", zh: "每个取值一行",
      """
      `by` splits the answer: by dimensions (show dimensions), by units of time (day,
      week, month, quarter, year) or by weekday. Every line is computed from its own
      rows; ratios are never averaged.
      """,
      zh: """
        `按` 决定结果怎样分组：维度（show dimensions 列出全部）、时间单位（天、周、月、
        季、年）或星期。每一行都从自己的明细重新计算；比率从不拿各行的比率来平均，
        所以换了分组也不会错。
        """,
      right: ["units by store", "clicks by week, site over last 4 weeks"]),
    HelpPage(
      "where", also: ["and", "or", "not", "between", "is", "like", "missing", "true", "false"],
      "which rows count", zh: "哪些数据行参与计算",
      """
      `where` chooses rows before anything is added up. Text stands in double quotes
      and is case-sensitive; `like` is not, and takes * for any letters and ? for one.
      A row whose value is missing is kept by != and by not (a row without a store is
      not Nord); `is not missing` leaves it out.
      """,
      zh: """
        `其中` 在汇总之前挑选数据行。文本写在双引号里，区分大小写；`类似` 不分大小写，
        * 代表任意文字，? 代表一个字。没有值的行，!= 和 `非` 会留下（没有店铺的行肯定不
        是 Nord），加上 `是 非 缺失` 才去掉。
        """,
      right: [
        "clicks where site in (\"DE\", \"FR\")",
        "units by sku where store = \"Nord\" and not sku like \"*-B\"",
      ]),
    HelpPage(
      "having", "which lines are shown", zh: "显示哪些结果行",
      """
      `having` chooses lines of the finished answer by their numbers. It only decides
      what is shown: totals stay as they are, and the others hold the groups it leaves
      out. To choose rows before they are added up, use where.
      """,
      zh: """
        `条件` 按算好的数值挑选结果行。它只决定显示哪些：合计不变，
        没有显示的组归入“其他”。要在汇总之前挑选数据行，请用 `其中`。
        """,
      right: ["clicks, ctr by campaign over last 4 weeks having clicks > 50"]),
    HelpPage(
      "over",
      also: ["all", "date", "last", "past", "since", "this", "to", "today", "until", "yesterday"],
      "which days", zh: "看哪些天",
      """
      `last 4 weeks` are the four newest whole weeks up to the as-of day,
      `past 28 days` the 28 days that end with it, `this month` the month so far. Both
      ends of a written period are included. People mean different days by "last
      week", so the answer prints the dates it took.
      """,
      zh: """
        `上 4 周` 是截至日之前最近四个完整的周，`最近 28 天` 是到截至日为止的 28 天，
        `本 月` 是本月到目前为止。写明的时段首尾两天都算。“上周”各人理解不同，
        所以结果下方总会写出实际日期。
        """,
      right: [
        "clicks by site over last 4 weeks",
        "clicks over 2026-07 to 2026-09",
        "clicks over since 2026-09-01",
      ]),
    HelpPage(
      "as of", "the day that relative periods hang on", zh: "相对时段从哪天往回数",
      """
      Without it, the as-of day is the newest day that every source of the question
      has, so that spend and sales cover the same days. Written, it also hides all
      later rows, so an old answer can be had again.
      """,
      zh: """
        不写时，截至日是这次查询的每个数据源都有数据的最新一天，
        这样花费和销售额覆盖同样的天数。写明日期时，之后的行一概不读，
        当时的结果就能原样重现。
        """,
      right: ["clicks by site over last 4 weeks as of 2026-08-31"]),
    HelpPage(
      "vs", also: ["ago", "previous"],
      "another period beside it", zh: "旁边放上另一个时段",
      """
      `vs` adds, for each number, what it was then, the change and the change in
      percent. `previous` is the period just before, `target` the target that was set.
      An unfinished period is compared with the same part of the earlier one, since
      half a month would lose against a whole one.
      """,
      zh: """
        `对比` 给每个数值加上当时的值、变化和变化率。`上期` 是紧挨着的前一个时段，
        `目标` 是定好的目标。时段还没过完时，只和前一时段的同样天数比，
        否则半个月会对上一整个月。
        """,
      right: [
        "clicks by site over last week vs previous",
        "clicks by site over last week vs 4 weeks ago",
      ]),
    HelpPage(
      "top", also: ["bottom", "per"],
      "the largest, or with bottom the smallest", zh: "最大的几个；`后` 取最小的",
      """
      `top 5 by units` keeps the five best of the last name of `by`. Behind `by`
      stands what to rank by, a number. A name after the count says what is ranked,
      and `per` ranks anew inside each.
      """,
      zh: """
        `前 5 依 units` 留下 `按` 里最后一个名称的前五名。`依` 后面写用来排名的数值；
        个数后面可以写给谁排名，`每` 表示在每一组里分别排名。
        """,
      right: [
        "units by sku top 5 by units",
        "units by store, sku top 3 sku per store by units with others",
      ]),
    HelpPage(
      "with", also: ["others", "totals"],
      "others and totals", zh: "其他与合计",
      """
      `with others` adds one line for all groups that are not shown. `with totals`
      adds lines for all groups together. Both are computed from rows: the total of a
      ratio is the ratio of the totals, neither a sum of the lines nor their mean.
      """,
      zh: """
        `附 其他` 把没有显示的组合成一行，`附 合计` 加上全部组的汇总行。
        两者都从明细重新计算：比率的合计是分子合计除以分母合计，不是各行的和，
        也不是平均。
        """,
      right: [
        "units by sku top 5 by units with others",
        "ctr by store with totals",
      ]),
    HelpPage(
      "sort", also: ["asc", "desc"],
      "the order of lines", zh: "结果行的顺序",
      """
      Without it, lines go by time, and otherwise by the first number, largest first.
      `desc` is largest first, `asc` smallest first. Blank comes last either way,
      since it is not a small number but none.
      """,
      zh: """
        不写时，有时间单位就按时间排，否则按第一个数值从大到小。`降序` 从大到小，
        `升序` 从小到大。空白总在最后，因为空白不是 0，而是没有数据。
        """,
      right: ["clicks, ctr by campaign sort by ctr desc"]),
    HelpPage(
      "limit", "how many lines are shown", zh: "最多显示几行",
      """
      `limit` cuts the finished, sorted answer. For the best of something use top,
      which can show the others too.
      """,
      zh: """
        `限` 截取排好序的结果，只影响显示。要看某个数值的前几名，请用 `前`：
        它还能把其余的合成“其他”一行。
        """,
      right: ["clicks by campaign sort by clicks desc limit 5"]),
    HelpPage(
      "fill", also: ["blank", "none", "zero"],
      "days and groups without rows", zh: "没有数据的日期怎么显示",
      """
      With a unit of time in `by`, every step of the period has its line: 0 where the
      files cover the day, blank where they do not, since nobody knows. `fill none`
      leaves such lines out, `fill zero` and `fill blank` force one of the two,
      `fill previous` repeats the value before, for stock only.
      """,
      zh: """
        `按` 里有时间单位时，时段内每一步都有一行：文件覆盖那天就是 0，
        没有覆盖就是空白，因为没有文件谁也不知道。`填充 无` 去掉这些行，
        `填充 零` 和 `填充 空白` 统一显示一种，`填充 上期` 沿用前一个值，只能用于库存。
        """,
      right: ["returned_units by day, store over last 2 weeks fill none"]),
    HelpPage(
      "brackets", called: "方括号", also: ["only", "rolling", "running"],
      "change one number only", zh: "只改变一个数值",
      """
      Brackets behind a metric change its rows or its period, and leave its neighbours
      alone. A condition or a segment keeps only those rows; `previous` and
      `4 weeks ago` ask about earlier; `rolling 28 days` is the 28 days that end
      there; `running` adds up from the first day; `all` ignores the groups, as a
      share needs; `only` keeps one of them; `over` fixes a period.
      """,
      zh: """
        指标后面的方括号只改变它自己的行或时段，旁边的不受影响。条件或分段只留下这些行；
        `上期`、`4 周 以前` 看更早的时段；`滚动 28 天` 是到当天为止的 28 天；
        `累计` 从时段第一天算起；`全部` 不分组，占比就这样写；`仅` 只按一个维度分组；
        `期间` 固定时段。
        """,
      right: [
        "clicks, clicks[site = \"DE\"] as german by store",
        "clicks / clicks[all] as share by site over 2026-09",
        "clicks, clicks[previous] as before over last week",
      ]),
    HelpPage(
      "money", called: "金额", "amounts, percentages and other numbers", zh: "金额、百分比和其他数值",
      """
      Numbers are money, counts, percentages, plain numbers or days. A percentage is a
      fraction, so write 25% and not 25. An amount has its currency behind it: 50 EUR.
      Amounts of two currencies are never added: ask by currency or by site, or
      convert them.
      """,
      zh: """
        数值分为金额、计数、百分比、普通数和天数。25% 就是 0.25，所以要写 25%，
        不要写 25。金额后面跟币种代码，如 50 EUR。两个币种的金额从不相加：
        请按 currency 或 site 分组，或折算成一个币种。
        """,
      right: [
        "ad_spend by currency over last week",
        "ad_spend by campaign, currency having ad_spend > 50 EUR",
      ]),
    HelpPage(
      "in", also: ["at"],
      "convert to one currency", zh: "折算成一个币种",
      """
      `in EUR` converts each row at the rate of its day, or the last one before. With
      `at` and a day all rows take the rate of that day, so that a change is not one
      of the rates. The rates come from a file that fx names. `in` with a bracket
      lists values instead.
      """,
      zh: """
        `折算 EUR` 把每一行按当天的汇率折算，当天没有就用之前最近的一天。`于` 加日期，
        所有行都用那一天的汇率，汇率涨跌就不会混进变化里。汇率来自 `汇率` 定义的文件，
        Kepi 自己不带。`属于` 加括号则是列出几个值。
        """,
      right: ["ad_spend by store in EUR", "ad_spend by store in EUR at 2026-08-31"],
      isTried: false),
    HelpPage(
      "functions", called: "函数", also: ["distinct", "if", "then", "else"],
      "what can be done with columns and numbers", zh: "列和数值能怎么算",
      """
      Over rows: sum, count, count(distinct …), min, max, avg, median, rows(source);
      closing, opening and mean_of_days for stock. In a row: lower, upper, trim, abs,
      round, coalesce, bucket, and day to year and weekday of a date. days() counts
      days of the calendar. `if … then … else` chooses.
      """,
      zh: """
        汇总多行：sum、count、count(`去重` …)、min、max、avg、median、rows(数据源)；
        库存用 closing、opening、mean_of_days。逐行：lower、upper、trim、abs、round、
        coalesce、bucket，以及日期的 day 到 year 和 weekday。days() 是日历天数。
        `如果 … 则 … 否则` 二选一。
        """,
      right: [
        "rows(returns) by store",
        "count(distinct order_lines.sku) as products by store",
        "units by bucket(order_lines.item_price, 10, 20, 50) as price",
      ]),
  ]
}
