// Words: keywords, names, spelling, what may follow, how a text is coloured.
import KepiDiagnostics
import KepiSyntax
import Testing

struct WordTests {
  @Test func everyKeywordHasItsOwnSpellings() {
    var seen: [String: Keyword] = [:]
    for keyword in Keyword.allCases {
      #expect(!keyword.chinese.isEmpty)
      for spelling in [keyword.english] + keyword.chinese {
        #expect(seen[spelling] == nil, "\(spelling)")
        seen[spelling] = keyword
        #expect(Keyword.spelled(spelling) == keyword)
      }
    }
    #expect(Keyword.allCases.filter { $0.isReserved && $0 != .asOf }.count == 26)
    #expect(Keyword.spelled("ＷＨＥＲＥ") == .where)
  }

  @Test(arguments: [
    ("Größe", "größe"), ("ＡＣＯＳ", "acos"), ("ﾃｽﾄ", "テスト"), ("ｶﾞ", "ガ"),
    ("a\u{A0}b", "a b"), ("m²", "m2"), ("ﬁt", "fit"), ("①", "1"), ("Ⅳ", "iv"), ("e\u{301}", "é"),
    ("STRASSE", "straße"), ("销售额", "销售额"), ("\u{FEFF}id", "id"),
  ])
  func namesFold(_ left: String, _ right: String) {
    #expect(NameFolding.key(left) == NameFolding.key(right))
  }

  /// A unit of time is translated where only one can stand. The name of a line's step is not: the
  /// answer's column is called so.
  @Test(arguments: [
    ("clicks by week over last 4 weeks vs 1 year ago", "clicks 按 week 期间 上 4 周 对比 1 年 以前"),
    ("clicks[rolling 28 days] over this month", "clicks[滚动 28 天] 期间 本 月"),
    ("clicks[month to date] over year to date", "clicks[月 至 今] 期间 年 至 今"),
    ("clicks over past quarter vs last 2 quarters", "clicks 期间 最近 季 对比 上 2 季"),
    ("metric c = converted(a.x, b.y, 1 day)", "指标 c = converted(a.x, b.y, 1 天)"),
    ("clicks where cost > 20 EUR", "clicks 其中 cost > 20 EUR"),
    (
      "source s from \"x.csv\" { require fresh within 3 days; require complete by day }",
      "数据源 s 来自 \"x.csv\" { 要求 新至 以内 3 天; 要求 完整 按 天 }"
    ),
  ])
  func unitsAreTranslated(_ english: String, _ chinese: String) {
    #expect(formatted(english, in: .chinese) == chinese)
    #expect(formatted(chinese, in: .english) == english)
  }

  @Test func unitsAgreeWithTheirNumber() {
    #expect(
      formatted("clicks over last 4 week vs 1 years ago", in: .english).hasSuffix("1 year ago"))
    #expect(formatted("clicks 期间 上 1 周", in: .english) == "clicks over last week")
    #expect(formatted("clicks over last 4 week", in: nil) == "clicks over last 4 week")
  }

  private func formatted(_ text: String, in language: Language?) -> String {
    var texts = SourceMap()
    let source = texts.add(name: "<test>", text: text)
    return String(SyntaxPrinter.format(source, language: language).dropLast())
  }

  @Test func theNearestNameIsOffered() {
    let names = ["revenue", "orders", "acos", "tacos", "广告成本占比"]
    #expect(Spelling.closest(to: "reveneu", among: names) == "revenue")
    #expect(Spelling.closest(to: "Acso", among: names) == "acos")
    #expect(Spelling.closest(to: "广告成本比", among: names) == "广告成本占比")
    #expect(Spelling.closest(to: "returns", among: names) == nil)
    #expect(Spelling.closest(to: "xy", among: ["xz"]) == nil)
    #expect(Spelling.distance("ab", "ba") == 1)
  }

  @Test(arguments: [
    ("广告成本占比按店铺", "广告成本占比 按 店铺"), ("按店铺", "按 店铺"),
    ("销售额按周期间最近4周", "销售额 按 周 期间 最近 4周"), ("销售额", nil), ("限时", nil), ("按", nil),
  ])
  func wordsRunTogether(_ name: String, _ spaced: String?) {
    #expect(Lexer.spacedForm(of: name)?.text == spaced)
  }

  @Test(arguments: [
    ("revenue", true), ("revenue,", false), ("sum(a", false), ("metric a = b {", false),
    ("metric a =", false), ("metric a = b { label: \"x\" }", true), ("load \"x", false),
    ("a by `x", false), ("a \\\n", false), ("", true), ("a by", true), ("a ]", true),
  ])
  func linesAreComplete(_ text: String, _ expected: Bool) {
    #expect(ScriptSyntax.isComplete(sourceText(text).0) == expected)
  }

  @Test func clausesOfALineAreRead() {
    let (text, _) = sourceText("by store over last week")
    let parsed = ScriptSyntax.parseClauses(text)
    #expect(parsed?.clauses.map(TreeText.of) == ["(by store)", "(over (last 1*week))"])
    #expect(parsed?.diagnostics.isEmpty == true)
    #expect(ScriptSyntax.parseClauses(sourceText("revenue by store").0) == nil)
    #expect(ScriptSyntax.parseClauses(sourceText("by store oevr").0)?.diagnostics.count == 1)
  }

  // MARK: Completion

  private func expectation(_ text: String) -> ExpectedAt {
    let (source, _) = sourceText(text)
    return Parser.expectation(in: source, at: source.bytes.count)
  }

  @Test func completionKnowsWhatMayFollow() {
    #expect(expectation("").kinds.contains([.command, .metric]))
    #expect(expectation("sh").keywords.contains(.show))
    #expect(expectation("sh").replaceFrom == 0)

    let afterItem = expectation("revenue ")
    #expect(afterItem.keywords.contains(.by) && afterItem.keywords.contains(.asOf))
    #expect(!afterItem.keywords.contains(.show))
    #expect(afterItem.replaceFrom == 8)

    #expect(expectation("revenue by ").kinds == [.dimension])
    #expect(expectation("revenue by st").replaceFrom == 11)
    #expect(expectation("revenue where ").kinds.contains(.dimension))
    #expect(expectation("revenue having ").kinds.contains(.metric))
    #expect(expectation("revenue over ").kinds.contains(.period))
    #expect(expectation("revenue over ").keywords.contains(.last))
    #expect(expectation("revenue over last ").kinds.contains(.unit))
    #expect(expectation("revenue over last 4 ").kinds.contains(.unit))
    #expect(expectation("revenue vs ").keywords.contains(.previous))
    #expect(expectation("revenue by day fill ").keywords == [.blank, .none, .previous, .zero])
    #expect(expectation("revenue with ").keywords == [.others, .totals])
    #expect(expectation("revenue[").keywords.contains(.rolling))
    #expect(expectation("revenue[only ").kinds == [.dimension])
    #expect(expectation("set ").kinds == [.setting])
    #expect(expectation("set timezone ").statement == .set)
    #expect(expectation("show ").statement == .show)
    #expect(expectation("load ").kinds == [.path])
    #expect(expectation("load \"exp").isInString)
    #expect(expectation("load \"exp").replaceFrom == 6)
    #expect(expectation("coverage ").kinds == [.source])
    #expect(expectation("metric ").kinds == [.newName])
    #expect(expectation("revenue in ").kinds == [.currency])
    #expect(expectation("by ").kinds == [.dimension])
    #expect(expectation("report a = revenue by ").kinds == [.dimension])
    #expect(expectation("check acos <= 25% ov").keywords.contains(.over))
    #expect(expectation("sum(sales.").kinds == [.column])
    #expect(expectation("sum(sales.").qualifier?.text == "sales")
  }

  @Test(arguments: [
    "revenue where site = ", "revenue where site = \"D", "revenue where site in (",
    "revenue where site in (\"DE\", ", "revenue where a = 1 and site != ",
  ])
  func completionKnowsWhoseValuesFit(_ text: String) {
    let found = expectation(text)
    #expect(found.kinds.contains(.value))
    #expect(found.valueOf?.text == "site")
  }

  // MARK: Colours

  @Test func textsAreColoured() {
    let (text, _) = sourceText("target by month where sum(x) > 5 over last week # all")
    let kinds = ScriptSyntax.highlight(text).map { "\(text.text(of: $0.span)):\($0.kind.rawValue)" }
    #expect(
      kinds == [
        "target:name", "by:keyword", "month:name", "where:keyword", "sum:function", "(:sign",
        "x:name", "):sign", ">:sign", "5:number", "over:keyword", "last:keyword", "week:name",
        "# all:comment",
      ])
  }

  // MARK: Messages

  @Test func messagesAreAlsoJSON() {
    var texts = SourceMap()
    let text = texts.add(name: "a \"b\".kepi", text: "revenue bye store\n")
    let renderer = DiagnosticRenderer(texts: texts, language: .english)
    #expect(
      ScriptSyntax.parse(text).diagnostics.map { renderer.json($0) } == [
        #"{"severity":"error","code":"K0203","message":"`bye` cannot stand after `revenue`","#
          + #""marks":[{"file":"a \"b\".kepi","line":1,"column":9,"start":8,"end":11}],"#
          + #""details":[],"mends":[{"title":"The nearest word is `by`:","#
          + #""line":"revenue by store","edits":[{"file":"a \"b\".kepi","line":1,"column":9,"#
          + #""start":8,"end":11,"replacement":"by"}]}]}"#
      ])
  }

  @Test func messagesPointIntoTwoTexts() {
    var texts = SourceMap()
    let first = texts.add(name: "metrics.kepi", text: "metric a = b\n")
    let second = texts.add(name: "<command line>", text: "metric a = 广告 + 成本")
    let place = SourceSpan(in: second.id, 20..<26)
    let other = SourceSpan(in: first.id, 7..<8)
    let diagnostic = Diagnostic(
      .error, .definedTwice, Phrase("`a` is defined twice", zh: "`a` 定义了两次"),
      at: [.init(place, label: Phrase("here", zh: "在这里")), .init(other)],
      details: [Phrase("One of them has to go.", zh: "要删去一个")])
    #expect(
      DiagnosticRenderer(texts: texts, language: .english).text(diagnostic) == """
        error K0307: `a` is defined twice
          1 | metric a = 广告 + 成本
            |                   ^^^^   here
          metrics.kepi:1:8
          1 | metric a = b
            |        ^
          One of them has to go.
        """)
    #expect(
      DiagnosticRenderer(texts: texts, language: .chinese).text(diagnostic) == """
        错误 K0307：`a` 定义了两次
          1 | metric a = 广告 + 成本
            |                   ^^^^   在这里
          metrics.kepi:1:8
          1 | metric a = b
            |        ^
          要删去一个
        """)
  }
}
