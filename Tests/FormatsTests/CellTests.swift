import KepiColumns
import KepiDiagnostics
import KepiFormats
import Testing

/// What single cells mean, where the rest of their column helps to say it.
struct CellTests {
  struct Amounts: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let cells: [String]
    var site: String?
    let expected: [String]
    var currency: String = ""
    var rejected = 0
  }

  /// A business report whose sales are the cells given.
  private func report(_ cells: [String], site: String?) throws -> LoadedExport {
    var text = "Date,Ordered Product Sales,Units Ordered\n"
    for (index, cell) in cells.enumerated() {
      let quoted = cell.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
      text += "2026-03-\(padded(index + 1, 2)),\"\(quoted)\",1\n"
    }
    return try read(text, fixed: site.map { .site($0) } ?? [:])
  }

  @Test(arguments: [
    Amounts(
      testDescription: "dollars", cells: ["US$1,234.56", "$987.00", "-$12.30", "$0.5"],
      expected: ["1234.56", "987", "-12.3", "0.5"], currency: "USD"),
    Amounts(
      testDescription: "euros with a no-break space",
      cells: ["17.510,95\u{A0}€", "912,56\u{202F}€", "1.234\u{A0}€"],
      expected: ["17510.95", "912.56", "1234"], currency: "EUR"),
    Amounts(
      testDescription: "a column that says nothing, read as its site writes", cells: ["1.234 €"],
      site: "DE", expected: ["1234"], currency: "EUR"),
    Amounts(
      testDescription: "a column that says nothing, and no site", cells: ["£1,234"],
      expected: ["1234"], currency: "GBP"),
    Amounts(
      testDescription: "yen, full width", cells: ["￥167,832", "¥3308.38", "￥1,234"],
      expected: ["167832", "3308.38", "1234"], currency: "JPY"),
    Amounts(
      testDescription: "rupees, grouped by hundreds", cells: ["Rs.201.68", "₹12,34,567.89"],
      expected: ["201.68", "1234567.89"], currency: "INR"),
    Amounts(
      testDescription: "the noise of binary fractions",
      cells: [
        "€0.20192090000000001", "9.789999999999999", "66.2", "0.00005", "-0.00005",
        "66.199999999999996",
      ],
      expected: ["0.2019", "9.79", "66.2", "0.0001", "-0.0001", "66.2"]),
    Amounts(
      testDescription: "minus signs", cells: ["(12.50)", "12.50-", "\u{2212}12.50", "€-12.50"],
      site: "US", expected: ["-12.5", "-12.5", "-12.5", "-12.5"]),
    Amounts(
      testDescription: "guards, absent cells", cells: ["=\"12.50\"", "", "--", "-", "N/A"],
      site: "US", expected: ["12.5", "", "", "", ""]),
    Amounts(
      testDescription: "a dollar sign where the site has another dollar", cells: ["$5.00"],
      site: "CA", expected: ["5"], currency: "CAD"),
    Amounts(
      testDescription: "no sign, the currency of the site", cells: ["5.00"], site: "SE",
      expected: ["5"], currency: "SEK"),
    Amounts(testDescription: "no sign and no site", cells: ["5.00"], expected: ["5"]),
    Amounts(
      testDescription: "kronor and zloty behind the amount", cells: ["1 234,50 zł", "5,25 zł"],
      expected: ["1234.5", "5.25"], currency: "PLN"),
    Amounts(
      testDescription: "apostrophes", cells: ["1'234.50 CHF"], expected: ["1234.5"],
      currency: "CHF"),
    Amounts(
      testDescription: "exponents of programs", cells: ["5.0E-4", "1.5E+3 USD"],
      expected: ["0.0005", "1500"]),
    Amounts(
      testDescription: "words", cells: ["5.00", "about five", "5.00.00", "5 or 6"], site: "US",
      expected: ["5"], currency: "USD", rejected: 3),
    Amounts(
      testDescription: "a column written both ways keeps what is certain",
      cells: ["1.234,50", "1,234.50", "1.234"], site: "US", expected: ["1234.5", "1234.5"],
      currency: "USD", rejected: 1),
    Amounts(
      testDescription: "a number beyond all sums", cells: ["123456789012345678"], site: "US",
      expected: [], rejected: 1),
  ])
  func money(_ row: Amounts) throws {
    let export = try report(row.cells, site: row.site)
    #expect(export.table.cells("ordered_product_sales") == row.expected)
    if !row.currency.isEmpty { #expect(Set(export.table.cells("currency")) == [row.currency]) }
    #expect(export.rejects.count == row.rejected)
    #expect(export.rowsRead == row.cells.count)
  }

  @Test func threeStylesInOneRow() throws {
    let export = try read(
      """
      (Übergeordnete) ASIN,(Untergeordnete) ASIN,SKU,Sitzungen – Summe,\
      "Hervorgehobenes Angebot (""In-den-Einkaufswagen"") – Prozentsatz",\
      Bestellte Einheiten,Durch bestellte Produkte erzielter Umsatz
      B0AAAAAAA1,B0AAAAAAA2,K-1,"3,218",4.812%,800,"17.510,95\u{A0}€"
      B0AAAAAAA1,B0AAAAAAA3,K-2,"1.218",99.96%,"1,028","1.234\u{A0}€"
      """)
    #expect(
      export.table.rows(
        "sessions", "featured_offer_percentage", "units_ordered", "ordered_product_sales",
        "currency") == [
          "3218 0.04812 800 17510.95 EUR", "1218 0.9996 1028 1234 EUR",
        ])
  }

  @Test func twoCurrenciesInARowAreRefused() throws {
    let export = try read(
      """
      Date,Ordered Product Sales,Ordered Product Sales - B2B,Units Ordered
      2026-03-01,$5.00,€1.00,1
      2026-03-02,$5.00,$1.00,1
      """)
    #expect(export.table.rowCount == 1)
    #expect(export.rejects.map(\.reason.english) == ["the row has amounts in two currencies"])
    #expect(export.rejects.map(\.line) == [2])
  }

  @Test func theSignInAHeaderIsACurrency() throws {
    let export = try read(
      """
      Startdatum,Enddatum,Kampagnen-Name,Targeting-Typ,Ausgaben,"7 Tage, Umsatz gesamt (€)"
      2026-03-01,2026-03-02,Alpha,Auto,1.50,12.00
      """)
    #expect(export.table.cells("currency") == ["EUR"])
  }

  struct Days: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let cells: [String]
    var site: String?
    let expected: [String]
    var rejected = 0
  }

  @Test(arguments: [
    Days(testDescription: "ISO", cells: ["2026-08-01"], expected: ["2026-08-01"]),
    Days(
      testDescription: "Japanese", cells: ["2026/08/01", "2026年8月2日"],
      expected: ["2026-08-01", "2026-08-02"]),
    Days(
      testDescription: "American, a day above 12", cells: ["07/16/2026", "07/05/2026"],
      expected: ["2026-07-05", "2026-07-16"]),
    Days(
      testDescription: "British, a day above 12", cells: ["16/07/2026", "05/07/2026"],
      expected: ["2026-07-05", "2026-07-16"]),
    Days(
      testDescription: "two digits of a year, days that follow one another",
      cells: ["5/1/25", "5/2/25", "5/3/25"],
      expected: ["2025-05-01", "2025-05-02", "2025-05-03"]),
    Days(
      testDescription: "the same, the day first", cells: ["1/5/25", "2/5/25", "3/5/25"],
      expected: ["2025-05-01", "2025-05-02", "2025-05-03"]),
    Days(testDescription: "dots", cells: ["01.05.2025"], expected: ["2025-05-01"]),
    Days(
      testDescription: "months by name",
      cells: ["Mar 10, 2025", "11 March 2025", "12. März 2025", "13-Mar-2025"],
      expected: ["2025-03-10", "2025-03-11", "2025-03-12", "2025-03-13"]),
    Days(
      testDescription: "a stamp in a column of days", cells: ["2025-03-10T23:30:00+00:00"],
      expected: ["2025-03-10"]),
    Days(
      testDescription: "undecided, the site says", cells: ["01/05/2025"], site: "UK",
      expected: ["2025-05-01"]),
    Days(
      testDescription: "undecided, another site says", cells: ["01/05/2025"], site: "US",
      expected: ["2025-01-05"]),
    Days(
      testDescription: "undecided and refused", cells: ["01/05/2025", "2025-06-01"],
      expected: ["2025-06-01"], rejected: 1),
    Days(
      testDescription: "days that are none", cells: ["2026-02-30", "32/01/2026", "soon", "1"],
      expected: [], rejected: 4),
    Days(
      testDescription: "both orders for certain", cells: ["16/07/2026", "07/16/2026"],
      expected: [], rejected: 2),
  ])
  func days(_ row: Days) throws {
    var text = "Date;Ordered Product Sales;Units Ordered\n"
    for cell in row.cells { text += "\(cell);5;1\n" }
    let export = try read(text, fixed: row.site.map { .site($0) } ?? [:])
    #expect(export.table.cells("day").sorted() == row.expected)
    #expect(export.rejects.count == row.rejected)
  }

  @Test func theCurrencyDecidesAnOpenDate() throws {
    let text = "Date,Ordered Product Sales,Units Ordered\n01/05/2025,"
    #expect(try read(text + "£5.00,1\n").table.cells("day") == ["2025-05-01"])
    #expect(try read(text + "$5.00,1\n").table.cells("day") == ["2025-01-05"])
  }

  @Test func anOpenDateOffersALineThatWorks() throws {
    let export = try read("Date,Ordered Product Sales,Units Ordered\n01/05/2025,5,1\n", "a.csv")
    #expect(
      export.rejects == [
        Reject(
          line: 2, column: "Date", text: "01/05/2025",
          reason: Phrase(
            "day and month cannot be told apart; `load \"a.csv\" with site = \"UK\"` reads "
              + "the day first, `site = \"US\"` the month",
            zh: "分不清日和月；`load \"a.csv\" with site = \"UK\"` 按日在前读取，"
              + "`site = \"US\"` 按月在前"))
      ])
  }

  @Test func aRangeGivesTwoDays() throws {
    let export = try read(
      #"""
      Date range,Campaign name,Search term,Campaign ID,Total cost,Budget currency
      "Nov 09, 2025 - Nov 27, 2025",A,b,"=""468170906203317""",1.5,USD
      2025-11-30,A,b,"=""468170906203317""",1.5,USD
      """#)
    #expect(
      export.table.rows("day", "until", "campaign_id") == [
        "2025-11-09 2025-11-27 468170906203317", "2025-11-30  468170906203317",
      ])
  }

  struct Moment: Sendable, CustomTestStringConvertible {
    let channel: String
    let moment: String
    let day: String
    var testDescription: String { "\(moment) at \(channel)" }
  }

  @Test(arguments: [
    Moment(channel: "Amazon.com", moment: "2026-06-15T06:59:59+00:00", day: "2026-06-14"),
    Moment(channel: "Amazon.com", moment: "2026-06-15T07:00:00+00:00", day: "2026-06-15"),
    Moment(channel: "Amazon.de", moment: "2026-06-15T21:59:59+00:00", day: "2026-06-15"),
    Moment(channel: "Amazon.de", moment: "2026-06-15T22:00:00Z", day: "2026-06-16"),
    Moment(channel: "Amazon.de", moment: "2026-01-15T22:30:00+00:00", day: "2026-01-15"),
    Moment(channel: "Amazon.co.jp", moment: "2026-06-15T00:12:33+09:00", day: "2026-06-15"),
    Moment(channel: "Amazon.co.uk", moment: "2017-02-24 23:57:39 UTC", day: "2017-02-24"),
    Moment(channel: "Amazon.de", moment: "30.04.2025 22:41:21 UTC", day: "2025-05-01"),
    Moment(channel: "Non-Amazon", moment: "2026-06-15T23:30:00+00:00", day: "2026-06-15"),
    // Without an offset the time is taken as it stands.
    Moment(channel: "Amazon.com", moment: "2026-06-15 01:00:00", day: "2026-06-15"),
  ])
  func moments(_ row: Moment) throws {
    let text =
      "amazon-order-id\tpurchase-date\tsales-channel\titem-status\titem-price\n"
      + "1\t\(row.moment)\t\(row.channel)\tShipped\t5.00\n"
    #expect(try read(text).table.cells("day") == [row.day])
  }

  struct Zone: Sendable, CustomTestStringConvertible {
    let name: String
    /// Seconds since 1970 at which the clock changes, and the hours before and after.
    let change: Int64
    let hours: [Double]
    var testDescription: String { "\(name) at \(change)" }
  }

  /// Moments from the tz database, in each zone a change to summer time and one back.
  @Test(arguments: [
    Zone(name: "America/Los_Angeles", change: 1_772_964_000, hours: [-8, -7]),
    Zone(name: "America/Los_Angeles", change: 1_793_523_600, hours: [-7, -8]),
    Zone(name: "Europe/Berlin", change: 1_774_746_000, hours: [1, 2]),
    Zone(name: "Europe/Berlin", change: 1_792_890_000, hours: [2, 1]),
    Zone(name: "Europe/London", change: 1_774_746_000, hours: [0, 1]),
    Zone(name: "Australia/Sydney", change: 1_775_318_400, hours: [11, 10]),
    Zone(name: "Australia/Sydney", change: 1_791_043_200, hours: [10, 11]),
    Zone(name: "America/Mexico_City", change: 1_667_113_200, hours: [-5, -6]),
    Zone(name: "America/Mexico_City", change: 1_680_422_400, hours: [-6, -6]),
    Zone(name: "America/Sao_Paulo", change: 1_550_368_800, hours: [-2, -3]),
    Zone(name: "Europe/Istanbul", change: 1_459_040_400, hours: [2, 3]),
    Zone(name: "Europe/Istanbul", change: 1_477_789_200, hours: [3, 3]),
    Zone(name: "Africa/Cairo", change: 1_682_632_800, hours: [2, 3]),
    Zone(name: "Asia/Tokyo", change: 1_774_746_000, hours: [9, 9]),
    Zone(name: "asia/kolkata", change: 1_774_746_000, hours: [5.5, 5.5]),
  ])
  func clocksChange(_ row: Zone) throws {
    let zone = try #require(TimeZoneRules(named: row.name))
    #expect(zone.offset(at: row.change - 1) == Int(row.hours[0] * 3600))
    #expect(zone.offset(at: row.change) == Int(row.hours[1] * 3600))
  }

  @Test func everySiteHasAZoneThatIsKnown() {
    for place in Marketplace.all { #expect(TimeZoneRules(named: place.timeZone) != nil) }
    #expect(TimeZoneRules.name(closestTo: "Berlin") == "Europe/Berlin")
    #expect(TimeZoneRules.name(closestTo: "Europe/Berln") == "Europe/Berlin")
    #expect(TimeZoneRules.name(closestTo: "Atlantis") == nil)
  }

  @Test func sitesByAllTheirNames() {
    for name in ["DE", "Amazon.de", "amazon.de", "Germany", "Deutschland", " de "] {
      #expect(Marketplace.named(name)?.code == "DE")
    }
    #expect(Marketplace.named("Amazon.co.jp")?.code == "JP")
    #expect(Marketplace.named("Großbritannien")?.code == "UK")
    #expect(Marketplace.named("Non-Amazon US") == nil)
  }
}
