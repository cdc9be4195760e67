// What a line should be (R25).
import KepiSyntax

extension Evaluator {
  /// The target whose conditions are the line's groups and whose period is the line's; for a sum
  /// those of whole parts of the period together.
  func target(of expression: ExpressionSyntax, _ context: Context) throws -> Cell {
    guard case .name(let path) = expression.form, let metric = definitions.metrics[path.text]
    else { throw Refusal("a target of more than a metric") }
    guard context.others == nil, context.groups.count == 1, let days = context.bucket?.full,
      let conditions = try conditions(context.groups[0])
    else { return .blank }
    let goals = world.goals.filter { $0.metric == path.text && $0.conditions == conditions }
    let currency = try currency(of: metric)
    func cell(_ value: Int) -> Cell { .number(Fraction(value), currency: currency) }
    if let exact = goals.first(where: { $0.days == days }) { return cell(exact.value) }
    guard isSum(metric) else { return .blank }
    let parts = goals.filter {
      days.contains($0.days.lowerBound) && days.contains($0.days.upperBound)
    }
    .sorted { $0.days.lowerBound < $1.days.lowerBound }
    var next = days.lowerBound
    for part in parts {
      guard part.days.lowerBound == next else { return .blank }
      next = part.days.upperBound + 1
    }
    guard !parts.isEmpty, next == days.upperBound + 1 else { return .blank }
    return cell(parts.map(\.value).reduce(0, +))
  }

  /// What groups and `where` fix; `nil` where they say more than that.
  private func conditions(_ group: [String: Cell]) throws -> [String: String]? {
    var result: [String: String] = [:]
    for condition in whereConditions {
      guard case .binary(.equal, let name, let literal) = condition.form,
        case .name(let path) = name.form, definitions.dimensions[path.text] != nil,
        case .literal(.string(let text)) = literal.form,
        result[path.text] ?? text == text
      else { return nil }
      result[path.text] = text
    }
    for (name, cell) in group {
      guard definitions.dimensions[name] != nil, case .text(let text) = cell,
        result[name] ?? text == text
      else { return nil }
      result[name] = text
    }
    return result
  }

  private func isSum(_ metric: ExpressionSyntax) -> Bool {
    if case .call(let path, false, _) = metric.form {
      ["sum", "rows", "count"].contains(path.text)
    } else {
      false
    }
  }

  private func currency(of metric: ExpressionSyntax) throws -> String? {
    guard case .call(_, _, let arguments) = metric.form, let argument = arguments.first,
      case .name(let path) = argument.form, path.parts.count == 2,
      let money = world.source(path.parts[0].text)?.money, money.column == path.parts[1].text
    else { return nil }
    return "EUR"
  }
}
