// The shell at a terminal, as someone who types sees it.
import Testing

final class TerminalSession {
  private var child: Child
  private var screen: ScreenModel

  static let prompt = "kepi> "

  init(
    _ arguments: [String] = [], state: String, columns: Int = 100,
    environment: [String: String] = [:]
  ) throws {
    let settings = [
      "TERM": "vt100", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": state,
    ].merging(environment) { $1 }
    child = try Child(onTerminal: arguments, rows: 24, columns: columns, environment: settings)
    screen = ScreenModel(columns: columns)
  }

  /// All that it has shown so far.
  var text: String { screen.text }
  var isTerminalCooked: Bool { child.isTerminalCooked }

  func type(_ keys: String) { child.write(keys) }
  func signal(_ signal: Int32) { child.signal(signal) }
  func resize(rows: Int, columns: Int) {
    screen.columns = columns
    child.resize(rows: rows, columns: columns)
  }

  /// Waits until the last rows of the screen are these.
  func expect(
    _ end: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    waitUntil { $0.hasSuffix(end) }
    #expect(text.hasSuffix(end), sourceLocation: sourceLocation)
  }

  func expect(
    containing part: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    waitUntil { $0.contains(part) }
    #expect(text.contains(part), sourceLocation: sourceLocation)
  }

  func ending() -> Child.Ending? {
    let deadline = Deadline()
    while !deadline.isOver {
      if let bytes = child.readSome() { screen.feed(bytes) }
      if let ending = child.poll() { return ending }
    }
    return nil
  }

  private func waitUntil(_ isDone: (String) -> Bool) {
    let deadline = Deadline()
    while !isDone(screen.text), !deadline.isOver {
      if let bytes = child.readSome() { screen.feed(bytes) }
    }
  }
}

/// Keys as a terminal sends them.
enum Key {
  static let enter = "\r"
  static let altEnter = "\u{1b}\r"
  static let up = "\u{1b}[A"
  static let down = "\u{1b}[B"
  static let left = "\u{1b}[D"
  static let tab = "\t"
  static let interrupt = "\u{3}"
  static let end = "\u{4}"
  static let backspace = "\u{7f}"
  static func pasted(_ text: String) -> String { "\u{1b}[200~\(text)\u{1b}[201~" }
}
