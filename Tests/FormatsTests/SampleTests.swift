import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

/// Totals of real exports, computed once by other means. The files stay outside the package.
@Suite(.enabled(if: Samples.folder != nil, Samples.absence))
struct SampleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let path: String
    var part: String?
    var fixed: [String: FixedValue] = [:]
    let kind: String
    let rowCount: Int
    /// Whether characters of the file are cut; a remark says so.
    var isDamaged = false
    /// Headers that its owner has changed.
    var unusedCount = 0
    /// Whether numbers of orders were cut when the file was saved again; a remark says so.
    var hasCutCodes = false
    /// Whether records have lists, which no column can hold; a remark says so.
    var leftOutLists = false
    let totals: [String: String]
    var testDescription: String { ([path] + (part.map { [$0] } ?? [])).joined(separator: " › ") }
  }

  static let rows: [Row] = [
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
      path: "amazon/date-range-transactions/ae-2025-03-monthly.csv",
      kind: "amazon_transactions", rowCount: 1324,
      totals: ["amount": "205.21", "quantity": "1637"]),
    Row(
      path: "amazon/date-range-transactions/ca-2025-03-five-rows.csv",
      kind: "amazon_transactions", rowCount: 5,
      totals: ["amount": "0.5", "quantity": "2"]),
    Row(
      path: "amazon/date-range-transactions/ca-2025-03-monthly-larger.csv",
      kind: "amazon_transactions", rowCount: 1203,
      totals: ["amount": "-39.72", "quantity": "1230"]),
    Row(
      path: "amazon/date-range-transactions/ca-2025-03-monthly-standard-orders.csv",
      kind: "amazon_transactions", rowCount: 5,
      totals: ["amount": "-290.66", "quantity": "1"]),
    Row(
      path: "amazon/date-range-transactions/de-2025-03-monthly.csv",
      kind: "amazon_transactions", rowCount: 1687,
      totals: ["amount": "-75.14", "quantity": "1715"]),
    Row(
      path: "amazon/date-range-transactions/es-2025-03-monthly-numeric-filename.csv",
      kind: "amazon_transactions", rowCount: 404,
      totals: ["amount": "73.36", "quantity": "411"]),
    Row(
      path: "amazon/date-range-transactions/fr-2025-03-monthly.csv",
      kind: "amazon_transactions", rowCount: 1832,
      totals: ["amount": "-333.37", "quantity": "1872"]),
    Row(
      path: "amazon/date-range-transactions/jp-2025-03-monthly-1k.csv",
      kind: "amazon_transactions", rowCount: 5114,
      isDamaged: true,
      totals: ["amount": "96811", "quantity": "5463"]),
    Row(
      path: "amazon/date-range-transactions/jp-2025-03-monthly-small.csv",
      kind: "amazon_transactions", rowCount: 108,
      isDamaged: true,
      totals: ["amount": "905", "quantity": "105"]),
    Row(
      path: "amazon/date-range-transactions/jp-2025-h1-custom-range-resaved.csv",
      kind: "amazon_transactions", rowCount: 7660,
      isDamaged: true,
      totals: ["amount": "87858", "quantity": "7603"]),
    Row(
      path: "amazon/date-range-transactions/mx-2026-05-monthly-made.csv",
      kind: "amazon_transactions", rowCount: 11,
      totals: ["amount": "-1472.92", "quantity": "9"]),
    Row(
      path: "amazon/date-range-transactions/nl-2026-03-monthly-made.csv",
      kind: "amazon_transactions", rowCount: 12,
      totals: ["amount": "-1215.66", "quantity": "16"]),
    Row(
      path: "amazon/date-range-transactions/uk-2025-03-monthly.csv",
      kind: "amazon_transactions", rowCount: 81,
      totals: ["amount": "14.74", "quantity": "76"]),
    Row(
      path: "amazon/date-range-transactions/us-2020-12-unified-resaved.csv",
      kind: "amazon_transactions", rowCount: 2628,
      totals: ["amount": "-164.34", "quantity": "2737"]),
    Row(
      path: "amazon/date-range-transactions/us-2025-02-unified-no-preamble-resaved.csv",
      kind: "amazon_transactions", rowCount: 4731,
      hasCutCodes: true, totals: ["amount": "14.93", "quantity": "5589"]),
    Row(
      path: "amazon/date-range-transactions/us-2025-03-invoiced-orders-b.csv",
      kind: "amazon_transactions", rowCount: 31,
      totals: ["amount": "80.84", "quantity": "29"]),
    Row(
      path: "amazon/date-range-transactions/us-2025-03-monthly-invoiced-orders.csv",
      kind: "amazon_transactions", rowCount: 4,
      totals: ["amount": "56.24", "quantity": "8"]),
    Row(
      path: "amazon/date-range-transactions/us-2025-03-monthly-standard-700.csv",
      kind: "amazon_transactions", rowCount: 3308,
      totals: ["amount": "62.87", "quantity": "3564"]),
    Row(
      path: "amazon/date-range-transactions/us-2025-03-monthly-standard-orders.csv",
      kind: "amazon_transactions", rowCount: 482,
      totals: ["amount": "-197.78", "quantity": "472"]),
    Row(
      path: "amazon/date-range-transactions/us-2025-06-unified-no-preamble-resaved.csv",
      kind: "amazon_transactions", rowCount: 2903,
      hasCutCodes: true, totals: ["amount": "-1247.25", "quantity": "3072"]),
    Row(
      path: "amazon/date-range-transactions/us-2025-09-monthly-unified.csv",
      kind: "amazon_transactions", rowCount: 5095,
      totals: ["amount": "-1237.41", "quantity": "5331"]),
    Row(
      path: "amazon/date-range-transactions/us-2025-10-monthly-unified.csv",
      kind: "amazon_transactions", rowCount: 5282,
      totals: ["amount": "-347.93", "quantity": "5697"]),
    Row(
      path: "amazon/date-range-transactions/us-2026-03-monthly-unified-status-columns.csv",
      kind: "amazon_transactions", rowCount: 4425,
      totals: ["amount": "-564.03", "quantity": "4777"]),
    Row(
      path: "amazon/settlement-v1/ca-2025-v1-50011020300.txt",
      kind: "amazon_settlement_v1", rowCount: 3,
      totals: ["amount": "-321.69", "quantity": "0"]),
    Row(
      path: "amazon/settlement-v1/ca-2025-v1-50018020314.txt",
      kind: "amazon_settlement_v1", rowCount: 16,
      totals: ["amount": "-62.31", "quantity": "1"]),
    Row(
      path: "amazon/settlement-v1/ca-2025-v1-50034020328.txt",
      kind: "amazon_settlement_v1", rowCount: 192,
      totals: ["amount": "1016.08", "quantity": "40"]),
    Row(
      path: "amazon/settlement-v1/ca-2025-v1-50041020342.txt",
      kind: "amazon_settlement_v1", rowCount: 492,
      totals: ["amount": "2539.66", "quantity": "108"]),
    Row(
      path: "amazon/settlement-v1/ca-2025-v1-50051020370.txt",
      kind: "amazon_settlement_v1", rowCount: 689,
      totals: ["amount": "3894.24", "quantity": "156"]),
    Row(
      path: "amazon/ads-legacy/us-2016-search-term.tsv",
      kind: "amazon_sp_search_term_2016", rowCount: 4,
      totals: ["spend": "2.55", "clicks": "11", "impressions": "1460", "ad_sales": "37.95"]),
    Row(
      path: "amazon/brand-analytics-search-query-performance/us-2025-11-brand-view-monthly.csv",
      fixed: .site("US"),
      kind: "amazon_search_query_performance", rowCount: 111,
      totals: [
        "search_volume": "1356360", "total_impressions": "36144878", "own_impressions": "9643",
        "total_purchases": "121397", "own_purchases": "8",
      ]),
    Row(
      path: "amazon/fba-afn-inventory/us-2025-afn-inventory-made.txt",
      kind: "amazon_fba_afn_inventory", rowCount: 2,
      totals: ["on_hand_units": "162"]),
    Row(
      path: "amazon/fba-aged-inventory-surcharge/us-2025-aged-inventory-surcharge-made.txt",
      kind: "amazon_fba_aged_surcharge", rowCount: 2,
      totals: ["charged_units": "55", "surcharge": "3.72"]),
    Row(
      path: "amazon/fba-fee-preview/eu-2018-fee-preview-made.txt",
      kind: "amazon_fba_fee_preview", rowCount: 1,
      totals: ["estimated_fee": "7.26", "fulfilment_fee": "3.51", "fulfilment_fee_es": "7.4"]),
    Row(
      path: "amazon/fba-fee-preview/us-2025-fee-preview-made.txt",
      kind: "amazon_fba_fee_preview", rowCount: 2,
      totals: ["estimated_fee": "6.61", "referral_fee": "2.25", "price": "29.98"]),
    Row(
      path: "amazon/fba-inventory-health-old/uk-2013.tsv",
      kind: "amazon_fba_inventory_health", rowCount: 6,
      totals: ["available_units": "157", "units_age_0_90": "112", "units_shipped_30": "21"]),
    Row(
      path: "amazon/fba-inventory-health-old/us-2016.tsv",
      kind: "amazon_fba_inventory_health", rowCount: 7,
      totals: ["available_units": "792", "units_age_0_90": "748", "units_shipped_30": "775"]),
    Row(
      path: "amazon/fba-inventory-ledger/us-2025-ledger-detail-made.csv",
      kind: "amazon_fba_ledger_detail", rowCount: 7,
      totals: ["units": "40", "unreconciled_units": "2"]),
    Row(
      path: "amazon/fba-manage-inventory/ca-2018-08-title-case-british-spelling.txt",
      fixed: .site("CA"),
      kind: "amazon_fba_manage_inventory", rowCount: 772,
      totals: ["available_units": "1257", "reserved_units": "24", "price": "3629.52"]),
    Row(
      path: "amazon/fba-manage-inventory/uk-2018-08-title-case-headers.txt", fixed: .site("UK"),
      kind: "amazon_fba_manage_inventory", rowCount: 282,
      totals: ["available_units": "5965", "on_hand_units": "6096", "price": "21277.79"]),
    Row(
      path: "amazon/fba-manage-inventory/us-2020-01.txt", fixed: .site("US"),
      kind: "amazon_fba_manage_inventory", rowCount: 520,
      isDamaged: true,
      totals: [
        "available_units": "17652", "reserved_units": "1634", "inbound_working_units": "228",
        "price": "27133.49",
      ]),
    Row(
      path: "amazon/fba-multi-country-inventory/eu-2026-synthetic.txt",
      kind: "amazon_fba_inventory_by_country", rowCount: 16,
      totals: ["available_units": "2095"]),
    Row(
      path: "amazon/fba-received-inventory/us-2022-received-made.txt",
      kind: "amazon_fba_received_inventory", rowCount: 3,
      totals: ["received_units": "47"]),
    Row(
      path: "amazon/fba-reimbursements/us-2025-reimbursements-made.txt",
      kind: "amazon_fba_reimbursements", rowCount: 4,
      totals: ["amount": "20.26", "cash_units": "2", "units": "3"]),
    Row(
      path: "amazon/fba-removal-orders/us-2025-removal-order-detail-made.txt",
      kind: "amazon_fba_removal_orders", rowCount: 3,
      totals: ["units": "45", "shipped_units": "11", "removal_fee": "13.52"]),
    Row(
      path: "amazon/fba-removal-shipments/us-2025-removal-shipment-detail-made.txt",
      kind: "amazon_fba_removal_shipments", rowCount: 3,
      totals: ["units": "11"]),
    Row(
      path: "amazon/fba-replacements/us-2025-replacements-made.txt",
      kind: "amazon_fba_replacements", rowCount: 2,
      totals: ["units": "2"]),
    Row(
      path: "amazon/fba-reserved-inventory/us-2025-reserved-made.txt",
      kind: "amazon_fba_reserved_inventory", rowCount: 1,
      totals: ["reserved_units": "12"]),
    Row(
      path: "amazon/fba-restock/us-2021-restock-history-edited.csv",
      kind: "amazon_fba_restock", rowCount: 74,
      unusedCount: 3,
      totals: [
        "available_units": "3118", "inbound_units": "2165", "sales_30": "9915.79",
        "recommended_units": "422",
      ]),
    Row(
      path: "amazon/fba-shipments/us-2020-12-amazon-fulfilled-shipments.csv",
      kind: "amazon_fba_shipments", rowCount: 5,
      totals: [
        "units": "5", "item_price": "98.52", "item_tax": "3.17", "shipping_discount": "-0.75",
      ]),
    Row(
      path: "amazon/fba-storage-fees/us-2018-03-size-tier-column.tsv",
      kind: "amazon_fba_storage_fees", rowCount: 500,
      isDamaged: true,
      totals: ["storage_fee": "41.3284"]),
    Row(
      path: "amazon/fba-storage-fees/us-2025-01-resaved-month-mangled.csv",
      kind: "amazon_fba_storage_fees", rowCount: 267,
      totals: ["storage_fee": "121.7693", "base_storage_fee": "121.7693"]),
    Row(
      path: "amazon/fba-storage-fees/us-2026-02-quoted.csv",
      kind: "amazon_fba_storage_fees", rowCount: 424,
      totals: ["storage_fee": "49.8089", "base_storage_fee": "49.8089"]),
    Row(
      path: "amazon/fba-storage-fees/us-ca-2018-03-hyphen-headers.tsv",
      kind: "amazon_fba_storage_fees", rowCount: 900,
      isDamaged: true,
      totals: ["storage_fee": "96.1804"]),
    Row(
      path: "amazon/fba-stranded/us-2025-stranded-made.txt", fixed: .site("US"),
      kind: "amazon_fba_stranded", rowCount: 2,
      totals: ["stranded_units": "79", "price": "19.99"]),
    Row(
      path: "amazon/feedback/us-2025-feedback-made.txt",
      kind: "amazon_feedback", rowCount: 3,
      totals: [:]),
    Row(
      path: "amazon/listings/fr-2021-active-listings-windows-1252-made.txt", fixed: .site("FR"),
      kind: "amazon_listings", rowCount: 1,
      totals: ["price": "19.99"]),
    Row(
      path: "amazon/listings/us-2018-inventory-report-business-price.txt", fixed: .site("US"),
      kind: "amazon_inventory_report", rowCount: 901,
      totals: ["price": "51159.26", "quantity": "3"]),
    Row(
      path: "amazon/listings/us-2020-all-listings.txt", fixed: .site("US"),
      kind: "amazon_listings", rowCount: 10,
      totals: ["price": "604.08"]),
    Row(
      path: "amazon/seller-fulfilled-returns/us-2025-returns-report-made.txt",
      kind: "amazon_seller_returns", rowCount: 2,
      totals: ["units": "3", "refunded_amount": "14.99", "label_cost": "6.1"]),
    Row(
      path: "amazon/unshipped-orders/us-2025-05-unshipped-orders-with-buyer-pii.txt",
      kind: "amazon_unshipped_orders", rowCount: 15,
      totals: ["units": "15", "open_units": "15"]),
    Row(
      path: "amazon/sales-dashboard/us-2026-01-SalesDashboard.csv", fixed: .site("US"),
      kind: "amazon_sales_dashboard", rowCount: 86,
      totals: ["ordered_product_sales": "1737.79", "units_ordered": "76"]),
    Row(
      path: "amazon/brand-analytics-top-search-terms/us-2025-11-monthly.csv",
      kind: "amazon_top_search_terms", rowCount: 309, totals: [:]),
    Row(
      path: "amazon/subscribe-and-save/us-2025-sns-performance-made.txt",
      kind: "amazon_subscribe_and_save", rowCount: 2, totals: ["units": "21"]),
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
      kind: "amazon_api_v2_sp_campaigns", rowCount: 1,
      totals: ["spend": "5.5", "ad_sales": "39.98", "clicks": "10", "ad_orders": "2"]),
    Row(
      path: "amazon/ads-api-v3-json/uk-2026-spSearchTerm-summary-made.json",
      kind: "amazon_api_sp_search_term", rowCount: 3,
      totals: [
        "spend": "3.74", "ad_sales": "14.99", "clicks": "7", "impressions": "310",
        "ad_orders": "1", "ad_units": "1",
      ]),
    Row(
      path: "amazon/ads-api-v3-json/us-2026-sdCampaigns-daily-made.json",
      kind: "amazon_api_sd_campaigns", rowCount: 1,
      totals: ["spend": "60.5", "ad_sales": "150", "clicks": "12", "ad_units": "6"]),
    Row(
      path: "amazon/ads-api-v3-json/us-2026-spCampaigns-daily-made.json",
      kind: "amazon_api_sp_campaigns", rowCount: 4,
      totals: [
        "spend": "208.06", "ad_sales": "606.23", "clicks": "246", "impressions": "31935",
        "ad_orders": "21", "ad_units": "22", "budget": "200",
      ]),
    Row(
      path: "amazon/settlement-v1/eu-2019-v1-xml-made.xml", kind: "amazon_settlement_v2",
      rowCount: 7, totals: ["amount": "-16.7"]),
    Row(
      path: "amazon/ads-sp-targeting/us-2018-09-06-to-12-06.xlsx",
      kind: "amazon_sp_targeting", rowCount: 2129,
      totals: [
        "spend": "1127.21", "clicks": "942", "impressions": "444833", "ad_sales": "17693.84",
        "ad_orders": "73",
      ]),
    Row(
      path: "amazon/ads-sp-targeting/us-2018-09-18-to-12-17-overlapping.xlsx",
      kind: "amazon_sp_targeting", rowCount: 2364,
      totals: [
        "spend": "1367.61", "clicks": "1121", "impressions": "568589", "ad_sales": "21023.65",
        "ad_orders": "86",
      ]),
    Row(
      path: "amazon/ads-sp-targeting/us-2018-daily-empty-tail.xlsx",
      kind: "amazon_sp_targeting", rowCount: 5,
      totals: [
        "spend": "3.76", "clicks": "5", "impressions": "6875", "ad_sales": "0", "ad_orders": "0",
      ]),
    Row(
      path: "amazon/ads-sp-targeting/in-2020-rupee.xlsx",
      kind: "amazon_sp_targeting", rowCount: 1683,
      totals: [
        "spend": "47108.12", "clicks": "1955", "impressions": "640262", "ad_sales": "71129.81",
        "ad_orders": "194",
      ]),
    Row(
      path: "amazon/ads-sb-campaign/fr-2021-02.xlsx",
      kind: "amazon_sb_campaign", rowCount: 38,
      totals: [
        "spend": "190.63", "clicks": "286", "impressions": "138843", "ad_sales": "137.46",
        "ad_orders": "3", "ntb_sales": "137.46",
      ]),
    Row(
      path: "amazon/ads-sb-campaign/uk-2021-02-sales-without-impressions.xlsx",
      kind: "amazon_sb_campaign", rowCount: 1,
      totals: [
        "spend": "0", "clicks": "0", "impressions": "0", "ad_sales": "41.66", "ad_orders": "1",
        "ntb_sales": "41.66",
      ]),
    Row(
      path: "amazon/ads-sb-campaign/us-2018-10-no-new-to-brand.xlsx",
      kind: "amazon_sb_campaign", rowCount: 4,
      totals: [
        "spend": "27.62", "clicks": "51", "impressions": "6178", "ad_sales": "32.99",
        "ad_orders": "1",
      ]),
    Row(
      path: "amazon/ads-sb-campaign/us-2021-02.xlsx",
      kind: "amazon_sb_campaign", rowCount: 72,
      totals: [
        "spend": "414.52", "clicks": "536", "impressions": "144368", "ad_sales": "1124.06",
        "ad_orders": "10", "ntb_sales": "1124.06",
      ]),
    Row(
      path: "amazon/ads-sb-keyword/us-2018-10.xlsx",
      kind: "amazon_sb_keyword", rowCount: 37,
      totals: [
        "spend": "27.62", "clicks": "51", "impressions": "6178", "ad_sales": "32.99",
        "ad_orders": "1",
      ]),
    Row(
      path: "amazon/ads-sd-campaign/de-2021-02.xlsx",
      kind: "amazon_sd_campaign", rowCount: 19,
      totals: [
        "spend": "54.58", "clicks": "116", "impressions": "72348", "ad_sales": "46.21",
        "ad_orders": "1", "budget": "95",
      ]),
    Row(
      path: "amazon/ads-sd-campaign/us-2021-02.xlsx",
      kind: "amazon_sd_campaign", rowCount: 87,
      totals: [
        "spend": "826.66", "clicks": "2219", "impressions": "1160185", "ad_sales": "1564.57",
        "ad_orders": "16", "budget": "938",
      ]),
    Row(
      path: "amazon/ads-sp-performance-over-time/us-2018.xlsx",
      fixed: .site("US"),
      kind: "amazon_sp_performance_over_time", rowCount: 5,
      totals: [
        "spend": "55.03", "clicks": "49",
      ]),
    Row(
      path: "amazon/ads-sp-placement/us-2018-bid-plus.xlsx",
      kind: "amazon_sp_placement", rowCount: 5,
      totals: [
        "spend": "0", "clicks": "0", "impressions": "1622", "ad_sales": "0", "ad_orders": "0",
      ]),
    Row(
      path: "amazon/ads-sp-purchased-product/us-2018.xlsx",
      kind: "amazon_sp_purchased_product", rowCount: 5,
      totals: [
        "ad_sales_other_sku": "0", "ad_units_other_sku": "0", "ad_orders_other_sku": "0",
      ]),
    Row(
      path: "amazon/ads-conversion-path/us-2026-01.xlsx",
      kind: "amazon_ads_conversion_path", rowCount: 1,
      totals: [
        "ad_sales": "400.59", "ad_orders": "14",
      ]),
    Row(
      path: "amazon/ads-bulk-operations/us-2026-01-bulk-a.xlsx",
      part: "Sponsored Products Campaigns",
      fixed: .site("US"),
      kind: "amazon_ads_bulk", rowCount: 217,
      totals: [
        "spend": "472.46", "clicks": "151", "impressions": "33151", "ad_sales": "397.35",
        "ad_orders": "15", "ad_units": "15",
      ]),
    Row(
      path: "amazon/ads-bulk-operations/us-2018-bulk-old-full.xlsx",
      part: "Sponsored Products Campaigns",
      fixed: .site("US"),
      kind: "amazon_ads_bulk_2018", rowCount: 488,
      totals: [
        "spend": "3318.41", "clicks": "2739", "impressions": "1134189", "ad_sales": "65590.84",
        "ad_orders": "239", "ad_units": "416",
      ]),
    Row(
      path: "amazon/ads-bulk-operations/us-2018-bulk-old-record-type.xlsx",
      part: "Sponsored Products Campaigns",
      fixed: .site("US"),
      kind: "amazon_ads_bulk_2018", rowCount: 17,
      totals: [
        "spend": "117.12", "clicks": "84", "impressions": "15064", "ad_sales": "1199.92",
        "ad_orders": "4", "ad_units": "8",
      ]),
    Row(
      path: "amazon/ads-bulk-operations/us-2026-01-bulk-a.xlsx", part: "SP Search Term Report",
      fixed: .site("US"),
      kind: "amazon_ads_bulk_search_term", rowCount: 26,
      totals: [
        "spend": "89.17", "clicks": "29", "impressions": "296", "ad_sales": "79.47",
        "ad_orders": "3", "ad_units": "3",
      ]),
    Row(
      path: "amazon/account-health/us-2020-seller-performance-v2.json", part: "performanceMetrics",
      kind: "amazon_seller_performance", rowCount: 16, leftOutLists: true,
      totals: ["lsr_orders": "870669", "late_shipments": "27896", "cancel_orders": "17197"]),
    Row(
      path: "amazon/account-health/us-2020-seller-performance-v2.json", part: "accountStatuses",
      kind: "amazon_account_status", rowCount: 3, totals: [:]),
    Row(
      path: "amazon/ads-bulk-operations/us-2026-01-bulk-a.xlsx", part: "RAS Search Term Report",
      fixed: .site("US"), kind: "amazon_ads_bulk_retailer_search_term", rowCount: 0, totals: [:]),
    Row(
      path: "amazon/ads-bulk-operations/us-2018-bulk-old-full.xlsx",
      part: "Headline Search Campaigns", fixed: .site("US"),
      kind: "amazon_ads_bulk_2018_brands", rowCount: 0, totals: [:]),
    Row(
      path: "amazon/ads-bulk-operations/us-2026-01-bulk-a.xlsx",
      part: "Sponsored Display Campaigns", fixed: .site("US"),
      kind: "amazon_ads_bulk", rowCount: 0, totals: [:]),
  ]

  @Test(arguments: rows) func totals(_ row: Row) throws {
    let selection = row.part.map { PartSelection([$0]) { $0 == $1 } } ?? .all
    let export = try ExportReader(path: row.path, part: selection, fixed: row.fixed)
      .read(Samples.bytes(row.path), by: .shipped).onlyExport()
    #expect(export.kind == row.kind)
    #expect(export.table.rowCount == row.rowCount)
    #expect(export.rejects == [])
    let remarks = export.remarks.map(\.english)
    let isTold = row.isDamaged || row.leftOutLists || row.hasCutCodes
    #expect(remarks.count == (isTold ? 1 : 0), "\(remarks)")
    #expect(
      remarks.allSatisfy {
        $0.contains("cut or damaged") || $0.contains("lists inside")
          || $0.contains("cut by a spreadsheet program")
      }, "\(remarks)")
    #expect(export.unusedHeaders.count == row.unusedCount, "\(export.unusedHeaders)")
    for (name, total) in row.totals.sorted(by: { $0.key < $1.key }) {
      #expect(export.table.sum(name) == total, "\(name)")
    }
  }
}
