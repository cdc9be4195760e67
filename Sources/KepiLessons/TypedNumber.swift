// Numbers as people type them: `1,234.50`, `1.234,5 €`, `24.1 %`, `1.2万`.
import KepiDiagnostics

/// One way to read what was typed. `1,234` has two: a thousand and more, and one and a bit.
package struct TypedNumber: Equatable, Sendable {
  /// As typed: of `24.1 %` it is 24.1.
  package let value: Double
  /// What the last digit that was typed stands for: of `24.1` a tenth.
  package let step: Double
  package let isPercent: Bool
  /// The code of a currency that stands with it.
  package let currency: String?

  /// All readings; none where it is no number.
  package static func readings(of typed: String) -> [TypedNumber] {
    var rest = typed.halfWidth.trimmingBlanks
    var currency: String?
    var isPercent = false
    var factor = 1.0
    var isChanged = true
    while isChanged {
      isChanged = false
      for (word, code) in currencies {
        if let shorter = rest.without(word) {
          currency = code
          rest = shorter
          isChanged = true
        }
      }
      for sign in [
        "%", "percent", "per cent", "pct", "pp", "percentage points", "个百分点", "百分点",
      ] {
        if let shorter = rest.without(sign, onlyBehind: true) {
          isPercent = true
          rest = shorter
          isChanged = true
        }
      }
      for (word, times) in multiples {
        if factor == 1, let shorter = rest.without(word, onlyBehind: true),
          shorter.last?.isNumber == true
        {
          factor = times
          rest = shorter
          isChanged = true
        }
      }
      for word in units {
        if let shorter = rest.without(word, onlyBehind: true), shorter.last?.isNumber == true {
          rest = shorter
          isChanged = true
        }
      }
      for word in ["about", "approx.", "roughly", "约", "大约", "=", "≈", "~"] {
        if let shorter = rest.without(word, onlyBefore: true) {
          rest = shorter
          isChanged = true
        }
      }
    }
    var sign = 1.0
    if let first = rest.first, "+-−".contains(first) {
      if first != "+" { sign = -1 }
      rest.removeFirst()
      if let shorter = rest.withoutCurrency(currencies) {
        currency = shorter.code
        rest = shorter.rest
      }
    }
    return plain(rest).map { digits, places in
      var step = factor
      for _ in 0..<places { step /= 10 }
      return TypedNumber(
        value: sign * digits * factor, step: step, isPercent: isPercent, currency: currency)
    }
  }

  /// Digits with their separators: the number, and how many digits its fraction has.
  private static func plain(_ text: String) -> [(Double, Int)] {
    guard let first = text.first, first.isASCII, first.isNumber || first == "." || first == ",",
      text.contains(where: \.isNumber)
    else { return [] }
    // Blanks and apostrophes stand between groups of three digits.
    let joined = text.filter { !" '’\u{a0}\u{202f}_".contains($0) }
    guard joined.count <= 30, joined.allSatisfy({ $0.isASCII && $0.isNumber || ".,".contains($0) })
    else { return [] }
    let signs = joined.filter { ".,".contains($0) }
    guard let last = signs.last else { return Double(joined).map { [($0, 0)] } ?? [] }
    var readings: [(Double, Int)] = []
    let parts = joined.split(separator: last, omittingEmptySubsequences: false)
    // The last sign as that of the fraction.
    if parts.count == 2, signs.dropLast().allSatisfy({ $0 != last }),
      signs.count == 1 || isGrouped(parts[0], by: last == "." ? "," : ".")
    {
      let whole = parts[0].filter { $0.isNumber }
      if let number = Double("\(whole.isEmpty ? "0" : whole).\(parts[1].isEmpty ? "0" : parts[1])")
      {
        readings.append((number, parts[1].count))
      }
    }
    // All of them as signs between groups.
    if signs.allSatisfy({ $0 == last }), isGrouped(joined[...], by: last),
      let number = Double(joined.filter { $0.isNumber })
    {
      readings.append((number, 0))
    }
    return readings
  }

  /// `1,234,567`: three digits behind each sign.
  private static func isGrouped(_ text: Substring, by sign: Character) -> Bool {
    let groups = text.split(separator: sign, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count) else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.allSatisfy { $0.allSatisfy { $0.isNumber } }
  }

  private static let currencies: [(String, String)] = [
    ("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("¥", "CNY"), ("EUR", "EUR"), ("USD", "USD"),
    ("GBP", "GBP"), ("CNY", "CNY"), ("RMB", "CNY"), ("JPY", "JPY"), ("euros", "EUR"),
    ("euro", "EUR"), ("dollars", "USD"), ("dollar", "USD"), ("欧元", "EUR"), ("美元", "USD"),
    ("美金", "USD"), ("英镑", "GBP"), ("人民币", "CNY"), ("元", "CNY"),
  ]
  private static let multiples: [(String, Double)] = [
    ("万", 10_000), ("千", 1000), ("k", 1000), ("thousand", 1000), ("million", 1_000_000),
    ("百万", 1_000_000),
  ]
  private static let units = [
    "days", "day", "d", "天", "日", "units", "unit", "pcs", "pieces", "件", "个", "单", "次",
    "orders", "order", "clicks", "sessions", "times", "倍", "x", "×", "points", "分", "hours", "h",
    "小时",
  ]
}

extension String {
  /// Wide forms of letters, digits and signs as narrow ones.
  var halfWidth: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        if let narrow = Unicode.Scalar(scalar.value - 0xFEE0) { result.append(narrow) }
      case 0x3000: result.append(" ")
      case 0x3002: result.append(".")
      case 0x3001: result.append(",")
      case 0xFFE5: result.append("¥")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Without a word at either end, whatever its case; `nil` where it has none.
  fileprivate func without(
    _ word: String, onlyBehind: Bool = false, onlyBefore: Bool = false
  ) -> String? {
    let own = lowercased()
    let wanted = word.lowercased()
    guard own.count == count, own.count > wanted.count else { return nil }
    if !onlyBefore, own.hasSuffix(wanted) { return dropLast(wanted.count).trimmingBlanks }
    if !onlyBehind, own.hasPrefix(wanted) { return dropFirst(wanted.count).trimmingBlanks }
    return nil
  }

  fileprivate func withoutCurrency(
    _ currencies: [(String, String)]
  ) -> (rest: String, code: String)? {
    for (word, code) in currencies {
      if let rest = without(word, onlyBefore: true) { return (rest, code) }
    }
    return nil
  }
}
