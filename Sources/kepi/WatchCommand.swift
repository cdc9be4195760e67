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
      let captured = CapturedOutput()
      let session = Session(options: options.forSession, streams: captured.streams)
      let outcome = Signals.running {
        session.start(paths: options.path, statements: options.statements)
      }
      guard outcome != .interrupted, outcome != .timedOut else {
        throw ExitCode(outcome.rawValue)
      }
      let state = state(of: session.watchedPaths)
      let lines = captured.take().split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      if let shown {
        show(LineDifference.between(shown, lines), session.language)
      } else {
        write(lines.joined(separator: "\n"))
      }
      shown = lines
      let changed = wait(whileStill: state)
      let names = changed.map(\.printable).listed(in: session.language)
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

  // MARK: Files

  private enum State: Equatable {
    case file(FileAccess.Stamp?)
    /// Its names: what is written beside the exports by the script itself is there by then.
    case folder([String])
  }

  private func state(of paths: [String]) -> [(path: String, state: State)] {
    paths.map { path in
      let access = FileAccess.local
      guard access.kind(path.isEmpty ? "." : path) == .folder else {
        return (path, .file(access.stamp(path)))
      }
      return (path, .folder((try? access.list(path.isEmpty ? "." : path)) ?? []))
    }
  }

  private func changes(
    from before: [(path: String, state: State)], to now: [(path: String, state: State)]
  ) -> [String] {
    zip(before, now).compactMap { old, new in old.state == new.state ? nil : old.path }
  }

  /// Waits for a change, and until whoever writes has come to an end. Gives the paths.
  private func wait(whileStill before: [(path: String, state: State)]) -> [String] {
    let paths = before.map(\.path)
    var changed: [String] = []
    while true {
      usleep(300_000)
      let now = state(of: paths)
      let found = changes(from: before, to: now)
      if !found.isEmpty, found == changed, changes(from: now, to: state(of: paths)).isEmpty {
        return found
      }
      changed = found
    }
  }
}
