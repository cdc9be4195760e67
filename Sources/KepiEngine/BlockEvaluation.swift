// Expressions over a block of rows: loops over columns, with the plain way where none fits.
import KepiColumns
import KepiSemantics

/// The values of an expression for the rows of a block, in their order.
enum BlockVector {
  /// Present where the flags say so, everywhere without flags. An absent value is 0.
  case exact([Int64], scale: Int, present: [Bool]?)
  case codes([Int32], dictionary: Texts)
  case days([Int32], present: [Bool]?)
  case values([Value])

  func value(at place: Int) -> Value {
    switch self {
    case .exact(let values, let scale, let present):
      present.map { $0[place] } ?? true
        ? .exact(ExactNumber(Int128(values[place]), scale: scale)) : .blank
    case .codes(let codes, let dictionary):
      codes[place] == 0 ? .blank : .text(dictionary[Int(codes[place])])
    case .days(let days, let present):
      present.map { $0[place] } ?? true ? .day(Day(number: Int(days[place]))) : .blank
    case .values(let values): values[place]
    }
  }
}

/// Evaluates expressions over the rows of one source.
struct BlockEvaluator {
  private var rows: SourceRows
  /// For a condition on one text column: whether each entry of its dictionary meets it.
  private var truthTables: [RowExpression: [Bool]] = [:]
  /// Conditions on a text column of the source itself, as the last blocks met them: to look them up
  /// for each block took as long as to go through it.
  private var choices: [Choice] = []

  private struct Choice {
    let condition: RowExpression
    let codes: IntegerStorage
    let table: [Bool]
  }

  private static let choiceLimit = 8

  init(_ rows: SourceRows) { self.rows = rows }

  /// See `SourceRows.window`.
  var window: Int32 {
    get { rows.window }
    set { rows.window = newValue }
  }

  mutating func column(_ reference: ColumnReference) -> (column: Column, rows: [Int32]?)? {
    rows.column(reference)
  }

  // MARK: Conditions

  /// Those of the rows for which a condition holds, in order.
  mutating func select(_ block: Rows, where condition: RowExpression) throws(Overflow) -> Rows {
    if let choice = choices.first(where: { $0.condition == condition }) {
      return choice.codes.rows(block, where: choice.table)
    }
    switch condition {
    case .and(let parts):
      var kept = block
      for part in parts where !kept.isEmpty { kept = try select(kept, where: part) }
      return kept
    case .or(let parts) where condition.soleTextColumn == nil:
      return try select(block, whereAnyOf: parts)
    case .compare(let comparison, .column(let reference), .constant(let constant, _)):
      if let kept = select(block, comparison, reference, constant) { return kept }
    default: break
    }
    if let (reference, table) = try truthTable(of: condition),
      let (column, map) = rows.column(reference), case .text(let text) = column
    {
      guard let map else {
        if case .stored = reference.origin, choices.count < Self.choiceLimit {
          choices.append(Choice(condition: condition, codes: text.codes, table: table))
        }
        return text.codes.rows(block, where: table)
      }
      return .list(
        block.numbers.filter { row in
          let at = map[Int(row)]
          return table[at < 0 ? 0 : Int(text.codes[Int(at)])]
        })
    }
    var kept: [Int32] = []
    kept.reserveCapacity(block.count)
    for row in block.numbers where try isTrue(condition, row) { kept.append(row) }
    return .list(kept)
  }

  /// Each condition is asked of the rows that met none before it.
  private mutating func select(
    _ block: Rows, whereAnyOf conditions: [RowExpression]
  ) throws(Overflow) -> Rows {
    let numbers = Array(block.numbers)
    var isKept = Array(repeating: false, count: numbers.count)
    var open = Array(numbers.indices)
    for condition in conditions where !open.isEmpty {
      let asked = open.count == numbers.count ? block : .list(open.map { numbers[$0] })
      let found = Array(try select(asked, where: condition).numbers)
      // What is found are some of the rows that were asked about, in the same order.
      var next = 0
      var left: [Int] = []
      for place in open {
        if next < found.count, numbers[place] == found[next] {
          isKept[place] = true
          next += 1
        } else {
          left.append(place)
        }
      }
      open = left
    }
    return .list(numbers.indices.filter { isKept[$0] }.map { numbers[$0] })
  }

  private mutating func isTrue(
    _ condition: RowExpression, _ row: Int32
  ) throws(Overflow) -> Bool {
    try value(of: condition, at: row) == .truth(true)
  }

  private mutating func select(
    _ block: Rows, _ comparison: ComparisonOperator, _ reference: ColumnReference,
    _ constant: Value
  ) -> Rows? {
    guard reference.path.isEmpty, case .stored = reference.origin,
      let (column, _) = rows.column(reference)
    else { return nil }
    switch (column, constant) {
    case (.date(let dates), .day(let day)):
      return select(block, comparison, dates.days, dates.present, Int64(day.number))
    case (.amount(let amounts), .exact(let number)):
      guard number.trimmed().scale <= amounts.scale,
        let scaled = try? number.trimmed().rescaled(to: amounts.scale),
        let limit = Int64(exactly: scaled)
      else { return nil }
      return select(block, comparison, amounts.values, amounts.present, limit)
    default: return nil
    }
  }

  /// Missing differs from everything, so it meets `!=` alone.
  private func select(
    _ block: Rows, _ comparison: ComparisonOperator, _ values: IntegerStorage,
    _ present: Bitmap?, _ limit: Int64
  ) -> Rows? {
    guard limit > .min, limit < .max else { return nil }
    let kept: Rows
    switch comparison {
    case .equal: kept = values.rows(block, from: limit, through: limit)
    case .less: kept = values.rows(block, from: .min, through: limit - 1)
    case .lessOrEqual: kept = values.rows(block, from: .min, through: limit)
    case .greater: kept = values.rows(block, from: limit + 1, through: .max)
    case .greaterOrEqual: kept = values.rows(block, from: limit, through: .max)
    case .notEqual:
      return .list(
        block.numbers.filter { row in
          values[Int(row)] != limit || !(present?[Int(row)] ?? true)
        })
    }
    return present?.rows(kept, present: true) ?? kept
  }

  /// A condition that depends on one text column alone is decided once for each of its texts.
  private mutating func truthTable(
    of condition: RowExpression
  ) throws(Overflow) -> (ColumnReference, [Bool])? {
    guard let reference = condition.soleTextColumn else { return nil }
    if let known = truthTables[condition] { return (reference, known) }
    guard let (column, _) = rows.column(reference), case .text(let text) = column else {
      return nil
    }
    var table: [Bool] = []
    table.reserveCapacity(text.dictionary.count)
    for (code, entry) in text.dictionary.enumerated() {
      table.append(
        try condition.isTrue(reading: { _ in code == 0 ? .blank : .text(entry) }))
    }
    truthTables[condition] = table
    return (reference, table)
  }

  // MARK: Values

  mutating func values(
    of expression: RowExpression, at block: Rows
  ) throws(Overflow) -> BlockVector {
    switch expression {
    case .column(let reference):
      guard let (column, map) = rows.column(reference) else {
        return .values(Array(repeating: .blank, count: block.count))
      }
      let cells = gather(column, block, through: map)
      guard reference.isTruth else { return cells }
      return .values((0..<block.count).map { cells.value(at: $0).asTruth })
    case .constant(.exact(let number), _):
      guard let digits = Int64(exactly: number.digits) else { break }
      return .exact(
        Array(repeating: digits, count: block.count), scale: number.scale, present: nil)
    case .arithmetic(let sign, let left, let right, _) where sign != .divided:
      let first = try values(of: left, at: block)
      let second = try values(of: right, at: block)
      if let result = try combine(sign, first, second) { return result }
      var result: [Value] = []
      result.reserveCapacity(block.count)
      for place in 0..<block.count {
        result.append(try sign.apply(first.value(at: place), second.value(at: place)))
      }
      return .values(result)
    case .conditional(let test, let then, let otherwise):
      return try choose(block, test, then, otherwise)
    default:
      if let reference = expression.soleTextColumn, expression.unit == .text,
        let (column, map) = rows.column(reference), case .text(let text) = column
      {
        return try derive(expression, from: text, block, through: map)
      }
    }
    var result: [Value] = []
    result.reserveCapacity(block.count)
    for row in block.numbers { result.append(try value(of: expression, at: row)) }
    return .values(result)
  }

  /// Each branch is computed for its own rows only, and the two are put together again.
  private mutating func choose(
    _ block: Rows, _ test: RowExpression, _ then: RowExpression, _ otherwise: RowExpression
  ) throws(Overflow) -> BlockVector {
    let chosen = try select(block, where: test)
    if chosen.count == block.count { return try values(of: then, at: block) }
    if chosen.isEmpty { return try values(of: otherwise, at: block) }
    let chosenRows = chosen.numbers
    var isChosen = Array(repeating: false, count: block.count)
    var rest: [Int32] = []
    var next = 0
    for (place, row) in block.numbers.enumerated() {
      if next < chosenRows.count, chosenRows[next] == row {
        isChosen[place] = true
        next += 1
      } else {
        rest.append(row)
      }
    }
    let first = try values(of: then, at: chosen)
    let second = try values(of: otherwise, at: .list(rest))
    var at = (first: 0, second: 0)
    if case .exact(let one, let scale, nil) = first,
      case .exact(let two, let otherScale, nil) = second, scale == otherScale
    {
      return .exact(
        isChosen.map { flag in
          if flag {
            at.first += 1
            return one[at.first - 1]
          }
          at.second += 1
          return two[at.second - 1]
        }, scale: scale, present: nil)
    }
    return .values(
      isChosen.map { flag in
        if flag {
          at.first += 1
          return first.value(at: at.first - 1)
        }
        at.second += 1
        return second.value(at: at.second - 1)
      })
  }

  private mutating func value(
    of expression: RowExpression, at row: Int32
  ) throws(Overflow) -> Value {
    var found: [ColumnReference: Value] = [:]
    for reference in expression.columns where found[reference] == nil {
      found[reference] = read(reference, at: row)
    }
    return try expression.value(reading: { found[$0] ?? .blank })
  }

  private mutating func read(_ reference: ColumnReference, at row: Int32) -> Value {
    guard let (column, map) = rows.column(reference) else { return .blank }
    let at = map.map { $0[Int(row)] } ?? row
    guard at >= 0 else { return .blank }
    let value = column.value(at: Int(at))
    return reference.isTruth ? value.asTruth : value
  }

  private func gather(_ column: Column, _ block: Rows, through map: [Int32]?) -> BlockVector {
    guard let map else {
      switch column {
      case .amount(let amounts):
        return .exact(
          amounts.values.values(block), scale: amounts.scale, present: amounts.present?.flags(block)
        )
      case .text(let text):
        return .codes(text.codes.narrowValues(block), dictionary: text.dictionary)
      case .date(let dates):
        return .days(dates.days.narrowValues(block), present: dates.present?.flags(block))
      case .number(let numbers):
        return .values(block.numbers.map { numbers[Int($0)].map { .approximate($0) } ?? .blank })
      }
    }
    let rows = block.numbers.map { map[Int($0)] }
    // Behind a link that leads nowhere, -1, every value is absent.
    let leadsNowhere = rows.contains { $0 < 0 }
    func present(_ bitmap: Bitmap?) -> [Bool]? {
      guard bitmap != nil || leadsNowhere else { return nil }
      return rows.map { row in
        guard row >= 0 else { return false }
        return bitmap.map { $0[Int(row)] } ?? true
      }
    }
    switch column {
    case .amount(let amounts):
      return .exact(
        rows.map { $0 < 0 ? 0 : amounts.values[Int($0)] }, scale: amounts.scale,
        present: present(amounts.present))
    case .text(let text):
      return .codes(
        rows.map { $0 < 0 ? 0 : Int32(truncatingIfNeeded: text.codes[Int($0)]) },
        dictionary: text.dictionary)
    case .date(let dates):
      return .days(
        rows.map { $0 < 0 ? 0 : Int32(truncatingIfNeeded: dates.days[Int($0)]) },
        present: present(dates.present))
    case .number(let numbers):
      return .values(
        rows.map { $0 < 0 ? .blank : numbers[Int($0)].map { .approximate($0) } ?? .blank })
    }
  }

  private func combine(
    _ sign: ArithmeticOperator, _ left: BlockVector, _ right: BlockVector
  ) throws(Overflow) -> BlockVector? {
    guard case .exact(let first, let firstScale, let firstPresent) = left,
      case .exact(let second, let secondScale, let secondPresent) = right
    else { return nil }
    var result: [Int64] = []
    result.reserveCapacity(first.count)
    var overflowed = false
    let scale: Int
    switch sign {
    case .times:
      scale = firstScale + secondScale
      for place in first.indices {
        let (product, overflow) = first[place].multipliedReportingOverflow(by: second[place])
        result.append(product)
        overflowed = overflowed || overflow
      }
    case .plus, .minus:
      scale = max(firstScale, secondScale)
      let firstFactor = try Self.powerOfTen(scale - firstScale)
      let secondFactor = try Self.powerOfTen(scale - secondScale)
      for place in first.indices {
        let (one, overflowOne) = first[place].multipliedReportingOverflow(by: firstFactor)
        let (two, overflowTwo) = second[place].multipliedReportingOverflow(by: secondFactor)
        let (sum, overflow) =
          sign == .plus
          ? one.addingReportingOverflow(two) : one.subtractingReportingOverflow(two)
        result.append(sum)
        overflowed = overflowed || overflow || overflowOne || overflowTwo
      }
    case .divided: return nil
    }
    if overflowed { throw Overflow() }
    let present: [Bool]?
    switch (firstPresent, secondPresent) {
    case (nil, nil): present = nil
    case (let flags?, nil), (nil, let flags?): present = flags
    case (let one?, let two?): present = zip(one, two).map { $0 && $1 }
    }
    return .exact(result, scale: scale, present: present)
  }

  static func powerOfTen(_ exponent: Int) throws(Overflow) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<max(0, exponent) {
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { throw Overflow() }
      power = next
    }
    return power
  }

  /// Text made from one text column: computed once for each entry of its dictionary.
  private func derive(
    _ expression: RowExpression, from text: TextColumn, _ block: Rows, through map: [Int32]?
  ) throws(Overflow) -> BlockVector {
    var dictionary = [""]
    var index: [String: Int32] = [:]
    var codes: [Int32] = []
    for (code, entry) in text.dictionary.enumerated() {
      let value = try expression.value(reading: { _ in code == 0 ? .blank : .text(entry) })
      guard case .text(let derived) = value else {
        codes.append(0)
        continue
      }
      if let known = index[derived] {
        codes.append(known)
      } else {
        index[derived] = Int32(dictionary.count)
        codes.append(Int32(dictionary.count))
        dictionary.append(derived)
      }
    }
    return .codes(
      block.numbers.map { row in
        let at = map.map { $0[Int(row)] } ?? row
        return codes[at < 0 ? 0 : Int(text.codes[Int(at)])]
      }, dictionary: Texts(dictionary))
  }
}

extension ColumnReference {
  /// Whether its cells, which are stored as 1 and 0, are true and false.
  fileprivate var isTruth: Bool { unit == .truth && origin == .stored }
}

extension Value {
  fileprivate var asTruth: Value {
    if case .exact(let number) = self { .truth(number != .zero) } else { self }
  }
}

extension RowExpression {
  /// The one text column that an expression reads, if it reads nothing else.
  var soleTextColumn: ColumnReference? {
    let columns = columns
    guard let first = columns.first, first.unit == .text, columns.allSatisfy({ $0 == first })
    else { return nil }
    return first
  }
}
