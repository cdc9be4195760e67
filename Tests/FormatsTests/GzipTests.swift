// Gzip files that are expanded stretch by stretch while their rows are read.
import KepiContainers
import KepiFormats
import Testing

struct GzipTests {
  /// Two members, as some programs write them, of text that packs well and less well.
  private static func packed(seed: UInt64, _ bytes: [UInt8]) -> [UInt8] {
    var random = SplitMix(state: seed)
    let cut = Int(random.next() % UInt64(bytes.count))
    return Deflate.pack(Array(bytes[..<cut]), .gzip) + Deflate.pack(Array(bytes[cut...]), .gzip)
  }

  private static func text(rowCount: Int) -> String {
    var random = SplitMix(state: 7)
    var text = "day,sku,amount\n"
    for row in 0..<rowCount {
      text += "2026-01-\(10 + row % 20),SKU-\(random.next() % 5000),\(random.next() % 100_000)\n"
    }
    return text
  }

  private static func expanded(_ packed: [UInt8]) throws(ContainerFailure) -> ExpandedFile {
    try ExpandedFile(.made(of: packed), .gzip, budget: ExpansionBudget(.standard))
  }

  @Test func bytesOfAnyPlace() throws {
    // More than lies between two states that are kept.
    let text = Array(Self.text(rowCount: 800_000).utf8)
    let file = try Self.expanded(Self.packed(seed: 1, text))
    #expect(file.size == text.count)
    var random = SplitMix(state: 2)
    var offset = 0
    for number in 0..<120 {
      let count = min(Int(random.next() % 700_000) + 1, text.count - offset)
      var bytes = [UInt8](repeating: 0, count: count)
      #expect(file.read(offset, &bytes))
      #expect(bytes.elementsEqual(text[offset..<offset + count]), "\(count) bytes from \(offset)")
      // Window after window, going back a little, and sometimes anywhere.
      offset += max(1, count - Int(random.next() % 100))
      if number % 20 == 19 || offset >= text.count {
        offset = Int(random.next() % UInt64(text.count))
      }
    }
    var beyond = [UInt8](repeating: 0, count: 10)
    #expect(!file.read(text.count - 9, &beyond))
    #expect(file.read(text.count - 10, &beyond))
  }

  @Test func whatIsCutOrDamagedIsRefused() throws {
    let packed = Self.packed(seed: 3, Array(Self.text(rowCount: 3000).utf8))
    for count in stride(from: 1, to: packed.count, by: 997) {
      // Where the first member ends, the file may have ended.
      guard let file = try? Self.expanded(Array(packed[..<count])) else { continue }
      #expect(packed[count...].starts(with: [0x1F, 0x8B]), "\(count) bytes, \(file.size) expanded")
    }
    var damaged = packed
    damaged[packed.count - 6] ^= 1
    #expect(throws: ContainerFailure.wrongChecksum) { _ = try Self.expanded(damaged) }
  }

  @Test(arguments: [1, 3])
  func aPackedTableIsThatOfItsText(workers: Int) throws {
    let text = Array(Self.text(rowCount: 20_000).utf8)
    let effort = ReadEffort(
      workerCount: workers, leastShare: 50, windowSize: 3000, leastLargeFile: 0)
    let reader = ExportReader(path: "own.csv.gz", effort: effort)
    let schema = PlainSchema(source: "own")
    let parts = reader.readPlain(LargeFile.made(of: Self.packed(seed: 4, text)), schema)
    let whole = try reader.readPlain(text, schema).onlyExport()
    #expect(try parts.onlyExport().table == whole.table)
  }
}
