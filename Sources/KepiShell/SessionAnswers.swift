// What statements answer, with whole receipts: shown, written to files and asked again alike.
import KepiDiagnostics
import KepiReports
import KepiSemantics
import KepiSyntax

extension Session {
  /// An answer and all that its receipt can tell.
  struct WholeAnswer {
    /// As programs read it.
    let answer: Answer
    /// The same for a file that people read.
    var shown: Answer?
    var notes: [Diagnostic] = []
    /// Whether all holds that was to be checked.
    var holds = true
  }

  /// What a statement answers that asks.
  ///
  /// - Parameter format: that of the file which the answer is for.
  func wholeAnswer(
    of statement: StatementSyntax, for format: OutputFormat = .json
  ) throws(Questioner.Refusal) -> WholeAnswer {
    switch statement.form {
    case .query(let query):
      let (answer, notes) = try questioner.answer(query.expandingReport(in: workspace.catalogue))
      return WholeAnswer(answer: withOrigin(answer, of: query), notes: notes)
    case .command(let command): return try wholeAnswer(of: command, at: statement.span, for: format)
    case .definition, .absent: throw Questioner.Refusal([])
    }
  }

  private func wholeAnswer(
    of command: CommandSyntax, at span: SourceSpan, for format: OutputFormat
  ) throws(Questioner.Refusal) -> WholeAnswer {
    switch command {
    case .why(let query):
      func found(isForPeople: Bool) throws(Questioner.Refusal) -> WhyRun.Report {
        try WhyRun(
          query: query.expandingReport(in: workspace.catalogue), questioner: questioner,
          isForPeople: isForPeople, language: isForPeople ? language : .english
        ).run()
      }
      let told = try found(isForPeople: false)
      return WholeAnswer(
        answer: withOrigin(told.answer, of: told, query),
        shown: format.isReadAsText ? try found(isForPeople: true).answer : nil, notes: told.notes)
    case .check(let title, let query):
      let report = try checkRun(title, query).run()
      return WholeAnswer(
        answer: withOrigin(report.answer, of: report, title, query), notes: report.notes,
        holds: report.holds)
    case .coverage(let syntax):
      let run = try coverageRun(of: syntax, at: span)
      guard let answer = run.answer(in: nil) else { throw Questioner.Refusal([]) }
      return WholeAnswer(
        answer: withOrigin(answer, of: run, syntax, at: span),
        shown: format.isReadAsText ? run.answer(in: language) : nil)
    case .checkCoverage(let title, let syntax):
      let run = try coverageRun(of: syntax, at: span)
      let report = CoverageCheck(
        title: title, run: run, place: CheckResult.Place(span, in: workspace.texts), span: span
      ).report()
      return WholeAnswer(
        answer: withOrigin(report.answer, of: run, syntax, isChecked: true, title: title, at: span),
        notes: report.notes, holds: report.holds)
    case .reconcile(let first, let second, let clauses, let tolerance):
      let run = ReconcileRun(
        first: first, second: second, clauses: clauses, tolerance: tolerance, span: span,
        questioner: questioner)
      let result = try run.run()
      let report = ReconcileReport(result: result, language: .english, tellsReasons: true)
      guard let groups = report.groups else { throw Questioner.Refusal([]) }
      return WholeAnswer(
        answer: withOrigin(groups, of: run, result), notes: result.notes, holds: result.holds)
    case .load, .show, .showRows, .describe, .describeKind, .describeFile, .explain, .export,
      .exportAnswer, .exportGlossary, .set, .include, .help, .learn, .quiz, .lint, .chart, .last,
      .undo, .verify:
      throw Questioner.Refusal([])
    }
  }

  private func coverageRun(
    of syntax: CoverageSyntax, at span: SourceSpan
  ) throws(Questioner.Refusal) -> CoverageRun {
    do throws(CoverageRequest.Refusal) {
      return CoverageRun(
        request: try CoverageRequest(
          syntax, at: span, model: workspace.model(), book: workspace.coverage(),
          today: options.today()))
    } catch {
      throw Questioner.Refusal(error.diagnostics.map { $0.about(span) })
    }
  }

  // MARK: Whole receipts

  /// The answer with all that its receipt can tell. Files are read again for it.
  func withOrigin(_ answer: Answer, of question: QuerySyntax) -> Answer {
    guard
      let resolved = try? questioner.resolve(question.expandingReport(in: workspace.catalogue))
    else { return answer }
    return withOrigin(answer, of: resolved, question, as: SyntaxPrinter.text(of: question))
  }

  func withOrigin(_ answer: Answer, of report: WhyRun.Report, _ query: QuerySyntax) -> Answer {
    withOrigin(
      answer, of: report.query, query, as: text(of: .why(query)), byDriver: report.isByDriver)
  }

  func withOrigin(
    _ answer: Answer, of report: CheckRun.Report, _ title: String?, _ query: QuerySyntax
  ) -> Answer {
    withOrigin(answer, of: report.query, query, as: text(of: .check(title: title, query)))
  }

  func withOrigin(
    _ answer: Answer, of run: ReconcileRun, _ result: ReconcileRun.Result
  ) -> Answer {
    let command = CommandSyntax.reconcile(
      run.first, with: run.second, run.clauses, within: run.tolerance)
    return withOrigin(answer, of: result.query, run.query, as: text(of: command))
  }

  func withOrigin(
    _ answer: Answer, of run: CoverageRun, _ syntax: CoverageSyntax, isChecked: Bool = false,
    title: String? = nil, at span: SourceSpan
  ) -> Answer {
    let command: CommandSyntax =
      isChecked ? .checkCoverage(title: title, syntax) : .coverage(syntax)
    return withOrigin(
      answer,
      of: OriginMaker.Subject(
        run.request, syntax, at: span, as: text(of: command), in: workspace.catalogue))
  }

  private func withOrigin(
    _ answer: Answer, of resolved: ResolvedQuery, _ question: QuerySyntax, as text: String,
    byDriver: Bool = false
  ) -> Answer {
    withOrigin(
      answer,
      of: OriginMaker.Subject(
        resolved, asked: question, as: text, byDriver: byDriver,
        stretches: questioner.stretches(of: resolved), in: workspace.catalogue))
  }

  private func withOrigin(_ answer: Answer, of subject: OriginMaker.Subject) -> Answer {
    var maker = OriginMaker(
      workspace: workspace, model: workspace.model(), book: workspace.coverage(), setup: setup,
      access: access, hashes: knownHashes)
    var copy = answer
    copy.receipt.origin = maker.origin(of: subject)
    knownHashes = maker.hashes
    return copy
  }

  /// As it is asked again, in English.
  private func text(of command: CommandSyntax) -> String {
    SyntaxPrinter.line(
      of: StatementSyntax(.command(command), at: SourceSpan(in: SourceText.ID(0), 0..<0)))
  }

  // MARK: Into a file

  /// Writes an answer to a file, in the form that its ending names, and its receipt beside it.
  func export(_ statement: StatementSyntax, titled title: String, to path: String) -> Outcome {
    let format = OutputFormat(ofFile: path) ?? .csv
    let whole: WholeAnswer
    do throws(Questioner.Refusal) {
      whole = try wholeAnswer(of: statement, for: format)
    } catch {
      return refused(
        Questioner.Refusal(
          error.diagnostics.map { $0.inside(statement.span) }, isInterruption: error.isInterruption)
      )
    }
    let shown = whole.shown ?? whole.answer
    let file: (bytes: [UInt8], formulaCount: Int)
    do throws(WorkbookReport.Failure) {
      file = try writer.file(
        format == .json ? whole.answer : shown.withoutOrigin, titled: title, at: path, as: format,
        workspace.settings)
    } catch {
      report([Diagnostic(.error, .fileMissing, .about(path, error.reason))])
      return .unreadableData
    }
    if Session.wantsStop { return stopped() }
    let receiptPath: String?
    do throws(FileAccess.Failure) {
      try access.write(path, file.bytes)
      receiptPath = try writeReceipt(of: whole.answer, titled: title, beside: path, file.bytes)
    } catch {
      report([Diagnostic(.error, .fileMissing, .about(path, error.reason))])
      return .unreadableData
    }
    if !options.isQuiet {
      let count = whole.answer.lines.count
      say(
        Phrase(
          "wrote \(count == 1 ? "one line" : "\(count) lines") to \(path)"
            + (receiptPath.map { " and their receipt to \(Paths.name(of: $0))" } ?? ""),
          zh: "已将 \(count) 行写入 \(path)"
            + (receiptPath.map { "，收据写入 \(Paths.name(of: $0))" } ?? "")))
    }
    report(
      whole.notes.map { $0.inside(statement.span) } + notes(on: whole.answer.receipt.origin))
    sayHowManyFormulas(file.formulaCount)
    return whole.holds ? .success : .checkFailed
  }
}

extension Answer {
  fileprivate var withoutOrigin: Answer {
    var copy = self
    copy.receipt.origin = nil
    return copy
  }
}

extension OutputFormat {
  /// Whether people read the file as text: numbers are then rounded and lists are in their language.
  fileprivate var isReadAsText: Bool {
    switch self {
    case .table, .box, .vertical, .markdown, .html: true
    case .csv, .tsv, .json, .ndjson, .xlsx: false
    }
  }
}
