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
        origin: "Your KPI plan. Not for what should be low, nor for ratios: their targets cannot",
          "be added.",
          zh "KPI 目标表。不用于越低越好的指标，也不用于比率：比率的目标不能相加。"
        benchmark: "Industry article: at least 95% (unverified).", zh "行业文章：≥ 95%（未核实）。"
        trap: "Targets set low are easily reached.", zh "把目标订低，达成率就好看。"
        beside: sales_growth_yoy
        example: kpi_plan.plan_actual = (90, 120), kpi_plan.plan_target = (100, 100) gives 105%
      }

      ## Actual over the part of the target for the time that has passed: 100% is on schedule.
      metric target_pace = sum(kpi_plan.plan_actual) / sum(kpi_plan.plan_target * kpi_plan.elapsed_share) {
        label: "Time-adjusted attainment (pace)", zh "进度达成率"
        also: "pacing", "run-rate attainment"
        doc: zh "实际除以按时间进度折算的目标：100% 表示跟上进度。"
        section: management
        unit: percent
        good: high
        nature: process
        owner: "operations manager", zh "运营经理"
        origin: "Your KPI plan. Before big sale days an even pace misleads: use the days' pattern",
          "of last year.",
          zh "KPI 目标表；大促前按线性进度会误导，有条件用去年的日曲线。"
        benchmark: "100%.", zh "100%。"
        trap: "Coupons at the end of the month save the pace and cost the margin.",
          zh "月末用优惠券冲进度，毛利会受损。"
        beside: contribution_margin
        example: kpi_plan.plan_actual = 45000, kpi_plan.plan_target = 100000,
          kpi_plan.elapsed_share = 50% gives 90%
      }

      ## Points of the KPIs, weighted. KPIs that somebody is exempt from leave both sums.
      metric kpi_score = sum(scorecard.weight * scorecard.points) / sum(scorecard.weight) {
        label: "Weighted KPI score", zh "KPI综合得分"
        also: "scorecard score", "balanced score"
        doc: zh "各 KPI 得分的加权平均；豁免的 KPI 分子分母都不算。"
        section: management
        unit: score
        good: high
        nature: result
        owner: "operations manager", zh "运营经理"
        origin: "Your scorecard; rules that stop a bonus altogether are applied afterwards.",
          zh "绩效评分表；红线规则在加权之后应用。"
        benchmark: "Rule of thumb: 60 passes, 100 is the target, 120 the most.",
          zh "60 及格，100 达标，120 封顶（经验值）。"
        trap: "With more than 20 KPIs none counts; small weights let risks slip.",
          zh "KPI 超过 20 个就都不重要了；权重太小会忽略风险。"
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
        origin: "Your milestones table; late is the department that held the task.",
          zh "节点表；责任归持有任务的部门。"
        benchmark: "Rule of thumb: at least 90%.", zh "≥ 90%（经验值）。"
        trap: "Splitting a task into many easy ones raises it.",
          zh "把任务拆成许多容易的小任务就能抬高它。"
        beside: moving_sku_share
        example: milestones.done_day = (2026-06-01, 2026-06-12, 2026-06-20, 2026-06-29),
          milestones.day = (2026-06-01, 2026-06-10, 2026-06-20, 2026-06-30) gives 75%
      }

      ## What part of the ad spend of the ad reports the settlements do not have; negative if they
      ## have more.
      metric source_gap_rate = (ad_spend + settled_ad_fees) / ad_spend {
        label: "Source gap rate", zh "数据口径差异率"
        also: "reconciliation gap", "data variance"
        doc: zh "广告报告的花费中结算里没有的部分；结算更多时为负。"
        section: management
        unit: percent
        good: low
        nature: process
        owner: "finance", zh "财务"
        origin: "Ad reports against the settlement's ad charges (negative there). Usual causes:",
          "day of invoice, payment by card, credits, tax, time zone.",
          zh "广告报告对结算广告费（结算中为负数）。常见原因：开票时间、刷卡、贷记、税、时区。"
        benchmark: "Rule of thumb: at most 3% a quarter.", zh "每季 ≤ 3%（经验值）。"
        trap: "Changing the source in the middle of a contract changes every number.",
          zh "合同中途换数据源，所有数字都会变。"
        beside: data_coverage_rate
        example: ads_by_type.spend = 1000, settlement.amount = (-900, -60),
          settlement.amount_description = "TransactionTotalAmount" gives 4%
      }

      ## Store-days that were loaded, over those expected.
      metric data_coverage_rate = sum(load_log.loaded_loads) / sum(load_log.expected_loads) {
        label: "Data coverage rate", zh "数据覆盖率"
        also: "completeness", "loaded days share"
        doc: zh "已载入的店铺天数占应有的比例。"
        section: management
        unit: percent
        good: high
        nature: process
        owner: "finance", zh "财务"
        origin: "Your load log; look at the newest day as well.",
          zh "数据载入记录；还要看最新数据到哪天。"
        benchmark: "100% before a scorecard is closed.", zh "评分关账前 100%。"
        trap: "Gaps filled with 0 look complete and make sums too low.",
          zh "用 0 填空缺，看似完整，合计却偏低。"
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
        origin: "Your contracts table: fixed fee + commission + bonus - penalty. A commission in",
          "steps cannot be added over months or stores.",
          zh "服务合同表：固定费 + 提成 + 奖金 − 扣款。阶梯提成不能跨月或跨店铺相加。"
        benchmark: "Tools 99-499 USD a month (industry article); managed service a fixed fee and",
          "3-10% of sales (rule of thumb).",
          zh "工具每月 99–499 美元（行业文章），代运营为固定费加 3–10% 销售额（经验值）。"
        trap: "A contract that does not say of which sales (GMV or net, before or after refunds)",
          "leads to dispute.",
          zh "合同没写清按哪种销售额（GMV 还是净额，退款前还是后），就会有争议。"
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
        origin: "From service_fee_due and net_sales; compare with the profit gained, not with",
          "sales alone.",
          zh "由服务费和净销售额算出；应对比增加的贡献毛利，不只看销售。"
        benchmark: "Rule of thumb: 3-10%.", zh "3–10%（经验值）。"
        trap: "A commission is also paid for sales that the agency did not cause.",
          zh "不是服务商带来的销售也会付提成。"
        beside: contribution_margin, sales_growth_yoy
        example: contracts.fixed_fee = 15000, contracts.commission = 45000,
            contracts.bonus = 3000,
          contracts.penalty = 0, net_sales = 1200000 gives 5.25%
      }
      """#)
}
