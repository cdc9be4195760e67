// Whether two answers are the same, whoever gave them.

/// An answer as a program reads it: names of lines, and their numbers.
struct ComparableAnswer: Sendable {
  private var lines: [[String]: [Double?]] = [:]

  /// Peers hold money as floating-point numbers: their sums are off in the last digits.
  static let tolerance = 1e-9

  /// - Parameter keyCount: how many columns from the first name a line.
  init(csv: String, keyCount: Int) {
    for row in csv.split(separator: "\n").dropFirst() {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= keyCount else { continue }
      lines[Array(cells[..<keyCount])] = cells[keyCount...].map { cell in
        Double(cell).flatMap { $0.isNaN || $0.isInfinite ? nil : $0 }
      }
    }
  }

  var lineCount: Int { lines.count }

  /// What differs first, in words; `nil` where nothing does. A step of time without rows has a line
  /// of zeros in ours and none in theirs.
  func difference(from other: ComparableAnswer) -> String? {
    for key in Set(lines.keys).union(other.lines.keys).sorted(by: {
      $0.lexicographicallyPrecedes($1)
    }) {
      let name = key.joined(separator: " ")
      switch (lines[key], other.lines[key]) {
      case (let own?, let theirs?):
        guard own.count == theirs.count else { return "\(name): another number of columns" }
        for (one, two) in zip(own, theirs) where !Self.agree(one, two) {
          return "\(name): \(Self.text(one)), not \(Self.text(two))"
        }
      case (let numbers?, nil), (nil, let numbers?):
        if numbers.contains(where: { $0 ?? 0 != 0 }) { return "\(name): on one side alone" }
      case (nil, nil): break
      }
    }
    return nil
  }

  private static func agree(_ one: Double?, _ two: Double?) -> Bool {
    guard let one, let two else { return one ?? 0 == two ?? 0 }
    return abs(one - two) <= tolerance * max(abs(one), abs(two))
  }

  private static func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "blank" }
}
