// Pages of help: topics, clauses, and one page for each code of a message.

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
    return pages.first { $0.topic.lowercased() == wanted }.map { $0.text + "\n" }
  }

  /// Topics that are no codes, in order.
  package static var topics: [String] {
    pages.map(\.topic).filter { !$0.hasPrefix("K0") }
  }

  static let pages: [(topic: String, text: String)] = []
}
