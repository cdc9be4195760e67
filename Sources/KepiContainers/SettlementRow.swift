// Amazon's settlement in XML as rows of the flat file V2: one for each amount.

/// In XML an amount stands in what it was paid for, that in the item, the shipment and the order.
/// What people call the same in both forms has the words of the flat file, so that a settlement is
/// the same facts whichever of its forms is loaded.
enum SettlementRow {
  typealias Level = ReportHandler.Level

  /// The settlement's data hold for all that follows; of the parts of a transaction it is known how
  /// much of its amount they are.
  static func hoisted(_ level: Level) -> [(name: String, text: String)] {
    switch level.name {
    case "SettlementData": level.values
    case transactionItem: level["Amount"].map { [(transactionItem, $0)] } ?? []
    default: []
    }
  }

  static func rows(_ levels: [Level]) -> [[String: String]] {
    guard let level = levels.last else { return [] }
    func value(_ name: String) -> String? {
      levels.reversed().lazy.compactMap { $0[name] }.first
    }
    var row: [String: String] = [:]
    row["settlement-id"] = value("AmazonSettlementID")
    if level.name == "SettlementData" {
      row["settlement-start-date"] = level["StartDate"]
      row["settlement-end-date"] = level["EndDate"]
      row["deposit-date"] = level["DepositDate"]
      row["total-amount"] = level["TotalAmount"]
      row["currency"] = level["TotalAmount.currency"]
      return [row]
    }
    guard levels.count >= 2,
      let report = levels.firstIndex(where: { $0.name == "SettlementReport" }),
      report + 1 < levels.count,
      let paid = amount(of: level, in: levels[report + 1], isEvent: levels.count == report + 2)
    else { return [] }
    let event = levels[report + 1]
    let words = words(of: level, in: levels[levels.count - 2], event)
    row["transaction-type"] = words.transaction
    row["amount-type"] = words.amount
    row["amount-description"] = words.description
    row["amount"] = paid.amount
    row["currency"] = paid.currency
    row["order-id"] = value("AmazonOrderID") ?? value("OrderId")
    row["merchant-order-id"] = value("MerchantOrderID")
    row["adjustment-id"] = value("AdjustmentID")
    row["shipment-id"] = value("ShipmentID")
    row["marketplace-name"] = value("MarketplaceName")
    row["fulfillment-id"] = value("MerchantFulfillmentID")
    row["posted-date-time"] = value("PostedDate")
    row["order-item-code"] = value("AmazonOrderItemCode")
    row["merchant-order-item-id"] = value("MerchantOrderItemID")
    row["merchant-adjustment-item-id"] = value("MerchantAdjustmentItemID")
    row["sku"] = value("SKU")
    row["quantity-purchased"] = value("Quantity")
    row["promotion-id"] = level["MerchantPromotionID"]
    return [row]
  }

  /// Some events name their order and site behind their amounts.
  static func completed(_ row: [String: String], _ levels: [Level]) -> [String: String] {
    guard let event = levels.last, event.name != "SettlementData" else { return row }
    var row = row
    for (header, name) in [
      ("order-id", "AmazonOrderID"), ("order-id", "OrderId"), ("posted-date-time", "PostedDate"),
      ("marketplace-name", "MarketplaceName"), ("fulfillment-id", "MerchantFulfillmentID"),
    ] where row[header] == nil {
      row[header] = event[name]
    }
    return row
  }

  // MARK: Amounts

  private static let transaction = "OtherTransaction"
  private static let transactionItem = "OtherTransactionItem"

  /// What an element pays, if it pays anything that no other one says.
  private static func amount(
    of level: Level, in event: Level, isEvent: Bool
  ) -> (amount: String, currency: String?)? {
    // An advertising charge is stated without its tax, with it, and as the tax alone.
    if isEvent, level["Amount"] == nil, let total = level["TransactionAmount"] {
      return (total, level["TransactionAmount.currency"])
    }
    guard let stated = level["Amount"] else { return nil }
    let currency = level["Amount.currency"]
    guard event.name == transaction, event["Amount"] != nil else { return (stated, currency) }
    // A transaction of its own is stated once more by its fees, and by its items, which say what of.
    guard isEvent else { return level.name == transactionItem ? (stated, currency) : nil }
    let items = level.values.filter { $0.name == transactionItem }.map(\.text)
    guard !items.isEmpty else { return (stated, currency) }
    guard let rest = Self.rest(of: stated, without: items) else { return nil }
    return rest == 0 ? nil : (Self.text(rest), currency)
  }

  /// What is left of an amount without others, in ten-thousandths; `nil` where one cannot be read.
  private static func rest(of amount: String, without others: [String]) -> Int64? {
    guard var rest = tenThousandths(amount) else { return nil }
    for other in others {
      guard let other = tenThousandths(other) else { return nil }
      rest -= other
    }
    return rest
  }

  /// `-12.5` is -125,000.
  private static func tenThousandths(_ text: String) -> Int64? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...2).contains(parts.count) else { return nil }
    let fraction = parts.count > 1 ? parts[1] : ""
    guard whole.utf8.count <= 12, fraction.utf8.count <= 4,
      let value = Int64(
        whole + fraction + String(repeating: "0", count: 4 - fraction.utf8.count)),
      value >= 0
    else { return nil }
    return text.hasPrefix("-") ? -value : value
  }

  private static func text(_ tenThousandths: Int64) -> String {
    let fraction = String(tenThousandths.magnitude % 10_000)
    return (tenThousandths < 0 ? "-" : "") + String(tenThousandths.magnitude / 10_000) + "."
      + String(repeating: "0", count: 4 - fraction.utf8.count) + fraction
  }

  // MARK: Words

  /// What the flat file calls an amount. Components and fees are named by the list that they stand
  /// in, others by themselves.
  private static func words(
    of level: Level, in list: Level, _ event: Level
  ) -> (transaction: String, amount: String, description: String) {
    let type = level["Type"] ?? level["TransactionType"] ?? level["ReasonDescription"]
    switch event.name {
    case "AdvertisingTransactionDetails":
      let isRefund = level["TransactionType"] == "Refund"
      return (
        "ServiceFee", isRefund ? "Refund for Advertiser" : "Cost of Advertising",
        "TransactionTotalAmount"
      )
    case transaction:
      let name = event["TransactionType"] ?? type ?? level.name
      let isPart = level.name != transaction && level.name != transactionItem
      return (
        "other-transaction",
        reimbursements.contains(name) ? "FBA Inventory Reimbursement" : "other-transaction",
        isPart ? type ?? name : name
      )
    case "SellerDealPayment", "SellerCouponPayment":
      return (
        "other-transaction", "other-transaction", event["TransactionType"] ?? type ?? event.name
      )
    default: break
    }
    let name = ["Component", "Fee"].contains(level.name) ? list.name : level.name
    let description = descriptions[level.name] ?? type ?? level.name
    let isWithheld = ["MarketplaceFacilitator", "LowValueGoods"].contains {
      description.hasPrefix($0)
    }
    let amount =
      isWithheld
      ? "ItemWithheldTax"
      : event.name == "Liquidations" && description.hasSuffix("Fee")
        ? "ItemFees" : amountTypes[name] ?? name
    return (transactionTypes[event.name] ?? event.name, amount, description)
  }

  private static let transactionTypes = [
    "Adjustment": "Refund", "GuaranteeClaim": "A-to-z Guarantee Refund",
    "Chargeback": "Chargeback Refund", "Retrocharge": "Order_Retrocharge",
    "RetrochargeReversal": "Refund_Retrocharge",
  ]
  /// In liquidations an item holds its components without a list around them.
  private static let amountTypes = [
    "Item": "ItemPrice", "ItemPriceAdjustments": "ItemPrice", "ItemFeeAdjustments": "ItemFees",
    "PromotionAdjustment": "Promotion", "BaseTax": "ItemPrice", "ShippingTax": "ItemPrice",
  ]
  private static let descriptions = ["BaseTax": "Tax"]
  private static let reimbursements: Set<String> = [
    "WAREHOUSE_DAMAGE", "WAREHOUSE_DAMAGE_EXCEPTION", "WAREHOUSE_LOST", "MISSING_FROM_INBOUND",
    "MISSING_FROM_INBOUND_CLAWBACK", "REVERSAL_REIMBURSEMENT", "COMPENSATED_CLAWBACK",
    "REMOVAL_ORDER_LOST", "REMOVAL_ORDER_DAMAGED", "MULTICHANNEL_ORDER_LOST",
    "MULTICHANNEL_ORDER_LATE", "CS_ERROR_ITEMS", "CS_ERROR_NON_ITEMIZED", "CRETURN_WRONG_ITEM",
    "INCORRECT_FEES_ITEMS", "INCORRECT_FEES_NON_ITEMIZED", "FREE_REPLACEMENT_REFUND_ITEMS",
    "CLI_PLANNED_FEE_REIMBURSEMENT",
  ]
}
