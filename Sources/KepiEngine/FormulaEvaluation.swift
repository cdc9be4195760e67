// Formulas over finished aggregates, for one line: divided last, never added up (R6, R7).
package import KepiColumns
package import KepiSemantics

/// What one line gives to its formulas.
struct LineContext {
  /// The numbers of the question's aggregates for the line, in their order.
  let cells: [Cell]
  /// The values of the axes, in the order of `by`.
  let groups: [Value]
  /// Days of the line under each context: without one, the part of its step that lies in the period.
  let days: [AggregateContext: ClosedRange<Day>]
  let calendar: CalendarRules
  /// The dimensions of the line and their values, as targets know them; `nil` where a condition of
  /// the question is none that a target can have.
  var conditions: [String: Value]?
  /// The whole step of the line, also where it is not over.
  var whole: ClosedRange<Day>?
  /// The same where brackets move it.
  var wholes: [AggregateContext: ClosedRange<Day>] = [:]
}

/// Things about blanks that an answer says once.
struct FormulaRemarks: Equatable {
  var zeroDenominators = 0
}

extension Formula {
  /// The value of a formula over constants alone.
  package var constantValue: Value {
    get throws(Overflow) {
      var remarks = FormulaRemarks()
      let line = LineContext(cells: [], groups: [], days: [:], calendar: CalendarRules())
      return try cell(in: line, &remarks).value
    }
  }

  func cell(
    in line: LineContext, _ remarks: inout FormulaRemarks
  ) throws(Overflow) -> Cell {
    switch self {
    // Numbered before, but for formulas over constants, which have none.
    case .aggregate: return .blank
    case .numbered(let place, _): return line.cells[place]
    case .constant(let value, let unit):
      if case .money(.fixed(let code)) = unit { return Cell(value, .one(code)) }
      return Cell(value)
    case .group(let place, _):
      return Cell(line.groups.indices.contains(place) ? line.groups[place] : .blank)
    case .arithmetic(let sign, let left, let right, _):
      let first = try left.cell(in: line, &remarks)
      let second = try right.cell(in: line, &remarks)
      return try combine(sign, first, second, &remarks)
    case .negated(let inner):
      let cell = try inner.cell(in: line, &remarks)
      switch cell.value {
      case .exact(let number): return Cell(.exact(number.negated), cell.currency)
      case .approximate(let number): return Cell(.approximate(-number), cell.currency)
      default: return cell
      }
    case .compare(let comparison, let left, let right):
      let first = try left.cell(in: line, &remarks)
      let second = try right.cell(in: line, &remarks)
      // Zero euros are no more than zero pounds, but nothing else can be compared across currencies.
      if first.currency.joined(second.currency) == .mixed { return Cell(.blank, .mixed) }
      return Cell(.truth(comparison.holds(first.value, second.value)))
    case .and(let parts):
      for part in parts where try part.cell(in: line, &remarks).value != .truth(true) {
        return Cell(.truth(false))
      }
      return Cell(.truth(true))
    case .or(let parts):
      for part in parts where try part.cell(in: line, &remarks).value == .truth(true) {
        return Cell(.truth(true))
      }
      return Cell(.truth(false))
    case .not(let inner):
      return Cell(.truth(try inner.cell(in: line, &remarks).value != .truth(true)))
    case .membership(let inner, let values):
      let value = try inner.cell(in: line, &remarks).value
      return Cell(.truth(!value.isBlank && values.contains { value.matches($0) }))
    case .like(let inner, let pattern):
      guard case .text(let text) = try inner.cell(in: line, &remarks).value else {
        return Cell(.truth(false))
      }
      return Cell(.truth(WildcardPattern(pattern).matches(text)))
    case .isMissing(let inner):
      return Cell(.truth(try inner.cell(in: line, &remarks).value.isBlank))
    case .conditional(let test, let then, let otherwise):
      let isTrue = try test.cell(in: line, &remarks).value == .truth(true)
      return try (isTrue ? then : otherwise).cell(in: line, &remarks)
    case .coalesce(let parts, _):
      for part in parts {
        let cell = try part.cell(in: line, &remarks)
        if !cell.value.isBlank { return cell }
      }
      return .blank
    case .absolute(let inner):
      let cell = try inner.cell(in: line, &remarks)
      return Cell(cell.value.magnitude, cell.currency)
    case .rounded(let inner, let places):
      let cell = try inner.cell(in: line, &remarks)
      return Cell(cell.value.rounded(to: places), cell.currency)
    case .days(let grain, let context):
      guard let days = line.days[context] else { return .blank }
      let range = grain.map { line.calendar.range(of: $0, holding: days.upperBound) } ?? days
      return Cell(.exact(ExactNumber(range.upperBound - range.lowerBound + 1)))
    case .declared(let inner, _): return try inner.cell(in: line, &remarks)
    case .target(let targets, let isAdditive, let context, _):
      guard
        let target = targets.target(
          for: line.conditions, days: context == .none ? line.whole : line.wholes[context],
          isAdditive: isAdditive)
      else { return .blank }
      return Cell(target.value, target.currency.map { .one($0) } ?? .none)
    }
  }

  private func combine(
    _ sign: ArithmeticOperator, _ left: Cell, _ right: Cell, _ remarks: inout FormulaRemarks
  ) throws(Overflow) -> Cell {
    var mark = left.currency.joined(right.currency)
    if mark == .mixed, left.currency != .mixed, right.currency != .mixed {
      // Zero is zero in any currency, as it is among the rows of a sum.
      if right.value.double == 0 { mark = left.currency }
      if left.value.double == 0 { mark = right.currency }
    }
    if mark == .mixed { return Cell(.blank, .mixed) }
    // The quotient of two amounts is no amount.
    let isRatio = sign == .divided && !unit.isMoney
    let currency = isRatio ? CurrencyMark.none : mark
    switch sign {
    case .plus, .minus:
      switch (left.value, right.value) {
      case (.blank, _), (_, .blank): return Cell(.blank, currency)
      case (.nothing, .nothing): return Cell(.nothing, currency)
      case (.nothing, let value):
        return Cell(try sign.apply(.exact(.zero), value), currency)
      case (let value, .nothing): return Cell(value, currency)
      default: return Cell(try sign.apply(left.value, right.value), currency)
      }
    case .times, .divided:
      if left.value.isBlank || right.value.isBlank { return Cell(.blank, currency) }
      if sign == .divided, right.value.double == 0 {
        remarks.zeroDenominators += 1
        return Cell(.blank, currency)
      }
      return Cell(try sign.apply(left.value, right.value), currency)
    }
  }
}

extension Unit {
  var isMoney: Bool { if case .money = self { true } else { false } }
}
