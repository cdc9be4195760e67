// Runs a question over loaded sources, one step after another.
import KepiColumns
package import KepiSemantics

/// Answers one question. Each source is aggregated by itself, then the results are matched (R2, R3).
package struct Engine {
  /// More lines than this are not made where no row stands behind them (R16).
  package static let fillLimit = 100_000

  private let query: ResolvedQuery
  private let store: Store
  private let isCancelled: @Sendable () -> Bool
  private var domains: [Int: AxisDomain] = [:]
  private var remarks = FormulaRemarks()

  private init(
    _ query: ResolvedQuery, _ store: Store, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.query = query
    self.store = store
    self.isCancelled = isCancelled
  }

  package static func answer(
    _ query: ResolvedQuery, over store: Store,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(EngineFailure) -> QueryResult {
    var engine = Engine(query, store, isCancelled: isCancelled)
    return try engine.run()
  }

  // MARK: The steps

  private mutating func run() throws(EngineFailure) -> QueryResult {
    let whole = Level(axes: Array(query.axes.indices))
    let scans = try scan(whole)
    for (source, scan) in scans {
      if let cut = scan.cutRow { throw .rowsCut(source: source, rows: cut.rows, at: cut.at) }
    }
    var unfilled: Int?
    let keys = lineKeys(whole, scans, &unfilled)
    var lines = try lines(for: keys, whole, scans, kind: .plain)
    let plain = lines.map(\.line)
    try refuseMixes(in: plain, scans)

    if let having = query.having {
      var kept: [WorkingLine] = []
      for line in lines where try evaluate(having, line).value == .truth(true) {
        kept.append(line)
      }
      lines = kept
    }
    if let top = query.top { lines = try ranked(lines, top, whole) }
    let totals = query.showsTotals ? try totalLines(whole) : []
    lines = together(try sorted(lines), under: totals)
    if let limit = query.limit { lines = Array(lines.prefix(limit)) }
    let others = query.showsOthers ? try otherLines(besides: lines, whole) : []
    let shown = lines.map(\.line)
    let mixes = mixes(in: plain + others + totals, scans)

    return QueryResult(
      lines: arranged(shown, others: others, totals: totals),
      uses: query.sources.compactMap { source in
        scans[source].map { scan in
          QueryResult.Use(
            source: source, rowsRead: store[source]?.table.rowCount ?? 0, rowsKept: scan.rowsKept,
            undatedRows: scan.undatedRows)
        }
      }, mixes: mixes, omissions: omissions(in: scans), zeroDenominators: remarks.zeroDenominators,
      unfilledLineCount: unfilled)
  }

  /// A line with what it takes to compute further formulas for it.
  private struct WorkingLine {
    let key: GroupKey
    let context: LineContext
    let line: QueryResult.Line
  }

  private func aggregates(of source: String) -> [Aggregate] {
    query.aggregates.filter { $0.source == source }
  }

  private mutating func scan(
    _ level: Level, place: ((GroupKey) -> GroupKey?)? = nil
  ) throws(EngineFailure) -> [String: ScanResult] {
    var results: [String: ScanResult] = [:]
    for source in query.sources {
      guard let loaded = store[source] else { throw .internalMismatch }
      var scan = SourceScan(query, loaded, in: store, isCancelled: isCancelled)
      results[source] = try scan.run(
        level, aggregates: aggregates(of: source), domains: &domains, place: place)
    }
    return results
  }

  // MARK: Lines

  /// The groups of which any source has a row, each for every step of time (R16).
  private func lineKeys(
    _ level: Level, _ scans: [String: ScanResult], _ unfilled: inout Int?
  ) -> [GroupKey] {
    var seen: Set<GroupKey> = []
    var keys: [GroupKey] = []
    for source in query.sources {
      for key in scans[source]?.keys ?? [] where seen.insert(key).inserted { keys.append(key) }
    }
    if level.axes.isEmpty { return [GroupKey(bucket: 0, codes: [])] }
    let buckets = query.buckets(of: level)
    let hasGrain = level.axes.count > query.valueAxes(of: level).count
    guard hasGrain, query.fill != .none else { return keys }
    var combinations: [[Int32]] = []
    var known: Set<[Int32]> = []
    for key in keys where known.insert(key.codes).inserted { combinations.append(key.codes) }
    // A question by time alone has a line for each step, even if no row meets its conditions.
    if query.valueAxes(of: level).isEmpty { combinations = [[]] }
    let count = combinations.count * buckets.count
    guard count <= Self.fillLimit else {
      unfilled = count
      return keys
    }
    return combinations.flatMap { codes in
      buckets.indices.map { GroupKey(bucket: Int32($0), codes: codes) }
    }
  }

  private mutating func lines(
    for keys: [GroupKey], _ level: Level, _ scans: [String: ScanResult],
    kind: QueryResult.Line.Kind
  ) throws(EngineFailure) -> [WorkingLine] {
    let buckets = query.buckets(of: level)
    var seen: [String: Set<[Int32]>] = [:]
    var lines: [WorkingLine] = []
    lines.reserveCapacity(keys.count)
    for key in keys {
      if isCancelled() { throw .cancelled }
      let bucket = buckets.indices.contains(Int(key.bucket)) ? buckets[Int(key.bucket)] : nil
      let groups = values(of: key, level, bucket, kind)
      var cells: [Aggregate: Cell] = [:]
      for source in query.sources {
        guard let scan = scans[source], let loaded = store[source] else { continue }
        let group = scan.groups[key]
        let isCovered = covers(loaded, bucket?.days, groups)
        for accumulator in scan.accumulators {
          let hasRows = group.map { accumulator.counts[$0] > 0 } ?? false
          if let group, hasRows || accumulator.blankRows[group] != nil {
            cells[accumulator.aggregate] = try result(accumulator, group, scan)
          } else if !isCovered {
            cells[accumulator.aggregate] = .blank
          } else if query.fill == .blank, group == nil {
            cells[accumulator.aggregate] = .blank
          } else if query.fill == .zero {
            cells[accumulator.aggregate] = accumulator.zero(isSeen: true)
          } else {
            if seen[source] == nil { seen[source] = try everSeen(loaded, level) }
            let isSeen = group != nil || seen[source]?.contains(key.codes) == true
            cells[accumulator.aggregate] = accumulator.zero(isSeen: isSeen)
          }
        }
      }
      let context = LineContext(
        cells: cells, groups: groups, days: bucket?.days, calendar: query.calendar)
      var items: [Cell] = []
      for item in query.items { items.append(try evaluate(item.formula, context)) }
      lines.append(
        WorkingLine(
          key: key, context: context,
          line: QueryResult.Line(kind: kind, groups: groups, cells: items, days: bucket?.days)))
    }
    return lines
  }

  private mutating func everSeen(
    _ loaded: LoadedSource, _ level: Level
  ) throws(EngineFailure) -> Set<[Int32]> {
    var scan = SourceScan(query, loaded, in: store, isCancelled: isCancelled)
    return try scan.everSeen(level, domains: &domains)
  }

  private func result(
    _ accumulator: Accumulator, _ group: Int, _ scan: ScanResult
  ) throws(EngineFailure) -> Cell {
    do { return try accumulator.result(group, scan.currencies) } catch { throw .overflow }
  }

  private mutating func evaluate(
    _ formula: Formula, _ context: LineContext
  ) throws(EngineFailure) -> Cell {
    do { return try formula.cell(in: context, &remarks) } catch { throw .overflow }
  }

  private mutating func evaluate(
    _ formula: Formula, _ line: WorkingLine
  ) throws(EngineFailure) -> Cell {
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

  /// Whether a source covers any of a line's days (R7).
  private func covers(
    _ loaded: LoadedSource, _ days: ClosedRange<Day>?, _ groups: [Value]
  ) -> Bool {
    guard loaded.schema.dayColumn != nil else { return true }
    guard let days, var covered = loaded.schema.extent?.days else { return false }
    if let column = loaded.schema.coverageColumn,
      let own = ownCoverage(loaded, column, groups)
    {
      guard let own else { return false }
      covered = own
    }
    if let asOf = query.asOf, asOf.isWritten {
      guard covered.lowerBound <= asOf.day else { return false }
      covered = covered.lowerBound...min(covered.upperBound, asOf.day)
    }
    return CalendarRules.commonDays(covered, days) > 0
  }

  /// With `coverage: store`, the days of the line's own store; `nil` where no axis is that column,
  /// and a range of `nil` where the store has no row.
  private func ownCoverage(
    _ loaded: LoadedSource, _ column: String, _ groups: [Value]
  ) -> ClosedRange<Day>?? {
    for (place, axis) in query.axes.enumerated() {
      guard case .value(let expressions) = axis.form,
        case .column(let reference) = expressions[loaded.schema.key],
        reference.path.isEmpty, reference.column == column, groups.indices.contains(place)
      else { continue }
      return .some(loaded.days(where: column, is: groups[place]))
    }
    return nil
  }

  // MARK: Ranking and order

  private mutating func ranked(
    _ lines: [WorkingLine], _ top: ResolvedQuery.Top, _ whole: Level
  ) throws(EngineFailure) -> [WorkingLine] {
    guard let rankedAxis = top.ranked else {
      // Without groups there is one line, and it is the top.
      return Array(lines.prefix(top.count))
    }
    let level = Level(axes: query.axes.indices.filter { top.per.contains($0) || $0 == rankedAxis })
    // Members are ranked over all their lines, recomputed, not by the sum of finished values.
    let members: [WorkingLine]
    if level == whole {
      members = lines
    } else {
      var unfilled: Int?
      let scans = try scan(level)
      let keys = lineKeys(level, scans, &unfilled)
      members = try self.lines(for: keys, level, scans, kind: .plain)
    }
    var byPeer: [[Value]: [(value: Cell, member: Value)]] = [:]
    let present = Set(
      lines.map { RankKey(peer: peers($0, top), member: $0.line.groups[rankedAxis]) })
    for member in members {
      let key = RankKey(peer: peers(member, top), member: member.line.groups[rankedAxis])
      guard present.contains(key) else { continue }
      byPeer[key.peer, default: []].append((try evaluate(top.by, member), key.member))
    }
    var kept: Set<RankKey> = []
    for (peer, candidates) in byPeer {
      let order = candidates.filter { !$0.value.value.isBlank }.sorted { left, right in
        let isLess = left.value.value.isLess(than: right.value.value) ?? false
        let isMore = right.value.value.isLess(than: left.value.value) ?? false
        if isLess != isMore { return top.isBottom ? isLess : isMore }
        return left.member.isLess(than: right.member) ?? false
      }
      for candidate in order.prefix(top.count) {
        kept.insert(RankKey(peer: peer, member: candidate.member))
      }
    }
    return lines.filter {
      kept.contains(RankKey(peer: peers($0, top), member: $0.line.groups[rankedAxis]))
    }
  }

  private struct RankKey: Hashable {
    let peer: [Value]
    let member: Value
  }

  private func peers(_ line: WorkingLine, _ top: ResolvedQuery.Top) -> [Value] {
    top.per.map { line.line.groups[$0] }
  }

  /// By the keys written; else by time, else by the first metric, largest first; ties by name (R17).
  private mutating func sorted(_ lines: [WorkingLine]) throws(EngineFailure) -> [WorkingLine] {
    var keys = query.sort
    if keys.isEmpty {
      for (place, axis) in query.axes.enumerated() {
        if case .grain = axis.form {
          keys.append(
            ResolvedQuery.SortKey(formula: .group(place, axis.unit), isAscending: true))
        }
      }
      // What is ranked within a group stays with its group.
      for place in query.top?.per ?? [] where !query.isGrain(place) {
        keys.append(
          ResolvedQuery.SortKey(formula: .group(place, query.axes[place].unit), isAscending: true))
      }
      // Text in the first column says nothing about which line matters most.
      if let first = query.items.first, first.formula.unit != .text {
        keys.append(
          ResolvedQuery.SortKey(
            formula: first.formula, isAscending: query.top?.isBottom == true))
      }
    }
    var decorated: [(line: WorkingLine, values: [Value])] = []
    for line in lines {
      var values: [Value] = []
      for key in keys { values.append(try evaluate(key.formula, line).value) }
      decorated.append((line, values))
    }
    return decorated.sorted { left, right in
      for (place, key) in keys.enumerated() {
        let one = left.values[place]
        let two = right.values[place]
        // Blank comes last in both directions.
        if one.isBlank != two.isBlank { return two.isBlank }
        let isLess = one.isLess(than: two) ?? false
        let isMore = two.isLess(than: one) ?? false
        if isLess != isMore { return key.isAscending ? isLess : isMore }
      }
      for (one, two) in zip(left.line.line.groups, right.line.line.groups) {
        if one.isBlank != two.isBlank { return two.isBlank }
        if one.isLess(than: two) ?? false { return true }
        if two.isLess(than: one) ?? false { return false }
      }
      return false
    }.map(\.line)
  }

  /// Lines of one subtotal stand together, in the order of the subtotals, unless the question sorts.
  private func together(
    _ lines: [WorkingLine], under totals: [QueryResult.Line]
  ) -> [WorkingLine] {
    guard query.sort.isEmpty, query.axes.count > 1, !totals.isEmpty else { return lines }
    // Totals come finest first and each level in its own order: the rank of a line is that of its
    // subtotals, coarsest first.
    var rank: [[Value]: Int] = [:]
    for (place, total) in totals.enumerated() { rank[total.groups] = place }
    let mark = Value.text("(total)")
    func ranks(_ line: WorkingLine) -> [Int] {
      (1..<query.axes.count).map { count in
        let groups = line.line.groups.enumerated().map { $0.offset < count ? $0.element : mark }
        return rank[groups] ?? .max
      }
    }
    return lines.enumerated().map { (place: $0.offset, line: $0.element, ranks: ranks($0.element)) }
      .sorted { left, right in
        for (one, two) in zip(left.ranks, right.ranks) where one != two { return one < two }
        return left.place < right.place
      }.map(\.line)
  }

  // MARK: Others and totals

  /// Every group that is not shown, computed from its rows, for each line of the other axes.
  private mutating func otherLines(
    besides shown: [WorkingLine], _ whole: Level
  ) throws(EngineFailure) -> [QueryResult.Line] {
    guard let ranked = query.top?.ranked else { return [] }
    let visible = Set(shown.map(\.key))
    let level = Level(axes: whole.axes.filter { $0 != ranked })
    let isValue = query.valueAxes(of: whole).firstIndex(of: ranked)
    let wholeBuckets = query.buckets(of: whole)
    let buckets = query.buckets(of: level)
    let scans = try scan(
      whole,
      place: { key in
        guard !visible.contains(key) else { return nil }
        if let isValue {
          var codes = key.codes
          codes.remove(at: isValue)
          return GroupKey(bucket: key.bucket, codes: codes)
        }
        // The ranked axis is a step of time: the line goes to the stretch that holds it.
        let days = wholeBuckets[Int(key.bucket)].days
        let bucket = buckets.firstIndex { $0.days.contains(days.lowerBound) } ?? 0
        return GroupKey(bucket: Int32(bucket), codes: key.codes)
      })
    var seen: Set<GroupKey> = []
    var keys: [GroupKey] = []
    for source in query.sources {
      for key in scans[source]?.keys ?? [] where seen.insert(key).inserted { keys.append(key) }
    }
    return try sorted(try lines(for: keys, level, scans, kind: .others)).map(\.line)
  }

  /// A line for each value of the first name in `by`, for each pair of the first two, and so on,
  /// and one for all (R13).
  private mutating func totalLines(_ whole: Level) throws(EngineFailure) -> [QueryResult.Line] {
    var result: [QueryResult.Line] = []
    for count in (0..<whole.axes.count).reversed() {
      let level = Level(axes: Array(whole.axes.prefix(count)))
      let scans = try scan(level)
      var unfilled: Int?
      let keys = lineKeys(level, scans, &unfilled)
      result += try sorted(try lines(for: keys, level, scans, kind: .total)).map(\.line)
    }
    return result
  }

  /// Others below the shown lines, totals below the lines that they sum up.
  private func arranged(
    _ shown: [QueryResult.Line], others: [QueryResult.Line], totals: [QueryResult.Line]
  ) -> [QueryResult.Line] {
    var result = shown
    for line in others {
      let place = result.lastIndex { line.belongsBelow($0) }
      result.insert(line, at: place.map { $0 + 1 } ?? result.count)
    }
    for line in totals {
      let place = result.lastIndex { line.belongsBelow($0) }
      result.insert(line, at: place.map { $0 + 1 } ?? result.count)
    }
    return result
  }

  // MARK: What to say

  /// Refuses a question if under one of its items every line with money is in several currencies.
  private func refuseMixes(
    in lines: [QueryResult.Line], _ scans: [String: ScanResult]
  ) throws(EngineFailure) {
    for mix in mixes(in: lines, scans)
    where lines.allSatisfy({ $0.cells[mix.item].value.isBlank }) {
      throw .currenciesMixed(mix)
    }
  }

  /// Items of which some lines, totals among them, hold money of several currencies (R15).
  private func mixes(
    in lines: [QueryResult.Line], _ scans: [String: ScanResult]
  ) -> [QueryResult.Mix] {
    var result: [QueryResult.Mix] = []
    for place in query.items.indices {
      let mixedCount = lines.count { $0.cells[place].currency == .mixed }
      guard mixedCount > 0 else { continue }
      var rows: [String: Int] = [:]
      var owner = ""
      for aggregate in query.items[place].formula.aggregates {
        guard let scan = scans[aggregate.source],
          let accumulator = scan.accumulators.first(where: { $0.aggregate == aggregate })
        else { continue }
        for (code, count) in accumulator.rowsByCurrency where code >= 0 {
          rows[scan.currencies.codes[Int(code)], default: 0] += count
        }
        owner = aggregate.source
        if rows.count > 1 { break }
      }
      result.append(
        QueryResult.Mix(
          item: place, lineCount: mixedCount,
          rows: rows.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) },
          source: owner))
    }
    return result
  }

  private func omissions(in scans: [String: ScanResult]) -> [QueryResult.Omission] {
    query.sources.flatMap { source in
      (scans[source]?.accumulators ?? []).compactMap { accumulator in
        let count = accumulator.blankRows.values.reduce(0, +)
        guard count > 0 else { return nil }
        return QueryResult.Omission(
          source: source, rowCount: count, amount: accumulator.blankAmount)
      }
    }
  }
}

extension QueryResult.Line {
  /// Whether this summing line stands below another: they agree wherever this one has a value.
  fileprivate func belongsBelow(_ other: QueryResult.Line) -> Bool {
    zip(groups, other.groups).allSatisfy { own, theirs in
      own == .text("(total)") || own == .text("(others)") || own == theirs
    }
  }
}

extension LoadedSource {
  /// First and last day of the rows with a value in a column.
  func days(where name: String, is value: Value) -> ClosedRange<Day>? {
    guard let dayName = schema.dayColumn, case .date(let days) = table[dayName]?.column,
      let column = table[name]?.column
    else { return nil }
    var result: ClosedRange<Day>?
    for row in 0..<table.rowCount {
      guard let day = days[row], column.value(at: row) == value else { continue }
      result = result.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    }
    return result
  }
}
