// The sample of every kind in other containers, encodings and separators, whole and damaged: what is
// whole says the same, what is cut is noticed, what is lost is named.
import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

struct DamagedContainerTests {
  private typealias Samples = DamagedSampleTests

  private struct Packed {
    let name: String
    let bytes: [UInt8]
  }

  private static func packed(_ sample: KindSampleTests.Sample) -> [Packed] {
    let text = Array(sample.text.utf8)
    return [
      Packed(name: "gzip", bytes: Deflate.pack(text, .gzip)),
      Packed(name: "zip", bytes: ZipWriter.archive([(sample.name, text)])),
      Packed(
        name: "stored", bytes: ZipWriter.archive([(sample.name, text)], .init(isStored: true))),
      Packed(
        name: "zip of gzip",
        bytes: ZipWriter.archive([(sample.name, Deflate.pack(text, .gzip))])),
    ]
  }

  private static func tables(_ parts: [PartReading]) -> [Table] {
    parts.compactMap { part in
      if case .read(let export) = part.outcome { export.table } else { nil }
    }
  }

  @Test func everyKindIsReadInAnyContainer() throws {
    var count = 0
    for sample in try KindSampleTests.samples() {
      let clean = Self.tables(Samples.read(Array(sample.text.utf8), sample))
      for packed in Self.packed(sample) {
        let parts = Samples.read(packed.bytes, sample)
        #expect(Self.tables(parts) == clean, "\(sample) as \(packed.name): \(parts.summary)")
        count += 1
      }
    }
    #expect(count > 600)
  }

  /// A container that was cut anywhere is noticed: there is no table with fewer rows.
  @Test(arguments: 1...2 as ClosedRange<UInt64>) func cutContainers(_ seed: UInt64) throws {
    var random = SplitMix(state: 900 + seed)
    for sample in try KindSampleTests.samples() {
      for packed in Self.packed(sample) {
        let length = 3 + Int(random.next() % UInt64(packed.bytes.count - 3))
        let parts = Samples.read(Array(packed.bytes[..<length]), sample)
        Samples.check(parts, "\(sample) as \(packed.name), cut at \(length)")
        #expect(Self.tables(parts).isEmpty, "\(sample) as \(packed.name), cut at \(length)")
      }
    }
  }

  /// Checksums stand for what is inside: either all of it is read as it is, or it is refused. Where
  /// both ends of an archive are damaged it may be taken for a text, whose losses are named.
  @Test(arguments: 1...2 as ClosedRange<UInt64>) func flippedContainers(_ seed: UInt64) throws {
    var random = SplitMix(state: 950 + seed)
    for sample in try KindSampleTests.samples() {
      let clean = Self.tables(Samples.read(Array(sample.text.utf8), sample)).map(\.rowCount)
      for packed in Self.packed(sample) {
        var bytes = packed.bytes
        for _ in 0...Int(random.next() % 4) {
          let place = Int(random.next() % UInt64(bytes.count))
          bytes[place] = UInt8(truncatingIfNeeded: random.next())
        }
        let parts = Samples.read(bytes, sample)
        Samples.check(parts, "\(sample) as \(packed.name) by seed \(seed)")
        let found = Self.tables(parts).map(\.rowCount)
        let isNamed = parts.contains { part in
          if case .read(let export) = part.outcome { !export.rejects.isEmpty } else { false }
        }
        #expect(
          found.isEmpty || found == clean || isNamed,
          "\(sample) as \(packed.name) by seed \(seed): \(found) for \(clean), \(parts.summary)")
      }
    }
  }

  // MARK: Workbooks

  private static func entries(_ sheet: Samples.Sheet) -> [(String, [UInt8])] {
    let rows = sheet.rows.map { $0.map { String($0) } }
    let cells = rows.enumerated().map { row, cells in
      let texts = cells.enumerated().map { column, text in
        text.isEmpty
          ? ""
          : "<c r=\"\(BookWriter.letters(column))\(row + 1)\" t=\"inlineStr\"><is><t>"
            + "\(BookWriter.escaped(text))</t></is></c>"
      }
      return "<row r=\"\(row + 1)\">\(texts.joined())</row>"
    }
    return BookWriter(
      sheets: [("Sheet1", "", "<sheetData>\(cells.joined())</sheetData>")]
    ).entries
  }

  @Test func everyKindIsReadFromAWorkbook() throws {
    var count = 0
    for sheet in try Samples.sheets() {
      let book = ZipWriter.archive(Self.entries(sheet))
      guard case .read(let export)? = Samples.read(book, sheet.sample).first?.outcome else {
        Issue.record("\(sheet.sample): \(Samples.read(book, sheet.sample).summary)")
        continue
      }
      #expect(export.kind == sheet.clean.kind, "\(sheet.sample)")
      #expect(export.table == sheet.clean.table, "\(sheet.sample)")
      count += 1
    }
    #expect(count > 80)
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>) func damagedWorkbooks(_ seed: UInt64) throws {
    var random = SplitMix(state: 970 + seed)
    for sheet in try Samples.sheets() {
      // The XML inside is damaged, the archive around it is not.
      var entries = Self.entries(sheet)
      let entry = Int(random.next() % UInt64(entries.count))
      for _ in 0...Int(random.next() % 3) {
        let place = Int(random.next() % UInt64(entries[entry].1.count))
        entries[entry].1[place] = UInt8(truncatingIfNeeded: random.next() % 128)
      }
      Samples.check(
        Samples.read(ZipWriter.archive(entries, .init(isStored: true)), sheet.sample),
        "\(sheet.sample), \(entries[entry].0)")
      let book = ZipWriter.archive(Self.entries(sheet))
      let length = 3 + Int(random.next() % UInt64(book.count - 3))
      let parts = Samples.read(Array(book[..<length]), sheet.sample)
      Samples.check(parts, "\(sheet.sample), cut at \(length)")
      #expect(Self.tables(parts).isEmpty, "\(sheet.sample), cut at \(length)")
      // A sheet that ends in the middle within a whole archive.
      var cut = Self.entries(sheet)
      cut[0].1.removeLast(40 + Int(random.next() % UInt64(cut[0].1.count - 60)))
      let rest = Samples.read(ZipWriter.archive(cut), sheet.sample)
      #expect(Self.tables(rest).isEmpty, "\(sheet.sample): \(rest.summary)")
    }
  }

  // MARK: Separators and encodings

  @Test func anotherSeparator() throws {
    var count = 0
    for sheet in try Samples.sheets() {
      for separator in [",", ";", "\t", "|"] where Character(separator) != sheet.separator {
        // A cell that has it would need quotes.
        guard !sheet.sample.text.contains(separator) else { continue }
        let text = sheet.rows.map { $0.joined(separator: separator) + "\n" }.joined()
        guard
          case .read(let export)? = Samples.read(Array(text.utf8), sheet.sample).first?.outcome
        else {
          Issue.record("\(sheet.sample) with \(separator) is not read")
          continue
        }
        #expect(export.table == sheet.clean.table, "\(sheet.sample) with \(separator)")
        count += 1
      }
    }
    #expect(count > 200)
  }

  /// Rows that are parted by another sign than the header have no cells: each is named.
  @Test func rowsWithAnotherSeparatorThanTheHeader() throws {
    for sheet in try Samples.sheets() {
      let header = sheet.rows[...sheet.header].map {
        $0.joined(separator: String(sheet.separator)) + "\n"
      }
      let rows = sheet.rows[(sheet.header + 1)...].filter { $0.count > 2 }.map {
        $0.joined(separator: "|") + "\n"
      }
      guard !rows.isEmpty, !sheet.sample.text.contains("|") else { continue }
      let parts = Samples.read(Array((header + rows).joined().utf8), sheet.sample)
      Samples.check(parts, "\(sheet.sample)")
      guard case .read(let export)? = parts.first?.outcome else { continue }
      #expect(export.table.rowCount == 0, "\(sheet.sample)")
      #expect(export.rejects.count == rows.count, "\(sheet.sample): \(export.rejects.count)")
    }
  }

  @Test func anotherEncoding() throws {
    for sheet in try Samples.sheets() {
      let text = sheet.sample.text
      guard
        case .read(let wide)? =
          Samples.read(WeekReport.utf16(text), sheet.sample).first?.outcome
      else {
        Issue.record("\(sheet.sample) is not read in UTF-16")
        continue
      }
      #expect(wide.table == sheet.clean.table, "\(sheet.sample) in UTF-16")
      // Read as Latin and saved as UTF-8 before it came here: of its letters none is left.
      guard !text.allSatisfy(\.isASCII) else { continue }
      let twice = String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
      let parts = Samples.read(Array(twice.utf8), sheet.sample)
      Samples.check(parts, "\(sheet.sample), decoded twice")
      let headers = sheet.rows[sheet.header].filter { !$0.allSatisfy(\.isASCII) }
      guard case .read(let export)? = parts.first?.outcome, !headers.isEmpty else { continue }
      #expect(!export.unusedHeaders.isEmpty, "\(sheet.sample), decoded twice")
    }
  }

  // MARK: Columns and cells

  private static func givesLines(_ sheet: Samples.Sheet) -> Bool {
    ExportRecogniser.shipped.kinds.contains { $0.name == sheet.sample.kind && !$0.lines.isEmpty }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>) func aColumnMissing(_ seed: UInt64) throws {
    var random = SplitMix(state: 990 + seed)
    for sheet in try Samples.sheets() {
      let headers = sheet.rows[sheet.header]
      let column = Int(random.next() % UInt64(headers.count))
      let rows = sheet.rows.map { row -> [Substring] in
        guard row.count == headers.count else { return row }
        var row = row
        row.remove(at: column)
        return row
      }
      let about = "\(sheet.sample) without \(headers[column])"
      switch Samples.read(sheet.bytes(rows), sheet.sample).first?.outcome {
      case .read(let export):
        // Nothing else is lost with it; what tells a row from a total may be.
        #expect(export.rejects.allSatisfy { !$0.reason.isEmpty }, "\(about)")
        // Where a column is a line of its own, its lines go with it.
        let isLines = Self.givesLines(sheet)
        #expect(isLines || export.rowsRead >= sheet.clean.table.rowCount, "\(about)")
      case .passedOver(let failure), .unread(let failure):
        #expect(!failure.reason.english.isEmpty && !failure.reason.chinese.isEmpty, "\(about)")
      case nil: Issue.record("\(about) has no part")
      }
    }
  }

  /// A quote or a NUL in one cell costs at most the row that it stands in.
  @Test func quotesAndNULsInTheLastRow() throws {
    var random = SplitMix(state: 995)
    for sheet in try Samples.sheets() {
      let width = sheet.rows[sheet.header].count
      guard let last = sheet.rows.lastIndex(where: { $0.count == width }), last > sheet.header
      else { continue }
      let column = Int(random.next() % UInt64(width))
      for stranger in ["\"", "a \"b\" c", "\u{0}", "x\u{0}y", "\"\"", "'"] {
        var rows = sheet.rows
        rows[last][column] = Substring(stranger)
        let about = "\(sheet.sample), \(sheet.rows[sheet.header][column]) is \(stranger)"
        let parts = Samples.read(sheet.bytes(rows), sheet.sample)
        Samples.check(parts, about)
        guard case .read(let export)? = parts.first?.outcome else { continue }
        let lost = sheet.clean.table.rowCount - export.table.rowCount
        // What an order or a row shares among several lines goes with it.
        #expect(lost <= 0 || !export.rejects.isEmpty || Self.givesLines(sheet), "\(about)")
      }
    }
  }

  /// Ten megabytes in one cell of every container: a number cannot be one, and is named.
  @Test func tenMegabytesInACell() throws {
    let header = [
      "Date", "Campaign Name", "Ad Group Name", "Advertised ASIN", "Impressions", "Spend",
    ]
    let long = String(repeating: "9", count: 10 << 20)
    let rows = [
      header, ["2026-03-01", "c", "g", "B1", "10", "1.25"],
      ["2026-03-02", "c", "g", "B1", "10", long],
      ["2026-03-03", "c", "g", "B1", "10", "2.50"],
    ]
    let text = Array(rows.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
    let records = rows.dropFirst().map { row in
      "{" + zip(header, row).map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + "}"
    }
    let json = Array("[\(records.joined(separator: ","))]".utf8)
    let book = BookWriter.book(
      rows.enumerated().map { number, row in
        let cells = row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
        return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
      }.joined())
    for (name, bytes) in [
      ("gzip", Deflate.pack(text, .gzip)), ("zip", ZipWriter.archive([("a.csv", text)])),
      ("JSON", json), ("workbook", book),
    ] {
      let parts = ExportReader(path: name).read(bytes, by: .shipped)
      Samples.check(parts, name)
      switch parts.first?.outcome {
      case .read(let export):
        #expect(export.rejects.count == 1 && export.table.rowCount == 2, "\(name)")
        #expect(export.table.sum("spend") == "3.75", "\(name)")
        #expect(export.rejects.allSatisfy { ($0.text ?? "").utf8.count <= 400 }, "\(name)")
      case .passedOver(let failure), .unread(let failure):
        // So large a cell, or so much of the same byte, is refused as a whole.
        #expect(failure.reason.english.contains("more than"), "\(name): \(failure.reason.english)")
      case nil: Issue.record("\(name) has no part")
      }
    }
  }
}
