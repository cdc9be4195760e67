// How a diagnostic is shown: to people with carets under the place, to programs as JSON.

/// Shows diagnostics of the texts of a session, in one language.
package struct DiagnosticRenderer: Sendable {
  package let texts: SourceMap
  package let language: Language

  package init(texts: SourceMap, language: Language) {
    self.texts = texts
    self.language = language
  }

  /// A few lines, without a line end after the last:
  ///
  ///     error K0301: there is no metric or dimension called `reveneu`
  ///       weekly.kepi:3:1
  ///       3 | reveneu by store over last week
  ///         | ^^^^^^^
  ///       The nearest name is `revenue`:   revenue by store over last week
  package func text(_ diagnostic: Diagnostic) -> String {
    let name = "\(said(diagnostic.severity.word)) \(diagnostic.code.rawValue)"
    var lines = [said(Phrase("\(name): ", zh: "\(name)：")) + said(diagnostic.message)]
    lines += quotation(of: diagnostic.marks)
    lines += diagnostic.details.map { "  " + said($0) }
    for mend in diagnostic.mends { lines += offer(mend, of: diagnostic) }
    // Names and values come from files, and may hold what moves the cursor of a terminal.
    return lines.map(\.printable).joined(separator: "\n")
  }

  private func said(_ phrase: Phrase) -> String { phrase.text(in: language) }

  // MARK: The place

  private struct Place {
    let mark: Diagnostic.Mark
    let text: SourceText
    let line: Int
  }

  private func quotation(of marks: [Diagnostic.Mark]) -> [String] {
    let places = marks.compactMap { mark in
      texts[mark.span.source].map {
        Place(mark: mark, text: $0, line: $0.line(at: min(mark.span.start, $0.bytes.count)))
      }
    }
    guard let first = places.first else { return [] }
    var lines: [String] = []
    var quoted: [Place] = []
    // Marks of one line share its quotation; each further line is quoted once, in order of marks.
    for place in places where !quoted.contains(where: { isSameLine($0, place) }) {
      quoted.append(place)
      if place.text.id != first.text.id || quoted.count == 1 { lines += header(of: place) }
      lines += quote(places.filter { isSameLine($0, place) })
    }
    return lines
  }

  private func isSameLine(_ left: Place, _ right: Place) -> Bool {
    left.text.id == right.text.id && left.line == right.line
  }

  private func header(of place: Place) -> [String] {
    let isShort =
      place.text.lineStarts.count == 1
      || (place.text.lineStarts.count == 2 && place.text.lineStarts[1] == place.text.bytes.count)
    if isShort, place.text.name.hasPrefix("<") { return [] }
    return ["  \(Self.position(of: place.mark.span, in: place.text))"]
  }

  /// `weekly.kepi:3:1`; columns count characters, since that is what editors show.
  package static func position(of span: SourceSpan, in text: SourceText) -> String {
    let (line, column) = lineAndColumn(of: span.start, in: text)
    return "\(text.name):\(line):\(column)"
  }

  /// Both counted from one.
  package static func lineAndColumn(of offset: Int, in text: SourceText) -> (Int, Int) {
    let offset = min(max(offset, 0), text.bytes.count)
    let line = text.line(at: offset)
    let start = text.lineStarts[line]
    let before = String(decoding: text.bytes[start..<max(start, offset)], as: UTF8.self)
    return (line + 1, before.count + 1)
  }

  private func quote(_ places: [Place]) -> [String] {
    guard let first = places.first else { return [] }
    let text = first.text
    let range = text.lineRange(first.line)
    let number = "\(first.line + 1)"
    let shown = expandTabs(String(decoding: text.bytes[range], as: UTF8.self))
    var carets = ""
    var width = 0
    var labels: [String] = []
    for place in places.sorted(by: { $0.mark.span.start < $1.mark.span.start }) {
      let start = min(max(place.mark.span.start, range.lowerBound), range.upperBound)
      let end = min(max(place.mark.span.end, start), range.upperBound)
      let from = cells(of: text.bytes[range.lowerBound..<start])
      let to = cells(of: text.bytes[range.lowerBound..<end])
      guard from >= width else { continue }
      carets += String(repeating: " ", count: from - width)
      carets += String(repeating: "^", count: max(1, to - from))
      width = max(from + 1, to)
      if !place.mark.label.isEmpty { labels.append(said(place.mark.label)) }
    }
    if !labels.isEmpty { carets += "   " + labels.joined(separator: said(Phrase("; ", zh: "；"))) }
    let margin = String(repeating: " ", count: number.count)
    return ["  \(number) | \(shown)", "  \(margin) | \(carets)"]
  }

  /// Tabs become two blanks, here and under the carets, so that both lines agree on any terminal.
  private func expandTabs(_ line: String) -> String {
    line.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  ")
  }

  private func cells(of bytes: ArraySlice<UInt8>) -> Int {
    CellWidth.of(expandTabs(String(decoding: bytes, as: UTF8.self)))
  }

  // MARK: The way out

  private func offer(_ mend: Diagnostic.Mend, of diagnostic: Diagnostic) -> [String] {
    let title = said(mend.title)
    guard !mend.edits.isEmpty else { return title.isEmpty ? [] : ["  \(title)"] }
    guard let repaired = diagnostic.repairedStatement(by: mend, in: texts).map(expandTabs) else {
      return title.isEmpty ? [] : ["  \(title)"]
    }
    guard !title.isEmpty else { return ["  \(repaired)"] }
    // The repaired line stands beside its title where both fit a terminal, else below it.
    let isShort = CellWidth.of(title) + CellWidth.of(repaired) + 5 <= 100
    return isShort ? ["  \(title)   \(repaired)"] : ["  \(title)", "      \(repaired)"]
  }

  // MARK: JSON

  /// The same on one line, keys always in one order. Keys, severities and codes are the same in every
  /// language.
  package func json(_ diagnostic: Diagnostic) -> String {
    var fields = [
      "\"severity\":" + JSONText.quoted(diagnostic.severity.rawValue),
      "\"code\":" + JSONText.quoted(diagnostic.code.rawValue),
      "\"message\":" + JSONText.quoted(said(diagnostic.message)),
    ]
    fields.append("\"marks\":" + JSONText.array(diagnostic.marks.map(json)))
    fields.append(
      "\"details\":" + JSONText.array(diagnostic.details.map { JSONText.quoted(said($0)) }))
    fields.append(
      "\"mends\":" + JSONText.array(diagnostic.mends.map { json($0, of: diagnostic) }))
    return "{" + fields.joined(separator: ",") + "}"
  }

  private func json(_ mark: Diagnostic.Mark) -> String {
    var fields = place(of: mark.span)
    if !mark.label.isEmpty { fields.append("\"label\":" + JSONText.quoted(said(mark.label))) }
    return "{" + fields.joined(separator: ",") + "}"
  }

  private func json(_ mend: Diagnostic.Mend, of diagnostic: Diagnostic) -> String {
    var fields = ["\"title\":" + JSONText.quoted(said(mend.title))]
    if let repaired = diagnostic.repairedStatement(by: mend, in: texts) {
      fields.append("\"line\":" + JSONText.quoted(repaired))
    }
    let edits = mend.edits.map { edit in
      let parts = place(of: edit.span) + ["\"replacement\":" + JSONText.quoted(edit.replacement)]
      return "{" + parts.joined(separator: ",") + "}"
    }
    fields.append("\"edits\":" + JSONText.array(edits))
    return "{" + fields.joined(separator: ",") + "}"
  }

  private func place(of span: SourceSpan) -> [String] {
    guard let text = texts[span.source] else { return [] }
    let (line, column) = Self.lineAndColumn(of: span.start, in: text)
    return [
      "\"file\":" + JSONText.quoted(text.name), "\"line\":\(line)", "\"column\":\(column)",
      "\"start\":\(span.start)", "\"end\":\(span.end)",
    ]
  }
}
