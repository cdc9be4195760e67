// Totals of an amount column by group.

extension AmountColumn {
  /// Whether a sum of so many of its values fits 64 bits whatever they are.
  package func cannotOverflow(over rowCount: Int) -> Bool {
    switch values {
    case .int8, .int16: true
    case .int32: rowCount < 1 << 31
    case .int64: false
    }
  }

  /// Adds each row's value to the sum of its group.
  ///
  /// - Shape: a group for each row, or one for all. An absent row's value is 0 and adds nothing.
  /// - Unit: the unit and the decimal scale of the column.
  /// - Errors: none. Only for a column that cannot overflow.
  package func add(_ rows: Rows, _ groups: Groups, to sums: inout [Int64]) {
    switch values {
    case .int8(let values): Self.add(values, rows, groups, &sums)
    case .int16(let values): Self.add(values, rows, groups, &sums)
    case .int32(let values): Self.add(values, rows, groups, &sums)
    case .int64(let values): Self.add(values, rows, groups, &sums)
    }
  }

  @inline(__always)
  private static func add<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, _ rows: Rows, _ groups: Groups, _ sums: inout [Int64]
  ) {
    let values = values.span
    switch (rows, groups) {
    case (.range(let range), .one(let group)):
      var total: Int64 = 0
      for row in range { total &+= Int64(truncatingIfNeeded: values[row]) }
      sums[group] &+= total
    case (.list(let list), .one(let group)):
      var total: Int64 = 0
      for row in list { total &+= Int64(truncatingIfNeeded: values[Int(row)]) }
      sums[group] &+= total
    case (.range(let range), .each(let groups)):
      var sums = sums.mutableSpan
      for place in groups.indices {
        sums[Int(groups[place])] &+= Int64(
          truncatingIfNeeded: values[range.lowerBound + place])
      }
    case (.list(let list), .each(let groups)):
      var sums = sums.mutableSpan
      for place in groups.indices {
        sums[Int(groups[place])] &+= Int64(truncatingIfNeeded: values[Int(list[place])])
      }
    }
  }
}

extension Groups {
  /// Adds one to the count of each row's group.
  package func count(_ rowCount: Int, in counts: inout [Int64]) {
    switch self {
    case .one(let group): counts[group] &+= Int64(rowCount)
    case .each(let groups):
      var counts = counts.mutableSpan
      for group in groups { counts[Int(group)] &+= 1 }
    }
  }
}

extension AmountColumn {
  /// Counts the rows whose value is not 0, by group.
  package func countNonZero(_ rows: Rows, _ groups: Groups, in counts: inout [Int64]) {
    switch values {
    case .int8(let values): Self.countNonZero(values, rows, groups, &counts)
    case .int16(let values): Self.countNonZero(values, rows, groups, &counts)
    case .int32(let values): Self.countNonZero(values, rows, groups, &counts)
    case .int64(let values): Self.countNonZero(values, rows, groups, &counts)
    }
  }

  @inline(__always)
  private static func countNonZero<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, _ rows: Rows, _ groups: Groups, _ counts: inout [Int64]
  ) {
    let values = values.span
    switch (rows, groups) {
    case (.range(let range), .one(let group)):
      var total: Int64 = 0
      for row in range { total &+= values[row] == 0 ? 0 : 1 }
      counts[group] &+= total
    case (.list(let list), .one(let group)):
      var total: Int64 = 0
      for row in list { total &+= values[Int(row)] == 0 ? 0 : 1 }
      counts[group] &+= total
    case (.range(let range), .each(let groups)):
      var counts = counts.mutableSpan
      for place in groups.indices {
        counts[Int(groups[place])] &+= values[range.lowerBound + place] == 0 ? 0 : 1
      }
    case (.list(let list), .each(let groups)):
      var counts = counts.mutableSpan
      for place in groups.indices {
        counts[Int(groups[place])] &+= values[Int(list[place])] == 0 ? 0 : 1
      }
    }
  }
}
