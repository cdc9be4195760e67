// `coverage` and `check coverage` in a session.
import KepiDiagnostics
import KepiReports
import KepiSyntax

extension Session {
  func coverage(_ syntax: CoverageSyntax, _ statement: SourceSpan) -> Outcome {
    guard let run = coverageRun(syntax, statement) else { return .misunderstood }
    let format = workspace.settings.format
    guard var answer = run.answer(in: format.isForPeople ? language : nil) else {
      return .misunderstood
    }
    if workspace.settings.receipts == .full {
      answer = withOrigin(answer, of: run, syntax, at: statement)
    }
    write(answer, titled: title(of: statement))
    if format.isForPeople {
      let strip = run.strip(
        columns: streams.terminalColumns ?? Self.stripColumns,
        strokes: writer.strokes(workspace.settings), language: language)
      if !strip.isEmpty { writer.write(below: strip) }
    }
    return .success
  }

  func check(
    _ title: String?, coverage syntax: CoverageSyntax, _ statement: SourceSpan
  ) -> Outcome {
    guard let run = coverageRun(syntax, statement) else { return .misunderstood }
    var report = CoverageCheck(
      title: title, run: run, place: CheckResult.Place(statement, in: workspace.texts),
      span: statement
    ).report()
    if workspace.settings.receipts == .full {
      report.answer = withOrigin(
        report.answer, of: run, syntax, isChecked: true, title: title, at: statement)
    }
    record.found[statement] = report.results
    if workspace.settings.format.isForPeople {
      let shown = report.results.filter { !options.isQuiet || $0.outcome != .passed }
      if !shown.isEmpty {
        writer.write(
          check: shown.map { CheckText.render($0, language: language) }.joined(),
          isInteractive: isInteractive)
      }
      writer.write(receiptOf: report.answer, workspace.settings)
    } else {
      write(report.answer, titled: self.title(of: statement))
    }
    self.report(report.notes.map { $0.inside(statement) })
    return report.holds ? .success : .checkFailed
  }

  /// Where no terminal says how wide a line may be.
  private static let stripColumns = 80

  func coverageRun(_ syntax: CoverageSyntax, _ statement: SourceSpan) -> CoverageRun? {
    do throws(CoverageRequest.Refusal) {
      return CoverageRun(
        request: try CoverageRequest(
          syntax, at: statement, model: workspace.model(), book: workspace.coverage(),
          today: options.today()))
    } catch {
      report(error.diagnostics.map { $0.about(statement) })
      return nil
    }
  }
}
