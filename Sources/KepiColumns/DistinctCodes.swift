// Which codes each group has met: counted when first met, whatever the order of the rows.

/// Pairs of a group and a code. Most often a code belongs to one group, as an order does to one site
/// and month: that one stands in a plain array, and only further ones are looked up.
package struct DistinctCodes: Sendable {
  /// For each code where the cells of the first group begin that met it, -1 for none.
  private var first: [Int32]
  /// Further pairs: the group in the upper half, the code in the lower.
  private var more = NumberTable()

  package init(codeCount: Int) { first = Array(repeating: -1, count: codeCount) }

  /// How many pairs are looked up.
  package var furtherCount: Int { more.count }

  /// Adds one to a cell of the group for each code that is new to it. Code 0 is no value.
  ///
  /// - Shape: as `IntegerStorage.add`.
  package mutating func add(
    _ codes: [Int32], starts: [Int32], offset: Int, in cells: inout [Int64]
  ) {
    for place in codes.indices where codes[place] != 0 {
      let code = Int(codes[place])
      let start = starts[place]
      let known = first[code]
      if known == start { continue }
      if known < 0 {
        first[code] = start
        cells[Int(start) + offset] &+= 1
      } else if isNew(start, code) {
        cells[Int(start) + offset] &+= 1
      }
    }
  }

  /// Adds what another part of the rows has met, whose counts are in the cells already: what both
  /// have met is taken off them again.
  package mutating func add(_ other: DistinctCodes, offset: Int, in cells: inout [Int64]) {
    for code in other.first.indices where other.first[code] >= 0 {
      let start = other.first[code]
      if first[code] < 0 {
        first[code] = start
      } else if first[code] == start || !isNew(start, code) {
        cells[Int(start) + offset] &-= 1
      }
    }
    for key in other.more.keys {
      let start = Int32(truncatingIfNeeded: key >> 32)
      let code = Int(UInt32(truncatingIfNeeded: key))
      if first[code] == start || !isNew(start, code) { cells[Int(start) + offset] &-= 1 }
    }
  }

  private mutating func isNew(_ start: Int32, _ code: Int) -> Bool {
    let before = more.count
    _ = more.number(
      of: UInt64(UInt32(bitPattern: start)) << 32 | UInt64(UInt32(truncatingIfNeeded: code)))
    return more.count > before
  }
}
