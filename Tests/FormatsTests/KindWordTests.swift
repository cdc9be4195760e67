import KepiDiagnostics
import KepiFormats
import KepiShell
import KepiSyntax
import Testing

/// What the words of a kind do to small files of its own.
struct KindWordTests {
  private func export(_ block: String, _ text: String) throws -> LoadedExport {
    let definition = """
      kind k {
        platform: "test"
        source: s
        column order_id: text from "Order"
        column day: day from "Day"
        needs: order_id
        replaces: rows by order_id, ordinal
        \(block)
      }
      """
    let parsed = ScriptSyntax.parse(
      SourceText(id: .init(0), name: "test", text: definition))
    let reader = KindReader(parsed.script.definitions)
    try #require(reader.diagnostics.map(\.message.english) == [])
    return try ExportReader(path: "test.csv").read(
      Array(text.utf8), by: ExportRecogniser(kinds: reader.kinds)
    ).onlyExport()
  }

  @Test func anAmountThatEachRowRepeatsCountsOnce() throws {
    let export = try export(
      """
      column sku: text from "SKU"
      column price: count from "Price"
      column shipping: count from "Shipping"
      once: shipping by order_id
      """,
      """
      Order,Day,SKU,Price,Shipping
      A,2026-01-01,x,10,5
      A,2026-01-01,y,20,5
      B,2026-01-01,x,10,5
      ,2026-01-01,z,1,2
      ,2026-01-01,z,1,2
      A,2026-01-01,z,30,5
      C,2026-01-01,x,10,
      C,2026-01-01,y,10,7
      """)
    #expect(export.table.cells("shipping") == ["5", "", "5", "2", "2", "", "", "7"])
    #expect(export.table.sum("price") == "92")
    #expect(export.remarks == [])
  }

  @Test func anAmountThatShouldRepeatAndDiffersIsTold() throws {
    let export = try export(
      "column shipping: count from \"Shipping\"\nonce: shipping by order_id",
      """
      Order,Day,Shipping
      A,2026-01-01,5
      A,2026-01-01,6
      B,2026-01-01,7
      """)
    #expect(export.table.cells("shipping") == ["5", "", "7"])
    #expect(
      export.remarks.map(\.english) == [
        "`Shipping` counts once for each order_id, but differs between the rows of 1; the first "
          + "counts"
      ])
  }

  /// The row that cannot be read is told; the amount of its order is not lost with it.
  @Test func anUnreadableRowDoesNotTakeTheAmountOfItsOrderAlong() throws {
    let export = try export(
      "column units: count from \"Units\"\ncolumn shipping: count from \"Shipping\"\n"
        + "once: shipping by order_id",
      """
      Order,Day,Units,Shipping
      A,2026-01-01,oops,5
      A,2026-01-01,1,5
      """)
    #expect(export.rejects.count == 1)
    #expect(export.table.sum("shipping") == "5")
  }

  @Test func aDescriptionBelowTheHeaderIsNoRow() throws {
    let export = try export(
      "column units: count from \"Units\"\nskips: order_id \"The order.\", \"Total*\", \"\"",
      """
      Order,Day,Units
      The order.,The day.,How many.
      A,2026-01-01,1
      total (2),,3
      ,,3
      B,2026-01-02,2
      """)
    #expect(export.table.cells("order_id") == ["A", "B"])
    #expect(export.rejects == [])
  }

  @Test func theMarkOfAFractionIsThatOfTheKind() throws {
    let text = """
      Order;Day;Amount
      A;2026-01-01;195.012
      B;2026-01-01;1.50
      C;2026-01-01;7.000
      """
    let plain = try export("column amount: number from \"Amount\"", text)
    #expect(plain.table.cells("amount") == ["195.012", "1.5", "7.0"])
    let comma = try export("column amount: number from \"Amount\"\ndecimal: comma", text)
    #expect(comma.table.cells("amount") == ["195012.0", "1.5", "7000.0"])
    #expect(comma.rejects == [])
  }

  @Test func aBeginningOfATextIsEnoughForAWord() throws {
    let export = try export(
      """
      column status: text from "Status"
      word: status "Completed" from "Selesai", "Pesanan diterima*"
      word: status "Waiting" from "Pesanan*"
      word: status "Other" from "*"
      """,
      """
      Order,Day,Status
      A,2026-01-01,Selesai
      B,2026-01-01,"Pesanan diterima, hingga 2026-01-09."
      C,2026-01-01,pesanan dibuat
      D,2026-01-01,Batal
      E,2026-01-01,
      """)
    #expect(
      export.table.cells("status") == ["Completed", "Completed", "Waiting", "Other", ""])
  }

  @Test func whatIsAddedToAnAmountMayBeMissing() throws {
    let definition =
      "column price: count from \"Price\", plus \"Rebate\", plus \"Coins\", \"Points\""
    let export = try export(
      definition,
      """
      Order,Day,Price,Rebate,Points
      A,2026-01-01,10,2,1
      B,2026-01-01,10,,1
      C,2026-01-01,,2,1
      """)
    #expect(export.table.cells("price") == ["13", "11", ""])
    #expect(export.unusedHeaders == [])
  }

  @Test func timesAreHours() throws {
    let export = try export(
      """
      column first: hours of seconds from "First (s)"
      column whole: hours of minutes from "Whole"
      ignored: "Field: *"
      """,
      """
      Order,Day,First (s),Whole,Field: Brand,Other
      A,2026-01-01,1800,90,x,y
      B,2026-01-01,,0,x,y
      """)
    #expect(export.table.cells("first") == ["0.5", ""])
    #expect(export.table.cells("whole") == ["1.5", "0.0"])
    #expect(export.unusedHeaders == ["Other"])
  }

  @Test func aValueAboveTheHeaderMayStandInTheNextCell() throws {
    let export = try export(
      "column period: text after \"Period\"",
      """
      All ads
      Shop,x
      Period,01/07/2026 - 31/07/2026

      Order,Day
      A,2026-01-01
      """)
    #expect(export.table.cells("period") == ["01/07/2026 - 31/07/2026"])
  }

  @Test func aPlatformThatTheFileNamesGoesBeforeThatOfTheKind() throws {
    let export = try export(
      "column platform: text from \"Platform\"\nword: platform \"tiktok\" from \"TikTok Shop\"",
      """
      Order,Day,Platform
      A,2026-01-01,TikTok Shop
      B,2026-01-01,Shopee
      """)
    #expect(export.table.cells("platform") == ["tiktok", "Shopee"])
  }

  /// The name says XLSX, the content is what the service answered instead.
  @Test(arguments: [
    "{\"code\":2001003,\"message\":\"access token expired\",\"request_id\":\"1\"}",
    "{\"code\": 102, \"msg\": \"access token expired\", \"data\": []}",
  ])
  func aFailedDownloadIsNamed(_ body: String) throws {
    let parts = ExportReader(path: "产品表现.xlsx").read(Array(body.utf8), by: .shipped)
    #expect(
      parts.summary == [
        "产品表现.xlsx: is a failed download, not a report: the service answered "
          + "`access token expired`"
      ])
  }
}
