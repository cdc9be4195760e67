// What a session is given and gives back: streams, options, outcomes, completions.
package import KepiCache
package import KepiColumns
package import KepiDiagnostics
package import KepiEngine
package import KepiFormats
package import KepiReports

/// Where a session writes. Answers and reports go to `output`, all that is said about them to
/// `errors`. Both are given whole lines.
package struct SessionStreams: Sendable {
  package let output: @Sendable (String) -> Void
  package let errors: @Sendable (String) -> Void
  /// The same as `output`, for what is no text.
  package let bytes: @Sendable ([UInt8]) -> Void
  /// Whether `output` is a terminal, and how many cells wide; `nil` for a pipe or a file. Asked anew
  /// each time, since people resize their windows.
  package var terminalColumns: Int? { columns() }
  /// Whether `output` takes bold and the like for what they are.
  package let understandsEscapes: Bool
  /// Redraws one line, as `reading 3 of 12 files`; an empty one clears it. `nil` where no one looks.
  package let progress: (@Sendable (String) -> Void)?
  private let columns: @Sendable () -> Int?
  /// Whether `output` is to get colours.
  package var usesColors = false
  /// What is drawn with there.
  package var strokes = Strokes.blocks
  /// How many rows the terminal has; `nil` where `output` is none.
  package var terminalRows: @Sendable () -> Int? = { nil }
  /// Shows a text in a pager and waits until it is closed. Gives whether it could.
  package var page: (@Sendable (String) -> Bool)?
  /// What was typed in the shell before, oldest first.
  package var history: (@Sendable () -> [PastStatement])?

  package init(
    output: @escaping @Sendable (String) -> Void, errors: @escaping @Sendable (String) -> Void,
    terminalColumns: @autoclosure @escaping @Sendable () -> Int?, understandsEscapes: Bool = false,
    progress: (@Sendable (String) -> Void)? = nil,
    bytes: (@Sendable ([UInt8]) -> Void)? = nil
  ) {
    self.bytes = bytes ?? { output(String(decoding: $0, as: UTF8.self)) }
    self.output = output
    self.errors = errors
    self.understandsEscapes = understandsEscapes
    self.progress = progress
    columns = terminalColumns
  }
}

/// A line of the shell, as `show history` lists it.
package struct PastStatement: Equatable, Sendable {
  package let text: String
  /// The local time at which it was entered; `nil` where it is not known.
  package let when: String?
  /// `nil` where it never came to an end.
  package let outcome: Outcome?
  package let milliseconds: Int?

  package init(text: String, when: String?, outcome: Outcome?, milliseconds: Int?) {
    self.text = text
    self.when = when
    self.outcome = outcome
    self.milliseconds = milliseconds
  }
}

package struct SessionOptions: Sendable {
  package var format: OutputFormat?
  /// That of messages, where one is asked for.
  package var language: Language?
  /// What it is else. The shell takes it from the machine; a script says the same everywhere.
  package var usualLanguage = Language.english
  /// Lines of `set` that the shell begins with, and the path of the file that they stand in.
  package var preferences: (path: String, text: String)?
  /// As written after `--as-of`.
  package var asOf: String?
  /// Names and values as written after `--param`, in order.
  package var parameters: [(name: String, value: String)] = []
  /// The same from the environment, which serves several scripts: one that a script does not have
  /// is a note. What is written after `--param` goes before.
  package var environmentParameters: [(name: String, value: String)] = []
  package var readsInit = true
  /// Whether a mistake in one statement leaves the others to run.
  package var keepsGoing = false
  /// Whether only answers, failures and errors are written, and the line that sums them up.
  package var isQuiet = false
  package var delimitedAudience = DelimitedAudience.programs
  /// Reports on the checks, and the files that they are written to.
  package var reports: [(form: ReportForm, path: String)] = []
  /// Whether failures are said in the way that GitHub Actions shows beside the code.
  package var annotates = false
  /// What of the lessons is done, and who keeps it.
  package var learning = LearningRecord.none
  /// Whether lessons may be begun: not inside a lesson.
  package var teaches = true
  /// How questions share the rows among the cores. It never shows in an answer.
  package var effort = ScanEffort.all
  /// How the reading of a file is shared. It never shows either.
  package var readEffort = ReadEffort.all
  /// Where what is read from exports is kept between runs; `nil` where it is not. It never shows.
  package var cache: CacheFolder?
  /// The day of the clock; `nil` where the session has none, as in tests. Only `coverage … as of
  /// today` asks for it: answers never hang on the day they are asked.
  package var today: @Sendable () -> Day? = { nil }
  package init() {}
}

/// The worst that happened so far. The first of 130, 124, 2, 3, 1 that applies wins.
package enum Outcome: Int32, Sendable {
  case success = 0
  case checkFailed = 1
  case misunderstood = 2
  case unreadableData = 3
  /// The time given by `--timeout` was over. The number is that of `timeout` in coreutils.
  case timedOut = 124
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
  /// Of two, the one that the exit status tells: stopped, then 2, 3, 1.
  package func worse(_ other: Outcome) -> Outcome {
    let order: [Outcome] = [
      .interrupted, .timedOut, .misunderstood, .unreadableData, .checkFailed,
    ]
    return order.first { $0 == self || $0 == other } ?? .success
  }
}
