// A draft that `describe` makes, saved as it stands, loads the file that it was made of.
import Testing

struct SourceDraftTests {
  struct Table: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let text: String
    /// A question of the loaded table, by the name that the draft gives it, and its answer.
    let question: String
    let answer: String
  }

  @Test(arguments: [
    Table(
      testDescription: "commas, an id, days and one currency",
      path: "invoices.csv",
      text: "invoice_id,invoice_date,total\n10,2026-03-01,€5.50\n11,2026-03-01,€4.00\n",
      question: "sum(invoices.total) as total by day",
      answer: "day,total\n2026-03-01,9.50\n"),
    Table(
      testDescription: "semicolons, commas in numbers, currencies in a column, a preamble",
      path: "deliveries 2026.csv",
      text:
        "list\n\nNo;Tag;Betrag;Währung\n0017;05.03.2026;1.234,50;EUR\n0018;31.03.2026;7,25;USD\n",
      question: "sum(my_deliveries.Betrag) as total by my_deliveries.`Währung` as c",
      answer: "c,total,currency\nEUR,1234.50,EUR\nUSD,7.25,USD\n"),
    Table(
      testDescription: "words in Chinese, and a column in need of quotes",
      path: "采购.csv",
      text: "采购 单号,日期,数量\nA1,2026-03-01,3\nA1,2026-03-02,4\nA2,2026-03-02,5\n",
      question: "sum(采购.数量) as n by 采购.`采购 单号` as c over 2026-03-02",
      answer: "c,n\nA2,5\nA1,4\n"),
    Table(
      testDescription: "columns that are called like words of a definition",
      path: "by.csv", text: "from,to,by,to day,before\nA,B,C,2026-03-01,1\nA,C,C,2026-03-01,2\n",
      question: "sum(my_by.`before`) as n by my_by.`to` as c, my_by.`by` as d",
      answer: "c,d,n\nC,C,2\nB,C,1\n"),
    Table(
      testDescription: "no days and nothing that tells rows apart",
      path: "load.csv", text: "shop,n\nA,1\nA,1\n", question: "sum(my_load.n) as n",
      answer: "n\n2\n"),
  ])
  func roundTrip(_ table: Table) throws {
    let files = [(table.path, table.text)]
    let described = SessionRun(files: files, script: "describe \"\(table.path)\"\n")
    #expect(described.status == 0, "\(described.messages)")
    let lines = described.output.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("source ") }, "\(described.output)")
    let draft = lines[start...].joined(separator: "\n") + "\n"
    let run = SessionRun(files: files, script: draft + table.question + "\n")
    #expect(run.status == 0, "\(draft)\n\(run.messages)")
    #expect(run.output == table.answer, "\(draft)")
    // It is in the one style, and the same file loaded twice is still counted once.
    #expect(SessionRun(files: files, script: draft + draft).status != 3)
  }

  /// What looks like data of a person is not shown, in whatever column it stands.
  @Test func noBuyerIsNamed() {
    let text =
      "id,Customer,shipping name,收件人,note\n1,GEHEIM A,GEHEIM B,GEHEIM C,a@GEHEIM.example\n"
      + "2,GEHEIM D,GEHEIM E,GEHEIM F,\n"
    for language in ["en", "zh"] {
      let run = SessionRun(
        files: [("people.csv", text)], script: "describe \"people.csv\"\n",
        options: [("language", language)])
      #expect(run.status == 0)
      #expect(!run.output.contains("GEHEIM"), "\(run.output)")
      #expect(!run.messages.contains("GEHEIM"))
    }
  }
}
