import KepiShell
import Testing

/// What a check prints, in each form, and whether it holds. To add a case, add a row.
struct CheckTests {
  struct CheckRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let format: OutputFormat
    let holds: Bool
    let check: String
    let golden: String
  }

  @Test(arguments: [
    CheckRow(
      testDescription: "a check that holds", format: .table, holds: true,
      check: "check conversion <= 10% by shop over past 5 days",
      golden: """
        passed: conversion: expected <= 10%, actual 2.1 % to 5.0 %   2 of 2 pass, by shop   \
        over 2026-09-21 to 2026-09-25
        1 check: 1 passed, 0 failed
        note K0605: `sales` ends on 2026-09-27, `visits` on 2026-09-25
          1 | check conversion <= 10% by shop over past 5 days
            |                                 ^^^^^^^^^^^^^^^^
          The answer is as of 2026-09-25 so that all sides cover the same days.
        """),
    CheckRow(
      testDescription: "a ratio with its parts", format: .table, holds: false,
      check: #"check "DE converts": conversion <= 3% by shop, market over past 5 days"#,
      golden: """
        failed K0801: "DE converts"   conversion: expected <= 3%, actual 1.8 % to 5.0 %   \
        1 of 4 pass, by shop and market   over 2026-09-21 to 2026-09-25
          shop   market   conversion   limit
          Nord   DE            5.0 %   3.0 %   (order_count 2 / visit_count 40)
          Nord   FR            5.0 %   3.0 %   (order_count 1 / visit_count 20)
          Sud    DE            3.3 %   3.0 %   (order_count 1 / visit_count 30)
        1 check: 0 passed, 1 failed
        note K0605: `sales` ends on 2026-09-27, `visits` on 2026-09-25
          1 | check "DE converts": conversion <= 3% by shop, market over past 5 days
            |                                                       ^^^^^^^^^^^^^^^^
          The answer is as of 2026-09-25 so that all sides cover the same days.
        """),
    CheckRow(
      testDescription: "the same as CSV", format: .csv, holds: false,
      check: #"check "DE converts": conversion <= 3% by shop, market over past 5 days"#,
      golden: """
        check,condition,shop,market,value,limit,outcome
        DE converts,conversion <= 3%,Sud,UK,0.01818181818181818,0.03,pass
        DE converts,conversion <= 3%,Nord,DE,0.05,0.03,fail
        DE converts,conversion <= 3%,Nord,FR,0.05,0.03,fail
        DE converts,conversion <= 3%,Sud,DE,0.03333333333333333,0.03,fail
        past 5 days: 2026-09-21 to 2026-09-25; as of 2026-09-25, the newest day that all sources have
        sales 6 of 7 rows, 5 of 5 days; visits 5 of 5 rows, 5 of 5 days
        note K0605: `sales` ends on 2026-09-27, `visits` on 2026-09-25
          1 | check "DE converts": conversion <= 3% by shop, market over past 5 days
            |                                                       ^^^^^^^^^^^^^^^^
          The answer is as of 2026-09-25 so that all sides cover the same days.
        1 check: 0 passed, 1 failed
        """),
    CheckRow(
      testDescription: "the same as JSON", format: .json, holds: false,
      check: #"check "DE converts": conversion <= 3% by shop, market over past 5 days"#,
      golden: """
        {"columns":[{"name":"check","unit":"text"},{"name":"condition","unit":"text"},{"name":"shop","unit":"text"},{"name":"market","unit":"text"},{"name":"value","unit":"number"},{"name":"limit","unit":"number"},{"name":"outcome","unit":"text"}],"rows":[{"check":"DE converts","condition":"conversion <= 3%","shop":"Sud","market":"UK","value":0.01818181818181818,"limit":0.03,"outcome":"pass"},{"check":"DE converts","condition":"conversion <= 3%","shop":"Nord","market":"DE","value":0.05,"limit":0.03,"outcome":"fail"},{"check":"DE converts","condition":"conversion <= 3%","shop":"Nord","market":"FR","value":0.05,"limit":0.03,"outcome":"fail"},{"check":"DE converts","condition":"conversion <= 3%","shop":"Sud","market":"DE","value":0.03333333333333333,"limit":0.03,"outcome":"fail"}],"receipt":{"periods":[{"label":"past 5 days","first":"2026-09-21","last":"2026-09-25","so_far":false}],"as_of":"2026-09-25","as_of_reason":"the newest day that all sources have","sources":[{"name":"sales","rows_read":7,"rows_kept":6,"first":"2026-09-21","last":"2026-09-27","days_covered":5,"days_asked":5},{"name":"visits","rows_read":5,"rows_kept":5,"first":"2026-09-21","last":"2026-09-25","days_covered":5,"days_asked":5}],"conversion":null,"definitions":[{"name":"conversion","fingerprint":"5cee19a3"},{"name":"shop","fingerprint":"16d41173"},{"name":"market","fingerprint":"35a17a62"}],"notes":["K0605 `sales` ends on 2026-09-27, `visits` on 2026-09-25. The answer is as of 2026-09-25 so that all sides cover the same days."]}}
        {"severity":"note","code":"K0605","message":"`sales` ends on 2026-09-27, `visits` on 2026-09-25","marks":[{"file":"<command line>","line":1,"column":55,"start":54,"end":70}],"details":["The answer is as of 2026-09-25 so that all sides cover the same days."],"mends":[]}
        {"severity":"note","code":"K0802","message":"1 check: 0 passed, 1 failed","marks":[],"details":[],"mends":[]}
        """),
    CheckRow(
      testDescription: "without groups", format: .table, holds: false,
      check: "check order_count > 100",
      golden: """
        failed K0801: order_count: expected > 100, actual 7   over 2026-09-21 to 2026-09-27
        1 check: 0 passed, 1 failed
        """),
    CheckRow(
      testDescription: "two conditions", format: .table, holds: false,
      check: "check order_count > 0, visit_count > 100 by shop over past 5 days",
      golden: """
        passed: order_count: expected > 0, actual 3   2 of 2 pass, by shop   \
        over 2026-09-21 to 2026-09-25
        failed K0801: visit_count: expected > 100, actual 60 to 140   1 of 2 pass, by shop   \
        over 2026-09-21 to 2026-09-25
          shop   visit_count   limit
          Nord            60     100
        2 checks: 1 passed, 1 failed
        note K0605: `sales` ends on 2026-09-27, `visits` on 2026-09-25
          1 | check order_count > 0, visit_count > 100 by shop over past 5 days
            |                                                  ^^^^^^^^^^^^^^^^
          The answer is as of 2026-09-25 so that all sides cover the same days.
        """),
    CheckRow(
      testDescription: "no data beside lines that hold", format: .table, holds: true,
      check: "check revenue > 0 EUR by shop, market over past 5 days",
      golden: """
        passed: revenue: expected > 0 EUR   1 of 1 pass, by shop and market   \
        over 2026-09-23 to 2026-09-27
          shop   market   revenue   limit
          Sud    UK       £120.00   €0.00   no data: the currencies differ
        1 check: 1 passed, 0 failed
        note K0412: one line is blank under `revenue > 0 EUR`: amounts in GBP meet those of another currency
          1 | check revenue > 0 EUR by shop, market over past 5 days
            |       ^^^^^^^^^^^^^^^   rows in GBP: 3
        """),
    CheckRow(
      testDescription: "no data alone fails", format: .table, holds: false,
      check: #"check conversion >= 0% by shop where market = "FR" over 2026-09-23 to 2026-09-25"#,
      golden: """
        failed K0801: conversion: expected >= 0%, no data to check   over 2026-09-23 to 2026-09-25
        1 check: 0 passed, 1 failed
        """),
    CheckRow(
      testDescription: "days as lines", format: .table, holds: false,
      check: "check visit_count >= 30 by day over past 5 days",
      golden: """
        failed K0801: visit_count: expected >= 30, actual 20 to 60   4 of 5 pass, by day   \
        over 2026-09-21 to 2026-09-25
          day          visit_count   limit
          2026-09-22            20      30
        1 check: 0 passed, 1 failed
        """),
  ])
  func report(_ row: CheckRow) {
    let run = Reading(format: row.format, statements: [row.check]).started
    #expect(run.text == row.golden + "\n")
    #expect(run.outcome == (row.holds ? .success : .checkFailed))
  }
}
