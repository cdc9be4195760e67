// Export kinds of Amazon: account health, feedback, listings and brand analytics.

extension ShippedText {
  static let amazonAccount = ShippedText(
    name: "amazon-account.kepi",
    text: #"""
      ## The interface's report of account health as JSON: for each marketplace one row a measure,
      ## and of the order defects one a fulfilment. Rates are worked out from the counts, since each
      ## has a window of its own. No day inside: load it with `date`.
      kind amazon_seller_performance {
        label: "Account health (seller performance)", zh "账户状况（卖家绩效）"
        platform: "amazon"
        source: account_health
        column day: day
        column site: site from "marketplaceId"
        column account_status: text from "status"
        column measure: text
        column fulfilment: text
        column violation_type: text
        column rating: text
        column odr_orders: count
        column odr_defect_orders: count
        column claims_orders: count
        column chargeback_orders: count
        column negative_feedback_orders: count
        column lsr_orders: count
        column late_shipments: count
        column cancel_orders: count
        column seller_cancellations: count
        column vtr_packages: count
        column valid_tracking_packages: count
        column tracked_shipments: count
        column on_time_shipments: count
        column tracked_units: count
        column on_time_units: count
        column idr_orders: count
        column invoice_defects: count
        column missing_invoices: count
        column late_invoices: count
        column open_violations: count
        column ahr: number
        column target_rate: percent
        column target_condition: text
        column measure_status: text
        line: measure "order defects", fulfilment "Amazon",
          target_rate from "orderDefectRate.afn.targetValue",
          target_condition from "orderDefectRate.afn.targetCondition",
          measure_status from "orderDefectRate.afn.status",
          odr_defect_orders from "orderDefectRate.afn.orderWithDefects.count",
          claims_orders from "orderDefectRate.afn.claims.count",
          chargeback_orders from "orderDefectRate.afn.chargebacks.count",
          negative_feedback_orders from "orderDefectRate.afn.negativeFeedback.count",
          odr_orders from "orderDefectRate.afn.orderCount"
        line: measure "order defects", fulfilment "Merchant",
          target_rate from "orderDefectRate.mfn.targetValue",
          target_condition from "orderDefectRate.mfn.targetCondition",
          measure_status from "orderDefectRate.mfn.status",
          odr_defect_orders from "orderDefectRate.mfn.orderWithDefects.count",
          claims_orders from "orderDefectRate.mfn.claims.count",
          chargeback_orders from "orderDefectRate.mfn.chargebacks.count",
          negative_feedback_orders from "orderDefectRate.mfn.negativeFeedback.count",
          odr_orders from "orderDefectRate.mfn.orderCount"
        line: measure "late shipments", fulfilment "Merchant",
          target_rate from "lateShipmentRate.targetValue",
          target_condition from "lateShipmentRate.targetCondition",
          measure_status from "lateShipmentRate.status",
          late_shipments from "lateShipmentRate.lateShipmentCount",
          lsr_orders from "lateShipmentRate.orderCount"
        line: measure "cancellations", fulfilment "Merchant",
          target_rate from "preFulfillmentCancellationRate.targetValue",
          "prefulfillmentCancelRate.targetValue",
          target_condition from "preFulfillmentCancellationRate.targetCondition",
          "prefulfillmentCancelRate.targetCondition",
          measure_status from "preFulfillmentCancellationRate.status",
          "prefulfillmentCancelRate.status",
          seller_cancellations from "preFulfillmentCancellationRate.cancellationCount",
          "prefulfillmentCancelRate.cancellationCount",
          cancel_orders from "preFulfillmentCancellationRate.orderCount",
          "prefulfillmentCancelRate.orderCount"
        line: measure "valid tracking", fulfilment "Merchant",
          target_rate from "validTrackingRate.targetValue",
          target_condition from "validTrackingRate.targetCondition",
          measure_status from "validTrackingRate.status",
          valid_tracking_packages from "validTrackingRate.validTrackingCount",
          vtr_packages from "validTrackingRate.shipmentCount"
        line: measure "delivery on time", fulfilment "Merchant",
          target_rate from "onTimeDeliveryRate.targetValue",
          target_condition from "onTimeDeliveryRate.targetCondition",
          measure_status from "onTimeDeliveryRate.status",
          on_time_shipments from "onTimeDeliveryRate.onTimeDeliveryCount",
          tracked_shipments from "onTimeDeliveryRate.shipmentCountWithValidTracking"
        line: measure "units on time", fulfilment "Merchant",
          target_rate from "unitOnTimeDeliveryRate.targetValue",
          target_condition from "unitOnTimeDeliveryRate.targetCondition",
          measure_status from "unitOnTimeDeliveryRate.status",
          on_time_units from "unitOnTimeDeliveryRate.unitOnTimeDeliveryCount",
          tracked_units from "unitOnTimeDeliveryRate.totalUnitCount"
        line: measure "invoice defects",
          target_rate from "invoiceDefectRate.targetValue",
          target_condition from "invoiceDefectRate.targetCondition",
          measure_status from "invoiceDefectRate.status",
          invoice_defects from "invoiceDefectRate.invoiceDefect.count",
          missing_invoices from "invoiceDefectRate.missingInvoice.count",
          late_invoices from "invoiceDefectRate.lateInvoice.count",
          idr_orders from "invoiceDefectRate.orderCount"
        line: measure "violations", violation_type "listing policy",
          open_violations from "listingPolicyViolations.defectsCount"
        line: measure "violations", violation_type "product safety",
          open_violations from "productSafetyCustomerComplaints.defectsCount"
        line: measure "violations", violation_type "product authenticity",
          open_violations from "productAuthenticityCustomerComplaints.defectsCount"
        line: measure "violations", violation_type "product condition",
          open_violations from "productConditionCustomerComplaints.defectsCount"
        line: measure "violations", violation_type "intellectual property, received",
          open_violations from "receivedIntellectualPropertyComplaints.defectsCount"
        line: measure "violations", violation_type "intellectual property, suspected",
          open_violations from "suspectedIntellectualPropertyViolations.defectsCount"
        line: measure "violations", violation_type "food and product safety",
          open_violations from "foodAndProductSafetyIssues.defectsCount"
        line: measure "violations", violation_type "customer reviews",
          open_violations from "customerProductReviewsPolicyViolations.defectsCount"
        line: measure "violations", violation_type "other policy",
          open_violations from "otherPolicyViolations.defectsCount"
        line: measure "violations", violation_type "document requests",
          open_violations from "documentRequests.defectsCount", "documentRequest.defectsCount"
        line: measure "account health rating", rating from "accountHealthRating.ahrStatus",
          "accountHealthRating.accountHealthRatingStatus", ahr from "accountHealthRating.ahrScore"
        needs: lsr_orders, late_shipments
        replaces: rows by day, measure, fulfilment, violation_type
        ignored: "lateShipmentRate.rate", "lateShipmentRate.reportingDateRange.reportingDateFrom",
          "lateShipmentRate.reportingDateRange.reportingDateTo", "orderDefectRate.afn.rate",
          "orderDefectRate.afn.reportingDateRange.reportingDateFrom",
          "orderDefectRate.afn.reportingDateRange.reportingDateTo", "orderDefectRate.mfn.rate",
          "orderDefectRate.mfn.reportingDateRange.reportingDateFrom",
          "orderDefectRate.mfn.reportingDateRange.reportingDateTo",
          "preFulfillmentCancellationRate.rate",
          "preFulfillmentCancellationRate.reportingDateRange.reportingDateFrom",
          "preFulfillmentCancellationRate.reportingDateRange.reportingDateTo",
          "prefulfillmentCancelRate.rate",
          "prefulfillmentCancelRate.reportingDateRange.reportingDateFrom",
          "prefulfillmentCancelRate.reportingDateRange.reportingDateTo", "validTrackingRate.rate",
          "validTrackingRate.reportingDateRange.reportingDateFrom",
          "validTrackingRate.reportingDateRange.reportingDateTo", "onTimeDeliveryRate.rate",
          "onTimeDeliveryRate.reportingDateRange.reportingDateFrom",
          "onTimeDeliveryRate.reportingDateRange.reportingDateTo", "unitOnTimeDeliveryRate.rate",
          "unitOnTimeDeliveryRate.reportingDateRange.reportingDateFrom",
          "unitOnTimeDeliveryRate.reportingDateRange.reportingDateTo", "invoiceDefectRate.rate",
          "invoiceDefectRate.reportingDateRange.reportingDateFrom",
          "invoiceDefectRate.reportingDateRange.reportingDateTo", "listingPolicyViolations.status",
          "listingPolicyViolations.targetValue", "listingPolicyViolations.targetCondition",
          "listingPolicyViolations.reportingDateRange.reportingDateFrom",
          "listingPolicyViolations.reportingDateRange.reportingDateTo",
          "productSafetyCustomerComplaints.status", "productSafetyCustomerComplaints.targetValue",
          "productSafetyCustomerComplaints.targetCondition",
          "productSafetyCustomerComplaints.reportingDateRange.reportingDateFrom",
          "productSafetyCustomerComplaints.reportingDateRange.reportingDateTo",
          "productAuthenticityCustomerComplaints.status",
          "productAuthenticityCustomerComplaints.targetValue",
          "productAuthenticityCustomerComplaints.targetCondition",
          "productAuthenticityCustomerComplaints.reportingDateRange.reportingDateFrom",
          "productAuthenticityCustomerComplaints.reportingDateRange.reportingDateTo",
          "productConditionCustomerComplaints.status",
          "productConditionCustomerComplaints.targetValue",
          "productConditionCustomerComplaints.targetCondition",
          "productConditionCustomerComplaints.reportingDateRange.reportingDateFrom",
          "productConditionCustomerComplaints.reportingDateRange.reportingDateTo",
          "receivedIntellectualPropertyComplaints.status",
          "receivedIntellectualPropertyComplaints.targetValue",
          "receivedIntellectualPropertyComplaints.targetCondition",
          "receivedIntellectualPropertyComplaints.reportingDateRange.reportingDateFrom",
          "receivedIntellectualPropertyComplaints.reportingDateRange.reportingDateTo",
          "suspectedIntellectualPropertyViolations.status",
          "suspectedIntellectualPropertyViolations.targetValue",
          "suspectedIntellectualPropertyViolations.targetCondition",
          "suspectedIntellectualPropertyViolations.reportingDateRange.reportingDateFrom",
          "suspectedIntellectualPropertyViolations.reportingDateRange.reportingDateTo",
          "foodAndProductSafetyIssues.status", "foodAndProductSafetyIssues.targetValue",
          "foodAndProductSafetyIssues.targetCondition",
          "foodAndProductSafetyIssues.reportingDateRange.reportingDateFrom",
          "foodAndProductSafetyIssues.reportingDateRange.reportingDateTo",
          "customerProductReviewsPolicyViolations.status",
          "customerProductReviewsPolicyViolations.targetValue",
          "customerProductReviewsPolicyViolations.targetCondition",
          "customerProductReviewsPolicyViolations.reportingDateRange.reportingDateFrom",
          "customerProductReviewsPolicyViolations.reportingDateRange.reportingDateTo",
          "otherPolicyViolations.status", "otherPolicyViolations.targetValue",
          "otherPolicyViolations.targetCondition",
          "otherPolicyViolations.reportingDateRange.reportingDateFrom",
          "otherPolicyViolations.reportingDateRange.reportingDateTo",
          "orderDefectRate.afn.fulfillmentType", "orderDefectRate.afn.orderWithDefects.status",
          "orderDefectRate.afn.claims.status", "orderDefectRate.afn.chargebacks.status",
          "orderDefectRate.afn.negativeFeedback.status", "orderDefectRate.mfn.fulfillmentType",
          "orderDefectRate.mfn.orderWithDefects.status", "orderDefectRate.mfn.claims.status",
          "orderDefectRate.mfn.chargebacks.status", "orderDefectRate.mfn.negativeFeedback.status",
          "invoiceDefectRate.invoiceDefect.status", "invoiceDefectRate.missingInvoice.status",
          "invoiceDefectRate.lateInvoice.status",
          "accountHealthRating.reportingDateRange.reportingDateFrom",
          "accountHealthRating.reportingDateRange.reportingDateTo", "documentRequest.status",
          "documentRequest.targetValue", "documentRequest.targetCondition",
          "documentRequest.reportingDateRange.reportingDateFrom",
          "documentRequest.reportingDateRange.reportingDateTo", "documentRequests.status",
          "documentRequests.targetValue", "documentRequests.targetCondition",
          "documentRequests.reportingDateRange.reportingDateFrom",
          "documentRequests.reportingDateRange.reportingDateTo",
          "orderDefectRate.afn.reportingDateRange", "warningStates", "warningState"
        uncertain: "The columns are those of the published schema; no file of a seller was seen.",
          zh "列名来自公开的结构，没有见过卖家的真实文件"
      }

      ## The other list of the same report: whether each marketplace lets the account sell. No day
      ## inside: load it with `date`.
      kind amazon_account_status {
        label: "Account health (status of the account)", zh "账户状况（账户状态）"
        platform: "amazon"
        source: account_statuses
        column day: day
        column site: site from "marketplaceId"
        column account_status: text from "status"
        needs: site, account_status
        lacks: "lateShipmentRate.orderCount", "lateShipmentRate.lateShipmentCount", "asin", "sku",
          "sellerSku", "amazonOrderId", "orderId", "reportType", "itemName", "campaignId"
        replaces: rows by day
        uncertain: "The columns are those of the published schema; no file of a seller was seen.",
          zh "列名来自公开的结构，没有见过卖家的真实文件"
      }

      ## One row for each rating of the seller. One and two stars are negative, three neutral.
      kind amazon_feedback {
        label: "Seller feedback", zh "买家反馈"
        platform: "amazon"
        source: feedback
        quoting: none
        column day: day from "Date"
        column rating: number from "Rating"
        column order_id: text from "Order ID"
        private: "Comments", "Your Response", "Rater Email"
        needs: day, rating, order_id
        lacks: "Return request date"
        replaces: rows by day, order_id
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each offer of the account: all, or the active ones. No price while inactive; no
      ## quantity where Amazon ships. The product's id is its ASIN where its type is 1; an ISBN (2),
      ## a UPC (3) or an EAN (4) is none. No day inside: load it with `date`.
      kind amazon_listings {
        label: "Listings (all, active)", zh "商品信息报告"
        platform: "amazon"
        source: listings
        quoting: none
        column day: day
        column sku: text from "seller-sku"
        column asin: text from "asin1", instead "product-id" given product_id_type "1",
          instead "product-id" given product_id_type "" formed "B?????????", "#########?"
        column listing_id: text from "listing-id"
        column product_id: text from "product-id"
        column product_id_type: text from "product-id-type"
        column title: text from "item-name"
        column price: money in currency from "price"
        column quantity: count from "quantity"
        column pending_quantity: count from "pending-quantity"
        column open_day: instant from "open-date"
        column condition: text from "item-condition"
        column fulfilment: text from "fulfillment-channel"
        column business_price: money in currency from "Business Price"
        column listing_status: text from "status"
        word: fulfilment "Merchant" from "DEFAULT"
        word: fulfilment "Amazon" from "AMAZON_NA", "AMAZON_EU", "AMAZON_JP", "AMAZON_IN",
          "AMAZON_AU", "AMAZON_FE"
        needs: sku, listing_id, price, fulfilment
        replaces: rows by day, sku
        ignored: "item-description", "image-url", "item-is-marketplace", "zshop-shipping-fee",
          "item-note", "zshop-category1", "zshop-browse-path", "zshop-storefront-feature", "asin2",
          "asin3", "will-ship-internationally", "expedited-shipping", "zshop-boldface",
          "bid-for-featured-placement", "add-delete", "merchant-shipping-group",
          "Quantity Price Type", "Quantity Lower Bound 1", "Quantity Price 1",
          "Quantity Lower Bound 2", "Quantity Price 2", "Quantity Lower Bound 3",
          "Quantity Price 3", "Quantity Lower Bound 4", "Quantity Price 4",
          "Quantity Lower Bound 5", "Quantity Price 5", "Progressive Price Type",
          "Progressive Lower Bound 1", "Progressive Price 1", "Progressive Lower Bound 2",
          "Progressive Price 2", "Progressive Lower Bound 3", "Progressive Price 3"
      }

      ## One row for each SKU with price and quantity. No quantity where Amazon ships. No day
      ## inside: load it with `date`.
      kind amazon_inventory_report {
        label: "Inventory report (price and quantity)", zh "库存报告（价格和数量）"
        platform: "amazon"
        source: listings
        quoting: none
        column day: day
        column sku: text from "sku"
        column asin: text from "asin"
        column price: money in currency from "price"
        column quantity: count from "quantity"
        column business_price: money in currency from "Business Price"
        needs: sku, asin, price, quantity
        lacks: "listing-id", "fnsku", "order-id", "product-name", "condition", "amazon-order-id"
        replaces: rows by day, sku
        ignored: "Quantity Price Type", "Quantity Lower Bound 1", "Quantity Price 1",
          "Quantity Lower Bound 2", "Quantity Price 2", "Quantity Lower Bound 3",
          "Quantity Price 3", "Quantity Lower Bound 4", "Quantity Price 4",
          "Quantity Lower Bound 5", "Quantity Price 5", "Progressive Price Type",
          "Progressive Lower Bound 1", "Progressive Price 1", "Progressive Lower Bound 2",
          "Progressive Price 2", "Progressive Lower Bound 3", "Progressive Price 3"
      }

      ## One row for each search query of a week, month or quarter: all of the shop, and the brand's
      ## or ASIN's own part. Shares are worked out from the counts. Medians of prices do not add up.
      kind amazon_search_query_performance {
        label: "Brand Analytics, search query performance", zh "品牌分析 搜索查询绩效"
        platform: "amazon"
        source: search_performance
        column reporting_range: text after "Reporting Range="
        column day: days by reporting_range to until from "Reporting Date"
        column brand: text after "Brand=", "Marke=", "Marca="
        column asin: text after "ASIN="
        column site: site named "{??}_Search_*"
        column search_query: text from "Search Query", "Suchabfrage", "Query di ricerca"
        column search_volume: count from "Search Query Volume", "Volumen der Suchabfrage",
          "Volume delle query di ricerca"
        column total_impressions: count from "Impressions: Total Count",
          "Impressioni: numero totale"
        column own_impressions: count from "Impressions: Brand Count", "Impressions: ASIN Count"
        column total_clicks: count from "Clicks: Total Count"
        column own_clicks: count from "Clicks: Brand Count", "Clicks: ASIN Count"
        column total_cart_adds: count from "Cart Adds: Total Count"
        column own_cart_adds: count from "Cart Adds: Brand Count", "Cart Adds: ASIN Count"
        column total_purchases: count from "Purchases: Total Count"
        column own_purchases: count from "Purchases: Brand Count", "Purchases: ASIN Count"
        column clicks_price: money in currency from "Clicks: Price (Median)"
        column own_clicks_price: money in currency from "Clicks: Brand Price (Median)",
          "Clicks: ASIN Price (Median)"
        column cart_adds_price: money in currency from "Cart Adds: Price (Median)"
        column own_cart_adds_price: money in currency from "Cart Adds: Brand Price (Median)",
          "Cart Adds: ASIN Price (Median)"
        column purchases_price: money in currency from "Purchases: Price (Median)"
        column own_purchases_price: money in currency from "Purchases: Brand Price (Median)",
          "Purchases: ASIN Price (Median)"
        needs: search_query, search_volume, day
        replaces: rows by day, until, brand, asin, search_query
        ignored: "Search Query Score", "Clicks: Click Rate %", "Cart Adds: Cart Add Rate %",
          "Purchases: Purchase Rate %", "Impressions: Brand Share %", "Impressions: ASIN Share %",
          "Clicks: Brand Share %", "Clicks: ASIN Share %", "Cart Adds: Brand Share %",
          "Cart Adds: ASIN Share %", "Purchases: Brand Share %", "Purchases: ASIN Share %",
          "Clicks: Same Day Shipping Speed", "Clicks: 1D Shipping Speed",
          "Clicks: 2D Shipping Speed", "Cart Adds: Same Day Shipping Speed",
          "Cart Adds: 1D Shipping Speed", "Cart Adds: 2D Shipping Speed",
          "Purchases: Same Day Shipping Speed", "Purchases: 1D Shipping Speed",
          "Purchases: 2D Shipping Speed", "Eindrücke: Markenanteil %", "Klicks: Markenanteil %",
          "Käufe: Markenanteil %", "Impressioni: % quota del marchio", "Clic: % quota del marchio",
          "Acquisti: % quota del marchio"
      }

      ## The most searched terms of a week, month or quarter with the three products that were
      ## clicked most: one row for each of them. A rank and a share do not add up.
      kind amazon_top_search_terms {
        label: "Brand Analytics, top search terms", zh "品牌分析 热门搜索词"
        platform: "amazon"
        source: search_terms_top
        column reporting_range: text after "Reporting Range="
        column day: days by reporting_range to until from "Reporting Date"
        column site: site named "{??}_*"
        column search_term: text from "Search Term"
        column search_rank: number from "Search Frequency Rank"
        column place: text
        column brand: text
        column category: text
        column asin: text
        column click_share: percent points
        column conversion_share: percent points
        line: place "1", brand from "Top Clicked Brand #1", "Top Clicked Brands #1",
          category from "Top Clicked Category #1",
          click_share from "Top Clicked Product #1: Click Share",
          conversion_share from "Top Clicked Product #1: Conversion Share",
          asin from "Top Clicked Product #1: ASIN"
        line: place "2", brand from "Top Clicked Brand #2", "Top Clicked Brands #2",
          category from "Top Clicked Category #2",
          click_share from "Top Clicked Product #2: Click Share",
          conversion_share from "Top Clicked Product #2: Conversion Share",
          asin from "Top Clicked Product #2: ASIN"
        line: place "3", brand from "Top Clicked Brand #3", "Top Clicked Brands #3",
          category from "Top Clicked Category #3",
          click_share from "Top Clicked Product #3: Click Share",
          conversion_share from "Top Clicked Product #3: Conversion Share",
          asin from "Top Clicked Product #3: ASIN"
        needs: search_term, search_rank, asin
        replaces: rows by day, until, search_term, place
        ignored: "Top Clicked Product #1: Product Title", "Top Clicked Product #2: Product Title",
          "Top Clicked Product #3: Product Title"
      }

      ## The interface's report as JSON: for each ASIN and period the buyers who came again. Shares
      ## are fractions and do not add up.
      kind amazon_repeat_purchase {
        label: "Brand Analytics, repeat purchase", zh "品牌分析 重复购买"
        platform: "amazon"
        source: repeat_purchase
        column day: day from "startDate"
        column until: day from "endDate"
        column site: site from "reportSpecification.marketplaceIds", "marketplaceIds"
        column asin: text from "asin"
        column orders: count from "orders"
        column customers: count from "uniqueCustomers"
        column repeat_customer_share: number from "repeatCustomersPctTotal"
        column repeat_revenue: money in currency from "repeatPurchaseRevenue.amount"
        column currency: currency from "repeatPurchaseRevenue.currencyCode"
        column repeat_revenue_share: number from "repeatPurchaseRevenuePctTotal"
        needs: asin, customers, repeat_customer_share
        replaces: rows by day, until, asin
        uncertain: "The columns are those of the published schema; no file of a seller was seen.",
          zh "列名来自公开的结构，没有见过卖家的真实文件"
      }

      ## The interface's report as JSON: for each ASIN and period the three products bought with it
      ## most. Shares are fractions and do not add up.
      kind amazon_market_basket {
        label: "Brand Analytics, market basket", zh "品牌分析 购物篮分析"
        platform: "amazon"
        source: market_basket
        column day: day from "startDate"
        column until: day from "endDate"
        column site: site from "reportSpecification.marketplaceIds", "marketplaceIds"
        column asin: text from "asin"
        column purchased_with_asin: text from "purchasedWithAsin"
        column purchased_with_rank: number from "purchasedWithRank"
        column combination_share: number from "combinationPct"
        needs: asin, purchased_with_asin, combination_share
        replaces: rows by day, until, asin, purchased_with_asin
        uncertain: "The columns are those of the published schema; no file of a seller was seen.",
          zh "列名来自公开的结构，没有见过卖家的真实文件"
      }
      """#)
}
