// Files that are read window by window say what they say as a whole: texts of all encodings, archives,
// workbooks, JSON and XML, whatever lies across a window's end.
import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiFormats
import KepiShell
import Synchronization
import Testing

struct WindowTests {
  private static func efforts() -> [ReadEffort] {
    [(1, 1), (1, 7), (3, 64), (2, 1000), (1, 1 << 19)].map { workers, window in
      ReadEffort(workerCount: workers, leastShare: 50, windowSize: window, leastLargeFile: 0)
    }
  }

  /// Reads bytes as a whole and in windows, and gives what the whole is.
  @discardableResult
  private static func same(
    _ bytes: [UInt8], _ name: String, _ about: String,
    _ read: (ExportReader, LargeFile) -> [PartReading]
  ) -> [PartReading] {
    let whole = read(
      ExportReader(path: name, effort: ReadEffort(workerCount: 1)), LargeFile(bytes))
    for effort in efforts() {
      let reader = ExportReader(path: name, effort: effort)
      let parts = read(reader, .made(of: bytes))
      #expect(
        parts == whole,
        "\(about) by \(effort.workerCount) × \(effort.windowSize): \(parts.summary) for \(whole.summary)"
      )
    }
    return whole
  }

  private static let schema: PlainSchema = {
    var schema = PlainSchema(source: "own")
    schema.textColumns = ["name", "note"]
    return schema
  }()

  @discardableResult
  private static func samePlain(_ bytes: [UInt8], _ about: String) -> [PartReading] {
    same(bytes, "own.csv", about) { reader, file in reader.readPlain(file, schema) }
  }

  /// Names that need two to four bytes, quotes over line ends, and rows with a cell too few.
  private static func text(_ names: [String], lineEnd: String) -> String {
    var random = SplitMix(state: 11)
    var text = "name,note,amount" + lineEnd
    for row in 0..<150 {
      let name = names[Int(random.next() % UInt64(names.count))]
      switch random.next() % 6 {
      case 0: text += "\"\(name)\(lineEnd)\"\"\(name)\"\"\",\"a, b\",\(row)" + lineEnd
      case 1: text += "\(name),,\(row)" + lineEnd + lineEnd
      case 2 where row % 5 == 0: text += "\(name),\(row)" + lineEnd
      default: text += "\(name),\(name)\(row),\(random.next() % 1000)" + lineEnd
      }
    }
    return text
  }

  private static let chinese = ["手机壳 红色", "充电器", "数据线，加长"]
  private static let japanese = ["スマホケース", "充電器の箱", "電源用ケーブル"]
  private static let western = ["Größe XL", "Café crème", "naïve", "plain"]
  private static let any = chinese + japanese + western + ["🎁 gift", "𠮷野家", "plain"]

  @Test(arguments: ["\n", "\r\n", "\r"]) func encodings(_ lineEnd: String) throws {
    let text = Self.text(Self.any, lineEnd: lineEnd)
    let units = Array(text.utf16)
    let low = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let high = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let forms: [(name: String, encoding: String, bytes: [UInt8])] = [
      ("UTF-8", "UTF-8", Array(text.utf8)),
      ("UTF-8 with a mark", "UTF-8", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      ("UTF-16", "UTF-16", [0xFF, 0xFE] + low),
      ("UTF-16, high byte first", "UTF-16", [0xFE, 0xFF] + high),
      ("UTF-16 that ends in half a unit", "UTF-16", [0xFF, 0xFE] + low + [0x41]),
      (
        "UTF-16 without a mark", "UTF-16",
        Array(Self.text(Self.western, lineEnd: lineEnd).utf16).flatMap {
          [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
        }
      ),
      (
        "GB18030", "GB18030",
        try #require(EncodedText.bytes(Self.text(Self.chinese, lineEnd: lineEnd), as: "GB18030"))
      ),
      (
        "Shift-JIS", "Shift-JIS",
        try #require(EncodedText.bytes(Self.text(Self.japanese, lineEnd: lineEnd), as: "SHIFT_JIS"))
      ),
      (
        "Windows-1252", "Windows-1252",
        try #require(EncodedText.bytes(Self.text(Self.western, lineEnd: lineEnd), as: "CP1252"))
      ),
    ]
    let expected = try Self.samePlain(Array(text.utf8), "UTF-8").onlyExport()
    #expect(expected.table.rowCount > 100 && !expected.rejects.isEmpty)
    for form in forms {
      #expect(DecodedText(form.bytes).encoding.rawValue == form.encoding, "\(form.name)")
      let found = try Self.samePlain(form.bytes, form.name).onlyExport()
      if form.encoding == "UTF-8" || form.name.hasPrefix("UTF-16,") {
        #expect(found.table == expected.table, "\(form.name)")
        #expect(found.rejects == expected.rejects, "\(form.name)")
      }
      for (name, packed) in [
        ("gzip", Deflate.pack(form.bytes, .gzip)),
        ("zip", ZipWriter.archive([("own.csv", form.bytes)])),
        ("stored", ZipWriter.archive([("own.csv", form.bytes)], .init(isStored: true))),
        ("zip of gzip", ZipWriter.archive([("own.csv", Deflate.pack(form.bytes, .gzip))])),
        ("zip of zip", ZipWriter.archive([("own.zip", ZipWriter.archive([("a", form.bytes)]))])),
      ] {
        let parts = try Self.samePlain(packed, "\(form.name) in \(name)").onlyExport()
        #expect(
          parts.table == found.table && parts.rejects == found.rejects, "\(form.name), \(name)")
      }
    }
  }

  /// Bytes that are no character of any encoding, anywhere.
  @Test func damagedCharacters() {
    for seed in 1...12 as ClosedRange<UInt64> {
      var random = SplitMix(state: seed)
      for encoding in ["UTF-8", "GB18030", "SHIFT_JIS", "CP1252"] {
        let names =
          encoding == "SHIFT_JIS"
          ? Self.japanese : encoding == "CP1252" ? Self.western : Self.chinese
        guard var bytes = EncodedText.bytes(Self.text(names, lineEnd: "\n"), as: encoding) else {
          continue
        }
        for _ in 0...Int(random.next() % 6) {
          let place = 20 + Int(random.next() % UInt64(bytes.count - 20))
          bytes[place] = UInt8(truncatingIfNeeded: random.next() | 0x80)
        }
        if seed % 3 == 0 { bytes.removeLast(1 + Int(random.next() % 3)) }
        _ = Self.samePlain(bytes, "\(encoding), seed \(seed)")
      }
    }
  }

  @Test func quotesThatNeverClose() throws {
    let rows = (0..<200).map { "row \($0),b,\($0)" }
    for place in [0, 3, 150, 199] {
      var damaged = rows
      damaged[place] = "\"row,b,1"
      let text = "name,note,amount\n" + damaged.joined(separator: "\n")
      let export = try Self.samePlain(Array(text.utf8), "a quote in row \(place)").onlyExport()
      #expect(export.rowsRead == 200)
    }
  }

  /// A quote that closes too far away is a plain sign, wherever windows end.
  @Test func quotesThatCloseTooFarAway() throws {
    let rows = (0..<400).map { "row \($0),b \($0),\($0)" }
    for (place, cell) in [
      (0, "\"never"), (7, "\"never"), (390, "\"never"), (3, "\"\""), (5, "\"\"\"\""),
      (9, "\"" + String(repeating: "line\n", count: 12) + "\""),
      (9, "\"" + String(repeating: "line\n", count: 60) + "\""),
      (9, "\"" + String(repeating: "\"\"", count: 40) + "\""),
      (9, "\"" + String(repeating: "x", count: 100) + "\""),
      (9, "\"" + String(repeating: "x", count: 101) + "\""),
    ] {
      for isEverywhere in [false, true] {
        var damaged = rows
        for row in isEverywhere ? Array(stride(from: place, to: rows.count, by: 3)) : [place] {
          damaged[row] = "\(cell),b,1"
        }
        let bytes = Array("name,note,amount\n\(damaged.joined(separator: "\n"))\n".utf8)
        let about = "\(cell.count) in row \(place)\(isEverywhere ? " and on" : "")"
        func reading(_ effort: ReadEffort, _ file: LargeFile) -> [PartReading] {
          ExportReader(path: "own.csv", effort: effort).readPlain(file, Self.schema)
        }
        let whole = reading(ReadEffort(workerCount: 1, longestCell: 100), LargeFile(bytes))
        for window in [1, 7, 64, 250, 1000] {
          for workers in [1, 3] {
            let found = reading(
              ReadEffort(
                workerCount: workers, leastShare: 50, windowSize: window, leastLargeFile: 0,
                longestCell: 100), .made(of: bytes))
            #expect(found == whole, "\(about) by \(workers) × \(window)")
          }
        }
      }
    }
  }

  /// No window grows to the end of the file in search of what closes a quote.
  @Test func noQuoteBringsAFileIntoMemory() throws {
    var text = "name,note,amount\n\"never,b,1\n"
    for row in 0..<120_000 { text += "row \(row),some words to fill the line,\(row)\n" }
    let bytes = Array(text.utf8)
    let most = Mutex(0)
    let file = LargeFile(size: bytes.count) { offset, room in
      most.withLock { $0 = max($0, room.count) }
      for place in room.indices { room[place] = bytes[offset + place] }
      return true
    }
    let effort = ReadEffort(
      workerCount: 1, windowSize: 1 << 14, leastLargeFile: 0, longestCell: 1 << 17)
    let export = try ExportReader(path: "own.csv", effort: effort).readPlain(file, Self.schema)
      .onlyExport()
    #expect(export.rowsRead == 120_001)
    // As much as is looked at to find the header, of more than four times as much.
    #expect(most.withLock { $0 } <= 1 << 20 && bytes.count > 4 << 20)
  }

  /// The first lines of a file whose first cell of text is longer than they are.
  @Test func aLongCellBelowTheHeader() throws {
    let cell = String(repeating: "x, y\n", count: 300_000)
    var text = "name,note,amount,day\nrow,\"\(cell)\",1,2026-08-01\n"
    for row in 0..<20_000 { text += "row \(row),words,\(row),2026-08-02\n" }
    let bytes = Array(text.utf8)
    let effort = ReadEffort(workerCount: 1, windowSize: 1 << 16, leastLargeFile: 0)
    let export = try ExportReader(path: "own.csv", effort: effort)
      .readPlain(.made(of: bytes), Self.schema).onlyExport()
    #expect(export.table.columns.map(\.name) == ["name", "note", "amount", "day"])
    #expect(export.table.rowCount == 20_001 && export.rejects.isEmpty)
  }

  /// A row without an end is left out and named, and the rows behind it are read.
  @Test func rowsThatDoNotEnd() throws {
    let rows = (0..<60).map { "row \($0),b,\($0)" }
    for lineEnd in ["\n", "\r\n"] {
      for zeros in [150, 300, 5000] {
        var damaged = rows
        damaged[20] = String(repeating: "\0", count: zeros)
        let bytes = Array(
          "name,note,amount\(lineEnd)\(damaged.joined(separator: lineEnd))\(lineEnd)".utf8)
        for window in [1, 64, 1000] {
          let parts = ExportReader(
            path: "own.csv",
            effort: ReadEffort(
              workerCount: 1, windowSize: window, leastLargeFile: 0, longestCell: 100)
          ).readPlain(.made(of: bytes), Self.schema)
          let export = try parts.onlyExport()
          #expect(export.table.rowCount == 59, "\(zeros) by \(window)")
          #expect(export.rejects.map(\.line) == [22], "\(zeros) by \(window)")
        }
      }
    }
  }

  // MARK: JSON and XML

  @Test func json() throws {
    var records: [String] = []
    for row in 0..<120 {
      var fields = ["\"name\": \"\(Self.any[row % Self.any.count]) \\u00e9 \(row)\""]
      if row % 3 == 0 { fields.append("\"price\": {\"amount\": \(row).50, \"currency\": \"EUR\"}") }
      if row % 7 == 0 { fields.insert("\"later\": \(row)", at: 0) }
      if row % 11 == 0 { fields.append("\"tags\": [\"a\", \"b\", 3]") }
      if row % 13 == 0 { fields.append("\"items\": [{\"sku\": \"x\"}]") }
      if row % 17 == 0 { fields.append("\"name\": \"once more\"") }
      records.append(row % 29 == 5 ? "{}" : "{\(fields.joined(separator: ", "))}")
    }
    let list = "[\(records.joined(separator: ",\n"))]"
    let documents = [
      list, records.joined(separator: "\n"),
      "{\"from\": \"2026-01-01\", \"rows\": \(list), \"to\": \"2026-01-31\"}",
      "{\"a\": \(list), \"sites\": [\"US\", \"DE\"], \"b\": [{\"sku\": \"x\", \"units\": 1}]}",
      "{\"a\": \(list), \"b\": [{\"sku\": ", "\(list) x", "{\"none\": 1}",
      "{\"message\": \"token expired\"}",
      "{"
        + (0..<20).map { "\"l\($0)\": [{\"sku\": \"\($0)\", \"units\": 1}]" }
        .joined(separator: ", ") + "}",
    ]
    var readCount = 0
    for document in documents {
      let bytes = Array(document.utf8)
      let parts = Self.samePlain(bytes, String(document.prefix(40)))
      if case .read? = parts.first?.outcome { readCount += 1 }
      Self.samePlain(Deflate.pack(bytes, .gzip), "gzip of \(document.prefix(40))")
      let units = document.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      Self.samePlain([0xFF, 0xFE] + units, "UTF-16 of \(document.prefix(40))")
    }
    #expect(readCount == 5)
  }

  // MARK: Workbooks

  @Test func workbooks() throws {
    let rows = (1...300).map { row -> String in
      let name =
        "<c r=\"A\(row)\" t=\"inlineStr\"><is><t>\(row == 1 ? "name" : "é \(row)")</t></is></c>"
      let error = row % 50 == 0 ? "<c r=\"B\(row)\" t=\"e\"><v>#N/A</v></c>" : ""
      let number =
        row == 1
        ? "<c r=\"C1\" t=\"inlineStr\"><is><t>amount</t></is></c>"
        : "<c r=\"C\(row)\"><v>\(row).25</v></c>"
      return "<row r=\"\(row < 200 ? row : row + 5)\">\(name)\(error)\(number)</row>"
    }
    let sheet = "<sheetData>\(rows.joined())</sheetData>"
    let small = "<sheetData><row><c t=\"inlineStr\"><is><t>note</t></is></c></row></sheetData>"
    let entries = BookWriter(sheets: [("Data", "", sheet), ("Cover", "", small)]).entries
    for options in [ZipWriter.Style(), .init(isStored: true)] {
      let parts = Self.samePlain(ZipWriter.archive(entries, options), "a workbook")
      let export = try #require(
        parts.compactMap { part -> LoadedExport? in
          if case .read(let export) = part.outcome { export } else { nil }
        }.first)
      #expect(export.table.rowCount == 299)
      #expect(export.remarks.contains { $0.english.contains("`#N/A`") })
    }
    // Damage behind the rows that tell what it is: nothing of the sheet is read.
    for length in [100, 9000, 20_000] {
      var cut = entries
      for place in cut.indices where cut[place].0.contains("sheet1") {
        cut[place].1.removeLast(min(length, cut[place].1.count - 10))
      }
      let parts = Self.samePlain(ZipWriter.archive(cut), "a sheet without its last \(length) bytes")
      #expect(parts.allSatisfy { if case .read = $0.outcome { false } else { true } })
    }
  }

  // MARK: Guards

  /// What is refused as a whole is refused in windows.
  @Test func limits() {
    let zeros = Array(repeating: UInt8(0), count: 1 << 20)
    let deep = Array((String(repeating: "[", count: 300)).utf8)
    let long = Array("[{\"a\": \"\(String(repeating: "x", count: 5000))\"}]".utf8)
    let wide = Array("[{\"a\": 1, \"b\": \"\(String(repeating: "y", count: 3000))\"}]".utf8)
    func limits(_ change: (inout ContainerLimits) -> Void) -> ContainerLimits {
      var limits = ContainerLimits()
      change(&limits)
      return limits
    }
    let cases: [(bytes: [UInt8], limits: ContainerLimits)] = [
      (Deflate.pack(zeros, .gzip), limits { $0.expandedBytes = 1 << 19 }),
      (Deflate.pack(zeros, .gzip), limits { $0.ratioFloor = 1 << 19 }),
      (ZipWriter.archive([("a", zeros)]), limits { $0.ratioFloor = 1 << 19 }),
      (ZipWriter.archive([("a", zeros), ("b", zeros)]), limits { $0.expandedBytes = 1 << 19 }),
      (deep, limits { _ in }), (long, limits { $0.cellBytes = 4096 }),
      (wide, limits { $0.tableBytes = 1000 }),
    ]
    for (number, entry) in cases.enumerated() {
      let whole = ExportReader(path: "a", limits: entry.limits).read(entry.bytes, by: .shipped)
      for effort in Self.efforts() {
        let parts = ExportReader(path: "a", limits: entry.limits, effort: effort)
          .read(.made(of: entry.bytes), by: .shipped)
        #expect(parts.summary == whole.summary, "\(number) by windows of \(effort.windowSize)")
      }
      #expect(
        whole.contains {
          if case .unread(let failure) = $0.outcome { failure.isGuard } else { false }
        },
        "\(number): \(whole.summary)")
    }
  }

  private final class Counter: Sendable {
    private let count = Atomic(0)
    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
  }

  /// Stopped anywhere, nothing is read and no thread stays behind.
  @Test func stopping() {
    let rows = (0..<3000).map { "{\"name\": \"n\($0)\", \"amount\": \($0)}" }
    let text = Array("[\(rows.joined(separator: ","))]".utf8)
    let table = Array(("name,amount\n" + (0..<3000).map { "n\($0),1\n" }.joined()).utf8)
    for bytes in [
      text, Deflate.pack(text, .gzip), ZipWriter.archive([("a.csv", table)]),
    ] {
      for asked in [0, 1, 5, 30] {
        let count = Counter()
        let watch = ReadWatch(isCancelled: { count.next() > asked })
        let effort = ReadEffort(
          workerCount: 2, leastShare: 50, windowSize: 64, leastLargeFile: 0)
        let reader = ExportReader(path: "a", effort: effort, watch: watch)
        #expect(reader.readPlain(.made(of: bytes), Self.schema).isEmpty)
      }
    }
  }
}
