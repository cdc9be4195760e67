// What each metric of a question came to, so that a formula can be told by the names of its parts.
import KepiColumns
import KepiSyntax

/// A metric that a part of a formula is, as it would be typed.
package struct PartName: Hashable, Sendable {
  /// The key of the metric.
  package let metric: String
  /// The key of the metric in whose definition it stands; `nil` in the question itself.
  package let owner: String?
  /// `ad_spend[site = "DE", previous]`
  package let written: String
}

/// Collects while a question is bound: one for all the copies of a resolver.
final class PartNames {
  private(set) var byFormula: [Formula: [PartName]] = [:]

  func add(
    _ definition: Definition, in owner: Definition?, _ formula: Formula,
    _ conditions: [ExpressionSyntax],
    _ context: AggregateContext, _ axes: [String]
  ) {
    var changes = conditions.map { SyntaxPrinter.text(of: $0) }
    changes += context.modifiers(of: axes)
    let name = definition.name.text.quotedAsName
    let part = PartName(
      metric: definition.name.key, owner: owner?.name.key,
      written: changes.isEmpty ? name : name + "[\(changes.joined(separator: ", "))]")
    guard byFormula[formula]?.contains(part) != true else { return }
    byFormula[formula, default: []].append(part)
  }
}

extension AggregateContext {
  /// What stands in brackets for it.
  package func modifiers(of axes: [String]) -> [String] {
    func counted(_ count: Int, _ grain: Grain) -> String {
      "\(count) \(grain.rawValue)\(count == 1 ? "" : "s")"
    }
    var modifiers = times.map { change in
      switch change {
      case .previous: "previous"
      case .ago(let count, let grain): counted(count, grain) + " ago"
      case .rolling(let count, let grain): "rolling " + counted(count, grain)
      case .running(let all): all ? "running all" : "running"
      case .toDate(let grain): "\(grain.rawValue) to date"
      case .over(let period), .aligned(let period):
        "over \(period.days.lowerBound.text) to \(period.days.upperBound.text)"
      }
    }
    guard let keptAxes else { return modifiers }
    if keptAxes.isEmpty {
      modifiers.append("all")
    } else {
      modifiers += axes.indices.filter { !keptAxes.contains($0) }.map { "all \(axes[$0])" }
    }
    return modifiers
  }
}
