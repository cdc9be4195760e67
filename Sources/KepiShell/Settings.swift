// What `set` knows: one list for the command, its help, `show settings` and completion.
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

struct Settings: Sendable {
  var format: OutputFormat = .table
  var language: Language = .english
  var delimitedAudience: DelimitedAudience = .programs
  /// 1 is Monday, 7 is Sunday.
  var firstWeekday = 1
  /// The zone that times without an offset are in, in sources that name none.
  var timeZone: String?
  var receipts: ReceiptSize = .brief

  struct Entry {
    let name: String
    let values: [String]
    let summary: Phrase
  }

  static let entries = [
    Entry(
      name: "format", values: OutputFormat.allCases.map(\.rawValue),
      summary: Phrase("how answers are written", zh: "结果的输出格式")),
    Entry(
      name: "csv_for", values: DelimitedAudience.allCases.map(\.rawValue),
      summary: Phrase("whom csv and tsv are written for", zh: "csv 和 tsv 写给谁用")),
    Entry(
      name: "language", values: Language.allCases.map(\.rawValue),
      summary: Phrase("the language of messages: English or Chinese", zh: "消息的语言：英文或中文")),
    Entry(
      name: "week_start", values: ["monday", "sunday"],
      summary: Phrase("the first day of a week that groups", zh: "按周分组时一周的第一天")),
    Entry(
      name: "timezone", values: [],
      summary: Phrase(
        "the zone of times in files of one's own that name none", zh: "自有文件未注明时区时所用的时区")),
    Entry(
      name: "receipts", values: ReceiptSize.allCases.map(\.rawValue),
      summary: Phrase(
        "whether answers tell their files by hash, and all definitions", zh: "结果是否附上文件哈希和全部口径")),
  ]

  func value(of name: String) -> String {
    switch name {
    case "format": format.rawValue
    case "csv_for": delimitedAudience.rawValue
    case "language": language.rawValue
    case "week_start": firstWeekday == 7 ? "sunday" : "monday"
    case "timezone": timeZone ?? "UTC"
    case "receipts": receipts.rawValue
    default: ""
    }
  }

  /// The name of a setting, which may be a word of the language: `设置 语言 zh`.
  static func key(of name: Name) -> String { Keyword.spelled(name.key)?.english ?? name.key }

  mutating func apply(_ name: Name, _ value: SettingValueSyntax) throws(SettingProblem) {
    let word: String
    switch value {
    case .name(let path): word = path.text
    case .literal(.string(let text)): word = text
    case .literal:
      throw .badValue(name, Self.entries.first { $0.name == Self.key(of: name) }?.values ?? [])
    }
    switch Self.key(of: name) {
    case "format":
      guard let format = OutputFormat(rawValue: word.folded) else {
        throw .badValue(name, OutputFormat.allCases.map(\.rawValue))
      }
      self.format = format
    case "csv_for":
      guard let audience = DelimitedAudience(rawValue: word.folded) else {
        throw .badValue(name, DelimitedAudience.allCases.map(\.rawValue))
      }
      delimitedAudience = audience
    case "language":
      guard let language = Language(rawValue: word.folded) else {
        throw .badValue(name, Language.allCases.map(\.rawValue))
      }
      self.language = language
    case "week_start":
      guard word.folded == "monday" || word.folded == "sunday" else {
        throw .badValue(name, ["monday", "sunday"])
      }
      firstWeekday = word.folded == "sunday" ? 7 : 1
    case "timezone": timeZone = word
    case "receipts":
      guard let size = ReceiptSize(rawValue: word.folded) else {
        throw .badValue(name, ReceiptSize.allCases.map(\.rawValue))
      }
      receipts = size
    default: throw .unknown(name)
    }
  }
}

/// How much an answer tells of where it came from.
enum ReceiptSize: String, CaseIterable, Sendable {
  /// What costs nothing to tell.
  case brief
  /// The files as well, which are read again for their hashes, and the text of every definition.
  case full
}

enum SettingProblem: Error {
  /// A workbook is no text that a terminal could show.
  case notOnTerminal(Name)
  case unknown(Name)
  case badValue(Name, [String])

  static let workbookOnTerminal = Phrase(
    "a workbook cannot be shown on a terminal", zh: "工作簿无法在终端显示")
  static let workbookIntoFile = Phrase(
    "Into a file:   export to \"answer.xlsx\" …", zh: "写进文件：   export to \"answer.xlsx\" …")

  var diagnostic: Diagnostic {
    switch self {
    case .notOnTerminal(let name):
      return .error(
        .unknownSetting, Self.workbookOnTerminal, at: name.span, details: [Self.workbookIntoFile])
    case .unknown(let name):
      let known = Settings.entries.map(\.name)
      let closest = Spelling.closest(to: name.key, among: known)
      return .error(
        .unknownSetting,
        Phrase("there is no setting called `\(name.text)`", zh: "没有叫 `\(name.text)` 的设置"),
        at: name.span,
        details: [
          Phrase(
            "Settings are \(known.listed(in: .english)).", zh: "设置有 \(known.listed(in: .chinese))")
        ],
        mends: closest.map { [.init(nearest: .nearestName($0), [.init(name.span, $0)])] } ?? [])
    case .badValue(let name, let values):
      return .error(
        .unknownSetting,
        Phrase("`\(name.text)` cannot be set to that", zh: "`\(name.text)` 不能设为这个值"),
        at: name.span,
        details: values.isEmpty
          ? []
          : [
            Phrase(
              "It can be \(values.listed(in: .english)).", zh: "可以设为 \(values.listed(in: .chinese))"
            )
          ])
    }
  }
}
