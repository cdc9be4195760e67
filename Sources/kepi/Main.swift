// The executable: options, streams, exit.
import ArgumentParser
import Glibc
import KepiDiagnostics
import KepiShell

@main
struct Kepi: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "kepi",
    abstract: "Asks exports of shops and marketplaces for KPIs.",
    usage: """
      kepi [<options>] [<path> ...]
      kepi format [--check] [--language <language>] <file> ...
      """,
    discussion: """
      A path is a folder of exports, an export, or a script that ends in .kepi. Without a statement \
      and without a script, statements come from standard input: at a terminal that is the shell.

      Exit status: 0 all well, 1 a check failed, 2 a statement or an option was not understood, \
      3 data could not be read, 130 interrupted.
      """,
    version: "kepi \(version)")

  @Argument(help: "Folders, exports and scripts, in order.")
  var path: [String] = []

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run a statement after the paths. May be repeated.", valueName: "statement"))
  var statements: [String] = []

  @Option(help: "How answers are written.")
  var format: OutputFormat?

  @Option(help: "The language of messages: English, or Chinese.")
  var language = Language.english

  @Option(help: ArgumentHelp("The day that `last`, `past` and `this` hang on.", valueName: "date"))
  var asOf: String?

  @Option(
    name: .customLong("param"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a parameter of a script. May be repeated.", valueName: "name=value"))
  var parameters: [Parameter] = []

  @Flag(name: .customLong("no-init"), help: "Do not read workspace.kepi.")
  var skipsInit = false

  static func main() {
    Streams.reportClosedPipes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Declared as a subcommand it would never be found: the paths take every word.
    if arguments.first == FormatCommand.word {
      run(FormatCommand.self, with: Array(arguments.dropFirst()))
    } else {
      run(Kepi.self, with: arguments)
    }
  }

  private static func run<Command: ParsableCommand>(
    _ type: Command.Type, with arguments: [String]
  ) {
    do {
      var command = try type.parseAsRoot(arguments)
      try command.run()
    } catch {
      leave(type, after: error)
    }
  }

  mutating func run() throws {
    Signals.start()
    var options = SessionOptions()
    options.format = format
    options.language = language
    options.asOf = asOf
    options.parameters = parameters.map { (name: $0.name, value: $0.value) }
    options.readsInit = !skipsInit

    let session = Session(options: options, streams: Screen().streams)
    let started = Signals.running { session.start(paths: path, statements: statements) }
    let hasWork = !statements.isEmpty || path.contains { $0.hasSuffix(".kepi") }
    guard !hasWork, started != .interrupted else { throw ExitCode(started.rawValue) }
    if Streams.isTerminal(Streams.input), Streams.isTerminal(Streams.output) {
      throw ExitCode(Shell(session: session).run().rawValue)
    }
    guard let text = Streams.readAll(Streams.input) else {
      let message = Phrase("kepi: cannot read standard input", zh: "kepi：无法读取标准输入")
      try? Streams.write(message.text(in: session.language) + "\n", to: Streams.errors)
      throw ExitCode(Outcome.unreadableData.rawValue)
    }
    let outcome = Signals.running {
      session.run(
        String(decoding: text, as: UTF8.self), named: "standard input", isInteractive: false)
    }
    throw ExitCode(started.worse(outcome).rawValue)
  }

  /// Help and the version are answers. For all that the parser refuses, its own status 64 becomes
  /// the one that we promise for options.
  private static func leave<Command: ParsableCommand>(
    _ type: Command.Type, after error: any Error
  ) -> Never {
    let code = type.exitCode(for: error)
    let isAnswer = code == .success
    let message = type.fullMessage(for: error)
    if !message.isEmpty {
      try? Streams.write(message + "\n", to: isAnswer ? Streams.output : Streams.errors)
    }
    Glibc.exit(code == .validationFailure ? Outcome.misunderstood.rawValue : code.rawValue)
  }
}

struct Parameter: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }
}

extension OutputFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

extension Outcome {
  /// The first of 130, 2, 3, 1 that applies.
  fileprivate func worse(_ other: Outcome) -> Outcome {
    let order: [Outcome] = [.interrupted, .misunderstood, .unreadableData, .checkFailed]
    return order.first { $0 == self || $0 == other } ?? .success
  }
}
