// The metrics that ship, in the language itself: the lines of a settlement, and the statement they make.

extension ShippedText {
  static let metricsProfitLines = ShippedText(
    name: "metrics-profit-lines.kepi",
    text: #"""
      ## Everything that the platform posted: sales, refunds, fees and payouts. What it charges is
      ## negative.
      metric settlement_amount = sum(settlement.amount) else sum(transactions.amount) {
        label: "Settlement amount", zh "结算金额"
        doc: zh "平台入账的全部金额：销售、退款、费用、打款；扣款为负。"
        section: profit
      }

      ## What buyers paid for products, as it was settled.
      metric product_sales = sum(settlement.amount)[fee_group = "product_sales"]
        else sum(transactions.amount)[fee_group = "product_sales"] {
        label: "Product sales", zh "商品销售"
        doc: zh "已结算的商品货款。"
        section: profit
      }

      ## What buyers got back for products: negative.
      metric product_refunds = sum(settlement.amount)[fee_group = "product_refund"]
        else sum(transactions.amount)[fee_group = "product_refund"] {
        label: "Product refunds", zh "商品退款"
        doc: zh "退给买家的商品款，为负。"
        section: profit
      }

      ## Discounts that were settled: negative.
      metric promo_rebates = sum(settlement.amount)[fee_group = "promo_rebate"]
        else sum(transactions.amount)[fee_group = "promo_rebate"] {
        label: "Promotion rebates", zh "促销返点"
        doc: zh "已结算的促销折扣，为负。"
        section: profit
      }

      ## What buyers paid for shipping.
      metric shipping_income = sum(settlement.amount)[fee_group = "shipping_income"]
        else sum(transactions.amount)[fee_group = "shipping_income"] {
        label: "Shipping income", zh "运费收入"
        doc: zh "买家付的运费。"
        section: profit
      }

      ## What buyers paid for gift wrap.
      metric giftwrap_income = sum(settlement.amount)[fee_group = "giftwrap_income"]
        else sum(transactions.amount)[fee_group = "giftwrap_income"] {
        label: "Gift wrap income", zh "礼品包装收入"
        doc: zh "买家付的礼品包装费。"
        section: profit
      }

      ## What liquidated stock brought.
      metric liquidation_proceeds = sum(settlement.amount)[fee_group = "liquidation"]
        else sum(transactions.amount)[fee_group = "liquidation"] {
        label: "Liquidations", zh "清算收入"
        doc: zh "清算库存所得。"
        section: profit
      }

      ## What the platform paid for lost and damaged goods, less what it took back.
      metric reimbursements_paid = sum(settlement.amount)[fee_group = "reimbursement"]
        else sum(transactions.amount)[fee_group = "reimbursement"] {
        label: "Reimbursements", zh "赔偿"
        doc: zh "平台对丢失损坏的赔偿，减去追回。"
        section: profit
      }

      ## Commissions and closing fees: negative.
      metric referral_fees = sum(settlement.amount)[fee_group = "referral"]
        else sum(transactions.amount)[fee_group = "referral"] {
        label: "Referral fees", zh "销售佣金"
        doc: zh "佣金和成交费，为负。"
        section: profit
      }

      ## Fees for picking, packing and sending: negative.
      metric fulfilment_fees = sum(settlement.amount)[fee_group = "fba_fulfilment"]
        else sum(transactions.amount)[fee_group = "fba_fulfilment"] {
        label: "Fulfilment fees", zh "配送费"
        doc: zh "拣货、包装、配送费，为负。"
        section: profit
      }

      ## Fees for goods on their way in: negative.
      metric inbound_fees = sum(settlement.amount)[fee_group = "fba_inbound"]
        else sum(transactions.amount)[fee_group = "fba_inbound"] {
        label: "Inbound fees", zh "入库费"
        doc: zh "货物入库的费用，为负。"
        section: profit
      }

      ## Monthly storage: negative.
      metric storage_charges = sum(settlement.amount)[fee_group = "storage"]
        else sum(transactions.amount)[fee_group = "storage"] {
        label: "Storage fees", zh "仓储费"
        doc: zh "月度仓储费，为负。"
        section: profit
      }

      ## Surcharges on old stock: negative.
      metric aged_inventory_fees = sum(settlement.amount)[fee_group = "aged_inventory"]
        else sum(transactions.amount)[fee_group = "aged_inventory"] {
        label: "Aged inventory fees", zh "库龄附加费"
        doc: zh "长期库存附加费，为负。"
        section: profit
      }

      ## Fees for removals and disposals: negative.
      metric removal_fees = sum(settlement.amount)[fee_group = "removal"]
        else sum(transactions.amount)[fee_group = "removal"] {
        label: "Removal fees", zh "移除费"
        doc: zh "移除和弃置费，为负。"
        section: profit
      }

      ## Fees for goods that come back: negative.
      metric return_fees = sum(settlement.amount)[fee_group = "return_processing"]
        else sum(transactions.amount)[fee_group = "return_processing"] {
        label: "Return processing fees", zh "退货处理费"
        doc: zh "退货处理费，为负。"
        section: profit
      }

      ## Labels bought of the platform: negative.
      metric shipping_costs = sum(settlement.amount)[fee_group = "shipping_cost"]
        else sum(transactions.amount)[fee_group = "shipping_cost"] {
        label: "Shipping labels", zh "运费支出"
        doc: zh "在平台购买的面单，为负。"
        section: profit
      }

      ## Fees for deals, coupons and reviews: negative.
      metric promotion_fees = sum(settlement.amount)[fee_group = "promotion_fee"]
        else sum(transactions.amount)[fee_group = "promotion_fee"] {
        label: "Promotion fees", zh "促销服务费"
        doc: zh "秒杀、优惠券、评论计划的费用，为负。"
        section: profit
      }

      ## What the platform charged for ads. Profit takes ad spend instead, and never both.
      metric settled_ad_fees = sum(settlement.amount)[fee_group = "advertising"]
        else sum(transactions.amount)[fee_group = "advertising"] {
        label: "Settled advertising", zh "结算广告费"
        doc: zh "平台扣的广告费。利润用广告报告的花费，绝不两个都算。"
        section: profit
      }

      ## The fee of the account: negative.
      metric subscription_fees = sum(settlement.amount)[fee_group = "subscription"]
        else sum(transactions.amount)[fee_group = "subscription"] {
        label: "Subscription", zh "订阅费"
        doc: zh "账户月租，为负。"
        section: profit
      }

      ## Fees of no other sort: negative.
      metric other_fees = sum(settlement.amount)[fee_group = "other_fee"]
        else sum(transactions.amount)[fee_group = "other_fee"] {
        label: "Other fees", zh "其他费用"
        doc: zh "其他各类费用，为负。"
        section: profit
      }

      ## Corrections that fall under no other line: look at each.
      metric adjustments = sum(settlement.amount)[fee_group = "adjustment"]
        else sum(transactions.amount)[fee_group = "adjustment"] {
        label: "Adjustments", zh "调整"
        doc: zh "不属于其他各行的更正，要逐条看。"
        section: profit
      }

      ## Revenue, fees that follow the sales (negative) and credits, without ads, fixed fees,
      ## taxes and payouts.
      metric settled_result = sum(settlement.amount)[pnl_class in ("revenue", "variable_fee", "credit")]
        else sum(transactions.amount)[pnl_class in ("revenue", "variable_fee", "credit")] {
        label: "Settled result", zh "结算经营结果"
        doc: zh "收入、随销售变动的费用（为负）和贷项之和，不含广告、固定费、税和资金往来。"
        section: profit
      }

      ## All fees that follow the sales: negative.
      metric variable_fees = sum(settlement.amount)[pnl_class = "variable_fee"]
        else sum(transactions.amount)[pnl_class = "variable_fee"] {
        label: "Variable fees", zh "变动费用"
        doc: zh "随销售变动的全部费用，为负。"
        section: profit
      }

      ## Subscription and other fees that do not follow the sales: negative.
      metric fixed_fees = sum(settlement.amount)[pnl_class = "fixed_fee"]
        else sum(transactions.amount)[pnl_class = "fixed_fee"] {
        label: "Fixed fees", zh "固定费用"
        doc: zh "月租等不随销售变动的费用，为负。"
        section: profit
      }

      ## Units whose cost is counted: sold by the settlement, less those that came back fit for sale.
      metric goods_units = sum(settlement.quantity)[fee_group = "product_sales"] -
        sum(returns.units)[disposition = "SELLABLE"]
        else sum(settlement.quantity)[fee_group = "product_sales"]
        else sum(transactions.quantity)[fee_group = "product_sales"] -
        sum(returns.units)[disposition = "SELLABLE"]
        else sum(transactions.quantity)[fee_group = "product_sales"] {
        label: "Units costed", zh "计成本件数"
        doc: zh "计成本的件数：结算售出减去退回可售。"
        section: profit
        good: high
      }

      ## Freight of the units sold, at the cost in force on the day.
      metric freight_costs = sum(settlement.quantity * unit_costs.freight_cost)[fee_group = "product_sales"] -
        sum(returns.units * unit_costs.freight_cost)[disposition = "SELLABLE"]
        else sum(settlement.quantity * unit_costs.freight_cost)[fee_group = "product_sales"]
        else sum(transactions.quantity * unit_costs.freight_cost)[fee_group = "product_sales"] -
        sum(returns.units * unit_costs.freight_cost)[disposition = "SELLABLE"]
        else sum(transactions.quantity * unit_costs.freight_cost)[fee_group = "product_sales"] {
        label: "First-leg freight", zh "头程运费"
        doc: zh "售出商品的头程运费，按当日有效成本。"
        section: profit
        good: low
      }

      ## Duty of the units sold, at the cost in force on the day.
      metric duty_costs = sum(settlement.quantity * unit_costs.duty_cost)[fee_group = "product_sales"] -
        sum(returns.units * unit_costs.duty_cost)[disposition = "SELLABLE"]
        else sum(settlement.quantity * unit_costs.duty_cost)[fee_group = "product_sales"]
        else sum(transactions.quantity * unit_costs.duty_cost)[fee_group = "product_sales"] -
        sum(returns.units * unit_costs.duty_cost)[disposition = "SELLABLE"]
        else sum(transactions.quantity * unit_costs.duty_cost)[fee_group = "product_sales"] {
        label: "Duty", zh "关税"
        doc: zh "售出商品的关税，按当日有效成本。"
        section: profit
        good: low
      }

      ## The company's own overheads (payroll, rent, software …), as a positive number.
      metric overhead_costs = sum(overheads.overhead) {
        label: "Overheads", zh "间接费用"
        doc: zh "公司的间接费用（人工、房租、软件等），写成正数。"
        section: profit
        good: low
      }

      ## The result of a period from sales to profit, a line each; ad spend stands once.
      report profit_statement = product_sales, product_refunds, promo_rebates, settled_net_sales,
        shipping_income, giftwrap_income, liquidation_proceeds, reimbursements_paid, adjustments,
        referral_fees, fulfilment_fees, inbound_fees, storage_charges, aged_inventory_fees,
        removal_fees, return_fees, shipping_costs, promotion_fees, cogs, ad_spend,
        contribution_profit, fixed_fees, overhead_costs, net_profit
        by store, currency
      """#)
}
