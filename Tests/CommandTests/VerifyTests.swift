// `kepi verify` as a program: what it says, and the status that a script goes on from.
import Testing

extension CommandTests {
  struct Verifying {
    private static let definitions = """
      load "{store}/{site}"
      metric ad_cost = sum(ads_by_product.spend)
      metric burden = ad_cost / sum(ads_by_product.ad_sales) { unit: percent }

      """

    /// What is asked, each into a file of its own.
    private static let questions = [
      ("numbers.csv", "burden, ad_cost by store over 2026-09-21 to 2026-09-22"),
      ("why.json", "why burden by store over 2026-09-22 vs 2026-09-21"),
      ("days.csv", "coverage by store over 2026-09-21 to 2026-09-22"),
      ("check.csv", "check burden < 90% by store over 2026-09-21 to 2026-09-22"),
    ]

    private static let rows = [
      "2026-09-21,EUR,Auto,All,LAMP,B1,1000,10,10.00,40.00,2,2",
      "2026-09-22,EUR,Auto,All,CUP,B2,500,5,5.00,10.00,1,1",
    ]

    /// A folder in which all of that was asked.
    private static func asked() throws -> TemporaryFolder {
      let folder = try TemporaryFolder()
      try folder.write(definitions, to: "workspace.kepi")
      for store in ["Nord", "Sud"] {
        try folder.write(TemporaryFolder.ads(rows), to: "\(store)/DE/ads.csv")
      }
      let statements = questions.flatMap { ["-c", "export to \"\($0.0)\" \($0.1)"] }
      let run = try Run(["."] + statements, in: folder)
      #expect(run.ending == .exited(0), "\(run.errors)")
      return folder
    }

    @Test func theSameFilesGiveTheSameBytes() throws {
      let (one, two) = (try Self.asked(), try Self.asked())
      for (file, question) in Self.questions {
        #expect(!one.contents(of: file).isEmpty)
        #expect(one.contents(of: file) == two.contents(of: file))
        let receipt = file + ".receipt.json"
        #expect(one.contents(of: receipt) == two.contents(of: receipt))
        let run = try Run(["verify", file], in: one)
        #expect(run.ending == .exited(0), "\(run.output)\(run.errors)")
        #expect(run.output.hasPrefix("same: \(file)   \(question)\n"), "\(run.output)")
      }
    }

    struct Change: Sendable, CustomTestStringConvertible {
      let testDescription: String
      let file: String
      let from: String
      let to: String
      /// Of the files that were asked, in their order.
      let statuses: [Int32]
      /// What is said of the first of them that is not as it was.
      let said: String
    }

    @Test(arguments: [
      Change(
        testDescription: "one changed file", file: "Sud/DE/ads.csv", from: "500,5,5.00",
        to: "500,5,6.00", statuses: [1, 1, 0, 1],
        said: "  data  Sud/DE/ads.csv holds something else: "),
      Change(
        testDescription: "one changed definition", file: "workspace.kepi",
        from: "ad_cost / sum(ads_by_product.ad_sales)",
        to: "ad_cost / sum(ads_by_product.ad_sales) / 2", statuses: [1, 1, 0, 1],
        said: "    + metric burden = ad_cost / sum(ads_by_product.ad_sales) / 2 { unit: percent }\n"
      ),
      Change(
        testDescription: "one removed day", file: "Sud/DE/ads.csv",
        from: "2026-09-22,EUR,Auto,All,CUP,B2,500,5,5.00,10.00,1,1", to: "",
        statuses: [1, 1, 1, 1], said: "  data  ads_by_product Sud DE lost 2026-09-22\n"),
      Change(
        testDescription: "another version", file: "numbers.csv.receipt.json",
        from: "\"kepi\":\"0.1.0\"", to: "\"kepi\":\"0.0.9\"", statuses: [0, 0, 0, 0],
        said: "  version  kepi is another: 0.0.9, now 0.1.0\n"),
      Change(
        testDescription: "a definition that is no more", file: "workspace.kepi",
        from: "metric burden", to: "metric load_of_ads", statuses: [2, 2, 0, 2],
        said: "cannot be asked any more"),
    ])
    func whatChangedIsNamed(_ change: Change) throws {
      let folder = try Self.asked()
      let text = folder.contents(of: change.file)
      #expect(text.contains(change.from))
      try folder.write(text.replacing(change.from, with: change.to), to: change.file)
      var isSaid = false
      for ((file, _), status) in zip(Self.questions, change.statuses) {
        let run = try Run(["verify", file], in: folder)
        #expect(run.ending == .exited(status), "\(file): \(run.output)\(run.errors)")
        let head = status == 0 ? "same" : "differs: \(file)"
        #expect(run.output.hasPrefix(head), "\(run.output)")
        if run.output.contains(change.said) { isSaid = true }
      }
      #expect(isSaid, "\(change.said)")
    }

    @Test func filesThatCannotBeRead() throws {
      let folder = try Self.asked()
      let missing = try Run(["verify", "nothing.csv"], in: folder)
      #expect(missing.ending == .exited(3))
      #expect(missing.errors.contains("K0901"), "\(missing.errors)")
      let plain = try Run(["verify", "Nord/DE/ads.csv"], in: folder)
      #expect(plain.ending == .exited(3))
      #expect(plain.errors.contains("K0907"), "\(plain.errors)")
      let none = try Run(["verify"], in: folder)
      #expect(none.ending == .exited(2))
    }

    /// The same question of another folder, as of next month's exports.
    @Test func otherFilesAreAskedInstead() throws {
      let folder = try Self.asked()
      for store in ["Nord", "Sud"] {
        let rows = Self.rows.map { $0.replacing("5.00,10.00", with: "6.00,10.00") }
        try folder.write(TemporaryFolder.ads(rows), to: "next/\(store)/DE/ads.csv")
      }
      try folder.write(Self.definitions, to: "next/workspace.kepi")
      let run = try Run(
        ["verify", "numbers.csv", "--against", "next/workspace.kepi"], in: folder)
      #expect(run.ending == .exited(1), "\(run.output)\(run.errors)")
      #expect(
        run.output.contains("  data  Nord/DE/ads.csv is not loaded any more"), "\(run.output)")
      #expect(run.output.contains("  data  next/Nord/DE/ads.csv is new"), "\(run.output)")
    }
  }
}
