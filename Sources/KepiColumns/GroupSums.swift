// Sums of groups whose numbers are arithmetic: all that one group gathers lies side by side.

extension IntegerStorage {
  /// The sum of some rows. It wraps.
  package func total(_ rows: Rows) -> Int64 {
    switch self {
    case .int8(let values): Self.narrowTotal(values, rows)
    case .int16(let values): Self.narrowTotal(values, rows)
    case .int32(let values): Self.total(values, rows)
    case .int64(let values): Self.total(values, rows)
    }
  }

  /// The sum of all values without their signs, of numbers of 32 bits or less: no sum of any rows
  /// is greater.
  package var magnitudeTotal: UInt64 {
    switch self {
    case .int8(let values): Self.magnitudeTotal(values)
    case .int16(let values): Self.magnitudeTotal(values)
    case .int32(let values): Self.magnitudeTotal(values)
    case .int64: .max
    }
  }

  @inline(__always)
  private static func magnitudeTotal<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>
  ) -> UInt64 {
    var total: UInt64 = 0
    let values = values.span
    for place in values.indices {
      total &+= UInt64(truncatingIfNeeded: Int64(truncatingIfNeeded: values[place]).magnitude)
    }
    return total
  }

  /// How many of some rows are not 0.
  package func nonZeroCount(_ rows: Rows) -> Int64 {
    switch self {
    case .int8(let values): Self.nonZeroCount(values, rows)
    case .int16(let values): Self.nonZeroCount(values, rows)
    case .int32(let values): Self.nonZeroCount(values, rows)
    case .int64(let values): Self.nonZeroCount(values, rows)
    }
  }

  @inline(__always)
  private static func total<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, _ rows: Rows
  ) -> Int64 {
    var total: Int64 = 0
    switch rows {
    case .range(let range):
      let values = values.span.extracting(range)
      for place in values.indices { total &+= Int64(truncatingIfNeeded: values[place]) }
    case .list(let list):
      let values = values.span
      for row in list { total &+= Int64(truncatingIfNeeded: values[Int(row)]) }
    }
    return total
  }

  /// Of values of 16 bits or less: so many of them fit 32 bits, of which the processor adds twice as
  /// many at once.
  @inline(__always)
  private static func narrowTotal<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, _ rows: Rows
  ) -> Int64 {
    guard case .range(let range) = rows else { return total(values, rows) }
    let values = values.span.extracting(range)
    let most = 1 << 15
    var total: Int64 = 0
    var start = 0
    while start < values.count {
      let part = values.extracting(start..<min(start + most, values.count))
      var sum: Int32 = 0
      for place in part.indices { sum &+= Int32(truncatingIfNeeded: part[place]) }
      total &+= Int64(sum)
      start += most
    }
    return total
  }

  @inline(__always)
  private static func nonZeroCount<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, _ rows: Rows
  ) -> Int64 {
    var count: Int64 = 0
    switch rows {
    case .range(let range):
      let values = values.span.extracting(range)
      for place in values.indices { count &+= values[place] == 0 ? 0 : 1 }
    case .list(let list):
      let values = values.span
      for row in list { count &+= values[Int(row)] == 0 ? 0 : 1 }
    }
    return count
  }
}

extension Bitmap {
  /// How many of some rows are present.
  package func count(_ rows: Rows) -> Int64 {
    switch rows {
    case .range(let range): range.reduce(0) { $0 &+ (self[$1] ? 1 : 0) }
    case .list(let list): list.reduce(0) { $0 &+ (self[Int($1)] ? 1 : 0) }
    }
  }
}
