// A question that means something: names are bound, sources chosen, periods are dates.
package import KepiColumns
package import KepiDiagnostics

/// What a question asks for, line by line.
package struct ResolvedQuery: Equatable, Sendable {
  /// A column of the answer.
  package struct Item: Equatable, Sendable {
    /// As written, or by `as`, without backquotes.
    package let name: String
    package let formula: Formula
    /// Which way is good news: for a value that it grows or falls, for a change that it is positive
    /// or negative.
    package let good: Definition.Direction?
    /// Whether it is the distance of a value from an earlier one or from a target.
    package let isChange: Bool
    package let span: SourceSpan

    package init(
      name: String, formula: Formula, good: Definition.Direction? = nil, isChange: Bool = false,
      span: SourceSpan
    ) {
      self.name = name
      self.formula = formula
      self.good = good
      self.isChange = isChange
      self.span = span
    }
  }

  /// One name of `by`: what lines are made of.
  package struct Axis: Equatable, Sendable {
    package enum Form: Equatable, Sendable {
      /// Steps of the question's time.
      case grain(Grain)
      /// A value of each row, by the key of its source.
      case value([String: RowExpression])
    }
    package let name: String
    /// The key of the dimension it is.
    package let key: String
    package let form: Form
    package let unit: Unit
    package let span: SourceSpan
  }

  /// What `vs` compares with.
  package struct Baseline: Equatable, Sendable {
    /// As written: `52 weeks ago`.
    package let label: Phrase
    package let context: AggregateContext
  }

  /// Rows of another source that belong to those of a parent: the lines of an order. A parent counts
  /// once in each group in which it has one, and once in the total (R14).
  package struct Children: Hashable, Sendable {
    package let source: String
    /// The child's column that names its parent, and the parent's that it names.
    package let linkColumn: String
    package let parentColumn: String
    /// Places of the axes that are read from the child.
    package var axes: Set<Int> = []
    /// All conditions on the child hold for one and the same row of it.
    package var filter: RowExpression?
  }

  package struct SortKey: Equatable, Sendable {
    package let formula: Formula
    package let isAscending: Bool

    package init(formula: Formula, isAscending: Bool) {
      self.formula = formula
      self.isAscending = isAscending
    }
  }

  package struct Top: Equatable, Sendable {
    package let isBottom: Bool
    package let count: Int
    /// Place of the axis that is ranked.
    package let ranked: Int?
    /// Places of the axes within which the ranking starts anew.
    package let per: [Int]
    package let by: Formula
  }

  package struct AsOf: Equatable, Sendable {
    package let day: Day
    package let reason: Phrase
    /// Written in the question or on the command line: no later row is read by anything (R8a).
    package let isWritten: Bool
  }

  package let items: [Item]
  package let axes: [Axis]
  /// Keys of the sources in order of appearance.
  package let sources: [String]
  /// The question's conditions, by the key of the source.
  package let filters: [String: RowExpression]
  /// For each parent that is grouped or filtered by its children.
  package let children: [String: Children]
  /// `nil` for a question over sources without time.
  package let period: Period?
  package let asOf: AsOf?
  package let baselines: [Baseline]
  package let having: Formula?
  package let top: Top?
  package let sort: [SortKey]
  package let limit: Int?
  package let showsOthers: Bool
  package let showsTotals: Bool
  package let fill: Fill
  package let conversion: Conversion?
  /// The questions that the metrics fixed by `only` stand for (R18).
  package let attributes: [Attribute: ResolvedQuery]
  /// Asked for the days of lines of another question, each by itself; else empty.
  package private(set) var stretches: [Bucket] = []
  /// Whether there is a line for every group that any row has, as for a thing that is asked about.
  package private(set) var isOfThings = false
  /// Whether the one total is that of all lines, without those of the groups between.
  package private(set) var totalsAreOfAll = false
  /// What the metrics of the question came to, by their formulas; empty where that was not asked.
  package internal(set) var partNames: [Formula: [PartName]] = [:]
  /// The dimensions that `where` fixes to a value; `nil` where it says more than that.
  package let fixedConditions: [String: Value]?
  package let calendar: CalendarRules
  package let notes: [Diagnostic]
  package let span: SourceSpan
  /// The `over` clause, where there is one.
  package let writtenPeriodSpan: SourceSpan?

  package enum Fill: Equatable, Sendable { case standard, zero, blank, previous, none }

  /// Every formula that must be computed for a line.
  package var formulas: [Formula] {
    items.map(\.formula) + [having, top?.by].compactMap { $0 } + sort.map(\.formula)
  }

  /// The aggregates of all formulas, in order of appearance, each once.
  package var aggregates: [Aggregate] {
    var seen: Set<Aggregate> = []
    return formulas.flatMap(\.aggregates).filter { seen.insert($0).inserted }
  }

  /// The same question with other numbers asked for.
  package func asking(_ items: [Item]) -> ResolvedQuery {
    ResolvedQuery(
      items: items, axes: axes, sources: sources, filters: filters, children: children,
      period: period, asOf: asOf,
      baselines: baselines, having: having, top: top, sort: sort, limit: limit,
      showsOthers: showsOthers,
      showsTotals: showsTotals, fill: fill, conversion: conversion,
      attributes: attributes, fixedConditions: fixedConditions, calendar: calendar, notes: notes,
      span: span,
      writtenPeriodSpan: writtenPeriodSpan)
  }

  /// Other numbers of the same question for all of its groups, with one line for all rows where
  /// `withWhole` says so.
  package func asking(_ items: [Item], withWhole: Bool) -> ResolvedQuery {
    var copy = ResolvedQuery(
      items: items, axes: axes, sources: sources, filters: filters, children: children,
      period: period, asOf: asOf, baselines: baselines, having: nil, top: nil, sort: [],
      limit: nil, showsOthers: false, showsTotals: withWhole, fill: fill, conversion: conversion,
      attributes: attributes, fixedConditions: fixedConditions, calendar: calendar, notes: notes,
      span: span, writtenPeriodSpan: writtenPeriodSpan)
    copy.totalsAreOfAll = true
    return copy
  }

  /// Other numbers for every line that the groups make, whatever `having`, `top` and `limit` keep.
  ///
  /// - Parameter isConverted: whether amounts are converted as the question says.
  package func asking(everyLineOf items: [Item], isConverted: Bool) -> ResolvedQuery {
    ResolvedQuery(
      items: items, axes: axes, sources: sources, filters: filters, children: children,
      period: period, asOf: asOf, baselines: baselines, having: nil, top: nil, sort: [],
      limit: nil, showsOthers: false, showsTotals: showsTotals, fill: fill,
      conversion: isConverted ? conversion : nil, attributes: attributes,
      fixedConditions: fixedConditions, calendar: calendar, notes: [], span: span,
      writtenPeriodSpan: writtenPeriodSpan)
  }

  /// The same question for each of some stretches of time, in place of its period.
  package func asked(for stretches: [Bucket]) -> ResolvedQuery {
    var copy = self
    copy.stretches = stretches
    return copy
  }

  /// A question for the values of things: those without a row in the period have one, too.
  var ofThings: ResolvedQuery {
    var copy = self
    copy.isOfThings = true
    return copy
  }

  package func isGrain(_ axis: Int) -> Bool {
    if case .grain = axes[axis].form { true } else { false }
  }

  package var grains: [Grain] {
    axes.compactMap { if case .grain(let grain) = $0.form { grain } else { nil } }
  }
}

/// What questions are resolved against.
package struct Model: Sendable {
  package var catalogue: Catalogue
  /// In the order they became known.
  package var sources: [SourceSchema]
  package var calendar: CalendarRules
  /// The day of `--as-of`.
  package var asOf: Day?
  package var rates: [RateTable]
  package var targets: [Target]
  /// Calendars by their keys.
  package var calendars: [String: CalendarRules] = [:]
  /// Sources that are put together from others of which one alone is loaded: that one, by the key of
  /// the whole.
  package var soleParts: [String: String] = [:]

  package init(
    catalogue: Catalogue, sources: [SourceSchema], calendar: CalendarRules = CalendarRules(),
    asOf: Day? = nil, rates: [RateTable] = [], targets: [Target] = []
  ) {
    self.catalogue = catalogue
    self.sources = sources
    self.calendar = calendar
    self.asOf = asOf
    self.rates = rates
    self.targets = targets
  }

  package func source(_ key: String) -> SourceSchema? {
    let key = soleParts[key] ?? key
    return sources.first { $0.key == key }
  }
}
