// Where a lesson takes place: a session of its own over the data of the lesson.
import KepiCatalogue
import KepiDiagnostics
import KepiFormats
import KepiLessons
import KepiSyntax
import Synchronization

/// The learner's own session, with all that is loaded in it, is left alone.
final class LessonRoom {
  private final class Page: Sendable {
    private let text = Mutex("")
    func write(_ more: String) { text.withLock { $0 += more } }
    func take() -> String {
      text.withLock { text in
        defer { text = "" }
        return text
      }
    }
  }

  private let page = Page()
  let language: Language
  private let setup: [Lesson.Statement]
  private let path: String?
  private let files: FileAccess
  private let columns: Int?
  /// Made when first something is asked: a quiz may need none of the data.
  private lazy var opened = open()

  var session: Session { opened.session }

  /// What was wrong with the definitions and loads of a trainer's lesson.
  var complaint: String? { setup.isEmpty ? nil : opened.complaint }

  /// - Parameters:
  ///   - setup: definitions and loads. Where it loads anything, the data that ship are left out.
  ///   - files: where the loads of a trainer read from.
  ///   - columns: how wide the terminal is.
  init(
    setup: [Lesson.Statement], at path: String?, files: FileAccess, language: Language,
    columns: Int?
  ) {
    self.setup = setup
    self.path = path
    self.files = files
    self.language = language
    self.columns = columns
  }

  private func open() -> (session: Session, complaint: String?) {
    var options = SessionOptions()
    options.language = language
    options.readsInit = false
    options.teaches = false
    let (page, columns) = (page, columns)
    let loadsOwn = setup.contains { Self.loads($0.text) }
    let session = Session(
      options: options,
      streams: SessionStreams(
        output: { page.write($0) }, errors: { page.write($0) }, terminalColumns: columns),
      files: loadsOwn ? files : .lessonData)
    var outcome = Outcome.success
    if !loadsOwn {
      outcome = session.run(LessonData.script, named: "lessons.kepi", isInteractive: false)
      // That a layout is not certain says nothing to learners.
      if outcome == .success { _ = page.take() }
    }
    let own = setup.map(\.text).joined(separator: "\n")
    if !own.isEmpty {
      outcome = outcome.worse(
        session.run(
          own, named: path ?? "lesson", in: path.map { Paths.folder(of: $0) } ?? "",
          isInteractive: false))
    }
    let said = page.take()
    return (session, outcome == .success ? nil : said)
  }

  private static func loads(_ text: String) -> Bool {
    let parsed = ScriptSyntax.parse(SourceText(id: .init(0), name: "", text: text))
    return parsed.script.statements.contains { statement in
      if case .command(.load) = statement.form { return true }
      if case .definition(let definition) = statement.form, case .source = definition.form {
        return true
      }
      return false
    }
  }

  /// All that a statement writes.
  func shown(_ statement: String) -> String {
    // Each statement stands by itself, as a line of the shell does.
    _ = session.run(statement, named: "lesson", isInteractive: true)
    return page.take()
  }

  func computed(_ question: String) throws(Session.Uncomputed) -> ComputedAnswer {
    try session.computed(question)
  }

  /// Text in which each `= question` between backquotes is its answer.
  func filled(_ text: String) -> String {
    var result = ""
    for (place, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if place % 2 == 1, part.hasPrefix("= ") {
        let question = String(part.dropFirst(2)).replacing("\n", with: " ")
        result += (try? computed(question))?.shown ?? "?"
      } else if place % 2 == 1 {
        result += "`\(part)`"
      } else {
        result += part
      }
    }
    return result
  }

  /// The questions in a text that `filled` answers.
  static func questions(in text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().compactMap {
      $0.offset % 2 == 1 && $0.element.hasPrefix("= ")
        ? String($0.element.dropFirst(2)).replacing("\n", with: " ") : nil
    }
  }
}

extension FileAccess {
  /// The made-up files of the lessons, and no others.
  package static let lessonData: FileAccess = {
    var contents: [String: [UInt8]] = [:]
    var folders: [String: Set<String>] = [".": []]
    for file in LessonData.files {
      contents[file.path] = Array(file.text.utf8)
      var folder = "."
      for part in file.path.split(separator: "/") {
        folders[folder, default: []].insert(String(part))
        folder = folder == "." ? String(part) : folder + "/" + part
      }
    }
    let known = contents
    let lists = folders.mapValues { $0.sorted() }
    return FileAccess(
      read: { path throws(Failure) in
        guard let bytes = known[Paths.simplified(path)] else { throw Failure(.noSuchFile) }
        return bytes
      },
      list: { path throws(Failure) in
        guard let names = lists[path == "." ? path : Paths.simplified(path)] else {
          throw Failure(.noSuchFile)
        }
        return names
      },
      kind: { path in
        if path == "." { return .folder }
        let path = Paths.simplified(path)
        if known[path] != nil { return .file }
        return lists[path] == nil ? nil : .folder
      })
  }()
}
