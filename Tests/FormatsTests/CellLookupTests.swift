// Cells of all lengths, met again and again, are each read as what they are.
import KepiColumns
import KepiFormats
import Testing

struct CellLookupTests {
  /// Letters and a NUL, which must not be taken for the end of a cell.
  private static func cell(_ random: inout SplitMix, _ lengths: ClosedRange<Int>) -> String {
    let letters = Array("abc0\0".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<lengths.lowerBound + Int(random.next() % UInt64(lengths.count)) {
      let number = Int(random.next() % 40)
      text.append(number == 0 ? letters[4] : letters[number % 4])
    }
    // A cell of NULs alone would make the text look like another encoding.
    return "x" + String(text)
  }

  @Test(arguments: [1, 2, 3] as [UInt64], ["\n", "\r\n"])
  func textsAreThoseWritten(seed: UInt64, lineEnd: String) throws {
    var random = SplitMix(state: seed)
    var rows: [[String]] = []
    for row in 0..<6000 {
      rows.append([
        // Of one word always; first of one, later of two; of any length.
        Self.cell(&random, 0...7), Self.cell(&random, row < 3000 ? 0...7 : 4...14),
        Self.cell(&random, 0...19),
      ])
    }
    let text =
      "a,b,c" + lineEnd + rows.map { $0.joined(separator: ",") + lineEnd }.joined()
    var schema = PlainSchema(source: "own")
    schema.textColumns = ["a", "b", "c"]
    let table = try ExportReader(path: "own.csv").readPlain(Array(text.utf8), schema).onlyExport()
      .table
    #expect(table.rowCount == rows.count)
    for (column, name) in ["a", "b", "c"].enumerated() {
      guard case .text(let texts)? = table[name]?.column else {
        Issue.record("\(name) is no text")
        continue
      }
      let wrong = rows.indices.first { texts[$0] != rows[$0][column] }
      #expect(wrong == nil, "\(name), row \(wrong ?? -1)")
      #expect(texts.dictionary.count == Set(rows.map { $0[column] }).count + 1)
    }
  }

  @Test func amountsAreThoseWritten() throws {
    var random = SplitMix(state: 9)
    var amounts: [Int64] = []
    var text = "day,amount\n"
    for _ in 0..<6000 {
      // Up to 12 digits, so that some cells are longer than a word.
      let cents = Int64(random.next() % (random.next() % 3 == 0 ? 1_000_000_000_000 : 5000))
      amounts.append(cents)
      let rest = cents % 100
      text += "2026-01-01,\(cents / 100).\(rest < 10 ? "0" : "")\(rest)\n"
    }
    let table = try ExportReader(path: "own.csv").readPlain(
      Array(text.utf8), PlainSchema(source: "own")
    ).onlyExport().table
    guard case .amount(let found)? = table["amount"]?.column else {
      Issue.record("amounts are no amounts")
      return
    }
    #expect(found.scale == 2)
    #expect(amounts.indices.allSatisfy { found[$0] == amounts[$0] })
  }

  /// Columns of many values, most of them numbers or names with one: some outgrow the codes of a byte,
  /// some those of two; of some the names begin otherwise in the end.
  @Test(arguments: [1, 2] as [Int])
  func numberedNamesAreThoseWritten(workerCount: Int) throws {
    var random = SplitMix(state: 11)
    func number(_ limit: UInt64) -> Int { Int(random.next() % limit) }
    var rows: [[String]] = []
    for row in 0..<120_000 {
      let digits = String(number(90_000) + 1_000_000).dropFirst()
      rows.append([
        "SKU-" + digits, "Campaign \(number(5000))", "\(number(300)).\(number(100))",
        row < 90_000 ? "item no \(number(4000))" : "a thing \(number(4000))",
        row % 3 == 0 ? "" : "n\(number(200))", "id\(row)",
        row < 60_000 ? "x\(row / 300)" : "y\(row)",
        "2026-0\(1 + row % 9)-1\(row % 7)",
      ])
    }
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"]
    let text =
      names.joined(separator: ";") + "\n"
      + rows.map { $0.joined(separator: ";") + "\n" }.joined()
    var schema = PlainSchema(source: "own")
    schema.textColumns = names
    let table = try ExportReader(
      path: "own.csv", effort: ReadEffort(workerCount: workerCount, leastShare: 1 << 18)
    ).readPlain(Array(text.utf8), schema).onlyExport().table
    #expect(table.rowCount == rows.count)
    for (column, name) in names.enumerated() {
      guard case .text(let texts)? = table[name]?.column else {
        Issue.record("\(name) is no text")
        continue
      }
      let wrong = rows.indices.first { (texts[$0] ?? "") != rows[$0][column] }
      #expect(wrong == nil, "\(name), row \(wrong ?? -1)")
    }
  }
}
