// A definition as one line, and all that it hangs on.
import KepiColumns
package import KepiSyntax

extension Definition {
  /// What it says, without what teaches it: `metric acos = ad_spend / ad_sales`.
  ///
  /// - Parameter tellsTree: whether its `tree` is told as well, which only drivers hang on.
  package func writtenText(tellsTree: Bool) -> String {
    func text(_ expressions: [ExpressionSyntax], joinedBy sign: String) -> String {
      expressions.map { SyntaxPrinter.text(of: $0) }.joined(separator: sign)
    }
    let name = name.text
    switch form {
    case .metric(let choices):
      var properties: [String] = []
      if let unit { properties.append("unit: \(unit.writtenName)") }
      if tellsTree, !trees.isEmpty {
        properties.append("tree: " + text(trees, joinedBy: " else "))
      }
      let block = properties.isEmpty ? "" : " { \(properties.joined(separator: "; ")) }"
      return "metric \(name) = " + text(choices, joinedBy: " else ") + block
    case .dimension(let columns):
      return columns.isEmpty
        ? "dimension \(name)" : "dimension \(name) = " + text(columns, joinedBy: ", ")
    case .segment(let condition): return "segment \(name) = " + text([condition], joinedBy: "")
    case .constant(let value): return "let \(name) = " + text([value], joinedBy: "")
    case .parameter(let value, let given):
      let standard = value.map { " = " + text([$0], joinedBy: "") } ?? ""
      return "param \(name)" + standard + (given.map { ", given \($0.plainForm)" } ?? "")
    case .period(let period): return "period \(name) = " + SyntaxPrinter.text(of: period)
    case .alias(let alias):
      let sign = alias.prefersFirst ? " else " : ", "
      return "alias \(name) = " + alias.targets.map(\.text).joined(separator: sign)
    case .report(let query): return "report \(name) = " + SyntaxPrinter.text(of: query)
    }
  }

  fileprivate var usedExpressions: [ExpressionSyntax] {
    switch form {
    case .metric(let expressions), .dimension(let expressions): expressions
    case .segment(let expression), .constant(let expression): [expression]
    case .report(let query): query.items.map(\.expression)
    case .alias, .parameter, .period: []
    }
  }

  fileprivate var usedNames: [NamePath] {
    switch form {
    case .metric, .dimension, .segment, .constant: usedExpressions.flatMap(\.namePaths)
    case .alias(let alias): alias.targets
    case .report(let query): query.namePaths
    case .parameter, .period: []
    }
  }
}

/// The definitions that a question hangs on.
package struct UsedDefinitions {
  /// Each once, in order of use.
  package let definitions: [Definition]
  /// Whether the trees of metrics have a part in the answer, and the drivers that they name.
  package let tellsTrees: Bool
}

extension Catalogue {
  /// The definitions that a question names and those that they use.
  ///
  /// - Parameter byDriver: whether numbers are taken apart by their trees. Where a bracket gives a
  ///   driver another value they are in any case.
  package func definitions(usedBy query: QuerySyntax, byDriver: Bool = false) -> UsedDefinitions {
    let plain = definitions(usedBy: query, throughTrees: false)
    let expressions = query.items.map(\.expression) + plain.flatMap(\.usedExpressions)
    guard byDriver || expressions.contains(where: { $0.supposes(in: self) }) else {
      return UsedDefinitions(definitions: plain, tellsTrees: false)
    }
    return UsedDefinitions(
      definitions: definitions(usedBy: query, throughTrees: true), tellsTrees: true)
  }

  private func definitions(usedBy query: QuerySyntax, throughTrees: Bool) -> [Definition] {
    var found = definitions(namedIn: query)
    for clause in query.clauses {
      // A period by its name.
      guard case .over(let period) = clause.form, case .named(let name) = period.form,
        let definition = definition(name.key)
      else { continue }
      found.append(definition)
    }
    var known = Set(found.map(\.name.key))
    var next = 0
    while next < found.count {
      var names = found[next].usedNames
      if throughTrees { names += found[next].trees.flatMap(\.namePaths) }
      for path in names {
        guard let name = path.single, let used = definition(name.key),
          known.insert(used.name.key).inserted
        else { continue }
        found.append(used)
      }
      next += 1
    }
    return found
  }
}

extension Unit {
  fileprivate var writtenName: String {
    switch self {
    case .money: "money"
    case .count: "count"
    case .number: "number"
    case .percent: "percent"
    case .days: "days"
    case .text: "text"
    case .date: "date"
    case .truth: "truth"
    }
  }
}

extension LiteralSyntax {
  fileprivate var plainForm: String {
    switch self {
    case .number(let number): number.text
    case .string(let text): "\"\(text)\""
    case .date(let date): date.text
    case .truth(let truth): "\(truth)"
    case .missing: "missing"
    }
  }
}
