// Typed answers: what counts as right, and what a wrong one is told. To add a case, add a row.
import KepiLessons
import Testing

struct GraderTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let typed: String
    let key: AnswerKey
    var mistakes: [AnswerKey] = []
    let verdict: Verdict
    var testDescription: String { "\(typed) for \(key)" }

    init(_ typed: String, _ key: AnswerKey, _ mistakes: [AnswerKey] = [], _ verdict: Verdict) {
      self.typed = typed
      self.key = key
      self.mistakes = mistakes
      self.verdict = verdict
    }
  }

  private static func number(_ value: Double) -> AnswerKey {
    .number(value, isPercent: false, currency: nil)
  }
  private static func percent(_ value: Double) -> AnswerKey {
    .number(value, isPercent: true, currency: nil)
  }
  private static func euros(_ value: Double) -> AnswerKey {
    .number(value, isPercent: false, currency: "EUR")
  }
  private static let acos = percent(0.24616875)
  private static let mean = percent(0.24904)
  private static let stores = AnswerKey.words(["Pacific"])
  private static let options = AnswerKey.choice(["the period", "the scope", "时段"], right: [1])

  @Test(arguments: [
    // Percentages and fractions, with a dot or a comma, as far as they were typed.
    Row("24.6 %", acos, [mean], .right), Row("24.6", acos, [mean], .right),
    Row("24,6%", acos, [mean], .right), Row("0.246", acos, [mean], .right),
    Row("0,2462", acos, [mean], .right), Row("24.617%", acos, [mean], .right),
    Row("２４.６％", acos, [mean], .right), Row("约 24.6%", acos, [mean], .right),
    Row("25%", acos, [mean], .right), Row("24.6 percent", acos, [mean], .right),
    Row("24.9%", acos, [mean], .mistake(0)), Row("0.249", acos, [mean], .mistake(0)),
    Row("24.7", acos, [mean], .wrong), Row("2.46", acos, [mean], .wrong),
    Row("0.5", percent(0.005), [percent(0.5)], .ambiguous),
    Row("0.5%", percent(0.005), [percent(0.5)], .right),
    Row("50%", percent(0.005), [percent(0.5)], .mistake(0)),
    Row("252.2%", number(2.5216), [], .right),
    // Money, in every notation.
    Row("1234.5", euros(1234.5), [], .right), Row("1,234.50", euros(1234.5), [], .right),
    Row("1.234,50 €", euros(1234.5), [], .right), Row("€1 234,50", euros(1234.5), [], .right),
    Row("1'234.50 EUR", euros(1234.5), [], .right), Row("1234.5 欧元", euros(1234.5), [], .right),
    Row("1235", euros(1234.6), [], .right), Row("1,235", euros(1234.6), [], .right),
    Row("-75.34", euros(-75.34), [], .right), Row("-€75.34", euros(-75.34), [], .right),
    Row("−75,34", euros(-75.34), [], .right), Row("75.34", euros(-75.34), [], .wrong),
    Row("1234.50 $", euros(1234.5), [], .otherCurrency("EUR")),
    Row("1.2万", number(12_000), [], .right), Row("12k", number(12_000), [], .right),
    Row("1,234", number(1.234), [], .right), Row("1,234", number(1234), [], .right),
    // Counts and days, with their units.
    Row("156", number(156), [], .right), Row("156 单", number(156), [], .right),
    Row("156 orders", number(156), [], .right), Row("157", number(156), [], .wrong),
    Row("47.8 天", number(47.7778), [], .right), Row("48 days", number(47.7778), [], .right),
    Row("0", number(0), [], .right), Row("0", number(0.4), [], .tooRough),
    Row("3", number(2.5216), [], .tooRough), Row("2.5", number(2.5216), [], .right),
    Row("1,2,3", number(123), [], .unread), Row("", number(1), [], .unread),
    Row("acos by store", number(1), [], .unread), Row("1e99", number(1), [], .unread),
    Row(String(repeating: "9", count: 500), number(1), [], .unread),
    Row("%", number(1), [], .unread), Row("€", euros(1), [], .unread),
    Row("..,,", number(1), [], .unread), Row("-", number(1), [], .unread),
    // Words.
    Row("pacific", stores, [], .right), Row(" Pacific. ", stores, [], .right),
    Row("“Pacific”", stores, [], .right), Row("Nord", stores, [.words(["Nord"])], .mistake(0)),
    Row("Nord", stores, [], .unread),
    Row("yes", .truth(true), [], .right), Row("Y", .truth(true), [], .right),
    Row("是", .truth(true), [], .right), Row("没有", .truth(true), [], .wrong),
    Row("no", .truth(false), [], .right), Row("maybe", .truth(false), [], .unread),
    // Choices.
    Row("b", options, [], .right), Row("B)", options, [], .right), Row("(b)", options, [], .right),
    Row("2", options, [], .right), Row("the scope", options, [], .right),
    Row("the sc", options, [], .right), Row("the", options, [], .unread),
    Row("a", options, [], .otherOption(0)), Row("时段", options, [], .otherOption(2)),
    Row("d", options, [], .unread),
  ])
  func verdicts(_ row: Row) {
    #expect(Grader.grade(row.typed, for: row.key, mistakes: row.mistakes) == row.verdict)
  }

  @Test func resultsAreSafeForSpreadsheetsAndPrograms() {
    let result = LessonResult(
      lesson: "acos", question: 2, prompt: "What is\nit?", typed: "=1+1", outcome: .wrong,
      meaning: "a \"mean\", no more", attempt: 1, wanted: "24.6 %")
    #expect(
      result.line(as: .csv)
        == "acos,2,1,wrong,'=1+1,24.6 %,\"a \"\"mean\"\", no more\",What is it?\n")
    #expect(
      result.line(as: .ndjson)
        == "{\"lesson\":\"acos\",\"question\":2,\"attempt\":1,\"outcome\":\"wrong\","
        + "\"typed\":\"=1+1\",\"wanted\":\"24.6 %\",\"meaning\":\"a \\\"mean\\\", no more\","
        + "\"prompt\":\"What is it?\"}\n")
  }
}
