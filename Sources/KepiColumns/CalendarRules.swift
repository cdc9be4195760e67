// Steps of time: where a day, week, month, quarter or year begins, ends and is moved to.

package struct CalendarRules: Hashable, Sendable {
  /// 1 is Monday, 7 is Sunday.
  package let firstWeekday: Int

  package init(firstWeekday: Int = 1) {
    precondition((1...7).contains(firstWeekday), "a weekday is 1 to 7")
    self.firstWeekday = firstWeekday
  }

  /// The first day of the step that holds a day.
  package func start(of grain: Grain, holding day: Day) -> Day {
    let (year, month, dayOfMonth) = day.components
    switch grain {
    case .day: return day
    case .week: return day.advanced(by: -((day.weekday - firstWeekday + 7) % 7))
    case .month: return day.advanced(by: 1 - dayOfMonth)
    case .quarter: return first(ofMonth: (month - 1) / 3 * 3 + 1, year: year) ?? day
    case .year: return first(ofMonth: 1, year: year) ?? day
    }
  }

  /// The first day of the step so many steps on from the one that holds a day.
  package func start(of grain: Grain, holding day: Day, movedBy steps: Int) -> Day {
    let start = start(of: grain, holding: day)
    let months: Int
    switch grain {
    case .day: return start.advanced(by: steps)
    case .week: return start.advanced(by: 7 * steps)
    case .month: months = steps
    case .quarter: months = 3 * steps
    case .year: months = 12 * steps
    }
    // Day 1 exists in every month.
    return start.advanced(byMonths: months) ?? start
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
    let (year, month, _) = start.components
    switch grain {
    case .day: return day.text
    case .week:
      guard firstWeekday == 1 else { return start.text }
      let week = start.isoWeek
      return "\(padded(week.year, 4))-W\(padded(week.week, 2))"
    case .month: return "\(padded(year, 4))-\(padded(month, 2))"
    case .quarter: return "\(padded(year, 4))-Q\((month - 1) / 3 + 1)"
    case .year: return padded(year, 4)
    }
  }

  /// How many days two ranges have in common.
  package static func commonDays(_ left: ClosedRange<Day>, _ right: ClosedRange<Day>) -> Int {
    max(
      0, min(left.upperBound, right.upperBound) - max(left.lowerBound, right.lowerBound) + 1)
  }

  private func first(ofMonth month: Int, year: Int) -> Day? { Day(year: year, month: month, day: 1) }
}
