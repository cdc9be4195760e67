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

  @Test(arguments: HelpText.pages.map(\.topic), HelpLanguage.allCases)
  func pageIsShort(_ topic: String, _ language: HelpLanguage) throws {
    let page = try #require(HelpText.page(topic))
    let text = lines(of: page.text(in: language))
    #expect(text.count <= 8)
    for line in text + [page.title(in: language)] {
      #expect(!line.isEmpty && CellWidth.of(line) <= 80, "\(line)")
    }
    let shown = lines(of: try #require(HelpPages.page(topic, in: language)))
    #expect(shown.count <= 17)
    for line in shown { #expect(CellWidth.of(line) <= 100, "\(line)") }
  }

  private func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Each language has words of its own, and no English page was left among the Chinese ones.
  @Test(arguments: HelpText.pages.map(\.topic))
  func pageIsInBothLanguages(_ topic: String) throws {
    let page = try #require(HelpText.page(topic))
    for part in [HelpPage.title, HelpPage.text] {
      let (english, chinese) = (part(page)(.english), part(page)(.chinese))
      #expect(english != chinese)
      #expect(ideographs(in: chinese) * 6 > chinese.count, "\(chinese)")
      #expect(ideographs(in: english) == 0, "\(english)")
    }
  }

  private func ideographs(in text: String) -> Int {
    text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// In backquotes stands what can be typed: words of the language in the spelling of the page.
  @Test(arguments: HelpText.pages.map(\.topic), HelpLanguage.allCases)
  func quotedWordsAreWordsOfTheLanguage(_ topic: String, _ language: HelpLanguage) throws {
    let page = try #require(HelpText.page(topic))
    let text = page.title(in: language) + "\n" + page.text(in: language)
    for (place, quoted) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    where place % 2 == 1 {
      for word in quoted.split(whereSeparator: { " \n[]".contains($0) }).map(String.init)
      where ideographs(in: word) > 0 {
        let isTopic = HelpPages.topics.contains { $0.chinese == word }
        #expect(
          Keyword.spelled(word) != nil || TimeWord(key: word) != nil || isTopic, "\(word)")
      }
    }
  }

  /// Each topic, and each word of the language, in either spelling.
  @Test func everyWordFindsItsPage() throws {
    for keyword in Keyword.allCases {
      for spelling in [keyword.english] + keyword.chinese {
        #expect(HelpPages.page(spelling, in: .chinese) != nil, "\(spelling)")
      }
    }
    for topic in HelpPages.topics {
      let page = HelpPages.page(topic.english, in: .chinese)
      #expect(page != nil && page == HelpPages.page(topic.chinese, in: .chinese))
      #expect(ideographs(in: topic.chinese) > 0, "\(topic.english) has no Chinese name")
    }
    let words = HelpText.pages.flatMap { [$0.topic] + $0.also }
    #expect(Set(words).count == words.count)
    for page in HelpText.pages {
      for word in page.also { #expect(Keyword.spelled(word) != nil, "\(word)") }
      #expect(page.chineseTopic == nil || Keyword.spelled(page.topic) == nil, "\(page.topic)")
    }
  }

  /// A topic that some shipped name hides could be asked for in quotes only.
  @Test func noTopicIsTheNameOfSomethingElse() {
    let session = Reading(over: .package)
    for topic in HelpPages.topics where !topic.english.contains(" ") {
      for word in [topic.english, topic.chinese] {
        let shown = session.run("help " + word).output
        #expect(
          HelpPages.page(topic.english, in: .english).map { shown.hasSuffix($0) } == true, "\(word)"
        )
      }
    }
  }

  @Test func theStartFitsAScreen() {
    for language in HelpLanguage.allCases {
      let shown = lines(of: HelpPages.start(in: language))
      #expect(shown.count <= 24)
      for line in shown { #expect(CellWidth.of(line) <= 80, "\(line)") }
    }
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

        `limit` cuts the finished, sorted answer. For the best of something use top,
        which can show the others too.

          clicks by campaign sort by clicks desc limit 5

        """),
    Row(
      testDescription: "a code, in any case", statement: "help \"k0214\"",
      golden: """
        K0214: not a currency

        `in` with a bracket lists values; without one it names a currency to convert to.

        said of:  units where site in DE
        instead:  units where site in ("DE")

        """),
    Row(
      testDescription: "a name that is defined", statement: "help visit_count",
      golden: """
        visit_count

        visit_count = sum(visits.visits)

        unit: count; adds up over everything
        related metrics:
          part of: conversion = order_count / visit_count
        reads:
          visits, 5 rows

        Defined in workspace.kepi:8.
        Its fingerprint, 86dc9c1e, changes whenever the definition does.

        """),
    Row(
      testDescription: "a topic that is nearly one", statement: "help brackts",
      golden: """
        error K0902: there is no help about `brackts`
          1 | help brackts
            |      ^^^^^^^
          The nearest is `brackets`:   help "brackets"

        """),
    Row(
      testDescription: "a word in Chinese", statement: "帮助 限",
      golden: """
        limit: how many lines are shown

        `limit` cuts the finished, sorted answer. For the best of something use top,
        which can show the others too.

          clicks by campaign sort by clicks desc limit 5

        """),
  ])
  func help(_ row: Row) {
    #expect(Reading(statements: [row.statement]).started.text == row.golden)
  }

  struct Shown: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let topic: String
    let golden: String
  }

  @Test(arguments: [
    Shown(
      testDescription: "a clause", topic: "vs",
      golden: """
        对比（vs）：旁边放上另一个时段

        `对比` 给每个数值加上当时的值、变化和变化率。`上期` 是紧挨着的前一个时段，
        `目标` 是定好的目标。时段还没过完时，只和前一时段的同样天数比，
        否则半个月会对上一整个月。

          clicks 按 site 期间 上 周 对比 上期
          clicks 按 site 期间 上 周 对比 4 周 以前

        """),
    Shown(
      testDescription: "a code", topic: "K0215",
      golden: """
        K0215：没有“前”就没有“其他”

        “其他”是 `前` 没有留下的组。没有 `前` 或 `后`，所有组都会显示，就没有其他。

        会报：  units 按 sku 附 其他
        改为：  units 按 sku 前 5 依 units 附 其他

        """),
    Shown(
      testDescription: "a code whose statement cannot be translated", topic: "K0202",
      golden: """
        K0202：少了一部分

        该写某一部分的地方，语句却结束了，或者接着写了别的。

        会报：  units by
        改为：  units by store

        """),
    Shown(
      testDescription: "a code without a statement that gives it", topic: "K0704",
      golden: """
        K0704：读不了的行

        这些行的列数不够，或该有日期、金额的地方没有。它们不算进任何数值，
        每一行都列出位置和原因。

        可用：  显示 rejects

        """),
  ])
  func chinese(_ shown: Shown) {
    #expect(HelpPages.page(shown.topic, in: .chinese) == shown.golden)
  }
}
