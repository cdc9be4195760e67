// The made-up sources beside shops, ads and stock: months, orders with their lines, coverage by store.
import KepiColumns

extension Generator {
  static let moreDefinitions = """
    dimension colour = items.colour
    metric planned = sum(plan.planned)
    metric reached = pieces / planned
    metric entered = sum(entries.units)
    metric shipping = sum(baskets.shipping)
    metric packed = sum(items.units)
    metric per_order = shipping / count(distinct baskets.order_id)
    metric paid = sum(settlements.amount)
    metric came = converted(calls.caller, baskets.customer, 7 days)
    metric came_ever = converted(calls.caller, baskets.customer)
    metric views = sum(views_by_day.views) else sum(views_by_sku.views)
    metric looks = sum(views_by_day.looks) else sum(views_by_sku.looks)
    metric look_rate = looks / views
    """

  /// Rolled with dice of their own, so that the worlds of before stay what they were.
  static func moreSources(seed: UInt64, start: Int, length: Int) -> [Source] {
    var dice = Dice(seed: seed &+ 0x5EED)
    return [plan(&dice, start, length), entries(&dice, start, length)]
      + baskets(&dice, start, length)
      + [settlements(&dice, start, length), calls(&dice, start, length)]
      + views(&dice, start, length)
  }

  static func rates(seed: UInt64, start: Int, length: Int) -> [Rates] {
    var dice = Dice(seed: seed &+ 0xFACE)
    return ["bank", "office"].prefix(dice.pick([1, 1, 2])).enumerated().map { place, name in
      var rows: [(day: Int, currency: String, rate: Fraction)] = []
      var day = start - dice.roll(0..<6) + dice.roll(0..<6)
      while day < start + length {
        for code in ["USD", "GBP"] where rows.isEmpty || dice.chance(85) {
          let hundredths = dice.pick([40, 50, 80, 125, 160, 200, 250])
          rows.append((day, code, Fraction(Int128(hundredths), over: 100)))
        }
        day += 1 + dice.roll(0..<dice.pick([2, 9, 40]))
      }
      return Rates(
        name: name, base: "EUR", isUnitsPerBase: place == 0, takesPrevious: dice.chance(70),
        rows: rows)
    }
  }

  /// One kind of period for each metric and group, so that parts add up in one way only.
  static func goals(seed: UInt64, start: Int, length: Int) -> [Goal] {
    var dice = Dice(seed: seed &+ 0x60A1)
    var result: [Goal] = []
    for metric in ["turnover", "pieces", "purchases", "cost_share", "spend"] {
      for conditions in [
        [:], ["shop": "A"], ["shop": "B"], ["article": "S1"], ["shop": "A", "article": "S1"],
      ] where dice.chance(60) {
        let unit = dice.pick([Unit.month, .month, .quarter, .week])
        let isMoney = metric == "turnover" || metric == "spend"
        var day = start
        while day < start + length {
          let days = Steps().range(of: unit, holding: day)
          if dice.chance(85) {
            result.append(
              Goal(
                metric: metric, conditions: conditions, unit: unit, first: days.lowerBound,
                value: dice.roll(1..<200), isInFile: !isMoney && dice.chance(50)))
          }
          day = days.upperBound + 1
        }
      }
    }
    return result
  }

  /// Amounts in three currencies.
  private static func settlements(_ dice: inout Dice, _ start: Int, _ length: Int) -> Source {
    var rows: [[String: Cell]] = []
    for index in 0..<dice.pick([2, 8, 20]) {
      let hundredths = Int128(dice.chance(8) ? 0 : dice.roll(-500..<9000))
      rows.append([
        "day_of": index > 0 && dice.chance(3)
          ? .blank : .day(start + dice.roll(0..<length)),
        "store": .text(dice.pick(["A", "B", "C"])),
        "code": index == 0 ? .text("EUR") : .text(dice.pick(["EUR", "EUR", "USD", "GBP"])),
        "amount": index == 0
          ? .number(Fraction(Int128(1050), over: 100), currency: nil)
          : dice.chance(5) ? .blank : .number(Fraction(hundredths, over: 100), currency: nil),
      ])
    }
    return Source(
      name: "settlements", columns: ["day_of", "store", "code", "amount"], rows: rows,
      time: "day_of", money: ("amount", "code", ""))
  }

  /// No one calls twice a day: which of two calls counts would be anyone's guess.
  private static func calls(_ dice: inout Dice, _ start: Int, _ length: Int) -> Source {
    var rows: [[String: Cell]] = []
    for _ in 0..<dice.pick([2, 8, 20]) {
      let row: [String: Cell] = [
        "day_of": .day(start + dice.roll(0..<length)),
        "caller": .text("K\(dice.roll(0..<4))"), "store": .text(dice.pick(["A", "B", "C"])),
      ]
      let isKnown = rows.contains {
        $0["day_of"] == row["day_of"] && $0["caller"] == row["caller"]
      }
      if !isKnown { rows.append(row) }
    }
    return Source(
      name: "calls", columns: ["day_of", "caller", "store"], rows: rows, time: "day_of")
  }

  /// One fact in two reports: the first knows no shops and articles.
  private static func views(_ dice: inout Dice, _ start: Int, _ length: Int) -> [Source] {
    func rows(_ dice: inout Dice) -> [[String: Cell]] {
      let from = dice.roll(0..<length)
      let to = from + 1 + dice.roll(0..<(length - from))
      return (0..<dice.pick([2, 8, 20])).map { _ in
        [
          "day_of": .day(start + dice.roll(from..<to)), "views": .count(dice.roll(0..<90)),
          "looks": .count(dice.roll(0..<9)), "store": .text(dice.pick(["A", "B"])),
          "sku": .text(dice.pick(["S1", "S2", "S3"])),
        ]
      }
    }
    return [
      Source(
        name: "views_by_day", columns: ["day_of", "views", "looks"], rows: rows(&dice),
        time: "day_of"),
      Source(
        name: "views_by_sku", columns: ["day_of", "store", "sku", "views", "looks"],
        rows: rows(&dice), time: "day_of"),
    ]
  }

  /// A row for a whole month.
  private static func plan(_ dice: inout Dice, _ start: Int, _ length: Int) -> Source {
    let first = Steps.monthIndex(of: start) - dice.pick([0, 0, 1])
    let last = Steps.monthIndex(of: start + length) + dice.pick([-1, 0, 0, 1])
    var rows: [[String: Cell]] = []
    for month in first...max(first, last) {
      for store in ["A", "B", "C"] where rows.isEmpty || dice.chance(60) {
        rows.append([
          "month": .day(Steps.firstDay(ofMonth: month)), "store": .text(store),
          "planned": rows.isEmpty || dice.chance(92) ? .count(dice.roll(0..<60)) : .blank,
        ])
      }
    }
    return Source(
      name: "plan", columns: ["month", "store", "planned"], rows: rows, time: "month",
      isByMonth: true, writesMonths: dice.chance(50))
  }

  /// Stores whose files begin and end on days of their own, or days that are said by hand.
  private static func entries(_ dice: inout Dice, _ start: Int, _ length: Int) -> Source {
    var rows: [[String: Cell]] = []
    for store in ["A", "B", "D"] {
      let from = dice.roll(0..<length)
      let to = from + 1 + dice.roll(0..<(length - from))
      for _ in 0..<dice.pick([1, 3, 9]) {
        rows.append([
          "day_of": .day(start + dice.roll(from..<to)), "store": .text(store),
          "sku": .text(dice.pick(["S1", "S2", "S3"])),
          "units": rows.isEmpty || dice.chance(92) ? .count(dice.roll(0..<9)) : .blank,
        ])
      }
    }
    let isByStore = dice.chance(60)
    return Source(
      name: "entries", columns: ["day_of", "store", "sku", "units"], rows: rows, time: "day_of",
      covers: isByStore ? nil : (start - dice.roll(0..<20))...(start + length + dice.roll(0..<20)),
      coverage: isByStore ? "store" : nil)
  }

  /// Orders, some without a line, and their lines, which have the day of their order.
  private static func baskets(_ dice: inout Dice, _ start: Int, _ length: Int) -> [Source] {
    var orders: [[String: Cell]] = []
    var lines: [[String: Cell]] = []
    for index in 0..<dice.pick([2, 6, 14]) {
      let day = Cell.day(start + dice.roll(0..<length))
      let hundredths = Int128(dice.chance(10) ? 0 : dice.roll(1..<2000))
      orders.append([
        "order_id": .text("B\(index)"), "date": day, "store": .text(dice.pick(["A", "B", "C"])),
        "customer": .text("K\(dice.roll(0..<4))"),
        "shipping": index == 0
          ? .number(Fraction(Int128(450), over: 100), currency: nil)
          : dice.chance(6) ? .blank : .number(Fraction(hundredths, over: 100), currency: nil),
      ])
      for _ in 0..<(index == 0 ? 1 : dice.pick([0, 1, 1, 2, 3, 4])) {
        lines.append([
          "order_id": .text("B\(index)"), "date": day,
          "sku": .text(dice.pick(["S1", "S2", "S3", "S9"])),
          "colour": dice.chance(10) ? .blank : .text(dice.pick(["red", "blue"])),
          "units": .count(dice.roll(1..<6)),
        ])
      }
    }
    return [
      Source(
        name: "baskets", columns: ["order_id", "date", "store", "customer", "shipping"],
        rows: orders, time: "date", key: ["order_id"], money: ("shipping", nil, "EUR")),
      Source(
        name: "items", columns: ["order_id", "sku", "colour", "units"], rows: lines, time: "date",
        timeText: "baskets.date",
        links: [
          Link(column: "order_id", target: "baskets", targetColumn: "order_id"),
          Link(column: "sku", target: "products", targetColumn: "sku"),
        ]),
    ]
  }
}
