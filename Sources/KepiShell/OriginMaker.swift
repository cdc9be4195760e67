// The whole receipt of an answer: files by their hashes, definitions by their text, days.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

/// The version of the program.
package enum KepiVersion {
  package static let current = "0.1.0"
}

struct OriginMaker {
  let workspace: Workspace
  let model: Model
  let book: CoverageBook
  let setup: SetupRecord
  let access: FileAccess
  /// Hashes of files that were read for an earlier receipt, by path.
  var hashes: [String: KnownHash]

  struct KnownHash {
    let stamp: FileAccess.Stamp
    let sha256: String
  }

  /// What a receipt is of.
  struct Subject {
    /// As it was asked, in English; reports by their names.
    let text: String
    let clauses: [ClauseSyntax]
    let used: UsedDefinitions
    /// Keys of all sources that were read.
    let sources: [String]
    /// Keys of those whose days count.
    let timed: [String]
    let stretches: [ClosedRange<Day>]
    let isConverted: Bool
    let hasTargets: Bool
  }

  mutating func origin(of subject: Subject) -> Origin {
    var keys = subject.sources
    if subject.isConverted { keys.append(RateSource.sourceName) }
    var sources: [String] = []
    for key in keys.flatMap({ book.parts(of: $0) }) where !sources.contains(key) {
      sources.append(key)
    }
    return Origin(
      version: KepiVersion.current, language: ScriptSyntax.newestVersion, question: subject.text,
      settings: Settings.ofMeaning.map { ($0, workspace.settings.value(of: $0)) },
      setup: setup.steps, files: files(of: sources, subject),
      definitions: definitions(of: subject, sources), coverage: coverage(of: subject))
  }

  // MARK: Files

  private mutating func files(of sources: [String], _ subject: Subject) -> [Origin.File] {
    var workspace = workspace
    var found: [Origin.File] = []
    for key in sources {
      let merged = workspace.source(named: key)
      let shares = merged?.files ?? []
      for file in workspace.files {
        guard let export = file.export, export.source.folded == key else { continue }
        let share = shares.first { $0.path == file.path }
        let (state, count, hash) = content(of: file.file, loaded: file.stamp)
        found.append(
          Origin.File(
            path: file.path, source: export.source, rowsRead: export.rowsRead,
            rowsKept: share?.kept ?? 0, rowsReplaced: (share?.replaced ?? 0) + (share?.copies ?? 0),
            rowsRejected: export.rejects.count, byteCount: count, sha256: hash, state: state))
      }
    }
    var others: [(source: String, path: String)] = []
    if subject.isConverted {
      for rates in workspace.rateSources {
        guard let pattern = rates.pattern,
          let files = try? PathPattern(PartSelection.parted(pattern).file).files(
            in: "", using: access)
        else { continue }
        others += files.map { (rates.name.text, $0.path) }
      }
    }
    if subject.hasTargets {
      others += setup.targetFiles.map { ("target", $0) }
    }
    for other in others {
      let (state, count, hash) = content(of: other.path, loaded: nil)
      found.append(
        Origin.File(
          path: other.path, source: other.source, rowsRead: 0, rowsKept: 0, rowsReplaced: 0,
          rowsRejected: 0, byteCount: count, sha256: hash, state: state))
    }
    return found
  }

  /// What a file holds now, where that is what was loaded.
  private mutating func content(
    of path: String, loaded: FileAccess.Stamp?
  ) -> (Origin.File.State, byteCount: Int?, sha256: String?) {
    let stamp = access.stamp(path)
    if let loaded, let stamp, loaded != stamp { return (.changed, nil, nil) }
    if let stamp, let known = hashes[path], known.stamp == stamp {
      return (.asLoaded, stamp.byteCount, known.sha256)
    }
    guard let bytes = try? access.read(path) else { return (.gone, nil, nil) }
    let hash = ContentHash.sha256(bytes)
    if let stamp { hashes[path] = KnownHash(stamp: stamp, sha256: hash) }
    return (.asLoaded, bytes.count, hash)
  }

  // MARK: Definitions

  private func definitions(of subject: Subject, _ sources: [String]) -> [Origin.Definition] {
    let catalogue = model.catalogue
    var found = subject.used.definitions.map { definition in
      Origin.Definition(
        name: definition.name.text, fingerprint: catalogue.fingerprint(of: definition),
        text: definition.writtenText(tellsTree: subject.used.tellsTrees))
    }
    for (definition, text) in setup.texts {
      let key = definition.name?.key ?? ""
      let isUsed =
        switch definition.form {
        case .source, .joinedSource: sources.contains(key) || subject.timed.contains(key)
        case .kind:
          workspace.kinds.contains { $0.name == key && sources.contains($0.source.folded) }
        case .fx: subject.isConverted
        case .target: subject.hasTargets
        case .calendar: subject.clauses.contains { $0.isUsing(key) }
        case .metric, .dimension, .segment, .targets, .report, .alias, .constant, .param, .period:
          false
        }
      guard isUsed else { continue }
      found.append(
        Origin.Definition(
          name: definition.name?.text ?? "target",
          fingerprint: String(ContentHash.sha256(Array(text.utf8)).prefix(8)), text: text))
    }
    return found
  }

  // MARK: Days

  private func coverage(of subject: Subject) -> [Origin.Coverage] {
    guard !subject.stretches.isEmpty else { return [] }
    let days = Set(subject.stretches.flatMap { $0.lowerBound.number...$0.upperBound.number })
      .sorted()
    let filter = PlaceFilter(
      conditions: subject.clauses.conditions, catalogue: model.catalogue)
    var found: [Origin.Coverage] = []
    for key in subject.timed {
      guard let source = book.days(of: key) else { continue }
      for place in source.places where filter.lets(source.name, place) {
        found.append(
          Origin.Coverage(
            source: source.name, store: place.store, site: place.site,
            rowCount: days.reduce(0) { $0 + place.rowCount(on: Day(number: $1)) },
            days: DayList(days.filter { place.isMarked(Day(number: $0)) }).ranges,
            missing: DayList(days.filter { place.isMissing(Day(number: $0)) }).ranges))
      }
    }
    return found
  }
}

extension OriginMaker.Subject {
  init(
    _ resolved: ResolvedQuery, asked query: QuerySyntax, as text: String, byDriver: Bool,
    stretches: [ClosedRange<Day>], in catalogue: Catalogue
  ) {
    self.text = text
    clauses = query.clauses
    used = catalogue.definitions(usedBy: query, byDriver: byDriver)
    sources = resolved.sourceKeys
    timed = resolved.sources
    self.stretches = stretches
    isConverted = resolved.conversion != nil
    hasTargets = resolved.formulas.contains(where: \.hasTarget)
  }

  /// A question about days.
  init(
    _ request: CoverageRequest, _ syntax: CoverageSyntax, at span: SourceSpan, as text: String,
    in catalogue: Catalogue
  ) {
    self.text = text
    clauses = syntax.clauses
    let named = syntax.source.flatMap { path in
      path.single.flatMap { catalogue.definition($0.key) == nil ? nil : path }
    }
    used = catalogue.definitions(
      usedBy: QuerySyntax(
        items: named.map { [ItemSyntax(ExpressionSyntax(.name($0), at: $0.span))] } ?? [],
        clauses: syntax.clauses.filter(\.isPeriod), at: span))
    sources = request.sources.map(\.key)
    timed = sources
    stretches = [request.period.days]
    isConverted = false
    hasTargets = false
  }
}

extension ClauseSyntax {
  fileprivate var isPeriod: Bool { if case .over = form { true } else { false } }

  fileprivate func isUsing(_ key: String) -> Bool {
    if case .using(let name) = form { name.key == key } else { false }
  }
}

extension ResolvedQuery {
  /// Keys of all sources that it reads: its own, those behind links, and those of its children.
  var sourceKeys: [String] {
    var keys = sources
    func add(_ row: RowExpression?) {
      for column in row?.columns ?? [] {
        if !keys.contains(column.source) { keys.append(column.source) }
      }
    }
    for aggregate in aggregates {
      add(aggregate.argument)
      add(aggregate.key)
      add(aggregate.filter)
    }
    for axis in axes {
      guard case .value(let expressions) = axis.form else { continue }
      for key in expressions.keys.sorted() { add(expressions[key]) }
    }
    for key in filters.keys.sorted() { add(filters[key]) }
    for key in children.keys.sorted() {
      if let child = children[key]?.source, !keys.contains(child) { keys.append(child) }
    }
    let inner = attributes.values.flatMap(\.sourceKeys)
    return keys + Set(inner).subtracting(keys).sorted()
  }
}
