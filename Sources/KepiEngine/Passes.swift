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
    GroupKey(
      bucket: bucketMap.indices.contains(Int(line.bucket))
        ? Int32(bucketMap[Int(line.bucket)]) : 0, codes: codePlaces.map { line.codes[$0] })
  }

  func window(of line: GroupKey) -> ClosedRange<Day>?? {
    stretches.isEmpty ? .none : .some(stretches[Int(ownKey(of: line).bucket)]?.days)
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
