// `coverage`: the days of sources, stores and sites, as a table and as a strip.
import KepiColumns
import KepiDiagnostics
import KepiReports
import KepiSemantics

struct CoverageRun {
  let request: CoverageRequest

  /// One line: some places of one source, over some days.
  struct Group {
    let names: [Value]
    let source: String
    let places: [SourceDays.Place]
    let days: ClosedRange<Day>

    /// Days with rows, of each place by itself.
    var dayCount: Int { places.reduce(0) { $0 + count($1) { $0.isMarked($1) } } }

    /// Days that there should be; `nil` where none is daily.
    var expectedCount: Int? {
      let daily = places.filter { $0.expectedUntil != nil }
      guard !daily.isEmpty else { return nil }
      return daily.reduce(0) { $0 + count($1) { $0.isExpected($1) } }
    }

    /// Those of the expected days that are there.
    var keptCount: Int {
      (expectedCount ?? 0) - places.reduce(0) { $0 + count($1) { $0.isMissing($1) } }
    }

    /// Days that at least one place lacks.
    var missing: DayList {
      DayList(numbers.filter { day in places.contains { $0.isMissing(Day(number: day)) } })
    }

    var maturing: DayList {
      DayList(
        numbers.filter { day in
          places.contains { $0.maturing.contains(day) && $0.isMarked(Day(number: day)) }
        })
    }

    var rowCount: Int {
      places.reduce(0) { sum, place in
        numbers.reduce(sum) { $0 + place.rowCount(on: Day(number: $1)) }
      }
    }

    var markedDays: (first: Day, last: Day)? {
      let marked = numbers.filter { day in places.contains { $0.isMarked(Day(number: day)) } }
      guard let first = marked.first, let last = marked.last else { return nil }
      return (Day(number: first), Day(number: last))
    }

    /// The newest day of all places, as far as the as-of day lets it be seen.
    var newest: Day? { markedDays?.last }

    private var numbers: ClosedRange<Int> { days.lowerBound.number...days.upperBound.number }

    private func count(
      _ place: SourceDays.Place, _ holds: (SourceDays.Place, Day) -> Bool
    ) -> Int {
      numbers.count { holds(place, Day(number: $0)) }
    }
  }

  // MARK: Lines

  var groups: [Group] { groups(by: request.axes, over: request.period.days) }

  /// Sources in their order, then stores and sites by name, then the steps of time.
  func groups(by axes: [CoverageRequest.NamedAxis], over period: ClosedRange<Day>) -> [Group] {
    var found: [Group] = []
    for source in request.sources {
      var keys: [[String?]] = []
      var members: [[SourceDays.Place]] = []
      for place in source.places where request.filter.lets(source.name, place) {
        let key = axes.compactMap { axis -> String?? in
          switch axis.axis {
          case .source: source.name
          case .store: .some(place.store)
          case .site: .some(place.site)
          case .grain: nil
          }
        }
        if let known = keys.firstIndex(of: key) {
          members[known].append(place)
        } else {
          keys.append(key)
          members.append([place])
        }
      }
      for (key, places) in zip(keys, members) {
        for step in steps(of: axes, period) {
          var texts = key.makeIterator()
          let names = axes.map { axis -> Value in
            if axis.axis.grain != nil { return .day(step.start) }
            return (texts.next() ?? nil).map { .text($0) } ?? .blank
          }
          found.append(
            Group(names: names, source: source.name, places: places, days: step.days))
        }
      }
    }
    return found
  }

  private func steps(
    of axes: [CoverageRequest.NamedAxis], _ period: ClosedRange<Day>
  ) -> [(start: Day, days: ClosedRange<Day>)] {
    guard let grain = axes.compactMap(\.axis.grain).min() else {
      return [(period.lowerBound, period)]
    }
    return request.calendar.steps(of: grain, in: period).map { step in
      let days =
        max(step.lowerBound, period.lowerBound)...min(step.upperBound, period.upperBound)
      return (step.lowerBound, days)
    }
  }

  // MARK: The table

  /// - Parameter language: that of headers and lists of days; `nil` for programs, which read English
  ///   names and whole lists.
  func answer(in language: Language?) -> Answer? {
    let groups = groups
    let hasSteps = request.axes.contains { $0.axis.grain != nil }
    var columns: [Table.NamedColumn] = []
    func add(_ name: Phrase, _ unit: Unit, _ values: [Value]) {
      guard let column = Column(values, unit: unit) else { return }
      columns.append(
        Table.NamedColumn(name: name.text(in: language ?? .english), unit: unit, column: column))
    }
    for (place, axis) in request.axes.enumerated() {
      let unit: Unit = axis.axis.grain.map { .date($0) } ?? .text
      add(Phrase(asWritten: axis.name), unit, groups.map { $0.names[place] })
    }
    func text(_ days: DayList) -> Value {
      if days.ranges.isEmpty { return .blank }
      return .text(language.map { days.phrase().text(in: $0) } ?? days.plainText)
    }
    func number(_ count: Int?) -> Value { count.map { .exact(ExactNumber($0)) } ?? .blank }
    add(Phrase("rows", zh: "行数"), .count, groups.map { number($0.rowCount) })
    if !hasSteps {
      add(
        Phrase("first day", zh: "第一天"), .date(.day),
        groups.map { $0.markedDays.map { .day($0.first) } ?? .blank })
      add(
        Phrase("last day", zh: "最后一天"), .date(.day),
        groups.map { $0.markedDays.map { .day($0.last) } ?? .blank })
    }
    add(Phrase("days", zh: "天数"), .count, groups.map { number($0.dayCount) })
    add(Phrase("expected", zh: "应有"), .count, groups.map { number($0.expectedCount) })
    add(Phrase("missing", zh: "缺少"), .text, groups.map { text($0.missing) })
    if !hasSteps {
      add(
        Phrase("age", zh: "距今天数"), .count,
        groups.map { group in number(group.newest.map { max(0, request.asOf - $0) }) })
    }
    add(Phrase("maturing", zh: "未定天数"), .count, groups.map { number($0.maturing.dayCount) })
    let period = Receipt.Period(
      label: request.period.label, first: request.period.days.lowerBound,
      last: request.period.days.upperBound, isUnfinished: false)
    return Answer(
      table: Table(rowCount: groups.count, columns: columns), groupingCount: request.axes.count,
      lines: groups.map { _ in .plain },
      receipt: Receipt(
        periods: [period], asOf: request.asOf, asOfReason: request.asOfReason, sources: [],
        notes: []))
  }

  // MARK: The strip

  /// A calendar for the terminal: a line for each group, a cell for each day where there is room,
  /// else for each week or month.
  func strip(columns: Int, strokes: Strokes, language: Language) -> String {
    let axes = request.axes.filter { $0.axis.grain == nil }
    let groups = groups(by: axes, over: request.period.days)
    guard !groups.isEmpty else { return "" }
    let labels = groups.map { group in
      group.names.map(\.plainText).filter { !$0.isEmpty }.joined(separator: " ").printable
    }
    let width = min(labels.map { CellWidth.of($0) }.max() ?? 0, max(12, columns / 3))
    let room = max(10, columns - width - 2)
    let grain: Grain =
      [Grain.day, .week, .month, .quarter].first {
        request.calendar.steps(of: $0, in: request.period.days).count <= room
      } ?? .year
    let steps = request.calendar.steps(of: grain, in: request.period.days)
    let signs = CoverageSigns(strokes)
    let heading = Self.heading(of: steps, from: request.period.days.lowerBound)
    var lines = [String(repeating: " ", count: width + 2) + heading]
    for (group, label) in zip(groups, labels) {
      let name = CellWidth.cut(label, to: width)
      let blanks = String(repeating: " ", count: width - CellWidth.of(name) + 2)
      lines.append(name + blanks + steps.map { signs.sign(of: group, in: $0) }.joined())
    }
    let unit = Phrase("one cell is one \(grain.rawValue)", zh: "一格为一\(grain.chineseCounted)")
    lines.append("")
    lines.append(
      signs.legend.text(in: language) + Phrase("; ", zh: "；").text(in: language)
        + unit.text(in: language))
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// The month above the cell in which it begins, where it does not run into the one before.
  private static func heading(of steps: [ClosedRange<Day>], from first: Day) -> String {
    var text = ""
    for (place, step) in steps.enumerated() {
      let firstOfMonth = step.upperBound.components.day <= step.upperBound - step.lowerBound + 1
      guard place == 0 || firstOfMonth, place == 0 || text.count < place else { continue }
      let day = place == 0 ? max(step.lowerBound, first) : step.upperBound
      let month = String(day.text.prefix(7))
      text += String(repeating: " ", count: place - text.count) + month
    }
    return text
  }
}

/// What stands in a strip for a day, or for several.
struct CoverageSigns {
  private let full: String
  private let some: String
  private let none: String
  private let maturing: String

  init(_ strokes: Strokes) {
    switch strokes {
    case .blocks: (full, some, none, maturing) = ("█", "▓", "·", "░")
    case .ascii: (full, some, none, maturing) = ("#", "+", ".", "~")
    }
  }

  var legend: Phrase {
    Phrase(
      "\(full) there  \(some) partly  \(none) missing  \(maturing) still maturing",
      zh: "\(full) 有  \(some) 部分  \(none) 缺少  \(maturing) 未定")
  }

  /// Blank where nothing is expected.
  func sign(of group: CoverageRun.Group, in step: ClosedRange<Day>) -> String {
    var (marked, missing, maturing) = (0, 0, 0)
    for number in step.lowerBound.number...step.upperBound.number {
      let day = Day(number: number)
      guard group.days.contains(day) else { continue }
      for place in group.places {
        if place.isMarked(day) {
          marked += 1
          if place.maturing.contains(number) { maturing += 1 }
        } else if place.isMissing(day) {
          missing += 1
        }
      }
    }
    if marked == 0 { return missing == 0 ? " " : none }
    if missing > 0 { return some }
    return maturing > 0 ? self.maturing : full
  }
}
