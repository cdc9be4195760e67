// The metrics that ship, in the language itself: fulfilment, account health and compliance.

extension ShippedText {
  static let metricsFulfilment = ShippedText(
    name: "metrics-fulfilment.kepi",
    text: #"""
      ## Orders with a bad feedback, a claim or a chargeback, over the orders of the 60 days that
      ## the last snapshot looks at. Windows overlap, so they are never added up.
      metric odr = closing(sum(account_health.odr_defect_orders), account_health.store) /
        closing(sum(account_health.odr_orders), account_health.store) {
        label: "Order defect rate", zh "订单缺陷率", ja "注文不良率", de "Rate an Bestellmängeln",
          fr "Taux de commandes défectueuses"
        also: "defect rate", "Rate an Bestellmängeln", "Taux de commandes défectueuses"
        doc: zh "最近一次快照的 60 天窗口内，有差评、索赔或拒付的订单占比。窗口重叠，不",
          zh "能相加。"
        section: fulfilment
        unit: percent
        good: low
        nature: result
        owner: "customer service", zh "客服"
        origin: "Seller performance report, FBA (afn) and seller-shipped (mfn): orders with at least",
          "one of negative feedback, A-to-z claim (not denied) or service chargeback,",
          "over orders of the 60-day window.", zh "账户状况报告。FBA 和自发货（FBM）分开公布，没有 SKU。"
        trap: "Asking for removal of feedback; refunding everything.", zh "求删评；什么都退款。"
        beside: refund_amount_rate, return_loss_ratio
        threshold: below 1% in "Amazon" by "60 days, for each fulfilment channel",
          zh "60 天，每种配送渠道各算",
          most 2% in "eBay" by "transaction defect rate; Top Rated 0.5%; 3 months from 400 transactions on, else 12",
          zh "交易缺陷率；优秀评级卖家 0.5%；满 400 笔看 3 个月，否则 12 个月"
        example: account_health.odr_defect_orders = (12, 10),
          account_health.odr_orders = (1500, 1600),
          account_health.day = (2026-06-01, 2026-06-08) gives 0.625%
      }

      ## Orders with a seller feedback of one or two stars, over orders; product reviews are
      ## another number.
      metric negative_feedback_rate = closing(sum(account_health.negative_feedback_orders), account_health.store) /
        closing(sum(account_health.odr_orders), account_health.store) {
        label: "Negative feedback rate", zh "买家负面反馈率"
        also: "seller negative feedback rate"
        doc: zh "有 1–2 星卖家反馈的订单占比；商品评论另算。"
        section: fulfilment
        unit: percent
        good: low
        nature: result
        owner: "customer service", zh "客服"
        origin: "Component of ODR: orders with 1-2 star seller feedback over orders.",
          zh "账户状况报告。业务报告的同名列实际除以反馈数，不导入。"
        benchmark: "Part of ODR < 1%; Walmart added a negative feedback rate (30- or 60-day",
          "evaluation).", zh "是 ODR < 1% 的一部分；Walmart 也加了这一项。"
        trap: "Feedback solicitation with inducement.", zh "有偿索评。"
        beside: odr
        example: account_health.negative_feedback_orders = 5,
          account_health.odr_orders = 2000 gives 0.25%
      }

      ## Orders with an A-to-z claim, over orders.
      metric a_to_z_claim_rate = closing(sum(account_health.claims_orders), account_health.store) /
        closing(sum(account_health.odr_orders), account_health.store) {
        label: "A-to-z claim rate", zh "A-to-z索赔率", ja "マーケットプレイス保証申請率",
          de "A-bis-z-Garantieanträge", fr "Réclamations Garantie A à Z"
        also: "A-to-z Guarantee claim rate", "AZ claim rate"
        doc: zh "有 A-to-z 索赔的订单占比。"
        section: fulfilment
        unit: percent
        good: low
        nature: result
        owner: "customer service", zh "客服"
        origin: "Seller performance report claims count over orders.",
          zh "账户状况报告。被驳回的不计入 ODR。"
        benchmark: "Part of ODR < 1%.", zh "是 ODR < 1% 的一部分。"
        trap: "Over-refunding.", zh "过度退款。"
        beside: refund_amount_rate
        threshold: most 0.3% in "eBay" by "cases closed without seller resolution, or 2 cases; 3 or 12 months",
          zh "卖家未解决而结案的纠纷，或 2 起；3 个月或 12 个月"
        example: account_health.claims_orders = 3, account_health.odr_orders = 2000 gives 0.15%
      }

      ## Orders with a service chargeback, over orders.
      metric chargeback_rate = closing(sum(account_health.chargeback_orders), account_health.store) /
        closing(sum(account_health.odr_orders), account_health.store) {
        label: "Service chargeback rate", zh "信用卡拒付率"
        also: "credit card chargeback rate"
        doc: zh "有服务类拒付的订单占比。"
        section: fulfilment
        unit: percent
        good: low
        nature: result
        owner: "customer service", zh "客服"
        origin: "Seller performance report chargebacks over orders (service chargebacks",
          "only, fraud excluded).",
          zh "账户状况报告，不含欺诈。自营店按当月交易计全部争议，卡组织在 0.65–1% ",
          zh "左右预警（经验值）。"
        benchmark: "Part of ODR < 1%.", zh "是 ODR < 1% 的一部分。"
        beside: odr
        threshold: below 1% in "Shopify" by "card disputes, monthly; warned from 0.65%",
          zh "信用卡争议，按月；0.65% 起预警"
        example: account_health.chargeback_orders = 1,
          account_health.odr_orders = 2000 gives 0.05%
      }

      ## Orders of the seller that were confirmed late, over orders of the window.
      metric late_shipment_rate = closing(sum(account_health.late_shipments), account_health.store) /
        closing(sum(account_health.lsr_orders), account_health.store) {
        label: "Late shipment rate", zh "迟发率", ja "出荷遅延率",
          de "Rate verspäteter Lieferungen", fr "Taux d'expéditions en retard"
        also: "late dispatch rate", "Rate verspäteter Lieferungen", "Taux d'expéditions en retard"
        doc: zh "自发货订单中晚确认发货的比例。"
        section: fulfilment
        unit: percent
        good: low
        nature: process
        owner: "logistics", zh "物流"
        origin: "Seller performance report lateShipmentRate, 10- and 30-day windows; seller-shipped",
          "only: ship-confirmed after the expected ship date over orders.",
          zh "账户状况报告，10 天和 30 天窗口，只算自发货。"
        trap: "Confirming shipment before handing over.", zh "没交货先确认发货。"
        beside: valid_tracking_rate, on_time_delivery_rate
        threshold: below 4% in "Amazon" by "10 and 30 days, seller-fulfilled",
          zh "10 天和 30 天，卖家自配送",
          most 4% in "TikTok Shop" by "7 days; orders are capped from 25%", zh "7 天；25% 起限单",
          most 3% in "eBay" by "Top Rated sellers, 3 or 12 months", zh "优秀评级卖家，3 个月或 12 个月",
          below 10% in "Shopee" by "weekly; depends on the market", zh "每周；因市场而异"
        example: account_health.late_shipments = (30, 27), account_health.lsr_orders = (1000,
            900),
          account_health.day = (2026-06-01, 2026-06-08) gives 3%
      }

      ## Orders that the seller cancelled before sending, over orders of the window.
      metric cancellation_rate = closing(sum(account_health.seller_cancellations), account_health.store) /
        closing(sum(account_health.cancel_orders), account_health.store) {
        label: "Seller cancellation rate", zh "卖家取消率", ja "出荷前キャンセル率",
          de "Stornorate vor Erfüllung", fr "Taux d'annulation avant expédition"
        also: "pre-fulfilment cancel rate", "seller-fault cancellation rate", "Stornorate"
        doc: zh "卖家在发货前取消的订单比例。"
        section: fulfilment
        unit: percent
        good: low
        nature: process
        owner: "logistics", zh "物流"
        origin: "Seller performance report prefulfillmentCancelRate, 7-day window, seller-shipped",
          "only; buyer-requested cancellations excluded.",
          zh "账户状况报告，7 天窗口，只算自发货，不含买家要求的取消。"
        trap: "Talking buyers into cancelling.", zh "说服买家自己取消。"
        beside: total_cancellation_rate
        threshold: below 2.5% in "Amazon" by "7 days, seller-fulfilled; a performance file may say 1%",
          zh "7 天，卖家自配送；绩效文件中也有写 1% 的",
          most 1% in "Amazon JP, Seller Fulfilled Prime" from 2021-07-15 by "7 days", zh "7 天",
          most 2% in "Walmart US" by "30 or 60 days", zh "30 天或 60 天",
          below 3% in "Walmart CA" from 2024-10-01 by "30 days", zh "30 天",
          most 2.5% in "TikTok Shop" by "7 to 30 days", zh "7 至 30 天"
        example: account_health.seller_cancellations = 2,
          account_health.cancel_orders = 160 gives 1.25%
      }

      ## Parcels with a tracking number that was scanned, over parcels confirmed.
      metric valid_tracking_rate = closing(sum(account_health.valid_tracking_packages), account_health.store) /
        closing(sum(account_health.vtr_packages), account_health.store) {
        label: "Valid tracking rate", zh "有效追踪率", ja "追跡可能率",
          de "Rate gültiger Sendungsnummern", fr "Taux de suivi valide"
        also: "Rate gültiger Sendungsverfolgungsnummern"
        doc: zh "有有效扫描的包裹占已确认包裹的比例。"
        section: fulfilment
        unit: percent
        good: high
        nature: process
        owner: "logistics", zh "物流"
        origin: "Seller performance report validTrackingRate, 30-day window (also 7);",
          "packages with a valid scan over confirmed packages, seller-shipped.",
          zh "账户状况报告，30 天窗口，约滞后两周；美国按类目执行。"
        trap: "Uploading recycled numbers.", zh "上传回收单号。"
        beside: on_time_delivery_rate
        threshold: least 95% in "Amazon" by "30 days, about two weeks behind; in the US by category",
          zh "30 天，约滞后两周；美国按类目",
          least 94% in "Amazon JP, Seller Fulfilled Prime" from 2021-07-15 by "7 days", zh "7 天",
          least 99% in "Walmart US" by "30 or 60 days", zh "30 天或 60 天",
          above 85% in "Walmart CA" from 2024-10-01 by "30 days", zh "30 天",
          least 95% in "TikTok Shop" by "7 to 30 days", zh "7 至 30 天"
        example: account_health.valid_tracking_packages = 190,
          account_health.vtr_packages = 200 gives 95%
      }

      ## Tracked units of the seller that arrived by the promised day, over tracked units.
      metric on_time_delivery_rate = closing(sum(account_health.on_time_units), account_health.store) /
        closing(sum(account_health.tracked_units), account_health.store) {
        label: "On-time delivery rate", zh "准时送达率", ja "期日内配送率",
          de "Rate pünktlicher Lieferungen", fr "Taux de livraison à temps"
        also: "Rate pünktlicher Lieferungen"
        doc: zh "可追踪的自发货件数中按承诺日送达的比例。"
        section: fulfilment
        unit: percent
        good: high
        nature: result
        owner: "logistics", zh "物流"
        origin: "Seller performance report unitOnTimeDeliveryRate: tracked seller-fulfilled",
          "units delivered by the promised date without promise extensions.",
          zh "账户状况报告，14 天窗口、截至 7 天前，按件，不含延长承诺。旧的按包裹字",
          zh "段不同。"
        trap: "Padding handling time.", zh "拉长备货时间。"
        beside: unit_session_percentage
        threshold: least 90% in "Amazon US" from 2024-09-25 by "units, 14 days that end 7 days ago; recommended 95%; from 2026-02-28 the worst listings go first",
          zh "按件，截至 7 天前的 14 天；建议 95%；2026-02-28 起先停用最差的 Listing",
          least 97% in "Amazon US" to 2024-09-24 by "recommended, without a penalty", zh "建议值，不处罚",
          least 96% in "Amazon JP, Seller Fulfilled Prime" from 2021-07-15 by "7 days", zh "7 天",
          least 90% in "Walmart US" from 2025-01-01 by "30 or 60 days", zh "30 天或 60 天",
          above 95% in "Walmart US" to 2024-12-31 by "30 or 60 days", zh "30 天或 60 天",
          above 90% in "Walmart CA" from 2024-10-01 by "30 days", zh "30 天"
        example: account_health.on_time_units = (88, 92),
          account_health.tracked_units = (100, 100),
          account_health.day = (2026-06-01, 2026-06-08) gives 92%
      }

      ## Orders that left on time and whole, over those due.
      metric order_fulfilment_rate = sum(dispatches.fulfilled_orders) / sum(dispatches.due_orders) {
        label: "Order fulfilment rate", zh "订单履约率"
        also: "fulfilment rate", "fill rate"
        doc: zh "按时完整发出的订单占应发订单的比例。"
        section: fulfilment
        unit: percent
        good: high
        nature: process
        owner: "logistics", zh "物流"
        origin: "Orders due to ship in the period and shipped on time and complete, over",
          "orders due.", zh "应发订单表。Shopee 的未履约率（NFR）不是它的补数。"
        benchmark: "From domain knowledge >= 98%.", zh "≥ 98%（经验值）。"
        trap: "Closing unshipped orders as cancelled.", zh "把未发订单取消掉。"
        beside: cancellation_rate
        threshold: below 10% in "Shopee" by "non-fulfilment rate, weekly; depends on the market; not what this leaves to 100%",
          zh "未履约率，每周；因市场而异；不是本指标的补数"
        example: dispatches.fulfilled_orders = (95, 97),
          dispatches.due_orders = (100, 100) gives 96%
      }

      ## Days from the order to the door, of what has arrived.
      metric delivery_days = sum(deliveries.day - deliveries.order_day) / rows(deliveries) {
        label: "Delivery time", zh "妥投时效"
        also: "order-to-delivery days", "transit time"
        doc: zh "已送达订单从下单到签收的天数。"
        section: fulfilment
        unit: days
        good: low
        nature: process
        owner: "logistics", zh "物流"
        origin: "Delivered orders: order date to delivery scan; date = delivery date.",
          zh "妥投记录，按签收日归属；同时看 P90。"
        benchmark: "Site and service dependent.", zh "因站点和服务而异。"
        trap: "Undelivered parcels drop out.", zh "没送达的包裹不算。"
        beside: on_time_delivery_rate
        example: deliveries.day = (2026-06-05, 2026-06-08),
          deliveries.order_day = (2026-06-01, 2026-06-04) gives 4
      }

      ## The platform's score of a store's conduct on a site, at the last snapshot. A score of
      ## several stores means nothing.
      metric account_health_rating = if count(distinct account_health.store) = 1 and count(distinct account_health.site) = 1
        then closing(sum(account_health.ahr)) else missing {
        label: "Account health rating", zh "账户健康评级"
        also: "account health score"
        doc: zh "平台对一个店铺在一个站点的合规评分，取最近一次。几个店铺的评分放在一起",
          zh "没有意义。"
        section: fulfilment
        unit: score
        good: high
        nature: result
        owner: "compliance", zh "合规"
        origin: "Account health page score and status (normal, at risk, critical).",
          zh "账户状况页。"
        trap: "Appeals without fixing causes.", zh "只申诉不改原因。"
        beside: policy_violations
        per: store, site
        threshold: least 200 in "Amazon" by "healthy; 100 to 199 at risk, below critical",
          zh "健康；100 至 199 有风险，再低为危急"
        example: account_health.ahr = (248, 232), account_health.day = (2026-06-01, 2026-06-08),
          store = "A", site = "US" gives 232
      }

      ## Open violations at the last snapshot.
      metric policy_violations = closing(sum(account_health.open_violations), account_health.store) {
        label: "Open policy violations", zh "政策违规数"
        also: "listing policy violations"
        doc: zh "最近一次快照中未解决的违规数。"
        section: fulfilment
        unit: count
        good: low
        nature: process
        owner: "compliance", zh "合规"
        origin: "Seller performance report defectsCount by type (180-day window): suspected",
          "IP, authenticity, condition, safety, listing policy, restricted products.",
          zh "账户状况报告按类型的缺陷数，180 天窗口。可跨店铺相加，不能跨天。"
        benchmark: "Target 0.", zh "目标 0。"
        trap: "Deleting the ASIN.", zh "删掉 ASIN。"
        beside: active_listing_share
        example: account_health.open_violations = (5, 4, 3),
          account_health.day = (2026-06-01, 2026-06-08, 2026-06-15) gives 3
      }

      ## Orders of businesses with a late or missing invoice, over such orders.
      metric invoice_defect_rate = closing(sum(account_health.invoice_defects), account_health.store) /
        closing(sum(account_health.idr_orders), account_health.store) {
        label: "Invoice defect rate", zh "发票缺陷率"
        doc: zh "企业订单中发票缺失或迟交的比例。"
        section: fulfilment
        unit: percent
        good: low
        nature: process
        owner: "compliance", zh "合规"
        origin: "Seller performance report invoiceDefectRate (missing or late invoices for",
          "business orders), 7-day window.", zh "账户状况报告，7 天窗口，欧洲企业买家。"
        beside: odr
        threshold: below 5% in "Amazon EU" by "7 days, business invoices", zh "7 天，企业买家发票"
        example: account_health.invoice_defects = 315,
          account_health.idr_orders = 9001 gives 3.4996%
      }

      ## Orders with a complaint about product or listing, over orders.
      metric ncx_rate = sum(voc.ncx_orders) / sum(voc.voc_orders) {
        label: "Negative customer experience rate", zh "负面客户体验率"
        also: "Voice of the Customer rate"
        doc: zh "对商品或页面有负面反馈的订单占比。"
        section: fulfilment
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Voice of the Customer: orders with a reported product or listing issue",
          "(returns, refunds, contacts, one-star reviews) over orders.",
          zh "买家之声；不含配送问题，回溯期由亚马逊定。"
        benchmark: "Relative to similar offers (customer experience health: excellent to very poor).",
          zh "相对同类报价（从极好到极差）。"
        trap: "Relisting under a new ASIN.", zh "换新 ASIN 重新上架。"
        beside: return_rate
        example: voc.ncx_orders = (6, 3), voc.voc_orders = (300, 150) gives 2%
      }

      ## Listings that can be bought, over all that are not closed, at the last snapshot.
      metric active_listing_share = closing(sum(if listings.listing_status = "Active" then 1 else 0)) /
        closing(sum(if listings.listing_status != "Closed" then 1 else 0)) {
        label: "Active listing share", zh "在售Listing占比"
        also: "live listing share", "buyable share"
        doc: zh "最近一次快照中可购买的 Listing 占未关闭 Listing 的比例。"
        section: fulfilment
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "All-listings report at the last snapshot.",
          zh "全部 Listing 报告。被抑制、停售、缺货是不同状态。"
        benchmark: "From domain knowledge >= 95%.", zh "≥ 95%（经验值）。"
        trap: "Closing bad listings.", zh "关掉差的 Listing。"
        beside: stranded_share
        example: listings.sku = ("S1", "S2", "S3", "S4", "S5"),
          listings.listing_status = ("Active", "Active", "Active", "Inactive", "Closed") gives 75%
      }
      """#)
}
