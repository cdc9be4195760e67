// One cell of digits, marks and signs, read as far as it says by itself what it means.
import KepiContainers

/// `1.234` alone may be a thousand or a little more than one: such a cell waits until its whole
/// column has been seen.
struct NumberCell: Equatable, Sendable {
  enum DecimalMark: Equatable, Sendable { case dot, comma }

  enum Shape: Equatable, Sendable {
    case absent
    /// Not a number at all.
    case damaged
    /// Digits without a mark, or with blanks between groups; a number that a container knows.
    case plain
    /// The marks of the cell leave one reading.
    case decided(DecimalMark)
    /// One mark, with one to three digits before it and three behind it.
    case ambiguous(mark: DecimalMark)
  }

  private(set) var shape = Shape.absent
  private(set) var isPercent = false
  private(set) var isNegative = false
  /// The digits without their marks. At most 18; `exponent` accounts for those left out.
  private(set) var digits: Int64 = 0
  /// Digits behind the mark that is decimal, or in doubt.
  private(set) var fractionDigits = 0
  private(set) var exponent = 0
  /// Where the sign of a currency stands; empty where there is none.
  private(set) var sign = 0..<0

  /// Reads `text[range]`. Blanks around it and the guard of `="123"` are passed over.
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    let range = text.trimmedCell(range)
    guard !range.isEmpty else { return }
    if readPlainly(text, range) { return }
    if text[range.lowerBound] == CellMark.number {
      readKnown(text, range.dropFirst())
      return
    }
    // No number is as long, even with a currency written out.
    guard range.count <= 64 else {
      shape = .damaged
      return
    }
    var scan = Scan(text: range.map { text[$0] })
    scan.run(into: &self)
    sign = range.lowerBound + sign.lowerBound..<range.lowerBound + sign.upperBound
  }

  /// Most cells: digits, maybe a minus before them, maybe a dot and other than three digits.
  @inline(__always)
  private mutating func readPlainly(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 18 else { return false }
    var offset = range.lowerBound
    let negative = text[offset] == UInt8(ascii: "-")
    if negative { offset += 1 }
    guard offset < range.upperBound, text[offset].isDigit else { return false }
    var value: Int64 = 0
    while offset < range.upperBound, text[offset].isDigit {
      value = value * 10 + Int64(text[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    var fraction = 0
    if offset < range.upperBound {
      guard text[offset] == UInt8(ascii: ".") else { return false }
      fraction = range.upperBound - offset - 1
      guard fraction == 1 || fraction == 2 else { return false }
      offset += 1
      while offset < range.upperBound {
        guard text[offset].isDigit else { return false }
        value = value * 10 + Int64(text[offset] - UInt8(ascii: "0"))
        offset += 1
      }
    }
    shape = fraction == 0 ? .plain : .decided(.dot)
    isNegative = negative
    digits = value
    fractionDigits = fraction
    return true
  }

  /// `-12.5`, `2.5E30`, `25%`, as `CellMark.number` announces them. Its point is no evidence of how
  /// the texts of the file are written.
  private mutating func readKnown(_ text: Span<UInt8>, _ range: Range<Int>) {
    var isFraction = false
    var offset = range.lowerBound
    if offset < range.upperBound, text[offset] == UInt8(ascii: "-") {
      isNegative = true
      offset += 1
    }
    shape = .plain
    while offset < range.upperBound, text[offset].isDigit || text[offset] == UInt8(ascii: ".") {
      if text[offset] == UInt8(ascii: ".") {
        isFraction = true
      } else if digits < 99_999_999_999_999_999 {
        digits = digits * 10 + Int64(text[offset] - UInt8(ascii: "0"))
        if isFraction { exponent -= 1 }
      } else if !isFraction {
        exponent += 1
      }
      offset += 1
    }
    if offset < range.upperBound, text[offset] == UInt8(ascii: "E") {
      let end = range.last { text[$0].isDigit } ?? offset
      let power = String(
        decoding: (offset + 1...max(offset + 1, end)).map { text[$0] }, as: UTF8.self)
      exponent += Int(power) ?? 0
    }
    isPercent = text[range.upperBound - 1] == UInt8(ascii: "%")
  }

  // MARK: Values

  mutating func negate() { isNegative.toggle() }

  /// The value times 10 000, rounded half away from zero: `0.20192090000000001`, the noise of
  /// binary fractions in exports, becomes 0.2019, and `9.789999999999999` 9.79. `nil` where it
  /// does not fit. `mark` reads a cell in doubt.
  func tenThousandths(mark: DecimalMark) -> Int64? {
    let places = decimalPlaces(mark: mark)
    let magnitude: Int64
    if places <= 4 {
      guard 4 - places <= 18 else { return digits == 0 ? 0 : nil }
      let (product, overflow) = digits.multipliedReportingOverflow(
        by: Self.powersOfTen[4 - places])
      guard !overflow else { return nil }
      magnitude = product
    } else if places - 4 > 18 {
      magnitude = 0
    } else {
      let divisor = Self.powersOfTen[places - 4]
      let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: divisor)
      magnitude = quotient + (remainder >= divisor - remainder ? 1 : 0)
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The nearest double; a percent sign divides by 100. `nil` where it is out of range.
  func double(mark: DecimalMark, isPoints: Bool = false) -> Double? {
    let places = decimalPlaces(mark: mark) + (isPercent || isPoints ? 2 : 0)
    let magnitude: Double
    if digits < 1 << 53, (0...22).contains(places) {
      // Both are exact, so one division rounds once.
      magnitude = Double(digits) / Self.doublePowersOfTen[places]
    } else if let value = Double("\(digits)e\(-places)"), value.isFinite {
      magnitude = value
    } else {
      return nil
    }
    return isNegative ? -magnitude : magnitude
  }

  /// Digits behind the decimal mark, once it is known; negative where zeros follow the digits.
  func decimalPlaces(mark: DecimalMark) -> Int {
    switch shape {
    case .absent, .damaged, .plain: -exponent
    case .decided: fractionDigits - exponent
    case .ambiguous(let written): (written == mark ? fractionDigits : 0) - exponent
    }
  }

  static let powersOfTen: [Int64] = (0...18).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }
  private static let doublePowersOfTen: [Double] = (0...22).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  // MARK: The long way

  private struct Scan {
    let text: [UInt8]
    private var offset = 0
    private var dots = 0
    private var commas = 0
    private var blanks = 0
    private var lastMark: UInt8 = 0
    private var sinceMark = 0
    private var beforeMark = 0
    private var droppedDigits = 0
    private var digitCount = 0
    private var groupsAreSound = true

    init(text: [UInt8]) { self.text = text }

    mutating func run(into cell: inout NumberCell) {
      guard text.contains(where: \.isDigit) else {
        cell.shape = text.span.isMissingMark(text.indices) ? .absent : .damaged
        return
      }
      cell.shape = .damaged
      readSigns(&cell)
      let prefix = offset
      skipPrefix()
      var sign = text.span.trimmedBlanks(prefix..<offset)
      // `€-12.50`
      readSigns(&cell)
      readDigits(&cell)
      guard digitCount > 0 else { return }
      readExponent(&cell)
      skipBlanks()
      if offset < text.count, text[offset] == UInt8(ascii: "%") {
        cell.isPercent = true
        offset += 1
      }
      var rest = text.span.trimmedBlanks(offset..<text.count)
      if let last = rest.last,
        text[last] == UInt8(ascii: "-") || text[last] == UInt8(ascii: ")")
      {
        // `12.50-`, and the other half of `(12.50)`.
        if text[last] == UInt8(ascii: "-") { cell.isNegative.toggle() }
        rest = text.span.trimmedBlanks(rest.lowerBound..<last)
      }
      if !rest.isEmpty {
        guard sign.isEmpty else { return }
        sign = rest
      }
      guard let shape = shape() else { return }
      cell.shape = shape
      cell.sign = sign
      cell.fractionDigits = dots + commas > 0 ? sinceMark : 0
      if case .decided = shape, dots + commas > 1, dots == 0 || commas == 0 {
        cell.fractionDigits = 0
      }
      cell.exponent += droppedDigits
      cell.digits = value
    }

    private var value: Int64 = 0

    private mutating func readSigns(_ cell: inout NumberCell) {
      while offset < text.count {
        switch text[offset] {
        case UInt8(ascii: "-"), UInt8(ascii: "("):
          cell.isNegative.toggle()
          offset += 1
        case UInt8(ascii: "+"): offset += 1
        case 0xE2
        where offset + 2 < text.count && text[offset + 1] == 0x88
          && text[offset + 2] == 0x92:
          // The minus of typographers.
          cell.isNegative.toggle()
          offset += 3
        default: return
        }
      }
    }

    /// Moves to the first digit, or the mark or minus right before it. The dot of `Rs.201` belongs
    /// to the sign.
    private mutating func skipPrefix() {
      while offset < text.count, !text[offset].isDigit {
        let byte = text[offset]
        if byte == UInt8(ascii: "-") { return }
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","),
          offset + 1 < text.count, text[offset + 1].isDigit,
          offset == 0 || !text[offset - 1].isLetter
        {
          return
        }
        offset += 1
      }
    }

    private mutating func readDigits(_ cell: inout NumberCell) {
      while offset < text.count {
        let byte = text[offset]
        if byte.isDigit {
          digitCount += 1
          if value < 99_999_999_999_999_999 {
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
          } else {
            droppedDigits += 1
          }
          if lastMark == 0 { beforeMark += 1 } else { sinceMark += 1 }
          offset += 1
        } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
          if lastMark != 0, sinceMark != 3, sinceMark != 2 { groupsAreSound = false }
          if byte == UInt8(ascii: ".") { dots += 1 } else { commas += 1 }
          lastMark = byte
          sinceMark = 0
          offset += 1
        } else {
          let length = text.span.groupBlank(at: offset, before: text.count)
          guard length > 0, offset + length < text.count, text[offset + length].isDigit,
            digitCount > 0, lastMark == 0
          else { return }
          blanks += 1
          offset += length
        }
      }
    }

    /// `5.0E-4`. The E of `12 EUR` has no digits behind it.
    private mutating func readExponent(_ cell: inout NumberCell) {
      guard offset + 1 < text.count, text[offset] | 0x20 == UInt8(ascii: "e") else { return }
      var index = offset + 1
      let negative = text[index] == UInt8(ascii: "-")
      if negative || text[index] == UInt8(ascii: "+") { index += 1 }
      guard index < text.count, text[index].isDigit else { return }
      var exponent = 0
      while index < text.count, text[index].isDigit {
        exponent = min(exponent * 10 + Int(text[index] - UInt8(ascii: "0")), 9999)
        index += 1
      }
      cell.exponent = negative ? -exponent : exponent
      offset = index
    }

    private mutating func skipBlanks() {
      while offset < text.count {
        let length = text.span.blank(at: offset, before: text.count)
        guard length > 0 else { return }
        offset += length
      }
    }

    private func shape() -> Shape? {
      let mark: DecimalMark = lastMark == UInt8(ascii: ".") ? .dot : .comma
      switch (dots, commas) {
      case (0, 0): return .plain
      case (1..., 1...):
        guard groupsAreSound, mark == .dot ? dots == 1 : commas == 1 else { return nil }
        return .decided(mark)
      case (2..., _), (_, 2...):
        // One kind of mark, several times: it groups.
        guard groupsAreSound, sinceMark == 3 else { return nil }
        return .decided(mark == .dot ? .comma : .dot)
      default:
        let groups =
          sinceMark == 3 && (1...3).contains(beforeMark) && value >= 1000 && blanks == 0
        return groups ? .ambiguous(mark: mark) : .decided(mark)
      }
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}

extension Span<UInt8> {
  /// Bytes of the blank at an offset, 0 where there is none: space, tab, U+00A0, U+202F, U+3000.
  func blank(at offset: Int, before end: Int) -> Int {
    switch self[offset] {
    case 0x20, 0x09: 1
    case 0xC2 where offset + 1 < end && self[offset + 1] == 0xA0: 2
    case 0xE2 where offset + 2 < end && self[offset + 1] == 0x80 && self[offset + 2] == 0xAF: 3
    case 0xE3 where offset + 2 < end && self[offset + 1] == 0x80 && self[offset + 2] == 0x80: 3
    default: 0
    }
  }

  /// As `blank`, and the apostrophes that Swiss and others group digits with.
  fileprivate func groupBlank(at offset: Int, before end: Int) -> Int {
    if self[offset] == UInt8(ascii: "'") { return 1 }
    if self[offset] == 0xE2, offset + 2 < end, self[offset + 1] == 0x80, self[offset + 2] == 0x99 {
      return 3
    }
    return blank(at: offset, before: end)
  }

  /// Without blanks and line ends at either end.
  func trimmedBlanks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = self[start].isLineEnd ? 1 : blank(at: start, before: end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      let last = self[end - 1]
      if last == 0x20 || last == 0x09 || last.isLineEnd {
        end -= 1
      } else if last == 0xA0, end - 2 >= start, self[end - 2] == 0xC2 {
        end -= 2
      } else if last == 0xAF || last == 0x80, end - 3 >= start,
        blank(at: end - 3, before: end) == 3
      {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// Without the sign that a container knows it to be a number.
  func withoutNumberMark(_ range: Range<Int>) -> Range<Int> {
    !range.isEmpty && self[range.lowerBound] == CellMark.number ? range.dropFirst() : range
  }

  /// Without blanks at either end and without the guard that keeps spreadsheets from damaging long
  /// numbers: `="468170906203317"`.
  func trimmedCell(_ range: Range<Int>) -> Range<Int> {
    let range = trimmedBlanks(range)
    if range.count >= 3, self[range.lowerBound] == UInt8(ascii: "="),
      self[range.lowerBound + 1] == UInt8(ascii: "\""),
      self[range.upperBound - 1] == UInt8(ascii: "\"")
    {
      return trimmedBlanks(range.lowerBound + 2..<range.upperBound - 1)
    }
    return range
  }

  /// Whether a cell without digits says that there is no value.
  func isMissingMark(_ range: Range<Int>) -> Bool {
    guard range.count <= 11 else { return false }
    var word: [UInt8] = []
    for offset in range { word.append(self[offset] < 0x80 ? self[offset] | 0x20 : self[offset]) }
    return missingMarks.contains(word)
  }
}

/// With bit 5 set, as `isMissingMark` compares them: lower case; `-` and `/` are as they are.
private let missingMarks: Set<[UInt8]> = Set(
  [
    "--", "-", "—", "–", "/", "n/a", "na", "null", "none", "nan", "infinite", "unknown",
    "not stocked",
    // What an account may not see.
    "***", "****", "*****", "******",
  ].map { Array($0.utf8) })
