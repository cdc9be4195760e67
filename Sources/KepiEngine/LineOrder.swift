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
}
