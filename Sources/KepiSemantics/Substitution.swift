// What if: a number on its tree, with other values for some drivers (`acos[cpc = 0.80]`), and the
// value of a driver that reaches a target (`cpc[acos = 20%]`).
import KepiColumns
import KepiDiagnostics
package import KepiSyntax

/// A driver and the value that it is given.
struct Supposition {
  let driver: Name
  /// The key of the metric that the name stands for.
  let key: String
  let value: ExpressionSyntax
}

extension ModifierSyntax {
  /// `cpc = 0.80`, as many as `and` joins, and what else the condition says.
  fileprivate func suppositions(
    in catalogue: Catalogue
  ) -> (given: [Supposition], rest: [ExpressionSyntax]) {
    guard case .condition(let condition) = form else { return ([], []) }
    var given: [Supposition] = []
    var rest: [ExpressionSyntax] = []
    for part in condition.conjuncts {
      if case .binary(.equal, let left, let right) = part.form, case .name(let path) = left.form,
        let name = path.single, catalogue.isMetric(name.key),
        let key = catalogue.definition(name.key)?.name.key
      {
        given.append(Supposition(driver: name, key: key, value: right))
      } else {
        rest.append(part)
      }
    }
    return (given, rest)
  }
}

extension Model {
  /// The names on the trees of an expression and of what it is made of, nearest first.
  package func drivers(of expression: ExpressionSyntax) -> [String] {
    var result: [String] = []
    var level = [expression]
    while !level.isEmpty, result.count < 64 {
      var next: [ExpressionSyntax] = []
      for part in level.flatMap({ driverTrees(of: $0) }).flatMap(\.parts)
      where !result.contains(part.name) {
        result.append(part.name)
        next.append(part.expression)
      }
      level = next
    }
    return result
  }

  /// Whether a metric is named in an expression or, however many definitions down, in what its names
  /// stand for.
  ///
  /// - Parameter outer: metrics that are not looked into.
  func mentions(
    _ key: String, in expression: ExpressionSyntax, outside outer: [String] = []
  ) -> Bool {
    // Trees lead round: sales are units times their price, and the price is sales over units.
    var seen = Set(outer)
    func look(_ expression: ExpressionSyntax) -> Bool {
      expression.namePaths.contains { path in
        guard let name = path.single, let definition = catalogue.definition(name.key) else {
          return false
        }
        if definition.name.key == key { return true }
        guard seen.insert(definition.name.key).inserted else { return false }
        return ways(to: definition).contains(where: look)
      }
    }
    return look(expression)
  }

  /// How a metric can be written: its trees first, then its formulas.
  func ways(to definition: Definition) -> [ExpressionSyntax] {
    guard case .metric(let alternatives) = definition.form else { return [] }
    return definition.trees + alternatives
  }

  /// The expressions that stand behind the brackets of an expression that suppose something: their
  /// metrics choose among sources like any others.
  func supposedExpressions(in expression: ExpressionSyntax) -> [ExpressionSyntax] {
    var result: [ExpressionSyntax] = []
    func walk(_ expression: ExpressionSyntax, depth: Int) {
      guard depth < 16, result.count < 64 else { return }
      for path in expression.namePaths {
        guard let name = path.single, let definition = catalogue.definition(name.key) else {
          continue
        }
        for tree in definition.trees where !result.contains(tree) {
          result.append(tree)
          walk(tree, depth: depth + 1)
        }
      }
    }
    if expression.supposes(in: catalogue) { walk(expression, depth: 0) }
    return result
  }
}

extension ExpressionSyntax {
  /// Whether a bracket in it gives a metric another value.
  func supposes(in catalogue: Catalogue) -> Bool {
    if case .context(_, let modifiers) = form,
      modifiers.contains(where: { !$0.suppositions(in: catalogue).given.isEmpty })
    {
      return true
    }
    return children.contains { $0.supposes(in: catalogue) }
  }

  fileprivate var unwrapped: ExpressionSyntax {
    if case .parenthesised(let inner) = form { inner.unwrapped } else { self }
  }
}

extension FormulaResolver {
  /// Brackets that suppose something: `nil` where they do not, and are what they always are.
  func supposing(
    _ inner: ExpressionSyntax, _ modifiers: [ModifierSyntax], depth: Int
  ) throws(Problem) -> Formula? {
    var given: [Supposition] = []
    var kept: [ModifierSyntax] = []
    for modifier in modifiers {
      let (suppositions, rest) = modifier.suppositions(in: model.catalogue)
      let known = suppositions.filter { isKnown($0, by: inner) }
      guard !known.isEmpty else {
        kept.append(modifier)
        continue
      }
      if let stray = suppositions.first(where: { !isKnown($0, by: inner) }) {
        throw .notADriver(stray.driver, of: inner.columnName, known: model.drivers(of: inner))
      }
      given += known
      kept += rest.map { ModifierSyntax(.condition($0), at: $0.span) }
    }
    guard !given.isEmpty else { return nil }
    var changed = self
    try changed.apply(kept)
    return try changed.supposing(inner, given, depth: depth)
  }

  /// The name of a bracket's condition that is a metric and no driver, for the message.
  func strayDriver(_ modifiers: [ModifierSyntax]) -> Name? {
    modifiers.flatMap { $0.suppositions(in: model.catalogue).given }.first?.driver
  }

  /// A driver of the number, or what the number is a driver of.
  private func isKnown(_ supposition: Supposition, by inner: ExpressionSyntax) -> Bool {
    model.mentions(supposition.key, in: inner) || reaches(supposition, from: inner)
  }

  private func reaches(_ supposition: Supposition, from inner: ExpressionSyntax) -> Bool {
    guard let own = metric(inner) else { return false }
    return own.name.key != supposition.key
      && model.mentions(
        own.name.key,
        in: ExpressionSyntax(.name(NamePath([supposition.driver])), at: supposition.driver.span))
  }

  private func metric(_ expression: ExpressionSyntax) -> Definition? {
    guard case .name(let path) = expression.unwrapped.form, let name = path.single,
      let definition = model.catalogue.definition(name.key), case .metric = definition.form
    else { return nil }
    return definition
  }

  private func supposing(
    _ inner: ExpressionSyntax, _ given: [Supposition], depth: Int
  ) throws(Problem) -> Formula {
    if given.count == 1, let goal = given.first, !model.mentions(goal.key, in: inner),
      let own = metric(inner)
    {
      let driver = ExpressionSyntax(.name(NamePath([goal.driver])), at: goal.driver.span)
      let target = try value(of: goal, depth: depth)
      let solved = try solve(
        driver, for: own, equals: target, within: [], depth: depth + 1)
      let unit = try resolve(inner, depth: depth + 1).unit
      return .declared(solved, unit)
    }
    var values: [String: Formula] = [:]
    for supposition in given {
      values[supposition.key] = try value(of: supposition, depth: depth)
    }
    var used: Set<String> = []
    let formula = try replaced(inner, by: values, within: [], &used, depth: depth + 1)
    if let stray = given.first(where: { !used.contains($0.key) }) {
      throw .notADriver(stray.driver, of: inner.columnName, known: model.drivers(of: inner))
    }
    return formula
  }

  // MARK: Values

  /// What a driver is given, in the driver's own unit. A plain number for an amount is in the
  /// currency that the driver has in the data.
  private func value(of supposition: Supposition, depth: Int) throws(Problem) -> Formula {
    let name = supposition.driver
    let driver = try resolve(
      ExpressionSyntax(.name(NamePath([name])), at: name.span), depth: depth + 1)
    let value = try resolve(supposition.value, depth: depth + 1)
    guard value.unit.fits(driver.unit) else {
      throw .supposedUnit(name, driver.unit, value.unit, supposition.value.span)
    }
    guard case .money = driver.unit else { return .declared(value, driver.unit) }
    if case .money = value.unit { return .declared(value, driver.unit) }
    let nothing = Formula.arithmetic(
      .times, driver, .constant(.exact(.zero), .number), driver.unit)
    return .declared(.arithmetic(.plus, nothing, value, driver.unit), driver.unit)
  }

  // MARK: Replacing

  /// The expression with values for some metrics: for those that it names, else for those that what
  /// it names is made of.
  private func replaced(
    _ expression: ExpressionSyntax, by values: [String: Formula], within outer: [String],
    _ used: inout Set<String>, depth: Int
  ) throws(Problem) -> Formula {
    guard depth < 64 else { throw .tooDeep(expression.span) }
    var inner = self
    inner.local = [:]
    inner.written = [:]
    var rest = values
    var others: [(name: Name, definition: Definition)] = []
    for path in expression.namePaths {
      guard let name = path.single, let definition = model.catalogue.definition(name.key) else {
        continue
      }
      if let value = values[definition.name.key] {
        inner.local[name.key] = value
        used.insert(definition.name.key)
        // A driver that is named here keeps its neighbours as they are.
        rest[definition.name.key] = nil
      } else {
        others.append((name, definition))
      }
    }
    // What is given here is not looked into again behind its neighbours.
    let outer = outer + values.keys.filter { rest[$0] == nil }
    for (name, definition) in others
    where inner.local[name.key] == nil && !outer.contains(definition.name.key) {
      let mentioned = rest.filter { key, _ in
        model.ways(to: definition).contains { model.mentions(key, in: $0, outside: outer) }
      }
      guard !mentioned.isEmpty else { continue }
      inner.local[name.key] = try replaced(
        definition, by: mentioned, within: outer + [definition.name.key], &used, depth: depth + 1)
    }
    return try inner.resolve(expression, depth: depth + 1)
  }

  private func replaced(
    _ definition: Definition, by values: [String: Formula], within outer: [String],
    _ used: inout Set<String>, depth: Int
  ) throws(Problem) -> Formula {
    let formula = try replaced(
      try way(to: definition, through: Array(values.keys)), by: values, within: outer, &used,
      depth: depth)
    guard let unit = definition.unit, unit != formula.unit, !(unit.isMoney && formula.unit.isMoney)
    else { return formula }
    return .declared(formula, unit)
  }

  /// The shortest tree of a metric that names one of some drivers and whose sources are loaded; else
  /// one that they are behind.
  private func way(
    to definition: Definition, through keys: [String]
  ) throws(Problem) -> ExpressionSyntax {
    var ways = definition.trees.filter { isLoaded($0) }
    if case .metric(let alternatives) = definition.form {
      ways.append(
        alternatives[min(choice[definition.name.key] ?? 0, alternatives.count - 1)])
    }
    let named = ways.filter { way in
      way.namePaths.contains { path in
        guard let name = path.single else { return false }
        return keys.contains(model.catalogue.definition(name.key)?.name.key ?? name.key)
      }
    }
    let shortest = named.enumerated().min {
      ($0.element.namePaths.count, $0.offset) < ($1.element.namePaths.count, $1.offset)
    }
    if let shortest { return shortest.element }
    let behind = ways.first { way in keys.contains { model.mentions($0, in: way) } }
    guard let found = behind ?? ways.first else { throw .alreadyReported }
    return found
  }

  private func isLoaded(_ tree: ExpressionSyntax) -> Bool {
    guard let formula = try? resolve(tree) else { return false }
    return formula.aggregates.allSatisfy { model.source($0.source)?.isLoaded == true }
  }

  // MARK: Solving

  /// The value that a driver must have for an expression to come to a target: the arithmetic is
  /// undone from the outside inwards.
  private func solve(
    _ expression: ExpressionSyntax, for driver: Definition, equals target: Formula,
    within outer: [String], depth: Int
  ) throws(Problem) -> Formula {
    guard depth < 64 else { throw .tooDeep(expression.span) }
    switch expression.form {
    case .parenthesised(let inner):
      return try solve(inner, for: driver, equals: target, within: outer, depth: depth + 1)
    case .name:
      guard let own = metric(expression) else { break }
      if own.name.key == driver.name.key { return target }
      return try solve(
        try way(to: own, through: [driver.name.key]), for: driver, equals: target,
        within: outer + [own.name.key], depth: depth + 1)
    case .binary(let sign, let left, let right):
      guard let arithmetic = ArithmeticOperator(sign) else { break }
      // Where the driver is named, its neighbours stay as they are, whatever they are made of.
      let isNamed = names(driver, in: expression)
      func leads(_ side: ExpressionSyntax) -> Bool {
        isNamed
          ? names(driver, in: side) : model.mentions(driver.name.key, in: side, outside: outer)
      }
      let isLeft = leads(left)
      guard isLeft != leads(right) else { break }
      let (inside, other) = isLeft ? (left, right) : (right, left)
      let known = try resolve(other, depth: depth + 1)
      func undone(_ sign: ArithmeticOperator, _ one: Formula, _ two: Formula) -> Formula {
        .arithmetic(sign, one, two, Unit.of(sign, one.unit, two.unit) ?? .number)
      }
      let value =
        switch arithmetic {
        case .plus: undone(.minus, target, known)
        case .minus: isLeft ? undone(.plus, target, known) : undone(.minus, known, target)
        case .times: undone(.divided, target, known)
        case .divided: isLeft ? undone(.times, target, known) : undone(.divided, known, target)
        }
      return try solve(inside, for: driver, equals: value, within: outer, depth: depth + 1)
    default: break
    }
    throw .notSolved(driver.name, in: expression.columnName, origin ?? expression.span)
  }

  private func names(_ driver: Definition, in expression: ExpressionSyntax) -> Bool {
    expression.namePaths.contains { path in
      path.single.flatMap { model.catalogue.definition($0.key) }?.name.key == driver.name.key
    }
  }
}

extension Unit {
  /// Whether a value of this unit may be given to a driver of another.
  fileprivate func fits(_ driver: Unit) -> Bool {
    let isPlain = self == .number || self == .count
    switch driver {
    case .money: return isMoney || isPlain
    case .percent, .number: return self == .percent || isPlain
    case .count: return isPlain
    case .days: return self == .days || isPlain
    case .text, .date, .truth: return false
    }
  }
}
