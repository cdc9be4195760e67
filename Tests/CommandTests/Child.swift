// Programs started by the tests, on pipes or on a terminal. The only test file that says `unsafe`.
import Glibc

/// A running `kepi`. It is killed when it is let go of.
final class Child {
  enum Ending: Equatable { case exited(Int32), killed(signal: Int32) }
  struct Failure: Error { let call: String }

  /// Ends of pipes that are ours, or the terminal, from both sides.
  private var ours: [Int32]
  private let process: pid_t
  private var knownEnding: Ending?

  /// Next to the tests, where the build puts both.
  static var path: String {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &bytes, bytes.count)
    let own = String(decoding: bytes[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // `swift test` may run a program of the toolchain, which is given the path of the tests.
    for candidate in [own] + CommandLine.arguments {
      guard let end = candidate.lastIndex(of: "/") else { continue }
      let path = candidate[...end] + "kepi"
      if unsafe access(String(path), X_OK) == 0 { return String(path) }
    }
    return "kepi"
  }

  /// Starts on pipes: what it writes is read with `readAll`.
  init(
    _ tool: Tool, _ arguments: [String], in folder: String, input: String,
    environment: [String: String], readsOutput: Bool
  ) throws(Failure) {
    let (stdin, feed) = try Child.makePipe()
    let (output, stdout) = try Child.makePipe()
    let (errors, stderr) = try Child.makePipe()
    if !readsOutput { close(output) }
    process = try Child.spawn(
      tool, arguments, environment, in: folder, newSession: false,
      actions: [.copy(stdin, 0), .copy(stdout, 1), .copy(stderr, 2)])
    for end in [stdin, stdout, stderr] { close(end) }
    let bytes = Array(input.utf8)
    _ = unsafe Glibc.write(feed, bytes, bytes.count)
    close(feed)
    ours = readsOutput ? [output, errors] : [errors]
  }

  /// Starts at the head of a session on a terminal of its own.
  ///
  /// - Parameter errors: a file that is there, for what would else be written to the terminal.
  init(
    onTerminal arguments: [String], in folder: String, rows: Int, columns: Int,
    environment: [String: String], errors: String? = nil
  ) throws(Failure) {
    // As posix_openpt and its kin do, which the importer does not see.
    let terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var isLocked: Int32 = 0
    let lock: UInt = 0x4004_5431  // TIOCSPTLCK
    let getNumber: UInt = 0x8004_5430  // TIOCGPTN
    guard terminal >= 0, unsafe ioctl(terminal, lock, &isLocked) == 0,
      unsafe ioctl(terminal, getNumber, &number) == 0
    else { throw Failure(call: "open /dev/ptmx") }
    Child.resize(terminal, rows: rows, columns: columns)
    // What the head of a session opens first becomes its terminal.
    process = try Child.spawn(
      .kepi, arguments, environment, in: folder, newSession: true,
      actions: [
        .open("/dev/pts/\(number)", 0), .copy(0, 1), errors.map { .open($0, 2) } ?? .copy(0, 2),
      ])
    ours = [terminal]
  }

  deinit {
    for descriptor in ours { close(descriptor) }
    if knownEnding == nil {
      kill(process, SIGKILL)
      _ = waitpid(process, nil, 0)
    }
  }

  /// All that it writes, by stream, until it closes them or time is up.
  func readAll() -> [String] {
    var texts = ours.map { _ in [UInt8]() }
    let deadline = Deadline()
    for (place, descriptor) in ours.enumerated() {
      while let bytes = Child.read(descriptor, by: deadline), !bytes.isEmpty {
        texts[place] += bytes
      }
    }
    return texts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What there is to read until then, at once when there is something.
  func readSome(by deadline: Deadline = Deadline(milliseconds: 20)) -> [UInt8] {
    Child.read(ours[0], by: deadline) ?? []
  }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(ours[0], bytes, bytes.count)
  }

  func resize(rows: Int, columns: Int) { Child.resize(ours[0], rows: rows, columns: columns) }

  private static func resize(_ terminal: Int32, rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal and waits until it was taken: a second one that comes before would be lost.
  func signal(_ signal: Int32) {
    kill(process, signal)
    let deadline = Deadline()
    while !deadline.isOver, poll() == nil, awaits(signal) { usleep(1000) }
  }

  /// Whether lines are edited by the terminal itself and shown as they are typed.
  var isTerminalCooked: Bool {
    var settings = termios()
    guard unsafe tcgetattr(ours[0], &settings) == 0 else { return false }
    return settings.c_lflag & UInt32(ICANON | ECHO) == UInt32(ICANON | ECHO)
  }

  /// Waits until a signal is no longer left to the system: what starts on a busy machine may take a
  /// while to come so far.
  func waitUntilItHandles(_ signal: Int32) {
    let deadline = Deadline()
    while !deadline.isOver, !handles(signal) { usleep(1000) }
  }

  private func handles(_ signal: Int32) -> Bool { isSet(signal, in: "SigCgt:") }

  private func awaits(_ signal: Int32) -> Bool {
    isSet(signal, in: "ShdPnd:") || isSet(signal, in: "SigPnd:")
  }

  private func isSet(_ signal: Int32, in name: String) -> Bool {
    let file = unsafe open("/proc/\(process)/status", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = unsafe Glibc.read(file, &bytes, bytes.count)
    let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix(name) }),
      let signals = UInt64(line.split(separator: "\t").last ?? "", radix: 16)
    else { return false }
    return signals >> UInt64(signal - 1) & 1 == 1
  }

  /// Waits until it has written more than its terminal takes while no one reads.
  func waitUntilItIsBlocked() {
    let deadline = Deadline()
    var (before, since) = (readableCount, ContinuousClock.now)
    while !deadline.isOver, before < 1000 || ContinuousClock.now - since < .milliseconds(500) {
      usleep(5000)
      let count = readableCount
      if count != before { (before, since) = (count, .now) }
    }
  }

  private var readableCount: Int32 {
    var count: Int32 = 0
    let request: UInt = 0x541B  // FIONREAD
    return unsafe ioctl(ours[0], request, &count) == 0 ? count : 0
  }

  /// Waits for its end; `nil` when time is up.
  func ending() -> Ending? {
    let deadline = Deadline()
    while !deadline.isOver {
      if let ending = poll() { return ending }
      usleep(1000)
    }
    return nil
  }

  /// How it ended, or `nil` while it runs.
  func poll() -> Ending? {
    if let knownEnding { return knownEnding }
    var status: Int32 = 0
    guard unsafe waitpid(process, &status, WNOHANG) == process else { return nil }
    let signal = status & 0x7F
    knownEnding = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
    return knownEnding
  }

  private enum Action {
    case copy(Int32, Int32)
    case open(String, Int32)
  }

  private static func spawn(
    _ tool: Tool, _ arguments: [String], _ environment: [String: String], in folder: String,
    newSession: Bool, actions: [Action]
  ) throws(Failure) -> pid_t {
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    for action in actions {
      switch action {
      case .copy(let source, let target):
        unsafe posix_spawn_file_actions_adddup2(&files, source, target)
      case .open(let path, let target):
        unsafe posix_spawn_file_actions_addopen(&files, target, path, O_RDWR, 0)
      }
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // Whoever runs the tests may have signals ignored or blocked, which a child would inherit.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGPIPE, SIGTERM, SIGTSTP, SIGHUP] {
      unsafe sigaddset(&signals, signal)
    }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    var noSignals = sigset_t()
    unsafe sigemptyset(&noSignals)
    unsafe posix_spawnattr_setsigmask(&attributes, &noSignals)
    let inNewSession: Int32 = 0x80  // POSIX_SPAWN_SETSID
    let flags =
      Int32(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK) | (newSession ? inNewSession : 0)
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    // The importer does not see the action that changes the folder.
    let program = "/usr/bin/env"
    var argv =
      unsafe ([program, "--chdir=\(folder)", tool.path] + arguments).map { unsafe strdup($0) } + [
        nil
      ]
    var envp = unsafe settings.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, program, &files, &attributes, &argv, &envp) == 0 else {
      throw Failure(call: "posix_spawn \(program)")
    }
    return process
  }

  private static func makePipe() throws(Failure) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw Failure(call: "pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// None at the end of the file, `nil` when time is up.
  private static func read(_ descriptor: Int32, by deadline: Deadline) -> [UInt8]? {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe Glibc.poll(&waiting, 1, deadline.remainingMilliseconds) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }
}

/// A moment until which to wait for what should take far less.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(milliseconds: Int = 120_000) { end = .now + .milliseconds(milliseconds) }

  var remainingMilliseconds: Int32 {
    let (seconds, attoseconds) = (end - .now).components
    return Int32(max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }

  var isOver: Bool { end <= .now }
}
