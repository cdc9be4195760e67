// Days as people list them: ranges, and no year twice.
import KepiColumns
import KepiDiagnostics
import KepiReports

struct DayList {
  let ranges: [ClosedRange<Day>]

  /// - Parameter days: numbers of days, ascending.
  init(_ days: [Int]) {
    var ranges: [ClosedRange<Day>] = []
    for number in days {
      let day = Day(number: number)
      if let last = ranges.last, last.upperBound.advanced(by: 1) == day {
        ranges[ranges.count - 1] = last.lowerBound...day
      } else {
        ranges.append(day...day)
      }
    }
    self.ranges = ranges
  }

  var dayCount: Int { ranges.reduce(0) { $0 + ($1.upperBound - $1.lowerBound + 1) } }

  /// `2026-01-03, 01-04, 02-10 to 02-14`; beyond `limit` ranges the days are counted.
  func phrase(limit: Int = 4) -> Phrase {
    var year: Int?
    var english: [String] = []
    var chinese: [String] = []
    func text(_ day: Day) -> String {
      defer { year = day.year }
      return year == day.year ? String(day.text.dropFirst(5)) : day.text
    }
    for range in ranges.prefix(limit) {
      let first = text(range.lowerBound)
      if range.lowerBound == range.upperBound {
        english.append(first)
        chinese.append(first)
      } else if range.upperBound - range.lowerBound == 1 {
        let second = text(range.upperBound)
        english += [first, second]
        chinese += [first, second]
      } else {
        let last = text(range.upperBound)
        english.append("\(first) to \(last)")
        chinese.append("\(first) 至 \(last)")
      }
    }
    let rest = ranges.dropFirst(limit).reduce(0) { $0 + ($1.upperBound - $1.lowerBound + 1) }
    if rest > 0 {
      english.append(rest == 1 ? "and one day more" : "and \(rest) days more")
      chinese.append("另有 \(rest) 天")
    }
    return Phrase(english.listed(in: .english), zh: chinese.listed(in: .chinese))
  }

  /// For programs: every range, with whole dates.
  var plainText: String {
    ranges.map { Phrase.days($0).english }.joined(separator: ", ")
  }
}
