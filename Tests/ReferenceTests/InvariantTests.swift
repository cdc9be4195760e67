// What holds for every answer whatever its numbers: asked of the product alone.
import KepiColumns
import KepiEngine
import Testing

struct InvariantTests {
  private static let seeds: [UInt64] = [101, 102, 103, 104, 105, 106]
  /// Where a test asks hundreds of questions.
  private static let someSeeds: [UInt64] = [101, 104]
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

  private static let questions = [
    "turnover, basket, fee, on_hand by month, shop", "rate, cover by week",
    "median(sales.amount), avg(sales.amount) by article", "on_hand_each, mean_hand by shop, month",
    "planned, reached by quarter, shop", "entered by shop, month", "shipping, packed by article",
    "came, came_ever by shop", "paid by month in EUR at bank", "views, look_rate by month",
    "turnover, pieces, turnover[previous] by week, shop top 2 by pieces with others, totals",
    "turnover[rolling 4 weeks] by week", "spend / spend[all shop] as share by shop, month",
  ]

  @Test(arguments: seeds.prefix(4)) func filesInPartsAreOneFile(_ seed: UInt64) throws {
    let (whole, parted) = (Product(world(seed)), Product(world(seed), parts: 3))
    #expect(parted.isReady, "\(parted.startErrors)")
    for question in Self.questions {
      #expect(
        try answer(whole, question).csv == answer(parted, question).csv, "seed \(seed), \(question)"
      )
    }
  }

  @Test(arguments: seeds.prefix(4)) func coresAndBlocksAreNotSeen(_ seed: UInt64) throws {
    let plain = Product(world(seed), effort: ScanEffort(workerCount: 1))
    let parted = Product(
      world(seed),
      effort: ScanEffort(workerCount: 3, blockSize: 2, leastShare: 1, leastColumnLines: 1))
    for question in Self.questions {
      #expect(
        try answer(plain, question).csv == answer(parted, question).csv, "seed \(seed), \(question)"
      )
    }
  }

  @Test(arguments: seeds.prefix(4)) func rollupsAreNotSeen(_ seed: UInt64) throws {
    let plain = Product(
      world(seed), effort: ScanEffort(workerCount: 1, rollups: RollupRules(making: .never)))
    let rolledUp = Product(
      world(seed),
      effort: ScanEffort(
        workerCount: 2, rollups: RollupRules(making: .atOnce, leastRows: 1, leastRowsEach: 1)))
    for question in Self.questions {
      #expect(
        try answer(plain, question).csv == answer(rolledUp, question).csv,
        "seed \(seed), \(question)")
    }
  }

  /// An article that nothing was sold of, and a shop that only a condition speaks of.
  @Test(arguments: seeds.prefix(4)) func anEmptyGroupChangesNothing(_ seed: UInt64) throws {
    let one = world(seed)
    var two = one
    for index in two.sources.indices where two.sources[index].name == "products" {
      two.sources[index].rows.append([
        "sku": .text("S77"), "category": .text("Garden"), "price": .count(7),
      ])
    }
    let (first, second) = (Product(one), Product(two))
    for question in Self.questions + [
      "turnover, sum(sales.pieces * products.price) as worth by category with totals",
      "turnover by category top 1 by turnover with others",
      "turnover where category != \"Garden\" or shop = \"Z\"",
      "spend / spend[all category] as share by category, month",
    ] {
      #expect(
        try answer(first, question).csv == answer(second, question).csv, "seed \(seed), \(question)"
      )
    }
  }

  /// A bucket asked for by itself is what the bucket after it has as its earlier one.
  @Test(arguments: seeds) func previousIsAskedEarlier(_ seed: UInt64) throws {
    let product = Product(world(seed))
    let days = try #require(world(seed).source("sales")?.days())
    let months = [days.lowerBound, days.upperBound].map(Steps.monthIndex(of:))
    guard months[0] + 2 < months[1] else { return }
    for month in (months[0] + 1)..<(months[1] - 1) {
      let names = [month, month + 1].map { index in
        Steps().name(of: .month, first: Steps.firstDay(ofMonth: index)).text
      }
      for metric in ["turnover", "basket", "purchases", "fee", "avg(sales.amount)"] {
        let own = try answer(product, "\(metric) as m by shop over \(names[0])")
        let later = try answer(product, "\(metric)[previous] as m by shop over \(names[1])")
        let earlier = column("m", later, names: 1)
        for (shop, value) in column("m", own, names: 1) {
          #expect(
            earlier[shop] == value, "seed \(seed), \(metric) of \(names[0]), \(shop)")
        }
      }
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

  @Test(arguments: someSeeds) func aFilterIsTheSameInBrackets(_ seed: UInt64) throws {
    let product = Product(world(seed))
    let metrics = [
      "turnover", "basket", "fee", "pieces", "purchases", "rows(sales)", "count(sales.amount)",
      "avg(sales.amount)", "median(sales.amount)", "min(sales.pieces)", "max(sales.amount)",
      "spend", "clicks", "cost_share", "margin", "on_hand", "on_hand_each", "at_start", "mean_hand",
      "planned", "reached", "entered", "turnover[previous]", "turnover[rolling 4 weeks]",
    ]
    for condition in ["shop = \"A\"", "not shop = \"B\"", "north", "shop in (\"A\", \"C\")"] {
      for metric in metrics {
        let outside = try answer(product, "\(metric) as m where \(condition) over all")
        let inside = try answer(product, "(\(metric))[\(condition)] as m over all")
        #expect(outside.lines == inside.lines, "seed \(seed), \(metric), \(condition)")
      }
    }
    for condition in ["category is missing", "weekday < 4", "article in (\"S1\", \"S3\")"] {
      for metric in metrics[..<11] {
        let outside = try answer(product, "\(metric) as m where \(condition) over all")
        let inside = try answer(product, "(\(metric))[\(condition)] as m over all")
        #expect(outside.lines == inside.lines, "seed \(seed), \(metric), \(condition)")
      }
    }
  }
}
