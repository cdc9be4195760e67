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
      .error(
        .unknownTopic, "there is no help about `\(text)`", at: span,
        details: ["Topics are:   help"])
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
    HelpText.start + "\nTopics:   " + HelpText.topics.joined(separator: "  ") + "\n"
  }
}
