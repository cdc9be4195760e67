// What a column of days says of the order of its rows.

extension IntegerStorage {
  /// The least and the greatest number, and whether no number is less than the one before it.
  ///
  /// - Shape: at least one row.
  /// - Cost: one pass over the rows, in order, without a branch for each.
  package func bounds(
    of rows: Range<Int>
  ) -> (least: Int64, greatest: Int64, isAscending: Bool) {
    switch self {
    case .int8(let values): Self.bounds(values, rows)
    case .int16(let values): Self.bounds(values, rows)
    case .int32(let values): Self.bounds(values, rows)
    case .int64(let values): Self.bounds(values, rows)
    }
  }

  /// Of rows in ascending order the first whose number is not below another; the end where all are.
  package func firstRow(in rows: Range<Int>, from least: Int64) -> Int {
    var low = rows.lowerBound
    var high = rows.upperBound
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Adds one to a count for each row of a number.
  ///
  /// - Parameter low: the number that the first of the counts is for.
  package func count(_ rows: Range<Int>, from low: Int64, in counts: inout [Int]) {
    switch self {
    case .int8(let values): Self.count(values, rows, low, &counts)
    case .int16(let values): Self.count(values, rows, low, &counts)
    case .int32(let values): Self.count(values, rows, low, &counts)
    case .int64(let values): Self.count(values, rows, low, &counts)
    }
  }

  @inline(__always)
  private static func bounds<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, _ rows: Range<Int>
  ) -> (least: Int64, greatest: Int64, isAscending: Bool) {
    let values = values.span.extracting(rows)
    var least = values[0]
    var greatest = values[0]
    var before = values[0]
    /// Not 0 where a number is less than the one before it.
    var falls: Number = 0
    var start = 0
    while start < values.count {
      // Some at a time, so that they are still near for the second and the third loop.
      let part = values.extracting(start..<Swift.min(start + (1 << 12), values.count))
      for place in part.indices { least = Swift.min(least, part[place]) }
      for place in part.indices { greatest = Swift.max(greatest, part[place]) }
      // As wide as the numbers: to count in 64 bits took longer than all the rest.
      falls |= part[0] < before ? 1 : 0
      for place in part.indices.dropFirst() { falls |= part[place] < part[place &- 1] ? 1 : 0 }
      before = part[part.count - 1]
      start += part.count
    }
    return (Int64(least), Int64(greatest), falls == 0)
  }

  @inline(__always)
  private static func count<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, _ rows: Range<Int>, _ low: Int64, _ counts: inout [Int]
  ) {
    let values = values.span.extracting(rows)
    var counts = counts.mutableSpan
    for place in values.indices { counts[Int(Int64(values[place]) &- low)] &+= 1 }
  }
}
