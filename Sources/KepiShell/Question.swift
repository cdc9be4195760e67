// A question from its tree to its answer, with everything that is said about it.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

/// Asks questions of a workspace.
struct Questioner {
  let model: Model
  let store: Store
  let effort: ScanEffort
  /// The days of what is loaded.
  var coverage = CoverageBook.none
  let patience: Patience

  struct Refusal: Error {
    let diagnostics: [Diagnostic]
    let isInterruption: Bool

    init(_ diagnostics: [Diagnostic], isInterruption: Bool = false) {
      self.diagnostics = diagnostics
      self.isInterruption = isInterruption
    }
  }

  /// Names bound, sources chosen, periods dated: no row is read.
  func resolve(
    _ query: QuerySyntax, namingParts: Bool = false
  ) throws(Refusal) -> ResolvedQuery {
    do {
      return try ResolvedQuery.resolve(query, in: model, namingParts: namingParts)
    } catch {
      throw Refusal(error.all.map { $0.diagnostic.about(query.span) })
    }
  }

  func result(of query: ResolvedQuery) throws(Refusal) -> QueryResult {
    try found(by: query) { [self] () throws(EngineFailure) in try answer(to: query) }
  }

  private func answer(to query: ResolvedQuery) throws(EngineFailure) -> QueryResult {
    try Engine.answer(query, over: store, effort: effort) { [patience] in patience.isOver }
  }

  /// The rows that the numbers of a question without groups are made of.
  func rows(behind query: ResolvedQuery) throws(Refusal) -> [RowsBehind] {
    try found(by: query) { [store, patience] () throws(EngineFailure) in
      try Engine.rows(behind: query, over: store, isCancelled: { patience.isOver })
    }
  }

  private func found<Found: Sendable>(
    by query: ResolvedQuery, _ work: @escaping @Sendable () throws(EngineFailure) -> Found
  ) throws(Refusal) -> Found {
    let found = patience.result { () -> Result<Found, EngineFailure> in
      do throws(EngineFailure) {
        return .success(try work())
      } catch {
        return .failure(error)
      }
    }
    switch found {
    case .success(let found): return found
    case .failure(let failure): throw refusal(for: failure, query)
    case nil: throw refusal(for: .cancelled, query)
    }
  }

  /// The answer and the notes that go with it.
  ///
  /// - Parameter resolved: what the question was resolved to, where that is known.
  func answer(
    _ syntax: QuerySyntax, resolved: ResolvedQuery? = nil
  ) throws(Refusal) -> (answer: Answer, notes: [Diagnostic]) {
    let query = if let resolved { resolved } else { try resolve(syntax) }
    // One piece of work: to hand a second one over took as long as many an answer.
    let laidOut = try found(by: query) { [self] () throws(EngineFailure) in
      let result = try answer(to: query)
      defer { if result.lines.count > Self.mostHeldLines { patience.putAway(result) } }
      return self.laidOut(result, of: query, syntax)
    }
    guard let answer = laidOut else { throw refusal(for: .overflow, query) }
    return answer
  }

  /// More are let go of where nobody waits for it.
  private static let mostHeldLines = 1 << 10

  /// `nil` where a value does not fit.
  private func laidOut(
    _ result: QueryResult, of query: ResolvedQuery, _ syntax: QuerySyntax
  ) -> (answer: Answer, notes: [Diagnostic])? {
    let gaps = gaps(of: query, syntax)
    let notes = notes(on: result, of: query, syntax, mixes: result.mixes, gaps: gaps)
    guard
      var answer = Answer(result, of: query, sources: store, notes: notes.map(\.remark))
    else { return nil }
    answer.receipt.gaps = gaps
    answer.receipt.definitions = model.catalogue.definitions(namedIn: syntax).map {
      Receipt.DefinitionUse(
        name: $0.name.text, fingerprint: model.catalogue.fingerprint(of: $0))
    }
    return (answer, notes)
  }

  // MARK: Refusals

  private func refusal(for failure: EngineFailure, _ query: ResolvedQuery) -> Refusal {
    switch failure {
    case .cancelled:
      return Refusal(
        [
          Diagnostic(
            .error, .interrupted, Phrase("stopped before the answer was complete", zh: "在结果完成之前停止了")
          )
        ],
        isInterruption: true)
    case .overflow:
      return Refusal([
        Diagnostic.error(.overflow, .tooLarge, at: query.span)
          .about(query.span)
      ])
    case .tooLarge(let count):
      return Refusal([tooLarge(groupCount: count).about(query.span)])
    case .currenciesMixed(let mix):
      return Refusal([mixed(mix, query, isError: true).about(query.span)])
    case .rowsCut(let source, let rows, let cut):
      let item = query.items.first { $0.formula.aggregates.contains { $0.source == source } }
      let grain = query.axes.first { if case .grain = $0.form { true } else { false } }?.span
      let problem = Problem.rowsCut(
        item?.name ?? source, at: item?.span ?? query.span, rows: rows, cutAt: cut,
        period: query.periodSpan, grain: grain)
      return Refusal([problem.diagnostic.about(query.span)])
    case .internalMismatch:
      return Refusal([
        Diagnostic.error(
          .notLoaded,
          Phrase("a source of this question is not loaded", zh: "查询所用的一个数据源没有载入"),
          at: query.span)
      ])
    }
  }

  private func mixed(
    _ mix: QueryResult.Mix, _ query: ResolvedQuery, isError: Bool
  ) -> Diagnostic {
    let item = query.items[mix.item]
    let noCurrency = Phrase("no currency", zh: "无币种")
    let known = mix.rows.map { $0.code.isEmpty ? noCurrency : Phrase(asWritten: $0.code) }
    let list =
      known.count > 1
      ? Phrase(
        known.dropLast().map(\.english).joined(separator: ", ") + " and "
          + (known.last?.english ?? ""),
        zh: known.map(\.chinese).joined(separator: "、"))
      : Phrase("several currencies", zh: "多种币种")
    let rows = zip(known, mix.rows.map { NumberStyle.text($0.count) }).map { code, count in
      Phrase("\(code.english): \(count)", zh: "\(code.chinese) \(count) 行")
    }
    // Each side may be in one currency: then it is the two sides that do not go together.
    let reason =
      known.count == 1
      ? Phrase(
        "amounts in \(known[0].english) meet those of another currency",
        zh: "金额为\(known[0].chinese.afterChinese)，遇到了另一种币种")
      : Phrase(
        "amounts in \(list.english) cannot be added", zh: "金额为\(list.chinese.afterChinese)，不能相加")
    let label =
      rows.isEmpty
      ? .empty
      : Phrase(
        "rows in " + rows.map(\.english).joined(separator: ", in "),
        zh: rows.map(\.chinese).joined(separator: "，"))
    guard isError else {
      let count = mix.lineCount
      return Diagnostic(
        .note, .mixedLines,
        Phrase(
          "\(count == 1 ? "one line is" : "\(count) lines are") blank under `\(item.name)`: "
            + reason.english,
          zh: "`\(item.name)` 有 \(count) 行为空：\(reason.chinese)"),
        at: [.init(item.span, label: label)], mends: known.count == 1 ? [] : apart(mix, query))
    }
    return Diagnostic(
      .error, .currenciesMixed,
      Phrase(
        "these amounts are in \(list.english) and cannot be added",
        zh: "这些金额含\(list.chinese.afterChinese)，不能相加"),
      at: [.init(item.span, label: label)], mends: converted(query) + apart(mix, query))
  }

  /// The question in one currency, where there are rates to convert by.
  func converted(_ query: ResolvedQuery) -> [Diagnostic.Mend] {
    guard model.rates.count == 1, let table = model.rates.first else { return [] }
    return [.init(Phrase("Convert:", zh: "折算："), [.init(query.span.behind, " in \(table.base)")])]
  }

  /// The question with a line for each currency.
  private func apart(_ mix: QueryResult.Mix, _ query: ResolvedQuery) -> [Diagnostic.Mend] {
    guard let name = currencyDimension(of: query),
      !query.axes.contains(where: { $0.name.folded == name.folded })
    else { return [] }
    let edit: Diagnostic.Edit
    if let axis = query.axes.last {
      edit = .init(axis.span.behind, ", \(name)")
    } else if let item = query.items.last {
      edit = .init(item.span.behind, " by \(name)")
    } else {
      return []
    }
    return [.init(Phrase("Keep them apart:", zh: "分币种查询："), [edit])]
  }

  /// A dimension, or a column of the one source, that tells the currencies of a question apart.
  func currencyDimension(of query: ResolvedQuery) -> String? {
    let aggregates = query.aggregates.flatMap { $0.argument?.columns ?? [] }
    guard let column = aggregates.compactMap(\.currencyColumn).first else { return nil }
    for definition in model.catalogue.dimensions where definition.name.key == column.folded {
      return definition.name.text.quotedAsName
    }
    return query.sources.count == 1 ? column.quotedAsName : nil
  }

  // MARK: Notes

  /// - Parameters:
  ///   - mixes: those of the result that are told.
  ///   - gaps: what stores and sites lack of the question's days.
  func notes(
    on result: QueryResult, of query: ResolvedQuery, _ syntax: QuerySyntax,
    mixes: [QueryResult.Mix], gaps: [Receipt.Gap]
  ) -> [Diagnostic] {
    var notes = query.notes
    notes += ValueAudit(model: model, store: store, query: query).notes(on: syntax)
    // A number and its comparisons are blank for one reason, which is told once.
    var told: [SourceSpan] = []
    for mix in mixes where !told.contains(query.items[mix.item].span) {
      told.append(query.items[mix.item].span)
      notes.append(mixed(mix, query, isError: false))
    }
    for use in result.uses where use.undatedRows > 0 {
      let name = store[use.source]?.schema.name ?? use.source
      notes.append(
        .note(
          .undatedRows,
          Phrase(
            use.undatedRows == 1
              ? "one row of \(name) has no day and belongs to no period"
              : "\(NumberStyle.text(use.undatedRows)) rows of \(name) have no day"
                + " and belong to no period",
            zh: "\(name) 有 \(NumberStyle.text(use.undatedRows)) 行没有日期，不属于任何时段"),
          details: [
            Phrase(
              "Give the day when loading:   load \"…\" with date = 2026-08",
              zh: "载入时给出日期：   load \"…\" with date = 2026-08")
          ]))
    }
    for use in result.uses where use.childlessRows > 0 {
      let name = store[use.source]?.schema.name ?? use.source
      notes.append(
        .note(
          .groupsOverlap,
          Phrase(
            use.childlessRows == 1
              ? "one row of \(name) is left out: nothing belongs to it"
              : "\(use.childlessRows) rows of \(name) are left out: nothing belongs to them",
            zh: "略去 \(name) 的 \(use.childlessRows) 行：没有属于它们的行")))
    }
    for omission in result.omissions {
      let name = store[omission.source]?.schema.name ?? omission.source
      notes.append(
        .note(
          .rowsWithoutValue,
          Phrase(
            (omission.rowCount == 1
              ? "one row of \(name) is"
              : "\(NumberStyle.text(omission.rowCount)) rows of \(name) are")
              + " left out: a value needed there is missing"
              + " (amounts of \(omission.amount.plainText))",
            zh: "略去 \(name) 的 \(NumberStyle.text(omission.rowCount)) 行：缺少所需的值"
              + "（金额 \(omission.amount.plainText)）")))
    }
    notes += unfinishedNotes(query)
    for share in result.dayShares {
      notes.append(
        .note(
          .meanOfSomeDays,
          Phrase(
            "`\(query.items[share.item].name)` is a mean over \(NumberStyle.text(share.dayCount)) of"
              + " \(NumberStyle.text(share.wholeDayCount)) days: the others have no rows",
            zh: "`\(query.items[share.item].name)` 是 \(NumberStyle.text(share.wholeDayCount)) 天中"
              + " \(NumberStyle.text(share.dayCount)) 天的平均值：其他日期没有行")))
    }
    if result.zeroDenominators > 0 {
      let count = result.zeroDenominators
      notes.append(
        .note(
          .zeroDenominator,
          Phrase(
            "\(count == 1 ? "one value is" : "\(NumberStyle.text(count)) values are") blank:"
              + " there is nothing to divide by",
            zh: "\(NumberStyle.text(count)) 个值为空：除数为零或没有")))
    }
    if let period = query.period {
      for use in result.uses {
        guard let source = store[use.source], let covered = source.schema.extent?.days else {
          continue
        }
        let asked = period.days.upperBound - period.days.lowerBound + 1
        let common = CalendarRules.commonDays(covered, period.days)
        // About all loaded days, one source cannot lack any; of several, each may end elsewhere.
        guard common < asked, !period.isAll || result.uses.count > 1 else { continue }
        notes.append(
          .note(
            common == 0 ? .periodNotLoaded : .partlyCovered,
            Phrase(
              source.schema.name
                + (common == 0
                  ? " covers no day of the period:" : " covers \(common) of \(asked) days:")
                + " it has \(covered.lowerBound.text) to \(covered.upperBound.text)",
              zh: source.schema.name
                + (common == 0 ? " 没有时段内的数据，只有 " : " 只覆盖 \(asked) 天中的 \(common) 天：")
                + Phrase.days(covered).chinese)))
      }
    }
    notes += gapNotes(gaps)
    if let count = result.unfilledLineCount {
      notes.append(
        .note(
          .fillLeftOff,
          Phrase(
            "steps without rows are left out: with them there would be \(NumberStyle.text(count))"
              + " lines",
            zh: "略去没有数据的时间步：否则会有 \(NumberStyle.text(count)) 行")))
    }
    return notes.map { $0.about(query.span) }
  }

  /// A newest step that is not over is told with the days that it is compared with (R10).
  private func unfinishedNotes(_ query: ResolvedQuery) -> [Diagnostic] {
    let steps = query.sources.compactMap { key -> (name: String, step: UnfinishedStep)? in
      guard let source = store[key] else { return nil }
      return query.unfinishedStep(of: key, lastDay: source.schema.extent?.days?.upperBound)
        .map { (source.schema.name, $0) }
    }
    guard let first = steps.first?.step else { return [] }
    // Sources that end on one day are cut alike.
    let told = steps.allSatisfy { $0.step == first } ? [("", first)] : steps
    return told.map { name, step in
      var subject = query.period?.label ?? .empty
      if let day = step.firstDay, let grain = query.grains.min() {
        subject = Phrase(asWritten: query.calendar.label(of: grain, holding: day))
      }
      if !name.isEmpty {
        subject = Phrase(
          "\(subject.english) of \(name)", zh: "\(name) 的\(subject.chinese.afterChinese)")
      }
      let partners = step.partners.map { Phrase.days($0) }
      return .note(
        .unfinishedStep,
        Phrase(
          "\(subject.english) has \(step.dayCount) of \(step.wholeDayCount) days so far;"
            + " it is compared with \(partners.map(\.english).listed(in: .english))",
          zh: "\(subject.chinese.beforeChinese)目前有 \(step.wholeDayCount) 天中的 \(step.dayCount) 天，"
            + "与 \(partners.map(\.chinese).listed(in: .chinese)) 对比"))
    }
  }
}

extension ResolvedQuery {
  var periodSpan: SourceSpan? { writtenPeriodSpan }
}

extension Diagnostic {
  /// With the statement whose text the mends edit.
  func about(_ statement: SourceSpan) -> Diagnostic {
    var copy = self
    if copy.statement == nil { copy.statement = statement }
    return copy
  }

  /// With the statement that a question is part of: `check`.
  func inside(_ statement: SourceSpan) -> Diagnostic {
    var copy = self
    copy.statement = statement
    return copy
  }

  /// The same thing said of the same place, whatever statement led to it.
  func repeats(_ other: Diagnostic) -> Bool {
    code == other.code && message == other.message && marks == other.marks
      && details == other.details
  }

  /// The code, the message and its details, as one line of a receipt.
  var remark: Phrase {
    let said = [message] + details
    return Phrase(
      "\(code.rawValue) " + said.map(\.english).joined(separator: ". "),
      zh: "\(code.rawValue) " + said.map(\.chinese).joined(separator: "。"))
  }
}

extension Phrase {
  static let tooLarge = Phrase("a total here does not fit 64 bits", zh: "这里的合计超出 64 位整数")
}

extension SourceSpan {
  /// The empty span behind this one.
  var behind: SourceSpan { SourceSpan(in: source, end..<end) }
}

extension ColumnReference {
  /// The column that names the currency of this one.
  var currencyColumn: String? {
    if case .money(.column(let name)) = unit { name } else { nil }
  }
}
