// What holds for every answer whatever its numbers: asked of the product alone.
import KepiColumns
import Testing

struct InvariantTests {
  private static let seeds: [UInt64] = [101, 102, 103, 104, 105, 106]
  private static let additive = ["turnover", "pieces", "rows(sales)", "count(sales.amount)"]
  private static let groupings = ["shop", "article", "month, shop", "week", "shop, category"]

  private func world(_ seed: UInt64) -> World {
    var world = Generator.world(seed: seed)
    for index in world.sources.indices where world.sources[index].name == "sales" {
      for row in world.sources[index].rows.indices {
        world.sources[index].rows[row]["currency"] = .text("EUR")
      }
    }
    return world
  }

  private func answer(_ product: Product, _ question: String) throws -> ProductAnswer {
    let (answer, said) = product.ask(question)
    return try #require(answer, "\(question)\n\(said)")
  }

  /// Lines by their names, with a column of values.
  private func column(_ name: String, _ answer: ProductAnswer, names count: Int) -> [String: String]
  {
    guard let place = answer.columns.firstIndex(of: name) else { return [:] }
    return Dictionary(
      answer.lines.map { ($0.prefix(count).joined(separator: "|"), $0[place]) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: seeds) func anotherMetricChangesNoNumber(_ seed: UInt64) throws {
    let product = Product(world(seed))
    for by in Self.groupings {
      let count = by.split(separator: ",").count
      let alone = try answer(product, "turnover as m, basket as b by \(by) over all")
      let beside = try answer(
        product, "turnover as m, basket as b, pieces[previous] by \(by) over all")
      for name in ["m", "b"] {
        let more = column(name, beside, names: count)
        for (line, value) in column(name, alone, names: count) {
          #expect(more[line] == value, "seed \(seed), \(name) by \(by), \(line)")
        }
      }
    }
  }

  @Test(arguments: seeds) func theOrderOfRowsIsNotSeen(_ seed: UInt64) throws {
    let one = world(seed)
    var two = one
    for index in two.sources.indices { two.sources[index].rows.reverse() }
    let (first, second) = (Product(one), Product(two))
    for question in [
      "turnover, basket, fee, on_hand by month, shop", "rate, cover by week",
      "median(sales.amount) by article",
    ] {
      #expect(
        try answer(first, question).csv == answer(second, question).csv, "seed \(seed), \(question)"
      )
    }
  }

  @Test(arguments: seeds) func groupsAddUpToTheirTotals(_ seed: UInt64) throws {
    let product = Product(world(seed))
    for metric in Self.additive {
      for by in Self.groupings {
        let lines = try answer(product, "\(metric) as m by \(by) over all with totals").lines
        let count = by.split(separator: ",").count
        let plain = lines.filter { !$0.prefix(count).contains("(total)") }
        let sum = plain.compactMap { Double($0[count]) }.reduce(0, +)
        let total = lines.last.flatMap { Double($0[count]) } ?? 0
        #expect(abs(sum - total) < 1e-6, "seed \(seed), \(metric) by \(by)")
      }
    }
  }

  @Test(arguments: seeds) func shownAndOthersAreTheTotal(_ seed: UInt64) throws {
    let product = Product(world(seed))
    for metric in Self.additive {
      for shown in 0..<4 {
        let lines = try answer(
          product, "\(metric) as m by article top \(shown) by turnover with others, totals"
        ).lines
        let sum = lines.filter { $0[0] != "(total)" }.compactMap { Double($0[1]) }.reduce(0, +)
        let total = lines.last.flatMap { Double($0[1]) } ?? 0
        #expect(abs(sum - total) < 1e-6, "seed \(seed), \(metric), \(shown) shown")
      }
    }
  }

  /// Between whole buckets: what is unfinished is compared with a part.
  @Test(arguments: seeds) func earlierIsTheBucketBefore(_ seed: UInt64) throws {
    let product = Product(world(seed))
    for metric in ["turnover", "basket", "spend", "purchases", "margin"] {
      for by in ["week", "month", "day"] {
        let lines = try answer(product, "\(metric) as m, \(metric)[previous] as p by \(by)").lines
        for (one, two) in zip(lines.dropFirst(), lines.dropFirst(2)) where two != lines.last {
          #expect(one[1] == two[2], "seed \(seed), \(metric) by \(by), \(two[0])")
        }
      }
    }
  }

  @Test(arguments: seeds) func aFilterIsTheSameInBrackets(_ seed: UInt64) throws {
    let product = Product(world(seed))
    for condition in ["shop = \"A\"", "category is missing", "north", "weekday < 4"] {
      let outside = try answer(
        product, "turnover as m, basket as b, fee as f where \(condition) over all")
      let inside = try answer(
        product,
        "turnover[\(condition)] as m, basket[\(condition)] as b, fee[\(condition)] as f over all")
      #expect(outside.lines == inside.lines, "seed \(seed), \(condition)")
    }
  }
}
