// A change as a waterfall: from one number to another, a bar for each step between.
import KepiDiagnostics

package struct WaterfallText: Sendable {
  package struct Step: Equatable, Sendable {
    package let name: String
    /// How far it goes, in the same measure as the two ends.
    package let size: Double
    /// The number as it is shown.
    package let text: String

    package init(name: String, size: Double, text: String) {
      self.name = name
      self.size = size
      self.text = text
    }
  }

  package let first: Step
  package let steps: [Step]
  package let last: Step

  package init(first: Step, steps: [Step], last: Step) {
    self.first = first
    self.steps = steps
    self.last = last
  }

  /// What bars are drawn with.
  private struct Pen {
    let level: Character
    let rise: Character
    let fall: Character
    /// Where a bar begins above zero, so that no one reads its length.
    let gap: Character

    static let blocks = Pen(level: "█", rise: "▓", fall: "░", gap: "┄")
    static let ascii = Pen(level: "#", rise: "+", fall: "-", gap: ".")
  }

  /// Names left, numbers right, bars between in what is left of the width. Where the change is small
  /// beside the numbers the bars begin above zero, since else nothing of it would be seen, and those
  /// of the two ends are cut open.
  package func render(columns: Int, strokes: Strokes) -> String {
    let pen = strokes == .blocks ? Pen.blocks : .ascii
    let all = [first] + steps + [last]
    let nameWidth = min(
      max(8, columns / 3), all.reduce(0) { max($0, CellWidth.of($1.name.printable)) })
    let textWidth = all.reduce(0) { max($0, CellWidth.of($1.text)) }
    let room = columns - nameWidth - textWidth - 4
    guard room >= 10 else { return "" }

    var level = first.size
    var levels = [level]
    for step in steps {
      level += step.size
      levels.append(level)
    }
    var low = levels.min() ?? 0
    var high = levels.max() ?? 0
    if low > 0, (high - low) * 4 > high { low = 0 }
    if high < 0, (high - low) * 4 > -low { high = 0 }
    if low > 0 || high < 0 {
      // The lower end keeps a stump, so that it is seen as a number and not as nothing.
      let margin = (high - low) / 8
      if low > 0 { low = max(0, low - margin) } else { high = min(0, high + margin) }
    }
    let scale = high > low ? Double(room) / (high - low) : 0
    func cell(_ value: Double) -> Int {
      min(room, max(0, Int(((value - low) * scale).rounded(.toNearestOrAwayFromZero))))
    }
    let base = cell(min(max(0, low), high))
    let isCut = low > 0 || high < 0

    func line(_ step: Step, from: Int, to: Int, _ mark: Character, isVisible: Bool) -> String {
      var (start, end) = (min(from, to), max(from, to))
      // What is not zero is never invisible.
      if start == end, isVisible { if end < room { end += 1 } else { start -= 1 } }
      let name = CellWidth.cut(step.name.printable, to: nameWidth)
      var strokes = String(repeating: mark, count: end - start)
      if isCut, mark == pen.level {
        let gap = String(repeating: pen.gap, count: min(2, end - start))
        let rest = strokes.dropFirst(gap.count)
        strokes = low > 0 ? gap + rest : rest + gap
      }
      let bar =
        String(repeating: " ", count: start) + strokes + String(repeating: " ", count: room - end)
      return name + String(repeating: " ", count: nameWidth - CellWidth.of(name)) + "  " + bar
        + "  " + String(repeating: " ", count: textWidth - CellWidth.of(step.text)) + step.text
        + "\n"
    }
    var text = line(
      first, from: base, to: cell(first.size), pen.level, isVisible: first.size != 0)
    for (place, step) in steps.enumerated() {
      text += line(
        step, from: cell(levels[place]), to: cell(levels[place + 1]),
        step.size < 0 ? pen.fall : pen.rise, isVisible: step.size != 0)
    }
    return text + line(last, from: base, to: cell(last.size), pen.level, isVisible: last.size != 0)
  }
}
