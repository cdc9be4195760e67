// Lesson texts as a terminal shows them.
import KepiDiagnostics

package enum LessonLayout {
  /// Markdown in lines of at most so many cells: paragraphs are filled, lists hang, tables and code
  /// stay as they are, and a heading stands above its line.
  package static func render(_ text: String, columns: Int) -> String {
    var blocks: [String] = []
    var paragraph = ""
    var hanging = 0
    var isCode = false
    var isRaw = false
    func end(_ blocks: inout [String]) {
      if !paragraph.isEmpty {
        blocks.append(filled(paragraph, columns: columns, hanging: hanging))
      }
      paragraph = ""
      hanging = 0
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let plain = line.trimmingBlanks
      if plain.hasPrefix("```") {
        end(&blocks)
        isCode.toggle()
        isRaw = false
        if isCode { blocks.append("") }
        continue
      }
      if isCode || plain.hasPrefix("|") {
        end(&blocks)
        let shown = isCode ? "  " + String(line) : line.replacing("**", with: "").description
        if isRaw || isCode && blocks.last == "" {
          blocks[blocks.count - 1] += (blocks[blocks.count - 1].isEmpty ? "" : "\n") + shown
        } else {
          blocks.append(shown)
        }
        isRaw = true
        continue
      }
      isRaw = false
      if plain.isEmpty {
        end(&blocks)
      } else if plain.hasPrefix("#") {
        end(&blocks)
        blocks.append(plain.drop { $0 == "#" }.trimmingBlanks)
      } else if let marker = marker(of: plain) {
        let isList = hanging > 0
        end(&blocks)
        hanging = marker
        // The entries of a list stand together.
        if isList { blocks.append("\u{0}") }
        paragraph = plain
      } else {
        paragraph += (paragraph.needsBlank(before: plain) ? " " : "") + plain
      }
    }
    end(&blocks)
    var result = ""
    for (place, block) in blocks.enumerated() where block != "\u{0}" {
      if place > 0 { result += blocks[place - 1] == "\u{0}" ? "\n" : "\n\n" }
      result += block
    }
    return result + "\n"
  }

  /// How far the lines of an entry of a list are set in: behind `- ` or `1. `.
  private static func marker(of line: String) -> Int? {
    if line.hasPrefix("- ") || line.hasPrefix("* ") { return 2 }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), line.dropFirst(digits.count).hasPrefix(". ") else {
      return nil
    }
    return digits.count + 2
  }

  /// Lines break at blanks, and between Chinese signs but before those that end a clause.
  static func filled(_ text: String, columns: Int, hanging: Int = 0) -> String {
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces(of: text.replacing("**", with: "")) {
      let size = CellWidth.of(piece)
      let room = columns - (lines.isEmpty ? 0 : hanging)
      if width > 0, width + CellWidth.of(piece.trimmingBlanks) > room {
        lines.append(line.trimmingBlanks)
        line = ""
        width = 0
        if piece.allSatisfy({ $0 == " " }) { continue }
      }
      line += piece
      width += size
    }
    if !line.trimmingBlanks.isEmpty { lines.append(line.trimmingBlanks) }
    let indent = String(repeating: " ", count: hanging)
    return lines.enumerated().map { $0.offset == 0 ? $0.element : indent + $0.element }
      .joined(separator: "\n")
  }

  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var isCode = false
    for character in text {
      let isInside = isCode
      if character == "`" { isCode.toggle() }
      let isWide = (character.unicodeScalars.first?.value ?? 0) >= 0x2E80
      let lastIsWide = (pieces.last?.unicodeScalars.last?.value ?? 0) >= 0x2E80
      let isClosing = "，。、；：！？）》」”’".contains(character)
      let lastIsOpening = "（《「“‘".contains(pieces.last?.last ?? " ")
      let endsWord = pieces.last?.last == " " && character != " "
      if pieces.isEmpty || !isInside && endsWord
        || !isInside && (isWide || lastIsWide) && !isClosing && !lastIsOpening && character != " "
      {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }
}
