// What a terminal shows after the bytes it was sent: enough of a VT100 for the shell.

struct ScreenModel {
  var columns: Int
  /// Of the signs that Unicode leaves open, as far as the tests have them.
  var ambiguousWidth = 1
  private struct Cell {
    var character: Character
    /// The parameters of the sequence that gave it its colours; empty for none.
    var style = ""
  }

  private var rows: [[Cell]] = [[]]
  private var style = ""
  private var row = 0
  private var column = 0
  private var saved = (row: 0, column: 0)
  private var pending: [UInt8] = []

  init(columns: Int) { self.columns = columns }

  /// All rows, also those that have left the screen at its top, without blanks at their ends.
  var text: String {
    var lines = rows.map { cells in
      // A wide character stands in its first cell; its second is empty.
      var text = String(cells.map(\.character).filter { $0 != ScreenModel.covered })
      while text.last == " " { text.removeLast() }
      return text
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The style of the first cell of a text, in the last row that has it; `nil` where it is nowhere.
  func style(of part: String) -> String? {
    for cells in rows.reversed() {
      let shown = cells.filter { $0.character != ScreenModel.covered }
      let text = shown.map(\.character)
      guard let place = text.indices.last(where: { text[$0...].starts(with: part) }) else {
        continue
      }
      return shown[place].style
    }
    return nil
  }

  mutating func feed(_ bytes: [UInt8]) {
    pending += bytes
    // A character may come in two pieces.
    let isWhole = { (bytes: ArraySlice<UInt8>) in
      String(decoding: bytes, as: UTF8.self).unicodeScalars.last != "\u{FFFD}"
    }
    var end = pending.count
    while end > 0, pending.count - end < 4, !isWhole(pending[..<end]) { end -= 1 }
    var scalars = String(decoding: pending[..<end], as: UTF8.self).unicodeScalars[...]
    pending.removeFirst(end)
    while let scalar = scalars.first {
      if scalar == "\u{1b}" {
        guard let rest = escape(scalars.dropFirst()) else {
          pending = Array(String(scalars).utf8) + pending
          return
        }
        scalars = rest
        continue
      }
      scalars.removeFirst()
      switch scalar {
      case "\r": column = 0
      case "\n": down()
      case "\u{8}": column = max(0, column - 1)
      case _ where scalar.value < 0x20: break
      default: put(Character(scalar), width: width(of: scalar))
      }
    }
  }

  private func width(of scalar: Unicode.Scalar) -> Int {
    if scalar == "×" || scalar == "…" { return ambiguousWidth }
    return ScreenModel.isWide(scalar.value) ? 2 : 1
  }

  /// Chinese and its signs; not blocks, lines and dots.
  private static func isWide(_ value: UInt32) -> Bool {
    (0x2E80...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFE30...0xFF60).contains(value) || value >= 0x1F300
  }

  private static let covered: Character = "\u{0}"

  private mutating func put(_ character: Character, width: Int) {
    if column + width > columns {
      column = 0
      down()
    }
    fill()
    rows[row][column] = Cell(character: character, style: style)
    if width == 2 {
      column += 1
      fill()
      rows[row][column] = Cell(character: ScreenModel.covered, style: style)
    }
    column += 1
  }

  private mutating func fill() {
    while rows[row].count <= column { rows[row].append(Cell(character: " ")) }
  }

  private mutating func down() {
    row += 1
    if row == rows.count { rows.append([]) }
  }

  /// What follows an escape sequence; `nil` where it is not all there.
  private mutating func escape(_ scalars: Substring.UnicodeScalarView) -> Substring
    .UnicodeScalarView?
  {
    var scalars = scalars
    guard let kind = scalars.popFirst() else { return nil }
    switch kind {
    case "7": saved = (row, column)
    case "8": (row, column) = saved
    case "[":
      var parameters = ""
      while let scalar = scalars.popFirst() {
        if ("@"..."~").contains(scalar) {
          control(scalar, parameters)
          return scalars
        }
        parameters.unicodeScalars.append(scalar)
      }
      return nil
    case "(", ")": return scalars.popFirst() == nil ? nil : scalars
    default: break
    }
    return scalars
  }

  private mutating func control(_ command: Unicode.Scalar, _ parameters: String) {
    let count = max(1, Int(parameters) ?? 1)
    switch command {
    case "m": style = parameters == "0" ? "" : parameters
    case "A": row = max(0, row - count)
    case "B": for _ in 0..<count { down() }
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "K": rows[row] = Array(rows[row].prefix(column))
    case "J":
      rows[row] = Array(rows[row].prefix(column))
      for below in rows.indices where below > row { rows[below] = [] }
    case "P":
      if column < rows[row].count {
        rows[row].removeSubrange(
          column..<min(rows[row].count, column + count))
      }
    case "@":
      if column <= rows[row].count {
        rows[row].insert(
          contentsOf: repeatElement(Cell(character: " "), count: count), at: column)
      }
    default: break
    }
  }
}
