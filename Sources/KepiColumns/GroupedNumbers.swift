// All numbers of each group, for the one in the middle of them.

/// Numbers that lie close together, as amounts in cents do, are counted: how often each came in each
/// group. Others are kept one by one. Of 10 million amounts by store, each a value of its own before,
/// 3,050 to 26 ms.
package struct GroupedNumbers: Sendable {
  private var tally: Tally?
  /// What is not counted.
  private var loose = LooseNumbers()
  /// With so many of them it is worth to see whether they can be counted.
  private var nextLook = Self.firstLook
  private static let firstLook = 1 << 17

  package init() {}

  /// How many are kept one by one.
  package var looseCount: Int { loose.count }

  /// - Parameters:
  ///   - present: which of the numbers count; all do without.
  ///   - groupCount: no number of a group is greater.
  package mutating func add(
    _ new: [Int64], _ groups: Groups, present: [Bool]?, groupCount: Int
  ) {
    tally?.grow(to: groupCount)
    if tally == nil, present == nil {
      loose.append(new, groups)
    } else {
      for place in new.indices where present?[place] ?? true {
        add(new[place], groups[place])
      }
    }
    if tally == nil, loose.count >= nextLook { look(groupCount) }
  }

  @inline(__always)
  private mutating func add(_ number: Int64, _ group: Int) {
    if tally?.count(number, in: group) != true { loose.append(number, group) }
  }

  /// Begins to count, if there is room for the numbers that lie as those do that came so far.
  private mutating func look(_ groupCount: Int) {
    nextLook = loose.count * 2
    guard let made = Tally(loose, groupCount: groupCount) else { return }
    tally = made
    let came = loose
    loose = LooseNumbers()
    came.forEach { add($0, $1) }
  }

  /// - Parameter map: for each group of the other its number here.
  package mutating func add(_ other: GroupedNumbers, groups map: [Int], groupCount: Int) {
    if tally == nil, let theirs = other.tally { tally = theirs.emptied(groupCount: groupCount) }
    tally?.grow(to: groupCount)
    other.tally?.forEach { number, group, count in
      if tally?.count(number, in: map[group], times: count) != true {
        for _ in 0..<count { loose.append(number, map[group]) }
      }
    }
    loose.append(other.loose, groups: map)
  }

  // MARK: Results

  /// Each number with its group and how often it came, in no order.
  package func forEach(_ body: (_ number: Int64, _ group: Int, _ count: Int) -> Void) {
    loose.forEach { body($0, $1, 1) }
    tally?.forEach(body)
  }

  /// Of each group the two numbers in the middle, of an odd count twice the same one; `nil` where it
  /// has none.
  package func middles(groupCount: Int) -> [(lower: Int64, upper: Int64)?] {
    var loose = Parted(loose, groupCount: groupCount)
    return (0..<groupCount).map { group in
      loose.withNumbers(of: group) { numbers in
        let counted = tally?.total(of: group) ?? 0
        let count = numbers.count + counted
        guard count > 0 else { return nil }
        guard let tally, counted > 0 else {
          let upper = Self.select(count / 2, of: &numbers)
          guard count.isMultiple(of: 2) else { return (upper, upper) }
          // What lies before has been brought there.
          var lower = numbers[0]
          for place in 1..<max(1, count / 2) { lower = max(lower, numbers[place]) }
          return (lower, upper)
        }
        Self.sort(&numbers)
        let upper = tally.number(count / 2, of: group, among: numbers)
        return count.isMultiple(of: 2)
          ? (tally.number(count / 2 - 1, of: group, among: numbers), upper) : (upper, upper)
      }
    }
  }

  private static func sort(_ numbers: inout MutableSpan<Int64>) {
    unsafe numbers.withUnsafeMutableBufferPointer { buffer in
      var numbers = unsafe buffer
      unsafe numbers.sort()
    }
  }

  /// The number that would stand at a place if they were in order. It does afterwards, with none that
  /// is greater before it and none that is less behind.
  private static func select(_ place: Int, of numbers: inout MutableSpan<Int64>) -> Int64 {
    var (low, high) = (0, numbers.count - 1)
    // Where halves stay lopsided, whatever the numbers are, they are put in order.
    var triesLeft = 4 * (Int.bitWidth - numbers.count.leadingZeroBitCount)
    while low < high {
      guard triesLeft > 0 else {
        sort(&numbers)
        break
      }
      triesLeft -= 1
      let pivot = middle(numbers[low], numbers[(low + high) / 2], numbers[high])
      var (left, right) = (low, high)
      while left <= right {
        while numbers[left] < pivot { left += 1 }
        while numbers[right] > pivot { right -= 1 }
        if left <= right {
          numbers.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right { high = right } else if place >= left { low = left } else { break }
    }
    return numbers[place]
  }

  private static func middle(_ one: Int64, _ two: Int64, _ three: Int64) -> Int64 {
    max(min(one, two), min(max(one, two), three))
  }
}

/// How often each number of a stretch came in each group.
private struct Tally: Sendable {
  private let least: Int64
  /// Numbers of the stretch.
  private let width: Int
  private var groupCount: Int
  /// Group by group.
  private var counts: [UInt32]

  /// More cells than this are too far from the processor to be quick.
  private static let cellLimit = 1 << 23
  /// Nor are there more for each number.
  private static let cellsPerNumber = 16

  /// - Parameter numbers: as those that will come; `nil` where they lie too far from each other.
  init?(_ numbers: LooseNumbers, groupCount: Int) {
    guard let (first, greatest) = numbers.bounds else { return nil }
    var least = first
    let (span, overflow) = greatest.subtractingReportingOverflow(least)
    let most = min(Self.cellLimit, Self.cellsPerNumber * numbers.count) / max(1, groupCount)
    guard !overflow, span < Int64(most) else { return nil }
    var width = Int(span) + 1
    // With room to both sides, where there is some.
    if width * 2 <= most, least > Int64.min + span {
      least -= span / 2
      width *= 2
    }
    self.init(least: least, width: width, groupCount: groupCount)
  }

  private init(least: Int64, width: Int, groupCount: Int) {
    self.least = least
    self.width = width
    self.groupCount = groupCount
    counts = LargePages.zeros(width * groupCount)
  }

  /// The same stretch, of which nothing came.
  func emptied(groupCount: Int) -> Tally {
    Tally(least: least, width: width, groupCount: min(groupCount, Self.cellLimit / width))
  }

  /// More groups, as far as there is room.
  mutating func grow(to groupCount: Int) {
    guard groupCount > self.groupCount else { return }
    let count = min(groupCount, Self.cellLimit / width)
    guard count > self.groupCount else { return }
    counts.append(contentsOf: repeatElement(0, count: (count - self.groupCount) * width))
    self.groupCount = count
  }

  /// Whether there is a cell for the number.
  @inline(__always)
  mutating func count(_ number: Int64, in group: Int, times count: Int = 1) -> Bool {
    let offset = UInt64(bitPattern: number &- least)
    guard offset < UInt64(width), group < groupCount else { return false }
    counts[group * width + Int(offset)] += UInt32(truncatingIfNeeded: count)
    return true
  }

  private func cells(of group: Int) -> Range<Int> {
    group < groupCount ? group * width..<(group + 1) * width : 0..<0
  }

  func total(of group: Int) -> Int { cells(of: group).reduce(0) { $0 + Int(counts[$1]) } }

  func forEach(of group: Int, _ body: (_ number: Int64, _ count: Int) -> Void) {
    let cells = cells(of: group)
    for cell in cells where counts[cell] > 0 {
      body(least + Int64(cell - cells.lowerBound), Int(counts[cell]))
    }
  }

  func forEach(_ body: (_ number: Int64, _ group: Int, _ count: Int) -> Void) {
    for group in 0..<groupCount { forEach(of: group) { body($0, group, $1) } }
  }

  /// What stands at a place among the numbers of a group and others, in order.
  func number(_ place: Int, of group: Int, among others: borrowing MutableSpan<Int64>) -> Int64 {
    var passed = 0
    var other = 0
    let cells = cells(of: group)
    for cell in cells where counts[cell] > 0 {
      let number = least + Int64(cell - cells.lowerBound)
      while other < others.count, others[other] < number {
        if passed == place { return others[other] }
        other += 1
        passed += 1
      }
      passed += Int(counts[cell])
      if place < passed { return number }
    }
    return others[other + place - passed]
  }
}

/// Numbers as they came, each with its group.
private struct LooseNumbers: Sendable {
  private struct Part: Sendable {
    var numbers: [Int64] = []
    var groups: [Int32] = []
  }

  /// All but the last are full.
  private var parts: [Part] = [Part()]
  private(set) var count = 0

  /// What grows is copied as it does, so it grows no further than this.
  private static let partCount = 1 << 20
  /// A few are kept where there is room anyway.
  private static let firstCount = 1 << 17

  mutating func append(_ number: Int64, _ group: Int) {
    begin()
    parts[parts.count - 1].numbers.append(number)
    parts[parts.count - 1].groups.append(Int32(truncatingIfNeeded: group))
    count += 1
  }

  mutating func append(_ numbers: [Int64], _ groups: Groups) {
    begin()
    parts[parts.count - 1].numbers += numbers
    switch groups {
    case .one(let group):
      parts[parts.count - 1].groups.append(
        contentsOf: repeatElement(Int32(truncatingIfNeeded: group), count: numbers.count))
    case .each(let groups): parts[parts.count - 1].groups += groups
    }
    count += numbers.count
  }

  /// - Parameter map: for each group of the others its number here.
  mutating func append(_ others: LooseNumbers, groups map: [Int]) {
    guard others.count > 0 else { return }
    for var part in others.parts {
      for place in part.groups.indices {
        part.groups[place] = Int32(truncatingIfNeeded: map[Int(part.groups[place])])
      }
      parts.append(part)
    }
    count += others.count
  }

  /// A part that is full is followed by another.
  private mutating func begin() {
    let limit = parts.count == 1 ? Self.firstCount : Self.partCount
    guard parts[parts.count - 1].numbers.count >= limit else { return }
    parts.append(
      Part(
        numbers: LargePages.room(for: Self.partCount), groups: LargePages.room(for: Self.partCount))
    )
  }

  /// The least and the greatest of the numbers that came last.
  var bounds: (least: Int64, greatest: Int64)? {
    guard let part = parts.last(where: { !$0.numbers.isEmpty }), let least = part.numbers.min(),
      let greatest = part.numbers.max()
    else { return nil }
    return (least, greatest)
  }

  func forEach(_ body: (_ number: Int64, _ group: Int) -> Void) {
    for part in parts {
      for place in part.numbers.indices { body(part.numbers[place], Int(part.groups[place])) }
    }
  }

  func forEachGroup(_ body: (_ group: Int) -> Void) {
    for part in parts { for group in part.groups { body(Int(group)) } }
  }
}

/// Numbers brought together by their groups.
private struct Parted {
  private var numbers: [Int64]
  /// Where those of each group begin, and where the last ones end.
  private var bounds: [Int]

  init(_ loose: LooseNumbers, groupCount: Int) {
    var bounds = Array(repeating: 0, count: groupCount + 1)
    loose.forEachGroup { bounds[$0 + 1] += 1 }
    for group in 0..<groupCount { bounds[group + 1] += bounds[group] }
    var next = bounds
    var numbers: [Int64] = LargePages.zeros(loose.count)
    loose.forEach { number, group in
      numbers[next[group]] = number
      next[group] += 1
    }
    self.bounds = bounds
    self.numbers = numbers
  }

  mutating func withNumbers<Result>(
    of group: Int, _ body: (inout MutableSpan<Int64>) -> Result
  ) -> Result {
    let places = bounds[group]..<bounds[group + 1]
    var span = numbers.mutableSpan
    var part = span._mutatingExtracting(places)
    return body(&part)
  }
}
