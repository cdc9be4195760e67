// The different texts of a column, each kept once and numbered as they are met.
import KepiColumns
import KepiContainers

/// Text by code. Code 0 is the absent value and has no text.
struct TextDictionary: Sendable {
  /// The bytes of the values one after another; value *c* ends at `ends[c]`.
  private var pool: [UInt8] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt32] = [0]
  /// Open addressing over codes; 0 is free. Its size is a power of two.
  private var slots: [Int32] = Array(repeating: 0, count: 64)

  /// Without the absent one.
  var valueCount: Int { ends.count - 1 }

  /// The code of a cell. Blanks around it and guards are left out; empty, `-` and `--` are absent.
  mutating func code(ofCell text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    var range = text.trimmedCell(range)
    guard !range.isEmpty else { return 0 }
    // `'ABE8'`: apostrophes around the whole keep spreadsheets from reading it as a number.
    if range.count >= 3, text[range.lowerBound] == UInt8(ascii: "'"),
      text[range.upperBound - 1] == UInt8(ascii: "'")
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    // `'00123`: one before a number does the same.
    if range.count >= 2, text[range.lowerBound] == UInt8(ascii: "'"),
      range.dropFirst().allSatisfy({ text[$0].isDigit })
    {
      range = range.dropFirst()
    }
    if range.count <= 2, text[range.lowerBound] == UInt8(ascii: "-"),
      text[range.upperBound - 1] == UInt8(ascii: "-")
    {
      return 0
    }
    return code(of: text, range)
  }

  /// The code of a value, made where it is new.
  mutating func code(of text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let hash = Self.hash(text, range)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = Int(slots[slot])
      if hashes[code] == hash, equals(code: code, text, range) { return Int32(code) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = Int32(ends.count)
    unsafe text.extracting(range).withUnsafeBufferPointer { unsafe pool.append(contentsOf: $0) }
    ends.append(pool.count)
    hashes.append(hash)
    slots[slot] = code
    if ends.count * 2 > slots.count { grow() }
    return code
  }

  mutating func code(of text: String) -> Int32 {
    let bytes = Array(text.utf8)
    return bytes.isEmpty ? 0 : code(of: bytes.span, 0..<bytes.count)
  }

  /// The codes here of the values of another one, by its codes. New ones come after those known, in
  /// its order.
  mutating func codes(of other: TextDictionary) -> [Int32] {
    var codes: [Int32] = [0]
    codes.reserveCapacity(other.ends.count)
    let bytes = other.pool.span
    for code in 1..<max(1, other.ends.count) {
      codes.append(self.code(of: bytes, other.ends[code - 1]..<other.ends[code]))
    }
    return codes
  }

  /// Eight bytes a step: byte by byte, a third of the time of reading went into the hash.
  @inline(__always)
  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = range.lowerBound
    while offset < range.upperBound {
      hash = (hash ^ text.word(at: offset, before: range.upperBound)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      offset += 8
    }
    return UInt32(truncatingIfNeeded: hash)
  }

  private func equals(code: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = ends[code - 1]
    guard ends[code] - start == range.count else { return false }
    let pool = pool.span
    var place = 0
    while place < range.count {
      guard
        pool.word(at: start + place, before: ends[code])
          == text.word(at: range.lowerBound + place, before: range.upperBound)
      else { return false }
      place += 8
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for code in 1..<ends.count {
      var slot = Int(hashes[code]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(code)
    }
  }

  /// The text of each code; that of 0 is empty.
  func values() -> [String] {
    [""] + (1..<max(1, ends.count)).map { value($0) }
  }

  /// Without the mark of a number, if it was kept.
  func value(_ code: Int) -> String {
    guard code > 0 else { return "" }
    return String(
      decoding: pool[pool.span.withoutNumberMark(ends[code - 1]..<ends[code])], as: UTF8.self)
  }

  /// Calls `body` with the bytes of each value, in order of code, until it gives false; whether it
  /// never did.
  func forEachValue(_ body: (Int, Span<UInt8>, Range<Int>) -> Bool) -> Bool {
    let bytes = pool.span
    for code in 1..<max(1, ends.count)
    where !body(code, bytes, ends[code - 1]..<ends[code]) {
      return false
    }
    return true
  }

  /// Calls `body` with the code and the bytes of each value of some, in order of code.
  func forEachValue(of codes: Range<Int>, _ body: (Int, ArraySlice<UInt8>) -> Void) {
    for code in codes { body(code, pool[pool.span.withoutNumberMark(ends[code - 1]..<ends[code])]) }
  }

  /// Where values carry the mark of a number: the same without marks, and for each code its code
  /// there. 5 as a number and 5 as a text are one text.
  func withoutNumberMarks() -> (dictionary: TextDictionary, codes: [Int32])? {
    guard pool.contains(CellMark.number) else { return nil }
    var merged = TextDictionary()
    var codes: [Int32] = [0]
    for code in 1..<ends.count {
      let range = pool.span.withoutNumberMark(ends[code - 1]..<ends[code])
      codes.append(merged.code(of: pool.span, range))
    }
    return (merged, codes)
  }
}

/// From cells as they stand in a file to codes.
struct CellCoder: Sendable {
  private(set) var dictionary = TextDictionary()
  private var memo = CellMemo()
  /// Whether a cell was absent.
  private(set) var hasMetAbsent = false

  /// The code of a cell, made where it is new.
  @inline(__always)
  mutating func code(of text: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
    guard let cell = ShortCell(text, start, end) else { return newCode(of: text, start..<end) }
    if let code = memo.code(of: cell) { return code }
    return learn(cell, text, start..<end)
  }

  /// The codes of one cell of each row of a block.
  mutating func codes(
    _ block: RowBlock, _ text: Span<UInt8>, column: Int, into codes: inout [Int32]
  ) {
    var rows = MissedRows()
    while let row = rows.next(memo, block, text, column: column, into: &codes) {
      let range = block.cell(row, column)
      codes[row] = code(of: text, range.lowerBound, range.upperBound)
    }
  }

  @inline(never)
  private mutating func learn(
    _ cell: ShortCell, _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Int32 {
    let code = newCode(of: text, range)
    memo.insert(cell, code)
    return code
  }

  /// Of a cell that the memo does not know.
  @inline(__always)
  private mutating func newCode(of text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let code = dictionary.code(ofCell: text, range)
    if code == 0 { hasMetAbsent = true }
    return code
  }

  mutating func code(of text: String) -> Int32 { dictionary.code(of: text) }

  /// The codes here of the values of another one, by its codes.
  mutating func codes(of other: CellCoder) -> [Int32] { dictionary.codes(of: other.dictionary) }
}
