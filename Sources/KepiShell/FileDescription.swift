// `describe "FILE"`: what is in a file, how it would be read, and a draft for one of no known kind.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

struct FileDescription {
  private let language: Language
  private let kinds: [ExportKind]
  private let sourceNames: [String]
  private let buyerData: BuyerData

  /// As many problems and values as one takes in at a glance.
  private static let mostRejects = 5
  private static let mostExamples = 3

  init(_ workspace: Workspace) {
    language = workspace.settings.language
    kinds = workspace.kinds
    sourceNames = workspace.sourceNames
    buyerData = BuyerData(workspace.kinds)
  }

  func text(of tables: [FileInspection]) -> String {
    tables.map { lines(of: $0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func said(_ phrase: Phrase) -> String { phrase.text(in: language) }

  private func list(_ items: some Sequence<String>) -> String { items.listed(in: language) }

  private func folded(_ phrase: Phrase, indent: Int = 0) -> [String] {
    Folding.lines(said(phrase), indent: indent, hanging: 2)
  }

  private func lines(of table: FileInspection) -> [String] {
    var lines = [table.path]
    switch table.outcome {
    case .known(let kind, let export, let evidence, let uses):
      lines += folded(
        Phrase(
          "kind: \(kind.name), \(kind.label)", zh: "类型：\(kind.name)，\(kind.label(in: language))"))
      let quoted = evidence.map { "`\($0)`" }
      let known = uses.count { if case .unknown = $0 { false } else { true } }
      lines += folded(
        Phrase(
          "because it has \(quoted.listed(in: .english)), and the kind knows"
            + " \(known) of its \(uses.count) headers",
          zh: "依据：有 \(quoted.listed(in: .chinese))，\(uses.count) 个表头中认识 \(known) 个"),
        indent: 2)
      lines += layout(of: table)
      lines += extent(of: export, days: export.days(by: nil))
      lines.append("")
      if let layout = table.layout { lines += columns(layout.headers, uses, kind, export) }
      lines += problems(of: export, quotes: kind.privateHeaders.isEmpty)
      let command = "load \(Lexer.quoted(table.path))"
      lines += ["", said(Phrase("Load it:   \(command)", zh: "载入：   \(command)"))]
    case .unknown(let failure, let export):
      lines += folded(Phrase("kind: none that is known", zh: "类型：未知"))
      lines += nearest(failure)
      lines += layout(of: table)
      let draft = SourceDraft(export.table, path: table.path, taken: sourceNames)
      lines += extent(of: export, days: export.days(by: draft.time))
      lines.append("")
      lines += columns(of: export.table)
      lines += problems(of: export, quotes: false)
      lines += [
        "", said(Phrase("A draft of its definition, to paste into a script:", zh: "定义草稿，可粘贴到脚本里：")),
      ]
      lines += ["", draft.text.trimmedEnd]
    case .unreadable(let failure):
      let reason = Phrase.theFile(failure.reason)
      lines += folded(reason, indent: 2)
    }
    return lines
  }

  // MARK: The file

  private func layout(of table: FileInspection) -> [String] {
    guard let layout = table.layout else { return [] }
    let separator: Phrase
    switch layout.separator {
    case "\t": separator = Phrase("cells parted by tabs", zh: "用制表符分隔")
    case ",": separator = Phrase("cells parted by commas", zh: "用逗号分隔")
    case ";": separator = Phrase("cells parted by semicolons", zh: "用分号分隔")
    case .some(let sign): separator = Phrase("cells parted by \(sign)", zh: "用 \(sign) 分隔")
    case nil: separator = Phrase("cells of a workbook or a list of records", zh: "工作簿或记录列表的单元格")
    }
    let encoding =
      layout.separator == nil
      ? separator
      : Phrase(
        "\(layout.encoding.rawValue), \(separator.english)",
        zh: "\(layout.encoding.rawValue)，\(separator.chinese)")
    let above =
      layout.linesAbove == 0
      ? Phrase("", zh: "")
      : Phrase(
        layout.linesAbove == 1 ? ", one line above it" : ", \(layout.linesAbove) lines above it",
        zh: "，上方有 \(layout.linesAbove) 行")
    return folded(
      Phrase(
        "written as: \(encoding.english); header in line \(layout.headerLine)\(above.english)",
        zh: "格式：\(encoding.chinese)；表头在第 \(layout.headerLine) 行\(above.chinese)"))
  }

  private func extent(of export: LoadedExport, days: ClosedRange<Day>?) -> [String] {
    let (read, kept) = (NumberStyle.text(export.rowsRead), NumberStyle.text(export.table.rowCount))
    var english = "rows: \(read) read, \(kept) kept"
    var chinese = "行数：读取 \(read)，保留 \(kept)"
    if !export.rejects.isEmpty {
      let count = NumberStyle.text(export.rejects.count)
      english += ", \(count) not readable"
      chinese += "，无法读取 \(count)"
    }
    var lines = folded(Phrase(english, zh: chinese))
    if let days {
      let shown = Phrase.days(days)
      lines += folded(Phrase("days: \(shown.english)", zh: "日期：\(shown.chinese)"))
    }
    let currencies = export.table.currencies
    if !currencies.isEmpty {
      lines += folded(
        Phrase("currencies: \(list(currencies))", zh: "币种：\(list(currencies))"))
    }
    return lines
  }

  private func nearest(_ failure: ReadFailure) -> [String] {
    guard case .unknownExport(let unknown) = failure, !unknown.nearest.isEmpty else { return [] }
    return unknown.nearest.flatMap { near -> [String] in
      let missing = near.missingHeaders.map { "`\($0)`" }
      let foreign = near.foreignHeaders.map { "`\($0)`" }
      let reason =
        missing.isEmpty
        ? Phrase(
          "never has \(foreign.listed(in: .english))", zh: "不会有 \(foreign.listed(in: .chinese))")
        : Phrase("lacks \(missing.listed(in: .english))", zh: "缺少 \(missing.listed(in: .chinese))")
      return folded(
        missing.isEmpty
          ? Phrase(
            "near to \(near.name), which \(reason.english)",
            zh: "接近 \(near.name)，但它\(reason.chinese)")
          : Phrase(
            "near to \(near.name), but \(reason.english)", zh: "接近 \(near.name)，但\(reason.chinese)"),
        indent: 2)
    }
  }

  // MARK: Columns

  private func columns(
    _ headers: [String], _ uses: [FileInspection.Use], _ kind: ExportKind, _ export: LoadedExport
  ) -> [String] {
    var rows: [[String]] = []
    var hidden: [String] = []
    var left: [String] = []
    var unknown: [String] = []
    for (header, use) in zip(headers, uses) {
      switch use {
      case .field(let field):
        let column = export.table[field.name]
        let reading = column.map { said($0.unit.word) } ?? said(field.type.word)
        rows.append([header, field.name, reading, column.map(examples) ?? ""])
      case .line:
        rows.append([header, said(Phrase("a line of its own", zh: "单独成行")), "", ""])
      case .isPrivate: hidden.append(header)
      case .leftOut: left.append(header)
      case .unknown: if !header.isEmpty { unknown.append(header) }
      }
    }
    var lines = aligned(
      [
        said(Phrase("header", zh: "表头")), said(Phrase("read into", zh: "读入")),
        said(Phrase("as", zh: "类型")), said(Phrase("for example", zh: "示例")),
      ], rows)
    let set = export.table.columns.filter { column in
      !rows.contains { $0[1] == column.name } && !examples(column).isEmpty
    }
    if !set.isEmpty {
      lines += folded(
        Phrase(
          "besides: \(list(set.map { "\($0.name) \(examples($0))" }))",
          zh: "另有：\(list(set.map { "\($0.name) \(examples($0))" }))"))
    }
    func add(_ title: Phrase, _ headers: [String]) {
      guard !headers.isEmpty else { return }
      let quoted = list(headers.map { "`\($0)`" })
      lines += folded(Phrase("\(title.english): \(quoted)", zh: "\(title.chinese)：\(quoted)"))
    }
    lines.append("")
    add(Phrase("buyers' data, never stored", zh: "买家数据，从不保存"), hidden)
    add(Phrase("left out", zh: "略去"), left)
    add(Phrase("not known", zh: "不认识"), unknown)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private func columns(of table: Table) -> [String] {
    aligned(
      [
        said(Phrase("header", zh: "表头")), said(Phrase("as", zh: "类型")),
        said(Phrase("for example", zh: "示例")),
      ],
      table.columns.map { column in
        let values = column.distinctTexts(first: 50)
        let shown =
          buyerData.isLikely(column.name, values)
          ? said(Phrase("(not shown: may be buyers' data)", zh: "（不显示：可能是买家数据）"))
          : examples(column)
        return [column.name, said(column.unit.word), shown]
      })
  }

  private func examples(_ column: Table.NamedColumn) -> String {
    let values = column.distinctTexts(first: Self.mostExamples)
    return values.map { value in
      value.count > 24 ? String(value.prefix(23)) + "…" : value
    }.joined(separator: said(Phrase(", ", zh: "、")))
  }

  /// As a table without frames; the last column may be cut by the end of the line.
  private func aligned(_ heads: [String], _ rows: [[String]]) -> [String] {
    let all = [heads] + rows
    let widths = heads.indices.map { place in
      min(34, all.map { CellWidth.of($0[place]) }.max() ?? 0)
    }
    return all.map { row in
      var line = ""
      for (place, cell) in row.enumerated() {
        let isLast = place == row.count - 1
        line += cell
        if !isLast {
          line += String(repeating: " ", count: max(0, widths[place] - CellWidth.of(cell)) + 2)
        }
      }
      return "  " + line.trimmedEnd
    }
  }

  // MARK: Problems

  private func problems(of export: LoadedExport, quotes: Bool) -> [String] {
    var lines: [String] = []
    for remark in export.remarks { lines += folded(remark, indent: 2) }
    if let uncertainty = export.uncertainty { lines += folded(uncertainty, indent: 2) }
    let faults = (export.rejects + export.unreadCells).sorted { $0.line < $1.line }
    for fault in faults.prefix(Self.mostRejects) {
      let column = fault.column.map { " `\($0)`" } ?? ""
      let text = quotes ? fault.text.map { " \(Lexer.quoted($0))" } ?? "" : ""
      lines += folded(
        Phrase(
          "line \(fault.line)\(column)\(text): \(fault.reason.english)",
          zh: "第 \(fault.line) 行\(column)\(text)：\(fault.reason.chinese)"), indent: 2)
    }
    if faults.count > Self.mostRejects {
      let more = NumberStyle.text(faults.count - Self.mostRejects)
      lines += folded(Phrase("and \(more) more", zh: "还有 \(more) 处"), indent: 2)
    }
    guard !lines.isEmpty else { return [] }
    return ["", said(Phrase("problems:", zh: "问题："))] + lines
  }
}

extension Table {
  /// Codes in which amounts are, in order.
  fileprivate var currencies: [String] {
    var codes: Set<String> = []
    for column in columns {
      switch column.unit {
      case .money(.fixed(let code)): codes.insert(code)
      case .money(.column(let name)):
        guard case .text(let texts)? = self[name]?.column else { continue }
        codes.formUnion(texts.dictionary.filter { !$0.isEmpty })
      case .money(.unknown), .count, .number, .percent, .days, .text, .date, .truth: continue
      }
    }
    return codes.sorted()
  }
}

extension Table.NamedColumn {
  /// The first different values, as texts.
  fileprivate func distinctTexts(first count: Int) -> [String] {
    var found: [String] = []
    for row in 0..<column.count where found.count < count {
      let text: String
      switch column.value(at: row) {
      case .blank, .nothing: continue
      case .exact(let number):
        text =
          unit == .truth ? (number.isZero ? "false" : "true") : number.trimmed().plainText
      case .approximate(let number): text = "\(number)"
      case .text(let value): text = value
      case .day(let day): text = NumberStyle.text(day, grain: unit.dateGrain ?? .day)
      case .truth(let truth): text = "\(truth)"
      }
      if !found.contains(text) { found.append(text) }
    }
    return found
  }
}

extension ExportField.FieldType {
  fileprivate var word: Phrase {
    switch self {
    case .text, .currency, .site, .periodEnd: Unit.text.word
    case .count: Unit.count.word
    case .number, .hours: Unit.number.word
    case .percent: Unit.percent.word
    case .money: Unit.money(.unknown).word
    case .day, .dayRange, .instant: Unit.date(.day).word
    case .truth: Unit.truth.word
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " || text.last == "\n" { text.removeLast() }
    return text
  }
}
