// What columns and periods of an answer are called: as they were written.
import KepiColumns
package import KepiDiagnostics
package import KepiSyntax

extension ExpressionSyntax {
  /// As written, without backquotes.
  package var columnName: String {
    if case .name(let path) = form { return path.text }
    return SyntaxPrinter.text(of: self)
  }
}

extension PeriodSyntax {
  /// As answers and receipts name it. The English is the same whatever the question was written in,
  /// since programs read it.
  package var label: Phrase {
    switch form {
    case .absent: .all
    case .named(let name): Phrase(asWritten: name.text)
    case .all, .last, .past, .this, .toDate, .points, .since, .until:
      Phrase(SyntaxPrinter.text(of: self), zh: chineseLabel)
    }
  }

  private var chineseLabel: String {
    switch form {
    case .all, .absent: return Phrase.all.chinese
    case .last(let span): return "上\(span.chinese)"
    case .past(let span): return "最近\(span.chinese)"
    case .this(let unit): return "本\(unit.chineseUnit)"
    case .toDate(let unit): return "本\(unit.chineseUnit)至今"
    case .named(let name): return name.text
    case .points(let from, let to): return from.chinese + (to.map { " 至 " + $0.chinese } ?? "")
    case .since(let point): return "自 \(point.chinese) 起"
    case .until(let point): return "到 \(point.chinese) 为止"
    }
  }
}

extension Phrase {
  /// The period of a question that names none.
  package static let all = Phrase("all", zh: "全部")
}

extension Name {
  fileprivate var chineseUnit: String { Grain(unitName: key)?.chinese ?? text.afterChinese }
}

extension SpanOfUnits {
  /// The same behind 上 and 最近: 上周, 上 4 周, 最近 3 个月.
  fileprivate var chinese: String {
    guard let grain = Grain(unitName: unit.key) else { return " \(count) \(unit.text)" }
    return count == 1 ? grain.chinese : " \(count) \(grain.chineseCounted)"
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

  fileprivate var chinese: String {
    switch form {
    case .today: "今天"
    case .yesterday: "昨天"
    case .year, .date: text
    }
  }
}
