// The shell: prompt, read, run, until there is no more to read.
import KepiDiagnostics
import KepiShell

struct Shell {
  private let session: Session
  private let history: History
  private let reader: any LineReader

  init(session: Session, history: History, usesColors: Bool) {
    self.session = session
    self.history = history
    let guide = LineEditor.Guide(
      isComplete: { session.isLearning || session.isComplete($0) },
      completions: { session.completions(of: $0, at: $1, limit: $2) },
      parts: { session.highlight($0) }, language: { session.language })
    reader =
      Screen.understandsEscapes
      ? LineEditor(history: history, guide: guide, usesColors: usesColors)
      : PlainLineReader(isComplete: guide.isComplete)
  }

  /// What is said to whoever presses Ctrl-C while something is being stopped.
  static let wayOut = Phrase(
    "stopping; once more ends Kepi without waiting", zh: "正在停止；再按一次立即退出 Kepi")

  private static let howToLeave = Phrase(
    "To leave:   Ctrl-D or quit", zh: "退出：   Ctrl-D 或 退出")

  /// Three things to try, for whoever has never asked anything here.
  private var greeting: Phrase {
    guard history.own.isEmpty else {
      return Phrase(
        "Kepi \(Kepi.version). `help` lists topics, Tab offers what may follow",
        zh: "Kepi \(Kepi.version)。`help` 列出主题，Tab 提示后面能写什么")
    }
    let steps = session.firstSteps().map { "`\($0)`" }
    return Phrase(
      "Kepi \(Kepi.version). Three things to try: \(steps.joined(separator: ", "))",
      zh: "Kepi \(Kepi.version)，可以先试试：\(steps.joined(separator: "、"))")
  }

  func run() -> Outcome {
    try? Streams.write(greeting.text(in: session.language) + "\n", to: Streams.output)
    var interruptions = 0
    while true {
      switch reader.readLine(prompt: session.lessonPrompt ?? "kepi> ") {
      case .line(let text) where session.isLearning:
        Signals.running { session.answerLesson(text) }
      case .end where session.isLearning:
        try? Streams.write("\n", to: Streams.output)
        session.leaveLesson()
      case .line(let text):
        interruptions = 0
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.isEmpty { continue }
        if Shell.isFarewell(text) { return .success }
        if run(text) == .interrupted { interruptions = 1 }
      case .interrupted:
        interruptions += 1
        if interruptions == 2 {
          try? Streams.write(
            Shell.howToLeave.text(in: session.language) + "\n", to: Streams.output)
        }
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

  private func run(_ text: String) -> Outcome {
    // As in other shells, a blank in front keeps a line out of the history.
    let isKept = text.first != " "
    if isKept {
      history.begin(text.withoutBlanksAtEnd)
      reader.remember(text.withoutBlanksAtEnd)
    }
    let (start, before) = (ContinuousClock.now, Pager.timeSpent)
    let outcome = Signals.running {
      session.run(text, named: "shell", isInteractive: true)
    }
    if isKept {
      // Reading an answer is not waiting for it.
      let spent = ContinuousClock.now - start - (Pager.timeSpent - before)
      let (seconds, attoseconds) = spent.components
      history.end(
        outcome, milliseconds: Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
    return outcome
  }

  private static let farewells: Set<String> = ["quit", "exit", "退出"]
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
