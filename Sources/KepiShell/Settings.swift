// What `set` knows: one list for the command, its help, `show settings` and completion.
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

struct Settings: Sendable {
  var format: OutputFormat = .table
  /// 1 is Monday, 7 is Sunday.
  var firstWeekday = 1
  /// The zone that times without an offset are in, in sources that name none.
  var timeZone: String?

  struct Entry {
    let name: String
    let values: [String]
    let summary: String
  }

  static let entries = [
    Entry(
      name: "format", values: OutputFormat.allCases.map(\.rawValue),
      summary: "how answers are written"),
    Entry(
      name: "week_start", values: ["monday", "sunday"],
      summary: "the first day of a week that groups"),
    Entry(
      name: "timezone", values: [],
      summary: "the zone of times in files of one's own that name none"),
  ]

  func value(of name: String) -> String {
    switch name {
    case "format": format.rawValue
    case "week_start": firstWeekday == 7 ? "sunday" : "monday"
    case "timezone": timeZone ?? "UTC"
    default: ""
    }
  }

  mutating func apply(_ name: Name, _ value: SettingValueSyntax) throws(SettingProblem) {
    let word: String
    switch value {
    case .name(let path): word = path.text
    case .literal(.string(let text)): word = text
    case .literal: throw .badValue(name, Self.entries.first { $0.name == name.key }?.values ?? [])
    }
    switch name.key {
    case "format":
      guard let format = OutputFormat(rawValue: word.folded) else {
        throw .badValue(name, OutputFormat.allCases.map(\.rawValue))
      }
      self.format = format
    case "week_start":
      guard word.folded == "monday" || word.folded == "sunday" else {
        throw .badValue(name, ["monday", "sunday"])
      }
      firstWeekday = word.folded == "sunday" ? 7 : 1
    case "timezone": timeZone = word
    default: throw .unknown(name)
    }
  }
}

enum SettingProblem: Error {
  case unknown(Name)
  case badValue(Name, [String])

  var diagnostic: Diagnostic {
    switch self {
    case .unknown(let name):
      let known = Settings.entries.map(\.name)
      let closest = Spelling.closest(to: name.key, among: known)
      return .error(
        .unknownSetting, "there is no setting called `\(name.text)`", at: name.span,
        details: ["Settings are \(known.joined(separator: ", "))."],
        mends: closest.map { [.init("The nearest name is `\($0)`:", [.init(name.span, $0)])] } ?? []
      )
    case .badValue(let name, let values):
      return .error(
        .unknownSetting, "`\(name.text)` cannot be set to that", at: name.span,
        details: values.isEmpty ? [] : ["It can be \(values.joined(separator: ", "))."])
    }
  }
}
