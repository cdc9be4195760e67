// Help on messages about data, checks, files and commands: K07, K08 and K09.

extension HelpText {
  static let dataPages: [HelpPage] = [
    HelpPage(
      "K0701", "no row has this text",
      """
      Nothing in the data is written so, and the answer is that of no rows. Texts are
      compared letter by letter, also in case. The nearest one is offered.
      """,
      wrong: "clicks where site = \"de\"", right: ["clicks where site = \"DE\""]),
    HelpPage(
      "K0702", "a file that cannot be read",
      """
      The file is there, but is damaged, empty or of no known form. A part of it would
      give numbers that are too small.
      """,
      right: ["show loads", "show kinds"]),
    HelpPage(
      "K0703", "a file that is no known export",
      """
      In a folder, files with an unknown header are left out and counted. To read one as
      a table of your own, load it by name.
      """,
      right: ["load \"notes.csv\" as notes"], isTried: false),
    HelpPage(
      "K0704", "rows that could not be read",
      """
      They have too few cells, or no day or amount where one must be. They are left out
      of every number, and each is listed with its place and the reason.
      """,
      right: ["show rejects"]),
    HelpPage(
      "K0705", "rows without a day",
      """
      The export names no days, so its rows belong to no period. The day, or the month it
      covers, is given when it is loaded.
      """,
      right: ["load \"report.csv\" with date = 2026-08"], isTried: false),
    HelpPage(
      "K0706", "nothing to divide by",
      """
      The lower part of a ratio is zero there, and the value is left blank: neither zero
      nor endless would be true.
      """,
      wrong: "acos where site = \"XX\"", right: ["clicks / impressions as rate by site"]),
    HelpPage(
      "K0707", "rows left out of a sum",
      """
      A value that the formula needs is missing there, though the row has an amount. The
      sum is of the others; the rows and their amount are told.
      """,
      right: ["show rejects"]),
    HelpPage(
      "K0708", "days that are not covered",
      """
      The files of this source cover a part of the period only. The numbers are of those
      days.
      """,
      wrong: "settlement_amount by currency over 2026-08",
      right: ["settlement_amount by currency over past 4 weeks"]),
    HelpPage(
      "K0709", "a rule of a source does not hold",
      """
      The definition of the source requires something, and its file does not meet it. For
      `require` nothing is computed and the exit status is 3; `warn` only says so.
      """,
      right: ["source visits from \"visits.csv\" { warn visits >= 0 }"], isTried: false),
    HelpPage(
      "K0710", "a file that could take all memory",
      """
      Archives, workbooks and XML can be made to grow without end as they are opened. One
      that goes beyond what exports reach is not opened further. A report that is really
      as large is read once it is unpacked, or split into several.
      """,
      right: ["show loads"]),
    HelpPage(
      "K0801", "a check failed",
      """
      The lines that fail are listed with their values; of a ratio, its two parts too. The
      exit status is 1.
      """,
      right: ["check units > 0 by store over last week"]),
    HelpPage(
      "K0803", "a worked example is wrong",
      """
      The formula, computed with the numbers of the example, gives another result. One of
      the two is not what was meant.
      """,
      wrong: "metric x = clicks / 2 { example: clicks = 6 gives 2 }",
      right: ["metric x = clicks / 2 { example: clicks = 6 gives 3 }"]),
    HelpPage(
      "K0901", "no such file",
      """
      No file has this name, or none matches the pattern. Paths are relative to the file
      that names them, and to the current folder on the command line.
      """,
      wrong: "load \"missing.csv\"", right: ["show loads"]),
    HelpPage(
      "K0902", "no such topic",
      """
      help alone lists all topics; show takes one of its own.
      """,
      wrong: "help clauses", right: ["help"]),
    HelpPage(
      "K0903", "stopped",
      """
      The question or the load was interrupted. Nothing of it was kept.
      """,
      right: ["units by store"]),
  ]
}
