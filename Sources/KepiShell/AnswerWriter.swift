// Answers on their way out: in the form that is set, onto a stream or into a file.
import KepiDiagnostics
import KepiReports

struct AnswerWriter {
  private let streams: SessionStreams
  /// Whether only answers are wanted, and nothing that is said about them.
  private let isQuiet: Bool
  private var last = Piece.none
  private var hasHTMLHead = false
  /// The workbook that standard output gets once the run is over.
  private var sheets: [WorkbookReport.Sheet] = []
  /// Those that were exported in this session, by path: each question adds its sheet.
  private var exported: [String: [WorkbookReport.Sheet]] = [:]

  private enum Piece { case none, answer, check }

  init(streams: SessionStreams, isQuiet: Bool) {
    self.streams = streams
    self.isQuiet = isQuiet
  }

  private var isTerminal: Bool { streams.terminalColumns != nil }

  // MARK: Onto the stream

  /// - Parameter title: the question as it was asked.
  /// - Returns: how many texts were changed so that no spreadsheet computes them.
  mutating func write(
    _ answer: Answer, titled title: String, _ settings: Settings, isInteractive: Bool
  ) -> Int {
    var formulaCount = 0
    switch settings.format {
    case .table, .box, .vertical:
      // A pipe takes the answer alone; what is said about it goes beside it.
      let receipt = isTerminal && !isQuiet ? answer.receipt.withoutNotes : .none
      put(text(answer.withReceipt(receipt), settings), isInteractive)
      if !isTerminal { say(answer.receipt, settings) }
    case .csv, .tsv:
      let isFirst = last == .none
      let (text, count) = delimited(
        answer, settings, as: settings.format, isFirst: isFirst, isTerminal: isTerminal)
      formulaCount = count
      put(text, isInteractive)
      say(answer.receipt, settings)
    case .json: streams.output(JSONReport.render(answer))
    case .ndjson:
      streams.output(JSONReport.renderLines(answer))
      if !isQuiet { streams.errors(JSONReport.renderAbout(answer)) }
    case .markdown: put(MarkdownReport.render(answer, language: settings.language), isInteractive)
    case .html:
      beginHTML(settings)
      streams.output(HTMLReport.render(answer, title: title, language: settings.language))
    case .xlsx: sheets.append(WorkbookReport.Sheet(title: title, content: .answer(answer)))
    }
    return formulaCount
  }

  /// What is no table: a definition, help.
  mutating func write(
    text: String, titled title: String, _ settings: Settings, isInteractive: Bool
  ) {
    let text = text.hasSuffix("\n") ? text : text + "\n"
    switch settings.format {
    case .table, .box, .vertical, .csv, .tsv, .json, .ndjson:
      put(isTerminal ? text.printableLines : text, isInteractive)
    case .markdown: put("```\n\(text.printableLines)```\n", isInteractive)
    case .html:
      beginHTML(settings)
      streams.output(HTMLReport.render(text: text))
    case .xlsx: sheets.append(WorkbookReport.Sheet(title: title, content: .text(text)))
    }
  }

  /// Lines of checks stand together.
  mutating func write(check text: String, isInteractive: Bool) {
    if last == .answer, !isInteractive { streams.output("\n") }
    last = .check
    streams.output(text)
  }

  /// A picture that belongs to the answer above.
  mutating func write(below text: String) {
    streams.output("\n" + (isTerminal ? text.printableLines : text))
  }

  /// An explanation with its table below.
  mutating func write(
    explanation: String, _ answer: Answer, _ settings: Settings, isInteractive: Bool
  ) {
    let above = isTerminal ? explanation.printableLines : explanation
    put(above + text(answer.withReceipt(.none), settings), isInteractive)
  }

  /// The workbook, where standard output is to get one and has anything to get.
  mutating func finish(_ settings: Settings) throws(WorkbookReport.Failure) {
    guard !sheets.isEmpty else { return }
    let bytes = try WorkbookReport.render(sheets, language: settings.language)
    sheets = []
    streams.bytes(bytes)
  }

  /// Further answers of a script come after an empty line. In the shell the prompt parts them.
  private mutating func put(_ text: String, _ isInteractive: Bool) {
    if last != .none, !isInteractive { streams.output("\n") }
    last = .answer
    streams.output(text)
  }

  private mutating func beginHTML(_ settings: Settings) {
    if !hasHTMLHead { streams.output(HTMLReport.head(language: settings.language)) }
    hasHTMLHead = true
  }

  private func say(_ receipt: Receipt, _ settings: Settings) {
    guard !isQuiet else { return }
    let text = ReceiptText.render(
      receipt.withoutNotes, columns: nil, language: settings.language)
    if !text.isEmpty { streams.errors(text) }
  }

  private func text(_ answer: Answer, _ settings: Settings) -> String {
    if settings.format == .vertical {
      return VerticalReport(columns: streams.terminalColumns, language: settings.language)
        .render(answer)
    }
    return TextReport(
      columns: streams.terminalColumns, isHeaderBold: streams.understandsEscapes,
      language: settings.language, frame: settings.format == .box ? .box : .open
    ).render(answer)
  }

  private func delimited(
    _ answer: Answer, _ settings: Settings, as format: OutputFormat, isFirst: Bool,
    isTerminal: Bool
  ) -> (text: String, formulaCount: Int) {
    let separator: DelimitedReport.Separator = format == .tsv ? .tab : .comma
    switch settings.delimitedAudience {
    case .programs:
      let reader: DelimitedReport.Reader = isTerminal ? .terminal : .program
      return (DelimitedReport(separator: separator, reader: reader).render(answer), 0)
    case .spreadsheets:
      // A terminal would show the mark, and has no formulas.
      if isTerminal {
        return (DelimitedReport(separator: separator, reader: .terminal).render(answer), 0)
      }
      let text = DelimitedReport(separator: separator, reader: .spreadsheet).render(answer)
      return (
        (isFirst ? DelimitedReport.byteOrderMark : "") + text,
        DelimitedReport.formulaCount(in: answer)
      )
    }
  }

  // MARK: Into a file

  /// What the file is to hold. A workbook keeps the sheets that this session exported before; the
  /// same question takes the place of its own.
  mutating func file(
    _ answer: Answer, titled title: String, at path: String, as format: OutputFormat,
    _ settings: Settings
  ) throws(WorkbookReport.Failure) -> (bytes: [UInt8], formulaCount: Int) {
    let text: String
    var formulaCount = 0
    switch format {
    case .table, .box, .vertical:
      text = TextReport(columns: nil, isHeaderBold: false, language: settings.language)
        .render(answer)
    case .csv, .tsv:
      (text, formulaCount) = delimited(
        answer, settings, as: format, isFirst: true, isTerminal: false)
    case .json: text = JSONReport.render(answer)
    case .ndjson: text = JSONReport.renderLines(answer)
    case .markdown: text = MarkdownReport.render(answer, language: settings.language)
    case .html:
      text =
        HTMLReport.head(language: settings.language)
        + HTMLReport.render(answer, title: title, language: settings.language)
    case .xlsx:
      var sheets = exported[Paths.simplified(path)] ?? []
      let sheet = WorkbookReport.Sheet(title: title, content: .answer(answer))
      if let place = sheets.firstIndex(where: { $0.title == title }) {
        sheets[place] = sheet
      } else {
        sheets.append(sheet)
      }
      let bytes = try WorkbookReport.render(sheets, language: settings.language)
      exported[Paths.simplified(path)] = sheets
      return (bytes, 0)
    }
    return (Array(text.utf8), formulaCount)
  }
}
