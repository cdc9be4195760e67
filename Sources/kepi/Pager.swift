// The program that shows what does not fit the screen. Beside Streams, Signals and LineEditor, the
// only place that says `unsafe`.
import FoundationEssentials
import Glibc
import Synchronization

enum Pager {
  /// As the user has set it; `less -RS` where nothing is said. `nil` where it is set to nothing.
  private static var command: String? {
    guard let set = ProcessInfo.processInfo.environment["PAGER"] else {
      // Where it is missing, nothing should be said of it.
      return "command -v less >/dev/null || exit 127; exec less -RS"
    }
    return set.isEmpty || set == "cat" ? nil : set
  }

  /// Shows a text and waits until the pager is closed. Gives whether there was one.
  static func show(_ text: String) -> Bool {
    guard let command else { return false }
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = start(command, input: ends[0])
    close(ends[0])
    guard let process else {
      close(ends[1])
      return false
    }
    let start = ContinuousClock.now
    defer { spent.withLock { $0 += ContinuousClock.now - start } }
    return Signals.paging {
      // Whoever closes a pager early has seen enough.
      try? Streams.write(text, to: ends[1])
      close(ends[1])
      var status: Int32 = 0
      while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
      let notFound: Int32 = 127
      return status >> 8 & 0xFF != notFound
    }
  }

  /// In the pager, of all of the session.
  static var timeSpent: Duration { spent.withLock { $0 } }

  private static let spent = Mutex(Duration.zero)

  private static func start(_ command: String, input: Int32) -> pid_t? {
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    unsafe posix_spawn_file_actions_adddup2(&files, input, 0)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // What is ignored here would be ignored there.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGPIPE] { unsafe sigaddset(&signals, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var environment = ProcessInfo.processInfo.environment
    // In the C locale it would spell out every byte of Chinese.
    if environment["LESSCHARSET"] == nil { environment["LESSCHARSET"] = "utf-8" }
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let arguments = ["/bin/sh", "-c", command]
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var variables = unsafe settings.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, "/bin/sh", &files, &attributes, &words, &variables) == 0
    else { return nil }
    return process
  }
}
