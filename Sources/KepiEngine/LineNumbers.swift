// The lines of a scan, numbered as they are met.
import KepiColumns

/// Numbers the lines of one window after the other.
struct LineNumbers {
  /// Above this many possible groups of a window they are looked up, not computed.
  private static let denseLimit = 1 << 22

  /// How many codes each axis has; empty where only the rows tell.
  private let sizes: [Int]
  /// For each combination of codes its line in the window at hand, -1 for none yet.
  private var lines: [Int32] = []
  private var touched: [Int32] = []
  /// Where there are too many combinations: pairs of codes, pairs of these, and so on.
  private var tables: [NumberTable] = []
  private var linesOfPairs: [Int32] = []
  private var window: Int32 = -1

  /// - Parameter codeCounts: one for each axis; `nil` where only the rows tell.
  init(codeCounts: [Int?]) {
    let known = codeCounts.compactMap { $0 }
    var product = 1
    for count in known where product <= Self.denseLimit { product *= max(1, count) }
    if known.count == codeCounts.count, product <= Self.denseLimit {
      sizes = known
      lines = Array(repeating: -1, count: product)
    } else {
      sizes = []
      tables = Array(repeating: NumberTable(), count: max(1, codeCounts.count - 1))
    }
  }

  var isDense: Bool { !lines.isEmpty }

  /// What the code on an axis is multiplied by to make the number of a combination.
  func factor(of axis: Int) -> Int32 {
    Int32(truncatingIfNeeded: sizes[(axis + 1)...].reduce(1, *))
  }

  mutating func begin(window: Int32) {
    guard window != self.window else { return }
    self.window = window
    if isDense {
      for combination in touched { lines[Int(combination)] = -1 }
      touched.removeAll(keepingCapacity: true)
    } else {
      for place in tables.indices { tables[place].removeAll() }
      linesOfPairs.removeAll(keepingCapacity: true)
    }
  }

  /// From combinations of codes, in place, to the numbers of their lines.
  mutating func number(_ combinations: inout [Int32], keys: inout [GroupKey]) {
    for place in combinations.indices {
      let combination = combinations[place]
      let line = lines[Int(combination)]
      if line >= 0 {
        combinations[place] = line
      } else {
        combinations[place] = newLine(combination, &keys)
      }
    }
  }

  private mutating func newLine(_ combination: Int32, _ keys: inout [GroupKey]) -> Int32 {
    let line = Int32(truncatingIfNeeded: keys.count)
    lines[Int(combination)] = line
    touched.append(combination)
    keys.append(
      GroupKey(bucket: window, codes: GroupCodes(number: Int(combination), sizes: sizes)))
    return line
  }

  /// From the codes of some rows on each axis to the numbers of their lines.
  mutating func numbers(_ codes: [[Int32]], count: Int, keys: inout [GroupKey]) -> [Int32] {
    var numbers = [Int32](repeating: 0, count: count)
    for row in 0..<count {
      var number = codes[0][row]
      if codes.count == 1 {
        number = tables[0].number(of: UInt64(UInt32(bitPattern: number)))
      }
      for axis in codes.indices.dropFirst() {
        number = tables[axis - 1].number(
          of: UInt64(UInt32(bitPattern: number)) << 32
            | UInt64(UInt32(bitPattern: codes[axis][row])))
      }
      if Int(number) == linesOfPairs.count {
        linesOfPairs.append(Int32(truncatingIfNeeded: keys.count))
        keys.append(GroupKey(bucket: window, codes: GroupCodes(codes.map { $0[row] })))
      }
      numbers[row] = linesOfPairs[Int(number)]
    }
    return numbers
  }
}
