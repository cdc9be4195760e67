// One week of one store, downloaded in each language of the transactions and in two containers, in
// any order and overlap.
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
    /// Some marketplaces have no column for the tax of products.
    var hasTax = true
  }

  /// The first is what the others are compared with.
  private static let forms: [Form] = [
    american, german, french, japanese, british, canadian, italian, spanish, emirati, belgian,
    swedish, dutch,
  ]

  private static let american = Form(
    above: "All amounts in EUR, unless specified",
    headers: "date/time|settlement id|type|order id|sku|description|quantity|marketplace|"
      + "product sales|product sales tax|shipping credits|selling fees|fba fees|other|total",
    types: ["Order", "Refund", "Service Fee", "Transfer"], advertising: "Cost of Advertising",
    moment: { "Mar \($0.day), 2026 \($0.hour - 8):05:00 AM PST" }, decimalSign: ".",
    groupSign: ",")

  private static let german = Form(
    above: "Alle Beträge in Euro sofern nicht anders gekennzeichnet",
    headers: "Datum/Uhrzeit|Abrechnungsnummer|Typ|Bestellnummer|SKU|Beschreibung|Menge|"
      + "Marketplace|Umsätze|Produktumsatzsteuer|Gutschrift für Versandkosten|Verkaufsgebühren|"
      + "Gebühren zu Versand durch Amazon|Andere|Gesamt",
    types: ["Bestellung", "Erstattung", "Servicegebühr", "Übertrag"], advertising: "Werbekosten",
    moment: { "0\($0.day).03.2026 \($0.hour):05:00 UTC" }, decimalSign: ",", groupSign: ".")

  private static let french = Form(
    above: "Tous les montants sont en EUR, sauf mention contraire.",
    headers: "date/heure|numéro de versement|type|numéro de la commande|sku|description|quantité|"
      + "Marketplace|ventes de produits|Taxes sur la vente des produits|crédits d'expédition|"
      + "frais de vente|Frais Expédié par Amazon|autre|total",
    types: ["Commande", "Remboursement", "Frais de service", "Transfert"],
    advertising: "Prix de la publicité",
    moment: { "\($0.day) mars 2026 \($0.hour):05:00 UTC" }, decimalSign: ",",
    groupSign: "\u{202F}")

  private static let japanese = Form(
    above: "指定のない場合、単位はEUR",
    headers: "日付/時間|決済番号|トランザクションの種類|注文番号|SKU|説明|数量|Amazon 出品サービス|商品売上|"
      + "商品の売上税|配送料|手数料|FBA 手数料|その他|合計",
    types: ["注文", "返金", "注文外料金", "振込み"], advertising: "広告費用",
    moment: { "2026/03/0\($0.day) \($0.hour + 9):05:00 JST" }, decimalSign: ".", groupSign: ",")

  private static let british = Form(
    above: "All amounts in EUR, unless specified",
    headers: "date/time|settlement id|type|order id|sku|description|quantity|marketplace|"
      + "product sales|product sales tax|postage credits|selling fees|fba fees|other|total",
    types: ["Order", "Refund", "Service Fee", "Transfer"], advertising: "Cost of Advertising",
    moment: { "\($0.day) Mar 2026 \(padded($0.hour, 2)):05:00 UTC" }, decimalSign: ".",
    groupSign: ",")

  private static let canadian = Form(
    above: "All amounts in EUR, unless specified",
    headers: "date/time|settlement id|type|order id|sku|description|quantity|marketplace|"
      + "product sales|product sales tax|shipping credits|selling fees|fba fees|other|total",
    types: ["Order", "Refund", "Service Fee", "Transfer"], advertising: "Cost of advertising",
    moment: { "Mar \($0.day), 2026 \($0.hour - 8):05:00 a.m. PST" }, decimalSign: ".",
    groupSign: ",")

  private static let italian = Form(
    above: "Tutti gli importi sono espressi in EUR, se non diversamente specificato.",
    headers: "Data/Ora:|Numero pagamento|Tipo|Numero ordine|SKU|Descrizione|Quantità|"
      + "Marketplace|Vendite|imposta sulle vendite dei prodotti|Accrediti per le spedizioni|"
      + "Commissioni di vendita|Costi del servizio Logistica di Amazon|Altro|totale",
    types: ["Ordine", "Rimborso", "Commissione di servizio", "Trasferimento"],
    advertising: "Costo della pubblicità",
    moment: { "\($0.day) mar 2026 \(padded($0.hour, 2)):05:00 UTC" }, decimalSign: ",",
    groupSign: ".")

  private static let spanish = Form(
    above: "Todos los importes en EUR, a menos que se especifique lo contrario",
    headers: "fecha y hora|identificador de pago|tipo|número de pedido|sku|descripción|cantidad|"
      + "web de Amazon|ventas de productos|impuesto de ventas de productos|abonos de envío|"
      + "tarifas de venta|tarifas de Logística de Amazon|otro|total",
    types: ["Pedido", "Reembolso", "Tarifa de prestación de servicio", "Transferir"],
    advertising: "Gastos de publicidad",
    moment: { "\($0.day) mar 2026 \(padded($0.hour + 1, 2)):05:00 CET" }, decimalSign: ",",
    groupSign: ".")

  private static let emirati = Form(
    above: "All amounts in EUR, unless specified",
    headers: "date/time|settlement id|type|order id|sku|description|quantity|marketplace|"
      + "product sales|shipping credits|selling fees|fba fees|other|total",
    types: ["Order", "Refund", "Service Fee", "Transfer"], advertising: "Cost of Advertising",
    moment: { row in
      let hour = row.hour % 12 == 0 ? 12 : row.hour % 12
      let half = row.hour < 12 ? "AM" : "PM"
      return "0\(row.day) Mar 2026 \(hour):05:00 \(half) UTC"
    }, decimalSign: ".", groupSign: ",", hasTax: false)

  private static let belgian = Form(
    above: "Tous les montants sont en EUR, sauf mention contraire.",
    headers: "date/heure|Identifiant du paiement|type|Numéro de la commande|SKU|description|"
      + "quantité|site de vente|ventes de produits|crédits d’expédition|frais de vente|"
      + "Frais pour le service Expédié par Amazon|autres|total",
    types: ["Commande", "Remboursement", "Frais de service", "Transférer"],
    advertising: "Prix de la publicité",
    moment: { "\($0.day) mars 2026 \(padded($0.hour, 2)):05:00 UTC" }, decimalSign: ",",
    groupSign: "\u{A0}", hasTax: false)

  private static let swedish = Form(
    above: "Alla belopp i EUR",
    headers: "datum/tid|reglerings-id|typ|beställnings-id|sku|beskrivning|antal|marknadsplats|"
      + "försäljning av produkter|fraktkrediter|försäljningsavgifter|fba-avgifter|Övrigt|totalt",
    types: ["Beställning", "Återbetalning", "Service Fee", "Överföring"],
    advertising: "Cost of Advertising",
    moment: { "\($0.day) mars 2026 \(padded($0.hour, 2)):05:00" }, decimalSign: ",",
    groupSign: " ", hasTax: false)

  private static let dutch = Form(
    above: "Alle bedragen in EUR",
    headers: "datum/tijd|schikkings-ID|type|bestelnummer|sku|beschrijving|aantal|marketplace|"
      + "verkoop van producten|Verzendtegoeden|verkoopkosten|fba-vergoedingen|overige|totaal",
    types: ["Bestelling", "Terugbetaling", "Servicekosten", "Overboeking"],
    advertising: "Advertentiekosten",
    moment: { "\($0.day) mrt 2026 \(padded($0.hour, 2)):05:00 UTC" }, decimalSign: ",",
    groupSign: ".", hasTax: false)

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
      // A marketplace without the column has orders without the tax.
      let amounts = row.amounts.enumerated().filter { form.hasTax || $0.offset != 1 }.map(\.element)
      return [
        form.moment(row), "23456", form.types[row.type], row.order, row.sku,
        row.type == 2 ? form.advertising : row.description,
        row.quantity == 0 ? "" : "\(row.quantity)", row.type > 1 ? "" : "amazon.de",
      ] + amounts.map(amount) + [amount(amounts.reduce(0, +))]
    }
  }

  /// How the rows are written down.
  enum Writing: CaseIterable, Sendable {
    case text, book, utf16, shiftJIS
  }

  /// In Shift-JIS only English and Japanese can be written; `nil` for other languages.
  static func bytes(
    _ number: Int, _ days: ClosedRange<Int>, _ writing: Writing
  ) -> [UInt8]? {
    let form = forms[number]
    let headers = form.headers.split(separator: "|").map(String.init)
    let lines = [[form.above], headers] + rows(days, form, isBook: writing == .book)
    if writing == .book { return BookWriter.book(BookWriter.rows(lines)) }
    let text = lines.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }.joined()
    switch writing {
    case .text, .book: return Array(text.utf8)
    case .utf16: return WeekReport.utf16(text)
    case .shiftJIS: return ShiftJIS.bytes(text)
    }
  }

  private static func export(
    _ number: Int, _ days: ClosedRange<Int>, _ writing: Writing
  ) throws -> LoadedExport? {
    guard let bytes = bytes(number, days, writing) else { return nil }
    let path = "\(number)-\(days).\(writing)"
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

  /// The places of the forms with a column for tax, or of those without.
  private static func places(withTax hasTax: Bool) -> [Int] {
    forms.indices.filter { forms[$0].hasTax == hasTax }
  }

  @Test(arguments: [true, false]) func theFormsSayTheSame(hasTax: Bool) throws {
    let places = Self.places(withTax: hasTax)
    let clean = Self.lines([try #require(try Self.export(places[0], 2...8, .text))])
    // Each amount that is not zero is a line.
    var count = 0
    for row in Self.week {
      for (place, amount) in row.amounts.enumerated() where amount != 0 && (hasTax || place != 1) {
        count += 1
      }
    }
    #expect(clean.count == count)
    for number in places {
      for writing in Writing.allCases {
        guard let export = try Self.export(number, 2...8, writing) else { continue }
        #expect(export.rejects == [] && export.remarks == [])
        #expect(export.kind == "amazon_transactions")
        #expect(Self.lines([export]) == clean, "form \(number), \(writing)")
      }
    }
  }

  @Test(arguments: [true, false], 1...40 as ClosedRange<UInt64>)
  func anyOrderAndOverlap(hasTax: Bool, _ seed: UInt64) throws {
    var mix = SplitMix(state: seed)
    func random(_ count: Int) -> Int { Int(mix.next() % UInt64(count)) }
    let places = Self.places(withTax: hasTax)
    let clean = Self.lines([try #require(try Self.export(places[0], 2...8, .text))])
    // Two halves that meet or overlap, and some more of any stretch.
    let cut = 2 + random(7)
    var stretches = [2...cut, max(2, cut - random(3))...8]
    for _ in 0..<random(4) {
      let first = 2 + random(7)
      stretches.append(first...first + random(9 - first))
    }
    var exports: [LoadedExport] = []
    for days in stretches {
      let place = places[random(places.count)]
      let writing = Writing.allCases[random(Writing.allCases.count)]
      // What Shift-JIS cannot write is a workbook.
      let written = try Self.export(place, days, writing)
      let export = try written ?? #require(try Self.export(place, days, .book))
      exports.insert(export, at: random(exports.count + 1))
    }
    #expect(Self.lines(exports) == clean, "\(exports.map(\.path))")
  }
}
