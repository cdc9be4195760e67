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

      ## Cost of the ads. Product, campaign and search-term reports show the same money in
      ## different cuts, so one of them answers; they are never added.
      metric ad_spend = sum(ads_by_type.spend) else sum(ads_by_ad_group.spend)
        else sum(ads_by_ad.spend) else sum(ads_by_objective.spend)
        else sum(ads_by_age.spend) else sum(ads_by_region.spend)
        else sum(ads_by_search_term.spend) else sum(ads_by_targeting.spend)
        else sum(ads_by_placement.spend) else sum(ads_by_day.spend)
        else sum(erp_performance.spend) {
        tree: impressions * ctr * cpc else clicks * cpc
        label: "Ad spend", zh "广告花费"
        also: "advertising cost", "ad cost", "spend", "Werbekosten (de)", "Coût de la publicité (fr)"
        doc: zh "广告花费。商品、广告活动、搜索词报告是同一笔钱的不同切法，只取其中一个，绝不相加。"
        section: advertising
        unit: money
        good: neutral
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports. The ad charge in the settlement is an invoice: on other days, less",
          "credits, and missing where ads are paid by card.",
          zh "广告报告。结算中的广告费是发票：日期不同，已冲减贷记，刷卡付款的账户没有。"
        benchmark: "No general value: compare with the budget planned.",
          zh "没有通用标准，与预算计划比较。"
        trap: "Rewarding a spent budget leads to spending for its own sake.",
          zh "把花完预算当成绩，会为花钱而花钱。"
        beside: tacos, contribution_profit
        example: ads_by_type.spend = (120, 80) gives 200
      }

      ## Sales that the platform credits to ad clicks, on the day of the click. They grow for up
      ## to two weeks, so the newest days look too low.
      metric ad_sales = sum(ads_by_type.ad_sales) else sum(ads_by_ad_group.ad_sales)
        else sum(ads_by_ad.ad_sales) else sum(ads_by_objective.ad_sales)
        else sum(ads_by_age.ad_sales) else sum(ads_by_search_term.ad_sales)
        else sum(ads_by_targeting.ad_sales) else sum(ads_by_placement.ad_sales)
        else sum(erp_performance.ad_sales) {
        tree: impressions * ctr * cvr * ad_order_value
        label: "Ad-attributed sales", zh "广告销售额"
        also: "attributed sales"
        doc: zh "平台归因到广告点击的销售额，算在点击当天。两周内还会增长，所以最近几天偏低。"
        section: advertising
        unit: money
        good: high
        nature: result
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports: bought within 7 days of the click for Sponsored Products, 14 for",
          "Sponsored Brands and Display; other SKUs of the brand count too. Never add windows of",
          "different length.",
          zh "广告报告：商品推广（SP）计点击后 7 天内的销售，品牌推广（SB）和展示型推广（SD）为 ",
          zh "14 天；含同品牌其他 SKU。不同窗口不能相加。"
        trap: "Bidding on the own brand name claims sales that would have come without ads.",
          zh "对自家品牌词竞价，会把不投广告也会有的销售算成广告的功劳。"
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
        also: "Impressionen (de)"
        doc: zh "广告展示的次数。"
        section: advertising
        unit: count
        good: neutral
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports. Sponsored Display also reports viewable impressions, which are",
          "another number.",
          zh "广告报告。展示型推广另有可见展示，是另一个数。"
        trap: "A contract that says 'greatly raise exposure' promises nothing: impressions can be",
          "bought without sales.",
          zh "合同只写“大幅提升曝光”等于没有承诺：曝光可以买到，不等于销售。"
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
        also: "Klicks (de)"
        doc: zh "广告被点击的次数。"
        section: advertising
        unit: count
        good: neutral
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports. Invalid clicks are taken off later.",
          zh "广告报告；无效点击之后会扣除。"
        trap: "Broad match brings many cheap clicks that do not buy.",
          zh "广泛匹配会带来大量便宜却不下单的点击。"
        beside: cvr
        example: ads_by_type.clicks = (100, 150) gives 250
      }

      ## Ad clicks for each time an ad was shown.
      metric ctr = clicks / impressions {
        label: "Click-through rate", zh "点击率"
        also: "Klickrate (de)", "Taux de clics (fr)"
        doc: zh "广告每展示一次带来的点击数。"
        section: advertising
        unit: percent
        good: high
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports: clicks / impressions.", zh "广告报告：点击 / 展示。"
        benchmark: "Rule of thumb: Sponsored Products 0.3-0.5% on average.",
          zh "商品推广（SP）平均 0.3–0.5%（经验值）。"
        trap: "Narrow targeting raises the rate while clicks and sales fall; a high rate is not",
          "yet a sale.",
          zh "收窄定向会提高点击率，点击量和销售却下降；点击率高不等于有销售。"
        beside: ad_sales, cvr
        example: ads_by_type.clicks = (100, 150),
          ads_by_type.impressions = (10000, 30000) gives 0.625%
      }

      ## What a click on an ad costs on average.
      metric cpc = ad_spend / clicks {
        label: "Cost per click", zh "单次点击成本"
        also: "Kosten pro Klick (de)"
        doc: zh "广告每次点击的平均花费。"
        section: advertising
        unit: money
        good: low
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports: cost / clicks.", zh "广告报告：花费 / 点击。"
        benchmark: "Depends on category and site.", zh "因类目和站点而异。"
        trap: "Lower bids lower it, but cost good ad places and sales.",
          zh "压低出价能降低它，但会失去好的广告位和销售。"
        beside: top_of_search_impression_share, ad_sales
        example: ads_by_type.spend = (120, 80), ads_by_type.clicks = (100, 150) gives 0.8
      }

      ## Orders for each ad click. Not `unit_session_percentage`, which is units for each visit.
      metric cvr = ad_orders / clicks {
        label: "Ad conversion rate", zh "广告转化率"
        also: "orders per click", "Conversion-Rate (de)"
        doc: zh "每次广告点击带来的订单数。不同于 `unit_session_percentage`（每次访问的件数）。"
        section: advertising
        unit: percent
        good: high
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports: orders credited within 7 days of the click for Sponsored Products (14",
          "for Sponsored Brands and Display) / clicks.",
          zh "广告报告：归因订单 / 点击；商品推广（SP）为点击后 7 天内，品牌推广（SB）和展示型推广",
          zh "（SD）为 14 天。"
        benchmark: "Rule of thumb: about 10% on Amazon US.", zh "亚马逊美国平均约 10%（经验值）。"
        trap: "Keeping only brand keywords raises it, but brings no new customers.",
          zh "只留品牌词能提高它，却带不来新客。"
        beside: new_to_brand_share, ad_sales
        example: ads_by_type.ad_orders = (12, 8), ads_by_type.clicks = (100, 150) gives 8%
      }

      ## Advertising cost of sales: ad spend for every 1 of ad sales (0.25 = 25%). Lower is better
      ## only while sales hold.
      metric acos = ad_spend / ad_sales {
        tree: cpc / (cvr * ad_order_value)
        label: "Advertising cost of sales", zh "广告销售成本比"
        also: "ad cost of sales", "Zugeschriebene Umsatzkosten (de)"
        doc: zh "广告销售成本比：每 1 元广告销售额花多少广告费（0.25 即 25%）。越低越好，但不能靠停投",
          zh "广告来降低。"
        section: advertising
        unit: percent
        good: low
        nature: result
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports. Sales count on the day of the click: those within 7 days of it for",
          "Sponsored Products, 14 for Sponsored Brands and Display; other SKUs of the brand are",
          "included.",
          zh "广告报告。销售算在点击当天：商品推广（SP）计点击后 7 天内，品牌推广（SB）和展示型推",
          zh "广（SD）计 14 天内；含同品牌其他 SKU。"
        benchmark: "Has to stay below break_even_acos, the margin before ads. Industry articles",
          "quote 15-25% (unverified). Rule of thumb by the product's stage: launch 40-80%, growth",
          "25-40%, mature up to break-even.",
          zh "应低于 break_even_acos（广告前的毛利率）。行业文章称 15–25%（未核实）。按商品阶段（",
          zh "经验值）：新品期 40–80%，成长期 25–40%，成熟期不高于盈亏平衡。"
        trap: "Cutting growth campaigns lowers ACoS and loses sales; one fixed target for all",
          "products does not fit expensive ones.",
          zh "停掉拉新广告能压低 ACoS，但会丢销量；所有商品用统一目标值，对高价商品不合适。"
        beside: tacos, ad_sales, organic_sales_share
        example: ads_by_type.spend = (50, 150), ads_by_type.ad_sales = (500, 300) gives 25%
      }

      ## Return on ad spend: ad sales for every 1 spent on ads, 1 / ACoS (4 = sales of 4 for 1
      ## spent). Higher is better only while sales hold.
      metric roas = ad_sales / ad_spend {
        tree: cvr * ad_order_value / cpc
        label: "Return on ad spend", zh "广告支出回报率"
        doc: zh "每花 1 元广告费带来多少广告销售额，即 ACoS 的倒数（4 表示花 1 元卖 4 元）。越高越好",
          zh "，但不能靠停投广告来提高。"
        section: advertising
        unit: number
        good: high
        nature: result
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports, sales as in acos. Costs of the goods are not subtracted: it is no",
          "profit.",
          zh "广告报告，销售口径同 acos。没有减商品成本，不是利润。"
        benchmark: "Has to be at least 1 / break_even_acos: with a break-even of 25% that is 4.",
          zh "至少为 1 / break_even_acos：盈亏平衡 ACoS 为 25% 时就是 4。"
        trap: "The mean of several campaigns' ROAS is wrong; cutting growth campaigns raises ROAS",
          "and loses sales.",
          zh "对各活动的 ROAS 取平均是错的；停掉拉新广告能抬高 ROAS，但会丢销量。"
        beside: acos, contribution_profit
        example: ads_by_type.ad_sales = (500, 300), ads_by_type.spend = (50, 150) gives 4
      }

      ## Total advertising cost of sales: ad spend over all sales, with or without ads; sales
      ## before discounts, and without tax where the report states it.
      metric tacos = ad_spend / gross_sales {
        tree: acos * ad_sales_share
        label: "Total advertising cost of sales", zh "总广告销售成本比"
        also: "ad-to-sales ratio"
        doc: zh "广告花费占全部销售额（含自然销售）的比例；销售额扣优惠前，报告写明税额的不含税。"
        section: advertising
        unit: percent
        good: low
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Ad reports and order report. Orders of a platform whose ads are not loaded lower",
          "it: ask by platform.",
          zh "广告报告和订单报告。没有载入广告数据的平台，其订单会压低它：请按平台查询。"
        benchmark: "Industry: 10-15% (an encyclopaedia article), below 10% excellent, above 20%",
          "too dependent on ads (tool vendors, unverified).",
          zh "行业：10–15%（百科文章）；低于 10% 优秀，高于 20% 过于依赖广告（工具商，未核实）。"
        trap: "It falls when organic sales boom, even if the ads got worse: read acos beside it.",
          zh "自然销售猛增时它会下降，即使广告变差：要和 acos 一起看。"
        beside: acos, net_sales
        example: ads_by_type.spend = (50, 150), order_lines.item_price = (900, 1100) gives 10%
      }

      ## Part of all sales that the platform credits to ads.
      metric ad_sales_share = ad_sales / gross_sales {
        label: "Ad share of sales", zh "广告销售占比"
        also: "paid share"
        doc: zh "全部销售中归因到广告的比例。"
        section: advertising
        unit: percent
        good: range
        nature: result
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports and order report; what is left to 100% is organic_sales_share.",
          zh "广告报告和订单报告；与自然销售占比之和为 100%。"
        benchmark: "Rule of thumb: mature products 30-40%, launch up to 80%.",
          zh "成熟期 30–40%，新品期可到 80%（经验值）。"
        trap: "Alone it does not say whether the ads pay: read tacos beside it.",
          zh "单看它不知道广告是否划算：要和 tacos 一起看。"
        beside: organic_sales_share
        example: ads_by_type.ad_sales = (150, 250), order_lines.item_price = (400, 600) gives 40%
      }

      ## Of the orders credited to Sponsored Brands and Display those of customers who had bought
      ## nothing of the brand for twelve months.
      metric new_to_brand_share = sum(ads_by_campaign.ntb_orders) /
        sum(ads_by_campaign.ad_orders)[ad_type in ("SB", "SD")] {
        label: "New-to-brand order share", zh "品牌新客订单占比"
        also: "NTB %", "% of orders new-to-brand"
        doc: zh "品牌推广（SB）和展示型推广（SD）的订单中，12 个月内没买过本品牌的顾客所占的比例。"
        section: advertising
        unit: percent
        good: high
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Campaign reports. Sponsored Products do not report it, so they are left out of",
          "both sides.",
          zh "广告活动报告。商品推广（SP）不公布，分子和分母都不含它。"
        benchmark: "No general value; higher in the growth stage.", zh "没有标准；成长期应更高。"
        trap: "Chasing new customers alone raises it while old ones are lost.",
          zh "只拉新不留存也能抬高它，老客却流失了。"
        beside: acos, repeat_purchase_rate
        example: ads_by_campaign.ntb_orders = (30, 10), ads_by_campaign.ad_orders = (60, 40),
          ads_by_campaign.ad_type = "SB" gives 40%
      }

      ## What part of the daily budgets in force was spent.
      metric budget_utilisation = sum(ads_by_campaign.spend)[ads_by_campaign.budget is not missing] /
        sum(ads_by_campaign.budget) {
        label: "Ad budget utilisation", zh "预算消耗率"
        also: "budget pacing"
        doc: zh "有效的每日预算中花掉了多少。"
        section: advertising
        unit: percent
        good: range
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Campaign report: spend over daily budgets. A single day may pass its budget; over",
          "a month it evens out.",
          zh "广告活动报告：花费 / 每日预算。某一天可以超出预算，一个月内会拉平。"
        benchmark: "Rule of thumb: 80-100%. At 100% before the evening the budget cuts the ads",
          "off.",
          zh "80–100%（经验值）；傍晚前就到 100% 说明预算不够，广告被停。"
        trap: "Spending the budget is no success in itself: look at what it brought.",
          zh "花完预算本身不是成绩，要看带来了什么。"
        beside: acos
        example: ads_by_campaign.spend = (45, 50), ads_by_campaign.budget = (50, 50) gives 95%
      }

      ## Part of the spend that went to search terms without any order in the whole period. A
      ## longer period gives a lower value, so days are never added up.
      metric wasted_spend_share = sum(ads_by_search_term.spend)[search_term_orders[only search_term] = 0] /
        sum(ads_by_search_term.spend) {
        label: "Zero-order spend share", zh "无效花费占比"
        also: "wasted spend", "spend without orders"
        doc: zh "整个时段内没有带来任何订单的搜索词所花的比例。时段越长越低，所以不能把各天相加。"
        section: advertising
        unit: percent
        good: low
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Search-term report.", zh "搜索词报告。"
        benchmark: "Rule of thumb: below 20-25% over 30 days.", zh "30 天内低于 20–25%（经验值）。"
        trap: "Excluding too many terms also shuts out those that would have sold later.",
          zh "否定的词太多，会把以后能出单的词也挡掉。"
        beside: ad_sales
        example: ads_by_search_term.spend = (20, 100, 30, 50),
          ads_by_search_term.search_term = ("a", "b", "c", "d"),
          ads_by_search_term.ad_orders = (0, 4, 0, 2) gives 25%
      }

      ## The ACoS at which an advertised sale earns nothing: the margin before ads. An acos above
      ## it loses money.
      metric break_even_acos = (contribution_profit + ad_spend) / settled_net_sales {
        label: "Break-even ACoS", zh "盈亏平衡ACoS"
        also: "max ACoS", "target ACoS ceiling"
        doc: zh "广告销售刚好不赚不赔的 ACoS：广告前的贡献毛利率。acos 高于它就亏钱。"
        section: advertising
        unit: percent
        good: high
        nature: process
        owner: "finance", zh "财务"
        origin: "Contribution profit before ads over settled net sales; needs landed costs.",
          zh "广告前的贡献毛利 / 结算净销售；需要到岸成本。"
        benchmark: "No general value: it is the product's own margin before ads.",
          zh "没有通用标准：就是商品自己广告前的贡献毛利率。"
        trap: "With the list price or a price that contains tax it comes out too high.",
          zh "用标价或含税价来算会偏高。"
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
