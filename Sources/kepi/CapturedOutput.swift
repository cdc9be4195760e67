// What a session writes, kept instead of shown.
import KepiShell
import Synchronization

/// Answers and what is said about them, in the order in which they come.
final class CapturedOutput: Sendable {
  private let text = Mutex("")
  private let columns: Int?

  /// - Parameter columns: how wide it is shown; `nil` for no end.
  init(columns: Int? = nil) { self.columns = columns }

  var streams: SessionStreams {
    SessionStreams(
      output: { self.add($0) }, errors: { self.add($0) }, terminalColumns: self.columns)
  }

  /// All since it was taken last.
  func take() -> String {
    text.withLock { text in
      defer { text = "" }
      return text
    }
  }

  private func add(_ more: String) { text.withLock { $0 += more } }
}
