// One pass over one source: selects its rows, finds their lines, gathers the aggregates.
import KepiColumns
import KepiSemantics

/// What a pass found, line by line.
struct ScanResult {
  var groups: [GroupKey: Int] = [:]
  var keys: [GroupKey] = []
  var accumulators: [Accumulator] = []
  var currencies = CurrencyTable()
  /// Rows of the period that met the question's conditions.
  var rowsKept = 0
  /// Rows without a day, which a question about a period cannot place.
  var undatedRows = 0
  /// A row of several days that a bucket or the period would cut.
  var cutRow: (rows: ClosedRange<Day>, at: Day)?
  /// Lines that have a row in some aggregate's own conditions: for `fill none` and nothing else.
  var lineCount: Int { keys.count }
}

struct SourceScan {
  private static let blockSize = 8192

  let query: ResolvedQuery
  let source: LoadedSource
  let isCancelled: @Sendable () -> Bool
  private var evaluator: BlockEvaluator

  init(
    _ query: ResolvedQuery, _ source: LoadedSource, in store: Store,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.query = query
    self.source = source
    self.isCancelled = isCancelled
    evaluator = BlockEvaluator(SourceRows(source, in: store))
  }

  /// Gathers the aggregates of this source for the lines of a level.
  ///
  /// - Parameter place: maps a line to the one that takes its rows, or drops it. It makes the line
  ///   of the others without ever adding finished values.
  mutating func run(
    _ level: Level, aggregates: [Aggregate], domains: inout [Int: AxisDomain],
    place: ((GroupKey) -> GroupKey?)? = nil
  ) throws(EngineFailure) -> ScanResult {
    var result = ScanResult()
    result.accumulators = aggregates.map { Accumulator($0) }
    let buckets = query.buckets(of: level)
    let table = BucketTable(buckets.map(\.days))
    var readers = try query.valueAxes(of: level).map { (axis) throws(EngineFailure) in
      try AxisReader(query, axis, source: source)
    }
    let chosen = try chosenRows(of: aggregates, buckets: table)
    let currencies = aggregates.map { CurrencyReader($0.argument) }
    var index: [GroupKey: Int32] = [:]
    var cache: [[Int32]: Int32] = [:]

    var start = 0
    let total = source.table.rowCount
    while start < total {
      if isCancelled() { throw .cancelled }
      let end = min(start + Self.blockSize, total)
      var (rows, rowBuckets) = placed(start..<end, table, &result)
      try checkStraddlers(start..<end, &result)
      if let filter = query.filters[source.schema.key], !rows.isEmpty {
        let kept = try attempt { () throws(Overflow) in
          try evaluator.select(rows, where: filter)
        }
        rowBuckets = Self.subset(rowBuckets, of: rows, to: kept)
        rows = kept
      }
      start = end
      guard !rows.isEmpty else { continue }
      try checkStretches(rows, rowBuckets, buckets, &result)
      result.rowsKept += rows.count

      // The codes of each row's line, then the number of the line.
      var codes: [[Int32]] = []
      for place in readers.indices {
        codes.append(
          try readers[place].codes(
            rows, &evaluator, &domains[readers[place].axis, default: .init()]))
      }
      var groups: [Int32] = []
      groups.reserveCapacity(rows.count)
      var keptPlaces: [Int]? = place == nil ? nil : []
      var combination = Array(repeating: Int32(0), count: codes.count + 1)
      for row in rows.indices {
        combination[0] = rowBuckets[row]
        for axis in codes.indices { combination[axis + 1] = codes[axis][row] }
        let group: Int32
        if let known = cache[combination] {
          group = known
        } else {
          var key: GroupKey? = GroupKey(
            bucket: combination[0], codes: Array(combination.dropFirst()))
          if let place, let line = key { key = place(line) }
          if let key {
            if let known = index[key] {
              group = known
            } else {
              group = Int32(result.keys.count)
              index[key] = group
              result.keys.append(key)
            }
          } else {
            group = -1
          }
          cache[combination] = group
        }
        if group >= 0 {
          groups.append(group)
          keptPlaces?.append(row)
        }
      }
      if let keptPlaces, keptPlaces.count < rows.count { rows = keptPlaces.map { rows[$0] } }
      guard !rows.isEmpty else { continue }

      for place in aggregates.indices {
        try gather(
          place, aggregates[place], rows, groups, chosen[place], currencies[place], &result)
      }
    }
    for place in result.accumulators.indices {
      result.accumulators[place].grow(to: result.keys.count)
    }
    result.groups = Dictionary(
      uniqueKeysWithValues: result.keys.enumerated().map { ($0.element, $0.offset) })
    return result
  }

  private mutating func gather(
    _ place: Int, _ aggregate: Aggregate, _ rows: [Int32], _ groups: [Int32], _ chosen: Bitmap?,
    _ currency: CurrencyReader, _ result: inout ScanResult
  ) throws(EngineFailure) {
    result.accumulators[place].grow(to: result.keys.count)
    var rows = rows
    var groups = groups
    if let filter = aggregate.filter {
      let kept = try attempt { () throws(Overflow) in try evaluator.select(rows, where: filter) }
      groups = Self.subset(groups, of: rows, to: kept)
      rows = kept
    }
    if let chosen {
      let kept = rows.filter { chosen[Int($0)] }
      groups = Self.subset(groups, of: rows, to: kept)
      rows = kept
    }
    guard !rows.isEmpty else { return }
    guard let argument = aggregate.argument else {
      result.accumulators[place].add(rowsOf: groups)
      return
    }
    do {
      let vector = try evaluator.values(of: argument, at: rows)
      let codes = currency.codes(rows, &evaluator, &result.currencies)
      try result.accumulators[place].add(vector, groups: groups, currencies: codes)
      try noteBlanks(argument, vector, rows, groups, &result.accumulators[place])
    } catch {
      throw .overflow
    }
  }

  /// A row whose expression is blank though it has an amount of its own is left out of the sum and
  /// said (R7): no rate for its day, no row behind its link.
  private mutating func noteBlanks(
    _ argument: RowExpression, _ vector: BlockVector, _ rows: [Int32], _ groups: [Int32],
    _ accumulator: inout Accumulator
  ) throws(Overflow) {
    if case .column(let reference) = argument, reference.path.isEmpty { return }
    guard
      let own = argument.columns.first(where: { $0.path.isEmpty && $0.unit.isAmount }),
      argument.columns.contains(where: { !$0.path.isEmpty }) || argument.mayBeBlank
    else { return }
    var amounts: BlockVector?
    for place in rows.indices where vector.value(at: place).isBlank {
      if amounts == nil { amounts = try evaluator.values(of: .column(own), at: rows) }
      guard let amount = amounts?.value(at: place), !amount.isBlank else { continue }
      accumulator.addBlank(group: groups[place], amount: amount)
    }
  }

  // MARK: Rows

  /// The rows of a range that lie in a bucket, and which.
  private func placed(
    _ range: Range<Int>, _ table: BucketTable, _ result: inout ScanResult
  ) -> ([Int32], [Int32]) {
    var rows: [Int32] = []
    var buckets: [Int32] = []
    rows.reserveCapacity(range.count)
    buckets.reserveCapacity(range.count)
    guard let name = source.schema.dayColumn, case .date(let days) = source.table[name]?.column
    else {
      return (range.map { Int32($0) }, range.map { _ in 0 })
    }
    let takesUndated =
      query.period?.isAll == true && query.grains.isEmpty && query.asOf?.isWritten != true
    days.days.forEach(in: range) { row, day in
      guard days.present.map({ $0[row] }) ?? true else {
        if takesUndated {
          rows.append(Int32(row))
          buckets.append(0)
        } else {
          result.undatedRows += 1
        }
        return
      }
      let bucket = table[day]
      if bucket >= 0 {
        rows.append(Int32(row))
        buckets.append(bucket)
      }
    }
    return (rows, buckets)
  }

  /// The entries that belong to the rows kept, where both lists are in order.
  private static func subset(_ values: [Int32], of rows: [Int32], to kept: [Int32]) -> [Int32] {
    guard kept.count < rows.count else { return values }
    var result: [Int32] = []
    result.reserveCapacity(kept.count)
    var place = 0
    for row in kept {
      while rows[place] != row { place += 1 }
      result.append(values[place])
    }
    return result
  }

  /// Rows that cover several days must lie in one bucket whole (R5).
  private func checkStretches(
    _ rows: [Int32], _ rowBuckets: [Int32], _ buckets: [Bucket], _ result: inout ScanResult
  ) throws(EngineFailure) {
    guard result.cutRow == nil, let first = source.schema.dayColumn,
      let last = source.schema.lastDayColumn, case .date(let firsts) = source.table[first]?.column,
      case .date(let lasts) = source.table[last]?.column
    else { return }
    for (row, bucket) in zip(rows, rowBuckets) {
      guard let end = lasts[Int(row)], let begin = firsts[Int(row)],
        buckets.indices.contains(Int(bucket)), end > buckets[Int(bucket)].days.upperBound
      else { continue }
      result.cutRow = (begin...end, buckets[Int(bucket)].days.upperBound.advanced(by: 1))
      return
    }
  }

  /// Rows that begin before the period and reach into it would be cut at its start.
  private mutating func checkStraddlers(
    _ range: Range<Int>, _ result: inout ScanResult
  ) throws(EngineFailure) {
    guard result.cutRow == nil, let period = query.period?.days,
      let first = source.schema.dayColumn, let last = source.schema.lastDayColumn,
      case .date(let firsts) = source.table[first]?.column,
      case .date(let lasts) = source.table[last]?.column
    else { return }
    var rows = range.filter { row in
      guard let begin = firsts[row], let end = lasts[row] else { return false }
      return begin < period.lowerBound && end >= period.lowerBound
    }.map { Int32($0) }
    if let filter = query.filters[source.schema.key], !rows.isEmpty {
      rows = try attempt { () throws(Overflow) in try evaluator.select(rows, where: filter) }
    }
    if let row = rows.first, let begin = firsts[Int(row)], let end = lasts[Int(row)] {
      result.cutRow = (begin...end, period.lowerBound)
    }
  }

  /// For closing and opening stock: the rows of the day that stands for each bucket (R12).
  private mutating func chosenRows(
    of aggregates: [Aggregate], buckets: BucketTable
  ) throws(EngineFailure) -> [Bitmap?] {
    var result: [Bitmap?] = []
    for aggregate in aggregates {
      guard aggregate.function == .closing || aggregate.function == .opening,
        let name = source.schema.dayColumn, case .date(let days) = source.table[name]?.column
      else {
        result.append(nil)
        continue
      }
      result.append(try closingRows(of: aggregate, days, buckets))
    }
    return result
  }

  private struct StandingKey: Hashable {
    let bucket: Int32
    let key: Value
  }

  private mutating func closingRows(
    of aggregate: Aggregate, _ days: DateColumn, _ buckets: BucketTable
  ) throws(EngineFailure) -> Bitmap {
    var standing: [StandingKey: Int64] = [:]
    var candidates: [(row: Int32, key: StandingKey, day: Int64)] = []
    let total = source.table.rowCount
    var start = 0
    while start < total {
      if isCancelled() { throw .cancelled }
      let end = min(start + Self.blockSize, total)
      var scratch = ScanResult()
      var (rows, _) = placed(start..<end, buckets, &scratch)
      start = end
      let conditions = [query.filters[source.schema.key], aggregate.filter].compactMap { $0 }
      for condition in conditions where !rows.isEmpty {
        rows = try attempt { () throws(Overflow) in try evaluator.select(rows, where: condition) }
      }
      guard !rows.isEmpty else { continue }
      let keys = try aggregate.key.map { (key) throws(EngineFailure) in
        try attempt { () throws(Overflow) in try evaluator.values(of: key, at: rows) }
      }
      for (place, row) in rows.enumerated() where days[Int(row)] != nil {
        let day = days.days[Int(row)]
        let key = StandingKey(bucket: buckets[day], key: keys?.value(at: place) ?? .blank)
        candidates.append((row, key, day))
        let isBetter =
          standing[key].map { aggregate.function == .closing ? day > $0 : day < $0 } ?? true
        if isBetter { standing[key] = day }
      }
    }
    var chosen = Bitmap(repeating: false, count: total)
    for candidate in candidates where standing[candidate.key] == candidate.day {
      chosen[Int(candidate.row)] = true
    }
    return chosen
  }

  // MARK: Groups ever seen

  /// The combinations of values that any row of the source has, whatever the period and the
  /// question's conditions: a sum over none of their rows is 0, over others nothing (R7).
  mutating func everSeen(
    _ level: Level, domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> Set<[Int32]> {
    var readers = try query.valueAxes(of: level).map { (axis) throws(EngineFailure) in
      try AxisReader(query, axis, source: source)
    }
    var seen: Set<[Int32]> = []
    var start = 0
    let total = source.table.rowCount
    while start < total {
      if isCancelled() { throw .cancelled }
      let end = min(start + Self.blockSize, total)
      let rows = (start..<end).map { Int32($0) }.filter(isRead)
      start = end
      var codes: [[Int32]] = []
      for place in readers.indices {
        codes.append(
          try readers[place].codes(
            rows, &evaluator, &domains[readers[place].axis, default: .init()]))
      }
      for row in rows.indices { seen.insert(codes.map { $0[row] }) }
    }
    return seen
  }

  /// A written as-of day hides later rows from everything (R8a).
  private func isRead(_ row: Int32) -> Bool {
    guard let asOf = query.asOf, asOf.isWritten, let name = source.schema.dayColumn,
      case .date(let days) = source.table[name]?.column, let day = days[Int(row)]
    else { return true }
    return day <= asOf.day
  }

  /// Runs work whose only failure is a sum that does not fit.
  private func attempt<T>(_ work: () throws(Overflow) -> T) throws(EngineFailure) -> T {
    do { return try work() } catch { throw .overflow }
  }
}

/// Gives each row its code on one axis.
private struct AxisReader {
  let axis: Int
  private let expression: RowExpression
  /// Whether another source has texts on this axis: numbers are matched with them as written (R3).
  private let asText: Bool
  /// For an axis over one text column: the axis code of each entry of its dictionary.
  private var remap: [Int32]?

  init(_ query: ResolvedQuery, _ axis: Int, source: LoadedSource) throws(EngineFailure) {
    guard case .value(let expressions) = query.axes[axis].form,
      let expression = expressions[source.schema.key]
    else { throw .internalMismatch }
    self.axis = axis
    self.expression = expression
    asText = query.axes[axis].unit == .text && expression.unit != .text
  }

  mutating func codes(
    _ rows: [Int32], _ evaluator: inout BlockEvaluator, _ domain: inout AxisDomain
  ) throws(EngineFailure) -> [Int32] {
    do {
      if let reference = expression.soleTextColumn, expression.unit == .text,
        let (column, map) = evaluator.column(reference), case .text(let text) = column
      {
        if remap == nil {
          var codes: [Int32] = []
          codes.reserveCapacity(text.dictionary.count)
          for (code, entry) in text.dictionary.enumerated() {
            codes.append(
              domain.code(
                of: try expression.value(reading: { _ in code == 0 ? .blank : .text(entry) })))
          }
          remap = codes
        }
        let table = remap ?? []
        return rows.map { row in
          let at = map.map { $0[Int(row)] } ?? row
          return table[at < 0 ? 0 : Int(text.codes[Int(at)])]
        }
      }
      let vector = try evaluator.values(of: expression, at: rows)
      return rows.indices.map { row in
        let value = vector.value(at: row)
        return domain.code(of: asText ? value.presentText.map { .text($0) } ?? .blank : value)
      }
    } catch {
      throw .overflow
    }
  }
}

/// Gives each row the currency of a money expression.
private struct CurrencyReader {
  private var fixed: [String] = []
  private var columns: [ColumnReference] = []
  /// Whether the expression is money itself, and not a ratio of amounts, say.
  private let isMoney: Bool

  init(_ argument: RowExpression?) {
    isMoney = argument?.unit.isMoney ?? false
    if let argument { collect(argument) }
  }

  /// The amounts that a value is made of; what its conditions compare is none of it.
  private mutating func collect(_ expression: RowExpression) {
    switch expression {
    case .column(let reference):
      switch reference.unit {
      case .money(.fixed(let code)): add(code)
      case .money(.column(let name)):
        let column = ColumnReference(
          path: reference.path, source: reference.source, column: name, unit: .text)
        if !columns.contains(column) { columns.append(column) }
      case .money(.unknown), .count, .number, .percent, .days, .text, .date, .truth: break
      }
    case .constant(_, let unit): if case .money(.fixed(let code)) = unit { add(code) }
    case .arithmetic(_, let left, let right, _):
      collect(left)
      collect(right)
    case .conditional(_, let then, let otherwise):
      collect(then)
      collect(otherwise)
    case .function(_, let parts, _): for part in parts { collect(part) }
    case .compare, .and, .or, .not, .membership, .like, .isMissing, .bucket, .step: break
    }
  }

  private mutating func add(_ code: String) {
    if !fixed.contains(code) { fixed.append(code) }
  }

  /// `nil` where the argument is no money, or no row says of which currency.
  func codes(
    _ rows: [Int32], _ evaluator: inout BlockEvaluator, _ table: inout CurrencyTable
  ) -> [Int32]? {
    guard !fixed.isEmpty || !columns.isEmpty else { return nil }
    var result: [Int32]?
    for code in fixed {
      merge(Array(repeating: table.number(of: code), count: rows.count), &result)
    }
    for reference in columns {
      guard let (column, map) = evaluator.column(reference), case .text(let text) = column else {
        continue
      }
      let numbers = text.dictionary.map { table.number(of: $0) }
      merge(
        rows.map { row in
          let at = map.map { $0[Int(row)] } ?? row
          return numbers[at < 0 ? 0 : Int(text.codes[Int(at)])]
        }, &result)
    }
    // What is no amount has no currency, but a ratio of amounts in two is no number.
    return isMoney
      ? result : result?.map { $0 == CurrencyTable.mixed ? $0 : CurrencyTable.none }
  }

  private func merge(_ codes: [Int32], _ result: inout [Int32]?) {
    guard let former = result else {
      result = codes
      return
    }
    result = zip(former, codes).map { $0 == $1 ? $0 : CurrencyTable.mixed }
  }
}

extension Unit {
  fileprivate var isAmount: Bool {
    switch self {
    case .money, .count, .number: true
    case .percent, .days, .text, .date, .truth: false
    }
  }
}

extension RowExpression {
  /// Whether the expression can be blank where its own columns are not: by a division or a choice.
  fileprivate var mayBeBlank: Bool {
    switch self {
    case .arithmetic(.divided, _, _, _): true
    default: false
    }
  }
}
