// An answer as a drawing for people: bars by group, a line over time, a sparkline for each group.
import KepiColumns
package import KepiDiagnostics

package struct ChartReport: Sendable {
  /// Cells of the terminal, or of the page.
  private let columns: Int
  private let strokes: Strokes
  private let language: Language

  package init(columns: Int, strokes: Strokes, language: Language) {
    self.columns = max(30, columns)
    self.strokes = strokes
    self.language = language
  }

  /// One drawing for each column of numbers, without the columns that a comparison adds; `nil` where
  /// there is nothing to compare.
  package func render(_ answer: Answer) -> String? {
    let drawn = answer.drawnColumns.filter { answer.changes[$0] == nil }
    let drawings = drawn.compactMap { drawing(of: $0, in: answer) }
    guard !drawings.isEmpty else { return nil }
    var text = drawings.joined(separator: "\n")
    for column in answer.shownColumns {
      guard case .money(.column) = answer.table.columns[column].unit else { continue }
      let name = answer.table.columns[column].name.printable
      text +=
        Phrase(
          "not drawn: \(name), which is in several currencies",
          zh: "未画出：\(name)，币种不止一种"
        ).text(in: language) + "\n"
    }
    return text
  }

  private func drawing(of column: Int, in answer: Answer) -> String? {
    let name = answer.table.columns[column].name.printable
    let lines: [String]?
    if let trend = Trend(of: column, in: answer, language: language), !trend.series.isEmpty {
      lines =
        trend.series.count == 1
        ? line(of: trend.series[0], column, answer, trend.timeColumn)
        : sparklines(of: trend, column, answer)
    } else {
      lines = bars(of: column, answer)
    }
    return lines.map { ([name] + $0).joined(separator: "\n") + "\n" }
  }

  // MARK: Bars

  private func bars(of column: Int, _ answer: Answer) -> [String]? {
    // A total beside its parts would make all of them small.
    let rows = answer.lines.indices.filter { answer.lines[$0] != .total }
    guard rows.count > 1 else { return nil }
    let groups = answer.shownColumns.filter { $0 < answer.groupingCount }
    let names = rows.map { row in
      groups.map {
        answer.text(row: row, column: $0, style: .rounded, language: language)?.printable ?? "-"
      }.joined(separator: ", ")
    }
    let values = rows.map { answer.number(row: $0, column: column) }
    let range =
      min(
        0, values.compactMap { $0 }.min() ?? 0)...max(
        0, values.compactMap { $0 }.max() ?? 0)
    let texts = rows.map { text(row: $0, column, answer) }
    let nameWidth = min(names.map(CellWidth.of).max() ?? 0, columns / 3)
    let textWidth = texts.map(CellWidth.of).max() ?? 0
    let room = max(8, columns - nameWidth - textWidth - 4)
    return rows.indices.map { place in
      let bar = values[place].map { strokes.bar($0, in: range, cells: room) } ?? ""
      return trimmed(
        padded(CellWidth.cut(names[place], to: nameWidth), to: nameWidth) + "  "
          + String(repeating: " ", count: textWidth - CellWidth.of(texts[place])) + texts[place]
          + "  " + bar)
    }
  }

  // MARK: Over time

  private static let rowCount = 8

  private func line(
    of series: Trend.Series, _ column: Int, _ answer: Answer, _ timeColumn: Int
  ) -> [String]? {
    guard series.values.count > 1, series.values.contains(where: { $0 != nil }) else { return nil }
    let all = self.rows(of: answer, timeColumn)
    let known = all.filter { answer.number(row: $0.row, column: column) != nil }
    guard
      let top = known.max(by: { value($0.row, column, answer) < value($1.row, column, answer) }),
      let bottom = known.min(by: { value($0.row, column, answer) < value($1.row, column, answer) })
    else { return nil }
    let labels = [text(row: top.row, column, answer), text(row: bottom.row, column, answer)]
    let labelWidth = labels.map(CellWidth.of).max() ?? 0
    let room = max(8, columns - labelWidth - 3)
    // The newest steps where not all of them fit; the last line says so.
    let values = Array(series.values.suffix(room))
    let step = max(1, min(6, room / values.count))
    let plot = strokes.plot(values, rows: Self.rowCount, step: step)
    var lines = plot.enumerated().map { place, row in
      let label = place == 0 ? labels[0] : place == plot.count - 1 ? labels[1] : ""
      let padding = String(repeating: " ", count: labelWidth - CellWidth.of(label))
      return trimmed(padding + label + " " + strokes.axis + row)
    }
    let shownDays = Array(series.days.suffix(room))
    lines.append(
      ends(of: shownDays, answer, timeColumn, indent: labelWidth + 2, values.count * step))
    if values.count < series.values.count {
      lines.append(left(out: series.values.count - values.count))
    }
    return lines
  }

  private func sparklines(of trend: Trend, _ column: Int, _ answer: Answer) -> [String]? {
    let count = trend.series.map(\.values.count).max() ?? 0
    guard count > 1 else { return nil }
    let nameWidth = min(trend.series.map { CellWidth.of($0.name) }.max() ?? 0, columns / 3)
    let all = rows(of: answer, trend.timeColumn)
    // The newest value of each group stands behind its line.
    let newest = trend.series.map { series -> String in
      guard let last = series.days.last,
        let row = all.first(where: {
          $0.day == last && name(of: $0.row, answer, trend) == series.name
        })
      else { return "" }
      return text(row: row.row, column, answer)
    }
    let newestWidth = newest.map(CellWidth.of).max() ?? 0
    let room = max(8, columns - nameWidth - newestWidth - 4)
    var lines = trend.series.indices.map { place in
      let series = trend.series[place]
      let spark = strokes.sparkline(Array(series.values.suffix(room)))
      let missing = String(repeating: " ", count: max(0, min(count, room) - spark.count))
      return trimmed(
        padded(CellWidth.cut(series.name, to: nameWidth), to: nameWidth) + "  " + missing + spark
          + "  " + String(repeating: " ", count: newestWidth - CellWidth.of(newest[place]))
          + newest[place])
    }
    let longest = trend.series.max { $0.days.count < $1.days.count }
    let days = Array((longest?.days ?? []).suffix(room))
    lines.append(ends(of: days, answer, trend.timeColumn, indent: nameWidth + 2, days.count))
    if count > room { lines.append(left(out: count - room)) }
    return lines
  }

  private func name(of row: Int, _ answer: Answer, _ trend: Trend) -> String {
    answer.shownColumns.filter { $0 < answer.groupingCount && $0 != trend.timeColumn }.map {
      answer.text(row: row, column: $0, style: .rounded, language: language)?.printable ?? "-"
    }.joined(separator: ", ")
  }

  private func rows(of answer: Answer, _ timeColumn: Int) -> [(row: Int, day: Day)] {
    answer.lines.indices.compactMap { row in
      guard answer.lines[row] == .plain,
        case .day(let day) = answer.cell(row: row, column: timeColumn)
      else { return nil }
      return (row, day)
    }
  }

  /// The first and the last step, below the ends of what is drawn.
  private func ends(
    of days: [Day], _ answer: Answer, _ timeColumn: Int, indent: Int, _ width: Int
  ) -> String {
    guard let first = days.first, let last = days.last else { return "" }
    let grain = answer.table.columns[timeColumn].unit.grain ?? .day
    let (from, to) = (NumberStyle.text(first, grain: grain), NumberStyle.text(last, grain: grain))
    let gap = max(2, width - CellWidth.of(from) - CellWidth.of(to))
    return String(repeating: " ", count: indent) + from + String(repeating: " ", count: gap) + to
  }

  private func left(out count: Int) -> String {
    Phrase(
      "\(NumberStyle.text(count)) earlier steps do not fit and are left out",
      zh: "放不下，略去较早的 \(NumberStyle.text(count)) 段"
    ).text(in: language)
  }

  // MARK: Text

  private func value(_ row: Int, _ column: Int, _ answer: Answer) -> Double {
    answer.number(row: row, column: column) ?? 0
  }

  private func text(row: Int, _ column: Int, _ answer: Answer) -> String {
    answer.text(row: row, column: column, style: .rounded, language: language)?.printable ?? "-"
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - CellWidth.of(text)))
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
