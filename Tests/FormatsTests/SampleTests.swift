import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

/// Totals of real exports, computed once by other means. The files stay outside the package.
@Suite(.enabled(if: Samples.folder != nil, "the sample exports are not beside the package"))
struct SampleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let path: String
    var fixed: [String: FixedValue] = [:]
    let kind: String
    let rowCount: Int
    let totals: [String: String]
    var testDescription: String { path }
  }

  @Test(arguments: [
    Row(
      path: "amazon/ads-unified-console/us-2026-custom-search-term.csv",
      kind: "amazon_console_search_term", rowCount: 2332,
      totals: [
        "spend": "5203.77", "ad_sales": "5497.02", "clicks": "5987", "impressions": "694503",
        "ad_orders": "400", "ad_units": "408",
      ]),
    Row(
      path: "amazon/ads-sp-campaign/de-2025-Sponsored_Products_Kampagne_Bericht.csv",
      kind: "amazon_sp_campaign", rowCount: 36,
      totals: [
        "spend": "4628.41", "ad_sales": "29574.11", "clicks": "14309", "impressions": "2104512",
        "ad_orders": "2673", "budget": "611",
      ]),
    Row(
      path: "amazon/ads-sp-campaign/in-2020-campaign.csv", kind: "amazon_sp_campaign",
      rowCount: 182,
      totals: [
        "spend": "47108.12", "ad_sales": "71129.81", "clicks": "1955", "impressions": "640242",
        "ad_orders": "194", "budget": "273906",
      ]),
    Row(
      path: "amazon/business-report/de-by-sku-BusinessReport.csv",
      kind: "amazon_business_report_by_asin", rowCount: 655,
      totals: [
        "sessions": "66844", "page_views": "92537", "units_ordered": "11883",
        "units_ordered_b2b": "2968", "ordered_product_sales": "110935.3",
        "ordered_product_sales_b2b": "27009.05", "order_items": "8357",
      ]),
    Row(
      path: "amazon/business-report/us-by-child-old-layout.csv",
      kind: "amazon_business_report_by_asin", rowCount: 13,
      totals: [
        "sessions": "36989", "page_views": "49643", "units_ordered": "5735",
        "ordered_product_sales": "196650.49", "order_items": "4688",
      ]),
    Row(
      path: "amazon/business-report/us-by-date-made.csv",
      kind: "amazon_business_report_by_date", rowCount: 3,
      totals: [
        "sessions": "12465", "units_ordered": "715", "ordered_product_sales": "14226.46",
        "ordered_product_sales_b2b": "45.1", "order_items": "695",
      ]),
    Row(
      path: "amazon/business-report/us-by-parent-synthetic.csv", fixed: .site("US"),
      kind: "amazon_business_report_by_parent", rowCount: 10,
      totals: [
        "sessions": "50500", "units_ordered": "2012", "ordered_product_sales": "57270",
      ]),
    Row(
      path: "amazon/all-orders/eu-2026-all-orders-synthetic-cpf-column.txt",
      kind: "amazon_all_orders", rowCount: 120,
      totals: [
        "units": "497", "item_price": "11536.03", "item_tax": "2002.01", "item_discount": "0",
      ]),
    Row(
      path: "amazon/all-orders/jp-2025-all-orders-shift-jis.txt", kind: "amazon_all_orders",
      rowCount: 3,
      totals: [
        "units": "6", "item_price": "8420", "item_tax": "765", "item_discount": "594",
        "shipping_price": "350",
      ]),
    Row(
      path: "amazon/all-orders/us-2026-06-all-orders-crcrlf.txt", kind: "amazon_all_orders",
      rowCount: 171,
      totals: [
        "units": "176", "item_price": "10755.34", "item_tax": "271.15",
        "item_discount": "3509.9", "shipping_price": "21.33",
      ]),
    Row(
      path: "amazon/settlement-v2/de-2025-v2-decimal-comma-made.txt",
      kind: "amazon_settlement_v2", rowCount: 19,
      totals: ["amount": "-1242.2", "quantity": "18"]),
    Row(
      path: "amazon/settlement-v2/us-2017-flatfile-v2.txt", kind: "amazon_settlement_v2",
      rowCount: 2599, totals: ["amount": "4246.2", "quantity": "2920"]),
    Row(
      path: "amazon/fba-inventory-ledger/us-2025-ledger-summary-daily-made.csv",
      kind: "amazon_fba_ledger_summary", rowCount: 5,
      totals: [
        "starting_units": "299", "on_hand_units": "320", "shipped_units": "-23",
        "received_units": "48",
      ]),
    Row(
      path: "amazon/fba-inventory-planning/us-2024-planning-made.txt",
      kind: "amazon_fba_inventory_planning", rowCount: 2,
      totals: [
        "available_units": "235", "storage_cost_next_month": "7.55", "units_age_0_90": "120",
      ]),
    Row(
      path: "amazon/fba-customer-returns/us-2016-11-columns.tsv", kind: "amazon_fba_returns",
      rowCount: 2, totals: ["units": "2"]),
    Row(
      path: "amazon/fba-customer-returns/us-2025-returns-made.txt", kind: "amazon_fba_returns",
      rowCount: 5, totals: ["units": "6"]),
  ])
  func totals(_ row: Row) throws {
    let export = try read(Samples.bytes(row.path), row.path, fixed: row.fixed)
    #expect(export.kind == row.kind)
    #expect(export.table.rowCount == row.rowCount)
    #expect(export.rejects == [])
    #expect(export.remarks.map(\.english) == [])
    #expect(export.unusedHeaders == [])
    for (name, total) in row.totals.sorted(by: { $0.key < $1.key }) {
      #expect(export.table.sum(name) == total, "\(name)")
    }
  }
}
