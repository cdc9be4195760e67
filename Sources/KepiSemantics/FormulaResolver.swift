// Expressions over finished numbers: metrics become aggregates, kinds are checked.
package import KepiColumns
import KepiDiagnostics
package import KepiSyntax

/// Binds the metric expressions of one question, under one choice among preferred sources.
struct FormulaResolver {
  let model: Model
  /// For each metric with alternatives, which one this attempt takes (R20).
  let choice: [String: Int]
  /// Names that the question itself gives: items by `as`, and groups.
  var local: [String: Formula] = [:]
  /// What was written for those of them that brackets can change.
  var written: [String: ExpressionSyntax] = [:]
  /// Conditions of the brackets around the expression, innermost last.
  var conditions: [ExpressionSyntax] = []
  /// What the brackets around the expression change beside its rows.
  var context = AggregateContext.none
  /// The names of the question's axes, and whether each is a step of time.
  var axes: [(key: String, isGrain: Bool)] = []
  /// Dates the periods of brackets; absent where no source is known yet.
  var periods: PeriodResolver?
  /// Metrics being resolved, outermost first: a metric that comes round again needs itself.
  var stack: [Definition] = []
  /// Where it is kept what each metric came to.
  var names: PartNames?
  /// Where the metric that is being resolved stands in the question, for messages.
  var origin: SourceSpan?

  func resolve(_ syntax: ExpressionSyntax, depth: Int = 0) throws(Problem) -> Formula {
    guard depth < 64 else { throw .tooDeep(syntax.span) }
    switch syntax.form {
    case .absent: throw .alreadyReported
    case .parenthesised(let inner): return try resolve(inner, depth: depth + 1)
    case .name(let path): return try resolve(path, depth: depth)
    case .literal(let literal):
      let (value, unit) = try literal.constant(at: syntax.span)
      return .constant(value, unit)
    case .quantity(let number, let unit):
      let (value, kind) = try number.quantity(in: unit)
      return .constant(value, kind)
    case .negated(let inner):
      let value = try resolve(inner, depth: depth + 1)
      guard value.unit.isNumeric else { throw .notANumber(inner.span, value.unit) }
      return .negated(value)
    case .not(let inner): return .not(try condition(inner, depth: depth + 1))
    case .binary(.and, let left, let right):
      return .and([try condition(left, depth: depth + 1), try condition(right, depth: depth + 1)])
    case .binary(.or, let left, let right):
      return .or([try condition(left, depth: depth + 1), try condition(right, depth: depth + 1)])
    case .binary(let sign, let left, let right):
      if let comparison = ComparisonOperator(sign) {
        return try compare(comparison, left, right, depth: depth + 1)
      }
      guard let arithmetic = ArithmeticOperator(sign) else { throw .alreadyReported }
      let first = try resolve(left, depth: depth + 1)
      let second = try resolve(right, depth: depth + 1)
      guard let unit = Unit.of(arithmetic, first.unit, second.unit) else {
        throw .kindsDiffer(arithmetic.rawValue, first.unit, second.unit, left.span, right.span)
      }
      return .arithmetic(arithmetic, first, second, unit)
    case .between(let value, let low, let high):
      return .and([
        try compare(.greaterOrEqual, value, low, depth: depth + 1),
        try compare(.lessOrEqual, value, high, depth: depth + 1),
      ])
    case .membership(let value, let isNegated, let list):
      let any = Formula.or(
        try list.map { (element) throws(Problem) in
          try compare(.equal, value, element, depth: depth + 1)
        })
      return isNegated ? .not(any) : any
    case .like(let value, let isNegated, let pattern):
      let text = try resolve(value, depth: depth + 1)
      guard text.unit == .text else { throw .notText(value.span, text.unit) }
      let like = Formula.like(text, pattern: pattern)
      return isNegated ? .not(like) : like
    case .isMissing(let value, let isNegated):
      let missing = Formula.isMissing(try resolve(value, depth: depth + 1))
      return isNegated ? .not(missing) : missing
    case .conditional(let test, let then, let otherwise):
      let first = try resolve(then, depth: depth + 1)
      let second = try resolve(otherwise, depth: depth + 1)
      guard Unit.agree(first.unit, second.unit) || first.isBlank || second.isBlank else {
        throw .kindsDiffer("else", first.unit, second.unit, then.span, otherwise.span)
      }
      return .conditional(
        try condition(test, depth: depth + 1), then: first, otherwise: second)
    case .call(let path, let isDistinct, let arguments):
      return try call(
        path, isDistinct: isDistinct, arguments, at: syntax.span, depth: depth + 1)
    case .context(let inner, let modifiers) where modifiers.contains(where: { $0.form == .target }):
      return try target(of: inner)
    case .context(let inner, let modifiers):
      if let supposed = try supposing(inner, modifiers, depth: depth + 1) { return supposed }
      var changed = self
      try changed.apply(modifiers)
      do throws(Problem) {
        return try changed.resolve(inner, depth: depth + 1)
      } catch {
        guard case .metricInRow = error, let stray = strayDriver(modifiers) else { throw error }
        throw .notADriver(stray, of: inner.columnName, known: model.drivers(of: inner))
      }
    }
  }

  /// Brackets change the rows, the grouping and the days of what stands before them.
  mutating func apply(_ modifiers: [ModifierSyntax]) throws(Problem) {
    var only: [Int] = []
    for modifier in modifiers {
      switch modifier.form {
      case .condition(let condition): conditions.append(condition)
      case .previous: context.times.append(.previous)
      case .ago(let span):
        context.times.append(.ago(span.count, try grain(span.unit)))
      case .rolling(let span):
        context.times.append(.rolling(max(1, span.count), try grain(span.unit)))
      case .running(let all): context.times.append(.running(all: all))
      case .toDate(let unit): context.times.append(.toDate(try grain(unit)))
      case .over(let period):
        // Before the sources are known any days will do: the question is bound once more.
        let resolved = try periods?.resolve(period, label: .empty)
        context.times.append(.over(resolved ?? .unknown))
      case .all(let path):
        let kept = context.keptAxes ?? Array(axes.indices)
        guard let path else {
          context.keptAxes = []
          continue
        }
        context.keptAxes = kept.filter { axes[$0].key != NameFolding.key(path.text) }
      case .only(let path):
        guard let place = axes.firstIndex(where: { $0.key == NameFolding.key(path.text) }) else {
          throw .onlyNotGrouped(path)
        }
        only.append(place)
      case .target: break
      }
    }
    // Several `only` in one bracket keep several groupings (R18).
    if !only.isEmpty { context.keptAxes = only.filter { context.keeps($0) }.sorted() }
  }

  /// The targets of the metric that an expression names.
  func target(of expression: ExpressionSyntax) throws(Problem) -> Formula {
    guard case .name(let path) = expression.form, let name = path.single,
      case .metric(let alternatives) = model.catalogue.definition(name.key)?.form
    else { throw .targetOfNoMetric(expression.span) }
    let key = model.catalogue.definition(name.key)?.name.key ?? name.key
    var targets: [ResolvedTarget] = []
    for target in model.targets {
      guard (model.catalogue.definition(target.metric.key)?.name.key ?? target.metric.key) == key,
        let periods
      else { continue }
      var currency: String?
      if case .money(.fixed(let code)) = target.unit { currency = code }
      targets.append(
        ResolvedTarget(
          conditions: target.conditions,
          days: try periods.resolve(target.period, label: .empty).days,
          value: target.value, currency: currency))
    }
    let isAdditive = try resolve(alternatives[0]).kind == .additive
    return .target(targets, isAdditive: isAdditive, context, of: try resolve(expression))
  }

  private func grain(_ unit: Name) throws(Problem) -> Grain {
    guard let grain = Grain(unitName: unit.key) else {
      throw .unknownUnit(unit, closest: Grain.closest(to: unit.key))
    }
    return grain
  }

  func condition(_ syntax: ExpressionSyntax, depth: Int = 0) throws(Problem) -> Formula {
    let formula = try resolve(syntax, depth: depth)
    guard formula.unit == .truth else { throw .notACondition(syntax.span, unit: formula.unit) }
    return formula
  }

  private func compare(
    _ comparison: ComparisonOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    depth: Int
  ) throws(Problem) -> Formula {
    // A written month, week or quarter in a comparison is all its days (R15).
    if case .literal(.date(let date)) = right.form {
      let value = try resolve(left, depth: depth)
      guard value.unit.isDate || value.isBlank else {
        throw .kindsDiffer(comparison.rawValue, value.unit, .date(.day), left.span, right.span)
      }
      guard let (days, _) = date.days(in: model.calendar) else { throw .notADay(right.span) }
      func holds(_ comparison: ComparisonOperator, _ day: Day) -> Formula {
        .compare(comparison, value, .constant(.day(day), .date(.day)))
      }
      let inside = Formula.and([
        holds(.greaterOrEqual, days.lowerBound), holds(.lessOrEqual, days.upperBound),
      ])
      switch comparison {
      case .equal: return inside
      case .notEqual: return .not(inside)
      case .less, .greaterOrEqual: return holds(comparison, days.lowerBound)
      case .lessOrEqual, .greater: return holds(comparison, days.upperBound)
      }
    }
    if case .literal(.date) = left.form {
      return try compare(comparison.mirrored, right, left, depth: depth)
    }
    let first = try resolve(left, depth: depth)
    let second = try resolve(right, depth: depth)
    guard Unit.comparable(first.unit, second.unit) || first.isBlank || second.isBlank else {
      throw .kindsDiffer(comparison.rawValue, first.unit, second.unit, left.span, right.span)
    }
    return .compare(comparison, first, second)
  }

  // MARK: Names

  private func resolve(_ path: NamePath, depth: Int) throws(Problem) -> Formula {
    guard let name = path.single else {
      if model.source(path.parts[0].key) != nil { throw .rowOutsideAggregate(path) }
      throw .unknownSource(
        path.parts[0],
        closest: Spelling.closest(to: path.parts[0].key, among: model.sources.map(\.name)))
    }
    if let formula = local[name.key] {
      guard context != .none || !conditions.isEmpty, let expression = written[name.key] else {
        return formula
      }
      // Brackets change what the name stands for, not the finished number.
      var inner = self
      inner.local = [:]
      inner.written = [:]
      return try inner.resolve(expression, depth: depth + 1)
    }
    guard let definition = model.catalogue.definition(name.key) else {
      if let word = model.catalogue.ambiguousWord(name.key) { throw .severalMeanings(name, word) }
      if model.sources.contains(where: { $0.column(named: name.key) != nil }) {
        throw .rowOutsideAggregate(path)
      }
      throw .unknownName(name, closest: model.closestName(to: name, for: .metric))
    }
    switch definition.form {
    case .metric(let alternatives):
      return try metric(definition, alternatives, at: name, depth: depth)
    case .constant(let value): return try resolve(value, depth: depth + 1)
    case .parameter(let standard, let given):
      if let given {
        let (value, unit) = try given.constant(at: name.span)
        return .constant(value, unit)
      }
      guard let standard else { throw .parameterNotGiven(name) }
      return try resolve(standard, depth: depth + 1)
    case .alias: throw .notAValue(name)
    case .dimension, .segment: throw .notAMetric(name, isSegment: definition.isSegment)
    case .period, .report: throw .notAValue(name)
    }
  }

  private func metric(
    _ definition: Definition, _ alternatives: [ExpressionSyntax], at name: Name, depth: Int
  ) throws(Problem) -> Formula {
    if let start = stack.firstIndex(where: { $0.name.key == definition.name.key }) {
      throw .definitionCycle(NonEmpty(Array(stack[start...])) ?? NonEmpty(definition))
    }
    var inner = self
    inner.stack.append(definition)
    inner.origin = origin ?? name.span
    // Inside a definition, names of the question mean nothing.
    inner.local = [:]
    let place = choice[definition.name.key] ?? 0
    let formula = try inner.resolve(
      alternatives[min(place, alternatives.count - 1)], depth: depth + 1)
    guard let unit = definition.unit, unit != formula.unit, !(unit.isMoney && formula.unit.isMoney)
    else {
      names?.add(
        definition, in: stack.last, formula, conditions, context, axes.map(\.key))
      return formula
    }
    let declared = Formula.declared(formula, unit)
    names?.add(definition, in: stack.last, declared, conditions, context, axes.map(\.key))
    return declared
  }

  // MARK: Calls

  private func call(
    _ path: NamePath, isDistinct: Bool, _ arguments: [ExpressionSyntax], at span: SourceSpan,
    depth: Int
  ) throws(Problem) -> Formula {
    guard let name = path.single else { throw .unknownFunction(path.last, closest: nil) }
    if let aggregate = AggregateName(rawValue: name.key) {
      return try self.aggregate(
        aggregate, name, isDistinct: isDistinct, arguments, at: span, depth: depth)
    }
    switch name.key {
    case "days":
      guard let argument = arguments.first else { return .days(nil, context) }
      guard arguments.count == 1, case .name(let unit) = argument.form, let word = unit.single,
        let grain = Grain(unitName: word.key)
      else {
        throw .argumentCount(
          name, span, wants: Phrase("no argument or a unit of time", zh: "零个参数或一个时间单位"))
      }
      return .days(grain, context)
    case "coalesce":
      guard !arguments.isEmpty else { throw .argumentCount(name, span, wants: .oneOrMore) }
      let parts = try arguments.map { (argument) throws(Problem) in
        try resolve(argument, depth: depth)
      }
      for (part, argument) in zip(parts, arguments).dropFirst()
      where !Unit.agree(parts[0].unit, part.unit) {
        throw .kindsDiffer(",", parts[0].unit, part.unit, arguments[0].span, argument.span)
      }
      return .coalesce(parts, parts[0].unit)
    case "abs", "round":
      guard let first = arguments.first, arguments.count <= (name.key == "abs" ? 1 : 2) else {
        throw .argumentCount(name, span, wants: name.key == "abs" ? .one : .oneOrTwo)
      }
      let value = try resolve(first, depth: depth)
      guard value.unit.isNumeric else { throw .notANumber(first.span, value.unit) }
      if name.key == "abs" { return .absolute(value) }
      guard arguments.count == 2 else { return .rounded(value, places: 0) }
      guard case .constant(.exact(let places), _) = try resolve(arguments[1], depth: depth),
        places.isInteger, (0...12).contains(Int(places.rounded(to: 0).digits))
      else { throw .notANumber(arguments[1].span, .text) }
      return .rounded(value, places: Int(places.rounded(to: 0).digits))
    default:
      if FunctionNames.all.contains(name.key) { throw .rowFunctionOutside(name) }
      throw .unknownFunction(
        name, closest: Spelling.closest(to: name.key, among: FunctionNames.all))
    }
  }

  private func aggregate(
    _ aggregate: AggregateName, _ name: Name, isDistinct: Bool, _ arguments: [ExpressionSyntax],
    at span: SourceSpan, depth: Int
  ) throws(Problem) -> Formula {
    if aggregate == .converted { return try converted(name, arguments, at: span) }
    if aggregate == .rows {
      guard arguments.count == 1, case .name(let path) = arguments[0].form, let word = path.single
      else {
        throw .argumentCount(
          name, span, wants: Phrase("one source, as rows(sales)", zh: "一个数据源，例如 rows(sales)"))
      }
      guard let source = model.source(word.key) else {
        throw .unknownSource(
          word, closest: Spelling.closest(to: word.key, among: model.sources.map(\.name)))
      }
      return .aggregate(
        Aggregate(
          function: .count, source: source.key, argument: nil,
          filter: try filter(on: source), context: context, unit: .count))
    }
    let limit = aggregate == .closing || aggregate == .opening ? 2 : 1
    guard let argument = arguments.first, arguments.count <= limit else {
      throw .argumentCount(name, span, wants: limit == 2 ? .oneOrTwo : .one)
    }
    switch aggregate {
    case .meanOfDays: return try meanOfDays(argument, in: span, depth: depth)
    case .closing, .opening:
      // The first argument is a sum: `closing(sum(inventory.units), inventory.sku)`.
      let inner = try resolve(argument, depth: depth)
      guard case .aggregate(let sum) = inner, sum.function == .sum,
        let source = model.source(sum.source)
      else { throw notASum(argument, in: span) }
      var key: RowExpression?
      if arguments.count == 2 { key = try row(arguments[1], on: source) }
      return .aggregate(
        Aggregate(
          function: aggregate == .closing ? .closing : .opening, source: sum.source,
          argument: sum.argument, key: key, filter: sum.filter, context: sum.context,
          unit: sum.unit))
    case .sum, .count, .min, .max, .avg, .median, .rows, .converted: break
    }
    let source = try base(of: argument, in: span)
    let row = try row(argument, on: source)
    let filter = try filter(on: source)
    func make(_ function: AggregateFunction, _ unit: Unit) -> Formula {
      .aggregate(
        Aggregate(
          function: function, source: source.key, argument: row, filter: filter,
          context: context, unit: unit))
    }
    switch aggregate {
    case .count: return make(isDistinct ? .countDistinct : .count, .count)
    case .sum, .avg, .median:
      guard row.unit.isNumeric else { throw .notANumber(argument.span, row.unit) }
      if aggregate == .median { return make(.median, row.unit) }
      if aggregate == .sum { return make(.sum, row.unit) }
      // A mean is a ratio too: divided once its parts are complete.
      let unit = row.unit == .count ? Unit.number : row.unit
      return .arithmetic(.divided, make(.sum, row.unit), make(.count, .count), unit)
    case .min, .max:
      guard row.unit.isNumeric || row.unit.isDate else {
        throw .notANumber(argument.span, row.unit)
      }
      return make(aggregate == .min ? .minimum : .maximum, row.unit)
    case .closing, .opening, .meanOfDays, .converted, .rows: throw .alreadyReported
    }
  }

  /// `converted(visits.visitor, sales.buyer, 7 days)`: a count that belongs to the visits (R24).
  private func converted(
    _ name: Name, _ arguments: [ExpressionSyntax], at span: SourceSpan
  ) throws(Problem) -> Formula {
    guard (2...4).contains(arguments.count), case .name(let from) = arguments[0].form,
      case .name(let to) = arguments[1].form, from.parts.count == 2, to.parts.count == 2
    else {
      throw .argumentCount(
        name, span,
        wants: Phrase(
          "two columns, as converted(visits.visitor, sales.buyer, 7 days)",
          zh: "两列，例如 converted(visits.visitor, sales.buyer, 7 days)"))
    }
    var window: ConversionPath.Window?
    if arguments.count >= 3, case .quantity(let number, let unit) = arguments[2].form,
      Grain(unitName: unit.key) == .month, number.scale == 0, number.digits > 0
    {
      window = .months(Int(number.digits))
    } else if arguments.count >= 3 {
      guard case (.exact(let days), .days) = try arguments[2].constantValue(), days.isInteger else {
        throw .argumentCount(
          name, span,
          wants: Phrase(
            "a number of days or months as its third argument", zh: "天数或月数作为第三个参数"))
      }
      window = .days(Int(days.rounded(to: 0).digits))
    }
    func column(_ path: NamePath) throws(Problem) -> (SourceSchema, SourceSchema.Column) {
      guard let source = model.source(path.parts[0].key) else {
        throw .unknownSource(
          path.parts[0],
          closest: Spelling.closest(to: path.parts[0].key, among: model.sources.map(\.name)))
      }
      guard let column = source.column(named: path.last.key) else {
        throw .unknownColumn(
          path.last, source: source.name,
          closest: Spelling.closest(to: path.last.key, among: source.columns.map(\.name)))
      }
      guard source.dayColumn != nil else { throw .noTime(path.span, source: source.name) }
      return (source, column)
    }
    let (source, key) = try column(from)
    let (target, targetKey) = try column(to)
    var amount: String?
    if arguments.count == 4 {
      guard case .name(let path) = arguments[3].form, path.parts.count == 2,
        path.parts[0].key == to.parts[0].key
      else {
        throw .argumentCount(
          name, span,
          wants: Phrase(
            "a column of the second source as its fourth argument", zh: "第二个数据源的一列作为第四个参数"))
      }
      let (_, column) = try column(path)
      guard column.unit == .count || column.unit == .number else {
        throw .notANumber(path.span, column.unit)
      }
      amount = column.name
    }
    let path = ConversionPath(
      column: key.name, target: target.key, targetColumn: targetKey.name, window: window,
      amountColumn: amount)
    return .aggregate(
      Aggregate(
        function: .sum, source: source.key,
        argument: .column(
          ColumnReference(
            path: [], source: source.key, column: "converted", unit: .count,
            origin: .conversions(path))), filter: try filter(on: source), context: context,
        unit: .count))
  }

  private func notASum(_ argument: ExpressionSyntax, in call: SourceSpan) -> Problem {
    if case .name(let path) = argument.form, let name = path.single,
      model.catalogue.isMetric(name.key)
    {
      return .aggregateOfMetric(name, call: call, reason: .empty, by: nil)
    }
    return .closingNeedsSum(argument.span)
  }

  /// A stock's mean over the days that have rows, the same days for every group: the sum of all its
  /// readings over the number of those days (R12).
  private func meanOfDays(
    _ argument: ExpressionSyntax, in call: SourceSpan, depth: Int
  ) throws(Problem) -> Formula {
    guard case .aggregate(let sum) = try resolve(argument, depth: depth), sum.function == .sum,
      let source = model.source(sum.source), let day = source.dayColumn
    else { throw notASum(argument, in: call) }
    var context = sum.context
    context.keptAxes = axes.indices.filter { axes[$0].isGrain && sum.context.keeps($0) }
    let days = Aggregate(
      function: .dayCount, source: sum.source,
      argument: .column(
        ColumnReference(path: [], source: source.key, column: day, unit: .date(.day))),
      filter: sum.filter, context: context, unit: .count)
    let unit = sum.unit == .count ? Unit.number : sum.unit
    return .arithmetic(.divided, .aggregate(sum), .aggregate(days), unit)
  }

  /// The source whose rows an argument is computed over: the one that reaches all its columns.
  private func base(
    of argument: ExpressionSyntax, in call: SourceSpan
  ) throws(Problem) -> SourceSchema {
    let names = argument.namePaths
    var named: [SourceSchema] = []
    for path in names where path.parts.count > 1 {
      guard let source = model.source(path.parts[0].key) else {
        throw .unknownSource(
          path.parts[0],
          closest: Spelling.closest(to: path.parts[0].key, among: model.sources.map(\.name)))
      }
      if !named.contains(where: { $0.key == source.key }) { named.append(source) }
    }
    if let first = named.first {
      for source in named {
        if (try? row(argument, on: source)) != nil { return source }
      }
      return first
    }
    let fitting = model.sources.filter { source in
      (try? row(argument, on: source)) != nil
    }
    // What is not loaded is no source of the question, unless nothing else has the column.
    let loaded = fitting.contains(where: \.isLoaded) ? fitting.filter(\.isLoaded) : fitting
    if loaded.count > 1, let path = names.first {
      // A source without rows is hardly meant.
      let filled = loaded.filter(\.isLoaded)
      let names = (filled.isEmpty ? loaded : filled).map(\.name)
      throw .ambiguousColumn(path.last, sources: names, usable: names, isShared: false)
    }
    if let source = loaded.first { return source }
    guard let path = names.first else { throw .noColumn(argument.span) }
    if let name = path.single, model.catalogue.isMetric(name.key) {
      throw .aggregateOfMetric(name, call: call, reason: .empty, by: nil)
    }
    throw .unknownName(path.last, closest: model.closestName(to: path.last))
  }

  private func row(
    _ syntax: ExpressionSyntax, on source: SourceSchema
  ) throws(Problem) -> RowExpression {
    try RowResolver(model: model, base: source, questionSources: [source]).resolve(syntax)
  }

  /// The bracket conditions as one filter over the rows of a source.
  private func filter(on source: SourceSchema) throws(Problem) -> RowExpression? {
    guard !conditions.isEmpty else { return nil }
    let resolver = RowResolver(
      model: model, base: source, questionSources: [source], choosesRows: true,
      attributeScope: .line)
    var parts: [RowExpression] = []
    var children: ResolvedQuery.Children?
    for condition in conditions.flatMap(\.conjuncts) {
      do throws(Problem) {
        parts.append(try resolver.condition(condition))
      } catch {
        if let found = child(of: source, meeting: condition, with: children) {
          children = found
          continue
        }
        guard case .notShared(let path, let name) = error else { throw error }
        throw .bracketNotKnown(path, metric: origin, source: name)
      }
    }
    if let children {
      // All conditions on a child hold for one and the same row of it.
      let column = ColumnReference(
        path: [], source: source.key, column: "children", unit: .count,
        origin: .children(children))
      parts.append(.compare(.equal, .column(column), .constant(.exact(ExactNumber(1)), .count)))
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  /// The children of a source that know what its own rows do not (R14), with one more condition.
  private func child(
    of parent: SourceSchema, meeting condition: ExpressionSyntax,
    with known: ResolvedQuery.Children?
  ) -> ResolvedQuery.Children? {
    for child in model.sources where child.isLoaded && known.map({ $0.source == child.key }) ?? true
    {
      for link in child.links where NameFolding.key(link.target) == parent.key {
        let resolver = RowResolver(
          model: model, base: child, questionSources: [child], choosesRows: true)
        guard let row = try? resolver.condition(condition) else { continue }
        var result =
          known
          ?? ResolvedQuery.Children(
            source: child.key, linkColumn: link.column, parentColumn: link.targetColumn)
        result.filter = result.filter.map { .and([$0, row]) } ?? row
        return result
      }
    }
    return nil
  }
}

extension Formula {
  var isBlank: Bool {
    if case .constant(.blank, _) = self { true } else { false }
  }
}

extension Definition.Form {
  /// Aliases are followed before.
  fileprivate func fits(_ role: Model.NameRole) -> Bool {
    switch self {
    case .metric: role == .metric || role == .any
    case .dimension: role != .metric
    case .segment: role == .row || role == .any
    case .constant, .parameter: role != .axis
    case .period, .report, .alias: role == .any
    }
  }
}

extension Definition {
  var isSegment: Bool { if case .segment = form { true } else { false } }
}

extension Unit {
  var isDate: Bool { if case .date = self { true } else { false } }
}

extension ExpressionSyntax {
  /// The expressions directly inside this one.
  package var children: [ExpressionSyntax] {
    switch form {
    case .name, .literal, .quantity, .absent: []
    case .call(_, _, let arguments): arguments
    case .negated(let inner), .not(let inner), .parenthesised(let inner), .like(let inner, _, _),
      .isMissing(let inner, _):
      [inner]
    case .binary(_, let left, let right): [left, right]
    case .between(let value, let low, let high): [value, low, high]
    case .membership(let value, _, let list): [value] + list
    case .conditional(let test, let then, let otherwise): [test, then, otherwise]
    case .context(let inner, let modifiers):
      [inner]
        + modifiers.compactMap {
          if case .condition(let condition) = $0.form { condition } else { nil }
        }
    }
  }

  /// Every name an expression uses, in order, function names left out.
  package var namePaths: [NamePath] {
    if case .name(let path) = form { return [path] }
    return children.flatMap(\.namePaths)
  }
}

extension Model {
  /// Where a name stands, which decides what it can be.
  package enum NameRole { case metric, row, axis, any }

  /// The nearest of all names that may stand there. A label leads to the name that can be typed.
  package func closestName(to name: Name, for role: NameRole = .any) -> String? {
    let definitions = catalogue.definitions.filter { definition in
      catalogue.definition(definition.name.key).map { $0.form.fits(role) } ?? false
    }
    var names = definitions.map(\.name.text)
    for definition in definitions {
      names += [definition.label, definition.chineseLabel].compactMap { $0 }
    }
    if role == .axis { names += TimeWord.allCases.map(\.rawValue) }
    guard let found = Spelling.closest(to: name.key, among: names) else { return nil }
    if definitions.contains(where: { $0.name.text == found }) { return found }
    let owner = definitions.first { $0.label == found || $0.chineseLabel == found }
    return owner?.name.text ?? found
  }
}

extension Model {
  /// A metric's expression with some of its names given as numbers: what a worked example asks.
  /// `nil` where more than arithmetic over them is needed.
  package func formula(_ expression: ExpressionSyntax, given values: [String: Value]) -> Formula? {
    var resolver = FormulaResolver(model: self, choice: [:])
    for (name, value) in values {
      // Without rows there are no currencies, so money is a plain number here.
      resolver.local[name] = .constant(value, .number)
    }
    guard let formula = try? resolver.resolve(expression), formula.aggregates.isEmpty else {
      return nil
    }
    return formula
  }
}

extension Model {
  /// A metric's expression as it is computed; `nil` where it cannot be.
  package func formulaOf(_ expression: ExpressionSyntax) -> Formula? {
    try? FormulaResolver(model: self, choice: [:]).resolve(expression)
  }
}

extension Phrase {
  // How many arguments a function takes.
  static let one = Phrase("one", zh: "一个参数")
  static let oneOrTwo = Phrase("one or two", zh: "一个或两个参数")
  static let oneOrMore = Phrase("one or more", zh: "一个或多个参数")
  static let twoOrMore = Phrase("two or more", zh: "两个或更多参数")
}
