// A calendar day as a number, and the arithmetic of the common calendar.

package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// `nil` where the month has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Day.count(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    // Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so that
    // the leap day is the last of a year; 400 years are 146 097 days.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  package var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { components.year }
  package var month: Int { components.month }

  /// 1 is Monday, 7 is Sunday.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  package static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  package static func count(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package func advanced(by days: Int) -> Day { Day(number: number + days) }

  package static func - (left: Day, right: Day) -> Int { left.number - right.number }

  /// The same day number so many months on, or `nil` where that month is too short.
  package func advanced(byMonths months: Int) -> Day? {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let target = (index >= 0 ? index : index - 11) / 12
    return Day(year: target, month: index - target * 12 + 1, day: day)
  }

  /// ISO 8601 week: the year that the week's Thursday lies in, and 1 to 53.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = advanced(by: 4 - weekday)
    let year = thursday.year
    let first = Day(uncheckedYear: year, month: 1, day: 1)
    return (year, (thursday - first) / 7 + 1)
  }

  /// The Monday of an ISO week; `nil` where the year has no such week.
  package init?(isoYear year: Int, week: Int) {
    let fourth = Day(uncheckedYear: year, month: 1, day: 4)
    let monday = fourth.advanced(by: 1 - fourth.weekday).advanced(by: 7 * (week - 1))
    guard week >= 1, monday.isoWeek == (year, week) else { return nil }
    self = monday
  }

  /// `2026-08-15`.
  package var text: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Reads `2026-08-15`, and nothing else.
  package init?(text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// A number with leading zeros.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
