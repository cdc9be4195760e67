// What was typed in the shell, by workspace: for the arrow keys, hints, the search and `show history`.
import KepiShell
import Synchronization

/// Asked from the editor and from the session, which may run on another thread.
final class History: Sendable {
  struct Entry: Equatable, Sendable {
    /// Tells the record of a beginning from those of other shells that write at the same time.
    var id: String?
    let text: String
    /// Seconds since 1970; `nil` in lines of older versions.
    var second: Int?
    /// The folder that it was asked about; `nil` in lines of older versions.
    var workspace: String?
    var outcome: Outcome?
    var milliseconds: Int?

    /// In local time: `2026-11-22 05:13`.
    var when: String? { second.map { Streams.localTime($0) } }
  }

  private let workspace: String
  private let file: HistoryFile
  private let entries: Mutex<[Entry]>

  /// - Parameter workspace: the path of the folder that questions are about.
  init(of workspace: String, in file: HistoryFile) {
    self.workspace = workspace
    self.file = file
    entries = Mutex(file.load())
  }

  /// Those of this workspace, and those that do not say of which they are, oldest first.
  var own: [Entry] { entries.withLock { $0.filter { isOwn($0) } } }

  private func isOwn(_ entry: Entry) -> Bool {
    entry.workspace == nil || entry.workspace == workspace
  }

  // MARK: Keeping

  /// Kept before it runs, so that it is there even where it never comes to an end.
  func begin(_ text: String) {
    let second = Streams.secondsSince1970()
    let id = "\(Streams.processNumber())-\(second)-\(entries.withLock { $0.count })"
    let entry = Entry(id: id, text: text, second: second, workspace: workspace)
    entries.withLock { $0.append(entry) }
    file.append(entry)
  }

  /// What came of the statement that was begun last.
  func end(_ outcome: Outcome, milliseconds: Int) {
    let ended = entries.withLock { entries -> Entry? in
      guard let last = entries.indices.last else { return nil }
      entries[last].outcome = outcome
      entries[last].milliseconds = milliseconds
      return entries[last]
    }
    if let ended { file.appendEnd(of: ended) }
  }

  // MARK: Finding

  /// What goes on from a text as the newest line of this workspace that begins with it; `nil` for
  /// none, and for what would need another row. A line that failed is nothing to repeat.
  func hint(for typed: String) -> String? {
    guard !typed.isEmpty else { return nil }
    let found = entries.withLock { entries in
      entries.last {
        isOwn($0) && $0.text.hasPrefix(typed) && $0.text != typed
          && ($0.outcome == nil || $0.outcome == .success || $0.outcome == .checkFailed)
      }
    }
    guard let rest = found?.text.dropFirst(typed.count), !rest.contains("\n") else { return nil }
    return String(rest)
  }

  /// Lines that hold a text, newest first, each once; those of this workspace before the others.
  func search(for wanted: String) -> [Entry] {
    let wanted = wanted.lowercased()
    let all = entries.withLock { $0 }
    var seen: Set<String> = []
    let fitting = all.reversed().filter {
      (wanted.isEmpty || $0.text.lowercased().contains(wanted)) && seen.insert($0.text).inserted
    }
    return fitting.filter(isOwn) + fitting.filter { !isOwn($0) }
  }

  /// As `show history` lists them.
  var past: [PastStatement] {
    own.map {
      PastStatement(
        text: $0.text, when: $0.when, outcome: $0.outcome, milliseconds: $0.milliseconds)
    }
  }
}
