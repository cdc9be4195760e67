// The metrics that ship, in the language itself: fees and costs over sales.

extension ShippedText {
  static let metricsFees = ShippedText(
    name: "metrics-fees.kepi",
    text: #"""
      ## Commissions over settled sales.
      metric referral_fee_ratio = -referral_fees / settled_net_sales {
        label: "Referral fee ratio", zh "佣金占比"
        also: "commission ratio", "selling fee share", "Verkaufsgebühren (de)"
        doc: zh "佣金占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Settlement: commissions, refund commissions, commission on shipping, closing",
          "fees.",
          zh "结算的佣金、退款佣金、运费佣金和成交费。"
        benchmark: "Amazon about 15% (8-17% by category), Walmart 6-20% by category (articles and",
          "rule of thumb).",
          zh "亚马逊约 15%（按类目 8–17%），Walmart 按类目 6–20%（行业文章、经验值）。"
        trap: "It lies above the tariff, since refunds lower the sales but part of the commission",
          "is kept.",
          zh "它会高于费率，因为退款减少了销售额，部分佣金却不退。"
        beside: refund_amount_rate
        example: settled_net_sales = 1000, settlement.amount = (-150, 12, -2.40),
          settlement.amount_description = ("Commission", "Commission", "ShippingHB") gives 14.04%
      }

      ## Fulfilment fees over settled sales.
      metric fba_fee_ratio = -fulfilment_fees / settled_net_sales {
        label: "FBA fulfilment fee ratio", zh "FBA配送费占比"
        also: "fulfilment fee share", "pick and pack"
        doc: zh "配送费占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划员"
        origin: "Settlement: fulfilment fees. Those for orders of other channels belong to those",
          "channels.",
          zh "结算的 FBA 配送费各项。多渠道订单的配送费应归到那些渠道。"
        benchmark: "Rule of thumb: 15-30% at prices of 15-30 USD.",
          zh "售价 15–30 美元时 15–30%（经验值）。"
        trap: "A product measured too large is charged too much every time, and nobody looks.",
          zh "尺寸量大了，每单都多收，却没人发现。"
        beside: contribution_margin
        example: settled_net_sales = 1000, settlement.amount = (-120, -90),
          settlement.amount_description = ("FBAPerUnitFulfillmentFee",
            "FBAPerUnitFulfillmentFee") gives 21%
      }

      ## Monthly storage fees over settled sales.
      metric storage_cost_ratio = -storage_charges / settled_net_sales {
        label: "Storage cost ratio", zh "仓储费占比"
        also: "storage fee share"
        doc: zh "月度仓储费占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划员"
        origin: "Settlement: monthly storage, charged once in the next month and without SKU.",
          zh "结算的仓储费，次月一次收取，没有 SKU。"
        benchmark: "Rule of thumb: below 2-3%.", zh "低于 2–3%（经验值）。"
        trap: "Running stock down to nothing saves storage and loses sales.",
          zh "把库存清到零能省仓储费，却丢销售。"
        beside: in_stock_rate, stockout_lost_sales
        example: settled_net_sales = 1000, settlement.amount = -25,
          settlement.amount_description = "Storage Fee" gives 2.5%
      }

      ## Surcharges on old stock over settled sales.
      metric aged_fee_ratio = -aged_inventory_fees / settled_net_sales {
        label: "Aged inventory surcharge ratio", zh "长期仓储费占比"
        also: "aged inventory surcharge", "long-term storage fee share"
        doc: zh "库龄附加费占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划员"
        origin: "Settlement: long-term storage and aged inventory surcharges; counted on the 15th",
          "for stock older than 180 days.",
          zh "结算的长期仓储和库龄附加费；每月 15 日按超过 180 天的库存计。"
        benchmark: "0-0.5%.", zh "0–0.5%。"
        trap: "Disposing of good stock on the 14th saves the fee and wastes the goods.",
          zh "14 日弃置好货能省附加费，却浪费了货。"
        beside: slow_moving_share
        example: settled_net_sales = 1000, settlement.amount = -8,
          settlement.amount_description = "StorageRenewalBilling" gives 0.8%
      }

      ## Return processing fees over settled sales.
      metric return_processing_fee_ratio = -return_fees / settled_net_sales {
        label: "Return processing fee ratio", zh "退货处理费占比"
        also: "return processing share"
        doc: zh "退货处理费占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "product manager", zh "产品经理"
        origin: "Settlement: return processing fees. The fee for high return rates comes in the",
          "third month after shipping.",
          zh "结算的退货处理费；高退货率费在发货后第三个月收。"
        benchmark: "No general value; see return_rate_cohort.", zh "没有标准，见批次退货率。"
        trap: "The fee comes months later: a SKU of today looks fine and is not.",
          zh "费用晚几个月才来：今天的 SKU 看着没事，其实未必。"
        beside: return_rate_cohort
        example: settled_net_sales = 1000, settlement.amount = (-6, -3),
          settlement.amount_description = ("FBACustomerReturnPerUnitFee",
            "CustomerReturnHRRUnitFee") gives 0.9%
      }

      ## Ad charges of the settlement over settled sales: to check against the ad reports, never
      ## beside ad_spend in one profit.
      metric advertising_cost_ratio = -settled_ad_fees / settled_net_sales {
        label: "Advertising cost ratio (finance)", zh "结算广告费占比"
        also: "ad expense ratio"
        doc: zh "结算广告费占结算净销售的比例：用于和广告报告对账，不能和广告花费同时进利润。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Settlement: ad charges less refunds to the advertiser. By store only; missing",
          "where ads are paid by card.",
          zh "结算的广告费减广告退款。只到店铺，刷卡付款时没有。"
        benchmark: "As for tacos.", zh "同 TACoS。"
        trap: "Subtracting it and ad_spend counts the ads twice.",
          zh "它和广告花费都减，就重复计了广告费。"
        beside: tacos, source_gap_rate
        example: settled_net_sales = 1000, settlement.amount = (-95, 5),
          settlement.amount_description = ("TransactionTotalAmount",
            "Refund for Advertiser") gives 9%
      }

      ## Fees for deals and coupons over settled sales; the discount itself is another number.
      metric promotion_cost_ratio = -promotion_fees / settled_net_sales {
        label: "Promotion fee ratio", zh "促销服务费占比"
        also: "deal and coupon fee share"
        doc: zh "秒杀和优惠券服务费占结算净销售的比例；折扣本身另算。"
        section: profit
        unit: percent
        good: low
        nature: process
        owner: "listing operator", zh "Listing运营"
        origin: "Settlement: fees for deals, coupons and Vine.",
          zh "结算的秒杀、优惠券、Vine 费用。"
        benchmark: "Rule of thumb: below 2%.", zh "低于 2%（经验值）。"
        trap: "A deal costs its fee even if it brings no sales beyond the usual.",
          zh "秒杀没有带来额外销售，费用也照收。"
        beside: contribution_margin
        example: settled_net_sales = 1000, settlement.amount = (-9, -6),
          settlement.amount_description = ("LightningDealFee", "CouponRedemptionFee") gives 1.5%
      }

      ## Tax in the price that the buyer pays: 19 % of the net price are 15.97 % of it.
      metric vat_ratio = sum(order_lines.item_tax)[placed] /
        (gmv + sum(order_lines.item_tax)[placed]) {
        label: "VAT burden ratio", zh "VAT占比"
        also: "output VAT share"
        doc: zh "买家所付价格里的税：净价的 19% 是含税价的 15.97%。"
        section: profit
        unit: percent
        good: neutral
        nature: result
        owner: "finance", zh "财务"
        origin: "Order report: item-tax over the price that contains it. Tax that the platform",
          "pays itself never reaches the seller and must be 0 on both sides.",
          zh "订单报告的 item-tax / 含税价。平台代缴的税不经过卖家，两边都应为 0。"
        benchmark: "Standard rates DE 19%, FR 20%, UK 20%, IT 22%, ES 21% are 15.97, 16.67, 16.67,",
          "18.03 and 17.36% of the price.",
          zh "标准税率 DE 19%、FR 20%、UK 20%、IT 22%、ES 21%，即含税价的 ",
          zh "15.97/16.67/16.67/18.03/17.36%。"
        trap: "Taking sales with tax for revenue makes them too high by that tax.",
          zh "把含税销售当收入，就多算了这笔税。"
        beside: net_sales
        example: order_lines.site = "DE", order_lines.item_price = (119, 238),
          order_lines.item_tax = (19, 38) gives 15.9664%
      }

      ## Freight from the supplier to the warehouse, of the units sold, over settled sales.
      metric inbound_freight_ratio = freight_costs / settled_net_sales {
        label: "First-leg freight ratio", zh "头程费占比"
        also: "inbound freight share"
        doc: zh "售出商品的头程运费占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划员"
        origin: "Unit costs table: freight in force when the unit came, counted when it is sold.",
          zh "单位成本表中收货时有效的运费，售出时计入。"
        benchmark: "Rule of thumb: by sea 5-10%, by air 15% and more.",
          zh "海运 5–10%，空运 15% 以上（经验值）。"
        trap: "Air freight saves the in-stock rate and eats the margin.",
          zh "走空运能保住在库率，却吃掉毛利。"
        beside: in_stock_rate, contribution_margin
        example: settled_net_sales = 1000, settlement.quantity = (4, 2), settlement.sku = "A",
          settlement.transaction_type = "Order", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal", unit_costs.sku = "A",
          unit_costs.freight_cost = 10 gives 6%
      }

      ## Duty of the units sold over settled sales.
      metric tariff_ratio = duty_costs / settled_net_sales {
        label: "Duty and tariff ratio", zh "关税占比"
        also: "duty share"
        doc: zh "售出商品的关税占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Unit costs table: duty of a unit; changes of value or customs code need their",
          "dates.",
          zh "单位成本表的关税；申报价值和编码变化要写生效日期。"
        benchmark: "Depends on the customs (HS) code.", zh "因海关编码而异。"
        trap: "Forgotten in the calculation of a product, duty turns its profit into a loss.",
          zh "单件核算里忘了关税，赚钱就变成亏钱。"
        beside: landed_cost_per_unit
        example: settled_net_sales = 1000, settlement.quantity = (2, 3), settlement.sku = "A",
          settlement.transaction_type = "Order", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal", unit_costs.sku = "A",
          unit_costs.duty_cost = 15 gives 7.5%
      }

      ## Everything that moving and keeping the goods costs, over settled sales.
      metric logistics_cost_ratio = (freight_costs - fulfilment_fees - inbound_fees - storage_charges - shipping_costs) /
        settled_net_sales {
        label: "Total logistics cost ratio", zh "物流成本占比"
        also: "logistics ratio"
        doc: zh "货物运输和存放的全部成本占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "supply planner", zh "供应链计划员"
        origin: "Freight from the supplier, inbound, fulfilment, storage and labels. Say what is",
          "in it before comparing FBA with own shipping.",
          zh "头程、入库、配送、仓储和自发货面单。比较 FBA 和自发货（FBM）前先说清包含什么。"
        benchmark: "Rule of thumb: 25-40%.", zh "25–40%（经验值）。"
        trap: "Moving a cost from one leg to another makes one ratio better, not the sum.",
          zh "把成本从一段挪到另一段，单项好看了，总数没变。"
        beside: contribution_margin
        example: settled_net_sales = 1000, settlement.amount = (0, -210, -15, -25),
          settlement.quantity = (6, 0, 0, 0), settlement.sku = "A",
          settlement.transaction_type = "Order",
          settlement.amount_type = ("ItemPrice", "ItemFees", "other-transaction",
            "other-transaction"),
          settlement.amount_description = ("Principal", "FBAPerUnitFulfillmentFee",
            "FBAInboundTransportationFee", "Storage Fee"),
          unit_costs.sku = "A", unit_costs.freight_cost = 10 gives 31%
      }

      ## All that the platform keeps, ads apart, over settled sales.
      metric platform_fee_ratio = -(variable_fees + fixed_fees) / settled_net_sales {
        label: "Platform take rate", zh "平台费用占比"
        also: "take rate", "total Amazon fee share"
        doc: zh "平台收取的全部费用（不含广告）占结算净销售的比例。"
        section: profit
        unit: percent
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Settlement: all fees but advertising and tax; reimbursements do not count against",
          "them.",
          zh "结算：除广告和税外的全部费用；赔偿不抵减。"
        benchmark: "Rule of thumb: 30-40% for FBA, ads apart.", zh "FBA 不含广告 30–40%（经验值）。"
        trap: "Platforms that do the delivery charge more: compare only what does the same.",
          zh "包配送的平台收费更高：只能比服务范围相同的。"
        beside: contribution_margin
        example: settled_net_sales = 1000, settlement.amount = (-140, -210, -25, -39.99),
          settlement.amount_description = ("Commission", "FBAPerUnitFulfillmentFee",
            "Storage Fee", "Subscription Fee") gives 41.499%
      }

      ## What the platform paid for lost and damaged goods, over settled sales.
      metric reimbursement_ratio = reimbursements_paid / settled_net_sales {
        label: "Reimbursement ratio", zh "赔偿占比"
        also: "FBA reimbursements share"
        doc: zh "平台赔偿占结算净销售的比例。"
        section: profit
        unit: percent
        good: neutral
        nature: result
        owner: "supply planner", zh "供应链计划员"
        origin: "Settlement: reimbursements, less what was taken back.",
          zh "结算的库存赔偿，已减去追回。"
        benchmark: "Rule of thumb: 0.5-1.5%.", zh "0.5–1.5%（经验值）。"
        trap: "It replaces lost goods and is no income from business.",
          zh "它是补偿丢失的货，不是经营收入。"
        beside: source_gap_rate
        example: settled_net_sales = 1000, settlement.amount = (14, 6, -5),
          settlement.amount_description = ("WAREHOUSE_LOST", "WAREHOUSE_DAMAGE",
            "COMPENSATED_CLAWBACK") gives 1.5%
      }

      ## What a sold unit cost until it lay in the warehouse: purchase, freight, duty, packing.
      metric landed_cost_per_unit = cogs / goods_units {
        label: "Landed cost per unit", zh "到岸单位成本"
        also: "unit landed cost"
        doc: zh "售出的每件商品到仓的成本：采购、运费、关税、包装。"
        section: profit
        unit: money
        good: low
        nature: process
        owner: "supply planner", zh "供应链计划员"
        origin: "Unit costs table, by one method for all. The purchase cost of an ERP has no",
          "freight in it.",
          zh "单位成本表，统一一种计价方法。ERP 的采购成本不含运费。"
        trap: "Without freight a product looks more profitable than it is.",
          zh "漏了运费，商品看起来比实际更赚钱。"
        beside: gross_margin
        example: settlement.quantity = (50, 10), settlement.sku = ("A", "B"),
          settlement.transaction_type = "Order", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal", unit_costs.sku = ("A", "B"),
          unit_costs.landed_cost = (6, 9) gives 6.5
      }

      ## Landed cost of the units sold, at the cost in force on the day, less that of units that
      ## came back fit for sale. Units without a known cost are left out, with a note.
      metric cogs = sum(settlement.quantity * unit_costs.landed_cost)[fee_group = "product_sales"] -
        sum(returns.units * unit_costs.landed_cost)[disposition = "SELLABLE"]
        else sum(settlement.quantity * unit_costs.landed_cost)[fee_group = "product_sales"]
        else sum(transactions.quantity * unit_costs.landed_cost)[fee_group = "product_sales"] -
        sum(returns.units * unit_costs.landed_cost)[disposition = "SELLABLE"]
        else sum(transactions.quantity * unit_costs.landed_cost)[fee_group = "product_sales"] {
        label: "Cost of goods sold", zh "销售成本"
        also: "landed cost of sales"
        doc: zh "售出商品按当日有效成本计的到岸成本，减去退回可售的。没有成本的件数不计入，会有提示。"
        section: profit
        unit: money
        good: low
        nature: result
        owner: "finance", zh "财务"
        origin: "Units of the settlement and of the returns report x unit costs. Units that came",
          "back unfit for sale keep their cost, once.",
          zh "结算售出件数和退货报告件数 × 单位成本。退回不可售的成本只算一次。"
        trap: "An old cost kept after prices rose makes every profit too high.",
          zh "涨价后仍用旧成本，利润就都偏高。"
        beside: gross_margin
        example: settlement.quantity = (3, 1), settlement.sku = "A",
          settlement.transaction_type = "Order", settlement.amount_type = "ItemPrice",
          settlement.amount_description = "Principal", returns.units = 1, returns.sku = "B",
          returns.disposition = "SELLABLE", unit_costs.sku = ("A", "B"),
          unit_costs.landed_cost = (100, 20) gives 380
      }
      """#)
}
