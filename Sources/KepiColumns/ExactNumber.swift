// A decimal number kept exactly: digits and a scale.

/// The result of exact arithmetic that does not fit. It never wraps.
package struct Overflow: Error, Equatable { package init() {} }

/// `digits / 10^scale`. Equal numbers of different scale are equal.
package struct ExactNumber: Sendable {
  package let digits: Int128
  package let scale: Int

  package init(_ digits: Int128, scale: Int = 0) {
    self.digits = digits
    self.scale = scale
  }

  package init(_ integer: Int) { self.init(Int128(integer)) }

  package static let zero = ExactNumber(0, scale: 0)

  package var isZero: Bool { digits == 0 }
  package var isNegative: Bool { digits < 0 }

  package func rescaled(to target: Int) throws(Overflow) -> Int128 {
    var result = digits
    for _ in 0..<max(0, target - scale) {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { throw Overflow() }
      result = next
    }
    return result
  }

  package func adding(_ other: ExactNumber) throws(Overflow) -> ExactNumber {
    let common = max(scale, other.scale)
    let (sum, overflow) = try rescaled(to: common).addingReportingOverflow(
      other.rescaled(to: common))
    if overflow { throw Overflow() }
    return ExactNumber(sum, scale: common)
  }

  package func multiplied(by other: ExactNumber) throws(Overflow) -> ExactNumber {
    let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
    if overflow { throw Overflow() }
    return ExactNumber(product, scale: scale + other.scale).trimmed(to: max(scale, other.scale))
  }

  package var negated: ExactNumber { ExactNumber(-digits, scale: scale) }
  package var magnitude: ExactNumber { digits < 0 ? negated : self }

  /// The one division of a ratio; `nil` where the divisor is zero.
  package func divided(by other: ExactNumber) throws(Overflow) -> Double? {
    guard !other.isZero else { return nil }
    let common = max(scale, other.scale)
    return Self.double(try rescaled(to: common)) / Self.double(try other.rescaled(to: common))
  }

  /// Numbers of 64 bits, as nearly all are, take the processor's own way: the general one took
  /// a fifteenth of a question over few lines.
  private static func double(_ digits: Int128) -> Double {
    Int64(exactly: digits).map { Double($0) } ?? Double(digits)
  }

  /// Drops final zeros of the fraction, down to `least` places.
  package func trimmed(to least: Int = 0) -> ExactNumber {
    var digits = digits
    var scale = scale
    while scale > least, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    return ExactNumber(digits, scale: scale)
  }

  /// To so many decimal places, halves away from zero.
  package func rounded(to places: Int) -> ExactNumber {
    guard scale > places else { return self }
    var divisor: Int128 = 1
    for _ in 0..<min(scale - places, 38) { divisor *= 10 }
    let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: divisor)
    let isHalf = remainder.magnitude >= (divisor / 2).magnitude
    return ExactNumber(quotient + (isHalf ? (digits < 0 ? -1 : 1) : 0), scale: places)
  }

  package var double: Double {
    // Powers of ten up to 22 are exact, so this is the nearest double for any money we meet.
    var divisor = 1.0
    for _ in 0..<scale { divisor *= 10 }
    return Self.double(digits) / divisor
  }

  package var isInteger: Bool { trimmed().scale == 0 }
}

extension ExactNumber: Hashable, Comparable {
  package static func == (left: ExactNumber, right: ExactNumber) -> Bool {
    left.compared(to: right) == 0
  }

  package static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    left.compared(to: right) < 0
  }

  package func hash(into hasher: inout Hasher) {
    let least = trimmed()
    hasher.combine(least.digits)
    hasher.combine(least.scale)
  }

  /// -1, 0 or 1.
  private func compared(to other: ExactNumber) -> Int {
    let common = max(scale, other.scale)
    guard let left = try? rescaled(to: common), let right = try? other.rescaled(to: common) else {
      // One of them is beyond 10^38: doubles tell them apart.
      return double < other.double ? -1 : (double > other.double ? 1 : 0)
    }
    return left < right ? -1 : (left > right ? 1 : 0)
  }
}
