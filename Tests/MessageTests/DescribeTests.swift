import KepiShell
import Testing

/// What `describe` and `show` print. To add a case, add a row.
struct DescribeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statement: String
    let golden: String
  }

  @Test(arguments: [
    Row(
      testDescription: "a metric",
      statement: "describe conversion",
      golden: """
        conversion

        conversion = order_count / visit_count
          order_count = count(distinct sales.order_id)
          visit_count = sum(visits.visits)

        unit: percentage; a ratio, never averaged: add up each part first, then divide
          (by 0: blank)
        reads:
          sales, 7 rows
          visits, 5 rows

        Defined in workspace.kepi:11.
        Its fingerprint, 5cee19a3, changes whenever the definition does.
        """),
    Row(
      testDescription: "a metric with its worked example and aliases",
      statement: "describe acos",
      golden: """
        acos   Advertising cost of sales · 广告销售成本比
        Advertising cost of sales: ad spend for every 1 of ad sales (0.25 = 25%). Lower
        is better only while sales hold.
        also: 広告費売上高比率, 广告成本占比, ad cost of sales, Zugeschriebene
          Umsatzkosten (de)

        in words: Ad spend / Ad-attributed sales
        acos = ad_spend / ad_sales
          ad_spend = sum(ads_by_type.spend)
            Ad spend: total cost of the ads
          ad_sales = sum(ads_by_type.ad_sales)
            Ad-attributed sales: total sales credited to ads

        unit: percentage; lower is better; a ratio, never averaged: add up each part
          first, then divide (by 0: blank); result: known only afterwards; responsible
          role: ads specialist
        example: rows of ads_by_type with spend 50, 150; ad_sales 500, 300
          acos = 200 / 800 = 25%, not 30%, the mean of 10% and 50%
        usual values: Has to stay below break_even_acos, the margin before ads. Industry
          articles quote 15-25% (unverified). Rule of thumb by the product's stage:
          launch 40-80%, growth 25-40%, mature up to break-even.
        trap: Cutting growth campaigns lowers ACoS and loses sales; one fixed target for
          all products does not fit expensive ones.
        data: Ad reports. Sales count on the day of the click: those within 7 days of it
          for Sponsored Products, 14 for Sponsored Brands and Display; other SKUs of the
          brand are included.
        related metrics:
          part of: tacos (Total advertising cost of sales) = acos * ad_sales_share
          acos = cpc / (cvr * ad_order_value)
            cpc (Cost per click) = ad_spend / clicks
            cvr (Ad conversion rate) = ad_orders / clicks
            ad_order_value (Ad order value) = ad_sales / ad_orders
          read beside it: tacos (Total advertising cost of sales), ad_sales
            (Ad-attributed sales), organic_sales_share (Organic sales share)
        cannot be computed now: no file of ads_by_type is loaded
        reads (all: `show sources`):
          ads_by_type (ads_by_product or 7 other reports), not loaded: Sponsored
              Products, advertised product; Ads console, advertised product; and 27 more
              kinds of export
          instead (never added) where these lack a dimension or days asked for:
              ads_by_ad_group, ads_by_ad and 8 more (not loaded)
        broken down or filtered by, if the files have it: store, site, platform,
          currency, sku, asin, parent_asin, campaign, ad_group, portfolio, search_term,
          targeting, match_type, placement, ad_type, category, brand, owner, stage,
          cost_type, day, week, month, quarter, year

        Defined in metrics-advertising.kepi:173 (ships with Kepi).
        Its fingerprint, ed9b1212, changes whenever the definition does.
        """),
    Row(
      testDescription: "a segment",
      statement: """
        segment german = market = "DE"
        describe german
        """,
      golden: """
        german

        A condition on rows:
          market = "DE"

        Defined in <command line>:1.
        Its fingerprint, 8023e256, changes whenever the definition does.
        """),
    Row(
      testDescription: "a dimension",
      statement: "describe shop",
      golden: """
        shop

        A dimension. Its columns:
          sales.shop
          visits.shop
          plan.shop

        Defined in workspace.kepi:4.
        Its fingerprint, 16d41173, changes whenever the definition does.
        """),
    Row(
      testDescription: "a source of one's own",
      statement: "describe plan",
      golden: """
        plan
        4 rows loaded, 2026-08-01 to 2026-09-30
        read from: plan.csv

          month  date
          shop   text
          goal   money
        """),
    Row(
      testDescription: "a column",
      statement: "describe sales.price",
      golden: "sales.price   money"),
    Row(
      testDescription: "a kind",
      statement: "describe kind amazon_fba_returns",
      golden: """
        amazon_fba_returns   FBA customer returns · FBA买家退货
        One row for each unit a customer sent back; not the refund, which the settlement
        has. Units of one order differ only by their license plate number.

        feeds returns; a later file replaces rows with the same day, order_id, sku,
          license_plate, ordinal

          day                 from "return-date"
          order_id            from "order-id"
          sku                 from "sku"
          asin                from "asin"
          fnsku               from "fnsku"
          units               from "quantity"
          fulfillment_center  from "fulfillment-center-id"
          disposition         from "detailed-disposition"
          reason              from "reason"
          return_status       from "status"
          license_plate       from "license-plate-number"
          fulfilment          always "Amazon"

        what is special:
          a quote is a plain sign

        left out: product-name

        never stored: customer-comments
        """),
    Row(
      testDescription: "a kind with values above its header",
      statement: "describe amazon_sales_dashboard",
      golden: """
        amazon_sales_dashboard   Sales Dashboard · 销售看板
        The table of the graph in the Sales Dashboard: one row a day. The other tables
        of the file repeat it and are left out. The last day is not over when the file
        is made. It may be filtered, and has less than the business report: a source of
        its own.

        feeds sales_by_day; a later file replaces rows with the same day, fulfilment,
          currency

          day                    from "Time"
          updated                above the header, after "Last updated,"
          fulfilment             above the header, after "Fulfillment Channel,"
          ordered_product_sales  from "Selected date range (Ordered product sales)"
          units_ordered          from "Selected date range (Units ordered)"

        what is special:
          of two files that overlap the one with the newer `updated` wins
          the rows end before "Compare Sales - Table view"
          a day is settled 3 days later: until then the platform counts again

        left out: Same date range one year ago (Ordered product sales), Same date range
          one year ago (Units ordered)
        """),
    Row(
      testDescription: "a kind that is not certain",
      statement: "describe amazon_fba_adjustments",
      golden: """
        amazon_fba_adjustments   FBA inventory adjustments (retired) · 库存调整报告（已停用）
        Corrections of stock, by product and reason. Retired: the ledger has them.

        feeds inventory_events; a later file replaces whole days of a store and site

          day                 from "adjusted-date"
          reference_id        from "transaction-item-id"
          fnsku               from "fnsku"
          sku                 from "sku"
          event_type          always "Adjustments"
          units               from "quantity"
          fulfillment_center  from "fulfillment-center-id"
          reason              from "reason"
          disposition         from "disposition"

        what is special:
          a quote is a plain sign

        left out: product-name

        not certain: The columns are those of published programs; no file of a seller
          was seen.
        """),
    Row(
      testDescription: "a parameter",
      statement: """
        ## The most that may be.
        param ceiling = 25%
        describe ceiling
        """,
      golden: """
        ceiling
        The most that may be.

        A parameter, set by --param ceiling=VALUE.
          value: 25%

        Defined in <command line>:2.
        Its fingerprint, 8d9609d4, changes whenever the definition does.
        """),
    Row(
      testDescription: "metrics by a pattern",
      statement: #"show metrics like "ac*""#,
      golden: """
        section                        metric                 label                            中文             unit        good  meaning
        -----------------------------  ---------------------  -------------------------------  ---------------  ----------  ----  ----------------------------------------------------------------------------------------------------------------------------------------------------
        Sales and demand               moving_sku_share       Moving-SKU share                 动销率           percentage  high  Of the active listings those that sold at least one unit.
        Advertising                    acos                   Advertising cost of sales        广告销售成本比   percentage  low   Advertising cost of sales: ad spend for every 1 of ad sales (0.25 = 25%). Lower is better only while sales hold.
        Fulfilment and account health  account_health_rating  Account health rating            账户健康评级     score       high  The platform's score of how a store keeps the rules on a site, as the last snapshot has it. Scores of several stores are neither added nor averaged.
        Fulfilment and account health  active_listing_share   Active listing share             在售Listing占比  percentage  high  Listings that can be bought, over all that are not closed, at the last snapshot.
        Management and data            target_attainment      Target attainment                目标达成率       percentage  high  Actual over target, for numbers that add up and of which more is better.
        Management and data            target_pace            Time-adjusted attainment (pace)  进度达成率       percentage  high  Actual over the part of the target for the time that has passed: 100% is on schedule.
        """),
    Row(
      testDescription: "files",
      statement: "show loads",
      golden: """
        file        kind       source  rows read  kept  replaced  rejected  first day   last day    remark
        ----------  ---------  ------  ---------  ----  --------  --------  ----------  ----------  ------
        sales.csv   own table  sales           7     7         0         0  2026-09-21  2026-09-27  -
        visits.csv  own table  visits          5     5         0         0  2026-09-21  2026-09-25  -
        plan.csv    own table  plan            4     4         0         0  2026-08-01  2026-09-01  -
        """),
    Row(
      testDescription: "rejects",
      statement: """
        load "broken.csv" as broken
        show rejects
        """,
      golden: """
        file        line  column  text  reason                             lost
        ----------  ----  ------  ----  ---------------------------------  ----
        broken.csv     3  -       -     the row has 1 cells, the header 2  row
        note K0704: one row could not be read
          They are named by:   show rejects
        """),
    Row(
      testDescription: "periods",
      statement: """
        period fair = 2026-09-21 to 2026-09-22
        show periods
        """,
      golden: """
        period  days
        ------  ------------------------
        fair    2026-09-21 to 2026-09-22
        """),
    Row(
      testDescription: "params",
      statement: """
        param ceiling = 25% { doc: "at most" }
        show params
        """,
      golden: """
        parameter  value  meaning
        ---------  -----  -------
        ceiling    25%    at most
        """),
    Row(
      testDescription: "settings",
      statement: """
        set week_start sunday
        show settings
        """,
      golden: """
        setting          value     choices                                                             meaning
        ---------------  --------  ------------------------------------------------------------------  -------------------------------------------------------------
        format           table     table, box, vertical, csv, tsv, json, ndjson, markdown, html, xlsx  how answers are written
        csv_for          programs  programs, spreadsheets                                              whom csv and tsv are written for
        language         en        en, zh                                                              the language of messages: English or Chinese
        week_start       sunday    monday, sunday                                                      the first day of a week that groups
        timezone         UTC       -                                                                   the zone of times in files of one's own that name none
        pager            on        on, off                                                             whether the shell pages what does not fit
        timing           off       on, off                                                             whether it is said how long things took
        trend            on        on, off                                                             whether tables over time draw the course of each group
        ambiguous_width  1         1, 2                                                                how many cells the terminal gives to signs such as … and ×
        receipts         brief     brief, full                                                         whether answers tell their files by hash, and all definitions
        memory           auto      auto, 4000                                                          how many megabytes a question may take
        """),
    Row(
      testDescription: "sources",
      statement: #"show sources like "pl*""#,
      golden: """
        source  rows  first day   last day    fed by
        ------  ----  ----------  ----------  ------
        plan       4  2026-08-01  2026-09-30  -
        """),
    Row(
      testDescription: "segments",
      statement: "show segments",
      golden: """
        segment      meaning                                                                                                                                                                                         condition
        -----------  ----------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------  ------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------
        placed       Order lines that were placed here, whatever became of them: not of another shop (multi-channel), no free replacement, no Vine give-away, no sample, no test order, and none made for a review.  channel != "Non-Amazon" and not order_lines.is_replacement and not order_lines.is_review and not order_lines.is_sample and not order_lines.promotion_ids like "vine.*" and not lower(order_lines.payment_method) like "*bogus*"
        sold         Order lines that count as sold here: placed, not cancelled, and not free (price 0, replacement, sample, Vine), made for a review or a test: Shopify's gateway for tests is called bogus.        order_status != "Cancelled" and channel != "Non-Amazon" and not order_lines.item_price = 0 and not order_lines.promotion_ids like "vine.*" and not order_lines.is_replacement and not order_lines.is_review and not order_lines.is_sample and not lower(order_lines.payment_method) like "*bogus*"
        erp_sold     The same of the list of an ERP, to which the orders of platforms come that it does not have.                                                                                                    order_status != "Cancelled" and erp_order_lines.channel != "Non-Amazon" and not erp_order_lines.item_price = 0 and not erp_order_lines.promotion_ids like "vine.*" and not erp_order_lines.is_replacement and not erp_order_lines.is_review and not erp_order_lines.is_sample and not lower(erp_order_lines.payment_method) like "*bogus*"
        slow_moving  Stock that hardly moves: no unit sent in 90 days, or more than 180 days of supply, launches apart. A rule, to be changed by defining it anew.                                                   (inventory_planning.units_shipped_90 = 0 or inventory_planning.available_units > 2 * inventory_planning.units_shipped_90) and stage != "launch"
        """),
    Row(
      testDescription: "dimensions",
      statement: #"show dimensions like "s*""#,
      golden: """
        dimension      label            中文      meaning
        -------------  ---------------  --------  -------------------------------------------------------------------
        store          Store            店铺      The seller account: from the path, or by `load … with store = "…"`.
        site           Site             站点      The marketplace: US, DE, UK …
        sku            SKU              SKU       The seller's own product number.
        search_term    Search term      搜索词    What the buyer typed before the click.
        ship_country   Ship-to country  收货国家  -
        settlement_id  Settlement       结算单    -
        ad_type        Ad type          广告类型  SP, SB, SD or ST: Sponsored Products, Brands, Display, TV.
        account_type   Account type     账户类型  Standard or invoiced orders.
        search_query   Search query     搜索查询  What buyers of the whole shop typed.
        stage          Stage            阶段      launch, growth, mature or clearance, on the day of the row.
        supplier       Supplier         供应商    -
        shop           -                -         -
        """),
    Row(
      testDescription: "kinds",
      statement: #"show kinds like "*returns""#,
      golden: """
        kind                   label                     source   columns  a later file replaces
        ---------------------  ------------------------  -------  -------  -------------------------------------------------------------
        amazon_fba_returns     FBA customer returns      returns       12  rows with the same day, order_id, sku, license_plate, ordinal
        amazon_seller_returns  Seller-fulfilled returns  returns       24  rows with the same rma_id, sku, ordinal
        """),
  ])
  func shown(_ row: Row) {
    let run = Reading(statements: [row.statement]).started
    #expect(run.text == row.golden + "\n")
    #expect(run.outcome == .success)
  }
}
