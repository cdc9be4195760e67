// A question of a lesson once its answers are computed.
import KepiColumns
import KepiDiagnostics
import KepiLessons
import KepiReports

struct AskedQuestion: Sendable {
  struct Mistake: Sendable {
    let key: AnswerKey
    let shown: String
    let meaning: String
  }

  struct Option: Sendable {
    let text: String
    /// What it comes to.
    let shown: String
  }

  let prompt: String
  let key: AnswerKey
  let shown: String
  var mistakes: [Mistake] = []
  var options: [Option] = []
  var hint: String?
  var reason: String?
  /// What it is about, for the record of a quiz.
  var subject: String?
}

/// A part of a question that gives no value.
struct UnanswerableQuestion: Error {
  let line: Lesson.Line
  let diagnostics: [Diagnostic]
}

extension AnswerKey {
  /// A mistake by the unit of the answer: the mean of two percentages is a plain number to the
  /// engine, and a percentage to whoever answers so.
  fileprivate func written(
    _ shown: String, like wanted: AnswerKey
  ) -> (key: AnswerKey, shown: String) {
    guard case .number(let number, false, nil) = self, case .number(_, true, nil) = wanted,
      let text = NumberStyle.rounded.text(number, unit: .percent, currency: nil)
    else { return (self, shown) }
    return (.number(number, isPercent: true, currency: nil), text)
  }
}

extension LessonRoom {
  /// Computes all answers, right and wrong.
  func prepared(_ question: Lesson.Question) throws(UnanswerableQuestion) -> AskedQuestion {
    let key: AnswerKey
    let shown: String
    var options: [AskedQuestion.Option] = []
    switch question.wanted {
    case .value(let statement):
      let value = try value(of: statement)
      (key, shown) = (value.key, value.shown)
    case .name(let statement):
      (key, shown) = try name(of: statement)
    case .fact(let statement):
      guard let fact = session.fact(statement.text) else {
        throw UnanswerableQuestion(line: statement.line, diagnostics: [])
      }
      (key, shown) = fact
    case .choice(let statement, let offered):
      let wanted = try value(of: statement)
      var right: Set<Int> = []
      for (place, option) in offered.enumerated() {
        let value = try value(of: option.statement)
        if value.key.isSame(as: wanted.key) { right.insert(place) }
        options.append(AskedQuestion.Option(text: filled(option.text), shown: value.shown))
      }
      guard let first = right.min() else {
        throw UnanswerableQuestion(line: statement.line, diagnostics: [])
      }
      key = .choice(options.map(\.text), right: right)
      shown = "\(Grader.letter(of: first)) (\(options[first].shown))"
    }
    var asked = AskedQuestion(prompt: filled(question.prompt), key: key, shown: shown)
    asked.options = options
    for mistake in question.mistakes {
      let found: (key: AnswerKey, shown: String)
      switch question.wanted {
      case .name: found = try name(of: mistake.statement)
      case .fact:
        found = (.words([mistake.statement.text]), mistake.statement.text)
      case .value, .choice:
        let value = try value(of: mistake.statement)
        found = value.key.written(value.shown, like: key)
      }
      asked.mistakes.append(
        AskedQuestion.Mistake(
          key: found.key, shown: found.shown, meaning: filled(mistake.text)))
    }
    asked.hint = question.hint.map { filled($0) }
    asked.reason = question.reason.map { filled($0) }
    return asked
  }

  private func value(
    of statement: Lesson.Statement
  ) throws(UnanswerableQuestion) -> ComputedAnswer {
    do throws(Session.Uncomputed) {
      return try computed(statement.text)
    } catch {
      throw UnanswerableQuestion(line: statement.line, diagnostics: error.diagnostics)
    }
  }

  private func name(
    of statement: Lesson.Statement
  ) throws(UnanswerableQuestion) -> (AnswerKey, String) {
    guard let name = try value(of: statement).name else {
      throw UnanswerableQuestion(line: statement.line, diagnostics: [])
    }
    return (.words([name]), name)
  }
}
