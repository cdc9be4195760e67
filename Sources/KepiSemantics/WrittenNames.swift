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
  /// As answers and receipts name it, in English whatever it was written in: programs read it.
  var label: String {
    switch form {
    case .absent: return "all"
    case .named(let name): return name.text
    case .all, .last, .past, .this, .toDate, .points, .since, .until:
      return SyntaxPrinter.text(of: self)
    }
  }
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
