// What comes from the keyboard while a line is edited: keys, signals, a new size of the window.
import Glibc

extension LineEditor {
  /// A key, or a sequence that stands for one.
  enum Stroke: Equatable {
    case enter, tab, backTab, escape, up, down, backspace, search, interrupt
    case text(Unicode.Scalar)
    /// Whatever else, as it came.
    case other(String)
    /// No more input, or a signal to end.
    case end
  }

  /// Libedit has drawn the line. Ours is painted over it while we wait, and goes with the next key.
  func readKey(into key: inout Int32) -> Int32 {
    // What is typed ahead or pasted is painted once, at its end.
    if !hasInput(within: 0) { paint() }
    let result = readRawKey(into: &key)
    unpaint()
    return result
  }

  /// For what reads keys by itself, such as a menu.
  func readStroke() -> Stroke {
    var key: Int32 = 0
    guard readRawKey(into: &key) == 1, let scalar = Unicode.Scalar(UInt32(bitPattern: key)) else {
      return .end
    }
    switch key {
    case 3: return .interrupt
    case 8, 127: return .backspace
    case 9: return .tab
    case 10, 13: return .enter
    case 0x12: return .search
    case 0x1B: return sequence()
    case 0x1D: return .escape
    case ..<32: return .other(String(Character(scalar)))
    default: return .text(scalar)
    }
  }

  /// What follows an Escape that came with more.
  private func sequence() -> Stroke {
    var sequence = "\u{1b}"
    var key: Int32 = 0
    while readRawKey(into: &key) == 1, let scalar = Unicode.Scalar(UInt32(bitPattern: key)) {
      sequence.unicodeScalars.append(scalar)
      let count = sequence.unicodeScalars.count
      if count == 2, scalar == "[" || scalar == "O" { continue }
      if count == 2 || ("@"..."~").contains(scalar) { break }
    }
    switch sequence {
    case "\u{1b}[A", "\u{1b}OA": return .up
    case "\u{1b}[B", "\u{1b}OB": return .down
    case "\u{1b}[Z": return .backTab
    default: return .other(sequence)
    }
  }

  /// 1 for a key, 0 at the end of the input.
  func readRawKey(into key: inout Int32) -> Int32 {
    flush()
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
    Streams.hasInput(Streams.input, within: milliseconds)
  }

  private func resize() {
    let place = layout()
    let rows = place.end.row + menuRows + 1
    // Row by row: to erase all below at once pushes the line into the scrollback of some terminals.
    put(
      "\r" + up(place.cursor.row) + String(repeating: "\u{1b}[2K\u{1b}[1B", count: rows) + up(rows))
    menuRows = 0
    isHintShown = false
    takeNewSize()
    refresh()
    if let redrawMenu { redrawMenu() } else { paint() }
  }

  private func suspend() {
    unpaint()
    hideMenu()
    put("\u{1b}[?2004l")
    makeRaw(false)
    Signals.stop()
    makeRaw(true)
    put("\u{1b}[?2004h\r")
    refresh()
    if let redrawMenu { redrawMenu() } else { paint() }
  }
}
