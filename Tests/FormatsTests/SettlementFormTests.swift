// One settlement in its two forms, as XML and as the flat file V2, is the same facts, once.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiShell
import Testing

struct SettlementFormTests {
  private static func amount(_ text: String) -> String {
    "<Amount currency=\"USD\">\(text)</Amount>"
  }

  private static func named(_ element: String, _ type: String, _ amount: String) -> String {
    "<\(element)><Type>\(type)</Type>\(Self.amount(amount))</\(element)>"
  }

  private static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <AmazonEnvelope><Header/><MessageType>SettlementReport</MessageType><Message>
    <MessageID>1</MessageID><SettlementReport>
    <SettlementData><AmazonSettlementID>12</AmazonSettlementID>
    <TotalAmount currency="USD">2.35</TotalAmount>
    <StartDate>2026-03-01T08:00:00+00:00</StartDate><EndDate>2026-03-15T08:00:00+00:00</EndDate>
    <DepositDate>2026-03-17T08:00:00+00:00</DepositDate></SettlementData>
    <Order><AmazonOrderID>O-1</AmazonOrderID><MerchantOrderID>M-1</MerchantOrderID>
    <ShipmentID>S-1</ShipmentID><MarketplaceName>Amazon.com</MarketplaceName>
    <Fulfillment><MerchantFulfillmentID>AFN</MerchantFulfillmentID>
    <PostedDate>2026-03-02T20:00:00+00:00</PostedDate>
    <Item><AmazonOrderItemCode>0071</AmazonOrderItemCode><SKU>LAMP</SKU><Quantity>2</Quantity>
    <ItemPrice>\(named("Component", "Principal", "20.00"))\(named("Component", "Tax", "1.60"))
    \(named("Component", "MarketplaceFacilitatorTax-Principal", "-1.60"))</ItemPrice>
    <ItemFees>\(named("Fee", "Commission", "-3.00"))
    \(named("Fee", "FBAPerUnitFulfillmentFee", "-5.10"))</ItemFees>
    <Promotion><MerchantPromotionID>SPRING</MerchantPromotionID><Type>Principal</Type>
    \(amount("-2.00"))</Promotion></Item></Fulfillment></Order>
    <Refund><AmazonOrderID>O-2</AmazonOrderID><AdjustmentID>A-1</AdjustmentID>
    <MarketplaceName>Amazon.com</MarketplaceName>
    <Fulfillment><MerchantFulfillmentID>AFN</MerchantFulfillmentID>
    <PostedDate>2026-03-03T20:00:00+00:00</PostedDate>
    <AdjustedItem><AmazonOrderItemCode>0072</AmazonOrderItemCode>
    <MerchantAdjustmentItemID>MA-1</MerchantAdjustmentItemID><SKU>LAMP</SKU>
    <ItemPriceAdjustments>\(named("Component", "Principal", "-10.00"))</ItemPriceAdjustments>
    <ItemFeeAdjustments>\(named("Fee", "Commission", "1.50"))
    \(named("Fee", "RefundCommission", "-0.30"))</ItemFeeAdjustments>
    </AdjustedItem></Fulfillment></Refund>
    <Retrocharge><PostedDate>2026-03-04T20:00:00+00:00</PostedDate>
    <BaseTax>\(amount("0.80"))</BaseTax><ShippingTax>\(amount("0.10"))</ShippingTax>
    <MarketplaceName>Amazon.com</MarketplaceName><AmazonOrderID>O-3</AmazonOrderID>
    \(named("Charge", "MarketplaceFacilitatorTax-Principal", "-0.90"))</Retrocharge>
    <OtherTransaction><TransactionType>WAREHOUSE_DAMAGE</TransactionType>
    <TransactionID>7</TransactionID><PostedDate>2026-03-05T20:00:00+00:00</PostedDate>
    \(amount("9.00"))<OtherTransactionItem><SKU>LAMP</SKU><Quantity>1</Quantity>
    \(amount("9.00"))</OtherTransactionItem></OtherTransaction>
    <OtherTransaction><TransactionType>Storage Fee</TransactionType>
    <TransactionID>8</TransactionID><PostedDate>2026-03-06T20:00:00+00:00</PostedDate>
    \(amount("-4.75"))<Fees>\(named("Fee", "Storage Fee", "-4.75"))</Fees></OtherTransaction>
    <AdvertisingTransactionDetails><TransactionType>Charge</TransactionType>
    <PostedDate>2026-03-07T20:00:00+00:00</PostedDate><InvoiceId>I-1</InvoiceId>
    <BaseAmount currency="USD">-2.80</BaseAmount><TaxAmount currency="USD">-0.20</TaxAmount>
    <TransactionAmount currency="USD">-3.00</TransactionAmount></AdvertisingTransactionDetails>
    </SettlementReport></Message></AmazonEnvelope>
    """

  private static let flat: String = {
    let header = [
      "settlement-id", "settlement-start-date", "settlement-end-date", "deposit-date",
      "total-amount", "currency", "transaction-type", "order-id", "merchant-order-id",
      "adjustment-id", "shipment-id", "marketplace-name", "amount-type", "amount-description",
      "amount", "fulfillment-id", "posted-date", "posted-date-time", "order-item-code",
      "merchant-order-item-id", "merchant-adjustment-item-id", "sku", "quantity-purchased",
      "promotion-id",
    ]
    var rows = [header.joined(separator: "\t")]
    func add(_ cells: [String: String]) {
      rows.append(header.map { cells[$0] ?? "" }.joined(separator: "\t"))
    }
    add([
      "settlement-id": "12", "settlement-start-date": "2026-03-01 08:00:00 UTC",
      "settlement-end-date": "2026-03-15 08:00:00 UTC",
      "deposit-date": "2026-03-17 08:00:00 UTC", "total-amount": "2.35", "currency": "USD",
    ])
    func add(
      _ type: String, _ day: Int, _ more: [String: String], _ amounts: [(String, String, String)]
    ) {
      for (kind, description, amount) in amounts {
        var cells = more
        cells["settlement-id"] = "12"
        cells["transaction-type"] = type
        cells["posted-date-time"] = "2026-03-0\(day) 20:00:00 UTC"
        cells["amount-type"] = kind
        cells["amount-description"] = description
        cells["amount"] = amount
        if kind == "Promotion" { cells["promotion-id"] = "SPRING" }
        add(cells)
      }
    }
    let site = ["marketplace-name": "Amazon.com", "fulfillment-id": "AFN", "sku": "LAMP"]
    add(
      "Order", 2,
      site.merging([
        "order-id": "O-1", "shipment-id": "S-1", "order-item-code": "0071",
        "quantity-purchased": "2",
      ]) { $1 },
      [
        ("ItemPrice", "Principal", "20.00"), ("ItemPrice", "Tax", "1.60"),
        ("ItemWithheldTax", "MarketplaceFacilitatorTax-Principal", "-1.60"),
        ("ItemFees", "Commission", "-3.00"), ("ItemFees", "FBAPerUnitFulfillmentFee", "-5.10"),
        ("Promotion", "Principal", "-2.00"),
      ])
    add(
      "Refund", 3,
      site.merging(["order-id": "O-2", "adjustment-id": "A-1", "order-item-code": "0072"]) { $1 },
      [
        ("ItemPrice", "Principal", "-10.00"), ("ItemFees", "Commission", "1.50"),
        ("ItemFees", "RefundCommission", "-0.30"),
      ])
    add(
      "Order_Retrocharge", 4, ["order-id": "O-3", "marketplace-name": "Amazon.com"],
      [
        ("ItemPrice", "Tax", "0.80"), ("ItemPrice", "ShippingTax", "0.10"),
        ("ItemWithheldTax", "MarketplaceFacilitatorTax-Principal", "-0.90"),
      ])
    add(
      "other-transaction", 5, ["sku": "LAMP", "quantity-purchased": "1"],
      [("FBA Inventory Reimbursement", "WAREHOUSE_DAMAGE", "9.00")])
    add("other-transaction", 6, [:], [("other-transaction", "Storage Fee", "-4.75")])
    add("ServiceFee", 7, [:], [("Cost of Advertising", "TransactionTotalAmount", "-3.00")])
    return rows.joined(separator: "\n")
  }()

  private func facts(_ table: Table) -> [String] {
    table.rows(
      "settlement_id", "deposit_day", "currency", "transaction_type", "order_id", "adjustment_id",
      "shipment_id", "site", "channel", "amount_type", "amount_description", "amount",
      "fulfilment", "day", "order_item_id", "sku", "quantity", "promotion_id"
    ).sorted()
  }

  @Test func bothFormsAreTheSameFacts() throws {
    let flat = try read(Self.flat, "flat.txt")
    let xml = try read(Self.xml, "report.xml")
    #expect(flat.kind == xml.kind)
    #expect(flat.remarks == [] && xml.remarks == [])
    #expect(flat.table.rowCount == 15)
    #expect(facts(xml.table) == facts(flat.table))
    for exports in [[flat, xml], [xml, flat]] {
      let merged = ExportMerge.merge(exports, kinds: ExportRecogniser.shipped.kinds, ownKey: [])
      #expect(facts(merged.table) == facts(flat.table))
    }
  }

  /// What the items of a transaction leave of its amount is an amount of its own.
  @Test func aTransactionIsItsAmountWhateverItsItemsSay() throws {
    let xml = Self.xml.replacing(
      "<OtherTransactionItem><SKU>LAMP</SKU><Quantity>1</Quantity>\n\(Self.amount("9.00"))",
      with: "<OtherTransactionItem><SKU>LAMP</SKU><Quantity>3</Quantity>\n\(Self.amount("3.5"))")
    #expect(xml != Self.xml)
    let export = try read(xml, "report.xml")
    #expect(export.remarks == [])
    #expect(
      export.table.rows("amount_type", "amount", "sku").filter { $0.contains("Reimbursement") } == [
        "FBA Inventory Reimbursement 3.5 LAMP", "FBA Inventory Reimbursement 5.5 ",
      ])
  }

  /// Amounts that stand in no known place are missing, and the sum of the file says so.
  @Test func anUnknownPlaceOfAnAmountIsTold() throws {
    let xml = Self.xml.replacing("TransactionAmount", with: "SomeAmount")
    #expect(
      try read(xml, "report.xml").remarks.map(\.english) == [
        "the rows add up to 5.35, the total of the file is 2.35: -3.00 apart"
      ])
  }
}
