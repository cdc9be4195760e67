// Lines whose numbers are sums and ratios of sums, all made at once, column by column.
import KepiColumns
import KepiSemantics

extension Engine {
  /// All lines in the order of the question; `nil` where a line hangs on more than its own sums.
  /// Nothing is left out of them but by `limit`.
  ///
  /// A line made by itself costs some microseconds, most of them for memory. Of tens of thousands
  /// of lines that was more than to read millions of rows.
  mutating func columnLines(
    for keys: [GroupKey], _ scan: LevelScan
  ) throws(EngineFailure) -> LineColumns? {
    guard keys.count >= effort.leastColumnLines, query.having == nil,
      query.fill != .previous, !query.showsTotals, !query.showsOthers, !query.isOfThings,
      query.targetsNothing,
      let sums = try columns(of: keys, scan)
    else { return nil }
    try checkRoom(forLines: keys.count)
    var zeroDenominators = 0
    var numbers: [LineColumns.Numbers] = []
    for item in query.items {
      guard let column = Self.column(of: numbered(item.formula), sums, &zeroDenominators) else {
        return nil
      }
      numbers.append(column)
      try stopIfCancelled(after: 0)
    }
    let groups = groupColumns(of: keys, scan)
    guard let order = try order(of: keys.count, groups, sums) else { return nil }
    remarks.zeroDenominators += zeroDenominators
    let places = query.limit.map { Array(order.prefix($0)) } ?? order
    let isByTime = !scan.buckets.isEmpty
    return LineColumns(
      count: places.count,
      groups: groups.map { column in
        LineColumns.Groups(values: column.values, codes: places.map { column.codes[Int($0)] })
      },
      numbers: numbers.map { $0.taking(places) },
      steps: places.map { isByTime ? keys[Int($0)].bucket : 0 },
      days: isByTime ? scan.buckets.map(\.days) : [nil])
  }

  // MARK: Sums

  /// The numbers of each aggregate for all lines, by their places; `nil` where one is not an integer
  /// of one currency, or no row came to a line and that is not simply 0 (R7).
  private func columns(
    of keys: [GroupKey], _ scan: LevelScan
  ) throws(EngineFailure) -> [Int: LineColumns.Numbers]? {
    var result: [Int: LineColumns.Numbers] = [:]
    for entry in scan.passes where !entry.pass.result.accumulators.isEmpty {
      guard let loaded = store[entry.source] else { throw .internalMismatch }
      let found = entry.pass.result
      let pass = LinePass(entry.pass, loaded, numbers)
      var groups = [Int32](repeating: -1, count: keys.count)
      var isComplete = true
      for (line, key) in keys.enumerated() {
        try stopIfCancelled(after: line)
        let own = entry.pass.key(of: key)
        if let group = pass.line(of: own, at: line) {
          groups[line] = Int32(truncatingIfNeeded: group)
        } else {
          isComplete = false
        }
      }
      // Lines of other passes than the first may be of groups that the source has never seen.
      var covered: [Bool]?
      if !isComplete {
        guard entry.key == .base, scan.passes.count == 1, query.fill == .standard,
          loaded.schema.coverageColumn == nil
        else { return nil }
        covered = keys.isEmpty ? [] : coveredSteps(entry.pass, loaded, scan)
      }
      for (place, accumulator) in found.accumulators.enumerated() {
        guard let sums = accumulator.plainValues,
          let mark = accumulator.commonMark(found.currencies)
        else { return nil }
        // A line none of whose rows met the brackets is 0 if the days are covered, and they are, for
        // it has rows. Only stock, and stores that are covered each by itself, are told otherwise.
        let isSimple =
          found.standingWindows[place] == nil && loaded.schema.coverageColumn == nil
        guard isSimple || isComplete && accumulator.counts.allSatisfy({ $0 > 0 }) else {
          return nil
        }
        var values = [Int64](repeating: 0, count: keys.count)
        var present: [Bool]?
        for (line, group) in groups.enumerated() where group >= 0 {
          values[line] = sums[Int(group)]
        }
        if let covered {
          present = groups.enumerated().map { line, group in
            group >= 0 || covered[Int(keys[line].bucket)]
          }
        }
        result[pass.places[place]] = LineColumns.Numbers(
          storage: .exact(values, scale: accumulator.plainScale), currency: mark, present: present)
      }
    }
    return result
  }

  /// For each step of the lines whether the source covers any day of it.
  private func coveredSteps(_ pass: Pass, _ loaded: LoadedSource, _ scan: LevelScan) -> [Bool] {
    (0..<max(1, scan.buckets.count)).map { step in
      let place = pass.bucketMap.indices.contains(step) ? pass.bucketMap[step] : 0
      let window: ClosedRange<Day>?? =
        pass.stretches.isEmpty ? .none : .some(pass.stretches[place]?.days)
      return covers(loaded, window, loaded.schema.extent?.days)
    }
  }

  // MARK: Formulas

  /// The numbers of a formula for all lines; `nil` where it is no sum, difference or quotient of
  /// aggregates, or where it does not fit.
  private static func column(
    of formula: Formula, _ sums: [Int: LineColumns.Numbers], _ zeroDenominators: inout Int
  ) -> LineColumns.Numbers? {
    switch formula {
    case .numbered(let place, _): return sums[place]
    case .declared(let inner, _): return column(of: inner, sums, &zeroDenominators)
    case .arithmetic(let sign, let left, let right, let unit):
      guard sign != .times, let first = column(of: left, sums, &zeroDenominators),
        let second = column(of: right, sums, &zeroDenominators),
        case .exact(let one, let oneScale) = first.storage,
        case .exact(let two, let twoScale) = second.storage
      else { return nil }
      let mark = first.currency.joined(second.currency)
      guard mark != .mixed else { return nil }
      let present = Self.both(first.present, second.present)
      let scale = max(oneScale, twoScale)
      guard scale - min(oneScale, twoScale) < 18 else { return nil }
      let factors = (power(scale - oneScale), power(scale - twoScale))
      if sign == .divided {
        return quotients(
          one, two, factors, present, currency: unit.isMoney ? mark : .none, &zeroDenominators)
      }
      var digits: [Int64] = []
      digits.reserveCapacity(one.count)
      for line in one.indices {
        let (left, isLarge) = one[line].multipliedReportingOverflow(by: factors.0)
        let (right, isLargeToo) = two[line].multipliedReportingOverflow(by: factors.1)
        let (sum, overflow) =
          sign == .plus
          ? left.addingReportingOverflow(right) : left.subtractingReportingOverflow(right)
        guard !isLarge, !isLargeToo, !overflow else { return nil }
        digits.append(present?[line] ?? true ? sum : 0)
      }
      return LineColumns.Numbers(
        storage: .exact(digits, scale: scale), currency: mark, present: present)
    case .aggregate, .constant, .group, .negated, .compare, .and, .or, .not, .membership, .like,
      .isMissing, .conditional, .coalesce, .absolute, .rounded, .days, .target:
      return nil
    }
  }

  private static func quotients(
    _ one: [Int64], _ two: [Int64], _ factors: (Int64, Int64), _ known: [Bool]?,
    currency: CurrencyMark, _ zeroDenominators: inout Int
  ) -> LineColumns.Numbers {
    var numbers: [Double] = []
    numbers.reserveCapacity(one.count)
    var present = known
    for line in one.indices {
      if let known, !known[line] {
        numbers.append(0)
      } else if two[line] == 0 {
        zeroDenominators += 1
        numbers.append(0)
        if present == nil { present = Array(repeating: true, count: one.count) }
        present?[line] = false
      } else if factors.0 == 1, factors.1 == 1 {
        numbers.append(Double(one[line]) / Double(two[line]))
      } else {
        numbers.append(
          Double(Int128(one[line]) * Int128(factors.0))
            / Double(Int128(two[line]) * Int128(factors.1)))
      }
    }
    return LineColumns.Numbers(
      storage: .approximate(numbers), currency: currency, present: present)
  }

  private static func both(_ one: [Bool]?, _ two: [Bool]?) -> [Bool]? {
    guard let one else { return two }
    guard let two else { return one }
    return zip(one, two).map { $0 && $1 }
  }

  private static func power(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  // MARK: Order

  /// For each name of `by` what the lines have there.
  private func groupColumns(of keys: [GroupKey], _ scan: LevelScan) -> [LineColumns.Groups] {
    var code = 0
    var step = 0
    return query.axes.indices.map { place in
      switch query.axes[place].form {
      case .grain:
        let at = step
        step += 1
        return LineColumns.Groups(
          values: scan.buckets.map { .day($0.steps[at]) }, codes: keys.map(\.bucket))
      case .value:
        let at = code
        code += 1
        return LineColumns.Groups(
          values: domains[place]?.values ?? [.blank], codes: keys.map { $0.codes[at] })
      }
    }
  }

  /// The places of the lines, in the order of the question; `nil` where a key is no plain number.
  private func order(
    of count: Int, _ groups: [LineColumns.Groups], _ sums: [Int: LineColumns.Numbers]
  ) throws(EngineFailure) -> [Int32]? {
    var keys: [[Int64]] = []
    var rest = Set(groups.indices)
    for key in sortKeys {
      var column: [Int64]?
      if case .group(let place, _) = key.formula {
        rest.remove(place)
        column = LineOrder.numbers(of: groups[place])
      } else {
        var ignored = 0
        column = Self.column(of: numbered(key.formula), sums, &ignored).flatMap(LineOrder.numbers)
      }
      guard let column else { return nil }
      keys.append(
        key.isAscending ? column : column.map { $0 == LineOrder.blank ? $0 : -$0 })
    }
    // Lines that are equal so far go by all their names.
    let names = rest.sorted().map { LineOrder.numbers(of: groups[$0]) }
    if !names.contains(nil),
      let places = LineOrder.places(by: keys + names.compactMap { $0 }, count: count)
    {
      return places
    }
    return try compared(keys, groups, count)
  }

  /// The same where the numbers of a line are too many for one.
  private func compared(
    _ keys: [[Int64]], _ groups: [LineColumns.Groups], _ count: Int
  ) throws(EngineFailure) -> [Int32] {
    // What was compared before all else lies beside the place of its line.
    let first = keys.first ?? Array(repeating: 0, count: count)
    let second = keys.count > 1 ? keys[1] : Array(repeating: 0, count: count)
    let rest = keys.dropFirst(2)
    var entries = zip(first, second).enumerated().map { line, key in
      OrderEntry(first: key.0, second: key.1, line: Int32(truncatingIfNeeded: line))
    }
    var comparisons = 0
    let isCancelled = isCancelled
    do {
      try entries.sort { left, right in
        comparisons += 1
        if comparisons % Self.stride == 0, isCancelled() { throw EngineFailure.cancelled }
        if left.first != right.first { return left.first < right.first }
        if left.second != right.second { return left.second < right.second }
        let (one, two) = (Int(left.line), Int(right.line))
        for key in rest where key[one] != key[two] { return key[one] < key[two] }
        for group in groups where group.codes[one] != group.codes[two] {
          let mine = group.values[Int(group.codes[one])]
          let other = group.values[Int(group.codes[two])]
          if mine.isBlank != other.isBlank { return other.isBlank }
          if mine.isLess(than: other) ?? false { return true }
          if other.isLess(than: mine) ?? false { return false }
        }
        return one < two
      }
    } catch {
      throw .cancelled  // Nothing else is thrown in there.
    }
    return entries.map(\.line)
  }

  private struct OrderEntry {
    let first: Int64
    let second: Int64
    let line: Int32
  }
}

extension LineOrder {
  /// Numbers in the order of the values of one name; `nil` where those are of several kinds.
  fileprivate static func numbers(of groups: LineColumns.Groups) -> [Int64]? {
    let ranks = ranks(of: groups.values) ?? numbers(of: groups.values)
    return ranks.map { ranks in groups.codes.map { ranks[Int($0)] } }
  }

  /// Numbers in the order of those of a column.
  fileprivate static func numbers(of column: LineColumns.Numbers) -> [Int64]? {
    var numbers: [Int64]
    switch column.storage {
    case .exact(let digits, _):
      guard digits.allSatisfy({ $0 > .min + 1 && $0 < .max }) else { return nil }
      numbers = digits
    case .approximate(let values):
      numbers = []
      numbers.reserveCapacity(values.count)
      for value in values {
        guard let bits = Self.bits(of: value) else { return nil }
        numbers.append(bits)
      }
    }
    if let present = column.present {
      for line in numbers.indices where !present[line] { numbers[line] = blank }
    }
    return numbers
  }
}

extension ResolvedQuery {
  /// Whether no number hangs on a target or on the days of its line.
  fileprivate var targetsNothing: Bool {
    formulas.allSatisfy { !$0.hasTarget && $0.dayContexts.isEmpty }
  }
}
