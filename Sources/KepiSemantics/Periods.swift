// From the words of a period to its two dates (R8, R8a, R8b, R11).
package import KepiColumns
package import KepiDiagnostics
package import KepiSyntax

/// A period resolved: two dates, and the unit it was written in.
package struct Period: Hashable, Sendable {
  package let days: ClosedRange<Day>
  /// The same before the as-of day cut it short: what moves, where it is compared.
  package let whole: ClosedRange<Day>
  /// As written: `last 4 weeks`.
  package let label: Phrase
  /// `2026-W01` is a week, `last 4 weeks` four; two free dates have none.
  package let unit: Grain?
  package let unitCount: Int
  /// The as-of day cut it short: shown as "so far".
  package let isUnfinished: Bool
  /// Whether its dates hang on the as-of day.
  package let isRelative: Bool
  /// All that is loaded: rows without a day belong to it too.
  package let isAll: Bool

  /// Stands for a period until the sources are known.
  static let unknown = Period(days: Day(number: 0)...Day(number: 0), label: .empty)

  package init(
    days: ClosedRange<Day>, whole: ClosedRange<Day>? = nil, label: Phrase, unit: Grain? = nil,
    unitCount: Int = 1,
    isUnfinished: Bool = false, isRelative: Bool = false, isAll: Bool = false
  ) {
    self.days = days
    self.whole = whole ?? days
    self.label = label
    self.unit = unit
    self.unitCount = unitCount
    self.isUnfinished = isUnfinished
    self.isRelative = isRelative
    self.isAll = isAll
  }
}

/// Resolves the periods of one question.
package struct PeriodResolver {
  package let calendar: CalendarRules
  package let catalogue: Catalogue
  /// First and last day of what is loaded for the question.
  package let loaded: ClosedRange<Day>
  package let asOf: Day

  package init(
    calendar: CalendarRules, catalogue: Catalogue, loaded: ClosedRange<Day>, asOf: Day
  ) {
    self.calendar = calendar
    self.catalogue = catalogue
    self.loaded = loaded
    self.asOf = asOf
  }

  package func resolve(_ syntax: PeriodSyntax?, label: Phrase) throws(Problem) -> Period {
    try resolve(syntax, label: label, depth: 0)
  }

  private func resolve(
    _ syntax: PeriodSyntax?, label: Phrase, depth: Int
  ) throws(Problem) -> Period {
    guard let syntax else { return Period(days: loaded, label: .all, isAll: true) }
    switch syntax.form {
    case .absent, .all: return Period(days: loaded, label: .all, isAll: true)
    case .last(let span):
      let grain = try grain(span.unit)
      let newest =
        calendar.end(of: grain, holding: asOf) == asOf
        ? asOf : calendar.start(of: grain, holding: asOf).advanced(by: -1)
      let first = calendar.start(of: grain, holding: newest, movedBy: 1 - max(1, span.count))
      return Period(
        days: first...newest, label: label, unit: grain, unitCount: max(1, span.count),
        isRelative: true)
    case .past(let span):
      let grain = try grain(span.unit)
      return Period(
        days: Self.window(of: max(1, span.count), grain, endingOn: asOf), label: label, unit: grain,
        unitCount: max(1, span.count), isRelative: true)
    case .this(let unit), .toDate(let unit):
      let grain = try grain(unit)
      let whole = calendar.range(of: grain, holding: asOf)
      return Period(
        days: whole.lowerBound...asOf, whole: whole, label: label, unit: grain,
        isUnfinished: asOf < whole.upperBound, isRelative: true)
    case .named(let name):
      guard depth < 8, let definition = catalogue.definition(name.key) else {
        throw .unknownPeriod(name, closest: closestPeriod(to: name))
      }
      guard case .period(let inner) = definition.form else { throw .notAPeriod(name) }
      let period = try resolve(inner, label: label, depth: depth + 1)
      return period
    case .points(let from, let to):
      let first = try range(of: from)
      guard let to else {
        return Period(
          days: first.days, label: label, unit: first.unit, isRelative: first.isRelative)
      }
      let last = try range(of: to)
      guard first.days.lowerBound <= last.days.upperBound else {
        throw .periodBackwards(from, to)
      }
      let days = first.days.lowerBound...last.days.upperBound
      let common = rules(of: from)
      let unit = first.unit == last.unit && common == rules(of: to) ? first.unit : nil
      return Period(
        days: days, label: label, unit: unit == .day ? nil : unit,
        unitCount: unit.map { common.steps(of: $0, in: days).count } ?? 1,
        isRelative: first.isRelative || last.isRelative)
    case .since(let point):
      let first = try range(of: point)
      guard first.days.lowerBound <= asOf else { throw .afterAsOf(point.span, asOf) }
      return Period(days: first.days.lowerBound...asOf, label: label, isRelative: true)
    case .until(let point):
      let last = try range(of: point)
      guard loaded.lowerBound <= last.days.upperBound else {
        throw .beforeLoaded(point.span, loaded.lowerBound)
      }
      return Period(
        days: loaded.lowerBound...last.days.upperBound, label: label, isRelative: last.isRelative)
    }
  }

  /// Written weeks and months are the common ones, whatever calendar groups the lines (R8); those
  /// of a pattern, quarters and years are the calendar's.
  private func rules(of point: PointSyntax) -> CalendarRules {
    switch point.form {
    case .today, .yesterday: CalendarRules()
    case .year: calendar
    case .date(let date):
      switch date {
      case .day, .month, .week: CalendarRules()
      case .quarter, .patternMonth: calendar
      }
    }
  }

  /// So many steps that end on a day. Counted in months, a window that ends on the last day of a
  /// month is whole months; otherwise it begins the day after the same day number so many months
  /// earlier, or after that month's last day, if it is shorter (R11).
  package static func window(of count: Int, _ grain: Grain, endingOn last: Day) -> ClosedRange<Day>
  {
    let months: Int
    switch grain {
    case .day: return last.advanced(by: 1 - count)...last
    case .week: return last.advanced(by: 1 - 7 * count)...last
    case .month: months = count
    case .quarter: months = 3 * count
    case .year: months = 12 * count
    }
    let common = CalendarRules()
    if common.end(of: .month, holding: last) == last {
      return common.start(of: .month, holding: last, movedBy: 1 - months)...last
    }
    let before =
      last.advanced(byMonths: -months)
      ?? common.end(
        of: .month, holding: common.start(of: .month, holding: last, movedBy: -months))
    return before.advanced(by: 1)...last
  }

  package func day(of point: PointSyntax) throws(Problem) -> Day {
    try range(of: point).days.upperBound
  }

  private func range(
    of point: PointSyntax
  ) throws(Problem) -> (days: ClosedRange<Day>, unit: Grain, isRelative: Bool) {
    switch point.form {
    case .today: return (asOf...asOf, .day, true)
    case .yesterday:
      let day = asOf.advanced(by: -1)
      return (day...day, .day, true)
    case .year(let year):
      let first = calendar.firstDay(ofYearNamed: year)
      return (calendar.range(of: .year, holding: first), .year, false)
    case .date(let date):
      guard let (days, unit) = date.days(in: calendar) else { throw .notADay(point.span) }
      return (days, unit, false)
    }
  }

  private func grain(_ unit: Name) throws(Problem) -> Grain {
    guard let grain = Grain(unitName: unit.key) else {
      throw .unknownUnit(unit, closest: Grain.closest(to: unit.key))
    }
    return grain
  }

  private func closestPeriod(to name: Name) -> String? {
    Spelling.closest(
      to: name.key,
      among: catalogue.definitions.compactMap {
        if case .period = $0.form { $0.name.text } else { nil }
      })
  }
}

extension DateLiteral {
  /// The days a date names, and the unit it is written in; `nil` where there is no such day.
  package func days(in calendar: CalendarRules) -> (ClosedRange<Day>, Grain)? {
    let common = CalendarRules()
    switch self {
    case .day(let year, let month, let day):
      return Day(year: year, month: month, day: day).map { ($0...$0, .day) }
    case .month(let year, let month):
      // A written month or ISO week is always the common one (R8).
      return Day(year: year, month: month, day: 1).map {
        (common.range(of: .month, holding: $0), .month)
      }
    case .week(let year, let week):
      return Day(isoYear: year, week: week).map { ($0...$0.advanced(by: 6), .week) }
    case .quarter(let year, let quarter):
      guard (1...4).contains(quarter) else { return nil }
      let first = calendar.firstDay(ofYearNamed: year, month: quarter * 3 - 2)
      return (calendar.range(of: .quarter, holding: first), .quarter)
    case .patternMonth(let year, let month):
      guard calendar.pattern != nil, (1...12).contains(month) else { return nil }
      let first = calendar.firstDay(ofYearNamed: year, month: month)
      return (calendar.range(of: .month, holding: first), .month)
    }
  }
}

extension Grain {
  private static let unitNames: [(String, Grain)] = [
    ("day", .day), ("days", .day), ("天", .day), ("week", .week), ("weeks", .week), ("周", .week),
    ("month", .month), ("months", .month), ("月", .month), ("quarter", .quarter),
    ("quarters", .quarter), ("季", .quarter), ("year", .year), ("years", .year), ("年", .year),
  ]

  /// A unit as people write it: `week`, `weeks`, `周`.
  package init?(unitName key: String) {
    guard let found = Grain.unitNames.first(where: { $0.0 == key }) else { return nil }
    self = found.1
  }

  /// The step that lines are made by, in one of its two languages: `week` or `周`.
  init?(axis key: String) {
    guard let word = TimeWord(key: key), key == word.rawValue || key == word.chinese else {
      return nil
    }
    self.init(rawValue: word.rawValue)
  }

  package static func closest(to key: String) -> String? {
    Spelling.closest(to: key, among: unitNames.map(\.0))
  }
}
