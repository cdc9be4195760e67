// `kepi verify`: an answer in a file, asked again.
import ArgumentParser
import KepiDiagnostics
import KepiShell

struct VerifyCommand: ParsableCommand {
  /// The first word of a command line that asks for it.
  static let word = "verify"

  static let configuration = CommandConfiguration(
    commandName: word, _superCommandName: "kepi",
    abstract: "Asks the question of a receipt again and says what differs.",
    usage: "kepi verify [<options>] <file> ...",
    discussion: """
      A file is one that `export to` wrote, or its receipt. What the receipt names is loaded and \
      defined again, from the folder it was written in, and the question is asked. Where a number \
      differs, the file, the day, the definition or the version that changed is named.

      Exit status: 0 the numbers are the same, 1 they are not, 2 the question cannot be understood \
      any more, 3 a file could not be read.
      """)

  @Argument(
    help: ArgumentHelp("Exported files or their receipts.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    name: .customLong("against"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A folder, an export or a script to ask instead of what the receipt names. May be repeated.",
      valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(help: "How the differences are written.")
  var format: OutputFormat?

  @Option(help: "The language of messages: English, or Chinese.")
  var language = Language.english

  func run() throws {
    Signals.start()
    var outcome = Outcome.success
    for file in files {
      var options = SessionOptions()
      options.format = format
      options.language = language
      options.readsInit = false
      options.cache = CacheChoice.environment.folder
      let screen = Screen(outlivesReader: false, colors: .auto)
      let session = Session(options: options, streams: screen.streams(history: nil))
      defer { session.finish() }
      outcome = outcome.worse(
        Signals.running { session.verify(file: file, against: paths) })
    }
    throw ExitCode(outcome.rawValue)
  }
}
