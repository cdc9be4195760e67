// Choosing rows by a column: loops without branches, since which row is next cannot be foretold.

extension IntegerStorage {
  /// The rows whose number in a table is true.
  ///
  /// - Shape: the column holds codes from 0 up to the count of `table`.
  package func rows(_ rows: Rows, where table: [Bool]) -> Rows {
    if case .int8(let values) = self, case .range(let range) = rows,
      let code = table.firstIndex(of: true), table.lastIndex(of: true) == code, code < 1 << 8
    {
      return Self.rows(range, of: values, equalTo: UInt8(truncatingIfNeeded: code))
    }
    switch self {
    case .int8(let values): return chosen(rows, values) { table[Int(UInt8(bitPattern: $0))] }
    case .int16(let values): return chosen(rows, values) { table[Int(UInt16(bitPattern: $0))] }
    case .int32(let values): return chosen(rows, values) { table[Int($0)] }
    case .int64(let values): return chosen(rows, values) { table[Int($0)] }
    }
  }

  /// The rows of one code: 64 of them make a word of bits, and only its set bits are looked at.
  ///
  /// A byte that is equal becomes 0 by exclusive or. To 0x7F in each byte its lower seven bits are
  /// added, which carry into the eighth unless all are 0; so bits that stay clear are such bytes. The
  /// multiplication gathers the eight of them in the highest byte. (10 million rows of 18 codes, one
  /// core: 17 ms with a look at each eight bytes, 4 ms with one at each 64.)
  private static func rows(_ range: Range<Int>, of values: Cells<Int8>, equalTo code: UInt8) -> Rows
  {
    let bytes = values.bytes
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let pattern = 0x0101_0101_0101_0101 &* UInt64(code)
    precondition(range.upperBound <= values.count, "rows of the column")
    let kept = unsafe [Int32](unsafeUninitializedCapacity: range.count) { kept, count in
      var row = range.lowerBound
      while row + 64 <= range.upperBound {
        var mask: UInt64 = 0
        for part in 0..<8 {
          let word = unsafe UInt64(
            littleEndian: bytes.unsafeLoadUnaligned(
              fromUncheckedByteOffset: row + part * 8, as: UInt64.self))
          let rest = word ^ pattern
          let found = ~(((rest & low) &+ low) | rest | low)
          mask |= (((found &>> 7) &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(part * 8)
        }
        while mask != 0 {
          unsafe kept[count] = Int32(truncatingIfNeeded: row &+ mask.trailingZeroBitCount)
          count &+= 1
          mask &= mask &- 1
        }
        row += 64
      }
      while row < range.upperBound {
        if UInt8(bitPattern: values[row]) == code {
          unsafe kept[count] = Int32(truncatingIfNeeded: row)
          count += 1
        }
        row += 1
      }
    }
    return kept.count == range.count ? .range(range) : .list(kept)
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
    // Each row is written, and counts if it is chosen: no branch is there to be guessed wrongly.
    var kept = [Int32](repeating: 0, count: rows.count)
    var count = 0
    var output = kept.mutableSpan
    switch rows {
    case .range(let range):
      let values = values.extracting(range)
      for place in values.indices {
        output[count] = Int32(truncatingIfNeeded: range.lowerBound + place)
        count &+= holds(values[place]) ? 1 : 0
      }
    case .list(let list):
      let list = list.span
      for place in list.indices {
        output[count] = list[place]
        count &+= holds(values[Int(list[place])]) ? 1 : 0
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
