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
    let sorted =
      switch days {
      case .int8(let days): Self.sorted(days.span, column.present)
      case .int16(let days): Self.sorted(days.span, column.present)
      case .int32(let days): Self.sorted(days.span, column.present)
      case .int64(let days): Self.sorted(days.span, column.present)
      }
    first = sorted.first
    starts = sorted.starts
    order = sorted.order
    self.undated = .list(undated)
  }

  /// The first day, where the rows of each begin, and the rows in order of day. At least one has a
  /// day.
  ///
  /// Three plain loops over numbers as narrow as they are stored: through a closure for each row they
  /// took four times as long.
  private static func sorted<Number: FixedWidthInteger & BitwiseCopyable>(
    _ days: Span<Number>, _ present: Bitmap?
  ) -> (first: Int, starts: [Int], order: [Int32]) {
    var least = Number.max
    var greatest = Number.min
    for row in days.indices where present?[row] ?? true {
      least = Swift.min(least, days[row])
      greatest = Swift.max(greatest, days[row])
    }
    let low = Int(least)
    var starts = [Int](repeating: 0, count: Int(greatest) - low + 2)
    var counts = starts.mutableSpan
    for row in days.indices where present?[row] ?? true {
      counts[Int(days[row]) &- low &+ 1] &+= 1
    }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var order = [Int32](repeating: 0, count: starts.last ?? 0)
    var rows = order.mutableSpan
    var places = starts
    var next = places.mutableSpan
    for row in days.indices where present?[row] ?? true {
      let day = Int(days[row]) &- low
      rows[next[day]] = Int32(truncatingIfNeeded: row)
      next[day] &+= 1
    }
    return (low, starts, order)
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

  /// How many days there are from the first to the last.
  var dayCount: Int { starts.count - 1 }

  func day(at place: Int) -> Day { Day(number: first + place) }

  func rows(ofDay place: Int) -> Rows { rows(of: day(at: place)...day(at: place)) }

  /// The rows before a day.
  func rows(before day: Day) -> Rows {
    rows(of: Day(number: Swift.min(first, day.number - 1))...day.advanced(by: -1))
  }
}
