// The codes of a line on its axes, without memory of their own where they are few.

struct GroupCodes: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The first four. What lies behind the last of them is 0.
  private var few = SIMD4<Int32>(repeating: 0)
  /// All of them where there are more than four.
  private var many: [Int32]?
  private var length: Int32 = 0

  init(_ codes: some Collection<Int32>) {
    length = Int32(truncatingIfNeeded: codes.count)
    if codes.count > 4 {
      many = Array(codes)
    } else {
      for (place, code) in codes.enumerated() { few[place] = code }
    }
  }

  init(arrayLiteral codes: Int32...) { self.init(codes) }

  /// The codes of a combination that is a number: the last axis runs fastest.
  init(number: Int, sizes: [Int]) {
    var rest = number
    var codes = SIMD4<Int32>(repeating: 0)
    var more: [Int32] = Array(repeating: 0, count: sizes.count > 4 ? sizes.count : 0)
    for place in sizes.indices.reversed() {
      let code = Int32(truncatingIfNeeded: rest % Swift.max(1, sizes[place]))
      rest /= Swift.max(1, sizes[place])
      if more.isEmpty { codes[place] = code } else { more[place] = code }
    }
    few = codes
    many = more.isEmpty ? nil : more
    length = Int32(truncatingIfNeeded: sizes.count)
  }

  /// The next combination: one division for each code of each was too slow for all of them.
  mutating func advance(sizes: [Int]) {
    for place in sizes.indices.reversed() {
      let next = Int(self[place]) + 1 < sizes[place] ? self[place] + 1 : 0
      if many == nil { few[place] = next } else { many?[place] = next }
      if next > 0 { return }
    }
  }

  /// Those at some places.
  func subset(_ places: [Int]) -> GroupCodes {
    if many == nil, places.count == count, places.indices.allSatisfy({ places[$0] == $0 }) {
      return self
    }
    return GroupCodes(places.map { self[$0] })
  }

  func removing(at place: Int) -> GroupCodes {
    var codes = Array(self)
    codes.remove(at: place)
    return GroupCodes(codes)
  }
}

extension GroupCodes: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { Int(length) }
  subscript(place: Int) -> Int32 { many.map { $0[place] } ?? few[place] }
}

/// Which line of a scan a key is: computed where groups are arithmetic, else looked up.
enum LineIndex: Sendable {
  case table([GroupKey: Int])
  /// For each window and combination of codes its line, -1 for none.
  case dense(lines: [Int32], sizes: [Int], slotCount: Int)

  subscript(key: GroupKey) -> Int? {
    switch self {
    case .table(let table): return table[key]
    case .dense(let lines, let sizes, let slotCount):
      guard key.codes.count == sizes.count, key.bucket >= 0 else { return nil }
      var slot = 0
      for (place, size) in sizes.enumerated() {
        let code = Int(key.codes[place])
        guard code < size else { return nil }
        slot = slot * size + code
      }
      let place = Int(key.bucket) * slotCount + slot
      guard place < lines.count, lines[place] >= 0 else { return nil }
      return Int(lines[place])
    }
  }
}
