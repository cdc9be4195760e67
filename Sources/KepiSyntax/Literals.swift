// Numbers and dates from their written form and back.
import KepiDiagnostics

extension DecimalLiteral {
  /// From plain digits as a token holds them: `120_000`, `3.5`, `25%`. `nil` where they are more
  /// than 64 bits hold.
  init?(written: String) {
    var digits: Int64 = 0
    var scale = 0
    var isFraction = false
    var isPercent = false
    for byte in written.utf8 {
      switch byte {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "%"):
        isPercent = true
        scale += 2
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (product, overflowed) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carried) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !overflowed, !carried else { return nil }
        digits = sum
        if isFraction { scale += 1 }
      default: continue
      }
    }
    self.init(digits: digits, scale: scale, isPercent: isPercent)
  }

  /// As the language writes it, without separators.
  package var text: String {
    let places = max(0, isPercent ? scale - 2 : scale)
    var text = String(digits.magnitude)
    if places > 0 {
      text = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
    }
    return (digits < 0 ? "-" : "") + text + (isPercent ? "%" : "")
  }
}

extension DateLiteral {
  /// From the text of a date token. Parts that do not exist are drawn to the nearest that do: the
  /// lexer has reported them.
  init?(written: String) {
    let parts = written.split(separator: "-")
    guard parts.count > 1, let year = Int(parts[0]) else { return nil }
    let letter = parts[1].first.flatMap { $0.isLetter ? String($0) : nil } ?? ""
    guard let first = Int(parts[1].dropFirst(letter.count)) else { return nil }
    let number = min(max(first, 1), Self.limit(year: year, letter: letter))
    switch letter {
    case "W": self = .week(year: year, week: number)
    case "Q": self = .quarter(year: year, quarter: number)
    case "P": self = .patternMonth(year: year, month: number)
    default:
      guard parts.count > 2, let day = Int(parts[2]) else {
        self = .month(year: year, month: number)
        return
      }
      let days = Self.dayCount(year: year, month: number)
      self = .day(year: year, month: number, day: min(max(day, 1), days))
    }
  }

  package var text: String {
    switch self {
    case .day(let year, let month, let day): Self.padded(year: year, letter: "", month, day)
    case .month(let year, let month): Self.padded(year: year, letter: "", month, nil)
    case .week(let year, let week): Self.padded(year: year, letter: "W", week, nil)
    case .quarter(let year, let quarter): Self.padded(year: year, letter: "Q", quarter, nil)
    case .patternMonth(let year, let month): Self.padded(year: year, letter: "P", month, nil)
    }
  }

  static func padded(year: Int, letter: String, _ first: Int, _ second: Int?) -> String {
    let yearText = String(year)
    let two: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
    return String(repeating: "0", count: max(0, 4 - yearText.count)) + yearText + "-" + letter
      + (letter == "Q" ? "\(first)" : two(first)) + (second.map { "-" + two($0) } ?? "")
  }

  /// What is wrong with a date, to follow its text; `nil` where it exists.
  static func problem(year: Int, letter: String, _ first: Int, _ second: Int?) -> Phrase? {
    let limit = limit(year: year, letter: letter)
    if first < 1 || first > limit {
      switch letter {
      case "W":
        return Phrase(
          "is not a week (\(year) has \(limit))", zh: "不是有效的周（\(year) 年有 \(limit) 周）")
      case "Q": return Phrase("is not a quarter (a year has 4)", zh: "不是有效的季度（一年有 4 个）")
      case "P":
        return Phrase(
          "is not a month of a calendar (a year has 12 or 13)",
          zh: "不是日历中的月份（一年有 12 或 13 个）")
      default:
        return second == nil
          ? Phrase("is not a month (a year has 12)", zh: "不是有效的月份（一年有 12 个）")
          : Phrase("is not a day (a year has 12 months)", zh: "不是有效的日期（一年有 12 个月）")
      }
    }
    guard let second else { return nil }
    let days = dayCount(year: year, month: first)
    guard second < 1 || second > days else { return nil }
    return Phrase(
      "is not a day (\(monthNames[first - 1]) \(year) has \(days))",
      zh: "不是有效的日期（\(year) 年 \(first) 月有 \(days) 天）")
  }

  private static func limit(year: Int, letter: String) -> Int {
    switch letter {
    case "W": weekCount(year: year)
    case "Q": 4
    case "P": 13
    default: 12
    }
  }

  static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// ISO weeks: a year has 53 where it begins or ends on a Thursday.
  static func weekCount(year: Int) -> Int {
    let endsOnThursday = weekdayOfLastDay(year) == 4
    let beganOnThursday = weekdayOfLastDay(year - 1) == 3
    return endsOnThursday || beganOnThursday ? 53 : 52
  }

  /// Sunday is 0.
  private static func weekdayOfLastDay(_ year: Int) -> Int {
    year < 1 ? 0 : (year + year / 4 - year / 100 + year / 400) % 7
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
