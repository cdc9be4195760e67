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
    case alias(AliasSyntax)
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
  /// Dimensions it is a number of one value of, as a score of a store: it is never added up over
  /// them.
  package var per: [Name] = []
  package var examples: [Example]
  /// What `why` takes a change apart by, in order of preference; the formula itself where there is
  /// none.
  package var trees: [ExpressionSyntax] = []
  /// The source whose rows count as sales where a segment holds.
  package var countedSource: Name?
  package var lesson = Lesson()
  package let span: SourceSpan
  package let isShipped: Bool

  /// Something that can be acted on this week, or the outcome.
  package enum Nature: String, CaseIterable, Sendable { case process, result }

  /// What a colleague would tell about a number beside its formula.
  package struct Lesson: Equatable, Sendable {
    package var chineseDocumentation: [String] = []
    /// Labels in other languages, by their codes: what Seller Central calls it there.
    package var labels: [Label] = []
    /// What else people say, where it cannot be typed as a name: `advertising cost`.
    package var also: [String] = []
    /// The unit as written, where there is no such kind of number: `hours`, `score`.
    package var unitWord: String?
    /// A heading in the list of metrics.
    package var section: Name?
    package var nature: Nature?
    package var owner: Phrase?
    /// Where it is taken from, and why other places say otherwise.
    package var origin: Phrase?
    /// How it is gamed or misread.
    package var trap: Phrase?
    /// Metrics to read beside it.
    package var beside: [Name] = []
    /// What is usual, and who says so.
    package var benchmark: Phrase?
    package var thresholds: [Threshold] = []

    package init() {}
  }

  package struct Label: Equatable, Sendable {
    package let language: String
    package let text: String
  }

  /// What a platform demands, from one day to another: `below 1% in "Amazon" from 2021-01-01`.
  package struct Threshold: Equatable, Sendable {
    package enum Sense: String, CaseIterable, Sendable { case below, above, most, least }

    package let sense: Sense
    package let limit: LiteralSyntax
    /// The platform, and the site where it is of one.
    package let place: String
    package let first: Day?
    package let last: Day?
    /// The days it is measured over, or to whom it applies.
    package internal(set) var remark: Phrase?
  }

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
  package var columnNames: Set<String> { Set(namePaths.map(\.last.key)) }

  /// The columns that definitions name as those of a source, by the sources.
  package var columnNamesBySource: [String: Set<String>] {
    var names: [String: Set<String>] = [:]
    for path in namePaths where path.parts.count == 2 {
      names[path.parts[0].key, default: []].insert(path.last.key)
    }
    return names
  }

  private var namePaths: [NamePath] {
    definitions.flatMap { definition -> [NamePath] in
      let expressions: [ExpressionSyntax] =
        switch definition.form {
        case .metric(let expressions), .dimension(let expressions): expressions
        case .segment(let expression), .constant(let expression): [expression]
        case .parameter, .period, .alias, .report: []
        }
      return expressions.flatMap(\.namePaths)
    }
  }

  /// Sources that carry the same fact at different cuts, in order of preference: those of metrics
  /// whose expressions read the same columns of one source each (R20). Which rows of it count is a
  /// matter of each source, so segments are passed over.
  package func families(among sources: Set<String>) -> [[String]] {
    var families: [[String]] = []
    for definition in definitions {
      guard case .metric(let expressions) = definition.form, expressions.count > 1 else { continue }
      var found: [String] = []
      var columns: Set<[String]> = []
      for expression in expressions {
        let all = expression.namePaths.filter { $0.single.map { !isSegment($0.key) } ?? true }
        let paths = all.filter { $0.parts.count == 2 && sources.contains($0.parts[0].key) }
        let own = Set(paths.map(\.parts[0].key))
        guard own.count == 1, paths.count == all.count, let source = own.first else { break }
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

  private func isSegment(_ key: String) -> Bool {
    if case .segment = self[key]?.form { true } else { false }
  }

  package subscript(key: String) -> Definition? { index[key].map { definitions[$0] } }

  /// Follows aliases to what they stand for; `nil` for an unknown name, for a circle of aliases and
  /// for a word that may mean several things.
  package func definition(_ key: String) -> Definition? {
    var key = key
    for _ in 0..<8 {
      guard let found = self[key] else { return nil }
      guard case .alias(let alias) = found.form else { return found }
      guard let target = alias.target?.single else { return nil }
      key = target.key
    }
    return nil
  }

  /// A word of several meanings, by itself or behind plain aliases.
  package func ambiguousWord(_ key: String) -> AliasSyntax? {
    var key = key
    for _ in 0..<8 {
      guard case .alias(let alias) = self[key]?.form else { return nil }
      guard alias.targets.count == 1, let target = alias.target?.single else { return alias }
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
      return former.isMereName ? nil : Problem.replacesShipped(definition.name).diagnostic
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

  /// The metrics that an expression uses, and those that these use: each with the name that stands in
  /// the expression.
  func metrics(in expression: ExpressionSyntax) -> [(Name, Definition)] {
    var result: [(Name, Definition)] = []
    func walk(_ expression: ExpressionSyntax, as written: Name?, depth: Int) {
      guard depth < 16 else { return }
      for path in expression.namePaths {
        guard let name = path.single, let definition = definition(name.key),
          case .metric(let alternatives) = definition.form,
          !result.contains(where: { $0.1.name.key == definition.name.key })
        else { continue }
        result.append((written ?? name, definition))
        for inner in alternatives { walk(inner, as: written ?? name, depth: depth + 1) }
      }
    }
    walk(expression, as: nil, depth: 0)
    return result
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

extension Definition {
  /// A second name: a definition of one's own takes nothing away.
  fileprivate var isMereName: Bool { if case .alias = form { true } else { false } }

  /// Why some questions would mislead: the last words of the documentation.
  var reason: Phrase {
    let english = documentation.joined(separator: " ").lastSentence
    var chinese = lesson.chineseDocumentation.joined().lastSentence
    // A line of a Chinese message has no full stop.
    if chinese.last == "。" { chinese.removeLast() }
    return Phrase(english, zh: chinese.isEmpty ? english : chinese)
  }
}

extension Definition {
  /// The names in backquotes there, as `asp` in "an order has several SKUs: ask for `asp`".
  var namesInReason: [String] {
    let parts = reason.english.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { !$0.isMultiple(of: 2) && $0 + 1 < parts.count }
      .map { String(parts[$0]) }
  }
}

extension String {
  /// What follows the last end of a sentence before the end of the text.
  fileprivate var lastSentence: String {
    var start = startIndex
    var position = startIndex
    while position < endIndex {
      let next = index(after: position)
      let isEnd =
        self[position] == "。" || self[position] == "." && next < endIndex && self[next] == " "
      if isEnd, next < endIndex { start = next }
      position = next
    }
    return self[start...].trimmingBlanks
  }
}
