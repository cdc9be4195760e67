// Steps of time: where a day, week, month, quarter or year begins, ends and is moved to.

package struct CalendarRules: Hashable, Sendable {
  package enum YearStart: Hashable, Sendable {
    /// The same day of each year: 1 January, 1 April.
    case on(month: Int, day: Int)
    /// The weekday nearest to a day, 1 being Monday: so years are whole weeks.
    case nearest(weekday: Int, month: Int, day: Int)
  }

  package enum YearName: String, Hashable, Sendable { case start, end }

  /// 1 is Monday, 7 is Sunday.
  package let firstWeekday: Int
  package let yearStart: YearStart
  /// Weeks of the three months of a quarter: `[4, 4, 5]`. Without it months are the common ones. A
  /// 53rd week belongs to the last month.
  package let pattern: [Int]?
  package let yearName: YearName

  package init(
    firstWeekday: Int = 1, yearStart: YearStart = .on(month: 1, day: 1), pattern: [Int]? = nil,
    yearName: YearName = .start
  ) {
    precondition((1...7).contains(firstWeekday), "a weekday is 1 to 7")
    self.firstWeekday = firstWeekday
    self.yearStart = yearStart
    self.pattern = pattern
    self.yearName = yearName
  }

  /// Whether quarters and years are those that everyone means, and months the common ones.
  package var isCommon: Bool { pattern == nil && yearStart == .on(month: 1, day: 1) }

  /// The first day of the step that holds a day.
  package func start(of grain: Grain, holding day: Day) -> Day {
    start(of: grain, holding: day, movedBy: 0)
  }

  /// The first day of the step so many steps on from the one that holds a day.
  package func start(of grain: Grain, holding day: Day, movedBy steps: Int) -> Day {
    switch grain {
    case .day: return day.advanced(by: steps)
    case .week:
      return day.advanced(by: -((day.weekday - firstWeekday + 7) % 7) + 7 * steps)
    case .month:
      if pattern == nil, startsOnFirst { return commonMonth(holding: day, movedBy: steps) }
      let (year, month) = position(of: day)
      return monthStart(year: year, month: month + steps)
    case .quarter:
      let (year, month) = position(of: day)
      return monthStart(year: year, month: month - month % 3 + 3 * steps)
    case .year: return monthStart(year: position(of: day).year + steps, month: 0)
    }
  }

  // MARK: Years and their months

  private var startsOnFirst: Bool {
    if case .on(_, let day) = yearStart { day == 1 } else { false }
  }

  private func commonMonth(holding day: Day, movedBy steps: Int) -> Day {
    let first = day.advanced(by: 1 - day.components.day)
    // Day 1 exists in every month.
    return first.advanced(byMonths: steps) ?? first
  }

  /// The first day of the year that begins in, or next to, a calendar year.
  private func firstDay(ofYear year: Int) -> Day {
    switch yearStart {
    case .on(let month, let day): return Day(year: year, month: month, day: day) ?? newYear(year)
    case .nearest(let weekday, let month, let day):
      let middle = Day(year: year, month: month, day: day) ?? newYear(year)
      let ahead = (weekday - middle.weekday + 7) % 7
      return middle.advanced(by: ahead <= 3 ? ahead : ahead - 7)
    }
  }

  private func newYear(_ year: Int) -> Day {
    Day(year: year, month: 1, day: 1) ?? Day(number: 0)
  }

  /// The year that a day belongs to, by the calendar year it begins in, and its month from 0.
  private func position(of day: Day) -> (year: Int, month: Int) {
    var year = day.year
    if firstDay(ofYear: year + 1) <= day { year += 1 }
    while day < firstDay(ofYear: year) { year -= 1 }
    var month = 0
    while month < 11, monthStart(year: year, month: month + 1) <= day { month += 1 }
    return (year, month)
  }

  private func monthStart(year: Int, month: Int) -> Day {
    let years = month >= 0 ? month / 12 : (month - 11) / 12
    let month = month - 12 * years
    let first = firstDay(ofYear: year + years)
    guard let pattern else {
      return first.advanced(byMonths: month) ?? commonMonth(holding: first, movedBy: month)
    }
    let quarter = pattern.reduce(0, +)
    let weeks = month / 3 * quarter + pattern.prefix(month % 3).reduce(0, +)
    return first.advanced(by: 7 * weeks)
  }

  /// What a year is called: after the calendar year it begins or ends in.
  private func name(ofYear year: Int) -> Int {
    guard yearName == .end else { return year }
    return firstDay(ofYear: year + 1).advanced(by: -1).year
  }

  /// The first day of a year by its name, and of a month in it, from 1.
  package func firstDay(ofYearNamed name: Int, month: Int = 1) -> Day {
    let year = [name, name - 1].first { self.name(ofYear: $0) == name } ?? name
    return monthStart(year: year, month: month - 1)
  }

  /// The last day of the step that holds a day.
  package func end(of grain: Grain, holding day: Day) -> Day {
    start(of: grain, holding: day, movedBy: 1).advanced(by: -1)
  }

  package func range(of grain: Grain, holding day: Day) -> ClosedRange<Day> {
    start(of: grain, holding: day)...end(of: grain, holding: day)
  }

  /// The steps that hold a day of a range, in order.
  package func steps(of grain: Grain, in days: ClosedRange<Day>) -> [ClosedRange<Day>] {
    var result: [ClosedRange<Day>] = []
    var day = start(of: grain, holding: days.lowerBound)
    while day <= days.upperBound {
      let end = end(of: grain, holding: day)
      result.append(day...end)
      day = end.advanced(by: 1)
    }
    return result
  }

  /// A step as answers name it: `2026-08-15`, `2026-W33`, `2026-08`, `2026-Q3`, `2026`. A week that
  /// does not begin on Monday goes by its first day.
  package func label(of grain: Grain, holding day: Day) -> String {
    let start = start(of: grain, holding: day)
    switch grain {
    case .day: return day.text
    case .week:
      guard firstWeekday == 1 else { return start.text }
      let week = start.isoWeek
      return "\(padded(week.year, 4))-W\(padded(week.week, 2))"
    case .month:
      guard pattern != nil else {
        return "\(padded(start.year, 4))-\(padded(start.month, 2))"
      }
      let (year, month) = position(of: start)
      return "\(padded(name(ofYear: year), 4))-P\(padded(month + 1, 2))"
    case .quarter:
      let (year, month) = position(of: start)
      return "\(padded(name(ofYear: year), 4))-Q\(month / 3 + 1)"
    case .year: return padded(name(ofYear: position(of: start).year), 4)
    }
  }

  /// How many days two ranges have in common.
  package static func commonDays(_ left: ClosedRange<Day>, _ right: ClosedRange<Day>) -> Int {
    max(
      0, min(left.upperBound, right.upperBound) - max(left.lowerBound, right.lowerBound) + 1)
  }
}
