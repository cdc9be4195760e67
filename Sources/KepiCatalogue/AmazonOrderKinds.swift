// Export kinds of Amazon: orders, parcels and returns.

extension ShippedText {
  static let amazonOrders = ShippedText(
    name: "amazon-orders.kepi",
    text: #"""
      ## One row for each item of an order; prices are totals of the line, outside the US and CA
      ## with the tax in them. Cancelled lines have no units, pending ones no price. Days are those
      ## of the sales channel's site. The same item twice in an order is two rows, and both count.
      kind amazon_all_orders {
        label: "All orders", zh "所有订单报告"
        platform: "amazon"
        source: order_lines
        quoting: none
        column order_id: text from "amazon-order-id"
        column order_item_id: text from "order-item-id"
        column day: instant from "purchase-date"
        column updated: instant from "last-updated-date"
        column order_status: text from "order-status"
        column item_status: text from "item-status"
        column fulfilment: text from "fulfillment-channel"
        column site: site from "sales-channel"
        column channel: text from "sales-channel"
        column service_level: text from "ship-service-level"
        column sku: text from "sku"
        column asin: text from "asin"
        column units: count from "quantity"
        column currency: currency from "currency"
        column item_price: money in currency from "item-price"
        column item_tax: money in currency from "item-tax"
        column shipping_price: money in currency from "shipping-price"
        column shipping_tax: money in currency from "shipping-tax"
        column gift_wrap_price: money in currency from "gift-wrap-price"
        column gift_wrap_tax: money in currency from "gift-wrap-tax"
        column item_discount: money in currency from "item-promotion-discount"
        column shipping_discount: money in currency from "ship-promotion-discount"
        column ship_country: text from "ship-country"
        column promotion_ids: text from "promotion-ids"
        column is_business: truth from "is-business-order"
        column price_designation: text from "price-designation"
        column is_replacement: truth from "is-replacement-order"
        word: order_status "Cancelled" from "Canceled"
        word: item_status "Cancelled" from "Canceled"
        needs: order_id, day, item_status, item_price
        lacks: "shipment-item-id", "fulfillment-center-id"
        replaces: rows by order_id, order_item_id, sku, ordinal
        dated: updated
        private: "ship-city", "ship-state", "ship-postal-code", "cpf", "buyer-company-name",
          "buyer-cst-number", "buyer-vat-number", "buyer-tax-registration-id",
          "buyer-tax-registration-country", "buyer-tax-registration-type", "buyer-citizen-name",
          "buyer-citizen-id", "buyer-name", "buyer-email", "buyer-phone-number",
          "recipient-name", "licensee-name", "license-number", "license-state",
          "license-expiration-date", "customized-url", "customized-page",
          "purchase-order-number", "payment-method-details", "item-extensions-data",
          "address-type", "ioss-number", "invoice-business-legal-name",
          "invoice-business-address", "invoice-business-tax-id", "invoice-business-tax-office",
          "default-ship-from-address-name", "default-ship-from-address-field-1",
          "default-ship-from-address-field-2", "default-ship-from-address-field-3",
          "default-ship-from-city", "default-ship-from-state", "default-ship-from-country",
          "default-ship-from-postal-code", "actual-ship-from-address-name",
          "actual-ship-from-address-field-1", "actual-ship-from-address-field-2",
          "actual-ship-from-address-field-3", "actual-ship-from-city",
          "actual-ship-from-state", "actual-ship-from-country",
          "actual-ship-from-postal-code", "buyer-requested-cancel-reason"
        ignored: "merchant-order-id", "order-channel", "url", "product-name",
          "number-of-items", "signature-confirmation-recommended", "is-sold-by-ab",
          "tax-collection-model", "tax-collection-responsible-party", "fulfilled-by",
          "is-heavy-or-bulky", "is-exchange-order", "original-order-id",
          "is-amazon-invoiced", "vat-exclusive-item-price", "vat-exclusive-shipping-price",
          "vat-exclusive-giftwrap-price", "is-iba", "is-transparency", "is-ispu-order",
          "store-chain-store-id", "is-pickup-point-order", "pickup-point-type",
          "is-buyer-requested-cancellation", "order-invoice-type"
      }

      ## One row for each item of a parcel that left Amazon's warehouses. An item in two parcels is
      ## two rows. Discounts are negative here. Orders of other shops have no price; they are those
      ## of the channel Non-Amazon. Days are those of the site, by the time of shipping.
      kind amazon_fba_shipments {
        label: "FBA shipments", zh "FBA已发货订单"
        platform: "amazon"
        source: shipments
        quoting: none
        column order_id: text from "amazon-order-id"
        column order_item_id: text from "amazon-order-item-id"
        column shipment_id: text from "shipment-id"
        column shipment_item_id: text from "shipment-item-id"
        column day: instant from "shipment-date"
        column purchase_day: instant from "purchase-date"
        column payment_day: instant from "payments-date"
        column expected_day: instant from "estimated-arrival-date"
        column site: site from "sales-channel"
        column channel: text from "sales-channel"
        column sku: text from "sku"
        column units: count from "quantity-shipped"
        column currency: currency from "currency"
        column item_price: money in currency from "item-price"
        column item_tax: money in currency from "item-tax"
        column shipping_price: money in currency from "shipping-price"
        column shipping_tax: money in currency from "shipping-tax"
        column gift_wrap_price: money in currency from "gift-wrap-price"
        column gift_wrap_tax: money in currency from "gift-wrap-tax"
        column item_discount: money in currency from "item-promotion-discount"
        column shipping_discount: money in currency from "ship-promotion-discount"
        column service_level: text from "ship-service-level"
        column ship_country: text from "ship-country"
        column carrier: text from "carrier"
        column fulfillment_center: text from "fulfillment-center-id"
        column fulfilment: text from "fulfillment-channel"
        word: fulfilment "Amazon" from "AFN"
        word: fulfilment "Merchant" from "MFN"
        needs: order_id, shipment_item_id, day, units
        replaces: rows by shipment_item_id
        private: "buyer-email", "buyer-name", "buyer-phone-number", "recipient-name",
          "ship-address-1", "ship-address-2", "ship-address-3", "ship-city", "ship-state",
          "ship-postal-code", "ship-phone-number", "bill-address-1", "bill-address-2",
          "bill-address-3", "bill-city", "bill-state", "bill-postal-code", "bill-country",
          "tracking-number"
        ignored: "merchant-order-id", "merchant-order-item-id", "reporting-date", "product-name"
      }

      ## One row for each item that is still to be sent by the seller. No price. Open orders are a
      ## state of the day on which they are listed: load the file with `date`.
      kind amazon_unshipped_orders {
        label: "Unshipped orders", zh "待发货订单"
        platform: "amazon"
        source: unshipped_orders
        quoting: none
        column order_id: text from "order-id"
        column order_item_id: text from "order-item-id"
        column day: day
        column purchase_day: instant from "purchase-date"
        column promise_day: instant from "promise-date"
        column days_past_promise: count from "days-past-promise"
        column sku: text from "sku"
        column units: count from "quantity-purchased"
        column shipped_units: count from "quantity-shipped"
        column open_units: count from "quantity-to-ship"
        column service_level: text from "ship-service-level"
        column ship_country: text from "ship-country"
        column is_business: truth from "is-business-order"
        column is_prime: truth from "is-prime"
        column is_replacement: truth from "is-replacement-order"
        column near_cancellation: truth from "verge-of-cancellation"
        column near_late_shipment: truth from "verge-of-lateShipment"
        column cancellation_requested: truth from "is-buyer-requested-cancellation"
        needs: order_id, order_item_id, open_units
        lacks: "amazon-order-id", "item-price"
        replaces: rows by day, order_id, order_item_id
        private: "buyer-email", "buyer-name", "buyer-phone-number", "payment-method-details",
          "recipient-name", "ship-address-1", "ship-address-2", "ship-address-3", "address-type",
          "ship-city", "ship-state", "ship-postal-code", "gift-message-text", "payment-method",
          "customized-url", "customized-page", "purchase-order-number", "buyer-company-name",
          "licensee-name", "license-number", "license-state", "license-expiration-date",
          "default-ship-from-address-name", "default-ship-from-address-field-1",
          "default-ship-from-address-field-2", "default-ship-from-address-field-3",
          "default-ship-from-city", "default-ship-from-state", "default-ship-from-country",
          "default-ship-from-postal-code", "buyer-requested-cancel-reason", "ioss-number"
        ignored: "payments-date", "reporting-date", "number-of-items", "product-name",
          "ship-service-name",
          "gift-wrap-type", "cod-collectible-amount", "already-paid", "payment-method-fee",
          "price-designation", "is-premium-order", "is-exchange-order", "original-order-id",
          "is-transparency", "is-ispu-order", "store-chain-store-id", "tax-collection-model",
          "tax-collection-responsible-party", "signature-confirmation-recommended"
      }

      ## One row for each unit sent again without a new charge.
      kind amazon_fba_replacements {
        label: "FBA replacements", zh "FBA换货报告"
        platform: "amazon"
        source: replacements
        quoting: none
        column day: instant from "shipment-date"
        column sku: text from "sku"
        column asin: text from "asin"
        column fulfillment_center: text from "fulfillment-center-id"
        column original_fulfillment_center: text from "original-fulfillment-center-id"
        column units: count from "quantity"
        column reason: text from "replacement-reason-code"
        column order_id: text from "replacement-amazon-order-id"
        column original_order_id: text from "original-amazon-order-id"
        needs: day, sku, order_id, original_order_id
        replaces: rows by order_id, sku, ordinal
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each unit a customer sent back; not the refund, which the settlement has.
      ## Units of one order differ only by their license plate number.
      kind amazon_fba_returns {
        label: "FBA customer returns", zh "FBA买家退货"
        platform: "amazon"
        source: returns
        quoting: none
        column day: instant from "return-date"
        column order_id: text from "order-id"
        column sku: text from "sku"
        column asin: text from "asin"
        column fnsku: text from "fnsku"
        column units: count from "quantity"
        column fulfillment_center: text from "fulfillment-center-id"
        column disposition: text from "detailed-disposition"
        column reason: text from "reason"
        column return_status: text from "status"
        column license_plate: text from "license-plate-number"
        column fulfilment: text always "Amazon"
        needs: day, order_id, disposition
        lacks: "Return request date", "shipment-item-id", "amazon-order-id"
        replaces: rows by day, order_id, sku, license_plate, ordinal
        private: "customer-comments"
        ignored: "product-name"
      }

      ## One row for each product of a return request to the seller, on the day it was asked for.
      ## Money that was given back is in the settlement too: never add the two.
      kind amazon_seller_returns {
        label: "Seller-fulfilled returns", zh "自配送退货报告"
        platform: "amazon"
        source: returns
        column day: day from "Return request date"
        column delivered_day: day from "Return delivery date"
        column order_day: day from "Order date"
        column order_id: text from "Order ID"
        column order_item_id: text from "Order Item ID"
        column rma_id: text from "Amazon RMA ID"
        column sku: text from "Merchant SKU"
        column asin: text from "ASIN"
        column units: count from "Return quantity"
        column reason: text from "Return Reason"
        column return_status: text from "Return request status"
        column resolution: text from "Resolution"
        column return_type: text from "Return type"
        column fulfilment: text always "Merchant"
        column is_claim: truth from "A-to-Z Claim"
        column in_policy: truth from "In policy"
        column is_prime: truth from "Is prime"
        column currency: currency from "Currency code"
        column label_cost: money in currency from "Label cost"
        column label_payer: text from "Label to be paid by"
        column order_amount: money in currency from "Order Amount"
        column refunded_amount: money in currency from "Refunded Amount"
        column claim_state: text from "SafeT claim state"
        column claim_reimbursement: money in currency from "SafeT claim reimbursement amount"
        needs: day, order_id, rma_id, units
        replaces: rows by rma_id, sku, ordinal
        private: "Tracking ID"
        ignored: "Merchant RMA ID", "Label type", "Return carrier", "Item Name",
          "Invoice number", "Order quantity", "SafeT Action reason", "SafeT claim id",
          "SafeT claim creation time"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }
      """#)
}
