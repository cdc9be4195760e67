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
    var part: String?
    var fixed: [String: FixedValue] = [:]
    let kind: String
    let rowCount: Int
    let totals: [String: String]
    var testDescription: String { ([path] + (part.map { [$0] } ?? [])).joined(separator: " › ") }
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
    Row(
      path: "amazon/ads-sp-advertised-product/us-2018-09-06-to-12-06.xlsx",
      kind: "amazon_sp_advertised_product", rowCount: 1215,
      totals: [
        "spend": "1127.21", "ad_sales": "17693.84", "clicks": "942", "impressions": "444833",
        "ad_orders": "73", "ad_units": "116",
      ]),
    Row(
      path: "amazon/ads-sp-advertised-product/us-2018-12-portfolio.xlsx",
      kind: "amazon_sp_advertised_product", rowCount: 562,
      totals: [
        "spend": "1249.89", "ad_sales": "2343.87", "clicks": "1224", "impressions": "348526",
        "ad_orders": "63", "ad_units": "72",
      ]),
    Row(
      path: "amazon/ads-sp-advertised-product/us-2018-daily-empty-tail.xlsx",
      kind: "amazon_sp_advertised_product", rowCount: 5,
      totals: ["spend": "1.69", "ad_sales": "0", "clicks": "1", "impressions": "1688"]),
    Row(
      path: "amazon/ads-sp-advertised-product/us-portfolio-name-capital.xlsx",
      kind: "amazon_sp_advertised_product", rowCount: 62,
      totals: [
        "spend": "128.04", "ad_sales": "1506.59", "clicks": "697", "impressions": "115414",
        "ad_orders": "31", "ad_units": "32",
      ]),
    Row(
      path: "amazon/ads-sp-search-term/de-2025-Sponsored_Products_Suchbegriff_Bericht.xlsx",
      kind: "amazon_sp_search_term", rowCount: 7716,
      totals: [
        "spend": "4510.27", "ad_sales": "28933.81", "clicks": "13913", "impressions": "307220",
        "ad_orders": "2608", "ad_units": "3676",
      ]),
    Row(
      path: "amazon/ads-sp-search-term/in-2020-rupee-14-day.xlsx",
      kind: "amazon_sp_search_term", rowCount: 923,
      totals: [
        "spend": "47108.12", "ad_sales": "70853.92", "clicks": "1955", "impressions": "333570",
        "ad_orders": "193", "ad_units": "223",
      ]),
    Row(
      path: "amazon/ads-sp-search-term/us-2018-09-06-to-12-06.xlsx",
      kind: "amazon_sp_search_term", rowCount: 661,
      totals: [
        "spend": "870.31", "ad_sales": "15464.01", "clicks": "728", "impressions": "45293",
        "ad_orders": "58", "ad_units": "99",
      ]),
    Row(
      path: "amazon/ads-sp-search-term/us-2018-daily.xlsx", kind: "amazon_sp_search_term",
      rowCount: 5, totals: ["spend": "4.69", "clicks": "5", "impressions": "15"]),
    Row(
      path: "amazon/ads-sp-search-term/us-2018-portfolio-summary.xlsx",
      kind: "amazon_sp_search_term", rowCount: 99,
      totals: [
        "spend": "170.6", "ad_sales": "1066.03", "clicks": "270", "impressions": "22488",
        "ad_orders": "23", "ad_units": "29",
      ]),
    Row(
      path: "amazon/ads-sp-search-term/us-2018-summary-keyword-header.xlsx",
      kind: "amazon_sp_search_term", rowCount: 4,
      totals: ["spend": "3.35", "ad_sales": "149.99", "clicks": "4", "impressions": "16"]),
    Row(
      path: "amazon/ads-sp-search-term/us-2022-blank-header-column.xlsx",
      kind: "amazon_sp_search_term", rowCount: 50,
      totals: [
        "spend": "42.99", "ad_sales": "54.95", "clicks": "74", "impressions": "9847",
        "ad_orders": "5", "ad_units": "5",
      ]),
    Row(
      path: "amazon/ads-sp-search-term/us-2022-start-end.xlsx", kind: "amazon_sp_search_term",
      rowCount: 638,
      totals: [
        "spend": "1179.16", "ad_sales": "1692.46", "clicks": "1919", "impressions": "245277",
        "ad_orders": "150", "ad_units": "154",
      ]),
    Row(
      path: "amazon/sales-and-traffic-json/us-2026-06-day-child.json",
      part: "salesAndTrafficByDate", kind: "amazon_business_report_by_date", rowCount: 15,
      totals: [
        "ordered_product_sales": "10358.34", "units_ordered": "161", "order_items": "149",
        "sessions": "3415", "page_views": "4609",
      ]),
    Row(
      path: "amazon/sales-and-traffic-json/us-2026-06-day-child.json",
      part: "salesAndTrafficByAsin", kind: "amazon_business_report_by_asin", rowCount: 17,
      totals: [
        "ordered_product_sales": "10755.34", "units_ordered": "168", "order_items": "156",
        "sessions": "3415", "page_views": "4609",
      ]),
    Row(
      path: "amazon/ads-api-v2-json/us-2023-sp-campaigns-made.json", fixed: .site("US"),
      kind: "amazon_ads_api_campaign", rowCount: 1,
      totals: ["spend": "5.5", "ad_sales": "39.98", "clicks": "10", "ad_orders": "2"]),
    Row(
      path: "amazon/ads-api-v3-json/uk-2026-spSearchTerm-summary-made.json",
      kind: "amazon_ads_api_search_term", rowCount: 3,
      totals: [
        "spend": "3.74", "ad_sales": "14.99", "clicks": "7", "impressions": "310",
        "ad_orders": "1", "ad_units": "1",
      ]),
    Row(
      path: "amazon/ads-api-v3-json/us-2026-sdCampaigns-daily-made.json",
      kind: "amazon_ads_api_campaign", rowCount: 1,
      totals: ["spend": "60.5", "ad_sales": "150", "clicks": "12", "ad_units": "6"]),
    Row(
      path: "amazon/ads-api-v3-json/us-2026-spCampaigns-daily-made.json",
      kind: "amazon_ads_api_campaign", rowCount: 4,
      totals: [
        "spend": "208.06", "ad_sales": "606.23", "clicks": "246", "impressions": "31935",
        "ad_orders": "21", "ad_units": "22", "budget": "200",
      ]),
    Row(
      path: "amazon/settlement-v1/eu-2019-v1-xml-made.xml", kind: "amazon_settlement_v2",
      rowCount: 7, totals: ["amount": "-16.7"]),
  ])
  func totals(_ row: Row) throws {
    let selection = row.part.map { PartSelection([$0]) { $0 == $1 } } ?? .all
    let export = try ExportReader(path: row.path, part: selection, fixed: row.fixed)
      .read(Samples.bytes(row.path), by: .shipped).onlyExport()
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
