// Lessons in English: returns, stock, account health, profit.

extension LessonText {
  static let returns = """
    # Returns and refunds {#returns}

    A **refund** is money that goes back, a **return** is goods that come back. They are different
    reports with different days: a refund may come without goods, and goods weeks after the sale.

    ```kepi try
    refund_amount, refund_rate, returned_units, return_rate by site over 2026-04
    ```

    ```ask
    What is the return rate of FR in April: units that came back for each unit sent out?
    answer: return_rate over 2026-04 where site = "FR"
    wrong: refund_rate over 2026-04 where site = "FR" # That is the refund rate: units refunded for
      each unit ordered.
    wrong: returned_units / orders over 2026-04 where site = "FR" # That divides by orders; an order
      may hold several units.
    hint: `return_rate` is the last column above.
    because: Units that came back in April, most of them sold in March. For a product that grows fast
      this flatters: use the rate by month of shipping, `return_rate_cohort`.
    ```

    ```ask
    What share of Pacific's gross sales went back as refunds, in money?
    answer: refund_amount_rate over 2026-04 where store = "Pacific"
    wrong: refund_rate over 2026-04 where store = "Pacific" # That counts units. Dear products that
      come back weigh more in money.
    wrong: refund_amount / net_sales over 2026-04 where store = "Pacific" # That divides by net
      sales, from which refunds are gone already.
    hint: Refund amount divided by gross sales.
    ```

    ```ask
    For which reason did Nord get the most units back?
    name: returned_units by return_reason over 2026-03 to 2026-04 where store = "Nord"
      top 1 by returned_units
    hint: Ask by the dimension `return_reason`, over 2026-03 to 2026-04.
    because: `UNWANTED_ITEM` is the buyer's mind, `DEFECTIVE` is ours: only one of them can be mended
      by the factory.
    ```
    """

  static let stock = """
    # Stock and turnover {#stock}

    Sales flow: those of two days add up. Stock is a level: what lies there today has lain there
    yesterday. It adds up over products and stores, never over days.

    ```kepi try
    on_hand_units by sku over 2026-04 where store = "Nord"
    ```

    ```ask
    How many mugs (NO-MUG) does Nord have at the end of April?
    answer: on_hand_units over 2026-04 where sku = "NO-MUG"
    wrong: sum(inventory.on_hand_units) over 2026-04 where sku = "NO-MUG" # That is the stock of all
      days added up: the same mug thirty times.
    wrong: mean_of_days(sum(inventory.on_hand_units)) over 2026-04 where sku = "NO-MUG" # That is the
      mean of the days; the end of the month was asked for.
    hint: A level is read on the last day of the period.
    ```

    ```ask
    For how many days would the lamps (NO-LAMP) last?
    answer: days_of_supply over 2026-04 where sku = "NO-LAMP"
    wrong: on_hand_units / units over 2026-04 where sku = "NO-LAMP" # That is in months: the stock
      divided by the sales of all of April.
    wrong: on_hand_units over 2026-04 where sku = "NO-LAMP" # Those are the lamps, not the days.
    hint: Stock divided by what is sold a day: `days_of_supply`.
    because: What is sold a day hangs on the days counted: lamps that were not there could not be
      sold, and that makes the number look better than it is.
    ```

    ```ask
    Which SKU of Nord was out of stock on the most days of April?
    name: stockout_days by sku over 2026-04 where store = "Nord" top 1 by stockout_days
    wrong: days_of_supply by sku over 2026-04 where store = "Nord" bottom 1 by days_of_supply # That
      one will run out first; it has not yet.
    hint: Try `stockout_days, in_stock_rate by sku over 2026-04 where store = "Nord"`.
    ```

    Turnover is the cost of what was sold against the cost of what lies there.

    ```ask
    How many days does it take Pacific to sell its stock once?
    answer: inventory_turnover_days over 2026-04 where store = "Pacific"
    wrong: inventory_turnover over 2026-04 where store = "Pacific" # That is how often a year, not how
      many days.
    wrong: days_of_supply over 2026-04 where store = "Pacific" # Those are days of the stock of today
      at the pace of the last weeks, counted in units, not in money.
    hint: `inventory_turnover_days` has the mean stock above the line and the cost of goods sold
      below it.
    ```
    """

  static let health = """
    # Account health {#health}

    A marketplace can close a shop. It watches a few rates for this, each with a limit, and a breach
    outweighs every good number elsewhere. So these are **gates**, not goals: they are kept, not
    traded against sales.

    ```kepi try
    odr, late_shipment_rate, cancellation_rate by store, site
    ```

    The order defect rate (ODR) has to stay below 1 %, late shipments of one's own orders at most
    4 %, cancellations below 2.5 %.

    ```ask
    Which site is over the limit of the ODR?
    name: odr by site having odr >= 1%
    wrong: late_shipment_rate by site top 1 by late_shipment_rate # That one ships late, which is
      another limit.
    hint: The column `odr` above, against 1 %.
    because: Three defects among `= sum(account_health.odr_orders) where site = "FR"` orders. In a
      small shop a single order decides.
    ```

    ```ask
    What would the ODR of Nord be if its two sites were one account?
    answer: odr where store = "Nord"
    wrong: (odr[site = "DE"] + odr[site = "FR"]) / 2 # That is the mean of the two rates; DE has more
      orders.
    wrong: odr[site = "DE"] + odr[site = "FR"] # Rates never add up.
    hint: The defects of both, divided by the orders of both.
    because: The whole hides the site that is in danger. Limits are watched where they hold: for each
      site.
    ```

    ```ask
    Does DE keep the limit of 4 % late shipments?
    answer: late_shipment_rate <= 4% where site = "DE"
    hint: Try `late_shipment_rate by site`.
    ```

    ```ask
    What is the account health rating of Pacific?
    answer: account_health_rating by store, site where store = "Pacific"
    wrong: account_health_rating by store, site where site = "FR" # That is the rating of Nord in France.
    hint: `account_health_rating by store, site`.
    because: A rating is a score of one account. `account_health_rating by store` alone is refused
      for Nord, which has two: scores are never added up and never averaged.
    ```
    """

  static let profit = """
    # Fees and profit {#profit}

    What the platform pays out is not profit, and sales are further away still. The way down, from
    the settlement: sales less refunds and rebates (`settled_net_sales`), less fees, less the cost of
    goods, less ads (`contribution_profit`), less fixed fees and overheads (`net_profit`).

    ```kepi try
    settled_net_sales, referral_fees, fulfilment_fees, storage_charges, cogs, ad_spend,
      contribution_profit, net_profit over 2026-04 where store = "Nord"
    ```

    ```ask
    What is Nord's contribution margin of April?
    answer: contribution_margin over 2026-04 where store = "Nord"
    wrong: gross_margin over 2026-04 where store = "Nord" # That is the gross margin: fees and ads are
      not yet paid.
    wrong: net_margin over 2026-04 where store = "Nord" # That is the net margin: fixed fees and
      overheads are gone as well.
    wrong: contribution_profit / gross_sales over 2026-04 where store = "Nord" # That divides by the
      sales of the order report; the margin is of settled net sales.
    hint: Contribution profit divided by settled net sales.
    because: "Margin" without its name is three numbers, here
      `= gross_margin over 2026-04 where store = "Nord"`,
      `= contribution_margin over 2026-04 where store = "Nord"` and
      `= net_margin over 2026-04 where store = "Nord"`.
    ```

    ```ask
    What is Pacific's net profit of April?
    answer: net_profit over 2026-04 where store = "Pacific"
    wrong: contribution_profit over 2026-04 where store = "Pacific" # That is before fixed fees and
      overheads.
    wrong: gross_profit over 2026-04 where store = "Pacific" # That is gross: fees, ads and overheads
      are still in it.
    wrong: settlement_amount over 2026-04 where store = "Pacific" # That is what the platform pays
      out; goods, ads and people are not paid of it yet.
    hint: The last line of the way down: `net_profit`.
    ```

    ```ask
    What share of Nord's settled net sales goes to fulfilment by Amazon?
    answer: fba_fee_ratio over 2026-04 where store = "Nord"
    wrong: referral_fee_ratio over 2026-04 where store = "Nord" # That is the referral fee, the
      platform's commission.
    wrong: -fulfilment_fees / gross_sales over 2026-04 where store = "Nord" # That divides by gross
      sales of the order report: two sources of different days.
    hint: Fees stand in the settlement with a minus; the ratio turns it round.
    because: A fee by the piece weighs most on cheap products.
    ```

    ```ask
    Did Nord earn money in April, all costs paid?
    answer: net_profit > 0 EUR over 2026-04 where store = "Nord"
    hint: Try `contribution_profit, net_profit over 2026-04 where store = "Nord"`.
    because: `= net_profit over 2026-04 where store = "Nord"`, with sales of
      `= gross_sales over 2026-04 where store = "Nord"`.
    ```
    """
}
