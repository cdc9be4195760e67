import KepiDiagnostics
import KepiReports
import Testing

/// Whole reports to the letter. To add a case, add a row.
struct ReportTests {
  @Test(arguments: [
    ReportRow(
      testDescription: "stores on a terminal", answer: SampleAnswers.stores, form: .terminal(80),
      golden: #"""
        store       revenue  orders     acos
        --------  ---------  ------  -------
        DE        €1,234.56  12,345  24.7 %
        FR          -€12.50       3   0.53 %
        IT            €0.00       -        -
        --------  ---------  ------  -------
        (others)      €0.99       1  10.0 %
        (total)   €1,223.05  12,349  24.0 %

        """#),
    ReportRow(
      testDescription: "the same in Chinese", answer: SampleAnswers.stores, form: .terminal(80),
      language: .chinese,
      golden: #"""
        store       revenue  orders     acos
        --------  ---------  ------  -------
        DE        €1,234.56  12,345  24.7 %
        FR          -€12.50       3   0.53 %
        IT            €0.00       -        -
        --------  ---------  ------  -------
        （其他）      €0.99       1  10.0 %
        （合计）  €1,223.05  12,349  24.0 %

        """#),
    ReportRow(
      testDescription: "no lines in Chinese", answer: SampleAnswers.nothing, form: .pipe,
      language: .chinese,
      golden: #"""
        store  orders
        -----  ------
        （没有行）

        """#),
    ReportRow(
      testDescription: "the receipt in Chinese", answer: SampleAnswers.receipt, form: .pipe,
      language: .chinese,
      golden: #"""
        orders
        ------
             5

        上 4 周：2026-08-31 至 2026-09-27，尚未结束；上期：2026-08-03 至 2026-08-30；截至日 2026-09-27，ads_by_product 的最新一天
        ads_by_product 取 12,345/67,890 行，28/28 天；orders 取 9/10 行，24/28 天（只有 2026-09-04 至 2026-09-27）；costs 取 3/3 行
        K0605 ads 止于 2026-09-27\n等等

        """#),
    ReportRow(
      testDescription: "the receipt in Chinese, folded", answer: SampleAnswers.receipt,
      form: .terminal(40), language: .chinese,
      golden: #"""
        orders
        ------
             5

        上 4 周：2026-08-31 至 2026-09-27，
          尚未结束；上期：2026-08-03 至
          2026-08-30；截至日 2026-09-27，
          ads_by_product 的最新一天
        ads_by_product 取 12,345/67,890 行，
          28/28 天；orders 取 9/10 行，24/28
          天（只有 2026-09-04 至 2026-09-27）；
          costs 取 3/3 行
        K0605 ads 止于 2026-09-27\n等等

        """#),
    ReportRow(
      testDescription: "a pipe gets every digit", answer: SampleAnswers.stores, form: .pipe,
      golden: #"""
        store       revenue  orders       acos
        --------  ---------  ------  ---------
        DE        €1,234.56  12,345  24.7 %
        FR          -€12.50       3   0.5349 %
        IT            €0.00       -          -
        --------  ---------  ------  ---------
        (others)      €0.99       1  10.0 %
        (total)   €1,223.05  12,349  24.0 %

        """#),
    ReportRow(
      testDescription: "a bold header", answer: SampleAnswers.nothing, form: .bold,
      golden: #"""
        \#u{1b}[1mstore  orders\#u{1b}[0m
        -----  ------
        (no lines)

        """#),
    ReportRow(
      testDescription: "Chinese takes two cells", answer: SampleAnswers.chinese,
      form: .terminal(80),
      golden: #"""
        店铺             销售额
        ------------  ---------
        德国店        €1,234.56
        France            €0.07
        日本（东京）      €1.00
        -                 €0.05
        👨‍👩‍👧 family        -€0.01

        """#),
    ReportRow(
      testDescription: "each line has its currency", answer: SampleAnswers.currencies,
      form: .terminal(80),
      golden: #"""
        store      revenue     spend
        -------  ---------  --------
        DE       €1,234.56  €123.46
        JP       ¥2,000       ¥0
        US           $0.05    $0.005
        -------  ---------  --------
        (total)          -         -

        """#),
    ReportRow(
      testDescription: "totals inside and a missing value", answer: SampleAnswers.months,
      form: .terminal(80),
      golden: #"""
        store    month    orders
        -------  -------  ------
        DE       2026-01       1
        DE       2026-02       2
        -------  -------  ------
        DE       (total)       3

        -        2026-01       4
        -        -             4
        -------  -------  ------
        (total)  (total)       7

        """#),
    ReportRow(
      testDescription: "control characters never reach the terminal", answer: SampleAnswers.damaged,
      form: .terminal(80),
      golden: #"""
        na\u{1b}me      n
        --------------  -
        a\u{1b}[31mred  1
        two\nrows       2
        tab\there       3
        \u{202e}back    4
        \u{9b}0m        5

        """#),
    ReportRow(
      testDescription: "long headers fold first", answer: SampleAnswers.wide, form: .terminal(80),
      golden: #"""
                                                         revenue 1 year  change % vs 1
        product                 sku             revenue             ago       year ago
        ----------------------  --------  -------------  --------------  -------------
        Garden hose with brass  GH-25-BR  €1,234,567.89          €12.34        150.0 %
        Rake                    RK                €1.00          -€1.00              -

        """#),
    ReportRow(
      testDescription: "then long texts are cut, which is said", answer: SampleAnswers.wide,
      form: .terminal(56),
      golden: #"""
                                                          change
                                                revenue   % vs 1
                                                 1 year     year
        product        sku             revenue      ago      ago
        -------------  --------  -------------  -------  -------
        Garden hose …  GH-25-BR  €1,234,567.89   €12.34  150.0 %
        Rake           RK                €1.00   -€1.00        -

        text cut to fit (…): product

        """#),
    ReportRow(
      testDescription: "then columns stand in blocks", answer: SampleAnswers.wide,
      form: .terminal(40),
      golden: #"""
        product       sku             revenue
        ------------  --------  -------------
        Garden hose…  GH-25-BR  €1,234,567.89
        Rake          RK                €1.00

                                          change
                                revenue   % vs 1
                                 1 year     year
        product       sku           ago      ago
        ------------  --------  -------  -------
        Garden hose…  GH-25-BR   €12.34  150.0 %
        Rake          RK         -€1.00        -

        text cut to fit (…): product

        """#),
    ReportRow(
      testDescription: "a pipe cuts nothing", answer: SampleAnswers.wide, form: .pipe,
      golden: #"""
        product                 sku             revenue  revenue 1 year ago  change % vs 1 year ago
        ----------------------  --------  -------------  ------------------  ----------------------
        Garden hose with brass  GH-25-BR  €1,234,567.89              €12.34                 150.0 %
        Rake                    RK                €1.00              -€1.00                       -

        """#),
    ReportRow(
      testDescription: "a receipt folds", answer: SampleAnswers.receipt, form: .terminal(60),
      golden: #"""
        orders
        ------
             5

        last 4 weeks: 2026-08-31 to 2026-09-27, so far; previous:
          2026-08-03 to 2026-08-30; as of 2026-09-27, newest day
          that ads_by_product has
        ads_by_product 12,345 of 67,890 rows, 28 of 28 days; orders
          9 of 10 rows, 24 of 28 days (has 2026-09-04 to
          2026-09-27); costs 3 of 3 rows
        K0605 ads end on 2026-09-27\nand "so" on

        """#),
    ReportRow(
      testDescription: "a receipt in a pipe does not", answer: SampleAnswers.receipt, form: .pipe,
      golden: #"""
        orders
        ------
             5

        last 4 weeks: 2026-08-31 to 2026-09-27, so far; previous: 2026-08-03 to 2026-08-30; as of \#
        2026-09-27, newest day that ads_by_product has
        ads_by_product 12,345 of 67,890 rows, 28 of 28 days; orders 9 of 10 rows, 24 of 28 days \#
        (has 2026-09-04 to 2026-09-27); costs 3 of 3 rows
        K0605 ads end on 2026-09-27\nand "so" on

        """#),
    ReportRow(
      testDescription: "CSV of stores", answer: SampleAnswers.stores, form: .csv,
      golden: #"""
        store,revenue,orders,acos
        DE,1234.56,12345,0.247
        FR,-12.50,3,0.005349
        IT,0.00,,
        (others),0.99,1,0.1
        (total),1223.05,12349,0.24

        """#),
    ReportRow(
      testDescription: "CSV names currencies", answer: SampleAnswers.currencies, form: .csv,
      golden: #"""
        store,revenue,currency,spend
        DE,1234.56,EUR,123.456
        JP,2000,JPY,0
        US,0.05,USD,0.005
        (total),,,

        """#),
    ReportRow(
      testDescription: "CSV of totals", answer: SampleAnswers.months, form: .csv,
      golden: #"""
        store,month,orders
        DE,2026-01,1
        DE,2026-02,2
        DE,(total),3
        ,2026-01,4
        ,,4
        (total),(total),7

        """#),
    ReportRow(
      testDescription: "CSV quotes", answer: SampleAnswers.quoting, form: .csv,
      golden: #"""
        "a,b",c
        plain,
        "with, comma",
        "say ""so""",x
        "two\#r
        rows",\#u{1}\#u{7f}\
        ,ß
         spaces ,😀

        """#),
    ReportRow(
      testDescription: "CSV of nothing", answer: SampleAnswers.nothing, form: .csv,
      golden: #"""
        store,orders

        """#),
    ReportRow(
      testDescription: "CSV of one blank column", answer: SampleAnswers.single, form: .csv,
      golden: #"""
        store
        a
        ""

        """#),
    ReportRow(
      testDescription: "JSON of stores", answer: SampleAnswers.stores, form: .json,
      golden: #"""
        {"columns":[{"name":"store","unit":"text"},{"name":"revenue","unit":"money",\#
        "currency":"EUR"},{"name":"orders","unit":"count"},{"name":"acos","unit":"percent"}],\#
        "rows":[{"store":"DE","revenue":1234.56,"orders":12345,"acos":0.247},{"store":"FR",\#
        "revenue":-12.50,"orders":3,"acos":0.005349},{"store":"IT","revenue":0.00,"orders":null,\#
        "acos":null},{"store":"(others)","revenue":0.99,"orders":1,"acos":0.1},{"store":"(total)",\#
        "revenue":1223.05,"orders":12349,"acos":0.24}],"receipt":{"periods":[],"as_of":null,\#
        "as_of_reason":"","sources":[],"conversion":null,"definitions":[],"notes":[]}}

        """#),
    ReportRow(
      testDescription: "JSON names currencies", answer: SampleAnswers.currencies, form: .json,
      golden: #"""
        {"columns":[{"name":"store","unit":"text"},{"name":"revenue","unit":"money",\#
        "currency_column":"currency"},{"name":"currency","unit":"text"},{"name":"spend",\#
        "unit":"money","currency_column":"currency"}],"rows":[{"store":"DE","revenue":1234.56,\#
        "currency":"EUR","spend":123.456},{"store":"JP","revenue":2000,"currency":"JPY","spend":0},\#
        {"store":"US","revenue":0.05,"currency":"USD","spend":0.005},{"store":"(total)",\#
        "revenue":null,"currency":null,"spend":null}],"receipt":{"periods":[],"as_of":null,\#
        "as_of_reason":"","sources":[],"conversion":null,"definitions":[],"notes":[]}}

        """#),
    ReportRow(
      testDescription: "JSON of totals", answer: SampleAnswers.months, form: .json,
      golden: #"""
        {"columns":[{"name":"store","unit":"text"},{"name":"month","unit":"date","grain":"month"},\#
        {"name":"orders","unit":"count"}],"rows":[{"store":"DE","month":"2026-01","orders":1},\#
        {"store":"DE","month":"2026-02","orders":2},{"store":"DE","month":"(total)","orders":3},\#
        {"store":null,"month":"2026-01","orders":4},{"store":null,"month":null,"orders":4},\#
        {"store":"(total)","month":"(total)","orders":7}],"receipt":{"periods":[],"as_of":null,\#
        "as_of_reason":"","sources":[],"conversion":null,"definitions":[],"notes":[]}}

        """#),
    ReportRow(
      testDescription: "JSON escapes", answer: SampleAnswers.quoting, form: .json,
      golden: #"""
        {"columns":[{"name":"a,b","unit":"text"},{"name":"c","unit":"text"}],"rows":[{"a,\#
        b":"plain","c":null},{"a,b":"with, comma","c":""},{"a,b":"say \"so\"","c":"x"},{"a,\#
        b":"two\r\nrows","c":"\u0001\u007f\\"},{"a,b":null,"c":"ß"},{"a,b":" spaces ","c":"😀"}],\#
        "receipt":{"periods":[],"as_of":null,"as_of_reason":"","sources":[],"conversion":null,"definitions":[],"notes":[]}}

        """#),
    ReportRow(
      testDescription: "JSON receipt", answer: SampleAnswers.receipt, form: .json,
      golden: #"""
        {"columns":[{"name":"orders","unit":"count"}],"rows":[{"orders":5}],\#
        "receipt":{"periods":[{"label":"last 4 weeks","first":"2026-08-31","last":"2026-09-27",\#
        "so_far":true},{"label":"previous","first":"2026-08-03","last":"2026-08-30",\#
        "so_far":false}],"as_of":"2026-09-27","as_of_reason":"newest day that ads_by_product has",\#
        "sources":[{"name":"ads_by_product","rows_read":67890,"rows_kept":12345,\#
        "first":"2026-05-27","last":"2026-09-27","days_covered":28,"days_asked":28},\#
        {"name":"orders","rows_read":10,"rows_kept":9,"first":"2026-09-04","last":"2026-09-27",\#
        "days_covered":24,"days_asked":28},{"name":"costs","rows_read":3,"rows_kept":3,\#
        "first":null,"last":null,"days_covered":0,"days_asked":0}],"conversion":null,"definitions":[],"notes":["K0605 ads end on \#
        2026-09-27\nand \"so\" on"]}}

        """#),
    ReportRow(
      testDescription: "JSON of nothing", answer: SampleAnswers.nothing, form: .json,
      golden: #"""
        {"columns":[{"name":"store","unit":"text"},{"name":"orders","unit":"count"}],"rows":[],\#
        "receipt":{"periods":[],"as_of":null,"as_of_reason":"","sources":[],"conversion":null,"definitions":[],"notes":[]}}

        """#),
  ])
  func report(_ row: ReportRow) {
    #expect(row.rendered == row.golden)
  }
}
