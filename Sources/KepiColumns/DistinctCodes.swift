// Which codes each group has met: counted when first met, whatever the order of the rows.
import CPrefetch

/// Pairs of a group and a code. Most often a code belongs to one group, as an order does to one site
/// and month, or to two: those stand in plain arrays, and only further ones are looked up.
package struct DistinctCodes: Sendable {
  /// The first group of each code that met it.
  private var first: GroupOfCodes
  private var further: FurtherGroups
  /// What other parts of the rows have met.
  private var others: [DistinctCodes] = []

  /// For so many rows at a time what is known of their codes is brought near.
  private static let stride = 64
  /// What is known of fewer codes lies near the processor anyway.
  private static let leastFarCodes = 1 << 17

  package init(codeCount: Int) {
    first = GroupOfCodes(codeCount: codeCount)
    further = FurtherGroups(codeCount: codeCount)
  }

  /// How many pairs there are beside the first of each code.
  package var furtherCount: Int { others.reduce(further.count) { $0 + $1.furtherCount } }

  /// Adds one to a cell of the group for each code that is new to it. Code 0 is no value.
  ///
  /// - Shape: as `IntegerStorage.add`.
  package mutating func add(
    _ codes: [Int32], starts: [Int32], offset: Int, in cells: inout [Int64]
  ) {
    guard first.codeCount >= Self.leastFarCodes else {
      return Self.add(codes, codes.indices, starts, offset, to: &first, &further, in: &cells)
    }
    for row in Swift.stride(from: 0, to: codes.count, by: Self.stride) {
      let rows = row..<min(row + Self.stride, codes.count)
      first.bringNear(codes, rows.upperBound..<min(rows.upperBound + Self.stride, codes.count))
      Self.add(codes, rows, starts, offset, to: &first, &further, in: &cells)
    }
  }

  @inline(__always)
  private static func add(
    _ codes: [Int32], _ rows: Range<Int>, _ starts: [Int32], _ offset: Int,
    to first: inout GroupOfCodes, _ further: inout FurtherGroups, in cells: inout [Int64]
  ) {
    var met = first.met
    var marks = first.marks.mutableSpan
    for row in rows where codes[row] != 0 {
      let code = Int(codes[row])
      let mark = starts[row] &+ 1
      let known = marks[code]
      if known == mark { continue }
      if known == 0 {
        marks[code] = mark
        met.note(code)
        cells[Int(starts[row]) + offset] &+= 1
      } else if further.isNew(mark, code) {
        cells[Int(starts[row]) + offset] &+= 1
      }
    }
    first.met = met
  }

  /// Adds what another part of the rows has met, whose counts are in the cells already: what both
  /// have met is taken off them again. Parts of rows that follow each other share few codes, and only
  /// among those is anything looked at.
  package mutating func add(_ other: DistinctCodes, offset: Int, in cells: inout [Int64]) {
    let parts = [self] + others
    let shared = parts.reduce(MetCodes()) { $0.joined(with: $1.met) }.shared(with: other.met)
    other.forEach(among: shared) { mark, code in
      if parts.contains(where: { $0.hasMet(mark, code) }) { cells[Int(mark) - 1 + offset] &-= 1 }
    }
    others.append(other)
  }

  private var met: MetCodes { first.met }

  /// Whether a part of the rows has a pair itself.
  private func hasMet(_ mark: Int32, _ code: Int) -> Bool {
    first.has(mark, code) || further.hasMet(mark, code)
  }

  private func forEach(among codes: MetCodes, _ body: (_ mark: Int32, _ code: Int) -> Void) {
    first.forEach(among: codes, body)
    further.forEach(among: codes, body)
  }
}

/// One group of each of many codes.
private struct GroupOfCodes: Sendable {
  let codeCount: Int
  /// For each code one more than where the cells of its group begin, 0 for none. Rows that follow each
  /// other have codes that do: a part of the rows touches a part of this.
  var marks: ZeroedNumbers<Int32>
  var met = MetCodes()

  init(codeCount: Int) {
    self.codeCount = codeCount
    marks = ZeroedNumbers(count: codeCount)
  }

  @inline(__always)
  func has(_ mark: Int32, _ code: Int) -> Bool { marks.span[code] == mark }

  /// The group of a code; `nil` where it had none, and has this one now.
  @inline(__always)
  mutating func groupOrTake(_ mark: Int32, _ code: Int) -> Int32? {
    let known = marks.span[code]
    if known != 0 { return known }
    var marks = marks.mutableSpan
    marks[code] = mark
    met.note(code)
    return nil
  }

  func forEach(among codes: MetCodes, _ body: (_ mark: Int32, _ code: Int) -> Void) {
    let marks = marks.span
    for code in codes.shared(with: met).range where marks[code] > 0 { body(marks[code], code) }
  }

  /// Codes of millions come in any order, and each waited for memory.
  func bringNear(_ codes: [Int32], _ rows: Range<Int>) {
    let marks = marks.span
    unsafe marks.withUnsafeBufferPointer { marks in
      guard let base = marks.baseAddress else { return }
      for row in rows { unsafe kepi_prefetch_for_writing(base + Int(codes[row])) }
    }
  }
}

/// Between which codes all lie that have a group: to look at all of millions takes as long as to count
/// them.
private struct MetCodes: Sendable {
  var least = Int.max
  var greatest = -1

  @inline(__always)
  mutating func note(_ code: Int) {
    least = min(least, code)
    greatest = max(greatest, code)
  }

  func contains(_ code: Int) -> Bool { least <= code && code <= greatest }

  var range: Range<Int> { least <= greatest ? least..<greatest + 1 : 0..<0 }

  func joined(with other: MetCodes) -> MetCodes {
    MetCodes(least: min(least, other.least), greatest: max(greatest, other.greatest))
  }

  func shared(with other: MetCodes) -> MetCodes {
    MetCodes(least: max(least, other.least), greatest: min(greatest, other.greatest))
  }
}

/// The groups of codes beside the first of each.
private struct FurtherGroups: Sendable {
  /// The second group, once many codes have one: rows that follow each other have codes that do, while
  /// a table of millions of pairs lies far off wherever it is looked into. 25 million orders, half of
  /// them in two groups: 1,070 to 130 ms.
  private var second: GroupOfCodes?
  /// How many pairs stand there.
  private var secondCount = 0
  /// Further pairs: the group in the upper half, the code in the lower.
  private var more = NumberTable()
  private let codeCount: Int

  /// So many pairs lie near the processor.
  private static let mostLookedUp = 1 << 14

  init(codeCount: Int) { self.codeCount = codeCount }

  var count: Int { more.count + secondCount }

  /// Whether a group has not met a code before. From then on it has.
  mutating func isNew(_ mark: Int32, _ code: Int) -> Bool {
    if second != nil {
      let known = second?.groupOrTake(mark, code)
      if known == mark { return false }
      if known == nil {
        secondCount += 1
        return true
      }
    }
    let before = more.count
    _ = more.number(of: Self.key(mark, code))
    guard more.count > before else { return false }
    if second == nil, more.count >= Self.mostLookedUp { setSecondsApart() }
    return true
  }

  private mutating func setSecondsApart() {
    var second = GroupOfCodes(codeCount: codeCount)
    var rest = NumberTable()
    for key in more.keys {
      if second.groupOrTake(Self.mark(of: key), Self.code(of: key)) == nil {
        secondCount += 1
      } else {
        _ = rest.number(of: key)
      }
    }
    self.second = second
    more = rest
  }

  func hasMet(_ mark: Int32, _ code: Int) -> Bool {
    second?.has(mark, code) ?? false || count > 0 && more.contains(Self.key(mark, code))
  }

  func forEach(among codes: MetCodes, _ body: (_ mark: Int32, _ code: Int) -> Void) {
    second?.forEach(among: codes, body)
    for key in more.keys where codes.contains(Self.code(of: key)) {
      body(Self.mark(of: key), Self.code(of: key))
    }
  }

  private static func key(_ mark: Int32, _ code: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: mark)) << 32 | UInt64(UInt32(truncatingIfNeeded: code))
  }

  private static func mark(of key: UInt64) -> Int32 { Int32(truncatingIfNeeded: key >> 32) }

  private static func code(of key: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: key)) }
}
