// Export kinds of Chinese ERPs: Lingxing and lists of products. They repeat what platforms say.

extension ShippedText {
  static let lingxing = ShippedText(
    name: "lingxing.kepi",
    text: #"""
      ## One row for each day, ASIN and store of Amazon. An ERP repeats what Amazon's own reports say,
      ## so its numbers stand in sources of their own and answer only where those reports do not.
      ## Amounts
      ## are in the currency of the marketplace, told by their sign. Rows without an ASIN keep the
      ## place of a store and are passed over. Sessions and page views of the latest one or two days
      ## are 0 until they are known: a later file replaces them.
      kind lingxing_product_performance {
        label: "Lingxing product performance (ASIN)", zh "领星 产品表现（ASIN）"
        platform: "amazon"
        source: erp_performance
        column day: day from "日期"
        column asin: text from "ASIN"
        column parent_asin: text from "父ASIN"
        column sku: text from "MSKU"
        column store: text from "店铺"
        column site: site from "国家"
        column title: text from "标题"
        column owner: text from "负责人"
        column product: text from "品名"
        column own_sku: text from "SKU"
        column spu: text from "SPU"
        column category: text from "一级分类"
        column subcategory: text from "二级分类"
        column brand: text from "品牌"
        column developer: text from "开发人"
        column units_ordered: count from "销量"
        column ordered_product_sales: money in currency from "销售额"
        column orders: count from "订单量"
        column net_sales: money in currency from "净销售额"
        column units_ordered_b2b: count from "B2B 销量"
        column ordered_product_sales_b2b: money in currency from "B2B 销售额"
        column orders_b2b: count from "B2B 订单量"
        column promotion_units: count from "促销销量"
        column promotion_sales: money in currency from "促销销售额"
        column promotion_discount: money in currency from "促销折扣"
        column refunded_units: count from "退款量"
        column refunded_amount: money in currency from "退款金额"
        column returned_units: count from "退货量"
        column rating: number from "评分"
        column reviews: count from "评论数"
        column settled_profit: money in currency from "结算毛利润"
        column order_profit: money in currency from "订单毛利润"
        column available_units: count from "FBA-可售"
        column on_hand_units: count from "FBA库存"
        column inbound_units: count from "FBA-在途"
        column unfulfillable_units: count from "FBA-不可售"
        column seller_available_units: count from "FBM可售"
        column sessions: count from "Sessions-Total"
        column page_views: count from "PV-Total"
        column sessions_b2b: count from "Sessions-Total(B2B)"
        column page_views_b2b: count from "PV-Total(B2B)"
        column spend: money in currency from "广告花费"
        column spend_sp: money in currency from "SP广告费"
        column spend_sd: money in currency from "SD广告费"
        column spend_sb: money in currency from "SB广告费"
        column spend_sbv: money in currency from "SBV广告费"
        column ad_sales: money in currency from "广告销售额"
        column ad_sales_same_sku: money in currency from "直接成交销售额"
        column ad_orders: count from "广告订单量"
        column ad_orders_same_sku: count from "直接成交订单量"
        column impressions: count from "展示"
        column clicks: count from "点击"
        column organic_clicks: count from "自然点击量"
        column organic_orders: count from "自然订单量"
        skips: asin "-", ""
        needs: day, asin, store, units_ordered, ordered_product_sales
        lacks: "站点", "7天销量"
        replaces: rows by day, asin, store, sku, ordinal
        ignored: "售价(总价)", "自动标签", "listing标签", "创建时间", "款名", "型号", "三级分类",
          "销量环比", "销量额环比", "订单量环比", "销量同比", "销量额同比", "订单量同比",
          "促销订单量", "销售均价", "平均销量", "FBM买家运费", "大类排名", "小类排名", "退款率",
          "留评率", "结算毛利率", "订单毛利率", "ROI", "退货率", "FBA-待调仓", "FBA-调仓中",
          "FBA-入库中", "FBA-待发货", "FBA-计划入库", "可用库存", "FBA可售天数预估",
          "FBM可售天数预估", "海外仓可用", "本地可用", "采购量", "月库销比", "断货时间",
          "Sessions-Browser*", "Sessions-Mobile*", "Sessions-Percentage*",
          "Unit-Sessions-Percentage*", "PV-Browser*", "PV-Mobile*", "PV-Percentage*", "CVR",
          "CVR(B2B)", "销量CVR", "销量CVR(B2B)", "Buybox赢得率", "Buybox赢得率(B2B)",
          "SP广告销售额", "SD广告销售额", "SB广告销售额", "SBV广告销售额", "SP广告订单量",
          "SD广告订单量", "SB广告订单量", "SBV广告订单量", "广告订单占比", "CTR", "广告CVR",
          "CPC", "CPM", "ROAS", "ACOS", "ACoAS", "ASoAS", "CPO", "CPU", "自然CVR"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each item of an Amazon order as the ERP lists it. Amazon's own order report has
      ## the same orders: the two are never added up. Fees are negative; discounts are 0 while an
      ## order is pending.
      kind lingxing_orders {
        label: "Lingxing Amazon orders", zh "领星 SC 订单"
        platform: "amazon"
        source: erp_order_lines
        column order_id: text from "订单号"
        column day: instant from "订购时间", "下单时间"
        column order_status: text from "订单状态"
        column fulfilment: text from "订单类型"
        column is_replacement: truth from "换货订单"
        column is_returned: truth from "是否退货"
        column store: text from "店铺"
        column site: site from "国家"
        column sku: text from "MSKU"
        column product: text from "品名"
        column units: count from "数量"
        column currency: currency from "订单币种"
        column item_price: money in currency from "单价", times "数量"
        column platform_fee: money in currency from "平台费"
        column fulfilment_fee: money in currency from "FBA费"
        column promotion_ids: text from "促销编码"
        column item_discount: money in currency minus "促销费-商品折扣"
        word: order_status "Cancelled" from "Canceled"
        word: fulfilment "Amazon" from "AFN"
        word: fulfilment "Merchant" from "MFN"
        needs: order_id, order_status, store, sku, units, item_price
        lacks: "发货号码", "交易编号"
        replaces: whole order_id
        uncertain: "Only some columns of such files are known; without a column of days they need `date`.",
          zh "只知道部分列；没有日期列时要用 `date` 设定"
      }

      ## One row for each product, the profit of its orders over the period of the report: load it
      ## with `date`.
      kind lingxing_order_profit {
        label: "Lingxing order profit", zh "领星 订单利润"
        platform: "amazon"
        source: erp_profit
        column day: day
        column site: site from "国家"
        column product: text from "品名"
        column currency: currency from "币种"
        column ad_units: count from "广告销量"
        column ad_spend: money in currency from "广告花费"
        column refunded_units: count from "退款量"
        column refunded_amount: money in currency from "退款金额"
        column received: money in currency from "回款"
        column profit: money in currency from "利润"
        column average_purchase_cost: money in currency from "采购均价"
        column average_freight_cost: money in currency from "头程均价"
        needs: product, currency, profit, received
        replaces: rows by day, product, currency, ordinal
        uncertain: "Only some columns of such files are known; no file of a seller was seen.",
          zh "只知道部分列，没有见过卖家的真实文件"
      }

      ## One row for each product in a warehouse. A stock that several warehouses share stands under
      ## each of them and counts once. The file names no day: load it with `date`.
      kind lingxing_fba_inventory {
        label: "Lingxing FBA inventory", zh "领星 FBA库存"
        platform: "amazon"
        source: erp_inventory
        column day: day
        column store: text from "店铺"
        column warehouse: text from "所属仓库"
        column product: text from "品名"
        column sku: text from "MSKU"
        column fnsku: text from "FNSKU"
        column available_units: count from "FBA可售"
        column units_age_0_30: count from "30天内库龄"
        column units_age_31_60: count from "31-60天库龄"
        column units_age_61_90: count from "61-90天库龄"
        column units_age_91_180: count from "91-180天库龄"
        column units_age_181_270: count from "181-270天库龄"
        column units_age_271_330: count from "271-330天库龄"
        column units_age_331_365: count from "331-365天库龄"
        column units_age_365_plus: count from "大于365天库龄"
        once: available_units, units_age_0_30, units_age_31_60, units_age_61_90, units_age_91_180,
          units_age_181_270, units_age_271_330, units_age_331_365, units_age_365_plus by fnsku
        needs: warehouse, fnsku, units_age_0_30
        replaces: rows by day, warehouse, fnsku, ordinal
        uncertain: "Only some columns of such files are known; no file of a seller was seen.",
          zh "只知道部分列，没有见过卖家的真实文件"
      }

      ## One row for each product of a store, over the days of the report: load it with `date`. Stock
      ## is that of the day on which the list was made.
      kind erp_product_list {
        label: "ERP product list", zh "ERP 产品列表"
        platform: "amazon"
        source: erp_performance
        column day: day
        column asin: text from "ASIN"
        column sku: text from "SKU"
        column product: text from "品名"
        column store: text from "店铺"
        column site: site from "站点"
        column category: text from "分类"
        column owner: text from "业务员"
        column units_ordered: count from "销量"
        column orders: count from "订单量"
        column ordered_product_sales: money in currency from "销售额", "销售额 (US$)", "销售额 (US$x)"
        column net_sales: money in currency from "净销售额"
        column impressions: count from "广告曝光量"
        column clicks: count from "广告点击量"
        column spend: money in currency from "广告花费"
        column ad_units: count from "广告销量"
        column ad_orders: count from "广告订单量"
        column available_units: count from "FBA可售"
        column inbound_units: count from "FBA在途"
        column unfulfillable_units: count from "FBA不可售"
        skips: asin "-", ""
        needs: asin, store, site, units_ordered
        lacks: "日期", "国家"
        replaces: rows by day, asin, store, sku, ordinal
        ignored: "产品标签", "7天销量", "平均销量", "促销订单量", "平均售价", "退款率", "入库已发货",
          "FBA可用", "本地仓库存"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }
      """#)
}
