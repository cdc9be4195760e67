// Random questions over the made-up worlds, as text.
import KepiColumns

struct QuestionGenerator {
  var dice: Dice
  let first: Int
  let last: Int
  private var family = 0
  /// In several currencies only one source's money is asked for.
  private let isMixed: Bool
  private var isCompared = false
  private var hasTargets = false
  private var calendar: String?
  /// The names of rate tables.
  private let rates: [String]
  private var grains: [String] = []
  private var keys: [String] = []

  init(seed: UInt64, world: World) {
    dice = Dice(seed: seed)
    let days = world.sources.compactMap { $0.days() }
    let codes = world.source("sales")?.rows.map { $0["currency"]?.text ?? "" } ?? []
    isMixed = codes.contains { $0 != codes.first }
    rates = world.rates.map(\.name)
    first = days.map(\.lowerBound).min() ?? 0
    last = days.map(\.upperBound).max() ?? 0
  }

  private static let metrics: [[String]] = [
    [
      "turnover", "pieces", "purchases", "basket", "rows(sales)", "count(sales.pieces)",
      "avg(sales.amount)", "max(sales.amount)", "min(sales.pieces)", "median(sales.amount)", "fee",
      "sum(sales.pieces * products.price)", "count(distinct sales.customer)",
    ],
    ["turnover", "pieces", "purchases", "spend", "clicks", "cost_share", "margin", "basket"],
    ["on_hand", "on_hand_each", "at_start", "mean_hand", "sum(stock.units)"],
    ["turnover", "purchases", "callers", "rate", "spend", "on_hand", "cover", "on_hand_each"],
    ["planned", "planned", "reached", "pieces", "rows(plan)", "avg(plan.planned)"],
    ["entered", "entered", "rows(entries)", "avg(entries.units)", "pieces", "entered / pieces"],
    [
      "shipping", "rows(baskets)", "per_order", "packed", "max(baskets.shipping)",
      "count(baskets.shipping)", "count(distinct baskets.customer)", "shipping / packed",
    ],
    [
      "paid", "paid", "avg(settlements.amount)", "max(settlements.amount)", "rows(settlements)",
      "median(settlements.amount)", "count(settlements.amount)", "paid / rows(settlements)",
      "paid - spend", "spend / paid", "spend",
    ],
    ["came", "came", "came_ever", "rows(calls)", "came / rows(calls)", "came / came_ever"],
    ["views", "views", "looks", "look_rate", "look_rate"],
  ]
  private static let additive: [[String]] = [
    ["turnover", "pieces", "fee", "rows(sales)"], ["turnover", "spend", "clicks", "pieces"],
    ["on_hand", "on_hand_each", "at_start", "sum(stock.units)"], ["turnover", "spend", "on_hand"],
    ["planned", "pieces", "rows(plan)"], ["entered", "rows(entries)", "pieces"],
    ["shipping", "packed", "rows(baskets)"], ["paid", "spend", "rows(settlements)"],
    ["came", "came_ever", "rows(calls)"], ["views", "looks"],
  ]
  private static let keys: [[String]] = [
    [
      "shop", "article", "category", "buyer", "size", "weekday", "code",
      "bucket(products.price, 10, 25) as band", "upper(sales.store) as loud",
      "month(sales.date) as calendar_month", "weekday(sales.date) as weekday_of",
    ],
    ["shop", "article", "category", "weekday"],
    ["shop", "article", "category", "weekday"],
    ["shop", "shop", "weekday"],
    ["shop"],
    ["shop", "shop", "article"],
    ["shop", "article", "colour", "category", "buyer", "weekday"],
    ["shop", "code", "weekday"],
    ["shop", "weekday"],
    ["shop", "weekday", "article"],
  ]
  private static let conditions: [[String]] = [
    [
      "shop = \"A\"", "shop != \"B\"", "article in (\"S1\", \"S3\")", "not article in (\"S2\")",
      "category like \"*o*\"", "category is not missing", "category is missing",
      "sales.amount > 20", "sales.pieces between 1 and 3", "cheap", "north",
      "shop = \"A\" or category = \"Toys\"", "not (shop = \"A\" and sales.pieces > 1)",
      "sales.pieces >= least", "weekday <= 5", "sales.customer not like \"k?\"",
      "shop not in (\"C\")",
      "products.price < 20", "sales.amount <= 0", "not cheap",
    ],
    [
      "shop = \"A\"", "shop != \"B\"", "article in (\"S1\", \"S3\")", "not north",
      "category = \"Toys\"", "category is not missing", "weekday < 4", "north",
      "shop in (\"A\", \"E\") or article = \"S2\"",
    ],
    [
      "shop = \"A\"", "shop != \"B\"", "article in (\"S1\", \"S3\")", "category = \"Toys\"",
      "north",
    ],
    ["shop = \"A\"", "shop != \"B\"", "north", "weekday >= 3"],
    ["shop = \"A\"", "shop != \"B\"", "north"],
    ["shop = \"A\"", "shop != \"B\"", "north", "article in (\"S1\", \"S3\")", "shop = \"D\""],
    [
      "shop = \"A\"", "north", "article = \"S1\"", "article != \"S2\"", "colour = \"red\"",
      "not colour = \"red\"", "items.units > 2", "category = \"Toys\"",
      "article = \"S1\" and colour = \"red\"", "article = \"S2\" or shop = \"A\"",
      "colour is missing", "baskets.shipping > 5",
    ],
    ["shop = \"A\"", "shop != \"B\"", "north", "code = \"USD\"", "code != \"EUR\"", "weekday < 4"],
    ["shop = \"A\"", "shop != \"B\"", "north", "weekday < 4"],
    ["shop = \"A\"", "weekday < 4", "article = \"S1\"", "weekday != 2"],
  ]

  mutating func question() -> String {
    family = dice.pick(
      isMixed ? [0, 0, 0, 2, 7, 8] : [0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9])
    hasTargets = !isMixed && family < 2 && dice.chance(25)
    // Which quarter a target means under another calendar has more than one reading.
    calendar =
      !hasTargets && dice.chance(16) ? dice.pick(["retail", "fiscal", "ended", "american"]) : nil
    let hasRates = (family == 7 && dice.chance(85)) || (isMixed && family == 0 && dice.chance(60))
    grains = []
    keys = []
    var by: [String] = []
    // Hundreds of days for each group would take most of the time and show little.
    let shortest = last - first > 160 ? "week" : "day"
    if dice.chance(60) {
      grains.append(
        family == 4 && dice.chance(93)
          ? dice.pick(["month", "month", "quarter", "year"])
          : dice.pick([shortest, "week", "week", "month", "month", "quarter", "year"]))
      // Where one step ends inside the other, stock at its end has more than one reading.
      if dice.chance(9), ![3, 4].contains(family) {
        let other = dice.pick([shortest, "week", "month", "quarter", "year"])
        if other != grains[0] { grains.append(other) }
      }
    }
    for _ in 0..<dice.pick([0, 1, 1, 1, 2]) {
      let key = dice.pick(QuestionGenerator.keys[family])
      if !keys.contains(key) { keys.append(key) }
    }
    by = dice.chance(70) ? grains + keys : keys + grains

    isCompared = hasTargets || dice.chance(22)
    var items: [String] = []
    var names: [String] = []
    for _ in 0..<dice.pick([1, 1, 2, 2, 3]) {
      // Targets are set for the names of metrics.
      let targeted = ["turnover", "pieces", "purchases", "spend", "cost_share"]
      let item =
        hasTargets
        ? dice.pick(family == 0 ? Array(targeted.prefix(3)) : targeted)
        : !isMixed && family < 2 && calendar == nil && dice.chance(8)
          ? goal(of: dice.pick(Array(targeted.prefix(3)))) : expression(depth: 0)
      let name = "m\(items.count + 1)"
      if items.contains(item) { continue }
      names.append(name)
      items.append("\(item) as \(name)")
    }
    var text = items.joined(separator: ", ")
    if !by.isEmpty { text += " by " + by.joined(separator: ", ") }
    if dice.chance(35) { text += " where " + condition() }
    if dice.chance(12) {
      text +=
        " having \(dice.pick(names)) \(dice.pick([">", ">=", "<", "!="])) \(dice.roll(0..<40))"
    }
    if hasTargets, dice.chance(40) {
      text += " over " + name(dice.pick([.week, .month, .quarter]))
    } else if dice.chance(70) {
      text += " over " + period()
    }
    if dice.chance(10) { text += " as of " + date(first, last + 10) }
    if isCompared {
      var list = hasTargets && dice.chance(60) ? [] : [baseline()]
      let second = ago()
      if !list.isEmpty, list[0] != second, dice.chance(20) { list.append(second) }
      if hasTargets { list.insert("target", at: dice.roll(0..<(list.count + 1))) }
      text += " vs " + list.joined(separator: ", ")
    }
    if hasRates { text += " " + currency() }
    if let calendar { text += " using " + calendar }
    if dice.chance(10) {
      text += " fill " + dice.pick(["none", "zero", "blank"])
    } else if family == 2, grains.count == 1, isOnlyStock(text), dice.chance(70) {
      text += " fill previous"
    }
    let isCarried = text.hasSuffix("fill previous")
    if !keys.isEmpty, let lastName = by.last, keys.contains(lastName), dice.chance(22) {
      text += " \(dice.pick(["top", "bottom"])) \(dice.roll(0..<4))"
      if !grains.isEmpty, dice.chance(40) {
        text += " \(keyName(lastName)) per \(dice.pick(by.dropLast().map(keyName) + [grains[0]]))"
      }
      text += " by " + (isCarried ? "on_hand" : metric())
      // Not told apart: what the stores that are not shown cover and what all of them do.
      if dice.chance(60), family != 5, !isCarried { text += " with others" }
    }
    if !by.isEmpty, dice.chance(15) { text += " with totals" }
    if dice.chance(8) { text += " sort by \(dice.pick(names)) \(dice.pick(["asc", "desc"]))" }
    if dice.chance(5) { text += " limit \(dice.roll(0..<6))" }
    return text
  }

  /// What a metric should be or should have been, or how far it is from that.
  private mutating func goal(of metric: String) -> String {
    switch dice.roll(0..<4) {
    case 0: "\(metric)[target]"
    case 1: "\(metric)[target][previous]"
    case 2: "\(metric)[target][\(dice.pick(["1 month ago", "1 week ago", "1 quarter ago"]))]"
    default: "(\(metric) - \(metric)[target])"
    }
  }

  private mutating func currency() -> String {
    let code = dice.pick(["EUR", "EUR", "USD", "GBP"])
    if rates.count > 1 || dice.chance(15) { return "in \(code) at \(dice.pick(rates))" }
    return dice.chance(60) ? "in \(code) at \(date(first - 5, last + 5))" : "in \(code)"
  }

  /// What can be carried on: stock, and nothing that is summed up over days.
  private func isOnlyStock(_ text: String) -> Bool {
    !["sum(", "mean_hand", "turnover", "top", "bottom"].contains { text.contains($0) }
  }

  private mutating func name(_ unit: Unit) -> String {
    let steps = Steps()
    let day = dice.roll(first..<(last + 1))
    return steps.name(of: unit, first: steps.range(of: unit, holding: day).lowerBound).text
  }

  private func keyName(_ key: String) -> String {
    key.split(separator: " ").last.map(String.init) ?? key
  }

  private mutating func metric() -> String { dice.pick(QuestionGenerator.metrics[family]) }

  private mutating func expression(depth: Int) -> String {
    switch depth < 3 ? dice.roll(0..<16) : 0 {
    case 0..<7: return metric()
    case 7..<12: return "\(bracketed(depth: depth))[\(modifiers(depth: depth))]"
    case 12:
      // One division: numbers that were rounded twice would tie or not by their last digit.
      let parts = [0, 1].map { _ in
        let part = dice.pick(QuestionGenerator.additive[family])
        return dice.chance(50) ? part : "\(part)[\(modifiers(depth: depth + 1))]"
      }
      return "\(parts[0]) / \(parts[1])"
    case 13:
      return "(\(expression(depth: depth + 1)) \(dice.pick(["+", "-"])) \(same(depth: depth + 1)))"
    case 14:
      return dice.pick(["coalesce(\(metric()), 0)", "abs(\(metric()))", "\(metric()) / days()"])
    default:
      let metric = metric()
      return "(if \(metric) > \(dice.roll(0..<30)) then \(metric) else \(metric)[previous])"
    }
  }

  /// Something of the same kind as most: a plain number of rows or money would clash with money.
  private mutating func same(depth: Int) -> String { expression(depth: depth) }

  private mutating func bracketed(depth: Int) -> String {
    dice.chance(65) || depth > 2 ? metric() : "(\(expression(depth: depth + 1)))"
  }

  private mutating func modifiers(depth: Int) -> String {
    var list: [String] = []
    if dice.chance(35) { list.append(condition(inBrackets: true)) }
    // Names given by `as` are not names of groupings in brackets. What a period earlier makes of a
    // grouping by time that is ignored has more than one reading.
    let names = keys.filter { !$0.contains(" ") }
    let all = names + (isCompared || depth > 0 ? [] : grains)
    if dice.chance(30), !all.isEmpty {
      let name = dice.pick(all)
      if dice.chance(66) || depth > 0 {
        list.append("all \(name)")
      } else {
        list += (grains.contains(name) ? [name] : [name] + grains).map { "only \($0)" }
      }
    }
    if list.isEmpty || dice.chance(40) {
      switch dice.roll(0..<12) {
      case 0..<3: list.append("previous")
      case 3..<6: list.append(ago())
      case 6..<8 where family == 4 && dice.chance(80):
        list.append("rolling \(dice.roll(1..<4)) \(dice.pick(["months", "quarters"]))")
      case 6..<8:
        list.append(
          "rolling \(dice.roll(1..<5)) \(dice.pick(["days", "weeks", "months", "quarters"]))")
      case 8: list.append(dice.pick(["running", "running all"]))
      case 9: list.append("\(dice.pick(["week", "month", "quarter", "year"])) to date")
      case 10: list.append("over \(period())")
      default: list.append(list.isEmpty && !isCompared && depth == 0 ? "all" : "previous")
      }
    }
    return list.joined(separator: ", ")
  }

  private mutating func ago() -> String {
    if family == 4, dice.chance(90) {
      return dice.pick(["1 month ago", "2 months ago", "1 quarter ago", "1 year ago"])
    }
    return dice.pick([
      "1 day ago", "7 days ago", "1 week ago", "2 weeks ago", "1 month ago", "2 months ago",
      "1 quarter ago", "1 year ago", "52 weeks ago",
    ])
  }

  private mutating func condition(inBrackets: Bool = false) -> String {
    // What a bracket says of codes must be known to the other sources in it.
    let list =
      inBrackets && family == 7
      ? ["shop = \"A\"", "shop != \"B\"", "north"] : QuestionGenerator.conditions[family]
    return dice.chance(25)
      ? "\(dice.pick(list)) and \(dice.pick(list))".replacingOr() : dice.pick(list)
  }

  private mutating func baseline() -> String {
    switch dice.roll(0..<5) {
    case 0, 1: "previous"
    case 2, 3: ago()
    default: period()
    }
  }

  private mutating func date(_ from: Int, _ to: Int) -> String {
    Day(number: dice.roll(from..<max(from + 1, to))).text
  }

  private mutating func period() -> String {
    let steps = Steps()
    let day = dice.roll((first - 10)..<(last + 10))
    func name(_ unit: Unit, _ day: Int) -> String {
      steps.name(of: unit, first: steps.range(of: unit, holding: day).lowerBound).text
    }
    // Relative words would hang on the day of a source that is not chosen yet.
    if family == 9 {
      return dice.pick([
        name(.month, day), name(.quarter, day), name(.week, day), "all", "early",
        "\(Day(number: day).text) to \(Day(number: day + dice.roll(0..<60)).text)",
      ])
    }
    if calendar == "retail", dice.chance(60) {
      let steps = Steps(firstMonth: 2, pattern: [4, 4, 5])
      let unit = dice.pick([Unit.month, .month, .quarter])
      func name(_ day: Int) -> String {
        steps.name(of: unit, first: steps.range(of: unit, holding: day).lowerBound).text
      }
      return dice.chance(50) ? name(day) : "\(name(day)) to \(name(day + dice.roll(0..<80)))"
    }
    // Other periods cut a month, which the months of a plan do not bear.
    if family == 4, dice.chance(85) {
      switch dice.roll(0..<8) {
      case 0: return "last \(dice.pick(["month", "quarter"]))"
      case 1: return "last \(dice.roll(2..<5)) months"
      case 2, 3: return name(dice.pick([.month, .quarter, .year]), day)
      case 4, 5: return "\(name(.month, day)) to \(name(.month, day + dice.roll(0..<120)))"
      case 6: return "until \(name(.month, day))"
      default: return "all"
      }
    }
    switch dice.roll(0..<14) {
    case 0: return "all"
    case 1: return "last \(dice.pick(["day", "week", "month", "quarter"]))"
    case 2: return "last \(dice.roll(2..<6)) \(dice.pick(["days", "weeks", "months"]))"
    case 3: return "past \(dice.roll(1..<30)) days"
    case 4: return "past \(dice.roll(1..<4)) \(dice.pick(["weeks", "months"]))"
    case 5: return "this \(dice.pick(["week", "month", "quarter", "year"]))"
    case 6: return "\(dice.pick(["week", "month", "quarter", "year"])) to date"
    case 7: return "early"
    case 8: return name(dice.pick([.day, .week, .month, .quarter, .year]), day)
    case 9:
      let unit = dice.pick([Unit.week, .month, .month, .quarter])
      return "\(name(unit, day)) to \(name(unit, day + dice.roll(0..<80)))"
    case 10, 11: return "\(Day(number: day).text) to \(Day(number: day + dice.roll(0..<60)).text)"
    case 12: return "since \(Day(number: day).text)"
    default: return "until \(name(dice.pick([.day, .month]), day))"
    }
  }
}

extension String {
  /// A condition joined by `or` is kept together beside an `and`.
  fileprivate func replacingOr() -> String {
    guard contains(" or ") else { return self }
    let parts = split(separator: " and ", omittingEmptySubsequences: false)
    return parts.map { $0.contains(" or ") ? "(\($0))" : String($0) }.joined(separator: " and ")
  }
}
