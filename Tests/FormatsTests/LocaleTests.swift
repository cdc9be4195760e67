// One week of one store, downloaded in four languages and two containers, in any order and overlap.
import KepiColumns
import KepiFormats
import KepiShell
import Testing

struct LocaleTests {
  /// A posted row, whatever language it is told in.
  private struct Posted: Sendable {
    let day: Int
    let hour: Int
    /// The place of its word in `Form.types`.
    let type: Int
    let order: String
    let sku: String
    let description: String
    let quantity: Int
    /// In cents: product sales, tax, shipping, selling fees, fba fees, other.
    let amounts: [Int]
  }

  private struct Form: Sendable {
    let above: String
    let headers: String
    let types: [String]
    let advertising: String
    let moment: @Sendable (Posted) -> String
    let decimalSign: String
    let groupSign: String
  }

  private static let forms = [
    Form(
      above: "All amounts in EUR, unless specified",
      headers: "date/time|settlement id|type|order id|sku|description|quantity|marketplace|"
        + "product sales|product sales tax|shipping credits|selling fees|fba fees|other|total",
      types: ["Order", "Refund", "Service Fee", "Transfer"], advertising: "Cost of Advertising",
      moment: { "Mar \($0.day), 2026 \($0.hour - 8):05:00 AM PST" }, decimalSign: ".",
      groupSign: ","),
    Form(
      above: "Alle Beträge in Euro sofern nicht anders gekennzeichnet",
      headers: "Datum/Uhrzeit|Abrechnungsnummer|Typ|Bestellnummer|SKU|Beschreibung|Menge|"
        + "Marketplace|Umsätze|Produktumsatzsteuer|Gutschrift für Versandkosten|Verkaufsgebühren|"
        + "Gebühren zu Versand durch Amazon|Andere|Gesamt",
      types: ["Bestellung", "Erstattung", "Servicegebühr", "Übertrag"], advertising: "Werbekosten",
      moment: { "0\($0.day).03.2026 \($0.hour):05:00 UTC" }, decimalSign: ",", groupSign: "."),
    Form(
      above: "Tous les montants sont en EUR, sauf mention contraire.",
      headers: "date/heure|numéro de versement|type|numéro de la commande|sku|description|quantité|"
        + "Marketplace|ventes de produits|Taxes sur la vente des produits|crédits d'expédition|"
        + "frais de vente|Frais Expédié par Amazon|autre|total",
      types: ["Commande", "Remboursement", "Frais de service", "Transfert"],
      advertising: "Prix de la publicité",
      moment: { "\($0.day) mars 2026 \($0.hour):05:00 UTC" }, decimalSign: ",",
      groupSign: "\u{202F}"),
    Form(
      above: "指定のない場合、単位はEUR",
      headers: "日付/時間|決済番号|トランザクションの種類|注文番号|SKU|説明|数量|Amazon 出品サービス|商品売上|"
        + "商品の売上税|配送料|手数料|FBA 手数料|その他|合計",
      types: ["注文", "返金", "注文外料金", "振込み"], advertising: "広告費用",
      moment: { "2026/03/0\($0.day) \($0.hour + 9):05:00 JST" }, decimalSign: ".", groupSign: ","),
  ]

  /// Two equal lines of one order among them, amounts above a thousand, and rows without an order.
  private static let week: [Posted] = (2...8).flatMap { day -> [Posted] in
    let order = "305-000000\(day)-0000001"
    let sale = Posted(
      day: day, hour: 12, type: 0, order: order, sku: "CUP-1", description: "Cup, 300 ml",
      quantity: 1, amounts: [119_900 + 317 * day, 22_781, 499, -17_985, -541, 0])
    return [
      sale, sale,
      Posted(
        day: day, hour: 13, type: 1, order: "305-000000\(day)-0000002", sku: "CUP-2",
        description: "Becher", quantity: 2, amounts: [-2_999, -570, 0, 450, 0, 0]),
      Posted(
        day: day, hour: 14, type: 2, order: "", sku: "", description: "", quantity: 0,
        amounts: [0, 0, 0, 0, 0, -1_234_567 - day]),
      Posted(
        day: day, hour: 9, type: 3, order: "", sku: "", description: "To account", quantity: 0,
        amounts: [0, 0, 0, 0, 0, -100 * day]),
    ]
  }

  // MARK: Files

  private static func number(_ cents: Int, _ form: Form) -> String {
    var whole = String(cents.magnitude / 100)
    let rest = cents.magnitude % 100
    if whole.count > 3 {
      let cut = whole.index(whole.endIndex, offsetBy: -3)
      let head = whole[..<cut]
      let millions =
        head.count > 3
        ? "\(head.dropLast(3))\(form.groupSign)\(head.suffix(3))" : String(head)
      whole = "\(millions)\(form.groupSign)\(whole[cut...])"
    }
    return (cents < 0 ? "-" : "") + whole + form.decimalSign + (rest < 10 ? "0" : "") + "\(rest)"
  }

  /// A workbook that a spreadsheet program saved has numbers as numbers.
  private static func plain(_ cents: Int) -> String {
    let rest = cents.magnitude % 100
    return (cents < 0 ? "-" : "") + "\(cents.magnitude / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }

  private static func rows(_ days: ClosedRange<Int>, _ form: Form, isBook: Bool) -> [[String]] {
    let amount = { (cents: Int) in isBook ? plain(cents) : number(cents, form) }
    return week.filter { days.contains($0.day) }.map { row in
      [
        form.moment(row), "23456", form.types[row.type], row.order, row.sku,
        row.type == 2 ? form.advertising : row.description,
        row.quantity == 0 ? "" : "\(row.quantity)", row.type > 1 ? "" : "amazon.de",
      ] + row.amounts.map(amount) + [amount(row.amounts.reduce(0, +))]
    }
  }

  private static func export(
    _ number: Int, _ days: ClosedRange<Int>, isBook: Bool
  ) throws -> LoadedExport {
    let form = forms[number]
    let headers = form.headers.split(separator: "|").map(String.init)
    let rows = rows(days, form, isBook: isBook)
    let bytes: [UInt8]
    if isBook {
      bytes = BookWriter.book(BookWriter.rows([[form.above], headers] + rows))
    } else {
      let lines = [[form.above], headers] + rows
      bytes = Array(
        lines.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }.joined().utf8)
    }
    let path = "\(number)-\(days).\(isBook ? "xlsx" : "csv")"
    return try ExportReader(
      path: path, fixed: ["store": FixedValue(.text("Nord"), overrides: false)]
    )
    .read(bytes, by: .shipped).onlyExport()
  }

  // MARK: Answers

  /// Every line of the source, in an order that no file decides.
  private static func lines(_ exports: [LoadedExport]) -> [String] {
    let table = ExportMerge.merge(exports, kinds: ExportRecogniser.shipped.kinds).table
    return table.rows(
      "day", "transaction_type", "order_id", "sku", "description", "quantity",
      "amount_description", "amount", "currency", "site"
    ).sorted()
  }

  @Test func theFormsSayTheSame() throws {
    let clean = Self.lines([try Self.export(0, 2...8, isBook: false)])
    // Each amount that is not zero is a line.
    #expect(clean.count == Self.week.reduce(0) { $0 + $1.amounts.count { $0 != 0 } })
    for number in Self.forms.indices {
      for isBook in [false, true] {
        let export = try Self.export(number, 2...8, isBook: isBook)
        #expect(export.rejects == [])
        #expect(export.kind == "amazon_transactions")
        #expect(Self.lines([export]) == clean, "form \(number), book \(isBook)")
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func anyOrderAndOverlap(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let clean = Self.lines([try Self.export(0, 2...8, isBook: false)])
    // Two halves that meet or overlap, and some more of any stretch.
    let cut = 2 + random(7)
    var stretches = [2...cut, max(2, cut - random(3))...8]
    for _ in 0..<random(4) {
      let first = 2 + random(7)
      stretches.append(first...first + random(9 - first))
    }
    var exports: [LoadedExport] = []
    for days in stretches {
      exports.insert(
        try Self.export(random(Self.forms.count), days, isBook: random(2) == 0),
        at: random(exports.count + 1))
    }
    #expect(Self.lines(exports) == clean, "\(exports.map(\.path))")
  }
}
