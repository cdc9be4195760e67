// Which line a row belongs to: the steps of time and the values of the axes.
import KepiColumns
import KepiSemantics

/// The lines that a scan makes: those of the answer, or those of a subtotal.
struct Level: Hashable {
  /// Places of the question's axes that lines of this level tell apart.
  let axes: [Int]
}

/// A line: a step of time, and a code for each value axis of the level.
struct GroupKey: Hashable {
  let bucket: Int32
  let codes: [Int32]
}

/// A stretch of time that lines are made of.
struct Bucket: Equatable {
  /// The first days of the steps, one for each grain of the level.
  let steps: [Day]
  /// The part of the steps that lies in the period.
  let days: ClosedRange<Day>
}

/// The values that an axis takes, over all sources of a question. Code 0 is the missing value.
struct AxisDomain {
  private(set) var values: [Value] = [.blank]
  private var index: [Value: Int32] = [:]

  mutating func code(of value: Value) -> Int32 {
    if value.isBlank { return 0 }
    // 0.5 and 0.50 are one value: hashing goes by the number, not by its digits.
    if let known = index[value] { return known }
    let code = Int32(values.count)
    index[value] = code
    values.append(value)
    return code
  }
}

extension ResolvedQuery {
  /// The stretches of time of a level, in order. Two grains give the intersections that hold a day.
  func buckets(of level: Level) -> [Bucket] {
    guard let period else { return [] }
    let grains = level.axes.compactMap { place -> Grain? in
      if case .grain(let grain) = axes[place].form { grain } else { nil }
    }
    var buckets = [Bucket(steps: [], days: period.days)]
    for grain in grains {
      buckets = buckets.flatMap { bucket in
        calendar.steps(of: grain, in: bucket.days).map { step in
          Bucket(
            steps: bucket.steps + [step.lowerBound],
            days: max(step.lowerBound, bucket.days.lowerBound)
              ... min(step.upperBound, bucket.days.upperBound))
        }
      }
    }
    return buckets
  }

  /// Places of the value axes of a level.
  func valueAxes(of level: Level) -> [Int] {
    level.axes.filter { if case .value = axes[$0].form { true } else { false } }
  }
}

/// The day numbers of a period, each with the bucket it lies in.
struct BucketTable {
  private let first: Int
  private let buckets: [Int32]

  init(_ ranges: [ClosedRange<Day>]) {
    guard let low = ranges.map(\.lowerBound.number).min(),
      let high = ranges.map(\.upperBound.number).max()
    else {
      first = 0
      buckets = []
      return
    }
    var table = Array(repeating: Int32(-1), count: high - low + 1)
    for (bucket, range) in ranges.enumerated() {
      for day in range.lowerBound.number...range.upperBound.number {
        table[day - low] = Int32(bucket)
      }
    }
    first = low
    buckets = table
  }

  /// -1 where no bucket holds the day.
  @inline(__always)
  subscript(day: Int64) -> Int32 {
    let place = Int(day) - first
    return place >= 0 && place < buckets.count ? buckets[place] : -1
  }
}
