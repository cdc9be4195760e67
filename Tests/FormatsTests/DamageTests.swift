import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

/// Damaged files are read as far as they go: no crash, no hang, and every row accounted for.
struct DamageTests {
  private static let files = [
    """
    Date,Ordered Product Sales,Units Ordered,Sessions - Total
    8/1/26,"$1,234.56","1,028","1,045"
    8/13/26,$987.00,49,998
    8/14/26,"$12,004.90",604,"10,422"
    """,
    "\u{FEFF}(Übergeordnete) ASIN;(Untergeordnete) ASIN;Titel;Bestellte Einheiten;"
      + "Durch bestellte Produkte erzielter Umsatz\r\n"
      + "B0AAAAAAA1;B0AAAAAAA2;\"Becher \"\"groß\"\"; blau\";800;\"17.510,95\u{A0}€\"\r\n"
      + "B0AAAAAAA1;B0AAAAAAA3;\"Becher\nklein\";\"1,028\";912,56\u{202F}€\r\n",
    "amazon-order-id\tpurchase-date\tsales-channel\tproduct-name\tsku\titem-status\tquantity\t"
      + "currency\titem-price\tship-city\n"
      + "1\t2026-06-15T19:39:08+00:00\tAmazon.de\t1/4\" bolt\tA\tShipped\t2\tEUR\t149.94\tNemo\n"
      + "2\t2026-06-15T19:39:08+00:00\tAmazon.com\t-\tB\tCancelled\t0\t\t\tNemo\n",
    "settlement-id\tdeposit-date\ttotal-amount\tcurrency\tamount-type\tamount-description\tamount\t"
      + "posted-date-time\n7\t16.05.2026 05:41:21 UTC\t6,30\tEUR\t\t\t\t\n"
      + "7\t\t\t\tItemPrice\tPrincipal\t7,29\t07.05.2026 05:00:00 UTC\n"
      + "7\t\t\t\tItemFees\tCommission\t-0,99\t07.05.2026 05:00:00 UTC\n",
  ].map { Array($0.utf8) }

  /// The same in containers.
  private static let containers: [[UInt8]] = {
    let table = BookWriter.rows([
      ["Date", "Ordered Product Sales", "Units Ordered"], ["2026-08-01", "1234.5", "7"],
      ["2026-08-02", "195.012", "8"],
    ])
    let text = Array(files[0])
    return [
      BookWriter.book(table),
      BookWriter(sheets: [("S", "", "<sheetData>\(table)</sheetData>")]).bytes(
        .init(isStored: true)),
      ZipWriter.archive([("a.csv", text), ("b.txt", files[2])], .init(isStored: true)),
      ZipWriter.archive([("a.csv", text)], .init(hasDescriptor: true, isWide: true)),
      Deflate.pack(text, .gzip),
      Array(
        """
        {"from": "2026-08-01", "rows": [{"Date": "2026-08-01", "Ordered Product Sales": 5.25,
        "Units Ordered": 1, "tags": ["a", 1]}, {"Date": "2026-08-02", "Units Ordered": 2}]}
        """.utf8),
      Array(
        """
        <SettlementReport><SettlementData><AmazonSettlementID>7</AmazonSettlementID><TotalAmount
        currency="EUR">5</TotalAmount></SettlementData><OtherFee><Amount currency="EUR">5</Amount>
        <PostedDate>2026-08-01</PostedDate></OtherFee></SettlementReport>
        """.utf8),
    ]
  }()

  /// Reads the bytes as a kind and as a file of one's own, and checks what holds for any bytes.
  private func check(_ bytes: [UInt8]) {
    let lineCount = bytes.count + 1
    for isPlain in [false, true] {
      let reader = ExportReader(path: "damaged")
      let parts =
        isPlain
        ? reader.readPlain(bytes, PlainSchema(source: "own"))
        : reader.read(bytes, by: .shipped)
      #expect(!parts.isEmpty)
      for part in parts {
        switch part.outcome {
        case .read(let export):
          #expect(export.rowsRead == export.table.rowCount + export.rejects.count)
          // A sheet may say that its rows lie far below.
          let lines = part.path == "damaged" ? 1...lineCount : 1...1_048_576
          #expect((export.rejects + export.unreadCells).allSatisfy { lines.contains($0.line) })
          _ = ExportMerge.merge([export, export], kinds: ExportRecogniser.shipped.kinds)
        case .passedOver(let failure), .unread(let failure): #expect(!failure.reason.isEmpty)
        }
      }
    }
  }

  /// A container that was cut says so; none gives a table with fewer rows.
  @Test(arguments: 0..<7) func containersCutAnywhere(_ file: Int) {
    let bytes = Self.containers[file]
    for length in 1..<bytes.count {
      let cut = Array(bytes[..<length])
      check(cut)
      for part in ExportReader(path: "cut").read(cut, by: .shipped) {
        if case .read = part.outcome { Issue.record("cut at \(length) it is read") }
      }
    }
  }

  @Test(arguments: 0..<7) func containersWithFlippedBytes(_ file: Int) {
    var random = SplitMix(state: UInt64(200 + file))
    for _ in 0..<400 {
      var bytes = Self.containers[file]
      for _ in 0...Int(random.next() % 4) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      check(bytes)
    }
  }

  /// The XML inside is damaged where the archive around it is not.
  @Test func sheetsWithFlippedBytes() throws {
    var random = SplitMix(state: 300)
    let entries = BookWriter(
      sheets: [
        ("S", "", "<sheetData>\(BookWriter.rows([["a", "b"], ["1", "x"]]))</sheetData>")
      ], sharedTexts: ["<t>a</t>"], formats: ["yyyy", "0%"]
    ).entries
    for _ in 0..<600 {
      var damaged = entries
      let entry = Int(random.next() % UInt64(entries.count))
      for _ in 0...Int(random.next() % 3) {
        let place = Int(random.next() % UInt64(damaged[entry].1.count))
        damaged[entry].1[place] = UInt8(truncatingIfNeeded: random.next() % 128)
      }
      check(ZipWriter.archive(damaged, .init(isStored: true)))
    }
  }

  @Test(arguments: 0..<4) func cutAnywhere(_ file: Int) {
    let bytes = Self.files[file]
    for length in stride(from: 0, to: bytes.count, by: 3) { check(Array(bytes[..<length])) }
  }

  @Test(arguments: 0..<4) func flippedBytes(_ file: Int) {
    var random = SplitMix(state: UInt64(file))
    for _ in 0..<150 {
      var bytes = Self.files[file]
      for _ in 0...Int(random.next() % 4) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      check(bytes)
    }
  }

  @Test(arguments: 0..<4) func bytesThatDoNotBelong(_ file: Int) {
    var random = SplitMix(state: UInt64(100 + file))
    let strangers: [[UInt8]] = [
      [0], [0x22], [0x22, 0x22], [0x0D], [0x0D, 0x0D, 0x0A], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF],
      [0x09], [0x2C], Array(repeating: 0x39, count: 400), Array(repeating: 0, count: 100),
    ]
    for _ in 0..<150 {
      var bytes = Self.files[file]
      let stranger = strangers[Int(random.next() % UInt64(strangers.count))]
      bytes.insert(contentsOf: stranger, at: Int(random.next() % UInt64(bytes.count)))
      check(bytes)
    }
  }

  @Test(arguments: 0..<4) func anotherSeparator(_ file: Int) {
    for separator in Array(",;\t|:".utf8) {
      check(Self.files[file].map { $0 == 0x09 || $0 == 0x2C || $0 == 0x3B ? separator : $0 })
    }
  }

  @Test(arguments: [UInt8(ascii: "9"), UInt8(ascii: "\""), UInt8(ascii: " "), 0x80, 0])
  func aVeryLongCell(_ filling: UInt8) {
    let file = Self.files[Int(filling) % Self.files.count]
    let head = file.prefix { $0 != 0x0A } + [0x0A]
    check(
      head + Array(repeating: filling, count: 1 << 20) + Array(file.dropFirst(head.count)))
  }

  // MARK: Columns

  private static let headers = [
    "Date", "Currency", "Campaign Name", "Ad Group Name", "Advertised SKU", "Advertised ASIN",
    "Impressions", "Clicks", "Spend", "7 Day Total Sales ",
  ]

  private static let rows = (1...6).map { number in
    [
      "2026-03-0\(number)", "EUR", "c\(number)", "g", "x\(number)", "B1", "\(100 * number)",
      "\(number)", "\(number).25", "\(10 * number)",
    ]
  }

  private static func table(_ headers: [String], _ rows: [[String]]) -> [UInt8] {
    Array(
      ([headers] + rows).map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
      }.joined().utf8)
  }

  private func only(_ bytes: [UInt8]) -> PartReading.Outcome? {
    check(bytes)
    return ExportReader(path: "damaged").read(bytes, by: .shipped).first?.outcome
  }

  @Test func columnsInAnotherOrder() throws {
    guard case .read(let clean)? = only(Self.table(Self.headers, Self.rows)) else {
      throw TestFailure()
    }
    #expect(clean.rejects == [] && clean.remarks == [] && clean.table.sum("spend") == "22.5")
    var random = SplitMix(state: 400)
    for _ in 0..<20 {
      var order = Array(Self.headers.indices)
      for place in order.indices.reversed() {
        order.swapAt(place, Int(random.next() % UInt64(place + 1)))
      }
      let bytes = Self.table(
        order.map { Self.headers[$0] }, Self.rows.map { row in order.map { row[$0] } })
      guard case .read(let export)? = only(bytes) else { throw TestFailure() }
      #expect(export.table == clean.table)
    }
  }

  /// A column that its kind needs is named where it is missing or called something else; of any
  /// other the file says that it is not used.
  @Test(arguments: headers.indices)
  func aColumnRenamedOrMissing(_ column: Int) throws {
    let isNeeded = ["Campaign Name", "Advertised ASIN", "Impressions", "Spend"]
      .contains(Self.headers[column])
    var renamed = Self.headers
    renamed[column] = "Somewhat"
    var without = Self.headers
    without.remove(at: column)
    let shorter = Self.rows.map { row in
      var row = row
      row.remove(at: column)
      return row
    }
    for (headers, rows, isRenamed) in [(renamed, Self.rows, true), (without, shorter, false)] {
      switch only(Self.table(headers, rows)) {
      case .read(let export):
        // What is read has all that was not lost.
        #expect(!isNeeded, "\(Self.headers[column])")
        #expect(export.table.rowCount == 6)
        #expect(export.table.sum("spend") == "22.5")
        if isRenamed { #expect(export.unusedHeaders.contains("Somewhat")) }
      case .passedOver(let failure), .unread(let failure):
        #expect(isNeeded || column == 0, "\(Self.headers[column])")
        let name = Self.headers[column].split(separator: " ").joined(separator: " ")
        #expect(failure.reason.english.contains("`\(name)`"), "\(failure.reason.english)")
      case nil: throw TestFailure()
      }
    }
  }

  @Test(arguments: headers.indices)
  func aColumnTwice(_ column: Int) throws {
    let bytes = Self.table(
      Self.headers + [Self.headers[column]], Self.rows.map { $0 + ["77"] })
    guard case .read(let export)? = only(bytes) else { throw TestFailure() }
    #expect(export.table.rowCount == 6)
    #expect(export.table.sum("spend") == "22.5")
    let name = Self.headers[column].split(separator: " ").joined(separator: " ")
    #expect(
      export.remarks.map(\.english)
        == ["the header `\(name)` stands 2 times; the first is read"])
  }

  /// Amounts that become lines of their own are no exception.
  @Test func anAmountTwice() throws {
    let text = """
      date/time,settlement id,type,order id,sku,description,quantity,marketplace,product sales,\
      selling fees,product sales,total
      "Aug 1, 2026 9:00:00 AM PDT",2,Order,1,A,Cup,1,amazon.com,20.00,-3.00,20.00,17.00
      """
    guard case .read(let export)? = only(Array(text.utf8)) else { throw TestFailure() }
    #expect(
      export.table.rows("amount_description", "amount") == [
        "product sales 20", "selling fees -3",
      ])
    #expect(
      export.remarks.map(\.english)
        == ["the header `product sales` stands 2 times; the first is read"])
  }

  // MARK: Losses

  /// Rows that are cut or have a cell too many are named by their lines, and no other is touched.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func everyLossIsNamed(_ seed: UInt64) throws {
    var random = SplitMix(state: 500 + seed)
    var text = Self.headers.joined(separator: ",") + "\n"
    var lost: [Int] = []
    var spend = 0
    for line in 2...80 {
      let row = [
        "2026-03-01", "EUR", "c", "g", "x\(line)", "B1", "10", "1", "\(line).00", "0",
      ]
      switch random.next() % 8 {
      case 0:
        text += row.dropLast(Int(random.next() % 8) + 1).joined(separator: ",") + "\n"
        lost.append(line)
      case 1:
        text += (row + ["more"]).joined(separator: ",") + "\n"
        lost.append(line)
      case 2:
        var row = row
        row[8] = "1\u{0}2"
        text += row.joined(separator: ",") + "\n"
        lost.append(line)
      default:
        text += row.joined(separator: ",") + "\n"
        spend += line
      }
    }
    guard case .read(let export)? = only(Array(text.utf8)) else { throw TestFailure() }
    #expect(export.rejects.map(\.line) == lost)
    #expect(export.rejects.allSatisfy { !$0.reason.isEmpty })
    #expect(export.rowsRead == 79)
    #expect(export.table.sum("spend") == "\(spend)")
  }

  /// Ten megabytes in one cell: a text is kept, a number cannot be one and is named.
  @Test(arguments: [(2, "c"), (8, "9"), (8, "x")])
  func tenMegabytesInACell(_ column: Int, _ filling: String) throws {
    var rows = Self.rows
    rows[2][column] = String(repeating: filling, count: 10 << 20)
    guard case .read(let export)? = only(Self.table(Self.headers, rows)) else {
      throw TestFailure()
    }
    #expect(export.rowsRead == 6)
    let isLost = column == 8
    #expect(export.rejects.map(\.line) == (isLost ? [4] : []))
    #expect(export.table.sum("spend") == (isLost ? "19.25" : "22.5"))
    // What is told of it is short.
    #expect(export.rejects.allSatisfy { ($0.text ?? "").utf8.count <= 400 })
  }

  /// The same table written in other encodings gives the same; read in a wrong one before it came to
  /// us, the headers that are not known any more are named.
  @Test func anotherEncoding() throws {
    let text = String(decoding: Self.files[1], as: UTF8.self).drop { $0 == "\u{FEFF}" }
    guard case .read(let clean)? = only(Array(text.utf8)) else { throw TestFailure() }
    var little: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { little += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    let western = text.unicodeScalars.map { scalar -> UInt8 in
      scalar.value < 0x100 ? UInt8(scalar.value) : scalar == "€" ? 0x80 : 0x20
    }
    for bytes in [little, western] {
      guard case .read(let export)? = only(bytes) else { throw TestFailure() }
      #expect(export.table == clean.table)
    }
    let twice = Array(String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) })).utf8)
    switch only(twice) {
    case .read(let export): #expect(!export.unusedHeaders.isEmpty)
    case .unread(let failure): #expect(failure.reason.english.contains("lacks"))
    case .passedOver, nil: Issue.record("what is lost is not said")
    }
  }

  private struct TestFailure: Error {}

  @Test func manyQuotesThatNeverClose() {
    let row = Array("2026-08-01,\"5,1\n".utf8)
    var bytes = Array("Date,Ordered Product Sales,Units Ordered\n".utf8)
    for _ in 0..<20_000 { bytes += row }
    check(bytes)
  }
}
