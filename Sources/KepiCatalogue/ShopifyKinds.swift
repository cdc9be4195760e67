// Export kinds of Shopify: orders, payments, stock, products and daily sales.

extension ShippedText {
  static let shopify = ShippedText(
    name: "shopify.kepi",
    text: #"""
      ## One row for each item of an order; its first row has what holds for the whole order. Prices
      ## are those of the line before discounts. Where the sums of an order say that its prices
      ## contain the tax, `item_tax` is the part of the price that is tax; else it is zero.
      ## Discounts and postage are spread over the lines by their prices. `refunded_amount` is what
      ## was given back until the export, on the order's first row, and has no day of its own: dated
      ## refunds are in the payments. Days are those of the shop. Orders of the channel
      ## sell-on-amazon are in Amazon's reports too. A later export replaces an order as a whole.
      kind shopify_orders {
        label: "Shopify orders", zh "Shopify 订单导出"
        platform: "shopify"
        source: order_lines
        column order_name: text from "Name"
        column order_id: text from "Id", instead "Name"
        column day: day from "Created at"
        column paid_day: day from "Paid at"
        column cancelled_day: day from "Cancelled at"
        column fulfilled_day: day from "Fulfilled at", "Fulfillment Date"
        column order_status: text from "Financial Status", always "unknown"
        column item_status: text from "Lineitem fulfillment status"
        column channel: text from "Source"
        column service_level: text from "Shipping Method"
        column payment_method: text from "Payment Method"
        column sku: text from "Lineitem sku"
        column title: text from "Lineitem name"
        column units: count from "Lineitem quantity"
        column currency: currency from "Currency"
        column item_price: money in currency from "Lineitem price", times "Lineitem quantity"
        column item_tax: money in currency
        column item_discount: money in currency from "Discount Amount"
        column shipping_price: money in currency from "Shipping"
        column order_subtotal: money in currency from "Subtotal"
        column order_tax: money in currency from "Taxes"
        column order_total: money in currency from "Total"
        column refunded_amount: money in currency from "Refunded Amount"
        column outstanding_amount: money in currency from "Outstanding Balance"
        column ship_country: text from "Shipping Country"
        carried: order_id, currency, order_status, paid_day, cancelled_day, fulfilled_day, channel,
          service_level, payment_method, ship_country within order_name
        word: order_status "Cancelled" given cancelled_day
        contained: item_tax in item_price by order_tax, order_subtotal, shipping_price,
          order_total within order_name
        shared: item_discount, shipping_price by item_price within order_name
        needs: order_name, day, units, item_price
        replaces: whole order_id
        dated: day
        private: "Email", "Billing Name", "Billing Street", "Billing Address1", "Billing Address2",
          "Billing Company", "Billing City", "Billing Zip", "Billing Phone", "Shipping Name",
          "Shipping Street", "Shipping Address1", "Shipping Address2", "Shipping Company",
          "Shipping City", "Shipping Zip", "Shipping Phone", "Phone", "Notes", "Note Attributes",
          "Employee", "Device ID", "Receipt Number", "Payment Reference", "Payment ID",
          "Payment References"
        ignored: "Fulfillment Status", "Accepts Marketing", "Discount Code",
          "Lineitem compare at price", "Lineitem requires shipping", "Lineitem taxable",
          "Lineitem discount", "Billing Province", "Billing Country", "Shipping Province",
          "Billing Province Name", "Shipping Province Name", "Vendor", "Location", "Tags",
          "Risk Level", "Tax 1 Name", "Tax 1 Value", "Tax 2 Name", "Tax 2 Value", "Tax 3 Name",
          "Tax 3 Value", "Tax 4 Name", "Tax 4 Value", "Tax 5 Name", "Tax 5 Value", "Duties",
          "Payment Terms Name", "Next Payment Due At"
      }

      ## One row for each movement of the balance of Shopify Payments: what the customer paid or got
      ## back, postage and tax in it, and the fee, each a line of its own. Postage labels are taken
      ## from the payout and are not in this file. A movement that is paid out later is replaced.
      kind shopify_payments {
        label: "Shopify Payments transactions", zh "Shopify 收款交易导出"
        platform: "shopify"
        source: settlement
        column settlement_id: text from "Payout ID"
        column day: day from "Transaction Date"
        column deposit_day: day from "Payout Date"
        column transaction_type: text from "Type"
        column transaction_status: text from "Payout Status"
        column order_id: text from "Order"
        column checkout: text from "Checkout"
        column payment_method: text from "Payment Method Name"
        column currency: currency from "Currency"
        column amount_type: text
        column amount_description: text
        column amount: money in currency
        line: amount_type "Payment", amount_description "Amount", amount from "Amount"
        line: amount_type "Fee", amount_description "Fee", amount minus "Fee"
        total: amount from "Net"
        needs: day, transaction_type, order_id, checkout
        replaces: rows by day, transaction_type, order_id, checkout, amount_description, amount,
          ordinal
        ignored: "Card Brand", "Card Source", "Available On", "Presentment Amount",
          "Presentment Currency", "VAT", "Business Entity Name", "Business Entity ID"
      }

      ## One row for each variant of a product at a location, on the day that `date` says when the
      ## file is loaded: the file names none. What a location does not keep has no numbers.
      kind shopify_inventory {
        label: "Shopify inventory", zh "Shopify 库存导出"
        platform: "shopify"
        source: inventory_snapshot
        column day: day
        column handle: text from "Handle"
        column title: text from "Title"
        column option_1: text from "Option1 Value"
        column option_2: text from "Option2 Value"
        column option_3: text from "Option3 Value"
        column sku: text from "SKU"
        column location: text from "Location"
        column inbound_units: count from "Incoming (not editable)", "Incoming"
        column unavailable_units: count from "Unavailable (not editable)", "Unavailable"
        column reserved_units: count from "Committed (not editable)", "Committed"
        column available_units: count from "Available (not editable)", "Available"
        column on_hand_units: count from "On hand (current)", "On hand"
        needs: handle, sku, location, available_units
        replaces: rows by day, handle, option_1, option_2, option_3, sku, location, ordinal
        ignored: "Option1 Name", "Option2 Name", "Option3 Name", "HS Code", "COO", "Bin name",
          "On hand (new)"
      }

      ## One row for each variant of a product; rows that only add a picture are passed over. The
      ## name and the state stand on the first row of a product. The file names no day: load it with
      ## `date`.
      kind shopify_products {
        label: "Shopify products", zh "Shopify 产品导出"
        platform: "shopify"
        source: listings
        column day: day
        column handle: text from "Handle", "URL handle"
        column title: text from "Title"
        column vendor: text from "Vendor"
        column product_type: text from "Type"
        column listing_status: text from "Status"
        column option_1: text from "Option1 Value"
        column option_2: text from "Option2 Value"
        column option_3: text from "Option3 Value"
        column sku: text from "Variant SKU", "SKU"
        column product_id: text from "Variant Barcode", "Barcode"
        column price: money in currency from "Variant Price", "Price"
        column list_price: money in currency from "Variant Compare At Price", "Compare-at price"
        column unit_cost: money in currency from "Cost per item"
        column quantity: count from "Variant Inventory Qty", "Inventory quantity"
        carried: title, vendor, product_type, listing_status within handle
        filled: price
        needs: handle, sku, price
        lacks: "Location", "Lineitem name"
        replaces: rows by day, handle, option_1, option_2, option_3, sku, ordinal
        ignored: "Body (HTML)", "Description", "Product Category", "Product category", "Tags",
          "Published", "Published on online store", "Option1 Name", "Option2 Name", "Option3 Name",
          "Option1 Linked To", "Option2 Linked To", "Option3 Linked To", "Variant Grams",
          "Variant Inventory Tracker", "Variant Inventory Policy", "Variant Fulfillment Service",
          "Variant Requires Shipping", "Variant Taxable", "Image Src", "Image Position",
          "Image Alt Text", "Gift Card", "SEO Title", "SEO Description",
          "Google Shopping / Google Product Category", "Google Shopping / Gender",
          "Google Shopping / Age Group", "Google Shopping / MPN", "Google Shopping / Condition",
          "Google Shopping / Custom Product", "Google Shopping / Custom Label 0",
          "Google Shopping / Custom Label 1", "Google Shopping / Custom Label 2",
          "Google Shopping / Custom Label 3", "Google Shopping / Custom Label 4", "Variant Image",
          "Variant Weight Unit", "Variant Tax Code", "Included / *", "Price / *",
          "Compare At Price / *"
      }

      ## One row for each day of the shop, as its own analytics count: sales by the day of the order,
      ## returns by the day they were made, so a day can be below zero. It is not the sum of the order
      ## export, which has no days for returns. Discounts and returns are negative.
      kind shopify_sales_over_time {
        label: "Shopify total sales over time", zh "Shopify 销售额趋势"
        platform: "shopify"
        source: sales_by_day
        column day: day from "Day"
        column orders_of_day: count from "Orders"
        column ordered_product_sales: money in currency from "Gross sales"
        column discount_amount: money in currency from "Discounts"
        column return_amount: money in currency from "Returns"
        column net_sales_amount: money in currency from "Net sales"
        column shipping_amount: money in currency from "Shipping charges", "Shipping"
        column tax_amount: money in currency from "Taxes"
        column total_sales_amount: money in currency from "Total sales"
        needs: day, ordered_product_sales, net_sales_amount, total_sales_amount
        replaces: rows by day, currency
        ignored: "Duties", "Additional fees"
        uncertain: "The columns are those of published programs; no file of a shop was seen.",
          zh "列名来自公开的程序，没有见过店铺的真实文件"
      }
      """#)
}
