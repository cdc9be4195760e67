// What is loaded and defined: the state that statements read and change.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiSemantics
import KepiSyntax

/// A file that was looked at, or one table of it, and what came of it.
struct LoadedFile: Sendable {
  enum Outcome: Sendable {
    case read(LoadedExport)
    /// The reason, as a sentence without its subject. No loss beside other tables of the file.
    case passedOver(Phrase)
    case unread(Phrase, Trouble)
  }

  /// What kind of failure a file met, as far as messages differ by it.
  enum Trouble: Sendable {
    /// It is no export that is known.
    case unknown
    case damaged
    /// It could take all memory.
    case refused
  }

  /// The file, for all of its tables.
  let file: String
  /// The file and, in one with several tables, which it is.
  let path: String
  let outcome: Outcome

  var export: LoadedExport? { if case .read(let export) = outcome { export } else { nil } }
}

/// A table of one's own, as its definition says.
struct OwnSource: Sendable {
  let name: Name
  /// Which files it is read from, with the folder of the script before it.
  let pattern: String
  let hints: SourceHints
  let rules: [(rule: RuleSyntax, span: SourceSpan)]
  let documentation: [String]
  let span: SourceSpan
}

struct Workspace: Sendable {
  var texts = SourceMap()
  var catalogue = Catalogue()
  var kinds: [ExportKind] = [] { didSet { madeRecogniser = nil } }
  var ownSources: [OwnSource] = []
  var joinedSources: [JoinedSource] = []
  var rateSources: [RateSource] = []
  var targets: [Target] = []
  /// The properties of each calendar. Where its weeks begin may be left to the setting, which may
  /// come after it.
  var calendars: [String: [PropertySyntax]] = [:]
  var files: [LoadedFile] = []
  var settings = Settings()
  var asOf: Day?
  private var madeRecogniser: ExportRecogniser?
  /// Rows of each source, merged when first asked for and kept until something is loaded.
  private var merged: [String: SourceRowsInUse] = [:]
  /// Sources whose days are being taken from others.
  private var datedSources: Set<String> = []

  /// The rows of a source and how each file came into them.
  struct SourceRowsInUse: Sendable {
    let loaded: LoadedSource
    let files: [MergedSource.FileShare]
    /// What it is made of, where it is put together from others.
    var joined: JoinedSource.Result?
  }

  mutating func add(_ new: [LoadedFile]) {
    files += new
    for file in new { if let export = file.export { merged[export.source.folded] = nil } }
    for joined in joinedSources { merged[joined.name.folded] = nil }
  }

  /// The kinds that ship, with what recognises them, which is made once for all sessions.
  mutating func shipKinds() {
    kinds = ShippedCatalogue.shared.kinds
    joinedSources = ShippedCatalogue.shared.joinedSources
    madeRecogniser = .shipped
  }

  /// Made when first something is loaded: folding all headers of all kinds takes a while.
  mutating func recogniser() -> ExportRecogniser {
    if let madeRecogniser { return madeRecogniser }
    let made = ExportRecogniser(kinds: kinds)
    madeRecogniser = made
    return made
  }

  // MARK: Sources

  /// Names of all sources, those that kinds feed first.
  var sourceNames: [String] {
    var names: [String] = []
    for kind in kinds where !names.contains(kind.source) { names.append(kind.source) }
    for joined in joinedSources where !names.contains(joined.name) { names.append(joined.name) }
    for own in ownSources where !names.contains(own.name.text) { names.append(own.name.text) }
    for file in files {
      if let source = file.export?.source, !names.contains(where: { $0.folded == source.folded }) {
        names.append(source)
      }
    }
    return names
  }

  /// What questions are resolved against.
  mutating func model() -> Model {
    let sources = sourceNames.map { schema(of: $0) }
    var model = Model(
      catalogue: catalogue, sources: sources,
      calendar: CalendarRules(firstWeekday: settings.firstWeekday), asOf: asOf,
      rates: rateSources.compactMap(\.table), targets: targets)
    for joined in joinedSources {
      let loaded = joined.parts.filter { source(named: $0) != nil }
      if loaded.count == 1 { model.soleParts[joined.name.folded] = loaded[0].folded }
    }
    model.calendars = calendars.mapValues { block in
      // What is wrong with it was said when it was defined.
      var reported: [Diagnostic] = []
      return CalendarRules(
        block, firstWeekday: settings.firstWeekday, reporting: &reported)
    }
    return model
  }

  mutating func store() -> Store {
    Store(sourceNames.compactMap { source(named: $0)?.loaded })
  }

  /// Links to what rows are looked up in, such as costs by SKU, for a source that has the column.
  private func lookups(
    of columns: [SourceSchema.Column], in key: String, beside links: [SourceSchema.Link]
  ) -> [SourceSchema.Link] {
    let targets = kinds.filter { !$0.lookupFields.isEmpty }
    // What rows are looked up in leads nowhere itself, or two ways would lead to one row, and tables
    // of one's own say themselves what they lead to.
    guard !targets.isEmpty, !targets.contains(where: { $0.source == key }),
      joinedSources.contains(where: { $0.name.folded == key })
        || kinds.contains(where: { $0.source == key })
    else { return links }
    var links = links
    for kind in targets {
      for field in kind.lookupFields {
        guard let column = columns.first(where: { $0.name == field }),
          !links.contains(where: { $0.column == column.name && $0.target == kind.source })
        else { continue }
        links.append(
          SourceSchema.Link(column: column.name, target: kind.source, targetColumn: field))
      }
    }
    return links
  }

  /// What a joined source is made of.
  func parts(of joined: JoinedSource) -> [LoadedSource] {
    var copy = self
    return joined.parts.compactMap { copy.source(named: $0)?.loaded }
  }

  private mutating func schema(of name: String) -> SourceSchema {
    if let loaded = source(named: name) { return loaded.loaded.schema }
    return emptySchema(of: name)
  }

  /// A source of which nothing is loaded: its columns as the kinds declare them.
  private func emptySchema(of name: String) -> SourceSchema {
    // The source of a kind is folded already.
    let key = name.folded
    let feeding = kinds.filter { $0.source == key }
    var columns: [SourceSchema.Column] = []
    for kind in feeding {
      for column in kind.tableColumns where !columns.contains(where: { $0.name == column.name }) {
        columns.append(SourceSchema.Column(name: column.name, unit: column.unit))
      }
    }
    let own = ownSources.first { $0.name.key == name.folded }
    if let joined = joinedSources.first(where: { $0.name.folded == key }) {
      let parts = joined.parts.map { emptySchema(of: $0) }
      for column in parts.flatMap(\.columns)
      where !columns.contains(where: { $0.name == column.name }) {
        columns.append(column)
      }
      return SourceSchema(
        name: name, columns: columns, dayColumn: parts.first?.dayColumn,
        links: lookups(of: columns, in: key, beside: []), fedBy: parts.flatMap(\.fedBy))
    }
    return SourceSchema(
      name: name, columns: columns,
      dayColumn: columns.contains { $0.name == "day" } ? "day" : own?.hints.timeColumn,
      links: lookups(of: columns, in: key, beside: own?.hints.links ?? []),
      validity: own?.hints.validity ?? feeding.lazy.compactMap(\.schemaValidity).first,
      fedBy: feeding.map(\.label))
  }

  mutating func source(named name: String) -> SourceRowsInUse? {
    if let known = merged[name.folded] { return known }
    if let joined = joinedSources.first(where: { $0.name.folded == name.folded }) {
      return source(joined)
    }
    let exports = files.compactMap(\.export).filter { $0.source.folded == name.folded }
    guard !exports.isEmpty else { return nil }
    let hints = ownSources.first { $0.name.key == name.folded }?.hints
    let result = ExportMerge.merge(
      exports, kinds: kinds, ownKey: hints?.key ?? [], timeColumn: hints?.timeColumn ?? "day")
    var table = result.table
    if let hints, let linked = hints.linkedTime {
      // Two sources that take their days from one another have none.
      guard datedSources.insert(name.folded).inserted else { return nil }
      defer { datedSources.remove(name.folded) }
      table = table.dated(by: source(named: linked.source)?.loaded, linked, hints.links)
    }
    let dayColumn = table.dateColumn(named: hints?.timeColumn ?? "day")
    let lastDay = table.dateColumn(named: "until")
    let extent = SourceSchema.Extent(
      table: table, dayColumn: dayColumn, lastDayColumn: lastDay, declared: hints?.coverage,
      step: hints?.step ?? dayColumn.flatMap { table[$0]?.unit.step })
    // Where no row has a day, as in a report that names none, the source has no time.
    let isTimed = extent.days != nil
    let columns = table.columns.map { SourceSchema.Column(name: $0.name, unit: $0.unit) }
    let schema = SourceSchema(
      name: name, columns: columns,
      dayColumn: isTimed ? dayColumn : nil,
      lastDayColumn: extent.step == .day ? nil : lastDay,
      links: lookups(
        of: columns, in: name.folded,
        beside: hints?.links.map { $0.naming(columnsOf: table) } ?? []),
      validity: hints?.validity?.naming(columnsOf: table)
        ?? kinds.lazy.filter { $0.source.folded == name.folded }.compactMap(\.schemaValidity).first,
      coverageColumn: hints?.coverageColumn.flatMap { table.column(folded: $0)?.name },
      extent: extent, fedBy: kinds.filter { $0.source.folded == name.folded }.map(\.label))
    let source = SourceRowsInUse(
      loaded: LoadedSource(schema: schema, table: table), files: result.files)
    merged[name.folded] = source
    return source
  }

  /// A source put together from others; where one of them alone is loaded, that one stands for it.
  private mutating func source(_ joined: JoinedSource) -> SourceRowsInUse? {
    var parts: [LoadedSource] = []
    for name in joined.parts {
      if let part = self.source(named: name) { parts.append(part.loaded) }
    }
    guard parts.count > 1 else { return nil }
    let result = joined.joined(parts)
    let dayColumn = result.table.dateColumn(named: "day")
    let lastDay = result.table.dateColumn(named: "until")
    let extent = SourceSchema.Extent(
      table: result.table, dayColumn: dayColumn, lastDayColumn: lastDay, declared: nil, step: nil)
    let columns = result.table.columns.map { SourceSchema.Column(name: $0.name, unit: $0.unit) }
    let schema = SourceSchema(
      name: joined.name, columns: columns, dayColumn: extent.days == nil ? nil : dayColumn,
      lastDayColumn: extent.step == .day ? nil : lastDay,
      links: lookups(of: columns, in: joined.name.folded, beside: []), extent: extent,
      fedBy: parts.flatMap { $0.schema.fedBy })
    let made = SourceRowsInUse(
      loaded: LoadedSource(schema: schema, table: result.table), files: [], joined: result)
    merged[joined.name.folded] = made
    return made
  }
}

extension ExportKind {
  fileprivate var schemaValidity: SourceSchema.Validity? {
    validity.map {
      SourceSchema.Validity(
        firstColumn: $0.first, lastColumn: $0.last, includesLast: $0.includesLast)
    }
  }
}

extension Table {
  /// A column by its name as definitions write it: case and width do not matter.
  func column(folded name: String) -> NamedColumn? {
    self[name] ?? columns.first { $0.name.folded == name.folded }
  }

  /// With a column `day` of the days of the rows that a link leads to.
  fileprivate func dated(
    by target: LoadedSource?, _ time: SourceHints.LinkedTime, _ links: [SourceSchema.Link]
  ) -> Table {
    guard let target, case .date(let days)? = target.table.column(folded: time.column)?.column,
      let link = links.first(where: { $0.target.folded == time.source.folded }),
      let from = column(folded: link.column)?.column,
      let to = target.table.column(folded: link.targetColumn)?.column
    else { return self }
    var rows: [String: Int] = [:]
    for row in 0..<target.table.rowCount {
      if let key = to.value(at: row).presentText, rows[key] == nil { rows[key] = row }
    }
    let own = (0..<rowCount).map { row in
      from.value(at: row).presentText.flatMap { rows[$0] }.flatMap { days[$0] }
    }
    let column = DateColumn(
      days: own.map { Int64($0?.number ?? 0) }, present: Bitmap(own.map { $0 != nil }))
    return Table(
      rowCount: rowCount,
      columns: columns.filter { $0.name != "day" }
        + [NamedColumn(name: "day", unit: .date(.day), column: .date(column))])
  }

  fileprivate func dateColumn(named name: String) -> String? {
    guard let found = column(folded: name), case .date = found.column else { return nil }
    return found.name
  }
}

extension Unit {
  /// Values such as `2026-07` make a source of months (R5).
  fileprivate var step: SourceSchema.Step? {
    if case .date(let grain) = self, grain != .day { .grain(grain) } else { nil }
  }
}

extension SourceSchema.Link {
  fileprivate func naming(columnsOf table: Table) -> SourceSchema.Link {
    SourceSchema.Link(
      column: table.column(folded: column)?.name ?? column, target: target,
      targetColumn: targetColumn)
  }
}

extension SourceSchema.Validity {
  fileprivate func naming(columnsOf table: Table) -> SourceSchema.Validity {
    SourceSchema.Validity(
      firstColumn: table.column(folded: firstColumn)?.name ?? firstColumn,
      lastColumn: table.column(folded: lastColumn)?.name ?? lastColumn, includesLast: includesLast)
  }
}

extension String {
  /// As names are compared.
  var folded: String { NameFolding.key(self) }
}

extension SourceSchema.Extent {
  /// Read off the rows: their number, the days from the first to the last, the steps they cover.
  init(
    table: Table, dayColumn: String?, lastDayColumn: String?, declared: ClosedRange<Day>?,
    step: SourceSchema.Step?
  ) {
    guard let dayColumn, case .date(let firsts) = table[dayColumn]?.column else {
      self.init(rowCount: table.rowCount, days: nil, step: .day)
      return
    }
    var lasts: DateColumn?
    if let lastDayColumn, case .date(let column) = table[lastDayColumn]?.column { lasts = column }
    var low: Day?
    var high: Day?
    var commonGrain: Grain?
    var isStretched = false
    var isFirst = true
    let calendar = CalendarRules()
    for row in 0..<table.rowCount {
      guard let first = firsts[row] else { continue }
      let last = max(first, lasts?[row] ?? first)
      low = min(low ?? first, first)
      high = max(high ?? last, last)
      guard lasts != nil else { continue }
      if first != last { isStretched = true }
      let whole = [Grain.week, .month, .quarter, .year].first {
        calendar.range(of: $0, holding: first) == first...last
      }
      if isFirst {
        commonGrain = whole
        isFirst = false
      } else if commonGrain != whole {
        commonGrain = nil
      }
    }
    var measured: SourceSchema.Step = .day
    if isStretched { measured = commonGrain.map { .grain($0) } ?? .stretches }
    let own = low.flatMap { low in high.map { low...$0 } }
    // A day stands for its whole step where the source says so: `grain: month` (R5).
    var days = declared ?? own
    if case .grain(let grain) = step, let range = days {
      days =
        calendar.start(
          of: grain, holding: range.lowerBound)...calendar.end(of: grain, holding: range.upperBound)
    }
    self.init(rowCount: table.rowCount, days: days, step: step ?? measured)
  }
}
