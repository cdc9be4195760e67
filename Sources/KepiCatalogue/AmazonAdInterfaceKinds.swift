// Export kinds of Amazon: Sponsored Products in the reports of the Ads API.

extension ShippedText {
  static let amazonAdInterface = ShippedText(
    name: "amazon-ad-interface.kepi",
    text: #"""
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

      """#)
}
