// The receipt of an answer for people: the days, the sources and the notes, a line each.
import KepiColumns
import KepiDiagnostics

package enum ReceiptText {
  /// Whole lines, folded at blanks where `columns` says how many cells there are.
  package static func render(_ receipt: Receipt, columns: Int?) -> String {
    lines(receipt).flatMap { folded($0.printable, to: columns) }.map { $0 + "\n" }.joined()
  }

  static func lines(_ receipt: Receipt) -> [String] {
    var days = receipt.periods.map(text)
    if let asOf = receipt.asOf {
      let reason = receipt.asOfReason.isEmpty ? "" : ", \(receipt.asOfReason)"
      days.append("as of \(asOf.text)\(reason)")
    }
    let sources = receipt.sources.map(text)
    return [
      days.joined(separator: "; "), receipt.conversion ?? "", sources.joined(separator: "; "),
    ].filter { !$0.isEmpty }
      + receipt.notes
  }

  private static func text(_ period: Receipt.Period) -> String {
    let days =
      period.first == period.last
      ? period.first.text : "\(period.first.text) to \(period.last.text)"
    let label = period.label == days ? days : "\(period.label): \(days)"
    return label + (period.isUnfinished ? ", so far" : "")
  }

  private static func text(_ use: Receipt.SourceUse) -> String {
    var text = "\(use.name) \(NumberStyle.text(use.rowsKept)) of "
    text += "\(NumberStyle.text(use.rowsRead)) rows"
    guard use.daysAsked > 0 else { return text }
    text += ", \(NumberStyle.text(use.daysCovered)) of \(NumberStyle.text(use.daysAsked)) days"
    if use.daysCovered < use.daysAsked, let covered = use.covered {
      text += " (has \(covered.lowerBound.text) to \(covered.upperBound.text))"
    }
    return text
  }

  /// Breaks at blanks; what goes on is indented. A word longer than a line is left whole.
  private static func folded(_ line: String, to columns: Int?) -> [String] {
    guard let columns, CellWidth.of(line) > columns else { return [line] }
    var lines: [String] = []
    var current = ""
    var width = 0
    for word in line.split(separator: " ") {
      let wordWidth = CellWidth.of(String(word))
      if width > 0, width + 1 + wordWidth > columns {
        lines.append(current)
        current = "  "
        width = 2
      } else if width > 0 {
        current += " "
        width += 1
      }
      current += word
      width += wordWidth
    }
    return lines + [current]
  }
}
