// Reads what is typed at a prompt: the line editor, or plain lines where the terminal can do no more.
import Glibc

enum Reading: Equatable {
  case line(String)
  /// Ctrl-C: what was typed is dropped.
  case interrupted
  /// Ctrl-D on an empty line.
  case end
  /// The program was told to end.
  case ended(signal: Int32)
}

protocol LineReader {
  /// Gives a whole statement, which may have several rows.
  func readLine(prompt: String) -> Reading
  /// Takes a statement into what the arrow keys bring back.
  func remember(_ statement: String)
}

/// Lines as the terminal itself edits them, without an escape sequence.
final class PlainLineReader: LineReader {
  private let isComplete: (String) -> Bool
  private var typed: [UInt8] = []

  init(isComplete: @escaping (String) -> Bool) { self.isComplete = isComplete }

  func readLine(prompt: String) -> Reading {
    Signals.editing {
      var statement = ""
      var prompt = prompt
      while true {
        try? Streams.write(prompt, to: Streams.output)
        switch nextRow() {
        case .line(let row):
          let isRepeatedEnter = !statement.isEmpty && row.isEmpty
          statement += (statement.isEmpty ? "" : "\n") + row
          if isRepeatedEnter || isComplete(statement) { return .line(statement) }
          prompt = String(repeating: " ", count: max(0, prompt.utf8.count - 2)) + "> "
        case let other: return other
        }
      }
    }
  }

  func remember(_ statement: String) {}

  private func nextRow() -> Reading {
    while true {
      if let end = typed.firstIndex(of: UInt8(ascii: "\n")) {
        let row = String(decoding: typed[..<end], as: UTF8.self)
        typed.removeSubrange(...end)
        return .line(row)
      }
      switch Signals.wait(for: Streams.input) {
      case .signal(SIGINT):
        try? Streams.write("\n", to: Streams.output)
        return .interrupted
      case .signal(SIGTSTP): Signals.stop()
      case .signal(SIGWINCH): break
      case .signal(let signal): return .ended(signal: signal)
      case .input:
        let bytes = Streams.read(Streams.input, atMost: 4096) ?? []
        if bytes.isEmpty { return .end }
        typed += bytes
      }
    }
  }
}
