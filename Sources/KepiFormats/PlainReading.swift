// One file of a source of one's own while it is read.
import KepiColumns
import KepiDiagnostics

struct PlainReading {
  private let path: String
  private let text: DecodedText
  private let schema: PlainSchema
  private let fixed: [String: FixedValue]
  private let layout: TextLayout
  private let width: Int
  /// For each column that is read its place in the file and its name.
  private let columns: [(index: Int, name: String)]
  private let zone: TimeZoneRules?
  private let fromZone: TimeZoneRules?
  private var builders: [TextBuilder]
  private var lines: [Int32] = []
  private var rejects: [Reject] = []
  private var unreadCells: [Reject] = []
  private var remarks: [Phrase] = []

  init(
    path: String, text: DecodedText, schema: PlainSchema, fixed: [String: FixedValue]
  ) throws(ReadFailure) {
    self.path = path
    self.text = text
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
    builders = columns.map { _ in TextBuilder() }
    if text.damagedCharacters > 0 {
      remarks.append(.damagedCharacters(text.damagedCharacters))
    }
    remarks += text.remarks
  }

  var columnNames: [String] { columns.map(\.name) }

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

  mutating func readRows() {
    let source = text.bytes
    let bytes = source.span
    var reader = layout.reader
    var fitting = RowFitting(layout, of: bytes, headerWidth: width)
    var cells: [DelimitedReader.Cell] = []
    var content: [UInt8] = []
    while reader.readRow(of: bytes, into: &cells) {
      if cells.areEmpty() { continue }
      guard fitting.fits(&cells) else {
        rejects.append(
          Reject(
            line: reader.rowLine, column: nil, text: nil,
            reason: .otherWidth(cells.count, header: width)))
        continue
      }
      lines.append(Int32(truncatingIfNeeded: reader.rowLine))
      for (number, column) in columns.enumerated() {
        let cell = cells[column.index]
        if cell.hasDoubledQuotes {
          content.removeAll(keepingCapacity: true)
          cell.appendContent(of: bytes, to: &content)
          builders[number].append(content.span, 0..<content.count)
        } else {
          builders[number].append(bytes, cell.start..<cell.end)
        }
      }
    }
    remarks += fitting.remarks
  }

  // MARK: Columns

  mutating func finish() -> LoadedExport {
    let inferred = zip(columns, builders).map { column, builder in
      InferredColumn(builder, isForced: isTyped(column.name))
    }
    let cells = inferred.map(\.cells)
    let types = zip(columns, inferred).map { type(of: $0.name, $1) }
    let evidence = zip(types, cells).reduce(into: MarkEvidence()) { sum, column in
      if column.0 == .number { sum = sum + Self.evidence(column.1) }
    }
    var table = columns.indices.map { number in
      column(number, types[number], cells[number], otherColumns: evidence)
    }
    addFixed(to: &table)
    unreadCells.sort { $0.line < $1.line }
    return LoadedExport(
      path: path, kind: nil, source: schema.source,
      table: Table(rowCount: lines.count, columns: table),
      rowsRead: lines.count + rejects.count, rejects: rejects, unreadCells: unreadCells,
      unusedHeaders: [], remarks: remarks, fixedColumns: fixed.keys.sorted())
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

  private mutating func column(
    _ number: Int, _ type: InferredType, _ cells: [InferredCell], otherColumns: MarkEvidence
  ) -> Table.NamedColumn {
    let name = columns[number].name
    switch type {
    case .text:
      return Table.NamedColumn(name: name, unit: .text, column: .text(builders[number].finish()))
    case .truth:
      let truths = cells.map { $0.truth.map { $0 ? Int64(1) : 0 } }
      return Table.NamedColumn(
        name: name, unit: .truth,
        column: amounts(
          number, cells, truths, scale: 0, Phrase("the cell is not true or false", zh: "单元格不是是或否")))
    case .step(let grain):
      return Table.NamedColumn(
        name: name, unit: .date(grain),
        column: days(
          number, cells, cells.map { $0.step?.grain == grain ? $0.step?.first : nil },
          Phrase("the cell is not a \(grain.rawValue)", zh: "单元格不是\(grain.chinese)")))
    case .date: return dateColumn(number, cells)
    case .number: return numberColumn(number, cells, otherColumns: otherColumns)
    }
  }

  private mutating func dateColumn(
    _ number: Int, _ cells: [InferredCell]
  ) -> Table.NamedColumn {
    let name = columns[number].name
    let isTime = isTime(name)
    let order =
      DayOrder(evidenceOf: cells.lazy.compactMap { $0.date?.date })
      ?? fixed["site"]?.text.flatMap { Marketplace.named($0) }.flatMap {
        switch $0.dateOrder {
        case .dayFirst: DayOrder.dayFirst
        case .monthFirst: .monthFirst
        case .yearFirst: nil
        }
      }
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
    return Table.NamedColumn(
      name: name, unit: .date(.day),
      column: days(
        number, cells, found,
        isOrderUnknown
          ? .unknownDateOrder(path) : Phrase("the cell is not a day", zh: "单元格不是日期")))
  }

  private mutating func numberColumn(
    _ number: Int, _ cells: [InferredCell], otherColumns: MarkEvidence
  ) -> Table.NamedColumn {
    let name = columns[number].name
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
      if let money {
        unit = .money(currency(money.currency))
      } else if signs.count == 1, let sign = signs.first {
        unit = .money(.fixed(sign))
      } else {
        unit = .money(.unknown)
        let signs = signs.sorted()
        remarks.append(
          Phrase(
            "`\(name)` has amounts in \(signs.listed(in: .english)) without a column "
              + "that says which",
            zh: "`\(name)` 有 \(signs.listed(in: .chinese)) 的金额，但没有注明币种的列"))
      }
      let amounts = cells.map { cell in
        cell.isNumber && !cell.number.isPercent ? cell.number.tenThousandths(mark: mark) : nil
      }
      return Table.NamedColumn(
        name: name, unit: unit, column: self.amounts(number, cells, amounts, scale: 4, reason))
    }

    if isPoints || percents * 2 > total {
      let values = cells.map {
        $0.isNumber ? $0.number.double(mark: mark, isPoints: isPoints) : nil
      }
      return Table.NamedColumn(
        name: name, unit: .percent, column: self.numbers(number, cells, values, reason))
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
        return Table.NamedColumn(
          name: name, unit: scale == 0 ? .count : .number,
          column: amounts(number, cells, exact, scale: scale, reason))
      }
    }
    let values = cells.map { $0.isNumber ? $0.number.double(mark: mark) : nil }
    return Table.NamedColumn(
      name: name, unit: .number, column: self.numbers(number, cells, values, reason))
  }

  private var fixedSite: Marketplace? { fixed["site"]?.text.flatMap { Marketplace.named($0) } }

  /// Names the currency column as the file does.
  private func currency(_ currency: Currency) -> Currency {
    guard case .column(let name) = currency else { return currency }
    let key = NameFolding.key(name)
    return .column(columns.first { NameFolding.key($0.name) == key }?.name ?? name)
  }

  // MARK: Cells by code

  private mutating func amounts(
    _ number: Int, _ cells: [InferredCell], _ values: [Int64?], scale: Int, _ reason: Phrase
  ) -> Column {
    var amounts: [Int64] = []
    let presence = rows(number, cells, isPresent: { values[$0] != nil }, reason) { code in
      amounts.append(values[code] ?? 0)
    }
    return .amount(
      scale == 4
        ? AmountColumn(tenThousandths: amounts, present: presence)
        : AmountColumn(values: amounts, scale: scale, present: presence))
  }

  private mutating func numbers(
    _ number: Int, _ cells: [InferredCell], _ values: [Double?], _ reason: Phrase
  ) -> Column {
    var numbers: [Double] = []
    let presence = rows(number, cells, isPresent: { values[$0] != nil }, reason) { code in
      numbers.append(values[code] ?? 0)
    }
    return .number(NumberColumn(values: numbers, present: presence))
  }

  private mutating func days(
    _ number: Int, _ cells: [InferredCell], _ values: [Day?], _ reason: Phrase
  ) -> Column {
    var days: [Int64] = []
    let presence = rows(number, cells, isPresent: { values[$0] != nil }, reason) { code in
      days.append(Int64(values[code]?.number ?? 0))
    }
    return .date(DateColumn(days: days, present: presence))
  }

  /// Goes through the rows of a column and counts the cells that have no value and should.
  private mutating func rows(
    _ number: Int, _ cells: [InferredCell], isPresent: (Int) -> Bool, _ reason: Phrase,
    _ append: (Int) -> Void
  ) -> Bitmap? {
    var presence = PresenceBuilder()
    var unread = 0
    for (row, code) in builders[number].codes.enumerated() {
      let code = Int(code)
      append(code)
      presence.append(isPresent(code))
      if code != 0, !isPresent(code), !cells[code].isMissing {
        unread += 1
        unreadCells.append(
          Reject(
            line: Int(lines[row]), column: columns[number].name,
            text: String(builders[number].value(code).prefix(80)), reason: reason))
      }
    }
    if unread > 0 {
      let name = columns[number].name
      remarks.append(
        Phrase(
          counted(unread, "cell") + " of `\(name)` not readable and missing",
          zh: "`\(name)` 有 \(unread) 个单元格无法读取，按缺失处理"))
    }
    return presence.finish()
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
        let codes: [Int32] = Array(repeating: 1, count: lines.count)
        let column = TextColumn(
          dictionary: lines.isEmpty ? [""] : ["", text], codes: IntegerStorage(narrowing: codes))
        put(name, .text, .text(column), overrides: value.overrides)
      case .days(let first, let last):
        func days(_ day: Day) -> Column {
          .date(DateColumn(days: Array(repeating: Int64(day.number), count: lines.count)))
        }
        put("day", .date(.day), days(first), overrides: value.overrides)
        if last > first {
          put("until", .date(.day), days(last), overrides: value.overrides)
        }
      }
    }
  }
}
