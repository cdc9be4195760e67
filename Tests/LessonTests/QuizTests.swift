// Quizzes: the same for a seed, with numbers that the engine answers.
import KepiDiagnostics
import KepiLessons
import KepiShell
import Testing

struct QuizTests {
  private func played(_ seed: Int, count: Int = 5, language: Language = .english) -> LessonSession {
    let room = LessonSession(language: language)
    _ = room.type("quiz \(count) seed \(seed)")
    var rest = count
    while room.session.isLearning, rest > 0 {
      _ = room.type("answer")
      rest -= 1
    }
    return room
  }

  @Test func aSeedGivesTheSameQuestions() {
    let first = played(7).results
    #expect(first.count == 5)
    #expect(first == played(7).results)
    #expect(first != played(8).results)
    #expect(Set(first.map(\.prompt)).count == 5)
    // The numbers are fresh: the same metric with another seed has others.
    let many = (1...12).flatMap { played($0).results }
    let byMetric = Dictionary(grouping: many, by: \.prompt).filter { $0.value.count > 1 }
    #expect(byMetric.values.contains { Set($0.map(\.wanted)).count > 1 })
  }

  @Test func answersAreThoseOfTheEngine() {
    for seed in 1...6 {
      let wanted = played(seed).results.map(\.wanted)
      let room = LessonSession()
      _ = room.type("quiz seed \(seed)")
      for answer in wanted { #expect(room.type(answer).contains("Right: ") == true, "\(answer)") }
      #expect(!room.session.isLearning)
      #expect(room.done == [])
    }
  }

  @Test func inChinese() {
    let room = LessonSession(language: .chinese)
    let head = room.type("测验 3 种子 5")
    #expect(head.contains("第 1 题，共 3 题"))
    #expect(head.contains("是多少？"))
    #expect(room.type("提示") != "")
  }

  @Test func oddCountsAreBounded() {
    for line in ["quiz 0", "quiz 1000 seed 1", "quiz 99999999999999999999", "quiz seed 0"] {
      let room = LessonSession()
      _ = room.type(line)
      _ = room.type("quit")
      #expect(!room.session.isLearning)
    }
  }
}
