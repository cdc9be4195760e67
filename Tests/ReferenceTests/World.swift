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
  var key: [String] = []
  var links: [Link] = []
  /// Columns of the first and last day of a row, and whether the last day is included.
  var valid: (from: String, until: String, includesLast: Bool)?
  /// A money column, and the column that names its currency or else the currency itself.
  var money: (column: String, currencyColumn: String?, currency: String)?

  /// The first and last day of the rows, where any has one.
  func days(until limit: Int?) -> ClosedRange<Int>? {
    guard let time else { return nil }
    let days = rows.compactMap { row -> Int? in
      guard case .day(let day)? = row[time], day <= limit ?? Int.max else { return nil }
      return day
    }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }

  func currency(of row: [String: Cell], column: String) -> String? {
    guard let money, money.column == column else { return nil }
    if let currencyColumn = money.currencyColumn { return row[currencyColumn]?.text }
    return money.currency
  }

  var csv: String {
    var text = columns.joined(separator: ",") + "\n"
    for row in rows {
      text += columns.map { fieldText(row[$0] ?? .blank, column: $0) }.joined(separator: ",") + "\n"
    }
    return text
  }

  private func fieldText(_ cell: Cell, column: String) -> String {
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
    if let time { entries.append("time: \(time)") }
    for link in links { entries.append("link: \(link.column) to \(link.target).\(link.targetColumn)") }
    if let valid {
      entries.append("valid: \(valid.from) \(valid.includesLast ? "to" : "before") \(valid.until)")
    }
    if let money {
      entries.append("money: \(money.column) in \(money.currencyColumn ?? money.currency)")
    }
    return "source \(name) from \"\(name).csv\" { \(entries.joined(separator: "; ")) }"
  }
}

struct World {
  var sources: [Source]
  var weekStartsOnSunday: Bool
  /// Metrics, dimensions, segments, lets, params and periods, in the language.
  var definitions: String

  func source(_ name: String) -> Source? { sources.first { $0.name == name } }

  var script: String {
    sources.map(\.definition).joined(separator: "\n") + "\n" + definitions
      + (weekStartsOnSunday ? "\nset week_start sunday\n" : "\n")
  }
}
