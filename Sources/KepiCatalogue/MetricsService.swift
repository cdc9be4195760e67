// The metrics that ship, in the language itself: customers, service and reputation.

extension ShippedText {
  static let metricsService = ShippedText(
    name: "metrics-service.kepi",
    text: #"""
      ## Conversations with buyers (tickets) that began in the period.
      metric ticket_count = count(distinct tickets.ticket_id) {
        label: "Tickets", zh "工单量"
        doc: zh "当期开始的买家会话数。"
        section: service
        good: low
      }

      ## Hours until the first answer of a person: the middle one of all conversations (half were
      ## faster).
      metric first_response_time = median(service_log.first_response_hours)
        else median(tickets.first_response_hours) {
        label: "First response time (median hours)", zh "首次响应时间"
        also: "first reply time"
        doc: zh "首次人工回复所需小时数的中位数（一半的会话更快）。"
        section: service
        unit: hours
        good: low
        nature: process
        owner: "customer service", zh "客服"
        origin: "Message log or helpdesk: calendar hours, without automatic answers. Those not",
          "answered yet have to stay on the list.",
          zh "消息记录或客服工单，日历小时，不含自动回复。没回复的也要算进去。"
        benchmark: "See what platforms require.", zh "见平台要求。"
        trap: "Empty quick answers lower it and solve nothing.",
          zh "空洞的快速回复能压低它，问题没有解决。"
        beside: resolution_rate, response_within_24h_rate
        threshold: most 24 in "Amazon" by "hours, all days count", zh "小时，周末也算",
          most 48 in "Walmart" by "hours", zh "小时"
        example: service_log.first_response_hours = (2, 30, 4, 6, 3) gives 4
      }

      ## Conversations answered within 24 hours, over those that needed an answer.
      metric response_within_24h_rate = sum(service_log.replied_in_24h) / sum(service_log.needs_reply)
        else count(distinct tickets.ticket_id)[tickets.first_response_hours <= 24] / ticket_count {
        label: "Response within 24 hours", zh "24小时回复率"
        also: "contact response rate", "on-time response rate"
        doc: zh "需要回复的会话中 24 小时内回复的比例。"
        section: service
        unit: percent
        good: high
        nature: process
        owner: "customer service", zh "客服"
        origin: "Buyer messages; those marked 'no answer needed' leave both sides. Amazon shows",
          "what is left to 100%, the late response rate.",
          zh "买家消息；标记无需回复的不算在内。亚马逊公布的是迟回复率（100% 减去它）。"
        trap: "Marking everything 'no answer needed' raises it while buyers wait.",
          zh "全标成无需回复能抬高它，买家却在等。"
        beside: resolution_rate
        threshold: least 90% in "Amazon" by "7, 30 and 90 days", zh "7、30 和 90 天",
          above 95% in "Walmart US" by "within 48 hours", zh "48 小时内",
          above 80% in "Walmart CA" from 2024-10-01 by "within 48 hours", zh "48 小时内"
        example: service_log.replied_in_24h = (45, 48),
          service_log.needs_reply = (50, 50) gives 93%
      }

      ## Of the conversations that began in the period the part settled by now.
      metric resolution_rate = sum(service_log.is_resolved) / sum(service_log.conversations)
        else count(distinct tickets.ticket_id)[tickets.closed_day is not missing] / ticket_count {
        label: "Resolution rate", zh "问题解决率"
        also: "solve rate"
        doc: zh "当期开始的会话中已解决的比例。"
        section: service
        unit: percent
        good: high
        nature: result
        owner: "customer service", zh "客服"
        origin: "Helpdesk, by the day a conversation began; one opened again counts as not",
          "settled.",
          zh "客服工单，按创建日归属；重开的算未解决。"
        benchmark: "Rule of thumb: at least 90% in 7 days.", zh "7 天内 ≥ 90%（经验值）。"
        trap: "Closing tickets too early raises it, and buyers come back.",
          zh "过早关单能抬高它，买家还会再来。"
        beside: complaint_rate, ncx_rate
        example: service_log.is_resolved = (40, 44),
          service_log.conversations = (48, 50) gives 85.7143%
      }

      ## Hours from a return request to the refund or its refusal.
      metric return_handling_time = sum(return_cases.handling_hours) / sum(return_cases.cases) {
        label: "Return handling time", zh "退货处理时效"
        also: "return processing time", "refund turnaround"
        doc: zh "从退货申请到退款或拒绝的小时数。"
        section: service
        unit: hours
        good: low
        nature: process
        owner: "customer service", zh "客服"
        origin: "Your table of return cases: seller-shipped from request to decision, FBA from",
          "receipt to grading. Automatic approval shortens it.",
          zh "退货案件表：自发货从申请到决定，FBA 从收到到检验。自动授权会缩短它。"
        benchmark: "Rule of thumb: decided within 48 hours.", zh "48 小时内作出决定（经验值）。"
        trap: "Refusing quickly shortens it and brings claims.", zh "快速拒绝能缩短它，却招来索赔。"
        beside: a_to_z_claim_rate
        example: return_cases.handling_hours = (120, 60), return_cases.cases = (4, 2) gives 30
      }

      ## Complaints for each order. Never by SKU or ASIN: several of them share an order.
      metric complaint_rate = sum(service_log.is_complaint) / orders {
        label: "Complaint rate", zh "投诉率"
        also: "contact-with-problem rate"
        doc: zh "每个订单的投诉数。不能按 SKU 或 ASIN 看：一张订单由几个 SKU 共有。"
        section: service
        unit: percent
        good: low
        nature: result
        owner: "customer service", zh "客服"
        origin: "Conversations marked as complaints, over orders of the order report.",
          zh "标为投诉的会话 / 订单报告的订单数。"
        benchmark: "Rule of thumb: below 2%.", zh "< 2%（经验值）。"
        trap: "Complaints filed under another topic are not counted.",
          zh "投诉归到别的主题，就没有算进来。"
        beside: ncx_rate
        never_by: sku, asin
        example: service_log.is_complaint = (1, 0, 1),
          order_lines.order_id = ("A", "B", "C", "D", "E", "F", "G", "H", "I", "J") gives 20%
      }

      ## Mean stars of the new reviews of the period; the rating on the page is another number.
      metric avg_review_rating = sum(reviews.stars) / rows(reviews) {
        label: "Average review rating", zh "平均评分"
        also: "star rating", "product rating"
        doc: zh "当期新评论的平均星级；页面显示的评分是另一个数。"
        section: service
        unit: score
        good: high
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Reviews by the day they were written. The rating on the page is the platform's",
          "own, weighted over all time.",
          zh "按日期收集的评论。页面评分由平台对全部时段加权得出。"
        benchmark: "Rule of thumb: at least 4.3; below 4.0 fewer visitors buy.",
          zh "≥ 4.3；低于 4.0 转化率下降（经验值）。"
        trap: "Bought or invited good reviews raise it and are forbidden.",
          zh "刷好评能抬高它，但属违规。"
        beside: negative_review_rate, refund_rate
        example: reviews.stars = (5, 5, 5, 5, 3, 3, 3, 3) gives 4
      }

      ## Part of the new reviews with one or two stars.
      metric negative_review_rate = rows(reviews)[reviews.stars <= 2] / rows(reviews) {
        label: "Negative review rate", zh "差评率"
        also: "1-2 star share"
        doc: zh "新评论中 1–2 星的比例。"
        section: service
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "New reviews by day. Some sellers also count 3 stars: fix it once.",
          zh "当期新评论；有的卖家把 3 星也算差评，要固定下来。"
        benchmark: "Rule of thumb: below 10%.", zh "低于 10%（经验值）。"
        trap: "Leading unhappy buyers away from reviewing lowers it and is forbidden.",
          zh "引导不满的买家不写评论能压低它，但属违规。"
        beside: return_rate
        example: reviews.stars = (1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 2, 5, 5, 5, 5, 5, 5,
            5) gives 10%
      }

      ## Orders of own shops, where customers are known.
      metric shop_order_count = count(distinct shop_orders.order_id) {
        label: "Orders of own shops", zh "自营店订单数"
        doc: zh "自营店的订单数，顾客可识别。"
        section: service
        good: high
      }

      ## Of the customers of the period those with two orders or more. A longer period gives more;
      ## customers of several stores or periods cannot be added.
      metric repeat_purchase_rate = count(distinct shop_orders.customer)[shop_order_count[only customer] >= 2] /
        count(distinct shop_orders.customer)
        else sum(repeat_purchase.customers * repeat_purchase.repeat_customer_share) /
        sum(repeat_purchase.customers) {
        label: "Repeat purchase rate", zh "复购率"
        also: "returning customer rate"
        doc: zh "当期顾客中下过两单以上的比例。时段越长越高；不同店铺或时段的顾客不能相加。"
        section: service
        unit: percent
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Own shops; for Amazon the repeat purchase report of Brand Analytics by ASIN.",
          zh "自营店顾客；亚马逊用品牌分析的复购报告（按 ASIN）。"
        benchmark: "Depends on the category.", zh "因类目而异。"
        trap: "Splitting one purchase into two orders raises it.",
          zh "把一次购买拆成两单就能抬高它。"
        beside: ltv
        example: shop_orders.customer = ("c1", "c1", "c2", "c2", "c3", "c4", "c5"),
          shop_orders.order_id = ("1", "2", "3", "4", "5", "6", "7") gives 40%
      }

      ## What each customer won in a month has brought since, after costs.
      metric ltv = sum(cohorts.contribution) / count(distinct cohorts.customer) {
        label: "Customer lifetime value", zh "客户终身价值"
        doc: zh "某月获得的顾客此后带来的贡献毛利，平均每人。"
        section: service
        unit: money
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Your table of customers by month won; say over how many months. By revenue",
          "instead of profit it is 3 to 5 times as much.",
          zh "客户批次表；写明累计几个月。按收入算会高 3–5 倍。"
        benchmark: "Rule of thumb: at least 3 times what winning a customer costs.",
          zh "至少为获客成本的 3 倍（经验值）。"
        trap: "A forecast far beyond the data is a guess.", zh "远超现有数据的预测只是猜测。"
        beside: repeat_purchase_rate
        example: cohorts.contribution = (300, 150, 50, 0),
          cohorts.customer = ("c1", "c2", "c3", "c4") gives 125
      }
      """#)
}
