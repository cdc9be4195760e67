import KepiColumns
import KepiDiagnostics
import KepiFormats
import Testing

/// Files of one's own: types that nobody names, and what a definition adds.
struct PlainTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let cells: [String]
    let unit: Unit
    let expected: [String]
    var unread = 0
  }

  private func read(
    _ text: String, fixed: [String: FixedValue] = [:],
    _ change: (inout PlainSchema) -> Void = { _ in }
  ) throws -> LoadedExport {
    var schema = PlainSchema(source: "own")
    change(&schema)
    return try readPlain(Array(text.utf8), schema, fixed: fixed)
  }

  @Test(arguments: [
    Row(
      testDescription: "counts", cells: ["12", "3", "", "-4"], unit: .count,
      expected: ["12", "3", "", "-4"]),
    Row(
      testDescription: "grouped counts", cells: ["1,234", "12"], unit: .count,
      expected: ["1234", "12"]),
    Row(
      testDescription: "decimals, exact", cells: ["19.99", "5", "0.125"], unit: .number,
      expected: ["19.99", "5", "0.125"]),
    Row(
      testDescription: "decimals that are whole", cells: ["2.0", "3.0"], unit: .count,
      expected: ["2", "3"]),
    Row(
      testDescription: "decimal commas", cells: ["19,99", "1.234"], unit: .number,
      expected: ["19.99", "1234"]),
    Row(
      testDescription: "measured numbers", cells: ["0.12345678", "2"], unit: .number,
      expected: ["0.12345678", "2.0"]),
    Row(
      testDescription: "percentages", cells: ["30%", "4.81%"], unit: .percent,
      expected: ["0.3", "0.0481"]),
    Row(
      testDescription: "zeros in front", cells: ["007", "12", "345"], unit: .text,
      expected: ["007", "12", "345"]),
    Row(
      testDescription: "a zero alone is a number", cells: ["0", "12"], unit: .count,
      expected: ["0", "12"]),
    Row(
      testDescription: "more than 15 digits", cells: ["4681709062033171", "12"], unit: .text,
      expected: ["4681709062033171", "12"]),
    Row(
      testDescription: "money with one sign", cells: ["€5.00", "7,50 €"],
      unit: .money(.fixed("EUR")), expected: ["5", "7.5"]),
    Row(
      testDescription: "days", cells: ["2026-08-01", "2026-08-02"], unit: .date(.day),
      expected: ["2026-08-01", "2026-08-02"]),
    Row(
      testDescription: "months", cells: ["2026-07", "2026-08"], unit: .date(.month),
      expected: ["2026-07-01", "2026-08-01"]),
    Row(
      testDescription: "weeks", cells: ["2026-W01", "2026-W33"], unit: .date(.week),
      expected: ["2025-12-29", "2026-08-10"]),
    Row(
      testDescription: "truth", cells: ["true", "false", "TRUE"], unit: .truth,
      expected: ["1", "0", "1"]),
    Row(testDescription: "words", cells: ["a", "2", "b"], unit: .text, expected: ["a", "2", "b"]),
    Row(testDescription: "nothing", cells: ["", ""], unit: .text, expected: ["", ""]),
    Row(
      testDescription: "one cell in ten may be wrong",
      cells: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "ten"], unit: .count,
      expected: ["1", "2", "3", "4", "5", "6", "7", "8", "9", ""], unread: 1),
    Row(
      testDescription: "missing in other words", cells: ["1", "N/A", "null", "--"], unit: .count,
      expected: ["1", "", "", ""]),
  ])
  func types(_ row: Row) throws {
    let export = try read("x;y\n" + row.cells.map { "\($0);1\n" }.joined())
    #expect(export.table["x"]?.unit == row.unit)
    #expect(export.table.cells("x") == row.expected)
    #expect(export.unreadCells.count == row.unread)
    #expect(export.rejects == [])
  }

  @Test func aDefinitionSaysMore() throws {
    let export = try read(
      """
      EAN,Cost,Currency_Code,Rate,Bought at
      4006381333931,1.50,EUR,4.81,2026-08-01 23:30:00
      12,oops,USD,5,2026-08-02T23:30:00-05:00
      """
    ) { schema in
      schema.textColumns = ["ean"]
      schema.money = [.init(column: "cost", currency: .column("currency_code"))]
      schema.pointsColumns = ["rate"]
      schema.timeColumn = "bought AT"
      schema.fromZone = "UTC"
      schema.zone = "Europe/Berlin"
    }
    #expect(
      export.table.rows("EAN", "Cost", "Currency_Code", "Rate", "Bought at") == [
        "4006381333931 1.5 EUR 0.0481 2026-08-02", "12  USD 0.05 2026-08-03",
      ])
    #expect(export.table["Cost"]?.unit == .money(.column("Currency_Code")))
    #expect(export.table["Rate"]?.unit == .percent)
    #expect(
      export.unreadCells == [
        Reject(
          line: 3, column: "Cost", text: "oops",
          reason: Phrase("the cell is not a number", zh: "单元格不是数字"))
      ])
    #expect(export.remarks.map(\.english) == ["1 cell of `Cost` not readable and missing"])
  }

  @Test func anUnknownZoneIsAFailure() {
    #expect {
      try read("a,b\n1,2\n") { $0.zone = "Europe/Berln" }
    } throws: { error in
      (error as? ReadFailure)?.reason.english
        == "is of a source in the time zone \"Europe/Berln\", which is not known; the nearest is "
        + "\"Europe/Berlin\""
    }
  }

  @Test func headersMayBeDoubledOrEmpty() throws {
    let export = try read("a,,A,b\n1,2,3,4\n")
    #expect(export.table.columns.map(\.name) == ["a", "A 2", "b"])
    #expect(export.remarks.count == 2)
  }

  @Test func oneColumnAndOneRow() throws {
    #expect(try read("names\nNord\n").table.cells("names") == ["Nord"])
    #expect(try read("names\n").table.rowCount == 0)
  }

  @Test func aPathNamesAStore() throws {
    let store = ["store": FixedValue(.text("Nord"), overrides: false)]
    #expect(try read("a,b\n1,2\n", fixed: store).table.cells("store") == ["Nord"])
    // The file's own column stands above a path, not above `with`.
    #expect(try read("a,Store\n1,Süd\n", fixed: store).table.cells("Store") == ["Süd"])
    let with = ["store": FixedValue(.text("Nord"), overrides: true)]
    #expect(try read("a,Store\n1,Süd\n", fixed: with).table.cells("Store") == ["Nord"])
  }
}
