import KepiColumns
import KepiFormats
import KepiShell
import Testing

/// Files of one source that overlap.
struct MergeTests {
  private func merge(_ exports: [LoadedExport], ownKey: [String] = []) -> MergedSource {
    ExportMerge.merge(exports, kinds: ExportRecogniser.shipped.kinds, ownKey: ownKey)
  }

  private func counts(_ merged: MergedSource) -> [String] {
    merged.files.map { "\($0.kept) kept, \($0.replaced) replaced, \($0.copies) copies" }
  }

  private func traffic(_ rows: String..., site: String = "US") throws -> LoadedExport {
    try read(
      "Date,Ordered Product Sales,Units Ordered\n" + rows.joined(separator: "\n"),
      fixed: .site(site))
  }

  @Test func laterRowsReplaceEarlierOnes() throws {
    let merged = merge([
      try traffic("2026-08-02,5.00,1", "2026-08-03,6.00,2"),
      try traffic("2026-08-03,6.50,3", "2026-08-01,7.00,4"),
    ])
    #expect(
      merged.table.rows("day", "ordered_product_sales", "units_ordered") == [
        "2026-08-01 7 4", "2026-08-02 5 1", "2026-08-03 6.5 3",
      ])
    #expect(counts(merged) == ["1 kept, 1 replaced, 0 copies", "2 kept, 0 replaced, 0 copies"])
  }

  @Test func sitesAndStoresDoNotReplaceEachOther() throws {
    let merged = merge([
      try traffic("2026-08-02,5,1"), try traffic("2026-08-02,6,1", site: "UK"),
      try traffic("2026-08-02,7,1"),
    ])
    #expect(merged.table.rows("site", "ordered_product_sales") == ["UK 6", "US 7"])
  }

  @Test func scalesAndCurrenciesAgree() throws {
    let merged = merge([
      try traffic("2026-08-01,5,1"), try traffic("2026-08-02,6.1234,1", site: "DE"),
    ])
    #expect(
      merged.table.rows("ordered_product_sales", "currency", "site") == [
        "5 USD US", "6.1234 EUR DE",
      ])
    #expect(merged.table.sum("ordered_product_sales") == "11.1234")
  }

  private func orders(_ rows: String..., itemIDs: Bool = true) throws -> LoadedExport {
    var text =
      "amazon-order-id\tpurchase-date\tlast-updated-date\tsales-channel\tsku\titem-status\t"
      + "item-price" + (itemIDs ? "\torder-item-id" : "") + "\n"
    for row in rows {
      let cells = row.split(separator: " ")
      text +=
        "\(cells[0])\t2026-06-15T20:00:00Z\t\(cells[1])T20:00:00Z\tAmazon.de\t\(cells[2])\tShipped\t"
        + "\(cells[3])" + (itemIDs ? "\t\(cells[4])" : "") + "\n"
    }
    return try read(text)
  }

  @Test func equalLinesOfAnOrderAllCount() throws {
    let first = try orders("1 2026-06-16 A 5 10", "1 2026-06-16 A 5 10", "2 2026-06-16 B 7 11")
    #expect(merge([first]).table.sum("item_price") == "17")
    let merged = merge([first, first])
    #expect(merged.table.sum("item_price") == "17")
    #expect(counts(merged) == ["0 kept, 3 replaced, 0 copies", "3 kept, 0 replaced, 0 copies"])
  }

  @Test func theReportsOwnDateStandsAboveTheOrderOfLoading() throws {
    let newer = try orders("1 2026-06-20 A 5 10")
    let older = try orders("1 2026-06-18 A 9 10")
    #expect(merge([newer, older]).table.cells("item_price") == ["5"])
    #expect(merge([older, newer]).table.cells("item_price") == ["5"])
  }

  @Test func filesWithoutItemIDsMeetFilesWithThem() throws {
    let merged = merge([
      try orders("1 2026-06-16 A 5", "1 2026-06-16 A 5", itemIDs: false),
      try orders("1 2026-06-16 A 5 10", "1 2026-06-16 A 6 11"),
    ])
    #expect(merged.table.sum("item_price") == "11")
  }

  @Test func aSettlementIsReplacedAsAWhole() throws {
    func settlement(_ id: String, _ amounts: String...) throws -> LoadedExport {
      try read(
        "settlement-id\ttotal-amount\tcurrency\tamount-type\tamount-description\tamount\tsku\n"
          + amounts.map { "\(id)\t\t\tItemPrice\tPrincipal\t\($0)\tA\n" }.joined())
    }
    let merged = merge([
      try settlement("1", "5.00", "5.00"), try settlement("2", "1.00"), try settlement("1", "4.00"),
    ])
    #expect(merged.table.rows("settlement_id", "amount") == ["2 1", "1 4"])
  }

  @Test func aSettlementOfBothFlatFilesCountsOnce() throws {
    let second = try read(
      "settlement-id\ttotal-amount\tcurrency\tamount-type\tamount-description\tamount\tsku\n"
        + "1\t\tUSD\tItemPrice\tPrincipal\t5.00\tA\n")
    let first = try read(
      "settlement-id\ttotal-amount\tcurrency\ttransaction-type\tprice-type\tprice-amount\tsku\n"
        + "1\t\tUSD\tOrder\tPrincipal\t5.00\tA\n2\t\tUSD\tOrder\tPrincipal\t7.00\tA\n")
    #expect(merge([second, first]).table.rows("settlement_id", "amount") == ["1 5", "2 7"])
    #expect(merge([first, second]).table.sum("amount") == "12")
  }

  private func transactions(_ rows: String...) throws -> LoadedExport {
    try read(
      "date/time,settlement id,type,order id,sku,description,marketplace,product sales,fba fees,"
        + "total,Transaction Status\n" + rows.joined(separator: "\n") + "\n")
  }

  @Test func aReleasedTransactionReplacesTheDeferredOne() throws {
    let order = "\"Mar 2, 2026 3:51:51 PM PST\",11,Order,1,A,Cup,amazon.com,20.00,-4.00,16.00,"
    let equal = "\"Mar 2, 2026 3:51:51 PM PST\",11,Order,2,B,Bowl,amazon.com,9.00,0,9.00,Released"
    let released = order.replacing(",11,", with: ",12,") + "Released"
    let merged = merge([
      try transactions(order + "Deferred", equal, equal), try transactions(released, equal, equal),
    ])
    #expect(
      merged.table.rows("settlement_id", "order_id", "amount", "transaction_status") == [
        "12 1 20 Released", "12 1 -4 Released", "11 2 9 Released", "11 2 9 Released",
      ])
  }

  @Test func campaignsOfTwoAdTypesDoNotReplaceEachOther() throws {
    let brands = try read(
      "Date,Currency,Campaign Name,Impressions,Clicks,Spend,14 Day Total Sales\n"
        + "2026-08-01,USD,Cups,10,1,2.00,30.00\n")
    let display = try read(
      "Date,Status,Currency,Budget,Campaign Name,Impressions,Clicks,Spend,14 Day Total Sales\n"
        + "2026-08-01,on,USD,5,Cups,10,1,3.00,40.00\n")
    #expect(merge([brands, display]).table.rows("ad_type", "spend") == ["SB 2", "SD 3"])
    #expect(merge([brands, display, brands]).table.sum("spend") == "5")
  }

  @Test func copiesInALedgerCountOnce() throws {
    let text = """
      Date,FNSKU,ASIN,MSKU,Disposition,Starting Warehouse Balance,Ending Warehouse Balance,Location
      07/16/2026,X1,B1,S1,SELLABLE,5,4,US
      07/16/2026,X1,B1,S1,SELLABLE,5,4,US
      07/16/2026,X1,B1,S1,SELLABLE,5,3,US
      """
    let merged = merge([try read(text)])
    #expect(merged.table.cells("on_hand_units") == ["4", "3"])
    #expect(counts(merged) == ["2 kept, 0 replaced, 1 copies"])
  }

  private func terms(_ rows: String...) throws -> LoadedExport {
    var text = "Start Date,End Date,Campaign Name,Customer Search Term,Spend,Currency\n"
    for row in rows { text += row.split(separator: " ").joined(separator: ",") + ",USD\n" }
    return try read(text)
  }

  @Test func rangesThatOverlapNeverCountTwice() throws {
    let merged = merge([
      try terms(
        "2026-08-01 2026-08-31 C mug 10", "2026-08-01 2026-08-31 C cup 20",
        "2026-07-01 2026-07-31 C mug 40"),
      try terms("2026-08-20 2026-09-10 C mug 5"),
    ])
    #expect(
      merged.table.rows("day", "search_term", "spend") == [
        "2026-07-01 mug 40", "2026-08-01 cup 20", "2026-08-20 mug 5",
      ])
    #expect(merged.files.map(\.overlapped) == [1, 0])
    // Inside one file each row has a range of its own, and all count.
    let one = merge([try terms("2026-08-01 2026-08-31 C mug 1", "2026-08-20 2026-09-10 C mug 2")])
    #expect(one.table.sum("spend") == "3")
  }

  @Test func aRangeOfOneDayIsThatDay() throws {
    let daily = try read(
      "Date,Campaign Name,Customer Search Term,Spend,Currency\n2026-08-01,C,mug,4,USD\n")
    let merged = merge([daily, try terms("2026-08-01 2026-08-01 C mug 10")])
    #expect(merged.table.rows("day", "until", "spend") == ["2026-08-01  10"])
  }

  @Test func twoKindsOfOneSourceShareTheirColumns() throws {
    let console = try read(
      """
      Date range,Campaign name,Search term,Total cost,Budget currency,Campaign ID
      "Aug 01, 2026 - Aug 31, 2026",C,mug,7.25,USD,123
      """)
    let merged = merge([try terms("2026-08-01 2026-08-31 C mug 10"), console])
    #expect(merged.table.rows("spend", "campaign_id", "until") == ["7.25 123 2026-08-31"])
  }

  private func own(_ text: String, _ fixed: [String: FixedValue] = [:]) throws -> LoadedExport {
    try readPlain(Array(text.utf8), fixed: fixed)
  }

  @Test func ownFilesReplaceOnlyByTheirKey() throws {
    let files = [try own("id,x\n1,5\n2,6\n"), try own("id,x\n2,7.5\n3,8\n")]
    #expect(merge(files).table.rowCount == 4)
    #expect(
      merge(files, ownKey: ["id"]).table.rows("id", "x") == ["1 5", "2 7.5", "3 8"])
  }

  @Test func aStoreOfAPathPartsOwnFiles() throws {
    func store(_ name: String) -> [String: FixedValue] {
      ["store": FixedValue(.text(name), overrides: false)]
    }
    let files = [try own("id,x\n1,5\n", store("Nord")), try own("id,x\n1,6\n", store("Süd"))]
    #expect(merge(files, ownKey: ["id"]).table.sum("x") == "11")
  }

  @Test func typesOfOwnFilesThatDifferBecomeTheWider() throws {
    let files = [try own("id,x\n1,5\n"), try own("id,x\n2,a\n"), try own("id,x\n3,0.12345678\n")]
    #expect(merge(files).table.cells("x") == ["5", "a", "0.12345678"])
    #expect(merge([files[0], files[2]]).table.cells("x") == ["5.0", "0.12345678"])
    #expect(merge([files[0], try own("id,x\n9,\n")]).table["x"]?.unit == .count)
  }

  @Test func nothingIsATableToo() throws {
    #expect(merge([]).table.rowCount == 0)
    #expect(merge([try traffic(), try traffic("2026-08-01,5,1")]).table.rowCount == 1)
  }
}
