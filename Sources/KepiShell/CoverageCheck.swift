// `check coverage`: whether all days are there, and whether they are fresh.
import KepiColumns
import KepiDiagnostics
import KepiReports
import KepiSemantics
import KepiSyntax

struct CoverageCheck {
  let title: String?
  let run: CoverageRun
  /// Where the check is written.
  let place: CheckResult.Place?
  let span: SourceSpan

  struct Report {
    let results: [CheckResult]
    /// The same for programs: a line for each rule and group.
    var answer: Answer
    /// What `warn` found.
    let notes: [Diagnostic]

    var holds: Bool { results.allSatisfy { $0.outcome == .passed } }
  }

  func report() -> Report {
    let rules =
      run.request.rules.isEmpty
      ? [CoverageRuleSyntax(isRequired: true, .complete, at: span)] : run.request.rules
    let groups = run.groups
    var results: [CheckResult] = []
    var notes: [Diagnostic] = []
    var rows: [Row] = []
    for rule in rules {
      let found = groups.map { Row(rule: rule, group: $0, asOf: run.request.asOf) }
      rows += found
      if !rule.isRequired {
        if let note = note(on: rule, found) { notes.append(note) }
        continue
      }
      results.append(result(of: rule, found))
    }
    return Report(results: results, answer: answer(rows), notes: notes)
  }

  /// One rule for one group.
  private struct Row {
    let rule: CoverageRuleSyntax
    let group: CoverageRun.Group
    let found: Phrase
    let expected: Phrase
    /// Programs read numbers: days there of days expected, age and limit.
    let value: Int?
    let limit: Int?
    let remark: Phrase

    init(rule: CoverageRuleSyntax, group: CoverageRun.Group, asOf: Day) {
      self.rule = rule
      self.group = group
      switch rule.form {
      case .complete:
        let missing = group.missing
        limit = group.expectedCount
        value = group.expectedCount == nil ? nil : group.keptCount
        let list = missing.phrase()
        remark =
          missing.ranges.isEmpty
          ? .empty
          : Phrase("missing \(list.english)", zh: "缺少 \(list.chinese)")
      case .fresh(let units):
        let age = group.newest.map { max(0, asOf - $0) }
        value = age
        limit = units.dayCount
        let newest = group.newest?.text ?? ""
        remark =
          newest.isEmpty
          ? .empty : Phrase("newest day \(newest)", zh: "最新一天 \(newest)")
      }
      func days(_ count: Int?) -> Phrase {
        count.map { Phrase($0 == 1 ? "1 day" : "\($0) days", zh: "\($0) 天") } ?? .empty
      }
      found = days(value)
      expected = days(limit)
    }

    /// `nil` where it cannot be told: no day at all, or no daily source.
    var holds: Bool? {
      guard let value, let limit else { return nil }
      switch rule.form {
      case .complete: return value == limit
      case .fresh: return value <= limit
      }
    }
  }

  private func name(of rule: CoverageRuleSyntax) -> String {
    switch rule.form {
    case .complete: "complete"
    case .fresh(let units): "fresh within \(units.count) \(units.unit.text)"
    }
  }

  private func result(of rule: CoverageRuleSyntax, _ rows: [Row]) -> CheckResult {
    let told = rows.filter { $0.holds != nil }
    let passes = !told.isEmpty && told.allSatisfy { $0.holds == true }
    let sign = rule.form == .complete ? "=" : "<="
    let subject = rule.form == .complete ? "days" : "age"
    let axes = run.request.axes
    let limits = Set(told.map(\.expected))
    return CheckResult(
      title: title, condition: name(of: rule), place: place,
      outcome: passes ? .passed : .failed,
      comparison: CheckResult.Comparison(
        subject: subject, sign: sign,
        limit: rule.form == .complete ? "all" : name(of: rule).dropping("fresh within "),
        limitValue: rule.form == .complete && limits.count == 1 ? limits.first : nil, actual: nil),
      days: run.request.period.days, dimensions: axes.map(\.name),
      passedCount: told.count { $0.holds == true }, countedCount: told.count,
      groups: rows.filter { $0.holds == false || told.isEmpty }.map { row in
        CheckResult.Group(
          names: names(of: row.group),
          actual: CheckResult.Reading(
            shown: row.found, plain: row.value.map { String($0) }),
          expected: CheckResult.Reading(
            shown: row.expected, plain: row.limit.map { String($0) }), parts: [],
          hasData: row.holds != nil, remark: row.remark)
      })
  }

  private func names(of group: CoverageRun.Group) -> [CheckResult.Reading] {
    zip(run.request.axes, group.names).map { axis, value in
      var text = value.plainText
      if let grain = axis.axis.grain, case .day(let day) = value {
        text = run.request.calendar.label(of: grain, holding: day)
      }
      return CheckResult.Reading(shown: Phrase(asWritten: text), plain: text)
    }
  }

  private func note(on rule: CoverageRuleSyntax, _ rows: [Row]) -> Diagnostic? {
    let failing = rows.filter { $0.holds == false }
    guard !failing.isEmpty else { return nil }
    let name = name(of: rule)
    return Diagnostic(
      .note, .ruleFailed,
      Phrase(
        failing.count == 1
          ? "one place is not \(name)" : "\(failing.count) places are not \(name)",
        zh: "\(failing.count) 处不满足 \(name)"), at: [.init(rule.span)],
      details: failing.prefix(3).map { row in
        let names = names(of: row.group).compactMap(\.plain).filter { !$0.isEmpty }
          .joined(separator: " ")
        return Phrase(
          "\(names): \(row.found.english), \(row.remark.english)",
          zh: "\(names)：\(row.found.chinese)，\(row.remark.chinese)")
      })
  }

  private func answer(_ rows: [Row]) -> Answer {
    var columns = [
      Table.NamedColumn(
        name: "check", unit: .text, column: .text(TextColumn(rows.map { _ in title }))),
      Table.NamedColumn(
        name: "condition", unit: .text,
        column: .text(
          TextColumn(
            rows.map { ($0.rule.isRequired ? "require " : "warn ") + name(of: $0.rule) }))),
    ]
    for (place, axis) in run.request.axes.enumerated() {
      let unit: Unit = axis.axis.grain.map { .date($0) } ?? .text
      if let column = Column(rows.map { $0.group.names[place] }, unit: unit) {
        columns.append(Table.NamedColumn(name: axis.name, unit: unit, column: column))
      }
    }
    for (name, numbers) in [("value", rows.map(\.value)), ("limit", rows.map(\.limit))] {
      let values = numbers.map { $0.map { Value.exact(ExactNumber($0)) } ?? .blank }
      if let column = Column(values, unit: .count) {
        columns.append(Table.NamedColumn(name: name, unit: .count, column: column))
      }
    }
    columns.append(
      Table.NamedColumn(
        name: "missing", unit: .text,
        column: .text(
          TextColumn(
            rows.map { row in
              row.rule.form == .complete && !row.group.missing.ranges.isEmpty
                ? row.group.missing.plainText : nil
            }))))
    columns.append(
      Table.NamedColumn(
        name: "outcome", unit: .text,
        column: .text(
          TextColumn(rows.map { $0.holds.map { $0 ? "pass" : "fail" } ?? "no data" }))))
    let period = run.request.period
    return Answer(
      table: Table(rowCount: rows.count, columns: columns), lines: rows.map { _ in .plain },
      receipt: Receipt(
        periods: [
          Receipt.Period(
            label: period.label, first: period.days.lowerBound, last: period.days.upperBound,
            isUnfinished: false)
        ], asOf: run.request.asOf, asOfReason: run.request.asOfReason, sources: [], notes: []))
  }
}

extension SpanOfUnits {
  /// As a number of days; `nil` for what is no unit of time.
  var dayCount: Int? {
    guard let grain = Grain(unitName: unit.key) else { return nil }
    return switch grain {
    case .day: count
    case .week: 7 * count
    case .month: 31 * count
    case .quarter: 92 * count
    case .year: 366 * count
    }
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
