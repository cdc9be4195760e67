// The line of the others: every group that is not shown, computed from its rows (R13).
import KepiColumns
import KepiSemantics

extension Engine {
  /// One for each line of the other axes that has a group which is not shown.
  ///
  /// - Parameters:
  ///   - all: every line before any was left out; those that cannot be shown may be missing where
  ///     no bracket or baseline changes what rows count.
  ///   - found: what the lines were made of.
  mutating func otherLines(
    besides shown: [GroupKey], of all: [GroupKey], _ whole: Level, _ found: LevelScan
  ) throws(EngineFailure) -> [QueryResult.Line] {
    guard let ranked = query.top?.ranked else { return [] }
    let level = Level(axes: whole.axes.filter { $0 != ranked })
    let rest = LevelScan(level: level, buckets: query.buckets(of: level.axes))
    let folding = Folding(query, whole, ranked: ranked, into: rest)
    if let result = try remainder(besides: shown, level, found, folding) {
      return try sorted(try lines(for: try rowKeys(result), result, kind: .others)).map(\.line)
    }
    var peers: [GroupKey] = []
    var known: Set<GroupKey> = []
    for key in all.map(folding.line) where known.insert(key).inserted { peers.append(key) }

    let store = store
    let query = query
    var moved: [PassKey: Set<String>] = [:]
    let scan = try scan(whole) { (entry, scan) throws(EngineFailure) in
      guard let loaded = store[entry.source] else { throw .internalMismatch }
      // A pass that does not tell the ranked names apart counts for all lines alike.
      guard entry.key.context.keeps(ranked) else { return nil }
      let own = Self.pass(entry.key, rest, loaded, of: query)
      if !own.isWhole { moved[entry.key, default: []].insert(entry.source) }
      return folding.placing(of: entry.pass, own, shown: shown, peers: peers)
    }
    var result = rest
    for entry in scan.passes {
      guard let loaded = store[entry.source] else { throw .internalMismatch }
      var pass = Self.pass(entry.key, rest, loaded, of: query)
      pass.result = entry.pass.result
      pass.isWhole = entry.pass.isWhole
      pass.isByLine = moved[entry.key]?.contains(entry.source) == true
      result.passes.append(PassEntry(source: entry.source, key: entry.key, pass: pass))
    }
    return try sorted(try lines(for: try rowKeys(result), result, kind: .others)).map(\.line)
  }
}

extension Engine {
  /// What is left of the sums of a level without the lines that are shown; `nil` where numbers are
  /// not plain sums of rows. It takes a sum by fewer names, where rows had to be read once more.
  private mutating func remainder(
    besides shown: [GroupKey], _ level: Level, _ found: LevelScan, _ folding: Folding
  ) throws(EngineFailure) -> LevelScan? {
    guard found.passes.allSatisfy({ $0.key == .base && $0.pass.result.isOfPlainSums }) else {
      return nil
    }
    var rest = try scan(level)
    guard rest.passes.count == found.passes.count,
      rest.passes.allSatisfy({ $0.key == .base && $0.pass.result.isOfPlainSums })
    else { return nil }
    for place in rest.passes.indices {
      let own = found.passes[place].pass
      let entry = rest.passes[place]
      var pass = entry.pass
      var taken: [(from: Int, to: Int)] = []
      for key in shown {
        guard let from = own.result.groups[own.key(of: key)] else { continue }
        guard let to = pass.result.groups[pass.key(of: folding.line(key))] else { return nil }
        taken.append((from, to))
      }
      guard let result = pass.result.without(own.result, taken) else { return nil }
      pass.result = result
      rest.passes[place] = PassEntry(source: entry.source, key: entry.key, pass: pass)
    }
    return rest
  }
}

extension ScanResult {
  /// Whether its numbers are sums and counts of rows, and its rows are counted.
  fileprivate var isOfPlainSums: Bool {
    rowCounts != nil && accumulators.allSatisfy(\.isPlainSum)
  }

  /// The lines that still have rows without those of some lines of another; `nil` where a number is
  /// beyond 64 bits.
  fileprivate func without(
    _ other: ScanResult, _ lines: [(from: Int, to: Int)]
  ) -> ScanResult? {
    guard var rows = rowCounts, let others = other.rowCounts else { return nil }
    for (from, to) in lines { rows[to] -= others[from] }
    let kept = rows.indices.filter { rows[$0] > 0 }
    var result = self
    result.keys = kept.map { keys[$0] }
    result.groups = .table(
      Dictionary(uniqueKeysWithValues: zip(result.keys, result.keys.indices)))
    result.rowCounts = kept.map { rows[$0] }
    for place in accumulators.indices {
      guard
        let left = accumulators[place].without(other.accumulators[place], lines, keeping: kept)
      else { return nil }
      result.accumulators[place] = left
    }
    return result
  }
}

/// Which line of the others a line belongs to, were it not shown.
private struct Folding {
  let ranked: Int
  private let isGrain: Bool
  /// The place of the ranked codes among those of a line; `nil` for a step of time.
  private let rankedCode: Int?
  private let bucketMap: [Int32]

  init(_ query: ResolvedQuery, _ whole: Level, ranked: Int, into rest: LevelScan) {
    self.ranked = ranked
    isGrain = query.isGrain(ranked)
    rankedCode = query.valueAxes(of: whole).firstIndex(of: ranked)
    bucketMap = Self.map(query.buckets(of: whole.axes), to: rest.buckets)
  }

  func line(_ key: GroupKey) -> GroupKey { Self.fold(key, bucketMap, without: rankedCode) }

  /// - Parameters:
  ///   - pass: over the lines of the answer.
  ///   - own: the same over the lines of the others.
  func placing(
    of pass: Pass, _ own: Pass, shown: [GroupKey], peers: [GroupKey]
  ) -> ScanRequest.Placing {
    let steps = Self.map(pass.buckets, to: own.buckets)
    let code = pass.valueAxes.firstIndex(of: ranked)
    guard !own.isWhole else {
      let kept = Set(shown.map(pass.ownKey))
      return { key in kept.contains(key) ? [] : [Self.fold(key, steps, without: code)] }
    }
    // Brackets ignore names beside which others are shown: each line leaves out its own.
    var kept: [GroupKey: Set<GroupKey>] = [:]
    for key in shown { kept[line(key), default: []].insert(pass.ownKey(of: key)) }
    let lines = Dictionary(grouping: peers, by: own.ownKey)
    let shownKeys = kept
    return { key in
      lines[Self.fold(key, steps, without: code), default: []].filter {
        shownKeys[$0]?.contains(key) != true
      }
    }
  }

  private static func fold(_ key: GroupKey, _ steps: [Int32], without code: Int?) -> GroupKey {
    let codes = code.map { key.codes.removing(at: $0) } ?? key.codes
    let place = Int(key.bucket)
    return GroupKey(bucket: steps.indices.contains(place) ? steps[place] : 0, codes: codes)
  }

  /// For each step the one of a coarser grouping that holds it.
  private static func map(_ buckets: [Bucket], to coarser: [Bucket]) -> [Int32] {
    Bucket.places(of: buckets, in: coarser).map { Int32($0) }
  }
}
