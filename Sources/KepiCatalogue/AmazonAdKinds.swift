// Export kinds of Amazon: advertising.

extension ShippedText {
  static let amazonAds = ShippedText(
    name: "amazon-ads.kepi",
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

      ## The console's report of 2026: one row for each search term, with its own range of days
      ## in one cell. The window of its sales is not named. Ids are guarded: ="4681…".
      kind amazon_console_search_term {
        label: "Ads console, search term", zh "广告控制台 搜索词报告"
        platform: "amazon"
        source: ads_by_search_term
        matures: attribution 14 days
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
        column ad_type: text from "Ad product"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Total cost"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Purchases"
        column ad_units: count from "Units sold"
        word: ad_type "SP" from "Sponsored Products"
        word: ad_type "SB" from "Sponsored Brands"
        word: ad_type "SD" from "Sponsored Display"
        word: ad_type "ST" from "Sponsored TV"
        needs: campaign, search_term, spend
        lacks: "Customer Search Term"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type, search_term,
          currency
        ignored: "CTR", "CPC", "ROAS", "ACOS", "Cost per purchase", "Purchase rate"
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

      ## One row a day for each campaign of Sponsored Brands. Sales are those within 14 days of a
      ## click or, since 2022, of a view; the columns of clicks alone are beside them. Sales without
      ## impressions on their day are real: they were attributed late.
      kind amazon_sb_campaign {
        label: "Sponsored Brands, campaign", zh "品牌推广 广告活动报告"
        platform: "amazon"
        source: ads_by_campaign
        matures: attribution 14 days
        column day: day from "Date", "Start Date", "Datum", "Startdatum"
        column until: day from "End Date", "Enddatum"
        column portfolio: text from "Portfolio name", "Portfolioname"
        column currency: currency from "Currency", "Währung"
        column campaign: text from "Campaign Name", "Kampagnen-Name"
        column site: site from "Country", "Land"
        column ad_type: text always "SB"
        column impressions: count from "Impressions", "Impressionen"
        column clicks: count from "Clicks", "Klicks"
        column spend: money in currency from "Spend", "Ausgaben"
        column ad_sales: money in currency from "14 Day Total Sales"
        column ad_orders: count from "14 Day Total Orders (#)"
        column ad_units: count from "14 Day Total Units (#)"
        column ntb_orders: count from "14 Day New-to-brand Orders (#)"
        column ntb_sales: money in currency from "14 Day New-to-brand Sales"
        column ntb_units: count from "14 Day New-to-brand Units (#)"
        column viewable_impressions: count from "Viewable Impressions"
        column detail_page_views: count from "14 Day Detail Page Views (DPV)"
        column ad_sales_clicks: money in currency from "14 Day Total Sales - (Click)"
        column ad_orders_clicks: count from "14 Day Total Orders (#) - (Click)"
        column ad_units_clicks: count from "14 Day Total Units (#) - (Click)"
        column cost_type: text from "Cost type"
        column bid_optimization: text from "Bid optimization"
        needs: campaign, spend, ad_sales
        lacks: "Targeting Type", "Budget", "Ad Group Name", "Targeting", "Keyword", "Match Type",
          "Placement", "Customer Search Term", "Advertised ASIN", "Purchased ASIN"
        replaces: rows by day, until, ad_type, campaign, currency
        ignored: "Click-Thru Rate (CTR)", "Klickrate (CTR)", "Cost Per Click (CPC)",
          "Kosten pro Klick (CPC)", "Total Advertising Cost of Sales (ACOS)",
          "Advertising Cost of Sales (ACOS)", "Zugeschriebene Umsatzkosten (ACOS) gesamt", "ACoS",
          "Total Return on Advertising Spend (ROAS)", "Return on Advertising Spend (ROAS)",
          "Gesamte Rentabilität der Anzeigenkosten (ROAS)", "RoAS", "7 Day Conversion Rate",
          "14 Day Conversion Rate", "7-Tage-Konversionsrate", "14 Day % of Orders New-to-brand",
          "14 Day % of Sales New-to-brand", "14 Day % of Units New-to-brand",
          "14 Day New-to-brand Order Rate", "Total Advertising Cost of Sales (ACOS) - (Click)",
          "Total Return on Advertising Spend (ROAS) - (Click)",
          "Cost per 1,000 viewable impressions (VCPM)", "Retailer"
      }

      ## One row a day for each keyword or product that Sponsored Brands aim at.
      kind amazon_sb_keyword {
        label: "Sponsored Brands, keyword", zh "品牌推广 关键词报告"
        platform: "amazon"
        source: ads_by_targeting
        matures: attribution 14 days
        column day: day from "Date", "Start Date", "Datum", "Startdatum"
        column until: day from "End Date", "Enddatum"
        column portfolio: text from "Portfolio name", "Portfolioname"
        column currency: currency from "Currency", "Währung"
        column campaign: text from "Campaign Name", "Kampagnen-Name"
        column ad_group: text from "Ad Group Name", "Anzeigengruppenname"
        column site: site from "Country", "Land"
        column targeting: text from "Targeting", "Keyword"
        column match_type: text from "Match Type"
        column ad_type: text always "SB"
        column impressions: count from "Impressions", "Impressionen"
        column clicks: count from "Clicks", "Klicks"
        column spend: money in currency from "Spend", "Ausgaben"
        column ad_sales: money in currency from "14 Day Total Sales"
        column ad_orders: count from "14 Day Total Orders (#)"
        column ad_units: count from "14 Day Total Units (#)"
        column ntb_orders: count from "14 Day New-to-brand Orders (#)"
        column ntb_sales: money in currency from "14 Day New-to-brand Sales"
        column ntb_units: count from "14 Day New-to-brand Units (#)"
        column viewable_impressions: count from "Viewable Impressions"
        column detail_page_views: count from "14 Day Detail Page Views (DPV)"
        column ad_sales_clicks: money in currency from "14 Day Total Sales - (Click)"
        column ad_orders_clicks: count from "14 Day Total Orders (#) - (Click)"
        column ad_units_clicks: count from "14 Day Total Units (#) - (Click)"
        column cost_type: text from "Cost type"
        column bid_optimization: text from "Bid optimization"
        needs: campaign, targeting, match_type, spend, ad_sales
        lacks: "Customer Search Term", "14 Day Advertised ASIN Units (#)",
          "14 Day Advertised SKU Units (#)", "Placement"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type, currency
        ignored: "Click-Thru Rate (CTR)", "Klickrate (CTR)", "Cost Per Click (CPC)",
          "Kosten pro Klick (CPC)", "Total Advertising Cost of Sales (ACOS)",
          "Advertising Cost of Sales (ACOS)", "Zugeschriebene Umsatzkosten (ACOS) gesamt", "ACoS",
          "Total Return on Advertising Spend (ROAS)", "Return on Advertising Spend (ROAS)",
          "Gesamte Rentabilität der Anzeigenkosten (ROAS)", "RoAS", "7 Day Conversion Rate",
          "14 Day Conversion Rate", "7-Tage-Konversionsrate", "14 Day % of Orders New-to-brand",
          "14 Day % of Sales New-to-brand", "14 Day % of Units New-to-brand",
          "14 Day New-to-brand Order Rate", "Total Advertising Cost of Sales (ACOS) - (Click)",
          "Total Return on Advertising Spend (ROAS) - (Click)",
          "Cost per 1,000 viewable impressions (VCPM)", "Retailer"
      }

      ## One row a day for each campaign of Sponsored Display. Sales are those within 14 days of a
      ## click or a view.
      kind amazon_sd_campaign {
        label: "Sponsored Display, campaign", zh "展示型推广 广告活动报告"
        platform: "amazon"
        source: ads_by_campaign
        matures: attribution 14 days
        column day: day from "Date", "Start Date", "Datum", "Startdatum"
        column until: day from "End Date", "Enddatum"
        column portfolio: text from "Portfolio name", "Portfolioname"
        column currency: currency from "Currency", "Währung"
        column campaign_status: text from "Status"
        column budget: money in currency from "Budget"
        column campaign: text from "Campaign Name", "Kampagnen-Name"
        column site: site from "Country", "Land"
        column ad_type: text always "SD"
        column impressions: count from "Impressions", "Impressionen"
        column clicks: count from "Clicks", "Klicks"
        column spend: money in currency from "Spend", "Ausgaben"
        column ad_sales: money in currency from "14 Day Total Sales"
        column ad_orders: count from "14 Day Total Orders (#)"
        column ad_units: count from "14 Day Total Units (#)"
        column ntb_orders: count from "14 Day New-to-brand Orders (#)"
        column ntb_sales: money in currency from "14 Day New-to-brand Sales"
        column ntb_units: count from "14 Day New-to-brand Units (#)"
        column viewable_impressions: count from "Viewable Impressions"
        column detail_page_views: count from "14 Day Detail Page Views (DPV)"
        column ad_sales_clicks: money in currency from "14 Day Total Sales - (Click)"
        column ad_orders_clicks: count from "14 Day Total Orders (#) - (Click)"
        column ad_units_clicks: count from "14 Day Total Units (#) - (Click)"
        column cost_type: text from "Cost type"
        column bid_optimization: text from "Bid optimization"
        needs: campaign, budget, spend, ad_sales
        lacks: "Targeting Type", "Campaign Type", "Ad Group Name", "Placement",
          "Customer Search Term"
        replaces: rows by day, until, ad_type, campaign, currency
        ignored: "Click-Thru Rate (CTR)", "Klickrate (CTR)", "Cost Per Click (CPC)",
          "Kosten pro Klick (CPC)", "Total Advertising Cost of Sales (ACOS)",
          "Advertising Cost of Sales (ACOS)", "Zugeschriebene Umsatzkosten (ACOS) gesamt", "ACoS",
          "Total Return on Advertising Spend (ROAS)", "Return on Advertising Spend (ROAS)",
          "Gesamte Rentabilität der Anzeigenkosten (ROAS)", "RoAS", "7 Day Conversion Rate",
          "14 Day Conversion Rate", "7-Tage-Konversionsrate", "14 Day % of Orders New-to-brand",
          "14 Day % of Sales New-to-brand", "14 Day % of Units New-to-brand",
          "14 Day New-to-brand Order Rate", "Total Advertising Cost of Sales (ACOS) - (Click)",
          "Total Return on Advertising Spend (ROAS) - (Click)",
          "Cost per 1,000 viewable impressions (VCPM)", "Retailer"
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

      ## The console's report of 2026 by campaign: one row a day or range of days.
      kind amazon_console_campaign {
        label: "Ads console, campaign", zh "广告控制台 广告活动报告"
        platform: "amazon"
        source: ads_by_campaign
        matures: attribution 14 days
        column day: days to until from "Date range", "Date"
        column portfolio: text from "Portfolio name"
        column currency: currency from "Budget currency"
        column campaign: text from "Campaign name"
        column campaign_id: text from "Campaign ID"
        column site: site from "Country"
        column ad_type: text from "Ad product"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Total cost"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Purchases"
        column ad_units: count from "Units sold"
        word: ad_type "SP" from "Sponsored Products"
        word: ad_type "SB" from "Sponsored Brands"
        word: ad_type "SD" from "Sponsored Display"
        word: ad_type "ST" from "Sponsored TV"
        needs: campaign, spend
        lacks: "Search term", "Target value", "Placement", "Advertised product ID",
          "Customer Search Term"
        replaces: rows by day, until, ad_type, campaign, currency
        ignored: "CTR", "CPC", "ROAS", "ACOS", "Cost per purchase", "Purchase rate"
        uncertain: "Only the report by search term was seen; its columns are chosen by the user.",
          zh "只见过按搜索词的报告，其列由用户选择"
      }

      ## The console's report of 2026 by target: one row a day or range of days.
      kind amazon_console_targeting {
        label: "Ads console, targeting", zh "广告控制台 投放报告"
        platform: "amazon"
        source: ads_by_targeting
        matures: attribution 14 days
        column day: days to until from "Date range", "Date"
        column portfolio: text from "Portfolio name"
        column currency: currency from "Budget currency"
        column campaign: text from "Campaign name"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad group name"
        column ad_group_id: text from "Ad group ID"
        column targeting: text from "Target value"
        column match_type: text from "Target match type"
        column site: site from "Country"
        column ad_type: text from "Ad product"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Total cost"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Purchases"
        column ad_units: count from "Units sold"
        word: ad_type "SP" from "Sponsored Products"
        word: ad_type "SB" from "Sponsored Brands"
        word: ad_type "SD" from "Sponsored Display"
        word: ad_type "ST" from "Sponsored TV"
        needs: campaign, targeting, spend
        lacks: "Search term", "Placement", "Advertised product ID"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type, currency
        ignored: "CTR", "CPC", "ROAS", "ACOS", "Cost per purchase", "Purchase rate"
        uncertain: "Only the report by search term was seen; its columns are chosen by the user.",
          zh "只见过按搜索词的报告，其列由用户选择"
      }

      ## The console's report of 2026 by place of the ad: one row a day or range of days.
      kind amazon_console_placement {
        label: "Ads console, placement", zh "广告控制台 广告位报告"
        platform: "amazon"
        source: ads_by_placement
        matures: attribution 14 days
        column day: days to until from "Date range", "Date"
        column portfolio: text from "Portfolio name"
        column currency: currency from "Budget currency"
        column campaign: text from "Campaign name"
        column campaign_id: text from "Campaign ID"
        column placement: text from "Placement"
        column site: site from "Country"
        column ad_type: text from "Ad product"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Total cost"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Purchases"
        column ad_units: count from "Units sold"
        word: ad_type "SP" from "Sponsored Products"
        word: ad_type "SB" from "Sponsored Brands"
        word: ad_type "SD" from "Sponsored Display"
        word: ad_type "ST" from "Sponsored TV"
        needs: campaign, placement, spend
        lacks: "Search term", "Target value", "Advertised product ID", "Entity"
        replaces: rows by day, until, ad_type, campaign, placement, currency
        ignored: "CTR", "CPC", "ROAS", "ACOS", "Cost per purchase", "Purchase rate"
        uncertain: "Only the report by search term was seen; its columns are chosen by the user.",
          zh "只见过按搜索词的报告，其列由用户选择"
      }

      ## The console's report of 2026 by advertised product: one row a day or range of days.
      kind amazon_console_product {
        label: "Ads console, advertised product", zh "广告控制台 推广的商品报告"
        platform: "amazon"
        source: ads_by_product
        matures: attribution 14 days
        column day: days to until from "Date range", "Date"
        column portfolio: text from "Portfolio name"
        column currency: currency from "Budget currency"
        column campaign: text from "Campaign name"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad group name"
        column ad_group_id: text from "Ad group ID"
        column asin: text from "Advertised product ID"
        column sku: text from "Advertised product SKU"
        column site: site from "Country"
        column ad_type: text from "Ad product"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Total cost"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Purchases"
        column ad_units: count from "Units sold"
        word: ad_type "SP" from "Sponsored Products"
        word: ad_type "SB" from "Sponsored Brands"
        word: ad_type "SD" from "Sponsored Display"
        word: ad_type "ST" from "Sponsored TV"
        needs: campaign, asin, spend
        lacks: "Search term", "Target value", "Placement"
        replaces: rows by day, until, ad_type, campaign, ad_group, sku, asin, currency
        ignored: "CTR", "CPC", "ROAS", "ACOS", "Cost per purchase", "Purchase rate"
        uncertain: "Only the report by search term was seen; its columns are chosen by the user.",
          zh "只见过按搜索词的报告，其列由用户选择"
      }

      ## The interface's report spCampaigns as JSON: one row a day, or a range of days. Of the
      ## windows that stand side by side the one of seven days is read; cost and spend are the same.
      kind amazon_api_sp_campaigns {
        label: "Sponsored Products, campaigns (interface)", zh "商品推广 广告活动（接口v3）"
        platform: "amazon"
        source: ads_by_campaign
        matures: attribution 7 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column campaign_status: text from "campaignStatus"
        column budget: money in currency from "campaignBudgetAmount"
        column top_of_search_share: percent from "topOfSearchImpressionShare"
        column ad_type: text always "SP"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales7d", "sales14d", "sales30d"
        column ad_orders: count from "purchases7d", "purchases14d", "purchases30d"
        column ad_units: count from "unitsSoldClicks7d", "unitsSoldClicks14d",
          "unitsSoldClicks30d"
        column ad_sales_same_sku: money in currency from "attributedSalesSameSku7d"
        column ad_units_same_sku: count from "unitsSoldSameSku7d"
        column ad_sales_other_sku: money in currency from "salesOtherSku7d"
        column ad_units_other_sku: count from "unitsSoldOtherSku7d"
        needs: campaign, spend, ad_sales
        lacks: "searchTerm", "advertisedAsin", "purchasedAsin", "targeting",
          "placementClassification"
        replaces: rows by day, until, ad_type, campaign, currency
        ignored: "spend", "costPerClick", "clickThroughRate", "campaignBudgetType", "portfolioId",
          "purchases1d", "purchases14d", "purchases30d", "sales1d", "sales14d", "sales30d",
          "unitsSoldClicks1d", "unitsSoldClicks14d", "unitsSoldClicks30d",
          "attributedSalesSameSku1d", "attributedSalesSameSku14d", "attributedSalesSameSku30d",
          "purchasesSameSku1d", "purchasesSameSku7d", "purchasesSameSku14d", "purchasesSameSku30d",
          "unitsSoldSameSku1d", "unitsSoldSameSku14d", "unitsSoldSameSku30d", "acosClicks7d",
          "acosClicks14d", "roasClicks7d", "roasClicks14d", "keywordId", "keyword", "keywordBid",
          "adKeywordStatus", "adId", "purchaseClickRate14d"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## The interface's report spCampaigns by placement as JSON: one row a day, or a range of days.
      ## Of the windows that stand side by side the one of seven days is read; cost and spend are
      ## the same.
      kind amazon_api_sp_placements {
        label: "Sponsored Products, placements (interface)", zh "商品推广 广告位（接口v3）"
        platform: "amazon"
        source: ads_by_placement
        matures: attribution 7 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column placement: text from "placementClassification"
        column bidding_strategy: text from "campaignBiddingStrategy"
        column ad_type: text always "SP"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales7d", "sales14d", "sales30d"
        column ad_orders: count from "purchases7d", "purchases14d", "purchases30d"
        column ad_units: count from "unitsSoldClicks7d", "unitsSoldClicks14d",
          "unitsSoldClicks30d"
        column ad_sales_same_sku: money in currency from "attributedSalesSameSku7d"
        column ad_units_same_sku: count from "unitsSoldSameSku7d"
        column ad_sales_other_sku: money in currency from "salesOtherSku7d"
        column ad_units_other_sku: count from "unitsSoldOtherSku7d"
        needs: campaign, placement, spend, ad_sales
        lacks: "searchTerm"
        replaces: rows by day, until, ad_type, campaign, placement, currency
        ignored: "spend", "costPerClick", "clickThroughRate", "campaignStatus",
          "campaignBudgetType", "portfolioId", "purchases1d", "purchases14d", "purchases30d",
          "sales1d", "sales14d", "sales30d", "unitsSoldClicks1d", "unitsSoldClicks14d",
          "unitsSoldClicks30d", "attributedSalesSameSku1d", "attributedSalesSameSku14d",
          "attributedSalesSameSku30d", "purchasesSameSku1d", "purchasesSameSku7d",
          "purchasesSameSku14d", "purchasesSameSku30d", "unitsSoldSameSku1d", "unitsSoldSameSku14d",
          "unitsSoldSameSku30d", "acosClicks7d", "acosClicks14d", "roasClicks7d", "roasClicks14d",
          "keywordId", "keyword", "keywordBid", "adKeywordStatus", "adId", "purchaseClickRate14d",
          "campaignBudgetAmount"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## The interface's report spTargeting as JSON: one row a day, or a range of days. Of the
      ## windows that stand side by side the one of seven days is read; cost and spend are the same.
      kind amazon_api_sp_targeting {
        label: "Sponsored Products, targeting (interface)", zh "商品推广 投放（接口v3）"
        platform: "amazon"
        source: ads_by_targeting
        matures: attribution 7 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column ad_group: text from "adGroupName"
        column ad_group_id: text from "adGroupId"
        column targeting: text from "targeting", "keyword"
        column match_type: text from "matchType"
        column keyword_type: text from "keywordType"
        column top_of_search_share: percent from "topOfSearchImpressionShare"
        column ad_type: text always "SP"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales7d", "sales14d", "sales30d"
        column ad_orders: count from "purchases7d", "purchases14d", "purchases30d"
        column ad_units: count from "unitsSoldClicks7d", "unitsSoldClicks14d",
          "unitsSoldClicks30d"
        column ad_sales_same_sku: money in currency from "attributedSalesSameSku7d"
        column ad_units_same_sku: count from "unitsSoldSameSku7d"
        column ad_sales_other_sku: money in currency from "salesOtherSku7d"
        column ad_units_other_sku: count from "unitsSoldOtherSku7d"
        needs: campaign, targeting, spend, ad_sales
        lacks: "searchTerm", "advertisedAsin", "purchasedAsin"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type, currency
        ignored: "spend", "costPerClick", "clickThroughRate", "campaignStatus",
          "campaignBudgetType", "portfolioId", "purchases1d", "purchases14d", "purchases30d",
          "sales1d", "sales14d", "sales30d", "unitsSoldClicks1d", "unitsSoldClicks14d",
          "unitsSoldClicks30d", "attributedSalesSameSku1d", "attributedSalesSameSku14d",
          "attributedSalesSameSku30d", "purchasesSameSku1d", "purchasesSameSku7d",
          "purchasesSameSku14d", "purchasesSameSku30d", "unitsSoldSameSku1d", "unitsSoldSameSku14d",
          "unitsSoldSameSku30d", "acosClicks7d", "acosClicks14d", "roasClicks7d", "roasClicks14d",
          "keywordId", "keywordBid", "adKeywordStatus", "adId", "purchaseClickRate14d"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## The interface's report spSearchTerm as JSON: one row a day, or a range of days. Of the
      ## windows that stand side by side the one of seven days is read; cost and spend are the same.
      kind amazon_api_sp_search_term {
        label: "Sponsored Products, search terms (interface)", zh "商品推广 搜索词（接口v3）"
        platform: "amazon"
        source: ads_by_search_term
        matures: attribution 7 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column ad_group: text from "adGroupName"
        column ad_group_id: text from "adGroupId"
        column targeting: text from "targeting", "keyword"
        column match_type: text from "matchType"
        column keyword_type: text from "keywordType"
        column search_term: text from "searchTerm"
        column ad_type: text always "SP"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales7d", "sales14d", "sales30d"
        column ad_orders: count from "purchases7d", "purchases14d", "purchases30d"
        column ad_units: count from "unitsSoldClicks7d", "unitsSoldClicks14d",
          "unitsSoldClicks30d"
        column ad_sales_same_sku: money in currency from "attributedSalesSameSku7d"
        column ad_units_same_sku: count from "unitsSoldSameSku7d"
        column ad_sales_other_sku: money in currency from "salesOtherSku7d"
        column ad_units_other_sku: count from "unitsSoldOtherSku7d"
        needs: campaign, search_term, spend, ad_sales
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type,
          search_term, currency
        ignored: "spend", "costPerClick", "clickThroughRate", "campaignStatus",
          "campaignBudgetType", "portfolioId", "purchases1d", "purchases14d", "purchases30d",
          "sales1d", "sales14d", "sales30d", "unitsSoldClicks1d", "unitsSoldClicks14d",
          "unitsSoldClicks30d", "attributedSalesSameSku1d", "attributedSalesSameSku14d",
          "attributedSalesSameSku30d", "purchasesSameSku1d", "purchasesSameSku7d",
          "purchasesSameSku14d", "purchasesSameSku30d", "unitsSoldSameSku1d", "unitsSoldSameSku14d",
          "unitsSoldSameSku30d", "acosClicks7d", "acosClicks14d", "roasClicks7d", "roasClicks14d",
          "keywordId", "keywordBid", "adKeywordStatus", "adId", "purchaseClickRate14d"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## The interface's report spAdvertisedProduct as JSON: one row a day, or a range of days. Of
      ## the windows that stand side by side the one of seven days is read; cost and spend are the
      ## same.
      kind amazon_api_sp_advertised_product {
        label: "Sponsored Products, advertised products (interface)", zh "商品推广 推广的商品（接口v3）"
        platform: "amazon"
        source: ads_by_product
        matures: attribution 7 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column ad_group: text from "adGroupName"
        column ad_group_id: text from "adGroupId"
        column sku: text from "advertisedSku"
        column asin: text from "advertisedAsin"
        column ad_type: text always "SP"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales7d", "sales14d", "sales30d"
        column ad_orders: count from "purchases7d", "purchases14d", "purchases30d"
        column ad_units: count from "unitsSoldClicks7d", "unitsSoldClicks14d",
          "unitsSoldClicks30d"
        column ad_sales_same_sku: money in currency from "attributedSalesSameSku7d"
        column ad_units_same_sku: count from "unitsSoldSameSku7d"
        column ad_sales_other_sku: money in currency from "salesOtherSku7d"
        column ad_units_other_sku: count from "unitsSoldOtherSku7d"
        needs: campaign, asin, spend, ad_sales
        lacks: "purchasedAsin", "searchTerm"
        replaces: rows by day, until, ad_type, campaign, ad_group, sku, asin, currency
        ignored: "spend", "costPerClick", "clickThroughRate", "campaignStatus",
          "campaignBudgetType", "portfolioId", "purchases1d", "purchases14d", "purchases30d",
          "sales1d", "sales14d", "sales30d", "unitsSoldClicks1d", "unitsSoldClicks14d",
          "unitsSoldClicks30d", "attributedSalesSameSku1d", "attributedSalesSameSku14d",
          "attributedSalesSameSku30d", "purchasesSameSku1d", "purchasesSameSku7d",
          "purchasesSameSku14d", "purchasesSameSku30d", "unitsSoldSameSku1d", "unitsSoldSameSku14d",
          "unitsSoldSameSku30d", "acosClicks7d", "acosClicks14d", "roasClicks7d", "roasClicks14d",
          "keywordId", "keyword", "keywordBid", "adKeywordStatus", "adId", "purchaseClickRate14d",
          "campaignBudgetAmount"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## The interface's report spPurchasedProduct as JSON: products bought after a click on the ad
      ## of another. No spend.
      kind amazon_api_sp_purchased_product {
        label: "Sponsored Products, purchased products (interface)", zh "商品推广 已购买商品（接口v3）"
        platform: "amazon"
        source: ads_by_purchased_product
        matures: attribution 7 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column ad_group: text from "adGroupName"
        column ad_group_id: text from "adGroupId"
        column sku: text from "advertisedSku"
        column asin: text from "advertisedAsin"
        column targeting: text from "targeting", "keyword"
        column match_type: text from "matchType"
        column purchased_asin: text from "purchasedAsin"
        column ad_type: text always "SP"
        column ad_sales_other_sku: money in currency from "salesOtherSku7d"
        column ad_orders_other_sku: count from "purchasesOtherSku7d"
        column ad_units_other_sku: count from "unitsSoldOtherSku7d"
        needs: campaign, purchased_asin, ad_sales_other_sku
        replaces: rows by day, until, ad_type, campaign, ad_group, sku, asin, targeting, match_type,
          purchased_asin, currency
        ignored: "portfolioId", "keywordId", "keywordType", "sales7d", "purchases7d",
          "unitsSoldClicks7d"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## The interface's report sbCampaigns as JSON: one row a day, or a range of days. Sales are
      ## those within 14 days of a click or a view; those of clicks alone stand beside them.
      kind amazon_api_sb_campaigns {
        label: "Sponsored Brands, campaigns (interface)", zh "品牌推广 广告活动（接口v3）"
        platform: "amazon"
        source: ads_by_campaign
        matures: attribution 14 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column budget: money in currency from "campaignBudgetAmount"
        column ad_type: text always "SB"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales"
        column ad_orders: count from "purchases"
        column ad_units: count from "unitsSold"
        column ntb_orders: count from "newToBrandPurchases"
        column ntb_sales: money in currency from "newToBrandSales"
        column ntb_units: count from "newToBrandUnitsSold"
        column ad_sales_clicks: money in currency from "salesClicks"
        column ad_orders_clicks: count from "purchasesClicks"
        column ad_units_clicks: count from "unitsSoldClicks"
        column detail_page_views: count from "detailPageViews"
        column cost_type: text from "costType"
        column viewable_impressions: count from "viewableImpressions"
        column top_of_search_share: percent from "topOfSearchImpressionShare"
        needs: campaign, spend, ad_sales, ad_orders
        lacks: "impressionsViews", "searchTerm", "targetingText", "adGroupId", "sales7d"
        replaces: rows by day, until, ad_type, campaign, currency
        ignored: "costPerClick", "clickThroughRate", "campaignStatus", "campaignBudgetType",
          "newToBrandPurchasesClicks", "newToBrandSalesClicks", "newToBrandUnitsSoldClicks",
          "newToBrandPurchasesPercentage", "newToBrandSalesPercentage", "detailPageViewsClicks",
          "portfolioId"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## The interface's report sdCampaigns as JSON: one row a day, or a range of days. Sales are
      ## those within 14 days of a click or a view; those of clicks alone stand beside them.
      kind amazon_api_sd_campaigns {
        label: "Sponsored Display, campaigns (interface)", zh "展示型推广 广告活动（接口v3）"
        platform: "amazon"
        source: ads_by_campaign
        matures: attribution 14 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column budget: money in currency from "campaignBudgetAmount"
        column ad_type: text always "SD"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales"
        column ad_orders: count from "purchases"
        column ad_units: count from "unitsSold"
        column ntb_orders: count from "newToBrandPurchases"
        column ntb_sales: money in currency from "newToBrandSales"
        column ntb_units: count from "newToBrandUnitsSold"
        column ad_sales_clicks: money in currency from "salesClicks"
        column ad_orders_clicks: count from "purchasesClicks"
        column ad_units_clicks: count from "unitsSoldClicks"
        column detail_page_views: count from "detailPageViews"
        column cost_type: text from "costType"
        column viewable_impressions: count from "impressionsViews"
        needs: campaign, spend, ad_sales, viewable_impressions
        lacks: "targetingText", "adGroupId", "sales7d"
        replaces: rows by day, until, ad_type, campaign, currency
        ignored: "costPerClick", "clickThroughRate", "campaignStatus", "campaignBudgetType",
          "newToBrandPurchasesClicks", "newToBrandSalesClicks", "newToBrandUnitsSoldClicks",
          "newToBrandPurchasesPercentage", "newToBrandSalesPercentage", "detailPageViewsClicks",
          "portfolioId"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## The retired interface: one file a day, without the day in it: load it with `date`. No
      ## currency inside: it is that of the site.
      kind amazon_api_v2_sp_campaigns {
        label: "Sponsored Products, campaigns (interface v2, retired)", zh "商品推广 广告活动（接口v2，已停用）"
        platform: "amazon"
        source: ads_by_campaign
        matures: attribution 7 days
        column day: day
        column until: day
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column ad_type: text always "SP"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost"
        column ad_sales: money in currency from "attributedSales7d", "attributedSales14d"
        column ad_orders: count from "attributedConversions7d", "attributedConversions14d"
        column ad_units: count from "attributedUnitsOrdered7d",
          "attributedUnitsOrdered14d"
        needs: campaign, spend, ad_sales
        lacks: "sales7d"
        replaces: rows by day, until, ad_type, campaign, currency
        ignored: "attributedSales1d", "attributedSales14d", "attributedSales30d",
          "attributedConversions1d", "attributedConversions14d", "attributedConversions30d",
          "attributedUnitsOrdered1d", "attributedUnitsOrdered14d", "attributedUnitsOrdered30d"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each path of ads before a purchase. Its sales are those of the campaigns again:
      ## never add them up.
      kind amazon_ads_conversion_path {
        label: "Ads, conversion path", zh "广告 转化路径报告"
        platform: "amazon"
        source: ads_by_conversion_path
        column day: day from "Start Date"
        column until: day from "End Date"
        column brand: text from "Brand"
        column conversion_path: text from "Conversion path"
        column currency: currency from "Currency"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Purchases"
        column ntb_sales: money in currency from "New-to-brand product sales"
        column ntb_orders: count from "New-to-brand purchases"
        needs: conversion_path, ad_sales, ad_orders
        replaces: rows by day, until, brand, conversion_path, currency
        ignored: "Sponsored Brands display frequency"
      }

      ## The sheet of Sponsored Products in a bulk workbook, with the totals of a period that only
      ## the file's name has. Every level repeats the same money: ask for one entity, as `where
      ## entity = Campaign`. Bidding adjustments repeat it once more.
      kind amazon_ads_bulk {
        label: "Bulk operations, Sponsored Products", zh "批量操作 商品推广"
        platform: "amazon"
        source: ads_bulk
        column day: days to until named "bulk-*-{########-########}-*"
        column ad_type: text from "Product"
        column entity: text from "Entity"
        column campaign_id: text from "Campaign ID"
        column ad_group_id: text from "Ad Group ID"
        column portfolio_id: text from "Portfolio ID"
        column ad_id: text from "Ad ID"
        column keyword_id: text from "Keyword ID"
        column product_targeting_id: text from "Product Targeting ID"
        column campaign: text from "Campaign Name (Informational only)", "Campaign Name"
        column ad_group: text from "Ad Group Name (Informational only)", "Ad Group Name"
        column portfolio: text from "Portfolio Name (Informational only)"
        column campaign_start: day from "Start Date"
        column campaign_end: day from "End Date"
        column targeting_type: text from "Targeting Type"
        column state: text from "State"
        column daily_budget: money in currency from "Daily Budget"
        column sku: text from "SKU"
        column asin: text from "ASIN (Informational only)"
        column bid: money in currency from "Bid"
        column targeting: text from "Keyword Text"
        column product_target: text from "Product Targeting Expression"
        column match_type: text from "Match Type"
        column bidding_strategy: text from "Bidding Strategy"
        column placement: text from "Placement"
        column placement_percentage: percent points from "Percentage"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Spend"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Orders"
        column ad_units: count from "Units"
        word: ad_type "SP" from "Sponsored Products"
        word: ad_type "SB" from "Sponsored Brands"
        word: ad_type "SD" from "Sponsored Display"
        needs: entity, campaign_id, spend, ad_sales
        lacks: "Record ID"
        replaces: rows by day, until, entity, campaign_id, ad_group_id, ad_id, keyword_id,
          product_targeting_id, placement, ordinal
        ignored: "Operation", "Sites", "Campaign State (Informational only)",
          "Ad Group State (Informational only)", "Eligibility Status (Informational only)",
          "Reason for Ineligibility (Informational only)", "Ad Group Default Bid",
          "Ad Group Default Bid (Informational only)", "Native Language Keyword",
          "Native Language Locale", "Resolved Product Targeting Expression (Informational only)",
          "Audience ID", "Shopper Cohort Percentage", "Shopper Cohort Type", "Segment Name",
          "Click-through Rate", "Conversion Rate", "ACOS", "CPC", "ROAS"
      }

      ## The bulk workbook of 2018, with the totals of a period that only the file's name has. Every
      ## record type repeats the same money: ask for one `entity`.
      kind amazon_ads_bulk_2018 {
        label: "Bulk operations (2018)", zh "批量操作（2018年旧版）"
        platform: "amazon"
        source: ads_bulk
        column day: days to until named "bulk-*-{########-########}-*"
        column ad_type: text always "SP"
        column entity: text from "Record Type"
        column record_id: text from "Record ID"
        column portfolio_id: text from "Portfolio ID"
        column keyword_id: text from "Product Targeting ID"
        column campaign: text from "Campaign"
        column ad_group: text from "Ad Group"
        column campaign_start: day from "Campaign Start Date"
        column campaign_end: day from "Campaign End Date"
        column targeting_type: text from "Campaign Targeting Type"
        column state: text from "Status"
        column daily_budget: money in currency from "Campaign Daily Budget"
        column sku: text from "SKU"
        column bid: money in currency from "Max Bid"
        column targeting: text from "Keyword or Product Targeting"
        column match_type: text from "Match Type"
        column bidding_strategy: text from "Bid+"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Spend"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Orders"
        column ad_units: count from "Total Units"
        needs: entity, record_id, spend, ad_sales
        replaces: rows by day, until, entity, record_id
        ignored: "Campaign Status", "Ad Group Status", "ACoS"
      }

      ## The sheets of search terms in a bulk workbook: one row for each term over a period that
      ## only the file's name has.
      kind amazon_ads_bulk_search_term {
        label: "Bulk operations, search terms", zh "批量操作 搜索词"
        platform: "amazon"
        source: ads_by_search_term
        column day: days to until named "bulk-*-{########-########}-*"
        column ad_type: text from "Product"
        column campaign: text from "Campaign Name (Informational only)"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad Group Name (Informational only)"
        column ad_group_id: text from "Ad Group ID"
        column portfolio: text from "Portfolio Name (Informational only)"
        column targeting: text from "Keyword Text"
        column product_target: text from "Product Targeting Expression"
        column match_type: text from "Match Type"
        column search_term: text from "Customer Search Term"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Spend"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Orders"
        column ad_units: count from "Units"
        word: ad_type "SP" from "Sponsored Products"
        word: ad_type "SB" from "Sponsored Brands"
        needs: campaign, search_term, spend, ad_sales
        lacks: "Campaign Name", "Target Level"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, product_target,
          match_type, search_term, currency
        ignored: "Keyword ID", "Product Targeting ID", "State",
          "Campaign State (Informational only)", "Bid",
          "Resolved Product Targeting Expression (Informational only)", "Click-through Rate",
          "Conversion Rate", "ACOS", "CPC", "ROAS"
      }
      """#)
}
