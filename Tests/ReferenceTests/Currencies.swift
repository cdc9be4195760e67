// Amounts in another currency (R15): each row at the rate of its day, or all at the rate of one.
import KepiColumns
import KepiSyntax

struct Conversion {
  let code: String
  let rates: Rates
  /// The day whose rate all rows take, where one is written.
  let day: Int?
}

extension Evaluator {
  func conversion(_ syntax: CurrencySyntax) throws -> Conversion {
    var rates = world.rates.count == 1 ? world.rates.first : nil
    var day: Int?
    switch syntax.rate {
    case .table(let name): rates = world.rates.first { $0.name == name.text }
    case .point(let point): day = try self.point(point).upperBound
    case nil: break
    }
    guard let rates else { throw Refusal("no one table of rates") }
    return Conversion(code: syntax.code.text, rates: rates, day: day)
  }

  /// An amount of a row in the currency asked for; blank where there is no rate.
  func converted(_ cell: Cell, _ source: Source, _ row: RowRef) -> Cell {
    guard let conversion, case .number(let amount, let code?) = cell else { return cell }
    // Zero is zero in any currency.
    if code == conversion.code || amount == .zero {
      return .number(amount, currency: conversion.code)
    }
    guard let day = conversion.day ?? source.day(of: row.index) else { return .blank }
    let rates = conversion.rates
    guard let from = worth(of: code, on: day, rates),
      let to = worth(of: conversion.code, on: day, rates), let result = amount * from / to
    else { return .blank }
    return .number(result, currency: conversion.code)
  }

  /// What one of a currency is worth in the base.
  private func worth(of code: String, on day: Int, _ rates: Rates) -> Fraction? {
    if code == rates.base { return Fraction(1) }
    // No later row is read by anything where the as-of day is written (R8a).
    let day = min(day, writtenAsOf ?? day)
    let known = rates.rows.filter {
      $0.currency == code && (rates.takesPrevious ? $0.day <= day : $0.day == day)
    }
    guard let rate = known.max(by: { $0.day < $1.day })?.rate else { return nil }
    return rates.isUnitsPerBase ? Fraction(1) / rate : rate
  }
}
