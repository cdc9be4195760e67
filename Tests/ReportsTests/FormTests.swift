import KepiDiagnostics
import KepiColumns
import KepiReports
import Testing

/// The forms beside table, CSV and JSON. To add a case, add a row.
struct FormTests {
  @Test(arguments: [
    ReportRow(
      testDescription: "a box", answer: SampleAnswers.stores, form: .box(80),
      golden: #"""
        ┌──────────┬───────────┬────────┬─────────┐
        │ store    │   revenue │ orders │    acos │
        ├──────────┼───────────┼────────┼─────────┤
        │ DE       │ €1,234.56 │ 12,345 │ 24.7 %  │
        │ FR       │   -€12.50 │      3 │  0.53 % │
        │ IT       │     €0.00 │      - │       - │
        ├──────────┼───────────┼────────┼─────────┤
        │ (others) │     €0.99 │      1 │ 10.0 %  │
        │ (total)  │ €1,223.05 │ 12,349 │ 24.0 %  │
        └──────────┴───────────┴────────┴─────────┘

        """#),
    ReportRow(
      testDescription: "a box in Chinese", answer: SampleAnswers.chinese, form: .box(nil),
      golden: #"""
        ┌──────────────┬───────────┐
        │ 店铺         │    销售额 │
        ├──────────────┼───────────┤
        │ 德国店       │ €1,234.56 │
        │ France       │     €0.07 │
        │ 日本（东京） │     €1.00 │
        │ -            │     €0.05 │
        │ 👨‍👩‍👧 family    │    -€0.01 │
        └──────────────┴───────────┘

        """#),
    ReportRow(
      testDescription: "a box that is too wide", answer: SampleAnswers.wide, form: .box(60),
      golden: #"""
        ┌───────────────────┬──────────┬───────────────┬─────────┐
        │                   │          │               │ revenue │
        │                   │          │               │  1 year │
        │ product           │ sku      │       revenue │     ago │
        ├───────────────────┼──────────┼───────────────┼─────────┤
        │ Garden hose with… │ GH-25-BR │ €1,234,567.89 │  €12.34 │
        │ Rake              │ RK       │         €1.00 │  -€1.00 │
        └───────────────────┴──────────┴───────────────┴─────────┘

        ┌───────────────────┬──────────┬─────────┐
        │                   │          │  change │
        │                   │          │  % vs 1 │
        │                   │          │    year │
        │ product           │ sku      │     ago │
        ├───────────────────┼──────────┼─────────┤
        │ Garden hose with… │ GH-25-BR │ 150.0 % │
        │ Rake              │ RK       │       - │
        └───────────────────┴──────────┴─────────┘

        text cut to fit (…): product

        """#),
    ReportRow(
      testDescription: "a box of nothing", answer: SampleAnswers.nothing, form: .box(80),
      golden: #"""
        ┌───────┬────────┐
        │ store │ orders │
        ├───────┼────────┤
        └───────┴────────┘
        (no lines)

        """#),
    ReportRow(
      testDescription: "a line for each value", answer: SampleAnswers.months, form: .vertical,
      language: .chinese,
      golden: #"""
        store   DE
        month   2026-01
        orders  1

        store   DE
        month   2026-02
        orders  2

        store   DE
        month   （合计）
        orders  3

        store   -
        month   2026-01
        orders  4

        store   -
        month   -
        orders  4

        store   （合计）
        month   （合计）
        orders  7

        """#),
    ReportRow(
      testDescription: "values that would move a cursor", answer: SampleAnswers.damaged,
      form: .vertical,
      golden: #"""
        na\u{1b}me  a\u{1b}[31mred
        n           1

        na\u{1b}me  two\nrows
        n           2

        na\u{1b}me  tab\there
        n           3

        na\u{1b}me  \u{202e}back
        n           4

        na\u{1b}me  \u{9b}0m
        n           5

        """#),
    ReportRow(
      testDescription: "CSV on a terminal", answer: SampleAnswers.damaged, form: .csvOnTerminal,
      golden: #"""
        na\u{1b}me,n
        a\u{1b}[31mred,1
        two\nrows,2
        tab\there,3
        \u{202e}back,4
        \u{9b}0m,5

        """#),
    ReportRow(
      testDescription: "TSV quotes", answer: SampleAnswers.damaged, form: .tsv,
      golden: "na\u{1b}me\tn\na\u{1b}[31mred\t1\n\"two\nrows\"\t2\n\"tab\there\"\t3\n"
        + "\u{202e}back\t4\n\u{9b}0m\t5\n"),
    ReportRow(
      testDescription: "CSV for a spreadsheet", answer: SampleAnswers.formulas,
      form: .csvForSpreadsheet,
      golden: "'=name,change\r\n\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",-1.5\r\n'+1,2\r\n"
        + "'-2,-3\r\n'@SUM(A1),4\r\n'＝A1,5\r\n'\tx,6\r\nplain,\r\n"),
    ReportRow(
      testDescription: "the same for a program", answer: SampleAnswers.formulas, form: .csv,
      golden: "=name,change\n\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",-1.5\n+1,2\n-2,-3\n"
        + "@SUM(A1),4\n＝A1,5\n\tx,6\nplain,\n"),
    ReportRow(
      testDescription: "JSON Lines", answer: SampleAnswers.currencies, form: .jsonLines,
      golden: #"""
        {"store":"DE","revenue":1234.56,"currency":"EUR","spend":123.456}
        {"store":"JP","revenue":2000,"currency":"JPY","spend":0}
        {"store":"US","revenue":0.05,"currency":"USD","spend":0.005}
        {"store":"(total)","revenue":null,"currency":null,"spend":null}
        {"columns":[{"name":"store","unit":"text"},{"name":"revenue","unit":"money",\#
        "currency_column":"currency"},{"name":"currency","unit":"text"},{"name":"spend",\#
        "unit":"money","currency_column":"currency"}],"receipt":{"periods":[],"as_of":null,\#
        "as_of_reason":"","sources":[],"conversion":null,"definitions":[],"notes":[]}}

        """#),
    ReportRow(
      testDescription: "HTML", answer: SampleAnswers.stores, form: .html,
      golden: #"""
        <table>
        <caption>a &lt; b &amp; &quot;c&quot;</caption>
        <thead>
        <tr><th scope="col" data-unit="text">store</th>\#
        <th scope="col" data-unit="money" class="number">revenue</th>\#
        <th scope="col" data-unit="count" class="number">orders</th>\#
        <th scope="col" data-unit="percent" class="number">acos</th></tr>
        </thead>
        <tbody>
        <tr><td>DE</td><td class="number">€1,234.56</td><td class="number">12,345</td>\#
        <td class="number">24.7 %</td></tr>
        <tr><td>FR</td><td class="number">-€12.50</td><td class="number">3</td>\#
        <td class="number">0.53 %</td></tr>
        <tr><td>IT</td><td class="number">€0.00</td><td class="number"></td>\#
        <td class="number"></td></tr>
        <tr class="total"><td>(others)</td><td class="number">€0.99</td>\#
        <td class="number">1</td><td class="number">10.0 %</td></tr>
        <tr class="total"><td>(total)</td><td class="number">€1,223.05</td>\#
        <td class="number">12,349</td><td class="number">24.0 %</td></tr>
        </tbody>
        </table>

        """#),
    ReportRow(
      testDescription: "HTML with a receipt", answer: SampleAnswers.receipt, form: .html,
      language: .chinese,
      golden: #"""
        <table>
        <caption>a &lt; b &amp; &quot;c&quot;</caption>
        <thead>
        <tr><th scope="col" data-unit="count" class="number">orders</th></tr>
        </thead>
        <tbody>
        <tr><td class="number">5</td></tr>
        </tbody>
        </table>
        <p class="receipt">上 4 周：2026-08-31 至 2026-09-27，尚未结束；上期：2026-08-03 至 \#
        2026-08-30；截至日 2026-09-27，ads_by_product 的最新一天<br>
        ads_by_product 取 12,345/67,890 行，28/28 天；orders 取 9/10 行，24/28 天\#
        （只有 2026-09-04 至 2026-09-27）；costs 取 3/3 行<br>
        K0605 ads 止于 2026-09-27\n等等</p>

        """#),
    ReportRow(
      testDescription: "Markdown", answer: SampleAnswers.damaged, form: .markdown,
      golden: #"""
        | na\\u{1b}me | n |
        |---|---:|
        | a\\u{1b}[31mred | 1 |
        | two\\nrows | 2 |
        | tab\\there | 3 |
        | \\u{202e}back | 4 |
        | \\u{9b}0m | 5 |

        """#),
  ])
  func report(_ row: ReportRow) {
    #expect(row.rendered == row.golden)
  }

  @Test func formulasAreCounted() {
    #expect(DelimitedReport.formulaCount(in: SampleAnswers.formulas) == 7)
    #expect(DelimitedReport.formulaCount(in: SampleAnswers.stores) == 0)
  }

  /// Rows are written some thousands at a time, by columns; where one lies must not show.
  @Test(arguments: [DelimitedReport.Reader.program, .spreadsheet])
  func manyRowsAreWrittenLikeFew(_ reader: DelimitedReport.Reader) {
    let few = DelimitedReport(reader: reader).render(SampleAnswers.rows(repeated: 1))
    let count = 1_500
    let many = DelimitedReport(reader: reader).render(SampleAnswers.rows(repeated: count))
    let end = reader == .program ? "\n" : "\r\n"
    let head = few.prefix { $0 != "\n" && $0 != "\r\n" } + end
    #expect(many == head + String(repeating: String(few.dropFirst(head.count)), count: count))

    let column = SampleAnswers.answer([
      SampleAnswers.amount("n", .count, Array(repeating: nil, count: 5_000))
    ])
    #expect(
      DelimitedReport(reader: reader).render(column)
        == "n" + end + String(repeating: "\"\"" + end, count: 5_000))
  }

  /// A workbook is read by another library in the tests of the command.
  @Test func workbooksAreTheSameEachTime() throws {
    let sheets = [
      WorkbookReport.Sheet(title: "stores", content: .answer(SampleAnswers.stores)),
      WorkbookReport.Sheet(title: "stores", content: .text("a\n\nb")),
    ]
    let first = try WorkbookReport.render(sheets, language: .english)
    #expect(first.prefix(2) == [0x50, 0x4B])
    #expect(try WorkbookReport.render(sheets, language: .english) == first)
  }
}
