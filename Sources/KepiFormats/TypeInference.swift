// The type of a column of text: the narrowest that fits all but a few of its cells.
import KepiColumns
import KepiDiagnostics

/// One different text of a column, and everything that it may be.
struct InferredCell {
  /// How many rows have it.
  let rowCount: Int
  let number: NumberCell
  let sign: CurrencySign?
  let date: DateCell?
  /// The first day of `2026-07`, `2026-W33`, `2026-Q3`.
  let step: (grain: Grain, first: Day)?
  let truth: Bool?
  /// Digits that stand for themselves: an article number with zeros in front, one longer than
  /// numbers are, one behind a letter and a hyphen.
  let isIdentifier: Bool

  /// No cell at all.
  static let absent = InferredCell()

  private init() {
    let none: [UInt8] = []
    self.init(none.span, 0..<0, rowCount: 0)
  }

  init(_ bytes: Span<UInt8>, _ range: Range<Int>, rowCount: Int) {
    self.rowCount = rowCount
    number = NumberCell(bytes, range)
    sign =
      number.sign.isEmpty
      ? nil : CurrencySign(String(decoding: number.sign.map { bytes[$0] }, as: UTF8.self))
    // Eight digits alone are a number sooner than a day.
    let isPlain = number.shape == .plain && number.sign.isEmpty
    let text = isPlain || range.count > 80 ? [] : range.map { bytes[$0] }
    date = text.isEmpty ? nil : DateCell(text)
    step = Self.step(text)
    truth =
      (2...8).contains(text.count) && !text.contains(where: \.isDigit)
      ? truthValue(String(decoding: text, as: UTF8.self)) : nil
    isIdentifier = Self.isIdentifier(bytes, bytes.withoutNumberMark(range), number)
  }

  private static func isIdentifier(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ number: NumberCell
  ) -> Bool {
    guard number.shape == .plain, let first = range.first(where: { bytes[$0].isDigit }) else {
      return false
    }
    let hasLeadingZero =
      first + 1 < range.upperBound && bytes[first] == UInt8(ascii: "0") && bytes[first + 1].isDigit
    guard number.sign.isEmpty else {
      // `R-0000123` and `R-4711` are orders, not rands.
      return hasLeadingZero
        || number.sign == range.lowerBound..<range.lowerBound + 1
          && first == number.sign.upperBound + 1
          && number.isNegative && bytes[range.lowerBound].isLetter
    }
    return range.allSatisfy { bytes[$0].isDigit } && (range.count > 15 || hasLeadingZero)
  }

  /// Says that there is no value: `N/A`.
  var isMissing: Bool { number.shape == .absent }

  /// Whether it is a number, with a sign that is one of a currency if it has any.
  var isNumber: Bool {
    switch number.shape {
    case .absent, .damaged: false
    case .plain, .decided, .ambiguous: number.sign.isEmpty || sign != nil
    }
  }

  private static func step(_ bytes: [UInt8]) -> (Grain, Day)? {
    guard (7...8).contains(bytes.count), bytes[4] == UInt8(ascii: "-"),
      let year = number(bytes[..<4])
    else { return nil }
    let rest = bytes[5...]
    switch bytes[5] | 0x20 {
    case UInt8(ascii: "w"):
      guard rest.count == 3, let week = number(rest.dropFirst()) else { return nil }
      return Day(isoYear: year, week: week).map { (.week, $0) }
    case UInt8(ascii: "q"):
      guard rest.count == 2, let quarter = number(rest.dropFirst()), (1...4).contains(quarter)
      else { return nil }
      return Day(year: year, month: quarter * 3 - 2, day: 1).map { (.quarter, $0) }
    default:
      guard rest.count == 2, let month = number(rest) else { return nil }
      return Day(year: year, month: month, day: 1).map { (.month, $0) }
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy(\.isDigit) ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
  }
}

enum InferredType: Equatable {
  case text, truth, date
  case step(Grain)
  /// Numbers of any kind; what they count follows from their signs.
  case number
}

/// What the cells of a column are, as far as that was looked into.
struct InferredColumn {
  private(set) var type = InferredType.text
  /// By code; the first stands for absent. Cut short where the column turned out to be text.
  private(set) var cells = [InferredCell.absent]

  /// More different texts than this are not all looked at, if some of them tell enough.
  private static let mostTexts = 50_000

  /// `isForced` looks at all cells, for a type that is given.
  init(_ column: PlainColumn, isForced: Bool) {
    // Mostly all cells of a column are alike, and then it does not matter how many rows have each:
    // to count them took as long as to read a tenth of the file.
    if column.dictionary.valueCount <= Self.mostTexts {
      let misfits = look(at: column.dictionary, rowCounts: nil) { _ in true }
      if misfits.areAllAlike { return }
      cells = [.absent]
    }
    let rowCounts = column.rowCounts()
    let total = rowCounts.dropFirst().reduce(0, +)
    _ = look(at: column.dictionary, rowCounts: rowCounts) { misfits in
      // Ids by the million are text: a part of them is enough to know it.
      isForced || misfits.leavesChoice(of: total)
    }
  }

  /// - Parameter rowCounts: for each code; without them each counts as one row.
  private mutating func look(
    at dictionary: TextDictionary, rowCounts: [Int]?, while goesOn: (Misfits) -> Bool
  ) -> Misfits {
    var misfits = Misfits()
    cells.reserveCapacity(min(dictionary.valueCount, Self.mostTexts) + 1)
    let isComplete = dictionary.forEachValue { code, bytes, range in
      let cell = InferredCell(bytes, range, rowCount: rowCounts?[code] ?? 1)
      cells.append(cell)
      misfits.count(cell)
      return goesOn(misfits)
    }
    type = isComplete ? misfits.type : .text
    return misfits
  }

  /// For each type the rows that do not fit it.
  private struct Misfits {
    private var present = 0
    private var truth = 0
    private var date = 0
    private var number = 0
    private var step = 0
    private var stepsOfGrain: [Grain: Int] = [:]
    private var percent = 0
    private var hasIdentifier = false

    mutating func count(_ cell: InferredCell) {
      guard !cell.isMissing else { return }
      present += cell.rowCount
      if cell.truth == nil { truth += cell.rowCount }
      if cell.date == nil { date += cell.rowCount }
      if !cell.isNumber { number += cell.rowCount }
      if let step = cell.step {
        stepsOfGrain[step.grain, default: 0] += cell.rowCount
      } else {
        step += cell.rowCount
      }
      if cell.isIdentifier { hasIdentifier = true }
      if cell.number.isPercent { percent += cell.rowCount }
    }

    /// Whether each type fits all cells or none, so that their numbers do not matter.
    var areAllAlike: Bool {
      let counts = [truth, date, number, percent] + Grain.allCases.map { stepsOfGrain[$0] ?? 0 }
      return counts.allSatisfy { $0 == 0 || $0 == present }
    }

    /// A few: one cell in ten. Of fewer than ten cells each one has to fit.
    private func areFew(_ misfits: Int, of total: Int) -> Bool { misfits * 10 <= total }

    func leavesChoice(of total: Int) -> Bool {
      !hasIdentifier && [truth, date, number, step].contains { areFew($0, of: total) }
    }

    var type: InferredType {
      if present == 0 || hasIdentifier { return .text }
      if areFew(truth, of: present) { return .truth }
      for grain in Grain.allCases where areFew(present - (stepsOfGrain[grain] ?? 0), of: present) {
        return .step(grain)
      }
      if areFew(date, of: present) { return .date }
      return areFew(number, of: present) ? .number : .text
    }
  }
}
