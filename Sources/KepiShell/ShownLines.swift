// Lines as a document shows them: `…` alone stands for one or more that are left out.

package enum ShownLines {
  private static let leftOut = "…"

  /// Without empty lines at the end.
  package static func split(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// - Cost: the product of the numbers of lines, at most.
  package static func match(_ shown: [String], _ actual: [String]) -> Bool {
    let parts = shown.split(separator: leftOut, omittingEmptySubsequences: false).map(Array.init)
    guard let head = parts.first, let tail = parts.last, parts.count > 1 else {
      return shown == actual
    }
    guard actual.starts(with: head) else { return false }
    var end = head.count
    for part in parts.dropFirst().dropLast() {
      // The first place that fits leaves the most room for what follows.
      let places = end + 1..<max(end + 1, actual.count - part.count + 1)
      guard let place = places.first(where: { actual[$0...].starts(with: part) }) else {
        return false
      }
      end = place + part.count
    }
    return actual.count - tail.count > end && actual.suffix(tail.count) == tail[...]
  }

  /// New lines with `…` where the old ones had it. What stood between two signs is found again by
  /// the lines that are still the same; where none is, nothing is left out.
  package static func rewritten(_ old: [String], as new: [String]) -> [String] {
    let parts = old.split(separator: leftOut, omittingEmptySubsequences: false).map(Array.init)
    guard parts.count > 1 else { return new }
    var lines: [String] = []
    var end = 0
    for (number, part) in parts.enumerated() {
      let last = new.count - part.count
      guard end <= last else { return new }
      let start: Int
      if number == 0 {
        start = 0
      } else if number == parts.count - 1 {
        start = last
      } else {
        func sameLines(_ start: Int) -> Int { zip(part, new[start...]).count { $0 == $1 } }
        let most = (end...last).map(sameLines).max() ?? 0
        guard most > 0, let found = (end...last).first(where: { sameLines($0) == most }) else {
          return new
        }
        start = found
      }
      if start > end { lines.append(leftOut) }
      lines += new[start..<start + part.count]
      end = start + part.count
    }
    return lines
  }
}
