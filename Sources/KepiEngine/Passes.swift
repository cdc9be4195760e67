// The passes that answer a question: one over each source for each change of days or grouping.
import KepiColumns
import KepiSemantics

/// What parts the passes over one source: the context of its aggregates, and whether they are
/// measured at the end of a step.
struct PassKey: Hashable {
  let context: AggregateContext
  let isMeasuredAtEnd: Bool

  static let base = PassKey(context: .none, isMeasuredAtEnd: false)
}

/// One pass, and how the lines of its level find their numbers in it.
struct Pass {
  /// The steps of time that it keeps, before brackets or baselines move them.
  let buckets: [Bucket]
  /// The days behind each step, with the units that they are made of; none without time.
  let stretches: [Bucket?]
  let valueAxes: [Int]
  /// For each step of the level, the one of the pass.
  let bucketMap: [Int]
  /// Which of a line's codes the pass keeps.
  let codePlaces: [Int]
  /// Whether its lines are those of the level that was scanned.
  var isWhole: Bool
  /// Whether it has a result for every line, those that it does not tell apart, too.
  var isByLine = false
  var result = ScanResult()

  var windows: [ClosedRange<Day>?] { stretches.map { $0?.days } }

  /// Where a line finds its numbers.
  func key(of line: GroupKey) -> GroupKey { isByLine ? line : ownKey(of: line) }

  /// What the pass tells apart of a line.
  func ownKey(of line: GroupKey) -> GroupKey {
    if isWhole, !bucketMap.isEmpty || line.bucket == 0 { return line }
    return GroupKey(
      bucket: bucketMap.indices.contains(Int(line.bucket))
        ? Int32(bucketMap[Int(line.bucket)]) : 0, codes: line.codes.subset(codePlaces))
  }

  func window(of line: GroupKey) -> ClosedRange<Day>?? {
    stretches.isEmpty ? .none : .some(stretches[Int(ownKey(of: line).bucket)]?.days)
  }
}

/// A pass as lines read it. A class, since a copy of all that a pass found for each of many lines
/// cost more than reading it.
final class LinePass {
  let pass: Pass
  let loaded: LoadedSource
  let aggregates: [Aggregate]
  /// The place of each aggregate among the cells of a line.
  let places: [Int]

  init(_ pass: Pass, _ loaded: LoadedSource, _ numbers: [Aggregate: Int]) {
    self.pass = pass
    self.loaded = loaded
    aggregates = pass.result.accumulators.map(\.aggregate)
    places = aggregates.map { numbers[$0] ?? 0 }
  }

  /// Most often the lines are those of the pass, in its order.
  func line(of key: GroupKey, at place: Int) -> Int? {
    if place < pass.result.keys.count, pass.result.keys[place] == key { return place }
    return pass.result.groups[key]
  }

  /// The number of a group; `nil` where no row came to it.
  func cell(_ index: Int, _ group: Int) throws(EngineFailure) -> Cell? {
    guard pass.result.accumulators[index].hasRows(of: group) else { return nil }
    do {
      return try pass.result.accumulators[index].result(group, pass.result.currencies)
    } catch {
      throw .overflow
    }
  }

  func zero(_ index: Int, isSeen: Bool) -> Cell {
    pass.result.accumulators[index].zero(isSeen: isSeen)
  }
}

/// All passes of a level.
struct LevelScan {
  let level: Level
  let buckets: [Bucket]
  /// In the order of the question's sources, the base pass first.
  var passes: [PassEntry] = []

  func base(of source: String) -> ScanResult? {
    passes.first { $0.source == source && $0.key == .base }?.pass.result
  }
}

struct PassEntry {
  let source: String
  let key: PassKey
  let pass: Pass

  /// Earlier periods and windows may add lines; conditions and changed groupings do not (R16).
  var addsLines: Bool { pass.isWhole && !key.context.times.isEmpty }
}

/// A line with what it takes to compute further formulas for it.
struct WorkingLine {
  let key: GroupKey
  let context: LineContext
  let line: QueryResult.Line
}

extension Aggregate {
  var passKey: PassKey {
    PassKey(context: context, isMeasuredAtEnd: function.isOfOneDay)
  }
}
