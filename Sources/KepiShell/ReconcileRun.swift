// `reconcile`: two metrics side by side, group by group, and what their difference is made of.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

struct ReconcileRun {
  let first: ExpressionSyntax
  let second: ExpressionSyntax
  let clauses: [ClauseSyntax]
  let tolerance: ExpressionSyntax?
  let span: SourceSpan
  let questioner: Questioner

  enum Outcome: Equatable {
    case equal, within, different, onlyFirst, onlySecond
    /// Money of two currencies, or of several on one side, is never subtracted.
    case otherCurrency
    /// A side has rows there and no value.
    case noData
  }

  /// A group, or the sum of all in one currency.
  struct Line {
    let kind: Answer.LineKind
    let groups: [Value]
    let days: ClosedRange<Day>?
    let first: Quantity?
    let second: Quantity?
    let currency: String?
    let outcome: Outcome
    /// Second less first, a missing side counted as nothing; `nil` where they cannot be subtracted.
    let difference: Quantity?
    let isBeyond: Bool
    var reasons: [ReconcileReason: Quantity] = [:]

    /// What no reason tells; the reasons and it are the difference.
    var rest: Quantity? {
      difference.map { difference in
        ReconcileReason.allCases.reduce(difference) { $0 - (reasons[$1] ?? .zero) }
      }
    }
  }

  struct Result {
    let query: ResolvedQuery
    let lines: [Line]
    let totals: [Line]
    /// How each reason was found, where one was.
    let findings: ReconcileReasons.Findings?
    let notes: [Diagnostic]
    let receipt: Receipt

    var holds: Bool { !lines.contains(where: \.isBeyond) }
  }

  // MARK: Checked

  func problems() -> [Diagnostic] {
    for clause in clauses {
      switch clause.form {
      case .by, .where, .over, .asOf, .currency, .using: continue
      case .having, .versus, .top, .with, .sort, .limit, .fill:
        return [
          .error(
            .clauseNotHere,
            Phrase(
              "`reconcile` takes by, where, over, as of, in and using, and no"
                + " `\(clause.form.word.english)`",
              zh: "`reconcile` 只用 by、where、over、as of、in 和 using，不用"
                + " `\(clause.form.word.english)`"),
            at: clause.span, mends: [.init(.withoutIt, [.init(clause.span, "")])]
          ).about(span)
        ]
      }
    }
    if let tolerance, Tolerance(tolerance) == nil {
      return [
        .error(
          .kindsDiffer,
          Phrase(
            "`within` takes a percentage or an amount", zh: "`within` 后面写百分比或金额"),
          at: tolerance.span,
          mends: [
            .init(.forExample, [.init(tolerance.span, "0.5%")])
          ]
        ).about(span)
      ]
    }
    do throws(Questioner.Refusal) {
      let resolved = try questioner.resolve(query)
      let (one, two) = (resolved.items[0], resolved.items[1])
      guard one.formula.unit.isLike(two.formula.unit) else {
        return [
          Problem.kindsDiffer(
            "with", one.formula.unit, two.formula.unit, first.span, second.span
          ).diagnostic.about(span)
        ]
      }
      return []
    } catch {
      return error.diagnostics.map { $0.inside(span) }
    }
  }

  /// How far two sides may be apart and still count as equal.
  struct Tolerance {
    /// Of the larger side.
    private let share: Double?
    private let amount: Quantity?
    /// Amounts of others are not measured by it.
    let currency: String?

    init?(_ expression: ExpressionSyntax) {
      switch expression.form {
      case .literal(.number(let number)):
        let value = ExactNumber(Int128(number.digits), scale: number.scale)
        guard number.digits >= 0 else { return nil }
        share = number.isPercent ? value.double : nil
        amount = number.isPercent ? nil : Quantity(value)
        currency = nil
      case .quantity(let number, let unit):
        guard number.digits >= 0 else { return nil }
        share = nil
        amount = Quantity(ExactNumber(Int128(number.digits), scale: number.scale))
        currency = unit.text.uppercased()
      default: return nil
      }
    }

    func allows(_ difference: Quantity, larger: Double, currency code: String?) -> Bool {
      if let share { return abs(difference.double) <= share * larger }
      if let currency, let code, currency != code { return false }
      return abs(difference.double) <= amount?.double ?? 0
    }
  }

  /// Both sides as one question: its groups, its days and its conditions hold for either.
  var query: QuerySyntax {
    var own = clauses
    own.append(ClauseSyntax(.fill(.none), at: span))
    if !clauses.axisItems.isEmpty {
      own.append(ClauseSyntax(.with(others: false, totals: true), at: span))
    }
    let isTwice = first.columnName == second.columnName
    let other = Name(second.columnName + " (2)", isQuoted: true, at: second.span)
    return QuerySyntax(
      items: [ItemSyntax(first), ItemSyntax(second, as: isTwice ? other : nil)], clauses: own,
      at: span)
  }

  // MARK: Run

  func run() throws(Questioner.Refusal) -> Result {
    let resolved = try questioner.resolve(query)
    let (one, two) = (resolved.items[0], resolved.items[1])
    let counts = [one, two].map(\.formula.rowCounts)
    var items = [one, two]
    for (side, formulas) in counts.enumerated() {
      for (place, formula) in formulas.enumerated() {
        items.append(
          ResolvedQuery.Item(name: "rows \(side) \(place)", formula: formula, span: span))
      }
    }
    let result = try questioner.result(of: resolved.asking(items))
    var lines: [Line] = []
    var wholes: [Line] = []
    for found in result.lines {
      let firstRows = 2..<2 + counts[0].count
      let secondRows = firstRows.upperBound..<firstRows.upperBound + counts[1].count
      let line = line(
        found, hasFirst: found.hasRows(in: firstRows), hasSecond: found.hasRows(in: secondRows),
        resolved)
      switch found.kind {
      case .plain:
        guard let line else { continue }
        lines.append(line)
      case .total:
        if let line, found.groups.allSatisfy({ $0 == .text("(total)") }) { wholes.append(line) }
      case .others: continue
      }
    }
    let finder = ReconcileReasons(
      first: one.formula, second: two.formula, query: resolved, questioner: questioner)
    let findings = try finder.findings(for: lines)
    if let findings {
      for place in lines.indices { lines[place].reasons = findings.reasons[place] }
    }
    let gaps = questioner.gaps(of: resolved, query)
    let notes = questioner.notes(on: result, of: resolved, query, mixes: [], gaps: gaps)
    var receipt = Receipt(
      result, of: resolved, sources: questioner.store, notes: notes.map(\.remark))
    receipt.gaps = gaps
    receipt.definitions = questioner.model.catalogue.definitions(namedIn: query).map {
      Receipt.DefinitionUse(
        name: $0.name.text, fingerprint: questioner.model.catalogue.fingerprint(of: $0))
    }
    return Result(
      query: resolved, lines: lines, totals: totals(of: lines, wholes, one, two, resolved),
      findings: findings, notes: notes, receipt: receipt)
  }

  /// `nil` where neither side has a row.
  private func line(
    _ found: QueryResult.Line, hasFirst: Bool, hasSecond: Bool, _ query: ResolvedQuery
  ) -> Line? {
    guard hasFirst || hasSecond else { return nil }
    let (left, right) = (found.cells[0], found.cells[1])
    let one = hasFirst ? Quantity(left.value) : nil
    let two = hasSecond ? Quantity(right.value) : nil
    let codes = [(hasFirst, left), (hasSecond, right)].filter(\.0).compactMap { $0.1.currency.code }
    let isMixed = (hasFirst && left.currency == .mixed) || (hasSecond && right.currency == .mixed)
    var outcome = Outcome.noData
    var difference: Quantity?
    var isBeyond = true
    if isMixed || Set(codes).count > 1 {
      outcome = .otherCurrency
    } else if (one != nil || !hasFirst) && (two != nil || !hasSecond) {
      let gap = (two ?? .zero) - (one ?? .zero)
      let larger = max(abs(one?.double ?? 0), abs(two?.double ?? 0))
      let isAllowed =
        gap.isZero
        || tolerance.flatMap { Tolerance($0) }?.allows(gap, larger: larger, currency: codes.first)
          ?? false
      difference = gap
      isBeyond = !isAllowed
      if !hasSecond {
        outcome = .onlyFirst
      } else if !hasFirst {
        outcome = .onlySecond
      } else {
        outcome = gap.isZero ? .equal : isAllowed ? .within : .different
      }
    }
    return Line(
      kind: found.kind == .total ? .total : .plain, groups: found.groups,
      days: found.days ?? query.period?.days, first: one, second: two, currency: codes.first,
      outcome: outcome, difference: difference, isBeyond: isBeyond)
  }

  /// One for each currency: amounts of two are never added. What does not add up, a ratio or a count
  /// of buyers, has a total only where the engine made it from rows.
  private func totals(
    of lines: [Line], _ wholes: [Line], _ one: ResolvedQuery.Item, _ two: ResolvedQuery.Item,
    _ query: ResolvedQuery
  ) -> [Line] {
    guard !query.axes.isEmpty, !lines.isEmpty else { return [] }
    let marks = query.axes.map { _ in Value.text("(total)") }
    var codes: [String?] = []
    for line in lines where line.difference != nil && !codes.contains(line.currency) {
      codes.append(line.currency)
    }
    if codes.count < 2 || !(one.formula.addsUp && two.formula.addsUp) {
      return wholes.map { whole in
        var copy = whole
        copy.reasons = Self.sum(lines)
        return copy
      }
    }
    return codes.sorted { ($0 ?? "") < ($1 ?? "") }.map { code in
      let own = lines.filter { $0.currency == code && $0.difference != nil }
      let (left, right) = (
        own.compactMap(\.first).reduce(.zero, +), own.compactMap(\.second).reduce(.zero, +)
      )
      let gap = right - left
      let isAllowed =
        gap.isZero
        || tolerance.flatMap { Tolerance($0) }?.allows(
          gap, larger: max(abs(left.double), abs(right.double)), currency: code) ?? false
      return Line(
        kind: .total, groups: marks, days: nil, first: left, second: right, currency: code,
        outcome: gap.isZero ? .equal : isAllowed ? .within : .different, difference: gap,
        isBeyond: !isAllowed, reasons: Self.sum(own))
    }
  }

  private static func sum(_ lines: [Line]) -> [ReconcileReason: Quantity] {
    var sums: [ReconcileReason: Quantity] = [:]
    for line in lines where line.difference != nil {
      for reason in ReconcileReason.allCases {
        if let amount = line.reasons[reason] {
          sums[reason] = (sums[reason] ?? .zero) + amount
        }
      }
    }
    return sums
  }
}

extension QueryResult.Line {
  fileprivate func hasRows(in places: Range<Int>) -> Bool {
    cells[places].contains { ($0.value.double ?? 0) > 0 }
  }
}

extension CurrencyMark {
  var code: String? { if case .one(let code) = self { code } else { nil } }
}

extension Unit {
  /// Whether two numbers can be subtracted, whatever their currencies.
  func isLike(_ other: Unit) -> Bool {
    switch (self, other) {
    case (.money, .money): true
    case (.count, .number), (.number, .count): true
    case (.count, .count), (.number, .number), (.percent, .percent), (.days, .days): true
    default: false
    }
  }
}
