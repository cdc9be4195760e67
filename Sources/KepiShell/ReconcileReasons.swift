// What the difference of two metrics is made of, as far as the loaded rows show it.
import KepiColumns
import KepiDiagnostics
import KepiEngine
import KepiReports
import KepiSemantics

/// In the order in which they are looked for. Each takes its part of what those before it left.
enum ReconcileReason: String, CaseIterable {
  /// Days of the period that one side's source does not have.
  case notLoaded = "days not loaded"
  case cancelled
  case refunds
  case tax
  /// The other side has it on days outside the period.
  case timing
  /// Too new for the other side to have it.
  case notPosted = "not posted yet"
  /// On days whose attributed sales still change.
  case attribution = "attribution window"

  var phrase: Phrase {
    switch self {
    case .notLoaded: Phrase(rawValue, zh: "未载入的日期")
    case .cancelled: Phrase(rawValue, zh: "已取消")
    case .refunds: Phrase(rawValue, zh: "退款")
    case .tax: Phrase(rawValue, zh: "税")
    case .timing: Phrase(rawValue, zh: "时间差")
    case .notPosted: Phrase(rawValue, zh: "尚未入账")
    case .attribution: Phrase(rawValue, zh: "归因窗口")
    }
  }
}

/// Asks for both metrics day by day, and order by order where both sides name their orders, and
/// lays the difference of each group on what those rows show. Nothing is assumed: cancelled orders,
/// refunds and tax count only where the days or orders come closer with them.
struct ReconcileReasons {
  let first: Formula
  let second: Formula
  let query: ResolvedQuery
  let questioner: Questioner

  struct Findings {
    /// One for each line.
    var reasons: [[ReconcileReason: Quantity]]
    /// How a reason was computed.
    var methods: [ReconcileReason: Phrase] = [:]
  }

  /// One side of one order or day.
  private struct Sides {
    var total = Quantity.zero
    var cancelled = Quantity.zero
    var refunds = Quantity.zero
    var tax = Quantity.zero
  }

  private struct Record {
    let group: [Value]
    /// `nil` where the sides do not both name their orders.
    let order: Value?
    let day: Int
    var sides: [Sides]
  }

  /// The columns that reasons are read from.
  private static let (orderColumn, statusColumn, typeColumn) = (
    "order_id", "order_status", "transaction_type"
  )
  private static let (cancelledWord, refundWord) = ("Cancelled", "Refund")
  private static let taxColumns = ["item_tax", "tax", "order_tax"]

  private var formulas: [Formula] { [first, second] }

  private func sources(of side: Int) -> [String] {
    var keys: [String] = []
    for aggregate in formulas[side].aggregates where !keys.contains(aggregate.source) {
      keys.append(aggregate.source)
    }
    return keys
  }

  /// First and last day that all sources of a side have.
  private func covered(_ side: Int) -> ClosedRange<Day>? {
    let extents = sources(of: side).map { questioner.store[$0]?.schema.extent?.days }
    guard let first = extents.compactMap({ $0?.lowerBound }).max(),
      let last = extents.compactMap({ $0?.upperBound }).min(), !extents.contains(nil),
      first <= last
    else { return nil }
    return first...last
  }

  /// `nil` where the numbers do not add up over days, or have none.
  func findings(
    for lines: [ReconcileRun.Line]
  ) throws(Questioner.Refusal) -> Findings? {
    guard first.addsUp, second.addsUp, query.period != nil, query.children.isEmpty,
      let one = covered(0), let two = covered(1), lines.contains(where: { $0.difference != nil })
    else { return nil }
    let whole = min(one.lowerBound, two.lowerBound)...max(one.upperBound, two.upperBound)
    guard let records = try records(over: whole) else { return nil }
    let groups = Dictionary(grouping: records, by: \.group)
    var findings = Findings(reasons: [])
    for line in lines {
      guard line.difference != nil, !(line.difference?.isZero ?? true), let days = line.days else {
        findings.reasons.append([:])
        continue
      }
      let own = groups[valueAxes.map { line.groups[$0] }] ?? []
      findings.reasons.append(reasons(of: own, in: days, [one, two], &findings.methods))
    }
    return findings
  }

  private var valueAxes: [Int] { query.axes.indices.filter { !query.isGrain($0) } }

  // MARK: The rows

  /// `nil` where amounts are in several currencies.
  private func records(
    over days: ClosedRange<Day>
  ) throws(Questioner.Refusal) -> [Record]? {
    let all = sources(of: 0) + sources(of: 1)
    let hasOrders = all.allSatisfy { has(Self.orderColumn, $0, .text) }
    var axes = valueAxes.map { query.axes[$0] }
    if hasOrders { axes.append(.column(Self.orderColumn, of: all, at: query.span)) }
    axes.append(.days(at: query.span))
    var items: [ResolvedQuery.Item] = []
    /// The place of each part of each side among the items.
    var places: [[WritableKeyPath<Sides, Quantity>: Int]] = [[:], [:]]
    func add(_ side: Int, _ part: WritableKeyPath<Sides, Quantity>, _ formula: Formula?) {
      guard let formula else { return }
      places[side][part] = items.count
      items.append(
        ResolvedQuery.Item(name: "part \(items.count)", formula: formula, span: query.span))
    }
    for side in [0, 1] {
      add(side, \.total, formulas[side])
      add(side, \.cancelled, kept(side, Self.statusColumn, Self.cancelledWord))
      add(side, \.refunds, kept(side, Self.typeColumn, Self.refundWord))
      add(side, \.tax, taxed(side))
    }
    let result = try questioner.result(of: query.listing(items, by: axes, over: days))
    var records: [Record] = []
    records.reserveCapacity(result.lines.count)
    for line in result.lines {
      guard case .day(let day)? = line.groups.last else { continue }
      var sides = [Sides(), Sides()]
      for side in [0, 1] {
        for (part, place) in places[side] {
          let cell = line.cells[place]
          if cell.currency == .mixed { return nil }
          sides[side][keyPath: part] = Quantity(cell.value) ?? .zero
        }
      }
      if sides.allSatisfy({ $0.total.isZero }) { continue }
      records.append(
        Record(
          group: Array(line.groups.prefix(valueAxes.count)),
          order: hasOrders ? line.groups[valueAxes.count] : nil, day: day.number, sides: sides))
    }
    return records
  }

  private func has(_ column: String, _ source: String, _ unit: Unit?) -> Bool {
    questioner.store[source]?.schema.columns.contains {
      $0.name == column && $0.isLoaded && (unit == nil || $0.unit == unit)
    } ?? false
  }

  /// A side where a text is a certain one; `nil` where it has no such column.
  private func kept(_ side: Int, _ column: String, _ text: String) -> Formula? {
    var conditions: [String: RowExpression] = [:]
    for source in sources(of: side) where has(column, source, .text) {
      conditions[source] = .text(column, of: source, is: text)
    }
    return conditions.isEmpty ? nil : formulas[side].keeping(conditions)
  }

  /// The tax of the rows of a side, where they have one and it is not what is asked for.
  private func taxed(_ side: Int) -> Formula? {
    guard case .money = formulas[side].unit else { return nil }
    var columns: [String: ColumnReference] = [:]
    for source in sources(of: side) {
      guard let name = Self.taxColumns.first(where: { has($0, source, nil) }),
        let column = questioner.store[source]?.schema.columns.first(where: { $0.name == name }),
        case .money = column.unit
      else { continue }
      columns[source] = ColumnReference(
        path: [], source: source, column: name, unit: column.unit)
    }
    return columns.isEmpty ? nil : formulas[side].summing(columns)
  }

  // MARK: One group

  private func reasons(
    of records: [Record], in days: ClosedRange<Day>, _ covered: [ClosedRange<Day>],
    _ methods: inout [ReconcileReason: Phrase]
  ) -> [ReconcileReason: Quantity] {
    var found: [ReconcileReason: Quantity] = [:]
    func add(_ reason: ReconcileReason, _ amount: Quantity, _ method: Phrase) {
      guard !amount.isZero else { return }
      found[reason] = (found[reason] ?? .zero) + amount
      if methods[reason] == nil { methods[reason] = method }
    }
    // Bills for the days before are found first: the first of them reaches back before its own day.
    var covered = covered
    var postings: Postings?
    if records.first?.order == nil {
      let both = max(covered[0].lowerBound, covered[1].lowerBound).number
      let end = min(covered[0].upperBound, covered[1].upperBound).number
      if both <= end {
        postings = Postings(series(records, 0), series(records, 1), in: both...end)
      }
      if let postings {
        covered[postings.side] =
          Day(number: postings.firstDay)...covered[postings.side].upperBound
      }
    }
    // What is meant by a day: one that the other side has as well.
    var common: [Record] = []
    var lacking = Quantity.zero
    for record in records where days.contains(Day(number: record.day)) {
      let day = Day(number: record.day)
      if !covered[1].contains(day) {
        lacking = lacking - record.sides[0].total
      } else if !covered[0].contains(day) {
        lacking = lacking + record.sides[1].total
      } else {
        common.append(record)
      }
    }
    add(.notLoaded, lacking, notLoadedMethod(covered))
    guard let first = [days.lowerBound, covered[0].lowerBound, covered[1].lowerBound].max(),
      let last = [days.upperBound, covered[0].upperBound, covered[1].upperBound].min(),
      first <= last
    else { return found }
    let window = first.number...last.number
    if let postings {
      add(.timing, postings.timing(of: window), postingsMethod(postings))
      return found
    }
    var units = Units(common)
    for (reason, parts) in [
      (ReconcileReason.cancelled, \Sides.cancelled), (.refunds, \Sides.refunds),
    ] {
      let amounts = units.members.mapValues { $0[1][keyPath: parts] - $0[0][keyPath: parts] }
      if units.comeCloser(by: amounts) {
        add(reason, units.take(amounts), keptMethod(reason))
        units.drop(parts)
      }
    }
    addTax(&units, add)
    if records.first?.order != nil {
      addOrders(records, &units, window, covered, add)
    } else {
      addAttribution(&units, window, records.first?.group ?? [], add)
    }
    return found
  }

  private func series(_ records: [Record], _ side: Int) -> [Int: Quantity] {
    var days: [Int: Quantity] = [:]
    for record in records {
      days[record.day] = (days[record.day] ?? .zero) + record.sides[side].total
    }
    return days
  }

  /// Orders, or days where they are not named, with what is left of their difference.
  private struct Units {
    private(set) var members: [Value: [Sides]] = [:]
    private(set) var left: [Value: Quantity] = [:]
    /// The amounts of both sides without the parts that a reason took whole.
    private(set) var amounts: [Value: [Quantity]] = [:]

    init(_ records: [Record]) {
      for record in records {
        let key = record.order ?? .day(Day(number: record.day))
        var sides = members[key] ?? [Sides(), Sides()]
        for side in [0, 1] {
          for part in [\Sides.total, \.cancelled, \.refunds, \.tax] {
            sides[side][keyPath: part] =
              sides[side][keyPath: part] + record.sides[side][keyPath: part]
          }
        }
        members[key] = sides
      }
      left = members.mapValues { $0[1].total - $0[0].total }
      amounts = members.mapValues { $0.map(\.total) }
    }

    mutating func drop(_ part: KeyPath<Sides, Quantity>) {
      for (key, sides) in members {
        amounts[key] = zip(amounts[key] ?? [], sides).map { $0 - $1[keyPath: part] }
      }
    }

    /// Whether a side has something there.
    func has(_ side: Int, _ key: Value) -> Bool { !(amounts[key]?[side].isZero ?? true) }

    private func distance(_ amounts: [Value: Quantity]?) -> Double {
      var sum = 0.0
      // Added up in one order, so that the last bit does not hang on the run.
      for key in left.keys.sorted(by: { $0.order < $1.order }) {
        let rest = (left[key] ?? .zero) - (amounts?[key] ?? .zero)
        sum += abs(rest.double)
      }
      return sum
    }

    func comeCloser(by amounts: [Value: Quantity], atLeast share: Double = 0.0) -> Bool {
      let before = distance(nil)
      return before > 0 && distance(amounts) < before * (1 - share)
        && amounts.values.contains { !$0.isZero }
    }

    func distance(after amounts: [Value: Quantity]) -> Double { distance(amounts) }

    mutating func take(_ amounts: [Value: Quantity]) -> Quantity {
      var sum = Quantity.zero
      for key in amounts.keys.sorted(by: { $0.order < $1.order }) {
        guard let amount = amounts[key], !amount.isZero else { continue }
        left[key] = (left[key] ?? .zero) - amount
        sum = sum + amount
      }
      return sum
    }

    /// All that is left of one.
    mutating func takeRest(of key: Value) -> Quantity {
      let rest = left[key] ?? .zero
      left[key] = .zero
      return rest
    }
  }

  private typealias Adding = (ReconcileReason, Quantity, Phrase) -> Void

  /// One side contains the tax and the other does not, where most of the difference goes away with
  /// it.
  private func addTax(_ units: inout Units, _ add: Adding) {
    var best: (amounts: [Value: Quantity], distance: Double, side: Int)?
    for side in [0, 1] {
      for sign in [1, -1] {
        var amounts: [Value: Quantity] = [:]
        for (key, sides) in units.members {
          let isOnBoth = units.has(0, key) && units.has(1, key)
          amounts[key] = isOnBoth ? sign > 0 ? sides[side].tax : -sides[side].tax : .zero
        }
        guard units.comeCloser(by: amounts) else { continue }
        let distance = units.distance(after: amounts)
        if best.map({ distance < $0.distance }) ?? true { best = (amounts, distance, side) }
      }
    }
    guard let best else { return }
    let source = questioner.store[sources(of: best.side)[0]]?.schema.name ?? ""
    let column = Self.taxColumns.first { has($0, sources(of: best.side)[0], nil) } ?? ""
    add(
      .tax, units.take(best.amounts),
      Phrase("sum of \(source).\(column)", zh: "\(source).\(column) 之和"))
  }

  private func addOrders(
    _ records: [Record], _ units: inout Units, _ window: ClosedRange<Int>,
    _ covered: [ClosedRange<Day>], _ add: Adding
  ) {
    // Days on which each order stands on each side, over all that is loaded.
    var known: [Value: [[Int]]] = [:]
    for record in records {
      guard let order = record.order, !order.isBlank else { continue }
      for side in [0, 1] where !record.sides[side].total.isZero {
        known[order, default: [[], []]][side].append(record.day)
      }
    }
    let lag = usualLag(known)
    for key in units.members.keys.sorted(by: { $0.order < $1.order }) {
      let (isLeft, isRight) = (units.has(0, key), units.has(1, key))
      guard isLeft != isRight, let days = known[key] else { continue }
      let (own, other) = isLeft ? (0, 1) : (1, 0)
      if days[other].contains(where: { !window.contains($0) }) {
        add(
          .timing, units.takeRest(of: key),
          Phrase(
            "orders that the other side has on other days, by \(Self.orderColumn)",
            zh: "按 \(Self.orderColumn) 匹配：另一方记在其他日期的订单"))
      } else if days[other].isEmpty, let lag, lag.later == other,
        let newest = days[own].max(), newest > covered[other].upperBound.number - lag.days
      {
        add(
          .notPosted, units.takeRest(of: key),
          Phrase(
            "orders of the last \(lag.days) days, within which most are posted",
            zh: "最近 \(lag.days) 天的订单，多数在此期间入账"))
      }
    }
  }

  /// The side that comes later, and after how many days nine of ten orders are there.
  private func usualLag(_ known: [Value: [[Int]]]) -> (later: Int, days: Int)? {
    let lags = known.values.compactMap { days -> Int? in
      guard let one = days[0].min(), let two = days[1].min() else { return nil }
      return two - one
    }.sorted()
    guard lags.count >= 5 else { return nil }
    let middle = lags[lags.count / 2]
    let later = middle >= 0 ? 1 : 0
    let ordered = later == 1 ? lags : lags.map { -$0 }.sorted()
    return (later, max(1, ordered[(ordered.count - 1) * 9 / 10] + 1))
  }

  /// What is left on days that the report has to be taken again for.
  private func addAttribution(
    _ units: inout Units, _ window: ClosedRange<Int>, _ group: [Value], _ add: Adding
  ) {
    var days: Set<Int> = []
    for side in [0, 1] {
      let columns = formulas[side].aggregates.flatMap { $0.argument?.columns ?? [] }
      guard columns.contains(where: { $0.column.hasPrefix("ad_") }) else { continue }
      for source in sources(of: side) {
        for place in questioner.coverage.maturingDays(of: source)?.places ?? []
        where isPlace(place, of: group) {
          days.formUnion(place.maturing)
        }
      }
    }
    for day in window where days.contains(day) {
      add(
        .attribution, units.takeRest(of: .day(Day(number: day))),
        Phrase("days whose attributed sales still change", zh: "归因销售额仍在变化的日期"))
    }
  }

  private func isPlace(_ place: SourceDays.Place, of group: [Value]) -> Bool {
    zip(valueAxes, group).allSatisfy { axis, value in
      guard case .text(let text) = value else { return true }
      switch query.axes[axis].key {
      case "store": return place.store == nil || place.store == text
      case "site": return place.site == nil || place.site == text
      default: return true
      }
    }
  }

  // MARK: Said

  private func notLoadedMethod(_ covered: [ClosedRange<Day>]) -> Phrase {
    let names = [0, 1].map { side in
      sources(of: side).map { questioner.store[$0]?.schema.name ?? $0 }.joined(separator: ", ")
    }
    return Phrase(
      zip(names, covered).map { "\($0) has \(Phrase.days($1).english)" }.joined(separator: ", "),
      zh: zip(names, covered).map { "\($0) 有 \(Phrase.days($1).chinese)" }.joined(separator: "，"))
  }

  private func keptMethod(_ reason: ReconcileReason) -> Phrase {
    reason == .cancelled
      ? Phrase(asWritten: "\(Self.statusColumn) = \"\(Self.cancelledWord)\"")
      : Phrase(asWritten: "\(Self.typeColumn) = \"\(Self.refundWord)\"")
  }

  private func postingsMethod(_ postings: Postings) -> Phrase {
    let side = sources(of: postings.side).map { questioner.store[$0]?.schema.name ?? $0 }
      .joined(separator: ", ")
    let gap = postings.usualGap
    return Phrase(
      "\(side) is posted every \(gap) days or so, each time for the days since the last time",
      zh: "\(side) 大约每 \(gap) 天入账一次，每次对应上次之后的日期")
  }
}

extension Value {
  /// Something to sort by.
  fileprivate var order: String { plainText }
}
