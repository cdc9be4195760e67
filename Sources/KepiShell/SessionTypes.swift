// What a session is given and gives back: streams, options, outcomes, completions.
package import KepiDiagnostics
package import KepiEngine
package import KepiFormats

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
  /// That of messages. Never taken from the machine: a script says the same everywhere.
  package var language = Language.english
  /// As written after `--as-of`.
  package var asOf: String?
  /// Names and values as written after `--param`, in order.
  package var parameters: [(name: String, value: String)] = []
  package var readsInit = true
  /// How questions share the rows among the cores. It never shows in an answer.
  package var effort = ScanEffort.all
  /// How the reading of a file is shared. It never shows either.
  package var readEffort = ReadEffort.all
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

extension Outcome {
  /// Of two, the one that the exit status tells: interrupted, then 2, 3, 1.
  package func worse(_ other: Outcome) -> Outcome {
    let order: [Outcome] = [.interrupted, .misunderstood, .unreadableData, .checkFailed]
    return order.first { $0 == self || $0 == other } ?? .success
  }
}
