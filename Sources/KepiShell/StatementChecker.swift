// Everything that can be known to be wrong with a script before its first statement runs.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiSemantics
import KepiSyntax

struct StatementChecker {
  let model: Model
  let store: Store
  let describer: Describer
  var coverage = CoverageBook.none
  /// Keeps what questions are resolved to, for when they are asked.
  var resolved = ResolvedQuestions()

  /// One error a statement: the others are often its consequences.
  func problems(of statement: StatementSyntax) -> [Diagnostic] {
    let all = allProblems(of: statement)
    guard let first = all.firstIndex(where: { $0.severity == .error }) else { return all }
    return all.indices.filter { $0 == first || all[$0].severity != .error }.map { all[$0] }
  }

  private func allProblems(of statement: StatementSyntax) -> [Diagnostic] {
    switch statement.form {
    case .query(let query):
      return problems(of: query) { resolved.keep($0, at: statement.span) }
    case .command(let command): return problems(of: command, statement)
    case .definition(let definition): return problems(of: definition)
    case .absent: return []
    }
  }

  private var questioner: Questioner {
    Questioner(model: model, store: store, effort: .all, patience: .endless)
  }

  private func problems(
    of query: QuerySyntax, keeping keep: (ResolvedQuery) -> Void = { _ in }
  ) -> [Diagnostic] {
    do {
      keep(try questioner.resolve(query.expandingReport(in: model.catalogue)))
      return []
    } catch {
      return error.diagnostics
    }
  }

  private func problems(of command: CommandSyntax, _ statement: StatementSyntax) -> [Diagnostic] {
    switch command {
    case .check(_, let query):
      return (problems(of: query) + CheckRun.problems(of: query, model)).map {
        $0.inside(statement.span)
      }
    case .explain(let query):
      return problems(of: query).map { $0.inside(statement.span) }
    case .showRows(let query):
      return (RowListing.problems(of: query) + problems(of: query)).map {
        $0.inside(statement.span)
      }
    case .export(let path, let query):
      return problems(of: query).map { $0.inside(statement.span) }
        + problems(ofFile: path, at: statement.span)
    case .exportAnswer(let path, let inner):
      return problems(of: inner, statement) + problems(ofFile: path, at: statement.span)
    case .why(let query):
      return WhyRun.problems(of: query, questioner).map { $0.inside(statement.span) }
    case .coverage(let syntax), .checkCoverage(_, let syntax):
      return problems(of: syntax, at: statement.span)
    case .reconcile(let first, let second, let clauses, let tolerance):
      return ReconcileRun(
        first: first, second: second, clauses: clauses, tolerance: tolerance, span: statement.span,
        questioner: questioner
      ).problems()
    case .show(let topic, _):
      guard !Listing.topics.contains(where: { $0.name == topic.key }) else { return [] }
      if topic.key == Keyword.rows.english {
        return [
          Diagnostic.error(
            .unknownTopic,
            Phrase("`rows` wants the number whose rows they are", zh: "`rows` 后面要写是哪个数字的行"),
            at: topic.span,
            details: [
              Phrase.forExample("show rows of units where store = \"Nord\" over last week")
            ]
          ).about(statement.span)
        ]
      }
      let known = Listing.topics.map(\.name)
      let closest = Spelling.closest(to: topic.key, among: known)
      return [
        Diagnostic.error(
          .unknownTopic,
          Phrase(
            "there is nothing to show called `\(topic.text)`", zh: "没有叫 `\(topic.text)` 的列表"),
          at: topic.span,
          details: [
            Phrase(
              "Try one of: \(known.listed(in: .english)).",
              zh: "可以用：\(known.listed(in: .chinese))")
          ],
          mends: closest.map { [.init(nearest: .nearest($0), [.init(topic.span, $0)])] } ?? []
        ).about(statement.span)
      ]
    case .describe(let path):
      return describer.problem(with: path).map { [$0.diagnostic.about(statement.span)] } ?? []
    case .describeKind(let name):
      return describer.kindProblem(with: name).map { [$0.diagnostic.about(statement.span)] } ?? []
    case .set(let name, let value, _):
      var trial = Settings()
      do {
        try trial.apply(name, value)
        return []
      } catch {
        return [error.diagnostic.about(statement.span)]
      }
    case .learn(let name):
      guard let name else { return [] }
      let book = LessonBook.shipped(in: describer.workspace.settings.language)
      return book.problem(with: name).map { [$0.about(statement.span)] } ?? []
    case .exportGlossary(let path):
      guard Glossary.Form(ofFile: path) == nil else { return [] }
      return [Glossary.unknownForm(path, at: statement.span).about(statement.span)]
    case .chart(let query?): return problems(of: query).map { $0.inside(statement.span) }
    case .last(let form?):
      return OutputFormat(word: form) == nil ? [SettingProblem.unknownForm(form).diagnostic] : []
    case .load, .include, .help, .describeFile, .quiz, .lint, .chart(nil), .last(nil), .undo,
      .verify:
      return []
    }
  }

  private func problems(ofFile path: String, at span: SourceSpan) -> [Diagnostic] {
    guard OutputFormat(ofFile: path) == nil else { return [] }
    let ending = OutputFormat.ending(of: path)
    let known = OutputFormat.knownEndings
    return [
      Diagnostic.error(
        .fileMissing,
        Phrase(
          "`\(path)`: the ending says the form, and `\(ending)` is none",
          zh: "`\(path)`：文件的格式由结尾决定，`\(ending)` 不是可用的格式"),
        at: span,
        details: [
          Phrase(
            "Endings are \(known.listed(in: .english)).",
            zh: "结尾可以是 \(known.listed(in: .chinese))")
        ]
      ).about(span)
    ]
  }

  private func problems(of syntax: CoverageSyntax, at span: SourceSpan) -> [Diagnostic] {
    do throws(CoverageRequest.Refusal) {
      _ = try CoverageRequest(syntax, at: span, model: model, book: coverage, today: nil)
    } catch {
      return error.diagnostics.map { $0.about(span) }
    }
    for rule in syntax.rules {
      guard case .fresh(let units) = rule.form, units.dayCount == nil else { continue }
      let problem = Problem.unknownUnit(units.unit, closest: Grain.closest(to: units.unit.key))
      return [problem.diagnostic.about(span)]
    }
    return []
  }

  /// A definition is resolved by itself, so that its mistakes are told where they stand, and not
  /// where it is first asked for.
  private func problems(of definition: DefinitionSyntax) -> [Diagnostic] {
    // One that could not stand has been refused already.
    guard let name = definition.name, model.catalogue[name.key]?.name.span == name.span else {
      return []
    }
    switch definition.form {
    case .metric:
      let remarks = MetricLint(model: model).wrongNumbers(in: definition)
      let query = QuerySyntax(
        items: [ItemSyntax(ExpressionSyntax(.name(NamePath([name])), at: name.span))], clauses: [],
        at: definition.span)
      do {
        _ = try ResolvedQuery.resolve(query, in: model)
        return remarks + ExampleRun(model: model).problems(of: name)
      } catch {
        // That nothing is loaded yet, and that it has to be asked of one store, is no mistake of the
        // definition.
        return remarks
          + error.all.filter {
            switch $0 {
            case .notLoaded, .onlyPer: false
            default: true
            }
          }
          .map { $0.diagnostic.about(definition.span) }
      }
    case .dimension, .segment, .source, .joinedSource, .kind, .target, .targets, .report, .calendar,
      .fx, .alias,
      .constant, .param, .period:
      return []
    }
  }
}
