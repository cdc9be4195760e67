// Every sample file beside the package, its kind, rows and totals: the table that the suites hold.
import Foundation
import KepiFormats
import KepiShell
import Testing

@Suite(.enabled(if: Samples.folder != nil, Samples.absence))
struct SampleTableTests {
  fileprivate struct Line {
    let path: String
    let part: String?
    let kind: String
    let rowCount: Int
    let totals: [String: String]
  }

  /// The suites that hold the files to totals computed by other means run each of these.
  private static let held: [Line] =
    SampleTests.rows.map { Line($0.path, $0.part, $0.kind, $0.rowCount, $0.totals) }
    + ShopSampleTests.rows.map { Line($0.path, $0.part, $0.kind, $0.rowCount, $0.totals) }
    + MarketSampleTests.rows.map { Line($0.path, $0.part, $0.kind, $0.rowCount, $0.totals) }

  /// Files that hold no row, so that there is nothing to add up, by their kind.
  private static let withoutRows = [
    "amazon/ads-sb-campaign/us-2018-10-empty-header-only.xlsx": "amazon_sb_campaign",
    "amazon/ads-sd-campaign/ca-2021-02-header-only.xlsx": "amazon_sd_campaign",
    "amazon/listings/us-header-only-bom.txt": "amazon_listings",
  ]

  /// Files whose numbers say nothing when they are added up: ranks, ratings and rates. They are held
  /// to their rows.
  private static let withoutAmounts: Set<String> = [
    "amazon/account-health/us-2020-seller-performance-v2.json",
    "amazon/brand-analytics-top-search-terms/us-2025-11-monthly.csv",
    "amazon/feedback/us-2025-feedback-made.txt",
    "fx/ecb/eurofxref-daily_2015-01-23.xml",
    "fx/ecb/eurofxref-hist_2022-2026.csv",
    "fx/ecb/eurofxref_daily_2026-04-13.csv",
  ]

  @Test func everySampleIsHeldToTotals() throws {
    let folder = try #require(Samples.folder)
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    var table: [String] = []
    var heldCount = 0
    for path in all {
      let place = URL(filePath: folder + "/" + path)
      let isFile = try place.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
      // What describes the files is none of them.
      guard isFile, !path.hasSuffix(".md") else { continue }
      let lines = Self.held.filter { $0.path == path }
      if lines.isEmpty, let kind = Self.withoutRows[path] {
        let export = try ExportReader(path: path).read(try Samples.bytes(path), by: .shipped)
          .onlyExport()
        #expect(export.kind == kind && export.rowsRead == 0, "\(path)")
        #expect(export.unusedHeaders == [] && export.remarks == [], "\(path)")
        table.append("\(path)   \(kind)   0   a header and no rows")
        heldCount += 1
        continue
      }
      #expect(!lines.isEmpty, "\(path) is held to no totals, and no reason is given")
      if !lines.isEmpty { heldCount += 1 }
      for line in lines {
        // A report without amounts is held to its rows and to every cell of it.
        let isBook = SampleBookTests.books.contains { $0.path == path }
        let hasReason = line.rowCount == 0 || isBook || Self.withoutAmounts.contains(path)
        #expect(!line.totals.isEmpty || hasReason, "\(path) has no totals")
        table.append(line.text)
      }
    }
    let missing = Set(Self.held.map(\.path)).union(Self.withoutRows.keys).subtracting(all)
    #expect(missing.isEmpty, "\(missing.sorted()) are no sample files")
    print("sample   kind   rows   totals, as another program has them")
    for line in table { print(line) }
    print("\(heldCount) samples are held, \(Self.withoutRows.count) of them to having no rows")
  }
}

extension SampleTableTests.Line {
  fileprivate init(
    _ path: String, _ part: String?, _ kind: String, _ rowCount: Int, _ totals: [String: String]
  ) {
    self.init(path: path, part: part, kind: kind, rowCount: rowCount, totals: totals)
  }

  fileprivate var text: String {
    let sums = totals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let place = path + (part.map { " › " + $0 } ?? "")
    return "\(place)   \(kind)   \(rowCount)   \(sums.joined(separator: ", "))"
  }
}
