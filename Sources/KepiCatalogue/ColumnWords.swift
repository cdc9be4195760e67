// What the columns and sources that metrics read are called by people, for formulas in words.

/// A line names a column, one of one source as `source.column`, or a source behind `:`; then what
/// it is in English and in Chinese.
package enum ColumnWords {
  /// What a column holds; `nil` where nobody has said it.
  package static func column(_ name: String) -> (english: String, chinese: String)? {
    words[name]
  }

  /// The same of one source, where that says more.
  package static func column(
    _ name: String, of source: String
  ) -> (english: String, chinese: String)? {
    words["\(source).\(name)"] ?? words[name]
  }

  /// Whether a column is called by a word of its own in one source.
  package static func isOwn(_ name: String, of source: String) -> Bool {
    words["\(source).\(name)"] != nil
  }

  /// What a source is.
  package static func source(_ name: String) -> (english: String, chinese: String)? {
    words[":" + name]
  }

  private static let words: [String: (english: String, chinese: String)] = {
    var words: [String: (english: String, chinese: String)] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "|").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard parts.count == 3 else { continue }
      words[parts[0]] = (parts[1], parts[2])
    }
    return words
  }()

  private static let text = """
    actual_units | units sold | 实际销量
    ad_orders | orders credited to ads | 广告订单数
    ad_sales | sales credited to ads | 广告带来的销售额
    ad_units | units credited to ads | 广告带来的件数
    ahr | account health rating | 账户健康评级
    amount | amount | 金额
    available_day | day on which it can be sold | 可售日期
    available_units | units fit for sale | 可售件数
    bonus | bonus | 奖金
    bsr | best-seller rank | 畅销榜排名
    budget | budget | 预算
    cancel_orders | orders of the window | 窗口内的订单
    cases | return cases | 退货案件数
    chargeback_orders | orders of 60 days charged back | 60 天内被拒付的订单数
    claims_orders | orders of 60 days with a claim | 60 天内有索赔的订单数
    clicks | clicks | 点击
    closed_day | day of closing | 关闭日期
    commission | commission | 佣金
    contribution | contribution profit | 贡献毛利
    conversations | conversations | 会话数
    customer | customer | 顾客
    customers | customers | 顾客数
    day | day | 日期
    deferred_amount | deferred amount | 延期金额
    returns.units | units returned | 退回件数
    shipments.units | units shipped | 发货件数
    arrivals.day | day of arrival | 到货日
    deliveries.day | day of delivery | 签收日
    milestones.day | day due | 到期日
    restock_plan.day | day required | 要求日期
    disposition | condition of the goods | 货品状况
    done_day | day on which it was done | 完成日期
    due_orders | orders due | 应履约订单
    duty_cost | duty for one unit | 单件关税
    elapsed_share | part of the period that is over | 已过时间占比
    excess_units | units in excess | 冗余件数
    expected_loads | reports expected | 应载入份数
    expected_units | units expected to sell | 预计销量
    featured_offer_percentage | part of views with the featured offer | 推荐报价占比
    fee_group | group of the fee | 费用类别
    first_response_hours | hours to the first answer | 首次响应小时数
    fixed_fee | fixed fee | 固定服务费
    forecast_units | units forecast | 预测销量
    freight_cost | freight for one unit | 单件头程运费
    fte | full-time heads | 全职人数
    fulfilled_orders | orders fulfilled | 已履约订单
    handling_hours | hours of handling | 处理小时数
    idr_orders | business orders of the window | 窗口内的企业订单
    impressions | times shown | 曝光次数
    invoice_defects | business orders of the window with a missing or late invoice | 窗口内发票缺失或迟交的企业订单
    ipi | inventory performance index | 库存绩效指标
    is_complaint | complaints | 投诉
    is_replacement | is a replacement | 是换货
    is_resolved | conversations settled | 已解决的会话
    is_review | is for a review | 是测评单
    is_sample | is a sample | 是样品
    item_discount | discount | 折扣
    item_price | price of the order lines | 订单行金额
    item_tax | tax in it | 其中税额
    landed_cost | landed cost of one unit | 单件到岸成本
    late_shipments | orders of the window shipped late | 窗口内迟发的订单
    list_price | list price | 标价
    listing_status | state of the listing | Listing 状态
    loaded_loads | reports loaded | 已载入份数
    lsr_orders | orders of the window shipped by the seller | 窗口内自发货订单
    ncx_orders | orders with a bad experience | 有负面体验的订单
    needs_reply | conversations that need an answer | 需要回复的会话
    negative_feedback_orders | orders of 60 days with negative feedback | 60 天内有负面反馈的订单数
    ntb_orders | orders of customers new to the brand | 品牌新客订单
    odr_defect_orders | defective orders of 60 days | 60 天内的缺陷订单数
    odr_orders | orders of 60 days | 60 天内的订单数
    on_hand_units | units on hand | 在库件数
    on_time_units | units of the window delivered on time | 窗口内准时送达件数
    open_violations | open violations | 未处理违规
    order_day | day of the order | 下单日期
    order_id | order | 订单
    order_items | order items | 订单商品数
    ordered_product_sales | ordered product sales | 已订购商品销售额
    overhead | overhead | 间接费用
    own_purchases | purchases of own goods | 自家购买次数
    own_slots | own places | 自家坑位
    page_views | page views | 页面浏览量
    payable | amount owed to suppliers | 应付货款
    penalty | penalty | 扣款
    plan_actual | actual value | 实际值
    plan_target | target | 目标值
    platform_balance | balance at the platform | 平台余额
    pnl_class | line of the profit account | 损益类别
    points | points | 得分
    promotion_ids | promotions | 促销编号
    purchase_amount | amount bought from suppliers | 采购额
    quantity | units of the line | 该行件数
    ready_day | day the goods were ready | 备货完成日
    refunded_units | units refunded | 退款件数
    repeat_customer_share | part of customers who came back | 回头客占比
    replied_in_24h | conversations answered within 24 hours | 24 小时内回复的会话
    return_loss | loss by returns | 退货损失
    seller_cancellations | orders of the window cancelled by the seller | 窗口内卖家取消的订单
    sessions | visits | 访问次数
    site | site | 站点
    sku | SKU | SKU
    spend | cost of the ads | 广告花费
    stars | stars | 星级
    store | store | 店铺
    stranded_units | units without an offer | 无在售信息件数
    supplier | supplier | 供应商
    ticket_id | ticket | 工单
    top_of_search_share | share of the first places | 首位展示份额
    total_purchases | purchases of all sellers | 全部购买次数
    total_slots | places of the page | 全部坑位
    tracked_units | units of the window with tracking | 窗口内可追踪件数
    unit_price | price of one unit | 单价
    unit_volume | volume of one unit | 单件体积
    units | units | 件数
    units_age_0_180 | units up to 180 days old | 库龄 180 天内件数
    units_age_0_90 | units up to 90 days old | 库龄 90 天内件数
    units_age_181_270 | units 181 to 270 days old | 库龄 181–270 天件数
    units_age_181_365 | units 181 to 365 days old | 库龄 181–365 天件数
    units_age_271_365 | units 271 to 365 days old | 库龄 271–365 天件数
    units_age_365_plus | units older than 365 days | 库龄 365 天以上件数
    units_age_91_180 | units 91 to 180 days old | 库龄 91–180 天件数
    units_ordered | units ordered | 订购件数
    units_refunded | units refunded | 退款件数
    units_shipped_30 | units shipped in 30 days | 30 天发货件数
    units_shipped_90 | units shipped in 90 days | 90 天发货件数
    valid_tracking_packages | parcels of the window with valid tracking | 窗口内追踪有效的包裹
    voc_orders | orders looked at | 参与计算的订单
    vtr_packages | parcels of the window | 窗口内的包裹
    weight | weight | 权重
    :arrivals | arrived shipments | 到货批次
    :deliveries | delivered orders | 已送达订单
    :inventory | ledger lines, one for each SKU, day and location | 库存账页行（每个 SKU 每天每个库位一行）
    :milestones | milestones | 节点
    :restock_plan | planned restocks | 补货计划
    :return_cases | return cases | 退货案件
    :reviews | reviews | 评论
    :feedback | feedback | 反馈
    :returns | returns | 退货
    :service_log | conversations | 会话
    :tickets | tickets | 工单
    """
}
