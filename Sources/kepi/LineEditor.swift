// libedit behind one safe type: keys, and what each does to the line. What libedit lacks (colours,
// hints, menus, a search that takes Chinese) is painted around the reading of a key.
import CEditLine
import Glibc
import KepiDiagnostics
import KepiShell

/// Libedit keeps a pointer to this object, so it must stay where it is while a line is read.
@safe
final class LineEditor: LineReader {
  /// What the line is about, which is for others to know.
  struct Guide {
    let isComplete: (String) -> Bool
    let completions: (String, Int, Int) -> (start: Int, items: [Completion])
    let parts: (String) -> [TypedPart]
    let language: () -> Language
  }

  let editor: OpaquePointer
  private let editorHistory: OpaquePointer
  let history: History
  let guide: Guide
  /// Whether the terminal is to get colours.
  let usesColors: Bool
  /// Libedit asks for the prompt again and again and never frees it.
  private var promptText: UnsafeMutablePointer<Int32>
  private(set) var promptCells = 0
  /// What stands below the line.
  var menuRows = 0
  /// What would go on from the text as something that was asked before, and whether it is shown.
  var hint = ""
  var isHintShown = false
  /// Draws anew what stands below the line, once the window has another size.
  var redrawMenu: (() -> Void)?
  /// How the line that is being read came to its end. An empty line is no line to libedit.
  var outcome: Reading?

  init(history: History, guide: Guide, usesColors: Bool) {
    self.history = history
    self.guide = guide
    self.usesColors = usesColors
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
    for entry in history.own { remember(entry.text) }
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
    hint = ""
    isHintShown = false
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
    _ = unsafe ce_history_enter(editorHistory, LineEditor.scalars(statement) + [0])
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
    unsafe add("kepi-search") { editor, _ in unsafe LineEditor.run(editor) { $0.search() } }
    unsafe add("kepi-interrupt") { editor, _ in unsafe LineEditor.run(editor) { $0.interrupt() } }
    unsafe add("kepi-enter") { editor, _ in unsafe LineEditor.run(editor) { $0.acceptOrContinue() }
    }
    unsafe add("kepi-newline") { editor, _ in unsafe LineEditor.run(editor) { $0.insert("\n") } }
    unsafe add("kepi-paste") { editor, _ in unsafe LineEditor.run(editor) { $0.paste() } }
    unsafe add("kepi-up") { editor, _ in unsafe LineEditor.run(editor) { $0.move(isUp: true) } }
    unsafe add("kepi-down") { editor, _ in unsafe LineEditor.run(editor) { $0.move(isUp: false) } }
    unsafe add("kepi-right") { editor, _ in
      unsafe LineEditor.run(editor) { $0.takeHint(else: 9005) }
    }
    unsafe add("kepi-end") { editor, _ in unsafe LineEditor.run(editor) { $0.takeHint(else: 9006) }
    }
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
    ("^I", "kepi-complete"), ("^R", "kepi-search"), ("^C", "kepi-interrupt"),
    ("^M", "kepi-enter"), ("^J", "kepi-enter"),
    ("\\e^M", "kepi-newline"), ("\\e^J", "kepi-newline"), ("\\e[200~", "kepi-paste"),
    ("\\e[A", "kepi-up"), ("\\eOA", "kepi-up"), ("\\e[B", "kepi-down"), ("\\eOB", "kepi-down"),
    ("\\e[C", "kepi-right"), ("\\eOC", "kepi-right"), ("^F", "kepi-right"),
    ("\\e[D", "ed-prev-char"), ("\\eOD", "ed-prev-char"),
    ("\\e[H", "ed-move-to-beg"), ("\\eOH", "ed-move-to-beg"), ("\\e[1~", "ed-move-to-beg"),
    ("\\e[F", "kepi-end"), ("\\eOF", "kepi-end"), ("\\e[4~", "kepi-end"), ("^E", "kepi-end"),
    ("\\e[3~", "ed-delete-next-char"), ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
    ("^W", "ed-delete-prev-word"), ("^U", "vi-kill-line-prev"),
    ("\\ep", "ed-search-prev-history"), ("\\en", "ed-search-next-history"),
    ("\\e[9001~", "ed-prev-history"), ("\\e[9002~", "ed-next-history"),
    ("\\e[9003~", "ed-prev-line"), ("\\e[9004~", "ed-next-line"),
    ("\\e[9005~", "ed-next-char"), ("\\e[9006~", "ed-move-to-end"),
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
    guard scalars.last == LineEditor.newline || guide.isComplete(text) else { return insert("\n") }
    outcome = .line(text)
    leave(mark: "")
    return CC_NEWLINE
  }

  func interrupt() -> Int32 {
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

  /// At the end of the text the hint becomes part of it; elsewhere the key does what it always does.
  private func takeHint(else sequence: Int) -> Int32 {
    let (scalars, cursor) = buffer
    guard !hint.isEmpty, cursor == scalars.count else {
      push("\u{1b}[\(sequence)~")
      return CC_NORM
    }
    defer { hint = "" }
    return insert(hint)
  }

  // MARK: What keys do to the text

  func insert(_ text: String) -> Int32 {
    if !text.isEmpty { _ = unsafe el_winsertstr(editor, LineEditor.scalars(text) + [0]) }
    return CC_REFRESH
  }

  func delete(beforeCursor count: Int) {
    if count > 0 { unsafe el_deletestr(editor, Int32(count)) }
  }

  func replaceAll(with text: String) {
    let scalars = LineEditor.scalars(text)
    _ = unsafe el_wreplacestr(editor, scalars + [0])
    _ = unsafe el_cursor(editor, Int32(scalars.count - buffer.cursor))
  }

  func push(_ keys: String) { unsafe el_wpush(editor, LineEditor.scalars(keys) + [0]) }

  func refresh() { _ = unsafe ce_refresh(editor) }

  func takeNewSize() { unsafe el_resize(editor) }

  func makeRaw(_ isRaw: Bool) { _ = unsafe ce_prepare_terminal(editor, isRaw ? 1 : 0) }
}

// MARK: Text

extension LineEditor {
  static let newline: Int32 = 10

  /// The line as it stands, and the cursor. To be asked only while libedit reads.
  var buffer: (scalars: [Int32], cursor: Int) {
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
    promptCells = CellWidth.of(prompt)
  }

  static func scalars(_ text: String) -> [Int32] {
    text.unicodeScalars.map { Int32(bitPattern: $0.value) }
  }

  static func text(_ scalars: some Sequence<Int32>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars {
      view.append(Unicode.Scalar(UInt32(bitPattern: scalar)) ?? "\u{FFFD}")
    }
    return String(view)
  }
}

/// Libedit asks the system how wide a sign is; this takes the place of the system's answer, so that
/// the line that is typed is measured as tables and carets are, whatever the locale.
@_cdecl("wcwidth")
public func cellsOfTyped(_ value: Int32) -> Int32 { CellWidth.ofTyped(value) }
