// What stands below the formulas of an explanation: what was left off, and how to see the rows.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

struct ExplanationClosing {
  let query: QuerySyntax
  let resolved: ResolvedQuery
  let lineCount: Int

  func sentences(first: QueryResult.Line?) -> [Phrase] {
    var sentences: [Phrase] = []
    let more = lineCount - FormulaInNumbers.mostLines
    if more > 0 {
      let count = NumberStyle.text(more)
      sentences.append(
        Phrase(
          (more == 1 ? "One more line is" : "\(count) more lines are")
            + " left out here; `where` or `limit` narrows the question.",
          zh: "这里略去另外 \(count) 行；用 `where` 或 `limit` 缩小查询"))
    }
    if let first, let question = rows(of: first) {
      sentences.append(
        Phrase(
          (lineCount == 1 ? "The rows themselves:" : "The rows of the first line:")
            + "\n  \(question)",
          zh: (lineCount == 1 ? "查看这些行：" : "查看第一行的明细：") + "\n  \(question)"))
    }
    return sentences
  }

  /// The question for the rows of a line; `nil` where its groups cannot be written as conditions.
  func rows(of line: QueryResult.Line) -> String? {
    guard line.kind == .plain, let item = query.items.first, resolved.baselines.isEmpty,
      !SyntaxPrinter.text(of: item.expression).contains("[")
    else { return nil }
    var conditions = query.conditions.map { condition in
      let text = SyntaxPrinter.text(of: condition)
      if case .binary(.or, _, _) = condition.form { return "(\(text))" }
      return text
    }
    var over: String?
    for (axis, value) in zip(query.axisItems, line.groups) {
      if case .day = value, let days = line.days {
        over =
          days.lowerBound == days.upperBound
          ? days.lowerBound.text : "\(days.lowerBound.text) to \(days.upperBound.text)"
        continue
      }
      let name = SyntaxPrinter.text(of: axis.expression)
      switch value {
      case .blank, .nothing: conditions.append("\(name) is missing")
      case .text(let text): conditions.append("\(name) = \(Lexer.quoted(text))")
      case .exact(let number): conditions.append("\(name) = \(number.plainText)")
      case .truth(let truth): conditions.append("\(name) = \(truth)")
      case .approximate, .day: return nil
      }
    }
    var text = "show rows of \(SyntaxPrinter.text(of: item.expression))"
    if !conditions.isEmpty { text += " where " + conditions.joined(separator: " and ") }
    for clause in query.clauses {
      switch clause.form {
      case .over where over == nil: text += " " + SyntaxPrinter.text(of: clause)
      case .asOf, .currency, .using: text += " " + SyntaxPrinter.text(of: clause)
      case .by, .where, .having, .over, .versus, .top, .with, .sort, .limit, .fill: continue
      }
    }
    if let over { text += " over \(over)" }
    return text
  }
}
