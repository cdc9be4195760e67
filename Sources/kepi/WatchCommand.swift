// `kepi watch`: a script runs again when it or an export changes, and what moved is shown.
import ArgumentParser
import Glibc
import KepiDiagnostics
import KepiShell

struct WatchCommand: ParsableCommand {
  static let word = "watch"

  static let configuration = CommandConfiguration(
    commandName: word, _superCommandName: "kepi",
    abstract: "Runs a script again when it or an export changes.",
    usage: "kepi watch [<options>] <path> ...",
    discussion: """
      Everything is shown once. Then, whenever a script, an export or a folder of exports has changed, \
      all runs anew and the lines that moved are shown: `-` before what stood there, `+` before what \
      stands there now. Ctrl-C ends it.

      Exit status: 2 there is nothing to run, 130 interrupted.
      """)

  @OptionGroup var options: KepiOptions

  func validate() throws {
    guard options.hasWork else {
      throw ValidationError("A script, or a statement with -c, has to say what to watch.")
    }
  }

  func run() throws {
    Signals.start()
    var shown: [String]?
    while true {
      let captured = CapturedOutput(columns: Streams.columns(of: Streams.output))
      let watched = WatchedFiles()
      let session = Session(
        options: options.forSession, streams: captured.streams, files: watched.access)
      let outcome = Signals.running {
        session.start(paths: options.path, statements: options.statements)
      }
      session.finish()
      guard outcome != .interrupted, outcome != .timedOut else {
        throw ExitCode(outcome.rawValue)
      }
      let lines = captured.take().split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      if let shown {
        show(LineDifference.between(shown, lines), session.language)
      } else {
        write(lines.joined(separator: "\n"))
      }
      shown = lines
      let names = watched.waitForChange().map(\.printable).listed(in: session.language)
      write(
        "\n" + Streams.localTime(Streams.secondsSince1970())
          + Phrase("   changed: \(names)", zh: "   有变化：\(names)").text(in: session.language) + "\n")
    }
  }

  private func show(_ difference: [String], _ language: Language) {
    let nothing = Phrase("no answer has moved", zh: "结果没有变化").text(in: language)
    write(difference.isEmpty ? nothing + "\n" : difference.map { $0 + "\n" }.joined())
  }

  private func write(_ text: String) {
    guard (try? Streams.write(text, to: Streams.output)) != nil else {
      // Nobody reads it any more.
      Glibc.exit(Outcome.success.rawValue)
    }
  }
}
