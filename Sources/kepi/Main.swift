// The executable: options, streams, exit.
import ArgumentParser
import Glibc
import KepiDiagnostics
import KepiShell

@main
struct Kepi: ParsableCommand {
  static let version = KepiVersion.current

  /// A line for each way to begin.
  static let usages =
    [
      "kepi [<options>] [<path> ...]",
      "kepi describe <name or file> [<options>] [<path> ...]",
    ] + Subcommand.all.map(\.usage)

  static let configuration = CommandConfiguration(
    commandName: "kepi",
    abstract: "Asks exports of shops and marketplaces for KPIs.",
    usage: usages.joined(separator: "\n"),
    discussion: """
      A path is a folder of exports, an export, or a script that ends in .kepi. Without a statement \
      and without a script, statements come from standard input: at a terminal that is the shell.

      Of a Markdown document, one that ends in .md, the fences marked `kepi` are run and the answers shown \
      below them. With --check they have to be those of the fence marked `output` or `text` that \
      follows; --accept writes them there. A fence marked `kepi error K0501` has to fail with that code, \
      one marked `kepi sketch` is only parsed.

      Exit status: 0 all well, 1 a check failed, 2 a statement or an option was not understood, \
      3 data could not be read, 124 the time was up, 130 interrupted.

      Environment: KEPI_PARAM_NAME sets the parameter NAME where --param does not; with \
      GITHUB_ACTIONS=true failures are shown beside the code. In the shell, what does not fit goes \
      through $PAGER, else `less -RS`; an empty PAGER means none. KEPI_CACHE is the most that is kept \
      of exports between runs, as 20G, or off.

      Files of the shell: $XDG_CONFIG_HOME/kepi/settings.kepi, lines of `set` to begin with, and \
      $XDG_STATE_HOME/kepi/history; else in ~/.config and ~/.local/state. What was read is kept in \
      $XDG_CACHE_HOME/kepi, else in ~/.cache.

      The manual page: kepi --generate-manual | man -l -. Completions: kepi \
      --generate-completion-script bash, zsh or fish.
      """,
    version: "kepi \(version)")

  @OptionGroup var options: KepiOptions

  static func main() {
    Streams.reportClosedPipes()
    let arguments = Subcommand.first(in: Array(CommandLine.arguments.dropFirst()))
    if let text = generatedText(arguments) {
      try? Streams.write(text, to: Streams.output)
      Glibc.exit(Outcome.success.rawValue)
    }
    // Declared as subcommands they would never be found: the paths take every word.
    if let command = Subcommand.all.first(where: { $0.word == arguments.first }) {
      command.run(Array(arguments.dropFirst()))
    } else if let statement = describing(arguments) {
      run(Kepi.self, with: Array(arguments.dropFirst(2)) + ["-c", statement])
    } else {
      run(Kepi.self, with: arguments)
    }
  }

  /// `kepi describe acos` and `kepi describe report.csv`, as a statement: people who have just
  /// downloaded a file have no shell open.
  private static func describing(_ arguments: [String]) -> String? {
    guard arguments.count > 1, arguments[0] == "describe", !arguments[1].hasPrefix("-") else {
      return nil
    }
    let topic = arguments[1]
    guard unsafe access(topic, F_OK) == 0 || topic.contains(where: { "./ ›".contains($0) }) else {
      return "describe \(topic)"
    }
    return "describe \"\(topic.replacing("\"", with: "\"\""))\""
  }

  /// The manual page or completions, where they are asked for. The parser would answer the second
  /// request by itself, with scripts that do not fit this program.
  private static func generatedText(_ arguments: [String]) -> String? {
    if arguments == ["--generate-manual"] { return try? ManualPage.text() }
    let option = "--generate-completion-script"
    let words = arguments.flatMap {
      $0.split(separator: "=", maxSplits: 1).map(String.init)
    }
    guard words.count == 2, words[0] == option else { return nil }
    return CompletionScript(rawValue: words[1]).flatMap { try? $0.text() }
  }

  static func run<Command: ParsableCommand>(
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
    if !options.documents.isEmpty {
      if let timeout = options.timeout { Signals.endAfter(seconds: timeout.seconds) }
      let documents = DocumentRun(options)
      throw ExitCode(Signals.running { documents.run() }.rawValue)
    }
    if options.check || options.accept {
      throw ValidationError("--check and --accept are for a Markdown document.")
    }
    let hasWork = options.hasWork
    let isShell =
      !hasWork && Streams.isTerminal(Streams.input) && Streams.isTerminal(Streams.output)
    if isShell, let option = options.firstOptionForScripts {
      throw ValidationError("\(option) is for a script, for -c, or for statements from a pipe.")
    }
    if !isShell, let timeout = options.timeout { Signals.endAfter(seconds: timeout.seconds) }
    // Someone waits for a report, even where no one reads the answers any more.
    let screen = Screen(outlivesReader: !options.reports.isEmpty, colors: options.color)
    let history = isShell ? History(of: options.workspace, in: HistoryFile()) : nil
    let session = Session(
      options: isShell ? options.forShell() : options.forSession,
      streams: screen.streams(history: history))
    defer { session.finish() }
    if isShell { Signals.startShell(wayOut: Shell.wayOut.text(in: session.language)) }
    let started = Signals.running {
      session.start(paths: options.path, statements: options.statements)
    }
    let isStopped = started == .interrupted || started == .timedOut
    if let history {
      // A load that was stopped leaves a shell in which it can be asked for again.
      let shell = Shell(session: session, history: history, usesColors: screen.usesColors)
      throw ExitCode(shell.run().rawValue)
    }
    guard !hasWork, !isStopped else { throw ExitCode(started.rawValue) }
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
      // A mistake is quoted, and may have been typed by a program.
      try? Streams.write(
        message.printableLines + "\n", to: isAnswer ? Streams.output : Streams.errors)
    }
    Glibc.exit(code == .validationFailure ? Outcome.misunderstood.rawValue : code.rawValue)
  }
}
