// A side that is posted now and then for the days before, against one that has every day.

/// Whether one of two series of days is the other added up since its last posting. It is found in the
/// numbers: every posting but the first has to be, all in all, within a twentieth, the sum of the
/// days between it and the one before.
struct Postings {
  /// The side that is posted now and then: 0 or 1.
  let side: Int
  /// Days between two postings, the middle one of all.
  let usualGap: Int
  private let days: [Int]
  private let spread: [Int: Quantity]
  private let posted: [Int: Quantity]
  /// Days from the last day that a posting is for to the posting.
  private let lag: Int
  /// The first day that a posting is for.
  let firstDay: Int

  private static let greatestLag = 7
  private static let allowedShare = 0.05

  /// - Parameter common: days that both sides have.
  init?(_ first: [Int: Quantity], _ second: [Int: Quantity], in common: ClosedRange<Int>) {
    let all = [first, second].map { series in
      series.filter { common.contains($0.key) && !$0.value.isZero }.keys.sorted()
    }
    guard let side = [0, 1].first(where: { all[$0].count * 2 <= all[1 - $0].count }),
      all[side].count >= 2
    else { return nil }
    let days = all[side]
    let (posted, spread) = side == 0 ? (first, second) : (second, first)
    var best: (lag: Int, distance: Double)?
    let whole = days.dropFirst().reduce(0.0) { $0 + abs(posted[$1]?.double ?? 0) }
    for lag in 0...Self.greatestLag {
      var distance = 0.0
      for (before, day) in zip(days, days.dropFirst()) {
        var sum = Quantity.zero
        for covered in before - lag + 1...day - lag { sum = sum + (spread[covered] ?? .zero) }
        distance += abs(((posted[day] ?? .zero) - sum).double)
      }
      if best.map({ distance < $0.distance }) ?? true { best = (lag, distance) }
    }
    guard let best, best.distance <= Self.allowedShare * whole else { return nil }
    let gaps = zip(days, days.dropFirst()).map { $1 - $0 }.sorted()
    self.side = side
    self.days = days
    self.posted = posted
    self.spread = spread
    lag = best.lag
    firstDay = Self.firstDay(days[0], best.lag, posted, spread) ?? common.lowerBound
    usualGap = gaps[gaps.count / 2]
  }

  /// Where the days before the first posting add up to it, the first of them.
  private static func firstDay(
    _ posting: Int, _ lag: Int, _ posted: [Int: Quantity], _ spread: [Int: Quantity]
  ) -> Int? {
    let whole = posted[posting] ?? .zero
    guard let earliest = spread.keys.min(), earliest <= posting - lag else { return nil }
    var sum = Quantity.zero
    var best: (day: Int, distance: Double)?
    for day in (earliest...posting - lag).reversed() {
      sum = sum + (spread[day] ?? .zero)
      let distance = abs((whole - sum).double)
      if best.map({ distance < $0.distance }) ?? true { best = (day, distance) }
      // Far beyond it, no day can come closer again.
      if distance > 2 * abs(whole.double) { break }
    }
    return best.flatMap { $0.distance <= allowedShare * abs(whole.double) ? $0.day : nil }
  }

  /// What the postings of some days are for, less those days themselves: second less first.
  func timing(of window: ClosedRange<Int>) -> Quantity {
    let (before, through) = (end(by: window.lowerBound - 1), end(by: window.upperBound))
    var accounted = Quantity.zero
    if before < through {
      for day in before + 1...through { accounted = accounted + (spread[day] ?? .zero) }
    }
    var own = Quantity.zero
    for day in window { own = own + (spread[day] ?? .zero) }
    let timing = accounted - own
    return side == 1 ? timing : -timing
  }

  /// The last day that is accounted for by a day.
  private func end(by day: Int) -> Int {
    days.last { $0 <= day }.map { $0 - lag } ?? firstDay - 1
  }
}
