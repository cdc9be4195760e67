// Lessons in English: periods, stores and currencies, targets, receipts.

extension LessonText {
  static let periods = """
    # Comparing periods {#periods}

    ```kepi setup
    metric sales_change = gross_sales / gross_sales[previous] - 1 { unit: percent }
    metric acos_change = acos / acos[previous] - 1 { unit: percent }
    metric share_of_new = (gross_sales - gross_sales[previous]) / gross_sales { unit: percent }
    ```

    A change compares two periods, and says which. `vs previous` sets the period before beside each
    number, `vs 1 year ago` the same days of last year.

    ```kepi try
    gross_sales by store over 2026-04 vs previous
    ```

    ```ask
    By how many per cent did Nord's gross sales change from March to April?
    answer: sales_change over 2026-04 where store = "Nord"
    wrong: share_of_new over 2026-04 where store = "Nord" # That divides by April; a change is a share
      of what it was before.
    wrong: gross_sales - gross_sales[previous] over 2026-04 where store = "Nord" # That is the change
      in euros.
    wrong: -sales_change over 2026-04 where store = "Nord" # The sign is wrong: April is less than
      March.
    hint: April divided by March, less 1.
    ```

    March has 31 days and April 30. A month that is shorter by a thirtieth sells a thirtieth less
    without anything having changed.

    ```ask
    What did Nord sell a day in April, in gross sales?
    answer: gross_sales / days() over 2026-04 where store = "Nord"
    wrong: gross_sales / 31 over 2026-04 where store = "Nord" # That divides by the days of March.
    wrong: gross_sales / days() over 2026-03 where store = "Nord" # That is March.
    hint: `days()` is the number of days of the period.
    ```

    Ratios change in **points**: from 20 % to 25 % are five points, and at the same time a quarter
    more. Always say which.

    ```ask
    By how many percentage points did the ACoS of FR rise in April?
    answer: acos - acos[previous] over 2026-04 where site = "FR"
    wrong: acos_change over 2026-04 where site = "FR" # That is the change in per cent of what it was,
      not in points.
    wrong: acos over 2026-04 where site = "FR" # That is the ACoS of April itself.
    hint: The ACoS of April less the ACoS of March.
    because: From `= acos over 2026-03 where site = "FR"` to `= acos over 2026-04 where site = "FR"`.
    ```

    An unfinished week or month is compared with as many days of the one before, and the answer says
    so in a note.
    """

  static let stores = """
    # Several stores and currencies {#stores}

    Orders of all stores add up. Money does so only in one currency: a sum of euros and dollars is a
    number without a meaning, so it is refused.

    ```kepi refused
    gross_sales over 2026-04
    ```

    Either they are kept apart, `by store` or `by currency`, or they are converted, each row at the
    rate of its day.

    ```ask
    What did both stores sell in April, in euros?
    answer: gross_sales over 2026-04 in EUR
    wrong: gross_sales[store = "Nord"] / 1 EUR + gross_sales[store = "Pacific"] / 1 USD over 2026-04
      # That adds euros and dollars as if they were one.
    wrong: gross_sales over 2026-04 in USD # Those are dollars.
    wrong: gross_sales over 2026-04 where store = "Nord" # That is Nord alone.
    hint: Write `in EUR` behind the question.
    because: One euro was 1.10 dollars in April, and 1.08 in March.
    ```

    ```ask
    What is the ACoS of both stores together?
    answer: acos over 2026-04 in EUR
    wrong: (acos[store = "Nord"] + acos[store = "Pacific"]) / 2 over 2026-04 # That is the mean of two
      ratios: the store with fewer ad sales weighs too much.
    wrong: (ad_spend[store = "Nord"] / 1 EUR + ad_spend[store = "Pacific"] / 1 USD)
      / (ad_sales[store = "Nord"] / 1 EUR + ad_sales[store = "Pacific"] / 1 USD) over 2026-04 # That
      adds euros and dollars as if they were one.
    hint: The spend of both in one currency, divided by the ad sales of both in the same one.
    ```

    ```ask
    Which store sold more in April?
    name: gross_sales by store over 2026-04 in EUR top 1 by gross_sales
    hint: Compare in one currency: `gross_sales by store over 2026-04 in EUR`.
    ```
    """

  static let targets = """
    # Targets {#targets}

    ```kepi setup
    metric attainment = gross_sales / gross_sales[target] { unit: percent }
    metric shortfall = gross_sales / gross_sales[target] - 1 { unit: percent }
    metric turned = gross_sales[target] / gross_sales { unit: percent }
    ```

    A target is a KPI with a limit: a number, a direction, a scope and a period. Nord's of April are
    an ACoS of at most 25 % and gross sales of at least 4,200 euros; Pacific's 40 % and 3,500 dollars.

    ```kepi try
    acos by store over 2026-04 vs target
    ```

    ```ask
    Which store reached its ACoS target?
    name: acos by store over 2026-04 having acos <= acos[target]
    wrong: acos by store over 2026-04 having acos > acos[target] # That one is above its limit, and
      low is good.
    hint: The gap is what the store is above its target; for ACoS it should not be above.
    because: By a hair: `= acos over 2026-04 where store = "Pacific"` of at most
      `= acos[target] over 2026-04 where store = "Pacific"`. And a soft target is easily reached: it
      says nothing about whether the ads earn money.
    ```

    ```ask
    How far did Nord reach its sales target, in per cent of it?
    answer: attainment over 2026-04 where store = "Nord"
    wrong: turned over 2026-04 where store = "Nord" # That is upside down: the target in per cent of
      the sales.
    wrong: shortfall over 2026-04 where store = "Nord" # That is what is missing; asked is how much of
      the target was reached.
    hint: Sales divided by target.
    because: `= gross_sales over 2026-04 where store = "Nord"` of
      `= gross_sales[target] over 2026-04 where store = "Nord"`.
    ```

    Attainment is for sums where more is better. For a ratio where less is better it misleads: an
    ACoS of half the target is not "200 % reached", and an ACoS of 0 would be infinitely good. There
    the gap in points is read.

    ```ask
    By how many points did Nord miss its ACoS target?
    answer: acos - acos[target] over 2026-04 where store = "Nord"
    wrong: acos over 2026-04 where store = "Nord" # That is the ACoS itself.
    wrong: acos / acos[target] - 1 over 2026-04 where store = "Nord" # That is the gap in per cent of
      the target, not in points.
    hint: ACoS less its target.
    ```

    ```ask
    Did Pacific reach its sales target?
    answer: gross_sales >= gross_sales[target] over 2026-04 where store = "Pacific"
    hint: Try `gross_sales by store over 2026-04 vs target`.
    ```
    """

  static let receipt = """
    # Reading a receipt {#receipt}

    Two people have two numbers. Before anyone is wrong, their receipts are compared: what stands
    below each answer.

    ```kepi try
    acos, orders by store over 2026-04
    ```

    The first line has the period and the **as-of day**: the newest day that all sources have, on
    which words such as `last week` hang. Then comes a line for each source: how many of its rows
    were counted, and on how many days of the period it has any.

    ```ask
    How many rows of the ad report stand behind Nord's ACoS of April?
    answer: rows(ads_by_product) over 2026-04 where store = "Nord"
    wrong: rows(ads_by_product) over 2026-04 # Those are both stores.
    wrong: rows(order_lines) over 2026-04 where store = "Nord" # Those are lines of orders; ACoS reads
      the ad report.
    hint: Ask for `acos over 2026-04 where store = "Nord"` and read below it.
    because: Too few rows mean a report that was not downloaded, too many another scope.
    ```

    `explain` goes further: it shows why these days, and the parts of every ratio.

    ```kepi try
    explain acos by store over 2026-04
    ```

    ```ask
    What stands above the line in Nord's ACoS of April?
    answer: ad_spend over 2026-04 where store = "Nord"
    wrong: ad_sales over 2026-04 where store = "Nord" # That stands below the line.
    wrong: ad_spend over 2026-04 where store = "Pacific" # That is Pacific's.
    hint: The column `ad_spend` of the explanation.
    ```

    ```ask
    The returns end before April does. Which is the last day on which anything came back? Write it as
    2026-04-01.
    answer: max(returns.day)
    wrong: max(order_lines.day) # That is the last day with orders.
    hint: `max(returns.day)` asks for it.
    because: So the returns of April are those of a month that is not quite there. The receipt says
      so: "29 of 30 days".
    ```

    ```ask
    Answers of April as of the 10th: how many orders had Nord then?
    answer: orders over 2026-04-01 to 2026-04-10 where store = "Nord"
    wrong: orders over 2026-04 where store = "Nord" # That is all of April.
    hint: Ask over 2026-04-01 to 2026-04-10.
    because: `orders over this month as of 2026-04-10` is the same question: as if it were asked that
      evening. Reports of the past stay what they were.
    ```
    """
}
