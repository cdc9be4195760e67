// A session: what is loaded and defined, and the statements run against it.
import KepiColumns
package import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax
import Synchronization

package final class Session {
  private(set) var options: SessionOptions
  let streams: SessionStreams
  let access: FileAccess
  var workspace: Workspace
  var writer: AnswerWriter
  var record = RunRecord()
  private(set) var isInteractive = false
  /// The lesson or quiz that lines of the shell answer.
  var lesson: LessonRun?
  /// The questions of the shell, oldest first. A line of clauses changes the last; `undo` takes it
  /// away.
  private var questions: [String] = []
  private var lastQuestion: String? { questions.last }
  /// What was written last, to be shown again or drawn.
  private var lastAnswer: (answer: Answer, title: String)?
  /// What was loaded and defined so far.
  private(set) var setup = SetupRecord()
  /// Hashes of files that receipts asked for.
  var knownHashes: [String: OriginMaker.KnownHash] = [:]
  /// Answers that went to a file in this session, by its path.
  var exportedReceipts: [String: [(title: String, answer: Answer)]] = [:]
  /// Scripts that were read, simplified.
  private var includedPaths: Set<String> = []

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

  // MARK: Starting

  /// Reads `workspace.kepi`, loads the folders and export files, and runs scripts, in order.
  /// `-c` statements come after the paths. Gives the status to exit with.
  package func start(paths: [String], statements: [String]) -> Outcome {
    Session.takeInterruption()
    var program = Program()
    if let written = options.asOf {
      guard let day = Day(text: written) else {
        report([
          Diagnostic(
            .error, .notADay,
            Phrase(
              "--as-of \(written): this is not a day, as 2026-09-27 is",
              zh: "--as-of \(written)：这不是日期，日期写作 2026-09-27"))
        ])
        return conclude(.misunderstood)
      }
      workspace.asOf = day
    }
    var loadedByWorkspace: String?
    if options.readsInit {
      let folder = paths.first { access.kind($0) == .folder } ?? "."
      let path = Paths.join(folder, "workspace.kepi")
      if access.kind(path) == .file {
        add(scriptAt: path, to: &program)
        // A workspace that says what to load says it for its whole folder.
        if program.steps.contains(where: \.isLoad) { loadedByWorkspace = folder }
      }
    }
    for path in paths {
      if path.hasSuffix(".kepi") {
        add(scriptAt: path, to: &program)
      } else if path != loadedByWorkspace {
        program.append(path: path)
      }
    }
    for statement in statements {
      add(statement, named: "<command line>", folder: "", to: &program)
    }
    if workspace.settings.format == .xlsx, streams.terminalColumns != nil {
      report([
        Diagnostic(
          .error, .unknownSetting,
          .about("--format xlsx", SettingProblem.workbookOnTerminal),
          details: [SettingProblem.workbookIntoFile])
      ])
      return conclude(.misunderstood)
    }
    // Without statements of its own, a start is followed by a script or by the shell.
    let isWhole = !statements.isEmpty || paths.contains { $0.hasSuffix(".kepi") }
    return run(program, isInteractive: false, isWhole: isWhole)
  }

  /// Runs statements from standard input, or a line of the shell.
  package func run(
    _ text: String, named name: String, in folder: String = "", isInteractive: Bool
  ) -> Outcome {
    Session.takeInterruption()
    self.isInteractive = isInteractive
    var program = Program()
    let whole = isInteractive ? refined(text) : text
    add(whole, named: isInteractive ? "<shell>" : name, folder: folder, to: &program)
    guard isInteractive else { return run(program, isInteractive: false, isWhole: true) }
    let (start, paged) = (ContinuousClock.now, writer.timeInPager)
    let outcome = run(program, isInteractive: true, isWhole: false)
    if workspace.settings.showsTiming {
      sayTime(ContinuousClock.now - start - (writer.timeInPager - paged))
    }
    return outcome
  }

  private func sayTime(_ duration: Duration) {
    // Beside answers in JSON all else is JSON, too.
    guard !workspace.settings.format.isJSON else { return }
    let text = Elapsed(duration).text
    say(Phrase("took \(text)", zh: "耗时 \(text)"))
  }

  /// In the shell a line that begins with a clause changes the last question.
  private func refined(_ text: String) -> String {
    var probe = SourceMap()
    guard let lastQuestion,
      ScriptSyntax.parseClauses(probe.add(name: "<shell>", text: text)) != nil
    else { return text }
    return QuestionRefinement.apply(text, to: lastQuestion)
  }

  package func isComplete(_ text: String) -> Bool {
    var probe = SourceMap()
    return ScriptSyntax.isComplete(probe.add(name: "<shell>", text: text))
  }

  /// What may stand at the cursor: the byte offset where the word to replace begins, and at most
  /// `limit` candidates, best first.
  package func completions(
    of text: String, at cursor: Int, limit: Int
  ) -> (start: Int, items: [Completion]) {
    CompletionSource(
      text, at: cursor, workspace: &workspace, access: access, hasQuestion: lastQuestion != nil
    ).completions(limit: limit)
  }

  /// What each part of a line is, for colours.
  package func highlight(_ text: String) -> [TypedPart] { TypedPart.parts(of: text) }

  /// Three lines that someone who has just started may try: they work as they stand.
  package func firstSteps() -> [String] {
    let first = workspace.model().firstQuestion(in: language)
    let isLoaded = workspace.files.contains { $0.export != nil }
    if let first { return [first, "show metrics", "help"] }
    return isLoaded
      ? ["show sources", "show metrics", "help"] : ["load \".\"", "show kinds", "help"]
  }

  // MARK: Reading scripts

  private func add(scriptAt path: String, to program: inout Program) {
    let key = Paths.simplified(path)
    guard includedPaths.insert(key).inserted else { return }
    do {
      let text = String(decoding: try access.read(path), as: UTF8.self)
      add(text, named: path, folder: Paths.folder(of: path), to: &program)
    } catch {
      program.outcome = program.outcome.worse(.unreadableData)
      report([Diagnostic(.error, .fileMissing, .about(path, error.reason))])
    }
  }

  func add(_ text: String, named name: String, folder: String, to program: inout Program) {
    let source = workspace.texts.add(name: name, text: text)
    let parsed = ScriptSyntax.parse(source)
    program.diagnostics += parsed.diagnostics
    for statement in parsed.script.statements {
      if case .command(.include(let path, let span)) = statement.form, !statement.hasErrors {
        let target = Paths.shortened(Paths.join(folder, path), using: access)
        guard access.kind(target) == .file else {
          program.outcome = program.outcome.worse(.unreadableData)
          report([
            Diagnostic.error(.fileMissing, .about(target, .noSuchFile), at: span)
          ])
          continue
        }
        add(scriptAt: target, to: &program)
        continue
      }
      program.append(statement, folder: folder)
    }
  }

  /// One thing that a receipt says was loaded or defined.
  func add(_ step: Origin.Step, to program: inout Program) {
    switch step {
    case .path(let path): program.append(path: path)
    case .script(let path): add(scriptAt: path, to: &program)
    case .statement(let text, let folder):
      add(text, named: "<receipt>", folder: folder, to: &program)
    case .parameter(let name, let value): options.parameters.append((name, value))
    case .asOf(let day): workspace.asOf = Day(text: day)
    }
  }

  // MARK: Running

  /// `isWhole` says that no further definitions will come: parameters given must be known by now,
  /// and what the checks found is summed up.
  func run(_ program: Program, isInteractive: Bool, isWhole: Bool) -> Outcome {
    if isInteractive { record = RunRecord() }
    let outcome = runStatements(of: program, isInteractive: isInteractive, isWhole: isWhole)
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

  /// Definitions hold for the whole script, whatever their order.
  private func define(_ program: Program) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var defined: Set<String> = []
    for case .statement(let statement, let folder) in program.steps {
      guard case .definition(let syntax) = statement.form, !statement.hasErrors else { continue }
      switch syntax.form {
      case .kind:
        let reader = KindReader([syntax])
        diagnostics += reader.diagnostics
        for kind in reader.kinds {
          workspace.kinds.removeAll { $0.name == kind.name }
          workspace.kinds.append(kind)
        }
      case .source(let pattern):
        guard let name = syntax.name else { continue }
        let hints = SourceHints(syntax.block, reporting: &diagnostics)
        var rules: [(rule: RuleSyntax, span: SourceSpan)] = []
        for property in syntax.block {
          if case .rule(let rule) = property.form { rules.append((rule, property.span)) }
        }
        workspace.ownSources.removeAll { $0.name.key == name.key }
        workspace.ownSources.append(
          OwnSource(
            name: name, pattern: Paths.join(folder, pattern), hints: hints, rules: rules,
            documentation: syntax.documentation, span: syntax.span))
      case .joinedSource(let parts, let keys):
        guard let name = syntax.name else { continue }
        workspace.joinedSources.removeAll { $0.name.folded == name.key }
        workspace.joinedSources.append(JoinedSource(name, parts, by: keys))
      case .fx(let pattern):
        guard let name = syntax.name else { continue }
        workspace.rateSources.removeAll { $0.name.key == name.key }
        workspace.rateSources.append(
          RateSource(
            name, pattern: pattern.map { Paths.join(folder, $0) }, syntax.block,
            span: syntax.span, reading: access, reporting: &diagnostics))
      case .target, .targets:
        // Read once all names are known.
        continue
      case .calendar:
        guard let name = syntax.name else { continue }
        _ = CalendarRules(
          syntax.block, firstWeekday: workspace.settings.firstWeekday, reporting: &diagnostics)
        workspace.calendars[name.key] = syntax.block
      case .metric, .dimension, .segment, .report, .alias, .constant, .param, .period:
        let (made, problems) = Definition.read(syntax, isShipped: false)
        diagnostics += problems
        guard let made else { continue }
        // Twice in one script is a mistake; in the shell the later line is the one that is meant.
        let isFirst = defined.insert(made.name.key).inserted
        if let problem = workspace.catalogue.add(made, replacesOwn: isFirst) {
          diagnostics.append(problem)
        }
      }
    }
    diagnostics += defineTargets(program)
    return diagnostics
  }

  private func defineTargets(_ program: Program) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for case .statement(let statement, let folder) in program.steps where !statement.hasErrors {
      guard case .definition(let syntax) = statement.form else { continue }
      switch syntax.form {
      case .target(let expression, let clauses):
        do {
          workspace.targets.append(
            try Target.read(expression, clauses, at: syntax.span, in: workspace.catalogue))
        } catch {
          diagnostics.append(error.diagnostic.about(syntax.span))
        }
      case .targets(let path):
        let file = TargetFile(catalogue: workspace.catalogue)
        let (targets, problems) = file.read(
          Paths.join(folder, path), at: syntax.span, using: access)
        workspace.targets += targets
        diagnostics += problems
      default: continue
      }
    }
    return diagnostics
  }

  func setParameters() -> [Diagnostic] {
    let environment = setParameters(options.environmentParameters) { name in
      Diagnostic(.note, .unknownParameter, .about("KEPI_PARAM_\(name)", .noSuchParameter))
    }
    return environment
      + setParameters(options.parameters) { name in
        Diagnostic(.error, .unknownParameter, .about("--param \(name)", .noSuchParameter))
      }
  }

  private func setParameters(
    _ parameters: [(name: String, value: String)], unknown: (String) -> Diagnostic
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for parameter in parameters {
      let literal = LiteralSyntax(parameter: parameter.value)
      guard !workspace.catalogue.setParameter(parameter.name.folded, to: literal) else { continue }
      let known = workspace.catalogue.definitions.compactMap { definition in
        if case .parameter = definition.form { definition.name.text } else { nil }
      }
      let closest = Spelling.closest(to: parameter.name, among: known)
      var diagnostic = unknown(parameter.name)
      diagnostic.details = closest.map { [Phrase.nearestName($0).asSentence] } ?? []
      diagnostics.append(diagnostic)
    }
    return diagnostics
  }

  private func load(_ step: Program.Step) -> Loader.Loaded {
    let patience = Session.patience
    let loader = loader(patience)
    func loaded(_ work: @escaping @Sendable () -> Loader.Loaded) -> Loader.Loaded {
      patience.result(of: work) ?? ([], [])
    }
    switch step {
    case .path(let path): return loaded { loader.load(pathArgument: path) }
    case .statement(let statement, let folder):
      guard !statement.hasErrors else { return ([], []) }
      switch statement.form {
      case .command(.load(let pattern, let span, let name, let settings)):
        return loaded {
          loader.load(pattern, in: folder, at: span, as: name, settings: settings)
        }
      case .definition(let definition):
        guard case .source = definition.form, let name = definition.name,
          let own = workspace.ownSources.first(where: { $0.name.key == name.key })
        else { return ([], []) }
        return loaded { loader.load(own) }
      case .query, .command, .absent: return ([], [])
      }
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
    let present = workspace
    let made = Session.patience.result { () -> (Workspace, Model, Store, CoverageBook) in
      var future = present
      for place in loads.keys.sorted() { future.add(loads[place] ?? []) }
      let (model, store, coverage) = (future.model(), future.store(), future.coverage())
      // Last, with all that was just made of it.
      return (future, model, store, coverage)
    }
    guard let (prepared, model, store, coverage) = made else { return (workspace, []) }
    var future = prepared
    let checker = StatementChecker(
      model: model, store: store, describer: Describer(model: model, workspace: future),
      coverage: coverage)
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
    let failures = SourceRules(workspace: future).failures(store: future.store(), checker.model)
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
    var told: Set<String> = []
    for export in files.compactMap(\.export) {
      guard let kind = export.kind, let uncertainty = export.uncertainty,
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
  private func ask(_ query: QuerySyntax, keptAs span: SourceSpan) -> Outcome {
    let outcome = ask(query, titled: title(of: query))
    keep(span, outcome)
    return outcome
  }

  private func keep(_ span: SourceSpan, _ outcome: Outcome) {
    guard isInteractive, outcome == .success,
      let text = workspace.texts[span.source]?.text(of: span), text != questions.last
    else { return }
    questions.append(text)
  }

  var questioner: Questioner {
    var effort = options.effort
    if let bytes = workspace.settings.memoryBytes { effort.memoryBytes = bytes }
    return Questioner(
      model: workspace.model(), store: workspace.store(), effort: effort,
      coverage: workspace.coverage(), patience: Session.patience)
  }

  private func ask(_ query: QuerySyntax, titled title: String) -> Outcome {
    do {
      var (answer, notes) = try questioner.answer(
        query.expandingReport(in: workspace.catalogue))
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

  // MARK: The last answer

  /// Draws the answer to a question, or the last answer.
  private func chart(_ query: QuerySyntax?, _ span: SourceSpan) -> Outcome {
    if let query {
      do {
        var (answer, notes) = try questioner.answer(query.expandingReport(in: workspace.catalogue))
        if workspace.settings.receipts == .full {
          answer = withOrigin(answer, of: query)
          notes += self.notes(on: answer.receipt.origin)
        }
        lastAnswer = (answer, title(of: query))
        keep(query.span, .success)
        let outcome = draw(answer, span)
        report(notes)
        return outcome
      } catch {
        return refused(error)
      }
    }
    guard let answer = lastAnswer?.answer else { return nothing(.noAnswerYet, at: span) }
    return draw(answer, span)
  }

  private func draw(_ answer: Answer, _ span: SourceSpan) -> Outcome {
    if writer.write(chart: answer, workspace.settings, isInteractive: isInteractive) {
      return .success
    }
    return nothing(.nothingToDraw, at: span)
  }

  private func showAgain(as form: Name?, at span: SourceSpan) -> Outcome {
    guard let (answer, title) = lastAnswer else { return nothing(.noAnswerYet, at: span) }
    let settings = workspace.settings
    defer { workspace.settings = settings }
    if let form, let format = OutputFormat(word: form) {
      if format == .xlsx, streams.terminalColumns != nil {
        report([SettingProblem.notOnTerminal(form).diagnostic])
        return .misunderstood
      }
      workspace.settings.format = format
    }
    write(answer, titled: title)
    return .success
  }

  /// Goes back to the question before the last, and asks it again.
  private func undo(at span: SourceSpan) -> Outcome {
    guard isInteractive, questions.count > 1 else {
      return nothing(isInteractive ? .nothingToUndo : .undoInScript, at: span)
    }
    questions.removeLast()
    let text = questions.last ?? ""
    let source = workspace.texts.add(name: "<shell>", text: text)
    guard case .query(let query)? = ScriptSyntax.parse(source).script.statements.first?.form else {
      return .misunderstood
    }
    say(Phrase(asWritten: text.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    return ask(query, titled: title(of: query))
  }

  private func nothing(_ phrase: Phrase, at span: SourceSpan) -> Outcome {
    report([.error(.nothingBefore, phrase, at: span)])
    return .misunderstood
  }

  private func explain(_ query: QuerySyntax, titled title: String) -> Outcome {
    do {
      let found = try Explainer(
        questioner: questioner, language: language, columns: streams.terminalColumns
      ).explain(query)
      let whole = withOrigin(found.answer, of: query)
      if workspace.settings.format.isForPeople {
        let files =
          whole.receipt.origin.map {
            ReceiptText.explanation(of: $0, columns: streams.terminalColumns, language)
          } ?? ""
        writer.write(
          explanation: found.with(files: files), workspace.settings,
          isInteractive: isInteractive)
      } else if workspace.settings.format == .json {
        writer.write(JSONReport.render(whole, explainedBy: found.lines))
      } else {
        write(whole, titled: title)
      }
      report(found.notes + notes(on: whole.receipt.origin))
      return .success
    } catch {
      return refused(error)
    }
  }

  private func why(_ query: QuerySyntax, _ statement: SourceSpan) -> Outcome {
    do throws(Questioner.Refusal) {
      let isForPeople = workspace.settings.format.isForPeople
      let found = try WhyRun(
        query: query.expandingReport(in: workspace.catalogue), questioner: questioner,
        isForPeople: isForPeople, language: language
      ).run()
      var answer = found.answer
      if workspace.settings.receipts == .full { answer = withOrigin(answer, of: found, query) }
      if isForPeople {
        lastAnswer = (answer, title(of: statement))
        var text = ""
        if let columns = streams.terminalColumns, let waterfall = found.waterfall {
          text =
            waterfall.render(
              columns: columns, strokes: writer.strokes(workspace.settings)) + "\n"
        }
        text += ReceiptText.render(
          found.closing, columns: streams.terminalColumns, language: language)
        writer.write(answer, above: text, workspace.settings, isInteractive: isInteractive)
      } else {
        write(answer, titled: title(of: statement))
        report(found.closing.map { .note(.partsAddUp, $0) })
      }
      report(found.notes.map { $0.inside(statement) } + notes(on: answer.receipt.origin))
      return .success
    } catch {
      let diagnostics = error.diagnostics.map { $0.inside(statement) }
      return refused(Questioner.Refusal(diagnostics, isInterruption: error.isInterruption))
    }
  }

  /// What is in a file; nothing is loaded.
  private func describe(
    file path: String, at span: SourceSpan, _ statement: StatementSyntax
  ) -> Outcome {
    let folder = workspace.texts[span.source].map { Paths.folder(of: $0.name) } ?? ""
    let (place, part) = PartSelection.parted(Paths.join(folder, path))
    guard access.kind(place) == .file else {
      report([.error(.fileMissing, .about(place, .noSuchFile), at: span)])
      return .unreadableData
    }
    do throws(FileAccess.Failure) {
      let inspector = FileInspector(
        path: place, part: part, recogniser: workspace.recogniser(),
        zone: workspace.settings.timeZone
      ) { Session.wantsStop }
      let tables = inspector.inspect(try access.read(place))
      writeText(
        FileDescription(workspace).text(of: tables), titled: title(of: statement.span))
      return .success
    } catch {
      report([.error(.unreadableFile, .about(place, error.reason), at: span)])
      return .unreadableData
    }
  }

  private func showRows(of query: QuerySyntax, _ statement: SourceSpan) -> Outcome {
    let isForPeople = workspace.settings.format.isForPeople
    var listing = RowListing(
      questioner, workspace, language: isForPeople ? language : .english, isForPeople: isForPeople,
      lines: loader(Session.patience).lines)
    do {
      let found = try listing.answers(query)
      for (files, answer) in found.answers {
        lastAnswer = (answer, title(of: statement))
        let count = writer.write(
          answer, titled: title(of: statement), below: files, workspace.settings,
          isInteractive: isInteractive)
        sayHowManyFormulas(count)
      }
      report(found.notes.map { $0.inside(statement) })
      return .success
    } catch {
      let diagnostics = error.diagnostics.map { $0.inside(statement).withoutGrouping }
      return refused(Questioner.Refusal(diagnostics, isInterruption: error.isInterruption))
    }
  }

  /// Waits until what was read is written to the cache.
  package func finish() { workspace.cache?.finish() }

  private func loader(_ patience: Patience) -> Loader {
    Loader(
      workspace: workspace, recogniser: workspace.recogniser(), access: access,
      streams: streams, effort: options.readEffort, cache: workspace.cache
    ) { patience.isOver }
  }

  func checkRun(_ title: String?, _ query: QuerySyntax) -> CheckRun {
    CheckRun(
      title: title, query: query, questioner: questioner,
      place: { [texts = workspace.texts] in CheckResult.Place($0, in: texts) })
  }

  private func check(
    _ title: String?, _ query: QuerySyntax, _ statement: SourceSpan
  ) -> Outcome {
    do {
      var report = try checkRun(title, query).run()
      if workspace.settings.receipts == .full {
        report.answer = withOrigin(report.answer, of: report, title, query)
      }
      record.found[statement] = report.results
      if workspace.settings.format.isForPeople {
        let shown = report.results.filter { !options.isQuiet || $0.outcome != .passed }
        if !shown.isEmpty {
          writer.write(
            check: shown.map { CheckText.render($0, language: language) }.joined(),
            isInteractive: isInteractive)
        }
        writer.write(receiptOf: report.answer, workspace.settings)
      } else {
        write(report.answer, titled: self.title(of: statement))
      }
      self.report(
        report.notes.map { $0.inside(statement) } + notes(on: report.answer.receipt.origin))
      return report.holds ? .success : .checkFailed
    } catch {
      let diagnostics = error.diagnostics.map { $0.inside(statement) }
      return refused(Questioner.Refusal(diagnostics, isInterruption: error.isInterruption))
    }
  }

  private func set(_ name: Name, _ value: SettingValueSyntax) -> Outcome {
    do throws(SettingProblem) {
      var settings = workspace.settings
      try settings.apply(name, value)
      if settings.format == .xlsx, streams.terminalColumns != nil {
        throw SettingProblem.notOnTerminal(name)
      }
      workspace.settings = settings
      CellWidth.ofAmbiguous = settings.ambiguousWidth
      return .success
    } catch {
      report([error.diagnostic])
      return .misunderstood
    }
  }

  // MARK: Writing

  func write(_ answer: Answer, titled title: String) {
    lastAnswer = (answer, title)
    let count = writer.write(
      answer, titled: title, workspace.settings, isInteractive: isInteractive)
    sayHowManyFormulas(count)
  }

  func writeText(_ text: String, titled title: String) {
    writer.write(text: text, titled: title, workspace.settings, isInteractive: isInteractive)
  }

  func sayHowManyFormulas(_ count: Int) {
    guard count > 0 else { return }
    report([
      .note(
        .formulaText,
        Phrase(
          count == 1
            ? "one text begins like a formula and got an apostrophe before it"
            : "\(count) texts begin like a formula and got an apostrophe before them",
          zh: "\(count) 个文本的开头像公式，前面已加撇号"),
        details: [
          Phrase(
            "A program that reads them as they are:   set csv_for programs",
            zh: "给程序用，不加撇号：   set csv_for programs")
        ])
    ])
  }

  func say(_ phrase: Phrase) {
    streams.errors(phrase.text(in: language).printable + "\n")
  }

  package var language: Language { workspace.settings.language }

  private static let greatestErrorCount = 10

  /// At most ten errors a run: more would bury the first. Whoever reads answers as JSON reads what
  /// is said about them as JSON too, an object a line.
  func report(_ diagnostics: [Diagnostic], in other: Language? = nil) {
    let language = other ?? self.language
    let renderer = DiagnosticRenderer(texts: workspace.texts, language: language)
    let isForPrograms = workspace.settings.format.isJSON
    var errorCount = 0
    var said: [Diagnostic] = []
    for diagnostic in diagnostics where !said.contains(where: { $0.repeats(diagnostic) }) {
      said.append(diagnostic)
      if diagnostic.severity == .note, options.isQuiet { continue }
      if diagnostic.severity == .error {
        errorCount += 1
        record.add(diagnostic, texts: workspace.texts)
        guard isForPrograms || errorCount <= Self.greatestErrorCount else { continue }
      }
      streams.errors(
        (isForPrograms ? renderer.json(diagnostic) : renderer.text(diagnostic)) + "\n")
    }
    let unsaid = errorCount - Self.greatestErrorCount
    if !isForPrograms, unsaid > 0 {
      let rest = Phrase(
        unsaid == 1 ? "and one more error" : "and \(unsaid) more errors", zh: "还有 \(unsaid) 个错误")
      streams.errors(rest.text(in: language) + "\n")
    }
  }
}

extension Phrase {
  fileprivate static let noAnswerYet = Phrase("there is no answer yet", zh: "还没有结果")
  fileprivate static let nothingToDraw = Phrase(
    "there are no numbers side by side to draw", zh: "没有可以并列画出的数字")
  fileprivate static let nothingToUndo = Phrase(
    "there is no question before this one", zh: "前面没有别的查询")
  fileprivate static let undoInScript = Phrase("`undo` is for the shell", zh: "`undo` 只用于交互界面")
}

extension StatementSyntax {
  /// Whether someone may ask how long it took.
  fileprivate var isQuestion: Bool {
    switch form {
    case .query: true
    case .command(let command):
      switch command {
      case .showRows, .explain, .check, .checkCoverage, .why, .reconcile, .coverage, .export,
        .exportAnswer,
        .chart, .undo, .verify:
        true
      case .load, .show, .describe, .describeKind, .describeFile, .set, .include, .help, .last,
        .learn, .quiz, .lint, .exportGlossary:
        false
      }
    case .definition, .absent: false
    }
  }
}

extension DiagnosticCode {
  /// Whether the fault lies with a file, not with what was written.
  fileprivate var isAboutFiles: Bool { self == .unreadableFile || self == .fileMissing }
}

extension Answer {
  func withReceipt(_ receipt: Receipt) -> Answer {
    var copy = self
    copy.receipt = receipt
    return copy
  }
}

extension Receipt {
  func with(notes: [Phrase]) -> Receipt {
    var receipt = Receipt(
      periods: periods, asOf: asOf, asOfReason: asOfReason, sources: sources,
      conversion: conversion, notes: notes)
    receipt.definitions = definitions
    receipt.gaps = gaps
    receipt.origin = origin
    return receipt
  }

  static let none = Receipt(periods: [], asOf: nil, asOfReason: .empty, sources: [], notes: [])

  /// Notes are said as diagnostics, with their places, except where programs read them.
  var withoutNotes: Receipt { with(notes: []) }
}

extension LiteralSyntax {
  /// The value of `--param NAME=VALUE`: a number, a percentage, a day or true and false where it
  /// reads as one, else text.
  init(parameter text: String) {
    var probe = SourceMap()
    let parsed = ScriptSyntax.parse(probe.add(name: "<parameter>", text: "let x = \(text)"))
    if parsed.diagnostics.isEmpty, parsed.script.statements.count == 1,
      case .definition(let definition) = parsed.script.statements[0].form,
      case .constant(let expression) = definition.form, case .literal(let literal) = expression.form
    {
      self = literal
    } else {
      self = .string(text)
    }
  }
}
