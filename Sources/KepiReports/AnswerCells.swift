// An answer cell by cell, as every report sees it.
import KepiColumns
package import KepiDiagnostics

enum AnswerCell: Equatable {
  case absent
  case text(String)
  case day(Day)
  case amount(Int64, scale: Int)
  case number(Double)
}

extension Answer {
  /// Indices of the columns that are shown, in order.
  var shownColumns: [Int] {
    table.columns.indices.filter { !hiddenColumns.contains(table.columns[$0].name) }
  }

  func cell(row: Int, column: Int) -> AnswerCell {
    let cell: AnswerCell? =
      switch table.columns[column].column {
      case .amount(let cells): cells[row].map { .amount($0, scale: cells.scale) }
      case .number(let cells): cells[row].map { .number($0) }
      case .text(let cells): cells[row].map { .text($0) }
      case .date(let cells): cells[row].map { .day($0) }
      }
    return cell ?? mark(row: row, column: column).map { .text($0) } ?? .absent
  }

  /// The text of a cell, or `nil` where it is blank.
  func text(row: Int, column: Int, style: NumberStyle) -> String? {
    let unit = unit(row: row, column: column)
    let cell = cell(row: row, column: column)
    let style = showsEveryDigit && style == .rounded ? everyDigit(of: cell) : style
    switch cell {
    case .absent: return nil
    case .text(let text): return text
    case .day(let day): return NumberStyle.text(day, grain: unit.grain ?? .day)
    case .amount(let amount, let scale):
      let currency = currency(row: row, column: column)
      return style.text(amount, scale: scale, unit: unit, currency: currency)
    case .number(let number):
      return style.text(number, unit: unit, currency: currency(row: row, column: column))
    }
  }

  /// A column of amounts has one scale; measured numbers have each their own.
  private func everyDigit(of cell: AnswerCell) -> NumberStyle {
    switch cell {
    case .amount: .aligned
    case .absent, .text, .day, .number: .full
    }
  }

  /// The same for people, in their language.
  func text(row: Int, column: Int, style: NumberStyle, language: Language) -> String? {
    switch cell(row: row, column: column) {
    case .text(let text) where text == lines[row].mark && summedColumns[row].contains(column):
      lines[row].name?.text(in: language)
    case .amount(let amount, _) where table.columns[column].unit == .truth:
      (amount == 0 ? Phrase("no", zh: "否") : Phrase("yes", zh: "是")).text(in: language)
    case .amount, .number:
      if let text = text(row: row, column: column, style: style), pointColumns.contains(column),
        style != .plain, text.hasSuffix(" %")
      {
        String(text.dropLast()) + Phrase("pp", zh: "个百分点").text(in: language)
      } else {
        text(row: row, column: column, style: style)
      }
    case .absent, .text, .day: text(row: row, column: column, style: style)
    }
  }

  /// A cell as people see it; empty where it is blank.
  package func text(
    row: Int, column: Int, language: Language, isExact: Bool = false
  ) -> String {
    let style: NumberStyle = isExact ? .full : .rounded
    return (text(row: row, column: column, style: style, language: language) ?? "")
      + star(row: row, column: column)
  }

  /// The same as programs see it; `nil` where it is blank.
  package func plainText(row: Int, column: Int) -> String? {
    text(row: row, column: column, style: .plain)
  }

  /// Marks a step that is not over, for people.
  func star(row: Int, column: Int) -> String {
    unfinished?.column == column && unfinished?.rows.contains(row) == true ? " *" : ""
  }

  func unit(row: Int, column: Int) -> Unit {
    cellUnits[column]?[row] ?? table.columns[column].unit
  }

  func currency(row: Int, column: Int) -> String? {
    guard case .money(let currency) = unit(row: row, column: column) else { return nil }
    switch currency {
    case .fixed(let code): return code
    case .unknown: return nil
    case .column(let name):
      guard case .text(let codes) = table[name]?.column else { return nil }
      return codes[row]
    }
  }

  /// What stands in a cell that a line of totals or others sums up, where its column has no room for
  /// a mark of its own.
  private func mark(row: Int, column: Int) -> String? {
    summedColumns[row].contains(column) ? lines[row].mark : nil
  }
}

/// A column as programs see it. Where amounts take their currency from a column that people are not
/// shown, programs are: they see no signs.
struct ProgramColumn {
  let name: String
  /// The index in the table.
  let index: Int
  /// The name of the column with the currencies of this one.
  let currencyColumn: String?
}

extension Answer {
  var programColumns: [ProgramColumn] {
    let shown = shownColumns
    var names: [String: String] = [:]
    var columns: [ProgramColumn] = []
    for index in shown {
      let column = table.columns[index]
      guard case .money(.column(let source)) = column.unit,
        let sourceIndex = table.columns.firstIndex(where: { $0.name == source })
      else {
        columns.append(ProgramColumn(name: column.name, index: index, currencyColumn: nil))
        continue
      }
      guard hiddenColumns.contains(source), names[source] == nil else {
        let name = names[source] ?? source
        columns.append(ProgramColumn(name: column.name, index: index, currencyColumn: name))
        continue
      }
      let isTaken =
        !names.isEmpty || shown.contains { table.columns[$0].name == "currency" }
      let name = isTaken ? "\(column.name) currency" : "currency"
      names[source] = name
      columns.append(ProgramColumn(name: column.name, index: index, currencyColumn: name))
      columns.append(ProgramColumn(name: name, index: sourceIndex, currencyColumn: nil))
    }
    return columns
  }
}

extension Unit {
  var grain: Grain? { if case .date(let grain) = self { grain } else { nil } }

  /// As programs are told.
  package var name: String {
    switch self {
    case .money: "money"
    case .count: "count"
    case .number: "number"
    case .percent: "percent"
    case .days: "days"
    case .text: "text"
    case .date: "date"
    case .truth: "truth"
    }
  }
}
