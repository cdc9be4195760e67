import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

/// Archives, gzip files, JSON and XML.
struct ContainerTests {
  private static let text = """
    Date,Ordered Product Sales,Units Ordered
    2026-08-01,1234.50,7
    2026-08-02,195.01,8

    """
  private static let bytes = Array(text.utf8)
  private static let json = """
    [{"Date": "2026-08-01", "Ordered Product Sales": 1234.50, "Units Ordered": 7},
     {"Date": "2026-08-02", "Units Ordered": 8, "Ordered Product Sales": 195.01}]
    """
  private static let expected = ["2026-08-01 1234.5 7", "2026-08-02 195.01 8"]

  private func parts(
    _ bytes: [UInt8], _ limits: ContainerLimits = .standard, path: String = "a"
  ) -> [String] {
    ExportReader(path: path, limits: limits).read(bytes, by: .shipped).summary
  }

  struct Wrapping: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
  }

  @Test(arguments: [
    Wrapping(testDescription: "text", bytes: bytes),
    Wrapping(testDescription: "a ZIP archive", bytes: ZipWriter.archive([("a.csv", bytes)])),
    Wrapping(
      testDescription: "a stored entry",
      bytes: ZipWriter.archive([("a.csv", bytes)], .init(isStored: true))),
    Wrapping(
      testDescription: "sizes behind the data",
      bytes: ZipWriter.archive([("a.csv", bytes)], .init(hasDescriptor: true))),
    Wrapping(
      testDescription: "ZIP64", bytes: ZipWriter.archive([("a.csv", bytes)], .init(isWide: true))),
    Wrapping(
      testDescription: "bytes before the archive",
      bytes: Array("PK\u{3}\u{4} unpacks itself".utf8)
        + ZipWriter.archive([("a.csv", bytes)])),
    Wrapping(
      testDescription: "gzip, tabs",
      bytes: Deflate.pack(Array(text.replacing(",", with: "\t").utf8), .gzip)),
    Wrapping(
      testDescription: "two gzip files in a row",
      bytes: Deflate.pack(Array(bytes.prefix(30)), .gzip)
        + Deflate.pack(Array(bytes.dropFirst(30)), .gzip) + [0, 0, 0]),
    Wrapping(testDescription: "JSON", bytes: Array(json.utf8)),
    Wrapping(testDescription: "JSON with a mark", bytes: [0xEF, 0xBB, 0xBF] + Array(json.utf8)),
    Wrapping(testDescription: "gzip around JSON", bytes: Deflate.pack(Array(json.utf8), .gzip)),
    Wrapping(
      testDescription: "JSON, a record a line",
      bytes: Array(
        json.replacing("[", with: "").replacing("},", with: "}\n").replacing("]", with: "").utf8)),
    Wrapping(
      testDescription: "gzip in ZIP",
      bytes: ZipWriter.archive([("a.csv.gz", Deflate.pack(bytes, .gzip))])),
    Wrapping(
      testDescription: "a workbook in ZIP",
      bytes: ZipWriter.archive([
        (
          "a.xlsx",
          BookWriter.book(
            BookWriter.rows([
              ["Date", "Ordered Product Sales", "Units Ordered"], ["2026-08-01", "1234.5", "7"],
              ["2026-08-02", "195.01", "8"],
            ]))
        )
      ])),
  ])
  func oneTableInManyWrappings(_ row: Wrapping) throws {
    let export = try read(row.bytes, fixed: .site("US"))
    #expect(export.table.rows("day", "ordered_product_sales", "units_ordered") == Self.expected)
    #expect(export.kind == "amazon_business_report_by_date")
    #expect(export.rejects == [])
    #expect(export.remarks == [])
  }

  @Test func entriesAreParts() {
    var writer = ZipWriter()
    writer.add(Array("2026/".utf8), [])
    writer.add(Array("2026/a.csv".utf8), Self.bytes)
    writer.add(Array("__MACOSX/2026/._a.csv".utf8), [0, 5, 22])
    writer.add(Array("README.txt".utf8), Array("Units, sales and days\nof a month, by day".utf8))
    writer.add(Array("terms.pdf".utf8), Array("%PDF-1.7".utf8))
    // A name in GBK, as archives from China have it.
    writer.add([0xB1, 0xA8, 0xB1, 0xED] + Array(".csv".utf8), Self.bytes)
    writer.add(Array("2026/a.csv".utf8), Self.bytes)
    writer.add(Array("b\u{1B}[2J.csv".utf8), Self.bytes)
    let summary = parts(writer.finish(comment: "made by a test"))
    #expect(summary.count == 6)
    #expect(summary[0] == "a › 2026/a.csv: 2 rows")
    #expect(summary[1] == "a › README.txt: (holds no table)")
    #expect(summary[2] == "a › terms.pdf: (is a PDF document, which is not read)")
    #expect(summary[3].hasSuffix(".csv: 2 rows"))
    #expect(summary[4] == "a › 2026/a.csv (2): 2 rows")
    #expect(summary[5] == "a › b\u{FFFD}[2J.csv: 2 rows")
  }

  @Test(arguments: [
    ("a › b.zip › c.csv: 2 rows", 2),
    (
      "a › b.zip › b.zip: is an archive in an archive in an "
        + "archive and is not read", 3
    ),
  ])
  func archivesInArchives(_ summary: String, _ depth: Int) {
    var bytes = ZipWriter.archive([("c.csv", Self.bytes)])
    for _ in 1..<depth { bytes = ZipWriter.archive([("b.zip", bytes)]) }
    #expect(parts(bytes) == [summary])
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let reason: String
  }

  @Test(
    arguments: [
      Broken(
        testDescription: "a locked entry",
        bytes: ZipWriter.archive([("a.csv", bytes)], .init(flags: 1)),
        reason: "is locked by a password; without one it can be read"),
      Broken(
        testDescription: "a packing that is not read",
        bytes: ZipWriter.archive([("a.csv", bytes)], .init(method: 14)),
        reason: "is packed by method 14 of ZIP, which is not read; as an ordinary ZIP it is"),
      Broken(
        testDescription: "a wrong checksum",
        bytes: ZipWriter.archive([("a.csv", bytes)], .init(checksum: 5)),
        reason: "is damaged: what it holds does not match its checksum"),
      Broken(
        testDescription: "a wrong size",
        bytes: ZipWriter.archive([("a.csv", bytes)], .init(statedSize: 3)),
        reason: "is damaged: what it holds does not match its checksum"),
      Broken(
        testDescription: "a cut archive", bytes: ZipWriter.archive([("a.csv", bytes)]).dropLast(30),
        reason: "ends in the middle: it was not written or downloaded whole"),
      Broken(
        testDescription: "a cut gzip file", bytes: Deflate.pack(bytes, .gzip).dropLast(9),
        reason: "ends in the middle: it was not written or downloaded whole"),
      Broken(
        testDescription: "a gzip file with a wrong checksum",
        bytes: Deflate.pack(bytes, .gzip).enumerated().map {
          $0.offset == Deflate.pack(bytes, .gzip).count - 6 ? ~$0.element : $0.element
        },
        reason: "is damaged: what it holds does not match its checksum"),
      Broken(
        testDescription: "cut JSON", bytes: Array(Array(json.utf8).dropLast(20)),
        reason: "ends in the middle: it was not written or downloaded whole"),
      Broken(
        testDescription: "JSON with a mistake",
        bytes: Array(json.replacing("}]", with: "},}").utf8),
        reason: "is damaged: line 2 is no JSON that can be read"),
      Broken(
        testDescription: "cut XML", bytes: Array("<AmazonEnvelope><Message>".utf8),
        reason: "ends in the middle: it was not written or downloaded whole"),
      Broken(
        testDescription: "XML with a mistake", bytes: Array("<a>\n<b></c></a>".utf8),
        reason: "is damaged: line 2 is no XML that can be read"),
      Broken(
        testDescription: "JSON without records", bytes: Array("[]".utf8),
        reason: "is a JSON document without a list of records"),
      Broken(
        testDescription: "an empty archive", bytes: ZipWriter.archive([]), reason: "is empty"),
    ] as [Broken])
  func broken(_ row: Broken) {
    #expect {
      try read(row.bytes)
    } throws: { error in
      (error as? ReadFailure)?.reason.english == row.reason
    }
  }

  @Test func aDamagedEntryIsNotPassedOver() {
    var writer = ZipWriter()
    writer.add(Array("a.csv".utf8), Self.bytes)
    writer.add(Array("b.csv".utf8), Self.bytes, .init(checksum: 1))
    #expect(
      parts(writer.finish()) == [
        "a › a.csv: 2 rows",
        "a › b.csv: is damaged: what it holds does not match its checksum",
      ])
  }

  // MARK: JSON

  @Test func listsOfAReportAreParts() throws {
    let report = """
      {"specification": {"type": "SALES", "from": "2026-06-01", "sites": ["US", "CA"]},
       "byDate": [{"date": "2026-06-01", "sales": {"amount": 20.5, "currency": "USD"},
                   "tags": ["a", 2, null, true], "ok": true},
                  {"date": "2026-06-02", "sales": {"amount": 1E1}, "more": 5}],
       "none": [], "byAsin": [{"asin": "B0", "orders": [{"id": 1}, {"id": 2}]}], "pages": 3}
      """
    let found = ExportReader(path: "r.json").readPlain(
      Array(report.utf8), PlainSchema(source: "own"))
    #expect(
      found.summary == [
        "r.json › byDate: 2 rows", "r.json › byAsin: has other columns than `r.json › byDate`",
      ])
    guard case .read(let export)? = found.first?.outcome else { return }
    #expect(
      export.table.columns.map(\.name) == [
        "specification.type", "specification.from", "specification.sites", "pages", "date",
        "sales.amount", "sales.currency", "tags", "ok", "more",
      ])
    #expect(
      export.table.rows(
        "specification.type", "specification.sites", "pages", "date", "sales.amount",
        "sales.currency", "tags", "ok", "more") == [
          "SALES US,CA 3 2026-06-01 20.5 USD a,2,true 1 ", "SALES US,CA 3 2026-06-02 10    5",
        ])
    let asins = ExportReader(path: "r.json", part: PartSelection(["byAsin"]) { $0 == $1 })
      .readPlain(Array(report.utf8), PlainSchema(source: "own"))
    guard case .read(let second)? = asins.first?.outcome else {
      Issue.record("the second list is not read")
      return
    }
    #expect(second.remarks.map(\.english) == ["lists inside records are left out: `orders`"])
  }

  /// What programs ask Amazon for: days, weeks and months, each with the days that it covers.
  @Test(
    arguments: [
      ("DAY", "2026-06-07 "), ("WEEK", "2026-06-07 2026-06-13"), ("MONTH", "2026-06-07 2026-06-30"),
      ("HOUR", nil),
    ] as [(String, String?)])
  func salesAndTrafficByDate(_ grain: String, _ days: String?) throws {
    let export = try read(
      """
      {"reportSpecification": {"reportType": "GET_SALES_AND_TRAFFIC_REPORT",
        "reportOptions": {"dateGranularity": "\(grain)", "asinGranularity": "PARENT"},
        "dataStartTime": "2026-06-07", "dataEndTime": "2026-06-30",
        "marketplaceIds": ["A1PA6795UKMFR9"]},
       "salesAndTrafficByDate": [{"date": "2026-06-07", "salesByDate":
         {"orderedProductSales": {"amount": 195.012, "currencyCode": "EUR"}, "unitsOrdered": 4},
         "trafficByDate": {"sessions": 30, "buyBoxPercentage": 98.5}}]}
      """)
    #expect(export.unusedHeaders == [])
    guard let days else {
      #expect(
        export.rejects == [
          Reject(
            line: 1, column: "reportSpecification.reportOptions.dateGranularity", text: "hour",
            reason: Phrase("the cell is not a day, a week or a month", zh: "单元格不是日、周或月"))
        ])
      return
    }
    #expect(export.table.rows("day", "until") == [days])
    #expect(
      export.table.rows(
        "site", "currency", "ordered_product_sales", "units_ordered", "sessions",
        "featured_offer_percentage") == ["DE EUR 195.012 4 30 0.985"])
  }

  @Test func salesAndTrafficByProduct() throws {
    func report(_ asin: String) -> String {
      """
      {"reportSpecification": {"dataStartTime": "2026-06-01", "dataEndTime": "2026-06-30",
        "marketplaceIds": ["ATVPDKIKX0DER"]}, "salesAndTrafficByAsin": [{"parentAsin": "B0P",
        \(asin) "salesByAsin": {"unitsOrdered": 4, "orderedProductSales":
        {"amount": 20, "currencyCode": "USD"}}, "trafficByAsin": {"sessions": 30}}]}
      """
    }
    let child = try read(report("\"childAsin\": \"B0C\","))
    #expect(child.kind == "amazon_business_report_by_asin")
    #expect(
      child.table.rows("asin", "day", "until", "site", "ordered_product_sales", "sessions") == [
        "B0C 2026-06-01 2026-06-30 US 20 30"
      ])
    let parent = try read(report(""))
    #expect(parent.kind == "amazon_business_report_by_parent")
    #expect(
      parent.table.rows("parent_asin", "day", "until", "units_ordered") == [
        "B0P 2026-06-01 2026-06-30 4"
      ])
  }

  @Test func adsOfTheInterface() throws {
    let campaign = try read(
      """
      [{"date": "2026-06-01", "campaignId": 123456789012345678, "campaignName": "C",
        "campaignBudgetCurrencyCode": "GBP", "impressions": 100, "clicks": 3, "cost": 1.195,
        "spend": 1.195, "sales1d": 5, "sales7d": 7.5, "sales14d": 9, "costPerClick": null}]
      """)
    #expect(campaign.kind == "amazon_api_sp_campaigns")
    #expect(
      campaign.table.rows("day", "campaign_id", "currency", "spend", "ad_sales", "clicks") == [
        "2026-06-01 123456789012345678 GBP 1.195 7.5 3"
      ])
    let product = try read(
      """
      {"startDate": "2026-06-01", "endDate": "2026-06-30", "campaignName": "C", "adGroupName": "G",
       "advertisedAsin": "B0", "advertisedSku": "a", "impressions": 9, "cost": 2, "sales14d": 8}
      {"startDate": "2026-06-01", "endDate": "2026-06-30", "campaignName": "D", "adGroupName": "G",
       "advertisedAsin": "B1", "advertisedSku": "b", "impressions": 9, "cost": 3, "sales14d": 1}
      """, fixed: .site("UK"))
    #expect(product.kind == "amazon_api_sp_advertised_product")
    #expect(
      product.table.rows("day", "until", "asin", "spend", "ad_sales", "currency") == [
        "2026-06-01 2026-06-30 B0 2 8 GBP", "2026-06-01 2026-06-30 B1 3 1 GBP",
      ])
  }

  @Test func idsKeepAllTheirDigits() throws {
    let export = try readPlain(
      Array("[{\"id\": 123456789012345678, \"x\": 1}, {\"id\": 9, \"x\": 0.1}]".utf8))
    #expect(export.table.rows("id", "x") == ["123456789012345678 1", "9 0.1"])
    #expect(export.table["id"]?.unit == .text)
  }

  @Test func recordsAreCountedFromOne() throws {
    let export = try read(
      "[{\"Date\": \"2026-08-01\", \"Ordered Product Sales\": 5, \"Units Ordered\": 1},"
        + "{\"Date\": \"2026-08-02\", \"Ordered Product Sales\": \"five\", \"Units Ordered\": 1}]")
    #expect(export.rejects.map(\.line) == [2])
  }

  // MARK: XML

  @Test func aSettlementInXMLIsOneOfTheFlatFile() throws {
    let xml = """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <AmazonEnvelope><Header/><Message><SettlementReport>
      <SettlementData><AmazonSettlementID>77</AmazonSettlementID>
      <TotalAmount currency="EUR">1.50</TotalAmount>
      <DepositDate>2026-05-17T05:41:21+00:00</DepositDate></SettlementData>
      <Order><AmazonOrderID>302-1</AmazonOrderID><MarketplaceName>Amazon.de</MarketplaceName>
      <Fulfillment><MerchantFulfillmentID>AFN</MerchantFulfillmentID>
      <PostedDate>2026-05-02T08:11:09+00:00</PostedDate>
      <Item><AmazonOrderItemCode>0123</AmazonOrderItemCode><SKU>K\u{FC}</SKU><Quantity>2</Quantity>
      <ItemPrice><Component><Type>Principal</Type><Amount currency="EUR">39.99</Amount></Component>
      </ItemPrice><ItemFees><Fee><Type>Commission</Type><Amount currency="EUR">-6.00</Amount></Fee>
      </ItemFees></Item></Fulfillment></Order>
      <Adjustment><AmazonOrderID>302-2</AmazonOrderID><Fulfillment>
      <PostedDate>2026-05-03T10:00:00+00:00</PostedDate><AdjustedItem><SKU>B</SKU>
      <ItemPriceAdjustments><Component><Type>Principal</Type><Amount currency="EUR">-22.49</Amount>
      </Component></ItemPriceAdjustments></AdjustedItem></Fulfillment></Adjustment>
      <OtherTransaction><TransactionType>Storage Fee</TransactionType>
      <PostedDate>2026-05-04T05:00:00+00:00</PostedDate><Amount currency="EUR">-10.00</Amount>
      <Fees><Fee><Type>x</Type><Amount currency="EUR">-10.00</Amount></Fee></Fees>
      </OtherTransaction></SettlementReport></Message></AmazonEnvelope>
      """
    let export = try read(xml.unicodeScalars.map { UInt8($0.value) }, "s.xml")
    #expect(export.kind == "amazon_settlement_v2")
    #expect(export.remarks == [])
    #expect(
      export.table.rows(
        "settlement_id", "transaction_type", "order_id", "amount_type", "amount_description",
        "amount", "currency", "day", "sku", "quantity", "site", "deposit_day") == [
          "77 Order 302-1 ItemPrice Principal 39.99 EUR 2026-05-02 Kü 2 DE 2026-05-17",
          "77 Order 302-1 ItemFees Commission -6 EUR 2026-05-02 Kü 2 DE 2026-05-17",
          "77 Refund 302-2 ItemPrice Principal -22.49 EUR 2026-05-03 B   2026-05-17",
          "77 other-transaction  other-transaction Storage Fee -10 EUR 2026-05-04    2026-05-17",
        ])
  }

  @Test func referenceRates() throws {
    let export = try readPlain(
      Array(
        "<g:Envelope xmlns:g='x' xmlns='y'><Cube><Cube time='2026-08-03'><Cube currency='USD' "
          .utf8)
        + Array("rate='1.1'/><Cube currency='JPY' rate='160.25'/></Cube></Cube></g:Envelope>".utf8))
    #expect(
      export.table.rows("time", "currency", "rate") == [
        "2026-08-03 USD 1.1", "2026-08-03 JPY 160.25",
      ])
  }

  // MARK: Guards

  private func limits(_ change: (inout ContainerLimits) -> Void) -> ContainerLimits {
    var limits = ContainerLimits()
    change(&limits)
    return limits
  }

  private static let zeros: [UInt8] = Array(repeating: 0x30, count: 1 << 20)

  @Test func whatGrowsTooLargeIsRefused() {
    let archive = ZipWriter.archive([("a.csv", Self.zeros), ("b.csv", Self.zeros)])
    let large = limits { $0.expandedBytes = (1 << 20) + 1000 }
    #expect(
      parts(archive, large).last
        == "a › b.csv: expands to more than 1 MB and is not read")
    #expect(
      parts(Deflate.pack(Self.zeros, .gzip), limits { $0.expandedBytes = 1 << 19 })
        == ["a: expands to more than 512 KB and is not read"])
    #expect(
      parts(Deflate.pack(Self.zeros, .gzip), limits { $0.ratioFloor = 1 << 19 })
        == ["a: expands to more than 250 times its size and is not read"])
    let book = BookWriter.book(
      BookWriter.rows([["Date", "Sales"], ["2026-08-01", String(repeating: "x", count: 5000)]]))
    #expect(
      parts(book, limits { $0.tableBytes = 4096 })
        == ["a › Sheet1: expands to more than 4 KB and is not read"])
    #expect(
      parts(book, limits { $0.cellBytes = 4096 })
        == ["a › Sheet1: has a cell of more than 4 KB and is not read"])
  }

  @Test func tooManyEntries() {
    let archive = ZipWriter.archive((0..<6).map { ("\($0).csv", Self.bytes) })
    #expect(
      parts(archive, limits { $0.entryCount = 5 })
        == ["a: holds more than 5 files and is not read"])
  }

  /// Entries that point at the same bytes expand without end.
  @Test func entriesThatShareTheirBytes() {
    var archive = ZipWriter.archive([("a.csv", Self.bytes)], .init(isStored: true))
    let end = archive.count - 22
    let length = Int(archive[end + 12]) | Int(archive[end + 13]) << 8
    let directory = Array(archive[end - length..<end])
    archive.insert(contentsOf: Array(repeating: directory, count: 9).joined(), at: end)
    let total = length * 10
    let place = archive.count - 22
    archive[place + 8] = 10
    archive[place + 10] = 10
    archive[place + 12] = UInt8(total & 0xFF)
    archive[place + 13] = UInt8(total >> 8)
    #expect(parts(archive) == ["a: is damaged: it is no ZIP that can be read"])
  }

  @Test func depth() {
    let json = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    #expect(
      parts(Array(json.utf8)) == ["a: has more than 200 levels one in another and is not read"])
    let xml = String(repeating: "<a>", count: 5000)
    #expect(
      parts(Array(xml.utf8)) == ["a: has more than 200 levels one in another and is not read"])
  }

  @Test func documentTypesAreRefused() {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>
      """
    let refusal = "declares a document type, which could grow as it is read, and is not read"
    #expect(parts(Array(bomb.utf8)) == ["a: " + refusal])
    var writer = BookWriter()
    writer.sheets = [("S", "", "<sheetData/>")]
    let entries = writer.entries.map { name, bytes in
      name.hasSuffix("sheet1.xml") ? (name, Array(bomb.utf8)) : (name, bytes)
    }
    #expect(parts(ZipWriter.archive(entries)) == ["a › S: " + refusal])
  }

  @Test func objectsNamedByIdsAreNoTable() {
    let fields = (0...16_384).map { "\"\($0)\": 1" }.joined(separator: ",")
    #expect(
      parts(Array("[{\(fields)}]".utf8)) == ["a: has more than 16384 columns and is not read"])
  }
}
