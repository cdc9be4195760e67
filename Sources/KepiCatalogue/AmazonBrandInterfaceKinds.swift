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

      """#)
}
