// Export kinds of Amazon: console reports of ads whose headers are all in a neighbour of theirs too.

extension ShippedText {
  /// Stands before the neighbours: of two kinds that know the same headers the first is taken.
  static let amazonAdNeighbours = ShippedText(
    name: "amazon-ad-neighbours.kepi",
    text: #"""
      ## One row for each campaign and range of days: the summary of the campaign report, in which
      ## `Start Date` and `End Date` are those of the row. Beside a column `Date` they would be
      ## those of the campaign.
      kind amazon_sp_campaign_summary {
        label: "Sponsored Products, campaign (summary)", zh "商品推广 广告活动报告（汇总）"
        platform: "amazon"
        source: ads_by_campaign
        matures: attribution 7 days
        column day: day from "Start Date"
        column until: day from "End Date"
        column portfolio: text from "Portfolio name"
        column campaign_type: text from "Campaign Type"
        column campaign: text from "Campaign Name"
        column site: site from "Country"
        column campaign_status: text from "Status"
        column currency: currency from "Currency"
        column budget: money in currency from "Budget"
        column targeting_type: text from "Targeting Type"
        column bidding_strategy: text from "Bidding strategy"
        column ad_type: text always "SP"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Spend"
        column ad_sales: money in currency from "7 Day Total Sales", "14 Day Total Sales"
        column ad_orders: count from "7 Day Total Orders (#)", "14 Day Total Orders (#)"
        needs: day, until, campaign, targeting_type, spend
        lacks: "Date", "Advertised ASIN", "Customer Search Term", "Placement", "Entity"
        replaces: rows by day, until, ad_type, campaign, currency
        ignored: "Last Year Impressions", "Last Year Clicks", "Last Year Spend",
          "Last Year Cost Per Click (CPC)", "Click-Thru Rate (CTR)", "Cost Per Click (CPC)",
          "Total Advertising Cost of Sales (ACOS)", "Total Return on Advertising Spend (ROAS)"
        uncertain: "Of the summary only the German file was seen; the English names are those of the daily one.",
          zh "汇总报告只见过德语文件，英文列名取自按日报告"
      }

      ## One row a day (or a range of days) for each search term that Sponsored Brands were clicked
      ## for. Sales are those within 14 days; there are none by advertised and other product, which
      ## tells it from the report of Sponsored Products.
      kind amazon_sb_search_term {
        label: "Sponsored Brands, search term", zh "品牌推广 搜索词报告"
        platform: "amazon"
        source: ads_by_search_term
        matures: attribution 14 days
        column day: day from "Date", "Start Date"
        column until: day from "End Date"
        column portfolio: text from "Portfolio name"
        column currency: currency from "Currency"
        column campaign: text from "Campaign Name"
        column ad_group: text from "Ad Group Name"
        column site: site from "Country"
        column targeting: text from "Targeting", "Keyword"
        column match_type: text from "Match Type"
        column search_term: text from "Customer Search Term"
        column ad_type: text always "SB"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Spend"
        column ad_sales: money in currency from "14 Day Total Sales"
        column ad_orders: count from "14 Day Total Orders (#)"
        column ad_units: count from "14 Day Total Units (#)"
        needs: campaign, search_term, spend, ad_sales
        lacks: "7 Day Total Sales", "14 Day Advertised SKU Units (#)", "14 Day Other SKU Units (#)",
          "14 Day Advertised ASIN Units (#)", "14 Day Brand Halo ASIN Units (#)", "Date range"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type, search_term,
          currency
        ignored: "Click-Thru Rate (CTR)", "Cost Per Click (CPC)",
          "Total Advertising Cost of Sales (ACOS)", "Advertising Cost of Sales (ACOS)",
          "Total Return on Advertising Spend (ROAS)", "Return on Advertising Spend (ROAS)",
          "14 Day Conversion Rate", "Viewable Impressions",
          "Cost per 1,000 viewable impressions (VCPM)", "Cost type", "Retailer",
          "14 Day Total Sales - (Click)", "14 Day Total Orders (#) - (Click)",
          "14 Day Total Units (#) - (Click)", "14 Day Conversion Rate - (Click)",
          "Total Advertising Cost of Sales (ACOS) - (Click)",
          "Total Return on Advertising Spend (ROAS) - (Click)"
        uncertain: "The columns are those of the report by keyword; no file of a seller was seen.",
          zh "列名取自按关键词的报告，没有见过卖家的真实文件"
      }

      """#)
}
