// The metrics that ship, in the language itself: advertising.

extension ShippedText {
  static let metricsAdvertising = ShippedText(
    name: "metrics-advertising.kepi",
    text: #"""
      ## Advertising by ad type, in the finest cut that carries it. Product reports know the SKU, but
      ## are of Sponsored Products alone; campaign reports have all of it. So for each store, site, ad
      ## type and day the product report answers where it has rows, else the campaign report: nothing
      ## counts twice, and no spend is lost. What has no SKU stands on a line of its own.
      source ads_by_type = ads_by_product else ads_by_campaign else ads_by_ad_group
        else ads_by_ad else ads_by_day else ads_by_objective else ads_by_age else ads_by_region
        by platform, store, site, ad_type

      ## Cost of the ads. Product, campaign and search-term reports repeat the same money at
      ## other cuts, so one of them answers, never two.
      metric ad_spend = sum(ads_by_type.spend) else sum(ads_by_ad_group.spend)
        else sum(ads_by_ad.spend) else sum(ads_by_objective.spend)
        else sum(ads_by_age.spend) else sum(ads_by_region.spend)
        else sum(ads_by_search_term.spend) else sum(ads_by_targeting.spend)
        else sum(ads_by_placement.spend) else sum(ads_by_day.spend)
        else sum(erp_performance.spend) {
        tree: impressions * ctr * cpc else clicks * cpc
        label: "Ad spend", zh "广告花费"
        also: "advertising cost", "ad cost", "spend", "Werbekosten", "Coût de la publicité"
        doc: zh "广告花费。商品、广告活动、搜索词报告是同一笔钱的不同切法，只取一个，绝",
          zh "不相加。"
        section: advertising
        unit: money
        good: neutral
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports: cost / spend.",
          zh "广告报告。结算中的广告费是发票，日期不同，刷卡账户没有，且已冲抵贷记。"
        benchmark: "Budget per plan.", zh "按预算计划。"
        trap: "Spending the budget is rewarded.", zh "把花完预算当成绩。"
        beside: tacos, contribution_profit
        example: ads_by_type.spend = (120, 80) gives 200
      }

      ## Sales that the platform credits to clicks, on the day of the click. They ripen for up to
      ## two weeks.
      metric ad_sales = sum(ads_by_type.ad_sales) else sum(ads_by_ad_group.ad_sales)
        else sum(ads_by_ad.ad_sales) else sum(ads_by_objective.ad_sales)
        else sum(ads_by_age.ad_sales) else sum(ads_by_search_term.ad_sales)
        else sum(ads_by_targeting.ad_sales) else sum(ads_by_placement.ad_sales)
        else sum(erp_performance.ad_sales) {
        tree: impressions * ctr * cvr * ad_order_value
        label: "Ad-attributed sales", zh "广告销售额"
        also: "attributed sales"
        doc: zh "平台归因到点击的销售额，算在点击当天，两周内还会增长。"
        section: advertising
        unit: money
        good: high
        nature: result
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports: sales7d for Sponsored Products, sales14d or sales for Brands and Display.",
          zh "广告报告：卖家商品推广（SP）为 7 天，品牌推广（SB）和展示型推广（SD）为 14 天；含同品牌其他 SKU。不要把",
          zh "不同窗口相加。"
        trap: "Brand-term bidding claims sales that would come anyway.",
          zh "品牌词竞价把本来就有的销售算成自己的。"
        beside: organic_sales_share, tacos
        example: ads_by_type.ad_sales = (600, 200) gives 800
      }

      ## How often ads were shown.
      metric impressions = sum(ads_by_type.impressions) else sum(ads_by_ad_group.impressions)
        else sum(ads_by_ad.impressions) else sum(ads_by_objective.impressions)
        else sum(ads_by_age.impressions) else sum(ads_by_region.impressions)
        else sum(ads_by_search_term.impressions) else sum(ads_by_targeting.impressions)
        else sum(ads_by_placement.impressions) else sum(erp_performance.impressions) {
        label: "Ad impressions", zh "广告曝光量"
        also: "Impressionen"
        doc: zh "广告展示的次数。"
        section: advertising
        unit: count
        good: neutral
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports: impressions.", zh "广告报告。展示型广告另有可见展示。"
        trap: "Vague contract wording 'greatly raise exposure'.", zh "合同写“大幅提升曝光”。"
        beside: ctr, acos
        example: ads_by_type.impressions = (10000, 30000) gives 40000
      }

      ## Clicks on ads.
      metric clicks = sum(ads_by_type.clicks) else sum(ads_by_ad_group.clicks)
        else sum(ads_by_ad.clicks) else sum(ads_by_objective.clicks)
        else sum(ads_by_age.clicks) else sum(ads_by_region.clicks)
        else sum(ads_by_search_term.clicks) else sum(ads_by_targeting.clicks)
        else sum(ads_by_placement.clicks) else sum(ads_by_day.clicks)
        else sum(erp_performance.clicks) {
        label: "Ad clicks", zh "广告点击量"
        also: "Klicks"
        doc: zh "广告被点击的次数。"
        section: advertising
        unit: count
        good: neutral
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports: clicks.", zh "广告报告；无效点击之后会扣除。"
        trap: "Broad match buys cheap clicks.", zh "广泛匹配买便宜点击。"
        beside: cvr
        example: ads_by_type.clicks = (100, 150) gives 250
      }

      ## Clicks for each impression.
      metric ctr = clicks / impressions {
        label: "Click-through rate", zh "点击率"
        also: "Klickrate", "Taux de clics"
        doc: zh "每次展示的点击数。"
        section: advertising
        unit: percent
        good: high
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports clicks / impressions.", zh "广告报告：点击除以展示。"
        benchmark: "From domain knowledge: Sponsored Products 0.3-0.5% on average.",
          zh "商品推广（SP）平均 0.3–0.5%（经验值）。"
        trap: "Process metric sold as a result; narrow targeting raises CTR while volume", "dies.",
          zh "过程指标当结果卖；收窄定向，点击率上升而量死掉。"
        beside: ad_sales, cvr
        example: ads_by_type.clicks = (100, 150),
          ads_by_type.impressions = (10000, 30000) gives 0.625%
      }

      ## What a click costs.
      metric cpc = ad_spend / clicks {
        label: "Cost per click", zh "单次点击成本"
        also: "Kosten pro Klick"
        doc: zh "每次点击的花费。"
        section: advertising
        unit: money
        good: low
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports cost / clicks.", zh "广告报告：花费除以点击。"
        benchmark: "Category and site dependent.", zh "因类目和站点而异。"
        trap: "Low bids lose placement.", zh "出价低会丢位置。"
        beside: top_of_search_impression_share, ad_sales
        example: ads_by_type.spend = (120, 80), ads_by_type.clicks = (100, 150) gives 0.8
      }

      ## Orders for each ad click.
      metric cvr = ad_orders / clicks {
        label: "Ad conversion rate", zh "广告转化率"
        also: "orders per click", "Conversion-Rate"
        doc: zh "每次广告点击带来的订单数。"
        section: advertising
        unit: percent
        good: high
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports purchases7d / clicks.",
          zh "广告报告：归因订单除以点击。商品转化率用的是会话和件数。"
        benchmark: "From domain knowledge: about 10% average on Amazon US.",
          zh "亚马逊美国平均约 10%（经验值）。"
        trap: "Only brand terms kept.", zh "只留品牌词。"
        beside: new_to_brand_share, ad_sales
        example: ads_by_type.ad_orders = (12, 8), ads_by_type.clicks = (100, 150) gives 8%
      }

      ## Advertising cost of sales: what of each unit of ad sales was spent on the ads. Low is
      ## good, but the lowest is no ads at all.
      metric acos = ad_spend / ad_sales {
        tree: cpc / (cvr * ad_order_value)
        label: "Advertising cost of sales", zh "广告销售成本比"
        also: "ad cost of sales", "Zugeschriebene Umsatzkosten"
        doc: zh "广告销售成本比：每一元广告销售花了多少广告费。低好，但最低就是不投广告。"
        section: advertising
        unit: percent
        good: low
        nature: result
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports: cost over attributed sales in the standard window.",
          zh "广告报告，按标准归因窗口。没有销售时为空，不是 0。"
        benchmark: "Compare with break_even_acos. Industry articles quote 15-25% or 18-25%",
          "(unverified). By stage (from domain knowledge): launch 40-80%, growth",
          "25-40%, mature <= break-even.",
          zh "与盈亏平衡 ACoS 比。行业文章 15–25%（未核实）；新品期 40–80%，成长期 25",
          zh "–40%，成熟期不高于盈亏平衡（经验值）。"
        trap: "Lowest ACoS is reached by switching off growth; goods of high price should",
          "not be forced to a template value.", zh "关掉增长就能做到最低；高价商品不该套模板值。"
        beside: tacos, ad_sales, organic_sales_share
        example: ads_by_type.spend = (50, 150), ads_by_type.ad_sales = (500, 300) gives 25%
      }

      ## Return on ad spend: ACoS turned over.
      metric roas = ad_sales / ad_spend {
        tree: cvr * ad_order_value / cpc
        label: "Return on ad spend", zh "广告支出回报率"
        doc: zh "每一元广告费带来的广告销售额：ACoS 的倒数。"
        section: advertising
        unit: number
        good: high
        nature: result
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports; inverse of ACoS.", zh "广告报告。真正的投资回报要减成本。"
        benchmark: "Inverse of break-even ACoS.", zh "盈亏平衡 ACoS 的倒数。"
        trap: "Averaging ROAS of campaigns.", zh "对各活动的 ROAS 取平均。"
        beside: acos, contribution_profit
        example: ads_by_type.ad_sales = (500, 300), ads_by_type.spend = (50, 150) gives 4
      }

      ## Total advertising cost of sales: ad spend over all that was sold, without tax and before
      ## discounts.
      metric tacos = ad_spend / gross_sales {
        tree: acos * ad_sales_share
        label: "Total advertising cost of sales", zh "总广告销售成本比"
        also: "ad-to-sales ratio"
        doc: zh "广告花费占全部销售额的比例；销售额不含税，扣优惠前。"
        section: advertising
        unit: percent
        good: low
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Ad report spend over total order sales.",
          zh "广告报告对订单报告。财务版用结算广告费除以结算净销售；分母含税或含取消",
          zh "会压低它。"
        benchmark: "Industry: 10-15% (encyclopaedia), < 10% excellent, > 20% too",
          "dependent (tool vendors, unverified).",
          zh "行业：10–15%；< 10% 优秀，> 20% 过于依赖（工具商，未核实）。"
        trap: "Falls when organic sales boom although ads got worse.",
          zh "自然单猛增时它会下降，广告其实变差了。"
        beside: acos, net_sales
        example: ads_by_type.spend = (50, 150), order_lines.item_price = (900, 1100) gives 10%
      }

      ## Part of the sales that ads are credited with.
      metric ad_sales_share = ad_sales / gross_sales {
        label: "Ad share of sales", zh "广告销售占比"
        also: "paid share"
        doc: zh "归因到广告的销售比例。"
        section: advertising
        unit: percent
        good: range
        nature: result
        owner: "ads specialist", zh "广告专员"
        origin: "Ad report and order report.", zh "广告报告和订单报告；与自然销售占比互补。"
        benchmark: "From domain knowledge 30-40% mature; launch up to 80%.",
          zh "成熟期 30–40%，新品期可到 80%（经验值）。"
        trap: "Read without TACoS.", zh "不看 TACoS 单独读。"
        beside: organic_sales_share
        example: ads_by_type.ad_sales = (150, 250), order_lines.item_price = (400, 600) gives 40%
      }

      ## Of the orders of Sponsored Brands and Display those of customers who had bought nothing
      ## of the brand for twelve months.
      metric new_to_brand_share = sum(ads_by_campaign.ntb_orders) /
        sum(ads_by_campaign.ad_orders)[ad_type in ("SB", "SD")] {
        label: "New-to-brand order share", zh "品牌新客订单占比"
        also: "NTB %", "% of orders new-to-brand"
        doc: zh "品牌广告和展示广告的订单中，12 个月内没买过本品牌的顾客所占的比例。"
        section: advertising
        unit: percent
        good: high
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Sponsored Brands / Display reports: new-to-brand orders (no purchase of",
          "the brand in the last 12 months).",
          zh "品牌推广（SB）、展示型推广（SD）的广告活动报告。商品推广（SP）不公布，分母也限于同样的类型。"
        benchmark: "Higher in growth stage.", zh "没有标准；成长期应更高。"
        trap: "Only prospecting, no retention.", zh "只拉新不留存。"
        beside: acos, repeat_purchase_rate
        example: ads_by_campaign.ntb_orders = (30, 10), ads_by_campaign.ad_orders = (60, 40),
          ads_by_campaign.ad_type = "SB" gives 40%
      }

      ## What was spent of the daily budgets in force.
      metric budget_utilisation = sum(ads_by_campaign.spend)[ads_by_campaign.budget is not missing] /
        sum(ads_by_campaign.budget) {
        label: "Ad budget utilisation", zh "预算消耗率"
        also: "budget pacing"
        doc: zh "有效日预算中花掉的比例。"
        section: advertising
        unit: percent
        good: range
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Spend over the sum of daily budgets in force.",
          zh "广告活动报告的花费对预算。某一天可以超出日预算，按月会拉平。"
        benchmark: "From domain knowledge 80-100%; at 100% before evening = capped.",
          zh "80–100%（经验值）；傍晚前就到 100% 说明被预算卡住。"
        trap: "Spending for its own sake.", zh "为花钱而花钱。"
        beside: acos
        example: ads_by_campaign.spend = (45, 50), ads_by_campaign.budget = (50, 50) gives 95%
      }

      ## Spend on search terms that brought no order in the whole period. Longer periods give
      ## lower waste, so days are never added up.
      metric wasted_spend_share = sum(ads_by_search_term.spend)[search_term_orders[only search_term] = 0] /
        sum(ads_by_search_term.spend) {
        label: "Zero-order spend share", zh "无效花费占比"
        also: "wasted spend", "spend without orders"
        doc: zh "整个时段内没有带来订单的搜索词所花的比例。时段越长越低，所以不能把各天",
          zh "相加。"
        section: advertising
        unit: percent
        good: low
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Search-term report: terms with clicks and no order in the whole period.",
          zh "搜索词报告。"
        benchmark: "From domain knowledge < 20-25% over 30 days.",
          zh "30 天内 < 20–25%（经验值）。"
        trap: "Over-negating kills discovery.", zh "否词过多会扼杀拓词。"
        beside: ad_sales
        example: ads_by_search_term.spend = (20, 100, 30, 50),
          ads_by_search_term.search_term = ("a", "b", "c", "d"),
          ads_by_search_term.ad_orders = (0, 4, 0, 2) gives 25%
      }

      ## The ACoS at which an advertised sale earns nothing: the margin before ads.
      metric break_even_acos = (contribution_profit + ad_spend) / settled_net_sales {
        label: "Break-even ACoS", zh "盈亏平衡ACoS"
        also: "max ACoS", "target ACoS ceiling"
        doc: zh "广告销售刚好不赚不赔的 ACoS：广告前的贡献毛利率。"
        section: advertising
        unit: percent
        good: high
        nature: process
        owner: "finance", zh "财务"
        origin: "Contribution before ads over settled net sales.",
          zh "广告前贡献除以结算净销售；需要到岸成本。"
        benchmark: "Equals pre-ad contribution margin.", zh "等于广告前的贡献毛利率。"
        trap: "Using list price or VAT-inclusive price.", zh "用标价或含税价来算。"
        beside: contribution_margin
        example: contribution_profit = 180, ads_by_type.spend = 120,
          settled_net_sales = 1000 gives 30%
      }

      ## Orders that the platform credits to clicks.
      metric ad_orders = sum(ads_by_type.ad_orders) else sum(ads_by_ad_group.ad_orders)
        else sum(ads_by_ad.ad_orders) else sum(ads_by_objective.ad_orders)
        else sum(ads_by_age.ad_orders) else sum(ads_by_search_term.ad_orders)
        else sum(ads_by_targeting.ad_orders) else sum(ads_by_placement.ad_orders)
        else sum(erp_performance.ad_orders) {
        label: "Ad orders", zh "广告订单量"
        doc: zh "平台归因到点击的订单。"
        section: advertising
        good: high
      }

      ## Units that the platform credits to clicks.
      metric ad_units = sum(ads_by_type.ad_units) else sum(ads_by_search_term.ad_units)
        else sum(ads_by_targeting.ad_units) else sum(ads_by_placement.ad_units) {
        label: "Ad units", zh "广告销量"
        doc: zh "平台归因到点击的件数。"
        section: advertising
        good: high
      }

      ## What an order after a click is worth.
      metric ad_order_value = ad_sales / ad_orders {
        label: "Ad order value", zh "广告客单价"
        doc: zh "每个广告订单的金额。"
        section: advertising
        unit: money
        good: high
        example: ads_by_type.ad_sales = (600, 200), ads_by_type.ad_orders = (20, 5) gives 32
      }

      ## Orders that search terms are credited with.
      metric search_term_orders = sum(ads_by_search_term.ad_orders) {
        label: "Orders of search terms", zh "搜索词订单量"
        doc: zh "归因到搜索词的订单。"
        section: advertising
        good: high
      }
      """#)
}
