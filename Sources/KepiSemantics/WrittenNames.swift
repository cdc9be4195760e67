// What columns and periods of an answer are called: as they were written.
package import KepiSyntax

extension ExpressionSyntax {
  /// As written, without backquotes.
  package var columnName: String {
    if case .name(let path) = form { return path.text }
    return SyntaxPrinter.text(of: self)
  }
}

extension PeriodSyntax {
  /// As answers and receipts name it.
  var label: String {
    switch form {
    case .all, .absent: return "all"
    case .last(let span): return "last " + span.text
    case .past(let span): return "past " + span.text
    case .this(let unit): return "this " + unit.text
    case .toDate(let unit): return unit.text + " to date"
    case .named(let name): return name.text
    case .points(let from, let to): return from.text + (to.map { " to " + $0.text } ?? "")
    case .since(let point): return "since " + point.text
    case .until(let point): return "until " + point.text
    }
  }
}

extension SpanOfUnits {
  /// `week` for one, `4 weeks` for several.
  fileprivate var text: String { count == 1 ? unit.text : "\(count) \(unit.text)" }
}

extension PointSyntax {
  var text: String {
    switch form {
    case .today: return "today"
    case .yesterday: return "yesterday"
    case .year(let year): return String(year)
    case .date(let date):
      return SyntaxPrinter.text(of: ExpressionSyntax(.literal(.date(date)), at: span))
    }
  }
}
