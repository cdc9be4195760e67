// `describe kind`: what a report is, what it feeds, and from which of its columns.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

extension Describer {
  /// `nil` for what is no kind.
  func text(ofKind name: Name) -> String? { kind(named: name).map { text(of: $0) } }

  func kind(named name: Name) -> ExportKind? {
    workspace.kinds.first { $0.name.folded == name.key }
  }

  /// Why there is no such kind to describe; `nil` where there is.
  func kindProblem(with name: Name) -> Problem? {
    guard kind(named: name) == nil else { return nil }
    let isOther = page(of: NamePath([name])) != nil
    return .unknownKind(
      name, nearest: isOther ? [] : nearestKinds(to: name.key), isOther: isOther)
  }

  /// The two names that share most words with what was typed, of equals those spelt most like it.
  private func nearestKinds(to typed: String) -> [String] {
    let words = Self.words(of: typed)
    let ranked = workspace.kinds.compactMap { kind -> (name: String, shared: Int, distance: Int)? in
      let own = Self.words(of: kind.name.folded)
      let distance = Spelling.distance(typed, kind.name.folded)
      // `order` is said of `orders` as well.
      let shared = words.count { word in
        own.contains { $0.hasPrefix(word) || word.hasPrefix($0) }
      }
      let isSpeltAlike = distance * 3 <= max(typed.count, kind.name.count)
      // The platform alone says little.
      let isNear = shared > 1 || shared == words.count || isSpeltAlike
      return isNear ? (kind.name, shared, distance) : nil
    }
    return ranked.sorted {
      ($1.shared, $0.distance, $0.name) < ($0.shared, $1.distance, $1.name)
    }.prefix(2).map(\.name)
  }

  private static func words(of name: String) -> [Substring] {
    name.split { !$0.isLetter && !$0.isNumber }
  }

  func text(of kind: ExportKind) -> String {
    var lines = [
      kind.name
        + "   " + [kind.label, kind.chineseLabel].compactMap { $0 }.joined(separator: " · ")
    ]
    lines += folded(kind.documentation.joined(separator: " "))
    lines.append("")
    lines += folded(
      said(
        Phrase(
          "feeds \(kind.source); a later file replaces \(kind.replacement.summary.english)",
          zh: "提供 \(kind.source)；后来的文件替换\(kind.replacement.summary.chinese.afterChinese)")),
      hanging: 2)
    lines.append("")
    let width = kind.fields.map(\.name.utf8.count).max() ?? 0
    for field in kind.fields {
      let blanks = String(repeating: " ", count: width - field.name.utf8.count)
      lines.append("  \(field.name)\(blanks)  " + origin(of: field, in: kind))
    }
    if !kind.quirks.isEmpty {
      lines += ["", said(Phrase("what is special:", zh: "特别之处："))]
      for quirk in kind.quirks {
        lines += Folding.lines(said(quirk), indent: 2, hanging: 2)
      }
    }
    if !kind.ignoredHeaders.isEmpty {
      lines.append("")
      lines += folded(
        said(Phrase("left out", zh: "不读入"), list(kind.ignoredHeaders)), hanging: 2)
    }
    if let uncertainty = kind.uncertainty {
      lines.append("")
      lines += folded(
        said(Phrase("not certain: ", zh: "尚未确认：")) + said(uncertainty), hanging: 2)
    }
    if !kind.privateHeaders.isEmpty {
      lines.append("")
      lines += folded(
        said(Phrase("never stored", zh: "从不保存"), list(kind.privateHeaders)), hanging: 2)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where the values of a column come from: headers, those of its lines, what stands for them.
  private func origin(of field: ExportField, in kind: ExportKind) -> String {
    func quoted(_ texts: [String]) -> String {
      texts.map { "\"\($0)\"" }.joined(separator: ", ")
    }
    var parts: [String] = []
    var headers: [String] = []
    for header in kind.headers(of: field) where !headers.contains(header) { headers.append(header) }
    if !headers.isEmpty { parts.append(said(Phrase("from ", zh: "取自 ")) + quoted(headers)) }
    var constants: [String] = []
    for part in kind.lines.flatMap(\.parts) where part.field == field.name {
      if case .constant(let text) = part.content, !constants.contains(text) {
        constants.append(text)
      }
    }
    if !constants.isEmpty { parts.append(said(Phrase("by line ", zh: "各行为 ")) + quoted(constants)) }
    switch field.fallback {
    case .constant(let text): parts.append(said(Phrase("always ", zh: "固定为 ")) + quoted([text]))
    case .preamble(let words):
      parts.append(said(Phrase("above the header, after ", zh: "表头上方，后接 ")) + quoted(words))
    case .fileName(let patterns):
      parts.append(said(Phrase("in the file's name, ", zh: "文件名中，")) + quoted(patterns))
    case .line(let distance):
      parts.append(
        said(Phrase("line \(distance) above the header", zh: "表头上方第 \(distance) 行")))
    case nil: break
    }
    let sum = { (addends: [[String]]) in
      addends.map { said(Phrase(" plus ", zh: " 加 ")) + quoted($0) }.joined()
    }
    if !field.addends.isEmpty, !parts.isEmpty { parts[0] += sum(field.addends) }
    for other in field.alternatives {
      var text =
        said(Phrase("where empty from ", zh: "为空时取自 ")) + quoted(other.headers)
        + sum(other.addends)
      if let condition = other.condition {
        text +=
          condition.text.isEmpty
          ? said(
            Phrase(" without `\(condition.field)`", zh: "（`\(condition.field)` 未填）"))
          : said(
            Phrase(
              " if `\(condition.field)` is \"\(condition.text)\"",
              zh: "（`\(condition.field)` 为 \"\(condition.text)\"）"))
      }
      if !other.forms.isEmpty {
        text += said(Phrase(" in the form ", zh: "，形如 ")) + quoted(other.forms)
      }
      parts.append(text)
    }
    if !field.factors.isEmpty {
      parts.append(said(Phrase("times ", zh: "乘以 ")) + quoted(field.factors))
    }
    if kind.containedTax?.field == field.name {
      parts.append(said(Phrase("what the order's sums say", zh: "由订单各项金额得出")))
    }
    if parts.isEmpty { parts.append(said(Phrase("set when the file is loaded", zh: "载入时给出"))) }
    return parts.joined(separator: ", ")
  }
}
