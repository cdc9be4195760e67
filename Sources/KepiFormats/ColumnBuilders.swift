// Columns as they grow, row by row, while a file is read.
import KepiColumns
import KepiContainers

/// One bit a row; costs nothing while no row is absent.
struct PresenceBuilder: Sendable {
  private(set) var count = 0
  private var words: [UInt64] = []
  private(set) var hasAbsent = false

  mutating func append(_ isPresent: Bool) {
    if count & 63 == 0 { words.append(0) }
    if isPresent { words[count >> 6] |= 1 << UInt64(count & 63) } else { hasAbsent = true }
    count += 1
  }

  /// Appends rows that are all present, or none of which is.
  mutating func append(_ isPresent: Bool, count added: Int) {
    var left = added
    while left > 0, count & 63 != 0 {
      append(isPresent)
      left -= 1
    }
    words.append(contentsOf: repeatElement(isPresent ? ~0 : 0, count: left >> 6))
    count += left & ~63
    if !isPresent, left >> 6 > 0 { hasAbsent = true }
    for _ in 0..<left & 63 { append(isPresent) }
  }

  mutating func append(_ other: PresenceBuilder) {
    if count & 63 == 0 {
      words += other.words
      count += other.count
      hasAbsent = hasAbsent || other.hasAbsent
    } else if other.hasAbsent {
      for row in 0..<other.count { append(other[row]) }
    } else {
      append(true, count: other.count)
    }
  }

  subscript(row: Int) -> Bool {
    get { words[row >> 6] & (1 << UInt64(row & 63)) != 0 }
    set {
      if newValue {
        words[row >> 6] |= 1 << UInt64(row & 63)
      } else {
        words[row >> 6] &= ~(1 << UInt64(row & 63))
        hasAbsent = true
      }
    }
  }

  /// `nil` where every row is present.
  func finish() -> Bitmap? {
    guard hasAbsent else { return nil }
    let bitmap = Bitmap(words: words, count: count)
    return bitmap.population == count ? nil : bitmap
  }
}

/// Text, each value kept once. A value seen before costs a look-up and no `String`.
struct TextBuilder: Sendable {
  /// One for each row; 0 is absent.
  private(set) var codes: [Int32] = []
  private var coder = CellCoder()
  private var lastCell: ShortCell?

  mutating func appendAbsent() {
    codes.append(0)
    // The row above the next one has no value to repeat.
    lastCell = nil
  }

  /// Fills up to a number of rows.
  mutating func appendAbsent(upTo rowCount: Int) {
    guard codes.count < rowCount else { return }
    codes.append(contentsOf: repeatElement(0, count: rowCount - codes.count))
    lastCell = nil
  }

  /// Appends one cell of each row of a block.
  ///
  /// - Parameter scratch: at least as many as the block has rows.
  mutating func append(
    _ block: RowBlock, _ text: Span<UInt8>, column: Int, _ scratch: inout [Int32]
  ) {
    coder.codes(block, text, column: column, into: &scratch)
    codes.append(contentsOf: scratch[..<block.rowCount])
    lastCell = nil
  }

  /// Appends the rows of another one. Its new values come after those known, in its order.
  mutating func append(_ other: TextBuilder) {
    let places = coder.codes(of: other.coder)
    codes.append(contentsOf: other.codes.lazy.map { places[Int($0)] })
    lastCell = nil
  }

  /// Appends a cell. Blanks around it and guards are left out; empty, `-` and `--` are absent.
  @inline(__always)
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    let cell = ShortCell(text, range.lowerBound, range.upperBound)
    // Neighbouring rows mostly repeat a value.
    if let cell, cell == lastCell, let last = codes.last { return codes.append(last) }
    codes.append(coder.code(of: text, range.lowerBound, range.upperBound))
    lastCell = cell
  }

  /// The text of each code; that of 0 is empty.
  func values() -> [String] { coder.dictionary.values() }

  func value(_ code: Int) -> String { coder.dictionary.value(code) }

  /// Without the absent one.
  var valueCount: Int { coder.dictionary.valueCount }

  /// Calls `body` with the code and the bytes of each value of some, in order of code.
  func forEachValue(of codes: Range<Int>, _ body: (Int, ArraySlice<UInt8>) -> Void) {
    coder.dictionary.forEachValue(of: codes, body)
  }

  /// Calls `body` with the bytes of each value, in order of code, until it gives false; whether it
  /// never did.
  func forEachValue(_ body: (Int, Span<UInt8>, Range<Int>) -> Bool) -> Bool {
    coder.dictionary.forEachValue(body)
  }

  /// Gives rows without a value this one.
  mutating func fillAbsent(with text: String) {
    let code = coder.code(of: text)
    guard code != 0 else { return }
    for row in codes.indices where codes[row] == 0 { codes[row] = code }
  }

  /// Gives rows without a value the one that another column has there, of some values and in some
  /// rows.
  mutating func fillAbsent(
    from other: TextBuilder, ofValues isMeant: [Bool], where isChosen: (_ row: Int) -> Bool
  ) {
    for row in codes.indices {
      let code = Int(other.codes[row])
      guard codes[row] == 0, code != 0, isMeant[code], isChosen(row) else { continue }
      codes[row] = coder.code(of: other.value(code))
    }
  }

  /// Gives some rows a value, whatever they had.
  mutating func set(_ text: String, where isChosen: (_ row: Int) -> Bool) {
    let code = coder.code(of: text)
    for row in codes.indices where isChosen(row) { codes[row] = code }
  }

  /// Puts another text in place of each value; two that become equal are one.
  mutating func mapValues(_ transform: (String) -> String) {
    let old = self
    self = TextBuilder()
    let new = old.values().map { coder.code(of: transform($0)) }
    codes = old.codes.map { new[Int($0)] }
  }

  /// Gives rows without a value that of the row above, but not across the beginning of another
  /// order.
  mutating func carryDown(stoppingAt begins: (_ row: Int) -> Bool = { _ in false }) {
    var above: Int32 = 0
    for row in codes.indices {
      if row > 0, begins(row) { above = 0 }
      if codes[row] == 0 { codes[row] = above } else { above = codes[row] }
    }
  }

  func finish() -> TextColumn {
    guard let (dictionary, places) = coder.dictionary.withoutNumberMarks() else {
      return TextColumn(dictionary: values(), codes: IntegerStorage(narrowing: codes))
    }
    return TextColumn(
      dictionary: dictionary.values(),
      codes: IntegerStorage(narrowing: codes.map { places[Int($0)] }))
  }
}

/// Which decimal marks the cells of some columns use for certain.
struct MarkEvidence: Sendable {
  var dots = 0
  var commas = 0

  /// `nil` where nothing, or both, was seen.
  var mark: NumberCell.DecimalMark? {
    switch (dots, commas) {
    case (1..., 0): .dot
    case (0, 1...): .comma
    default: nil
    }
  }

  var isContradictory: Bool { dots > 0 && commas > 0 }

  static func + (left: MarkEvidence, right: MarkEvidence) -> MarkEvidence {
    MarkEvidence(dots: left.dots + right.dots, commas: left.commas + right.commas)
  }
}

/// How cells such as `1.234` are read once their column has been seen.
enum DoubtRule: Equatable, Sendable {
  case mark(NumberCell.DecimalMark)
  /// Their mark groups digits, whichever it is.
  case groups
  /// Their mark is decimal, whichever it is.
  case decimals
}

extension AmountColumn {
  /// What ten-thousandths are divided by to have the fewest decimals that all of them need, and how
  /// many those are.
  static func fewestDecimals(
    of tenThousandths: some Sequence<Int64>
  ) -> (divisor: Int64, scale: Int) {
    var divisor: Int64 = 10_000
    var scale = 0
    for value in tenThousandths {
      while value % divisor != 0 {
        divisor /= 10
        scale += 1
      }
      if divisor == 1 { break }
    }
    return (divisor, scale)
  }
}

/// The currency signs met in the cells of a file.
struct CurrencySigns: Sendable {
  private var spellings: [[UInt8]] = []
  /// By index; 0 is no sign.
  private(set) var signs: [CurrencySign?] = [nil]

  /// `nil` where the text is no sign of a currency.
  mutating func index(of text: Span<UInt8>, _ range: Range<Int>) -> UInt8? {
    for (index, spelling) in spellings.enumerated() where spelling.count == range.count {
      var isSame = true
      for offset in 0..<spelling.count where spelling[offset] != text[range.lowerBound + offset] {
        isSame = false
        break
      }
      if isSame { return UInt8(index + 1) }
    }
    guard range.count <= 12, signs.count < 200 else { return nil }
    let bytes = range.map { text[$0] }
    guard let sign = CurrencySign(String(decoding: bytes, as: UTF8.self)) else { return nil }
    spellings.append(bytes)
    signs.append(sign)
    return UInt8(spellings.count)
  }

  /// The numbers here of the signs of another one, by its own; `nil` where they are too many.
  mutating func indices(of other: CurrencySigns) -> [UInt8]? {
    var places: [UInt8] = [0]
    for spelling in other.spellings {
      guard let place = index(of: spelling.span, 0..<spelling.count) else { return nil }
      places.append(place)
    }
    return places
  }
}
