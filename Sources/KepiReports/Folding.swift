// Long sentences in lines of so many cells.
import KepiDiagnostics

package enum Folding {
  /// What people read at one glance, and a narrow terminal shows.
  package static let width = 80

  /// Breaks at blanks and behind the wide signs of Chinese sentences. Further lines stand deeper by
  /// `hanging`. A word longer than a line is left whole.
  package static func lines(
    _ text: String, to columns: Int = width, indent: Int = 0, hanging: Int = 0
  ) -> [String] {
    var lines: [String] = []
    var current = String(repeating: " ", count: indent)
    var width = indent
    var isEmpty = true
    for (word, gap) in words(of: text) {
      let wordWidth = CellWidth.of(word)
      if !isEmpty, width + gap + wordWidth > columns {
        lines.append(current)
        current = String(repeating: " ", count: indent + hanging)
        width = indent + hanging
      } else if !isEmpty {
        current += String(repeating: " ", count: gap)
        width += gap
      }
      current += word
      width += wordWidth
      isEmpty = false
    }
    return isEmpty ? lines : lines + [current]
  }

  /// What may stand on a line of its own, each with the blanks before it.
  private static func words(of line: String) -> [(text: String, gap: Int)] {
    var words: [(text: String, gap: Int)] = []
    for word in line.split(separator: " ") {
      var part = ""
      var gap = 1
      for character in word {
        // A closing sign stays with what it closes.
        if let last = part.last, "，；：、。）".contains(last), !"，；：、。）”".contains(character) {
          words.append((part, gap))
          (part, gap) = ("", 0)
        }
        part.append(character)
      }
      if !part.isEmpty { words.append((part, gap)) }
    }
    return words
  }
}
