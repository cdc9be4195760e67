// Words that begin a command line of its own: `kepi format`, `kepi learn`.
import ArgumentParser

struct Subcommand {
  /// The first word of a command line that asks for it.
  let word: String
  let type: any ParsableCommand.Type
  let run: ([String]) -> Void

  var usage: String { type.configuration.usage ?? "kepi \(word)" }

  private init<Command: ParsableCommand>(_ word: String, _ type: Command.Type) {
    self.word = word
    self.type = type
    run = { Kepi.run(type, with: $0) }
  }

  static var all: [Subcommand] {
    [
      Subcommand(FormatCommand.word, FormatCommand.self),
      Subcommand(LintCommand.word, LintCommand.self),
      Subcommand(LearnCommand.word, LearnCommand.self),
      Subcommand(QuizCommand.word, QuizCommand.self),
      Subcommand(VerifyCommand.word, VerifyCommand.self),
      Subcommand(CacheCommand.word, CacheCommand.self),
      Subcommand(WatchCommand.word, WatchCommand.self),
    ]
  }
}
