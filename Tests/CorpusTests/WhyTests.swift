// What holds for every account of a change, over made-up rows from fixed seeds.
import Testing

struct WhyTests {
  static let seeds: [UInt64] = [1, 2, 3]

  /// One row of a made-up file. Groups may be missing in a period.
  private struct Row {
    var month: String
    var group: String
    var part: String
    var visits: Int
    var units: Int
    var amount: Int
    var cost: Int
  }

  private static func rows(_ seed: UInt64) -> [Row] {
    var random = SplitMix(seed: seed)
    var rows: [Row] = []
    for month in ["2026-01", "2026-02"] {
      for group in 0..<7 where !random.happens(oneIn: 6) {
        for part in ["x", "y"] {
          let visits = 50 + Int.random(in: 0..<900, using: &random)
          let units = 1 + visits * (1 + Int.random(in: 0..<20, using: &random)) / 100
          rows.append(
            Row(
              month: month, group: "g\(group)", part: part, visits: visits, units: units,
              amount: units * (500 + Int.random(in: 0..<4000, using: &random)),
              cost: visits * (10 + Int.random(in: 0..<90, using: &random))))
        }
      }
    }
    return rows
  }

  private static func file(_ rows: [Row]) -> String {
    func money(_ cents: Int) -> String {
      "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
    return "month,grp,visits,units,amount,cost\n"
      + rows.map {
        "\($0.month),\($0.group),\($0.visits),\($0.units),\(money($0.amount)),\(money($0.cost))\n"
      }.joined()
  }

  /// The names of the definitions, and others for the same.
  private static let names: [(token: String, plain: String, other: String)] = [
    ("T#", "takings", "a_takings"), ("V#", "footfall", "z_footfall"),
    ("U#", "pieces", "the_pieces"), ("R#", "rate_of_sale", "conversion_here"),
    ("P#", "piece_price", "b_price"), ("L#", "priced", "listed"), ("C#", "spent", "outlay"),
    ("G#", "gain", "left_over"), ("S#", "spent_share", "burden"),
    ("Q#", "listed_price", "q"), ("X#", "cost_a_visit", "x"), ("Y#", "value_a_visit", "a"),
  ]

  private static let definitions = """
    source shop from "shop.csv" { time: month }
    metric V# = sum(shop.visits)
    metric U# = sum(shop.units)
    metric R# = U# / V# { unit: percent }
    metric P# = T# / U#
    metric T# = sum(shop.amount) { unit: money; tree: V# * R# * P# }
    metric L# = sum(shop.amount) { unit: money; tree: U# * Q# }
    metric Q# = L# / U#
    metric C# = sum(shop.cost) { unit: money }
    metric G# = T# - C# { unit: money }
    metric S# = C# / T# { unit: percent; tree: X# / Y# }
    metric X# = C# / V#
    metric Y# = T# / V#

    """

  /// A text with names in the places of tokens.
  private static func named(_ text: String, renamed: Bool = false) -> String {
    names.reduce(text) { text, name in
      text.replacing(name.token, with: renamed ? name.other : name.plain)
    }
  }

  /// The lines of one answer: their names, and their numbers in billionths.
  private struct Account {
    var head: [String] = []
    var lines: [(name: String, cells: [Int128?])] = []

    subscript(name: String) -> [Int128?]? { lines.first { $0.name == name }?.cells }
  }

  private static func account(
    _ statement: String, _ rows: [Row], renamed: Bool = false
  ) throws -> Account {
    let run = SessionRun(
      files: [("shop.csv", file(rows))],
      script: named(definitions + statement + "\n", renamed: renamed))
    try #require(run.status == 0, "\(run.messages)")
    var account = Account()
    for (place, line) in run.output.split(separator: "\n").enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if place == 0 {
        account.head = cells
      } else {
        account.lines.append((cells[0], cells.dropFirst().map(billionths)))
      }
    }
    try #require(!account.lines.isEmpty)
    return account
  }

  private static func billionths(_ text: String) -> Int128? {
    guard !text.isEmpty else { return nil }
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    var value = Int128(parts[0]) ?? 0
    let fraction = parts.count > 1 ? parts[1] : ""
    for digit in (fraction + "000000000").prefix(9) {
      value = value * 10 + Int128(digit.wholeNumberValue ?? 0)
    }
    return isNegative ? -value : value
  }

  static let statements = [
    "why T# by grp over 2026-02 limit 3", "why T# by grp, driver over 2026-02",
    "why L# by grp, driver over 2026-02", "why G# by grp, driver over 2026-02 limit 2",
    "why S# by grp over 2026-02 limit 4", "why S# by grp, driver over 2026-02",
  ]

  // MARK: Properties

  /// Every line's parts are its change, every column's lines its total, to the last digit.
  @Test(arguments: seeds, statements)
  func partsAddUp(_ seed: UInt64, _ statement: String) throws {
    let account = try Self.account(statement, Self.rows(seed))
    let total = try #require(account["(total)"])
    let (before, after) = (try #require(total[0]), try #require(total[1]))
    let change = account.head.firstIndex { $0.hasSuffix(" change") }.map { $0 - 1 }
    let parts = (2..<total.count).filter { $0 != change }
    for line in account.lines {
      let sum = parts.reduce(0) { $0 + (line.cells[$1] ?? 0) }
      if let change, !parts.isEmpty { #expect(sum == line.cells[change], "\(line)") }
      if line.name == "(total)" {
        let moved = change.flatMap { line.cells[$0] } ?? sum
        #expect(moved == after - before)
      }
    }
    for column in 2..<total.count {
      let sum = account.lines.filter { $0.name != "(total)" }.reduce(0) {
        $0 + ($1.cells[column] ?? 0)
      }
      #expect(sum == total[column], "\(account.head)")
    }
  }

  /// The same by driver alone.
  @Test(arguments: seeds, ["T#", "G#", "S#"])
  func driversAddUp(_ seed: UInt64, _ name: String) throws {
    let account = try Self.account("why \(name) over 2026-02", Self.rows(seed))
    let total = try #require(account["(total)"])
    let sum = account.lines.dropLast().reduce(0) { $0 + ($1.cells[2] ?? 0) }
    #expect(sum == total[2])
    #expect(total[2] == (total[1] ?? 0) - (total[0] ?? 0))
  }

  /// What was up is down, by the same digits. Volume, mix and price are told from the prices before
  /// and are no mirror image.
  @Test(
    arguments: seeds,
    ["T# by grp", "T# by grp, driver", "G#", "S# by grp", "S# by grp, driver"])
  func swappedPeriodsTurnTheSigns(_ seed: UInt64, _ what: String) throws {
    let rows = Self.rows(seed)
    let there = try Self.account("why \(what) over 2026-02 vs 2026-01", rows)
    let back = try Self.account("why \(what) over 2026-01 vs 2026-02", rows)
    func parts(_ account: Account) -> [(String, Int)] {
      account.head.enumerated().filter { place, name in
        place > 2 && !name.hasSuffix(" new") && !name.hasSuffix(" ended")
      }.map { ($0.element, $0.offset - 1) }
    }
    for line in there.lines {
      let other = try #require(back[line.name], "\(line.name)")
      for (name, place) in parts(there) {
        guard let match = parts(back).first(where: { $0.0 == name })?.1 else { continue }
        let (one, two) = (line.cells[place] ?? 0, other[match] ?? 0)
        #expect((one + two).magnitude <= (what.hasPrefix("S#") ? 1 : 0), "\(line) \(other)")
      }
    }
  }

  /// A group that is parted in two leaves the others as they were, and its parts add up to what it
  /// was: only how much of it is mix among them is new.
  @Test(arguments: seeds)
  func aSplitGroupChangesOnlyItsOwnMix(_ seed: UInt64) throws {
    let rows = Self.rows(seed)
    let split = rows.map { row in
      var row = row
      if row.group == "g3" { row.group += row.part }
      return row
    }
    let whole = try Self.account("why S# by grp over 2026-02", rows)
    let parted = try Self.account("why S# by grp over 2026-02", split)
    for line in parted.lines where line.name != "(total)" && !line.name.hasPrefix("g3") {
      let other = try #require(whole[line.name])
      for place in 2..<4 {
        let difference = (line.cells[place] ?? 0) - (other[place] ?? 0)
        #expect(difference.magnitude <= 2, "\(line) \(other)")
      }
    }
    let parts = parted.lines.filter { $0.name.hasPrefix("g3") }
      .reduce(0) { $0 + ($1.cells[2] ?? 0) + ($1.cells[3] ?? 0) }
    let own = whole["g3"].map { ($0[2] ?? 0) + ($0[3] ?? 0) } ?? 0
    #expect((parts - own).magnitude <= 4)
  }

  /// Other names and another order of the rows change no number.
  @Test(arguments: seeds, statements)
  func namesAndOrderChangeNothing(_ seed: UInt64, _ statement: String) throws {
    let rows = Self.rows(seed)
    let plain = try Self.account(statement, rows)
    let reordered = try Self.account(statement, rows.reversed())
    #expect(plain.lines.map(\.name) == reordered.lines.map(\.name))
    let other = try Self.account(statement, rows, renamed: true)
    #expect(plain.lines.map(\.name) == other.lines.map(\.name))
    #expect(plain.lines.map(\.cells) == reordered.lines.map(\.cells))
    #expect(plain.lines.map(\.cells) == other.lines.map(\.cells))
  }
}
