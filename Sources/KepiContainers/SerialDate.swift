// Days as spreadsheets count them, as dates of the calendar.
import KepiColumns

struct SerialDate {
  /// `2026-08-01`, with `T14:05:00` where it is not midnight; less than a day is `14:05:00`.
  let text: String

  /// `nil` where no day of the years 1900 to 9999 is meant. `isDuration` says that hours go beyond
  /// a day.
  init?(_ digits: [UInt8], from1904: Bool, isDuration: Bool) {
    guard let serial = Double(String(decoding: digits, as: UTF8.self)), serial >= 0,
      serial < 2_958_466
    else { return nil }
    // Fractions of a day are rounded to seconds: 0.1 of one is not exact in binary.
    let seconds = Int((serial * 86_400).rounded())
    let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let clock = Self.clock(second)
    if isDuration || days == 0 {
      text = Self.two(seconds / 3600) + clock.dropFirst(2)
      return
    }
    let first: Day?
    if from1904 {
      first = Day(year: 1904, month: 1, day: 1)
    } else {
      // Day 60 is a 29 February 1900 that never was: before it the count is one behind.
      first = Day(year: 1899, month: 12, day: days < 60 ? 31 : 30)
    }
    guard let first else { return nil }
    let day = first.advanced(by: days)
    text = second == 0 ? day.text : day.text + "T" + clock
  }

  private static func clock(_ second: Int) -> String {
    "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
