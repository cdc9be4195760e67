// Help on receipts, coverage and reconciling, and on what is said about them.

extension HelpText {
  static let trustPages: [HelpPage] = [
    HelpPage(
      "coverage", "which days are there", zh: "有哪些日期",
      """
      A line for each source, store and site: its days, those missing, the age of
      the newest, and how many still change, since sales are attributed to ads later.
      Below it a strip with a cell for each day, week or month. Days are missed only
      where a source is daily: returns of a small shop come when they come. `by`
      takes source, store, site and steps of time, `where` the first three.
      """,
      zh: """
        每个数据源、店铺、站点一行：有哪些天、缺哪些天、最新一天有多旧，
        还有多少天的数会变（广告归因期未满）。下面是日历条，一格为一天、一周或一月。
        只有每天都有数据的数据源才谈得上缺：小店的退货不是天天有。`按` 可用 source、
        store、site 和时间步，`其中` 可用前三个。
        """,
      right: [
        "coverage", "coverage traffic_by_day by store, week over last 4 weeks",
        "check coverage traffic_by_day over last week require complete",
        "check coverage order_lines by store warn fresh within 3 days",
      ]),
    HelpPage(
      "reconcile", "two sources side by side", zh: "两个来源对账",
      """
      Two metrics group by group: equal, within the tolerance, different, or only in
      one, by rows. Below it what the difference is made of, as far as rows show it:
      days that one side lacks, cancelled orders, refunds, tax, timing, attribution
      windows; and what none of them tells. The parts add up exactly. `within 0.5%`
      is of the larger side, `within 5 EUR` an amount. Beyond it, the status is 1.
      """,
      zh: """
        两个指标逐组对照：相等、容差内、不同，或只在一边（看有没有行）。
        下面把差额拆开，只凭数据里看得到的：一方未载入的日期、已取消、退款、税、
        时间差、归因窗口，以及未解释的部分；各部分相加正好等于差额。
        `以内` 0.5% 是较大一边的比例，5 EUR 是金额。超出时退出码为 1。
        """,
      right: [
        "reconcile ad_spend with -settled_ad_fees where site = \"US\" over 2026-09 within 1%",
        "reconcile gmv with product_sales where site = \"US\" over 2026-09 within 20%",
      ]),
    HelpPage(
      "verify", "ask an exported answer again", zh: "核验导出的结果",
      """
      `verify` takes a file that `export` wrote, asks its question of what is loaded
      now, and says what differs: lines, the file or day that changed, the definition
      with its old and new formula, the version. `kepi verify FILE` loads by itself
      what the receipt names. The status is 1 where a number is not what it was.
      """,
      zh: """
        `核验` 后面写导出的文件：用现在的数据再查一遍，说出哪里不同、为什么：
        哪些行、哪个文件或哪一天变了、哪个口径改了（新旧公式）、版本是否不同。
        命令行 kepi verify 文件 会按收据自行载入。数值变了，退出码为 1。
        """,
      right: ["verify \"out/weekly.csv\""], isTried: false),
    HelpPage(
      "receipt", called: "收据", "where numbers come from", zh: "数值的来历",
      """
      `export` writes a receipt: into a json file itself, beside any other as
      FILE.receipt.json. It holds the lines, the days and why, each file with its
      SHA-256 and its rows read, kept, replaced and rejected, the days of each store,
      the text of every definition, and what was loaded. `set receipts full` gives
      the same with each answer; else only what costs nothing is told, since files
      are read again for it.
      """,
      zh: """
        `导出` 会写收据：json 写在文件里面，其他格式写在旁边的 文件.receipt.json。
        里面有各行结果、日期和理由、每个文件的 SHA-256 和读入、保留、被替换、
        无法读取的行数、各店铺的日期、所有口径的文字，以及载入了什么。
        `设置` receipts full 让每个结果都带上；默认只给不费力的部分，
        因为算哈希要重读文件。
        """,
      right: ["set receipts full", "explain acos by site over last week"]),
  ]
}
