// Questions answered with rows and loops and nothing else: what the engine has to agree with.

struct PlainQuestion {
  struct Metric: Sendable {
    let text: String
    /// Of the rows of a line, in a bucket that the source covers; empty where it is blank.
    let value: @Sendable ([MadeRow]) -> Expected
  }

  /// An exact decimal to the letter, a quotient to the bit, or blank.
  enum Expected: Equatable {
    case exact(String)
    case quotient(Double)
    case blank

    func matches(_ cell: String) -> Bool {
      switch self {
      case .exact(let text): cell == text
      case .quotient(let number): Double(cell) == number
      case .blank: cell.isEmpty
      }
    }
  }

  struct Filter: Sendable {
    let text: String
    let holds: @Sendable (MadeRow) -> Bool
  }

  enum Group: String { case shop, kind, day, week, month }

  struct Period: Sendable {
    let text: String
    /// Days after 2026-01-01.
    let days: ClosedRange<Int>
  }

  var metrics: [Metric]
  var filter: Filter?
  var groups: [Group]
  var period: Period?

  var text: String {
    var text = metrics.enumerated().map { "\($0.element.text) as m\($0.offset)" }
      .joined(separator: ", ")
    if !groups.isEmpty { text += " by " + groups.map(\.rawValue).joined(separator: ", ") }
    if let filter { text += " where \(filter.text)" }
    if let period { text += " over \(period.text)" }
    return text
  }
}

extension PlainQuestion {
  /// The lines of the answer: what they are about, and a value for each metric.
  func answer(_ rows: [MadeRow]) -> [[String]: [Expected]] {
    let dated = rows.compactMap(\.day)
    guard let first = dated.min(), let last = dated.max() else { return [:] }
    let days = period?.days ?? first...last
    let takesUndated = period == nil && !groups.contains { $0.isGrain }
    let kept = rows.filter { row in
      guard filter?.holds(row) ?? true else { return false }
      return row.day.map { days.contains($0) } ?? takesUndated
    }

    // Each group that has a row gets a line for each step of the period.
    var members: [[String]] = []
    for row in kept {
      let names = groups.filter { !$0.isGrain }.map { $0.name(of: row) }
      if !members.contains(names) { members.append(names) }
    }
    if groups.allSatisfy(\.isGrain) { members = [[]] }
    var result: [[String]: [Expected]] = [:]
    for member in members {
      for bucket in buckets(of: days) {
        let own = kept.filter { row in
          groups.filter { !$0.isGrain }.map { $0.name(of: row) } == member
            && (row.day.map { bucket.days.contains($0) } ?? takesUndated)
        }
        let isCovered = bucket.days.overlaps(first...last)
        var names = member
        for (place, group) in groups.enumerated() where group.isGrain {
          names.insert(bucket.name, at: place)
        }
        result[names] = metrics.map { isCovered ? $0.value(own) : .blank }
      }
    }
    return result
  }

  private func buckets(of days: ClosedRange<Int>) -> [(name: String, days: ClosedRange<Int>)] {
    guard let grain = groups.first(where: \.isGrain) else { return [("", days)] }
    var result: [(name: String, days: ClosedRange<Int>)] = []
    for day in days {
      let step = grain.step(of: day)
      if result.last?.name == step.name { continue }
      result.append((step.name, step.days.clamped(to: days)))
    }
    return result
  }

  static let metrics: [Metric] = [
    Metric(text: "rows(made)") { .exact("\($0.count)") },
    Metric(text: "count(made.units)") { .exact("\($0.compactMap(\.units).count)") },
    Metric(text: "count(distinct made.buyer)") { .exact("\(Set($0.compactMap(\.buyer)).count)") },
    Metric(text: "sum(made.units)") { .exact("\($0.compactMap(\.units).reduce(0, +))") },
    Metric(text: "sum(made.price)") {
      .exact(MadeRows.decimal($0.compactMap(\.price).reduce(0, +), places: 2))
    },
    Metric(text: "sum(made.units * made.price)") { rows in
      let products = rows.compactMap { row in
        row.units.flatMap { units in row.price.map { units * $0 } }
      }
      return .exact(MadeRows.decimal(products.reduce(0, +), places: 2))
    },
    Metric(text: "min(made.price)") {
      $0.compactMap(\.price).min().map { .exact(MadeRows.decimal($0, places: 2)) } ?? .blank
    },
    Metric(text: "max(made.units)") {
      $0.compactMap(\.units).max().map { .exact("\($0)") } ?? .blank
    },
    Metric(text: "avg(made.price)") { rows in
      let prices = rows.compactMap(\.price)
      if prices.isEmpty { return .blank }
      return .quotient(Double(prices.reduce(0, +)) / Double(100 * prices.count))
    },
    Metric(text: "median(made.price)") { rows in
      let prices = rows.compactMap(\.price).sorted()
      if prices.isEmpty { return .blank }
      let middle = prices[(prices.count - 1) / 2] + prices[prices.count / 2]
      return .exact(MadeRows.decimal(middle * 5, places: 3))
    },
    Metric(text: "(sum(made.price) / sum(made.units))") { rows in
      let units = rows.compactMap(\.units).reduce(0, +)
      if units == 0 { return .blank }
      return .quotient(Double(rows.compactMap(\.price).reduce(0, +)) / Double(100 * units))
    },
  ]

  static let filters: [Filter] = [
    Filter(text: #"shop = "A""#) { $0.shop == "A" },
    Filter(text: #"shop != "A""#) { $0.shop != "A" },
    Filter(text: #"not shop = "B""#) { $0.shop != "B" },
    Filter(text: #"shop in ("A", "C")"#) { ["A", "C"].contains($0.shop) },
    Filter(text: #"shop not in ("A", "C")"#) { !["A", "C"].contains($0.shop) },
    Filter(text: "shop is missing") { $0.shop == nil },
    Filter(text: "not units > 2") { !($0.units.map { $0 > 2 } ?? false) },
    Filter(text: "units <= 3") { $0.units.map { $0 <= 3 } ?? false },
    Filter(text: "units != 2") { $0.units != 2 },
    Filter(text: "price between 1 and 12.5") { $0.price.map { 100...1250 ~= $0 } ?? false },
    Filter(text: "price >= 0.015") { $0.price.map { $0 >= 2 } ?? false },
    Filter(text: #"kind like "X*""#) { $0.kind?.hasPrefix("x") ?? false },
    Filter(text: #"kind not like "?""#) { $0.kind?.count != 1 },
    Filter(text: #"(shop = "A" or units >= 4)"#) { row in
      row.shop == "A" || row.units.map { $0 >= 4 } ?? false
    },
    Filter(text: #"shop != "D" and units is not missing"#) { $0.shop != "D" && $0.units != nil },
    Filter(text: "units * price > 20") { row in
      row.units.flatMap { units in row.price.map { units * $0 > 2000 } } ?? false
    },
  ]

  static let groupings: [[Group]] = [
    [], [.shop], [.kind, .shop], [.month], [.shop, .month], [.week], [.week, .kind], [.day],
  ]

  static let periods: [Period] = [
    Period(text: "2026-02", days: Dates.days(ofMonth: 1)),
    Period(text: "2026-W05", days: Dates.days(ofWeek: 4)),
    Period(text: "2026-01-25 to 2026-03-10", days: 24...68),
    Period(text: "2026-Q1", days: 0...89),
    Period(text: "2026-04-15 to 2026-04-30", days: 104...119),
  ]

  static func random(_ random: inout SplitMix) -> PlainQuestion {
    PlainQuestion(
      metrics: (0..<Int.random(in: 1...4, using: &random)).map { _ in random.pick(metrics) },
      filter: random.happens(oneIn: 3) ? nil : random.pick(filters),
      groups: random.pick(groupings),
      period: random.happens(oneIn: 2) ? nil : random.pick(periods))
  }
}

extension PlainQuestion.Group {
  var isGrain: Bool {
    switch self {
    case .shop, .kind: false
    case .day, .week, .month: true
    }
  }

  func name(of row: MadeRow) -> String {
    switch self {
    case .shop: row.shop ?? ""
    case .kind: row.kind ?? ""
    case .day, .week, .month: ""
    }
  }

  func step(of day: Int) -> (name: String, days: ClosedRange<Int>) {
    switch self {
    case .week:
      let week = Dates.week(day)
      return ("2026-W\(Dates.two(week + 1))", Dates.days(ofWeek: week))
    case .month:
      let month = Dates.month(day)
      return ("2026-\(Dates.two(month + 1))", Dates.days(ofMonth: month))
    case .day, .shop, .kind: return (Dates.text(day), day...day)
    }
  }
}
