// The currency of each row of a money expression.
import KepiColumns
import KepiSemantics

/// Gives each row the currency of a money expression.
struct CurrencyReader {
  private var fixed: [String] = []
  private var columns: [ColumnReference] = []
  /// Whether the expression is money itself, and not a ratio of amounts, say.
  private let isMoney: Bool
  /// Where all rows of the source are in one currency: its number.
  private var sole: Int32?

  init(_ argument: RowExpression?) {
    isMoney = argument?.unit.isMoney ?? false
    if let argument { collect(argument) }
  }

  /// The amounts that a value is made of; what its conditions compare is none of it.
  private mutating func collect(_ expression: RowExpression) {
    switch expression {
    case .column(let reference):
      switch reference.unit {
      case .money(.fixed(let code)): add(code)
      case .money(.column(let name)):
        let column = ColumnReference(
          path: reference.path, source: reference.source, column: name, unit: .text)
        if !columns.contains(column) { columns.append(column) }
      case .money(.unknown), .count, .number, .percent, .days, .text, .date, .truth: break
      }
    case .constant(_, let unit): if case .money(.fixed(let code)) = unit { add(code) }
    case .arithmetic(_, let left, let right, _):
      collect(left)
      collect(right)
    case .conditional(_, let then, let otherwise):
      collect(then)
      collect(otherwise)
    case .function(_, let parts, _): for part in parts { collect(part) }
    case .compare, .and, .or, .not, .membership, .like, .isMissing, .bucket, .step: break
    }
  }

  private mutating func add(_ code: String) {
    if !fixed.contains(code) { fixed.append(code) }
  }

  /// Numbers the currencies beforehand, so that all parts of a scan number them alike.
  mutating func prepare(_ evaluator: inout BlockEvaluator, _ table: inout CurrencyTable) {
    var numbers = fixed.map { table.number(of: $0) }
    var isSole = isMoney
    for reference in columns {
      guard let (column, map) = evaluator.column(reference), case .text(let text) = column else {
        continue
      }
      for code in text.dictionary { _ = table.number(of: code) }
      // A dictionary of one entry is that of every row, if no row lacks it.
      guard text.dictionary.count == 2, map == nil, text.codes.isAbove(0) else {
        isSole = false
        continue
      }
      numbers.append(table.number(of: text.dictionary[1]))
    }
    if isSole, let first = numbers.first, numbers.allSatisfy({ $0 == first }) { sole = first }
  }

  /// The currency of all rows alike, of which there is none for what is no money; `nil` where rows
  /// may differ.
  var common: Int32?? {
    if fixed.isEmpty, columns.isEmpty { return .some(nil) }
    return sole.map { .some($0) }
  }

  /// `nil` where the argument is no money, or no row says of which currency.
  func codes(
    _ rows: Rows, _ evaluator: inout BlockEvaluator, _ table: inout CurrencyTable
  ) -> CurrencyCodes? {
    guard !fixed.isEmpty || !columns.isEmpty else { return nil }
    if let sole { return .one(sole) }
    var result: [Int32]?
    for code in fixed {
      merge(Array(repeating: table.number(of: code), count: rows.count), &result)
    }
    for reference in columns {
      guard let (column, map) = evaluator.column(reference), case .text(let text) = column else {
        continue
      }
      let numbers = text.dictionary.map { table.number(of: $0) }
      guard let map else {
        merge(text.codes.narrowValues(rows).map { numbers[Int($0)] }, &result)
        continue
      }
      merge(
        rows.numbers.map { row in
          let at = map[Int(row)]
          return numbers[at < 0 ? 0 : Int(text.codes[Int(at)])]
        }, &result)
    }
    // What is no amount has no currency, but a ratio of amounts in two is no number.
    let codes =
      isMoney
      ? result : result?.map { $0 == CurrencyTable.mixed ? $0 : CurrencyTable.none }
    return codes.map { .each($0) }
  }

  private func merge(_ codes: [Int32], _ result: inout [Int32]?) {
    guard let former = result else {
      result = codes
      return
    }
    result = zip(former, codes).map { $0 == $1 ? $0 : CurrencyTable.mixed }
  }
}
