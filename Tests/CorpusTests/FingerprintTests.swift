// A fingerprint changes with the answers of a definition, and with nothing else.
import Testing

struct FingerprintTests {
  private func fingerprint(_ definitions: String, of name: String = "rate") -> Substring? {
    let run = SessionRun(
      files: [("clicks.csv", "day,shop,clicks,cost\n2026-03-01,A,4,1\n")],
      script: "load \"clicks.csv\" as c\n\(definitions)\ndescribe \(name)\n")
    let words = run.output.split { " .,;\n".contains($0) }
    return words.lastIndex(of: "fingerprint").map { words[$0 + 1] }
  }

  private let base = """
    metric spent = sum(c.cost)
    metric rate = spent / sum(c.clicks)
    """

  @Test func whatTeachesChangesNothing() {
    let first = fingerprint(base)
    #expect(first?.count == 8)
    #expect(first == fingerprint("## What a click costs.\n" + base + " { label: \"Rate\" }"))
    #expect(first == fingerprint(base.replacing(" / ", with: "   /   ")))
    #expect(first == fingerprint(base + "\nmetric other = rows(c)"))
  }

  @Test(arguments: [
    (" / ", " * "), ("sum(c.cost)", "max(c.cost)"),
    ("spent / sum(c.clicks)", "spent / sum(c.clicks)[shop = \"A\"]"),
  ])
  func whatAnswersHangOnChangesIt(_ old: String, _ new: String) {
    #expect(fingerprint(base) != fingerprint(base.replacing(old, with: new)))
  }

  @Test func theTreeIsPartOfIt() {
    func text(_ tree: String) -> String {
      "metric spent = sum(c.cost)\nmetric rate = spent / sum(c.clicks) { tree: \(tree) }"
    }
    let plain = fingerprint(text("spent / rows(c)"))
    #expect(plain != fingerprint(base))
    #expect(plain != fingerprint(text("spent * rows(c)")))
    #expect(plain == fingerprint(text("spent   /   rows(c)")))
  }

  @Test func aSegmentOfABracketIsPartOfIt() {
    func text(_ shop: String) -> String {
      "segment own = shop = \"\(shop)\"\nmetric rate = sum(c.clicks)[own]"
    }
    #expect(fingerprint(text("A")) != fingerprint(text("B")))
  }
}
