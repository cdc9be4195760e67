// Distinct counts beside sets of pairs, over as many rows as it takes to need all of its parts.
import KepiColumns
import Testing

struct DistinctCodesTests {
  /// Codes of one group, of two, of many; enough of them to be set apart and to be brought near.
  @Test(arguments: [1_000, 300_000], [1, 3])
  func countsAreThoseOfSets(_ codeCount: Int, _ partCount: Int) {
    let groupCount = 7
    var random = SystemIndependentRandom(seed: UInt64(codeCount + partCount))
    let rows = (0..<400_000).map { row in
      let code = row < codeCount ? row : Int(random.next() % UInt64(codeCount))
      let isCommon = code % 10 == 0
      let group = isCommon ? Int(random.next() % UInt64(groupCount)) : (code + row % 2) % groupCount
      return (code: Int32(code), start: Int32(group * 2))
    }
    var cells = [Int64](repeating: 0, count: groupCount * 2)
    var all: DistinctCodes?
    for part in 0..<partCount {
      var own = DistinctCodes(codeCount: codeCount)
      let mine = rows[rows.count * part / partCount..<rows.count * (part + 1) / partCount]
      for start in stride(from: mine.startIndex, to: mine.endIndex, by: 2_048) {
        let block = mine[start..<min(start + 2_048, mine.endIndex)]
        own.add(block.map(\.code), starts: block.map(\.start), offset: 1, in: &cells)
      }
      if all == nil { all = own } else { all?.add(own, offset: 1, in: &cells) }
    }
    for group in 0..<groupCount {
      let expected = Set(rows.filter { $0.start == group * 2 && $0.code != 0 }.map(\.code)).count
      #expect(cells[group * 2 + 1] == Int64(expected))
      #expect(cells[group * 2] == 0)
    }
  }

  /// Of the same numbers on every machine.
  private struct SystemIndependentRandom {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
