// `kepi lint`: what the definitions of scripts lack.
import ArgumentParser
import KepiDiagnostics
import KepiShell

struct LintCommand: ParsableCommand {
  static let word = "lint"

  static let configuration = CommandConfiguration(
    commandName: word, _superCommandName: "kepi",
    abstract: "Looks over the metrics of scripts.",
    usage: "kepi lint [--check] [--language <language>] <file> ...",
    discussion: """
      Remarks are no mistakes: a metric without a unit, a direction, a label in either language or a \
      worked example, a mean of ratios, a name that hides one that ships. Each has a code, its place and, \
      where there is one, a better line. No data are read.

      Exit status: 0 all well, 1 with --check there is a remark, 2 a file has a mistake in it, \
      3 a file could not be read.
      """)

  @Argument(help: ArgumentHelp("Scripts.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "Let a remark show in the exit status.")
  var check = false

  @Option(help: "The language of messages: English, or Chinese.")
  var language = Language.english

  func run() throws {
    let linter = ScriptLinter(language: language)
    let outcome = files.reduce(Outcome.success) { $0.worse(lint($1, linter)) }
    throw ExitCode(outcome.rawValue)
  }

  private func lint(_ path: String, _ linter: ScriptLinter) -> Outcome {
    switch Streams.contents(ofFile: path) {
    case .failure(let failure):
      let message = Phrase.about(path, failure.reason)
      let line = Phrase("error: \(message.english)", zh: "错误：\(message.chinese)")
      try? Streams.write(line.text(in: language).printable + "\n", to: Streams.errors)
      return .unreadableData
    case .success(let bytes):
      switch linter.lint(bytes, named: path) {
      case .refused(let text):
        try? Streams.write(text, to: Streams.errors)
        return .misunderstood
      case .remarks(let text, let count):
        try? Streams.write(text, to: Streams.output)
        return check && count > 0 ? .checkFailed : .success
      }
    }
  }
}
