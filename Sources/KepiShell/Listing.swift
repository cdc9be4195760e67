// `show`: what is loaded, defined and set, as tables like any answer.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

struct Listing {
  var workspace: Workspace

  struct Topic {
    let name: String
    let summary: String
  }

  static let topics = [
    Topic(name: "loads", summary: "every file that was looked at, and what came of it"),
    Topic(name: "rejects", summary: "every row that could not be read, with its place and reason"),
    Topic(name: "kinds", summary: "the exports that are known"),
    Topic(name: "sources", summary: "what can be asked about, and what is loaded of it"),
    Topic(name: "metrics", summary: "the metrics, with units and labels"),
    Topic(name: "dimensions", summary: "what answers can be cut by"),
    Topic(name: "segments", summary: "conditions with a name"),
    Topic(name: "periods", summary: "periods with a name"),
    Topic(name: "params", summary: "parameters of scripts, and their values"),
    Topic(name: "settings", summary: "what can be set"),
  ]

  init(workspace: Workspace) { self.workspace = workspace }

  /// `nil` for an unknown topic. `like` filters the lines by their first texts.
  mutating func answer(_ topic: String, like pattern: String?) -> Answer? {
    let rows: [[Cell]]
    let names: [String]
    switch topic {
    case "loads": (names, rows) = loads()
    case "rejects": (names, rows) = rejects()
    case "kinds":
      names = ["kind", "label", "source", "columns", "a later file replaces"]
      rows = workspace.kinds.map { kind in
        [
          .text(kind.name), .text(kind.label), .text(kind.source), .count(kind.fields.count),
          .text(kind.replacement.summary),
        ]
      }
    case "sources":
      names = ["source", "rows", "first day", "last day", "fed by"]
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
      names = ["metric", "label", "中文", "unit", "good", "meaning"]
      let model = workspace.model()
      rows = workspace.catalogue.metrics.map { definition in
        named(definition) + [
          .text(model.unit(of: definition)?.word ?? ""), .text(definition.good?.rawValue ?? ""),
          meaning(of: definition),
        ]
      }
    case "dimensions":
      names = ["dimension", "label", "中文", "meaning"]
      rows = workspace.catalogue.dimensions.map { named($0) + [meaning(of: $0)] }
    case "segments":
      names = ["segment", "meaning", "condition"]
      rows = workspace.catalogue.definitions.compactMap { definition in
        guard case .segment(let condition) = definition.form else { return nil }
        return [
          .text(definition.name.text), meaning(of: definition),
          .text(SyntaxPrinter.text(of: condition)),
        ]
      }
    case "periods":
      names = ["period", "days"]
      rows = workspace.catalogue.definitions.compactMap { definition in
        guard case .period(let period) = definition.form else { return nil }
        return [.text(definition.name.text), .text(SyntaxPrinter.text(of: period))]
      }
    case "params":
      names = ["parameter", "value", "meaning"]
      rows = workspace.catalogue.definitions.compactMap { definition in
        guard case .parameter(let standard, let given) = definition.form else { return nil }
        let value =
          given.map { $0.plainText } ?? standard.map { SyntaxPrinter.text(of: $0) } ?? "(none)"
        return [
          .text(definition.name.text), .text(value), meaning(of: definition),
        ]
      }
    case "settings":
      names = ["setting", "value", "choices", "meaning"]
      rows = Settings.entries.map { entry in
        [
          .text(entry.name), .text(workspace.settings.value(of: entry.name)),
          .text(entry.values.joined(separator: ", ")), .text(entry.summary),
        ]
      }
    default: return nil
    }
    return Self.table(names, rows.filter { row in Self.matches(row, pattern) })
  }

  // MARK: Files

  private mutating func loads() -> ([String], [[Cell]]) {
    var kept: [String: (kept: Int, replaced: Int)] = [:]
    for name in workspace.sourceNames {
      for file in workspace.source(named: name)?.files ?? [] {
        kept[file.path] = (file.kept, file.replaced)
      }
    }
    let rows = workspace.files.map { file -> [Cell] in
      switch file.outcome {
      case .read(let export):
        let counts = kept[file.path]
        let own = workspace.ownSources.first { $0.name.key == export.source.folded }
        let days = export.days(by: own?.hints.timeColumn)
        return [
          .text(file.path), .text(export.kind ?? "own table"), .text(export.source),
          .count(export.rowsRead), .count(counts?.kept ?? 0), .count(counts?.replaced ?? 0),
          .count(export.rejects.count), .text(days?.lowerBound.text ?? ""),
          .text(days?.upperBound.text ?? ""), .text(export.remark),
        ]
      case .passedOver(let reason), .unread(let reason, _):
        return [
          .text(file.path), .text("(not read)"), .text(""), .none, .none, .none, .none, .text(""),
          .text(""), .text(reason),
        ]
      }
    }
    return (
      [
        "file", "kind", "source", "rows read", "kept", "replaced", "rejected", "first day",
        "last day", "remark",
      ], rows
    )
  }

  private func rejects() -> ([String], [[Cell]]) {
    var rows: [[Cell]] = []
    for file in workspace.files {
      guard let export = file.export else { continue }
      let rejects = export.rejects.map { ($0, "row") } + export.unreadCells.map { ($0, "cell") }
      for (reject, lost) in rejects.sorted(by: { $0.0.line < $1.0.line }) {
        rows.append([
          .text(file.path), .count(reject.line), .text(reject.column ?? ""),
          .text(reject.text ?? ""), .text(reject.reason), .text(lost),
        ])
      }
    }
    return (["file", "line", "column", "text", "reason", "lost"], rows)
  }

  private func named(_ definition: Definition) -> [Cell] {
    [
      .text(definition.name.text), .text(definition.label ?? ""),
      .text(definition.chineseLabel ?? ""),
    ]
  }

  private func meaning(of definition: Definition) -> Cell {
    .text(definition.documentation.joined(separator: " "))
  }

  // MARK: Tables

  private enum Cell {
    case text(String)
    case count(Int)
    case none

    var text: String? {
      switch self {
      case .text(let text): text.isEmpty ? nil : text
      case .count(let number): String(number)
      case .none: nil
      }
    }
  }

  private static func matches(_ row: [Cell], _ pattern: String?) -> Bool {
    guard let pattern else { return true }
    return row.contains { cell in
      guard case .text(let text) = cell else { return false }
      return PathPattern.match(pattern.lowercased(), text.lowercased()) != nil
    }
  }

  private static func table(_ names: [String], _ rows: [[Cell]]) -> Answer {
    let columns = names.indices.map { place -> Table.NamedColumn in
      let cells = rows.map { $0[place] }
      let isCount =
        !cells.isEmpty && cells.allSatisfy { if case .text = $0 { false } else { true } }
      guard isCount else {
        return Table.NamedColumn(
          name: names[place], unit: .text, column: .text(TextColumn(cells.map(\.text))))
      }
      let numbers = cells.map { cell -> Int64? in
        if case .count(let number) = cell { Int64(number) } else { nil }
      }
      return Table.NamedColumn(
        name: names[place], unit: .count,
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

  var remark: String {
    var parts = remarks
    if !unusedHeaders.isEmpty { parts.append("\(unusedHeaders.count) columns not used") }
    return parts.joined(separator: "; ")
  }
}

extension ExportKind.Replacement {
  /// What a later file replaces, for people.
  var summary: String {
    switch self {
    case .rows(let key), .distinctRows(let key):
      "rows with the same " + key.joined(separator: ", ")
    case .whole(let fields): "the whole " + fields.joined(separator: ", ")
    case .days: "whole days of a store and site"
    }
  }
}

extension LiteralSyntax {
  var plainText: String {
    guard let (value, _) = try? constant(at: SourceSpan(in: .init(0), 0..<0)) else { return "" }
    return value.plainText
  }
}
