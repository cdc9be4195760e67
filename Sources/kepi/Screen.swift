// Where answers and messages go, and the line that says how far a load has come.
import Glibc
import KepiDiagnostics
import KepiReports
import KepiShell
import Synchronization

/// Serves several threads: a load reports from whichever one it runs on.
final class Screen: Sendable {
  /// Whether a progress line stands on the terminal.
  private let showsProgress = Mutex(false)
  /// Whether the run goes on without its answers when whoever reads them has gone.
  private let outlivesReader: Bool

  /// Whether answers are written in colours.
  let usesColors: Bool

  init(outlivesReader: Bool, colors: ColorChoice) {
    self.outlivesReader = outlivesReader
    usesColors = colors.isOn(
      isTerminal: Streams.isTerminal(Streams.output) && Screen.understandsEscapes)
  }

  /// Escape sequences are for terminals that have a name for what they do.
  static var understandsEscapes: Bool {
    let name = Streams.environment("TERM")
    return name != nil && name != "dumb"
  }

  /// Whether the terminal is said to know signs beyond ASCII. Nobody can ask it.
  private static var knowsUnicode: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { Streams.environment($0) }
    let name = (names.first ?? "").lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// - Parameter history: `nil` outside of the shell.
  func streams(history: History?) -> SessionStreams {
    var progress: (@Sendable (String) -> Void)?
    if Streams.isTerminal(Streams.errors), Screen.understandsEscapes {
      progress = { self.redraw($0) }
    }
    var streams = SessionStreams(
      output: { self.write(Array($0.utf8), to: Streams.output) },
      errors: { self.write(Array($0.utf8), to: Streams.errors) },
      terminalColumns: Streams.columns(of: Streams.output),
      understandsEscapes: Streams.isTerminal(Streams.output) && Screen.understandsEscapes,
      progress: progress, bytes: { self.write($0, to: Streams.output) })
    streams.usesColors = usesColors
    streams.strokes = Screen.understandsEscapes && Screen.knowsUnicode ? .blocks : .ascii
    guard let history else { return streams }
    streams.history = { history.past }
    if Screen.understandsEscapes {
      streams.terminalRows = {
        Streams.isTerminal(Streams.output) ? Streams.rows(of: Streams.output) : nil
      }
      streams.page = { Pager.show($0) }
    }
    return streams
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) {
    showsProgress.withLock { isShown in
      if isShown { try? Streams.write(Screen.clearedLine, to: Streams.errors) }
      isShown = false
      do throws(WriteFailure) {
        for piece in bytes.pieces {
          try Streams.write(piece, to: descriptor)
          // Answers may go on for minutes. Messages are short, and tell why there is no more.
          if descriptor == Streams.output, Session.wantsStop { return }
        }
      } catch {
        leave(after: error, on: descriptor)
      }
    }
  }

  private func leave(after failure: WriteFailure, on descriptor: Int32) {
    // Without a place for messages there is nothing to say and no one to say it to.
    guard descriptor == Streams.output else { return }
    switch failure {
    case .closedPipe: if !outlivesReader { exit(Outcome.success.rawValue) }
    case .failed(let reason):
      try? Streams.write("kepi: cannot write the answer: \(reason)\n", to: Streams.errors)
      exit(Outcome.unreadableData.rawValue)
    }
  }

  private func redraw(_ line: String) {
    showsProgress.withLock { isShown in
      // A line that wraps cannot be cleared.
      let room = (Streams.columns(of: Streams.errors) ?? 80) - 1
      let text = CellWidth.cut(line.printable, to: room)
      try? Streams.write(Screen.clearedLine + text, to: Streams.errors)
      isShown = !text.isEmpty
    }
  }

  private static let clearedLine = "\r\u{1b}[K"
}

extension [UInt8] {
  /// Cut after line ends, where a piece is large.
  fileprivate var pieces: some Sequence<[UInt8]> {
    let limit = 1 << 14
    return sequence(state: startIndex) { start -> [UInt8]? in
      guard start < self.endIndex else { return nil }
      var end = Swift.min(start + limit, self.endIndex)
      if end < self.endIndex,
        let line = self[start..<end].lastIndex(of: UInt8(ascii: "\n"))
      {
        end = line + 1
      }
      defer { start = end }
      return [UInt8](self[start..<end])
    }
  }
}
