// Exact numbers as numerator over denominator: no sum or ratio is rounded before it is shown.

struct Fraction: Hashable, Comparable {
  let numerator: Int128
  /// Above zero, without a factor in common with the numerator.
  let denominator: Int128

  static let zero = Fraction(0)

  init(_ whole: Int) { self.init(Int128(whole), over: 1) }

  init(_ numerator: Int128, over denominator: Int128) {
    precondition(denominator != 0, "nothing is divided by zero")
    let factor = Fraction.commonFactor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / factor
    self.denominator = sign * denominator / factor
  }

  private static func commonFactor(_ first: Int128, _ second: Int128) -> Int128 {
    var (a, b) = (first.magnitude, second.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return Int128(a)
  }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    if left.denominator == right.denominator {
      return Fraction(left.numerator + right.numerator, over: left.denominator)
    }
    return Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  static prefix func - (value: Fraction) -> Fraction {
    Fraction(-value.numerator, over: value.denominator)
  }

  static func - (left: Fraction, right: Fraction) -> Fraction { left + (-right) }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    // Reduced crosswise first, which keeps the products small.
    let first = Fraction(left.numerator, over: right.denominator)
    let second = Fraction(right.numerator, over: left.denominator)
    return Fraction(
      first.numerator * second.numerator, over: first.denominator * second.denominator)
  }

  /// `nil` where the divisor is zero.
  static func / (left: Fraction, right: Fraction) -> Fraction? {
    guard right.numerator != 0 else { return nil }
    return left * Fraction(right.denominator, over: right.numerator)
  }

  static func < (left: Fraction, right: Fraction) -> Bool {
    (left - right).numerator < 0
  }

  var double: Double { Double(numerator) / Double(denominator) }

  /// Halves are rounded away from zero.
  var rounded: Fraction {
    let twice = numerator.magnitude * 2 + denominator.magnitude
    let whole = Int128(twice / (denominator.magnitude * 2))
    return Fraction(numerator < 0 ? -whole : whole, over: 1)
  }

  static func powerOfTen(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(Int128(1)) { product, _ in product * 10 }
  }
}
