// Where answers and messages go, and the line that says how far a load has come.
import Glibc
import KepiShell
import Synchronization

/// Serves several threads: a load reports from whichever one it runs on.
final class Screen: Sendable {
  /// Whether a progress line stands on the terminal.
  private let showsProgress = Mutex(false)

  /// Escape sequences are for terminals that have a name for what they do.
  static var understandsEscapes: Bool {
    let name = Streams.environment("TERM")
    return name != nil && name != "dumb"
  }

  var streams: SessionStreams {
    var progress: (@Sendable (String) -> Void)?
    if Streams.isTerminal(Streams.errors), Screen.understandsEscapes {
      progress = { self.redraw($0) }
    }
    return SessionStreams(
      output: { self.write($0, to: Streams.output) },
      errors: { self.write($0, to: Streams.errors) },
      terminalColumns: Streams.columns(of: Streams.output),
      understandsEscapes: Streams.isTerminal(Streams.output) && Screen.understandsEscapes,
      progress: progress)
  }

  private func write(_ text: String, to descriptor: Int32) {
    showsProgress.withLock { isShown in
      if isShown { try? Streams.write(Screen.clearedLine, to: Streams.errors) }
      isShown = false
      do throws(WriteFailure) {
        try Streams.write(text, to: descriptor)
      } catch {
        leave(after: error, on: descriptor)
      }
    }
  }

  private func leave(after failure: WriteFailure, on descriptor: Int32) {
    // Without a place for messages there is nothing to say and no one to say it to.
    guard descriptor == Streams.output else { return }
    switch failure {
    case .closedPipe: exit(Outcome.success.rawValue)
    case .failed(let reason):
      try? Streams.write("kepi: cannot write the answer: \(reason)\n", to: Streams.errors)
      exit(Outcome.unreadableData.rawValue)
    }
  }

  private func redraw(_ line: String) {
    showsProgress.withLock { isShown in
      // A line that wraps cannot be cleared. Cells are counted as if all were wide.
      let room = (Streams.columns(of: Streams.errors) ?? 80) - 1
      let isASCII = line.utf8.allSatisfy { $0 < 0x80 }
      let text = String(line.prefix(isASCII ? room : room / 2))
      try? Streams.write(Screen.clearedLine + text, to: Streams.errors)
      isShown = !text.isEmpty
    }
  }

  private static let clearedLine = "\r\u{1b}[K"
}
