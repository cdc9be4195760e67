// Expressions over the rows of one source: names become columns, kinds are checked.
import KepiColumns
import KepiDiagnostics
package import KepiSyntax

/// Binds expressions to the rows of a base source, following links where a column lies elsewhere.
struct RowResolver {
  let model: Model
  let base: SourceSchema
  /// All sources of the question: a bare column must belong to exactly one of them.
  let questionSources: [SourceSchema]
  /// Whether the conditions choose the rows of a question, whose days are chosen by `over` (R1).
  var choosesRows = false
  /// Which days a metric sees that is fixed by `only`.
  var attributeScope = Attribute.Scope.question

  func condition(_ syntax: ExpressionSyntax) throws(Problem) -> RowExpression {
    let expression = try resolve(syntax)
    guard expression.unit == .truth else {
      throw .notACondition(syntax.span, unit: expression.unit)
    }
    return expression
  }

  func resolve(_ syntax: ExpressionSyntax, depth: Int = 0) throws(Problem) -> RowExpression {
    guard depth < 64 else { throw .tooDeep(syntax.span) }
    switch syntax.form {
    case .absent: throw .alreadyReported
    case .parenthesised(let inner): return try resolve(inner, depth: depth + 1)
    case .name(let path): return try resolve(path, depth: depth)
    case .literal(let literal):
      let (value, unit) = try literal.constant(at: syntax.span)
      return .constant(value, unit)
    case .quantity(let number, let unit):
      return try quantity(number, unit, at: syntax.span)
    case .negated(let inner):
      let value = try resolve(inner, depth: depth + 1)
      guard value.unit.isNumeric else { throw .notANumber(inner.span, value.unit) }
      return .arithmetic(
        .minus, .constant(.exact(.zero), value.unit), value, value.unit)
    case .not(let inner): return .not(try condition(inner, depth: depth + 1))
    case .binary(.and, let left, let right):
      return .and([try condition(left, depth: depth + 1), try condition(right, depth: depth + 1)])
    case .binary(.or, let left, let right):
      return .or([try condition(left, depth: depth + 1), try condition(right, depth: depth + 1)])
    case .binary(let sign, let left, let right):
      if let comparison = ComparisonOperator(sign) {
        return try compare(comparison, left, right, at: syntax.span, depth: depth + 1)
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
        try compare(.greaterOrEqual, value, low, at: syntax.span, depth: depth + 1),
        try compare(.lessOrEqual, value, high, at: syntax.span, depth: depth + 1),
      ])
    case .membership(let value, let isNegated, let list):
      let matches = try list.map { (element) throws(Problem) in
        try compare(.equal, value, element, at: syntax.span, depth: depth + 1)
      }
      let any = RowExpression.membership(of: matches)
      return isNegated ? .not(any) : any
    case .like(let value, let isNegated, let pattern):
      let text = try resolve(value, depth: depth + 1)
      guard text.unit == .text else { throw .notText(value.span, text.unit) }
      let like = RowExpression.like(text, pattern: pattern)
      return isNegated ? .not(like) : like
    case .isMissing(let value, let isNegated):
      let missing = RowExpression.isMissing(try resolve(value, depth: depth + 1))
      return isNegated ? .not(missing) : missing
    case .conditional(let test, let then, let otherwise):
      let first = try resolve(then, depth: depth + 1)
      let second = try resolve(otherwise, depth: depth + 1)
      guard Unit.agree(first.unit, second.unit) || first.isBlank || second.isBlank else {
        throw .kindsDiffer("else", first.unit, second.unit, then.span, otherwise.span)
      }
      return .conditional(
        try condition(test, depth: depth + 1), then: first, otherwise: second)
    case .call(let path, _, let arguments):
      return try call(path, arguments, at: syntax.span, depth: depth + 1)
    case .context(let inner, let modifiers):
      return try attribute(inner, modifiers, at: syntax, depth: depth + 1)
    }
  }

  private func condition(_ syntax: ExpressionSyntax, depth: Int) throws(Problem) -> RowExpression {
    let expression = try resolve(syntax, depth: depth)
    guard expression.unit == .truth else {
      throw .notACondition(syntax.span, unit: expression.unit)
    }
    return expression
  }

  // MARK: Names

  private func resolve(_ path: NamePath, depth: Int) throws(Problem) -> RowExpression {
    guard let name = path.single else { return try .column(column(at: path)) }
    if let definition = model.catalogue.definition(name.key) {
      switch definition.form {
      case .dimension(let expressions):
        do throws(Problem) {
          return try dimension(definition, expressions, at: name, depth: depth)
        } catch {
          if case .notShared = error, let own = unshippedColumn(name, definition) { return own }
          throw error
        }
      case .segment(let condition): return try self.condition(condition, depth: depth + 1)
      case .constant(let value): return try resolve(value, depth: depth + 1)
      case .parameter(let standard, let given):
        if let given {
          let (value, unit) = try given.constant(at: name.span)
          return .constant(value, unit)
        }
        guard let standard else { throw .parameterNotGiven(name) }
        return try resolve(standard, depth: depth + 1)
      case .alias: throw .notAValue(name)
      case .metric:
        if let own = unshippedColumn(name, definition) { return own }
        throw .metricInRow(name)
      case .period, .report: throw .notAValue(name)
      }
    }
    if let word = model.catalogue.ambiguousWord(name.key) { throw .severalMeanings(name, word) }
    if Grain(axis: name.key) != nil || name.key == "time" { throw .grainInWhere(name) }
    if TimeWord(key: name.key) == .weekday {
      return .function(.weekday, [try day(at: name.span)], .count)
    }
    if let column = base.column(named: name.key) {
      let owners = questionSources.filter { $0.column(named: name.key) != nil }
      if owners.count > 1 { throw ambiguity(of: name, among: owners) }
      return .column(
        ColumnReference(path: [], source: base.key, column: column.name, unit: column.unit))
    }
    let others = questionSources.filter { $0.column(named: name.key) != nil }
    if !others.isEmpty { throw .notShared(path, source: base.name) }
    if let linked = try linkedColumn(named: name, of: path) { return .column(linked) }
    throw .unknownName(name, closest: nil)
  }

  /// What ships does not hide the columns of a table that it knows nothing of.
  private func unshippedColumn(_ name: Name, _ definition: Definition) -> RowExpression? {
    guard definition.isShipped, base.fedBy.isEmpty, let column = base.column(named: name.key),
      questionSources.count(where: { $0.column(named: name.key) != nil }) == 1
    else { return nil }
    return .column(
      ColumnReference(path: [], source: base.key, column: column.name, unit: column.unit))
  }

  /// A dimension on this source: the one of its expressions whose columns are all within reach, or
  /// the column of its name.
  private func dimension(
    _ definition: Definition, _ expressions: [ExpressionSyntax], at name: Name, depth: Int
  ) throws(Problem) -> RowExpression {
    if expressions.isEmpty {
      if let column = base.column(named: definition.name.key) {
        return .column(
          ColumnReference(path: [], source: base.key, column: column.name, unit: column.unit))
      }
      let path = NamePath([name])
      let column = Name(definition.name.text, at: name.span)
      if let linked = try linkedColumn(named: column, of: path) { return .column(linked) }
      throw .notShared(path, source: base.name)
    }
    var problem: Problem?
    for expression in expressions {
      do {
        return try RowResolver(model: model, base: base, questionSources: [base])
          .resolve(expression, depth: depth + 1)
      } catch {
        // A column elsewhere only means that this expression is for another source.
        switch error {
        case .notShared, .unknownName, .unknownSource, .ambiguousColumn: continue
        default: problem = error
        }
      }
    }
    // A table of one's own that calls a column `sku` means what everyone means by it.
    if problem == nil, definition.isShipped, let column = base.column(named: definition.name.key) {
      return .column(
        ColumnReference(path: [], source: base.key, column: column.name, unit: column.unit))
    }
    throw problem ?? .notShared(NamePath([name]), source: base.name)
  }

  /// `sales.store`, or through a link: `sales.ship_store.region`.
  private func column(at path: NamePath) throws(Problem) -> ColumnReference {
    let sourceName = path.parts[0]
    guard let source = model.source(sourceName.key) else {
      throw .unknownSource(
        sourceName,
        closest: Spelling.closest(to: sourceName.key, among: model.sources.map(\.name)))
    }
    var links: [String] = []
    var current = source
    if source.key != base.key {
      let ways = routes(to: source)
      guard let way = ways.first else { throw .notShared(path, source: base.name) }
      if ways.count > 1 {
        throw .twoLinks(
          path, ways.map { ([base.name] + $0 + [path.last.text]).joined(separator: ".") })
      }
      links = way
    }
    for part in path.parts.dropFirst().dropLast() {
      // A column that leads to several sources is followed to the one that has the column asked for.
      let targets = current.links.compactMap { link -> (column: String, source: SourceSchema)? in
        guard NameFolding.key(link.column) == part.key else { return nil }
        return model.source(NameFolding.key(link.target)).map { (link.column, $0) }
      }
      guard
        let step = targets.first(where: { $0.source.column(named: path.last.key) != nil })
          ?? targets.first
      else { throw .unknownLink(part, source: current.name) }
      links.append(step.column)
      current = step.source
    }
    guard let column = current.column(named: path.last.key) else {
      throw .unknownColumn(
        path.last, source: current.name,
        closest: Spelling.closest(to: path.last.key, among: current.columns.map(\.name)))
    }
    return ColumnReference(
      path: links, source: current.key, column: column.name, unit: column.unit)
  }

  /// A bare column that lies behind exactly one link.
  private func linkedColumn(
    named name: Name, of path: NamePath
  ) throws(Problem) -> ColumnReference? {
    var owners = model.sources.filter { source in
      source.key != base.key && source.column(named: name.key) != nil
        && !routes(to: source).isEmpty
    }
    let loaded = owners.filter(\.isLoaded)
    if !loaded.isEmpty { owners = loaded }
    guard let owner = owners.first, let column = owner.column(named: name.key) else { return nil }
    if owners.count > 1 { throw ambiguity(of: name, among: owners) }
    let ways = routes(to: owner)
    if ways.count > 1 {
      throw .twoLinks(
        path, ways.map { ([base.name] + $0 + [name.text]).joined(separator: ".") })
    }
    return ColumnReference(
      path: ways[0], source: owner.key, column: column.name, unit: column.unit)
  }

  /// A column of one source serves a question of several only where links lead to it from all.
  private func ambiguity(of name: Name, among owners: [SourceSchema]) -> Problem {
    let usable = owners.filter { owner in
      questionSources.allSatisfy { source in
        source.key == owner.key
          || !RowResolver(model: model, base: source, questionSources: [source]).routes(to: owner)
            .isEmpty
      }
    }
    let units = owners.compactMap { $0.column(named: name.key)?.unit }
    let isOfQuestion = owners.allSatisfy { owner in
      questionSources.contains { $0.key == owner.key }
    }
    return .ambiguousColumn(
      name, sources: owners.map(\.name), usable: usable.map(\.name),
      isShared: isOfQuestion && units.allSatisfy { $0 == units.first })
  }

  /// The ways along many-to-one links from the base source to another, as link columns.
  private func routes(to target: SourceSchema) -> [[String]] {
    var found: [[String]] = []
    func walk(_ source: SourceSchema, _ path: [String], _ seen: Set<String>) {
      for link in source.links {
        let key = NameFolding.key(link.target)
        if key == target.key { found.append(path + [link.column]) }
        if let next = model.source(key), !seen.contains(key) {
          walk(next, path + [link.column], seen.union([key]))
        }
      }
    }
    walk(base, [], [base.key])
    return found
  }

  private func day(at span: SourceSpan) throws(Problem) -> RowExpression {
    guard let column = base.dayColumn else { throw .noTime(span, source: base.name) }
    return .column(
      ColumnReference(path: [], source: base.key, column: column, unit: .date(.day)))
  }

  /// A metric fixed by `only` belongs to the thing it is fixed to, so a row of that thing has it
  /// (R18).
  private func attribute(
    _ inner: ExpressionSyntax, _ modifiers: [ModifierSyntax], at syntax: ExpressionSyntax,
    depth: Int
  ) throws(Problem) -> RowExpression {
    let (metric, things) = syntax.separatedFromThings
    guard !things.isEmpty, !metric.hasTargetBracket else { throw .bracketsOnRow(syntax.span) }
    var keys: [RowExpression] = []
    for path in things {
      keys.append(try resolve(ExpressionSyntax(.name(path), at: path.span), depth: depth))
    }
    let unit = try FormulaResolver(model: model, choice: [:]).resolve(metric).unit
    guard unit.isNumeric else { throw .notANumber(inner.span, unit) }
    let text = SyntaxPrinter.text(of: syntax)
    let attribute = Attribute(
      text: text, scope: attributeScope, metric: metric, things: things)
    return .column(
      ColumnReference(
        path: [], source: base.key, column: text, unit: unit.withoutColumn,
        origin: .attribute(attribute, keys: keys)))
  }

  // MARK: Comparisons

  private func compare(
    _ comparison: ComparisonOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    at span: SourceSpan, depth: Int
  ) throws(Problem) -> RowExpression {
    // A written month, week, quarter or year in a comparison is all its days (R15).
    if case .literal(.date(let date)) = right.form {
      let value = try resolve(left, depth: depth)
      try refuseTime(value, at: left)
      guard case .date = value.unit else {
        throw .kindsDiffer(comparison.rawValue, value.unit, .date(.day), left.span, right.span)
      }
      guard let (days, _) = date.days(in: model.calendar) else { throw .notADay(right.span) }
      let first = RowExpression.constant(.day(days.lowerBound), .date(.day))
      let last = RowExpression.constant(.day(days.upperBound), .date(.day))
      let inside = RowExpression.and([
        .compare(.greaterOrEqual, value, first), .compare(.lessOrEqual, value, last),
      ])
      switch comparison {
      case .equal: return inside
      case .notEqual: return .not(inside)
      case .less: return .compare(.less, value, first)
      case .greaterOrEqual: return .compare(.greaterOrEqual, value, first)
      case .lessOrEqual: return .compare(.lessOrEqual, value, last)
      case .greater: return .compare(.greater, value, last)
      }
    }
    if case .literal(.date) = left.form {
      return try compare(comparison.mirrored, right, left, at: span, depth: depth)
    }
    let first = try resolve(left, depth: depth)
    let second = try resolve(right, depth: depth)
    if second.columns.isEmpty { try refuseTime(first, at: left) }
    if first.columns.isEmpty { try refuseTime(second, at: right) }
    guard Unit.comparable(first.unit, second.unit) || first.isBlank || second.isBlank else {
      throw .kindsDiffer(comparison.rawValue, first.unit, second.unit, left.span, right.span)
    }
    let sides = try sameCurrency(first, second, at: left, right)
    guard let sides else { return .compare(comparison, first, second) }
    // Amounts in different currencies differ, and neither is more.
    return comparison == .notEqual
      ? .or([.not(sides), .compare(comparison, first, second)])
      : .and([sides, .compare(comparison, first, second)])
  }

  /// That two amounts are in one currency; `nil` where that is known without looking at rows.
  private func sameCurrency(
    _ left: RowExpression, _ right: RowExpression, at first: ExpressionSyntax,
    _ second: ExpressionSyntax
  ) throws(Problem) -> RowExpression? {
    func code(_ expression: RowExpression) -> RowExpression? {
      guard case .money(let currency) = expression.unit else { return nil }
      switch currency {
      case .fixed(let code): return .constant(.text(code), .text)
      case .column(let name):
        guard let own = expression.columns.first(where: { $0.unit == expression.unit }) else {
          return nil
        }
        return .column(
          ColumnReference(path: own.path, source: own.source, column: name, unit: .text))
      case .unknown: return nil
      }
    }
    guard let one = code(left), let two = code(right), one != two else { return nil }
    if case .constant(.text(let one), _) = one, case .constant(.text(let two), _) = two {
      throw .currenciesCompared(one, two, first.span, second.span)
    }
    return .compare(.equal, one, two)
  }

  /// The column of time beside a fixed day is a period, and periods are not conditions. A distance
  /// between two days, or a weekday, is a value like any other.
  private func refuseTime(_ value: RowExpression, at syntax: ExpressionSyntax) throws(Problem) {
    guard choosesRows, case .date = value.unit, let name = syntax.namePaths.first?.last else {
      return
    }
    let columns = value.columns
    if !columns.isEmpty,
      columns.allSatisfy({ $0.path.isEmpty && $0.source == base.key && $0.column == base.dayColumn }
      )
    {
      throw .grainInWhere(name)
    }
  }

  // MARK: Functions

  private func call(
    _ path: NamePath, _ arguments: [ExpressionSyntax], at span: SourceSpan, depth: Int
  ) throws(Problem) -> RowExpression {
    guard let name = path.single else { throw .unknownFunction(path.last, closest: nil) }
    if AggregateName(rawValue: name.key) != nil { throw .metricInRow(name) }
    if let grain = Grain(axis: name.key) {
      let value = try one(arguments, of: name, at: span, depth: depth)
      guard case .date = value.unit else { throw .notADate(arguments[0].span, value.unit) }
      return .step(grain, value, model.calendar)
    }
    if name.key == "bucket" { return try bucket(name, arguments, at: span, depth: depth) }
    guard let function = RowFunction(rawValue: name.key) else {
      throw .unknownFunction(
        name, closest: Spelling.closest(to: name.key, among: FunctionNames.all))
    }
    switch function {
    case .lower, .upper, .trim:
      let value = try one(arguments, of: name, at: span, depth: depth)
      guard value.unit == .text else { throw .notText(arguments[0].span, value.unit) }
      return .function(function, [value], .text)
    case .abs:
      let value = try one(arguments, of: name, at: span, depth: depth)
      guard value.unit.isNumeric else { throw .notANumber(arguments[0].span, value.unit) }
      return .function(function, [value], value.unit)
    case .weekday:
      let value = try one(arguments, of: name, at: span, depth: depth)
      guard case .date = value.unit else { throw .notADate(arguments[0].span, value.unit) }
      return .function(function, [value], .count)
    case .round:
      guard (1...2).contains(arguments.count) else {
        throw .argumentCount(name, span, wants: .oneOrTwo)
      }
      let value = try resolve(arguments[0], depth: depth)
      guard value.unit.isNumeric else { throw .notANumber(arguments[0].span, value.unit) }
      var parts = [value]
      if arguments.count == 2 { parts.append(try resolve(arguments[1], depth: depth)) }
      return .function(function, parts, value.unit)
    case .coalesce:
      guard !arguments.isEmpty else { throw .argumentCount(name, span, wants: .oneOrMore) }
      let parts = try arguments.map { (argument) throws(Problem) in
        try resolve(argument, depth: depth)
      }
      for (part, argument) in zip(parts, arguments).dropFirst()
      where !Unit.agree(parts[0].unit, part.unit) {
        throw .kindsDiffer(",", parts[0].unit, part.unit, arguments[0].span, argument.span)
      }
      return .function(function, parts, parts[0].unit)
    }
  }

  private func one(
    _ arguments: [ExpressionSyntax], of name: Name, at span: SourceSpan, depth: Int
  ) throws(Problem) -> RowExpression {
    guard arguments.count == 1 else { throw .argumentCount(name, span, wants: .one) }
    return try resolve(arguments[0], depth: depth)
  }

  /// `bucket(x, 10, 25)`: below 10, 10 to below 25, 25 and more.
  private func bucket(
    _ name: Name, _ arguments: [ExpressionSyntax], at span: SourceSpan, depth: Int
  ) throws(Problem) -> RowExpression {
    guard arguments.count >= 2 else { throw .argumentCount(name, span, wants: .twoOrMore) }
    let value = try resolve(arguments[0], depth: depth)
    guard value.unit.isNumeric else { throw .notANumber(arguments[0].span, value.unit) }
    var bounds: [ExactNumber] = []
    for argument in arguments.dropFirst() {
      guard case .constant(.exact(let number), _) = try resolve(argument, depth: depth) else {
        throw .notANumber(argument.span, .text)
      }
      if let last = bounds.last, number <= last { throw .boundsNotRising(argument.span) }
      bounds.append(number)
    }
    return .bucket(value, bounds: bounds, labels: Self.bucketLabels(bounds))
  }

  static func bucketLabels(_ bounds: [ExactNumber]) -> [String] {
    let texts = bounds.map { $0.plainText }
    var labels = ["below \(texts[0])"]
    for (low, high) in zip(texts, texts.dropFirst()) { labels.append("\(low) to below \(high)") }
    labels.append("\(texts[texts.count - 1]) and more")
    return labels
  }

  private func quantity(
    _ number: DecimalLiteral, _ unit: Name, at span: SourceSpan
  ) throws(Problem) -> RowExpression {
    let (value, kind) = try number.quantity(in: unit)
    return .constant(value, kind)
  }
}

/// Names of aggregates, which exist only after grouping.
enum AggregateName: String, CaseIterable {
  case sum, count, min, max, avg, median, closing, opening, meanOfDays = "mean_of_days", converted,
    rows
}

package enum FunctionNames {
  /// Every function of the language, for completion and for the nearest name.
  package static let all =
    AggregateName.allCases.map(\.rawValue) + RowFunction.allCases.map(\.rawValue)
    + Grain.allCases.map(\.rawValue) + ["bucket", "days"]
}

extension RowExpression {
  var isBlank: Bool {
    if case .constant(.blank, _) = self { true } else { false }
  }

  /// A list of alternatives for one value, in the form that is quick to test.
  static func membership(of matches: [RowExpression]) -> RowExpression {
    var subject: RowExpression?
    var values: [Value] = []
    for match in matches {
      guard case .compare(.equal, let value, .constant(let constant, _)) = match,
        subject == nil || subject == value
      else { return .or(matches) }
      subject = value
      values.append(constant)
    }
    guard let subject else { return .or([]) }
    return .membership(subject, values)
  }
}

extension ComparisonOperator {
  init?(_ sign: BinaryOperator) {
    switch sign {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .or, .and, .plus, .minus, .times, .divided: return nil
    }
  }
}

extension ArithmeticOperator {
  init?(_ sign: BinaryOperator) {
    switch sign {
    case .plus: self = .plus
    case .minus: self = .minus
    case .times: self = .times
    case .divided: self = .divided
    case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return nil
    }
  }
}

extension Model {
  /// The text columns that a name reads in some sources: what its values can be.
  package func textColumns(named path: NamePath, in sources: [String]) -> [ColumnReference] {
    let owners = sources.compactMap { source($0) }
    let syntax = ExpressionSyntax(.name(path), at: path.span)
    return owners.compactMap { source in
      let resolver = RowResolver(model: self, base: source, questionSources: [source])
      guard case .column(let reference) = try? resolver.resolve(syntax), reference.unit == .text
      else { return nil }
      return reference
    }
  }
}

extension Model {
  /// A condition over the rows of one source, as its rules have it.
  package func rowCondition(
    _ syntax: ExpressionSyntax, on source: SourceSchema
  ) throws(Problem) -> RowExpression {
    try RowResolver(model: self, base: source, questionSources: [source]).condition(syntax)
  }
}

extension Model {
  /// Whether a name means something in the rows of a source.
  package func knows(_ name: Name, in source: String) -> Bool {
    guard let owner = self.source(source) else { return false }
    let syntax = ExpressionSyntax(.name(NamePath([name])), at: name.span)
    let resolver = RowResolver(model: self, base: owner, questionSources: [owner])
    return (try? resolver.resolve(syntax)) != nil
  }
}
