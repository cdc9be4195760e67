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

  /// Cost: a pass over the days; two more where rows are not in order of day.
  init(_ column: DateColumn) {
    let days = column.days
    let undated =
      column.present.map { $0.rows(.range(0..<days.count), present: false).numbers } ?? []
    // Undated rows stand before the others where the table is in order.
    let isInFront = undated.last.map { Int($0) == undated.count - 1 } ?? true
    let dated = (isInFront ? undated.count : 0)..<days.count
    guard undated.count < days.count else {
      first = 0
      starts = [0]
      order = nil
      self.undated = .range(0..<days.count)
      return
    }
    if isInFront {
      let bounds = days.bounds(of: dated)
      if bounds.isAscending {
        first = Int(bounds.least)
        self.undated = .range(0..<undated.count)
        starts = Self.starts(of: days, dated, bounds.least...bounds.greatest)
        order = nil
        return
      }
    }
    var low = Int64.max
    var high = Int64.min
    let present = column.present
    days.forEach(in: dated) { row, day in
      guard present?[row] ?? true else { return }
      low = Swift.min(low, day)
      high = Swift.max(high, day)
    }
    first = Int(low)
    var starts = [Int](repeating: 0, count: Int(high - low) + 2)
    days.forEach(in: dated) { row, day in
      if present?[row] ?? true { starts[Int(day - low) + 1] += 1 }
    }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var next = starts
    var order = [Int32](repeating: 0, count: days.count - undated.count)
    days.forEach(in: dated) { row, day in
      guard present?[row] ?? true else { return }
      let place = Int(day - low)
      order[next[place]] = Int32(truncatingIfNeeded: row)
      next[place] += 1
    }
    self.undated = .list(undated)
    self.starts = starts
    self.order = order
  }

  /// Where the rows of each day begin, of rows in order of day: searched for where there are many
  /// rows to a day, else counted.
  private static func starts(
    of days: IntegerStorage, _ rows: Range<Int>, _ range: ClosedRange<Int64>
  ) -> [Int] {
    let dayCount = Int(range.upperBound - range.lowerBound) + 1
    guard dayCount * 64 > rows.count else {
      var from = rows.lowerBound
      return (0...dayCount).map { offset in
        from = days.firstRow(in: from..<rows.upperBound, from: range.lowerBound + Int64(offset))
        return from
      }
    }
    var counts = [Int](repeating: 0, count: dayCount + 1)
    days.count(rows, from: range.lowerBound, in: &counts)
    var next = rows.lowerBound
    return counts.map { count in
      defer { next += count }
      return next
    }
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
