// Expressions over one row, plainly: the meaning that the faster ways must agree with.
import KepiColumns
import KepiSemantics

extension RowExpression {
  /// The value for one row, whose columns `read` gives. Truth is two-valued: a comparison with a
  /// missing value is false, except that it differs from every other (`!=`).
  func value(reading read: (ColumnReference) -> Value) throws(Overflow) -> Value {
    switch self {
    case .column(let reference): return read(reference)
    case .constant(let value, _): return value
    case .arithmetic(let sign, let left, let right, _):
      return try sign.apply(try left.value(reading: read), try right.value(reading: read))
    case .compare(let comparison, let left, let right):
      return .truth(
        comparison.holds(try left.value(reading: read), try right.value(reading: read)))
    case .and(let parts):
      for part in parts where try !part.isTrue(reading: read) { return .truth(false) }
      return .truth(true)
    case .or(let parts):
      for part in parts where try part.isTrue(reading: read) { return .truth(true) }
      return .truth(false)
    case .not(let inner): return .truth(try !inner.isTrue(reading: read))
    case .membership(let inner, let values):
      let value = try inner.value(reading: read)
      return .truth(!value.isBlank && values.contains { value.matches($0) })
    case .like(let inner, let pattern):
      guard case .text(let text) = try inner.value(reading: read) else { return .truth(false) }
      return .truth(WildcardPattern(pattern).matches(text))
    case .isMissing(let inner): return .truth(try inner.value(reading: read).isBlank)
    case .conditional(let test, let then, let otherwise):
      return try (test.isTrue(reading: read) ? then : otherwise).value(reading: read)
    case .function(let function, let arguments, _):
      var values: [Value] = []
      for argument in arguments { values.append(try argument.value(reading: read)) }
      return function.apply(values)
    case .bucket(let inner, let bounds, let labels):
      let value = try inner.value(reading: read)
      guard !value.isBlank else { return .blank }
      let place = bounds.firstIndex { value.isLess(than: .exact($0)) ?? false } ?? bounds.count
      return .text(labels[place])
    case .step(let grain, let inner, let calendar):
      guard case .day(let day) = try inner.value(reading: read) else { return .blank }
      return .day(calendar.start(of: grain, holding: day))
    }
  }

  func isTrue(reading read: (ColumnReference) -> Value) throws(Overflow) -> Bool {
    try value(reading: read) == .truth(true)
  }
}

extension ArithmeticOperator {
  /// Blank if either side is. Exact where both sides are, but for division.
  func apply(_ left: Value, _ right: Value) throws(Overflow) -> Value {
    switch (left, right) {
    case (.exact(let first), .exact(let second)):
      switch self {
      case .plus: return .exact(try first.adding(second))
      case .minus: return .exact(try first.adding(second.negated))
      case .times: return .exact(try first.multiplied(by: second))
      case .divided: return try first.divided(by: second).map { .approximate($0) } ?? .blank
      }
    case (.day(let first), .day(let second)) where self == .minus:
      return .exact(ExactNumber(first - second))
    case (.day(let day), .exact(let days)) where self == .plus || self == .minus:
      let count = Int(days.rounded(to: 0).digits)
      return .day(day.advanced(by: self == .plus ? count : -count))
    default:
      guard let first = left.double, let second = right.double else { return .blank }
      switch self {
      case .plus: return .approximate(first + second)
      case .minus: return .approximate(first - second)
      case .times: return .approximate(first * second)
      case .divided: return second == 0 ? .blank : .approximate(first / second)
      }
    }
  }
}

extension RowFunction {
  func apply(_ values: [Value]) -> Value {
    switch self {
    case .coalesce: return values.first { !$0.isBlank } ?? .blank
    case .lower:
      if case .text(let text) = values[0] { return .text(text.lowercased()) }
    case .upper:
      if case .text(let text) = values[0] { return .text(text.uppercased()) }
    case .trim:
      if case .text(let text) = values[0] { return .text(text.trimmed) }
    case .abs: return values[0].magnitude
    case .round:
      var places = 0
      if values.count > 1, case .exact(let number) = values[1] {
        places = Int(number.rounded(to: 0).digits)
      }
      return values[0].rounded(to: places)
    case .weekday:
      if case .day(let day) = values[0] { return .exact(ExactNumber(day.weekday)) }
    }
    return .blank
  }
}

extension Value {
  var magnitude: Value {
    switch self {
    case .exact(let number): .exact(number.magnitude)
    case .approximate(let number): .approximate(number.magnitude)
    default: .blank
    }
  }

  /// Halves away from zero.
  func rounded(to places: Int) -> Value {
    switch self {
    case .exact(let number): return .exact(number.rounded(to: places))
    case .approximate(let number):
      var factor = 1.0
      for _ in 0..<max(0, places) { factor *= 10 }
      return .approximate((number * factor).rounded(.toNearestOrAwayFromZero) / factor)
    default: return .blank
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

/// `*` stands for any run of signs, `?` for one; case is ignored.
struct WildcardPattern {
  private let signs: [Character]

  init(_ pattern: String) { signs = Array(pattern.lowercased()) }

  func matches(_ text: String) -> Bool {
    let text = Array(text.lowercased())
    var place = 0
    var sign = 0
    var star: (sign: Int, place: Int)?
    while place < text.count {
      if sign < signs.count, signs[sign] == "*" {
        star = (sign, place)
        sign += 1
      } else if sign < signs.count, signs[sign] == "?" || signs[sign] == text[place] {
        sign += 1
        place += 1
      } else if let last = star {
        // Let the last star take one sign more and try again.
        star = (last.sign, last.place + 1)
        sign = last.sign + 1
        place = last.place + 1
      } else {
        return false
      }
    }
    return signs[sign...].allSatisfy { $0 == "*" }
  }
}
