// The export kinds that ship. A new one with a known container is a definition here, not Swift.

extension ShippedText {
  package static let amazonKinds = ShippedText(
    name: "amazon-kinds.kepi",
    text: #"""
      ## One row a day (or a range of days) for each advertised product of an ad group.
      ## Later downloads replace rows by their key: sales arrive up to 30 days after a click.
      ## The same spend stands in the campaign and search term reports: never add them up.
      kind amazon_sp_advertised_product {
        label: "Sponsored Products, advertised product", zh "商品推广 推广的商品报告"
        platform: "amazon"
        source: ads_by_product
        column day: day from "Date", "Start Date", "Datum", "Startdatum"
        column until: day from "End Date", "Enddatum"
        column portfolio: text from "Portfolio name", "Portfolioname"
        column currency: currency from "Currency", "Währung"
        column campaign: text from "Campaign Name", "Kampagnen-Name"
        column ad_group: text from "Ad Group Name", "Anzeigengruppenname"
        column site: site from "Country", "Land"
        column sku: text from "Advertised SKU", "Beworbene SKU"
        column asin: text from "Advertised ASIN", "Beworbene ASIN"
        column impressions: count from "Impressions", "Impressionen"
        column clicks: count from "Clicks", "Klicks"
        column spend: money in currency from "Spend", "Ausgaben"
        column ad_sales: money in currency from "7 Day Total Sales", "14 Day Total Sales",
          "7 Tage, Umsatz gesamt", "14 Tage, Umsatz gesamt"
        column ad_orders: count from "7 Day Total Orders (#)", "14 Day Total Orders (#)",
          "7 Tage, Aufträge gesamt (#)", "14 Tage, Aufträge gesamt (#)"
        column ad_units: count from "7 Day Total Units (#)", "14 Day Total Units (#)",
          "7 Tage, Einheiten gesamt (#)", "14 Tage, Einheiten gesamt (#)"
        column ad_units_same_sku: count from "7 Day Advertised SKU Units (#)",
          "14 Day Advertised SKU Units (#)", "14 Day Advertised ASIN Units (#)",
          "7 Tage, Beworbene SKU-Einheiten (#)", "7-Tage, Beworbene SKU-Einheiten (#)"
        column ad_units_other_sku: count from "7 Day Other SKU Units (#)",
          "14 Day Other SKU Units (#)", "14 Day Brand Halo ASIN Units (#)",
          "7-Tage, Andere SKU-Einheiten (#)", "7 Tage, Andere SKU-Einheiten (#)"
        column ad_sales_same_sku: money in currency from "7 Day Advertised SKU Sales",
          "14 Day Advertised SKU Sales", "14 Day Advertised ASIN Sales",
          "7 Tage, Beworbene SKU-Umsätze", "7-Tage, Beworbene SKU-Umsätze"
        column ad_sales_other_sku: money in currency from "7 Day Other SKU Sales",
          "14 Day Other SKU Sales", "14 Day Brand Halo ASIN Sales",
          "7-Tage, Andere SKU-Umsätze", "7 Tage, Andere SKU-Umsätze"
        needs: campaign, asin, spend, impressions
        lacks: "Customer Search Term", "Purchased ASIN", "Placement", "Entity"
        replaces: rows by day, until, campaign, ad_group, sku, asin, currency
        ignored: "Click-Thru Rate (CTR)", "Klickrate (CTR)", "Cost Per Click (CPC)",
          "Kosten pro Klick (CPC)", "Total Advertising Cost of Sales (ACOS)",
          "Advertising Cost of Sales (ACOS)", "Zugeschriebene Umsatzkosten (ACOS) gesamt",
          "Total Return on Advertising Spend (ROAS)", "Return on Advertising Spend (ROAS)",
          "Gesamte Rentabilität der Anzeigenkosten (ROAS)", "7 Day Conversion Rate",
          "14 Day Conversion Rate", "7-Tage-Konversionsrate", "Retailer"
      }

      ## One row a day (or a range of days) for each search term that was clicked, so the spend
      ## is below that of the campaign. Rows of a summary each have a range of their own.
      ## Later downloads replace rows by their key, and ranges that overlap theirs.
      kind amazon_sp_search_term {
        label: "Sponsored Products, search term", zh "商品推广 搜索词报告"
        platform: "amazon"
        source: ads_by_search_term
        column day: day from "Date", "Start Date", "Datum", "Startdatum"
        column until: day from "End Date", "Enddatum"
        column portfolio: text from "Portfolio name", "Portfolioname"
        column currency: currency from "Currency", "Währung"
        column campaign: text from "Campaign Name", "Kampagnen-Name"
        column ad_group: text from "Ad Group Name", "Anzeigengruppenname"
        column site: site from "Country", "Land"
        column targeting: text from "Targeting", "Keyword", "Ausrichtung"
        column match_type: text from "Match Type", "Übereinstimmungstyp"
        column search_term: text from "Customer Search Term", "Suchbegriff des Kunden"
        column impressions: count from "Impressions", "Impressionen"
        column clicks: count from "Clicks", "Klicks"
        column spend: money in currency from "Spend", "Ausgaben"
        column ad_sales: money in currency from "7 Day Total Sales", "14 Day Total Sales",
          "7 Tage, Umsatz gesamt", "14 Tage, Umsatz gesamt"
        column ad_orders: count from "7 Day Total Orders (#)", "14 Day Total Orders (#)",
          "7 Tage, Aufträge gesamt (#)", "14 Tage, Aufträge gesamt (#)"
        column ad_units: count from "7 Day Total Units (#)", "14 Day Total Units (#)",
          "7 Tage, Einheiten gesamt (#)", "14 Tage, Einheiten gesamt (#)"
        column ad_units_same_sku: count from "7 Day Advertised SKU Units (#)",
          "14 Day Advertised SKU Units (#)", "14 Day Advertised ASIN Units (#)",
          "7 Tage, Beworbene SKU-Einheiten (#)", "7-Tage, Beworbene SKU-Einheiten (#)"
        column ad_units_other_sku: count from "7 Day Other SKU Units (#)",
          "14 Day Other SKU Units (#)", "14 Day Brand Halo ASIN Units (#)",
          "7-Tage, Andere SKU-Einheiten (#)", "7 Tage, Andere SKU-Einheiten (#)"
        column ad_sales_same_sku: money in currency from "7 Day Advertised SKU Sales",
          "14 Day Advertised SKU Sales", "14 Day Advertised ASIN Sales",
          "7 Tage, Beworbene SKU-Umsätze", "7-Tage, Beworbene SKU-Umsätze"
        column ad_sales_other_sku: money in currency from "7 Day Other SKU Sales",
          "14 Day Other SKU Sales", "14 Day Brand Halo ASIN Sales",
          "7-Tage, Andere SKU-Umsätze", "7 Tage, Andere SKU-Umsätze"
        needs: campaign, search_term, spend
        lacks: "14 Day New-to-brand Orders (#)", "Date range"
        replaces: rows by day, until, campaign, ad_group, targeting, match_type, search_term,
          currency
        ignored: "Click-Thru Rate (CTR)", "Klickrate (CTR)", "Cost Per Click (CPC)",
          "Kosten pro Klick (CPC)", "Total Advertising Cost of Sales (ACOS)",
          "Advertising Cost of Sales (ACOS)", "Zugeschriebene Umsatzkosten (ACOS) gesamt",
          "Total Return on Advertising Spend (ROAS)", "Return on Advertising Spend (ROAS)",
          "Gesamte Rentabilität der Anzeigenkosten (ROAS)", "7 Day Conversion Rate",
          "14 Day Conversion Rate", "7-Tage-Konversionsrate", "Retailer"
      }

      ## The console's report of 2026: one row for each search term, with its own range of days
      ## in one cell. The window of its sales is not named. Ids are guarded: ="4681…".
      kind amazon_console_search_term {
        label: "Ads console, search term", zh "广告控制台 搜索词报告"
        platform: "amazon"
        source: ads_by_search_term
        column day: days to until from "Date range", "Date"
        column portfolio: text from "Portfolio name"
        column currency: currency from "Budget currency"
        column campaign: text from "Campaign name"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad group name"
        column ad_group_id: text from "Ad group ID"
        column site: site from "Country"
        column targeting: text from "Target value"
        column match_type: text from "Target match type"
        column search_term: text from "Search term"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Total cost"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Purchases"
        column ad_units: count from "Units sold"
        needs: campaign, search_term, spend
        lacks: "Customer Search Term"
        replaces: rows by day, until, campaign, ad_group, targeting, match_type, search_term,
          currency
        ignored: "CTR", "CPC", "ROAS", "ACOS", "Cost per purchase", "Purchase rate"
      }

      ## One row a day, or a range of days, for each campaign. `Start Date` and `End Date` beside
      ## `Date` are those of the campaign; the German summary has those of the row. Columns of the
      ## year before stand beside the real ones.
      kind amazon_sp_campaign {
        label: "Sponsored Products, campaign", zh "商品推广 广告活动报告"
        platform: "amazon"
        source: ads_by_campaign
        column day: day from "Date", "Datum", "日付", "Startdatum"
        column until: day from "Enddatum"
        column portfolio: text from "Portfolio name", "Portfolioname", "ポートフォリオ名"
        column campaign_type: text from "Campaign Type", "Kampagnentyp", "キャンペーンの種類"
        column campaign: text from "Campaign Name", "Kampagnen-Name", "キャンペーン名"
        column site: site from "Country", "Land", "国"
        column campaign_status: text from "Status", "ステータス"
        column currency: currency from "Currency", "Währung", "通貨"
        column budget: money in currency from "Budget", "予算"
        column targeting_type: text from "Targeting Type", "Targeting-Typ",
          "ターゲティングタイプ"
        column bidding_strategy: text from "Bidding strategy", "Gebotsstrategien", "入札戦略"
        column impressions: count from "Impressions", "Impressionen", "インプレッション"
        column clicks: count from "Clicks", "Klicks", "クリック数"
        column spend: money in currency from "Spend", "Ausgaben", "広告費"
        column ad_sales: money in currency from "7 Day Total Sales", "14 Day Total Sales",
          "7 Tage, Umsatz gesamt", "14 Tage, Umsatz gesamt",
          "広告がクリックされてから7日間の総売上高", "広告がクリックされてから14日間の総売上高"
        column ad_orders: count from "7 Day Total Orders (#)", "14 Day Total Orders (#)",
          "7 Tage, Aufträge gesamt (#)", "14 Tage, Aufträge gesamt (#)",
          "広告がクリックされてから7日間の合計注文数",
          "広告がクリックされてから14日間の合計注文数"
        needs: campaign, targeting_type, spend
        lacks: "Advertised ASIN", "Customer Search Term", "Placement", "Entity"
        replaces: rows by day, until, campaign, currency
        ignored: "Start Date", "End Date", "Last Year Impressions", "Last Year Clicks",
          "Last Year Spend", "Last Year Cost Per Click (CPC)", "Click-Thru Rate (CTR)",
          "Cost Per Click (CPC)", "Total Advertising Cost of Sales (ACOS)",
          "Total Return on Advertising Spend (ROAS)", "Impressionen im vergangenen Jahr",
          "Klicks im letzten Jahr", "Ausgaben im letzten Jahr",
          "Kosten pro Klick im letzten Jahr (CPC)", "Klickrate (CTR)",
          "Kosten pro Klick (CPC)", "Zugeschriebene Umsatzkosten (ACOS) gesamt",
          "Gesamte Rentabilität der Anzeigenkosten (ROAS)", "昨年のインプレッション数",
          "昨年のクリック数", "クリックスルー率（CTR）", "昨年の支出",
          "クリック課金制（CPC）", "昨年のクリック単価（CPC）", "広告費売上高比率（ACOS）合計",
          "広告費用対効果（ROAS）合計"
      }

      ## The Ads API, one row a day or a range of days for each campaign, of any ad type. Sales are
      ## those of seven days after a click where the file has them, for brands and display ads of
      ## their one window. Files of the old version name neither day nor currency.
      kind amazon_ads_api_campaign {
        label: "Ads API, campaign", zh "广告API 广告活动"
        platform: "amazon"
        source: ads_by_campaign
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column campaign_status: text from "campaignStatus"
        column currency: currency from "campaignBudgetCurrencyCode"
        column budget: money in currency from "campaignBudgetAmount"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales7d", "sales14d", "sales30d", "sales",
          "attributedSales7d", "attributedSales14d"
        column ad_orders: count from "purchases7d", "purchases14d", "purchases30d", "purchases",
          "attributedConversions7d", "attributedConversions14d"
        column ad_units: count from "unitsSoldClicks7d", "unitsSoldClicks14d",
          "unitsSoldClicks30d", "unitsSold", "attributedUnitsOrdered7d",
          "attributedUnitsOrdered14d"
        needs: campaign, campaign_id, impressions, spend
        lacks: "adGroupId", "adGroupName", "searchTerm", "keyword", "targeting", "advertisedAsin",
          "advertisedSku", "purchasedAsin", "placementClassification", "Campaign Name"
        replaces: rows by day, until, campaign, currency
        ignored: "clickThroughRate", "costPerClick", "acosClicks7d", "acosClicks14d",
          "roasClicks7d", "roasClicks14d", "topOfSearchImpressionShare", "purchases1d", "sales1d",
          "unitsSoldClicks1d", "purchasesSameSku1d", "purchasesSameSku7d", "purchasesSameSku14d",
          "purchasesSameSku30d", "attributedSalesSameSku1d", "attributedSalesSameSku7d",
          "attributedSalesSameSku14d", "attributedSalesSameSku30d", "unitsSoldSameSku1d",
          "unitsSoldSameSku7d", "unitsSoldSameSku14d", "unitsSoldSameSku30d",
          "campaignBudgetType", "impressionsViews", "viewableImpressions", "detailPageViews",
          "newToBrandPurchases", "newToBrandSales", "newToBrandPurchasesClicks",
          "newToBrandSalesClicks", "purchasesClicks", "salesClicks", "unitsSoldClicks",
          "attributedSales1d", "attributedSales30d", "attributedConversions1d",
          "attributedConversions30d", "attributedUnitsOrdered1d", "attributedUnitsOrdered30d",
          "portfolioId"
      }

      ## The Ads API, one row a day or a range of days for each search term.
      kind amazon_ads_api_search_term {
        label: "Ads API, search term", zh "广告API 搜索词"
        platform: "amazon"
        source: ads_by_search_term
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column ad_group: text from "adGroupName"
        column ad_group_id: text from "adGroupId"
        column targeting: text from "targeting", "keyword"
        column match_type: text from "matchType", "keywordType"
        column search_term: text from "searchTerm"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales7d", "sales14d", "sales30d", "sales"
        column ad_orders: count from "purchases7d", "purchases14d", "purchases30d", "purchases"
        column ad_units: count from "unitsSoldClicks7d", "unitsSoldClicks14d",
          "unitsSoldClicks30d", "unitsSold"
        column ad_units_same_sku: count from "unitsSoldSameSku7d", "unitsSoldSameSku14d"
        column ad_units_other_sku: count from "unitsSoldOtherSku7d", "unitsSoldOtherSku14d"
        column ad_sales_same_sku: money in currency from "attributedSalesSameSku7d",
          "attributedSalesSameSku14d"
        column ad_sales_other_sku: money in currency from "salesOtherSku7d", "salesOtherSku14d"
        needs: campaign, search_term, spend
        lacks: "Customer Search Term", "Campaign Name"
        replaces: rows by day, until, campaign, ad_group, targeting, match_type, search_term,
          currency
        ignored: "clickThroughRate", "costPerClick", "acosClicks7d", "acosClicks14d",
          "roasClicks7d", "roasClicks14d", "topOfSearchImpressionShare", "purchases1d", "sales1d",
          "unitsSoldClicks1d", "purchasesSameSku1d", "purchasesSameSku7d", "purchasesSameSku14d",
          "purchasesSameSku30d", "attributedSalesSameSku1d", "attributedSalesSameSku30d",
          "unitsSoldSameSku1d", "unitsSoldSameSku30d", "adId", "keywordId", "portfolioId",
          "campaignStatus", "campaignBudgetAmount", "campaignBudgetType", "adKeywordStatus"
      }

      ## The Ads API, one row a day or a range of days for each advertised product.
      kind amazon_ads_api_product {
        label: "Ads API, advertised product", zh "广告API 推广的商品"
        platform: "amazon"
        source: ads_by_product
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column ad_group: text from "adGroupName"
        column sku: text from "advertisedSku"
        column asin: text from "advertisedAsin"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales7d", "sales14d", "sales30d", "sales"
        column ad_orders: count from "purchases7d", "purchases14d", "purchases30d", "purchases"
        column ad_units: count from "unitsSoldClicks7d", "unitsSoldClicks14d",
          "unitsSoldClicks30d", "unitsSold"
        column ad_units_same_sku: count from "unitsSoldSameSku7d", "unitsSoldSameSku14d"
        column ad_units_other_sku: count from "unitsSoldOtherSku7d", "unitsSoldOtherSku14d"
        column ad_sales_same_sku: money in currency from "attributedSalesSameSku7d",
          "attributedSalesSameSku14d"
        column ad_sales_other_sku: money in currency from "salesOtherSku7d", "salesOtherSku14d"
        needs: campaign, asin, spend, impressions
        lacks: "purchasedAsin", "searchTerm"
        replaces: rows by day, until, campaign, ad_group, sku, asin, currency
        ignored: "clickThroughRate", "costPerClick", "acosClicks7d", "acosClicks14d",
          "roasClicks7d", "roasClicks14d", "topOfSearchImpressionShare", "purchases1d", "sales1d",
          "unitsSoldClicks1d", "purchasesSameSku1d", "purchasesSameSku7d", "purchasesSameSku14d",
          "purchasesSameSku30d", "attributedSalesSameSku1d", "attributedSalesSameSku30d",
          "unitsSoldSameSku1d", "unitsSoldSameSku30d", "adId", "keywordId", "portfolioId",
          "campaignId", "adGroupId", "campaignStatus", "campaignBudgetAmount",
          "campaignBudgetType"
      }

      ## One row a day for a store on one site, by the calendar of the site. The B2B columns are
      ## part of their neighbours, not on top of them. Not the sum of the report by ASIN.
      kind amazon_business_report_by_date {
        label: "Business report by date", zh "业务报告 按日期"
        platform: "amazon"
        source: traffic_by_day
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
          "Average Parent Items", "Refund Rate", "Durchschnittlicher Umsatz/Bestellposten",
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

      ## One row for each money component of an item: its price, a fee, a tax. Equal rows are real
      ## and all count; their sum is the payout that the first row states. `quantity` repeats on
      ## every component of an item: count it where amount_type is ItemPrice and
      ## amount_description is Principal. A settlement is replaced as a whole.
      kind amazon_settlement_v2 {
        label: "Settlement, flat file V2", zh "结算报告 V2"
        platform: "amazon"
        source: settlement
        quoting: none
        column settlement_id: text from "settlement-id"
        column deposit_day: day from "deposit-date"
        column total_amount: money in currency from "total-amount"
        column currency: currency from "currency"
        column transaction_type: text from "transaction-type"
        column order_id: text from "order-id"
        column adjustment_id: text from "adjustment-id"
        column shipment_id: text from "shipment-id"
        column site: site from "marketplace-name"
        column channel: text from "marketplace-name"
        column amount_type: text from "amount-type"
        column amount_description: text from "amount-description"
        column amount: money in currency from "amount"
        column fulfilment: text from "fulfillment-id"
        column day: instant from "posted-date-time", "posted-date"
        column order_item_id: text from "order-item-code"
        column sku: text from "sku"
        column quantity: count from "quantity-purchased"
        column promotion_id: text from "promotion-id"
        needs: settlement_id, amount_type, amount_description, amount
        carried: currency, deposit_day
        summary: total_amount sums amount
        replaces: whole settlement_id
        ignored: "settlement-start-date", "settlement-end-date", "merchant-order-id",
          "posted-date", "merchant-order-item-id", "merchant-adjustment-item-id"
      }

      ## One row a day for each product, condition and place: stock at both ends and the movements
      ## between, outward ones negative. Stock is a level: its last value counts, not its sum.
      ## Equal rows of one file are copies and count once.
      kind amazon_fba_ledger_summary {
        label: "FBA inventory ledger, summary", zh "库存分类账 汇总"
        platform: "amazon"
        source: inventory
        column day: day from "Date"
        column fnsku: text from "FNSKU"
        column asin: text from "ASIN"
        column sku: text from "MSKU"
        column disposition: text from "Disposition"
        column starting_units: count from "Starting Warehouse Balance"
        column in_transit_units: count from "In Transit Between Warehouses"
        column received_units: count from "Receipts"
        column shipped_units: count from "Customer Shipments"
        column returned_units: count from "Customer Returns"
        column vendor_returned_units: count from "Vendor Returns"
        column transferred_units: count from "Warehouse Transfer In/Out"
        column found_units: count from "Found"
        column lost_units: count from "Lost"
        column damaged_units: count from "Damaged"
        column disposed_units: count from "Disposed"
        column other_units: count from "Other Events"
        column on_hand_units: count from "Ending Warehouse Balance"
        column unknown_units: count from "Unknown Events"
        column location: text from "Location"
        needs: day, disposition, starting_units, on_hand_units
        replaces: distinct rows by day, fnsku, sku, disposition, location
        ignored: "Title", "Store"
      }

      ## One row for each SKU and condition on the day of the snapshot. Of the age classes only one
      ## set is read: the others repeat the same units in finer steps.
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
        column units_age_0_90: count from "inv-age-0-to-90-days"
        column units_age_91_180: count from "inv-age-91-to-180-days"
        column units_age_181_270: count from "inv-age-181-to-270-days"
        column units_age_271_365: count from "inv-age-271-to-365-days"
        column units_age_365_plus: count from "inv-age-365-plus-days"
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
          "sales-shipped-last-90-days", "inv-age-0-to-30-days", "inv-age-31-to-60-days",
          "inv-age-61-to-90-days", "inv-age-181-to-330-days", "inv-age-331-to-365-days",
          "no-sale-last-6-months", "inv-age-0-to-180-days"
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
        needs: day, order_id, disposition
        lacks: "shipment-item-id", "amazon-order-id"
        replaces: rows by day, order_id, sku, license_plate, ordinal
        private: "customer-comments"
        ignored: "product-name"
      }
      """#)
}
