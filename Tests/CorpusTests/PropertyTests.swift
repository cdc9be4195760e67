// What holds for any rows and any question, over rows and questions made from fixed seeds.
import Testing

struct PropertyTests {
  /// One answer of a run, by what its lines are about.
  private struct ReadAnswer: Equatable {
    var lines: [[String]: [String]] = [:]
    var isTwice = false

    /// The made-up names and numbers need no quotes, but for the one blank that stands alone.
    init(_ text: Substring, groupCount: Int) {
      for line in text.split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
          .map { $0 == "\"\"" ? "" : String($0) }
        let key = Array(cells.prefix(groupCount))
        isTwice = isTwice || lines[key] != nil
        lines[key] = Array(cells.dropFirst(groupCount))
      }
    }
  }

  /// The answers to questions over files that are all loaded as one source.
  private func texts(_ files: [String], _ questions: [String]) throws -> [Substring] {
    let disk = files.enumerated().map { (path: "\($0.offset).csv", text: $0.element) }
    let loads = disk.map { "load \"\($0.path)\" as made\n" }.joined()
    let run = SessionRun(files: disk, script: loads + questions.joined(separator: "\n") + "\n")
    try #require(run.status == 0, "\(run.messages)")
    let answers = run.output.split(separator: "\n\n")
    try #require(answers.count == questions.count)
    return answers
  }

  private func questions(_ count: Int, seed: UInt64) -> [PlainQuestion] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in PlainQuestion.random(&random) }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func plainLoopsAgree(seed: UInt64) throws {
    // Few rows leave buckets and groups without any.
    let rows = MadeRows.make(seed % 2 == 0 ? 25 : 260, seed: seed)
    try compare(questions(60, seed: 100 + seed), over: rows)
  }

  @Test(arguments: [8191, 8192, 8193, 16_385])
  func blocksDoNotShow(rowCount: Int) throws {
    let rows = MadeRows.make(rowCount, seed: UInt64(rowCount))
    try compare(questions(4, seed: 7), over: rows)
  }

  private func compare(_ questions: [PlainQuestion], over rows: [MadeRow]) throws {
    let texts = try texts([MadeRows.csv(rows)], questions.map(\.text))
    for (question, text) in zip(questions, texts) {
      let answer = ReadAnswer(text, groupCount: question.groups.count)
      let expected = question.answer(rows)
      #expect(!answer.isTwice, "\(question.text)")
      #expect(Set(answer.lines.keys) == Set(expected.keys), "\(question.text)")
      for (key, values) in expected {
        guard let cells = answer.lines[key] else { continue }
        #expect(
          zip(values, cells).allSatisfy { $0.matches($1) },
          "\(question.text): \(key) is \(cells), not \(values)")
      }
    }
  }

  @Test func anotherMetricChangesNothing() throws {
    let file = MadeRows.csv(MadeRows.make(200, seed: 11))
    let narrow = questions(40, seed: 12)
    let wide = narrow.map { question in
      var wide = question
      wide.metrics += PlainQuestion.metrics
      return wide
    }
    let texts = try (texts([file], narrow.map(\.text)), texts([file], wide.map(\.text)))
    for (place, question) in narrow.enumerated() {
      let count = question.groups.count
      let one = ReadAnswer(texts.0[place], groupCount: count)
      let two = ReadAnswer(texts.1[place], groupCount: count)
      let cut = two.lines.mapValues { Array($0.prefix(question.metrics.count)) }
      #expect(one.lines == cut, "\(question.text)")
    }
  }

  @Test func orderAndFilesDoNotShow() throws {
    let rows = MadeRows.make(200, seed: 21)
    var random = SplitMix(seed: 22)
    let asked = questions(40, seed: 23).map(\.text)
    let whole = try texts([MadeRows.csv(rows)], asked)
    #expect(try texts([MadeRows.csv(rows.shuffled(using: &random))], asked) == whole)
    #expect(
      try texts([MadeRows.csv(rows.prefix(71)), MadeRows.csv(rows.dropFirst(71))], asked) == whole)
    #expect(
      try texts([MadeRows.csv(rows.dropFirst(3)), MadeRows.csv(rows.prefix(3))], asked) == whole)
  }

  @Test func anEmptyGroupChangesNoOther() throws {
    let rows = MadeRows.make(120, seed: 31)
    let empty = MadeRow(day: 50, shop: "Z")
    let asked = questions(80, seed: 32).filter { $0.groups.contains(.shop) }
    let texts = try (
      texts([MadeRows.csv(rows)], asked.map(\.text)),
      texts([MadeRows.csv(rows + [empty])], asked.map(\.text))
    )
    for (place, question) in asked.enumerated() {
      let count = question.groups.count
      let before = ReadAnswer(texts.0[place], groupCount: count).lines
      let after = ReadAnswer(texts.1[place], groupCount: count).lines.filter {
        !$0.key.contains("Z")
      }
      #expect(before == after, "\(question.text)")
    }
  }

  @Test func aConditionInBracketsIsTheSame() throws {
    let file = MadeRows.csv(MadeRows.make(150, seed: 41))
    let asked = questions(80, seed: 42).filter { $0.filter != nil }
    let bracketed = asked.map { question in
      var copy = question
      let condition = question.filter?.text ?? ""
      copy.metrics = question.metrics.map {
        .init(text: "\($0.text)[\(condition)]", value: $0.value)
      }
      copy.filter = nil
      return copy
    }
    let texts = try (texts([file], asked.map(\.text)), texts([file], bracketed.map(\.text)))
    for (place, question) in asked.enumerated() {
      let count = question.groups.count
      let all = ReadAnswer(texts.1[place], groupCount: count).lines
      for (key, cells) in ReadAnswer(texts.0[place], groupCount: count).lines {
        #expect(all[key] == cells, "\(question.text): \(key)")
      }
    }
  }

  /// Whole numbers alone, so that the test adds up without a decimal of its own.
  @Test(arguments: [1, 3, 9])
  func shownAndOthersAreTheTotal(count: Int) throws {
    let file = MadeRows.csv(MadeRows.make(180, seed: 51))
    let asked = [
      "sum(made.units) as u, rows(made) as n by shop top \(count) by u with others, totals",
      "sum(made.units) as u, rows(made) as n by buyer top \(count) by n with others, totals limit 2",
      "sum(made.units) as u, rows(made) as n by buyer having n > 1 with totals, others"
        + " bottom \(count) by u",
      "sum(made.units) as u, rows(made) as n by shop, kind top \(count) kind per shop by u"
        + " with others, totals fill none",
      "sum(made.units) as u, rows(made) as n by month, shop top \(count) by u with others, totals",
    ]
    for (question, text) in zip(asked, try texts([file], asked)) {
      let lines = text.split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      // The last line sums up everything.
      let total = try #require(lines.last)
      #expect(total[0] == "(total)", "\(question)")
      let width = total.count - 2
      let parts = lines.filter { line in !line.prefix(width).contains("(total)") }
      for place in [width, width + 1] {
        let sum = parts.reduce(0) { $0 + (Int($1[place]) ?? 0) }
        #expect(String(sum) == total[place], "\(question)")
      }
    }
  }

  @Test func groupsAddUpToTotals() throws {
    let rows = MadeRows.make(180, seed: 61)
    var asked: [PlainQuestion] = []
    for grouping in PlainQuestion.groupings where !grouping.isEmpty {
      asked.append(
        PlainQuestion(
          metrics: [PlainQuestion.metrics[3], PlainQuestion.metrics[0]],
          filter: PlainQuestion.filters[1], groups: grouping, period: PlainQuestion.periods[2]))
    }
    let texts = try texts([MadeRows.csv(rows)], asked.map { $0.text + " with totals" })
    for (question, text) in zip(asked, texts) {
      let lines = ReadAnswer(text, groupCount: question.groups.count).lines
      let mark = "(total)"
      for (key, cells) in lines where key.contains(mark) {
        let depth = key.firstIndex(of: mark) ?? 0
        let below = lines.filter { line in
          line.key.prefix(depth) == key.prefix(depth) && !line.key.contains(mark)
        }
        for place in cells.indices {
          let sum = below.reduce(0) { $0 + (Int($1.value[place]) ?? 0) }
          #expect(String(sum) == cells[place], "\(question.text): \(key)")
        }
      }
    }
  }
}
