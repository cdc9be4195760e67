// Reports on the checks of a run, for the programs that watch it.
import KepiDiagnostics

/// The raw value is what `--report` takes before the sign of equality.
package enum ReportForm: String, CaseIterable, Sendable {
  case junit, tap, json

  /// Always in English and without a moment in time: the same run gives the same bytes.
  package func render(_ summary: CheckSummary) -> String {
    switch self {
    case .junit: JUnitReport.render(summary)
    case .tap: TAPReport.render(summary)
    case .json: CheckJSONReport.render(summary)
    }
  }
}

extension CheckResult {
  /// What lists of checks call it.
  var name: String { (title.map { "\($0): " } ?? "") + condition }

  /// One line of what went wrong, in English; empty for a check that passed.
  var message: String {
    switch outcome {
    case .passed: ""
    case .failed: CheckText.finding(of: self).english.printable
    case .notRun: reason.english.printable
    }
  }

  /// All lines of it.
  var details: [String] {
    switch outcome {
    case .passed, .notRun: []
    case .failed:
      [CheckText.head(of: self).english.printable] + CheckText.groups(of: self, .english)
    }
  }
}
