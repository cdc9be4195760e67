// Formulas as people read them: down to the columns, or in the words of their definition.
import KepiSemantics
import KepiSyntax

struct FormulaWording {
  let model: Model

  /// What fee a line of a settlement belongs to takes pages to say, and has a name.
  private static let greatestLength = 360

  /// - Parameter metric: the key of the metric that the formula stands for, or is a part of.
  func text(of formula: Formula, in metric: String?) -> String {
    let whole = formula.written
    guard whole.count > Self.greatestLength else { return whole }
    let choices = metric.map { alternatives(of: $0) } ?? []
    guard case .aggregate(let aggregate) = formula else {
      let texts = choices.map { SyntaxPrinter.text(of: $0) }
      return texts.isEmpty ? Self.cut(whole) : texts.joined(separator: " else ")
    }
    let sums = choices.flatMap(\.sums).filter { $0.reads(aggregate.source) }
    let texts = sums.map { SyntaxPrinter.text(of: $0) }
    // Of two different sums of one source it is not known which is meant.
    guard let first = texts.first, texts.allSatisfy({ $0 == first }) else { return Self.cut(whole) }
    return first
  }

  private func alternatives(of metric: String) -> [ExpressionSyntax] {
    guard case .metric(let choices)? = model.catalogue.definition(metric)?.form else { return [] }
    return choices
  }

  private static func cut(_ text: String) -> String {
    let kept = text.prefix(greatestLength)
    return kept[..<(kept.lastIndex(of: " ") ?? kept.endIndex)] + " …"
  }
}

extension ExpressionSyntax {
  /// The sums and counts that a formula is made of, with their brackets.
  fileprivate var sums: [ExpressionSyntax] {
    switch form {
    case .context, .call: [self]
    case .name, .literal, .quantity: []
    case .parenthesised, .binary, .negated, .not, .between, .membership, .like, .isMissing,
      .conditional, .absent:
      children.flatMap(\.sums)
    }
  }

  fileprivate func reads(_ source: String) -> Bool {
    namePaths.contains { $0.parts.count > 1 && $0.parts[0].key == source }
  }
}
