// The metrics that ship, in the language itself: management, data quality and service contracts.

extension ShippedText {
  static let metricsManagement = ShippedText(
    name: "metrics-management.kepi",
    text: #"""
      ## Actual over target, for numbers that add up and of which more is better.
      metric target_attainment = sum(kpi_plan.plan_actual) / sum(kpi_plan.plan_target) {
        label: "Target attainment", zh "目标达成率"
        also: "achievement rate", "attainment"
        doc: zh "实际除以目标，只用于可加且越高越好的指标。"
        section: management
        unit: percent
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Actual over target for additive, higher-is-better metrics.",
          zh "KPI 目标表。越低越好的指标用得分曲线；比率的目标不能相加。"
        benchmark: "Industry article: >= 95% (unverified).", zh "行业文章：≥ 95%（未核实）。"
        trap: "Sand-bagged targets.", zh "把目标订低。"
        beside: sales_growth_yoy
        example: kpi_plan.plan_actual = (90, 120), kpi_plan.plan_target = (100, 100) gives 105%
      }

      ## Actual over the part of the target that the time passed stands for.
      metric target_pace = sum(kpi_plan.plan_actual) / sum(kpi_plan.plan_target * kpi_plan.elapsed_share) {
        label: "Time-adjusted attainment (pace)", zh "进度达成率"
        also: "pacing", "run-rate attainment"
        doc: zh "实际除以按时间进度折算的目标。"
        section: management
        unit: percent
        good: high
        nature: process
        owner: "operations manager", zh "运营经理"
        origin: "Month-to-date actual over target x elapsed share of the period (calendar",
          "days or a seasonal curve).",
          zh "KPI 目标表；会员日前线性进度会误导，有条件用去年的日曲线。"
        benchmark: "100%.", zh "100%。"
        trap: "Chasing pace with coupons at month-end.", zh "月末用优惠券冲进度。"
        beside: contribution_margin
        example: kpi_plan.plan_actual = 45000, kpi_plan.plan_target = 100000,
          kpi_plan.elapsed_share = 50% gives 90%
      }

      ## Points of the KPIs, weighted. Exempt ones leave both sums.
      metric kpi_score = sum(scorecard.weight * scorecard.points) / sum(scorecard.weight) {
        label: "Weighted KPI score", zh "KPI综合得分"
        also: "scorecard score", "balanced score"
        doc: zh "各 KPI 得分的加权平均；豁免的两边都不算。"
        section: management
        unit: score
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Score per KPI from the score curve, weights in percent; exempt KPIs leave",
          "both sums.", zh "绩效评分表；红线规则在加权之后应用。"
        benchmark: "60 pass, 100 target, 120 cap (from domain knowledge).",
          zh "60 及格，100 达标，120 封顶（经验值）。"
        trap: "Too many KPIs (more than 20), weights that ignore risk KPIs.",
          zh "KPI 太多（超过 20），权重忽略风险。"
        beside: odr, contribution_margin
        example: scorecard.weight = (30, 25, 15),
          scorecard.points = (100, 110, 80) gives 99.285714
      }

      ## Tasks done by their day, over those due.
      metric milestone_on_time_rate = rows(milestones)[milestones.done_day <= milestones.day] / rows(milestones) {
        label: "Milestone on-time rate", zh "节点准时率"
        also: "task on-time rate", "launch milestone rate"
        doc: zh "按期完成的节点占到期节点的比例。"
        section: management
        unit: percent
        good: high
        nature: process
        owner: "operations manager", zh "运营经理"
        origin: "Milestone table with owner department: images ready, listing live, review",
          "programme enrolled, first restock; from domain knowledge.",
          zh "节点表；责任归持有任务的部门。"
        benchmark: "From domain knowledge >= 90%.", zh "≥ 90%（经验值）。"
        trap: "Splitting tasks.", zh "拆任务。"
        beside: moving_sku_share
        example: milestones.done_day = (2026-06-01, 2026-06-12, 2026-06-20, 2026-06-29),
          milestones.day = (2026-06-01, 2026-06-10, 2026-06-20, 2026-06-30) gives 75%
      }

      ## What of the ad spend the settlements do not have.
      metric source_gap_rate = (ad_spend + settled_ad_fees) / ad_spend {
        label: "Source gap rate", zh "数据口径差异率"
        also: "reconciliation gap", "data variance"
        doc: zh "广告花费中结算里没有的部分。"
        section: management
        unit: percent
        good: low
        nature: process
        owner: "finance", zh "财务"
        origin: "Ad report spend against settlement advertising charges (negative sign) of",
          "the same months; same pattern for sales: order vs settlement.",
          zh "广告报告对同月结算广告费。常见原因：开票时间、刷卡、贷记、税、时区。"
        benchmark: "From domain knowledge <= 3% per quarter.", zh "每季 ≤ 3%（经验值）。"
        trap: "Silent switch of source in mid-contract.", zh "合同中途悄悄换数据源。"
        beside: data_coverage_rate
        example: ads_by_type.spend = 1000, settlement.amount = (-900, -60),
          settlement.amount_description = "TransactionTotalAmount" gives 4%
      }

      ## Store-days loaded, over those expected.
      metric data_coverage_rate = sum(load_log.loaded_loads) / sum(load_log.expected_loads) {
        label: "Data coverage rate", zh "数据覆盖率"
        also: "completeness", "loaded days share"
        doc: zh "已载入的店铺天数占应有的比例。"
        section: management
        unit: percent
        good: high
        nature: process
        owner: "finance", zh "财务"
        origin: "Load log: expected store-days per source against loaded store-days.",
          zh "数据载入记录；旁边看新鲜度。"
        benchmark: "100% before a scorecard is closed.", zh "评分关账前 100%。"
        trap: "Zero-filled gaps.", zh "用 0 填空缺。"
        beside: source_gap_rate
        example: load_log.loaded_loads = (7, 6), load_log.expected_loads = (7, 7) gives 92.8571%
      }

      ## What an agency is due for a period, as its contract says.
      metric service_fee_due = sum(contracts.fixed_fee) + sum(contracts.commission) + sum(contracts.bonus) -
        sum(contracts.penalty) {
        label: "Service fee due", zh "服务费应付额"
        also: "agency fee", "retainer plus commission"
        doc: zh "按合同某期应付服务商的费用。"
        section: management
        unit: money
        good: neutral
        nature: result
        owner: "finance", zh "财务"
        origin: "Contract terms applied to the agreed base metric (section 7).",
          zh "服务合同表。阶梯提成不能跨月或跨店铺相加。"
        benchmark: "USD 99-499 per month for tools (industry article), retainers and 3-10% of",
          "sales for managed service (from domain knowledge).",
          zh "工具每月 99–499 美元（行业文章），代运营为固定费加 3–10% 销售额（经验", zh "值）。"
        trap: "Undefined base (GMV or net, before or after refunds).",
          zh "基数没写清（GMV 还是净额，退款前还是后）。"
        beside: service_fee_ratio
        example: contracts.fixed_fee = 15000, contracts.commission = 45000,
            contracts.bonus = 3000,
          contracts.penalty = 0 gives 63000
      }

      ## What an agency is due, over net sales.
      metric service_fee_ratio = service_fee_due / net_sales {
        label: "Service fee ratio", zh "服务费率"
        also: "agency cost ratio"
        doc: zh "服务费占净销售额的比例。"
        section: management
        unit: percent
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Computed from other metrics.", zh "由服务费算出；应对比增加的贡献毛利，不只看销售。"
        benchmark: "From domain knowledge 3-10%.", zh "3–10%（经验值）。"
        trap: "Commission on sales the agency did not cause.", zh "对不是服务商带来的销售付提成。"
        beside: contribution_margin, sales_growth_yoy
        example: contracts.fixed_fee = 15000, contracts.commission = 45000,
            contracts.bonus = 3000,
          contracts.penalty = 0, net_sales = 1200000 gives 5.25%
      }
      """#)
}
