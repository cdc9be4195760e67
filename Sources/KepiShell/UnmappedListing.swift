// `show unmapped`: amounts that no rule of `fee_group` knows, and the files that they stand in.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

extension Session {
  func showUnmapped(like pattern: String?, at span: SourceSpan) -> Outcome {
    let loaded = Set(workspace.files.compactMap(\.export?.source))
    let sources = UnmappedListing.sources.filter(loaded.contains)
    do throws(Questioner.Refusal) {
      let isForPeople = workspace.settings.format.isForPeople
      // With neither the answer is the one on a source that is not loaded.
      let listing = UnmappedListing(
        sources: sources.isEmpty ? [UnmappedListing.sources[0]] : sources, pattern: pattern,
        language: isForPeople ? language : .english, isForPeople: isForPeople)
      let query = listing.question(in: &workspace)
      let asking = listing.asking(questioner, in: &workspace)
      var (answer, notes) = try asking.answer(query)
      let files = try listing.files(asking, &workspace)
      answer = listing.answer(answer, files)
      if workspace.settings.receipts == .full {
        answer = withOrigin(answer, of: query)
        notes += self.notes(on: answer.receipt.origin)
      }
      write(answer, titled: title(of: span))
      report(notes)
      return .success
    } catch {
      // The question behind it is not what was typed.
      let diagnostics = error.diagnostics.map { found in
        var copy = found
        copy.marks = [Diagnostic.Mark(span)]
        copy.mends = []
        return copy
      }
      return refused(Questioner.Refusal(diagnostics, isInterruption: error.isInterruption))
    }
  }
}

struct UnmappedListing {
  /// What `fee_group` sorts.
  static let sources = ["settlement", "transactions"]
  /// More names than this are counted where people read them.
  private static let mostNames = 3

  let sources: [String]
  let pattern: String?
  let language: Language
  let isForPeople: Bool

  private static let grouping = ["transaction_type", "charge", "currency"]

  // MARK: Questions

  /// A line for each charge, with the amount and the rows of each source.
  func question(in workspace: inout Workspace) -> QuerySyntax {
    let measures = sources.flatMap { ["sum(\($0).amount) as \($0)", "rows(\($0)) as \($0)_rows"] }
    return query(measures.joined(separator: ", "), by: Self.grouping, in: &workspace)
  }

  private func query(
    _ measures: String, by grouping: [String], in workspace: inout Workspace
  ) -> QuerySyntax {
    let shape = pattern.map { pattern in
      let isShape = pattern.contains { "*?".contains($0) }
      return " and charge like " + Lexer.quoted(isShape ? pattern : "*\(pattern)*")
    }
    let text =
      measures + " by " + grouping.joined(separator: ", ") + " where fee_group = \"unmapped\""
      + (shape ?? "")
    let parsed = ScriptSyntax.parse(workspace.texts.add(name: "unmapped", text: text))
    guard case .query(let query)? = parsed.script.statements.first?.form else {
      preconditionFailure("`\(text)` is a question")
    }
    return query
  }

  /// Over the rows that the files of each source have themselves: those that complete it from the
  /// other are listed there. The file of a row is a column for as long as it is asked for.
  func asking(_ questioner: Questioner, in workspace: inout Workspace) -> Questioner {
    var model = questioner.model
    var loaded = questioner.store.sources
    for name in sources {
      guard let source = loaded[name], source.table["file"] == nil else { continue }
      let origins = workspace.origins(of: name).map { workspace.files[$0.file] }
      guard origins.count == source.table.rowCount else { continue }
      let own = origins.indices.filter { origins[$0].export?.source.folded == name }
      let column = Table.NamedColumn(
        name: "file", unit: .text, column: .text(TextColumn(own.map { origins[$0].path })))
      var schema = source.schema
      schema.columns.append(SourceSchema.Column(name: column.name, unit: column.unit))
      model.sources = model.sources.map { $0.key == schema.key ? schema : $0 }
      let table = source.table.rows(own)
      loaded[name] = LoadedSource(
        schema: schema,
        table: Table(rowCount: table.rowCount, columns: table.columns + [column]))
    }
    return Questioner(
      model: model, store: Store(Array(loaded.values)), effort: questioner.effort,
      coverage: questioner.coverage, patience: questioner.patience)
  }

  /// For each line the files that its rows stand in, by its texts.
  func files(
    _ questioner: Questioner, _ workspace: inout Workspace
  ) throws(Questioner.Refusal) -> [[String?]: [String]] {
    var found: [[String?]: [String]] = [:]
    for source in sources where questioner.store[source]?.table["file"] != nil {
      let (answer, _) = try questioner.answer(
        query("rows(\(source)) as rows", by: Self.grouping + ["\(source).file"], in: &workspace))
      let texts = answer.table.columns.prefix(Self.grouping.count + 1).map(\.column)
      for row in 0..<answer.table.rowCount {
        let cells = texts.map { $0.value(at: row).presentText }
        guard let file = cells.last ?? nil else { continue }
        found[Array(cells.dropLast()), default: []].append(file)
      }
    }
    // In the order in which they were loaded.
    let order = Dictionary(
      workspace.files.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return found.mapValues { names in names.sorted { order[$0, default: 0] < order[$1, default: 0] }
    }
  }

  // MARK: The table

  func answer(_ answer: Answer, _ files: [[String?]: [String]]) -> Answer {
    let texts = answer.table.columns.prefix(Self.grouping.count).map(\.column)
    let names = (0..<answer.table.rowCount).map { row in
      files[texts.map { $0.value(at: row).presentText }].map(text)
    }
    let column = Table.NamedColumn(
      name: Phrase("files", zh: "文件").text(in: language), unit: .text,
      column: .text(TextColumn(names)))
    return Answer(
      table: Table(
        rowCount: answer.table.rowCount, columns: answer.table.columns + [column]),
      hiddenColumns: answer.hiddenColumns, groupingCount: answer.groupingCount,
      lines: answer.lines, summedColumns: answer.summedColumns, receipt: answer.receipt)
  }

  private func text(of files: [String]) -> String {
    guard isForPeople, files.count > Self.mostNames else { return files.joined(separator: ", ") }
    let rest = files.count - Self.mostNames
    return files.prefix(Self.mostNames).joined(separator: ", ")
      + Phrase(" and \(rest) more", zh: " 等 \(files.count) 个").text(in: language)
  }
}
