// The dimensions and metrics that ship, in the language itself.

extension ShippedText {
  static let metrics = ShippedText(
    name: "metrics.kepi",
    text: #"""
      language 1

      # ---- what lines are made of -----------------------------------------------------------------

      ## The seller account: from the path, or by `load … with store = "…"`.
      dimension store = order_lines.store, ads_by_product.store, ads_by_search_term.store,
        ads_by_campaign.store, traffic_by_day.store, traffic_by_asin.store, traffic_by_parent.store,
        settlement.store, inventory.store, inventory_planning.store, returns.store, shipments.store,
        unshipped_orders.store, replacements.store, transactions.store, storage_fees.store,
        storage_surcharge.store, fee_preview.store, reimbursements.store, inventory_events.store,
        inventory_snapshot.store, inventory_by_condition.store, inventory_by_country.store,
        inventory_reserved.store, inventory_stranded.store, inventory_restock.store, removals.store,
        removal_shipments.store, inbound.store, subscriptions.store, ads_by_targeting.store,
        ads_by_placement.store, ads_by_purchased_product.store, ads_by_day.store,
        ads_by_conversion_path.store, ads_bulk.store, sales_by_day.store, account_health.store,
        feedback.store, listings.store, search_performance.store, search_terms_top.store,
        repeat_purchase.store, market_basket.store {
        label: "Store", zh "店铺"
      }

      ## The marketplace: US, DE, UK …
      dimension site = order_lines.site, ads_by_product.site, ads_by_search_term.site,
        ads_by_campaign.site, traffic_by_day.site, traffic_by_asin.site, traffic_by_parent.site,
        settlement.site, inventory.site, inventory_planning.site, returns.site, shipments.site,
        unshipped_orders.site, replacements.site, transactions.site, storage_fees.site,
        storage_surcharge.site, fee_preview.site, reimbursements.site, inventory_events.site,
        inventory_snapshot.site, inventory_by_condition.site, inventory_by_country.site,
        inventory_reserved.site, inventory_stranded.site, inventory_restock.site, removals.site,
        removal_shipments.site, inbound.site, subscriptions.site, ads_by_targeting.site,
        ads_by_placement.site, ads_by_purchased_product.site, ads_by_day.site,
        ads_by_conversion_path.site, ads_bulk.site, sales_by_day.site, account_health.site,
        feedback.site, listings.site, search_performance.site, search_terms_top.site,
        repeat_purchase.site, market_basket.site {
        label: "Site", zh "站点"
      }

      ## The shop system: Amazon, …
      dimension platform = order_lines.platform, ads_by_product.platform,
        ads_by_search_term.platform, ads_by_campaign.platform, traffic_by_day.platform,
        traffic_by_asin.platform, traffic_by_parent.platform, settlement.platform,
        inventory.platform, inventory_planning.platform, returns.platform, shipments.platform,
        unshipped_orders.platform, replacements.platform, transactions.platform,
        storage_fees.platform, storage_surcharge.platform, fee_preview.platform,
        reimbursements.platform, inventory_events.platform, inventory_snapshot.platform,
        inventory_by_condition.platform, inventory_by_country.platform, inventory_reserved.platform,
        inventory_stranded.platform, inventory_restock.platform, removals.platform,
        removal_shipments.platform, inbound.platform, subscriptions.platform,
        ads_by_targeting.platform, ads_by_placement.platform, ads_by_purchased_product.platform,
        ads_by_day.platform, ads_by_conversion_path.platform, ads_bulk.platform,
        sales_by_day.platform, account_health.platform, feedback.platform, listings.platform,
        search_performance.platform, search_terms_top.platform, repeat_purchase.platform,
        market_basket.platform {
        label: "Platform", zh "平台"
      }

      ## The currency of the row, as an ISO code.
      dimension currency = order_lines.currency, ads_by_product.currency,
        ads_by_search_term.currency, ads_by_campaign.currency, traffic_by_day.currency,
        traffic_by_asin.currency, traffic_by_parent.currency, settlement.currency,
        inventory_planning.currency, returns.currency, shipments.currency, transactions.currency,
        storage_fees.currency, storage_surcharge.currency, fee_preview.currency,
        reimbursements.currency, inventory_snapshot.currency, inventory_stranded.currency,
        inventory_restock.currency, removals.currency, subscriptions.currency,
        ads_by_targeting.currency, ads_by_placement.currency, ads_by_purchased_product.currency,
        ads_by_day.currency, ads_by_conversion_path.currency, ads_bulk.currency,
        sales_by_day.currency, listings.currency, search_performance.currency,
        repeat_purchase.currency {
        label: "Currency", zh "币种"
      }

      ## The seller's own product number.
      dimension sku = order_lines.sku, ads_by_product.sku, traffic_by_asin.sku, settlement.sku,
        inventory.sku, inventory_planning.sku, returns.sku, shipments.sku, unshipped_orders.sku,
        replacements.sku, transactions.sku, storage_surcharge.sku, fee_preview.sku,
        reimbursements.sku, inventory_events.sku, inventory_snapshot.sku,
        inventory_by_condition.sku, inventory_by_country.sku, inventory_reserved.sku,
        inventory_stranded.sku, inventory_restock.sku, removals.sku, removal_shipments.sku,
        inbound.sku, subscriptions.sku, ads_by_purchased_product.sku, ads_bulk.sku, listings.sku {
        label: "SKU", zh "SKU"
      }

      ## The marketplace's product number. One ASIN may have several SKUs.
      dimension asin = order_lines.asin, ads_by_product.asin, traffic_by_asin.asin, inventory.asin,
        inventory_planning.asin, returns.asin, replacements.asin, storage_fees.asin,
        storage_surcharge.asin, fee_preview.asin, reimbursements.asin, inventory_events.asin,
        inventory_snapshot.asin, inventory_by_condition.asin, inventory_by_country.asin,
        inventory_reserved.asin, inventory_stranded.asin, inventory_restock.asin,
        subscriptions.asin, ads_by_purchased_product.asin, ads_bulk.asin, listings.asin,
        search_performance.asin, search_terms_top.asin, repeat_purchase.asin, market_basket.asin {
        label: "ASIN", zh "ASIN"
      }

      ## The ASIN that variations of a product hang on.
      dimension parent_asin = traffic_by_asin.parent_asin, traffic_by_parent.parent_asin {
        label: "Parent ASIN", zh "父ASIN"
      }

      dimension campaign = ads_by_product.campaign, ads_by_search_term.campaign,
        ads_by_campaign.campaign, ads_by_targeting.campaign, ads_by_placement.campaign,
        ads_by_purchased_product.campaign, ads_bulk.campaign {
        label: "Campaign", zh "广告活动"
      }

      dimension ad_group = ads_by_product.ad_group, ads_by_search_term.ad_group,
        ads_by_targeting.ad_group, ads_by_purchased_product.ad_group, ads_bulk.ad_group {
        label: "Ad group", zh "广告组"
      }

      dimension portfolio = ads_by_product.portfolio, ads_by_search_term.portfolio,
        ads_by_campaign.portfolio, ads_by_targeting.portfolio, ads_by_placement.portfolio,
        ads_by_purchased_product.portfolio, ads_bulk.portfolio {
        label: "Portfolio", zh "广告组合"
      }

      ## What the buyer typed before the click.
      dimension search_term = ads_by_search_term.search_term, search_terms_top.search_term { label: "Search term", zh "搜索词" }

      dimension targeting = ads_by_search_term.targeting, ads_by_targeting.targeting,
        ads_by_purchased_product.targeting, ads_bulk.targeting { label: "Targeting", zh "投放" }

      dimension match_type = ads_by_search_term.match_type, ads_by_targeting.match_type,
        ads_by_purchased_product.match_type, ads_bulk.match_type { label: "Match type", zh "匹配类型" }

      ## Who ships: Amazon or the seller.
      dimension fulfilment = order_lines.fulfilment, settlement.fulfilment, returns.fulfilment,
        shipments.fulfilment, transactions.fulfilment, fee_preview.fulfilment,
        inventory_stranded.fulfilment, inventory_restock.fulfilment, sales_by_day.fulfilment,
        account_health.fulfilment, listings.fulfilment {
        label: "Fulfilment", zh "配送方式"
      }

      dimension order_status = order_lines.order_status, removals.order_status { label: "Order status", zh "订单状态" }

      dimension ship_country = order_lines.ship_country, shipments.ship_country,
        unshipped_orders.ship_country { label: "Ship-to country", zh "收货国家" }

      dimension transaction_type = settlement.transaction_type, transactions.transaction_type {
        label: "Transaction type", zh "交易类型"
      }

      dimension amount_type = settlement.amount_type, transactions.amount_type { label: "Amount type", zh "金额类型" }

      dimension amount_description = settlement.amount_description,
        transactions.amount_description {
        label: "Amount description", zh "金额说明"
      }

      dimension settlement_id = settlement.settlement_id, transactions.settlement_id { label: "Settlement", zh "结算单" }

      dimension disposition = inventory.disposition, returns.disposition,
        inventory_events.disposition, inventory_by_condition.disposition, removals.disposition,
        removal_shipments.disposition {
        label: "Disposition", zh "库存状况"
      }

      dimension return_reason = returns.reason { label: "Return reason", zh "退货原因" }

      ## Where on the page the ad stood.
      dimension placement = ads_by_placement.placement, ads_bulk.placement {
        label: "Placement", zh "广告位"
      }

      ## SP, SB, SD or ST: Sponsored Products, Brands, Display, TV.
      dimension ad_type = ads_by_product.ad_type, ads_by_search_term.ad_type,
        ads_by_campaign.ad_type, ads_by_targeting.ad_type, ads_by_placement.ad_type,
        ads_by_purchased_product.ad_type, ads_by_day.ad_type, ads_bulk.ad_type {
        label: "Ad type", zh "广告类型"
      }

      ## What was bought after a click on the ad of another product.
      dimension purchased_asin = ads_by_purchased_product.purchased_asin {
        label: "Purchased ASIN", zh "成交ASIN"
      }

      ## What moved the stock: receipts, shipments, returns, adjustments …
      dimension event_type = inventory_events.event_type {
        label: "Event type", zh "事件类型"
      }

      dimension fulfillment_center = returns.fulfillment_center, shipments.fulfillment_center,
        replacements.fulfillment_center, storage_fees.fulfillment_center,
        inventory_events.fulfillment_center, inbound.fulfillment_center {
        label: "Fulfilment centre", zh "运营中心"
      }

      ## Released, or deferred until the delivery.
      dimension transaction_status = transactions.transaction_status {
        label: "Transaction status", zh "交易状态"
      }

      ## Standard or invoiced orders.
      dimension account_type = transactions.account_type {
        label: "Account type", zh "账户类型"
      }

      ## What buyers of the whole shop typed.
      dimension search_query = search_performance.search_query {
        label: "Search query", zh "搜索查询"
      }

      dimension violation_type = account_health.violation_type {
        label: "Violation", zh "违规类型"
      }

      ## Amazon's own number of a product in its warehouses.
      dimension fnsku = inventory.fnsku, inventory_planning.fnsku, returns.fnsku,
        storage_fees.fnsku, storage_surcharge.fnsku, fee_preview.fnsku, reimbursements.fnsku,
        inventory_events.fnsku, inventory_snapshot.fnsku, inventory_by_condition.fnsku,
        inventory_by_country.fnsku, inventory_reserved.fnsku, inventory_stranded.fnsku,
        inventory_restock.fnsku, removals.fnsku, removal_shipments.fnsku, inbound.fnsku,
        subscriptions.fnsku {
        label: "FNSKU", zh "FNSKU"
      }

      # ---- orders ---------------------------------------------------------------------------------

      ## Order lines that count as sold here: not cancelled, not shipped for another shop
      ## (multi-channel), no free replacement and no Vine give-away.
      segment sold = order_status != "Cancelled" and channel != "Non-Amazon"
        and not order_lines.item_price = 0 and not order_lines.promotion_ids like "vine.*"

      ## Ordered value of the lines sold, without tax. Prices of the United States and Canada come
      ## without it; everywhere else the tax in them is taken out. Pending orders have no price yet.
      metric gross_sales = sum(
        if order_lines.site in ("US", "CA") then order_lines.item_price
        else order_lines.item_price - order_lines.item_tax)[sold] {
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
      metric discounts = sum(order_lines.item_discount)[sold] {
        label: "Discounts", zh "折扣"
        unit: money
        good: low
      }

      ## Different orders. An order with several products counts once in each group that has one of
      ## them, and once in the total.
      metric orders = count(distinct order_lines.order_id)[sold] {
        label: "Orders", zh "订单量"
        good: high
      }

      ## Units ordered.
      metric units = sum(order_lines.units)[sold] {
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
      ## other cuts, so one of them answers, never two.
      metric ad_spend = sum(ads_by_product.spend) else sum(ads_by_campaign.spend)
        else sum(ads_by_search_term.spend) {
        label: "Ad spend", zh "广告花费"
        good: low
      }

      ## Sales that the platform attributes to clicks, on the day of the click. They ripen for up to
      ## two weeks.
      metric ad_sales = sum(ads_by_product.ad_sales) else sum(ads_by_campaign.ad_sales)
        else sum(ads_by_search_term.ad_sales) {
        label: "Ad sales", zh "广告销售额"
        good: high
      }

      metric ad_orders = sum(ads_by_product.ad_orders) else sum(ads_by_campaign.ad_orders)
        else sum(ads_by_search_term.ad_orders) {
        label: "Ad orders", zh "广告订单量"
        good: high
      }

      metric ad_units = sum(ads_by_product.ad_units) else sum(ads_by_search_term.ad_units) {
        label: "Ad units", zh "广告销量"
        good: high
      }

      metric clicks = sum(ads_by_product.clicks) else sum(ads_by_campaign.clicks)
        else sum(ads_by_search_term.clicks) {
        label: "Clicks", zh "点击量"
      }

      metric impressions = sum(ads_by_product.impressions) else sum(ads_by_campaign.impressions)
        else sum(ads_by_search_term.impressions) {
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
        else sum(traffic_by_parent.sessions) {
        label: "Sessions", zh "会话数"
        good: high
      }

      metric page_views = sum(traffic_by_asin.page_views) else sum(traffic_by_parent.page_views) {
        label: "Page views", zh "页面浏览量"
        good: high
      }

      ## Ordered product sales of the business report. Cancelled orders are in it, and outside the
      ## United States tax is too.
      metric ordered_product_sales = sum(traffic_by_day.ordered_product_sales)
        else sum(traffic_by_asin.ordered_product_sales)
        else sum(traffic_by_parent.ordered_product_sales) {
        label: "Ordered product sales", zh "已订购商品销售额"
        good: high
      }

      ## Units ordered by the business report.
      metric units_ordered = sum(traffic_by_day.units_ordered)
        else sum(traffic_by_asin.units_ordered) else sum(traffic_by_parent.units_ordered) {
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
