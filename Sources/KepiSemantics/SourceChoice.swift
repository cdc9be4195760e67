// Which of several preferred sources answers a question (R20).
import KepiColumns
import KepiDiagnostics
import KepiSyntax

enum SourceChoice {
  /// More choices than this are not tried: no catalogue we know comes near.
  private static let limit = 64

  /// The choices to try, in order of preference. Metrics that share a source choose together.
  static func candidates(for query: QuerySyntax, in model: Model) -> [[String: Int]] {
    var metrics: [(key: String, alternatives: [[String]])] = []
    let expressions = query.metricExpressions
    for expression in expressions + expressions.flatMap(model.supposedExpressions) {
      collect(from: expression, in: model, into: &metrics, depth: 0)
    }
    var result: [[String: Int]] = [[:]]
    for group in groups(of: metrics) {
      // What is not loaded need not be tried, as long as something else is.
      let all = options(of: group)
      let loaded = all.filter { option in
        group.allSatisfy { metric in
          metric.alternatives[option[metric.key] ?? 0].allSatisfy {
            model.source($0)?.isLoaded ?? true
          }
        }
      }
      let options = loaded.isEmpty ? all : loaded
      result = result.flatMap { choice in
        options.map { choice.merging($0) { _, new in new } }
      }
      if result.count > limit { result = Array(result.prefix(limit)) }
    }
    return result
  }

  /// Metrics with several expressions, and the sources that each expression reads.
  private static func collect(
    from expression: ExpressionSyntax, in model: Model,
    into metrics: inout [(key: String, alternatives: [[String]])], depth: Int
  ) {
    guard depth < 32 else { return }
    for path in expression.namePaths {
      guard let name = path.single, let definition = model.catalogue.definition(name.key) else {
        continue
      }
      switch definition.form {
      case .metric(let expressions):
        let key = definition.name.key
        guard !metrics.contains(where: { $0.key == key }) else { continue }
        if expressions.count > 1 {
          metrics.append(
            (key, expressions.map { sources(of: $0, in: model, depth: depth + 1) }))
        }
        for inner in expressions {
          collect(from: inner, in: model, into: &metrics, depth: depth + 1)
        }
      case .constant(let inner):
        collect(from: inner, in: model, into: &metrics, depth: depth + 1)
      case .dimension, .segment, .parameter, .period, .alias, .report: break
      }
    }
  }

  private static func sources(
    of expression: ExpressionSyntax, in model: Model, depth: Int
  ) -> [String] {
    guard depth < 32 else { return [] }
    var result: [String] = []
    for path in expression.namePaths {
      let found: [String]
      if path.single == nil || model.source(path.parts[0].key) != nil {
        found = [path.parts[0].key]
      } else if case .metric(let inner) = model.catalogue.definition(path.parts[0].key)?.form {
        found = sources(of: inner[0], in: model, depth: depth + 1)
      } else {
        found = []
      }
      for source in found where !result.contains(source) { result.append(source) }
    }
    return result
  }

  private static func groups(
    of metrics: [(key: String, alternatives: [[String]])]
  ) -> [[(key: String, alternatives: [[String]])]] {
    var groups: [[(key: String, alternatives: [[String]])]] = []
    for metric in metrics {
      let own = Set(metric.alternatives.joined())
      if let place = groups.firstIndex(where: { group in
        group.contains { !own.isDisjoint(with: $0.alternatives.joined()) }
      }) {
        groups[place].append(metric)
      } else {
        groups.append([metric])
      }
    }
    return groups
  }

  /// One option for each set of sources: the metrics that can read it do, others read a part of it
  /// or what holds it, and the rest take what they prefer. So the lines of a profit all come from
  /// one report, though costs need a list of costs besides.
  private static func options(
    of group: [(key: String, alternatives: [[String]])]
  ) -> [[String: Int]] {
    var sets: [[String]] = []
    for metric in group {
      for alternative in metric.alternatives where !sets.contains(alternative) {
        sets.append(alternative)
      }
    }
    return sets.map { set in
      var option: [String: Int] = [:]
      let wanted = Set(set)
      for metric in group {
        let sets = metric.alternatives.map { Set($0) }
        option[metric.key] =
          metric.alternatives.firstIndex(of: set) ?? sets.firstIndex { $0.isSubset(of: wanted) }
          ?? sets.firstIndex { $0.isSuperset(of: wanted) } ?? 0
      }
      return option
    }
  }

  /// The first that covers the period as far as any of the others does.
  static func best(of attempts: [Attempt], in model: Model) -> Attempt? {
    guard attempts.count > 1 else { return attempts.first }
    // All are asked about the same days: those that hang on the as-of day as written, after which no
    // row counts, or else on the newest of their own.
    let written = attempts.lazy.compactMap { try? $0.writtenAsOf()?.0 }.first
    guard let asOf = written ?? attempts.compactMap(\.newestCommonDay).max() else {
      return attempts.first
    }
    var best: (attempt: Attempt, days: Int)?
    for attempt in attempts {
      guard let loaded = attempt.loadedDays else { continue }
      let all = attempts.compactMap(\.loadedDays).reduce(loaded) {
        min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
      }
      guard let period = try? attempt.period(asOf: asOf, loaded: all) else { continue }
      let covered = attempt.sources.compactMap { $0.extent?.days }.map { days in
        let last = min(days.upperBound, written ?? days.upperBound)
        return days.lowerBound <= last
          ? CalendarRules.commonDays(days.lowerBound...last, period.days) : 0
      }.min()
      let days = attempt.isCut(by: period) ? -1 : covered ?? 0
      if best.map({ days > $0.days }) ?? true { best = (attempt, days) }
    }
    return best?.attempt ?? attempts.first
  }

  /// Why no choice will do: the first that fails for another reason than that nothing is loaded. A
  /// table that knows what is asked by and whose files lack a column is nearer than one that does not
  /// know it.
  static func reason(of attempts: [Attempt]) -> NonEmpty<Problem> {
    let problems = attempts.map(\.problems)
    let telling = problems.first { list in
      !list.contains { if case .notLoaded = $0 { true } else { false } }
    }
    if telling?.contains(where: \.isNotShared) == true,
      let lacking = problems.first(where: { list in
        !list.isEmpty && list.allSatisfy { if case .columnNotThere = $0 { true } else { false } }
      })
    {
      return NonEmpty(lacking) ?? NonEmpty(.alreadyReported)
    }
    return NonEmpty(telling ?? problems.first ?? []) ?? NonEmpty(.alreadyReported)
  }
}

extension Attempt {
  /// Whether the steps of a source are too coarse for the question, which another source may not be.
  func isCut(by period: Period) -> Bool {
    sources.contains { source in
      switch source.extent?.step {
      case .day, nil: false
      case .stretches: !grains.isEmpty || !holds(source, within: period)
      case .grain(let step):
        grains.contains { $0 < step || $0 == .week }
          || (!holds(source, within: period)
            && (model.calendar.start(of: step, holding: period.days.lowerBound)
              != period.days.lowerBound
              || model.calendar.end(of: step, holding: period.days.upperBound)
                != period.days.upperBound))
      }
    }
  }

  private var grains: [Grain] {
    axes.compactMap { if case .grain(let grain) = $0.form { grain } else { nil } }
  }

  private func holds(_ source: SourceSchema, within period: Period) -> Bool {
    guard let days = source.extent?.days else { return true }
    return period.days.lowerBound <= days.lowerBound && days.upperBound <= period.days.upperBound
  }
}

extension QuerySyntax {
  /// The expressions of a question in which metrics may stand.
  var metricExpressions: [ExpressionSyntax] {
    items.map(\.expression)
      + clauses.flatMap { clause -> [ExpressionSyntax] in
        switch clause.form {
        case .having(let condition): [condition]
        case .top(let top): [top.by]
        case .sort(let keys): keys.map(\.expression)
        case .by, .where, .over, .asOf, .versus, .with, .limit, .currency, .fill, .using: []
        }
      }
  }
}

extension Problem {
  /// Whether a table does not know a name.
  fileprivate var isNotShared: Bool {
    if case .notShared = self { return true }
    if case .notSharedBy = self { return true }
    return false
  }
}
