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
        case .load, .include, .set, .help: return false
        case .show, .describe, .explain, .check, .why, .reconcile, .coverage, .export: return true
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

  var steps: [Step] = []
  var diagnostics: [Diagnostic] = []
  var outcome: Outcome = .success
}
