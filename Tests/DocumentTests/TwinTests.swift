// One report downloaded in two languages is one report.
import KepiShell
import Testing

struct TwinTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String]
    /// Every column of the source that it feeds, and what most people ask of it.
    let questions: [String]
    /// The figures for it, and the columns of the last question that give them.
    let figures: KeyValuePairs<String, String>
  }

  static let pairs = [
    Pair(
      testDescription: "advertised product, German and English",
      files: ["advertised-product-de.csv", "advertised-product-en.csv"],
      questions: [
        """
        rows(ads_by_product), sum(ads_by_product.ad_units_same_sku) as a,
          sum(ads_by_product.ad_units_other_sku) as b, sum(ads_by_product.ad_sales_same_sku) as c,
          sum(ads_by_product.ad_sales_other_sku) as d
          by day, store, site, currency, portfolio, campaign, ad_group, sku, asin
        """,
        "acos, cpc, ctr, cvr, roas by campaign, week",
        "ad_spend, ad_sales, ad_orders, ad_units, clicks, impressions by day, campaign, ad_group, sku",
        "ad_spend, ad_sales, ad_orders, ad_units, clicks, impressions",
      ],
      figures: [
        "ad_spend": "ad_spend", "ad_sales": "ad_sales", "ad_orders": "ad_orders",
        "ad_units": "ad_units", "clicks": "clicks", "impressions": "impressions",
      ]),
    Pair(
      testDescription: "business report, German and British",
      files: ["business-report-de.csv", "business-report-uk.csv"],
      questions: [
        """
        rows(traffic_by_day), sessions, units_ordered, ordered_product_sales,
          sum(traffic_by_day.order_items) as items, sum(traffic_by_day.sessions_b2b) as a,
          sum(traffic_by_day.units_ordered_b2b) as b, sum(traffic_by_day.order_items_b2b) as c,
          sum(traffic_by_day.ordered_product_sales_b2b) as d by day, store, site
        """,
        "unit_session_percentage by week",
        """
        rows(traffic_by_day) as days, sessions, units_ordered, ordered_product_sales,
          sum(traffic_by_day.order_items) as items
        """,
      ],
      figures: [
        "days": "days", "sessions": "sessions", "units": "units_ordered",
        "sales": "ordered_product_sales", "items": "items",
      ]),
  ]

  /// The answers over some of the files, loaded in this order as those of one store and site.
  private func answers(_ files: [String], _ pair: Pair) throws -> [String] {
    let loads = files.map { #"load "examples/twins/\#($0)" with store = "Nord", site = "DE""# }
    let run = Run.csv([], loads + pair.questions, readsInit: false)
    try #require(run.outcome == .success, "\(run.shown)")
    try #require(run.answers.count == pair.questions.count)
    return run.answers
  }

  @Test(arguments: pairs)
  func twinsGiveTheSameAnswers(_ pair: Pair) throws {
    let (first, second) = (pair.files[0], pair.files[1])
    let alone = try answers([first], pair)
    #expect(try answers([second], pair) == alone)
    // Together they count once, whichever comes last and however often.
    #expect(try answers([first, second], pair) == alone)
    #expect(try answers([second, first], pair) == alone)
    #expect(try answers([first, second, first], pair) == alone)

    let figures = try Figures.read()
    let total = try #require(alone.last)
    let row = try #require(AnswerTable(csv: total).rows.first)
    for (name, column) in pair.figures {
      #expect(row[column]?.canonicalNumber == figures.leaves["twins/twins/\(first)/\(name)"])
    }
    #expect(figures[below: "twins/twins/\(first)"].count == pair.figures.count)
  }

  /// Columns, kinds and units: what `describe` and `show loads` say of each.
  @Test(arguments: pairs)
  func twinsBecomeTheSameTable(_ pair: Pair) throws {
    let tables = try pair.files.map { file in
      let load = #"load "examples/twins/\#(file)" with store = "Nord", site = "DE""#
      let source = file.hasPrefix("advertised") ? "ads_by_product" : "traffic_by_day"
      let run = Run.csv([], [load, "show loads", "describe \(source)"], readsInit: false)
      try #require(run.outcome == .success, "\(run.shown)")
      return run.answers.joined().replacing(file, with: "twin.csv")
    }
    #expect(tables[0] == tables[1])
    #expect(tables[0].contains("twin.csv"))
  }
}
