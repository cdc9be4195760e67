import KepiContainers
import KepiFormats
import Testing

/// Every cell of every sample workbook, counted and added up once by another program (openpyxl).
@Suite(.enabled(if: Samples.folder != nil, Samples.absence))
struct SampleBookTests {
  struct Sheet: Equatable, Sendable {
    let name: String
    /// That are not empty.
    let cells: Int
    let numbers: Int
    /// Numbers with the format of a date.
    let days: Int
    /// Of the numbers, to two decimals.
    let sum: Double

    init(_ name: String, cells: Int, numbers: Int, days: Int, sum: Double) {
      self.name = name
      self.cells = cells
      self.numbers = numbers
      self.days = days
      self.sum = sum
    }
  }

  struct Book: Sendable, CustomTestStringConvertible {
    let path: String
    let sheets: [Sheet]
    var testDescription: String { path }
  }

  static let books: [Book] = [
    Book(
      path: "amazon/ads-bulk-operations/us-2018-bulk-old-full.xlsx",
      sheets: [
        .init("Sponsored Products Campaigns", cells: 7539, numbers: 0, days: 0, sum: 0),
        .init("Headline Search Campaigns", cells: 27, numbers: 0, days: 0, sum: 0),
        .init("Portfolios", cells: 9, numbers: 0, days: 0, sum: 0),
        .init("Sheet3", cells: 2, numbers: 0, days: 0, sum: 0),
      ]),
    Book(
      path: "amazon/ads-bulk-operations/us-2018-bulk-old-record-type.xlsx",
      sheets: [
        .init("Sponsored Products Campaigns", cells: 289, numbers: 0, days: 0, sum: 0),
        .init("Headline Search Campaigns", cells: 27, numbers: 0, days: 0, sum: 0),
        .init("Portfolios", cells: 9, numbers: 0, days: 0, sum: 0),
        .init("Sheet3", cells: 2, numbers: 0, days: 0, sum: 0),
      ]),
    Book(
      path: "amazon/ads-bulk-operations/us-2026-01-bulk-a.xlsx",
      sheets: [
        .init("Portfolios", cells: 20, numbers: 0, days: 0, sum: 0),
        .init("Sponsored Products Campaigns", cells: 5322, numbers: 2781, days: 0, sum: 35143.46),
        .init("Config", cells: 245, numbers: 0, days: 0, sum: 0),
        .init("Sponsored Brands Campaigns", cells: 51, numbers: 0, days: 0, sum: 0),
        .init("SB Multi Ad Group Campaigns", cells: 68, numbers: 0, days: 0, sum: 0),
        .init("Sponsored Display Campaigns", cells: 47, numbers: 0, days: 0, sum: 0),
        .init("SP Search Term Report", cells: 625, numbers: 312, days: 0, sum: 645.22),
        .init("SB Search Term Report", cells: 25, numbers: 0, days: 0, sum: 0),
        .init("RAS Search Term Report", cells: 29, numbers: 0, days: 0, sum: 0),
        .init("Download Error Summary", cells: 7, numbers: 0, days: 0, sum: 0),
        .init("Sheet10", cells: 2, numbers: 0, days: 0, sum: 0),
      ]),
    Book(
      path: "amazon/ads-conversion-path/us-2026-01.xlsx",
      sheets: [
        .init("All_Amazon_campaigns_Conversion", cells: 40, numbers: 15, days: 2, sum: 803.69)
      ]),
    Book(
      path: "amazon/ads-sb-campaign/fr-2021-02.xlsx",
      sheets: [
        .init("Sponsored Brands Campaign Repor", cells: 710, numbers: 536, days: 38, sum: 139666.44)
      ]),
    Book(
      path: "amazon/ads-sb-campaign/uk-2021-02-sales-without-impressions.xlsx",
      sheets: [
        .init("Sponsored Brands Campaign Repor", cells: 39, numbers: 13, days: 1, sum: 90.32)
      ]),
    Book(
      path: "amazon/ads-sb-campaign/us-2018-10-empty-header-only.xlsx",
      sheets: [
        .init("Sheet1", cells: 14, numbers: 0, days: 0, sum: 0)
      ]),
    Book(
      path: "amazon/ads-sb-campaign/us-2018-10-no-new-to-brand.xlsx",
      sheets: [
        .init("Sponsored Brands Campaign Repor", cells: 63, numbers: 37, days: 4, sum: 6296.96)
      ]),
    Book(
      path: "amazon/ads-sb-campaign/us-2021-02.xlsx",
      sheets: [
        .init(
          "Sponsored Brands Campaign Repor", cells: 1330, numbers: 1020, days: 72, sum: 148010.04)
      ]),
    Book(
      path: "amazon/ads-sb-keyword/us-2018-10.xlsx",
      sheets: [
        .init("Sponsored Brands Keyword Report", cells: 508, numbers: 307, days: 37, sum: 6304.73)
      ]),
    Book(
      path: "amazon/ads-sd-campaign/ca-2021-02-header-only.xlsx",
      sheets: [
        .init("Sponsored Display", cells: 16, numbers: 0, days: 0, sum: 0)
      ]),
    Book(
      path: "amazon/ads-sd-campaign/de-2021-02.xlsx",
      sheets: [
        .init("Sponsored Display", cells: 302, numbers: 210, days: 19, sum: 72688.66)
      ]),
    Book(
      path: "amazon/ads-sd-campaign/us-2021-02.xlsx",
      sheets: [
        .init("Sponsored Display", cells: 1326, numbers: 962, days: 87, sum: 1165990.15)
      ]),
    Book(
      path: "amazon/ads-sp-advertised-product/us-2018-09-06-to-12-06.xlsx",
      sheets: [
        .init(
          "Sponsored Product Advertised Pr", cells: 22224, numbers: 14913, days: 1215,
          sum: 492915.11)
      ]),
    Book(
      path: "amazon/ads-sp-advertised-product/us-2018-12-portfolio.xlsx",
      sheets: [
        .init(
          "Sponsored Product Advertised Pr", cells: 10769, numbers: 6813, days: 562, sum: 356557.11)
      ]),
    Book(
      path: "amazon/ads-sp-advertised-product/us-2018-daily-empty-tail.xlsx",
      sheets: [
        .init("Sponsored Product Advertised Pr", cells: 109, numbers: 58, days: 5, sum: 1692.38)
      ]),
    Book(
      path: "amazon/ads-sp-advertised-product/us-portfolio-name-capital.xlsx",
      sheets: [
        .init(
          "Sponsored Product Advertised Pr", cells: 1329, numbers: 873, days: 62, sum: 120144.19)
      ]),
    Book(
      path: "amazon/ads-sp-performance-over-time/us-2018.xlsx",
      sheets: [
        .init("Sponsored Product Performance O", cells: 24, numbers: 15, days: 5, sum: 109.46)
      ]),
    Book(
      path: "amazon/ads-sp-placement/us-2018-bid-plus.xlsx",
      sheets: [
        .init("Sponsored Product Placement Rep", cells: 69, numbers: 30, days: 5, sum: 1622)
      ]),
    Book(
      path: "amazon/ads-sp-purchased-product/us-2018.xlsx",
      sheets: [
        .init("Sponsored Product Purchased Pro", cells: 72, numbers: 15, days: 5, sum: 0)
      ]),
    Book(
      path: "amazon/ads-sp-search-term/de-2025-Sponsored_Products_Suchbegriff_Bericht.xlsx",
      sheets: [
        .init(
          "Sponsored_Products_Suchbegriff_", cells: 178771, numbers: 109303, days: 15432,
          sum: 455757.32)
      ]),
    Book(
      path: "amazon/ads-sp-search-term/in-2020-rupee-14-day.xlsx",
      sheets: [
        .init(
          "Sponsored Product Search Term R", cells: 20433, numbers: 13026, days: 923, sum: 555512.29
        )
      ]),
    Book(
      path: "amazon/ads-sp-search-term/us-2018-09-06-to-12-06.xlsx",
      sheets: [
        .init(
          "Sponsored Product Search Term R", cells: 13950, numbers: 9301, days: 661, sum: 91023.6)
      ]),
    Book(
      path: "amazon/ads-sp-search-term/us-2018-daily.xlsx",
      sheets: [
        .init("Sponsored Product Search Term R", cells: 127, numbers: 70, days: 5, sum: 32.27)
      ]),
    Book(
      path: "amazon/ads-sp-search-term/us-2018-portfolio-summary.xlsx",
      sheets: [
        .init(
          "Sponsored Product Search Term R", cells: 2308, numbers: 1393, days: 198, sum: 25590.77)
      ]),
    Book(
      path: "amazon/ads-sp-search-term/us-2018-summary-keyword-header.xlsx",
      sheets: [
        .init("Sponsored Product Search Term R", cells: 112, numbers: 57, days: 8, sum: 627.13)
      ]),
    Book(
      path: "amazon/ads-sp-search-term/us-2022-blank-header-column.xlsx",
      sheets: [
        .init(
          "Sponsored Product Search Term R", cells: 1178, numbers: 704, days: 100, sum: 10184.32)
      ]),
    Book(
      path: "amazon/ads-sp-search-term/us-2022-start-end.xlsx",
      sheets: [
        .init(
          "Sponsored Product Search Term R", cells: 14800, numbers: 9034, days: 1276, sum: 253974.72
        )
      ]),
    Book(
      path: "amazon/ads-sp-targeting/in-2020-rupee.xlsx",
      sheets: [
        .init(
          "Sponsored Product Keyword Repor", cells: 25174, numbers: 13375, days: 1683,
          sum: 779201.87)
      ]),
    Book(
      path: "amazon/ads-sp-targeting/us-2018-09-06-to-12-06.xlsx",
      sheets: [
        .init(
          "Sponsored Product Keyword Repor", cells: 37696, numbers: 24901, days: 2129,
          sum: 493322.65)
      ]),
    Book(
      path: "amazon/ads-sp-targeting/us-2018-09-18-to-12-17-overlapping.xlsx",
      sheets: [
        .init(
          "Sponsored Product Keyword Repor", cells: 41919, numbers: 27714, days: 2364,
          sum: 625736.44)
      ]),
    Book(
      path: "amazon/ads-sp-targeting/us-2018-daily-empty-tail.xlsx",
      sheets: [
        .init("Sponsored Product Keyword Repor", cells: 118, numbers: 67, days: 5, sum: 6886.63)
      ]),
    Book(
      path: "lazada/income-overview/income_overview_id_nov2025.xlsx",
      sheets: [
        .init("Income Overview", cells: 2845, numbers: 0, days: 0, sum: 0)
      ]),
    Book(
      path: "lingxing/fba-inventory/fba_inventory_known_columns_MADE.xlsx",
      sheets: [
        .init("Sheet1", cells: 56, numbers: 27, days: 0, sum: 1648)
      ]),
    Book(
      path: "lingxing/product-performance-asin/产品表现ASIN_2026-07-27_2026-07-29_全部广告_MADE.xlsx",
      sheets: [
        .init("Sheet1", cells: 484, numbers: 96, days: 0, sum: 5006.42)
      ]),
    Book(
      path: "lingxing/sc-orders/sc_order_list_known_columns_MADE.xlsx",
      sheets: [
        .init("Sheet1", cells: 93, numbers: 25, days: 0, sum: 117.84)
      ]),
    Book(
      path: "mabang/orders/订单导出_20260801_MADE.xlsx",
      sheets: [
        .init("Sheet1", cells: 188, numbers: 0, days: 0, sum: 0)
      ]),
    Book(
      path: "shopee/income/Income.sudah_dilepas.id.20250801_20250822.xlsx",
      sheets: [
        .init("Summary", cells: 69, numbers: 29, days: 0, sum: 837791092),
        .init("Income", cells: 56934, numbers: 45553, days: 0, sum: 2917246118270239),
        .init("Service Fee Details", cells: 7301, numbers: 5836, days: 0, sum: -16065840),
        .init("Adjustment", cells: 116, numbers: 33, days: 0, sum: 4798615),
        .init("Shipping Fee Discrepancy", cells: 77, numbers: 36, days: 0, sum: 1733610),
        .init(
          "Seller Order Processing Fee", cells: 25949, numbers: 9667, days: 0, sum: 47042967287379),
      ]),
    Book(
      path: "shopee/orders/Order.all.2023.vn.xlsx",
      sheets: [
        .init("orders", cells: 32621, numbers: 0, days: 0, sum: 0)
      ]),
    Book(
      path: "shopee/orders/Order.completed.20250801_20250820.id.xlsx",
      sheets: [
        .init("orders", cells: 25679, numbers: 0, days: 0, sum: 0)
      ]),
    Book(
      path: "tiktok-shop/affiliate/affiliate_orders_MADE.xlsx",
      sheets: [
        .init("Sheet1", cells: 73, numbers: 0, days: 0, sum: 0)
      ]),
    Book(
      path: "tiktok-shop/gmv-max/gmv_max_creative_MADE.xlsx",
      sheets: [
        .init("Sheet1", cells: 96, numbers: 0, days: 0, sum: 0)
      ]),
    Book(
      path: "tiktok-shop/income/income_20250823043937.xlsx",
      sheets: [
        .init("Order details", cells: 2320, numbers: 0, days: 0, sum: 0),
        .init("Reports", cells: 130, numbers: 0, days: 0, sum: 0),
        .init("Withdrawal records", cells: 140, numbers: 0, days: 0, sum: 0),
        .init("Fees explanation", cells: 184, numbers: 0, days: 0, sum: 0),
      ]),
    Book(
      path: "tiktok-shop/orders/Selesai_pesanan-2025-08-20-14_38.xlsx",
      sheets: [
        .init("OrderSKUList", cells: 7409, numbers: 0, days: 0, sum: 0)
      ]),
    Book(
      path: "walmart/orders/PO_Data_2022-04-01_00_41_37PST_MADE.xlsx",
      sheets: [
        .init("Sheet1", cells: 194, numbers: 18, days: 0, sum: 121.29)
      ]),
  ]

  @Test(arguments: books) func cells(_ book: Book) throws {
    let budget = ExpansionBudget(.standard)
    let archive = try ZipArchive(try Samples.bytes(book.path), limits: .standard)
    let workbook = try Workbook(archive, budget: budget)
    #expect(workbook.sheets.map(\.name) == book.sheets.map(\.name))
    for (sheet, expected) in zip(workbook.sheets, book.sheets) {
      let table = try workbook.cells(of: sheet, budget: budget)
      let found = Self.count(table, expected.name)
      #expect(found.cells == expected.cells, "\(sheet.name)")
      #expect(found.numbers == expected.numbers, "\(sheet.name)")
      #expect(found.days >= expected.days, "\(sheet.name)")
      let apart = (found.sum - expected.sum).magnitude
      #expect(apart <= 0.011 + expected.sum.magnitude * 1e-12, "\(sheet.name): \(found.sum)")
    }
  }

  private static func count(_ table: CellTable, _ name: String) -> Sheet {
    var cells = table.errorCells
    var numbers = 0
    var days = 0
    var sum = 0.0
    for row in table.bytes.split(separator: CellMark.rowEnd) {
      for cell in row.split(separator: CellMark.cellEnd) {
        cells += 1
        if cell.first == CellMark.number {
          let text = String(decoding: cell.dropFirst(), as: UTF8.self)
          numbers += 1
          sum +=
            text.hasSuffix("%") ? (Double(text.dropLast()) ?? .nan) / 100 : Double(text) ?? .nan
        } else if isDay(cell) {
          days += 1
        }
      }
    }
    return Sheet(name, cells: cells, numbers: numbers, days: days, sum: sum)
  }

  /// `2026-08-01`, with a time or without; texts may look so, too.
  private static func isDay(_ cell: ArraySlice<UInt8>) -> Bool {
    let cell = Array(cell)
    return cell.count >= 10 && cell[4] == UInt8(ascii: "-") && cell[7] == UInt8(ascii: "-")
  }
}
