import KepiDiagnostics
import KepiFormats
import KepiShell
import KepiSyntax
import Testing

/// What the words do that read order lists of shops and reports of ad accounts.
struct OrderWordTests {
  private func reader(_ block: String) -> KindReader {
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
    let parsed = ScriptSyntax.parse(SourceText(id: .init(0), name: "test", text: definition))
    return KindReader(parsed.script.definitions)
  }

  private func export(_ block: String, _ text: String) throws -> LoadedExport {
    let reader = reader(block)
    try #require(reader.diagnostics.map(\.message.english) == [])
    return try ExportReader(path: "test.csv").read(
      Array(text.utf8), by: ExportRecogniser(kinds: reader.kinds)
    ).onlyExport()
  }

  @Test func aValueHoldsForTheRowsOfItsOrderAlone() throws {
    let export = try export(
      """
      column status: text from "Status"
      column cancelled_day: day from "Cancelled"
      carried: status, cancelled_day within order_id
      word: status "Cancelled" given cancelled_day
      """,
      """
      Order,Day,Status,Cancelled
      A,2026-01-01,paid,2026-01-03
      A,2026-01-01,,
      ,2026-01-01,,
      B,2026-01-01,,
      B,2026-01-01,open,
      """)
    #expect(export.table.cells("status") == ["Cancelled", "Cancelled", "Cancelled", "", "open"])
  }

  @Test func sharesOfAnAmountAddUpToIt() throws {
    let export = try export(
      """
      column price: count from "Price"
      column discount: count from "Discount"
      shared: discount by price within order_id
      """,
      """
      Order,Day,Price,Discount
      A,2026-01-01,1,1.00
      A,2026-01-01,1,
      A,2026-01-01,1,
      B,2026-01-01,0,0.05
      B,2026-01-01,0,
      C,2026-01-01,5,
      C,2026-01-01,5,
      D,2026-01-01,7,-3.00
      """)
    #expect(
      export.table.cells("discount") == ["0.33", "0.34", "0.33", "0.05", "0", "", "", "-3"])
    #expect(export.table.sum("discount") == "-1.95")
  }

  @Test func anOrderSaysWhetherItsPricesContainTheTax() throws {
    let block = """
      column price: count from "Price", times "Units"
      column item_tax: count
      column tax: count from "Tax"
      column subtotal: count from "Subtotal"
      column postage: count from "Postage"
      column total: count from "Total"
      contained: item_tax in price by tax, subtotal, postage, total within order_id
      """
    let export = try export(
      block,
      """
      Order,Day,Price,Units,Tax,Subtotal,Postage,Total
      A,2026-01-01,50,2,20,110,10,120
      A,2026-01-01,10,1,,,,
      B,2026-01-01,100,1,20,100,10,130
      C,2026-01-01,12,1,2,12,,13
      D,2026-01-01,12,1,0,12,,12
      E,2026-01-01,120,1,20,120,0,120
      """)
    #expect(export.table.cells("item_tax") == ["16.67", "1.66", "0", "2", "0", "20"])
    #expect(
      export.remarks.map(\.english) == [
        "1 order whose sums do not say whether prices contain the tax; it is taken to be in their "
          + "prices, as in most of the file"
      ])
  }

  @Test func costsAndUnitPricesBecomeAmounts() throws {
    let export = try export(
      """
      column kind_of_amount: text
      column amount: count
      column worth: count from "Price", times "Units"
      column code: text from "Code", instead "Order"
      line: kind_of_amount "paid", amount from "Paid"
      line: kind_of_amount "fee", amount minus "Fee"
      """,
      """
      Order,Day,Paid,Fee,Price,Units,Code
      A,2026-01-01,10.00,1.25,2.50,3,X
      B,2026-01-01,0.00,"1,000.50",,3,
      C,2026-01-01,-0,-2,2,,
      """)
    #expect(export.table.cells("amount") == ["10", "-1.25", "-1000.5", "2"])
    #expect(export.table.cells("worth") == ["7.5", "7.5", "", ""])
    #expect(export.table.cells("code") == ["X", "X", "B", "C"])
  }

  @Test func periodsAboveAndTotalsBelowAreNoRows() throws {
    let block = """
      column first_day: days to until above 1
      column cost: count from "Cost"
      filled: order_id
      footers: "Total:", "record(s)"
      """
    let export = try export(
      block,
      """
      Report
      "July 8, 2025 - July 31, 2025"
      Order,Day,Cost
      A,2026-01-01,5
      ,2026-01-01,7
      Total: all,,12
      ,,Total: all
      --,3,record(s) downloaded
      """)
    #expect(export.table.cells("cost") == ["5"])
    #expect(export.table.cell("first_day", 0) == "2025-07-08")
    #expect(export.table.cell("until", 0) == "2025-07-31")
    #expect(export.rejects == [])
    let open = try self.export(block, "Report\nAll time\nOrder,Day,Cost\nA,2026-01-01,5\n")
    #expect(open.table.cell("first_day", 0) == "")
    #expect(open.rejects == [])
  }

  @Test func numbersThatASpreadsheetCutAreTold() throws {
    let export = try export(
      "",
      "Order,Day\n1.19111E+14,2026-01-01\n1.19111E+14,2026-01-02\n7,2026-01-02\n1E+9,2026-01-02\n")
    #expect(
      export.remarks.map(\.english) == [
        "2 cells of `Order` cut by a spreadsheet program to the form 1.23E+14; a download that was "
          + "not saved again has them whole"
      ])
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let block: String
    let message: String
  }

  @Test(arguments: [
    Mistake(
      testDescription: "an order that is no column", block: "carried: day within oder_id",
      message: "the kind has no column `oder_id`"),
    Mistake(
      testDescription: "shares without a weight", block: "shared: day within order_id",
      message: "amounts are shared as in `discount, shipping by price within order_id`"),
    Mistake(
      testDescription: "a tax without a total", block: "contained: day in day by day",
      message: "the tax in prices is found as in "
        + "`item_tax in price by tax, subtotal, shipping, total within order_id`"),
    Mistake(
      testDescription: "text times units", block: "column a: text from \"A\", times \"Units\"",
      message: "only a column of numbers has `times` or `minus`"),
    Mistake(
      testDescription: "a number in place of another",
      block: "column a: number from \"A\", instead \"B\"",
      message: "a column of numbers is read from its headers alone"),
    Mistake(
      testDescription: "a number in place of another in some rows",
      block: "column a: count from \"A\", instead \"B\" given day \"1\"",
      message: "a column of numbers is read from its headers alone"),
    Mistake(
      testDescription: "a form of what is read anyway",
      block: "column a: text from \"A\" formed \"B?\"",
      message: "`formed` says which cells of `instead` are meant"),
    Mistake(
      testDescription: "a text in place of another, given what is no column",
      block: "column a: text from \"A\", instead \"B\" given kind \"1\"",
      message: "the kind has no column `kind`"),
    Mistake(
      testDescription: "a row that needs what is no column", block: "filled: price",
      message: "the kind has no column `price`"),
  ])
  func mistakes(_ mistake: Mistake) {
    #expect(reader(mistake.block).diagnostics.map(\.message.english) == [mistake.message])
  }
}
