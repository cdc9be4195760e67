// One file of a source of one's own while it is read.
import KepiColumns
import KepiDiagnostics

struct PlainReading {
  private let path: String
  private let source: RowSource
  private let schema: PlainSchema
  private let fixed: [String: FixedValue]
  private let layout: TextLayout
  private let width: Int
  /// For each column that is read its place in the file and its name.
  private let columns: [(index: Int, name: String)]
  private let zone: TimeZoneRules?
  private let fromZone: TimeZoneRules?
  private let effort: ReadEffort
  private var rows: PlainRows
  private var unreadCells: [Reject] = []
  private var remarks: [Phrase] = []

  init(
    path: String, text part: PartText, schema: PlainSchema, fixed: [String: FixedValue],
    effort: ReadEffort
  ) throws(ReadFailure) {
    let text = part.head
    self.path = path
    self.effort = effort
    source = part.source
    self.schema = schema
    self.fixed = fixed
    zone = try Self.zone(schema.zone)
    fromZone = try Self.zone(schema.fromZone)
    let (headers, layout) = try ExportRecogniser.plainHeader(of: text)
    self.layout = layout
    width = headers.count
    var columns: [(index: Int, name: String)] = []
    var used: Set<String> = []
    for (index, header) in headers.enumerated() {
      guard !header.isEmpty else {
        remarks.append(
          Phrase(
            "column \(index + 1) has no header and is left out", zh: "第 \(index + 1) 列没有表头，已略去"))
        continue
      }
      var name = header
      var number = 2
      while !used.insert(NameFolding.key(name)).inserted {
        name = "\(header) \(number)"
        number += 1
      }
      if name != header {
        remarks.append(
          Phrase(
            "the header `\(header)` stands twice; the second is called `\(name)`",
            zh: "表头 `\(header)` 出现两次，第二个改称 `\(name)`"))
      }
      columns.append((index, name))
    }
    self.columns = columns
    rows = PlainRows(
      columns: columns.map(\.index), width: width,
      fitting: RowFitting(layout, of: text.bytes.span, headerWidth: width))
    if text.damagedCharacters > 0 {
      remarks.append(.damagedCharacters(text.damagedCharacters))
    }
    remarks += text.remarks
  }

  var columnNames: [String] { columns.map(\.name) }

  /// The line of each row.
  var lines: [Int32] {
    (0..<rows.lines.count).map { Int32(truncatingIfNeeded: rows.lines[$0]) }
  }

  private static func zone(_ name: String?) throws(ReadFailure) -> TimeZoneRules? {
    guard let name else { return nil }
    if let zone = TimeZoneRules(named: name) { return zone }
    let closest = TimeZoneRules.name(closestTo: name)
    let english = closest.map { "; the nearest is \"\($0)\"" } ?? ""
    let chinese = closest.map { "，最接近的是 \"\($0)\"" } ?? ""
    throw .setting(
      Phrase(
        "is of a source in the time zone \"\(name)\", which is not known\(english)",
        zh: "的数据源设了未知的时区 \"\(name)\"\(chinese)"))
  }

  // MARK: Rows

  mutating func readRows(_ watch: ReadWatch) throws(ReadFailure) {
    let reading = RowReading(
      source: source, reader: layout.reader, width: width, effort: effort, watch: watch)
    do throws(RowSourceFailure) {
      try reading.read(into: &rows)
      remarks += try source.lateRemarks()
    } catch {
      throw ReadFailure(error)
    }
    if rows.damagedCharacters > 0 { remarks.append(.damagedCharacters(rows.damagedCharacters)) }
    remarks += rows.remarks
  }

  // MARK: Columns

  /// Looks at each column whether to stop: those of a large file take seconds.
  mutating func finish(_ watch: ReadWatch) throws(ReadFailure) -> LoadedExport {
    let columns = columns
    let isForced = columns.map { isTyped($0.name) }
    let builders = rows.builders
    let inferred = effort.map(columns.count) { number in
      watch.isCancelled() ? nil : InferredColumn(builders[number], isForced: isForced[number])
    }.compactMap { $0 }
    guard inferred.count == columns.count else { throw .stopped }
    let types = zip(columns, inferred).map { type(of: $0.name, $1) }
    let evidence = zip(types, inferred).reduce(into: MarkEvidence()) { sum, column in
      if column.0 == .number { sum = sum + Self.evidence(column.1.cells) }
    }
    let finishing = self
    let finished = effort.map(columns.count) { number in
      watch.isCancelled()
        ? nil : finishing.column(number, types[number], inferred[number], otherColumns: evidence)
    }.compactMap { $0 }
    guard finished.count == columns.count else { throw .stopped }
    var table = finished.map(\.column)
    for column in finished {
      unreadCells += column.unreadCells
      remarks += column.remarks
    }
    addFixed(to: &table)
    unreadCells.sort { $0.line < $1.line }
    return LoadedExport(
      path: path, kind: nil, source: schema.source,
      table: Table(rowCount: rows.rowCount, columns: table),
      rowsRead: rows.rowCount + rows.rejects.count, rejects: rows.rejects,
      unreadCells: unreadCells, unusedHeaders: [], remarks: remarks,
      fixedColumns: fixed.keys.sorted())
  }

  /// A column as it will be, and what is to be said of it.
  private struct FinishedColumn: Sendable {
    var column: Table.NamedColumn
    var unreadCells: [Reject] = []
    var remarks: [Phrase] = []

    init(_ name: String, _ unit: Unit, _ column: Column) {
      self.column = Table.NamedColumn(name: name, unit: unit, column: column)
    }
  }

  private func isAmong(_ names: [String], _ name: String) -> Bool {
    let key = NameFolding.key(name)
    return names.contains { NameFolding.key($0) == key }
  }

  private func isTime(_ name: String) -> Bool {
    isAmong(schema.timeColumn.map { [$0] } ?? [], name)
  }

  /// Whether the definition of the source says what a column holds.
  private func isTyped(_ name: String) -> Bool {
    isAmong(schema.money.map(\.column) + schema.pointsColumns, name) || isTime(name)
  }

  private func type(of name: String, _ column: InferredColumn) -> InferredType {
    if isAmong(schema.textColumns, name) { return .text }
    if isTime(name) {
      // It holds days, whatever a few cells of a small file are.
      if case .step = column.type { return column.type }
      return column.cells.contains { $0.date != nil } ? .date : column.type
    }
    return isTyped(name) ? .number : column.type
  }

  private static func evidence(_ cells: [InferredCell]) -> MarkEvidence {
    cells.reduce(into: MarkEvidence()) { sum, cell in
      if case .decided(let mark) = cell.number.shape {
        if mark == .dot { sum.dots += 1 } else { sum.commas += 1 }
      }
    }
  }

  private func column(
    _ number: Int, _ type: InferredType, _ inferred: InferredColumn, otherColumns: MarkEvidence
  ) -> FinishedColumn {
    let name = columns[number].name
    let cells = inferred.cells
    switch type {
    case .text: return FinishedColumn(name, .text, .text(rows.builders[number].finish()))
    case .truth:
      let truths = cells.map { $0.truth.map { $0 ? Int64(1) : 0 } }
      return amounts(
        number, inferred, truths, scale: 0, .truth,
        Phrase("the cell is not true or false", zh: "单元格不是是或否"))
    case .step(let grain):
      return days(
        number, inferred, cells.map { $0.step?.grain == grain ? $0.step?.first : nil },
        .date(grain), Phrase("the cell is not a \(grain.rawValue)", zh: "单元格不是\(grain.chinese)"))
    case .date: return dateColumn(number, inferred)
    case .number: return numberColumn(number, inferred, otherColumns: otherColumns)
    }
  }

  private func dateColumn(_ number: Int, _ inferred: InferredColumn) -> FinishedColumn {
    let isTime = isTime(columns[number].name)
    let cells = inferred.cells
    let order =
      DayOrder(evidenceOf: cells.lazy.compactMap { $0.date?.date })
      ?? fixedSite?.dateOrder.dayOrder
    let found: [Day?] = cells.map { cell in
      guard let date = cell.date, date.last == nil, let day = date.date.day(order: order) else {
        return nil
      }
      guard let second = date.secondOfDay else { return day }
      let local = Int64(day.number) * 86_400 + Int64(second)
      if let offset = date.offset {
        return zone.map { $0.day(at: local - Int64(offset)) } ?? day
      }
      guard isTime, let fromZone, let zone else { return day }
      return zone.day(at: fromZone.moment(ofLocal: local))
    }
    let isOrderUnknown = zip(cells, found).contains { $0.date != nil && $1 == nil }
    return days(
      number, inferred, found, .date(.day),
      isOrderUnknown
        ? .unknownDateOrder(path) : Phrase("the cell is not a day", zh: "单元格不是日期"))
  }

  private func numberColumn(
    _ number: Int, _ inferred: InferredColumn, otherColumns: MarkEvidence
  ) -> FinishedColumn {
    let name = columns[number].name
    let cells = inferred.cells
    let key = NameFolding.key(name)
    let money = schema.money.first { NameFolding.key($0.column) == key }
    let isPoints = schema.pointsColumns.contains { NameFolding.key($0) == key }
    let own = Self.evidence(cells)
    let siteMark: NumberCell.DecimalMark =
      fixed["site"]?.text.flatMap { Marketplace.named($0) }?.decimalComma == true ? .comma : .dot
    let mark = own.mark ?? otherColumns.mark ?? siteMark
    let reason = Phrase("the cell is not a number", zh: "单元格不是数字")

    let numbers = cells.filter(\.isNumber)
    let signs = Set(numbers.compactMap { $0.sign?.code(site: fixedSite) })
    let percents = numbers.lazy.filter(\.number.isPercent).reduce(0) { $0 + $1.rowCount }
    let total = numbers.reduce(0) { $0 + $1.rowCount }

    if money != nil || !signs.isEmpty {
      let unit: Unit
      var remark: Phrase?
      if let money {
        unit = .money(currency(money.currency))
      } else if signs.count == 1, let sign = signs.first {
        unit = .money(.fixed(sign))
      } else {
        unit = .money(.unknown)
        let signs = signs.sorted()
        remark =
          Phrase(
            "`\(name)` has amounts in \(signs.listed(in: .english)) without a column "
              + "that says which",
            zh: "`\(name)` 有 \(signs.listed(in: .chinese)) 的金额，但没有注明币种的列")
      }
      let amounts = cells.map { cell in
        cell.isNumber && !cell.number.isPercent ? cell.number.tenThousandths(mark: mark) : nil
      }
      let (divisor, scale) = AmountColumn.fewestDecimals(of: amounts.lazy.compactMap { $0 })
      var result = self.amounts(
        number, inferred, amounts.map { $0.map { $0 / divisor } }, scale: scale, unit, reason)
      if let remark { result.remarks.insert(remark, at: 0) }
      return result
    }

    if isPoints || percents * 2 > total {
      let values = cells.map {
        $0.isNumber ? $0.number.double(mark: mark, isPoints: isPoints) : nil
      }
      return self.numbers(number, inferred, values, .percent, reason)
    }

    let places = numbers.map { max(0, $0.number.decimalPlaces(mark: mark)) }.max() ?? 0
    // Decimals as people write them are kept exact; measured ones, with more, are doubles.
    if percents == 0, places <= 6 {
      var scale = places
      var exact = cells.map { cell -> Int64? in
        guard cell.isNumber else { return nil }
        let shift = places - cell.number.decimalPlaces(mark: mark)
        guard (0...18).contains(shift) else { return nil }
        let (value, overflow) = cell.number.digits.multipliedReportingOverflow(
          by: NumberCell.powersOfTen[shift])
        return overflow ? nil : cell.number.isNegative ? -value : value
      }
      if zip(cells, exact).allSatisfy({ !$0.isNumber || $1 != nil }) {
        while scale > 0, exact.allSatisfy({ ($0 ?? 0) % 10 == 0 }) {
          exact = exact.map { $0.map { $0 / 10 } }
          scale -= 1
        }
        return amounts(
          number, inferred, exact, scale: scale, scale == 0 ? .count : .number, reason)
      }
    }
    let values = cells.map { $0.isNumber ? $0.number.double(mark: mark) : nil }
    return self.numbers(number, inferred, values, .number, reason)
  }

  private var fixedSite: Marketplace? { fixed["site"]?.text.flatMap { Marketplace.named($0) } }

  /// Names the currency column as the file does.
  private func currency(_ currency: Currency) -> Currency {
    guard case .column(let name) = currency else { return currency }
    let key = NameFolding.key(name)
    return .column(columns.first { NameFolding.key($0.name) == key }?.name ?? name)
  }

  // MARK: Cells by code

  private func amounts(
    _ number: Int, _ inferred: InferredColumn, _ values: [Int64?], scale: Int, _ unit: Unit,
    _ reason: Phrase
  ) -> FinishedColumn {
    finished(number, inferred, unit, isPresent: values.map { $0 != nil }, reason) {
      rows, present, isLast in
      .amount(
        AmountColumn(
          values: rows.gathered(values.map { $0 ?? 0 }, isLast: isLast), scale: scale,
          present: present))
    }
  }

  private func numbers(
    _ number: Int, _ inferred: InferredColumn, _ values: [Double?], _ unit: Unit, _ reason: Phrase
  ) -> FinishedColumn {
    finished(number, inferred, unit, isPresent: values.map { $0 != nil }, reason) {
      rows, present, isLast in
      .number(
        NumberColumn(
          values: rows.gathered(values.map { $0 ?? 0 }, isLast: isLast), present: present))
    }
  }

  private func days(
    _ number: Int, _ inferred: InferredColumn, _ values: [Day?], _ unit: Unit, _ reason: Phrase
  ) -> FinishedColumn {
    finished(number, inferred, unit, isPresent: values.map { $0 != nil }, reason) {
      rows, present, isLast in
      let numbers = values.map { Int64($0?.number ?? 0) }
      return .date(DateColumn(days: rows.gathered(numbers, isLast: isLast), present: present))
    }
  }

  /// The column of what each code stands for, and the cells that have no value and should.
  private func finished(
    _ number: Int, _ inferred: InferredColumn, _ unit: Unit, isPresent: [Bool], _ reason: Phrase,
    _ make: (_ rows: PlainColumn, _ present: Bitmap?, _ isLast: Bool) -> Column
  ) -> FinishedColumn {
    let builder = rows.builders[number]
    let name = columns[number].name
    let isComplete = !builder.hasAbsent && isPresent.dropFirst().allSatisfy { $0 }
    let present = isComplete ? nil : Bitmap(builder.gathered(isPresent))
    let cells = inferred.cells
    let isUnread = cells.indices.map { $0 != 0 && !isPresent[$0] && !cells[$0].isMissing }
    let isAnyUnread = isUnread.contains(true)
    var result = FinishedColumn(name, unit, make(builder, present, !isAnyUnread))
    guard isAnyUnread else { return result }
    // The codes themselves, since a message has the text of its cell.
    for (row, code) in builder.codes().enumerated() where isUnread[Int(code)] {
      result.unreadCells.append(
        Reject(
          line: rows.lines[row], column: name,
          text: String(builder.dictionary.value(Int(code)).prefix(80)), reason: reason))
    }
    let unread = result.unreadCells.count
    result.remarks.append(
      Phrase(
        counted(unread, "cell") + " of `\(name)` not readable and missing",
        zh: "`\(name)` 有 \(unread) 个单元格无法读取，按缺失处理"))
    return result
  }

  // MARK: Values set from outside

  private func addFixed(to table: inout [Table.NamedColumn]) {
    func put(_ name: String, _ unit: Unit, _ column: Column, overrides: Bool) {
      let key = NameFolding.key(name)
      guard let index = table.firstIndex(where: { NameFolding.key($0.name) == key }) else {
        table.append(Table.NamedColumn(name: name, unit: unit, column: column))
        return
      }
      // A column of the file is filled only by `with`.
      if overrides {
        table[index] = Table.NamedColumn(name: table[index].name, unit: unit, column: column)
      }
    }
    for name in fixed.keys.sorted() {
      guard let value = fixed[name] else { continue }
      switch value.content {
      case .text(let text):
        let codes: [Int32] = Array(repeating: 1, count: rows.rowCount)
        let column = TextColumn(
          dictionary: rows.rowCount == 0 ? [""] : ["", text],
          codes: IntegerStorage(narrowing: codes))
        put(name, .text, .text(column), overrides: value.overrides)
      case .days(let first, let last):
        func days(_ day: Day) -> Column {
          .date(DateColumn(days: Array(repeating: Int64(day.number), count: rows.rowCount)))
        }
        put("day", .date(.day), days(first), overrides: value.overrides)
        if last > first {
          put("until", .date(.day), days(last), overrides: value.overrides)
        }
      }
    }
  }
}
