// Folders with small exports, made for a test and removed after it.
import FoundationEssentials

/// A folder that goes when it is let go of.
final class TemporaryFolder {
  let path: String

  init() throws {
    let name = "kepi-tests-\(UInt64.random(in: .min ... .max))"
    path = FileManager.default.temporaryDirectory.appending(path: name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where the shell keeps its history. A folder of exports is searched without it.
  var state: String { path + "/.state" }

  var history: String { contents(of: ".state/kepi/history") }

  /// What was typed, as the file of history has it: one JSON text each.
  var statements: [String] {
    history.split(separator: "\n").compactMap { line in
      guard let end = line.firstRange(of: "\",\"at\":"), line.hasPrefix("{\"text\":\"") else {
        return nil
      }
      return String(line[..<end.lowerBound].dropFirst(9))
    }
  }

  func contents(of file: String) -> String {
    let bytes = try? Data(contentsOf: URL(filePath: "\(path)/\(file)"))
    return String(decoding: bytes ?? Data(), as: UTF8.self)
  }

  func write(_ text: String, to file: String) throws {
    let url = URL(filePath: "\(path)/\(file)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}

extension TemporaryFolder {
  /// Two stores with ads on two days: a table of a few lines for every question.
  static func withTwoStores() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("load \"{store}/{site}\"\n", to: "workspace.kepi")
    try folder.write(
      ads([
        "2026-09-21,EUR,夏季促销,All,LAMP,B1,1000,10,10.00,40.00,2,2",
        "2026-09-22,EUR,Auto,All,CUP,B2,500,5,5.00,10.00,1,1",
      ]), to: "Nord/DE/ads.csv")
    try folder.write(
      ads(["2026-09-21,EUR,Auto,All,LAMP,B1,300,3,3.00,30.00,2,2"]), to: "Sud/FR/ads.csv")
    return folder
  }

  /// Ads of two stores on each day of twelve weeks, with a campaign in Chinese.
  static func withTwelveWeeks() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("load \"{store}/{site}\"\n", to: "workspace.kepi")
    for (place, store) in ["Nord/DE", "Sud/FR"].enumerated() {
      var rows: [String] = []
      // From Monday, 2026-06-29 on.
      for day in 0..<84 {
        let (month, date) =
          day < 2
          ? (6, 29 + day) : day < 33 ? (7, day - 1) : day < 64 ? (8, day - 32) : (9, day - 63)
        let week = day / 7
        let clicks = 20 + week * (place == 0 ? 3 : 1) + (week == 7 ? 25 : 0)
        let campaign = day % 2 == 0 ? "夏季促销" : "Auto"
        rows.append(
          "2026-\(padded(month))-\(padded(date)),EUR,\(campaign),All,LAMP,B1,\(clicks * 90),"
            + "\(clicks),\(clicks / 2).00,\(60 + place * 40 - week * 2).00,2,2")
      }
      try folder.write(ads(rows), to: store + "/ads.csv")
    }
    return folder
  }

  /// Quick to load, with a product and a day for each row; `times` the same file under as many names,
  /// which takes as many times as long.
  static func withManyProducts(times: Int = 1) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var rows: [String] = []
    for product in 0..<1344 {
      let (month, day) = (product % 336 / 28 + 1, product % 28 + 1)
      rows.append(
        "\(2022 + product / 336)-\(padded(month))-\(padded(day)),EUR,C,A,S\(product),B,9,1,1.00,2.00,1,1"
      )
    }
    try folder.write(ads(rows), to: "ads-0.csv")
    for time in 0..<times where time > 0 {
      try FileManager.default.linkItem(
        atPath: folder.path + "/ads-0.csv", toPath: folder.path + "/ads-\(time).csv")
    }
    return folder
  }

  /// Takes far longer than anyone waits, over `withManyProducts`.
  static let endlessQuestion = "clicks[rolling 3650 days] by day, sku"

  static func ads(_ rows: [String]) -> String {
    // No fewer, or the header is that of no export.
    let header =
      "Date,Currency,Campaign Name,Ad Group Name,Advertised SKU,Advertised ASIN,Impressions,Clicks,"
      + "Spend,7 Day Total Sales,7 Day Total Orders (#),7 Day Total Units (#)"
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
