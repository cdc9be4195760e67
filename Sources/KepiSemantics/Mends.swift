// Repaired lines that rearrange a question.
import KepiDiagnostics
import KepiSyntax

extension ExpressionSyntax {
  /// The parts that `and` joins at the top.
  var conjuncts: [ExpressionSyntax] {
    if case .binary(.and, let left, let right) = form { return left.conjuncts + right.conjuncts }
    return [self]
  }
}

extension QuerySyntax {
  /// `where acos > 30%` becomes `having acos > 30%`; other conditions stay where they are.
  func movedToHaving(_ name: Name) -> [Diagnostic.Mend] {
    for clause in clauses {
      guard case .where(let condition) = clause.form else { continue }
      let parts = condition.conjuncts
      let moved = parts.filter { part in
        part.namePaths.contains { $0.single?.span == name.span }
      }
      guard let part = moved.first else { continue }
      let rest = parts.filter { $0.span != part.span }
      var clausesText: [String] = []
      if !rest.isEmpty { clausesText.append("where " + rest.joined) }
      clausesText.append("having " + SyntaxPrinter.text(of: part))
      return [
        .init(
          Phrase("Filter the result instead:", zh: "改为筛选结果："),
          [.init(clause.span, clausesText.joined(separator: " "))])
      ]
    }
    return []
  }

  /// `where month = 2026-08` becomes `over 2026-08`.
  func movedToOver(_ condition: ExpressionSyntax) -> [Diagnostic.Mend] {
    guard period == nil, case .binary(.equal, _, let right) = condition.form,
      case .literal(.date) = right.form
    else { return [] }
    for clause in clauses {
      guard case .where(let whole) = clause.form, whole.span.range.contains(condition.span.start)
      else { continue }
      let rest = whole.conjuncts.filter { $0.span != condition.span }
      let text =
        (rest.isEmpty ? "" : "where \(rest.joined) ") + "over \(SyntaxPrinter.text(of: right))"
      return [
        .init(
          Phrase("Take the period with `over`:", zh: "用 `over` 取时段："), [.init(clause.span, text)])
      ]
    }
    return []
  }

  /// `revenue top 5 by store` becomes `revenue by store top 5 by revenue`.
  func rankedByFirstMetric(_ dimension: Name) -> [Diagnostic.Mend] {
    guard let item = items.first,
      let clause = clauses.first(where: { if case .top = $0.form { true } else { false } })
    else { return [] }
    let metric = item.alias?.text.quotedAsName ?? SyntaxPrinter.text(of: item.expression)
    var edits: [Diagnostic.Edit] = [.init(dimension.span, metric)]
    if !axisItems.contains(where: { $0.expression.columnName == dimension.text }) {
      let by = clauses.first { if case .by = $0.form { true } else { false } }
      edits.append(
        by.map { .init($0.span.end(), ", \(dimension.text)") }
          ?? .init(clause.span.begin(), "by \(dimension.text) "))
    }
    return [.init(Phrase("To rank by \(metric):", zh: "按 \(metric) 排名："), edits)]
  }

  /// Whether a metric stands for itself wherever the question names it, so that another can take its
  /// place.
  func canAskOther(than name: Name) -> Bool {
    items.contains { $0.expression.isName(name) }
      && items.allSatisfy { item in
        item.expression.isName(name)
          || !item.expression.namePaths.contains { $0.single?.key == name.key }
      }
  }

  /// The question with another metric in the list of what is asked for.
  func replacing(_ name: Name, by other: String) -> QuerySyntax {
    let items = items.map { item in
      guard item.expression.isName(name) else { return item }
      let path = NamePath([Name(other, at: item.expression.span)])
      return ItemSyntax(ExpressionSyntax(.name(path), at: item.expression.span), as: item.alias)
    }
    return QuerySyntax(items: items, clauses: clauses, at: span)
  }

  /// The same as edits, in the clauses as well.
  func asking(_ other: String, insteadOf name: Name) -> Diagnostic.Mend {
    var expressions = items.map(\.expression)
    for clause in clauses {
      switch clause.form {
      case .having(let condition): expressions.append(condition)
      case .top(let top): expressions.append(top.by)
      case .sort(let keys): expressions += keys.map(\.expression)
      case .by, .where, .over, .asOf, .versus, .with, .limit, .currency, .fill, .using: continue
      }
    }
    let spans = expressions.flatMap(\.namePaths).filter { $0.single?.key == name.key }.map(\.span)
    return .init(
      Phrase("Ask for `\(other)`:", zh: "改为查询 `\(other)`："),
      spans.map { .init($0, other.quotedAsName) })
  }

  /// Takes a clause out, with the blanks before it.
  private func removal(of clause: ClauseSyntax) -> Diagnostic.Edit {
    let before = (items.map(\.span) + clauses.map(\.span)).map(\.end)
    let start = before.filter { $0 <= clause.span.start }.max() ?? clause.span.start
    return .init(SourceSpan(in: clause.span.source, start..<clause.span.end), "")
  }

  /// The same with a line for each value of some dimensions.
  func grouped(by dimensions: [String]) -> Diagnostic.Edit {
    let names = dimensions.map(\.quotedAsName).joined(separator: ", ")
    for clause in clauses {
      guard case .by(let axes) = clause.form, let last = axes.last else { continue }
      return .init(last.span.end(), ", " + names)
    }
    let last = items.last?.span ?? span
    return .init(last.end(), " by " + names)
  }

  /// A condition that not every source knows goes into the brackets of those that do.
  func bracketed(_ path: NamePath, on metrics: [SourceSpan]) -> [Diagnostic.Mend] {
    for clause in clauses {
      switch clause.form {
      case .where(let condition):
        let parts = condition.conjuncts
        guard
          let part = parts.first(where: { part in
            part.namePaths.contains { $0.span == path.span }
          }), !metrics.isEmpty
        else { continue }
        let rest = parts.filter { $0.span != part.span }
        let known = items.filter { metrics.contains($0.span) }
        guard !known.contains(where: { $0.expression.isCompound }) else { return [] }
        var edits = known.map { item in
          Diagnostic.Edit(item.expression.span.end(), "[\(SyntaxPrinter.text(of: part))]")
        }
        edits.append(
          rest.isEmpty ? removal(of: clause) : .init(clause.span, "where " + rest.joined))
        return [.init(Phrase("Say which number the condition is for:", zh: "指明条件用于哪个数字："), edits)]
      case .by(let axes):
        let kept = axes.filter { axis in
          !axis.expression.namePaths.contains { $0.span == path.span }
        }
        guard kept.count < axes.count else { continue }
        let text =
          "by " + kept.map { SyntaxPrinter.text(of: $0.expression) }.joined(separator: ", ")
        return [
          .init(
            Phrase("Without `\(path.text)`:", zh: "去掉 `\(path.text)`："),
            [kept.isEmpty ? removal(of: clause) : .init(clause.span, text)])
        ]
      default: continue
      }
    }
    return []
  }
}

extension [ExpressionSyntax] {
  fileprivate var joined: String {
    map { part in
      if case .binary(.or, _, _) = part.form { return "(\(SyntaxPrinter.text(of: part)))" }
      return SyntaxPrinter.text(of: part)
    }.joined(separator: " and ")
  }
}

extension ExpressionSyntax {
  fileprivate func isName(_ name: Name) -> Bool {
    if case .name(let path) = form { path.single?.key == name.key } else { false }
  }

  fileprivate var isCompound: Bool {
    switch form {
    case .name, .call, .context, .parenthesised, .literal, .quantity: false
    default: true
    }
  }
}
