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

/// The currencies of some rows, by number.
enum CurrencyCodes {
  case one(Int32)
  case each([Int32])

  subscript(place: Int) -> Int32 {
    switch self {
    case .one(let code): code
    case .each(let codes): codes[place]
    }
  }

  func subset(_ places: [Int]) -> CurrencyCodes {
    switch self {
    case .one: self
    case .each(let codes): .each(places.map { codes[$0] })
    }
  }
}

/// Gathers one aggregate for all groups of a scan.
struct Accumulator {
  let aggregate: Aggregate
  private let convertedTo: String?
  /// Present values of each group.
  private(set) var counts: [Int64] = []
  /// Exact sums at `scale`: the fast way. Every value that comes as a loop of integers lands here.
  private var sums: [Int64] = []
  private var scale = 0
  /// Exact sums of values that come one by one.
  private var exact: [Int: ExactNumber] = [:]
  /// Sums of measured numbers.
  private var measured: [Int: MeasuredSum] = [:]
  /// The values met in each group, by number.
  private var distinct = NumberTable()
  /// The numbers of values that are no codes or days themselves.
  private var distinctCodes: [Value: Int32] = [:]
  private var distinctValues: [Value] = []
  private var extremes: [Int: Value] = [:]
  private var all: [Int: [Value]] = [:]
  /// The same for numbers of one form, which are most: the fast way.
  private var plain = PlainExtremes()
  private var currencies: [Int32] = []
  /// The only currency met so far: it is that of every group with a value.
  private var soleCurrency: Int32?
  /// Whether rows told their currencies one by one.
  private var hasNotes = false
  private var hasSums = false
  /// Rows of a group's one currency whose amount is not zero: with one of them it is settled.
  private var settledRows: [Int64] = []
  /// Rows of each currency in the groups that have several, for the message about them.
  private var mixedRows: [MixedKey: Int] = [:]
  /// Rows left out because the expression was blank though they have an amount of their own.
  private(set) var blankRows: [Int: Int] = [:]
  private(set) var blankAmount = ExactNumber.zero
  private var keptCount = 0

  private struct MixedKey: Hashable {
    let group: Int
    let currency: Int32
  }

  /// - Parameter currency: the one that all amounts are converted to.
  init(_ aggregate: Aggregate, convertedTo currency: String? = nil) {
    self.aggregate = aggregate
    convertedTo = currency
  }

  mutating func grow(to groupCount: Int) {
    guard counts.count < groupCount else { return }
    let missing = groupCount - counts.count
    counts += Array(repeating: 0, count: missing)
    sums += Array(repeating: 0, count: missing)
    currencies += Array(repeating: CurrencyTable.none, count: missing)
    settledRows += Array(repeating: 0, count: missing)
  }

  /// The same aggregate without any rows.
  var emptied: Accumulator { Accumulator(aggregate, convertedTo: convertedTo) }

  /// Whether no two lines can be in different currencies, and what is the one of them all.
  var commonCurrency: CurrencyCodes? {
    var common = CurrencyTable.none
    for code in currencies where code != CurrencyTable.none && code != common {
      guard common == CurrencyTable.none, code != CurrencyTable.mixed else { return nil }
      common = code
    }
    return .one(common)
  }

  /// The sums of all groups, or their counts; `nil` where they are not plain integers.
  var plainValues: [Int64]? {
    switch aggregate.function {
    case .count, .countDistinct, .dayCount: return counts
    case .sum, .closing, .opening:
      return exact.isEmpty && measured.isEmpty && blankRows.isEmpty && hasSums ? sums : nil
    case .minimum, .maximum, .median: return nil
    }
  }

  /// The decimal scale of `plainValues`.
  var plainScale: Int {
    switch aggregate.function {
    case .count, .countDistinct, .dayCount: 0
    case .sum, .closing, .opening, .minimum, .maximum, .median: scale
    }
  }

  /// The currency of every group that has one; `nil` where they are not all in one.
  func commonMark(_ table: CurrencyTable) -> CurrencyMark? {
    switch aggregate.function {
    case .count, .countDistinct, .dayCount: return CurrencyMark.none
    case .sum, .closing, .opening, .minimum, .maximum, .median: break
    }
    guard case .one(let code) = commonCurrency else { return nil }
    return code == CurrencyTable.none ? fixedCurrency : .one(table.codes[Int(code)])
  }

  /// What was gathered of all groups at once.
  ///
  /// - Parameters:
  ///   - sums: with their decimal scale; `nil` where only rows are counted.
  ///   - currency: of all rows alike.
  mutating func take(
    counts: [Int64], sums: (values: [Int64], scale: Int)?, currency: Int32?,
    nonZeroCounts: [Int64]?
  ) {
    self.counts = counts
    let count = counts.count
    self.sums = sums?.values ?? Array(repeating: 0, count: count)
    hasSums = sums != nil
    scale = sums?.scale ?? 0
    currencies = Array(repeating: CurrencyTable.none, count: count)
    if let currency {
      for group in counts.indices where counts[group] > 0 { currencies[group] = currency }
    }
    settledRows = nonZeroCounts ?? Array(repeating: 0, count: count)
  }

  /// Adds sums and counts of lines of another to those here.
  ///
  /// - Parameter lines: of the other, and for each where it goes.
  mutating func add(
    _ other: Accumulator, lines: [(from: Int, to: Int)]
  ) throws(Overflow) {
    hasSums = other.hasSums
    scale = other.scale
    for (from, group) in lines {
      try addExact(other.sums[from], in: group)
      counts[group] += other.counts[from]
      if other.counts[from] > 0, other.currencies[from] != CurrencyTable.none {
        note(other.currencies[from], nonZeroCount: other.settledRows[from], in: group)
      }
    }
  }

  /// Whether each group has an exact sum or a count of rows, in a currency of them all.
  var isPlainSum: Bool {
    switch aggregate.function {
    case .sum:
      exact.isEmpty && measured.isEmpty && blankRows.isEmpty && hasSums && !hasNotes
        && mixedRows.isEmpty && commonCurrency != nil
    case .count: aggregate.argument == nil || !hasNotes
    case .closing, .opening, .countDistinct, .dayCount, .minimum, .maximum, .median: false
    }
  }

  /// Some of the groups without what lines of another have of them; `nil` where that is beyond 64
  /// bits, or where the two are of other scales.
  ///
  /// - Parameter lines: of the other, and for each the group it is taken from.
  func without(
    _ other: Accumulator, _ lines: [(from: Int, to: Int)], keeping kept: [Int]
  ) -> Accumulator? {
    guard scale == other.scale, hasSums == other.hasSums else { return nil }
    var result = self
    for (from, to) in lines {
      let (sum, overflow) = result.sums[to].subtractingReportingOverflow(other.sums[from])
      guard !overflow else { return nil }
      result.sums[to] = sum
      result.counts[to] -= other.counts[from]
      result.settledRows[to] -= other.settledRows[from]
    }
    result.sums = kept.map { result.sums[$0] }
    result.counts = kept.map { result.counts[$0] }
    result.settledRows = kept.map { result.settledRows[$0] }
    result.currencies = kept.map { currencies[$0] }
    for place in result.counts.indices where result.counts[place] == 0 {
      result.currencies[place] = CurrencyTable.none
    }
    return result
  }

  /// Counts rows without looking at a value.
  mutating func add(rowCount: Int, _ groups: Groups) { groups.count(rowCount, in: &counts) }

  /// The fast way, for a column of the source itself. False where it is none: nothing is added.
  mutating func add(
    _ column: Column, _ rows: Rows, _ groups: Groups, _ codes: CurrencyCodes?, rowLimit: Int
  ) -> Bool {
    switch (aggregate.function, column) {
    case (.minimum, .amount(let amounts)), (.maximum, .amount(let amounts)),
      (.median, .amount(let amounts)):
      let vector = BlockVector.exact(
        amounts.values.values(rows), scale: amounts.scale, present: amounts.present?.flags(rows))
      return addPlain(vector, groups, rows.count, codes)
    case (.sum, .amount(let amounts)), (.closing, .amount(let amounts)),
      (.opening, .amount(let amounts)):
      guard amounts.cannotOverflow(over: rowLimit), !hasSums || scale == amounts.scale else {
        return false
      }
      var isSole = true
      if let codes {
        guard case .one(let code) = codes, !hasNotes,
          soleCurrency == nil || soleCurrency == code
        else { return false }
        soleCurrency = code
      } else {
        isSole = false
      }
      hasSums = true
      scale = amounts.scale
      amounts.add(rows, groups, to: &sums)
      if isSole { amounts.countNonZero(rows, groups, in: &settledRows) }
      count(rows, groups, amounts.present)
      return true
    case (.count, _):
      switch column {
      case .amount(let amounts): count(rows, groups, amounts.present)
      case .number(let numbers): count(rows, groups, numbers.present)
      case .date(let dates): count(rows, groups, dates.present)
      case .text(let texts):
        guard texts.dictionary.count > 0 else { return false }
        let kept = texts.codes.narrowValues(rows)
        for (place, code) in kept.enumerated() where code != 0 { counts[groups[place]] += 1 }
      }
      return true
    case (.countDistinct, .text(let texts)), (.dayCount, .text(let texts)):
      addDistinct(texts.codes.narrowValues(rows), groups, present: { $0 != 0 })
      return true
    case (.countDistinct, .date(let dates)), (.dayCount, .date(let dates)):
      let numbers = dates.days.narrowValues(rows)
      let flags = dates.present?.flags(rows)
      for (place, number) in numbers.enumerated() where flags?[place] ?? true {
        addDistinct(number, in: groups[place])
      }
      return true
    default: return false
    }
  }

  private mutating func count(_ rows: Rows, _ groups: Groups, _ present: Bitmap?) {
    guard let present else { return groups.count(rows.count, in: &counts) }
    switch rows {
    case .range(let range):
      for (place, row) in range.enumerated() where present[row] { counts[groups[place]] += 1 }
    case .list(let list):
      for (place, row) in list.enumerated() where present[Int(row)] { counts[groups[place]] += 1 }
    }
  }

  mutating func add(
    _ vector: BlockVector, groups: Groups, count: Int, currencies codes: CurrencyCodes?
  ) throws(Overflow) {
    if codes != nil {
      settleSole()
      hasNotes = true
    }
    switch aggregate.function {
    case .sum, .closing, .opening: try addSum(vector, groups, count, codes)
    case .count:
      for place in 0..<count where !vector.value(at: place).isBlank { counts[groups[place]] += 1 }
    case .countDistinct, .dayCount:
      for place in 0..<count {
        let value = vector.value(at: place)
        guard !value.isBlank else { continue }
        addDistinct(number(of: value), in: groups[place])
      }
    case .minimum, .maximum, .median:
      if addPlain(vector, groups, count, codes) { return }
      for place in 0..<count {
        let value = vector.value(at: place)
        guard !value.isBlank else { continue }
        let group = groups[place]
        counts[group] += 1
        if let codes { note(codes[place], isZero: false, in: group) }
        keep(value, in: group)
      }
    }
  }

  /// False where the values are no numbers, or of another form: nothing is added.
  private mutating func addPlain(
    _ vector: BlockVector, _ groups: Groups, _ count: Int, _ codes: CurrencyCodes?
  ) -> Bool {
    guard let (numbers, form, present) = vector.plainNumbers, plain.takes(form) else {
      return false
    }
    if case .one(let code)? = codes, !hasNotes, soleCurrency == nil || soleCurrency == code {
      soleCurrency = code
      self.count(groups, present, count, in: \.settledRows)
    } else if let codes {
      settleSole()
      hasNotes = true
      for place in 0..<count where present?[place] ?? true {
        note(codes[place], isZero: false, in: groups[place])
      }
    }
    self.count(groups, present, count, in: \.counts)
    plain.add(
      (numbers, form), groups, present: present, for: aggregate.function,
      groupCount: counts.count)
    return true
  }

  private mutating func count(
    _ groups: Groups, _ present: [Bool]?, _ count: Int,
    in counts: WritableKeyPath<Accumulator, [Int64]>
  ) {
    guard let present else { return groups.count(count, in: &self[keyPath: counts]) }
    for place in 0..<count where present[place] { self[keyPath: counts][groups[place]] += 1 }
  }

  /// A value that is no number, or of another form than those before it.
  private mutating func keep(_ value: Value, in group: Int) {
    if aggregate.function == .median {
      all[group, default: []].append(value)
      keptCount += 1
    } else {
      extremes[group] = extremes[group].map { best($0, value) } ?? value
    }
  }

  private func best(_ one: Value, _ other: Value) -> Value {
    let isBetter =
      aggregate.function == .minimum ? other.isLess(than: one) : one.isLess(than: other)
    return isBetter ?? false ? other : one
  }

  mutating func addBlank(group: Int, amount: Value) {
    blankRows[group, default: 0] += 1
    if case .exact(let number) = amount, let sum = try? blankAmount.adding(number) {
      blankAmount = sum
    }
  }

  private mutating func addSum(
    _ vector: BlockVector, _ groups: Groups, _ count: Int, _ codes: CurrencyCodes?
  ) throws(Overflow) {
    if case .exact(let values, let scale, let present) = vector, !hasSums || self.scale == scale {
      hasSums = true
      self.scale = scale
      for place in 0..<count {
        if let present, !present[place] { continue }
        let group = groups[place]
        try addExact(values[place], in: group)
        counts[group] += 1
        if let codes { note(codes[place], isZero: values[place] == 0, in: group) }
      }
      return
    }
    for place in 0..<count {
      let group = groups[place]
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

  private mutating func addExact(_ value: Int64, in group: Int) throws(Overflow) {
    let (sum, overflow) = sums[group].addingReportingOverflow(value)
    guard overflow else {
      sums[group] = sum
      return
    }
    // Only the total has to fit, whatever the order of the rows.
    let carried = ExactNumber(Int128(sums[group]), scale: scale)
    exact[group] = try (exact[group] ?? .zero).adding(carried)
    sums[group] = value
  }

  private mutating func addDistinct(
    _ numbers: [Int32], _ groups: Groups, present isPresent: (Int32) -> Bool
  ) {
    for place in numbers.indices where isPresent(numbers[place]) {
      addDistinct(numbers[place], in: groups[place])
    }
  }

  @inline(__always)
  private mutating func addDistinct(_ number: Int32, in group: Int) {
    let before = distinct.count
    let key = UInt64(UInt32(truncatingIfNeeded: group)) << 32 | UInt64(UInt32(bitPattern: number))
    _ = distinct.number(of: key)
    if distinct.count > before { counts[group] += 1 }
  }

  private mutating func number(of value: Value) -> Int32 {
    if let known = distinctCodes[value] { return known }
    let number = Int32(distinctValues.count)
    distinctCodes[value] = number
    distinctValues.append(value)
    return number
  }

  // MARK: Currencies

  /// From the one currency of all groups to one for each.
  private mutating func settleSole() {
    guard let code = soleCurrency else { return }
    for group in counts.indices where counts[group] > 0 { currencies[group] = code }
    soleCurrency = nil
  }

  /// Some rows of a group in one currency, of which so many are not zero.
  private mutating func note(_ code: Int32, nonZeroCount: Int64, in group: Int) {
    let current = currencies[group]
    if current == code {
      settledRows[group] += nonZeroCount
    } else if nonZeroCount == 0 {
      if current == CurrencyTable.none { currencies[group] = code }
    } else if current == CurrencyTable.mixed {
      mixedRows[MixedKey(group: group, currency: code), default: 0] += Int(nonZeroCount)
    } else if settledRows[group] == 0 {
      currencies[group] = code
      settledRows[group] = nonZeroCount
    } else {
      mixedRows[MixedKey(group: group, currency: current)] = Int(settledRows[group])
      mixedRows[MixedKey(group: group, currency: code), default: 0] += Int(nonZeroCount)
      currencies[group] = CurrencyTable.mixed
      settledRows[group] = 0
    }
  }

  /// Zero adds nothing in any currency, so it never makes a sum a mixed one.
  @inline(__always)
  private mutating func note(_ code: Int32, isZero: Bool, in group: Int) {
    if currencies[group] == code {
      if !isZero { settledRows[group] += 1 }
    } else {
      note(code, nonZeroCount: isZero ? 0 : 1, in: group)
    }
  }

  // MARK: Parts

  /// Adds what another part of the rows gathered.
  ///
  /// - Parameter groups: for each group of the other its number here.
  mutating func add(_ other: Accumulator, groups: [Int]) throws(Overflow) {
    settleSole()
    var other = other
    other.settleSole()
    if other.hasSums {
      if !hasSums {
        hasSums = true
        scale = other.scale
      }
      for (from, group) in groups.enumerated() where other.sums[from] != 0 {
        if scale == other.scale {
          try addExact(other.sums[from], in: group)
        } else {
          exact[group] = try (exact[group] ?? .zero).adding(
            ExactNumber(Int128(other.sums[from]), scale: other.scale))
        }
      }
    }
    for (from, number) in other.exact {
      exact[groups[from]] = try (exact[groups[from]] ?? .zero).adding(number)
    }
    for (from, sum) in other.measured {
      measured[groups[from], default: MeasuredSum()].add(sum)
    }
    if aggregate.function == .countDistinct || aggregate.function == .dayCount {
      // The counts are of the values that are new here.
      let numbers = other.distinctValues.map { number(of: $0) }
      for key in other.distinct.keys {
        let code = Int32(bitPattern: UInt32(truncatingIfNeeded: key))
        addDistinct(
          numbers.isEmpty ? code : numbers[Int(code)], in: groups[Int(key >> 32)])
      }
    } else {
      for (from, group) in groups.enumerated() { counts[group] += other.counts[from] }
    }
    for (from, value) in other.extremes { keep(value, in: groups[from]) }
    for (from, values) in other.all { all[groups[from], default: []] += values }
    if plain.takes(other.plain) {
      plain.add(other.plain, groups: groups, for: aggregate.function, groupCount: counts.count)
    } else {
      // Numbers of two forms are values.
      other.plain.forEach { keep($0, in: groups[$1]) }
    }
    for (from, group) in groups.enumerated() {
      if other.currencies[from] == CurrencyTable.mixed {
        // Rows that were mixed each by itself, as an amount less one of another currency.
        if other.settledRows[from] > 0 {
          note(CurrencyTable.mixed, nonZeroCount: other.settledRows[from], in: group)
        }
        let rows = other.mixedRows.filter { $0.key.group == from }.sorted {
          $0.key.currency < $1.key.currency
        }
        for (key, count) in rows { note(key.currency, nonZeroCount: Int64(count), in: group) }
      } else if other.currencies[from] != CurrencyTable.none || other.settledRows[from] > 0 {
        note(other.currencies[from], nonZeroCount: other.settledRows[from], in: group)
      }
    }
    for (from, count) in other.blankRows { blankRows[groups[from], default: 0] += count }
    blankAmount = try blankAmount.adding(other.blankAmount)
  }

  /// What was put off while rows came in.
  mutating func finish() {
    settleSole()
    guard aggregate.function == .median else { return }
    if all.isEmpty { return plain.finish(groupCount: counts.count) }
    let numbers = plain
    plain = PlainExtremes()
    numbers.forEach { keep($0, in: $1) }
  }

  /// Rows of each currency in one group, by number.
  func rowsByCurrency(of group: Int, among table: CurrencyTable) -> [Int32: Int] {
    guard currencies[group] == CurrencyTable.mixed else {
      return settledRows[group] > 0 ? [currencies[group]: Int(settledRows[group])] : [:]
    }
    var rows: [Int32: Int] = [:]
    for code in [CurrencyTable.none] + table.codes.indices.map({ Int32($0) }) {
      if let count = mixedRows[MixedKey(group: group, currency: code)] { rows[code] = count }
    }
    return rows
  }

  // MARK: Results

  /// How many values are kept one by one: to be told apart, or for a median.
  var heldCount: Int { distinct.count / 4 + (keptCount + plain.heldCount) / 4 }

  func hasRows(of group: Int) -> Bool { counts[group] > 0 || blankRows[group] != nil }

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
      if exact.isEmpty, measured.isEmpty {
        return Cell(.exact(ExactNumber(Int128(sums[group]), scale: scale)), mark)
      }
      var sum = ExactNumber(Int128(sums[group]), scale: scale)
      if let more = exact[group] { sum = try sum.adding(more) }
      guard Int64(exactly: sum.digits) != nil || sum.scale > scale else { throw Overflow() }
      if var numbers = measured[group] {
        numbers.add(sum.double)
        guard numbers.value.isFinite else { throw Overflow() }
        return Cell(.approximate(numbers.value), mark)
      }
      return Cell(.exact(sum), mark)
    case .minimum, .maximum:
      switch (plain.extreme(of: group), extremes[group]) {
      case (let one?, let other?): return Cell(best(one, other), mark)
      case (let one, let other): return Cell(one ?? other ?? .blank, mark)
      }
    case .median:
      if let values = all[group] { return Cell(try median(values), mark) }
      guard let (lower, upper) = plain.middle(of: group) else { return Cell(.blank, mark) }
      return Cell(try Self.mean(lower, upper), mark)
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
    if case .money(.fixed(let code)) = aggregate.unit { .one(convertedTo ?? code) } else { .none }
  }

  private func median(_ values: [Value]) throws(Overflow) -> Value {
    guard !values.isEmpty else { return .blank }
    let sorted = values.sorted { $0.isLess(than: $1) ?? false }
    let upper = sorted[sorted.count / 2]
    return try Self.mean(sorted.count % 2 == 0 ? sorted[sorted.count / 2 - 1] : upper, upper)
  }

  /// Of the two numbers in the middle, which are one where their count is odd.
  private static func mean(_ lower: Value, _ upper: Value) throws(Overflow) -> Value {
    if lower == upper { return upper }
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
