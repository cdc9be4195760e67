// The marketplaces and countries of sale: how exports name them, and what each implies for the
// cells of a file.

package struct Marketplace: Equatable, Sendable {
  /// Which of day and month a date with bare numbers names first.
  package enum DateOrder: Equatable, Sendable { case dayFirst, monthFirst, yearFirst }

  /// As people say it: `US`, `UK`, `DE`.
  package let code: String
  /// As `sales-channel` and `marketplace-name` write it, in lower case; empty where there is no
  /// Amazon.
  package let domain: String
  /// Country names of consoles, in English, in German, at home and in Chinese, in lower case.
  package let countries: [String]
  package let currency: String
  /// The zone that its console counts days in.
  package let timeZone: String
  /// Whether order prices contain the tax.
  package let taxIncluded: Bool
  package let dateOrder: DateOrder
  /// Whether money is written `1.234,56`.
  package let decimalComma: Bool

  package static let all: [Marketplace] = [
    Marketplace(
      "US", "amazon.com", ["united states", "usa", "vereinigte staaten", "アメリカ", "美国"], "USD",
      "America/Los_Angeles", taxIncluded: false, .monthFirst, decimalComma: false),
    Marketplace(
      "CA", "amazon.ca", ["canada", "kanada", "加拿大"], "CAD", "America/Los_Angeles",
      taxIncluded: false,
      .monthFirst, decimalComma: false),
    Marketplace(
      "MX", "amazon.com.mx", ["mexico", "méxico", "mexiko", "墨西哥"], "MXN", "America/Mexico_City",
      taxIncluded: true, .dayFirst, decimalComma: false),
    Marketplace(
      "BR", "amazon.com.br", ["brazil", "brasil", "brasilien", "巴西"], "BRL", "America/Sao_Paulo",
      taxIncluded: true, .dayFirst, decimalComma: true),
    Marketplace(
      "UK", "amazon.co.uk",
      ["united kingdom", "great britain", "vereinigtes königreich", "großbritannien", "gb", "英国"],
      "GBP",
      "Europe/London", taxIncluded: true, .dayFirst, decimalComma: false),
    Marketplace(
      "DE", "amazon.de", ["germany", "deutschland", "德国"], "EUR", "Europe/Berlin",
      taxIncluded: true,
      .dayFirst, decimalComma: true),
    Marketplace(
      "FR", "amazon.fr", ["france", "frankreich", "法国"], "EUR", "Europe/Paris", taxIncluded: true,
      .dayFirst, decimalComma: true),
    Marketplace(
      "IT", "amazon.it", ["italy", "italien", "italia", "意大利"], "EUR", "Europe/Rome",
      taxIncluded: true,
      .dayFirst, decimalComma: true),
    Marketplace(
      "ES", "amazon.es", ["spain", "spanien", "españa", "西班牙"], "EUR", "Europe/Madrid",
      taxIncluded: true,
      .dayFirst, decimalComma: true),
    Marketplace(
      "NL", "amazon.nl", ["netherlands", "the netherlands", "niederlande", "nederland", "荷兰"],
      "EUR",
      "Europe/Amsterdam", taxIncluded: true, .dayFirst, decimalComma: true),
    Marketplace(
      "SE", "amazon.se", ["sweden", "schweden", "sverige", "瑞典"], "SEK", "Europe/Stockholm",
      taxIncluded: true, .yearFirst, decimalComma: true),
    Marketplace(
      "PL", "amazon.pl", ["poland", "polen", "polska", "波兰"], "PLN", "Europe/Warsaw",
      taxIncluded: true,
      .dayFirst, decimalComma: true),
    Marketplace(
      "BE", "amazon.com.be", ["belgium", "belgien", "belgique", "belgië", "比利时"], "EUR",
      "Europe/Brussels", taxIncluded: true, .dayFirst, decimalComma: true),
    Marketplace(
      "IE", "amazon.ie", ["ireland", "irland", "爱尔兰"], "EUR", "Europe/Dublin", taxIncluded: true,
      .dayFirst, decimalComma: false),
    Marketplace(
      "TR", "amazon.com.tr", ["turkey", "türkiye", "turkiye", "türkei", "土耳其"], "TRY",
      "Europe/Istanbul",
      taxIncluded: true, .dayFirst, decimalComma: true),
    Marketplace(
      "AE", "amazon.ae", ["united arab emirates", "vereinigte arabische emirate", "uae", "阿联酋"],
      "AED",
      "Asia/Dubai", taxIncluded: true, .dayFirst, decimalComma: false),
    Marketplace(
      "SA", "amazon.sa",
      ["saudi arabia", "kingdom of saudi arabia", "saudi-arabien", "沙特", "沙特阿拉伯"], "SAR",
      "Asia/Riyadh", taxIncluded: true, .dayFirst, decimalComma: false),
    Marketplace(
      "EG", "amazon.eg", ["egypt", "ägypten", "埃及"], "EGP", "Africa/Cairo", taxIncluded: true,
      .dayFirst, decimalComma: false),
    Marketplace(
      "IN", "amazon.in", ["india", "indien", "印度"], "INR", "Asia/Kolkata", taxIncluded: true,
      .dayFirst,
      decimalComma: false),
    Marketplace(
      "JP", "amazon.co.jp", ["japan", "日本", "amazon.jp"], "JPY", "Asia/Tokyo", taxIncluded: true,
      .yearFirst,
      decimalComma: false),
    Marketplace(
      "AU", "amazon.com.au", ["australia", "australien", "澳大利亚", "澳洲"], "AUD", "Australia/Sydney",
      taxIncluded: true, .dayFirst, decimalComma: false),
    Marketplace(
      "SG", "amazon.sg", ["singapore", "singapur", "新加坡"], "SGD", "Asia/Singapore",
      taxIncluded: true,
      .dayFirst, decimalComma: false),
    Marketplace(
      "ZA", "amazon.co.za", ["south africa", "südafrika", "南非"], "ZAR", "Africa/Johannesburg",
      taxIncluded: true, .dayFirst, decimalComma: false),
    Marketplace(
      "ID", "", ["indonesia", "印度尼西亚", "印尼"], "IDR", "Asia/Jakarta", taxIncluded: true,
      .dayFirst, decimalComma: true),
    Marketplace(
      "VN", "", ["vietnam", "viet nam", "việt nam", "越南"], "VND", "Asia/Ho_Chi_Minh",
      taxIncluded: true, .dayFirst, decimalComma: true),
    Marketplace(
      "TH", "", ["thailand", "ประเทศไทย", "ไทย", "泰国"], "THB", "Asia/Bangkok", taxIncluded: true,
      .dayFirst, decimalComma: false),
    Marketplace(
      "MY", "", ["malaysia", "马来西亚"], "MYR", "Asia/Kuala_Lumpur", taxIncluded: true, .dayFirst,
      decimalComma: false),
    Marketplace(
      "PH", "", ["philippines", "the philippines", "pilipinas", "菲律宾"], "PHP", "Asia/Manila",
      taxIncluded: true, .dayFirst, decimalComma: false),
    Marketplace(
      "TW", "", ["taiwan", "台湾", "臺灣", "台灣"], "TWD", "Asia/Taipei", taxIncluded: true,
      .yearFirst, decimalComma: false),
  ]

  /// The marketplace that a cell or a setting names: a code, a domain, a country or the id of the
  /// interface, in any case. Orders of other shops that Amazon ships are charged by the marketplace
  /// behind `.stores.`: `sim1.stores.amazon.com`.
  package static func named(_ text: String) -> Marketplace? {
    let name = text.trimmingCellBlanks.lowercased()
    if let place = byName[name] { return place }
    guard let stores = name.firstRange(of: ".stores.") else { return nil }
    return byName[String(name[stores.upperBound...])]
  }

  private static let byName: [String: Marketplace] = {
    var names: [String: Marketplace] = [:]
    for place in all {
      for name in [place.code.lowercased()] + place.countries { names[name] = place }
      if !place.domain.isEmpty {
        names[place.domain] = place
        names["www." + place.domain] = place
      }
      if let identifier = identifiers[place.code] { names[identifier.lowercased()] = place }
    }
    return names
  }()

  /// As Amazon's interfaces for programs name them: Marketplace IDs, Selling Partner API.
  private static let identifiers = [
    "AE": "A2VIGQ35RCS4UG", "AU": "A39IBJ37TRP1C6", "BE": "AMEN7PMS3EDWL",
    "BR": "A2Q3Y263D00KWC", "CA": "A2EUQ1WTGCTBG2", "DE": "A1PA6795UKMFR9",
    "EG": "ARBP9OOSHTCHU", "ES": "A1RKKUPIHCS9HS", "FR": "A13V1IB3VIYZZH",
    "IE": "A28R8C7NBKEWEA", "IN": "A21TJRUUN4KGV", "IT": "APJ6JRA9NG5V4",
    "JP": "A1VC38T7YXB528", "MX": "A1AM78C64UM0Y8", "NL": "A1805IZSGTT6HS",
    "PL": "A1C3SOZRARQ6R3", "SA": "A17E79C6D8DWNP", "SE": "A2NODRKZP88ZB9",
    "SG": "A19VAU5U5O7RUS", "TR": "A33AVAJ2PDY3EV", "UK": "A1F83G8C2ARO7P",
    "US": "ATVPDKIKX0DER", "ZA": "AE08WJ6YKNBMC",
  ]

  private init(
    _ code: String, _ domain: String, _ countries: [String], _ currency: String,
    _ timeZone: String, taxIncluded: Bool, _ dateOrder: DateOrder, decimalComma: Bool
  ) {
    self.code = code
    self.domain = domain
    self.countries = countries
    self.currency = currency
    self.timeZone = timeZone
    self.taxIncluded = taxIncluded
    self.dateOrder = dateOrder
    self.decimalComma = decimalComma
  }
}

extension String {
  /// Without blanks, no-break spaces and tabs at either end.
  var trimmingCellBlanks: String {
    let isBlank: (Unicode.Scalar) -> Bool = {
      $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\u{3000}"
    }
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }
}
