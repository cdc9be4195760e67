// Checks as JUnit XML: a suite a script, a case a condition.
import KepiDiagnostics

/// The elements and attributes that Jenkins, GitLab and their kin read. Times are left out: they
/// would differ from run to run.
enum JUnitReport {
  static func render(_ summary: CheckSummary) -> String {
    // What is wrong outside of the checks stands first: it is why they are not run.
    let cases =
      summary.errors.map { (file: $0.place?.file ?? "", case: Case($0)) }
      + summary.checks.map { (file: $0.place?.file ?? "", case: Case($0)) }
    var files: [String] = []
    for entry in cases where !files.contains(entry.file) { files.append(entry.file) }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"kepi\"\(counts(of: cases.map(\.case)))>\n"
    for file in files {
      let own = cases.filter { $0.file == file }.map(\.case)
      let name = file.isEmpty ? "kepi" : file
      text += "  <testsuite\(attribute("name", name))\(counts(of: own))>\n"
      text += own.map { $0.text(suite: name) }.joined()
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private enum Outcome { case passed, failure, error, skipped }

  private struct Case {
    let name: String
    let place: CheckResult.Place?
    let outcome: Outcome
    let type: String
    let message: String
    let details: [String]

    init(_ check: CheckResult) {
      name = check.name
      place = check.place
      outcome =
        switch check.outcome {
        case .passed: .passed
        case .failed: .failure
        case .notRun: .skipped
        }
      type = "check"
      message = check.message
      details = check.details
    }

    init(_ error: RunError) {
      name = error.code + (error.place.map { " at line \($0.line)" } ?? "")
      place = error.place
      outcome = .error
      type = error.code
      message = error.message.english
      details = error.text.english.split(separator: "\n").map(String.init)
    }

    func text(suite: String) -> String {
      var text = "    <testcase" + attribute("classname", suite) + attribute("name", name)
      if let place { text += attribute("file", place.file) + attribute("line", "\(place.line)") }
      switch outcome {
      case .passed: return text + "/>\n"
      case .skipped:
        return text + ">\n      <skipped\(attribute("message", message))/>\n    </testcase>\n"
      case .failure: text += ">\n" + body("failure")
      case .error: text += ">\n" + body("error")
      }
      return text + "    </testcase>\n"
    }

    private func body(_ element: String) -> String {
      "      <\(element)" + attribute("type", type) + attribute("message", message) + ">"
        + details.map(\.markup).joined(separator: "\n") + "</\(element)>\n"
    }
  }

  private static func counts(of cases: [Case]) -> String {
    func count(_ outcome: Outcome) -> String {
      "\(cases.count { $0.outcome == outcome })"
    }
    return attribute("tests", "\(cases.count)") + attribute("failures", count(.failure))
      + attribute("errors", count(.error)) + attribute("skipped", count(.skipped))
  }

  private static func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(value.markup)\""
  }
}
