// The shell at a terminal, as someone who types sees it.
import Glibc
import Testing

final class TerminalSession {
  let folder: TemporaryFolder
  private let child: Child
  private var screen: ScreenModel

  /// Starts in a folder and waits for its prompt.
  init(
    _ arguments: [String] = [], in folder: TemporaryFolder? = nil, rows: Int = 24,
    columns: Int = 100, environment: [String: String] = [:], errors: String? = nil,
    waits: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try folder ?? TemporaryFolder()
    self.folder = folder
    let settings = [
      "TERM": "vt100", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": folder.state,
      "PAGER": "",
    ].merging(environment) { $1 }
    child = try Child(
      onTerminal: arguments, in: folder.path, rows: rows, columns: columns, environment: settings,
      errors: errors)
    screen = ScreenModel(columns: columns)
    if waits { expect("kepi>", sourceLocation: sourceLocation) }
  }

  /// All that it has shown so far.
  var text: String { screen.text }
  /// The parameters of the escape sequence that coloured a text where it stands last; empty for none.
  func style(of part: String) -> String? { screen.style(of: part) }
  var isTerminalCooked: Bool { child.isTerminalCooked }

  func type(_ keys: String) { child.write(keys) }
  func signal(_ signal: Int32) { child.signal(signal) }
  func waitUntilItIsBlocked() { child.waitUntilItIsBlocked() }
  func resize(rows: Int, columns: Int) {
    screen.columns = columns
    child.resize(rows: rows, columns: columns)
  }

  /// As the font of the terminal has it.
  func setAmbiguousWidth(_ cells: Int) { screen.ambiguousWidth = cells }

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

  /// Waits until a text has a colour.
  func expect(
    style: String, of part: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let deadline = Deadline()
    while screen.style(of: part) != style, !deadline.isOver { screen.feed(child.readSome()) }
    #expect(screen.style(of: part) == style, "\(part)", sourceLocation: sourceLocation)
  }

  /// Waits until a question runs: only then is the terminal as the shell has found it. What is
  /// written meanwhile is left for later.
  func expectRunning(sourceLocation: SourceLocation = #_sourceLocation) {
    let deadline = Deadline()
    while !child.isTerminalCooked, !deadline.isOver { usleep(2000) }
    #expect(child.isTerminalCooked, sourceLocation: sourceLocation)
  }

  /// What stands below the line that was typed last, once the prompt is back.
  func answer(
    to question: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    let before = text.count
    type(question + Key.enter)
    waitUntil { $0.count > before + question.count && $0.hasSuffix("\nkepi>") }
    #expect(text.hasSuffix("\nkepi>"), sourceLocation: sourceLocation)
    let rest = text.dropFirst(before).split(separator: "\n", omittingEmptySubsequences: false)
    return rest.dropFirst().dropLast().joined(separator: "\n")
  }

  func ending(by deadline: Deadline = Deadline()) -> Child.Ending? {
    while !deadline.isOver {
      screen.feed(child.readSome())
      if let ending = child.poll() { return ending }
    }
    return nil
  }

  func waitUntil(_ isDone: (String) -> Bool) {
    let deadline = Deadline()
    while !isDone(screen.text), !deadline.isOver {
      screen.feed(child.readSome())
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
  static let right = "\u{1b}[C"
  static let tab = "\t"
  static let endKey = "\u{1b}[F"
  static let escape = "\u{1b}"
  static let search = "\u{12}"
  static let interrupt = "\u{3}"
  static let end = "\u{4}"
  static let backspace = "\u{7f}"
  static func pasted(_ text: String) -> String { "\u{1b}[200~\(text)\u{1b}[201~" }
}
