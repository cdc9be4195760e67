// Tables of one's own: stock, deliveries, service and visibility, by their headers.

extension ShippedText {
  static let ownTrade = ShippedText(
    name: "own-trade.kepi",
    text: #"""
      ## Units forecast at the agreed lag, frozen, beside the units sold.
      kind own_forecast {
        label: "Sales forecast", zh "销量预测"
        platform: "own"
        source: forecast
        column day: days to until from "forecast_month", "预测月份"
        column store: text from "store", "店铺"
        column sku: text from "sku", "SKU"
        column forecast_units: count from "forecast_units", "预测销量"
        column actual_units: count from "actual_units", "实际销量"
        needs: day, forecast_units
        replaces: rows by day, until, sku
      }

      ## Best-seller rank of an ASIN in a category, by day.
      kind own_rank_checks {
        label: "Best-seller ranks", zh "BSR排名"
        platform: "own"
        source: ranks
        column day: day from "rank_day", "排名日期"
        column asin: text from "asin", "ASIN"
        column node: text from "node", "榜单类目"
        column bsr: number from "bsr", "BSR"
        needs: day, asin, bsr
        replaces: rows by day, asin, node
      }

      ## Places of the own brand among those of the first page, by keyword and day.
      kind own_search_checks {
        label: "Search page checks", zh "搜索页抽查"
        platform: "own"
        source: serp
        column day: day from "check_day", "抽查日期"
        column search_query: text from "keyword", "关键词"
        column placement: text from "placement", "广告位"
        column brand: text from "brand", "品牌"
        column own_slots: count from "own_slots", "自有坑位"
        column total_slots: count from "total_slots", "总坑位"
        needs: day, own_slots, total_slots
        replaces: rows by day, search_query, placement
      }

      ## For each SKU and day without stock the units that would have been sold, and their price:
      ## an estimate.
      kind own_stockouts {
        label: "Stock-outs", zh "断货估算"
        platform: "own"
        source: stockouts
        column day: day from "stockout_day", "断货日期"
        column store: text from "store", "店铺"
        column sku: text from "sku", "SKU"
        column expected_units: number from "expected_units", "预计销量"
        column currency: currency from "currency", "币种"
        column unit_price: money in currency from "unit_price", "单价"
        needs: day, sku, expected_units
        replaces: rows by day, sku
      }

      ## What has to be ready for sale by which day, and when it was.
      kind own_restock_plan {
        label: "Restock plan", zh "补货计划"
        platform: "own"
        source: restock_plan
        column day: day from "required_day", "要求到仓日期"
        column store: text from "store", "店铺"
        column sku: text from "sku", "SKU"
        column supplier: text from "supplier", "供应商"
        column carrier: text from "carrier", "承运商"
        column route: text from "route", "线路"
        column units: count from "planned_units", "计划数量"
        column available_day: day from "available_day", "可售日期"
        needs: day, sku, available_day
        replaces: rows by day, sku, supplier, ordinal
      }

      ## Goods that became ready for sale, with the day on which they left the supplier.
      kind own_arrivals {
        label: "Arrivals", zh "到仓记录"
        platform: "own"
        source: arrivals
        column day: day from "arrival_day", "上架日期"
        column ready_day: day from "ready_day", "出厂日期"
        column store: text from "store", "店铺"
        column sku: text from "sku", "SKU"
        column supplier: text from "supplier", "供应商"
        column carrier: text from "carrier", "承运商"
        column route: text from "route", "线路"
        column warehouse: text from "warehouse", "仓库"
        column shipped_units: count from "shipped_units", "发货数量"
        column units: count from "arrived_units", "到仓数量"
        needs: day, ready_day, units
        replaces: rows by day, sku, supplier, ordinal
      }

      ## Orders that were due to leave on a day, and those that left on time and whole.
      kind own_dispatches {
        label: "Orders due", zh "应发订单"
        platform: "own"
        source: dispatches
        column day: day from "due_day", "应发日期"
        column store: text from "store", "店铺"
        column due_orders: count from "due_orders", "应发订单数"
        column fulfilled_orders: count from "fulfilled_orders", "按时发出订单数"
        needs: day, due_orders, fulfilled_orders
        replaces: rows by day
      }

      ## Delivered orders: when they were ordered and when they arrived.
      kind own_deliveries {
        label: "Deliveries", zh "妥投记录"
        platform: "own"
        source: deliveries
        column day: day from "delivered_day", "签收日期"
        column order_day: day from "ordered_day", "下单日期"
        column store: text from "store", "店铺"
        column order_id: text from "order_id", "订单号"
        column carrier: text from "carrier", "承运商"
        needs: day, order_day
        replaces: rows by order_id, ordinal
      }

      ## Return requests that were closed: the hours they took, and what the return cost beside
      ## the refund.
      kind own_return_cases {
        label: "Return cases", zh "退货处理"
        platform: "own"
        source: return_cases
        column day: day from "case_closed_day", "结案日期"
        column store: text from "store", "店铺"
        column sku: text from "sku", "SKU"
        column order_id: text from "order_id", "订单号"
        column cases: count from "cases", "结案数"
        column handling_hours: number from "handling_hours", "处理小时"
        column currency: currency from "currency", "币种"
        column return_loss: money in currency from "return_loss", "退货损失"
        needs: day, handling_hours
        replaces: rows by order_id, sku, ordinal
      }

      ## Orders of an offer, and those with a complaint about product or listing.
      kind own_voice_of_customer {
        label: "Voice of the customer", zh "买家之声"
        platform: "own"
        source: voc
        column day: day from "voc_day", "快照日期"
        column sku: text from "sku", "SKU"
        column asin: text from "asin", "ASIN"
        column ncx_orders: count from "ncx_orders", "负面体验订单"
        column voc_orders: count from "voc_orders", "订单总数"
        needs: day, ncx_orders, voc_orders
        replaces: rows by day, sku, asin
      }

      ## Conversations with buyers, by the day on which they began. Answers are 1 or 0; a row may
      ## stand for several conversations.
      kind own_tickets {
        label: "Service tickets", zh "客服工单"
        platform: "own"
        source: service_log
        column day: day from "ticket_day", "工单日期"
        column store: text from "store", "店铺"
        column channel: text from "channel", "渠道"
        column language: text from "language", "语言"
        column topic: text from "topic", "主题"
        column agent: text from "agent", "客服"
        column ticket_id: text from "ticket_id", "工单号"
        column conversations: count from "conversations", "会话数"
        column first_response_hours: number from "first_response_hours", "首次响应小时"
        column needs_reply: count from "needs_reply", "需要回复"
        column replied_in_24h: count from "replied_in_24h", "24小时内回复"
        column is_resolved: count from "is_resolved", "已解决"
        column is_complaint: count from "is_complaint", "是否投诉"
        needs: day, first_response_hours, is_resolved
        replaces: rows by ticket_id, ordinal
      }

      ## New reviews with their stars.
      kind own_reviews {
        label: "Product reviews", zh "商品评论"
        platform: "own"
        source: reviews
        column day: day from "review_day", "评论日期"
        column asin: text from "asin", "ASIN"
        column stars: number from "stars", "星级"
        needs: day, stars
        replaces: rows by day, asin, ordinal
      }

      ## Orders of a shop of one's own, with a key of the customer that is no name and no address.
      kind own_shop_orders {
        label: "Orders of own shops", zh "自营店订单"
        platform: "own"
        source: shop_orders
        column day: day from "shop_order_day", "下单日期"
        column store: text from "store", "店铺"
        column customer: text from "customer_key", "客户编号"
        column order_id: text from "order_id", "订单号"
        needs: day, customer, order_id
        replaces: rows by order_id, ordinal
      }

      ## What the customers won in a month have brought since, after costs.
      kind own_cohorts {
        label: "Customer cohorts", zh "客户批次"
        platform: "own"
        source: cohorts
        column day: days to until from "cohort_month", "获客月份"
        column store: text from "store", "店铺"
        column customer: text from "customer_key", "客户编号"
        column currency: currency from "currency", "币种"
        column contribution: money in currency from "contribution", "贡献毛利"
        needs: day, customer, contribution
        replaces: rows by day, until, customer
      }

      ## Scores that a platform publishes for a store on a site and of which it tells no formula.
      kind own_account_scores {
        label: "Account scores", zh "账户评分"
        platform: "own"
        source: account_scores
        column day: day from "score_day", "评分日期"
        column ipi: number from "ipi", "库存绩效指标"
        needs: day, ipi
        replaces: rows by day
      }
      """#)
}
