// Real exports of the marketplaces of Southeast Asia, of ERPs and of helpdesks.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

/// Totals of real exports, computed once by another program (openpyxl). Amounts of a whole order
/// were counted once an order there, and dots of the Indonesian list taken out. The files stay
/// outside the package.
@Suite(.enabled(if: Samples.folder != nil, Samples.absence))
struct MarketSampleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let path: String
    var part: String?
    let kind: String
    let rowCount: Int
    /// How what is said of the file begins.
    var remarks: [String] = []
    let totals: [String: String]
    var testDescription: String { ([path] + (part.map { [$0] } ?? [])).joined(separator: " › ") }
  }

  private static let shopeeIncome = "shopee/income/Income.sudah_dilepas.id.20250801_20250822.xlsx"
  private static let tiktokIncome = "tiktok-shop/income/income_20250823043937.xlsx"

  static let rows: [Row] = [
    Row(
      path: "tiktok-shop/orders/Selesai_pesanan-2025-08-20-14_38.xlsx", kind: "tiktok_orders",
      rowCount: 145,
      totals: [
        "units": "195", "returned_units": "2", "item_price": "21269175", "list_amount": "38404969",
        "seller_discount": "17135794", "platform_discount": "772919", "shipping_price": "1843500",
        "order_total": "22833910", "refunded_amount": "191100",
      ]),
    Row(
      path: tiktokIncome, part: "Order details", kind: "tiktok_income", rowCount: 278,
      totals: ["amount": "4997009"]),
    Row(
      path: tiktokIncome, part: "Withdrawal records", kind: "tiktok_withdrawals", rowCount: 19,
      remarks: ["19 rows with amounts and no currency"], totals: ["amount": "4489251"]),
    Row(
      path: "tiktok-shop/gmv-max/gmv_max_creative_MADE.xlsx", kind: "tiktok_gmv_max", rowCount: 3,
      remarks: ["3 rows with amounts and no currency"],
      totals: [
        "spend": "61", "ad_orders": "13", "ad_sales": "241.4", "impressions": "35023",
        "clicks": "620",
      ]),
    Row(
      path: "tiktok-shop/affiliate/affiliate_orders_MADE.xlsx", kind: "tiktok_affiliate",
      rowCount: 2,
      totals: [
        "units": "3", "amount": "45", "estimated_commission": "6.75", "commission": "2.25",
      ]),
    Row(
      path: "shopee/orders/Order.completed.20250801_20250820.id.xlsx", kind: "shopee_orders_id",
      rowCount: 562,
      totals: [
        "units": "675", "returned_units": "17", "item_price": "63090422",
        "list_amount": "143649884", "seller_discount": "80559462", "item_discount": "1784137",
        "shipping_price": "1607360", "order_total": "57789600",
      ]),
    Row(
      path: "shopee/orders/Order.all.2023.vn.xlsx", kind: "shopee_orders_vn", rowCount: 644,
      totals: [
        "units": "891", "item_price": "100769463", "list_amount": "150052700",
        "item_discount": "9341246", "shipping_price": "9969725", "order_total": "70392427",
        "service_fee": "4305344", "transaction_fee": "2085153",
      ]),
    Row(
      path: shopeeIncome, part: "Income", kind: "shopee_income", rowCount: 12063,
      remarks: ["29 formulas stored without a result"], totals: ["amount": "209447773"]),
    Row(
      path: shopeeIncome, part: "Adjustment", kind: "shopee_adjustments", rowCount: 13,
      totals: ["amount": "1199631"]),
    Row(
      path: shopeeIncome, part: "Service Fee Details", kind: "shopee_service_fees",
      rowCount: 3129, totals: ["amount": "-17130910"]),
    Row(
      path: shopeeIncome, part: "Shipping Fee Discrepancy", kind: "shopee_shipping_discrepancies",
      rowCount: 18,
      totals: ["estimated_shipping": "722430", "actual_shipping": "1011180"]),
    Row(
      path: shopeeIncome, part: "Seller Order Processing Fee", kind: "shopee_processing_fees",
      rowCount: 3706, totals: ["fee": "-1811145", "item_fee": "-1811145"]),
    Row(
      path: "shopee/ads/Data+Keseluruhan+Iklan+Shopee-01_07_2026-31_07_2026_MADE.csv",
      kind: "shopee_ads", rowCount: 3,
      totals: ["spend": "1642474", "ad_sales": "22320516", "clicks": "8245"]),
    Row(
      path: "lazada/income-overview/income_overview_id_nov2025.xlsx", kind: "lazada_income",
      rowCount: 165, totals: ["amount": "3795855", "vat_amount": "103437"]),
    Row(
      path: "lingxing/product-performance-asin/产品表现ASIN_2026-07-27_2026-07-29_全部广告_MADE.xlsx",
      kind: "lingxing_product_performance", rowCount: 5,
      totals: [
        "units_ordered": "35", "ordered_product_sales": "6998.69", "spend": "504.4",
        "sessions": "896", "impressions": "63671",
      ]),
    Row(
      path: "lingxing/sc-orders/sc_order_list_known_columns_MADE.xlsx", kind: "lingxing_orders",
      rowCount: 5,
      totals: [
        "units": "6", "item_price": "159.95", "platform_fee": "-7.87", "fulfilment_fee": "-7.25",
        "item_discount": "3",
      ]),
    Row(
      path: "lingxing/fba-inventory/fba_inventory_known_columns_MADE.xlsx",
      kind: "lingxing_fba_inventory", rowCount: 3,
      totals: ["available_units": "412", "units_age_0_30": "200"]),
    Row(
      path: "mabang/orders/订单导出_20260801_MADE.xlsx", kind: "mabang_orders", rowCount: 4,
      totals: ["units": "5", "item_price": "390", "order_total": "800"]),
    Row(
      path: "helpdesk/gorgias/tickets_export_MADE.csv", kind: "gorgias_tickets", rowCount: 3,
      totals: ["agent_messages": "6", "customer_messages": "8"]),
    Row(
      path: "helpdesk/zendesk/view_export_MADE.csv", kind: "zendesk_tickets", rowCount: 2,
      totals: ["agent_messages": "2"]),
  ]

  @Test(arguments: rows) func totals(_ row: Row) throws {
    let selection = row.part.map { PartSelection([$0]) { $0 == $1 } } ?? .all
    let export = try ExportReader(path: row.path, part: selection)
      .read(Samples.bytes(row.path), by: .shipped).onlyExport()
    #expect(export.kind == row.kind)
    #expect(export.table.rowCount == row.rowCount)
    #expect(export.rejects == [])
    let remarks = export.remarks.map(\.english)
    #expect(remarks.count == row.remarks.count, "\(remarks)")
    #expect(zip(remarks, row.remarks).allSatisfy { $0.hasPrefix($1) }, "\(remarks)")
    #expect(export.unusedHeaders == [])
    for (name, total) in row.totals.sorted(by: { $0.key < $1.key }) {
      #expect(export.table.sum(name) == total, "\(name)")
    }
  }

  /// Cover sheets and explanations are passed over; nothing else is left.
  @Test(arguments: [
    (tiktokIncome, ["Reports", "Fees explanation"]), (shopeeIncome, ["Summary"]),
  ])
  func sheetsThatAreNoTables(_ path: String, _ sheets: [String]) throws {
    let parts = ExportReader(path: path).read(try Samples.bytes(path), by: .shipped)
    var passed: [String] = []
    for part in parts {
      switch part.outcome {
      case .read: break
      case .passedOver: passed.append(part.path)
      case .unread(let failure): Issue.record("\(part.path): \(failure.reason.english)")
      }
    }
    #expect(passed == sheets.map { path + ExportReader.partMark + $0 })
  }
}
