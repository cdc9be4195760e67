// Where the rows of each day are, so that a period reads only its own.
import KepiColumns

/// The rows of a table by day. In a table that is in order of day they are a stretch.
struct DayIndex: Sendable {
  /// Rows without a day.
  let undated: Rows
  /// The number of the first day.
  private let first: Int
  /// For each day the place at which its rows begin, and one more for the end of the last.
  private let starts: [Int]
  /// The rows in order of day; `nil` where the table is in that order itself.
  private let order: [Int32]?

  /// Cost: two or three passes over the days, each a plain loop over numbers as narrow as they are
  /// stored: through a closure for each row they took four times as long.
  init(_ column: DateColumn) {
    self =
      switch column.days {
      case .int8(let days): Self(days.span, column.present)
      case .int16(let days): Self(days.span, column.present)
      case .int32(let days): Self(days.span, column.present)
      case .int64(let days): Self(days.span, column.present)
      }
  }

  private init<Number: FixedWidthInteger & BitwiseCopyable>(
    _ days: Span<Number>, _ present: Bitmap?
  ) {
    var low = Number.max
    var high = Number.min
    var isInOrder = true
    var undated: [Int32] = []
    var last: Number?
    for row in days.indices {
      let day = days[row]
      if let present, !present[row] {
        undated.append(Int32(truncatingIfNeeded: row))
        // Undated rows stand before the others where the table is in order.
        if last != nil { isInOrder = false }
        continue
      }
      if let last, day < last { isInOrder = false }
      last = day
      low = Swift.min(low, day)
      high = Swift.max(high, day)
    }
    guard low <= high else {
      first = 0
      starts = [0]
      order = nil
      self.undated = .range(0..<days.count)
      return
    }
    first = Int(low)
    var starts = Self.counts(of: days, present, from: Int(low), through: Int(high))
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    if isInOrder {
      self.undated = .range(0..<undated.count)
      self.starts = starts.map { $0 + undated.count }
      order = nil
      return
    }
    self.undated = .list(undated)
    self.starts = starts
    order = Self.order(of: days, present, from: Int(low), starts: starts)
  }

  /// How many rows each day has, behind a zero.
  private static func counts<Number: FixedWidthInteger & BitwiseCopyable>(
    of days: Span<Number>, _ present: Bitmap?, from low: Int, through high: Int
  ) -> [Int] {
    var result = [Int](repeating: 0, count: high - low + 2)
    var counts = result.mutableSpan
    for row in days.indices where present?[row] ?? true {
      counts[Int(days[row]) &- low &+ 1] &+= 1
    }
    return result
  }

  private static func order<Number: FixedWidthInteger & BitwiseCopyable>(
    of days: Span<Number>, _ present: Bitmap?, from low: Int, starts: [Int]
  ) -> [Int32] {
    var result = [Int32](repeating: 0, count: starts.last ?? 0)
    var order = result.mutableSpan
    var places = starts
    var next = places.mutableSpan
    for row in days.indices where present?[row] ?? true {
      let day = Int(days[row]) &- low
      order[next[day]] = Int32(truncatingIfNeeded: row)
      next[day] &+= 1
    }
    return result
  }

  /// The rows of some days. In a table out of order they are ordered by day.
  func rows(of days: ClosedRange<Day>) -> Rows {
    let last = starts.count - 2
    let from = Swift.max(days.lowerBound.number - first, 0)
    let to = Swift.min(days.upperBound.number - first, last)
    guard last >= 0, from <= to else { return .none }
    let range = starts[from]..<starts[to + 1]
    guard let order else { return .range(range) }
    return .list(Array(order[range]))
  }

  /// The rows before a day.
  func rows(before day: Day) -> Rows {
    rows(of: Day(number: Swift.min(first, day.number - 1))...day.advanced(by: -1))
  }
}
