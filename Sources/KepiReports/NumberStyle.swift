// Digits from units: what a number looks like to people and to programs.
package import KepiColumns

package enum NumberStyle: Equatable, Sendable {
  /// Signs, separators, and as many digits as one reads: `€1,234.56`, `24.7 %`.
  case rounded
  /// The same with every digit there is.
  case full
  /// The same with every digit of the column, zeros at the end included, so that the decimals of its
  /// lines stand below each other.
  case aligned
  /// Plain digits: fractions instead of percent, no signs, no separators.
  case plain

  /// - Parameter currency: the code that the amount's line names, where the unit is money.
  package func text(_ amount: Int64, scale: Int, unit: Unit, currency: String?) -> String {
    if unit == .truth { return truthText(amount != 0) }
    return text(Decimal(amount, scale: scale), unit: unit, currency: currency, isMeasured: false)
  }

  /// `nil` for what is no number at all, such as an infinity.
  package func text(_ number: Double, unit: Unit, currency: String?) -> String? {
    if unit == .truth { return truthText(number != 0) }
    return Decimal(number).map {
      text($0, unit: unit, currency: currency, isMeasured: true)
    }
  }

  /// A day by the name of its step. A step that does not begin where the common calendar's does (a
  /// week from Sunday, a month of a 4-4-5 calendar) goes by its first day.
  package static func text(_ day: Day, grain: Grain) -> String {
    let (year, month, dayOfMonth) = day.components
    switch grain {
    case .day: break
    case .week where day.weekday == 1:
      let (weekYear, week) = day.isoWeek
      return "\(padded(weekYear, 4))-W\(padded(week, 2))"
    case .month where dayOfMonth == 1: return "\(padded(year, 4))-\(padded(month, 2))"
    case .quarter where dayOfMonth == 1 && month % 3 == 1:
      return "\(padded(year, 4))-Q\(month / 3 + 1)"
    case .year where dayOfMonth == 1 && month == 1: return padded(year, 4)
    case .week, .month, .quarter, .year: break
    }
    return day.text
  }

  /// A count of rows or days in a sentence.
  package static func text(_ count: Int) -> String {
    rounded.text(Int64(count), scale: 0, unit: .count, currency: nil)
  }

  private func truthText(_ isTrue: Bool) -> String {
    self == .plain ? (isTrue ? "true" : "false") : (isTrue ? "yes" : "no")
  }

  private func text(
    _ decimal: Decimal, unit: Unit, currency: String?, isMeasured: Bool
  ) -> String {
    var decimal = decimal
    let money: CurrencyStyle? = if case .money = unit { CurrencyStyle(code: currency) } else { nil }
    if self == .plain {
      // A quotient has the digits it has; an amount of money has its cents even where they are 0.
      decimal.trim(toFraction: isMeasured ? 0 : money?.decimals ?? 0)
      return decimal.plainText
    }

    var before = ""
    var after = ""
    switch unit {
    case .money:
      before = money?.sign ?? ""
      limit(&decimal, toFraction: money?.decimals ?? 2, isPadded: true)
    case .percent:
      after = " %"
      decimal.shift(by: 2)
      limit(&decimal, toFraction: decimal.wholeDigitCount == 0 ? 2 : 1, isPadded: true)
      // Zero needs no second decimal to be told from the others.
      if decimal.isZero, self != .aligned { decimal.trim(toFraction: 1) }
    case .days:
      after = " d"
      limit(&decimal, toFraction: 1, isPadded: false)
    case .count, .number, .text, .date, .truth:
      // Four digits that say something: 12,346 and 3.142 and 0.001235.
      let count = decimal.leadingFractionZeros.map { $0 + 4 } ?? max(0, 4 - decimal.wholeDigitCount)
      limit(&decimal, toFraction: count, isPadded: false)
    }
    let sign = decimal.isNegative && !decimal.isZero ? "-" : ""
    return sign + before + decimal.magnitudeText(isGrouped: true) + after
  }

  /// Rounds for people. What is not zero never becomes zero: it keeps two digits of its own.
  private func limit(_ decimal: inout Decimal, toFraction count: Int, isPadded: Bool) {
    if self == .aligned { return }
    if self == .rounded {
      let zeros = decimal.leadingFractionZeros ?? -1
      decimal.round(toFraction: zeros < count ? count : zeros + 2)
    }
    decimal.trim(toFraction: isPadded ? count : 0)
  }
}
