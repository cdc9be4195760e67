// How each group of an answer went over time: its series, for sparklines and charts.
import KepiColumns
import KepiDiagnostics

struct Trend {
  struct Series {
    /// What the group is called; empty where time is all there is.
    let name: String
    /// The first line of the group as it is shown.
    let row: Int
    /// By time, earliest first.
    let values: [Double?]
    let days: [Day]
  }

  /// The column of the steps.
  let timeColumn: Int
  let series: [Series]

  /// The course of a column of numbers; `nil` where the answer has no steps of time.
  init?(of column: Int, in answer: Answer, language: Language) {
    let groups = answer.shownColumns.filter { $0 < answer.groupingCount }
    guard let time = groups.last(where: { answer.table.columns[$0].unit.grain != nil }) else {
      return nil
    }
    timeColumn = time
    let others = groups.filter { $0 != time }
    var order: [String] = []
    var found: [String: (row: Int, points: [(day: Day, value: Double?)])] = [:]
    for row in answer.lines.indices where answer.lines[row] == .plain {
      guard case .day(let day) = answer.cell(row: row, column: time) else { continue }
      let name = others.map {
        answer.text(row: row, column: $0, style: .rounded, language: language)?.printable ?? "-"
      }.joined(separator: ", ")
      if found[name] == nil { order.append(name) }
      found[name, default: (row, [])].points.append((day, answer.number(row: row, column: column)))
    }
    series = order.compactMap { name in
      guard let (row, points) = found[name] else { return nil }
      let sorted = points.sorted { $0.day < $1.day }
      return Series(
        name: name, row: row, values: sorted.map(\.value), days: sorted.map(\.day))
    }
  }
}

extension Answer {
  /// A cell as a length to draw; `nil` for what is no number.
  func number(row: Int, column: Int) -> Double? {
    switch cell(row: row, column: column) {
    case .amount(let amount, let scale):
      var power = 1.0
      for _ in 0..<scale { power *= 10 }
      return Double(amount) / power
    case .number(let number): return number.isFinite ? number : nil
    case .absent, .text, .day: return nil
    }
  }

  /// Columns of numbers that can be drawn beside each other, in order. An amount in several
  /// currencies is none.
  var drawnColumns: [Int] {
    shownColumns.filter { column in
      guard column >= groupingCount else { return false }
      switch table.columns[column].unit {
      case .money(.column), .text, .date, .truth: return false
      case .money, .count, .number, .percent, .days: return true
      }
    }
  }
}
