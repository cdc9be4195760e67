// Export kinds of Amazon: all ad products in the reports of the unified console.

extension ShippedText {
  static let amazonAdConsole = ShippedText(
    name: "amazon-ad-console.kepi",
    text: #"""
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
        ignored: "Sponsored Products frequency", "Sponsored Brands display frequency",
          "Sponsored Brands video frequency", "Sponsored Display frequency",
          "Sponsored Display display frequency", "Sponsored Display online video frequency",
          "Sponsored TV streaming TV frequency", "Amazon DSP display frequency",
          "Amazon DSP online video frequency", "Amazon DSP streaming TV frequency",
          "Amazon DSP audio frequency"
      }

      """#)
}
