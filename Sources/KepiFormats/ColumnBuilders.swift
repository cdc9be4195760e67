// Columns as they grow, row by row, while a file is read.
import KepiColumns
import KepiContainers

/// One bit a row; costs nothing while no row is absent.
struct PresenceBuilder {
  private(set) var count = 0
  private var words: [UInt64] = []
  private(set) var hasAbsent = false

  mutating func append(_ isPresent: Bool) {
    if count & 63 == 0 { words.append(0) }
    if isPresent { words[count >> 6] |= 1 << UInt64(count & 63) } else { hasAbsent = true }
    count += 1
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
struct TextBuilder {
  /// One for each row; 0 is absent.
  private(set) var codes: [Int32] = []
  private var coder = CellCoder()
  private var lastCell: ShortCell?

  mutating func appendAbsent() {
    codes.append(0)
    // The row above the next one has no value to repeat.
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

  /// Gives rows without a value the one that another column has there.
  mutating func fillAbsent(from other: TextBuilder) {
    for row in codes.indices where codes[row] == 0 && other.codes[row] != 0 {
      codes[row] = coder.code(of: other.value(Int(other.codes[row])))
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
struct MarkEvidence {
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
enum DoubtRule: Equatable {
  case mark(NumberCell.DecimalMark)
  /// Their mark groups digits, whichever it is.
  case groups
  /// Their mark is decimal, whichever it is.
  case decimals
}

/// Numbers, exact to four decimals or as doubles. Cells in doubt wait for `resolve`.
struct NumericBuilder {
  enum Reading: Equatable {
    case amount
    case number(isPoints: Bool)
  }

  /// The sign of a currency that stood beside an amount: an index into `CurrencySigns`.
  enum Outcome: Equatable {
    case read(sign: UInt8)
    case absent
    case damaged
  }

  let reading: Reading
  /// Ten-thousandths.
  private var amounts: [Int64] = []
  private var numbers: [Double] = []
  private(set) var presence = PresenceBuilder()
  private(set) var evidence = MarkEvidence()
  private var waiting: [(row: Int, cell: NumberCell)] = []

  init(_ reading: Reading) { self.reading = reading }

  var hasWaiting: Bool { !waiting.isEmpty }

  mutating func appendAbsent() {
    store(nil, nil)
  }

  mutating func append(
    _ text: Span<UInt8>, _ range: Range<Int>, signs: inout CurrencySigns, isNegated: Bool = false
  ) -> Outcome {
    var cell = NumberCell(text, range)
    if isNegated { cell.negate() }
    var sign: UInt8 = 0
    if !cell.sign.isEmpty {
      guard let index = signs.index(of: text, cell.sign) else {
        store(nil, nil)
        return .damaged
      }
      sign = index
    }
    switch cell.shape {
    case .absent:
      store(nil, nil)
      return .absent
    case .damaged:
      store(nil, nil)
      return .damaged
    case .decided(.dot): evidence.dots += 1
    case .decided(.comma): evidence.commas += 1
    case .plain: break
    case .ambiguous:
      waiting.append((presence.count, cell))
      store(0, 0)
      return .read(sign: sign)
    }
    guard value(of: cell, mark: .dot) else { return .damaged }
    return .read(sign: sign)
  }

  /// Appends the value of a cell; false, and absent, where it does not fit.
  private mutating func value(of cell: NumberCell, mark: NumberCell.DecimalMark) -> Bool {
    switch reading {
    case .amount:
      let amount = cell.isPercent ? nil : cell.tenThousandths(mark: mark)
      store(amount, nil)
      return amount != nil
    case .number(let isPoints):
      let number = cell.double(mark: mark, isPoints: isPoints)
      store(nil, number)
      return number != nil
    }
  }

  private mutating func store(_ amount: Int64?, _ number: Double?) {
    switch reading {
    case .amount:
      amounts.append(amount ?? 0)
      presence.append(amount != nil)
    case .number:
      numbers.append(number ?? 0)
      presence.append(number != nil)
    }
  }

  /// Reads the cells that waited. Gives the rows of those that do not fit, now absent.
  mutating func resolve(as rule: DoubtRule) -> [Int] {
    var failed: [Int] = []
    for (row, cell) in waiting {
      guard case .ambiguous(let written) = cell.shape else { continue }
      let mark: NumberCell.DecimalMark =
        switch rule {
        case .mark(let mark): mark
        case .decimals: written
        case .groups: written == .dot ? .comma : .dot
        }
      switch reading {
      case .amount:
        if !cell.isPercent, let amount = cell.tenThousandths(mark: mark) {
          amounts[row] = amount
        } else {
          presence[row] = false
          failed.append(row)
        }
      case .number(let isPoints):
        if let number = cell.double(mark: mark, isPoints: isPoints) {
          numbers[row] = number
        } else {
          presence[row] = false
          failed.append(row)
        }
      }
    }
    waiting = []
    return failed
  }

  /// Makes the cells that waited absent and gives their rows.
  mutating func giveUpWaiting() -> [Int] {
    let rows = waiting.map(\.row)
    for row in rows {
      presence[row] = false
      switch reading {
      case .amount: amounts[row] = 0
      case .number: numbers[row] = 0
      }
    }
    waiting = []
    return rows
  }

  /// Of amounts; numbers are no amounts.
  func tenThousandths(_ row: Int) -> Int64? {
    row < presence.count && presence[row] && reading == .amount ? amounts[row] : nil
  }

  mutating func replace(_ row: Int, with tenThousandths: Int64) { amounts[row] = tenThousandths }

  mutating func makeAbsent(_ row: Int) {
    presence[row] = false
    switch reading {
    case .amount: amounts[row] = 0
    case .number: numbers[row] = 0
    }
  }

  mutating func divide(by divisor: Double) {
    for row in numbers.indices { numbers[row] /= divisor }
  }

  /// Puts amounts, in ten-thousandths, in place of all that were read.
  mutating func replace(with values: [Int64?]) {
    self = NumericBuilder(reading)
    for value in values { store(value, value.map { Double($0) / 10_000 }) }
  }

  func finish() -> Column {
    switch reading {
    case .amount:
      return .amount(AmountColumn(tenThousandths: amounts, present: presence.finish()))
    case .number:
      return .number(NumberColumn(values: numbers, present: presence.finish()))
    }
  }
}

extension AmountColumn {
  /// With as few decimals as all values need.
  init(tenThousandths: [Int64], present: Bitmap?) {
    let (divisor, scale) = Self.fewestDecimals(of: tenThousandths)
    self.init(
      values: divisor == 1 ? tenThousandths : tenThousandths.map { $0 / divisor }, scale: scale,
      present: present)
  }

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
struct CurrencySigns {
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
}
