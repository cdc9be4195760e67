// An expression over finished aggregates: computed for every line, total and comparison afresh.
package import KepiColumns

/// How an aggregate combines the rows of a group.
package enum AggregateFunction: Hashable, Sendable {
  /// Adds up over everything, as revenue does. Exact.
  case sum
  /// Rows whose argument is present; all rows where there is no argument.
  case count
  case countDistinct
  /// The days that have rows, which `mean_of_days` divides by.
  case dayCount
  case minimum, maximum, median
  /// Adds up over everything but time, where one day's rows stand for the period.
  case closing, opening
}

/// The same number for other days than the line's own (R9, R11).
package enum TimeChange: Hashable, Sendable {
  /// As many units back as the line has.
  case previous
  case ago(Int, Grain)
  /// So many units that end with the line's last day.
  case rolling(Int, Grain)
  /// From the question's first day, or from the first loaded day.
  case running(all: Bool)
  /// From the start of the step that holds the line's last day.
  case toDate(Grain)
  /// These days, whatever the line's own.
  case over(Period)
  /// The so-many-th step of another period for the so-many-th of the question: `vs 2025`.
  case aligned(Period)
}

/// What brackets and baselines change for one aggregate: the days, and the grouping.
package struct AggregateContext: Hashable, Sendable {
  /// Outermost first: each changes what the next one starts from.
  package var times: [TimeChange] = []
  /// Places of the axes that still part its rows; `nil` where all do.
  package var keptAxes: [Int]?

  package init(times: [TimeChange] = [], keptAxes: [Int]? = nil) {
    self.times = times
    self.keptAxes = keptAxes
  }

  package static let none = AggregateContext()

  package func keeps(_ axis: Int) -> Bool { keptAxes?.contains(axis) ?? true }

  /// Whether weeks would be moved by months or quarters, which are no whole number of them. Each
  /// change sets the unit that the next one moves.
  func movesWeeksByMonths(from unit: Grain?) -> Bool {
    var unit = unit
    for change in times {
      switch change {
      case .ago(_, .month), .ago(_, .quarter):
        if unit == .week { return true }
      case .previous, .ago, .aligned: continue
      case .rolling(_, let grain): unit = grain == .week ? .day : grain
      case .running: unit = nil
      case .toDate(let grain): unit = grain
      case .over(let period): unit = period.unit
      }
    }
    return false
  }
}

/// One number to compute from one source, by itself (R2).
package struct Aggregate: Hashable, Sendable {
  package let function: AggregateFunction
  package let source: String
  /// Absent for `rows`.
  package let argument: RowExpression?
  /// For `closing(x, sku)`: what each has its own last day by.
  package let key: RowExpression?
  /// The conditions of the brackets around it, beside the question's own.
  package let filter: RowExpression?
  package let context: AggregateContext
  package let unit: Unit

  package init(
    function: AggregateFunction, source: String, argument: RowExpression?,
    key: RowExpression? = nil,
    filter: RowExpression?, context: AggregateContext = .none, unit: Unit
  ) {
    self.function = function
    self.source = source
    self.argument = argument
    self.key = key
    self.filter = filter
    self.context = context
    self.unit = unit
  }
}

package indirect enum Formula: Hashable, Sendable {
  case aggregate(Aggregate)
  /// The aggregate of this number among those of the question, as the engine keeps them by line.
  case numbered(Int, Unit)
  case constant(Value, Unit)
  /// The value of the question's grouping at this place, in `having` and `sort`.
  case group(Int, Unit)
  case arithmetic(ArithmeticOperator, Formula, Formula, Unit)
  case negated(Formula)
  case compare(ComparisonOperator, Formula, Formula)
  case and([Formula])
  case or([Formula])
  case not(Formula)
  case membership(Formula, [Value])
  case like(Formula, pattern: String)
  case isMissing(Formula)
  case conditional(Formula, then: Formula, otherwise: Formula)
  case coalesce([Formula], Unit)
  case absolute(Formula)
  case rounded(Formula, places: Int)
  /// Calendar days of the group; with a grain, of the whole step that holds it.
  case days(Grain?, AggregateContext)
  /// What the line's value should be (R25).
  case target([ResolvedTarget], isAdditive: Bool, AggregateContext, of: Formula)
  /// The same value under another unit: a ratio of money declared `unit: percent`.
  case declared(Formula, Unit)

  package var unit: Unit {
    switch self {
    case .aggregate(let aggregate): aggregate.unit
    case .target(_, _, _, let metric): metric.unit
    case .constant(_, let unit), .group(_, let unit), .arithmetic(_, _, _, let unit),
      .coalesce(_, let unit), .declared(_, let unit), .numbered(_, let unit):
      unit
    case .negated(let inner), .absolute(let inner), .rounded(let inner, _): inner.unit
    case .compare, .and, .or, .not, .membership, .like, .isMissing: .truth
    case .conditional(_, let then, let otherwise):
      if case .constant(.blank, _) = then { otherwise.unit } else { then.unit }
    case .days: .days
    }
  }

  /// The aggregates a formula needs, in order of appearance, each once.
  package var aggregates: [Aggregate] {
    var seen: Set<Aggregate> = []
    var result: [Aggregate] = []
    visit { formula in
      if case .aggregate(let aggregate) = formula, seen.insert(aggregate).inserted {
        result.append(aggregate)
      }
    }
    return result
  }

  /// The same with numbers for aggregates, so that each line finds them without a search.
  package func numbered(_ numbers: [Aggregate: Int]) -> Formula {
    switch self {
    case .aggregate(let aggregate):
      numbers[aggregate].map { .numbered($0, aggregate.unit) } ?? self
    case .constant, .group, .days, .target, .numbered: self
    case .arithmetic(let sign, let left, let right, let unit):
      .arithmetic(sign, left.numbered(numbers), right.numbered(numbers), unit)
    case .negated(let inner): .negated(inner.numbered(numbers))
    case .compare(let sign, let left, let right):
      .compare(sign, left.numbered(numbers), right.numbered(numbers))
    case .and(let parts): .and(parts.map { $0.numbered(numbers) })
    case .or(let parts): .or(parts.map { $0.numbered(numbers) })
    case .not(let inner): .not(inner.numbered(numbers))
    case .membership(let inner, let values): .membership(inner.numbered(numbers), values)
    case .like(let inner, let pattern): .like(inner.numbered(numbers), pattern: pattern)
    case .isMissing(let inner): .isMissing(inner.numbered(numbers))
    case .conditional(let test, let then, let otherwise):
      .conditional(
        test.numbered(numbers), then: then.numbered(numbers),
        otherwise: otherwise.numbered(numbers))
    case .coalesce(let parts, let unit): .coalesce(parts.map { $0.numbered(numbers) }, unit)
    case .absolute(let inner): .absolute(inner.numbered(numbers))
    case .rounded(let inner, let places): .rounded(inner.numbered(numbers), places: places)
    case .declared(let inner, let unit): .declared(inner.numbered(numbers), unit)
    }
  }

  package var hasTarget: Bool {
    var found = false
    visit { if case .target = $0 { found = true } }
    return found
  }

  /// The contexts that move the days of targets.
  package var targetContexts: [AggregateContext] {
    var result: [AggregateContext] = []
    visit { formula in
      if case .target(_, _, let context, _) = formula, context != .none, !result.contains(context) {
        result.append(context)
      }
    }
    return result
  }

  /// The contexts in which a formula counts days.
  package var dayContexts: [AggregateContext] {
    var result: [AggregateContext] = []
    visit { formula in
      if case .days(_, let context) = formula, !result.contains(context) { result.append(context) }
    }
    return result
  }

  package var parts: [Formula] {
    switch self {
    case .aggregate, .constant, .group, .days, .numbered: []
    // Its lines are those that the metric has.
    case .target(_, _, _, let metric): [metric]
    case .arithmetic(_, let left, let right, _), .compare(_, let left, let right): [left, right]
    case .negated(let inner), .not(let inner), .membership(let inner, _), .like(let inner, _),
      .isMissing(let inner), .absolute(let inner), .rounded(let inner, _), .declared(let inner, _):
      [inner]
    case .and(let parts), .or(let parts), .coalesce(let parts, _): parts
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    }
  }

  private func visit(_ body: (Formula) -> Void) {
    body(self)
    for part in parts { part.visit(body) }
  }
}

extension Formula {
  /// How a number combines over groups.
  package enum Kind: Sendable { case additive, ratio, semiAdditive, distinct, other }

  package var kind: Kind {
    switch self {
    case .aggregate(let aggregate):
      switch aggregate.function {
      case .sum, .count: return .additive
      case .countDistinct, .dayCount: return .distinct
      case .closing, .opening: return .semiAdditive
      case .minimum, .maximum, .median: return .other
      }
    case .declared(let inner, _), .negated(let inner): return inner.kind
    case .arithmetic(.plus, let left, let right, _), .arithmetic(.minus, let left, let right, _):
      // A ratio less 1 is a ratio still; a sum and a constant add up to nothing over groups.
      if left.isFixed, right.kind == .ratio { return .ratio }
      if right.isFixed, left.kind == .ratio { return .ratio }
      return left.kind == right.kind ? left.kind : .other
    case .arithmetic(.times, let left, let right, _):
      if left.isFixed { return right.kind }
      return right.isFixed ? left.kind : .other
    case .arithmetic(.divided, let left, let right, _) where right.isFixed: return left.kind
    case .arithmetic(.divided, _, _, _): return .ratio
    default: return .other
    }
  }

  /// The same for every group.
  private var isFixed: Bool {
    switch self {
    case .constant, .days: true
    case .declared(let inner, _), .negated(let inner): inner.isFixed
    default: false
    }
  }
}
