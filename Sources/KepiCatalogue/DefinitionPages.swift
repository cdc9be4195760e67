// Help on definitions.

extension HelpText {
  static let definitionPages: [HelpPage] = [
    HelpPage(
      "metric", "a number with a name",
      """
      A metric is a formula over other metrics or over columns. It is computed afresh for
      every line. A block behind it gives a label, a unit, which direction is good, and a
      worked example that is computed whenever it is read.
      """,
      right: [
        "metric clicks_per_order = clicks / ad_orders { good: low }",
        "metric cpm = 1000 * ad_spend / impressions { unit: money }",
      ]),
    HelpPage(
      "dimension", "what lines are made of",
      """
      A dimension names one column in each source that knows it, so that numbers from
      different files meet on one line.
      """,
      right: [
        "dimension account = ads_by_product.store, order_lines.store",
        "dimension price_band = bucket(order_lines.item_price, 0, 10, 25, 50)",
      ]),
    HelpPage(
      "segment", "a condition with a name",
      """
      A segment stands behind `where` or in brackets, wherever a condition can.
      """,
      right: ["segment autumn = campaign like \"*fall*\""]),
    HelpPage(
      "source", "a file of one's own",
      """
      A source reads a table that is no known export. Its block says which column is the
      day (time), which tell rows apart (key), which is money and in what currency, what
      it links to, and what must hold: require and warn.
      """,
      right: [
        "source costs from \"costs.csv\" { key: sku; money: unit_cost in EUR }",
        "source visits from \"visits.csv\" { time: day; require visits >= 0 }",
      ], isTried: false),
    HelpPage(
      "kind", "an export with a known header",
      """
      A kind says how an export is recognised by its header, whatever its name and
      language, which columns it fills, and what a later file replaces. Many ship.
      """,
      right: ["show kinds", "describe amazon_all_orders"]),
    HelpPage(
      "fx", "rates to convert by",
      """
      A table of rates has a line for each day and currency. Its block says which currency
      is the base, and which column says how many units of the other one of it buys.
      """,
      right: ["fx ecb from \"rates.csv\" { base: EUR; units_per_base: rate }"], isTried: false),
    HelpPage(
      "param", "a value given from outside",
      """
      A parameter has a value to begin with, which --param NAME=VALUE replaces. Without
      one, the value must be given.
      """,
      right: ["param ceiling = 25% { doc: \"the most that ads may cost\" }"]),
    HelpPage(
      "let", "a value with a name",
      """
      A constant, used wherever its value could stand.
      """,
      right: ["let vat = 19%"]),
    HelpPage(
      "period", "days with a name",
      """
      A named period stands behind `over` like any other.
      """,
      right: ["period prime_day = 2026-07-14 to 2026-07-15"]),
    HelpPage(
      "alias", "a second name",
      """
      An alias can be typed wherever the name it stands for can. The Chinese labels of
      what ships are aliases.
      """,
      right: ["alias conversions = ad_orders", "广告花费 按 币种 期间 上 4 周"]),
  ]
}
