// Which rows are present: one bit a row.

package struct Bitmap: Equatable, Sendable {
  /// Row *r* is bit `r % 64` of word `r / 64`. Bits past `count` are 0.
  package let words: Cells<UInt64>
  package let count: Int

  package init(repeating value: Bool, count: Int) {
    self.init(words: Array(repeating: value ? ~0 : 0, count: (count + 63) / 64), count: count)
  }

  package init(words: [UInt64], count: Int) {
    precondition(words.count == (count + 63) / 64, "a word for each 64 rows")
    var words = words
    let rest = count % 64
    if rest != 0 { words[words.count - 1] &= (1 << UInt64(rest)) - 1 }
    self.words = Cells(words)
    self.count = count
  }

  /// `nil` where there are more or fewer words than rows need, or bits past `count` that are not 0.
  package init?(words: Cells<UInt64>, count: Int) {
    guard count >= 0, words.count == (count + 63) / 64 else { return nil }
    let rest = count % 64
    if rest != 0, words[words.count - 1] >> UInt64(rest) != 0 { return nil }
    self.words = words
    self.count = count
  }

  package init(_ rows: some Sequence<Bool>) {
    var words: [UInt64] = []
    var count = 0
    for row in rows {
      if count % 64 == 0 { words.append(0) }
      if row { words[count / 64] |= 1 << UInt64(count % 64) }
      count += 1
    }
    self.words = Cells(words)
    self.count = count
  }

  package subscript(row: Int) -> Bool { words[row / 64] & (1 << UInt64(row % 64)) != 0 }

  package var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
