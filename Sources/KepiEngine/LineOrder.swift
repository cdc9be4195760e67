// The order of many lines by plain integers, where values allow it.
import KepiColumns
import KepiSemantics

/// Each line has a number for each key and for each of its groups, smaller ones first.
struct LineOrder {
  /// The places of the lines, in order.
  let places: [Int]

  /// Fewer lines are sorted by their values.
  private static let leastLines = 64
  /// What has no value comes last, whichever way the others go.
  static let blank = Int64.max

  /// `nil` where values of a key or names of an axis are of several kinds, or where they do not fit.
  init?(
    _ keys: [ResolvedQuery.SortKey], _ values: [[Value]], _ lines: [WorkingLine],
    _ query: ResolvedQuery, _ domains: [Int: AxisDomain]
  ) {
    guard lines.count >= Self.leastLines, lines.allSatisfy({ $0.line.kind == .plain }) else {
      return nil
    }
    var columns: [[Int64]] = []
    for (place, key) in keys.enumerated() {
      guard let column = Self.numbers(of: values.map { $0[place] }) else { return nil }
      columns.append(
        key.isAscending ? column : column.map { $0 == Self.blank ? $0 : -$0 })
    }
    var code = 0
    for place in query.axes.indices {
      switch query.axes[place].form {
      case .grain:
        guard let column = Self.numbers(of: lines.map { $0.line.groups[place] }) else {
          return nil
        }
        columns.append(column)
      case .value:
        guard let ranks = Self.ranks(of: domains[place]?.values ?? []) else { return nil }
        let at = code
        guard lines.allSatisfy({ at < $0.key.codes.count && Int($0.key.codes[at]) < ranks.count })
        else { return nil }
        columns.append(lines.map { ranks[Int($0.key.codes[at])] })
        code += 1
      }
    }
    let width = columns.count
    var table = [Int64](repeating: 0, count: lines.count * width)
    for (place, column) in columns.enumerated() {
      for (line, number) in column.enumerated() { table[line * width + place] = number }
    }
    places = lines.indices.sorted { left, right in
      for place in 0..<width {
        let one = table[left * width + place]
        let two = table[right * width + place]
        if one != two { return one < two }
      }
      return left < right
    }
  }

  /// Numbers in the order of the values.
  static func numbers(of values: [Value]) -> [Int64]? {
    var scale: Int?
    var isApproximate: Bool?
    var result: [Int64] = []
    result.reserveCapacity(values.count)
    for value in values {
      let number: Int64
      switch value {
      case .blank, .nothing:
        result.append(blank)
        continue
      case .exact(let exact):
        guard scale ?? exact.scale == exact.scale, let digits = Int64(exactly: exact.digits)
        else { return nil }
        scale = exact.scale
        number = digits
      case .approximate(let double):
        guard let bits = Self.bits(of: double), isApproximate ?? true else { return nil }
        isApproximate = true
        number = bits
      case .day(let day):
        guard scale ?? -1 == -1 else { return nil }
        scale = -1
        number = Int64(day.number)
      case .text, .truth: return nil
      }
      guard number > .min + 1, number < .max, scale == nil || isApproximate == nil else {
        return nil
      }
      result.append(number)
    }
    return result
  }

  /// A number in the order of doubles; `nil` for what is none.
  static func bits(of double: Double) -> Int64? {
    guard !double.isNaN else { return nil }
    // Zeros differ in their sign alone.
    let bits = Int64(bitPattern: (double == 0 ? 0 : double).bitPattern)
    return bits < 0 ? .min - bits : bits
  }

  /// For each value of an axis its place among them in order; the missing one is last.
  static func ranks(of values: [Value]) -> [Int64]? {
    var texts: [(text: String, code: Int)] = []
    texts.reserveCapacity(values.count)
    for (code, value) in values.enumerated() {
      switch value {
      case .blank, .nothing: continue
      case .text(let text): texts.append((text, code))
      case .exact, .approximate, .day, .truth: return nil
      }
    }
    texts.sort { $0.text < $1.text }
    var ranks = Array(repeating: blank, count: values.count)
    for (rank, entry) in texts.enumerated() { ranks[entry.code] = Int64(rank) }
    return ranks
  }

  /// The places of lines in the order of columns of numbers, the first column first; `nil` where the
  /// numbers of a line do not fit one of 63 bits. Lines that are equal keep their order.
  ///
  /// - Shape: each column has a number for each of `count` lines.
  static func places(by columns: [[Int64]], count: Int) -> [Int32]? {
    var combined = [UInt64](repeating: 0, count: count)
    var product: UInt64 = 1
    for column in columns {
      var least = Int64.max
      var greatest = Int64.min
      for number in column where number != blank {
        least = min(least, number)
        greatest = max(greatest, number)
      }
      // Only blanks: there is nothing to tell apart.
      guard least <= greatest else { continue }
      let (range, isTooLarge) = greatest.subtractingReportingOverflow(least)
      guard !isTooLarge, range < .max - 2 else { return nil }
      // One more number is for blanks.
      let width = UInt64(range) + 2
      let (next, overflow) = product.multipliedReportingOverflow(by: width)
      guard !overflow, next <= UInt64(Int64.max) else { return nil }
      product = next
      for line in 0..<count {
        let number = column[line]
        combined[line] =
          combined[line] &* width &+ (number == blank ? width - 1 : UInt64(number - least))
      }
    }
    return places(by: combined, below: product)
  }

  private static let digitBits: UInt64 = 11

  /// By counting how many numbers have each value of some bits, from the last bits to the first.
  private static func places(by numbers: [UInt64], below limit: UInt64) -> [Int32] {
    var entries = numbers.enumerated().map { place, number in
      (number: number, place: Int32(truncatingIfNeeded: place))
    }
    var other = entries
    var shift: UInt64 = 0
    while shift < 64, (limit - 1) >> shift > 0 {
      var starts = [Int](repeating: 0, count: 1 << Int(digitBits) + 1)
      for entry in entries {
        starts[Int(entry.number >> shift & (1 << digitBits - 1)) + 1] += 1
      }
      for digit in starts.indices.dropFirst() { starts[digit] += starts[digit - 1] }
      for entry in entries {
        let digit = Int(entry.number >> shift & (1 << digitBits - 1))
        other[starts[digit]] = entry
        starts[digit] += 1
      }
      swap(&entries, &other)
      shift += digitBits
    }
    return entries.map(\.place)
  }
}
