// The codes of a line on its axes, without memory of their own where they are few.

struct GroupCodes: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The first two and the next two, each pair from its low half on. What lies behind the last of
  /// them is 0. Keys of hundreds of thousands of lines are 32 bytes each with them.
  private var few: (UInt64, UInt64) = (0, 0)
  /// All of them where there are more than four.
  private var many: [Int32]?
  private var length: Int32 = 0

  init(_ codes: some Collection<Int32>) {
    length = Int32(truncatingIfNeeded: codes.count)
    if codes.count > 4 {
      many = Array(codes)
    } else {
      for (place, code) in codes.enumerated() { setFew(code, at: place) }
    }
  }

  init(arrayLiteral codes: Int32...) { self.init(codes) }

  /// So many codes, all of them 0.
  init(zeros count: Int) {
    length = Int32(truncatingIfNeeded: count)
    if count > 4 { many = Array(repeating: 0, count: count) }
  }

  /// The codes of a combination that is a number: the last axis runs fastest.
  init(number: Int, sizes: [Int]) {
    self.init(zeros: sizes.count)
    var rest = number
    for place in sizes.indices.reversed() {
      set(Int32(truncatingIfNeeded: rest % Swift.max(1, sizes[place])), at: place)
      rest /= Swift.max(1, sizes[place])
    }
  }

  /// The next combination: one division for each code of each was too slow for all of them.
  mutating func advance(sizes: [Int]) {
    for place in sizes.indices.reversed() {
      let next = Int(self[place]) + 1 < sizes[place] ? self[place] + 1 : 0
      set(next, at: place)
      if next > 0 { return }
    }
  }

  private mutating func set(_ code: Int32, at place: Int) {
    if many == nil { setFew(code, at: place) } else { many?[place] = code }
  }

  private mutating func setFew(_ code: Int32, at place: Int) {
    let shift = UInt64(place % 2 * 32)
    let bits = UInt64(UInt32(bitPattern: code)) << shift
    let others = ~(UInt64(UInt32.max) << shift)
    if place < 2 { few.0 = few.0 & others | bits } else { few.1 = few.1 & others | bits }
  }

  static func == (left: GroupCodes, right: GroupCodes) -> Bool {
    left.few == right.few && left.length == right.length && left.many == right.many
  }

  /// Two codes at a time: keys are looked up by the hundred thousand.
  func hash(into hasher: inout Hasher) {
    if let many { return hasher.combine(many) }
    hasher.combine(few.0)
    if length > 2 { hasher.combine(few.1) }
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
  subscript(place: Int) -> Int32 {
    if let many { return many[place] }
    let pair = place < 2 ? few.0 : few.1
    return Int32(truncatingIfNeeded: pair >> UInt64(place % 2 * 32))
  }
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
