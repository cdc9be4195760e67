// An answer as HTML: a table that a browser, a mail or a wiki shows as it is.
import KepiColumns
package import KepiDiagnostics

package enum HTMLReport {
  /// What stands once before the first answer. HTML needs no end to it, so that answers can follow
  /// one another as they come.
  package static func head(language: Language) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <meta charset="utf-8">
    <title>Kepi</title>
    <style>
    body { font-family: sans-serif }
    table { border-collapse: collapse }
    caption { font-weight: bold; text-align: left; padding: 0.4em 0 }
    th, td { border: 1px solid #bbb; padding: 0.2em 0.6em; text-align: left }
    .number { text-align: right; font-variant-numeric: tabular-nums }
    .total { font-weight: bold }
    .receipt { color: #555; font-size: smaller }
    </style>

    """
  }

  /// - Parameter title: the question.
  package static func render(_ answer: Answer, title: String, language: Language) -> String {
    let columns = answer.shownColumns
    var text = "<table>\n<caption>\(title.markup)</caption>\n<thead>\n<tr>"
    for column in columns {
      let source = answer.table.columns[column]
      text += "<th scope=\"col\" data-unit=\"\(source.unit.name)\"\(look(of: source))>"
      text += source.name.markup + "</th>"
    }
    text += "</tr>\n</thead>\n<tbody>\n"
    for row in answer.lines.indices {
      text += answer.lines[row] == .plain ? "<tr>" : "<tr class=\"total\">"
      for column in columns {
        text += "<td\(look(of: answer.table.columns[column]))>"
        text += answer.text(row: row, column: column, language: language).markup + "</td>"
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table>\n"
    if answer.lines.isEmpty {
      text += "<p>\(Phrase.noLines.text(in: language).markup)</p>\n"
    }
    let receipt = ReceiptText.render(answer.receipt, columns: nil, language: language)
    let lines = receipt.split(separator: "\n").map { String($0).markup }
    guard !lines.isEmpty else { return text }
    return text + "<p class=\"receipt\">\(lines.joined(separator: "<br>\n"))</p>\n"
  }

  /// What is no table: help, a definition.
  package static func render(text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "<pre>" + lines.map { String($0).markup }.joined(separator: "\n") + "</pre>\n"
  }

  private static func look(of column: Table.NamedColumn) -> String {
    switch column.column {
    case .amount, .number: " class=\"number\""
    case .text, .date: ""
    }
  }
}
