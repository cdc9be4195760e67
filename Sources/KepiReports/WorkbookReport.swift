// Answers as a workbook (XLSX): a sheet a question, numbers that can be computed with.
import KepiColumns
package import KepiDiagnostics

package enum WorkbookReport {
  package struct Sheet: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
      case answer(Answer)
      /// What is no table, line by line.
      case text(String)
    }
    /// The question; the name of the sheet is made from it.
    package let title: String
    package let content: Content

    package init(title: String, content: Content) {
      self.title = title
      self.content = content
    }
  }

  package enum Failure: Error, Equatable {
    case outOfMemory
    case notWritten
    /// More rows or columns than a sheet has.
    case tooLarge(title: String)

    /// To follow the name of a file.
    package var reason: Phrase {
      switch self {
      case .outOfMemory: Phrase("there is not enough memory for it", zh: "内存不足")
      case .notWritten: Phrase("the workbook could not be written", zh: "工作簿无法写入")
      case .tooLarge(let title):
        Phrase(
          "`\(title)` has more lines or columns than a sheet: write it as csv",
          zh: "`\(title)` 的行或列超出工作表的上限，请改用 csv")
      }
    }
  }

  /// Two sheets never share a name, whatever their titles.
  package static func render(_ sheets: [Sheet], language: Language) throws(Failure) -> [UInt8] {
    for sheet in sheets { try checkSize(of: sheet) }
    var file = try WorkbookFile()
    var taken: Set<String> = []
    for sheet in sheets {
      let page = try file.addSheet(named: name(of: sheet.title, besides: &taken))
      switch sheet.content {
      case .answer(let answer): write(answer, titled: sheet.title, language, to: page, of: &file)
      case .text(let text):
        for (row, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        where !line.isEmpty {
          file.write(String(line).cellText, page, row, 0, WorkbookFile.Look())
        }
      }
    }
    return try file.bytes()
  }

  private static func checkSize(of sheet: Sheet) throws(Failure) {
    guard case .answer(let answer) = sheet.content else { return }
    // Below the lines stand an empty row, the question and the receipt.
    let below = 8 + answer.receipt.notes.count
    guard answer.table.rowCount + below < WorkbookFile.greatestRowCount,
      answer.programColumns.count <= WorkbookFile.greatestColumnCount
    else { throw .tooLarge(title: sheet.title) }
  }

  /// The beginning of the title without the signs that names must not have, and a number behind
  /// where another sheet begins the same.
  private static func name(of title: String, besides taken: inout Set<String>) -> String {
    let greatestLength = 31
    var clean = ""
    for character in title.printable {
      clean.append("[]:*?/\\'".contains(character) ? " " : character)
    }
    clean = clean.split(separator: " ").joined(separator: " ")
    if clean.isEmpty { clean = "Kepi" }
    var number = 1
    while true {
      let tail = number == 1 ? "" : " (\(number))"
      var head = clean
      // Excel counts UTF-16 code units.
      while head.utf16.count + tail.utf16.count > greatestLength { head.removeLast() }
      let name = head.trimmingBlanks + tail
      // `History` is a name that Excel keeps for itself.
      if name.lowercased() != "history", taken.insert(name.lowercased()).inserted { return name }
      number += 1
    }
  }

  private static func write(
    _ answer: Answer, titled title: String, _ language: Language, to sheet: WorkbookFile.Sheet,
    of file: inout WorkbookFile
  ) {
    let columns = answer.programColumns
    for (place, column) in columns.enumerated() {
      let source = answer.table.columns[column.index]
      let look = WorkbookFile.Look(
        isBold: true, hasRuleBelow: true, isAlignedRight: source.column.isNumeric)
      file.write(column.name.cellText, sheet, 0, place, look)
      var width = CellWidth.of(column.name.printable)
      for row in answer.lines.indices {
        width = max(
          width, CellWidth.of(answer.text(row: row, column: column.index, language: language)))
        write(
          row: row, column.index, of: answer, language, to: sheet, at: (row + 1, place), of: &file)
      }
      file.setWidth(Double(min(max(width, 4), 60) + 2), of: place, sheet)
    }
    file.freeze(sheet, rows: 1, columns: columns.prefix { $0.index < answer.groupingCount }.count)
    var row = answer.table.rowCount + 2
    let receipt = ReceiptText.render(answer.receipt, columns: nil, language: language)
    for line in [title] + receipt.split(separator: "\n").map(String.init) {
      file.write(line.cellText, sheet, row, 0, WorkbookFile.Look())
      row += 1
    }
  }

  private static func write(
    row: Int, _ column: Int, of answer: Answer, _ language: Language, to sheet: WorkbookFile.Sheet,
    at place: (row: Int, column: Int), of file: inout WorkbookFile
  ) {
    let unit = answer.table.columns[column].unit
    var look = WorkbookFile.Look()
    if answer.lines[row] != .plain {
      look.isBold = true
      look.hasRuleAbove = row > 0 && answer.lines[row - 1] == .plain
    }
    let shown = answer.text(row: row, column: column, language: language)
    switch answer.cell(row: row, column: column) {
    case .absent:
      if look.hasRuleAbove { file.write("", sheet, place.row, place.column, look) }
    case .text: file.write(shown.cellText, sheet, place.row, place.column, look)
    case .day(let day):
      guard let format = dateFormat(of: unit.grain ?? .day, day), let serial = day.serialNumber
      else { return file.write(shown.cellText, sheet, place.row, place.column, look) }
      look.numberFormat = format
      file.write(Double(serial), sheet, place.row, place.column, look)
    case .amount(let amount, let scale):
      if unit == .truth {
        return file.write(amount != 0, sheet, place.row, place.column, look)
      }
      look.numberFormat = numberFormat(
        of: unit, currency: answer.currency(row: row, column: column), shownAs: shown)
      let decimal = Decimal(amount, scale: scale)
      // A spreadsheet keeps fifteen digits. What has more is kept as a text, with all of them.
      guard decimal.significantDigitCount <= 15, let number = Double(decimal.plainText) else {
        look.isAlignedRight = true
        return file.write(decimal.plainText, sheet, place.row, place.column, look)
      }
      file.write(number, sheet, place.row, place.column, look)
    case .number(let number):
      look.numberFormat = numberFormat(
        of: unit, currency: answer.currency(row: row, column: column), shownAs: shown)
      if number.isFinite { file.write(number, sheet, place.row, place.column, look) }
    }
  }

  /// As many decimals as people are shown elsewhere.
  private static func numberFormat(of unit: Unit, currency: String?, shownAs text: String) -> String
  {
    let digits = text.drop { $0 != "." }.dropFirst().prefix { $0.isNumber }.count
    let decimals = digits == 0 ? "" : "." + String(repeating: "0", count: digits)
    switch unit {
    case .money:
      let sign = CurrencyStyle(code: currency).sign
      let before = sign.isEmpty ? "" : "\"\(sign)\""
      return "\(before)#,##0\(decimals);-\(before)#,##0\(decimals)"
    case .percent: return "0\(decimals) %"
    case .days: return "#,##0\(decimals)\" d\""
    case .count, .number, .text, .date, .truth: return "#,##0\(decimals)"
    }
  }

  /// `nil` for steps that no format of a spreadsheet writes.
  private static func dateFormat(of grain: Grain, _ day: Day) -> String? {
    let (_, month, dayOfMonth) = day.components
    switch grain {
    case .day: return "yyyy-mm-dd"
    case .month: return dayOfMonth == 1 ? "yyyy-mm" : "yyyy-mm-dd"
    case .year: return dayOfMonth == 1 && month == 1 ? "yyyy" : "yyyy-mm-dd"
    case .week, .quarter: return nil
    }
  }
}

extension Day {
  /// The number of spreadsheets, which take 1900 for a leap year and are wrong before March of it.
  fileprivate var serialNumber: Int? {
    let serial = number + 25_569
    return serial > 60 ? serial : nil
  }
}

extension Column {
  fileprivate var isNumeric: Bool {
    switch self {
    case .amount, .number: true
    case .text, .date: false
    }
  }
}

extension String {
  /// As a cell takes it: printable, and no longer than it may be.
  fileprivate var cellText: String {
    let text = printable
    guard text.utf16.count > WorkbookFile.greatestTextLength else { return text }
    var cut = text
    while cut.utf16.count >= WorkbookFile.greatestTextLength { cut.removeLast() }
    return cut + "…"
  }
}
