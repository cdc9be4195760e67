// Arithmetic, comparison and logic over cells, the same for rows and for metrics.
import KepiSyntax

enum Operators {
  static func combine(
    _ expression: ExpressionSyntax, _ value: (ExpressionSyntax) throws -> Cell
  ) throws -> Cell {
    switch expression.form {
    case .negated(let inner):
      let cell = try value(inner)
      guard case .number(let number, let currency) = cell else { return cell }
      return .number(-number, currency: currency)
    case .not(let inner): return .truth(!(try value(inner).isTrue))
    case .binary(let sign, let left, let right):
      let (first, second) = (try value(left), try value(right))
      switch sign {
      case .or: return .truth(first.isTrue || second.isTrue)
      case .and: return .truth(first.isTrue && second.isTrue)
      case .plus, .minus, .times, .divided: return try arithmetic(sign, first, second)
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
        return .truth(compare(sign, first, second))
      }
    case .between(let inner, let low, let high):
      let cell = try value(inner)
      let (low, high) = (try value(low), try value(high))
      return .truth(compare(.greaterOrEqual, cell, low) && compare(.lessOrEqual, cell, high))
    case .membership(let inner, let isNegated, let list):
      let cell = try value(inner)
      let isMember = try list.map { compare(.equal, cell, try value($0)) }.contains(true)
      return .truth(isMember != isNegated)
    case .like(let inner, let isNegated, let pattern):
      let cell = try value(inner)
      let isLike =
        !cell.isBlank
        && matches(Array(cell.text.lowercased()), Array(pattern.lowercased()))
      return .truth(isLike != isNegated)
    case .isMissing(let inner, let isNegated):
      return .truth(try value(inner).isBlank != isNegated)
    case .conditional(let condition, let then, let otherwise):
      let (first, second) = (try value(then), try value(otherwise))
      return try value(condition).isTrue ? first : second
    case .name, .literal, .quantity, .call, .context, .parenthesised, .absent:
      throw Refusal("not an operator")
    }
  }

  /// Missing values are in no order and equal to nothing, so only `!=` holds for them.
  private static func compare(_ sign: BinaryOperator, _ left: Cell, _ right: Cell) -> Bool {
    // Amounts of several currencies are neither the same as anything nor different from it.
    guard left != .mixed, right != .mixed else { return false }
    guard !left.isBlank, !right.isBlank else { return sign == .notEqual }
    let order = left.valueOrder(to: right)
    switch sign {
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    case .greaterOrEqual: return order >= 0
    case .or, .and, .plus, .minus, .times, .divided: return false
    }
  }

  static func arithmetic(_ sign: BinaryOperator, _ left: Cell, _ right: Cell) throws -> Cell {
    if left == .mixed || right == .mixed { return .mixed }
    if sign == .plus || sign == .minus {
      // What was never seen counts as 0 beside a number; two of it are still nothing.
      if left == .nothing, right == .nothing { return .nothing }
      let zero = Cell.number(.zero, currency: nil)
      let (first, second) = (left == .nothing ? zero : left, right == .nothing ? zero : right)
      guard case .number(let a, let code) = first, case .number(let b, let other) = second else {
        return .blank
      }
      if isMixed(first, second) { return .mixed }
      return .number(sign == .plus ? a + b : a - b, currency: a == .zero ? other : code ?? other)
    }
    guard case .number(let a, let code) = left, case .number(let b, let other) = right else {
      return .blank
    }
    if sign == .times { return .number(a * b, currency: code ?? other) }
    if isMixed(left, right) { return .mixed }
    return (a / b).map { .number($0, currency: other == nil ? code : nil) } ?? .blank
  }

  /// Zero is zero in any currency.
  private static func isMixed(_ left: Cell, _ right: Cell) -> Bool {
    guard case .number(let a, let code?) = left, case .number(let b, let other?) = right else {
      return false
    }
    return code != other && a != .zero && b != .zero
  }

  static func function(
    _ name: String, _ arguments: [ExpressionSyntax], _ value: (ExpressionSyntax) throws -> Cell
  ) throws -> Cell {
    let cells = try arguments.map(value)
    switch (name, cells[0]) {
    case ("coalesce", _): return cells.first { !$0.isBlank } ?? .blank
    case ("abs", .number(let number, let code)):
      return .number(number < .zero ? -number : number, currency: code)
    case ("round", .number(let number, let code)):
      let scale = cells.count > 1 ? Int(cells[1].fraction?.numerator ?? 0) : 0
      let factor = Fraction(Fraction.powerOfTen(scale), over: 1)
      return .number(((number * factor).rounded / factor) ?? .zero, currency: code)
    case ("lower", .text(let text)): return .text(text.lowercased())
    case ("upper", .text(let text)): return .text(text.uppercased())
    case ("trim", .text(let text)): return .text(text)
    case (_, .mixed): return .mixed
    default: return .blank
    }
  }

  private static func matches(_ text: [Character], _ pattern: [Character]) -> Bool {
    guard let sign = pattern.first else { return text.isEmpty }
    let rest = Array(pattern.dropFirst())
    if sign == "*" {
      return (0...text.count).contains { matches(Array(text.dropFirst($0)), rest) }
    }
    guard let first = text.first, sign == "?" || sign == first else { return false }
    return matches(Array(text.dropFirst()), rest)
  }
}
