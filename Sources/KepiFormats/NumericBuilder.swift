// Numbers of a column as they grow while a file is read.
import KepiColumns
import KepiContainers

/// Numbers, exact to four decimals or as doubles. Cells in doubt wait for `resolve`.
struct NumericBuilder: Sendable {
  enum Reading: Equatable, Sendable {
    case amount
    case number(isPoints: Bool)
  }

  /// The sign of a currency that stood beside an amount: an index into `CurrencySigns`.
  enum Outcome: Equatable, Sendable {
    case read(sign: UInt8)
    case absent
    case damaged
  }

  let reading: Reading
  private var amounts = AmountCells()
  private var numbers: [Double] = []
  private(set) var presence = PresenceBuilder()
  private(set) var evidence = MarkEvidence()
  private var waiting: [(row: Int, cell: NumberCell)] = []
  /// Cells of blocks that have been read, by the codes of `memo`.
  private var known: [ReadCell] = []
  /// Of each its value, and whether that is all: what most rows need lies close together.
  private var knownValues: [UInt64] = []
  private var knownForms: [ReadCell.Form] = []
  private var memo = CellMemo()

  /// Past this, cells hardly come again.
  private static let mostKnown = 1 << 16

  init(_ reading: Reading) { self.reading = reading }

  var hasWaiting: Bool { !waiting.isEmpty }

  mutating func appendAbsent() {
    store(nil, nil)
  }

  /// Fills up to a number of rows.
  mutating func appendAbsent(upTo rowCount: Int) {
    while presence.count < rowCount { appendAbsent() }
  }

  // MARK: Growing

  /// Appends a cell.
  mutating func append(
    _ text: Span<UInt8>, _ range: Range<Int>, signs: inout CurrencySigns, isNegated: Bool = false
  ) -> Outcome {
    let cell = read(text, range, &signs, isNegated)
    store(cell)
    return cell.outcome
  }

  /// Appends one cell of each row of a block. A cell seen before is not read again.
  ///
  /// - Parameter codes: something to work with, at least as many as the block has rows.
  /// - Returns: the rows of the block whose cells are damaged or have the sign of a currency.
  mutating func append(
    _ block: RowBlock, _ text: Span<UInt8>, column: Int, signs: inout CurrencySigns,
    isNegated: Bool, _ codes: inout [Int32]
  ) -> [(row: Int, outcome: Outcome)] {
    // Cells that the memo has no room for, by their negative codes from -1.
    var others: [ReadCell] = []
    var rows = MissedRows()
    while let row = rows.next(memo, block, text, column: column, into: &codes) {
      let range = block.cell(row, column)
      let short = ShortCell(text, range.lowerBound, range.upperBound)
      if let short, let code = memo.code(of: short) {
        codes[row] = code
        continue
      }
      let cell = read(text, range, &signs, isNegated)
      if known.count < Self.mostKnown, let short {
        codes[row] = Int32(known.count)
        memo.insert(short, codes[row])
        known.append(cell)
        knownForms.append(cell.form)
        knownValues.append(
          reading == .amount ? UInt64(bitPattern: cell.amount) : cell.number.bitPattern)
      } else {
        others.append(cell)
        codes[row] = -Int32(others.count)
      }
    }
    if others.isEmpty, appendPlain(codes.span.extracting(0..<block.rowCount)) { return [] }
    var told: [(row: Int, outcome: Outcome)] = []
    for row in 0..<block.rowCount {
      let code = Int(codes[row])
      let cell = code < 0 ? others[-code - 1] : known[code]
      store(cell)
      if cell.isTold { told.append((row, cell.outcome)) }
    }
    return told
  }

  /// Appends known cells of which nothing is to be told; false, and none, where there is another.
  private mutating func appendPlain(_ codes: Span<Int32>) -> Bool {
    // Copies of the references: the columns grow while they are read.
    let (allForms, allValues) = (knownForms, knownValues)
    let forms = allForms.span
    let values = allValues.span
    var most = ReadCell.Form.present
    for row in codes.indices { most = max(most, forms[Int(codes[row])]) }
    guard most < .special else { return false }
    switch reading {
    case .amount: amounts.append(codes, of: values)
    case .number:
      let start = numbers.count
      numbers.append(contentsOf: repeatElement(0, count: codes.count))
      var output = numbers.mutableSpan
      for row in codes.indices {
        output[start &+ row] = Double(bitPattern: values[Int(codes[row])])
      }
    }
    if most == .present {
      presence.append(true, count: codes.count)
    } else {
      for row in codes.indices { presence.append(forms[Int(codes[row])] == .present) }
    }
    return true
  }

  /// Appends the rows of another one.
  mutating func append(_ other: NumericBuilder) {
    waiting += other.waiting.lazy.map { [start = presence.count] in ($0.row + start, $0.cell) }
    amounts.append(other.amounts)
    numbers += other.numbers
    presence.append(other.presence)
    evidence = evidence + other.evidence
  }

  /// A cell as far as it can be read by itself.
  private struct ReadCell: Sendable {
    var outcome = Outcome.damaged
    var amount: Int64 = 0
    var number = 0.0
    var isPresent = false
    /// What it may be, where it is in doubt.
    var waiting: NumberCell?

    var isTold: Bool { outcome != .absent && outcome != .read(sign: 0) }

    enum Form: UInt8, Comparable, Sendable {
      case present, absent
      /// In doubt, or to be told of.
      case special

      static func < (left: Form, right: Form) -> Bool { left.rawValue < right.rawValue }
    }

    var form: Form { waiting != nil || isTold ? .special : isPresent ? .present : .absent }
  }

  private mutating func read(
    _ text: Span<UInt8>, _ range: Range<Int>, _ signs: inout CurrencySigns, _ isNegated: Bool
  ) -> ReadCell {
    var result = ReadCell()
    var cell = NumberCell(text, range)
    if isNegated { cell.negate() }
    var sign: UInt8 = 0
    if !cell.sign.isEmpty {
      guard let index = signs.index(of: text, cell.sign) else { return result }
      sign = index
    }
    switch cell.shape {
    case .absent:
      result.outcome = .absent
      return result
    case .damaged: return result
    case .decided(.dot): evidence.dots += 1
    case .decided(.comma): evidence.commas += 1
    case .plain: break
    case .ambiguous:
      result.outcome = .read(sign: sign)
      result.isPresent = true
      result.waiting = cell
      return result
    }
    switch reading {
    case .amount:
      guard !cell.isPercent, let amount = cell.tenThousandths(mark: .dot) else { return result }
      result.amount = amount
    case .number(let isPoints):
      guard let number = cell.double(mark: .dot, isPoints: isPoints) else { return result }
      result.number = number
    }
    result.isPresent = true
    result.outcome = .read(sign: sign)
    return result
  }

  private mutating func store(_ cell: ReadCell) {
    if let waiting = cell.waiting { self.waiting.append((presence.count, waiting)) }
    store(cell.isPresent ? cell.amount : nil, cell.isPresent ? cell.number : nil)
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

  // MARK: Cells in doubt

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

  mutating func replace(_ row: Int, with tenThousandths: Int64) {
    amounts[row] = tenThousandths
    presence[row] = true
  }

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
      return .amount(amounts.column(present: presence.finish()))
    case .number:
      return .number(NumberColumn(values: numbers, present: presence.finish()))
    }
  }
}
