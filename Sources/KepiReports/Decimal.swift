// A decimal number written out digit by digit: exact, and never with an exponent.

struct Decimal: Equatable {
  var isNegative: Bool
  /// 0 to 9, the highest first: at least one digit before the point, then `fractionCount` of them.
  private(set) var digits: [UInt8]
  private(set) var fractionCount: Int

  /// `value / 10^scale`, with `scale` digits behind the point.
  init(_ value: Int64, scale: Int) {
    isNegative = value < 0
    digits = String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
    fractionCount = scale
    if digits.count <= scale {
      digits.insert(contentsOf: repeatElement(0, count: scale + 1 - digits.count), at: 0)
    }
  }

  /// The shortest decimal that reads back as the same double; `nil` where there is none.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    // The standard library gives the shortest digits, but with an exponent for large and small
    // numbers, which a spreadsheet may take for text.
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var text = value.magnitude.description.utf8[...]
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(Substring(text[text.index(after: mark)...])) ?? 0
      text = text[..<mark]
    }
    for byte in text {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else {
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    isNegative = value < 0
    self.digits = digits
    fractionCount = digits.count - (point ?? digits.count)
    shift(by: exponent)
    trim()
  }

  var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  /// Digits from the first to the last that is not zero.
  var significantDigitCount: Int {
    guard let first = digits.firstIndex(where: { $0 != 0 }),
      let last = digits.lastIndex(where: { $0 != 0 })
    else { return 0 }
    return last - first + 1
  }

  /// How many zeros follow the point before the first other digit; `nil` for a whole part or zero.
  var leadingFractionZeros: Int? {
    guard let first = digits.firstIndex(where: { $0 != 0 }) else { return nil }
    let wholeCount = digits.count - fractionCount
    return first < wholeCount ? nil : first - wholeCount
  }

  /// Digits before the point, 0 for a number below 1.
  var wholeDigitCount: Int {
    digits[..<(digits.count - fractionCount)].drop { $0 == 0 }.count
  }

  /// Times ten to the power of `places`.
  mutating func shift(by places: Int) {
    fractionCount -= places
    if fractionCount < 0 {
      digits.append(contentsOf: repeatElement(0, count: -fractionCount))
      fractionCount = 0
    }
    let missing = fractionCount + 1 - digits.count
    if missing > 0 { digits.insert(contentsOf: repeatElement(0, count: missing), at: 0) }
    let surplus = digits[..<(digits.count - fractionCount - 1)].prefix { $0 == 0 }.count
    digits.removeFirst(surplus)
  }

  /// Halves go away from zero, as people do it by hand.
  mutating func round(toFraction count: Int) {
    guard count < fractionCount else { return }
    let roundsUp = digits[digits.count - fractionCount + count] >= 5
    digits.removeLast(fractionCount - count)
    fractionCount = count
    guard roundsUp else { return }
    var place = digits.count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 { digits[place] += 1 } else { digits.insert(1, at: 0) }
  }

  /// Drops zeros at the end of the fraction, down to `minimum` digits, and adds those that lack.
  mutating func trim(toFraction minimum: Int = 0) {
    while fractionCount > minimum, digits.last == 0 {
      digits.removeLast()
      fractionCount -= 1
    }
    if fractionCount < minimum {
      digits.append(contentsOf: repeatElement(0, count: minimum - fractionCount))
      fractionCount = minimum
    }
  }

  /// The digits without the sign.
  func magnitudeText(isGrouped: Bool) -> String {
    let wholeCount = digits.count - fractionCount
    var bytes: [UInt8] = []
    for (place, digit) in digits.enumerated() {
      if place == wholeCount {
        bytes.append(UInt8(ascii: "."))
      } else if isGrouped, place > 0, place < wholeCount, (wholeCount - place) % 3 == 0 {
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(digit + UInt8(ascii: "0"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Plain digits, with a minus sign only before what is not zero.
  var plainText: String { (isNegative && !isZero ? "-" : "") + magnitudeText(isGrouped: false) }
}
