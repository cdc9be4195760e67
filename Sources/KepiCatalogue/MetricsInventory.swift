// The metrics that ship, in the language itself: inventory and supply.

extension ShippedText {
  static let metricsInventory = ShippedText(
    name: "metrics-inventory.kepi",
    text: #"""
      ## Units in the warehouses at the end of the period, all dispositions.
      metric on_hand_units = closing(sum(inventory.on_hand_units), inventory.store) {
        label: "On-hand units", zh "在库数量"
        also: "stock on hand", "FBA on-hand", "Bestand"
        doc: zh "期末仓库里的件数，含各种状态。"
        section: inventory
        unit: count
        good: range
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "Daily snapshot: inventory ledger ending balance or FBA inventory",
          "(fulfillable + reserved + unfulfillable).",
          zh "库存账页的期末余额。泛欧库存由各站点共享，不能按站点相加。"
        trap: "Summed over days in a pivot.", zh "在透视表里把各天相加。"
        beside: days_of_supply
        example: inventory.on_hand_units = (500, 480, 460),
          inventory.day = (2026-06-01, 2026-06-02, 2026-06-03) gives 460
      }

      ## Stock at the end of the period, at landed cost.
      metric inventory_value = closing(sum(inventory.on_hand_units * unit_costs.landed_cost), inventory.store) {
        label: "Inventory value", zh "库存金额"
        also: "stock value", "inventory at cost"
        doc: zh "期末库存按到岸成本的价值。"
        section: inventory
        unit: money
        good: range
        nature: result
        owner: "finance", zh "财务"
        origin: "Snapshot units x landed unit cost (incl. in transit if stated).",
          zh "期末件数乘单位成本。按售价会大三倍，不能用于周转。"
        trap: "Hidden in-transit and prepaid stock.", zh "在途和预付的货没算。"
        beside: inventory_turnover_days
        example: inventory.on_hand_units = (500, 480, 470),
          inventory.day = (2026-06-01, 2026-06-02, 2026-06-03), inventory.sku = "A",
          unit_costs.sku = "A", unit_costs.landed_cost = 10 gives 4700
      }

      ## How many days the stock fit for sale lasts at the pace of the last 30 days.
      metric days_of_supply = closing(sum(inventory.on_hand_units)[disposition = "SELLABLE"], inventory.store) /
        (sum(shipments.units)[rolling 30 days] / 30)
        else closing(sum(inventory_planning.available_units), inventory_planning.store) /
        (closing(sum(inventory_planning.units_shipped_30), inventory_planning.store) / 30) {
        label: "Days of supply", zh "可售天数"
        also: "days of cover", "stock cover", "Reichweite"
        doc: zh "按最近 30 天的发货速度，可售库存还能卖多少天。"
        section: inventory
        unit: days
        good: range
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "FBA inventory planning report days-of-supply (uses forecast); rebuilt:",
          "last available stock over trailing 30-day average daily units.",
          zh "期末可售库存除以 30 天日均发货。亚马逊的列用预测需求，另存。断货日应剔", zh "除。"
        benchmark: "Amazon guideline 30-60 days of cover (official inventory performance",
          "help); above 90 days of forecast demand counts as excess; below 28",
          "historical days triggers the low-inventory fee.",
          zh "亚马逊建议 30–60 天；超过 90 天预测需求算冗余；历史天数低于 28 收低库", zh "存费。"
        trap: "Average over SKUs hides one SKU at 0 and one at 300.",
          zh "SKU 平均会掩盖一个 0 天和一个 300 天。"
        beside: in_stock_rate, slow_moving_share
        example: inventory.on_hand_units = (500, 450), inventory.disposition = "SELLABLE",
          inventory.day = (2026-06-29, 2026-06-30), shipments.units = (200, 100),
          shipments.day = (2026-06-10, 2026-06-30), month = 2026-06 gives 45
      }

      ## Mean stock over mean daily shipments, of 30 days or of 90, whichever is longer: what the
      ## low-inventory fee looks at.
      metric historical_days_of_supply = if mean_of_days(sum(inventory.on_hand_units))[rolling 30 days] /
        mean_of_days(sum(shipments.units))[rolling 30 days] >=
        mean_of_days(sum(inventory.on_hand_units))[rolling 90 days] /
        mean_of_days(sum(shipments.units))[rolling 90 days]
        then mean_of_days(sum(inventory.on_hand_units))[rolling 30 days] /
        mean_of_days(sum(shipments.units))[rolling 30 days]
        else mean_of_days(sum(inventory.on_hand_units))[rolling 90 days] /
        mean_of_days(sum(shipments.units))[rolling 90 days] {
        label: "Historical days of supply", zh "历史可售天数"
        also: "low-inventory-level metric"
        doc: zh "日均库存除以日均发货，30 天和 90 天取大的：低库存费看它。"
        section: inventory
        unit: days
        good: range
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "FBA inventory page, weekly; fee applies only if both the 30-day and the",
          "90-day value are below 28.",
          zh "库存页每周公布。层级变过：2024 年按父体，2026 年按 FNSKU。"
        benchmark: "Amazon US: >= 28 days.", zh "亚马逊美国 ≥ 28 天，两个值都低才收费。"
        trap: "Overstocking to dodge the fee.", zh "囤货躲费。"
        beside: storage_cost_ratio
        threshold: least 28 in "Amazon US" by "days, weekly; fee where the 30-day and the 90-day value are below; by parent in 2024, by FNSKU in 2026",
          zh "天，每周；30 天值和 90 天值都低于它才收费；2024 年按父体，2026 年按 FNSKU"
        example: inventory.on_hand_units = (300, 300, 100, 140),
          inventory.day = (2026-04-05, 2026-04-20, 2026-06-10, 2026-06-30),
          shipments.units = (4, 4, 6, 6),
          shipments.day = (2026-04-05, 2026-04-20, 2026-06-10, 2026-06-30),
          month = 2026-06 gives 42
      }

      ## Units sent in 90 days over the mean of the stock now and 30, 60 and 90 days ago.
      metric sell_through_rate = sum(shipments.units)[rolling 90 days] / ((closing(sum(inventory.on_hand_units), inventory.store) +
        closing(sum(inventory.on_hand_units), inventory.store)[30 days ago] + closing(sum(inventory.on_hand_units), inventory.store)[60 days ago] +
        closing(sum(inventory.on_hand_units), inventory.store)[90 days ago]) / 4) {
        label: "FBA sell-through rate", zh "售出率", ja "FBA在庫販売率", de "Abverkaufsrate",
          fr "Taux d'écoulement"
        doc: zh "90 天发货件数除以现在和 30、60、90 天前库存的平均。"
        section: inventory
        unit: number
        good: high
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "Inventory performance dashboard: units shipped in the past 90 days over",
          "average units on hand; tool vendors document four snapshots (today, -30,", "-60, -90).",
          zh "库存绩效面板；零售的 sell-through（售出 / 收到）是另一个指标。"
        benchmark: "From domain knowledge >= 2 good, < 1 poor.", zh "≥ 2 好，< 1 差（经验值）。"
        trap: "Tiny stock makes it huge.", zh "库存极小时会很大。"
        beside: in_stock_rate
        example: shipments.units = (100, 200), shipments.day = (2026-04-10, 2026-06-30),
          inventory.on_hand_units = (100, 80, 120, 100),
          inventory.day = (2026-04-01, 2026-05-01, 2026-05-31, 2026-06-30),
          day = 2026-06-30 gives 3
      }

      ## How often a year the stock is sold through, at cost.
      metric inventory_turnover = cogs / mean_of_days(sum(inventory.on_hand_units * unit_costs.landed_cost)) * 365 / days() {
        label: "Inventory turnover (annualised)", zh "库存周转率"
        also: "stock turns", "inventory turns", "Lagerumschlag"
        doc: zh "一年内库存按成本周转的次数。"
        section: inventory
        unit: number
        good: high
        nature: result
        owner: "supply planner", zh "供应链计划"
        origin: "Landed COGS over daily-average inventory at landed cost.",
          zh "到岸成本对日均库存。销售额对售价库存是另一种口径。"
        benchmark: "Industry articles: >= 4 per year, healthy 4-6 (unverified).",
          zh "行业文章：每年 ≥ 4，健康 4–6（未核实）。"
        trap: "Improved by stock-outs.", zh "靠断货来改善。"
        beside: in_stock_rate, stockout_lost_sales
        example: settlement.quantity = (60, 40), settlement.sku = "A",
            settlement.day = 2026-06-30,
          settlement.transaction_type = "Order", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal",
          inventory.on_hand_units = (200, 240, 220, 200),
          inventory.day = (2026-06-27, 2026-06-28, 2026-06-29, 2026-06-30), inventory.sku = "A",
          unit_costs.sku = "A", unit_costs.landed_cost = 10, month = 2026-06 gives 5.658915
      }

      ## How many days the mean stock lasts at the pace of its cost of sales.
      metric inventory_turnover_days = days() * mean_of_days(sum(inventory.on_hand_units * unit_costs.landed_cost)) / cogs {
        label: "Inventory turnover days", zh "库存周转天数"
        also: "days inventory outstanding"
        doc: zh "按销售成本的速度，平均库存能用多少天。"
        section: inventory
        unit: days
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划"
        origin: "As inventory_turnover (= 365 / turnover).",
          zh "365 除以周转率。不能对 SKU 取平均。"
        benchmark: "Industry articles: <= 45 or <= 60 days (unverified).",
          zh "行业文章：≤ 45 或 ≤ 60 天（未核实）。"
        trap: "Improved by stock-outs.", zh "同库存周转率。"
        beside: in_stock_rate
        example: settlement.quantity = (60, 40), settlement.sku = "A",
            settlement.day = 2026-06-30,
          settlement.transaction_type = "Order", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal",
          inventory.on_hand_units = (200, 240, 220, 200),
          inventory.day = (2026-06-27, 2026-06-28, 2026-06-29, 2026-06-30), inventory.sku = "A",
          unit_costs.sku = "A", unit_costs.landed_cost = 10, month = 2026-06 gives 64.5
      }

      ## Stock that hardly moves: no unit sent in 90 days, or more than 180 days of supply, launches
      ## apart. A rule, to be changed by defining it anew.
      segment slow_moving = (inventory_planning.units_shipped_90 = 0
        or inventory_planning.available_units > 2 * inventory_planning.units_shipped_90)
        and stage != "launch" {
        label: "slow-moving stock", zh "滞销库存"
        doc: zh "几乎不动的库存：90 天没有发货，或可售超过 180 天；新品期除外。可以自己重新定义。"
      }

      ## Part of the stock value that hardly moves, at the last snapshot.
      metric slow_moving_share = closing(sum(inventory_planning.available_units * unit_costs.landed_cost)[slow_moving], inventory_planning.store) /
        closing(sum(inventory_planning.available_units * unit_costs.landed_cost), inventory_planning.store) {
        label: "Slow-moving share", zh "滞销占比"
        also: "slow mover ratio", "dead stock share"
        doc: zh "最后一次快照中滞销库存占库存价值的比例。"
        section: inventory
        unit: percent
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划"
        origin: "Snapshot value of SKUs flagged slow over total; recommended flag: no unit",
          "shipped in 90 days, or days of supply > 180, excluding stage = 'launch'.",
          zh "规则在 SKU 上判断：90 天没发货，或可售天数 > 180，新品除外；按价值计。"
        benchmark: "Industry article: < 5% (unverified).", zh "行业文章：< 5%（未核实）。"
        trap: "Dumping below cost; writing the rule so that nothing is slow.",
          zh "低于成本甩卖；把规则写成没有滞销。"
        beside: contribution_margin, aged_inventory_share
        example: inventory_planning.available_units = (90, 410, 50, 450),
          inventory_planning.units_shipped_90 = (0, 300, 0, 300),
          inventory_planning.sku = ("S", "N", "S", "N"),
          inventory_planning.day = (2026-06-01, 2026-06-01, 2026-06-08, 2026-06-08),
          unit_costs.sku = ("S", "N"), unit_costs.landed_cost = 10, product_list.sku = ("S", "N"),
          product_list.stage = "mature" gives 10%
      }

      ## Units by the ages of the planning report, all of them.
      metric aged_units_total = closing(sum(inventory_planning.units_age_0_90), inventory_planning.store) +
        closing(sum(inventory_planning.units_age_91_180), inventory_planning.store) +
        closing(sum(inventory_planning.units_age_181_270), inventory_planning.store) +
        closing(sum(inventory_planning.units_age_271_365), inventory_planning.store) +
        closing(sum(inventory_planning.units_age_365_plus), inventory_planning.store) {
        label: "Units of all ages", zh "各库龄合计"
        doc: zh "库存规划报告各库龄件数之和。"
        section: inventory
      }

      ## Part of the units that have lain longer than 180 days, at the last snapshot.
      metric aged_inventory_share = (closing(sum(inventory_planning.units_age_181_270), inventory_planning.store) +
        closing(sum(inventory_planning.units_age_271_365), inventory_planning.store) +
        closing(sum(inventory_planning.units_age_365_plus), inventory_planning.store)) /
        aged_units_total {
        label: "Aged inventory share (over 180 days)", zh "超龄库存占比"
        also: "aged stock share"
        doc: zh "最后一次快照中库龄超过 180 天的件数比例。"
        section: inventory
        unit: percent
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划"
        origin: "FBA inventory planning report: inv-age-181-to-270-days +",
          "inv-age-271-to-365-days + inv-age-365-plus-days.",
          zh "库存规划报告。库龄按整个网络先进先出。"
        benchmark: "From domain knowledge < 10%.",
          zh "< 10%（经验值）；附加费从 180 天起，每月 15 日评估。"
        trap: "Removal and re-inbound resets age.", zh "移除再入库会重置库龄。"
        beside: storage_cost_ratio
        threshold: most 180 in "Amazon US" from 2023-04-01 by "days of age before the surcharge; in tiers, counted on the 15th",
          zh "天库龄以内不加收附加费；分级，每月 15 日盘点"
        example: inventory_planning.units_age_181_270 = (60, 50),
          inventory_planning.units_age_0_90 = (420, 450),
          inventory_planning.day = (2026-06-01, 2026-06-08) gives 10%
      }

      ## Part of the units that is more than 90 days of forecast demand.
      metric excess_share = closing(sum(inventory_planning.excess_units), inventory_planning.store) / aged_units_total {
        label: "Excess inventory share", zh "冗余库存占比"
        also: "excess inventory percentage", "overstock share"
        doc: zh "超过 90 天预测需求的件数比例。"
        section: inventory
        unit: percent
        good: low
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "Inventory performance dashboard excess percentage; planning report",
          "estimated-excess-quantity; official: over 90 days of forecast supply.",
          zh "库存规划报告的预计冗余数量。预测一改它就变，库存没动。"
        benchmark: "From domain knowledge < 10%; feeds ipi.",
          zh "< 10%（经验值），影响库存绩效指标。"
        trap: "Cutting replenishment of winners.", zh "砍掉畅销品的补货。"
        beside: in_stock_rate
        example: inventory_planning.excess_units = (70, 50),
          inventory_planning.units_age_0_90 = (520, 500),
          inventory_planning.day = (2026-06-01, 2026-06-08) gives 10%
      }

      ## Part of the units that cannot be bought since their listing is at fault.
      metric stranded_share = closing(sum(inventory_stranded.stranded_units), inventory_stranded.store) /
        closing(sum(inventory.on_hand_units), inventory.store) {
        label: "Stranded inventory share", zh "无在售信息库存占比",
          ja "販売可能な商品情報がない在庫", de "Nicht verkaufbarer Bestand ohne Angebot",
          fr "Stock bloqué"
        also: "stranded inventory percentage"
        doc: zh "因 Listing 问题无法购买的件数比例。"
        section: inventory
        unit: percent
        good: low
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Inventory performance dashboard: share of FBA units not available for",
          "purchase because of a listing problem; stranded inventory report.",
          zh "无在售信息库存报告对在库件数。"
        benchmark: "0-1%; feeds ipi.", zh "0–1%，影响库存绩效指标。"
        trap: "Deleting listings to be removed.", zh "删掉 Listing 等移除。"
        beside: active_listing_share
        example: inventory_stranded.stranded_units = (8, 12),
          inventory_stranded.day = (2026-06-01, 2026-06-08), inventory.on_hand_units = (480, 500),
          inventory.day = (2026-06-01, 2026-06-08) gives 2.4%
      }

      ## SKU-days with stock fit for sale over all SKU-days of the ledger.
      metric in_stock_rate = rows(inventory)[disposition = "SELLABLE" and inventory.on_hand_units > 0] /
        rows(inventory)[disposition = "SELLABLE"] {
        label: "In-stock rate", zh "在库率"
        also: "in-stock percentage", "availability"
        doc: zh "有可售库存的 SKU 天数占账页全部 SKU 天数的比例。"
        section: inventory
        unit: percent
        good: high
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "SKU-days with available stock over SKU-days of active replenishable SKUs.",
          zh "库存账页每 SKU 每天一行。亚马逊的版本按近期销量加权。"
        benchmark: "From domain knowledge >= 95% heroes, >= 90% all.",
          zh "主推 ≥ 95%，全部 ≥ 90%（经验值）。"
        trap: "Hoarding stock; excluding out-of-stock SKUs from the list.",
          zh "囤货；把断货的 SKU 移出清单。"
        beside: inventory_turnover_days, slow_moving_share
        example: inventory.on_hand_units = (5, 4, 0, 3, 6, 2, 1, 0, 4, 4),
          inventory.disposition = "SELLABLE",
          inventory.day = (2026-06-01, 2026-06-02, 2026-06-03, 2026-06-04, 2026-06-05,
            2026-06-06, 2026-06-07, 2026-06-08, 2026-06-09, 2026-06-10) gives 80%
      }

      ## SKU-days without stock fit for sale. A day without a snapshot is neither.
      metric stockout_days = rows(inventory)[disposition = "SELLABLE" and inventory.on_hand_units = 0] {
        label: "Stock-out days", zh "断货天数"
        also: "out-of-stock days", "OOS days"
        doc: zh "没有可售库存的 SKU 天数。没有快照的那天不算有也不算无。"
        section: inventory
        unit: days
        good: low
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "Count of SKU-days with zero available stock for active SKUs.",
          zh "库存账页中可售为 0 的 SKU 天数。"
        benchmark: "0 for heroes.", zh "主推为 0。"
        trap: "Marking the SKU inactive.", zh "把 SKU 标成停售。"
        beside: stockout_lost_sales
        example: inventory.on_hand_units = (4, 0, 0, 2, 1), inventory.disposition = "SELLABLE",
          inventory.day = (2026-06-01, 2026-06-02, 2026-06-03, 2026-06-04, 2026-06-05) gives 2
      }

      ## An estimate of what was not sold for want of stock; never a part of sales.
      metric stockout_lost_sales = sum(stockouts.expected_units * stockouts.unit_price) {
        label: "Estimated stock-out lost sales", zh "断货损失销售额"
        also: "lost sales"
        doc: zh "因断货少卖的估计额，绝不能加进销售额。"
        section: inventory
        unit: money
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划"
        origin: "Per stock-out day: mean daily units of the last 28 in-stock days x",
          "seasonal factor x current price; planning tools publish similar estimates.",
          zh "断货日：最近 28 个有货日的日均销量乘季节系数和当前价格。"
        trap: "Inflated to justify overstock.", zh "夸大来为囤货辩护。"
        beside: excess_share
        example: stockouts.expected_units = (10, 10, 6), stockouts.unit_price = 10 gives 260
      }

      ## Of what had to be ready for sale by a day that which was.
      metric restock_on_time_rate = rows(restock_plan)[restock_plan.available_day <= restock_plan.day] / rows(restock_plan) {
        label: "Restock on-time rate", zh "补货及时率"
        also: "replenishment on-time rate"
        doc: zh "应在某日可售的补货中按时可售的比例。"
        section: inventory
        unit: percent
        good: high
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "Inbound plans due in the period: sellable in the fulfilment centre on or",
          "before the required date (reorder point date).",
          zh "补货计划：按“可售”判断，不按发出或签收。"
        benchmark: "From domain knowledge >= 90%.", zh "≥ 90%（经验值）。"
        trap: "Setting required dates late; shipping too early.", zh "把要求日期写晚；发得太早。"
        beside: inventory_turnover_days, in_stock_rate
        example: restock_plan.available_day = (2026-06-01, 2026-06-09, 2026-06-25, 2026-06-20),
          restock_plan.day = (2026-06-01, 2026-06-10, 2026-06-20, 2026-06-30) gives 75%
      }

      ## Days from the supplier to ready for sale, weighted by units.
      metric inbound_lead_time = sum((arrivals.day - arrivals.ready_day) * arrivals.units) / sum(arrivals.units) {
        label: "Inbound lead time", zh "头程时效"
        also: "lead time to available", "door-to-available days"
        doc: zh "从出厂到可售的天数，按件数加权。"
        section: inventory
        unit: days
        good: low
        nature: process
        owner: "logistics", zh "物流"
        origin: "Days from ex-works to sellable, weighted by units.",
          zh "到仓记录，按到货日归属；同时看 P90。"
        benchmark: "From domain knowledge sea US 35-50, air 10-15 days.",
          zh "海运美国 35–50 天，空运 10–15 天（经验值）。"
        trap: "Open shipments excluded make delays invisible.", zh "没到的货不算，延误就看不见。"
        beside: restock_on_time_rate
        example: arrivals.day = 2026-06-10, arrivals.ready_day = (2026-05-01, 2026-05-26),
          arrivals.units = (100, 100) gives 27.5
      }

      ## The platform's score of a store's stock, 0 to 1000, at the last evaluation. Its formula
      ## is not published, so there is no sum and no mean of several stores.
      metric ipi = if count(distinct account_scores.store) = 1 and count(distinct account_scores.site) = 1
        then closing(sum(account_scores.ipi)) else missing {
        label: "Inventory performance index", zh "库存绩效指标", ja "在庫パフォーマンス指標",
          de "Lagerbestandsindex", fr "Indice de performance des stocks"
        also: "IPI score"
        doc: zh "平台对一个店铺库存的评分，0 到 1000，取最近一次。公式没有公布，所以几",
          zh "个店铺既不能相加也不能平均。"
        section: inventory
        unit: score
        good: high
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "Inventory performance dashboard, 0-1000, weekly, rolling three months;",
          "formula not published.",
          zh "库存绩效面板，每周，滚动三个月。加拿大和印度不含在库因素。"
        trap: "Removing good stock before evaluation week.", zh "评估周前移除好货。"
        beside: in_stock_rate
        per: store, site
        threshold: least 400 in "Amazon" from 2022-01-01 by "weekly; decides about the storage of a quarter",
          zh "每周；决定一个季度的库容",
          least 450 in "Amazon" from 2021-01-01 to 2021-12-31,
          least 500 in "Amazon" from 2020-01-01 to 2020-12-31,
          least 350 in "Amazon" from 2018-01-01 to 2019-12-31
        example: account_scores.ipi = (480, 495, 512),
          account_scores.day = (2026-06-01, 2026-06-08, 2026-06-15), store = "A",
          site = "US" gives 512
      }

      ## How many weeks the stored volume lasts at the volume sent in 13 weeks.
      metric storage_utilisation_ratio = mean_of_days(sum(inventory.on_hand_units * product_list.unit_volume))[rolling 91 days] /
        mean_of_days(sum(shipments.units * product_list.unit_volume))[rolling 91 days] / 7 {
        label: "Storage utilisation ratio (weeks)", zh "仓储利用率"
        also: "utilisation ratio"
        doc: zh "按 13 周发货体积，库存体积能用多少周。"
        section: inventory
        unit: number
        good: low
        nature: process
        owner: "supply planner", zh "供应链计划"
        origin: "Average daily stored volume over average daily shipped volume of the past",
          "13 weeks, divided by 7, per size tier.",
          zh "账户和尺寸分段层级，日均存储体积除以日均发货体积再除以 7。"
        benchmark: "Amazon US surcharge above 26 weeks (2023) / 22 weeks (since 2024, from",
          "domain knowledge).",
          zh "亚马逊美国：超过 26 周（2023）、22 周（2024 年起，经验值）加收。"
        trap: "Seasonal sellers trip it in the quiet season.", zh "季节性卖家在淡季会触发。"
        beside: days_of_supply
        threshold: most 22 in "Amazon US" from 2024-01-01 by "weeks, over 13 weeks; account and size tier",
          zh "周，看 13 周；按账户和尺寸段",
          most 26 in "Amazon US" from 2023-01-01 to 2023-12-31 by "weeks, over 13 weeks; account and size tier",
          zh "周，看 13 周；按账户和尺寸段"
        example: inventory.on_hand_units = (1400, 1400), inventory.sku = "A",
          inventory.day = (2026-06-29, 2026-06-30), shipments.units = (20, 20),
          shipments.sku = "A", shipments.day = (2026-06-29, 2026-06-30), product_list.sku = "A",
          product_list.unit_volume = 1, month = 2026-06 gives 10
      }
      """#)
}
