// The product asked through a session over made-up files, its answer read back from CSV.
import KepiEngine
import KepiShell
import Synchronization

final class Product {
  private let output = Collected()
  private let errors = Collected()
  private let session: Session
  let isReady: Bool
  let startErrors: String

  /// - Parameter parts: how many files the rows of each source come in.
  init(
    _ world: World, parts: Int = 1,
    effort: ScanEffort = ScanEffort(workerCount: 2, leastColumnLines: 1)
  ) {
    var files = Dictionary(
      uniqueKeysWithValues: world.files.map { ($0.name, Array($0.text.utf8)) })
    var script = world.script
    if parts > 1 {
      for source in world.sources {
        files["\(source.name).csv"] = nil
        for (number, text) in source.csv(inParts: parts).enumerated() {
          files["\(source.name)-part\(number).csv"] = Array(text.utf8)
        }
        script = script.replacing(
          "source \(source.name) from \"\(source.name).csv\"",
          with: "source \(source.name) from \"\(source.name)-part*.csv\"")
      }
    }
    let disk = files
    let access = FileAccess(
      read: { path throws(FileAccess.Failure) in
        guard let bytes = disk[path] else { throw FileAccess.Failure(.noSuchFile) }
        return bytes
      },
      list: { _ throws(FileAccess.Failure) in disk.keys.sorted() },
      kind: { path in path == "." ? .folder : disk[path] == nil ? nil : .file })
    var options = SessionOptions()
    options.format = .csv
    options.readsInit = false
    options.effort = effort
    let (output, errors) = (self.output, self.errors)
    session = Session(
      options: options,
      streams: SessionStreams(
        output: { output.add($0) }, errors: { errors.add($0) }, terminalColumns: nil),
      files: access)
    isReady = session.start(paths: [], statements: [script]) == .success
    startErrors = errors.take()
  }

  /// The answer, or `nil` and what was said where it is refused.
  func ask(_ question: String) -> (answer: ProductAnswer?, said: String) {
    _ = output.take()
    _ = errors.take()
    let outcome = session.run(question, named: "question", isInteractive: true)
    let said = errors.take()
    guard outcome == .success else { return (nil, said) }
    return (ProductAnswer(csv: output.take()), said)
  }
}

private final class Collected: Sendable {
  private let text = Mutex("")
  func add(_ more: String) { text.withLock { $0 += more } }
  func take() -> String {
    text.withLock { text in
      defer { text = "" }
      return text
    }
  }
}

struct ProductAnswer {
  let columns: [String]
  let lines: [[String]]
  let csv: String

  init(csv: String) {
    self.csv = csv
    var records: [[String]] = []
    for line in csv.split(separator: "\n", omittingEmptySubsequences: true) {
      records.append(ProductAnswer.fields(line))
    }
    // Columns of currencies stand beside amounts of several; made-up names never end like them.
    let names = records.first ?? []
    let kept = names.indices.filter { names[$0] != "currency" && !names[$0].hasSuffix(" currency") }
    columns = kept.map { names[$0] }
    lines = records.dropFirst().map { record in
      kept.map { record.indices.contains($0) ? record[$0] : "" }
    }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields: [String] = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
