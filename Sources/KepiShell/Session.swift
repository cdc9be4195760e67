// A session: what is loaded and defined, and the statements run against it.

/// How answers are written.
package enum OutputFormat: String, CaseIterable, Sendable { case table, csv, json }

/// Where a session writes. Answers and reports go to `output`, all that is said about them to
/// `errors`. Both are given whole lines.
package struct SessionStreams: Sendable {
  package let output: @Sendable (String) -> Void
  package let errors: @Sendable (String) -> Void
  /// Whether `output` is a terminal, and how many cells wide; `nil` for a pipe or a file. Asked anew
  /// each time, since people resize their windows.
  package var terminalColumns: Int? { columns() }
  /// Whether `output` takes bold and the like for what they are.
  package let understandsEscapes: Bool
  /// Redraws one line, as `reading 3 of 12 files`; an empty one clears it. `nil` where no one looks.
  package let progress: (@Sendable (String) -> Void)?
  private let columns: @Sendable () -> Int?

  package init(
    output: @escaping @Sendable (String) -> Void, errors: @escaping @Sendable (String) -> Void,
    terminalColumns: @autoclosure @escaping @Sendable () -> Int?, understandsEscapes: Bool = false,
    progress: (@Sendable (String) -> Void)? = nil
  ) {
    self.output = output
    self.errors = errors
    self.understandsEscapes = understandsEscapes
    self.progress = progress
    columns = terminalColumns
  }
}

package struct SessionOptions: Sendable {
  package var format: OutputFormat?
  /// As written after `--as-of`.
  package var asOf: String?
  /// Names and values as written after `--param`, in order.
  package var parameters: [(name: String, value: String)] = []
  package var readsInit = true
  package init() {}
}

/// The worst that happened so far. The first of 2, 3, 1 that applies wins.
package enum Outcome: Int32, Sendable {
  case success = 0
  case checkFailed = 1
  case misunderstood = 2
  case unreadableData = 3
  case interrupted = 130
}

/// One way to go on at the cursor.
package struct Completion: Equatable, Sendable {
  /// What replaces the word before the cursor.
  package let text: String
  /// Said beside it in a menu: a unit, a label, a row count.
  package let note: String

  package init(text: String, note: String) {
    self.text = text
    self.note = note
  }
}

package final class Session {
  private let streams: SessionStreams

  package init(options: SessionOptions, streams: SessionStreams) {
    self.streams = streams
  }

  /// Reads `workspace.kepi`, loads the folders and export files, and runs scripts, in order.
  /// `-c` statements come after the paths. Gives the status to exit with.
  package func start(paths: [String], statements: [String]) -> Outcome { .success }

  /// Runs statements from standard input, or a line of the shell.
  package func run(_ text: String, named name: String, isInteractive: Bool) -> Outcome { .success }

  /// Whether Enter should run the text rather than begin another row.
  package func isComplete(_ text: String) -> Bool { true }

  /// What may stand at the cursor: the byte offset where the word to replace begins, and at most
  /// `limit` candidates, best first.
  package func completions(
    of text: String, at cursor: Int, limit: Int
  ) -> (start: Int, items: [Completion]) { (cursor, []) }

  /// Stops a running question or load as soon as it can. Safe to call from any thread.
  package nonisolated static func interrupt() {}
}
