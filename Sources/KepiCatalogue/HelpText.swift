// Pages of help: topics, clauses, and one page for each code of a message.

/// What `help` shows for one word or code.
package struct HelpPage: Sendable {
  package let topic: String
  package let title: String
  /// At most eight lines of at most 80 cells.
  package let text: String
  /// A statement that gives the message of this code; `nil` where it takes more than one line.
  package let wrong: String?
  /// Statements that work.
  package let right: [String]
  /// Whether the statements run over the examples that ship; else they are only read.
  package let isTried: Bool

  init(
    _ topic: String, _ title: String, _ text: String, wrong: String? = nil, right: [String],
    isTried: Bool = true
  ) {
    self.topic = topic
    self.title = title
    self.text = text
    self.wrong = wrong
    self.right = right
    self.isTried = isTried
  }

  package var isCode: Bool { topic.hasPrefix("K0") }

  /// As it is shown.
  package var shown: String {
    var lines = ["\(topic): \(title)", "", text, ""]
    if let wrong { lines.append("refused:  " + wrong) }
    for (place, statement) in right.enumerated() {
      lines.append((!isCode ? "  " : place == 0 ? "works:    " : "          ") + statement)
    }
    return lines.joined(separator: "\n")
  }
}

package enum HelpText {
  package static let start = """
    Ask a question in one line: metrics first, then clauses.

      acos by store where site = "DE" over last 4 weeks

    show metrics       what can be asked
    show dimensions    what answers can be cut by
    show loads         which files were read
    describe acos      what a metric means
    help by            what a clause does
    help "K0501"       what a message means
    """

  /// A page by its topic or code; case does not matter.
  package static func page(_ topic: String) -> String? {
    let wanted = topic.lowercased()
    return pages.first { $0.topic.lowercased() == wanted }.map { $0.shown + "\n" }
  }

  /// Topics that are no codes, in order.
  package static var topics: [String] { pages.filter { !$0.isCode }.map(\.topic) }

  package static let pages =
    clausePages + definitionPages + commandPages + signPages
    + namePages + sourcePages + dataPages
}
