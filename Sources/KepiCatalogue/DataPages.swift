// Help on messages about data, checks, files and commands: K07, K08 and K09.

extension HelpText {
  static let dataPages: [HelpPage] = [
    HelpPage(
      "K0701", "no row has this text", zh: "没有一行是这个文字",
      """
      Nothing in the data is written so, and the answer is that of no rows. Texts are
      compared letter by letter, also in case. The nearest one is offered.
      """,
      zh: """
        数据里没有这样写的，结果就是零行的结果。文本逐字比较，大小写也算。
        有相近的会列出来。
        """,
      wrong: "clicks where site = \"de\"", right: ["clicks where site = \"DE\""]),
    HelpPage(
      "K0702", "a file that cannot be read", zh: "读不了的文件",
      """
      The file is there, but is damaged, empty or of no known form. A part of it would
      give numbers that are too small, so none of it is read.
      """,
      zh: """
        文件在，但坏了、是空的，或格式不认得。只读一部分，数就会偏小，所以整个不读。
        """,
      right: ["show loads", "show kinds"]),
    HelpPage(
      "K0703", "a file that is no known export", zh: "认不出的报告",
      """
      In a folder, files with an unknown header are left out and counted. To read one
      as a table of your own, load it by name.
      """,
      zh: """
        文件夹里表头不认得的文件会被略过并计数。要当作自己的表来读，请单独载入并起名。
        """,
      right: ["load \"notes.csv\" as notes"], isTried: false),
    HelpPage(
      "K0704", "rows that could not be read", zh: "读不了的行",
      """
      They have too few cells, or no day or amount where one must be. They are left
      out of every number, and each is listed with its place and the reason.
      """,
      zh: """
        这些行的列数不够，或该有日期、金额的地方没有。它们不算进任何数值，
        每一行都列出位置和原因。
        """,
      right: ["show rejects"]),
    HelpPage(
      "K0705", "rows without a day", zh: "没有日期的行",
      """
      The export names no days, so its rows belong to no period. The day, or the month
      it covers, is given when it is loaded.
      """,
      zh: """
        报告里没有日期，这些行就不属于任何时段。载入时写明它是哪一天或哪个月的。
        """,
      right: ["load \"report.csv\" with date = 2026-08"], isTried: false),
    HelpPage(
      "K0706", "nothing to divide by", zh: "分母为零",
      """
      The lower part of a ratio is zero there, and the value is left blank: neither
      zero nor endless would be true.
      """,
      zh: """
        这里比率的分母是零，值留空：写 0 或无穷大都不对。
        """,
      wrong: "acos where site = \"XX\"", right: ["clicks / impressions as rate by site"]),
    HelpPage(
      "K0707", "rows left out of a sum", zh: "没有算进合计的行",
      """
      A value that the formula needs is missing there, though the row has an amount.
      The sum is of the others; the rows and their amount are told.
      """,
      zh: """
        有的行有金额，但缺了公式要用的值。合计是其余各行的；消息里写出少了几行、
        多少金额。
        """,
      right: ["show rejects"]),
    HelpPage(
      "K0708", "days that are not covered", zh: "没有覆盖到的天",
      """
      The files of this source cover a part of the period only. The numbers are of
      those days, and too small beside a whole period.
      """,
      zh: """
        这个数据源的文件只覆盖时段的一部分，数值只是那些天的。和完整的时段相比会偏小。
        """,
      wrong: "settlement_amount by currency over 2026-08",
      right: ["settlement_amount by currency over past 4 weeks"]),
    HelpPage(
      "K0709", "a rule of a source does not hold", zh: "不符合数据源的规则",
      """
      The definition of the source requires something, and its file does not meet it.
      For `require` nothing is computed and the exit status is 3; `warn` only says so.
      """,
      zh: """
        数据源的定义里有要求，文件没有做到。`要求` 不满足就不计算，退出码是 3；
        `警告` 只提醒。
        """,
      right: ["source visits from \"visits.csv\" { warn visits >= 0 }"], isTried: false),
    HelpPage(
      "K0710", "a file that could take all memory", zh: "可能占满内存的文件",
      """
      Archives, workbooks and XML can be made to grow without end as they are opened.
      One that goes beyond what exports reach is not opened further. A report that is
      really as large is read once it is unpacked, or split into several.
      """,
      zh: """
        压缩包、工作簿和 XML 可以做成打开时无限变大的样子。超出平台报告应有的大小，
        就不再往下读。报告真有这么大，就先解压，或者分成几份再读。
        """,
      right: ["show loads"]),
    HelpPage(
      "K0711", "a layout that is not certain", zh: "格式尚未确认",
      """
      No file of this kind was at hand when its definition was written: its columns
      come from documents or programs that read it. Compare a total with what the
      platform shows before relying on it.
      """,
      zh: """
        写这个定义时没有见过真实文件，列名来自文档或读取它的程序。使用之前，请拿一个合计
        和平台上显示的数字核对。
        """,
      right: ["show loads", "show kinds"]),
    HelpPage(
      "K0712", "texts that begin like a formula", zh: "开头像公式的文本",
      """
      A spreadsheet computes a text that begins with = + - or @, whoever wrote it. In
      csv and tsv for spreadsheets an apostrophe before it keeps it a text. Files for
      programs are left as they are, and xlsx needs no such thing.
      """,
      zh: """
        以 =、+、-、@ 开头的文本会被电子表格当作公式来算，不管是谁写的。
        csv 和 tsv 设为给电子表格用时，前面加一个撇号，它就还是文本。
        给程序用的文件保持原样，xlsx 不需要这样做。
        """,
      right: ["set csv_for spreadsheets", "set csv_for programs"]),
    HelpPage(
      "K0713", "days that should be there", zh: "该有而没有的日期",
      """
      The source has rows on nearly every day of this store and site, and not on
      these. A file was not downloaded, or a row in it could not be read. The answer
      counts nothing for these days.
      """,
      zh: """
        这个店铺和站点几乎每天都有数据，偏偏这几天没有：可能漏下载了文件，
        或者有一行读不出来。结果里这几天按没有计。
        """,
      wrong: "sessions by site over 2026-05",
      right: ["coverage traffic_by_day where site = \"UK\" over 2026-05", "show rejects"]),
    HelpPage(
      "K0714", "a file that changed after loading", zh: "载入之后变了的文件",
      """
      The numbers are those of the file as it was when it was loaded, so its hash now
      would vouch for something else and is left out of the receipt. Start again, or
      load the file again.
      """,
      zh: """
        数值来自载入时的文件，现在的哈希对不上，所以收据里不写。
        请重新运行，或重新载入这个文件。
        """,
      right: ["show loads"]),
    HelpPage(
      "K0801", "a check failed", zh: "检查不通过",
      """
      The line says what was expected and what was found. Groups that fail are listed
      below it; of a ratio, its two parts too. The exit status is 1.
      """,
      zh: """
        这一行写明应该多少、实际多少，下面列出不达标的组，比率还列出分子和分母。
        退出码是 1。
        """,
      right: ["check units > 0 by store over last week"]),
    HelpPage(
      "K0802", "all checks of a run", zh: "一次运行的全部检查",
      """
      The last line of a run counts its checks: how many passed, failed and did not
      run, and how many errors there were beside them. Beside answers in json it is a
      message with this code, else a plain line.
      """,
      zh: """
        运行的最后一行是检查的总数：通过、未通过、未执行各几项，另有几个错误。
        结果用 json 输出时，它是带这个编号的一条消息，否则就是一行文字。
        """,
      right: ["check units > 0 by store over last week"], isTried: false),
    HelpPage(
      "K0803", "a worked example is wrong", zh: "示例算不对",
      """
      The formula, computed with the numbers of the example, gives another result. One
      of the two is not what was meant.
      """,
      zh: """
        用示例里的数代入公式，得出另一个结果。公式和示例总有一个写错了。
        """,
      wrong: "metric x = clicks / 2 { example: clicks = 6 gives 2 }",
      right: ["metric x = clicks / 2 { example: clicks = 6 gives 3 }"]),
    HelpPage(
      "K0804", "no unit", zh: "没有单位",
      """
      Said by `lint`. The definition does not say whether it is a percentage, money, a
      count or another number, so a quotient is shown as 0.25 where 25 % is meant.
      """,
      zh: """
        由 `审阅` 指出。定义没有写是百分比、金额、个数还是其他数字，
        本应显示 25% 的比率会显示成 0.25。
        """,
      wrong: "metric ad_part = ad_sales / gross_sales",
      right: ["metric ad_part = ad_sales / gross_sales { unit: percent }"], isTried: false),
    HelpPage(
      "K0805", "no direction", zh: "没有方向",
      """
      Said by `lint`. The definition does not say whether more is better: a colleague
      cannot tell a good week from a bad one, and a report cannot colour it.
      """,
      zh: """
        由 `审阅` 指出。定义没有写明高好还是低好，同事看不出这一周是好是坏。
        """,
      wrong: "metric ad_part = ad_sales / gross_sales { unit: percent }",
      right: ["metric ad_part = ad_sales / gross_sales { unit: percent; good: low }"],
      isTried: false),
    HelpPage(
      "K0806", "no label", zh: "没有给人看的名称",
      """
      Said by `lint`. What people call the metric, in English and in Chinese: lists,
      the glossary and answers in Chinese show it, and it can be searched for.
      """,
      zh: """
        由 `审阅` 指出。人们怎么叫这个指标，中英文各写一个：
        清单、术语表和中文结果会显示它，也能按它查找。
        """,
      wrong: "metric ad_part = ad_sales / gross_sales",
      right: ["metric ad_part = ad_sales / gross_sales { label: \"Ad part\", zh \"广告部分\" }"],
      isTried: false),
    HelpPage(
      "K0807", "no worked example", zh: "没有示例",
      """
      Said by `lint`. An example has numbers and the result. It is computed whenever
      the definition is read, so that a formula changed by mistake is noticed.
      """,
      zh: """
        由 `审阅` 指出。示例写明几个数和结果，每次读入定义都会算一遍，
        公式改错了马上就能发现。
        """,
      wrong: "metric ad_part = ad_sales / gmv",
      right: [
        "metric ad_part = ad_sales / gmv { example: ad_sales = 3, gmv = 12 gives 25% }"
      ], isTried: false),
    HelpPage(
      "K0808", "a mean of ratios", zh: "比率的平均",
      """
      Every row weighs the same in a mean, whether it stands for one euro or for a
      thousand. A ratio of a group is the sum of one side over the sum of the other.
      """,
      zh: """
        取平均时，一欧元的行和一千欧元的行权重一样。一组的比率应是分子之和除以分母之和。
        """,
      wrong: "metric mean_acos = avg(ads_by_product.spend / ads_by_product.ad_sales)",
      right: ["metric own_acos = sum(ads_by_product.spend) / sum(ads_by_product.ad_sales)"]),
    HelpPage(
      "K0809", "a name that hides one that ships", zh: "盖住自带名称",
      """
      Said by `lint`. Under this name everyone else has another number: a definition
      or a second name that ships. A name of its own tells the two apart.
      """,
      zh: """
        由 `审阅` 指出。别人用这个名称看到的是另一个数：自带的定义或别名。
        换个自己的名称，就不会混淆。
        """,
      wrong: "alias 转化率 = ctr", right: ["alias 点击转化 = ctr"], isTried: false),
    HelpPage(
      "K0821", "the parts add up", zh: "各部分加起来正好",
      """
      What `why` shows adds up to the change to the last digit, and this says by which
      rule it was parted. Parts that are no whole digits are rounded so that they
      still add up: the digits that lack go to those that were rounded furthest.
      """,
      zh: """
        `为何` 列出的各部分，到最后一位都加得出总变动；这里写明按什么方法拆。
        除不尽的部分先四舍五入，差的那几位给舍入最多的，所以仍然加得出来。
        """,
      right: ["why units by store over last week"], isTried: false),
    HelpPage(
      "K0822", "groups that are no parts", zh: "分组不是组成部分",
      """
      An order with two products is counted under each of them and once in the whole;
      a median of all is no sum of medians. The groups are shown as they are, and no
      part of the change is told.
      """,
      zh: """
        一张订单有两种商品，在两个商品下各算一次，总数里只算一次；
        总体的中位数也不是各组中位数之和。所以只列出各组的数，不说谁造成了多少。
        """,
      wrong: "why orders by sku where store = \"Nord\" over 2026-08",
      right: ["why units by sku where store = \"Nord\" over 2026-08"]),
    HelpPage(
      "K0823", "nothing to compare with", zh: "没有可对比的数",
      """
      One of the two periods has no value: its days are not loaded, or there is
      nothing to divide by.
      """,
      zh: """
        两个时段中有一个没有数：那些日期没有载入，或者除数为零。
        """,
      wrong: "why units by store", right: ["why units by store over last week"]),
    HelpPage(
      "K0901", "no such file", zh: "没有这个文件",
      """
      No file has this name, or none matches the pattern. Paths are relative to the
      file that names them, and to the current folder on the command line.
      """,
      zh: """
        没有这个名字的文件，或没有文件与路径里的 * 相符。脚本里的路径相对于脚本，
        命令行上的相对于当前文件夹。
        """,
      wrong: "load \"missing.csv\"", right: ["show loads"]),
    HelpPage(
      "K0902", "no such topic", zh: "没有这个主题",
      """
      help alone lists all topics; show takes one of its own.
      """,
      zh: """
        单独一个 `帮助` 列出全部主题；`显示` 后面只能写它自己的几个词。
        """,
      wrong: "help clauses", right: ["help"]),
    HelpPage(
      "K0903", "stopped", zh: "已停止",
      """
      The question or the load was interrupted. Nothing of it was kept, so no
      half-finished number is left.
      """,
      zh: """
        查询或读入被中断，一点也没有保留，所以不会留下算了一半的数。
        """,
      right: ["units by store"]),
    HelpPage(
      "K0904", "no such lesson", zh: "没有这一课",
      """
      A lesson goes by its name, its number or the beginning of its title. `learn`
      alone lists all of them.
      """,
      zh: """
        课程可以用名称、编号或标题的开头来指。单独一个 `学习` 列出全部课程。
        """,
      wrong: "learn nothing", right: ["learn"]),
    HelpPage(
      "K0905", "a lesson that is not understood", zh: "看不懂的课程文件",
      """
      A class, as kepi learn --class reads it, is a Markdown document: a heading
      begins a lesson, and blocks hold what is tried and asked. The message says
      the line.
      """,
      zh: """
        kepi learn --class 读的课程是 Markdown 文档：一级标题开始一课，
        代码块里是要试的语句和题目。消息里写明是第几行。
        """,
      right: ["learn"]),
    HelpPage(
      "K0906", "nothing to go back to", zh: "前面没有可用的",
      """
      `last` and `chart` alone show the last answer once more: there is none yet, or
      it has no numbers side by side. `undo` goes back to the question before the
      last, in the shell, where lines of clauses change a question step by step.
      """,
      zh: """
        单独的 `上次` 和 `图表` 再次显示刚才的结果：还没有结果，或者没有可以并列的数字。
        `撤销` 在交互界面中回到前一条查询；那里以子句开头的一行逐步修改查询。
        """,
      wrong: "undo", right: ["units by store", "chart units by store"]),
    HelpPage(
      "K0907", "no receipt", zh: "没有收据",
      """
      `verify` needs the receipt that `export` writes: inside a json file, or beside
      the file as FILE.receipt.json. Answers written before there were any have none.
      """,
      zh: """
        `核验` 需要 `导出` 写下的收据：json 在文件里面，其他在旁边的 文件.receipt.json。
        以前导出的文件没有收据。
        """,
      right: ["export to \"weekly.csv\" units by store over last week"], isTried: false),
    HelpPage(
      "K0910", "the cache", zh: "缓存",
      """
      Where what was read from exports is kept between runs, how many of them and of
      how many bytes at most. Numbers do not depend on it: an export that changed is
      read again. See `help cache`.
      """,
      zh: """
        读过的报告存在哪里、有几个、最多占多少空间。数值与缓存无关：
        报告变了就重新读取。见 `帮助 缓存`。
        """,
      wrong: "show cache", right: ["show loads"]),
    HelpPage(
      "K0915", "too large for memory", zh: "内存放不下",
      """
      A question may take half of the machine's memory for its lines. One that
      would take more is refused, before the system ends the program. Ask for fewer
      groups, or let it take more: `set memory 8000` is 8 GB.
      """,
      zh: """
        一个查询的行最多用机器一半的内存。超过就拒绝，免得系统直接结束程序。
        少分一些组，或者让它多用：`set memory 8000` 是 8 GB。
        """,
      right: ["units by store", "set memory 8000"]),
  ]
}
