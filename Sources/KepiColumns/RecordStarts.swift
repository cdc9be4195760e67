// Where in an array of cells the record of each row begins: a sum of what its codes stand for.

/// What each code of a column adds to where a record begins.
package struct CodeOffsets: Sendable {
  /// Padded with zeros, so that any code of 8 bits has one.
  fileprivate let values: [Int32]
  /// Where each code adds so many times itself nothing is looked up.
  fileprivate let multiple: (factor: Int32, codeCount: Int)?
  fileprivate let least: Int32
  fileprivate let greatest: Int32

  /// - Parameter values: for each code from 0 on.
  package init(_ values: [Int32]) {
    multiple = nil
    least = values.min() ?? 0
    greatest = values.max() ?? 0
    self.values = values + Array(repeating: 0, count: max(0, 1 << 8 - values.count))
  }

  /// Each code adds so many times itself.
  ///
  /// - Parameter codeCount: one more than the greatest code of the column.
  package init(codeCount: Int, times factor: Int32) {
    let most = Int32(max(0, codeCount - 1)) * factor
    multiple = (factor, codeCount)
    least = min(0, most)
    greatest = max(0, most)
    values = []
  }

  fileprivate subscript(code: Int) -> Int32 {
    guard let multiple else { return values[code] }
    precondition(code < multiple.codeCount, "a code of the column")
    return Int32(truncatingIfNeeded: code) &* multiple.factor
  }
}

/// One place for each of some rows. All of them lie between two bounds that are known without looking
/// at each.
package struct RecordStarts: Sendable {
  package private(set) var values: [Int32] = []
  /// The place of all rows, as long as none was moved: to write it for each row, only to move it
  /// then, took a tenth of the time of finding places.
  private var common: Int32?
  /// No place is less than the one or greater than the other.
  package private(set) var least = 0
  package private(set) var greatest = 0

  package init() {}

  package var count: Int { values.count }

  /// So many rows, all of which begin at the same place.
  package mutating func begin(count: Int, at base: Int) {
    (least, greatest) = (base, base)
    common = Int32(base)
    if values.count != count { values = Array(repeating: 0, count: count) }
  }

  /// Writes down the place of each row, where none was moved. To be called once all moves are made.
  package mutating func settle() {
    guard let common else { return }
    for place in values.indices { values[place] = common }
    self.common = nil
  }

  /// Moves the place of each row by the offset of its code.
  ///
  /// - Shape: as many rows as places; the column holds codes that have offsets.
  package mutating func add(_ rows: Rows, of codes: IntegerStorage, _ offsets: CodeOffsets) {
    precondition(rows.count == count, "a place for each row")
    widen(by: offsets)
    if let multiple = offsets.multiple {
      // To find the greatest code costs less than to look at each whether it is one.
      var most: UInt64 = 0
      switch codes {
      case .int8(let column):
        most = add(rows, column, times: multiple.factor) { UInt8(bitPattern: $0) }
      case .int16(let column):
        most = add(rows, column, times: multiple.factor) { UInt16(bitPattern: $0) }
      case .int32(let column):
        most = add(rows, column, times: multiple.factor) { UInt32(bitPattern: $0) }
      case .int64(let column):
        most = add(rows, column, times: multiple.factor) { UInt64(bitPattern: $0) }
      }
      return precondition(rows.isEmpty || most < multiple.codeCount, "codes of the column")
    }
    switch codes {
    case .int8(let column):
      // Every code of 8 bits has an offset.
      let table = offsets.values.span
      add(rows, column) { unsafe table[unchecked: Int(UInt8(bitPattern: $0))] }
    case .int16(let column):
      let table = offsets.values.span
      add(rows, column) { table[Int(UInt16(bitPattern: $0))] }
    case .int32(let column):
      let table = offsets.values.span
      add(rows, column) { table[Int($0)] }
    case .int64(let column):
      let table = offsets.values.span
      add(rows, column) { table[Int($0)] }
    }
  }

  /// The same for rows whose codes are those of other rows: -1 for rows without one, which have code
  /// 0.
  package mutating func add(
    _ rows: Rows, linkedBy links: [Int32], to codes: IntegerStorage, _ offsets: CodeOffsets
  ) {
    precondition(rows.count == count, "a place for each row")
    widen(by: offsets)
    settle()
    for (place, row) in rows.numbers.enumerated() {
      let at = links[Int(row)]
      values[place] += offsets[at < 0 ? 0 : Int(codes[Int(at)])]
    }
  }

  private mutating func widen(by offsets: CodeOffsets) {
    least += Int(min(0, offsets.least))
    greatest += Int(max(0, offsets.greatest))
    precondition(
      least >= Int(Int32.min) && greatest <= Int(Int32.max), "places of an array of cells")
  }

  /// Gives the greatest code.
  @inline(__always)
  private mutating func add<Number: BitwiseCopyable & Sendable, Code: FixedWidthInteger>(
    _ rows: Rows, _ column: Cells<Number>, times factor: Int32, _ code: (Number) -> Code
  ) -> UInt64 {
    var most: Code = 0
    add(rows, column) { number in
      let code = code(number)
      most = max(most, code)
      return Int32(truncatingIfNeeded: code) &* factor
    }
    return UInt64(most)
  }

  @inline(__always)
  private mutating func add<Number: BitwiseCopyable & Sendable>(
    _ rows: Rows, _ column: Cells<Number>, _ offset: (Number) -> Int32
  ) {
    guard let common else { return write(rows, column) { $0 &+ offset($1) } }
    self.common = nil
    write(rows, column) { common &+ offset($1) }
  }

  /// - Parameter place: from the place so far and the code of a row.
  @inline(__always)
  private mutating func write<Number: BitwiseCopyable & Sendable>(
    _ rows: Rows, _ column: Cells<Number>, _ place: (Int32, Number) -> Int32
  ) {
    var values = values.mutableSpan
    switch rows {
    case .range(let range):
      let column = column.span.extracting(range)
      for row in column.indices { values[row] = place(values[row], column[row]) }
    case .list(let list):
      let column = column.span
      let list = list.span
      for row in list.indices { values[row] = place(values[row], column[Int(list[row])]) }
    }
  }
}
