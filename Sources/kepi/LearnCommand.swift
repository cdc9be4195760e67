// `kepi learn` and `kepi quiz`: lessons without the shell around them.
import ArgumentParser
import KepiDiagnostics
import KepiLessons
import KepiShell
import Synchronization

struct LearnCommand: ParsableCommand {
  static let word = "learn"

  static let configuration = CommandConfiguration(
    commandName: word, _superCommandName: "kepi",
    abstract: "Teaches the numbers of the trade, with questions that are checked.",
    usage: "kepi learn [<options>] [<lesson>]",
    discussion: """
      Without a lesson all are listed. A lesson goes by its name, its number or the beginning of its \
      title. Answers are read from standard input, a line each; Ctrl-D or quit leaves.

      A class is a Markdown document with lessons of one's own; grammar/manual.md tells how they are \
      written. Without a lesson all of them are gone through, in order.

      Exit status: 0 all well, 1 with --check a lesson cannot be taught, 2 there is no such lesson or the class is not understood, 3 a file could \
      not be read or written.
      """)

  @Argument(
    help: ArgumentHelp("The lesson to begin.", valueName: "lesson"),
    completion: .list(LessonBook.shipped(in: .english).lessons.map(\.id)))
  var lesson: String?

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("Lessons of one's own, in Markdown.", valueName: "file"),
    completion: .file())
  var classFile: String?

  @Flag(help: "Check the lessons instead of teaching them: each question has to have an answer.")
  var check = false

  @OptionGroup var options: LessonOptions

  func run() throws {
    let book: LessonBook
    if let classFile {
      book = try read(classFile)
    } else {
      book = .shipped(in: options.language)
    }
    if check { throw ExitCode(audit(book).rawValue) }
    let (session, results) = try options.session()
    var places = Array(book.lessons.indices)
    if let lesson {
      guard let place = book.place(of: lesson) else {
        options.say(
          Phrase(
            "error: there is no lesson called `\(lesson)`; `kepi learn` lists all of them",
            zh: "错误：没有叫 `\(lesson)` 的课程，`kepi learn` 列出全部课程"))
        throw ExitCode(Outcome.misunderstood.rawValue)
      }
      places = [place]
    } else if classFile == nil {
      session.showLessons(of: book)
      return
    }
    let classroom = Classroom(session: session)
    for place in places {
      session.begin(book, at: place, files: .local)
      guard classroom.teach() else { break }
    }
    try results?.close(options)
  }

  /// Says what of the lessons cannot be taught.
  private func audit(_ book: LessonBook) -> Outcome {
    var outcome = Outcome.success
    for lesson in LessonAudit.audit(book, files: .local, language: options.language) {
      for problem in lesson.problems {
        outcome = .checkFailed
        options.say(
          Phrase("\(lesson.id): \(problem.english)", zh: "\(lesson.id)：\(problem.chinese)"))
      }
    }
    return outcome
  }

  private func read(_ path: String) throws -> LessonBook {
    let bytes: [UInt8]
    switch Streams.contents(ofFile: path) {
    case .success(let read): bytes = read
    case .failure(let failure): throw options.failed(path, failure.reason)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw options.failed(path, Phrase("this is not UTF-8 text", zh: "不是 UTF-8 文本"))
    }
    let (book, problems) = LessonBook.read(text, at: path)
    guard problems.isEmpty else {
      let renderer = DiagnosticRenderer(texts: SourceMap(), language: options.language)
      for problem in problems {
        try? Streams.write(renderer.text(problem) + "\n", to: Streams.errors)
      }
      throw ExitCode(Outcome.misunderstood.rawValue)
    }
    return book
  }
}

struct QuizCommand: ParsableCommand {
  static let word = "quiz"

  static let configuration = CommandConfiguration(
    commandName: word, _superCommandName: "kepi",
    abstract: "Asks about metrics at random, with fresh numbers.",
    usage: "kepi quiz [<options>]",
    discussion: """
      Each question is a metric's own worked example with other numbers in it, answered by the engine. \
      The same seed gives the same questions.

      Exit status: 0 all well, 2 an option was not understood, 3 a file could not be written.
      """)

  @Option(help: "How many questions, at most 50.")
  var count: Int?

  @Option(help: "A whole number that the questions hang on.")
  var seed: Int?

  @OptionGroup var options: LessonOptions

  func validate() throws {
    if let count, !(1...50).contains(count) {
      throw ValidationError("--count is a number from 1 to 50.")
    }
  }

  func run() throws {
    let (session, results) = try options.session()
    session.beginQuiz(count: count, seed: seed)
    _ = Classroom(session: session).teach()
    try results?.close(options)
  }
}

/// What both take.
struct LessonOptions: ParsableArguments {
  @Option(help: "The language of lessons and messages: English, or Chinese.")
  var language = Language.english

  @Option(
    help: ArgumentHelp(
      "Add every answer to a file for the trainer: .csv or .ndjson.", valueName: "file"),
    completion: .file())
  var results: String?

  func validate() throws {
    if let results, LessonResult.Form(ofFile: results) == nil {
      throw ValidationError("--results is a file that ends in .csv, .ndjson or .jsonl.")
    }
  }

  /// A session for lessons, and the file that its answers are added to.
  func session() throws -> (Session, ResultsFile?) {
    Signals.start()
    var settings = SessionOptions()
    settings.language = language
    settings.readsInit = false
    settings.learning = LessonFile().record
    var file: ResultsFile?
    if let path = results, let form = LessonResult.Form(ofFile: path) {
      let made = ResultsFile(path: path, form: form)
      guard made.open() else {
        throw failed(path, Phrase("it cannot be written", zh: "无法写入"))
      }
      settings.learning.result = { made.add($0) }
      file = made
    }
    let screen = Screen(outlivesReader: file != nil, colors: .auto)
    return (Session(options: settings, streams: screen.streams(history: nil)), file)
  }

  func say(_ phrase: Phrase) {
    try? Streams.write(phrase.text(in: language).printable + "\n", to: Streams.errors)
  }

  func failed(_ path: String, _ reason: Phrase) -> ExitCode {
    let message = Phrase.about(path, reason)
    say(Phrase("error: \(message.english)", zh: "错误：\(message.chinese)"))
    return ExitCode(Outcome.unreadableData.rawValue)
  }
}

/// The answers of a lesson, added to a file one by one, so that none is lost.
final class ResultsFile: Sendable {
  private let path: String
  private let form: LessonResult.Form
  private let hasFailed = Mutex(false)

  init(path: String, form: LessonResult.Form) {
    self.path = path
    self.form = form
  }

  /// Makes the file where there is none, with its heading. Gives whether it can be written.
  func open() -> Bool {
    let isNew = (Streams.tail(ofFile: path, atMost: 1) ?? []).isEmpty
    return Streams.append(isNew ? form.head : "", toFile: path)
  }

  func add(_ result: LessonResult) {
    if !Streams.append(result.line(as: form), toFile: path) {
      hasFailed.withLock { $0 = true }
    }
  }

  /// Says so where an answer could not be written.
  func close(_ options: LessonOptions) throws {
    guard hasFailed.withLock({ $0 }) else { return }
    throw options.failed(path, Phrase("not all answers could be written", zh: "有答案未能写入"))
  }
}

/// Lines from the terminal or from a pipe, given to a lesson until it is over.
struct Classroom {
  let session: Session
  private let reader: (any LineReader)?
  private let script: ScriptedLines

  init(session: Session) {
    self.session = session
    script = ScriptedLines()
    let isTerminal = Streams.isTerminal(Streams.input) && Streams.isTerminal(Streams.output)
    if isTerminal, Screen.understandsEscapes {
      // Answers are no questions about a folder: its shell does not offer them.
      reader = LineEditor(
        history: History(of: "learn", in: HistoryFile()),
        guide: LineEditor.Guide(
          isComplete: { _ in true },
          completions: { session.completions(of: $0, at: $1, limit: $2) },
          parts: { session.highlight($0) }, language: { session.language }),
        usesColors: ColorChoice.auto.isOn(isTerminal: true))
    } else {
      reader = isTerminal ? PlainLineReader(isComplete: { _ in true }) : nil
    }
    if reader != nil { Signals.startShell(wayOut: Shell.wayOut.text(in: session.language)) }
  }

  /// Gives `false` where the learner left before the end.
  func teach() -> Bool {
    while session.isLearning {
      switch next() {
      case .line(let text):
        let isLeaving = Shell.isFarewell(text)
        Signals.running { session.answerLesson(text) }
        if isLeaving { return false }
      case .interrupted: continue
      case .end:
        if reader != nil { try? Streams.write("\n", to: Streams.output) }
        session.leaveLesson()
        return false
      case .ended(let signal): Signals.end(by: signal)
      }
    }
    return true
  }

  private func next() -> Reading {
    if let reader { return reader.readLine(prompt: session.lessonPrompt ?? "> ") }
    guard let line = script.next() else { return .end }
    // A transcript shows what was answered.
    try? Streams.write("> \(line.printable)\n", to: Streams.output)
    return .line(line)
  }
}

/// Lines of standard input where no one types.
final class ScriptedLines {
  private var lines: [Substring]?
  private var text = ""

  func next() -> String? {
    if lines == nil {
      text = String(decoding: Streams.readAll(Streams.input) ?? [], as: UTF8.self)
      var found = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      // The end of the last line begins no other.
      if found.last == "" { found.removeLast() }
      lines = found.reversed()
    }
    return lines?.popLast().map(String.init)
  }
}
