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
  private var grains: [String] = []
  private var keys: [String] = []

  init(seed: UInt64, world: World) {
    dice = Dice(seed: seed)
    let days = world.sources.compactMap { $0.days(until: nil) }
    let codes = world.source("sales")?.rows.map { $0["currency"]?.text ?? "" } ?? []
    isMixed = codes.contains { $0 != codes.first }
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
  ]

  mutating func question() -> String {
    family = dice.pick(isMixed ? [0, 0, 2] : [0, 0, 0, 1, 1, 2, 3])
    grains = []
    keys = []
    var by: [String] = []
    // Hundreds of days for each group would take most of the time and show little.
    let shortest = last - first > 160 ? "week" : "day"
    if dice.chance(60) {
      grains.append(dice.pick([shortest, "week", "week", "month", "month", "quarter", "year"]))
      if dice.chance(6) {
        let other = dice.pick([shortest, "week", "month", "quarter", "year"])
        if other != grains[0] { grains.append(other) }
      }
    }
    for _ in 0..<dice.pick([0, 1, 1, 1, 2]) {
      let key = dice.pick(QuestionGenerator.keys[family])
      if !keys.contains(key) { keys.append(key) }
    }
    by = dice.chance(70) ? grains + keys : keys + grains

    isCompared = dice.chance(22)
    var items: [String] = []
    var names: [String] = []
    for _ in 0..<dice.pick([1, 1, 2, 2, 3]) {
      let item = expression(depth: 0)
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
    if dice.chance(70) { text += " over " + period() }
    if dice.chance(10) { text += " as of " + date(first, last + 10) }
    if isCompared {
      let first = baseline()
      let second = ago()
      text += " vs " + first
      if first != second, dice.chance(20) { text += ", " + second }
    }
    if dice.chance(10) { text += " fill " + dice.pick(["none", "zero", "blank"]) }
    if !keys.isEmpty, let lastName = by.last, keys.contains(lastName), dice.chance(22) {
      text += " \(dice.pick(["top", "bottom"])) \(dice.roll(0..<4))"
      if !grains.isEmpty, dice.chance(40) {
        text += " \(keyName(lastName)) per \(dice.pick(by.dropLast().map(keyName) + [grains[0]]))"
      }
      text += " by " + metric()
      // Not yet told apart: groups shown in one step and not in another, in a number of all steps.
      let ignoresTime = text.contains("[all") || grains.contains { text.contains("all \($0)") }
      if dice.chance(60), !ignoresTime { text += " with others" }
    }
    if !by.isEmpty, dice.chance(15) { text += " with totals" }
    if dice.chance(8) { text += " sort by \(dice.pick(names)) \(dice.pick(["asc", "desc"]))" }
    if dice.chance(5) { text += " limit \(dice.roll(0..<6))" }
    return text
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
      return "\(bracketed(depth: depth + 1)) / \(bracketed(depth: depth + 1))"
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
    if dice.chance(35) { list.append(condition()) }
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
    dice.pick([
      "1 day ago", "7 days ago", "1 week ago", "2 weeks ago", "1 month ago", "2 months ago",
      "1 quarter ago", "1 year ago", "52 weeks ago",
    ])
  }

  private mutating func condition() -> String {
    let list = QuestionGenerator.conditions[family]
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
    let steps = Steps(weekStartsOnSunday: false)
    let day = dice.roll((first - 10)..<(last + 10))
    func name(_ unit: Unit, _ day: Int) -> String {
      steps.name(of: unit, first: steps.range(of: unit, holding: day).lowerBound).text
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
