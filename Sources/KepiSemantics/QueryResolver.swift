// From what was written to what it means: binds a question, chooses its sources, dates its period.
import KepiColumns
import KepiDiagnostics
package import KepiSyntax

extension ResolvedQuery {
  /// Binds a question. Collects every problem before it gives up.
  ///
  /// - Parameter namingParts: whether the metrics that it is made of are kept by their formulas.
  package static func resolve(
    _ query: QuerySyntax, in model: Model, namingParts: Bool = false
  ) throws(NonEmpty<Problem>) -> ResolvedQuery {
    let choices = SourceChoice.candidates(for: query, in: model)
    var attempts: [Attempt] = []
    for choice in choices {
      var attempt = Attempt(query: query, model: model, choice: choice)
      if namingParts { attempt.names = PartNames() }
      attempt.bind()
      attempts.append(attempt)
    }
    // What every choice refuses is refused; the first choice says why.
    let bound = attempts.filter { $0.problems.isEmpty }
    guard let best = SourceChoice.best(of: bound, in: model) else {
      throw SourceChoice.reason(of: attempts)
    }
    var resolved = try best.finished()
    resolved.partNames = best.names?.byFormula ?? [:]
    return resolved
  }
}

/// A question bound under one choice among preferred sources.
struct Attempt {
  let query: QuerySyntax
  let model: Model
  let choice: [String: Int]
  var names: PartNames?
  private(set) var problems: [Problem] = []
  private(set) var items: [ResolvedQuery.Item] = []
  private(set) var axes: [ResolvedQuery.Axis] = []
  private(set) var filters: [String: RowExpression] = [:]
  private(set) var children: [String: ResolvedQuery.Children] = [:]
  private(set) var sources: [SourceSchema] = []
  private(set) var notes: [Diagnostic] = []
  private var having: Formula?
  private var top: ResolvedQuery.Top?
  private var sort: [ResolvedQuery.SortKey] = []
  private var baselines: [ResolvedQuery.Baseline] = []
  private var periods: PeriodResolver?
  private var conversion: Conversion?

  init(query: QuerySyntax, model: Model, choice: [String: Int]) {
    self.query = query
    self.choice = choice
    var model = model
    for clause in query.clauses {
      if case .using(let name) = clause.form, let calendar = model.calendars[name.key] {
        model.calendar = calendar
      }
    }
    self.model = model
  }

  // MARK: Binding

  mutating func bind() {
    bindAxisNames()
    bindNumbers()
    guard problems.isEmpty else { return }
    if needsDates {
      // Periods in brackets hang on the as-of day, and that on the sources: now they are known.
      do {
        try datePeriods()
        items = []
        baselines = []
        having = nil
        sort = []
        bindNumbers()
      } catch {
        report(error)
      }
    }
    guard problems.isEmpty else { return }
    bindAxisValues()
    bindFilters()
    checkNeverBy()
    checkLoaded()
  }

  private mutating func bindNumbers() {
    bindItems()
    bindRanking()
    collectSources()
  }

  private var resolver: FormulaResolver {
    var resolver = FormulaResolver(model: model, choice: choice)
    resolver.axes = axes.map { axis in
      if case .grain = axis.form { return (NameFolding.key(axis.name), true) }
      return (NameFolding.key(axis.name), false)
    }
    resolver.periods = periods
    resolver.names = names
    return resolver
  }

  /// Whether a bracket or a baseline names a period of its own.
  private var needsDates: Bool {
    if conversion != nil { return true }
    if formulas.contains(where: \.hasTarget) { return true }
    let contexts = formulas.flatMap { $0.aggregates.map(\.context) }
    return contexts.contains { context in
      context.times.contains {
        switch $0 {
        case .over, .aligned: true
        case .previous, .ago, .rolling, .running, .toDate: false
        }
      }
    }
  }

  private mutating func datePeriods() throws(Problem) {
    guard let loaded = loadedDays, let newest = newestCommonDay else { return }
    let asOf = try writtenAsOf()?.0 ?? newest
    periods = PeriodResolver(
      calendar: model.calendar, catalogue: model.catalogue, loaded: loaded, asOf: asOf)
  }

  private mutating func report(_ problem: Problem) {
    if case .alreadyReported = problem { return }
    if !problems.contains(problem) { problems.append(problem) }
  }

  private mutating func bindItems() {
    for item in query.items {
      do {
        let formula = try resolver.resolve(item.expression)
        let name = item.alias?.text ?? item.expression.columnName
        add(
          name, formula, good: good(of: item.expression), at: item.span,
          alias: item.alias?.span)
        for (place, baseline) in query.baselines.enumerated() {
          try compare(item, name, formula, with: baseline, isFirst: place == 0)
        }
      } catch {
        report(error.mended(in: query, model: model))
      }
    }
  }

  private mutating func add(
    _ name: String, _ formula: Formula, good: Definition.Direction? = nil, isChange: Bool = false,
    at span: SourceSpan, alias: SourceSpan? = nil
  ) {
    if items.contains(where: { NameFolding.key($0.name) == NameFolding.key(name) }) {
      report(.answerTwice(name, span, alias: alias))
    }
    items.append(
      ResolvedQuery.Item(
        name: name, formula: formula, good: good, isChange: isChange, span: span))
  }

  /// A baseline adds the value then, the change, and the change in percent.
  private mutating func compare(
    _ item: ItemSyntax, _ name: String, _ now: Formula, with baseline: BaselineSyntax,
    isFirst: Bool
  ) throws(Problem) {
    var resolver = resolver
    let label: Phrase
    switch baseline.form {
    case .previous:
      label = Phrase("previous", zh: "上期")
      resolver.context.times = [.previous]
    case .ago(let span):
      guard let grain = Grain(unitName: span.unit.key) else {
        throw .unknownUnit(span.unit, closest: Grain.closest(to: span.unit.key))
      }
      label = Phrase(
        SyntaxPrinter.text(of: baseline), zh: "\(span.count) \(grain.chineseCounted)前")
      resolver.context.times = [.ago(span.count, grain)]
    case .period(let period):
      label = period.label
      let resolved = try periods?.resolve(period, label: label)
      resolver.context.times = [.aligned(resolved ?? .unknown)]
    case .target:
      let target = try resolver.target(of: item.expression)
      add("\(name) target", target, at: item.span)
      if now.unit.isNumeric {
        add(
          "\(name) gap", .arithmetic(.minus, now, target, now.unit),
          good: good(of: item.expression), isChange: true, at: item.span)
      }
      return
    }
    if !baselines.contains(where: { $0.label == label }) {
      baselines.append(ResolvedQuery.Baseline(label: label, context: resolver.context))
    }
    let then = try resolver.resolve(item.expression)
    add("\(name) \(label.english)", then, at: item.span)
    guard now.unit.isNumeric else { return }
    let suffix = isFirst ? "" : " vs \(label.english)"
    let change = Formula.arithmetic(.minus, now, then, now.unit)
    let good = good(of: item.expression)
    add("\(name) change\(suffix)", change, good: good, isChange: true, at: item.span)
    add(
      "\(name) change %\(suffix)",
      .declared(.arithmetic(.divided, change, then, .number), .percent), good: good,
      isChange: true, at: item.span)
  }

  private func good(of expression: ExpressionSyntax) -> Definition.Direction? {
    guard case .name(let path) = expression.form, let name = path.single else { return nil }
    return model.catalogue.definition(name.key)?.good
  }

  /// Grains and names first: `having` and `sort` may use them before the sources are known.
  private mutating func bindAxisNames() {
    for item in query.axisItems {
      let name = item.alias?.text ?? item.expression.columnName
      if axes.contains(where: { NameFolding.key($0.name) == NameFolding.key(name) })
        || query.items.contains(where: { $0.columnKey == NameFolding.key(name) })
      {
        report(.answerTwice(name, item.span, alias: item.alias?.span))
        continue
      }
      if case .name(let path) = item.expression.form, let word = path.single {
        if model.catalogue.definition(word.key) == nil, let grain = Grain(axis: word.key) {
          axes.append(
            ResolvedQuery.Axis(
              name: name, key: word.key, form: .grain(grain), unit: .date(grain), span: item.span))
          continue
        }
        if model.catalogue.isMetric(word.key) {
          report(.notADimension(word))
          continue
        }
      }
      axes.append(
        ResolvedQuery.Axis(
          name: name, key: key(of: item), form: .value([:]), unit: .text, span: item.span))
    }
  }

  /// The dimension that an item of `by` is; its own name where it is none.
  private func key(of item: ItemSyntax) -> String {
    guard case .name(let path) = item.expression.form, let name = path.single else {
      return NameFolding.key(item.expression.columnName)
    }
    return model.catalogue.definition(name.key)?.name.key ?? name.key
  }

  private mutating func bindRanking() {
    var resolver = resolver
    for item in items { resolver.local[NameFolding.key(item.name)] = item.formula }
    for item in query.items { resolver.written[item.columnKey] = item.expression }
    for (place, axis) in axes.enumerated() {
      resolver.local[NameFolding.key(axis.name)] = .group(place, axis.unit)
    }
    for clause in query.clauses {
      do {
        switch clause.form {
        case .having(let condition):
          let formula = try resolver.condition(condition)
          having = having.map { .and([$0, formula]) } ?? formula
        case .top(let syntax): top = try bind(syntax, resolver)
        case .sort(let keys):
          for key in keys {
            let formula = try resolver.resolve(key.expression)
            sort.append(
              ResolvedQuery.SortKey(
                formula: formula, isAscending: key.direction != .descending))
          }
        case .currency(let currency):
          guard CurrencyCodes.isKnown(currency.code.text.uppercased()) else {
            throw Problem.notACurrency(currency.code, clause.span)
          }
          conversion = try currency.conversion(
            in: model, periods: periods, notAfter: try writtenAsOf()?.0)
        case .using(let name):
          if model.calendars[name.key] == nil {
            throw Problem.unknownCalendar(
              name, closest: Spelling.closest(to: name.key, among: model.calendars.keys.sorted()))
          }
        case .fill(.previous):
          let isStock = items.allSatisfy { item in
            item.formula.aggregates.allSatisfy {
              $0.function == .closing || $0.function == .opening
            }
          }
          if !isStock { throw Problem.fillNeedsStock(clause.span) }
          if query.wants(.others) {
            throw Problem.othersNotCarried(
              fill: clause.span, with: query.withSpan ?? query.span)
          }
        case .by, .where, .over, .asOf, .versus, .with, .limit, .fill: break
        }
      } catch let problem as Problem {
        report(problem.mended(in: query, model: model))
      } catch {}
    }
  }

  private func bind(
    _ syntax: TopSyntax, _ resolver: FormulaResolver
  ) throws(Problem) -> ResolvedQuery.Top {
    if case .name(let path) = syntax.by.form, let name = path.single,
      model.catalogue.isDimension(name.key), !model.catalogue.isMetric(name.key)
    {
      throw .topRanksByMetric(name, in: query)
    }
    func place(of path: NamePath) throws(Problem) -> Int {
      guard
        let place = axes.firstIndex(where: {
          NameFolding.key($0.name) == NameFolding.key(path.text)
        })
      else { throw .notGrouped(path) }
      return place
    }
    let per = try syntax.per.map { (path) throws(Problem) in try place(of: path) }
    let ranked: Int?
    if let path = syntax.ranked {
      ranked = try place(of: path)
    } else {
      ranked = axes.indices.last
    }
    return ResolvedQuery.Top(
      isBottom: syntax.isBottom, count: syntax.count, ranked: ranked, per: per,
      by: try resolver.resolve(syntax.by))
  }

  /// All that is computed for a line, shown or not.
  var formulas: [Formula] {
    items.map(\.formula) + [having, top?.by].compactMap { $0 } + sort.map(\.formula)
  }

  private mutating func collectSources() {
    for formula in formulas {
      for aggregate in formula.aggregates
      where !sources.contains(where: { $0.key == aggregate.source }) {
        if let source = model.source(aggregate.source) { sources.append(source) }
      }
    }
  }

  private mutating func bindAxisValues() {
    let names = query.axisItems
    for (place, axis) in axes.enumerated() {
      guard case .value = axis.form,
        let item = names.first(where: { $0.span == axis.span })
      else { continue }
      var expressions: [String: RowExpression] = [:]
      var unit: Unit = .text
      for source in sources {
        do {
          let row = try RowResolver(model: model, base: source, questionSources: sources)
            .resolve(item.expression)
          if case .constant = row { throw Problem.notADimensionValue(item.span) }
          // A number here and a text there meet as texts.
          unit = expressions.isEmpty || row.unit == .text ? row.unit : unit
          expressions[source.key] = row
        } catch let problem as Problem {
          if let row = fromChild(of: source, { resolver in try resolver.resolve(item.expression) })
          {
            children[source.key]?.axes.insert(place)
            unit = expressions.isEmpty || row.unit == .text ? row.unit : unit
            expressions[source.key] = row
          } else {
            report(explained(problem, in: source))
          }
        } catch {}
      }
      axes[place] = ResolvedQuery.Axis(
        name: axis.name, key: axis.key, form: .value(expressions), unit: unit, span: axis.span)
    }
  }

  private mutating func bindFilters() {
    for condition in query.conditions.flatMap(\.conjuncts) {
      for source in sources {
        do {
          let row = try RowResolver(
            model: model, base: source, questionSources: sources, choosesRows: true
          ).condition(condition)
          filters[source.key] = filters[source.key].map { .and([$0, row]) } ?? row
        } catch {
          let row = fromChild(of: source) { resolver in try resolver.condition(condition) }
          if let row {
            let former = children[source.key]?.filter
            children[source.key]?.filter = former.map { .and([$0, row]) } ?? row
          } else {
            report(explained(error, in: source))
          }
        }
      }
    }
  }

  /// What a source's children know, where it does not itself (R14). All that a question takes from
  /// children it takes from the same.
  private mutating func fromChild(
    of parent: SourceSchema, _ resolve: (RowResolver) throws -> RowExpression
  ) -> RowExpression? {
    for child in model.sources {
      if let chosen = children[parent.key], chosen.source != child.key { continue }
      for link in child.links where NameFolding.key(link.target) == parent.key {
        let resolver = RowResolver(model: model, base: child, questionSources: [child])
        guard child.isLoaded, let row = try? resolve(resolver) else { continue }
        if children[parent.key] == nil {
          children[parent.key] = ResolvedQuery.Children(
            source: child.key, linkColumn: link.column, parentColumn: link.targetColumn)
          notes.append(Problem.groupsOverlap(parent.name, child.name, query.span).diagnostic)
        }
        return row
      }
    }
    return nil
  }

  /// A name that one source lacks is told from the metric's side: R4 names both.
  private func explained(_ problem: Problem, in source: SourceSchema) -> Problem {
    switch problem {
    case .notShared(let path, _):
      guard
        let item = items.first(where: {
          $0.formula.aggregates.contains { $0.source == source.key }
        })
      else { return problem }
      return .notSharedBy(
        path, metric: item.name, at: item.span, source: source.name, in: query,
        knownBy: metrics(knowing: path, except: source))
    case .metricInRow(let name): return .metricInWhere(name, in: query)
    default: return problem.mended(in: query, model: model)
    }
  }

  /// The items whose sources all know a name, which a condition in brackets could go to.
  private func metrics(knowing path: NamePath, except: SourceSchema) -> [SourceSpan] {
    let syntax = ExpressionSyntax(.name(path), at: path.span)
    return items.filter { item in
      item.formula.aggregates.allSatisfy { aggregate in
        guard let source = model.source(aggregate.source) else { return false }
        let resolver = RowResolver(model: model, base: source, questionSources: [source])
        return (try? resolver.resolve(syntax)) != nil
      }
    }.map(\.span)
  }

  private mutating func checkNeverBy() {
    for item in query.items {
      for (name, definition) in model.catalogue.metrics(in: item.expression) {
        for axis in axes where definition.neverBy.contains(where: { $0.key == axis.key }) {
          report(
            .neverBy(
              name, axis.name, axis.span, in: query,
              instead: substitutes(for: definition, asked: name), reason: definition.reason))
        }
        let missing = definition.per.filter { dimension in
          !axes.contains { $0.key == dimension.key } && !isFixed(dimension)
        }
        if !missing.isEmpty {
          report(
            .onlyPer(
              name, missing.map(\.text), at: item.span, in: query, reason: definition.reason))
        }
      }
    }
  }

  /// Metrics that the question can be asked of where this one would mislead: those that the reason
  /// names, else what is read beside it and counted in the same unit.
  private func substitutes(for definition: Definition, asked name: Name) -> [String] {
    guard query.canAskOther(than: name) else { return [] }
    let beside = definition.lesson.beside.filter { other in
      definition.unit != nil && model.catalogue.definition(other.key)?.unit == definition.unit
    }
    for candidates in [definition.namesInReason, beside.map(\.text)] {
      let found = candidates.filter { isAnswered(query.replacing(name, by: $0)) }
      if !found.isEmpty { return Array(found.prefix(2)) }
    }
    return []
  }

  /// Whether a question means something, even if its files are yet to be loaded.
  private func isAnswered(_ query: QuerySyntax) -> Bool {
    let isMisleading = query.items.contains { item in
      model.catalogue.metrics(in: item.expression).contains { _, definition in
        axes.contains { axis in definition.neverBy.contains { $0.key == axis.key } }
      }
    }
    guard !isMisleading else { return false }
    do throws(NonEmpty<Problem>) {
      _ = try ResolvedQuery.resolve(query, in: model)
      return true
    } catch {
      return error.all.allSatisfy { if case .notLoaded = $0 { true } else { false } }
    }
  }

  /// Whether the conditions leave one value of a dimension.
  private func isFixed(_ dimension: Name) -> Bool {
    query.conditions.flatMap(\.conjuncts).contains { condition in
      guard case .binary(.equal, let left, let right) = condition.form else { return false }
      return [(left, right), (right, left)].contains { name, value in
        guard case .name(let path) = name.form, let word = path.single,
          case .literal = value.form
        else { return false }
        return (model.catalogue.definition(word.key)?.name.key ?? word.key) == dimension.key
      }
    }
  }

  private mutating func checkLoaded() {
    for source in sources where !source.isLoaded {
      let item = items.first { $0.formula.aggregates.contains { $0.source == source.key } }
      report(
        .notLoaded(
          source.name, fedBy: source.fedBy, metric: item?.name, at: item?.span ?? query.span))
    }
    // A sum of a column that no file has would be 0, and nobody counted that.
    for item in items {
      guard
        let row = item.formula.aggregates.map(\.argument).first(where: model.lacksColumns),
        let column = row?.columns.first
      else { continue }
      report(
        .columnNotThere(
          metric: item.name, source: column.source, column: column.column, at: item.span))
    }
    guard problems.isEmpty else { return }
    // What lies behind a link must be there as well: without the costs, all of them were missing.
    for item in items {
      let rows = item.formula.aggregates.flatMap { [$0.argument, $0.key, $0.filter] }
      for row in rows { checkLinks(of: row, metric: item.name, at: item.span) }
    }
    for axis in axes {
      guard case .value(let expressions) = axis.form else { continue }
      for source in sources {
        checkLinks(of: expressions[source.key], metric: axis.name, at: axis.span)
      }
    }
    for source in sources { checkLinks(of: filters[source.key], metric: nil, at: query.span) }
  }

  private mutating func checkLinks(of row: RowExpression?, metric: String?, at span: SourceSpan) {
    for column in row?.columns ?? [] where !column.path.isEmpty {
      guard let source = model.source(column.source), !source.isLoaded else { continue }
      report(.notLoaded(source.name, fedBy: source.fedBy, metric: metric, at: span))
    }
  }

  // MARK: Time

  /// First and last day over all sources of the question.
  var loadedDays: ClosedRange<Day>? {
    let extents = sources.compactMap { $0.extent?.days }
    guard let first = extents.map(\.lowerBound).min(), let last = extents.map(\.upperBound).max()
    else { return nil }
    return first...last
  }

  /// The newest day that every source has (R8a).
  var newestCommonDay: Day? { sources.compactMap { $0.extent?.days?.upperBound }.min() }

  func period(asOf: Day, loaded: ClosedRange<Day>) throws(Problem) -> Period {
    let resolver = PeriodResolver(
      calendar: model.calendar, catalogue: model.catalogue, loaded: loaded, asOf: asOf)
    return try resolver.resolve(query.period, label: query.period?.label ?? .all)
  }

  /// The as-of day as written in the question or on the command line.
  func writtenAsOf() throws(Problem) -> (Day, Phrase)? {
    let reason = Phrase("as asked", zh: "按指定")
    guard let point = query.asOf else { return model.asOf.map { ($0, reason) } }
    let clock = newestCommonDay ?? Day(number: 0)
    let resolver = PeriodResolver(
      calendar: model.calendar, catalogue: model.catalogue, loaded: loadedDays ?? clock...clock,
      asOf: clock)
    return (try resolver.day(of: point), reason)
  }

  func finished() throws(NonEmpty<Problem>) -> ResolvedQuery {
    do {
      return try finish()
    } catch {
      throw NonEmpty(error)
    }
  }

  private func finish() throws(Problem) -> ResolvedQuery {
    var notes = notes
    var period: Period?
    var asOf: ResolvedQuery.AsOf?
    if let loaded = loadedDays, let newest = newestCommonDay {
      let written = try writtenAsOf()
      let day = written?.0 ?? newest
      let timed = sources.filter { $0.extent?.days != nil }
      let reason =
        written?.1
        ?? (timed.count == 1
          ? Phrase(
            "the newest day of \(timed[0].name)", zh: "\(timed[0].name) 的最新一天")
          : Phrase("the newest day that all sources have", zh: "各数据源都有的最新一天"))
      asOf = ResolvedQuery.AsOf(day: day, reason: reason, isWritten: written != nil)
      guard day >= loaded.lowerBound else {
        throw .nothingBefore(day, loaded.lowerBound, query.asOfSpan ?? query.span)
      }
      var resolved = try self.period(asOf: day, loaded: loaded)
      if written != nil, resolved.days.upperBound > day {
        guard resolved.days.lowerBound <= day else {
          throw .nothingBefore(day, resolved.days.lowerBound, query.periodSpan ?? query.span)
        }
        resolved = Period(
          days: resolved.days.lowerBound...day, whole: resolved.whole, label: resolved.label,
          unit: resolved.unit,
          unitCount: resolved.unitCount, isUnfinished: true, isRelative: resolved.isRelative)
      }
      period = resolved
      notes += endNotes(of: timed, period: resolved, asOf: asOf)
      try checkSteps(resolved, asOf: written?.0)
    } else if let clause = query.periodSpan {
      throw .noTime(clause, source: sources.first?.name ?? "")
    }
    try checkWeeks(period)
    try checkChildren()
    // Rows without time are in no period, whatever stands beside them (R15).
    if let clause = query.periodSpan, !query.isAboutAll,
      let source = sources.first(where: { $0.dayColumn == nil })
    {
      throw .noTime(clause, source: source.name)
    }
    for axis in axes {
      guard case .grain = axis.form, let source = sources.first(where: { $0.dayColumn == nil })
      else { continue }
      throw .noTime(axis.span, source: source.name)
    }
    if query.wants(.others), top == nil { throw .othersNeedTop(query.withSpan ?? query.span) }
    return ResolvedQuery(
      items: items, axes: axes, sources: sources.map(\.key), filters: filters,
      children: children, period: period,
      asOf: asOf, baselines: baselines, having: having, top: top, sort: sort,
      limit: query.limitCount,
      showsOthers: query.wants(.others), showsTotals: query.wants(.totals), fill: query.fillMode,
      conversion: conversion,
      attributes: try attributes(), fixedConditions: query.fixedConditions(in: model.catalogue),
      calendar: model.calendar, notes: notes + meaningNotes() + choiceNotes(), span: query.span,
      writtenPeriodSpan: query.periodSpan)
  }

  /// All that a question takes from the children of a source it takes from the same (R14).
  private func checkChildren() throws(Problem) {
    for item in items {
      for aggregate in item.formula.aggregates {
        guard let known = children[aggregate.source] else { continue }
        for column in aggregate.filter?.columns ?? [] {
          guard case .children(let own) = column.origin, own.source != known.source,
            let other = model.source(own.source)
          else { continue }
          throw .twoKindsOfChildren(
            item.span, model.source(known.source)?.name ?? known.source, other.name)
        }
      }
    }
  }

  /// Weeks do not move by months (R9).
  private func checkWeeks(_ period: Period?) throws(Problem) {
    for item in items {
      for aggregate in item.formula.aggregates {
        let grains = axes.indices.compactMap { place -> Grain? in
          guard aggregate.context.keeps(place), case .grain(let grain) = axes[place].form else {
            return nil
          }
          return grain
        }
        let unit = grains.min() ?? period?.unit
        if aggregate.context.movesWeeksByMonths(from: unit) { throw .weeksByMonths(item.span) }
      }
    }
  }

  private func endNotes(
    of timed: [SourceSchema], period: Period, asOf: ResolvedQuery.AsOf?
  ) -> [Diagnostic] {
    guard let asOf, timed.count > 1, let span = query.periodSpan ?? Optional(query.span) else {
      return []
    }
    let ends = timed.compactMap { source in
      source.extent?.days.map { (name: source.name, day: $0.upperBound) }
    }
    guard let newest = ends.map(\.day).max(), ends.contains(where: { $0.day != newest }) else {
      return []
    }
    // Where the period is written, the days that a source lacks are told with its coverage.
    guard period.isRelative, !asOf.isWritten else { return [] }
    return [Problem.sourcesEndApart(ends, asOf: asOf.day, span).diagnostic]
  }

  /// A source whose rows cover several days cannot be cut finer, nor by a period (R5).
  private func checkSteps(_ period: Period, asOf: Day?) throws(Problem) {
    for source in sources {
      guard let extent = source.extent else { continue }
      let metric = items.first { $0.formula.aggregates.contains { $0.source == source.key } }
      let name = metric?.name ?? source.name
      // What brackets give days of their own is looked at by the engine, as it reads the rows.
      let read = formulas.flatMap(\.aggregates).filter {
        $0.source == source.key && $0.context.times.isEmpty
      }
      guard !read.isEmpty else { continue }
      switch extent.step {
      case .day: continue
      case .grain(let step):
        // Steps of rows are the common ones, whatever calendar groups them, and a period cuts none
        // where the source has no days.
        let calendar = CalendarRules()
        let isCut =
          extent.days.map { days in
            let first = max(days.lowerBound, period.days.lowerBound)
            let last = min(days.upperBound, period.days.upperBound)
            return first <= last
              && (calendar.start(of: step, holding: first) != first
                || calendar.end(of: step, holding: last) != last)
          } ?? false
        for (place, axis) in axes.enumerated() {
          guard case .grain(let grain) = axis.form,
            read.contains(where: { $0.context.keeps(place) }),
            grain < step || (grain == .week && step != .day) || (grain == .month && step == .week)
          else { continue }
          throw .grainTooFine(
            name, at: metric?.span ?? query.span, known: step, asked: grain, axis.span,
            cutBy: isCut ? query.periodSpan : nil)
        }
        if isCut {
          throw .periodCutsStep(
            name, step, at: metric?.span ?? query.span, query.periodSpan ?? query.span)
        }
      case .stretches:
        // Which rows a period cuts is only known from the rows: the engine looks.
        continue
      }
    }
  }

  /// Words of several meanings that the question uses in their first one.
  private func meaningNotes() -> [Diagnostic] {
    var told: [String] = []
    let expressions =
      query.metricExpressions + query.axisItems.map(\.expression) + query.conditions
    return expressions.flatMap(\.namePaths).compactMap { path in
      guard let name = path.single, let word = model.catalogue.ambiguousWord(name.key),
        word.prefersFirst, !told.contains(name.key)
      else { return nil }
      told.append(name.key)
      return Problem.meaningChosen(name, word).diagnostic
    }
  }

  /// The answer names the source that a preferred metric took (R20).
  private func choiceNotes() -> [Diagnostic] {
    guard choice.values.contains(where: { $0 > 0 }) else { return [] }
    return [Problem.sourceChosen(sources.map(\.name), query.span).diagnostic]
  }
}

extension Model {
  /// Whether a row expression reads columns, and no file that is loaded has any of them.
  package func lacksColumns(_ row: RowExpression?) -> Bool {
    let stored = row?.columns.filter { $0.origin == .stored } ?? []
    return !stored.isEmpty
      && stored.allSatisfy { column in
        source(column.source)?.columns.contains { $0.name == column.column && !$0.isLoaded }
          ?? false
      }
  }
}
