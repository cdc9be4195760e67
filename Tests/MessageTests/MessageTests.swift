import KepiDiagnostics
import KepiShell
import Testing

/// What people read when something is wrong with a statement, to the letter. To add a case, add a
/// row. The statements are asked of the files in `OwnFiles.swift`.
struct MessageTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let query: String
    let golden: String
    let chinese: String
  }

  @Test(arguments: rows)
  func message(_ row: Row) {
    let run = Reading(statements: [row.query]).started
    #expect(run.text == row.golden + "\n")
  }

  @Test(arguments: rows)
  func messageInChinese(_ row: Row) {
    let run = Reading(language: .chinese, statements: [row.query]).started
    #expect(run.text == row.chinese + "\n")
  }

  /// A line that is offered works: made and run in the same session, the error is gone.
  @Test(arguments: rows)
  func mend(_ row: Row) throws {
    let session = Reading(format: .json)
    let said = try Message.all(in: session.run(row.query).errors)
    for message in said {
      for mend in message.mends where !mend.edits.isEmpty {
        let repaired = mend.made(in: row.query)
        let after = session.run(repaired)
        let left = try Message.all(in: after.errors)
        #expect(
          !left.contains { $0.code == message.code && $0.message == message.message },
          "\(repaired) still says \(message.code)")
        #expect(
          !left.contains { $0.severity == "error" },
          "\(repaired) says \(left.map { $0.code + " " + $0.message })")
        // What is shown on one line is what the edits make.
        if !row.query.contains("\n") { #expect(mend.line == repaired.trimmingBlanks) }
      }
    }
  }

  static let rows = [
    Row(
      testDescription: "an unknown name offers the nearest",
      query: "reveneu by shop over last week",
      golden: """
        error K0301: there is no metric or dimension called `reveneu`
          1 | reveneu by shop over last week
            | ^^^^^^^
          The nearest name is `revenue`:   revenue by shop over last week
        """,
      chinese: """
        错误 K0301：没有叫 `reveneu` 的指标或维度
          1 | reveneu by shop over last week
            | ^^^^^^^
          最接近的名称是 `revenue`：   revenue by shop over last week
        """),
    Row(
      testDescription: "one nothing is near to leads to the lists",
      query: "turnover by shop",
      golden: """
        error K0301: there is no metric or dimension called `turnover`
          1 | turnover by shop
            | ^^^^^^^^
          What can be asked:   show metrics   show dimensions
        """,
      chinese: """
        错误 K0301：没有叫 `turnover` 的指标或维度
          1 | turnover by shop
            | ^^^^^^^^
          可以查询的内容：   show metrics   show dimensions
        """),
    Row(
      testDescription: "a label leads to the name that can be typed",
      query: "营业收人 by shop, currency",
      golden: """
        error K0301: there is no metric or dimension called `营业收人`
          1 | 营业收人 by shop, currency
            | ^^^^^^^^
          The nearest name is `revenue`:   revenue by shop, currency
        """,
      chinese: """
        错误 K0301：没有叫 `营业收人` 的指标或维度
          1 | 营业收人 by shop, currency
            | ^^^^^^^^
          最接近的名称是 `revenue`：   revenue by shop, currency
        """),
    Row(
      testDescription: "behind by, a unit of time may be the nearest",
      query: "visit_count by weekk",
      golden: """
        error K0301: there is no metric or dimension called `weekk`
          1 | visit_count by weekk
            |                ^^^^^
          The nearest name is `week`:   visit_count by week
        """,
      chinese: """
        错误 K0301：没有叫 `weekk` 的指标或维度
          1 | visit_count by weekk
            |                ^^^^^
          最接近的名称是 `week`：   visit_count by week
        """),
    Row(
      testDescription: "behind where, a metric never is",
      query: #"order_count where markt = "DE""#,
      golden: """
        error K0301: there is no metric or dimension called `markt`
          1 | order_count where markt = "DE"
            |                   ^^^^^
          The nearest name is `market`:   order_count where market = "DE"
        """,
      chinese: """
        错误 K0301：没有叫 `markt` 的指标或维度
          1 | order_count where markt = "DE"
            |                   ^^^^^
          最接近的名称是 `market`：   order_count where market = "DE"
        """),
    Row(
      testDescription: "a reserved word shows its quoted form",
      query: "metric top = max(sales.price)",
      golden: """
        error K0304: `top` is a reserved word
          1 | metric top = max(sales.price)
            |        ^^^
          Quote it, here and wherever you use it:   metric `top` = max(sales.price)
        """,
      chinese: """
        错误 K0304：`top` 是保留字
          1 | metric top = max(sales.price)
            |        ^^^
          在这里和其他地方都加上反引号：   metric `top` = max(sales.price)
        """),
    Row(
      testDescription: "top ranks by a metric",
      query: "revenue top 5 by shop",
      golden: """
        error K0212: in `top`, `by` names what to rank by, and `shop` is a dimension
          1 | revenue top 5 by shop
            |                  ^^^^
          To rank by revenue:   revenue by shop top 5 by revenue
        """,
      chinese: """
        错误 K0212：`top` 中的 `by` 后面是排名依据，而 `shop` 是维度
          1 | revenue top 5 by shop
            |                  ^^^^
          按 revenue 排名：   revenue by shop top 5 by revenue
        """),
    Row(
      testDescription: "a site is no currency",
      query: "revenue where market in DE",
      golden: """
        error K0214: `in DE`: DE is not a currency
          1 | revenue where market in DE
            |                      ^^^^^
          For a list of values write:   revenue where market in ("DE")
        """,
      chinese: """
        错误 K0214：`in DE`：DE 不是币种
          1 | revenue where market in DE
            |                      ^^^^^
          值的列表写作：   revenue where market in ("DE")
        """),
    Row(
      testDescription: "a metric is no property of a row",
      query: "visit_count by shop where conversion > 30%",
      golden: """
        error K0403: `conversion` exists only after grouping, so rows cannot be filtered by it
          1 | visit_count by shop where conversion > 30%
            |                           ^^^^^^^^^^
          Filter the result instead:   visit_count by shop having conversion > 30%
        """,
      chinese: """
        错误 K0403：`conversion` 在分组之后才有，不能用来筛选行
          1 | visit_count by shop where conversion > 30%
            |                           ^^^^^^^^^^
          改为筛选结果：   visit_count by shop having conversion > 30%
        """),
    Row(
      testDescription: "other conditions stay where they are",
      query: #"visit_count by shop where conversion > 30% and market = "DE""#,
      golden: """
        error K0403: `conversion` exists only after grouping, so rows cannot be filtered by it
          1 | visit_count by shop where conversion > 30% and market = "DE"
            |                           ^^^^^^^^^^
          Filter the result instead:   visit_count by shop where market = "DE" having conversion > 30%
        """,
      chinese: """
        错误 K0403：`conversion` 在分组之后才有，不能用来筛选行
          1 | visit_count by shop where conversion > 30% and market = "DE"
            |                           ^^^^^^^^^^
          改为筛选结果：   visit_count by shop where market = "DE" having conversion > 30%
        """),
    Row(
      testDescription: "amounts of several currencies are not added",
      query: "revenue over last week",
      golden: """
        error K0411: these amounts are in EUR and GBP and cannot be added
          1 | revenue over last week
            | ^^^^^^^   rows in EUR: 4, in GBP: 3
          Keep them apart:   revenue by currency over last week
        """,
      chinese: """
        错误 K0411：这些金额含 EUR、GBP，不能相加
          1 | revenue over last week
            | ^^^^^^^   EUR 4 行，GBP 3 行
          分币种查询：   revenue by currency over last week
        """),
    Row(
      testDescription: "one line of several currencies is blank, with its own rows",
      query: "revenue by shop over last week",
      golden: """
        shop  revenue
        ----  -------
        Nord  €180.00
        Sud         -
        last week: 2026-09-21 to 2026-09-27; as of 2026-09-27, the newest day of sales
        sales 7 of 7 rows, 7 of 7 days
        note K0412: one line is blank under `revenue`: amounts in GBP and EUR cannot be added
          1 | revenue by shop over last week
            | ^^^^^^^   rows in GBP: 3, in EUR: 1
          Keep them apart:   revenue by shop, currency over last week
        """,
      chinese: """
        shop  revenue
        ----  -------
        Nord  €180.00
        Sud         -
        上周：2026-09-21 至 2026-09-27；截至日 2026-09-27，sales 的最新一天
        sales 取 7/7 行，7/7 天
        提示 K0412：`revenue` 有 1 行为空：金额为 GBP、EUR，不能相加
          1 | revenue by shop over last week
            | ^^^^^^^   GBP 3 行，EUR 1 行
          分币种查询：   revenue by shop, currency over last week
        """),
    Row(
      testDescription: "a condition that one table does not know",
      query: #"order_count, visit_count by shop where status = "completed""#,
      golden: """
        error K0501: `visit_count` comes from a table without `status`
          1 | order_count, visit_count by shop where status = "completed"
            |              ^^^^^^^^^^^               ^^^^^^
          That table is `visits`.
          Say which number the condition is for:   order_count[status = "completed"], visit_count by shop
        """,
      chinese: """
        错误 K0501：`visit_count` 所在的表没有 `status`
          1 | order_count, visit_count by shop where status = "completed"
            |              ^^^^^^^^^^^               ^^^^^^
          那张表是 `visits`
          指明条件用于哪个数字：   order_count[status = "completed"], visit_count by shop
        """),
    Row(
      testDescription: "a monthly plan has no days",
      query: "order_count, revenue_target by day over this month",
      golden: """
        error K0503: `revenue_target` is known by month, not by day
          1 | order_count, revenue_target by day over this month
            |              ^^^^^^^^^^^^^^    ^^^
          Ask by month:   order_count, revenue_target by month over all
        """,
      chinese: """
        错误 K0503：`revenue_target` 只有按月的数据，没有按天的
          1 | order_count, revenue_target by day over this month
            |              ^^^^^^^^^^^^^^    ^^^
          按月查询：   order_count, revenue_target by month over all
        """),
    Row(
      testDescription: "nor weeks, and a period cannot cut it",
      query: "revenue_target over last week",
      golden: """
        error K0503: `revenue_target` is known by whole months, and the period cuts one
          1 | revenue_target over last week
            | ^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^
          Ask about all days:   revenue_target over all
        """,
      chinese: """
        错误 K0503：`revenue_target` 只有整月的数据，而时段截断了其中一个月
          1 | revenue_target over last week
            | ^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^
          查询全部日期：   revenue_target over all
        """),
    Row(
      testDescription: "a day that the month does not have",
      query: "revenue over 2026-02-01 to 2026-02-30",
      golden: """
        error K0602: 2026-02-30 is not a day (February 2026 has 28)
          1 | revenue over 2026-02-01 to 2026-02-30
            |                            ^^^^^^^^^^
        """,
      chinese: """
        错误 K0602：2026-02-30 不是有效的日期（2026 年 2 月有 28 天）
          1 | revenue over 2026-02-01 to 2026-02-30
            |                            ^^^^^^^^^^
        """),
    Row(
      testDescription: "definitions that need each other",
      query: """
        metric tacos2 = ad_share / 2
        metric ad_share = tacos2 * 2
        """,
      golden: """
        error K0310: these definitions need each other
          <command line>:1:8
          1 | metric tacos2 = ad_share / 2
            |        ^^^^^^   `tacos2` uses `ad_share`
          2 | metric ad_share = tacos2 * 2
            |        ^^^^^^^^   `ad_share` uses `tacos2`
        """,
      chinese: """
        错误 K0310：这些定义互相引用
          <command line>:1:8
          1 | metric tacos2 = ad_share / 2
            |        ^^^^^^   `tacos2` 用到 `ad_share`
          2 | metric ad_share = tacos2 * 2
            |        ^^^^^^^^   `ad_share` 用到 `tacos2`
        """),
    Row(
      testDescription: "text that no row has",
      query: #"order_count where market = "de" over last week"#,
      golden: """
        order_count
        -----------
                  0
        last week: 2026-09-21 to 2026-09-27; as of 2026-09-27, the newest day of sales
        sales 0 of 7 rows, 7 of 7 days
        note K0701: no row has market = "de"
          1 | order_count where market = "de" over last week
            |                            ^^^^
          The values are case-sensitive; there is `DE` (3 rows). Other values: UK, FR.
          With that value:   order_count where market = "DE" over last week
        """,
      chinese: """
        order_count
        -----------
                  0
        上周：2026-09-21 至 2026-09-27；截至日 2026-09-27，sales 的最新一天
        sales 取 0/7 行，7/7 天
        提示 K0701：没有 market = "de" 的行
          1 | order_count where market = "de" over last week
            |                            ^^^^
          值区分大小写，有 `DE`（3 行），其他值：UK、FR
          用那个值：   order_count where market = "DE" over last week
        """),
    Row(
      testDescription: "sources that end apart",
      query: "visit_count, order_count over past 5 days",
      golden: """
        visit_count  order_count
        -----------  -----------
                200            6
        past 5 days: 2026-09-21 to 2026-09-25; as of 2026-09-25, the newest day that all sources have
        visits 5 of 5 rows, 5 of 5 days; sales 6 of 7 rows, 5 of 5 days
        note K0605: `visits` ends on 2026-09-25, `sales` on 2026-09-27
          1 | visit_count, order_count over past 5 days
            |                          ^^^^^^^^^^^^^^^^
          The answer is as of 2026-09-25 so that all sides cover the same days.
        """,
      chinese: """
        visit_count  order_count
        -----------  -----------
                200            6
        最近 5 天：2026-09-21 至 2026-09-25；截至日 2026-09-25，各数据源都有的最新一天
        visits 取 5/5 行，5/5 天；sales 取 6/7 行，5/5 天
        提示 K0605：`visits` 止于 2026-09-25，`sales` 止于 2026-09-27
          1 | visit_count, order_count over past 5 days
            |                          ^^^^^^^^^^^^^^^^
          结果截至 2026-09-25，使各方覆盖相同的日期
        """),
    Row(
      testDescription: "a written period after the end of a source",
      query: "visit_count, order_count over 2026-09-21 to 2026-09-27",
      golden: """
        visit_count  order_count
        -----------  -----------
                200            7
        2026-09-21 to 2026-09-27; as of 2026-09-25, the newest day that all sources have
        visits 5 of 5 rows, 5 of 7 days (has 2026-09-21 to 2026-09-25); sales 7 of 7 rows, 7 of 7 days
        note K0708: visits covers 5 of 7 days: it has 2026-09-21 to 2026-09-25
        """,
      chinese: """
        visit_count  order_count
        -----------  -----------
                200            7
        2026-09-21 至 2026-09-27；截至日 2026-09-25，各数据源都有的最新一天
        visits 取 5/5 行，5/7 天（只有 2026-09-21 至 2026-09-25）；sales 取 7/7 行，7/7 天
        提示 K0708：visits 只覆盖 7 天中的 5 天：2026-09-21 至 2026-09-25
        """),
    Row(
      testDescription: "a fraction compared with a whole number",
      query: "conversion by shop having conversion < 25",
      golden: """
        shop           conversion
        ----  -------------------
        Nord  5.0 %
        Sud   2.857142857142857 %
        all: 2026-09-21 to 2026-09-27; as of 2026-09-25, the newest day that all sources have
        sales 7 of 7 rows, 7 of 7 days; visits 5 of 5 rows, 5 of 7 days (has 2026-09-21 to 2026-09-25)
        note K0407: `conversion` is a percentage, and 25 is 25 times the whole
          1 | conversion by shop having conversion < 25
            |                                        ^^
          For percent write:   conversion by shop having conversion < 25%
        note K0708: visits covers 5 of 7 days: it has 2026-09-21 to 2026-09-25
        """,
      chinese: """
        shop           conversion
        ----  -------------------
        Nord  5.0 %
        Sud   2.857142857142857 %
        全部：2026-09-21 至 2026-09-27；截至日 2026-09-25，各数据源都有的最新一天
        sales 取 7/7 行，7/7 天；visits 取 5/5 行，5/7 天（只有 2026-09-21 至 2026-09-25）
        提示 K0407：`conversion` 是百分比，25 表示整体的 25 倍
          1 | conversion by shop having conversion < 25
            |                                        ^^
          百分数写作：   conversion by shop having conversion < 25%
        提示 K0708：visits 只覆盖 7 天中的 5 天：2026-09-21 至 2026-09-25
        """),
    Row(
      testDescription: "words without spaces",
      query: "收入按shop",
      golden: """
        error K0102: write a space around 按
          1 | 收入按shop
            | ^^^^^^^^^^
          收入 按 shop
        """,
      chinese: """
        错误 K0102：“按”两边要有空格
          1 | 收入按shop
            | ^^^^^^^^^^
          收入 按 shop
        """),
    Row(
      testDescription: "several of them",
      query: "收入按shop其中market=“DE”期间上4周",
      golden: """
        error K0102: write a space around 期间
          1 | 收入按shop其中market=“DE”期间上4周
            |                          ^^^^^^^^^
          收入 按 shop 其中 market=“DE”期间 上 4周
        """,
      chinese: """
        错误 K0102：“期间”两边要有空格
          1 | 收入按shop其中market=“DE”期间上4周
            |                          ^^^^^^^^^
          收入 按 shop 其中 market=“DE”期间 上 4周
        """),
    Row(
      testDescription: "a check that fails",
      query: #"check "DE converts": conversion <= 3% by shop where market = "DE" over past 5 days"#,
      golden: """
        failed K0801: "DE converts"   conversion: expected <= 3%, actual 3.3 % to 5.0 %   \
        0 of 2 pass, by shop   over 2026-09-21 to 2026-09-25
          shop   conversion   limit
          Nord        5.0 %   3.0 %   (order_count 2 / visit_count 40)
          Sud         3.3 %   3.0 %   (order_count 1 / visit_count 30)
        1 check: 0 passed, 1 failed
        note K0605: `sales` ends on 2026-09-27, `visits` on 2026-09-25
          1 | check "DE converts": conversion <= 3% by shop where market = "DE" over past 5 days
            |                                                                   ^^^^^^^^^^^^^^^^
          The answer is as of 2026-09-25 so that all sides cover the same days.
        """,
      chinese: """
        未通过 K0801："DE converts"   conversion 应 <= 3%，实为 3.3 % 至 5.0 %   \
        按 shop：2 组中 0 组通过   期间 2026-09-21 至 2026-09-25
          shop   conversion   目标值
          Nord        5.0 %    3.0 %   （order_count 2 / visit_count 40）
          Sud         3.3 %    3.0 %   （order_count 1 / visit_count 30）
        检查 1 项：0 项通过，1 项未通过
        提示 K0605：`sales` 止于 2026-09-27，`visits` 止于 2026-09-25
          1 | check "DE converts": conversion <= 3% by shop where market = "DE" over past 5 days
            |                                                                   ^^^^^^^^^^^^^^^^
          结果截至 2026-09-25，使各方覆盖相同的日期
        """),
    Row(
      testDescription: "a check of what has no data",
      query: #"check conversion >= 0% by shop where market = "FR" over 2026-09-23 to 2026-09-25"#,
      golden: """
        failed K0801: conversion: expected >= 0%, no data to check   over 2026-09-23 to 2026-09-25
        1 check: 0 passed, 1 failed
        """,
      chinese: """
        未通过 K0801：conversion 应 >= 0%，没有可检查的数据   期间 2026-09-23 至 2026-09-25
        检查 1 项：0 项通过，1 项未通过
        """),
    Row(
      testDescription: "a check whose line mixes currencies",
      query: "check revenue > 30 EUR by shop over last week",
      golden: """
        passed: revenue: expected > 30 EUR, actual €180.00   1 of 1 pass, by shop   \
        over 2026-09-21 to 2026-09-27
          shop   revenue    limit
          Sud    no data   €30.00
        1 check: 1 passed, 0 failed
        note K0412: one line is blank under `revenue > 30 EUR`: amounts in GBP and EUR cannot be added
          1 | check revenue > 30 EUR by shop over last week
            |       ^^^^^^^^^^^^^^^^   rows in GBP: 3, in EUR: 1
          Keep them apart:   check revenue > 30 EUR by shop, currency over last week
        """,
      chinese: """
        通过：revenue 应 > 30 EUR，实为 €180.00   按 shop：1 组中 1 组通过   \
        期间 2026-09-21 至 2026-09-27
          shop   revenue   目标值
          Sud     无数据   €30.00
        检查 1 项：1 项通过，0 项未通过
        提示 K0412：`revenue > 30 EUR` 有 1 行为空：金额为 GBP、EUR，不能相加
          1 | check revenue > 30 EUR by shop over last week
            |       ^^^^^^^^^^^^^^^^   GBP 3 行，EUR 1 行
          分币种查询：   check revenue > 30 EUR by shop, currency over last week
        """),
    Row(
      testDescription: "another language",
      query: "select revenue from sales group by shop",
      golden: """
        error K0206: a question begins with what to show, without `select`
          1 | select revenue from sales group by shop
            | ^^^^^^
          Here it is:   revenue by shop
        """,
      chinese: """
        错误 K0206：查询的开头是要显示的内容，不写 `select`
          1 | select revenue from sales group by shop
            | ^^^^^^
          改写为：   revenue by shop
        """),
    Row(
      testDescription: "two columns of one name",
      query: "revenue, order_count as revenue by shop, currency",
      golden: """
        error K0311: two columns of the answer would be called `revenue`
          1 | revenue, order_count as revenue by shop, currency
            |          ^^^^^^^^^^^^^^^^^^^^^^
          Name one of them:   revenue, order_count as revenue_2 by shop, currency
        """,
      chinese: """
        错误 K0311：结果中会有两列都叫 `revenue`
          1 | revenue, order_count as revenue by shop, currency
            |          ^^^^^^^^^^^^^^^^^^^^^^
          给其中一列命名：   revenue, order_count as revenue_2 by shop, currency
        """),
    Row(
      testDescription: "a name that several sources have",
      query: "count(distinct market)",
      golden: """
        error K0306: `market` is a column of several sources
          1 | count(distinct market)
            |                ^^^^^^
          Say which:   count(distinct sales.market)
          Say which:   count(distinct visits.market)
        """,
      chinese: """
        错误 K0306：`market` 是多个数据源都有的列
          1 | count(distinct market)
            |                ^^^^^^
          指明是哪一个：   count(distinct sales.market)
          指明是哪一个：   count(distinct visits.market)
        """),
    Row(
      testDescription: "a column of a source",
      query: "describe sales.pricee",
      golden: """
        error K0302: `sales` has no column `pricee`
          1 | describe sales.pricee
            |                ^^^^^^
          The nearest name is `price`:   describe sales.price
        """,
      chinese: """
        错误 K0302：`sales` 没有 `pricee` 列
          1 | describe sales.pricee
            |                ^^^^^^
          最接近的名称是 `price`：   describe sales.price
        """),
    Row(
      testDescription: "a kind of export that is called otherwise",
      query: "describe kind amazon_order",
      golden: """
        error K0301: no kind of export is called `amazon_order`
          1 | describe kind amazon_order
            |               ^^^^^^^^^^^^
          A name near to it is `amazon_all_orders`:   describe kind amazon_all_orders
          A name near to it is `amazon_unshipped_orders`:   describe kind amazon_unshipped_orders
        """,
      chinese: """
        错误 K0301：没有叫 `amazon_order` 的报告类型
          1 | describe kind amazon_order
            |               ^^^^^^^^^^^^
          相近的名称 `amazon_all_orders`：   describe kind amazon_all_orders
          相近的名称 `amazon_unshipped_orders`：   describe kind amazon_unshipped_orders
        """),
    Row(
      testDescription: "a dimension where a kind is asked for",
      query: "describe kind shop",
      golden: """
        error K0301: no kind of export is called `shop`
          1 | describe kind shop
            |               ^^^^
          It is something else:   describe shop
        """,
      chinese: """
        错误 K0301：没有叫 `shop` 的报告类型
          1 | describe kind shop
            |               ^^^^
          这是别的名称：   describe shop
        """),
    Row(
      testDescription: "a source",
      query: "describe saless.price",
      golden: """
        error K0303: there is no source called `saless`
          1 | describe saless.price
            |          ^^^^^^
          The nearest name is `sales`:   describe sales.price
        """,
      chinese: """
        错误 K0303：没有叫 `saless` 的数据源
          1 | describe saless.price
            |          ^^^^^^
          最接近的名称是 `sales`：   describe sales.price
        """),
    Row(
      testDescription: "a dimension where a number is wanted",
      query: "shop by market",
      golden: """
        error K0404: `shop` is a dimension: it belongs behind `by` or `where`
          1 | shop by market
            | ^^^^
        """,
      chinese: """
        错误 K0404：`shop` 是维度，写在 `by` 或 `where` 后面
          1 | shop by market
            | ^^^^
        """),
    Row(
      testDescription: "a metric where lines are made",
      query: "order_count by visit_count",
      golden: """
        error K0405: `visit_count` is a metric, and lines are made of dimensions
          1 | order_count by visit_count
            |                ^^^^^^^^^^^
        """,
      chinese: """
        错误 K0405：`visit_count` 是指标，分组要用维度
          1 | order_count by visit_count
            |                ^^^^^^^^^^^
        """),
    Row(
      testDescription: "money and numbers",
      query: "revenue - order_count",
      golden: """
        error K0401: money and a count cannot be subtracted
          1 | revenue - order_count
            | ^^^^^^^   ^^^^^^^^^^^
        """,
      chinese: """
        错误 K0401：金额和个数不能相减
          1 | revenue - order_count
            | ^^^^^^^   ^^^^^^^^^^^
        """),
    Row(
      testDescription: "a condition is wanted",
      query: "order_count where market",
      golden: """
        error K0402: this is text, and a condition is wanted
          1 | order_count where market
            |                   ^^^^^^
          A condition compares: `site = "DE"`, `units > 0`.
        """,
      chinese: """
        错误 K0402：这是文本，这里需要条件
          1 | order_count where market
            |                   ^^^^^^
          条件是一个比较：`site = "DE"`、`units > 0`
        """),
    Row(
      testDescription: "time in where",
      query: "order_count where month = 2026-09",
      golden: """
        error K0608: time is not filtered by `where` but by `over`
          1 | order_count where month = 2026-09
            |                   ^^^^^
          Windows and earlier periods must still see the other days.
          Take the period with `over`:   order_count over 2026-09
        """,
      chinese: """
        错误 K0608：时间用 `over` 筛选，不用 `where`
          1 | order_count where month = 2026-09
            |                   ^^^^^
          滚动窗口和更早的时段还要用到其他日期
          用 `over` 取时段：   order_count over 2026-09
        """),
    Row(
      testDescription: "a unit of time that is none",
      query: "order_count over last 2 fortnights",
      golden: """
        error K0601: `fortnights` is no unit of time
          1 | order_count over last 2 fortnights
            |                         ^^^^^^^^^^
          Units are day, week, month, quarter and year.
        """,
      chinese: """
        错误 K0601：`fortnights` 不是时间单位
          1 | order_count over last 2 fortnights
            |                         ^^^^^^^^^^
          时间单位有 day、week、month、quarter 和 year
        """),
    Row(
      testDescription: "a period that ends before it begins",
      query: "order_count over 2026-09-20 to 2026-09-10",
      golden: """
        error K0603: the period ends before it begins
          1 | order_count over 2026-09-20 to 2026-09-10
            |                  ^^^^^^^^^^    ^^^^^^^^^^
          The other way round:   order_count over 2026-09-10 to 2026-09-20
        """,
      chinese: """
        错误 K0603：时段的结束早于开始
          1 | order_count over 2026-09-20 to 2026-09-10
            |                  ^^^^^^^^^^    ^^^^^^^^^^
          反过来：   order_count over 2026-09-10 to 2026-09-20
        """),
    Row(
      testDescription: "nothing so early",
      query: "order_count as of 2026-01-01",
      golden: """
        error K0606: as of 2026-01-01 there is nothing: the first day is 2026-09-21
          1 | order_count as of 2026-01-01
            |                   ^^^^^^^^^^
        """,
      chinese: """
        错误 K0606：截至 2026-01-01 没有数据：第一天是 2026-09-21
          1 | order_count as of 2026-01-01
            |                   ^^^^^^^^^^
        """),
    Row(
      testDescription: "others without top",
      query: "order_count by shop with others",
      golden: """
        error K0215: `with others` needs `top`: without it no line is left out
          1 | order_count by shop with others
            |                     ^^^^^^^^^^^
        """,
      chinese: """
        错误 K0215：`with others` 需要 `top`，否则没有略去的行
          1 | order_count by shop with others
            |                     ^^^^^^^^^^^
        """),
    Row(
      testDescription: "a part that is missing",
      query: "order_count by",
      golden: """
        error K0202: what to group by is missing after `by`
          1 | order_count by
            |               ^
        """,
      chinese: """
        错误 K0202：`by` 后面缺少分组依据
          1 | order_count by
            |               ^
        """),
    Row(
      testDescription: "a bracket that is not closed",
      query: #"order_count[market = "DE" by shop"#,
      golden: """
        error K0204: `[` is never closed
          1 | order_count[market = "DE" by shop
            |            ^              ^^
          Close it:   order_count[market = "DE"] by shop
        """,
      chinese: """
        错误 K0204：`[` 没有闭合
          1 | order_count[market = "DE" by shop
            |            ^              ^^
          补上：   order_count[market = "DE"] by shop
        """),
    Row(
      testDescription: "a clause twice",
      query: "order_count by shop by market",
      golden: """
        error K0205: `by` stands here twice
          1 | order_count by shop by market
            |             ^^      ^^
          Write it once:   order_count by shop, market
        """,
      chinese: """
        错误 K0205：`by` 在这里写了两次
          1 | order_count by shop by market
            |             ^^      ^^
          合写为：   order_count by shop, market
        """),
    Row(
      testDescription: "a setting",
      query: "set fromat json",
      golden: """
        error K0313: there is no setting called `fromat`
          1 | set fromat json
            |     ^^^^^^
          Settings are format, csv_for, language, week_start, timezone, pager, timing, trend, ambiguous_width, receipts, memory.
          The nearest name is `format`:   set format json
        """,
      chinese: """
        错误 K0313：没有叫 `fromat` 的设置
          1 | set fromat json
            |     ^^^^^^
          设置有 format、csv_for、language、week_start、timezone、pager、timing、trend、ambiguous_width、receipts、memory
          最接近的名称是 `format`：   set format json
        """),
    Row(
      testDescription: "something to show",
      query: "show metric",
      golden: """
        error K0902: there is nothing to show called `metric`
          1 | show metric
            |      ^^^^^^
          Try one of: loads, rejects, cache, kinds, sources, metrics, dimensions, segments, periods, params, settings, history, unmapped, glossary.
          The nearest is `metrics`:   show metrics
        """,
      chinese: """
        错误 K0902：没有叫 `metric` 的列表
          1 | show metric
            |      ^^^^^^
          可以用：loads、rejects、cache、kinds、sources、metrics、dimensions、segments、periods、params、settings、history、unmapped、glossary
          最接近的是 `metrics`：   show metrics
        """),
    Row(
      testDescription: "something to read about",
      query: "help byy",
      golden: """
        error K0902: there is no help about `byy`
          1 | help byy
            |      ^^^
          The nearest is `by`:   help "by"
        """,
      chinese: """
        错误 K0902：没有关于 `byy` 的帮助
          1 | help byy
            |      ^^^
          最接近的是 `by`：   help "by"
        """),
    Row(
      testDescription: "no file of a source",
      query: "acos by store",
      golden: """
        error K0505: `acos` reads `ads_by_type`, and no file of it is loaded
          1 | acos by store
            | ^^^^
          It is fed by: Sponsored Products, advertised product; Ads console, advertised product; Sponsored Products, advertised products (interface); and others.
        """,
      chinese: """
        错误 K0505：`acos` 读取 `ads_by_type`，但还没有载入它的文件
          1 | acos by store
            | ^^^^
          它来自：Sponsored Products, advertised product；Ads console, advertised product；Sponsored Products, advertised products (interface)等
        """),
    Row(
      testDescription: "a parameter without a value",
      query: """
        param limit_share { doc: "share" }
        check conversion <= limit_share
        """,
      golden: """
        1 check: 0 passed, 0 failed, 1 not run; 1 error
        error K0312: the parameter `limit_share` has no value
          <command line>:2:21
          2 | check conversion <= limit_share
            |                     ^^^^^^^^^^^
          Give it with --param limit_share=VALUE.
        """,
      chinese: """
        检查 1 项：0 项通过，0 项未通过，1 项未执行；1 个错误
        错误 K0312：参数 `limit_share` 没有值
          <command line>:2:21
          2 | check conversion <= limit_share
            |                     ^^^^^^^^^^^
          用 --param limit_share=VALUE 给出
        """),
    Row(
      testDescription: "a worked example that is wrong",
      query: "metric double = order_count * 2 { example: order_count = 3 gives 7 }",
      golden: """
        error K0803: the example of `double` gives 6, not 7
          1 | metric double = order_count * 2 { example: order_count = 3 gives 7 }
            |                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
      chinese: """
        错误 K0803：`double` 的示例算出 6，而不是 7
          1 | metric double = order_count * 2 { example: order_count = 3 gives 7 }
            |                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Row(
      testDescription: "what is not in this version",
      query: "scorecard sales by week",
      golden: """
        error K0299: `scorecard` is kept for a later version
          1 | scorecard sales by week
            | ^^^^^^^^^
        """,
      chinese: """
        错误 K0299：`scorecard` 留给以后的版本使用
          1 | scorecard sales by week
            | ^^^^^^^^^
        """),
    Row(
      testDescription: "a change has no value where a line has none",
      query: "revenue by shop over past 3 days vs previous",
      golden: """
        shop  revenue  revenue previous  revenue change  revenue change %
        ----  -------  ----------------  --------------  ----------------
        Sud    £60.00                 -               -                 -
        Nord    £0.00            €80.00         -€80.00          -100.0 %
        past 3 days: 2026-09-25 to 2026-09-27; vs previous: 2026-09-22 to 2026-09-24; as of 2026-09-27, the newest day of sales
        sales 2 of 7 rows, 3 of 3 days
        note K0412: one line is blank under `revenue previous`: amounts in EUR and GBP cannot be added
          1 | revenue by shop over past 3 days vs previous
            | ^^^^^^^   rows in EUR: 1, in GBP: 1
          Keep them apart:   revenue by shop, currency over past 3 days vs previous
        """,
      chinese: """
        shop  revenue  revenue previous  revenue change  revenue change %
        ----  -------  ----------------  --------------  ----------------
        Sud    £60.00                 -               -                 -
        Nord    £0.00            €80.00         -€80.00          -100.0 %
        最近 3 天：2026-09-25 至 2026-09-27；对比上期：2026-09-22 至 2026-09-24；截至日 2026-09-27，sales 的最新一天
        sales 取 2/7 行，3/3 天
        提示 K0412：`revenue previous` 有 1 行为空：金额为 EUR、GBP，不能相加
          1 | revenue by shop over past 3 days vs previous
            | ^^^^^^^   EUR 1 行，GBP 1 行
          分币种查询：   revenue by shop, currency over past 3 days vs previous
        """),
    Row(
      testDescription: "a file that is not there",
      query: #"load "missing.csv" as more"#,
      golden: """
        error K0901: no file is named by "missing.csv"
          1 | load "missing.csv" as more
            |      ^^^^^^^^^^^^^
        """,
      chinese: """
        错误 K0901：没有符合 "missing.csv" 的文件
          1 | load "missing.csv" as more
            |      ^^^^^^^^^^^^^
        """),
  ]
}
