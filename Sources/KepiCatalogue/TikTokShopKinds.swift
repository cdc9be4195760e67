// Export kinds of TikTok Shop: orders, income, withdrawals, ads and affiliates.

extension ShippedText {
  static let tiktokShop = ShippedText(
    name: "tiktok-shop.kepi",
    text: #"""
      ## One row for each product of an order. `item_price` is what the line sold for: its list price
      ## without the seller's discounts. The platform pays its own discounts back, so they are in
      ## the price. Tax is in it, too, and no column says how much. Postage is spread over the lines
      ## of an order; `order_total` and `refunded_amount` are those of the whole order and stand on
      ## its first row. Words of all languages that are known are put into English. Days are those of
      ## the shop, the currency is that of its country. A later file replaces an order as a whole; of
      ## two files the one whose name has the later day counts as later.
      kind tiktok_orders {
        label: "TikTok Shop orders", zh "TikTok Shop 订单导出"
        platform: "tiktok"
        source: order_lines
        column order_id: text from "Order ID"
        column day: instant from "Created Time"
        column paid_day: instant from "Paid Time"
        column fulfilled_day: instant from "Shipped Time"
        column delivered_day: instant from "Delivered Time"
        column cancelled_day: instant from "Cancelled Time"
        column exported_day: day named "*{####-##-##}-##_##*", "*{####-##-##}*"
        column order_status: text from "Order Status"
        column item_status: text from "Cancelation/Return Type"
        column cancellation: text from "Cancelation/Return Type"
        column order_type: text from "Normal or Pre-order"
        column channel: text from "Purchase Channel"
        column fulfilment: text from "Fulfillment Type"
        column warehouse: text from "Warehouse Name"
        column service_level: text from "Delivery Option"
        column payment_method: text from "Payment Method"
        column site: site from "Country"
        column ship_country: text from "Country"
        column item_id: text from "SKU ID"
        column sku: text from "Seller SKU"
        column title: text from "Product Name"
        column variation: text from "Variation"
        column category: text from "Product Category"
        column units: count from "Quantity"
        column returned_units: count from "Sku Quantity of return"
        column item_price: money in currency from "SKU Subtotal After Discount",
          plus "SKU Platform Discount"
        column list_amount: money in currency from "SKU Subtotal Before Discount"
        column seller_discount: money in currency from "SKU Seller Discount"
        column platform_discount: money in currency from "SKU Platform Discount"
        column shipping_price: money in currency from "Shipping Fee After Discount"
        column order_total: money in currency from "Order Amount"
        column refunded_amount: money in currency from "Order Refund Amount"
        word: cancellation "Cancel" from "Cancel*", "Batal*", "Pembatalan*", "Hủy*", "ยกเลิก*", "取消*"
        word: cancellation "" from "*"
        word: order_status "Cancelled" from "Canceled", "Cancelled", "Dibatalkan", "Batal", "Đã hủy",
          "Đã huỷ", "ยกเลิกแล้ว", "ยกเลิก", "已取消", "已关闭"
        word: order_status "Completed" from "Completed", "Selesai", "Đã hoàn tất", "Hoàn tất",
          "เสร็จสมบูรณ์", "สำเร็จแล้ว", "已完成"
        word: order_status "Shipped" from "Shipped", "Dikirim", "Telah dikirim", "Đã vận chuyển",
          "Đang vận chuyển", "จัดส่งแล้ว", "In transit", "已发货", "运输中"
        word: order_status "To ship" from "To ship", "Awaiting shipment", "Perlu dikirim",
          "Cần gửi hàng", "ที่จะจัดส่ง", "待发货"
        word: order_status "Unpaid" from "Unpaid", "Belum dibayar", "Chưa thanh toán",
          "ยังไม่ได้ชำระเงิน", "待付款", "未付款"
        word: order_status "Cancelled" given cancelled_day
        word: order_status "Cancelled" given cancellation
        skips: order_id "Platform unique order ID*"
        once: shipping_price, order_total, refunded_amount by order_id
        shared: shipping_price by item_price within order_id
        needs: order_id, item_id, day, units, item_price
        replaces: whole order_id
        dated: exported_day
        private: "Buyer Message", "Buyer Username", "Buyer Nickname", "Recipient", "Phone #",
          "Zipcode", "State", "City", "Province", "Regency and City", "District", "Districts",
          "Commune", "Villages", "Detail Address", "Address Line 1", "Address Line 2",
          "Additional address information", "Delivery Instruction", "Tracking ID", "Seller Note",
          "Checked Marked by", "Tokopedia Invoice Number"
        ignored: "Order Substatus", "SKU Unit Original Price", "Original Shipping Fee",
          "Shipping Fee Seller Discount", "Shipping Fee Platform Discount",
          "Payment platform discount", "Buyer Service Fee", "Handling Fee", "Shipping Insurance",
          "Item Insurance", "Taxes", "RTS Time", "Cancel By", "Cancel Reason",
          "Shipping Provider Name", "Weight(kg)", "Package ID", "Checked Status"
      }

      ## One row for each order or adjustment that was settled, with every sort of amount in a column
      ## of its own. Each amount becomes a line; prices and discounts are called as in Amazon's
      ## settlements, fees by the name of their column, adjustments by their type. The lines of a row
      ## are compared with the total that it states. Days are those of UTC, while orders are dated by
      ## the shop: they are joined by the order, never by the day. Weekly files overlap; an order
      ## settled on a day is replaced as a whole.
      kind tiktok_income {
        label: "TikTok Shop income", zh "TikTok Shop 结算（收入）"
        platform: "tiktok"
        source: settlement
        column adjustment_id: text from "Order/adjustment ID", "Order\adjustment ID"
        column order_id: text from "Related order ID"
        column order_day: day from "Order created time(UTC)", "Order created time"
        column day: day from "Order settled time(UTC)", "Order settled time"
        column currency: currency from "Currency"
        column channel: text from "Order Source"
        column transaction_type: text
        column amount_type: text
        column amount_description: text
        column amount: money in currency
        line: transaction_type from "Type", "Transaction type", amount_type "ItemPrice",
          amount_description "Principal", amount from "Subtotal before discounts"
        line: transaction_type from "Type", "Transaction type", amount_type "Promotion",
          amount_description "Principal", amount from "Seller discounts"
        line: transaction_type "Refund", amount_type "ItemPrice",
          amount_description "Principal", amount from "Refund subtotal before seller discounts"
        line: transaction_type "Refund", amount_type "Promotion",
          amount_description "Principal", amount from "Refund of seller discounts"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "TikTok Shop commission fee",
          amount from "TikTok Shop commission fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Flat fee", amount from "Flat fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Sales fee", amount from "Sales fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Pre-Order Service Fee", amount from "Pre-Order Service Fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Mall service fee", amount from "Mall service fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Payment fee", amount from "Payment fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Shipping costs passed on to the logistics provider",
          amount from "Shipping costs passed on to the logistics provider"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Replacement shipping fee",
          amount from "Replacement shipping fee (passed on to the customer)"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Exchange shipping fee",
          amount from "Exchange shipping fee (passed on to the customer)"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Shipping cost borne by the platform",
          amount from "Shipping cost borne by the platform"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemPrice",
          amount_description "Shipping cost paid by the customer",
          amount from "Shipping cost paid by the customer"
        line: transaction_type "Refund", amount_type "ItemPrice",
          amount_description "Shipping cost paid by the customer",
          amount from "Refunded shipping cost paid by the customer"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Return shipping costs",
          amount from "Return shipping costs (passed on to the customer)"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Shipping cost subsidy", amount from "Shipping cost subsidy"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Affiliate commission", amount from "Affiliate commission"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Affiliate partner commission",
          amount from "Affiliate partner commission"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Affiliate Shop Ads commission",
          amount from "Affiliate Shop Ads commission"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "TAP Shop Ads commission", amount from "TAP Shop Ads commission"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "SFP service fee", amount from "SFP service fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Dynamic Commission", amount from "Dynamic Commission"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "LIVE Specials Service Fee", amount from "LIVE Specials Service Fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Voucher Xtra Service Fee", amount from "Voucher Xtra Service Fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Fix Infrastructure Fee", amount from "Fix Infrastructure Fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "EAMS Program service fee", amount from "EAMS Program service fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Brand Crazy Deals/Flash Sale service fee",
          amount from "Brand Crazy Deals/Flash Sale service fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "Bonus cashback service fee",
          amount from "Bonus cashback service fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "DT Handling Fee", amount from "DT Handling Fee"
        line: transaction_type from "Type", "Transaction type", amount_type "ItemFees",
          amount_description "PayLater program fee",
          amount from "PayLater program fee", "PayLater Handling Fee"
        line: transaction_type from "Type", "Transaction type", amount_type "Adjustment",
          amount_description from "Type", "Transaction type",
          amount from "Ajustment amount", "Adjustment amount"
        total: amount from "Total settlement amount"
        needs: adjustment_id, day, currency, transaction_type, amount
        lacks: "Estimated Settle time", "Statement ID"
        replaces: whole adjustment_id, day
        ignored: "Total revenue", "Subtotal after seller discounts",
          "Refund subtotal after seller discounts", "Total fees", "Shipping cost",
          "Customer payment", "Customer refund", "Seller co-funded voucher discount",
          "Refund of seller co-funded voucher discount", "Platform discounts",
          "Refund of platform discounts", "Platform co-funded voucher discounts",
          "Refund of platform co-funded voucher discounts", "Seller shipping cost discount",
          "Estimated package weight (g)", "Actual package weight (g)", "Shopping center items"
      }

      ## One row for each product of a statement, as the shops of the United States have them. Which
      ## columns of fees there are is not known, so only what was paid out is read.
      kind tiktok_statements {
        label: "TikTok Shop statements (US)", zh "TikTok Shop 结算单（美国）"
        platform: "tiktok"
        source: settlement
        column settlement_id: text from "Statement ID"
        column day: day from "Statement Date"
        column adjustment_id: text from "Order/adjustment ID", "Order ID"
        column order_id: text from "Related order ID", "Order ID"
        column transaction_type: text from "Type"
        column transaction_status: text from "Status"
        column sku: text from "Seller SKU"
        column item_id: text from "SKU ID"
        column quantity: count from "Quantity"
        column currency: currency from "Currency"
        column amount_type: text always "Total"
        column amount_description: text always "Total settlement amount"
        column amount: money in currency from "Total settlement amount"
        needs: settlement_id, day, transaction_type, amount
        replaces: whole settlement_id
        ignored: "Payment ID", "Net sales", "Affiliate commission"
        uncertain: "Only some columns of such statements are known: fees are not told apart.",
          zh "只知道这种结算单的部分列：各项费用未区分"
      }

      ## Orders that are not settled yet. They are no money of the seller's so far and stay apart
      ## from the settlements.
      kind tiktok_unsettled {
        label: "TikTok Shop unsettled orders", zh "TikTok Shop 未结算订单"
        platform: "tiktok"
        source: unsettled
        column adjustment_id: text from "Order/adjustment ID", "Order ID"
        column order_id: text from "Related order ID", "Order ID"
        column transaction_type: text from "Type"
        column day: day from "Order created time(UTC)", "Order created time"
        column settle_time: text from "Estimated Settle time"
        column currency: currency from "Currency"
        column amount: money in currency from "Total estimated settlement amount",
          "Estimated settlement amount", "Total settlement amount"
        needs: adjustment_id, transaction_type, currency, settle_time
        replaces: rows by adjustment_id, transaction_type, ordinal
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each movement between the shop's balance and the seller's bank: cash, no result.
      ## No column says the currency. Days are those of UTC.
      kind tiktok_withdrawals {
        label: "TikTok Shop withdrawals", zh "TikTok Shop 提现记录"
        platform: "tiktok"
        source: withdrawals
        column withdrawal_id: text from "Reference ID"
        column transaction_type: text from "Type"
        column day: day from "Request time (UTC)"
        column completed_day: day from "Success time (UTC)"
        column transaction_status: text from "Status"
        column amount: money in currency from "Amount"
        needs: withdrawal_id, transaction_type, day, amount
        replaces: rows by withdrawal_id, transaction_type
        private: "Bank account"
      }

      ## One row for each video or product card of a campaign, over the whole period of the report.
      ## The period is in no row: load the file with `date`. A video stands in several campaigns, and
      ## its rows add up.
      kind tiktok_gmv_max {
        label: "TikTok GMV Max creatives", zh "TikTok GMV Max 素材报告"
        platform: "tiktok"
        source: ads_by_product
        column day: day
        column ad_type: text always "GMV Max"
        column campaign_id: text from "Campaign ID"
        column campaign: text from "Campaign name"
        column item_id: text from "Product ID"
        column creative_type: text from "Creative type"
        column creative: text from "Video title"
        column creative_id: text from "Video ID"
        column creator: text from "TikTok account"
        column status: text from "Status"
        column spend: money in currency from "Cost", "Biaya"
        column ad_orders: count from "SKU orders", "Pesanan SKU"
        column ad_sales: money in currency from "Gross revenue", "Gross revenue (Current Shop)",
          "Penghasilan bruto (Toko saat ini)", "Penghasilan bruto"
        column impressions: count from "Product ad impressions"
        column clicks: count from "Product ad clicks"
        needs: campaign_id, item_id, creative_id, spend, ad_sales
        replaces: rows by day, campaign_id, item_id, creative_id, creative_type, ordinal
        ignored: "Time posted", "Authorization type", "ROI", "Product ad click rate",
          "Ad conversion rate", "2-second ad video view rate", "6-second ad video view rate",
          "25% ad video view rate", "50% ad video view rate", "75% ad video view rate",
          "100% ad video view rate", "Currency"
        uncertain: "The names of the columns are known, their order is not; no file of a seller was seen.",
          zh "列名已知，顺序未知，没有见过卖家的真实文件"
      }

      ## One row for each live show. Its cost is that of the show's own campaign, on the day on which
      ## it began.
      kind tiktok_live {
        label: "TikTok GMV Max LIVE", zh "TikTok GMV Max 直播报告"
        platform: "tiktok"
        source: ads_by_product
        column day: instant from "Launched time"
        column ad_type: text always "GMV Max LIVE"
        column campaign_id: text from "Campaign ID"
        column campaign: text from "Campaign name"
        column creative: text from "LIVE name"
        column status: text from "Status"
        column spend: money in currency from "Cost", "Biaya"
        column ad_orders: count from "SKU orders (Current Shop)", "SKU orders"
        column ad_sales: money in currency from "Gross revenue (Current Shop)", "Gross revenue"
        column views: count from "LIVE views"
        needs: creative, day, spend, views
        lacks: "Video ID"
        replaces: rows by day, campaign_id, creative, ordinal
        ignored: "LIVE duration (min)", "ROI", "Currency"
        uncertain: "Only some columns are known; no file of a seller was seen.",
          zh "只知道部分列，没有见过卖家的真实文件"
      }

      ## One row for each product of an order that came by a creator. The commission is in the income,
      ## too: never add the two. Until an order is settled it is an estimate; an order that is
      ## Ineligible earns the creator nothing.
      kind tiktok_affiliate {
        label: "TikTok affiliate orders", zh "TikTok 联盟带货订单"
        platform: "tiktok"
        source: affiliate_orders
        column order_id: text from "Order ID"
        column day: instant from "Time Created"
        column delivered_day: instant from "Order Delivery Time"
        column paid_day: instant from "Time Commission Paid"
        column order_status: text from "Order Status", "Order settlement status"
        column is_returned: truth from "Fully returned or refunded"
        column item_id: text from "Product ID"
        column variant_id: text from "SKU ID"
        column title: text from "Product Name"
        column creator: text from "Creator Username"
        column content_type: text from "Content Type"
        column content_id: text from "Content ID"
        column units: count from "Quantity", "Items sold"
        column amount: money in currency from "Payment Amount", "GMV"
        column commission_rate: percent from "Standard commission rate"
        column estimated_base: money in currency from "Est. Commission Base"
        column estimated_commission: money in currency from "Est. standard commission payment"
        column commission_base: money in currency from "Actual Commission Base"
        column commission: money in currency from "Actual Commission Payment",
          "Total final earned amount"
        column estimated_ads_commission: money in currency from "Est. Shop Ads commission payment"
        column ads_commission: money in currency from "Actual Shop Ads commission payment"
        needs: order_id, item_id, creator, units
        replaces: rows by order_id, item_id, variant_id, creator, ordinal
        ignored: "Price", "Payment method", "commission model", "Shop Ads commission rate"
        uncertain: "Only some columns of such files are known; no file of a seller was seen.",
          zh "只知道部分列，没有见过卖家的真实文件"
      }
      """#)
}
