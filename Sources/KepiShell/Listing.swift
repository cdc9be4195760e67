// `show`: what is loaded, defined and set, as tables like any answer.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

struct Listing {
  private var workspace: Workspace
  private let language: Language
  private let history: [PastStatement]

  struct Topic {
    let name: String
    let summary: Phrase
  }

  static let topics = [
    Topic(
      name: "loads",
      summary: Phrase("every file that was looked at, and what came of it", zh: "查看过的每个文件及其结果")),
    Topic(
      name: "rejects",
      summary: Phrase(
        "every row that could not be read, with its place and reason", zh: "无法读取的每一行，及其位置和原因")),
    Topic(
      name: "cache",
      summary: Phrase(
        "which files came from the cache, and which go there", zh: "哪些文件来自缓存，哪些存入缓存")),
    Topic(name: "kinds", summary: Phrase("the exports that are known", zh: "已知的报告类型")),
    Topic(
      name: "sources",
      summary: Phrase("what can be asked about, and what is loaded of it", zh: "可以查询的数据源，以及已载入的内容")),
    Topic(name: "metrics", summary: Phrase("the metrics, with units and labels", zh: "指标，及其单位和标签")),
    Topic(name: "dimensions", summary: Phrase("what answers can be cut by", zh: "可以用来分组的维度")),
    Topic(name: "segments", summary: Phrase("conditions with a name", zh: "有名称的条件")),
    Topic(name: "periods", summary: Phrase("periods with a name", zh: "有名称的时段")),
    Topic(
      name: "params", summary: Phrase("parameters of scripts, and their values", zh: "脚本的参数及其值")),
    Topic(name: "settings", summary: Phrase("what can be set", zh: "可以更改的设置")),
    Topic(
      name: "history",
      summary: Phrase(
        "what was typed here before, when, and what came of it", zh: "以前在这里输入过什么、何时、结果如何")),
    Topic(
      name: unmapped,
      summary: Phrase(
        "amounts that no rule of `fee_group` knows, with their charges and files",
        zh: "`fee_group` 的规则都不认识的金额、费用名称及所在文件")),
    Topic(
      name: glossary,
      summary: Phrase("every metric with what describes it, in both languages", zh: "全部指标的中英文说明")),
  ]

  /// Not read off the workspace: a question over the amounts that are loaded.
  static let unmapped = "unmapped"
  /// A page and no table.
  static let glossary = "glossary"

  /// - Parameter language: that of headers and remarks. Programs always read English.
  init(workspace: Workspace, language: Language, history: [PastStatement] = []) {
    self.history = history
    self.workspace = workspace
    self.language = language
  }

  /// `nil` for an unknown topic. `like` filters the lines by their first texts.
  mutating func answer(_ topic: String, like pattern: String?) -> Answer? {
    let rows: [[Cell]]
    let names: [Phrase]
    switch topic {
    case "loads": (names, rows) = loads()
    case "rejects": (names, rows) = rejects()
    case "cache": (names, rows) = cache()
    case "kinds":
      names = [
        Phrase("kind", zh: "类型"), Phrase("label", zh: "标签"), Phrase("source", zh: "数据源"),
        Phrase("columns", zh: "列数"), Phrase("a later file replaces", zh: "后来的文件替换"),
      ]
      rows = workspace.kinds.map { kind in
        [
          .text(kind.name), .text(kind.label(in: language)), .text(kind.source),
          .count(kind.fields.count), .phrase(kind.replacement.summary),
        ]
      }
    case "sources":
      names = [
        Phrase("source", zh: "数据源"), Phrase("rows", zh: "行数"), Phrase("first day", zh: "第一天"),
        Phrase("last day", zh: "最后一天"), Phrase("fed by", zh: "来自"),
      ]
      let model = workspace.model()
      rows = model.sources.map { source in
        [
          .text(source.name), .count(source.extent?.rowCount ?? 0),
          .text(source.extent?.days?.lowerBound.text ?? ""),
          .text(source.extent?.days?.upperBound.text ?? ""),
          .text(source.fedBy.joined(separator: "; ")),
        ]
      }
    case "metrics":
      return metrics(like: pattern)
    case "dimensions":
      names = [
        Phrase("dimension", zh: "维度"), Phrase("label", zh: "标签"), Phrase(asWritten: "中文"),
        Phrase("meaning", zh: "含义"),
      ]
      rows = workspace.catalogue.dimensions.map { named($0) + [meaning(of: $0)] }
    case "segments":
      names = [
        Phrase("segment", zh: "分段"), Phrase("meaning", zh: "含义"), Phrase("condition", zh: "条件"),
      ]
      rows = workspace.catalogue.definitions.compactMap { definition in
        guard case .segment(let condition) = definition.form else { return nil }
        return [
          .text(definition.name.text), meaning(of: definition),
          .text(SyntaxPrinter.text(of: condition)),
        ]
      }
    case "periods":
      names = [Phrase("period", zh: "时段"), Phrase("days", zh: "日期")]
      rows = workspace.catalogue.definitions.compactMap { definition in
        guard case .period(let period) = definition.form else { return nil }
        return [.text(definition.name.text), .text(SyntaxPrinter.text(of: period))]
      }
    case "params":
      names = [
        Phrase("parameter", zh: "参数"), Phrase("value", zh: "值"), Phrase("meaning", zh: "含义"),
      ]
      rows = workspace.catalogue.definitions.compactMap { definition in
        guard case .parameter(let standard, let given) = definition.form else { return nil }
        let value =
          (given?.plainText ?? standard.map { SyntaxPrinter.text(of: $0) }).map(Cell.text)
          ?? .phrase(Phrase("(none)", zh: "（无）"))
        return [.text(definition.name.text), value, meaning(of: definition)]
      }
    case "settings":
      names = [
        Phrase("setting", zh: "设置"), Phrase("value", zh: "值"), Phrase("choices", zh: "可选值"),
        Phrase("meaning", zh: "含义"),
      ]
      rows = Settings.entries.map { entry in
        [
          .text(entry.name), .text(workspace.settings.value(of: entry.name)),
          .text(entry.values.joined(separator: ", ")), .phrase(entry.summary),
        ]
      }
    case "history":
      names = [
        Phrase("when", zh: "时间"), Phrase("outcome", zh: "结果"), Phrase("took", zh: "耗时"),
        Phrase("line", zh: "输入"),
      ]
      rows = history.map { past in
        [
          .text(past.when ?? ""), .phrase(past.outcome.map(\.phrase) ?? .empty),
          .text(past.milliseconds.map { Elapsed(milliseconds: $0).text } ?? ""),
          .text(past.text.split(separator: "\n").joined(separator: " ")),
        ]
      }
    default: return nil
    }
    return table(names, rows.filter { row in matches(row, pattern) })
  }

  // MARK: Metrics

  /// By their sections, one's own last. They are found by what they are called in any language, by
  /// other names and by what is said of them.
  private mutating func metrics(like pattern: String?) -> Answer {
    let names = [
      Phrase("section", zh: "分类"), Phrase("metric", zh: "指标"), Phrase("label", zh: "标签"),
      Phrase(asWritten: "中文"), Phrase("unit", zh: "单位"), Phrase("good", zh: "好坏"),
      Phrase("meaning", zh: "含义"),
    ]
    let model = workspace.model()
    var otherNames: [String: [String]] = [:]
    for definition in workspace.catalogue.definitions {
      guard case .alias(let alias) = definition.form else { continue }
      for target in alias.targets.compactMap(\.single) {
        otherNames[target.key, default: []].append(definition.name.text)
      }
    }
    var sections: [String] = []
    var rows: [String: [[Cell]]] = [:]
    for definition in workspace.catalogue.metrics {
      let lesson = definition.lesson
      let section = lesson.section?.key ?? ""
      if !sections.contains(section) { sections.append(section) }
      let cells: [Cell] =
        [.phrase(MetricSection.label(of: section))] + named(definition) + [
          .phrase(model.unitWord(of: definition) ?? .empty),
          .phrase(definition.good?.word ?? .empty),
          meaning(of: definition),
        ]
      let hidden =
        (otherNames[definition.name.key] ?? []) + lesson.also + lesson.labels.map(\.text)
        + [definition.meaning.english, definition.meaning.chinese]
      if matches(cells + hidden.map { .text($0) }, pattern) {
        rows[section, default: []].append(cells)
      }
    }
    let order = sections.filter { !$0.isEmpty } + [""]
    return table(names, order.flatMap { rows[$0] ?? [] })
  }

  // MARK: Files

  private mutating func loads() -> ([Phrase], [[Cell]]) {
    // In the order of loading, since one file may have been loaded twice.
    var kept: [[String]: [(kept: Int, replaced: Int)]] = [:]
    for name in workspace.sourceNames {
      for file in workspace.source(named: name)?.files ?? [] {
        kept[[name.folded, file.path], default: []].append((file.kept, file.replaced))
      }
    }
    let notSold = workspace.rowsNotSold()
    let beside = workspace.rowsBesideOthers()
    let rows = workspace.files.map { file -> [Cell] in
      switch file.outcome {
      case .read(let export):
        let key = [export.source.folded, file.path]
        let counts = kept[key]?.first
        kept[key]?.removeFirst()
        let own = workspace.ownSources.first { $0.name.key == export.source.folded }
        let days = export.days(by: own?.hints.timeColumn)
        return [
          .text(file.path), export.kind.map(Cell.text) ?? .phrase(Phrase("own table", zh: "自有表格")),
          .text(export.source),
          .count(export.rowsRead), .count(counts?.kept ?? 0), .count(counts?.replaced ?? 0),
          .count(export.rejects.count), .text(days?.lowerBound.text ?? ""),
          .text(days?.upperBound.text ?? ""),
          .text(
            export.remark(in: language, notSold: notSold[file.path], beside: beside[file.path])),
        ]
      case .passedOver(let reason), .unread(let reason, _):
        return [
          .text(file.path), .phrase(Phrase("(not read)", zh: "（未读取）")), .text(""), .none, .none,
          .none, .none, .text(""),
          .text(""), .phrase(reason),
        ]
      }
    }
    return (
      [
        Phrase("file", zh: "文件"),
        Phrase("kind", zh: "类型"),
        Phrase("source", zh: "数据源"),
        Phrase("rows read", zh: "读取行数"),
        Phrase("kept", zh: "保留"),
        Phrase("replaced", zh: "被替换"),
        Phrase("rejected", zh: "无法读取"),
        Phrase("first day", zh: "第一天"),
        Phrase("last day", zh: "最后一天"),
        Phrase("remark", zh: "备注"),
      ], rows
    )
  }

  private func rejects() -> ([Phrase], [[Cell]]) {
    var rows: [[Cell]] = []
    for file in workspace.files {
      guard let export = file.export else { continue }
      let (row, cell) = (Phrase("row", zh: "行"), Phrase("cell", zh: "单元格"))
      let rejects = export.rejects.map { ($0, row) } + export.unreadCells.map { ($0, cell) }
      for (reject, lost) in rejects.sorted(by: { $0.0.line < $1.0.line }) {
        rows.append([
          .text(file.path), .count(reject.line), .text(reject.column ?? ""),
          .text(reject.text ?? ""), .phrase(reject.reason), .phrase(lost),
        ])
      }
    }
    return (
      [
        Phrase("file", zh: "文件"),
        Phrase("line", zh: "行"),
        Phrase("column", zh: "列"),
        Phrase("text", zh: "文本"),
        Phrase("reason", zh: "原因"),
        Phrase("lost", zh: "损失"),
      ], rows
    )
  }

  /// A line for each file, whatever tables it has.
  private func cache() -> ([Phrase], [[Cell]]) {
    var known: Set<String> = []
    let rows = workspace.files.filter { known.insert($0.file).inserted }.map { file -> [Cell] in
      let bytes = file.stamp.map { Cell.count($0.byteCount) } ?? .none
      let (said, count) = file.said(of: workspace.cache)
      return [.text(file.file), bytes, .phrase(said), count.map(Cell.count) ?? .none]
    }
    return (
      [
        Phrase("file", zh: "文件"), Phrase("bytes", zh: "字节数"), Phrase("rows", zh: "数据行"),
        Phrase("bytes kept", zh: "缓存字节数"),
      ], rows
    )
  }

  private func named(_ definition: Definition) -> [Cell] {
    [
      .text(definition.name.text), .text(definition.label ?? ""),
      .text(definition.chineseLabel ?? ""),
    ]
  }

  private func meaning(of definition: Definition) -> Cell {
    .phrase(definition.meaning)
  }

  // MARK: Tables

  private enum Cell {
    case text(String)
    case phrase(Phrase)
    case count(Int)
    case none

    func text(in language: Language) -> String? {
      switch self {
      case .text(let text): text.isEmpty ? nil : text
      case .phrase(let phrase): phrase.isEmpty ? nil : phrase.text(in: language)
      case .count(let number): String(number)
      case .none: nil
      }
    }

    /// A number, or the place of one.
    var isCount: Bool {
      switch self {
      case .count, .none: true
      case .text, .phrase: false
      }
    }
  }

  private func matches(_ row: [Cell], _ pattern: String?) -> Bool {
    guard let pattern else { return true }
    return row.contains { cell in
      guard !cell.isCount, let text = cell.text(in: language) else { return false }
      return PathPattern.finds(pattern, in: text)
    }
  }

  private func table(_ names: [Phrase], _ rows: [[Cell]]) -> Answer {
    let columns = names.indices.map { place -> Table.NamedColumn in
      let cells = rows.map { $0[place] }
      let name = names[place].text(in: language)
      guard !cells.isEmpty, cells.allSatisfy(\.isCount) else {
        let texts = cells.map { $0.text(in: language) }
        return Table.NamedColumn(name: name, unit: .text, column: .text(TextColumn(texts)))
      }
      let numbers = cells.map { cell -> Int64? in
        if case .count(let number) = cell { Int64(number) } else { nil }
      }
      return Table.NamedColumn(
        name: name, unit: .count,
        column: .amount(
          AmountColumn(
            values: numbers.map { $0 ?? 0 }, scale: 0, present: Bitmap(numbers.map { $0 != nil }))))
    }
    return Answer(
      table: Table(rowCount: rows.count, columns: columns), groupingCount: names.count,
      lines: rows.map { _ in .plain }, receipt: .none)
  }
}

extension LoadedExport {
  /// First and last day of the file's rows; a source of one's own names the column of time.
  func days(by timeColumn: String?) -> ClosedRange<Day>? {
    guard case .date(let first) = table.column(folded: timeColumn ?? "day")?.column else {
      return nil
    }
    var last: DateColumn?
    if case .date(let column) = table["until"]?.column { last = column }
    var range: ClosedRange<Day>?
    for row in 0..<table.rowCount {
      guard let day = first[row] else { continue }
      let end = max(day, last?[row] ?? day)
      range = range.map { min($0.lowerBound, day)...max($0.upperBound, end) } ?? day...end
    }
    return range
  }

  /// - Parameters:
  ///   - notSold: rows that are read and count as no sales.
  ///   - beside: rows that stand aside for those of other files.
  func remark(
    in language: Language, notSold: Phrase? = nil, beside: Phrase? = nil
  ) -> String {
    var parts = remarks
    if !rowsLeftOut.isEmpty {
      parts.append(
        Phrase(
          "left out: "
            + rowsLeftOut.map {
              ($0.count == 1 ? "1 row " : "\($0.count) rows ") + $0.reason.english
            }.joined(separator: ", "),
          zh: "略去："
            + rowsLeftOut.map { "\($0.count) 行（\($0.reason.chinese)）" }.joined(separator: "、")))
    }
    if let notSold { parts.append(notSold) }
    if let beside { parts.append(beside) }
    if let undatedRefunds { parts.append(undatedRefunds) }
    if !unusedHeaders.isEmpty {
      let count = unusedHeaders.count
      parts.append(Phrase("\(count) columns not used", zh: "\(count) 列未用"))
    }
    let sign = Phrase("; ", zh: "；").text(in: language)
    return parts.map { $0.text(in: language) }.joined(separator: sign)
  }
}

extension ExportKind {
  func label(in language: Language) -> String {
    switch language {
    case .english: label
    case .chinese: chineseLabel ?? label
    }
  }
}

extension ExportKind.Replacement {
  /// What a later file replaces, for people.
  var summary: Phrase {
    switch self {
    case .rows(let key), .distinctRows(let key):
      Phrase(
        "rows with the same \(key.listed(in: .english))", zh: "\(key.listed(in: .chinese)) 相同的行")
    case .whole(let fields):
      Phrase("the whole \(fields.listed(in: .english))", zh: "整个 \(fields.listed(in: .chinese))")
    case .days: Phrase("whole days of a store and site", zh: "同一店铺和站点的整天")
    }
  }
}

extension LiteralSyntax {
  var plainText: String {
    guard let (value, _) = try? constant(at: SourceSpan(in: .init(0), 0..<0)) else { return "" }
    return value.plainText
  }
}

/// The headings of the list of metrics.
enum MetricSection {
  static func label(of key: String) -> Phrase {
    switch key {
    case "sales": Phrase("Sales and demand", zh: "销售与需求")
    case "traffic": Phrase("Traffic and visibility", zh: "流量与可见度")
    case "advertising": Phrase("Advertising", zh: "广告")
    case "profit": Phrase("Profit, fees and cash", zh: "利润、费用与现金")
    case "inventory": Phrase("Inventory and supply", zh: "库存与供应")
    case "fulfilment": Phrase("Fulfilment and account health", zh: "履约与账户健康")
    case "service": Phrase("Service and reputation", zh: "客服与口碑")
    case "management": Phrase("Management and data", zh: "管理与数据")
    case "": Phrase("Defined here", zh: "自定义")
    default: Phrase(asWritten: key)
    }
  }
}
