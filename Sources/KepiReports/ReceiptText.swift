// The receipt of an answer for people: the days, the sources and the notes, a line each.
package import KepiColumns
package import KepiDiagnostics

package enum ReceiptText {
  /// Whole lines, folded where `columns` says how many cells there are.
  package static func render(_ receipt: Receipt, columns: Int?, language: Language) -> String {
    lines(receipt).flatMap { folded($0.text(in: language).printable, to: columns) }
      .map { $0 + "\n" }.joined()
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
      .filter { !$0.isEmpty } + (receipt.origin.map { lines(of: $0) } ?? []) + receipt.notes
  }

  /// The files and definitions, indented as the lines of an explanation are.
  package static func explanation(of origin: Origin, _ language: Language) -> String {
    lines(of: origin).map { "  " + $0.text(in: language) + "\n" }.joined()
  }

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
      Phrase(
        "uses     \(definition.fingerprint) \(definition.text)",
        zh: "口径     \(definition.fingerprint) \(definition.text)")
    }
    return files + definitions + [
      Phrase(
        "version  kepi \(origin.version), language \(origin.language)",
        zh: "版本     kepi \(origin.version)，语言 \(origin.language)")
    ]
  }

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
