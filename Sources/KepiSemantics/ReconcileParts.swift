// A question taken apart for reconciling: the same rows by other groups, and parts of its numbers.
package import KepiColumns
package import KepiDiagnostics

extension ResolvedQuery {
  /// The same rows by other groups and over other days, one line for each that has a row.
  package func listing(
    _ items: [Item], by axes: [Axis], over days: ClosedRange<Day>
  ) -> ResolvedQuery {
    ResolvedQuery(
      items: items, axes: axes, sources: sources, filters: filters, children: children,
      period: Period(days: days, label: .all), asOf: asOf, baselines: [], having: nil, top: nil,
      sort: [], limit: nil, showsOthers: false, showsTotals: false, fill: .none,
      conversion: conversion, attributes: attributes, fixedConditions: fixedConditions,
      calendar: calendar, notes: [], span: span, writtenPeriodSpan: writtenPeriodSpan)
  }
}

extension ResolvedQuery.Axis {
  /// Days of the question's time.
  package static func days(at span: SourceSpan) -> ResolvedQuery.Axis {
    ResolvedQuery.Axis(
      name: "day", key: "day", form: .grain(.day), unit: .date(.day), span: span)
  }

  /// A column of that name in each of some sources.
  package static func column(
    _ name: String, of sources: [String], at span: SourceSpan
  ) -> ResolvedQuery.Axis {
    var expressions: [String: RowExpression] = [:]
    for source in sources {
      expressions[source] = .column(
        ColumnReference(path: [], source: source, column: name, unit: .text))
    }
    return ResolvedQuery.Axis(
      name: name, key: name, form: .value(expressions), unit: .text, span: span)
  }
}

extension Formula {
  /// Whether it is put together from sums and counts of the question's own days and groups, so that
  /// those of parts of its rows add up to it.
  package var addsUp: Bool {
    isOfSums
      && aggregates.allSatisfy { aggregate in
        aggregate.context == .none
          && (aggregate.function == .sum || aggregate.function == .count)
      }
  }

  /// Sums and counts, added, subtracted, and multiplied by what is the same everywhere. A number per
  /// day is none: the days of a part are others.
  private var isOfSums: Bool {
    switch self {
    case .aggregate: true
    case .negated(let inner), .declared(let inner, _): inner.isOfSums
    case .arithmetic(.plus, let left, let right, _), .arithmetic(.minus, let left, let right, _):
      left.isOfSums && right.isOfSums
    case .arithmetic(.times, let left, let right, _):
      left.isConstant ? right.isOfSums : right.isConstant && left.isOfSums
    case .arithmetic(.divided, let left, let right, _): right.isConstant && left.isOfSums
    case .numbered, .constant, .group, .compare, .and, .or, .not, .membership, .like, .isMissing,
      .conditional, .coalesce, .absolute, .rounded, .days, .target:
      false
    }
  }

  private var isConstant: Bool {
    switch self {
    case .constant: true
    case .negated(let inner), .declared(let inner, _): inner.isConstant
    default: false
    }
  }

  /// The same over fewer rows: those of each source for which a condition holds. Sources without one
  /// give nothing.
  package func keeping(_ conditions: [String: RowExpression]) -> Formula {
    mapping { aggregate in
      guard let condition = conditions[aggregate.source] else { return nil }
      return .aggregate(
        Aggregate(
          function: aggregate.function, source: aggregate.source, argument: aggregate.argument,
          key: aggregate.key, filter: aggregate.filter.map { .and([$0, condition]) } ?? condition,
          context: aggregate.context, unit: aggregate.unit))
    }
  }

  /// The sum of another column over the same rows.
  package func summing(_ columns: [String: ColumnReference]) -> Formula {
    mapping { aggregate in
      guard let column = columns[aggregate.source] else { return nil }
      return .aggregate(
        Aggregate(
          function: .sum, source: aggregate.source, argument: .column(column),
          filter: aggregate.filter, context: aggregate.context, unit: column.unit))
    }
  }

  /// How many rows there are behind it.
  package var rowCounts: [Formula] {
    aggregates.map { aggregate in
      .aggregate(
        Aggregate(
          function: .count, source: aggregate.source, argument: nil, filter: aggregate.filter,
          context: aggregate.context, unit: .count))
    }
  }

  private func mapping(_ change: (Aggregate) -> Formula?) -> Formula {
    switch self {
    case .aggregate(let aggregate):
      change(aggregate) ?? .constant(.exact(.zero), aggregate.unit)
    case .negated(let inner): .negated(inner.mapping(change))
    case .declared(let inner, let unit): .declared(inner.mapping(change), unit)
    case .arithmetic(let sign, let left, let right, let unit):
      .arithmetic(sign, left.mapping(change), right.mapping(change), unit)
    case .numbered, .constant, .group, .compare, .and, .or, .not, .membership, .like, .isMissing,
      .conditional, .coalesce, .absolute, .rounded, .days, .target:
      self
    }
  }
}

extension RowExpression {
  /// Whether a text of a source is a certain one.
  package static func text(
    _ column: String, of source: String, is text: String
  ) -> RowExpression {
    .compare(
      .equal,
      .column(ColumnReference(path: [], source: source, column: column, unit: .text)),
      .constant(.text(text), .text))
  }
}
