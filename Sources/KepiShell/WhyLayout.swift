// The account of a change as people and programs get it: rounded so that it adds up, and in order.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics
import KepiSyntax

/// What `why` says.
struct WhyTold {
  let answer: Answer
  let waterfall: WaterfallText?
  let closing: [Phrase]
  let notes: [Diagnostic]
}

struct WhyLayout {
  let account: WhyAccount
  let draft: WhyAccount.Draft
  let isForPeople: Bool

  private var name: String { account.question.name }
  private var unit: Unit { account.numbers.whole.now.unit }

  /// Lines in whole steps of 10^-places, parts and changes included.
  private struct Settled {
    var before: [Int128?] = []
    var after: [Int128?] = []
    var changes: [Int128] = []
    var parts: [[Int128]] = []
    var total: Int128 = 0
    var totalBefore: Int128?
    var totalAfter: Int128?
  }

  func told() -> WhyTold? {
    let entries = shownEntries()
    let places = places(for: entries)
    let settled = settled(entries, places)
    guard let answer = answer(entries, settled, places) else { return nil }
    return WhyTold(
      answer: answer, waterfall: waterfall(entries, settled, places),
      closing: closing(entries, settled, places), notes: notes(entries))
  }

  // MARK: Order

  /// The largest movers first; the rest in one line, where their parts can be added.
  private func shownEntries() -> [WhyEntry] {
    var order = Array(draft.entries.indices)
    func size(_ place: Int) -> Double {
      let entry = draft.entries[place]
      return (draft.isAdditive ? entry.after.number - entry.before.number : entry.moved).magnitude
    }
    let sizes = order.map(size)
    order.sort { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
    var entries = order.map { draft.entries[$0] }
    let limit = account.question.limit
    guard entries.count > limit else { return entries }
    if draft.reason != nil { return Array(entries.prefix(limit)) }
    // One line more is shorter than a line of others that stands for it.
    guard entries.count > limit + 1 else { return entries }
    let rest = entries[limit...]
    var others = rest[rest.startIndex]
    others.isOthers = true
    for entry in rest.dropFirst() { others.add(entry, isAdditive: draft.isAdditive) }
    if let ratio = others.ratio {
      others.before = ratio.before.map { .approximate($0) } ?? .blank
      others.after = ratio.after.map { .approximate($0) } ?? .blank
    } else if !draft.isAdditive {
      others.before = .blank
      others.after = .blank
    }
    entries.removeSubrange(limit...)
    return entries + [others]
  }

  // MARK: Rounding

  /// Decimal places: those of the amounts themselves where they are exact, at least cents where
  /// drivers part them; of a ratio as many as people read, and nine for programs.
  private func places(for entries: [WhyEntry]) -> Int {
    var values = [draft.before, draft.after]
    if draft.isAdditive || isGrouped { values += entries.flatMap { [$0.before, $0.after] } }
    var places: Int
    if values.allSatisfy(\.isExactOrBlank) {
      places = values.reduce(0) { most, value in
        if case .exact(let number) = value { max(most, number.trimmed().scale) } else { most }
      }
      let isParted = !draft.parts.isEmpty || !isGrouped
      if case .money = unit {
        places = max(places, currency.flatMap { CurrencyCodes.decimals(of: $0) } ?? 2)
      } else if isParted, !draft.isAdditive || !draft.parts.isEmpty {
        places = max(places, 2)
      }
    } else if isForPeople {
      places = unit == .percent ? 5 : 4
    } else {
      places = 9
    }
    // Columns hold 64 bits.
    let largest = (values + [.approximate(draft.entries.reduce(0) { $0 + $1.moved.magnitude })])
      .reduce(1) { max($0, $1.number.magnitude) }
    var room = 8e18 / largest
    var fitting = 0
    while fitting < places, room >= 10 {
      room /= 10
      fitting += 1
    }
    return fitting
  }

  private var isGrouped: Bool {
    draft.entries.contains { if case .groups = $0.label { true } else { false } }
  }

  private func settled(_ entries: [WhyEntry], _ places: Int) -> Settled {
    var result = Settled()
    result.before = entries.map { $0.before.steps(places) }
    result.after = entries.map { $0.after.steps(places) }
    result.totalBefore = draft.before.steps(places)
    result.totalAfter = draft.after.steps(places)
    if draft.isAdditive, values(entries).allSatisfy(\.isExactOrBlank) {
      result.changes = entries.indices.map {
        (result.after[$0] ?? 0) - (result.before[$0] ?? 0)
      }
      result.totalBefore = result.before.reduce(0) { $0 + ($1 ?? 0) }
      result.totalAfter = result.after.reduce(0) { $0 + ($1 ?? 0) }
      result.total = result.changes.reduce(0, +)
    } else {
      result.total = (result.totalAfter ?? 0) - (result.totalBefore ?? 0)
      result.changes =
        draft.reason == nil
        ? Settlement.settled(entries.map(\.moved), to: result.total, places: places)
        : entries.indices.map { (result.after[$0] ?? 0) - (result.before[$0] ?? 0) }
    }
    result.parts = entries.indices.map { place in
      draft.parts.isEmpty
        ? []
        : Settlement.settled(
          entries[place].effects, to: result.changes[place], places: places)
    }
    return result
  }

  private func values(_ entries: [WhyEntry]) -> [Value] {
    [draft.before, draft.after] + entries.flatMap { [$0.before, $0.after] }
  }

  // MARK: Columns

  private var currency: String? {
    guard case .money = unit else { return nil }
    return account.table.currencies.first
  }

  private var shownUnit: Unit {
    guard case .money = unit else { return unit }
    return .money(currency.map { .fixed($0) } ?? .unknown)
  }

  private func answer(
    _ entries: [WhyEntry], _ settled: Settled, _ places: Int
  ) -> Answer? {
    let rows = entries.count + 1
    var columns: [Table.NamedColumn] = []
    var cellUnits: [Int: [Unit]] = [:]
    var points: Set<Int> = []
    func add(_ name: String, _ values: [Value], _ unit: Unit) -> Bool {
      guard let column = Column(values, unit: unit) else { return false }
      columns.append(Table.NamedColumn(name: name, unit: unit, column: column))
      return true
    }
    func addChange(_ name: String, _ values: [Value]) -> Bool {
      if shownUnit == .percent { points.insert(columns.count) }
      return add(name, values, shownUnit)
    }
    func exact(_ steps: Int128?) -> Value {
      steps.map { .exact(ExactNumber($0, scale: places)) } ?? .blank
    }
    let axes = account.numbers.query.axes
    if isGrouped {
      for (place, axis) in axes.enumerated() {
        let values = entries.map { entry -> Value in
          guard !entry.isOthers, case .groups(let groups) = entry.label else { return .blank }
          return groups[place]
        }
        guard add(axis.name, values + [.blank], axis.unit) else { return nil }
      }
    } else {
      let names = entries.map { entry -> Value in
        switch entry.label {
        case .driver(let name): .text(entry.isOthers ? "(others)" : name)
        case .mark(let mark):
          .text(
            entry.isOthers ? "(others)" : said(mark))
        case .groups: .blank
        }
      }
      guard add(said(.driverHeader), names + [.text("(total)")], .text) else { return nil }
    }
    // Columns that a question names keep their names; what stands above drivers is no name.
    let label = isGrouped ? account.numbers.baseline.english : said(account.numbers.baseline)
    let now = said(.nowHeader)
    if isGrouped {
      guard
        add(
          "\(name) \(label)", settled.before.map(exact) + [exact(settled.totalBefore)], shownUnit),
        add(name, settled.after.map(exact) + [exact(settled.totalAfter)], shownUnit)
      else { return nil }
    } else if draft.isAdditive {
      guard
        add(label, settled.before.map(exact) + [exact(settled.totalBefore)], shownUnit),
        add(now, settled.after.map(exact) + [exact(settled.totalAfter)], shownUnit)
      else { return nil }
    } else {
      for (header, side, total) in [
        (label, \WhyEntry.before, settled.totalBefore),
        (now, \WhyEntry.after, settled.totalAfter),
      ] {
        let values = entries.map { entry in measured(entry[keyPath: side], entry.unit) }
        cellUnits[columns.count] = entries.map { shown($0.unit) } + [shownUnit]
        guard add(header, values + [exact(total).asMeasured], .number) else { return nil }
      }
    }
    if draft.parts.isEmpty || draft.isAdditive {
      // Values that are none of a sum have no common change to be parts of.
      let total = settled.totalBefore == nil || settled.totalAfter == nil ? nil : settled.total
      guard addChange("\(name) change", settled.changes.map { exact($0) } + [exact(total)])
      else { return nil }
    }
    for (place, part) in draft.parts.enumerated() {
      let steps = settled.parts.map { $0[place] }
      guard addChange("\(name) \(part)", steps.map { exact($0) } + [exact(steps.reduce(0, +))])
      else { return nil }
    }
    let groupCount = isGrouped ? axes.count : 1
    let lines = entries.map { $0.isOthers ? Answer.LineKind.others : .plain } + [.total]
    var answer = Answer(
      table: Table(rowCount: rows, columns: columns), groupingCount: groupCount, lines: lines,
      summedColumns: lines.map { $0 == .plain ? [] : Array(0..<groupCount) }, receipt: .none)
    answer.cellUnits = cellUnits
    answer.pointColumns = points
    answer.showsEveryDigit = true
    return answer
  }

  /// Programs read English.
  private func said(_ phrase: Phrase) -> String {
    phrase.text(in: isForPeople ? account.language : .english)
  }

  private func shown(_ unit: Unit) -> Unit {
    guard case .money = unit else { return unit }
    return .money(account.table.currencies.first.map { .fixed($0) } ?? .unknown)
  }

  /// A driver's value: people see it at the digits of its own unit.
  private func measured(_ value: Value, _ unit: Unit) -> Value {
    guard let number = value.double else { return .blank }
    guard isForPeople else { return .approximate(number) }
    let places: Int
    switch unit {
    case .percent: places = 5
    case .count: places = 2
    case .money, .number, .days, .text, .date, .truth: places = 4
    }
    return .approximate(
      ExactNumber(Settlement.steps(number, places: places), scale: places).double)
  }

  // MARK: Below the table

  private func text(_ steps: Int128, _ places: Int, isChange: Bool) -> Phrase {
    guard let amount = Int64(exactly: steps) else { return .empty }
    let plain = NumberStyle.full.text(amount, scale: places, unit: unit, currency: currency)
    let signed = isChange && steps > 0 ? "+" + plain : plain
    guard isChange, unit == .percent, signed.hasSuffix(" %") else {
      return Phrase(asWritten: signed)
    }
    let points = String(signed.dropLast(2))
    return Phrase("\(points) pp", zh: "\(points) 个百分点")
  }

  private func waterfall(
    _ entries: [WhyEntry], _ settled: Settled, _ places: Int
  ) -> WaterfallText? {
    guard draft.reason == nil, let first = settled.totalBefore, let last = settled.totalAfter,
      !entries.isEmpty
    else { return nil }
    let language = account.language
    func step(_ name: String, _ steps: Int128, isChange: Bool) -> WaterfallText.Step {
      WaterfallText.Step(
        name: name, size: Double(steps),
        text: text(steps, places, isChange: isChange).text(in: language))
    }
    let period = account.numbers.query.period?.label ?? Phrase("now", zh: "本期")
    return WaterfallText(
      first: step(account.numbers.baseline.text(in: language), first, isChange: false),
      steps: zip(entries, settled.changes).map { entry, change in
        step(name(of: entry), change, isChange: true)
      }, last: step(period.text(in: language), last, isChange: false))
  }

  private func name(of entry: WhyEntry) -> String {
    if entry.isOthers { return Phrase("(others)", zh: "（其他）").text(in: account.language) }
    switch entry.label {
    case .driver(let name): return name
    case .mark(let mark): return mark.text(in: account.language)
    case .groups(let groups):
      return groups.map { $0.isBlank ? "-" : $0.plainText }.joined(separator: " / ")
    }
  }

  private func closing(
    _ entries: [WhyEntry], _ settled: Settled, _ places: Int
  ) -> [Phrase] {
    guard draft.reason == nil else { return [] }
    // What is claimed is checked on the digits that are shown.
    let isClosed =
      settled.changes.reduce(0, +) == settled.total
      && zip(settled.parts, settled.changes).allSatisfy { parts, change in
        parts.isEmpty || parts.reduce(0, +) == change
      }
    let change = text(settled.total, places, isChange: true)
    precondition(isClosed, "rounded parts are settled so that they add up")
    return [
      Phrase(
        "The parts add up to the change of `\(name)`, \(change.english), to the last digit:"
          + " \(draft.method.english).",
        zh: "各部分之和等于 `\(name)` 的变动 \(change.chinese)，到最后一位：\(draft.method.chinese)")
    ] + comings() + draft.remarks
  }

  /// Groups that came and went.
  private func comings() -> [Phrase] {
    guard isGrouped else { return [] }
    let came = draft.entries.filter { $0.cameOrWent == true }.count
    let went = draft.entries.filter { $0.cameOrWent == false }.count
    guard came + went > 0 else { return [] }
    return [
      Phrase(
        "\(NumberStyle.text(came)) of \(NumberStyle.text(draft.entries.count)) groups came,"
          + " \(NumberStyle.text(went)) went.",
        zh: "\(NumberStyle.text(draft.entries.count)) 个分组中，新增 \(NumberStyle.text(came)) 个，"
          + "消失 \(NumberStyle.text(went)) 个")
    ]
  }

  private func notes(_ entries: [WhyEntry]) -> [Diagnostic] {
    guard let reason = draft.reason else { return [] }
    var details = [reason]
    if entries.count < draft.entries.count {
      let rest = draft.entries.count - entries.count
      details.append(
        Phrase(
          "\(NumberStyle.text(rest)) more groups are not shown:   limit \(draft.entries.count)",
          zh: "另有 \(NumberStyle.text(rest)) 个分组未显示：   limit \(draft.entries.count)"))
    }
    return [
      .note(
        .partsMislead,
        Phrase(
          "the changes of the groups are no parts of the change of `\(name)`",
          zh: "各分组的变动不是 `\(name)` 变动的组成部分"),
        at: account.question.item.span, details: details)
    ]
  }
}

extension WhyEntry {
  /// Whether a group is new, or gone where `false`; `nil` where it is neither.
  fileprivate var cameOrWent: Bool? {
    let isThere = (ratio?.bottomAfter ?? after.number) != 0
    let wasThere = (ratio?.bottomBefore ?? before.number) != 0
    return isThere == wasThere ? nil : isThere
  }

  fileprivate mutating func add(_ other: WhyEntry, isAdditive: Bool) {
    effects = zip(effects, other.effects).map { $0 + $1 }
    if let own = ratio, let more = other.ratio { ratio = own.adding(more) }
    guard isAdditive else { return }
    before = before.plus(other.before)
    after = after.plus(other.after)
  }
}

extension Value {
  /// In whole steps of 10^-places; `nil` where there is none.
  fileprivate func steps(_ places: Int) -> Int128? {
    switch self {
    case .exact(let number):
      (try? number.rounded(to: places).rescaled(to: places))
        ?? Settlement.steps(number.double, places: places)
    case .approximate(let number): Settlement.steps(number, places: places)
    case .blank, .nothing, .text, .day, .truth: nil
    }
  }

  fileprivate func plus(_ other: Value) -> Value {
    switch (self, other) {
    case (.exact(let one), .exact(let two)):
      (try? one.adding(two)).map { .exact($0) } ?? .approximate(one.double + two.double)
    case (.blank, let value), (.nothing, let value), (let value, .blank), (let value, .nothing):
      value
    default: .approximate(number + other.number)
    }
  }

  fileprivate var asMeasured: Value { double.map { .approximate($0) } ?? .blank }
}

// MARK: Words

extension Phrase {
  static let driverHeader = Phrase("driver", zh: "驱动因素")
  static let nowHeader = Phrase("now", zh: "本期")

  static let newMark = Phrase("(new)", zh: "（新增）")
  static let endedMark = Phrase("(ended)", zh: "（消失）")
  static let restMark = Phrase("(rest)", zh: "（未解释）")
  static let currencyMark = Phrase("(currency)", zh: "（汇率）")

  static let differences = Phrase("plain differences", zh: "直接相减")
  static let sharesOfLines = Phrase(
    "each line as its share of the denominator, rounded by largest remainder",
    zh: "各行占分母的比例，按最大余数取整")
  static let logarithmicMean = Phrase(
    "drivers by logarithmic means (LMDI), rounded by largest remainder",
    zh: "驱动因素按对数均值（LMDI）拆解，按最大余数取整")
  static let averagedOrders = Phrase(
    "drivers averaged over their orders (Shapley), since one changes its sign, rounded by largest"
      + " remainder",
    zh: "有驱动因素变号，按各种先后次序取平均（Shapley），按最大余数取整")
  static let volumeMixPrice = Phrase(
    "volume at the mix and prices before, mix at the prices before, price at the units after",
    zh: "量按原结构和原价，结构按原价，价按现销量")
  static let mixAndRate = Phrase(
    "rate is the groups' own change, mix that of their weights, at the means of both periods",
    zh: "rate 是各组自身的变动，mix 是权重的变动，均按两期平均")
  static let mixAndDrivers = Phrase(
    "the groups' own change by drivers (LMDI), and mix, at the means of both periods",
    zh: "各组自身的变动按驱动因素（LMDI）拆解，另有 mix，均按两期平均")

  static let stock = Phrase(
    "It is a stock: the last day of each period is compared.", zh: "这是存量：对比的是两期各自的最后一天")
  static let countedTwice = Phrase(
    "It counts different things, and one may be in several groups.",
    zh: "它数的是不同的个体，同一个体可能在几个分组里")
  static let groupsOverlap = Phrase(
    "The groups do not add up to the whole.", zh: "各分组之和不等于总体")
  static let noSum = Phrase(
    "A median, an extreme or a score of all is no sum of those of its groups.",
    zh: "总体的中位数、极值或得分，不是各分组之和")
}
