// A number of a container, from the digits of a program to those that were meant.

enum NumberText {
  /// A binary fraction written in full has up to 17 digits, of which spreadsheets keep and show 15:
  /// `9.7899999999999991` is 9.79. Whole numbers are left as they are: ids have up to 18.
  private static let mostDigits = 15

  /// Appends a number as digits with a decimal point, or `1E-9` where it is far from one. With
  /// `isPercent` it is shown as a percentage of the same value: 0.25 as `25%`. False, and nothing
  /// appended, where the text is no number.
  static func append(
    _ text: borrowing Span<UInt8>, isPercent: Bool = false, to bytes: inout [UInt8]
  ) -> Bool {
    if !isPercent, isPlain(text) {
      for index in text.indices { bytes.append(text[index]) }
      return true
    }
    guard var number = Digits(text) else { return false }
    if isPercent { number.point += 2 }
    number.round(to: mostDigits)
    number.append(to: &bytes)
    if isPercent { bytes.append(UInt8(ascii: "%")) }
    return true
  }

  /// Most numbers: few digits, maybe a minus, maybe a point between two of them.
  static func isPlain(_ text: borrowing Span<UInt8>) -> Bool {
    guard 1...mostDigits ~= text.count else { return false }
    var previous = UInt8(ascii: "-")
    var points = 0
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        // `00` and `-0` are written another way.
        let isFirst = index == 0 || index == 1 && previous == UInt8(ascii: "-")
        if isFirst, byte == UInt8(ascii: "0"), text.count > 1 {
          guard index + 1 < text.count, text[index + 1] == UInt8(ascii: ".") else { return false }
        }
      case UInt8(ascii: "-"): guard index == 0 else { return false }
      case UInt8(ascii: "."):
        points += 1
        guard points == 1, previous != UInt8(ascii: "-") else { return false }
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "-") && previous != UInt8(ascii: ".")
  }

  private struct Digits {
    var isNegative = false
    /// Without zeros in front.
    var digits: [UInt8] = []
    /// How many digits stand before the decimal point; negative where zeros follow it.
    var point = 0

    init?(_ text: borrowing Span<UInt8>) {
      var index = 0
      let end = text.count
      if index < end, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
        isNegative = text[index] == UInt8(ascii: "-")
        index += 1
      }
      var hasDigits = false
      var isFraction = false
      while index < end {
        let byte = text[index]
        if byte == UInt8(ascii: "."), !isFraction {
          isFraction = true
        } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
          hasDigits = true
          if !digits.isEmpty || byte != UInt8(ascii: "0") {
            if digits.count < 40 { digits.append(byte - UInt8(ascii: "0")) }
            if !isFraction { point += 1 }
          } else if isFraction {
            point -= 1
          }
        } else {
          break
        }
        index += 1
      }
      guard hasDigits else { return nil }
      if index < end {
        guard text[index] | 0x20 == UInt8(ascii: "e") else { return nil }
        index += 1
        var isMinus = false
        if index < end, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
          isMinus = text[index] == UInt8(ascii: "-")
          index += 1
        }
        guard index < end else { return nil }
        var exponent = 0
        while index < end {
          guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) else { return nil }
          exponent = min(exponent * 10 + Int(text[index] - UInt8(ascii: "0")), 100_000)
          index += 1
        }
        point += isMinus ? -exponent : exponent
      }
      dropTrailingZeros()
    }

    private mutating func dropTrailingZeros() {
      while digits.last == 0 { digits.removeLast() }
      if digits.isEmpty { point = 0 }
    }

    mutating func round(to count: Int) {
      guard digits.count > count, point < digits.count else { return }
      let roundsUp = digits[count] >= 5
      digits.removeSubrange(count...)
      if roundsUp {
        var index = count - 1
        while index >= 0, digits[index] == 9 {
          digits[index] = 0
          index -= 1
        }
        if index >= 0 {
          digits[index] += 1
        } else {
          digits.insert(1, at: 0)
          point += 1
        }
      }
      dropTrailingZeros()
    }

    func append(to bytes: inout [UInt8]) {
      let zero = UInt8(ascii: "0")
      guard !digits.isEmpty else { return bytes.append(zero) }
      if isNegative { bytes.append(UInt8(ascii: "-")) }
      guard -6...21 ~= point else {
        // Nobody writes as many zeros.
        bytes.append(digits[0] + zero)
        if digits.count > 1 {
          bytes.append(UInt8(ascii: "."))
          for digit in digits[1...] { bytes.append(digit + zero) }
        }
        return bytes.append(contentsOf: "E\(point - 1)".utf8)
      }
      if point <= 0 { bytes.append(contentsOf: "0.".utf8) }
      for _ in 0..<max(0, -point) { bytes.append(zero) }
      for (index, digit) in digits.enumerated() {
        if index == point, index > 0 { bytes.append(UInt8(ascii: ".")) }
        bytes.append(digit + zero)
      }
      for _ in 0..<max(0, point - digits.count) { bytes.append(zero) }
    }
  }
}
