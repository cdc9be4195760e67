// `calendar`: years that begin on another day, months of whole weeks.
import KepiColumns
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

extension CalendarRules {
  private static let properties = [
    "doc", "label", "pattern", "week_start", "year_named", "year_start",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The properties of `calendar NAME { … }`; what cannot be read is reported and left out.
  init(_ block: [PropertySyntax], firstWeekday: Int, reporting diagnostics: inout [Diagnostic]) {
    var firstWeekday = firstWeekday
    var yearStart = YearStart.on(month: 1, day: 1)
    var pattern: [Int]?
    var yearName = YearName.start
    for property in block {
      guard case .values(let phrases) = property.form, let phrase = phrases.first else { continue }
      let example: Phrase
      switch property.name.key {
      case "week_start":
        if let name = phrase.soleName, let place = Self.weekdays.firstIndex(of: name.key) {
          firstWeekday = place + 1
          continue
        }
        example = Phrase(asWritten: "week_start: sunday")
      case "year_start":
        if let text = phrase.soleString, let start = Self.yearStart(text) {
          yearStart = start
          continue
        }
        example = Phrase(
          "year_start: \"04-01\" or \"nearest monday to 02-01\"",
          zh: "year_start: \"04-01\" 或 \"nearest monday to 02-01\"")
      case "pattern":
        if let text = phrase.soleString, let weeks = Self.weeks(text) {
          pattern = weeks
          continue
        }
        example = Phrase(asWritten: "pattern: \"4-4-5\"")
      case "year_named":
        if let name = phrase.soleName, let named = YearName(rawValue: name.key) {
          yearName = named
          continue
        }
        example = Phrase("year_named: start or end", zh: "year_named: start 或 end")
      case "doc", "label": continue
      default:
        diagnostics.append(
          Problem.unknownProperty(property.name, known: Self.properties).diagnostic)
        continue
      }
      diagnostics.append(
        Problem.badProperty(property.name, phrase.span, wants: example).diagnostic)
    }
    // Months of whole weeks need years of whole weeks: those begin on the first day of a week.
    if pattern != nil, case .on(let month, let day) = yearStart {
      yearStart = .nearest(weekday: firstWeekday, month: month, day: day)
    }
    self.init(
      firstWeekday: firstWeekday, yearStart: yearStart, pattern: pattern, yearName: yearName)
  }

  /// `04-01`, or `nearest monday to 02-01`.
  private static func yearStart(_ text: String) -> YearStart? {
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard let last = words.last, let (month, day) = monthAndDay(last) else { return nil }
    if words.count == 1 { return .on(month: month, day: day) }
    guard words.count == 4, words[0] == "nearest", words[2] == "to",
      let weekday = weekdays.firstIndex(of: words[1])
    else { return nil }
    return .nearest(weekday: weekday + 1, month: month, day: day)
  }

  private static func monthAndDay(_ text: String) -> (Int, Int)? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    // 29 February is no day that every year has.
    guard parts.count == 2, Day(year: 2001, month: parts[0], day: parts[1]) != nil else {
      return nil
    }
    return (parts[0], parts[1])
  }

  /// Thirteen weeks a quarter.
  private static func weeks(_ text: String) -> [Int]? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 && parts.reduce(0, +) == 13 && parts.allSatisfy { $0 > 0 } ? parts : nil
  }
}
