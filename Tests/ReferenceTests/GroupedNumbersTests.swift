// Middles of groups beside sorted arrays: of numbers that are counted, kept one by one, and both.
import KepiColumns
import Testing

struct GroupedNumbersTests {
  /// How numbers lie: close together, far from each other, mostly close with some that are not, and
  /// in order, which halves badly.
  enum Shape: CaseIterable {
    case close, far, mixed, ordered, same

    func number(_ place: Int, _ random: UInt64) -> Int64 {
      switch self {
      case .close: Int64(random % 300) - 150
      case .far: Int64(bitPattern: random &* 0x9E37_79B9_7F4A_7C15)
      case .mixed: place % 97 == 0 ? Int64(random) - 1 << 30 : Int64(random % 5_000)
      case .ordered: Int64(place) * 1_000_003
      case .same: 7
      }
    }
  }

  @Test(arguments: Shape.allCases, [1, 900])
  func middlesAreThoseOfSortedNumbers(_ shape: Shape, _ groupCount: Int) {
    // Of two parts one may be too small to be counted.
    for bounds in [[0, 150_000], [0, 10_000, 150_000], [0, 140_000, 150_000]] {
      var random: UInt64 = 11
      let rows = (0..<150_000).map { place in
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (
          number: shape.number(place, random >> 33), isPresent: place % 1_000 != 3,
          // Groups are met one after another, as days are.
          group: Int(random >> 40) % (1 + place * groupCount / 150_000)
        )
      }
      var all = GroupedNumbers()
      for (start, end) in zip(bounds, bounds.dropFirst()) {
        var own = GroupedNumbers()
        let mine = rows[start..<end]
        for start in stride(from: mine.startIndex, to: mine.endIndex, by: 2_048) {
          let block = mine[start..<min(start + 2_048, mine.endIndex)]
          let flags = block.contains { !$0.isPresent } ? block.map(\.isPresent) : nil
          own.add(
            block.map(\.number), .each(block.map { Int32($0.group) }), present: flags,
            groupCount: (block.map(\.group).max() ?? 0) + 1)
        }
        // Groups of parts have numbers of their own.
        all.add(own, groups: (0..<groupCount).map { groupCount - 1 - $0 }, groupCount: groupCount)
      }
      let middles = all.middles(groupCount: groupCount)
      var expected: [Int: [Int64]] = [:]
      for row in rows where row.isPresent {
        expected[groupCount - 1 - row.group, default: []].append(row.number)
      }
      for group in 0..<groupCount {
        let numbers = expected[group]?.sorted() ?? []
        #expect(middles[group]?.upper == (numbers.isEmpty ? nil : numbers[numbers.count / 2]))
        #expect(middles[group]?.lower == (numbers.isEmpty ? nil : numbers[(numbers.count - 1) / 2]))
      }
    }
  }

  @Test func oneGroupWithoutNumbersHasNoMiddle() {
    var numbers = GroupedNumbers()
    numbers.add([5], .one(1), present: nil, groupCount: 2)
    #expect(numbers.middles(groupCount: 2)[0] == nil)
    #expect(numbers.middles(groupCount: 2)[1]?.lower == 5)
  }
}
