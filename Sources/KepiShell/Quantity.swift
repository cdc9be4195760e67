// A number that is added up exactly as long as all of its parts are exact.
import KepiColumns

struct Quantity: Equatable {
  /// `nil` where a part is a measured number, or too large.
  private let exact: ExactNumber?
  let double: Double

  static let zero = Quantity(.zero)

  init(_ number: ExactNumber) {
    exact = number
    double = number.double
  }

  private init(exact: ExactNumber?, double: Double) {
    self.exact = exact
    self.double = exact?.double ?? double
  }

  /// `nil` for what is no number.
  init?(_ value: Value) {
    switch value {
    case .exact(let number): self.init(number)
    case .approximate(let number): self.init(exact: nil, double: number)
    case .blank, .nothing, .text, .day, .truth: return nil
    }
  }

  var value: Value { exact.map { .exact($0) } ?? .approximate(double) }

  var isZero: Bool { exact?.isZero ?? (double == 0) }

  static func + (left: Quantity, right: Quantity) -> Quantity {
    let exact = left.exact.flatMap { one in right.exact.flatMap { try? one.adding($0) } }
    return Quantity(exact: exact, double: left.double + right.double)
  }

  static prefix func - (one: Quantity) -> Quantity {
    Quantity(exact: one.exact?.negated, double: -one.double)
  }

  static func - (left: Quantity, right: Quantity) -> Quantity { left + -right }

  static func == (left: Quantity, right: Quantity) -> Bool { (left - right).isZero }
}
