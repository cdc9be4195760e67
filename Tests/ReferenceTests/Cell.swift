// What a cell of a table or of an answer can be.
import KepiColumns

enum Cell: Hashable {
  /// Missing in a file; in an answer not known: not covered, or divided by zero.
  case blank
  /// Covered, but the group was never seen: shown as blank, counted as 0 by `+` and `-`.
  case nothing
  /// Amounts of several currencies: shown as blank.
  case mixed
  case number(Fraction, currency: String?)
  case text(String)
  case day(Int)
  case truth(Bool)
  /// A step of time: how answers name it, and its first day.
  case step(String, first: Int)

  static func count(_ whole: Int) -> Cell { .number(Fraction(whole), currency: nil) }

  var isBlank: Bool {
    switch self {
    case .blank, .nothing, .mixed: true
    case .number, .text, .day, .truth, .step: false
    }
  }

  /// The same for the same cell and for no other: groups are told apart by it.
  var identity: String {
    switch self {
    case .blank: "-"
    case .nothing: "~"
    case .mixed: "*"
    case .number(let value, let currency):
      value.denominator == 1
        ? "n\(value.numerator)\(currency ?? "")"
        : "n\(value.numerator)/\(value.denominator)\(currency ?? "")"
    case .text(let text): "t" + text
    case .day(let number): "d\(number)"
    case .truth(let value): value ? "y" : "n"
    case .step(let text, _): "s" + text
    }
  }

  var isTrue: Bool { self == .truth(true) }

  var fraction: Fraction? {
    if case .number(let value, _) = self { value } else { nil }
  }

  /// As CSV shows it, save that numbers are compared by value and not by digits.
  var text: String {
    switch self {
    case .blank, .nothing, .mixed: ""
    case .number(let value, _):
      value.denominator == 1 ? String(value.numerator) : String(value.double)
    case .text(let text), .step(let text, _): text
    case .day(let number): Day(number: number).text
    case .truth(let value): value ? "true" : "false"
    }
  }

  /// Below zero where this stands before the other in ascending order, blanks last.
  func order(to other: Cell) -> Int {
    switch (isBlank, other.isBlank) {
    case (true, true): return 0
    case (true, false): return 1
    case (false, true): return -1
    case (false, false): return valueOrder(to: other)
    }
  }

  func valueOrder(to other: Cell) -> Int {
    switch (self, other) {
    case (.number(let left, _), .number(let right, _)): left < right ? -1 : right < left ? 1 : 0
    case (.day(let left), .day(let right)): left < right ? -1 : right < left ? 1 : 0
    case (.step(_, let left), .step(_, let right)): left < right ? -1 : right < left ? 1 : 0
    case (.truth(let left), .truth(let right)): (left ? 1 : 0) - (right ? 1 : 0)
    default:
      text == other.text ? 0 : text.utf8.lexicographicallyPrecedes(other.text.utf8) ? -1 : 1
    }
  }
}
