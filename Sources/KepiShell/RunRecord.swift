// What a run found, kept for the line that sums it up and for reports.
import KepiDiagnostics
import KepiReports
import KepiSemantics
import KepiSyntax

struct RunRecord {
  var summary = CheckSummary()
  /// What the checks that ran found, by their statements.
  var found: [SourceSpan: [CheckResult]] = [:]
  private var errors: [Diagnostic] = []

  mutating func add(_ error: Diagnostic, texts: SourceMap) {
    errors.append(error)
    summary.errors.append(
      RunError(
        code: error.code.rawValue,
        place: error.marks.first.flatMap { CheckResult.Place($0.span, in: texts) },
        message: error.message,
        text: Phrase { DiagnosticRenderer(texts: texts, language: $0).text(error) }))
  }

  /// Puts the checks of a program in the order in which they are written, those that did not run
  /// among them.
  mutating func close(_ program: Program, _ outcome: Outcome, texts: SourceMap) {
    for case .statement(let statement, _) in program.steps {
      if case .command(.checkCoverage(let title, let coverage)) = statement.form {
        summary.checks +=
          found[statement.span] ?? [notRun(title, coverage, statement.span, outcome, texts)]
        continue
      }
      guard case .command(.check(let title, let query)) = statement.form else { continue }
      if let results = found[statement.span] {
        summary.checks += results
        continue
      }
      let reason = reason(for: statement.span, outcome)
      summary.checks += query.items.map { item in
        CheckResult(
          title: title, condition: item.alias?.text ?? item.expression.columnName,
          place: CheckResult.Place(item.span, in: texts), outcome: .notRun, reason: reason)
      }
    }
    found = [:]
  }

  private func notRun(
    _ title: String?, _ coverage: CoverageSyntax, _ span: SourceSpan, _ outcome: Outcome,
    _ texts: SourceMap
  ) -> CheckResult {
    CheckResult(
      title: title, condition: coverage.source.map { "coverage \($0.text)" } ?? "coverage",
      place: CheckResult.Place(span, in: texts), outcome: .notRun,
      reason: reason(for: span, outcome))
  }

  private func reason(for statement: SourceSpan, _ outcome: Outcome) -> Phrase {
    let own = errors.first { error in
      error.marks.contains { mark in
        mark.span.source == statement.source && statement.start <= mark.span.start
          && mark.span.end <= statement.end
      }
    }
    if let own {
      let code = own.code.rawValue
      return Phrase("\(code) \(own.message.english)", zh: "\(code) \(own.message.chinese)")
    }
    return switch outcome {
    case .misunderstood: Phrase("a statement was not understood", zh: "有语句看不懂")
    case .unreadableData: Phrase("data could not be read", zh: "有数据无法读取")
    case .timedOut: Phrase("the time was up", zh: "时间到了")
    case .interrupted, .success, .checkFailed: Phrase("the run was stopped", zh: "运行被中断")
    }
  }
}

extension CheckResult.Place {
  /// `nil` for what stands in no file.
  init?(_ span: SourceSpan, in texts: SourceMap) {
    guard let text = texts[span.source], !text.name.hasPrefix("<") else { return nil }
    let (line, column) = DiagnosticRenderer.lineAndColumn(of: span.start, in: text)
    self.init(file: text.name, line: line, column: column)
  }
}
