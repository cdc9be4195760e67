// A load that is stopped when all rows are read, and their columns are still to be made.
import KepiDiagnostics
import KepiFormats
import KepiShell
import Synchronization
import Testing

struct StopTests {
  /// Says to stop as soon as all rows have been read.
  private static func watch(over bytes: [UInt8], header: Int) -> ReadWatch {
    let read = Counter()
    let all = bytes.count - header
    return ReadWatch(
      isCancelled: { read.value >= all }, report: { read.add($0) })
  }

  private final class Counter: Sendable {
    private let count = Atomic(0)
    var value: Int { count.load(ordering: .relaxed) }
    func add(_ more: Int) { count.wrappingAdd(more, ordering: .relaxed) }
  }

  private static let header = "Date,Campaign Name,Ad Group Name,Advertised ASIN,Impressions,Spend\n"
  private static let bytes = Array(
    (header + String(repeating: "2026-03-01,c,g,B1,10,1.25\n", count: 400)).utf8)

  private func reader(_ watch: ReadWatch) -> ExportReader {
    ExportReader(
      path: "large.csv", effort: ReadEffort(workerCount: 1, windowSize: 500, leastLargeFile: 0),
      watch: watch)
  }

  @Test func aKnownReport() throws {
    let whole = reader(ReadWatch()).read(.made(of: Self.bytes), by: .shipped)
    guard case .read(let export)? = whole.first?.outcome else {
      Issue.record("it is not read at all")
      return
    }
    #expect(export.kind == "amazon_sp_advertised_product" && export.rowsRead == 400)
    let watch = Self.watch(over: Self.bytes, header: Self.header.utf8.count)
    #expect(reader(watch).read(.made(of: Self.bytes), by: .shipped).isEmpty)
    // Once stopped, it is not read as a whole either.
    for part in reader(watch).read(Self.bytes, by: .shipped) {
      if case .read = part.outcome { Issue.record("\(part.path) is read") }
    }
  }

  @Test func aFileOfOnesOwn() {
    let schema = PlainSchema(source: "own")
    #expect(reader(ReadWatch()).readPlain(.made(of: Self.bytes), schema).count == 1)
    let watch = Self.watch(over: Self.bytes, header: Self.header.utf8.count)
    #expect(reader(watch).readPlain(.made(of: Self.bytes), schema).isEmpty)
    for part in reader(watch).readPlain(Self.bytes, schema) {
      if case .read = part.outcome { Issue.record("\(part.path) is read") }
    }
  }
}
