// Export kinds of Walmart Marketplace: orders, settlements, items and ads.

extension ShippedText {
  static let walmart = ShippedText(
    name: "walmart.kepi",
    text: #"""
      ## One row for each line of a purchase order; an order of a customer may be several of them.
      ## `Item Cost` is what the buyer pays for one unit, without tax. Replacements of earlier orders
      ## are no sales.
      kind walmart_orders {
        label: "Walmart orders", zh "Walmart 订单导出"
        platform: "walmart"
        source: order_lines
        column order_id: text from "Order#"
        column purchase_order: text from "PO#"
        column order_item_id: text from "Line#"
        column day: day from "Order Date"
        column order_status: text from "Status"
        column fulfilment: text from "Fulfillment Entity"
        column site: site always "US"
        column service_level: text from "Shipping Method"
        column sku: text from "SKU"
        column title: text from "Item Description"
        column product_id: text from "UPC"
        column units: count from "Qty"
        column item_price: money in currency from "Item Cost", times "Qty"
        column item_tax: money in currency from "Tax"
        column shipping_price: money in currency from "Shipping Cost"
        column ship_country: text always "US"
        column is_replacement: truth from "Replacement Order"
        word: order_status "Cancelled" from "Canceled", "Cancelled"
        word: fulfilment "Merchant" from "Seller Fulfilled", "SellerFulfilled"
        word: fulfilment "Walmart" from "WFS", "WFSFulfilled", "Walmart Fulfillment Services"
        needs: order_id, purchase_order, order_item_id, day, units, item_price
        replaces: rows by purchase_order, order_item_id, ordinal
        private: "Customer Name", "Customer Shipping Address", "Customer Phone Number",
          "Ship to Address 1", "Ship to Address 2", "City", "State", "Zip", "Tracking Number",
          "Tracking Url"
        ignored: "Ship By", "Delivery Date", "Segment", "FLIDS", "Shipping Tier", "Shipping SLA",
          "Shipping Config SOurce", "Update Status", "Update Qty", "Carrier", "Seller Order NO",
          "Original Customer Order Id"
        uncertain: "No file of a seller was seen. Item Cost is read as the price of one unit; an order of several units tells whether it is.",
          zh "没有见过卖家的真实文件。Item Cost 按单件价格读取，可用一个多件订单核对"
      }

      ## One row for each amount of an order line: its price, the commission, a tax and the same tax
      ## withheld, a fee. The row PaymentSummary has the period and the payout, which is compared with
      ## the sum. `quantity` repeats on every amount of a line: count it where amount_description is
      ## Product Price. Loading a period again replaces it.
      kind walmart_settlement {
        label: "Walmart reconciliation report", zh "Walmart 结算对账报告"
        platform: "walmart"
        source: settlement
        column settlement_id: text from "Period End Date"
        column total_amount: money in currency from "Total Payable"
        column currency: currency from "Currency"
        column transaction_key: text from "Transaction Key"
        column day: day from "Transaction Posted Timestamp"
        column transaction_type: text from "Transaction Type"
        column description: text from "Transaction Description"
        column order_id: text from "Customer Order #"
        column purchase_order: text from "Purchase Order #"
        column order_item_id: text from "Purchase Order line #"
        column site: site always "US"
        column amount_type: text from "Amount Type"
        column amount_description: text from "Amount Type"
        column amount: money in currency from "Amount"
        column quantity: count from "Ship Qty"
        column sku: text from "Partner Item Id"
        column reason: text from "Transaction Reason Description"
        column fulfilment: text from "Fulfillment Type"
        word: fulfilment "Merchant" from "Seller Fulfilled", "SellerFulfilled"
        word: fulfilment "Walmart" from "WFS", "WFSFulfilled", "Walmart Fulfillment Services"
        needs: transaction_key, transaction_type, amount_type, amount
        carried: settlement_id, currency
        summary: total_amount sums amount
        replaces: rows by day, transaction_key, purchase_order, order_item_id, description,
          amount_type, amount, ordinal
        private: "Ship to State", "Ship to City", "Ship to Zipcode"
        ignored: "Period Start Date", "Customer Order line #", "Commission Rate",
          "Base Commission Rate", "Partner GTIN", "Partner Item Name", "Product Tax Code",
          "Contract Category", "Product Type", "Commission Rule", "Shipping Method",
          "Fulfillment Details", "Original Commission"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each SKU, on the day that `date` says when the file is loaded.
      kind walmart_items {
        label: "Walmart item report", zh "Walmart 商品报告"
        platform: "walmart"
        source: listings
        column day: day
        column sku: text from "SKU"
        column listing_id: text from "Item ID"
        column product_id: text from "GTIN"
        column title: text from "Product Name"
        column product_type: text from "Product Category"
        column listing_status: text from "Publish Status"
        column lifecycle_status: text from "Lifecycle Status"
        column site: site always "US"
        column currency: currency from "Currency"
        column price: money in currency from "Price"
        column list_price: money in currency from "MSRP"
        column buy_box_price: money in currency from "Buy Box Item Price"
        column is_buy_box_eligible: truth from "Buy Box Eligible"
        column fulfilment: text from "Fulfillment Type"
        word: fulfilment "Merchant" from "Seller Fulfilled"
        needs: sku, listing_id, lifecycle_status, price
        replaces: rows by day, sku
        ignored: "Status Change Reason", "Buy Box Shipping Price", "Product Tax Code",
          "Ship Methods", "Shipping Weight", "Shipping Weight Unit", "Fulfillment Lag Time",
          "WFS Sales Restriction", "WPID", "UPC", "Brand", "Item Page URL", "Primary Image URL"
        uncertain: "Half of the columns of such files are known; the others are not read.",
          zh "此类文件只有一半的列已知，其余列未读取"
      }

      ## One row a day for each item of an ad group. Sales arrive late: a later file replaces the rows
      ## of its days.
      kind walmart_connect_items {
        label: "Walmart Connect, item performance", zh "Walmart Connect 商品广告报告"
        platform: "walmart"
        source: ads_by_product
        column day: day from "Date"
        column campaign: text from "Campaign Name"
        column campaign_id: text from "Campaign Id"
        column ad_group: text from "Ad Group Name"
        column ad_group_id: text from "Ad Group Id"
        column item_id: text from "Item Id"
        column site: site always "US"
        column ad_type: text always "Walmart Connect"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Ad Spend"
        column ad_sales: money in currency from "Total Attributed Sales"
        column ad_units: count from "Units Sold"
        column ad_sales_same_sku: money in currency from "Attributed Direct View Sales"
        needs: day, campaign_id, item_id, spend
        replaces: rows by day, campaign_id, ad_group_id, item_id
        ignored: "Item Name", "CTR", "Conversion Rate", "Attributed Brand View Sales"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }
      """#)
}
