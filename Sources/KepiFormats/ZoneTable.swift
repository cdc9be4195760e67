// The time zones that ship: standard times, and when clocks change.
import KepiColumns

enum ZoneTable {
  /// By name in lower case.
  static let zones: [String: TimeZoneRules] = {
    var zones: [String: TimeZoneRules] = [:]
    for (rule, groups) in groups {
      for (hours, names) in groups {
        let base = Int(hours * 3600)
        let changes = rule.changes(standard: base)
        for name in names.split(separator: " ") {
          zones[name.lowercased()] = TimeZoneRules(
            name: String(name), base: base, changes: changes)
        }
      }
    }
    return zones
  }()

  static let names: [String] = zones.values.map(\.name).sorted()

  private static let groups: [(Rule, [(hours: Double, names: String)])] = [
    (
      .none,
      [
        (0, "UTC Etc/UTC GMT Etc/GMT Atlantic/Reykjavik Africa/Accra"),
        (1, "Africa/Lagos Africa/Algiers Africa/Tunis"),
        (2, "Africa/Johannesburg Africa/Maputo"), (3, "Africa/Nairobi Asia/Riyadh Asia/Kuwait"),
        (3, "Asia/Qatar Asia/Bahrain Asia/Baghdad Europe/Minsk Europe/Moscow"),
        (4, "Asia/Dubai Asia/Muscat"), (5, "Asia/Karachi Asia/Tashkent"),
        (5.5, "Asia/Kolkata Asia/Calcutta Asia/Colombo"), (6, "Asia/Dhaka"),
        (7, "Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh Asia/Saigon"),
        (8, "Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Singapore Asia/Kuala_Lumpur"),
        (8, "Asia/Manila Asia/Macau Asia/Chongqing PRC Australia/Perth"),
        (9, "Asia/Tokyo Asia/Seoul Japan"), (9.5, "Australia/Darwin"),
        (10, "Australia/Brisbane"), (-10, "Pacific/Honolulu"), (-7, "America/Phoenix MST"),
        (-6, "America/Regina America/Costa_Rica America/Guatemala"),
        (-5, "America/Bogota America/Lima America/Panama EST"),
        (-4, "America/Puerto_Rico America/La_Paz"), (-3, "America/Argentina/Buenos_Aires"),
      ]
    ),
    (
      .unitedStates,
      [
        (-3.5, "America/St_Johns"), (-4, "America/Halifax Atlantic/Bermuda"),
        (-5, "America/New_York America/Toronto America/Detroit US/Eastern EST5EDT"),
        (-6, "America/Chicago America/Winnipeg US/Central CST6CDT"),
        (-7, "America/Denver America/Edmonton America/Boise US/Mountain MST7MDT"),
        (-8, "America/Los_Angeles America/Vancouver America/Tijuana US/Pacific PST8PDT"),
        (-9, "America/Anchorage"),
      ]
    ),
    (
      .europe,
      [
        (0, "Europe/London Europe/Dublin Europe/Lisbon Europe/Belfast GB WET"),
        (1, "Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Amsterdam"),
        (1, "Europe/Brussels Europe/Vienna Europe/Zurich Europe/Stockholm Europe/Copenhagen"),
        (1, "Europe/Oslo Europe/Warsaw Europe/Prague Europe/Budapest Europe/Luxembourg"),
        (1, "Europe/Bratislava Europe/Ljubljana Europe/Zagreb Europe/Belgrade Europe/Malta"),
        (1, "Europe/Monaco Europe/Andorra Europe/Sarajevo Europe/Skopje Europe/Tirane CET MET"),
        (2, "Europe/Helsinki Europe/Athens Europe/Bucharest Europe/Sofia Europe/Vilnius"),
        (2, "Europe/Riga Europe/Tallinn Europe/Kiev Europe/Kyiv Asia/Nicosia EET"),
      ]
    ),
    (
      .australia, [(10, "Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Canberra")]
    ),
    (.australia, [(9.5, "Australia/Adelaide")]),
    (.newZealand, [(12, "Pacific/Auckland NZ")]),
    (.mexico, [(-6, "America/Mexico_City America/Monterrey America/Merida")]),
    (.brazil, [(-3, "America/Sao_Paulo")]),
    (.turkey, [(2, "Europe/Istanbul Asia/Istanbul Turkey")]),
    (.egypt, [(2, "Africa/Cairo Egypt")]),
  ]

  /// When the clocks of a group of zones change.
  private enum Rule {
    case none, unitedStates, europe, australia, newZealand, mexico, brazil, turkey, egypt

    /// From 2010 on, so that days before 2015 are mostly right as well.
    private static let years = 2010...2099

    func changes(standard: Int) -> [(at: Int64, offset: Int)] {
      let summer = standard + 3600
      var changes: [(at: Int64, offset: Int)] = []
      /// A change at a time that the clock in force shows.
      func change(_ day: Day, _ seconds: Int, clock: Int, to offset: Int) {
        changes.append((Int64(day.number) * 86_400 + Int64(seconds - clock), offset))
      }
      for year in Self.years {
        switch self {
        case .none: break
        case .unitedStates:
          change(.nth(2, .sunday, year, 3), 7200, clock: standard, to: summer)
          change(.nth(1, .sunday, year, 11), 7200, clock: summer, to: standard)
        case .europe:
          change(.last(.sunday, year, 3), 3600, clock: 0, to: summer)
          change(.last(.sunday, year, 10), 3600, clock: 0, to: standard)
        case .australia:
          change(.nth(1, .sunday, year, 4), 7200, clock: standard, to: standard)
          change(.nth(1, .sunday, year, 10), 7200, clock: standard, to: summer)
        case .newZealand:
          change(.nth(1, .sunday, year, 4), 7200, clock: standard, to: standard)
          change(.last(.sunday, year, 9), 7200, clock: standard, to: summer)
        case .mexico:
          // Summer time ended for good in October 2022.
          guard year <= 2022 else { break }
          change(.nth(1, .sunday, year, 4), 7200, clock: standard, to: summer)
          change(.last(.sunday, year, 10), 7200, clock: summer, to: standard)
        case .brazil:
          // Ended for good in February 2019. Carnival moved it in 2012 and 2015, an election in
          // 2018.
          guard year <= 2019 else { break }
          let end: Day =
            year == 2012 || year == 2015
            ? .nth(4, .sunday, year, 2) : .nth(3, .sunday, year, 2)
          change(end, 0, clock: summer, to: standard)
          guard year <= 2018 else { break }
          let start: Day =
            year == 2018 ? .nth(1, .sunday, year, 11) : .nth(3, .sunday, year, 10)
          change(start, 0, clock: standard, to: summer)
        case .turkey:
          // On summer time since March 2016; in 2015 the end waited for an election.
          guard year <= 2016 else { break }
          change(.last(.sunday, year, 3), 3600, clock: 0, to: summer)
          guard year <= 2015 else { break }
          let end: Day =
            year == 2015 ? .nth(2, .sunday, year, 11) : .last(.sunday, year, 10)
          change(end, 3600, clock: 0, to: standard)
        case .egypt:
          // Back since 2023: from the last Friday of April to the end of October's last Thursday.
          guard year >= 2023 else { break }
          change(.last(.friday, year, 4), 0, clock: standard, to: summer)
          change(.last(.thursday, year, 10).advanced(by: 1), 0, clock: summer, to: standard)
        }
      }
      return changes
    }
  }
}

extension Day {
  fileprivate enum Weekday: Int { case thursday = 4, friday = 5, sunday = 7 }

  fileprivate static func nth(_ n: Int, _ weekday: Weekday, _ year: Int, _ month: Int) -> Day {
    let first = firstDay(year, month)
    return first.advanced(by: (weekday.rawValue - first.weekday + 7) % 7 + 7 * (n - 1))
  }

  fileprivate static func last(_ weekday: Weekday, _ year: Int, _ month: Int) -> Day {
    let last = firstDay(year, month).advanced(by: Day.count(ofMonth: month, year: year) - 1)
    return last.advanced(by: -((last.weekday - weekday.rawValue + 7) % 7))
  }

  private static func firstDay(_ year: Int, _ month: Int) -> Day {
    guard let day = Day(year: year, month: month, day: 1) else {
      preconditionFailure("every month has a first day")
    }
    return day
  }
}
