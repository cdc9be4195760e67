// Which days stand behind a line: its own, or those that brackets and baselines move them to.
package import KepiColumns

/// A stretch of time that lines are made of.
package struct Bucket: Equatable, Sendable {
  /// The first days of the steps, one for each grain of the level.
  package let steps: [Day]
  /// The part of the steps that lies in the period.
  package let days: ClosedRange<Day>
  /// The finest step, whole; the period itself where lines are not parted by time.
  package let whole: ClosedRange<Day>
  /// The unit that the bucket moves by, and how many of it there are. Two free dates have none.
  package let unit: Grain?
  package let unitCount: Int
}

extension ResolvedQuery {
  /// The stretches of time of some axes, in order. Two grains give the intersections that hold a
  /// day.
  package func buckets(of axes: [Int]) -> [Bucket] {
    guard let period else { return [] }
    let grains = axes.compactMap { place -> Grain? in
      if case .grain(let grain) = self.axes[place].form { grain } else { nil }
    }
    var buckets = [
      Bucket(
        steps: [], days: period.days, whole: period.wholeDays(in: calendar), unit: period.unit,
        unitCount: period.unitCount)
    ]
    let finest = grains.min()
    for grain in grains {
      buckets = buckets.flatMap { bucket in
        calendar.steps(of: grain, in: bucket.days).map { step in
          Bucket(
            steps: bucket.steps + [step.lowerBound],
            days: max(
              step.lowerBound, bucket.days.lowerBound)...min(
                step.upperBound, bucket.days.upperBound),
            whole: grain == finest ? step : bucket.whole, unit: finest, unitCount: 1)
        }
      }
    }
    return buckets
  }

  /// The days behind each bucket under a context; `nil` where a day or a week has no partner.
  ///
  /// - Parameter lastDay: the last day that the source covers: a step that it ends inside is not
  ///   over, and its partner is cut at the same number of days (R10).
  package func windows(
    of buckets: [Bucket], _ context: AggregateContext, measuredAtEnd: Bool, lastDay: Day?,
    loaded: ClosedRange<Day>?
  ) -> [ClosedRange<Day>?] {
    guard let period else { return [] }
    let end = [lastDay, asOf?.day].compactMap { $0 }.min()
    return buckets.enumerated().map { place, bucket in
      var window = Window(
        days: bucket.days, whole: bucket.whole, unit: bucket.unit, unitCount: bucket.unitCount,
        questionFirst: period.days.lowerBound)
      // Days that a step lacks because the data or the as-of day end inside it.
      if let end, bucket.days.contains(end) { window.days = bucket.days.lowerBound...end }
      for (index, change) in context.times.enumerated() {
        let isWindowed = context.times[(index + 1)...].contains {
          switch $0 {
          case .rolling, .running, .toDate: true
          case .previous, .ago, .over, .aligned: false
          }
        }
        guard
          let moved = apply(
            change, to: window, place: place, isWhole: measuredAtEnd || isWindowed, loaded)
        else { return nil }
        window = moved
      }
      if context.times.isEmpty { return bucket.days }
      guard let asOf, asOf.isWritten else { return window.days }
      guard window.days.lowerBound <= asOf.day else { return nil }
      return window.days.lowerBound...min(window.days.upperBound, asOf.day)
    }
  }

  private struct Window {
    var days: ClosedRange<Day>
    var whole: ClosedRange<Day>
    var unit: Grain?
    var unitCount: Int
    /// Where `running` begins: it moves with the question.
    var questionFirst: Day
  }

  private func apply(
    _ change: TimeChange, to window: Window, place: Int, isWhole: Bool,
    _ loaded: ClosedRange<Day>?
  ) -> Window? {
    var result = window
    switch change {
    case .previous:
      if let unit = window.unit { return moved(window, by: window.unitCount, unit, isWhole) }
      let count = window.whole.upperBound - window.whole.lowerBound + 1
      return moved(window, by: count, .day, isWhole)
    case .ago(let count, let unit): return moved(window, by: count, unit, isWhole)
    case .rolling(let count, let unit):
      let end = min(window.whole.upperBound, asOf?.day ?? window.whole.upperBound)
      result.days = PeriodResolver.window(of: count, unit, endingOn: end)
      result.whole = result.days
    case .running(let all):
      let end = min(window.whole.upperBound, period?.days.upperBound ?? window.whole.upperBound)
      let isMoved = window.whole.upperBound < (period?.days.lowerBound ?? window.whole.lowerBound)
      let last = isMoved ? window.whole.upperBound : end
      let first = all ? (loaded?.lowerBound ?? window.questionFirst) : window.questionFirst
      guard first <= last else { return nil }
      result.days = first...last
      result.whole = result.days
    case .toDate(let grain):
      let end = window.days.upperBound
      result.days = calendar.start(of: grain, holding: end)...end
      result.whole = result.days
    case .over(let days):
      result.days = days
      result.whole = days
    case .aligned(let days): return aligned(window, with: days, place: place)
    }
    return result
  }

  /// The so-many-th step of a baseline period, as long as the line's own where that is cut.
  private func aligned(_ window: Window, with days: ClosedRange<Day>, place: Int) -> Window? {
    var result = window
    let finest = grains.min()
    var target = days
    if let finest {
      let steps = calendar.steps(of: finest, in: days)
      guard steps.indices.contains(place) else { return nil }
      target =
        max(
          steps[place].lowerBound, days.lowerBound)...min(steps[place].upperBound, days.upperBound)
    }
    result.whole = target
    result.days = cut(target, like: window, isWhole: false)
    result.questionFirst = days.lowerBound
    return result
  }

  /// A window moved back. Buckets move by whole units: the month before April is all of March.
  private func moved(
    _ window: Window, by count: Int, _ unit: Grain, _ isWhole: Bool
  ) -> Window? {
    guard let whole = range(window.whole, of: window.unit, movedBackBy: count, unit) else {
      return nil
    }
    var result = window
    result.whole = whole
    result.days = cut(whole, like: window, isWhole: isWhole)
    result.questionFirst =
      range(
        window.questionFirst...window.questionFirst, of: nil, movedBackBy: count, unit)?.lowerBound
      ?? whole.lowerBound
    return result
  }

  /// The part of a partner that answers to the part of a bucket that there is.
  private func cut(
    _ partner: ClosedRange<Day>, like window: Window, isWhole: Bool
  ) -> ClosedRange<Day> {
    if isWhole || window.days == window.whole { return partner }
    let offset = window.days.lowerBound - window.whole.lowerBound
    let count = window.days.upperBound - window.days.lowerBound
    let first = min(partner.lowerBound.advanced(by: offset), partner.upperBound)
    // A bucket that is whole at its end has a partner that is.
    if window.days.upperBound == window.whole.upperBound { return first...partner.upperBound }
    return first...min(first.advanced(by: count), partner.upperBound)
  }

  private func range(
    _ days: ClosedRange<Day>, of bucketUnit: Grain?, movedBackBy count: Int, _ unit: Grain
  ) -> ClosedRange<Day>? {
    let length = days.upperBound - days.lowerBound
    switch unit {
    case .day: return shifted(days, by: -count)
    case .week: return shifted(days, by: -7 * count)
    case .month, .quarter, .year:
      let months = count * (unit == .month ? 1 : unit == .quarter ? 3 : 12)
      switch bucketUnit {
      case .week:
        // By week, a year ago is the week of the same number; week 53 may have no partner (R9).
        guard unit == .year else { return nil }
        let thursday = days.lowerBound.advanced(by: 3)
        let week = thursday.isoWeek
        guard let monday = Day(isoYear: week.year - count, week: week.week) else { return nil }
        let offset = days.lowerBound - (Day(isoYear: week.year, week: week.week) ?? days.lowerBound)
        let first = monday.advanced(by: offset)
        return first...first.advanced(by: length)
      case .day:
        guard let first = days.lowerBound.advanced(byMonths: -months) else { return nil }
        return first...first.advanced(by: length)
      case .month, .quarter, .year:
        let first = calendar.start(of: .month, holding: days.lowerBound, movedBy: -months)
        let last = calendar.start(of: .month, holding: days.upperBound, movedBy: -months)
        return first...calendar.end(of: .month, holding: last)
      case nil:
        // Both ends of free dates move; a day that the month lacks is its last.
        return clamped(days.lowerBound, months)...clamped(days.upperBound, months)
      }
    }
  }

  private func clamped(_ day: Day, _ months: Int) -> Day {
    if let moved = day.advanced(byMonths: -months) { return moved }
    let calendar = CalendarRules()
    return calendar.end(
      of: .month, holding: calendar.start(of: .month, holding: day, movedBy: -months))
  }

  private func shifted(_ days: ClosedRange<Day>, by count: Int) -> ClosedRange<Day> {
    days.lowerBound.advanced(by: count)...days.upperBound.advanced(by: count)
  }
}

extension Period {
  /// Where the as-of day cut the period short, its whole unit.
  func wholeDays(in calendar: CalendarRules) -> ClosedRange<Day> {
    guard isUnfinished, let unit, unitCount == 1 else { return days }
    let whole = calendar.range(of: unit, holding: days.lowerBound)
    return whole.lowerBound == days.lowerBound ? whole : days
  }
}
