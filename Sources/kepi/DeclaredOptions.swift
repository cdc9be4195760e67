// What the argument parser knows of a command, for the manual page and the completions.
import ArgumentParser
import FoundationEssentials

struct DeclaredCommand {
  let abstract: String
  let discussion: String
  /// Options in the order of the help, without the paths.
  let options: [DeclaredOption]
  /// What may stand where no option does, where it is one of a few words.
  let words: [String]

  init(_ type: any ParsableCommand.Type) throws {
    let dump = try JSONDecoder().decode(Dump.self, from: Data(type._dumpHelp().utf8))
    abstract = dump.command.abstract ?? ""
    discussion = dump.command.discussion ?? ""
    options = dump.command.arguments.compactMap(DeclaredOption.init)
    words =
      dump.command.arguments.first { $0.kind == "positional" }?.completionKind?.list?.values ?? []
  }

  /// The part that is used of what the parser prints of itself.
  fileprivate struct Dump: Decodable {
    struct Command: Decodable {
      let abstract: String?
      let discussion: String?
      let arguments: [Argument]
    }
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }
      struct Completion: Decodable {
        struct List: Decodable { let values: [String] }
        let list: List?
      }
      let kind: String
      let names: [Name]?
      let abstract: String?
      let valueName: String?
      let defaultValue: String?
      let completionKind: Completion?
      let isRepeating: Bool
    }
    let command: Command
  }
}

struct DeclaredOption {
  /// `c`, without its hyphen.
  let short: String?
  /// `format`, without its hyphens.
  let long: String?
  let abstract: String
  /// `nil` for a flag.
  let valueName: String?
  /// What may be given, where it is one of a few. What ends in a sign of equality goes on.
  let values: [String]
  let defaultValue: String?
  let isRepeating: Bool

  fileprivate init?(_ argument: DeclaredCommand.Dump.Argument) {
    guard let names = argument.names, !names.isEmpty else { return nil }
    short = names.first { $0.kind == "short" }?.name
    long = names.first { $0.kind == "long" }?.name
    abstract = argument.abstract ?? ""
    valueName = argument.kind == "option" ? argument.valueName : nil
    values = argument.completionKind?.list?.values ?? []
    defaultValue = argument.defaultValue
    isRepeating = argument.isRepeating
  }

  /// `-h`, `--help`.
  var spellings: [String] { [short.map { "-" + $0 }, long.map { "--" + $0 }].compactMap { $0 } }
}
