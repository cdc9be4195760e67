// Numbers as strokes on a terminal: sparklines, bars and lines, of blocks or of plain ASCII.

package enum Strokes: Equatable, Sendable {
  case blocks
  /// For terminals whose locale or font has no blocks of one cell.
  case ascii

  // MARK: Sparklines

  /// One cell for each value, from the least at the bottom to the greatest at the top; a blank where
  /// there is no value. Values that are all alike stand in the middle.
  package func sparkline(_ values: [Double?]) -> String {
    let known = values.compactMap { $0 }
    guard let least = known.min(), let greatest = known.max() else {
      return String(repeating: " ", count: values.count)
    }
    let levels = Array(self == .blocks ? "▁▂▃▄▅▆▇█" : "_.-~=+*#")
    let range = greatest - least
    return String(
      values.map { value -> Character in
        guard let value else { return " " }
        guard range > 0 else { return levels[levels.count / 2] }
        let level = ((value - least) / range * Double(levels.count - 1)).rounded()
        return levels[max(0, min(levels.count - 1, Int(level)))]
      })
  }

  // MARK: Bars

  /// A bar from the left, in at most `cells` cells.
  ///
  /// - Parameter share: of the full width, 0 to 1. What is more than nothing shows.
  package func bar(_ share: Double, cells: Int) -> String {
    guard share > 0, cells > 0 else { return "" }
    let eighths = max(1, Int((min(share, 1) * Double(cells) * 8).rounded()))
    switch self {
    case .blocks:
      let parts = Array(" ▏▎▍▌▋▊▉")
      let whole = String(repeating: "█", count: eighths / 8)
      return eighths % 8 == 0 ? whole : whole + String(parts[eighths % 8])
    case .ascii: return String(repeating: "#", count: max(1, (eighths + 4) / 8))
    }
  }

  /// A bar from a zero inside, to the left for what is negative, always `cells` cells wide.
  ///
  /// - Parameter range: from the least value or 0 to the greatest or 0.
  package func bar(_ value: Double, in range: ClosedRange<Double>, cells: Int) -> String {
    let width = range.upperBound - range.lowerBound
    guard width > 0 else { return String(repeating: " ", count: cells) }
    let zero = Int((-range.lowerBound / width * Double(cells)).rounded())
    let full = self == .blocks ? "█" : "#"
    guard value < 0 else {
      let bar = self.bar(
        range.upperBound > 0 ? value / range.upperBound : 0, cells: max(0, cells - zero))
      return String(repeating: " ", count: zero) + bar
        + String(repeating: " ", count: max(0, cells - zero - bar.count))
    }
    let length = min(zero, max(1, Int((-value / width * Double(cells)).rounded())))
    return String(repeating: " ", count: zero - length) + String(repeating: full, count: length)
      + String(repeating: " ", count: max(0, cells - zero))
  }

  // MARK: Lines

  /// A line through values, top row first, `step` cells for each value; a gap where there is none.
  package func plot(_ values: [Double?], rows: Int, step: Int) -> [String] {
    let known = values.compactMap { $0 }
    guard let least = known.min(), let greatest = known.max(), rows > 0, step > 0 else { return [] }
    let range = greatest - least
    let levels = values.flatMap { value in
      repeatElement(
        value.map {
          range > 0 ? Int((($0 - least) / range * Double(rows - 1)).rounded()) : rows / 2
        },
        count: step)
    }
    var cells = Array(
      repeating: [Character](repeating: " ", count: levels.count), count: rows)
    for (column, level) in levels.enumerated() {
      guard let level else { continue }
      guard column + 1 < levels.count, let next = levels[column + 1], next != level else {
        cells[level][column] = strokes.level
        continue
      }
      let rises = next > level
      cells[level][column] = rises ? strokes.fromBelow : strokes.fromAbove
      cells[next][column] = rises ? strokes.toAbove : strokes.toBelow
      for between in min(level, next) + 1..<max(level, next) {
        cells[between][column] = strokes.upright
      }
    }
    return cells.reversed().map { row in
      var text = String(row)
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private var strokes:
    (
      level: Character, upright: Character, fromBelow: Character, fromAbove: Character,
      toAbove: Character, toBelow: Character
    )
  {
    switch self {
    case .blocks: ("─", "│", "╯", "╮", "╭", "╰")
    case .ascii: ("-", "|", "/", "\\", "/", "\\")
    }
  }

  /// What parts the scale of a plot from its rows.
  package var axis: String { self == .blocks ? "┤" : "|" }
}
