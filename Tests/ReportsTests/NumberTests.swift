import KepiColumns
import KepiDiagnostics
import KepiReports
import Testing

/// What a number looks like. To add a case, add a row.
struct NumberTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let amount: Int64?
    let scale: Int
    let number: Double
    let unit: Unit
    let currency: String?
    let rounded: String
    let full: String
    let plain: String

    init(
      _ amount: Int64, scale: Int = 0, _ unit: Unit, _ rounded: String, _ full: String,
      _ plain: String
    ) {
      self.init(amount, scale, 0, unit, rounded, full, plain)
    }

    init(_ number: Double, _ unit: Unit, _ rounded: String, _ full: String, _ plain: String) {
      self.init(nil, 0, number, unit, rounded, full, plain)
    }

    private init(
      _ amount: Int64?, _ scale: Int, _ number: Double, _ unit: Unit, _ rounded: String,
      _ full: String, _ plain: String
    ) {
      self.amount = amount
      self.scale = scale
      self.number = number
      self.unit = unit
      currency = if case .money(.fixed(let code)) = unit { code } else { nil }
      self.rounded = rounded
      self.full = full
      self.plain = plain
    }

    var testDescription: String { "\(unit) \(plain)" }

    func text(_ style: NumberStyle) -> String? {
      if let amount { return style.text(amount, scale: scale, unit: unit, currency: currency) }
      return style.text(number, unit: unit, currency: currency)
    }
  }

  static let eur = Unit.money(.fixed("EUR"))

  @Test(arguments: [
    Row(123_456, scale: 2, eur, "€1,234.56", "€1,234.56", "1234.56"),
    Row(-123_456, scale: 2, eur, "-€1,234.56", "-€1,234.56", "-1234.56"),
    Row(5, scale: 0, eur, "€5.00", "€5.00", "5.00"),
    Row(-5, scale: 3, eur, "-€0.005", "-€0.005", "-0.005"),
    Row(4, scale: 3, eur, "€0.004", "€0.004", "0.004"),
    Row(0, scale: 4, eur, "€0.00", "€0.00", "0.00"),
    Row(99_999, scale: 3, eur, "€100.00", "€99.999", "99.999"),
    Row(1_234_500, scale: 4, .money(.fixed("USD")), "$123.45", "$123.45", "123.45"),
    Row(1234, .money(.fixed("JPY")), "¥1,234", "¥1,234", "1234"),
    Row(12_340, scale: 1, .money(.fixed("JPY")), "¥1,234", "¥1,234", "1234"),
    Row(1234, scale: 2, .money(.fixed("CNY")), "CN¥12.34", "CN¥12.34", "12.34"),
    Row(1234, scale: 2, .money(.fixed("CAD")), "CA$12.34", "CA$12.34", "12.34"),
    Row(1234, scale: 2, .money(.fixed("SEK")), "SEK 12.34", "SEK 12.34", "12.34"),
    Row(1234, scale: 2, .money(.fixed("PLN")), "zł 12.34", "zł 12.34", "12.34"),
    Row(1234, scale: 3, .money(.fixed("KWD")), "KWD 1.234", "KWD 1.234", "1.234"),
    Row(1234, scale: 2, .money(.unknown), "12.34", "12.34", "12.34"),
    Row(
      Int64.min, scale: 2, .money(.unknown),
      "-92,233,720,368,547,758.08", "-92,233,720,368,547,758.08", "-92233720368547758.08"),
    Row(0.431_234_5, eur, "€0.43", "€0.4312345", "0.4312345"),
    Row(2, eur, "€2.00", "€2.00", "2"),

    Row(12_345, .count, "12,345", "12,345", "12345"),
    Row(12.345_67, .count, "12.35", "12.34567", "12.34567"),
    Row(-999, .count, "-999", "-999", "-999"),
    Row(1000, .count, "1,000", "1,000", "1000"),

    Row(0.247, .percent, "24.7 %", "24.7 %", "0.247"),
    Row(0.1 + 0.2, .percent, "30.0 %", "30.000000000000004 %", "0.30000000000000004"),
    Row(0.005_349, .percent, "0.53 %", "0.5349 %", "0.005349"),
    Row(-0.005, .percent, "-0.50 %", "-0.50 %", "-0.005"),
    Row(0.000_012, .percent, "0.0012 %", "0.0012 %", "0.000012"),
    Row(0.0, .percent, "0.0 %", "0.0 %", "0"),
    Row(-0.0, .percent, "0.0 %", "0.0 %", "0"),
    Row(12.5, .percent, "1,250.0 %", "1,250.0 %", "12.5"),
    Row(25, scale: 2, .percent, "25.0 %", "25.0 %", "0.25"),

    Row(3.141_592_65, .number, "3.142", "3.14159265", "3.14159265"),
    Row(12_345.678, .number, "12,346", "12,345.678", "12345.678"),
    Row(0.001_234_56, .number, "0.001235", "0.00123456", "0.00123456"),
    Row(
      1e21, .number, "1,000,000,000,000,000,000,000", "1,000,000,000,000,000,000,000",
      "1000000000000000000000"),
    Row(1.5e-7, .number, "0.00000015", "0.00000015", "0.00000015"),
    Row(9.999_96, .number, "10", "9.99996", "9.99996"),

    Row(3.25, .days, "3.3 d", "3.25 d", "3.25"),
    Row(12, .days, "12 d", "12 d", "12"),
    Row(1, .truth, "yes", "yes", "true"),
    Row(0.0, .truth, "no", "no", "false"),
  ])
  func digits(_ row: Row) {
    #expect(row.text(.rounded) == row.rounded)
    #expect(row.text(.full) == row.full)
    #expect(row.text(.plain) == row.plain)
  }

  @Test func `an infinity is no number`() {
    #expect(NumberStyle.plain.text(.infinity, unit: .number, currency: nil) == nil)
    #expect(NumberStyle.plain.text(.nan, unit: .percent, currency: nil) == nil)
  }

  @Test func `plain doubles read back as themselves`() {
    var state: UInt64 = 1
    for _ in 0..<2000 {
      // Marsaglia, "Xorshift RNGs" (2003): any bits will do, so long as they are the same each time.
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let number = Double(bitPattern: state)
      let text = NumberStyle.plain.text(number, unit: .number, currency: nil)
      #expect(text.flatMap { Double($0) } == (number.isFinite ? number : nil))
      #expect(text?.contains("e") != true)
    }
  }

  struct DayRow: Sendable {
    let day: String
    let grain: Grain
    let text: String
  }

  @Test(arguments: [
    DayRow(day: "2026-08-15", grain: .day, text: "2026-08-15"),
    DayRow(day: "2026-08-10", grain: .week, text: "2026-W33"),
    DayRow(day: "2026-08-09", grain: .week, text: "2026-08-09"),
    DayRow(day: "2024-12-30", grain: .week, text: "2025-W01"),
    DayRow(day: "2026-08-01", grain: .month, text: "2026-08"),
    DayRow(day: "2026-08-02", grain: .month, text: "2026-08-02"),
    DayRow(day: "2026-07-01", grain: .quarter, text: "2026-Q3"),
    DayRow(day: "2026-08-01", grain: .quarter, text: "2026-08-01"),
    DayRow(day: "2026-01-01", grain: .year, text: "2026"),
    DayRow(day: "2026-04-01", grain: .year, text: "2026-04-01"),
  ])
  func days(_ row: DayRow) throws {
    #expect(NumberStyle.text(try #require(Day(text: row.day)), grain: row.grain) == row.text)
  }

  struct WidthRow: Sendable {
    let text: String
    let cells: Int
  }

  @Test(arguments: [
    WidthRow(text: "store", cells: 5), WidthRow(text: "店铺", cells: 4),
    WidthRow(text: "Größe", cells: 5), WidthRow(text: "e\u{301}", cells: 1),
    WidthRow(text: "，", cells: 2), WidthRow(text: "한국", cells: 4),
    WidthRow(text: "\u{1112}\u{1161}\u{11ab}", cells: 2), WidthRow(text: "ｱ", cells: 1),
    WidthRow(text: "👍", cells: 2), WidthRow(text: "👍🏽", cells: 2),
    WidthRow(text: "👨‍👩‍👧", cells: 2), WidthRow(text: "🇩🇪", cells: 2),
    WidthRow(text: "❤️", cells: 2), WidthRow(text: "…", cells: 1), WidthRow(text: "𠀀", cells: 2),
  ])
  func widths(_ row: WidthRow) {
    #expect(CellWidth.of(row.text) == row.cells)
  }
}
