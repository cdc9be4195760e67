// Numbers for keys as they are first met: 0, 1, 2 and so on.

/// An open table of 64-bit keys. Made for loops over rows, where a dictionary's hashing would show.
package struct NumberTable: Sendable {
  package private(set) var keys: [UInt64] = []
  /// Places of `keys`, -1 where free. A power of two of them, at least twice as many as keys.
  private var slots: [Int32]
  private var shift: UInt64

  package init() {
    slots = Array(repeating: -1, count: 64)
    shift = 64 - 6
  }

  package var count: Int { keys.count }

  /// The number of a key, a new one where it is new.
  @inline(__always)
  package mutating func number(of key: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: Self.spread(key) >> shift)
    while true {
      let number = slots[slot]
      if number < 0 { return insert(key, at: slot) }
      if keys[Int(number)] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  package func contains(_ key: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: Self.spread(key) >> shift)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  package mutating func removeAll() {
    for key in keys {
      var slot = Int(truncatingIfNeeded: Self.spread(key) >> shift)
      while slots[slot] >= 0 {
        slots[slot] = -1
        slot = (slot + 1) & (slots.count - 1)
      }
    }
    keys.removeAll(keepingCapacity: true)
  }

  /// Fibonacci hashing: the high bits of a product with 2^64 over the golden ratio.
  @inline(__always)
  private static func spread(_ key: UInt64) -> UInt64 {
    let mixed = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }

  private mutating func insert(_ key: UInt64, at slot: Int) -> Int32 {
    let number = Int32(truncatingIfNeeded: keys.count)
    keys.append(key)
    slots[slot] = number
    if keys.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let count = slots.count * 2
    slots = Array(repeating: -1, count: count)
    shift -= 1
    for (number, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: Self.spread(key) >> shift)
      while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
