// Real exports of shops, ad accounts and central banks.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

/// Totals of real exports of other platforms than Amazon, computed once by other means. The files
/// stay outside the package.
@Suite(.enabled(if: Samples.folder != nil, Samples.absence))
struct ShopSampleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let path: String
    var part: String?
    let kind: String
    let rowCount: Int
    /// Headers that the owner of an ad account made up.
    var unusedCount = 0
    /// How what is said of the file begins.
    var remarks: [String] = []
    let totals: [String: String]
    var testDescription: String { path }
  }

  static let rows: [Row] = [
    Row(
      path: "shopify/orders/orders_export_73col_2021.csv", kind: "shopify_orders", rowCount: 811,
      totals: [
        "units": "816", "item_price": "84212", "item_tax": "817.22", "item_discount": "11525.56",
        "shipping_price": "1812", "order_tax": "758.21", "order_total": "74498.44",
        "refunded_amount": "11336.3",
      ]),
    Row(
      path: "shopify/orders/orders_export_78col_usd.csv", kind: "shopify_orders", rowCount: 98,
      totals: [
        "units": "99", "item_price": "3107.5", "item_tax": "0", "item_discount": "149",
        "shipping_price": "245.66", "order_tax": "101.62", "order_total": "3305.78",
        "refunded_amount": "10.6",
      ]),
    Row(
      path: "shopify/orders/orders_export_eur_multi_vat.csv", kind: "shopify_orders", rowCount: 143,
      remarks: [
        "1 order whose sums do not say whether prices contain the tax; it is taken to be in their prices, as in most of the file"
      ],
      totals: [
        "units": "262", "item_price": "15617.83", "item_tax": "2617.17", "item_discount": "636",
        "shipping_price": "0", "order_tax": "2616.45", "order_total": "14981.83",
        "refunded_amount": "630",
      ]),
    Row(
      path: "shopify/orders/orders_export_eur_pos_drafts.csv", kind: "shopify_orders", rowCount: 54,
      totals: [
        "units": "54", "item_price": "102098", "item_tax": "17290.07", "item_discount": "134",
        "shipping_price": "10", "order_tax": "17268.55", "order_total": "101974",
        "refunded_amount": "0",
      ]),
    Row(
      path: "shopify/orders/orders_export_us_taxes_subscriptions.csv", kind: "shopify_orders",
      rowCount: 979,
      remarks: [
        "31 orders whose sums do not say whether prices contain the tax; it is taken to be on top of their prices"
      ],
      totals: [
        "units": "1339", "item_price": "70817.01", "item_tax": "0", "item_discount": "14286.73",
        "shipping_price": "890.87", "order_tax": "3998.94", "order_total": "61420.09",
        "refunded_amount": "1774.84",
      ]),
    Row(
      path: "shopify/orders/orders_export_usd_2023.csv", kind: "shopify_orders", rowCount: 322,
      totals: [
        "units": "325", "item_price": "19860.96", "item_tax": "0", "item_discount": "178.69",
        "shipping_price": "226.96", "order_tax": "81.19", "order_total": "19990.42",
        "refunded_amount": "0",
      ]),
    Row(
      path: "shopify/payouts/payment_transactions_export_18col_vat_MADE.csv",
      kind: "shopify_payments", rowCount: 7, totals: ["amount": "54.14"]),
    Row(
      path: "shopify/payouts/payment_transactions_export_usd_late_june.csv",
      kind: "shopify_payments", rowCount: 1824, totals: ["amount": "62225.48"]),
    Row(
      path: "shopify/inventory/inventory_export_bin_columns.csv", kind: "shopify_inventory",
      rowCount: 420,
      totals: [
        "on_hand_units": "49491", "available_units": "49286", "reserved_units": "205",
        "inbound_units": "0",
      ]),
    Row(
      path: "shopify/inventory/inventory_export_old_headers.csv", kind: "shopify_inventory",
      rowCount: 67, totals: ["on_hand_units": "7021", "available_units": "7021"]),
    Row(
      path: "shopify/products/products_export.csv", kind: "shopify_products", rowCount: 95,
      remarks: ["95 rows with amounts and no currency"],
      totals: ["price": "36715", "quantity": "43"]),
    Row(
      path: "shopify/analytics/total_sales_over_time_MADE.csv", kind: "shopify_sales_over_time",
      rowCount: 4, remarks: ["4 rows with amounts and no currency"],
      totals: [
        "ordered_product_sales": "12365.63", "return_amount": "-136.12",
        "total_sales_amount": "11939.22", "orders_of_day": "50",
      ]),
    Row(
      path: "walmart/orders/PO_Data_2022-04-01_00_41_37PST_MADE.xlsx", part: "Sheet1",
      kind: "walmart_orders", rowCount: 6,
      totals: [
        "units": "10", "item_price": "128.48", "item_tax": "9.08", "shipping_price": "11.98",
      ]),
    Row(
      path: "walmart/recon/ReconReport_04302026_MADE.csv", kind: "walmart_settlement", rowCount: 8,
      totals: ["amount": "31.03", "quantity": "18"]),
    Row(
      path: "walmart/item-report/ItemReport_v4_first23cols_MADE.csv", kind: "walmart_items",
      rowCount: 3, totals: ["price": "53.49"]),
    Row(
      path: "walmart/connect-ads/item_performance_MADE.csv", kind: "walmart_connect_items",
      rowCount: 3,
      totals: ["spend": "49.62", "ad_sales": "66.99", "impressions": "6934", "clicks": "73"]),
    Row(
      path: "ebay/orders/eBay-OrdersReport-Sep-30-2026_80col_MADE.csv", kind: "ebay_orders",
      rowCount: 4, totals: ["units": "5", "item_price": "1123.48", "shipping_price": "17"]),
    Row(
      path: "ebay/transaction-report/Transaction-Report-Feb-03-2023.csv", kind: "ebay_transactions",
      rowCount: 590, totals: ["amount": "17.34"]),
    Row(
      path: "ebay/traffic-report/eBay-ListingsTrafficReport-Feb-21-2023.csv", kind: "ebay_traffic",
      rowCount: 694,
      totals: [
        "impressions": "4701176", "page_views": "23079", "units_sold": "260",
        "promoted_impressions": "3507230",
      ]),
    Row(
      path: "ebay/promoted-listings/ad_fees_by_sale_MADE.csv", kind: "ebay_promoted_listings",
      rowCount: 3, totals: ["spend": "4.1", "ad_sales": "81.99", "ad_units": "4"]),
    Row(
      path: "google-ads/campaign-report/campaign_report_gbp_shopping_utf8.csv",
      kind: "google_ads_campaigns", rowCount: 2,
      totals: [
        "spend": "1164.1", "impressions": "40585", "clicks": "867", "ad_sales": "2127.81",
        "ad_orders": "74",
      ]),
    Row(
      path: "google-ads/campaign-report/campaign_report_gbp_utf16_tab.csv",
      kind: "google_ads_campaigns", rowCount: 1,
      totals: [
        "spend": "365.22", "impressions": "9380", "clicks": "264", "ad_sales": "841.23",
        "ad_orders": "25",
      ]),
    Row(
      path: "google-ads/campaign-report/campaign_report_inr_en-US.csv",
      kind: "google_ads_campaigns", rowCount: 2,
      totals: [
        "spend": "2565.93", "impressions": "46168", "interactions": "22061", "ad_orders": "15",
      ]),
    Row(
      path: "google-ads/search-keyword-report/search_keyword_report_cad_utf16_tab.csv",
      kind: "google_ads_keywords", rowCount: 17,
      totals: ["spend": "0.12", "impressions": "14", "clicks": "1"]),
    Row(
      path: "google-ads/search-terms-report/search_terms_report_gbp_converted_eur_trimmed.csv",
      kind: "google_ads_search_terms", rowCount: 300,
      totals: ["spend": "113.22", "impressions": "2413", "clicks": "188"]),
    Row(
      path: "google-ads/overview-cards/Devices.csv", kind: "google_ads_device_card", rowCount: 4,
      totals: ["spend": "139.67", "impressions": "299", "clicks": "91"]),
    Row(
      path: "google-ads/overview-cards/Time_series_daily.csv", kind: "google_ads_daily_card",
      rowCount: 6, totals: ["spend": "139.67", "impressions": "299", "clicks": "91"]),
    Row(
      path: "google-ads/overview-cards/Time_series_hourly_us_dollar_prefix.csv",
      kind: "google_ads_hourly_card", rowCount: 24,
      totals: ["spend": "0", "impressions": "0", "clicks": "0"]),
    Row(
      path: "meta-ads/ads-manager/ad_level_header_only_no_data.csv", kind: "meta_ads_ads",
      rowCount: 0, totals: [:]),
    Row(
      path: "meta-ads/ads-manager/ad_level_idr_this_month.csv", kind: "meta_ads_ads", rowCount: 11,
      totals: ["spend": "1175511", "impressions": "117997", "clicks": "1810"]),
    Row(
      path: "meta-ads/ads-manager/age_gender_breakdown_idr_week.csv", kind: "meta_ads_age_gender",
      rowCount: 18, unusedCount: 2,
      totals: ["spend": "2863987", "impressions": "139893", "clicks": "1059"]),
    Row(
      path: "meta-ads/ads-manager/objective_idr_this_month.csv", kind: "meta_ads_objectives",
      rowCount: 1, totals: ["spend": "1175511", "impressions": "117997", "clicks": "1810"]),
    Row(
      path: "meta-ads/ads-manager/region_breakdown_idr.csv", kind: "meta_ads_regions", rowCount: 34,
      totals: ["spend": "1175511", "impressions": "117997", "clicks": "1810"]),
    Row(
      path: "fx/ecb/eurofxref-hist_2022-2026.csv", kind: "ecb_rates", rowCount: 33019, totals: [:]),
    Row(
      path: "fx/ecb/eurofxref_daily_2026-04-13.csv", kind: "ecb_rates", rowCount: 29, totals: [:]),
    Row(
      path: "fx/ecb/eurofxref-daily_2015-01-23.xml", kind: "ecb_rates_xml", rowCount: 31,
      totals: [:]),
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
    #expect(export.unusedHeaders.count == row.unusedCount, "\(export.unusedHeaders)")
    for (name, total) in row.totals.sorted(by: { $0.key < $1.key }) {
      #expect(export.table.sum(name) == total, "\(name)")
    }
  }
}
