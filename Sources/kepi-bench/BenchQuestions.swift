// What is asked: each question in our language and in SQL, with what tells its lines apart.

struct BenchQuestion: Sendable {
  let id: String
  let title: String
  let text: String
  let sql: String
  /// How many columns of the answer, from the first, name a line.
  let keyCount: Int
  /// Columns of which the plan must read every row, and those of the kept rows alone; `nil` where
  /// the bandwidth is not asked about.
  var reads: (every: [String], kept: [String], keptShare: Double)?

  /// The questions of `set`, in order.
  static let all: [BenchQuestion] = [
    BenchQuestion(
      id: "q1", title: "acos by store, DE, 4 weeks",
      text: #"acos by store where site = "DE" over 2025-12-16 to 2026-01-12"#,
      sql: """
        select store, sum(spend) / nullif(sum(ad_sales), 0) from ads
        where site = 'DE' and date between '2025-12-16' and '2026-01-12' group by store
        """, keyCount: 1),
    BenchQuestion(
      id: "q2", title: "acos by store, DE, all", text: #"acos by store where site = "DE" over all"#,
      sql: """
        select store, sum(spend) / nullif(sum(ad_sales), 0) from ads
        where site = 'DE' group by store
        """, keyCount: 1, reads: (["site"], ["store", "spend", "ad_sales"], 1.0 / 18)),
    BenchQuestion(
      id: "q3", title: "by store, week, 52 weeks",
      text: "ad_spend, ad_sales, acos by store, week over 2025-01-13 to 2026-01-11",
      sql: """
        select store, date_trunc('week', date) as week, sum(spend), sum(ad_sales),
          sum(spend) / nullif(sum(ad_sales), 0)
        from ads where date between '2025-01-13' and '2026-01-11' group by all
        """, keyCount: 2),
    BenchQuestion(
      id: "q4", title: "top 10 SKUs", text: "ad_sales by sku top 10 by ad_sales over all",
      sql: """
        select sku, sum(ad_sales) as sales from ads group by sku order by sales desc, sku limit 10
        """, keyCount: 1),
    BenchQuestion(
      id: "q5", title: "totals", text: "ad_spend, ad_sales, clicks, impressions over all",
      sql: "select sum(spend), sum(ad_sales), sum(clicks), sum(impressions) from ads",
      keyCount: 0, reads: (["spend", "ad_sales", "clicks", "impressions"], [], 0)),
    BenchQuestion(
      id: "q6", title: "by site, store, month",
      text: "ad_spend, ad_sales, clicks, impressions by site, store, month over all",
      sql: """
        select site, store, date_trunc('month', date) as month, sum(spend), sum(ad_sales),
          sum(clicks), sum(impressions)
        from ads group by all
        """, keyCount: 3,
      reads: (["site", "store", "spend", "ad_sales", "clicks", "impressions"], [], 0)),
    // `top 10` would rank the sites: pairs are ranked by an order and a limit.
    BenchQuestion(
      id: "q7", title: "top 10 of SKU and site",
      text: "ad_spend, ad_sales by sku, site over all sort by ad_spend desc limit 10",
      sql: """
        select sku, site, sum(spend) as spend, sum(ad_sales) from ads
        group by all order by spend desc, sku, site limit 10
        """, keyCount: 2),
    BenchQuestion(
      id: "drill", title: "ads, orders, traffic by site, month",
      text: "ad_spend, ordered_sales, sessions by site, month over all",
      sql: """
        select site, month, coalesce(spend, 0), coalesce(amount, 0), coalesce(sessions, 0)
        from (select site, date_trunc('month', date) as month, sum(spend) as spend from ads
            group by all)
          full join (select site, date_trunc('month', date) as month, sum(amount) as amount
            from orders group by all) using (site, month)
          full join (select site, date_trunc('month', date) as month, sum(sessions) as sessions
            from traffic group by all) using (site, month)
        """, keyCount: 2),
    BenchQuestion(
      id: "distinct", title: "distinct orders by site, month",
      text: "count(distinct orders.order_id) as orders_placed by site, month over all",
      sql: """
        select site, date_trunc('month', date) as month, count(distinct order_id) from orders
        group by all
        """, keyCount: 2),
    BenchQuestion(
      id: "median", title: "median spend by store",
      text: "median(ads.spend) as middle_spend by store over all",
      sql: "select store, median(spend) from ads group by store", keyCount: 1),
    BenchQuestion(
      id: "stock", title: "closing stock by SKU, week",
      text: "closing(sum(stock.units)) as units_left by sku, week over 2025-10-13 to 2026-01-11",
      sql: """
        select sku, date_trunc('week', date) as week, sum(units) from stock
        where date between '2025-10-13' and '2026-01-11' and dayofweek(date) = 0 group by all
        """, keyCount: 2),
    BenchQuestion(
      id: "rolling", title: "rolling 28 days by day",
      text: "ad_sales[rolling 28 days] as rolling_sales by day over 2025-01-13 to 2026-01-11",
      sql: """
        select date as day, rolling from (
          select date, sum(sales) over (order by date range between interval 27 days preceding
            and current row) as rolling
          from (select date, sum(ad_sales) as sales from ads group by date))
        where date between '2025-01-13' and '2026-01-11'
        """, keyCount: 1),
    BenchQuestion(
      id: "yoy", title: "year on year by week",
      text: "ad_sales, ad_sales[1 year ago] as a_year_ago by week over 2025-01-13 to 2026-01-11",
      sql: """
        with weeks as (
          select date_trunc('week', date) as week, sum(ad_sales) as sales from ads group by all)
        select now.week as week, now.sales, earlier.sales
        from weeks now left join weeks earlier on earlier.week = now.week - interval 364 days
        where now.week between '2025-01-13' and '2026-01-05'
        """, keyCount: 1),
    BenchQuestion(
      id: "others", title: "top 10 per store with others",
      text: "ad_sales by store, sku top 10 sku per store by ad_sales with others over all",
      sql: """
        with sums as (select store, sku, sum(ad_sales) as sales from ads group by all),
          ranks as (select *, row_number() over (partition by store order by sales desc, sku)
            as place from sums)
        select store, case when place <= 10 then sku else '(others)' end as name, sum(sales)
        from ranks group by all
        """, keyCount: 2),
  ]
}
