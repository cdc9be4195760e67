// Tables of one's own: products, costs, plans and money, by their headers.

extension ShippedText {
  static let ownFinance = ShippedText(
    name: "own-finance.kepi",
    text: #"""
      ## What is known of each SKU, and from when to when: category, brand, who answers for it,
      ## its stage of life (launch, growth, mature, clearance), its list price and the volume of a
      ## unit. Every source with a SKU finds its row here, by the day of its own row.
      kind own_product_list {
        label: "Product list", zh "商品清单"
        platform: "own"
        source: product_list
        column sku: text from "sku", "SKU"
        column product: text from "product", "商品名称"
        column category: text from "category", "类目"
        column brand: text from "brand", "品牌"
        column owner: text from "owner", "负责人"
        column stage: text from "stage", "阶段"
        column currency: currency from "currency", "币种"
        column list_price: money in currency from "list_price", "标价"
        column unit_volume: number from "unit_volume", "单件体积"
        column valid_from: day from "valid_from", "生效日期"
        column valid_before: day from "valid_before", "失效日期"
        needs: sku, category, stage
        replaces: rows by sku, valid_from
        lookup: sku
        valid: valid_from before valid_before
      }

      ## What a unit costs until it lies in the warehouse, and from when to when: the whole in
      ## `landed_cost`, its parts beside it. Every source with a SKU finds the cost in force on the
      ## day of its own row.
      kind own_unit_costs {
        label: "Unit costs", zh "单位成本"
        platform: "own"
        source: unit_costs
        column sku: text from "sku", "SKU"
        column currency: currency from "currency", "币种"
        column landed_cost: money in currency from "landed_cost", "到岸成本"
        column purchase_cost: money in currency from "purchase_cost", "采购成本"
        column freight_cost: money in currency from "freight_cost", "头程运费"
        column duty_cost: money in currency from "duty_cost", "关税"
        column packaging_cost: money in currency from "packaging_cost", "包装成本"
        column valid_from: day from "valid_from", "生效日期"
        column valid_before: day from "valid_before", "失效日期"
        needs: sku, landed_cost
        replaces: rows by sku, valid_from
        lookup: sku
        valid: valid_from before valid_before
      }

      ## Costs of the house by month: payroll, software, rent, agency, compliance, other.
      kind own_overheads {
        label: "Overheads", zh "间接费用"
        platform: "own"
        source: overheads
        column day: days to until from "cost_month", "费用月份"
        column store: text from "store", "店铺"
        column cost_type: text from "cost_type", "费用类型"
        column department: text from "department", "部门"
        column currency: currency from "currency", "币种"
        column overhead: money in currency from "overhead", "费用金额"
        needs: day, cost_type, overhead
        replaces: rows by day, until, cost_type, department
      }

      ## Full-time equivalents of each team, by day.
      kind own_headcount {
        label: "Headcount", zh "在岗人数"
        platform: "own"
        source: headcount
        column day: day from "headcount_day", "人数日期"
        column store: text from "store", "店铺"
        column team: text from "team", "团队"
        column fte: number from "fte", "在岗人数"
        needs: day, fte
        replaces: rows by day, team
      }

      ## What the platform holds: the whole unpaid balance, and the part that is deferred.
      kind own_receivables {
        label: "Receivables", zh "平台应收"
        platform: "own"
        source: receivables
        column day: day from "receivable_day", "应收日期"
        column store: text from "store", "店铺"
        column currency: currency from "currency", "币种"
        column platform_balance: money in currency from "platform_balance", "平台余额"
        column deferred_amount: money in currency from "deferred_amount", "预留金额"
        needs: day, platform_balance
        replaces: rows by day, currency
      }

      ## What is owed to each supplier.
      kind own_payables {
        label: "Payables", zh "应付账款"
        platform: "own"
        source: payables
        column day: day from "payable_day", "应付日期"
        column store: text from "store", "店铺"
        column supplier: text from "supplier", "供应商"
        column currency: currency from "currency", "币种"
        column payable: money in currency from "payable_balance", "应付余额"
        needs: day, payable
        replaces: rows by day, supplier, currency
      }

      ## What was bought of suppliers.
      kind own_purchases {
        label: "Purchases", zh "采购"
        platform: "own"
        source: purchases
        column day: day from "purchase_day", "采购日期"
        column store: text from "store", "店铺"
        column supplier: text from "supplier", "供应商"
        column sku: text from "sku", "SKU"
        column currency: currency from "currency", "币种"
        column purchase_amount: money in currency from "purchase_amount", "采购金额"
        needs: day, purchase_amount
        replaces: rows by day, supplier, sku, ordinal
      }

      ## What should come of a KPI in a period and what has come of it; how much of the period has
      ## passed.
      kind own_kpi_plan {
        label: "KPI plan", zh "KPI目标"
        platform: "own"
        source: kpi_plan
        column day: days to until from "plan_month", "目标月份"
        column store: text from "store", "店铺"
        column kpi: text from "kpi", "指标"
        column owner: text from "owner", "负责人"
        column stage: text from "stage", "阶段"
        column plan_target: number from "plan_target", "目标值"
        column plan_actual: number from "plan_actual", "实际值"
        column elapsed_share: percent from "elapsed_share", "时间进度"
        needs: day, kpi, plan_target
        replaces: rows by day, until, kpi, owner, stage
      }

      ## Points of each KPI, from its score curve, and its weight.
      kind own_scorecard {
        label: "Scorecard", zh "绩效评分"
        platform: "own"
        source: scorecard
        column day: days to until from "score_month", "评分月份"
        column store: text from "store", "店铺"
        column kpi: text from "kpi", "指标"
        column owner: text from "owner", "负责人"
        column weight: number from "weight", "权重"
        column points: number from "points", "得分"
        needs: day, kpi, weight, points
        replaces: rows by day, until, kpi, owner
      }

      ## Tasks with the day on which they are due and the one on which they were done; the
      ## department is the one that held the task.
      kind own_milestones {
        label: "Milestones", zh "节点"
        platform: "own"
        source: milestones
        column day: day from "milestone_due", "节点期限"
        column store: text from "store", "店铺"
        column milestone_type: text from "milestone_type", "节点类型"
        column sku: text from "sku", "SKU"
        column department: text from "department", "部门"
        column owner: text from "owner", "负责人"
        column done_day: day from "milestone_done", "完成日期"
        needs: day, milestone_type, done_day
        replaces: rows by day, milestone_type, sku, department
      }

      ## Store-days that should have come from each report, and those that have.
      kind own_load_log {
        label: "Load log", zh "数据载入记录"
        platform: "own"
        source: load_log
        column day: day from "log_day", "记录日期"
        column store: text from "store", "店铺"
        column source_name: text from "source_name", "报告名称"
        column expected_loads: count from "expected_loads", "应有"
        column loaded_loads: count from "loaded_loads", "已载入"
        needs: day, expected_loads, loaded_loads
        replaces: rows by day, source_name
      }

      ## What an agency is due by its contract, computed on the contract's own scope and period.
      kind own_contracts {
        label: "Service contracts", zh "服务合同"
        platform: "own"
        source: contracts
        column day: days to until from "contract_month", "合同月份"
        column store: text from "store", "店铺"
        column agency: text from "agency", "服务商"
        column contract: text from "contract", "合同"
        column currency: currency from "currency", "币种"
        column fixed_fee: money in currency from "fixed_fee", "固定费"
        column commission: money in currency from "commission", "提成"
        column bonus: money in currency from "bonus", "奖金"
        column penalty: money in currency from "penalty", "罚款"
        needs: day, contract, fixed_fee
        replaces: rows by day, until, agency, contract
      }
      """#)
}
