import KepiDiagnostics
import KepiReports
import Testing

/// An answer in a form, to the letter.
struct ReportRow: Sendable, CustomTestStringConvertible {
  enum Form: Sendable {
    case pipe, terminal(Int), bold, box(Int?), vertical, csv, csvOnTerminal, csvForSpreadsheet, tsv
    case json, jsonLines, markdown, html
  }

  let testDescription: String
  let answer: Answer
  let form: Form
  var language = Language.english
  let golden: String

  var rendered: String {
    switch form {
    case .pipe:
      TextReport(columns: nil, isHeaderBold: false, language: language).render(answer)
    case .terminal(let columns):
      TextReport(columns: columns, isHeaderBold: false, language: language).render(answer)
    case .bold:
      TextReport(columns: 80, isHeaderBold: true, language: language).render(answer)
    case .box(let columns):
      TextReport(columns: columns, isHeaderBold: false, language: language, frame: .box)
        .render(answer)
    case .vertical: VerticalReport(columns: 80, language: language).render(answer)
    case .csv: DelimitedReport().render(answer)
    case .csvOnTerminal: DelimitedReport(reader: .terminal).render(answer)
    case .csvForSpreadsheet: DelimitedReport(reader: .spreadsheet).render(answer)
    case .tsv: DelimitedReport(separator: .tab).render(answer)
    case .json: JSONReport.render(answer)
    case .jsonLines: JSONReport.renderLines(answer) + JSONReport.renderAbout(answer)
    case .markdown: MarkdownReport.render(answer, language: language)
    case .html: HTMLReport.render(answer, title: "a < b & \"c\"", language: language)
    }
  }
}
