// Sessions that learn: lines in, all that is written out.
import FoundationEssentials
import KepiDiagnostics
import KepiLessons
import KepiShell
import Synchronization

final class LessonSession {
  private final class Page: Sendable {
    let text = Mutex("")
    let done = Mutex<[String]>([])
    let results = Mutex<[LessonResult]>([])
    let files = Mutex<[String: String]>([:])
  }

  private let page = Page()
  let session: Session

  init(language: Language = .english, format: OutputFormat? = nil) {
    var options = SessionOptions()
    options.language = language
    options.format = format
    options.readsInit = false
    let page = page
    options.learning = LearningRecord(
      load: { page.done.withLock { $0 } }, append: { line in page.done.withLock { $0 += [line] } })
    options.learning.result = { result in page.results.withLock { $0 += [result] } }
    session = Session(
      options: options,
      streams: SessionStreams(
        output: { more in page.text.withLock { $0 += more } },
        errors: { more in page.text.withLock { $0 += more } }, terminalColumns: nil),
      files: FileAccess(
        read: { path throws(FileAccess.Failure) in throw FileAccess.Failure(.noSuchFile) },
        list: { _ throws(FileAccess.Failure) in [] }, kind: { _ in nil },
        write: { path, bytes throws(FileAccess.Failure) in
          page.files.withLock { $0[path] = String(decoding: bytes, as: UTF8.self) }
        }))
    _ = session.start(paths: [], statements: [])
  }

  /// What a line of the shell, or an answer, gives.
  func type(_ line: String) -> String {
    if session.isLearning {
      session.answerLesson(line)
    } else {
      _ = session.run(line, named: "test", isInteractive: true)
    }
    return take()
  }

  func run(_ script: String) -> String {
    _ = session.run(script, named: "test.kepi", isInteractive: false)
    return take()
  }

  func take() -> String {
    page.text.withLock { text in
      defer { text = "" }
      return text
    }
  }

  var done: [String] { page.done.withLock { $0 } }
  var results: [LessonResult] { page.results.withLock { $0 } }
  func file(_ path: String) -> String? { page.files.withLock { $0[path] } }
}
