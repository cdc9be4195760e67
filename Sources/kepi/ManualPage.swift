// The manual page, as the formatter of `man` reads it: options from the argument parser.
import ArgumentParser
import KepiReports
import KepiShell

enum ManualPage {
  static func text() throws -> String {
    let main = try DeclaredCommand(Kepi.self)
    var lines = [".TH KEPI 1 \"\" \"Kepi \(Kepi.version)\" \"User Commands\""]
    section("name", ["kepi \\- asks exports of shops and marketplaces for KPIs"], &lines)
    lines.append(".SH SYNOPSIS")
    for (place, usage) in Kepi.usages.enumerated() {
      if place > 0 { lines.append(".br") }
      lines.append(synopsis(usage))
    }
    section("description", description, &lines)
    lines.append(".SH OPTIONS")
    lines += main.options.flatMap(paragraph)
    for command in Subcommand.all {
      let declared = try DeclaredCommand(command.type)
      section(
        "kepi \(command.word)", [declared.abstract, beginning(of: declared.discussion)], &lines)
      lines += declared.options.flatMap(paragraph)
    }
    lines.append(".SH EXIT STATUS")
    for (status, meaning) in statuses {
      lines += [".TP", ".B \(status.rawValue)", escaped(meaning)]
    }
    lines += [".PP", escaped("The first of 130, 124, 2, 3 and 1 that applies is given.")]
    lines.append(".SH ENVIRONMENT")
    for (name, meaning) in environment { lines += [".TP", ".B \(name)", escaped(meaning)] }
    lines.append(".SH FILES")
    for (name, meaning) in files { lines += [".TP", ".I \(escaped(name))", escaped(meaning)] }
    lines.append(".SH EXAMPLES")
    for (text, command) in examples {
      lines += [".PP", escaped(text), ".PP", ".RS", ".nf", escaped(command), ".fi", ".RE"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line of usage, with what is to be put in as the page marks it.
  private static func synopsis(_ usage: String) -> String {
    escaped(usage).replacing("<", with: "\\fI").replacing(">", with: "\\fR")
  }

  private static let description = [
    "A path is a folder of exports, an export, or a script that ends in .kepi. Folders and exports "
      + "are loaded, scripts are run, in order. Without a statement and without a script, "
      + "statements come from standard input: at a terminal that is the shell.",
    "All statements are parsed and checked, headers of all files included, before the first one "
      + "runs. A mistake stops the run, with --keep-going its own statement alone. Answers go to "
      + "standard output, all that is said about them to standard error; the same files, "
      + "definitions and as-of day give the same bytes.",
    "Of a Markdown document, one that ends in .md, the fences marked `kepi` are run and the answers "
      + "shown below them. With --check they have to be those of the fence marked `output` or `text` "
      + "that follows; --accept writes them there. A fence marked `kepi error K0501` has to fail with "
      + "that code, one marked `kepi sketch` is only parsed.",
    "A check prints a line for each of its conditions, with its place, what was expected and what "
      + "was found, and the groups that fail below it. A last line counts the checks.",
    "`help` in the shell, or -c help, explains the language.",
  ]

  private static let statuses: [(Outcome, String)] = [
    (.success, "All is well, also where whoever reads the answers has gone."),
    (
      .checkFailed,
      "A check failed, two sides are further apart than allowed, or a number is not what it was."
    ),
    (.misunderstood, "A statement or an option was not understood."),
    (
      .unreadableData,
      "A file could not be read or written, or what a source requires does not hold."
    ),
    (.timedOut, "The time given by --timeout was over."),
    (.interrupted, "Interrupted."),
  ]

  private static let environment = [
    (
      "KEPI_PARAM_\\fINAME\\fP",
      "The value of the parameter NAME of a script, in any case, where --param gives none."
    ),
    (
      "GITHUB_ACTIONS",
      "If it is `true`, failures are also written as the annotations of GitHub Actions: ten, and "
        + "one that counts the rest."
    ),
    (
      "KEPI_CACHE",
      "The most that is kept of exports between runs, as 20G or 500M, or `off`; by default 20G. "
        + "What was not used for longest goes first."
    ),
    (
      "XDG_CACHE_HOME",
      "The folder of what is kept of exports between runs; by default ~/.cache."
    ),
    (
      "XDG_STATE_HOME",
      "The folder of the history of the shell and of what is done of the lessons; by default "
        + "~/.local/state."
    ),
  ]

  private static let files = [
    ("workspace.kepi", "Is read first in the folder that is named, or in the current one."),
    (
      "*.receipt.json",
      "Is written beside an exported file: where its numbers came from, as `kepi verify` reads it."
    ),
    (
      "$XDG_CACHE_HOME/kepi",
      "What was read from exports, as columns: opened while the export is the same. It can be "
        + "removed at any time."
    ),
    ("$XDG_STATE_HOME/kepi/history", "What was typed in the shell."),
    ("$XDG_STATE_HOME/kepi/lessons", "Which questions of the lessons were answered right."),
  ]

  private static let examples = [
    (
      "What four weeks of ads cost for what they sold:",
      "kepi downloads -c 'acos by store over last 4 weeks'"
    ),
    ("Whether an exported file still holds:", "kepi verify out/weekly.csv"),
    ("The same as a workbook:", "kepi downloads --format xlsx -c 'acos by store' > acos.xlsx"),
    (
      "All checks, with a report for a build server:",
      "kepi checks/*.kepi --keep-going --report junit=report.xml --timeout 5m"
    ),
    ("Whether a document still tells the truth:", "kepi report.md --check"),
    ("The same again whenever an export changes:", "kepi watch downloads daily.kepi"),
    (
      "This page, and completions:",
      "kepi --generate-manual | man -l -\n"
        + "source <(kepi --generate-completion-script bash)"
    ),
  ]

  private static func section(_ title: String, _ paragraphs: [String], _ lines: inout [String]) {
    lines.append(".SH \(title.uppercased())")
    for (place, text) in paragraphs.enumerated() {
      if place > 0 { lines.append(".PP") }
      lines.append(title == "name" ? text : escaped(text))
    }
  }

  private static func paragraph(of option: DeclaredOption) -> [String] {
    let names = option.spellings.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
    let value = option.valueName.map { " \\fI\(escaped($0))\\fR" } ?? ""
    var text = option.abstract
    let values = option.values.filter { !$0.hasSuffix("=") }
    if !values.isEmpty {
      let rest = option.defaultValue.map { "; without it \($0)" } ?? ""
      text += " One of \(values.joined(separator: ", "))\(rest)."
    }
    return [".TP", names + value, escaped(text)]
  }

  /// Without the statuses, which stand in a section of their own.
  private static func beginning(of discussion: String) -> String {
    let lines = discussion.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { !$0.isEmpty }.joined(separator: " ")
  }

  /// A hyphen that is typed, and signs that begin a command of the formatter.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var result = line.first == "." || line.first == "'" ? "\\&" : ""
      for character in line {
        switch character {
        case "\\": result += "\\e"
        case "-": result += "\\-"
        default: result.append(character)
        }
      }
      return result
    }.joined(separator: "\n")
  }
}
