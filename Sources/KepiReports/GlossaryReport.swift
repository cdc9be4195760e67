// A glossary as one file: both languages side by side, to read on a screen or on paper.
package import KepiDiagnostics

package struct GlossaryReport: Sendable {
  package struct Entry: Sendable {
    package let name: String
    package let label: Phrase
    package let meaning: Phrase
    /// What else it is called, in any language.
    package let otherNames: [String]
    /// The formula with labels for names, where that says more.
    package let inWords: Phrase?
    package let formula: String
    /// What a word says: the unit, which way is better, how it adds up, whose it is.
    package let brief: [Phrase]
    /// Name and content, such as the trap, in the order in which they are shown.
    package let facts: [(name: Phrase, text: Phrase)]
    /// What goes in, the formula with its numbers where there are any, and what comes out.
    package let examples: [(given: String, numbers: String?, gives: String)]

    package init(
      name: String, label: Phrase, meaning: Phrase, otherNames: [String], inWords: Phrase?,
      formula: String, brief: [Phrase], facts: [(name: Phrase, text: Phrase)],
      examples: [(given: String, numbers: String?, gives: String)]
    ) {
      self.name = name
      self.label = label
      self.meaning = meaning
      self.otherNames = otherNames
      self.inWords = inWords
      self.formula = formula
      self.brief = brief
      self.facts = facts
      self.examples = examples
    }
  }

  package struct Section: Sendable {
    package let title: Phrase
    package let entries: [Entry]

    package init(title: Phrase, entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  package let sections: [Section]

  package init(sections: [Section]) { self.sections = sections }

  private static let title = Phrase("Glossary of metrics", zh: "指标术语表")
  private static let formula = Phrase("Formula", zh: "公式")
  private static let inWords = Phrase("In words", zh: "用文字说")
  private static let otherNames = Phrase("Also called", zh: "也叫")
  private static let example = Phrase("Example", zh: "示例")
  private static let meaning = Phrase("Meaning", zh: "含义")
  private static let brief = Phrase("In short", zh: "概要")

  private var count: Int { sections.reduce(0) { $0 + $1.entries.count } }

  /// By what a section or an entry is linked to.
  private func anchor(_ name: String) -> String {
    "m-"
      + name.unicodeScalars.map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
          ? String(scalar) : scalar == "_" ? "_" : "x" + String(scalar.value, radix: 16)
      }.joined()
  }

  // MARK: HTML

  /// One file without any other: well-formed as HTML and as XML.
  package func html() -> String {
    var text = """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(Self.title.english.markup) · \(Self.title.chinese.markup)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(Self.title.english.markup) <span lang="zh">\(Self.title.chinese.markup)</span></h1>
      <nav>

      """
    for (place, section) in sections.enumerated() {
      text += "<h2><a href=\"#s-\(place + 1)\">\(both(section.title))</a></h2>\n<ul>\n"
      for entry in section.entries {
        text += "<li><a href=\"#\(anchor(entry.name))\">\(both(entry.label))</a></li>\n"
      }
      text += "</ul>\n"
    }
    text += "</nav>\n<main>\n"
    for (place, section) in sections.enumerated() {
      text += "<section id=\"s-\(place + 1)\">\n<h2>\(both(section.title))</h2>\n"
      for entry in section.entries { text += html(of: entry) }
      text += "</section>\n"
    }
    return text + "</main>\n</body>\n</html>\n"
  }

  private func both(_ phrase: Phrase) -> String {
    guard phrase.english != phrase.chinese else { return phrase.english.markup }
    return "\(phrase.english.markup) <span lang=\"zh\">\(phrase.chinese.markup)</span>"
  }

  private func html(of entry: Entry) -> String {
    var text = "<article id=\"\(anchor(entry.name))\">\n"
    text += "<h3>\(both(entry.label)) <code>\(entry.name.markup)</code></h3>\n"
    text += "<table>\n<col class=\"name\"/><col/><col/>\n"
    func row(_ name: Phrase, _ cell: String) {
      text += "<tr><th scope=\"row\">\(both(name))</th><td colspan=\"2\">\(cell)</td></tr>\n"
    }
    if entry.meaning.english == entry.meaning.chinese {
      row(Self.meaning, entry.meaning.english.markup)
    } else {
      pair(Self.meaning, entry.meaning, &text)
    }
    if let words = entry.inWords { pair(Self.inWords, words, &text) }
    row(Self.formula, "<code>\(entry.formula.markup)</code>")
    if !entry.brief.isEmpty { pair(Self.brief, joined(entry.brief), &text) }
    for fact in entry.facts { pair(fact.name, fact.text, &text) }
    if !entry.otherNames.isEmpty {
      row(Self.otherNames, entry.otherNames.joined(separator: " · ").markup)
    }
    for example in entry.examples {
      var lines = "\(example.given.markup) → <strong>\(example.gives.markup)</strong>"
      if let numbers = example.numbers { lines += "<br/>\n<code>\(numbers.markup)</code>" }
      row(Self.example, lines)
    }
    return text + "</table>\n</article>\n"
  }

  private func joined(_ phrases: [Phrase]) -> Phrase {
    Phrase { language in
      phrases.filter { !$0.isEmpty }.map { $0.text(in: language) }
        .joined(separator: language == .english ? "; " : "；")
    }
  }

  private func pair(_ name: Phrase, _ phrase: Phrase, _ text: inout String) {
    text += "<tr><th scope=\"row\">\(both(name))</th>"
    if phrase.english == phrase.chinese {
      text += "<td colspan=\"2\">\(phrase.english.markup)</td></tr>\n"
    } else {
      text += "<td>\(phrase.english.markup)</td>"
      text += "<td lang=\"zh\">\(phrase.chinese.markup)</td></tr>\n"
    }
  }

  /// Paper gets no links in colour, and no entry is cut by the end of a page.
  private static let style = """
    :root { color-scheme: light }
    body { font: 15px/1.5 system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei",
      "Noto Sans CJK SC", sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem;
      color: #1b1b1b }
    h1 { font-size: 1.7rem }
    h2 { font-size: 1.25rem; border-bottom: 2px solid #1b1b1b; margin-top: 2.2rem }
    h3 { font-size: 1.05rem; margin: 1.4rem 0 0.3rem }
    h1 span, h2 span, h3 span, li span { color: #555; font-weight: normal }
    code { font: 0.9em/1.4 ui-monospace, Menlo, Consolas, monospace; background: #f3f3f3;
      padding: 0.05em 0.3em; overflow-wrap: anywhere }
    nav ul { columns: 20rem; padding-left: 1.2rem; margin: 0.4rem 0 }
    nav h2 { font-size: 1rem; border: 0; margin: 1rem 0 0 }
    a { color: #0b4f9e; text-decoration: none }
    table { border-collapse: collapse; width: 100%; margin: 0.4rem 0; table-layout: fixed }
    th, td { border-top: 1px solid #ccc; padding: 0.25rem 0.5rem 0.25rem 0; text-align: left;
      vertical-align: top; font-weight: normal; overflow-wrap: anywhere }
    col.name { width: 10.5rem }
    th { color: #555 }
    @media (max-width: 40rem) { col.name { width: 5rem } }
    @media print {
      body { font-size: 8.5pt; line-height: 1.35; max-width: none; margin: 0; padding: 0 }
      nav ul { columns: 3 }
      th, td { padding-top: 0.1rem; padding-bottom: 0.1rem }
      h3 { margin-top: 0.8rem }
      a { color: inherit }
      article { break-inside: avoid }
      section { break-before: page }
      @page { margin: 15mm }
    }
    """

  // MARK: Markdown

  package func markdown() -> String {
    var text = "# \(Self.title.english) · \(Self.title.chinese)\n"
    for section in sections {
      text += "\n- \(plain(section.title))\n"
      for entry in section.entries {
        text += "  - [\(escaped(plain(entry.label)))](#\(anchor(entry.name)))\n"
      }
    }
    for section in sections {
      text += "\n## \(escaped(plain(section.title)))\n"
      for entry in section.entries { text += markdown(of: entry) }
    }
    return text
  }

  private func plain(_ phrase: Phrase) -> String {
    phrase.english == phrase.chinese ? phrase.english : "\(phrase.english) · \(phrase.chinese)"
  }

  private func markdown(of entry: Entry) -> String {
    var text = "\n### <a id=\"\(anchor(entry.name))\"></a>\(escaped(plain(entry.label)))"
    text += " `\(entry.name)`\n\n"
    text += "| | English | 中文 |\n|---|---|---|\n"
    func row(_ name: Phrase, _ left: String, _ right: String) {
      text += "| \(cell(plain(name))) | \(left) | \(right) |\n"
    }
    row(Self.meaning, cell(entry.meaning.english), cell(entry.meaning.chinese))
    if let words = entry.inWords {
      row(Self.inWords, cell(words.english), cell(words.chinese))
    }
    row(Self.formula, "`\(entry.formula.replacing("|", with: "\\|"))`", "")
    if !entry.brief.isEmpty {
      let brief = joined(entry.brief)
      row(Self.brief, cell(brief.english), cell(brief.chinese))
    }
    for fact in entry.facts {
      let isSame = fact.text.english == fact.text.chinese
      row(fact.name, cell(fact.text.english), isSame ? "" : cell(fact.text.chinese))
    }
    if !entry.otherNames.isEmpty {
      row(Self.otherNames, cell(entry.otherNames.joined(separator: " · ")), "")
    }
    for example in entry.examples {
      let numbers = example.numbers.map { "; \(cell($0))" } ?? ""
      row(Self.example, "\(cell(example.given)) → \(cell(example.gives))\(numbers)", "")
    }
    return text
  }

  private func cell(_ text: String) -> String {
    escaped(text).replacing("\n", with: " ").replacing("|", with: "\\|")
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text.printable {
      if "\\`*_[]<>#".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
