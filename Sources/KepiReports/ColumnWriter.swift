// Writes the cells of one column of an answer for programs. What many cells share is made once.
import KepiColumns

/// Writes any column as `Answer.text` has it, some rows at a time: what is the same for all of them
/// is then looked at once.
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

  /// Cells that have each a unit of their own, or a currency.
  func write(_ rows: Range<Int>, to cells: inout CellTexts) {
    for row in rows { cells.add { write(row, to: &$0) } }
  }

  /// Also what stands where a cell is blank.
  fileprivate final func write(_ row: Int, to bytes: inout TextBytes) {
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
  /// What each text is written as; `nil` where no cell had it.
  private var made: [[UInt8]?]
  /// Where it lies among the bytes of the rows at hand.
  private var places: [Range<Int32>?]

  init(_ column: TextColumn, _ whole: Whole) {
    dictionary = column.dictionary
    codes = column.codes.narrowValues(.range(0..<column.codes.count))
    made = Array(repeating: nil, count: column.dictionary.count)
    places = Array(repeating: nil, count: column.dictionary.count)
    super.init(whole.0, whole.1, whole.2)
  }

  override func write(_ rows: Range<Int>, to cells: inout CellTexts) {
    // Moved out and back, so that they are looked at as what is one's own.
    var known: [Range<Int32>?] = []
    swap(&known, &places)
    for row in rows {
      let code = Int(codes[row])
      if let place = known[code] {
        cells.add(at: place)
      } else if code > 0 {
        let text = made[code] ?? Array(safe(dictionary[code]).utf8)
        made[code] = text
        known[code] = cells.add { $0.append(text.span) }
      } else {
        cells.add { write(row, to: &$0) }
      }
    }
    for row in rows { known[Int(codes[row])] = nil }
    swap(&known, &places)
  }
}

private final class DayWriter: ColumnWriter {
  private let days: DateColumn
  private let grain: Grain
  /// Few days stand in many rows.
  private var made: [Int: [UInt8]] = [:]

  init(_ days: DateColumn, _ grain: Grain, _ whole: Whole) {
    self.days = days
    self.grain = grain
    super.init(whole.0, whole.1, whole.2)
  }

  override func write(_ rows: Range<Int>, to cells: inout CellTexts) {
    var known: [Int: Range<Int32>] = [:]
    for row in rows {
      if let day = days[row] {
        if let place = known[day.number] {
          cells.add(at: place)
        } else {
          let text = made[day.number] ?? Array(NumberStyle.text(day, grain: grain).utf8)
          made[day.number] = text
          known[day.number] = cells.add { $0.append(text.span) }
        }
      } else {
        cells.add { write(row, to: &$0) }
      }
    }
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

  override func write(_ rows: Range<Int>, to cells: inout CellTexts) {
    let (values, scale, places) = (values, scale, places)
    guard let present else {
      for row in rows { cells.add { $0.append(values[row], scale: scale, places: places) } }
      return
    }
    for row in rows {
      cells.add { bytes in
        if present[row] {
          bytes.append(values[row], scale: scale, places: places)
        } else {
          write(row, to: &bytes)
        }
      }
    }
  }
}

private final class NumberWriter: ColumnWriter {
  private let numbers: NumberColumn

  init(_ numbers: NumberColumn, _ whole: Whole) {
    self.numbers = numbers
    super.init(whole.0, whole.1, whole.2)
  }

  override func write(_ rows: Range<Int>, to cells: inout CellTexts) {
    let numbers = numbers
    for row in rows {
      cells.add { bytes in
        if let number = numbers[row] { bytes.append(number) } else { write(row, to: &bytes) }
      }
    }
  }
}
