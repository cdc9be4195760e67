// Which of the sources that carry one fact answers (R20).
import KepiSyntax

extension Evaluator {
  /// Takes the first way that knows every name of the question and covers its period as far as any
  /// other does, for all metrics of the answer together.
  func choose(
    for expressions: [ExpressionSyntax], knowing names: [ExpressionSyntax],
    over written: PeriodSyntax?
  ) throws {
    let count = definitions.alternatives.values.map(\.count).max() ?? 1
    func take(_ place: Int) {
      for (name, ways) in definitions.alternatives {
        definitions.metrics[name] = ways[min(place, ways.count - 1)]
      }
    }
    func sources() throws -> [Source] {
      var found: [String] = []
      for expression in expressions { try leaves(expression) { found.append($0) } }
      return try Set(found).sorted().map(source)
    }
    take(0)
    let preferred = try sources().map(\.name)
    take(1)
    guard count > 1, try sources().map(\.name) != preferred else { return take(0) }
    var ways: [(place: Int, sources: [Source])] = []
    var days: [ClosedRange<Int>] = []
    for place in 0..<count {
      take(place)
      let sources = try sources()
      days += sources.compactMap { $0.days() }
      let asked = names + expressions.flatMap(bracketConditions)
      if try sources.allSatisfy({ source in try asked.allSatisfy { try knows($0, source) } }) {
        ways.append((place, sources))
      }
    }
    var period = (days.map(\.lowerBound).min() ?? 0)...(days.map(\.upperBound).max() ?? 0)
    if let written, written.form != .all, let shown = try stretch(written).shown { period = shown }
    let covered = ways.map { way in
      way.sources.map { source in
        guard let days = source.days(), days.overlaps(period) else { return 0 }
        let last = min(days.clamped(to: period).upperBound, writtenAsOf ?? Int.max)
        return max(0, last - days.clamped(to: period).lowerBound + 1)
      }.min() ?? 0
    }
    guard let most = covered.max(), let chosen = covered.firstIndex(of: most) else {
      throw Refusal("no source knows all names")
    }
    take(ways[chosen].place)
  }

  /// Whether a source, or a child of it, has all that an expression over rows names.
  private func knows(_ expression: ExpressionSyntax, _ source: Source) throws -> Bool {
    if case .name(let path) = expression.form, Unit(word: path.text) != nil { return true }
    var isKnown = true
    try forEachName(in: expression, of: source) { parts in
      if definitions.dimensions[parts[1]] != nil, parts[0] == source.name { isKnown = false }
      let isOwn = parts[0] == source.name || source.links.contains { $0.target == parts[0] }
      if !isOwn, child(of: source, reaching: parts[0]) == nil { isKnown = false }
    }
    return isKnown
  }

  private func bracketConditions(_ expression: ExpressionSyntax) -> [ExpressionSyntax] {
    switch expression.form {
    case .context(let inner, let modifiers):
      modifiers.compactMap { modifier in
        if case .condition(let condition) = modifier.form { condition } else { nil }
      } + bracketConditions(inner)
    case .parenthesised(let inner), .negated(let inner): bracketConditions(inner)
    case .binary(_, let left, let right): bracketConditions(left) + bracketConditions(right)
    case .conditional(let first, let second, let third):
      [first, second, third].flatMap(bracketConditions)
    case .call(_, _, let arguments): arguments.flatMap(bracketConditions)
    case .name, .literal, .quantity, .not, .between, .membership, .like, .isMissing, .absent: []
    }
  }
}
