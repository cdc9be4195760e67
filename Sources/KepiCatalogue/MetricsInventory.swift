// The metrics that ship, in the language itself: inventory and supply.

extension ShippedText {
  static let metricsInventory = ShippedText(
    name: "metrics-inventory.kepi",
    text: #"""
      ## Units in the warehouses on the last day of the period, whatever their condition.
      metric on_hand_units = closing(sum(inventory.on_hand_units), inventory.store) {
        label: "On-hand units", zh "在库数量"
        also: "stock on hand", "FBA on-hand", "Bestand (de)"
        doc: zh "期末最后一天仓库里的件数，含各种状态。"
        section: inventory
        unit: count
        good: range
        nature: process
        owner: "supply planner", zh "供应链计划员"
        origin: "Inventory ledger: ending balance. Stock shared by several European sites belongs",
          "to all of them: never add it by site.",
          zh "库存分类账的期末余额。泛欧库存由各站点共享，不能按站点相加。"
        trap: "Adding the stock of several days counts the same unit every day.",
          zh "把各天的库存相加，同一件货每天都算了一次。"
        beside: days_of_supply
        example: inventory.on_hand_units = (500, 480, 460),
          inventory.day = (2026-06-01, 2026-06-02, 2026-06-03) gives 460
      }

      ## Stock on the last day of the period, at landed cost.
      metric inventory_value = closing(sum(inventory.on_hand_units * unit_costs.landed_cost), inventory.store) {
        label: "Inventory value", zh "库存金额"
        also: "stock value", "inventory at cost"
        doc: zh "期末库存按到岸成本的价值。"
        section: inventory
        unit: money
        good: range
        nature: result
        owner: "finance", zh "财务"
        origin: "Units of the inventory ledger x landed cost of a unit. At selling prices it would",
          "be about three times as much.",
          zh "库存分类账期末件数 × 单件到岸成本。按售价会大约大三倍，不能用于周转。"
        trap: "Goods on the way and paid in advance are not in it, though the money is spent.",
          zh "在途和预付的货不在其中，钱却已经花了。"
        beside: inventory_turnover_days
        example: inventory.on_hand_units = (500, 480, 470),
          inventory.day = (2026-06-01, 2026-06-02, 2026-06-03), inventory.sku = "A",
          unit_costs.sku = "A", unit_costs.landed_cost = 10 gives 4700
      }

      ## How many days the stock fit for sale on the last day lasts at the shipping pace of the
      ## last 30 days. Days out of stock are not left out of the pace: after a stock-out it comes
      ## out too long. Goods on the way do not count.
      metric days_of_supply = closing(sum(inventory.on_hand_units)[disposition = "SELLABLE"], inventory.store) /
        (sum(shipments.units)[rolling 30 days] / 30)
        else closing(sum(inventory_planning.available_units), inventory_planning.store) /
        (closing(sum(inventory_planning.units_shipped_30), inventory_planning.store) / 30) {
        label: "Days of supply", zh "可售天数"
        also: "days of cover", "stock cover", "Reichweite (de)"
        doc: zh "最后一天的可售库存按最近 30 天的发货速度还能卖多少天。本公式未剔除断货日，断货后会高",
          zh "估；在途的货不算。"
        section: inventory
        unit: days
        good: range
        nature: process
        owner: "supply planner", zh "供应链计划员"
        origin: "Inventory ledger and FBA shipments, computed here. The days-of-supply column of",
          "Amazon's planning report uses a forecast and differs.",
          zh "库存分类账和 FBA 发货，在这里计算。亚马逊规划报告里的可售天数列用预测需求，数值不同",
          zh "。"
        benchmark: "Amazon suggests 30-60 days. Other measures: excess stock is more than 90 days",
          "of forecast demand; the low-inventory fee looks at historical_days_of_supply below 28.",
          zh "亚马逊建议 30–60 天。另外的口径：超过 90 天预测需求算冗余；低库存费看历史可售天数（",
          zh "historical_days_of_supply）低于 28 天。"
        trap: "One value for several SKUs hides that one has 0 days and another 300: ask by sku.",
          zh "多个 SKU 合看，看不出有的 0 天、有的 300 天：请按 SKU 查询。"
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
        owner: "supply planner", zh "供应链计划员"
        origin: "Ledger and shipments, computed here; Amazon shows its own value weekly on the FBA",
          "inventory page.",
          zh "库存分类账和发货，在这里计算；亚马逊在库存页每周公布自己的数值。"
        benchmark: "See what platforms require; the fee applies only if the 30-day and the 90-day",
          "value are both too low.",
          zh "见平台要求；30 天和 90 天两个值都低才收费。"
        trap: "Overstocking avoids the fee, but costs storage and ties up money.",
          zh "囤货能躲过这项费用，却要付仓储费、占用资金。"
        beside: storage_cost_ratio
        threshold: least 28 in "Amazon US" by "days, weekly; fee if the 30-day and the 90-day value are both below; by parent product in 2024, by FNSKU in 2026",
          zh "天，每周；30 天值和 90 天值都低于它才收费；2024 年按父体，2026 年按 FNSKU"
        example: inventory.on_hand_units = (300, 300, 100, 140),
          inventory.day = (2026-04-05, 2026-04-20, 2026-06-10, 2026-06-30),
          shipments.units = (4, 4, 6, 6),
          shipments.day = (2026-04-05, 2026-04-20, 2026-06-10, 2026-06-30),
          month = 2026-06 gives 42
      }

      ## Units sent in 90 days over the mean of the stock now and 30, 60 and 90 days ago: 2 means
      ## that the stock was sold twice in 90 days.
      metric sell_through_rate = sum(shipments.units)[rolling 90 days] / ((closing(sum(inventory.on_hand_units), inventory.store) +
        closing(sum(inventory.on_hand_units), inventory.store)[30 days ago] + closing(sum(inventory.on_hand_units), inventory.store)[60 days ago] +
        closing(sum(inventory.on_hand_units), inventory.store)[90 days ago]) / 4) {
        label: "FBA sell-through rate", zh "售出率", ja "FBA在庫販売率", de "Abverkaufsrate",
          fr "Taux d'écoulement"
        doc: zh "90 天发货件数除以现在和 30、60、90 天前库存的平均：2 表示 90 天卖掉两倍的库存。"
        section: inventory
        unit: number
        good: high
        nature: process
        owner: "supply planner", zh "供应链计划员"
        origin: "Ledger and shipments, in the way of Amazon's inventory dashboard. Retailers'",
          "sell-through (sold / received) is another number.",
          zh "库存分类账和发货，按库存绩效面板的口径；零售的 sell-through（售出 / 收到）是另一个指",
          zh "标。"
        benchmark: "Rule of thumb: 2 and more is good, below 1 poor.",
          zh "≥ 2 好，< 1 差（经验值）。"
        trap: "With hardly any stock it becomes huge: a coming stock-out looks like success.",
          zh "库存极小时它会很大：快断货了却显得很好。"
        beside: in_stock_rate
        example: shipments.units = (100, 200), shipments.day = (2026-04-10, 2026-06-30),
          inventory.on_hand_units = (100, 80, 120, 100),
          inventory.day = (2026-04-01, 2026-05-01, 2026-05-31, 2026-06-30),
          day = 2026-06-30 gives 3
      }

      ## How often a year the stock is sold through, at cost (4 = four times).
      metric inventory_turnover = cogs / mean_of_days(sum(inventory.on_hand_units * unit_costs.landed_cost)) * 365 / days() {
        label: "Inventory turnover (annualised)", zh "库存周转率"
        also: "stock turns", "inventory turns", "Lagerumschlag (de)"
        doc: zh "一年内库存按成本周转的次数（4 表示四次）。"
        section: inventory
        unit: number
        good: high
        nature: result
        owner: "supply planner", zh "供应链计划员"
        origin: "Landed cost of goods sold over the mean of the days' stock at landed cost, times",
          "365 / days. Sales over stock at selling prices is another number.",
          zh "销售成本（到岸）/ 日均库存（到岸成本），再乘 365 / 天数。销售额对售价库存是另一种口",
          zh "径。"
        benchmark: "Industry articles: at least 4 a year, 4-6 is healthy (unverified).",
          zh "行业文章：每年 ≥ 4，健康 4–6（未核实）。"
        trap: "Running out of stock improves it: read in_stock_rate beside it.",
          zh "断货也能让它变好：要和 in_stock_rate 一起看。"
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
        owner: "supply planner", zh "供应链计划员"
        origin: "365 / inventory_turnover. Never take the mean of several SKUs.",
          zh "365 / 库存周转率。不能对 SKU 取平均。"
        benchmark: "Industry articles: at most 45 or 60 days (unverified).",
          zh "行业文章：≤ 45 或 ≤ 60 天（未核实）。"
        trap: "Running out of stock improves it: read in_stock_rate beside it.",
          zh "断货也能让它变好：要和 in_stock_rate 一起看。"
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

      ## Part of the stock value that hardly moves, at the last snapshot. The rule is the segment
      ## slow_moving: no unit sent in 90 days, or more than 180 days of supply; launches apart.
      metric slow_moving_share = closing(sum(inventory_planning.available_units * unit_costs.landed_cost)[slow_moving], inventory_planning.store) /
        closing(sum(inventory_planning.available_units * unit_costs.landed_cost), inventory_planning.store) {
        label: "Slow-moving share", zh "滞销占比"
        also: "slow mover ratio", "dead stock share"
        doc: zh "最后一次快照中滞销库存占库存价值的比例。规则是 slow_moving：90 天没有发货，或可售超",
          zh "过 180 天；新品期除外。"
        section: inventory
        unit: percent
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划员"
        origin: "FBA planning report, landed costs and product list; by value, as units or SKUs",
          "would give other shares.",
          zh "库存规划报告、到岸成本和商品清单；按价值计，按件数或 SKU 数会不同。"
        benchmark: "Industry article: below 5% (unverified).", zh "行业文章：低于 5%（未核实）。"
        trap: "Selling below cost, or a rule by which nothing is slow, lowers it without earning",
          "anything.",
          zh "低于成本甩卖，或把规则写成没有滞销，都能压低它，却没有收益。"
        beside: contribution_margin, aged_inventory_share
        example: inventory_planning.available_units = (90, 410, 50, 450),
          inventory_planning.units_shipped_90 = (0, 300, 0, 300),
          inventory_planning.sku = ("S", "N", "S", "N"),
          inventory_planning.day = (2026-06-01, 2026-06-01, 2026-06-08, 2026-06-08),
          unit_costs.sku = ("S", "N"), unit_costs.landed_cost = 10, product_list.sku = ("S", "N"),
          product_list.stage = "mature" gives 10%
      }

      ## Units by the ages of the planning report, all of them.
      metric aged_units_total = closing(sum(inventory_planning.units_age_0_180), inventory_planning.store) +
        closing(sum(inventory_planning.units_age_181_365), inventory_planning.store) +
        closing(sum(inventory_planning.units_age_365_plus), inventory_planning.store) {
        label: "Units of all ages", zh "各库龄合计"
        doc: zh "库存规划报告各库龄件数之和。"
        section: inventory
      }

      ## Part of the units that have lain longer than 180 days, at the last snapshot.
      metric aged_inventory_share = (closing(sum(inventory_planning.units_age_181_365), inventory_planning.store) +
        closing(sum(inventory_planning.units_age_365_plus), inventory_planning.store)) /
        aged_units_total {
        label: "Aged inventory share (over 180 days)", zh "超龄库存占比"
        also: "aged stock share"
        doc: zh "最后一次快照中库龄超过 180 天的件数比例。"
        section: inventory
        unit: percent
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划员"
        origin: "FBA planning report; the oldest units count as sold first, over all warehouses.",
          zh "库存规划报告；按整个网络先进先出算库龄。"
        benchmark: "Rule of thumb: below 10%. Amazon's surcharge begins at 180 days of age.",
          zh "低于 10%（经验值）；库龄超过 180 天起加收附加费。"
        trap: "Taking stock out and sending it in again makes it young on paper, at a cost.",
          zh "移除再入库会重置库龄，但要付费用。"
        beside: storage_cost_ratio
        threshold: most 180 in "Amazon US" from 2023-04-01 by "days of age before the surcharge; in tiers, counted on the 15th",
          zh "天库龄以内不加收附加费；分级，每月 15 日盘点"
        example: inventory_planning.units_age_181_365 = (60, 50),
          inventory_planning.units_age_0_180 = (420, 450),
          inventory_planning.day = (2026-06-01, 2026-06-08) gives 10%
      }

      ## Part of the units that is more than 90 days of demand, by Amazon's forecast.
      metric excess_share = closing(sum(inventory_planning.excess_units), inventory_planning.store) / aged_units_total {
        label: "Excess inventory share", zh "冗余库存占比"
        also: "excess inventory percentage", "overstock share"
        doc: zh "超过亚马逊预测的 90 天需求的件数比例。"
        section: inventory
        unit: percent
        good: low
        nature: process
        owner: "supply planner", zh "供应链计划员"
        origin: "FBA planning report: estimated-excess-quantity. It changes with the forecast,",
          "even if no stock moves.",
          zh "库存规划报告的预计冗余数量。预测一改它就变，即使库存没动。"
        benchmark: "Rule of thumb: below 10%; a part of ipi.",
          zh "低于 10%（经验值），影响库存绩效指标。"
        trap: "Cutting the restock of best sellers lowers it and leads to stock-outs.",
          zh "砍掉畅销品的补货能压低它，却会断货。"
        beside: in_stock_rate
        example: inventory_planning.excess_units = (70, 50),
          inventory_planning.units_age_0_180 = (520, 500),
          inventory_planning.day = (2026-06-01, 2026-06-08) gives 10%
      }

      ## Part of the units that cannot be bought since something is wrong with their listing.
      metric stranded_share = closing(sum(inventory_stranded.stranded_units), inventory_stranded.store) /
        closing(sum(inventory.on_hand_units), inventory.store) {
        label: "Stranded inventory share", zh "无在售信息库存占比",
          ja "販売可能な商品情報がない在庫", de "Nicht verkaufbarer Bestand ohne Angebot",
          fr "Stock bloqué"
        also: "stranded inventory percentage"
        doc: zh "因 Listing 有问题而无法购买的件数比例。"
        section: inventory
        unit: percent
        good: low
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Stranded inventory report over the units of the inventory ledger.",
          zh "无在售信息库存报告 / 库存分类账在库件数。"
        benchmark: "0-1%; a part of ipi.", zh "0–1%，影响库存绩效指标。"
        trap: "Deleting the listing and removing the goods lowers it, but loses the sales.",
          zh "删掉 Listing 再移除货物能压低它，销售也没了。"
        beside: active_listing_share
        example: inventory_stranded.stranded_units = (8, 12),
          inventory_stranded.day = (2026-06-01, 2026-06-08), inventory.on_hand_units = (480, 500),
          inventory.day = (2026-06-01, 2026-06-08) gives 2.4%
      }

      ## Ledger lines with stock fit for sale over all ledger lines of that condition; a line is
      ## one SKU on one day in one location. A sold-out SKU for which the ledger has no line is
      ## not counted: then the rate looks too good.
      metric in_stock_rate = rows(inventory)[disposition = "SELLABLE" and inventory.on_hand_units > 0] /
        rows(inventory)[disposition = "SELLABLE"] {
        label: "In-stock rate", zh "在库率"
        also: "in-stock percentage", "availability"
        doc: zh "有可售库存的账页行占全部可售状态账页行的比例；一行是一个 SKU 在一个库位的一天。断货",
          zh "后账页里没有行的 SKU 不算在内，这时比率会偏高。"
        section: inventory
        unit: percent
        good: high
        nature: process
        owner: "supply planner", zh "供应链计划员"
        origin: "Inventory ledger; of the retired monthly history a line is a month. Amazon's own",
          "rate weights SKUs by recent sales.",
          zh "库存分类账；已停用的月度历史一行是一个月。亚马逊的版本按近期销量加权。"
        benchmark: "Rule of thumb: best sellers at least 95%, all SKUs 90%.",
          zh "畅销品 ≥ 95%，全部 ≥ 90%（经验值）。"
        trap: "Overstocking raises it, and so does taking sold-out SKUs off the list.",
          zh "囤货能抬高它，把断货的 SKU 移出清单也能。"
        beside: inventory_turnover_days, slow_moving_share
        example: inventory.on_hand_units = (5, 4, 0, 3, 6, 2, 1, 0, 4, 4),
          inventory.disposition = "SELLABLE",
          inventory.day = (2026-06-01, 2026-06-02, 2026-06-03, 2026-06-04, 2026-06-05,
            2026-06-06, 2026-06-07, 2026-06-08, 2026-06-09, 2026-06-10) gives 80%
      }

      ## Ledger lines (a SKU on a day in a location) without stock fit for sale. A day without a
      ## line counts neither as in stock nor as out.
      metric stockout_days = rows(inventory)[disposition = "SELLABLE" and inventory.on_hand_units = 0] {
        label: "Stock-out days", zh "断货天数"
        also: "out-of-stock days", "OOS days"
        doc: zh "没有可售库存的账页行数（一个 SKU 在一个库位的一天）。没有记录的那天不算有也不算无。"
        section: inventory
        unit: days
        good: low
        nature: process
        owner: "supply planner", zh "供应链计划员"
        origin: "Inventory ledger: lines of sellable stock that are 0.",
          zh "库存分类账中可售为 0 的行。"
        benchmark: "0 for best sellers.", zh "畅销品应为 0。"
        trap: "Marking a sold-out SKU inactive lowers the count, and nothing is on sale.",
          zh "把断货的 SKU 标成停售能让数字变小，货还是没有。"
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
        owner: "supply planner", zh "供应链计划员"
        origin: "Your table of stock-outs: units expected from the last 28 days in stock x season",
          "x price.",
          zh "断货表：最近 28 个有货日的日均销量 × 季节系数 × 当前价格。"
        trap: "A high estimate is a handy excuse for overstocking.", zh "高估它，就成了囤货的借口。"
        beside: excess_share
        example: stockouts.expected_units = (10, 10, 6), stockouts.unit_price = 10 gives 260
      }

      ## Part of the restocks due in the period that were ready for sale by the day required.
      metric restock_on_time_rate = rows(restock_plan)[restock_plan.available_day <= restock_plan.day] / rows(restock_plan) {
        label: "Restock on-time rate", zh "补货及时率"
        also: "replenishment on-time rate"
        doc: zh "当期应到的补货中，在要求日期前已可售的比例。"
        section: inventory
        unit: percent
        good: high
        nature: process
        owner: "supply planner", zh "供应链计划员"
        origin: "Your restock plan; what counts is ready for sale, not sent or received.",
          zh "补货计划：按“可售”判断，不按发出或签收。"
        benchmark: "Rule of thumb: at least 90%.", zh "≥ 90%（经验值）。"
        trap: "Late required days or much too early shipments make it look good.",
          zh "把要求日期写晚，或发得太早，都能让它好看。"
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
        owner: "logistics", zh "物流专员"
        origin: "Your arrivals table, by day of arrival. The mean hides single long delays.",
          zh "到仓记录，按到货日归属。均值会掩盖个别的长时间延误。"
        benchmark: "Rule of thumb: to the US by sea 35-50 days, by air 10-15.",
          zh "海运美国 35–50 天，空运 10–15 天（经验值）。"
        trap: "Shipments that have not arrived yet are not in it, so long delays show late.",
          zh "还没到的货不算，所以长的延误很晚才看得见。"
        beside: restock_on_time_rate
        example: arrivals.day = 2026-06-10, arrivals.ready_day = (2026-05-01, 2026-05-26),
          arrivals.units = (100, 100) gives 27.5
      }

      ## The platform's score of a store's stock on a site, from 0 to 1000, the last one of the
      ## period. Its formula is not published, so scores of several stores are neither added nor
      ## averaged.
      metric ipi = if count(distinct account_scores.store) = 1 and count(distinct account_scores.site) = 1
        then closing(sum(account_scores.ipi)) else missing {
        label: "Inventory performance index", zh "库存绩效指标", ja "在庫パフォーマンス指標",
          de "Lagerbestandsindex", fr "Indice de performance des stocks"
        also: "IPI score"
        doc: zh "平台对一个店铺在一个站点的库存评分，0 到 1000，取时段内最近一次。公式没有公布，所以",
          zh "几个店铺的评分不能相加或平均。"
        section: inventory
        unit: score
        good: high
        nature: process
        owner: "supply planner", zh "供应链计划员"
        origin: "Inventory performance dashboard, weekly, over the last three months. Being in",
          "stock does not count in Canada and India.",
          zh "库存绩效面板，每周，看最近三个月。加拿大和印度不含在库因素。"
        trap: "Taking good stock out before the score is taken lifts it, but loses sales.",
          zh "评估周前移除好货能抬高评分，却丢销售。"
        beside: in_stock_rate
        per: store, site
        threshold: least 400 in "Amazon" from 2022-01-01 by "checked weekly; decides the storage limit for a quarter",
          zh "每周评估；决定一个季度的库容上限",
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
        owner: "supply planner", zh "供应链计划员"
        origin: "Ledger, shipments and the volume of a unit from the product list. Amazon computes",
          "it by account and size of goods.",
          zh "库存分类账、发货和商品清单的单件体积。亚马逊按账户和尺寸段计算。"
        benchmark: "See what platforms require.", zh "见平台要求。"
        trap: "Sellers of seasonal goods pass the limit in the quiet season.",
          zh "季节性卖家在淡季会超限。"
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
