// What `reconcile` found, as two tables: the groups, and what the difference is made of.
import KepiColumns
import KepiDiagnostics
import KepiReports
import KepiSemantics

struct ReconcileReport {
  let result: ReconcileRun.Result
  /// That of outcomes and reasons; programs read English.
  let language: Language
  /// Whether each group is told with the part of each reason, in columns of their own.
  var tellsReasons = false

  private var names: [String] { result.query.items.prefix(2).map(\.name) }

  /// A line for each group, those of the totals below.
  var groups: Answer? {
    let lines = result.lines + result.totals
    var table = MoneyTable(currencies: lines.map(\.currency))
    for (place, axis) in result.query.axes.enumerated() {
      guard
        let column = Column(lines.map { $0.groups[place] }, unit: axis.unit)
      else { return nil }
      table.add(axis.name, axis.unit, column)
    }
    for (item, values) in [
      (0, lines.map { $0.first?.value ?? .blank }), (1, lines.map { $0.second?.value ?? .blank }),
    ] {
      guard table.add(names[item], result.query.items[item].formula.unit, values) else {
        return nil
      }
    }
    let unit = result.query.items[0].formula.unit
    guard table.add("difference", unit, lines.map { $0.difference?.value ?? .blank }) else {
      return nil
    }
    if result.findings != nil {
      for reason in tellsReasons ? ReconcileReason.allCases : [] {
        let amounts = lines.map { line in
          line.difference == nil ? .blank : (line.reasons[reason] ?? .zero).value
        }
        guard table.add(reason.phrase.text(in: language), unit, amounts) else { return nil }
      }
      guard table.add("unexplained", unit, lines.map { $0.rest?.value ?? .blank }) else {
        return nil
      }
    }
    let outcomes = lines.map { text(of: $0.outcome).text(in: language) }
    table.add("outcome", .text, .text(TextColumn(outcomes)))
    let axisCount = result.query.axes.count
    return Answer(
      table: Table(rowCount: lines.count, columns: table.columns), hiddenColumns: table.hidden,
      groupingCount: axisCount, lines: lines.map(\.kind),
      summedColumns: lines.map { $0.kind == .total ? Array(0..<axisCount) : [] },
      receipt: result.receipt)
  }

  /// A line for each reason that has an amount, what none tells, and the sum; `nil` where there is
  /// nothing to tell.
  var reasons: Answer? {
    guard let findings = result.findings else { return nil }
    let wholes = result.query.axes.isEmpty ? result.lines : result.totals
    // Where nothing is explained, the column beside the difference says so.
    guard wholes.contains(where: { $0.reasons.values.contains { !$0.isZero } }) else { return nil }
    var rows: [(name: Phrase, amount: Quantity, whole: ReconcileRun.Line, method: Phrase)] = []
    var kinds: [Answer.LineKind] = []
    for whole in wholes {
      guard let difference = whole.difference, !difference.isZero, let rest = whole.rest else {
        continue
      }
      for reason in ReconcileReason.allCases {
        guard let amount = whole.reasons[reason], !amount.isZero else { continue }
        rows.append((reason.phrase, amount, whole, findings.methods[reason] ?? .empty))
        kinds.append(.plain)
      }
      rows.append((Phrase("unexplained", zh: "未解释"), rest, whole, .empty))
      rows.append((Phrase("(total)", zh: "（合计）"), difference, whole, .empty))
      kinds += [.plain, .total]
    }
    guard !rows.isEmpty else { return nil }
    var table = MoneyTable(currencies: rows.map(\.whole.currency))
    table.add(
      "reason", .text,
      .text(
        TextColumn(
          zip(rows, kinds).map { $1 == .total ? $0.name.english : $0.name.text(in: language) })))
    let unit = result.query.items[0].formula.unit
    guard table.add("amount", unit, rows.map(\.amount.value)),
      table.add(
        "share", .percent,
        rows.map { row in
          row.whole.difference.map { .approximate(row.amount.double / $0.double) } ?? .blank
        })
    else { return nil }
    let methods = rows.map { row in
      row.method.isEmpty ? nil : row.method.text(in: language)
    }
    table.add("computed from", .text, .text(TextColumn(methods)))
    return Answer(
      table: Table(rowCount: rows.count, columns: table.columns), hiddenColumns: table.hidden,
      groupingCount: 1, lines: kinds, summedColumns: kinds.map { $0 == .total ? [0] : [] },
      receipt: .none)
  }

  private func text(of outcome: ReconcileRun.Outcome) -> Phrase {
    switch outcome {
    case .equal: Phrase("equal", zh: "相等")
    case .within: Phrase("within", zh: "容差内")
    case .different: Phrase("different", zh: "不同")
    case .onlyFirst: Phrase("only in \(names[0])", zh: "只在 \(names[0])")
    case .onlySecond: Phrase("only in \(names[1])", zh: "只在 \(names[1])")
    case .otherCurrency: Phrase("other currency", zh: "币种不同")
    case .noData: Phrase("no data", zh: "无数据")
    }
  }
}

/// Columns of a table in which each line has its currency.
private struct MoneyTable {
  private(set) var columns: [Table.NamedColumn] = []
  private(set) var hidden: Set<String> = []
  private let currencies: [String?]

  private static let currencyName = "currency of the line"

  init(currencies: [String?]) { self.currencies = currencies }

  mutating func add(_ name: String, _ unit: Unit, _ column: Column) {
    columns.append(Table.NamedColumn(name: name, unit: unit, column: column))
  }

  /// Gives whether the values fit a column.
  mutating func add(_ name: String, _ unit: Unit, _ values: [Value]) -> Bool {
    guard let column = Column(values, unit: unit) else { return false }
    guard case .money = unit else {
      add(name, unit, column)
      return true
    }
    let distinct = Set(currencies.compactMap { $0 })
    if distinct.count > 1 {
      if hidden.insert(Self.currencyName).inserted {
        add(Self.currencyName, .text, .text(TextColumn(currencies)))
      }
      add(name, .money(.column(Self.currencyName)), column)
    } else {
      add(name, .money(distinct.first.map { .fixed($0) } ?? .unknown), column)
    }
    return true
  }
}

extension Session {
  func reconcile(_ run: ReconcileRun) -> Outcome {
    do throws(Questioner.Refusal) {
      let result = try run.run()
      let format = workspace.settings.format
      let report = ReconcileReport(
        result: result, language: format.isForPeople ? language : .english,
        tellsReasons: !format.isForPeople)
      guard var groups = report.groups else { return .misunderstood }
      if workspace.settings.receipts == .full { groups = withOrigin(groups, of: run, result) }
      let title = title(of: run.span)
      write(groups, titled: title)
      if let reasons = report.reasons { write(reasons, titled: title + " #") }
      self.report(result.notes.map { $0.inside(run.span) })
      return result.holds ? .success : .checkFailed
    } catch {
      let diagnostics = error.diagnostics.map { $0.inside(run.span) }
      return refused(Questioner.Refusal(diagnostics, isInterruption: error.isInterruption))
    }
  }
}
