// `coverage` resolved: which sources, which days, and by what.
import KepiColumns
import KepiDiagnostics
import KepiReports
import KepiSemantics
import KepiSyntax

struct CoverageRequest {
  enum Axis: Equatable {
    case source, store, site
    case grain(Grain)

    var grain: Grain? { if case .grain(let grain) = self { grain } else { nil } }
  }

  struct NamedAxis: Equatable {
    let axis: Axis
    let name: String
  }

  let sources: [SourceDays]
  let axes: [NamedAxis]
  let period: Period
  let asOf: Day
  let asOfReason: Phrase
  let filter: PlaceFilter
  let calendar: CalendarRules
  let rules: [CoverageRuleSyntax]

  struct Refusal: Error { let diagnostics: [Diagnostic] }

  /// - Parameter today: the day of the clock, where the session has one.
  init(
    _ syntax: CoverageSyntax, at span: SourceSpan, model: Model, book: CoverageBook, today: Day?
  ) throws(Refusal) {
    rules = syntax.rules
    filter = PlaceFilter(conditions: syntax.clauses.conditions, catalogue: model.catalogue)
    try Self.checkClauses(of: syntax, filter)
    let keys = try Self.sources(of: syntax, at: span, in: model, book)
    let loaded = keys.compactMap { book.maturingDays(of: $0) }
    guard let first = loaded.flatMap(\.places).map(\.first).min(),
      let last = loaded.map(\.newest).max()
    else { throw Self.nothing(keys, span, model) }
    var calendar = model.calendar
    for clause in syntax.clauses {
      guard case .using(let name) = clause.form else { continue }
      guard let own = model.calendars[name.key] else {
        throw Refusal(
          .unknownCalendar(
            name, closest: Spelling.closest(to: name.key, among: model.calendars.keys.sorted())),
          span)
      }
      calendar = own
    }
    self.calendar = calendar
    var asOf = model.asOf ?? last
    var reason =
      model.asOf == nil
      ? Phrase("the newest day that is loaded", zh: "已载入的最新一天") : Phrase("as asked", zh: "按指定")
    let resolver = { (asOf: Day) in
      PeriodResolver(
        calendar: calendar, catalogue: model.catalogue, loaded: min(first, asOf)...max(last, first),
        asOf: asOf)
    }
    do throws(Problem) {
      if let point = syntax.clauses.asOf {
        let clock = point.form == .today || point.form == .yesterday ? today : nil
        asOf = try resolver(clock ?? asOf).day(of: point)
        reason =
          clock == nil ? Phrase("as asked", zh: "按指定") : Phrase("by the clock", zh: "按系统时钟")
      }
      let period = try resolver(asOf).resolve(
        syntax.clauses.period, label: syntax.clauses.period?.label ?? .all)
      let end = min(period.days.upperBound, asOf)
      guard period.days.lowerBound <= end else {
        throw Problem.nothingBefore(asOf, period.days.lowerBound, span)
      }
      self.period = Period(
        days: period.days.lowerBound...end, label: period.label, isAll: period.isAll)
    } catch {
      throw Refusal(error, span)
    }
    self.asOf = asOf
    asOfReason = reason
    sources = loaded
    axes = try Self.axes(of: syntax, span, sourceCount: loaded.count)
  }

  // MARK: Parts

  private static func checkClauses(
    of syntax: CoverageSyntax, _ filter: PlaceFilter
  ) throws(Refusal) {
    for clause in syntax.clauses {
      switch clause.form {
      case .by, .where, .over, .asOf, .using: continue
      case .having, .versus, .top, .with, .sort, .limit, .currency, .fill:
        throw Refusal(diagnostics: [
          .error(
            .clauseNotHere,
            Phrase(
              "`coverage` takes by, where, over, as of and using, and no"
                + " `\(clause.form.word.english)`",
              zh: "`coverage` 只用 by、where、over、as of 和 using，不用"
                + " `\(clause.form.word.english)`"),
            at: clause.span, mends: [.init(.withoutIt, [.init(clause.span, "")])])
        ])
      }
    }
    if let stranger = filter.strangers.first {
      throw Refusal(diagnostics: [Self.unknownSubject(stranger.text, stranger.span)])
    }
    if !filter.isPlain, let condition = filter.conditions.first {
      throw Refusal(diagnostics: [
        .error(
          .notACondition,
          Phrase(
            "`coverage` compares source, store and site with texts",
            zh: "`coverage` 的条件只把 source、store、site 与文本比较"), at: condition.span,
          details: [.forExample("coverage by store where site = \"DE\"")])
      ])
    }
  }

  private static func unknownSubject(_ name: String, _ span: SourceSpan) -> Diagnostic {
    .error(
      .notADimension,
      Phrase(
        "`coverage` knows days by source, store and site, not by `\(name)`",
        zh: "`coverage` 按 source、store、site 统计日期，不能按 `\(name)`"), at: span,
      details: [.forExample("coverage by store, site over last 4 weeks")])
  }

  /// Keys of the sources in their order; a metric stands for those that it reads.
  private static func sources(
    of syntax: CoverageSyntax, at span: SourceSpan, in model: Model, _ book: CoverageBook
  ) throws(Refusal) -> [String] {
    guard let path = syntax.source else {
      // What is put together from others has no files of its own.
      return model.sources.filter { $0.extent?.days != nil && !book.isJoined($0.key) }.map(\.key)
    }
    if let name = path.single, let source = model.source(name.key) {
      guard source.isLoaded else { throw nothing([source.key], path.span, model) }
      return [source.key]
    }
    if let name = path.single, model.catalogue.definition(name.key) != nil {
      let query = QuerySyntax(
        items: [ItemSyntax(ExpressionSyntax(.name(path), at: path.span))], clauses: [], at: span)
      do {
        return try ResolvedQuery.resolve(query, in: model).sources
      } catch {
        throw Refusal(diagnostics: error.all.map { $0.diagnostic.about(span) })
      }
    }
    let known = model.sources.filter(\.isLoaded).map(\.name)
    let closest = Spelling.closest(to: path.last.key, among: known)
    throw Refusal(.unknownSource(path.last, closest: closest), span)
  }

  private static func nothing(_ keys: [String], _ span: SourceSpan, _ model: Model) -> Refusal {
    guard let key = keys.first, let source = model.source(key) else {
      return Refusal(diagnostics: [
        .error(
          .notLoaded, Phrase("nothing is loaded that has days", zh: "没有载入任何有日期的数据"), at: span)
      ])
    }
    if source.isLoaded { return Refusal(.noTime(span, source: source.name), span) }
    return Refusal(.notLoaded(source.name, fedBy: source.fedBy, metric: nil, at: span), span)
  }

  private static func axes(
    of syntax: CoverageSyntax, _ span: SourceSpan, sourceCount: Int
  ) throws(Refusal) -> [NamedAxis] {
    let standard = [
      NamedAxis(axis: .source, name: "source"), NamedAxis(axis: .store, name: "store"),
      NamedAxis(axis: .site, name: "site"),
    ]
    let items = syntax.clauses.axisItems
    guard !items.isEmpty else { return standard }
    var axes: [NamedAxis] = []
    for item in items {
      guard case .name(let path) = item.expression.form, let name = path.single else {
        throw Refusal(diagnostics: [unknownSubject(item.expression.columnName, item.span)])
      }
      let shown = item.alias?.text ?? name.text
      switch name.key {
      case "source", "数据源": axes.append(NamedAxis(axis: .source, name: shown))
      case "store", "店铺": axes.append(NamedAxis(axis: .store, name: shown))
      case "site", "站点": axes.append(NamedAxis(axis: .site, name: shown))
      default:
        guard let grain = Grain(unitName: name.key) else {
          throw Refusal(diagnostics: [unknownSubject(name.text, item.span)])
        }
        axes.append(NamedAxis(axis: .grain(grain), name: shown))
      }
    }
    // Days of two sources are never added up.
    if sourceCount > 1, !axes.contains(where: { $0.axis == .source }) {
      axes.insert(standard[0], at: 0)
    }
    return axes
  }
}

extension CoverageRequest.Refusal {
  fileprivate init(_ problem: Problem, _ statement: SourceSpan) {
    diagnostics = [problem.diagnostic.about(statement)]
  }
}
