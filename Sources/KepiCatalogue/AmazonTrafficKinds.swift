// Export kinds of Amazon: sales and traffic.

extension ShippedText {
  static let amazonTraffic = ShippedText(
    name: "amazon-traffic.kepi",
    text: #"""
      ## One row a day for a store on one site, by the calendar of the site. The B2B columns are
      ## part of their neighbours, not on top of them. Not the sum of the report by ASIN.
      kind amazon_business_report_by_date {
        label: "Business report by date", zh "业务报告 按日期"
        platform: "amazon"
        source: traffic_by_day
        matures: restatement 3 days
        column day: day from "Date", "Datum", "日付"
        column until: period of day from "reportSpecification.reportOptions.dateGranularity"
        column site: site from "reportSpecification.marketplaceIds"
        column currency: currency from "salesByDate.orderedProductSales.currencyCode"
        column ordered_product_sales: money in currency from "Ordered Product Sales",
          "Durch bestellte Produkte erzielter Umsatz", "注文商品の売上額",
          "salesByDate.orderedProductSales.amount"
        column ordered_product_sales_b2b: money in currency from "Ordered Product Sales - B2B",
          "Bestellsumme - B2B", "注文商品の売上額 - B2B", "salesByDate.orderedProductSalesB2B.amount"
        column units_ordered: count from "Units Ordered", "Bestellte Einheiten",
          "注文された商品点数", "salesByDate.unitsOrdered"
        column units_ordered_b2b: count from "Units Ordered - B2B", "Bestellte Einheiten - B2B",
          "注文点数 - B2B", "注文された商品点数 - B2B", "salesByDate.unitsOrderedB2B"
        column order_items: count from "Total Order Items", "Zahl der Bestellposten",
          "注文品目総数", "salesByDate.totalOrderItems"
        column order_items_b2b: count from "Total Order Items - B2B",
          "Zahl der Bestellposten - B2B", "注文品目総数 - B2B", "salesByDate.totalOrderItemsB2B"
        column sessions: count from "Sessions - Total", "Sessions", "Sitzungen - Summe",
          "セッション数 - 合計", "trafficByDate.sessions"
        column sessions_b2b: count from "Sessions - Total - B2B", "Sitzungen - Summe - B2B",
          "セッション数 - 合計 - B2B", "trafficByDate.sessionsB2B"
        column page_views: count from "Page Views - Total", "Page Views",
          "Seitenaufrufe - Summe", "ページビュー数 - 合計", "trafficByDate.pageViews"
        column page_views_b2b: count from "Page Views - Total - B2B",
          "Seitenaufrufe - Summe - B2B", "ページビュー数 - 合計 - B2B", "trafficByDate.pageViewsB2B"
        column featured_offer_percentage: percent points from "Featured Offer (Buy Box) Percentage",
          "Buy Box Percentage", "Featured Offer Percentage", "trafficByDate.buyBoxPercentage"
        column units_refunded: count from "Units Refunded", "salesByDate.unitsRefunded"
        column shipped_product_sales: money in currency from "Shipped Product Sales",
          "salesByDate.shippedProductSales.amount"
        column units_shipped: count from "Units Shipped", "salesByDate.unitsShipped"
        column orders_shipped: count from "Orders Shipped", "salesByDate.ordersShipped"
        needs: day, ordered_product_sales, units_ordered
        lacks: "(Child) ASIN", "(Parent) ASIN", "SKU", "Campaign Name"
        replaces: rows by day, until, currency
        ignored: "Average Sales per Order Item", "Average Sales per Order Item - B2B",
          "Average Units per Order Item", "Average Units per Order Item - B2B",
          "Average Selling Price", "Average Selling Price - B2B",
          "Order Item Session Percentage", "Order Item Session Percentage - B2B",
          "Unit Session Percentage", "Unit Session Percentage - B2B", "Average Offer Count",
          "Average Parent Items", "Refund Rate", "Sessions - Mobile App", "Sessions - Browser",
          "Page Views - Mobile App", "Page Views - Browser", "Sessions - Mobile App - B2B",
          "Sessions - Browser - B2B", "Page Views - Mobile App - B2B", "Page Views - Browser - B2B",
          "Feedback Received", "Negative Feedback Received", "Received Negative Feedback Rate",
          "A-to-z Claims Granted", "Claims Amount", "Durchschnittlicher Umsatz/Bestellposten",
          "Durchschnittlicher Umsatz/Bestellposten - B2B",
          "Durchschnitt Anzahl von Einheiten/Bestellposten",
          "Durchschnitt Anzahl von Einheiten/Bestellposten - B2B",
          "Durchschnittlicher Verkaufspreis", "Durchschnittlicher Verkaufspreis - B2B",
          "Prozentsatz Bestellposten pro Sitzung", "Prozentsatz Bestellposten pro Sitzung - B2B",
          "Durchschnittliche Angebotszahl", "注文商品あたりの平均売上",
          "注文商品あたりの平均売上 - B2B", "品目あたりの平均商品数",
          "品目あたりの平均商品数 - B2B", "平均販売価格", "平均販売価格 - B2B",
          "注文商品セッション率", "注文商品のセッション率 - B2B", "平均出品数", "reportSpecification.reportType",
          "reportSpecification.reportOptions.asinGranularity", "reportSpecification.dataStartTime",
          "reportSpecification.dataEndTime", "salesByDate.orderedProductSalesB2B.currencyCode",
          "salesByDate.averageSalesPerOrderItem.amount",
          "salesByDate.averageSalesPerOrderItem.currencyCode",
          "salesByDate.averageSalesPerOrderItemB2B.amount",
          "salesByDate.averageSalesPerOrderItemB2B.currencyCode",
          "salesByDate.averageSellingPrice.amount", "salesByDate.averageSellingPrice.currencyCode",
          "salesByDate.averageSellingPriceB2B.amount",
          "salesByDate.averageSellingPriceB2B.currencyCode", "salesByDate.averageUnitsPerOrderItem",
          "salesByDate.averageUnitsPerOrderItemB2B", "salesByDate.refundRate",
          "salesByDate.claimsGranted", "salesByDate.claimsAmount.amount",
          "salesByDate.claimsAmount.currencyCode", "salesByDate.shippedProductSales.currencyCode",
          "trafficByDate.browserPageViews", "trafficByDate.browserPageViewsB2B",
          "trafficByDate.mobileAppPageViews", "trafficByDate.mobileAppPageViewsB2B",
          "trafficByDate.browserSessions", "trafficByDate.browserSessionsB2B",
          "trafficByDate.mobileAppSessions", "trafficByDate.mobileAppSessionsB2B",
          "trafficByDate.orderItemSessionPercentage", "trafficByDate.orderItemSessionPercentageB2B",
          "trafficByDate.unitSessionPercentage", "trafficByDate.unitSessionPercentageB2B",
          "trafficByDate.buyBoxPercentageB2B", "trafficByDate.averageOfferCount",
          "trafficByDate.averageParentItems", "trafficByDate.feedbackReceived",
          "trafficByDate.negativeFeedbackReceived", "trafficByDate.receivedNegativeFeedbackRate"
      }

      ## One row for each child ASIN, or SKU, over a period that the file does not name:
      ## load it with `date`. German files write three number styles in one row.
      kind amazon_business_report_by_asin {
        label: "Business report by ASIN", zh "业务报告 按ASIN"
        platform: "amazon"
        source: traffic_by_asin
        matures: restatement 3 days
        column day: day from "reportSpecification.dataStartTime"
        column until: day from "reportSpecification.dataEndTime"
        column site: site from "reportSpecification.marketplaceIds"
        column currency: currency from "salesByAsin.orderedProductSales.currencyCode"
        column parent_asin: text from "(Parent) ASIN", "(Übergeordnete) ASIN", "(親) ASIN",
          "（親）ASIN", "parentAsin"
        column asin: text from "(Child) ASIN", "(Untergeordnete) ASIN", "(子) ASIN",
          "（子）ASIN", "childAsin"
        column sku: text from "SKU"
        column sessions: count from "Sessions - Total", "Sessions", "Sitzungen - Summe",
          "セッション数 - 合計", "trafficByAsin.sessions"
        column sessions_b2b: count from "Sessions - Total - B2B", "Sitzungen - Summe - B2B",
          "セッション数 - 合計 - B2B", "trafficByAsin.sessionsB2B"
        column page_views: count from "Page Views - Total", "Page Views",
          "Seitenaufrufe - Summe", "ページビュー数 - 合計", "trafficByAsin.pageViews"
        column page_views_b2b: count from "Page Views - Total - B2B",
          "Seitenaufrufe - Summe - B2B", "ページビュー数 - 合計 - B2B", "trafficByAsin.pageViewsB2B"
        column featured_offer_percentage: percent points from "Featured Offer (Buy Box) Percentage",
          "Buy Box Percentage", "Featured Offer Percentage",
          "Hervorgehobenes Angebot (""In-den-Einkaufswagen"") - Prozentsatz",
          "おすすめ出品の獲得率", "カートボックス獲得率", "trafficByAsin.buyBoxPercentage"
        column featured_offer_percentage_b2b: percent points from "おすすめ出品の獲得率 - B2B",
          "Featured Offer (Buy Box) Percentage - B2B",
          "Hervorgehobenes Angebot (Einkaufswagen-Feld) Prozentwert - B2B",
          "trafficByAsin.buyBoxPercentageB2B"
        column units_ordered: count from "Units Ordered", "Bestellte Einheiten",
          "注文された商品点数", "salesByAsin.unitsOrdered"
        column units_ordered_b2b: count from "Units Ordered - B2B", "Bestellte Einheiten - B2B",
          "注文点数 - B2B", "注文された商品点数 - B2B", "salesByAsin.unitsOrderedB2B"
        column ordered_product_sales: money in currency from "Ordered Product Sales",
          "Durch bestellte Produkte erzielter Umsatz", "注文商品の売上額",
          "salesByAsin.orderedProductSales.amount"
        column ordered_product_sales_b2b: money in currency from "Ordered Product Sales - B2B",
          "Bestellsumme - B2B", "注文商品の売上額 - B2B", "salesByAsin.orderedProductSalesB2B.amount"
        column order_items: count from "Total Order Items", "Zahl der Bestellposten",
          "注文品目総数", "salesByAsin.totalOrderItems"
        column order_items_b2b: count from "Total Order Items - B2B",
          "Zahl der Bestellposten - B2B", "注文品目総数 - B2B", "salesByAsin.totalOrderItemsB2B"
        column units_refunded: count from "Units Refunded"
        column shipped_product_sales: money in currency from "Shipped Product Sales"
        column units_shipped: count from "Units Shipped"
        column orders_shipped: count from "Orders Shipped"
        needs: asin, units_ordered
        lacks: "Date", "Campaign Name"
        replaces: rows by day, until, parent_asin, asin, sku, currency
        ignored: "Title", "Titel", "タイトル", "商品名", "Session Percentage",
          "Session Percentage - Total", "Session Percentage - Total - B2B",
          "Session Percentage - Mobile App", "Session Percentage - Browser",
          "Sessions - Mobile App", "Sessions - Browser", "Page Views - Mobile App",
          "Page Views - Browser", "Page Views Percentage", "Page Views Percentage - Total",
          "Page Views Percentage - Total - B2B", "Page Views Percentage - Mobile App",
          "Page Views Percentage - Browser", "Unit Session Percentage",
          "Unit Session Percentage - B2B", "Refund Rate", "Prozentwert an Sitzungen - Summe",
          "Prozentsatz Sitzung - Summe - B2B", "Prozentsatz Seitenaufrufe - Summe",
          "Prozentsatz Seitenaufrufe - Summe - B2B", "Prozentsatz an Einheiten pro Sitzung",
          "Prozentsatz an Einheiten pro Sitzung - B2B", "セッションのパーセンテージ - 合計",
          "ページビュー率 - 合計", "ユニットセッション率", "ユニットセッション率 - B2B", "reportSpecification.reportType",
          "reportSpecification.reportOptions.asinGranularity",
          "reportSpecification.reportOptions.dateGranularity",
          "salesByAsin.orderedProductSalesB2B.currencyCode", "trafficByAsin.browserSessions",
          "trafficByAsin.browserSessionsB2B", "trafficByAsin.mobileAppSessions",
          "trafficByAsin.mobileAppSessionsB2B", "trafficByAsin.browserSessionPercentage",
          "trafficByAsin.browserSessionPercentageB2B", "trafficByAsin.mobileAppSessionPercentage",
          "trafficByAsin.mobileAppSessionPercentageB2B", "trafficByAsin.sessionPercentage",
          "trafficByAsin.sessionPercentageB2B", "trafficByAsin.browserPageViews",
          "trafficByAsin.browserPageViewsB2B", "trafficByAsin.mobileAppPageViews",
          "trafficByAsin.mobileAppPageViewsB2B", "trafficByAsin.browserPageViewsPercentage",
          "trafficByAsin.browserPageViewsPercentageB2B",
          "trafficByAsin.mobileAppPageViewsPercentage",
          "trafficByAsin.mobileAppPageViewsPercentageB2B", "trafficByAsin.pageViewsPercentage",
          "trafficByAsin.pageViewsPercentageB2B", "trafficByAsin.unitSessionPercentage",
          "trafficByAsin.unitSessionPercentageB2B"
      }

      ## One row for each parent ASIN over a period that the file does not name: load it with
      ## `date`. It repeats the sales of the report by child ASIN and feeds a source of its own.
      kind amazon_business_report_by_parent {
        label: "Business report by parent ASIN", zh "业务报告 按父ASIN"
        platform: "amazon"
        source: traffic_by_parent
        matures: restatement 3 days
        column day: day from "reportSpecification.dataStartTime"
        column until: day from "reportSpecification.dataEndTime"
        column site: site from "reportSpecification.marketplaceIds"
        column currency: currency from "salesByAsin.orderedProductSales.currencyCode"
        column parent_asin: text from "(Parent) ASIN", "(Übergeordnete) ASIN", "(親) ASIN",
          "（親）ASIN", "parentAsin"
        column sessions: count from "Sessions - Total", "Sessions", "Sitzungen - Summe",
          "セッション数 - 合計", "trafficByAsin.sessions"
        column sessions_b2b: count from "Sessions - Total - B2B", "Sitzungen - Summe - B2B",
          "セッション数 - 合計 - B2B", "trafficByAsin.sessionsB2B"
        column page_views: count from "Page Views - Total", "Page Views",
          "Seitenaufrufe - Summe", "ページビュー数 - 合計", "trafficByAsin.pageViews"
        column page_views_b2b: count from "Page Views - Total - B2B",
          "Seitenaufrufe - Summe - B2B", "ページビュー数 - 合計 - B2B", "trafficByAsin.pageViewsB2B"
        column featured_offer_percentage: percent points from "Featured Offer (Buy Box) Percentage",
          "Buy Box Percentage", "Featured Offer Percentage",
          "Hervorgehobenes Angebot (""In-den-Einkaufswagen"") - Prozentsatz",
          "おすすめ出品の獲得率", "カートボックス獲得率", "trafficByAsin.buyBoxPercentage"
        column featured_offer_percentage_b2b: percent points from "おすすめ出品の獲得率 - B2B",
          "Featured Offer (Buy Box) Percentage - B2B",
          "Hervorgehobenes Angebot (Einkaufswagen-Feld) Prozentwert - B2B",
          "trafficByAsin.buyBoxPercentageB2B"
        column units_ordered: count from "Units Ordered", "Bestellte Einheiten",
          "注文された商品点数", "salesByAsin.unitsOrdered"
        column units_ordered_b2b: count from "Units Ordered - B2B", "Bestellte Einheiten - B2B",
          "注文点数 - B2B", "注文された商品点数 - B2B", "salesByAsin.unitsOrderedB2B"
        column ordered_product_sales: money in currency from "Ordered Product Sales",
          "Durch bestellte Produkte erzielter Umsatz", "注文商品の売上額",
          "salesByAsin.orderedProductSales.amount"
        column ordered_product_sales_b2b: money in currency from "Ordered Product Sales - B2B",
          "Bestellsumme - B2B", "注文商品の売上額 - B2B", "salesByAsin.orderedProductSalesB2B.amount"
        column order_items: count from "Total Order Items", "Zahl der Bestellposten",
          "注文品目総数", "salesByAsin.totalOrderItems"
        column order_items_b2b: count from "Total Order Items - B2B",
          "Zahl der Bestellposten - B2B", "注文品目総数 - B2B", "salesByAsin.totalOrderItemsB2B"
        needs: parent_asin, units_ordered
        lacks: "(Child) ASIN", "(Untergeordnete) ASIN", "(子) ASIN", "（子）ASIN", "SKU", "Date",
          "childAsin"
        replaces: rows by day, until, parent_asin, currency
        ignored: "Title", "Titel", "タイトル", "商品名", "Session Percentage",
          "Session Percentage - Total", "Session Percentage - Total - B2B",
          "Session Percentage - Mobile App", "Session Percentage - Browser",
          "Sessions - Mobile App", "Sessions - Browser", "Page Views - Mobile App",
          "Page Views - Browser", "Page Views Percentage", "Page Views Percentage - Total",
          "Page Views Percentage - Total - B2B", "Page Views Percentage - Mobile App",
          "Page Views Percentage - Browser", "Unit Session Percentage",
          "Unit Session Percentage - B2B", "Units Refunded", "Refund Rate",
          "Shipped Product Sales", "Units Shipped", "Orders Shipped",
          "Prozentwert an Sitzungen - Summe", "Prozentsatz Sitzung - Summe - B2B",
          "Prozentsatz Seitenaufrufe - Summe", "Prozentsatz Seitenaufrufe - Summe - B2B",
          "Prozentsatz an Einheiten pro Sitzung", "Prozentsatz an Einheiten pro Sitzung - B2B",
          "セッションのパーセンテージ - 合計", "ページビュー率 - 合計", "ユニットセッション率",
          "ユニットセッション率 - B2B", "reportSpecification.reportType",
          "reportSpecification.reportOptions.asinGranularity",
          "reportSpecification.reportOptions.dateGranularity",
          "salesByAsin.orderedProductSalesB2B.currencyCode", "trafficByAsin.browserSessions",
          "trafficByAsin.browserSessionsB2B", "trafficByAsin.mobileAppSessions",
          "trafficByAsin.mobileAppSessionsB2B", "trafficByAsin.browserSessionPercentage",
          "trafficByAsin.browserSessionPercentageB2B", "trafficByAsin.mobileAppSessionPercentage",
          "trafficByAsin.mobileAppSessionPercentageB2B", "trafficByAsin.sessionPercentage",
          "trafficByAsin.sessionPercentageB2B", "trafficByAsin.browserPageViews",
          "trafficByAsin.browserPageViewsB2B", "trafficByAsin.mobileAppPageViews",
          "trafficByAsin.mobileAppPageViewsB2B", "trafficByAsin.browserPageViewsPercentage",
          "trafficByAsin.browserPageViewsPercentageB2B",
          "trafficByAsin.mobileAppPageViewsPercentage",
          "trafficByAsin.mobileAppPageViewsPercentageB2B", "trafficByAsin.pageViewsPercentage",
          "trafficByAsin.pageViewsPercentageB2B", "trafficByAsin.unitSessionPercentage",
          "trafficByAsin.unitSessionPercentageB2B"
      }

      ## The table of the graph in the Sales Dashboard: one row a day. The other tables of the file
      ## repeat it and are left out. The last day is not over when the file is made. It may be
      ## filtered, and has less than the business report: a source of its own.
      kind amazon_sales_dashboard {
        label: "Sales Dashboard", zh "销售看板"
        platform: "amazon"
        source: sales_by_day
        matures: restatement 3 days
        column day: instant from "Time"
        column updated: instant after "Last updated,"
        column fulfilment: text after "Fulfillment Channel,"
        column ordered_product_sales: money in currency from \
          "Selected date range (Ordered product sales)"
        column units_ordered: count from "Selected date range (Units ordered)"
        dated: updated
        ends: "Compare Sales - Table view"
        needs: day, ordered_product_sales, units_ordered
        replaces: rows by day, fulfilment, currency
        ignored: "Same date range one year ago (Ordered product sales)",
          "Same date range one year ago (Units ordered)"
      }
      """#)
}
