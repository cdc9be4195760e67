// Which files and folders a run has looked at, and whether one of them is another since.
import Glibc
import KepiCache
import KepiShell
import Synchronization

/// Stands between a session and the disk. What the session itself writes is no change.
final class WatchedFiles: Sendable {
  private enum State: Equatable {
    /// `nil` where nothing is.
    case file(FileFacts?)
    case folder([String])
  }

  /// As each was just before it was looked at first: a change that comes while the run goes on
  /// counts as well.
  private let states = Mutex<[String: State]>([:])
  private let written = Mutex<Set<String>>([])

  /// Between two looks, and for as long whoever writes must have been silent.
  private static let pauseMicroseconds: UInt32 = 300_000

  var access: FileAccess {
    let local = FileAccess.local
    return FileAccess(
      read: { path throws(FileAccess.Failure) in
        self.note(path)
        return try local.read(path)
      },
      open: { path throws(FileAccess.Failure) in
        self.note(path)
        return try local.open(path)
      },
      list: { path throws(FileAccess.Failure) in
        self.note(path)
        return try local.list(path)
      },
      kind: { path in
        self.note(path)
        return local.kind(path)
      },
      size: local.size,
      write: { path, bytes throws(FileAccess.Failure) in
        self.written.withLock { _ = $0.insert(Paths.simplified(path)) }
        try local.write(path, bytes)
      },
      stamp: { path in
        self.note(path)
        return local.stamp(path)
      },
      diskPath: { path in
        self.note(path)
        return local.diskPath(path)
      })
  }

  /// Waits for a change, and until whoever writes has come to an end. Gives the paths, ascending.
  func waitForChange() -> [String] {
    let known = states.withLock { $0 }
    var last = known
    while true {
      usleep(Self.pauseMicroseconds)
      var now: [String: State] = [:]
      for path in known.keys { now[path] = state(of: path) }
      let changed = known.keys.filter { now[$0] != known[$0] && !isWritten($0) }
      if !changed.isEmpty, now == last { return told(changed, now).sorted() }
      last = now
    }
  }

  /// A folder whose names are others is told where no file in it is: a file that was replaced or is
  /// gone says more.
  private func told(_ changed: [String], _ now: [String: State]) -> [String] {
    let files = changed.filter { if case .file = now[$0] { true } else { false } }
    let folders = Set(files.map { Paths.simplified(Paths.folder(of: $0)) })
    return files
      + changed.filter { path in
        guard case .folder = now[path] else { return false }
        return !folders.contains(Paths.simplified(path))
      }
  }

  private func note(_ path: String) {
    guard states.withLock({ $0[path] == nil }) else { return }
    let state = state(of: path)
    states.withLock { if $0[path] == nil { $0[path] = state } }
  }

  private func state(of path: String) -> State {
    let local = FileAccess.local
    let place = path.isEmpty ? "." : path
    guard local.kind(place) == .folder else { return .file(FileFacts(place)) }
    let names = (try? local.list(place)) ?? []
    return .folder(names.filter { !isWritten(Paths.join(path, $0)) })
  }

  private func isWritten(_ path: String) -> Bool {
    written.withLock { $0.contains(Paths.simplified(path)) }
  }
}
