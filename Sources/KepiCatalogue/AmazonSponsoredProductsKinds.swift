// Export kinds of Amazon: Sponsored Products, as the console writes them.

extension ShippedText {
  static let amazonSponsoredProducts = ShippedText(
    name: "amazon-sponsored-products.kepi",
    text: #"""
      ## One row a day (or a range of days) for each advertised product of an ad group.
      ## Later downloads replace rows by their key: sales arrive up to 30 days after a click.
      ## The same spend stands in the campaign and search term reports: never add them up.
      kind amazon_sp_advertised_product {
        label: "Sponsored Products, advertised product", zh "商品推广 推广的商品报告"
        platform: "amazon"
        source: ads_by_product
        matures: attribution 7 days
        column day: day from "Date", "Start Date", "Datum", "Startdatum"
        column until: day from "End Date", "Enddatum"
        column portfolio: text from "Portfolio name", "Portfolioname"
        column currency: currency from "Currency", "Währung"
        column campaign: text from "Campaign Name", "Kampagnen-Name"
        column ad_group: text from "Ad Group Name", "Anzeigengruppenname"
        column site: site from "Country", "Land"
        column sku: text from "Advertised SKU", "Beworbene SKU"
        column asin: text from "Advertised ASIN", "Beworbene ASIN"
        column ad_type: text always "SP"
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
        replaces: rows by day, until, ad_type, campaign, ad_group, sku, asin, currency
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
        matures: attribution 7 days
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
        column ad_type: text always "SP"
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
        lacks: "Target Level", "14 Day New-to-brand Orders (#)", "Date range"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type, search_term,
          currency
        ignored: "Click-Thru Rate (CTR)", "Klickrate (CTR)", "Cost Per Click (CPC)",
          "Kosten pro Klick (CPC)", "Total Advertising Cost of Sales (ACOS)",
          "Advertising Cost of Sales (ACOS)", "Zugeschriebene Umsatzkosten (ACOS) gesamt",
          "Total Return on Advertising Spend (ROAS)", "Return on Advertising Spend (ROAS)",
          "Gesamte Rentabilität der Anzeigenkosten (ROAS)", "7 Day Conversion Rate",
          "14 Day Conversion Rate", "7-Tage-Konversionsrate", "Retailer"
      }

      ## One row a day, or a range of days, for each campaign. `Start Date` and `End Date` beside
      ## `Date` are those of the campaign; the German summary has those of the row. Columns of the
      ## year before stand beside the real ones.
      kind amazon_sp_campaign {
        label: "Sponsored Products, campaign", zh "商品推广 广告活动报告"
        platform: "amazon"
        source: ads_by_campaign
        matures: attribution 7 days
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
        column ad_type: text always "SP"
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
        replaces: rows by day, until, ad_type, campaign, currency
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

      ## One row a day, or a range of days, for each keyword or product that is aimed at. The same
      ## spend stands in the other reports of Sponsored Products: never add them up. The share of
      ## impressions at the top of search is a share: it does not add up.
      kind amazon_sp_targeting {
        label: "Sponsored Products, targeting", zh "商品推广 投放报告"
        platform: "amazon"
        source: ads_by_targeting
        matures: attribution 7 days
        column day: day from "Date", "Start Date", "Datum", "Startdatum"
        column until: day from "End Date", "Enddatum"
        column portfolio: text from "Portfolio name", "Portfolioname"
        column currency: currency from "Currency", "Währung"
        column campaign: text from "Campaign Name", "Kampagnen-Name"
        column ad_group: text from "Ad Group Name", "Anzeigengruppenname"
        column site: site from "Country", "Land"
        column targeting: text from "Targeting", "Keyword", "Ausrichtung"
        column match_type: text from "Match Type", "Übereinstimmungstyp"
        column ad_type: text always "SP"
        column impressions: count from "Impressions", "Impressionen"
        column top_of_search_share: percent from "Top-of-search Impression Share"
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
          "14 Day Other SKU Sales", "14 Day Brand Halo ASIN Sales", "7-Tage, Andere SKU-Umsätze",
          "7 Tage, Andere SKU-Umsätze"
        needs: campaign, ad_group, targeting, match_type, spend
        lacks: "Customer Search Term", "Suchbegriff des Kunden", "Purchased ASIN", "Placement",
          "Advertised ASIN", "14 Day New-to-brand Orders (#)"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type, currency
        ignored: "Click-Thru Rate (CTR)", "Klickrate (CTR)", "Cost Per Click (CPC)",
          "Kosten pro Klick (CPC)", "Total Advertising Cost of Sales (ACOS)",
          "Advertising Cost of Sales (ACOS)", "Zugeschriebene Umsatzkosten (ACOS) gesamt", "ACoS",
          "Total Return on Advertising Spend (ROAS)", "Return on Advertising Spend (ROAS)",
          "Gesamte Rentabilität der Anzeigenkosten (ROAS)", "RoAS", "7 Day Conversion Rate",
          "14 Day Conversion Rate", "7-Tage-Konversionsrate", "Retailer"
      }

      ## One row a day for each campaign and place of the ad on the page.
      kind amazon_sp_placement {
        label: "Sponsored Products, placement", zh "商品推广 广告位报告"
        platform: "amazon"
        source: ads_by_placement
        matures: attribution 7 days
        column day: day from "Date", "Start Date", "Datum", "Startdatum"
        column until: day from "End Date", "Enddatum"
        column portfolio: text from "Portfolio name", "Portfolioname"
        column currency: currency from "Currency", "Währung"
        column campaign: text from "Campaign Name", "Kampagnen-Name"
        column site: site from "Country", "Land"
        column placement: text from "Placement", "Platzierung"
        column bidding_strategy: text from "Bidding strategy", "Bid+", "Gebotsstrategien"
        column ad_type: text always "SP"
        column impressions: count from "Impressions", "Impressionen"
        column clicks: count from "Clicks", "Klicks"
        column spend: money in currency from "Spend", "Ausgaben"
        column ad_sales: money in currency from "7 Day Total Sales", "14 Day Total Sales",
          "7 Tage, Umsatz gesamt", "14 Tage, Umsatz gesamt"
        column ad_orders: count from "7 Day Total Orders (#)", "14 Day Total Orders (#)",
          "7 Tage, Aufträge gesamt (#)", "14 Tage, Aufträge gesamt (#)"
        column ad_units: count from "7 Day Total Units (#)", "14 Day Total Units (#)",
          "7 Tage, Einheiten gesamt (#)", "14 Tage, Einheiten gesamt (#)"
        needs: campaign, placement, bidding_strategy, spend
        lacks: "Entity", "Customer Search Term", "Record ID"
        replaces: rows by day, until, ad_type, campaign, placement, currency
        ignored: "Click-Thru Rate (CTR)", "Klickrate (CTR)", "Cost Per Click (CPC)",
          "Kosten pro Klick (CPC)", "Total Advertising Cost of Sales (ACOS)",
          "Advertising Cost of Sales (ACOS)", "Zugeschriebene Umsatzkosten (ACOS) gesamt", "ACoS",
          "Total Return on Advertising Spend (ROAS)", "Return on Advertising Spend (ROAS)",
          "Gesamte Rentabilität der Anzeigenkosten (ROAS)", "RoAS", "7 Day Conversion Rate",
          "14 Day Conversion Rate", "7-Tage-Konversionsrate", "Retailer"
      }

      ## One row a day for each product that was bought after a click on the ad of another. No
      ## spend; its sales are part of those of the other reports, not on top of them.
      kind amazon_sp_purchased_product {
        label: "Sponsored Products, purchased product", zh "商品推广 已购买商品报告"
        platform: "amazon"
        source: ads_by_purchased_product
        matures: attribution 7 days
        column day: day from "Date", "Start Date", "Datum", "Startdatum"
        column until: day from "End Date", "Enddatum"
        column portfolio: text from "Portfolio name", "Portfolioname"
        column currency: currency from "Currency", "Währung"
        column campaign: text from "Campaign Name", "Kampagnen-Name"
        column ad_group: text from "Ad Group Name", "Anzeigengruppenname"
        column site: site from "Country", "Land"
        column sku: text from "Advertised SKU", "Beworbene SKU"
        column asin: text from "Advertised ASIN", "Beworbene ASIN"
        column targeting: text from "Targeting", "Keyword", "Ausrichtung"
        column match_type: text from "Match Type", "Übereinstimmungstyp"
        column purchased_asin: text from "Purchased ASIN", "Gekaufte ASIN"
        column ad_type: text always "SP"
        column ad_units_other_sku: count from "7 Day Other SKU Units (#)",
          "14 Day Other SKU Units (#)", "14 Day Brand Halo ASIN Units (#)"
        column ad_orders_other_sku: count from "7 Day Other SKU Orders (#)",
          "14 Day Other SKU Orders (#)", "14 Day Brand Halo ASIN Orders (#)"
        column ad_sales_other_sku: money in currency from "7 Day Other SKU Sales",
          "14 Day Other SKU Sales", "14 Day Brand Halo ASIN Sales"
        needs: campaign, purchased_asin, ad_sales_other_sku
        replaces: rows by day, until, ad_type, campaign, ad_group, sku, asin, targeting, match_type,
          purchased_asin, currency
        ignored: "Retailer"
      }

      ## One row a day of all Sponsored Products of an account: clicks and spend alone. No currency
      ## inside: it is that of the site.
      kind amazon_sp_performance_over_time {
        label: "Sponsored Products, performance over time", zh "商品推广 一段时间内的效果报告"
        platform: "amazon"
        source: ads_by_day
        matures: attribution 7 days
        column day: day from "Date", "Start Date", "Datum", "Startdatum"
        column until: day from "End Date", "Enddatum"
        column site: site from "Country", "Land"
        column ad_type: text always "SP"
        column clicks: count from "Clicks", "Klicks"
        column spend: money in currency from "Spend", "Ausgaben"
        needs: day, clicks, spend
        lacks: "Campaign Name", "Kampagnen-Name", "Impressions", "Impressionen", "Campaign name",
          "Search term", "Entity"
        replaces: rows by day, until, ad_type, currency
        ignored: "Cost Per Click (CPC)", "Kosten pro Klick (CPC)"
      }

      ## The tab file of 2016: one row for each search term over a range of days of its own. Of the
      ## windows the one of a week is read.
      kind amazon_sp_search_term_2016 {
        label: "Sponsored Products, search term (2016)", zh "商品推广 搜索词报告（2016年旧版）"
        platform: "amazon"
        source: ads_by_search_term
        matures: attribution 7 days
        quoting: none
        column day: day from "First Day of Impression"
        column until: day from "Last Day of Impression"
        column currency: currency from "Currency"
        column campaign: text from "Campaign Name"
        column ad_group: text from "Ad Group Name"
        column targeting: text from "Keyword"
        column match_type: text from "Match Type"
        column search_term: text from "Customer Search Term"
        column ad_type: text always "SP"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Total Spend"
        column ad_sales: money in currency from "Product Sales within 1-week of a click"
        column ad_orders: count from "Orders placed within 1-week of a click"
        column ad_units_same_sku: count from "Same SKU units Ordered within 1-week of click"
        column ad_units_other_sku: count from "Other SKU units Ordered within 1-week of click"
        column ad_sales_same_sku: money in currency from \
          "Same SKU units Product Sales within 1-week of click"
        column ad_sales_other_sku: money in currency from \
          "Other SKU units Product Sales within 1-week of click"
        needs: campaign, search_term, spend, ad_sales
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type,
          search_term, currency
        ignored: "CTR", "Average CPC", "ACoS", "Conversion Rate within 1-week of a click"
      }

      """#)
}
