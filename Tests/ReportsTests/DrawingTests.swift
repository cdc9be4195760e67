import KepiColumns
import KepiDiagnostics
import KepiReports
import Testing

/// Sparklines, bars, lines, and the answers that are drawn with them.
struct DrawingTests {
  @Test(
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█", "_.-~=+*#"), ([5, 5, 5], "▅▅▅", "==="),
      ([-1, 0, nil, 1], "▁▅ █", "_= #"), ([nil, nil], "  ", "  "), ([], "", ""),
      ([3], "▅", "="),
    ] as [([Double?], String, String)])
  func sparklines(_ values: [Double?], _ blocks: String, _ ascii: String) {
    #expect(Strokes.blocks.sparkline(values) == blocks)
    #expect(Strokes.ascii.sparkline(values) == ascii)
  }

  @Test(
    arguments: [
      (1, 4, "████", "####"), (0.5, 4, "██", "##"), (0.53, 4, "██▏", "##"), (0, 4, "", ""),
      (0.001, 4, "▏", "#"), (2, 4, "████", "####"),
    ] as [(Double, Int, String, String)])
  func bars(_ share: Double, _ cells: Int, _ blocks: String, _ ascii: String) {
    #expect(Strokes.blocks.bar(share, cells: cells) == blocks)
    #expect(Strokes.ascii.bar(share, cells: cells) == ascii)
  }

  @Test func barsOnBothSidesOfZero() {
    #expect(Strokes.ascii.bar(10, in: -10...10, cells: 8) == "    ####")
    #expect(Strokes.ascii.bar(-10, in: -10...10, cells: 8) == "####    ")
    #expect(Strokes.ascii.bar(-5, in: -10...10, cells: 8) == "  ##    ")
    #expect(Strokes.blocks.bar(0, in: -10...10, cells: 8) == "        ")
    #expect(Strokes.blocks.bar(0, in: 0...0, cells: 3) == "   ")
  }

  @Test func lines() {
    #expect(
      Strokes.blocks.plot([0, 2, nil, 1, 1], rows: 3, step: 2) == [
        " ╭──", " │    ────", "─╯",
      ])
    #expect(Strokes.ascii.plot([0, 1], rows: 2, step: 2) == [" /--", "-/"])
    #expect(Strokes.blocks.plot([nil], rows: 2, step: 1) == [])
  }

  @Test func changesAreTold() {
    var answer = SampleAnswers.answer([
      SampleAnswers.text("store", ["A", "B", "C"]),
      SampleAnswers.number("acos change", .percent, [0.05, -0.021, 0]),
      SampleAnswers.number("orders change", .percent, [0.05, -0.021, nil]),
    ])
    answer.changes = [1: .lowerIsBetter, 2: .higherIsBetter]
    let plain = TextReport(columns: 80, isHeaderBold: false, language: .english).render(answer)
    #expect(
      plain == """
        store  acos change  orders change
        -----  -----------  -------------
        A         +5.0 % !       +5.0 %
        B         -2.1 %         -2.1 % !
        C          0.0 %                -

        ! for the worse

        """)
    let colored = TextReport(
      columns: 80, isHeaderBold: false, language: .english, usesColors: true
    ).render(answer)
    #expect(colored.contains("\u{1b}[31m+5.0 %\u{1b}[0m") && colored.contains("\u{1b}[32m-2.1 %"))
    // A pipe has neither.
    let pipe = TextReport(columns: nil, isHeaderBold: false, language: .english).render(answer)
    #expect(!pipe.contains("+") && !pipe.contains("!"))
  }

  private static let overTime = SampleAnswers.answer([
    SampleAnswers.text("店铺", ["北", "南", "北", "南", "北", "南", "北", "南"]),
    SampleAnswers.date(
      "month", .month,
      [
        "2026-01-01", "2026-01-01", "2026-02-01", "2026-02-01", "2026-03-01", "2026-03-01",
        "2026-04-01", "2026-04-01",
      ]),
    SampleAnswers.amount("units", .count, [1, 9, 5, 5, 9, 1, 1, 9]),
  ])

  @Test func eachGroupHasItsCourse() {
    let report = TextReport(columns: 80, isHeaderBold: false, language: .english, trend: .blocks)
    #expect(
      report.render(Self.overTime) == """
        店铺  month    units  trend
        ----  -------  -----  -----
        北    2026-01      1  ▁▅█▁
        南    2026-01      9  █▅▁█
        北    2026-02      5
        南    2026-02      5
        北    2026-03      9
        南    2026-03      1
        北    2026-04      1
        南    2026-04      9

        """)
    let narrow = TextReport(columns: 22, isHeaderBold: false, language: .english, trend: .blocks)
    #expect(!narrow.render(Self.overTime).contains("trend"))
  }

  @Test func charts() throws {
    let chart = ChartReport(columns: 30, strokes: .ascii, language: .english)
    #expect(
      try #require(chart.render(SampleAnswers.stores)).hasPrefix(
        "revenue\nDE        €1,234.56  ###"))
    #expect(
      try #require(chart.render(Self.overTime)) == """
        units
        北  _=#_  1
        南  #=_#  9
            2026-01  2026-04

        """)
    // Nothing beside each other, nothing to draw.
    #expect(chart.render(SampleAnswers.nothing) == nil)
  }
}
