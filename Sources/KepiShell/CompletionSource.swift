// What Tab offers: the words the grammar allows, and the names and values that fit.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiSemantics
import KepiSyntax

struct CompletionSource {
  private let model: Model
  private let store: Store
  private let workspace: Workspace
  private let access: FileAccess
  /// Whether a question stands that a line of clauses would change.
  private let hasQuestion: Bool

  init(workspace: inout Workspace, access: FileAccess, hasQuestion: Bool) {
    model = workspace.model()
    store = workspace.store()
    self.workspace = workspace
    self.access = access
    self.hasQuestion = hasQuestion
  }

  func completions(
    of text: String, at cursor: Int, limit: Int
  ) -> (start: Int, items: [Completion]) {
    var texts = SourceMap()
    let source = texts.add(name: "<shell>", text: text)
    let expected = Parser.expectation(in: source, at: cursor)
    let start = min(expected.replaceFrom, cursor)
    let typed = String(
      decoding: source.bytes[max(0, start)..<min(cursor, source.bytes.count)], as: UTF8.self)
    var candidates: [Completion] = []
    if let path = expected.valueOf { candidates += values(of: path, expected) }
    if expected.kinds.contains(.path) { candidates += paths(typed) }
    // Inside quotes only what is quoted fits.
    if !expected.isInString { candidates += names(expected, typed, source) }
    let fitting = candidates.filter { $0.text.startsLike(typed) && $0.text != typed }
    var seen: Set<String> = []
    return (start, Array(fitting.filter { seen.insert($0.text).inserted }.prefix(limit)))
  }

  // MARK: Names

  private func names(
    _ expected: ExpectedAt, _ typed: String, _ source: SourceText
  ) -> [Completion] {
    var result: [Completion] = []
    let kinds = expected.kinds
    if let qualifier = expected.qualifier {
      let columns = model.source(qualifier.last.key)?.columns ?? []
      return columns.map { Completion(text: $0.name.quotedAsName, note: $0.unit.noun) }
    }
    if kinds.contains(.metric) { result += metrics() }
    if kinds.contains(.dimension) { result += dimensions(for: source, typed) }
    if kinds.contains(.period) {
      result += definitions("period") { if case .period = $0.form { true } else { false } }
    }
    if kinds.contains(.source) {
      result += model.sources.filter(\.isLoaded).map {
        Completion(text: $0.name, note: "\($0.extent?.rowCount ?? 0) rows")
      }
    }
    if kinds.contains(.setting) {
      result += Settings.entries.map { Completion(text: $0.name, note: $0.summary) }
    }
    if kinds.contains(.settingValue) {
      result += Settings.entries.flatMap { entry in
        entry.values.map { Completion(text: $0, note: entry.name) }
      }
    }
    if kinds.contains(.topic) {
      result += Listing.topics.map { Completion(text: $0.name, note: $0.summary) }
    }
    if kinds.contains(.unit) {
      result += ["days", "weeks", "months", "quarters", "years"].map {
        Completion(text: $0, note: "unit of time")
      }
    }
    var keywords = expected.keywords
    if hasQuestion,
      source.bytes.allSatisfy({ $0 == 0x20 }) || typed.utf8.count == source.bytes.count
    {
      keywords += Keyword.clauseWords.filter { !keywords.contains($0) }
    }
    let isChinese = typed.unicodeScalars.contains { $0.value > 0x2E80 }
    let words = keywords.map {
      Completion(
        text: isChinese ? ($0.chinese.first ?? $0.english) : $0.english,
        note: isChinese ? $0.english : ($0.chinese.first ?? ""))
    }
    // Where a name is begun, names come first; on an empty place what may come next does.
    return typed.isEmpty && !kinds.contains(.metric) ? words + result : result + words
  }

  private func metrics() -> [Completion] {
    model.catalogue.metrics.map { definition in
      Completion(
        text: definition.name.text.quotedAsName,
        note: [definition.label, definition.unit?.noun].compactMap { $0 }.joined(separator: ", "))
    } + aliases { if case .metric = $0.form { true } else { false } }
  }

  /// Dimensions that the metrics named so far know, and the steps of time.
  private func dimensions(for source: SourceText, _ typed: String) -> [Completion] {
    let owners = sourcesAsked(in: source)
    let fitting = model.catalogue.dimensions.filter { definition in
      owners.isEmpty
        || owners.allSatisfy { model.knows(definition.name, in: $0) }
    }
    return fitting.map {
      Completion(text: $0.name.text.quotedAsName, note: $0.label ?? "dimension")
    } + aliases { if case .dimension = $0.form { true } else { false } }
      + Grain.allCases.map { Completion(text: $0.rawValue, note: "step of time") }
      + [Completion(text: "weekday", note: "1 to 7, Monday first")]
      + definitions("segment") { $0.isSegmentDefinition }
  }

  private func aliases(_ fits: (Definition) -> Bool) -> [Completion] {
    model.catalogue.definitions.compactMap { alias in
      guard case .alias(let path) = alias.form,
        let target = model.catalogue.definition(alias.name.key), fits(target)
      else { return nil }
      return Completion(text: alias.name.text.quotedAsName, note: path.text)
    }
  }

  private func definitions(_ note: String, _ fits: (Definition) -> Bool) -> [Completion] {
    model.catalogue.definitions.filter(fits).map {
      Completion(text: $0.name.text.quotedAsName, note: $0.label ?? note)
    }
  }

  /// The sources that the metrics of the question so far would read.
  private func sourcesAsked(in source: SourceText) -> [String] {
    let parsed = ScriptSyntax.parse(source)
    guard let last = parsed.script.statements.last, case .query(let query) = last.form else {
      return []
    }
    var sources: [String] = []
    for item in query.items {
      for aggregate in model.formulaOf(item.expression)?.aggregates ?? []
      where !sources.contains(aggregate.source) {
        sources.append(aggregate.source)
      }
    }
    return sources
  }

  // MARK: Values and paths

  /// Values by frequency, in quotes.
  private func values(of path: NamePath, _ expected: ExpectedAt) -> [Completion] {
    let audit = ValueAudit.counts(
      of: path, in: model, store, sources: model.sources.filter(\.isLoaded).map(\.key))
    let known = audit.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return known.map { value, count in
      let quoted = Lexer.quoted(value)
      return Completion(
        text: expected.isInString ? String(quoted.dropFirst()) : quoted, note: "\(count) rows")
    }
  }

  private func paths(_ typed: String) -> [Completion] {
    let written = typed.hasPrefix("\"") ? String(typed.dropFirst()) : typed
    let quote = typed.hasPrefix("\"") ? "\"" : ""
    let folder = Paths.folder(of: written)
    guard let names = try? access.list(folder.isEmpty ? "." : folder) else { return [] }
    return names.map { name in
      let path = Paths.join(folder, name)
      let isFolder = access.kind(path) == .folder
      return Completion(
        text: quote + path + (isFolder ? "/" : ""), note: isFolder ? "folder" : "file")
    }
  }
}

extension Definition {
  fileprivate var isSegmentDefinition: Bool { if case .segment = form { true } else { false } }
}

extension String {
  /// Whether a candidate goes on from what was typed: case and width do not matter.
  fileprivate func startsLike(_ typed: String) -> Bool {
    typed.isEmpty || folded.hasPrefix(typed.folded)
  }
}
