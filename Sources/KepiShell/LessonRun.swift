// A lesson or a quiz as it is played: lines go in, texts come out.
import KepiDiagnostics
import KepiLessons
import KepiSyntax

struct LessonRun {
  enum Step {
    case text(String)
    /// A statement, and its answer where it is run at once.
    case sample(String)
    /// The learner runs it.
    case attempt(String)
    case question(Lesson.Question)
    case prepared(AskedQuestion)
  }

  let id: String
  let room: LessonRoom
  let columns: Int
  let steps: [Step]
  private let record: LearningRecord
  /// Whether what is done is kept: not of quizzes and of a trainer's lessons.
  private let keepsProgress: Bool
  /// What is said when all is done.
  private let farewell: Phrase
  private var place = 0
  private var asked: AskedQuestion?
  private var questionNumber = 0
  private var attempts = 0
  private var rightCount = 0
  private var skipped: Set<Int> = []
  private(set) var isOver = false

  private let questionCount: Int

  init(
    id: String, steps: [Step], room: LessonRoom, columns: Int, record: LearningRecord,
    keepsProgress: Bool, farewell: Phrase
  ) {
    self.id = id
    self.steps = steps
    self.room = room
    self.columns = columns
    self.record = record
    self.keepsProgress = keepsProgress
    self.farewell = farewell
    questionCount = steps.count { step in
      switch step {
      case .question, .prepared: true
      case .text, .sample, .attempt: false
      }
    }
  }

  static func steps(of lesson: Lesson) -> [Step] {
    [.text("# \(lesson.title)")]
      + lesson.parts.map { part in
        switch part {
        case .text(let text): .text(text)
        case .sample(let statement): .sample(statement.text)
        case .attempt(let statement): .attempt(statement.text)
        case .question(let question): .question(question)
        }
      }
  }

  private var language: Language { room.language }
  private func said(_ phrase: Phrase) -> String { phrase.text(in: language) + "\n" }

  private func laidOut(_ text: String) -> String { LessonLayout.render(text, columns: columns) }

  // MARK: Going on

  /// The beginning of the lesson, up to what the learner has to do first.
  mutating func begin() -> String {
    let complaint = room.complaint.map { $0 + "\n" } ?? ""
    return complaint + goOn()
  }

  /// The texts up to the next thing to do.
  private mutating func goOn() -> String {
    var text = ""
    while place < steps.count {
      switch steps[place] {
      case .text(let part):
        text += laidOut(room.filled(part)) + "\n"
        place += 1
      case .sample(let statement):
        text += indented(statement) + "\n"
        place += 1
      case .attempt(let statement):
        return text
          + said(
            Phrase(
              "Try it. Enter runs this, or type a question of your own:",
              zh: "试一试：回车执行下面这条，也可以输入自己的查询："))
          + indented(statement)
      case .question(let question):
        do throws(UnanswerableQuestion) {
          return text + ask(try room.prepared(question))
        } catch {
          text += cannotAsk(error)
          place += 1
        }
      case .prepared(let question): return text + ask(question)
      }
    }
    isOver = true
    return text + ending()
  }

  private func indented(_ statement: String) -> String {
    statement.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  \($0)\n" }.joined()
  }

  private mutating func ask(_ question: AskedQuestion) -> String {
    asked = question
    questionNumber += 1
    attempts = 0
    return prompt(question)
  }

  private func prompt(_ question: AskedQuestion) -> String {
    let head = said(
      Phrase(
        "Question \(questionNumber) of \(questionCount)",
        zh: "第 \(questionNumber) 题，共 \(questionCount) 题"))
    return head + laidOut(question.prompt)
      + question.options.enumerated().map { place, option in
        LessonLayout.render(
          "- \(Grader.letter(of: place)). \(option.text)", columns: columns)
      }.joined()
  }

  private mutating func cannotAsk(_ problem: UnanswerableQuestion) -> String {
    questionNumber += 1
    let reasons = problem.diagnostics.map { $0.message.text(in: language) }
    return said(
      Phrase(
        "Question \(questionNumber) cannot be asked: line \(problem.line) of the lesson gives no"
          + " answer.", zh: "第 \(questionNumber) 题无法提问：课程第 \(problem.line) 行得不出结果"))
      + reasons.map { "  \($0)\n" }.joined() + "\n"
  }

  private func ending() -> String {
    guard questionCount > 0 else { return said(farewell) }
    return said(
      Phrase(
        "\(rightCount) of \(questionCount) answered right. \(farewell.english)",
        zh: "共 \(questionCount) 题，答对 \(rightCount) 题；\(farewell.chinese)"))
  }

  /// What is said to someone who leaves before the end.
  func parting() -> String {
    said(
      Phrase(
        "Left: \(rightCount) of \(questionCount) answered right.",
        zh: "已退出：共 \(questionCount) 题，答对 \(rightCount) 题"))
  }

  // MARK: Lines

  private enum Word {
    case hint, answer, skip, help

    init?(_ line: String) {
      switch NameFolding.key(line) {
      case "hint", "提示": self = .hint
      case "answer", "答案": self = .answer
      case "skip", "next", "跳过": self = .skip
      case "?", "？", "words": self = .help
      default: return nil
      }
    }
  }

  static let leaving: Set<String> = ["quit", "exit", "退出"]

  /// What is said to a line that was typed.
  mutating func take(_ line: String) -> String {
    let line = String(line.prefix(2000)).trimmingCharacters
    if Self.leaving.contains(NameFolding.key(line)) {
      isOver = true
      return parting()
    }
    guard place < steps.count else {
      isOver = true
      return ending()
    }
    if case .attempt(let statement) = steps[place] { return attempt(statement, line) }
    guard let asked else { return goOn() }
    if line.isEmpty { return prompt(asked) }
    if let word = Word(line) { return take(word, asked) }
    return grade(line, asked)
  }

  private mutating func attempt(_ statement: String, _ line: String) -> String {
    if line.isEmpty {
      place += 1
      return room.shown(statement) + "\n" + goOn()
    }
    let isWord = Word(line) != nil
    if !isWord, isStatement(line) {
      let shown = room.shown(line)
      guard isSame(line, as: statement) else {
        return shown + said(Phrase("Enter goes on.", zh: "按回车继续"))
      }
      place += 1
      return shown + "\n" + goOn()
    }
    // An answer already: a script need not say Enter for each of them.
    place += 1
    let shown = room.shown(statement) + "\n" + goOn()
    guard asked != nil, !isWord else { return shown }
    return shown + take(line)
  }

  private func isSame(_ line: String, as statement: String) -> Bool {
    line.split(whereSeparator: \.isWhitespace) == statement.split(whereSeparator: \.isWhitespace)
  }

  /// Whether a line asks or commands something that can be understood.
  private func isStatement(_ line: String) -> Bool {
    let parsed = ScriptSyntax.parse(SourceText(id: .init(0), name: "", text: line))
    guard parsed.diagnostics.isEmpty, let first = parsed.script.statements.first else {
      return false
    }
    switch first.form {
    case .query:
      return TypedNumber.readings(of: line).isEmpty && (try? room.computed(line)) != nil
    case .command: return true
    case .definition, .absent: return false
    }
  }

  private mutating func take(_ word: Word, _ asked: AskedQuestion) -> String {
    switch word {
    case .hint:
      return asked.hint.map { laidOut($0) }
        ?? said(
          Phrase("There is no hint here; `answer` shows the answer.", zh: "这题没有提示，`answer` 显示答案"))
    case .help:
      let phrase = Phrase(
        "Type the answer, or a question that gives it. `hint`, `answer`, `skip`, `quit`; Enter"
          + " shows the question again.",
        zh: "输入答案，或输入能得出答案的查询。`hint` 提示，`answer` 答案，`skip` 跳过，`quit` 退出；回车重看题目")
      return laidOut(phrase.text(in: language))
    case .answer:
      note(asked, typed: "", .shown)
      return pass(
        Phrase("The answer: \(asked.shown).", zh: "答案是\(asked.shown.afterChinese)"), asked)
    case .skip:
      note(asked, typed: "", .skipped)
      place += 1
      self.asked = nil
      return goOn()
    }
  }

  // MARK: Grading

  private mutating func grade(_ line: String, _ asked: AskedQuestion) -> String {
    let keys = asked.mistakes.map(\.key)
    switch Grader.grade(line, for: asked.key, mistakes: keys) {
    case .right: return right(line, asked)
    case .tooRough:
      return said(
        Phrase("Nearly: give one digit more.", zh: "接近了，请再多写一位数字"))
    case .ambiguous:
      return said(
        Phrase(
          "That may be a fraction or a percentage: type it with a `%`, or as a fraction of 1.",
          zh: "可能是小数，也可能是百分数：请带上 `%`，或写成小于 1 的小数"))
    case .otherCurrency(let code):
      return wrong(
        line, asked,
        Phrase(
          "The number is right, but the amount is in \(code).",
          zh: "数字对了，但币种应是 \(code)"))
    case .mistake(let place): return wrong(line, asked, asked.mistakes[place])
    case .otherOption(let place):
      return wrong(
        line, asked,
        Phrase(
          "That comes to \(asked.options[place].shown).",
          zh: "这样算出来是\(asked.options[place].shown.afterChinese)"))
    case .wrong: return wrong(line, asked, Phrase.empty)
    case .unread: return unread(line, asked)
    }
  }

  /// A line that is no answer as it stands may be a question whose answer is one.
  private mutating func unread(_ line: String, _ asked: AskedQuestion) -> String {
    let parsed = ScriptSyntax.parse(SourceText(id: .init(0), name: "", text: line))
    let form = parsed.script.statements.first?.form
    if case .command = form, parsed.diagnostics.isEmpty { return room.shown(line) }
    var isNumber = false
    if case .number = asked.key { isNumber = true }
    guard case .query = form, parsed.diagnostics.isEmpty,
      isNumber || TypedNumber.readings(of: line).isEmpty,
      let value = try? room.computed(line)
    else {
      guard isNumber else { return wrong(line, asked, Phrase.empty) }
      // Someone who types a question with a mistake in it learns what the mistake is.
      if case .query(let query) = form, query.span.end > 0, line.contains(" ") {
        return room.shown(line)
      }
      let phrase = Phrase(
        "That is neither a number nor a question that can be answered. `?` shows what can be"
          + " typed.", zh: "这不是数字，也不是能回答的查询。`?` 显示可以输入什么")
      return laidOut(phrase.text(in: language))
    }
    let shown = room.shown(line)
    guard value.isSingle || value.name != nil && value.lineCount == 1 else {
      return shown
        + said(
          Phrase(
            "That is a table: type the number, or a question that gives just one.",
            zh: "这是一张表：请输入数字，或只得出一个数值的查询"))
    }
    var isRight = value.key.isSame(as: asked.key)
    var nameKey: AnswerKey?
    if case .words = asked.key, let name = value.name {
      nameKey = .words([name])
      isRight = isRight || asked.key.isSame(as: .words([name]))
    }
    if isRight { return shown + right(line, asked) }
    if let mistake = asked.mistakes.first(where: {
      $0.key.isSame(as: value.key) || nameKey.map($0.key.isSame(as:)) == true
    }) {
      return shown + wrong(line, asked, mistake)
    }
    return shown
      + said(Phrase("That is not what is asked for.", zh: "这不是题目要的数值"))
  }

  private mutating func right(_ line: String, _ asked: AskedQuestion) -> String {
    rightCount += 1
    note(asked, typed: line, .right)
    if keepsProgress { record.append(LearningRecord.line(id, question: questionNumber)) }
    return pass(
      Phrase("Right: \(asked.shown).", zh: "答对了：\(asked.shown)"), asked)
  }

  private mutating func pass(_ phrase: Phrase, _ asked: AskedQuestion) -> String {
    place += 1
    self.asked = nil
    let reason = asked.reason.map { laidOut($0) } ?? ""
    return laidOut(phrase.text(in: language)) + reason + "\n" + goOn()
  }

  private mutating func wrong(
    _ line: String, _ asked: AskedQuestion, _ mistake: AskedQuestion.Mistake
  ) -> String {
    wrong(
      line, asked,
      Phrase("\(mistake.meaning) (\(mistake.shown))", zh: "\(mistake.meaning)（\(mistake.shown)）"))
  }

  private mutating func wrong(
    _ line: String, _ asked: AskedQuestion, _ meaning: Phrase
  ) -> String {
    let meaning = meaning.text(in: language)
    note(asked, typed: line, .wrong, meaning)
    let head =
      meaning.isEmpty
      ? Phrase("No.", zh: "不对") : Phrase("No. \(meaning)", zh: "不对：\(meaning)")
    var text = laidOut(head.text(in: language))
    if meaning.isEmpty, let hint = asked.hint { text += laidOut(hint) }
    if attempts >= 3 {
      text += said(Phrase("`answer` shows the answer.", zh: "输入 `answer` 显示答案"))
    }
    return text
  }

  private mutating func note(
    _ asked: AskedQuestion, typed: String, _ outcome: LessonResult.Outcome, _ meaning: String = ""
  ) {
    attempts += 1
    record.result(
      LessonResult(
        lesson: id, question: questionNumber, prompt: asked.subject ?? asked.prompt, typed: typed,
        outcome: outcome, meaning: meaning, attempt: attempts, wanted: asked.shown))
  }
}

extension String {
  /// Without blanks and ends of lines at either end.
  fileprivate var trimmingCharacters: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
