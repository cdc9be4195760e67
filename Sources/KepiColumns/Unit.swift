// What a number counts, and so how it may be combined and how it is shown.

package enum Unit: Equatable, Hashable, Sendable {
  case money(Currency)
  case count
  case number
  /// A fraction: 0.25 is 25 %.
  case percent
  /// A duration in days.
  case days
  case text
  /// A day, or the first day of a step of a grain.
  case date(Grain)
  /// 0 or 1.
  case truth
}

package enum Currency: Equatable, Hashable, Sendable {
  /// Every amount of the column: an ISO code.
  case fixed(String)
  /// Each row names its own in the text column of this name.
  case column(String)
  /// No row says. Sums over it stay without a sign.
  case unknown
}

/// A step of time that an answer can be cut into.
package enum Grain: String, CaseIterable, Sendable, Comparable {
  case day, week, month, quarter, year

  package static func < (left: Grain, right: Grain) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .day: 0
    case .week: 1
    case .month: 2
    case .quarter: 3
    case .year: 4
    }
  }
}

extension Grain {
  /// As in 按周 and 整月.
  package var chinese: String {
    switch self {
    case .day: "天"
    case .week: "周"
    case .month: "月"
    case .quarter: "季度"
    case .year: "年"
    }
  }

  /// Behind a number: 3 周, 3 个月.
  package var chineseCounted: String {
    switch self {
    case .day, .week, .year: chinese
    case .month, .quarter: "个" + chinese
    }
  }
}
