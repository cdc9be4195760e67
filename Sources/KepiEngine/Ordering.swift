// Which lines are shown and in which order: top, sort, subtotals, others.
import KepiColumns
import KepiSemantics

extension Engine {
  // MARK: Ranking and order

  mutating func ranked(
    _ lines: [WorkingLine], _ top: ResolvedQuery.Top, _ whole: Level
  ) throws(EngineFailure) -> [WorkingLine] {
    guard let rankedAxis = top.ranked else {
      // Without groups there is one line, and it is the top.
      return Array(lines.prefix(top.count))
    }
    // Members are ranked over all their lines, recomputed, not by the sum of finished values.
    var members = lines
    let level = self.level(of: top, rankedAxis)
    if level != whole {
      var unfilled: Int?
      let scan = try scan(level)
      let keys = try lineKeys(scan, &unfilled)
      members = try self.lines(for: keys, scan, kind: .plain)
    }
    var present: Set<RankKey> = []
    for (place, line) in lines.enumerated() {
      try stopIfCancelled(after: place)
      present.insert(rankKey(of: line, top, rankedAxis))
    }
    members.removeAll { !present.contains(rankKey(of: $0, top, rankedAxis)) }
    let kept = Set(
      try best(top, rankedAxis, among: members).map { rankKey(of: members[$0], top, rankedAxis) })
    var shown: [WorkingLine] = []
    for (place, line) in lines.enumerated() {
      try stopIfCancelled(after: place)
      if kept.contains(rankKey(of: line, top, rankedAxis)) { shown.append(line) }
    }
    return shown
  }

  /// What is ranked, and what it is ranked within.
  func level(of top: ResolvedQuery.Top, _ rankedAxis: Int) -> Level {
    Level(axes: query.axes.indices.filter { top.per.contains($0) || $0 == rankedAxis })
  }

  /// The places of the members that stay.
  func best(
    _ top: ResolvedQuery.Top, _ rankedAxis: Int, among members: [WorkingLine]
  ) throws(EngineFailure) -> [Int] {
    var byPeer: [[Value]: [(value: Cell, member: Value, place: Int)]] = [:]
    let rank = numbered(top.by)
    for (place, member) in members.enumerated() {
      try stopIfCancelled(after: place)
      let key = rankKey(of: member, top, rankedAxis)
      byPeer[key.peer, default: []].append(
        (try evaluate(numbered: rank, member), key.member, place))
    }
    var kept: [Int] = []
    for (_, candidates) in byPeer {
      let ranking = candidates.filter { !$0.value.value.isBlank }
      let order = try self.order(of: ranking) { left, right in
        let isLess = left.value.value.isLess(than: right.value.value) ?? false
        let isMore = right.value.value.isLess(than: left.value.value) ?? false
        if isLess != isMore { return top.isBottom ? isLess : isMore }
        // A missing name comes last, as it does in the answer.
        if left.member.isBlank != right.member.isBlank { return right.member.isBlank }
        return left.member.isLess(than: right.member) ?? false
      }
      kept += order.prefix(top.count).map(\.place)
    }
    return kept
  }

  private struct RankKey: Hashable {
    let peer: [Value]
    let member: Value
  }

  private func rankKey(
    of line: WorkingLine, _ top: ResolvedQuery.Top, _ rankedAxis: Int
  ) -> RankKey {
    RankKey(peer: top.per.map { line.line.groups[$0] }, member: line.line.groups[rankedAxis])
  }

  /// The keys written; else time, else the first metric, largest first (R17).
  var sortKeys: [ResolvedQuery.SortKey] {
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
    return keys
  }

  /// By the keys of the question; ties by name.
  mutating func sorted(_ lines: [WorkingLine]) throws(EngineFailure) -> [WorkingLine] {
    let keys = sortKeys
    let formulas = keys.map { numbered($0.formula) }
    var values: [[Value]] = []
    values.reserveCapacity(lines.count)
    for (place, line) in lines.enumerated() {
      try stopIfCancelled(after: place)
      var own: [Value] = []
      own.reserveCapacity(formulas.count)
      for formula in formulas { own.append(try evaluate(numbered: formula, line).value) }
      values.append(own)
    }
    if let order = LineOrder(keys, values, lines, query, domains) {
      return order.places.map { lines[$0] }
    }
    // Places are sorted, since lines are heavy to move.
    let order = try self.order(of: lines.indices) { left, right in
      for (place, key) in keys.enumerated() {
        let one = values[left][place]
        let two = values[right][place]
        // Blank comes last in both directions.
        if one.isBlank != two.isBlank { return two.isBlank }
        let isLess = one.isLess(than: two) ?? false
        let isMore = two.isLess(than: one) ?? false
        if isLess != isMore { return key.isAscending ? isLess : isMore }
      }
      for (one, two) in zip(lines[left].line.groups, lines[right].line.groups) {
        if one.isBlank != two.isBlank { return two.isBlank }
        if one.isLess(than: two) ?? false { return true }
        if two.isLess(than: one) ?? false { return false }
      }
      return false
    }
    return order.map { lines[$0] }
  }

  /// Looked at every so often: a Ctrl-C does not wait for the end of a long step.
  func stopIfCancelled(after count: Int) throws(EngineFailure) {
    if count % Self.stride == 0, isCancelled() { throw .cancelled }
  }

  /// Sorting a million lines takes seconds, so it can be stopped on the way.
  private func order<Elements: Sequence>(
    of elements: Elements, by isBefore: (Elements.Element, Elements.Element) -> Bool
  ) throws(EngineFailure) -> [Elements.Element] {
    var count = 0
    do {
      return try elements.sorted { left, right in
        count += 1
        try stopIfCancelled(after: count)
        return isBefore(left, right)
      }
    } catch {
      throw .cancelled  // Nothing else is thrown in there.
    }
  }

  /// Lines of one subtotal stand together, in the order of the subtotals, unless the question sorts.
  func together(
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

  /// Others below the shown lines, totals below the lines that they sum up.
  func arranged(
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
}

extension QueryResult.Line {
  /// Whether this summing line stands below another: they agree wherever this one has a value.
  fileprivate func belongsBelow(_ other: QueryResult.Line) -> Bool {
    zip(groups, other.groups).allSatisfy { own, theirs in
      own == .text("(total)") || own == .text("(others)") || own == theirs
    }
  }
}
