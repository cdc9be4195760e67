// An expression over one row of a source: what is summed, filtered or grouped by.
package import KepiColumns
import KepiSyntax

/// A column of a source, or one reached from it by links, or one computed for its rows.
package struct ColumnReference: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case stored
    /// A metric fixed by `only` to the things that the keys name (R18): the answer of the question
    /// of this number.
    case attribute(Attribute, keys: [RowExpression])
    /// How many rows of another source a row led to (R24).
    case conversions(ConversionPath)
    /// 1 where a row has a child for which a condition holds, else 0 (R14).
    case children(ResolvedQuery.Children)
  }

  /// The link columns to follow from the base source, in order; empty for its own column.
  package let path: [String]
  /// The source that has the column.
  package let source: String
  package let column: String
  package let unit: Unit
  package let origin: Origin

  package init(
    path: [String], source: String, column: String, unit: Unit, origin: Origin = .stored
  ) {
    self.path = path
    self.source = source
    self.column = column
    self.unit = unit
    self.origin = origin
  }
}

/// `revenue[only sku]`: a metric that belongs to a thing. Two that are written alike are one.
package struct Attribute: Hashable, Sendable {
  /// Which days it sees.
  package enum Scope: Hashable, Sendable {
    /// Those of the question, the same for every line: in `where`, in `by`, in a dimension.
    case question
    /// Those of the line: in a bracket.
    case line
  }

  package let text: String
  package let scope: Scope
  /// What it is without the things that it is fixed to, and these.
  let metric: ExpressionSyntax
  let things: [NamePath]

  package static func == (left: Attribute, right: Attribute) -> Bool {
    left.text == right.text && left.scope == right.scope
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(scope)
  }
}

/// `converted(a.x, b.y, 7 days)`: the rows of `b` that follow a row of `a`.
package struct ConversionPath: Hashable, Sendable {
  package let column: String
  package let target: String
  package let targetColumn: String
  /// Any earlier day where there is none.
  package let window: Window?
  /// A number of each of the later rows that is added up; where there is none they are counted.
  package let amountColumn: String?

  package enum Window: Hashable, Sendable {
    /// So many days that end with the later row's.
    case days(Int)
    /// The month of the earlier row and those after it, so many in all.
    case months(Int)
  }
}

package enum ArithmeticOperator: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
}

package enum ComparisonOperator: String, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// The same comparison with its sides exchanged.
  var mirrored: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Missing differs from everything, so `!=` alone holds for it.
  package func holds(_ left: Value, _ right: Value) -> Bool {
    if left.isBlank || right.isBlank { return self == .notEqual && left.isBlank != right.isBlank }
    switch self {
    case .equal: return left.matches(right)
    case .notEqual: return !left.matches(right)
    case .less: return left.isLess(than: right) ?? false
    case .greater: return right.isLess(than: left) ?? false
    case .lessOrEqual: return left.matches(right) || (left.isLess(than: right) ?? false)
    case .greaterOrEqual: return left.matches(right) || (right.isLess(than: left) ?? false)
    }
  }
}

package enum RowFunction: String, Sendable, CaseIterable {
  case lower, upper, trim, abs, round, coalesce, weekday
}

package indirect enum RowExpression: Hashable, Sendable {
  case column(ColumnReference)
  case constant(Value, Unit)
  case arithmetic(ArithmeticOperator, RowExpression, RowExpression, Unit)
  case compare(ComparisonOperator, RowExpression, RowExpression)
  case and([RowExpression])
  case or([RowExpression])
  case not(RowExpression)
  case membership(RowExpression, [Value])
  /// `*` and `?` are wild cards; case is ignored.
  case like(RowExpression, pattern: String)
  case isMissing(RowExpression)
  case conditional(RowExpression, then: RowExpression, otherwise: RowExpression)
  case function(RowFunction, [RowExpression], Unit)
  /// Below the first bound, between two, from the last one on: the label says which.
  case bucket(RowExpression, bounds: [ExactNumber], labels: [String])
  /// The first day of the step of a grain that holds a day.
  case step(Grain, RowExpression, CalendarRules)

  package var unit: Unit {
    switch self {
    case .column(let reference): reference.unit
    case .constant(_, let unit), .arithmetic(_, _, _, let unit), .function(_, _, let unit): unit
    case .compare, .and, .or, .not, .membership, .like, .isMissing: .truth
    case .conditional(_, let then, let otherwise):
      if case .constant(.blank, _) = then { otherwise.unit } else { then.unit }
    case .bucket: .text
    case .step(let grain, _, _): .date(grain)
    }
  }

  /// The metrics fixed by `only` that an expression reads.
  package var attributes: [Attribute] {
    columns.flatMap { reference -> [Attribute] in
      guard case .attribute(let attribute, let keys) = reference.origin else { return [] }
      return [attribute] + keys.flatMap(\.attributes)
    }
  }

  /// The columns an expression reads, in order of appearance.
  package var columns: [ColumnReference] {
    switch self {
    case .column(let reference): [reference]
    case .constant: []
    case .arithmetic(_, let left, let right, _), .compare(_, let left, let right):
      left.columns + right.columns
    case .and(let parts), .or(let parts), .function(_, let parts, _): parts.flatMap(\.columns)
    case .not(let inner), .membership(let inner, _), .like(let inner, _), .isMissing(let inner),
      .bucket(let inner, _, _), .step(_, let inner, _):
      inner.columns
    case .conditional(let condition, let then, let otherwise):
      condition.columns + then.columns + otherwise.columns
    }
  }
}
