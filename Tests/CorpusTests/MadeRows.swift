// Rows of a made-up source, as a file and as values in memory.

struct MadeRow: Equatable, Sendable {
  /// Days after 2026-01-01, at most 119; a few rows have none.
  var day: Int?
  var shop: String?
  var kind: String?
  var buyer: String?
  var units: Int?
  /// In hundredths.
  var price: Int?
}

enum MadeRows {
  static func make(_ count: Int, seed: UInt64) -> [MadeRow] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in
      MadeRow(
        day: random.happens(oneIn: 30) ? nil : Int.random(in: 9...105, using: &random),
        shop: random.happens(oneIn: 8) ? nil : random.pick(["A", "B", "C", "D"]),
        kind: random.happens(oneIn: 8) ? nil : random.pick(["x one", "x two", "Y", "z"]),
        buyer: random.happens(oneIn: 8) ? nil : "u\(Int.random(in: 1...40, using: &random))",
        units: random.happens(oneIn: 6) ? nil : Int.random(in: -1...5, using: &random),
        price: random.happens(oneIn: 6) ? nil : Int.random(in: -300...2000, using: &random))
    }
  }

  static func csv(_ rows: some Sequence<MadeRow>) -> String {
    var text = "day,shop,kind,buyer,units,price\n"
    for row in rows {
      let cells = [
        row.day.map(Dates.text), row.shop, row.kind, row.buyer, row.units.map(String.init),
        row.price.map { decimal($0, places: 2) },
      ]
      text += cells.map { $0 ?? "" }.joined(separator: ",") + "\n"
    }
    return text
  }

  /// `value / 10^places` without zeros at the end.
  static func decimal(_ value: Int, places: Int) -> String {
    var digits = String(value.magnitude)
    if places > 0 {
      digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
      while digits.last == "0" { digits.removeLast() }
      if digits.last == "." { digits.removeLast() }
    }
    return (value < 0 ? "-" : "") + digits
  }
}

/// The first 120 days of 2026, counted from 0.
enum Dates {
  private static let monthLengths = [31, 28, 31, 30]

  static func month(_ day: Int) -> Int {
    var rest = day
    var month = 0
    while rest >= monthLengths[month] {
      rest -= monthLengths[month]
      month += 1
    }
    return month
  }

  /// The first and last day of a month, 0 being January.
  static func days(ofMonth month: Int) -> ClosedRange<Int> {
    let first = monthLengths[..<month].reduce(0, +)
    return first...first + monthLengths[month] - 1
  }

  /// 2026-01-01 is the Thursday of the first week.
  static func week(_ day: Int) -> Int { (day + 3) / 7 }

  static func days(ofWeek week: Int) -> ClosedRange<Int> { 7 * week - 3...7 * week + 3 }

  static func text(_ day: Int) -> String {
    let month = month(day)
    return "2026-\(two(month + 1))-\(two(day - days(ofMonth: month).lowerBound + 1))"
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
