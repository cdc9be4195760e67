// `show rows of`: the rows that a number was made of, with the lines of the files they stand on.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

struct RowListing {
  /// As many rows as one looks through; `limit` says otherwise.
  private static let standardLimit = 20

  private let questioner: Questioner
  private let language: Language
  /// Whether people read the list, to whom it is said how to see the rest.
  private let isForPeople: Bool
  private var places: RowPlaces

  /// - Parameter language: that of remarks. Programs always read English.
  init(
    _ questioner: Questioner, _ workspace: Workspace, language: Language, isForPeople: Bool,
    lines: @escaping (LoadedFile) -> [Int32]?
  ) {
    self.questioner = questioner
    self.language = language
    self.isForPeople = isForPeople
    places = RowPlaces(workspace, lines: lines)
  }

  /// Clauses that choose no rows.
  static func problems(of query: QuerySyntax) -> [Diagnostic] {
    query.clauses.compactMap { clause in
      switch clause.form {
      case .where, .over, .asOf, .currency, .using, .limit: return nil
      case .by, .having, .versus, .top, .with, .sort, .fill: break
      }
      let word = clause.form.word.english
      let spans = query.items.map(\.span) + query.clauses.map(\.span)
      let end = spans.map(\.end).filter { $0 <= clause.span.start }.max() ?? clause.span.start
      let gap = SourceSpan(in: clause.span.source, end..<clause.span.end)
      return Diagnostic.error(
        .clauseNotHere,
        Phrase("`\(word)` does not choose rows", zh: "`\(word)` 不能选取行"), at: clause.span,
        details: [
          Phrase(
            "Rows are those of one number: `where` and `over` say of which.",
            zh: "列出的是一个数字的行，用 `where` 和 `over` 说明是哪个数字")
        ], mends: [.init(.withoutIt, [.init(gap, "")])])
    }
  }

  /// An answer for each source, below the names of its files, and what is said beside them.
  mutating func answers(
    _ query: QuerySyntax
  ) throws(Questioner.Refusal) -> (
    answers: [(files: String, answer: Answer)], notes: [Diagnostic]
  ) {
    let resolved = try questioner.resolve(query, namingParts: true)
    var aggregates: [Aggregate] = []
    for aggregate in resolved.items.flatMap(\.formula.aggregates)
    where !aggregates.contains(aggregate) {
      aggregates.append(aggregate)
    }
    let numbers = aggregates.map {
      ResolvedQuery.Item(
        name: name(of: $0, in: resolved), formula: .aggregate($0), span: query.span)
    }
    let asked = resolved.asking(everyLineOf: numbers, isConverted: true)
    let result = try questioner.result(of: asked)
    let receipt = Receipt(result, of: resolved, sources: questioner.store, notes: [])
    var answers: [(files: String, answer: Answer)] = []
    for source in try questioner.rows(behind: asked) {
      let totals = zip(numbers, result.lines.first?.cells ?? []).filter { number, _ in
        number.formula.aggregates.first?.source == source.source
      }
      var (files, answer) = try answer(
        source, totals.map { ($0.name, $1) }, limit: query.limitCount ?? Self.standardLimit,
        at: query.span)
      answer.receipt = receipt
      answers.append((files, answer))
    }
    return (answers, resolved.notes + places.notes)
  }

  /// The metric that is this sum and nothing else; else the sum as it is written.
  private func name(of aggregate: Aggregate, in query: ResolvedQuery) -> String {
    if let item = query.items.first(where: { $0.formula == .aggregate(aggregate) }) {
      return item.name
    }
    return query.partNames[.aggregate(aggregate)]?.last?.written ?? aggregate.written
  }

  // MARK: Tables

  private mutating func answer(
    _ source: RowsBehind, _ totals: [(name: String, cell: Cell)], limit: Int, at span: SourceSpan
  ) throws(Questioner.Refusal) -> (files: String, Answer) {
    guard let loaded = questioner.store[source.source] else {
      throw Questioner.Refusal([Diagnostic.error(.overflow, .tooLarge, at: span)])
    }
    let shown = Array(source.rows.prefix(limit))
    let rest = Array(source.rows.dropFirst(limit))
    let found = places.places(of: shown, in: source.source)
    var table = RowTable(shown, source)
    var files: [String] = []
    for case let file? in found.map(\.file) where !files.contains(file) { files.append(file) }
    var restText = rest.isEmpty ? nil : restText(rest.count, of: source.rows.count)
    var total = Answer.LineKind.total.mark
    func add(_ name: Phrase, _ texts: [String?]) {
      table.addTexts(name.text(in: language), texts, rest: restText, total: total)
      (restText, total) = (nil, nil)
    }
    let (file, line) = (Phrase("file", zh: "文件"), Phrase("line", zh: "行"))
    if !isForPeople {
      add(file, found.map(\.file))
      table.addCounts(line.text(in: language), found.map(\.line))
    } else {
      // Long names of files would be cut; people read them above, and by number here.
      if files.count > 1 {
        add(
          file,
          found.map { place in
            place.file.flatMap { files.firstIndex(of: $0) }.map { String($0 + 1) }
          })
      }
      // One goes to line 1031, not to 1,031.
      add(line, found.map { $0.line.map { String($0) } })
    }
    if let day = loaded.schema.dayColumn, let column = loaded.table[day] {
      table.add(day, column.unit, shown.map { column.column.value(at: Int($0)) })
    }
    for column in source.columns where !source.numbers.areOf(column.reference) {
      let values = shown.indices.map { column.values[$0] }
      let name = (column.reference.path + [column.reference.column]).joined(separator: ".")
      table.add(name, column.reference.unit, values, currencies: currencies(column, shown, loaded))
    }
    table.endGroups()
    for (number, total) in zip(source.numbers, totals) {
      table.add(
        number, named: total.name, of: number.aggregate.soleColumn, total: total.cell, rest: rest,
        isForPeople: isForPeople)
    }
    guard let answer = table.answer(hasRest: !rest.isEmpty) else {
      throw Questioner.Refusal([Diagnostic.error(.overflow, .tooLarge, at: span)])
    }
    return (isForPeople ? list(of: files) : "", answer)
  }

  private func list(of files: [String]) -> String {
    files.enumerated().map { number, file in
      (files.count == 1
        ? Phrase("rows of \(file)", zh: "\(file) 的行")
        : Phrase("file \(number + 1): \(file)", zh: "文件 \(number + 1)：\(file)"))
        .text(in: language) + "\n"
    }.joined()
  }

  private func currencies(
    _ column: RowsBehind.ReadColumn, _ rows: [Int32], _ source: LoadedSource
  ) -> [String?] {
    guard column.reference.path.isEmpty, let name = column.reference.currencyColumn,
      case .text(let codes)? = source.table[name]?.column
    else { return [] }
    return rows.map { codes[Int($0)] }
  }

  private func restText(_ count: Int, of all: Int) -> String {
    guard isForPeople else { return Answer.LineKind.others.mark ?? "" }
    let (more, whole) = (NumberStyle.text(count), "\(all)")
    return Phrase(
      count == 1 ? "(1 more row: limit \(whole))" : "(\(more) more rows: limit \(whole))",
      zh: "（另有 \(more) 行：限 \(whole)）"
    ).text(in: language)
  }
}

extension Diagnostic {
  /// Rows have no groups, so none are offered.
  var withoutGrouping: Diagnostic {
    var copy = self
    copy.mends.removeAll { mend in
      mend.edits.contains { edit in edit.replacement.hasPrefix(" by ") }
    }
    return copy
  }
}

extension Aggregate {
  /// The column that it adds up as it stands.
  fileprivate var soleColumn: String? {
    guard case .column(let reference)? = argument, reference.path.isEmpty,
      reference.origin == .stored
    else { return nil }
    return reference.column
  }
}

extension [RowsBehind.Number] {
  /// Whether a column is shown as what each row gives to one of the numbers.
  fileprivate func areOf(_ reference: ColumnReference) -> Bool {
    guard reference.path.isEmpty else { return false }
    let isRead = contains { number in
      number.aggregate.filter?.columns.contains(reference) == true
    }
    return !isRead && contains { $0.aggregate.soleColumn == reference.column }
  }
}

/// Finds the file and the line of rows.
private struct RowPlaces {
  private var workspace: Workspace
  private let lines: (LoadedFile) -> [Int32]?
  private var known: [Int: [Int32]] = [:]
  private(set) var notes: [Diagnostic] = []

  init(_ workspace: Workspace, lines: @escaping (LoadedFile) -> [Int32]?) {
    self.workspace = workspace
    self.lines = lines
  }

  mutating func places(of rows: [Int32], in source: String) -> [(file: String?, line: Int?)] {
    guard !rows.isEmpty else { return [] }
    let origins = workspace.origins(of: source)
    return rows.map { row in
      guard origins.indices.contains(Int(row)) else { return (nil, nil) }
      let origin = origins[Int(row)]
      let lines = self.lines(ofFile: origin.file)
      return (
        workspace.files[origin.file].path,
        lines.indices.contains(origin.row) ? Int(lines[origin.row]) : nil
      )
    }
  }

  private mutating func lines(ofFile number: Int) -> [Int32] {
    if let lines = known[number] { return lines }
    let file = workspace.files[number]
    let found = lines(file)
    known[number] = found ?? []
    if found == nil {
      notes.append(
        Diagnostic(
          .note, .unreadableFile,
          .about(
            file.path,
            Phrase(
              "the file has changed since it was loaded; its lines are not known",
              zh: "文件在载入后变了，行号不明"))))
    }
    return found ?? []
  }
}
