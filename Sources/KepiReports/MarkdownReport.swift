// An answer as a Markdown table, with its receipt below.
import KepiColumns
package import KepiDiagnostics

package enum MarkdownReport {
  package static func render(_ answer: Answer, language: Language) -> String {
    let columns = answer.shownColumns
    let names = columns.map { escaped(answer.table.columns[$0].name) }
    let rules = columns.map { $0 < answer.groupingCount ? "---" : "---:" }
    var text = "| " + names.joined(separator: " | ") + " |\n"
    text += "|" + rules.joined(separator: "|") + "|\n"
    for row in 0..<answer.table.rowCount {
      let cells = columns.map { escaped(answer.text(row: row, column: $0, language: language)) }
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    let receipt = ReceiptText.render(answer.receipt, columns: nil, language: language)
    return receipt.isEmpty ? text : text + "\n" + receipt
  }

  /// A bar would end the cell, a line break the row.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.printable {
      switch character {
      case "|": result += "\\|"
      case "\\", "*", "_", "`", "<": result += "\\" + String(character)
      default: result.append(character)
      }
    }
    return result
  }
}
