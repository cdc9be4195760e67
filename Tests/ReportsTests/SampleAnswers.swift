import KepiColumns
import KepiDiagnostics
import KepiReports

/// Small answers that the cases share.
enum SampleAnswers {
  static let noReceipt = Receipt(periods: [], asOf: nil, asOfReason: .empty, sources: [], notes: [])

  static func column(_ name: String, _ unit: Unit, _ column: Column) -> Table.NamedColumn {
    Table.NamedColumn(name: name, unit: unit, column: column)
  }

  static func text(_ name: String, _ cells: [String?]) -> Table.NamedColumn {
    column(name, .text, .text(TextColumn(cells)))
  }

  static func amount(
    _ name: String, _ unit: Unit, scale: Int = 0, _ cells: [Int64?]
  ) -> Table.NamedColumn {
    let values = AmountColumn(
      values: cells.map { $0 ?? 0 }, scale: scale, present: Bitmap(cells.map { $0 != nil }))
    return column(name, unit, .amount(values))
  }

  static func number(_ name: String, _ unit: Unit, _ cells: [Double?]) -> Table.NamedColumn {
    let values = NumberColumn(
      values: cells.map { $0 ?? 0 }, present: Bitmap(cells.map { $0 != nil }))
    return column(name, unit, .number(values))
  }

  static func date(_ name: String, _ grain: Grain, _ cells: [String?]) -> Table.NamedColumn {
    let days = cells.map { $0.flatMap { Day(text: $0) } }
    return column(
      name, .date(grain),
      .date(
        DateColumn(
          days: days.map { Int64($0?.number ?? 0) }, present: Bitmap(days.map { $0 != nil }))))
  }

  static func answer(
    _ columns: [Table.NamedColumn], hidden: Set<String> = [], groupingCount: Int? = nil,
    lines: [Answer.LineKind]? = nil, receipt: Receipt = noReceipt
  ) -> Answer {
    let rowCount = columns.first?.column.count ?? 0
    return Answer(
      table: Table(rowCount: rowCount, columns: columns), hiddenColumns: hidden,
      groupingCount: groupingCount, lines: lines ?? Array(repeating: .plain, count: rowCount),
      receipt: receipt)
  }

  /// Seven rows, again and again, of cells of all widths.
  static func rows(repeated count: Int) -> Answer {
    func again<Cell>(_ cells: [Cell]) -> [Cell] {
      Array(repeating: cells, count: count).flatMap { $0 }
    }
    return answer([
      text(
        "store",
        again(["DE", nil, "one, two", "a name of more than eight bytes", "=1+1", "日本", "12345678"])),
      date(
        "month", .month,
        again(["2026-01-01", nil, "2026-02-01", "2026-01-01", nil, "2026-03-01", "2026-01-01"])),
      amount("revenue", eur, scale: 2, again([123_456, nil, 0, -1_250, 99, 1_234_567_890_123, 7])),
      amount("orders", .count, again([1, 22, 333, 4_444, 55_555, 666_666, nil])),
      number("acos", .percent, again([0.247, nil, 1, 1e-9, 0.1, 123_456.789, 0])),
    ])
  }

  static let eur = Unit.money(.fixed("EUR"))

  /// Texts, money, a ratio, blanks, others and a total.
  static let stores = answer(
    [
      text("store", ["DE", "FR", "IT", "(others)", "(total)"]),
      amount("revenue", eur, scale: 2, [123_456, -1_250, 0, 99, 122_305]),
      amount("orders", .count, [12_345, 3, nil, 1, 12_349]),
      number("acos", .percent, [0.247, 0.005_349, nil, 0.1, 0.24]),
    ], lines: [.plain, .plain, .plain, .others, .total])

  static let chinese = answer([
    text("店铺", ["德国店", "France", "日本（东京）", nil, "👨‍👩‍👧 family"]),
    amount("销售额", eur, scale: 2, [123_456, 7, 100, 5, -1]),
  ])

  /// Each line has a currency of its own, and the total has none.
  static let currencies = answer(
    [
      text("store", ["DE", "JP", "US", nil]),
      amount("revenue", .money(.column("#cur")), scale: 2, [123_456, 200_000, 5, nil]),
      amount("spend", .money(.column("#cur")), scale: 4, [1_234_560, 0, 50, nil]),
      text("#cur", ["EUR", "JPY", "USD", nil]),
    ], hidden: ["#cur"], groupingCount: 1, lines: [.plain, .plain, .plain, .total])

  /// Totals inside, a missing value of a dimension, a step of time.
  static let months = answer(
    [
      text("store", ["DE", "DE", "DE", nil, nil, "(total)"]),
      date("month", .month, ["2026-01-01", "2026-02-01", nil, "2026-01-01", nil, nil]),
      amount("orders", .count, [1, 2, 3, 4, 4, 7]),
    ], lines: [.plain, .plain, .total, .plain, .plain, .total])

  static let damaged = answer([
    text("na\u{1b}me", ["a\u{1b}[31mred", "two\nrows", "tab\there", "\u{202e}back", "\u{9b}0m"]),
    amount("n", .count, [1, 2, 3, 4, 5]),
  ])

  /// Texts that a spreadsheet would compute, beside numbers that it may.
  static let formulas = answer([
    text(
      "=name", ["=HYPERLINK(\"http://x\",\"y\")", "+1", "-2", "@SUM(A1)", "＝A1", "\tx", "plain"]),
    amount("change", .number, scale: 1, [-15, 20, -30, 40, 50, 60, nil]),
  ])

  static let quoting = answer([
    text("a,b", ["plain", "with, comma", "say \"so\"", "two\r\nrows", nil, " spaces "]),
    text("c", [nil, "", "x", "\u{1}\u{7f}\\", "ß", "😀"]),
  ])

  static let nothing = answer([text("store", []), amount("orders", .count, [])])

  static let single = answer([text("store", ["a", nil])])

  static let wide = answer([
    text("product", ["Garden hose with brass", "Rake"]),
    text("sku", ["GH-25-BR", "RK"]),
    amount("revenue", eur, scale: 2, [123_456_789, 100]),
    amount("revenue 1 year ago", eur, scale: 2, [1_234, -100]),
    number("change % vs 1 year ago", .percent, [1.5, nil]),
  ])

  static let receipt = answer(
    [amount("orders", .count, [5])],
    receipt: Receipt(
      periods: [
        Receipt.Period(
          label: Phrase("last 4 weeks", zh: "上 4 周"), first: Day(number: 20_696),
          last: Day(number: 20_723),
          isUnfinished: true),
        Receipt.Period(
          label: Phrase("previous", zh: "上期"), first: Day(number: 20_668),
          last: Day(number: 20_695),
          isUnfinished: false),
      ],
      asOf: Day(number: 20_723),
      asOfReason: Phrase(
        "newest day that ads_by_product has", zh: "ads_by_product 的最新一天"),
      sources: [
        Receipt.SourceUse(
          name: "ads_by_product", rowsRead: 67_890, rowsKept: 12_345,
          covered: Day(number: 20_600)...Day(number: 20_723), daysCovered: 28, daysAsked: 28),
        Receipt.SourceUse(
          name: "orders", rowsRead: 10, rowsKept: 9,
          covered: Day(number: 20_700)...Day(number: 20_723), daysCovered: 24, daysAsked: 28),
        Receipt.SourceUse(
          name: "costs", rowsRead: 3, rowsKept: 3, covered: nil, daysCovered: 0, daysAsked: 0),
      ],
      notes: [
        Phrase(
          "K0605 ads end on 2026-09-27\nand \"so\" on", zh: "K0605 ads 止于 2026-09-27\n等等")
      ]))
}
