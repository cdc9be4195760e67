// Stretches of days and how they are moved: the rules about periods, in the plainest form.
import KepiColumns

enum Unit: Int, CaseIterable, Comparable {
  case day, week, month, quarter, year

  init?(word: String) {
    for unit in Unit.allCases where word == "\(unit)" || word == "\(unit)s" {
      self = unit
      return
    }
    return nil
  }

  static func < (left: Unit, right: Unit) -> Bool { left.rawValue < right.rawValue }

  /// `nil` for days and weeks.
  var months: Int? {
    switch self {
    case .day, .week: nil
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  var days: Int { self == .week ? 7 : 1 }
}

/// A number of units, `4 weeks`.
struct Length: Equatable {
  let count: Int
  let unit: Unit
}

/// Whether weeks begin on a Sunday, and what hangs on that.
struct Steps {
  let weekStartsOnSunday: Bool

  func range(of unit: Unit, holding number: Int) -> ClosedRange<Int> {
    let day = Day(number: number)
    switch unit {
    case .day: return number...number
    case .week:
      let past = weekStartsOnSunday ? day.weekday % 7 : day.weekday - 1
      return (number - past)...(number - past + 6)
    case .month, .quarter, .year:
      let size = unit.months ?? 1
      let month = (day.month - 1) / size * size + 1
      return Steps.months(from: day.year * 12 + month - 1, count: size)
    }
  }

  /// Months counted from year 0.
  static func months(from index: Int, count: Int) -> ClosedRange<Int> {
    firstDay(ofMonth: index)...(firstDay(ofMonth: index + count) - 1)
  }

  static func firstDay(ofMonth index: Int) -> Int {
    var day = 0
    let year = index / 12
    if let first = Day(year: year, month: index % 12 + 1, day: 1) { day = first.number }
    return day
  }

  static func monthIndex(of number: Int) -> Int {
    let day = Day(number: number)
    return day.year * 12 + day.month - 1
  }

  func name(of unit: Unit, first: Int) -> Cell {
    let day = Day(number: first)
    let (year, month, _) = day.components
    let text: String
    switch unit {
    case .day: text = day.text
    case .week:
      let week = day.isoWeek
      text = weekStartsOnSunday ? day.text : "\(padded(week.year, 4))-W\(padded(week.week, 2))"
    case .month: text = "\(padded(year, 4))-\(padded(month, 2))"
    case .quarter: text = "\(padded(year, 4))-Q\((month - 1) / 3 + 1)"
    case .year: text = padded(year, 4)
    }
    return .step(text, first: first)
  }

  /// The same day number so many months on; `nil` where that month is too short.
  static func moved(_ number: Int, months: Int) -> Int? {
    let day = Day(number: number)
    let index = monthIndex(of: number) + months
    return Day(year: index / 12, month: index % 12 + 1, day: day.components.day)?.number
  }

  static func movedToShorter(_ number: Int, months: Int) -> Int {
    moved(number, months: months) ?? lastDay(ofMonth: monthIndex(of: number) + months)
  }

  /// The last day of a month goes to the last day of a month.
  static func movedEnd(_ number: Int, months: Int) -> Int {
    let isLast = Day(number: number + 1).components.day == 1
    return isLast
      ? lastDay(ofMonth: monthIndex(of: number) + months)
      : movedToShorter(number, months: months)
  }

  private static func lastDay(ofMonth index: Int) -> Int {
    firstDay(ofMonth: index + 1) - 1
  }

  /// The days of a rolling window that ends on a day.
  static func window(_ length: Length, endingOn last: Int) -> ClosedRange<Int> {
    guard let size = length.unit.months else {
      return (last - length.count * length.unit.days + 1)...last
    }
    let months = size * length.count
    let index = monthIndex(of: last)
    if Day(number: last + 1).components.day == 1 {
      return firstDay(ofMonth: index - months + 1)...last
    }
    return (movedToShorter(last, months: -months) + 1)...last
  }

  /// The same ISO week number so many years on; `nil` where that year has no such week.
  func movedWeek(first: Int, years: Int) -> Int? {
    // A week that begins on Sunday goes by the number of the week that its Thursday lies in.
    let monday = weekStartsOnSunday ? first + 1 : first
    let week = Day(number: monday).isoWeek
    guard let partner = Day(isoYear: week.year + years, week: week.week) else { return nil }
    return weekStartsOnSunday ? partner.number - 1 : partner.number
  }
}

/// A bucket or a period: whole units, and the part of them that the question is about.
struct Stretch: Equatable {
  /// Whole units where it has a unit.
  var full: ClosedRange<Int>
  /// What it was written in; `nil` for two free dates.
  var unit: Length?
  /// Days at the beginning that the question's period leaves out.
  var head = 0
  /// How many days from the beginning the question's period lets in.
  var tail: Int?
  /// Ends with the as-of day, as `this month` does.
  var isUnfinished = false
  /// Moved before, so that its end is what it is.
  var isMoved = false
  /// Moved back by units: what is measured at its end has the whole of it (R10).
  var isShifted = false

  init(_ full: ClosedRange<Int>, unit: Length?) {
    self.full = full
    self.unit = unit
  }

  var shown: ClosedRange<Int>? {
    let first = full.lowerBound + head
    let last = tail.map { min(full.upperBound, full.lowerBound + $0 - 1) } ?? full.upperBound
    return first <= last ? first...last : nil
  }

  enum Refusal: Error { case weeksByMonths }

  /// `nil` where there is no such stretch: the 31st, 29 February, week 53.
  func moved(back length: Length, _ steps: Steps) throws(Refusal) -> Stretch? {
    var result = self
    result.isMoved = true
    result.isShifted = true
    guard let range = try movedRange(back: length, steps) else { return nil }
    result.full = range
    return result
  }

  private func movedRange(
    back length: Length, _ steps: Steps
  ) throws(Refusal) -> ClosedRange<Int>? {
    guard let size = length.unit.months else {
      let days = length.count * length.unit.days
      return (full.lowerBound - days)...(full.upperBound - days)
    }
    let months = -size * length.count
    // Months or years that do not begin with one were counted back from a day: they move by it.
    let ends = (first: Day(number: full.lowerBound), after: Day(number: full.upperBound + 1))
    let isMonths = ends.first.components.day == 1 && ends.after.components.day == 1
    if let unit, unit.unit.months != nil, !isMonths {
      let last = Steps.movedEnd(full.upperBound, months: months)
      return Steps.window(unit, endingOn: last)
    }
    switch unit?.unit {
    case .week:
      guard length.unit == .year else { throw .weeksByMonths }
      guard let first = steps.movedWeek(first: full.lowerBound, years: -length.count) else {
        return nil
      }
      return first...(first + full.count - 1)
    case .month, .quarter, .year:
      let from = Steps.monthIndex(of: full.lowerBound)
      let to = Steps.monthIndex(of: full.upperBound)
      return Steps.months(from: from + months, count: to - from + 1)
    case .day:
      // A day without a partner is blank; several days stay as many.
      guard let first = Steps.moved(full.lowerBound, months: months) else { return nil }
      return first...(first + full.count - 1)
    case nil:
      // Both ends of free dates move; a day that the month lacks is its last.
      let first = Steps.movedToShorter(full.lowerBound, months: months)
      return first...Steps.movedToShorter(full.upperBound, months: months)
    }
  }
}
