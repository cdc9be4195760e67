// Export kinds of Meta Ads Manager: campaigns, ad sets, ads and their breakdowns.

extension ShippedText {
  static let metaAds = ShippedText(
    name: "meta-ads.kepi",
    text: #"""
      ## One row for each campaign, for the range of days that it names or, broken down by it, for each
      ## day. The same money stands in the reports of ad sets, ads and breakdowns: only one of them
      ## answers. Clicks are those on links; `results` mean another thing from row to row, and reach
      ## never adds up.
      kind meta_ads_campaigns {
        label: "Meta Ads, campaigns", zh "Meta 广告系列"
        platform: "meta_ads"
        source: ads_by_campaign
        column day: day from "Day", "Reporting starts"
        column until: day from "Reporting ends"
        column account: text from "Account name"
        column campaign: text from "Campaign name", "Campaigns"
        column campaign_id: text from "Campaign ID"
        column campaign_status: text from "Campaign delivery", "Delivery status"
        column budget: money in currency from "Campaign budget", "Budget"
        column ad_type: text from "Platform", always "Meta Ads"
        column reach: count from "Reach"
        column impressions: count from "Impressions"
        column clicks: count from "Link clicks"
        column clicks_all: count from "Clicks (all)"
        column spend: money in currency from "Amount spent"
        column ad_orders: count from "Purchases", "Website purchases"
        column ad_sales: money in currency from "Purchases conversion value",
          "Website purchases conversion value"
        column result_type: text from "Result type", "Result indicator"
        column results: number from "Results"
        needs: campaign, spend, impressions, day
        lacks: "Ad set name", "Ad sets", "Ad name", "Ads", "Campaign Name (Informational only)", "Age", "Gender", "Region", "Country", "Objective", "Placement", "Device platform"
        filled: campaign
        replaces: rows by day, until, account, campaign, ad_type, currency
        ignored: "Cost per 1,000 Accounts Center accounts reached",
          "CPM (cost per 1,000 impressions)", "Frequency", "Outbound clicks", "CTR (all)",
          "CPC (all)", "CTR (link click-through rate)", "CPC (cost per link click)",
          "Content views", "Cost per content view", "Landing page views",
          "Cost per landing page view", "* OC to LPV", "* LC to LPV", "Adds to cart",
          "Cost per add to cart", "* LPV to ATC", "Checkouts initiated",
          "Cost per checkout initiated", "* ATC to IC", "Adds of payment info",
          "Cost per add of payment info", "* API to Purchase", "Cost per purchase",
          "Purchase ROAS (return on ad spend)", "Average purchases conversion value",
          "Cost per result", "Delivery level", "Messaging conversations started",
          "Cost per messaging conversation started", "Instagram profile visits",
          "Instagram follows", "Attribution setting", "Bid", "Bid type", "Ends", "Quality ranking",
          "Engagement rate ranking", "Conversion rate ranking"
      }

      ## One row for each ad set, for the range of days that it names or for each day.
      kind meta_ads_ad_sets {
        label: "Meta Ads, ad sets", zh "Meta 广告组"
        platform: "meta_ads"
        source: ads_by_ad_group
        column day: day from "Day", "Reporting starts"
        column until: day from "Reporting ends"
        column account: text from "Account name"
        column campaign: text from "Campaign name"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad set name", "Ad sets"
        column ad_group_id: text from "Ad set ID"
        column ad_group_status: text from "Ad set delivery", "Delivery status"
        column ad_type: text from "Platform", always "Meta Ads"
        column reach: count from "Reach"
        column impressions: count from "Impressions"
        column clicks: count from "Link clicks"
        column clicks_all: count from "Clicks (all)"
        column spend: money in currency from "Amount spent"
        column ad_orders: count from "Purchases", "Website purchases"
        column ad_sales: money in currency from "Purchases conversion value",
          "Website purchases conversion value"
        column result_type: text from "Result type", "Result indicator"
        column results: number from "Results"
        needs: ad_group, spend, impressions, day
        lacks: "Ad name", "Ads", "Age", "Gender", "Region", "Country", "Objective", "Placement", "Device platform"
        filled: ad_group
        replaces: rows by day, until, account, campaign, ad_group, ad_type, currency
        ignored: "Cost per 1,000 Accounts Center accounts reached",
          "CPM (cost per 1,000 impressions)", "Frequency", "Outbound clicks", "CTR (all)",
          "CPC (all)", "CTR (link click-through rate)", "CPC (cost per link click)",
          "Content views", "Cost per content view", "Landing page views",
          "Cost per landing page view", "* OC to LPV", "* LC to LPV", "Adds to cart",
          "Cost per add to cart", "* LPV to ATC", "Checkouts initiated",
          "Cost per checkout initiated", "* ATC to IC", "Adds of payment info",
          "Cost per add of payment info", "* API to Purchase", "Cost per purchase",
          "Purchase ROAS (return on ad spend)", "Average purchases conversion value",
          "Cost per result", "Delivery level", "Messaging conversations started",
          "Cost per messaging conversation started", "Instagram profile visits",
          "Instagram follows", "Attribution setting", "Bid", "Bid type", "Ends", "Quality ranking",
          "Engagement rate ranking", "Conversion rate ranking"
      }

      ## One row for each ad, for the range of days that it names or for each day. Two ads may have one
      ## name.
      kind meta_ads_ads {
        label: "Meta Ads, ads", zh "Meta 广告"
        platform: "meta_ads"
        source: ads_by_ad
        column day: day from "Day", "Reporting starts"
        column until: day from "Reporting ends"
        column account: text from "Account name"
        column campaign: text from "Campaign name"
        column campaign_id: text from "Campaign ID"
        column ad_group: text from "Ad set name"
        column ad_group_id: text from "Ad set ID"
        column ad: text from "Ads", "Ad name"
        column ad_status: text from "Ad delivery", "Delivery status"
        column ad_type: text from "Platform", always "Meta Ads"
        column reach: count from "Reach"
        column impressions: count from "Impressions"
        column clicks: count from "Link clicks"
        column clicks_all: count from "Clicks (all)"
        column spend: money in currency from "Amount spent"
        column ad_orders: count from "Purchases", "Website purchases"
        column ad_sales: money in currency from "Purchases conversion value",
          "Website purchases conversion value"
        column result_type: text from "Result type", "Result indicator"
        column results: number from "Results"
        needs: ad, spend, impressions, day
        lacks: "Age", "Gender", "Region", "Country", "Objective", "Placement", "Device platform"
        filled: ad
        replaces: rows by day, until, account, campaign, ad_group, ad, ordinal, ad_type, currency
        ignored: "Cost per 1,000 Accounts Center accounts reached",
          "CPM (cost per 1,000 impressions)", "Frequency", "Outbound clicks", "CTR (all)",
          "CPC (all)", "CTR (link click-through rate)", "CPC (cost per link click)",
          "Content views", "Cost per content view", "Landing page views",
          "Cost per landing page view", "* OC to LPV", "* LC to LPV", "Adds to cart",
          "Cost per add to cart", "* LPV to ATC", "Checkouts initiated",
          "Cost per checkout initiated", "* ATC to IC", "Adds of payment info",
          "Cost per add of payment info", "* API to Purchase", "Cost per purchase",
          "Purchase ROAS (return on ad spend)", "Average purchases conversion value",
          "Cost per result", "Delivery level", "Messaging conversations started",
          "Cost per messaging conversation started", "Instagram profile visits",
          "Instagram follows", "Attribution setting", "Bid", "Bid type", "Ends", "Quality ranking",
          "Engagement rate ranking", "Conversion rate ranking"
      }

      ## One row for each objective: the same money as that of the campaigns.
      kind meta_ads_objectives {
        label: "Meta Ads, by objective", zh "Meta 广告按目标"
        platform: "meta_ads"
        source: ads_by_objective
        column day: day from "Day", "Reporting starts"
        column until: day from "Reporting ends"
        column account: text from "Account name"
        column objective: text from "Objective"
        column campaign: text from "Campaign name"
        column ad_group: text from "Ad set name"
        column ad: text from "Ad name", "Ads"
        column delivery_status: text from "Delivery status"
        column ad_type: text from "Platform", always "Meta Ads"
        column reach: count from "Reach"
        column impressions: count from "Impressions"
        column clicks: count from "Link clicks"
        column clicks_all: count from "Clicks (all)"
        column spend: money in currency from "Amount spent"
        column ad_orders: count from "Purchases", "Website purchases"
        column ad_sales: money in currency from "Purchases conversion value",
          "Website purchases conversion value"
        column result_type: text from "Result type", "Result indicator"
        column results: number from "Results"
        needs: objective, spend, impressions, day
        lacks: "Age", "Gender", "Region", "Country", "Placement", "Device platform"
        filled: objective
        replaces: rows by day, until, account, objective, campaign, ad_group, ad, ad_type, currency
        ignored: "Cost per 1,000 Accounts Center accounts reached",
          "CPM (cost per 1,000 impressions)", "Frequency", "Outbound clicks", "CTR (all)",
          "CPC (all)", "CTR (link click-through rate)", "CPC (cost per link click)",
          "Content views", "Cost per content view", "Landing page views",
          "Cost per landing page view", "* OC to LPV", "* LC to LPV", "Adds to cart",
          "Cost per add to cart", "* LPV to ATC", "Checkouts initiated",
          "Cost per checkout initiated", "* ATC to IC", "Adds of payment info",
          "Cost per add of payment info", "* API to Purchase", "Cost per purchase",
          "Purchase ROAS (return on ad spend)", "Average purchases conversion value",
          "Cost per result", "Delivery level", "Messaging conversations started",
          "Cost per messaging conversation started", "Instagram profile visits",
          "Instagram follows", "Attribution setting", "Bid", "Bid type", "Ends", "Quality ranking",
          "Engagement rate ranking", "Conversion rate ranking"
      }

      ## One row for each age and gender: the same money as that of the campaigns.
      kind meta_ads_age_gender {
        label: "Meta Ads, by age and gender", zh "Meta 广告按年龄和性别"
        platform: "meta_ads"
        source: ads_by_age
        column day: day from "Day", "Reporting starts"
        column until: day from "Reporting ends"
        column account: text from "Account name"
        column age: text from "Age"
        column gender: text from "Gender"
        column campaign: text from "Campaign name"
        column ad_group: text from "Ad set name"
        column ad: text from "Ad name", "Ads"
        column delivery_status: text from "Delivery status"
        column ad_type: text from "Platform", always "Meta Ads"
        column reach: count from "Reach"
        column impressions: count from "Impressions"
        column clicks: count from "Link clicks"
        column clicks_all: count from "Clicks (all)"
        column spend: money in currency from "Amount spent"
        column ad_orders: count from "Purchases", "Website purchases"
        column ad_sales: money in currency from "Purchases conversion value",
          "Website purchases conversion value"
        column result_type: text from "Result type", "Result indicator"
        column results: number from "Results"
        needs: age, spend, impressions, day
        lacks: "Region", "Country", "Objective", "Placement", "Device platform"
        filled: age
        replaces: rows by day, until, account, age, gender, campaign, ad_group, ad, ad_type, currency
        ignored: "Cost per 1,000 Accounts Center accounts reached",
          "CPM (cost per 1,000 impressions)", "Frequency", "Outbound clicks", "CTR (all)",
          "CPC (all)", "CTR (link click-through rate)", "CPC (cost per link click)",
          "Content views", "Cost per content view", "Landing page views",
          "Cost per landing page view", "* OC to LPV", "* LC to LPV", "Adds to cart",
          "Cost per add to cart", "* LPV to ATC", "Checkouts initiated",
          "Cost per checkout initiated", "* ATC to IC", "Adds of payment info",
          "Cost per add of payment info", "* API to Purchase", "Cost per purchase",
          "Purchase ROAS (return on ad spend)", "Average purchases conversion value",
          "Cost per result", "Delivery level", "Messaging conversations started",
          "Cost per messaging conversation started", "Instagram profile visits",
          "Instagram follows", "Attribution setting", "Bid", "Bid type", "Ends", "Quality ranking",
          "Engagement rate ranking", "Conversion rate ranking"
      }

      ## One row for each region: the same money as that of the campaigns. Conversions are not split.
      kind meta_ads_regions {
        label: "Meta Ads, by region", zh "Meta 广告按地区"
        platform: "meta_ads"
        source: ads_by_region
        column day: day from "Day", "Reporting starts"
        column until: day from "Reporting ends"
        column account: text from "Account name"
        column region: text from "Region", "Country"
        column campaign: text from "Campaign name"
        column ad_group: text from "Ad set name"
        column ad: text from "Ad name", "Ads"
        column delivery_status: text from "Delivery status"
        column ad_type: text from "Platform", always "Meta Ads"
        column reach: count from "Reach"
        column impressions: count from "Impressions"
        column clicks: count from "Link clicks"
        column clicks_all: count from "Clicks (all)"
        column spend: money in currency from "Amount spent"
        column ad_orders: count from "Purchases", "Website purchases"
        column ad_sales: money in currency from "Purchases conversion value",
          "Website purchases conversion value"
        column result_type: text from "Result type", "Result indicator"
        column results: number from "Results"
        needs: region, spend, impressions, day
        lacks: "Age", "Gender", "Objective", "Placement", "Device platform"
        filled: region
        replaces: rows by day, until, account, region, campaign, ad_group, ad, ad_type, currency
        ignored: "Cost per 1,000 Accounts Center accounts reached",
          "CPM (cost per 1,000 impressions)", "Frequency", "Outbound clicks", "CTR (all)",
          "CPC (all)", "CTR (link click-through rate)", "CPC (cost per link click)",
          "Content views", "Cost per content view", "Landing page views",
          "Cost per landing page view", "* OC to LPV", "* LC to LPV", "Adds to cart",
          "Cost per add to cart", "* LPV to ATC", "Checkouts initiated",
          "Cost per checkout initiated", "* ATC to IC", "Adds of payment info",
          "Cost per add of payment info", "* API to Purchase", "Cost per purchase",
          "Purchase ROAS (return on ad spend)", "Average purchases conversion value",
          "Cost per result", "Delivery level", "Messaging conversations started",
          "Cost per messaging conversation started", "Instagram profile visits",
          "Instagram follows", "Attribution setting", "Bid", "Bid type", "Ends", "Quality ranking",
          "Engagement rate ranking", "Conversion rate ranking"
      }
      """#)
}
