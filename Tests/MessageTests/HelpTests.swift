import KepiCatalogue
import KepiDiagnostics
import KepiShell
import KepiSyntax
import Testing

/// Help is short, complete, and its examples do what it says of them.
struct HelpTests {
  @Test func everyCodeHasItsPage() {
    let pages = HelpText.pages.filter(\.isCode).map(\.topic)
    #expect(pages == DiagnosticCode.allCases.map(\.rawValue))
    #expect(Set(HelpText.pages.map { $0.topic.lowercased() }).count == HelpText.pages.count)
  }

  @Test(arguments: HelpText.pages.map(\.topic))
  func pageIsShort(_ topic: String) throws {
    let page = try #require(HelpText.page(topic))
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 17)
    for line in lines { #expect(CellWidth.of(String(line)) <= 100, "\(line)") }
  }

  @Test(arguments: HelpText.pages.map(\.topic))
  func examplesParse(_ topic: String) throws {
    let page = try #require(HelpText.pages.first { $0.topic == topic })
    #expect(!page.right.isEmpty)
    for statement in page.right {
      var texts = SourceMap()
      let parsed = ScriptSyntax.parse(texts.add(name: "<help>", text: statement))
      #expect(
        parsed.diagnostics.isEmpty, "\(statement): \(parsed.diagnostics.map(\.message.english))")
    }
  }

  /// One session for all of them: reading the examples takes longer than asking.
  @Test func examplesRunOverTheExports() throws {
    let session = Reading(over: .examples, format: .json)
    for page in HelpText.pages where page.isTried {
      if let wrong = page.wrong {
        let said = try Message.all(in: session.run(wrong).errors)
        let errors = said.filter { $0.severity == "error" }.map(\.code)
        #expect(
          errors == [page.topic] || errors.isEmpty && said.contains { $0.code == page.topic },
          "\(page.topic): \(wrong) says \(said.map(\.code))")
      }
      for statement in page.right {
        let run = session.run(statement + "\nset format json")
        let said = try Message.all(in: run.errors)
        #expect(
          run.outcome == .success && !said.contains { $0.code == page.topic },
          "\(page.topic): \(statement) says \(said.map { $0.code + " " + $0.message })")
      }
    }
  }

  @Test func everyCodeIsSaid() throws {
    let access = FileAccess.local
    let sources = Base.folder("Sources")
    var text = ""
    for target in try access.list(sources) where access.kind("\(sources)/\(target)") == .folder {
      for file in try access.list("\(sources)/\(target)")
      where file.hasSuffix(".swift") && file != "DiagnosticCode.swift" {
        text += String(decoding: try access.read("\(sources)/\(target)/\(file)"), as: UTF8.self)
      }
    }
    for code in DiagnosticCode.allCases {
      #expect(text.contains(".\(code),") || text.contains(".\(code)\n"), "\(code) is never said")
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statement: String
    let golden: String
  }

  @Test(arguments: [
    Row(
      testDescription: "a clause", statement: "help limit",
      golden: """
        limit: how many lines are shown

        `limit` cuts the finished, sorted answer. For the best of something use top, which
        can show the others too.

          clicks by campaign sort by clicks desc limit 5

        """),
    Row(
      testDescription: "a code, in any case", statement: "help \"k0214\"",
      golden: """
        K0214: not a currency

        `in` with a bracket lists values; without one it names a currency to convert to.

        refused:  units where site in DE
        works:    units where site in ("DE")

        """),
    Row(
      testDescription: "a name that is defined", statement: "help visit_count",
      golden: """
        visit_count

        visit_count = sum(visits.visits)

        unit: count; adds up over everything
        reads: visits (5 rows)

        Defined in workspace.kepi:8.

        """),
    Row(
      testDescription: "a topic that is nearly one", statement: "help brackts",
      golden: """
        error K0902: there is no help about `brackts`
          1 | help brackts
            |      ^^^^^^^
          The nearest is `brackets`:   help "brackets"

        """),
  ])
  func help(_ row: Row) {
    #expect(Reading(statements: [row.statement]).started.text == row.golden)
  }
}
