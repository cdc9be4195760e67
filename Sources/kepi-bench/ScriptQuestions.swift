// A script of two hundred questions, as a report for many readers asks them, in both languages.

extension BenchQuestion {
  /// The same ones on every run: numbers and ratios, one to three groupings, weeks, months and
  /// quarters, conditions, the largest, totals and comparisons.
  static let script: [BenchQuestion] =
    plain(count: 110) + largest(count: 25) + totalled(count: 20) + compared(count: 30)
    + limited(count: 15)

  /// A part of a question, in our language and in SQL.
  private typealias Part = (text: String, sql: String)

  private static let ratio = "sum(spend) / nullif(sum(ad_sales), 0)"

  private static let numbers: [Part] = [
    ("ad_spend", "sum(spend)"), ("acos", ratio), ("ad_sales", "sum(ad_sales)"),
    ("clicks, impressions", "sum(clicks), sum(impressions)"),
    ("ad_spend, ad_sales, clicks", "sum(spend), sum(ad_sales), sum(clicks)"),
    ("clicks / impressions as click_rate", "sum(clicks) / nullif(sum(impressions), 0)"),
    ("ad_spend / clicks as click_cost", "sum(spend) / nullif(sum(clicks), 0)"),
    (
      #"ad_spend, ad_spend[site = "DE"] as german"#,
      "sum(spend), sum(spend) filter (where site = 'DE')"
    ),
    ("max(ads.spend) as dearest, avg(ads.clicks) as mean_clicks", "max(spend), avg(clicks)"),
    ("count(distinct ads.sku) as skus", "count(distinct sku)"),
    ("ad_spend, acos, clicks, impressions", "sum(spend), \(ratio), sum(clicks), sum(impressions)"),
  ]

  private static let month = "date_trunc('month', date) as month"
  private static let week = "date_trunc('week', date) as week"
  private static let quarter = "year(date) || '-Q' || quarter(date) as quarter"

  private static let groupings: [Part] = [
    ("store", "store"), ("site", "site"), ("ad_type", "ad_type"), ("month", month),
    ("week", week), ("store, site", "store, site"), ("site, ad_type", "site, ad_type"),
    ("store, month", "store, \(month)"), ("ad_type, week", "ad_type, \(week)"),
    ("quarter, site", "\(quarter), site"), ("store, site, ad_type", "store, site, ad_type"),
    ("site, ad_type, month", "site, ad_type, \(month)"),
    ("store, ad_type, quarter", "store, ad_type, \(quarter)"),
  ]

  private static let conditions: [Part] = [
    ("", "true"), (#" where site = "DE""#, "site = 'DE'"),
    (#" where ad_type = "SP""#, "ad_type = 'SP'"),
    (#" where site in ("US", "CA", "MX")"#, "site in ('US', 'CA', 'MX')"),
    (#" where store = "store-07""#, "store = 'store-07'"),
    (#" where site != "US" and ad_type != "SD""#, "site != 'US' and ad_type != 'SD'"),
    (#" where campaign like "Campaign 1*""#, "campaign like 'Campaign 1%'"),
    (" where ads.clicks >= 3", "clicks >= 3"),
    (
      #" where store in ("store-01", "store-02") or site = "JP""#,
      "(store in ('store-01', 'store-02') or site = 'JP')"
    ),
    (#" where sku = "SKU-000001""#, "sku = 'SKU-000001'"),
  ]

  private static let periods: [Part] = [
    ("all", "true"), ("2025", between("2025-01-01", "2025-12-31")),
    ("2025-10-13 to 2026-01-11", between("2025-10-13", "2026-01-11")),
    ("2025-Q3", between("2025-07-01", "2025-09-30")),
    ("2025-06", between("2025-06-01", "2025-06-30")),
    ("since 2025-07-01", "date >= '2025-07-01'"),
    ("until 2024-12-31", "date <= '2024-12-31'"),
    ("2024-W20 to 2024-W40", between("2024-05-13", "2024-10-06")),
  ]

  private static func between(_ first: String, _ last: String) -> String {
    "date between '\(first)' and '\(last)'"
  }

  private static func made(
    _ number: Int, _ text: String, _ sql: String, keyCount: Int
  ) -> BenchQuestion {
    BenchQuestion(id: "s\(number)", title: "", text: text, sql: sql, keyCount: keyCount)
  }

  // The steps through the lists have no factor in common with their lengths, so that no
  // combination comes twice.

  private static func plain(count: Int) -> [BenchQuestion] {
    (0..<count).map { place in
      let number = numbers[place % numbers.count]
      let grouping = groupings[place * 5 % groupings.count]
      let condition = conditions[(place * 3 + place / numbers.count) % conditions.count]
      let period = periods[(place * 3 + place / groupings.count) % periods.count]
      return made(
        place + 1, "\(number.text) by \(grouping.text)\(condition.text) over \(period.text)",
        "select \(grouping.sql), \(number.sql) from ads"
          + " where \(condition.sql) and \(period.sql) group by all",
        keyCount: grouping.text.split(separator: ",").count)
    }
  }

  /// Equal sums come in the order of their names; in floating point they must be rounded for that.
  private static func largest(count: Int) -> [BenchQuestion] {
    (0..<count).map { place in
      let kept = [3, 10, 25, 100][place % 4]
      let hasOthers = place % 2 == 1
      let condition = conditions[place * 3 % 7]
      let period = periods[place % 3]
      let name = hasOthers ? "case when place <= \(kept) then sku else '(others)' end" : "sku"
      return made(
        111 + place,
        "ad_spend, ad_sales by sku\(condition.text) over \(period.text) top \(kept) by ad_spend"
          + (hasOthers ? " with others" : ""),
        """
        with sums as (
            select sku, sum(spend) as spend, sum(ad_sales) as sales from ads
            where \(condition.sql) and \(period.sql) group by sku),
          places as (
            select *, row_number() over (order by round(spend, 2) desc, sku) as place from sums)
        select \(name) as name, sum(spend), sum(sales) from places
        where \(hasOthers ? "true" : "place <= \(kept)") group by all
        """, keyCount: 1)
    }
  }

  private static func totalled(count: Int) -> [BenchQuestion] {
    (0..<count).map { place in
      let number = numbers[place % numbers.count]
      let grouping = ["store", "site", "ad_type"][place % 3]
      let condition = conditions[place * 7 % conditions.count]
      let period = periods[place * 3 % periods.count]
      return made(
        136 + place,
        "\(number.text) by \(grouping)\(condition.text) over \(period.text) with totals",
        """
        select coalesce(\(grouping), '(total)') as name, \(number.sql) from ads
        where \(condition.sql) and \(period.sql) group by grouping sets ((\(grouping)), ())
        """, keyCount: 1)
    }
  }

  private static func compared(count: Int) -> [BenchQuestion] {
    let pairs: [(text: String, now: String, before: String)] = [
      (
        "2025-Q3 vs previous", between("2025-07-01", "2025-09-30"),
        between("2025-04-01", "2025-06-30")
      ),
      (
        "2025-07 vs 1 year ago", between("2025-07-01", "2025-07-31"),
        between("2024-07-01", "2024-07-31")
      ),
      (
        "2025-W30 to 2025-W33 vs previous", between("2025-07-21", "2025-08-17"),
        between("2025-06-23", "2025-07-20")
      ),
    ]
    /// Of rows of one period; a sum over none is 0.
    func sum(_ column: String, _ rows: String) -> String {
      "coalesce(sum(\(column)) filter (where \(rows)), 0)"
    }
    let items: [(text: String, sql: (String) -> String)] = [
      ("ad_spend", { sum("spend", $0) }), ("clicks", { sum("clicks", $0) }),
      ("acos", { "\(sum("spend", $0)) / nullif(\(sum("ad_sales", $0)), 0)" }),
    ]
    let groupings = ["store", "site", "ad_type", "store, site", "site, ad_type"]
    return (0..<count).map { place in
      let pair = pairs[place % pairs.count]
      let item = items[place / pairs.count % items.count]
      let grouping = groupings[place % groupings.count]
      let condition = conditions[place * 3 % 7]
      return made(
        156 + place, "\(item.text) by \(grouping)\(condition.text) over \(pair.text)",
        """
        with sums as (
          select \(grouping), \(item.sql(pair.now)) as now, \(item.sql(pair.before)) as before
          from ads where \(condition.sql) and (\(pair.now) or \(pair.before)) group by \(grouping))
        select \(grouping), now, before, now - before, (now - before) / nullif(before, 0) from sums
        """, keyCount: grouping.split(separator: ",").count)
    }
  }

  private static func limited(count: Int) -> [BenchQuestion] {
    (0..<count).map { place in
      let period = periods[place % periods.count]
      let condition = conditions[[0, 2, 5][place % 3]]
      let least = [1, 50, 1000][place / 5]
      return made(
        186 + place,
        "ad_spend, acos by store, site\(condition.text) over \(period.text)"
          + " having ad_spend > \(least) sort by ad_spend desc limit \(5 + place)",
        """
        select store, site, sum(spend), \(ratio) from ads
        where \(condition.sql) and \(period.sql) group by store, site
        having round(sum(spend), 2) > \(least)
        order by round(sum(spend), 2) desc, store, site limit \(5 + place)
        """, keyCount: 2)
    }
  }
}
