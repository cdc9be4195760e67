// Export kinds of Google Ads: campaigns, keywords, search terms, ads and the cards of the overview.

extension ShippedText {
  static let googleAds = ShippedText(
    name: "google-ads.kepi",
    text: #"""
      ## One row for each campaign, for the whole period above the header or, where the report is
      ## segmented by it, for each day. Totals below the rows are passed over. Conversions
      ## and their value are those that the account counts, so leads are among them where it counts
      ## leads.
      kind google_ads_campaigns {
        label: "Google Ads, campaigns", zh "Google Ads 广告系列报告"
        platform: "google_ads"
        source: ads_by_campaign
        column day: days to until from "Day", above 1
        column account: text from "Account", "Account name"
        column campaign: text from "Campaign"
        column campaign_id: text from "Campaign ID"
        column campaign_status: text from "Campaign status", "Campaign state"
        column campaign_type: text from "Campaign type"
        column budget: money in currency from "Budget"
        column bidding_strategy: text from "Bid strategy type"
        column ad_type: text always "Google Ads"
        column currency: currency from "Currency code", "Currency"
        column impressions: count from "Impr.", "Impressions"
        column clicks: count from "Clicks"
        column interactions: count from "Interactions"
        column spend: money in currency from "Cost"
        column ad_sales: money in currency from "Conv. value", "Conversion value"
        column ad_orders: count from "Conversions"
        footers: "Total:"
        needs: campaign, spend, impressions
        lacks: "Ad group", "Search term", "Keyword", "Ad", "Ad type", "Final URL", "Campaign Name",
          "Advertised SKU", "Customer Search Term", "Spend", "Week", "Month", "Quarter", "Year", "Hour of the day", "Day of the week", "Device"
        replaces: rows by day, until, account, campaign, campaign_type, currency
        ignored: "Budget name", "Budget type", "Target CPA", "Avg. target CPA", "Target ROAS",
          "Avg. target ROAS", "Bid strategy", "CTR", "Avg. CPC", "Avg. CPM", "Avg. cost", "Interaction rate", "Cost / conv.",
          "Conv. rate", "Conv. value / cost", "Conv. (Platform Comparable)",
          "Cost / Conv. (Platform Comparable)", "Conv. value / Cost (Platform Comparable)",
          "Original conv. value", "All conv.", "All conv. value", "All conv. rate",
          "Cost / all conv.", "View-through conv.", "TrueView avg. CPV", "Avg. CPV", "Views",
          "Optimization score", "Optimisation score", "Status", "Status reasons",
          "Search impr. share", "Search top IS", "Search abs. top IS", "Impr. (Top) %",
          "Impr. (Abs. Top) %", "Converted currency code", "Cost (Converted currency)",
          "Avg. CPC (Converted currency)", "Avg. CPM (Converted currency)",
          "Avg. cost (Converted currency)", "Conv. value (Converted currency)",
          "Cost / conv. (Converted currency)", "Customer ID"
      }

      ## One row for each search term that was shown often enough: the others are in no row, so the sum
      ## is below that of the campaigns. Of an account of managers the money is in the currency of
      ## the account; the converted columns are left out.
      kind google_ads_search_terms {
        label: "Google Ads, search terms", zh "Google Ads 搜索字词报告"
        platform: "google_ads"
        source: ads_by_search_term
        column day: days to until from "Day", above 1
        column account: text from "Account", "Account name"
        column campaign: text from "Campaign"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad group"
        column ad_group_id: text from "Ad group ID"
        column campaign_type: text from "Campaign type"
        column search_term: text from "Search term"
        column targeting: text from "Keyword"
        column match_type: text from "Match type"
        column ad_type: text always "Google Ads"
        column currency: currency from "Currency code", "Currency"
        column impressions: count from "Impr.", "Impressions"
        column clicks: count from "Clicks"
        column interactions: count from "Interactions"
        column spend: money in currency from "Cost"
        column ad_sales: money in currency from "Conv. value", "Conversion value"
        column ad_orders: count from "Conversions"
        footers: "Total:"
        needs: search_term, campaign, spend
        lacks: "Search keyword status", "Campaign Name", "Customer Search Term", "Spend",
          "Week", "Month", "Quarter", "Year", "Hour of the day", "Day of the week", "Device"
        replaces: rows by day, until, account, campaign, ad_group, search_term, targeting, match_type, currency
        ignored: "Added/Excluded", "Search terms match type",
          "CTR", "Avg. CPC", "Avg. CPM", "Avg. cost", "Interaction rate", "Cost / conv.",
          "Conv. rate", "Conv. value / cost", "Conv. (Platform Comparable)",
          "Cost / Conv. (Platform Comparable)", "Conv. value / Cost (Platform Comparable)",
          "Original conv. value", "All conv.", "All conv. value", "All conv. rate",
          "Cost / all conv.", "View-through conv.", "TrueView avg. CPV", "Avg. CPV", "Views",
          "Optimization score", "Optimisation score", "Status", "Status reasons",
          "Search impr. share", "Search top IS", "Search abs. top IS", "Impr. (Top) %",
          "Impr. (Abs. Top) %", "Converted currency code", "Cost (Converted currency)",
          "Avg. CPC (Converted currency)", "Avg. CPM (Converted currency)",
          "Avg. cost (Converted currency)", "Conv. value (Converted currency)",
          "Cost / conv. (Converted currency)", "Customer ID"
      }

      ## One row for each keyword of an ad group. What was spent without a keyword stands in the totals
      ## alone, which are passed over, so the sum is below that of the campaigns.
      kind google_ads_keywords {
        label: "Google Ads, search keywords", zh "Google Ads 搜索关键字报告"
        platform: "google_ads"
        source: ads_by_targeting
        column day: days to until from "Day", above 1
        column account: text from "Account", "Account name"
        column campaign: text from "Campaign"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad group"
        column ad_group_id: text from "Ad group ID"
        column campaign_type: text from "Campaign type"
        column targeting: text from "Keyword", "Search keyword"
        column match_type: text from "Match type", "Search keyword match type"
        column keyword_status: text from "Keyword status", "Search keyword status"
        column ad_type: text always "Google Ads"
        column currency: currency from "Currency code", "Currency"
        column impressions: count from "Impr.", "Impressions"
        column clicks: count from "Clicks"
        column interactions: count from "Interactions"
        column spend: money in currency from "Cost"
        column ad_sales: money in currency from "Conv. value", "Conversion value"
        column ad_orders: count from "Conversions"
        footers: "Total:"
        needs: targeting, campaign, ad_group, spend
        lacks: "Search term", "Ad name", "Headline 1", "Campaign Name", "Customer Search Term", "Spend",
          "Week", "Month", "Quarter", "Year", "Hour of the day", "Day of the week", "Device"
        replaces: rows by day, until, account, campaign, ad_group, targeting, match_type, currency
        ignored: "Final URL", "Mobile final URL", "Quality Score", "Max. CPC", "Default max. CPC",
          "CTR", "Avg. CPC", "Avg. CPM", "Avg. cost", "Interaction rate", "Cost / conv.",
          "Conv. rate", "Conv. value / cost", "Conv. (Platform Comparable)",
          "Cost / Conv. (Platform Comparable)", "Conv. value / Cost (Platform Comparable)",
          "Original conv. value", "All conv.", "All conv. value", "All conv. rate",
          "Cost / all conv.", "View-through conv.", "TrueView avg. CPV", "Avg. CPV", "Views",
          "Optimization score", "Optimisation score", "Status", "Status reasons",
          "Search impr. share", "Search top IS", "Search abs. top IS", "Impr. (Top) %",
          "Impr. (Abs. Top) %", "Converted currency code", "Cost (Converted currency)",
          "Avg. CPC (Converted currency)", "Avg. CPM (Converted currency)",
          "Avg. cost (Converted currency)", "Conv. value (Converted currency)",
          "Cost / conv. (Converted currency)", "Customer ID"
      }

      ## One row for each ad group, for the whole period above the header or for each day.
      kind google_ads_ad_groups {
        label: "Google Ads, ad groups", zh "Google Ads 广告组报告"
        platform: "google_ads"
        source: ads_by_ad_group
        column day: days to until from "Day", above 1
        column account: text from "Account", "Account name"
        column campaign: text from "Campaign"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad group"
        column ad_group_id: text from "Ad group ID"
        column campaign_type: text from "Campaign type"
        column ad_group_status: text from "Ad group status", "Ad group state"
        column ad_type: text always "Google Ads"
        column currency: currency from "Currency code", "Currency"
        column impressions: count from "Impr.", "Impressions"
        column clicks: count from "Clicks"
        column interactions: count from "Interactions"
        column spend: money in currency from "Cost"
        column ad_sales: money in currency from "Conv. value", "Conversion value"
        column ad_orders: count from "Conversions"
        footers: "Total:"
        needs: ad_group, campaign, spend, impressions
        lacks: "Search term", "Keyword", "Search keyword", "Ad", "Final URL", "Ad name", "Campaign Name", "Customer Search Term", "Spend",
          "Week", "Month", "Quarter", "Year", "Hour of the day", "Day of the week", "Device"
        replaces: rows by day, until, account, campaign, ad_group, campaign_type, currency
        ignored: "Default max. CPC", "Target CPA", "Ad group type", "Ad group default max. CPC",
          "CTR", "Avg. CPC", "Avg. CPM", "Avg. cost", "Interaction rate", "Cost / conv.",
          "Conv. rate", "Conv. value / cost", "Conv. (Platform Comparable)",
          "Cost / Conv. (Platform Comparable)", "Conv. value / Cost (Platform Comparable)",
          "Original conv. value", "All conv.", "All conv. value", "All conv. rate",
          "Cost / all conv.", "View-through conv.", "TrueView avg. CPV", "Avg. CPV", "Views",
          "Optimization score", "Optimisation score", "Status", "Status reasons",
          "Search impr. share", "Search top IS", "Search abs. top IS", "Impr. (Top) %",
          "Impr. (Abs. Top) %", "Converted currency code", "Cost (Converted currency)",
          "Avg. CPC (Converted currency)", "Avg. CPM (Converted currency)",
          "Avg. cost (Converted currency)", "Conv. value (Converted currency)",
          "Cost / conv. (Converted currency)", "Customer ID"
        uncertain: "Which columns such a report has is chosen by its owner; no file was seen.",
          zh "此类报告的列由用户自选，没有见过真实文件"
      }

      ## One row for each ad, for the whole period above the header or for each day.
      kind google_ads_ads {
        label: "Google Ads, ads", zh "Google Ads 广告报告"
        platform: "google_ads"
        source: ads_by_ad
        column day: days to until from "Day", above 1
        column account: text from "Account", "Account name"
        column campaign: text from "Campaign"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad group"
        column ad_group_id: text from "Ad group ID"
        column campaign_type: text from "Campaign type"
        column ad: text from "Ad name", "Ad", "Ad ID", "Headline 1", "Headline"
        column ad_status: text from "Ad status", "Ad state"
        column ad_type: text always "Google Ads"
        column currency: currency from "Currency code", "Currency"
        column impressions: count from "Impr.", "Impressions"
        column clicks: count from "Clicks"
        column interactions: count from "Interactions"
        column spend: money in currency from "Cost"
        column ad_sales: money in currency from "Conv. value", "Conversion value"
        column ad_orders: count from "Conversions"
        footers: "Total:"
        needs: ad, ad_group, campaign, spend
        lacks: "Search term", "Keyword", "Campaign Name", "Customer Search Term", "Spend",
          "Week", "Month", "Quarter", "Year", "Hour of the day", "Day of the week", "Device"
        replaces: rows by day, until, account, campaign, ad_group, ad, currency
        ignored: "Headline 2", "Headline 3", "Description", "Description 1", "Description 2", "Final URL",
          "Ad type", "Ad strength", "Display URL", "Path 1", "Path 2",
          "CTR", "Avg. CPC", "Avg. CPM", "Avg. cost", "Interaction rate", "Cost / conv.",
          "Conv. rate", "Conv. value / cost", "Conv. (Platform Comparable)",
          "Cost / Conv. (Platform Comparable)", "Conv. value / Cost (Platform Comparable)",
          "Original conv. value", "All conv.", "All conv. value", "All conv. rate",
          "Cost / all conv.", "View-through conv.", "TrueView avg. CPV", "Avg. CPV", "Views",
          "Optimization score", "Optimisation score", "Status", "Status reasons",
          "Search impr. share", "Search top IS", "Search abs. top IS", "Impr. (Top) %",
          "Impr. (Abs. Top) %", "Converted currency code", "Cost (Converted currency)",
          "Avg. CPC (Converted currency)", "Avg. CPM (Converted currency)",
          "Avg. cost (Converted currency)", "Conv. value (Converted currency)",
          "Cost / conv. (Converted currency)", "Customer ID"
        uncertain: "Which columns such a report has is chosen by its owner; no file was seen.",
          zh "此类报告的列由用户自选，没有见过真实文件"
      }

      ## One row a day for the whole account, from the cards of the overview.
      kind google_ads_daily_card {
        label: "Google Ads, time series by day", zh "Google Ads 概览每日数据"
        platform: "google_ads"
        source: ads_by_day
        column day: day from "Date"
        column ad_type: text always "Google Ads"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Cost"
        needs: day, impressions, clicks, spend
        lacks: "Campaign", "Campaign Name", "Spend", "Hour", "Device", "SKU", "ASIN"
        replaces: rows by day, ad_type, currency
        ignored: "Avg. CPC", "CTR", "Conversions"
      }

      ## One row for each hour of a day that the file does not name: load it with `date`.
      kind google_ads_hourly_card {
        label: "Google Ads, time series by hour", zh "Google Ads 概览每小时数据"
        platform: "google_ads"
        source: ads_by_hour
        column day: day
        column hour: text from "Hour"
        column ad_type: text always "Google Ads"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Cost"
        needs: hour, clicks, spend
        lacks: "Date", "Campaign"
        replaces: rows by day, hour, ad_type, currency
        ignored: "Avg. CPC", "CTR", "Conversions"
      }

      ## One row for each sort of device, for a period that the file does not name: load it with
      ## `date`.
      kind google_ads_device_card {
        label: "Google Ads, devices", zh "Google Ads 概览设备数据"
        platform: "google_ads"
        source: ads_by_device
        column day: day
        column device: text from "Device"
        column ad_type: text always "Google Ads"
        column impressions: count from "Impressions"
        column clicks: count from "Clicks"
        column spend: money in currency from "Cost"
        needs: device, clicks, spend
        lacks: "Date", "Campaign"
        replaces: rows by day, device, ad_type, currency
        ignored: "Avg. CPC", "CTR", "Conversions"
      }
      """#)
}
