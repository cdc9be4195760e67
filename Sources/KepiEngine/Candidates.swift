// Which lines a question that shows a few of many need be made at all.
import KepiColumns
import KepiSemantics

extension Engine {
  /// Fewer lines than this are all made: ranking them costs nothing that shows.
  private static let leastLines = 256

  /// Those of the lines that may be shown: where the largest few of plain sums are asked for, the
  /// others need no formulas. Ties with the last are kept, for names decide among them.
  ///
  /// `nil` where all lines are needed, to be counted in a remark or because their numbers are not
  /// plain sums.
  func candidates(
    among keys: [GroupKey], _ scan: LevelScan
  ) throws(EngineFailure) -> [GroupKey]? {
    guard keys.count >= Self.leastLines, query.having == nil, query.fill != .previous,
      query.formulas.allSatisfy(\.isPlainSum), isOfOneCurrency(scan),
      let order = cut(scan.level)
    else { return nil }
    guard let values = try values(of: order.formula, keys, scan) else { return nil }
    var threshold: [GroupKey: Int64] = [:]
    var largest: [GroupKey: Largest] = [:]
    let peers = order.rankedCode.map { code in
      keys.map { GroupKey(bucket: $0.bucket, codes: $0.codes.removing(at: code)) }
    }
    if let peers {
      for (place, peer) in peers.enumerated() {
        if place % Self.stride == 0, isCancelled() { throw .cancelled }
        largest[peer, default: Largest(order.count)].add(values[place])
      }
    } else {
      var all = Largest(order.count)
      for value in values { all.add(value) }
      largest[Self.everyone] = all
    }
    for (peer, values) in largest {
      // What has no rows is 0 or blank, and the two do not rank alike: then all lines are needed.
      if let last = values.last, last > 0 { threshold[peer] = last }
    }
    guard !threshold.isEmpty else { return nil }
    let one = threshold[Self.everyone]
    return keys.indices.filter { place in
      guard let peers else { return one.map { values[place] >= $0 } ?? true }
      return threshold[peers[place]].map { values[place] >= $0 } ?? true
    }.map { keys[$0] }
  }

  /// The lines that a pass need have, where no others can be shown or said anything of; `nil` where
  /// all are needed.
  ///
  /// Of hundreds of thousands of groups most of the time went into lines that nobody asked for.
  func best(of aggregates: [Aggregate], _ level: Level) -> ScanRequest.Best? {
    guard query.sources.count == 1, query.having == nil, query.fill != .previous,
      !query.isOfThings, !hasGrain(level),
      query.buckets(of: level.axes).count < 2,
      query.aggregates.allSatisfy({ $0.passKey == .base }),
      query.formulas.allSatisfy(\.isPlainSum), level.axes.count == query.axes.count,
      let order = cut(level), order.count > 0, let aggregate = order.formula.soleAggregate,
      let place = aggregates.firstIndex(of: aggregate)
    else { return nil }
    return ScanRequest.Best(
      aggregate: place, count: order.count, rankedCode: order.rankedCode)
  }

  private static let everyone = GroupKey(bucket: 0, codes: [])

  /// What the lines are ranked by, how many stay, and which of a line's codes they are ranked
  /// beside, if not all together; `nil` where none are left out by it.
  private func cut(_ level: Level) -> (formula: Formula, count: Int, rankedCode: Int?)? {
    if let top = query.top {
      guard let ranked = top.ranked, !top.isBottom,
        self.level(of: top, ranked) == level
      else { return nil }
      guard !top.per.isEmpty else { return (top.by, top.count, nil) }
      guard let code = query.valueAxes(of: level).firstIndex(of: ranked) else { return nil }
      return (top.by, top.count, code)
    }
    guard let limit = query.limit, let first = sortKeys.first, !first.isAscending,
      !query.showsTotals, !query.showsOthers
    else { return nil }
    return (first.formula, limit, nil)
  }

  /// Whether no line can hold money of several currencies, of which something would have to be said.
  func isOfOneCurrency(_ scan: LevelScan) -> Bool {
    var names: Set<String> = []
    for entry in scan.passes {
      let result = entry.pass.result
      for accumulator in result.accumulators {
        guard case .one(let code) = accumulator.commonCurrency else { return false }
        if code != CurrencyTable.none { names.insert(result.currencies.codes[Int(code)]) }
      }
    }
    return names.count <= 1
  }

  /// The value of a formula for each line where it is one aggregate, 0 for lines without rows.
  private func values(
    of formula: Formula, _ keys: [GroupKey], _ scan: LevelScan
  ) throws(EngineFailure) -> [Int64]? {
    guard let aggregate = formula.soleAggregate else { return nil }
    for entry in scan.passes where entry.source == aggregate.source {
      let result = entry.pass.result
      guard let place = result.accumulators.firstIndex(where: { $0.aggregate == aggregate })
      else { continue }
      guard let sums = result.accumulators[place].plainValues else { return nil }
      var values: [Int64] = []
      values.reserveCapacity(keys.count)
      for (line, key) in keys.enumerated() {
        if line % Self.stride == 0, isCancelled() { throw .cancelled }
        let own = entry.pass.key(of: key)
        let found = line < result.keys.count && result.keys[line] == own ? line : result.groups[own]
        values.append(found.map { sums[$0] } ?? 0)
      }
      return values
    }
    return nil
  }
}

extension Formula {
  /// Whether it adds aggregates up, and nothing is ever divided: it leaves nothing to remark on.
  var isPlainSum: Bool {
    switch self {
    case .aggregate, .numbered, .constant, .group: true
    case .arithmetic(let sign, let left, let right, _):
      sign != .divided && left.isPlainSum && right.isPlainSum
    case .negated(let inner), .declared(let inner, _), .absolute(let inner), .rounded(let inner, _):
      inner.isPlainSum
    case .compare, .and, .or, .not, .membership, .like, .isMissing, .conditional, .coalesce, .days,
      .target:
      false
    }
  }

  /// The aggregate that it is and nothing else.
  fileprivate var soleAggregate: Aggregate? {
    switch self {
    case .aggregate(let aggregate): aggregate
    case .declared(let inner, _): inner.soleAggregate
    case .numbered, .constant, .group, .arithmetic, .negated, .compare, .and, .or, .not,
      .membership, .like,
      .isMissing, .conditional, .coalesce, .absolute, .rounded, .days, .target:
      nil
    }
  }
}
