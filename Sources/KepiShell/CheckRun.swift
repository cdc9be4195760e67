// `check`: a question of conditions, and which of its lines do not meet them.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

struct CheckRun {
  let title: String?
  let query: QuerySyntax
  let questioner: Questioner
  /// Where a condition is written.
  let place: (SourceSpan) -> CheckResult.Place?

  /// What a check found.
  struct Report {
    let results: [CheckResult]
    /// The same for programs: a line for each condition and group.
    var answer: Answer
    let notes: [Diagnostic]
    let query: ResolvedQuery

    var holds: Bool { results.allSatisfy { $0.outcome == .passed } }
  }

  /// Items that are no conditions.
  static func problems(of query: QuerySyntax, _ model: Model) -> [Diagnostic] {
    guard let resolved = try? ResolvedQuery.resolve(query, in: model) else { return [] }
    return resolved.items.filter { $0.formula.unit != .truth }.map {
      Problem.notACondition($0.span, unit: $0.formula.unit).diagnostic.about(query.span)
    }
  }

  /// One condition taken apart: what is compared, and what a ratio is made of.
  private struct Condition {
    let item: ResolvedQuery.Item
    let sides: Sides?
    let value: ResolvedQuery.Item?
    let limit: ResolvedQuery.Item?
    /// Numerator and denominator of the value, with the names they go by. Of a condition that is
    /// more than one comparison, each number that it looks at.
    let parts: [ResolvedQuery.Item]
  }

  /// A comparison as it is written.
  private struct Sides {
    let subject: ExpressionSyntax
    let sign: BinaryOperator
    let limit: ExpressionSyntax
  }

  private enum LineOutcome: String { case pass, fail, noData = "no data" }

  /// One condition for one group, as programs read it.
  private struct CheckedLine {
    let condition: String
    let groups: [Value]
    let value: Cell?
    let limit: Cell?
    let outcome: LineOutcome
  }

  func run() throws(Questioner.Refusal) -> Report {
    let resolved = try questioner.resolve(query, namingParts: true)
    let conditions = resolved.items.enumerated().map {
      condition($0.element, query.items[$0.offset], resolved.partNames)
    }
    let asked = resolved.asking(
      conditions.flatMap { [$0.item] + [$0.value, $0.limit].compactMap { $0 } + $0.parts })
    let result = try questioner.result(of: asked)
    guard let answer = Answer(result, of: asked, sources: questioner.store, notes: []) else {
      throw Questioner.Refusal([
        Diagnostic.error(.overflow, .tooLarge, at: query.span)
      ])
    }
    var results: [CheckResult] = []
    var rows: [CheckedLine] = []
    var place = 0
    for condition in conditions {
      let width =
        1 + [condition.value, condition.limit].compactMap { $0 }.count + condition.parts.count
      let outcomes = result.lines.map { line in
        outcome(of: Array(line.cells[place..<place + width]), condition)
      }
      for (line, outcome) in zip(result.lines, outcomes) {
        let isCompared = condition.value != nil
        rows.append(
          CheckedLine(
            condition: condition.item.name, groups: line.groups,
            value: isCompared ? line.cells[place + 1] : nil,
            limit: isCompared ? line.cells[place + 2] : nil, outcome: outcome))
      }
      results.append(
        self.result(
          condition, outcomes, asked, result, answer, columns: place..<place + width))
      place += width
    }
    let gaps = questioner.gaps(of: asked, query)
    let notes = questioner.notes(
      on: result, of: asked, query, mixes: Array(result.mixes.prefix(1)), gaps: gaps)
    var receipt = answer.receipt.with(notes: notes.map(\.remark))
    receipt.gaps = gaps
    receipt.definitions = questioner.model.catalogue.definitions(namedIn: query).map {
      Receipt.DefinitionUse(
        name: $0.name.text, fingerprint: questioner.model.catalogue.fingerprint(of: $0))
    }
    return Report(
      results: results, answer: programAnswer(rows, resolved, receipt: receipt), notes: notes,
      query: resolved)
  }

  // MARK: Taking apart

  private func condition(
    _ item: ResolvedQuery.Item, _ syntax: ItemSyntax, _ names: [Formula: [PartName]]
  ) -> Condition {
    guard case .compare(_, let left, let right) = item.formula,
      case .binary(let sign, let leftSyntax, let rightSyntax) = syntax.expression.form
    else {
      let parts = item.formula.comparedNumbers.map {
        ResolvedQuery.Item(
          name: names[$0]?.last?.written ?? $0.written, formula: $0, span: item.span)
      }
      return Condition(item: item, sides: nil, value: nil, limit: nil, parts: parts)
    }
    let value = ResolvedQuery.Item(
      name: leftSyntax.columnName, formula: left, span: leftSyntax.span)
    let limit = ResolvedQuery.Item(name: "limit", formula: right, span: rightSyntax.span)
    return Condition(
      item: item, sides: Sides(subject: leftSyntax, sign: sign, limit: rightSyntax),
      value: value, limit: limit,
      parts: RatioParts(model: questioner.model).parts(of: left, leftSyntax))
  }

  private func outcome(of cells: [Cell], _ condition: Condition) -> LineOutcome {
    if condition.value != nil, cells[1].value.isBlank || cells[2].value.isBlank { return .noData }
    if cells[0].value.isBlank { return .noData }
    return cells[0].value == .truth(true) ? .pass : .fail
  }

  // MARK: What was found

  private func result(
    _ condition: Condition, _ outcomes: [LineOutcome], _ query: ResolvedQuery,
    _ result: QueryResult, _ answer: Answer, columns: Range<Int>
  ) -> CheckResult {
    let passes = outcomes.contains(.pass) && !outcomes.contains(.fail)
    let keyCount = query.axes.count
    let cells = CheckedCells(
      answer: answer, lines: Array(result.lines), keyCount: keyCount, firstItem: columns.lowerBound)
    let groups = outcomes.indices.filter { outcomes[$0] != .pass || keyCount == 0 }.map { row in
      group(condition, outcomes[row], row, cells)
    }
    let comparison = condition.sides.map { sides in
      CheckResult.Comparison(
        subject: sides.subject.columnName, sign: sides.sign.rawValue,
        limit: sides.limit.columnName,
        limitValue: sides.limit.isLiteral ? nil : cells.range(ofItem: 2).flatMap { $0.single },
        actual: cells.range(ofItem: 1)?.phrase)
    }
    return CheckResult(
      title: title, condition: condition.item.name, place: place(condition.item.span),
      outcome: passes ? .passed : .failed, comparison: comparison, days: query.period?.days,
      dimensions: query.axes.map(\.name), passedCount: outcomes.count { $0 == .pass },
      countedCount: outcomes.count { $0 != .noData }, groups: groups)
  }

  private func group(
    _ condition: Condition, _ outcome: LineOutcome, _ row: Int, _ cells: CheckedCells
  ) -> CheckResult.Group {
    let names = (0..<cells.keyCount).map { cells.name(row: row, $0) }
    guard condition.value != nil else {
      let parts = condition.parts.enumerated().map { place, part in
        CheckResult.Part(name: part.name, reading: cells.reading(row: row, item: 1 + place))
      }
      return CheckResult.Group(
        names: names, actual: nil, expected: nil, parts: parts, hasData: outcome != .noData,
        remark: .empty)
    }
    var (actual, expected) = (cells.reading(row: row, item: 1), cells.reading(row: row, item: 2))
    if outcome == .fail, actual.shown == expected.shown {
      // 25.04 % against 25 %: rounded, it would seem to hold.
      actual = cells.reading(row: row, item: 1, isExact: true)
      expected = cells.reading(row: row, item: 2, isExact: true)
    }
    let isMixed = outcome == .noData && actual.plain != nil && expected.plain != nil
    // What blank parts are made of is said by a note.
    let parts =
      outcome == .noData
      ? []
      : condition.parts.enumerated().map { place, part in
        CheckResult.Part(name: part.name, reading: cells.reading(row: row, item: 3 + place))
      }
    return CheckResult.Group(
      names: names, actual: actual, expected: expected, parts: parts, hasData: outcome != .noData,
      remark: isMixed ? Phrase("no data: the currencies differ", zh: "无数据：币种不同") : .empty)
  }

  private func programAnswer(
    _ rows: [CheckedLine], _ query: ResolvedQuery, receipt: Receipt
  ) -> Answer {
    var columns = [
      Table.NamedColumn(
        name: "check", unit: .text, column: .text(TextColumn(rows.map { _ in title }))),
      Table.NamedColumn(
        name: "condition", unit: .text, column: .text(TextColumn(rows.map { $0.condition }))),
    ]
    for (place, axis) in query.axes.enumerated() {
      if let column = Column(rows.map { $0.groups[place] }, unit: axis.unit) {
        columns.append(Table.NamedColumn(name: axis.name, unit: axis.unit, column: column))
      }
    }
    for (name, cells) in [("value", rows.map(\.value)), ("limit", rows.map(\.limit))] {
      let numbers = cells.map { $0?.value.double == nil ? Value.blank : $0?.value ?? .blank }
      if let column = Column(numbers, unit: .number) {
        columns.append(Table.NamedColumn(name: name, unit: .number, column: column))
      }
    }
    let currencies = rows.map { row -> String? in
      if case .one(let code) = row.value?.currency { code } else { nil }
    }
    if currencies.contains(where: { $0 != nil }) {
      columns.append(
        Table.NamedColumn(name: "currency", unit: .text, column: .text(TextColumn(currencies))))
    }
    columns.append(
      Table.NamedColumn(
        name: "outcome", unit: .text, column: .text(TextColumn(rows.map { $0.outcome.rawValue }))))
    return Answer(
      table: Table(rowCount: rows.count, columns: columns), lines: rows.map { _ in .plain },
      receipt: receipt)
  }
}

/// The cells of one condition: the truth of it first, then the value, the limit and the parts.
private struct CheckedCells {
  let answer: Answer
  let lines: [QueryResult.Line]
  let keyCount: Int
  /// The place of the condition among the items of the question.
  let firstItem: Int
  private let shown: [Int]

  init(answer: Answer, lines: [QueryResult.Line], keyCount: Int, firstItem: Int) {
    self.answer = answer
    self.lines = lines
    self.keyCount = keyCount
    self.firstItem = firstItem
    shown = answer.table.columns.indices.filter {
      !answer.hiddenColumns.contains(answer.table.columns[$0].name)
    }
  }

  func name(row: Int, _ place: Int) -> CheckResult.Reading {
    reading(row: row, column: shown[place], isExact: false)
  }

  func reading(row: Int, item: Int, isExact: Bool = false) -> CheckResult.Reading {
    reading(row: row, column: shown[keyCount + firstItem + item], isExact: isExact)
  }

  private func reading(row: Int, column: Int, isExact: Bool) -> CheckResult.Reading {
    CheckResult.Reading(
      shown: Phrase {
        answer.text(row: row, column: column, language: $0, isExact: isExact)
      }, plain: answer.plainText(row: row, column: column))
  }

  /// The least and the largest value of an item over all lines that have one; `nil` where they
  /// cannot be put in an order.
  func range(ofItem item: Int) -> (phrase: Phrase, single: Phrase?)? {
    let rows = lines.indices.filter { !cell($0, item).value.isBlank }
    guard let first = rows.first else { return nil }
    let currency = cell(first, item).currency
    guard currency != .mixed, rows.allSatisfy({ cell($0, item).currency == currency }) else {
      return nil
    }
    var (least, largest) = (first, first)
    for row in rows.dropFirst() {
      guard let isLess = cell(row, item).value.isLess(than: cell(least, item).value),
        let isMore = cell(largest, item).value.isLess(than: cell(row, item).value)
      else { return nil }
      if isLess { least = row }
      if isMore { largest = row }
    }
    let (low, high) = (
      reading(row: least, item: item).shown, reading(row: largest, item: item).shown
    )
    if low == high { return (low, low) }
    return (
      Phrase("\(low.english) to \(high.english)", zh: "\(low.chinese) 至 \(high.chinese)"), nil
    )
  }

  private func cell(_ row: Int, _ item: Int) -> Cell { lines[row].cells[firstItem + item] }
}

extension Formula {
  /// A number as it is written.
  private var isFixed: Bool {
    if case .negated(let inner) = self { return inner.isFixed }
    if case .declared(let inner, _) = self { return inner.isFixed }
    if case .constant = self { return true }
    return false
  }

  /// The numbers that a condition of several comparisons looks at, each once, in the order written.
  fileprivate var comparedNumbers: [Formula] {
    var numbers: [Formula] = []
    func add(_ formula: Formula) {
      guard !formula.isFixed, formula.unit != .truth, formula.unit != .text,
        !numbers.contains(formula)
      else { return }
      numbers.append(formula)
    }
    func walk(_ formula: Formula) {
      switch formula {
      case .compare(_, let left, let right):
        add(left)
        add(right)
      case .and(let parts), .or(let parts): parts.forEach(walk)
      case .not(let inner), .declared(let inner, _): walk(inner)
      case .membership(let inner, _), .isMissing(let inner): add(inner)
      case .aggregate, .numbered, .constant, .group, .arithmetic, .negated, .like, .conditional,
        .coalesce, .absolute, .rounded, .days, .target:
        break
      }
    }
    walk(self)
    return numbers
  }
}

extension ExpressionSyntax {
  /// A number, a percentage, an amount: what is written says it all.
  fileprivate var isLiteral: Bool {
    switch form {
    case .literal, .quantity: true
    case .negated(let inner): inner.isLiteral
    case .name, .call, .not, .binary, .between, .membership, .like, .isMissing, .conditional,
      .context, .parenthesised, .absent:
      false
    }
  }
}
