// One run of a session: what it writes where, in the order in which it is written.
import KepiShell
import Synchronization

struct Run {
  let outcome: Outcome
  /// Answers, one each.
  let answers: [String]
  /// Answers and messages as a person at a terminal sees them.
  let shown: String

  /// As `kepi` with these words runs it: 100 columns wide or into a pipe.
  init(
    _ command: KepiCommand, columns: Int? = 100, files: FileAccess = .inPackage
  ) {
    let record = Record()
    let session = Session(
      options: command.options, streams: record.streams(columns: columns), files: files)
    outcome = session.start(paths: command.paths, statements: command.statements)
    answers = record.answers
    shown = record.shown
  }

  /// Statements over paths, with the answers as CSV.
  static func csv(
    _ paths: [String], _ statements: [String], readsInit: Bool = true,
    files: FileAccess = .inPackage
  ) -> Run {
    var options = SessionOptions()
    options.format = .csv
    options.readsInit = readsInit
    let command = KepiCommand(options: options, paths: paths, statements: statements)
    return Run(command, columns: nil, files: files)
  }
}

/// What a session wrote.
final class Record: Sendable {
  private enum Part {
    case output(String)
    case errors(String)
  }

  private let parts = Mutex<[Part]>([])

  func streams(columns: Int?) -> SessionStreams {
    SessionStreams(
      output: { text in self.parts.withLock { $0.append(.output(text)) } },
      errors: { text in self.parts.withLock { $0.append(.errors(text)) } },
      terminalColumns: columns)
  }

  var shown: String {
    parts.withLock { parts in
      parts.map { part in
        switch part {
        case .output(let text), .errors(let text): text
        }
      }.joined()
    }
  }

  /// Without the empty lines that part them.
  var answers: [String] {
    parts.withLock { parts in
      parts.compactMap { part in
        if case .output(let text) = part, text != "\n" { text } else { nil }
      }
    }
  }

  func clear() { parts.withLock { $0 = [] } }
}
