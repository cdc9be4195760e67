// The same files give the same bytes, whenever they are read and however a disk lists them.
import KepiShell
import Testing

struct DeterminismTests {
  static let statements = [
    "acos, ad_spend by store, site, campaign",
    "sales, orders, units by store, site, week",
    "ad_sales by search_term where site = \"DE\" over last 4 weeks top 5 by ad_sales with others",
    "settled_net_sales by settlement_id", "on_hand_units by sku over last week",
    "describe acos", "show sources", "show rejects", "show loads",
  ]

  /// JSON says all that the others do.
  @Test func theSameRunGivesTheSameBytes() {
    var options = SessionOptions()
    options.format = .json
    let command = KepiCommand(
      options: options, paths: ["examples/exports"], statements: Self.statements)
    let run = Run(command)
    #expect(run.outcome == .success)
    let isSame = Run(command).shown == run.shown
    #expect(isSame)
  }

  @Test func theSameMistakesGiveTheSameMessages() {
    let command = KepiCommand(
      options: SessionOptions(), paths: ["examples/exports"],
      statements: ["ad_spnd by store", "clicks by stroe", "clicks where campaign = \"Nord\""])
    let run = Run(command)
    #expect(run.outcome == .misunderstood)
    #expect(Run(command).shown == run.shown)
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
