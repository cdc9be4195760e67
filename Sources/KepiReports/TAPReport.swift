// Checks as the Test Anything Protocol, version 13: a line a condition, details below it.
import KepiDiagnostics

enum TAPReport {
  static func render(_ summary: CheckSummary) -> String {
    let count = summary.errors.count + summary.checks.count
    var text = "TAP version 13\n1..\(count)\n"
    var number = 0
    for error in summary.errors {
      number += 1
      text += "not ok \(number) - \(escaped("\(error.code) \(error.message.english)"))\n"
      text += block(place: error.place, message: error.message.english, lines: error.text.english)
    }
    for check in summary.checks {
      number += 1
      let name = escaped(check.name)
      switch check.outcome {
      case .passed: text += "ok \(number) - \(name)\n"
      case .notRun: text += "ok \(number) - \(name) # SKIP \(escaped(check.message))\n"
      case .failed:
        text += "not ok \(number) - \(name)\n"
        text += block(
          place: check.place, message: check.message,
          lines: check.details.joined(separator: "\n"))
      }
    }
    return text
  }

  /// A block of YAML, whose texts are JSON texts, which YAML reads.
  private static func block(place: CheckResult.Place?, message: String, lines: String) -> String {
    var text = "  ---\n  message: \(JSONText.quoted(message))\n"
    if let place {
      text += "  at: { file: \(JSONText.quoted(place.file)), line: \(place.line) }\n"
    }
    text +=
      "  data: " + JSONText.array(lines.split(separator: "\n").map { JSONText.quoted(String($0)) })
    return text + "\n  ...\n"
  }

  /// A number sign begins a directive, and a line ends with its line.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.printable {
      if character == "#" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result
  }
}
