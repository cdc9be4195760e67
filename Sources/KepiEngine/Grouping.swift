// Which line a row belongs to: the steps of time and the values of the axes.
import KepiColumns
import KepiSemantics

/// The lines that a scan makes: those of the answer, or those of a subtotal.
struct Level: Hashable {
  /// Places of the question's axes that lines of this level tell apart.
  let axes: [Int]
}

/// A line: a step of time, and a code for each value axis of the level.
struct GroupKey: Hashable, Sendable {
  let codes: GroupCodes
  let bucket: Int32

  init(bucket: Int32, codes: GroupCodes) {
    self.bucket = bucket
    self.codes = codes
  }
}

/// The values that an axis takes, over all sources of a question. Code 0 is the missing value.
struct AxisDomain {
  private(set) var values: [Value] = [.blank]
  private var index: [Value: Int32] = [:]
  /// Whether the index lacks values that were taken over together.
  private var lacksIndex = false

  /// Takes over the values of a text column with their codes, where there are none yet: false where
  /// that cannot be. To look up each of 20,000 texts took longer than to read a million rows.
  mutating func adopt(_ texts: Texts) -> Bool {
    guard values.count == 1, texts.areAllDifferent else { return false }
    values = texts.values
    lacksIndex = true
    return true
  }

  mutating func code(of value: Value) -> Int32 {
    if value.isBlank { return 0 }
    if lacksIndex {
      lacksIndex = false
      index.reserveCapacity(values.count)
      for (code, value) in values.enumerated().dropFirst() {
        index[value] = Int32(truncatingIfNeeded: code)
      }
    }
    // 0.5 and 0.50 are one value: hashing goes by the number, not by its digits.
    if let known = index[value] { return known }
    let code = Int32(values.count)
    index[value] = code
    values.append(value)
    return code
  }
}

extension ResolvedQuery {
  /// Places of the value axes of a level.
  func valueAxes(of level: Level) -> [Int] {
    level.axes.filter { if case .value = axes[$0].form { true } else { false } }
  }
}
