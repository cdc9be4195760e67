// `why`: the exact account of a change between two periods, by groups, by drivers, or by both.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

struct WhyRun {
  let query: QuerySyntax
  let questioner: Questioner
  /// Whether numbers are rounded for the eye; programs get more digits.
  let isForPeople: Bool
  var language = Language.english

  struct Report {
    let answer: Answer
    let notes: [Diagnostic]
    let waterfall: WaterfallText?
    /// That the parts add up, by which rule, and what else has to be known to read them.
    let closing: [Phrase]
    let query: ResolvedQuery
    /// Whether the tree of the number has a part in it.
    let isByDriver: Bool
  }

  /// All that is wrong with a question before any row is read.
  static func problems(of query: QuerySyntax, _ questioner: Questioner) -> [Diagnostic] {
    do {
      let question = try WhyQuestion(query, in: questioner.model)
      _ = try WhyRun(query: query, questioner: questioner, isForPeople: false).resolve(question)
      return []
    } catch {
      return error.diagnostics
    }
  }

  func run() throws(Questioner.Refusal) -> Report {
    let question = try WhyQuestion(query, in: questioner.model)
    let numbers = try resolve(question)
    let result = try questioner.result(of: numbers.query)
    let table = WhyLines(numbers: numbers, lines: Array(result.lines))
    let codes = table.currencies + result.mixes.flatMap { $0.rows.map(\.code) }
    if !result.mixes.isEmpty || Set(codes).count > 1 {
      throw mixed(Set(codes).filter { !$0.isEmpty }.sorted(), numbers.query)
    }
    try checkBothSides(table, result, numbers)
    let account = WhyAccount(
      question: question, numbers: numbers, table: table,
      conversions: try conversions(question, numbers), isForPeople: isForPeople,
      language: language)
    guard let told = account.told() else {
      throw Questioner.Refusal([Diagnostic.error(.overflow, .tooLarge, at: query.span)])
    }
    // Zero denominators of drivers are told by where their change is put.
    let gaps = questioner.gaps(of: numbers.query, query)
    let notes =
      questioner.notes(on: result, of: numbers.query, query, mixes: [], gaps: gaps)
      .filter { $0.code != .zeroDenominator } + told.notes.map { $0.about(query.span) }
    var receipt = Receipt(
      result, of: numbers.query, sources: questioner.store,
      notes: told.closing + notes.map(\.remark))
    receipt.gaps = gaps
    receipt.definitions = questioner.model.catalogue.definitions(namedIn: query).map {
      Receipt.DefinitionUse(
        name: $0.name.text, fingerprint: questioner.model.catalogue.fingerprint(of: $0))
    }
    return Report(
      answer: told.answer.withReceipt(receipt), notes: notes, waterfall: told.waterfall,
      closing: told.closing, query: numbers.query, isByDriver: question.isByDriver)
  }

  // MARK: What is asked of the engine

  private func resolve(_ question: WhyQuestion) throws(Questioner.Refusal) -> WhyNumbers {
    let plain = try questioner.resolve(question.asking([question.item.expression]))
    // A number has four columns: now, then, the change, and the change in percent.
    guard plain.items.count == 4 else {
      throw Questioner.Refusal([
        Problem.notANumber(
          question.item.expression.span, plain.items.first?.formula.unit ?? .text
        ).diagnostic.about(query.span)
      ])
    }
    guard question.isByDriver else {
      return WhyNumbers(plain, tree: nil, question: question)
    }
    var reason: Phrase?
    for tree in questioner.model.driverTrees(of: question.item.expression) {
      var expressions = [question.item.expression] + tree.parts.map(\.expression)
      if case .shares(_, let whole) = tree.form { expressions.append(whole) }
      do {
        let resolved = try questioner.resolve(question.asking(expressions))
        if resolved.items.count == 4 * expressions.count {
          return WhyNumbers(resolved, tree: tree, question: question)
        }
      } catch {
        reason = reason ?? error.diagnostics.first?.message
      }
    }
    throw Questioner.Refusal([noDrivers(of: question, because: reason, plain)])
  }

  private func noDrivers(
    of question: WhyQuestion, because reason: Phrase?, _ plain: ResolvedQuery
  ) -> Diagnostic {
    let details =
      reason.map { reason in
        Phrase(
          "They cannot be asked for here: \(reason.english).", zh: "这里查不到：\(reason.chinese)")
      }
      ?? Phrase(
        "It is no product, quotient or sum of other metrics, and its definition names no `tree`.",
        zh: "它不是其他指标的积、商或和，定义里也没有写 `tree`")
    var mends: [Diagnostic.Mend] = []
    if let span = question.driverSpan {
      let kept = question.groups.map { SyntaxPrinter.text(of: $0.expression) }
      let clause = query.clauses.first { if case .by = $0.form { true } else { false } }
      if let clause, !kept.isEmpty {
        mends = [
          .init(
            Phrase("By groups:", zh: "按分组："),
            [.init(clause.span, "by " + kept.joined(separator: ", "))])
        ]
      } else if let group = groupToTry(plain) {
        mends = [.init(Phrase("By groups:", zh: "按分组："), [.init(span, group)])]
      }
    } else if let group = groupToTry(plain) {
      mends = [
        .init(
          Phrase("By groups:", zh: "按分组："), [.init(question.item.span.behind, " by \(group)")])
      ]
    }
    return Diagnostic.error(
      .noDrivers,
      Phrase(
        "`\(question.name)` has no drivers that could be told apart",
        zh: "`\(question.name)` 没有可拆解的驱动因素"),
      at: question.driverSpan ?? question.item.span, details: [details], mends: mends
    ).about(query.span)
  }

  /// A dimension that every source of the question knows.
  private func groupToTry(_ plain: ResolvedQuery) -> String? {
    let catalogue = questioner.model.catalogue
    let columns = plain.sources.compactMap { questioner.model.source($0) }
    let usual = ["store", "site", "campaign", "sku", "asin"].filter { catalogue.isDimension($0) }
    let all = usual + catalogue.dimensions.map(\.name.text)
    return all.first { name in
      columns.allSatisfy { source in source.columns.contains { $0.name == name && $0.isLoaded } }
    }?.quotedAsName
  }

  // MARK: Refusals

  /// Amounts of several currencies have no common change, whatever lines they stand on.
  private func mixed(_ codes: [String], _ resolved: ResolvedQuery) -> Questioner.Refusal {
    let english = codes.dropLast().joined(separator: ", ") + " and " + (codes.last ?? "")
    var mends = questioner.converted(resolved)
    if let name = questioner.currencyDimension(of: resolved), let code = codes.first {
      let place = query.clauses.first { $0.isBehindWhere }?.span
      let text = "where \(name) = \"\(code)\""
      let edit =
        place.map { Diagnostic.Edit(SourceSpan(in: $0.source, $0.start..<$0.start), text + " ") }
        ?? Diagnostic.Edit(query.span.behind, " " + text)
      if !query.clauses.contains(where: { if case .where = $0.form { true } else { false } }) {
        mends.append(.init(Phrase("One at a time:", zh: "一次一种："), [edit]))
      }
    }
    return Questioner.Refusal([
      Diagnostic.error(
        .currenciesMixed,
        Phrase(
          "these amounts are in \(english) and have no common change",
          zh: "这些金额含 \(codes.listed(in: .chinese))，没有共同的变动"),
        at: query.items.first?.span ?? query.span, mends: mends
      ).about(query.span)
    ])
  }

  private func checkBothSides(
    _ table: WhyLines, _ result: QueryResult, _ numbers: WhyNumbers
  ) throws(Questioner.Refusal) {
    let label = numbers.baseline
    let isThen = table.hasAny(\.before)
    guard !isThen || !table.hasAny(\.after) else { return }
    var message = Phrase(
      "`\(numbers.name)` has no value \(label.english == "previous" ? "in the period before" : "in \(label.english)")",
      zh: "`\(numbers.name)` 在\(label.chinese.afterChinese)没有值")
    if isThen {
      message = Phrase(
        "`\(numbers.name)` has no value in the period asked for",
        zh: "`\(numbers.name)` 在所查时段没有值")
    }
    var details: [Phrase] = []
    for use in result.uses {
      guard let source = questioner.store[use.source], let days = source.schema.extent?.days else {
        continue
      }
      details.append(
        Phrase(
          "\(source.schema.name) has \(days.lowerBound.text) to \(days.upperBound.text).",
          zh: "\(source.schema.name) 只有 \(Phrase.days(days).chinese)"))
    }
    var mends: [Diagnostic.Mend] = []
    if !query.clauses.contains(where: { if case .over = $0.form { true } else { false } }) {
      let first = query.clauses.first { if case .versus = $0.form { true } else { false } }
      let edit =
        first.map {
          Diagnostic.Edit(
            SourceSpan(in: $0.span.source, $0.span.start..<$0.span.start), "over last week ")
        } ?? Diagnostic.Edit(query.span.behind, " over last week")
      mends = [.init(Phrase("Name a period:", zh: "写出时段："), [edit])]
    }
    throw Questioner.Refusal([
      Diagnostic.error(
        .nothingToCompare, message, at: query.items.first?.span ?? query.span,
        details: Array(details.prefix(3)), mends: mends
      ).about(query.span)
    ])
  }

  // MARK: Currency

  /// The amounts by groups in the currency of their rows and in that of the answer, where amounts are
  /// converted and told by drivers. Empty where rates have no part in the change.
  private func conversions(
    _ question: WhyQuestion, _ numbers: WhyNumbers
  ) throws(Questioner.Refusal) -> [[Value]: Effects.AtMeanRate] {
    guard question.isConverting, case .product? = numbers.tree?.form,
      case .money = numbers.whole.now.unit,
      let currency = questioner.currencyDimension(of: numbers.query)
    else { return [:] }
    func amounts(_ isConverted: Bool) throws(Questioner.Refusal) -> [[Value]: (Double, Double)] {
      let query = try questioner.resolve(
        question.amounts(by: currency, isConverted: isConverted))
      let result = try questioner.result(of: query)
      var found: [[Value]: (Double, Double)] = [:]
      for line in result.lines {
        found[line.groups] = (line.cells[1].value.double ?? 0, line.cells[0].value.double ?? 0)
      }
      return found
    }
    // A question that cannot be parted by currency is told without the part of the rates.
    guard let local = try? amounts(false) else { return [:] }
    let converted = try amounts(true)
    var result: [[Value]: Effects.AtMeanRate] = [:]
    // In a fixed order, since doubles are added up.
    let keys = converted.keys.sorted {
      $0.map(\.plainText).lexicographicallyPrecedes($1.map(\.plainText))
    }
    for key in keys {
      guard let amount = converted[key] else { continue }
      let own = local[key] ?? (0, 0)
      let part = Effects.of(
        Effects.Conversion(
          localBefore: own.0, before: amount.0, localAfter: own.1, after: amount.1))
      let group = Array(key.dropLast())
      result[group] = (result[group] ?? .zero).adding(part)
    }
    return result.values.contains { $0.rate != 0 } ? result : [:]
  }
}

extension ClauseSyntax {
  /// Whether the clause stands behind `where` in the usual order.
  fileprivate var isBehindWhere: Bool {
    switch form {
    case .by, .where: false
    case .having, .over, .asOf, .versus, .top, .with, .sort, .limit, .currency, .fill, .using: true
    }
  }
}
