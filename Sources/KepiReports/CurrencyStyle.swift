// How each currency is written: its sign, and how many decimals it has.

package struct CurrencyStyle: Equatable, Sendable {
  /// Stands before the digits.
  package let sign: String
  package let decimals: Int

  /// - Parameter code: an ISO 4217 code, or `nil` where none is known.
  package init(code: String?) {
    guard let code else {
      sign = ""
      decimals = 2
      return
    }
    sign = CurrencyStyle.signs[code] ?? "\(code) "
    decimals = CurrencyStyle.decimals[code] ?? 2
  }

  /// Only signs that mean one currency. `kr` and `R` mean several, so those go by their code.
  private static let signs = [
    "AUD": "A$", "BRL": "R$", "CAD": "CA$", "CNY": "CN¥", "EUR": "€", "GBP": "£", "HKD": "HK$",
    "ILS": "₪", "INR": "₹", "JPY": "¥", "KRW": "₩", "MXN": "MX$", "NGN": "₦", "NZD": "NZ$",
    "PHP": "₱", "PLN": "zł ", "SGD": "S$", "THB": "฿", "TRY": "₺", "TWD": "NT$", "UAH": "₴",
    "USD": "$", "VND": "₫",
  ]

  /// Those that differ from 2 (ISO 4217, column "minor unit").
  private static let decimals = [
    "BHD": 3, "BIF": 0, "CLF": 4, "CLP": 0, "DJF": 0, "GNF": 0, "IQD": 3, "ISK": 0, "JOD": 3,
    "JPY": 0, "KMF": 0, "KRW": 0, "KWD": 3, "LYD": 3, "OMR": 3, "PYG": 0, "RWF": 0, "TND": 3,
    "UGX": 0, "UYI": 0, "UYW": 4, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
  ]
}
