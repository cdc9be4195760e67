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

  /// Cost: one pass over the days.
  init(_ column: DateColumn) {
    let days = column.days
    let present = column.present
    let count = days.count
    var low = Int64.max
    var high = Int64.min
    var isInOrder = true
    var undated: [Int32] = []
    var last = Int64.min
    days.forEach(in: 0..<count) { row, day in
      if let present, !present[row] {
        undated.append(Int32(truncatingIfNeeded: row))
        // Undated rows stand before the others where the table is in order.
        if last > Int64.min { isInOrder = false }
        return
      }
      if day < last { isInOrder = false }
      last = day
      low = Swift.min(low, day)
      high = Swift.max(high, day)
    }
    guard low <= high else {
      first = 0
      starts = [0]
      order = nil
      self.undated = .range(0..<count)
      return
    }
    first = Int(low)
    var starts = [Int](repeating: 0, count: Int(high - low) + 2)
    days.forEach(in: 0..<count) { row, day in
      if present?[row] ?? true { starts[Int(day - low) + 1] += 1 }
    }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    if isInOrder {
      self.undated = .range(0..<undated.count)
      self.starts = starts.map { $0 + undated.count }
      order = nil
      return
    }
    var next = starts
    var order = [Int32](repeating: 0, count: count - undated.count)
    days.forEach(in: 0..<count) { row, day in
      guard present?[row] ?? true else { return }
      let place = Int(day - low)
      order[next[place]] = Int32(truncatingIfNeeded: row)
      next[place] += 1
    }
    self.undated = .list(undated)
    self.starts = starts
    self.order = order
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
