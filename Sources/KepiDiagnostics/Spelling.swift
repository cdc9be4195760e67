// The known word closest to an unknown one.

package enum Spelling {
  /// The candidate fewest edits away, at most a third of the letters; the first of equals.
  package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(NameFolding.key(word))
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let other = Array(NameFolding.key(candidate))
      let limit = min(max(letters.count, other.count) / 3, (best?.distance ?? .max) - 1)
      // Two letters have no third: `de` is not a misspelt `by`.
      guard limit > 0, abs(letters.count - other.count) <= limit else { continue }
      let distance = distance(letters, other)
      if distance <= limit { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
  package static func distance(_ left: String, _ right: String) -> Int {
    distance(Array(left), Array(right))
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var cost = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
