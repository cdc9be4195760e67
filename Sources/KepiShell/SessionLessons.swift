// `learn` and `quiz`: lessons as lines of the shell answer them.
import KepiCatalogue
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiLessons
import KepiReports
import KepiSemantics
import KepiSyntax

extension Session {
  /// Whether the next line is an answer and no statement.
  package var isLearning: Bool { lesson != nil }

  /// What the shell shows before it: `acos> `.
  package var lessonPrompt: String? { lesson.map { "\($0.id)> " } }

  /// Gives a line to the lesson that runs.
  package func answerLesson(_ line: String) {
    guard var run = lesson else { return }
    // Out of the session for a while, or its parts would be copied with each change.
    lesson = nil
    let text = run.take(line)
    lesson = run.isOver ? nil : run
    streams.output(printed(text))
  }

  /// Ends the lesson that runs, if any.
  package func leaveLesson() {
    guard let run = lesson else { return }
    lesson = nil
    streams.output(printed(run.parting()))
  }

  private func printed(_ text: String) -> String {
    streams.terminalColumns == nil ? text : text.printableLines
  }

  private var lessonColumns: Int { max(20, min(streams.terminalColumns ?? 80, 88)) }

  // MARK: Statements

  func learn(_ name: LessonNameSyntax?, titled title: String) -> Outcome {
    let book = LessonBook.shipped(in: language)
    guard let name else {
      write(list(of: book), titled: title)
      if isInteractive {
        say(Phrase("A lesson begins with its name:   learn kpi", zh: "用名称开始一课：   learn kpi"))
      }
      return .success
    }
    guard let place = book.place(of: name.text) else {
      if let problem = book.problem(with: name) { report([problem]) }
      return .misunderstood
    }
    guard options.teaches else { return isTaught() }
    guard isInteractive else {
      writeText(page(of: book.lessons[place]), titled: title)
      return .success
    }
    begin(book, at: place, files: access)
    return .success
  }

  func quiz(count: Int?, seed: Int?, titled title: String) -> Outcome {
    guard options.teaches else { return isTaught() }
    let run = quizRun(count: count, seed: seed)
    guard isInteractive else {
      // No one answers a script: it gets the questions.
      writeText(run.sheet(), titled: title)
      return .success
    }
    begin(run)
    return .success
  }

  private func isTaught() -> Outcome {
    say(Phrase("A lesson runs already; `quit` leaves it.", zh: "正在上课，`quit` 退出"))
    return .success
  }

  // MARK: Beginning

  /// Begins a lesson of a book by its place. What it says comes on the output.
  package func begin(_ book: LessonBook, at place: Int, files: FileAccess) {
    begin(run(of: book, at: place, files: files))
  }

  /// Begins a quiz.
  package func beginQuiz(count: Int?, seed: Int?) {
    begin(quizRun(count: count, seed: seed))
  }

  private func begin(_ made: LessonRun) {
    var run = made
    let text = run.begin()
    lesson = run.isOver ? nil : run
    streams.output(printed(text))
  }

  private func run(of book: LessonBook, at place: Int, files: FileAccess) -> LessonRun {
    let lesson = book.lessons[place]
    let room = LessonRoom(
      setup: lesson.setup, at: book.path, files: files, language: language,
      columns: lessonColumns)
    let next = book.lessons.dropFirst(place + 1).first
    let farewell =
      book.path == nil
      ? next.map {
        Phrase("Next: `learn \($0.id)`, \($0.title).", zh: "下一课：`learn \($0.id)`，\($0.title)")
      } ?? Phrase("That was the last lesson.", zh: "这是最后一课") : Phrase.empty
    return LessonRun(
      id: lesson.id, steps: LessonRun.steps(of: lesson), room: room, columns: lessonColumns,
      record: options.learning, keepsProgress: book.path == nil, farewell: farewell)
  }

  private func quizRun(count: Int?, seed: Int?) -> LessonRun {
    let seed = seed ?? Int.random(in: 1...99_999)
    let count = max(1, min(count ?? QuizMaker.usualCount, QuizMaker.greatestCount))
    var plain = Workspace()
    plain.catalogue = workspace.catalogue
    plain.shipKinds()
    plain.settings.language = language
    let model = plain.model()
    let maker = QuizMaker(
      model: model, describer: Describer(model: model, workspace: plain), language: language)
    let room = LessonRoom(
      setup: [], at: nil, files: access, language: language, columns: lessonColumns)
    let head = Phrase(
      "A quiz. The same questions again:   quiz \(count) seed \(seed)",
      zh: "测验。再做同样的题：   quiz \(count) seed \(seed)")
    return LessonRun(
      id: "quiz",
      steps: [.text(head.text(in: language))]
        + maker.questions(count: count, seed: seed).map { .prepared($0) },
      room: room, columns: lessonColumns, record: options.learning, keepsProgress: false,
      farewell: Phrase("Another one: `quiz`.", zh: "再来一次：`quiz`"))
  }

  // MARK: Lists and pages

  /// All lessons of a book, and how much of each is done.
  func list(of book: LessonBook) -> Answer {
    let done = book.path == nil ? options.learning.done() : [:]
    let lessons = book.lessons
    func texts(_ name: Phrase, _ values: [String]) -> Table.NamedColumn {
      Table.NamedColumn(
        name: name.text(in: listLanguage), unit: .text, column: .text(TextColumn(values)))
    }
    func counts(_ name: Phrase, _ values: [Int]) -> Table.NamedColumn {
      Table.NamedColumn(
        name: name.text(in: listLanguage), unit: .count,
        column: .amount(
          AmountColumn(
            values: values.map(Int64.init), scale: 0,
            present: Bitmap(values.map { _ in true }))))
    }
    let questions = lessons.map(\.questions.count)
    let right = zip(lessons, questions).map { lesson, count in
      (done[lesson.id] ?? []).count { $0 <= count }
    }
    let columns = [
      counts(Phrase("no", zh: "编号"), lessons.indices.map { $0 + 1 }),
      texts(Phrase("lesson", zh: "课程"), lessons.map(\.id)),
      texts(Phrase("title", zh: "标题"), lessons.map(\.title)),
      counts(Phrase("questions", zh: "题数"), questions),
      counts(Phrase("right", zh: "已答对"), right),
    ]
    return Answer(
      table: Table(rowCount: lessons.count, columns: columns), groupingCount: columns.count,
      lines: lessons.map { _ in .plain }, receipt: .none)
  }

  private var listLanguage: Language {
    workspace.settings.format.isForPeople ? language : .english
  }

  /// Writes the list of a book, as `learn` alone does.
  package func showLessons(of book: LessonBook) {
    write(list(of: book), titled: "learn")
  }

  /// A whole lesson to read, with its questions and without their answers.
  private func page(of lesson: Lesson) -> String {
    let room = LessonRoom(
      setup: lesson.setup, at: nil, files: access, language: language,
      columns: lessonColumns)
    var text = LessonLayout.render("# " + lesson.title, columns: lessonColumns)
    var number = 0
    for part in lesson.parts {
      text += "\n"
      switch part {
      case .text(let markdown):
        text += LessonLayout.render(room.filled(markdown), columns: lessonColumns)
      case .sample(let statement), .attempt(let statement):
        text += statement.text.split(separator: "\n").map { "  \($0)\n" }.joined()
        if case .attempt = part { text += "\n" + room.shown(statement.text) }
      case .question(let question):
        number += 1
        text += LessonLayout.render(
          Phrase("Question \(number): ", zh: "第 \(number) 题：").text(in: language)
            + room.filled(question.prompt), columns: lessonColumns)
        if case .choice(_, let options) = question.wanted {
          for (place, option) in options.enumerated() {
            text += LessonLayout.render(
              "- \(Grader.letter(of: place)). \(room.filled(option.text))", columns: lessonColumns)
          }
        }
      }
    }
    let end = Phrase(
      "Answers are taken in the shell, or by:   kepi learn \(lesson.id)",
      zh: "在交互界面中作答，或用：   kepi learn \(lesson.id)")
    return text + "\n" + end.text(in: language) + "\n"
  }
}

extension LessonRun {
  /// The questions to read, without their answers.
  func sheet() -> String {
    var text = ""
    var number = 0
    for step in steps {
      switch step {
      case .text(let markdown):
        text += LessonLayout.render(room.filled(markdown), columns: columns)
      case .prepared(let question):
        number += 1
        text += "\n" + LessonLayout.render("\(number). \(question.prompt)", columns: columns)
      case .sample, .attempt, .question: continue
      }
    }
    return text
  }
}
