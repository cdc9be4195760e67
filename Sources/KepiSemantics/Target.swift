// What a metric should be: targets, and which of them a line has (R25).
package import KepiColumns
package import KepiDiagnostics
package import KepiSyntax

/// A target as it was defined, inline or in a file.
package struct Target: Equatable, Sendable {
  package let metric: Name
  package let value: Value
  package let unit: Unit
  /// The dimensions it holds for, by key.
  package let conditions: [String: Value]
  /// `nil` for all days.
  package let period: PeriodSyntax?
  package let span: SourceSpan

  package init(
    metric: Name, value: Value, unit: Unit, conditions: [String: Value], period: PeriodSyntax?,
    span: SourceSpan
  ) {
    self.metric = metric
    self.value = value
    self.unit = unit
    self.conditions = conditions
    self.period = period
    self.span = span
  }

  /// `target acos <= 25% where site = "DE" over 2026`.
  package static func read(
    _ expression: ExpressionSyntax, _ clauses: [ClauseSyntax], at span: SourceSpan,
    in catalogue: Catalogue
  ) throws(Problem) -> Target {
    guard case .binary(let sign, let left, let right) = expression.form, sign.isComparison,
      case .name(let path) = left.form, let metric = path.single
    else { throw .targetNotAComparison(expression.span) }
    let (value, unit) = try right.constantValue()
    var conditions: [String: Value] = [:]
    var period: PeriodSyntax?
    for clause in clauses {
      switch clause.form {
      case .where(let condition):
        guard let equalities = condition.equalities(in: catalogue) else {
          throw .targetCondition(condition.span)
        }
        conditions.merge(equalities) { _, new in new }
      case .over(let written): period = written
      default: throw .clauseNotInTarget(clause.span)
      }
    }
    return Target(
      metric: metric, value: value, unit: unit, conditions: conditions, period: period, span: span)
  }
}

/// A target with its dates, as a formula holds it.
package struct ResolvedTarget: Hashable, Sendable {
  package let conditions: [String: Value]
  package let days: ClosedRange<Day>
  package let value: Value
  /// The ISO code of an amount of money.
  package let currency: String?
}

extension [ResolvedTarget] {
  /// The target of a line: the one for exactly its groups and its days. Targets of sums over whole
  /// parts of the days add up; those of ratios do not, and the line has none.
  package func target(
    for conditions: [String: Value]?, days: ClosedRange<Day>?, isAdditive: Bool
  ) -> (value: Value, currency: String?)? {
    guard let conditions, let days else { return nil }
    let own = filter { $0.conditions == conditions }
    if let exact = own.first(where: { $0.days == days }) { return (exact.value, exact.currency) }
    guard isAdditive else { return nil }
    let parts = own.filter {
      days.lowerBound <= $0.days.lowerBound && $0.days.upperBound <= days.upperBound
    }.sorted { $0.days.lowerBound < $1.days.lowerBound }
    var next = days.lowerBound
    var sum = ExactNumber.zero
    for part in parts {
      // A gap, or two that overlap, and the parts are no whole.
      guard part.days.lowerBound == next, case .exact(let number) = part.value,
        part.currency == parts.first?.currency, let total = try? sum.adding(number)
      else { return nil }
      sum = total
      next = part.days.upperBound.advanced(by: 1)
    }
    guard let first = parts.first, next == days.upperBound.advanced(by: 1) else { return nil }
    return (.exact(sum), first.currency)
  }
}

extension ExpressionSyntax {
  /// `site = "DE" and store = "Nord"` as dimensions and values; `nil` for any other condition.
  package func equalities(in catalogue: Catalogue) -> [String: Value]? {
    var result: [String: Value] = [:]
    for part in conjuncts {
      var part = part
      while case .parenthesised(let inner) = part.form { part = inner }
      guard case .binary(.equal, let left, let right) = part.form, case .name(let path) = left.form,
        let name = path.single, case .literal(let literal) = right.form,
        let (value, _) = try? literal.constant(at: right.span)
      else { return nil }
      result[catalogue.definition(name.key)?.name.key ?? name.key] = value
    }
    return result
  }

  /// The value of a constant; `nil` for anything that is more.
  package var constant: (Value, Unit)? { try? constantValue() }

  func constantValue() throws(Problem) -> (Value, Unit) {
    switch form {
    case .literal(let literal): return try literal.constant(at: span)
    case .quantity(let number, let unit): return try number.quantity(in: unit)
    case .parenthesised(let inner): return try inner.constantValue()
    case .negated(let inner):
      guard case (.exact(let number), let unit) = try inner.constantValue() else {
        throw .targetNotAComparison(span)
      }
      return (.exact(number.negated), unit)
    default: throw .targetNotAComparison(span)
    }
  }
}
