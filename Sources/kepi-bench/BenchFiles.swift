// Files and processes of the suite.
import Glibc

struct BenchFailure: Error, CustomStringConvertible {
  let description: String
}

/// Writes text in large pieces: a hundred million rows are written one cell at a time.
final class TextWriter {
  private var bytes: [UInt8] = []
  private let descriptor: Int32
  private let path: String
  private var hasFailed = false
  private static let pieceSize = 1 << 20

  init(_ path: String) throws(BenchFailure) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw BenchFailure(description: "cannot write \(path)") }
    bytes.reserveCapacity(Self.pieceSize + 4096)
  }

  func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= Self.pieceSize { flush() }
  }

  /// With zeros in front, up to a width.
  func append(_ number: Int, width: Int = 1) {
    var digits = 1
    var power = 10
    while power <= number {
      digits += 1
      power *= 10
    }
    for _ in 0..<max(0, width - digits) { bytes.append(0x30) }
    for _ in 0..<digits {
      power /= 10
      bytes.append(0x30 + UInt8(truncatingIfNeeded: number / power % 10))
    }
  }

  func append(cents: Int) {
    append(cents / 100)
    bytes.append(0x2E)
    append(cents % 100, width: 2)
  }

  private func flush() {
    var offset = 0
    while offset < bytes.count, !hasFailed {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        hasFailed = true
        break
      }
      offset += written
    }
    bytes.removeAll(keepingCapacity: true)
  }

  func close() throws(BenchFailure) {
    flush()
    guard Glibc.close(descriptor) == 0, !hasFailed else {
      throw BenchFailure(description: "cannot write \(path)")
    }
  }
}

func writeText(_ text: String, to path: String) throws(BenchFailure) {
  let file = try TextWriter(path)
  file.append(text)
  try file.close()
}

func readText(_ path: String) throws(BenchFailure) -> String {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw BenchFailure(description: "cannot read \(path)") }
  defer { close(descriptor) }
  var result: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe piece.withUnsafeMutableBytes { buffer in
      unsafe read(descriptor, buffer.baseAddress, buffer.count)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { break }
    result += piece[..<count]
  }
  return String(decoding: result, as: UTF8.self)
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += part + "/"
    _ = unsafe mkdir(made, 0o755)
  }
}

/// Of a folder that is there.
func absolutePath(of folder: String) throws(BenchFailure) -> String {
  guard let path = unsafe realpath(folder, nil) else {
    throw BenchFailure(description: "cannot find \(folder)")
  }
  defer { unsafe free(path) }
  return unsafe String(cString: path)
}

/// Bytes of the files in a folder and those below it; of one file where it is one.
func byteCount(of path: String) -> Int {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return 0 }
  guard status.st_mode & S_IFMT == S_IFDIR else { return Int(status.st_size) }
  guard let folder = unsafe opendir(path) else { return 0 }
  defer { unsafe closedir(folder) }
  var total = 0
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
      unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { total += byteCount(of: path + "/" + name) }
  }
  return total
}

/// A program run to its end.
struct Child {
  let status: Int32
  let output: String
  let seconds: Double

  /// - Parameter environment: what is set beside this process's own.
  static func run(
    _ arguments: [String], environment: [(String, String)] = [], capturing path: String
  ) throws(BenchFailure) -> Child {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(
      &actions, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    unsafe posix_spawn_file_actions_addopen(
      &actions, 2, path + ".errors", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    for (name, value) in environment { unsafe setenv(name, value, 1) }
    defer { for (name, _) in environment { unsafe unsetenv(name) } }
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { for place in unsafe words.indices { unsafe free(words[place]) } }
    var process = pid_t()
    let start = ContinuousClock.now
    guard unsafe posix_spawnp(&process, arguments[0], &actions, nil, &words, environ) == 0 else {
      throw BenchFailure(description: "cannot run \(arguments[0])")
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let seconds = (ContinuousClock.now - start).seconds
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Child(status: code, output: try readText(path), seconds: seconds)
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
