// What `why` asks: one number, two periods, groups and drivers; and what it cannot ask.
import KepiColumns
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

/// A question as `why` understands it.
struct WhyQuestion {
  /// Lines that a change is told in where the question does not say.
  static let usualLimit = 10
  /// What stands in `by` for the drivers, where no definition of one's own has the name.
  static let driverNames = ["driver", "drivers", "因素", "驱动因素"]

  let query: QuerySyntax
  let item: ItemSyntax
  let groups: [ItemSyntax]
  /// Where `driver` stands in `by`.
  let driverSpan: SourceSpan?
  let baseline: BaselineSyntax
  let limit: Int
  /// `where`, `over`, `as of`, `using` and `in`.
  private let context: [ClauseSyntax]

  /// Whether the change is told by drivers: as asked, or for want of groups.
  var isByDriver: Bool { driverSpan != nil || groups.isEmpty }

  var name: String { item.alias?.text ?? item.expression.columnName }

  /// Refuses what has no account, one reason at a time.
  init(_ query: QuerySyntax, in model: Model) throws(Questioner.Refusal) {
    self.query = query
    guard let item = query.items.first else { throw Questioner.Refusal([]) }
    self.item = item
    var groups: [ItemSyntax] = []
    var driverSpan: SourceSpan?
    var baselines: [BaselineSyntax] = []
    var limit = Self.usualLimit
    var context: [ClauseSyntax] = []
    var problems: [Diagnostic] = []
    if query.items.count > 1, let last = query.items.last {
      problems.append(
        .error(
          .clauseNotHere,
          Phrase("`why` takes one number apart at a time", zh: "`why` 一次只拆解一个指标"),
          at: query.items[1].span,
          mends: [
            .init(
              .withoutIt,
              [.init(SourceSpan(in: item.span.source, item.span.end..<last.span.end), "")])
          ]))
    }
    for clause in query.clauses {
      switch clause.form {
      case .by(let items):
        for group in items {
          if Self.isDriver(group, in: model) {
            driverSpan = group.span
          } else if Self.isGrain(group, in: model) {
            problems.append(Self.steps(group, of: items, clause))
          } else {
            groups.append(group)
          }
        }
      case .versus(let written):
        baselines = written
        for baseline in written {
          if case .target = baseline.form { problems.append(Self.target(baseline)) }
        }
        if written.count > 1, let last = written.last {
          problems.append(
            .error(
              .clauseNotHere,
              Phrase("`why` compares with one period", zh: "`why` 只与一个时段对比"),
              at: written[1].span,
              mends: [
                .init(
                  .withoutIt,
                  [
                    .init(
                      SourceSpan(in: last.span.source, written[0].span.end..<last.span.end), "")
                  ])
              ]))
        }
      case .limit(let count): limit = max(1, count)
      case .where, .over, .asOf, .using, .currency: context.append(clause)
      case .having, .top, .with, .sort, .fill: problems.append(Self.misplaced(clause))
      }
    }
    if let first = problems.first { throw Questioner.Refusal([first.about(query.span)]) }
    self.groups = groups
    self.driverSpan = driverSpan
    self.limit = limit
    self.context = context
    baseline = baselines.first ?? BaselineSyntax(.previous, at: query.span.behind)
  }

  /// The question for some numbers now and then, by its groups.
  func asking(_ expressions: [ExpressionSyntax], by more: [ItemSyntax] = []) -> QuerySyntax {
    let items = expressions.enumerated().map { place, expression in
      ItemSyntax(expression, as: place == 0 ? item.alias : Self.name(of: place, at: item.span))
    }
    var clauses = context
    let axes = groups + more
    if !axes.isEmpty { clauses.append(ClauseSyntax(.by(axes), at: query.span)) }
    clauses.append(ClauseSyntax(.versus([baseline]), at: baseline.span))
    return QuerySyntax(items: items, clauses: clauses, at: query.span)
  }

  /// Whether amounts are brought to one currency.
  var isConverting: Bool { context.contains { $0.isConversion } }

  /// The amounts of the number by its groups and currencies, as they are or converted.
  func amounts(by currency: String, isConverted: Bool) -> QuerySyntax {
    let name = Name(currency, isQuoted: true, at: item.span)
    let axis = ItemSyntax(ExpressionSyntax(.name(NamePath([name])), at: item.span))
    let asked = asking([item.expression], by: [axis])
    return QuerySyntax(
      items: asked.items, clauses: asked.clauses.filter { isConverted || !$0.isConversion },
      at: query.span)
  }

  /// No name that a question could have: no two of them meet.
  private static func name(of place: Int, at span: SourceSpan) -> Name {
    Name("part \(place)", isQuoted: true, at: span)
  }

  private static func isDriver(_ item: ItemSyntax, in model: Model) -> Bool {
    guard case .name(let path) = item.expression.form, let name = path.single, !name.isQuoted,
      driverNames.contains(name.key)
    else { return false }
    return model.catalogue.definition(name.key) == nil
  }

  private static func isGrain(_ item: ItemSyntax, in model: Model) -> Bool {
    guard case .name(let path) = item.expression.form, let name = path.single else { return false }
    return model.catalogue.definition(name.key) == nil && TimeWord(key: name.key) != nil
      && TimeWord(key: name.key) != .weekday
  }

  // MARK: Refusals

  private static func misplaced(_ clause: ClauseSyntax) -> Diagnostic {
    .error(
      .clauseNotHere,
      Phrase(
        "`why` puts the largest movers first and adds up the rest; this clause is not for it",
        zh: "`why` 自行把变动最大的排在前面并合计其余，不用这个子句"),
      at: clause.span,
      details: [Phrase("More or fewer lines:   limit 20", zh: "调整行数：   limit 20")],
      mends: [.init(.withoutIt, [.init(clause.span.withBlankBefore, "")])])
  }

  private static func target(_ baseline: BaselineSyntax) -> Diagnostic {
    .error(
      .clauseNotHere,
      Phrase(
        "`why` compares two periods, and a target has no parts", zh: "`why` 对比两个时段，目标没有组成部分"),
      at: baseline.span, mends: [.init(.write, [.init(baseline.span, "previous")])])
  }

  private static func steps(
    _ group: ItemSyntax, of groups: [ItemSyntax], _ clause: ClauseSyntax
  ) -> Diagnostic {
    let others = groups.filter { $0.span != group.span }.map {
      SyntaxPrinter.text(of: $0.expression)
    }
    let edit =
      others.isEmpty
      ? Diagnostic.Edit(clause.span.withBlankBefore, "")
      : Diagnostic.Edit(clause.span, "by " + others.joined(separator: ", "))
    return .error(
      .clauseNotHere,
      Phrase(
        "`why` compares two whole periods, so time steps are no groups of it",
        zh: "`why` 对比两个完整时段，时间步不能作为分组"),
      at: group.span, mends: [.init(.withoutIt, [edit])])
  }
}

extension ClauseSyntax {
  fileprivate var isConversion: Bool { if case .currency = form { true } else { false } }
}

extension SourceSpan {
  /// With the blank before it, so that a line without it has none too many.
  fileprivate var withBlankBefore: SourceSpan { SourceSpan(in: source, max(0, start - 1)..<end) }
}
