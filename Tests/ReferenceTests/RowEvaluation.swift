// Expressions over one row, reached columns and metrics as attributes included.
import KepiColumns
import KepiDiagnostics
import KepiSyntax

/// A row, and a row of each child that conditions or groups ask for (R14).
struct RowRef {
  let index: Int
  var children: [String: Int] = [:]

  init(_ index: Int) { self.index = index }
}

extension Evaluator {
  func holds(
    _ condition: ExpressionSyntax, _ source: Source, _ row: RowRef, _ context: Context?
  ) throws -> Bool {
    try self.row(condition, source, row, context).isTrue
  }

  func row(
    _ expression: ExpressionSyntax, _ source: Source, _ row: RowRef, _ context: Context?
  ) throws -> Cell {
    switch expression.form {
    case .name(let path): return try rowName(path.parts.map(\.text), source, row, context)
    case .literal(let literal): return Evaluator.cell(literal)
    case .quantity(let number, let unit):
      return .number(Evaluator.fraction(number), currency: unit.text)
    case .call(let path, _, let arguments):
      return try rowCall(path.text, arguments, source, row, context)
    case .parenthesised(let inner): return try self.row(inner, source, row, context)
    case .context(_, let modifiers):
      return try attribute(expression, modifiers, source, row, context)
    case .negated, .not, .binary, .between, .membership, .like, .isMissing, .conditional:
      return try Operators.combine(expression) { try self.row($0, source, row, context) }
    case .absent: throw Refusal("nothing there")
    }
  }

  func rowName(
    _ parts: [String], _ source: Source, _ row: RowRef, _ context: Context?
  ) throws -> Cell {
    if parts.count == 1 {
      let name = parts[0]
      if let alternatives = definitions.dimensions[name] {
        guard let known = try known(alternatives, to: source) else {
          throw Refusal("\(source.name) does not know \(name)")
        }
        return try self.row(known, source, row, context)
      }
      if let segment = definitions.segments[name] {
        return try self.row(segment, source, row, context)
      }
      if let constant = definitions.constants[name] {
        return try self.row(constant, source, row, context)
      }
      if name == "weekday" {
        guard let day = source.day(of: row.index) else { return .blank }
        return .count(Day(number: day).weekday)
      }
      throw Refusal("\(name) is nothing that a row has")
    }
    guard parts.count == 2 else { throw Refusal("a path of \(parts.count)") }
    if parts[0] == source.name { return cell(parts[1], source, row) }
    if let link = source.links.first(where: { $0.target == parts[0] }) {
      let target = try self.source(parts[0])
      guard let linked = linkedRow(link, target, source, row) else { return .blank }
      return cell(parts[1], target, RowRef(linked))
    }
    for (name, index) in row.children {
      let child = try self.source(name)
      if name == parts[0] || child.links.contains(where: { $0.target == parts[0] }) {
        return try rowName(parts, child, RowRef(index), context)
      }
    }
    throw Refusal("\(source.name) does not reach \(parts[0])")
  }

  /// The first way to say a dimension that a source has of its own or through a link; else the
  /// first that a child of it has.
  func known(_ alternatives: [ExpressionSyntax], to source: Source) throws -> ExpressionSyntax? {
    var ofChild: ExpressionSyntax?
    for alternative in alternatives {
      guard let base = try? sourceName(of: alternative) else { continue }
      if base == source.name || source.links.contains(where: { $0.target == base }) {
        return alternative
      }
      if ofChild == nil, child(of: source, reaching: base) != nil { ofChild = alternative }
    }
    return ofChild
  }

  /// The child of a source, by its name, that is or reaches another source.
  func child(of source: Source, reaching base: String) -> String? {
    world.sources.first { child in
      child.links.contains { $0.target == source.name }
        && (child.name == base || child.links.contains { $0.target == base })
    }?.name
  }

  private func cell(_ column: String, _ source: Source, _ row: RowRef) -> Cell {
    let values = source.rows[row.index]
    guard case .number(let number, _)? = values[column] else { return values[column] ?? .blank }
    return .number(number, currency: source.currency(of: values, column: column))
  }

  private func linkedRow(_ link: Link, _ target: Source, _ source: Source, _ row: RowRef) -> Int? {
    let wanted = source.rows[row.index][link.column] ?? .blank
    guard !wanted.isBlank else { return nil }
    return target.rows.firstIndex { candidate in
      guard candidate[link.targetColumn] == wanted else { return false }
      guard let valid = target.valid else { return true }
      guard let day = source.day(of: row.index) else { return false }
      if case .day(let first)? = candidate[valid.from], day < first { return false }
      if case .day(let last)? = candidate[valid.until] {
        return valid.includesLast ? day <= last : day < last
      }
      return true
    }
  }

  private func rowCall(
    _ name: String, _ arguments: [ExpressionSyntax], _ source: Source, _ row: RowRef,
    _ context: Context?
  ) throws -> Cell {
    switch name {
    case "bucket":
      let value = try self.row(arguments[0], source, row, context)
      let limits = try arguments.dropFirst().map { try self.row($0, source, row, context) }
      guard let number = value.fraction else { return .blank }
      let texts = limits.map(\.text)
      let place = limits.count { limit in limit.fraction.map { $0 <= number } ?? false }
      let text =
        place == 0
        ? "below \(texts[0])"
        : place == limits.count
          ? "\(texts[place - 1]) and more" : "\(texts[place - 1]) to below \(texts[place])"
      return .text(text)
    case "day", "week", "month", "quarter", "year", "weekday":
      guard case .day(let day) = try self.row(arguments[0], source, row, context) else {
        return .blank
      }
      if name == "weekday" { return .count(Day(number: day).weekday) }
      guard let unit = Unit(word: name) else { return .blank }
      return steps.name(of: unit, first: steps.range(of: unit, holding: day).lowerBound)
    case "lower", "upper", "trim", "abs", "round", "coalesce":
      return try Operators.function(name, arguments) {
        try self.row($0, source, row, context)
      }
    default: throw Refusal("\(name) is nothing that a row has")
    }
  }

  /// A metric fixed by `only` belongs to the thing that it is fixed to (R18).
  private func attribute(
    _ expression: ExpressionSyntax, _ modifiers: [ModifierSyntax], _ source: Source, _ row: RowRef,
    _ context: Context?
  ) throws -> Cell {
    guard case .context(let inner, _) = expression.form else { return .blank }
    var names: [String] = []
    var others: [ModifierSyntax] = []
    for modifier in modifiers {
      if case .only(let path) = modifier.form {
        names.append(path.text)
      } else {
        others.append(modifier)
      }
    }
    guard !names.isEmpty else { throw Refusal("a metric where one row stands") }
    var group: [String: Cell] = [:]
    for name in names { group[name] = try rowName([name], source, row, context) }
    var place = context ?? Context(question: period, bucket: period)
    place.grains = []
    place.origin = context?.origin
    place.groups = [group]
    place.seenGroup = nil
    place.conditions = []
    place.isAttribute = true
    place.isDiscovery = false
    place.columns = [:]
    let bare =
      others.isEmpty ? inner : ExpressionSyntax(.context(inner, others), at: expression.span)
    let span = expression.span
    let values = group.sorted { $0.key < $1.key }.map(\.value.identity)
    let stretches = [place.bucket, place.origin, place.question].map { $0?.identity ?? "" }
    let id = "\(span.source.number) \(span.start) \(span.end) \(values) \(stretches)"
    if let known = attributeValues[id] { return known }
    let value = try self.value(bare, place)
    attributeValues[id] = value
    return value
  }

  // MARK: Sources

  /// The one source that an aggregate reads: the one that reaches all others named.
  func sourceName(of expression: ExpressionSyntax) throws -> String {
    var names: [String] = []
    collectSources(expression, &names)
    for name in names {
      let links = world.source(name)?.links.map(\.target) ?? []
      if names.allSatisfy({ $0 == name || links.contains($0) }) { return name }
    }
    throw Refusal("no one source in \(names)")
  }

  /// Sources that the names in an expression over rows speak of.
  func collectSources(_ expression: ExpressionSyntax, _ names: inout [String]) {
    switch expression.form {
    case .name(let path):
      if world.source(path.parts[0].text) != nil, !names.contains(path.parts[0].text) {
        names.append(path.parts[0].text)
      } else if path.parts.count == 1, let metric = definitions.metrics[path.text] {
        collectSources(metric, &names)
      }
    case .literal, .quantity, .absent: break
    case .call(_, _, let arguments): for argument in arguments { collectSources(argument, &names) }
    case .negated(let inner), .not(let inner), .parenthesised(let inner), .like(let inner, _, _),
      .isMissing(let inner, _):
      collectSources(inner, &names)
    case .binary(_, let left, let right):
      collectSources(left, &names)
      collectSources(right, &names)
    case .between(let first, let second, let third),
      .conditional(let first, let second, let third):
      for part in [first, second, third] { collectSources(part, &names) }
    case .membership(let inner, _, let list):
      for part in [inner] + list { collectSources(part, &names) }
    case .context(let inner, _): collectSources(inner, &names)
    }
  }
}
