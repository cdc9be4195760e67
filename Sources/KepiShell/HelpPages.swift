// `help`: topics, words of the language, codes of messages.
package import KepiCatalogue
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

package enum HelpPages {
  struct UnknownTopic: Error {
    let text: String
    let span: SourceSpan

    var diagnostic: Diagnostic {
      let known = topics.flatMap { [$0.english, $0.chinese] }
      let closest = Spelling.closest(to: text, among: known)
      return .error(
        .unknownTopic, Phrase("there is no help about `\(text)`", zh: "没有关于 `\(text)` 的帮助"),
        at: span,
        details: closest == nil
          ? [Phrase("All topics are listed by:   help", zh: "全部主题：   help")] : [],
        mends: closest.map {
          [.init(nearest: .nearest($0), [.init(span, "\"\($0)\"")])]
        } ?? [])
    }
  }

  static func page(
    for topic: HelpTopicSyntax?, _ describer: Describer, in language: HelpLanguage
  ) throws(UnknownTopic) -> String {
    switch topic {
    case nil: return start(in: language)
    case .text(let text, let span):
      if let found = page(text, in: language) ?? describer.text(for: path(text, span)) {
        return found
      }
      throw UnknownTopic(text: text, span: span)
    // What somebody defined comes before a topic of the same name; in quotes it is the topic.
    case .name(let name):
      if let found = describer.text(for: NamePath([name])) ?? page(name.text, in: language) {
        return found
      }
      throw UnknownTopic(text: name.text, span: name.span)
    }
  }

  private static func path(_ text: String, _ span: SourceSpan) -> NamePath {
    NamePath([Name(text, at: span)])
  }

  /// A page as it is shown, by its topic, its code or a word of the language in either spelling.
  package static func page(_ topic: String, in language: HelpLanguage) -> String? {
    let keyword = Keyword.spelled(topic)
    if keyword == .help { return start(in: language) }
    return HelpText.page(keyword?.english ?? topic).map { text(of: $0, in: language) }
  }

  // MARK: What a page looks like

  private static func text(of page: HelpPage, in language: HelpLanguage) -> String {
    let heading =
      switch language {
      case .english: "\(page.topic): \(page.title(in: language))"
      case .chinese:
        (chineseTopic(of: page).map { "\($0)（\(page.topic)）" } ?? page.topic)
          + "：\(page.title(in: language))"
      }
    var lines = [heading, "", page.text(in: language), ""]
    let labels = Labels(of: page, in: language)
    if let wrong = examples([page.wrong].compactMap(\.self), of: page, in: language).first {
      lines += hanging(wrong, behind: labels.wrong)
    }
    let right = examples(page.right, of: page, in: language)
    for (place, statement) in right.enumerated() {
      lines += hanging(statement, behind: place == 0 ? labels.right : labels.more)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What stands before the statements of a page; all of one width.
  private struct Labels {
    var wrong = ""
    var right = "  "

    init(of page: HelpPage, in language: HelpLanguage) {
      guard page.isCode else { return }
      switch language {
      case .english:
        wrong = "said of:  "
        right = page.wrong == nil ? "works:    " : "instead:  "
      case .chinese:
        wrong = "会报：  "
        right = page.wrong == nil ? "可用：  " : "改为：  "
      }
    }

    var more: String { String(repeating: " ", count: CellWidth.of(right)) }
  }

  private static func hanging(_ text: String, behind label: String) -> [String] {
    let blanks = String(repeating: " ", count: CellWidth.of(label))
    return text.split(separator: "\n").enumerated().map { ($0.offset == 0 ? label : blanks) + $0.1 }
  }

  /// Statements with the keywords of a language. Where one of them cannot be translated, being no
  /// statement, all of the page stay as they are: a pair should differ in the mistake alone.
  private static func examples(
    _ statements: [String], of page: HelpPage, in language: HelpLanguage
  ) -> [String] {
    switch language {
    case .english: return statements
    case .chinese:
      let pair = [page.wrong].compactMap(\.self) + page.right
      guard pair.allSatisfy({ translated($0) != nil }) else { return statements }
      return statements.compactMap(translated)
    }
  }

  private static func translated(_ statement: String) -> String? {
    var texts = SourceMap()
    let text = texts.add(name: "<help>", text: statement)
    guard ScriptSyntax.parse(text).diagnostics.isEmpty else { return nil }
    return SyntaxPrinter.format(text, language: .chinese)
  }

  // MARK: Topics

  private static func chineseTopic(of page: HelpPage) -> String? {
    page.chineseTopic ?? Keyword(rawValue: page.topic)?.chinese.first
  }

  /// The topics that are no codes, in order. In Chinese a topic is found by the spelling of its
  /// keyword.
  package static var topics: [(english: String, chinese: String)] {
    HelpText.pages.filter { !$0.isCode }.map {
      (english: $0.topic, chinese: chineseTopic(of: $0) ?? $0.topic)
    }
  }

  package static func start(in language: HelpLanguage) -> String {
    let shown =
      switch language {
      case .english: topics.map(\.english)
      case .chinese: topics.map { "\($0.chinese) \($0.english)" }
      }
    var lines = [""]
    for topic in shown {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = "  " + topic
      } else if CellWidth.of(last) + 2 + CellWidth.of(topic) > 80 {
        lines.append("  " + topic)
      } else {
        lines[lines.count - 1] = last + "  " + topic
      }
    }
    let heading =
      switch language {
      case .english: "Topics:"
      case .chinese: "主题："
      }
    return ([HelpText.start(in: language), "", heading] + lines).joined(separator: "\n") + "\n"
  }
}

extension Settings {
  var helpLanguage: HelpLanguage {
    switch language {
    case .english: .english
    case .chinese: .chinese
    }
  }
}
