// Export kinds of eBay: orders, transactions, traffic and promoted listings.

extension ShippedText {
  static let ebay = ShippedText(
    name: "ebay.kepi",
    text: #"""
      ## One row for each item of an order. The row of an order of several items that names no item
      ## sums up the others and is passed over. Prices are as the site shows them: without sales tax
      ## in the United States, with VAT in Europe, which the file does not name. Orders that were
      ## cancelled are not in it, refunds and fees neither: those are in the transactions.
      kind ebay_orders {
        label: "eBay orders", zh "eBay 订单报告"
        platform: "ebay"
        source: order_lines
        column order_id: text from "Order Number"
        column sales_record: text from "Sales Record Number"
        column order_item_id: text from "Transaction ID"
        column item_id: text from "Item Number"
        column day: day from "Sale Date"
        column paid_day: day from "Paid On Date"
        column fulfilled_day: day from "Shipped On Date", "Dispatched On Date"
        column order_status: text always "unpaid"
        column sku: text from "Custom Label"
        column title: text from "Item Title"
        column units: count from "Quantity"
        column item_price: money in currency from "Sold For", times "Quantity"
        column shipping_price: money in currency from "Shipping And Handling", "Postage And Packaging"
        column ship_country: text from "Ship To Country", "Post To Country"
        column service_level: text from "Shipping Service", "Delivery Service"
        column is_promoted: truth from "Sold Via Promoted Listings"
        carried: day, paid_day, fulfilled_day, ship_country within order_id
        word: order_status "paid" given paid_day
        filled: item_id
        footers: "record(s) downloaded", "Seller ID"
        needs: order_id, item_id, day, units, item_price
        replaces: whole order_id
        private: "Buyer Username", "Buyer Name", "Buyer Email", "Buyer Note", "Buyer Address 1",
          "Buyer Address 2", "Buyer City", "Buyer State", "Buyer County", "Buyer Zip",
          "Buyer Postcode", "Buyer Tax Identifier Name", "Buyer Tax Identifier Value",
          "Ship To Name", "Ship To Phone", "Ship To Address 1", "Ship To Address 2", "Ship To City",
          "Ship To State", "Ship To Zip", "Post To Name", "Post To Phone", "Post To Address 1",
          "Post To Address 2", "Post To City", "Post To County", "Post To Postcode", "Tax City",
          "Tax State", "Tax Zip", "My Item Note", "PayPal Transaction ID", "Tracking Number",
          "Global Shipping Reference ID", "Click And Collect Reference Number",
          "eBay Reference Name", "eBay Reference Value"
        ignored: "Buyer Country", "Item Location", "Item Zip Code", "Item Postcode", "Item Country",
          "eBay Collect And Remit Tax Rate", "eBay Collect And Remit Tax Type", "Tax Status",
          "Seller Collected Tax", "eBay Collected Tax", "Electronic Waste Recycling Fee",
          "Mattress Recycling Fee", "Battery Recycling Fee", "White Goods Disposal Tax",
          "Tire Recycling Fee", "Additional Fee", "Lumber Fee", "Prepaid Wireless Fee",
          "Road Improvement And Food Delivery Fee", "eBay Collected Charges", "Total Price",
          "eBay Collected Tax Included in Total", "eBay Collected Tax and Fees Included in Total",
          "Payment Method", "Commitment Date", "Ship By Date", "Minimum Estimated Delivery Date",
          "Maximum Estimated Delivery Date", "Feedback Left", "Feedback Received",
          "Variation Details", "Global Shipping Program", "Click And Collect", "eBay Plus",
          "Authenticity Verification Program", "Authenticity Verification Status",
          "Authenticity Verification Outcome Reason", "eBay Vault Program", "PSA Vault Program",
          "Vault Fulfillment Type", "eBay Fulfillment Program", "Tax Country",
          "eBay International Shipping"
        uncertain: "No file of a seller was seen. Sold For is read as the price of one unit; the Total Price of an order of several units tells whether it is. Rows without an item are read as sums of the others.",
          zh "没有见过卖家的真实文件。Sold For 按单件价格读取，可用多件订单的 Total Price 核对；没有商品编号的行视为订单合计"
      }

      ## One row for each movement of money: an order with its fees, a refund, a label, an ad fee, a
      ## payout. The gross amount, postage in it, and each fee are lines of their own; tax that eBay
      ## collects and keeps is none of them. Payouts, transfers and holds move cash and are no
      ## result. `quantity` repeats on the lines of a row: count it where amount_description is
      ## gross transaction amount.
      kind ebay_transactions {
        label: "eBay transactions", zh "eBay 交易报告"
        platform: "ebay"
        source: settlement
        column settlement_id: text from "Payout ID"
        column day: day from "Transaction date", "Transaction creation date"
        column deposit_day: day from "Payout date"
        column transaction_type: text from "Type"
        column transaction_status: text from "Payout status"
        column order_id: text from "Order number"
        column order_item_id: text from "Transaction ID"
        column item_id: text from "Item ID"
        column sku: text from "Custom label"
        column quantity: count from "Quantity"
        column description: text from "Description"
        column currency: currency from "Transaction currency", "Payout currency"
        column amount_type: text
        column amount_description: text
        column amount: money in currency
        line: amount_type "Gross", amount_description "gross transaction amount",
          amount from "Gross transaction amount"
        line: amount_type "Fee", amount_description "final value fee - fixed",
          amount from "Final Value Fee - fixed"
        line: amount_type "Fee", amount_description "final value fee - variable",
          amount from "Final Value Fee - variable"
        line: amount_type "Fee", amount_description "regulatory operating fee",
          amount from "Regulatory operating fee"
        line: amount_type "Fee", amount_description "very high item not as described fee",
          amount from "Very high ""item not as described"" fee"
        line: amount_type "Fee", amount_description "below standard performance fee",
          amount from "Below standard performance fee"
        line: amount_type "Fee", amount_description "international fee",
          amount from "International fee"
        line: amount_type "Fee", amount_description "deposit processing fee",
          amount from "Deposit processing fee"
        line: amount_type "Charity", amount_description "charity donation",
          amount from "Charity donation"
        total: amount from "Net amount"
        masked: description
        needs: day, transaction_type, order_id, amount
        lacks: "Sale Date"
        replaces: rows by day, transaction_type, order_id, item_id, order_item_id, description,
          amount_description, amount, ordinal
        private: "Buyer username", "Buyer name", "Ship to city", "Ship to province/region/state",
          "Ship to zip", "Payout method", "Reference ID"
        ignored: "Legacy order ID", "Ship to country", "Reason for hold", "Item title",
          "Item subtotal", "Shipping and handling", "Seller collected tax", "eBay collected tax",
          "Payout currency", "Exchange rate"
      }

      ## One row for each listing, for the whole period that stands above the header. Impressions are
      ## those on eBay's own site. Files of overlapping periods never add up.
      kind ebay_traffic {
        label: "eBay listings traffic", zh "eBay 刊登流量报告"
        platform: "ebay"
        source: listing_traffic
        column day: days to until after "Report for"
        column item_id: text from "eBay item ID"
        column title: text from "Listing title"
        column promoted_status: text from "Current promoted listings status"
        column quantity: count from "Quantity available"
        column impressions: count from "Total impressions on eBay site", "Total impressions"
        column promoted_impressions: count from \
          "Total promoted listings impressions (applies to eBay site only)"
        column organic_impressions: count from "Total organic impressions on eBay site"
        column page_views: count from "Total page views"
        column units_sold: count from "Quantity sold"
        needs: item_id, page_views, units_sold
        replaces: rows by day, until, item_id
        ignored: "Top 20 search slot impressions from promoted listings",
          "Top 20 search spot impressions from promoted listings",
          "% change in top 20 search slot impressions from promoted listings",
          "% change in top 20 search spot impressions from promoted listings",
          "Top 20 search slot organic impressions", "Top 20 search spot organic impressions",
          "% change in top 20 search slot impressions",
          "% change in top 20 search spot impressions", "Rest of search slot impressions",
          "Rest of search spot impressions", "Non-search promoted listings impressions",
          "% Change in non-search promoted listings impressions",
          "Non-search organic impressions", "% Change in non-search organic impressions",
          "Page views via promoted listings impressions on eBay site",
          "Page views via promoted listings Impressions from outside eBay (search engines, affilliates)",
          "Page views via organic impressions on eBay site",
          "Page views from organic impressions outside eBay (Includes page views from search engines)",
          "Click-through rate = Page views from eBay site/Total impressions",
          "Sales conversion rate = Quantity sold/Total page views", "Item Start Date", "Category",
          "% Top 20 Search Impressions", "Total Search Impressions", "Total Promoted Offsite*"
      }

      ## One row for each sale that came by a promoted listing, with the fee for it, on the day of the
      ## sale. The same fee is in the transactions. Equal rows are real.
      kind ebay_promoted_listings {
        label: "eBay Promoted Listings, by sale", zh "eBay 推广刊登按成交报告"
        platform: "ebay"
        source: ads_by_product
        column day: day from "Date sold"
        column item_id: text from "Item ID"
        column ad_type: text always "Promoted Listings"
        column ad_units: count from "Sold qty"
        column ad_sales: money in currency from "Sold for"
        column spend: money in currency from "Ad fees"
        needs: day, item_id, ad_units, spend
        replaces: rows by day, item_id, ad_units, ad_sales, spend, ordinal
        ignored: "Item title"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }
      """#)
}
