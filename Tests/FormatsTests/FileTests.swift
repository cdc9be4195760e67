import KepiColumns
import KepiDiagnostics
import KepiFormats
import Testing

/// Whole files: encodings, headers, separators, line ends, and what is no file of ours at all.
struct FileTests {
  private static let header =
    "amazon-order-id\tpurchase-date\tsales-channel\tsku\titem-status\titem-price\tship-city"

  private func orders(_ rows: [UInt8], fixed: [String: FixedValue] = [:]) throws -> LoadedExport {
    try read(Array((Self.header + "\r\n").utf8) + rows, "orders.txt", fixed: fixed)
  }

  private func row(_ channel: String, _ sku: [UInt8]) -> [UInt8] {
    Array("1\t2026-06-15T10:00:00+00:00\t\(channel)\t".utf8) + sku
      + Array("\tShipped\t5.00\tx\r\n".utf8)
  }

  @Test func shiftJIS() throws {
    // `ボトル①　青`, then a title cut inside its last character.
    let bottle: [UInt8] = [
      0x83, 0x7B, 0x83, 0x67, 0x83, 0x8B, 0x87, 0x40, 0x81, 0x40, 0x90, 0xC2,
    ]
    let cut: [UInt8] = [0x83, 0x7B, 0x83, 0x67, 0x83]
    let export = try orders(row("Amazon.co.jp", bottle) + row("Amazon.co.jp", cut))
    #expect(export.table.cells("sku") == ["ボトル①\u{3000}青", "ボト\u{FFFD}"])
    #expect(export.table.cells("site") == ["JP", "JP"])
    #expect(export.rejects == [])
    #expect(export.remarks.map(\.english) == ["1 character cut or damaged and shown as \u{FFFD}"])
  }

  /// A header of ideographs alone, and no place that says where the file comes from.
  @Test func shiftJISWithoutKana() throws {
    let text = "日付,商品番号,数量,売上金額\n2026/03/01,0012,3,1200\n"
    let export = try readPlain(#require(ShiftJIS.bytes(text)))
    #expect(export.table.columns.map(\.name) == ["日付", "商品番号", "数量", "売上金額"])
    #expect(export.table.cells("売上金額") == ["1200"])
  }

  /// Quotes, dashes and apostrophes of Windows-1252, which would begin characters of Japanese.
  @Test func westernSignsAreNotJapanese() throws {
    let signs: [Character: UInt8] = [
      "“": 0x93, "”": 0x94, "’": 0x92, "–": 0x96, "€": 0x80, "…": 0x85,
    ]
    let text = "Título,Größe – cm,Año\n“Bügel’s” – das ’Beste’…,12 €,Ñandú\nwe’re,they’ll,it’s\n"
    let bytes = text.flatMap { letter -> [UInt8] in
      signs[letter].map { [$0] } ?? letter.unicodeScalars.map { UInt8($0.value) }
    }
    let export = try readPlain(bytes)
    #expect(export.table.columns.map(\.name) == ["Título", "Größe – cm", "Año"])
    #expect(export.table.cells("Título") == ["“Bügel’s” – das ’Beste’…", "we’re"])
  }

  @Test func windows1252() throws {
    let export = try orders(
      row("Amazon.de", Array("K".utf8) + [0xFC] + Array("chenger".utf8) + [0xE4, 0x74, 0x80]))
    #expect(export.table.cells("sku") == ["Küchengerät€"])
    #expect(export.remarks.map(\.english) == [])
  }

  @Test func aFewDamagedCharactersLeaveUTF8AsItIs() throws {
    var bytes: [UInt8] = []
    for number in 0..<20 { bytes += row("Amazon.de", Array("Gerät \(number)".utf8)) }
    bytes += row("Amazon.de", Array("Ger".utf8) + [0xC3])
    let export = try orders(bytes)
    #expect(export.table.cells("sku").last == "Ger\u{FFFD}")
    #expect(export.table.cells("sku").first == "Gerät 0")
    #expect(export.remarks.count == 1)
  }

  @Test(arguments: [true, false]) func utf16(_ highByteFirst: Bool) throws {
    let text = "\u{FEFF}Date\tOrdered Product Sales\tUnits Ordered\n2026-08-01\t5,50 €\t1\n"
    var bytes: [UInt8] = []
    for unit in text.utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += highByteFirst ? pair : pair.reversed()
    }
    #expect(
      try read(bytes).table.rows("day", "ordered_product_sales", "currency") == [
        "2026-08-01 5.5 EUR"
      ])
  }

  @Test(arguments: [true, false]) func utf16WithoutAMark(_ highByteFirst: Bool) throws {
    let text = "Date\tOrdered Product Sales\tUnits Ordered\n2026-08-01\t5,50 €\t1\n"
    var bytes: [UInt8] = []
    for unit in text.utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += highByteFirst ? pair : pair.reversed()
    }
    #expect(
      try read(bytes).table.rows("day", "ordered_product_sales", "currency") == [
        "2026-08-01 5.5 EUR"
      ])
  }

  /// Two letters in a row that would be one character of Chinese.
  @Test func portugueseIsNotChinese() throws {
    let text = "Descrição,Operação,Posição\nPromoção,Opções,1\n"
    let export = try readPlain(text.unicodeScalars.map { UInt8($0.value) })
    #expect(export.table.columns.map(\.name) == ["Descrição", "Operação", "Posição"])
    #expect(export.table.cells("Operação") == ["Opções"])
  }

  @Test func gb18030() throws {
    // 订单编号,商品,数量 / A1,杯子 蓝,2 / A2, and a character of four bytes: 𠀀.
    let header: [UInt8] = [
      0xB6, 0xA9, 0xB5, 0xA5, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC9, 0xCC, 0xC6, 0xB7, 0x2C, 0xCA,
      0xFD, 0xC1, 0xBF, 0x0A,
    ]
    let rows: [UInt8] =
      Array("A1,".utf8) + [0xB1, 0xAD, 0xD7, 0xD3, 0x20, 0xC0, 0xB6] + Array(",2\nA2,".utf8) + [
        0x95, 0x32, 0x82, 0x36,
      ] + Array(",3\n".utf8)
    let export = try readPlain(header + rows)
    #expect(export.table.columns.map(\.name) == ["订单编号", "商品", "数量"])
    #expect(export.table.rows("订单编号", "商品", "数量") == ["A1 杯子 蓝 2", "A2 𠀀 3"])
    // A title cut inside a character.
    let cut = try readPlain(header + Array("A1,".utf8) + [0xB1, 0xAD, 0xD7] + Array(",2\n".utf8))
    #expect(cut.remarks.map(\.english) == ["1 character cut or damaged and shown as \u{FFFD}"])
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\r\r\n"]) func lineEnds(_ end: String) throws {
    let text = ["Date,Ordered Product Sales,Units Ordered", "2026-08-01,5,1", "2026-08-02,6,x"]
    let export = try read(text.joined(separator: end) + end)
    #expect(export.table.cells("ordered_product_sales") == ["5"])
    #expect(export.rejects.map(\.line) == [end == "\r\r\n" ? 5 : 3])
    // The last line may lack its end.
    #expect(try read(text.joined(separator: end)).rowsRead == 2)
  }

  @Test(arguments: [",", ";", "\t", "|"]) func separators(_ separator: String) throws {
    let rows = [
      ["Date", "Ordered Product Sales", "Units Ordered"], ["2026-08-01", "5.25", "1"],
      ["", "", ""], ["2026-08-02", "6", "1"], ["", "", ""],
    ]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\n")
    let export = try read(text)
    #expect(export.table.cells("ordered_product_sales") == ["5.25", "6"])
    #expect(export.rowsRead == 2)
  }

  @Test func headersAreComparedWithoutTheirDress() throws {
    let export = try read(
      "\u{FEFF}\u{FEFF}\" DATE: \",\"Ordered\u{A0} Product\u{202F}Sales \",UNITS  ordered,"
        + "Sessions\u{A0}– Total,Sessions − Total — B2B\n2026-08-01,5,1,7,8\n")
    #expect(export.table.rows("units_ordered", "sessions", "sessions_b2b") == ["1 7 8"])
  }

  @Test func linesAboveTheHeaderArePassedOver() throws {
    let export = try read(
      """
      "Includes sales, in USD"
      Downloaded,yesterday

      Date,Ordered Product Sales,Units Ordered
      2026-08-01,5,1
      2026-08-02,5
      """)
    #expect(export.table.rowCount == 1)
    #expect(
      export.rejects == [
        Reject(
          line: 6, column: nil, text: nil,
          reason: Phrase("the row has 2 cells, the header 3", zh: "这一行有 2 个单元格，表头有 3 个"))
      ])
  }

  @Test func columnsMayStandInAnyOrderOrTwice() throws {
    let export = try read(
      "Units Ordered,Surprise,Date,Ordered Product Sales,Date\n1,?,2026-08-01,5,2027-01-01\n")
    #expect(export.table.rows("day", "units_ordered", "sessions") == ["2026-08-01 1 "])
    #expect(export.unusedHeaders == ["Surprise"])
    #expect(export.remarks.first?.english == "the header `Date` stands 2 times; the first is read")
  }

  @Test func tabFilesHaveNoQuotes() throws {
    let export = try orders(
      row("Amazon.com", Array("\"Mug 12\"".utf8)) + row("Amazon.com", Array("1/4\" bolt".utf8)))
    #expect(export.table.cells("sku") == ["\"Mug 12\"", "1/4\" bolt"])
  }

  @Test func theSameFileSavedWithCommasHasQuotes() throws {
    let text =
      Self.header.split(separator: "\t").joined(separator: ",")
      + "\r1,2026-06-15T10:00:00+00:00,Amazon.com,\"a \"\"b\"\", c\",Shipped,5.00,x\r"
    #expect(try read(text).table.cells("sku") == ["a \"b\", c"])
  }

  @Test func trailingSeparatorsOfAllRowsDoNoHarm() throws {
    let good = try read(
      "Date,Ordered Product Sales,Units Ordered\n2026-08-01,5,1,\n2026-08-02,6,2,\n")
    #expect(good.table.rowCount == 2)
    // In one row they are a sign that its cells have slipped.
    let slipped = try read(
      "Date,Ordered Product Sales,Units Ordered\n2026-08-01,5,1\n2026-08-02,6,2,\n2026-08-03,6,2\n")
    #expect(slipped.rejects.map(\.line) == [3])
  }

  @Test func everyTableOfAKindHasAllItsColumns() throws {
    let export = try read(
      "Date,Ordered Product Sales,Units Ordered\n2026-08-01,5,1\n",
      fixed: [
        "store": FixedValue(.text("Nord"), overrides: false),
        "site": FixedValue(.text("de"), overrides: false),
        "brand": FixedValue(.text("Acme"), overrides: true),
      ])
    #expect(
      export.table.rows("store", "site", "platform", "brand", "currency", "sessions") == [
        "Nord DE amazon Acme EUR "
      ])
    #expect(export.table["ordered_product_sales"]?.unit == .money(.column("currency")))
    #expect(export.table["featured_offer_percentage"]?.unit == .percent)
    #expect(export.source == "traffic_by_day")
  }

  @Test func aPathFillsAndAWithReplaces() throws {
    let text =
      "\(Self.header)\n1\t2026-06-15T10:00:00+00:00\tAmazon.de\tA\tShipped\t5\tx\n"
      + "2\t2026-06-15T10:00:00+00:00\tNon-Amazon\tA\tShipped\t5\tx\n"
    let site = FixedValue(.text("FR"), overrides: false)
    #expect(try read(text, fixed: ["site": site]).table.cells("site") == ["DE", "FR"])
    #expect(try read(text, fixed: .site("FR")).table.cells("site") == ["FR", "FR"])
    #expect(throws: ReadFailure.self) { try read(text, fixed: .site("Atlantis")) }
    let units = ["units": FixedValue(.text("5"), overrides: true)]
    #expect(throws: ReadFailure.self) { try read(text, fixed: units) }
  }

  @Test func aPeriodSetByHandGivesDays() throws {
    let text = "(Child) ASIN,Units Ordered\nB0AAAAAAA1,5\n"
    let first = try #require(Day(year: 2026, month: 8, day: 1))
    let month = FixedValue(.days(first: first, last: first.advanced(by: 30)), overrides: true)
    #expect(
      try read(text, fixed: ["date": month]).table.rows("day", "until") == [
        "2026-08-01 2026-08-31"
      ])
    let day = FixedValue(.days(first: first, last: first), overrides: true)
    #expect(try read(text, fixed: ["date": day]).table.rows("day", "until") == ["2026-08-01 "])
    #expect(try read(text).table.rows("day", "until") == [" "])
  }

  @Test func aSettlementKnowsItsSum() throws {
    func file(_ total: String) -> String {
      "settlement-id\tdeposit-date\ttotal-amount\tcurrency\tamount-type\tamount-description\t"
        + "amount\tmarketplace-name\tposted-date\n"
        + "77\t2026-03-12 23:58:56 UTC\t\(total)\tEUR\t\t\t\t\t\n"
        + "77\t\t\t\tItemPrice\tPrincipal\t7,29\tAmazon.de\t01.03.2026\n"
        + "77\t\t\t\tItemFees\tCommission\t-1.002,99\tAmazon.de\t01.03.2026\n"
    }
    let export = try read(file("-995,70"))
    #expect(
      export.table.rows("settlement_id", "deposit_day", "currency", "amount", "site", "day") == [
        "77 2026-03-12 EUR 7.29 DE 2026-03-01", "77 2026-03-12 EUR -1002.99 DE 2026-03-01",
      ])
    #expect(export.remarks.map(\.english) == [])
    #expect(export.table["total_amount"] == nil)
    #expect(
      try read(file("-995,71")).remarks.map(\.english) == [
        "the rows add up to -995.70, the total of the file is -995.71: -0.01 apart"
      ])
  }

  struct Failure: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let reason: String
  }

  @Test(arguments: [
    Failure(testDescription: "nothing", bytes: [], reason: "is empty"),
    Failure(
      testDescription: "an archive that was cut",
      bytes: [0x50, 0x4B, 3, 4] + Array("  a.txt".utf8),
      reason: "ends in the middle: it was not written or downloaded whole"),
    Failure(
      testDescription: "a message in place of a report",
      bytes: Array(" {\"code\": 102, \"message\": \"too many requests\"}".utf8),
      reason: "is a failed download, not a report: the service answered `too many requests`"),
    Failure(
      testDescription: "a JSON document of another sort", bytes: Array("{\"a\": 1}".utf8),
      reason: "is a JSON document without a list of records"),
    Failure(
      testDescription: "XML that is no report", bytes: Array("<a><b>1</b></a>".utf8),
      reason: "is an XML document of a form that is not known, which is not read"),
    Failure(
      testDescription: "a web page", bytes: Array("<!DOCTYPE html>\n<html><body>".utf8),
      reason: "is a web page, which is not read"),
    Failure(
      testDescription: "an old workbook", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      reason: "is an old Excel workbook (XLS), which is not read"),
    Failure(
      testDescription: "a workbook with a password",
      bytes: [0xD0, 0xCF, 0x11, 0xE0] + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] },
      reason: "is a workbook with a password, which is not read"),
    Failure(
      testDescription: "words", bytes: Array("once upon a time".utf8),
      reason: "has the header of no export that is known"),
    Failure(
      testDescription: "a neighbour of a kind",
      bytes: Array("Date,Ordered Product Sales,Sessions - Total\n".utf8),
      reason: "is nearest to amazon_business_report_by_date, but lacks `Units Ordered`"),
  ])
  func failures(_ row: Failure) {
    #expect {
      try read(row.bytes)
    } throws: { error in
      (error as? ReadFailure)?.reason.english == row.reason
    }
  }

  /// One business report in four languages.
  @Test func twinsGiveEqualTables() throws {
    let files: [(site: String, text: String)] = [
      (
        "US",
        """
        Date,Ordered Product Sales,Units Ordered,Units Ordered - B2B,Total Order Items,Sessions - Total
        8/1/26,"$1,234.00","1,028",2,58,"1,045"
        8/13/26,$987.00,49,0,47,998
        """
      ),
      (
        "UK",
        """
        Date,Ordered Product Sales,Units Ordered,Units Ordered - B2B,Total Order Items,Sessions - Total
        01/08/2026,"£1,234.00","1,028",2,58,"1,045"
        13/08/2026,£987.00,49,0,47,998
        """
      ),
      (
        "DE",
        """
        Datum,Durch bestellte Produkte erzielter Umsatz,Bestellte Einheiten,\
        Bestellte Einheiten\u{A0}– B2B,Zahl der Bestellposten,Sitzungen\u{A0}– Summe
        01.08.2026,"1.234,00\u{A0}€","1,028",2,58,"1,045"
        13.08.2026,"987,00\u{A0}€",49,0,47,998
        """
      ),
      (
        "JP",
        """
        日付,注文商品の売上額,注文された商品点数,注文点数 - B2B,注文品目総数,セッション数 - 合計
        2026/08/01,"￥1,234","1,028",2,58,"1,045"
        2026/08/13,￥987,49,0,47,998
        """
      ),
    ]
    let tables = try files.map { file in
      let table = try read(file.text, fixed: .site(file.site)).table
      return table.columns.filter { $0.name != "site" && $0.name != "currency" }
    }
    for table in tables { #expect(table == tables[0]) }
    #expect(tables[0].first { $0.name == "ordered_product_sales" } != nil)
  }

  /// What stands in a column of buyer data is nowhere in what was read.
  @Test func buyerDataIsNowhere() throws {
    let header =
      "amazon-order-id\tpurchase-date\tsales-channel\tsku\titem-status\titem-price\tship-city\t"
      + "ship-postal-code\tpurchase-order-number\tbuyer-company-name\n"
    let secret = "Nemo\tNemo\tNemo\tNemo"
    let text =
      header + "1\t2026-06-15T10:00:00Z\tAmazon.de\tA\tShipped\t5.00\t\(secret)\n"
      + "2\tyesterday\tAmazon.de\tA\tShipped\t5.00\t\(secret)\n"
      + "3\t2026-06-15T10:00:00Z\tAmazon.de\tA\tShipped\tfive\t\(secret)\n"
      + "4\t2026-06-15T10:00:00Z\tAmazon.de\tA\tShipped\t5.00\tx\t\(secret)\n"
      + "5\tNemo\tAmazon.de\tA\tShipped\tNemo\t\(secret)\n"
    let export = try read(text)
    #expect(export.table.rowCount == 1)
    #expect(export.rejects.count == 4)
    var described = ""
    dump(export, to: &described)
    #expect(!described.contains("Nemo"))
  }
}
