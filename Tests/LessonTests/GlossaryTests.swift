// The glossary: every metric is there, and a parser that is not ours reads it.
import FoundationEssentials
import KepiDiagnostics
import KepiShell
import Testing

struct GlossaryTests {
  private static let html: String = {
    let room = LessonSession()
    _ = room.run(
      """
      metric own_share = ad_sales / gross_sales {
        label: "Own <share> & more", zh "自己的占比"
        unit: percent
        example: ad_sales = 30, gross_sales = 120 gives 25%
      }
      export glossary to "g.html"
      """)
    return room.file("g.html") ?? ""
  }()

  private static let names = MetricTable.shipped().rows

  @Test func everyMetricIsThere() {
    #expect(Self.names.count >= 134)
    for row in Self.names {
      #expect(Self.html.contains("<code>\(row.name)</code>"), "\(row.name)")
      #expect(Self.html.contains("<code>\(row.name) = "), "\(row.name)")
      for label in [row.label, row.chineseLabel] where !label.contains("&") {
        #expect(Self.html.contains(label), "\(row.name)")
      }
    }
    // One's own come last, with what they say escaped.
    #expect(Self.html.contains("Own &lt;share&gt; &amp; more"))
    #expect(Self.html.contains("own_share = 30 / 120 = 25%"))
    #expect(Self.html.contains("@media print"))
    for outside in ["http://", "https://", "<script", "<link"] {
      let count = Self.html.ranges(of: outside).count
      #expect(count == (outside == "http://" ? 1 : 0), "\(outside)")
    }
  }

  /// Each formula is told in words of both languages, and those name no column by its code.
  @Test func everyFormulaHasWords() throws {
    let room = LessonSession()
    _ = room.run("export glossary to \"g.md\"")
    let page = try #require(room.file("g.md"))
    let lines = page.split(separator: "\n").filter { $0.contains("In words") }
    #expect(lines.count == Self.names.count)
    for line in lines {
      // What stands in quotes is a value of the files.
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      let words = parts.indices.filter { $0.isMultiple(of: 2) }.map { parts[$0] }.joined()
      #expect(!words.contains("_"), "\(line)")
      let chinese = words.split(separator: "|").last { !$0.allSatisfy { $0 == " " } } ?? ""
      #expect(chinese.contains { $0.unicodeScalars.allSatisfy { $0.value >= 0x3400 } }, "\(line)")
    }
  }

  /// As XML, and by its links: each leads to one place of the page.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/python3")))
  func anotherParserReadsIt() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "kepi-glossary-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.html.utf8).write(to: folder.appending(path: "g.html"))
    let script = """
      import sys, html.parser, xml.etree.ElementTree as tree
      text = open(sys.argv[1], encoding="utf-8").read()
      root = tree.fromstring(text)
      name = lambda element: element.tag.split("}")[1]
      ids = [e.get("id") for e in root.iter() if e.get("id")]
      links = [e.get("href") for e in root.iter() if e.get("href")]
      assert len(ids) == len(set(ids)), "an id twice"
      assert all(link[0] == "#" and link[1:] in ids for link in links), "a link to nowhere"
      articles = [e for e in root.iter() if name(e) == "article"]
      assert len(articles) == \(Self.names.count + 1), len(articles)
      for article in articles:
          rows = [e for e in article.iter() if name(e) == "tr"]
          assert len(rows) >= 3, tree.tostring(article)
      class Reader(html.parser.HTMLParser):
          open = []
          def handle_starttag(self, tag, attributes): self.open.append(tag)
          def handle_endtag(self, tag): assert self.open.pop() == tag, tag
      reader = Reader()
      reader.feed(text)
      assert reader.open == [], reader.open
      print("read")
      """
    try Data(script.utf8).write(to: folder.appending(path: "read.py"))
    let run = try Program("/usr/bin/python3").run(
      [folder.appending(path: "read.py").path, folder.appending(path: "g.html").path])
    #expect(run.errors == "")
    #expect(run.output == "read\n")
  }

  @Test func markdownHasTheSame() {
    let room = LessonSession()
    let said = room.run("export glossary to \"g.md\"")
    #expect(said.contains("wrote \(Self.names.count) metrics to g.md"))
    let text = room.file("g.md") ?? ""
    for row in Self.names { #expect(text.contains("`\(row.name)`\n"), "\(row.name)") }
    let wrong = room.run("export glossary to \"g.csv\"")
    #expect(wrong.contains("error K0901") && wrong.contains("Endings are html and md."))
    let some = room.run("show glossary like \"acos\"")
    #expect(some.contains("`acos`") && !some.contains("`gmv`\n"))
    let table = LessonSession(format: .csv).run("show glossary")
    #expect(table.split(separator: "\n").filter { $0.contains(",acos,") }.count == 1)
  }
}
