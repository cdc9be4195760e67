// A JSON report as tables: one for each list of records that is in no other list.

package struct JSONTables {
  package struct List: Equatable, Sendable {
    /// Where it stands: `salesAndTrafficByDate`; empty where the document itself is the list.
    package let name: String
    /// Its first row is the header.
    package let cells: CellTable
  }

  /// Only those that hold records.
  package let lists: [List]

  /// Objects inside a record become columns with dotted names, lists of values one cell with commas.
  /// What stands beside the lists, such as the period of a report, is a column of every row. Records
  /// that follow one another without a list around them are one list.
  package init(
    _ text: [UInt8], limits: ContainerLimits, isCancelled: () -> Bool = { false }
  ) throws(ContainerFailure) {
    var builder = JSONTableBuilder(limits, isRecordStream: false)
    do throws(ContainerFailure) {
      try JSONParser.parse(text, builder, limits: limits, isCancelled: isCancelled)
    } catch {
      // Whether the first object was a report or a record shows only when another follows it.
      guard builder.hasMoreValues else { throw error }
      builder = JSONTableBuilder(limits, isRecordStream: true)
      try JSONParser.parse(text, builder, limits: limits, isCancelled: isCancelled)
    }
    lists = try builder.finish()
  }
}

private final class JSONTableBuilder: JSONHandler {
  private enum Level {
    /// An object, in a record or outside all.
    case object
    case list(RecordTable)
    case record(RecordTable)
    /// A list of values inside a record, and what it has so far.
    case values([UInt8])
    /// Lists of records inside a record, and the like: no table has a place for them.
    case leftOut
  }

  private let limits: ContainerLimits
  private let isRecordStream: Bool
  /// Another value came after the first, which was taken for the whole document.
  private(set) var hasMoreValues = false

  /// Each with the length of `path` that names inside it go on from.
  private var levels: [(level: Level, pathEnd: Int)] = []
  /// The record that is being read, and where its own names begin in `path`.
  private var record: (table: RecordTable, pathStart: Int)?
  private var path: [UInt8] = []
  private var tables: [RecordTable] = []
  private var beside: [(name: [UInt8], cell: [UInt8])] = []
  private var cell: [UInt8] = []

  init(_ limits: ContainerLimits, isRecordStream: Bool) {
    self.limits = limits
    self.isRecordStream = isRecordStream
    if isRecordStream { tables.append(RecordTable([], limits)) }
  }

  func finish() throws(ContainerFailure) -> [JSONTables.List] {
    var lists: [JSONTables.List] = []
    for table in tables where table.rowCount > 0 {
      lists.append(
        JSONTables.List(
          name: String(decoding: table.name, as: UTF8.self),
          cells: try table.finish(beside: beside, limits)))
    }
    return lists
  }

  // MARK: Events

  func begin(isObject: Bool) throws(ContainerFailure) {
    let level = try isObject ? levelOfObject() : levelOfList()
    levels.append((level, path.count))
  }

  private func levelOfObject() throws(ContainerFailure) -> Level {
    switch levels.last?.level {
    case nil:
      guard isRecordStream else {
        try noteAnotherValue()
        return .object
      }
      return begin(recordOf: tables[0])
    case .object, .record: return .object
    case .list(let table): return begin(recordOf: table)
    case .values, .leftOut:
      noteLeftOut()
      return .leftOut
    }
  }

  private func levelOfList() throws(ContainerFailure) -> Level {
    switch levels.last?.level {
    case nil:
      if isRecordStream { return .list(tables[0]) }
      try noteAnotherValue()
      return newList()
    case .object, .record: return record == nil ? newList() : .values([])
    case .list, .values, .leftOut:
      noteLeftOut()
      return .leftOut
    }
  }

  private func begin(recordOf table: RecordTable) -> Level {
    record = (table, path.count)
    table.beginRecord()
    return .record(table)
  }

  private func newList() -> Level {
    let table = RecordTable(path, limits)
    tables.append(table)
    return .list(table)
  }

  private func noteAnotherValue() throws(ContainerFailure) {
    guard !path.isEmpty || !tables.isEmpty || !beside.isEmpty else { return }
    hasMoreValues = true
    throw .malformed(form: "JSON", line: nil)
  }

  private func noteLeftOut() {
    guard let record, path.count > record.pathStart else { return }
    record.table.leaveOut(path[record.pathStart...])
  }

  func end(isObject: Bool) throws(ContainerFailure) {
    guard let (level, pathEnd) = levels.popLast() else { return }
    switch level {
    case .record(let table):
      try table.endRecord()
      record = nil
      path.removeSubrange(pathEnd...)
    case .values(let bytes): try store(bytes)
    case .list(let table):
      // A list of values only, such as the marketplaces of a report.
      if table.rowCount == 0, !table.values.isEmpty { beside.append((table.name, table.values)) }
    case .object, .leftOut: break
    }
  }

  func name(_ bytes: Span<UInt8>) throws(ContainerFailure) {
    guard let (level, pathEnd) = levels.last else { return }
    if case .leftOut = level { return }
    path.removeSubrange(pathEnd...)
    guard path.count + bytes.count < limits.cellBytes else {
      throw .cellTooLong(limit: limits.cellBytes)
    }
    if pathEnd > record?.pathStart ?? 0 { path.append(UInt8(ascii: ".")) }
    for index in bytes.indices { path.append(bytes[index]) }
  }

  func text(_ bytes: Span<UInt8>) throws(ContainerFailure) {
    cell.removeAll(keepingCapacity: true)
    for index in bytes.indices { cell.append(bytes[index]) }
    try take(cell)
  }

  func number(_ bytes: Span<UInt8>) throws(ContainerFailure) {
    cell.removeAll(keepingCapacity: true)
    cell.append(CellMark.number)
    if NumberText.append(bytes, to: &cell) { try take(cell) }
  }

  func truth(_ value: Bool) throws(ContainerFailure) {
    try take(Array((value ? "true" : "false").utf8))
  }

  func null() {}

  // MARK: Values

  private func take(_ cell: [UInt8]) throws(ContainerFailure) {
    switch levels.last?.level {
    case .object, .record: try store(cell)
    case .values(var bytes):
      levels[levels.count - 1].level = .leftOut
      try join(cell, to: &bytes)
      levels[levels.count - 1].level = .values(bytes)
    case .list(let table): try join(cell, to: &table.values)
    case .leftOut, nil: return
    }
  }

  private func join(_ cell: [UInt8], to bytes: inout [UInt8]) throws(ContainerFailure) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
    bytes.append(contentsOf: cell.first == CellMark.number ? cell.dropFirst() : cell[...])
    guard bytes.count <= limits.cellBytes else { throw .cellTooLong(limit: limits.cellBytes) }
  }

  private func store(_ cell: [UInt8]) throws(ContainerFailure) {
    guard !cell.isEmpty else { return }
    if let record {
      try record.table.store(cell, under: path[record.pathStart...])
    } else {
      guard beside.count < CellWriter.mostColumns else {
        throw .tooManyColumns(limit: CellWriter.mostColumns)
      }
      guard cell.count <= limits.cellBytes else { throw .cellTooLong(limit: limits.cellBytes) }
      beside.append((path, cell))
    }
  }
}

/// Records with names of their own as rows of one table: its columns are found as they come.
private final class RecordTable {
  let name: [UInt8]
  /// Values that stand in the list itself, with commas.
  var values: [UInt8] = []
  private(set) var rowCount = 0
  private var columns: [[UInt8]] = []
  private var places: [[UInt8]: Int] = [:]
  private var writer: CellWriter
  /// The cells of the record, in `bytes`.
  private var cells: [(column: Int, range: Range<Int>)] = []
  /// Whether each cell stands right of the one before, as in most records.
  private var isInOrder = true
  private var bytes: [UInt8] = []
  /// Records mostly have the same names in the same order.
  private var expected = 0
  private var leftOut: [String] = []

  init(_ name: [UInt8], _ limits: ContainerLimits) {
    self.name = name
    writer = CellWriter(limits)
  }

  func beginRecord() {
    rowCount += 1
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    expected = 0
    isInOrder = true
  }

  func store(_ cell: [UInt8], under name: ArraySlice<UInt8>) throws(ContainerFailure) {
    let column: Int
    if expected < columns.count, columns[expected][...] == name {
      column = expected
    } else if let known = places[Array(name)] {
      column = known
    } else {
      guard columns.count < CellWriter.mostColumns else {
        throw .tooManyColumns(limit: CellWriter.mostColumns)
      }
      column = columns.count
      places[Array(name)] = column
      columns.append(Array(name))
    }
    expected = column + 1
    if let last = cells.last, column <= last.column { isInOrder = false }
    cells.append((column, bytes.count..<bytes.count + cell.count))
    bytes.append(contentsOf: cell)
  }

  func leaveOut(_ name: ArraySlice<UInt8>) {
    let name = String(decoding: name, as: UTF8.self)
    if leftOut.count < 20, !leftOut.contains(name) { leftOut.append(name) }
  }

  func endRecord() throws(ContainerFailure) {
    try writer.openNext()
    if !isInOrder {
      // Of a name that stands twice the later value stands.
      let order = cells.indices.sorted { (cells[$0].column, $0) < (cells[$1].column, $1) }
      cells = order.map { cells[$0] }
    }
    for cell in cells { try writer.write(bytes, cell.range, at: cell.column) }
  }

  func finish(
    beside: [(name: [UInt8], cell: [UInt8])], _ limits: ContainerLimits
  ) throws(ContainerFailure) -> CellTable {
    var table = CellTable()
    table.listsLeftOut = leftOut
    let names = beside.map(\.name) + columns
    let head = Array(names.joined(separator: [CellMark.cellEnd])) + [CellMark.rowEnd]
    var rows = writer.takeFinished()
    guard !beside.isEmpty else {
      // Moved within their memory, where two copies stood beside each other.
      rows.insert(contentsOf: head, at: 0)
      table.bytes = rows
      return table
    }
    let prefix = beside.flatMap { $0.cell + [CellMark.cellEnd] }
    guard head.count + rows.count + rowCount * prefix.count <= limits.tableBytes else {
      throw .tooLarge(limit: limits.tableBytes)
    }
    table.bytes = head
    table.bytes.reserveCapacity(head.count + rows.count + rowCount * prefix.count)
    var start = 0
    while let end = rows[start...].firstIndex(of: CellMark.rowEnd) {
      if end > start { table.bytes += prefix }
      table.bytes += rows[start...end]
      start = end + 1
    }
    return table
  }
}
