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
}
