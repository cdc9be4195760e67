import KepiCatalogue
import KepiDiagnostics
import KepiFormats
import KepiShell
import KepiSyntax
import Testing

/// The kinds that ship, and definitions of kinds that are wrong.
struct KindTests {
  private func definitions(_ text: String) -> (KindReader, [Diagnostic]) {
    let parsed = ScriptSyntax.parse(SourceText(id: .init(0), name: "test", text: text))
    return (KindReader(parsed.script.definitions), parsed.diagnostics)
  }

  @Test func shippedKindsHaveNoMistakes() {
    for text in ShippedText.kinds {
      let (reader, diagnostics) = definitions(text.text)
      #expect(diagnostics.map(\.message.english) == [], "\(text.name)")
      #expect(reader.diagnostics.map(\.message.english) == [], "\(text.name)")
      #expect(reader.kinds.allSatisfy { $0.chineseLabel != nil && !$0.documentation.isEmpty })
      #expect(!reader.kinds.isEmpty)
    }
  }

  @Test func kindsOfOneSourceAgreeOnTheirColumns() {
    let bySource = Dictionary(grouping: ExportRecogniser.shipped.kinds, by: \.source)
    for kinds in bySource.values {
      var types: [String: ExportField.FieldType] = [:]
      for field in kinds.flatMap(\.fields) {
        // A range of days gives two columns of days; percent numbers become fractions.
        let type: ExportField.FieldType =
          switch field.type {
          case .dayRange, .instant: .day
          case .percent: .percent(points: false)
          case .hours: .number
          default: field.type
          }
        #expect(
          types[field.name, default: type] == type, "\(field.name) of \(kinds[0].source)")
        types[field.name] = type
      }
    }
  }

  /// A file that has every header of a kind is of that kind.
  @Test(arguments: ExportRecogniser.shipped.kinds.map(\.name))
  func aKindRecognisesItself(_ name: String) throws {
    let kind = try #require(ExportRecogniser.shipped.kinds.first { $0.name == name })
    let headers = kind.fields.compactMap { kind.headers(of: $0).first }
    let text = headers.joined(separator: "\t") + "\n"
    let found = try ExportRecogniser.shipped.recognise(DecodedText(Array(text.utf8)))
    #expect(found.kind.name == name)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let block: String
    let message: String
  }

  @Test(arguments: [
    Mistake(
      testDescription: "a misspelt property", block: "neads: day",
      message: "a kind has no property `neads`"),
    Mistake(
      testDescription: "a column that is not there", block: "carried: curency",
      message: "the kind has no column `curency`"),
    Mistake(
      testDescription: "a type that is none", block: "column spend: cash from \"Spend\"",
      message: "the type of a column is text, count, number, percent, percent points, money, "
        + "money in a column, currency, site, day, instant, days to a column, week to a column, "
        + "days by a column to a column, period of a column, hours of minutes, hours of seconds "
        + "or truth"),
    Mistake(
      testDescription: "a column twice", block: "column day: text from \"D\"",
      message: "`day` is a column of `k` already"),
    Mistake(
      testDescription: "a replacement that is none", block: "replaces: everything",
      message: "a file replaces `rows by …`, `distinct rows by …`, `whole …` or `days`"),
    Mistake(
      testDescription: "headers without quotes", block: "lacks: Spend",
      message: "a text in quotes stands here"),
    Mistake(
      testDescription: "a line that is there for nothing", block: "line: currency \"USD\"",
      message: "a line ends with the column that it is there for, and its headers"),
    Mistake(
      testDescription: "a line of a column that is not there", block: "line: amount from \"Fee\"",
      message: "the kind has no column `amount`"),
    Mistake(
      testDescription: "a line and headers for one column", block: "line: day from \"Other day\"",
      message: "`day` is read by a `line` and has headers of its own"),
    Mistake(
      testDescription: "a word without its spellings", block: "word: currency \"USD\"",
      message: "a word is written `type \"Order\" from \"Bestellung\", \"Commande\"`"),
    Mistake(
      testDescription: "a number that no file has", block: "column units: count always \"1\"",
      message: "a column of numbers is read from its headers alone"),
    Mistake(
      testDescription: "what counts once, of nothing", block: "once: day",
      message: "what counts once is written `shipping_price, order_amount by order_id`"),
    Mistake(
      testDescription: "what counts once of a column that is not there", block: "once: fee by day",
      message: "the kind has no column `fee`"),
    Mistake(
      testDescription: "rows to skip by no text", block: "skips: day",
      message: "rows that are no data are written `asin \"-\", \"n/a\"`"),
    Mistake(
      testDescription: "a mark that is none", block: "decimal: point",
      message: "`decimal` is `dot` or `comma`"),
    Mistake(
      testDescription: "a sum of texts", block: "column note: text from \"A\", plus \"B\"",
      message: "`plus` adds to a count or an amount that has headers of its own"),
    Mistake(
      testDescription: "a total of what is not there", block: "total: amount from \"Sum\"",
      message: "the kind has no column `amount`"),
  ])
  func mistakes(_ mistake: Mistake) {
    let (reader, diagnostics) = definitions(
      """
      kind k {
        platform: "test"
        source: s
        column day: day from "Day"
        column currency: currency from "Currency"
        needs: day
        replaces: rows by day
        \(mistake.block)
      }
      """)
    #expect(diagnostics.map(\.message.english) == [])
    #expect(reader.diagnostics.map(\.message.english) == [mistake.message])
    #expect(reader.kinds == [])
  }

  @Test func aKindWithoutItsPartsIsRefused() {
    let (reader, _) = definitions("kind k { label: \"K\" }")
    #expect(
      reader.diagnostics.map(\.message.english) == [
        "the kind `k` has no `source`", "the kind `k` has no `platform`",
        "the kind `k` has no `needs`", "the kind `k` has no `replaces`",
        "the kind `k` has no `column`",
      ])
  }
}
