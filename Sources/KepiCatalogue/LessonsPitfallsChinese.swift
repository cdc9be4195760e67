// Lessons in Chinese: what goes wrong where people are managed by numbers.

extension LessonText {
  static let incentivesChinese = """
    # 只考核一个数字的坑 {#incentives}

    ```kepi setup
    metric cancelled_share = 1 - gross_sales / gmv { unit: percent }
    ```

    一个数字一旦成了唯一的考核目标，它就不再是好指标了。考核什么，人就用最省力的办法去做什么。

    - 只考核 GMV：刷单、之后取消的订单、亏本低价、拿广告买量。
    - 只考核 ACoS：把广告关掉，增长也就没了。
    - 只考核库存周转：货架空了。
    - 只考核转化率：把流量砍到只剩铁定要买的人。

    所以每个目标都要配一个**制衡指标**：走歪路时它会变差。目录里每个指标都写了该和谁一起看，
    见 `说明 gmv` 的“一起看”。

    ```kepi try
    成交总额，销售总额，贡献毛利率 按 店铺 期间 2026-04
    ```

    ```ask
    按金额算，Nord 4 月的 GMV 有百分之几被取消了？
    answer: cancelled_share over 2026-04 where store = "Nord"
    wrong: total_cancellation_rate over 2026-04 where store = "Nord" # 这是按订单数算的，题目问的是金额。
    wrong: 1 - net_sales / gmv over 2026-04 where store = "Nord" # 这把优惠和退款也扣掉了。
    hint: 在 GMV 里而不在销售总额里的那部分，除以 GMV。
    because: 按 GMV 发提成，这部分也发了。
    ```

    4 月为了多卖货，法国站加大了广告投放。

    ```ask
    FR 4 月的广告花费是 3 月的几倍？
    answer: ad_spend / ad_spend[previous] over 2026-04 where site = "FR"
    wrong: ad_sales / ad_sales[previous] over 2026-04 where site = "FR" # 这是广告销售额的倍数。
    wrong: gross_sales / gross_sales[previous] over 2026-04 where site = "FR" # 这是全部销售额的倍数。
    hint: 4 月的花费除以 3 月的花费。
    ```

    ```ask
    FR 的销售总额上升了吗？
    answer: gross_sales > gross_sales[previous] over 2026-04 where site = "FR"
    hint: 试试 `广告花费，广告销售额，销售总额 期间 2026-04 其中 站点 = "FR" 对比 上期`。
    because: 广告销售额也没有涨：多花的一倍钱买来的是不太想买的人。点击量倒是翻了一倍，如果只考核点击，
      公司就要为此发奖金。
    ```
    """

  static let processChinese = """
    # 过程指标与结果指标 {#process}

    **结果指标**是公司要的：利润、销售、健康的账户。**过程指标**是有人这周就能动手改变的：竞价、点击、图片、
    按时发出的货。管人用过程指标，因为结果来得太晚，经手的人又多；评价公司用结果指标，因为过程可以漂亮地
    走在错误的方向上。

    ```kepi try
    显示 metrics 类似 "*click*"
    ```

    ```ask
    广告点击量是过程指标还是结果指标？（用 `说明 广告点击量` 看）
    fact: clicks nature
    wrong: result # 点击是花钱买来的，公司不靠点击吃饭。
    hint: 有人这周做点什么就能改变它吗？
    ```

    ```ask
    净利润呢？
    fact: net_profit nature
    wrong: process # 它取决于价格、费用、货物和广告，没有谁这周一个人就能改变它。
    hint: 它是公司要的东西，还是为此做的事？
    ```

    把过程当结果卖，是服务合同里最常见的把戏：“大幅提升曝光”要花钱，却什么结果都没承诺。

    ```ask
    Pacific 买来了 `= clicks over 2026-04 where store = "Pacific"` 次点击。每个广告订单花了多少广告费？
    answer: ad_spend / ad_orders over 2026-04 where store = "Pacific"
    wrong: cpc over 2026-04 where store = "Pacific" # 这是每次点击的花费。
    wrong: ad_spend / orders over 2026-04 where store = "Pacific" # 分母用了全部订单，自然单也在里面。
    wrong: ad_order_value over 2026-04 where store = "Pacific" # 这是每个广告订单带来的销售额。
    hint: 广告花费除以广告订单数。
    because: 而每个广告订单带来 `= ad_order_value over 2026-04 where store = "Pacific"`。点击再便宜，不成交就是贵。
    ```

    ```ask
    Pacific 哪个 SKU 的广告转化率更低？
    name: cvr by sku over 2026-04 where store = "Pacific" bottom 1 by cvr
    wrong: cpc by sku over 2026-04 where store = "Pacific" bottom 1 by cpc # 这是点击最便宜的。
    hint: 试试 `点击量，cpc，cvr 按 SKU 期间 2026-04 其中 店铺 = "Pacific"`。
    ```
    """

  static let sourcesChinese = """
    # 数据源混用的坑 {#sources}

    ```kepi setup
    metric mixed_tacos = ad_spend / ordered_product_sales { unit: percent }
    metric finance_tacos = ad_spend / settled_net_sales { unit: percent }
    ```

    同一个词在几份报告里都有，意思却不同。业务报告的销售额含税、含已取消订单；订单报告可以把两者去掉；
    结算报告晚几天，而且已经扣了退款。

    ```kepi try
    已订购商品销售额，销售总额，结算净销售额 按 店铺 期间 2026-04
    ```

    三个数都对。但从其中两个各取一个来算比率，就错了。

    ```ask
    4 月 Pacific 的已订购商品销售额比销售总额多多少？
    answer: ordered_product_sales - gross_sales over 2026-04 where store = "Pacific"
    wrong: ordered_product_sales - settled_net_sales over 2026-04 where store = "Pacific" # 这是和结算净销售额
      的差。
    wrong: ordered_product_sales - net_sales over 2026-04 where store = "Pacific" # 这是和净销售额的差。
    hint: 第一列减第二列。
    because: 美国站价格不含税，所以这就是被取消的金额。
    ```

    ```ask
    Nord 的价格含税。它的已订购商品销售额里，税有多少？（GMV 是同样的订单，不含税。）
    answer: ordered_product_sales - gmv over 2026-04 where store = "Nord"
    wrong: ordered_product_sales - gross_sales over 2026-04 where store = "Nord" # 这里面还有被取消的订单。
    wrong: gmv - gross_sales over 2026-04 where store = "Nord" # 这是被取消的金额。
    hint: 已订购商品销售额减 GMV。
    ```

    ```ask
    按定义，Nord 4 月的 TACoS 是多少？
    answer: tacos over 2026-04 where store = "Nord"
    wrong: mixed_tacos over 2026-04 where store = "Nord" # 分母含税、含已取消订单：欧洲店铺都会显得比实际好。
    wrong: finance_tacos over 2026-04 where store = "Nord" # 分母用了结算：这周的广告费除以上一周的销售额。
    hint: `说明 tacos` 写着分母是哪种销售额。
    because: 每个 KPI 定好一个数据源，写下来，只和同一口径的数比。
    ```

    ```ask
    KPI 里的广告花费该用哪个数据源：广告报告，还是结算里的广告费账单？选出 `ad_spend` 用的那个。
    answer: ad_spend over 2026-04 where store = "Nord"
    option: sum(ads_by_product.spend) over 2026-04 where store = "Nord" # 广告报告
    option: -sum(settlement.amount)[fee_group = "advertising"] over 2026-04 where store = "Nord" # 结算报告
    option: sum(ads_by_product.ad_sales) over 2026-04 where store = "Nord" # 广告销售额
    hint: `说明 广告花费` 有公式。
    because: 用信用卡付广告费的店铺，结算里根本没有广告费，这里就是。
    ```
    """

  static let coldStartChinese = """
    # 冷启动：新品与小样本 {#coldstart}

    ```kepi setup
    metric one_more = (ad_orders + 1) / clicks { unit: percent }
    metric new_units = units[stage = "launch"] / units { unit: percent }
    ```

    新品没有多少历史，样本小，比率就跳得厉害：多一单少一单，数字就变一大截。帐篷（NO-TENT）是新品。

    ```kepi try
    点击量，ad_orders，cvr 期间 2026-03-01 至 2026-03-07 其中 SKU = "NO-TENT"
    ```

    ```ask
    帐篷第一周的广告转化率是多少？
    answer: cvr over 2026-03-01 to 2026-03-07 where sku = "NO-TENT"
    wrong: cvr over 2026-03 where sku = "NO-TENT" # 这是整个 3 月的。
    wrong: ctr over 2026-03-01 to 2026-03-07 where sku = "NO-TENT" # 这是点击率。
    hint: 上面最后一个数。
    ```

    ```ask
    如果多一个广告订单，会是多少？
    answer: one_more over 2026-03-01 to 2026-03-07 where sku = "NO-TENT"
    wrong: cvr over 2026-03-01 to 2026-03-07 where sku = "NO-TENT" # 这还没有加那一单。
    hint: 分子加一，点击量不变。
    because: 多一个买家，数字就完全不同。没有几十单，转化率既不能用来给商品下结论，也不能用来评价同事。
    ```

    所以新品要有自己的目标，按**阶段**定：新品期看做了什么（按时上架、图片、评论、花费不超上限），
    之后才看 ACoS 和利润率。所有阶段用同一个 ACoS 目标，新品就都推不起来。

    ```ask
    4 月 Nord 的 GMV 有百分之几来自新品期的商品？
    answer: new_product_sales_share over 2026-04 where store = "Nord"
    wrong: new_units over 2026-04 where store = "Nord" # 这是件数的占比，而帐篷单价高。
    wrong: new_product_sales_share over 2026-03 where store = "Nord" # 这是 3 月的。
    hint: 用 `新品销售占比`。
    ```

    ```ask
    4 月 Nord 哪个阶段（stage）的商品 ACoS 最低？
    name: acos by stage over 2026-04 where store = "Nord" bottom 1 by acos
    wrong: acos by stage over 2026-04 where store = "Nord" top 1 by acos # 这是最高的。
    hint: 试试 `广告花费，acos 按 阶段 期间 2026-04 其中 店铺 = "Nord"`。
    because: 同类才能相比：成熟品和它自己的过去比，和别的成熟品比。
    ```
    """
}
