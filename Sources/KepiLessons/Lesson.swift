// A lesson as its document says it: texts, questions to try, and questions that are asked.
package import KepiDiagnostics

/// One document has one lesson or several; each begins with a heading of the first level.
package struct Lesson: Equatable, Sendable {
  /// Where a part stands: the number of its line, from 1.
  package typealias Line = Int

  /// By which it is started: `acos`. The same in all languages.
  package let id: String
  package let title: String
  /// Statements that its questions need: definitions, and what loads the data of a class.
  package var setup: [Statement] = []
  package var parts: [Part] = []

  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }

  package enum Part: Equatable, Sendable {
    /// Markdown. Code that begins with `= ` is a question, and its answer stands there.
    case text(String)
    /// A statement that the learner runs.
    case attempt(Statement)
    /// A statement that is only shown.
    case sample(Statement)
    case question(Question)
  }

  package struct Statement: Equatable, Sendable {
    package let text: String
    package let line: Line
    /// Whether it shows what is refused.
    package var isRefused = false

    package init(text: String, line: Line) {
      self.text = text
      self.line = line
    }
  }

  package struct Question: Equatable, Sendable {
    /// What is asked for. Nothing of it is an answer: all of them are computed.
    package enum Wanted: Equatable, Sendable {
      /// The number, or the yes or no, that a question gives.
      case value(Statement)
      /// What stands first in the first line that a question gives: the name of a store.
      case name(Statement)
      /// What a definition says: `clicks nature`.
      case fact(Statement)
      /// The options whose value is that of the question.
      case choice(Statement, [Remark])
    }

    /// A question and what is said of it.
    package struct Remark: Equatable, Sendable {
      package let statement: Statement
      package let text: String

      package init(statement: Statement, text: String) {
        self.statement = statement
        self.text = text
      }
    }

    package let prompt: String
    package let wanted: Wanted
    /// Questions that answers often belong to by mistake, and what they mean.
    package let mistakes: [Remark]
    package let hint: String?
    /// Said once it is answered.
    package let reason: String?
    package let line: Line
  }

  package var questions: [Question] {
    parts.compactMap { part in
      if case .question(let question) = part { question } else { nil }
    }
  }
}

/// What is wrong with a document, by its line.
package struct LessonProblem: Error, Equatable, Sendable {
  package let line: Lesson.Line
  package let reason: Phrase

  package init(line: Lesson.Line, _ reason: Phrase) {
    self.line = line
    self.reason = reason
  }
}
