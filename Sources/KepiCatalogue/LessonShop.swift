// A made-up shop of the lessons: its orders, and the reports that follow from them.

struct LessonShop: Sendable {
  let store: String
  let site: String
  let channel: String
  let currency: String
  let taxPercent: Int
  let ordersADay: Int
  /// Places in the list of products.
  let products: [Int]
  let sessionsPerOrder: Int
  let clicksADay: Int
  let centsAClick: Int
  let clicksPerAdOrder: Int
  /// Whether the ads were turned up in April.
  let growsInApril: Bool

  /// A line of an order.
  struct Line {
    let order: Int
    let day: LessonDay
    let product: Int
    let units: Int
    let discount: Int
    let isCancelled: Bool
    /// Sent back ten days later.
    let isReturned: Bool

    var price: Int { units * LessonData.products[product].cents }
  }

  /// In the order of the days.
  var orderLines: [Line] {
    var lines: [Line] = []
    var order = 0
    for day in LessonData.days {
      let wave = (day.number * 7 + site.utf8.reduce(0) { $0 + Int($1) }) % 3
      for place in 0..<(ordersADay + wave - 1 + (day.isWeekend ? 1 : 0)) {
        order += 1
        var product = products[(order + place) % 3 == 0 ? 1 : 0]
        if product == 0, day.month == LessonData.lampless.month,
          LessonData.lampless.days.contains(day.day)
        {
          product = products[1]
        }
        let isCancelled = order % 17 == 5
        lines.append(
          Line(
            order: order, day: day, product: product, units: order % 9 == 0 ? 2 : 1,
            discount: order % 8 == 3 ? 200 : 0, isCancelled: isCancelled,
            isReturned: !isCancelled && order % 13 == 4))
        // Some buy something else as well.
        if order % 6 == 0, !isCancelled {
          lines.append(
            Line(
              order: order, day: day, product: products[1], units: 1, discount: 0,
              isCancelled: false, isReturned: false))
        }
      }
    }
    return lines
  }

  var files: [(path: String, text: String)] {
    let sold = orderLines
    let folder = "\(store)/\(site)/"
    var files = [
      (folder + "AllOrders.txt", orders(sold)), (folder + "Shipments.txt", shipments(sold)),
      (folder + "Returns.txt", returns(sold)), (folder + "BusinessReport.csv", traffic(sold)),
      (folder + "Sponsored Products Advertised product.csv", ads),
      (folder + "Settlement.txt", settlement(sold)),
    ]
    if let stock = stock() { files.append((folder + "Inventory Ledger.csv", stock)) }
    return files
  }

  private func number(_ order: Int) -> String {
    let text = String(order)
    let digits = String(repeating: "0", count: 7 - text.count) + text
    return "\(site == "US" ? 111 : site == "FR" ? 405 : 303)-\(digits)-\(digits)"
  }

  private func tax(in price: Int) -> Int {
    // Outside the United States prices hold the tax.
    (price * taxPercent + (100 + taxPercent) / 2) / (100 + taxPercent)
  }

  // MARK: Orders and parcels

  private func orders(_ sold: [Line]) -> String {
    let header = [
      "amazon-order-id", "merchant-order-id", "purchase-date", "last-updated-date", "order-status",
      "fulfillment-channel", "sales-channel", "order-channel", "ship-service-level", "product-name",
      "sku", "asin", "item-status", "quantity", "currency", "item-price", "item-tax",
      "shipping-price", "shipping-tax", "gift-wrap-price", "gift-wrap-tax",
      "item-promotion-discount", "ship-promotion-discount", "ship-city", "ship-state",
      "ship-postal-code", "ship-country", "promotion-ids",
    ]
    let rows = sold.map { line -> String in
      let product = LessonData.products[line.product]
      let status = line.isCancelled ? "Cancelled" : "Shipped"
      return [
        number(line.order), "", line.day.noon, line.day.noon, status, "Amazon", channel, "",
        "Standard", product.sku, product.sku, product.asin, status,
        line.isCancelled ? "0" : String(line.units), currency, LessonData.money(line.price),
        taxPercent == 0 ? "" : LessonData.money(tax(in: line.price)), "", "", "", "",
        line.discount == 0 ? "" : LessonData.money(line.discount), "", "", "", "", site, "",
      ].joined(separator: "\t")
    }
    return LessonData.lines([header.joined(separator: "\t")] + rows)
  }

  private func shipments(_ sold: [Line]) -> String {
    let header = [
      "amazon-order-id", "merchant-order-id", "shipment-id", "shipment-item-id",
      "amazon-order-item-id", "merchant-order-item-id", "purchase-date", "payments-date",
      "shipment-date", "reporting-date", "sku", "product-name", "quantity-shipped", "currency",
      "item-price", "item-tax", "shipping-price", "shipping-tax", "gift-wrap-price",
      "gift-wrap-tax", "ship-service-level", "ship-country", "item-promotion-discount",
      "ship-promotion-discount", "carrier", "estimated-arrival-date", "fulfillment-center-id",
      "fulfillment-channel", "sales-channel",
    ]
    let sent = sold.filter { !$0.isCancelled }
    let rows = sent.enumerated().map { place, line -> String in
      let sku = LessonData.products[line.product].sku
      return [
        number(line.order), "", "S\(site)\(place)", "I\(site)\(place)", "", "", line.day.noon,
        line.day.noon, line.day.noon, line.day.noon, sku, sku, String(line.units), currency,
        LessonData.money(line.price), "", "", "", "", "", "Standard", site, "", "", "", "", "KEP1",
        "AFN", channel,
      ].joined(separator: "\t")
    }
    return LessonData.lines([header.joined(separator: "\t")] + rows)
  }

  private func returnDay(_ line: Line) -> LessonDay? {
    let number = line.day.number + 10
    return LessonData.days.indices.contains(number) ? LessonData.days[number] : nil
  }

  private func returns(_ sold: [Line]) -> String {
    let header = [
      "return-date", "order-id", "sku", "asin", "fnsku", "product-name", "quantity",
      "fulfillment-center-id", "detailed-disposition", "reason", "status", "license-plate-number",
      "customer-comments",
    ]
    let rows = sold.filter(\.isReturned).compactMap { line -> String? in
      guard let day = returnDay(line) else { return nil }
      let product = LessonData.products[line.product]
      let isDamaged = line.order % 2 == 0
      return [
        day.noon, number(line.order), product.sku, product.asin, "X" + product.asin.dropFirst(),
        product.sku, String(line.units), "KEP1", isDamaged ? "CUSTOMER_DAMAGED" : "SELLABLE",
        isDamaged ? "DEFECTIVE" : "UNWANTED_ITEM", "Unit returned to inventory", "", "",
      ].joined(separator: "\t")
    }
    return LessonData.lines([header.joined(separator: "\t")] + rows)
  }

  // MARK: Visits and ads

  private func traffic(_ sold: [Line]) -> String {
    let header =
      "Date,Ordered Product Sales,Units Ordered,Total Order Items,Page Views - Total,"
      + "Sessions - Total,Featured Offer (Buy Box) Percentage,Unit Session Percentage,"
      + "Units Refunded,Refund Rate"
    let rows = LessonData.days.map { day -> String in
      let placed = sold.filter { $0.day == day }
      let sessions = placed.count * sessionsPerOrder + day.number % 6
      let back = sold.filter { $0.isReturned && returnDay($0) == day }
      let numbers = [
        LessonData.money(placed.reduce(0) { $0 + $1.price }),
        String(placed.reduce(0) { $0 + $1.units }), String(placed.count),
        String(sessions * 13 / 10), String(sessions), "\(90 + day.number % 9)%", "",
        String(back.reduce(0) { $0 + $1.units }), "",
      ]
      return "\(day.text)," + numbers.joined(separator: ",")
    }
    return LessonData.lines([header] + rows)
  }

  private var ads: String {
    let header =
      "Date,Currency,Campaign Name,Ad Group Name,Advertised SKU,Advertised ASIN,Impressions,"
      + "Clicks,Spend,7 Day Total Sales,7 Day Total Orders (#),7 Day Total Units (#)"
    var rows: [String] = []
    for day in LessonData.days {
      for (place, index) in products.enumerated() {
        let product = LessonData.products[index]
        let turnedUp = growsInApril && day.month == 4 ? 2 : 1
        let clicks = (clicksADay + (day.number * 5 + place) % 5) * turnedUp / (place + 1)
        // What is turned up finds buyers who want it less.
        let bought = clicks / (clicksPerAdOrder + (turnedUp - 1) * 4)
        let orders = bought + (day.number % 4 == place ? 1 : 0)
        let spend = clicks * centsAClick + day.number % 7
        let sales = orders * product.cents
        rows.append(
          "\(day.text),\(currency),\(store) \(place == 0 ? "Auto" : "Exact"),All,"
            + "\(product.sku),\(product.asin),\(clicks * 170 + day.number),\(clicks),"
            + "\(LessonData.money(spend)),\(LessonData.money(sales)),\(orders),\(orders)")
      }
    }
    return LessonData.lines([header] + rows)
  }

  // MARK: Money

  /// A settlement of both months, with a line for each week, product and kind of amount.
  private func settlement(_ sold: [Line]) -> String {
    let header = [
      "settlement-id", "settlement-start-date", "settlement-end-date", "deposit-date",
      "total-amount", "currency", "transaction-type", "order-id", "merchant-order-id",
      "adjustment-id", "shipment-id", "marketplace-name", "amount-type", "amount-description",
      "amount", "fulfillment-id", "posted-date", "posted-date-time", "order-item-code",
      "merchant-order-item-id", "merchant-adjustment-item-id", "sku", "quantity-purchased",
      "promotion-id",
    ]
    let id = "9\(site.utf8.reduce(0) { $0 * 100 + Int($1) })"
    var total = 0
    var rows: [String] = []
    func add(
      _ transaction: String, _ type: String, _ description: String, _ cents: Int, _ day: LessonDay,
      _ sku: String = "", _ units: Int? = nil
    ) {
      guard cents != 0 else { return }
      total += cents
      rows.append(
        [
          id, "", "", "", "", "", transaction, sku.isEmpty ? "" : number(day.number + 1), "", "",
          "", sku.isEmpty ? "" : channel, type, description, LessonData.money(cents),
          sku.isEmpty ? "" : "AFN", day.text, day.noon, "", "", "", sku,
          units.map(String.init) ?? "", "",
        ].joined(separator: "\t"))
    }
    let sent = sold.filter { !$0.isCancelled }
    for week in 0..<9 {
      let day = LessonData.days[min(week * 7 + 6, LessonData.days.count - 1)]
      for index in products {
        let sku = LessonData.products[index].sku
        let lines = sent.filter { $0.product == index && $0.day.number / 7 == week }
        let units = lines.reduce(0) { $0 + $1.units }
        let gross = lines.reduce(0) { $0 + $1.price - tax(in: $1.price) }
        add("Order", "ItemPrice", "Principal", gross, day, sku, units)
        add("Order", "ItemFees", "Commission", -gross * 15 / 100, day, sku)
        add("Order", "ItemFees", "FBAPerUnitFulfillmentFee", -units * 345, day, sku)
        add("Order", "Promotion", "Principal", -lines.reduce(0) { $0 + $1.discount }, day, sku)
        let back = sent.filter {
          $0.product == index && $0.isReturned && returnDay($0).map { $0.number / 7 } == week
        }
        let refunded = back.reduce(0) { $0 + $1.price - tax(in: $1.price) }
        add(
          "Refund", "ItemPrice", "Principal", -refunded, day, sku,
          back.reduce(0) { $0 + $1.units })
        add("Refund", "ItemFees", "Commission", refunded * 12 / 100, day, sku)
      }
    }
    for last in [LessonData.days[30], LessonData.days[60]] {
      add("other-transaction", "other-transaction", "Storage Fee", -1890, last)
      if site != "FR" {
        add("other-transaction", "other-transaction", "Subscription Fee", -3900, last)
      }
    }
    let first =
      [
        id, "2026-03-01T00:00:00+00:00", "2026-04-30T23:00:00+00:00", "2026-05-02T12:00:00+00:00",
        LessonData.money(total), currency,
      ] + Array(repeating: "", count: header.count - 6)
    return LessonData.lines(
      [header.joined(separator: "\t"), first.joined(separator: "\t")] + rows)
  }

  // MARK: Stock

  /// The stock of the whole store lies at its first site.
  private func stock() -> String? {
    let all = LessonData.shops.filter { $0.store == store }
    guard all[0].site == site else { return nil }
    let sent = all.flatMap(\.orderLines).filter { !$0.isCancelled }
    let header =
      "Date,FNSKU,ASIN,MSKU,Title,Disposition,Starting Warehouse Balance,"
      + "In Transit Between Warehouses,Receipts,Customer Shipments,Customer Returns,"
      + "Vendor Returns,Warehouse Transfer In/Out,Found,Lost,Damaged,Disposed,Other Events,"
      + "Ending Warehouse Balance,Unknown Events,Location,Store"
    var rows: [String] = []
    var known: Set<Int> = []
    for index in all.flatMap(\.products) where known.insert(index).inserted {
      let product = LessonData.products[index]
      func units(_ day: LessonDay) -> Int {
        sent.filter { $0.product == index && $0.day == day }.reduce(0) { $0 + $1.units }
      }
      let isLamp = index == 0
      // Just enough lamps until the tenth of April, and plenty of the rest.
      let before = LessonData.days.filter { $0.number < 40 }.reduce(0) { $0 + units($1) }
      var balance = isLamp ? before : 150 + index * 20
      for day in LessonData.days {
        let received = day.number == (isLamp ? 46 : 35) ? 120 : 0
        let shipped = units(day)
        let end = balance + received - shipped
        rows.append(
          "\(LessonData.padded(day.month))/\(LessonData.padded(day.day))/2026,"
            + "X\(product.asin.dropFirst()),\(product.asin),\(product.sku),\(product.sku),SELLABLE,"
            + "\(balance),0,\(received),\(-shipped),0,0,0,0,0,0,0,0,\(end),0,\(site),")
        balance = end
      }
    }
    return LessonData.lines([header] + rows)
  }
}
