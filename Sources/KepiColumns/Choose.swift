// Choosing rows by a column: loops without branches, since which row is next cannot be foretold.

extension IntegerStorage {
  /// The rows whose number in a table is true.
  ///
  /// - Shape: the column holds codes from 0 up to the count of `table`.
  package func rows(_ rows: Rows, where table: [Bool]) -> Rows {
    switch self {
    case .int8(let values): chosen(rows, values) { table[Int(UInt8(bitPattern: $0))] }
    case .int16(let values): chosen(rows, values) { table[Int(UInt16(bitPattern: $0))] }
    case .int32(let values): chosen(rows, values) { table[Int($0)] }
    case .int64(let values): chosen(rows, values) { table[Int($0)] }
    }
  }

  /// The rows whose number lies between two, both included.
  package func rows(_ rows: Rows, from low: Int64, through high: Int64) -> Rows {
    guard low <= high else { return .none }
    switch self {
    case .int8(let values): return within(rows, values, low, high)
    case .int16(let values): return within(rows, values, low, high)
    case .int32(let values): return within(rows, values, low, high)
    case .int64(let values): return within(rows, values, low, high)
    }
  }

  private func within<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ rows: Rows, _ values: Cells<Number>, _ low: Int64, _ high: Int64
  ) -> Rows {
    guard low <= Int64(Number.max), high >= Int64(Number.min) else { return .none }
    let first = Number(clamping: low)
    let last = Number(clamping: high)
    return chosen(rows, values) { first <= $0 && $0 <= last }
  }

  @inline(__always)
  private func chosen<Number: BitwiseCopyable & Sendable>(
    _ rows: Rows, _ values: Cells<Number>, where holds: (Number) -> Bool
  ) -> Rows {
    let values = values.span
    var kept = [Int32](repeating: 0, count: rows.count)
    var count = 0
    switch rows {
    case .range(let range):
      for row in range {
        kept[count] = Int32(truncatingIfNeeded: row)
        count += holds(values[row]) ? 1 : 0
      }
    case .list(let list):
      for row in list {
        kept[count] = row
        count += holds(values[Int(row)]) ? 1 : 0
      }
    }
    if count == rows.count { return rows }
    kept.removeLast(kept.count - count)
    return .list(kept)
  }
}

extension Bitmap {
  /// The rows that are present, or those that are not.
  package func rows(_ rows: Rows, present: Bool) -> Rows {
    var kept: [Int32] = []
    kept.reserveCapacity(rows.count)
    switch rows {
    case .range(let range):
      for row in range where self[row] == present { kept.append(Int32(truncatingIfNeeded: row)) }
    case .list(let list): for row in list where self[Int(row)] == present { kept.append(row) }
    }
    return kept.count == rows.count ? rows : .list(kept)
  }
}

extension IntegerStorage {
  /// Whether all numbers are greater.
  package func isAbove(_ limit: Int64) -> Bool {
    switch self {
    case .int8(let values): values.allSatisfy { Int64($0) > limit }
    case .int16(let values): values.allSatisfy { Int64($0) > limit }
    case .int32(let values): values.allSatisfy { Int64($0) > limit }
    case .int64(let values): values.allSatisfy { $0 > limit }
    }
  }
}
