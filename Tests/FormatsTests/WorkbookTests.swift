import KepiColumns
import KepiContainers
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

/// Workbooks as programs really write them.
struct WorkbookTests {
  private static let rows = [
    ["Date", "Ordered Product Sales", "Units Ordered"], ["2026-08-01", "1234.5", "7"],
    ["2026-08-02", "195.012", "8"],
  ]

  private func book(
    _ rows: String, formats: [String] = [], sharedTexts: [String] = [], properties: String = ""
  ) throws -> LoadedExport {
    try readPlain(
      BookWriter.book(
        rows, formats: formats, sharedTexts: sharedTexts, properties: properties))
  }

  @Test func aReportIsReadAsItsTextIs() throws {
    let export = try read(
      BookWriter.book(BookWriter.rows(Self.rows)), "report.xlsx", fixed: .site("US"))
    #expect(export.kind == "amazon_business_report_by_date")
    #expect(export.path == "report.xlsx › Sheet1")
    #expect(
      export.table.rows("day", "ordered_product_sales", "units_ordered") == [
        "2026-08-01 1234.5 7", "2026-08-02 195.012 8",
      ])
    #expect(export.remarks == [])
  }

  struct Form: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: String
    var sharedTexts: [String] = []
  }

  /// Each holds the same two columns and rows, written another way.
  @Test(arguments: [
    Form(
      testDescription: "shared texts",
      rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>2</v></c></row>"
        + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>5</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\" t=\"s\"/><c r=\"B3\"><v>6</v></c></row>",
      sharedTexts: [
        "<t>name</t>", "<r><t>mug </t></r><r><rPr><b/></rPr><t>blue</t></r>",
        "<t>units</t><rPh sb=\"0\" eb=\"1\"><t>ユニット</t></rPh>",
      ]),
    Form(
      testDescription: "a row element for each cell, and a wrong dimension",
      rows: "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>name</v></c></row><row r=\"1\">"
        + "<c r=\"B1\" t=\"str\"><v>units</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\">"
        + "<v>mug blue</v></c></row><row r=\"2\"><c r=\"B2\"><v>5</v></c></row>"
        + "<row r=\"3\"><c r=\"B3\"><v>6</v></c></row>"),
    Form(
      testDescription: "no places",
      rows: "<row><c t=\"str\"><v>name</v></c><c t=\"str\"><v>units</v></c></row>"
        + "<row><c t=\"inlineStr\"><is><r><t>mug </t></r><r><t>blue</t></r></is></c>"
        + "<c><v>5</v></c></row><row><c/><c><v>6</v></c></row>"),
    Form(
      testDescription: "places without rows of their own",
      rows: "<row><c r=\"A1\" t=\"str\"><v>name</v></c><c r=\"B1\" t=\"str\"><v>units</v></c>"
        + "</row><row><c r=\"A2\" t=\"str\"><v>mug blue</v></c><c r=\"B2\"><v>5</v></c></row>"
        + "<row><c r=\"B3\"><v>6</v></c></row>"),
    Form(
      testDescription: "cells from right to left, one of them twice",
      rows: "<row r=\"1\"><c r=\"B1\" t=\"str\"><v>units</v></c><c r=\"A1\" t=\"str\"><v>name</v>"
        + "</c></row><row r=\"2\"><c r=\"B2\"><v>4</v></c><c r=\"A2\" t=\"str\"><v>mug blue</v></c>"
        + "<c r=\"B2\"><v>5</v></c></row><row r=\"3\"><c r=\"B3\"><v>6</v></c></row>"),
    Form(
      testDescription: "prefixes on every name",
      rows: "<x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:v>name</x:v></x:c><x:c r=\"B1\" t=\"str\">"
        + "<x:v>units</x:v></x:c></x:row><x:row r=\"2\"><x:c r=\"A2\" t=\"str\"><x:v>mug blue</x:v>"
        + "</x:c><x:c r=\"B2\"><x:v>5</x:v></x:c></x:row><x:row r=\"3\"><x:c r=\"B3\"><x:v>6</x:v>"
        + "</x:c></x:row>"),
    Form(
      testDescription: "titles, merged over the table, and blank rows",
      rows: "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Stock of July</v></c></row><row r=\"2\">"
        + "<c r=\"A2\" t=\"str\"><v>by name</v></c></row><row r=\"5\"><c r=\"A5\" t=\"str\">"
        + "<v>name</v></c><c r=\"B5\" t=\"str\"><v>units</v></c></row><row r=\"6\">"
        + "<c r=\"A6\" t=\"str\"><v>mug blue</v></c><c r=\"B6\"><v>5</v></c></row>"
        + "<row r=\"7\"><c r=\"B7\"><v>6</v></c></row><row r=\"900\"><c r=\"A900\" s=\"0\"/></row>"
    ),
  ])
  func forms(_ form: Form) throws {
    let rows =
      form.testDescription == "prefixes on every name"
      ? form.rows.replacing("<x:row", with: "<x:row xmlns:x=\"y\"") : form.rows
    let export = try book(rows, sharedTexts: form.sharedTexts)
    #expect(export.table.columns.map(\.name) == ["name", "units"])
    #expect(export.table.rows("name", "units") == ["mug blue 5", " 6"])
    #expect(export.table["units"]?.unit == .count)
    #expect(export.remarks == [])
  }

  @Test func theWrongDimensionIsPassedOver() throws {
    var writer = BookWriter()
    writer.sheets = [
      (
        "S", "",
        "<dimension ref=\"A1\"/><cols><col min=\"1\" max=\"16384\"/></cols><sheetData>"
          + BookWriter.rows(Self.rows) + "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/>"
          + "</mergeCells>"
      )
    ]
    #expect(try read(writer.bytes()).table.rowCount == 2)
  }

  /// The text cells of a file obey its own notation, its numbers none.
  @Test func numbersAreNumbersInAnyNotation() throws {
    let export = try book(
      "<row><c t=\"str\"><v>sku</v></c><c t=\"str\"><v>price</v></c></row>"
        + "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>1.250,75</v></c></row>"
        + "<row><c t=\"str\"><v>b</v></c><c t=\"str\"><v>1.234</v></c></row>"
        + "<row><c t=\"str\"><v>c</v></c><c><v>1234.5</v></c></row>"
        + "<row><c t=\"str\"><v>d</v></c><c><v>195.012</v></c></row>"
        + "<row><c t=\"str\"><v>e</v></c><c><v>9.7899999999999991</v></c></row>"
        + "<row><c t=\"str\"><v>f</v></c><c><v>1.5E-2</v></c></row>"
        + "<row><c t=\"str\"><v>g</v></c><c><v>-2.5E3</v></c></row>")
    #expect(
      export.table.cells("price") == [
        "1250.75", "1234", "1234.5", "195.012", "9.79", "0.015", "-2500",
      ])
    #expect(export.unreadCells == [])
  }

  /// Known numbers say nothing of how texts are written, and a German report keeps both.
  @Test func numbersAreNoEvidenceForTexts() throws {
    let header =
      "<row><c t=\"str\"><v>Date</v></c><c t=\"str\"><v>Ordered Product Sales</v></c>"
      + "<c t=\"str\"><v>Units Ordered</v></c></row>"
    let rows = [
      "<c t=\"str\"><v>1.234,50 €</v></c>", "<c><v>195.012</v></c>",
      "<c t=\"str\"><v>2.345 €</v></c>",
    ]
    let export = try read(
      BookWriter.book(
        header
          + rows.map { "<row><c t=\"str\"><v>2026-08-01</v></c>\($0)<c><v>1</v></c></row>" }
          .joined()))
    #expect(export.table.cells("ordered_product_sales") == ["1234.5", "195.012", "2345"])
    #expect(export.rejects == [])
  }

  @Test(arguments: [
    ("15", "15"), ("0.1", "0.1"), ("9.7899999999999991", "9.79"), ("9.789999999999999", "9.79"),
    ("0.20192090000000001", "0.2019209"), ("1E3", "1000"), ("1.25E+2", "125"),
    ("123456789012345678", "123456789012345678"), ("4.6811712345678901E16", "46811712345678901"),
    ("-0", "0"), ("0.99999999999999994", "1"), ("1E-9", "1E-9"), ("2.5E30", "2.5E30"),
    (".5", "0.5"), ("+5.", "5"), ("000.10", "0.1"), ("-12.50", "-12.50"),
    ("1E99999999", "1E100000"),
  ])
  func numbersLoseTheNoiseOfBinaryFractions(_ written: String, _ meant: String) throws {
    // As text the digits show as they were kept.
    let export = try book(
      "<row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>x</v></c></row>"
        + "<row><c><v>\(written)</v></c></row><row><c t=\"str\"><v>mug</v></c></row>")
    #expect(export.table.cells("id") == [meant, "mug"])
  }

  @Test func aNumberAndATextOfTheSameDigitsAreOneText() throws {
    let export = try book(
      "<row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>x</v></c></row><row><c><v>5</v></c></row>"
        + "<row><c t=\"str\"><v>5</v></c></row><row><c t=\"str\"><v>mug</v></c></row>")
    guard case .text(let ids)? = export.table["id"]?.column else {
      Issue.record("the column is no text")
      return
    }
    #expect(ids.dictionary == ["", "5", "mug"])
    #expect(export.table.cells("id") == ["5", "5", "mug"])
  }

  @Test func percentagesAreFractions() throws {
    let cells =
      "<row><c t=\"str\"><v>Product</v></c><c t=\"str\"><v>Share</v></c></row>"
      + "<row><c t=\"str\"><v>a</v></c><c s=\"1\"><v>0.25</v></c></row>"
      + "<row><c t=\"str\"><v>b</v></c><c s=\"1\"><v>7.0000000000000007E-2</v></c></row>"
    let plain = try book(cells, formats: ["0.00%"])
    #expect(plain.table["Share"]?.unit == .percent)
    #expect(plain.table.cells("Share") == ["0.25", "0.07"])
    // Where a column is of percentage points, a cell that is a percentage is not divided again.
    var schema = PlainSchema(source: "own")
    schema.pointsColumns = ["Share"]
    let points = try readPlain(BookWriter.book(cells, formats: ["0.00%"]), schema)
    #expect(points.table.cells("Share") == ["0.25", "0.07"])
    let bare = try readPlain(BookWriter.book(cells, formats: ["0.00"]), schema)
    #expect(bare.table.cells("Share") == ["0.0025", "0.0007"])
  }

  struct Format: Sendable, CustomTestStringConvertible {
    let code: String
    let value: String
    let text: String
    var properties = ""
    var testDescription: String { "\(value) as \(code)" }
  }

  @Test(arguments: [
    Format(code: "yyyy-mm-dd", value: "46235", text: "2026-08-01"),
    Format(code: "d-mmm-yy;@", value: "46235", text: "2026-08-01"),
    Format(code: "[$-409]mmmm d, yyyy;@", value: "46235.0", text: "2026-08-01"),
    Format(
      code: "yyyy\\-mm\\-dd\\ hh:mm:ss", value: "46235.583333333336",
      text: "2026-08-01T14:00:00"),
    Format(
      code: "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", value: "46235",
      text: "2026-08-01"),
    Format(code: "mmm", value: "46235", text: "2026-08-01"),
    Format(code: "m/d/yy h:mm", value: "46234.99999999", text: "2026-08-01"),
    Format(code: "yyyy-mm-dd", value: "59", text: "1900-02-28"),
    Format(code: "yyyy-mm-dd", value: "61", text: "1900-03-01"),
    Format(
      code: "yyyy-mm-dd", value: "44773", text: "2026-08-01",
      properties: "date1904=\"1\""),
    Format(code: "hh:mm:ss", value: "0.75", text: "18:00:00"),
    Format(code: "[h]:mm", value: "1.5", text: "36:00:00"),
    Format(code: "0.00E+00", value: "46235", text: "46235"),
    Format(code: "General", value: "46235", text: "46235"),
    Format(code: "#,##0.00 [$€-407]", value: "46235", text: "46235"),
    Format(code: "[Red]0", value: "46235", text: "46235"),
    Format(code: "0 &quot;days&quot;", value: "46235", text: "46235"),
    Format(code: "0.0%", value: "0.0153", text: "1.53%"),
    Format(code: "yyyy-mm-dd", value: "-5", text: "-5"),
    Format(code: "yyyy-mm-dd", value: "99999999", text: "99999999"),
  ])
  func formats(_ format: Format) throws {
    // Beside a text the column is one of texts, and shows what the cell became.
    let export = try book(
      "<row><c t=\"str\"><v>cell</v></c><c t=\"str\"><v>x</v></c></row>"
        + "<row><c s=\"1\"><v>\(format.value)</v></c></row>"
        + "<row><c t=\"str\"><v>mug</v></c></row>",
      formats: [format.code], properties: format.properties)
    #expect(export.table.cells("cell") == [format.text, "mug"])
  }

  @Test func datesAreDays() throws {
    let export = try book(
      "<row><c t=\"str\"><v>day</v></c><c t=\"str\"><v>x</v></c></row>"
        + "<row><c s=\"1\"><v>46235</v></c></row><row><c t=\"d\"><v>2026-08-02</v></c></row>",
      formats: ["m/d/yyyy"])
    #expect(export.table["day"]?.unit == .date(.day))
    #expect(export.table.cells("day") == ["2026-08-01", "2026-08-02"])
  }

  @Test func truthsErrorsAndFormulas() throws {
    let export = try book(
      "<row><c t=\"str\"><v>name</v></c><c t=\"str\"><v>ok</v></c><c t=\"str\"><v>n</v></c></row>"
        + "<row><c t=\"str\"><v>a</v></c><c t=\"b\"><v>1</v></c><c><f>1+1</f><v>2</v></c></row>"
        + "<row><c t=\"str\"><v>b</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#DIV/0!</v></c></row>"
        + "<row><c t=\"str\"><v>c</v></c><c t=\"b\"><v>1</v></c><c><f>==SUM(A1)</f></c></row>")
    #expect(export.table["ok"]?.unit == .truth)
    #expect(export.table.rows("ok", "n") == ["1 2", "0 ", "1 "])
    #expect(
      export.remarks.map(\.english) == [
        "1 cell with an error such as `#N/A` in place of a value",
        "1 formula stored without a result: opened and saved in a spreadsheet program they have one",
      ])
  }

  @Test func textsMayHoldAnything() throws {
    let export = try book(
      "<row><c t=\"str\"><v>name</v></c><c t=\"str\"><v>x</v></c></row>"
        + "<row><c t=\"inlineStr\"><is><t>a \"b\", c; d\n\te | f</t></is></c><c><v>1</v></c></row>"
        + "<row><c t=\"str\"><v>one_x000A_two _x005F_x_ _xZZZZ_ &amp;</v></c><c><v>2</v></c></row>")
    #expect(
      export.table.cells("name") == [
        "a \"b\", c; d\n\te | f", "one\ntwo _x_ _xZZZZ_ &",
      ])
  }

  @Test func aWideSheetCostsNothing() throws {
    let empty = (0..<16_384).map { "<c r=\"\(BookWriter.letters($0))7\" s=\"0\"/>" }.joined()
    let export = try book(
      "<row r=\"6\"><c t=\"str\"><v>name</v></c><c t=\"str\"><v>x</v></c></row>"
        + "<row r=\"7\">\(empty)</row><row r=\"8\"><c t=\"str\"><v>a</v></c><c><v>5</v></c>"
        + "<c r=\"XFD8\" t=\"str\"><v>far</v></c></row>")
    #expect(export.table.rows("name", "x") == ["a 5"])
    #expect(export.remarks.map(\.english) == ["1 row with cells that have no header above"])
  }

  @Test func rejectsNameTheRowOfTheSheet() throws {
    let export = try read(
      BookWriter.book(
        "<row r=\"3\">"
          + ["Date", "Ordered Product Sales", "Units Ordered"].map {
            "<c t=\"str\"><v>\($0)</v></c>"
          }.joined() + "</row><row r=\"10\"><c t=\"str\"><v>2026-08-01</v></c><c t=\"str\">"
          + "<v>much</v></c><c><v>1</v></c></row>"), "r.xlsx")
    #expect(
      export.rejects == [
        Reject(
          line: 10, column: "Ordered Product Sales", text: "much",
          reason: Phrase("the cell is not an amount", zh: "单元格不是金额"))
      ])
  }

  @Test func everySheetIsAPart() throws {
    var writer = BookWriter()
    let note = "<row><c t=\"str\"><v>Report of July</v></c></row>"
    let other = BookWriter.rows([["Version", "Release"], ["1", "2"]])
    writer.sheets = [
      ("Cover", "", "<sheetData>\(note)</sheetData>"),
      ("Daily", "", "<sheetData>\(BookWriter.rows(Self.rows))</sheetData>"),
      ("Daily", "", "<sheetData>\(BookWriter.rows(Self.rows))</sheetData>"),
      ("Empty", "", "<sheetData/>"),
      ("Config", "state=\"veryHidden\"", "<sheetData>\(other)</sheetData>"),
      ("Version", "", "<sheetData>\(other)</sheetData>"),
    ]
    let parts = ExportReader(path: "b.xlsx").read(writer.bytes(), by: .shipped)
    #expect(
      parts.summary == [
        "b.xlsx › Cover: (holds no table)", "b.xlsx › Daily: 2 rows", "b.xlsx › Daily (2): 2 rows",
        "b.xlsx › Empty: (holds no table)", "b.xlsx › Config: (is a hidden sheet)",
        "b.xlsx › Version: (has the header of no export that is known)",
      ])
    // Without a table that is read, nothing is passed over.
    writer.sheets.removeSubrange(1...2)
    #expect(
      ExportReader(path: "b.xlsx").read(writer.bytes(), by: .shipped).summary.first
        == "b.xlsx › Cover: holds no table")
  }

  @Test func sheetsWithTheSameColumnsAreOneSource() throws {
    var writer = BookWriter()
    writer.sheets = [
      ("2025", "", "<sheetData>\(BookWriter.rows([["sku", "cost"], ["a", "1"]]))</sheetData>"),
      (
        "2026", "",
        "<sheetData>\(BookWriter.rows([["sku", "cost", "note"], ["a", "2", "x"]]))</sheetData>"
      ),
      (
        "Colours", "",
        "<sheetData>\(BookWriter.rows([["code", "colour"], ["1", "red"]]))</sheetData>"
      ),
    ]
    let parts = ExportReader(path: "c.xlsx").readPlain(
      writer.bytes(), PlainSchema(source: "costs"))
    #expect(
      parts.summary == [
        "c.xlsx › 2025: 1 rows", "c.xlsx › 2026: 1 rows",
        "c.xlsx › Colours: has other columns than `c.xlsx › 2025`",
      ])
    let one = ExportReader(path: "c.xlsx", part: PartSelection(["Colours"]) { $0 == $1 })
      .readPlain(writer.bytes(), PlainSchema(source: "colours"))
    #expect(one.summary == ["c.xlsx › Colours: 1 rows"])
    let none = ExportReader(path: "c.xlsx", part: PartSelection(["2024"]) { $0 == $1 })
      .readPlain(writer.bytes(), PlainSchema(source: "costs"))
    #expect(none.summary == ["c.xlsx: has no part called `2024`; it has `2025`, `2026`, `Colours`"])
  }

  @Test func aBookWithoutItsListsIsStillRead() throws {
    var writer = BookWriter()
    writer.sheets = [("S", "", "<sheetData>\(BookWriter.rows(Self.rows))</sheetData>")]
    let bare = writer.entries.filter {
      $0.0 == "xl/workbook.xml" || $0.0.hasPrefix("xl/worksheets/")
    }
    #expect(try read(ZipWriter.archive(bare)).table.rowCount == 2)
    let backslashes = writer.entries.map { ($0.0.replacing("/", with: "\\"), $0.1) }
    #expect(try read(ZipWriter.archive(backslashes)).table.rowCount == 2)
  }
}
