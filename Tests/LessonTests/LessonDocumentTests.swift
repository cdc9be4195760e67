// Documents of lessons: what is read out of them, and what is said where one is not understood.
import KepiDiagnostics
import KepiLessons
import Testing

struct LessonDocumentTests {
  private static let document = """
    # First {#one}

    Some *text*
    over two lines.

    ```kepi setup
    metric x = 1
    ```

    ```kepi try
    orders by store
    ```

    ```kepi refused
    gross_sales
    ```

    ```ask
    How many?
    Really?
    answer: orders
      over 2026-04
    wrong: units # That is
      units.
    hint: Count.
    because: So.
    ```

    ```
    plain code
    ```

    # 第二课

    ```ask
    哪一个？
    answer: orders
    option: orders # 订单
    option: units # 件
    ```
    """

  @Test func everythingIsRead() throws {
    let (lessons, problems) = LessonParser.parse(Self.document)
    #expect(problems == [])
    #expect(lessons.map(\.id) == ["one", "2"])
    #expect(lessons.map(\.title) == ["First", "第二课"])
    let first = try #require(lessons.first)
    #expect(first.setup.map(\.text) == ["metric x = 1"])
    #expect(first.parts.count == 5)
    #expect(first.parts[0] == .text("Some *text*\nover two lines."))
    guard case .attempt(let refused) = first.parts[2] else {
      Issue.record("a refusal is tried")
      return
    }
    #expect(refused.isRefused)
    let question = try #require(first.questions.first)
    #expect(question.prompt == "How many?\nReally?")
    #expect(question.hint == "Count.")
    #expect(question.reason == "So.")
    guard case .value(let asked) = question.wanted else {
      Issue.record("a value is asked for")
      return
    }
    #expect(asked.text == "orders over 2026-04")
    #expect(asked.line == 21)
    #expect(question.mistakes.map(\.text) == ["That is units."])
    #expect(question.mistakes.map(\.statement.text) == ["units"])
    guard case .choice(_, let options)? = lessons.last?.questions.first?.wanted else {
      Issue.record("a choice is asked for")
      return
    }
    #expect(options.map(\.text) == ["订单", "件"])
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let document: String
    let line: Int
    let says: String
  }

  @Test(arguments: [
    Row(testDescription: "no heading", document: "text\n", line: 1, says: "begins with a line"),
    Row(
      testDescription: "no answer", document: "# A\n```ask\nWhat?\nhint: none\n```\n", line: 3,
      says: "one of `answer:`"),
    Row(
      testDescription: "two answers",
      document: "# A\n```ask\nWhat?\nanswer: orders\nfact: acos good\n```\n", line: 3,
      says: "one of `answer:`"),
    Row(
      testDescription: "a mistake without a meaning",
      document: "# A\n```ask\nWhat?\nanswer: orders\nwrong: units\n```\n", line: 5,
      says: "what is said of it"),
    Row(
      testDescription: "a line of no kind",
      document: "# A\n```ask\nWhat?\nanswer: orders\nclue: none\n```\n", line: 5,
      says: "begins with one of"),
    Row(
      testDescription: "an open block", document: "# A\n```ask\nWhat?\nanswer: orders\n", line: 2,
      says: "never closed"),
    Row(
      testDescription: "one id twice", document: "# A {#a}\n# B {#a}\n", line: 1,
      says: "two lessons are called `a`"),
  ])
  func mistakesAreSaid(_ row: Row) {
    let problems = LessonParser.parse(row.document).problems
    #expect(
      problems.contains { $0.line == row.line && $0.reason.english.contains(row.says) },
      "\(problems)")
  }

  /// Whatever is cut, doubled or swapped, reading ends.
  @Test func noDocumentStopsTheReader() {
    let lines = Self.document.split(separator: "\n", omittingEmptySubsequences: false)
    for place in lines.indices {
      var cut = lines
      cut.remove(at: place)
      _ = LessonParser.parse(cut.joined(separator: "\n"))
      _ = LessonParser.parse(lines[place...].joined(separator: "\n"))
      _ = LessonParser.parse((lines + lines[place...]).joined(separator: "\r\n"))
    }
    for text in ["", "\n", "# ", "```", "# \n```ask\n```", "# a {#}", "# {#b}\n```ask\n:\n```"] {
      _ = LessonParser.parse(text)
    }
  }

  @Test func textsAreLaidOut() {
    let text = """
      # A title

      One **bold** word and `some code that is long` at the end.

      - an entry that does not fit
      - 第二项，中文的一行也要在合适的地方断开，不能断在标点前面。

      | a | b |
      |---|---|
      """
    #expect(
      LessonLayout.render(text, columns: 24) == """
        A title

        One bold word and
        `some code that is long`
        at the end.

        - an entry that does not
          fit
        - 第二项，中文的一行也要
          在合适的地方断开，不能
          断在标点前面。

        | a | b |
        |---|---|

        """)
  }
}
