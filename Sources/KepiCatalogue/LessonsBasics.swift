// Lessons in English: what a KPI is, sales, advertising, conversion.

extension LessonText {
  static let kpi = """
    # What is a KPI {#kpi}

    A KPI is a number that tells whether a goal is being reached. It has six parts, and a number
    without one of them starts an argument instead of ending it: a **name**, a **formula**, a
    **period**, a **scope** (which store, which site, which products), a **source** (which report)
    and a **good direction**.

    These lessons are about two stores. Nord sells in Germany (DE) and France (FR) in euros, Pacific
    in the United States (US) in dollars. All of March and April 2026 is there.

    ```kepi try
    orders by store over 2026-04
    ```

    The last lines of an answer are its receipt: the days, and the rows that were counted.

    ```ask
    How many orders did Nord get in April 2026?
    answer: orders over 2026-04 where store = "Nord"
    wrong: orders over 2026-03 where store = "Nord" # That is March: the period is part of a KPI.
    wrong: units over 2026-04 where store = "Nord" # Those are units: an order may hold several.
    wrong: orders over 2026-04 # Those are both stores: the scope is part of a KPI.
    wrong: rows(order_lines) over 2026-04 where store = "Nord" # Those are lines of the report: an
      order with two products has two, and cancelled ones are among them.
    hint: The answer above has a line for each store.
    because: An order counts once, however many products are in it, and cancelled ones do not count.
    ```

    A metric says itself what it means: `describe orders` shows its formula down to the columns, a
    worked example, and what goes wrong with it.

    ```ask
    Is ACoS better when it is high or when it is low? `describe acos` tells.
    fact: acos good
    wrong: high # A high ACoS means that much of what the ads sold was spent on the ads.
    hint: ACoS is ad spend divided by the sales that ads brought.
    because: Low is good, but the lowest ACoS of all is no ads, and no sales from them either. A
      direction is not yet a target.
    ```

    ```ask
    Two colleagues report what Pacific sold. One says
    `= gross_sales over 2026-04 where store = "Pacific"`, the other
    `= gross_sales over 2026-03 to 2026-04 where store = "Pacific"`. Which part of the KPI did the
    second one change?
    answer: gross_sales over 2026-03 to 2026-04 where store = "Pacific"
    option: gmv over 2026-04 where store = "Pacific" # the formula: cancelled orders are in it
    option: gross_sales over 2026-03 to 2026-04 where store = "Pacific" # the period
    option: gross_sales over 2026-04 where site = "DE" # the scope
    hint: Ask each of the three and see which gives the second number.
    because: March was counted as well.
    ```
    """

  static let sales = """
    # Sales, orders, units {#sales}

    "Sales" is at least three numbers. **GMV** is everything that was ordered, cancelled orders too.
    **Gross sales** leave the cancelled ones out. **Net sales** are what remains after discounts and
    refunds. Taxes are in none of them.

    ```kepi try
    gmv, gross_sales, net_sales by store over 2026-04
    ```

    ```ask
    What are Pacific's net sales of April 2026?
    answer: net_sales over 2026-04 where store = "Pacific"
    wrong: gross_sales over 2026-04 where store = "Pacific" # Those are gross sales: discounts and
      refunds are still in them.
    wrong: gmv over 2026-04 where store = "Pacific" # That is GMV: it holds orders that were
      cancelled.
    hint: Net is the smallest of the three.
    because: A bonus on GMV pays for orders that were cancelled or sent back.
    ```

    Then there are averages. **AOV** is what an order brings, **ASP** what a unit brings. Neither is
    an average of averages: the sums come first, and are divided once.

    ```ask
    What did an order of Nord bring on average in April, over both sites?
    answer: aov over 2026-04 where store = "Nord"
    wrong: (aov[site = "DE"] + aov[site = "FR"]) / 2 over 2026-04 # That is the mean of the two
      sites' averages: it forgets that DE has more orders.
    wrong: asp over 2026-04 where store = "Nord" # That is a unit's price: an order may hold several
      units.
    wrong: gross_sales / rows(order_lines) over 2026-04 where store = "Nord" # That divides by the
      lines of the report, not by orders.
    hint: Divide all gross sales by all orders: `gross_sales, orders over 2026-04 where store = "Nord"`.
    because: `= gross_sales over 2026-04 where store = "Nord"` divided by
      `= orders over 2026-04 where store = "Nord"` orders.
    ```

    ```ask
    How many units does an order of Pacific hold?
    answer: units_per_order over 2026-04 where store = "Pacific"
    wrong: orders / units over 2026-04 where store = "Pacific" # That is upside down: orders for each
      unit.
    hint: Units divided by orders.
    ```

    ```ask
    Which SKU of Nord sold the most units in April?
    name: units by sku over 2026-04 where store = "Nord" top 1 by units
    wrong: asp by sku over 2026-04 where store = "Nord" top 1 by asp # That is the dearest one.
    hint: Try `units by sku over 2026-04 where store = "Nord"`.
    ```
    """

  static let acos = """
    # ACoS, TACoS and ROAS {#acos}

    Three ratios tell what ads cost.

    - **ACoS** is ad spend divided by the sales that ads brought.
    - **ROAS** is the same upside down: sales for each euro spent.
    - **TACoS** divides ad spend by all sales, those without an ad too.

    ```kepi try
    ad_spend, ad_sales, acos by month where site = "FR"
    ```

    In April somebody doubled the budget of France.

    ```ask
    What is the ACoS of FR over March and April together?
    answer: acos over 2026-03 to 2026-04 where site = "FR"
    wrong: (acos[over 2026-03] + acos[over 2026-04]) / 2 over 2026-04 where site = "FR" # That is the
      mean of the two months' ratios: a month with little spend weighs as much as one with a lot.
    wrong: acos over 2026-04 where site = "FR" # That is April alone.
    wrong: tacos over 2026-03 to 2026-04 where site = "FR" # That is TACoS: it divides by all sales,
      not by those of the ads.
    hint: Add up the spend of both months, add up the ad sales of both, then divide once.
    because: `= ad_spend over 2026-03 to 2026-04 where site = "FR"` of
      `= ad_sales over 2026-03 to 2026-04 where site = "FR"`. A ratio is never averaged.
    ```

    ```ask
    What is Pacific's TACoS in April?
    answer: tacos over 2026-04 where store = "Pacific"
    wrong: acos over 2026-04 where store = "Pacific" # That is ACoS: it divides by ad sales alone.
    wrong: ad_spend / net_sales over 2026-04 where store = "Pacific" # That divides by net sales;
      TACoS takes gross sales.
    hint: All gross sales stand below the line, not those of the ads.
    because: ACoS tells how well ads are bought, TACoS how much the shop hangs on them. A falling
      ACoS with a rising TACoS means that sales without ads are going.
    ```

    ```ask
    And its ROAS?
    answer: roas over 2026-04 where store = "Pacific"
    wrong: acos over 2026-04 where store = "Pacific" # That is ACoS; ROAS is 1 divided by it.
    wrong: gross_sales / ad_spend over 2026-04 where store = "Pacific" # That takes all sales; ROAS
      takes those of the ads.
    hint: Ad sales divided by ad spend.
    ```

    ```ask
    Which SKU of Pacific has the highest ACoS in April?
    name: acos by sku over 2026-04 where store = "Pacific" top 1 by acos
    wrong: ad_spend by sku over 2026-04 where store = "Pacific" top 1 by ad_spend # That is where the
      most was spent, and it sells a lot for it.
    hint: Try `ad_spend, ad_sales, acos by sku over 2026-04 where store = "Pacific"`.
    because: More than 100 % means that an ad cost more than it sold.
    ```

    ACoS is good or bad only beside **break-even ACoS**: what is left of sales before ads are paid.

    ```ask
    Was Nord's ACoS of April below its break-even?
    answer: acos < break_even_acos over 2026-04 where store = "Nord"
    hint: Try `acos, break_even_acos over 2026-04 where store = "Nord"`.
    because: `= acos over 2026-04 where store = "Nord"` against
      `= break_even_acos over 2026-04 where store = "Nord"`: each ad sale lost money.
    ```
    """

  static let conversion = """
    # Traffic and conversion {#conversion}

    A **session** is a visit of a product page within a day. A **click** is a click on an ad, and
    most clicks become sessions, but far from all sessions come from clicks. A conversion rate is
    only as clear as what stands below the line.

    ```kepi try
    sessions, clicks, units_ordered, unit_session_percentage by site over 2026-04
    ```

    ```ask
    What is the unit session percentage of DE in April?
    answer: unit_session_percentage over 2026-04 where site = "DE"
    wrong: units_ordered / clicks over 2026-04 where site = "DE" # That divides by clicks on ads
      instead of sessions.
    wrong: order_session_rate over 2026-04 where site = "DE" # That counts orders: units were asked
      for.
    wrong: units_ordered / page_views over 2026-04 where site = "DE" # That divides by page views; a
      session has several.
    hint: Units ordered divided by sessions.
    because: Seller Central shows this one as conversion. Say which one is meant all the same.
    ```

    ```ask
    And of Nord, over both sites?
    answer: unit_session_percentage over 2026-04 where store = "Nord"
    wrong: (unit_session_percentage[site = "DE"] + unit_session_percentage[site = "FR"]) / 2
      over 2026-04 # That is the mean of the two rates; DE has nearly twice the sessions.
    hint: All units of the store divided by all of its sessions.
    ```

    ```ask
    What share of the clicks on US ads became an ad order?
    answer: cvr over 2026-04 where site = "US"
    wrong: ctr over 2026-04 where site = "US" # That is the click-through rate: clicks for each time
      an ad was shown.
    wrong: ad_orders / sessions over 2026-04 where site = "US" # That divides by sessions instead of
      clicks.
    wrong: orders / clicks over 2026-04 where site = "US" # That takes all orders, those without an
      ad too.
    hint: Ad orders divided by clicks.
    ```

    ```ask
    Which site converts best?
    name: unit_session_percentage by site over 2026-04 top 1 by unit_session_percentage
    wrong: sessions by site over 2026-04 top 1 by sessions # That one has the most visits.
    hint: The first answer of this lesson has it.
    because: Good conversion of little traffic may simply mean that only those come who would buy
      anyway. Read it beside sessions.
    ```
    """
}
