// The local day of a moment, by rules that ship: the same on every machine.
package import KepiColumns
import KepiDiagnostics

/// A time zone as a list of the moments at which its clock changed or will change. Exact from
/// 2015 to 2037 by the tz database of 2025; the rules of 2037 go on to 2099.
package struct TimeZoneRules: Equatable, Sendable {
  package let name: String
  /// Seconds since 1970-01-01 UTC, ascending; `offsets[i + 1]` holds from `changes[i]`.
  private let changes: [Int64]
  /// Seconds east of UTC. One more than `changes`.
  private let offsets: [Int]

  /// `nil` for a name that is not in the list.
  package init?(named name: String) {
    guard let zone = ZoneTable.zones[name.lowercased()] else { return nil }
    self = zone
  }

  /// Every name that is known, in order.
  package static var names: [String] { ZoneTable.names }

  /// The known name that an unknown one is likely meant for: `Berlin` and `Europe/Berln` are
  /// `Europe/Berlin`.
  package static func name(closestTo word: String) -> String? {
    let place = word.lowercased().split(separator: "/").last ?? ""
    return names.first { $0.lowercased().split(separator: "/").last == place }
      ?? Spelling.closest(to: word, among: names)
  }

  init(name: String, base: Int, changes: [(at: Int64, offset: Int)]) {
    self.name = name
    var moments: [Int64] = []
    var offsets = [base]
    for change in changes.sorted(by: { $0.at < $1.at }) where change.offset != offsets.last {
      moments.append(change.at)
      offsets.append(change.offset)
    }
    self.changes = moments
    self.offsets = offsets
  }

  /// Seconds east of UTC at a moment.
  package func offset(at moment: Int64) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return offsets[low]
  }

  /// The calendar day that a clock of the zone shows at a moment.
  package func day(at moment: Int64) -> Day {
    Day(number: Int((moment + Int64(offset(at: moment))).flooredQuotient(by: 86_400)))
  }

  /// The moment at which a clock of the zone shows the time given as seconds since 1970-01-01
  /// on that clock. A time that the clock shows twice is the first; one that it skips counts from
  /// before the change.
  package func moment(ofLocal local: Int64) -> Int64 {
    // The offset before and after any change near by; they lie less than a day away.
    let before = offset(at: local - 86_400)
    let first = local - Int64(before)
    if offset(at: first) == before { return first }
    let after = offset(at: local + 86_400)
    let second = local - Int64(after)
    return offset(at: second) == after ? second : first
  }
}

extension Int64 {
  func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
