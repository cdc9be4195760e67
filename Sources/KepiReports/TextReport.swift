// An answer as a table for people, with its receipt below.
import KepiColumns
package import KepiDiagnostics

package struct TextReport: Sendable {
  /// What stands between the cells.
  package enum Frame: Sendable {
    /// Blanks, and a rule below the header.
    case open
    /// Lines on all sides.
    case box
  }

  /// Cells of the terminal. `nil` for a pipe or a file: nothing is then rounded, cut or folded.
  package let columns: Int?
  package let isHeaderBold: Bool
  package let language: Language
  private let frame: Frame
  /// Whether a change is green or red. Without colours one for the worse has a mark of its own.
  private let usesColors: Bool
  /// What the course of each group over time is drawn with, where it fits; `nil` for none.
  private let trend: Strokes?

  package init(
    columns: Int?, isHeaderBold: Bool, language: Language, frame: Frame = .open,
    usesColors: Bool = false, trend: Strokes? = nil
  ) {
    self.frame = frame
    self.usesColors = usesColors
    self.trend = trend
    self.columns = columns
    self.isHeaderBold = isHeaderBold
    self.language = language
  }

  package func render(_ answer: Answer) -> String {
    let style: NumberStyle = columns == nil ? .full : .rounded
    var shown = answer.shownColumns.map {
      ShownColumn($0, of: answer, style: style, language: language, usesColors: usesColors)
    }
    let keyCount = answer.shownColumns.count { $0 < answer.groupingCount }
    var blocks = [Array(shown.indices)]
    if let columns {
      blocks = fit(&shown, keyCount: keyCount, to: columns)
      if blocks.count == 1 {
        let trends = trendColumns(of: answer, beside: shown, in: columns)
        blocks[0] += shown.count..<shown.count + trends.count
        shown += trends
      }
    }

    var text = ""
    for (place, block) in blocks.enumerated() {
      if place > 0 { text += "\n" }
      text += table(block.map { shown[$0] }, lines: answer.lines)
    }
    var receipt = ReceiptText.render(answer.receipt, columns: columns, language: language)
    let cut = shown.filter(\.isCut).map(\.name)
    if !cut.isEmpty {
      let remark = Phrase(
        "text cut to fit (…): \(cut.listed(in: .english))",
        zh: "放不下而截短（…）的列：\(cut.listed(in: .chinese))")
      receipt += remark.text(in: language) + "\n"
    }
    if shown.contains(where: \.hasMarks) {
      let remark = Phrase("! for the worse", zh: "! 变差")
      receipt += remark.text(in: language) + "\n"
    }
    if !receipt.isEmpty { text += "\n" + receipt }
    return text
  }

  /// Whether a table of so many cells has to be cut into blocks, or texts in it cut short.
  package func fits(_ answer: Answer) -> Bool {
    guard let columns else { return true }
    var shown = answer.shownColumns.map {
      ShownColumn($0, of: answer, style: .rounded, language: language, usesColors: usesColors)
    }
    let keyCount = answer.shownColumns.count { $0 < answer.groupingCount }
    return fit(&shown, keyCount: keyCount, to: columns).count == 1
      && !shown.contains(where: \.isCut)
  }

  /// The course of each metric, drawn beside the first line of each group: of as many as there is
  /// room for all of.
  private func trendColumns(
    of answer: Answer, beside shown: [ShownColumn], in columns: Int
  ) -> [ShownColumn] {
    guard let strokes = trend, !shown.contains(where: \.isFolded) else { return [] }
    // Beside a comparison the first alone: what is compared with follows it.
    var metrics = answer.drawnColumns.filter { answer.changes[$0] == nil }
    if !answer.changes.isEmpty { metrics = Array(metrics.prefix(1)) }
    var taken = shown.reduce(margins) { $0 + $1.width + gap }
    var drawn: [ShownColumn] = []
    for column in metrics {
      guard let trend = Trend(of: column, in: answer, language: language),
        // Fewer points are read faster as numbers.
        trend.series.contains(where: { $0.values.count { $0 != nil } > 3 })
      else { continue }
      let name = answer.table.columns[column].name.printable
      let header =
        answer.drawnColumns.count == 1
        ? Phrase("trend", zh: "走势") : Phrase("trend of \(name)", zh: "\(name) 走势")
      var cells = Array(repeating: "", count: answer.lines.count)
      for series in trend.series { cells[series.row] = strokes.sparkline(series.values) }
      let next = ShownColumn(drawn: cells, header: header.text(in: language))
      guard taken + next.width <= columns else { break }
      taken += next.width + gap
      drawn.append(next)
    }
    return drawn
  }

  /// Cells between two columns.
  private var gap: Int {
    switch frame {
    case .open: 2
    case .box: 3
    }
  }

  /// Cells to the left of the first column and to the right of the last.
  private var margins: Int {
    switch frame {
    case .open: 0
    case .box: 4
    }
  }

  private enum Rule { case above, inside, below }

  private func table(_ columns: [ShownColumn], lines: [Answer.LineKind]) -> String {
    var text = rule(.above, columns)
    let headerCount = columns.map(\.header.count).max() ?? 0
    for line in 0..<headerCount {
      let cells = columns.map { column in
        // Headers of fewer lines stand on the rule.
        let own = line - (headerCount - column.header.count)
        return column.aligned(header: own >= 0 ? column.header[own] : "")
      }
      let row = joined(cells)
      text += isHeaderBold ? "\u{1b}[1m\(row)\u{1b}[0m\n" : row + "\n"
    }
    text += rule(.inside, columns)
    for row in lines.indices {
      if row > 0, (lines[row] == .plain) != (lines[row - 1] == .plain) {
        text += lines[row] == .plain && frame == .open ? "\n" : rule(.inside, columns)
      }
      text += joined(columns.map { $0.aligned(row: row) }) + "\n"
    }
    text += rule(.below, columns)
    if lines.isEmpty { text += Phrase.noLines.text(in: language) + "\n" }
    return text
  }

  private func joined(_ cells: [String]) -> String {
    switch frame {
    case .open:
      var row = cells.joined(separator: String(repeating: " ", count: gap))
      while row.last == " " { row.removeLast() }
      return row
    case .box: return "│ " + cells.joined(separator: " │ ") + " │"
    }
  }

  /// A whole line, or nothing where the frame has none there.
  private func rule(_ rule: Rule, _ columns: [ShownColumn]) -> String {
    switch (frame, rule) {
    case (.open, .inside):
      joined(columns.map { String(repeating: "-", count: $0.width) }) + "\n"
    case (.open, .above), (.open, .below): ""
    case (.box, .above): boxRule("┌", "┬", "┐", columns)
    case (.box, .inside): boxRule("├", "┼", "┤", columns)
    case (.box, .below): boxRule("└", "┴", "┘", columns)
    }
  }

  private func boxRule(
    _ left: String, _ crossing: String, _ right: String, _ columns: [ShownColumn]
  ) -> String {
    let parts = columns.map { String(repeating: "─", count: $0.width + 2) }
    return left + parts.joined(separator: crossing) + right + "\n"
  }

  /// Makes a table as narrow as the terminal: first headers go over several lines, then long texts
  /// are cut, then the columns stand in blocks, one below the other, each with the grouping columns.
  /// Gives the columns of each block.
  private func fit(_ shown: inout [ShownColumn], keyCount: Int, to columns: Int) -> [[Int]] {
    let all = Array(shown.indices)
    func width(_ some: some Collection<Int>) -> Int {
      some.reduce(0) { $0 + shown[$1].width } + gap * max(0, some.count - 1)
    }
    let columns = columns - margins
    if width(all) <= columns { return [all] }
    // No more than it takes: headers of many short lines are slow to read.
    var headerLimit = all.reduce(0) { max($0, CellWidth.of(shown[$1].name)) }
    while headerLimit > 0, width(all) > columns {
      headerLimit -= 1
      for index in all { shown[index].foldHeader(to: headerLimit) }
    }
    if width(all) <= columns { return [all] }

    let texts = all.filter { shown[$0].isText }
    let narrowest = texts.reduce(width(all)) { $0 - max(0, shown[$1].width - ShownColumn.readable) }
    if narrowest <= columns {
      shrink(texts, of: &shown, by: width(all) - columns, downTo: ShownColumn.readable)
      return [all]
    }
    let keys = Array(all.prefix(keyCount))
    shrink(
      keys.filter { shown[$0].isText }, of: &shown, by: width(keys) - columns / 2,
      downTo: ShownColumn.readable)
    let room = columns - (keys.isEmpty ? 0 : width(keys) + gap)
    for index in all.dropFirst(keyCount) where shown[index].isText {
      shrink([index], of: &shown, by: shown[index].width - room, downTo: ShownColumn.readable)
    }
    var blocks: [[Int]] = []
    var block: [Int] = []
    for index in all.dropFirst(keyCount) {
      if !block.isEmpty, width(block + [index]) > room {
        blocks.append(keys + block)
        block = []
      }
      block.append(index)
    }
    return blocks + [keys + block]
  }

  /// Takes cells from the widest of some columns until enough are gone.
  private func shrink(
    _ indices: [Int], of shown: inout [ShownColumn], by excess: Int, downTo least: Int
  ) {
    var widths = indices.map { shown[$0].width }
    for _ in 0..<max(0, excess) {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > least
      else { break }
      widths[widest] -= 1
    }
    for (index, width) in zip(indices, widths) where width < shown[index].width {
      shown[index].cut(to: width)
    }
  }
}

/// A column ready for the page: its cells are text, and their widths are known.
private struct ShownColumn {
  /// Below this many cells a text says too little.
  static let readable = 12
  /// ASCII, since terminals disagree on the width of dashes; never a number, so never a zero.
  static let blank = "-"

  let name: String
  let isText: Bool
  private(set) var header: [String]
  private(set) var width: Int
  private(set) var isCut = false
  /// Whether a change for the worse is told by a mark.
  private(set) var hasMarks = false
  private var cells: [String]
  private var cellWidths: [Int]
  /// The escape sequence that colours a cell; `nil` where it is plain.
  private let colors: [String?]
  /// How many cells of the terminal each number takes from its decimal point on; `nil` for a blank
  /// or a mark, which has no point to stand under.
  private let tails: [Int?]
  private let tailWidth: Int

  /// Strokes, which take their place from the left.
  init(drawn cells: [String], header: String) {
    name = header
    self.header = [header]
    isText = true
    self.cells = cells
    cellWidths = cells.map(CellWidth.of)
    colors = cells.map { _ in nil }
    tails = cells.map { _ in nil }
    tailWidth = 0
    width = max(CellWidth.of(header), cellWidths.max() ?? 0)
  }

  init(
    _ column: Int, of answer: Answer, style: NumberStyle, language: Language, usesColors: Bool
  ) {
    let source = answer.table.columns[column]
    name = source.name.printable
    header = [name]
    isText =
      switch source.column {
      case .text, .date: true
      case .amount, .number: false
      }
    var cells: [String] = []
    var tails: [Int?] = []
    var colors: [String?] = []
    var isMarked = false
    for row in answer.lines.indices {
      var text = answer.text(row: row, column: column, style: style, language: language)?.printable
      var color: String?
      if style == .rounded, let meaning = answer.changes[column] {
        let change = answer.number(row: row, column: column) ?? 0
        if change > 0 { text = text.map { "+" + $0 } }
        if let isGood = meaning.isGood(change) {
          if usesColors { color = isGood ? "\u{1b}[32m" : "\u{1b}[31m" }
          if !usesColors, !isGood {
            text = text.map { $0 + " !" }
            isMarked = true
          }
        }
      }
      colors.append(color)
      cells.append((text ?? ShownColumn.blank) + answer.star(row: row, column: column))
      tails.append(isText ? nil : text.flatMap(ShownColumn.tailWidth))
    }
    self.colors = colors
    hasMarks = isMarked
    self.cells = cells
    cellWidths = cells.map(CellWidth.of)
    self.tails = tails
    tailWidth = tails.reduce(0) { max($0, $1 ?? 0) }
    width = 0
    width = max(CellWidth.of(name), bodyWidth)
  }

  func aligned(header line: String) -> String {
    let padding = blanks(width - CellWidth.of(line))
    return isText ? line + padding : padding + line
  }

  func aligned(row: Int) -> String {
    let cell = colors[row].map { $0 + cells[row] + "\u{1b}[0m" } ?? cells[row]
    let padding = width - cellWidths[row]
    if isText { return cell + blanks(padding) }
    guard let tail = tails[row] else { return blanks(padding) + cell }
    let after = tailWidth - tail
    return blanks(padding - after) + cell + blanks(after)
  }

  var isFolded: Bool { header.count > 1 }

  /// Breaks the header at blanks. It never gets narrower than the cells or its longest word.
  mutating func foldHeader(to limit: Int) {
    let words = name.split(separator: " ").map(String.init)
    let room = max(limit, bodyWidth, words.map(CellWidth.of).max() ?? 0)
    var lines: [String] = []
    for word in words {
      if let last = lines.last, CellWidth.of(last) + 1 + CellWidth.of(word) <= room {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    header = lines.isEmpty ? [name] : lines
    width = max(bodyWidth, header.map(CellWidth.of).max() ?? 0)
  }

  mutating func cut(to width: Int) {
    self.width = width
    isCut = isCut || cellWidths.contains { $0 > width }
    cells = cells.map { CellWidth.cut($0, to: width) }
    cellWidths = cells.map(CellWidth.of)
    isCut = isCut || header.contains { CellWidth.of($0) > width }
    header = header.map { CellWidth.cut($0, to: width) }
  }

  /// The cells' own width, with the decimal points one below the other.
  private var bodyWidth: Int {
    var body = 0
    for (cellWidth, tail) in zip(cellWidths, tails) {
      body = max(body, tail.map { cellWidth - $0 + tailWidth } ?? cellWidth)
    }
    return body
  }

  private static func tailWidth(_ text: String) -> Int? {
    guard let last = text.utf8.lastIndex(where: isDigit) else { return nil }
    let start = text.utf8.firstIndex(of: UInt8(ascii: ".")) ?? text.utf8.index(after: last)
    return CellWidth.of(String(text[start...]))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension Answer.ChangeMeaning {
  /// `nil` where a change is neither.
  fileprivate func isGood(_ change: Double) -> Bool? {
    guard change != 0 else { return nil }
    switch self {
    case .higherIsBetter: return change > 0
    case .lowerIsBetter: return change < 0
    case .open: return nil
    }
  }
}

extension Phrase {
  /// In the place of rows.
  static let noLines = Phrase("(no lines)", zh: "（没有行）")
}
