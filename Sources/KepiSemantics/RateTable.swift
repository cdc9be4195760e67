// Exchange rates by day: what an amount of one currency is in another.
package import KepiColumns
package import KepiDiagnostics
import KepiSyntax

package struct RateTable: Equatable, Sendable {
  package enum Gaps: String, Sendable {
    /// The last rate before a day without one, as on weekends.
    case previous
    case blank
  }

  package let name: String
  /// ISO code of the currency that the rates are told in.
  package let base: String
  package let gaps: Gaps
  /// For each currency its days, ascending, and what one unit of it is worth in the base.
  private let worth: [String: [(day: Int, value: Double)]]

  package init(
    name: String, base: String, gaps: Gaps, worth: [(currency: String, day: Day, value: Double)]
  ) {
    self.name = name
    self.base = base
    self.gaps = gaps
    var byCurrency: [String: [(day: Int, value: Double)]] = [:]
    for rate in worth {
      byCurrency[rate.currency, default: []].append((rate.day.number, rate.value))
    }
    self.worth = byCurrency.mapValues { $0.sorted { $0.day < $1.day } }
  }

  /// The longest that a rate stands for days without one: over weekends and holidays, not for a
  /// currency that is no longer quoted.
  private static let longestGap = 10

  /// Of the units of each currency that one unit of the base buys, as central banks publish them.
  /// Where a currency has no rates for longer than holidays last while others have, it has none.
  package init(
    name: String, base: String, unitsPerBase: [(currency: String, day: Day, value: Double)]
  ) {
    let last = unitsPerBase.map(\.day.number).max() ?? 0
    var days: [String: [Int]] = [:]
    for rate in unitsPerBase { days[rate.currency, default: []].append(rate.day.number) }
    var worth = unitsPerBase.filter { $0.value > 0 }
      .map { (currency: $0.currency, day: $0.day, value: 1 / $0.value) }
    for (currency, quoted) in days {
      let quoted = quoted.sorted()
      for (day, next) in zip(quoted, quoted.dropFirst() + [last])
      where next - day > Self.longestGap {
        worth.append((currency, Day(number: day + Self.longestGap + 1), 0))
      }
    }
    self.init(name: name, base: base, gaps: .previous, worth: worth)
  }

  /// What one unit of a currency is in another on a day; `nil` where the table does not say.
  package func factor(from: String, to: String, on day: Day) -> Double? {
    if from == to { return 1 }
    guard let one = worth(of: from, on: day), let other = worth(of: to, on: day), other != 0 else {
      return nil
    }
    return one / other
  }

  package func knows(_ code: String) -> Bool { code == base || worth[code] != nil }

  private func worth(of code: String, on day: Day) -> Double? {
    if code == base { return 1 }
    guard let rates = worth[code] else { return nil }
    // The last rate on or before the day.
    var low = 0
    var high = rates.count
    while low < high {
      let middle = (low + high) / 2
      if rates[middle].day <= day.number { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let found = rates[low - 1]
    // Zero ends a currency that is no longer quoted.
    guard found.value > 0 else { return nil }
    return gaps == .previous || found.day == day.number ? found.value : nil
  }

  package static func == (left: RateTable, right: RateTable) -> Bool {
    left.name == right.name && left.base == right.base && left.gaps == right.gaps
      && left.worth.count == right.worth.count
      && left.worth.allSatisfy { code, rates in
        right.worth[code]?.elementsEqual(rates, by: ==) ?? false
      }
  }
}

/// What `in EUR` asks: every amount in one currency.
package struct Conversion: Equatable, Sendable {
  package let code: String
  package let table: RateTable
  /// One day's rate for all rows: `at 2026-08-31`. Without it each row has that of its own day.
  package let fixedDay: Day?

  package func factor(from code: String, on day: Day?) -> Double? {
    if code == self.code { return 1 }
    guard let day = fixedDay ?? day else { return nil }
    return table.factor(from: code, to: self.code, on: day)
  }

  /// For the receipt.
  package var text: Phrase {
    let rate =
      fixedDay.map { Phrase("at the rate of \($0.text)", zh: "都用 \($0.text) 的汇率") }
      ?? Phrase("each row at the rate of its day", zh: "每行用当天的汇率")
    return Phrase(
      "in \(code) by \(table.name), \(rate.english)",
      zh: "按 \(table.name) 折算成 \(code)，\(rate.chinese)")
  }
}

extension CurrencySyntax {
  /// The table and the day that a clause names.
  /// - Parameter lastDay: where the as-of day is written, no rate of a later day is read (R8a).
  func conversion(
    in model: Model, periods: PeriodResolver?, notAfter lastDay: Day?
  ) throws(Problem) -> Conversion {
    let code = self.code.text.uppercased()
    var table = model.rates.first
    var day: Day?
    switch rate {
    case nil: if model.rates.count > 1 { throw .severalRates(self.code, model.rates.map(\.name)) }
    case .table(let name):
      table = model.rates.first { NameFolding.key($0.name) == name.key }
      guard table != nil else {
        throw .unknownRates(
          name, closest: Spelling.closest(to: name.key, among: model.rates.map(\.name)))
      }
    case .point(let point):
      if model.rates.count > 1 { throw .severalRates(self.code, model.rates.map(\.name)) }
      day = try periods?.day(of: point)
      if let lastDay, let written = day { day = min(written, lastDay) }
    }
    guard let table else { throw .noRates(self.code) }
    guard table.knows(code) else { throw .rateUnknown(self.code, table: table.name) }
    return Conversion(code: code, table: table, fixedDay: day)
  }
}
