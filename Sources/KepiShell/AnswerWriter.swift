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
  /// Reading an answer is not waiting for it.
  private(set) var timeInPager = Duration.zero

  init(streams: SessionStreams, isQuiet: Bool) {
    self.streams = streams
    self.isQuiet = isQuiet
  }

  private var isTerminal: Bool { streams.terminalColumns != nil }

  /// What is written next stands by itself.
  mutating func beginPage() {
    last = .none
    hasHTMLHead = false
  }

  // MARK: Onto the stream

  /// - Parameters:
  ///   - title: the question as it was asked.
  ///   - above: whole lines that people read before it.
  /// - Returns: how many texts were changed so that no spreadsheet computes them.
  mutating func write(
    _ answer: Answer, titled title: String, below above: String = "", _ settings: Settings,
    isInteractive: Bool
  ) -> Int {
    var formulaCount = 0
    switch settings.format {
    case .table, .box, .vertical:
      // A pipe takes the answer alone; what is said about it goes beside it.
      let receipt = isTerminal && !isQuiet ? answer.receipt.withoutNotes : .none
      let shown = answer.withReceipt(receipt)
      let before = isTerminal ? above.printableLines : above
      if isInteractive, page(shown, below: before, settings) { return 0 }
      put(before + text(shown, settings), isInteractive)
      if !isTerminal { say(answer.receipt, settings) }
    case .csv, .tsv:
      let isFirst = last == .none
      let (text, count) = delimited(
        answer, settings, as: settings.format, isFirst: isFirst, isTerminal: isTerminal)
      formulaCount = count
      put(text, isInteractive)
      say(answer.receipt, settings)
    case .json: send(made(of: answer) { JSONReport.render($0) })
    case .ndjson:
      send(made(of: answer) { JSONReport.renderLines($0) })
      if !isQuiet { streams.errors(JSONReport.renderAbout(answer)) }
    case .markdown:
      put(
        made(of: answer) { MarkdownReport.render($0, language: settings.language) }, isInteractive)
    case .html:
      beginHTML(settings)
      send(made(of: answer) { HTMLReport.render($0, title: title, language: settings.language) })
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
      let shown = isTerminal ? text.printableLines : text
      if isInteractive, page(shown, settings) { return }
      put(shown, isInteractive)
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

  /// Where the numbers of a check came from, where all of that is asked for.
  mutating func write(receiptOf answer: Answer, _ settings: Settings) {
    guard answer.receipt.origin != nil, !isQuiet else { return }
    guard isTerminal else { return say(answer.receipt, settings) }
    streams.output(
      "\n"
        + ReceiptText.render(
          answer.receipt.withoutNotes, columns: streams.terminalColumns, language: settings.language
        ))
    last = .answer
  }

  /// A picture that belongs to the answer above.
  mutating func write(below text: String) {
    streams.output("\n" + (isTerminal ? text.printableLines : text))
  }

  /// An explanation: the dates and sources, the table, and below it the formulas in numbers.
  mutating func write(
    explanation: Explainer.Explanation, _ settings: Settings, isInteractive: Bool
  ) {
    let language = settings.language
    var below = FormulaText.render(explanation.lines, of: explanation.answer, language: language)
    for sentence in explanation.closing {
      // One may end in a statement, to be copied as it stands.
      below += "\n" + sentence.text(in: language) + "\n"
    }
    let above = isTerminal ? explanation.text.printableLines : explanation.text
    let shown =
      above + text(explanation.answer.withReceipt(.none), settings) + "\n"
      + (isTerminal ? below.printableLines : below)
    if isInteractive, page(shown, settings) { return }
    put(shown, isInteractive)
  }

  /// A table with what is said of it below, where people read it.
  mutating func write(
    _ answer: Answer, above text: String, _ settings: Settings, isInteractive: Bool
  ) {
    let below = isTerminal ? text.printableLines : text
    let receipt = isTerminal && !isQuiet ? answer.receipt.withoutNotes : .none
    let about = ReceiptText.render(
      receipt, columns: streams.terminalColumns, language: settings.language)
    put(
      self.text(answer.withReceipt(.none), settings) + "\n" + below
        + (about.isEmpty ? "" : "\n" + about), isInteractive)
    if !isTerminal { say(answer.receipt, settings) }
  }

  /// A document for programs, whole lines.
  func write(_ document: String) { streams.output(document) }

  /// The workbook, where standard output is to get one and has anything to get.
  mutating func finish(_ settings: Settings) throws(WorkbookReport.Failure) {
    guard !sheets.isEmpty else { return }
    let bytes = try WorkbookReport.render(sheets, language: settings.language)
    sheets = []
    streams.bytes(bytes)
  }

  /// Further answers of a script come after an empty line. In the shell the prompt parts them.
  private mutating func put(_ text: String, _ isInteractive: Bool) {
    guard !Session.wantsStop else { return }
    if last != .none, !isInteractive { streams.output("\n") }
    last = .answer
    streams.output(text)
  }

  /// A document for programs, unless nobody waits for it any more.
  private func send(_ text: String) {
    if !Session.wantsStop { streams.output(text) }
  }

  /// A long answer takes a while to lay out.
  private func made(
    of answer: Answer, _ work: @escaping @Sendable (Answer) -> String
  ) -> String {
    Session.patience.result(isShort: answer.lines.count < Self.longAnswer) { work(answer) } ?? ""
  }

  /// Fewer lines are laid out within some milliseconds.
  private static let longAnswer = 1 << 13

  private mutating func beginHTML(_ settings: Settings) {
    if !hasHTMLHead { streams.output(HTMLReport.head(language: settings.language)) }
    hasHTMLHead = true
  }

  private func say(_ receipt: Receipt, _ settings: Settings) {
    // Beside answers in JSON all else is JSON, too.
    guard !isQuiet, !settings.format.isJSON else { return }
    let text = ReceiptText.render(
      receipt.withoutNotes, columns: nil, language: settings.language)
    if !text.isEmpty { streams.errors(text) }
  }

  private func text(_ answer: Answer, _ settings: Settings) -> String {
    if settings.format == .vertical {
      let report = VerticalReport(columns: streams.terminalColumns, language: settings.language)
      return made(of: answer) { report.render($0) }
    }
    let table = table(settings, columns: streams.terminalColumns)
    return made(of: answer) { table.render($0) }
  }

  private func table(_ settings: Settings, columns: Int?) -> TextReport {
    TextReport(
      columns: columns, isHeaderBold: streams.usesColors, language: settings.language,
      frame: settings.format == .box ? .box : .open, usesColors: streams.usesColors,
      trend: settings.showsTrend && isTerminal ? strokes(settings) : nil)
  }

  /// Blocks are signs whose width Unicode leaves open: where they are wide no drawing is even.
  func strokes(_ settings: Settings) -> Strokes {
    settings.ambiguousWidth == 2 ? .ascii : streams.strokes
  }

  // MARK: In the pager

  /// What does not fit goes through the pager, where there is one; a wide table then stands as it is,
  /// to be moved sideways. Gives whether it was shown.
  private mutating func page(
    _ answer: Answer, below above: String, _ settings: Settings
  ) -> Bool {
    guard settings.usesPager, streams.page != nil, let columns = streams.terminalColumns else {
      return false
    }
    let table = table(settings, columns: columns)
    let fits =
      settings.format == .vertical || Session.patience.result { table.fits(answer) } ?? true
    guard !fits else { return page(above + text(answer, settings), settings) }
    let endless = self.table(settings, columns: Self.endless)
    var wide = above + made(of: answer) { endless.render($0.withReceipt(.none)) }
    let receipt = ReceiptText.render(
      answer.receipt, columns: columns, language: settings.language)
    if !receipt.isEmpty { wide += "\n" + receipt }
    return page(wide, settings, isWide: true)
  }

  private static let endless = 1_000_000

  private mutating func page(_ text: String, _ settings: Settings, isWide: Bool = false) -> Bool {
    guard settings.usesPager, let page = streams.page, let rows = streams.terminalRows(),
      !Session.wantsStop
    else { return false }
    let count = text.utf8.count { $0 == UInt8(ascii: "\n") }
    // The prompt takes a row, and the question stays in view.
    guard isWide || count > rows - 2 else { return false }
    let start = ContinuousClock.now
    defer { timeInPager += ContinuousClock.now - start }
    guard page(text) else { return false }
    last = .answer
    let remark = Phrase(
      "shown in the pager: \(NumberStyle.text(count)) lines; again:   last;   without it:   set pager off",
      zh: "已分页显示 \(NumberStyle.text(count)) 行；再看：   last；不分页：   set pager off")
    streams.output(remark.text(in: settings.language) + "\n")
    return true
  }

  /// Draws an answer; `false` where there is nothing to draw.
  mutating func write(chart answer: Answer, _ settings: Settings, isInteractive: Bool) -> Bool {
    let chart = ChartReport(
      columns: streams.terminalColumns ?? 80, strokes: strokes(settings),
      language: settings.language)
    guard var text = chart.render(answer) else { return false }
    if isTerminal, !isQuiet {
      let receipt = ReceiptText.render(
        answer.receipt.withoutNotes, columns: streams.terminalColumns, language: settings.language)
      if !receipt.isEmpty { text += "\n" + receipt }
    } else {
      say(answer.receipt, settings)
    }
    if isInteractive, page(text, settings) { return true }
    put(text, isInteractive)
    return true
  }

  private func delimited(
    _ answer: Answer, _ settings: Settings, as format: OutputFormat, isFirst: Bool,
    isTerminal: Bool
  ) -> (text: String, formulaCount: Int) {
    let separator: DelimitedReport.Separator = format == .tsv ? .tab : .comma
    func text(_ reader: DelimitedReport.Reader) -> String {
      made(of: answer) { DelimitedReport(separator: separator, reader: reader).render($0) }
    }
    switch settings.delimitedAudience {
    case .programs: return (text(isTerminal ? .terminal : .program), 0)
    case .spreadsheets:
      // A terminal would show the mark, and has no formulas.
      if isTerminal { return (text(.terminal), 0) }
      let count = Session.patience.result { DelimitedReport.formulaCount(in: answer) } ?? 0
      return ((isFirst ? DelimitedReport.byteOrderMark : "") + text(.spreadsheet), count)
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
      let report = TextReport(columns: nil, isHeaderBold: false, language: settings.language)
      text = made(of: answer) { report.render($0) }
    case .csv, .tsv:
      (text, formulaCount) = delimited(
        answer, settings, as: format, isFirst: true, isTerminal: false)
    case .json: text = made(of: answer) { JSONReport.render($0) }
    case .ndjson: text = made(of: answer) { JSONReport.renderLines($0) }
    case .markdown:
      text = made(of: answer) { MarkdownReport.render($0, language: settings.language) }
    case .html:
      text =
        HTMLReport.head(language: settings.language)
        + made(of: answer) { HTMLReport.render($0, title: title, language: settings.language) }
    case .xlsx:
      var sheets = exported[Paths.simplified(path)] ?? []
      let sheet = WorkbookReport.Sheet(title: title, content: .answer(answer))
      if let place = sheets.firstIndex(where: { $0.title == title }) {
        sheets[place] = sheet
      } else {
        sheets.append(sheet)
      }
      let made = Session.patience.result { [sheets] () -> Result<[UInt8], WorkbookReport.Failure> in
        do throws(WorkbookReport.Failure) {
          return .success(try WorkbookReport.render(sheets, language: settings.language))
        } catch {
          return .failure(error)
        }
      }
      let bytes = try made?.get() ?? []
      if made == nil { return ([], 0) }
      exported[Paths.simplified(path)] = sheets
      return (bytes, 0)
    }
    return (Array(text.utf8), formulaCount)
  }
}
