// Sessions over the examples or over made-up files, with all that they write.
import FoundationEssentials
import KepiDiagnostics
import KepiShell
import Synchronization

/// What a session wrote and how it ended.
struct Run {
  var output = ""
  var errors = ""
  var outcome = Outcome.success

  /// Both streams, answers first.
  var text: String { output + errors }
}

/// A session whose streams are read.
final class Reading {
  private final class Buffer: Sendable {
    let text = Mutex("")
    func append(_ more: String) { text.withLock { $0 += more } }
    func take() -> String {
      text.withLock { text in
        defer { text = "" }
        return text
      }
    }
  }

  private let output = Buffer()
  private let errors = Buffer()
  private let session: Session
  let started: Run

  init(
    over base: Base = .own, format: OutputFormat? = nil, language: Language = .english,
    parameters: [(String, String)] = [], statements: [String] = [], columns: Int? = nil
  ) {
    var options = SessionOptions()
    options.language = language
    options.format = format
    options.parameters = parameters.map { (name: $0.0, value: $0.1) }
    let (output, errors) = (output, errors)
    session = Session(
      options: options,
      streams: SessionStreams(
        output: { output.append($0) }, errors: { errors.append($0) }, terminalColumns: columns),
      files: base.files)
    let outcome = session.start(paths: base.paths, statements: statements)
    started = Run(output: output.take(), errors: errors.take(), outcome: outcome)
  }

  func run(_ text: String, isInteractive: Bool = false) -> Run {
    let outcome = session.run(text, named: "<command line>", isInteractive: isInteractive)
    return Run(output: output.take(), errors: errors.take(), outcome: outcome)
  }
}

/// What a session is opened over.
enum Base: Sendable {
  case examples
  /// The folder above the examples, with nothing loaded.
  case package
  /// A few lines of sales, returns and targets, made up so that each message has its cause.
  case own
  case files([String: String])

  var paths: [String] { if case .examples = self { [Base.exampleFolder] } else { [] } }

  static let exampleFolder = "examples/exports"

  /// A folder of the package.
  static func folder(_ name: String) -> String { root + "/" + name }

  private static let root: String = {
    // Tests/MessageTests/Support.swift, three names up.
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/")
  }()

  var files: FileAccess {
    switch self {
    case .examples, .package: Base.exampleFiles
    case .own: FileAccess(ownFiles)
    case .files(let files): FileAccess(files)
    }
  }

  /// The examples by the paths that people type in the folder above them.
  private static let exampleFiles: FileAccess = {
    let local = FileAccess.local
    let root = Base.root + "/"
    return FileAccess(
      read: { path throws(FileAccess.Failure) in try local.read(root + path) },
      list: { path throws(FileAccess.Failure) in try local.list(root + path) },
      kind: { local.kind(root + $0) })
  }()
}

extension FileAccess {
  /// Made-up files; a folder is whatever a path goes through.
  init(_ files: [String: String]) {
    let bytes = files.mapValues { Array($0.utf8) }
    let names = files.keys.sorted()
    self.init(
      read: { path throws(Failure) in
        guard let found = bytes[path] else { throw Failure(.noSuchFile) }
        return found
      },
      list: { folder throws(Failure) in
        let start = folder.isEmpty || folder == "." ? "" : folder + "/"
        var found: [String] = []
        for name in names where name.hasPrefix(start) {
          let rest = name.dropFirst(start.count)
          let first = String(rest.prefix { $0 != "/" })
          if !found.contains(first) { found.append(first) }
        }
        return found
      },
      kind: { path in
        if bytes[path] != nil { return .file }
        let isRoot = path.isEmpty || path == "."
        return isRoot || names.contains { $0.hasPrefix(path + "/") } ? .folder : nil
      })
  }
}

// MARK: - Diagnostics as programs read them

/// A message in its JSON form.
struct Message: Decodable {
  struct Edit: Decodable {
    let start: Int
    let end: Int
    let replacement: String
  }
  struct Mend: Decodable {
    let title: String
    let line: String?
    let edits: [Edit]
  }
  let severity: String
  let code: String
  let message: String
  let mends: [Mend]

  /// Each line of what a session in the JSON form says on standard error.
  static func all(in errors: String) throws -> [Message] {
    try errors.split(separator: "\n").map {
      try JSONDecoder().decode(Message.self, from: Data($0.utf8))
    }
  }
}

extension Message.Mend {
  /// The text with the edits made.
  func made(in text: String) -> String {
    var bytes = Array(text.utf8)
    for edit in edits.sorted(by: { $0.start > $1.start }) {
      bytes.replaceSubrange(edit.start..<edit.end, with: edit.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
