// All that can be wrong with the meaning of a statement, and how we say it.
package import KepiColumns
package import KepiDiagnostics
package import KepiSyntax

package enum Problem: Error, Equatable {
  /// An earlier stage has said it.
  case alreadyReported
  case notYet(SourceSpan, what: String)

  // Names.
  case unknownName(Name, closest: String?)
  /// Neither a definition nor a source nor a kind of export.
  case nothingToDescribe(Name, closest: String?)
  case unknownColumn(Name, source: String, closest: String?)
  case unknownSource(Name, closest: String?)
  case unknownFunction(Name, closest: String?)
  case unknownLink(Name, source: String)
  case unknownPeriod(Name, closest: String?)
  case unknownUnit(Name, closest: String?)
  case unknownQuantityUnit(Name)
  case unknownProperty(Name, known: [String])
  case badProperty(Name, SourceSpan, wants: String)
  case hiddenGrain(Name)
  case definedTwice(Name, first: SourceSpan)
  case replacesShipped(Name)
  case definitionCycle(NonEmpty<Definition>)
  case ambiguousColumn(Name, sources: [String])
  case answerTwice(String, SourceSpan, alias: SourceSpan?)
  case parameterNotGiven(Name)

  // Kinds.
  case kindsDiffer(String, Unit, Unit, SourceSpan, SourceSpan)
  case notACondition(SourceSpan, unit: Unit)
  case currenciesCompared(String, String, SourceSpan, SourceSpan)
  case notANumber(SourceSpan, Unit)
  case notText(SourceSpan, Unit)
  case notADate(SourceSpan, Unit)
  case notAMetric(Name, isSegment: Bool)
  case notADimension(Name)
  case notADimensionValue(SourceSpan)
  case notAValue(Name)
  case notAPeriod(Name)
  case noColumn(SourceSpan)
  case metricInRow(Name)
  case metricInWhere(Name, in: QuerySyntax)
  case rowOutsideAggregate(NamePath)
  case rowFunctionOutside(Name)
  case aggregateOfMetric(Name)
  case bracketsOnRow(SourceSpan)
  case closingNeedsSum(SourceSpan)
  case argumentCount(Name, SourceSpan, wants: String)
  case boundsNotRising(SourceSpan)
  case durationNeedsDays(Name)
  case tooDeep(SourceSpan)
  case notACurrency(Name, SourceSpan)
  case topRanksByMetric(Name, in: QuerySyntax)
  case notGrouped(NamePath)
  case onlyNotGrouped(NamePath)
  case weeksByMonths(SourceSpan)
  case fillNeedsStock(SourceSpan)
  case groupsOverlap(String, String, SourceSpan)
  case unknownCalendar(Name, closest: String?)
  case targetNotAComparison(SourceSpan)
  case targetCondition(SourceSpan)
  case clauseNotInTarget(SourceSpan)
  case targetOfNoMetric(SourceSpan)
  case noRates(Name)
  case severalRates(Name, [String])
  case unknownRates(Name, closest: String?)
  case rateUnknown(Name, table: String)
  case othersNeedTop(SourceSpan)
  case neverBy(Name, String, SourceSpan, reason: String)

  // Sources.
  case notShared(NamePath, source: String)
  case notSharedBy(
    NamePath, metric: String, at: SourceSpan, source: String, in: QuerySyntax,
    knownBy: [SourceSpan])
  case bracketNotKnown(NamePath, metric: SourceSpan?, source: String)
  case twoLinks(NamePath, [String])
  case notLoaded(String, fedBy: [String], metric: String?, at: SourceSpan)
  /// `cutBy` is the period where it would cut the coarser step too.
  case grainTooFine(
    String, at: SourceSpan, known: Grain, asked: Grain, SourceSpan, cutBy: SourceSpan?)
  case periodCutsStep(String, Grain, at: SourceSpan, SourceSpan)
  case rowsCut(
    String, at: SourceSpan, rows: ClosedRange<Day>, cutAt: Day, period: SourceSpan?,
    grain: SourceSpan?)
  case sourceChosen([String], SourceSpan)

  // Time.
  case notADay(SourceSpan)
  case periodBackwards(PointSyntax, PointSyntax)
  case afterAsOf(SourceSpan, Day)
  case beforeLoaded(SourceSpan, Day)
  case nothingBefore(Day, Day, SourceSpan)
  case noTime(SourceSpan, source: String)
  case grainInWhere(Name)
  case grainCondition(Name, ExpressionSyntax, in: QuerySyntax)
  case sourcesEndApart([(name: String, day: Day)], asOf: Day, SourceSpan)

  package static func == (left: Problem, right: Problem) -> Bool {
    left.diagnostic == right.diagnostic
  }
}

extension Problem {
  package var diagnostic: Diagnostic {
    switch self {
    case .alreadyReported:
      return Diagnostic(.error, .unexpectedPart, "this statement cannot be read")
    case .notYet(let span, let what):
      return .error(.notYet, "\(what) is not in this version yet", at: span)

    case .unknownName(let name, let closest):
      if let spaced = Lexer.spacedForm(of: name.text) {
        return .error(
          .missingSpace, "write a space around \(spaced.keyword)", at: name.span,
          mends: [.init("", [.init(name.span, spaced.text)])])
      }
      return .error(
        .unknownName, "there is no metric or dimension called `\(name.text)`", at: name.span,
        details: closest == nil ? ["What can be asked:   show metrics   show dimensions"] : [],
        mends: nearest(closest, at: name.span))
    case .nothingToDescribe(let name, let closest):
      return .error(
        .unknownName, "nothing here is called `\(name.text)`", at: name.span,
        details: closest == nil
          ? ["There are lists:   show metrics   show dimensions   show sources   show kinds"] : [],
        mends: nearest(closest, at: name.span))
    case .unknownColumn(let name, let source, let closest):
      return .error(
        .unknownColumn, "`\(source)` has no column `\(name.text)`", at: name.span,
        mends: nearest(closest, at: name.span))
    case .unknownSource(let name, let closest):
      return .error(
        .unknownSource, "there is no source called `\(name.text)`", at: name.span,
        details: closest == nil ? ["Sources are listed by:   show sources"] : [],
        mends: nearest(closest, at: name.span))
    case .unknownFunction(let name, let closest):
      return .error(
        .unknownName, "there is no function called `\(name.text)`", at: name.span,
        details: closest == nil ? ["Functions are listed by:   help functions"] : [],
        mends: nearest(closest, at: name.span))
    case .unknownLink(let name, let source):
      return .error(
        .unknownColumn, "`\(name.text)` is no link of `\(source)`", at: name.span)
    case .unknownPeriod(let name, let closest):
      if let spaced = Lexer.spacedForm(of: name.text) {
        return .error(
          .missingSpace, "write a space around \(spaced.keyword)", at: name.span,
          mends: [.init("", [.init(name.span, spaced.text)])])
      }
      return .error(
        .unknownGrain, "there is no period called `\(name.text)`", at: name.span,
        details: ["Periods are `last 4 weeks`, `this month`, `2026-08`, or defined by name."],
        mends: nearest(closest, at: name.span))
    case .unknownUnit(let name, let closest):
      return .error(
        .unknownGrain, "`\(name.text)` is no unit of time", at: name.span,
        details: ["Units are day, week, month, quarter and year."],
        mends: nearest(closest, at: name.span))
    case .unknownQuantityUnit(let name):
      return .error(
        .notACurrency, "`\(name.text)` is neither a currency nor days or weeks", at: name.span)
    case .unknownProperty(let name, let known):
      return .error(
        .unknownProperty, "`\(name.text)` is not a property here", at: name.span,
        details: ["Properties are \(known.joined(separator: ", "))."],
        mends: nearest(Spelling.closest(to: name.key, among: known), at: name.span))
    case .badProperty(let name, let span, let wants):
      return .error(
        .unknownProperty, "`\(name.text)` is written otherwise", at: span,
        details: ["For example:   \(wants)"])
    case .hiddenGrain(let name):
      return .error(
        .hiddenGrain, "`\(name.text)` is a unit of time and cannot be defined anew", at: name.span)
    case .definedTwice(let name, let first):
      return Diagnostic(
        .error, .definedTwice, "`\(name.text)` is defined twice",
        at: [.init(name.span), .init(first, label: "the first is here")])
    case .replacesShipped(let name):
      return .note(
        .replacesShipped, "`\(name.text)` replaces the definition that ships", at: name.span)
    case .definitionCycle(let definitions):
      // Told from the first of them, whichever was asked for, so that it is told once.
      let all = definitions.all.map(\.name)
      let first = all.indices.min { all[$0].span.isBefore(all[$1].span) } ?? 0
      let names = Array(all[first...] + all[..<first])
      let uses = names.indices.map { place in
        Diagnostic.Mark(
          names[place].span,
          label: "`\(names[place].text)` uses `\(names[(place + 1) % names.count].text)`")
      }
      return Diagnostic(
        .error, .definitionCycle,
        names.count == 1 ? "this definition needs itself" : "these definitions need each other",
        at: uses)
    case .ambiguousColumn(let name, let sources):
      return .error(
        .ambiguousColumn, "`\(name.text)` is a column of several sources", at: name.span,
        mends: sources.prefix(3).map {
          .init("Say which:", [.init(name.span, "\($0).\(name.text)")])
        })
    case .answerTwice(let name, let span, let alias):
      let other = "\(name)_2".quotedAsName
      return .error(
        .answerTwice, "two columns of the answer would be called `\(name)`", at: span,
        mends: [
          .init(
            "Name one of them:",
            [alias.map { .init($0, other) } ?? .init(span.end(), " as \(other)")])
        ])
    case .parameterNotGiven(let name):
      return .error(
        .unknownParameter, "the parameter `\(name.text)` has no value", at: name.span,
        details: ["Give it with --param \(name.text)=VALUE."])

    case .currenciesCompared(let first, let second, let left, let right):
      return Diagnostic(
        .error, .currenciesMixed,
        "an amount in \(first) cannot be compared with one in \(second)",
        at: [.init(left), .init(right)])

    case .kindsDiffer(let sign, let left, let right, let first, let second):
      let message: String
      switch sign {
      case "+", "-":
        message = "\(left.noun) and \(right.noun) cannot be \(sign == "+" ? "added" : "subtracted")"
      case "*": message = "\(left.noun) and \(right.noun) cannot be multiplied"
      case "/": message = "\(left.noun) cannot be divided by \(right.noun)"
      case "else", ",": message = "\(left.noun) and \(right.noun) cannot stand in one column"
      default: message = "\(left.noun) cannot be compared with \(right.noun)"
      }
      return Diagnostic(.error, .kindsDiffer, message, at: [.init(first), .init(second)])
    case .notACondition(let span, let unit):
      return .error(
        .notACondition, "this is \(unit.noun), and a condition is wanted", at: span,
        details: ["A condition compares: `site = \"DE\"`, `units > 0`."])
    case .notANumber(let span, let unit):
      return .error(.kindsDiffer, "this is \(unit.noun), and a number is wanted", at: span)
    case .notText(let span, let unit):
      return .error(.kindsDiffer, "this is \(unit.noun), and text is wanted", at: span)
    case .notADate(let span, let unit):
      return .error(.kindsDiffer, "this is \(unit.noun), and a date is wanted", at: span)
    case .notAMetric(let name, let isSegment):
      return .error(
        .notAMetric,
        isSegment
          ? "`\(name.text)` is a segment: it belongs behind `where` or in brackets"
          : "`\(name.text)` is a dimension: it belongs behind `by` or `where`",
        at: name.span)
    case .notADimension(let name):
      return .error(
        .notADimension, "`\(name.text)` is a metric, and lines are made of dimensions",
        at: name.span)
    case .notADimensionValue(let span):
      return .error(.notADimension, "every row has this same value", at: span)
    case .notAValue(let name):
      return .error(
        .notAMetric, "`\(name.text)` is neither a metric nor a dimension", at: name.span)
    case .notAPeriod(let name):
      return .error(.unknownGrain, "`\(name.text)` is not a period", at: name.span)
    case .noColumn(let span):
      return .error(.notAMetric, "nothing here is read from a source", at: span)
    case .metricInRow(let name):
      return .error(
        .metricInWhere,
        "`\(name.text)` exists only after grouping, so rows cannot be filtered by it",
        at: name.span)
    case .metricInWhere(let name, let query):
      return .error(
        .metricInWhere,
        "`\(name.text)` exists only after grouping, so rows cannot be filtered by it",
        at: name.span, mends: query.movedToHaving(name))
    case .rowOutsideAggregate(let path):
      return .error(
        .notAMetric,
        "`\(path.text)` is a column: many rows have one, and an answer needs one number",
        at: path.span,
        mends: [.init("Add the rows up, for example:", [.init(path.span, "sum(\(path.text))")])])
    case .rowFunctionOutside(let name):
      return .error(
        .notAMetric, "`\(name.text)` works on rows, inside an aggregate, `where` or `by`",
        at: name.span)
    case .aggregateOfMetric(let name):
      return .error(
        .notAMetric, "`\(name.text)` is a metric: it is aggregated already", at: name.span)
    case .bracketsOnRow(let span):
      return .error(.notACondition, "brackets change a metric, and this is one row", at: span)
    case .closingNeedsSum(let span):
      return .error(
        .notAMetric, "a closing or opening value is that of a sum", at: span,
        details: ["For example:   closing(sum(inventory.units), inventory.sku)"])
    case .argumentCount(let name, let span, let wants):
      return .error(.argumentCount, "`\(name.text)` takes \(wants)", at: span)
    case .boundsNotRising(let span):
      return .error(.argumentCount, "the bounds of `bucket` rise from left to right", at: span)
    case .durationNeedsDays(let unit):
      return .error(
        .kindsDiffer, "a \(unit.text) has no fixed number of days", at: unit.span,
        details: ["Durations are in days or weeks."])
    case .tooDeep(let span):
      return .error(.unexpectedPart, "this is nested too deeply", at: span)
    case .notACurrency(let code, let clause):
      return .error(
        .notACurrency, "`in \(code.text)`: \(code.text) is not a currency", at: clause,
        mends: [
          .init("For a list of values write:", [.init(clause, "in (\"\(code.text)\")")])
        ])
    case .topRanksByMetric(let name, let query):
      return .error(
        .topRanksByMetric,
        "in `top`, `by` names what to rank by, and `\(name.text)` is a dimension", at: name.span,
        mends: query.rankedByFirstMetric(name))
    case .notGrouped(let path):
      return .error(
        .perNotGrouped, "`\(path.text)` is not among the names of `by`", at: path.span)
    case .onlyNotGrouped(let path):
      return .error(
        .perNotGrouped, "`only \(path.text)` keeps a name of `by`, and it is not there",
        at: path.span)
    case .weeksByMonths(let span):
      return .error(
        .weeksByMonths, "weeks do not move by months or quarters", at: span,
        details: ["Weeks move by weeks, and by years to the week of the same number."])
    case .fillNeedsStock(let span):
      return .error(
        .kindsDiffer, "only stock is carried on: a sum of what happened is not", at: span,
        details: ["`fill previous` is for metrics of closing or opening values."])
    case .noRates(let code):
      return .error(
        .noRates, "there are no rates to convert to \(code.text) by", at: code.span,
        details: ["Define them:   fx ecb from \"rates.csv\" { base: EUR; units_per_base: rate }"])
    case .severalRates(let code, let tables):
      return .error(
        .noRates, "there are several tables of rates: \(tables.joined(separator: ", "))",
        at: code.span,
        mends: tables.prefix(2).map {
          .init("Name one:", [.init(code.span.end(), " at \($0)")])
        })
    case .unknownRates(let name, let closest):
      return .error(
        .noRates, "there is no table of rates called `\(name.text)`", at: name.span,
        mends: nearest(closest, at: name.span))
    case .rateUnknown(let code, let table):
      return .error(
        .noRates, "the rates of \(table) do not tell \(code.text.uppercased())", at: code.span)
    case .targetNotAComparison(let span):
      return .error(
        .badTarget, "a target compares a metric with a constant", at: span,
        details: ["For example:   target acos <= 25% where site = \"DE\" over 2026"])
    case .targetCondition(let span):
      return .error(
        .badTarget, "a target holds for values of dimensions, joined by `and`", at: span,
        details: ["For example:   where site = \"DE\" and store = \"Nord\""])
    case .clauseNotInTarget(let span):
      return .error(.clauseNotHere, "a target takes `where` and `over` alone", at: span)
    case .targetOfNoMetric(let span):
      return .error(
        .badTarget, "targets are set for metrics, and this is more than the name of one", at: span)
    case .unknownCalendar(let name, let closest):
      return .error(
        .unknownCalendar, "there is no calendar called `\(name.text)`", at: name.span,
        details: closest == nil
          ? ["Define one:   calendar fiscal { year_start: \"04-01\" }"] : [],
        mends: nearest(closest, at: name.span))
    case .groupsOverlap(let parent, let child, _):
      return .note(
        .groupsOverlap,
        "groups overlap: a row of \(parent) counts in each group that one of its \(child) is in")
    case .othersNeedTop(let span):
      return .error(
        .othersNeedTop, "`with others` needs `top`: without it no line is left out", at: span)
    case .neverBy(let name, let axis, let span, let reason):
      return .error(
        .notShared, "`\(name.text)` by `\(axis)` would mislead", at: span,
        details: reason.isEmpty ? [] : [reason])

    case .notShared(let path, let source):
      return .error(
        .notShared, "`\(source)` does not know `\(path.text)`", at: path.span)
    case .notSharedBy(let path, let metric, let span, let source, let query, let knownBy):
      return Diagnostic(
        .error, .notShared, "`\(metric)` comes from a table without `\(path.text)`",
        at: [.init(span), .init(path.span)], details: ["That table is `\(source)`."],
        mends: query.bracketed(path, on: knownBy))
    case .bracketNotKnown(let path, let metric, let source):
      return Diagnostic(
        .error, .notShared, "`\(source)` does not know `\(path.text)`",
        at: [.init(path.span)] + (metric.map { [.init($0)] } ?? []))
    case .twoLinks(let path, let ways):
      return .error(
        .twoLinks, "two links lead to `\(path.text)`", at: path.span,
        mends: ways.map { .init("Name the way:", [.init(path.span, $0)]) })
    case .notLoaded(let source, let fedBy, let metric, let span):
      let subject = metric.map { "`\($0)` reads `\(source)`, and" } ?? "`\(source)`:"
      return .error(
        .notLoaded, "\(subject) no file of it is loaded", at: span,
        details: fedBy.isEmpty
          ? [] : ["It is fed by: \(fedBy.joined(separator: "; "))."])
    case .grainTooFine(let metric, let span, let known, let asked, let axis, let period):
      return Diagnostic(
        .error, .grainTooFine,
        "`\(metric)` is known by \(known.rawValue), not by \(asked.rawValue)",
        at: [.init(axis), .init(span)],
        mends: [
          .init(
            "Ask by \(known.rawValue):",
            [.init(axis, known.rawValue)] + (period.map { [.init($0, "over all")] } ?? []))
        ])
    case .periodCutsStep(let metric, let step, let span, let period):
      return Diagnostic(
        .error, .grainTooFine,
        "`\(metric)` is known by whole \(step.rawValue)s, and the period cuts one",
        at: [.init(period), .init(span)],
        mends: [.init("Ask about all days:", [.init(period, "over all")])])
    case .rowsCut(let metric, let span, let rows, let cut, let period, let grain):
      let marks = [grain ?? period ?? span, span].map { Diagnostic.Mark($0) }
      var edits: [Diagnostic.Edit] = []
      if let period { edits.append(.init(period, "over all")) }
      return Diagnostic(
        .error, .grainTooFine,
        "rows of `\(metric)` cover \(rows.lowerBound.text) to \(rows.upperBound.text)"
          + " as one and cannot be cut at \(cut.text)",
        at: marks,
        mends: grain == nil && !edits.isEmpty ? [.init("Ask about all days:", edits)] : [])
    case .sourceChosen(let sources, _):
      return .note(
        .sourceChosen, "answered from \(sources.joined(separator: ", "))")

    case .notADay(let span):
      return .error(.notADay, "this is not a day of the calendar", at: span)
    case .periodBackwards(let from, let to):
      return Diagnostic(
        .error, .periodBackwards, "the period ends before it begins",
        at: [.init(from.span), .init(to.span)],
        mends: [
          .init("The other way round:", [.init(from.span, to.text), .init(to.span, from.text)])
        ])
    case .afterAsOf(let span, let day):
      return .error(
        .periodBackwards, "the period would begin after the as-of day, \(day.text)", at: span)
    case .beforeLoaded(let span, let day):
      return .error(
        .periodNotLoaded, "nothing is loaded so early: the first day is \(day.text)", at: span)
    case .nothingBefore(let asOf, let first, let span):
      return .error(
        .periodNotLoaded, "as of \(asOf.text) there is nothing: the first day is \(first.text)",
        at: span)
    case .noTime(let span, let source):
      return .error(
        .noTime, "`\(source)` has no days, so no period can be taken", at: span,
        details: ["A file that names none takes them when loaded:   load \"…\" with date = 2026-08"]
      )
    case .grainInWhere(let name):
      return .error(
        .grainInWhere, "time is not filtered by `where` but by `over`", at: name.span,
        details: ["Windows and earlier periods must still see the other days."])
    case .grainCondition(let name, let condition, let query):
      return .error(
        .grainInWhere, "time is not filtered by `where` but by `over`", at: name.span,
        details: ["Windows and earlier periods must still see the other days."],
        mends: query.movedToOver(condition))
    case .sourcesEndApart(let ends, let asOf, let span):
      return .note(
        .sourcesEndApart, Self.list(ends), at: span,
        details: ["The answer is as of \(asOf.text) so that all sides cover the same days."])
    }
  }

  private static func list(_ ends: [(name: String, day: Day)]) -> String {
    ends.enumerated().map { place, end in
      "`\(end.name)`\(place == 0 ? " ends" : "") on \(end.day.text)"
    }.joined(separator: ", ")
  }

  private func nearest(_ closest: String?, at span: SourceSpan) -> [Diagnostic.Mend] {
    guard let closest else { return [] }
    return [.init("The nearest name is `\(closest)`:", [.init(span, closest.quotedAsName)])]
  }

  /// The same problem with a mend that needs the whole question.
  func mended(in query: QuerySyntax, model: Model) -> Problem {
    switch self {
    case .metricInRow(let name): return .metricInWhere(name, in: query)
    case .grainInWhere(let name):
      let condition = query.conditions.flatMap(\.conjuncts).first { part in
        part.namePaths.contains { $0.single?.span == name.span }
      }
      return condition.map { .grainCondition(name, $0, in: query) } ?? self
    case .unknownName(let name, nil):
      let isAxis = query.axisItems.contains { $0.expression.span == name.span }
      return .unknownName(name, closest: model.closestName(to: name, for: isAxis ? .axis : .row))
    default: return self
    }
  }
}

extension String {
  /// In backquotes where it could not be typed as a name.
  package var quotedAsName: String {
    let isPlain =
      !isEmpty && first?.isNumber == false
      && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isPlain ? self : "`\(self)`"
  }
}

extension SourceSpan {
  fileprivate func isBefore(_ other: SourceSpan) -> Bool {
    source == other.source ? start < other.start : source < other.source
  }

  /// The empty span behind this one.
  func end() -> SourceSpan { SourceSpan(in: source, end..<end) }
  func begin() -> SourceSpan { SourceSpan(in: source, start..<start) }
}
