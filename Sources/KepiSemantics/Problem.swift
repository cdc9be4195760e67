// All that can be wrong with the meaning of a statement, and how we say it.
package import KepiColumns
package import KepiDiagnostics
package import KepiSyntax

package enum Problem: Error, Equatable {
  /// An earlier stage has said it.
  case alreadyReported

  // Names.
  case unknownName(Name, closest: String?)
  /// Neither a definition nor a source nor a kind of export.
  case nothingToDescribe(Name, closest: String?)
  /// `isOther`: it names something else that can be described.
  case unknownKind(Name, nearest: [String], isOther: Bool)
  /// A word that people use for several things, and has to be asked about.
  case severalMeanings(Name, AliasSyntax)
  /// The same, where the first is what most mean: a notice.
  case meaningChosen(Name, AliasSyntax)
  case unknownColumn(Name, source: String, closest: String?)
  case unknownSource(Name, closest: String?)
  case unknownFunction(Name, closest: String?)
  case unknownLink(Name, source: String)
  case unknownPeriod(Name, closest: String?)
  case unknownUnit(Name, closest: String?)
  case unknownQuantityUnit(Name)
  case unknownProperty(Name, known: [String])
  case badProperty(Name, SourceSpan, wants: Phrase)
  case hiddenGrain(Name)
  case definedTwice(Name, first: SourceSpan)
  case replacesShipped(Name)
  case definitionCycle(NonEmpty<Definition>)
  /// `usable`: those of the sources by whose column everything in the question can be asked.
  /// `isShared`: whether the columns are of one kind, so that they can be one dimension.
  case ambiguousColumn(Name, sources: [String], usable: [String], isShared: Bool)
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
  /// `reason`: why its lines have no sum. `by`: the dimensions without which it cannot be asked.
  case aggregateOfMetric(Name, call: SourceSpan, reason: Phrase, by: Diagnostic.Edit?)
  case bracketsOnRow(SourceSpan)
  case closingNeedsSum(SourceSpan)
  case argumentCount(Name, SourceSpan, wants: Phrase)
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
  case othersNotCarried(fill: SourceSpan, with: SourceSpan)
  /// `instead`: metrics that can be asked in its place.
  case neverBy(
    Name, String, SourceSpan, in: QuerySyntax, instead: [String], reason: Phrase)
  /// Supposed in brackets, and not on the tree of the number.
  case notADriver(Name, of: String, known: [String])
  case supposedUnit(Name, Unit, Unit, SourceSpan)
  /// It stands in several places of a tree, or under what cannot be undone.
  case notSolved(Name, in: String, SourceSpan)
  /// A number of one store, say, asked of several.
  case onlyPer(Name, [String], at: SourceSpan, in: QuerySyntax, reason: Phrase)

  // Sources.
  case notShared(NamePath, source: String)
  case notSharedBy(
    NamePath, metric: String, at: SourceSpan, source: String, in: QuerySyntax,
    knownBy: [SourceSpan])
  case bracketNotKnown(NamePath, metric: SourceSpan?, source: String)
  case twoLinks(NamePath, [String])
  case twoKindsOfChildren(SourceSpan, String, String)
  case notLoaded(String, fedBy: [String], metric: String?, at: SourceSpan)
  case columnNotThere(metric: String, source: String, column: String, at: SourceSpan)
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
      return Diagnostic(
        .error, .unexpectedPart, Phrase("this statement cannot be read", zh: "这条语句无法读取"))
    case .unknownName(let name, let closest):
      if let spaced = Lexer.spacedForm(of: name.text) {
        return .error(
          .missingSpace, .spaceAround(spaced.keyword), at: name.span,
          mends: [.init(.empty, [.init(name.span, spaced.text)])])
      }
      return .error(
        .unknownName,
        Phrase(
          "there is no metric or dimension called `\(name.text)`", zh: "没有叫 `\(name.text)` 的指标或维度"),
        at: name.span,
        details: closest == nil
          ? [
            Phrase(
              "What can be asked:   show metrics   show dimensions",
              zh: "可以查询的内容：   show metrics   show dimensions")
          ] : [],
        mends: nearest(closest, at: name.span))
    case .severalMeanings(let name, let word):
      return .error(
        .severalMeanings,
        Phrase(
          "`\(name.text)` is said of several numbers: which one?",
          zh: "`\(name.text)` 可以指几个不同的数字，要哪一个？"),
        at: name.span,
        mends: word.targets.map { target in
          .init(
            Phrase("For \(target.text):", zh: "要 \(target.text)："), [.init(name.span, target.text)])
        })
    case .meaningChosen(let name, let word):
      let others = word.others.map { "`\($0.text)`" }
      return .note(
        .meaningChosen,
        Phrase(
          "`\(name.text)` is read as `\(word.targets[0].text)`;"
            + " it may also mean \(others.joined(separator: ", "))",
          zh: "`\(name.text)` 按 `\(word.targets[0].text)` 计算；"
            + "也可能指 \(others.joined(separator: "、"))"),
        at: name.span)
    case .nothingToDescribe(let name, let closest):
      return .error(
        .unknownName,
        Phrase("nothing here is called `\(name.text)`", zh: "这里没有叫 `\(name.text)` 的内容"),
        at: name.span,
        details: closest == nil
          ? [
            Phrase(
              "There are lists:   show metrics   show dimensions   show sources   show kinds",
              zh: "各种列表：   show metrics   show dimensions   show sources   show kinds")
          ] : [],
        mends: nearest(closest, at: name.span))
    case .unknownKind(let name, let nearest, let isOther):
      return .error(
        .unknownName,
        Phrase("no kind of export is called `\(name.text)`", zh: "没有叫 `\(name.text)` 的报告类型"),
        at: name.span,
        details: isOther
          ? [
            Phrase(
              "It is something else:   describe \(name.text.quotedAsName)",
              zh: "这是别的名称：   describe \(name.text.quotedAsName)")
          ]
          : nearest.isEmpty
            ? [Phrase("Kinds are listed by:   show kinds", zh: "报告类型列表：   show kinds")] : [],
        mends: nearest.map { kind in
          .init(
            Phrase("A name near to it is `\(kind)`:", zh: "相近的名称 `\(kind)`："),
            [.init(name.span, kind.quotedAsName)])
        })
    case .unknownColumn(let name, let source, let closest):
      return .error(
        .unknownColumn,
        Phrase("`\(source)` has no column `\(name.text)`", zh: "`\(source)` 没有 `\(name.text)` 列"),
        at: name.span,
        mends: nearest(closest, at: name.span))
    case .unknownSource(let name, let closest):
      return .error(
        .unknownSource,
        Phrase("there is no source called `\(name.text)`", zh: "没有叫 `\(name.text)` 的数据源"),
        at: name.span,
        details: closest == nil
          ? [Phrase("Sources are listed by:   show sources", zh: "数据源列表：   show sources")] : [],
        mends: nearest(closest, at: name.span))
    case .unknownFunction(let name, let closest):
      return .error(
        .unknownName,
        Phrase("there is no function called `\(name.text)`", zh: "没有叫 `\(name.text)` 的函数"),
        at: name.span,
        details: closest == nil
          ? [Phrase("Functions are listed by:   help functions", zh: "函数列表：   help functions")]
          : [],
        mends: nearest(closest, at: name.span))
    case .unknownLink(let name, let source):
      return .error(
        .unknownColumn,
        Phrase("`\(name.text)` is no link of `\(source)`", zh: "`\(name.text)` 不是 `\(source)` 的关联"),
        at: name.span)
    case .unknownPeriod(let name, let closest):
      if let spaced = Lexer.spacedForm(of: name.text) {
        return .error(
          .missingSpace, .spaceAround(spaced.keyword), at: name.span,
          mends: [.init(.empty, [.init(name.span, spaced.text)])])
      }
      return .error(
        .unknownGrain,
        Phrase("there is no period called `\(name.text)`", zh: "没有叫 `\(name.text)` 的时段"),
        at: name.span,
        details: [
          Phrase(
            "Periods are `last 4 weeks`, `this month`, `2026-08`, or defined by name.",
            zh: "时段写作 `last 4 weeks`、`this month`、`2026-08`，或用定义过的名称")
        ],
        mends: nearest(closest, at: name.span))
    case .unknownUnit(let name, let closest):
      return .error(
        .unknownGrain, Phrase("`\(name.text)` is no unit of time", zh: "`\(name.text)` 不是时间单位"),
        at: name.span,
        details: [
          Phrase(
            "Units are day, week, month, quarter and year.",
            zh: "时间单位有 day、week、month、quarter 和 year")
        ],
        mends: nearest(closest, at: name.span))
    case .unknownQuantityUnit(let name):
      return .error(
        .notACurrency,
        Phrase(
          "`\(name.text)` is neither a currency nor days or weeks",
          zh: "`\(name.text)` 既不是币种，也不是天数或周数"), at: name.span)
    case .unknownProperty(let name, let known):
      return .error(
        .unknownProperty,
        Phrase("`\(name.text)` is not a property here", zh: "`\(name.text)` 不是这里的属性"),
        at: name.span,
        details: [
          Phrase(
            "Properties are \(known.listed(in: .english)).", zh: "属性有 \(known.listed(in: .chinese))"
          )
        ],
        mends: nearest(Spelling.closest(to: name.key, among: known), at: name.span))
    case .badProperty(let name, let span, let wants):
      return .error(
        .unknownProperty, Phrase("`\(name.text)` is written otherwise", zh: "`\(name.text)` 的写法不对"),
        at: span,
        details: [.forExample(wants)])
    case .hiddenGrain(let name):
      return .error(
        .hiddenGrain,
        Phrase(
          "`\(name.text)` is a unit of time and cannot be defined anew",
          zh: "`\(name.text)` 是时间单位，不能重新定义"), at: name.span)
    case .definedTwice(let name, let first):
      return Diagnostic(
        .error, .definedTwice,
        Phrase("`\(name.text)` is defined twice", zh: "`\(name.text)` 定义了两次"),
        at: [.init(name.span), .init(first, label: Phrase("the first is here", zh: "第一次在这里"))])
    case .replacesShipped(let name):
      return .note(
        .replacesShipped,
        Phrase("`\(name.text)` replaces the definition that ships", zh: "`\(name.text)` 替换了自带的定义"),
        at: name.span)
    case .definitionCycle(let definitions):
      // Told from the first of them, whichever was asked for, so that it is told once.
      let all = definitions.all.map(\.name)
      let first = all.indices.min { all[$0].span.isBefore(all[$1].span) } ?? 0
      let names = Array(all[first...] + all[..<first])
      let uses = names.indices.map { place in
        Diagnostic.Mark(
          names[place].span,
          label: Phrase(
            "`\(names[place].text)` uses `\(names[(place + 1) % names.count].text)`",
            zh: "`\(names[place].text)` 用到 `\(names[(place + 1) % names.count].text)`"))
      }
      return Diagnostic(
        .error, .definitionCycle,
        names.count == 1
          ? Phrase("this definition needs itself", zh: "这个定义用到了自己")
          : Phrase("these definitions need each other", zh: "这些定义互相引用"),
        at: uses)
    case .ambiguousColumn(let name, let sources, let usable, let isShared):
      let word = name.text.quotedAsName
      let columns = sources.map { "\($0.quotedAsName).\(word)" }.joined(separator: ", ")
      let definition = "dimension \(word) = \(columns)"
      return .error(
        .ambiguousColumn,
        Phrase("`\(name.text)` is a column of several sources", zh: "`\(name.text)` 是多个数据源都有的列"),
        at: name.span,
        details: isShared
          ? [
            Phrase(
              "Where they mean the same, say so first:   \(definition)",
              zh: "含义相同时，先定义：   \(definition)")
          ] : [],
        mends: usable.prefix(3).map {
          .init(
            Phrase("Say which:", zh: "指明是哪一个："),
            [.init(name.span, "\($0.quotedAsName).\(word)")])
        })
    case .answerTwice(let name, let span, let alias):
      let other = "\(name)_2".quotedAsName
      return .error(
        .answerTwice,
        Phrase("two columns of the answer would be called `\(name)`", zh: "结果中会有两列都叫 `\(name)`"),
        at: span,
        mends: [
          .init(
            Phrase("Name one of them:", zh: "给其中一列命名："),
            [alias.map { .init($0, other) } ?? .init(span.end(), " as \(other)")])
        ])
    case .parameterNotGiven(let name):
      return .error(
        .unknownParameter,
        Phrase("the parameter `\(name.text)` has no value", zh: "参数 `\(name.text)` 没有值"),
        at: name.span,
        details: [
          Phrase("Give it with --param \(name.text)=VALUE.", zh: "用 --param \(name.text)=VALUE 给出")
        ])

    case .notADriver(let name, let metric, let known):
      let closest = Spelling.closest(to: name.key, among: known)
      return .error(
        .notADriver,
        Phrase(
          "`\(name.text)` is no driver of `\(metric)`", zh: "`\(name.text)` 不是 `\(metric)` 的驱动因素"),
        at: name.span,
        details: known.isEmpty
          ? [
            Phrase(
              "It is no product or sum of other metrics, so nothing can be supposed.",
              zh: "它不是其他指标的积或和，无法做假设")
          ]
          : [
            Phrase(
              "Its drivers are \(known.listed(in: .english)).",
              zh: "它的驱动因素：\(known.listed(in: .chinese))")
          ],
        mends: closest.map {
          NameFolding.key($0) == name.key
            ? [] : [.init(nearest: .nearestName($0), [.init(name.span, $0.quotedAsName)])]
        } ?? [])
    case .supposedUnit(let name, let unit, let given, let span):
      return .error(
        .kindsDiffer,
        Phrase(
          "`\(name.text)` is \(unit.noun.english), and this is \(given.noun.english)",
          zh: "`\(name.text)` 是\(unit.noun.chinese)，而这里是\(given.noun.chinese)"), at: span,
        details: [
          Phrase(
            "A change is written with the driver's own name:   [\(name.text) = \(name.text) * 110%]",
            zh: "变动用它自己的名称来写：   [\(name.text) = \(name.text) * 110%]")
        ])
    case .notSolved(let name, let metric, let span):
      return .error(
        .notADriver,
        Phrase(
          "no value of `\(name.text)` can be worked out from `\(metric)`",
          zh: "无法由 `\(metric)` 反推 `\(name.text)`"), at: span,
        details: [
          Phrase(
            "It stands there in more than one place, or under more than plain arithmetic.",
            zh: "它在其中出现不止一次，或不止加减乘除")
        ])
    case .currenciesCompared(let first, let second, let left, let right):
      return Diagnostic(
        .error, .currenciesMixed,
        Phrase(
          "an amount in \(first) cannot be compared with one in \(second)",
          zh: "\(first) 金额不能与 \(second) 金额比较"),
        at: [.init(left), .init(right)])

    case .kindsDiffer(let sign, let left, let right, let leftSpan, let rightSpan):
      let (first, second) = (left.noun, right.noun)
      let message =
        switch sign {
        case "+":
          Phrase(
            "\(first.english) and \(second.english) cannot be added",
            zh: "\(first.chinese)和\(second.chinese)不能相加")
        case "-":
          Phrase(
            "\(first.english) and \(second.english) cannot be subtracted",
            zh: "\(first.chinese)和\(second.chinese)不能相减")
        case "*":
          Phrase(
            "\(first.english) and \(second.english) cannot be multiplied",
            zh: "\(first.chinese)和\(second.chinese)不能相乘")
        case "/":
          Phrase(
            "\(first.english) cannot be divided by \(second.english)",
            zh: "\(first.chinese)不能除以\(second.chinese)")
        case "else", ",":
          Phrase(
            "\(first.english) and \(second.english) cannot stand in one column",
            zh: "\(first.chinese)和\(second.chinese)不能放在同一列")
        default:
          Phrase(
            "\(first.english) cannot be compared with \(second.english)",
            zh: "\(first.chinese)不能与\(second.chinese)比较")
        }
      return Diagnostic(.error, .kindsDiffer, message, at: [.init(leftSpan), .init(rightSpan)])
    case .notACondition(let span, let unit):
      return .error(
        .notACondition,
        Phrase(
          "this is \(unit.noun.english), and a condition is wanted",
          zh: "这是\(unit.noun.chinese)，这里需要条件"), at: span,
        details: [
          Phrase(
            "A condition compares: `site = \"DE\"`, `units > 0`.",
            zh: "条件是一个比较：`site = \"DE\"`、`units > 0`")
        ])
    case .notANumber(let span, let unit):
      return .error(
        .kindsDiffer,
        Phrase(
          "this is \(unit.noun.english), and a number is wanted",
          zh: "这是\(unit.noun.chinese)，这里需要数字"), at: span)
    case .notText(let span, let unit):
      return .error(
        .kindsDiffer,
        Phrase(
          "this is \(unit.noun.english), and text is wanted", zh: "这是\(unit.noun.chinese)，这里需要文本"),
        at: span)
    case .notADate(let span, let unit):
      return .error(
        .kindsDiffer,
        Phrase(
          "this is \(unit.noun.english), and a date is wanted", zh: "这是\(unit.noun.chinese)，这里需要日期"),
        at: span)
    case .notAMetric(let name, let isSegment):
      return .error(
        .notAMetric,
        isSegment
          ? Phrase(
            "`\(name.text)` is a segment: it belongs behind `where` or in brackets",
            zh: "`\(name.text)` 是分段，写在 `where` 后面或方括号里")
          : Phrase(
            "`\(name.text)` is a dimension: it belongs behind `by` or `where`",
            zh: "`\(name.text)` 是维度，写在 `by` 或 `where` 后面"),
        at: name.span)
    case .notADimension(let name):
      return .error(
        .notADimension,
        Phrase(
          "`\(name.text)` is a metric, and lines are made of dimensions",
          zh: "`\(name.text)` 是指标，分组要用维度"),
        at: name.span)
    case .notADimensionValue(let span):
      return .error(
        .notADimension, Phrase("every row has this same value", zh: "每一行的值都相同"), at: span)
    case .notAValue(let name):
      return .error(
        .notAMetric,
        Phrase(
          "`\(name.text)` is neither a metric nor a dimension", zh: "`\(name.text)` 既不是指标，也不是维度"),
        at: name.span)
    case .notAPeriod(let name):
      return .error(
        .unknownGrain, Phrase("`\(name.text)` is not a period", zh: "`\(name.text)` 不是时段"),
        at: name.span)
    case .noColumn(let span):
      return .error(
        .notAMetric, Phrase("nothing here is read from a source", zh: "这里没有从数据源读取任何内容"), at: span)
    case .metricInRow(let name):
      return .error(
        .metricInWhere,
        .onlyAfterGrouping(name),
        at: name.span)
    case .metricInWhere(let name, let query):
      return .error(
        .metricInWhere,
        .onlyAfterGrouping(name),
        at: name.span, mends: query.movedToHaving(name))
    case .rowOutsideAggregate(let path):
      return .error(
        .notAMetric,
        Phrase(
          "`\(path.text)` is a column: many rows have one, and an answer needs one number",
          zh: "`\(path.text)` 是列：每行各有一个值，结果需要一个汇总的数字"),
        at: path.span,
        mends: [
          .init(
            Phrase("Add the rows up, for example:", zh: "把各行汇总，例如："),
            [.init(path.span, "sum(\(path.text))")])
        ])
    case .rowFunctionOutside(let name):
      return .error(
        .notAMetric,
        Phrase(
          "`\(name.text)` works on rows, inside an aggregate, `where` or `by`",
          zh: "`\(name.text)` 作用于行，写在汇总函数、`where` 或 `by` 里"),
        at: name.span)
    case .aggregateOfMetric(let name, let call, let reason, let by):
      return .error(
        .notAMetric,
        Phrase(
          "`\(name.text)` is a metric: it is aggregated already", zh: "`\(name.text)` 是指标，已经汇总过了"),
        at: name.span, details: reason == .empty ? [] : [reason],
        mends: [
          .init(
            Phrase("Ask for it as it is:", zh: "直接查询："),
            [.init(call, name.text.quotedAsName)] + (by.map { [$0] } ?? []))
        ])
    case .bracketsOnRow(let span):
      return .error(
        .notACondition,
        Phrase("brackets change a metric, and this is one row", zh: "方括号用来改变指标，这里是一行数据"), at: span)
    case .closingNeedsSum(let span):
      return .error(
        .notAMetric, Phrase("a closing or opening value is that of a sum", zh: "期末值或期初值要取自汇总"),
        at: span,
        details: [.forExample("closing(sum(inventory.units), inventory.sku)")])
    case .argumentCount(let name, let span, let wants):
      return .error(
        .argumentCount,
        Phrase("`\(name.text)` takes \(wants.english)", zh: "`\(name.text)` 需要\(wants.chinese)"),
        at: span)
    case .boundsNotRising(let span):
      return .error(
        .argumentCount,
        Phrase("the bounds of `bucket` rise from left to right", zh: "`bucket` 的界限要从左到右递增"),
        at: span)
    case .durationNeedsDays(let unit):
      return .error(
        .kindsDiffer,
        Phrase("a \(unit.text) has no fixed number of days", zh: "\(unit.text) 的天数不固定"),
        at: unit.span,
        details: [Phrase("Durations are in days or weeks.", zh: "时长以天或周计")])
    case .tooDeep(let span):
      return .error(.unexpectedPart, Phrase("this is nested too deeply", zh: "这里嵌套太深"), at: span)
    case .notACurrency(let code, let clause):
      return .error(
        .notACurrency,
        Phrase(
          "`in \(code.text)`: \(code.text) is not a currency",
          zh: "`in \(code.text)`：\(code.text) 不是币种"), at: clause,
        mends: [
          .init(
            Phrase("For a list of values write:", zh: "值的列表写作："),
            [.init(clause, "in (\"\(code.text)\")")])
        ])
    case .topRanksByMetric(let name, let query):
      return .error(
        .topRanksByMetric,
        Phrase(
          "in `top`, `by` names what to rank by, and `\(name.text)` is a dimension",
          zh: "`top` 中的 `by` 后面是排名依据，而 `\(name.text)` 是维度"), at: name.span,
        mends: query.rankedByFirstMetric(name))
    case .notGrouped(let path):
      return .error(
        .perNotGrouped,
        Phrase("`\(path.text)` is not among the names of `by`", zh: "`\(path.text)` 不在 `by` 的分组里"),
        at: path.span)
    case .onlyNotGrouped(let path):
      return .error(
        .perNotGrouped,
        Phrase(
          "`only \(path.text)` keeps a name of `by`, and it is not there",
          zh: "`only \(path.text)` 保留 `by` 中的分组，但那里没有它"),
        at: path.span)
    case .weeksByMonths(let span):
      return .error(
        .weeksByMonths, Phrase("weeks do not move by months or quarters", zh: "周不能按月或季移动"),
        at: span,
        details: [
          Phrase(
            "Weeks move by weeks, and by years to the week of the same number.",
            zh: "周按周移动，或按年移到同一周号的周")
        ])
    case .fillNeedsStock(let span):
      return .error(
        .kindsDiffer,
        Phrase(
          "only stock is carried on: a sum of what happened is not", zh: "只有库存类的值可以顺延，发生额的汇总不能"),
        at: span,
        details: [
          Phrase(
            "`fill previous` is for metrics of closing or opening values.",
            zh: "`fill previous` 用于期末值或期初值的指标")
        ])
    case .othersNotCarried(let fill, let with):
      return Diagnostic(
        .error, .kindsDiffer,
        Phrase(
          "the others are not the same things in every step, so no value of theirs is carried on",
          zh: "各时段的“其他”不是同一批，没有可以顺延的值"),
        at: [.init(fill), .init(with)],
        mends: [
          .init(
            Phrase("Leave out steps without rows:", zh: "略去没有数据的时段："), [.init(fill, "fill none")])
        ])
    case .noRates(let code):
      return .error(
        .noRates,
        Phrase("there are no rates to convert to \(code.text) by", zh: "没有可用来折算成 \(code.text) 的汇率"),
        at: code.span,
        details: [
          Phrase(
            "Define them:   fx ecb from \"rates.csv\" { base: EUR; units_per_base: rate }",
            zh: "定义汇率：   fx ecb from \"rates.csv\" { base: EUR; units_per_base: rate }")
        ])
    case .severalRates(let code, let tables):
      return .error(
        .noRates,
        Phrase(
          "there are several tables of rates: \(tables.listed(in: .english))",
          zh: "有多个汇率表：\(tables.listed(in: .chinese))"),
        at: code.span,
        mends: tables.prefix(2).map {
          .init(Phrase("Name one:", zh: "指明用哪一个："), [.init(code.span.end(), " at \($0)")])
        })
    case .unknownRates(let name, let closest):
      return .error(
        .noRates,
        Phrase("there is no table of rates called `\(name.text)`", zh: "没有叫 `\(name.text)` 的汇率表"),
        at: name.span,
        mends: nearest(closest, at: name.span))
    case .rateUnknown(let code, let table):
      return .error(
        .noRates,
        Phrase(
          "the rates of \(table) do not tell \(code.text.uppercased())",
          zh: "汇率表 \(table) 里没有 \(code.text.uppercased())"), at: code.span)
    case .targetNotAComparison(let span):
      return .error(
        .badTarget, Phrase("a target compares a metric with a constant", zh: "目标是指标与常数的比较"),
        at: span,
        details: [.forExample("target acos <= 25% where site = \"DE\" over 2026")])
    case .targetCondition(let span):
      return .error(
        .badTarget,
        Phrase(
          "a target holds for values of dimensions, joined by `and`", zh: "目标的条件只能是维度的值，用 `and` 连接"),
        at: span,
        details: [.forExample("where site = \"DE\" and store = \"Nord\"")])
    case .clauseNotInTarget(let span):
      return .error(
        .clauseNotHere,
        Phrase("a target takes `where` and `over` alone", zh: "目标只能带 `where` 和 `over`"), at: span)
    case .targetOfNoMetric(let span):
      return .error(
        .badTarget,
        Phrase(
          "targets are set for metrics, and this is more than the name of one", zh: "目标只能设在单个指标名称上"),
        at: span)
    case .unknownCalendar(let name, let closest):
      return .error(
        .unknownCalendar,
        Phrase("there is no calendar called `\(name.text)`", zh: "没有叫 `\(name.text)` 的日历"),
        at: name.span,
        details: closest == nil
          ? [
            Phrase(
              "Define one:   calendar fiscal { year_start: \"04-01\" }",
              zh: "定义一个：   calendar fiscal { year_start: \"04-01\" }")
          ] : [],
        mends: nearest(closest, at: name.span))
    case .groupsOverlap(let parent, let child, _):
      return .note(
        .groupsOverlap,
        Phrase(
          "groups overlap: a row of \(parent) counts in each group that one of its \(child) is in",
          zh: "分组有重叠：\(parent) 的一行，只要有一条 \(child) 属于某组，就计入该组"))
    case .othersNeedTop(let span):
      return .error(
        .othersNeedTop,
        Phrase(
          "`with others` needs `top`: without it no line is left out",
          zh: "`with others` 需要 `top`，否则没有略去的行"), at: span)
    case .neverBy(let name, let axis, let span, let query, let instead, let reason):
      return .error(
        .notShared,
        Phrase(
          "`\(name.text)` by `\(axis)` would mislead", zh: "`\(name.text)` 按 `\(axis)` 分组会造成误解"),
        at: span,
        details: reason.isEmpty ? [] : [reason],
        mends: instead.map { query.asking($0, insteadOf: name) })
    case .onlyPer(let name, let dimensions, let span, let query, let reason):
      return .error(
        .notShared,
        Phrase(
          "`\(name.text)` belongs to one \(dimensions.joined(separator: " and "))"
            + " and is never added up over several",
          zh: "`\(name.text)` 属于单个 \(dimensions.joined(separator: "、"))，不能跨几个相加或平均"),
        at: span, details: reason.isEmpty ? [] : [reason],
        mends: [
          .init(
            Phrase("Ask for each:", zh: "分别查询："),
            [query.grouped(by: dimensions)])
        ])

    case .notShared(let path, let source):
      return .error(
        .notShared, .notKnown(path, source), at: path.span)
    case .notSharedBy(let path, let metric, let span, let source, let query, let knownBy):
      return Diagnostic(
        .error, .notShared,
        Phrase(
          "`\(metric)` comes from a table without `\(path.text)`",
          zh: "`\(metric)` 所在的表没有 `\(path.text)`"),
        at: [.init(span), .init(path.span)],
        details: [Phrase("That table is `\(source)`.", zh: "那张表是 `\(source)`")],
        mends: query.bracketed(path, on: knownBy))
    case .bracketNotKnown(let path, let metric, let source):
      return Diagnostic(
        .error, .notShared, .notKnown(path, source),
        at: [.init(path.span)] + (metric.map { [.init($0)] } ?? []))
    case .twoKindsOfChildren(let span, let first, let second):
      return .error(
        .notShared,
        Phrase(
          "conditions on `\(first)` and on `\(second)` cannot hold for one row",
          zh: "对 `\(first)` 和对 `\(second)` 的条件不能在同一行上成立"), at: span)
    case .twoLinks(let path, let ways):
      return .error(
        .twoLinks, Phrase("two links lead to `\(path.text)`", zh: "有两个关联通向 `\(path.text)`"),
        at: path.span,
        mends: ways.map { .init(Phrase("Name the way:", zh: "指明走哪一个："), [.init(path.span, $0)]) })
    case .notLoaded(let source, let fedBy, let metric, let span):
      let message =
        metric.map {
          Phrase(
            "`\($0)` reads `\(source)`, and no file of it is loaded",
            zh: "`\($0)` 读取 `\(source)`，但还没有载入它的文件")
        } ?? Phrase("`\(source)`: no file of it is loaded", zh: "`\(source)`：还没有载入它的文件")
      let first = fedBy.prefix(3)
      let hasMore = fedBy.count > first.count
      let kinds = Phrase(
        "It is fed by: \(first.joined(separator: "; "))\(hasMore ? "; and others" : "").",
        zh: "它来自：\(first.joined(separator: "；"))\(hasMore ? "等" : "")")
      return .error(.notLoaded, message, at: span, details: fedBy.isEmpty ? [] : [kinds])
    case .columnNotThere(let metric, let source, let column, let span):
      return .error(
        .notLoaded,
        Phrase(
          "`\(metric)` reads the column `\(column)` of `\(source)`, and no file that is loaded has it",
          zh: "`\(metric)` 读取 `\(source)` 的列 `\(column)`，但已载入的文件都没有这一列"),
        at: span)
    case .grainTooFine(let metric, let span, let known, let asked, let axis, let period):
      return Diagnostic(
        .error, .grainTooFine,
        Phrase(
          "`\(metric)` is known by \(known.rawValue), not by \(asked.rawValue)",
          zh: "`\(metric)` 只有按\(known.chinese)的数据，没有按\(asked.chinese)的"),
        at: [.init(axis), .init(span)],
        mends: [
          .init(
            Phrase("Ask by \(known.rawValue):", zh: "按\(known.chinese)查询："),
            [.init(axis, known.rawValue)] + (period.map { [.init($0, "over all")] } ?? []))
        ])
    case .periodCutsStep(let metric, let step, let span, let period):
      return Diagnostic(
        .error, .grainTooFine,
        Phrase(
          "`\(metric)` is known by whole \(step.rawValue)s, and the period cuts one",
          zh: "`\(metric)` 只有整\(step.chinese)的数据，而时段截断了其中一\(step.chineseCounted)"),
        at: [.init(period), .init(span)],
        mends: [.init(Phrase("Ask about all days:", zh: "查询全部日期："), [.init(period, "over all")])])
    case .rowsCut(let metric, let span, let rows, let cut, let period, let grain):
      let marks = [grain ?? period ?? span, span].map { Diagnostic.Mark($0) }
      var edits: [Diagnostic.Edit] = []
      if let period { edits.append(.init(period, "over all")) }
      return Diagnostic(
        .error, .grainTooFine,
        Phrase(
          "rows of `\(metric)` cover \(rows.lowerBound.text) to \(rows.upperBound.text)"
            + " as one and cannot be cut at \(cut.text)",
          zh: "`\(metric)` 的行把 \(rows.lowerBound.text) 至 \(rows.upperBound.text) 合为一段，"
            + "不能在 \(cut.text) 截断"),
        at: marks,
        mends: grain == nil && !edits.isEmpty
          ? [.init(Phrase("Ask about all days:", zh: "查询全部日期："), edits)] : [])
    case .sourceChosen(let sources, _):
      return .note(
        .sourceChosen,
        Phrase(
          "answered from \(sources.listed(in: .english))",
          zh: "数据取自 \(sources.listed(in: .chinese))"))

    case .notADay(let span):
      return .error(
        .notADay, Phrase("this is not a day of the calendar", zh: "这不是日历上的日期"), at: span)
    case .periodBackwards(let from, let to):
      return Diagnostic(
        .error, .periodBackwards, Phrase("the period ends before it begins", zh: "时段的结束早于开始"),
        at: [.init(from.span), .init(to.span)],
        mends: [
          .init(
            Phrase("The other way round:", zh: "反过来："),
            [.init(from.span, to.text), .init(to.span, from.text)])
        ])
    case .afterAsOf(let span, let day):
      return .error(
        .periodBackwards,
        Phrase(
          "the period would begin after the as-of day, \(day.text)", zh: "时段的开始晚于截至日 \(day.text)"),
        at: span)
    case .beforeLoaded(let span, let day):
      return .error(
        .periodNotLoaded,
        Phrase(
          "nothing is loaded so early: the first day is \(day.text)",
          zh: "没有这么早的数据：第一天是 \(day.text)"), at: span)
    case .nothingBefore(let asOf, let first, let span):
      return .error(
        .periodNotLoaded,
        Phrase(
          "as of \(asOf.text) there is nothing: the first day is \(first.text)",
          zh: "截至 \(asOf.text) 没有数据：第一天是 \(first.text)"),
        at: span)
    case .noTime(let span, let source):
      return .error(
        .noTime,
        Phrase("`\(source)` has no days, so no period can be taken", zh: "`\(source)` 没有日期，不能取时段"),
        at: span,
        details: [
          Phrase(
            "A file that names none takes them when loaded:   load \"…\" with date = 2026-08",
            zh: "文件里没有日期时，载入时给出：   load \"…\" with date = 2026-08")
        ])
    case .grainInWhere(let name):
      return .error(
        .grainInWhere, .timeInWhere, at: name.span,
        details: [.otherDaysNeeded])
    case .grainCondition(let name, let condition, let query):
      return .error(
        .grainInWhere, .timeInWhere, at: name.span,
        details: [.otherDaysNeeded],
        mends: query.movedToOver(condition))
    case .sourcesEndApart(let ends, let asOf, let span):
      return .note(
        .sourcesEndApart, Self.list(ends), at: span,
        details: [
          Phrase(
            "The answer is as of \(asOf.text) so that all sides cover the same days.",
            zh: "结果截至 \(asOf.text)，使各方覆盖相同的日期")
        ])
    }
  }

  private static func list(_ ends: [(name: String, day: Day)]) -> Phrase {
    let english = ends.enumerated().map { place, end in
      "`\(end.name)`\(place == 0 ? " ends" : "") on \(end.day.text)"
    }
    let chinese = ends.map { "`\($0.name)` 止于 \($0.day.text)" }
    return Phrase(english.joined(separator: ", "), zh: chinese.joined(separator: "，"))
  }

  private func nearest(_ closest: String?, at span: SourceSpan) -> [Diagnostic.Mend] {
    guard let closest else { return [] }
    return [.init(nearest: .nearestName(closest), [.init(span, closest.quotedAsName)])]
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
    case .aggregateOfMetric(let name, let call, _, nil):
      guard let definition = model.catalogue.definition(name.key) else { return self }
      let reason =
        definition.per.isEmpty ? model.reasonAgainstSums(of: definition) : definition.reason
      let missing = definition.per.filter { dimension in
        !query.axisItems.contains { $0.expression.isOf(dimension, in: model) }
          && !query.conditions.flatMap(\.namePaths).contains { $0.single?.key == dimension.key }
      }
      return .aggregateOfMetric(
        name, call: call, reason: reason,
        by: missing.isEmpty ? nil : query.grouped(by: missing.map(\.text)))
    case .unknownName(let name, nil):
      let isAxis = query.axisItems.contains { $0.expression.span == name.span }
      return .unknownName(name, closest: model.closestName(to: name, for: isAxis ? .axis : .row))
    default: return self
    }
  }
}

extension ExpressionSyntax {
  /// Whether it is a dimension, by whichever of its names.
  fileprivate func isOf(_ dimension: Name, in model: Model) -> Bool {
    guard case .name(let path) = form, let name = path.single else { return false }
    return (model.catalogue.definition(name.key)?.name.key ?? name.key) == dimension.key
  }
}

extension Model {
  /// Why the values that a metric has for several lines are not added up, nor their mean taken.
  fileprivate func reasonAgainstSums(of definition: Definition) -> Phrase {
    guard case .metric(let alternatives) = definition.form,
      let formula = formulaOf(alternatives[0])
    else { return .empty }
    switch formula.kind {
    case .additive:
      return Phrase("Its rows are added up for every line.", zh: "它在每一行里已经把各行数据加总")
    case .ratio:
      return Phrase(
        "It is a ratio, divided last: lines of it have no sum and no plain mean.",
        zh: "它是比率，最后才相除：各行的值不能相加，也不能直接平均")
    case .semiAdditive:
      return Phrase(
        "It is stock: the last day stands for the period, so days of it are not added.",
        zh: "它是存量：以最后一天代表整个时段，所以各天不能相加")
    case .distinct:
      return Phrase(
        "What it counts may stand in several lines, and counts once: they are not added.",
        zh: "它数的东西可能出现在好几行里，只算一次，所以各行不能相加")
    case .other:
      return Phrase(
        "It is computed afresh for every line, so lines of it have no sum.",
        zh: "它每行重新计算，所以各行的值不能相加")
    }
  }
}

extension Phrase {
  fileprivate static func onlyAfterGrouping(_ name: Name) -> Phrase {
    Phrase(
      "`\(name.text)` exists only after grouping, so rows cannot be filtered by it",
      zh: "`\(name.text)` 在分组之后才有，不能用来筛选行")
  }

  fileprivate static func notKnown(_ path: NamePath, _ source: String) -> Phrase {
    Phrase("`\(source)` does not know `\(path.text)`", zh: "`\(source)` 没有 `\(path.text)`")
  }

  fileprivate static let timeInWhere = Phrase(
    "time is not filtered by `where` but by `over`", zh: "时间用 `over` 筛选，不用 `where`")

  fileprivate static let otherDaysNeeded = Phrase(
    "Windows and earlier periods must still see the other days.",
    zh: "滚动窗口和更早的时段还要用到其他日期")
}

extension String {
  /// In backquotes where it could not be typed as a name.
  package var quotedAsName: String { Lexer.isPlainName(self) ? self : "`\(self)`" }
}

extension SourceSpan {
  fileprivate func isBefore(_ other: SourceSpan) -> Bool {
    source == other.source ? start < other.start : source < other.source
  }

  /// The empty span behind this one.
  func end() -> SourceSpan { SourceSpan(in: source, end..<end) }
  func begin() -> SourceSpan { SourceSpan(in: source, start..<start) }
}
