// Tables one below the other: columns of one name become one column.
package import KepiColumns

extension Table {
  /// The rows of all tables in order. A column that some lack is absent there. Amounts get the
  /// scale that all of them need; where the types of a column differ it becomes the wider: numbers,
  /// or else text.
  package static func stacked(_ tables: [Table]) -> Table {
    if tables.count == 1 { return tables[0] }
    var names: [String] = []
    for table in tables {
      for column in table.columns where !names.contains(column.name) { names.append(column.name) }
    }
    let rowCount = tables.reduce(0) { $0 + $1.rowCount }
    return Table(
      rowCount: rowCount,
      columns: names.map { name in
        let parts = tables.map { (column: $0[name], rowCount: $0.rowCount) }
        // Columns without a single cell say nothing about their type.
        let present = parts.compactMap(\.column)
        let telling = present.filter { part in
          (0..<part.column.count).contains { part.column.isPresent($0) }
        }
        let models = telling.isEmpty ? present : telling
        let storage = Column.Storage.joined(models.map(\.column))
        let unit = Unit.joined(models.map(\.unit))
        return NamedColumn(
          name: name, unit: storage == .text ? .text : unit == .text ? .number : unit,
          column: Column.stacked(parts.map { ($0.column?.column, $0.rowCount) }, as: storage))
      })
  }
}

extension Column {
  fileprivate enum Storage: Int {
    case amount, number, date, text

    static func joined(_ columns: [Column]) -> Storage {
      let kinds = Set(columns.map(\.storage))
      if kinds.count == 1, let only = kinds.first { return only }
      return kinds == [.amount, .number] ? .number : .text
    }
  }

  fileprivate var storage: Storage {
    switch self {
    case .amount: .amount
    case .number: .number
    case .date: .date
    case .text: .text
    }
  }

  fileprivate static func stacked(
    _ parts: [(column: Column?, rowCount: Int)], as storage: Storage
  ) -> Column {
    var presence = PresenceBuilder()
    switch storage {
    case .amount:
      let scale =
        parts.lazy.compactMap { part -> Int? in
          if case .amount(let cells)? = part.column { cells.scale } else { nil }
        }.max() ?? 0
      var values: [Int64] = []
      for part in parts {
        guard case .amount(let cells)? = part.column else {
          for _ in 0..<part.rowCount {
            values.append(0)
            presence.append(false)
          }
          continue
        }
        let factor = NumberCell.powersOfTen[scale - cells.scale]
        for row in 0..<part.rowCount {
          let (value, overflow) = cells.values[row].multipliedReportingOverflow(by: factor)
          // A scale that another file needs can be too fine for a very large amount.
          if overflow { return stacked(parts, as: .number) }
          values.append(value)
          presence.append(cells[row] != nil)
        }
      }
      return .amount(AmountColumn(values: values, scale: scale, present: presence.finish()))
    case .number:
      var values: [Double] = []
      for part in parts {
        for row in 0..<part.rowCount {
          let value = part.column?.double(row)
          values.append(value ?? 0)
          presence.append(value != nil)
        }
      }
      return .number(NumberColumn(values: values, present: presence.finish()))
    case .date:
      var days: [Int64] = []
      for part in parts {
        for row in 0..<part.rowCount {
          var day: Day?
          if case .date(let cells)? = part.column { day = cells[row] }
          days.append(Int64(day?.number ?? 0))
          presence.append(day != nil)
        }
      }
      return .date(DateColumn(days: days, present: presence.finish()))
    case .text:
      var dictionary = [""]
      var index: [String: Int32] = [:]
      var codes: [Int32] = []
      func code(of text: String) -> Int32 {
        if let code = index[text] { return code }
        let code = Int32(dictionary.count)
        index[text] = code
        dictionary.append(text)
        return code
      }
      for part in parts {
        if case .text(let cells)? = part.column {
          var newCodes: [Int32] = Array(repeating: -1, count: cells.dictionary.count)
          newCodes[0] = 0
          cells.codes.forEach(in: 0..<part.rowCount) { _, old in
            let old = Int(old)
            if newCodes[old] < 0 { newCodes[old] = code(of: cells.dictionary[old]) }
            codes.append(newCodes[old])
          }
        } else {
          for row in 0..<part.rowCount {
            codes.append(part.column?.text(row).map { code(of: $0) } ?? 0)
          }
        }
      }
      return .text(TextColumn(dictionary: dictionary, codes: IntegerStorage(narrowing: codes)))
    }
  }

  private func double(_ row: Int) -> Double? {
    switch self {
    case .amount(let cells):
      cells[row].map { Double($0) / Double(NumberCell.powersOfTen[cells.scale]) }
    case .number(let cells): cells[row]
    case .date, .text: nil
    }
  }

  private func text(_ row: Int) -> String? {
    switch self {
    case .amount(let cells):
      return cells[row].map { value in
        guard cells.scale > 0 else { return String(value) }
        let digits = padded(Int(clamping: value.magnitude), cells.scale + 1)
        return (value < 0 ? "-" : "") + digits.dropLast(cells.scale) + "."
          + digits.suffix(cells.scale)
      }
    case .number(let cells): return cells[row].map { String($0) }
    case .date(let cells): return cells[row]?.text
    case .text(let cells): return cells[row]
    }
  }
}

extension Unit {
  /// The unit of a column made of several: that of all, or the one that promises less.
  fileprivate static func joined(_ units: [Unit]) -> Unit {
    guard let first = units.first else { return .text }
    return units.dropFirst().reduce(first) { $0.joined(with: $1) }
  }

  private func joined(with other: Unit) -> Unit {
    switch (self, other) {
    case (let one, let two) where one == two: one
    case (.money, .money): .money(.unknown)
    case (.date(let one), .date(let two)): .date(max(one, two))
    case (.count, .number), (.number, .count), (.percent, .number), (.number, .percent): .number
    // Amounts without a sign among amounts with one.
    case (.money(let currency), .count), (.money(let currency), .number),
      (.count, .money(let currency)), (.number, .money(let currency)):
      .money(currency)
    case (.count, .percent), (.percent, .count), (.truth, .count), (.count, .truth): .number
    default: .text
    }
  }
}
