// Runs a question over loaded sources, one step after another.
import KepiColumns
package import KepiSemantics

/// Answers one question. Each source is aggregated by itself, then the results are matched (R2, R3).
package struct Engine {
  /// More lines than this are not made where no row stands behind them (R16).
  package static let fillLimit = 100_000
  /// How many lines are worked on between two looks at whether to stop.
  static let stride = 1024

  let query: ResolvedQuery
  let store: Store
  let effort: ScanEffort
  let isCancelled: @Sendable () -> Bool
  /// The place of each aggregate among the cells of a line.
  let numbers: [Aggregate: Int]
  private let itemFormulas: [Formula]
  private let hasTargets: Bool
  var domains: [Int: AxisDomain] = [:]
  var remarks = FormulaRemarks()
  /// The days of each store, by the key of the source that counts them so.
  private var coverage: [String: PartCoverage] = [:]
  /// What the metrics fixed by `only` are over the question's own period.
  var attributes = AttributeValues()

  init(
    _ query: ResolvedQuery, _ store: Store, effort: ScanEffort,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.effort = effort
    let numbers = Dictionary(
      uniqueKeysWithValues: query.aggregates.enumerated().map { ($0.element, $0.offset) })
    self.numbers = numbers
    itemFormulas = query.items.map { $0.formula.numbered(numbers) }
    hasTargets = query.formulas.contains(where: \.hasTarget)
    self.query = query
    self.store = store
    self.isCancelled = isCancelled
  }

  package static func answer(
    _ query: ResolvedQuery, over store: Store, effort: ScanEffort = .all,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(EngineFailure) -> QueryResult {
    var engine = Engine(query, store, effort: effort, isCancelled: isCancelled)
    return try engine.run()
  }

  // MARK: The steps

  mutating func askAttributes() throws(EngineFailure) {
    for (attribute, question) in query.attributes where attribute.scope == .question {
      attributes.set(attribute, try values(of: question))
    }
  }

  /// The first item of a question for each of its groups and stretches, whatever it ranks or sorts.
  static func things(
    of question: ResolvedQuery, over store: Store, effort: ScanEffort,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(EngineFailure) -> [AttributeValues.ByThing] {
    var engine = Engine(question, store, effort: effort, isCancelled: isCancelled)
    try engine.askAttributes()
    let scan = try engine.scan(Level(axes: Array(question.axes.indices)))
    var unfilled: Int?
    let keys = try engine.lineKeys(scan, &unfilled)
    var result = Array(
      repeating: AttributeValues.ByThing(), count: max(1, question.stretches.count))
    for line in try engine.lines(for: keys, scan, kind: .plain) {
      let bucket = Int(line.key.bucket)
      let stretch = scan.buckets.indices.contains(bucket) ? scan.buckets[bucket].stretch : 0
      result[stretch][line.line.groups] = line.line.cells[0].value
    }
    return result
  }

  private mutating func run() throws(EngineFailure) -> QueryResult {
    try askAttributes()
    let whole = Level(axes: Array(query.axes.indices))
    let scan = try scan(whole, ofBest: true)
    var unfilled: Int?
    let keys = try lineKeys(scan, &unfilled)
    let candidates = try candidates(among: keys, scan)
    let ranked = candidates == nil ? try keysOfBestMembers(among: keys, scan) : nil
    if candidates == nil, query.top == nil || ranked != nil,
      let columns = try columnLines(for: ranked ?? keys, scan)
    {
      return result(LineList(columns), scan, mixes: [], unfilled)
    }
    var lines = try lines(for: candidates ?? ranked ?? keys, scan, kind: .plain)
    let all = lines
    try refuseMixes(in: all, scan)

    if let having = query.having.map(numbered) {
      var kept: [WorkingLine] = []
      for (place, line) in lines.enumerated() {
        try stopIfCancelled(after: place)
        if try evaluate(numbered: having, line).value == .truth(true) { kept.append(line) }
      }
      lines = kept
    }
    if let top = query.top, ranked == nil { lines = try self.ranked(lines, top, whole) }
    let totals = query.showsTotals ? try totalLines(whole) : []
    lines = together(try sorted(lines), under: totals)
    if let limit = query.limit { lines = Array(lines.prefix(limit)) }
    let others =
      query.showsOthers ? try otherLines(besides: lines.map(\.key), of: keys, whole, scan) : []
    let shown = lines.map(\.line)
    let mixes = mixes(in: all, others + totals, scan)

    return result(
      LineList(arranged(shown, others: others, totals: totals)), scan, mixes: mixes, unfilled)
  }

  private func result(
    _ lines: LineList, _ scan: LevelScan, mixes: [QueryResult.Mix], _ unfilled: Int?
  ) -> QueryResult {
    QueryResult(
      lines: lines,
      uses: query.sources.compactMap { source in
        scan.base(of: source).map { base in
          QueryResult.Use(
            source: source, rowsRead: store[source]?.table.rowCount ?? 0, rowsKept: base.rowsKept,
            undatedRows: base.undatedRows, childlessRows: base.childlessRows)
        }
      }, mixes: mixes, omissions: omissions(in: scan), dayShares: dayShares(in: scan),
      zeroDenominators: remarks.zeroDenominators, unfilledLineCount: unfilled)
  }

  /// - Parameters:
  ///   - ofBest: whether lines that the question cannot show may be missing.
  ///   - recordsRows: whether the rows of each aggregate are kept.
  ///   - place: for each pass where the rows of its lines go; `nil` leaves them there.
  mutating func scan(
    _ level: Level, ofBest: Bool = false, recordsRows: Bool = false,
    placing place: (PassEntry, LevelScan) throws(EngineFailure) -> ScanRequest.Placing? = {
      (_, _) throws(EngineFailure) in nil
    }
  ) throws(EngineFailure) -> LevelScan {
    var scan = LevelScan(level: level, buckets: query.buckets(of: level.axes))
    var found: [(entry: PassEntry, result: ScanResult?)] = []
    // Codes are given source by source, then the rows of all are read together.
    var waiting: [DensePass] = []
    for source in query.sources {
      guard let loaded = store[source] else { throw .internalMismatch }
      let aggregates = query.aggregates.filter { $0.source == source }
      var keys: [PassKey] = [.base]
      for aggregate in aggregates where !keys.contains(aggregate.passKey) {
        keys.append(aggregate.passKey)
      }
      for key in keys {
        let entry = PassEntry(
          source: source, key: key, pass: Self.pass(key, scan, loaded, of: query))
        var request = ScanRequest(
          valueAxes: entry.pass.valueAxes, windows: entry.pass.windows,
          aggregates: aggregates.filter { $0.passKey == key },
          hasOwnDays: key.context.times.isEmpty)
        request.recordsRows = recordsRows
        request.best = ofBest ? best(of: request.aggregates, level) : nil
        request.place = try place(entry, scan)
        var sourceScan = SourceScan(
          query, loaded, in: store, attributes: try attributes(of: request.aggregates, entry.pass),
          effort: effort, isCancelled: isCancelled)
        if let pass = try sourceScan.densePass(request, domains: &domains) {
          waiting.append(pass)
          found.append((entry, nil))
        } else {
          found.append((entry, try sourceScan.looked(up: request, domains: &domains)))
        }
      }
    }
    var results = try DensePass.results(of: waiting, effort)[...]
    for (entry, result) in found {
      guard let result = result ?? results.popFirst() else { throw .internalMismatch }
      if let cut = result.cutRow {
        throw .rowsCut(source: entry.source, rows: cut.rows, at: cut.at)
      }
      var pass = entry.pass
      pass.result = result
      scan.passes.append(PassEntry(source: entry.source, key: entry.key, pass: pass))
    }
    return scan
  }

  static func pass(
    _ key: PassKey, _ scan: LevelScan, _ loaded: LoadedSource, of query: ResolvedQuery
  ) -> Pass {
    let kept = scan.level.axes.filter { key.context.keeps($0) }
    let buckets = query.buckets(of: kept)
    let stretches = query.stretches(
      of: buckets, key.context, measuredAtEnd: key.isMeasuredAtEnd,
      lastDay: loaded.schema.extent?.days?.upperBound, loaded: loaded.schema.extent?.days)
    // A step of the level belongs to the step of the pass that holds it.
    let bucketMap = Bucket.places(of: scan.buckets, in: buckets)
    let levelValues = query.valueAxes(of: scan.level)
    let valueAxes = levelValues.filter { key.context.keeps($0) }
    return Pass(
      buckets: buckets, stretches: stretches, valueAxes: valueAxes, bucketMap: bucketMap,
      codePlaces: levelValues.indices.filter { key.context.keeps(levelValues[$0]) },
      isWhole: kept.count == scan.level.axes.count)
  }

  // MARK: Lines

  /// The groups of which any source has a row, each for every step of time (R16). Brackets never
  /// remove a group; earlier periods and windows may add one.
  mutating func lineKeys(
    _ scan: LevelScan, _ unfilled: inout Int?
  ) throws(EngineFailure) -> [GroupKey] {
    if scan.level.axes.isEmpty { return [GroupKey(bucket: 0, codes: [])] }
    let keys = try rowKeys(scan)
    if query.isOfThings { return try thingKeys(scan, with: keys) }
    guard hasGrain(scan.level), query.fill != .none else { return keys }
    var combinations: [GroupCodes] = []
    var known: Set<GroupCodes> = []
    for key in keys where known.insert(key.codes).inserted { combinations.append(key.codes) }
    // A question by time alone has a line for each step, even if no row meets its conditions.
    if query.valueAxes(of: scan.level).isEmpty { combinations = [[]] }
    let count = combinations.count * scan.buckets.count
    guard count <= Self.fillLimit else {
      unfilled = count
      return keys
    }
    return combinations.flatMap { codes in
      scan.buckets.indices.map { GroupKey(bucket: Int32($0), codes: codes) }
    }
  }

  /// Every group that any row has, for every stretch: a thing without a row in it has a value of 0.
  private mutating func thingKeys(
    _ scan: LevelScan, with keys: [GroupKey]
  ) throws(EngineFailure) -> [GroupKey] {
    let valueAxes = query.valueAxes(of: scan.level)
    var combinations: [GroupCodes] = []
    var seen: Set<GroupCodes> = []
    for key in keys where seen.insert(key.codes).inserted { combinations.append(key.codes) }
    for entry in scan.passes where entry.key == .base && entry.pass.valueAxes == valueAxes {
      guard let loaded = store[entry.source] else { throw .internalMismatch }
      for codes in try everSeen(loaded, valueAxes).sorted(by: { $0.lexicographicallyPrecedes($1) })
      where seen.insert(codes).inserted {
        combinations.append(codes)
      }
    }
    return combinations.flatMap { codes in
      (0..<max(1, scan.buckets.count)).map { GroupKey(bucket: Int32($0), codes: codes) }
    }
  }

  /// The lines that rows stand behind. With `fill none` only the rows of a step itself make one.
  func rowKeys(_ scan: LevelScan) throws(EngineFailure) -> [GroupKey] {
    let takesWindows = query.fill != .none || !hasGrain(scan.level)
    let entries = scan.passes.filter { $0.key == .base || (takesWindows && $0.addsLines) }
    if entries.count == 1 { return entries[0].pass.result.keys }
    var seen: Set<GroupKey> = []
    var keys: [GroupKey] = []
    for entry in scan.passes where entry.key == .base || (takesWindows && entry.addsLines) {
      for key in entry.pass.result.keys where seen.insert(key).inserted {
        if keys.count % Self.stride == 0, isCancelled() { throw .cancelled }
        keys.append(key)
      }
    }
    return keys
  }

  /// Refuses more lines than a question may take memory for.
  func checkRoom(forLines count: Int) throws(EngineFailure) {
    let cellCount = numbers.count + query.items.count + query.axes.count
    guard count <= effort.lineLimit(cellCount: cellCount) else {
      throw .tooLarge(groupCount: count)
    }
  }

  func hasGrain(_ level: Level) -> Bool {
    level.axes.count > query.valueAxes(of: level).count
  }

  mutating func lines(
    for keys: [GroupKey], _ scan: LevelScan, kind: QueryResult.Line.Kind
  ) throws(EngineFailure) -> [WorkingLine] {
    try checkRoom(forLines: keys.count)
    var seen: [Int: Set<GroupCodes>] = [:]
    let dayContexts = query.formulas.flatMap(\.dayContexts)
    let loadedDays = query.sources.compactMap { store[$0]?.schema.extent?.days }
    let loaded = loadedDays.dropFirst().reduce(loadedDays.first) { days, more in
      days.map { min($0.lowerBound, more.lowerBound)...max($0.upperBound, more.upperBound) }
    }
    var dayWindows: [AggregateContext: [ClosedRange<Day>?]] = [:]
    for context in dayContexts {
      // A grouping that brackets ignore parts no days: `days()` is then of all that it parted.
      let buckets = query.buckets(of: scan.level.axes.filter { context.keeps($0) })
      let windows = query.windows(
        of: buckets, context, measuredAtEnd: false, lastDay: nil, loaded: loaded)
      dayWindows[context] = scan.buckets.map { bucket in
        buckets.firstIndex { $0.holds(bucket) }.flatMap { windows[$0] }
      }
    }
    var wholes: [AggregateContext: [ClosedRange<Day>?]] = [:]
    for context in hasTargets ? query.formulas.flatMap(\.targetContexts) : [] {
      let buckets = query.buckets(of: scan.level.axes.filter { context.keeps($0) })
      let moved = query.stretches(
        of: buckets, context, measuredAtEnd: true, lastDay: nil, loaded: nil)
      wholes[context] = Bucket.places(of: scan.buckets, in: buckets).map { moved[$0]?.whole }
    }
    var lines: [WorkingLine] = []
    lines.reserveCapacity(keys.count)
    let passes = scan.passes.compactMap { entry in
      store[entry.source].map { LinePass(entry.pass, $0, numbers) }
    }
    // Steps of a group come in order, so what was last is what is carried on.
    var last: [GroupCodes: [Cell?]] = [:]
    for (line, key) in keys.enumerated() {
      if line % Self.stride == 0, isCancelled() { throw .cancelled }
      let place = Int(key.bucket)
      let bucket = scan.buckets.indices.contains(place) ? scan.buckets[place] : nil
      let groups = values(of: key, scan.level, bucket, kind)
      var cells = [Cell](repeating: .blank, count: numbers.count)
      for (number, entry) in passes.enumerated() {
        let own = entry.pass.key(of: key)
        // Most often the lines are those of the pass, in its order.
        let group = entry.line(of: own, at: line)
        for index in entry.places.indices {
          let cellPlace = entry.places[index]
          if let group, let cell = try entry.cell(index, group) {
            cells[cellPlace] = cell
            if query.fill == .previous {
              last[key.codes, default: Array(repeating: nil, count: numbers.count)][cellPlace] =
                cell
            }
          } else if query.fill == .previous {
            cells[cellPlace] = last[key.codes]?[cellPlace] ?? .blank
          } else if try !isCovered(entry.aggregates[index], entry.loaded, entry.pass, key, own) {
            cells[cellPlace] = .blank
          } else if query.fill != .zero, let days = entry.pass.result.standingWindows[index],
            !days.contains(own.bucket)
          {
            cells[cellPlace] = .blank
          } else if query.fill == .blank, group == nil {
            cells[cellPlace] = .blank
          } else if query.fill == .zero {
            cells[cellPlace] = entry.zero(index, isSeen: true)
          } else {
            if seen[number] == nil {
              seen[number] = try everSeen(entry.loaded, entry.pass.valueAxes)
            }
            let isSeen = group != nil || seen[number]?.contains(own.codes) == true
            cells[cellPlace] = entry.zero(index, isSeen: isSeen)
          }
        }
      }
      var context = LineContext(
        cells: cells, groups: groups,
        days: dayWindows.isEmpty
          ? [:] : dayWindows.compactMapValues { $0.indices.contains(place) ? $0[place] : nil },
        calendar: query.calendar,
        // Groups that are not shown are no one group that a target could be set for.
        conditions: hasTargets && kind != .others ? conditions(of: groups, scan.level) : nil,
        whole: hasTargets ? bucket.map { wholeDays(of: $0, scan.level) } : bucket?.whole)
      if !wholes.isEmpty {
        context.wholes = wholes.compactMapValues { $0.indices.contains(place) ? $0[place] : nil }
      }
      var items: [Cell] = []
      items.reserveCapacity(itemFormulas.count)
      for formula in itemFormulas { items.append(try evaluate(formula, context)) }
      lines.append(
        WorkingLine(
          key: key, context: context,
          line: QueryResult.Line(kind: kind, groups: groups, cells: items, days: bucket?.days)))
    }
    return lines
  }

  /// The whole step that a line is one of; where two grains cut one another, what they have in
  /// common.
  private func wholeDays(of bucket: Bucket, _ level: Level) -> ClosedRange<Day> {
    let grains = level.axes.compactMap { place -> Grain? in
      if case .grain(let grain) = query.axes[place].form { grain } else { nil }
    }
    return zip(grains, bucket.steps).reduce(bucket.whole) { days, step in
      days.clamped(to: query.calendar.range(of: step.0, holding: step.1))
    }
  }

  /// What a line is about, as targets name it: its groups and what `where` fixes.
  private func conditions(of groups: [Value], _ level: Level) -> [String: Value]? {
    guard var result = query.fixedConditions else { return nil }
    for place in level.axes where !query.isGrain(place) {
      result[query.axes[place].key] = groups[place]
    }
    return result
  }

  private mutating func everSeen(
    _ loaded: LoadedSource, _ valueAxes: [Int]
  ) throws(EngineFailure) -> Set<GroupCodes> {
    var scan = SourceScan(
      query, loaded, in: store, attributes: attributes, effort: effort, isCancelled: isCancelled)
    return try scan.everSeen(valueAxes, domains: &domains)
  }

  mutating func evaluate(
    _ formula: Formula, _ context: LineContext
  ) throws(EngineFailure) -> Cell {
    do { return try formula.cell(in: context, &remarks) } catch { throw .overflow }
  }

  func numbered(_ formula: Formula) -> Formula { formula.numbered(numbers) }

  /// Without remarks: they are made on the numbers that are shown.
  func evaluate(
    _ formula: Formula, _ line: WorkingLine
  ) throws(EngineFailure) -> Cell {
    try evaluate(numbered: numbered(formula), line)
  }

  func evaluate(numbered formula: Formula, _ line: WorkingLine) throws(EngineFailure) -> Cell {
    var ignored = FormulaRemarks()
    do { return try formula.cell(in: line.context, &ignored) } catch { throw .overflow }
  }

  /// The values of a line's groups, in the order of `by`; the mark of its kind where it has none.
  private func values(
    of key: GroupKey, _ level: Level, _ bucket: Bucket?, _ kind: QueryResult.Line.Kind
  ) -> [Value] {
    var code = 0
    var step = 0
    return query.axes.indices.map { place in
      guard level.axes.contains(place) else {
        return .text(kind == .others ? "(others)" : "(total)")
      }
      switch query.axes[place].form {
      case .grain:
        step += 1
        return bucket.map { .day($0.steps[step - 1]) } ?? .blank
      case .value:
        code += 1
        return domains[place]?.values[Int(key.codes[code - 1])] ?? .blank
      }
    }
  }

  /// Whether a source covers any of the days of a line that an aggregate reads (R7).
  private mutating func isCovered(
    _ aggregate: Aggregate, _ loaded: LoadedSource, _ pass: Pass, _ line: GroupKey, _ own: GroupKey
  ) throws(EngineFailure) -> Bool {
    let window = pass.window(of: line)
    guard loaded.schema.coverageColumn != nil else {
      return covers(loaded, window, loaded.schema.extent?.days)
    }
    return try days(of: aggregate, loaded, pass, own).contains { covers(loaded, window, $0) }
  }

  /// Whether a source that covers some days covers any of a line's (R7).
  func covers(
    _ loaded: LoadedSource, _ window: ClosedRange<Day>??, _ covered: ClosedRange<Day>?
  ) -> Bool {
    guard loaded.schema.dayColumn != nil else { return true }
    // A day or a week without a partner is covered by nothing.
    guard let days = window ?? nil, var covered else { return false }
    if let asOf = query.asOf, asOf.isWritten {
      guard covered.lowerBound <= asOf.day else { return false }
      covered = covered.lowerBound...min(covered.upperBound, asOf.day)
    }
    return CalendarRules.commonDays(covered, days) > 0
  }

  /// With `coverage: store`, the days of the line's own store; of the stores that `where` and the
  /// brackets let in where the line is not of one.
  private mutating func days(
    of aggregate: Aggregate, _ loaded: LoadedSource, _ pass: Pass, _ own: GroupKey
  ) throws(EngineFailure) -> [ClosedRange<Day>] {
    let source = loaded.schema.key
    if coverage[source] == nil { coverage[source] = PartCoverage(loaded, in: store) }
    guard let column = coverage[source]?.column else {
      return [loaded.schema.extent?.days].compactMap { $0 }
    }
    for (place, axis) in pass.valueAxes.enumerated() {
      guard case .value(let expressions) = query.axes[axis].form,
        case .column(let reference) = expressions[source], reference.path.isEmpty,
        reference.column == column
      else { continue }
      let part = domains[axis]?.values[Int(own.codes[place])] ?? .blank
      return coverage[source]?.days(of: part) ?? []
    }
    let conditions = [query.filters[source], aggregate.filter].compactMap { $0 }
    do { return try coverage[source]?.days(where: conditions) ?? [] } catch { throw .overflow }
  }

  // MARK: Totals

  /// A line for each value of the first name in `by`, for each pair of the first two, and so on,
  /// and one for all (R13).
  private mutating func totalLines(_ whole: Level) throws(EngineFailure) -> [QueryResult.Line] {
    var result: [QueryResult.Line] = []
    for count in (0..<(query.totalsAreOfAll ? min(1, whole.axes.count) : whole.axes.count))
      .reversed()
    {
      let scan = try scan(Level(axes: Array(whole.axes.prefix(count))))
      var unfilled: Int?
      let keys = try lineKeys(scan, &unfilled)
      result += try sorted(try lines(for: keys, scan, kind: .total)).map(\.line)
    }
    return result
  }

  // MARK: What to say

  /// Refuses a question if under one of its items every line is in several currencies (R15).
  private func refuseMixes(
    in lines: [WorkingLine], _ scan: LevelScan
  ) throws(EngineFailure) {
    for mix in mixes(in: lines, [], scan) where mix.lineCount == lines.count {
      throw .currenciesMixed(mix)
    }
  }

  /// Items of which some lines hold money of several currencies, with the rows of those lines
  /// alone; where only totals or others do, with all rows.
  private func mixes(
    in lines: [WorkingLine], _ summing: [QueryResult.Line], _ scan: LevelScan
  ) -> [QueryResult.Mix] {
    var result: [QueryResult.Mix] = []
    for place in query.items.indices {
      let mixed = lines.filter { $0.line.cells[place].currency == .mixed }
      let count = mixed.count + summing.count { $0.cells[place].currency == .mixed }
      guard count > 0 else { continue }
      let owners = mixed.isEmpty ? lines : mixed
      // The first number that is mixed by itself tells why; else the numbers do together.
      let each = query.items[place].formula.aggregates.map {
        rowsByCurrency(of: $0, in: owners, scan)
      }
      let rows =
        each.first { $0.count > 1 }
        ?? each.reduce(into: [:]) { sum, own in sum.merge(own, uniquingKeysWith: max) }
      result.append(
        QueryResult.Mix(
          item: place, lineCount: count,
          rows: rows.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }))
    }
    return result
  }

  private func rowsByCurrency(
    of aggregate: Aggregate, in lines: [WorkingLine], _ scan: LevelScan
  ) -> [String: Int] {
    var rows: [String: Int] = [:]
    for entry in scan.passes where entry.source == aggregate.source {
      let found = entry.pass.result
      for accumulator in found.accumulators where accumulator.aggregate == aggregate {
        for line in lines {
          guard let group = found.groups[entry.pass.key(of: line.key)] else { continue }
          for (code, count) in accumulator.rowsByCurrency(of: group, among: found.currencies)
          where code != CurrencyTable.mixed {
            let name = code == CurrencyTable.none ? "" : found.currencies.codes[Int(code)]
            rows[name, default: 0] += count
          }
        }
      }
    }
    return rows
  }

  /// Means over days that not every day of the question has rows for, each item once.
  private func dayShares(in scan: LevelScan) -> [QueryResult.DayShare] {
    var result: [QueryResult.DayShare] = []
    for entry in scan.passes {
      let windows = entry.pass.windows.compactMap { $0 }
      let asked = windows.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) + 1 }
      for accumulator in entry.pass.result.accumulators
      where accumulator.aggregate.function == .dayCount {
        let found = accumulator.counts.reduce(0) { $0 + Int($1) }
        guard found < asked,
          let item = query.items.firstIndex(where: {
            $0.formula.aggregates.contains(accumulator.aggregate)
          }), !result.contains(where: { $0.item == item })
        else { continue }
        result.append(
          QueryResult.DayShare(item: item, dayCount: found, wholeDayCount: asked))
      }
    }
    return result
  }

  private func omissions(in scan: LevelScan) -> [QueryResult.Omission] {
    scan.passes.flatMap { entry in
      entry.pass.result.accumulators.compactMap { accumulator in
        let count = accumulator.blankRows.values.reduce(0, +)
        guard count > 0 else { return nil }
        return QueryResult.Omission(
          source: entry.source, rowCount: count, amount: accumulator.blankAmount)
      }
    }
  }
}
