// What reading a file may give, made up: every kind of column, cell and outcome.
import KepiCache
import KepiColumns
import KepiDiagnostics
import KepiFormats

enum MadeSegments {
  static func make(rowCount: Int, seed: UInt64 = 1) -> Segment {
    var random = SplitMix(seed: seed)
    func numbers(_ range: ClosedRange<Int64>) -> [Int64] {
      (0..<rowCount).map { _ in Int64.random(in: range, using: &random) }
    }
    func some() -> Bitmap { Bitmap((0..<rowCount).map { _ in Bool.random(using: &random) }) }
    // Fewer texts than become strings at once, and more.
    let few = ["", "夏季促销", "a", "x \"y\""]
    let many = [""] + (1...max(1, rowCount / 2)).map { "order-\($0)" }
    let columns = [
      column("day", .date(.day), .date(DateColumn(days: numbers(19_000...21_000)))),
      column("until", .date(.week), .date(DateColumn(days: numbers(0...9), present: some()))),
      column("tiny", .count, .amount(AmountColumn(values: numbers(-9...9), scale: 0))),
      column(
        "small", .money(.fixed("EUR")),
        .amount(AmountColumn(values: numbers(-900...900), scale: 2, present: some()))),
      column(
        "middle", .money(.column("currency")),
        .amount(AmountColumn(values: numbers(-900_000...900_000), scale: 4))),
      column(
        "large", .money(.unknown),
        .amount(AmountColumn(values: numbers(.min ... .max), scale: 0))),
      column(
        "rate", .percent,
        .number(
          NumberColumn(
            values: (0..<rowCount).map { _ in Double.random(in: -1...1, using: &random) },
            present: some()))),
      column("weight", .number, .number(NumberColumn(values: numbers(0...5).map(Double.init)))),
      column("age", .days, .amount(AmountColumn(values: numbers(0...99), scale: 0))),
      column("kind", .text, .text(TextColumn(dictionary: few, codes: numbers(0...3)))),
      column(
        "order", .text,
        .text(TextColumn(dictionary: many, codes: numbers(0...Int64(many.count - 1))))),
      column("sold", .truth, .amount(AmountColumn(values: numbers(0...1), scale: 0))),
    ]
    var export = LoadedExport(
      path: "dir/a.csv", kind: "ads", source: "ads",
      table: Table(rowCount: rowCount, columns: columns), rowsRead: rowCount + 1,
      rejects: [Reject(line: 7, column: "day", text: "?", reason: Phrase("no day", zh: "不是日期"))],
      unreadCells: [Reject(line: 9, column: nil, text: nil, reason: .empty)],
      unusedHeaders: ["Extra"], remarks: [Phrase("a remark", zh: "备注")],
      reportDay: Day(number: 20_000), uncertainty: Phrase("not sure", zh: "不确定"),
      fixedColumns: ["store"])
    export.columnsNotThere = ["a", "b"]
    export.rowsLeftOut = [
      RowsLeftOut(count: 3, reason: Phrase("without a name", zh: "没有名称"))
    ]
    return Segment(parts: [
      .init(path: "dir/a.csv › one", outcome: .read(export)),
      .init(path: "dir/a.csv › two", outcome: .passedOver(Phrase("is a cover", zh: "是封面"))),
      .init(path: "dir/a.csv › three", outcome: .unread(Phrase("is cut", zh: "不完整"), .damaged)),
    ])
  }

  private static func column(_ name: String, _ unit: Unit, _ column: Column) -> Table.NamedColumn {
    Table.NamedColumn(name: name, unit: unit, column: column)
  }
}

/// SplitMix64, by Guy Steele, Doug Lea and Christine Flood.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
