// The sample of every kind, damaged at random: nothing crashes, and what is lost is named.
import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

struct DamagedSampleTests {
  /// A sample that reads without a remark, cut into cells where its cells hold no separators.
  struct Sheet {
    let sample: KindSampleTests.Sample
    let clean: LoadedExport
    let separator: Character
    var rows: [[Substring]]
    /// The place of the header among the rows.
    let header: Int

    func bytes(_ rows: some Sequence<[Substring]>) -> [UInt8] {
      var text = ""
      for row in rows {
        text += row.joined(separator: String(separator))
        text += "\n"
      }
      return Array(text.utf8)
    }
  }

  static func read(
    _ bytes: [UInt8], _ sample: KindSampleTests.Sample
  ) -> [PartReading] {
    let parts = ExportReader(path: sample.name, fixed: sample.fixed).read(bytes, by: .shipped)
    // By windows and streams it is the same, damage included.
    let effort = ReadEffort(workerCount: 2, leastShare: 60, windowSize: 90, leastLargeFile: 0)
    let windows = ExportReader(path: sample.name, fixed: sample.fixed, effort: effort)
      .read(.made(of: bytes), by: .shipped)
    #expect(windows == parts, "\(sample): \(windows.summary) for \(parts.summary)")
    return parts
  }

  /// The samples that are one table of text, as cells.
  static func sheets() throws -> [Sheet] {
    try KindSampleTests.samples().compactMap { sample in
      guard let first = sample.text.first, first != "{", first != "[", first != "<",
        !sample.text.contains("\""),
        let clean = try? read(Array(sample.text.utf8), sample).onlyExport()
      else { return nil }
      let lines = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
      let separators: [Character] = ["\t", ",", ";"]
      let widths = separators.map { separator in
        (separator, lines.map { line in line.count { $0 == separator } }.max() ?? 0)
      }
      guard let (separator, width) = widths.max(by: { $0.1 < $1.1 }), width > 1 else { return nil }
      let rows = lines.map { $0.split(separator: separator, omittingEmptySubsequences: false) }
        .filter { $0 != [""] }
      guard let kind = ExportRecogniser.shipped.kinds.first(where: { $0.name == sample.kind })
      else { return nil }
      let known = Set(
        (kind.readHeaders + kind.privateHeaders + kind.ignoredHeaders).map(HeaderName.init))
      let knownCounts = rows.map { row in
        row.count { known.contains(HeaderName(String($0))) }
      }
      let most = knownCounts.max() ?? 0
      // A total below the rows is known by its first cells: these cannot stand anywhere.
      guard most > 1, let header = knownCounts.firstIndex(of: most), kind.footers.isEmpty,
        kind.ends.isEmpty
      else { return nil }
      return Sheet(
        sample: sample, clean: clean, separator: separator, rows: rows, header: header)
    }
  }

  /// What holds for any bytes: each part is read, with every row of it, or a reason is given.
  static func check(_ parts: [PartReading], _ about: String) {
    #expect(!parts.isEmpty, "\(about)")
    for part in parts {
      switch part.outcome {
      case .read(let export):
        #expect(export.rejects.allSatisfy { !$0.reason.isEmpty && $0.line > 0 }, "\(about)")
        #expect(export.rejects.count <= export.rowsRead, "\(about)")
        let merged = ExportMerge.merge([export, export], kinds: ExportRecogniser.shipped.kinds)
        #expect(merged.files.count == 2, "\(about)")
      case .passedOver(let failure), .unread(let failure):
        #expect(!failure.reason.english.isEmpty && !failure.reason.chinese.isEmpty, "\(about)")
      }
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>) func bytes(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    func upTo(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }
    let strangers: [[UInt8]] = [
      [0], [0x22], [0x0D], [0x0A], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x09], [0x2C], [0x1B, 0x5B],
      Array("9".utf8) + Array(repeating: 0x39, count: 30), Array("-1e999".utf8),
      Array("0000-00-00".utf8), [0xE2, 0x80, 0xA8],
    ]
    for sample in try KindSampleTests.samples() {
      let bytes = Array(sample.text.utf8)
      let cut = Array(bytes[..<upTo(bytes.count)])
      var flipped = bytes
      for _ in 0...upTo(6) {
        flipped[upTo(flipped.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      var strange = bytes
      for _ in 0...upTo(4) {
        strange.insert(contentsOf: strangers[upTo(strangers.count)], at: upTo(strange.count))
      }
      for (name, damaged) in [("cut", cut), ("flipped", flipped), ("strange", strange)] {
        Self.check(Self.read(damaged, sample), "\(sample) \(name) by seed \(seed)")
      }
    }
  }

  /// A download that stops in the middle of a row: what there is of the row is named.
  @Test func cutInTheLastRow() throws {
    var count = 0
    for sheet in try Self.sheets() {
      guard let last = sheet.rows.last, last.count == sheet.rows[sheet.header].count,
        let cell = last.first, !cell.isEmpty,
        case .read(let shorter)? = Self.read(
          sheet.bytes(sheet.rows.dropLast()), sheet.sample
        ).first?.outcome,
        // Else it is no row of the table but a total or a note.
        shorter.rowsRead < sheet.clean.rowsRead
      else { continue }
      let cut = Array(sheet.bytes(sheet.rows.dropLast() + [[cell]]).dropLast())
      guard case .read(let export)? = Self.read(cut, sheet.sample).first?.outcome else {
        Issue.record("\(sheet.sample) is not read")
        continue
      }
      #expect(export.rejects.count == 1, "\(sheet.sample)")
      #expect(export.table.rowCount == shorter.table.rowCount, "\(sheet.sample)")
      count += 1
    }
    #expect(count > 80)
  }

  @Test func columnsInAnyOrder() throws {
    var random = SplitMix(state: 77)
    var count = 0
    for sheet in try Self.sheets() {
      // A name above a table twice: the first of them is read.
      let names = sheet.rows[sheet.header].map { HeaderName(String($0)) }
      guard Set(names).count == names.count else { continue }
      var order = Array(names.indices)
      for place in order.indices.reversed() {
        order.swapAt(place, Int(random.next() % UInt64(place + 1)))
      }
      let rows = sheet.rows.map { row in
        row.count == order.count ? order.map { row[$0] } : row
      }
      switch Self.read(sheet.bytes(rows), sheet.sample).first?.outcome {
      case .read(let export):
        #expect(export.kind == sheet.clean.kind, "\(sheet.sample)")
        #expect(export.table == sheet.clean.table, "\(sheet.sample)")
        #expect(export.rejects == [], "\(sheet.sample)")
        count += 1
      case .passedOver(let failure), .unread(let failure):
        Issue.record("\(sheet.sample): \(failure.reason.english)")
      case nil: Issue.record("\(sheet.sample) has no part")
      }
    }
    #expect(count > 80)
  }

  /// A column whose name nobody knows is named, or why the file is not read without it.
  @Test func columnsRenamedAndDoubled() throws {
    var random = SplitMix(state: 78)
    for sheet in try Self.sheets() {
      let headers = sheet.rows[sheet.header]
      let column = Int(random.next() % UInt64(headers.count))
      func rows(_ change: (Int, [Substring]) -> [Substring]) -> [[Substring]] {
        sheet.rows.enumerated().map { number, row in
          row.count == headers.count ? change(number, row) : row
        }
      }
      let renamed = rows { number, row in
        var row = row
        if number == sheet.header { row[column] = "Somewhat else" }
        return row
      }
      switch Self.read(sheet.bytes(renamed), sheet.sample).first?.outcome {
      case .read(let export):
        #expect(export.unusedHeaders.contains("Somewhat else"), "\(sheet.sample)")
      case .passedOver(let failure), .unread(let failure):
        #expect(!failure.reason.english.isEmpty, "\(sheet.sample)")
      case nil: Issue.record("\(sheet.sample) has no part")
      }
      // A column twice is read once.
      let doubled = rows { _, row in row + [row[column]] }
      guard !headers[column].isEmpty,
        case .read(let export)? = Self.read(sheet.bytes(doubled), sheet.sample).first?.outcome
      else { continue }
      #expect(export.table == sheet.clean.table, "\(sheet.sample): \(headers[column]) twice")
    }
  }

  /// A row with a cell too many or too few is named by its line, and no other row is touched.
  @Test func rowsThatHaveSlipped() throws {
    for sheet in try Self.sheets() {
      guard sheet.clean.rejects.isEmpty,
        let last = sheet.rows.lastIndex(where: { $0.count == sheet.rows[sheet.header].count }),
        last > sheet.header
      else { continue }
      // The last cell of the last row is filled, so that the row is longer, not ended by a blank.
      var rows = sheet.rows
      rows.insert(rows[last] + ["more"], at: last + 1)
      guard case .read(let export)? = Self.read(sheet.bytes(rows), sheet.sample).first?.outcome
      else {
        Issue.record("\(sheet.sample) is not read")
        continue
      }
      let lines = export.rejects.map(\.line)
      #expect(lines.count == 1, "\(sheet.sample): \(lines), \(export.rejects.map(\.reason))")
      #expect(export.table.rowCount == sheet.clean.table.rowCount, "\(sheet.sample)")
    }
  }
}
