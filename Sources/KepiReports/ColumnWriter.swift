// Writes the cells of one column of an answer for programs. What many cells share is made once.
import KepiColumns

/// Writes any column, cell by cell, as `Answer.text` has it.
///
/// Classes, since a copy of what a column holds for each cell cost more than writing it.
class ColumnWriter {
  /// The answer, the place of the column, and what makes a text safe.
  typealias Whole = (Answer, Int, (String) -> String)

  private let answer: Answer
  private let column: Int
  /// Makes a text what it is to be between two separators.
  fileprivate let safe: (String) -> String

  fileprivate init(_ answer: Answer, _ column: Int, _ safe: @escaping (String) -> String) {
    self.answer = answer
    self.column = column
    self.safe = safe
  }

  /// Cells that have each a unit of their own, or a currency; and what stands where a cell is blank.
  func write(_ row: Int, to bytes: inout TextBytes) {
    guard let text = answer.text(row: row, column: column, style: .plain) else { return }
    bytes.append(answer.isText(row: row, column: column) ? safe(text) : text)
  }

  /// - Parameter safe: makes a text what it is to be between two separators.
  static func make(
    _ answer: Answer, _ column: Int, safe: @escaping (String) -> String
  ) -> ColumnWriter {
    let named = answer.table.columns[column]
    let whole = (answer, column, safe)
    guard answer.cellUnits[column] == nil else { return ColumnWriter(answer, column, safe) }
    switch (named.column, named.unit) {
    case (.text(let texts), _): return TextWriter(texts, whole)
    case (.date(let dates), let unit): return DayWriter(dates, unit.grain ?? .day, whole)
    case (.amount(let amounts), .money(.fixed(let code))):
      return AmountWriter(amounts, places: CurrencyStyle(code: code).decimals, whole)
    case (.amount(let amounts), .money(.unknown)):
      return AmountWriter(amounts, places: CurrencyStyle(code: nil).decimals, whole)
    case (.amount(let amounts), .count), (.amount(let amounts), .number),
      (.amount(let amounts), .percent), (.amount(let amounts), .days):
      return AmountWriter(amounts, places: 0, whole)
    case (.number(let numbers), .money), (.number(let numbers), .count),
      (.number(let numbers), .number), (.number(let numbers), .percent),
      (.number(let numbers), .days):
      return NumberWriter(numbers, whole)
    default: return ColumnWriter(answer, column, safe)
    }
  }
}

private final class TextWriter: ColumnWriter {
  private let dictionary: Texts
  private let codes: [Int32]
  /// Where what a text is written as lies among the bytes; `nil` where no cell had it.
  private var places: [Range<Int32>?]
  private var made: [UInt8] = []

  init(_ column: TextColumn, _ whole: Whole) {
    dictionary = column.dictionary
    codes = column.codes.narrowValues(.range(0..<column.codes.count))
    places = Array(repeating: nil, count: column.dictionary.count)
    super.init(whole.0, whole.1, whole.2)
  }

  override func write(_ row: Int, to bytes: inout TextBytes) {
    let code = Int(codes[row])
    guard code > 0 else { return super.write(row, to: &bytes) }
    let place = places[code] ?? make(code)
    let made = made
    bytes.append(made.span.extracting(Int(place.lowerBound)..<Int(place.upperBound)))
  }

  private func make(_ code: Int) -> Range<Int32> {
    let start = Int32(made.count)
    made += Array(safe(dictionary[code]).utf8)
    let place = start..<Int32(made.count)
    places[code] = place
    return place
  }
}

private final class DayWriter: ColumnWriter {
  private let days: DateColumn
  private let grain: Grain
  /// Few days stand in many rows.
  private var places: [Int: Range<Int>] = [:]
  private var made: [UInt8] = []

  init(_ days: DateColumn, _ grain: Grain, _ whole: Whole) {
    self.days = days
    self.grain = grain
    super.init(whole.0, whole.1, whole.2)
  }

  override func write(_ row: Int, to bytes: inout TextBytes) {
    guard let day = days[row] else { return super.write(row, to: &bytes) }
    let place = places[day.number] ?? make(day)
    let made = made
    bytes.append(made.span.extracting(place))
  }

  private func make(_ day: Day) -> Range<Int> {
    let start = made.count
    made += Array(NumberStyle.text(day, grain: grain).utf8)
    places[day.number] = start..<made.count
    return start..<made.count
  }
}

private final class AmountWriter: ColumnWriter {
  private let values: [Int64]
  private let present: Bitmap?
  private let scale: Int
  /// At least so many digits stand behind the point.
  private let places: Int

  init(
    _ column: AmountColumn, places: Int, _ whole: Whole
  ) {
    values = column.values.values(.range(0..<column.values.count))
    present = column.present
    scale = column.scale
    self.places = places
    super.init(whole.0, whole.1, whole.2)
  }

  override func write(_ row: Int, to bytes: inout TextBytes) {
    if let present, !present[row] { return super.write(row, to: &bytes) }
    bytes.append(values[row], scale: scale, places: places)
  }
}

private final class NumberWriter: ColumnWriter {
  private let numbers: NumberColumn

  init(_ numbers: NumberColumn, _ whole: Whole) {
    self.numbers = numbers
    super.init(whole.0, whole.1, whole.2)
  }

  override func write(_ row: Int, to bytes: inout TextBytes) {
    guard let number = numbers[row] else { return super.write(row, to: &bytes) }
    bytes.append(number)
  }
}
