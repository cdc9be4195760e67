// What a group gathers of its rows: sums, counts, extremes, and in which currency.
package import KepiColumns
import KepiSemantics

/// Which currency a number is in.
package enum CurrencyMark: Equatable, Sendable {
  /// Not money, or no amount yet.
  case none
  case one(String)
  /// Amounts of several currencies came together: there is no such number.
  case mixed

  package func joined(_ other: CurrencyMark) -> CurrencyMark {
    switch (self, other) {
    case (.none, let mark), (let mark, .none): mark
    case (.mixed, _), (_, .mixed): .mixed
    case (.one(let left), .one(let right)): left == right ? self : .mixed
    }
  }
}

/// A value and its currency.
package struct Cell: Equatable, Sendable {
  package let value: Value
  package let currency: CurrencyMark

  package init(_ value: Value, _ currency: CurrencyMark = .none) {
    self.value = value
    self.currency = currency
  }

  static let blank = Cell(.blank)
}

/// The currencies met in one scan, by number.
struct CurrencyTable {
  private(set) var codes: [String] = []
  private var index: [String: Int32] = [:]

  static let none: Int32 = -1
  static let mixed: Int32 = -2

  mutating func number(of code: String) -> Int32 {
    if let known = index[code] { return known }
    let number = Int32(codes.count)
    index[code] = number
    codes.append(code)
    return number
  }
}

/// Gathers one aggregate for all groups of a scan.
struct Accumulator {
  let aggregate: Aggregate
  /// Present values of each group.
  private(set) var counts: [Int64] = []
  /// Exact sums at `scale`: the fast way. Every value that comes as a loop of integers lands here.
  private var sums: [Int64] = []
  private var scale = 0
  /// Exact sums of values that come one by one.
  private var exact: [Int: ExactNumber] = [:]
  /// Sums of measured numbers.
  private var measured: [Int: MeasuredSum] = [:]
  private var distinct: Set<DistinctKey> = []
  private var distinctCodes: [Value: Int64] = [:]
  private var extremes: [Int: Value] = [:]
  private var all: [Int: [Value]] = [:]
  private var currencies: [Int32] = []
  /// Rows of a group's one currency whose amount is not zero: with one of them it is settled.
  private var settledRows: [Int] = []
  /// Rows of each currency in the groups that have several, for the message about them.
  private var mixedRows: [MixedKey: Int] = [:]
  /// Rows left out because the expression was blank though they have an amount of their own.
  private(set) var blankRows: [Int: Int] = [:]
  private(set) var blankAmount = ExactNumber.zero

  private struct DistinctKey: Hashable {
    let group: Int32
    let code: Int64
  }

  private struct MixedKey: Hashable {
    let group: Int
    let currency: Int32
  }

  init(_ aggregate: Aggregate) { self.aggregate = aggregate }

  mutating func grow(to groupCount: Int) {
    guard counts.count < groupCount else { return }
    let missing = groupCount - counts.count
    counts += Array(repeating: 0, count: missing)
    sums += Array(repeating: 0, count: missing)
    currencies += Array(repeating: CurrencyTable.none, count: missing)
    settledRows += Array(repeating: 0, count: missing)
  }

  /// Counts rows, for an aggregate without an argument.
  mutating func add(rowsOf groups: [Int32]) {
    for group in groups { counts[Int(group)] += 1 }
  }

  mutating func add(
    _ vector: BlockVector, groups: [Int32], currencies codes: [Int32]?
  ) throws(Overflow) {
    switch aggregate.function {
    case .sum, .closing, .opening: try addSum(vector, groups, codes)
    case .count:
      for place in groups.indices where !vector.value(at: place).isBlank {
        counts[Int(groups[place])] += 1
      }
    case .countDistinct, .dayCount: addDistinct(vector, groups)
    case .minimum, .maximum, .median:
      for place in groups.indices {
        let value = vector.value(at: place)
        guard !value.isBlank else { continue }
        let group = Int(groups[place])
        counts[group] += 1
        if let codes { note(codes[place], isZero: false, in: group) }
        if aggregate.function == .median {
          all[group, default: []].append(value)
        } else if let current = extremes[group] {
          let isBetter =
            aggregate.function == .minimum
            ? value.isLess(than: current) : current.isLess(than: value)
          if isBetter ?? false { extremes[group] = value }
        } else {
          extremes[group] = value
        }
      }
    }
  }

  mutating func addBlank(group: Int32, amount: Value) {
    blankRows[Int(group), default: 0] += 1
    if case .exact(let number) = amount, let sum = try? blankAmount.adding(number) {
      blankAmount = sum
    }
  }

  private mutating func addSum(
    _ vector: BlockVector, _ groups: [Int32], _ codes: [Int32]?
  ) throws(Overflow) {
    if case .exact(let values, let scale, let present) = vector, self.scale == scale || isFresh {
      self.scale = scale
      for place in groups.indices {
        if let present, !present[place] { continue }
        let group = Int(groups[place])
        let (sum, overflow) = sums[group].addingReportingOverflow(values[place])
        if overflow {
          // Only the total has to fit, whatever the order of the rows.
          let carried = ExactNumber(Int128(sums[group]), scale: scale)
          exact[group] = try (exact[group] ?? .zero).adding(carried)
          sums[group] = values[place]
        } else {
          sums[group] = sum
        }
        counts[group] += 1
      }
      if let codes {
        for place in groups.indices {
          if let present, !present[place] { continue }
          note(codes[place], isZero: values[place] == 0, in: Int(groups[place]))
        }
      }
      return
    }
    for place in groups.indices {
      let group = Int(groups[place])
      let value = vector.value(at: place)
      switch value {
      case .exact(let number):
        exact[group] = try (exact[group] ?? .zero).adding(number)
      case .approximate(let number):
        measured[group, default: MeasuredSum()].add(number)
      case .blank, .nothing, .text, .day, .truth: continue
      }
      counts[group] += 1
      if let codes {
        note(codes[place], isZero: value.double == 0, in: group)
      }
    }
  }

  private var isFresh: Bool { scale == 0 && sums.allSatisfy { $0 == 0 } }

  private mutating func addDistinct(_ vector: BlockVector, _ groups: [Int32]) {
    if case .codes(let codes, let dictionary) = vector {
      // One dictionary serves all blocks of a column, so a text's first number stands for it.
      for place in groups.indices where codes[place] != 0 {
        let code = number(of: .text(dictionary[Int(codes[place])]))
        if distinct.insert(DistinctKey(group: groups[place], code: code)).inserted {
          counts[Int(groups[place])] += 1
        }
      }
      return
    }
    for place in groups.indices {
      let value = vector.value(at: place)
      guard !value.isBlank else { continue }
      if distinct.insert(DistinctKey(group: groups[place], code: number(of: value))).inserted {
        counts[Int(groups[place])] += 1
      }
    }
  }

  private mutating func number(of value: Value) -> Int64 {
    if let known = distinctCodes[value] { return known }
    let number = Int64(distinctCodes.count)
    distinctCodes[value] = number
    return number
  }

  /// Zero adds nothing in any currency, so it never makes a sum a mixed one.
  private mutating func note(_ code: Int32, isZero: Bool, in group: Int) {
    let current = currencies[group]
    if current == code {
      if !isZero { settledRows[group] += 1 }
    } else if current == CurrencyTable.mixed {
      if !isZero { mixedRows[MixedKey(group: group, currency: code), default: 0] += 1 }
    } else if settledRows[group] == 0, !(isZero && current != CurrencyTable.none) {
      currencies[group] = code
      settledRows[group] = isZero ? 0 : 1
    } else if !isZero {
      mixedRows[MixedKey(group: group, currency: current)] = settledRows[group]
      mixedRows[MixedKey(group: group, currency: code), default: 0] += 1
      currencies[group] = CurrencyTable.mixed
    }
  }

  /// Rows of each currency in one group, by number.
  func rowsByCurrency(of group: Int, among table: CurrencyTable) -> [Int32: Int] {
    guard currencies[group] == CurrencyTable.mixed else {
      return settledRows[group] > 0 ? [currencies[group]: settledRows[group]] : [:]
    }
    var rows: [Int32: Int] = [:]
    for code in [CurrencyTable.none] + table.codes.indices.map({ Int32($0) }) {
      if let count = mixedRows[MixedKey(group: group, currency: code)] { rows[code] = count }
    }
    return rows
  }

  // MARK: Results

  /// The number of a group that has rows.
  func result(_ group: Int, _ table: CurrencyTable) throws(Overflow) -> Cell {
    let mark: CurrencyMark
    switch currencies[group] {
    case CurrencyTable.none: mark = fixedCurrency
    case CurrencyTable.mixed: return Cell(.blank, .mixed)
    case let code: mark = .one(table.codes[Int(code)])
    }
    switch aggregate.function {
    case .count, .countDistinct, .dayCount: return Cell(.exact(ExactNumber(Int(counts[group]))))
    case .sum, .closing, .opening:
      if counts[group] == 0, blankRows[group] != nil { return Cell(.blank, mark) }
      var sum = ExactNumber(Int128(sums[group]), scale: scale)
      if let more = exact[group] { sum = try sum.adding(more) }
      guard Int64(exactly: sum.digits) != nil || sum.scale > scale else { throw Overflow() }
      if var numbers = measured[group] {
        numbers.add(sum.double)
        guard numbers.value.isFinite else { throw Overflow() }
        return Cell(.approximate(numbers.value), mark)
      }
      return Cell(.exact(sum), mark)
    case .minimum, .maximum: return Cell(extremes[group] ?? .blank, mark)
    case .median: return Cell(try median(all[group] ?? []), mark)
    }
  }

  /// What the aggregate is where no row of a group came, though its days are covered (R7).
  func zero(isSeen: Bool) -> Cell {
    switch aggregate.function {
    case .count, .countDistinct, .dayCount: Cell(.exact(.zero))
    case .sum, .closing, .opening: isSeen ? Cell(.exact(.zero), fixedCurrency) : Cell(.nothing)
    case .minimum, .maximum, .median: .blank
    }
  }

  private var fixedCurrency: CurrencyMark {
    if case .money(.fixed(let code)) = aggregate.unit { .one(code) } else { .none }
  }

  private func median(_ values: [Value]) throws(Overflow) -> Value {
    guard !values.isEmpty else { return .blank }
    let sorted = values.sorted { $0.isLess(than: $1) ?? false }
    let upper = sorted[sorted.count / 2]
    guard sorted.count % 2 == 0 else { return upper }
    let lower = sorted[sorted.count / 2 - 1]
    if case .exact(let one) = lower, case .exact(let two) = upper {
      // Half of a decimal is a decimal with one more place.
      let sum = try one.adding(two)
      return .exact(
        try sum.multiplied(by: ExactNumber(5, scale: 0)).shifted(by: 1).trimmed(
          to: max(one.scale, two.scale)))
    }
    guard let one = lower.double, let two = upper.double else { return .blank }
    return .approximate((one + two) / 2)
  }
}

extension ExactNumber {
  /// Divided by a power of ten.
  fileprivate func shifted(by places: Int) -> ExactNumber {
    ExactNumber(digits, scale: scale + places)
  }
}
