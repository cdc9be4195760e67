// The least, the greatest or the middle number of each group, where all are numbers of one form.
import KepiColumns
import KepiSemantics

struct PlainExtremes: Sendable {
  enum Form: Equatable, Sendable {
    case exact(scale: Int)
    /// Doubles, as integers in the same order.
    case measured
  }

  private var form: Form?
  /// The least or the greatest of each group that has one.
  private var numbers: [Int64] = []
  private var isSeen: [Bool] = []
  /// All of them, for the one in the middle.
  private var all = GroupedNumbers()
  private var middles: [(lower: Int64, upper: Int64)?] = []

  var heldCount: Int { all.looseCount }

  func takes(_ form: Form) -> Bool { self.form == nil || self.form == form }

  func takes(_ other: PlainExtremes) -> Bool { other.form.map(takes) ?? true }

  mutating func add(
    _ vector: (numbers: [Int64], form: Form), _ groups: Groups, present: [Bool]?,
    for function: AggregateFunction, groupCount: Int
  ) {
    form = vector.form
    if function == .median {
      return all.add(vector.numbers, groups, present: present, groupCount: groupCount)
    }
    grow(to: groupCount)
    for place in vector.numbers.indices where present?[place] ?? true {
      keep(vector.numbers[place], in: groups[place], for: function)
    }
  }

  /// - Parameter map: for each group of the other its number here.
  mutating func add(
    _ other: PlainExtremes, groups map: [Int], for function: AggregateFunction, groupCount: Int
  ) {
    guard let form = other.form else { return }
    self.form = form
    if function == .median { return all.add(other.all, groups: map, groupCount: groupCount) }
    grow(to: groupCount)
    for (from, number) in other.numbers.enumerated() where other.isSeen[from] {
      keep(number, in: map[from], for: function)
    }
  }

  private mutating func grow(to groupCount: Int) {
    guard groupCount > numbers.count else { return }
    let missing = groupCount - numbers.count
    numbers += Array(repeating: 0, count: missing)
    isSeen += Array(repeating: false, count: missing)
  }

  @inline(__always)
  private mutating func keep(_ number: Int64, in group: Int, for function: AggregateFunction) {
    if isSeen[group] {
      let known = numbers[group]
      numbers[group] = function == .minimum ? min(known, number) : max(known, number)
    } else {
      numbers[group] = number
      isSeen[group] = true
    }
  }

  /// Finds the middles of all groups.
  mutating func finish(groupCount: Int) {
    middles = form == nil ? [] : all.middles(groupCount: groupCount)
  }

  // MARK: Results

  /// The least or the greatest number of a group.
  func extreme(of group: Int) -> Value? {
    group < numbers.count && isSeen[group] ? value(numbers[group]) : nil
  }

  /// All that is kept, with the group of each: one number for each group, or every one.
  func forEach(_ body: (_ value: Value, _ group: Int) -> Void) {
    for group in numbers.indices where isSeen[group] { body(value(numbers[group]), group) }
    all.forEach { number, group, count in
      for _ in 0..<count { body(value(number), group) }
    }
  }

  /// Once all middles are found; `nil` where a group has no number.
  func middle(of group: Int) -> (lower: Value, upper: Value)? {
    guard group < middles.count, let middle = middles[group] else { return nil }
    return (value(middle.lower), value(middle.upper))
  }

  private func value(_ number: Int64) -> Value {
    switch form {
    case .exact(let scale): .exact(ExactNumber(Int128(number), scale: scale))
    case .measured: .approximate(number.asMeasured)
    case nil: .blank
    }
  }
}

extension BlockVector {
  /// Its numbers, if there are some and all have one form, and which of them are there.
  var plainNumbers: (numbers: [Int64], form: PlainExtremes.Form, present: [Bool]?)? {
    switch self {
    case .exact(let values, let scale, let present): return (values, .exact(scale: scale), present)
    case .codes, .days: return nil
    case .values(let values):
      var numbers = [Int64](repeating: 0, count: values.count)
      var present: [Bool]?
      var isAnyThere = false
      for place in values.indices {
        switch values[place] {
        case .approximate(let number):
          numbers[place] = number.inOrder
          isAnyThere = true
        case .blank, .nothing:
          if present == nil { present = Array(repeating: true, count: values.count) }
          present?[place] = false
        case .exact, .text, .day, .truth: return nil
        }
      }
      return isAnyThere ? (numbers, .measured, present) : nil
    }
  }
}

extension Double {
  /// An integer that is less than another where this number is.
  fileprivate var inOrder: Int64 {
    let bits = Int64(bitPattern: bitPattern)
    return bits >= 0 ? bits : bits ^ Int64.max
  }
}

extension Int64 {
  fileprivate var asMeasured: Double {
    Double(bitPattern: UInt64(bitPattern: self >= 0 ? self : self ^ Int64.max))
  }
}
