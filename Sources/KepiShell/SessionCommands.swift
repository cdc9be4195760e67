// Statements that are no questions, and what follows an answer.
import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

extension Session {
  /// Draws the answer to a question, or the last answer.
  func chart(_ query: QuerySyntax?, _ span: SourceSpan) -> Outcome {
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

  func draw(_ answer: Answer, _ span: SourceSpan) -> Outcome {
    if writer.write(chart: answer, workspace.settings, isInteractive: isInteractive) {
      return .success
    }
    return nothing(.nothingToDraw, at: span)
  }

  func showAgain(as form: Name?, at span: SourceSpan) -> Outcome {
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
  func undo(at span: SourceSpan) -> Outcome {
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

  func nothing(_ phrase: Phrase, at span: SourceSpan) -> Outcome {
    report([.error(.nothingBefore, phrase, at: span)])
    return .misunderstood
  }

  func explain(_ query: QuerySyntax, titled title: String) -> Outcome {
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

  func why(_ query: QuerySyntax, _ statement: SourceSpan) -> Outcome {
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
  func describe(
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
      var file = try access.open(place)
      if file == nil { file = LargeFile(try access.read(place)) }
      let tables = file.map { inspector.inspect($0) } ?? []
      writeText(
        FileDescription(workspace).text(of: tables), titled: title(of: statement.span))
      return .success
    } catch {
      report([.error(.unreadableFile, .about(place, error.reason), at: span)])
      return .unreadableData
    }
  }

  func showRows(of query: QuerySyntax, _ statement: SourceSpan) -> Outcome {
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

  func loader(_ patience: Patience) -> Loader {
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

  func check(
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

  func set(_ name: Name, _ value: SettingValueSyntax) -> Outcome {
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
}
