import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

/// Damaged files are read as far as they go: no crash, no hang, and every row accounted for.
struct DamageTests {
  private static let files = [
    """
    Date,Ordered Product Sales,Units Ordered,Sessions - Total
    8/1/26,"$1,234.56","1,028","1,045"
    8/13/26,$987.00,49,998
    8/14/26,"$12,004.90",604,"10,422"
    """,
    "\u{FEFF}(Übergeordnete) ASIN;(Untergeordnete) ASIN;Titel;Bestellte Einheiten;"
      + "Durch bestellte Produkte erzielter Umsatz\r\n"
      + "B0AAAAAAA1;B0AAAAAAA2;\"Becher \"\"groß\"\"; blau\";800;\"17.510,95\u{A0}€\"\r\n"
      + "B0AAAAAAA1;B0AAAAAAA3;\"Becher\nklein\";\"1,028\";912,56\u{202F}€\r\n",
    "amazon-order-id\tpurchase-date\tsales-channel\tproduct-name\tsku\titem-status\tquantity\t"
      + "currency\titem-price\tship-city\n"
      + "1\t2026-06-15T19:39:08+00:00\tAmazon.de\t1/4\" bolt\tA\tShipped\t2\tEUR\t149.94\tNemo\n"
      + "2\t2026-06-15T19:39:08+00:00\tAmazon.com\t-\tB\tCancelled\t0\t\t\tNemo\n",
    "settlement-id\tdeposit-date\ttotal-amount\tcurrency\tamount-type\tamount-description\tamount\t"
      + "posted-date-time\n7\t16.05.2026 05:41:21 UTC\t6,30\tEUR\t\t\t\t\n"
      + "7\t\t\t\tItemPrice\tPrincipal\t7,29\t07.05.2026 05:00:00 UTC\n"
      + "7\t\t\t\tItemFees\tCommission\t-0,99\t07.05.2026 05:00:00 UTC\n",
  ].map { Array($0.utf8) }

  /// Reads the bytes as a kind and as a file of one's own, and checks what holds for any bytes.
  private func check(_ bytes: [UInt8]) {
    let lineCount = bytes.count + 1
    for isPlain in [false, true] {
      do {
        let export =
          isPlain
          ? try ExportReader.readPlain(
            path: "damaged", bytes: bytes, schema: PlainSchema(source: "own"))
          : try read(bytes)
        #expect(export.rowsRead == export.table.rowCount + export.rejects.count)
        #expect(
          (export.rejects + export.unreadCells).allSatisfy { (1...lineCount).contains($0.line) })
        _ = ExportMerge.merge([export, export], kinds: ExportRecogniser.shipped.kinds)
      } catch let failure as ReadFailure {
        #expect(!failure.reason.isEmpty)
      } catch {
        Issue.record(error)
      }
    }
  }

  @Test(arguments: 0..<4) func cutAnywhere(_ file: Int) {
    let bytes = Self.files[file]
    for length in stride(from: 0, to: bytes.count, by: 3) { check(Array(bytes[..<length])) }
  }

  @Test(arguments: 0..<4) func flippedBytes(_ file: Int) {
    var random = SplitMix(state: UInt64(file))
    for _ in 0..<150 {
      var bytes = Self.files[file]
      for _ in 0...Int(random.next() % 4) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      check(bytes)
    }
  }

  @Test(arguments: 0..<4) func bytesThatDoNotBelong(_ file: Int) {
    var random = SplitMix(state: UInt64(100 + file))
    let strangers: [[UInt8]] = [
      [0], [0x22], [0x22, 0x22], [0x0D], [0x0D, 0x0D, 0x0A], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF],
      [0x09], [0x2C], Array(repeating: 0x39, count: 400), Array(repeating: 0, count: 100),
    ]
    for _ in 0..<150 {
      var bytes = Self.files[file]
      let stranger = strangers[Int(random.next() % UInt64(strangers.count))]
      bytes.insert(contentsOf: stranger, at: Int(random.next() % UInt64(bytes.count)))
      check(bytes)
    }
  }

  @Test(arguments: 0..<4) func anotherSeparator(_ file: Int) {
    for separator in Array(",;\t|:".utf8) {
      check(Self.files[file].map { $0 == 0x09 || $0 == 0x2C || $0 == 0x3B ? separator : $0 })
    }
  }

  @Test(arguments: [UInt8(ascii: "9"), UInt8(ascii: "\""), UInt8(ascii: " "), 0x80, 0])
  func aVeryLongCell(_ filling: UInt8) {
    let file = Self.files[Int(filling) % Self.files.count]
    let head = file.prefix { $0 != 0x0A } + [0x0A]
    check(
      head + Array(repeating: filling, count: 1 << 20) + Array(file.dropFirst(head.count)))
  }

  @Test func manyQuotesThatNeverClose() {
    let row = Array("2026-08-01,\"5,1\n".utf8)
    var bytes = Array("Date,Ordered Product Sales,Units Ordered\n".utf8)
    for _ in 0..<20_000 { bytes += row }
    check(bytes)
  }
}

/// The same numbers in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
