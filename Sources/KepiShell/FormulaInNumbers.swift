// `explain`: the formula of every line with its numbers put in, down to what was added up of a source.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

struct FormulaInNumbers {
  /// More lines than this nobody reads; the question is to be narrowed.
  static let mostLines = 10

  private let questioner: Questioner
  private let query: ResolvedQuery
  private var outline: FormulaOutline
  /// The parts of the question's items, in their order.
  private var roots: [Int] = []

  init(_ query: ResolvedQuery, _ questioner: Questioner) {
    self.questioner = questioner
    self.query = query
    outline = FormulaOutline(query, in: questioner.model)
    for item in query.items { roots.append(outline.root(of: item)) }
  }

  /// - Parameter items: those of the answer that is explained, so that the lines come in its order.
  func lines(asking items: [ResolvedQuery.Item]) throws(Questioner.Refusal) -> [ExplainedLine] {
    let asked = query.asking(
      items + outline.asked.map { ResolvedQuery.Item(name: "", formula: $0, span: query.span) })
    let result = try questioner.result(of: asked)
    let originals = try conversions(of: result, firstItem: items.count)
    return result.lines.prefix(Self.mostLines).enumerated().map { row, line in
      let numbers = LineNumbers(
        outline: outline, query: query, store: questioner.store, line: line,
        firstItem: items.count, conversions: originals[LineID(line)] ?? [:])
      return ExplainedLine(row: row, numbers: numbers.explained(roots))
    }
  }

  // MARK: Conversions

  struct LineID: Hashable {
    let groups: [Value]

    init(_ line: QueryResult.Line) { groups = line.groups }
  }

  /// For each line and each sum of money the amounts of every currency, before and after.
  private func conversions(
    of result: QueryResult, firstItem: Int
  ) throws(Questioner.Refusal) -> [LineID: [Formula: [ExplainedNumber.Conversion]]] {
    guard let conversion = query.conversion else { return [:] }
    var parts: [(whole: Formula, code: String, formula: Formula)] = []
    for formula in outline.asked {
      guard case .aggregate(let aggregate) = formula, aggregate.isConverted else { continue }
      for (code, part) in aggregate.byCurrency(in: questioner.store) {
        parts.append((formula, code, .aggregate(part)))
      }
    }
    guard !parts.isEmpty else { return [:] }
    let items = parts.map { ResolvedQuery.Item(name: "", formula: $0.formula, span: query.span) }
    let before = try questioner.result(of: query.asking(everyLineOf: items, isConverted: false))
    let after = try questioner.result(of: query.asking(everyLineOf: items, isConverted: true))
    var found: [LineID: [Formula: [ExplainedNumber.Conversion]]] = [:]
    let converted = Dictionary(
      after.lines.map { (LineID($0), $0.cells) }, uniquingKeysWith: { first, _ in first })
    for line in before.lines {
      for (place, part) in parts.enumerated() {
        let original = line.cells[place]
        guard let cell = converted[LineID(line)]?[place], let amount = original.value.double,
          let result = cell.value.double, amount != 0
        else { continue }
        found[LineID(line), default: [:]][part.whole, default: []].append(
          ExplainedNumber.Conversion(
            original: Cell(original.value, .one(part.code)).reading(part.whole.unit),
            converted: Cell(cell.value, .one(conversion.code)).reading(part.whole.unit),
            rate: NumberStyle.rateText(result / amount), isFixedRate: conversion.fixedDay != nil))
      }
    }
    // What was all in the one currency needs no word.
    return found.mapValues { each in
      each.filter { entry in
        entry.value.contains { $0.original.currency != conversion.code }
      }
    }
  }
}

/// The numbers of one line.
private struct LineNumbers {
  let outline: FormulaOutline
  let query: ResolvedQuery
  let store: Store
  let line: QueryResult.Line
  let firstItem: Int
  let conversions: [Formula: [ExplainedNumber.Conversion]]

  func explained(_ roots: [Int]) -> [ExplainedNumber] {
    // What two items have in common is told at the first.
    var told: Set<Int> = []
    return roots.compactMap { explained($0, &told) }
  }

  private func explained(_ number: Int, _ told: inout Set<Int>) -> ExplainedNumber? {
    guard told.insert(number).inserted else { return nil }
    let part = outline.parts[number]
    var template = part.template
    var fact = part.fact
    // A metric that is one sum is told in one line with it.
    var formula = part.isFact ? nil : text(template, isNumbers: false)
    if let inner = template.solePart, outline.parts[inner].isFact {
      told.insert(inner)
      fact = outline.parts[inner].fact
      template = []
    }
    let isCopy = template.solePart != nil
    let numbers = template.isEmpty || isCopy ? nil : text(template, isNumbers: true)
    if formula == part.name { formula = nil }
    let cell = cell(of: part.formula)
    let value = cell.reading(part.formula.unit)
    return ExplainedNumber(
      name: part.name, label: part.label, formula: formula,
      inNumbers: numbers == formula || numbers == value.shown ? nil : numbers,
      value: value, reason: reason(for: part.formula, cell),
      fact: fact.map(self.fact),
      parts: template.parts.compactMap { explained($0, &told) })
  }

  private func cell(of formula: Formula) -> Cell {
    guard let place = outline.places[formula] else { return Cell(.blank) }
    return line.cells[firstItem + place]
  }

  private func text(_ template: [FormulaOutline.Piece], isNumbers: Bool) -> String {
    template.map { piece in
      switch piece {
      case .text(let text): return text
      case .part(let number):
        let part = outline.parts[number]
        guard isNumbers else { return part.name }
        let shown = cell(of: part.formula).reading(part.formula.unit).shown ?? "-"
        return shown.hasPrefix("-") && shown.utf8.count > 1 && template.count > 1
          ? "(\(shown))" : shown
      }
    }.joined()
  }

  private func fact(_ aggregate: Aggregate) -> ExplainedNumber.Fact {
    var count: Int?
    if let counting = aggregate.rowCounting,
      case .exact(let number) = cell(of: .aggregate(counting)).value
    {
      count = Int(clamping: number.rounded(to: 0).digits)
    }
    var columns: [String] = []
    for column in (aggregate.argument?.columns ?? []) + (aggregate.filter?.columns ?? [])
    where !columns.contains(column.column) {
      columns.append(column.column)
    }
    return ExplainedNumber.Fact(
      source: store[aggregate.source]?.schema.name ?? aggregate.source, columns: columns,
      rowCount: count, conversions: conversions[.aggregate(aggregate)] ?? [])
  }

  // MARK: Blanks

  private func reason(for formula: Formula, _ cell: Cell) -> Phrase? {
    guard cell.value.isBlank else { return nil }
    switch formula {
    case .declared(let inner, _), .absolute(let inner), .negated(let inner),
      .rounded(let inner, _):
      return reason(for: inner, cell)
    case .aggregate(let aggregate): return reason(for: aggregate, cell)
    case .arithmetic(let sign, let left, let right, _):
      for side in [left, right] {
        let value = self.cell(of: side)
        let isMissing =
          value.value == .blank || value.value == .nothing && (sign == .times || sign == .divided)
        if isMissing {
          let name = outline.name(of: side)
          return value.currency == .mixed
            ? Phrase("since \(name) is in several currencies", zh: "因为 \(name) 含多种币种")
            : Phrase("since \(name) is blank", zh: "因为 \(name) 为空")
        }
      }
      if cell.currency == .mixed {
        return Phrase("since two currencies are not added", zh: "因为两种币种不能相加")
      }
      if sign == .divided, self.cell(of: right).value.double == 0 {
        let name = outline.name(of: right)
        return Phrase(
          "since \(name) is 0 and nothing is divided by 0", zh: "因为 \(name) 为 0，除数不能为 0")
      }
      return cell.value == .nothing ? .nothingThere : nil
    case .target: return Phrase("no target is set for this line", zh: "没有为这一行设定目标")
    case .days: return Phrase("the line has no days", zh: "这一行没有日期")
    case .conditional, .coalesce:
      return Phrase("what is chosen is blank", zh: "选中的值为空")
    case .numbered, .constant, .group, .compare, .and, .or, .not, .membership, .like, .isMissing:
      return nil
    }
  }

  private func reason(for aggregate: Aggregate, _ cell: Cell) -> Phrase {
    if cell.currency == .mixed {
      return Phrase(
        "its rows are in several currencies, which are not added: ask by currency, or convert",
        zh: "这些行含多种币种，不能相加：按币种查询，或者折算")
    }
    if cell.value == .nothing { return .nothingThere }
    let source = store[aggregate.source]
    let name = source?.schema.name ?? aggregate.source
    let counted = aggregate.rowCounting.map { self.cell(of: .aggregate($0)).value }
    if let counted, let count = counted.double {
      return count == 0
        ? Phrase("there is no row", zh: "没有行")
        : Phrase("none of the rows has a value", zh: "没有一行有值")
    }
    if let covered = source?.schema.extent?.days {
      return Phrase(
        "\(name) has no rows for these days, only \(Phrase.days(covered).english)",
        zh: "\(name) 没有这些日期的行，只有 \(Phrase.days(covered).chinese)")
    }
    return Phrase("\(name) has no rows for it", zh: "\(name) 没有相应的行")
  }
}

extension Phrase {
  fileprivate static let nothingThere = Phrase(
    "no file has a row of this group; it counts as 0 in a sum", zh: "没有文件含这一组的行，加减时算 0")
}

extension Aggregate {
  /// How many rows it was made of; `nil` where not all rows of the days count.
  var rowCounting: Aggregate? {
    switch function {
    case .sum, .minimum, .maximum, .median, .countDistinct:
      Aggregate(
        function: .count, source: source, argument: nil, filter: filter, context: context,
        unit: .count)
    case .count:
      argument == nil
        ? nil
        : Aggregate(
          function: .count, source: source, argument: nil, filter: filter, context: context,
          unit: .count)
    case .dayCount, .closing, .opening: nil
    }
  }

  fileprivate var isConverted: Bool {
    guard case .money = unit else { return false }
    return currencyReference != nil
  }

  private var currencyReference: ColumnReference? {
    for column in argument?.columns ?? [] {
      if let name = column.currencyColumn {
        return ColumnReference(path: column.path, source: column.source, column: name, unit: .text)
      }
    }
    return nil
  }

  /// The same of the rows of each currency that the source has.
  fileprivate func byCurrency(in store: Store) -> [(code: String, part: Aggregate)] {
    guard let reference = currencyReference,
      case .text(let texts)? = store[reference.source]?.table[reference.column]?.column
    else { return [] }
    return texts.dictionary.filter { !$0.isEmpty }.sorted().map { code in
      let isOf = RowExpression.compare(
        .equal, .column(reference), .constant(.text(code), .text))
      return (
        code,
        Aggregate(
          function: function, source: source, argument: argument, key: key,
          filter: filter.map { .and([$0, isOf]) } ?? isOf, context: context, unit: unit)
      )
    }
  }
}

extension Cell {
  /// Exact numbers with every digit, quotients with those that an answer shows.
  func reading(_ unit: Unit) -> ExplainedNumber.Reading {
    var code: String?
    if case .one(let known) = currency { code = known }
    var shown: String?
    var plain: String?
    switch value {
    case .blank, .nothing: break
    case .exact(let number):
      let number = number.trimmed()
      if let digits = Int64(exactly: number.digits) {
        shown = NumberStyle.full.text(digits, scale: number.scale, unit: unit, currency: code)
        plain = NumberStyle.plain.text(digits, scale: number.scale, unit: unit, currency: code)
      } else {
        shown = number.plainText
        plain = number.plainText
      }
    case .approximate(let number):
      shown = NumberStyle.rounded.text(number, unit: unit, currency: code)
      plain = NumberStyle.plain.text(number, unit: unit, currency: code)
    case .text(let text): (shown, plain) = (text, text)
    case .day(let day): (shown, plain) = (day.text, day.text)
    case .truth(let truth):
      shown = truth ? "yes" : "no"
      plain = truth ? "true" : "false"
    }
    return ExplainedNumber.Reading(shown: shown, plain: plain, unit: unit, currency: code)
  }
}

extension NumberStyle {
  /// A rate with the digits that make cents of millions.
  static func rateText(_ rate: Double) -> String {
    let scaled = (rate * 1_000_000).rounded()
    guard rate.magnitude >= 0.001, let digits = Int64(exactly: scaled) else { return "\(rate)" }
    return ExactNumber(Int128(digits), scale: 6).trimmed(to: 4).plainText
  }
}
