// Every lesson that ships: read, computed and answered, in both languages.
import KepiCatalogue
import KepiDiagnostics
import KepiLessons
import KepiShell
import Synchronization
import Testing

struct ShippedLessonTests {
  private static let english = LessonAudit.audit(
    .shipped(in: .english), files: .local, language: .english)
  private static let chinese = LessonAudit.audit(
    .shipped(in: .chinese), files: .local, language: .chinese)

  @Test func thereAreMany() {
    #expect(LessonBook.shipped(in: .english).lessons.count >= 14)
    let ids = LessonBook.shipped(in: .english).lessons.map(\.id)
    for id in ["kpi", "acos", "conversion", "returns", "stock", "health", "profit", "periods"] {
      #expect(ids.contains(id))
    }
    #expect(Set(ids).count == ids.count)
  }

  /// An answer is right, each mistake is told apart, and one option of each choice is right.
  @Test(arguments: Language.allCases)
  func everyQuestionIsAnswered(_ language: Language) {
    let audited = language == .english ? Self.english : Self.chinese
    for lesson in audited {
      #expect(lesson.failures == [], "\(lesson.id)")
      #expect(lesson.questions.count >= 3, "\(lesson.id)")
      #expect(lesson.problems == [], "\(lesson.id)")
      for question in lesson.questions {
        #expect(question.verdict == .right, "\(lesson.id) \(question.number)")
        for (place, mistake) in question.mistakes.enumerated() {
          #expect(
            mistake.verdict == .mistake(place),
            "\(lesson.id) \(question.number): \(mistake.shown)")
        }
        if let options = question.options {
          #expect(options.right == 1 && options.count > 1, "\(lesson.id) \(question.number)")
        }
      }
    }
    let mistakes = audited.flatMap(\.questions).flatMap(\.mistakes).count
    #expect(mistakes > 80)
  }

  /// As `kepi lesson.md` runs a document: all that is to be tried works, what is marked to be refused
  /// is, and an answer that is written down is the one that is given.
  @Test(arguments: Language.allCases)
  func eachLessonRunsAsADocument(_ language: Language) {
    let texts = language == .english ? LessonText.english : LessonText.chinese
    var count = 0
    for text in texts {
      let page = Mutex("")
      var options = SessionOptions()
      options.language = language
      options.readsInit = false
      let session = Session(
        options: options,
        streams: SessionStreams(
          output: { more in page.withLock { $0 += more } },
          errors: { more in page.withLock { $0 += more } }, terminalColumns: 100),
        files: .lessonData)
      #expect(
        session.run(LessonData.script, named: "lessons.kepi", isInteractive: false) == .success)
      let document = MarkdownScript(text)
      let results = document.run { script, purpose in
        page.withLock { $0 = "" }
        let outcome = session.runFence(script, purpose, named: "lesson.md", in: "")
        return (outcome, page.withLock { $0 })
      }
      #expect(results.count == document.fences.count)
      for result in results {
        #expect(result.isWell, "\(text.prefix(40)) \(result.fence.line): \(result.answer)")
        #expect(document.difference(result) == [])
      }
      count += results.count
    }
    #expect(count >= 20)
  }

  /// The two languages ask the same, so that what is done in one is done in the other.
  @Test func bothLanguagesAskTheSame() {
    #expect(Self.english.map(\.id) == Self.chinese.map(\.id))
    for (left, right) in zip(Self.english, Self.chinese) {
      #expect(left.questions.count == right.questions.count, "\(left.id)")
      for (one, other) in zip(left.questions, right.questions) {
        #expect(one.mistakes.count == other.mistakes.count, "\(left.id) \(one.number)")
        guard one.options == nil, one.shown?.first?.isNumber == true else { continue }
        let shown = other.shown?.replacing("个百分点", with: "pp")
        #expect(one.shown == shown, "\(left.id) \(one.number)")
      }
    }
  }

  @Test func chineseLessonsAreInChinese() {
    let lessons = zip(
      LessonBook.shipped(in: .english).lessons, LessonBook.shipped(in: .chinese).lessons)
    for (english, chinese) in lessons {
      #expect(ideographs(in: english.title) == 0)
      #expect(ideographs(in: chinese.title) > 0)
      for (one, other) in zip(english.questions, chinese.questions) {
        #expect(ideographs(in: one.prompt) == 0, "\(english.id)")
        #expect(ideographs(in: other.prompt) > 2, "\(english.id)")
        #expect((one.hint == nil) == (other.hint == nil), "\(english.id): \(one.prompt)")
        #expect((one.reason == nil) == (other.reason == nil), "\(english.id): \(one.prompt)")
      }
    }
  }

  private func ideographs(in text: String) -> Int {
    text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
  }
}
