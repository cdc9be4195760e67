// The clauses of a question, as resolving asks for them.
import KepiColumns
import KepiDiagnostics
package import KepiSyntax

extension QuerySyntax {
  enum Extra { case others, totals }

  package var axisItems: [ItemSyntax] {
    clauses.flatMap { (clause) -> [ItemSyntax] in
      if case .by(let items) = clause.form { items } else { [] }
    }
  }

  var baselines: [BaselineSyntax] {
    clauses.flatMap { (clause) -> [BaselineSyntax] in
      if case .versus(let baselines) = clause.form { baselines } else { [] }
    }
  }

  func fixedConditions(in catalogue: Catalogue) -> [String: Value]? {
    var result: [String: Value] = [:]
    for condition in conditions {
      guard let equalities = condition.equalities(in: catalogue) else { return nil }
      result.merge(equalities) { _, new in new }
    }
    return result
  }

  package var conditions: [ExpressionSyntax] {
    clauses.compactMap { if case .where(let condition) = $0.form { condition } else { nil } }
  }

  var period: PeriodSyntax? {
    for clause in clauses { if case .over(let period) = clause.form { return period } }
    return nil
  }

  var periodSpan: SourceSpan? {
    clauses.first { if case .over = $0.form { true } else { false } }?.span
  }

  /// Whether the period is `all`, which leaves nothing out.
  var isAboutAll: Bool {
    guard let period else { return true }
    if case .all = period.form { return true }
    return false
  }

  var asOf: PointSyntax? {
    for clause in clauses { if case .asOf(let point) = clause.form { return point } }
    return nil
  }

  var asOfSpan: SourceSpan? { asOf?.span }

  package var limitCount: Int? {
    for clause in clauses { if case .limit(let count) = clause.form { return count } }
    return nil
  }

  var withSpan: SourceSpan? {
    clauses.first { if case .with = $0.form { true } else { false } }?.span
  }

  func wants(_ extra: Extra) -> Bool {
    clauses.contains {
      guard case .with(let others, let totals) = $0.form else { return false }
      return extra == .others ? others : totals
    }
  }

  var fillMode: ResolvedQuery.Fill {
    for clause in clauses {
      guard case .fill(let mode) = clause.form else { continue }
      switch mode {
      case .zero: return .zero
      case .blank: return .blank
      case .none: return .none
      case .previous: return .previous
      }
    }
    return .standard
  }
}

extension ItemSyntax {
  /// The name of its column, as names are compared.
  var columnKey: String {
    NameFolding.key(alias?.text ?? expression.columnName)
  }
}
