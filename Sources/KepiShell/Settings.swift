// What `set` knows: one list for the command, its help, `show settings` and completion.
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

struct Settings: Equatable, Sendable {
  var format: OutputFormat = .table
  var language: Language = .english
  var delimitedAudience: DelimitedAudience = .programs
  /// 1 is Monday, 7 is Sunday.
  var firstWeekday = 1
  /// The zone that times without an offset are in, in sources that name none.
  var timeZone: String?
  /// Whether an answer that does not fit the terminal of the shell goes through a pager.
  var usesPager = true
  /// Whether what a statement took is said after it.
  var showsTiming = false
  /// Whether a table over time shows the course of each group, where there is room.
  var showsTrend = true
  /// How many cells the terminal gives to signs that Unicode leaves open: 1 or 2.
  var ambiguousWidth = 1
  var receipts: ReceiptSize = .brief
  /// What the lines of a question may take; `nil` for half of what the machine has.
  var memoryMegabytes: Int?

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
      name: "pager", values: onAndOff,
      summary: Phrase(
        "whether the shell pages what does not fit", zh: "在交互界面中，放不下时是否分页显示")),
    Entry(
      name: "timing", values: onAndOff,
      summary: Phrase("whether it is said how long things took", zh: "是否显示耗时")),
    Entry(
      name: "trend", values: onAndOff,
      summary: Phrase(
        "whether tables over time draw the course of each group", zh: "按时间的表格是否画出每组的走势")),
    Entry(
      name: "ambiguous_width", values: ["1", "2"],
      summary: Phrase(
        "how many cells the terminal gives to signs such as … and ×", zh: "终端中 … 和 × 等符号占几格")),
    Entry(
      name: "receipts", values: ReceiptSize.allCases.map(\.rawValue),
      summary: Phrase(
        "whether answers tell their files by hash, and all definitions", zh: "结果是否附上文件哈希和全部口径")),
    Entry(
      name: "memory", values: ["auto", "4000"],
      summary: Phrase("how many megabytes a question may take", zh: "一个查询最多用多少 MB 内存")),
  ]

  private static let onAndOff = ["on", "off"]

  func value(of name: String) -> String {
    switch name {
    case "format": format.rawValue
    case "csv_for": delimitedAudience.rawValue
    case "language": language.rawValue
    case "week_start": firstWeekday == 7 ? "sunday" : "monday"
    case "timezone": timeZone ?? "UTC"
    case "pager": usesPager ? "on" : "off"
    case "timing": showsTiming ? "on" : "off"
    case "trend": showsTrend ? "on" : "off"
    case "ambiguous_width": String(ambiguousWidth)
    case "receipts": receipts.rawValue
    case "memory": memoryMegabytes.map { String($0) } ?? "auto"
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
    case .literal(.number(let number)):
      word = number.text
    case .literal(.truth(let isTrue)): word = isTrue ? "on" : "off"
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
    case "pager": usesPager = try isOn(name, word)
    case "timing": showsTiming = try isOn(name, word)
    case "trend": showsTrend = try isOn(name, word)
    case "ambiguous_width":
      guard word == "1" || word == "2" else { throw .badValue(name, ["1", "2"]) }
      ambiguousWidth = word == "2" ? 2 : 1
    case "receipts":
      guard let size = ReceiptSize(rawValue: word.folded) else {
        throw .badValue(name, ReceiptSize.allCases.map(\.rawValue))
      }
      receipts = size
    case "memory": try setMemory(name, word)
    default: throw .unknown(name)
    }
  }

  private func isOn(_ name: Name, _ word: String) throws(SettingProblem) -> Bool {
    guard Self.onAndOff.contains(word.folded) else { throw .badValue(name, Self.onAndOff) }
    return word.folded == "on"
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
  /// After `last as`.
  case unknownForm(Name)

  static let workbookOnTerminal = Phrase(
    "a workbook cannot be shown on a terminal", zh: "工作簿无法在终端显示")
  static let workbookIntoFile = Phrase(
    "Into a file:   export to \"answer.xlsx\" …", zh: "写进文件：   export to \"answer.xlsx\" …")

  var diagnostic: Diagnostic {
    switch self {
    case .notOnTerminal(let name):
      return .error(
        .unknownSetting, Self.workbookOnTerminal, at: name.span, details: [Self.workbookIntoFile])
    case .unknownForm(let name):
      let known = OutputFormat.allCases.map(\.rawValue)
      let closest = Spelling.closest(to: name.key, among: known)
      return .error(
        .unknownSetting,
        Phrase("there is no form called `\(name.text)`", zh: "没有叫 `\(name.text)` 的格式"),
        at: name.span,
        details: [
          Phrase(
            "Forms are \(known.listed(in: .english)).", zh: "格式有 \(known.listed(in: .chinese))")
        ],
        mends: closest.map { [.init(nearest: .nearestName($0), [.init(name.span, $0)])] } ?? [])
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
