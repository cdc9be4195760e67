// The metrics that ship, in the language itself: traffic, conversion and visibility.

extension ShippedText {
  static let metricsTraffic = ShippedText(
    name: "metrics-traffic.kepi",
    text: #"""
      ## Visits of the day, by the business report. The rows by ASIN do not add up to the day,
      ## and a visitor of two days counts twice.
      metric sessions = sum(traffic_by_day.sessions) else sum(traffic_by_asin.sessions)
        else sum(traffic_by_parent.sessions) else sum(erp_performance.sessions) {
        label: "Sessions", zh "买家访问次数", ja "セッション", de "Sitzungen", fr "Sessions"
        also: "visits", "Sitzungen", "Sesiones"
        doc: zh "业务报告的访问次数。各 ASIN 的行加起来不等于当天；同一访客两天算两次。"
        section: traffic
        unit: count
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report: trafficByDate.sessions (store) or",
          "trafficByAsin.sessions (ASIN).",
          zh "业务报告。一次会话是一位访客在 24 小时内的访问；店铺总数不是 ASIN 行之", zh "和。"
        trap: "Cheap irrelevant ad traffic.", zh "买便宜而不相关的广告流量。"
        beside: unit_session_percentage, tacos
        example: traffic_by_day.sessions = (1000, 1100, 1100, 1253) gives 4453
      }

      ## Detail pages that were looked at.
      metric page_views = sum(traffic_by_day.page_views) else sum(traffic_by_asin.page_views)
        else sum(traffic_by_parent.page_views) else sum(erp_performance.page_views) {
        label: "Page views", zh "页面浏览量", ja "ページビュー", de "Seitenaufrufe",
          fr "Pages vues"
        also: "detail page views", "Seitenaufrufe", "Pages vues", "Páginas vistas"
        doc: zh "商品详情页被浏览的次数。"
        section: traffic
        unit: count
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report: pageViews.",
          zh "业务报告的 pageViews，浏览器和应用相加。"
        beside: sessions
        example: traffic_by_day.page_views = (1658, 1400, 1300, 2000) gives 6358
      }

      ## Units for each visit: the conversion that Amazon shows. It may pass 100 %.
      metric unit_session_percentage = units_ordered / sessions {
        label: "Unit session percentage", zh "商品转化率", ja "ユニットセッション率",
          de "Einheiten pro Sitzung (%)", fr "Pourcentage de sessions par unité"
        also: "listing conversion rate", "Einheiten pro Sitzung in %",
          "Pourcentage de sessions par unité"
        doc: zh "每次访问的订购件数：亚马逊显示的转化率，可能超过 100%。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report: unitsOrdered over sessions; column",
          "unitSessionPercentage is in percentage points.",
          zh "业务报告：件数除以会话数。广告转化率和 Shopify 的转化率是别的指标。"
        benchmark: "Category dependent; from domain knowledge 8-15% common, high-price goods",
          "far lower.", zh "因类目而异；常见 8–15%，高价商品低得多（经验值）。"
        trap: "Cutting traffic raises the rate; contracts that say 'conversion +15%'",
          "without naming the metric, scope and base.",
          zh "砍流量就能抬高它；合同写“转化提升 15%”却不写指标、范围和基期。"
        beside: sessions, net_sales
        example: traffic_by_day.units_ordered = (23, 18, 25, 31),
          traffic_by_day.sessions = (1000, 1100, 1100, 1253) gives 2.1783%
      }

      ## Order items for each visit: nearer to orders per visit than units are.
      metric order_item_session_percentage = order_items / sessions {
        label: "Order item session percentage", zh "订单商品转化率", ja "注文品目セッション率",
          de "Bestellposten pro Sitzung (%)"
        also: "Bestellposten pro Sitzung"
        doc: zh "每次访问的订单商品数：比件数更接近“每次访问的订单”。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report: totalOrderItems over sessions.",
          zh "业务报告：订单商品数除以会话数。"
        trap: "Cutting traffic raises it.", zh "和商品转化率一样。"
        beside: sessions
        example: traffic_by_day.order_items = (20, 18, 23, 30),
          traffic_by_day.sessions = (1000, 1100, 1100, 1253) gives 2.0436%
      }

      ## Orders for each visit of the store. Not by SKU or ASIN: several of them share an order, and
      ## `unit_session_percentage` is the number to ask for.
      metric order_session_rate = orders / sessions {
        label: "Orders per session", zh "下单转化率"
        also: "store conversion rate", "online store conversion rate"
        doc: zh "店铺每次访问带来的订单数。不能按 SKU 或 ASIN 看：一张订单由几个 SKU 共有，应看",
          zh " `unit_session_percentage`。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Orders over store sessions; needed for GMV = traffic x conversion x AOV.",
          zh "订单数除以店铺会话数。"
        benchmark: "From domain knowledge: Shopify 1.5-3%.", zh "Shopify 1.5–3%（经验值）。"
        trap: "Cutting traffic raises it.", zh "和商品转化率一样。"
        beside: aov
        never_by: sku, asin
        example: order_lines.order_id = ("A", "B", "C", "D"),
          traffic_by_day.sessions = (30, 50) gives 5%
      }

      ## Part of the page views in which the offer to buy was yours, weighted by page views.
      metric buy_box_percentage = sum(traffic_by_day.page_views * traffic_by_day.featured_offer_percentage) /
        sum(traffic_by_day.page_views)[traffic_by_day.featured_offer_percentage is not missing]
        else sum(traffic_by_asin.page_views * traffic_by_asin.featured_offer_percentage) /
        sum(traffic_by_asin.page_views)[traffic_by_asin.featured_offer_percentage is not missing]
        else sum(traffic_by_parent.page_views * traffic_by_parent.featured_offer_percentage) /
        sum(traffic_by_parent.page_views)[traffic_by_parent.featured_offer_percentage is not missing] {
        label: "Featured offer percentage", zh "购物车赢得率", ja "おすすめ出品の獲得率",
          de "Featured-Offer-Prozentsatz", fr "Pourcentage d'offres à la une"
        also: "Buy Box %", "Featured Offer %", "Featured Offer-Prozentsatz"
        doc: zh "浏览中推荐报价属于你的比例，按浏览量加权。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report: buyBoxPercentage x pageViews gives",
          "featured_offer_page_views; official definition is share of page views",
          "where the add-to-cart box would sell your offer.",
          zh "业务报告只给比率：先乘回浏览量再相加，不能取平均。断货时也会低于 100%。"
        benchmark: "From domain knowledge: private label >= 95%; alert below 90%.",
          zh "自有品牌 ≥ 95%，低于 90% 报警（经验值）。"
        trap: "Won by under-pricing.", zh "靠压价赢得。"
        beside: asp, contribution_margin
        example: traffic_by_day.page_views = (100, 100, 800),
          traffic_by_day.featured_offer_percentage = (95%, 10%, 0%) gives 10.5%
      }

      ## Part of the sales that no ad is credited with.
      metric organic_sales_share = 1 - ad_sales / gross_sales {
        label: "Organic sales share", zh "自然销售占比"
        also: "organic share", "non-ad sales share"
        doc: zh "没有归因到广告的销售比例。"
        section: traffic
        unit: percent
        good: high
        nature: result
        owner: "ads specialist", zh "广告专员"
        origin: "Ad report attributed sales against order report sales.",
          zh "广告归因销售对订单销售。归因销售含同品牌其他 SKU，按 SKU 看可能为负。"
        benchmark: "From domain knowledge: mature >= 60-70%, launch 20-40%.",
          zh "成熟期 ≥ 60–70%，新品期 20–40%（经验值）。"
        trap: "Stopping ads lifts the share while sales fall.",
          zh "停掉广告，占比上升而销售下降。"
        beside: net_sales, tacos
        example: ads_by_type.ad_sales = (150, 250), order_lines.item_price = (400, 600) gives 60%
      }

      ## Part of the visits that no ad click explains: an estimate, since a click is no visit.
      metric organic_traffic_share = 1 - clicks / sessions {
        label: "Organic traffic share", zh "自然流量占比"
        also: "organic visit share"
        doc: zh "广告点击解释不了的访问比例：只是估计，点击不等于访问。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Approximation: sessions not explained by ad clicks; from domain knowledge.",
          zh "会话数减广告点击数的近似；一次访问可能有几次点击，结果可能低于 0。"
        benchmark: "Practice example: target > 40% (unverified).",
          zh "实践例子：目标 > 40%（未核实）。"
        trap: "Cutting ads.", zh "砍广告。"
        beside: sessions, ad_spend
        example: ads_by_type.clicks = (300, 250), traffic_by_day.sessions = (500, 600) gives 50%
      }

      ## Part of the purchases after a search that were of your brand.
      metric search_purchase_share = sum(search_performance.own_purchases) /
        sum(search_performance.total_purchases) {
        label: "Search purchase share", zh "搜索购买份额"
        also: "purchase share"
        doc: zh "搜索后的购买中属于自己品牌的比例。"
        section: traffic
        unit: percent
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Brand Analytics search query performance.",
          zh "品牌分析的搜索查询表现；只有周、月、季的数据。"
        trap: "Picking only winning queries.", zh "只挑赢的词。"
        beside: acos
        example: search_performance.own_purchases = (12, 3),
          search_performance.total_purchases = (60, 40) gives 15%
      }

      ## Own places among those of the first search page.
      metric share_of_voice = sum(serp.own_slots) / sum(serp.total_slots) {
        label: "Share of voice", zh "关键词声量占比"
        also: "share of shelf"
        doc: zh "搜索首页坑位中自己所占的比例。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Third-party rank tracker: own slots among first-page slots (paid and",
          "organic); from domain knowledge.", zh "第三方抽查；取决于抽样的词、时间和地点。"
        trap: "Keyword list chosen to flatter.", zh "挑好看的关键词表。"
        beside: search_purchase_share
        example: serp.own_slots = (6, 3), serp.total_slots = (60, 60) gives 7.5%
      }

      ## Impressions at the top of search over those that could have been had there.
      metric top_of_search_impression_share = sum(ads_by_targeting.impressions)[ads_by_targeting.top_of_search_share is not missing] /
        sum(ads_by_targeting.impressions / ads_by_targeting.top_of_search_share)
        else sum(ads_by_campaign.impressions)[ads_by_campaign.top_of_search_share is not missing] /
        sum(ads_by_campaign.impressions / ads_by_campaign.top_of_search_share) {
        label: "Top-of-search impression share", zh "搜索首位展示份额"
        also: "TOS IS", "top-of-search IS"
        doc: zh "搜索首位的展示占可得展示的比例。"
        section: traffic
        unit: percent
        good: range
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ads report topOfSearchImpressionShare with impressions at top of search.",
          zh "广告报告只给份额：可得展示 = 展示 / 份额；份额未公布的行两边都不算。"
        benchmark: "Agreed per brand-defence plan.", zh "按品牌防守计划约定。"
        trap: "Bought at any CPC.", zh "不计点击成本地买位置。"
        beside: acos, cpc
        example: ads_by_targeting.impressions = (500, 300),
          ads_by_targeting.top_of_search_share = (50%, 20%) gives 32%
      }

      ## Best-seller rank on the first day less that on the last: positive is better. Ranks of
      ## several products have no sum.
      metric bsr_rank_change = opening(sum(ranks.bsr)) - closing(sum(ranks.bsr)) {
        label: "BSR improvement", zh "BSR排名提升"
        also: "rank change"
        doc: zh "第一天的 BSR 减最后一天的：正数表示变好。几个商品的排名不能相加。"
        section: traffic
        unit: count
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Derived from rank snapshots.",
          zh "由排名快照得出。相对变化更公平；两端用 7 天中位数。"
        benchmark: "Used as a contract KPI.", zh "没有标准；有人写进合同。"
        trap: "One-day deal spike on the measurement day; review or order manipulation.",
          zh "测量日做一天的秒杀；操纵评论或订单。"
        beside: contribution_margin, refund_rate
        per: asin, site
        example: ranks.bsr = (180, 150, 120), ranks.day = (2026-06-01, 2026-06-15, 2026-06-30),
          ranks.asin = "B1", asin = "B1", site = "US" gives 60
      }

      ## Units ordered by the business report.
      metric units_ordered = sum(traffic_by_day.units_ordered)
        else sum(traffic_by_asin.units_ordered) else sum(traffic_by_parent.units_ordered)
        else sum(erp_performance.units_ordered) {
        label: "Units ordered", zh "已订购商品数量", ja "注文された商品点数", de "Bestellte Einheiten", fr "Unités commandées"
        doc: zh "业务报告的订购件数。"
        section: traffic
        good: high
      }

      ## Order items of the business report: one for each product of an order.
      metric order_items = sum(traffic_by_day.order_items) else sum(traffic_by_asin.order_items)
        else sum(traffic_by_parent.order_items) {
        label: "Total order items", zh "订单商品总数", ja "注文品目数", de "Bestellposten insgesamt", fr "Total des articles commandés"
        doc: zh "业务报告的订单商品数：一张订单的每种商品算一个。"
        section: traffic
        good: high
      }
      """#)
}
