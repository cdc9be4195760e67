// Lessons in Chinese: what a KPI is, sales, advertising, conversion.

extension LessonText {
  static let kpiChinese = """
    # 什么是 KPI {#kpi}

    KPI 是用来判断目标有没有达到的数字。它由六个部分组成：**名称**、**公式**、**时段**、**范围**
    （哪个店铺、哪个站点、哪些商品）、**数据源**（哪份报告）和**方向**（高好还是低好）。少了任何一个，
    数字不但说明不了问题，反而会引起争论。

    课程里有两个店铺：Nord 在德国（DE）和法国（FR）销售，用欧元；Pacific 在美国（US）销售，用美元。
    数据是 2026 年 3 月和 4 月整两个月。

    ```kepi try
    订单数 按 店铺 期间 2026-04
    ```

    结果最后几行是说明：取了哪些天，用了多少行数据。

    ```ask
    2026 年 4 月 Nord 有多少订单？
    answer: orders over 2026-04 where store = "Nord"
    wrong: orders over 2026-03 where store = "Nord" # 这是 3 月的数：时段是 KPI 的一部分。
    wrong: units over 2026-04 where store = "Nord" # 这是件数：一个订单可以有好几件。
    wrong: orders over 2026-04 # 这是两个店铺的合计：范围也是 KPI 的一部分。
    wrong: rows(order_lines) over 2026-04 where store = "Nord" # 这是报告的行数：一个订单买两种商品就有两行，
      已取消的订单也在里面。
    hint: 上面的结果每个店铺一行。
    because: 一个订单不管有几种商品都只算一次，已取消的不算。
    ```

    指标自己会说明口径：`说明 订单数` 从公式一直展开到报告的列，附有算好的示例，还写着容易踩的坑。

    ```ask
    ACoS 是越高越好还是越低越好？（用 `说明 acos` 看）
    fact: acos good
    wrong: high # ACoS 高，说明广告带来的销售额大部分又花在了广告上。
    hint: ACoS 是广告花费除以广告带来的销售额。
    because: 越低越好。但完全不打广告时 ACoS 最低，也就没有广告销售了，所以方向还不等于目标。
    ```

    ```ask
    两位同事汇报 Pacific 卖了多少：一位说 `= gross_sales over 2026-04 where store = "Pacific"`，另一位说
    `= gross_sales over 2026-03 to 2026-04 where store = "Pacific"`。第二位换掉了 KPI 的哪个部分？
    answer: gross_sales over 2026-03 to 2026-04 where store = "Pacific"
    option: gmv over 2026-04 where store = "Pacific" # 公式：把已取消的订单也算进去了
    option: gross_sales over 2026-03 to 2026-04 where store = "Pacific" # 时段
    option: gross_sales over 2026-04 where site = "DE" # 范围
    hint: 三个都查一下，看哪个等于第二个数。
    because: 他把 3 月也算进去了。
    ```
    """

  static let salesChinese = """
    # 销售额、订单、销量 {#sales}

    “销售额”至少有三种。**成交总额（GMV）**是全部下单金额，已取消的也在内；**销售总额**去掉了取消的订单；
    **净销售额**再扣掉优惠和退款。三种都不含税。

    ```kepi try
    成交总额，销售总额，净销售额 按 店铺 期间 2026-04
    ```

    ```ask
    Pacific 在 2026 年 4 月的净销售额是多少？
    answer: net_sales over 2026-04 where store = "Pacific"
    wrong: gross_sales over 2026-04 where store = "Pacific" # 这是销售总额：优惠和退款还没有扣。
    wrong: gmv over 2026-04 where store = "Pacific" # 这是 GMV：里面还有已取消的订单。
    hint: 三个数里净额最小。
    because: 按 GMV 发奖金，等于为取消和退货的订单也付了钱。
    ```

    再看平均数。**客单价**是一个订单带来多少，**件单价**是一件卖多少。它们都不是“平均的平均”：
    先分别加总，最后只除一次。

    ```ask
    4 月 Nord 两个站点合起来，客单价是多少？
    answer: aov over 2026-04 where store = "Nord"
    wrong: (aov[site = "DE"] + aov[site = "FR"]) / 2 over 2026-04 # 这是两个站点客单价的平均，没有考虑
      DE 的订单更多。
    wrong: asp over 2026-04 where store = "Nord" # 这是件单价：一个订单可能有几件。
    wrong: gross_sales / rows(order_lines) over 2026-04 where store = "Nord" # 这是除以报告的行数，不是除以
      订单数。
    hint: 全部销售总额除以全部订单数：`销售总额，订单数 期间 2026-04 其中 店铺 = "Nord"`。
    because: `= gross_sales over 2026-04 where store = "Nord"` 除以
      `= orders over 2026-04 where store = "Nord"` 个订单。
    ```

    ```ask
    Pacific 平均每单几件？
    answer: units_per_order over 2026-04 where store = "Pacific"
    wrong: orders / units over 2026-04 where store = "Pacific" # 分子和分母颠倒了：这是每件对应几个订单。
    hint: 件数除以订单数。
    ```

    ```ask
    4 月 Nord 哪个 SKU 卖出的件数最多？
    name: units by sku over 2026-04 where store = "Nord" top 1 by units
    wrong: asp by sku over 2026-04 where store = "Nord" top 1 by asp # 这是单价最高的。
    hint: 试试 `销量 按 SKU 期间 2026-04 其中 店铺 = "Nord"`。
    ```
    """

  static let acosChinese = """
    # ACoS、TACoS 和 ROAS {#acos}

    看广告花得值不值，有三个比率：

    - **ACoS**：广告花费除以广告销售额。
    - **ROAS**：反过来，每花一块钱带来多少广告销售额。
    - **TACoS**：广告花费除以全部销售额，自然单也算在内。

    ```kepi try
    广告花费，广告销售额，acos 按 月 其中 站点 = "FR"
    ```

    4 月有人把法国站的预算翻了一倍。

    ```ask
    FR 在 3 月和 4 月合起来的 ACoS 是多少？
    answer: acos over 2026-03 to 2026-04 where site = "FR"
    wrong: (acos[over 2026-03] + acos[over 2026-04]) / 2 over 2026-04 where site = "FR" # 这是两个月比率的
      平均：花费少的月份和花费多的月份权重一样了。
    wrong: acos over 2026-04 where site = "FR" # 这只是 4 月的。
    wrong: tacos over 2026-03 to 2026-04 where site = "FR" # 这是 TACoS：分母是全部销售额，不是广告销售额。
    hint: 两个月的花费加起来，两个月的广告销售额加起来，最后只除一次。
    because: `= ad_spend over 2026-03 to 2026-04 where site = "FR"` 除以
      `= ad_sales over 2026-03 to 2026-04 where site = "FR"`。比率绝不取平均。
    ```

    ```ask
    Pacific 在 4 月的 TACoS 是多少？
    answer: tacos over 2026-04 where store = "Pacific"
    wrong: acos over 2026-04 where store = "Pacific" # 这是 ACoS：分母只有广告销售额。
    wrong: ad_spend / net_sales over 2026-04 where store = "Pacific" # 分母用成了净销售额，TACoS 用销售总额。
    hint: 分母是全部销售总额，不只是广告带来的。
    because: ACoS 看广告买得好不好，TACoS 看店铺有多依赖广告。ACoS 下降而 TACoS 上升，说明自然单在流失。
    ```

    ```ask
    它的 ROAS 呢？
    answer: roas over 2026-04 where store = "Pacific"
    wrong: acos over 2026-04 where store = "Pacific" # 这是 ACoS，ROAS 是它的倒数。
    wrong: gross_sales / ad_spend over 2026-04 where store = "Pacific" # 分子用了全部销售额，ROAS 只用广告
      销售额。
    hint: 广告销售额除以广告花费。
    ```

    ```ask
    4 月 Pacific 哪个 SKU 的 ACoS 最高？
    name: acos by sku over 2026-04 where store = "Pacific" top 1 by acos
    wrong: ad_spend by sku over 2026-04 where store = "Pacific" top 1 by ad_spend # 这是花得最多的，不过它
      卖得也多。
    hint: 试试 `广告花费，广告销售额，acos 按 SKU 期间 2026-04 其中 店铺 = "Pacific"`。
    because: 超过 100%，就是广告花的钱比卖的还多。
    ```

    ACoS 好不好，要和**盈亏平衡 ACoS** 比：扣掉其他成本、还没付广告费时，销售额里剩下的那部分。

    ```ask
    Nord 4 月的 ACoS 低于盈亏平衡点吗？
    answer: acos < break_even_acos over 2026-04 where store = "Nord"
    hint: 试试 `acos，break_even_acos 期间 2026-04 其中 店铺 = "Nord"`。
    because: `= acos over 2026-04 where store = "Nord"` 对
      `= break_even_acos over 2026-04 where store = "Nord"`：广告单每单都在亏。
    ```
    """

  static let conversionChinese = """
    # 流量与转化率 {#conversion}

    **会话（买家访问次数）**是一天之内访问商品页的一次来访；**点击**是点了广告。大部分点击会变成会话，
    但很多会话并不来自广告。说转化率，先要说清楚分母是什么。

    ```kepi try
    买家访问次数，点击量，units_ordered，商品转化率 按 站点 期间 2026-04
    ```

    ```ask
    DE 在 4 月的商品转化率（件数除以会话）是多少？
    answer: unit_session_percentage over 2026-04 where site = "DE"
    wrong: units_ordered / clicks over 2026-04 where site = "DE" # 分母用成了广告点击量，应该用会话次数。
    wrong: order_session_rate over 2026-04 where site = "DE" # 这里数的是订单，题目问的是件数。
    wrong: units_ordered / page_views over 2026-04 where site = "DE" # 分母用成了页面浏览量，一次会话会浏览
      好几页。
    hint: 订购件数除以会话次数。
    because: 卖家后台显示的“转化率”就是它。即便如此，汇报时也要写清楚是哪一个。
    ```

    ```ask
    Nord 两个站点合起来呢？
    answer: unit_session_percentage over 2026-04 where store = "Nord"
    wrong: (unit_session_percentage[site = "DE"] + unit_session_percentage[site = "FR"]) / 2
      over 2026-04 # 这是两个转化率的平均，而 DE 的会话几乎是 FR 的两倍。
    hint: 整个店铺的件数除以整个店铺的会话次数。
    ```

    ```ask
    美国站的广告点击中，有百分之几成了广告订单？
    answer: cvr over 2026-04 where site = "US"
    wrong: ctr over 2026-04 where site = "US" # 这是点击率：每次展示有多少点击。
    wrong: ad_orders / sessions over 2026-04 where site = "US" # 分母用成了会话，应该用点击量。
    wrong: orders / clicks over 2026-04 where site = "US" # 分子用了全部订单，自然单也在里面。
    hint: 广告订单数除以点击量。
    ```

    ```ask
    哪个站点的商品转化率最高？
    name: unit_session_percentage by site over 2026-04 top 1 by unit_session_percentage
    wrong: sessions by site over 2026-04 top 1 by sessions # 这是流量最大的。
    hint: 本课第一个结果里就有。
    because: 流量小而转化高，可能只是因为来的都是本来就要买的人。转化率要和流量一起看。
    ```
    """
}
