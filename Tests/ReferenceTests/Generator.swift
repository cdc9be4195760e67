// Made-up worlds and questions, the same for the same seed.
import KepiColumns

/// SplitMix64: small, and the same on every machine.
struct Dice {
  private var state: UInt64

  /// The seed goes through the mixer once: plain multiples would give neighbours the same rolls.
  init(seed: UInt64) {
    state = seed
    state = UInt64(roll(0..<Int.max))
  }

  mutating func roll(_ range: Range<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((mixed ^ (mixed >> 31)) % UInt64(range.count))
  }

  mutating func chance(_ percent: Int) -> Bool { roll(0..<100) < percent }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(0..<list.count)] }
}

enum Generator {
  static let definitions = """
    dimension shop = sales.store, ads.account, stock.warehouse, visits.store, plan.store,
      entries.store, baskets.store, settlements.store, calls.store, views_by_sku.store
    dimension article = sales.sku, ads.sku, stock.sku, items.sku, entries.sku, views_by_sku.sku,
      products.sku
    dimension category = products.category
    dimension campaign = ads.campaign
    dimension buyer = sales.customer, baskets.customer
    dimension size = bucket(sales.pieces, 1, 2, 5)
    dimension code = sales.currency, settlements.code
    segment cheap = sales.pieces between 1 and 2
    segment north = shop = "A" or shop = "C"
    metric turnover = sum(sales.amount)
    metric pieces = sum(sales.pieces)
    metric spend = sum(ads.cost)
    metric clicks = sum(ads.clicks)
    metric cost_share = spend / turnover
    metric margin = turnover - spend
    metric purchases = count(distinct sales.order_id)
    metric basket = turnover / purchases
    metric on_hand = closing(sum(stock.units))
    metric on_hand_each = closing(sum(stock.units), stock.sku)
    metric at_start = opening(sum(stock.units))
    metric mean_hand = mean_of_days(sum(stock.units))
    metric callers = count(distinct visits.visitor)
    metric rate = purchases / callers
    metric fee = sum(sales.pieces * fees.unit_fee)
    metric cover = on_hand / pieces
    let limit_share = 25%
    param least = 2
    period early = 2024-02-20 to 2024-03-10
    """

  static func world(seed: UInt64) -> World {
    var dice = Dice(seed: seed)
    // Around leap days, turns of years, and a year with a week 53 (2020, 2026).
    let starts = [
      "2024-01-25", "2023-12-10", "2020-12-01", "2026-11-20", "2025-01-28", "2024-10-15",
    ]
    let start = Day(text: dice.pick(starts))?.number ?? 0
    let length = dice.pick([25, 50, 90, 140, 430])
    let stores = ["A", "B", "C", "D"]
    let skus = ["S1", "S2", "S3", "S4", "S5", "S9"]
    let isMixed = dice.chance(6)

    func day(_ dice: inout Dice, from: Int, to: Int) -> Cell {
      // Groups come and go: days bunch up, and whole stretches stay empty.
      .day(start + dice.roll(from..<max(from + 1, to)))
    }
    func amount(_ dice: inout Dice) -> Cell {
      let hundredths =
        dice.chance(8) ? 0 : dice.chance(12) ? -dice.roll(1..<3000) : dice.roll(1..<9000)
      return .number(Fraction(Int128(hundredths), over: 100), currency: nil)
    }
    func maybe(_ cell: Cell, _ percent: Int, _ dice: inout Dice) -> Cell {
      dice.chance(percent) ? .blank : cell
    }

    let rowCounts = [1, 4, 12, 25, 40]
    var sales: [[String: Cell]] = []
    let salesEnd = length - dice.pick([0, 0, 3, 10])
    for index in 0..<dice.pick(rowCounts) {
      let store = dice.pick(stores)
      sales.append([
        "date": index > 0 && dice.chance(2) ? .blank : day(&dice, from: 0, to: salesEnd),
        "order_id": .text("O\(dice.roll(0..<max(1, index / 2 + 2)))"),
        "line": .text("L\(index)"),
        "sku": index == 0 ? .text("S1") : maybe(.text(dice.pick(skus)), 5, &dice),
        "store": index == 0 ? .text(store) : maybe(.text(store), 6, &dice),
        "customer": index == 0 ? .text("K0") : maybe(.text("K\(dice.roll(0..<6))"), 5, &dice),
        "pieces": index == 0 ? .count(2) : maybe(.count(dice.roll(0..<7)), 10, &dice),
        "amount": index == 0
          ? .number(Fraction(Int128(1050), over: 100), currency: nil)
          : maybe(amount(&dice), 8, &dice),
        "currency": .text(isMixed && dice.chance(50) ? "USD" : "EUR"),
      ])
    }
    var ads: [[String: Cell]] = []
    let adsStart = dice.pick([0, 0, 4, 12])
    let adsEnd = length - dice.pick([0, 2, 7, 14])
    for index in 0..<dice.pick(rowCounts) {
      ads.append([
        "day_of": day(&dice, from: adsStart, to: adsEnd),
        "account": .text(dice.pick(["A", "B", "E"])),
        "sku": index == 0 ? .text("S2") : maybe(.text(dice.pick(skus)), 10, &dice),
        "campaign": .text("C\(dice.roll(1..<4))"),
        "cost": index == 0
          ? .number(Fraction(Int128(325), over: 100), currency: nil)
          : maybe(amount(&dice), 6, &dice),
        "clicks": index == 0 ? .count(5) : maybe(.count(dice.roll(0..<40)), 6, &dice),
      ])
    }
    var stock: [[String: Cell]] = []
    let stockEnd = length - dice.pick([0, 1, 9])
    for index in 0..<dice.pick(rowCounts) {
      stock.append([
        "day_of": day(&dice, from: 0, to: stockEnd),
        "sku": .text(dice.pick(skus)),
        "warehouse": .text(dice.pick(["A", "B", "C"])),
        "units": index == 0 ? .count(9) : maybe(.count(dice.roll(0..<50)), 5, &dice),
      ])
    }
    var visits: [[String: Cell]] = []
    for _ in 0..<dice.pick(rowCounts) {
      visits.append([
        "day_of": day(&dice, from: dice.pick([0, 5]), to: length),
        "visitor": .text("K\(dice.roll(0..<8))"),
        "store": .text(dice.pick(stores)),
      ])
    }
    var products: [[String: Cell]] = []
    for sku in skus.dropLast() where sku == "S1" || dice.chance(85) {
      products.append([
        "sku": .text(sku),
        "category": sku == "S1"
          ? .text("Toys") : maybe(.text(dice.pick(["Toys", "Games", "Books"])), 10, &dice),
        "price": sku == "S1" ? .count(10) : maybe(.count(dice.roll(1..<40)), 10, &dice),
      ])
    }
    let isClosed = dice.chance(50)
    var fees: [[String: Cell]] = []
    for sku in skus.dropLast() where sku == "S1" || dice.chance(80) {
      let turn = start + dice.roll(1..<length)
      fees.append([
        "sku": .text(sku), "valid_from": .day(start - 30),
        "valid_until": .day(turn), "unit_fee": .count(dice.roll(1..<5)),
      ])
      if dice.chance(80) {
        fees.append([
          "sku": .text(sku), "valid_from": .day(isClosed ? turn + 1 + dice.pick([0, 5]) : turn),
          "valid_until": .blank, "unit_fee": .count(dice.roll(1..<5)),
        ])
      }
    }
    let toProducts = Link(column: "sku", target: "products", targetColumn: "sku")
    return World(
      sources: [
        Source(
          name: "products", columns: ["sku", "category", "price"], rows: products, key: ["sku"]),
        Source(
          name: "fees", columns: ["sku", "valid_from", "valid_until", "unit_fee"], rows: fees,
          valid: ("valid_from", "valid_until", isClosed)),
        Source(
          name: "sales",
          columns: [
            "date", "order_id", "line", "sku", "store", "customer", "pieces", "amount", "currency",
          ], rows: sales, time: "date", key: ["line"],
          links: [toProducts, Link(column: "sku", target: "fees", targetColumn: "sku")],
          money: ("amount", "currency", "")),
        Source(
          name: "ads", columns: ["day_of", "account", "sku", "campaign", "cost", "clicks"],
          rows: ads, time: "day_of", links: [toProducts], money: ("cost", nil, "EUR")),
        Source(
          name: "stock", columns: ["day_of", "sku", "warehouse", "units"], rows: stock,
          time: "day_of", links: [toProducts]),
        Source(
          name: "visits", columns: ["day_of", "visitor", "store"], rows: visits, time: "day_of"),
      ] + moreSources(seed: seed, start: start, length: length),
      weekStartsOnSunday: dice.chance(20),
      rates: rates(seed: seed, start: start, length: length),
      goals: goals(seed: seed, start: start, length: length),
      definitions: definitions + "\n" + moreDefinitions)
  }
}
