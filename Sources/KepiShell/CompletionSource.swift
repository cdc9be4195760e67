// What Tab offers: the words the grammar allows, and the names and values that fit.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiLessons
import KepiReports
import KepiSemantics
import KepiSyntax

struct CompletionSource {
  private let model: Model
  private let store: Store
  private let workspace: Workspace
  private let access: FileAccess
  private var language: Language { workspace.settings.language }
  /// Whether a question stands that a line of clauses would change.
  private let hasQuestion: Bool

  /// Metrics that what is loaded can answer, by their keys.
  private let answerable: Set<String>

  private let source: SourceText
  private let cursor: Int
  private let expected: ExpectedAt

  init(
    _ text: String, at cursor: Int, workspace: inout Workspace, access: FileAccess,
    hasQuestion: Bool
  ) {
    var texts = SourceMap()
    source = texts.add(name: "<shell>", text: text)
    self.cursor = cursor
    expected = Parser.expectation(in: source, at: cursor)
    model = workspace.model()
    store = workspace.store()
    // To look through all metrics takes a while, and most places want none.
    answerable = expected.kinds.contains(.metric) ? workspace.answerableMetrics() : []
    self.workspace = workspace
    self.access = access
    self.hasQuestion = hasQuestion
  }

  func completions(limit: Int) -> (start: Int, items: [Completion]) {
    let start = min(expected.replaceFrom, cursor)
    let typed = String(
      decoding: source.bytes[max(0, start)..<min(cursor, source.bytes.count)], as: UTF8.self)
    let question = question(in: source)
    var candidates: [Completion] = []
    if let path = expected.valueOf {
      candidates = values(of: path, expected, sources: sourcesAsked(by: question))
    }
    if expected.kinds.contains(.path) { candidates += paths(typed, expected) }
    // Inside quotes only what is quoted fits, and where there are values a name is hardly meant.
    if !expected.isInString, candidates.isEmpty || !typed.isEmpty {
      candidates += names(expected, typed, source, question)
    }
    let fitting = candidates.filter { $0.text.startsLike(typed) && $0.text != typed }
    var seen: Set<String> = []
    return (start, Array(fitting.filter { seen.insert($0.text).inserted }.prefix(limit)))
  }

  private func said(_ phrase: Phrase) -> String { phrase.text(in: language) }

  // MARK: Names

  /// What is likely meant comes first: names of what can be asked, then the words of the grammar.
  private func names(
    _ expected: ExpectedAt, _ typed: String, _ source: SourceText, _ question: QuerySyntax?
  ) -> [Completion] {
    let kinds = expected.kinds
    if let qualifier = expected.qualifier {
      let columns = model.source(qualifier.last.key)?.columns ?? []
      return columns.map { Completion(text: $0.name.quotedAsName, note: said($0.unit.noun)) }
    }
    // Who has begun in Chinese goes on so.
    let written = typed.isEmpty ? String(decoding: source.bytes, as: UTF8.self) : typed
    let isChinese = written.hasChinese
    var result: [Completion] = []
    if kinds.contains(.command) {
      result += definitions(Phrase("report", zh: "报表")) {
        if case .report = $0.form { true } else { false }
      }
    }
    if kinds.contains(.metric) { result += inOrder(metrics(), isChinese) }
    if kinds.contains(.dimension) {
      result += inOrder(dimensions(for: question), isChinese)
      if firstWord(of: source) == .why {
        result.append(
          Completion(text: "driver", note: said(Phrase("what it is made of", zh: "组成它的因素"))))
      }
    }
    let words = words(expected, typed, question)
    if kinds.contains(.period) {
      // `last`, `this` and `since` before the names of events.
      result += words.map { completion($0, isChinese) }
      result += definitions(Phrase("period", zh: "时段")) {
        if case .period = $0.form { true } else { false }
      }
      return result
    }
    if kinds.contains(.source) {
      result += model.sources.filter(\.isLoaded).map {
        Completion(text: $0.name, note: rowCount($0.extent?.rowCount ?? 0))
      }
    }
    if kinds.contains(.exportKind) { return result + exportKinds(isChinese) }
    if kinds.contains(.setting) {
      result += Settings.entries.map { Completion(text: $0.name, note: said($0.summary)) }
    }
    if kinds.contains(.settingValue) {
      let written = String(decoding: source.bytes, as: UTF8.self).split(separator: " ")
      for entry in Settings.entries where written.contains(where: { $0.lowercased() == entry.name })
      {
        result += entry.values.map { Completion(text: $0, note: said(entry.summary)) }
      }
    }
    if kinds.contains(.topic), expected.statement == .learn {
      result += LessonBook.shipped(in: language).lessons.map {
        Completion(text: $0.id, note: $0.title)
      }
      return result
    }
    if kinds.contains(.form) {
      result += OutputFormat.allCases.map {
        Completion(text: $0.rawValue, note: said(Phrase("form", zh: "格式")))
      }
    }
    if kinds.contains(.currency) {
      result += currencies(in: source).map {
        Completion(text: $0, note: said(Phrase("currency", zh: "币种")))
      }
    }
    if kinds.contains(.topic), expected.statement == .help {
      result += HelpPages.topics.map { topic in
        isChinese
          ? Completion(text: topic.chinese, note: topic.english)
          : Completion(text: topic.english, note: topic.chinese)
      }
      return result
    }
    if kinds.contains(.topic) {
      result += Listing.topics.map { Completion(text: $0.name, note: said($0.summary)) }
    }
    if kinds.contains(.unit), !words.contains(.by) {
      result += ["days", "weeks", "months", "quarters", "years"].map {
        Completion(text: $0, note: said(Phrase("unit of time", zh: "时间单位")))
      }
    }
    if words.contains(.between), expected.clause == .where, typed.isEmpty {
      result += [
        Completion(text: "=", note: said(Phrase("is", zh: "等于"))),
        Completion(text: "!=", note: said(Phrase("is not", zh: "不等于"))),
        Completion(text: "in (", note: said(Phrase("is one of", zh: "属于其中之一"))),
      ]
    }
    // What a bracket is opened for comes before the conditions that may stand in it as well.
    if words.contains(.rolling) { return words.map { completion($0, isChinese) } + result }
    if kinds.contains(.command), typed.isEmpty {
      // At an empty prompt a newcomer looks for a way in: some of each.
      let first: [Keyword] =
        model.sources.contains(where: \.isLoaded)
        ? [.show, .describe, .help, .check] : [.load, .show, .describe, .help]
      return first.map { completion($0, isChinese) } + result
        + words.filter { !first.contains($0) }.map { completion($0, isChinese) }
    }
    if words == [.as], isChinese, firstWord(of: source) == .last {
      // 命名 gives a name; what follows here is a form.
      return [Completion(text: Keyword.as.chinese.last ?? "", note: Keyword.as.english)]
    }
    return result + words.map { completion($0, isChinese) }
  }

  /// What the statement that is being typed begins with.
  private func firstWord(of source: SourceText) -> Keyword? {
    String(decoding: source.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
      .flatMap { Keyword.spelled(String($0)) }
  }

  private func completion(_ keyword: Keyword, _ isChinese: Bool) -> Completion {
    let chinese = keyword.chinese.first ?? ""
    return isChinese && !chinese.isEmpty
      ? Completion(text: chinese, note: keyword.english)
      : Completion(text: keyword.english, note: chinese)
  }

  /// The keywords that fit, the most useful first.
  private func words(
    _ expected: ExpectedAt, _ typed: String, _ question: QuerySyntax?
  ) -> [Keyword] {
    var keywords = expected.keywords
    if hasQuestion, expected.kinds.contains(.command) {
      keywords += Keyword.clauseWords.filter { !keywords.contains($0) }
    }
    if typed.isEmpty, !expected.kinds.isDisjoint(with: [.metric, .dimension]) {
      // Where a name is looked for, they are begun on purpose.
      keywords.removeAll { Self.literals.contains($0) }
    }
    let written = question?.clauses.map(\.form.word) ?? []
    keywords.removeAll { written.contains($0) && $0 != .where && $0 != .with }
    let isInCondition = expected.clause == .where || expected.clause == .having
    let joints: [Keyword] = [.is, .like, .between, .and, .or]
    let order =
      isInCondition ? joints + Self.clauseOrder : Self.clauseOrder + [.as] + joints.reversed()
    return order.filter(keywords.contains) + keywords.filter { !order.contains($0) }
  }

  private static let literals: Set<Keyword> = [.not, .if, .true, .false, .missing]

  /// As often as they are wanted.
  private static let clauseOrder: [Keyword] = [
    .by, .where, .over, .vs, .top, .sort, .with, .limit, .having, .bottom, .in, .asOf, .fill,
    .using,
    .last, .this, .past, .since, .until, .all,
  ]

  private func inOrder(_ names: [Completion], _ isChinese: Bool) -> [Completion] {
    isChinese ? names.filter(\.text.hasChinese) + names.filter { !$0.text.hasChinese } : names
  }

  /// Those that what is loaded can answer come first.
  private func metrics() -> [Completion] {
    let known = model.catalogue.metrics
    let ordered =
      known.filter { answerable.contains($0.name.key) }
      + known.filter { !answerable.contains($0.name.key) }
    return ordered.map { definition in
      Completion(
        text: definition.name.text.quotedAsName,
        note: [definition.label(in: language), (definition.unit?.noun).map(said)]
          .compactMap { $0 }.listed(in: language))
    } + aliases { if case .metric = $0.form { true } else { false } }
  }

  /// Dimensions that the metrics named so far know, and the steps of time.
  private func dimensions(for question: QuerySyntax?) -> [Completion] {
    let owners = sourcesAsked(by: question)
    let fitting = model.catalogue.dimensions.filter { definition in
      owners.allSatisfy { model.knows(definition.name, in: $0) }
    }
    return fitting.map {
      Completion(
        text: $0.name.text.quotedAsName,
        note: $0.label(in: language) ?? said(Phrase("dimension", zh: "维度")))
    }
      + Grain.allCases.map {
        Completion(text: $0.rawValue, note: said(Phrase("step of time", zh: "时间步")))
      }
      + [Completion(text: "weekday", note: said(Phrase("1 to 7, Monday first", zh: "1 到 7，周一为 1")))]
      + definitions(Phrase("segment", zh: "分段")) { $0.isSegmentDefinition }
      + aliases { definition in
        guard case .dimension = definition.form else { return false }
        return owners.allSatisfy { model.knows(definition.name, in: $0) }
      }
  }

  private func aliases(_ fits: (Definition) -> Bool) -> [Completion] {
    model.catalogue.definitions.compactMap { alias in
      guard case .alias(let meaning) = alias.form, let path = meaning.target,
        let target = model.catalogue.definition(alias.name.key), fits(target)
      else { return nil }
      return Completion(text: alias.name.text.quotedAsName, note: path.text)
    }
  }

  private func definitions(_ note: Phrase, _ fits: (Definition) -> Bool) -> [Completion] {
    model.catalogue.definitions.filter(fits).map {
      Completion(text: $0.name.text.quotedAsName, note: $0.label(in: language) ?? said(note))
    }
  }

  /// Those of the files at hand come first.
  private func exportKinds(_ isChinese: Bool) -> [Completion] {
    let loaded = Set(workspace.files.compactMap(\.export?.kind))
    let (first, rest) = (
      workspace.kinds.filter { loaded.contains($0.name) },
      workspace.kinds.filter { !loaded.contains($0.name) }
    )
    return (first + rest).map {
      Completion(text: $0.name.quotedAsName, note: $0.label(in: isChinese ? .chinese : language))
    }
  }

  private func question(in source: SourceText) -> QuerySyntax? {
    guard let last = ScriptSyntax.parse(source).script.statements.last else { return nil }
    switch last.form {
    case .query(let query): return query
    case .command(let command): return question(of: command)
    case .definition, .absent: return nil
    }
  }

  private func question(of command: CommandSyntax) -> QuerySyntax? {
    switch command {
    case .why(let query), .explain(let query), .check(_, let query), .export(_, let query),
      .showRows(let query), .chart(let query?):
      query
    case .exportAnswer(_, let inner): question(of: inner)
    default: nil
    }
  }

  /// The sources that the metrics of the question so far would read.
  private func sourcesAsked(by question: QuerySyntax?) -> [String] {
    var sources: [String] = []
    for item in question?.items ?? [] {
      for aggregate in model.formulaOf(item.expression)?.aggregates ?? []
      where !sources.contains(aggregate.source) {
        sources.append(aggregate.source)
      }
    }
    return sources
  }

  // MARK: Values and paths

  /// Values by frequency, in quotes: of the sources that are asked, or of all.
  private func values(
    of path: NamePath, _ expected: ExpectedAt, sources: [String]
  ) -> [Completion] {
    let audit = ValueAudit.counts(
      of: path, in: model, store,
      sources: sources.isEmpty ? model.sources.filter(\.isLoaded).map(\.key) : sources)
    let known = audit.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return known.map { value, count in
      let quoted = Lexer.quoted(value)
      return Completion(
        text: expected.isInString ? String(quoted.dropFirst()) : quoted, note: rowCount(count))
    }
  }

  /// Those that the loaded amounts are in, the most frequent first, else the usual ones.
  private func currencies(in source: SourceText) -> [String] {
    let name = Name("currency", at: SourceSpan(in: source.id, 0..<0))
    let counts = ValueAudit.counts(
      of: NamePath([name]), in: model, store,
      sources: model.sources.filter(\.isLoaded).map(\.key))
    let found = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return found + ["EUR", "USD", "GBP", "CNY", "JPY"].filter { !found.contains($0) }
  }

  private func rowCount(_ count: Int) -> String {
    let text = NumberStyle.text(count)
    return said(Phrase(count == 1 ? "1 row" : "\(text) rows", zh: "\(text) 行"))
  }

  /// A file closes its quotes; into a folder the path goes on.
  private func paths(_ typed: String, _ expected: ExpectedAt) -> [Completion] {
    let quote = expected.isInString ? "" : "\""
    let folder = expected.isInString ? Paths.folder(of: typed) : ""
    guard let names = try? access.list(folder.isEmpty ? "." : folder) else { return [] }
    return names.map { name in
      let path = Paths.join(folder, name)
      let isFolder = access.kind(path) == .folder
      return Completion(
        text: quote + path + (isFolder ? "/" : "\""),
        note: said(isFolder ? Phrase("folder", zh: "文件夹") : Phrase("file", zh: "文件")))
    }
  }
}

extension Definition {
  /// Its label, the Chinese one where there is one and it is wanted.
  func label(in language: Language) -> String? {
    switch language {
    case .english: label
    case .chinese: chineseLabel ?? label
    }
  }

  fileprivate var isSegmentDefinition: Bool { if case .segment = form { true } else { false } }
}

extension String {
  fileprivate var hasChinese: Bool {
    unicodeScalars.contains { (0x2E80..<0xAC00).contains($0.value) }
  }

  /// Whether a candidate goes on from what was typed: case, width and an open quote do not matter.
  fileprivate func startsLike(_ typed: String) -> Bool {
    typed.isEmpty || folded.hasPrefix(typed.folded)
      || hasPrefix("\"") && String(dropFirst()).startsLike(typed)
  }
}
