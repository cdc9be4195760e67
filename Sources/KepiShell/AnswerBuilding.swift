// From the result of the engine to the table that reports show.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics

extension Answer {
  /// Lays out a result; `nil` where an exact value does not fit a column.
  init?(_ result: QueryResult, of query: ResolvedQuery, sources: Store, notes: [Phrase]) {
    var columns: [Table.NamedColumn] = []
    var hidden: Set<String> = []
    var changes: [Int: ChangeMeaning] = [:]
    var points: Set<Int> = []
    for (place, axis) in query.axes.enumerated() {
      var unit = axis.unit
      if axis.form.step == nil, unit == .text,
        let texts = result.lines.columns.flatMap({ TextColumn($0.groups[place]) })
      {
        columns.append(Table.NamedColumn(name: axis.name, unit: unit, column: .text(texts)))
        continue
      }
      var values = result.lines.groups(at: place)
      // Steps of a calendar of one's own go by its names: 2026-P01, and quarters that begin in April.
      if let grain = axis.form.step, !query.calendar.isCommon, grain > .week {
        unit = .text
        values = values.map { value in
          if case .day(let day) = value {
            .text(query.calendar.label(of: grain, holding: day))
          } else {
            value
          }
        }
      }
      guard let column = Column(values, unit: unit) else { return nil }
      columns.append(Table.NamedColumn(name: axis.name, unit: unit, column: column))
    }
    for (place, item) in query.items.enumerated() {
      var unit = item.formula.unit
      let cells: [Cell]
      let column: Column
      if let numbers = result.lines.columns?.numbers[place], unit.isOfNumbers {
        // All are in one currency.
        cells = numbers.isEmpty ? [] : [numbers.cell(at: 0)]
        column = Column(numbers)
      } else {
        cells = result.lines.map { $0.cells[place] }
        guard let made = Column(cells.map(\.value), unit: unit) else { return nil }
        column = made
      }
      if case .money = unit {
        let codes = cells.map { cell -> String? in
          if case .one(let code) = cell.currency { code } else { nil }
        }
        let distinct = Set(codes.compactMap { $0 })
        if distinct.count > 1 {
          let name = "currency of \(item.name)"
          unit = .money(.column(name))
          hidden.insert(name)
          columns.append(
            Table.NamedColumn(name: name, unit: .text, column: .text(TextColumn(codes))))
        } else {
          unit = .money(distinct.first.map { .fixed($0) } ?? .unknown)
        }
      }
      if item.isChange { changes[columns.count] = ChangeMeaning(item.good) }
      if item.formula.isDifferenceOfPercentages { points.insert(columns.count) }
      columns.append(Table.NamedColumn(name: item.name, unit: unit, column: column))
    }
    self.init(
      table: Table(rowCount: result.lines.count, columns: columns), hiddenColumns: hidden,
      groupingCount: query.axes.count,
      lines: result.lines.kinds.map { kind in
        switch kind {
        case .plain: .plain
        case .others: .others
        case .total: .total
        }
      },
      summedColumns: result.lines.kinds.enumerated().map { row, kind in
        guard kind != .plain else { return [] }
        let groups = result.lines[row].groups
        return groups.indices.filter { groups[$0] == kind.mark }
      }, receipt: Receipt(result, of: query, sources: sources, notes: notes))
    unfinished = query.unfinishedLines(of: result, sources)
    self.changes = changes
    pointColumns = points
  }
}

extension Formula {
  /// Which is in percentage points: from 20 % to 25 % is 5 of them, and 25 % more.
  fileprivate var isDifferenceOfPercentages: Bool {
    guard case .arithmetic(.minus, let left, let right, .percent) = self else { return false }
    return left.unit == .percent && right.unit == .percent
  }
}

extension Answer.ChangeMeaning {
  fileprivate init(_ good: Definition.Direction?) {
    switch good {
    case .high: self = .higherIsBetter
    case .low: self = .lowerIsBetter
    case .range, .neutral, nil: self = .open
    }
  }
}

extension ResolvedQuery {
  /// The lines of the newest step, where it is compared with an earlier one and is not over.
  fileprivate func unfinishedLines(of result: QueryResult, _ store: Store) -> Answer.Unfinished? {
    var first: Day?
    for key in sources where first == nil {
      let lastDay = store[key]?.schema.extent?.days?.upperBound
      first = unfinishedStep(of: key, lastDay: lastDay)?.firstDay
    }
    guard let first, let finest = grains.min(),
      let column = axes.indices.last(where: { axes[$0].grain == finest })
    else { return nil }
    let days = result.lines.groups(at: column)
    let rows = days.indices.filter { days[$0] == .day(first) }
    return Answer.Unfinished(column: column, rows: Set(rows))
  }
}

extension ResolvedQuery.Axis {
  fileprivate var grain: Grain? { if case .grain(let grain) = form { grain } else { nil } }
}

extension QueryResult.Line.Kind {
  /// What the engine puts in the place of the groups that a line sums up.
  fileprivate var mark: Value? {
    switch self {
    case .plain: nil
    case .others: .text("(others)")
    case .total: .text("(total)")
    }
  }
}

extension TextColumn {
  /// `nil` where values are no texts. Only texts that lines have get codes, in the order of lines.
  fileprivate init?(_ groups: LineColumns.Groups) {
    var codes = [Int64](repeating: -1, count: groups.values.count)
    var dictionary = [""]
    var own: [Int64] = []
    own.reserveCapacity(groups.codes.count)
    for code in groups.codes {
      if codes[Int(code)] < 0 {
        switch groups.values[Int(code)] {
        case .blank, .nothing: codes[Int(code)] = 0
        case .text(let text):
          codes[Int(code)] = Int64(dictionary.count)
          dictionary.append(text)
        case .exact, .approximate, .day, .truth: return nil
        }
      }
      own.append(codes[Int(code)])
    }
    self.init(dictionary: dictionary, codes: own)
  }
}

extension Unit {
  fileprivate var isOfNumbers: Bool {
    switch self {
    case .money, .count, .number, .percent, .days: true
    case .text, .date, .truth: false
    }
  }
}

extension Column {
  fileprivate init(_ numbers: LineColumns.Numbers) {
    switch numbers.storage {
    case .exact(let digits, let scale):
      self = .amount(
        AmountColumn(
          values: digits, scale: scale,
          present: numbers.present.map { Bitmap($0) }
            ?? Bitmap(repeating: true, count: digits.count)))
    case .approximate(let values):
      self = .number(
        NumberColumn(
          values: values,
          present: numbers.present.map { Bitmap($0) }
            ?? Bitmap(repeating: true, count: values.count)))
    }
  }

  /// The narrowest column that holds the values; `nil` where an exact one does not fit 64 bits.
  /// The marks of totals and others in a column that is no text are left out: reports put them back
  /// from the kind of the line.
  init?(_ values: [Value], unit: Unit) {
    switch unit {
    case .text:
      self = .text(
        TextColumn(
          values.map { value -> String? in
            switch value {
            case .text(let text): text
            case .truth(let truth): truth ? "true" : "false"
            case .exact(let number): number.plainText
            case .day(let day): day.text
            case .approximate(let number): "\(number)"
            case .blank, .nothing: nil
            }
          }))
    case .date:
      let days = values.map { value -> Day? in if case .day(let day) = value { day } else { nil } }
      self = .date(
        DateColumn(
          days: days.map { Int64($0?.number ?? 0) }, present: Bitmap(days.map { $0 != nil })))
    case .truth:
      let truths = values.map { value -> Bool? in
        if case .truth(let truth) = value { truth } else { nil }
      }
      self = .amount(
        AmountColumn(
          values: truths.map { $0 == true ? 1 : 0 }, scale: 0,
          present: Bitmap(truths.map { $0 != nil })))
    case .money, .count, .number, .percent, .days:
      let isApproximate = values.contains {
        if case .approximate = $0 { true } else { false }
      }
      if isApproximate {
        let numbers = values.map(\.double)
        self = .number(
          NumberColumn(
            values: numbers.map { $0 ?? 0 }, present: Bitmap(numbers.map { $0 != nil })))
        return
      }
      let exact = values.map { value -> ExactNumber? in
        if case .exact(let number) = value { number } else { nil }
      }
      let scale = exact.compactMap { $0?.scale }.max() ?? 0
      var digits: [Int64] = []
      for number in exact {
        guard let scaled = try? (number ?? .zero).rescaled(to: scale),
          let fitting = Int64(exactly: scaled)
        else { return nil }
        digits.append(fitting)
      }
      self = .amount(
        AmountColumn(values: digits, scale: scale, present: Bitmap(exact.map { $0 != nil })))
    }
  }
}

extension Receipt {
  init(_ result: QueryResult, of query: ResolvedQuery, sources: Store, notes: [Phrase]) {
    let period = query.period
    var periods = period.map { period in
      [
        Receipt.Period(
          label: period.label, first: period.days.lowerBound, last: period.days.upperBound,
          isUnfinished: period.isUnfinished)
      ]
    }
    for baseline in query.baselines {
      guard let range = query.range(of: baseline, in: sources) else { continue }
      periods?.append(
        Receipt.Period(
          label: Phrase(
            "vs \(baseline.label.english)", zh: "对比\(baseline.label.chinese.afterChinese)"),
          first: range.lowerBound, last: range.upperBound,
          isUnfinished: period?.isUnfinished ?? false))
    }
    self.init(
      periods: periods ?? [], asOf: query.asOf?.day, asOfReason: query.asOf?.reason ?? .empty,
      sources: result.uses.compactMap { use in
        guard let source = sources[use.source] else { return nil }
        let covered = source.schema.extent?.days
        let asked = period.map { $0.days.upperBound - $0.days.lowerBound + 1 } ?? 0
        let common = period.flatMap { period in
          covered.map { CalendarRules.commonDays($0, period.days) }
        }
        return Receipt.SourceUse(
          name: source.schema.name, rowsRead: use.rowsRead, rowsKept: use.rowsKept,
          covered: covered, daysCovered: common ?? 0, daysAsked: covered == nil ? 0 : asked)
      }, conversion: query.conversion?.text, notes: notes)
  }
}

extension ResolvedQuery.Axis.Form {
  /// The step of time that lines are made of: the question's, or that of a date of each row.
  fileprivate var step: Grain? {
    switch self {
    case .grain(let grain): return grain
    case .value(let expressions):
      for case .step(let grain, _, _) in expressions.values { return grain }
      return nil
    }
  }
}
