// What is painted around the line that libedit draws: colours over it, a hint behind it, rows below.
import CEditLine
import Glibc
import KepiDiagnostics
import KepiShell

extension LineEditor {
  struct Position: Equatable {
    var row = 0
    var column = 0
  }

  /// Where each scalar, the cursor and the end of the text are, by libedit's own rules of wrapping.
  func layout() -> (places: [Position], cursor: Position, end: Position) {
    let (scalars, cursor) = buffer
    let columns = self.columns
    var position = Position(row: promptCells / columns, column: promptCells % columns)
    var places: [Position] = []
    for scalar in scalars {
      let width =
        switch scalar {
        case 9: 8 - position.column % 8
        case ..<32, 127: 2
        default: max(0, Int(CellWidth.ofTyped(scalar)))
        }
      if scalar > 31, width > 1, position.column + width > columns {
        position = Position(row: position.row + 1)
      }
      places.append(position)
      position.column += width
      if scalar == LineEditor.newline || position.column >= columns {
        position = Position(row: position.row + 1)
      }
    }
    return (places, cursor == scalars.count ? position : places[cursor], position)
  }

  // MARK: Colours and hint

  /// Colours over what libedit has drawn, and behind it the hint. The cursor ends where it was.
  func paint() {
    let (scalars, cursor) = buffer
    let place = layout()
    hint = ""
    guard !scalars.isEmpty, place.end.row < Streams.rows(of: Streams.output) else { return }
    let typed = LineEditor.text(scalars)
    var text = usesColors ? colored(scalars, typed, place.places, from: place.cursor.row) : ""
    if cursor == scalars.count, let found = history.hint(for: typed) {
      hint = found
      // Without colours it could not be told from the text, so there it is the whole line in
      // parentheses.
      let (before, after) = usesColors ? ("", "") : ("   (-> ", ")")
      let whole = usesColors ? found : typed + found
      // One row only, and never its last cell, after which terminals disagree where they are.
      let room = columns - place.end.column - 1 - CellWidth.of(before + after)
      if room > 0, CellWidth.of(whole) <= room || usesColors {
        let shown = before + CellWidth.cut(whole, to: room) + after
        if CellWidth.of(shown) < columns - place.end.column {
          text += usesColors ? "\u{1b}[90m\(shown)\u{1b}[0m\u{1b}8" : "\u{1b}7\(shown)\u{1b}8"
          isHintShown = true
        }
      }
    }
    if !text.isEmpty { put("\u{1b}[?25l" + text + "\u{1b}[?25h") }
  }

  /// The same signs in colours over those of libedit, which keeps no colours but does not mind them.
  /// Begins with keeping the place of the cursor, and ends with going back to it.
  private func colored(
    _ scalars: [Int32], _ typed: String, _ places: [Position], from cursorRow: Int
  ) -> String {
    var styles = Array(repeating: "", count: scalars.count)
    for part in guide.parts(typed) {
      for index in part.scalars.clamped(to: styles.indices) { styles[index] = part.kind.style }
    }
    var text = "\u{1b}7" + up(cursorRow)
    var row = 0
    var style: String?
    for (index, scalar) in scalars.enumerated() where scalar >= 32 && scalar != 127 {
      let position = places[index]
      if index == 0 || position.row != row || scalars[index - 1] < 32 {
        text += down(position.row - row) + "\r" + right(position.column)
        row = position.row
      }
      if styles[index] != style {
        text += "\u{1b}[0m" + styles[index]
        style = styles[index]
      }
      text.unicodeScalars.append(Unicode.Scalar(UInt32(bitPattern: scalar)) ?? "?")
    }
    return text + "\u{1b}[0m\u{1b}8"
  }

  func unpaint() {
    guard isHintShown else { return }
    isHintShown = false
    put("\u{1b}[K")  // The cursor is at the end of the text.
  }

  // MARK: Rows below

  /// Line feeds and not cursor moves, so that the last row of the screen makes room.
  func showMenu(_ rows: [String]) {
    hideMenu()
    let place = layout()
    var text = down(place.end.row - place.cursor.row)
    for row in rows { text += "\r\n\(row)\u{1b}[K" }
    text += up(rows.count + place.end.row - place.cursor.row) + "\r" + right(place.cursor.column)
    menuRows = rows.count
    put(text)
  }

  func hideMenu() {
    guard menuRows > 0 else { return }
    menuRows = 0
    let place = layout()
    put("\u{1b}7" + down(place.end.row - place.cursor.row) + "\r\u{1b}[1B\u{1b}[J\u{1b}8")
  }

  /// To the row below the text, which libedit leaves to whoever accepts a line.
  func leave(mark: String) {
    let place = layout()
    let toMark = mark.isEmpty ? "" : "\r" + right(place.end.column) + mark
    put(down(place.end.row - place.cursor.row) + toMark + "\r\n")
  }

  func up(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)A" : "" }
  func down(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)B" : "" }
  func right(_ columns: Int) -> String { columns > 0 ? "\u{1b}[\(columns)C" : "" }

  var columns: Int { max(1, Streams.columns(of: Streams.output) ?? 80) }

  /// After all that libedit has written itself.
  func put(_ text: String) {
    ce_flush_output()
    try? Streams.write(text, to: Streams.output)
  }

  func flush() { ce_flush_output() }
}

extension TypedPart.Kind {
  /// The escape sequence of its colour; empty for plain text.
  fileprivate var style: String {
    switch self {
    case .keyword: "\u{1b}[1;34m"
    case .function: "\u{1b}[35m"
    case .number: "\u{1b}[36m"
    case .text: "\u{1b}[32m"
    case .comment: "\u{1b}[90m"
    case .unknown: "\u{1b}[31m"
    case .name: ""
    }
  }
}
