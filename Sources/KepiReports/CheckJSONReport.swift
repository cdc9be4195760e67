// Checks as one JSON object.
import KepiColumns
import KepiDiagnostics

/// `{"summary":{…},"checks":[{…}],"errors":[{…}]}`. Values are texts with exact digits; a blank is
/// null.
enum CheckJSONReport {
  static func render(_ summary: CheckSummary) -> String {
    let counts =
      [("checks", "\(summary.checks.count)")]
      + CheckResult.Outcome.allCases.map { outcome in
        (outcome.rawValue.split(separator: " ").joined(separator: "_"), "\(summary.count(outcome))")
      } + [("errors", "\(summary.errors.count)"), ("status", "\(summary.status)")]
    return JSONText.object([
      ("summary", JSONText.object(counts.map { (name: $0.0, value: $0.1) })),
      ("checks", JSONText.array(summary.checks.map(check))),
      ("errors", JSONText.array(summary.errors.map(error))),
    ]) + "\n"
  }

  private static func check(_ check: CheckResult) -> String {
    var members: [(name: String, value: String)] = [
      ("title", text(check.title)), ("condition", JSONText.quoted(check.condition)),
      ("outcome", JSONText.quoted(check.outcome.rawValue)),
    ]
    members += place(check.place)
    members += [
      ("first", text(check.days?.lowerBound.text)), ("last", text(check.days?.upperBound.text)),
      ("by", JSONText.array(check.dimensions.map(JSONText.quoted))),
      ("groups_passed", "\(check.passedCount)"), ("groups_with_data", "\(check.countedCount)"),
      ("message", text(check.message.isEmpty ? nil : check.message)),
      ("groups", JSONText.array(check.groups.map { group($0, of: check) })),
    ]
    return JSONText.object(members)
  }

  /// Names come from files, so they are kept in lists and never as keys.
  private static func group(_ group: CheckResult.Group, of check: CheckResult) -> String {
    JSONText.object([
      ("values", JSONText.array(group.names.map { text($0.plain) })),
      ("expected", text(group.expected?.plain)), ("actual", text(group.actual?.plain)),
      ("has_data", group.hasData ? "true" : "false"),
      (
        "parts",
        JSONText.array(
          group.parts.map {
            JSONText.object([
              ("name", JSONText.quoted($0.name)), ("value", text($0.reading.plain)),
            ])
          })
      ),
    ])
  }

  private static func error(_ error: RunError) -> String {
    JSONText.object(
      [("code", JSONText.quoted(error.code)), ("message", JSONText.quoted(error.message.english))]
        + place(error.place))
  }

  private static func place(_ place: CheckResult.Place?) -> [(name: String, value: String)] {
    [
      ("file", text(place?.file)), ("line", place.map { "\($0.line)" } ?? "null"),
      ("column", place.map { "\($0.column)" } ?? "null"),
    ]
  }

  private static func text(_ text: String?) -> String { text.map(JSONText.quoted) ?? "null" }
}
