// The receipt of an answer for people: the days, the sources and the notes, a line each.
package import KepiColumns
package import KepiDiagnostics

package enum ReceiptText {
  /// Whole lines, folded where `columns` says how many cells there are.
  package static func render(_ receipt: Receipt, columns: Int?, language: Language) -> String {
    func text(_ phrases: [Phrase]) -> String {
      render(phrases, columns: columns, language: language)
    }
    let origin = receipt.origin.map { lines(of: $0) } ?? []
    return text(lines(receipt))
      + origin.map { told($0.text(in: language).printable, indent: 0, to: columns) }.joined()
      + text(receipt.notes)
  }

  /// Sentences below an answer, each folded where it does not fit.
  package static func render(
    _ sentences: [Phrase], columns: Int?, language: Language
  ) -> String {
    sentences.flatMap { folded($0.text(in: language).printable, to: columns) }
      .map { $0 + "\n" }.joined()
  }

  private static func lines(_ receipt: Receipt) -> [Phrase] {
    var days = receipt.periods.map(phrase)
    if let asOf = receipt.asOf {
      let reason = receipt.asOfReason
      days.append(
        Phrase(
          "as of \(asOf.text)" + (reason.isEmpty ? "" : ", \(reason.english)"),
          zh: "截至日 \(asOf.text)" + (reason.isEmpty ? "" : "，\(reason.chinese)")))
    }
    return [joined(days), receipt.conversion ?? .empty, joined(receipt.sources.map(phrase))]
      .filter { !$0.isEmpty }
  }

  /// The files and definitions, indented as the lines of an explanation are.
  package static func explanation(
    of origin: Origin, columns: Int?, _ language: Language
  ) -> String {
    lines(of: origin).map { told($0, columns: columns, language) }.joined()
  }

  /// A line of an explanation.
  package static func told(_ line: Phrase, columns: Int?, _ language: Language) -> String {
    told(line.text(in: language).printable, indent: 2, to: columns)
  }

  /// A line that may begin with a word in a column of its own: what does not fit goes on below what
  /// stands behind that column.
  private static func told(_ line: String, indent: Int, to columns: Int?) -> String {
    let margin = String(repeating: " ", count: indent)
    guard let columns, indent + CellWidth.of(line) > columns else { return margin + line + "\n" }
    let end = line.firstRange(of: "  ")?.lowerBound ?? line.startIndex
    let isLabelled = end != line.startIndex && CellWidth.of(String(line[..<end])) < labelWidth
    let label = isLabelled ? line[..<end] + line[end...].prefix { $0 == " " } : ""
    let width = indent + (isLabelled ? CellWidth.of(String(label)) : 0)
    var lines = Folding.lines(
      String(line.dropFirst(label.count)), to: columns, indent: width,
      hanging: isLabelled ? 0 : labelWidth)
    if let first = lines.first { lines[0] = margin + label + first.dropFirst(width) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let labelWidth = 9

  private static func lines(of origin: Origin) -> [Phrase] {
    let files = origin.files.map { file -> Phrase in
      let (kept, read) = (NumberStyle.text(file.rowsKept), NumberStyle.text(file.rowsRead))
      var english = "\(kept) of \(read) rows kept"
      var chinese = "\(read) 行中留 \(kept) 行"
      if file.rowsReplaced > 0 {
        english += ", \(NumberStyle.text(file.rowsReplaced)) replaced"
        chinese += "，被替换 \(NumberStyle.text(file.rowsReplaced)) 行"
      }
      if file.rowsRejected > 0 {
        english += ", \(NumberStyle.text(file.rowsRejected)) rejected"
        chinese += "，无法读取 \(NumberStyle.text(file.rowsRejected)) 行"
      }
      switch file.state {
      case .asLoaded:
        english += "; sha256 \(file.sha256 ?? "")"
        chinese += "；sha256 \(file.sha256 ?? "")"
      case .changed:
        english += "; changed since it was loaded"
        chinese += "；载入之后被改过"
      case .gone:
        english += "; gone"
        chinese += "；已不在"
      }
      return Phrase("file     \(file.path): \(english)", zh: "文件     \(file.path)：\(chinese)")
    }
    let definitions = origin.definitions.map { definition in
      let (text, rest) = beginning(of: definition.text)
      let whole = rest ? "  (describe \(definition.name))" : ""
      return Phrase(
        "uses     \(definition.fingerprint) \(text)\(whole)",
        zh: "口径     \(definition.fingerprint) \(text)\(whole)")
    }
    return files + definitions + [
      Phrase(
        "version  kepi \(origin.version), language \(origin.language)",
        zh: "版本     kepi \(origin.version)，语言 \(origin.language)")
    ]
  }

  /// As much of a definition as can be read at a glance: those that name every fee of a platform
  /// fill pages.
  private static func beginning(of text: String) -> (text: String, isCut: Bool) {
    guard text.count > greatestDefinition else { return (text, false) }
    let kept = text.prefix(greatestDefinition)
    let end = kept.lastIndex(of: " ") ?? kept.endIndex
    return (kept[..<end] + " …", true)
  }

  private static let greatestDefinition = 360

  private static func joined(_ phrases: [Phrase]) -> Phrase {
    Phrase(
      phrases.map(\.english).joined(separator: "; "),
      zh: phrases.map(\.chinese).joined(separator: "；"))
  }

  private static func phrase(_ period: Receipt.Period) -> Phrase {
    let days = Phrase.days(period.first...period.last)
    let isItself = period.label.english == days.english
    return Phrase(
      (isItself ? days.english : "\(period.label.english): \(days.english)")
        + (period.isUnfinished ? ", so far" : ""),
      zh: (isItself ? days.chinese : "\(period.label.chinese)：\(days.chinese)")
        + (period.isUnfinished ? "，尚未结束" : ""))
  }

  private static func phrase(_ use: Receipt.SourceUse) -> Phrase {
    let (kept, read) = (NumberStyle.text(use.rowsKept), NumberStyle.text(use.rowsRead))
    var english = "\(use.name) \(kept) of \(read) rows"
    var chinese = "\(use.name) 取 \(kept)/\(read) 行"
    guard use.daysAsked > 0 else { return Phrase(english, zh: chinese) }
    let (covered, asked) = (NumberStyle.text(use.daysCovered), NumberStyle.text(use.daysAsked))
    english += ", \(covered) of \(asked) days"
    chinese += "，\(covered)/\(asked) 天"
    if use.daysCovered < use.daysAsked, let days = use.covered {
      english += " (has \(days.lowerBound.text) to \(days.upperBound.text))"
      chinese += "（只有 \(Phrase.days(days).chinese)）"
    }
    return Phrase(english, zh: chinese)
  }

  private static func folded(_ line: String, to columns: Int?) -> [String] {
    guard let columns, CellWidth.of(line) > columns else { return [line] }
    return Folding.lines(line, to: columns, hanging: 2)
  }
}

extension Phrase {
  /// A day, or the first and the last of several.
  package static func days(_ days: ClosedRange<Day>) -> Phrase {
    let (first, last) = (days.lowerBound.text, days.upperBound.text)
    return first == last
      ? Phrase(asWritten: first) : Phrase("\(first) to \(last)", zh: "\(first) 至 \(last)")
  }
}
