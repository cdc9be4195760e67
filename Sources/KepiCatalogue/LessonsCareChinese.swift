// Lessons in Chinese: returns, stock, account health, profit.

extension LessonText {
  static let returnsChinese = """
    # 退款与退货 {#returns}

    **退款**是钱退回去，**退货**是货退回来。两者出自不同的报告，日期也不同：可以只退款不退货，货也可能在
    售出几周后才回来。

    ```kepi try
    退款金额，退款率，returned_units，退货率 按 站点 期间 2026-04
    ```

    ```ask
    FR 在 4 月的退货率是多少（退回件数除以发出件数）？
    answer: return_rate over 2026-04 where site = "FR"
    wrong: refund_rate over 2026-04 where site = "FR" # 这是退款率：退款件数除以订购件数。
    wrong: returned_units / orders over 2026-04 where site = "FR" # 分母用成了订单数，一个订单可能有几件。
    hint: 上面最后一列就是退货率。
    because: 4 月退回来的货大多是 3 月卖的。销量涨得快的商品，这样算会偏好看；要看按发货月份的批次退货率，
      即 `return_rate_cohort`。
    ```

    ```ask
    按金额算，Pacific 的销售总额有百分之几退了款？
    answer: refund_amount_rate over 2026-04 where store = "Pacific"
    wrong: refund_rate over 2026-04 where store = "Pacific" # 这是按件数算的；贵的商品退货，金额上占得更多。
    wrong: refund_amount / net_sales over 2026-04 where store = "Pacific" # 分母用成了净销售额，退款已经从里面
      扣掉了。
    hint: 退款金额除以销售总额。
    ```

    ```ask
    Nord 退回的件数里，哪个原因最多？
    name: returned_units by return_reason over 2026-03 to 2026-04 where store = "Nord"
      top 1 by returned_units
    hint: 按 `退货原因` 分组，期间取 2026-03 至 2026-04。
    because: `UNWANTED_ITEM` 是买家改了主意，`DEFECTIVE` 才是我们的质量问题，只有后者能找工厂解决。
    ```
    """

  static let stockChinese = """
    # 库存与周转 {#stock}

    销量是流量，两天的可以相加；库存是存量，今天躺在仓库里的货昨天就在那里。库存可以跨商品、跨店铺相加，
    但绝不能跨天相加。

    ```kepi try
    在库数量 按 SKU 期间 2026-04 其中 店铺 = "Nord"
    ```

    ```ask
    4 月底 Nord 还有多少个马克杯（NO-MUG）？
    answer: on_hand_units over 2026-04 where sku = "NO-MUG"
    wrong: sum(inventory.on_hand_units) over 2026-04 where sku = "NO-MUG" # 这是把每天的库存都加起来了：同一个
      杯子数了三十遍。
    wrong: mean_of_days(sum(inventory.on_hand_units)) over 2026-04 where sku = "NO-MUG" # 这是每天的平均，题目
      问的是月底。
    hint: 存量看时段的最后一天。
    ```

    ```ask
    台灯（NO-LAMP）的库存还能卖多少天？
    answer: days_of_supply over 2026-04 where sku = "NO-LAMP"
    wrong: on_hand_units / units over 2026-04 where sku = "NO-LAMP" # 这是能卖几个月：用整个 4 月的销量去除了。
    wrong: on_hand_units over 2026-04 where sku = "NO-LAMP" # 这是还有多少个台灯，不是天数。
    hint: 库存除以日均销量，也就是 `可售天数`。
    because: 日均销量取决于算了哪些天：断货那几天卖不出去，日均被拉低，可售天数就显得比实际长。
    ```

    ```ask
    4 月 Nord 哪个 SKU 断货天数最多？
    name: stockout_days by sku over 2026-04 where store = "Nord" top 1 by stockout_days
    wrong: days_of_supply by sku over 2026-04 where store = "Nord" bottom 1 by days_of_supply # 这是接下来最先
      卖完的，但还没有断货。
    hint: 试试 `断货天数，在库率 按 SKU 期间 2026-04 其中 店铺 = "Nord"`。
    ```

    周转看的是：卖掉的货的成本，对上仓库里的货的成本。

    ```ask
    Pacific 的库存周转一次要多少天？
    answer: inventory_turnover_days over 2026-04 where store = "Pacific"
    wrong: inventory_turnover over 2026-04 where store = "Pacific" # 这是一年周转几次，不是多少天。
    wrong: days_of_supply over 2026-04 where store = "Pacific" # 这是按件数、按最近的销售速度，今天的库存能卖
      多少天，不是按成本。
    hint: `库存周转天数` 的分子是平均库存金额，分母是销售成本。
    ```
    """

  static let healthChinese = """
    # 账户健康 {#health}

    平台可以封店。它盯着几个比率，每个都有红线，越线一次，其他数字再好也没用。所以它们是**红线**而不是目标：
    必须守住，不能拿销售额去换。

    ```kepi try
    odr，迟发率，cancellation_rate 按 店铺，站点
    ```

    订单缺陷率（ODR）要低于 1%，自发货迟发率不超过 4%，取消率要低于 2.5%。

    ```ask
    哪个站点的 ODR 越了红线？
    name: odr by site having odr >= 1%
    wrong: late_shipment_rate by site top 1 by late_shipment_rate # 这个是迟发严重，属于另一条红线。
    hint: 看上面 `odr` 一列，和 1% 比。
    because: 一共 `= sum(account_health.odr_orders) where site = "FR"` 个订单，有 3 个缺陷。小店铺一个差评
      就能定生死。
    ```

    ```ask
    如果 Nord 两个站点合成一个账户，ODR 是多少？
    answer: odr where store = "Nord"
    wrong: (odr[site = "DE"] + odr[site = "FR"]) / 2 # 这是两个比率的平均，而 DE 的订单更多。
    wrong: odr[site = "DE"] + odr[site = "FR"] # 比率不能相加。
    hint: 两个站点的缺陷订单之和，除以订单之和。
    because: 合起来看，出问题的站点就被盖住了。红线在哪里算，就在哪里盯：每个站点分开看。
    ```

    ```ask
    DE 的迟发率守住 4% 了吗？
    answer: late_shipment_rate <= 4% where site = "DE"
    hint: 试试 `迟发率 按 站点`。
    ```

    ```ask
    Pacific 的账户健康评级是多少分？
    answer: account_health_rating by store, site where store = "Pacific"
    wrong: account_health_rating by store, site where site = "FR" # 这是 Nord 法国站的评级。
    hint: 试试 `account_health_rating 按 店铺，站点`。
    because: 评级是一个账户的分数。Nord 有两个账户，只按店铺问会被拒绝：分数既不相加，也不平均。
    ```
    """

  static let profitChinese = """
    # 费用与利润 {#profit}

    平台打款不是利润，销售额离利润就更远了。从结算报告往下走：销售减退款和促销返点（结算净销售额），
    减平台费用、减货物成本、减广告（贡献毛利），再减固定费用和间接费用（净利润）。

    ```kepi try
    结算净销售额，referral_fees，fulfilment_fees，storage_charges，cogs，广告花费，贡献毛利，净利润
      期间 2026-04 其中 店铺 = "Nord"
    ```

    ```ask
    Nord 在 4 月的贡献毛利率是多少？
    answer: contribution_margin over 2026-04 where store = "Nord"
    wrong: gross_margin over 2026-04 where store = "Nord" # 这是会计毛利率：平台费用和广告还没有扣。
    wrong: net_margin over 2026-04 where store = "Nord" # 这是净利率：固定费用和间接费用也扣掉了。
    wrong: contribution_profit / gross_sales over 2026-04 where store = "Nord" # 分母用成了订单报告的销售总额，
      应该用结算净销售额。
    hint: 贡献毛利除以结算净销售额。
    because: 只说“毛利率”，可以是三个数：`= gross_margin over 2026-04 where store = "Nord"`、
      `= contribution_margin over 2026-04 where store = "Nord"`、
      `= net_margin over 2026-04 where store = "Nord"`。
    ```

    ```ask
    Pacific 在 4 月的净利润是多少？
    answer: net_profit over 2026-04 where store = "Pacific"
    wrong: contribution_profit over 2026-04 where store = "Pacific" # 这是贡献毛利：固定费用和间接费用还没有扣。
    wrong: gross_profit over 2026-04 where store = "Pacific" # 这是毛利：费用、广告和间接费用都还在里面。
    wrong: settlement_amount over 2026-04 where store = "Pacific" # 这是平台打款：货款、广告和人工都还没付。
    hint: 一路往下减到最后一行：`净利润`。
    ```

    ```ask
    Nord 的结算净销售额里，FBA 配送费占百分之几？
    answer: fba_fee_ratio over 2026-04 where store = "Nord"
    wrong: referral_fee_ratio over 2026-04 where store = "Nord" # 这是佣金占比。
    wrong: -fulfilment_fees / gross_sales over 2026-04 where store = "Nord" # 分母用成了订单报告的销售总额：两个
      数据源的日期不一样。
    hint: 结算报告里费用是负数，算占比时变成正数。
    because: 按件收的费用，商品越便宜压力越大。
    ```

    ```ask
    所有成本都付完，Nord 在 4 月赚钱了吗？
    answer: net_profit > 0 EUR over 2026-04 where store = "Nord"
    hint: 试试 `贡献毛利，净利润 期间 2026-04 其中 店铺 = "Nord"`。
    because: 净利润 `= net_profit over 2026-04 where store = "Nord"`，而销售总额有
      `= gross_sales over 2026-04 where store = "Nord"`。
    ```
    """
}
