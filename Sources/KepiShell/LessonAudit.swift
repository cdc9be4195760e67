// Whether lessons can be taught: every question has an answer, and no mistake is one.
package import KepiDiagnostics
package import KepiLessons

/// A question of a lesson, with what grading says to its own answers.
package struct AuditedQuestion: Sendable {
  package let lesson: String
  package let number: Int
  package let line: Lesson.Line
  /// The answer as a learner would type it; `nil` where there is none.
  package let shown: String?
  /// What is said to it.
  package let verdict: Verdict?
  /// The named mistakes, each with what it comes to and what is said to that.
  package let mistakes: [(shown: String, verdict: Verdict)]
  /// The options, where there are any, and how many of them are right.
  package let options: (count: Int, right: Int)?
}

/// A lesson and all that can go wrong before it is taught.
package struct AuditedLesson: Sendable {
  package let id: String
  package let questions: [AuditedQuestion]
  /// Questions inside texts, and statements to try, that fail: each with what is said.
  package let failures: [String]

  /// All that keeps it from being taught, in the order of the document.
  package var problems: [Phrase] {
    failures.map { Phrase(asWritten: $0.replacing("\n", with: " ")) }
      + questions.flatMap(\.problems)
  }
}

extension AuditedQuestion {
  fileprivate var problems: [Phrase] {
    var problems: [Phrase] = []
    guard let shown else { return problems }
    if verdict != .right {
      problems.append(
        Phrase(
          "line \(line): the answer \(shown) is not taken for right",
          zh: "第 \(line) 行：答案 \(shown) 没有被判为正确"))
    }
    for (place, mistake) in mistakes.enumerated() where mistake.verdict != .mistake(place) {
      problems.append(
        Phrase(
          "line \(line): the mistake \(place + 1), \(mistake.shown), is not told from the answer"
            + " \(shown) or from another mistake",
          zh: "第 \(line) 行：第 \(place + 1) 个错误答案 \(mistake.shown) 与答案 \(shown) 或其他错误答案分不开"))
    }
    if let options, options.right != 1 {
      problems.append(
        Phrase(
          "line \(line): \(options.right) of \(options.count) options are right",
          zh: "第 \(line) 行：\(options.count) 个选项中有 \(options.right) 个正确"))
    }
    return problems
  }
}

package enum LessonAudit {
  package static func audit(
    _ book: LessonBook, files: FileAccess, language: Language
  ) -> [AuditedLesson] {
    var rooms: [String: LessonRoom] = [:]
    return book.lessons.map { lesson in
      // Lessons without definitions of their own share a room: loading takes a while.
      let key = lesson.setup.map(\.text).joined(separator: "\n")
      let room =
        rooms[key]
        ?? LessonRoom(
          setup: lesson.setup, at: book.path, files: files, language: language, columns: nil)
      rooms[key] = room
      return audit(lesson, in: room)
    }
  }

  private static func audit(_ lesson: Lesson, in room: LessonRoom) -> AuditedLesson {
    var failures = room.complaint.map { [$0] } ?? []
    var questions: [AuditedQuestion] = []
    func read(_ text: String?) {
      for question in LessonRoom.questions(in: text ?? "") {
        do throws(Session.Uncomputed) {
          _ = try room.computed(question)
        } catch {
          let said = error.diagnostics.map(\.message.english).joined(separator: "; ")
          failures.append("\(question): \(said)")
        }
      }
    }
    for part in lesson.parts {
      switch part {
      case .text(let text): read(text)
      case .sample(let statement), .attempt(let statement):
        let said = room.shown(statement.text)
        if (said.contains("error K") || said.contains("错误 K")) != statement.isRefused {
          failures.append("\(statement.text): \(said)")
        }
      case .question(let question):
        read(question.prompt)
        read(question.hint)
        read(question.reason)
        questions.append(audit(question, questions.count + 1, of: lesson, in: room, &failures))
      }
    }
    return AuditedLesson(id: lesson.id, questions: questions, failures: failures)
  }

  private static func audit(
    _ question: Lesson.Question, _ number: Int, of lesson: Lesson, in room: LessonRoom,
    _ failures: inout [String]
  ) -> AuditedQuestion {
    do throws(UnanswerableQuestion) {
      let asked = try room.prepared(question)
      let keys = asked.mistakes.map(\.key)
      func verdict(_ typed: String) -> Verdict {
        Grader.grade(typed, for: asked.key, mistakes: keys)
      }
      var typed = asked.shown
      var options: (Int, Int)?
      if case .choice(let texts, let right) = asked.key {
        typed = right.min().map { Grader.letter(of: $0) } ?? ""
        options = (texts.count, right.count)
      }
      return AuditedQuestion(
        lesson: lesson.id, number: number, line: question.line, shown: typed,
        verdict: verdict(typed),
        mistakes: asked.mistakes.map { ($0.shown, verdict($0.shown)) }, options: options)
    } catch {
      let said = error.diagnostics.map(\.message.english).joined(separator: "; ")
      failures.append("line \(error.line): \(said)")
      return AuditedQuestion(
        lesson: lesson.id, number: number, line: question.line, shown: nil, verdict: nil,
        mistakes: [], options: nil)
    }
  }
}
