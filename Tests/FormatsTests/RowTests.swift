// Rows found many at a time, in shares and in windows, are those that a person sees.
import Glibc
import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiFormats
import Synchronization
import Testing

struct RowTests {
  /// A text, and the cells that it means.
  struct Table {
    var text = "a,b,c\n"
    var cells: [[String]] = []
    var lines: [Int] = []
    var rejectedLines: [Int] = []
    private var line = 2

    /// - Parameter lineEnd: between the rows.
    init(seed: UInt64, rowCount: Int, lineEnd: String) {
      var random = Random(seed: seed)
      let isPlain = random.next(4) == 0
      for _ in 0..<rowCount {
        let kind = isPlain ? 9 : random.next(30)
        switch kind {
        case 0:
          add(lineEnd, lineEnd)
          continue
        case 1:
          add(",,", lineEnd)
          continue
        case 2:
          rejectedLines.append(line)
          add("x,y", lineEnd)
          continue
        case 3:
          rejectedLines.append(line)
          add("1,2,3,4", lineEnd)
          continue
        default: break
        }
        var row: [String] = []
        var written: [String] = []
        for _ in 0..<3 {
          let cell = Self.contents[random.next(isPlain ? Self.plainCount : Self.contents.count)]
          row.append(cell)
          let needsQuotes = cell.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
          written.append(
            needsQuotes || (!isPlain && random.next(5) == 0)
              ? "\""
                + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(
                  separator: "\"\"") + "\"" : cell)
        }
        guard row.contains(where: { !$0.isEmpty }) else {
          add(written.joined(separator: ","), lineEnd)
          continue
        }
        cells.append(row)
        lines.append(line)
        line += row.reduce(0) { $0 + $1.count { $0 == "\n" } }
        add(written.joined(separator: ","), lineEnd)
      }
    }

    private mutating func add(_ row: String, _ lineEnd: String) {
      text += row == lineEnd ? row : row + lineEnd
      line += 1
    }

    private static let plainCount = 9
    private static let contents = [
      "", "0", "12", "3.50", "Nord", "SKU-000123", "fifteen letters", "sixteen letters!",
      "größe 大", "a,b", "say \"so\"", "two\nlines", "\"",
      String(repeating: "long,", count: 12) + "end",
    ]
  }

  struct Random {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
    mutating func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(truncatingIfNeeded: state % UInt64(bound))
    }
  }

  private static var schema: PlainSchema {
    var schema = PlainSchema(source: "own")
    schema.textColumns = ["a", "b", "c"]
    return schema
  }

  private func readWhole(_ text: String, workers: Int) throws -> LoadedExport {
    try ExportReader(
      path: "own.csv", effort: ReadEffort(workerCount: workers, leastShare: 50)
    ).readPlain(Array(text.utf8), Self.schema).onlyExport()
  }

  private func readInParts(_ bytes: [UInt8], workers: Int, window: Int) -> [PartReading] {
    let effort = ReadEffort(
      workerCount: workers, leastShare: 50, windowSize: window, leastLargeFile: 0)
    return ExportReader(path: "own.csv", effort: effort).readPlain(.made(of: bytes), Self.schema)
  }

  @Test(arguments: ["\n", "\r\n"])
  func rowsAreThoseWritten(_ lineEnd: String) throws {
    for seed in 1...60 {
      let table = Table(seed: UInt64(seed), rowCount: seed * 3, lineEnd: lineEnd)
      let export = try readWhole(table.text, workers: 1)
      let found = (0..<export.table.rowCount).map { row in
        ["a", "b", "c"].map { export.table[$0].flatMap { text($0.column, row) } ?? "" }
      }
      #expect(found == table.cells, "seed \(seed)")
      #expect(export.rejects.map(\.line) == table.rejectedLines, "seed \(seed)")
      for workers in [2, 5] {
        #expect(try readWhole(table.text, workers: workers).table == export.table, "seed \(seed)")
      }
      for (workers, window) in [(1, 1), (1, 40), (3, 70), (2, 400), (1, 100_000)] {
        let parts = try readInParts(Array(table.text.utf8), workers: workers, window: window)
          .onlyExport()
        #expect(parts.table == export.table, "seed \(seed), \(workers) × \(window)")
        #expect(parts.rejects == export.rejects, "seed \(seed), \(workers) × \(window)")
        #expect(parts.rowsRead == export.rowsRead)
      }
    }
  }

  /// One half of the file waits until a part of it is read by whoever read the other half: a part
  /// that begins inside a cell in quotes, now and then.
  @Test(arguments: 1...8)
  func rowsOfAShareThatIsHeldUpAreThoseWritten(_ seed: Int) throws {
    let table = Table(seed: UInt64(seed), rowCount: 1500, lineEnd: "\n")
    let bytes = Array(table.text.utf8)
    let whole = try readWhole(table.text, workers: 1)
    let isHeldUp = Atomic(true)
    let file = LargeFile.made(of: bytes)
    let slow = LargeFile(size: bytes.count) { offset, room in
      if offset > bytes.count * 5 / 8 { isHeldUp.store(false, ordering: .relaxed) }
      if offset > bytes.count * 9 / 16 {
        // Where there is one core alone nobody comes.
        for _ in 0..<200 where isHeldUp.load(ordering: .relaxed) { usleep(1000) }
      }
      return file.read(offset, &room)
    }
    let effort = ReadEffort(workerCount: 2, leastShare: 50, windowSize: 300, leastLargeFile: 0)
    let found = try ExportReader(path: "own.csv", effort: effort).readPlain(slow, Self.schema)
      .onlyExport()
    #expect(found.table == whole.table)
    #expect(found.rejects == whole.rejects)
    #expect(found.rowsRead == whole.rowsRead)
  }

  private func text(_ column: Column, _ row: Int) -> String? {
    if case .text(let texts) = column { texts[row] } else { nil }
  }

  /// What ends no row in one way or another.
  @Test(arguments: [
    "a,b,c\n1,2,3\r4,5,6\r7,8,9\r", "a,b,c\r\n1,2,3\r\n4\r,5,6\r\n", "a,b,c\n1,\"2,3\n4,5,6\n",
    "a,b,c\n1,2,3", "a,b,c\n1,2,3\n\n\n", "a,b,c\n\u{FEFF}1,2,3\n",
  ])
  func partsAreTheWhole(_ text: String) throws {
    let filler = (0..<40).map { "row \($0),b,c" }.joined(separator: "\n") + "\n"
    let start = text.index(after: text.firstIndex { $0.isNewline } ?? text.startIndex)
    for text in [text, String(text[..<start]) + filler + String(text[start...]), text + filler] {
      let whole = try readWhole(text, workers: 1)
      for (workers, window) in [(1, 1), (2, 33), (3, 256), (1, 100_000)] {
        let parts = try readInParts(Array(text.utf8), workers: workers, window: window)
          .onlyExport()
        #expect(parts.table == whole.table)
        #expect(parts.rejects == whole.rejects)
        #expect(parts.remarks == whole.remarks)
      }
    }
  }

  @Test func aMarkIsLeftOut() throws {
    let text = "\u{FEFF}a,b,c\n1,2,3\n"
    let parts = readInParts(Array(text.utf8), workers: 1, window: 10)
    #expect(try parts.onlyExport().table == readWhole(text, workers: 1).table)
  }

  @Test func damagedCharactersAreCountedInAllParts() throws {
    let text =
      "a,b,c\n" + String(repeating: "some text,b,c\n", count: 80_000) + "\u{FFFD},2,\u{FFFD}\n"
    let parts = readInParts(Array(text.utf8), workers: 2, window: 10_000)
    let whole = try readWhole(text, workers: 1)
    #expect(try parts.onlyExport().remarks == whole.remarks)
    #expect(whole.remarks.count == 1)
  }
}
