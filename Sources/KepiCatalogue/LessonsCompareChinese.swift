// Lessons in Chinese: periods, stores and currencies, targets, receipts.

extension LessonText {
  static let periodsChinese = """
    # 时段对比 {#periods}

    ```kepi setup
    metric sales_change = gross_sales / gross_sales[previous] - 1 { unit: percent }
    metric acos_change = acos / acos[previous] - 1 { unit: percent }
    metric share_of_new = (gross_sales - gross_sales[previous]) / gross_sales { unit: percent }
    ```

    说变化，就要说是和哪个时段比。`对比 上期` 在旁边放上前一个时段（环比），`对比 1 年 以前` 放上去年同期
    （同比）。

    ```kepi try
    销售总额 按 店铺 期间 2026-04 对比 上期
    ```

    ```ask
    Nord 的销售总额从 3 月到 4 月变化了百分之几？
    answer: sales_change over 2026-04 where store = "Nord"
    wrong: share_of_new over 2026-04 where store = "Nord" # 这是除以 4 月；变化率要除以原来的数。
    wrong: gross_sales - gross_sales[previous] over 2026-04 where store = "Nord" # 这是变化的金额（欧元）。
    wrong: -sales_change over 2026-04 where store = "Nord" # 符号反了：4 月比 3 月少。
    hint: 4 月除以 3 月，再减 1。
    ```

    3 月有 31 天，4 月有 30 天。少一天，什么都没变也会少卖三十分之一左右。

    ```ask
    4 月 Nord 平均每天的销售总额是多少？
    answer: gross_sales / days() over 2026-04 where store = "Nord"
    wrong: gross_sales / 31 over 2026-04 where store = "Nord" # 这是除以 3 月的天数。
    wrong: gross_sales / days() over 2026-03 where store = "Nord" # 这是 3 月的。
    hint: `days()` 是时段的天数。
    ```

    比率的变化用**百分点**：从 20% 到 25% 是 5 个百分点，同时也是增加了四分之一。汇报时一定要说清楚是哪一种。

    ```ask
    4 月 FR 的 ACoS 上升了多少个百分点？
    answer: acos - acos[previous] over 2026-04 where site = "FR"
    wrong: acos_change over 2026-04 where site = "FR" # 这是相对于原来的变化率，不是百分点。
    wrong: acos over 2026-04 where site = "FR" # 这是 4 月的 ACoS 本身。
    hint: 4 月的 ACoS 减去 3 月的 ACoS。
    because: 从 `= acos over 2026-03 where site = "FR"` 到 `= acos over 2026-04 where site = "FR"`。
    ```

    还没过完的周或月，只和前一个时段的同样天数比，结果的提示里会写明。
    """

  static let storesChinese = """
    # 多店铺与多币种 {#stores}

    所有店铺的订单可以相加。钱只有同一币种才能相加：欧元加美元得出的数没有意义，所以会被拒绝。

    ```kepi refused
    销售总额 期间 2026-04
    ```

    要么分开看（`按 店铺` 或 `按 币种`），要么折算，每一行用当天的汇率。

    ```ask
    4 月两个店铺一共卖了多少欧元？
    answer: gross_sales over 2026-04 in EUR
    wrong: gross_sales[store = "Nord"] / 1 EUR + gross_sales[store = "Pacific"] / 1 USD over 2026-04
      # 这是把欧元和美元当成一样直接相加了。
    wrong: gross_sales over 2026-04 in USD # 这是美元。
    wrong: gross_sales over 2026-04 where store = "Nord" # 这只是 Nord。
    hint: 在查询后面写 `折算 EUR`。
    because: 4 月 1 欧元等于 1.10 美元，3 月是 1.08。
    ```

    ```ask
    两个店铺合起来的 ACoS 是多少？
    answer: acos over 2026-04 in EUR
    wrong: (acos[store = "Nord"] + acos[store = "Pacific"]) / 2 over 2026-04 # 这是两个比率的平均：广告销售额
      少的店铺权重过大。
    wrong: (ad_spend[store = "Nord"] / 1 EUR + ad_spend[store = "Pacific"] / 1 USD)
      / (ad_sales[store = "Nord"] / 1 EUR + ad_sales[store = "Pacific"] / 1 USD) over 2026-04 # 这是把欧元
      和美元当成一样直接相加了。
    hint: 两店花费折成同一币种相加，除以同一币种的广告销售额之和。
    ```

    ```ask
    4 月哪个店铺卖得多？
    name: gross_sales by store over 2026-04 in EUR top 1 by gross_sales
    hint: 用同一币种比：`销售总额 按 店铺 期间 2026-04 折算 EUR`。
    ```
    """

  static let targetsChinese = """
    # 目标 {#targets}

    ```kepi setup
    metric attainment = gross_sales / gross_sales[target] { unit: percent }
    metric shortfall = gross_sales / gross_sales[target] - 1 { unit: percent }
    metric turned = gross_sales[target] / gross_sales { unit: percent }
    ```

    目标就是带上限或下限的 KPI：一个数、一个方向、一个范围、一个时段。4 月 Nord 的目标是 ACoS 不超过 25%、
    销售总额不低于 4,200 欧元；Pacific 是 40% 和 3,500 美元。

    ```kepi try
    acos 按 店铺 期间 2026-04 对比 目标
    ```

    ```ask
    哪个店铺达到了 ACoS 目标？
    name: acos by store over 2026-04 having acos <= acos[target]
    wrong: acos by store over 2026-04 having acos > acos[target] # 它超过了上限，而 ACoS 越低越好。
    hint: 差距是实际值减目标值；ACoS 不应该超过目标。
    because: 只差一点点：`= acos over 2026-04 where store = "Pacific"`，上限是
      `= acos[target] over 2026-04 where store = "Pacific"`。而且目标定得松自然容易达到，并不说明广告赚钱。
    ```

    ```ask
    Nord 的销售目标达成率是多少？
    answer: attainment over 2026-04 where store = "Nord"
    wrong: turned over 2026-04 where store = "Nord" # 分子和分母颠倒了：这是目标占实际的比例。
    wrong: shortfall over 2026-04 where store = "Nord" # 这是差多少，题目问的是达成了多少。
    hint: 实际除以目标。
    because: `= gross_sales over 2026-04 where store = "Nord"` 对目标
      `= gross_sales[target] over 2026-04 where store = "Nord"`。
    ```

    达成率只适合“越多越好”的总量。对越低越好的比率它会误导：ACoS 只有目标的一半并不是“达成 200%”，
    ACoS 为 0 就成了无穷大。这时看差几个百分点。

    ```ask
    Nord 的 ACoS 超出目标几个百分点？
    answer: acos - acos[target] over 2026-04 where store = "Nord"
    wrong: acos over 2026-04 where store = "Nord" # 这是 ACoS 本身。
    wrong: acos / acos[target] - 1 over 2026-04 where store = "Nord" # 这是超出目标的比例，不是百分点。
    hint: ACoS 减去目标。
    ```

    ```ask
    Pacific 达到销售目标了吗？
    answer: gross_sales >= gross_sales[target] over 2026-04 where store = "Pacific"
    hint: 试试 `销售总额 按 店铺 期间 2026-04 对比 目标`。
    ```
    """

  static let receiptChinese = """
    # 看懂结果的说明 {#receipt}

    两个人报出两个数。先别说谁错了，先对一对结果下面的说明。

    ```kepi try
    acos，订单数 按 店铺 期间 2026-04
    ```

    第一行写着时段和**截止日**：所有数据源都有数据的最新一天，`上 周` 之类的词就从它算起。接着每个数据源一行：
    用了多少行，时段里有多少天有数据。

    ```ask
    Nord 在 4 月的 ACoS，用了广告报告的多少行？
    answer: rows(ads_by_product) over 2026-04 where store = "Nord"
    wrong: rows(ads_by_product) over 2026-04 # 这是两个店铺的行数。
    wrong: rows(order_lines) over 2026-04 where store = "Nord" # 这是订单报告的行数，ACoS 用的是广告报告。
    hint: 查 `acos 期间 2026-04 其中 店铺 = "Nord"`，看结果下面。
    because: 行数偏少，可能有报告没下载；偏多，则是范围不同。
    ```

    `解释` 更进一步：说明为什么取这些天，还列出每个比率的分子和分母。

    ```kepi try
    解释 acos 按 店铺 期间 2026-04
    ```

    ```ask
    Nord 4 月的 ACoS，分子是多少？
    answer: ad_spend over 2026-04 where store = "Nord"
    wrong: ad_sales over 2026-04 where store = "Nord" # 这是分母。
    wrong: ad_spend over 2026-04 where store = "Pacific" # 这是 Pacific 的。
    hint: 看解释里广告花费那一列。
    ```

    ```ask
    退货数据没有到 4 月底。最后一次退货是哪一天？写成 2026-04-01 的样子。
    answer: max(returns.day)
    wrong: max(order_lines.day) # 这是最后有订单的一天。
    hint: 用 `max(returns.day)` 查。
    because: 所以 4 月的退货数据并不完整。说明里写着 30 天中只有 29 天。
    ```

    ```ask
    假如在 4 月 10 日晚上查本月的数据，Nord 当时有多少订单？
    answer: orders over 2026-04-01 to 2026-04-10 where store = "Nord"
    wrong: orders over 2026-04 where store = "Nord" # 这是整个 4 月的。
    hint: 期间取 2026-04-01 至 2026-04-10。
    because: 写成 `订单数 期间 本 月 截至 2026-04-10` 也一样，就像那天晚上查的。过去的报告就这样保持不变。
    ```
    """
}
