// Integers stored as narrow as they fit: a row that a question touches is then few bytes.

package enum IntegerStorage: Equatable, Sendable {
  case int8(Cells<Int8>)
  case int16(Cells<Int16>)
  case int32(Cells<Int32>)
  case int64(Cells<Int64>)

  package init(_ values: [Int64]) {
    var low: Int64 = 0
    var high: Int64 = 0
    for value in values {
      low = min(low, value)
      high = max(high, value)
    }
    if low >= Int64(Int8.min), high <= Int64(Int8.max) {
      self = .int8(Cells(narrowing: values))
    } else if low >= Int64(Int16.min), high <= Int64(Int16.max) {
      self = .int16(Cells(narrowing: values))
    } else if low >= Int64(Int32.min), high <= Int64(Int32.max) {
      self = .int32(Cells(narrowing: values))
    } else {
      self = .int64(Cells(values))
    }
  }

  /// The same storage as for the values widened.
  package init(narrowing values: [Int32]) {
    var low: Int32 = 0
    var high: Int32 = 0
    for value in values {
      low = min(low, value)
      high = max(high, value)
    }
    if low >= Int32(Int8.min), high <= Int32(Int8.max) {
      self = .int8(Cells(narrowing: values))
    } else if low >= Int32(Int16.min), high <= Int32(Int16.max) {
      self = .int16(Cells(narrowing: values))
    } else {
      self = .int32(Cells(values))
    }
  }

  /// Of how many bits integers have to be to hold all numbers of a table, and 0.
  package static func width(of table: [Int64]) -> Int {
    let low = min(0, table.min() ?? 0)
    let high = max(0, table.max() ?? 0)
    if low >= Int64(Int8.min), high <= Int64(Int8.max) { return 8 }
    if low >= Int64(Int16.min), high <= Int64(Int16.max) { return 16 }
    return low >= Int64(Int32.min) && high <= Int64(Int32.max) ? 32 : 64
  }

  package var count: Int {
    switch self {
    case .int8(let values): values.count
    case .int16(let values): values.count
    case .int32(let values): values.count
    case .int64(let values): values.count
    }
  }

  package subscript(row: Int) -> Int64 {
    switch self {
    case .int8(let values): Int64(values[row])
    case .int16(let values): Int64(values[row])
    case .int32(let values): Int64(values[row])
    case .int64(let values): values[row]
    }
  }

  /// Calls `body` with the values widened, in row order, for the rows of a range.
  ///
  /// Inlined in other targets too: with a call of `body` for each row, the passes over the days of
  /// 10 million rows took a sixth of the time of loading them.
  @inlinable @inline(__always)
  package func forEach(in rows: Range<Int>, _ body: (Int, Int64) -> Void) {
    switch self {
    case .int8(let values): for row in rows { body(row, Int64(values[row])) }
    case .int16(let values): for row in rows { body(row, Int64(values[row])) }
    case .int32(let values): for row in rows { body(row, Int64(values[row])) }
    case .int64(let values): for row in rows { body(row, values[row]) }
    }
  }
}

extension Cells where Element: FixedWidthInteger {
  /// Numbers that are known to fit.
  @inline(__always)
  fileprivate init<Wide: FixedWidthInteger>(narrowing values: [Wide]) {
    self.init(capacity: values.count) { output in
      let values = values.span
      for row in values.indices { output.append(Element(truncatingIfNeeded: values[row])) }
    }
  }
}
