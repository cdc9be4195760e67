// The metrics that ship, in the language itself: fulfilment, account health and compliance.

extension ShippedText {
  static let metricsFulfilment = ShippedText(
    name: "metrics-fulfilment.kepi",
    text: #"""
      ## Orders of 60 days with negative feedback (1-2 stars), an A-to-z claim that was not denied
      ## or a service chargeback, over all orders of these days, as the last snapshot has them.
      ## Windows of several snapshots overlap: days are never added, stores and channels are.
      metric odr = closing(sum(account_health.odr_defect_orders), account_health.store) /
        closing(sum(account_health.odr_orders), account_health.store) {
        label: "Order defect rate", zh "订单缺陷率", ja "注文不良率", de "Rate an Bestellmängeln",
          fr "Taux de commandes défectueuses"
        also: "defect rate", "Rate an Bestellmängeln", "Taux de commandes défectueuses"
        doc: zh "最近一次快照的 60 天窗口内，有负面买家反馈（1–2 星）、未被驳回的 A-to-z 索赔或服务类",
          zh "拒付的订单占全部订单的比例。各次快照的窗口重叠，不能跨天相加，可以跨店铺和配送方式相",
          zh "加。"
        section: fulfilment
        unit: percent
        good: low
        nature: result
        owner: "customer service", zh "客服"
        origin: "Seller performance report, FBA and seller-shipped apart; it does not know SKUs.",
          zh "账户状况报告，FBA 和自发货（FBM）分开公布；不能按 SKU 看。"
        trap: "Talking buyers out of feedback or refunding everything lowers it; the cause stays,",
          "and refunds rise.",
          zh "靠要求买家删反馈或一律退款来压低它，原因没有解决，退款还会上升。"
        beside: refund_amount_rate, return_loss_ratio
        threshold: below 1% in "Amazon" by "60 days, each fulfilment channel by itself: ask by fulfilment",
          zh "60 天，按配送方式分别考核：按配送方式查询后再比较",
          most 2% in "eBay" by "another measure, eBay's transaction defect rate; Top Rated 0.5%; 3 months from 400 transactions on, else 12",
          zh "另一口径：eBay 交易缺陷率；优秀评级卖家 0.5%；满 400 笔交易看 3 个月，否则 12 个月"
        example: account_health.odr_defect_orders = (12, 10),
          account_health.odr_orders = (1500, 1600),
          account_health.day = (2026-06-01, 2026-06-08) gives 0.625%
      }

      ## Orders of 60 days with a seller feedback of one or two stars, over all orders of these
      ## days, as the last snapshot has them. Reviews of products are another number.
      metric negative_feedback_rate = closing(sum(account_health.negative_feedback_orders), account_health.store) /
        closing(sum(account_health.odr_orders), account_health.store) {
        label: "Negative feedback rate", zh "买家负面反馈率"
        also: "seller negative feedback rate"
        doc: zh "最近一次快照的 60 天窗口内，有 1–2 星卖家反馈的订单占比；商品评论另算。"
        section: fulfilment
        unit: percent
        good: low
        nature: result
        owner: "customer service", zh "客服"
        origin: "Seller performance report. The column of the same name in the business report",
          "divides by feedbacks and is not read.",
          zh "账户状况报告。业务报告的同名列实际除以反馈数，不导入。"
        benchmark: "A part of odr, which has to stay below 1%.",
          zh "是 odr 的一部分，odr 应低于 1%。"
        trap: "Paying for good feedback lowers it and is forbidden.",
          zh "有偿索评能压低它，但属违规。"
        beside: odr
        example: account_health.negative_feedback_orders = 5,
          account_health.odr_orders = 2000 gives 0.25%
      }

      ## Orders of 60 days with an A-to-z claim, over all orders of these days, as the last
      ## snapshot has them.
      metric a_to_z_claim_rate = closing(sum(account_health.claims_orders), account_health.store) /
        closing(sum(account_health.odr_orders), account_health.store) {
        label: "A-to-z claim rate", zh "A-to-z索赔率", ja "マーケットプレイス保証申請率",
          de "A-bis-z-Garantieanträge", fr "Réclamations Garantie A à Z"
        also: "A-to-z Guarantee claim rate", "AZ claim rate"
        doc: zh "最近一次快照的 60 天窗口内，有 A-to-z 索赔的订单占比。"
        section: fulfilment
        unit: percent
        good: low
        nature: result
        owner: "customer service", zh "客服"
        origin: "Seller performance report. Claims that were denied do not count for odr.",
          zh "账户状况报告。被驳回的不计入 odr。"
        benchmark: "A part of odr, which has to stay below 1%.",
          zh "是 odr 的一部分，odr 应低于 1%。"
        trap: "Refunding everything avoids claims and raises the refunds.",
          zh "一律退款能避免索赔，退款却会上升。"
        beside: refund_amount_rate
        threshold: most 0.3% in "eBay" by "another measure, cases closed without a solution by the seller, or 2 cases; 3 or 12 months",
          zh "另一口径：卖家未解决而结案的纠纷，或 2 起；3 个月或 12 个月"
        example: account_health.claims_orders = 3, account_health.odr_orders = 2000 gives 0.15%
      }

      ## Orders of 60 days with a service chargeback (the buyer took the card payment back, fraud
      ## apart), over all orders of these days, as the last snapshot has them.
      metric chargeback_rate = closing(sum(account_health.chargeback_orders), account_health.store) /
        closing(sum(account_health.odr_orders), account_health.store) {
        label: "Service chargeback rate", zh "信用卡拒付率"
        also: "credit card chargeback rate"
        doc: zh "最近一次快照的 60 天窗口内，有服务类拒付（买家经银行撤回付款，不含欺诈）的订单占比。"
        section: fulfilment
        unit: percent
        good: low
        nature: result
        owner: "customer service", zh "客服"
        origin: "Seller performance report. For own shops the payment provider counts all disputes",
          "of the month.",
          zh "账户状况报告。自营店由支付商按当月全部争议计算。"
        benchmark: "A part of odr, which has to stay below 1%.",
          zh "是 odr 的一部分，odr 应低于 1%。"
        beside: odr
        threshold: below 1% in "Shopify" by "another measure, all card disputes of a month; warned from 0.65%",
          zh "另一口径：当月全部信用卡争议；0.65% 起预警"
        example: account_health.chargeback_orders = 1,
          account_health.odr_orders = 2000 gives 0.05%
      }

      ## Orders shipped by the seller and confirmed after the expected day, over such orders of
      ## the window, as the last snapshot has them.
      metric late_shipment_rate = closing(sum(account_health.late_shipments), account_health.store) /
        closing(sum(account_health.lsr_orders), account_health.store) {
        label: "Late shipment rate", zh "迟发率", ja "出荷遅延率",
          de "Rate verspäteter Lieferungen", fr "Taux d'expéditions en retard"
        also: "late dispatch rate", "Rate verspäteter Lieferungen", "Taux d'expéditions en retard"
        doc: zh "自发货订单中晚于预计日期确认发货的比例，取最近一次快照。"
        section: fulfilment
        unit: percent
        good: low
        nature: process
        owner: "logistics", zh "物流专员"
        origin: "Seller performance report, 10 and 30 days, seller-shipped orders only.",
          zh "账户状况报告，10 天和 30 天窗口，只算自发货。"
        trap: "Confirming a shipment before it is handed over lowers it, but the tracking shows",
          "it.",
          zh "没交货先确认发货能压低它，但追踪记录会显出来。"
        beside: valid_tracking_rate, on_time_delivery_rate
        threshold: below 4% in "Amazon" by "10 and 30 days, seller-fulfilled",
          zh "10 天和 30 天，卖家自配送",
          most 4% in "TikTok Shop" by "7 days; from 25% the platform limits new orders", zh "7 天；达到 25% 平台限制接单",
          most 3% in "eBay" by "Top Rated sellers, 3 or 12 months", zh "优秀评级卖家，3 个月或 12 个月",
          below 10% in "Shopee" by "weekly; depends on the market", zh "每周；因市场而异"
        example: account_health.late_shipments = (30, 27), account_health.lsr_orders = (1000,
            900),
          account_health.day = (2026-06-01, 2026-06-08) gives 3%
      }

      ## Orders that the seller cancelled before sending, over the orders of the window, as the
      ## last snapshot has them.
      metric cancellation_rate = closing(sum(account_health.seller_cancellations), account_health.store) /
        closing(sum(account_health.cancel_orders), account_health.store) {
        label: "Seller cancellation rate", zh "卖家取消率", ja "出荷前キャンセル率",
          de "Stornorate vor Erfüllung", fr "Taux d'annulation avant expédition"
        also: "pre-fulfilment cancel rate", "seller-fault cancellation rate", "Stornorate"
        doc: zh "卖家在发货前取消的订单比例，取最近一次快照。"
        section: fulfilment
        unit: percent
        good: low
        nature: process
        owner: "logistics", zh "物流专员"
        origin: "Seller performance report, 7 days, seller-shipped orders only; cancellations",
          "asked for by buyers do not count.",
          zh "账户状况报告，7 天窗口，只算自发货，不含买家要求的取消。"
        trap: "Talking buyers into cancelling themselves hides it here; total_cancellation_rate",
          "shows it.",
          zh "说服买家自己取消，这里就看不出来；总取消率会显出来。"
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

      ## Parcels whose tracking number was scanned, over all parcels confirmed in the window, as
      ## the last snapshot has them.
      metric valid_tracking_rate = closing(sum(account_health.valid_tracking_packages), account_health.store) /
        closing(sum(account_health.vtr_packages), account_health.store) {
        label: "Valid tracking rate", zh "有效追踪率", ja "追跡可能率",
          de "Rate gültiger Sendungsnummern", fr "Taux de suivi valide"
        also: "Rate gültiger Sendungsverfolgungsnummern (de)"
        doc: zh "有有效扫描的包裹占已确认包裹的比例，取最近一次快照。"
        section: fulfilment
        unit: percent
        good: high
        nature: process
        owner: "logistics", zh "物流专员"
        origin: "Seller performance report, 30 days, about two weeks behind, seller-shipped only;",
          "in the US by category.",
          zh "账户状况报告，30 天窗口，约滞后两周，只算自发货；美国按类目执行。"
        trap: "Used or made-up numbers pass for a while and then block the category.",
          zh "上传用过或假的单号只能蒙混一时，之后会被停类目。"
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

      ## Seller-shipped units with tracking that arrived by the promised day, over all such units,
      ## as the last snapshot has them.
      metric on_time_delivery_rate = closing(sum(account_health.on_time_units), account_health.store) /
        closing(sum(account_health.tracked_units), account_health.store) {
        label: "On-time delivery rate", zh "准时送达率", ja "期日内配送率",
          de "Rate pünktlicher Lieferungen", fr "Taux de livraison à temps"
        also: "Rate pünktlicher Lieferungen"
        doc: zh "可追踪的自发货件数中按承诺日送达的比例，取最近一次快照。"
        section: fulfilment
        unit: percent
        good: high
        nature: result
        owner: "logistics", zh "物流专员"
        origin: "Seller performance report: by unit, 14 days that end 7 days ago, without extended",
          "promises. The older field by parcel differs.",
          zh "账户状况报告，按件，截至 7 天前的 14 天，不含延长承诺。旧的按包裹字段不同。"
        trap: "Longer handling times make it easy to be on time, but buyers go elsewhere.",
          zh "拉长备货时间就容易准时，但买家会流失。"
        beside: unit_session_percentage
        threshold: least 90% in "Amazon US" from 2024-09-25 by "units, 14 days that end 7 days ago; recommended 95%; from 2026-02-28 the worst listings are blocked first",
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
        owner: "logistics", zh "物流专员"
        origin: "Your table of orders due. Shopee's non-fulfilment rate is not what this leaves to",
          "100%.",
          zh "应发订单表。Shopee 的未履约率（NFR）不是 100% 减去它。"
        benchmark: "Rule of thumb: at least 98%.", zh "≥ 98%（经验值）。"
        trap: "Cancelling orders that were not sent takes them off the list of those due.",
          zh "把未发订单取消掉，它们就不在应发之列了。"
        beside: cancellation_rate
        threshold: below 10% in "Shopee" by "another measure, the non-fulfilment rate, weekly; depends on the market",
          zh "另一口径：未履约率，每周；因市场而异"
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
        owner: "logistics", zh "物流专员"
        origin: "Your deliveries table, by day of delivery. The mean hides single very late",
          "parcels.",
          zh "妥投记录，按签收日归属。均值会掩盖个别很晚的包裹。"
        benchmark: "Depends on site and service.", zh "因站点和服务而异。"
        trap: "Parcels that never arrive are not in it.", zh "一直没送达的包裹不算在内。"
        beside: on_time_delivery_rate
        example: deliveries.day = (2026-06-05, 2026-06-08),
          deliveries.order_day = (2026-06-01, 2026-06-04) gives 4
      }

      ## The platform's score of how a store keeps the rules on a site, as the last snapshot has
      ## it. Scores of several stores are neither added nor averaged.
      metric account_health_rating = if count(distinct account_health.store) = 1 and count(distinct account_health.site) = 1
        then closing(sum(account_health.ahr)) else missing {
        label: "Account health rating", zh "账户健康评级"
        also: "account health score"
        doc: zh "平台对一个店铺在一个站点的合规评分，取最近一次。几个店铺的评分不能相加或平均。"
        section: fulfilment
        unit: score
        good: high
        nature: result
        owner: "compliance", zh "合规专员"
        origin: "Account health report.", zh "账户状况报告。"
        trap: "Appeals without mending the cause lift it only until the next case.",
          zh "只申诉不改原因，下次还会扣分。"
        beside: policy_violations
        per: store, site
        threshold: least 200 in "Amazon" by "healthy; 100 to 199 at risk, below critical",
          zh "健康；100 至 199 有风险，再低为危急"
        example: account_health.ahr = (248, 232), account_health.day = (2026-06-01, 2026-06-08),
          store = "A", site = "US" gives 232
      }

      ## Open violations at the last snapshot; added over stores, never over days.
      metric policy_violations = closing(sum(account_health.open_violations), account_health.store) {
        label: "Open policy violations", zh "政策违规数"
        also: "listing policy violations"
        doc: zh "最近一次快照中未解决的违规数；可跨店铺相加，不能跨天。"
        section: fulfilment
        unit: count
        good: low
        nature: process
        owner: "compliance", zh "合规专员"
        origin: "Seller performance report, 180 days: intellectual property, authenticity,",
          "condition, safety, listing rules, restricted products.",
          zh "账户状况报告，180 天窗口：知识产权、真伪、状况、安全、Listing 规则、受限商品。"
        benchmark: "Should be 0.", zh "应为 0。"
        trap: "Deleting the ASIN makes the case vanish from sight, not its cause, and loses the",
          "listing.",
          zh "删掉 ASIN 只是看不见了，原因还在，Listing 也没了。"
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
        owner: "compliance", zh "合规专员"
        origin: "Seller performance report, 7 days, business buyers in Europe.",
          zh "账户状况报告，7 天窗口，欧洲企业买家。"
        beside: odr
        threshold: below 5% in "Amazon EU" by "7 days, business invoices", zh "7 天，企业买家发票"
        example: account_health.invoice_defects = 315,
          account_health.idr_orders = 9001 gives 3.4996%
      }

      ## Orders with a complaint about product or listing (return, refund, message, one star),
      ## over all orders.
      metric ncx_rate = sum(voc.ncx_orders) / sum(voc.voc_orders) {
        label: "Negative customer experience rate", zh "负面客户体验率"
        also: "Voice of the Customer rate"
        doc: zh "对商品或页面有负面反馈（退货、退款、来信、一星）的订单占比。"
        section: fulfilment
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Voice of the Customer; problems of delivery do not count, and Amazon decides how",
          "far back it looks.",
          zh "买家之声；不含配送问题，回溯期由亚马逊定。"
        benchmark: "Amazon rates it against similar offers, from excellent to very poor.",
          zh "亚马逊与同类报价相比，从极好到极差。"
        trap: "Listing the product anew under another ASIN clears the rate, not the fault.",
          zh "换新 ASIN 重新上架，比率清零了，问题没有解决。"
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
        origin: "All-listings report, last snapshot. Suppressed, inactive and out of stock are",
          "different states.",
          zh "全部 Listing 报告的最近一次快照。被抑制、停售、缺货是不同状态。"
        benchmark: "Rule of thumb: at least 95%.", zh "≥ 95%（经验值）。"
        trap: "Closing bad listings raises it, and they sell nothing.",
          zh "关掉差的 Listing 能抬高它，却不再有销售。"
        beside: stranded_share
        example: listings.sku = ("S1", "S2", "S3", "S4", "S5"),
          listings.listing_status = ("Active", "Active", "Active", "Inactive", "Closed") gives 75%
      }
      """#)
}
