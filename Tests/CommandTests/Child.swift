// Programs started by the tests, on pipes or on a terminal. The only test file that says `unsafe`.
import Glibc

/// A running `kepi`. It is killed when it is let go of.
struct Child: ~Copyable {
  enum Ending: Equatable { case exited(Int32), killed(signal: Int32) }
  struct Failure: Error { let call: String }

  /// Ends of pipes that are ours, or the terminal, from both sides.
  private var ours: [Int32]
  private let process: pid_t
  private var ending: Ending?

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
    _ arguments: [String], input: String, environment: [String: String], readsOutput: Bool
  ) throws(Failure) {
    let (stdin, feed) = try Child.makePipe()
    let (output, stdout) = try Child.makePipe()
    let (errors, stderr) = try Child.makePipe()
    if !readsOutput { close(output) }
    process = try Child.spawn(
      arguments, environment, newSession: false,
      actions: [.copy(stdin, 0), .copy(stdout, 1), .copy(stderr, 2)])
    for end in [stdin, stdout, stderr] { close(end) }
    let bytes = Array(input.utf8)
    _ = unsafe Glibc.write(feed, bytes, bytes.count)
    close(feed)
    ours = readsOutput ? [output, errors] : [errors]
  }

  /// Starts at the head of a session on a terminal of its own.
  init(
    onTerminal arguments: [String], rows: Int, columns: Int, environment: [String: String]
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
    // What the head of a session opens first becomes its terminal.
    process = try Child.spawn(
      arguments, environment, newSession: true,
      actions: [.open("/dev/pts/\(number)", 0), .copy(0, 1), .copy(0, 2)])
    ours = [terminal]
    resize(rows: rows, columns: columns)
  }

  deinit {
    for descriptor in ours { close(descriptor) }
    if ending == nil {
      kill(process, SIGKILL)
      _ = waitpid(process, nil, 0)
    }
  }

  /// All that it writes, by stream, until it closes them or time is up.
  mutating func readAll() -> [String] {
    var texts = ours.map { _ in [UInt8]() }
    let deadline = Deadline()
    for (place, descriptor) in ours.enumerated() {
      while let bytes = Child.read(descriptor, by: deadline), !bytes.isEmpty {
        texts[place] += bytes
      }
    }
    return texts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What there is to read within a short time; `nil` when the other side has gone.
  func readSome() -> [UInt8]? {
    Child.read(ours[0], by: Deadline(milliseconds: 20)) ?? []
  }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(ours[0], bytes, bytes.count)
  }

  func resize(rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(ours[0], UInt(TIOCSWINSZ), &size)
  }

  func signal(_ signal: Int32) { kill(process, signal) }

  /// Whether lines are edited by the terminal itself and shown as they are typed.
  var isTerminalCooked: Bool {
    var settings = termios()
    guard unsafe tcgetattr(ours[0], &settings) == 0 else { return false }
    return settings.c_lflag & UInt32(ICANON | ECHO) == UInt32(ICANON | ECHO)
  }

  /// How it ended, or `nil` while it runs.
  mutating func poll() -> Ending? {
    if let ending { return ending }
    var status: Int32 = 0
    guard unsafe waitpid(process, &status, WNOHANG) == process else { return nil }
    let signal = status & 0x7F
    ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
    return ending
  }

  private enum Action {
    case copy(Int32, Int32)
    case open(String, Int32)
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String: String], newSession: Bool, actions: [Action]
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
    var argv = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    var envp = unsafe settings.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, path, &files, &attributes, &argv, &envp) == 0 else {
      throw Failure(call: "posix_spawn \(path)")
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

  init(milliseconds: Int = 10_000) { end = .now + .milliseconds(milliseconds) }

  var remainingMilliseconds: Int32 {
    let (seconds, attoseconds) = (end - .now).components
    return Int32(max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }

  var isOver: Bool { end <= .now }
}

/// A folder that goes when it is let go of.
struct TemporaryFolder: ~Copyable {
  let path: String
  private let names: [String]

  /// `names` are the files that will lie in it; the shell leaves its history.
  init(holding names: [String] = ["kepi/history", "kepi"]) throws(Child.Failure) {
    self.names = names
    var name = "/tmp/kepi-tests-XXXXXX".utf8CString.map { $0 }
    guard unsafe mkdtemp(&name) != nil else { throw Child.Failure(call: "mkdtemp") }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func contents(of file: String) -> String {
    let descriptor = unsafe open("\(path)/\(file)", O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  func write(_ text: String, to file: String) {
    let descriptor = unsafe open("\(path)/\(file)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(descriptor, bytes, bytes.count)
  }

  deinit {
    for name in names + [""] { _ = unsafe remove("\(path)/\(name)") }
  }
}
