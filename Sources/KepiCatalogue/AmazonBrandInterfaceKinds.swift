// Export kinds of Amazon: Sponsored Brands and Display in the reports of the Ads API.

extension ShippedText {
  static let amazonBrandInterface = ShippedText(
    name: "amazon-brand-interface.kepi",
    text: #"""
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

      ## The interface's report sbSearchTerm as JSON: one row a day, or a range of days. Sales are
      ## those within 14 days of a click or a view.
      kind amazon_api_sb_search_term {
        label: "Sponsored Brands, search terms (interface)", zh "品牌推广 搜索词（接口v3）"
        platform: "amazon"
        source: ads_by_search_term
        matures: attribution 14 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column ad_group: text from "adGroupName"
        column ad_group_id: text from "adGroupId"
        column targeting: text from "keywordText", "targetingText", "targetingExpression"
        column match_type: text from "matchType"
        column keyword_type: text from "keywordType"
        column search_term: text from "searchTerm"
        column ad_type: text always "SB"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales"
        column ad_orders: count from "purchases"
        column ad_units: count from "unitsSold"
        needs: campaign, search_term, spend, ad_sales
        lacks: "sales7d", "sales14d"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type,
          search_term, currency
        ignored: "costPerClick", "clickThroughRate", "campaignStatus", "campaignBudgetType",
          "campaignBudgetAmount", "portfolioId", "keywordId", "keywordBid", "adKeywordStatus",
          "targetingId", "targetingType", "adStatus", "adId", "newToBrand*",
          "detailPageViewsClicks",
          "bidOptimization", "impressionsViews", "viewabilityRate", "viewClickThroughRate",
          "salesClicks", "purchasesClicks", "unitsSoldClicks", "costType", "viewableImpressions"
        uncertain: "The columns are those of the published schema; no file of a seller was seen.",
          zh "列名来自公开的结构，没有见过卖家的真实文件"
      }

      ## The interface's report sbTargeting as JSON: one row a day, or a range of days, for each
      ## keyword or product that is aimed at. Sales are those within 14 days of a click or a view.
      kind amazon_api_sb_targeting {
        label: "Sponsored Brands, targeting (interface)", zh "品牌推广 投放（接口v3）"
        platform: "amazon"
        source: ads_by_targeting
        matures: attribution 14 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column ad_group: text from "adGroupName"
        column ad_group_id: text from "adGroupId"
        column targeting: text from "targetingText", "keywordText", "targetingExpression"
        column match_type: text from "matchType"
        column keyword_type: text from "keywordType"
        column top_of_search_share: percent from "topOfSearchImpressionShare"
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
        column viewable_impressions: count from "viewableImpressions"
        column detail_page_views: count from "detailPageViews"
        column ad_sales_clicks: money in currency from "salesClicks"
        column ad_orders_clicks: count from "purchasesClicks"
        column ad_units_clicks: count from "unitsSoldClicks"
        column cost_type: text from "costType"
        needs: campaign, targeting, spend, ad_sales
        lacks: "searchTerm", "sales7d", "sales14d", "impressionsViews", "promotedAsin"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type, currency
        ignored: "costPerClick", "clickThroughRate", "campaignStatus", "campaignBudgetType",
          "campaignBudgetAmount", "portfolioId", "keywordId", "keywordBid", "adKeywordStatus",
          "targetingId", "targetingType", "adStatus", "adId", "newToBrand*",
          "detailPageViewsClicks",
          "bidOptimization", "viewabilityRate", "viewClickThroughRate",
          "keywordText", "targetingExpression"
        uncertain: "The columns are those of the published schema; no file of a seller was seen.",
          zh "列名来自公开的结构，没有见过卖家的真实文件"
      }

      ## The interface's report sdTargeting as JSON: one row a day, or a range of days, for each
      ## audience or product that is aimed at. Sales are those within 14 days of a click or a view.
      kind amazon_api_sd_targeting {
        label: "Sponsored Display, targeting (interface)", zh "展示型推广 投放（接口v3）"
        platform: "amazon"
        source: ads_by_targeting
        matures: attribution 14 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column ad_group: text from "adGroupName"
        column ad_group_id: text from "adGroupId"
        column targeting: text from "targetingText", "targetingExpression"
        column match_type: text from "matchType"
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
        column viewable_impressions: count from "impressionsViews"
        column detail_page_views: count from "detailPageViews"
        column ad_sales_clicks: money in currency from "salesClicks"
        column ad_orders_clicks: count from "purchasesClicks"
        column ad_units_clicks: count from "unitsSoldClicks"
        column cost_type: text from "costType"
        needs: campaign, targeting, spend, ad_sales, viewable_impressions
        lacks: "searchTerm", "sales7d", "sales14d", "promotedAsin"
        replaces: rows by day, until, ad_type, campaign, ad_group, targeting, match_type, currency
        ignored: "costPerClick", "clickThroughRate", "campaignStatus", "campaignBudgetType",
          "campaignBudgetAmount", "portfolioId", "keywordId", "keywordBid", "adKeywordStatus",
          "targetingId", "targetingType", "adStatus", "adId", "newToBrand*",
          "detailPageViewsClicks",
          "bidOptimization", "viewabilityRate", "viewClickThroughRate",
          "targetingExpression"
        uncertain: "The columns are those of the published schema; no file of a seller was seen.",
          zh "列名来自公开的结构，没有见过卖家的真实文件"
      }

      ## The interface's report sdAdvertisedProduct as JSON: one row a day, or a range of days, for
      ## each product. Sales are those within 14 days of a click or a view.
      kind amazon_api_sd_advertised_product {
        label: "Sponsored Display, advertised products (interface)", zh "展示型推广 推广的商品（接口v3）"
        platform: "amazon"
        source: ads_by_product
        matures: attribution 14 days
        column day: day from "date", "startDate"
        column until: day from "endDate"
        column portfolio: text from "portfolioName"
        column currency: currency from "campaignBudgetCurrencyCode"
        column campaign: text from "campaignName"
        column campaign_id: text from "campaignId"
        column ad_group: text from "adGroupName"
        column ad_group_id: text from "adGroupId"
        column sku: text from "promotedSku"
        column asin: text from "promotedAsin"
        column ad_type: text always "SD"
        column impressions: count from "impressions"
        column clicks: count from "clicks"
        column spend: money in currency from "cost", "spend"
        column ad_sales: money in currency from "sales"
        column ad_orders: count from "purchases"
        column ad_units: count from "unitsSold"
        needs: campaign, asin, spend, ad_sales
        lacks: "sales7d", "sales14d", "purchasedAsin"
        replaces: rows by day, until, ad_type, campaign, ad_group, sku, asin, currency
        ignored: "costPerClick", "clickThroughRate", "campaignStatus", "campaignBudgetType",
          "campaignBudgetAmount", "portfolioId", "keywordId", "keywordBid", "adKeywordStatus",
          "targetingId", "targetingType", "adStatus", "adId", "newToBrand*",
          "detailPageViewsClicks",
          "bidOptimization", "impressionsViews", "viewabilityRate", "viewClickThroughRate",
          "salesClicks", "purchasesClicks", "unitsSoldClicks", "costType", "detailPageViews"
        uncertain: "The columns are those of the published schema; no file of a seller was seen.",
          zh "列名来自公开的结构，没有见过卖家的真实文件"
      }

      """#)
}
