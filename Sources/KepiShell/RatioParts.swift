// What a ratio is made of, by the names its definition uses.
import KepiColumns
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

struct RatioParts {
  let model: Model

  /// Numerator and denominator of a formula that divides; empty for any other.
  func parts(of formula: Formula, _ syntax: ExpressionSyntax) -> [ResolvedQuery.Item] {
    var formula = formula
    while case .declared(let inner, _) = formula { formula = inner }
    guard case .arithmetic(.divided, let top, let bottom, _) = formula,
      let (one, two) = names(of: syntax)
    else { return [] }
    return [
      ResolvedQuery.Item(name: one, formula: top, span: syntax.span),
      ResolvedQuery.Item(name: two, formula: bottom, span: syntax.span),
    ]
  }

  /// The two sides of the division that a name stands for, however many definitions away.
  private func names(of syntax: ExpressionSyntax) -> (String, String)? {
    var expression = syntax
    for _ in 0..<8 {
      switch expression.form {
      case .parenthesised(let inner), .context(let inner, _): expression = inner
      case .binary(.divided, let one, let two): return (one.columnName, two.columnName)
      case .name(let path):
        guard let name = path.single,
          case .metric(let alternatives) = model.catalogue.definition(name.key)?.form
        else { return nil }
        expression = alternatives[0]
      default: return nil
      }
    }
    return nil
  }
}
