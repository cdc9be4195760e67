// The lessons there are: those that ship, or a trainer's own.
import KepiCatalogue
package import KepiDiagnostics
package import KepiLessons
import KepiSyntax

package struct LessonBook: Sendable {
  package let lessons: [Lesson]
  /// The document of a trainer; `nil` for the lessons that ship.
  package let path: String?

  /// Those that ship, in a language, in their order.
  package static func shipped(in language: Language) -> LessonBook {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private static let english = LessonBook(shipped: LessonText.english)
  private static let chinese = LessonBook(shipped: LessonText.chinese)

  private init(shipped texts: [String]) {
    lessons = texts.flatMap { LessonParser.parse($0).lessons }
    path = nil
  }

  /// A trainer's own, of one document.
  package static func read(
    _ document: String, at path: String
  ) -> (book: LessonBook, problems: [Diagnostic]) {
    let (lessons, found) = LessonParser.parse(document)
    let problems = found.map { problem in
      Diagnostic(
        .error, .badLesson,
        Phrase(
          "\(path):\(problem.line): \(problem.reason.english)",
          zh: "\(path):\(problem.line)：\(problem.reason.chinese)"))
    }
    return (LessonBook(lessons: lessons, path: path), problems)
  }

  private init(lessons: [Lesson], path: String) {
    self.lessons = lessons
    self.path = path
  }

  /// By its id, its number, or the beginning of its title.
  package func place(of name: String) -> Int? {
    let key = NameFolding.key(name)
    if let place = lessons.firstIndex(where: { NameFolding.key($0.id) == key }) { return place }
    if let number = Int(name), lessons.indices.contains(number - 1) { return number - 1 }
    let near = lessons.indices.filter { NameFolding.key(lessons[$0].title).hasPrefix(key) }
    return near.count == 1 ? near.first : nil
  }

  /// Why no lesson goes by a name; `nil` where one does.
  func problem(with name: LessonNameSyntax) -> Diagnostic? {
    guard place(of: name.text) == nil else { return nil }
    let closest = Spelling.closest(to: NameFolding.key(name.text), among: lessons.map(\.id))
    return .error(
      .unknownLesson,
      Phrase("there is no lesson called `\(name.text)`", zh: "没有叫 `\(name.text)` 的课程"),
      at: name.span,
      details: closest == nil
        ? [Phrase("All lessons are listed by:   learn", zh: "全部课程：   learn")] : [],
      mends: closest.map { [.init(nearest: .nearest($0), [.init(name.span, $0)])] } ?? [])
  }
}

/// What is kept of the lessons between sessions: a line for each question that was answered right.
package struct LearningRecord: Sendable {
  package let load: @Sendable () -> [String]
  /// Adds a line. Nothing depends on it, so a disk that is full is passed over.
  package let append: @Sendable (String) -> Void
  /// Is told of every answer, for the trainer.
  package var result: @Sendable (LessonResult) -> Void = { _ in }

  package init(
    load: @escaping @Sendable () -> [String], append: @escaping @Sendable (String) -> Void
  ) {
    self.load = load
    self.append = append
  }

  package static let none = LearningRecord(load: { [] }, append: { _ in })

  /// `acos 3`: the third question of the lesson.
  static func line(_ lesson: String, question: Int) -> String { "\(lesson) \(question)" }

  /// The questions of each lesson that are done. Lines that say something else are passed over.
  func done() -> [String: Set<Int>] {
    var done: [String: Set<Int>] = [:]
    for line in load() {
      let words = line.split(separator: " ")
      guard words.count == 2, let number = Int(words[1]), number > 0 else { continue }
      done[String(words[0]), default: []].insert(number)
    }
    return done
  }
}
