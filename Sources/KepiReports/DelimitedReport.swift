// An answer as CSV (RFC 4180): commas, a header row, line feeds, nothing for what is blank.
import KepiColumns

package enum DelimitedReport {
  /// The header and one record a line. The receipt is not part of it: see `ReceiptText`.
  package static func render(_ answer: Answer) -> String {
    let columns = answer.programColumns
    var text = record(columns.map(\.name))
    for row in 0..<answer.table.rowCount {
      text += record(
        columns.map { answer.text(row: row, column: $0.index, style: .plain) ?? "" })
    }
    return text
  }

  private static func record(_ fields: [String]) -> String {
    // Readers pass over an empty line, so a single blank is written as an empty quotation.
    if fields == [""] { return "\"\"\n" }
    return fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    let isPlain = field.utf8.allSatisfy {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n")
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
