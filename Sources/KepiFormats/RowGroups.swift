// Rows that have the same values in some columns, as one number for each group.
import KepiColumns

struct RowGroups {
  /// For each row its group, from 0.
  private(set) var ids: [Int32]
  private(set) var count: Int

  /// All rows in one group.
  init(rowCount: Int) {
    ids = Array(repeating: 0, count: rowCount)
    count = rowCount == 0 ? 0 : 1
  }

  /// Parts the groups by the values of a column. Absent is a value of its own.
  mutating func split(by column: Column) {
    switch column {
    case .text(let cells):
      split { UInt32(truncatingIfNeeded: cells.codes[$0]) }
    case .date(let cells):
      split { cells[$0].map { UInt32(truncatingIfNeeded: $0.number) } ?? .max }
    case .amount(let cells): splitWide { cells[$0].map { UInt64(bitPattern: $0) } }
    case .number(let cells): splitWide { cells[$0].map { $0.bitPattern } }
    }
  }

  /// Parts the groups by a number for each row.
  mutating func split(by numbers: [Int32]) {
    split { UInt32(bitPattern: numbers[$0]) }
  }

  private mutating func split(_ code: (Int) -> UInt32) {
    guard count > 0 else { return }
    var index = NumberIndex()
    for row in ids.indices {
      ids[row] = index.number(of: UInt64(UInt32(bitPattern: ids[row])) << 32 | UInt64(code(row)))
    }
    count = index.count
  }

  private mutating func splitWide(_ value: (Int) -> UInt64?) {
    var index = NumberIndex()
    let codes = ids.indices.map { row in
      value(row).map { UInt32(bitPattern: index.number(of: $0)) } ?? .max
    }
    split { codes[$0] }
  }
}

/// Numbers keys in the order in which they first come.
private struct NumberIndex {
  private(set) var count = 0
  private var keys: [UInt64] = Array(repeating: 0, count: 1024)
  /// -1 is free.
  private var numbers: [Int32] = Array(repeating: -1, count: 1024)

  mutating func number(of key: UInt64) -> Int32 {
    var slot = slot(of: key)
    while numbers[slot] >= 0 {
      if keys[slot] == key { return numbers[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    let number = Int32(count)
    keys[slot] = key
    numbers[slot] = number
    count += 1
    if count * 2 > keys.count { grow() }
    return number
  }

  /// Fibonacci hashing: the high bits of a product by the golden ratio.
  private func slot(of key: UInt64) -> Int {
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20) & (keys.count - 1)
  }

  private mutating func grow() {
    let old = zip(keys, numbers).filter { $0.1 >= 0 }
    keys = Array(repeating: 0, count: keys.count * 4)
    numbers = Array(repeating: -1, count: keys.count)
    for (key, number) in old {
      var slot = slot(of: key)
      while numbers[slot] >= 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
