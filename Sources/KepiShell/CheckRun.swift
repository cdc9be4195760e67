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
  let language: Language

  /// What a check found.
  struct Report {
    let text: String
    /// The same for programs: a line for each condition and group.
    let answer: Answer
    let notes: [Diagnostic]
    let holds: Bool
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
    let value: ResolvedQuery.Item?
    let limit: ResolvedQuery.Item?
    /// Numerator and denominator of the value, with the names they go by.
    let parts: [ResolvedQuery.Item]
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
    let resolved = try questioner.resolve(query)
    let conditions = resolved.items.enumerated().map {
      condition($0.element, query.items[$0.offset])
    }
    let asked = resolved.asking(
      conditions.flatMap { [$0.item] + [$0.value, $0.limit].compactMap { $0 } + $0.parts })
    let result = try questioner.result(of: asked)
    guard let answer = Answer(result, of: asked, sources: questioner.store, notes: []) else {
      throw Questioner.Refusal([
        Diagnostic.error(.overflow, .tooLarge, at: query.span)
      ])
    }
    var text = ""
    var holds = true
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
      let passes = outcomes.contains(.pass) && !outcomes.contains(.fail)
      holds = holds && passes
      text += self.text(
        condition, outcomes, passes, asked, result, answer, columns: place..<place + width)
      place += width
    }
    let notes = questioner.notes(
      on: result, of: asked, query, mixes: Array(result.mixes.prefix(1)))
    let receipt = answer.receipt.with(notes: notes.map(\.remark))
    return Report(
      text: text, answer: programAnswer(rows, resolved, receipt: receipt), notes: notes,
      holds: holds)
  }

  // MARK: Taking apart

  private func condition(_ item: ResolvedQuery.Item, _ syntax: ItemSyntax) -> Condition {
    guard case .compare(_, let left, let right) = item.formula,
      case .binary(_, let leftSyntax, let rightSyntax) = syntax.expression.form
    else { return Condition(item: item, value: nil, limit: nil, parts: []) }
    let value = ResolvedQuery.Item(
      name: leftSyntax.columnName, formula: left, span: leftSyntax.span)
    let limit = ResolvedQuery.Item(name: "limit", formula: right, span: rightSyntax.span)
    return Condition(
      item: item, value: value, limit: limit,
      parts: RatioParts(model: questioner.model).parts(of: left, leftSyntax))
  }

  private func outcome(of cells: [Cell], _ condition: Condition) -> LineOutcome {
    if condition.value != nil, cells[1].value.isBlank || cells[2].value.isBlank { return .noData }
    if cells[0].value.isBlank { return .noData }
    return cells[0].value == .truth(true) ? .pass : .fail
  }

  // MARK: Saying

  private func text(
    _ condition: Condition, _ outcomes: [LineOutcome], _ passes: Bool, _ query: ResolvedQuery,
    _ result: QueryResult, _ answer: Answer, columns: Range<Int>
  ) -> String {
    let passed = outcomes.count { $0 == .pass }
    let withData = outcomes.count { $0 != .noData }
    var head = said(
      passes ? Phrase("passed: ", zh: "通过：") : Phrase("failed K0801: ", zh: "未通过 K0801："))
    if let title { head += "\"\(title)\"   " }
    head += condition.item.name
    if let days = query.period?.days {
      let range = Phrase(
        "over \(days.lowerBound.text) to \(days.upperBound.text)",
        zh: "期间 \(Phrase.days(days).chinese)")
      head += "   " + said(range)
    }
    var lines = [head]
    if !passes || outcomes.contains(.noData) {
      lines += failing(condition, outcomes, query, answer, columns)
    }
    if query.axes.isEmpty {
      if outcomes.first == .noData { lines.append("  " + said(Self.nothingToCheck)) }
    } else {
      let names = query.axes.map(\.name)
      let count = Phrase(
        "\(passed) of \(withData) pass, by \(names.joined(separator: " and ")).",
        zh: "按 \(names.listed(in: .chinese))：\(withData) 组中 \(passed) 组通过")
      lines.append("  " + said(withData == 0 ? Self.nothingToCheck : count))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let nothingToCheck = Phrase("There is no data to check.", zh: "没有可检查的数据")
  private static let noData = Phrase("no data", zh: "无数据")

  private func said(_ phrase: Phrase) -> String { phrase.text(in: language) }

  private static let shownLineCount = 20

  /// The lines that fail or have no data, with the parts of a ratio behind.
  private func failing(
    _ condition: Condition, _ outcomes: [LineOutcome], _ query: ResolvedQuery, _ answer: Answer,
    _ columns: Range<Int>
  ) -> [String] {
    let shown = outcomes.indices.filter { outcomes[$0] != .pass }
    guard !shown.isEmpty else { return [] }
    let keyCount = query.axes.count
    func text(_ row: Int, _ column: Int) -> String {
      answer.text(row: row, column: answer.shown(column), language: language)
    }
    let names =
      query.axes.map(\.name)
      + (condition.value.map { [$0.name, said(Phrase("limit", zh: "目标值"))] } ?? [])
    let valueColumns =
      condition.value == nil
      ? [] : [keyCount + columns.lowerBound + 1, keyCount + columns.lowerBound + 2]
    var rows: [[String]] = [names]
    var tails: [String] = [""]
    for row in shown.prefix(Self.shownLineCount) {
      rows.append(
        (0..<keyCount).map { text(row, $0) }
          + valueColumns.map {
            outcomes[row] == .noData && text(row, $0).isEmpty ? said(Self.noData) : text(row, $0)
          })
      // What blank parts are made of is said by a note.
      let parts =
        outcomes[row] == .noData
        ? []
        : condition.parts.enumerated().map { place, part in
          "\(part.name) \(text(row, keyCount + columns.lowerBound + 3 + place))"
        }
      if outcomes[row] == .noData, valueColumns.allSatisfy({ !text(row, $0).isEmpty }) {
        tails.append(said(Phrase("no data: the currencies differ", zh: "无数据：币种不同")))
        continue
      }
      let ratio = parts.joined(separator: " / ")
      tails.append(parts.isEmpty ? "" : said(Phrase("(\(ratio))", zh: "（\(ratio)）")))
    }
    let widths = names.indices.map { column in rows.map { CellWidth.of($0[column]) }.max() ?? 0 }
    var lines = zip(rows, tails).map { row, tail in
      var line = "  "
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - CellWidth.of(cell))
        line += (column < keyCount ? cell + blanks : blanks + cell) + "   "
      }
      return (line + tail).trimmingEnd
    }
    if shown.count > Self.shownLineCount {
      let rest = shown.count - Self.shownLineCount
      lines.append("  " + said(Phrase("and \(rest) more", zh: "还有 \(rest) 行")))
    }
    return lines
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

extension String {
  /// Without blanks at the end.
  var trimmingEnd: String {
    var copy = self
    while copy.last == " " { copy.removeLast() }
    return copy
  }
}

extension Answer {
  /// The place in the table of the so-many-th column that is shown.
  fileprivate func shown(_ place: Int) -> Int {
    let shown = table.columns.indices.filter { !hiddenColumns.contains(table.columns[$0].name) }
    return shown[place]
  }
}
