// Adds one or two columns to the records of rows that follow each other, straight from the columns.

/// The first column is added above the count of a record, in the same cell.
struct RecordAddition {
  let rows: Range<Int>
  /// Where the record of each row begins.
  let starts: [Int32]
  let offset: Int
  let shift: Int64
  /// Where the second column is added.
  let furtherOffset: Int
  /// For how many rows at a time records are brought near; `nil` where they lie near anyway.
  let stride: Int?

  /// - Shape: all records lie in `cells`; both columns have all rows.
  /// - Returns: whether the columns are as narrow as it takes.
  func add(_ values: IntegerStorage, _ more: IntegerStorage?, to cells: inout [Int64]) -> Bool {
    switch values {
    case .int8(let values): add(values, more, &cells)
    case .int16(let values): add(values, more, &cells)
    case .int32(let values): add(values, more, &cells)
    case .int64: false
    }
  }

  @inline(__always)
  private func add<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, _ more: IntegerStorage?, _ cells: inout [Int64]
  ) -> Bool {
    switch more {
    case nil: add(values, to: &cells)
    case .int8(let more)?: add(values, more, to: &cells)
    case .int16(let more)?: add(values, more, to: &cells)
    case .int32(let more)?: add(values, more, to: &cells)
    case .int64?: return false
    }
    return true
  }

  @inline(__always)
  private func add<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Cells<Number>, to cells: inout [Int64]
  ) {
    let (offset, shift) = (offset, shift)
    let values = values.span.extracting(rows)
    unsafe forEach(in: &cells) { row, record in
      unsafe record[offset] &+= Int64(values[unchecked: row]) &<< shift &+ 1
    }
  }

  @inline(__always)
  private func add<
    Number: FixedWidthInteger & BitwiseCopyable & Sendable,
    Further: FixedWidthInteger & BitwiseCopyable & Sendable
  >(_ values: Cells<Number>, _ more: Cells<Further>, to cells: inout [Int64]) {
    let (offset, shift, furtherOffset) = (offset, shift, furtherOffset)
    let values = values.span.extracting(rows)
    let more = more.span.extracting(rows)
    unsafe forEach(in: &cells) { row, record in
      unsafe record[offset] &+= Int64(values[unchecked: row]) &<< shift &+ 1
      unsafe record[furtherOffset] &+= Int64(more[unchecked: row])
    }
  }

  /// Without checks: what is added lies in all rows, whose records were found to lie in the cells
  /// before.
  @inline(__always)
  private func forEach(
    in cells: inout [Int64], _ body: (Int, UnsafeMutablePointer<Int64>) -> Void
  ) {
    let count = rows.count
    precondition(starts.count == count, "a record for each row")
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      unsafe starts.withUnsafeBufferPointer { starts in
        guard let cells = cells.baseAddress, let starts = starts.baseAddress else { return }
        let step = stride ?? count
        var row = 0
        while row < count {
          let end = min(row + step, count)
          if stride != nil {
            unsafe GroupRecords.bringNear(starts, end..<min(end + step, count), cells)
          }
          while row < end {
            unsafe body(row, cells + Int(starts[row]))
            row += 1
          }
        }
      }
    }
  }
}
