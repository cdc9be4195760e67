// The made-up shops of the lessons: two stores, three sites, two currencies, March and April 2026.

/// The files that lessons ask about, in the forms of real exports. Everything hangs on whole-number
/// rules of day, site and product, so that the files are the same bytes wherever they are made.
package enum LessonData {
  /// Paths and texts. Made when first asked for.
  package static let files: [(path: String, text: String)] = shops.flatMap(\.files) + tables

  /// What loads them, and the targets that the lessons speak of.
  package static let script = """
    load "{store}/{site}"
    load "costs.csv"
    load "products.csv"
    load "rates.csv"
    load "overheads.csv"
    load "health-nord.csv" with store = "Nord", date = 2026-04-30
    load "health-pacific.csv" with store = "Pacific", date = 2026-04-30
    target acos <= 25% where store = "Nord" over 2026-04
    target acos <= 40% where store = "Pacific" over 2026-04
    target gross_sales >= 4_200 EUR where store = "Nord" over 2026-04
    target gross_sales >= 3_500 USD where store = "Pacific" over 2026-04
    """

  /// 1 March to 30 April 2026.
  static let days: [LessonDay] =
    (1...31).map { LessonDay(month: 3, day: $0) } + (1...30).map { LessonDay(month: 4, day: $0) }

  static let shops = [
    LessonShop(
      store: "Nord", site: "DE", channel: "Amazon.de", currency: "EUR", taxPercent: 19,
      ordersADay: 3, products: [0, 1], sessionsPerOrder: 11, clicksADay: 14, centsAClick: 52,
      clicksPerAdOrder: 12, growsInApril: false),
    LessonShop(
      store: "Nord", site: "FR", channel: "Amazon.fr", currency: "EUR", taxPercent: 20,
      ordersADay: 2, products: [1, 2], sessionsPerOrder: 8, clicksADay: 9, centsAClick: 38,
      clicksPerAdOrder: 7, growsInApril: true),
    LessonShop(
      store: "Pacific", site: "US", channel: "Amazon.com", currency: "USD", taxPercent: 0,
      ordersADay: 4, products: [3, 4], sessionsPerOrder: 9, clicksADay: 18, centsAClick: 61,
      clicksPerAdOrder: 10, growsInApril: false),
  ]

  static let products = [
    LessonProduct(sku: "NO-LAMP", asin: "B0LESSON01", cents: 2499, cost: 820, currency: "EUR"),
    LessonProduct(sku: "NO-MUG", asin: "B0LESSON02", cents: 1599, cost: 410, currency: "EUR"),
    LessonProduct(sku: "NO-TENT", asin: "B0LESSON03", cents: 4999, cost: 1990, currency: "EUR"),
    LessonProduct(sku: "PA-BAG", asin: "B0LESSON04", cents: 2950, cost: 900, currency: "USD"),
    LessonProduct(sku: "PA-MAT", asin: "B0LESSON05", cents: 1850, cost: 640, currency: "USD"),
  ]

  /// No lamps could be sold on these days, since none were there.
  static let lampless = (month: 4, days: 10...15)

  private static var tables: [(path: String, text: String)] {
    let costs = products.map {
      "\($0.sku),\($0.currency),\(money($0.cost)),2026-01-01,"
    }
    let stages = ["mature", "growth", "launch", "mature", "growth"]
    let owners = ["Lin", "Lin", "Wang", "Chen", "Chen"]
    let categories = ["Home", "Kitchen", "Outdoor", "Travel", "Sport"]
    let list = products.indices.map { place in
      "\(products[place].sku),\(products[place].sku.dropFirst(3).lowercased()),"
        + "\(categories[place]),Kepi,\(owners[place]),\(stages[place]),"
        + "\(products[place].currency),\(money(products[place].cents)),2026-01-01,"
    }
    let rates = days.map { day in
      "\(day.text),\(day.month == 3 ? "1.0800" : "1.1000"),160.00,1.9558,N/A,0.8500,N/A,"
    }
    let overheads = ["2026-03", "2026-04"].flatMap { month in
      [
        "\(month),Nord,payroll,office,EUR,300.00", "\(month),Nord,software,office,EUR,49.00",
        "\(month),Pacific,payroll,office,USD,350.00",
      ]
    }
    return [
      ("costs.csv", lines(["sku,currency,landed_cost,valid_from,valid_before"] + costs)),
      (
        "products.csv",
        lines(
          [
            "sku,product,category,brand,owner,stage,currency,list_price,valid_from,valid_before"
          ] + list)
      ),
      ("rates.csv", lines(["Date,USD,JPY,BGN,CYP,GBP,RUB,"] + rates)),
      (
        "overheads.csv",
        lines(["cost_month,store,cost_type,department,currency,overhead"] + overheads)
      ),
      (
        "health-nord.csv",
        lines([
          health,
          row("A1PA6795UKMFR9", defects: 1, orders: 163, late: 9, cancelled: 2, rating: 216),
          row("A13V1IB3VIYZZH", defects: 3, orders: 120, late: 2, cancelled: 4, rating: 268),
        ])
      ),
      (
        "health-pacific.csv",
        lines([
          health, row("ATVPDKIKX0DER", defects: 1, orders: 480, late: 6, cancelled: 5, rating: 540),
        ])
      ),
    ]
  }

  private static let health =
    "marketplaceId,status,orderDefectRate.afn.orderWithDefects.count,"
    + "orderDefectRate.afn.claims.count,orderDefectRate.afn.chargebacks.count,"
    + "orderDefectRate.afn.negativeFeedback.count,orderDefectRate.afn.orderCount,"
    + "lateShipmentRate.lateShipmentCount,lateShipmentRate.orderCount,"
    + "preFulfillmentCancellationRate.cancellationCount,"
    + "preFulfillmentCancellationRate.orderCount,validTrackingRate.validTrackingCount,"
    + "validTrackingRate.shipmentCount,onTimeDeliveryRate.onTimeDeliveryCount,"
    + "onTimeDeliveryRate.shipmentCountWithValidTracking,"
    + "unitOnTimeDeliveryRate.unitOnTimeDeliveryCount,unitOnTimeDeliveryRate.totalUnitCount,"
    + "listingPolicyViolations.defectsCount,accountHealthRating.ahrStatus,"
    + "accountHealthRating.ahrScore"

  private static func row(
    _ marketplace: String, defects: Int, orders: Int, late: Int, cancelled: Int, rating: Int
  ) -> String {
    let own = orders / 2
    let numbers = [
      defects, 0, 0, defects, orders, late, own, cancelled, own, own - 2, own, own - 5, own - 2,
      orders - 8, orders, 1,
    ]
    return
      "\(marketplace),NORMAL,\(numbers.map(String.init).joined(separator: ",")),GREAT,\(rating)"
  }

  // MARK: Texts

  static func lines(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  /// Cents as an amount: `-1234` is `-12.34`.
  static func money(_ cents: Int) -> String {
    let size = cents.magnitude
    return (cents < 0 ? "-" : "") + "\(size / 100).\(padded(Int(size % 100)))"
  }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

struct LessonDay: Equatable {
  let month: Int
  let day: Int

  /// Days since 1 March.
  var number: Int { (month == 3 ? 0 : 31) + day - 1 }
  var text: String { "2026-\(LessonData.padded(month))-\(LessonData.padded(day))" }
  /// Noon by UTC is the same day at all sites.
  var noon: String { text + "T12:00:00+00:00" }
  /// 1 March 2026 is a Sunday.
  var isWeekend: Bool { number % 7 == 0 || number % 7 == 6 }
}

struct LessonProduct {
  let sku: String
  let asin: String
  /// The price with its tax, in cents of the shop.
  let cents: Int
  /// What a unit costs until it lies in the warehouse.
  let cost: Int
  let currency: String
}
