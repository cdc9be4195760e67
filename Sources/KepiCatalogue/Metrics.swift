// The dimensions that ship, in the language itself, with the names that can be typed for them.

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

      ## The shop's category of a product, by the product list.
      dimension category { label: "Category", zh "类目" }

      dimension brand { label: "Brand", zh "品牌" }

      ## Who answers for a product, on the day of the row.
      dimension owner { label: "Owner", zh "负责人" }

      ## launch, growth, mature or clearance, on the day of the row.
      dimension stage { label: "Stage", zh "阶段" }

      ## Where stock lies, or what country a fee is of.
      dimension country { label: "Country", zh "国家" }

      dimension supplier { label: "Supplier", zh "供应商" }

      dimension carrier { label: "Carrier", zh "承运商" }

      dimension cost_type = overheads.cost_type { label: "Cost type", zh "费用类型" }

      ## The name of a KPI in plans and scorecards.
      dimension kpi { label: "KPI", zh "考核指标" }

      dimension agency { label: "Agency", zh "服务商" }

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
      alias 类目 = category
      alias 品牌 = brand
      alias 负责人 = owner
      alias 阶段 = stage
      alias 国家 = country
      alias 供应商 = supplier
      alias 承运商 = carrier
      alias 费用类型 = cost_type
      alias 考核指标 = kpi
      alias 服务商 = agency
      """#)
}
