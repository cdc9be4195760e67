// Which days stand behind a line: its own, or those that brackets and baselines move them to.
package import KepiColumns

/// A stretch of time that lines are made of.
package struct Bucket: Equatable, Sendable {
  /// The first days of the steps, one for each grain of the level.
  package let steps: [Day]
  /// Those grains, in the order of the question.
  package let grains: [Grain]
  /// The part of the steps that lies in the period.
  package let days: ClosedRange<Day>
  /// The finest step, whole; the period itself where lines are not parted by time.
  package let whole: ClosedRange<Day>
  /// The unit that the bucket moves by, and how many of it there are. Two free dates have none.
  package let unit: Grain?
  package let unitCount: Int
  /// Of a question that is asked for several stretches, which one this is a part of.
  package var stretch = 0

  /// Whether a step of a finer grouping belongs to this one.
  package func holds(_ step: Bucket) -> Bool {
    stretch == step.stretch && days.contains(step.days.lowerBound)
  }
}

extension Bucket {
  /// For each step the place of the one of a coarser grouping that holds it. Both are in order.
  package static func places(of steps: [Bucket], in coarser: [Bucket]) -> [Int] {
    var place = 0
    return steps.map { step in
      place = coarser[place...].firstIndex { $0.holds(step) } ?? place
      return place
    }
  }

  /// A period that is not parted.
  fileprivate init(_ period: Period) {
    steps = []
    grains = []
    days = period.days
    whole = period.whole
    unit = period.unit
    unitCount = period.unitCount
  }
}

/// A step of time that is not over, and what is compared with the part of it that there is.
package struct UnfinishedStep: Equatable, Sendable {
  /// `nil` for the period of a question that is not parted by time.
  package let firstDay: Day?
  package let dayCount: Int
  package let wholeDayCount: Int
  package let partners: [ClosedRange<Day>]
}

extension AggregateContext {
  /// Whether it takes as many days as its step has of an earlier one, and no window of its own.
  fileprivate var comparesWithEarlier: Bool {
    var compares = false
    for change in times {
      switch change {
      case .previous, .ago, .aligned: compares = true
      case .rolling, .running, .toDate, .over: return false
      }
    }
    return compares
  }
}

extension AggregateFunction {
  /// Measured at the end or the beginning of a step, which is not cut (R10).
  package var isOfOneDay: Bool { self == .closing || self == .opening }
}

extension ResolvedQuery {
  /// The stretches of time of some axes, in order. Two grains give the intersections that hold a
  /// day.
  package func buckets(of axes: [Int]) -> [Bucket] {
    guard let period else { return [] }
    let grains = axes.compactMap { place -> Grain? in
      if case .grain(let grain) = self.axes[place].form { grain } else { nil }
    }
    var buckets = stretches.enumerated().map { number, stretch in
      Bucket(
        steps: [], grains: [], days: stretch.days, whole: stretch.whole, unit: stretch.unit,
        unitCount: stretch.unitCount, stretch: number)
    }
    if buckets.isEmpty { buckets = [Bucket(period)] }
    return buckets.flatMap { parts(of: $0, by: grains) }
  }

  private func parts(of whole: Bucket, by grains: [Grain]) -> [Bucket] {
    let finest = grains.min()
    return grains.reduce([whole]) { buckets, grain in
      buckets.flatMap { bucket in
        calendar.steps(of: grain, in: bucket.days).map { step in
          Bucket(
            steps: bucket.steps + [step.lowerBound], grains: bucket.grains + [grain],
            days: max(
              step.lowerBound, bucket.days.lowerBound)...min(
                step.upperBound, bucket.days.upperBound),
            whole: grain == finest ? step : bucket.whole, unit: finest, unitCount: 1,
            stretch: bucket.stretch)
        }
      }
    }
  }

  /// The days behind each bucket under a context; `nil` where a day or a week has no partner.
  ///
  /// - Parameter lastDay: the last day that the source covers: a step that it ends inside is not
  ///   over, and its partner is cut at the same number of days (R10).
  package func windows(
    of buckets: [Bucket], _ context: AggregateContext, measuredAtEnd: Bool, lastDay: Day?,
    loaded: ClosedRange<Day>?
  ) -> [ClosedRange<Day>?] {
    stretches(
      of: buckets, context, measuredAtEnd: measuredAtEnd, lastDay: lastDay, loaded: loaded
    ).map { $0?.days }
  }

  /// The same with the units that the days are made of.
  package func stretches(
    of buckets: [Bucket], _ context: AggregateContext, measuredAtEnd: Bool, lastDay: Day?,
    loaded: ClosedRange<Day>?
  ) -> [Bucket?] {
    guard let period else { return [] }
    let end = newestDay(lastDay)
    var places: [Int: Int] = [:]
    return buckets.map { bucket in
      let place = places[bucket.stretch, default: 0]
      places[bucket.stretch] = place + 1
      var window = Window(
        days: bucket.days, whole: bucket.whole, last: bucket.days.upperBound,
        grains: bucket.grains, unit: bucket.unit,
        unitCount: bucket.unitCount, questionFirst: period.days.lowerBound)
      if let end { window.cut(at: end) }
      // A period of its own is not moved by what stands before it.
      let first = context.times.lastIndex { if case .over = $0 { true } else { false } } ?? 0
      for (index, change) in context.times.enumerated().dropFirst(first) {
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
        if case .over(let own) = change, let end = newestDay(lastDay, in: own) {
          window.cut(at: end)
        }
      }
      if context.times.isEmpty { return bucket }
      var days = window.days
      if let asOf, asOf.isWritten {
        guard days.lowerBound <= asOf.day else { return nil }
        days = days.lowerBound...min(days.upperBound, asOf.day)
      }
      return Bucket(
        steps: [], grains: [], days: days, whole: window.whole, unit: window.unit,
        unitCount: window.unitCount)
    }
  }

  /// The newest step, where the data or the as-of day end inside it and something is compared with
  /// it: its partners are cut at as many days, and both are marked (R10).
  ///
  /// - Parameter lastDay: the last day that the source covers.
  package func unfinishedStep(of source: String, lastDay: Day?) -> UnfinishedStep? {
    let buckets = buckets(of: Array(axes.indices))
    guard let bucket = buckets.last, let period, let end = newestDay(lastDay),
      bucket.days.contains(end), end < bucket.whole.upperBound
    else { return nil }
    var contexts: Set<AggregateContext> = []
    var partners: [ClosedRange<Day>] = []
    for aggregate in items.flatMap(\.formula.aggregates) where aggregate.source == source {
      let context = aggregate.context
      guard !aggregate.function.isOfOneDay, context.comparesWithEarlier,
        contexts.insert(context).inserted
      else { continue }
      let days = stretches(
        of: buckets, context, measuredAtEnd: false, lastDay: lastDay, loaded: nil
      ).last.flatMap { $0?.days }
      if let days, !partners.contains(days) { partners.append(days) }
    }
    guard !partners.isEmpty else { return nil }
    let whole = bucket.steps.isEmpty && !period.isUnfinished ? bucket.days : bucket.whole
    return UnfinishedStep(
      firstDay: bucket.steps.last, dayCount: end - bucket.whole.lowerBound + 1,
      wholeDayCount: whole.upperBound - whole.lowerBound + 1, partners: partners)
  }

  /// The day at which steps end that are not over. One that is only derived cuts what hangs on it
  /// and nothing else (R8a).
  private func newestDay(_ lastDay: Day?) -> Day? {
    period.flatMap { newestDay(lastDay, in: $0) } ?? lastDay
  }

  private func newestDay(_ lastDay: Day?, in period: Period) -> Day? {
    let hangsOnAsOf = asOf?.isWritten == true || period.isUnfinished
    return [lastDay, hangsOnAsOf ? asOf?.day : nil].compactMap { $0 }.min()
  }

  private struct Window {
    /// The days that are read.
    var days: ClosedRange<Day>
    /// The units that they are a part of: what is moved.
    var whole: ClosedRange<Day>
    /// The day that rolling, running and to-date windows end with, if the as-of day is not earlier:
    /// it is not cut where the data end (R10).
    var last: Day
    /// The grains whose steps the line is one of; a total over all of them has none.
    let grains: [Grain]
    /// How many days of an unfinished step there are.
    var dayCountSoFar: Int?
    var unit: Grain?
    var unitCount: Int
    /// Where `running` begins: it moves with the question.
    var questionFirst: Day

    /// Leaves out the days that a step lacks because the data or the as-of day end inside it.
    mutating func cut(at end: Day) {
      guard days.contains(end) else { return }
      days = days.lowerBound...end
      if end < whole.upperBound { dayCountSoFar = end - whole.lowerBound + 1 }
    }

    /// Days of no step of the line's own, such as a rolling window.
    mutating func set(_ days: ClosedRange<Day>, unit: Grain?, _ unitCount: Int = 1) {
      self.days = days
      whole = days
      last = days.upperBound
      dayCountSoFar = nil
      self.unit = unit
      self.unitCount = unitCount
    }
  }

  private func apply(
    _ change: TimeChange, to window: Window, place: Int, isWhole: Bool,
    _ loaded: ClosedRange<Day>?
  ) -> Window? {
    var result = window
    let end = min(window.last, asOf?.day ?? window.last)
    switch change {
    case .previous:
      if let unit = window.unit { return moved(window, by: window.unitCount, unit, isWhole) }
      let count = window.whole.upperBound - window.whole.lowerBound + 1
      return moved(window, by: count, .day, isWhole)
    case .ago(let count, let unit): return moved(window, by: count, unit, isWhole)
    case .rolling(let count, let unit):
      let days = PeriodResolver.window(of: count, unit, endingOn: end)
      if unit == .week {
        result.set(days, unit: .day, 7 * count)
      } else {
        result.set(days, unit: unit, count)
      }
    case .running(let all):
      let first = all ? (loaded?.lowerBound ?? window.questionFirst) : window.questionFirst
      guard first <= end else { return nil }
      result.set(first...end, unit: nil)
    case .toDate(let grain):
      let step = calendar.range(of: grain, holding: window.last)
      guard step.lowerBound <= end else { return nil }
      result.set(step.lowerBound...end, unit: grain)
      result.whole = step
    case .over(let period):
      result.set(period.days, unit: period.unit, period.unitCount)
      result.whole = period.whole
      result.questionFirst = period.days.lowerBound
    case .aligned(let period):
      return aligned(window, with: period, place: place, isWhole: isWhole)
    }
    return result
  }

  /// The so-many-th step of a baseline period, made of the same grains, as far as the line's own has come.
  private func aligned(
    _ window: Window, with period: Period, place: Int, isWhole: Bool
  ) -> Window? {
    var result = window
    var days = period.days
    var whole = period.whole
    if !window.grains.isEmpty {
      let steps = parts(of: Bucket(period), by: window.grains)
      guard steps.indices.contains(place) else { return nil }
      days = steps[place].days
      whole = steps[place].whole
    } else {
      result.unit = period.unit
      result.unitCount = period.unitCount
    }
    result.whole = whole
    result.last = days.upperBound
    if !isWhole, let count = window.dayCountSoFar {
      let last = whole.lowerBound.advanced(by: count - 1)
      guard days.lowerBound <= last else { return nil }
      days = days.lowerBound...min(days.upperBound, last)
    }
    result.days = days
    result.questionFirst = period.days.lowerBound
    return result
  }

  /// A window moved back. Buckets move by whole units: the month before April is all of March.
  private func moved(
    _ window: Window, by count: Int, _ unit: Grain, _ isWhole: Bool
  ) -> Window? {
    guard
      let whole = range(
        window.whole, of: window.unit, window.unitCount, movedBackBy: count, unit)
    else { return nil }
    var result = window
    result.whole = whole
    result.last = whole.upperBound
    guard let days = cut(whole, like: window, isWhole: isWhole) else { return nil }
    result.days = days
    result.questionFirst =
      range(
        window.questionFirst...window.questionFirst, of: nil, 1, movedBackBy: count, unit)?
      .lowerBound ?? whole.lowerBound
    return result
  }

  /// The part of a partner that answers to the part of a bucket that there is; `nil` where the
  /// partner is too short to have it, as February is for the 29th to the 31st.
  private func cut(
    _ partner: ClosedRange<Day>, like window: Window, isWhole: Bool
  ) -> ClosedRange<Day>? {
    if isWhole || window.days == window.whole { return partner }
    let offset = window.days.lowerBound - window.whole.lowerBound
    let count = window.days.upperBound - window.days.lowerBound
    let first = partner.lowerBound.advanced(by: offset)
    guard first <= partner.upperBound else { return nil }
    // A bucket that is whole at its end has a partner that is.
    if window.days.upperBound == window.whole.upperBound { return first...partner.upperBound }
    return first...min(first.advanced(by: count), partner.upperBound)
  }

  private func range(
    _ days: ClosedRange<Day>, of bucketUnit: Grain?, _ unitCount: Int, movedBackBy count: Int,
    _ unit: Grain
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
      case nil:
        // Both ends of free dates move; a day that the month lacks is its last.
        return clamped(days.lowerBound, months)...clamped(days.upperBound, months)
      case let bucketUnit?:
        // Whole months of the calendar, or common ones that stand written under it (R8).
        for rules in [calendar, CalendarRules()] where rules.areWholeMonths(days) {
          let first = rules.start(of: .month, holding: days.lowerBound, movedBy: -months)
          let last = rules.start(of: .month, holding: days.upperBound, movedBy: -months)
          return first...rules.end(of: .month, holding: last)
        }
        // Months counted back from a day, as in `past 2 months`: the window moves by its end (R11).
        return PeriodResolver.window(
          of: unitCount, bucketUnit, endingOn: clampedEnd(days.upperBound, months))
      }
    }
  }

  /// The last day of a month goes to the last day of a month.
  private func clampedEnd(_ day: Day, _ months: Int) -> Day {
    let common = CalendarRules()
    guard common.end(of: .month, holding: day) == day else { return clamped(day, months) }
    return common.end(
      of: .month, holding: common.start(of: .month, holding: day, movedBy: -months))
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

extension CalendarRules {
  fileprivate func areWholeMonths(_ days: ClosedRange<Day>) -> Bool {
    start(of: .month, holding: days.lowerBound) == days.lowerBound
      && end(of: .month, holding: days.upperBound) == days.upperBound
  }
}
