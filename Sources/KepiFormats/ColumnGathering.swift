// Columns with some of their rows, in a given order, and columns one after another.
package import KepiColumns

extension Table {
  /// The rows given, in their order.
  package func gathered(_ rows: [Int]) -> Table {
    Table(
      rowCount: rows.count,
      columns: columns.map {
        NamedColumn(name: $0.name, unit: $0.unit, column: $0.column.gathered(rows))
      })
  }
}

extension Column {
  /// The rows given, in their order. A dictionary keeps only the values that are left, in order of
  /// first use: what was left out leaves no trace.
  func gathered(_ rows: [Int]) -> Column {
    switch self {
    case .amount(let column):
      return .amount(
        AmountColumn(
          values: rows.map { column.values[$0] }, scale: column.scale,
          present: column.present?.gathered(rows)))
    case .number(let column):
      return .number(
        NumberColumn(
          values: rows.map { column.values[$0] }, present: column.present?.gathered(rows)))
    case .date(let column):
      return .date(
        DateColumn(
          days: rows.map { column.days[$0] }, present: column.present?.gathered(rows)))
    case .text(let column):
      var newCodes = Array(repeating: Int32(-1), count: column.dictionary.count)
      newCodes[0] = 0
      var dictionary = [column.dictionary[0]]
      var codes: [Int32] = []
      codes.reserveCapacity(rows.count)
      for row in rows {
        let code = Int(column.codes[row])
        if newCodes[code] < 0 {
          newCodes[code] = Int32(dictionary.count)
          dictionary.append(column.dictionary[code])
        }
        codes.append(newCodes[code])
      }
      return .text(TextColumn(dictionary: dictionary, codes: IntegerStorage(narrowing: codes)))
    }
  }

  /// A column of a unit, absent in all rows.
  package static func absent(_ unit: Unit, count: Int) -> Column {
    let column: Column =
      switch unit {
      case .text: .text(TextColumn(dictionary: [""], codes: []))
      case .date: .date(DateColumn(days: []))
      case .percent, .number: .number(NumberColumn(values: []))
      case .money, .count, .days, .truth: .amount(AmountColumn(values: [], scale: 0))
      }
    return column.absent(count: count)
  }

  /// A column of absent cells of the same type.
  func absent(count: Int) -> Column {
    let none: Bitmap? = count == 0 ? nil : Bitmap(repeating: false, count: count)
    let zeros = Array(repeating: Int64(0), count: count)
    return switch self {
    case .amount: .amount(AmountColumn(values: zeros, scale: 0, present: none))
    case .number:
      .number(NumberColumn(values: Array(repeating: 0, count: count), present: none))
    case .date: .date(DateColumn(days: zeros, present: none))
    case .text: .text(TextColumn(dictionary: [""], codes: zeros))
    }
  }

  package func isPresent(_ row: Int) -> Bool {
    switch self {
    case .amount(let column): column.present.map { $0[row] } ?? true
    case .number(let column): column.present.map { $0[row] } ?? true
    case .date(let column): column.present.map { $0[row] } ?? true
    case .text(let column): column.codes[row] != 0
    }
  }
}

extension Bitmap {
  /// `nil` where all the rows are present.
  func gathered(_ rows: [Int]) -> Bitmap? {
    var builder = PresenceBuilder()
    for row in rows { builder.append(self[row]) }
    return builder.finish()
  }
}
