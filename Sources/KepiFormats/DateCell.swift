// One cell that holds a day, a moment or a range of days, read as far as it says what it means.
import KepiColumns

struct DateCell: Equatable, Sendable {
  enum Date: Equatable, Sendable {
    case day(Day)
    /// Two numbers and a year: which is the month, the column or the site has to say.
    case numbers(first: Int, second: Int, year: Int)
  }

  let date: Date
  /// The last day of a range.
  var last: Date?
  /// The time of day, where there is one.
  var secondOfDay: Int?
  /// Seconds east of UTC, where the cell says so.
  var offset: Int?

  /// `nil` where the text is neither. Blanks around it have been removed.
  init?(_ text: String) { self.init(Array(text.utf8)) }

  init?(_ bytes: [UInt8]) {
    guard (6...80).contains(bytes.count), bytes.contains(where: \.isDigit) else { return nil }
    if let cell = Parser.wholeCell(bytes) {
      self = cell
      return
    }
    // `Nov 09, 2025 - Nov 27, 2025`
    for dash in [" - ", " – ", " — ", " to ", " ~ ", "～"] {
      let dash = Array(dash.utf8)
      guard let start = bytes.firstIndex(of: dash) else { continue }
      guard let first = Parser.wholeCell(bytes[..<start]), first.secondOfDay == nil,
        let last = Parser.wholeCell(bytes[(start + dash.count)...]), last.secondOfDay == nil
      else { return nil }
      self = DateCell(date: first.date, last: last.date)
      return
    }
    return nil
  }

  /// A month as a whole: `2026-02`, `Sep-25`, `February 2026`, and `25-Jan`, which spreadsheets make
  /// of `2025-01`.
  init?(month text: String) {
    let parts = text.split { "-/ .".contains($0) }
    guard parts.count == 2 else { return nil }
    let year: Substring
    let month: Int
    if let named = months[parts[0].lowercased()] {
      (year, month) = (parts[1], named)
    } else if let named = months[parts[1].lowercased()] {
      (year, month) = (parts[0], named)
    } else if parts[0].utf8.count == 4, let number = Int(parts[1]) {
      (year, month) = (parts[0], number)
    } else if parts[1].utf8.count == 4, let number = Int(parts[0]) {
      (year, month) = (parts[1], number)
    } else {
      return nil
    }
    guard let written = Int(year), year.utf8.count == 4 || year.utf8.count == 2 else { return nil }
    let number = year.utf8.count == 4 ? written : written + 2000
    guard let first = Day(year: number, month: month, day: 1),
      let next = Day(year: month == 12 ? number + 1 : number, month: month % 12 + 1, day: 1)
    else { return nil }
    self.init(date: .day(first), last: .day(next.advanced(by: -1)))
  }

  /// `20251118-20260117`, as names of files have it.
  init?(compactRange text: String) {
    let parts = text.split(separator: "-")
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 8 }),
      let first = DateCell(String(parts[0])), let last = DateCell(String(parts[1]))
    else { return nil }
    self.init(date: first.date, last: last.date)
  }

  private init(date: Date, last: Date? = nil, secondOfDay: Int? = nil, offset: Int? = nil) {
    self.date = date
    self.last = last
    self.secondOfDay = secondOfDay
    self.offset = offset
  }

  private struct Parser {
    let bytes: ArraySlice<UInt8>
    var index: Int

    static func wholeCell(_ bytes: [UInt8]) -> DateCell? { wholeCell(bytes[...]) }

    static func wholeCell(_ bytes: ArraySlice<UInt8>) -> DateCell? {
      var parser = Parser(bytes: bytes, index: bytes.startIndex)
      guard let date = parser.date() else { return nil }
      guard !parser.isAtEnd else { return DateCell(date: date) }
      guard parser.skipTimeMark(), let second = parser.time() else { return nil }
      parser.skipBlanks()
      guard !parser.isAtEnd else { return DateCell(date: date, secondOfDay: second) }
      guard let offset = parser.offset(), parser.isAtEnd else { return nil }
      return DateCell(date: date, secondOfDay: second, offset: offset)
    }

    var isAtEnd: Bool { index >= bytes.endIndex }
    var current: UInt8 { isAtEnd ? 0 : bytes[index] }

    /// Blanks, and those that do not break a line.
    mutating func skipBlanks() {
      while true {
        if current == 0x20 {
          index += 1
        } else if !take("\u{A0}"), !take("\u{202F}") {
          return
        }
      }
    }

    mutating func take(_ byte: UInt8) -> Bool {
      guard current == byte else { return false }
      index += 1
      return true
    }

    mutating func take(_ text: String) -> Bool {
      guard bytes[index...].starts(with: text.utf8) else { return false }
      index += text.utf8.count
      return true
    }

    /// A number and how many digits it was written with.
    mutating func number(atMost limit: Int) -> (value: Int, digits: Int)? {
      var value = 0
      var digits = 0
      while current.isDigit, digits < limit {
        value = value * 10 + Int(current - 0x30)
        digits += 1
        index += 1
      }
      return digits > 0 && !current.isDigit ? (value, digits) : nil
    }

    mutating func word() -> String? {
      let start = index
      while current.isASCIILetter || current >= 0x80 { index += 1 }
      return start == index ? nil : String(decoding: bytes[start..<index], as: UTF8.self)
    }

    mutating func date() -> Date? {
      if current.isDigit { return dateFromNumber() }
      guard let name = word()?.lowercased() else { return nil }
      // `Thu, 5 Feb 2026`
      if weekdays.contains(name), take(UInt8(ascii: ",")) {
        skipBlanks()
        return current.isDigit ? dateFromNumber() : date()
      }
      // `Mar 10, 2025`
      guard let month = months[name] else { return nil }
      _ = take(UInt8(ascii: "."))
      // `Sep-30-26`
      let isDashed = take(UInt8(ascii: "-"))
      skipBlanks()
      guard let day = number(atMost: 2)?.value else { return nil }
      if isDashed {
        guard take(UInt8(ascii: "-")), let year = number(atMost: 4), [2, 4].contains(year.digits)
        else { return nil }
        return Day(year: year.value + (year.digits == 2 ? 2000 : 0), month: month, day: day)
          .map(Date.day)
      }
      _ = take(UInt8(ascii: ","))
      skipBlanks()
      guard let year = number(atMost: 4), year.digits == 4 else { return nil }
      return Day(year: year.value, month: month, day: day).map(Date.day)
    }

    private mutating func dateFromNumber() -> Date? {
      guard let first = number(atMost: 8) else { return nil }
      if first.digits == 8 {
        return Day(
          year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100
        ).map(Date.day)
      }
      if first.digits == 4, take("年") {
        guard let month = number(atMost: 2)?.value, take("月"),
          let day = number(atMost: 2)?.value, take("日")
        else { return nil }
        return Day(year: first.value, month: month, day: day).map(Date.day)
      }
      let mark = current
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      let isMark =
        mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".")
      guard isMark, next.isDigit else { return dateFromDayAndName(first) }
      index += 1
      guard let second = number(atMost: 2), take(mark), let third = number(atMost: 4) else {
        return nil
      }
      if first.digits == 4 {
        guard third.digits <= 2 else { return nil }
        return Day(year: first.value, month: second.value, day: third.value).map(Date.day)
      }
      guard first.digits <= 2, third.digits == 2 || third.digits == 4 else { return nil }
      let year = third.digits == 4 ? third.value : third.value + (third.value < 70 ? 2000 : 1900)
      // Nobody writes the month first between dots.
      if mark == UInt8(ascii: ".") {
        return Day(year: year, month: second.value, day: first.value).map(Date.day)
      }
      guard (1...31).contains(first.value), (1...31).contains(second.value),
        first.value <= 12 || second.value <= 12
      else { return nil }
      return .numbers(first: first.value, second: second.value, year: year)
    }

    /// `10 Mar 2025`, `10. März 2025`, `10-Mar-2025`.
    private mutating func dateFromDayAndName(_ day: (value: Int, digits: Int)) -> Date? {
      guard day.digits <= 2 else { return nil }
      _ = take(UInt8(ascii: "."))
      if !take(UInt8(ascii: "-")) { skipBlanks() }
      guard let name = word(), let month = months[name.lowercased()] else { return nil }
      _ = take(UInt8(ascii: "."))
      if !take(UInt8(ascii: "-")) {
        _ = take(UInt8(ascii: ","))
        skipBlanks()
      }
      guard let year = number(atMost: 4), year.digits == 4 else { return nil }
      return Day(year: year.value, month: month, day: day.value).map(Date.day)
    }

    mutating func skipTimeMark() -> Bool {
      if take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) { return true }
      _ = take(UInt8(ascii: ","))
      let start = index
      skipBlanks()
      return index > start
    }

    /// Seconds since midnight.
    mutating func time() -> Int? {
      guard let hour = number(atMost: 2)?.value, take(UInt8(ascii: ":")),
        let minute = number(atMost: 2), minute.digits == 2, minute.value < 60
      else { return nil }
      var second = 0
      if take(UInt8(ascii: ":")) {
        guard let written = number(atMost: 2), written.value <= 60 else { return nil }
        second = written.value
        if take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) {
          guard number(atMost: 12) != nil else { return nil }
        }
      }
      var hours = hour
      let beforeHalf = index
      skipBlanks()
      if let half = halfOfDay() {
        guard (1...12).contains(hour) else { return nil }
        hours = hour % 12 + half * 12
      } else {
        index = beforeHalf
      }
      guard hours < 24 || (hours == 24 && minute.value == 0 && second == 0) else { return nil }
      return hours * 3600 + minute.value * 60 + min(second, 59)
    }

    /// 0 for `AM`, `a.m.`, 1 for `pm`, `p. m.`; `nil` where neither follows.
    private mutating func halfOfDay() -> Int? {
      let half: Int
      switch current | 0x20 {
      case UInt8(ascii: "a"): half = 0
      case UInt8(ascii: "p"): half = 1
      default: return nil
      }
      index += 1
      if take(UInt8(ascii: ".")) { skipBlanks() }
      guard current | 0x20 == UInt8(ascii: "m") else { return nil }
      index += 1
      _ = take(UInt8(ascii: "."))
      return half
    }

    /// `Z`, `+01:00`, `-0700`, `UTC`, `PDT`.
    mutating func offset() -> Int? {
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") {
        return numericOffset()
      }
      guard let name = word(), let hours = zoneHours[name.uppercased()] else { return nil }
      // `UTC+2`
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { return numericOffset() }
      return Int(hours * 3600)
    }

    private mutating func numericOffset() -> Int? {
      let sign = current == UInt8(ascii: "-") ? -1 : 1
      index += 1
      guard let first = number(atMost: 4) else { return nil }
      var minutes = first.digits > 2 ? first.value / 100 * 60 + first.value % 100 : first.value * 60
      if first.digits <= 2, take(UInt8(ascii: ":")) {
        guard let second = number(atMost: 2), second.digits == 2 else { return nil }
        minutes += second.value
      }
      return minutes <= 15 * 60 ? sign * minutes * 60 : nil
    }
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}

extension [UInt8] {
  fileprivate func firstIndex(of word: [UInt8]) -> Int? {
    guard count >= word.count else { return nil }
    return (0...count - word.count).first { self[$0..<$0 + word.count] == word[...] }
  }
}

/// In the languages of the marketplaces, in full and as consoles shorten them.
private let months: [String: Int] = {
  let names = [
    "january jan januar jän januari janvier janv gennaio gen enero ene stycznia sty",
    "february feb februar febr februari février févr febbraio febrero lutego lut",
    "march mar märz mär mrz maart mrt mars marzo marca",
    "april apr avril avr aprile abril abr kwietnia kwi",
    "may mai mei maj maggio mag mayo maja",
    "june jun juni juin giugno giu junio czerwca cze",
    "july jul juli juil juillet luglio lug julio lipca lip",
    "august aug augusti augustus août agosto ago sierpnia sie",
    "september sep sept septembre settembre set septiembre września wrz",
    "october oct oktober okt octobre ottobre ott octubre października paź",
    "november nov novembre noviembre listopada lis",
    "december dec dezember dez décembre déc dicembre dic diciembre grudnia gru",
  ]
  var months: [String: Int] = [:]
  for (index, words) in names.enumerated() {
    for word in words.split(separator: " ") { months[String(word)] = index + 1 }
  }
  return months
}()

private let weekdays: Set<String> = [
  "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
  "friday", "saturday", "sunday",
]

/// The zones that exports name in their cells. Only names with one meaning there.
private let zoneHours: [String: Double] = [
  "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "PST": -8, "PDT": -7, "MST": -7, "MDT": -6, "CST": -6,
  "CDT": -5, "EST": -5, "EDT": -4, "JST": 9, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "BST": 1,
  "EET": 2, "EEST": 3, "AEST": 10, "AEDT": 11, "SGT": 8, "SAST": 2, "BRT": -3, "GST": 4,
]

// MARK: Columns of dates

/// How the bare numbers of a column of dates are to be read.
enum DayOrder: Equatable, Sendable {
  case dayFirst, monthFirst

  /// What the cells of a column say by themselves: a number above 12, then which reading makes the
  /// days lie close together. `nil` where they do not say, or contradict each other.
  init?(evidenceOf dates: some Sequence<DateCell.Date>) {
    var high = (first: 0, second: 0)
    var byDay: Set<Int> = []
    var byMonth: Set<Int> = []
    for case .numbers(let first, let second, let year) in dates {
      if first > 12 { high.first += 1 }
      if second > 12 { high.second += 1 }
      if let day = Day(year: year, month: second, day: first) { byDay.insert(day.number) }
      if let day = Day(year: year, month: first, day: second) { byMonth.insert(day.number) }
    }
    switch (high.first, high.second) {
    case (1..., 0): self = .dayFirst
    case (0, 1...): self = .monthFirst
    case (0, 0):
      guard byDay.count > 1, let firstByDay = byDay.min(), let lastByDay = byDay.max(),
        let firstByMonth = byMonth.min(), let lastByMonth = byMonth.max()
      else { return nil }
      let dayFirst = lastByDay - firstByDay
      let monthFirst = lastByMonth - firstByMonth
      // Days of one report follow one another; read the wrong way they lie months apart.
      if dayFirst * 3 < monthFirst {
        self = .dayFirst
      } else if monthFirst * 3 < dayFirst {
        self = .monthFirst
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// What the zones of moments say, where nothing else does: those of Europe are written with the
  /// day first, those of America's west coast with the month. `nil` where there are others or none.
  init?(zonesOf cells: some Sequence<DateCell>) {
    let hours = Set(cells.compactMap { $0.offset.map { Double($0) / 3600 } })
    guard !hours.isEmpty else { return nil }
    if hours.isSubset(of: [1, 2]) {
      self = .dayFirst
    } else if hours.isSubset(of: [-8, -7]) {
      self = .monthFirst
    } else {
      return nil
    }
  }
}

extension DateCell.Date {
  /// `nil` where there is no such day, or the order is needed and not known.
  func day(order: DayOrder?) -> Day? {
    switch self {
    case .day(let day): return day
    case .numbers(let first, let second, let year):
      switch order {
      case .dayFirst: return Day(year: year, month: second, day: first)
      case .monthFirst: return Day(year: year, month: first, day: second)
      case nil: return first == second ? Day(year: year, month: first, day: second) : nil
      }
    }
  }
}
