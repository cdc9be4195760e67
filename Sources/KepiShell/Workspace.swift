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
    /// It is no table, or not the one that was asked for.
    case unknown
    /// It is a table, of no export that is known.
    case stranger
    case damaged
    /// It could take all memory.
    case refused
  }

  /// The file, for all of its tables.
  let file: String
  /// The file and, in one with several tables, which it is.
  let path: String
  let outcome: Outcome
  /// How it was read, so that it can be read once more.
  var manner: Manner?

  struct Manner: Sendable {
    let fixed: [String: FixedValue]
    let name: Name?
  }
  /// Taken before it was read.
  var stamp: FileAccess.Stamp?
  /// `nil` where there is no cache.
  var cacheUse: CacheUse?

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
  /// Where what is read and put together is kept between runs.
  var cache: StoreCache?
  var catalogue = Catalogue() {
    didSet {
      madeModel = nil
      // Rows have the columns that metrics name.
      madeStore = nil
      madeColumnNames = nil
      madeFamilies = nil
    }
  }
  var kinds: [ExportKind] {
    get { declared.kinds }
    set {
      declared = DeclaredSources(newValue)
      madeRecogniser = nil
      madeFamilies = nil
      madeModel = nil
      madeStore = nil
    }
  }
  var joinedSources: [JoinedSource] = [] {
    didSet {
      madeModel = nil
      madeStore = nil
    }
  }
  var ownSources: [OwnSource] = [] {
    didSet {
      madeModel = nil
      madeStore = nil
    }
  }
  var rateSources: [RateSource] = [] { didSet { madeModel = nil } }
  var targets: [Target] = [] { didSet { madeModel = nil } }
  /// The properties of each calendar. Where its weeks begin may be left to the setting, which may
  /// come after it.
  var calendars: [String: [PropertySyntax]] = [:] { didSet { madeModel = nil } }
  var files: [LoadedFile] = [] {
    didSet {
      madeModel = nil
      madeStore = nil
    }
  }
  /// Each line of the shell sets them again: only a change makes all schemas anew.
  var settings = Settings() { didSet { if settings != oldValue { madeModel = nil } } }
  var asOf: Day? { didSet { madeModel = nil } }
  private var madeRecogniser: ExportRecogniser?
  private var madeColumnNames: Set<String>?
  private var madeFamilies: [[String]]?
  /// The rows that the files of a source have by themselves.
  private var mergedFiles: [String: MergedSource] = [:]
  /// Made when first a question is asked and kept until something is loaded.
  private var madeRates: [RateTable]?
  /// Sources as kinds declare them, which hold for those of which nothing is loaded.
  private var declared = DeclaredSources([])
  /// Made when first asked for and kept until something that it is made of changes.
  private var madeModel: Model? {
    didSet {
      guard madeModel == nil else { return }
      madeAnswerable = nil
      resolved = ResolvedQuestions()
    }
  }
  /// Against the model as it is now.
  private(set) var resolved = ResolvedQuestions()
  private var madeAnswerable: Set<String>?
  private var madeStore: Store?
  /// Made with the store, of which it tells the days.
  private var madeCoverage = CoverageBook.none
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
    madeRates = nil
    for file in new {
      guard let source = file.export?.source.folded else { continue }
      mergedFiles[source] = nil
      // A platform that a source lacked may have come to another, or to itself.
      merged[source] = nil
      for key in families.filter({ $0.contains(source) }).joined() { merged[key] = nil }
    }
    for joined in joinedSources { merged[joined.name.folded] = nil }
  }

  /// The kinds that ship, with what recognises them, which is made once for all sessions.
  mutating func shipKinds() {
    declared = .shipped
    joinedSources = ShippedCatalogue.shared.joinedSources
    madeRecogniser = .shipped
    madeFamilies = nil
    madeModel = nil
    madeStore = nil
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
    var names = declared.names
    var known = Set(names)
    for joined in joinedSources where known.insert(joined.name.folded).inserted {
      names.append(joined.name)
    }
    for own in ownSources where known.insert(own.name.key).inserted { names.append(own.name.text) }
    for file in files {
      if let source = file.export?.source, known.insert(source.folded).inserted {
        names.append(source)
      }
    }
    return names
  }

  /// What questions are resolved against.
  mutating func model() -> Model {
    if let madeModel { return madeModel }
    let sources = sourceNames.map { schema(of: $0) }
    var model = Model(
      catalogue: catalogue, sources: sources,
      calendar: CalendarRules(firstWeekday: settings.firstWeekday), asOf: asOf,
      rates: rateSources.isEmpty ? loadedRates() : rateSources.compactMap(\.table),
      targets: targets)
    model.calendars = calendars.mapValues { block in
      // What is wrong with it was said when it was defined.
      var reported: [Diagnostic] = []
      return CalendarRules(
        block, firstWeekday: settings.firstWeekday, reporting: &reported)
    }
    for joined in joinedSources {
      let loaded = joined.parts.filter { source(named: $0) != nil }
      if loaded.count == 1 { model.soleParts[joined.name.folded] = loaded[0].folded }
    }
    madeModel = model
    return model
  }

  /// Metrics that what is loaded can answer, by their keys.
  mutating func answerableMetrics() -> Set<String> {
    if let madeAnswerable { return madeAnswerable }
    let model = model()
    let found = Set(model.catalogue.metrics.filter { model.canAnswer($0) }.map(\.name.key))
    madeAnswerable = found
    return found
  }

  /// The rates that files of a central bank among the loaded ones have. An `fx` goes before them.
  private mutating func loadedRates() -> [RateTable] {
    if let madeRates { return madeRates }
    let table = source(named: RateSource.sourceName)?.loaded.table
    let made = table.flatMap { RateTable(RateSource.sourceName, published: $0) }
    let rates = made.map { [$0] } ?? []
    madeRates = rates
    return rates
  }

  mutating func store() -> Store {
    if let madeStore { return madeStore }
    var known: Set<String> = []
    let fed = files.compactMap { $0.export?.source }.filter { known.insert($0.folded).inserted }
    let joined = joinedSources.map(\.name).filter { known.insert($0.folded).inserted }
    let store = Store((fed + joined).compactMap { source(named: $0)?.loaded })
    madeStore = store
    madeCoverage = CoverageBook(
      store, exports: files.compactMap(\.export), kinds: kinds, joined: joinedSources)
    return store
  }

  /// The days of what is loaded.
  mutating func coverage() -> CoverageBook {
    _ = store()
    return madeCoverage
  }

  private mutating func schema(of name: String) -> SourceSchema {
    store()[name.folded]?.schema ?? emptySchema(of: name)
  }

  /// A source of which nothing is loaded: its columns as the kinds declare them.
  private func emptySchema(of name: String) -> SourceSchema {
    if let joined = joinedSources.first(where: { $0.name.folded == name.folded }),
      declared.schemas[name.folded] == nil
    {
      let parts = joined.parts.map { emptySchema(of: $0) }
      var columns: [SourceSchema.Column] = []
      var known: Set<String> = []
      for column in parts.flatMap(\.columns) where known.insert(column.name).inserted {
        columns.append(column)
      }
      return SourceSchema(
        name: name, columns: columns, dayColumn: parts.first?.dayColumn,
        links: lookups(of: columns, in: name.folded, beside: []), fedBy: parts.flatMap(\.fedBy))
    }
    let schema =
      declared.schemas[name.folded]
      ?? SourceSchema(name: name, columns: [], dayColumn: nil, fedBy: [])
    guard let own = ownSources.first(where: { $0.name.key == name.folded }) else {
      return SourceSchema(
        name: name, columns: schema.columns, dayColumn: schema.dayColumn,
        links: lookups(of: schema.columns, in: name.folded, beside: []),
        validity: declared.validities[name.folded], fedBy: schema.fedBy)
    }
    return SourceSchema(
      name: name, columns: schema.columns, dayColumn: schema.dayColumn ?? own.hints.timeColumn,
      links: own.hints.links, validity: own.hints.validity, fedBy: schema.fedBy)
  }

  mutating func source(named name: String) -> SourceRowsInUse? {
    if let known = merged[name.folded] {
      let missing = missingColumns(of: name.folded, in: known.loaded.table)
      return missing.isEmpty ? known : add(missing, to: known, named: name)
    }
    if let joined = joinedSources.first(where: { $0.name.folded == name.folded }),
      !files.contains(where: { $0.export?.source.folded == name.folded })
    {
      return source(joined)
    }
    guard let result = merged(filesOf: name.folded) else { return nil }
    let hints = ownSources.first { $0.name.key == name.folded }?.hints
    var table = completed(result.table, of: name.folded)
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
    let notThere = files.compactMap(\.export).filter { $0.source.folded == name.folded }
      .map(\.columnsNotThere)
    let columns = table.columns.map { column in
      SourceSchema.Column(
        name: column.name, unit: column.unit,
        isLoaded: !notThere.allSatisfy { $0.contains(column.name) }
          || (0..<column.column.count).contains(where: column.column.isPresent))
    }
    let schema = SourceSchema(
      name: name, columns: columns,
      dayColumn: isTimed ? dayColumn : nil,
      lastDayColumn: extent.step == .day ? nil : lastDay,
      links: lookups(
        of: columns, in: name.folded,
        beside: hints?.links.map { $0.naming(columnsOf: table) } ?? []),
      validity: hints?.validity?.naming(columnsOf: table) ?? declared.validities[name.folded],
      coverageColumn: hints?.coverageColumn.flatMap { table.column(folded: $0)?.name },
      extent: extent, fedBy: kinds.filter { $0.source.folded == name.folded }.map(\.label))
    let source = SourceRowsInUse(
      loaded: LoadedSource(schema: schema, table: table), files: result.files)
    return add(missingColumns(of: name.folded, in: table), to: source, named: name)
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

  /// The files of a source without what counts twice; `nil` where none is loaded.
  private mutating func merged(filesOf key: String) -> MergedSource? {
    if let known = mergedFiles[key] { return known }
    let own = files.filter { $0.export?.source.folded == key }
    guard !own.isEmpty else { return nil }
    let made = merging(own, of: key)
    mergedFiles[key] = made
    return made
  }

  /// With the rows of platforms that have no report of this cut but another of the same fact: one
  /// source answers a question (R20), and the spend of a platform that reports campaigns alone
  /// belongs to the spend beside the products of another.
  private mutating func completed(_ table: Table, of key: String) -> Table {
    let others = completing(key).compactMap { cut(of: $0) }
    guard !others.isEmpty else { return table }
    return ExportMerge.completed(cut(table, of: key), by: others) ?? table
  }

  /// The loaded sources whose rows complete those of another, in order.
  mutating func completing(_ key: String) -> [String] {
    let own = families.filter { $0.contains(key) }
    // One in several families is itself what completes the others.
    guard own.count == 1, let family = own.first else { return [] }
    return family.filter { $0 != key && mergedTable(of: $0) != nil }
  }

  /// Other sources of the same fact, those that go before it.
  mutating func othersOfFact(_ key: String) -> [String] {
    families.filter { $0.contains(key) }.flatMap { $0.prefix { $0 != key } }
  }

  /// The rows of a source's own files, to complete others or to be completed.
  mutating func cut(of key: String) -> ExportMerge.Cut? {
    mergedTable(of: key).map { cut($0, of: key) }
  }

  private func cut(_ table: Table, of key: String) -> ExportMerge.Cut {
    let hasOwnStores = kinds.contains { kind in
      kind.source == key && kind.fields.contains { $0.name == "store" }
    }
    return ExportMerge.Cut(table, hasLoadedStores: !hasOwnStores)
  }

  /// The rows of a source's own files.
  mutating func mergedTable(of key: String) -> Table? { merged(filesOf: key)?.table }

  private var families: [[String]] {
    mutating get {
      if let madeFamilies { return madeFamilies }
      let made = catalogue.families(among: Set(kinds.map(\.source)))
      madeFamilies = made
      return made
    }
  }

  /// Columns that metrics name and that only files of other kinds have, none of which is loaded:
  /// what is sold is told by columns of Amazon, and a shop of one's own has orders too.
  private mutating func missingColumns(
    of key: String, in table: Table
  ) -> [(name: String, unit: Unit)] {
    let names = madeColumnNames ?? catalogue.columnNames
    madeColumnNames = names
    var missing: [(name: String, unit: Unit)] = []
    for column in declared.schemas[key]?.columns ?? []
    where names.contains(column.name) && column.name != "until" && table[column.name] == nil
      && !missing.contains(where: { $0.name == column.name })
    {
      missing.append((column.name, column.unit))
      // Amounts name their currency in a column beside them.
      if case .money(.column(let currency)) = column.unit, table[currency] == nil,
        !missing.contains(where: { $0.name == currency })
      {
        missing.append((currency, .text))
      }
    }
    return missing
  }

  /// Keeps the source with the columns, which have no values.
  private mutating func add(
    _ missing: [(name: String, unit: Unit)], to source: SourceRowsInUse, named name: String
  ) -> SourceRowsInUse {
    let table = source.loaded.table
    var schema = source.loaded.schema
    schema.columns += missing.map {
      SourceSchema.Column(name: $0.name, unit: $0.unit, isLoaded: false)
    }
    let columns = missing.map {
      Table.NamedColumn(
        name: $0.name, unit: $0.unit, column: .absent($0.unit, count: table.rowCount))
    }
    let filled = SourceRowsInUse(
      loaded: LoadedSource(source.loaded, schema: schema, columns: columns),
      files: source.files)
    merged[name.folded] = filled
    return filled
  }
}

/// The sources that kinds feed, in the order of the kinds.
private struct DeclaredSources: Sendable {
  let kinds: [ExportKind]
  private(set) var names: [String] = []
  /// By the name of the source, which is folded already.
  private(set) var schemas: [String: SourceSchema] = [:]
  /// Where rows hold from one day to another.
  private(set) var validities: [String: SourceSchema.Validity] = [:]

  /// Of the kinds that ship, which is made once for all sessions.
  static let shipped = DeclaredSources(ShippedCatalogue.shared.kinds)

  init(_ kinds: [ExportKind]) {
    self.kinds = kinds
    var feeding: [String: [ExportKind]] = [:]
    for kind in kinds {
      if feeding[kind.source] == nil { names.append(kind.source) }
      feeding[kind.source, default: []].append(kind)
    }
    for kind in kinds {
      validities[kind.source] = kind.validity.map {
        SourceSchema.Validity(
          firstColumn: $0.first, lastColumn: $0.last, includesLast: $0.includesLast)
      }
    }
    let lent = Self.lentColumns(feeding)
    for name in names {
      let own = feeding[name] ?? []
      var columns: [SourceSchema.Column] = []
      var known: Set<String> = []
      for column in own.flatMap(\.tableColumns) + (lent[name] ?? [])
      where known.insert(column.name).inserted {
        columns.append(SourceSchema.Column(name: column.name, unit: column.unit))
      }
      schemas[name] = SourceSchema(
        name: name, columns: columns, dayColumn: known.contains("day") ? "day" : nil,
        fedBy: own.map(\.label))
    }
  }

  /// What a source has of the others of its family, whose rows may come to it: the columns that a
  /// definition names as its own. So the orders made for a review, which only an ERP knows, are no
  /// sales among those of the platforms either.
  private static func lentColumns(
    _ feeding: [String: [ExportKind]]
  ) -> [String: [(name: String, unit: Unit)]] {
    let catalogue = ShippedCatalogue.shared.catalogue
    let named = catalogue.columnNamesBySource
    var lent: [String: [(name: String, unit: Unit)]] = [:]
    for family in catalogue.families(among: Set(feeding.keys)) {
      for source in family {
        guard let names = named[source] else { continue }
        let others = family.filter { $0 != source }.flatMap { feeding[$0] ?? [] }
        lent[source, default: []] += others.flatMap(\.tableColumns).filter {
          names.contains($0.name)
        }
      }
    }
    return lent
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
    // Sources of whole weeks or months are small; those of days may have rows by the million.
    if lasts == nil, firsts.present == nil, table.rowCount > 0 {
      let bounds = firsts.days.bounds(of: 0..<table.rowCount)
      low = Day(number: Int(bounds.least))
      high = Day(number: Int(bounds.greatest))
    } else if lasts == nil {
      var lowest = Int64.max
      var highest = Int64.min
      firsts.days.forEach(in: 0..<table.rowCount) { row, day in
        guard firsts.present?[row] ?? true else { return }
        lowest = min(lowest, day)
        highest = max(highest, day)
      }
      if lowest <= highest {
        low = Day(number: Int(lowest))
        high = Day(number: Int(highest))
      }
    }
    // The rows of a day follow one another, and calendars are slow.
    var before: ClosedRange<Day>?
    for row in 0..<(lasts == nil ? 0 : table.rowCount) {
      guard let first = firsts[row] else { continue }
      let last = max(first, lasts?[row] ?? first)
      guard first...last != before else { continue }
      before = first...last
      low = min(low ?? first, first)
      high = max(high ?? last, last)
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
