// Which days a source covers where each shop's files are counted by themselves (R7).
import KepiColumns
import KepiSemantics

struct PartCoverage {
  /// The column of coverage.
  let column: String
  /// The days from the first to the last row of each part.
  private let days: [Value: ClosedRange<Day>]
  /// The first row of each part: conditions on the part are asked of it.
  private let rows: [Int32]
  private let values: [Value]
  private var evaluator: BlockEvaluator
  private var letIn: [[RowExpression]: [ClosedRange<Day>]] = [:]

  /// `nil` for a source whose days are counted for all its rows together.
  init?(_ source: LoadedSource, in store: Store) {
    guard let column = source.schema.coverageColumn, let parts = source.table[column]?.column,
      let dayName = source.schema.dayColumn, case .date(let dates) = source.table[dayName]?.column
    else { return nil }
    var step: Grain?
    if case .grain(let grain) = source.schema.extent?.step { step = grain }
    let calendar = CalendarRules()
    var days: [Value: ClosedRange<Day>] = [:]
    var rows: [Int32] = []
    var values: [Value] = []
    for row in 0..<source.table.rowCount {
      guard let day = dates[row] else { continue }
      let own = step.map { calendar.range(of: $0, holding: day) } ?? day...day
      let value = parts.value(at: row)
      if let known = days[value] {
        days[value] =
          min(known.lowerBound, own.lowerBound)...max(known.upperBound, own.upperBound)
      } else {
        days[value] = own
        rows.append(Int32(row))
        values.append(value)
      }
    }
    self.column = column
    self.days = days
    self.rows = rows
    self.values = values
    evaluator = BlockEvaluator(
      SourceRows(source, in: store, attributes: AttributeValues(), asOf: nil))
  }

  func days(of part: Value) -> [ClosedRange<Day>] { days[part].map { [$0] } ?? [] }

  /// The days of the parts that some conditions let in, as far as they speak of the part alone; of
  /// all parts where that leaves none.
  mutating func days(
    where conditions: [RowExpression]
  ) throws(Overflow) -> [ClosedRange<Day>] {
    let own = conditions.flatMap(\.conjuncts).filter { condition in
      let columns = condition.columns
      return !columns.isEmpty
        && columns.allSatisfy {
          $0.path.isEmpty && $0.column == column && $0.origin == .stored
        }
    }
    if let known = letIn[own] { return known }
    var open = Rows.list(rows)
    for condition in own where !open.isEmpty {
      open = try evaluator.select(open, where: condition)
    }
    let kept = open.isEmpty ? rows : Array(open.numbers)
    let result = zip(rows, values).compactMap { row, value in
      kept.contains(row) ? days[value] : nil
    }
    letIn[own] = result
    return result
  }
}

extension RowExpression {
  fileprivate var conjuncts: [RowExpression] {
    if case .and(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }
}
