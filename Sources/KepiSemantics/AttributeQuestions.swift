// Metrics fixed by `only`: the questions that they stand for (R18).
import KepiColumns
import KepiDiagnostics
import KepiSyntax

extension Attempt {
  /// The questions behind metrics fixed by `only`: by the things they are fixed to, over the
  /// question's own period and under its conditions that are not themselves on metrics (R18). Those
  /// in brackets are asked again for the days of each line.
  func attributes() throws(Problem) -> [Attribute: ResolvedQuery] {
    var result: [Attribute: ResolvedQuery] = [:]
    for attribute in boundAttributes where result[attribute] == nil {
      var clauses = [
        ClauseSyntax(
          .by(attribute.things.map { ItemSyntax(ExpressionSyntax(.name($0), at: $0.span)) }),
          at: attribute.metric.span)
      ]
      for clause in query.clauses {
        switch clause.form {
        case .where(let condition):
          for part in condition.conjuncts where !part.hasAttribute(in: model.catalogue) {
            clauses.append(ClauseSyntax(.where(part), at: part.span))
          }
        case .over, .asOf, .using, .currency: clauses.append(clause)
        case .by, .having, .versus, .top, .with, .sort, .limit, .fill: continue
        }
      }
      let question = QuerySyntax(
        items: [ItemSyntax(attribute.metric)], clauses: clauses, at: query.span)
      do {
        result[attribute] = try ResolvedQuery.resolve(question, in: model).ofThings
      } catch {
        throw error.first
      }
    }
    return result
  }

  /// In the order in which they are met: in the filters, the axes and the numbers.
  private var boundAttributes: [Attribute] {
    let axes = axes.flatMap { axis -> [RowExpression] in
      guard case .value(let expressions) = axis.form else { return [] }
      return expressions.sorted { $0.key < $1.key }.map(\.value)
    }
    let rows =
      filters.sorted { $0.key < $1.key }.map(\.value)
      + children.sorted { $0.key < $1.key }.compactMap(\.value.filter) + axes
      + formulas.flatMap(\.aggregates).flatMap {
        [$0.filter, $0.argument, $0.key].compactMap { $0 }
      }
    return rows.flatMap(\.attributes)
  }
}

extension ExpressionSyntax {
  /// A metric in brackets without its `only`, and the things that these fix it to.
  var separatedFromThings: (metric: ExpressionSyntax, things: [NamePath]) {
    guard case .context(let inner, let modifiers) = form else { return (self, []) }
    var (metric, things) = inner.separatedFromThings
    var rest: [ModifierSyntax] = []
    for modifier in modifiers {
      if case .only(let path) = modifier.form { things.append(path) } else { rest.append(modifier) }
    }
    if !rest.isEmpty { metric = ExpressionSyntax(.context(metric, rest), at: span) }
    return (metric, things)
  }

  var hasTargetBracket: Bool {
    guard case .context(let inner, let modifiers) = form else { return false }
    return modifiers.contains { $0.form == .target } || inner.hasTargetBracket
  }

  /// Whether a condition is itself on metrics, by name or by its definition.
  fileprivate func hasAttribute(in catalogue: Catalogue, depth: Int = 0) -> Bool {
    guard depth < 16 else { return false }
    if case .context(let inner, let modifiers) = form,
      modifiers.contains(where: { if case .only = $0.form { true } else { false } })
        || inner.hasAttribute(in: catalogue, depth: depth + 1)
    {
      return true
    }
    if case .name(let path) = form, let name = path.single,
      let definition = catalogue.definition(name.key)
    {
      switch definition.form {
      case .dimension(let expressions):
        return expressions.contains { $0.hasAttribute(in: catalogue, depth: depth + 1) }
      case .segment(let condition): return condition.hasAttribute(in: catalogue, depth: depth + 1)
      case .metric, .constant, .parameter, .alias, .period, .report: return false
      }
    }
    return children.contains { $0.hasAttribute(in: catalogue, depth: depth + 1) }
  }
}
