// Receipts in a session: made, written beside numbers, and asked again.
import KepiDiagnostics
import KepiReports
import KepiSemantics
import KepiSyntax

extension Session {
  /// What follows the name of a file in that of its receipt.
  static let receiptEnding = ".receipt.json"

  /// What a receipt should not leave to be found out.
  func notes(on origin: Origin?) -> [Diagnostic] {
    (origin?.files ?? []).filter { $0.state != .asLoaded }.map { file in
      .note(
        .fileChanged,
        file.state == .gone
          ? Phrase(
            "`\(file.path)` is gone since it was loaded", zh: "`\(file.path)` 载入之后已不在")
          : Phrase(
            "`\(file.path)` changed since it was loaded", zh: "`\(file.path)` 载入之后被改过"),
        details: [
          Phrase(
            "The numbers are those of the file as it was. Load it again for those of now.",
            zh: "数值来自载入时的文件，要用现在的内容请重新载入")
        ])
    }
  }

  // MARK: Beside the numbers

  /// Writes the receipt of an answer that went to a file; `nil` where the file holds it itself.
  /// - Parameter bytes: what was written to the file.
  func writeReceipt(
    of answer: Answer, titled title: String, beside path: String, _ bytes: [UInt8]
  ) throws(FileAccess.Failure) -> String? {
    let format = OutputFormat(ofFile: path) ?? .csv
    guard format != .json else { return nil }
    let key = Paths.simplified(path)
    var known = format == .xlsx ? exportedReceipts[key] ?? [] : []
    // As with its sheet, the same question takes the place of its own.
    if let place = known.firstIndex(where: { $0.title == title }) {
      known[place].answer = answer
    } else {
      known.append((title, answer))
    }
    exportedReceipts[key] = known
    let hash = ContentHash.sha256(bytes)
    let text = known.map { entry in
      JSONReport.render(entry.answer, besides: (Paths.name(of: path), hash))
    }.joined()
    let receiptPath = path + Self.receiptEnding
    try access.write(receiptPath, Array(text.utf8))
    return receiptPath
  }

  // MARK: Asked again

  /// Asks the question of a receipt of what is loaded now.
  func verify(_ path: String, _ statement: SourceSpan?) -> Outcome {
    guard let found = readReceipts(path, at: statement) else { return .unreadableData }
    var outcome = Outcome.success
    var verifications: [Verification] = []
    for stored in found.receipts {
      let hash = stored.about.flatMap { about in
        (try? access.read(Paths.join(Paths.folder(of: found.path), about.name))).map {
          ContentHash.sha256($0)
        }
      }
      var answer: Answer?
      let parsed = ScriptSyntax.parse(
        workspace.texts.add(name: "<receipt>", text: stored.question))
      if let statement = parsed.script.statements.first, parsed.diagnostics.isEmpty {
        do throws(Questioner.Refusal) {
          let problems = statementChecker.problems(of: statement)
          if problems.contains(where: { $0.severity == .error }) {
            throw Questioner.Refusal(problems)
          }
          answer = try wholeAnswer(of: statement).answer
        } catch {
          outcome = outcome.worse(refused(error))
          if error.isInterruption { return outcome }
        }
      } else {
        report(parsed.diagnostics)
        outcome = outcome.worse(.misunderstood)
      }
      let verification = Verification(path: path, stored: stored, answer: answer, fileHash: hash)
      if verification.answerDiffers { outcome = outcome.worse(.checkFailed) }
      verifications.append(verification)
    }
    if workspace.settings.format.isForPeople {
      writer.write(
        check: verifications.map { $0.text(in: language) }.joined(), isInteractive: isInteractive)
    } else {
      write(Verification.answer(verifications), titled: "verify \(path)")
    }
    return outcome
  }

  private var statementChecker: StatementChecker {
    let model = workspace.model()
    return StatementChecker(
      model: model, store: workspace.store(),
      describer: Describer(model: model, workspace: workspace), coverage: workspace.coverage())
  }

  /// Loads and defines what a receipt says, or other paths, and asks its question.
  package func verify(file path: String, against paths: [String]) -> Outcome {
    guard let found = readReceipts(path, at: nil), let last = found.receipts.last else {
      return Outcome.unreadableData
    }
    var program = Program()
    for step in paths.isEmpty ? last.setup : Self.steps(for: paths) {
      add(step, to: &program)
    }
    program.keepSetup()
    let started = run(program, isInteractive: false, isWhole: false)
    if started == .misunderstood || started == .interrupted || started == .timedOut {
      return started
    }
    let verified = verify(path, nil)
    // What cannot be asked without the file is no fault of the question.
    return started == .unreadableData ? started : started.worse(verified)
  }

  private static func steps(for paths: [String]) -> [Origin.Step] {
    paths.map { $0.hasSuffix(".kepi") ? .script($0) : .path($0) }
  }

  private func readReceipts(
    _ path: String, at span: SourceSpan?
  ) -> (path: String, receipts: [StoredReceipt])? {
    for candidate in [path, path + Self.receiptEnding] {
      guard let bytes = try? access.read(candidate), let receipts = StoredReceipt.read(bytes)
      else { continue }
      return (candidate, receipts)
    }
    let marks = span.map { [Diagnostic.Mark($0)] } ?? []
    guard access.kind(path) == .file else {
      report([Diagnostic(.error, .fileMissing, .about(path, .noSuchFile), at: marks)])
      return nil
    }
    report([
      Diagnostic(
        .error, .noReceipt,
        .about(path, Phrase("there is no receipt in it or beside it", zh: "里面和旁边都没有收据")),
        at: marks,
        details: [
          Phrase(
            "`export to` writes one beside its file:   \(path)\(Self.receiptEnding)",
            zh: "`export to` 会在文件旁边写一份：   \(path)\(Self.receiptEnding)")
        ])
    ])
    return nil
  }
}
