// What a trainer gets: a row for each question that was answered.
import KepiDiagnostics

package struct LessonResult: Equatable, Sendable {
  package enum Outcome: String, Sendable { case right, wrong, shown, skipped }

  /// The lesson's name, or `quiz`.
  package let lesson: String
  /// From 1, in the order of the lesson.
  package let question: Int
  package let prompt: String
  package let typed: String
  package let outcome: Outcome
  /// What a wrong answer would have meant, where that is known.
  package let meaning: String
  /// How often this question has been answered, this time included.
  package let attempt: Int
  package let wanted: String

  package init(
    lesson: String, question: Int, prompt: String, typed: String, outcome: Outcome,
    meaning: String, attempt: Int, wanted: String
  ) {
    self.lesson = lesson
    self.question = question
    self.prompt = prompt
    self.typed = typed
    self.outcome = outcome
    self.meaning = meaning
    self.attempt = attempt
    self.wanted = wanted
  }

  private static let names = [
    "lesson", "question", "attempt", "outcome", "typed", "wanted", "meaning", "prompt",
  ]

  private var values: [String] {
    [
      lesson, String(question), String(attempt), outcome.rawValue, typed, wanted, meaning,
      prompt.split(whereSeparator: \.isWhitespace).joined(separator: " "),
    ]
  }

  package enum Form: Sendable {
    case csv, ndjson

    /// By the ending of a file; `nil` for another one.
    package init?(ofFile path: String) {
      let name = path.lowercased()
      if name.hasSuffix(".csv") {
        self = .csv
      } else if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") {
        self = .ndjson
      } else {
        return nil
      }
    }

    /// What stands at the top of a new file.
    package var head: String {
      switch self {
      case .csv: LessonResult.names.joined(separator: ",") + "\n"
      case .ndjson: ""
      }
    }
  }

  /// One line of the file, with its end.
  package func line(as form: Form) -> String {
    switch form {
    case .csv:
      values.map { value in
        // What a learner types must not be computed by the trainer's spreadsheet.
        let isFormula = value.first.map { "=+-@\t".contains($0) } == true && Double(value) == nil
        let safe = isFormula ? "'" + value : value
        return safe.contains { "\",\n\r".contains($0) }
          ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
      }.joined(separator: ",") + "\n"
    case .ndjson:
      JSONText.object(
        zip(Self.names, values).map { name, value in
          let isNumber = name == "question" || name == "attempt"
          return (name: name, value: isNumber ? value : JSONText.quoted(value))
        }) + "\n"
    }
  }
}
