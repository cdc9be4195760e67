// What a number is made of: its drivers, from its own formula or from the `tree` of its definition.
import KepiDiagnostics
package import KepiSyntax

/// One way to write a number as a product or as a sum of others.
package struct DriverTree: Equatable, Sendable {
  package struct Part: Equatable, Sendable {
    package let name: String
    package let expression: ExpressionSyntax
    /// Below the line of a quotient, or behind a minus.
    package let isInverse: Bool

    fileprivate func inverted(_ isInverted: Bool) -> Part {
      Part(name: name, expression: expression, isInverse: isInverse != isInverted)
    }
  }

  package enum Form: Equatable, Sendable {
    case product([Part])
    case sum([Part])
    /// The lines of a sum, each as its share of the same number.
    case shares([Part], of: ExpressionSyntax)
  }

  package let form: Form
  /// As it is written, with the definition's own names.
  package let expression: ExpressionSyntax

  package var parts: [Part] {
    switch form {
    case .product(let parts), .sum(let parts), .shares(let parts, _): parts
    }
  }
}

extension Model {
  /// The ways to take a number apart, in order of preference: those that its definition names by
  /// `tree`, else its formula. None where it is no product, quotient, sum or difference.
  package func driverTrees(of expression: ExpressionSyntax) -> [DriverTree] {
    driverTrees(of: expression, depth: 0)
  }

  private func driverTrees(of expression: ExpressionSyntax, depth: Int) -> [DriverTree] {
    guard depth < 16 else { return [] }
    switch expression.form {
    case .parenthesised(let inner): return driverTrees(of: inner, depth: depth + 1)
    case .name(let path):
      return treeExpressions(of: path).flatMap { driverTrees(of: $0, depth: depth + 1) }
    case .context(let inner, let modifiers):
      return driverTrees(of: inner, depth: depth + 1).map { $0.inContext(modifiers) }
    case .binary(.plus, _, _), .binary(.minus, _, _):
      let terms = expression.terms
      return terms.count > 1 ? [DriverTree(form: .sum(terms), expression: expression)] : []
    case .binary(.times, _, _), .binary(.divided, _, _):
      let factors = expression.factors.cancelled
      if factors.count == 1, let only = factors.first, !only.isInverse {
        return driverTrees(of: only.expression, depth: depth + 1)
      }
      guard factors.count > 1 else { return [] }
      // A margin is told by the lines of its profit, each as its share of the sales.
      if factors.count == 2, !factors[0].isInverse, factors[1].isInverse,
        case .sum(let lines)? = driverTrees(of: factors[0].expression, depth: depth + 1).first?.form
      {
        return [
          DriverTree(form: .shares(lines, of: factors[1].expression), expression: expression)
        ]
      }
      return [DriverTree(form: .product(factors), expression: expression)]
    case .literal, .quantity, .call, .negated, .not, .binary, .between, .membership, .like,
      .isMissing, .conditional, .absent:
      return []
    }
  }

  /// The `tree` lines of the metric that a name stands for, else its formulas.
  func treeExpressions(of path: NamePath) -> [ExpressionSyntax] {
    guard let name = path.single, let definition = catalogue.definition(name.key),
      case .metric(let alternatives) = definition.form
    else { return [] }
    return definition.trees.isEmpty ? alternatives : definition.trees
  }
}

extension DriverTree {
  /// Brackets around a product are brackets around each of its factors.
  fileprivate func inContext(_ modifiers: [ModifierSyntax]) -> DriverTree {
    func inside(_ expression: ExpressionSyntax) -> ExpressionSyntax {
      ExpressionSyntax(.context(expression, modifiers), at: expression.span)
    }
    func inside(_ parts: [Part]) -> [Part] {
      parts.map {
        Part(name: $0.name, expression: inside($0.expression), isInverse: $0.isInverse)
      }
    }
    let changed: Form =
      switch form {
      case .product(let parts): .product(inside(parts))
      case .sum(let parts): .sum(inside(parts))
      case .shares(let parts, let whole): .shares(inside(parts), of: inside(whole))
      }
    return DriverTree(form: changed, expression: inside(expression))
  }
}

extension [DriverTree.Part] {
  /// Without what is multiplied and divided by alike: it drives nothing. What stands there twice goes
  /// by two names.
  fileprivate var cancelled: [DriverTree.Part] {
    var kept: [DriverTree.Part] = []
    for part in self {
      if let place = kept.firstIndex(where: {
        $0.name == part.name && $0.isInverse != part.isInverse
      }) {
        kept.remove(at: place)
        continue
      }
      let count = kept.count { $0.expression == part.expression }
      kept.append(
        count == 0
          ? part
          : DriverTree.Part(
            name: "\(part.name) \(count + 1)", expression: part.expression,
            isInverse: part.isInverse))
    }
    return kept
  }
}

extension ExpressionSyntax {
  /// What is multiplied and divided at the top. Numbers drive nothing and are left out.
  fileprivate var factors: [DriverTree.Part] {
    switch form {
    case .parenthesised(let inner) where inner.isProduct: inner.factors
    case .binary(.times, let left, let right): left.factors + right.factors
    case .binary(.divided, let left, let right):
      left.factors + right.factors.map { $0.inverted(true) }
    case .literal, .quantity: []
    default: [DriverTree.Part(name: columnName, expression: self, isInverse: false)]
    }
  }

  /// What is added and subtracted at the top.
  fileprivate var terms: [DriverTree.Part] {
    switch form {
    case .parenthesised(let inner) where inner.isSum: inner.terms
    case .binary(.plus, let left, let right): left.terms + right.terms
    case .binary(.minus, let left, let right):
      left.terms + right.terms.map { $0.inverted(true) }
    case .literal, .quantity: []
    default: [DriverTree.Part(name: columnName, expression: self, isInverse: false)]
    }
  }

  private var isProduct: Bool {
    switch form {
    case .binary(.times, _, _), .binary(.divided, _, _): true
    case .parenthesised(let inner): inner.isProduct
    default: false
    }
  }

  private var isSum: Bool {
    switch form {
    case .binary(.plus, _, _), .binary(.minus, _, _): true
    case .parenthesised(let inner): inner.isSum
    default: false
    }
  }
}
