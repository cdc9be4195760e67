// What statements define, before any of them runs.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

extension Session {
  /// Definitions hold for the whole script, whatever their order.
  func define(_ program: Program) -> [Diagnostic] {
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

  func defineTargets(_ program: Program) -> [Diagnostic] {
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

  func setParameters(
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
}
