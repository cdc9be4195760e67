// The codes of a column while a file is read, as narrow as they fit.
import KepiColumns

/// Codes row after row, in blocks. Kept as 32 bits each, they took longer to write than to find.
struct PackedCodes: Sendable {
  private enum Block {
    case narrow(CellRoom<UInt8>)
    case middle(CellRoom<UInt16>)
    case wide(CellRoom<Int32>)
  }

  /// All but the last of them.
  private var blocks: [Block] = []
  /// The last one: of these there is one at most.
  private var narrow: CellRoom<UInt8>?
  private var middle: CellRoom<UInt16>?
  private var wide: CellRoom<Int32>?
  private(set) var count = 0
  private var greatest = 0

  /// Bytes of a block. They double from one to the next, and then are a large page each.
  private static let fewestBytes = 1 << 12
  private static let mostSmallBytes = 1 << 19

  /// - Parameter greatest: that no code so far is above. To look for it among the codes took as long
  ///   as to write them.
  mutating func append(_ codes: Span<Int32>, upTo greatest: Int) {
    guard !codes.isEmpty else { return }
    self.greatest = greatest
    if greatest >= 1 << 16 || wide != nil {
      if !Self.take(codes, in: &wide) { wide = begin(codes) }
    } else if greatest >= 1 << 8 || middle != nil {
      if !Self.take(codes, in: &middle) { middle = begin(codes) }
    } else if !Self.take(codes, in: &narrow) {
      narrow = begin(codes)
    }
    count += codes.count
  }

  /// Appends to a block where it has room and nobody else has it; whether it did.
  private static func take<Number>(_ codes: Span<Int32>, in room: inout CellRoom<Number>?) -> Bool
  where Number: FixedWidthInteger & BitwiseCopyable & Sendable {
    guard isKnownUniquelyReferenced(&room), let room, room.freeCount >= codes.count else {
      return false
    }
    append(codes, to: room)
    return true
  }

  /// Makes a new block of some codes.
  private mutating func begin<Number>(_ codes: Span<Int32>) -> CellRoom<Number>
  where Number: FixedWidthInteger & BitwiseCopyable & Sendable {
    if let last { blocks.append(last) }
    (narrow, middle, wide) = (nil, nil, nil)
    let stride = MemoryLayout<Number>.stride
    let small = max(count * stride, Self.fewestBytes)
    let size = small <= Self.mostSmallBytes ? small : LargePages.byteCount
    let room = CellRoom<Number>(capacity: max(size / stride, codes.count))
    Self.append(codes, to: room)
    return room
  }

  private var last: Block? {
    narrow.map { .narrow($0) } ?? middle.map { .middle($0) } ?? wide.map { .wide($0) }
  }

  private static func append<Number>(_ codes: Span<Int32>, to room: CellRoom<Number>)
  where Number: FixedWidthInteger & BitwiseCopyable & Sendable {
    room.append(count: codes.count) { output in
      for row in codes.indices {
        unsafe output[unchecked: row] = Number(truncatingIfNeeded: codes[row])
      }
    }
  }

  /// Calls `body` with each code, in order of row.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for block in blocks + (last.map { [$0] } ?? []) {
      switch block {
      case .narrow(let room):
        let codes = room.span
        for row in codes.indices { body(Int(codes[row])) }
      case .middle(let room):
        let codes = room.span
        for row in codes.indices { body(Int(codes[row])) }
      case .wide(let room):
        let codes = room.span
        for row in codes.indices { body(Int(codes[row])) }
      }
    }
  }

  /// Appends what a table has for each code.
  ///
  /// - Parameter discards: whether nobody reads the codes again.
  @inline(__always)
  func append<Element: BitwiseCopyable>(
    _ table: [Element], to output: inout OutputSpan<Element>, discards: Bool
  ) {
    precondition(greatest < table.count, "an element for each code")
    for block in blocks + (last.map { [$0] } ?? []) {
      switch block {
      case .narrow(let room): Self.append(table, room, to: &output, discards)
      case .middle(let room): Self.append(table, room, to: &output, discards)
      case .wide(let room): Self.append(table, room, to: &output, discards)
      }
    }
  }

  @inline(__always)
  private static func append<Element: BitwiseCopyable, Number: FixedWidthInteger>(
    _ table: [Element], _ room: CellRoom<Number>, to output: inout OutputSpan<Element>,
    _ discards: Bool
  ) {
    let table = table.span
    let codes = room.span
    precondition(codes.count <= output.freeCapacity, "as much room as rows")
    // Nothing is asked of a row: no code is above `greatest`, and there is room for all.
    unsafe output.withUnsafeMutableBufferPointer { values, count in
      for row in codes.indices {
        unsafe values[count &+ row] = table[unchecked: Int(codes[unchecked: row])]
      }
      count += codes.count
    }
    if discards { room.discard() }
  }
}

/// One column of a plain table while it is read: its cells as codes into a dictionary.
struct PlainColumn: Sendable {
  private var coder = CellCoder()
  /// The codes of each share of the file, and what they are in `coder` where that is another number.
  private var shares: [(codes: PackedCodes, places: [Int32]?)] = [(PackedCodes(), nil)]
  private var pending: [Int32] = []
  /// Whether one has none in a share that was appended.
  private var hasAbsentBelow = false

  private static let pendingLimit = 1 << 12

  var dictionary: TextDictionary { coder.dictionary }
  var rowCount: Int { shares.reduce(pending.count) { $0 + $1.codes.count } }
  /// Whether a row has no value.
  var hasAbsent: Bool { coder.hasMetAbsent || hasAbsentBelow }

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
    shares[0].codes.append(
      scratch.span.extracting(0..<block.rowCount), upTo: coder.dictionary.valueCount)
  }

  /// What comes row by row is put with the rest.
  mutating func flush() {
    guard !pending.isEmpty else { return }
    // Moved out and back, so that it is never copied.
    var codes: [Int32] = []
    swap(&codes, &pending)
    shares[0].codes.append(codes.span, upTo: coder.dictionary.valueCount)
    codes.removeAll(keepingCapacity: true)
    pending = codes
  }

  /// Appends the rows of another one. Its new values come after those known, in its order.
  mutating func append(_ other: PlainColumn) {
    let places = coder.codes(of: other.coder)
    hasAbsentBelow = hasAbsentBelow || other.hasAbsent
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
  ///
  /// - Parameter isLast: whether nobody asks for codes again, nor for what follows from them.
  func gathered(_ table: [Int64], isLast: Bool) -> IntegerStorage {
    switch IntegerStorage.width(of: table) {
    case 8: .int8(rows(table.map { Int8(truncatingIfNeeded: $0) }, isLast))
    case 16: .int16(rows(table.map { Int16(truncatingIfNeeded: $0) }, isLast))
    case 32: .int32(rows(table.map { Int32(truncatingIfNeeded: $0) }, isLast))
    default: .int64(rows(table, isLast))
    }
  }

  func gathered(_ table: [Double], isLast: Bool) -> Cells<Double> { rows(table, isLast) }

  func gathered(_ table: [Bool]) -> Cells<Bool> { rows(table, false) }

  /// The code of each row.
  func codes() -> Cells<Int32> {
    rows((0...dictionary.valueCount).map { Int32(truncatingIfNeeded: $0) }, false)
  }

  @inline(__always)
  private func rows<Element: BitwiseCopyable & Sendable>(
    _ table: [Element], _ isLast: Bool
  ) -> Cells<Element> {
    Cells(capacity: rowCount) { output in
      for share in shares {
        share.codes.append(
          share.places.map { $0.map { table[Int($0)] } } ?? table, to: &output, discards: isLast)
      }
    }
  }

  /// As text. The codes are gone then.
  func finish() -> TextColumn {
    guard let (dictionary, places) = dictionary.withoutNumberMarks() else {
      return TextColumn(
        dictionary: dictionary.values(),
        codes: gathered((0...dictionary.valueCount).map(Int64.init), isLast: true))
    }
    return TextColumn(
      dictionary: dictionary.values(), codes: gathered(places.map { Int64($0) }, isLast: true))
  }
}
