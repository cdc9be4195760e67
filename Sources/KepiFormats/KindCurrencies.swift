// The currencies of the rows of a file of a known kind.
import KepiColumns
import KepiDiagnostics

extension KindReading {
  /// For each currency field the code of each row, 0 where it is not known.
  struct RowCurrencies {
    var dictionary: [String] = [""]
    var codes: [Int32]

    /// Those that a row has.
    var used: [String] {
      var isUsed = Array(repeating: false, count: dictionary.count)
      for code in codes { isUsed[Int(code)] = true }
      return zip(dictionary, isUsed).filter(\.1).map(\.0)
    }

    mutating func code(of currency: String) -> Int32 {
      if let known = dictionary.firstIndex(of: currency), known > 0 { return Int32(known) }
      dictionary.append(currency)
      return Int32(dictionary.count - 1)
    }
  }

  mutating func resolveCurrencies(_ sites: Sites) -> [String: RowCurrencies] {
    var names = kind.fields.compactMap { field in
      if case .currency = field.type { field.name } else { field.moneyCurrencyField }
    }
    names = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }
      .map(\.element)
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, resolveCurrency($0, sites)) })
  }

  mutating func resolveCurrency(_ name: String, _ sites: Sites) -> RowCurrencies {
    var result = RowCurrencies(codes: Array(repeating: 0, count: lines.count))
    let money = bindings.filter { $0.field.moneyCurrencyField == name }
    let amounts: [Int] = money.compactMap { binding in
      if case .numeric(let builder) = binding.slot { builder } else { nil }
    }
    let headerSign = money.lazy.compactMap { HeaderName($0.header).sign }.first
    let given = fixed[name]
    var own: [Int32] = []
    var ownBuilder: Int?
    if case .text(let builder)? = slot(name) {
      ownBuilder = builder
      own = [0]
      for value in texts[builder].values().dropFirst() {
        let code = value.uppercased()
        let isCode = code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) }
        own.append(
          isCode
            ? result.code(of: code)
            : CurrencySign(value).map { result.code(of: $0.code(site: fixedSite)) } ?? 0)
      }
    }
    let fixedCode = given?.text.map { result.code(of: $0.uppercased()) } ?? 0
    /// By site code and sign: the same few pairs come again and again.
    var cache: [Int: Int32] = [:]
    var unknown = 0
    for row in lines.indices {
      if fixedCode != 0, given?.overrides == true {
        result.codes[row] = fixedCode
        continue
      }
      if let ownBuilder {
        let code = own[Int(texts[ownBuilder].codes[row])]
        if code != 0 {
          result.codes[row] = code
          continue
        }
      }
      // A row without an amount has no need of a currency: cancelled orders name none.
      guard amounts.contains(where: { numerics[$0].presence[row] }) else { continue }
      let key = Int(sites.codes[row]) << 8 | Int(rowSigns[row])
      if let known = cache[key] {
        result.codes[row] = known
      } else {
        let place = sites.place(row)
        let sign = signs.signs[Int(rowSigns[row])] ?? headerSign
        let currency =
          sign?.code(site: place) ?? given?.text?.uppercased() ?? (place ?? sites.only)?.currency
        result.codes[row] = currency.map { result.code(of: $0) } ?? 0
        cache[key] = result.codes[row]
      }
      if result.codes[row] == 0 { unknown += 1 }
    }
    if unknown > 0 {
      remarks.append(
        Phrase(
          counted(unknown, "row") + " with amounts and no currency; "
            + "`load \"\(path)\" with site = \"US\"` would say it",
          zh: "\(unknown) 行有金额但没有币种，可用 `load \"\(path)\" with site = \"US\"` 指明"))
    }
    return result
  }
}
