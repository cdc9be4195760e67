// The same files give the same bytes, whenever they are read and however a disk lists them.
import KepiShell
import Testing

struct DeterminismTests {
  static let questions = [
    "acos, ad_spend by store, site, campaign",
    "sales, orders, units by store, site, week",
    "ad_sales by search_term over last 4 weeks top 5 by ad_sales with others",
    "settled_net_sales by settlement_id", "on_hand_units by sku over last week",
    "show sources", "show rejects", "show loads", "ad_spnd by store",
  ]

  @Test(arguments: OutputFormat.allCases)
  func theSameRunGivesTheSameBytes(_ format: OutputFormat) {
    var options = SessionOptions()
    options.format = format
    let good = Self.questions.dropLast()
    let command = KepiCommand(
      options: options, paths: ["examples/exports"], statements: Array(good))
    let shown = Run(command).shown
    #expect(shown.count > 2_000)
    let isSame = Run(command).shown == shown
    #expect(isSame)

    let wrong = KepiCommand(
      options: options, paths: ["examples/exports"], statements: Self.questions)
    #expect(Run(wrong).shown == Run(wrong).shown)
    #expect(Run(wrong).outcome == .misunderstood)
  }

  /// Downloads for Sud in Germany overlap: which of them counts must not hang on the listing.
  @Test func theOrderOfAListingDoesNotMatter() {
    let backwards = FileAccess(
      read: { path throws(FileAccess.Failure) in try FileAccess.inPackage.read(path) },
      list: { path throws(FileAccess.Failure) in
        try FileAccess.inPackage.list(path).reversed()
      },
      kind: { FileAccess.inPackage.kind($0) })
    let statements = [
      "ad_spend, ad_sales, clicks by site, campaign", "sales, orders by site", "show rejects",
    ]
    for paths in [["examples/exports"], ["examples/exports/Sud", "examples/exports/Nord"]] {
      let forwards = Run.csv(paths, statements)
      #expect(forwards.outcome == .success)
      let isSame = Run.csv(paths, statements, files: backwards).shown == forwards.shown
      #expect(isSame, "\(paths)")
    }
  }
}
