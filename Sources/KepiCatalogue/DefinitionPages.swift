// Help on definitions.

extension HelpText {
  static let definitionPages: [HelpPage] = [
    HelpPage(
      "metric", also: ["example", "gives"],
      "a number with a name", zh: "有名称的数值",
      """
      A metric is a formula over other metrics or over columns. It is computed afresh
      for every line. In braces stand a label, a unit, which direction is good, and a
      worked example that is computed whenever it is read, so that the formula cannot
      drift. `else` gives a second way, for when the first source cannot answer.
      """,
      zh: """
        指标是用其他指标或列写成的公式，每一行结果都重新计算，所以换了分组也对。
        花括号里写标签、单位、高好还是低好和示例；示例每次读入都会验算，
        公式改错马上就知道。`否则` 后面是第二种算法，前一个数据源答不了时才用。
        """,
      right: [
        "metric clicks_per_order = clicks / ad_orders { good: low }",
        "metric cpm = 1000 * ad_spend / impressions { unit: money }",
      ]),
    HelpPage(
      "dimension", "what lines are made of", zh: "结果按什么分组",
      """
      A dimension names one column in each source that knows it, so that numbers from
      different files meet on one line. With nothing behind its name it is the column
      of that name in every source that has one, itself or behind a link.
      """,
      zh: """
        一个维度在每个认识它的数据源里指定一列，这样不同文件的数值才能落到同一行上。
        只写名称，就是各数据源里（或通过关联）与它同名的列。
        """,
      right: [
        "dimension price_designation",
        "dimension account = ads_by_product.store, order_lines.store",
        "dimension price_band = bucket(order_lines.item_price, 0, 10, 25, 50)",
      ]),
    HelpPage(
      "segment", "a condition with a name", zh: "有名称的条件",
      """
      A segment stands behind `where` or in brackets, wherever a condition can.
      Written once, it means the same to everybody.
      """,
      zh: """
        分段可以写在 `其中` 后面或方括号里，凡是能写条件的地方都行。口径写一次，
        大家用的就一样。
        """,
      right: ["segment autumn = campaign like \"*fall*\""]),
    HelpPage(
      "source",
      also: ["from", "before", "require", "warn", "unique", "complete", "fresh", "within"],
      "a file of one's own", zh: "自己的文件",
      """
      A source reads a table that is no known export. In braces stand the column of
      the day (time), what tells rows apart (key), what is money and in which currency
      (money), what it links to (link), and what must hold: `require` stops the run,
      `warn` only tells.
      """,
      zh: """
        平台报告以外的表格用 `数据源` 读入。花括号里写：哪列是日期（time）、
        哪些列区分各行（key）、哪列是金额和什么币种（money）、关联到哪里（link），
        以及必须成立的规则：`要求` 不满足就停下，`警告` 只提醒。
        """,
      right: [
        "source costs from \"costs.csv\" { key: sku; money: unit_cost in EUR }",
        "source visits from \"visits.csv\" { time: day; require visits >= 0 }",
      ], isTried: false),
    HelpPage(
      "kind", also: ["column"],
      "an export with a known header", zh: "认得出表头的报告",
      """
      A kind says how an export is recognised by its header, whatever its name and
      language, which columns it fills, and what a later file replaces. Many ship.
      """,
      zh: """
        `报告类型` 说明怎样凭表头认出一种平台报告（文件名和语言不限）、它填哪些列、
        后来的文件替换前面的哪些行。常用的已经内置。
        """,
      right: ["show kinds", "describe kind amazon_all_orders"]),
    HelpPage(
      "fx", "rates to convert by", zh: "折算用的汇率",
      """
      A table of rates has a line for each day and currency. In braces stand the base
      currency and the column of rates: with base EUR, units_per_base is how much of
      the other currency one euro buys, base_per_unit how many euros one unit of it
      buys.
      """,
      zh: """
        汇率表每行是一天、一个币种。花括号里写基准币种（base）和汇率所在的列：
        base 是 EUR 时，units_per_base 是一欧元合多少外币，
        base_per_unit 是一个外币合多少欧元。写反了金额全错，请核对一行。
        """,
      right: ["fx ecb from \"rates.csv\" { base: EUR; units_per_base: rate }"], isTried: false),
    HelpPage(
      "param", "a value given from outside", zh: "从外面给的值",
      """
      A parameter has a value to begin with, which --param NAME=VALUE replaces, so
      that one script serves several shops. Without one, the value must be given.
      """,
      zh: """
        参数有一个默认值，用 --param 名称=值 替换，同一个脚本就能给各个站点用。
        没有默认值的必须给值。
        """,
      right: ["param ceiling = 25% { doc: \"the most that ads may cost\" }"]),
    HelpPage(
      "let", "a value with a name", zh: "有名称的值",
      """
      A constant, used wherever its value could stand, and changed in one place.
      """,
      zh: """
        `常量` 给一个值起名，凡是能写这个值的地方都能写它。要改时只改一处。
        """,
      right: ["let vat = 19%"]),
    HelpPage(
      "period", "days with a name", zh: "有名称的时段",
      """
      A named period stands behind `over` like any other. Sales events move from year
      to year; a name keeps their days right.
      """,
      zh: """
        起了名的时段和其他时段一样，写在 `期间` 后面。大促每年日期不同，
        起了名就不会记错。
        """,
      right: ["period prime_day = 2026-07-14 to 2026-07-15"]),
    HelpPage(
      "report", "a question with a name", zh: "有名称的查询",
      """
      A report keeps a question under a name. Typed alone, the name asks it again, so
      that everybody asks the same one.
      """,
      zh: """
        `报表` 把一条查询存在一个名称下。单独写这个名称就再问一次，
        这样每个人每周问的都是同一条。
        """,
      right: [
        "report weekly_units = units by store over last week; weekly_units"
      ]),
    HelpPage(
      "target", "a limit that someone set", zh: "定好的目标值",
      """
      A target compares a metric with a value, for certain stores, sites and the like,
      and for a period. `vs target` sets it beside the number, with the gap;
      `acos[target]` is its value. It belongs to the lines that have exactly its
      conditions and its period: one for a month says nothing about a week.
      """,
      zh: """
        目标是拿一个指标和一个值相比，写明店铺、站点等取值和时段。
        `对比 目标` 在旁边放上目标和差距，acos[`目标`] 是目标的值。
        条件和时段都正好相同的结果行才有目标：月目标说不了某一周该是多少。
        """,
      right: [
        "target acos <= 25% where site = \"DE\" over 2026-09",
        "acos by site over 2026-09 vs target",
      ]),
    HelpPage(
      "calendar", also: ["using"],
      "years, months and weeks of one's own", zh: "自己的年、月、周",
      """
      A calendar is for a year that begins on another day (year_start), for weeks that
      begin on Sunday (week_start), or for months that are whole weeks (pattern).
      `using` takes it for one question; without that, the common calendar groups.
      Months of a pattern are written 2026-P05.
      """,
      zh: """
        财年从别的日子开始（year_start）、一周从周日开始（week_start）、
        以整周为月（pattern）时，用 `日历` 定义。查询里写 `采用` 才用它，
        不写就用普通日历。以整周为月的月份写成 2026-P05。
        """,
      right: [
        "calendar retail { pattern: \"4-4-5\"; year_start: \"nearest monday to 02-01\" }",
        "clicks by month over 2026-P05 to 2026-P07 using retail",
      ]),
    HelpPage(
      "alias", "a second name", zh: "第二个名称",
      """
      An alias can be typed wherever the name it stands for can. The Chinese labels of
      what ships are aliases. A word that people use for several numbers names all of
      them: with `,` between them it is asked which one, with `else` the first answers
      and a note names the others.
      """,
      zh: """
        能写原名的地方都能写别名。内置指标和维度的中文标签就是别名，可以直接输入。
        一个词有几种意思时全部列出：用 `,` 隔开会反问要哪一个，用 `否则` 隔开
        则取第一个，并说明还有哪些。
        """,
      right: [
        "alias conversions = ad_orders", "alias return_on_spend = roas, product_roi",
        "广告花费 按 币种 期间 上 4 周",
      ]),
    HelpPage(
      "language", "the version of a script", zh: "脚本的语言版本",
      """
      The first line of a script may say for which version of the language it was
      written. A later Kepi then keeps what it meant, so that an old script keeps
      giving the same numbers. kepi format adds the line.
      """,
      zh: """
        脚本第一行可以写明是按语言的哪个版本写的。以后的 Kepi 会照那时的意思执行，
        旧脚本的数就不会变。kepi format 会补上这一行。
        """,
      right: [
        "language 1; units by store"
      ]),
  ]
}
