// How a session starts: which scripts and statements it runs, in which order.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

extension Session {
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

  func sayTime(_ duration: Duration) {
    // Beside answers in JSON all else is JSON, too.
    guard !workspace.settings.format.isJSON else { return }
    let text = Elapsed(duration).text
    say(Phrase("took \(text)", zh: "耗时 \(text)"))
  }

  /// In the shell a line that begins with a clause changes the last question.
  func refined(_ text: String) -> String {
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

  func add(scriptAt path: String, to program: inout Program) {
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
}
