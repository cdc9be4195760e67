// A week of one store in the forms its reports have, in any order and overlap, gives the answers that
// its clean files give.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Synchronization
import Testing

struct StoreWeekTests {
  /// A file as someone has it in the folder, and what `load` is told of it.
  private struct Download {
    let path: String
    let bytes: [UInt8]
    let site: String?
  }

  private static let reports: [WeekReport] = [
    .salesByDate, .searchTerms, .campaigns, .orders,
  ]

  private static let questions = """
    ordered_product_sales, units_ordered, sessions by day
    ad_spend, clicks, ad_sales, acos by day
    ad_spend, ad_orders by campaign
    sum(ads_by_search_term.spend) as spend by search_term, day
    gross_sales, orders, units by day, sku
    settlement_amount, rows(transactions) as lines by fee_group
    sum(transactions.amount) as amount by day, amount_description
    settlement_amount by sku where site = "DE"
    """

  // MARK: Downloads

  private static func downloads(
    _ report: WeekReport, _ form: WeekReport.Form, _ days: ClosedRange<Int>, _ number: Int
  ) -> [Download] {
    form.files(days).map { file in
      Download(
        path: "\(number)-\(form.name)", bytes: file.bytes,
        site: file.fixed["site"] == nil ? nil : "DE")
    }
  }

  /// One text of each report.
  private static var clean: [Download] {
    reports.enumerated().flatMap { number, report in
      downloads(report, report.forms[0], WeekReport.days, number)
    } + [
      Download(
        path: "transactions.csv", bytes: LocaleTests.bytes(0, 2...8, .text) ?? [], site: nil)
    ]
  }

  /// Two halves that meet or overlap, and some more of any stretch.
  private static func stretches(
    of days: ClosedRange<Int>, _ upTo: (Int) -> Int
  ) -> [ClosedRange<Int>] {
    let (first, last) = (days.lowerBound, days.upperBound)
    let cut = first + upTo(days.count)
    var stretches = [first...cut, max(first, cut - upTo(3))...last]
    for _ in 0..<upTo(3) {
      let start = first + upTo(days.count)
      stretches.append(start...start + upTo(last - start + 1))
    }
    return stretches
  }

  // MARK: Answers

  private static func answers(_ downloads: [Download]) -> (text: String, status: Int32) {
    var options = SessionOptions()
    options.format = .csv
    options.readsInit = false
    let contents = Dictionary(uniqueKeysWithValues: downloads.map { ($0.path, $0.bytes) })
    let access = FileAccess(
      read: { path throws(FileAccess.Failure) in
        guard let bytes = contents[path] else {
          throw FileAccess.Failure(Phrase("is not there", zh: "不存在"))
        }
        return bytes
      },
      list: { _ throws(FileAccess.Failure) in contents.keys.sorted() },
      kind: { path in contents[path] == nil ? nil : .file }, diskPath: { _ in nil })
    let (output, messages) = (SharedText(), SharedText())
    let session = Session(
      options: options,
      streams: SessionStreams(
        output: { output.add($0) }, errors: { messages.add($0) }, terminalColumns: nil),
      files: access)
    var script = ""
    for download in downloads {
      let site = download.site.map { ", site = \"\($0)\"" } ?? ""
      script += "load \"\(download.path)\" with store = \"Nord\"\(site)\n"
    }
    _ = session.start(paths: [], statements: [])
    let outcome = session.run(script + questions, named: "week.kepi", isInteractive: false)
    session.finish()
    return (output.text + (outcome == .success ? "" : messages.text), outcome.rawValue)
  }

  private final class SharedText: Sendable {
    private let content = Mutex("")
    var text: String { content.withLock { $0 } }
    func add(_ more: String) { content.withLock { $0 += more } }
  }

  @Test func theCleanWeekHasAnswers() {
    let (text, status) = Self.answers(Self.clean)
    #expect(status == 0, "\(text)")
    // Each question has a table with lines, and none of it is blank throughout.
    let tables = text.split(separator: "\n\n", omittingEmptySubsequences: true)
    #expect(tables.count == 8, "\(text)")
    #expect(tables.allSatisfy { $0.split(separator: "\n").count > 1 }, "\(text)")
  }

  @Test(arguments: 1...16 as ClosedRange<UInt64>)
  func anyFormsInAnyOrderGiveItsAnswers(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    func upTo(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    var downloads: [Download] = []
    func add(_ more: [Download]) {
      for download in more { downloads.insert(download, at: upTo(downloads.count + 1)) }
    }
    for report in Self.reports {
      for days in Self.stretches(of: WeekReport.days, upTo) {
        let form = report.forms[upTo(report.forms.count)]
        add(Self.downloads(report, form, days, downloads.count))
      }
    }
    // The first four of the transactions are those in US English, German, French and Japanese.
    for days in Self.stretches(of: 2...8, upTo) {
      let number = upTo(4)
      let writing = LocaleTests.Writing.allCases[upTo(LocaleTests.Writing.allCases.count)]
      let bytes =
        LocaleTests.bytes(number, days, writing)
        ?? LocaleTests.bytes(number, days, .book)
      add([
        Download(
          path: "\(downloads.count)-transactions", bytes: try #require(bytes), site: nil)
      ])
    }
    let clean = Self.answers(Self.clean)
    let mixed = Self.answers(downloads)
    #expect(mixed.status == 0)
    #expect(mixed.text == clean.text, "\(downloads.map(\.path))")
  }
}
