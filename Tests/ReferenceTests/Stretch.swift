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

/// Where weeks, months and years begin, and what hangs on that.
struct Steps {
  var weekStartsOnSunday = false
  /// The month that a year begins with.
  var firstMonth = 1
  /// Weeks of the three months of a quarter; years then begin with the Monday nearest to the first
  /// day of that month.
  var pattern: [Int]?
  /// Years go by the year in which they end.
  var isNamedByEnd = false

  func range(of unit: Unit, holding number: Int) -> ClosedRange<Int> {
    let day = Day(number: number)
    switch unit {
    case .day: return number...number
    case .week:
      let past = weekStartsOnSunday ? day.weekday % 7 : day.weekday - 1
      return (number - past)...(number - past + 6)
    case .month, .quarter, .year:
      let size = unit.months ?? 1
      let index = monthIndex(of: number)
      return months(from: index - Steps.rest(index - yearOffset, size), count: size)
    }
  }

  // MARK: Months, by this calendar

  /// How far the index of a year's first month is from a multiple of twelve.
  private var yearOffset: Int { pattern == nil ? firstMonth - 1 : 0 }

  private static func rest(_ number: Int, _ size: Int) -> Int { (number % size + size) % size }

  /// Months of a pattern are counted from the first of the year 0, others are the common ones.
  func monthIndex(of number: Int) -> Int {
    guard pattern != nil else { return Steps.monthIndex(of: number) }
    var index = (Day(number: number).year + 1) * 12
    while number < firstDay(ofMonth: index) { index -= 1 }
    return index
  }

  func firstDay(ofMonth index: Int) -> Int {
    guard let pattern else { return Steps.firstDay(ofMonth: index) }
    let month = Steps.rest(index, 12)
    let day = Steps.firstDay(ofMonth: index - month + firstMonth - 1)
    let past = Day(number: day).weekday - 1
    let monday = past <= 3 ? day - past : day - past + 7
    let weeks = (0..<month).map { pattern[$0 % 3] }.reduce(0, +)
    return monday + 7 * weeks
  }

  func months(from index: Int, count: Int) -> ClosedRange<Int> {
    firstDay(ofMonth: index)...(firstDay(ofMonth: index + count) - 1)
  }

  func isMonthStart(_ number: Int) -> Bool {
    firstDay(ofMonth: monthIndex(of: number)) == number
  }

  /// The year that holds a month, as the number of its first month, and what it is called.
  private func year(holding index: Int) -> (first: Int, name: Int) {
    let first = index - Steps.rest(index - yearOffset, 12)
    let start = (first - yearOffset) / 12
    guard isNamedByEnd else { return (first, start) }
    return (first, Day(number: firstDay(ofMonth: first + 12) - 1).year)
  }

  /// The index of the first month of a year by its name.
  func firstMonth(ofYear name: Int) -> Int {
    let index = name * 12 + yearOffset
    return year(holding: index).name == name ? index : index - 12
  }

  // MARK: Common months

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
    let text: String
    switch unit {
    case .day: text = day.text
    case .week:
      let week = day.isoWeek
      text = weekStartsOnSunday ? day.text : "\(padded(week.year, 4))-W\(padded(week.week, 2))"
    case .month where pattern == nil: text = "\(padded(day.year, 4))-\(padded(day.month, 2))"
    case .month, .quarter, .year:
      let index = monthIndex(of: first)
      let year = year(holding: index)
      let month = index - year.first
      switch unit {
      case .month: text = "\(padded(year.name, 4))-P\(padded(month + 1, 2))"
      case .quarter: text = "\(padded(year.name, 4))-Q\(month / 3 + 1)"
      case .year, .day, .week: text = padded(year.name, 4)
      }
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

  /// The same ISO week number so many years on; `nil` where that year has no such week. A week that
  /// does not begin on Monday goes by the number of the one that its fourth day lies in, and keeps
  /// its weekday.
  func movedWeek(first: Int, years: Int) -> Int? {
    let week = Day(number: first + 3).isoWeek
    guard let own = Day(isoYear: week.year, week: week.week),
      let partner = Day(isoYear: week.year + years, week: week.week)
    else { return nil }
    return first + partner.number - own.number
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

  var identity: String {
    "\(full.lowerBound) \(full.upperBound) \(head) \(tail ?? -1) \(isUnfinished) \(isMoved)"
      + " \(isShifted) \(unit?.count ?? 0) \(unit?.unit.rawValue ?? 0)"
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
    let isMonths =
      steps.isMonthStart(full.lowerBound) && steps.isMonthStart(full.upperBound + 1)
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
      let from = steps.monthIndex(of: full.lowerBound)
      let to = steps.monthIndex(of: full.upperBound)
      return steps.months(from: from + months, count: to - from + 1)
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
