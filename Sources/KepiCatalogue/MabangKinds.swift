// Export kinds of the ERP Mabang.

extension ShippedText {
  static let mabang = ShippedText(
    name: "mabang.kepi",
    text: #"""
      ## One row for each product of an order of any shop, by a template that people build themselves.
      ## The first row of an order has what holds for all of it. `platform` is that of the order, whose
      ## own report has it as well: the two are never added up, and platforms whose report is not
      ## loaded stand beside those whose report is. `item_price` is in the currency of the order, told
      ## by its cells, `item_price_cny` in renminbi. What an account may not see is missing. Cancelled orders (作废) and those made for a review (是否测评) are no sales. Days are
      ## those of the payment.
      kind mabang_orders {
        label: "Mabang orders", zh "马帮 订单导出"
        platform: "mabang"
        source: erp_order_lines
        column order_id: text from "订单编号"
        column platform_order_id: text from "交易编号"
        column day: instant from "付款时间"
        column fulfilled_day: instant from "发货时间"
        column delivered_day: instant from "签收时间"
        column cancelled_day: instant from "作废时间"
        column platform: text from "平台"
        column store: text from "店铺名"
        column owner: text from "店长"
        column order_status: text from "订单状态"
        column warehouse: text from "仓库"
        column service_level: text from "物流渠道"
        column payment_method: text from "付款方式"
        column return_reason: text from "退货原因"
        column is_review: truth from "是否测评"
        column is_sample: truth from "tiktok样品订单"
        column sku: text from "SKU"
        column platform_sku: text from "平台SKU"
        column product: text from "商品中文名称"
        column units: count from "商品数量"
        column item_price: money in currency from "原始商品销售单价", times "商品数量"
        column order_total: money in currency from "订单原始总金额"
        column order_discount: money in currency from "优惠金额（原始货币）"
        column shipping_price: money in currency from "原始运费金额"
        column cny: currency always "CNY"
        column item_price_cny: money in cny from "商品销售单价", times "商品数量"
        column order_total_cny: money in cny from "订单总金额"
        column shipping_price_cny: money in cny from "运费收入"
        column purchase_cost: money in cny from "商品总成本"
        column review_fee: money in cny from "测评费用"
        column fx_rate: number from "汇率（原始货币）", "汇率(原币)"
        carried: order_id
        carried: platform_order_id, day, fulfilled_day, delivered_day, cancelled_day, platform, store,
          owner, order_status, service_level, payment_method, return_reason, is_review,
          is_sample within order_id
        word: platform "tiktok" from "TikTok*"
        word: platform "shopee" from "Shopee*", "虾皮*"
        word: platform "lazada" from "Lazada*", "来赞达*"
        word: platform "amazon" from "Amazon*", "亚马逊*"
        word: platform "ebay" from "eBay*"
        word: platform "walmart" from "Walmart*", "沃尔玛*"
        word: platform "shopify" from "Shopify*"
        word: platform "ozon" from "Ozon*"
        word: order_status "Cancelled" from "已作废*", "作废*"
        word: order_status "Shipped" from "已发货*"
        word: order_status "Completed" from "已完成*"
        word: order_status "To ship" from "待发货*", "配货中*", "待处理*"
        word: order_status "Cancelled" given cancelled_day
        needs: order_id, platform_order_id, order_status, sku, units
        replaces: whole order_id
        private: "客户账号", "客户姓名", "邮寄地址1(按逗号分隔导出2列)", "邮寄地址1", "邮寄地址2", "电话1",
          "电话2", "邮政编码", "所属城市", "所属地区（省/州）", "货运单号", "订单备注", "退货备注"
        ignored: "交运时间", "SKU总数量", "商品库存", "SKU明细", "商品总金额", "原始商品总金额",
          "优惠金额（人民币）", "订单核算金额（人民币）", "订单核算金额（原始货币）", "订单商品名称",
          "采购在途量", "买家自选物流方式", "最后发货期限", "订单自定义分类", "是否转WMS发货",
          "作废前状态", "平台订单仓库", "实付金额"
        uncertain: "The columns are those of one template of such files; no file of a seller was seen.",
          zh "列名来自一个导出模板，没有见过卖家的真实文件"
      }
      """#)
}
