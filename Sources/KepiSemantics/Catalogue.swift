// What may be asked: metrics, dimensions, segments and constants, in one space of names.
package import KepiColumns
package import KepiDiagnostics
package import KepiSyntax

/// A definition, with what teaches it.
package struct Definition: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    /// Expressions in order of preference (R20).
    case metric([ExpressionSyntax])
    /// One expression for each source that knows the dimension. None where it is, in every source
    /// that has one, the column of its name.
    case dimension([ExpressionSyntax])
    case segment(ExpressionSyntax)
    case constant(ExpressionSyntax)
    /// `given` is what `--param` set.
    case parameter(ExpressionSyntax?, given: LiteralSyntax?)
    case period(PeriodSyntax)
    case alias(NamePath)
    case report(QuerySyntax)
  }

  package enum Direction: String, CaseIterable, Sendable { case high, low, range, neutral }

  package let name: Name
  package let form: Form
  package let documentation: [String]
  package var label: String?
  package var chineseLabel: String?
  package var unit: Unit?
  package var good: Direction?
  /// Dimensions that would mislead; the documentation says why.
  package var neverBy: [Name]
  package var examples: [Example]
  package let span: SourceSpan
  package let isShipped: Bool

  package struct Example: Equatable, Sendable {
    package let bindings: [BindingSyntax]
    package let gives: LiteralSyntax
    package let span: SourceSpan

    package init(bindings: [BindingSyntax], gives: LiteralSyntax, span: SourceSpan) {
      self.bindings = bindings
      self.gives = gives
      self.span = span
    }
  }

  package init(
    name: Name, form: Form, documentation: [String] = [], label: String? = nil,
    chineseLabel: String? = nil, unit: Unit? = nil, good: Direction? = nil, neverBy: [Name] = [],
    examples: [Example] = [], span: SourceSpan, isShipped: Bool
  ) {
    self.name = name
    self.form = form
    self.documentation = documentation
    self.label = label
    self.chineseLabel = chineseLabel
    self.unit = unit
    self.good = good
    self.neverBy = neverBy
    self.examples = examples
    self.span = span
    self.isShipped = isShipped
  }
}

package struct Catalogue: Equatable, Sendable {
  private var index: [String: Int] = [:]
  /// In the order they were made; a definition that replaces one that ships takes its place.
  package private(set) var definitions: [Definition] = []

  package init() {}

  /// The columns that definitions name, whatever their source.
  package var columnNames: Set<String> {
    var names: Set<String> = []
    for definition in definitions {
      let expressions: [ExpressionSyntax] =
        switch definition.form {
        case .metric(let expressions), .dimension(let expressions): expressions
        case .segment(let expression), .constant(let expression): [expression]
        case .parameter, .period, .alias, .report: []
        }
      for path in expressions.flatMap(\.namePaths) { names.insert(path.last.key) }
    }
    return names
  }

  /// Sources that carry the same fact at different cuts, in order of preference: those of metrics
  /// whose expressions read the same columns of one source each (R20).
  package func families(among sources: Set<String>) -> [[String]] {
    var families: [[String]] = []
    for definition in definitions {
      guard case .metric(let expressions) = definition.form, expressions.count > 1 else { continue }
      var found: [String] = []
      var columns: Set<[String]> = []
      for expression in expressions {
        let paths = expression.namePaths.filter {
          $0.parts.count == 2 && sources.contains($0.parts[0].key)
        }
        let own = Set(paths.map(\.parts[0].key))
        guard own.count == 1, paths.count == expression.namePaths.count, let source = own.first
        else { break }
        columns.insert(paths.map(\.last.key))
        found.append(source)
      }
      guard found.count == expressions.count, columns.count == 1 else { continue }
      // Told apart by what they prefer: the list of an ERP comes last in that of ads and of visits.
      if let place = families.firstIndex(where: { family in
        family.contains(found[0]) || found.contains(family[0])
      }) {
        for source in found where !families[place].contains(source) {
          families[place].append(source)
        }
      } else {
        families.append(found)
      }
    }
    return families
  }

  package subscript(key: String) -> Definition? { index[key].map { definitions[$0] } }

  /// Follows aliases to what they stand for; `nil` for an unknown name and for a circle of aliases.
  package func definition(_ key: String) -> Definition? {
    var key = key
    for _ in 0..<8 {
      guard let found = self[key] else { return nil }
      guard case .alias(let path) = found.form, let target = path.single else { return found }
      key = target.key
    }
    return nil
  }

  /// Adds a definition, or says why it cannot stand. One that ships is replaced with a note, one of
  /// the user's only if `replacesOwn` says so.
  package mutating func add(_ definition: Definition, replacesOwn: Bool = false) -> Diagnostic? {
    let key = definition.name.key
    if Grain(axis: key) != nil || key == "weekday" {
      return Problem.hiddenGrain(definition.name).diagnostic
    }
    guard let place = index[key] else {
      index[key] = definitions.count
      definitions.append(definition)
      return nil
    }
    let former = definitions[place]
    if former.isShipped, !definition.isShipped {
      definitions[place] = definition
      return Problem.replacesShipped(definition.name).diagnostic
    }
    if replacesOwn, !definition.isShipped {
      definitions[place] = definition
      return nil
    }
    return Problem.definedTwice(definition.name, first: former.name.span).diagnostic
  }

  package mutating func setParameter(_ key: String, to value: LiteralSyntax) -> Bool {
    guard let place = index[key], case .parameter(let standard, _) = definitions[place].form else {
      return false
    }
    let old = definitions[place]
    definitions[place] = Definition(
      name: old.name, form: .parameter(standard, given: value), documentation: old.documentation,
      label: old.label, span: old.span, isShipped: old.isShipped)
    return true
  }

  /// Whether any definition of a kind answers to this name.
  package func isMetric(_ key: String) -> Bool {
    if case .metric = definition(key)?.form { true } else { false }
  }

  package func isDimension(_ key: String) -> Bool {
    if case .dimension = definition(key)?.form { true } else { false }
  }

  package var metrics: [Definition] {
    definitions.filter { if case .metric = $0.form { true } else { false } }
  }

  package var dimensions: [Definition] {
    definitions.filter { if case .dimension = $0.form { true } else { false } }
  }
}
