// What is done of the lessons, between sessions: a file with a line for each question.
import KepiShell

struct LessonFile {
  /// `nil` where there is no home for it; nothing is then kept.
  private let path: String?

  /// Beside the history of the shell.
  init() {
    let folder = Streams.environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Streams.environment("HOME").map { $0 + "/.local/state" }
    path = (folder ?? home).map { $0 + "/kepi/lessons" }
  }

  var record: LearningRecord {
    guard let path else { return .none }
    return LearningRecord(
      load: {
        guard let bytes = Streams.tail(ofFile: path, atMost: 1 << 20) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
          .map(String.init)
      },
      append: { line in
        guard !Streams.append(line + "\n", toFile: path), let end = path.lastIndex(of: "/") else {
          return
        }
        Streams.makeFolder(String(path[..<end]))
        _ = Streams.append(line + "\n", toFile: path)
      })
  }
}
