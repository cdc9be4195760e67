// What columns and periods of an answer are called: as they were written.
import KepiColumns
import KepiDiagnostics
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
  var label: Phrase {
    switch form {
    case .all, .absent: .all
    case .last(let span): Phrase("last \(span.text)", zh: "上\(span.chinese)")
    case .past(let span): Phrase("past \(span.text)", zh: "最近\(span.chinese)")
    case .this(let unit): Phrase("this \(unit.text)", zh: "本\(unit.chineseUnit)")
    case .toDate(let unit): Phrase("\(unit.text) to date", zh: "本\(unit.chineseUnit)至今")
    case .named(let name): Phrase(asWritten: name.text)
    case .points(let from, let to):
      to.map {
        Phrase(
          "\(from.label.english) to \($0.label.english)",
          zh: "\(from.label.chinese) 至 \($0.label.chinese)")
      } ?? from.label
    case .since(let point): Phrase("since \(point.text)", zh: "自 \(point.label.chinese) 起")
    case .until(let point): Phrase("until \(point.text)", zh: "到 \(point.label.chinese) 为止")
    }
  }
}

extension Phrase {
  /// The period of a question that names none.
  static let all = Phrase("all", zh: "全部")
}

extension Name {
  fileprivate var chineseUnit: String { Grain(unitName: key)?.chinese ?? text.afterChinese }
}

extension SpanOfUnits {
  /// `week` for one, `4 weeks` for several.
  fileprivate var text: String { count == 1 ? unit.text : "\(count) \(unit.text)" }

  /// The same behind 上 and 最近: 上周, 上 4 周, 最近 3 个月.
  fileprivate var chinese: String {
    guard let grain = Grain(unitName: unit.key) else { return text.afterChinese }
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

  var label: Phrase {
    switch form {
    case .today: Phrase(text, zh: "今天")
    case .yesterday: Phrase(text, zh: "昨天")
    case .year, .date: Phrase(asWritten: text)
    }
  }
}
