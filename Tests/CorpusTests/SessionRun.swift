// A whole session over a disk in memory: the only file here that knows how sessions are made.
import KepiDiagnostics
import KepiEngine
import KepiFormats
import KepiReports
import KepiShell
import Synchronization

/// What a session wrote, and the status it ended with.
struct SessionRun: Equatable {
  var output = ""
  var messages = ""
  var status: Int32 = 0

  private final class Streams: Sendable {
    let output = Mutex("")
    let messages = Mutex("")
  }

  /// Runs statements over made-up files. Options are those of a case.
  init(
    files: [(path: String, text: String)], script: String,
    options written: [(name: String, value: String)] = [], disk: CacheDisk? = nil
  ) {
    var options = SessionOptions()
    options.cache = disk?.cache
    options.format = .csv
    options.readsInit = false
    // Three workers over blocks of two rows, and rollups wherever there can be one: how rows are
    // shared and what is read in their place must never show.
    options.effort = ScanEffort(
      workerCount: 3, blockSize: 2, leastShare: 1, leastColumnLines: 1,
      rollups: RollupRules(making: .atOnce, leastRows: 1, leastRowsEach: 1))
    options.readEffort = ReadEffort(
      workerCount: 3, leastShare: 8, windowSize: 100, leastLargeFile: 0)
    var paths: [String] = []
    var columns: Int?
    var drawsBlocks = false
    for option in written {
      switch option.name {
      case "format": options.format = OutputFormat(rawValue: option.value)
      case "language": options.language = Language(rawValue: option.value) ?? .english
      case "as-of": options.asOf = option.value
      case "param":
        let parts = option.value.split(separator: "=", maxSplits: 1).map(String.init)
        options.parameters.append((parts[0], parts.count > 1 ? parts[1] : ""))
      case "path": paths.append(option.value)
      case "columns": columns = Int(option.value)
      case "blocks": drawsBlocks = option.value == "yes"
      case "init": options.readsInit = option.value == "yes"
      default: preconditionFailure("`\(option.name)` is no option of a case")
      }
    }
    let streams = Streams()
    let width = columns
    var sessionStreams = SessionStreams(
      output: { text in streams.output.withLock { $0 += text } },
      errors: { text in streams.messages.withLock { $0 += text } }, terminalColumns: width)
    sessionStreams.strokes = drawsBlocks ? .blocks : .ascii
    let session = Session(
      options: options, streams: sessionStreams, files: FileAccess(files, in: disk?.folder))
    var outcome = session.start(paths: paths, statements: [])
    if outcome == .success {
      outcome = session.run(script, named: "script.kepi", isInteractive: false)
    }
    session.finish()
    output = streams.output.withLock { $0 }
    messages = streams.messages.withLock { $0 }
    status = outcome.rawValue
  }
}

extension FileAccess {
  /// A disk that has these files and the folders they lie in.
  /// - Parameter folder: where they lie once more, to be kept in a cache.
  init(_ files: [(path: String, text: String)], in folder: String? = nil) {
    let disk = folder
    var contents: [String: [UInt8]] = [:]
    var folders: [String: Set<String>] = [".": []]
    for file in files {
      contents[file.path] = Array(file.text.utf8)
      var folder = "."
      for part in file.path.split(separator: "/") {
        folders[folder, default: []].insert(String(part))
        folder = folder == "." ? String(part) : folder + "/" + part
      }
    }
    let known = contents
    let lists = folders.mapValues { $0.sorted() }
    self.init(
      read: { path throws(Failure) in
        guard let bytes = known[Paths.simplified(path)] else {
          throw Failure(.noSuchFile)
        }
        return bytes
      },
      list: { path throws(Failure) in
        guard let names = lists[path == "." ? path : Paths.simplified(path)] else {
          throw Failure(Phrase("the folder cannot be read", zh: "文件夹无法读取"))
        }
        return names
      },
      kind: { path in
        if path == "." { return .folder }
        let path = Paths.simplified(path)
        if known[path] != nil { return .file }
        return lists[path] == nil ? nil : .folder
      }, diskPath: { path in disk.map { "\($0)/\(path)" } })
  }
}
