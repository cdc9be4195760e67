// The reports whose forms are documented, each with its forms and a week of made-up rows.
import KepiColumns
import KepiFormats

extension WeekReport {
  static let all = [
    salesByDate, salesBySKU, searchTerms, campaigns, orders, settlement, shopOrders, stock, ledger,
    googleCampaigns, tikTokOrders,
  ]

  /// A table for each of the days, as people load reports that do not name their period.
  private static func daily(
    _ days: ClosedRange<Int>, _ file: (Int) -> [UInt8]
  ) -> [File] {
    days.map { day in
      let date = dateOfFile(day)
      return File(bytes: file(day), fixed: ["site": germany, "date": date])
    }
  }

  /// What `with date = 2026-03-13` says.
  private static func dateOfFile(_ day: Int) -> FixedValue {
    guard let date = Day(year: 2026, month: 3, day: day) else { return germany }
    return FixedValue(.days(first: date, last: date), overrides: true)
  }

  private static let germany = FixedValue(.text("DE"), overrides: true)

  /// For reports whose rows have their days.
  private static func whole(_ bytes: [UInt8]) -> [File] {
    [File(bytes: bytes, fixed: ["site": germany])]
  }

  // MARK: Sales and traffic

  /// Numbers of a day: whole ones, amounts in cents.
  private struct Sales {
    let day: Int
    let sales: Int
    let businessSales: Int
    let units: Int
    let businessUnits: Int
    let items: Int
    let sessions: Int
  }

  private static func sales(_ days: ClosedRange<Int>) -> [Sales] {
    days.map { day in
      Sales(
        day: day, sales: 123_456 * (day - 10) + 7, businessSales: 1_050 * day, units: 1_028 + day,
        businessUnits: day % 5, items: 998 + day, sessions: 10_400 + 3 * day)
    }
  }

  private static let salesHeaders = [
    "Date", "Ordered Product Sales", "Ordered Product Sales - B2B", "Units Ordered",
    "Units Ordered - B2B", "Total Order Items", "Average Selling Price", "Sessions - Total",
    "Order Item Session Percentage",
  ]

  private static func salesRows(
    _ days: ClosedRange<Int>, _ headers: [String], _ notation: Notation,
    counts: Notation? = nil, _ date: (Int) -> String
  ) -> [[String]] {
    let counts = counts ?? notation
    var rows = [headers]
    for row in sales(days) {
      let cells: [String] = [
        date(row.day), notation.text(row.sales), notation.text(row.businessSales),
        counts.count(row.units), counts.count(row.businessUnits), counts.count(row.items),
        notation.text(1_999), counts.count(row.sessions), "4.86%",
      ]
      rows.append(cells)
    }
    return rows
  }

  static let salesByDate = WeekReport(
    testDescription: "business report by date",
    columns: [
      "day", "site", "currency", "ordered_product_sales", "ordered_product_sales_b2b",
      "units_ordered", "units_ordered_b2b", "order_items", "sessions",
    ], rowCount: 7,
    forms: [
      Form(name: "us.csv", kind: "amazon_business_report_by_date") { days in
        whole(utf8(delimited(salesRows(days, salesHeaders, .english) { "3/\($0)/26" })))
      },
      Form(name: "uk.csv", kind: "amazon_business_report_by_date") { days in
        whole(utf8(delimited(salesRows(days, salesHeaders, .english) { "\($0)/03/2026" })))
      },
      // Three notations in one row: counts in English, percents in English, money in German.
      Form(name: "de.csv", kind: "amazon_business_report_by_date") { days in
        let headers = [
          "Datum", "Durch bestellte Produkte erzielter Umsatz", "Bestellsumme – B2B",
          "Bestellte Einheiten", "Bestellte Einheiten\u{A0}– B2B", "Zahl der Bestellposten",
          "Durchschnittlicher Verkaufspreis", "Sitzungen\u{A0}– Summe",
          "Prozentsatz Bestellposten pro Sitzung",
        ]
        return whole(
          utf8(
            delimited(
              salesRows(days, headers, .german, counts: .english) { "\($0).03.2026" }),
            hasMark: true))
      },
      Form(name: "jp.csv", kind: "amazon_business_report_by_date") { days in
        let headers = [
          "日付", "注文商品の売上額", "注文商品の売上額 - B2B", "注文された商品点数", "注文点数 - B2B", "注文品目総数",
          "平均販売価格", "セッション数 - 合計", "注文商品セッション率",
        ]
        return whole(
          utf8(
            delimited(salesRows(days, headers, .english) { "2026/03/\($0)" }), hasMark: true))
      },
      Form(name: "us.xlsx", kind: "amazon_business_report_by_date") { days in
        whole(book(salesRows(days, salesHeaders, .plain, isoDay), dayColumns: [0]))
      },
      Form(name: "sales.json", kind: "amazon_business_report_by_date") { days in
        let rows = sales(days).reversed().map { row in
          """
          {"date": "\(isoDay(row.day))", "salesByDate": {"orderedProductSales": {"amount": \
          \(Notation.plain.text(row.sales)), "currencyCode": "EUR"}, "orderedProductSalesB2B": \
          {"amount": \(Notation.plain.text(row.businessSales)), "currencyCode": "EUR"}, \
          "unitsOrdered": \(row.units), "unitsOrderedB2B": \(row.businessUnits), \
          "totalOrderItems": \(row.items)}, "trafficByDate": {"sessions": \(row.sessions)}}
          """
        }
        return [
          File(
            bytes: utf8(
              """
              {"reportSpecification": {"reportType": "GET_SALES_AND_TRAFFIC_REPORT",
              "reportOptions": {"dateGranularity": "DAY", "asinGranularity": "CHILD"},
              "dataStartTime": "\(isoDay(days.lowerBound))",
              "dataEndTime": "\(isoDay(days.upperBound))", "marketplaceIds": ["A1PA6795UKMFR9"]},
              "salesAndTrafficByDate": [\(rows.joined(separator: ", "))]}
              """))
        ]
      },
    ])

  private static let skus = ["CUP-1", "CUP-2", "LID \"L\", red"]

  /// Rows of one day: parent, child, title, SKU, sessions, views, share, units, sales, items.
  private static func skuRows(
    _ day: Int, _ headers: [String], _ notation: Notation, counts: Notation? = nil
  ) -> [[String]] {
    let counts = counts ?? notation
    var rows = [headers]
    for number in skus.indices {
      let units = 40 * number + day
      let row: [String] = [
        "B0PARENT01", "B0CHILD00\(number)", "Cup, \"blue\"", skus[number],
        counts.count(1_200 + 31 * day + number), "4.81%", counts.count(2_400 + day + number),
        "99.96%", counts.count(units), notation.text(150_011 * day + number),
        counts.count(units - 1),
      ]
      rows.append(row)
    }
    return rows
  }

  private static let salesBySKU = WeekReport(
    testDescription: "business report by SKU",
    columns: [
      "day", "site", "currency", "parent_asin", "asin", "sku", "sessions", "page_views",
      "units_ordered", "ordered_product_sales", "order_items", "featured_offer_percentage",
    ], rowCount: 21,
    forms: [
      Form(name: "us.csv", kind: "amazon_business_report_by_asin") { days in
        let headers = [
          "(Parent) ASIN", "(Child) ASIN", "Title", "SKU", "Sessions - Total",
          "Session Percentage - Total", "Page Views - Total",
          "Featured Offer (Buy Box) Percentage", "Units Ordered", "Ordered Product Sales",
          "Total Order Items",
        ]
        return daily(days) { utf8(delimited(skuRows($0, headers, .english)), hasMark: true) }
      },
      Form(name: "us-2020.csv", kind: "amazon_business_report_by_asin") { days in
        let headers = [
          "(Parent) ASIN", "(Child) ASIN", "Title", "SKU", "Sessions", "Session Percentage",
          "Page Views", "Buy Box Percentage", "Units Ordered", "Ordered Product Sales",
          "Total Order Items",
        ]
        return daily(days) { utf8(delimited(skuRows($0, headers, .english))) }
      },
      Form(name: "de.csv", kind: "amazon_business_report_by_asin") { days in
        let headers = [
          "(Übergeordnete) ASIN", "(Untergeordnete) ASIN", "Titel", "SKU",
          "Sitzungen\u{A0}– Summe", "Prozentwert an Sitzungen – Summe",
          "Seitenaufrufe\u{A0}– Summe",
          "Hervorgehobenes Angebot (\"In-den-Einkaufswagen\") – Prozentsatz",
          "Bestellte Einheiten", "Durch bestellte Produkte erzielter Umsatz",
          "Zahl der Bestellposten",
        ]
        return daily(days) {
          utf8(delimited(skuRows($0, headers, .german, counts: .english)), hasMark: true)
        }
      },
      Form(name: "us.xlsx", kind: "amazon_business_report_by_asin") { days in
        let headers = [
          "(Parent) ASIN", "(Child) ASIN", "Title", "SKU", "Sessions - Total",
          "Session Percentage - Total", "Page Views - Total",
          "Featured Offer (Buy Box) Percentage", "Units Ordered", "Ordered Product Sales",
          "Total Order Items",
        ]
        return daily(days) { book(skuRows($0, headers, .plain)) }
      },
    ])

  // MARK: Advertising

  private struct Term {
    let day: Int
    let group: String
    let match: String
    let term: String
    let impressions: Int
    let clicks: Int
    let spend: Int
    let sales: Int
    let orders: Int
  }

  private static func terms(_ days: ClosedRange<Int>) -> [Term] {
    days.flatMap { day in
      ["blue cup", "tasse, blau", "b0child000"].enumerated().map { number, term in
        Term(
          day: day, group: "cups #\(number % 2)", match: ["BROAD", "EXACT", "-"][number],
          term: term, impressions: 1_100 * (number + 1) + day, clicks: 4 + number,
          spend: 309 + 10 * day + number, sales: number == 1 ? 0 : 119_900 + day, orders: number)
      }
    }
  }

  private static let termHeaders = [
    "Date", "Portfolio name", "Currency", "Campaign Name", "Ad Group Name", "Targeting",
    "Match Type", "Customer Search Term", "Impressions", "Clicks", "Click-Thru Rate (CTR)",
    "Spend", "7 Day Total Sales ", "7 Day Total Orders (#)",
  ]

  private static func termRows(
    _ days: ClosedRange<Int>, _ headers: [String], _ date: (Int) -> [String]
  ) -> [[String]] {
    var rows = [headers]
    for row in terms(days) {
      let cells: [String] = [
        "Not grouped", "EUR", "SP | \(row.match), cups", row.group, "cup", row.match, row.term,
        "\(row.impressions)", "\(row.clicks)", "0.0153", Notation.plain.text(row.spend),
        Notation.plain.text(row.sales), "\(row.orders)",
      ]
      rows.append(date(row.day) + cells)
    }
    return rows
  }

  static let searchTerms = WeekReport(
    testDescription: "Sponsored Products by search term",
    columns: [
      "day", "currency", "campaign", "ad_group", "targeting", "match_type", "search_term",
      "impressions", "clicks", "spend", "ad_sales", "ad_orders",
    ], rowCount: 21,
    forms: [
      Form(name: "us.xlsx", kind: "amazon_sp_search_term") { days in
        whole(book(termRows(days, termHeaders) { [isoDay($0)] }, dayColumns: [0]))
      },
      Form(name: "us.csv", kind: "amazon_sp_search_term") { days in
        whole(utf8(delimited(termRows(days, termHeaders) { ["Mar \($0), 2026"] }), hasMark: true))
      },
      Form(name: "us-2024.xlsx", kind: "amazon_sp_search_term") { days in
        let headers = termHeaders.map { $0 == "7 Day Total Sales " ? "7 Day Total Sales (€)" : $0 }
        return whole(book(termRows(days, headers) { [isoDay($0)] }, dayColumns: [0]))
      },
      // Ranges of one day each.
      Form(name: "de.xlsx", kind: "amazon_sp_search_term") { days in
        let headers = [
          "Startdatum", "Enddatum", "Portfolioname", "Währung", "Kampagnen-Name",
          "Anzeigengruppenname", "Ausrichtung", "Übereinstimmungstyp", "Suchbegriff des Kunden",
          "Impressionen", "Klicks", "Klickrate (CTR)", "Ausgaben", "7 Tage, Umsatz gesamt (€)",
          "7 Tage, Aufträge gesamt (#)",
        ]
        return whole(
          book(termRows(days, headers) { [isoDay($0), isoDay($0)] }, dayColumns: [0, 1]))
      },
      Form(name: "terms.json", kind: "amazon_api_sp_search_term") { days in
        let rows = terms(days).map { row in
          """
          {"date": "\(isoDay(row.day))", "portfolioName": null, "campaignBudgetCurrencyCode": "EUR",
          "campaignName": "SP | \(row.match), cups", "campaignId": 468170906203317,
          "adGroupName": "\(row.group)", "targeting": "cup", "matchType": "\(row.match)",
          "searchTerm": "\(row.term)", "impressions": \(row.impressions), "clicks": \(row.clicks),
          "cost": \(Notation.plain.text(row.spend)), "sales7d": \(Notation.plain.text(row.sales)),
          "sales14d": 9999, "purchases7d": \(row.orders)}
          """
        }
        return whole(Deflate.pack(utf8("[\(rows.joined(separator: ","))]"), .gzip))
      },
    ])

  private static func campaignRows(
    _ days: ClosedRange<Int>, _ headers: [String], _ notation: Notation, _ date: (Int) -> [String]
  ) -> [[String]] {
    var rows = [headers]
    for day in days {
      for number in 1...2 {
        let cells: [String] = [
          "No Portfolio", "Sponsored Products", "SP \(number), März", "Enabled", "EUR",
          notation.text(2_000), "Manual targeting", "Fixed bids", "\(40_000 * number + day)",
          "\(20 * number + day)", "0.1535%", notation.text(1_234 * day), "\(day % 4)",
          notation.text(50_017 * day + number),
        ]
        rows.append(date(day) + cells)
      }
    }
    return rows
  }

  static let campaigns = WeekReport(
    testDescription: "Sponsored Products by campaign",
    columns: [
      "day", "currency", "campaign", "campaign_status", "targeting_type", "budget", "impressions",
      "clicks", "spend", "ad_orders", "ad_sales",
    ], rowCount: 14,
    forms: {
      let headers = [
        "Date", "Portfolio name", "Campaign Type", "Campaign Name", "Status", "Currency", "Budget",
        "Targeting Type", "Bidding strategy", "Impressions", "Clicks", "Click-Thru Rate (CTR)",
        "Spend", "7 Day Total Orders (#)", "7 Day Total Sales (€)",
      ]
      let money = Notation(group: "", before: "€")
      return [
        Form(name: "us.csv", kind: "amazon_sp_campaign") { days in
          whole(
            utf8(
              delimited(
                campaignRows(days, headers, money) { ["Mar \($0), 2026"] }, lineEnd: "\r\n"),
              hasMark: true))
        },
        Form(name: "us.xlsx", kind: "amazon_sp_campaign") { days in
          whole(book(campaignRows(days, headers, .plain) { [isoDay($0)] }, dayColumns: [0]))
        },
        // German headers, English values, and a range of one day in each row.
        Form(name: "de.csv", kind: "amazon_sp_campaign") { days in
          let headers = [
            "Startdatum", "Enddatum", "Portfolioname", "Kampagnentyp", "Kampagnen-Name", "Status",
            "Währung", "Budget", "Targeting-Typ", "Gebotsstrategien", "Impressionen", "Klicks",
            "Klickrate (CTR)", "Ausgaben", "7 Tage, Aufträge gesamt (#)",
            "7 Tage, Umsatz gesamt (€)",
          ]
          return whole(
            utf8(
              delimited(
                campaignRows(days, headers, money) { ["Mar \($0), 2026", "Mar \($0), 2026"] }),
              hasMark: true))
        },
        Form(name: "jp.csv", kind: "amazon_sp_campaign") { days in
          let headers = [
            "日付", "ポートフォリオ名", "キャンペーンの種類", "キャンペーン名", "ステータス", "通貨", "予算",
            "ターゲティングタイプ", "入札戦略", "インプレッション", "クリック数", "クリックスルー率（CTR）", "広告費",
            "広告がクリックされてから7日間の合計注文数", "広告がクリックされてから7日間の総売上高",
          ]
          return whole(
            utf8(
              delimited(campaignRows(days, headers, money) { ["Mar \($0), 2026"] }), hasMark: true))
        },
      ]
    }())

  // MARK: Orders

  /// Two equal lines of one order among them, a cancelled one, and a late one: in Japan its day is
  /// the next, which the zone of the site decides and not how the file writes it.
  private static func orderRows(
    _ days: ClosedRange<Int>, offset: Int, title: String, hasItemIDs: Bool = true
  ) -> [[String]] {
    let headers = [
      "amazon-order-id", "purchase-date", "last-updated-date", "order-status",
      "fulfillment-channel", "sales-channel", "product-name", "sku", "asin", "item-status",
      "quantity", "currency", "item-price", "item-tax", "item-promotion-discount", "ship-city",
    ]
    var rows = [headers + (hasItemIDs ? ["order-item-id"] : [])]
    for day in days {
      func row(_ number: Int, sku: String, item: Int, status: String = "Shipped", hour: Int) {
        let local = hour + offset
        let moment =
          "2026-03-\(local < 24 ? day : day + 1)T\(padded(local % 24, 2)):30:00"
          + (offset == 0 ? "+00:00" : "+0\(offset):00")
        let isSold = status != "Cancelled"
        let head: [String] = [
          "250-\(day)-\(number)", moment, moment, status, "Amazon", "Amazon.co.jp", title, sku,
          "B0CHILD000", status,
        ]
        let amounts: [String] =
          isSold ? ["1", "JPY", "\(1_980 + day)", "180"] : ["0", "", "", ""]
        let last: [String] = hasItemIDs ? ["\(day)\(number)\(item)"] : []
        rows.append(head + amounts + ["0", "GEHEIM"] + last)
      }
      row(1, sku: "CUP-1", item: 1, hour: 3)
      row(1, sku: "CUP-1", item: 2, hour: 3)
      row(2, sku: "5\" LID", item: 1, hour: 16)
      row(3, sku: "CUP-2", item: 1, status: "Cancelled", hour: 5)
    }
    return rows
  }

  static let orders = WeekReport(
    testDescription: "all orders",
    columns: [
      "day", "site", "currency", "order_id", "sku", "order_status", "units", "item_price",
      "item_tax", "item_discount",
    ], rowCount: 28,
    forms: [
      Form(name: "utf8.txt", kind: "amazon_all_orders") { days in
        let rows = orderRows(days, offset: 0, title: "Tasse à café, 1/4\"")
        return [File(bytes: utf8(delimited(rows, "\t", isQuoted: false)))]
      },
      Form(name: "windows.txt", kind: "amazon_all_orders") { days in
        let rows = orderRows(days, offset: 0, title: "Tasse à café, 5 €")
        return [
          File(bytes: western(delimited(rows, "\t", lineEnd: "\r\n", isQuoted: false)))
        ]
      },
      // In Shift-JIS, with the times of Japan.
      Form(name: "jp.txt", kind: "amazon_all_orders") { days in
        let title = "CAFE"
        let rows = orderRows(days, offset: 9, title: title)
        let text = utf8(delimited(rows, "\t", isQuoted: false))
        let cup: [UInt8] = [0x83, 0x4A, 0x83, 0x62, 0x83, 0x76]
        return [File(bytes: text.replacing(utf8(title), with: cup))]
      },
      Form(name: "former.txt", kind: "amazon_all_orders") { days in
        let rows = orderRows(days, offset: 0, title: "カップ", hasItemIDs: false)
        return [File(bytes: utf16(delimited(rows, "\t", isQuoted: false)))]
      },
      Form(name: "saved.csv", kind: "amazon_all_orders") { days in
        let rows = orderRows(days, offset: 0, title: "Cup, 1/4\"")
        return [File(bytes: utf8(delimited(rows, ";", lineEnd: "\r\n")))]
      },
      Form(name: "saved.xlsx", kind: "amazon_all_orders") { days in
        [File(bytes: book(orderRows(days, offset: 0, title: "Cup & <lid>")))]
      },
      Form(name: "packed.zip", kind: "amazon_all_orders") { days in
        let rows = orderRows(days, offset: 0, title: "Cup")
        let text = utf8(delimited(rows, "\t", isQuoted: false))
        return [File(bytes: ZipWriter.archive([("orders.txt", Deflate.pack(text, .gzip))]))]
      },
    ])

  /// First rows have what holds for the whole order.
  private static func shopRows(
    _ days: ClosedRange<Int>, _ date: (Int) -> String
  ) -> [[String]] {
    let headers = [
      "Name", "Email", "Financial Status", "Currency", "Subtotal", "Shipping", "Taxes", "Total",
      "Discount Amount", "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price",
      "Lineitem sku", "Shipping Country", "Id", "Source",
    ]
    var rows = [headers]
    for day in days {
      let name = "#10\(day)"
      let first: [String] = [
        name, "GEHEIM", "paid", "EUR", "36.00", "4.90", "6.52", "40.90", "4.00", date(day), "2",
        "Cup, \"blue\"", "15.00", "CUP-1", "DE", "56012345670\(day)", "web",
      ]
      let second: [String] = [
        name, "GEHEIM", "", "", "", "", "", "", "", date(day), "1", "Lid", "10.00", "LID-1", "",
        "", "",
      ]
      rows += [first, second]
    }
    return rows
  }

  private static let shopOrders = WeekReport(
    testDescription: "Shopify orders",
    columns: [
      "day", "currency", "order_id", "sku", "units", "item_price", "item_tax", "item_discount",
      "shipping_price", "order_total", "order_status", "channel",
    ], rowCount: 14,
    forms: [
      Form(name: "orders.csv", kind: "shopify_orders") { days in
        [
          File(
            bytes: utf8(delimited(shopRows(days) { "\(isoDay($0)) 23:19:55 +0100" })))
        ]
      },
      Form(name: "saved.csv", kind: "shopify_orders") { days in
        [
          File(
            bytes: utf8(
              delimited(shopRows(days) { "\($0)/03/2026 23:19" }, lineEnd: "\r\n")))
        ]
      },
      Form(name: "orders.xlsx", kind: "shopify_orders") { days in
        [File(bytes: book(shopRows(days) { "\(isoDay($0)) 23:19:55 +0100" }))]
      },
    ])

  private static func tikTokRows(
    _ days: ClosedRange<Int>, _ words: [String], tab: String = ""
  ) -> [[String]] {
    let headers = [
      "Order ID", "Order Status", "Cancelation/Return Type", "SKU ID", "Seller SKU", "Quantity",
      "Sku Quantity of return", "SKU Subtotal Before Discount", "SKU Platform Discount",
      "SKU Seller Discount", "SKU Subtotal After Discount", "Shipping Fee After Discount",
      "Order Amount", "Order Refund Amount", "Created Time", "Country", "Buyer Username",
    ]
    var rows = [headers]
    for day in days {
      for number in 0..<3 {
        // Two lines of one order, and a cancelled one.
        let place = number / 2
        let order: [String] = ["58100000000000\(day)0\(place)" + tab, words[place], ""]
        let item: [String] = ["958100000000000000\(number)" + tab, "CUP-\(number)", "2", "0"]
        let amounts = ["200000", "10000", "80000", "110000", "9000", "229000", "0"]
        let rest: [String] = ["\(day)/03/2026 21:35:55" + tab, "Indonesia", "GEHEIM"]
        rows.append(order + item + amounts + rest)
      }
    }
    return rows
  }

  private static let tikTokOrders = WeekReport(
    testDescription: "TikTok Shop orders",
    columns: [
      "day", "site", "currency", "order_id", "item_id", "sku", "order_status", "units",
      "item_price", "shipping_price", "order_total",
    ], rowCount: 21,
    forms: [
      Form(name: "en.csv", kind: "tiktok_orders") { days in
        let rows = tikTokRows(days, ["Completed", "Canceled"], tab: "\t")
        return [File(bytes: utf8(delimited(rows), hasMark: true))]
      },
      // With the row that describes its columns.
      Form(name: "id.xlsx", kind: "tiktok_orders") { days in
        var rows = tikTokRows(days, ["Selesai", "Dibatalkan"])
        rows.insert(
          ["Platform unique order ID."] + rows[0].dropFirst().map { "The " + $0 + "." }, at: 1)
        var texts = ""
        for row in rows {
          let cells = row.map { cell -> String in
            "<c t=\"inlineStr\"><is><t>\(BookWriter.escaped(cell))</t></is></c>"
          }
          texts += "<row>\(cells.joined())</row>"
        }
        return [File(bytes: BookWriter.book(texts))]
      },
      Form(name: "vn.csv", kind: "tiktok_orders") { days in
        [File(bytes: utf8(delimited(tikTokRows(days, ["Đã hoàn tất", "Đã hủy"]))))]
      },
      Form(name: "zh.csv", kind: "tiktok_orders") { days in
        [File(bytes: utf8(delimited(tikTokRows(days, ["已完成", "已取消"]), "\t")))]
      },
    ])

  // MARK: Settlement and stock

  /// A part of an item's price or a fee: amount type, description, cents.
  private static let parts: [(type: String, description: String, cents: Int)] = [
    ("ItemPrice", "Principal", 119_900), ("ItemPrice", "Tax", 22_781),
    ("ItemFees", "Commission", -17_985), ("ItemFees", "FBAPerUnitFulfillmentFee", -541),
    ("Promotion", "Principal", -1_000),
  ]

  private static let settlementHead = [
    "settlement-id", "settlement-start-date", "settlement-end-date", "deposit-date",
    "total-amount", "currency", "transaction-type", "order-id", "marketplace-name",
  ]

  private static func settlementRows(
    _ moment: (String) -> String, _ notation: Notation
  ) -> [[String]] {
    let total = days.count * parts.reduce(0) { $0 + $1.cents }
    let headers: [String] =
      settlementHead + [
        "amount-type", "amount-description", "amount", "fulfillment-id", "posted-date-time", "sku",
      ]
    let first: [String] = [
      "777", moment("13"), moment("19"), moment("21"), notation.text(total), "EUR", "", "", "", "",
      "", "", "", "", "",
    ]
    var rows = [headers, first]
    for day in days {
      for part in parts {
        let cells: [String] = [
          "777", "", "", "", "", "", "Order", "305-\(day)", "Amazon.de", part.type,
          part.description, notation.text(part.cents), "AFN", moment("\(day)"), "CUP-1",
        ]
        rows.append(cells)
      }
    }
    return rows
  }

  private static let settlement = WeekReport(
    testDescription: "settlement",
    columns: [
      "settlement_id", "day", "deposit_day", "site", "currency", "transaction_type", "order_id",
      "sku", "amount_type", "amount_description", "amount", "fulfilment",
    ], rowCount: 35,
    forms: {
      // The file is of the whole week, whatever days are asked for.
      let american = settlementRows({ "2026-03-\($0) 09:05:00 UTC" }, .plain)
      return [
        Form(name: "us.txt", kind: "amazon_settlement_v2") { _ in
          [File(bytes: utf8(delimited(american, "\t", isQuoted: false)))]
        },
        Form(name: "de.txt", kind: "amazon_settlement_v2") { _ in
          let rows = settlementRows(
            { "\($0).03.2026 09:05:00 UTC" }, Notation(decimal: ",", group: ""))
          return [
            File(bytes: western(delimited(rows, "\t", lineEnd: "\r\n", isQuoted: false)))
          ]
        },
        Form(name: "saved.csv", kind: "amazon_settlement_v2") { _ in
          [File(bytes: utf8(delimited(american, lineEnd: "\r")))]
        },
        Form(name: "saved.xlsx", kind: "amazon_settlement_v2") { _ in
          [File(bytes: book(american))]
        },
        Form(name: "v1.txt", kind: "amazon_settlement_v1") { _ in
          // Each sort of part has two columns of its own.
          let sorts = ["ItemPrice", "ItemFees", "Promotion"]
          let added: [String] = [
            "fulfillment-id", "posted-date", "sku", "price-type", "price-amount",
            "item-related-fee-type", "item-related-fee-amount", "promotion-type",
            "promotion-amount",
          ]
          let headers = settlementHead + added
          let rows = american.dropFirst().map { row -> [String] in
            var cells = Array(row[..<9]) + [row[12], row[13], row[14]]
            for sort in sorts { cells += row[9] == sort ? [row[10], row[11]] : ["", ""] }
            return cells.map { $0.replacing(" 09:05:00 UTC", with: "T09:05:00+00:00") }
          }
          return [
            File(bytes: utf8(delimited([headers] + rows, "\t", isQuoted: false)))
          ]
        },
      ]
    }())

  private static func stockRows(_ day: Int, _ headers: [String]) -> [[String]] {
    var rows = [headers]
    for (number, sku) in skus.enumerated() {
      let cells: [String] = [
        sku, "X00\(number)", "B0CHILD00\(number)", "Cup", "New", "19.99", "",
        "\(1_200 + day + number)", "\(1_100 + day)", "\(number)", "\(day)", "7", "8", "9",
      ]
      rows.append(cells)
    }
    return rows
  }

  private static let stock = WeekReport(
    testDescription: "stock in Amazon's warehouses",
    columns: [
      "day", "site", "currency", "sku", "fnsku", "asin", "condition", "price", "on_hand_units",
      "available_units", "unfulfillable_units", "reserved_units", "inbound_working_units",
      "inbound_shipped_units", "inbound_received_units",
    ], rowCount: 21,
    forms: {
      let headers = [
        "sku", "fnsku", "asin", "product-name", "condition", "your-price",
        "mfn-fulfillable-quantity", "afn-warehouse-quantity", "afn-fulfillable-quantity",
        "afn-unsellable-quantity", "afn-reserved-quantity", "afn-inbound-working-quantity",
        "afn-inbound-shipped-quantity", "afn-inbound-receiving-quantity",
      ]
      let titles = [
        "Merchant SKU", "Fulfillment Network SKU", "ASIN", "Title", "Condition", "Price",
        "MFN Fulfillable Qty", "AFN Warehouse Qty", "AFN Fulfillable Qty", "AFN Unsellable Qty",
        "AFN Encumbered Qty", "AFN Inbound Working Qty", "AFN Inbound Shipped Qty",
        "AFN Inbound Receiving Qty",
      ]
      let british = titles.map { $0.replacing("Fulfillment", with: "Fulfilment") }
      let kind = "amazon_fba_manage_inventory"
      return [
        Form(name: "api.txt", kind: kind) { days in
          daily(days) { utf8(delimited(stockRows($0, headers), "\t", isQuoted: false)) }
        },
        Form(name: "central.txt", kind: kind) { days in
          daily(days) {
            western(delimited(stockRows($0, titles), "\t", lineEnd: "\r\n", isQuoted: false))
          }
        },
        Form(name: "british.txt", kind: kind) { days in
          daily(days) { utf8(delimited(stockRows($0, british), "\t", isQuoted: false)) }
        },
        Form(name: "saved.xlsx", kind: kind) { days in daily(days) { book(stockRows($0, titles)) }
        },
      ]
    }())

  private static func ledgerRows(
    _ days: ClosedRange<Int>, _ headers: [String], _ date: (Int) -> String
  ) -> [[String]] {
    var rows = [headers]
    for day in days {
      // Equal rows are real units.
      for number in [0, 0, 1] {
        let cells: [String] = [
          date(day), "X000", "B0CHILD000", "CUP-\(number)", "Cup, blue", "Receipts",
          "FBA15\(day)", "\(1 - 2 * number)", "SAN3", "SELLABLE", "", "US", "0", "0",
        ]
        rows.append(cells)
      }
    }
    return rows
  }

  private static let ledger = WeekReport(
    testDescription: "inventory ledger in detail",
    columns: [
      "day", "fnsku", "asin", "sku", "event_type", "reference_id", "units", "fulfillment_center",
      "disposition", "country", "reconciled_units", "unreconciled_units",
    ], rowCount: 21,
    forms: {
      let headers = [
        "Date", "FNSKU", "ASIN", "MSKU", "Title", "Event Type", "Reference ID", "Quantity",
        "Fulfillment Center", "Disposition", "Reason", "Country", "Reconciled Quantity",
        "Unreconciled Quantity",
      ]
      return [
        Form(name: "us.csv", kind: "amazon_fba_ledger_detail") { days in
          whole(utf8(delimited(ledgerRows(days, headers) { "03/\($0)/2026" })))
        },
        Form(name: "us.xlsx", kind: "amazon_fba_ledger_detail") { days in
          whole(book(ledgerRows(days, headers, isoDay), dayColumns: [0]))
        },
        Form(name: "es.csv", kind: "amazon_fba_ledger_detail") { days in
          let headers = [
            "Fecha", "FNSKU", "ASIN", "MSKU", "Título", "Tipo de evento", "ID de referencia",
            "Cantidad", "Centro logístico", "Estado", "Motivo", "País", "Cantidad conciliada",
            "Cantidad sin conciliar",
          ]
          return whole(
            utf8(delimited(ledgerRows(days, headers) { "\($0)/03/2026" }, ";"), hasMark: true))
        },
      ]
    }())

  // MARK: Elsewhere

  private static func googleRows(
    _ days: ClosedRange<Int>, period: String, date: (Int) -> String
  ) -> [[String]] {
    var rows: [[String]] = [
      ["Campaign report"], [period],
      [
        "Day", "Campaign", "Campaign type", "Currency code", "Impr.", "Clicks", "Cost",
        "Conversions", "Conv. value", "CTR",
      ],
    ]
    for day in days {
      let cells: [String] = [
        date(day), "Cups, search", "Search", "GBP", Notation.english.count(31_193 + day),
        "\(day)", "\(day).25", "\(day % 3).00", Notation(before: "").text(123_400 + day), "1.93%",
      ]
      rows.append(cells)
    }
    rows.append(["Total: Campaigns", " --", " --", "GBP", "9", "9", "9", "9", "9", "9"])
    return rows
  }

  private static let googleCampaigns = WeekReport(
    testDescription: "Google Ads by campaign",
    columns: [
      "day", "currency", "campaign", "campaign_type", "impressions", "clicks", "spend", "ad_orders",
      "ad_sales",
    ], rowCount: 7,
    forms: [
      Form(name: "us.csv", kind: "google_ads_campaigns") { days in
        let period = "March \(days.lowerBound), 2026 - March \(days.upperBound), 2026"
        return [
          File(bytes: utf8(delimited(googleRows(days, period: period, date: isoDay))))
        ]
      },
      Form(name: "uk.csv", kind: "google_ads_campaigns") { days in
        let period = "\(days.lowerBound) March 2026 - \(days.upperBound) March 2026"
        return [
          File(
            bytes: utf16(delimited(googleRows(days, period: period, date: isoDay), "\t")))
        ]
      },
    ])
}
