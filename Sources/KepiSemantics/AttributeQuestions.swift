// Metrics fixed by `only`: the questions that they stand for (R18).
import KepiColumns
import KepiDiagnostics
import KepiSyntax

extension Attempt {
  /// The questions behind metrics fixed by `only`: by the things they are fixed to, over the
  /// question's own period and under its conditions that are not themselves on metrics (R18).
  func attributes() throws(Problem) -> [Attribute: ResolvedQuery] {
    var wanted: [ExpressionSyntax] = []
    for expression in query.rowExpressions {
      expression.collectAttributes(in: model.catalogue, &wanted)
    }
    var result: [Attribute: ResolvedQuery] = [:]
    for expression in wanted {
      guard case .context(let inner, let modifiers) = expression.form else { continue }
      let attribute = Attribute(text: SyntaxPrinter.text(of: expression))
      guard result[attribute] == nil else { continue }
      let only = modifiers.compactMap { modifier -> NamePath? in
        if case .only(let path) = modifier.form { path } else { nil }
      }
      let conditions = modifiers.filter {
        if case .condition = $0.form { true } else { false }
      }
      let metric =
        conditions.isEmpty ? inner : ExpressionSyntax(.context(inner, conditions), at: inner.span)
      var clauses = [
        ClauseSyntax(
          .by(only.map { ItemSyntax(ExpressionSyntax(.name($0), at: $0.span)) }),
          at: expression.span)
      ]
      for clause in query.clauses {
        switch clause.form {
        case .where(let condition):
          for part in condition.conjuncts where !part.hasAttribute(in: model.catalogue) {
            clauses.append(ClauseSyntax(.where(part), at: part.span))
          }
        case .over, .asOf, .using, .currency: clauses.append(clause)
        default: continue
        }
      }
      let question = QuerySyntax(
        items: [ItemSyntax(metric)], clauses: clauses, at: query.span)
      do {
        result[attribute] = try ResolvedQuery.resolve(question, in: model)
      } catch {
        throw error.first
      }
    }
    return result
  }
}

extension QuerySyntax {
  /// Where rows are chosen or parted: a metric fixed by `only` may stand there.
  fileprivate var rowExpressions: [ExpressionSyntax] {
    axisItems.map(\.expression) + conditions + items.map(\.expression)
  }
}

extension ExpressionSyntax {
  /// The metrics fixed by `only` in an expression over rows, those inside definitions too.
  fileprivate func collectAttributes(
    in catalogue: Catalogue, _ found: inout [ExpressionSyntax], depth: Int = 0
  ) {
    guard depth < 16 else { return }
    if case .context(_, let modifiers) = form,
      modifiers.contains(where: { if case .only = $0.form { true } else { false } })
    {
      found.append(self)
      return
    }
    if case .name(let path) = form, let name = path.single,
      let definition = catalogue.definition(name.key)
    {
      switch definition.form {
      case .dimension(let expressions):
        for expression in expressions {
          expression.collectAttributes(in: catalogue, &found, depth: depth + 1)
        }
      case .segment(let condition):
        condition.collectAttributes(in: catalogue, &found, depth: depth + 1)
      default: break
      }
    }
    for child in children { child.collectAttributes(in: catalogue, &found, depth: depth + 1) }
  }

  fileprivate func hasAttribute(in catalogue: Catalogue) -> Bool {
    var found: [ExpressionSyntax] = []
    collectAttributes(in: catalogue, &found)
    return !found.isEmpty
  }
}
