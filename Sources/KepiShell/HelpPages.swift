// `help`: topics, words of the language, codes of messages.
import KepiCatalogue
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

enum HelpPages {
  struct UnknownTopic: Error {
    let text: String
    let span: SourceSpan

    var diagnostic: Diagnostic {
      let closest = Spelling.closest(to: text, among: HelpText.topics)
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
    for topic: HelpTopicSyntax?, _ describer: Describer
  ) throws(UnknownTopic) -> String {
    switch topic {
    case nil: return start
    case .text(let text, let span): return try page(text, span, describer)
    case .name(let name):
      if let described = describer.text(for: NamePath([name])) { return described }
      return try page(name.text, name.span, describer)
    }
  }

  private static func page(
    _ text: String, _ span: SourceSpan, _ describer: Describer
  ) throws(UnknownTopic) -> String {
    if let page = HelpText.page(text) { return page }
    if let described = describer.text(for: NamePath([Name(text, at: span)])) { return described }
    throw UnknownTopic(text: text, span: span)
  }

  private static var start: String {
    var lines = [""]
    for topic in HelpText.topics {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = "  " + topic
      } else if last.count + 2 + topic.count > 88 {
        lines.append("  " + topic)
      } else {
        lines[lines.count - 1] = last + "  " + topic
      }
    }
    return HelpText.start + "\n\nTopics:\n" + lines.joined(separator: "\n") + "\n"
  }
}
