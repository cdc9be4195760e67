// Which codes each group has met: counted when first met, whatever the order of the rows.
import CPrefetch

/// Pairs of a group and a code. Most often a code belongs to one group, as an order does to one site
/// and month, or to two: those stand in plain arrays, and only further ones are looked up.
package struct DistinctCodes: Sendable {
  /// For each code one more than where the cells of the first group begin that met it, 0 for none.
  private var first: [Int32]
  /// The same for the second group, once many codes have one: rows that follow each other have codes
  /// that do, while a table of millions of pairs lies far off wherever it is looked into. 25 million
  /// orders, half of them in two groups: 1,070 to 130 ms.
  private var second: [Int32] = []
  /// Further pairs: the group in the upper half, the code in the lower.
  private var more = NumberTable()
  /// How many pairs stand in `second`.
  private var secondCount = 0

  /// For so many rows at a time what is known of their codes is brought near.
  private static let stride = 64
  /// What is known of fewer codes lies near the processor anyway.
  private static let leastFarCodes = 1 << 17

  package init(codeCount: Int) { first = LargePages.zeros(codeCount) }

  /// How many pairs there are beside the first of each code.
  package var furtherCount: Int { more.count + secondCount }

  /// Adds one to a cell of the group for each code that is new to it. Code 0 is no value.
  ///
  /// - Shape: as `IntegerStorage.add`.
  package mutating func add(
    _ codes: [Int32], starts: [Int32], offset: Int, in cells: inout [Int64]
  ) {
    guard first.count >= Self.leastFarCodes else {
      return add(codes, codes.indices, starts, offset, in: &cells)
    }
    for row in Swift.stride(from: 0, to: codes.count, by: Self.stride) {
      let rows = row..<min(row + Self.stride, codes.count)
      bringNear(codes, rows.upperBound..<min(rows.upperBound + Self.stride, codes.count))
      add(codes, rows, starts, offset, in: &cells)
    }
  }

  @inline(__always)
  private mutating func add(
    _ codes: [Int32], _ rows: Range<Int>, _ starts: [Int32], _ offset: Int,
    in cells: inout [Int64]
  ) {
    for row in rows where codes[row] != 0 {
      let code = Int(codes[row])
      let mark = starts[row] &+ 1
      let known = first[code]
      if known == mark { continue }
      if known == 0 {
        first[code] = mark
        cells[Int(starts[row]) + offset] &+= 1
      } else if isNew(mark, code) {
        cells[Int(starts[row]) + offset] &+= 1
      }
    }
  }

  /// Codes of millions come in any order, and each waited for memory.
  private func bringNear(_ codes: [Int32], _ rows: Range<Int>) {
    unsafe first.withUnsafeBufferPointer { first in
      guard let base = first.baseAddress else { return }
      for row in rows { unsafe kepi_prefetch_for_writing(base + Int(codes[row])) }
    }
  }

  /// Adds what another part of the rows has met, whose counts are in the cells already: what both
  /// have met is taken off them again.
  package mutating func add(_ other: DistinctCodes, offset: Int, in cells: inout [Int64]) {
    for code in other.first.indices where other.first[code] > 0 {
      add(other.first[code], code, offset, in: &cells)
    }
    for code in other.second.indices where other.second[code] > 0 {
      add(other.second[code], code, offset, in: &cells)
    }
    for key in other.more.keys { add(Self.mark(of: key), Self.code(of: key), offset, in: &cells) }
  }

  @inline(__always)
  private mutating func add(_ mark: Int32, _ code: Int, _ offset: Int, in cells: inout [Int64]) {
    if first[code] == 0 {
      first[code] = mark
    } else if first[code] == mark || !isNew(mark, code) {
      cells[Int(mark) - 1 + offset] &-= 1
    }
  }

  /// Whether a group that is not the first of a code has not met it before. From then on it has.
  private mutating func isNew(_ mark: Int32, _ code: Int) -> Bool {
    if !second.isEmpty {
      let known = second[code]
      if known == mark { return false }
      if known == 0 {
        second[code] = mark
        secondCount += 1
        return true
      }
    }
    let before = more.count
    _ = more.number(of: Self.key(mark, code))
    guard more.count > before else { return false }
    if second.isEmpty, more.count >= Self.mostLookedUp { setSecondsApart() }
    return true
  }

  private mutating func setSecondsApart() {
    second = LargePages.zeros(first.count)
    var rest = NumberTable()
    for key in more.keys {
      let code = Self.code(of: key)
      if second[code] == 0 {
        second[code] = Self.mark(of: key)
        secondCount += 1
      } else {
        _ = rest.number(of: key)
      }
    }
    more = rest
  }

  /// So many pairs lie near the processor.
  private static let mostLookedUp = 1 << 14

  private static func key(_ mark: Int32, _ code: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: mark)) << 32 | UInt64(UInt32(truncatingIfNeeded: code))
  }

  private static func mark(of key: UInt64) -> Int32 { Int32(truncatingIfNeeded: key >> 32) }

  private static func code(of key: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: key)) }
}
