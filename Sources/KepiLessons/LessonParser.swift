// Lessons from Markdown.
import KepiDiagnostics

/// Reads a document. A heading `# Title {#id}` begins a lesson. Fenced blocks are the rest:
///
/// - `kepi try`: a statement that the learner runs; `kepi refused`: one that shows a refusal;
/// - `kepi`: one that is shown;
/// - `kepi setup`: definitions and loads that the lesson needs;
/// - `ask`: a question, its text first, then lines that begin with `answer:`, `name:`, `fact:`,
///   `option:`, `wrong:`, `hint:` or `because:`. A line that is set in goes on with the one above.
///
/// What follows ` # ` in an `option:` or `wrong:` is said of it.
package struct LessonParser {
  private var lessons: [Lesson] = []
  private var problems: [LessonProblem] = []
  private var text: [String] = []

  /// All lessons of a document; none has a part that is not understood where there are no problems.
  package static func parse(_ document: String) -> (lessons: [Lesson], problems: [LessonProblem]) {
    var parser = LessonParser()
    parser.read(document)
    return (parser.lessons, parser.problems)
  }

  private mutating func read(_ document: String) {
    let lines = document.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var place = 0
    while place < lines.count {
      let line = lines[place]
      if let fence = Fence(line) {
        let first = place + 1
        var end = first
        while end < lines.count, !fence.isClosed(by: lines[end]) { end += 1 }
        if end == lines.count {
          problems.append(
            LessonProblem(line: place + 1, Phrase("this block is never closed", zh: "这个代码块没有结束")))
        }
        block(fence.words, lines[first..<end].map(String.init), at: first + 1)
        place = end + 1
        continue
      }
      if line.hasPrefix("# ") {
        endText()
        begin(String(line.dropFirst(2)))
      } else {
        text.append(String(line))
      }
      place += 1
    }
    endText()
    if lessons.isEmpty {
      problems.append(
        LessonProblem(
          line: 1, Phrase("a lesson begins with a line `# Title`", zh: "课程以 `# Title` 这样的一行开头")))
    }
    var known: Set<String> = []
    for lesson in lessons where !known.insert(lesson.id).inserted {
      problems.append(
        LessonProblem(
          line: 1,
          Phrase("two lessons are called `\(lesson.id)`", zh: "有两课都叫 `\(lesson.id)`")))
    }
  }

  /// `# Title {#id}`; without an id the lesson goes by its place.
  private mutating func begin(_ heading: String) {
    var title = heading.trimmingBlanks
    var id = String(lessons.count + 1)
    if title.hasSuffix("}"), let brace = title.range(of: "{#", last: true) {
      id = title[brace.upperBound...].dropLast().trimmingBlanks
      title = title[..<brace.lowerBound].trimmingBlanks
    }
    lessons.append(Lesson(id: id, title: title))
  }

  private mutating func endText() {
    let whole = text.joined(separator: "\n").trimmingLines
    text = []
    guard !whole.isEmpty, !lessons.isEmpty else { return }
    lessons[lessons.count - 1].parts.append(.text(whole))
  }

  private mutating func block(_ words: [String], _ lines: [String], at number: Int) {
    guard !lessons.isEmpty else { return }
    let body = lines.joined(separator: "\n").trimmingLines
    let statement = Lesson.Statement(text: body, line: number)
    let last = lessons.count - 1
    switch words {
    case ["kepi", "setup"]: lessons[last].setup.append(statement)
    case ["kepi", "try"]:
      endText()
      lessons[last].parts.append(.attempt(statement))
    case ["kepi", "refused"]:
      endText()
      var refused = statement
      refused.isRefused = true
      lessons[last].parts.append(.attempt(refused))
    case ["kepi"]:
      endText()
      lessons[last].parts.append(.sample(statement))
    case ["ask"]:
      endText()
      if let question = question(lines, at: number) {
        lessons[last].parts.append(.question(question))
      }
    default:
      text += ["```" + words.joined(separator: " ")] + lines + ["```"]
    }
  }

  // MARK: Questions

  private enum Field: String, CaseIterable {
    case answer, name, fact, option, wrong, hint, because
  }

  private struct Entry {
    let field: Field
    var text: String
    let line: Int

    var statement: Lesson.Statement { Lesson.Statement(text: text, line: line) }

    /// What stands before ` # `, and what follows it.
    var remark: Lesson.Question.Remark? {
      guard let sign = text.range(of: " # ", last: false) else { return nil }
      return Lesson.Question.Remark(
        statement: Lesson.Statement(text: text[..<sign.lowerBound].trimmingBlanks, line: line),
        text: text[sign.upperBound...].trimmingBlanks)
    }
  }

  private mutating func question(_ lines: [String], at number: Int) -> Lesson.Question? {
    var prompt: [String] = []
    var entries: [Entry] = []
    for (place, line) in lines.enumerated() {
      if let (field, rest) = Self.field(line) {
        entries.append(Entry(field: field, text: rest, line: number + place))
      } else if entries.isEmpty {
        prompt.append(line)
      } else if line.hasPrefix(" ") || line.hasPrefix("\t") {
        let more = line.trimmingBlanks
        let joint = entries[entries.count - 1].text.needsBlank(before: more) ? " " : ""
        entries[entries.count - 1].text += joint + more
      } else if !line.trimmingBlanks.isEmpty {
        problems.append(
          LessonProblem(
            line: number + place,
            Phrase(
              "a line here begins with one of "
                + Field.allCases.map { "`\($0.rawValue):`" }.listed(in: .english),
              zh: "这里的每一行以 "
                + Field.allCases.map { "`\($0.rawValue):`" }.listed(in: .chinese) + " 之一开头")))
      }
    }
    let found = problems.count
    let wanted = wanted(entries, at: number)
    let mistakes = entries.filter { $0.field == .wrong }.compactMap { remark($0) }
    guard let wanted, problems.count == found else { return nil }
    return Lesson.Question(
      prompt: prompt.joined(separator: "\n").trimmingLines, wanted: wanted, mistakes: mistakes,
      hint: entries.first { $0.field == .hint }?.text,
      reason: entries.first { $0.field == .because }?.text, line: number)
  }

  private mutating func wanted(_ entries: [Entry], at number: Int) -> Lesson.Question.Wanted? {
    let asked = entries.filter { [.answer, .name, .fact].contains($0.field) }
    guard asked.count == 1, let entry = asked.first else {
      problems.append(
        LessonProblem(
          line: number,
          Phrase(
            "a question has one of `answer:`, `name:` and `fact:`",
            zh: "每道题要有 `answer:`、`name:`、`fact:` 中的一个")))
      return nil
    }
    let options = entries.filter { $0.field == .option }.compactMap { remark($0) }
    if entry.field == .answer {
      return options.isEmpty
        ? .value(entry.statement) : .choice(entry.statement, options)
    }
    return entry.field == .name ? .name(entry.statement) : .fact(entry.statement)
  }

  private mutating func remark(_ entry: Entry) -> Lesson.Question.Remark? {
    if let remark = entry.remark { return remark }
    problems.append(
      LessonProblem(
        line: entry.line,
        Phrase(
          "`\(entry.field.rawValue):` has a question, ` # ` and what is said of it",
          zh: "`\(entry.field.rawValue):` 后面写查询，再写 ` # ` 和对它的说明")))
    return nil
  }

  private static func field(_ line: String) -> (Field, String)? {
    guard let colon = line.firstIndex(of: ":"),
      let field = Field(rawValue: String(line[..<colon]))
    else { return nil }
    return (field, line[line.index(after: colon)...].trimmingBlanks)
  }
}

/// The line that begins a fenced block.
private struct Fence {
  let sign: Character
  let length: Int
  let words: [String]

  init?(_ line: Substring) {
    guard let sign = line.first, sign == "`" || sign == "~" else { return nil }
    length = line.prefix { $0 == sign }.count
    guard length >= 3 else { return nil }
    self.sign = sign
    words = line.dropFirst(length).split(separator: " ").map(String.init)
  }

  func isClosed(by line: Substring) -> Bool {
    let signs = line.prefix { $0 == sign }.count
    return signs >= length && line.dropFirst(signs).allSatisfy { $0 == " " }
  }
}

extension String {
  /// Without empty lines at either end.
  var trimmingLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let first = lines.first, first.trimmingBlanks.isEmpty { lines.removeFirst() }
    while let last = lines.last, last.trimmingBlanks.isEmpty { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Chinese lines are joined without a blank, all others with one.
  package func needsBlank(before next: String) -> Bool {
    guard let last = unicodeScalars.last, let first = next.unicodeScalars.first else {
      return false
    }
    return last.value < 0x2E80 && first.value < 0x2E80
  }

  fileprivate func range(of part: String, last: Bool) -> Range<String.Index>? {
    let found = ranges(of: part)
    return last ? found.last : found.first
  }
}
