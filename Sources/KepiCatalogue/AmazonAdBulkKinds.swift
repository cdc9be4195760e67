// Export kinds of Amazon: the workbooks of bulk operations on ads.

extension ShippedText {
  static let amazonAdBulk = ShippedText(
    name: "amazon-ad-bulk.kepi",
    text: #"""
      ## A sheet of Sponsored Products, Brands or Display in a bulk workbook, with the totals of a
      ## period that only the file's name has. Every level repeats the same money: ask for one
      ## entity, as `where entity = Campaign`. Bidding adjustments repeat it once more. Sales are
      ## those of clicks; those of views stand beside them and are left out.
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
        column product_targeting_id: text from "Product Targeting ID", "Targeting ID"
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
        column product_target: text from "Product Targeting Expression", "Targeting Expression"
        column match_type: text from "Match Type"
        column bidding_strategy: text from "Bidding Strategy", "Bid Optimization"
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
          "Click-through Rate", "Conversion Rate", "ACOS", "CPC", "ROAS", "Draft Campaign ID",
          "Campaign Serving Status*", "Ad Group Serving Status*", "Ad Serving Status*",
          "Rule Based Budget*", "Budget Type", "Budget", "Bid Multiplier", "Ad Name", "Ad Format",
          "Ad Format (Informational only)", "Landing Page*", "Brand Entity ID", "Brand Name",
          "Brand Logo*", "Custom Image*", "Creative*", "Video Media IDs", "Video Asset IDs",
          "Original Video Asset IDs (Informational only)", "Subpages", "Product Location",
          "Consent To Translate", "Tactic", "Cost Type",
          "Resolved Targeting Expression (Informational only)", "Viewable Impressions",
          "Sales (Views & Clicks)", "Orders (Views & Clicks)", "Units (Views & Clicks)",
          "ACOS (Views & Clicks)", "ROAS (Views & Clicks)"
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
        lacks: "Spending Policy"
        replaces: rows by day, until, entity, record_id
        ignored: "Campaign Status", "Ad Group Status", "ACoS"
      }

      ## The sheet of Headline Search in the bulk workbook of 2018, which became Sponsored Brands,
      ## with the totals of a period that only the file's name has. Every record type repeats the
      ## same money: ask for one `entity`.
      kind amazon_ads_bulk_2018_brands {
        label: "Bulk operations, Headline Search (2018)", zh "批量操作 标题搜索广告（2018年旧版）"
        platform: "amazon"
        source: ads_bulk
        column day: days to until named "bulk-*-{########-########}-*"
        column ad_type: text always "SB"
        column entity: text from "Record Type"
        column record_id: text from "Record ID"
        column campaign_id: text from "Campaign ID"
        column portfolio_id: text from "Portfolio ID"
        column campaign: text from "Campaign"
        column ad_group: text from "Ad Group"
        column campaign_start: day from "Campaign Start Date"
        column campaign_end: day from "Campaign End Date"
        column state: text from "Status"
        column bid: money in currency from "Max Bid"
        column targeting: text from "Keyword"
        column match_type: text from "Match Type"
        column bidding_strategy: text from "Automated Bidding"
        column placement: text from "Placement Type"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Spend"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Orders"
        column ad_units: count from "Total Units"
        needs: entity, record_id, campaign_id, spend, ad_sales
        lacks: "Keyword or Product Targeting"
        replaces: rows by day, until, entity, record_id
        ignored: "Budget", "Budget Type", "Spending Policy", "Campaign Status", "Ad Group Status",
          "ACoS", "Bid Multiplier"
        uncertain: "Only the header of the sheet was seen, without a row.",
          zh "只见过该工作表的表头，没有数据行"
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

      ## The sheet of search terms on the sites of other retailers in a bulk workbook: one row for
      ## each term and offer over a period that only the file's name has. Those campaigns are in no
      ## other sheet of search terms, so nothing counts twice.
      kind amazon_ads_bulk_retailer_search_term {
        label: "Bulk operations, search terms of other retailers", zh "批量操作 其他零售商搜索词"
        platform: "amazon"
        source: ads_by_search_term
        column day: days to until named "bulk-*-{########-########}-*"
        column ad_type: text always "RAS"
        column campaign: text from "Campaign Name"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad Group Name"
        column ad_group_id: text from "Ad Group ID"
        column retailer: text from "Retailer"
        column retailer_offer_id: text from "Retailer Offer ID"
        column currency: currency from "Currency Code"
        column target_level: text from "Target Level"
        column targeting: text from "Keyword"
        column product_target: text from "Resolved Product Targeting Expression"
        column match_type: text from "Match Type"
        column search_term: text from "Customer Search Term"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Spend"
        column ad_sales: money in currency from "Sales"
        column ad_orders: count from "Orders"
        column ad_units: count from "Units"
        needs: campaign, retailer, target_level, search_term, spend, ad_sales
        lacks: "Entity"
        replaces: rows by day, until, ad_type, campaign, ad_group, retailer, retailer_offer_id,
          target_level, targeting, product_target, match_type, search_term, currency
        ignored: "Product", "Target ID", "Retailer ID", "State", "Negative", "Bid",
          "Click-through Rate", "Conversion Rate", "ACOS", "CPC", "ROAS"
        uncertain: "Only the header of the sheet was seen, without a row.",
          zh "只见过该工作表的表头，没有数据行"
      }

      """#)
}
