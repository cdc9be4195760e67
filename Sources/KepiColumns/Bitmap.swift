// Which rows are present, or chosen: one bit a row.

package struct Bitmap: Equatable, Sendable {
  /// Row *r* is bit `r % 64` of word `r / 64`. Bits past `count` are 0.
  package private(set) var words: [UInt64]
  package let count: Int

  package init(repeating value: Bool, count: Int) {
    self.count = count
    words = Array(repeating: value ? ~0 : 0, count: (count + 63) / 64)
    if value { clearTail() }
  }

  /// Bits of `words` past `count` are 0.
  package init(words: [UInt64], count: Int) {
    precondition(words.count == (count + 63) / 64, "a word for each 64 rows")
    self.words = words
    self.count = count
    clearTail()
  }

  package init(_ rows: some Sequence<Bool>) {
    var words: [UInt64] = []
    var count = 0
    for row in rows {
      if count % 64 == 0 { words.append(0) }
      if row { words[count / 64] |= 1 << UInt64(count % 64) }
      count += 1
    }
    self.words = words
    self.count = count
  }

  package subscript(row: Int) -> Bool {
    get { words[row / 64] & (1 << UInt64(row % 64)) != 0 }
    set {
      if newValue {
        words[row / 64] |= 1 << UInt64(row % 64)
      } else {
        words[row / 64] &= ~(1 << UInt64(row % 64))
      }
    }
  }

  package var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  private mutating func clearTail() {
    let rest = count % 64
    if rest != 0 { words[words.count - 1] &= (1 << UInt64(rest)) - 1 }
  }
}
