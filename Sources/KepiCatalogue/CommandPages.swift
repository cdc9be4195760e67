// Help on commands, files, exit statuses and keys.

extension HelpText {
  static let commandPages: [HelpPage] = [
    HelpPage(
      "load", "read files", zh: "读入文件",
      """
      `load` takes a file, a folder or a pattern. A known export finds its place by
      its header. {store} and {site} take their value from that part of the path;
      `with` sets it by hand, where the file has no such column; `as` names a table of
      one's own. What overlaps never counts twice: the later file replaces it. Of a
      workbook or an archive all tables are read, or the one named after ` › `.
      """,
      zh: """
        `载入` 读一个文件、一个文件夹，或用 * 匹配的一批文件。平台报告凭表头认出，
        文件名无所谓。路径里的 {store}、{site} 取那一段的文字；`附` 手工给值，
        用于报告里没有的列；`命名` 写自己的数据源名。重叠的报告不会重复计数：
        后面的替换前面的。
        """,
      right: [
        "load \"{store}/{site}\"",
        "load \"report.csv\" with store = \"Nord\", site = \"DE\", date = 2026-09",
        "load \"budget.csv\" as budget", "load \"plan.xlsx › July\" as plan",
      ], isTried: false),
    HelpPage(
      "files", called: "文件", "what is read, and when", zh: "读什么，什么时候读",
      """
      Folders and exports named on the command line are loaded; files that end in
      .kepi are run. A workspace.kepi in the folder is read first. All files are read,
      and all statements checked, before the first one runs, so that a mistake in the
      last line costs no time.
      """,
      zh: """
        命令行里的文件夹和报告会被读入，以 .kepi 结尾的脚本会被执行；
        文件夹里有 workspace.kepi 就先读它。执行第一条语句之前，文件都已读完，
        语句都已检查，所以最后一行写错也不会白等。
        """,
      right: ["show loads", "show rejects", "show sources"]),
    HelpPage(
      "cache", called: "缓存", "what is kept between runs", zh: "两次运行之间保留什么",
      """
      What an export was read as is kept in ~/.cache/kepi, or $XDG_CACHE_HOME/kepi,
      and opened by the next run while neither the export nor its definition nor the
      program is another one. Answers are the same without: `--no-cache` for one run,
      KEPI_CACHE=off for all. KEPI_CACHE=500M or 100G is the most that is kept, 20G
      where it is not set. `show cache` tells which files came from it, and
      kepi cache clear removes what is kept.
      """,
      zh: """
        读过的报告按列存入 ~/.cache/kepi（或 $XDG_CACHE_HOME/kepi）。
        报告、数据源定义和程序都没有变时，下次运行直接打开。不用缓存时结果也一样：
        --no-cache 只管这一次，KEPI_CACHE=off 一直有效。
        KEPI_CACHE=500M 或 100G 设定上限，默认 20G。`显示 cache` 列出哪些文件
        来自缓存；命令行 kepi cache clear 清除缓存。
        """,
      right: ["show cache", "show loads"]),
    HelpPage(
      "show", "lists", zh: "列清单",
      """
      show loads, rejects, cache, kinds, sources, metrics, dimensions, segments,
      periods, params, settings, unmapped (see `help unmapped`) or history: what was
      typed in this workspace, when, how it ended and how long it took. `like` keeps
      the lines that have such a text, anywhere in them; with * for any letters it is
      all of a cell. Metrics are found by name, label, alias and meaning in both
      languages. `show rows of` is another thing: see `help rows`.
      """,
      zh: """
        `显示` 后面写 loads、rejects、cache、kinds、sources、metrics、dimensions、
        segments、periods、params、settings、unmapped（见 `帮助 unmapped`）或
        history：在这个文件夹里输入过什么、何时、结果如何、用了多久。`类似`
        只留下含有这段文字的行；写了 * 就要整格相符，* 代表任意文字。
        指标按名称、标签、别名和含义查找，中英文都行。
        `显示 明细行 的` 是另一回事，见 `帮助 明细行`。
        """,
      right: ["show metrics like \"ac*\"", "show dimensions"]),
    HelpPage(
      "unmapped", called: "未归类", "amounts that no fee group knows", zh: "没有费用类别的金额",
      """
      Amounts of settlements and transaction reports are sorted into fee groups by
      their names, and platforms invent new names. What no rule knows stays in every
      total, in the fee group `unmapped`. `show unmapped` lists it: what it is called,
      its amount, how many rows, and the files that they stand in. A month is closed
      when the list is empty. `show rows of` shows the rows themselves.
      """,
      zh: """
        结算和交易报告的金额按费用名称归入费用类别，而平台常有新名称。
        规则不认识的金额仍在每个合计里，费用类别是 `unmapped`。`显示 unmapped`
        列出费用名称、金额、行数和所在文件；关账前清单应为空。
        明细行用 `显示 明细行 的` 查看。
        """,
      right: [
        "show unmapped", "show unmapped like \"storage\"",
        "settlement_amount by charge where fee_group = \"unmapped\"",
      ]),
    HelpPage(
      "rows", also: ["of"], "the rows behind a number", zh: "一个数字由哪些行得来",
      """
      `show rows of` a number lists the rows that it was made of, each with its file,
      its line and the columns that were used. `where` and `over` say of which number;
      `limit` how many rows, 20 where it is left out. A last line says how many more
      there are, and the total is the number of the answer. In a currency asked for
      with `in` each row shows its amount before and after.
      """,
      zh: """
        `显示 明细行 的` 后面写一个数字，就列出它由哪些行得来：每行的文件、行号和
        用到的列。用 `其中` 和 `期间` 说明是哪个数字，用 `限` 说明列多少行，默认 20 行。
        末尾写明还有多少行，合计就是结果里的数字。用 `折算` 指定币种时，
        每行列出折算前后的金额。
        """,
      right: [
        "show rows of acos where store = \"Nord\" over last week",
        "show rows of units where sku = \"SU-LAM-01\" limit 50",
      ]),
    HelpPage(
      "describe", "what a name means", zh: "一个名称是什么口径",
      """
      `describe` shows a definition down to the columns: formula, unit, worked example
      with its computed result, and where it is defined. Begin there when two people
      have two numbers. It knows metrics, dimensions, segments, sources, columns,
      parameters, and with `kind` before the name the exports that Kepi reads. Of a
      file in quotes it tells what is in it, and how it would be read; for one of no
      known kind it drafts a `source`.
      """,
      zh: """
        `说明` 把定义一直展开到文件的列：公式、单位、示例和算出的结果、在哪里定义。
        两个人的数字对不上时，先看口径是否相同。可用于指标、维度、分段、数据源、
        列和参数；说明平台报告时，在名称前写 `报告类型`。后面写引号里的文件名，
        就说明文件里有什么、会怎样读；不认识的文件会给出一份 `数据源` 草稿。
        """,
      right: [
        "describe acos", "describe order_lines", "describe order_lines.units",
        "describe kind amazon_all_orders",
      ]),
    HelpPage(
      "explain", "where an answer comes from", zh: "结果是怎么来的",
      """
      `explain` before a question shows its dates and why, each source with its rows,
      its files with their hashes, the definitions, and for each line the formula with
      its numbers put in, down to what was added up of which column. Where a number is
      blank it says why. Below stands the question for the rows themselves. Use it
      first when a number surprises.
      """,
      zh: """
        查询前面写 `解释`，就列出取了哪些日期、为什么，每个数据源留下多少行，
        用了哪些文件和口径，并把每一行的数字代入公式，一直到加总的是哪一列。
        数字为空时说明原因，下面还有一条语句，用来查看明细行。数字出乎意料时先用它。
        """,
      right: ["explain acos by site over last week"]),
    HelpPage(
      "check", "conditions that must hold", zh: "必须成立的条件",
      """
      A check is a question of conditions. It prints one line for each, with what was
      expected and found, and the groups that fail; a last line counts them all. A
      group with a blank value has no data: it does not fail, but a check where
      nothing has data does, so that a missing file is not taken for good news.
      """,
      zh: """
        检查是由条件组成的查询：每个条件一行，写明应该多少、实际多少，并列出不达标的组，
        最后一行是总数。空白的组算没有数据，不算不达标；但全都没有数据时不通过，
        免得漏读文件还显示正常。不通过时退出码是 1。
        """,
      right: [
        "check acos <= 60% by store, site over last week",
        "check \"DE sells\": units > 0 by store where site = \"DE\" over last week",
      ]),
    HelpPage(
      "why", also: ["tree"], "what made a number change", zh: "数字为什么变了",
      """
      `why` takes the change between two periods apart, `vs previous` where nothing
      is said. By groups: sums group by group; a ratio by the groups' own change
      (rate) and by their weights (mix). `by driver`, or no `by`: by what the number
      is made of. `by sku, driver`: both; sales of products by volume, mix and price.
      The parts add up to the last digit. Largest movers first; `limit` says how many.
      Better drivers stand in a definition: `tree: sessions * rate * basket`.
      """,
      zh: """
        `为何` 拆解两个时段之间的变动，不写 `对比` 就与上期比。`按` 分组：金额按组相减，
        比率分成各组自身的变动（rate）和权重的变动（mix）。`按` driver 或不写 `按`：
        按组成它的因素拆。两者可以一起写；商品销售分成量、结构和价。
        各部分之和到最后一位都等于变动。变动大的在前，`限` 写行数。
        定义里可用 `拆解` 写出更好的因素。
        """,
      right: [
        "why acos by campaign where store = \"Pacific\" over 2026-08",
        "why gross_sales by sku, driver where store = \"Pacific\" over 2026-08",
        "why acos where store = \"Pacific\" over last week vs 4 weeks ago",
      ]),
    HelpPage(
      "what if", called: "假设", "other values for drivers", zh: "给因素换一个值",
      """
      In brackets a driver of a number gets another value, the others stay:
      `acos[cpc = 0.50]`, `gross_sales[order_session_rate = 9%]`. Its own name is its
      value now: `[cpc = cpc * 110%]`. Several are joined by `and`. The other way
      round asks which value of a driver reaches a target: `cpc[acos = 20%]`. The
      drivers are those that `why` tells.
      """,
      zh: """
        方括号里给一个因素换值，其他因素不变：`acos[cpc = 0.50]`。
        它自己的名称就是现在的值：`[cpc = cpc * 110%]`。几个因素用 `且` 连接。
        反过来写，就是问因素要多少才能达到目标：`cpc[acos = 20%]`。
        可用的因素就是 `为何` 列出的那些。
        """,
      right: [
        "acos, acos[cpc = 0.50] as cheaper where store = \"Pacific\" over last week",
        "gross_sales[order_session_rate = order_session_rate * 110%] by store, currency over 2026-08",
        "cpc, cpc[acos = 20%] as needed where store = \"Pacific\" over last week",
      ]),
    HelpPage(
      "export", "write an answer to a file", zh: "把结果写进文件",
      """
      The ending of the file says its form: csv, tsv, json or ndjson, with numbers in
      full, for programs; txt, md or html, as on the screen; xlsx, where each question
      that goes to the same file gets a sheet. The receipt is written beside it. The
      answers of `why`, `check`, `coverage` and `reconcile` are written alike.
      """,
      zh: """
        文件后缀决定格式：csv、tsv、json、ndjson 给程序用，数值完整，没有千分位和符号；
        txt、md、html 给人看，和屏幕上一样；xlsx 是工作簿，
        写进同一个文件的查询各占一张工作表。收据写在旁边。
        `为何`、`检查`、`覆盖`、`对账` 的结果同样可以导出。
        """,
      right: [
        "export to \"weekly.csv\" units by store over last week",
        "export to \"weekly.xlsx\" units by store over last week",
        "export to \"why.json\" why acos by campaign over last week",
      ], isTried: false),
    HelpPage(
      "forms", called: "格式", "how answers are written", zh: "结果怎样写出来",
      """
      For people: table, box, or vertical with a line for each value. For programs:
      csv, tsv, json with units and receipt, ndjson with an object a row. For other
      pages: markdown, html. xlsx is a workbook with a sheet for each question.
      `set csv_for spreadsheets` makes csv and tsv safe to open in one.
      """,
      zh: """
        给人看：table、box，或一值一行的 vertical。给程序用：csv、tsv，
        带单位和说明的 json，一行一个对象的 ndjson。贴到别处：markdown、html。
        xlsx 是工作簿，每条查询一张工作表。
        `设置` csv_for spreadsheets 之后，csv 和 tsv 可以放心用电子表格打开。
        """,
      right: ["set format box", "set format vertical", "set format markdown"]),
    HelpPage(
      "set", "settings", zh: "设置",
      """
      `set` holds from its line on: the form of answers, whom csv is for, the language
      of messages, the first day of a week, the time zone of times that name none,
      whether answers carry whole receipts, how many megabytes a question may take;
      for the screen `pager`, `timing`, `trend` and `ambiguous_width`. What the shell
      begins with stands in ~/.config/kepi/settings.kepi, a `set` a line.
      """,
      zh: """
        `设置` 从所在行起生效：结果的格式、csv 给谁用、消息的语言、一周从哪天开始、
        没有写明时区的时间算哪个时区、结果是否附完整收据、一个查询最多用多少 MB 内存；
        屏幕方面有 pager（分页）、timing（耗时）、trend（走势）和
        ambiguous_width（… 和 × 等符号占几格）。
        交互界面启动时的设置写在 ~/.config/kepi/settings.kepi，一行一条 `设置`。
        """,
      right: ["set format csv", "set week_start sunday", "set timing on", "show settings"]),
    HelpPage(
      "last answer", called: "上次结果", also: ["chart", "undo"], "shown again, drawn, taken back",
      zh: "再看、画图、退回",
      """
      `last` shows the last answer again without asking again, `last as csv` in
      another form. `chart` draws it: bars for groups, a line over time, a short line
      for each group over time; before a question it draws that one's answer. `undo`
      goes back to the question before the last. What does not fit the screen is
      shown in a pager: $PAGER, else less; `set pager off` does without.
      """,
      zh: """
        `上次` 再次显示刚才的结果，不重新计算；`上次 作为 csv` 换一种格式。
        `图表` 把它画出来：分组画条形，按时间画线，分组又按时间就每组一条小线；
        写在查询前面，就画那条查询的结果。`撤销` 回到前一条查询。
        屏幕放不下的会分页显示，程序由 $PAGER 指定，默认 less；
        `设置` pager off 关掉分页。
        """,
      right: ["chart units by week over last 8 weeks", "last as csv", "last"], isTried: false),
    HelpPage(
      "include", "read another script", zh: "读入另一个脚本",
      """
      Its definitions and statements are read at that place, so that what several
      scripts need is written once. The path is relative to the file that names it,
      and a file is read once however often it is included.
      """,
      zh: """
        `引入` 在此处读入另一个脚本的定义和语句，共用的口径就只需维护一份。
        路径相对于写它的文件；同一个文件引入几次也只读一次。
        """,
      right: ["include \"metrics/ads.kepi\""], isTried: false),
    HelpPage(
      "exit status", called: "退出码", "how a run ends", zh: "一次运行怎样结束",
      """
      0  all well
      1  a check failed, `reconcile` found more than is allowed, or `verify` a change
      2  a statement or an option was not understood, and nothing was run
      3  a file could not be read or written, or what a source requires does not hold
      124  the time of --timeout was up, 130  interrupted by Ctrl-C
      The first of 130, 124, 2, 3, 1 that applies wins. With --keep-going a mistake
      stops its own statement alone.
      """,
      zh: """
        0  一切正常
        1  有检查不通过，`对账` 超出容差，或 `核验` 发现数值变了
        2  有语句或选项看不懂，什么都没有执行
        3  有文件读不了或写不了，或数据源的要求不满足
        124  --timeout 的时间到了；130  被 Ctrl-C 中断
        同时出现时，按 130、124、2、3、1 的次序取第一个。定时任务凭它判断结果。
        加上 --keep-going，写错的语句只停它自己。
        """,
      right: ["check units > 0 by store over last week"]),
    HelpPage(
      "scripts", called: "脚本", "checks that run by themselves", zh: "自动运行的检查",
      """
      Named on the command line, scripts run in order: kepi checks/*.kepi. --report
      junit=FILE, tap=FILE or json=FILE writes what the checks found; --quiet leaves
      out what is well; --timeout 5m ends what takes too long. --param NAME=VALUE, or
      KEPI_PARAM_NAME in the environment, sets a parameter of a script. A Markdown
      document is a script, too: kepi report.md shows the answers of its kepi fences,
      --check compares them with those that stand there, --accept writes them. kepi
      watch runs a script again when it or an export changes, and shows what moved.
      """,
      zh: """
        命令行里写上脚本，就依次执行：kepi checks/*.kepi。
        --report junit=文件、tap=文件、json=文件 写出检查的结果；
        --quiet 不显示正常的部分；--timeout 5m 到时间就停。
        脚本的参数用 --param 名称=值 给出，也可以用环境变量 KEPI_PARAM_名称。
        Markdown 文档也是脚本：kepi report.md 显示各 kepi 代码块的结果，
        --check 与文中已有的结果比较，--accept 写进文中。
        脚本或导出文件有变化时，kepi watch 会重新执行，并显示变了哪些行。
        """,
      right: ["check units > 0 by store over last week"]),
    HelpPage(
      "learn", "lessons", zh: "课程",
      """
      `learn` lists the lessons and what is done of them; with a name or a number it
      begins one. They have data of their own: read, try, answer. An answer may be a
      number, a word or a question that gives it. hint, answer, skip and quit help on.
      kepi learn --class FILE takes a trainer's own, --results FILE keeps the answers.
      """,
      zh: """
        `学习` 列出课程和进度，后面写名称或编号就开始一课。课程自带数据：
        读一读，试一试，答一答。答案可以是数字、词，或得出答案的查询。
        hint 提示，answer 看答案，skip 跳过，quit 退出。
        kepi learn --class 文件 用培训师自己的课程，--results 文件 记下答题结果。
        """,
      right: ["learn", "learn acos", "learn 3"]),
    HelpPage(
      "quiz", also: ["seed"], "questions about metrics at random", zh: "随机测验",
      """
      Each question is a metric's own worked example with fresh numbers. `quiz` asks
      five, a number behind it asks as many. The same `seed` gives the same questions.
      """,
      zh: """
        每道题都是某个指标的示例换上新的数。`测验` 出五道题，后面写数字就出那么多。
        `种子` 相同，题目就相同。
        """,
      right: ["quiz 3 seed 7"]),
    HelpPage(
      "lint", "what own definitions lack", zh: "检查自己的定义",
      """
      `lint` looks over the metrics defined here: a unit, a direction, labels in both
      languages, an example; a mean of ratios; a name that hides one that ships. These
      are remarks and no errors, each with a better line. kepi lint FILE does so for
      scripts, without data.
      """,
      zh: """
        `审阅` 检查自己定义的指标：有没有单位、方向、中英文名称和示例，
        是不是比率的平均，名称有没有盖住自带的。都只是提示，不是错误，能改的会给出改法。
        kepi lint 文件 检查脚本，不需要数据。
        """,
      right: ["lint"]),
    HelpPage(
      "glossary", "all metrics on one page", zh: "全部指标的术语表",
      """
      `export` `glossary` `to` a file that ends in html or md writes one page to print
      or to send: every metric in both languages, with its formula, unit, trap, worked
      example and sources. What is defined here comes last. show glossary shows it.
      """,
      zh: """
        `导出` `术语表` `至` 以 html 或 md 结尾的文件，得到一份可打印、可转发的文档：
        每个指标的中英文说明、公式、单位、陷阱、示例和数据源，自己定义的排在最后。
        """,
      right: ["export glossary to \"glossary.html\"", "show glossary like \"aco*\""],
      isTried: false),
    HelpPage(
      "shell keys", called: "按键", "typing questions", zh: "输入查询",
      """
      Enter runs a line, Alt-Enter begins another row. A line that begins with a
      clause changes the last question. Tab offers what may follow: Tab and the arrows
      choose, Enter takes, Escape leaves. Grey text is an earlier line that begins so:
      the right arrow or End takes it. The up arrow brings back earlier lines, Ctrl-R
      searches them. Ctrl-C stops a question or clears the line, Ctrl-D leaves.
      """,
      zh: """
        回车执行一行，Alt-回车另起一行。以子句开头的一行修改上一条查询，不用重打。
        Tab 提示后面能写什么：Tab 和方向键选择，回车采用，Esc 放弃。
        灰色文字是以前输入过的同样开头的一行，按右方向键或 End 采用。
        上方向键找回以前的行，Ctrl-R 在其中搜索（可输入中文）。
        Ctrl-C 中断查询或清空这一行，Ctrl-D 退出。
        """,
      right: ["units by store", "units by store over last week"]),
  ]
}
