// Grouping by codes is arithmetic: a group's number is made of the codes on each axis.

extension IntegerStorage {
  /// Adds the code that a table gives for each row's number, times a factor, to the row's sum.
  ///
  /// - Shape: as many sums as rows; the column holds codes from 0 up to the count of `table`.
  package func addCodes(
    _ rows: Rows, from table: [Int32], times factor: Int32, to sums: inout [Int32]
  ) {
    let scaled = factor == 1 ? table : table.map { $0 &* factor }
    switch self {
    case .int8(let values):
      add(rows, values, &sums) { scaled[Int(UInt8(bitPattern: $0))] }
    case .int16(let values):
      add(rows, values, &sums) { scaled[Int(UInt16(bitPattern: $0))] }
    case .int32(let values): add(rows, values, &sums) { scaled[Int($0)] }
    case .int64(let values): add(rows, values, &sums) { scaled[Int($0)] }
    }
  }

  @inline(__always)
  private func add<Number: BitwiseCopyable & Sendable>(
    _ rows: Rows, _ values: Cells<Number>, _ sums: inout [Int32], _ code: (Number) -> Int32
  ) {
    var sums = sums.mutableSpan
    switch rows {
    case .range(let range):
      let values = values.span.extracting(range)
      for place in values.indices { sums[place] &+= code(values[place]) }
    case .list(let list):
      let values = values.span
      let list = list.span
      for place in list.indices { sums[place] &+= code(values[Int(list[place])]) }
    }
  }
}
