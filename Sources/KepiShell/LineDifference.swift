// What changed from one text to the next, line by line.

package enum LineDifference {
  /// `- ` before lines that are gone and `+ ` before lines that are new, in their order. Empty where
  /// nothing has changed.
  ///
  /// - Cost: the product of the numbers of lines between what both begin and end with.
  package static func between(_ old: [String], _ new: [String]) -> [String] {
    var (old, new) = (old[...], new[...])
    while let one = old.first, let two = new.first, one == two {
      old.removeFirst()
      new.removeFirst()
    }
    while let one = old.last, let two = new.last, one == two {
      old.removeLast()
      new.removeLast()
    }
    let (left, right) = (Array(old), Array(new))
    // Too much for a table of all pairs: then all of it is told as changed.
    guard left.count * right.count <= 4_000_000 else {
      return left.map { "- " + $0 } + right.map { "+ " + $0 }
    }
    // The longest run of lines that both still have from each pair of places on.
    var common = Array(
      repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in left.indices.reversed() {
      for column in right.indices.reversed() {
        common[row][column] =
          left[row] == right[column]
          ? common[row + 1][column + 1] + 1 : max(common[row + 1][column], common[row][column + 1])
      }
    }
    var result: [String] = []
    var (row, column) = (0, 0)
    while row < left.count || column < right.count {
      if row < left.count, column < right.count, left[row] == right[column] {
        row += 1
        column += 1
      } else if row < left.count,
        column == right.count || common[row + 1][column] >= common[row][column + 1]
      {
        result.append("- " + left[row])
        row += 1
      } else {
        result.append("+ " + right[column])
        column += 1
      }
    }
    return result
  }
}
