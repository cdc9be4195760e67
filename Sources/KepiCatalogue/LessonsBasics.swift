// Lessons in English: what a KPI is, sales, and advertising.

extension LessonText {
  static let kpi = """
    # What is a KPI {#kpi}

    A KPI is a number that tells whether a goal is being reached. It has six parts, and a number
    without one of them starts an argument instead of ending it: a **name**, a **formula**, a
    **period**, a **scope** (which store, which site, which products), a **source** (which report)
    and a **good direction**.

    In these lessons two stores are asked about. Nord sells in Germany (DE) and France (FR) in euros,
    Pacific in the United States (US) in dollars. All of March and April 2026 is there.

    ```kepi try
    orders by store over 2026-04
    ```

    The last lines of an answer are its receipt: the days, and the rows that were counted.

    ```ask
    How many orders did Nord get in April 2026?
    answer: orders over 2026-04 where store = "Nord"
    wrong: orders over 2026-03 where store = "Nord" # That is March: the period is part of a KPI.
    wrong: units over 2026-04 where store = "Nord" # Those are units: an order may hold several.
    wrong: orders over 2026-04 # That is both stores: the scope is part of a KPI.
    wrong: rows(order_lines) over 2026-04 where store = "Nord" # Those are lines of the report: an
      order with two products has two, and cancelled ones are among them.
    hint: The answer above has a line for each store. Or ask:
      `orders over 2026-04 where store = "Nord"`.
    because: An order counts once, however many products are in it, and cancelled orders do not count.
    ```

    A metric says itself what it means. `describe orders` shows its formula down to the columns, a
    worked example, and what goes wrong with it.

    ```ask
    Is ACoS better when it is high or when it is low? (`describe acos` tells.)
    fact: acos good
    wrong: high # A high ACoS means that much of what ads sold was spent on the ads.
    hint: ACoS is ad spend divided by the sales that ads brought.
    because: Low is good, but the lowest ACoS of all is no ads at all, and no sales from them either.
      A direction is not yet a target.
    ```

    ```ask
    Two colleagues report Pacific's sales of April: one €`= gross_sales over 2026-04 where store =
    "Pacific"`, one `= gross_sales over 2026-03 to 2026-04 where store = "Pacific"`. Which part of the
    KPI differs?
    answer: gross_sales over 2026-03 to 2026-04 where store = "Pacific"
    option: gross_sales over 2026-03 to 2026-04 where store = "Pacific" # the period
    option: gmv over 2026-04 where store = "Pacific" # the formula: orders that were cancelled too
    option: gross_sales over 2026-04 where site = "DE" # the scope
    hint: Ask for each of the three and see which gives the second number.
    because: The second colleague counted March as well.
    ```
    """

  static let kpiChinese = """
    # 什么是 KPI {#kpi}
    """
}
