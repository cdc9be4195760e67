// The dimensions and metrics that ship, in the language itself.

extension ShippedText {
  static let metrics = ShippedText(
    name: "metrics.kepi",
    text: #"""
      language 1

      # ---- what lines are made of -----------------------------------------------------------------

      ## The seller account: from the path, or by `load … with store = "…"`.
      dimension store { label: "Store", zh "店铺" }

      ## The marketplace: US, DE, UK …
      dimension site { label: "Site", zh "站点" }

      ## The shop system: Amazon, …
      dimension platform { label: "Platform", zh "平台" }

      ## The currency of the row, as an ISO code.
      dimension currency { label: "Currency", zh "币种" }

      ## The seller's own product number.
      dimension sku { label: "SKU", zh "SKU" }

      ## The marketplace's product number. One ASIN may have several SKUs.
      dimension asin { label: "ASIN", zh "ASIN" }

      ## The ASIN that variations of a product hang on.
      dimension parent_asin { label: "Parent ASIN", zh "父ASIN" }

      dimension campaign { label: "Campaign", zh "广告活动" }

      dimension ad_group { label: "Ad group", zh "广告组" }

      dimension portfolio { label: "Portfolio", zh "广告组合" }

      ## What the buyer typed before the click.
      dimension search_term { label: "Search term", zh "搜索词" }

      dimension targeting { label: "Targeting", zh "投放" }

      dimension match_type { label: "Match type", zh "匹配类型" }

      ## Who ships: Amazon or the seller.
      dimension fulfilment { label: "Fulfilment", zh "配送方式" }

      dimension order_status { label: "Order status", zh "订单状态" }

      dimension ship_country { label: "Ship-to country", zh "收货国家" }

      dimension transaction_type { label: "Transaction type", zh "交易类型" }

      dimension amount_type { label: "Amount type", zh "金额类型" }

      dimension amount_description { label: "Amount description", zh "金额说明" }

      dimension settlement_id { label: "Settlement", zh "结算单" }

      dimension disposition { label: "Disposition", zh "库存状况" }

      dimension return_reason = returns.reason { label: "Return reason", zh "退货原因" }

      ## Where on the page the ad stood.
      dimension placement { label: "Placement", zh "广告位" }

      ## SP, SB, SD or ST: Sponsored Products, Brands, Display, TV.
      dimension ad_type { label: "Ad type", zh "广告类型" }

      ## What was bought after a click on the ad of another product.
      dimension purchased_asin { label: "Purchased ASIN", zh "成交ASIN" }

      ## What moved the stock: receipts, shipments, returns, adjustments …
      dimension event_type { label: "Event type", zh "事件类型" }

      dimension fulfillment_center { label: "Fulfilment centre", zh "运营中心" }

      ## Released, or deferred until the delivery.
      dimension transaction_status { label: "Transaction status", zh "交易状态" }

      ## Standard or invoiced orders.
      dimension account_type { label: "Account type", zh "账户类型" }

      ## What buyers of the whole shop typed.
      dimension search_query { label: "Search query", zh "搜索查询" }

      dimension violation_type { label: "Violation", zh "违规类型" }

      ## Amazon's own number of a product in its warehouses.
      dimension fnsku { label: "FNSKU", zh "FNSKU" }

      # ---- orders ---------------------------------------------------------------------------------

      ## Order lines that count as sold here: not cancelled, not shipped for another shop
      ## (multi-channel), no replacement and no Vine give-away.
      segment sold = order_status != "Cancelled" and channel != "Non-Amazon"
        and not order_lines.item_price = 0 and not order_lines.promotion_ids like "vine.*"
        and not order_lines.is_replacement

      ## Lines of an ERP's list that count as sold: not cancelled, no replacement, no sample, and not
      ## bought for a review.
      segment erp_sold = order_status != "Cancelled" and not erp_order_lines.is_replacement
        and not erp_order_lines.is_review and not erp_order_lines.is_sample

      ## Ordered value of the lines sold, without tax. Prices of the United States and Canada come
      ## without it; everywhere else the tax in them is taken out, as far as the report names it.
      ## Pending orders have no price yet.
      metric gross_sales = sum(
        if order_lines.site in ("US", "CA") or order_lines.item_tax is missing
        then order_lines.item_price
        else order_lines.item_price - order_lines.item_tax)[sold]
        else sum(erp_order_lines.item_price)[erp_sold] {
        label: "Gross sales", zh "销售总额"
        unit: money
        good: high
      }

      ## What was sold, without tax and before discounts and refunds.
      metric sales = gross_sales {
        label: "Sales", zh "销售额"
        unit: money
        good: high
      }

      ## Discounts given on the lines sold, as a positive number.
      metric discounts = sum(order_lines.item_discount)[sold]
        else sum(erp_order_lines.item_discount)[erp_sold] {
        label: "Discounts", zh "折扣"
        unit: money
        good: low
      }

      ## Different orders. An order with several products counts once in each group that has one of
      ## them, and once in the total.
      metric orders = count(distinct order_lines.order_id)[sold]
        else count(distinct erp_order_lines.order_id)[erp_sold] {
        label: "Orders", zh "订单量"
        good: high
      }

      ## Units ordered.
      metric units = sum(order_lines.units)[sold]
        else sum(erp_order_lines.units)[erp_sold] {
        label: "Units", zh "销量"
        good: high
      }

      ## Average order value: never by SKU, since several SKUs share an order.
      metric aov = gross_sales / orders {
        label: "Average order value", zh "客单价"
        unit: money
        good: high
        never_by: sku, asin
        example: gross_sales = 150, orders = 3 gives 50
      }

      ## Average selling price of a unit.
      metric asp = gross_sales / units {
        label: "Average selling price", zh "平均售价"
        unit: money
        example: gross_sales = 150, units = 6 gives 25
      }

      ## Units in an order.
      metric units_per_order = units / orders {
        label: "Units per order", zh "件单比"
        good: high
        never_by: sku, asin
        example: units = 7, orders = 4 gives 1.75
      }

      # ---- advertising ----------------------------------------------------------------------------

      ## Cost of the clicks. Product, campaign and search-term reports repeat the same money at
      ## other cuts, so one of them answers, never two; a platform that has no report of that cut is
      ## in it with one that it has.
      metric ad_spend = sum(ads_by_product.spend) else sum(ads_by_campaign.spend)
        else sum(ads_by_ad_group.spend) else sum(ads_by_ad.spend) else sum(ads_by_day.spend)
        else sum(ads_by_objective.spend) else sum(ads_by_age.spend) else sum(ads_by_region.spend)
        else sum(ads_by_search_term.spend) else sum(erp_performance.spend) {
        label: "Ad spend", zh "广告花费"
        good: low
      }

      ## Sales that the platform attributes to clicks, on the day of the click. They ripen for up to
      ## two weeks.
      metric ad_sales = sum(ads_by_product.ad_sales) else sum(ads_by_campaign.ad_sales)
        else sum(ads_by_ad_group.ad_sales) else sum(ads_by_ad.ad_sales)
        else sum(ads_by_objective.ad_sales) else sum(ads_by_age.ad_sales)
        else sum(ads_by_search_term.ad_sales) else sum(erp_performance.ad_sales) {
        label: "Ad sales", zh "广告销售额"
        good: high
      }

      metric ad_orders = sum(ads_by_product.ad_orders) else sum(ads_by_campaign.ad_orders)
        else sum(ads_by_ad_group.ad_orders) else sum(ads_by_ad.ad_orders)
        else sum(ads_by_objective.ad_orders) else sum(ads_by_age.ad_orders)
        else sum(ads_by_search_term.ad_orders) else sum(erp_performance.ad_orders) {
        label: "Ad orders", zh "广告订单量"
        good: high
      }

      metric ad_units = sum(ads_by_product.ad_units) else sum(ads_by_search_term.ad_units) {
        label: "Ad units", zh "广告销量"
        good: high
      }

      metric clicks = sum(ads_by_product.clicks) else sum(ads_by_campaign.clicks)
        else sum(ads_by_ad_group.clicks) else sum(ads_by_ad.clicks) else sum(ads_by_day.clicks)
        else sum(ads_by_objective.clicks) else sum(ads_by_age.clicks) else sum(ads_by_region.clicks)
        else sum(ads_by_search_term.clicks) else sum(erp_performance.clicks) {
        label: "Clicks", zh "点击量"
      }

      metric impressions = sum(ads_by_product.impressions) else sum(ads_by_campaign.impressions)
        else sum(ads_by_ad_group.impressions) else sum(ads_by_ad.impressions)
        else sum(ads_by_day.impressions) else sum(ads_by_objective.impressions)
        else sum(ads_by_age.impressions) else sum(ads_by_region.impressions)
        else sum(ads_by_search_term.impressions) else sum(erp_performance.impressions) {
        label: "Impressions", zh "曝光量"
      }

      ## Advertising cost of sales: what of each unit of ad sales was spent on the ads. Low is good,
      ## but the lowest is no ads at all: read it beside TACoS and ad sales.
      metric acos = ad_spend / ad_sales {
        label: "ACoS", zh "广告销售成本比"
        unit: percent
        good: low
        example: ad_spend = 30, ad_sales = 120 gives 25%
      }

      ## Return on ad spend: ACoS turned over.
      metric roas = ad_sales / ad_spend {
        label: "ROAS", zh "广告投入产出比"
        unit: number
        good: high
        example: ad_sales = 120, ad_spend = 30 gives 4
      }

      ## Total advertising cost of sales: ad spend over all that was ordered, by the business report.
      metric tacos = ad_spend / ordered_product_sales {
        label: "TACoS", zh "广告费占总销售额比"
        unit: percent
        good: low
        example: ad_spend = 30, ordered_product_sales = 300 gives 10%
      }

      ## Click-through rate.
      metric ctr = clicks / impressions {
        label: "CTR", zh "点击率"
        unit: percent
        good: high
        example: clicks = 5, impressions = 1000 gives 0.5%
      }

      ## Cost per click.
      metric cpc = ad_spend / clicks {
        label: "CPC", zh "单次点击成本"
        unit: money
        good: low
        example: ad_spend = 30, clicks = 60 gives 0.5
      }

      ## Orders for each ad click.
      metric cvr = ad_orders / clicks {
        label: "Ad conversion rate", zh "广告转化率"
        unit: percent
        good: high
        example: ad_orders = 6, clicks = 60 gives 10%
      }

      # ---- traffic --------------------------------------------------------------------------------

      ## Visits of the day, by the business report. The rows by ASIN do not add up to the day.
      metric sessions = sum(traffic_by_day.sessions) else sum(traffic_by_asin.sessions)
        else sum(traffic_by_parent.sessions) else sum(erp_performance.sessions) {
        label: "Sessions", zh "会话数"
        good: high
      }

      metric page_views = sum(traffic_by_asin.page_views) else sum(traffic_by_parent.page_views)
        else sum(erp_performance.page_views) {
        label: "Page views", zh "页面浏览量"
        good: high
      }

      ## Ordered product sales of the business report. Cancelled orders are in it, and outside the
      ## United States tax is too.
      metric ordered_product_sales = sum(traffic_by_day.ordered_product_sales)
        else sum(traffic_by_asin.ordered_product_sales)
        else sum(traffic_by_parent.ordered_product_sales)
        else sum(erp_performance.ordered_product_sales) {
        label: "Ordered product sales", zh "已订购商品销售额"
        good: high
      }

      ## Units ordered by the business report.
      metric units_ordered = sum(traffic_by_day.units_ordered)
        else sum(traffic_by_asin.units_ordered) else sum(traffic_by_parent.units_ordered)
        else sum(erp_performance.units_ordered) {
        label: "Units ordered", zh "已订购商品数量"
        good: high
      }

      ## Units for each visit: the conversion that Amazon shows. It may pass 100 %.
      metric unit_session_percentage = units_ordered / sessions {
        label: "Unit session percentage", zh "商品会话转化率"
        unit: percent
        good: high
        example: units_ordered = 8, sessions = 100 gives 8%
      }

      # ---- settlement -----------------------------------------------------------------------------

      ## Everything that the platform posted: sales, refunds, fees and payments, signs as it has them.
      metric settlement_amount = sum(settlement.amount) {
        label: "Settlement amount", zh "结算金额"
      }

      ## Sales, refunds and discounts of the settlements, without tax: what finance calls revenue.
      ## It comes later than the orders.
      metric settled_net_sales = sum(settlement.amount)[
        (amount_type = "ItemPrice" and amount_description = "Principal")
        or amount_type = "Promotion" and amount_description = "Principal"] {
        label: "Settled net sales", zh "结算净销售额"
        good: high
      }

      # ---- stock and returns ----------------------------------------------------------------------

      ## Units in Amazon's warehouses at the end of the period, all dispositions.
      metric on_hand_units = closing(sum(inventory.on_hand_units)) {
        label: "Units on hand", zh "在库数量"
      }

      ## Units that came back, on the day they did. Not money: refunds are settled.
      metric returned_units = sum(returns.units) {
        label: "Returned units", zh "退货数量"
        good: low
      }

      # ---- the Chinese labels, as names that can be typed -----------------------------------------

      alias 店铺 = store
      alias 站点 = site
      alias 平台 = platform
      alias 币种 = currency
      alias 父ASIN = parent_asin
      alias 广告活动 = campaign
      alias 广告组 = ad_group
      alias 广告组合 = portfolio
      alias 搜索词 = search_term
      alias 投放 = targeting
      alias 匹配类型 = match_type
      alias 配送方式 = fulfilment
      alias 订单状态 = order_status
      alias 收货国家 = ship_country
      alias 交易类型 = transaction_type
      alias 金额类型 = amount_type
      alias 金额说明 = amount_description
      alias 结算单 = settlement_id
      alias 库存状况 = disposition
      alias 退货原因 = return_reason
      alias 广告位 = placement
      alias 广告类型 = ad_type
      alias 成交ASIN = purchased_asin
      alias 事件类型 = event_type
      alias 运营中心 = fulfillment_center
      alias 交易状态 = transaction_status
      alias 账户类型 = account_type
      alias 搜索查询 = search_query
      alias 违规类型 = violation_type
      alias 费用类别 = fee_group
      alias 费用名称 = charge
      alias 损益类别 = pnl_class
      alias 销售总额 = gross_sales
      alias 销售额 = sales
      alias 折扣 = discounts
      alias 订单量 = orders
      alias 销量 = units
      alias 客单价 = aov
      alias 平均售价 = asp
      alias 件单比 = units_per_order
      alias 广告花费 = ad_spend
      alias 广告销售额 = ad_sales
      alias 广告订单量 = ad_orders
      alias 广告销量 = ad_units
      alias 点击量 = clicks
      alias 曝光量 = impressions
      alias 广告销售成本比 = acos
      alias 广告投入产出比 = roas
      alias 广告费占总销售额比 = tacos
      alias 点击率 = ctr
      alias 单次点击成本 = cpc
      alias 广告转化率 = cvr
      alias 会话数 = sessions
      alias 页面浏览量 = page_views
      alias 已订购商品销售额 = ordered_product_sales
      alias 已订购商品数量 = units_ordered
      alias 商品会话转化率 = unit_session_percentage
      alias 结算金额 = settlement_amount
      alias 结算净销售额 = settled_net_sales
      alias 在库数量 = on_hand_units
      alias 退货数量 = returned_units

      # What people call them besides.
      alias 广告成本占比 = acos
      alias 广告投产比 = roas
      alias 订单数 = orders
      """#)
}
