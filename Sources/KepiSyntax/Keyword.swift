// The one table of keywords: English and Chinese spellings, reserved or soft.
import KepiDiagnostics

/// The raw value is the English spelling. A reserved word is never a plain name; a soft one is a
/// keyword only where the grammar can take one.
package enum Keyword: String, CaseIterable, Sendable {
  // Reserved.
  case and, `as`, between, bottom, by, `else`, `false`, fill, having, `if`, `in`, `is`, like, limit
  case missing, not, or, over, sort, then, top, `true`, using, vs, `where`, with
  /// The lexer makes one word of `as of`; in Chinese it is one word.
  case asOf = "as of"

  // Soft: questions.
  case ago, all, asc, at, blank, date, desc, distinct, last, none, of, only, others, past
  case per, previous, rolling, rows, running, since, target, this, to, today, totals, until,
    yesterday, zero
  // Soft: definitions.
  case alias, before, calendar, column, complete, dimension, example, fresh, from, fx, gives, kind
  case `let`, metric, param, period, report, require, segment, source, tree, unique, warn, within
  // Soft: commands.
  case chart, check, coverage, describe, explain, export, glossary, help, include, language, learn
  case lint, load, quiz, reconcile, seed, set, show, undo, verify, why

  package var english: String { rawValue }

  /// The Chinese spellings, the usual one first.
  package var chinese: [String] {
    switch self {
    case .and: ["且"]
    case .as: ["命名", "作为"]
    case .between: ["介于"]
    case .bottom: ["后"]
    case .by: ["按", "依"]
    case .else: ["否则"]
    case .false: ["假"]
    case .fill: ["填充"]
    case .having: ["条件"]
    case .if: ["如果"]
    case .in: ["折算", "属于"]
    case .is: ["是"]
    case .like: ["类似"]
    case .limit: ["限"]
    case .missing: ["缺失"]
    case .not: ["非"]
    case .or: ["或"]
    case .over: ["期间"]
    case .sort: ["排序"]
    case .then: ["则"]
    case .top: ["前"]
    case .true: ["真"]
    case .using: ["采用"]
    case .vs: ["对比"]
    case .where: ["其中"]
    case .with: ["附"]
    case .asOf: ["截至"]
    case .ago: ["以前"]
    case .all: ["全部"]
    case .asc: ["升序"]
    case .at: ["于"]
    case .blank: ["空白"]
    case .date: ["今"]
    case .desc: ["降序"]
    case .distinct: ["去重"]
    case .last: ["上", "上次"]
    case .none: ["无"]
    case .of: ["的"]
    case .only: ["仅"]
    case .others: ["其他"]
    case .past: ["最近"]
    case .per: ["每"]
    case .previous: ["上期"]
    case .rolling: ["滚动"]
    case .rows: ["明细行"]
    case .running: ["累计"]
    case .since: ["自"]
    case .target: ["目标"]
    case .this: ["本"]
    case .to: ["至"]
    case .today: ["今天"]
    case .totals: ["合计"]
    case .until: ["直到"]
    case .yesterday: ["昨天"]
    case .zero: ["零"]
    case .alias: ["别名"]
    case .before: ["早于"]
    case .calendar: ["日历"]
    case .column: ["列"]
    case .complete: ["完整"]
    case .dimension: ["维度"]
    case .example: ["示例"]
    case .fresh: ["新至"]
    case .from: ["来自"]
    case .fx: ["汇率"]
    case .gives: ["得"]
    case .kind: ["报告类型"]
    case .let: ["常量"]
    case .metric: ["指标"]
    case .param: ["参数"]
    case .period: ["时段"]
    case .report: ["报表"]
    case .require: ["要求"]
    case .segment: ["分段"]
    case .source: ["数据源"]
    case .tree: ["拆解"]
    case .unique: ["唯一"]
    case .warn: ["警告"]
    case .within: ["以内"]
    case .chart: ["图表"]
    case .check: ["检查"]
    case .coverage: ["覆盖"]
    case .describe: ["说明"]
    case .explain: ["解释"]
    case .export: ["导出"]
    case .glossary: ["术语表"]
    case .help: ["帮助"]
    case .include: ["引入"]
    case .language: ["语言"]
    case .learn: ["学习"]
    case .lint: ["审阅"]
    case .load: ["载入"]
    case .quiz: ["测验"]
    case .reconcile: ["对账"]
    case .seed: ["种子"]
    case .set: ["设置"]
    case .show: ["显示"]
    case .undo: ["撤销"]
    case .verify: ["核验"]
    case .why: ["为何"]
    }
  }

  package var isReserved: Bool { Self.reservedWords.contains(self) }

  package static let reservedWords: Set<Keyword> = [
    .and, .as, .between, .bottom, .by, .else, .false, .fill, .having, .if, .in, .is, .like, .limit,
    .missing, .not, .or, .over, .sort, .then, .top, .true, .using, .vs, .where, .with, .asOf,
  ]

  /// The words that begin a clause, in the order of the canonical layout.
  package static let clauseWords: [Keyword] = [
    .by, .where, .having, .over, .asOf, .vs, .using, .in, .fill, .top, .bottom, .with, .sort,
    .limit,
  ]

  package static let definitionWords: [Keyword] = [
    .metric, .dimension, .segment, .source, .kind, .target, .report, .calendar, .fx, .alias, .let,
    .param, .period,
  ]

  package static let commandWords: [Keyword] = [
    .load, .show, .describe, .explain, .check, .why, .reconcile, .coverage, .export, .set, .include,
    .help, .learn, .quiz, .lint, .chart, .undo, .verify,
  ]

  /// The command words whose answer is a table that a file can take.
  package static let answeringWords: [Keyword] = [.check, .why, .reconcile, .coverage]

  /// The command words that may stand alone. A name spelled so is asked for in backquotes.
  package static let loneWords: Set<Keyword> = [.help, .learn, .quiz, .lint, .chart, .undo]

  var isClauseWord: Bool { Self.clauseWords.contains(self) }
  var isStatementWord: Bool {
    Self.definitionWords.contains(self) || Self.commandWords.contains(self)
  }

  /// Whether a line that begins so goes on with the statement before it.
  var continuesStatement: Bool {
    isClauseWord || [.as, .and, .or, .then, .else, .is, .like, .between].contains(self)
  }

  /// The keyword of a spelling in either language, whatever its case or width.
  package static func spelled(_ word: String) -> Keyword? {
    // Most names in a catalogue are longer than any keyword, or have a sign that none has.
    let bytes = word.utf8
    if bytes.count > longestEnglish, bytes.allSatisfy({ $0 < 0x80 }) { return nil }
    if bytes.contains(UInt8(ascii: "_")) { return nil }
    return bySpelling[NameFolding.key(word)]
  }

  private static let longestEnglish = allCases.map(\.english.utf8.count).max() ?? 0

  private static let bySpelling: [String: Keyword] = {
    var table: [String: Keyword] = [:]
    for keyword in allCases {
      table[keyword.english] = keyword
      for spelling in keyword.chinese { table[spelling] = keyword }
    }
    return table
  }()
}

/// The steps of time in both languages. They are names and not keywords: the grammar takes any
/// name as a unit, and what it means is decided with the catalogue.
package enum TimeWord: String, CaseIterable, Sendable {
  case day, week, month, quarter, year, weekday

  package var chinese: String {
    switch self {
    case .day: "天"
    case .week: "周"
    case .month: "月"
    case .quarter: "季"
    case .year: "年"
    case .weekday: "星期"
    }
  }

  /// `day`, `days` or `天`, given folded.
  package init?(key: String) {
    guard let word = Self.byKey[key] else { return nil }
    self = word
  }

  private static let byKey: [String: TimeWord] = {
    var table: [String: TimeWord] = [:]
    for word in allCases {
      for key in [word.rawValue, word.rawValue + "s", word.chinese] { table[key] = word }
    }
    return table
  }()
}
