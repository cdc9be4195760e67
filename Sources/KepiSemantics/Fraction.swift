// How a number comes together over groups: added up, or divided once its parts have been.
import KepiColumns

extension Formula {
  /// Numerator and denominator of what is divided last, whatever is done to it by numbers that are
  /// the same for every group; `nil` for what is no quotient.
  package var fraction: (top: Formula, bottom: Formula)? {
    switch self {
    case .declared(let inner, _): return inner.fraction
    case .negated(let inner): return inner.fraction.map { (.negated($0.top), $0.bottom) }
    case .arithmetic(.divided, let left, let right, let unit):
      if right.isTheSameForAllGroups {
        return left.fraction.map { (.arithmetic(.divided, $0.top, right, unit), $0.bottom) }
      }
      return (left, right)
    case .arithmetic(.times, let left, let right, let unit):
      if right.isTheSameForAllGroups, let (top, bottom) = left.fraction {
        return (.arithmetic(.times, top, right, unit), bottom)
      }
      if left.isTheSameForAllGroups, let (top, bottom) = right.fraction {
        return (.arithmetic(.times, left, top, unit), bottom)
      }
      return nil
    case .arithmetic(let sign, let left, let right, let unit):
      if right.isTheSameForAllGroups, let (top, bottom) = left.fraction {
        let moved = Formula.arithmetic(.times, right, bottom, top.unit)
        return (.arithmetic(sign, top, moved, unit), bottom)
      }
      if left.isTheSameForAllGroups, let (top, bottom) = right.fraction {
        let moved = Formula.arithmetic(.times, left, bottom, top.unit)
        return (.arithmetic(sign, moved, top, unit), bottom)
      }
      return nil
    case .aggregate, .numbered, .constant, .group, .compare, .and, .or, .not, .membership, .like,
      .isMissing, .conditional, .coalesce, .absolute, .rounded, .days, .target:
      return nil
    }
  }

  private var isTheSameForAllGroups: Bool {
    switch self {
    case .constant, .days: true
    // The days of a mean over days are the same for every group.
    case .aggregate(let aggregate): aggregate.function == .dayCount
    case .declared(let inner, _), .negated(let inner): inner.isTheSameForAllGroups
    default: false
    }
  }

  /// Whether the groups' values add up to the whole by what they are. Where they might not, the
  /// whole is asked for by itself and compared.
  package var addsUpOverRows: Bool {
    switch self {
    case .aggregate(let aggregate):
      (aggregate.function == .sum || aggregate.function == .count)
        && aggregate.context.keptAxes == nil
    case .declared(let inner, _), .negated(let inner): inner.addsUpOverRows
    case .arithmetic(.plus, let left, let right, _), .arithmetic(.minus, let left, let right, _):
      left.addsUpOverRows && right.addsUpOverRows
    case .arithmetic(.times, let left, let right, _):
      left.isTheSameForAllGroups && right.addsUpOverRows
        || right.isTheSameForAllGroups && left.addsUpOverRows
    case .arithmetic(.divided, let left, let right, _):
      right.isTheSameForAllGroups && left.addsUpOverRows
    case .numbered, .constant, .group, .compare, .and, .or, .not, .membership, .like, .isMissing,
      .conditional, .coalesce, .absolute, .rounded, .days, .target:
      false
    }
  }

  /// Medians, extremes, scores: what no sum or quotient of sums leads to.
  package var isOfItsOwn: Bool {
    switch self {
    case .aggregate(let aggregate):
      switch aggregate.function {
      case .minimum, .maximum, .median: true
      case .sum, .count, .countDistinct, .dayCount, .closing, .opening: false
      }
    case .declared(let inner, _), .negated(let inner): inner.isOfItsOwn
    case .arithmetic(_, let left, let right, _): left.isOfItsOwn || right.isOfItsOwn
    case .compare, .and, .or, .not, .membership, .like, .isMissing, .conditional, .coalesce,
      .absolute, .rounded, .target:
      true
    case .numbered, .constant, .group, .days: false
    }
  }

  /// Whether it is read on one day of the period: a stock.
  package var isOfOneDay: Bool {
    aggregates.contains { $0.function == .closing || $0.function == .opening }
  }

  /// Whether it counts things of which one may be in several groups.
  package var countsDistinct: Bool { aggregates.contains { $0.function == .countDistinct } }
}
