// How much memory a row of a column takes.

extension IntegerStorage {
  package var bytesPerRow: Int {
    switch self {
    case .int8: 1
    case .int16: 2
    case .int32: 4
    case .int64: 8
    }
  }
}

extension Column {
  /// Bytes, with the bit that says whether it is present; without a dictionary's texts.
  package var bytesPerRow: Double {
    switch self {
    case .amount(let column):
      Double(column.values.bytesPerRow) + (column.present == nil ? 0 : 0.125)
    case .number(let column): 8 + (column.present == nil ? 0 : 0.125)
    case .text(let column): Double(column.codes.bytesPerRow)
    case .date(let column): Double(column.days.bytesPerRow) + (column.present == nil ? 0 : 0.125)
    }
  }
}
