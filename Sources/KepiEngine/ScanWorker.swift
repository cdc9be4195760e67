// One worker of a scan: it reads its share of the rows, block by block.
import KepiColumns
import KepiSemantics

struct ScanWorker: Sendable {
  let query: ResolvedQuery
  let source: LoadedSource
  let effort: ScanEffort
  let isCancelled: @Sendable () -> Bool
  var evaluator: BlockEvaluator
  /// Where the lines are made of the children of this source's rows.
  var family: ChildRows?
  private(set) var request = ScanRequest(
    valueAxes: [], windows: [], aggregates: [], hasOwnDays: true)
  var readers: [AxisReader] = []
  var currencies: [CurrencyReader] = []
  var standing: [StandingDays?] = []
  /// The brackets' conditions of each aggregate on rows of the source itself, and on children where
  /// these part the lines: there they hold for the very child that the line is of (R14).
  var filters: [(own: RowExpression?, children: RowExpression?)] = []
  var lines = LineNumbers(codeCounts: [])
  /// Where rows go to other lines than their own: their own, and for each where its rows go.
  var ownKeys: [GroupKey] = []
  var placed: [[Int32]] = []
  var placedLines: [GroupKey: Int32] = [:]
  let filter: RowExpression?
  /// Whether the pieces are of the days alone that stand for stock.
  var isNarrowed = false
  /// Where the records of rows begin, while a dense scan fills them.
  var starts = RecordStarts()
  var records = GroupRecords()
  var result = ScanResult()

  init(
    _ query: ResolvedQuery, _ source: LoadedSource, in store: Store,
    attributes: AttributeValues, effort: ScanEffort, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.query = query
    self.source = source
    self.effort = effort
    self.isCancelled = isCancelled
    filter = query.filters[source.schema.key]
    let asOf = query.asOf.flatMap { $0.isWritten ? $0.day : nil }
    evaluator = BlockEvaluator(
      SourceRows(source, in: store, attributes: attributes, asOf: asOf))
    if let children = query.children[source.schema.key], let child = store[children.source] {
      family = ChildRows(
        children, of: source,
        in: SourceRows(child, in: store, attributes: attributes, asOf: asOf))
    }
  }

  // MARK: Preparing

  /// All that the workers have in common: codes of texts, currencies, the days that stand for stock.
  mutating func prepare(
    _ request: ScanRequest, _ pieces: [ScanPiece], _ domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) {
    self.request = request
    result = ScanResult()
    result.accumulators = request.aggregates.map {
      Accumulator($0, convertedTo: query.conversion?.code)
    }
    if request.recordsRows { result.found = request.aggregates.map { _ in RowsFound() } }
    ownKeys = []
    placed = []
    placedLines = [:]
    readers = []
    for axis in request.valueAxes {
      var reader = try AxisReader(query, axis, source: source)
      if var family, family.children.axes.contains(axis) {
        defer { self.family = family }
        try reader.prepare(&family.evaluator, &domains[axis, default: .init()])
      } else {
        try reader.prepare(&evaluator, &domains[axis, default: .init()])
      }
      readers.append(reader)
    }
    filters = request.aggregates.map { aggregate in
      family == nil ? (aggregate.filter, nil) : aggregate.filter?.partedFromChildren ?? (nil, nil)
    }
    lines = LineNumbers(codeCounts: readers.map(\.codeCount))
    currencies = request.aggregates.map { CurrencyReader($0.argument) }
    for place in currencies.indices {
      currencies[place].prepare(&evaluator, &result.currencies)
    }
    if let conversion = query.conversion { _ = result.currencies.number(of: conversion.code) }
    // What lies behind links or is computed for rows is found once, not by each worker.
    let expressions = request.aggregates.flatMap { [$0.argument, $0.filter, $0.key] } + [filter]
    for reference in expressions.compactMap({ $0 }).flatMap(\.columns) {
      _ = evaluator.column(reference)
    }
    try checkCuts()
    standing = []
    for aggregate in request.aggregates {
      standing.append(try standingDays(of: aggregate, pieces))
    }
    result.standingWindows = standing.map { $0.map { Set($0.days.keys.map(\.window)) } }
    isNarrowed = false
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
    of aggregate: Aggregate, _ pieces: [ScanPiece]
  ) throws(EngineFailure) -> StandingDays? {
    guard aggregate.function.isOfOneDay, let name = source.schema.dayColumn,
      case .date(let column) = source.table[name]?.column
    else { return nil }
    var standing = StandingDays(column: column)
    let isClosing = aggregate.function == .closing
    for piece in pieces {
      // The first block from the end that has a row tells the day, if there are no keys.
      for block in blocks(of: piece.rows, fromEnd: isClosing) {
        if isCancelled() { throw .cancelled }
        evaluator.window = piece.window
        var rows = piece.rows[block]
        rows = try select(rows, where: filter)
        rows = try select(rows, where: aggregate.filter)
        guard !rows.isEmpty else { continue }
        let keys = try keys(of: aggregate, rows)
        let days = column.days.values(rows)
        let flags = column.present?.flags(rows)
        for place in days.indices where flags?[place] ?? true {
          let key = StandingDays.Key(
            window: piece.window, key: keys?.value(at: place) ?? .blank)
          let isBetter =
            standing.days[key].map { isClosing ? days[place] > $0 : days[place] < $0 } ?? true
          if isBetter { standing.days[key] = days[place] }
        }
        if aggregate.key == nil { break }
      }
    }
    return standing
  }

  private mutating func keys(
    of aggregate: Aggregate, _ rows: Rows
  ) throws(EngineFailure) -> BlockVector? {
    guard let key = aggregate.key else { return nil }
    return try attempt { () throws(Overflow) in try evaluator.values(of: key, at: rows) }
  }

  // MARK: Reading

  mutating func run(
    _ piece: ScanPiece, _ domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) {
    evaluator.window = piece.window
    if request.place == nil { lines.begin(window: piece.window) }
    for block in blocks(of: piece.rows) {
      if isCancelled() { throw .cancelled }
      try read(piece.rows[block], piece.window, &domains)
    }
  }

  func blocks(of rows: Rows, fromEnd: Bool = false) -> [Range<Int>] {
    let count = rows.count
    let ranges = stride(from: 0, to: count, by: effort.blockSize).map {
      $0..<Swift.min($0 + effort.blockSize, count)
    }
    return fromEnd ? ranges.reversed() : ranges
  }

  private mutating func read(
    _ block: Rows, _ window: Int32, _ domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) {
    var rows = block
    if !request.takesAll { rows = try select(rows, where: filter) }
    guard !rows.isEmpty else { return }
    result.rowsKept += rows.count
    let kept = rows
    var groups: Groups
    if family == nil, request.place == nil {
      groups = try lines(of: rows, nil, &domains)
    } else {
      (rows, groups) = try spread(rows, window, &domains)
      guard !rows.isEmpty else { return }
    }
    for place in request.aggregates.indices {
      let aggregate = request.aggregates[place]
      var (own, ownGroups) = (rows, groups)
      if let condition = filters[place].children {
        (own, ownGroups) = try spread(kept, window, &domains, where: condition)
      }
      (own, ownGroups) = try selected(place, own, ownGroups, window)
      result.accumulators[place].grow(to: result.keys.count)
      if !own.isEmpty { try gather(place, aggregate, own, ownGroups) }
    }
    let limit = effort.groupLimit(aggregateCount: request.aggregates.count) / effort.workerCount
    let held = result.accumulators.reduce(result.keys.count) { $0 + $1.heldCount }
    guard held <= max(1, limit) else { throw .tooLarge(groupCount: held) }
  }

  /// The line of each row.
  private mutating func lines(
    of rows: Rows, _ childRows: [Int32]?, _ domains: inout [Int: AxisDomain]
  ) throws(EngineFailure) -> Groups {
    var keys = request.place == nil ? result.keys : ownKeys
    // The keys are moved out and back, so that they are never copied.
    if request.place == nil { result.keys = [] } else { ownKeys = [] }
    defer { if request.place == nil { result.keys = keys } else { ownKeys = keys } }
    if lines.isDense {
      if readers.isEmpty {
        var first: [Int32] = [0]
        lines.number(&first, keys: &keys)
        return .one(Int(first[0]))
      }
      var numbers = [Int32](repeating: 0, count: rows.count)
      for (place, reader) in readers.enumerated() {
        let own = childRows.flatMap { isOfChildren(reader) ? Rows.list($0) : nil } ?? rows
        reader.addCodes(own, times: lines.factor(of: place), to: &numbers)
      }
      lines.number(&numbers, keys: &keys)
      return .each(numbers)
    }
    var codes: [[Int32]] = []
    for place in readers.indices {
      let axis = readers[place].axis
      if let childRows, var family, isOfChildren(readers[place]) {
        defer { self.family = family }
        codes.append(
          try readers[place].codes(
            .list(childRows), &family.evaluator, &domains[axis, default: .init()]))
      } else {
        codes.append(
          try readers[place].codes(rows, &evaluator, &domains[axis, default: .init()]))
      }
    }
    return .each(lines.numbers(codes, count: rows.count, keys: &keys))
  }

  private func isOfChildren(_ reader: AxisReader) -> Bool {
    family?.children.axes.contains(reader.axis) == true
  }

  /// Where children part the lines a row comes once for each of them; for the others it goes to
  /// their lines.
  ///
  /// - Parameter condition: what the children meet beside the question's own conditions.
  private mutating func spread(
    _ block: Rows, _ window: Int32, _ domains: inout [Int: AxisDomain],
    where condition: RowExpression? = nil
  ) throws(EngineFailure) -> (Rows, Groups) {
    var rows = block
    var childRows: [Int32]?
    if family != nil {
      let (parents, children) = try expanded(rows, where: condition)
      rows = .list(parents)
      childRows = children
    }
    guard !rows.isEmpty else { return (.none, .one(0)) }
    lines.begin(window: window)
    let own = try lines(of: rows, childRows, &domains)
    if let place = request.place {
      for key in ownKeys[placed.count...] {
        var numbers: [Int32] = []
        for line in place(key) {
          if let number = placedLines[line] {
            numbers.append(number)
          } else {
            numbers.append(Int32(truncatingIfNeeded: result.keys.count))
            placedLines[line] = Int32(truncatingIfNeeded: result.keys.count)
            result.keys.append(line)
          }
        }
        placed.append(numbers)
      }
    }
    // A parent counts once in each group in which it has a child (R14).
    var counted: Set<UInt64> = []
    var kept: [Int32] = []
    var groups: [Int32] = []
    for (place, row) in rows.numbers.enumerated() {
      let line = own[place]
      for group in request.place == nil ? [Int32(truncatingIfNeeded: line)] : placed[line] {
        if family != nil {
          let parent =
            UInt64(UInt32(bitPattern: group)) << 32 | UInt64(UInt32(bitPattern: row))
          guard counted.insert(parent).inserted else { continue }
        }
        kept.append(row)
        groups.append(group)
      }
    }
    return (.list(kept), .each(groups))
  }

  /// Rows once for each of their children that meet the conditions on children; those without one
  /// are left out and counted.
  private mutating func expanded(
    _ rows: Rows, where condition: RowExpression?
  ) throws(EngineFailure) -> (parents: [Int32], children: [Int32]) {
    var parents: [Int32] = []
    var children: [Int32] = []
    let isFiltered = !request.takesAll
    for row in rows.numbers {
      let found = try attempt { () throws(Overflow) in
        let all = try family?.children(of: Int(row), isFiltered: isFiltered) ?? []
        guard let condition, !all.isEmpty else { return all }
        return try family?.evaluator.select(.list(all), where: condition).numbers ?? []
      }
      if condition == nil, found.isEmpty, family?.hasChildren(Int(row)) == false {
        result.childlessRows += 1
      }
      for child in found {
        parents.append(row)
        children.append(child)
      }
    }
    return (parents, children)
  }

  // MARK: Aggregates

  mutating func select(
    _ rows: Rows, where condition: RowExpression?
  ) throws(EngineFailure) -> Rows {
    guard let condition, !rows.isEmpty else { return rows }
    return try attempt { () throws(Overflow) in try evaluator.select(rows, where: condition) }
  }

  /// The rows that meet an aggregate's own conditions, with their lines.
  private mutating func selected(
    _ place: Int, _ rows: Rows, _ groups: Groups, _ window: Int32
  ) throws(EngineFailure) -> (Rows, Groups) {
    let aggregate = request.aggregates[place]
    let standing = standing[place]
    var kept = try select(rows, where: filters[place].own)
    var keptGroups = Self.subset(groups, of: rows, to: kept)
    guard let standing, !kept.isEmpty else { return (kept, keptGroups) }
    let keys = try keys(of: aggregate, kept)
    let days = standing.column.days.values(kept)
    let places = days.indices.filter { place in
      let key = StandingDays.Key(window: window, key: keys?.value(at: place) ?? .blank)
      return standing.days[key] == days[place]
    }
    kept = kept.subset(places)
    keptGroups = keptGroups.subset(places)
    return (kept, keptGroups)
  }

  /// The groups of the rows that were kept, where both lists are in order.
  private static func subset(_ groups: Groups, of rows: Rows, to kept: Rows) -> Groups {
    guard case .each(let numbers) = groups, kept.count < rows.count else { return groups }
    switch rows {
    case .range(let range):
      return .each(kept.numbers.map { numbers[Int($0) - range.lowerBound] })
    case .list(let list):
      var result: [Int32] = []
      result.reserveCapacity(kept.count)
      var place = 0
      for row in kept.numbers {
        while list[place] != row { place += 1 }
        result.append(numbers[place])
        // A row may come several times, once for each of its lines.
        place += 1
      }
      return .each(result)
    }
  }

  private mutating func gather(
    _ place: Int, _ aggregate: Aggregate, _ rows: Rows, _ groups: Groups
  ) throws(EngineFailure) {
    if request.recordsRows { try record(place, aggregate, rows) }
    guard let argument = aggregate.argument else {
      return result.accumulators[place].add(rowCount: rows.count, groups)
    }
    var codes = currencies[place].codes(rows, &evaluator, &result.currencies)
    if query.conversion == nil || codes == nil, case .column(let reference) = argument,
      reference.path.isEmpty, let (column, map) = evaluator.column(reference), map == nil,
      result.accumulators[place].add(
        column, rows, groups, codes, rowLimit: source.table.rowCount)
    {
      return
    }
    do {
      let original = try evaluator.values(of: argument, at: rows)
      var vector = original
      if let conversion = query.conversion, let own = codes {
        let blanks: [Int]
        (vector, codes, blanks) = convert(vector, own, rows, by: conversion, result.currencies)
        for blank in blanks {
          result.accumulators[place].addBlank(
            group: groups[blank], amount: original.value(at: blank))
        }
      }
      try result.accumulators[place].add(
        vector, groups: groups, count: rows.count, currencies: codes)
      for (group, amount) in try blanks(in: original, of: argument, rows, groups) {
        result.accumulators[place].addBlank(group: group, amount: amount)
      }
    } catch {
      throw .overflow
    }
  }

  /// Keeps rows with what each of them gives.
  private mutating func record(
    _ place: Int, _ aggregate: Aggregate, _ rows: Rows
  ) throws(EngineFailure) {
    guard let argument = aggregate.argument else {
      return result.found[place].add(rows) { _ in (Cell(.exact(ExactNumber(1))), nil) }
    }
    let own = try attempt { () throws(Overflow) in try evaluator.values(of: argument, at: rows) }
    let codes = currencies[place].codes(rows, &evaluator, &result.currencies)
    let table = result.currencies
    func cell(_ vector: BlockVector, _ codes: CurrencyCodes?, _ row: Int) -> Cell {
      Cell(vector.value(at: row), codes.map { table.mark($0[row]) } ?? .none)
    }
    guard let conversion = query.conversion, let codes else {
      return result.found[place].add(rows) { row in (cell(own, codes, row), nil) }
    }
    let (vector, converted, _) = convert(own, codes, rows, by: conversion, table)
    result.found[place].add(rows) { row in
      (cell(vector, converted, row), cell(own, codes, row))
    }
  }

  /// Each amount in the currency asked for, at the rate of its day; the places of those without one.
  private func convert(
    _ vector: BlockVector, _ codes: CurrencyCodes, _ rows: Rows, by conversion: Conversion,
    _ table: CurrencyTable
  ) -> (BlockVector, CurrencyCodes, blanks: [Int]) {
    var table = table
    let target = table.number(of: conversion.code)
    // Amounts that are in it already stay exact.
    switch codes {
    case .one(let code): if code == target { return (vector, codes, []) }
    case .each(let each):
      if each.allSatisfy({ $0 == target }) { return (vector, codes, []) }
    }
    let rows = rows.numbers
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
    return (.values(values), .one(target), blanks)
  }

  /// A row whose expression is blank though it has an amount of its own is left out of the sum and
  /// said (R7): no rate for its day, no row behind its link.
  private mutating func blanks(
    in vector: BlockVector, of argument: RowExpression, _ rows: Rows, _ groups: Groups
  ) throws(Overflow) -> [(group: Int, amount: Value)] {
    if case .column(let reference) = argument, reference.path.isEmpty { return [] }
    guard
      let own = argument.columns.first(where: { $0.path.isEmpty && $0.unit.isAmount }),
      argument.columns.contains(where: { !$0.path.isEmpty }) || argument.mayBeBlank
    else { return [] }
    var found: [(Int, Value)] = []
    var amounts: BlockVector?
    for place in 0..<rows.count where vector.value(at: place).isBlank {
      if amounts == nil { amounts = try evaluator.values(of: .column(own), at: rows) }
      guard let amount = amounts?.value(at: place), !amount.isBlank else { continue }
      found.append((groups[place], amount))
    }
    return found
  }

  // MARK: Rows of several days

  /// Rows that cover several days lie in a window whole or not at all (R5).
  private mutating func checkCuts() throws(EngineFailure) {
    guard !request.takesAll, !request.aggregates.isEmpty,
      let first = source.schema.dayColumn,
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
    let cuts = Cuts(request.windows)
    let cut = (0..<source.table.rowCount).filter { row in
      days(of: row).map { cuts.place(in: $0) != nil } ?? false
    }
    let kept = try select(.list(cut.map { Int32($0) }), where: filter)
    guard let row = kept.numbers.first, let days = days(of: Int(row)),
      let place = cuts.place(in: days)
    else { return }
    result.cutRow = (days, place)
  }

  /// Runs work whose only failure is a sum that does not fit.
  private func attempt<T>(_ work: () throws(Overflow) -> T) throws(EngineFailure) -> T {
    do { return try work() } catch { throw .overflow }
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

/// The first days and the last days of windows, in order.
private struct Cuts {
  private let firsts: [Day]
  private let lasts: [Day]

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

extension RowExpression {
  /// Conditions on the rows themselves, and those on their children.
  fileprivate var partedFromChildren: (own: RowExpression?, children: RowExpression?) {
    var own: [RowExpression] = []
    var children: [RowExpression] = []
    for part in conjuncts {
      if case .compare(_, .column(let reference), _) = part,
        case .children(let family) = reference.origin
      {
        if let filter = family.filter { children.append(filter) }
      } else {
        own.append(part)
      }
    }
    return (own.isEmpty ? nil : .and(own), children.isEmpty ? nil : .and(children))
  }

  var conjuncts: [RowExpression] {
    if case .and(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }
}
