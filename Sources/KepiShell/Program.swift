// The statements of a run, flattened: scripts with their includes, paths, statements.
import KepiDiagnostics
import KepiSyntax

struct Program {
  enum Step {
    case statement(StatementSyntax, folder: String)
    /// A folder or an export named on the command line.
    case path(String)

    var isLoad: Bool {
      guard case .statement(let statement, _) = self else { return true }
      if case .command(.load) = statement.form { return true }
      return false
    }

    /// Whether the step needs the rows that are loaded by then.
    var readsRows: Bool {
      guard case .statement(let statement, _) = self else { return false }
      switch statement.form {
      case .query: return true
      case .command(let command):
        switch command {
        case .load, .include, .set, .help, .describeFile, .learn, .quiz, .last, .chart(nil):
          return false
        case .chart, .undo: return true
        case .show, .showRows, .describe, .describeKind, .explain, .check, .checkCoverage, .why,
          .reconcile,
          .coverage, .export, .exportAnswer, .exportGlossary, .lint, .verify:
          return true
        }
      case .definition, .absent: return false
      }
    }
  }

  /// What the first `set language` asks for. It holds for all that is said before the first
  /// statement runs, too.
  var language: Language? {
    for case .statement(let statement, _) in steps {
      guard case .command(.set(let name, let value, _)) = statement.form else { continue }
      var trial = Settings()
      if Settings.key(of: name) == "language", (try? trial.apply(name, value)) != nil {
        return trial.language
      }
    }
    return nil
  }

  private(set) var steps: [Step] = []
  var diagnostics: [Diagnostic] = []
  var outcome: Outcome = .success
  /// Loads and definitions by what they say, and the text in which each stands first.
  private var said: [String: SourceText.ID] = [:]

  /// Leaves what loads and defines, and nothing that asks.
  mutating func keepSetup() {
    steps.removeAll { step in
      guard case .statement(let statement, _) = step else { return false }
      return !statement.isSetup
    }
  }

  mutating func append(path: String) { steps.append(.path(path)) }

  /// What two scripts say alike counts once: scripts that run together may load the same files and
  /// need the same names. Within one script it is a mistake, and told as such.
  mutating func append(_ statement: StatementSyntax, folder: String) {
    if let key = Self.key(of: statement, folder: folder) {
      let source = statement.span.source
      if said[key, default: source] != source { return }
      said[key] = source
    }
    steps.append(.statement(statement, folder: folder))
  }

  private static func key(of statement: StatementSyntax, folder: String) -> String? {
    guard !statement.hasErrors else { return nil }
    switch statement.form {
    case .command(.load): break
    case .definition(let definition):
      switch definition.form {
      case .source, .targets, .fx: break
      case .metric, .dimension, .segment, .joinedSource, .kind, .target, .report, .calendar, .alias,
        .constant, .param, .period:
        return SyntaxPrinter.text(of: statement)
      }
    case .command, .query, .absent: return nil
    }
    // Paths hang on the folder of the script.
    return Paths.simplified(folder) + "\n" + SyntaxPrinter.text(of: statement)
  }
}
