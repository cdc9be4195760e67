// Texts as JSON writes them, for answers, messages and reports.

package enum JSONText {
  /// In quotation marks. Everything that a terminal could take for a command is escaped, beside what
  /// JSON asks for.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.isUnprintable && scalar.value < 0x10000:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  package static func array(_ items: [String]) -> String {
    "[" + items.joined(separator: ",") + "]"
  }

  /// Values are JSON already; names are ours and need no escapes.
  package static func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
  }
}
