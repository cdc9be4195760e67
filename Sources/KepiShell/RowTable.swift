// The table of `show rows of` while it is put together: the rows, what is left off, the totals.
import KepiColumns
import KepiEngine
import KepiReports
import KepiSemantics

struct RowTable {
  private let rows: [Int32]
  private let source: RowsBehind
  private var columns: [(name: String, unit: Unit, cells: [Value], currencies: [String?])] = []
  private var groupCount = 0
  /// Of the columns so far: what stands in the lines below the rows.
  private var rest: [Cell] = []
  private var totals: [Cell] = []

  init(_ rows: [Int32], _ source: RowsBehind) {
    self.rows = rows
    self.source = source
  }

  mutating func addTexts(_ name: String, _ texts: [String?], rest: String?, total: String?) {
    columns.append((name, .text, texts.map { $0.map { .text($0) } ?? .blank }, []))
    self.rest.append(Cell(rest.map { .text($0) } ?? .blank))
    totals.append(Cell(total.map { .text($0) } ?? .blank))
  }

  mutating func addCounts(_ name: String, _ counts: [Int?]) {
    add(name, .count, counts.map { $0.map { .exact(ExactNumber($0)) } ?? .blank })
  }

  /// A column that says of each row what it is; below stands nothing.
  mutating func add(_ name: String, _ unit: Unit, _ cells: [Value], currencies: [String?] = []) {
    // A number beside it may go by the name of a column.
    columns.append((unique(name), unit, cells, currencies))
    rest.append(Cell(.blank))
    totals.append(Cell(.blank))
  }

  mutating func endGroups() { groupCount = columns.count }

  /// What each row gives to a number: the total is what the answer has.
  ///
  /// - Parameter column: what it adds up as it stands, where that is one column.
  mutating func add(
    _ number: RowsBehind.Number, named name: String, of column: String?, total: Cell,
    rest others: [Int32], isForPeople: Bool
  ) {
    let gifts = rows.map { number.gifts[$0] }
    var name = name
    if gifts.contains(where: { $0?.original != nil }) {
      let originals = gifts.map { $0?.original ?? Cell(.blank) }
      append(
        column ?? name + " original", number.aggregate.unit, originals, Cell(.blank), Cell(.blank))
    } else if isForPeople, let column, column != name {
      name += " (\(column))"
    }
    let cells = gifts.map { $0?.cell ?? Cell(.blank) }
    switch number.aggregate.function {
    case .countDistinct, .dayCount:
      // The values that are told apart, and below them how many they are.
      let texts = cells.map { Cell($0.value.isBlank ? .blank : .text($0.value.plainText)) }
      append(name, .text, texts, Cell(.blank), Cell(.text(total.value.plainText)))
    case .count where number.aggregate.argument != nil:
      let ones = cells.map { Cell($0.value.isBlank ? .blank : .exact(ExactNumber(1))) }
      let more = others.count { number.gifts[$0]?.cell.value.isBlank == false }
      append(name, .count, ones, Cell(.exact(ExactNumber(more))), total)
    case .sum, .count, .closing, .opening:
      append(name, number.aggregate.unit, cells, sum(others.map { number.gifts[$0]?.cell }), total)
    case .minimum, .maximum, .median:
      append(name, number.aggregate.unit, cells, Cell(.blank), total)
    }
  }

  private mutating func append(
    _ name: String, _ unit: Unit, _ cells: [Cell], _ rest: Cell, _ total: Cell
  ) {
    columns.append((unique(name), unit, cells.map(\.value), cells.map(\.code)))
    self.rest.append(rest)
    totals.append(total)
  }

  private func unique(_ name: String) -> String {
    var name = name
    while columns.contains(where: { $0.name == name }) { name += " " }
    return name
  }

  private func sum(_ cells: [Cell?]) -> Cell {
    var mark = CurrencyMark.none
    var exact: ExactNumber? = .zero
    var approximate = 0.0
    var isExact = true
    for cell in cells.compactMap({ $0 }) {
      switch cell.value {
      case .exact(let number):
        if number.isZero { continue }
        exact = exact.flatMap { try? $0.adding(number) }
        approximate += number.double
      case .approximate(let number):
        isExact = false
        approximate += number
      case .blank, .nothing, .text, .day, .truth: continue
      }
      mark = mark.joined(cell.currency)
    }
    if mark == .mixed { return Cell(.blank, .mixed) }
    if isExact, let exact { return Cell(.exact(exact), mark) }
    return Cell(.approximate(approximate), mark)
  }

  /// `nil` where a number does not fit.
  func answer(hasRest: Bool) -> Answer? {
    var made: [Table.NamedColumn] = []
    var hidden: Set<String> = []
    for (place, column) in columns.enumerated() {
      let below = (hasRest ? [rest[place]] : []) + [totals[place]]
      let cells = column.cells + below.map(\.value)
      var unit = column.unit
      if case .money = unit {
        let own =
          column.currencies.isEmpty
          ? Array(repeating: nil, count: column.cells.count) : column.currencies
        let codes = own + below.map(\.code)
        let distinct = Set(codes.compactMap { $0 })
        if distinct.count > 1 {
          let name = "currency of \(column.name)"
          unit = .money(.column(name))
          hidden.insert(name)
          made.append(
            Table.NamedColumn(name: name, unit: .text, column: .text(TextColumn(codes))))
        } else {
          unit = .money(distinct.first.map { .fixed($0) } ?? .unknown)
        }
      }
      guard let filled = Column(cells, unit: unit) else { return nil }
      made.append(Table.NamedColumn(name: column.name, unit: unit, column: filled))
    }
    let count = rows.count + (hasRest ? 2 : 1)
    let visible = made.prefix(while: { $0.name != columns.dropFirst(groupCount).first?.name }).count
    let kinds: [Answer.LineKind] =
      rows.map { _ in .plain } + (hasRest ? [.others] : []) + [.total]
    return Answer(
      table: Table(rowCount: count, columns: made), hiddenColumns: hidden,
      groupingCount: groupCount == columns.count ? made.count : visible, lines: kinds,
      summedColumns: kinds.map { $0 == .total ? [0] : [] },
      receipt: .none)
  }
}

extension Cell {
  fileprivate var code: String? { if case .one(let code) = currency { code } else { nil } }
}
