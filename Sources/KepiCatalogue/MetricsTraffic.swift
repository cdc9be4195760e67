// The metrics that ship, in the language itself: traffic, conversion and visibility.

extension ShippedText {
  static let metricsTraffic = ShippedText(
    name: "metrics-traffic.kepi",
    text: #"""
      ## Visits by the business report: a visitor counts once in 24 hours, so two days count him
      ## twice. The lines by ASIN do not add up to the store.
      metric sessions = sum(traffic_by_day.sessions) else sum(traffic_by_asin.sessions)
        else sum(traffic_by_parent.sessions) else sum(erp_performance.sessions) {
        label: "Sessions", zh "买家访问次数", ja "セッション", de "Sitzungen", fr "Sessions"
        also: "visits", "Sitzungen", "Sesiones (es)"
        doc: zh "业务报告的访问次数：一位访客 24 小时内算一次，跨两天算两次。各 ASIN 的行加起来不等于",
          zh "店铺总数。"
        section: traffic
        unit: count
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report: by date for the store, by ASIN for products, never both",
          "added.",
          zh "业务报告：店铺按日期，商品按 ASIN，两者绝不相加。"
        trap: "Cheap ads that fit badly bring visits that do not buy.",
          zh "便宜而不相关的广告会带来不买东西的访问。"
        beside: unit_session_percentage, tacos
        example: traffic_by_day.sessions = (1000, 1100, 1100, 1253) gives 4453
      }

      ## Detail pages that were looked at.
      metric page_views = sum(traffic_by_day.page_views) else sum(traffic_by_asin.page_views)
        else sum(traffic_by_parent.page_views) else sum(erp_performance.page_views) {
        label: "Page views", zh "页面浏览量", ja "ページビュー", de "Seitenaufrufe",
          fr "Pages vues"
        also: "detail page views", "Seitenaufrufe", "Pages vues", "Páginas vistas (es)"
        doc: zh "商品详情页被浏览的次数。"
        section: traffic
        unit: count
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report: browser and app together.",
          zh "业务报告的 pageViews，浏览器和应用相加。"
        beside: sessions
        example: traffic_by_day.page_views = (1658, 1400, 1300, 2000) gives 6358
      }

      ## Units ordered for each visit: the conversion rate that Amazon shows. It can exceed 100%,
      ## as one visit may buy several units. Not `cvr` (orders per ad click), nor
      ## `order_session_rate` (orders per visit).
      metric unit_session_percentage = units_ordered / sessions {
        label: "Unit session percentage", zh "商品转化率", ja "ユニットセッション率",
          de "Einheiten pro Sitzung (%)", fr "Pourcentage de sessions par unité"
        also: "listing conversion rate", "Pourcentage de sessions par unité"
        doc: zh "每次访问的订购件数：亚马逊显示的转化率。一次访问可能买几件，所以可能超过 100%。不同",
          zh "于 `cvr`（每次广告点击的订单）和 `order_session_rate`（每次访问的订单）。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report: by date for the store, by ASIN for products, never both",
          "added. The report shows 2.18 for 2.18%.",
          zh "业务报告：店铺按日期，商品按 ASIN，两者绝不相加。报告里写 2.18 表示 2.18%。"
        benchmark: "Depends on the category. Rule of thumb: 8-15%, expensive goods far less.",
          zh "因类目而异；常见 8–15%，高价商品低得多（经验值）。"
        trap: "Cutting traffic raises the rate and loses sales; a contract that says 'conversion",
          "+15%' has to name metric, scope and base period.",
          zh "砍流量能抬高它，却丢销量；合同写“转化提升 15%”必须写明指标、范围和基期。"
        beside: sessions, net_sales
        example: traffic_by_day.units_ordered = (23, 18, 25, 31),
          traffic_by_day.sessions = (1000, 1100, 1100, 1253) gives 2.1783%
      }

      ## Order items for each visit, an item being one product of an order: nearer to orders per
      ## visit than units are.
      metric order_item_session_percentage = order_items / sessions {
        label: "Order item session percentage", zh "订单商品转化率", ja "注文品目セッション率",
          de "Bestellposten pro Sitzung (%)"
        also: "Bestellposten pro Sitzung (de)"
        doc: zh "每次访问的订单商品数（一张订单的每种商品算一个）：比件数更接近“每次访问的订单”。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report: totalOrderItems / sessions.",
          zh "业务报告：订单商品数 / 访问次数。"
        trap: "Cutting traffic raises the rate and loses sales.", zh "砍流量能抬高它，却丢销量。"
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
        origin: "Order report over the store's sessions of the business report. One factor of",
          "sales = sessions x order_session_rate x units_per_order x asp.",
          zh "订单报告的订单数 / 业务报告的店铺访问次数。销售额 = 访问 × 下单转化率 × 每单件数 × ",
          zh "平均售价。"
        benchmark: "Rule of thumb: Shopify 1.5-3%.", zh "Shopify 1.5–3%（经验值）。"
        trap: "Cutting traffic raises the rate and loses sales.", zh "砍流量能抬高它，却丢销量。"
        beside: aov
        never_by: sku, asin
        example: order_lines.order_id = ("A", "B", "C", "D"),
          traffic_by_day.sessions = (30, 50) gives 5%
      }

      ## Part of the page views on which the buy button was yours, weighted by page views.
      metric buy_box_percentage = sum(traffic_by_day.page_views * traffic_by_day.featured_offer_percentage) /
        sum(traffic_by_day.page_views)[traffic_by_day.featured_offer_percentage is not missing]
        else sum(traffic_by_asin.page_views * traffic_by_asin.featured_offer_percentage) /
        sum(traffic_by_asin.page_views)[traffic_by_asin.featured_offer_percentage is not missing]
        else sum(traffic_by_parent.page_views * traffic_by_parent.featured_offer_percentage) /
        sum(traffic_by_parent.page_views)[traffic_by_parent.featured_offer_percentage is not missing] {
        label: "Featured offer percentage", zh "购物车赢得率", ja "おすすめ出品の獲得率",
          de "Featured-Offer-Prozentsatz", fr "Pourcentage d'offres à la une"
        also: "Buy Box %", "Featured Offer %", "Featured Offer-Prozentsatz (de)"
        doc: zh "页面浏览中购买按钮（推荐报价）属于你的比例，按浏览量加权。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report gives only the rate of each line: it is multiplied by",
          "the page views and then added up. Also below 100% when out of stock.",
          zh "业务报告只给每行的比率：先乘回浏览量再相加。断货时也会低于 100%。"
        benchmark: "Rule of thumb: own brands at least 95%, look into it below 90%.",
          zh "自有品牌 ≥ 95%，低于 90% 要查原因（经验值）。"
        trap: "It can be won by a price too low to earn anything.", zh "靠压价就能赢得，却不赚钱。"
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
        origin: "Order report and ad reports. Credited sales include other SKUs of the brand, so",
          "that it can be negative for a SKU.",
          zh "订单报告和广告报告。归因销售含同品牌其他 SKU，按 SKU 看可能为负。"
        benchmark: "Rule of thumb: mature products at least 60-70%, launch 20-40%.",
          zh "成熟期 ≥ 60–70%，新品期 20–40%（经验值）。"
        trap: "Stopping ads raises the share while sales fall.", zh "停掉广告，占比上升而销售下降。"
        beside: net_sales, tacos
        example: ads_by_type.ad_sales = (150, 250), order_lines.item_price = (400, 600) gives 60%
      }

      ## Part of the visits that no ad click explains: an estimate, since a click is no visit and
      ## one visit may have several clicks; it can fall below 0.
      metric organic_traffic_share = 1 - clicks / sessions {
        label: "Organic traffic share", zh "自然流量占比"
        also: "organic visit share"
        doc: zh "广告点击解释不了的访问比例：只是估计，点击不等于访问，一次访问可能有几次点击，可能低",
          zh "于 0。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Business report sessions and ad report clicks.",
          zh "业务报告的访问次数和广告报告的点击。"
        benchmark: "An example from practice: above 40% (unverified).",
          zh "实践例子：高于 40%（未核实）。"
        trap: "Cutting ads raises the share while visits fall.", zh "砍广告，占比上升而访问下降。"
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
        origin: "Brand Analytics, search query performance: only by week, month or quarter.",
          zh "品牌分析的搜索查询表现；只有周、月、季的数据。"
        trap: "Looking only at searches that go well hides the others.",
          zh "只挑表现好的词，看不到其他词。"
        beside: acos
        example: search_performance.own_purchases = (12, 3),
          search_performance.total_purchases = (60, 40) gives 15%
      }

      ## Own places among all places of the first search page, over the searches that were looked
      ## at.
      metric share_of_voice = sum(serp.own_slots) / sum(serp.total_slots) {
        label: "Share of voice", zh "关键词声量占比"
        also: "share of shelf"
        doc: zh "所抽查的搜索中，首页坑位里自己所占的比例。"
        section: traffic
        unit: percent
        good: high
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "A rank tracker of another vendor, ads and organic places; it depends on the",
          "keywords, time and place looked at.",
          zh "第三方排名工具，含广告位和自然位；取决于抽查的词、时间和地点。"
        trap: "A list of keywords that suit you flatters the share.",
          zh "挑对自己有利的关键词，占比就好看。"
        beside: search_purchase_share
        example: serp.own_slots = (6, 3), serp.total_slots = (60, 60) gives 7.5%
      }

      ## Times your ads stood at the top of search, over the times they could have.
      metric top_of_search_impression_share = sum(ads_by_targeting.impressions)[ads_by_targeting.top_of_search_share is not missing] /
        sum(ads_by_targeting.impressions / ads_by_targeting.top_of_search_share)
        else sum(ads_by_campaign.impressions)[ads_by_campaign.top_of_search_share is not missing] /
        sum(ads_by_campaign.impressions / ads_by_campaign.top_of_search_share) {
        label: "Top-of-search impression share", zh "搜索首位展示份额"
        also: "TOS IS", "top-of-search IS"
        doc: zh "广告在搜索首位展示的次数占可得次数的比例。"
        section: traffic
        unit: percent
        good: range
        nature: process
        owner: "ads specialist", zh "广告专员"
        origin: "Ad reports give only the share: possible times = impressions / share. Lines",
          "without a share are left out of both sides.",
          zh "广告报告只给份额：可得展示 = 展示 / 份额；没有公布份额的行两边都不算。"
        benchmark: "No general value: as the plan for the brand says.",
          zh "没有通用标准，按品牌计划约定。"
        trap: "Bought at any price for a click, the first place loses money.",
          zh "不计点击成本地抢首位会亏钱。"
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
        origin: "Rank snapshots. A change from 200 to 100 is not the same as one from 10,000 to",
          "9,900; a median of 7 days at both ends is safer.",
          zh "由排名快照得出。从 200 到 100 和从 10,000 到 9,900 不是一回事；两端用 7 天中位数更稳",
          zh "。"
        benchmark: "No general value; some contracts use it.", zh "没有标准；有的合同采用。"
        trap: "A deal on the last day, or bought orders and reviews, lift the rank for a moment",
          "only.",
          zh "在最后一天做秒杀，或刷单刷评，只能把排名抬高一时。"
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
