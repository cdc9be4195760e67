// The metrics that ship, in the language itself: sales and demand.

extension ShippedText {
  static let metricsSales = ShippedText(
    name: "metrics-sales.kepi",
    text: #"""
      ## Order lines that were placed here, whatever became of them: not of another shop
      ## (multi-channel), no free replacement, no Vine give-away, no sample, no test order, and none
      ## made for a review.
      segment placed = channel != "Non-Amazon" and not order_lines.is_replacement
        and not order_lines.is_review and not order_lines.is_sample
        and not order_lines.promotion_ids like "vine.*"
        and not lower(order_lines.payment_method) like "*bogus*" {
        label: "placed lines", zh "下单的订单行"
        doc: zh "在这里下的订单行，不论后来如何：不含其他店铺的多渠道订单、免费换货、样品、",
          zh "Vine 赠品、测评单和测试订单。"
      }

      ## Order lines that count as sold here: placed, not cancelled, and not free (price 0,
      ## replacement, sample, Vine), made for a review or a test: Shopify's gateway for tests is
      ## called bogus.
      segment sold = order_status != "Cancelled" and channel != "Non-Amazon"
        and not order_lines.item_price = 0 and not order_lines.promotion_ids like "vine.*"
        and not order_lines.is_replacement
        and not order_lines.is_review and not order_lines.is_sample
        and not lower(order_lines.payment_method) like "*bogus*" {
        label: "sold lines", zh "卖出的订单行"
        counts: order_lines
        doc: zh "算作在这里卖出的订单行：已下单、未取消，不是免费的（价格为 0、换货、样品、Vine）、",
          zh "测评的或测试的。"
      }

      ## The same of the list of an ERP, to which the orders of platforms come that it does not have.
      segment erp_sold = order_status != "Cancelled" and erp_order_lines.channel != "Non-Amazon"
        and not erp_order_lines.item_price = 0 and not erp_order_lines.promotion_ids like "vine.*"
        and not erp_order_lines.is_replacement
        and not erp_order_lines.is_review and not erp_order_lines.is_sample
        and not lower(erp_order_lines.payment_method) like "*bogus*" {
        label: "sold lines", zh "卖出的订单行"
        counts: erp_order_lines
        doc: zh "ERP 清单中算作卖出的行，规则与 `sold` 相同；ERP 没有的平台，由该平台的订单补上。"
      }

      ## Value of all orders placed, cancelled ones too, before discounts and without tax where
      ## the report states it.
      metric gmv = sum(
        if order_lines.site in ("US", "CA") or order_lines.item_tax is missing
        then order_lines.item_price
        else order_lines.item_price - order_lines.item_tax)[placed] {
        tree: sessions * placed_order_rate * gmv_per_order else placed_orders * gmv_per_order
        label: "Gross merchandise value", zh "成交总额"
        also: "gross ordered value", "ordered revenue"
        doc: zh "全部已下单金额，含后来取消的订单；扣优惠前，报告写明税额的不含税。"
        section: sales
        unit: money
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Order report by order date: item-price (of the whole line), all statuses, without",
          "replacements and Vine. Ad reports know only credited orders, settlements only shipped",
          "ones.",
          zh "订单报告，按下单日期：item-price（整行金额），含所有状态，不含换货和 Vine。广告报告",
          zh "只有归因订单，结算报告只有已发货订单。"
        benchmark: "No official value. Targets by stage: launch a minimum volume, growth 15-20% a",
          "quarter (industry articles, unverified), mature the growth of the market.",
          zh "没有官方标准。按阶段定目标：新品期保底销量，成长期每季 15–20%（行业文章，未核实），",
          zh "成熟期看大盘增速。"
        trap: "A target on GMV alone invites fake orders, dumping prices and sales bought with",
          "ads; GMV is not profit.",
          zh "只考核 GMV 会招来刷单、低价倾销和用广告买量；GMV 不是利润。"
        beside: contribution_margin, refund_rate, tacos
        example: order_lines.item_price = (120, 80, 50) gives 250
      }

      ## Different orders placed, cancelled ones too: those that `gmv` is the value of.
      metric placed_orders = count(distinct order_lines.order_id)[placed] {
        tree: sessions * placed_order_rate
        label: "Orders placed", zh "下单量"
        doc: zh "已下单的不同订单数，含后来取消的：`gmv` 就是它们的金额。"
        section: sales
        unit: count
        good: high
        example: order_lines.order_id = ("111", "111", "112", "113"),
          order_lines.order_status = ("Shipped", "Shipped", "Cancelled", "Shipped") gives 3
      }

      ## Conversion as `gmv` counts it: orders placed for each visit.
      metric placed_order_rate = placed_orders / sessions {
        label: "Orders placed per session", zh "成交转化率"
        doc: zh "每次访问的下单数，含后来取消的：`gmv` = 流量 × 转化 × 客单价里的转化。"
        section: sales
        unit: percent
        good: high
        never_by: sku, asin
        example: order_lines.order_id = ("A", "B", "C", "D"),
          traffic_by_day.sessions = (30, 50) gives 5%
      }

      ## Basket as `gmv` counts it: the value of an order placed.
      metric gmv_per_order = gmv / placed_orders {
        label: "GMV per order", zh "成交客单价"
        doc: zh "每个已下单订单的金额，含后来取消的：`gmv` = 流量 × 转化 × 客单价里的客单价。"
        section: sales
        unit: money
        good: high
        never_by: sku, asin
        example: order_lines.item_price = (60, 40, 50),
          order_lines.order_id = ("A", "A", "B") gives 75
      }

      ## Ordered value of the lines sold, before discounts and without tax. Prices of the United
      ## States and Canada come without tax; elsewhere the tax in them is taken out, if the report
      ## states it: lists such as TikTok Shop's and Shopee's do not. Pending orders have no price
      ## yet.
      metric gross_sales = sum(
        if order_lines.site in ("US", "CA") or order_lines.item_tax is missing
        then order_lines.item_price
        else order_lines.item_price - order_lines.item_tax)[sold]
        else sum(erp_order_lines.item_price)[erp_sold] {
        tree: sessions * order_session_rate * units_per_order * asp else units * asp
          else orders * aov
        label: "Gross sales", zh "销售总额"
        also: "gross product sales"
        doc: zh "已售订单行的金额，扣优惠前，不含税。美国和加拿大的价格本来不含税，其他站点要把税拆出",
          zh "来；TikTok Shop、Shopee 等不写税额的订单，税仍在价格里。待付款订单还没有价格。"
        section: sales
        unit: money
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Order report: item-price (of the whole line, all its units), without cancelled",
          "lines. Shopify's gross sales include cancelled and unpaid orders.",
          zh "订单报告的 item-price（整行金额，含全部件数），不含已取消的行。Shopify 的 gross ",
          zh "sales 含取消和未付订单。"
        trap: "Pushing orders that are later cancelled or refunded raises it without earning",
          "anything.",
          zh "催成日后会取消或退款的订单能抬高它，却没有收入。"
        beside: net_sales, cancellation_rate
        example: order_lines.item_price = (120, 80, 50),
          order_lines.order_status = ("Shipped", "Shipped", "Cancelled") gives 200
      }

      ## What is left of sales after discounts and refunds, without tax. A refund counts on the
      ## day it is given.
      metric net_sales = gross_sales - discounts - refund_amount {
        label: "Net sales", zh "净销售额"
        also: "net revenue", "Nettoumsatz (de)"
        doc: zh "扣除优惠和退款之后的销售额，不含税。退款算在退款当天。"
        section: sales
        unit: money
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Order report item-price less promotion discount, less the refunds of the",
          "settlement on the day of the refund. settled_net_sales comes later, as goods ship and",
          "reserves are released.",
          zh "订单报告的金额减去促销折扣，再减结算中的退款（按退款日）。结算口径（",
          zh "settled_net_sales）因发货和预留而更晚。"
        trap: "Refunds of older orders can make a SKU negative today; moving them back to the",
          "order date would change months already closed.",
          zh "旧订单的退款会让某个 SKU 今天为负；把退款挪回下单日，会改写已关账的月份。"
        beside: refund_amount_rate, gmv
        example: order_lines.item_price = (120, 80), order_lines.item_discount = (10, 0),
          settlement.amount = -30, settlement.transaction_type = "Refund",
          settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal" gives 160
      }

      ## Ordered product sales of the business report. Cancelled orders are in it, and outside
      ## the United States tax is too.
      metric ordered_product_sales = sum(traffic_by_day.ordered_product_sales)
        else sum(traffic_by_asin.ordered_product_sales)
        else sum(traffic_by_parent.ordered_product_sales)
        else sum(erp_performance.ordered_product_sales) {
        label: "Ordered product sales (Business Report)", zh "已订购商品销售额", ja "注文商品売上",
          de "Umsatz bestellter Produkte", fr "Ventes de produits commandés"
        also: "Umsatz bestellter Produkte", "Ventes de produits commandés"
        doc: zh "业务报告里的已订购商品销售额：含已取消订单，美国以外还含税。"
        section: sales
        unit: money
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Sales and Traffic report: orderedProductSales, by date for the store, by ASIN for",
          "products. The ASIN lines do not always add up to the store.",
          zh "业务报告的已订购商品销售额：店铺按日期，商品按 ASIN。各 ASIN 之和不一定等于店铺总数",
          zh "。"
        trap: "Taking it as revenue although nothing has shipped and orders may be cancelled.",
          zh "当成收入，其实货还没发，订单还可能取消。"
        beside: settled_net_sales
        example: traffic_by_day.ordered_product_sales = (238.44, 217.70, 277.06) gives 733.20
      }

      ## Sales, refunds and rebates as they were settled, without tax: what finance calls
      ## revenue. It comes later than the orders.
      metric settled_net_sales = product_sales + product_refunds + promo_rebates {
        label: "Settled net sales", zh "结算净销售额"
        also: "settlement revenue", "finance sales"
        doc: zh "已结算的销售、退款和促销返点之和，不含税：财务口径的收入，比订单晚。"
        section: sales
        unit: money
        good: high
        nature: result
        owner: "finance", zh "财务"
        origin: "Settlement report: product prices of orders and refunds and promotions, by",
          "posting day (UTC). Later than the orders, by shipping and by a reserve of about 7 days",
          "after delivery.",
          zh "结算报告：订单和退款的商品金额加促销，按入账日（UTC）。因发货时间和妥投后预留（约 7 ",
          zh "天）而晚于订单。"
        trap: "When the platform holds money back longer, sales move from one month to the next",
          "without any change in business.",
          zh "平台预留时间一变，销售就从一个月挪到下一个月，生意本身并没有变。"
        beside: net_sales, source_gap_rate
        example: settlement.amount = (200, -30, -10),
          settlement.transaction_type = ("Order", "Refund", "Order"),
          settlement.amount_type = ("ItemPrice", "ItemPrice", "Promotion"),
          settlement.amount_description = "Principal" gives 160
      }

      ## Different orders. An order with several products counts once in each group that has one
      ## of them, and once in the total, so groups do not add up to the total.
      metric orders = count(distinct order_lines.order_id)[sold]
        else count(distinct erp_order_lines.order_id)[erp_sold] {
        tree: sessions * order_session_rate
        label: "Orders", zh "订单量"
        also: "order count", "number of orders", "Bestellungen (de)"
        doc: zh "不同订单的个数。一单多品的订单在每个相关分组里各算一次，合计里只算一次，所以各组之和",
          zh "不等于合计。"
        section: sales
        unit: count
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Order report: different amazon-order-id. The business report counts order items,",
          "which are more.",
          zh "订单报告的 amazon-order-id 去重。业务报告给的是订单商品数，会更多。"
        trap: "Splitting one purchase into several orders raises the count; adding the orders of",
          "SKUs counts mixed orders twice.",
          zh "把一次购买拆成几单会让它上升；把各 SKU 的订单数相加会重复计数。"
        beside: aov, units_per_order
        example: order_lines.order_id = ("111", "111", "112", "113") gives 3
      }

      ## Units ordered in the lines sold.
      metric units = sum(order_lines.units)[sold]
        else sum(erp_order_lines.units)[erp_sold] {
        tree: sessions * order_session_rate * units_per_order else orders * units_per_order
        label: "Units ordered", zh "销量", ja "注文された商品点数", de "Bestellte Einheiten",
          fr "Unités commandées"
        also: "units sold", "Bestellte Einheiten", "Unités commandées"
        doc: zh "已售订单行的订购件数。"
        section: sales
        unit: count
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Order report: quantity. Ad reports know only credited units; shipments count on",
          "the shipping day; settlements repeat the quantity on several lines of a product.",
          zh "订单报告的 quantity。广告报告只有归因件数；发货按发货日；结算的数量会在同一商品的几",
          zh "行里重复。"
        trap: "Low-price or free units inflate it without earning anything.",
          zh "低价或赠送的件数会让它虚高，却没有收入。"
        beside: asp, contribution_margin
        example: order_lines.units = (2, 1, 1, 3) gives 7
      }

      ## Average order value: gross sales for each order. By category, brand, owner or stage an
      ## order counts in each group that has one of its lines, so the groups do not add up. Never
      ## by SKU or ASIN: several of them share an order, and `asp` is the number to ask for.
      metric aov = gross_sales / orders {
        label: "Average order value", zh "客单价"
        also: "average basket", "Panier moyen (fr)"
        doc: zh "平均每单金额。按类目、品牌、负责人、阶段看时，一单多组的订单在每组各算一次，各组不能",
          zh "相加。不能按 SKU 或 ASIN 看：一张订单由几个 SKU 共有，应看 `asp`。"
        section: sales
        unit: money
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Order report: prices without tax and without cancelled lines, over different",
          "orders. The business report's average is per order item; Shopify takes discounts off.",
          zh "订单报告：不含税、不含取消的金额 / 去重订单数。业务报告是每个订单商品的均值；",
          zh "Shopify 的客单价扣了折扣。"
        benchmark: "No general value: compare with your own history.",
          zh "没有通用标准，和自己的历史比。"
        trap: "Bundles and minimum quantities raise it, but fewer visitors buy.",
          zh "捆绑和起订量抬高客单价，却压低转化率。"
        beside: unit_session_percentage, order_growth_pop
        never_by: sku, asin
        example: order_lines.item_price = (60, 40, 50),
          order_lines.order_id = ("A", "A", "B") gives 75
      }

      ## Average selling price of a unit, before discounts.
      metric asp = gross_sales / units {
        label: "Average selling price", zh "平均售价", ja "平均販売価格",
          de "Durchschnittlicher Verkaufspreis", fr "Prix de vente moyen"
        also: "average unit price"
        doc: zh "平均每件售价，扣优惠前。"
        section: sales
        unit: money
        good: neutral
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Order report: sales / units. The business report has averageSellingPrice =",
          "ordered product sales / units.",
          zh "订单报告：销售额 / 件数。业务报告的平均售价等于已订购销售额 / 件数。"
        trap: "When more of the expensive SKUs sell, it rises although no price was raised.",
          zh "贵的 SKU 卖得多了它就上升，看起来像涨价。"
        beside: price_realisation
        example: order_lines.item_price = (200, 300), order_lines.units = (10, 30) gives 12.5
      }

      ## Units in an order. Never by SKU or ASIN: several of them share an order, and `units` is the
      ## number to ask for.
      metric units_per_order = units / orders {
        label: "Units per order", zh "每单件数"
        also: "units per transaction", "items per order"
        doc: zh "平均每单件数。不能按 SKU 或 ASIN 看：一张订单由几个 SKU 共有，应看 `units`。"
        section: sales
        unit: number
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Order report. The business report divides by order items, which gives the same or",
          "less.",
          zh "订单报告。业务报告除以订单商品数，结果相等或更低。"
        trap: "A few bulk orders of resellers raise it for everybody.",
          zh "转卖商的几张大单就会抬高整体。"
        beside: orders
        never_by: sku, asin
        example: order_lines.units = (2, 1, 3), order_lines.order_id = ("A", "A", "B") gives 3
      }

      ## What part of the ordered value was given away as discounts.
      metric discount_rate = sum(order_lines.item_discount)[placed] / gmv {
        label: "Discount rate", zh "折扣率"
        also: "promotion depth", "promo rebate rate"
        doc: zh "优惠占下单金额的比例。"
        section: sales
        unit: percent
        good: low
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Order report: item-promotion-discount / item-price. The fee for a redeemed coupon",
          "is a fee, not a discount.",
          zh "订单报告：item-promotion-discount / item-price。优惠券兑换费是费用，不是折扣。"
        benchmark: "No official value; agree a limit for each stage (higher in launch).",
          zh "没有官方标准；按阶段约定上限，新品期可以高。"
        trap: "Permanent coupons buy volume at the cost of the margin.",
          zh "长期发优惠券换销量，毛利会被吃掉。"
        beside: contribution_margin, price_realisation
        example: order_lines.item_discount = (5, 0, 15),
          order_lines.item_price = (50, 50, 100) gives 10%
      }

      ## What was taken, over what the list price would have brought.
      metric price_realisation = (gmv - sum(order_lines.item_discount)[placed]) /
        sum(order_lines.units * product_list.list_price)[placed] {
        label: "Price realisation", zh "价格实现率"
        also: "net price index", "realised price share"
        doc: zh "实际收到的金额占按标价应得金额的比例。"
        section: sales
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Order report price less discounts, against the list price in force on the day of",
          "the order. The crossed-out price on the page is not the list price meant.",
          zh "订单净价对商品清单中下单当日有效的标价。页面上的划线价不是这里的标价。"
        benchmark: "Rule of thumb: mature SKUs 85-95%.", zh "成熟 SKU 85–95%（经验值）。"
        trap: "Lowering the list price makes the ratio look better although nothing more was",
          "earned.",
          zh "调低标价就能美化比率，收入并没有增加。"
        beside: asp, unit_session_percentage
        example: order_lines.item_price = (180, 90), order_lines.item_discount = (10, 5),
          order_lines.units = (2, 1), order_lines.sku = "A", product_list.sku = "A",
          product_list.list_price = 100 gives 85%
      }

      ## Money given back for products, on the day it was given, as a positive number.
      metric refund_amount = -product_refunds {
        label: "Refund amount", zh "退款金额"
        also: "refunded sales"
        doc: zh "退给买家的商品款，按退款日，写成正数。"
        section: sales
        unit: money
        good: low
        nature: result
        owner: "customer service", zh "客服"
        origin: "Settlement: refunds of product prices, with the sign turned, on the day of the",
          "refund. Counting them on the order day would change closed months.",
          zh "结算报告的退款本金（变号），按退款日。按下单日归属会改写已关账的月份。"
        trap: "Goodwill credits booked under another name are missing here.",
          zh "以其他科目入账的善意补偿不在其中。"
        beside: complaint_rate
        example: settlement.amount = (-30, -12.50), settlement.transaction_type = "Refund",
          settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal" gives 42.50
      }

      ## Units refunded over units ordered on the same days; a refund counts on its own day,
      ## mostly for an earlier order. A refund does not mean that the item came back.
      metric refund_rate = sum(traffic_by_day.units_refunded) / sum(traffic_by_day.units_ordered)
        else sum(traffic_by_asin.units_refunded) / sum(traffic_by_asin.units_ordered)
        else sum(erp_performance.refunded_units) / sum(erp_performance.units_ordered) {
        label: "Refund rate (units)", zh "退款率", ja "返金率", de "Erstattungsquote",
          fr "Taux de remboursement"
        also: "units refunded rate", "refundRate", "Erstattungsquote", "Taux de remboursement"
        doc: zh "同一时段的退款件数除以订购件数；退款算在退款当天，多半属于更早的订单。退款不等于货退",
          zh "回来了。"
        section: sales
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Sales and Traffic report: unitsRefunded / unitsOrdered; the report shows 1.03 for",
          "1.03%. Amazon's description has the two the wrong way round, its sample data have them",
          "so.",
          zh "业务报告：退款件数 / 订购件数；报告里写 1.03 表示 1.03%。亚马逊的说明文字把分子分母",
          zh "写反了，其示例数据表明是退款 / 订购。"
        benchmark: "Amazon sets no limit.", zh "亚马逊没有规定上限。"
        trap: "Delaying or refusing refunds keeps it low, until the buyers file claims.",
          zh "拖延或拒绝退款能压低它，随后买家就会提出索赔。"
        beside: a_to_z_claim_rate, odr
        threshold: below 6% in "Walmart US" by "another measure, orders refunded by the seller's fault; 30 or 60 days",
          zh "另一口径：卖家责任退款的订单，30 天或 60 天",
          below 13% in "Walmart CA" from 2024-10-01 by "the same, 30 days", zh "同上，30 天",
          below 1% in "TikTok Shop" by "another measure, returns and refunds by the seller's fault; 60 days",
          zh "另一口径：卖家责任退货退款，60 天"
        example: traffic_by_day.units_refunded = (1, 0, 0, 0),
          traffic_by_day.units_ordered = (23, 18, 25, 31) gives 1.0309%
      }

      ## Money refunded over sales of the same days; most refunds belong to earlier orders.
      metric refund_amount_rate = refund_amount / gross_sales {
        label: "Refund rate (value)", zh "退款金额率"
        also: "refund value share"
        doc: zh "同一时段的退款金额除以销售额；退款多半属于更早的订单。"
        section: sales
        unit: percent
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Settlement refunds over sales of the order report. Too low while sales grow, too",
          "high after a season; it can pass 100%.",
          zh "结算退款 / 订单销售额。增长期偏低，旺季后偏高，可能超过 100%。"
        benchmark: "No official value.", zh "没有官方标准。"
        trap: "In the season it says nothing of quality: sales are already in it, their refunds",
          "are not yet.",
          zh "旺季不能当成质量信号：销售已经算进来，退款还没有。"
        beside: return_rate_cohort
        example: settlement.amount = (-30, -20), settlement.transaction_type = "Refund",
          settlement.amount_type = "ItemPrice", settlement.amount_description = "Principal",
          order_lines.item_price = (600, 400) gives 5%
      }

      ## Units that came back over units sent in the same days. A return is not a refund: money
      ## may have been given back or not.
      metric return_rate = sum(returns.units) / sum(shipments.units) {
        label: "Return rate (period)", zh "退货率"
        also: "customer return rate", "Retourenquote (de)", "Taux de retour (fr)"
        doc: zh "同一时段的退回件数除以发出件数。退货不等于退款：钱退没退是另一回事。"
        section: sales
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Customer returns by return day, over FBA units shipped. With seller-fulfilled",
          "returns loaded it is too high, as their shipments are in no report.",
          zh "退货报告按退货日 / FBA 发货件数。载入了自发货退货时会偏高，因为自发货没有发货报告。"
        benchmark: "Depends on the category; industry articles quote 5-15% on average, clothes far",
          "more (unverified).",
          zh "因类目而异；行业文章说平均 5–15%，服装高得多（未核实）。"
        trap: "Refunds without return keep it low: read refund_rate beside it.",
          zh "仅退款不退货会让它偏低：要和 refund_rate 一起看。"
        beside: refund_rate, ncx_rate
        example: returns.units = (4, 6), shipments.units = (100, 150) gives 4%
      }

      ## Of the units sent in a month those that came back in it or in the two months after.
      ## Final when the third month has closed.
      metric return_rate_cohort = converted(shipments.order_id, returns.order_id, 3 months, returns.units) /
        sum(shipments.units) {
        label: "Return rate (ship-month cohort)", zh "批次退货率"
        also: "FBA return rate for the returns processing fee"
        doc: zh "某月发出的商品中，在当月及其后两个月内退回的比例。第三个月结束后才定。"
        section: sales
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "As Amazon's returns dashboard: a return is put to the month in which its order",
          "was shipped.",
          zh "FBA 退货面板的口径：退货按订单号归到它的发货月。"
        benchmark: "Amazon US charges a fee for returned units above a limit by category, 2.9%",
          "(grocery) to 12.8% (bags); free below 25 units shipped in the month.",
          zh "亚马逊美国对超过类目上限的退货件数收费，上限 2.9%（食品）至 12.8%（包袋）；当月发货",
          zh "不足 25 件的免收。"
        trap: "A recent month still collects returns: compared with a finished one it looks too",
          "good.",
          zh "最近的月份退货还没退完，和已结束的月份比会显得太好。"
        beside: return_processing_fee_ratio
        threshold: most 12.8% in "Amazon US" from 2024-06-01 by "backpacks and bags; other categories from 2.9% on; 25 units a month and more",
          zh "背包和包袋；其他类目从 2.9% 起；当月发货满 25 件才算"
        example: shipments.order_id = "o1", shipments.units = 1000, shipments.day = 2026-01-10,
          returns.order_id = "o1", returns.units = (60, 40, 20),
          returns.day = (2026-01-20, 2026-02-10, 2026-03-31) gives 12%
      }

      ## Orders cancelled for whatever reason, over all orders. Never by SKU or ASIN: several of
      ## them share an order.
      metric total_cancellation_rate = count(distinct order_lines.order_id)[order_status = "Cancelled"] /
        count(distinct order_lines.order_id) {
        label: "Total cancellation rate", zh "总取消率"
        also: "all-cause cancellation share"
        doc: zh "因任何原因取消的订单占全部订单的比例。不能按 SKU 或 ASIN 看：一张订单",
          zh "由几个 SKU 共有。"
        section: sales
        unit: percent
        good: low
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Order report: status. Cancellations asked for by buyers are in it; the platforms'",
          "cancellation rates leave them out.",
          zh "订单报告的状态。含买家要求的取消，平台的取消率不含。"
        trap: "Asking buyers to cancel protects cancellation_rate, but shows here.",
          zh "让买家自己取消能保护卖家取消率，但在这里会显出来。"
        beside: cancellation_rate
        never_by: sku, asin
        example: order_lines.order_id = ("A", "B", "C", "D"),
          order_lines.order_status = ("Shipped", "Shipped", "Cancelled", "Shipped") gives 25%
      }

      ## Net sales against the period just before: +5% is 5% more.
      metric sales_growth_pop = net_sales / net_sales[previous] - 1 {
        label: "Sales growth, period over period", zh "销售额环比增长率"
        also: "MoM growth", "WoW growth"
        doc: zh "净销售额与上一期相比：5% 表示多 5%。"
        section: sales
        unit: percent
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "From net_sales. Both periods need the same length and finished data; 28 days",
          "avoid months of unequal length.",
          zh "由净销售额算出。两期要等长、数据都已到齐；用 28 天可免去月长的偏差。"
        benchmark: "Industry articles: 15-20% a quarter (unverified).",
          zh "行业文章：每季增长 15–20%（未核实）。"
        trap: "A base period after a stock-out or a big sale makes any growth look good or bad.",
          zh "基期选在断货或大促之后，增长怎么看都不准。"
        beside: sales_growth_yoy
        example: order_lines.item_price = (12000, 12600), order_lines.item_discount = 0,
          order_lines.day = (2026-05-31, 2026-06-30), settlement.amount = 0,
          settlement.day = (2026-05-31, 2026-06-30), settlement.transaction_type = "Refund",
          settlement.amount_type = "ItemPrice", settlement.amount_description = "Principal",
          month = 2026-06 gives 5%
      }

      ## Net sales against the same period a year before; by week, the week of the same number.
      metric sales_growth_yoy = net_sales / net_sales[1 year ago] - 1 {
        label: "Sales growth, year over year", zh "销售额同比增长率"
        also: "YoY"
        doc: zh "净销售额与去年同期相比；按周时与同号的周比。"
        section: sales
        unit: percent
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "From net_sales. Compare an event with the same event; with several currencies use",
          "the same rates for both years.",
          zh "由净销售额算出。活动要和同一活动比；多币种时两年用同一汇率。"
        benchmark: "Industry article: >= 15% (unverified).", zh "行业文章：≥ 15%（未核实）。"
        trap: "Prime Day in another month than last year makes a false jump.",
          zh "会员日换了月份，会造成假的跳升。"
        beside: sales_growth_pop
        example: order_lines.item_price = (12000, 15000), order_lines.item_discount = 0,
          order_lines.day = (2025-06-30, 2026-06-30), settlement.amount = 0,
          settlement.day = (2025-06-30, 2026-06-30), settlement.transaction_type = "Refund",
          settlement.amount_type = "ItemPrice", settlement.amount_description = "Principal",
          month = 2026-06 gives 25%
      }

      ## Orders against the period just before. Never by SKU or ASIN: several of them share an
      ## order, and `sales_growth_pop` is the number to ask for.
      metric order_growth_pop = orders / orders[previous] - 1 {
        label: "Order growth, period over period", zh "订单增长率"
        also: "orders growth"
        doc: zh "订单数与上一期相比。不能按 SKU 或 ASIN 看：一张订单由几个 SKU 共有，应看 `sales_growth_pop`。"
        section: sales
        unit: percent
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "From orders.", zh "由订单量算出。"
        benchmark: "No general value: as agreed in the contract.", zh "没有通用标准，按合同约定。"
        trap: "Many small, cheap orders raise it without more profit.",
          zh "大量低价小单能抬高它，利润却没有增加。"
        beside: aov, contribution_margin
        never_by: sku, asin
        example: order_lines.order_id = ("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9",
            "p10", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n10", "n11"),
          order_lines.day = (2026-05-31, 2026-05-31, 2026-05-31, 2026-05-31, 2026-05-31,
            2026-05-31, 2026-05-31, 2026-05-31, 2026-05-31, 2026-05-31, 2026-06-30, 2026-06-30,
            2026-06-30, 2026-06-30, 2026-06-30, 2026-06-30, 2026-06-30, 2026-06-30, 2026-06-30,
            2026-06-30, 2026-06-30),
          month = 2026-06 gives 10%
      }

      ## Each line's part of the net sales of all lines, under the same conditions.
      metric sales_mix_share = net_sales / net_sales[all] {
        label: "Share of sales", zh "销售占比"
        also: "mix share", "contribution share"
        doc: zh "每一行在同样条件下占全部净销售额的比例。"
        section: sales
        unit: percent
        good: neutral
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "From net_sales; the total is that of all lines under the same conditions.",
          zh "由净销售额算出；分母是同样条件下所有行的合计。"
        trap: "A share without the total hides that everything shrank.",
          zh "只给占比不给总数，看不出整体在缩小。"
        beside: net_sales
        example: order_lines.item_price = (250, 750), order_lines.item_discount = 0,
          order_lines.sku = ("A", "B"), settlement.amount = 0, settlement.sku = "A",
          settlement.transaction_type = "Refund", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal", sku = "A" gives 25%
      }

      ## Of the active listings those that sold at least one unit.
      metric moving_sku_share = count(distinct order_lines.sku)[order_lines.units > 0] /
        count(distinct listings.sku)[listing_status = "Active"] {
        label: "Moving-SKU share", zh "动销率"
        also: "active SKU sell rate", "SKU movement rate"
        doc: zh "在售商品中至少卖出一件的比例。"
        section: sales
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Order report: SKUs with a unit ordered, over active SKUs of the listings report.",
          zh "订单报告中有销量的 SKU / 全部 Listing 报告中在售的 SKU。"
        benchmark: "Rule of thumb: at least 60% a month, 30-50% in launch.",
          zh "月度 ≥ 60%，新品期 ≥ 30–50%（经验值）。"
        trap: "Closing listings that do not sell, or one bought order for each SKU, raises it",
          "without selling more.",
          zh "关掉卖不动的 Listing，或每个 SKU 刷一单，都能抬高它，销量并没有增加。"
        beside: slow_moving_share, active_listing_share
        example: order_lines.sku = ("S1", "S2", "S2", "S3"), order_lines.units = 1,
          listings.sku = ("S1", "S2", "S3", "S4", "S5"),
          listings.listing_status = "Active" gives 60%
      }

      ## What part of the sales comes from products that were in their launch on the day of the
      ## order.
      metric new_product_sales_share = gmv[stage = "launch"] / gmv {
        label: "New-product sales share", zh "新品销售占比"
        also: "share of sales from launches"
        doc: zh "下单当日处于新品期的商品所占的销售比例。"
        section: sales
        unit: percent
        good: high
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Order report, with the stage that the product list has for the day of the order.",
          zh "订单报告，阶段取商品清单中下单当日的。"
        benchmark: "No general value: as planned.", zh "没有标准，按计划约定。"
        trap: "Relabelling old SKUs as new raises it without anything new.",
          zh "把老 SKU 改标成新品能抬高它，其实没有新品。"
        beside: moving_sku_share
        example: order_lines.item_price = (150, 850), order_lines.sku = ("N", "O"),
          product_list.sku = ("N", "O"), product_list.stage = ("launch", "mature") gives 15%
      }

      ## How near a forecast frozen beforehand came to the units sold, weighted by units: 100% is
      ## exact, and it can fall below 0.
      metric forecast_accuracy = 1 - sum(abs(forecast.forecast_units - forecast.actual_units)) /
        sum(forecast.actual_units) {
        label: "Forecast accuracy", zh "预测准确率"
        also: "1 - WAPE"
        doc: zh "事先冻结的预测与实际销量有多接近，按销量加权：100% 为完全准确，可能低于 0。"
        section: sales
        unit: percent
        good: high
        nature: process
        owner: "supply planner", zh "供应链计划员"
        origin: "Your forecast table, frozen as long beforehand as agreed. The mean of the errors",
          "in percent would be ruled by the smallest SKUs.",
          zh "按约定提前期冻结的预测表。对逐行百分比误差取平均（MAPE）会被小 SKU 左右。"
        benchmark: "Rule of thumb: by SKU and month at least 70%, by category and month 85%.",
          zh "SKU 月度 ≥ 70%，类目月度 ≥ 85%（经验值）。"
        trap: "A forecast changed after the fact is always right and worth nothing.",
          zh "事后改过的预测总是准的，但毫无意义。"
        beside: in_stock_rate, days_of_supply
        example: forecast.forecast_units = (110, 80, 230),
          forecast.actual_units = (100, 100, 200) gives 85%
      }

      ## What was sold, without tax and before discounts and refunds.
      metric sales = gross_sales {
        label: "Sales", zh "商品销售额"
        doc: zh "卖出的商品金额，不含税，扣优惠和退款前。"
        section: sales
        unit: money
        good: high
      }

      ## Discounts given on the lines sold, as a positive number.
      metric discounts = sum(order_lines.item_discount)[sold]
        else sum(erp_order_lines.item_discount)[erp_sold] {
        label: "Discounts", zh "折扣"
        doc: zh "已售订单行上的优惠，写成正数。"
        section: sales
        unit: money
        good: low
      }

      ## Units whose money was given back. Settlements do not count them: their refunds are amounts.
      metric refunded_units = sum(traffic_by_day.units_refunded)
        else sum(traffic_by_asin.units_refunded)
        else sum(erp_performance.refunded_units) {
        label: "Refunded units", zh "退款件数"
        doc: zh "退了款的件数。结算报告里没有：那里的退款只有金额。"
        section: sales
        good: low
      }

      ## Units that came back, on the day they did. Not money: refunds are settled.
      metric returned_units = sum(returns.units) {
        label: "Returned units", zh "退货数量"
        doc: zh "退回的件数，按退回日。不是钱：退款在结算里。"
        section: sales
        good: low
      }
      """#)
}
