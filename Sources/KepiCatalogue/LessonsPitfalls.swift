// Lessons in English: what goes wrong where people are managed by numbers.

extension LessonText {
  static let incentives = """
    # One number as the only target {#incentives}

    ```kepi setup
    metric cancelled_share = 1 - gross_sales / gmv { unit: percent }
    ```

    When a number becomes the only target, it stops being a good number. People reach what is
    measured, by the shortest way.

    - GMV alone: orders that are cancelled later, prices below cost, sales bought with ads.
    - ACoS alone: ads are switched off, and growth with them.
    - Stock turnover alone: shelves run empty.
    - Conversion alone: traffic is thrown away until only sure buyers are left.

    So a target has a **counterweight**, a number that gets worse when the first is reached the wrong
    way. The catalogue names one for each metric: `describe gmv` says "read beside it".

    ```kepi try
    gmv, gross_sales, contribution_margin by store over 2026-04
    ```

    ```ask
    What share of Nord's GMV of April was cancelled, in money?
    answer: cancelled_share over 2026-04 where store = "Nord"
    wrong: total_cancellation_rate over 2026-04 where store = "Nord" # That is the share of orders, not
      of money.
    wrong: 1 - net_sales / gmv over 2026-04 where store = "Nord" # That takes discounts and refunds
      away too.
    hint: What is in GMV and not in gross sales, divided by GMV.
    because: Whoever is paid for GMV is paid for these as well.
    ```

    In April the French ads were turned up, to sell more.

    ```ask
    How many times the ad spend of March was that of April in FR?
    answer: ad_spend / ad_spend[previous] over 2026-04 where site = "FR"
    wrong: ad_sales / ad_sales[previous] over 2026-04 where site = "FR" # That is how much more the ads
      sold.
    wrong: gross_sales / gross_sales[previous] over 2026-04 where site = "FR" # Those are all sales.
    hint: Ad spend of April divided by ad spend of March.
    ```

    ```ask
    Did the gross sales of FR rise?
    answer: gross_sales > gross_sales[previous] over 2026-04 where site = "FR"
    hint: Try `ad_spend, ad_sales, gross_sales over 2026-04 where site = "FR" vs previous`.
    because: Nor did the sales of the ads: twice the money went to people who wanted the goods less.
      Clicks doubled, though, and a target on clicks would have paid for that.
    ```
    """

  static let process = """
    # Process and result {#process}

    A **result** is what the company wants: profit, sales, a healthy account. A **process** number is
    what somebody can move this week: bids, clicks, pictures, stock that leaves in time. People are
    led by process numbers, since a result comes too late and from too many hands, and the company is
    judged by results, since a process can run perfectly in the wrong direction.

    ```kepi try
    show metrics like "*click*"
    ```

    ```ask
    Are clicks a process or a result? `describe clicks` tells.
    fact: clicks nature
    wrong: result # Nobody lives on clicks: they are bought.
    hint: Can someone change it this week by doing something?
    ```

    ```ask
    And net profit?
    fact: net_profit nature
    wrong: process # It hangs on prices, fees, goods and ads: no one moves it alone this week.
    hint: Is it what the company wants, or what somebody does for it?
    ```

    A process sold as a result is the commonest trick of contracts: "exposure greatly raised" costs
    money and promises none.

    ```ask
    Pacific bought `= clicks over 2026-04 where store = "Pacific"` clicks. What did an ad order cost it?
    answer: ad_spend / ad_orders over 2026-04 where store = "Pacific"
    wrong: cpc over 2026-04 where store = "Pacific" # That is what a click cost.
    wrong: ad_spend / orders over 2026-04 where store = "Pacific" # That divides by all orders, those
      without an ad too.
    wrong: ad_order_value over 2026-04 where store = "Pacific" # That is what an ad order brought.
    hint: Ad spend divided by ad orders.
    because: It brought `= ad_order_value over 2026-04 where store = "Pacific"`. Cheap clicks that do
      not buy are dear.
    ```

    ```ask
    On which SKU of Pacific did the clicks convert worse?
    name: cvr by sku over 2026-04 where store = "Pacific" bottom 1 by cvr
    wrong: cpc by sku over 2026-04 where store = "Pacific" bottom 1 by cpc # That one has the cheapest
      clicks.
    hint: Try `clicks, cpc, cvr by sku over 2026-04 where store = "Pacific"`.
    ```
    """

  static let sources = """
    # Mixing sources {#sources}

    ```kepi setup
    metric mixed_tacos = ad_spend / ordered_product_sales { unit: percent }
    metric finance_tacos = ad_spend / settled_net_sales { unit: percent }
    ```

    The same word stands in several reports and means something else in each. The business report has
    sales with tax and with cancelled orders, the order report can leave both out, the settlement
    comes days later and has refunds in it.

    ```kepi try
    ordered_product_sales, gross_sales, settled_net_sales by store over 2026-04
    ```

    All three are right. A ratio of numbers from two of them is not.

    ```ask
    By how much are the ordered product sales of Pacific above its gross sales in April?
    answer: ordered_product_sales - gross_sales over 2026-04 where store = "Pacific"
    wrong: ordered_product_sales - settled_net_sales over 2026-04 where store = "Pacific" # That is the
      gap to the settlement.
    wrong: ordered_product_sales - net_sales over 2026-04 where store = "Pacific" # That is the gap to
      net sales.
    hint: The first column less the second.
    because: US prices have no tax in them, so this is what was cancelled.
    ```

    ```ask
    In Nord's stores prices hold the tax. How much of the ordered product sales is tax? (GMV is the
    same orders without it.)
    answer: ordered_product_sales - gmv over 2026-04 where store = "Nord"
    wrong: ordered_product_sales - gross_sales over 2026-04 where store = "Nord" # That has the
      cancelled orders in it as well.
    wrong: gmv - gross_sales over 2026-04 where store = "Nord" # That is what was cancelled.
    hint: Ordered product sales less GMV.
    ```

    ```ask
    What is Nord's TACoS of April, as it is defined?
    answer: tacos over 2026-04 where store = "Nord"
    wrong: mixed_tacos over 2026-04 where store = "Nord" # That divides by sales with tax and with
      cancelled orders: every European shop looks better than it is.
    wrong: finance_tacos over 2026-04 where store = "Nord" # That divides by the settlement: ads of
      this week over sales of the week before.
    hint: `describe tacos` says which sales stand below the line.
    because: Decide on one source for each KPI, write it down, and compare only what has the same.
    ```

    ```ask
    Which source answers for the ad spend of a KPI: the report of the ads, or the settlement that
    invoices them? Choose what `ad_spend` is.
    answer: ad_spend over 2026-04 where store = "Nord"
    option: sum(ads_by_product.spend) over 2026-04 where store = "Nord" # the report of the ads
    option: -sum(settlement.amount)[fee_group = "advertising"] over 2026-04 where store = "Nord" # the
      settlement
    option: sum(ads_by_product.ad_sales) over 2026-04 where store = "Nord" # the sales of the ads
    hint: `describe ad_spend` has its formula.
    because: A shop that pays its ads by card has none in the settlement at all, as here.
    ```
    """

  static let coldStart = """
    # Cold start: new products, small numbers {#coldstart}

    ```kepi setup
    metric one_more = (ad_orders + 1) / clicks { unit: percent }
    metric new_units = units[stage = "launch"] / units { unit: percent }
    ```

    A new product has little history, and ratios of little are loud: one order more or less moves
    them by half. The tent (NO-TENT) is new.

    ```kepi try
    clicks, ad_orders, cvr over 2026-03-01 to 2026-03-07 where sku = "NO-TENT"
    ```

    ```ask
    What was the tent's ad conversion rate in that first week?
    answer: cvr over 2026-03-01 to 2026-03-07 where sku = "NO-TENT"
    wrong: cvr over 2026-03 where sku = "NO-TENT" # That is all of March.
    wrong: ctr over 2026-03-01 to 2026-03-07 where sku = "NO-TENT" # That is the click-through rate.
    hint: The last number above.
    ```

    ```ask
    And what would it have been with a single ad order more?
    answer: one_more over 2026-03-01 to 2026-03-07 where sku = "NO-TENT"
    wrong: cvr over 2026-03-01 to 2026-03-07 where sku = "NO-TENT" # That is without the order.
    hint: One more above the line, the clicks as they are.
    because: One buyer, and the number is another. Before some dozens of orders a rate is no ground
      for a verdict, neither on a product nor on a colleague.
    ```

    So new products get targets of their own: by **stage**. At launch what is done counts (listed in
    time, pictures, reviews, spend within its limit), later ACoS and margin. Who holds the same ACoS
    target for all stages stops all launches.

    ```ask
    What share of Nord's GMV of April came from products at launch?
    answer: new_product_sales_share over 2026-04 where store = "Nord"
    wrong: new_units over 2026-04 where store = "Nord" # That is the share of units; the tent is dear.
    wrong: new_product_sales_share over 2026-03 where store = "Nord" # That is March.
    hint: `new_product_sales_share`.
    ```

    ```ask
    Which stage of Nord's products has the lowest ACoS in April?
    name: acos by stage over 2026-04 where store = "Nord" bottom 1 by acos
    wrong: acos by stage over 2026-04 where store = "Nord" top 1 by acos # That is the highest.
    hint: Try `ad_spend, acos by stage over 2026-04 where store = "Nord"`.
    because: Compare like with like: a mature product with its own past and with other mature ones.
    ```
    """
}
