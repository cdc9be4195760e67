// Export kinds of Amazon: stock in its warehouses, and what moves it.

extension ShippedText {
  static let amazonInventory = ShippedText(
    name: "amazon-inventory.kepi",
    text: #"""
      ## One row a day for each product, condition and place: stock at both ends and the movements
      ## between, outward ones negative. Stock is a level: its last value counts, not its sum.
      ## Equal rows of one file are copies and count once.
      kind amazon_fba_ledger_summary {
        label: "FBA inventory ledger, summary", zh "库存分类账 汇总"
        platform: "amazon"
        source: inventory
        column day: days to until from "Date"
        column fnsku: text from "FNSKU"
        column asin: text from "ASIN"
        column sku: text from "MSKU"
        column disposition: text from "Disposition"
        column starting_units: count from "Starting Warehouse Balance",
          "StartingWarehouseBalance"
        column in_transit_units: count from "In Transit Between Warehouses",
          "InTransitBetweenWarehouses"
        column received_units: count from "Receipts"
        column shipped_units: count from "Customer Shipments",
          "CustomerShipments"
        column returned_units: count from "Customer Returns",
          "CustomerReturns"
        column vendor_returned_units: count from "Vendor Returns",
          "VendorReturns"
        column transferred_units: count from "Warehouse Transfer In/Out",
          "WarehouseTransferIn/Out"
        column found_units: count from "Found"
        column lost_units: count from "Lost"
        column damaged_units: count from "Damaged"
        column disposed_units: count from "Disposed"
        column other_units: count from "Other Events",
          "OtherEvents"
        column on_hand_units: count from "Ending Warehouse Balance",
          "EndingWarehouseBalance"
        column unknown_units: count from "Unknown Events",
          "UnknownEvents"
        column location: text from "Location"
        needs: day, disposition, starting_units, on_hand_units
        replaces: distinct rows by day, until, fnsku, sku, disposition, location
        ignored: "Title", "Store"
      }

      ## One row for each movement of a product in Amazon's warehouses, outward ones negative. Two
      ## units that leave in one second are two equal rows, and both count.
      kind amazon_fba_ledger_detail {
        label: "FBA inventory ledger, detail", zh "库存分类账 明细"
        platform: "amazon"
        source: inventory_events
        column day: day from "Date", "Fecha"
        column fnsku: text from "FNSKU"
        column asin: text from "ASIN"
        column sku: text from "MSKU"
        column event_type: text from "Event Type", "Tipo de evento"
        column reference_id: text from "Reference ID", "ID de referencia"
        column units: count from "Quantity", "Cantidad"
        column fulfillment_center: text from "Fulfillment Center", "Centro logístico"
        column disposition: text from "Disposition", "Estado"
        column reason: text from "Reason", "Motivo"
        column country: text from "Country", "País"
        column reconciled_units: count from "Reconciled Quantity", "Cantidad conciliada"
        column unreconciled_units: count from "Unreconciled Quantity", "Cantidad sin conciliar"
        needs: day, event_type, reference_id, units
        replaces: days
        ignored: "Title", "Título", "Date and Time", "Fecha y hora", "Store"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## Corrections of stock, by product and reason. Retired: the ledger has them.
      kind amazon_fba_adjustments {
        label: "FBA inventory adjustments (retired)", zh "库存调整报告（已停用）"
        platform: "amazon"
        source: inventory_events
        quoting: none
        column day: instant from "adjusted-date"
        column reference_id: text from "transaction-item-id"
        column fnsku: text from "fnsku"
        column sku: text from "sku"
        column event_type: text always "Adjustments"
        column units: count from "quantity"
        column fulfillment_center: text from "fulfillment-center-id"
        column reason: text from "reason"
        column disposition: text from "disposition"
        needs: day, reference_id, units, disposition
        replaces: days
        ignored: "product-name"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## Movements of stock by day. Retired: the ledger has them.
      kind amazon_fba_event_detail {
        label: "FBA inventory event detail (retired)", zh "库存事件详情（已停用）"
        platform: "amazon"
        source: inventory_events
        quoting: none
        column day: instant from "snapshot-date"
        column event_type: text from "transaction-type"
        column fnsku: text from "fnsku"
        column sku: text from "sku"
        column units: count from "quantity"
        column fulfillment_center: text from "fulfillment-center-id"
        column disposition: text from "disposition"
        needs: day, event_type, fnsku, units
        lacks: "settlement-id"
        replaces: days
        ignored: "product-name"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## Stock at the end of each day by product, centre and disposition. Retired: the ledger has
      ## it.
      kind amazon_fba_daily_inventory {
        label: "FBA daily inventory history (retired)", zh "每日库存历史（已停用）"
        platform: "amazon"
        source: inventory
        quoting: none
        column day: days to until from "snapshot-date"
        column fnsku: text from "fnsku"
        column sku: text from "sku"
        column disposition: text from "detailed-disposition"
        column on_hand_units: count from "quantity"
        column location: text from "fulfillment-center-id"
        column country: text from "country"
        needs: day, fnsku, disposition, on_hand_units, country
        lacks: "transaction-type", "return-date"
        replaces: distinct rows by day, until, fnsku, sku, disposition, location
        ignored: "product-name"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## Stock at the end of each month by product, centre and disposition. Retired: the ledger
      ## has it.
      kind amazon_fba_monthly_inventory {
        label: "FBA monthly inventory history (retired)", zh "每月库存历史（已停用）"
        platform: "amazon"
        source: inventory
        quoting: none
        column day: days to until from "month"
        column fnsku: text from "fnsku"
        column sku: text from "sku"
        column disposition: text from "detailed-disposition"
        column on_hand_units: count from "end-quantity"
        column mean_on_hand_units: number from "average-quantity"
        column location: text from "fulfillment-center-id"
        column country: text from "country"
        needs: day, fnsku, disposition, on_hand_units
        replaces: distinct rows by day, until, fnsku, sku, disposition, location
        ignored: "product-name"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each SKU and condition as it stands when the file is made; no day inside: load
      ## it with `date`. Totals repeat their parts and are left out. Stock of a pan-European account
      ## stands in the file of each of its sites: count one.
      kind amazon_fba_manage_inventory {
        label: "Manage FBA inventory", zh "管理亚马逊库存报告"
        platform: "amazon"
        source: inventory_snapshot
        quoting: none
        column day: day
        column sku: text from "sku", "Merchant SKU"
        column fnsku: text from "fnsku", "Fulfillment Network SKU", "Fulfilment Network SKU"
        column asin: text from "asin"
        column condition: text from "condition"
        column price: money in currency from "your-price", "Price"
        column merchant_units: count from "mfn-fulfillable-quantity", "MFN Fulfillable Qty"
        column on_hand_units: count from "afn-warehouse-quantity", "AFN Warehouse Qty"
        column available_units: count from "afn-fulfillable-quantity", "AFN Fulfillable Qty"
        column unfulfillable_units: count from "afn-unsellable-quantity", "AFN Unsellable Qty"
        column reserved_units: count from "afn-reserved-quantity", "AFN Encumbered Qty"
        column inbound_working_units: count from "afn-inbound-working-quantity",
          "AFN Inbound Working Qty"
        column inbound_shipped_units: count from "afn-inbound-shipped-quantity",
          "AFN Inbound Shipped Qty"
        column inbound_received_units: count from "afn-inbound-receiving-quantity",
          "AFN Inbound Receiving Qty"
        column researching_units: count from "afn-researching-quantity"
        column future_supply_units: count from "afn-reserved-future-supply"
        column future_supply_buyable_units: count from "afn-future-supply-buyable"
        column unit_volume: number from "per-unit-volume", "Volume"
        needs: sku, available_units, unfulfillable_units
        replaces: rows by day, sku, condition
        ignored: "product-name", "Title", "mfn-listing-exists", "MFN Listing Exists",
          "afn-listing-exists", "AFN Listing Exists", "afn-total-quantity", "AFN Total Qty"
      }

      ## One row for each SKU and condition of the units in Amazon's warehouses; no day inside:
      ## load it with `date`. It repeats what the report on managing the stock has.
      kind amazon_fba_afn_inventory {
        label: "Amazon fulfilled inventory", zh "亚马逊物流库存（AFN）"
        platform: "amazon"
        source: inventory_by_condition
        quoting: none
        column day: day
        column sku: text from "seller-sku"
        column fnsku: text from "fulfillment-channel-sku"
        column asin: text from "asin"
        column condition: text from "condition-type"
        column disposition: text from "Warehouse-Condition-code"
        column on_hand_units: count from "Quantity Available"
        needs: sku, fnsku, disposition, on_hand_units
        replaces: rows by day, sku, fnsku, condition, disposition
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each SKU and country in which units lie; no day inside: load it with `date`.
      ## Of a pan-European account it counts each unit once.
      kind amazon_fba_inventory_by_country {
        label: "FBA multi-country inventory", zh "FBA多国库存"
        platform: "amazon"
        source: inventory_by_country
        quoting: none
        column day: day
        column sku: text from "seller-sku"
        column fnsku: text from "fulfillment-channel-sku"
        column asin: text from "asin"
        column condition: text from "condition-type"
        column country: text from "country"
        column available_units: count from "quantity-for-local-fulfillment"
        needs: sku, country, available_units
        replaces: rows by day, sku, condition, country
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each SKU with the units that wait: for orders, moves between centres or work on
      ## them; no day inside: load it with `date`.
      kind amazon_fba_reserved_inventory {
        label: "FBA reserved inventory", zh "FBA预留库存"
        platform: "amazon"
        source: inventory_reserved
        quoting: none
        column day: day
        column sku: text from "sku"
        column fnsku: text from "fnsku"
        column asin: text from "asin"
        column reserved_units: count from "reserved_qty"
        column customer_order_units: count from "reserved_customerorders"
        column transfer_units: count from "reserved_fc-transfers"
        column processing_units: count from "reserved_fc-processing"
        column program: text from "program"
        needs: sku, reserved_units, transfer_units
        replaces: rows by day, sku, fnsku
        ignored: "product-name"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each SKU that lies in a warehouse and cannot be bought; no day inside: load it
      ## with `date`.
      kind amazon_fba_stranded {
        label: "FBA stranded inventory", zh "无在售信息的亚马逊库存"
        platform: "amazon"
        source: inventory_stranded
        quoting: none
        column day: day
        column stranded_since: day from "date-stranded"
        column removal_day: day from "Date-to-take-auto-removal"
        column status: text from "status-primary"
        column secondary_status: text from "status-secondary"
        column reason: text from "stranded-reason"
        column primary_action: text from "primary-action"
        column asin: text from "asin"
        column sku: text from "sku"
        column fnsku: text from "fnsku"
        column condition: text from "condition"
        column fulfilment: text from "fulfilled-by"
        column price: money in currency from "your-price"
        column stranded_units: count from "fulfillable-qty"
        column unfulfillable_units: count from "unfulfillable-qty"
        column reserved_units: count from "reserved-quantity"
        column inbound_shipped_units: count from "inbound-shipped-qty"
        needs: sku, reason, stranded_units
        replaces: rows by day, sku, condition
        ignored: "product-name", "error-message"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each SKU and condition on the day of the snapshot. Editions part the ages in
      ## different classes, and one file may have several sets, which repeat the same units: what a
      ## class is made of is read from one set, never from two.
      kind amazon_fba_inventory_planning {
        label: "FBA inventory planning", zh "库存规划 库存状况"
        platform: "amazon"
        source: inventory_planning
        quoting: none
        column day: day from "snapshot-date"
        column site: site from "marketplace"
        column sku: text from "sku"
        column fnsku: text from "fnsku"
        column asin: text from "asin"
        column condition: text from "condition"
        column currency: currency from "currency"
        column available_units: count from "available"
        column pending_removal_units: count from "pending-removal-quantity"
        column units_age_0_90: count from "inv-age-0-to-90-days",
          instead "inv-age-0-to-30-days", plus "inv-age-31-to-60-days",
          plus "inv-age-61-to-90-days"
        column units_age_91_180: count from "inv-age-91-to-180-days"
        column units_age_0_180: count from "inv-age-0-to-180-days",
          instead "inv-age-0-to-90-days", plus "inv-age-91-to-180-days",
          instead "inv-age-0-to-30-days", plus "inv-age-31-to-60-days",
          plus "inv-age-61-to-90-days", plus "inv-age-91-to-180-days"
        column units_age_181_270: count from "inv-age-181-to-270-days"
        column units_age_271_365: count from "inv-age-271-to-365-days"
        column units_age_181_365: count from "inv-age-181-to-270-days",
          plus "inv-age-271-to-365-days", instead "inv-age-181-to-330-days",
          plus "inv-age-331-to-365-days"
        column units_age_365_plus: count from "inv-age-365-plus-days",
          instead "inv-age-366-to-455-days", plus "inv-age-456-plus-days"
        column units_age_366_455: count from "inv-age-366-to-455-days"
        column units_age_456_plus: count from "inv-age-456-plus-days"
        column units_shipped_7: count from "units-shipped-t7"
        column units_shipped_30: count from "units-shipped-t30"
        column units_shipped_60: count from "units-shipped-t60"
        column units_shipped_90: count from "units-shipped-t90"
        column price: money in currency from "your-price"
        column excess_units: count from "estimated-excess-quantity"
        column storage_cost_next_month: money in currency from "estimated-storage-cost-next-month"
        column storage_type: text from "storage-type"
        column storage_volume: number from "storage-volume"
        column product_group: text from "product-group"
        column inbound_units: count from "inbound-quantity"
        column inbound_working_units: count from "inbound-working"
        column inbound_shipped_units: count from "inbound-shipped"
        column inbound_received_units: count from "inbound-received"
        column reserved_units: count from "reserved-quantity",
          "Total Reserved Quantity"
        column unfulfillable_units: count from "unfulfillable-quantity"
        column alert: text from "alert"
        column recommended_action: text from "recommended-action"
        needs: day, sku, available_units, condition
        lacks: "sellable-quantity", "afn-fulfillable-quantity"
        replaces: rows by day, sku, condition
        ignored: "product-name", "qty-to-be-charged-ltsf-11-mo", "projected-ltsf-11-mo",
          "qty-to-be-charged-ltsf-12-mo", "estimated-ltsf-next-charge", "sales-price",
          "lowest-price-new-plus-shipping", "lowest-price-used", "healthy-inventory-level",
          "DEPRECATED healthy-inventory-level", "recommended-sales-price",
          "recommended-sale-duration-days", "recommended-removal-quantity",
          "estimated-cost-savings-of-recommended-actions", "sell-through", "item-volume",
          "volume-unit-measurement", "sales-rank", "days-of-supply", "weeks-of-cover-t30",
          "weeks-of-cover-t90", "featuredoffer-price", "sales-shipped-last-7-days",
          "sales-shipped-last-30-days", "sales-shipped-last-60-days",
          "sales-shipped-last-90-days", "no-sale-last-6-months", "quantity-to-be-charged-ais-*",
          "estimated-ais-*", "historical-days-of-supply", "fba-minimum-inventory-level"
      }

      ## One row for each SKU and condition on the day of the snapshot, to about 2020. Weeks of
      ## cover are finished ratios and left out.
      kind amazon_fba_inventory_health {
        label: "FBA inventory health (to 2020)", zh "库存健康报告（旧版）"
        platform: "amazon"
        source: inventory_planning
        quoting: none
        column day: day from "snapshot-date"
        column sku: text from "sku"
        column fnsku: text from "fnsku"
        column asin: text from "asin"
        column condition: text from "condition"
        column currency: currency from "currency"
        column available_units: count from "sellable-quantity"
        column unfulfillable_units: count from "unsellable-quantity"
        column pending_removal_units: count from "qty-with-removals-in-progress"
        column units_age_0_90: count from "inv-age-0-to-90-days"
        column units_age_91_180: count from "inv-age-91-to-180-days"
        column units_age_0_180: count from "inv-age-0-to-90-days", plus "inv-age-91-to-180-days"
        column units_age_181_270: count from "inv-age-181-to-270-days"
        column units_age_271_365: count from "inv-age-271-to-365-days"
        column units_age_181_365: count from "inv-age-181-to-270-days",
          plus "inv-age-271-to-365-days"
        column units_age_365_plus: count from "inv-age-365-plus-days"
        column units_shipped_7: count from "units-shipped-last-7-days"
        column units_shipped_30: count from "units-shipped-last-30-days"
        column units_shipped_90: count from "units-shipped-last-90-days"
        column price: money in currency from "your-price"
        column product_group: text from "product-group"
        column inbound_units: count from "in-bound-quantity"
        needs: day, sku, available_units, unfulfillable_units
        lacks: "afn-fulfillable-quantity", "available"
        replaces: rows by day, sku, condition
        ignored: "product-name", "sales-rank", "total-quantity", "units-shipped-last-24-hrs",
          "units-shipped-last-180-days", "units-shipped-last-365-days", "weeks-of-cover-t7",
          "weeks-of-cover-t30", "weeks-of-cover-t90", "weeks-of-cover-t180",
          "weeks-of-cover-t365", "num-afn-new-sellers", "num-afn-used-sellers", "sales-price",
          "lowest-afn-new-price", "lowest-afn-used-price", "lowest-mfn-new-price",
          "lowest-mfn-used-price", "qty-to-be-charged-ltsf-12-mo",
          "qty-in-long-term-storage-program", "projected-ltsf-12-mo", "per-unit-volume",
          "is-hazmat", "asin-limit", "inbound-recommend-quantity", "qty-to-be-charged-ltsf-6-mo",
          "projected-ltsf-6-mo"
      }

      ## One row for each SKU of a country with what lies where and what to send; no day inside:
      ## load it with `date`, unless a column `Date` was added.
      kind amazon_fba_restock {
        label: "FBA restock inventory", zh "补充库存报告"
        platform: "amazon"
        source: inventory_restock
        column day: day from "Date"
        column site: site from "Country"
        column sku: text from "Merchant SKU"
        column fnsku: text from "FNSKU"
        column asin: text from "ASIN"
        column condition: text from "Condition"
        column supplier: text from "Supplier"
        column currency: currency from "Currency code"
        column price: money in currency from "Price"
        column sales_30: money in currency from "Sales last 30 days"
        column units_shipped_30: count from "Units Sold Last 30 Days"
        column inbound_units: count from "Inbound"
        column available_units: count from "Available"
        column transfer_units: count from "FC transfer"
        column processing_units: count from "FC Processing"
        column customer_order_units: count from "Customer Order"
        column unfulfillable_units: count from "Unfulfillable"
        column inbound_working_units: count from "Working"
        column inbound_shipped_units: count from "Shipped"
        column inbound_received_units: count from "Receiving"
        column fulfilment: text from "Fulfilled by"
        column alert: text from "Alert"
        column recommended_units: count from "Recommended replenishment qty"
        column recommended_ship_day: day from "Recommended ship date"
        column recommended_action: text from "Recommended action"
        column size_tier: text from "Unit storage size"
        needs: fnsku, available_units, transfer_units, recommended_units
        replaces: rows by day, sku, fnsku, condition
        ignored: "Product Name", "Supplier part no.", "Total Units",
          "Total Days of Supply (including units from open shipments)",
          "Days of Supply at Amazon Fulfillment Network", "Utilization",
          "Maximum shipment quantity", "Inventory level threshold's published - Current Month",
          "Current month - Very low inventory threshold",
          "Current month - Minimum inventory threshold",
          "Current month - Maximum inventory threshold",
          "Current month - Very high inventory threshold",
          "Inventory level threshold's published - Next Month",
          "Next month - Very low inventory threshold",
          "Next month - Minimum inventory threshold",
          "Next month - Maximum inventory threshold",
          "Next month - Very high inventory threshold"
        uncertain: "Only a file with edited headers was seen; see `show loads` for columns not used.",
          zh "只见过表头被改过的文件，未使用的列见 `show loads`"
      }

      ## One row for each product of a removal order: asked for, done and still open. Quantities
      ## change until it is done, and the newest file has them.
      kind amazon_fba_removal_orders {
        label: "FBA removal orders", zh "移除订单详情"
        platform: "amazon"
        source: removals
        quoting: none
        column day: instant from "request-date"
        column updated: instant from "last-updated-date"
        column order_id: text from "order-id"
        column order_type: text from "order-type"
        column service_level: text from "service-speed"
        column order_status: text from "order-status"
        column sku: text from "sku"
        column fnsku: text from "fnsku"
        column disposition: text from "disposition"
        column units: count from "requested-quantity"
        column cancelled_units: count from "cancelled-quantity"
        column disposed_units: count from "disposed-quantity"
        column shipped_units: count from "shipped-quantity"
        column in_process_units: count from "in-process-quantity"
        column currency: currency from "currency"
        column removal_fee: money in currency from "removal-fee"
        needs: day, order_id, order_type, units
        replaces: rows by order_id, sku, fnsku, disposition
        dated: updated
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each box of a removal order.
      kind amazon_fba_removal_shipments {
        label: "FBA removal shipments", zh "移除货件详情"
        platform: "amazon"
        source: removal_shipments
        quoting: none
        column day: instant from "shipment-date"
        column request_day: instant from "request-date"
        column order_id: text from "order-id"
        column order_type: text from "removal-order-type"
        column sku: text from "sku"
        column fnsku: text from "fnsku"
        column disposition: text from "disposition"
        column units: count from "shipped-quantity"
        column carrier: text from "carrier"
        needs: day, order_id, units, carrier
        lacks: "shipment-item-id"
        replaces: rows by day, order_id, sku, fnsku, disposition, carrier, ordinal
        private: "tracking-number"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each receipt of units in a centre; corrections are negative. Retired: the
      ## ledger has them.
      kind amazon_fba_received_inventory {
        label: "FBA received inventory (retired)", zh "已接收库存（已停用）"
        platform: "amazon"
        source: inbound
        quoting: none
        column day: instant from "received-date"
        column fnsku: text from "fnsku"
        column sku: text from "sku"
        column received_units: count from "quantity"
        column shipment_id: text from "fba-shipment-id"
        column fulfillment_center: text from "fulfillment-center-id"
        needs: day, shipment_id, received_units
        replaces: days
        ignored: "product-name"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each offer and week of what subscribers were sent: the weeks of a file stand
      ## side by side and become rows.
      kind amazon_subscribe_and_save {
        label: "Subscribe & Save performance", zh "订购省业绩报告"
        platform: "amazon"
        source: subscriptions
        quoting: none
        column day: week by week to until
        column week: text
        column snapshot_day: day from "snapshot-date"
        column offer_state: text from "offer-state"
        column sku: text from "sku"
        column fnsku: text from "fnsku"
        column asin: text from "asin"
        column site: site from "country"
        column units: count
        column out_of_stock_rate: percent
        column price: money in currency
        column discount: percent points
        line: week "1", units from "sns-units-shipped-week-1",
          out_of_stock_rate from "oos-rate-week-1", price from "sns-sale-price-week-1",
          discount from "sns-discount-week-1", day from "week-1-start-date"
        line: week "2", units from "sns-units-shipped-week-2",
          out_of_stock_rate from "oos-rate-week-2", price from "sns-sale-price-week-2",
          discount from "sns-discount-week-2", day from "week-1-start-date"
        line: week "3", units from "sns-units-shipped-week-3",
          out_of_stock_rate from "oos-rate-week-3", price from "sns-sale-price-week-3",
          discount from "sns-discount-week-3", day from "week-1-start-date"
        line: week "4", units from "sns-units-shipped-week-4",
          out_of_stock_rate from "oos-rate-week-4", price from "sns-sale-price-week-4",
          discount from "sns-discount-week-4", day from "week-1-start-date"
        needs: sku, offer_state, units
        replaces: rows by day, until, sku, fnsku
        dated: snapshot_day
        ignored: "product-name"
        uncertain: "No file of a seller was seen. Week 1 is taken as the oldest of the weeks.",
          zh "没有见过卖家的真实文件，第 1 周按最早的一周处理"
      }
      """#)
}
