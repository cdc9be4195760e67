// The rows of one loaded source, with the ways to the rows they link to.
package import KepiColumns
package import KepiSemantics

/// What the engine reads: each source's schema and its rows.
package struct LoadedSource: Sendable {
  package let schema: SourceSchema
  package let table: Table
  /// `nil` for a source without time.
  let days: DayIndex?
  let rollupRoom = RollupRoom()
  let magnitudes = Magnitudes()

  package init(schema: SourceSchema, table: Table) {
    self.schema = schema
    self.table = table
    if let name = schema.dayColumn, case .date(let column) = table[name]?.column {
      days = DayIndex(column)
    } else {
      days = nil
    }
  }

  /// The same rows with further columns, none of which is one of days.
  package init(_ source: LoadedSource, schema: SourceSchema, columns: [Table.NamedColumn]) {
    self.schema = schema
    table = Table(
      rowCount: source.table.rowCount, columns: source.table.columns + columns)
    days = source.days
  }
}

/// The loaded sources of a session, by key.
package struct Store: Sendable {
  package private(set) var sources: [String: LoadedSource]

  package init(_ sources: [LoadedSource]) {
    self.sources = Dictionary(
      sources.map { ($0.schema.key, $0) }, uniquingKeysWith: { _, last in last })
  }

  package subscript(key: String) -> LoadedSource? { sources[key] }
}

/// Finds the column that a reference names, and for each row the row it links to.
struct SourceRows {
  let source: LoadedSource
  let store: Store
  /// Rows that each path of links leads to, -1 where there is none, by the path and the source at its
  /// end. Filled when first asked for.
  private var linkedRows: [[String]: [Int32]] = [:]

  /// Columns that are computed, for all rows. Filled when first asked for.
  private var computed: [ColumnReference: Column] = [:]
  /// What the metrics fixed by `only` are fixed to: all combinations, and that of each row.
  private var things: [[RowExpression]: (all: [[Value]], rows: [Int32])] = [:]
  private var attributeColumns: [AttributeKey: Column] = [:]
  private let attributes: AttributeValues
  /// The window of the scan whose rows are read: a metric in brackets sees the days of the line.
  var window: Int32 = 0
  /// Where an as-of day is written, no later row is read by anything (R8a).
  private let asOf: Day?

  init(
    _ source: LoadedSource, in store: Store, attributes: AttributeValues = AttributeValues(),
    asOf: Day? = nil
  ) {
    self.source = source
    self.store = store
    self.attributes = attributes
    self.asOf = asOf
  }

  var rowCount: Int { source.table.rowCount }

  /// A column and, where it lies behind links, the row of it for each row of the source.
  mutating func column(_ reference: ColumnReference) -> (column: Column, rows: [Int32]?)? {
    switch reference.origin {
    case .stored: break
    case .attribute(let attribute, let keys):
      let things = self.things(of: keys)
      let key = AttributeKey(
        attribute: attribute, things: keys, window: attribute.scope == .line ? window : 0)
      if let known = attributeColumns[key] { return (known, things.rows) }
      let column = Column(
        numbers: things.all.map { attributes.value(of: attribute, $0, window: Int(window)) })
      attributeColumns[key] = column
      return (column, things.rows)
    case .children(let children):
      if let known = computed[reference] { return (known, nil) }
      let column = childrenColumn(children)
      computed[reference] = column
      return (column, nil)
    case .conversions(let path):
      if let known = computed[reference] { return (known, nil) }
      let column = conversionColumn(path)
      computed[reference] = column
      return (column, nil)
    }
    if reference.path.isEmpty {
      return source.table[reference.column].map { ($0.column, nil) }
    }
    guard let column = store[reference.source]?.table[reference.column]?.column else {
      return nil
    }
    return (column, rows(along: reference.path, to: reference.source))
  }

  private struct AttributeKey: Hashable {
    let attribute: Attribute
    let things: [RowExpression]
    let window: Int32
  }

  /// The combinations of values that some expressions have, and which of them each row has.
  private mutating func things(
    of keys: [RowExpression]
  ) -> (all: [[Value]], rows: [Int32]) {
    if let known = things[keys] { return known }
    var evaluator = BlockEvaluator(
      SourceRows(source, in: store, attributes: attributes, asOf: asOf))
    var all: [[Value]] = []
    var index: [[Value]: Int32] = [:]
    var rows: [Int32] = []
    rows.reserveCapacity(rowCount)
    let block = Rows.range(0..<rowCount)
    let vectors = keys.map { try? evaluator.values(of: $0, at: block) }
    for row in 0..<rowCount {
      let thing = vectors.map { $0?.value(at: row) ?? .blank }
      if let known = index[thing] {
        rows.append(known)
      } else {
        index[thing] = Int32(all.count)
        rows.append(Int32(all.count))
        all.append(thing)
      }
    }
    things[keys] = (all, rows)
    return (all, rows)
  }

  /// Whether each row has a child that meets the conditions on children.
  private func childrenColumn(_ children: ResolvedQuery.Children) -> Column {
    var counts = Array(repeating: Int64(0), count: rowCount)
    if let child = store[children.source] {
      var family = ChildRows(
        children, of: source,
        in: SourceRows(child, in: store, attributes: attributes, asOf: asOf))
      for row in 0..<rowCount {
        let found = (try? family.children(of: row, isFiltered: true)) ?? []
        counts[row] = found.isEmpty ? 0 : 1
      }
    }
    return .amount(AmountColumn(values: counts, scale: 0))
  }

  /// For each row how many rows of the other source follow it: each belongs to the latest row on or
  /// before its day, and later than its day less the window (R24).
  private func conversionColumn(_ path: ConversionPath) -> Column {
    var counts = Array(repeating: Int64(0), count: rowCount)
    guard let target = store[path.target], let ownKey = source.table[path.column]?.column,
      let otherKey = target.table[path.targetColumn]?.column,
      let ownDays = source.dates, let otherDays = target.dates
    else { return .amount(AmountColumn(values: counts, scale: 0)) }
    let amounts = path.amountColumn.flatMap { target.table[$0]?.column }
    var rows: [Value: [(day: Int, row: Int)]] = [:]
    for row in 0..<rowCount {
      guard let day = ownDays[row] else { continue }
      let key = ownKey.value(at: row)
      if !key.isBlank { rows[key, default: []].append((day.number, row)) }
    }
    for key in Array(rows.keys) { rows[key]?.sort { ($0.day, $0.row) < ($1.day, $1.row) } }
    for row in 0..<target.table.rowCount {
      guard let day = otherDays[row], asOf.map({ day <= $0 }) ?? true,
        let candidates = rows[otherKey.value(at: row)],
        let last = candidates.last(where: { $0.day <= day.number })
      else { continue }
      switch path.window {
      case nil: break
      case .days(let window): if last.day <= day.number - window { continue }
      case .months(let window):
        let first = Day(number: last.day)
        if 12 * (day.year - first.year) + day.month - first.month >= window { continue }
      }
      if let amounts {
        // A count has no decimals; what is absent adds nothing.
        if case .exact(let number) = amounts.value(at: row) {
          counts[last.row] += Int64(clamping: number.rounded(to: 0).digits)
        }
        continue
      }
      counts[last.row] += 1
    }
    return .amount(AmountColumn(values: counts, scale: 0))
  }

  private mutating func rows(along path: [String], to end: String) -> [Int32] {
    let name = path + [end]
    if let known = linkedRows[name] { return known }
    guard let links = links(along: path[...], from: source.schema, to: end) else {
      return (0..<rowCount).map { _ in -1 }
    }
    var current = source
    var rows = (0..<Int32(rowCount)).map { $0 }
    let days = source.schema.dayColumn.flatMap { source.table[$0]?.column }
    for link in links {
      guard let target = store[link.target.folded],
        let from = current.table[link.column]?.column,
        let to = target.table[link.targetColumn]?.column
      else { return rows.map { _ in -1 } }
      let index = LinkIndex(column: to, target: target)
      rows = rows.indices.map { row in
        let at = rows[row]
        guard at >= 0, let value = from.value(at: Int(at)).presentText else { return -1 }
        let day = days.flatMap { column -> Day? in
          if case .date(let dates) = column { dates[row] } else { nil }
        }
        return index.row(for: value, on: day)
      }
      current = target
    }
    linkedRows[name] = rows
    return rows
  }

  /// The links that a path of columns names. One column may lead to several sources (an article to its
  /// product and to its fees), so the source at the end decides.
  private func links(
    along path: ArraySlice<String>, from schema: SourceSchema, to end: String
  ) -> [SourceSchema.Link]? {
    guard let step = path.first else { return schema.key == end ? [] : nil }
    for link in schema.links where link.column == step {
      guard let target = store[link.target.folded],
        let rest = links(along: path.dropFirst(), from: target.schema, to: end)
      else { continue }
      return [link] + rest
    }
    return nil
  }
}

/// The row of a link's target for a value, on a day where its rows hold for a time only.
private struct LinkIndex {
  private var rows: [String: [(first: Int, last: Int, row: Int32)]] = [:]

  init(column: Column, target: LoadedSource) {
    let validity = target.schema.validity
    let first = validity.flatMap { target.table[$0.firstColumn]?.column }
    let last = validity.flatMap { target.table[$0.lastColumn]?.column }
    for row in 0..<target.table.rowCount {
      guard let value = column.value(at: row).presentText else { continue }
      var from = Int.min
      var to = Int.max
      if case .day(let day) = first?.value(at: row) { from = day.number }
      if case .day(let day) = last?.value(at: row) {
        to = validity?.includesLast == false ? day.number - 1 : day.number
      }
      rows[value, default: []].append((from, to, Int32(row)))
    }
  }

  func row(for value: String, on day: Day?) -> Int32 {
    guard let candidates = rows[value] else { return -1 }
    if candidates.count == 1, candidates[0].first == .min, candidates[0].last == .max {
      return candidates[0].row
    }
    // Which of the rows held on its day is not known for a row without one.
    guard let day else { return -1 }
    let found = candidates.first { $0.first <= day.number && day.number <= $0.last }
    return found?.row ?? -1
  }
}

/// Two rows of a link's target for one key, on one day where its rows hold for a time (R2).
package struct DoubleKey: Equatable, Sendable {
  package let key: String
  package let day: Day?
}

extension LoadedSource {
  /// The first key for which a link to this column would find two rows; `nil` where all is well.
  package func doubleKey(in columnName: String) -> DoubleKey? {
    guard let column = table[columnName]?.column else { return nil }
    let first = schema.validity.flatMap { table[$0.firstColumn]?.column }
    let last = schema.validity.flatMap { table[$0.lastColumn]?.column }
    var seen: [String: [(from: Int, to: Int)]] = [:]
    for row in 0..<table.rowCount {
      guard let key = column.value(at: row).presentText else { continue }
      var from = Int.min
      var to = Int.max
      if case .day(let day) = first?.value(at: row) { from = day.number }
      if case .day(let day) = last?.value(at: row) {
        to = schema.validity?.includesLast == false ? day.number - 1 : day.number
      }
      let overlapping = seen[key, default: []].first { $0.from <= to && from <= $0.to }
      if let overlapping {
        let day = max(overlapping.from, from)
        return DoubleKey(key: key, day: day == .min ? nil : Day(number: day))
      }
      seen[key, default: []].append((from, to))
    }
    return nil
  }
}

extension LoadedSource {
  /// How many rows do not meet a condition.
  package func rowCount(failing condition: RowExpression, in store: Store) -> Int {
    var evaluator = BlockEvaluator(SourceRows(self, in: store))
    let kept = try? evaluator.select(.range(0..<table.rowCount), where: condition)
    return table.rowCount - (kept?.count ?? 0)
  }

  /// Those of some rows that do not meet a condition, in order.
  package func rows(
    _ rows: [Int32], failing condition: RowExpression, in store: Store
  ) -> [Int32] {
    var evaluator = BlockEvaluator(SourceRows(self, in: store))
    guard let kept = try? evaluator.select(.list(rows), where: condition).numbers else { return [] }
    var next = 0
    return rows.filter { row in
      guard next < kept.count, kept[next] == row else { return true }
      next += 1
      return false
    }
  }
}

extension LoadedSource {
  fileprivate var dates: DateColumn? {
    guard let name = schema.dayColumn, case .date(let column) = table[name]?.column else {
      return nil
    }
    return column
  }
}

extension Column {
  /// Numbers as they come: exact where all of them are.
  fileprivate init(numbers values: [Value]) {
    let present = Bitmap(values.map { !$0.isBlank })
    let exact = values.map { value -> ExactNumber? in
      if case .exact(let number) = value { number } else { nil }
    }
    let scale = exact.compactMap { $0?.scale }.max() ?? 0
    let digits = exact.map { number -> Int64? in
      guard let scaled = try? (number ?? .zero).rescaled(to: scale) else { return nil }
      return Int64(exactly: scaled)
    }
    let isExact = zip(values, exact).allSatisfy { $0.isBlank || $1 != nil }
    if isExact, !digits.contains(nil) {
      self = .amount(
        AmountColumn(values: digits.map { $0 ?? 0 }, scale: scale, present: present))
    } else {
      self = .number(NumberColumn(values: values.map { $0.double ?? 0 }, present: present))
    }
  }

  package func value(at row: Int) -> Value {
    switch self {
    case .amount(let column):
      column[row].map { .exact(ExactNumber(Int128($0), scale: column.scale)) } ?? .blank
    case .number(let column): column[row].map { .approximate($0) } ?? .blank
    case .text(let column): column[row].map { .text($0) } ?? .blank
    case .date(let column): column[row].map { .day($0) } ?? .blank
    }
  }
}

extension Value {
  /// A key as text: text itself, and numbers as they are written.
  package var presentText: String? {
    switch self {
    case .text(let text): text
    case .exact(let number): number.trimmed().plainText
    case .day(let day): day.text
    case .blank, .nothing, .approximate, .truth: nil
    }
  }
}

extension String {
  fileprivate var folded: String { SourceSchema(name: self, columns: []).key }
}
