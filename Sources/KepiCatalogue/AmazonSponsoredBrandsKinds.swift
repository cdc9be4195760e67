// Export kinds of Amazon: Sponsored Brands and Sponsored Display, as the console writes them.

extension ShippedText {
  static let amazonSponsoredBrands = ShippedText(
    name: "amazon-sponsored-brands.kepi",
    text: #"""
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

      """#)
}
