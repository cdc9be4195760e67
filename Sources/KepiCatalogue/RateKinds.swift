// Export kinds of exchange rates.

extension ShippedText {
  static let rates = ShippedText(
    name: "rates.kepi",
    text: #"""
      ## One row for each day and currency: what one euro was worth. Loaded, the rates serve `in EUR`
      ## and any other currency where no `fx` is defined. A day without rates takes the last before
      ## it. There are none of the rouble after March 2022, of the lev after 2025, and never of VND,
      ## TWD, AED and PKR.
      kind ecb_rates {
        label: "ECB euro reference rates", zh "欧洲央行欧元参考汇率"
        platform: "ecb"
        source: exchange_rates
        column day: day from "Date"
        column base: currency always "EUR"
        column currency: currency
        column units_per_base: number
        line: currency "USD", units_per_base from "USD"
        line: currency "JPY", units_per_base from "JPY"
        line: currency "BGN", units_per_base from "BGN"
        line: currency "CYP", units_per_base from "CYP"
        line: currency "CZK", units_per_base from "CZK"
        line: currency "DKK", units_per_base from "DKK"
        line: currency "EEK", units_per_base from "EEK"
        line: currency "GBP", units_per_base from "GBP"
        line: currency "HUF", units_per_base from "HUF"
        line: currency "LTL", units_per_base from "LTL"
        line: currency "LVL", units_per_base from "LVL"
        line: currency "MTL", units_per_base from "MTL"
        line: currency "PLN", units_per_base from "PLN"
        line: currency "ROL", units_per_base from "ROL"
        line: currency "RON", units_per_base from "RON"
        line: currency "SEK", units_per_base from "SEK"
        line: currency "SIT", units_per_base from "SIT"
        line: currency "SKK", units_per_base from "SKK"
        line: currency "CHF", units_per_base from "CHF"
        line: currency "ISK", units_per_base from "ISK"
        line: currency "NOK", units_per_base from "NOK"
        line: currency "HRK", units_per_base from "HRK"
        line: currency "RUB", units_per_base from "RUB"
        line: currency "TRL", units_per_base from "TRL"
        line: currency "TRY", units_per_base from "TRY"
        line: currency "AUD", units_per_base from "AUD"
        line: currency "BRL", units_per_base from "BRL"
        line: currency "CAD", units_per_base from "CAD"
        line: currency "CNY", units_per_base from "CNY"
        line: currency "HKD", units_per_base from "HKD"
        line: currency "IDR", units_per_base from "IDR"
        line: currency "ILS", units_per_base from "ILS"
        line: currency "INR", units_per_base from "INR"
        line: currency "KRW", units_per_base from "KRW"
        line: currency "MXN", units_per_base from "MXN"
        line: currency "MYR", units_per_base from "MYR"
        line: currency "NZD", units_per_base from "NZD"
        line: currency "PHP", units_per_base from "PHP"
        line: currency "SGD", units_per_base from "SGD"
        line: currency "THB", units_per_base from "THB"
        line: currency "ZAR", units_per_base from "ZAR"
        needs: day, units_per_base
        lacks: "SKU", "Amount", "Currency"
        replaces: rows by day, base, currency
      }

      ## The same rates as XML, of one day or of many.
      kind ecb_rates_xml {
        label: "ECB euro reference rates, XML", zh "欧洲央行欧元参考汇率（XML）"
        platform: "ecb"
        source: exchange_rates
        column day: day from "time"
        column base: currency always "EUR"
        column currency: currency from "currency"
        column units_per_base: number from "rate"
        needs: day, currency, units_per_base
        lacks: "SKU", "amount", "Date"
        replaces: rows by day, base, currency
      }
      """#)
}
