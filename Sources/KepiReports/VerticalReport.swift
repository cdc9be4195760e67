// An answer with a line for each value: for many columns, and for few rows.
import KepiColumns
package import KepiDiagnostics

package struct VerticalReport: Sendable {
  /// Cells of the terminal; `nil` for a pipe or a file, which gets every digit.
  package let columns: Int?
  package let language: Language

  package init(columns: Int?, language: Language) {
    self.columns = columns
    self.language = language
  }

  /// A block for each line of the answer, with an empty line between two, and the receipt below.
  package func render(_ answer: Answer) -> String {
    let style: NumberStyle = columns == nil ? .full : .rounded
    let shown = answer.shownColumns
    let names = shown.map { answer.table.columns[$0].name.printable }
    let width = names.reduce(0) { max($0, CellWidth.of($1)) }
    var blocks = answer.lines.indices.map { row in
      zip(shown, names).map { column, name in
        let text = answer.text(row: row, column: column, style: style, language: language)
        let value = (text?.printable ?? "-") + answer.star(row: row, column: column)
        return name + String(repeating: " ", count: width - CellWidth.of(name) + 2) + value + "\n"
      }.joined()
    }
    if blocks.isEmpty { blocks = [Phrase.noLines.text(in: language) + "\n"] }
    let receipt = ReceiptText.render(answer.receipt, columns: columns, language: language)
    if !receipt.isEmpty { blocks.append(receipt) }
    return blocks.joined(separator: "\n")
  }
}
