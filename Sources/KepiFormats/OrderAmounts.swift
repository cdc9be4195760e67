// Amounts that a row does not have by itself: those of its order, and of several units.
import KepiDiagnostics

extension KindReading {
  /// Once all numbers are read.
  mutating func computeAmounts() {
    for (builder, factor) in products {
      let values = lines.indices.map { row -> Int64? in
        guard let price = numerics[builder].tenThousandths(row),
          let units = numerics[factor].tenThousandths(row)
        else { return nil }
        return Int64(
          exactly: (Int128(price) * Int128(units)).dividedRounding(by: 10_000))
      }
      numerics[builder].replace(with: values)
    }
    // The tax first: what it is told by stands on the first row of an order until it is spread.
    findContainedTax()
    for shared in kind.sharedAmounts { share(shared) }
  }

  /// The rows of each order, which follow one another; a row without an order belongs to the one
  /// above it.
  private func orders(by name: String) -> [Range<Int>] {
    guard case .text(let builder)? = slot(name) else { return lines.indices.map { $0..<$0 + 1 } }
    let codes = texts[builder].codes
    var result: [Range<Int>] = []
    var start = 0
    for row in lines.indices.dropFirst() where codes[row] != 0 && codes[row] != codes[start] {
      result.append(start..<row)
      start = row
    }
    if start < lines.count { result.append(start..<lines.count) }
    return result
  }

  private func amounts(_ name: String) -> [Int64?] {
    guard case .numeric(let builder)? = slot(name) else {
      return Array(repeating: nil, count: lines.count)
    }
    return lines.indices.map { numerics[builder].tenThousandths($0) }
  }

  /// The amounts of an order: that of its first row, or of the first that has one.
  private func first(_ amounts: [Int64?], in order: Range<Int>) -> Int64? {
    order.lazy.compactMap { amounts[$0] }.first
  }

  private mutating func share(_ shared: ExportKind.SharedAmount) {
    guard case .numeric(let builder)? = slot(shared.field) else { return }
    let whole = amounts(shared.field)
    let weights = amounts(shared.weight)
    var values = whole
    for order in orders(by: shared.group) where order.count > 1 {
      guard let amount = first(whole, in: order) else { continue }
      let total = order.reduce(Int128(0)) { $0 + Int128(max(0, weights[$1] ?? 0)) }
      for row in order { values[row] = 0 }
      guard total > 0 else {
        values[order.lowerBound] = amount
        continue
      }
      // In cents where the amount is: the shares are amounts that people know.
      let unit: Int128 = amount % 100 == 0 ? 100 : 1
      var upTo: Int128 = 0
      var given: Int128 = 0
      for row in order {
        upTo += Int128(max(0, weights[row] ?? 0))
        let next = (Int128(amount) * upTo).dividedRounding(by: total * unit) * unit
        values[row] = Int64(next - given)
        given = next
      }
    }
    numerics[builder].replace(with: values)
  }

  private mutating func findContainedTax() {
    guard let rule = kind.containedTax, case .numeric(let builder)? = slot(rule.field) else {
      return
    }
    let prices = amounts(rule.price)
    let taxes = amounts(rule.tax)
    let totals = amounts(rule.total)
    let parts = rule.parts.map(amounts)
    let orders = orders(by: rule.group)
    /// What an order says of itself: `nil` where neither sum is its total.
    func isContained(_ order: Range<Int>, tax: Int64, sum: Int64) -> Bool? {
      guard let total = first(totals, in: order) else { return nil }
      return total == sum ? true : total == sum + tax ? false : nil
    }
    var contained = 0
    var outside = 0
    var undecided = 0
    var found: [(order: Range<Int>, tax: Int64, sum: Int64, isContained: Bool?)] = []
    for order in orders {
      guard let tax = first(taxes, in: order), tax != 0 else { continue }
      let sum = parts.reduce(Int64(0)) { $0 + (first($1, in: order) ?? 0) }
      let answer = isContained(order, tax: tax, sum: sum)
      switch answer {
      case true?: contained += 1
      case false?: outside += 1
      case nil: undecided += 1
      }
      found.append((order, tax, sum, answer))
    }
    var values: [Int64?] = prices.map { $0.map { _ in 0 } }
    for (order, tax, sum, answer) in found
    where answer ?? (contained > outside) && sum > 0 {
      // In cents, so that the taxes of the lines are that of their sum.
      var upTo: Int128 = 0
      var given: Int128 = 0
      for row in order {
        guard let price = prices[row] else { continue }
        upTo += Int128(price)
        let next = (upTo * Int128(tax)).dividedRounding(by: Int128(sum) * 100) * 100
        values[row] = Int64(next - given)
        given = next
      }
    }
    numerics[builder].replace(with: values)
    if undecided > 0 {
      let reading =
        contained > outside
        ? Phrase("in their prices, as in most of the file", zh: "含在价格里，与文件中多数订单相同")
        : Phrase("on top of their prices", zh: "在价格之外")
      remarks.append(
        Phrase(
          counted(undecided, "order")
            + " whose sums do not say whether prices contain the tax; it is "
            + "taken to be \(reading.english)",
          zh: "\(undecided) 个订单的金额看不出价格是否含税，按税\(reading.chinese)读取"))
    }
  }

  /// Numbers of orders and products that a spreadsheet program has cut to a few digits: rows that
  /// were different can no longer be told apart.
  mutating func countDamagedCodes() {
    for binding in bindings where binding.field.type == .text && !binding.header.isEmpty {
      guard case .text(let builder) = binding.slot else { continue }
      var damaged: Set<Int32> = []
      _ = texts[builder].forEachValue { code, bytes, range in
        if bytes.isCutNumber(range) { damaged.insert(Int32(code)) }
        return true
      }
      guard !damaged.isEmpty else { continue }
      let count = texts[builder].codes.count { damaged.contains($0) }
      remarks.append(
        Phrase(
          counted(count, "cell")
            + " of `\(binding.header)` cut by a spreadsheet program to the form "
            + "1.23E+14; a download that was not saved again has them whole",
          zh: "`\(binding.header)` 列有 \(count) 个单元格被表格软件截成 1.23E+14 的形式；"
            + "请用未重新保存的原始文件"))
    }
  }
}

extension Int128 {
  /// Half away from zero; the divisor is positive.
  fileprivate func dividedRounding(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
    return quotient + (self < 0 ? -1 : 1)
  }
}

extension Span<UInt8> {
  /// `1.19111E+14`, at least: a long number as spreadsheet programs show it.
  fileprivate func isCutNumber(_ range: Range<Int>) -> Bool {
    guard (6...12).contains(range.count), self[range.lowerBound].isDigit,
      self[range.lowerBound + 1] == UInt8(ascii: ".")
    else { return false }
    var offset = range.lowerBound + 2
    while offset < range.upperBound, self[offset].isDigit { offset += 1 }
    guard offset + 4 == range.upperBound, self[offset] == UInt8(ascii: "E"),
      self[offset + 1] == UInt8(ascii: "+"), self[offset + 2].isDigit, self[offset + 3].isDigit
    else { return false }
    return self[offset + 2] > UInt8(ascii: "0")
  }
}
