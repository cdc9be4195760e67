// What ships, in the language itself: export kinds, dimensions and metrics.

/// A text that ships, by the name diagnostics know it by.
package struct ShippedText: Sendable {
  package let name: String
  package let text: String

  /// The export kinds. A new one with a known container is a definition here, not Swift.
  package static let kinds = [
    amazonOrders, amazonMoney, amazonInventory, amazonAdNeighbours, amazonSponsoredProducts,
    amazonSponsoredBrands, amazonAdConsole, amazonAdInterface, amazonBrandInterface, amazonAdBulk,
    amazonTraffic, amazonAccount,
    tiktokShop, shopee, lazada, lingxing, mabang, helpdesks,
    shopify, walmart, ebay, googleAds, metaAds, rates, ownFinance, ownTrade,
  ]

  /// Metrics by their sections, in the order in which they are listed.
  package static let sections = [
    metricsSales, metricsTraffic, metricsAdvertising, metricsProfitLines, metricsFees,
    metricsProfit, metricsInventory, metricsFulfilment, metricsService, metricsManagement,
  ]

  package static let all = kinds + [metrics, fees] + sections + [metricNames]
}
