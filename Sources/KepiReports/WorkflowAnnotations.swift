// What fails, as the lines that GitHub Actions turns into remarks beside the code.
package import KepiDiagnostics

package enum WorkflowAnnotations {
  /// GitHub shows no more of one kind for a step.
  private static let greatestCount = 10

  /// Whole lines; none where all is well.
  package static func render(_ summary: CheckSummary, language: Language) -> String {
    var lines = summary.errors.map { error in
      line(error.place, title: "kepi \(error.code)", error.message.text(in: language))
    }
    for check in summary.checks where check.outcome == .failed {
      let finding = CheckText.finding(of: check).text(in: language)
      let groups = CheckText.groups(of: check, language)
      let title = check.title ?? check.condition
      lines.append(line(check.place, title: title, ([finding] + groups).joined(separator: "\n")))
    }
    guard lines.count > greatestCount else { return lines.joined() }
    let rest = lines.count - greatestCount
    let more = Phrase(
      rest == 1 ? "and one more failure, in the log" : "and \(rest) more failures, in the log",
      zh: "还有 \(rest) 处，见日志")
    // An eleventh error would not be shown; a warning is counted by itself.
    return lines.prefix(greatestCount).joined()
      + "::warning title=kepi::\(message(more.text(in: language)))\n"
  }

  private static func line(_ place: CheckResult.Place?, title: String, _ text: String) -> String {
    var properties: [String] = []
    if let place {
      properties += [
        "file=\(property(place.file))", "line=\(place.line)", "col=\(place.column)",
      ]
    }
    properties.append("title=\(property(title))")
    return "::error \(properties.joined(separator: ","))::\(message(text))\n"
  }

  private static func message(_ text: String) -> String {
    escaped(text.printableLines, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private static func property(_ text: String) -> String {
    escaped(text.printable, ["%": "%25", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += escapes[scalar] ?? String(scalar) }
    return result
  }
}
