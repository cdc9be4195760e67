// Scripts and questions as written: nothing is bound or checked, every node knows its span.
package import KepiDiagnostics

/// A name as written, without backquotes.
package struct Name: Equatable, Hashable, Sendable {
  package let text: String
  /// Folded for comparison: NFKC, lower case.
  package let key: String
  package let isQuoted: Bool
  package let span: SourceSpan

  package init(_ text: String, isQuoted: Bool = false, at span: SourceSpan) {
    self.text = text
    key = NameFolding.key(text)
    self.isQuoted = isQuoted
    self.span = span
  }
}

/// `store`, `sales.store` or `sales.ship_store.region`. Never empty.
package struct NamePath: Equatable, Hashable, Sendable {
  package let parts: [Name]
  package var span: SourceSpan { parts[0].span.joined(to: parts[parts.count - 1].span) }
  package var text: String { parts.map(\.text).joined(separator: ".") }
  package var last: Name { parts[parts.count - 1] }
  /// The name where it stands alone, without a source before it.
  package var single: Name? { parts.count == 1 ? parts[0] : nil }

  package init(_ parts: [Name]) {
    precondition(!parts.isEmpty, "a path has a name")
    self.parts = parts
  }
}

/// A number as written: `120_000` is 120000 at scale 0, `25%` is 25 at scale 2 and a percent.
package struct DecimalLiteral: Equatable, Hashable, Sendable {
  package let digits: Int64
  /// Decimal places: the value is digits / 10^scale.
  package let scale: Int
  package let isPercent: Bool

  package init(digits: Int64, scale: Int = 0, isPercent: Bool = false) {
    self.digits = digits
    self.scale = scale
    self.isPercent = isPercent
  }
}

/// A day, or a stretch of days that one date token names.
package enum DateLiteral: Equatable, Hashable, Sendable {
  case day(year: Int, month: Int, day: Int)
  case month(year: Int, month: Int)
  case week(year: Int, week: Int)
  case quarter(year: Int, quarter: Int)
  /// A month of a calendar with a pattern: `2026-P01`.
  case patternMonth(year: Int, month: Int)
}

package enum LiteralSyntax: Equatable, Hashable, Sendable {
  case number(DecimalLiteral)
  case string(String)
  case date(DateLiteral)
  case truth(Bool)
  case missing
}

package enum BinaryOperator: String, CaseIterable, Sendable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"

  package var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .or, .and, .plus, .minus, .times, .divided: false
    }
  }
}

package struct ExpressionSyntax: Equatable, Sendable {
  package indirect enum Form: Equatable, Sendable {
    case name(NamePath)
    case literal(LiteralSyntax)
    /// `120000 EUR`, `7 days`.
    case quantity(DecimalLiteral, unit: Name)
    case call(NamePath, isDistinct: Bool, [ExpressionSyntax])
    case negated(ExpressionSyntax)
    case not(ExpressionSyntax)
    case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
    case between(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)
    case membership(ExpressionSyntax, isNegated: Bool, [ExpressionSyntax])
    case like(ExpressionSyntax, isNegated: Bool, pattern: String)
    case isMissing(ExpressionSyntax, isNegated: Bool)
    case conditional(ExpressionSyntax, then: ExpressionSyntax, otherwise: ExpressionSyntax)
    /// A metric in a changed context: `revenue[previous]`.
    case context(ExpressionSyntax, [ModifierSyntax])
    case parenthesised(ExpressionSyntax)
    /// Where an expression should stand and does not. Already reported; later stages pass over it.
    case absent
  }
  package let form: Form
  package let span: SourceSpan

  package init(_ form: Form, at span: SourceSpan) {
    self.form = form
    self.span = span
  }
}

/// A count of time units: `4 weeks`. The unit is checked later.
package struct SpanOfUnits: Equatable, Sendable {
  package let count: Int
  package let unit: Name
  package init(count: Int, unit: Name) {
    self.count = count
    self.unit = unit
  }
}

package struct ModifierSyntax: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    case condition(ExpressionSyntax)
    case previous
    case ago(SpanOfUnits)
    case rolling(SpanOfUnits)
    case running(all: Bool)
    case toDate(Name)
    case all(NamePath?)
    case only(NamePath)
    case over(PeriodSyntax)
    case target
  }
  package let form: Form
  package let span: SourceSpan

  package init(_ form: Form, at span: SourceSpan) {
    self.form = form
    self.span = span
  }
}

/// One day or one named stretch: `2026-08-15`, `2026-08`, `2026`, `today`, `yesterday`.
package struct PointSyntax: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    case date(DateLiteral)
    case year(Int)
    case today, yesterday
  }
  package let form: Form
  package let span: SourceSpan

  package init(_ form: Form, at span: SourceSpan) {
    self.form = form
    self.span = span
  }
}

package struct PeriodSyntax: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    case all
    /// `last week` and `last 4 weeks`; the count is 1 where none is written.
    case last(SpanOfUnits)
    case past(SpanOfUnits)
    case this(Name)
    case toDate(Name)
    /// A period defined by name.
    case named(Name)
    case points(PointSyntax, to: PointSyntax?)
    case since(PointSyntax)
    case until(PointSyntax)
    case absent
  }
  package let form: Form
  package let span: SourceSpan

  package init(_ form: Form, at span: SourceSpan) {
    self.form = form
    self.span = span
  }
}

package struct BaselineSyntax: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    case previous, target
    case ago(SpanOfUnits)
    case period(PeriodSyntax)
  }
  package let form: Form
  package let span: SourceSpan

  package init(_ form: Form, at span: SourceSpan) {
    self.form = form
    self.span = span
  }
}

/// `revenue / orders as basket`.
package struct ItemSyntax: Equatable, Sendable {
  package let expression: ExpressionSyntax
  package let alias: Name?

  package init(_ expression: ExpressionSyntax, as alias: Name? = nil) {
    self.expression = expression
    self.alias = alias
  }

  package var span: SourceSpan {
    alias.map { expression.span.joined(to: $0.span) } ?? expression.span
  }
}

package struct TopSyntax: Equatable, Sendable {
  package let isBottom: Bool
  package let count: Int
  /// What is ranked: `top 3 campaign`; without it the last dimension of `by`.
  package let ranked: NamePath?
  package let per: [NamePath]
  package let by: ExpressionSyntax

  package init(
    isBottom: Bool, count: Int, ranked: NamePath?, per: [NamePath], by: ExpressionSyntax
  ) {
    self.isBottom = isBottom
    self.count = count
    self.ranked = ranked
    self.per = per
    self.by = by
  }
}

package struct SortKeySyntax: Equatable, Sendable {
  package enum Direction: String, Sendable { case ascending, descending }
  package let expression: ExpressionSyntax
  /// `nil` where none is written.
  package let direction: Direction?

  package init(_ expression: ExpressionSyntax, direction: Direction?) {
    self.expression = expression
    self.direction = direction
  }
}

package enum FillSyntax: String, CaseIterable, Sendable { case zero, blank, previous, none }

package struct CurrencySyntax: Equatable, Sendable {
  package enum Rate: Equatable, Sendable {
    case table(Name)
    case point(PointSyntax)
  }
  package let code: Name
  package let rate: Rate?

  package init(code: Name, rate: Rate?) {
    self.code = code
    self.rate = rate
  }
}

package struct ClauseSyntax: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    case by([ItemSyntax])
    case `where`(ExpressionSyntax)
    case having(ExpressionSyntax)
    case over(PeriodSyntax)
    case asOf(PointSyntax)
    case versus([BaselineSyntax])
    case top(TopSyntax)
    case with(others: Bool, totals: Bool)
    case sort([SortKeySyntax])
    case limit(Int)
    case currency(CurrencySyntax)
    case fill(FillSyntax)
    case using(Name)
  }
  package let form: Form
  /// From the clause word to the clause's last sign.
  package let span: SourceSpan

  package init(_ form: Form, at span: SourceSpan) {
    self.form = form
    self.span = span
  }
}

/// A question: items, then clauses in the order written.
package struct QuerySyntax: Equatable, Sendable {
  package let items: [ItemSyntax]
  package let clauses: [ClauseSyntax]
  package let span: SourceSpan

  package init(items: [ItemSyntax], clauses: [ClauseSyntax], at span: SourceSpan) {
    self.items = items
    self.clauses = clauses
    self.span = span
  }
}
