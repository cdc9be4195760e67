// Pages of help in two languages: topics, clauses, and one page for each code of a message.

package enum HelpLanguage: CaseIterable, Sendable { case english, chinese }

/// What `help` shows for one word or code.
package struct HelpPage: Sendable {
  /// An English word of the language where there is one, a code, or a name for what has no word.
  package let topic: String
  /// `nil` where the topic is a word of the language or a code.
  package let chineseTopic: String?
  /// What else it is found by: further English words of the language that it explains.
  package let also: [String]
  /// Statements that show it: what gives the message of this code, and what works.
  package let wrong: String?
  package let right: [String]
  /// Whether the statements run over the examples that ship; else they are only read.
  package let isTried: Bool
  private let titles: InBothLanguages
  private let texts: InBothLanguages

  private struct InBothLanguages {
    let english: String
    let chinese: String

    func text(in language: HelpLanguage) -> String {
      switch language {
      case .english: english
      case .chinese: chinese
      }
    }
  }

  /// `zh` follows what it says in Chinese. A topic that is a word of the language or a code is not
  /// `called` anything in Chinese: the table of keywords says it. A text has at most eight lines of
  /// at most 80 cells.
  init(
    _ topic: String, called chineseTopic: String? = nil, also: [String] = [],
    _ title: String, zh chineseTitle: String, _ text: String, zh chineseText: String,
    wrong: String? = nil, right: [String], isTried: Bool = true
  ) {
    self.topic = topic
    self.chineseTopic = chineseTopic
    self.also = also
    self.titles = InBothLanguages(english: title, chinese: chineseTitle)
    self.texts = InBothLanguages(english: text, chinese: chineseText)
    self.wrong = wrong
    self.right = right
    self.isTried = isTried
  }

  package var isCode: Bool { topic.hasPrefix("K0") }

  package func title(in language: HelpLanguage) -> String { titles.text(in: language) }
  package func text(in language: HelpLanguage) -> String { texts.text(in: language) }

  /// Whether a topic, a code or a word finds this page; given in lower case.
  package func answers(_ wanted: String) -> Bool {
    topic.lowercased() == wanted || chineseTopic == wanted || also.contains(wanted)
  }
}

package enum HelpText {
  package static func start(in language: HelpLanguage) -> String {
    switch language {
    case .english:
      """
      Ask a question in one line: metrics first, then clauses.

        acos by store where site = "DE" over last 4 weeks

      show metrics       what can be asked
      show dimensions    what answers can be cut by
      show loads         which files were read
      describe acos      what a metric means
      help by            what a clause does
      help "K0501"       what a message means
      learn              lessons with questions
      """
    case .chinese:
      """
      一行就是一条查询：先写指标，再接子句。

        广告成本占比 按 店铺 其中 站点 = "DE" 期间 上 4 周

      显示 metrics       能查哪些指标
      显示 dimensions    能按什么分组
      显示 loads         读入了哪些文件
      说明 广告成本占比  一个指标是什么口径
      帮助 按            一个子句的作用
      帮助 "K0501"       一条消息的意思
      学习               带题目的课程
      """
    }
  }

  /// A page by its topic or code; case does not matter.
  package static func page(_ topic: String) -> HelpPage? {
    let wanted = topic.lowercased()
    // A topic of its own comes before a word that another page explains as well.
    return pages.first { $0.topic.lowercased() == wanted } ?? pages.first { $0.answers(wanted) }
  }

  package static let pages =
    clausePages + definitionPages + commandPages + signPages
    + namePages + sourcePages + dataPages + trustPages
}
