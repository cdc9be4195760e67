// Which currency a sign beside an amount, or in the brackets of a header, stands for.

enum CurrencySign: Equatable, Sendable {
  case code(String)
  /// `$`, `kr` and `¥` stand for several currencies: the site decides, else the one named.
  case ambiguous(among: [String], otherwise: String)

  /// `nil` where the text is no sign. The text has no blanks at its ends.
  init?(_ text: String) {
    guard let sign = Self.signs[text.lowercased()] else { return nil }
    self = sign
  }

  func code(site: Marketplace?) -> String {
    switch self {
    case .code(let code): code
    case .ambiguous(let among, let otherwise):
      if let currency = site?.currency, among.contains(currency) { currency } else { otherwise }
    }
  }

  private static let signs: [String: CurrencySign] = {
    var signs: [String: CurrencySign] = [
      "$": .ambiguous(among: ["USD", "CAD", "MXN", "AUD", "SGD"], otherwise: "USD"),
      "¥": .ambiguous(among: ["JPY", "CNY"], otherwise: "JPY"),
      "￥": .ambiguous(among: ["JPY", "CNY"], otherwise: "JPY"),
      "kr": .ambiguous(among: ["SEK", "DKK", "NOK"], otherwise: "SEK"),
      "kr.": .ambiguous(among: ["SEK", "DKK", "NOK"], otherwise: "SEK"),
    ]
    let plain: [(String, [String])] = [
      ("USD", ["us$", "us $"]), ("CAD", ["c$", "ca$", "cdn$", "cad$"]),
      ("MXN", ["mx$", "mxn$"]), ("AUD", ["a$", "au$"]), ("SGD", ["s$"]), ("BRL", ["r$"]),
      ("EUR", ["€", "euro", "euros"]), ("GBP", ["£"]), ("JPY", ["円", "jp¥"]),
      ("CNY", ["元", "cn¥"]),
      ("INR", ["₹", "rs.", "rs"]), ("PLN", ["zł"]), ("SEK", []), ("TRY", ["₺", "tl"]),
      ("AED", ["د.إ"]), ("SAR", []), ("EGP", ["e£"]), ("ZAR", ["r"]), ("CHF", []), ("DKK", []),
      ("NOK", []), ("CZK", ["kč"]), ("HUF", ["ft"]), ("RON", ["lei"]), ("HKD", ["hk$"]),
      ("TWD", ["nt$"]), ("KRW", ["₩"]), ("THB", ["฿"]), ("VND", ["₫"]), ("PHP", ["₱"]),
      ("MYR", ["rm"]), ("IDR", ["rp"]), ("NZD", ["nz$"]), ("ILS", ["₪"]),
    ]
    for (code, others) in plain {
      signs[code.lowercased()] = .code(code)
      for other in others { signs[other] = .code(code) }
    }
    return signs
  }()
}
