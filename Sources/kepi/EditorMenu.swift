// What Tab and Ctrl-R offer below the line, and how one of it is chosen.
import CEditLine
import KepiDiagnostics
import KepiShell

extension LineEditor {
  /// What a choice came to.
  private enum Choice {
    case taken(Int)
    case left
    /// Another key, which is for the line.
    case passed(String)
    case interrupted
    case ended
  }

  // MARK: Completion

  func complete() -> Int32 {
    let (scalars, cursor) = buffer
    let text = LineEditor.text(scalars)
    let before = LineEditor.text(scalars[..<cursor])
    let (start, items) = guide.completions(text, before.utf8.count, 1000)
    guard let first = items.first, start <= before.utf8.count else { return CC_REFRESH_BEEP }
    let word = String(decoding: before.utf8.dropFirst(start), as: UTF8.self).unicodeScalars.count
    var common = Array(first.text.unicodeScalars)
    for item in items.dropFirst() {
      common = zip(common, item.text.unicodeScalars).prefix { $0 == $1 }.map(\.0)
    }
    // An opening quote alone is no step forward: then the choice is shown.
    let isQuote = common == ["\""]
    if items.count == 1 { return take(first, insteadOf: word) }
    if common.count > word, !isQuote {
      delete(beforeCursor: word)
      return insert(String(String.UnicodeScalarView(common)))
    }
    switch choose(among: items) {
    case .taken(let place): return take(items[place], insteadOf: word)
    case .left: return CC_REFRESH
    case .passed(let keys):
      push(keys)
      return CC_NORM
    case .interrupted: return interrupt()
    case .ended: return CC_EOF
    }
  }

  private func take(_ item: Completion, insteadOf word: Int) -> Int32 {
    delete(beforeCursor: word)
    let goesOn = " (./".contains(item.text.last ?? " ")
    return insert(item.text + (goesOn ? "" : " "))
  }

  /// Nothing is chosen at first, so that Enter still runs the line.
  private func choose(among items: [Completion]) -> Choice {
    var selected: Int?
    let draw = { [unowned self] in showMenu(menu(items, selected)) }
    redrawMenu = draw
    defer {
      redrawMenu = nil
      hideMenu()
    }
    while true {
      draw()
      switch readStroke() {
      case .tab, .down: selected = selected.map { ($0 + 1) % items.count } ?? 0
      case .backTab, .up:
        selected = selected.map { ($0 + items.count - 1) % items.count } ?? items.count - 1
      case .enter: return selected.map { .taken($0) } ?? .passed("\r")
      case .escape: return .left
      case .interrupt: return .interrupted
      case .end: return .ended
      case .backspace: return .passed("\u{7f}")
      case .search: return .passed("\u{12}")
      case .text(let scalar): return .passed(String(Character(scalar)))
      case .other(let keys): return .passed(keys)
      }
    }
  }

  private func menu(_ items: [Completion], _ selected: Int?) -> [String] {
    let height = menuHeight
    let start = max(0, (selected ?? 0) - height + 1)
    let shown = items[start..<min(items.count, start + height)]
    let width = shown.map { CellWidth.of($0.text) }.max() ?? 0
    var rows = zip(shown.indices, shown).map { place, item in
      let padding = String(repeating: " ", count: max(0, width - CellWidth.of(item.text)) + 2)
      return row(item.text, padding + item.note, isSelected: place == selected)
    }
    let rest = items.count - shown.count
    if rest > 0 {
      let remark = Phrase("and \(rest) more", zh: "还有 \(rest) 个")
      rows.append("  " + remark.text(in: guide.language()))
    }
    return rows
  }

  /// Ten, or fewer where what was answered last would leave the screen.
  private var menuHeight: Int { max(4, min(10, Streams.rows(of: Streams.output) / 2 - 1)) }

  /// One row of a menu. A mark tells what is chosen where there are no colours.
  private func row(_ text: String, _ note: String, isSelected: Bool) -> String {
    let mark = isSelected ? "> " : "  "
    let room = max(1, columns - 3)
    let text = CellWidth.cut(text.printable, to: room)
    let note = CellWidth.cut(note.printable, to: max(0, room - CellWidth.of(text)))
    guard usesColors else { return mark + text + note }
    return isSelected
      ? "\u{1b}[7m\(mark)\(text)\(note)\u{1b}[0m" : "\(mark)\(text)\u{1b}[90m\(note)\u{1b}[0m"
  }

  // MARK: Search

  /// Ctrl-R: what is typed is looked for anywhere in what was asked before; Ctrl-R again or an arrow
  /// goes to what is older, Enter brings it into the line, Escape leaves the line as it was.
  func search() -> Int32 {
    var wanted = ""
    var selected = 0
    var found = history.search(for: wanted)
    let draw = { [unowned self] in showMenu(searchRows(wanted, found, selected)) }
    redrawMenu = draw
    defer {
      redrawMenu = nil
      hideMenu()
    }
    while true {
      draw()
      let before = wanted
      switch readStroke() {
      case .text(let scalar): wanted.unicodeScalars.append(scalar)
      case .backspace: _ = wanted.unicodeScalars.popLast()
      case .search, .down: selected = min(selected + 1, max(0, found.count - 1))
      case .up, .backTab: selected = max(0, selected - 1)
      case .enter, .tab:
        if found.indices.contains(selected) { replaceAll(with: found[selected].text) }
        return CC_REFRESH
      case .escape, .interrupt, .other("\u{7}"): return CC_REFRESH
      case .end: return CC_EOF
      case .other(let keys):
        if found.indices.contains(selected) { replaceAll(with: found[selected].text) }
        push(keys)
        return CC_REFRESH
      }
      if wanted != before {
        selected = 0
        found = history.search(for: wanted)
      }
    }
  }

  private func searchRows(_ wanted: String, _ found: [History.Entry], _ selected: Int) -> [String] {
    let language = guide.language()
    let head = Phrase("search: \(wanted)", zh: "搜索：\(wanted)").text(in: language)
    let height = menuHeight
    let start = max(0, selected - height + 1)
    let shown = found[min(start, found.count)..<min(found.count, start + height)]
    var rows = [CellWidth.cut(head.printable, to: columns - 1)]
    rows += zip(shown.indices, shown).map { place, entry in
      let text = entry.text.split(separator: "\n").joined(separator: " ")
      let note = entry.when.map { "  " + $0 } ?? ""
      return row(text, note, isSelected: place == selected)
    }
    if found.isEmpty {
      rows.append("  " + Phrase("nothing found", zh: "没有找到").text(in: language))
    } else if found.count > shown.count {
      let rest = found.count - shown.count
      rows.append("  " + Phrase("and \(rest) more", zh: "还有 \(rest) 条").text(in: language))
    }
    return rows
  }
}
