// The type of a column of text: the narrowest that fits all but a few of its cells.
import KepiColumns
import KepiDiagnostics

/// One different text of a column, and everything that it may be.
struct InferredCell {
  let text: String
  /// How many rows have it.
  var rowCount = 0
  let number: NumberCell
  let sign: CurrencySign?
  let date: DateCell?
  /// The first day of `2026-07`, `2026-W33`, `2026-Q3`.
  let step: (grain: Grain, first: Day)?

  /// Says that there is no value: `N/A`.
  var isMissing: Bool { number.shape == .absent }

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    text = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    number = NumberCell(bytes, range)
    sign =
      number.sign.isEmpty
      ? nil : CurrencySign(String(decoding: number.sign.map { bytes[$0] }, as: UTF8.self))
    // Eight digits alone are a number sooner than a day.
    date = number.shape == .plain && number.sign.isEmpty ? nil : DateCell(text)
    step = Self.step(text)
  }

  /// Whether it is a number, with a sign that is one of a currency if it has any.
  var isNumber: Bool {
    switch number.shape {
    case .absent, .damaged: false
    case .plain, .decided, .ambiguous: number.sign.isEmpty || sign != nil
    }
  }

  /// Digits that stand for themselves: an article number with zeros in front, or one longer than
  /// numbers are.
  var isIdentifier: Bool {
    let digits = text.utf8
    guard digits.allSatisfy(\.isDigit), let first = digits.first else { return false }
    return digits.count > 15 || (first == UInt8(ascii: "0") && digits.count > 1)
  }

  private static func step(_ text: String) -> (Grain, Day)? {
    let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
    let rest = parts[1]
    if rest.utf8.count == 2, let month = Int(rest) {
      return Day(year: year, month: month, day: 1).map { (.month, $0) }
    }
    if rest.utf8.count == 3, rest.first == "W", let week = Int(rest.dropFirst()) {
      return Day(isoYear: year, week: week).map { (.week, $0) }
    }
    if rest.utf8.count == 2, rest.first == "Q", let quarter = Int(rest.dropFirst()),
      (1...4).contains(quarter)
    {
      return Day(year: year, month: quarter * 3 - 2, day: 1).map { (.quarter, $0) }
    }
    return nil
  }
}

enum InferredType: Equatable {
  case text, truth, date
  case step(Grain)
  /// Numbers of any kind; what they count follows from their signs.
  case number

  /// Of the cells of a column, each given once with its number of rows.
  init(of cells: [InferredCell]) {
    let cells = cells.filter { !$0.isMissing }
    let total = cells.reduce(0) { $0 + $1.rowCount }
    func fits(_ condition: (InferredCell) -> Bool) -> Bool {
      let misfits = cells.filter { !condition($0) }.reduce(0) { $0 + $1.rowCount }
      // A few: one cell in ten. Of fewer than ten cells each one has to fit.
      return misfits * 10 <= total
    }
    if total == 0 || cells.contains(where: \.isIdentifier) {
      self = .text
    } else if fits({ truthValue($0.text) != nil && !$0.isNumber }) {
      self = .truth
    } else if let grain = cells.lazy.compactMap({ $0.step?.grain }).max(),
      fits({ $0.step?.grain == grain })
    {
      self = .step(grain)
    } else if fits({ $0.date != nil }) {
      self = .date
    } else if fits(\.isNumber) {
      self = .number
    } else {
      self = .text
    }
  }
}
