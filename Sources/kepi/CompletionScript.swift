// Completions for bash, zsh and fish. Those of the argument parser itself fail in zsh for a command
// that takes paths, and know no `kepi format`.
import ArgumentParser

enum CompletionScript: String, CaseIterable {
  case bash, zsh, fish

  func text() throws -> String {
    let main = try DeclaredCommand(Kepi.self)
    let others = try Subcommand.all.map {
      Other(word: $0.word, command: try DeclaredCommand($0.type))
    }
    return switch self {
    case .bash: Self.bash(main, others)
    case .zsh: Self.zsh(main, others)
    case .fish: Self.fish(main, others)
    }
  }

  /// A command with a word of its own: `kepi format`.
  private struct Other {
    let word: String
    let command: DeclaredCommand
  }

  /// The words, and the cases of a script that tell the commands apart.
  private static func words(of others: [Other]) -> String {
    others.map(\.word).joined(separator: " ")
  }

  // MARK: bash

  private static func bash(_ main: DeclaredCommand, _ others: [Other]) -> String {
    let branches = others.enumerated().map { place, other in
      let sign = place == 0 ? "if" : "elif"
      return "  \(sign) ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} == \(other.word) ]]; then\n"
        + "    command='\(other.command.words.joined(separator: " "))'\n"
        + bashCases(of: other.command)
    }.joined(separator: "\n")
    return """
      # Completions of kepi for bash.
      _kepi() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        local options values= command=
        COMPREPLY=()
      \(branches)
        else
          ((COMP_CWORD == 1)) && command='\(words(of: others))'
      \(bashCases(of: main))
        fi
        if [[ -n $values ]]; then
          mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
          [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
        elif [[ $word == -* ]]; then
          mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
        else
          mapfile -t COMPREPLY < <(compgen -W "$command" -- "$word"; compgen -f -- "$word")
        fi
        return 0
      }
      complete -o filenames -F _kepi kepi

      """
  }

  private static func bashCases(of command: DeclaredCommand) -> String {
    var lines = ["    options='\(command.options.flatMap(\.spellings).joined(separator: " "))'"]
    lines.append("    case $before in")
    for option in command.options where option.valueName != nil {
      let action =
        option.values.isEmpty ? "return 0" : "values='\(option.values.joined(separator: " "))'"
      lines.append("      \(option.spellings.joined(separator: "|"))) \(action) ;;")
    }
    return (lines + ["    esac"]).joined(separator: "\n")
  }

  // MARK: zsh

  private static func zsh(_ main: DeclaredCommand, _ others: [Other]) -> String {
    let branches = others.enumerated().map { place, other in
      let sign = place == 0 ? "if" : "elif"
      let words = other.command.words.joined(separator: " ")
      let rest = words.isEmpty ? "'*:file:_files'" : "'1:word:(\(words))'"
      return """
          \(sign) (( CURRENT > 2 )) && [[ $words[2] == \(other.word) ]]; then
            shift words
            (( CURRENT-- ))
            _arguments -S : \\
        \(zshSpecifications(of: other.command))
              \(rest)
        """
    }.joined(separator: "\n")
    return """
      #compdef kepi
      # Completions of kepi for zsh.
      _kepi_first() {
        _alternative 'commands:command:(\(words(of: others)))' 'files:path:_files'
      }
      _kepi() {
      \(branches)
        else
          _arguments -S : \\
      \(zshSpecifications(of: main))
            '1: :_kepi_first' '*:path:_files'
        fi
      }
      if [[ $funcstack[1] == _kepi ]]; then
        _kepi "$@"
      else
        compdef _kepi kepi
      fi

      """
  }

  private static func zshSpecifications(of command: DeclaredCommand) -> String {
    command.options.flatMap { option in
      option.spellings.map { spelling in
        var text = option.isRepeating ? "*" : ""
        if option.spellings.count > 1 { text += "(\(option.spellings.joined(separator: " ")))" }
        text += spelling + "[" + escaped(option.abstract) + "]"
        if let name = option.valueName {
          text += ":\(name):"
          if option.values.contains(where: { $0.hasSuffix("=") }) {
            text += "{compadd -S \"\" - \(option.values.joined(separator: " "))}"
          } else if !option.values.isEmpty {
            text += "(\(option.values.joined(separator: " ")))"
          }
        }
        return "      '\(text)' \\"
      }
    }.joined(separator: "\n")
  }

  /// Signs that mean something in the specification of an option.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "[", "]", ":", "\\": result += "\\" + String(character)
      case "'": result += "'\\''"
      default: result.append(character)
      }
    }
    return result
  }

  // MARK: fish

  private static func fish(_ main: DeclaredCommand, _ others: [Other]) -> String {
    var lines = ["# Completions of kepi for fish."]
    for other in others {
      lines.append(
        "complete -c kepi -n __fish_use_subcommand -a \(other.word) -d "
          + fishText(other.command.abstract))
    }
    let seen = others.map { ($0.command, "__fish_seen_subcommand_from \($0.word)") }
    for (command, condition) in [(main, "not __fish_seen_subcommand_from \(words(of: others))")]
      + seen
    {
      if !command.words.isEmpty {
        lines.append(
          "complete -c kepi -n '\(condition)' -a '\(command.words.joined(separator: " "))'")
      }
      for option in command.options {
        var line = "complete -c kepi -n '\(condition)'"
        if let short = option.short { line += " -s \(short)" }
        if let long = option.long { line += " -l \(long)" }
        if option.valueName != nil {
          line += " -x"
          if !option.values.isEmpty { line += " -a '\(option.values.joined(separator: " "))'" }
        }
        lines.append(line + " -d " + fishText(option.abstract))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fishText(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "'" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return "'\(result)'"
  }
}
