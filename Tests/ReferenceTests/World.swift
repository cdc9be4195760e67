// Made-up sources, and what their files and definitions look like to the product.
import KepiColumns

struct Link: Equatable {
  let column: String
  let target: String
  let targetColumn: String
}

struct Source {
  let name: String
  let columns: [String]
  var rows: [[String: Cell]]
  var time: String?
  /// How the definition names the column of time, where it is another source's.
  var timeText: String?
  var key: [String] = []
  var links: [Link] = []
  /// Columns of the first and last day of a row, and whether the last day is included.
  var valid: (from: String, until: String, includesLast: Bool)?
  /// A money column, and the column that names its currency or else the currency itself.
  var money: (column: String, currencyColumn: String?, currency: String)?
  /// A row stands for all days of the month that its day lies in.
  var isByMonth = false
  /// Months are written as such, `2026-07`, and not as a day beside `grain: month`.
  var writesMonths = false
  /// The days covered, as said by hand.
  var covers: ClosedRange<Int>?
  /// Coverage is counted for each value of this column by itself.
  var coverage: String?

  /// The first day of a row, where it has one.
  func day(of row: Int) -> Int? {
    guard let time, case .day(let day)? = rows[row][time] else { return nil }
    return day
  }

  /// The days that a row stands for.
  func days(of row: Int) -> ClosedRange<Int>? {
    guard let day = day(of: row) else { return nil }
    return isByMonth ? Steps.months(from: Steps.monthIndex(of: day), count: 1) : day...day
  }

  /// The days that a source covers: as said by hand, or from the first to the last of its rows.
  func days(where isCounted: (Int) -> Bool = { _ in true }) -> ClosedRange<Int>? {
    if let covers { return covers }
    let days = rows.indices.filter(isCounted).compactMap { self.days(of: $0) }
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else {
      return nil
    }
    return first...last
  }

  func currency(of row: [String: Cell], column: String) -> String? {
    guard let money, money.column == column else { return nil }
    if let currencyColumn = money.currencyColumn { return row[currencyColumn]?.text }
    return money.currency
  }

  var csv: String { csv(of: rows[...]) }

  /// The rows in several files, each with the header.
  func csv(inParts count: Int) -> [String] {
    let size = max(1, (rows.count + count - 1) / count)
    return stride(from: 0, to: max(1, rows.count), by: size).map { start in
      csv(of: rows[start..<min(rows.count, start + size)])
    }
  }

  private func csv(of rows: ArraySlice<[String: Cell]>) -> String {
    var text = columns.joined(separator: ",") + "\n"
    for row in rows {
      text += columns.map { fieldText(row[$0] ?? .blank, column: $0) }.joined(separator: ",") + "\n"
    }
    return text
  }

  private func fieldText(_ cell: Cell, column: String) -> String {
    if writesMonths, column == time { return String(cell.text.prefix(7)) }
    guard case .number(let value, _) = cell, value.denominator != 1 else { return cell.text }
    // Two decimals are all that the made-up files have.
    let hundredths = value * Fraction(100)
    let magnitude = hundredths.numerator.magnitude
    return (value < .zero ? "-" : "") + "\(magnitude / 100)."
      + padded(Int(magnitude % 100), 2)
  }

  var definition: String {
    var entries: [String] = []
    if !key.isEmpty { entries.append("key: " + key.joined(separator: ", ")) }
    if let time { entries.append("time: \(timeText ?? time)") }
    for link in links {
      entries.append("link: \(link.column) to \(link.target).\(link.targetColumn)")
    }
    if let valid {
      entries.append("valid: \(valid.from) \(valid.includesLast ? "to" : "before") \(valid.until)")
    }
    if let money {
      entries.append("money: \(money.column) in \(money.currencyColumn ?? money.currency)")
    }
    if isByMonth, !writesMonths { entries.append("grain: month") }
    if let covers {
      let (first, last) = (Day(number: covers.lowerBound), Day(number: covers.upperBound))
      entries.append("covers: \(first.text) to \(last.text)")
    }
    if let coverage { entries.append("coverage: \(coverage)") }
    return "source \(name) from \"\(name).csv\" { \(entries.joined(separator: "; ")) }"
  }
}

/// Rates against one currency.
struct Rates {
  let name: String
  let base: String
  /// A rate tells what one of the base is in the currency, not what one of the currency is worth.
  let isUnitsPerBase: Bool
  /// Days without a rate take the last one before.
  let takesPrevious: Bool
  let rows: [(day: Int, currency: String, rate: Fraction)]

  var csv: String {
    rows.reduce(into: "date,currency,rate\n") { text, row in
      let hundredths = row.rate * Fraction(100)
      let (whole, part) = hundredths.numerator.quotientAndRemainder(dividingBy: 100)
      text += "\(Day(number: row.day).text),\(row.currency),\(whole).\(padded(Int(part), 2))\n"
    }
  }

  var definition: String {
    let way = isUnitsPerBase ? "units_per_base" : "base_per_unit"
    return "fx \(name) from \"\(name).csv\" { base: \(base); \(way): rate;"
      + " gaps: \(takesPrevious ? "previous" : "blank") }"
  }
}

/// What a metric should be, for one group and one period.
struct Goal {
  let metric: String
  /// Dimensions and their values.
  let conditions: [String: String]
  let unit: Unit
  let first: Int
  let value: Int
  /// Said in a file and not in the script.
  let isInFile: Bool

  static let dimensions = ["shop", "article"]

  var days: ClosedRange<Int> { Steps().range(of: unit, holding: first) }
  private var period: String { Steps().name(of: unit, first: days.lowerBound).text }

  var record: String {
    "\(metric)," + Goal.dimensions.map { (conditions[$0] ?? "") + "," }.joined()
      + "\(period),\(value)\n"
  }

  var definition: String {
    let parts = conditions.sorted { $0.key < $1.key }.map { "\($0.key) = \"\($0.value)\"" }
    let filter = parts.isEmpty ? "" : " where " + parts.joined(separator: " and ")
    let isMoney = metric == "turnover" || metric == "spend"
    return "target \(metric) >= \(value)\(isMoney ? " EUR" : "")\(filter) over \(period)"
  }
}

struct World {
  var sources: [Source]
  var weekStartsOnSunday: Bool
  var rates: [Rates] = []
  var goals: [Goal] = []
  /// Metrics, dimensions, segments, lets, params and periods, in the language.
  var definitions: String

  func source(_ name: String) -> Source? { sources.first { $0.name == name } }

  var steps: Steps { Steps(weekStartsOnSunday: weekStartsOnSunday) }

  /// As the definitions describe them.
  var calendars: [String: Steps] {
    [
      "retail": Steps(firstMonth: 2, pattern: [4, 4, 5]),
      "fiscal": Steps(weekStartsOnSunday: weekStartsOnSunday, firstMonth: 4),
      "ended": Steps(weekStartsOnSunday: weekStartsOnSunday, firstMonth: 7, isNamedByEnd: true),
      "american": Steps(weekStartsOnSunday: true),
    ]
  }

  static let calendarDefinitions = """
    calendar retail { pattern: "4-4-5"; year_start: "nearest monday to 02-01"; week_start: monday }
    calendar fiscal { year_start: "04-01" }
    calendar ended { year_start: "07-01"; year_named: end }
    calendar american { week_start: sunday }
    """

  var script: String {
    let written = goals.filter { !$0.isInFile }.map(\.definition)
    let lines =
      sources.map(\.definition) + rates.map(\.definition) + [definitions]
      + [World.calendarDefinitions] + written
      + (written.count < goals.count ? ["target from \"goals.csv\""] : [])
      + (weekStartsOnSunday ? ["set week_start sunday"] : [])
    return lines.joined(separator: "\n") + "\n"
  }

  var files: [(name: String, text: String)] {
    let filed = goals.filter(\.isInFile)
    let header = "metric," + Goal.dimensions.map { $0 + "," }.joined() + "period,value\n"
    return sources.map { ("\($0.name).csv", $0.csv) } + rates.map { ("\($0.name).csv", $0.csv) }
      + (filed.isEmpty ? [] : [("goals.csv", header + filed.map(\.record).joined())])
  }
}
