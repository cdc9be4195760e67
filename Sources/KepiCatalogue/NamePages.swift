// Help on messages about names and about kinds of values: K03 and K04.

extension HelpText {
  static let namePages: [HelpPage] = [
    HelpPage(
      "K0301", "an unknown name", zh: "不认得的名称",
      """
      Nothing is called so. Names are compared without case; the nearest one is
      offered where one is near. show metrics and show dimensions list what there is.
      """,
      zh: """
        没有叫这个名字的。名称不分大小写；有相近的会列出来。
        `显示 metrics` 和 `显示 dimensions` 列出全部。
        """,
      wrong: "unitz by store", right: ["units by store"]),
    HelpPage(
      "K0302", "an unknown column", zh: "不认得的列",
      """
      The source has no such column. describe with the name of the source lists them.
      """,
      zh: """
        这个数据源没有这样一列。`说明` 加数据源的名称可以看到它的全部列。
        """,
      wrong: "sum(order_lines.quantity)", right: ["sum(order_lines.units)"]),
    HelpPage(
      "K0303", "an unknown source", zh: "不认得的数据源",
      """
      Before the dot stands the name of a source. show sources lists them.
      """,
      zh: """
        点号前面写数据源的名称。`显示 sources` 列出全部。
        """,
      wrong: "sum(orders_table.units)", right: ["sum(order_lines.units)"]),
    HelpPage(
      "K0304", "a reserved word as a name", zh: "保留字不能直接当名称",
      """
      A few words begin clauses and are never names, or a line could be read in two
      ways. In backquotes any word is a name.
      """,
      zh: """
        少数几个词用来开始子句，不能当名称，否则一句话会有两种读法。写在反引号里，
        任何词都可以是名称。
        """,
      wrong: "metric top = clicks", right: ["metric `top` = clicks"]),
    HelpPage(
      "K0305", "a unit of time defined anew", zh: "不能重新定义时间单位",
      """
      day, week, month, quarter, year and weekday mean the same everywhere. A
      definition of that name would change what other questions answer.
      """,
      zh: """
        day、week、month、quarter、year 和 weekday 在哪里意思都一样。用它们命名，
        会悄悄改变其他查询的结果。
        """,
      wrong: "metric week = clicks", right: ["metric weekly_clicks = clicks"]),
    HelpPage(
      "K0306", "a column that several sources have", zh: "几个数据源都有的列",
      """
      A bare column is taken where only one source has it. Here several do, and they
      hold different numbers, so the source must be named.
      """,
      zh: """
        只有一个数据源有的列，可以直接写列名。这一列有几个数据源都有，数值各不相同，
        所以要写明是哪个数据源的。
        """,
      wrong: "sum(units)", right: ["sum(order_lines.units)"], isTried: false),
    HelpPage(
      "K0307", "defined twice", zh: "定义了两次",
      """
      One script defines a name once: with two, the answer would hang on their order.
      """,
      zh: """
        一个脚本里同一个名称只能定义一次：有两个的话，结果就取决于先后次序。
        """,
      wrong: "let limit_a = 1; let limit_a = 2", right: ["let limit_a = 1; let limit_b = 2"]),
    HelpPage(
      "K0308", "a word that means several numbers", zh: "一个词有几种意思",
      """
      People use the word for different numbers, and no one of them is meant by most.
      Each of the lines below the message asks for one. An alias with `,` between its
      names is such a word.
      """,
      zh: """
        大家用这个词指不同的数字，没有哪一个是多数人的意思。消息下面的每一行
        各要其中一个。别名里用 `,` 隔开几个名称，就是这样的词。
        """,
      wrong: "roi by store", right: ["roas by store"]),
    HelpPage(
      "K0309", "a word read in its most common meaning", zh: "按最常见的意思理解",
      """
      The word is used for several numbers, and most people mean the first. The note
      names the others, each of which can be asked for by its name. An alias with
      `else` between its names is such a word.
      """,
      zh: """
        这个词有几种用法，多数人指第一种。说明里列出了其他的，都可以直接用名称查询。
        别名里用 `否则` 隔开几个名称，就是这样的词。
        """,
      right: ["alias conversion_rate = unit_session_percentage else cvr"]),
    HelpPage(
      "K0310", "definitions that need each other", zh: "互相依赖的定义",
      """
      Each waits for the other, so neither has a value. One of them has to be written
      with columns or with other metrics.
      """,
      zh: """
        两个定义互相等对方，谁都算不出来。其中一个要改用列或别的指标来写。
        """,
      wrong: "metric a = b + 1; metric b = a + 1", right: ["metric a = clicks; metric b = a + 1"]),
    HelpPage(
      "K0311", "two columns of one name", zh: "两列同名",
      """
      Each column of an answer has its own name, so that programs can tell them apart.
      `as` gives one.
      """,
      zh: """
        结果的每一列都要有自己的名字，程序才分得清。用 `命名` 给其中一列起名。
        """,
      wrong: "clicks, clicks by site", right: ["clicks, clicks as again by site"]),
    HelpPage(
      "K0312", "a parameter without a value, or an unknown one", zh: "参数没有值，或没有这个参数",
      """
      A parameter without a value in its definition must be given: --param NAME=VALUE.
      """,
      zh: """
        定义里没有默认值的参数，运行时必须给值：--param 名称=值。
        """,
      wrong: "param ceiling; check ctr <= ceiling",
      right: ["param ceiling = 25%; check ctr <= ceiling"]),
    HelpPage(
      "K0313", "an unknown setting", zh: "没有这个设置",
      """
      show settings lists what can be set, and to what.
      """,
      zh: """
        `显示 settings` 列出能设置什么、能设成什么。
        """,
      wrong: "set format xml", right: ["set format json"]),
    HelpPage(
      "K0314", "a definition that replaces one that ships", zh: "替换了内置的定义",
      """
      This definition is used from here on. It is said because a colleague without it
      would see other numbers under the same name.
      """,
      zh: """
        从这里起使用你的定义。特意提醒，是因为没有它的同事用同一个名称会看到不同的数。
        """,
      wrong: "metric aov = sales / orders", right: ["metric own_aov = sales / orders"]),
    HelpPage(
      "K0401", "kinds that do not go together", zh: "种类不同，不能放在一起",
      """
      Money, counts, texts and dates cannot be added or compared with each other. The
      result would be a number that means nothing.
      """,
      zh: """
        金额、计数、文本和日期不能相加，也不能互相比较，否则得出的数没有意义。
        """,
      wrong: "ad_spend + clicks by currency", right: ["ad_spend / clicks as cost by currency"]),
    HelpPage(
      "K0402", "a condition is wanted", zh: "这里要写条件",
      """
      Behind where, having and check stands something that holds or does not: a
      comparison, or a segment.
      """,
      zh: """
        `其中`、`条件` 和 `检查` 后面写成立或不成立的东西：一个比较，或一个分段。
        """,
      wrong: "units where site", right: ["units where site = \"DE\""]),
    HelpPage(
      "K0403", "a metric cannot choose rows", zh: "指标不能挑选数据行",
      """
      A metric is computed from many rows, so one row has none. `having` chooses the
      lines of the answer by it.
      """,
      zh: """
        指标由很多行算出来，单独一行没有这个值。按它挑选结果行，请用 `条件`。
        """,
      wrong: "clicks by campaign where ctr > 1%", right: ["clicks by campaign having ctr > 1%"]),
    HelpPage(
      "K0404", "not a number to show", zh: "不是可以显示的数值",
      """
      A question shows metrics. A dimension goes behind `by`, a segment behind
      `where`, and a column inside sum, count or the like.
      """,
      zh: """
        查询显示的是指标。维度写在 `按` 后面，分段写在 `其中` 后面，列写在 sum、
        count 这样的函数里。
        """,
      wrong: "site by store", right: ["units by store, site"]),
    HelpPage(
      "K0405", "not something to group by", zh: "不能按它分组",
      """
      Lines are made of dimensions and units of time. A metric has a value only once
      the lines are there.
      """,
      zh: """
        结果行由维度和时间单位组成。分好组之后指标才有值，所以不能按指标分组。
        """,
      wrong: "clicks by ctr", right: ["clicks, ctr by site"]),
    HelpPage(
      "K0406", "too many or too few in the brackets", zh: "括号里的个数不对",
      """
      A function takes a certain number of values. help functions lists them.
      """,
      zh: """
        每个函数要几个值是固定的。`帮助 函数` 列出全部函数。
        """,
      wrong: "sum(order_lines.units, 2)", right: ["sum(order_lines.units)"]),
    HelpPage(
      "K0407", "a percentage compared with a large number", zh: "百分比和大数相比",
      """
      Percentages are fractions: 25% is 0.25, and 25 is 25 times the whole. It is said
      because every line would pass, or none.
      """,
      zh: """
        百分比是小数：25% 是 0.25，而 25 是 25 倍。这样比，要么每行都满足，
        要么一行都不满足，所以提醒一声。
        """,
      wrong: "ctr by site having ctr < 25", right: ["ctr by site having ctr < 25%"]),
    HelpPage(
      "K0411", "several currencies", zh: "好几个币种",
      """
      Euros and dollars cannot be added. Kepi neither adds them nor picks one: have a
      line for each currency, or convert them.
      """,
      zh: """
        欧元和美元不能相加。Kepi 既不硬加，也不替你挑一个；每个币种一行，或者折算。
        """,
      wrong: "ad_spend over last week", right: ["ad_spend by currency over last week"]),
    HelpPage(
      "K0412", "blank lines where currencies meet", zh: "几个币种相遇的行留空",
      """
      These lines hold amounts of several currencies, so their sum is left blank, and
      the rows of each are counted. Other lines are as they are.
      """,
      zh: """
        这些行里有几个币种的金额，合计留空，并数出每个币种有多少行。其他行不受影响。
        """,
      wrong: "ad_spend by store over last week",
      right: ["ad_spend by store, currency over last week"]),
    HelpPage(
      "K0414", "not a target", zh: "不是目标",
      """
      A target compares one metric with a constant, for values of dimensions and a
      period. Kepi keeps nothing of a target that it cannot place.
      """,
      zh: """
        目标是拿一个指标和一个固定的值相比，写明维度取值和时段。放不到位的目标，
        Kepi 一点也不保留。
        """,
      right: ["target acos <= 25% where site = \"DE\" over 2026"], isTried: false),
    HelpPage(
      "K0415", "no rate to convert by", zh: "没有可用的汇率",
      """
      Amounts are converted by daily rates from a file that fx names; Kepi ships none
      and asks no one. With several tables of rates, `at` says which.
      """,
      zh: """
        金额按你指定的文件里的每日汇率折算；Kepi 自己不带汇率，也不上网取。
        有几张汇率表时，用 `于` 写明用哪一张。
        """,
      wrong: "ad_spend by store in EUR", right: ["ad_spend by store, currency"]),
    HelpPage(
      "K0416", "not a driver", zh: "不是驱动因素",
      """
      In brackets a number can be given other values for its drivers: what its formula
      or its `tree` names, and what these are made of. The message lists them.
      """,
      zh: """
        方括号里只能给驱动因素换值：公式或 `拆解` 里写到的，以及组成它们的。
        消息里列出了有哪些。
        """,
      wrong: "acos[sessions = 100] over last week",
      right: ["acos[cpc = 0.50] where store = \"Pacific\" over last week"]),
    HelpPage(
      "K0417", "no drivers", zh: "没有驱动因素",
      """
      A change is told by drivers where the formula is a product, a quotient or a sum
      of other metrics, or where the definition names a `tree`. Others are told by
      groups.
      """,
      zh: """
        公式是其他指标的积、商或和，或者定义里写了 `拆解`，才能按因素拆解变动。
        其他指标按分组看。
        """,
      wrong: "why sessions over last week", right: ["why sessions by store over last week"]),
    HelpPage(
      "K0420", "a total that does not fit", zh: "合计放不下",
      """
      The sum has more than 18 digits. A rounded one would be wrong without saying so.
      """,
      zh: """
        合计超过 18 位数字。四舍五入的数会悄悄出错，所以不给。
        """,
      right: ["units by store"]),
  ]
}
