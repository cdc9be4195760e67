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
    _ text: LargeFile, limits: ContainerLimits, isCancelled: () -> Bool = { false }
  ) throws(ContainerFailure) {
    let builder = try JSONTableBuilder.build(text, limits, isCancelled) { _ in
      .kept(CellWriter(limits))
    }
    lists = try builder.finish()
  }
}

/// What a large JSON report holds, without its rows: those are read list by list.
package struct JSONOutline: Sendable {
  package struct List: Sendable {
    package let name: String
    /// Among all lists of the document.
    fileprivate let number: Int
    fileprivate let columns: [[UInt8]]
    fileprivate let listsLeftOut: [String]
  }

  /// Only those that hold records.
  package let lists: [List]
  private let text: LargeFile
  private let budget: ExpansionBudget
  private let beside: [JSONTableBuilder.Named]
  private let isRecordStream: Bool

  /// Reads the whole document: what is wrong with it, and which columns its lists have.
  package init(_ text: LargeFile, budget: ExpansionBudget) throws(ContainerFailure) {
    let builder = try JSONTableBuilder.build(text, budget.limits, budget.isCancelled) { _ in
      .counted
    }
    self.text = text
    self.budget = budget
    beside = builder.beside
    isRecordStream = builder.isRecordStream
    lists = try builder.outline()
  }

  /// Reads the document again for the rows of one list. The first row is the header.
  package func rows(of list: List, blockSize: Int) -> RowStream {
    RowStream(blockSize: blockSize) { sink throws(ContainerFailure) in
      let writer = CellWriter(
        budget.limits, into: sink, opening: JSONTableBuilder.header(beside, list.columns))
      let builder = JSONTableBuilder(budget.limits, isRecordStream: isRecordStream) { number in
        number == list.number
          ? .written(writer, columns: list.columns, beside: beside) : .passedOver
      }
      try JSONParser.parse(
        text, builder, limits: budget.limits, isCancelled: budget.isCancelled)
      try builder.finishWriting(list.number)
      return CellTable(listsLeftOut: list.listsLeftOut)
    }
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

  typealias Named = (name: [UInt8], cell: [UInt8])

  private let limits: ContainerLimits
  let isRecordStream: Bool
  /// What becomes of the rows of a list.
  private let use: (_ number: Int) -> RecordTable.Use
  /// Another value came after the first, which was taken for the whole document.
  private(set) var hasMoreValues = false

  /// Each with the length of `path` that names inside it go on from.
  private var levels: [(level: Level, pathEnd: Int)] = []
  /// The record that is being read, and where its own names begin in `path`.
  private var record: (table: RecordTable, pathStart: Int)?
  private var path: [UInt8] = []
  private var tables: [RecordTable] = []
  private(set) var beside: [Named] = []
  private var cell: [UInt8] = []

  init(
    _ limits: ContainerLimits, isRecordStream: Bool,
    use: @escaping (_ number: Int) -> RecordTable.Use
  ) {
    self.limits = limits
    self.isRecordStream = isRecordStream
    self.use = use
    if isRecordStream { tables.append(RecordTable([], limits, use(0))) }
  }

  /// Reads a text to its end.
  static func build(
    _ text: LargeFile, _ limits: ContainerLimits, _ isCancelled: () -> Bool,
    use: @escaping (_ number: Int) -> RecordTable.Use
  ) throws(ContainerFailure) -> JSONTableBuilder {
    var builder = JSONTableBuilder(limits, isRecordStream: false, use: use)
    do throws(ContainerFailure) {
      try JSONParser.parse(text, builder, limits: limits, isCancelled: isCancelled)
    } catch {
      // Whether the first object was a report or a record shows only when another follows it.
      guard builder.hasMoreValues else { throw error }
      builder = JSONTableBuilder(limits, isRecordStream: true, use: use)
      try JSONParser.parse(text, builder, limits: limits, isCancelled: isCancelled)
    }
    return builder
  }

  static func header(_ beside: [Named], _ columns: [[UInt8]]) -> [UInt8] {
    Array((beside.map(\.name) + columns).joined(separator: [CellMark.cellEnd])) + [CellMark.rowEnd]
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

  func outline() throws(ContainerFailure) -> [JSONOutline.List] {
    var lists: [JSONOutline.List] = []
    for (number, table) in tables.enumerated() where table.rowCount > 0 {
      try table.checkSize(beside: beside, limits)
      lists.append(
        JSONOutline.List(
          name: String(decoding: table.name, as: UTF8.self), number: number,
          columns: table.columns, listsLeftOut: table.leftOut))
    }
    return lists
  }

  func finishWriting(_ number: Int) throws(ContainerFailure) {
    guard tables.indices.contains(number) else { return }
    _ = try tables[number].takeRows()
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
      return try newList()
    case .object, .record: return record == nil ? try newList() : .values([])
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

  private func newList() throws(ContainerFailure) -> Level {
    guard tables.count < limits.entryCount else { throw .tooManyEntries(limit: limits.entryCount) }
    let table = RecordTable(path, limits, use(tables.count))
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
  /// What becomes of the rows.
  enum Use {
    case kept(CellWriter)
    /// Only that they are there, and what columns they have.
    case counted
    /// Handed on as they come: what stands beside the lists, then the cells of the record.
    case written(CellWriter, columns: [[UInt8]], beside: [JSONTableBuilder.Named])
    case passedOver
  }

  let name: [UInt8]
  /// Values that stand in the list itself, with commas.
  var values: [UInt8] = []
  private(set) var rowCount = 0
  private(set) var columns: [[UInt8]] = []
  private(set) var leftOut: [String] = []
  private let limits: ContainerLimits
  private var places: [[UInt8]: Int] = [:]
  private var writer: CellWriter?
  private let isPassedOver: Bool
  /// Values that every row with cells begins with.
  private var prefix: [[UInt8]] = []
  /// What the rows would take, where they are only counted.
  private var byteCount = 0
  private var filledRowCount = 0
  /// The cells of the record, in `bytes`.
  private var cells: [(column: Int, range: Range<Int>)] = []
  /// Whether each cell stands right of the one before, as in most records.
  private var isInOrder = true
  private var bytes: [UInt8] = []
  /// Records mostly have the same names in the same order.
  private var expected = 0

  init(_ name: [UInt8], _ limits: ContainerLimits, _ use: Use) {
    self.name = name
    self.limits = limits
    if case .passedOver = use { isPassedOver = true } else { isPassedOver = false }
    switch use {
    case .kept(let writer): self.writer = writer
    case .written(let writer, let columns, let beside):
      self.writer = writer
      self.columns = columns
      for (place, column) in columns.enumerated() { places[column] = place }
      prefix = beside.map(\.cell)
    case .counted, .passedOver: break
    }
  }

  func beginRecord() {
    rowCount += 1
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    expected = 0
    isInOrder = true
  }

  func store(_ cell: [UInt8], under name: ArraySlice<UInt8>) throws(ContainerFailure) {
    guard !isPassedOver else { return }
    guard cell.count <= limits.cellBytes else { throw .cellTooLong(limit: limits.cellBytes) }
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
    guard writer != nil else {
      byteCount += bytes.count + (cells.map(\.column).max() ?? 0) + 1
      if !cells.isEmpty { filledRowCount += 1 }
      return
    }
    try writer?.openNext()
    if !isInOrder {
      // Of a name that stands twice the later value stands.
      let order = cells.indices.sorted { (cells[$0].column, $0) < (cells[$1].column, $1) }
      cells = order.map { cells[$0] }
    }
    guard !cells.isEmpty else { return }
    for (place, value) in prefix.enumerated() { try writer?.write(value, at: place) }
    for cell in cells { try writer?.write(bytes, cell.range, at: prefix.count + cell.column) }
  }

  func takeRows() throws(ContainerFailure) -> [UInt8] { try writer?.finish() ?? [] }

  /// Fails as `finish` does where the rows are kept.
  func checkSize(
    beside: [JSONTableBuilder.Named], _ limits: ContainerLimits
  ) throws(ContainerFailure) {
    let prefix = beside.reduce(0) { $0 + $1.cell.count + 1 }
    let head = JSONTableBuilder.header(beside, columns).count
    guard byteCount + head + filledRowCount * prefix <= limits.tableBytes else {
      throw .tooLarge(limit: limits.tableBytes)
    }
  }

  func finish(
    beside: [JSONTableBuilder.Named], _ limits: ContainerLimits
  ) throws(ContainerFailure) -> CellTable {
    var table = CellTable()
    table.listsLeftOut = leftOut
    let head = JSONTableBuilder.header(beside, columns)
    var rows = try takeRows()
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
