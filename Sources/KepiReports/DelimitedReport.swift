// An answer as CSV (RFC 4180) or TSV: a header row, quotation marks where they are needed, nothing
// for what is blank.
import KepiColumns
import KepiDiagnostics

package struct DelimitedReport: Sendable {
  package enum Separator: UInt8, Sendable {
    case comma = 0x2C
    case tab = 0x09
  }

  /// Who reads it.
  package enum Reader: Sendable {
    /// Texts are what they are, line ends are line feeds.
    case program
    /// Texts that begin like a formula are made harmless; lines end as spreadsheets end them.
    case spreadsheet
    /// The same as for programs, with control characters spelled out.
    case terminal
  }

  /// Tells a spreadsheet that what follows is UTF-8.
  package static let byteOrderMark = "\u{FEFF}"

  private let separator: Separator
  private let reader: Reader

  package init(separator: Separator = .comma, reader: Reader = .program) {
    self.separator = separator
    self.reader = reader
  }

  /// The header and one record a line. The receipt is not part of it: see `ReceiptText`.
  package func render(_ answer: Answer) -> String {
    let columns = answer.programColumns
    let writers = columns.map {
      ColumnWriter.make(answer, $0.index) { text in quoted(safe(text)) }
    }
    var bytes = TextBytes()
    var cells = CellTexts()
    for column in columns { cells.add { $0.append(quoted(safe(column.name))) } }
    append(cells, rowCount: 1, to: &bytes)
    for start in stride(from: 0, to: answer.table.rowCount, by: CellTexts.rowCount) {
      let rows = start..<min(start + CellTexts.rowCount, answer.table.rowCount)
      cells.removeAll()
      for writer in writers { writer.write(rows, to: &cells) }
      append(cells, rowCount: rows.count, to: &bytes)
    }
    return bytes.text
  }

  private func append(_ cells: CellTexts, rowCount: Int, to bytes: inout TextBytes) {
    bytes.append(
      recordsOf: cells, rowCount: rowCount, separator: separator.rawValue,
      end: Array((reader == .spreadsheet ? "\r\n" : "\n").utf8),
      // Readers pass over an empty line, so a single blank is written as an empty quotation.
      blank: cells.places.count == rowCount ? Array("\"\"".utf8) : [])
  }

  /// How many texts a spreadsheet could take for formulas.
  package static func formulaCount(in answer: Answer) -> Int {
    let columns = answer.programColumns
    let rows = 0..<answer.table.rowCount
    return columns.count { $0.name.beginsLikeAFormula }
      + columns.reduce(0) { sum, column in
        sum
          + rows.count { row in
            answer.isText(row: row, column: column.index)
              && answer.text(row: row, column: column.index, style: .plain)?.beginsLikeAFormula
                == true
          }
      }
  }

  private func safe(_ text: String) -> String {
    switch reader {
    case .program: text
    case .terminal: text.printable
    case .spreadsheet: text.beginsLikeAFormula ? "'" + text : text
    }
  }

  private func quoted(_ field: String) -> String {
    let isPlain = field.utf8.allSatisfy {
      $0 != separator.rawValue && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n")
        && $0 != UInt8(ascii: "\r")
    }
    if isPlain { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}

extension Answer {
  func isText(row: Int, column: Int) -> Bool {
    if case .text = cell(row: row, column: column) { true } else { false }
  }
}

extension String {
  /// Whether a spreadsheet would compute it: the signs that OWASP lists under "CSV injection", with
  /// their wide forms, which spreadsheets of East Asia take as well.
  fileprivate var beginsLikeAFormula: Bool {
    guard let first = unicodeScalars.first else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }
}
