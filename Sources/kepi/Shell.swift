// The shell: prompt, read, run, until there is no more to read.
import KepiDiagnostics
import KepiShell

struct Shell {
  let session: Session
  let reader: any LineReader

  init(session: Session) {
    self.session = session
    let isComplete = { (text: String) in session.isLearning || session.isComplete(text) }
    reader =
      Screen.understandsEscapes
      ? LineEditor(
        history: HistoryFile(), isComplete: isComplete,
        completions: { session.completions(of: $0, at: $1, limit: $2) })
      : PlainLineReader(isComplete: isComplete)
  }

  private static let greeting = Phrase(
    "Kepi \(Kepi.version). Try `help`, `show metrics` or `sales by store over last week`.",
    zh: "Kepi \(Kepi.version)，可以试试 `help`、`show metrics` 或 `sales by store over last week`")

  func run() -> Outcome {
    Signals.startShell()
    try? Streams.write(Shell.greeting.text(in: session.language) + "\n", to: Streams.output)
    while true {
      switch reader.readLine(prompt: session.lessonPrompt ?? "kepi> ") {
      case .line(let text) where session.isLearning:
        Signals.running { session.answerLesson(text) }
      case .end where session.isLearning:
        try? Streams.write("\n", to: Streams.output)
        session.leaveLesson()
      case .line(let text):
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.isEmpty { continue }
        if Shell.isFarewell(text) { return .success }
        // As in other shells, a blank in front keeps a line out of the history.
        if text.first != " " { reader.remember(text) }
        _ = Signals.running { session.run(text, named: "shell", isInteractive: true) }
      case .interrupted: continue
      case .end:
        try? Streams.write("\n", to: Streams.output)
        return .success
      case .ended(let signal): Signals.end(by: signal)
      }
    }
  }

  static func isFarewell(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    return words.count == 1 && farewells.contains(words[0].lowercased())
  }

  private static let farewells: Set<String> = ["quit", "exit", "退出"]
}
