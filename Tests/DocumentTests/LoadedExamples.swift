// The example exports, loaded once for all tests that ask them.
import KepiShell
import Testing

/// An actor, since a session serves one at a time and loading takes a second.
actor LoadedExamples {
  static let shared = LoadedExamples()

  private let record = Record()
  private let session: Session

  init() {
    var options = SessionOptions()
    options.format = .csv
    session = Session(
      options: options, streams: record.streams(columns: nil), files: .inPackage)
    _ = session.start(paths: ["examples/exports"], statements: [])
  }

  /// The answer to one statement, which must be understood.
  func ask(_ statement: String) throws -> AnswerTable {
    record.clear()
    let outcome = session.run(statement, named: "test", isInteractive: false)
    try #require(outcome == .success, "\(statement): \(record.shown)")
    return AnswerTable(csv: try #require(record.answers.first))
  }

  func outcome(of statement: String) -> Outcome {
    session.run(statement, named: "test", isInteractive: false)
  }
}
