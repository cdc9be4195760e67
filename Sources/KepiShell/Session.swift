// A session: what is loaded and defined, and the statements run against it.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax
import Synchronization

package final class Session {
  var options: SessionOptions
  let streams: SessionStreams
  let access: FileAccess
  var workspace: Workspace
  var writer: AnswerWriter
  var record = RunRecord()
  var isInteractive = false
  /// Whether sums made beforehand are left aside. It never shows in an answer: benchmarks tell by it
  /// what reading rows costs.
  package var readsRowsAlone = false
  /// The lesson or quiz that lines of the shell answer.
  var lesson: LessonRun?
  /// The questions of the shell, oldest first. A line of clauses changes the last; `undo` takes it
  /// away.
  var questions: [String] = []
  var lastQuestion: String? { questions.last }
  /// What was written last, to be shown again or drawn.
  var lastAnswer: (answer: Answer, title: String)?
  /// What was loaded and defined so far.
  private(set) var setup = SetupRecord()
  /// Hashes of files that receipts asked for.
  var knownHashes: [String: OriginMaker.KnownHash] = [:]
  /// Answers that went to a file in this session, by its path.
  var exportedReceipts: [String: [(title: String, answer: Answer)]] = [:]
  /// Scripts that were read, simplified.
  var includedPaths: Set<String> = []

  package init(
    options: SessionOptions, streams: SessionStreams, files: FileAccess = .local
  ) {
    self.options = options
    self.streams = streams
    access = files
    writer = AnswerWriter(streams: streams, isQuiet: options.isQuiet)
    workspace = Workspace()
    workspace.cache = options.cache.map { StoreCache($0) }
    workspace.settings.delimitedAudience = options.delimitedAudience
    workspace.settings.language = options.language ?? options.usualLanguage
    setup.add(options)
    readShipped()
    if let (path, text) = options.preferences { prefer(text, at: path) }
    if let language = options.language { workspace.settings.language = language }
    workspace.settings.format = options.format ?? workspace.settings.format
  }

  /// What one prefers in the shell, whatever the workspace. Only settings may stand there: with a
  /// definition the same workspace would answer differently from one desk to the next.
  private func prefer(_ text: String, at path: String) {
    let parsed = ScriptSyntax.parse(workspace.texts.add(name: path, text: text))
    var problems = parsed.diagnostics
    for statement in parsed.script.statements where !statement.hasErrors {
      guard case .command(.set(let name, let value, _)) = statement.form else {
        problems.append(
          .error(
            .clauseNotHere, Phrase("only `set` stands here", zh: "这里只能写 `set`"),
            at: statement.span))
        continue
      }
      do {
        try workspace.settings.apply(name, value)
      } catch {
        problems.append(error.diagnostic.about(statement.span))
      }
    }
    CellWidth.ofAmbiguous = workspace.settings.ambiguousWidth
    report(problems)
  }

  // MARK: Interruption

  private enum Stop {
    static let none = 0
    static let interrupted = 1
    static let timedOut = 2
  }

  private static let stop = Atomic<Int>(Stop.none)

  /// Stops a running question or load as soon as it can. Safe to call from any thread.
  package nonisolated static func interrupt() { raise(Stop.interrupted) }

  /// The same for good: nothing runs any more.
  package nonisolated static func endTime() { stop.store(Stop.timedOut, ordering: .relaxed) }

  private static func raise(_ reason: Int) {
    _ = stop.compareExchange(expected: Stop.none, desired: reason, ordering: .relaxed)
  }

  static func takeInterruption() {
    _ = stop.compareExchange(
      expected: Stop.interrupted, desired: Stop.none, ordering: .relaxed)
  }

  /// Whether a running question or load is to stop.
  package nonisolated static var wantsStop: Bool { stop.load(ordering: .relaxed) != Stop.none }

  /// What whoever waits for a piece of work has of it.
  static var patience: Patience { Patience { wantsStop } }

  private static var stopOutcome: Outcome {
    stop.load(ordering: .relaxed) == Stop.timedOut ? .timedOut : .interrupted
  }

  // MARK: What ships

  private func readShipped() {
    let shipped = ShippedCatalogue.shared
    workspace.texts = shipped.texts
    workspace.catalogue = shipped.catalogue
    workspace.shipKinds()
    report(shipped.diagnostics)
  }

  // MARK: Running

  /// `isWhole` says that no further definitions will come: parameters given must be known by now,
  /// and what the checks found is summed up.
  func run(_ program: Program, isInteractive: Bool, isWhole: Bool) -> Outcome {
    if isInteractive { record = RunRecord() }
    let outcome = runStatements(of: program, isInteractive: isInteractive, isWhole: isWhole)
    workspace.cache?.keepMerged()
    record.close(program, outcome, texts: workspace.texts)
    return isWhole && !isInteractive ? conclude(outcome) : outcome
  }

  private func runStatements(
    of program: Program, isInteractive: Bool, isWhole: Bool
  ) -> Outcome {
    var outcome = program.outcome
    var diagnostics = program.diagnostics
    // What is not understood leaves no trace, so that it can be said again.
    let before = (workspace.catalogue, workspace.ownSources, workspace.kinds)
    if diagnostics.contains(where: { $0.severity == .error }) {
      outcome = outcome.worse(.misunderstood)
    }
    var defined = define(program)
    let unknownParameters = setParameters()
    if isWhole { defined += unknownParameters }
    let mayGoOn =
      options.keepsGoing && !isInteractive
      && !unknownParameters.contains { $0.severity == .error }
    for problem in defined where problem.severity == .error {
      outcome = outcome.worse(problem.code.isAboutFiles ? .unreadableData : .misunderstood)
    }
    diagnostics += defined
    // All files are read before the first statement runs: their headers decide what names mean.
    var loads: [Int: [LoadedFile]] = [:]
    for (place, step) in program.steps.enumerated() {
      if Session.wantsStop { return stopped() }
      let (files, problems) = load(step)
      if !files.isEmpty { loads[place] = files }
      diagnostics += problems
      if problems.contains(where: { $0.severity == .error }) {
        outcome = outcome.worse(.unreadableData)
      }
    }
    streams.progress?("")
    // A file that was read in part, or before others that were not, would give wrong numbers.
    if Session.wantsStop {
      (workspace.catalogue, workspace.ownSources, workspace.kinds) = before
      return stopped()
    }
    let (future, wrong) = check(program, loads, &diagnostics, &outcome)
    if Session.wantsStop {
      (workspace.catalogue, workspace.ownSources, workspace.kinds) = before
      return stopped()
    }
    report(diagnostics, in: program.language)
    let isRefused = outcome == .misunderstood || (isInteractive && outcome != .success)
    if isRefused, !mayGoOn {
      (workspace.catalogue, workspace.ownSources, workspace.kinds) = before
      return outcome
    }
    // A link that leads to two rows would count one of them at random.
    if diagnostics.contains(where: { $0.code == .linkNotUnique }) { return outcome }
    return execute(program, loads, future, outcome, without: wrong, isInteractive: isInteractive)
  }

  func stopped() -> Outcome {
    switch Session.stopOutcome {
    case .timedOut:
      report([
        Diagnostic(
          .error, .interrupted, Phrase("stopped: the time is up", zh: "已停止：时间到了"),
          details: [
            Phrase("More time:   --timeout SECONDS", zh: "延长时间：   --timeout 秒数")
          ])
      ])
      return .timedOut
    case .interrupted, .success, .checkFailed, .misunderstood, .unreadableData:
      report([Diagnostic(.error, .interrupted, Phrase("stopped", zh: "已停止"))])
      return .interrupted
    }
  }

  /// What comes once all statements have run: the workbook, the line that sums up the checks, and
  /// the reports on them.
  func conclude(_ outcome: Outcome) -> Outcome {
    var outcome = outcome
    do throws(WorkbookReport.Failure) {
      try writer.finish(workspace.settings)
    } catch {
      report([Diagnostic(.error, .fileMissing, .about("--format xlsx", error.reason))])
      outcome = outcome.worse(.unreadableData)
    }
    record.summary.status = outcome.rawValue
    let summary = record.summary
    if !summary.checks.isEmpty {
      let line = summary.phrase.text(in: language) + "\n"
      let format = workspace.settings.format
      if format.isForPeople {
        writer.write(check: line, isInteractive: false)
      } else if format.isJSON {
        let note = Diagnostic(.note, .checkSummary, summary.phrase)
        let renderer = DiagnosticRenderer(texts: workspace.texts, language: language)
        streams.errors(renderer.json(note) + "\n")
      } else {
        streams.errors(line)
      }
    }
    if options.annotates {
      let lines = WorkflowAnnotations.render(summary, language: language)
      if !lines.isEmpty { streams.errors(lines) }
    }
    for request in options.reports {
      do throws(FileAccess.Failure) {
        try access.write(request.path, Array(request.form.render(summary).utf8))
      } catch {
        report([Diagnostic(.error, .fileMissing, .about(request.path, error.reason))])
        outcome = outcome.worse(.unreadableData)
      }
    }
    record = RunRecord()
    return outcome
  }

  private func load(_ step: Program.Step) -> Loader.Loaded {
    let patience = Session.patience
    // Most statements load nothing, and to begin takes a look at all kinds.
    func loaded(_ work: @escaping @Sendable (Loader) -> Loader.Loaded) -> Loader.Loaded {
      let loader = loader(patience)
      return patience.result { work(loader) } ?? ([], [])
    }
    switch step {
    case .path(let path): return loaded { $0.load(pathArgument: path) }
    case .statement(let statement, let folder):
      guard !statement.hasErrors else { return ([], []) }
      switch statement.form {
      case .command(.load(let pattern, let span, let name, let settings)):
        return loaded { loader in
          loader.load(pattern, in: folder, at: span, as: name, settings: settings)
        }
      case .definition(let definition):
        guard case .source = definition.form, let name = definition.name,
          let own = workspace.ownSources.first(where: { $0.name.key == name.key })
        else { return ([], []) }
        return loaded { $0.load(own) }
      case .query, .command, .absent: return ([], [])
      }
    }
  }

  /// The workspace with what is loaded, and all that is made of it; `nil` where nobody waited.
  private func prepared(for loads: [Int: [LoadedFile]]) -> Workspace? {
    let present = workspace
    guard !loads.isEmpty else { return present }
    return Session.patience.result {
      var made = present
      for place in loads.keys.sorted() { made.add(loads[place] ?? []) }
      _ = (made.model(), made.store(), made.coverage())
      return made
    }
  }

  /// Resolves every statement against all that will be loaded. Gives the workspace as it will be,
  /// and the places of the statements that are wrong.
  private func check(
    _ program: Program, _ loads: [Int: [LoadedFile]], _ diagnostics: inout [Diagnostic],
    _ outcome: inout Outcome
  ) -> (Workspace, wrong: Set<Int>) {
    // What is made of it here serves the statements that run as well.
    _ = workspace.model()
    guard var future = prepared(for: loads) else { return (workspace, []) }
    let (model, store, coverage) = (future.model(), future.store(), future.coverage())
    future.resolved.removeAll()
    let checker = StatementChecker(
      model: model, store: store, describer: Describer(model: model, workspace: future),
      coverage: coverage, resolved: future.resolved)
    var problems: [Diagnostic] = []
    var wrong: Set<Int> = []
    for (place, step) in program.steps.enumerated() {
      guard case .statement(let statement, _) = step else { continue }
      let found = statement.hasErrors ? [] : checker.problems(of: statement)
      problems += found
      if statement.hasErrors || found.contains(where: { $0.severity == .error }) {
        wrong.insert(place)
      }
    }
    if problems.contains(where: { $0.severity == .error }) {
      outcome = outcome.worse(.misunderstood)
    }
    diagnostics += problems
    // Rows that were there before were looked at when they came.
    let failures =
      loads.isEmpty
      ? [] : SourceRules(workspace: future).failures(store: store, checker.model)
    if failures.contains(where: { $0.severity == .error }) {
      outcome = outcome.worse(.unreadableData)
    }
    diagnostics += failures
    return (future, wrong)
  }

  private func execute(
    _ program: Program, _ loads: [Int: [LoadedFile]], _ future: Workspace, _ start: Outcome,
    without wrong: Set<Int>, isInteractive: Bool
  ) -> Outcome {
    var outcome = start
    setup.add(program) { [texts = workspace.texts] in texts[$0.span.source]?.name ?? "" }
    // Where nothing is asked before the last file is loaded, the rows merged for checking serve.
    let lastLoad = loads.keys.max() ?? -1
    let firstUse = program.steps.firstIndex(where: \.readsRows) ?? Int.max
    let isSettled = lastLoad < firstUse
    if isSettled {
      let settings = workspace.settings
      workspace = future
      workspace.settings = settings
    }
    for (place, step) in program.steps.enumerated() {
      if Session.wantsStop { return stopped() }
      if let files = loads[place] {
        if !isSettled { workspace.add(files) }
        sayWhatWasLost(files)
      }
      guard case .statement(let statement, let folder) = step, !wrong.contains(place) else {
        continue
      }
      let result = run(statement, folder: folder, isInteractive: isInteractive)
      outcome = outcome.worse(result)
      // Its answer was not shown, or not to its end.
      if Session.wantsStop, result == .success || result == .checkFailed { return stopped() }
      // A check that fails is an answer; anything else ends a script.
      switch result {
      case .success, .checkFailed: continue
      case .misunderstood, .unreadableData: if isInteractive || options.keepsGoing { continue }
      case .interrupted, .timedOut: break
      }
      return outcome
    }
    return outcome
  }

  /// Files and rows that were left out are counted aloud (R21).
  private func sayWhatWasLost(_ files: [LoadedFile]) {
    var notes: [Diagnostic] = []
    let unread = files.compactMap { file -> Phrase? in
      guard case .unread(let reason, _) = file.outcome else { return nil }
      return Phrase("\(file.path) \(reason.english)", zh: "\(file.path) \(reason.chinese)")
    }
    if !unread.isEmpty {
      notes.append(
        .note(
          .unknownExport,
          Phrase(
            unread.count == 1 ? "one file was not read" : "\(unread.count) files were not read",
            zh: "\(unread.count) 个文件没有读取"),
          details: Array(unread.prefix(3))
            + (unread.count > 3
              ? [Phrase("All are named by:   show loads", zh: "全部列在：   show loads")] : [])))
    }
    let rejects = files.compactMap(\.export).reduce(0) { $0 + $1.rejects.count }
    if rejects > 0 {
      notes.append(
        .note(
          .rejectedRows,
          Phrase(
            rejects == 1 ? "one row could not be read" : "\(rejects) rows could not be read",
            zh: "\(rejects) 行无法读取"),
          details: [Phrase("They are named by:   show rejects", zh: "全部列在：   show rejects")]))
    }
    for export in files.compactMap(\.export) {
      guard let refunds = export.undatedRefunds else { continue }
      notes.append(.note(.rowsWithoutValue, .about(export.path, refunds)))
    }
    var told: Set<String> = []
    for export in files.compactMap(\.export) {
      // Of a sheet without rows, as most workbooks have some, nothing was read that may be wrong.
      guard let kind = export.kind, let uncertainty = export.uncertainty, export.rowsRead > 0,
        told.insert(kind).inserted
      else { continue }
      notes.append(
        .note(
          .uncertainLayout,
          Phrase(
            "the layout of \(kind) is not known for certain", zh: "\(kind) 的格式尚未确认"),
          details: [uncertainty]))
    }
    report(notes)
  }

  private func run(
    _ statement: StatementSyntax, folder: String, isInteractive: Bool
  ) -> Outcome {
    let start = ContinuousClock.now
    defer {
      if !isInteractive, workspace.settings.showsTiming, statement.isQuestion {
        sayTime(ContinuousClock.now - start)
      }
    }
    switch statement.form {
    case .absent, .definition: return .success
    case .query(let query): return ask(query, keptAs: statement.span)
    case .command(let command): return run(command, statement)
    }
  }

  /// Asks a question. In the shell the next line may change it.
  func ask(_ query: QuerySyntax, keptAs span: SourceSpan) -> Outcome {
    let resolved = workspace.resolved.take(span)
    let outcome = ask(query, titled: title(of: query), resolved: resolved)
    keep(span, outcome)
    return outcome
  }

  func keep(_ span: SourceSpan, _ outcome: Outcome) {
    guard isInteractive, outcome == .success,
      let text = workspace.texts[span.source]?.text(of: span), text != questions.last
    else { return }
    questions.append(text)
  }

  var questioner: Questioner {
    var effort = options.effort
    if readsRowsAlone { effort.rollups = .never }
    if let bytes = workspace.settings.memoryBytes { effort.memoryBytes = bytes }
    return Questioner(
      model: workspace.model(), store: workspace.store(), effort: effort,
      coverage: workspace.coverage(), patience: Session.patience)
  }

  func ask(
    _ query: QuerySyntax, titled title: String, resolved: ResolvedQuery? = nil
  ) -> Outcome {
    do {
      var (answer, notes) = try questioner.answer(
        query.expandingReport(in: workspace.catalogue), resolved: resolved)
      if workspace.settings.receipts == .full {
        answer = withOrigin(answer, of: query)
        notes += self.notes(on: answer.receipt.origin)
      }
      write(answer, titled: title)
      report(notes)
      return .success
    } catch {
      return refused(error)
    }
  }

  func refused(_ refusal: Questioner.Refusal) -> Outcome {
    guard refusal.isInterruption else {
      report(refusal.diagnostics)
      return .misunderstood
    }
    if Session.stopOutcome == .timedOut { return stopped() }
    report(refusal.diagnostics)
    return .interrupted
  }

  /// What was asked, as a title: on one line, without its comments.
  func title(of query: QuerySyntax) -> String {
    SyntaxPrinter.text(of: query, language: nil)
  }

  /// The same of another statement, as it is written.
  func title(of span: SourceSpan) -> String {
    let text = workspace.texts[span.source]?.text(of: span) ?? ""
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func run(_ command: CommandSyntax, _ statement: StatementSyntax) -> Outcome {
    switch command {
    // Loaded and included before the first statement ran.
    case .load, .include: return .success
    case .set(let name, let value, _): return set(name, value)
    case .show(let topic, let pattern):
      if topic.key == Listing.unmapped {
        return showUnmapped(like: pattern, at: statement.span)
      }
      if topic.key == Listing.glossary {
        return showGlossary(like: pattern, titled: self.title(of: statement.span))
      }
      var listing = Listing(
        workspace: workspace,
        language: workspace.settings.format.isForPeople ? language : .english,
        history: topic.key == "history" ? streams.history?() ?? [] : [])
      guard let answer = listing.answer(topic.key, like: pattern) else { return .misunderstood }
      write(answer, titled: title(of: statement.span))
      if topic.key == "cache" { report([options.cache.note.inside(statement.span)]) }
      return .success
    case .showRows(let query): return showRows(of: query, statement.span)
    case .describeFile(let path, let span): return describe(file: path, at: span, statement)
    case .describe(let path):
      let describer = Describer(model: workspace.model(), workspace: workspace)
      guard let text = describer.text(for: path) else { return .misunderstood }
      writeText(text, titled: title(of: statement.span))
      return .success
    case .describeKind(let name):
      let describer = Describer(model: workspace.model(), workspace: workspace)
      guard let text = describer.text(ofKind: name) else { return .misunderstood }
      writeText(text, titled: title(of: statement.span))
      return .success
    case .check(let title, let query): return check(title, query, statement.span)
    case .coverage(let syntax): return coverage(syntax, statement.span)
    case .checkCoverage(let title, let syntax):
      return check(title, coverage: syntax, statement.span)
    case .help(let topic):
      let describer = Describer(model: workspace.model(), workspace: workspace)
      do {
        writeText(
          try HelpPages.page(for: topic, describer, in: workspace.settings.helpLanguage),
          titled: title(of: statement.span))
        return .success
      } catch {
        report([error.diagnostic.about(statement.span)])
        return .misunderstood
      }
    case .explain(let query): return explain(query, titled: title(of: query))
    case .export(let path, let query):
      let folder = workspace.texts[statement.span.source].map { Paths.folder(of: $0.name) } ?? ""
      return export(
        StatementSyntax(.query(query), at: query.span), titled: title(of: query),
        to: Paths.join(folder, path))
    case .exportAnswer(let path, let inner):
      let folder = workspace.texts[statement.span.source].map { Paths.folder(of: $0.name) } ?? ""
      let asked = StatementSyntax(.command(inner), at: statement.span)
      return export(
        asked, titled: SyntaxPrinter.line(of: asked, language: nil), to: Paths.join(folder, path))
    case .exportGlossary(let path):
      let folder = workspace.texts[statement.span.source].map { Paths.folder(of: $0.name) } ?? ""
      return exportGlossary(to: Paths.join(folder, path))
    case .learn(let name): return learn(name, titled: self.title(of: statement.span))
    case .quiz(let count, let seed):
      return quiz(count: count, seed: seed, titled: self.title(of: statement.span))
    case .lint: return lint(titled: self.title(of: statement.span))
    case .chart(let query): return chart(query, statement.span)
    case .last(let form): return showAgain(as: form, at: statement.span)
    case .undo: return undo(at: statement.span)
    case .why(let query): return why(query, statement.span)
    case .verify(let path, _):
      let folder = workspace.texts[statement.span.source].map { Paths.folder(of: $0.name) } ?? ""
      return verify(Paths.join(folder, path), statement.span)
    case .reconcile(let first, let second, let clauses, let tolerance):
      return reconcile(
        ReconcileRun(
          first: first, second: second, clauses: clauses, tolerance: tolerance,
          span: statement.span, questioner: questioner))
    }
  }
}
