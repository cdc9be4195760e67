// Files and the terminal, as safe calls. Beside Signals, Pager and LineEditor, the only place that
// says `unsafe`.
import FoundationEssentials
import Glibc
import KepiColumns
import KepiDiagnostics
import KepiShell

enum WriteFailure: Error {
  /// The reader has gone: `kepi … | head`.
  case closedPipe
  case failed(reason: String)
}

/// Why a file could not be read or written, to follow its path.
struct FileFailure: Error { let reason: Phrase }

enum Streams {
  static let input: Int32 = 0
  static let output: Int32 = 1
  static let errors: Int32 = 2

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many cells wide the terminal is, asked anew each time; `nil` for a pipe or a file.
  static func columns(of descriptor: Int32) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// How many rows the terminal has.
  static func rows(of descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The day of the clock, where the machine is.
  static func today() -> Day? {
    var now = time(nil)
    var parts = unsafe tm()
    guard unsafe localtime_r(&now, &parts) != nil else { return nil }
    return unsafe Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// Variables whose names begin so, without that beginning, in the order of their names.
  static func environment(beginningWith prefix: String) -> [(name: String, value: String)] {
    let found = ProcessInfo.processInfo.environment.compactMap { name, value in
      name.hasPrefix(prefix) && name.utf8.count > prefix.utf8.count
        ? (name: String(name.dropFirst(prefix.count)), value: value) : nil
    }
    return found.sorted { $0.name < $1.name }
  }

  /// A closed pipe, or a file larger than is allowed, then fails a write, where it would have ended
  /// the process.
  static func reportClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  static func write(_ text: String, to descriptor: Int32) throws(WriteFailure) {
    try write(Array(text.utf8), to: descriptor)
  }

  static func write(_ all: [UInt8], to descriptor: Int32) throws(WriteFailure) {
    var bytes = all[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        bytes.removeFirst(count)
      } else if errno == EAGAIN {
        waitUntilWritable(descriptor)
      } else if errno != EINTR {
        throw errno == EPIPE ? .closedPipe : .failed(reason: reason().english)
      }
    }
  }

  /// All bytes to the end; `nil` where they cannot be read.
  static func readAll(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    while let part = read(descriptor, atMost: 1 << 16) {
      if part.isEmpty { return bytes }
      bytes += part
    }
    return nil
  }

  /// Waits for bytes. None at the end of the file; `nil` where they cannot be read.
  static func read(_ descriptor: Int32, atMost limit: Int) -> [UInt8]? {
    while true {
      var count = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
        count = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
        filled = max(0, count)
      }
      if count >= 0 { return bytes }
      if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return nil
      }
    }
  }

  /// The last `limit` bytes of a file; `nil` where there is none to read.
  static func tail(ofFile path: String, atMost limit: Int) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0, lseek(descriptor, max(0, size - limit), SEEK_SET) >= 0 else { return nil }
    return readAll(descriptor)
  }

  /// Adds to the end of a file that only its owner can read. Several programs may do so at once:
  /// each text is one write. A last line that was cut off keeps to itself. Gives whether it could.
  static func append(_ text: String, toFile path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var last = UInt8(ascii: "\n")
    let size = lseek(descriptor, 0, SEEK_END)
    if size > 0 { _ = unsafe pread(descriptor, &last, 1, size - 1) }
    do {
      try write((last == UInt8(ascii: "\n") ? "" : "\n") + text, to: descriptor)
      return true
    } catch {
      return false
    }
  }

  /// Makes a folder and those that it lies in.
  static func makeFolder(_ path: String) {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      _ = unsafe mkdir(String(path[..<end]), 0o700)
    }
  }

  /// All bytes of a file.
  static func contents(ofFile path: String) -> Result<[UInt8], FileFailure> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let isMissing = errno == ENOENT
      return .failure(FileFailure(reason: isMissing ? .noSuchFile : reason()))
    }
    defer { close(descriptor) }
    guard let bytes = readAll(descriptor) else { return .failure(FileFailure(reason: reason())) }
    return .success(bytes)
  }

  /// Puts a text in the place of a file: written beside it, then renamed, so that there is always
  /// either the old file or the new one. A link keeps pointing to it, and its permissions stay.
  static func replace(_ path: String, with text: String) -> Result<Void, FileFailure> {
    guard let resolved = unsafe realpath(path, nil) else {
      return .failure(FileFailure(reason: reason()))
    }
    let target = unsafe String(cString: resolved)
    unsafe free(resolved)
    var status = stat()
    guard unsafe access(target, W_OK) == 0, unsafe stat(target, &status) == 0 else {
      return .failure(FileFailure(reason: reason()))
    }
    let temporary = "\(target).\(getpid()).new"
    let mode = status.st_mode & 0o7777
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return .failure(FileFailure(reason: reason())) }
    var failure: FileFailure?
    do {
      try write(text, to: descriptor)
      // The mode given to `open` lacks what the mask of the user takes away.
      if fchmod(descriptor, mode) != 0 || fsync(descriptor) != 0 {
        failure = FileFailure(reason: reason())
      }
    } catch {
      failure = FileFailure(reason: reason())
    }
    close(descriptor)
    if failure == nil, unsafe rename(temporary, target) != 0 {
      failure = FileFailure(reason: reason())
    }
    guard let failure else { return .success(()) }
    _ = unsafe unlink(temporary)
    return .failure(failure)
  }

  /// A file of the user's: in the folder that a variable names, or in a folder of the home; `nil`
  /// where there is neither.
  static func userFile(_ name: String, under variable: String, or folder: String) -> String? {
    if let set = environment(variable), set.hasPrefix("/") { return "\(set)/\(name)" }
    return environment("HOME").map { "\($0)/\(folder)/\(name)" }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The same path whichever way one came to it; the path itself where there is no such file.
  static func realPath(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  static func secondsSince1970() -> Int { time(nil) }

  static func processNumber() -> Int { Int(getpid()) }

  /// `2026-11-22 05:13`, by the clock on the wall.
  static func localTime(_ second: Int) -> String {
    var moment = time_t(second)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&moment, &parts)
    let numbers = unsafe [
      parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
    ].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let year = unsafe 1900 + Int(parts.tm_year)
    return "\(year)-\(numbers[0])-\(numbers[1]) \(numbers[2]):\(numbers[3])"
  }

  /// Whether there is something to read, now or within a time.
  static func hasInput(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&waiting, 1, milliseconds) > 0
  }

  /// Whether it takes text at once.
  static func isWritable(_ descriptor: Int32) -> Bool { waitUntilWritable(descriptor, within: 0) }

  @discardableResult
  private static func waitUntilWritable(_ descriptor: Int32, within milliseconds: Int32 = -1)
    -> Bool
  {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return unsafe poll(&waiting, 1, milliseconds) > 0
  }

  /// As the system says it, which has its own language.
  private static func reason() -> Phrase {
    guard let text = unsafe strerror(errno).map({ unsafe String(cString: $0) }) else {
      return Phrase("unknown reason", zh: "原因不明")
    }
    return Phrase(asWritten: text)
  }
}
