// The data that is asked about: exports of the shape that sellers have, the same ones on every run.
import Glibc

/// Two years of days, 40 stores, 18 sites, 20,000 SKUs with a long tail, 5,000 campaigns.
struct BenchData {
  let rowCount: Int
  let folder: String

  static let firstDay = 19736  // 2024-01-14
  static let dayCount = 730
  private static let sites = [
    "US", "CA", "MX", "BR", "UK", "DE", "FR", "IT", "ES", "NL", "SE", "PL", "BE", "TR", "AE", "SA",
    "JP", "AU",
  ]
  private static let adTypes = ["SP", "SB", "SD"]

  /// Sums of the written ads, in cents and pieces: what the answers must come to.
  struct Totals: Equatable, Sendable {
    var spend = 0
    var sales = 0
    var clicks = 0
    var impressions = 0
  }

  /// The workspace that the exports are asked in.
  static func workspace(_ names: [String]) -> String {
    names.map { "source \($0) from \"\($0).csv\" { time: date }\n" }.joined() + """
      metric ad_spend = sum(ads.spend)
      metric ad_sales = sum(ads.ad_sales)
      metric acos = ad_spend / ad_sales
      metric clicks = sum(ads.clicks)
      metric impressions = sum(ads.impressions)

      """
      + (names.contains("orders")
        ? """
        metric ordered_sales = sum(orders.amount)
        metric sessions = sum(traffic.sessions)

        """ : "")
  }

  /// Writes the exports, those alone that are not there yet. Gives the totals of the ads.
  func write() throws(BenchFailure) -> Totals {
    let totalsPath = folder + "/totals"
    if let known = try? readText(totalsPath), let totals = Totals(text: known) { return totals }
    let totals = try writeAds()
    try writeOrders()
    try writeTraffic()
    try writeStock()
    let all = ["ads", "orders", "traffic", "stock"]
    try writeText(Self.workspace(all), to: folder + "/workspace.kepi")
    try writeText(Self.workspace(["ads"]), to: folder + "/ads.kepi")
    // Last, so that what was broken off is written anew.
    try writeText(totals.text, to: totalsPath)
    return totals
  }

  private func writeAds() throws(BenchFailure) -> Totals {
    var random = Random(seed: 7)
    var totals = Totals()
    let file = try TextWriter(folder + "/ads.csv")
    file.append(
      "date,store,site,sku,campaign,ad_type,impressions,clicks,spend,ad_sales,ad_orders\n")
    for row in 0..<rowCount {
      let impressions = 340 + random.below(60) + random.below(60)
      let clicks = random.below(9) * random.below(9) / 8
      let spend = clicks * (30 + random.below(170))
      let orders = clicks / 2 * random.below(10) / 9
      let sales = orders * (800 + random.below(5200))
      totals.impressions += impressions
      totals.clicks += clicks
      totals.spend += spend
      totals.sales += sales
      appendPlace(row, of: rowCount, &random, to: file)
      file.append(",SKU-")
      file.append(random.rank(of: 20_000), width: 6)
      file.append(",Campaign ")
      file.append(random.below(5000))
      file.append(",")
      file.append(Self.adTypes[random.below(3)])
      file.append(",")
      file.append(impressions)
      file.append(",")
      file.append(clicks)
      file.append(",")
      file.append(cents: spend)
      file.append(",")
      file.append(cents: sales)
      file.append(",")
      file.append(orders)
      file.append("\n")
    }
    try file.close()
    return totals
  }

  /// A quarter as many lines as ads; two of three orders have one line, the others two.
  private func writeOrders() throws(BenchFailure) {
    var random = Random(seed: 11)
    let file = try TextWriter(folder + "/orders.csv")
    file.append("date,store,site,order_id,sku,units,amount\n")
    let count = max(1, rowCount / 4)
    for row in 0..<count {
      appendPlace(row, of: count, &random, to: file)
      // Every fourth line is the second one of the order before.
      file.append(",R-")
      file.append((row - row / 4) * 7, width: 10)
      file.append(",SKU-")
      file.append(random.rank(of: 20_000), width: 6)
      file.append(",")
      file.append(1 + random.below(3))
      file.append(",")
      file.append(cents: 500 + random.below(9000))
      file.append("\n")
    }
    try file.close()
  }

  private func writeTraffic() throws(BenchFailure) {
    var random = Random(seed: 13)
    let file = try TextWriter(folder + "/traffic.csv")
    file.append("date,store,site,sku,sessions,page_views\n")
    let count = max(1, rowCount / 10)
    for row in 0..<count {
      appendPlace(row, of: count, &random, to: file)
      let sessions = random.below(200)
      file.append(",SKU-")
      file.append(random.rank(of: 20_000), width: 6)
      file.append(",")
      file.append(sessions)
      file.append(",")
      file.append(sessions + random.below(100))
      file.append("\n")
    }
    try file.close()
  }

  /// What is left of each of some SKUs on every day.
  private func writeStock() throws(BenchFailure) {
    var random = Random(seed: 17)
    let file = try TextWriter(folder + "/stock.csv")
    file.append("date,sku,units\n")
    let skuCount = min(20_000, max(10, rowCount / 2000))
    for day in 0..<Self.dayCount {
      for sku in 1...skuCount {
        file.append(DayText.text(Self.firstDay + day))
        file.append(",SKU-")
        file.append(sku, width: 6)
        file.append(",")
        file.append(random.below(500))
        file.append("\n")
      }
    }
    try file.close()
  }

  /// Day, store and site of a row. Exports come in order of day.
  private func appendPlace(
    _ row: Int, of count: Int, _ random: inout Random, to file: TextWriter
  ) {
    file.append(DayText.text(Self.firstDay + row * Self.dayCount / count))
    file.append(",store-")
    file.append(random.below(40), width: 2)
    file.append(",")
    file.append(Self.sites[random.below(18)])
  }
}

extension BenchData.Totals {
  fileprivate var text: String { "\(spend) \(sales) \(clicks) \(impressions)\n" }

  fileprivate init?(text: String) {
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard numbers.count == 4 else { return nil }
    (spend, sales, clicks, impressions) = (numbers[0], numbers[1], numbers[2], numbers[3])
  }
}

/// SplitMix64: small, fast, and the same everywhere.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to one less than `limit`.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// From 1 to `limit`: the first ranks are by far the most frequent.
  mutating func rank(of limit: Int) -> Int {
    // The tail of a power law with exponent 1.3; what lies beyond the last is spread over all.
    let unit = Double(next() >> 11) * 0x1p-53
    let rank = pow(1 - unit, -1 / 0.3)
    return rank < Double(limit) ? Int(rank) : 1 + below(limit)
  }
}

/// Days as exports write them, each made once.
private enum DayText {
  private static let texts: [String] = (0..<BenchData.dayCount).map {
    made(BenchData.firstDay + $0)
  }

  static func text(_ number: Int) -> String { texts[number - BenchData.firstDay] }

  /// From a count of days since 1970-01-01 (Hinnant, chrono-compatible date algorithms).
  private static func made(_ number: Int) -> String {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ part: Int) -> String { part < 10 ? "0\(part)" : "\(part)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
