// `kepi format`: scripts in the one style.
import ArgumentParser
import KepiDiagnostics
import KepiShell

struct FormatCommand: ParsableCommand {
  /// The first word of a command line that asks for it.
  static let word = "format"

  static let configuration = CommandConfiguration(
    commandName: word, _superCommandName: "kepi",
    abstract: "Lays scripts out in the one style.",
    usage: "kepi format [--check] [--language <language>] <file> ...",
    discussion: """
      Comments stay, the answers stay the same, and a script that does not say its language says it \
      afterwards. A file is rewritten only where it changes. One with a mistake in it is left as it is.

      Exit status: 0 all well, 1 with --check a file would change, 2 a file has a mistake in it, \
      3 a file could not be read or written.
      """)

  @Argument(help: ArgumentHelp("Scripts.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "Name the files that would change, and change none.")
  var check = false

  @Option(help: "Write the keywords in Chinese or English. Names and texts are never translated.")
  var language: Language?

  func run() throws {
    let formatter = ScriptFormatter(language: language)
    let outcome = files.reduce(Outcome.success) { $0.worse(format($1, formatter)) }
    throw ExitCode(outcome.rawValue)
  }

  private func format(_ path: String, _ formatter: ScriptFormatter) -> Outcome {
    let bytes: [UInt8]
    switch Streams.contents(ofFile: path) {
    case .success(let read): bytes = read
    case .failure(let failure): return failed(.about(path, failure.reason))
    }
    switch formatter.format(bytes, named: path) {
    case .unchanged: return .success
    case .refused(let message):
      try? Streams.write(message, to: Streams.errors)
      return .misunderstood
    case .changed where check:
      let shown = Streams.isTerminal(Streams.output) ? path.printable : path
      try? Streams.write(shown + "\n", to: Streams.output)
      return .checkFailed
    case .changed(let text):
      if case .failure(let failure) = Streams.replace(path, with: text) {
        let reason = Phrase(
          "\(failure.reason.english), and the file is as it was",
          zh: "\(failure.reason.chinese)，文件保持原样")
        return failed(.about(path, reason))
      }
      return .success
    }
  }

  private func failed(_ message: Phrase) -> Outcome {
    let line = Phrase("error: \(message.english)", zh: "错误：\(message.chinese)")
    let text = line.text(in: language ?? .english).printable
    try? Streams.write(text + "\n", to: Streams.errors)
    return .unreadableData
  }
}
