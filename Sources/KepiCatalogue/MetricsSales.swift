// The metrics that ship, in the language itself: sales and demand.

extension ShippedText {
  static let metricsSales = ShippedText(
    name: "metrics-sales.kepi",
    text: #"""
      ## Order lines that were placed here, whatever became of them: not of another shop
      ## (multi-channel), no free replacement, no Vine give-away and no test order.
      segment placed = channel != "Non-Amazon" and not order_lines.is_replacement
        and not order_lines.promotion_ids like "vine.*"
        and not lower(order_lines.payment_method) like "*bogus*" {
        label: "placed lines", zh "下单的订单行"
        doc: zh "在这里下的订单行，不论后来如何：不含其他店铺的多渠道订单、免费换货、",
          zh "Vine 赠品和测试订单。"
      }

      ## Order lines that count as sold here: placed, not cancelled, and not given for nothing.
      ## Shopify's gateway for tests is called bogus.
      segment sold = order_status != "Cancelled" and channel != "Non-Amazon"
        and not order_lines.item_price = 0 and not order_lines.promotion_ids like "vine.*"
        and not order_lines.is_replacement
        and not lower(order_lines.payment_method) like "*bogus*" {
        label: "sold lines", zh "卖出的订单行"
        doc: zh "算作在这里卖出的订单行：已下单、未取消，也不是白送的。"
      }

      ## Lines of an ERP's list that count as sold: not cancelled, no replacement, no sample, and not
      ## bought for a review.
      segment erp_sold = order_status != "Cancelled" and not erp_order_lines.is_replacement
        and not erp_order_lines.is_review and not erp_order_lines.is_sample {
        label: "sold lines", zh "卖出的订单行"
        doc: zh "ERP 清单中算作卖出的行：未取消，不是换货、样品或测评单。"
      }

      ## Value of all orders placed, cancelled ones too, before discounts and without tax.
      metric gmv = sum(
        if order_lines.site in ("US", "CA") or order_lines.item_tax is missing
        then order_lines.item_price
        else order_lines.item_price - order_lines.item_tax)[placed] {
        tree: sessions * placed_order_rate * gmv_per_order else placed_orders * gmv_per_order
        label: "Gross merchandise value", zh "成交总额"
        also: "gross ordered value", "ordered revenue"
        doc: zh "全部已下单金额，含后来取消的订单；扣优惠前，不含税。"
        section: sales
        unit: money
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Order report (all orders by order date): item-price, all statuses except",
          "test and replacement orders.",
          zh "订单报告，按下单日期，含所有状态。广告报告只有归因订单，结算报告只有已",
          zh "发货订单；欧英业务报告含税。"
        benchmark: "No official threshold. Growth target set per stage (launch: volume floor;",
          "growth: 15-20% per quarter quoted by industry articles, unverified;",
          "mature: market growth).",
          zh "没有官方标准。按阶段定增长目标：新品期看销量底线，成长期每季 15–20%（",
          zh "行业文章，未核实），成熟期看大盘增速。"
        trap: "Sole GMV target invites fake orders, dumping prices and buying volume with",
          "ads; GMV is mistaken for profit.",
          zh "只考核 GMV 会招来刷单、低价倾销和用广告买量；GMV 常被当成利润。"
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

      ## Ordered value of the lines sold, without tax, before discounts. Prices of the United
      ## States and Canada come without tax; everywhere else the tax in them is taken out. Lists
      ## of orders that do not state it, as those of TikTok Shop and Shopee, leave it in the
      ## price. Pending orders have no price yet.
      metric gross_sales = sum(
        if order_lines.site in ("US", "CA") or order_lines.item_tax is missing
        then order_lines.item_price
        else order_lines.item_price - order_lines.item_tax)[sold]
        else sum(erp_order_lines.item_price)[erp_sold] {
        tree: sessions * order_session_rate * units_per_order * asp else units * asp
          else orders * aov
        label: "Gross sales", zh "销售总额"
        also: "gross product sales"
        doc: zh "已售订单行的金额，不含税，扣优惠前。美国和加拿大的价格本来不含税，其他",
          zh "站点要把税拆出来；TikTok Shop、Shopee 等不写税额的订单，税仍在价格里。",
          zh "待付款订单还没有价格。"
        section: sales
        unit: money
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Order report item-price with item-status other than Cancelled, tax", "removed.",
          zh "订单报告的 item-price，去掉已取消的行和税。Shopify 的 gross sales 含取",
          zh "消和未付订单；财务按入账日。"
        trap: "Pushing orders that later cancel or refund.", zh "催成日后会取消或退款的订单。"
        beside: net_sales, cancellation_rate
        example: order_lines.item_price = (120, 80, 50),
          order_lines.order_status = ("Shipped", "Shipped", "Cancelled") gives 200
      }

      ## What is left of sales after discounts and refunds, without tax. A refund counts on the
      ## day it is given.
      metric net_sales = gross_sales - discounts - refund_amount {
        label: "Net sales", zh "净销售额"
        also: "net revenue", "Nettoumsatz"
        doc: zh "扣除优惠和退款之后的销售额，不含税。退款算在退款当天。"
        section: sales
        unit: money
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Order report item-price minus item-promotion-discount, minus refund",
          "principal dated on the refund date; excludes tax.",
          zh "订单报告减去促销折扣，再减结算中的退款本金。结算口径（settled_net_sales）",
          zh "因发货和预留而滞后；不拆增值税，欧洲净销售会虚高 19–22%。"
        trap: "Refunds of an older period make today's number negative for a SKU; people",
          "'fix' it by moving refunds back to the order date and history changes.",
          zh "旧订单的退款会让某个 SKU 今天为负；有人把退款挪回下单日来“修正”，历史",
          zh "就变了。"
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
        origin: "Sales and Traffic report: salesByDate.orderedProductSales /",
          "salesByAsin.orderedProductSales.",
          zh "业务报告。按 ASIN 的行加起来不一定等于按日期的总数。"
        trap: "Taken as revenue although nothing has shipped.", zh "货还没发就当成收入。"
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
        origin: "Settlement flat file V2: ItemPrice/Principal of Order and Refund plus",
          "Promotion/Principal, by posted date.",
          zh "结算报告，按入账日（UTC）。因发货时间和妥投后预留（约 7 天）而晚于订单", zh "口径。"
        trap: "Month-end cut-off shifts sales between months when the reserve policy", "changes.",
          zh "预留政策一变，月末的销售就在两个月之间移动。"
        beside: net_sales, source_gap_rate
        example: settlement.amount = (200, -30, -10),
          settlement.transaction_type = ("Order", "Refund", "Order"),
          settlement.amount_type = ("ItemPrice", "ItemPrice", "Promotion"),
          settlement.amount_description = "Principal" gives 160
      }

      ## Different orders. An order with several products counts once in each group that has one
      ## of them, and once in the total.
      metric orders = count(distinct order_lines.order_id)[sold]
        else count(distinct erp_order_lines.order_id)[erp_sold] {
        tree: sessions * order_session_rate
        label: "Orders", zh "订单量"
        also: "order count", "number of orders", "Bestellungen"
        doc: zh "不同订单的个数。一单多品的订单在每个相关分组里各算一次，合计里只算一次。"
        section: sales
        unit: count
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Order report: distinct amazon-order-id.",
          zh "订单报告的 amazon-order-id 去重。业务报告给的是订单商品数，不是订单数。"
        trap: "Splitting baskets raises the count; adding orders over SKUs double counts",
          "multi-SKU baskets.", zh "拆单会让订单数上升；把各 SKU 的订单数相加会重复计数。"
        beside: aov, units_per_order
        example: order_lines.order_id = ("111", "111", "112", "113") gives 3
      }

      ## Units ordered.
      metric units = sum(order_lines.units)[sold]
        else sum(erp_order_lines.units)[erp_sold] {
        tree: sessions * order_session_rate * units_per_order else orders * units_per_order
        label: "Units ordered", zh "销量", ja "注文された商品点数", de "Bestellte Einheiten",
          fr "Unités commandées"
        also: "units sold", "Bestellte Einheiten", "Unités commandées"
        doc: zh "订购的件数。"
        section: sales
        unit: count
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Order report quantity; Business Report unitsOrdered.",
          zh "订单报告的 quantity。广告报告只有归因件数；发货按发货日；结算的数量会",
          zh "在同一商品的几行里重复。"
        trap: "Free or Vine units inflate it.", zh "赠品和 Vine 会让它虚高。"
        beside: asp, contribution_margin
        example: order_lines.units = (2, 1, 1, 3) gives 7
      }

      ## Average order value. Never by SKU or ASIN: several of them share an order, and `asp` is
      ## the number to ask for.
      metric aov = gross_sales / orders {
        label: "Average order value", zh "客单价"
        also: "average basket", "Panier moyen"
        doc: zh "平均每单金额。不能按 SKU 或 ASIN 看：一张订单由几个 SKU 共有，应看 `asp`。"
        section: sales
        unit: money
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Order report: item-price over distinct order ids.",
          zh "订单报告：金额除以去重订单数。业务报告是每个订单商品的均值；Shopify 的",
          zh "客单价扣了折扣。"
        benchmark: "Compare with own history.", zh "没有通用标准，和自己的历史比。"
        trap: "Bundles and minimum quantities raise AOV but cut conversion.",
          zh "捆绑和起订量抬高客单价，却压低转化。"
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
        origin: "Order report; Business Report averageSellingPrice = ordered product sales",
          "/ units.", zh "订单报告；业务报告的平均售价等于销售额除以件数。"
        trap: "Mix shift to dear SKUs looks like a price rise.",
          zh "结构偏向贵的 SKU，看起来像涨价。"
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
        origin: "Order report.", zh "订单报告。业务报告除以订单商品数，总是更低或相等。"
        trap: "Reseller bulk orders distort it.", zh "转卖商的大单会扭曲它。"
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
        origin: "Order report item-promotion-discount / item-price.",
          zh "订单报告的 item-promotion-discount。优惠券兑换费是费用，不是折扣。"
        benchmark: "No official one; agree a floor per stage (launch higher).",
          zh "没有官方标准；按阶段约定下限，新品期可以高。"
        trap: "Volume bought with permanent coupons.", zh "靠长期优惠券堆量。"
        beside: contribution_margin, price_realisation
        example: order_lines.item_discount = (5, 0, 15),
          order_lines.item_price = (50, 50, 100) gives 10%
      }

      ## What was taken of what the list price would have brought.
      metric price_realisation = (gmv - sum(order_lines.item_discount)[placed]) /
        sum(order_lines.units * product_list.list_price)[placed] {
        label: "Price realisation", zh "价格实现率"
        also: "net price index", "realised price share"
        doc: zh "实际收到的价格占标价应得金额的比例。"
        section: sales
        unit: percent
        good: high
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Order report net price against the list price table (units x list price in",
          "force on order date); from domain knowledge.",
          zh "订单净价对商品清单中下单当日有效的标价。页面上的划线价不是合同标价。"
        benchmark: "From domain knowledge: 85-95% for mature SKUs.",
          zh "成熟 SKU 85–95%（经验值）。"
        trap: "Raising the list price to flatter the ratio.", zh "抬高标价来美化比率。"
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
        origin: "Settlement Refund/ItemPrice/Principal (sign reversed) or finances refund",
          "events, by refund posted date.",
          zh "结算报告的退款本金（变号）。按下单日归属会改写已关账的月份。"
        trap: "Partial goodwill credits moved outside the refund code.",
          zh "把善意补偿放在退款科目之外。"
        beside: complaint_rate
        example: settlement.amount = (-30, -12.50), settlement.transaction_type = "Refund",
          settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal" gives 42.50
      }

      ## Units refunded over units ordered in the same days: money back, which is not goods back.
      metric refund_rate = sum(traffic_by_day.units_refunded) / sum(traffic_by_day.units_ordered)
        else sum(traffic_by_asin.units_refunded) / sum(traffic_by_asin.units_ordered)
        else sum(erp_performance.refunded_units) / sum(erp_performance.units_ordered) {
        label: "Refund rate (units)", zh "退款率", ja "返金率", de "Erstattungsquote",
          fr "Taux de remboursement"
        also: "units refunded rate", "refundRate", "Erstattungsquote", "Taux de remboursement"
        doc: zh "同期退款件数除以订购件数：退的是钱，不等于退的是货。"
        section: sales
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Sales and Traffic report: unitsRefunded / unitsOrdered (published in",
          "percentage points).",
          zh "业务报告：退款件数 / 订购件数。官方说明文字写反了，示例证明是退款 / 订", zh "购。"
        benchmark: "Walmart US seller-fault refund rate < 6% (official guide); Walmart CA <",
          "13%; Amazon: none.",
          zh "Walmart 美国卖家责任退款率 < 6%（官方指南），加拿大 < 13%；亚马逊没有", zh "标准。"
        trap: "Slow or refused refunds keep it low and turn into claims.",
          zh "拖延或拒绝退款能压低它，随后变成索赔。"
        beside: a_to_z_claim_rate, odr
        threshold: below 6% in "Walmart US" by "seller-fault refunds, 30 or 60 days",
          zh "卖家责任退款，30 天或 60 天",
          below 13% in "Walmart CA" from 2024-10-01 by "30 days", zh "30 天",
          below 1% in "TikTok Shop" by "seller-fault returns and refunds, 60 days",
          zh "卖家责任退货退款，60 天"
        example: traffic_by_day.units_refunded = (1, 0, 0, 0),
          traffic_by_day.units_ordered = (23, 18, 25, 31) gives 1.0309%
      }

      ## Money given back over sales of the same days.
      metric refund_amount_rate = refund_amount / gross_sales {
        label: "Refund rate (value)", zh "退款金额率"
        also: "refund value share"
        doc: zh "同期退款金额除以销售额。"
        section: sales
        unit: percent
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Settlement refunds over order sales of the same period.",
          zh "结算退款对同期订单销售。分子属于更早的订单，增长期偏低，旺季后偏高，可",
          zh "能超过 100%。"
        benchmark: "No official one."
        trap: "Read as a quality signal in peak season.", zh "旺季当成质量信号来读。"
        beside: return_rate_cohort
        example: settlement.amount = (-30, -20), settlement.transaction_type = "Refund",
          settlement.amount_type = "ItemPrice", settlement.amount_description = "Principal",
          order_lines.item_price = (600, 400) gives 5%
      }

      ## Units that came back over units sent in the same days: goods back, which is not money
      ## back.
      metric return_rate = sum(returns.units) / sum(shipments.units) {
        label: "Return rate (period)", zh "退货率"
        also: "customer return rate", "Retourenquote", "Taux de retour"
        doc: zh "同期退回件数除以发出件数：退的是货，不等于退的是钱。"
        section: sales
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "FBA customer returns report quantity by return-date over shipped units;",
          "seller-fulfilled returns report.", zh "FBA 退货报告按退货日，除以发货件数。"
        benchmark: "Category dependent; industry articles quote 5-15% average, apparel far",
          "higher (unverified).", zh "因类目而异；行业文章说平均 5–15%，服装高得多（未核实）。"
        trap: "Return-less refunds hide it.", zh "仅退款不退货会掩盖它。"
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
        origin: "FBA Returns dashboard: units shipped in month m and returned in m, m+1 or",
          "m+2, over units shipped in m.",
          zh "FBA 退货面板的口径。退货按订单号归到它所在的发货月。"
        benchmark: "Amazon US thresholds by category, published range 2.9% (grocery) to 12.8%",
          "(backpacks, handbags, luggage); products shipping < 25 units in the month",
          "exempt; fee applies to returned units above the threshold.",
          zh "亚马逊美国按类目 2.9%（食品）到 12.8%（包袋）；当月发货不足 25 件的免",
          zh "收。2024 年 6 月起。"
        trap: "Comparing an immature cohort with a mature one.", zh "拿没成熟的批次和成熟的比。"
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
        origin: "Order report order-status.",
          zh "订单报告的状态。含买家要求的取消，平台的取消率不含。"
        trap: "Asking buyers to cancel to protect cancellation_rate.",
          zh "让买家自己取消来保护卖家取消率。"
        beside: cancellation_rate
        never_by: sku, asin
        example: order_lines.order_id = ("A", "B", "C", "D"),
          order_lines.order_status = ("Shipped", "Shipped", "Cancelled", "Shipped") gives 25%
      }

      ## Net sales against the period just before.
      metric sales_growth_pop = net_sales / net_sales[previous] - 1 {
        label: "Sales growth, period over period", zh "销售额环比增长率"
        also: "MoM growth", "WoW growth"
        doc: zh "净销售额与上一期相比。"
        section: sales
        unit: percent
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Derived from net_sales.",
          zh "由净销售额算出。两期要等长、数据同样成熟；用 28 天可免去月长的偏差。"
        benchmark: "Industry articles: monthly target achievement >= 95%, quarterly growth",
          "15-20% (unverified).", zh "行业文章：月目标达成 ≥ 95%，每季增长 15–20%（未核实）。"
        trap: "Base period chosen for convenience (after a stock-out or a sales event).",
          zh "基期挑在断货或大促之后。"
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
        origin: "Derived from net_sales.",
          zh "由净销售额算出。活动要和活动比；固定汇率的比较两年都用同一汇率。"
        benchmark: "Industry article: >= 15% (unverified).", zh "行业文章：≥ 15%（未核实）。"
        trap: "Event shift: Prime Day in a different month makes a false jump.",
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
        origin: "Derived from orders.", zh "由订单量算出。"
        benchmark: "Agreed in contract.", zh "按合同约定。"
        trap: "Cheap small orders.", zh "低价小单。"
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
        origin: "Computed: the line over the total of the same filter without the grouping.",
          zh "由净销售额算出；分母受查询条件限制。"
        trap: "Shares shown without the total.", zh "只给占比不给总数。"
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
        origin: "Order report SKUs with at least one unit over active listings",
          "(all-listings report).", zh "订单报告的 SKU 对全部 Listing 报告。"
        benchmark: "From domain knowledge: >= 60% monthly healthy, launch stage >= 30-50%.",
          zh "月度 ≥ 60% 健康，新品期 ≥ 30–50%（经验值）。"
        trap: "Closing listings to shrink the denominator; one token order per SKU.",
          zh "关掉 Listing 来缩小分母；每个 SKU 刷一单。"
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
        origin: "Order report with the stage dimension as of order date.",
          zh "订单报告和商品清单中下单当日的阶段。用今天的阶段看去年会改写历史。"
        benchmark: "Agreed per plan.", zh "没有标准，按计划约定。"
        trap: "Relabelling old SKUs as new.", zh "把老 SKU 改标成新品。"
        beside: moving_sku_share
        example: order_lines.item_price = (150, 850), order_lines.sku = ("N", "O"),
          product_list.sku = ("N", "O"), product_list.stage = ("launch", "mature") gives 15%
      }

      ## How near the frozen forecast came to the units sold, weighted by units.
      metric forecast_accuracy = 1 - sum(abs(forecast.forecast_units - forecast.actual_units)) /
        sum(forecast.actual_units) {
        label: "Forecast accuracy", zh "预测准确率"
        also: "1 - WAPE"
        doc: zh "冻结的预测与实际销量有多接近，按销量加权。"
        section: sales
        unit: percent
        good: high
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "Plan table frozen at the agreed lag against actual units; from domain",
          "knowledge.", zh "按约定提前期冻结的计划表。逐行百分比的均值（MAPE）会被小 SKU 撑爆。"
        benchmark: "From domain knowledge: >= 70% SKU-month, >= 85% category-month.",
          zh "SKU 月度 ≥ 70%，类目月度 ≥ 85%（经验值）。"
        trap: "Editing the forecast after the fact.", zh "事后改预测。"
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
