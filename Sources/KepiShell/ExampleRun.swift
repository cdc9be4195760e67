// The worked examples of metrics, computed with the numbers that they give.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiSemantics
import KepiSyntax

struct ExampleRun {
  let model: Model

  struct Result {
    let example: Definition.Example
    let computed: Value
    let holds: Bool
  }

  func results(for definition: Definition) -> [Result] {
    guard case .metric(let alternatives) = definition.form else { return [] }
    return definition.examples.map { example in
      let computed = value(of: alternatives[0], with: example.bindings)
      let expected = (try? example.gives.constant(at: example.span))?.0 ?? .blank
      return Result(
        example: example, computed: computed,
        holds: computed.matches(expected) || (computed.isBlank && expected.isBlank))
    }
  }

  func problems(of name: Name) -> [Diagnostic] {
    guard let definition = model.catalogue.definition(name.key) else { return [] }
    return results(for: definition).filter { !$0.holds }.map { result in
      .error(
        .exampleWrong,
        Phrase(
          "the example of `\(name.text)` gives \(result.computed.plainText),"
            + " not \(result.example.gives.plainText)",
          zh: "`\(name.text)` 的示例算出 \(result.computed.plainText)，"
            + "而不是 \(result.example.gives.plainText)"),
        at: result.example.span)
    }
  }

  /// The formula over the metrics that an example binds: each is a constant, the rest is arithmetic.
  private func value(of expression: ExpressionSyntax, with bindings: [BindingSyntax]) -> Value {
    var given: [String: Value] = [:]
    for binding in bindings {
      var sum: Value = .nothing
      for literal in binding.values {
        guard let (value, _) = try? literal.constant(at: binding.name.span) else { continue }
        sum = sum == .nothing ? value : sum.adding(value)
      }
      given[binding.name.text.folded] = sum
    }
    return (try? model.formula(expression, given: given)?.constantValue) ?? .blank
  }
}

extension Value {
  fileprivate func adding(_ other: Value) -> Value {
    guard case .exact(let left) = self, case .exact(let right) = other,
      let sum = try? left.adding(right)
    else { return .blank }
    return .exact(sum)
  }
}
