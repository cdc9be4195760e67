// The codes of a column while a file is read, as narrow as they fit.
import KepiColumns

/// Codes row after row, in blocks. Kept as 32 bits each, they took longer to write than to find.
struct PackedCodes: Sendable {
  private enum Block {
    case narrow([UInt8])
    case middle([UInt16])
    case wide([Int32])
  }

  private var blocks: [Block] = []
  private(set) var count = 0
  /// Whether a row has code 0.
  private(set) var hasAbsent = false

  mutating func append(_ codes: Span<Int32>) {
    guard !codes.isEmpty else { return }
    var highest: Int32 = 0
    var lowest = Int32.max
    for row in codes.indices {
      highest |= codes[row]
      lowest = min(lowest, codes[row])
    }
    if lowest == 0 { hasAbsent = true }
    count += codes.count
    if highest < 1 << 8 {
      blocks.append(.narrow(Self.narrowed(codes)))
    } else if highest < 1 << 16 {
      blocks.append(.middle(Self.narrowed(codes)))
    } else {
      blocks.append(.wide(Self.narrowed(codes)))
    }
  }

  private static func narrowed<Number: FixedWidthInteger & BitwiseCopyable>(
    _ codes: Span<Int32>
  ) -> [Number] {
    var result = [Number](repeating: 0, count: codes.count)
    var output = result.mutableSpan
    for row in codes.indices { output[row] = Number(truncatingIfNeeded: codes[row]) }
    return result
  }

  /// Calls `body` with each code, in order of row.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for block in blocks {
      switch block {
      case .narrow(let codes): for code in codes { body(Int(code)) }
      case .middle(let codes): for code in codes { body(Int(code)) }
      case .wide(let codes): for code in codes { body(Int(code)) }
      }
    }
  }

  /// Appends what a table has for each code.
  @inline(__always)
  func append<Element: BitwiseCopyable>(
    _ table: [Element], to output: inout OutputSpan<Element>
  ) {
    let table = table.span
    for block in blocks {
      switch block {
      case .narrow(let codes): for code in codes { output.append(table[Int(code)]) }
      case .middle(let codes): for code in codes { output.append(table[Int(code)]) }
      case .wide(let codes): for code in codes { output.append(table[Int(code)]) }
      }
    }
  }
}

/// One column of a plain table while it is read: its cells as codes into a dictionary.
struct PlainColumn: Sendable {
  private var coder = CellCoder()
  /// The codes of each share of the file, and what they are in `coder` where that is another number.
  private var shares: [(codes: PackedCodes, places: [Int32]?)] = [(PackedCodes(), nil)]
  private var pending: [Int32] = []

  private static let pendingLimit = 1 << 12

  var dictionary: TextDictionary { coder.dictionary }
  var rowCount: Int { shares.reduce(pending.count) { $0 + $1.codes.count } }
  /// Whether a row has no value.
  var hasAbsent: Bool { shares.contains { $0.codes.hasAbsent } }

  // MARK: Growing

  mutating func append(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    pending.append(coder.code(of: text, start, end))
    if pending.count == Self.pendingLimit { flush() }
  }

  /// - Parameter scratch: at least as many as the block has rows.
  mutating func append(
    _ block: RowBlock, _ text: Span<UInt8>, column: Int, _ scratch: inout [Int32]
  ) {
    flush()
    coder.codes(block, text, column: column, into: &scratch)
    shares[0].codes.append(scratch.span.extracting(0..<block.rowCount))
  }

  /// What comes row by row is put with the rest.
  mutating func flush() {
    guard !pending.isEmpty else { return }
    let codes = pending
    shares[0].codes.append(codes.span)
    pending.removeAll()
  }

  /// Appends the rows of another one. Its new values come after those known, in its order.
  mutating func append(_ other: PlainColumn) {
    let places = coder.codes(of: other.coder)
    for share in other.shares {
      shares.append((share.codes, share.places.map { $0.map { places[Int($0)] } } ?? places))
    }
  }

  // MARK: Reading

  /// How many rows have each code.
  func rowCounts() -> [Int] {
    var counts = Array(repeating: 0, count: dictionary.valueCount + 1)
    for share in shares {
      var own = Array(
        repeating: 0, count: (share.places?.count ?? dictionary.valueCount + 1))
      share.codes.forEach { own[$0] += 1 }
      for (code, count) in own.enumerated() {
        counts[share.places.map { Int($0[code]) } ?? code] += count
      }
    }
    return counts
  }

  /// What a table has for the code of each row, as narrow as all of its numbers fit.
  func gathered(_ table: [Int64]) -> IntegerStorage {
    switch IntegerStorage.width(of: table) {
    case 8: .int8(rows(table.map { Int8(truncatingIfNeeded: $0) }))
    case 16: .int16(rows(table.map { Int16(truncatingIfNeeded: $0) }))
    case 32: .int32(rows(table.map { Int32(truncatingIfNeeded: $0) }))
    default: .int64(rows(table))
    }
  }

  func gathered(_ table: [Double]) -> Cells<Double> { rows(table) }

  func gathered(_ table: [Bool]) -> Cells<Bool> { rows(table) }

  /// The code of each row.
  func codes() -> Cells<Int32> {
    rows((0...dictionary.valueCount).map { Int32(truncatingIfNeeded: $0) })
  }

  @inline(__always)
  private func rows<Element: BitwiseCopyable & Sendable>(_ table: [Element]) -> Cells<Element> {
    Cells(capacity: rowCount) { output in
      for share in shares {
        share.codes.append(share.places.map { $0.map { table[Int($0)] } } ?? table, to: &output)
      }
    }
  }

  /// As text.
  func finish() -> TextColumn {
    guard let (dictionary, places) = dictionary.withoutNumberMarks() else {
      return TextColumn(
        dictionary: dictionary.values(),
        codes: gathered((0...dictionary.valueCount).map(Int64.init)))
    }
    return TextColumn(
      dictionary: dictionary.values(), codes: gathered(places.map { Int64($0) }))
  }
}
