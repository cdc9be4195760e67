// Help on commands, files, exit statuses and keys.

extension HelpText {
  static let commandPages: [HelpPage] = [
    HelpPage(
      "load", "read files",
      """
      `load` takes a file, a folder or a pattern. A known export finds its place by its
      header. {store} and {site} take their value from that part of the path; `with` sets
      it by hand; `as` names a table of one's own. What overlaps never counts twice. Of a
      workbook or an archive all tables are read, or the one named after ` › `.
      """,
      right: [
        "load \"{store}/{site}\"",
        "load \"report.csv\" with store = \"Nord\", site = \"DE\", date = 2026-09",
        "load \"budget.csv\" as budget", "load \"plan.xlsx › July\" as plan",
      ], isTried: false),
    HelpPage(
      "files", "what is read, and when",
      """
      Folders and exports named on the command line are loaded; files that end in .kepi
      are run. A workspace.kepi in the folder is read first. All files are read, and all
      statements checked, before the first one runs.
      """,
      right: ["show loads", "show rejects", "show sources"]),
    HelpPage(
      "show", "lists",
      """
      show loads, rejects, kinds, sources, metrics, dimensions, segments, periods, params
      or settings. `like` keeps the lines that have such a text; * stands for any letters.
      """,
      right: ["show metrics like \"ac*\"", "show dimensions"]),
    HelpPage(
      "describe", "what a name means",
      """
      `describe` shows a definition down to the columns: formula, unit, worked example
      with its computed result, and where it is defined. It knows metrics, dimensions,
      segments, sources, columns, kinds and parameters.
      """,
      right: ["describe acos", "describe order_lines", "describe order_lines.units"]),
    HelpPage(
      "explain", "where an answer comes from",
      """
      `explain` before a question shows its dates and why, each source with its rows, and
      the parts of every ratio.
      """,
      right: ["explain acos by site over last week"]),
    HelpPage(
      "check", "conditions that must hold",
      """
      A check is a question of conditions. It prints one line for each, and the groups
      that fail. A group with a blank value has no data: it does not fail, but a check
      where nothing has data does. A failed check makes exit status 1.
      """,
      right: [
        "check acos <= 60% by store, site over last week",
        "check \"DE sells\": units > 0 by store where site = \"DE\" over last week",
      ]),
    HelpPage(
      "export", "write an answer to a file",
      """
      The ending of the file says its form: csv, json or md.
      """,
      right: ["export to \"weekly.csv\" units by store over last week"], isTried: false),
    HelpPage(
      "set", "settings",
      """
      `set` holds from its line on: the form of answers, the first day of a week, the time
      zone of times that name none.
      """,
      right: ["set format csv", "set week_start sunday", "show settings"]),
    HelpPage(
      "include", "read another script",
      """
      Its definitions and statements are read at that place. The path is relative to the
      file that names it, and a file is read once however often it is included.
      """,
      right: ["include \"metrics/ads.kepi\""], isTried: false),
    HelpPage(
      "exit status", "how a run ends",
      """
      0  all well
      1  a check failed
      2  a statement or an option was not understood, and nothing was run
      3  a file could not be read, or what a source requires does not hold
      The first of 2, 3, 1 that applies wins.
      """,
      right: ["check units > 0 by store over last week"]),
    HelpPage(
      "shell keys", "typing questions",
      """
      Enter runs a line. A line that begins with a clause changes the last question.
      Tab offers what may follow. The arrows bring back earlier lines. Ctrl-C stops a
      question or clears the line, Ctrl-D leaves.
      """,
      right: ["units by store", "units by store over last week"]),
  ]
}
