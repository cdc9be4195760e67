// How the values of a metric combine over lines and days, in words.
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

extension Describer {
  /// Whether values of several lines or days can be added, and where there is no value at all.
  func combining(_ definition: Definition, _ expression: ExpressionSyntax) -> Phrase {
    guard definition.per.isEmpty else {
      return Phrase("each line by itself, never added up or averaged", zh: "每行单独看，不能相加或平均")
    }
    return additivity(of: expression)
  }

  func additivity(of expression: ExpressionSyntax) -> Phrase {
    guard let formula = model.formulaOf(expression) else { return Phrase("a number", zh: "数字") }
    let blank = Phrase(" (by 0: blank)", zh: "（分母为 0 时为空）")
    switch formula.kind {
    case .additive: return Phrase("adds up over everything", zh: "在所有维度上都可加总")
    case .ratio:
      let ratio =
        formula.hasSnapshots
        ? Phrase(
          "a ratio: add up each part (snapshots never over days), then divide",
          zh: "比率：先分别加总分子和分母（快照不能跨天相加），再相除")
        : Phrase(
          "a ratio, never averaged: add up each part first, then divide",
          zh: "比率，不能取平均：先分别加总分子和分母，再相除")
      return Phrase(ratio.english + blank.english, zh: ratio.chinese + blank.chinese)
    case .semiAdditive:
      return Phrase(
        "adds up over stores and products, never over days", zh: "可跨店铺和商品加总，不能跨天")
    case .distinct:
      return Phrase(
        "counted anew for each line: lines do not add up to the total", zh: "每行重新计数，各行之和不等于合计")
    case .other:
      let other = Phrase(
        "worked out anew for each line: lines are never added", zh: "每行重新计算，各行不能相加")
      return formula.divides
        ? Phrase(
          other.english + "; blank where it would divide by 0", zh: other.chinese + blank.chinese)
        : other
    }
  }
}

extension Formula {
  /// Whether one day stands for the period in one of its parts.
  fileprivate var hasSnapshots: Bool {
    aggregates.contains { $0.function == .closing || $0.function == .opening }
  }

  /// Whether it divides by more than a number.
  fileprivate var divides: Bool {
    switch self {
    case .arithmetic(.divided, let left, .constant, _): left.divides
    case .arithmetic(.divided, _, _, _): true
    case .arithmetic(_, let left, let right, _): left.divides || right.divides
    case .declared(let inner, _), .negated(let inner), .absolute(let inner),
      .rounded(let inner, _):
      inner.divides
    case .conditional(_, let then, let otherwise): then.divides || otherwise.divides
    default: false
    }
  }
}
