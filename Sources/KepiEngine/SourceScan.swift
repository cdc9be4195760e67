// One pass over one source: selects its rows, finds their lines, gathers the aggregates.
import KepiColumns
import KepiSemantics

/// What a pass found, line by line.
struct ScanResult {
  var groups: [GroupKey: Int] = [:]
  var keys: [GroupKey] = []
  var accumulators: [Accumulator] = []
  var currencies = CurrencyTable()
  /// For each aggregate measured at the end or the beginning of a window the windows that have such a
  /// day (R12): without one there is no stock to speak of, not a stock of 0.
  var standingWindows: [Set<Int32>?] = []
  /// Rows of the windows that met the question's conditions.
  var rowsKept = 0
  /// Rows without a day, which a question about a period cannot place.
  var undatedRows = 0
  /// Parents without any child, which no line can hold.
  var childlessRows = 0
  /// A row of several days that a window would cut.
  var cutRow: (rows: ClosedRange<Day>, at: Day)?
}

/// One pass: the lines it makes, the days behind each, and what is gathered.
struct ScanRequest {
  /// Places of the value axes that part the rows, in order.
  let valueAxes: [Int]
  /// The days behind each step of time; one entry where time does not part the lines.
  let windows: [ClosedRange<Day>?]
  let aggregates: [Aggregate]
  /// Whether the days are the question's own, and no bracket or baseline moved them.
  let hasOwnDays: Bool
  typealias Placing = (GroupKey) -> [GroupKey]
  /// The lines that take the rows of a line. It makes those of the others without ever adding
  /// finished values.
  var place: Placing?
}

/// The lines of a scan, numbered as they are met.
private struct LineNumbers {
  private var index: [GroupKey: Int32] = [:]
  /// By the step and the codes of a row, so that a line is made once.
  private var known: [[Int32]: [Int32]] = [:]

  mutating func numbers(
    of combination: [Int32], placedBy place: ScanRequest.Placing?, in result: inout ScanResult
  ) -> [Int32] {
    if let known = known[combination] { return known }
    let key = GroupKey(bucket: combination[0], codes: Array(combination.dropFirst()))
    var numbers: [Int32] = []
    for line in place?(key) ?? [key] {
      if let number = index[line] {
        numbers.append(number)
      } else {
        index[line] = Int32(result.keys.count)
        numbers.append(Int32(result.keys.count))
        result.keys.append(line)
      }
    }
    known[combination] = numbers
    return numbers
  }
}

struct SourceScan {
  private static let blockSize = 8192

  let query: ResolvedQuery
  let source: LoadedSource
  let isCancelled: @Sendable () -> Bool
  private var evaluator: BlockEvaluator
  private var hasOwnDays = true
  /// Where the lines are made of the children of this source's rows.
  private var family: ChildRows?

  init(
    _ query: ResolvedQuery, _ source: LoadedSource, in store: Store,
    attributes: AttributeValues, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.query = query
    self.source = source
    self.isCancelled = isCancelled
    let asOf = query.asOf.flatMap { $0.isWritten ? $0.day : nil }
    evaluator = BlockEvaluator(
      SourceRows(source, in: store, attributes: attributes, asOf: asOf))
    if let children = query.children[source.schema.key], let child = store[children.source] {
      family = ChildRows(
        children, of: source,
        in: SourceRows(child, in: store, attributes: attributes, asOf: asOf))
    }
  }

  /// Gathers aggregates of this source.
  mutating func run(
    _ request: ScanRequest, domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> ScanResult {
    let aggregates = request.aggregates
    hasOwnDays = request.hasOwnDays
    var result = ScanResult()
    result.accumulators = aggregates.map { Accumulator($0) }
    let table = try WindowTable(request.windows, isCancelled: isCancelled)
    let cuts = Cuts(request.windows)
    // A row counts once for each of its windows: blocks of as many rows as ever would be too long
    // to be stopped between.
    let blockSize = max(1, Self.blockSize / table.overlap)
    var readers: [AxisReader] = []
    for axis in request.valueAxes {
      readers.append(try AxisReader(query, axis, source: source))
    }
    var standing: [StandingDays?] = []
    for aggregate in aggregates { standing.append(try standingDays(of: aggregate, table)) }
    result.standingWindows = standing.map { $0.map { Set($0.days.keys.map(\.window)) } }
    let currencies = aggregates.map { CurrencyReader($0.argument) }
    var lines = LineNumbers()

    var start = 0
    let total = source.table.rowCount
    while start < total {
      if isCancelled() { throw .cancelled }
      let end = min(start + blockSize, total)
      var rows = placed(start..<end, table, &result)
      try checkCuts(start..<end, cuts, &result)
      if let filter = query.filters[source.schema.key], !rows.isEmpty {
        rows = try attempt { () throws(Overflow) in try evaluator.select(rows, where: filter) }
      }
      start = end
      guard !rows.isEmpty else { continue }
      result.rowsKept += rows.count
      var windows = self.windows(of: &rows, table)

      // Where children part the lines, a row comes once for each of them.
      let childRows = try expand(&rows, &windows, &result)
      guard !rows.isEmpty else { continue }

      // The codes of each row's line, then the number of the line.
      var codes: [[Int32]] = []
      for place in readers.indices {
        codes.append(try self.codes(&readers[place], rows, childRows, &domains))
      }
      var groups: [Int32] = []
      groups.reserveCapacity(rows.count)
      // Which of the rows each entry of `groups` is for, where that is not one for each.
      var places: [Int]? = request.place == nil && family == nil ? nil : []
      var counted: Set<UInt64> = []
      var combination = Array(repeating: Int32(0), count: codes.count + 1)
      for row in rows.indices {
        combination[0] = windows[row]
        for axis in codes.indices { combination[axis + 1] = codes[axis][row] }
        for group in lines.numbers(of: combination, placedBy: request.place, in: &result) {
          if family != nil {
            // A parent counts once in each group in which it has a child (R14).
            let parent = UInt64(UInt32(bitPattern: group)) << 32 | UInt64(UInt32(rows[row]))
            guard counted.insert(parent).inserted else { continue }
          }
          groups.append(group)
          places?.append(row)
        }
      }
      if let places {
        rows = places.map { rows[$0] }
        windows = places.map { windows[$0] }
      }
      guard !rows.isEmpty else { continue }
      for place in aggregates.indices {
        let selected = try selected(aggregates[place], rows, groups, windows, standing[place])
        try gather(
          place, aggregates[place], selected.rows, selected.groups, currencies[place], &result)
      }
    }
    for place in result.accumulators.indices {
      result.accumulators[place].grow(to: result.keys.count)
    }
    result.groups = Dictionary(
      uniqueKeysWithValues: result.keys.enumerated().map { ($0.element, $0.offset) })
    return result
  }

  /// Rows once for each of their children that meet the conditions on children; those without one
  /// are left out and counted.
  private mutating func expand(
    _ rows: inout [Int32], _ windows: inout [Int32], _ result: inout ScanResult,
    isFiltered: Bool = true
  ) throws(EngineFailure) -> [Int32] {
    guard family != nil else { return [] }
    var expanded: [Int32] = []
    var expandedWindows: [Int32] = []
    var childRows: [Int32] = []
    for (place, row) in rows.enumerated() {
      let children = try attempt { () throws(Overflow) in
        try family?.children(of: Int(row), isFiltered: isFiltered) ?? []
      }
      if children.isEmpty, family?.hasChildren(Int(row)) == false { result.childlessRows += 1 }
      for child in children {
        expanded.append(row)
        expandedWindows.append(windows[place])
        childRows.append(child)
      }
    }
    rows = expanded
    windows = expandedWindows
    return childRows
  }

  private mutating func codes(
    _ reader: inout AxisReader, _ rows: [Int32], _ childRows: [Int32],
    _ domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> [Int32] {
    guard var family, family.children.axes.contains(reader.axis) else {
      return try reader.codes(rows, &evaluator, &domains[reader.axis, default: .init()])
    }
    defer { self.family = family }
    return try reader.codes(
      childRows, &family.evaluator, &domains[reader.axis, default: .init()])
  }

  /// The rows that meet an aggregate's own conditions, with their lines.
  private mutating func selected(
    _ aggregate: Aggregate, _ rows: [Int32], _ groups: [Int32], _ windows: [Int32],
    _ standing: StandingDays?
  ) throws(EngineFailure) -> (rows: [Int32], groups: [Int32]) {
    guard aggregate.filter != nil || standing != nil else { return (rows, groups) }
    var rows = rows
    var groups = groups
    var windows = windows
    if let filter = aggregate.filter {
      let places = try places(of: rows, windows, where: filter)
      if places.count < rows.count {
        groups = places.map { groups[$0] }
        windows = places.map { windows[$0] }
        rows = places.map { rows[$0] }
      }
    }
    guard let standing, !rows.isEmpty else { return (rows, groups) }
    let keys = try keys(of: aggregate, rows)
    let places = rows.indices.filter { place in
      let key = StandingDays.Key(window: windows[place], key: keys?.value(at: place) ?? .blank)
      return standing.days[key] == standing.column.days[Int(rows[place])]
    }
    return (places.map { rows[$0] }, places.map { groups[$0] })
  }

  /// Which of some rows meet a condition, each in its window: a metric fixed by `only` sees the days
  /// of the line.
  private mutating func places(
    of rows: [Int32], _ windows: [Int32], where condition: RowExpression
  ) throws(EngineFailure) -> [Int] {
    let seesLine = condition.attributes.contains { $0.scope == .line }
    var byWindow: [Int32: [Int]] = [:]
    if seesLine {
      for place in rows.indices { byWindow[windows[place], default: []].append(place) }
    } else {
      byWindow[0] = Array(rows.indices)
    }
    var kept: [Int] = []
    for (window, places) in byWindow.sorted(by: { $0.key < $1.key }) {
      evaluator.window = window
      let own = places.map { rows[$0] }
      let chosen = try attempt { () throws(Overflow) in
        try evaluator.select(own, where: condition)
      }
      var next = 0
      for (place, row) in zip(places, own) where next < chosen.count && chosen[next] == row {
        kept.append(place)
        next += 1
      }
    }
    return byWindow.count > 1 ? kept.sorted() : kept
  }

  private mutating func gather(
    _ place: Int, _ aggregate: Aggregate, _ rows: [Int32], _ groups: [Int32],
    _ currency: CurrencyReader, _ result: inout ScanResult
  ) throws(EngineFailure) {
    result.accumulators[place].grow(to: result.keys.count)
    guard !rows.isEmpty else { return }
    guard let argument = aggregate.argument else {
      result.accumulators[place].add(rowsOf: groups)
      return
    }
    do {
      let original = try evaluator.values(of: argument, at: rows)
      var vector = original
      var codes = currency.codes(rows, &evaluator, &result.currencies)
      if let conversion = query.conversion, let own = codes {
        let blanks: [Int]
        (vector, codes, blanks) = convert(vector, own, rows, by: conversion, &result.currencies)
        for blank in blanks {
          result.accumulators[place].addBlank(
            group: groups[blank], amount: original.value(at: blank))
        }
      }
      try result.accumulators[place].add(vector, groups: groups, currencies: codes)
      try noteBlanks(argument, original, rows, groups, &result.accumulators[place])
    } catch {
      throw .overflow
    }
  }

  /// Each amount in the currency asked for, at the rate of its day; the places of those without one.
  private func convert(
    _ vector: BlockVector, _ codes: [Int32], _ rows: [Int32], by conversion: Conversion,
    _ table: inout CurrencyTable
  ) -> (BlockVector, [Int32], blanks: [Int]) {
    let target = table.number(of: conversion.code)
    // Amounts that are in it already stay exact.
    guard codes.contains(where: { $0 != target }) else { return (vector, codes, []) }
    var days: DateColumn?
    if let name = source.schema.dayColumn, case .date(let column) = source.table[name]?.column {
      days = column
    }
    var factors: [Int64: Double] = [:]
    var blanks: [Int] = []
    var values: [Value] = []
    values.reserveCapacity(rows.count)
    for place in rows.indices {
      let value = vector.value(at: place)
      let code = codes[place]
      guard let amount = value.double, code != target else {
        values.append(value)
        continue
      }
      if amount == 0 {
        values.append(.exact(.zero))
        continue
      }
      let day = days?[Int(rows[place])]
      let key = Int64(code) << 32 | Int64(UInt32(truncatingIfNeeded: day?.number ?? -1))
      var factor = factors[key]
      if factor == nil, code >= 0 {
        factor = conversion.factor(from: table.codes[Int(code)], on: day)
        factors[key] = factor
      }
      if let factor {
        values.append(.approximate(amount * factor))
      } else {
        values.append(.blank)
        blanks.append(place)
      }
    }
    return (.values(values), codes.map { _ in target }, blanks)
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

  /// The rows of a range that lie in some window.
  private func placed(
    _ range: Range<Int>, _ table: WindowTable, _ result: inout ScanResult
  ) -> [Int32] {
    guard let name = source.schema.dayColumn, case .date(let days) = source.table[name]?.column
    else { return range.map { Int32($0) } }
    var rows: [Int32] = []
    rows.reserveCapacity(range.count)
    let takesUndated = takesUndated
    days.days.forEach(in: range) { row, day in
      guard days.present.map({ $0[row] }) ?? true else {
        if takesUndated { rows.append(Int32(row)) } else { result.undatedRows += 1 }
        return
      }
      if table[day] != -1 { rows.append(Int32(row)) }
    }
    return rows
  }

  /// A question about all that is loaded holds the rows without a day too. No window and no earlier
  /// period does.
  private var takesUndated: Bool {
    hasOwnDays && query.period?.isAll == true && query.grains.isEmpty
      && query.asOf?.isWritten != true
  }

  /// The window of each row. A row that several windows hold comes once for each.
  private func windows(of rows: inout [Int32], _ table: WindowTable) -> [Int32] {
    guard let name = source.schema.dayColumn, case .date(let days) = source.table[name]?.column
    else { return rows.map { _ in 0 } }
    func isDated(_ row: Int32) -> Bool { days.present.map { $0[Int(row)] } ?? true }
    guard table.isOverlapping else {
      return rows.map { isDated($0) ? table[days.days[Int($0)]] : 0 }
    }
    var repeated: [Int32] = []
    var windows: [Int32] = []
    for row in rows {
      for window in isDated(row) ? table.windows(of: days.days[Int(row)]) : [0] {
        repeated.append(row)
        windows.append(window)
      }
    }
    rows = repeated
    return windows
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
      // A row may come several times, for windows that overlap.
      place += 1
    }
    return result
  }

  /// The first days and the last days of windows, in order.
  private struct Cuts {
    let firsts: [Day]
    let lasts: [Day]

    init(_ windows: [ClosedRange<Day>?]) {
      firsts = windows.compactMap { $0?.lowerBound }.sorted()
      lasts = windows.compactMap { $0?.upperBound }.sorted()
    }

    /// The first day after a cut inside some days.
    func place(in days: ClosedRange<Day>) -> Day? {
      let first = firsts.first(after: days.lowerBound)
      if let first, first <= days.upperBound { return first }
      let end = lasts.first(after: days.lowerBound.advanced(by: -1))
      if let end, end < days.upperBound { return end.advanced(by: 1) }
      return nil
    }
  }

  /// Rows that cover several days lie in a window whole or not at all (R5).
  private mutating func checkCuts(
    _ range: Range<Int>, _ cuts: Cuts, _ result: inout ScanResult
  ) throws(EngineFailure) {
    guard result.cutRow == nil, let first = source.schema.dayColumn,
      case .date(let firsts) = source.table[first]?.column
    else { return }
    var lasts: DateColumn?
    if let last = source.schema.lastDayColumn, case .date(let column) = source.table[last]?.column {
      lasts = column
    }
    var step: Grain?
    if case .grain(let grain) = source.schema.extent?.step { step = grain }
    guard lasts != nil || step != nil else { return }
    let calendar = CalendarRules()
    func days(of row: Int) -> ClosedRange<Day>? {
      guard let begin = firsts[row] else { return nil }
      if let end = lasts?[row], begin <= end { return begin...end }
      return step.map { calendar.range(of: $0, holding: begin) }
    }
    var rows = range.filter { row in
      days(of: row).map { cuts.place(in: $0) != nil } ?? false
    }.map { Int32($0) }
    if let filter = query.filters[source.schema.key], !rows.isEmpty {
      rows = try attempt { () throws(Overflow) in try evaluator.select(rows, where: filter) }
    }
    guard let row = rows.first, let days = days(of: Int(row)), let cut = cuts.place(in: days) else {
      return
    }
    result.cutRow = (days, cut)
  }

  /// For closing and opening stock: the day that stands for each window (R12), for all keys
  /// together or for each by itself.
  struct StandingDays {
    struct Key: Hashable {
      let window: Int32
      let key: Value
    }

    let column: DateColumn
    var days: [Key: Int64] = [:]
  }

  private mutating func standingDays(
    of aggregate: Aggregate, _ table: WindowTable
  ) throws(EngineFailure) -> StandingDays? {
    guard aggregate.function == .closing || aggregate.function == .opening,
      let name = source.schema.dayColumn, case .date(let column) = source.table[name]?.column
    else { return nil }
    var standing = StandingDays(column: column)
    let total = source.table.rowCount
    var start = 0
    while start < total {
      if isCancelled() { throw .cancelled }
      let end = min(start + Self.blockSize, total)
      var scratch = ScanResult()
      var rows = placed(start..<end, table, &scratch)
      start = end
      if let filter = query.filters[source.schema.key], !rows.isEmpty {
        rows = try attempt { () throws(Overflow) in try evaluator.select(rows, where: filter) }
      }
      guard !rows.isEmpty else { continue }
      var windows = self.windows(of: &rows, table)
      if let filter = aggregate.filter {
        let places = try places(of: rows, windows, where: filter)
        rows = places.map { rows[$0] }
        windows = places.map { windows[$0] }
      }
      let keys = try keys(of: aggregate, rows)
      for (place, row) in rows.enumerated() where column[Int(row)] != nil {
        let day = column.days[Int(row)]
        let key = StandingDays.Key(
          window: windows[place], key: keys?.value(at: place) ?? .blank)
        let isBetter =
          standing.days[key].map { aggregate.function == .closing ? day > $0 : day < $0 } ?? true
        if isBetter { standing.days[key] = day }
      }
    }
    return standing
  }

  private mutating func keys(
    of aggregate: Aggregate, _ rows: [Int32]
  ) throws(EngineFailure) -> BlockVector? {
    guard let key = aggregate.key else { return nil }
    return try attempt { () throws(Overflow) in try evaluator.values(of: key, at: rows) }
  }

  // MARK: Groups ever seen

  /// The combinations of values that any row of the source has, whatever the period and the
  /// question's conditions: a sum over none of their rows is 0, over others nothing (R7).
  mutating func everSeen(
    _ valueAxes: [Int], domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> Set<[Int32]> {
    var readers: [AxisReader] = []
    for axis in valueAxes { readers.append(try AxisReader(query, axis, source: source)) }
    var seen: Set<[Int32]> = []
    var start = 0
    let total = source.table.rowCount
    while start < total {
      if isCancelled() { throw .cancelled }
      let end = min(start + Self.blockSize, total)
      var rows = (start..<end).map { Int32($0) }.filter(isRead)
      start = end
      var windows = rows
      var scratch = ScanResult()
      let childRows = try expand(&rows, &windows, &scratch, isFiltered: false)
      var codes: [[Int32]] = []
      for place in readers.indices {
        codes.append(try self.codes(&readers[place], rows, childRows, &domains))
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

extension [Day] {
  /// Of days in order, the first after a day.
  fileprivate func first(after day: Day) -> Day? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low < count ? self[low] : nil
  }
}
