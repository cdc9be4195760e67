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

  /// The arguments with the word of a subcommand before the options that stand before it, as in
  /// `kepi --quiet verify FILE`: left there it would be taken for a path. The subcommand then says
  /// itself which options it has.
  static func first(in arguments: [String]) -> [String] {
    guard arguments.first?.hasPrefix("-") == true,
      let options = try? DeclaredCommand(Kepi.self).options
    else { return arguments }
    let withValue = options.filter { $0.valueName != nil }.flatMap(\.spellings)
    var place = 0
    while place < arguments.count, arguments[place].hasPrefix("-") {
      guard arguments[place] != "-", arguments[place] != "--" else { return arguments }
      place += withValue.contains(arguments[place]) ? 2 : 1
    }
    guard place < arguments.count else { return arguments }
    let word = arguments[place]
    let rest = arguments[..<place] + arguments[(place + 1)...]
    if word == "describe", place + 1 < arguments.count {
      // Its topic is the word behind it.
      return [word, arguments[place + 1]] + arguments[..<place] + arguments[(place + 2)...]
    }
    return all.contains { $0.word == word } ? [word] + rest : arguments
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
