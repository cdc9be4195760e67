// libedit behind one safe type: editing, history, completion, several rows, paste.
import CEditLine
import Glibc
import KepiShell

/// Libedit keeps a pointer to this object, so it must stay where it is while a line is read.
@safe
final class LineEditor: LineReader {
  private let editor: OpaquePointer
  private let editorHistory: OpaquePointer
  private let history: HistoryFile
  private let isComplete: (String) -> Bool
  private let completions: (String, Int, Int) -> (start: Int, items: [Completion])
  /// Libedit asks for the prompt again and again and never frees it.
  private var promptText: UnsafeMutablePointer<Int32>
  private var promptCells = 0
  private var menuRows = 0
  /// How the line that is being read came to its end. An empty line is no line to libedit.
  private var outcome: Reading?

  init(
    history: HistoryFile, isComplete: @escaping (String) -> Bool,
    completions: @escaping (String, Int, Int) -> (start: Int, items: [Completion])
  ) {
    self.history = history
    self.isComplete = isComplete
    self.completions = completions
    // Libedit drops every character beyond ASCII in the C locale, which containers often have.
    if unsafe setlocale(LC_CTYPE, "") == nil || strcmp(ce_codeset(), "UTF-8") != 0 {
      unsafe setlocale(LC_CTYPE, "C.UTF-8")
    }
    ce_buffer_output()
    unsafe promptText = .allocate(capacity: 1)
    unsafe promptText.initialize(to: 0)
    guard let editor = unsafe ce_init("kepi"), let editorHistory = unsafe history_winit() else {
      preconditionFailure("the line editor needs memory and the three standard streams")
    }
    unsafe self.editor = editor
    unsafe self.editorHistory = editorHistory
    setUp()
    for entry in history.load() { enter(entry) }
  }

  deinit {
    unsafe history_wend(editorHistory)
    unsafe el_end(editor)
    unsafe promptText.deallocate()
  }

  func readLine(prompt: String) -> Reading {
    setPrompt(prompt)
    outcome = nil
    menuRows = 0
    return Signals.editing {
      // The window may have changed its size while a question ran.
      unsafe el_resize(editor)
      // Libedit itself would do so only after the prompt, and keys typed at once be shown twice.
      _ = unsafe ce_prepare_terminal(editor, 1)
      put("\u{1b}[?2004h")  // Pasted text comes between marks.
      var count: Int32 = 0
      let line = unsafe el_wgets(editor, &count)
      put("\u{1b}[?2004l")
      if let outcome { return outcome }
      guard let line = unsafe line, count > 0 else { return .end }
      return .line(unsafe LineEditor.text(UnsafeBufferPointer(start: line, count: Int(count))))
    }
  }

  func remember(_ statement: String) {
    enter(statement)
    history.append(statement)
  }
}

// MARK: Keys

extension LineEditor {
  private func setUp() {
    _ = unsafe ce_history_int(editorHistory, H_SETSIZE, 10_000)
    _ = unsafe ce_history_int(editorHistory, H_SETUNIQUE, 1)
    _ = unsafe ce_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = unsafe ce_set_int(editor, EL_SIGNAL, 0)
    _ = unsafe ce_set_editor(editor, "emacs")
    _ = unsafe el_source(editor, nil)  // The user's ~/.editrc, before our own keys.
    _ = unsafe ce_set_history(editor, editorHistory)
    _ = unsafe ce_set_prompt(editor) { unsafe LineEditor.of($0)?.promptText }

    unsafe add("kepi-complete") { editor, _ in unsafe LineEditor.run(editor) { $0.complete() } }
    unsafe add("kepi-interrupt") { editor, _ in unsafe LineEditor.run(editor) { $0.interrupt() } }
    unsafe add("kepi-enter") { editor, _ in unsafe LineEditor.run(editor) { $0.acceptOrContinue() }
    }
    unsafe add("kepi-newline") { editor, _ in unsafe LineEditor.run(editor) { $0.insert("\n") } }
    unsafe add("kepi-paste") { editor, _ in unsafe LineEditor.run(editor) { $0.paste() } }
    unsafe add("kepi-up") { editor, _ in unsafe LineEditor.run(editor) { $0.move(isUp: true) } }
    unsafe add("kepi-down") { editor, _ in unsafe LineEditor.run(editor) { $0.move(isUp: false) } }
    unsafe add("kepi-escape") { _, _ in UInt8(CC_REFRESH) }
    for (key, function) in LineEditor.keys { _ = unsafe ce_bind(editor, key, function) }
    var mode: UnsafePointer<CChar>?
    let isKnown = unsafe ce_get_editor(editor, &mode) == 0
    let isVi = unsafe isKnown && mode.map { unsafe String(cString: $0) } == "vi"
    _ = unsafe ce_bind(editor, "^]", isVi ? "vi-command-mode" : "kepi-escape")
    _ = unsafe ce_set_getc(editor) { editor, character in
      guard let character = unsafe character else { return -1 }
      return unsafe LineEditor.of(editor)?.readKey(into: &character.pointee) ?? -1
    }
  }

  /// The sequences from 9001 on are no keys: a function of ours cannot call one of libedit's, but it
  /// can put a sequence before the input that is bound to it.
  private static let keys = [
    ("^I", "kepi-complete"), ("^C", "kepi-interrupt"), ("^M", "kepi-enter"), ("^J", "kepi-enter"),
    ("\\e^M", "kepi-newline"), ("\\e^J", "kepi-newline"), ("\\e[200~", "kepi-paste"),
    ("\\e[A", "kepi-up"), ("\\eOA", "kepi-up"), ("\\e[B", "kepi-down"), ("\\eOB", "kepi-down"),
    ("\\e[C", "ed-next-char"), ("\\eOC", "ed-next-char"), ("\\e[D", "ed-prev-char"),
    ("\\eOD", "ed-prev-char"), ("\\e[H", "ed-move-to-beg"), ("\\e[F", "ed-move-to-end"),
    ("\\e[3~", "ed-delete-next-char"), ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
    ("^W", "ed-delete-prev-word"), ("^U", "vi-kill-line-prev"),
    ("\\ep", "ed-search-prev-history"), ("\\en", "ed-search-next-history"),
    ("\\e[9001~", "ed-prev-history"), ("\\e[9002~", "ed-next-history"),
    ("\\e[9003~", "ed-prev-line"), ("\\e[9004~", "ed-next-line"),
  ]

  private func add(_ name: String, _ function: @escaping ce_key_fn) {
    _ = unsafe ce_add_function(editor, name, name, function)
  }

  private static func of(_ editor: OpaquePointer?) -> LineEditor? {
    unsafe ce_get_client(editor).map {
      unsafe Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue()
    }
  }

  private static func run(_ editor: OpaquePointer?, _ key: (LineEditor) -> Int32) -> UInt8 {
    unsafe of(editor).map { UInt8(key($0)) } ?? UInt8(CC_ERROR)
  }

  /// A second Enter runs what the grammar would still go on with, so that no one is ever stuck.
  private func acceptOrContinue() -> Int32 {
    let (scalars, _) = buffer
    let text = LineEditor.text(scalars)
    guard scalars.last == LineEditor.newline || isComplete(text) else { return insert("\n") }
    outcome = .line(text)
    leave(mark: "")
    return CC_NEWLINE
  }

  private func interrupt() -> Int32 {
    outcome = .interrupted
    leave(mark: "^C")
    return CC_NEWLINE
  }

  private func paste() -> Int32 {
    var pasted: [Int32] = []
    let end = LineEditor.scalars("\u{1b}[201~")
    var key: Int32 = 0
    while readRawKey(into: &key) == 1 {
      pasted.append(key == 13 ? LineEditor.newline : key)
      if pasted.last == end.last, pasted.suffix(end.count).elementsEqual(end) {
        pasted.removeLast(end.count)
        break
      }
    }
    pasted.removeAll { ($0 < 32 && $0 != LineEditor.newline && $0 != 9) || $0 == 127 }
    // Pasting alone never runs anything.
    while pasted.last == LineEditor.newline { pasted.removeLast() }
    return insert(LineEditor.text(pasted))
  }

  private func move(isUp: Bool) -> Int32 {
    let (scalars, cursor) = buffer
    let isInside = (isUp ? scalars[..<cursor] : scalars[cursor...]).contains(LineEditor.newline)
    push("\u{1b}[\(isInside ? (isUp ? 9003 : 9004) : (isUp ? 9001 : 9002))~")
    return CC_NORM
  }

  private func complete() -> Int32 {
    let (scalars, cursor) = buffer
    let text = LineEditor.text(scalars)
    let before = LineEditor.text(scalars[..<cursor])
    let (start, items) = completions(text, before.utf8.count, 1000)
    guard let first = items.first, start <= before.utf8.count else { return CC_REFRESH_BEEP }
    let word = String(decoding: before.utf8.dropFirst(start), as: UTF8.self)
    var common = Array(first.text.unicodeScalars)
    for item in items.dropFirst() {
      common = zip(common, item.text.unicodeScalars).prefix { $0 == $1 }.map(\.0)
    }
    // An opening quote alone is no step forward: then the choice is shown.
    let isQuote = common == ["\""]
    if items.count == 1 || (common.count > word.unicodeScalars.count && !isQuote) {
      if !word.isEmpty { unsafe el_deletestr(editor, Int32(word.unicodeScalars.count)) }
      var shared = String(String.UnicodeScalarView(common))
      if items.count == 1, !" (./".contains(shared.last ?? " ") { shared += " " }
      return insert(shared)
    }
    showMenu(items)
    return CC_REFRESH
  }

  private func insert(_ text: String) -> Int32 {
    if !text.isEmpty { _ = unsafe el_winsertstr(editor, LineEditor.scalars(text) + [0]) }
    return CC_REFRESH
  }

  private func push(_ keys: String) { unsafe el_wpush(editor, LineEditor.scalars(keys) + [0]) }

  private func enter(_ statement: String) {
    _ = unsafe ce_history_enter(editorHistory, LineEditor.scalars(statement) + [0])
  }
}

// MARK: Input

extension LineEditor {
  /// Libedit has drawn the line. What stands below it goes when the next key comes.
  private func readKey(into key: inout Int32) -> Int32 {
    let result = readRawKey(into: &key)
    hideMenu()
    return result
  }

  /// 1 for a key, 0 at the end of the input.
  private func readRawKey(into key: inout Int32) -> Int32 {
    ce_flush_output()
    key = 0
    wait: while true {
      switch Signals.wait(for: Streams.input) {
      case .input: break wait
      case .signal(SIGINT):
        key = 3  // As if Ctrl-C were a key.
        return 1
      case .signal(SIGWINCH): resize()
      case .signal(SIGTSTP): suspend()
      case .signal(let signal):
        outcome = .ended(signal: signal)
        return 0
      }
    }
    guard var byte = readByte() else { return 0 }
    // Libedit would wait for ever for the rest of a sequence after a lone Escape.
    if byte == 0x1B, !hasInput(within: 30) { byte = 0x1D }
    var value = UInt32(byte)
    var rest = 0
    switch byte {
    case 0..<0x80: break
    case 0xC2..<0xE0: (value, rest) = (value & 0x1F, 1)
    case 0xE0..<0xF0: (value, rest) = (value & 0x0F, 2)
    case 0xF0..<0xF5: (value, rest) = (value & 0x07, 3)
    default: value = 0xFFFD
    }
    for _ in 0..<rest {
      guard let next = readByte() else { return 0 }
      value = value << 6 | UInt32(next & 0x3F)
    }
    key = Int32(bitPattern: (Unicode.Scalar(value) ?? "\u{FFFD}").value)
    return 1
  }

  private func readByte() -> UInt8? { Streams.read(Streams.input, atMost: 1)?.first }

  private func hasInput(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: Streams.input, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&waiting, 1, milliseconds) > 0
  }

  private func resize() {
    let place = layout()
    let rows = place.end.row + menuRows + 1
    // Row by row: to erase all below at once pushes the line into the scrollback of some terminals.
    put(
      "\r" + up(place.cursor.row) + String(repeating: "\u{1b}[2K\u{1b}[1B", count: rows) + up(rows))
    menuRows = 0
    unsafe el_resize(editor)
    _ = unsafe ce_refresh(editor)
  }

  private func suspend() {
    hideMenu()
    put("\u{1b}[?2004l")
    _ = unsafe ce_prepare_terminal(editor, 0)
    Signals.stop()
    _ = unsafe ce_prepare_terminal(editor, 1)
    put("\u{1b}[?2004h\r")
    _ = unsafe ce_refresh(editor)
  }
}

// MARK: Output

extension LineEditor {
  private struct Position {
    var row = 0
    var column = 0
  }

  /// Where the cursor and the end of the text are, by libedit's own rules of wrapping.
  private func layout() -> (cursor: Position, end: Position) {
    let (scalars, cursor) = buffer
    let columns = self.columns
    var position = Position(row: promptCells / columns, column: promptCells % columns)
    var cursorPosition = position
    for (index, scalar) in scalars.enumerated() {
      let width =
        switch scalar {
        case 9: 8 - position.column % 8
        case ..<32, 127: 2
        default: max(0, Int(wcwidth(scalar)))
        }
      if scalar > 31, width > 1, position.column + width > columns {
        position = Position(row: position.row + 1)
      }
      if index == cursor { cursorPosition = position }
      position.column += width
      if scalar == LineEditor.newline || position.column >= columns {
        position = Position(row: position.row + 1)
      }
    }
    return (cursor == scalars.count ? position : cursorPosition, position)
  }

  /// To the row below the text, which libedit leaves to whoever accepts a line.
  private func leave(mark: String) {
    let place = layout()
    let toMark = mark.isEmpty ? "" : "\r" + right(place.end.column) + mark
    put(down(place.end.row - place.cursor.row) + toMark + "\r\n")
  }

  private func showMenu(_ items: [Completion]) {
    let place = layout()
    let columns = self.columns
    // What was answered last stays in view.
    let shown = items.prefix(max(4, min(12, Streams.rows(of: Streams.output) / 2 - 1)))
    let width = shown.map { LineEditor.cells($0.text) }.max() ?? 0
    var rows = shown.map { item in
      let padding = String(repeating: " ", count: width - LineEditor.cells(item.text) + 2)
      return LineEditor.cut(item.text + padding + item.note, to: columns - 3)
    }
    if items.count > shown.count { rows.append("and \(items.count - shown.count) more") }
    // Line feeds and not cursor moves, so that the last row of the screen makes room.
    var text = down(place.end.row - place.cursor.row)
    for row in rows { text += "\r\n  \(row)\u{1b}[K" }
    text += up(rows.count + place.end.row - place.cursor.row) + "\r" + right(place.cursor.column)
    menuRows = rows.count
    put(text)
  }

  private func hideMenu() {
    guard menuRows > 0 else { return }
    menuRows = 0
    let place = layout()
    put("\u{1b}7" + down(place.end.row - place.cursor.row) + "\r\u{1b}[1B\u{1b}[J\u{1b}8")
  }

  private func up(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)A" : "" }
  private func down(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)B" : "" }
  private func right(_ columns: Int) -> String { columns > 0 ? "\u{1b}[\(columns)C" : "" }

  private var columns: Int { max(1, Streams.columns(of: Streams.output) ?? 80) }

  /// After all that libedit has written itself.
  private func put(_ text: String) {
    ce_flush_output()
    try? Streams.write(text, to: Streams.output)
  }

  private static func cells(_ text: String) -> Int {
    scalars(text).reduce(0) { $0 + max(0, Int(wcwidth($1))) }
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var kept = String.UnicodeScalarView()
    var width = 0
    for scalar in text.unicodeScalars {
      width += max(0, Int(wcwidth(Int32(bitPattern: scalar.value))))
      if width > limit { break }
      if scalar.value >= 32, scalar.value != 127 { kept.append(scalar) }
    }
    return String(kept)
  }
}

// MARK: Text

extension LineEditor {
  private static let newline: Int32 = 10

  /// The line as it stands, and the cursor. To be asked only while libedit reads.
  private var buffer: (scalars: [Int32], cursor: Int) {
    guard let line = unsafe el_wline(editor)?.pointee, let start = unsafe line.buffer else {
      return ([], 0)
    }
    let count = unsafe line.lastchar - start
    let scalars = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    return (scalars, unsafe line.cursor - start)
  }

  private func setPrompt(_ prompt: String) {
    let scalars = LineEditor.scalars(prompt) + [0]
    unsafe promptText.deallocate()
    unsafe promptText = .allocate(capacity: scalars.count)
    unsafe promptText.initialize(from: scalars, count: scalars.count)
    promptCells = LineEditor.cells(prompt)
  }

  private static func scalars(_ text: String) -> [Int32] {
    text.unicodeScalars.map { Int32(bitPattern: $0.value) }
  }

  private static func text(_ scalars: some Sequence<Int32>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars {
      view.append(Unicode.Scalar(UInt32(bitPattern: scalar)) ?? "\u{FFFD}")
    }
    return String(view)
  }
}
