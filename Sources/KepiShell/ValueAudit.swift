// Conditions that no row meets because their text is nowhere in the data: said, with what is there.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

struct ValueAudit {
  let model: Model
  let store: Store
  let query: ResolvedQuery

  private static let shownValueCount = 3

  func notes(on syntax: QuerySyntax) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    for condition in syntax.writtenConditions { audit(condition, &notes) }
    for expression in syntax.comparedExpressions { auditPercent(expression, &notes) }
    return notes
  }

  private static let comparisons: [BinaryOperator] = [
    .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
  ]

  /// `acos < 25` is nearly always meant as 25%: percentages are fractions.
  private func auditPercent(_ expression: ExpressionSyntax, _ notes: inout [Diagnostic]) {
    if case .binary(let sign, let left, let right) = expression.form,
      Self.comparisons.contains(sign),
      case .literal(.number(let number)) = right.form, !number.isPercent, number.isAbove(5),
      model.formulaOf(left)?.unit == .percent
    {
      let text = SyntaxPrinter.text(of: right)
      notes.append(
        .note(
          .percentRange,
          Phrase(
            "`\(left.columnName)` is a percentage, and \(text) is \(text) times the whole",
            zh: "`\(left.columnName)` 是百分比，\(text) 表示整体的 \(text) 倍"),
          at: right.span,
          mends: [
            .init(
              Phrase("For percent write:", zh: "百分数写作："), [.init(right.span, text + "%")])
          ]))
    }
    for child in expression.children { auditPercent(child, &notes) }
  }

  private func audit(_ condition: ExpressionSyntax, _ notes: inout [Diagnostic]) {
    switch condition.form {
    case .binary(.equal, let subject, let value):
      if case .name(let path) = subject.form { check(path, [value], &notes) }
    case .membership(let subject, _, let values):
      if case .name(let path) = subject.form { check(path, values, &notes) }
    default: break
    }
    for child in condition.children { audit(child, &notes) }
  }

  private func check(
    _ path: NamePath, _ values: [ExpressionSyntax], _ notes: inout [Diagnostic]
  ) {
    // Nearly always all of them are there, which takes no count of rows.
    let columns = model.textColumns(named: path, in: query.sources).compactMap { reference in
      store[reference.source]?.table[reference.column]?.column.asText
    }
    let isAllThere = values.allSatisfy { value in
      guard case .literal(.string(let text)) = value.form else { return true }
      return columns.contains { $0.holds(text) }
    }
    guard !isAllThere else { return }
    let counts = counts(of: path)
    guard !counts.isEmpty else { return }
    for value in values {
      guard case .literal(.string(let text)) = value.form, counts[text] == nil else { continue }
      // By frequency, then by name: the same on every run.
      let known = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let nearest = nearest(to: text, among: known.map(\.key))
      let others = known.map(\.key).filter { $0 != nearest && !$0.isEmpty }
      var details: [Phrase] = []
      if let nearest {
        let count = NumberStyle.text(counts[nearest] ?? 0)
        let differsByCase = nearest.lowercased() == text.lowercased()
        let there =
          differsByCase
          ? Phrase("The values are case-sensitive; there is", zh: "值区分大小写，有")
          : Phrase("There is", zh: "有")
        let shown = others.prefix(Self.shownValueCount)
        let rest =
          shown.isEmpty
          ? .empty
          : Phrase(
            " Other values: \(shown.listed(in: .english)).",
            zh: "，其他值：\(shown.listed(in: .chinese))")
        details.append(
          Phrase(
            "\(there.english) `\(nearest)` (\(count) rows).\(rest.english)",
            zh: "\(there.chinese) `\(nearest)`（\(count) 行）\(rest.chinese)"))
      } else if !others.isEmpty {
        let shown = others.prefix(8)
        details.append(
          Phrase(
            "Values: \(shown.listed(in: .english)).", zh: "值有：\(shown.listed(in: .chinese))"))
      }
      notes.append(
        .note(
          .noSuchValue,
          Phrase(
            "no row has \(path.text) = \"\(text)\"", zh: "没有 \(path.text) = \"\(text)\" 的行"),
          at: value.span, details: details,
          mends: nearest.map {
            [
              .init(
                Phrase("With that value:", zh: "用那个值："), [.init(value.span, Lexer.quoted($0))])
            ]
          } ?? []))
    }
  }

  private func counts(of path: NamePath) -> [String: Int] {
    Self.counts(of: path, in: model, store, sources: query.sources)
  }

  /// How often each text stands in the columns that a name reads, in some sources.
  static func counts(
    of path: NamePath, in model: Model, _ store: Store, sources: [String]
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    for reference in model.textColumns(named: path, in: sources) {
      guard case .text(let column) = store[reference.source]?.table[reference.column]?.column else {
        continue
      }
      var byCode = Array(repeating: 0, count: column.dictionary.count)
      column.codes.forEach(in: 0..<column.codes.count) { _, code in byCode[Int(code)] += 1 }
      for code in byCode.indices.dropFirst() where byCode[code] > 0 {
        counts[column.dictionary[code], default: 0] += byCode[code]
      }
    }
    return counts
  }

  private func nearest(to text: String, among known: [String]) -> String? {
    known.first { $0.lowercased() == text.lowercased() } ?? Spelling.closest(to: text, among: known)
  }
}

extension Column {
  fileprivate var asText: TextColumn? { if case .text(let column) = self { column } else { nil } }
}

extension TextColumn {
  /// Whether any row has a text.
  fileprivate func holds(_ text: String) -> Bool {
    guard let code = dictionary.dropFirst().firstIndex(of: text) else { return false }
    let blockSize = 1 << 12
    return stride(from: 0, to: codes.count, by: blockSize).contains { start in
      let block = Rows.range(start..<min(start + blockSize, codes.count))
      return !codes.rows(block, from: Int64(code), through: Int64(code)).isEmpty
    }
  }
}

extension DecimalLiteral {
  fileprivate func isAbove(_ limit: Int) -> Bool {
    ExactNumber(Int128(digits), scale: scale).double > Double(limit)
  }
}

extension QuerySyntax {
  /// Where metrics are compared: the numbers asked for, and `having`.
  fileprivate var comparedExpressions: [ExpressionSyntax] {
    items.map(\.expression)
      + clauses.compactMap { if case .having(let condition) = $0.form { condition } else { nil } }
  }

  /// Conditions on rows: those of `where` and those in brackets.
  var writtenConditions: [ExpressionSyntax] {
    clauses.compactMap { if case .where(let condition) = $0.form { condition } else { nil } }
      + items.flatMap { $0.expression.bracketConditions }
  }
}

extension ExpressionSyntax {
  fileprivate var bracketConditions: [ExpressionSyntax] {
    var result: [ExpressionSyntax] = []
    if case .context(_, let modifiers) = form {
      for modifier in modifiers {
        if case .condition(let condition) = modifier.form { result.append(condition) }
      }
    }
    return result + children.flatMap(\.bracketConditions)
  }
}
