// A file of a known kind says the same however its reading is shared.
import Foundation
import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiFormats
import KepiShell
import Synchronization
import Testing

struct KindRowTests {
  private func readWhole(
    _ bytes: [UInt8], _ name: String, _ fixed: [String: FixedValue], _ effort: ReadEffort
  ) -> Result<LoadedExport, ReadFailure>? {
    let parts = ExportReader(path: name, fixed: fixed, effort: effort).read(bytes, by: .shipped)
    return parts.count == 1 ? parts.first?.result : nil
  }

  private func readInParts(
    _ bytes: [UInt8], _ name: String, _ fixed: [String: FixedValue], workers: Int, window: Int
  ) -> Result<LoadedExport, ReadFailure>? {
    let effort = ReadEffort(
      workerCount: workers, leastShare: 50, windowSize: window, leastLargeFile: 0)
    let parts = ExportReader(path: name, fixed: fixed, effort: effort)
      .read(.made(of: bytes), by: .shipped)
    return parts.count == 1 ? parts.first?.result : nil
  }

  /// Every kind: what stands below the header many times over, with rows that are damaged, empty,
  /// in quotes and over two lines between them.
  @Test func everyKindIsReadTheSameInParts() throws {
    var partCount = 0
    for sample in try KindSampleTests.samples() {
      let text = Self.grown(sample.text)
      for text in [sample.text, text] {
        let bytes = Array(text.utf8)
        // Some reports hold several tables.
        guard
          let whole = readWhole(bytes, sample.name, sample.fixed, ReadEffort(workerCount: 1))
        else { continue }
        let shared = readWhole(
          bytes, sample.name, sample.fixed, ReadEffort(workerCount: 3, leastShare: 200))
        #expect(shared == whole, "\(sample)")
        for (workers, window) in [(1, 64), (3, 900), (2, 100_000)] {
          let parts = readInParts(
            bytes, sample.name, sample.fixed, workers: workers, window: window)
          partCount += 1
          #expect(parts == whole, "\(sample), \(workers) × \(window)")
        }
      }
    }
    #expect(partCount > 300)
  }

  private static func grown(_ text: String) -> String {
    let lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
    var lines = text.components(separatedBy: lineEnd)
    if lines.last == "" { lines.removeLast() }
    guard lines.count > 1, let last = lines.last else { return text }
    let separator = last.contains("\t") ? "\t" : last.contains(";") ? ";" : ","
    var grown = lines
    for number in 0..<60 {
      grown.append(lines[max(1, lines.count - 1 - number % 2)])
      switch number % 12 {
      case 3: grown.append("x\(separator)y")
      case 5: grown.append("")
      case 7: grown.append(last + separator)
      case 9: grown.append(last.replacing("1", with: "?", maxReplacements: number % 5))
      case 10:
        let cells = last.split(separator: Character(separator), omittingEmptySubsequences: false)
        // In quotes, in a text over two lines and with quotes of its own.
        grown.append(
          cells.enumerated().map { place, cell in
            cell.contains("\"")
              ? String(cell)
              : place == number % cells.count ? "\"\(cell)\n\"\"\(number)\"\"\"" : "\"\(cell)\""
          }.joined(separator: separator))
      default: break
      }
    }
    return grown.joined(separator: lineEnd) + lineEnd
  }

  /// Signs of currencies, cells that say nothing until all are seen, and faults, in places that
  /// windows and shares cut between.
  @Test(arguments: ["\n", "\r\n"])
  func amountsAndFaultsAreThoseWritten(_ lineEnd: String) throws {
    var text =
      "Date,Campaign Name,Advertised SKU,Advertised ASIN,Impressions,Clicks,Spend,"
      + "7 Day Total Sales" + lineEnd
    var spend: Int64 = 0
    var rejected: [Int] = []
    var line = 2
    for row in 0..<3_000 {
      let cents = row * 7919 % 100_000
      let day = "2026-0\(1 + row / 1_000)-\(10 + row % 17)"
      let amount = "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
      let isFaulty = row % 311 == 5
      if isFaulty { rejected.append(line) } else { spend += Int64(cents) }
      let name = row % 50 == 0 ? "\"Campaign, \(row % 9)\nof two lines\"" : "Campaign \(row % 9)"
      text +=
        "\(day),\(name),SKU-\(row % 13),B00000000\(row % 10),\(1 + row % 9).\(100 + row % 800),"
        + "\(row % 5),\(isFaulty ? "1.2.3.x" : amount),$0.00" + lineEnd
      line += row % 50 == 0 ? 2 : 1
    }
    let bytes = Array(text.utf8)
    let whole = try #require(readWhole(bytes, "a.csv", [:], ReadEffort(workerCount: 1))).get()
    #expect(whole.table.rowCount == 3_000 - rejected.count)
    #expect(whole.rejects.map(\.line) == rejected)
    var sum = "\(spend / 100).\(spend % 100 < 10 ? "0" : "")\(spend % 100)"
    while sum.hasSuffix("0") { sum.removeLast() }
    #expect(whole.table.sum("spend") == (sum.hasSuffix(".") ? String(sum.dropLast()) : sum))
    #expect(Set(whole.table.cells("currency")) == ["USD"])
    // A count has no fractions: `1.234` is more than a thousand.
    #expect(whole.table.cell("impressions", 0) == "1100")
    for (workers, window) in [(1, 200), (2, 1_000), (5, 40_000), (2, 1 << 19)] {
      let parts = readInParts(bytes, "a.csv", [:], workers: workers, window: window)
      #expect(try #require(parts).get() == whole, "\(workers) × \(window)")
    }
  }

  /// The rows that are found 64 bytes at a time are those found one by one.
  @Test func rowsOfSettlementsAddUpInAllShares() throws {
    var text =
      "settlement-id\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id\t"
      + "marketplace-name\tamount-type\tamount-description\tamount\tposted-date-time\tsku\n"
      + "11\t27.02.2026 08:00:00 UTC\t12345,60\tEUR\t\t\t\t\t\t\t\t\n"
    for row in 0..<2_000 {
      text +=
        "11\t\t\t\tOrder\tid \(row / 4)\tAmazon.de\tItemPrice\tPrincipal\t\(row % 40),5\t"
        + "\(10 + row % 18).02.2026 23:\(10 + row % 50):00 UTC\tSKU-\(row % 7)\n"
    }
    let bytes = Array(text.utf8)
    let whole = try #require(readWhole(bytes, "a.txt", [:], ReadEffort(workerCount: 1))).get()
    #expect(whole.table.rowCount == 2_000)
    #expect(whole.table.sum("amount") == "40000")
    #expect(whole.remarks.contains { $0.english.contains("the rows add up to 40000.00") })
    #expect(Set(whole.table.cells("currency")) == ["EUR"])
    for (workers, window) in [(1, 300), (3, 5_000), (2, 1 << 19)] {
      let parts = readInParts(bytes, "a.txt", [:], workers: workers, window: window)
      #expect(try #require(parts).get() == whole, "\(workers) × \(window)")
    }
  }

  /// A byte that no UTF-8 has, wherever it stands, decides of the encoding of the whole.
  @Test func damagedTextIsSurveyedFirst() throws {
    let sample = try #require(
      try KindSampleTests.samples().first { $0.kind == "amazon_sp_advertised_product" })
    var bytes = Array(Self.grown(sample.text).utf8)
    bytes[bytes.count - 40] = 0xE9
    let whole = try #require(readWhole(bytes, sample.name, [:], .all))
    #expect(readInParts(bytes, sample.name, [:], workers: 2, window: 500) == whole)
  }

  @Test func readingStops() throws {
    let sample = try #require(
      try KindSampleTests.samples().first { $0.kind == "amazon_sp_advertised_product" })
    let bytes = Array(Self.grown(sample.text).utf8)
    let asked = Atomic(0)
    let watch = ReadWatch(isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 2 })
    let effort = ReadEffort(workerCount: 1, windowSize: 500, leastLargeFile: 0)
    let reader = ExportReader(path: sample.name, effort: effort, watch: watch)
    #expect(reader.read(.made(of: bytes), by: .shipped).isEmpty)
    #expect(asked.load(ordering: .relaxed) <= 4)
  }

  @Test func whatIsReadIsReported() throws {
    let sample = try #require(
      try KindSampleTests.samples().first { $0.kind == "amazon_sp_advertised_product" })
    let bytes = Array(Self.grown(sample.text).utf8)
    let read = Atomic(0)
    let watch = ReadWatch(report: { read.wrappingAdd($0, ordering: .relaxed) })
    let effort = ReadEffort(workerCount: 2, leastShare: 50, windowSize: 500, leastLargeFile: 0)
    let reader = ExportReader(path: sample.name, effort: effort, watch: watch)
    #expect(reader.read(.made(of: bytes), by: .shipped).count == 1)
    let header = sample.text.utf8.firstIndex(of: UInt8(ascii: "\n")).map {
      sample.text.utf8.distance(from: sample.text.utf8.startIndex, to: $0) + 1
    }
    // A cell over two lines at the beginning of a share is read twice.
    #expect(read.load(ordering: .relaxed) >= bytes.count - (header ?? 0))
  }
}

extension LargeFile {
  /// A file of some bytes.
  static func made(of bytes: [UInt8]) -> LargeFile {
    LargeFile(size: bytes.count) { offset, room in
      guard offset + room.count <= bytes.count else { return false }
      for place in room.indices { room[place] = bytes[offset + place] }
      return true
    }
  }
}

extension PartReading {
  /// What was read, or why it was not.
  fileprivate var result: Result<LoadedExport, ReadFailure> {
    switch outcome {
    case .read(let export): .success(export)
    case .passedOver(let failure), .unread(let failure): .failure(failure)
    }
  }
}
