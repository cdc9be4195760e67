// What is made from the keyword table: the list of the manual, and the grammar that editors use.
import KepiSyntax

enum KeywordPages {
  // MARK: The list

  static var list: String {
    var lines = [
      "<!-- Made from Sources/KepiSyntax/Keyword.swift by the tests; see KeywordPageTests. -->",
      "# The keywords",
      "",
      "Every keyword has an English and a Chinese spelling. Both are always accepted, and they mix.",
      "Case does not matter, and full-width letters read as plain ones.",
    ]
    func table(_ title: String, _ text: [String], _ keywords: [Keyword]) {
      lines += ["", "## \(title)", ""] + text + ["", "| English | Chinese |", "|---|---|"]
      lines += keywords.map { keyword in
        let chinese = keyword.chinese.map { "`\($0)`" }.joined(separator: ", ")
        return "| `\(keyword.english)` | \(chinese) |"
      }
    }
    let statements = Keyword.definitionWords + Keyword.commandWords
    let reserved = Keyword.allCases.filter(\.isReserved)
    table(
      "Reserved words",
      [
        "These are never names, unless in backquotes: `` `top` ``. `as of` is the word `as` and a name",
        "`of`, read as one.",
      ], reserved)
    table(
      "Statement words",
      [
        "A statement begins with one of these, or it is a question. They are names where no statement",
        "can begin: `target by month` asks for a metric called `target`.",
      ], statements)
    table(
      "Other words",
      ["These are keywords only where the grammar can take one, and names everywhere else."],
      Keyword.allCases.filter { !$0.isReserved && !statements.contains($0) })
    lines += [
      "", "## Steps of time", "",
      "These are names that are known everywhere, also in the plural: `4 weeks`. In Chinese no blank",
      "is needed after the number: `4周`.", "", "| English | Chinese |", "|---|---|",
    ]
    lines += TimeWord.allCases.map { "| `\($0.rawValue)` | `\($0.chinese)` |" }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: The grammar of editors

  /// A TextMate grammar. It knows words and their neighbours but no tree, so a soft word is coloured
  /// only beside the words that it goes with.
  static var textMate: String {
    let rules: [(scope: String, pattern: String)] = [
      ("comment.line.documentation.kepi", #"[#＃]{2}(?![#＃]).*$"#),
      ("comment.line.number-sign.kepi", #"[#＃].*$"#),
      ("string.quoted.double.kepi", #"["＂](?:[^"＂]|["＂]{2})*["＂]|[“”„][^“”"]*[“”"]"#),
      ("variable.other.quoted.kepi", #"`[^`]+`"#),
      ("constant.other.date.kepi", #"\b\d{4}-(?:\d{2}(?:-\d{2})?|[Ww]\d{2}|[Qq]\d|[Pp]\d{2})\b"#),
      ("constant.numeric.kepi", #"\b\d+(?:_\d+)*(?:\.\d+)?[%％]?"#),
      ("constant.language.kepi", word(literals)),
      ("keyword.other.statement.kepi", #"(?:^|(?<=[;；]))\s*"# + word(statements) + #"(?=\s|$)"#),
      ("keyword.control.clause.kepi", word([.asOf] + clauses)),
      ("keyword.operator.word.kepi", word(operators)),
      ("keyword.other.kepi", word(neighbours)),
      ("support.type.property-name.kepi", #"[\p{L}_][\p{L}\p{N}_]*(?=\s*[:：])"#),
      ("entity.name.function.kepi", #"[\p{L}_][\p{L}\p{N}_.]*(?=\s*[(（])"#),
      ("keyword.operator.kepi", #"[-+*/=<>!−×÷≤≥≠＝＜＞]+"#),
      ("punctuation.kepi", #"[,.;:(){}\[\]，；：（）｛｝【】、]"#),
    ]
    var lines = [
      "{",
      #"  "information_for_contributors": "Made from Sources/KepiSyntax/Keyword.swift by the tests.","#,
      #"  "name": "Kepi","#,
      #"  "scopeName": "source.kepi","#,
      #"  "fileTypes": ["kepi"],"#,
      #"  "patterns": ["#,
    ]
    for (place, rule) in rules.enumerated() {
      let comma = place < rules.count - 1 ? "," : ""
      lines.append(
        #"    { "name": "\#(rule.scope)", "match": "\#(escaped(rule.pattern))" }\#(comma)"#)
    }
    return (lines + ["  ]", "}"]).joined(separator: "\n") + "\n"
  }

  private static let statements = Keyword.definitionWords + Keyword.commandWords + [.language]
  private static let clauses = Keyword.clauseWords.filter { $0 != .asOf }
  private static let literals: [Keyword] = [.true, .false, .missing]
  private static let operators = Keyword.allCases.filter {
    $0.isReserved && $0 != .asOf && !clauses.contains($0) && !literals.contains($0)
  }
  /// All soft words; alone they may be names, which costs no more than a colour.
  private static let neighbours = Keyword.allCases.filter {
    !$0.isReserved && !statements.contains($0)
  }

  /// Any spelling of the keywords as a whole word, longest first.
  private static func word(_ keywords: [Keyword]) -> String {
    let spellings = keywords.flatMap { [$0.english] + $0.chinese }
      .map { $0.replacing(" ", with: #"\s+"#) }
      .sorted { ($1.count, $0) < ($0.count, $1) }
    return #"(?i:(?<![\p{L}\p{N}_`.])(?:"# + spellings.joined(separator: "|")
      + #")(?![\p{L}\p{N}_`]))"#
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
