// Which kinds of number may meet, and what comes of it (R15).
package import KepiColumns
package import KepiDiagnostics
package import KepiSyntax

extension Unit {
  var isNumeric: Bool {
    switch self {
    case .money, .count, .number, .percent, .days: true
    case .text, .date, .truth: false
    }
  }

  /// Of a computed column no other column tells the currency.
  var withoutColumn: Unit { isMoney ? .money(.unknown) : self }

  var isMoney: Bool { if case .money = self { true } else { false } }

  /// The kind of a sum, difference, product or quotient; `nil` where there is none.
  static func of(_ sign: ArithmeticOperator, _ left: Unit, _ right: Unit) -> Unit? {
    switch sign {
    case .plus, .minus:
      switch (left, right) {
      case (.money(let first), .money(let second)): return .money(first.joined(second))
      case (.date, .date): return sign == .minus ? .days : nil
      case (.date, .days): return .date(.day)
      case (.percent, .number), (.number, .percent), (.percent, .count), (.count, .percent):
        return .percent
      case (.number, .count), (.count, .number): return .number
      case (.days, .count), (.days, .number), (.count, .days), (.number, .days): return .days
      default: return left == right && left.isNumeric ? left : nil
      }
    case .times:
      guard left.isNumeric, right.isNumeric else { return nil }
      if left.isMoney { return right.isMoney ? nil : left }
      if right.isMoney { return right }
      if left == .percent && right == .percent { return .percent }
      if left == .percent { return right == .number ? .percent : .number }
      if right == .percent { return left == .number ? .percent : .number }
      return left == .count && right == .count ? .count : .number
    case .divided:
      guard left.isNumeric, right.isNumeric else { return nil }
      if left.isMoney { return right.isMoney ? .number : left }
      if right.isMoney { return nil }
      if left == .percent && right == .number { return .percent }
      return .number
    }
  }

  /// Whether two values may stand in one column.
  static func agree(_ left: Unit, _ right: Unit) -> Bool {
    if left.isMoney || right.isMoney { return left.isMoney && right.isMoney }
    if left.isNumeric && right.isNumeric { return true }
    if case .date = left, case .date = right { return true }
    return left == right
  }

  /// Money may be compared with a plain number: `revenue >= 0`.
  static func comparable(_ left: Unit, _ right: Unit) -> Bool {
    if left.isNumeric && right.isNumeric { return true }
    return agree(left, right)
  }
}

extension Currency {
  /// The currency of a sum of two amounts as far as it is known before the rows are read.
  func joined(_ other: Currency) -> Currency { self == other ? self : .unknown }
}

extension DecimalLiteral {
  var number: ExactNumber { ExactNumber(Int128(digits), scale: scale) }

  /// `120000 EUR` is money, `7 days` a duration.
  func quantity(in unit: Name) throws(Problem) -> (Value, Unit) {
    if let grain = Grain(unitName: unit.key) {
      switch grain {
      case .day: return (.exact(number), .days)
      case .week:
        let days = try? number.multiplied(by: ExactNumber(7))
        return (.exact(days ?? number), .days)
      case .month, .quarter, .year: throw .durationNeedsDays(unit)
      }
    }
    let code = unit.text.uppercased()
    guard CurrencyCodes.isKnown(code) else { throw .unknownQuantityUnit(unit) }
    return (.exact(number), .money(.fixed(code)))
  }
}

extension LiteralSyntax {
  package func constant(at span: SourceSpan) throws(Problem) -> (Value, Unit) {
    switch self {
    case .number(let number):
      let unit: Unit = number.isPercent ? .percent : (number.scale == 0 ? .count : .number)
      return (.exact(number.number), unit)
    case .string(let text): return (.text(text), .text)
    case .truth(let truth): return (.truth(truth), .truth)
    case .missing: return (.blank, .text)
    case .date(let date):
      guard let (days, _) = date.days(in: CalendarRules()) else { throw .notADay(span) }
      return (.day(days.lowerBound), .date(.day))
    }
  }
}

extension ExactNumber {
  /// `-1234.5`: no separators, no exponent, as many places as the scale says.
  package var plainText: String {
    var digits = String(digits.magnitude)
    if scale > 0 {
      digits = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
    }
    return isNegative ? "-" + digits : digits
  }
}

/// ISO 4217 codes of the currencies that sellers meet, and how many decimal places they have.
package enum CurrencyCodes {
  private static let list: [String: Int] = [
    "AED": 2, "AUD": 2, "BRL": 2, "CAD": 2, "CHF": 2, "CLP": 0, "CNY": 2, "COP": 2, "CZK": 2,
    "DKK": 2, "EGP": 2, "EUR": 2, "GBP": 2, "HKD": 2, "HUF": 2, "IDR": 2, "ILS": 2, "INR": 2,
    "JPY": 0, "KRW": 0, "KWD": 3, "MXN": 2, "MYR": 2, "NOK": 2, "NZD": 2, "PEN": 2, "PHP": 2,
    "PLN": 2, "QAR": 2, "RON": 2, "RUB": 2, "SAR": 2, "SEK": 2, "SGD": 2, "THB": 2, "TRY": 2,
    "TWD": 2, "UAH": 2, "USD": 2, "VND": 0, "ZAR": 2,
  ]

  package static func isKnown(_ code: String) -> Bool { list[code] != nil }

  /// Decimal places of an amount; `nil` for a code that is not known.
  package static func decimals(of code: String) -> Int? { list[code] }
}
