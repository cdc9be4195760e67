// The metrics that ship, in the language itself: profit and cash.

extension ShippedText {
  static let metricsProfit = ShippedText(
    name: "metrics-profit.kepi",
    text: #"""
      ## Settled sales less what the goods cost.
      metric gross_profit = settled_net_sales - cogs {
        label: "Gross profit", zh "毛利"
        also: "product gross profit"
        doc: zh "结算净销售减商品成本。"
        section: profit
        unit: money
        good: high
        nature: result
        owner: "finance", zh "财务"
        origin: "Settlement sales minus landed COGS.",
          zh "ERP 的毛利润扣了平台费和广告，那是这里的贡献毛利。"
        trap: "Comparing an ERP 毛利 with an accounting gross profit.",
          zh "拿 ERP 毛利和会计毛利比。"
        beside: contribution_profit
        example: settled_net_sales = 1000, settlement.quantity = (3, 1),
          settlement.sku = ("A", "B"), settlement.transaction_type = "Order",
          settlement.amount_type = "ItemPrice", settlement.amount_description = "Principal",
          unit_costs.sku = ("A", "B"), unit_costs.landed_cost = (100, 80) gives 620
      }

      ## Gross profit over settled sales.
      metric gross_margin = gross_profit / settled_net_sales {
        label: "Gross margin", zh "会计毛利率"
        also: "GM%", "gross margin rate", "product margin"
        doc: zh "毛利占结算净销售的比例。"
        section: profit
        unit: percent
        good: high
        nature: result
        owner: "finance", zh "财务"
        origin: "Computed from other metrics.", zh "由毛利算出；合同里要写明是哪种毛利率。"
        benchmark: "Industry articles quote 25-40% on the ERP definition (unverified).",
          zh "行业文章按 ERP 定义 25–40%（未核实）。"
        trap: "Definition shopping.", zh "挑有利的定义。"
        beside: contribution_margin
        example: settled_net_sales = 1000, settlement.quantity = (3, 1),
          settlement.sku = ("A", "B"), settlement.transaction_type = "Order",
          settlement.amount_type = "ItemPrice", settlement.amount_description = "Principal",
          unit_costs.sku = ("A", "B"), unit_costs.landed_cost = (100, 80) gives 62%
      }

      ## What is left of the settled sales after the fees that follow them, the goods and the
      ## ads. Ad spend is that of the ad reports; settled advertising is left out. Amounts
      ## without a SKU stand on a line of their own.
      metric contribution_profit = settled_result - cogs - ad_spend {
        tree: settled_net_sales + shipping_income + giftwrap_income + liquidation_proceeds +
          reimbursements_paid + adjustments + referral_fees + fulfilment_fees + inbound_fees +
          storage_charges + aged_inventory_fees + removal_fees + return_fees + shipping_costs +
          promotion_fees - cogs - ad_spend
        label: "Contribution profit", zh "贡献毛利"
        also: "contribution after ads"
        doc: zh "结算收入扣除变动费用、商品成本和广告后的剩余。广告取广告报告的花费，不",
          zh "取结算广告费。没有 SKU 的金额单独一行。"
        section: profit
        unit: money
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Settlement variable lines + landed COGS + ad report spend.",
          zh "结算的收入、变动费、贷项，减到岸成本和广告花费。"
        trap: "Unallocated fees make SKU profits add up to more than the store's profit.",
          zh "未分摊的费用使各 SKU 利润之和大于店铺利润。"
        beside: net_profit
        example: settlement.amount = (1000, -140, -210, -25, 15),
          settlement.quantity = (38, 0, 0, 0, 0), settlement.sku = "A",
          settlement.transaction_type = "Order",
          settlement.amount_type = ("ItemPrice", "ItemFees", "ItemFees", "other-transaction",
            "FBA Inventory Reimbursement"),
          settlement.amount_description = ("Principal", "Commission", "FBAPerUnitFulfillmentFee",
            "Storage Fee", "WAREHOUSE_LOST"),
          unit_costs.sku = "A", unit_costs.landed_cost = 10, ads_by_type.spend = 100 gives 160
      }

      ## Contribution profit over settled sales.
      metric contribution_margin = contribution_profit / settled_net_sales {
        label: "Contribution margin", zh "贡献毛利率"
        also: "CM%", "post-ad margin"
        doc: zh "贡献毛利占结算净销售的比例。"
        section: profit
        unit: percent
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Computed from other metrics.", zh "由贡献毛利算出。"
        benchmark: "Industry: 18-25% healthy (unverified); by stage (from domain knowledge):",
          "launch may be negative with an agreed cap, growth >= 10%, mature >= 20%.",
          zh "行业：18–25% 健康（未核实）；新品期可为负但有上限，成长期 ≥ 10%，成熟",
          zh "期 ≥ 20%（经验值）。"
        trap: "Starving ads and stock to lift the margin.", zh "砍广告和库存来抬高毛利率。"
        beside: sales_growth_yoy, in_stock_rate
        example: settlement.amount = (1000, -840), settlement.transaction_type = "Order",
          settlement.amount_type = ("ItemPrice", "ItemFees"),
          settlement.amount_description = ("Principal", "Commission"), cogs = 0,
          ad_spend = 0 gives 16%
      }

      ## What is left after the fixed fees of the platform and the company's own overheads.
      metric net_profit = contribution_profit + fixed_fees - overhead_costs {
        label: "Net profit", zh "净利润"
        also: "net income"
        doc: zh "再扣平台固定费和公司间接费用后的剩余。"
        section: profit
        unit: money
        good: high
        nature: result
        owner: "finance", zh "财务"
        origin: "Contribution minus subscriptions, payroll, rent, software, service",
          "provider, compliance, write-offs, exchange differences.",
          zh "贡献毛利减月租、人工、房租、软件、服务商、合规等。账务上还有计提、税和", zh "汇兑。"
        trap: "Cash receipts mistaken for profit.", zh "把回款当利润。"
        beside: cash_conversion_cycle
        example: contribution_profit = 160, settlement.amount = -39.99,
          settlement.amount_description = "Subscription Fee",
          overheads.overhead = (60.01, 20) gives 40
      }

      ## Net profit over settled sales.
      metric net_margin = net_profit / settled_net_sales {
        label: "Net margin", zh "净利率"
        also: "net profit margin"
        doc: zh "净利润占结算净销售的比例。"
        section: profit
        unit: percent
        good: high
        nature: result
        owner: "finance", zh "财务"
        origin: "Computed from other metrics.", zh "由净利润算出。"
        benchmark: "From domain knowledge 5-15%.", zh "5–15%（经验值）。"
        trap: "Only result, no driver.", zh "只有结果，没有驱动因素。"
        beside: contribution_margin
        example: settlement.amount = (1000, -960), settlement.transaction_type = "Order",
          settlement.amount_type = ("ItemPrice", "ItemFees"),
          settlement.amount_description = ("Principal", "Commission"), cogs = 0, ad_spend = 0,
          overheads.overhead = 0 gives 4%
      }

      ## Contribution profit of each unit that stayed sold.
      metric profit_per_unit = contribution_profit / goods_units {
        label: "Contribution profit per unit", zh "单件利润"
        also: "unit profit", "profit per unit"
        doc: zh "每件净售出商品的贡献毛利。"
        section: profit
        unit: money
        good: high
        nature: result
        owner: "listing operator", zh "Listing运营"
        origin: "Contribution over net units (shipped minus returned to sellable).",
          zh "贡献毛利除以净件数（售出减退回可售）。"
        benchmark: "> 0; price-dependent.", zh "> 0，取决于售价。"
        trap: "Only paper calculation kept.", zh "只留纸面测算。"
        beside: contribution_margin
        example: contribution_profit = 160, settlement.quantity = (50, 16),
          settlement.transaction_type = "Order", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal", returns.units = 2,
          returns.disposition = "SELLABLE" gives 2.5
      }

      ## What returns cost beside the money given back, over settled sales.
      metric return_loss_ratio = sum(return_cases.return_loss) / settled_net_sales {
        label: "Return loss ratio", zh "退货损失占比"
        also: "total cost of returns"
        doc: zh "退货除退款外的损失占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Per returned unit: kept commission + outbound fee not refunded + return",
          "processing + unsellable landed cost.",
          zh "每件退货：未退的佣金、配送费、处理费、不可售成本。"
        benchmark: "From domain knowledge 1-5%.", zh "1–5%（经验值）。"
        trap: "Only the refund is looked at.", zh "只看退款。"
        beside: return_rate
        example: settled_net_sales = 1000, return_cases.return_loss = (8, 12) gives 2%
      }

      ## Costs of the house over settled sales.
      metric overhead_ratio = overhead_costs / settled_net_sales {
        label: "Operating overhead ratio", zh "运营费用率"
        also: "opex ratio", "labour and office share"
        doc: zh "间接费用占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Overheads table by cost type (payroll, software, rent, agency).",
          zh "间接费用表；分摊规则要事先固定。"
        benchmark: "From domain knowledge 5-10%.", zh "5–10%（经验值）。"
        trap: "Under-staffing.", zh "人手不足。"
        beside: response_within_24h_rate
        example: settled_net_sales = 1000, overheads.overhead = (60, 20) gives 8%
      }

      ## Costs of registrations, tax agents and certificates, over settled sales.
      metric compliance_cost_ratio = overhead_costs[cost_type = "compliance"] / settled_net_sales {
        label: "Compliance cost ratio", zh "合规成本占比"
        also: "EPR / VAT agent / certification share"
        doc: zh "注册、税务代理、认证等合规成本占结算净销售的比例。"
        section: profit
        unit: percent
        good: neutral
        nature: result
        owner: "finance", zh "财务"
        origin: "Overheads: packaging and waste duties (EPR), VAT filing agent, authorised representative, certification",
          "(FDA, FCC, CE), state tax filing.",
          zh "间接费用中的生产者责任（EPR）、VAT 申报、授权代表、认证。一次性费用应按有效期分摊。"
        trap: "Skipping compliance to look cheap.", zh "省合规显得便宜。"
        beside: policy_violations
        example: settled_net_sales = 1000, overheads.overhead = (6, 4),
          overheads.cost_type = "compliance" gives 1%
      }

      ## Gross profit over the mean stock at cost.
      metric gmroi = gross_profit / mean_of_days(sum(inventory.on_hand_units * unit_costs.landed_cost)) {
        label: "Gross margin return on inventory", zh "库存毛利回报率"
        doc: zh "毛利除以平均库存成本。"
        section: profit
        unit: number
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Gross profit of the period over average inventory at landed cost;",
          "for a year times 365 over the days of the period.", zh "当期毛利对日均库存；按年可乘 365 / 天数。"
        benchmark: "From domain knowledge > 2 per year.", zh "每年 > 2（经验值）。"
        trap: "Starving stock.", zh "饿库存。"
        beside: in_stock_rate
        example: gross_profit = 620, inventory.on_hand_units = (30, 32, 31),
          inventory.day = (2026-06-01, 2026-06-02, 2026-06-03), inventory.sku = "A",
          unit_costs.sku = "A", unit_costs.landed_cost = 10 gives 2
      }

      ## Contribution profit over what the goods cost.
      metric product_roi = contribution_profit / cogs {
        label: "Return on product cost", zh "成本回报率"
        also: "product ROI", "cost ROI"
        doc: zh "贡献毛利除以商品成本。"
        section: profit
        unit: percent
        good: high
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Contribution over landed COGS (ERP roi).",
          zh "ERP 的 ROI。合同里的 ROI 也可能指 ROAS 或 GMV / 费用，要写明。"
        benchmark: "From domain knowledge > 30%.", zh "> 30%（经验值）。"
        trap: "Ambiguous word.", zh "词义含糊。"
        beside: contribution_margin
        example: contribution_profit = 160, settlement.quantity = 38, settlement.sku = "A",
          settlement.transaction_type = "Order", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal", unit_costs.sku = "A",
          unit_costs.landed_cost = 10 gives 42.1053%
      }

      ## How many days of sales the platform still holds.
      metric days_sales_outstanding = closing(sum(receivables.platform_balance), receivables.store) / settled_net_sales * days() {
        label: "Payout lag", zh "回款天数"
        also: "days to payout"
        doc: zh "平台还压着多少天的销售款。"
        section: profit
        unit: days
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Unpaid balance (deferred + reserve + available) over daily settled sales.",
          zh "未付余额除以日均结算销售。妥投后预留约 7 天加 14 天结算周期。"
        benchmark: "From domain knowledge 14-21 days.", zh "14–21 天（经验值）。"
        trap: "Growth looks profitable while cash is locked.", zh "增长看着赚钱，现金却被锁住。"
        beside: cash_conversion_cycle
        example: receivables.platform_balance = 500, receivables.day = 2026-06-30,
          settled_net_sales = 1000, month = 2026-06 gives 15
      }

      ## How many days of purchases are still unpaid.
      metric days_payable_outstanding = closing(sum(payables.payable), payables.supplier) / sum(purchases.purchase_amount) * days() {
        label: "Supplier payment days", zh "应付账款天数"
        doc: zh "还欠供应商多少天的采购款。"
        section: profit
        unit: days
        good: high
        nature: result
        owner: "finance", zh "财务"
        origin: "Accounts payable over purchases; from domain knowledge.",
          zh "应付账款对采购；预付定金会使它为负。"
        benchmark: "By contract.", zh "按合同。"
        trap: "Supplier squeeze.", zh "压榨供应商。"
        beside: restock_on_time_rate
        example: payables.payable = 400, payables.day = 2026-06-30,
          purchases.purchase_amount = 600, purchases.day = 2026-06-30, month = 2026-06 gives 20
      }

      ## Days from paying for goods to being paid for them.
      metric cash_conversion_cycle = inventory_turnover_days + days_sales_outstanding - days_payable_outstanding {
        label: "Cash conversion cycle", zh "现金转换周期"
        doc: zh "从付货款到收回款的天数。"
        section: profit
        unit: days
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Computed from other metrics.", zh "库存天数加回款天数减账期。下单就付款时要含生产和海运。"
        benchmark: "From domain knowledge 60-120 days.", zh "60–120 天（经验值）。"
        trap: "Improved by running out of stock.", zh "靠断货来改善。"
        beside: in_stock_rate
        example: settlement.amount = 1000, settlement.quantity = 1, settlement.sku = "A",
          settlement.day = 2026-06-30, settlement.transaction_type = "Order",
          settlement.amount_type = "ItemPrice", settlement.amount_description = "Principal",
          unit_costs.sku = "A", unit_costs.landed_cost = 10, inventory.on_hand_units = 2,
          inventory.sku = "A", inventory.day = 2026-06-30, receivables.platform_balance = 500,
          receivables.day = 2026-06-30, payables.payable = 400, payables.day = 2026-06-30,
          purchases.purchase_amount = 600, purchases.day = 2026-06-30, month = 2026-06 gives 55
      }

      ## What the platform holds back, at the end of the period.
      metric deferred_balance = closing(sum(receivables.deferred_amount), receivables.store) {
        label: "Deferred balance", zh "延期未结余额"
        also: "deferred transactions", "reserve"
        doc: zh "期末平台预留未放的金额。"
        section: profit
        unit: money
        good: neutral
        nature: result
        owner: "finance", zh "财务"
        origin: "Payments dashboard deferred transactions / ReserveDebit and ReserveCredit",
          "lines.", zh "付款页的延期交易。余额：折算后可跨店铺相加，不能跨天。"
        trap: "Added over days in a trend total.", zh "在趋势合计里把各天相加。"
        beside: days_sales_outstanding
        example: receivables.deferred_amount = (800, 900, 500),
          receivables.day = (2026-06-01, 2026-06-02, 2026-06-03) gives 500
      }

      ## Net sales for each full-time place.
      metric sales_per_head = net_sales / mean_of_days(sum(headcount.fte)) {
        label: "Sales per head", zh "人效"
        also: "revenue per employee"
        doc: zh "每个全职岗位的净销售额。"
        section: profit
        unit: money
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Net sales over average full-time equivalents.",
          zh "净销售除以平均全职当量；共用人员要分摊。"
        trap: "Burn-out; outsourcing hides heads.", zh "透支团队；外包藏人。"
        beside: overhead_ratio
        example: net_sales = 90000, headcount.fte = (9, 10, 11),
          headcount.day = (2026-06-01, 2026-06-02, 2026-06-03) gives 9000
      }
      """#)
}
