// `explain`: the dates, the sources and the parts behind an answer.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

struct Explainer {
  let questioner: Questioner
  let language: Language
  /// Cells of the terminal; `nil` where lines may be as long as they are.
  var columns: Int?

  struct Explanation {
    let text: String
    /// The answer with the parts of every ratio before it.
    let answer: Answer
    /// The formulas of its lines, with their numbers.
    let lines: [ExplainedLine]
    /// What stands below them.
    let closing: [Phrase]
    let notes: [Diagnostic]

    /// The same with lines about files below those about sources.
    func with(files: String) -> Explanation {
      Explanation(
        text: text.dropLast() + files + "\n", answer: answer, lines: lines, closing: closing,
        notes: notes)
    }
  }

  func explain(_ query: QuerySyntax) throws(Questioner.Refusal) -> Explanation {
    let resolved = try questioner.resolve(query, namingParts: true)
    var items: [ResolvedQuery.Item] = []
    let ratios = RatioParts(model: questioner.model)
    for item in resolved.items {
      let syntax = query.items.first { $0.span == item.span }?.expression
      // A comparison's columns share the place of their item; parts are those of the item itself.
      let isOwn = syntax.map { item.name == query.name(of: $0, at: item.span) } ?? false
      if let syntax, isOwn {
        for part in ratios.parts(of: item.formula, syntax)
        where !items.contains(where: { $0.name == part.name }) {
          items.append(part)
        }
      }
      if !items.contains(where: { $0.name == item.name }) { items.append(item) }
    }
    let asked = resolved.asking(items)
    let result = try questioner.result(of: asked)
    guard let answer = Answer(result, of: asked, sources: questioner.store, notes: []) else {
      throw Questioner.Refusal([
        Diagnostic.error(.overflow, .tooLarge, at: query.span)
      ])
    }
    let lines = try FormulaInNumbers(resolved, questioner).lines(asking: items)
    return Explanation(
      text: text(resolved, query, answer.receipt), answer: answer, lines: lines,
      closing: ExplanationClosing(query: query, resolved: resolved, lineCount: result.lines.count)
        .sentences(first: result.lines.first),
      notes: resolved.notes)
  }

  private func text(
    _ resolved: ResolvedQuery, _ query: QuerySyntax, _ receipt: Receipt
  ) -> String {
    var lines: [Phrase] = []
    for period in receipt.periods {
      lines.append(
        Phrase(
          "period   \(period.label.english): \(period.first.text) to \(period.last.text)"
            + (period.isUnfinished ? ", so far" : ""),
          zh: "时段     \(period.label.chinese)：\(period.first.text) 至 \(period.last.text)"
            + (period.isUnfinished ? "，尚未结束" : "")))
    }
    if let asOf = receipt.asOf {
      lines.append(
        Phrase(
          "as of    \(asOf.text), \(receipt.asOfReason.english)",
          zh: "截至日   \(asOf.text)，\(receipt.asOfReason.chinese)"))
    }
    for use in receipt.sources {
      var english = "reads    \(use.name): \(use.rowsKept) of \(use.rowsRead) rows kept"
      var chinese = "读取     \(use.name)：\(use.rowsRead) 行中取 \(use.rowsKept) 行"
      if let covered = use.covered {
        english += "; it covers \(covered.lowerBound.text) to \(covered.upperBound.text),"
        english += " \(use.daysCovered) of \(use.daysAsked) days asked"
        chinese += "；覆盖 \(covered.lowerBound.text) 至 \(covered.upperBound.text)，"
        chinese += "所查 \(use.daysAsked) 天中的 \(use.daysCovered) 天"
      }
      lines.append(Phrase(english, zh: chinese))
    }
    for (source, filter) in resolved.filters.sorted(by: { $0.key < $1.key }) {
      let columns = Array(Set(filter.columns.map(\.column))).sorted()
      lines.append(
        Phrase(
          "where    on \(source): \(columns.listed(in: .english))",
          zh: "条件     \(source)：\(columns.listed(in: .chinese))"))
    }
    for item in resolved.items {
      lines.append(Phrase(asWritten: "\(item.name) = \(written(item, query))"))
    }
    return SyntaxPrinter.text(of: query) + "\n"
      + lines.map { ReceiptText.told($0, columns: columns, language) }.joined() + "\n"
  }

  private func written(_ item: ResolvedQuery.Item, _ query: QuerySyntax) -> String {
    var metric: String?
    if case .name(let path)? = query.items.first(where: { $0.span == item.span })?.expression.form {
      metric = path.single?.key
    }
    return FormulaWording(model: questioner.model).text(of: item.formula, in: metric)
  }
}

extension QuerySyntax {
  /// The column name of the item that an expression belongs to.
  fileprivate func name(of expression: ExpressionSyntax, at span: SourceSpan) -> String {
    items.first { $0.span == span }?.alias?.text ?? expression.columnName
  }
}

extension ResolvedQuery {
  /// First and last day of what a baseline compares with. Where the data end inside the newest step,
  /// so does its partner; what is measured at a step's end has it whole (R10).
  func range(of baseline: Baseline, in store: Store) -> ClosedRange<Day>? {
    let lastDays = sources.compactMap { store[$0]?.schema.extent?.days?.upperBound }
    let aggregates = items.flatMap(\.formula.aggregates)
    let windows = windows(
      of: buckets(of: Array(axes.indices)), baseline.context,
      measuredAtEnd: aggregates.contains { $0.function.isOfOneDay }, lastDay: lastDays.max(),
      loaded: nil
    ).compactMap { $0 }
    guard let first = windows.map(\.lowerBound).min(), let last = windows.map(\.upperBound).max()
    else { return nil }
    return first...last
  }
}

extension Formula {
  /// Down to the columns, as one line.
  var written: String {
    switch self {
    case .aggregate(let aggregate): return aggregate.written
    case .numbered(let number, _): return "number \(number + 1)"
    case .constant(let value, let unit):
      if unit == .percent, case .exact(let number) = value,
        let hundred = try? number.multiplied(by: ExactNumber(100))
      {
        return hundred.trimmed().plainText + "%"
      }
      if case .text(let text) = value { return "\"\(text)\"" }
      return value.plainText
    case .group(let place, _): return "group \(place + 1)"
    case .arithmetic(let sign, let left, let right, _):
      return "\(left.wrapped) \(sign.rawValue) \(right.wrapped)"
    case .negated(let inner): return "-\(inner.wrapped)"
    case .compare(let comparison, let left, let right):
      return "\(left.written) \(comparison.rawValue) \(right.written)"
    case .and(let parts): return parts.map(\.wrapped).joined(separator: " and ")
    case .or(let parts): return parts.map(\.wrapped).joined(separator: " or ")
    case .not(let inner): return "not \(inner.wrapped)"
    case .membership(let inner, let values):
      return "\(inner.written) in (\(values.map(\.plainText).joined(separator: ", ")))"
    case .like(let inner, let pattern): return "\(inner.written) like \"\(pattern)\""
    case .isMissing(let inner): return "\(inner.written) is missing"
    case .conditional(let test, let then, let otherwise):
      return "if \(test.written) then \(then.written) else \(otherwise.written)"
    case .coalesce(let parts, _):
      return "coalesce(\(parts.map(\.written).joined(separator: ", ")))"
    case .absolute(let inner): return "abs(\(inner.written))"
    case .rounded(let inner, let places): return "round(\(inner.written), \(places))"
    case .days(let grain, _): return "days(\(grain?.rawValue ?? ""))"
    case .declared(let inner, _): return inner.written
    case .target: return "target"
    }
  }

  private var wrapped: String {
    switch self {
    case .arithmetic, .and, .or, .conditional, .compare: "(\(written))"
    default: written
    }
  }
}

extension Aggregate {
  var written: String {
    let inside = argument?.written ?? source
    let call =
      switch function {
      case .sum: "sum(\(inside))"
      case .count: argument == nil ? "rows(\(inside))" : "count(\(inside))"
      case .countDistinct, .dayCount: "count(distinct \(inside))"
      case .minimum: "min(\(inside))"
      case .maximum: "max(\(inside))"
      case .median: "median(\(inside))"
      case .closing: "closing(sum(\(inside)))"
      case .opening: "opening(sum(\(inside)))"
      }
    return call + (filter.map { "[\($0.written)]" } ?? "") + context.written
  }
}

extension AggregateContext {
  fileprivate var written: String {
    var parts = times.map { change in
      switch change {
      case .previous: "previous"
      case .ago(let count, let grain): "\(count) \(grain.rawValue)\(count == 1 ? "" : "s") ago"
      case .rolling(let count, let grain):
        "rolling \(count) \(grain.rawValue)\(count == 1 ? "" : "s")"
      case .running(let all): all ? "running all" : "running"
      case .toDate(let grain): "\(grain.rawValue) to date"
      case .over(let period), .aligned(let period):
        "over \(period.days.lowerBound.text) to \(period.days.upperBound.text)"
      }
    }
    if keptAxes != nil { parts.append("other grouping") }
    return parts.isEmpty ? "" : "[\(parts.joined(separator: ", "))]"
  }
}

extension RowExpression {
  fileprivate var written: String {
    switch self {
    case .column(let reference):
      return (reference.path.isEmpty ? [reference.source] : reference.path + [reference.source])
        .joined(separator: ".") + "." + reference.column
    case .constant(let value, _):
      if case .text(let text) = value { return "\"\(text)\"" }
      return value.plainText
    case .arithmetic(let sign, let left, let right, _):
      return "\(left.written) \(sign.rawValue) \(right.written)"
    case .compare(let comparison, let left, let right):
      return "\(left.written) \(comparison.rawValue) \(right.written)"
    case .and(let parts): return parts.map(\.written).joined(separator: " and ")
    case .or(let parts): return "(" + parts.map(\.written).joined(separator: " or ") + ")"
    case .not(let inner): return "not \(inner.written)"
    case .membership(let inner, let values):
      let list = values.map { value in
        if case .text(let text) = value { "\"\(text)\"" } else { value.plainText }
      }
      return "\(inner.written) in (\(list.joined(separator: ", ")))"
    case .like(let inner, let pattern): return "\(inner.written) like \"\(pattern)\""
    case .isMissing(let inner): return "\(inner.written) is missing"
    case .conditional(let test, let then, let otherwise):
      return "if \(test.written) then \(then.written) else \(otherwise.written)"
    case .function(let function, let parts, _):
      return "\(function.rawValue)(\(parts.map(\.written).joined(separator: ", ")))"
    case .bucket(let inner, let bounds, _):
      return "bucket(\(inner.written), \(bounds.map(\.plainText).joined(separator: ", ")))"
    case .step(let grain, let inner, _): return "\(grain.rawValue)(\(inner.written))"
    }
  }
}
