// The cache never shows: sessions with it write what sessions without it write.
import FoundationEssentials
import KepiCache
import Synchronization
import Testing

struct CachedSessionTests {
  /// One case for each set of files: the cache knows no questions.
  private static let cases: [CorpusCase] = {
    var known: Set<[String]> = []
    return Corpus.cases.filter { item in
      !item.files.isEmpty && known.insert(item.files.flatMap { [$0.path, $0.text] }).inserted
    }
  }()

  @Test(arguments: cases)
  func `answers are the same without a cache, filling it, and from it`(_ item: CorpusCase) throws {
    let disk = try CacheDisk(item.files)
    func run(_ disk: CacheDisk?) -> SessionRun {
      SessionRun(
        files: item.files, script: (item["script"] ?? "") + Self.more, options: item.options,
        disk: disk)
    }
    let plain = run(nil)
    #expect(run(disk) == plain)
    let kept = disk.cache.entries()
    #expect(run(disk) == plain)
    #expect(disk.cache.entries() == kept)
  }

  /// What else is told of files.
  private static let more = "\nshow loads\nshow rejects\nshow sources\ncoverage over all\n"

  @Test func `most files of the corpus are kept`() throws {
    let kept = try Self.cases.prefix(40).map { item in
      let disk = try CacheDisk(item.files)
      _ = SessionRun(
        files: item.files, script: item["script"] ?? "", options: item.options, disk: disk)
      return disk.cache.entries().isEmpty ? 0 : 1
    }
    #expect(kept.reduce(0, +) > 30)
  }

  private static let files = [
    (path: "a.csv", text: "date,sent,units\n2026-09-01,2026-08-01,5\n2026-09-02,2026-08-02,7\n")
  ]

  private func run(_ script: String, _ disk: CacheDisk?) -> SessionRun {
    SessionRun(files: Self.files, script: script, disk: disk)
  }

  @Test func `another definition reads the file anew`() throws {
    let disk = try CacheDisk(Self.files)
    let definitions = [
      "source sales from \"a.csv\" { time: date }", "source sales from \"a.csv\" { time: sent }",
      "source sales from \"a.csv\" { time: date\n text: units }",
      "source other from \"a.csv\" { time: date }",
      "load \"a.csv\" as sales with store = \"Nord\"",
    ]
    for definition in definitions + definitions {
      let script =
        definition + "\nshow sources\nshow loads\nrows(sales) by day\n"
        + "set receipts full\nset format json\nrows(sales) by day\n"
      #expect(run(script, disk) == run(script, nil), "\(definition)")
    }
    #expect(disk.cache.entries().count == definitions.count)
  }

  @Test func `what came from where is told`() throws {
    let disk = try CacheDisk(Self.files)
    let script = "source sales from \"a.csv\" { time: date }\nshow cache\n"
    #expect(run(script, disk).output.contains("\"read, and kept now\""))
    let second = run(script, disk)
    #expect(second.output.contains("from the cache"))
    #expect(second.messages.contains(disk.cache.path) && second.messages.contains("1 export,"))
    #expect(run(script, nil).messages.contains("no cache in this run"))
  }

  /// Put together anew with each file, the rows of all are written when the script is through.
  @Test func `files loaded one by one are kept together once`() throws {
    let names = ["a", "b", "c", "d"]
    let files = names.enumerated().map { place, name in
      (path: "\(name).csv", text: "day,units\n2026-09-0\(place + 1),\(place)\n")
    }
    let written = Mutex<[String]>([])
    let disk = try CacheDisk(files)
    disk.cache.noteWriting = { name in written.withLock { $0.append(name) } }
    let script = names.map { "load \"\($0).csv\" as sales\nrows(sales) over all" }
      .joined(separator: "\n")
    let first = SessionRun(files: files, script: script, disk: disk)
    #expect(first.status == 0)
    // One for each file, and one for all of them.
    #expect(Set(written.withLock { $0 }).count == 5)
    #expect(written.withLock { $0.count } == 5)
    #expect(SessionRun(files: files, script: script, disk: disk) == first)
    #expect(written.withLock { $0.count } == 5)
  }

  @Test func `an added file alone is read`() throws {
    let disk = try CacheDisk(Self.files)
    let script = "source sales from \"*.csv\" { time: date }\nshow cache\nrows(sales) over all\n"
    _ = run(script, disk)
    let more = Self.files + [(path: "b.csv", text: "date,sent,units\n2026-09-03,2026-08-03,1\n")]
    try disk.write(more)
    let both = SessionRun(files: more, script: script, disk: disk)
    #expect(both.output.contains("a.csv,,from the cache"))
    #expect(both.output.contains("b.csv,,"))
    #expect(both.output.contains("\"read, and kept now\""))
  }
}

/// The files of a session once more on a disk, so that they can be kept, and where they are.
final class CacheDisk {
  let folder: String
  var cache: CacheFolder

  init(_ files: [(path: String, text: String)]) throws {
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "kepi-disk-\(UInt64.random(in: .min ... .max))").path
    var cache = CacheFolder(path: folder + "/.cache")
    cache.leastExport = 0
    cache.tick = 0
    cache.leastMerged = 0
    self.cache = cache
    try write(files)
  }

  func write(_ files: [(path: String, text: String)]) throws {
    for file in files {
      let url = URL(filePath: place(of: file.path))
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
  }

  func place(of path: String) -> String { "\(folder)/\(path)" }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
