// Which line a row belongs to: the steps of time and the values of the axes.
import KepiColumns
import KepiSemantics

/// The lines that a scan makes: those of the answer, or those of a subtotal.
struct Level: Hashable {
  /// Places of the question's axes that lines of this level tell apart.
  let axes: [Int]
}

/// A line: a step of time, and a code for each value axis of the level.
struct GroupKey: Hashable {
  let bucket: Int32
  let codes: [Int32]
}

/// The values that an axis takes, over all sources of a question. Code 0 is the missing value.
struct AxisDomain {
  private(set) var values: [Value] = [.blank]
  private var index: [Value: Int32] = [:]

  mutating func code(of value: Value) -> Int32 {
    if value.isBlank { return 0 }
    // 0.5 and 0.50 are one value: hashing goes by the number, not by its digits.
    if let known = index[value] { return known }
    let code = Int32(values.count)
    index[value] = code
    values.append(value)
    return code
  }
}

extension ResolvedQuery {
  /// Places of the value axes of a level.
  func valueAxes(of level: Level) -> [Int] {
    level.axes.filter { if case .value = axes[$0].form { true } else { false } }
  }
}

/// The day numbers that some windows hold, each with the windows it lies in. Windows may overlap:
/// a rolling one holds days of its neighbours.
struct WindowTable {
  private let first: Int
  /// For each day the only window that holds it, -1 for none, -2 for several.
  private let single: [Int32]
  /// For each day its windows where it has several; empty where no day does.
  private let several: [[Int32]]
  /// How many windows a day has on average, at least 1.
  let overlap: Int
  var isOverlapping: Bool { !several.isEmpty }

  init(
    _ windows: [ClosedRange<Day>?], isCancelled: () -> Bool = { false }
  ) throws(EngineFailure) {
    guard let low = windows.compactMap({ $0?.lowerBound.number }).min(),
      let high = windows.compactMap({ $0?.upperBound.number }).max()
    else {
      first = 0
      single = []
      several = []
      overlap = 1
      return
    }
    var single = Array(repeating: Int32(-1), count: high - low + 1)
    var several: [[Int32]] = []
    var dayCount = 0
    for (place, window) in windows.enumerated() {
      guard let window else { continue }
      // Thousands of windows of years each: this alone may take seconds.
      if isCancelled() { throw .cancelled }
      dayCount += window.upperBound.number - window.lowerBound.number + 1
      for day in (window.lowerBound.number - low)...(window.upperBound.number - low) {
        switch single[day] {
        case -1: single[day] = Int32(place)
        case -2: several[day].append(Int32(place))
        case let other:
          if several.isEmpty { several = Array(repeating: [], count: single.count) }
          several[day] = [other, Int32(place)]
          single[day] = -2
        }
      }
    }
    first = low
    self.single = single
    self.several = several
    overlap = max(1, dayCount / single.count)
  }

  /// -1 where no window holds the day, -2 where several do.
  @inline(__always)
  subscript(day: Int64) -> Int32 {
    let place = Int(day) - first
    return place >= 0 && place < single.count ? single[place] : -1
  }

  func windows(of day: Int64) -> [Int32] {
    let window = self[day]
    if window >= 0 { return [window] }
    return window == -1 ? [] : several[Int(day) - first]
  }
}
