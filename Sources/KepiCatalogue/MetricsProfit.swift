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
        origin: "Settled net sales less landed cost of goods. An ERP's gross profit also takes",
          "fees and ads off: that is contribution_profit here.",
          zh "结算净销售减到岸成本。ERP 的毛利润还扣了平台费和广告，那是这里的贡献毛利。"
        trap: "An ERP's gross profit and an accountant's are different numbers: never compare",
          "them.",
          zh "ERP 毛利和会计毛利是两个数，不能拿来比。"
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
        origin: "From gross_profit; a contract has to say which margin it means.",
          zh "由毛利算出；合同里要写明是哪种毛利率。"
        benchmark: "Industry articles: 25-40%, but by the ERP's definition, which takes fees and",
          "ads off (unverified).",
          zh "行业文章：25–40%，但按 ERP 定义（已扣平台费和广告）（未核实）。"
        trap: "Choosing the definition that looks best makes values incomparable.",
          zh "挑对自己有利的定义，数值就没法比了。"
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
        origin: "Settlements (by posting day), landed costs and ad reports. Units without a known",
          "cost are counted as costing nothing, and a note says how many: the profit then looks",
          "too high.",
          zh "结算报告（按入账日）、到岸成本和广告报告。没有成本的件数按不花钱算，会有提示说明多少",
          zh "件：这时利润偏高。"
        trap: "Fees without a SKU are in no SKU's profit, so SKUs add up to more than the store.",
          zh "没有 SKU 的费用不在任何 SKU 的利润里，各 SKU 之和会大于店铺利润。"
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
        origin: "From contribution_profit.", zh "由贡献毛利算出。"
        benchmark: "Industry: 18-25% is healthy (unverified). Rule of thumb by stage: launch may",
          "be negative within a limit, growth at least 10%, mature 20%.",
          zh "行业：18–25% 健康（未核实）。按阶段（经验值）：新品期可为负但有上限，成长期 ≥ 10%，",
          zh "成熟期 ≥ 20%。"
        trap: "Cutting ads and stock lifts the margin now and costs sales later.",
          zh "砍广告和库存能抬高当下的毛利率，之后会丢销售。"
        beside: sales_growth_yoy, in_stock_rate
        example: settlement.amount = (1000, -840), settlement.transaction_type = "Order",
          settlement.amount_type = ("ItemPrice", "ItemFees"),
          settlement.amount_description = ("Principal", "Commission"), cogs = 0,
          ad_spend = 0 gives 16%
      }

      ## Contribution profit less the platform's fixed fees and the company's own overheads. Fixed
      ## fees stand negative in the settlement, so they are added. Ad charges of the settlement
      ## are left out: the ad reports' spend is subtracted instead. Not by SKU, as overheads
      ## belong to none.
      metric net_profit = contribution_profit + fixed_fees - overhead_costs {
        label: "Net profit", zh "净利润"
        also: "net income"
        doc: zh "贡献毛利再扣平台固定费和公司间接费用。固定费在结算中为负数，所以是加。结算中的广告费",
          zh "不算，改减广告报告的花费。间接费用不属于某个 SKU，所以不能按 SKU 看。"
        section: profit
        unit: money
        good: high
        nature: result
        owner: "finance", zh "财务"
        origin: "Settlements (by posting day), landed costs, ad reports, overheads table. Units",
          "without a cost count as free: profit looks too high. Income tax and write-offs only if",
          "the overheads have them. Which lines count as what: settlement_amount by pnl_class,",
          "fee_group.",
          zh "结算报告（按入账日）、到岸成本、广告报告、间接费用表。没有成本的件数按不花钱算，利润",
          zh "会偏高。所得税和核销只有写进间接费用表才算。各行归哪类：settlement_amount by ",
          zh "pnl_class, fee_group。"
        trap: "Money paid out by the platform is not profit: costs come at other times.",
          zh "回款不是利润：成本发生在别的时间。"
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
        origin: "From net_profit.", zh "由净利润算出。"
        benchmark: "Rule of thumb: 5-15%.", zh "5–15%（经验值）。"
        trap: "It says that something changed, not what: read the lines of profit_statement.",
          zh "只知道变了，不知道为什么：要看 profit_statement 的各行。"
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
        origin: "Contribution profit over units sold less units returned fit for sale.",
          zh "贡献毛利除以净件数（售出减退回可售）。"
        benchmark: "Above 0; depends on the price.", zh "大于 0，取决于售价。"
        trap: "A plan on paper forgets returns, storage and ads: compare it with this.",
          zh "纸面测算会漏掉退货、仓储和广告：要拿它来核对。"
        beside: contribution_margin
        example: contribution_profit = 160, settlement.quantity = (50, 16),
          settlement.transaction_type = "Order", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal", returns.units = 2,
          returns.disposition = "SELLABLE" gives 2.5
      }

      ## What returns cost beside the money refunded, over settled sales.
      metric return_loss_ratio = sum(return_cases.return_loss) / settled_net_sales {
        label: "Return loss ratio", zh "退货损失占比"
        also: "total cost of returns"
        doc: zh "退货除退款外的损失占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Your table of return cases: commission kept, delivery not refunded, processing,",
          "goods no longer fit for sale. The refund itself is already in net sales.",
          zh "退货案件表：未退的佣金、配送费、处理费、不可售成本。退款本身已在净销售里扣掉。"
        benchmark: "Rule of thumb: 1-5%.", zh "1–5%（经验值）。"
        trap: "Looking at refunds alone misses what the goods and the handling cost.",
          zh "只看退款，会漏掉货损和处理成本。"
        beside: return_rate
        example: settled_net_sales = 1000, return_cases.return_loss = (8, 12) gives 2%
      }

      ## The company's own overheads over settled sales.
      metric overhead_ratio = overhead_costs / settled_net_sales {
        label: "Operating overhead ratio", zh "运营费用率"
        also: "opex ratio", "labour and office share"
        doc: zh "公司间接费用占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Overheads table (payroll, software, rent, agencies); how they are split has to be",
          "fixed beforehand.",
          zh "间接费用表（人工、软件、房租、服务商）；分摊规则要事先固定。"
        benchmark: "Rule of thumb: 5-10%.", zh "5–10%（经验值）。"
        trap: "Too few people lower it, and service gets worse.",
          zh "人手太少能压低它，服务却变差。"
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
        origin: "Overheads of the type compliance: packaging and waste duties (EPR), VAT filing,",
          "authorised representatives, certificates. Spread a one-time fee over the years it",
          "holds.",
          zh "间接费用中的合规类：生产者责任（EPR）、VAT 申报、授权代表、认证。一次性费用应按有效",
          zh "期分摊。"
        trap: "Skipping compliance looks cheap until listings are blocked.",
          zh "省掉合规显得便宜，直到 Listing 被下架。"
        beside: policy_violations
        example: settled_net_sales = 1000, overheads.overhead = (6, 4),
          overheads.cost_type = "compliance" gives 1%
      }

      ## Gross profit over the mean stock at cost (2 = 2 of profit for 1 in stock).
      metric gmroi = gross_profit / mean_of_days(sum(inventory.on_hand_units * unit_costs.landed_cost)) {
        label: "Gross margin return on inventory", zh "库存毛利回报率"
        doc: zh "毛利除以平均库存成本（2 表示 1 元库存赚 2 元毛利）。"
        section: profit
        unit: number
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Gross profit of the period over the mean of the days' stock; for a year multiply",
          "by 365 / days.",
          zh "当期毛利对日均库存；按年可乘 365 / 天数。"
        benchmark: "Rule of thumb: above 2 a year.", zh "每年 > 2（经验值）。"
        trap: "Hardly any stock raises it and leads to stock-outs.",
          zh "库存压得太低能抬高它，却会断货。"
        beside: in_stock_rate
        example: gross_profit = 620, inventory.on_hand_units = (30, 32, 31),
          inventory.day = (2026-06-01, 2026-06-02, 2026-06-03), inventory.sku = "A",
          unit_costs.sku = "A", unit_costs.landed_cost = 10 gives 2
      }

      ## Contribution profit over what the goods cost: what each 1 of goods brought.
      metric product_roi = contribution_profit / cogs {
        label: "Return on product cost", zh "成本回报率"
        also: "product ROI", "cost ROI"
        doc: zh "贡献毛利除以商品成本：每 1 元货款赚多少。"
        section: profit
        unit: percent
        good: high
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Contribution profit over landed cost of goods. In contracts ROI may also mean",
          "roas, or GMV over fees: write down which.",
          zh "贡献毛利 / 到岸成本。合同里的 ROI 也可能指 roas 或 GMV / 费用，要写明。"
        benchmark: "Rule of thumb: above 30%.", zh "> 30%（经验值）。"
        trap: "ROI means several things: two people may speak of different numbers.",
          zh "ROI 有几种意思：两个人说的可能不是同一个数。"
        beside: contribution_margin
        example: contribution_profit = 160, settlement.quantity = 38, settlement.sku = "A",
          settlement.transaction_type = "Order", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal", unit_costs.sku = "A",
          unit_costs.landed_cost = 10 gives 42.1053%
      }

      ## How many days of sales the platform still holds at the end of the period.
      metric days_sales_outstanding = closing(sum(receivables.platform_balance), receivables.store) / settled_net_sales * days() {
        label: "Payout lag", zh "回款天数"
        also: "days to payout"
        doc: zh "期末平台还压着多少天的销售款。"
        section: profit
        unit: days
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Balance at the platform over settled sales of a day. A reserve of about 7 days",
          "after delivery and payouts every 14 days are usual.",
          zh "未付余额 / 日均结算销售。妥投后预留约 7 天，加 14 天结算周期。"
        benchmark: "Rule of thumb: 14-21 days.", zh "14–21 天（经验值）。"
        trap: "Fast growth looks profitable while the cash is still held back.",
          zh "快速增长看着赚钱，现金却还被压着。"
        beside: cash_conversion_cycle
        example: receivables.platform_balance = 500, receivables.day = 2026-06-30,
          settled_net_sales = 1000, month = 2026-06 gives 15
      }

      ## How many days of purchases are still unpaid at the end of the period.
      metric days_payable_outstanding = closing(sum(payables.payable), payables.supplier) / sum(purchases.purchase_amount) * days() {
        label: "Supplier payment days", zh "应付账款天数"
        doc: zh "期末还欠供应商多少天的采购款。"
        section: profit
        unit: days
        good: high
        nature: result
        owner: "finance", zh "财务"
        origin: "Your payables and purchases tables. Deposits paid beforehand can make it",
          "negative.",
          zh "应付账款表和采购表；预付定金会使它为负。"
        benchmark: "By contract.", zh "按合同。"
        trap: "Paying ever later strains the suppliers, who deliver late or dearer.",
          zh "一再拖欠会得罪供应商，交货变晚或涨价。"
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
        origin: "inventory_turnover_days + days_sales_outstanding - days_payable_outstanding.",
          "Goods paid with the order also take the time of production and shipping.",
          zh "库存周转天数 + 回款天数 − 应付账款天数。下单就付款时要含生产和海运。"
        benchmark: "Rule of thumb: 60-120 days.", zh "60–120 天（经验值）。"
        trap: "Running out of stock improves it: read in_stock_rate beside it.",
          zh "断货也能让它变好：要和 in_stock_rate 一起看。"
        beside: in_stock_rate
        example: settlement.amount = 1000, settlement.quantity = 1, settlement.sku = "A",
          settlement.day = 2026-06-30, settlement.transaction_type = "Order",
          settlement.amount_type = "ItemPrice", settlement.amount_description = "Principal",
          unit_costs.sku = "A", unit_costs.landed_cost = 10, inventory.on_hand_units = 2,
          inventory.sku = "A", inventory.day = 2026-06-30, receivables.platform_balance = 500,
          receivables.day = 2026-06-30, payables.payable = 400, payables.day = 2026-06-30,
          purchases.purchase_amount = 600, purchases.day = 2026-06-30, month = 2026-06 gives 55
      }

      ## What the platform holds back on the last day of the period.
      metric deferred_balance = closing(sum(receivables.deferred_amount), receivables.store) {
        label: "Deferred balance", zh "延期未结余额"
        also: "deferred transactions", "reserve"
        doc: zh "期末平台预留未放的金额。"
        section: profit
        unit: money
        good: neutral
        nature: result
        owner: "finance", zh "财务"
        origin: "Balances of the payments page; added over stores, never over days.",
          zh "付款页的延期交易；可跨店铺相加，不能跨天。"
        trap: "Adding the balance of several days counts the same money every day.",
          zh "把各天的余额相加，同一笔钱每天都算了一次。"
        beside: days_sales_outstanding
        example: receivables.deferred_amount = (800, 900, 500),
          receivables.day = (2026-06-01, 2026-06-02, 2026-06-03) gives 500
      }

      ## Net sales for each full-time person, over the mean of the days.
      metric sales_per_head = net_sales / mean_of_days(sum(headcount.fte)) {
        label: "Sales per head", zh "人效"
        also: "revenue per employee"
        doc: zh "每个全职岗位的净销售额，人数取日均。"
        section: profit
        unit: money
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "net_sales and your headcount table; people shared with others count in part.",
          zh "净销售额和人员表；共用人员要分摊。"
        trap: "Overworked people or work given outside raise it without more success.",
          zh "透支团队或外包都能抬高它，并不代表更好。"
        beside: overhead_ratio
        example: net_sales = 90000, headcount.fte = (9, 10, 11),
          headcount.day = (2026-06-01, 2026-06-02, 2026-06-03) gives 9000
      }
      """#)
}
