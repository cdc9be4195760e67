// What one cell of an answer, or one constant of a question, can be.

package enum Value: Hashable, Sendable {
  /// No value: not covered, undefined, or absent in the file.
  case blank
  /// The source covers the days but has never seen the group: shown as blank, 0 in sums.
  case nothing
  case exact(ExactNumber)
  case approximate(Double)
  case text(String)
  case day(Day)
  case truth(Bool)

  package var isBlank: Bool {
    switch self {
    case .blank, .nothing: true
    case .exact, .approximate, .text, .day, .truth: false
    }
  }

  package var double: Double? {
    switch self {
    case .exact(let number): number.double
    case .approximate(let number): number
    case .blank, .nothing, .text, .day, .truth: nil
    }
  }

  /// Orders two values of one kind; blank is neither before nor after anything.
  package func isLess(than other: Value) -> Bool? {
    switch (self, other) {
    case (.exact(let left), .exact(let right)): left < right
    case (.text(let left), .text(let right)): left < right
    case (.day(let left), .day(let right)): left < right
    case (.truth(let left), .truth(let right)): !left && right
    default:
      if let left = double, let right = other.double { left < right } else { nil }
    }
  }

  /// Equality of values, whatever their storage: 0.25 exact is 0.25 approximate.
  package func matches(_ other: Value) -> Bool {
    switch (self, other) {
    case (.exact(let left), .exact(let right)): left == right
    case (.text(let left), .text(let right)): left == right
    case (.day(let left), .day(let right)): left == right
    case (.truth(let left), .truth(let right)): left == right
    default:
      if let left = double, let right = other.double { left == right } else { false }
    }
  }
}
