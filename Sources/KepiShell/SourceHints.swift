// What the definition of a source of one's own says about its columns.
import KepiColumns
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

/// The properties of `source NAME from "…" { … }`.
struct SourceHints: Sendable {
  /// Columns that hold money, each with a currency or the column that names it.
  var money: [(column: String, currency: MoneyCurrency)] = []
  var textColumns: [String] = []
  var percentagePointColumns: [String] = []
  var key: [String] = []
  var timeColumn: String?
  /// Where a row takes its day from the row that it links to: that source and its column.
  var linkedTime: LinkedTime?

  struct LinkedTime: Equatable, Sendable {
    let source: String
    let column: String
  }
  /// Zone in which days are counted, and the zone that times without an offset are in.
  var zone: String?
  var writtenZone: String?
  var links: [SourceSchema.Link] = []
  var validity: SourceSchema.Validity?
  var step: SourceSchema.Step?
  var coverage: ClosedRange<Day>?
  var coverageColumn: String?

  enum MoneyCurrency: Equatable, Sendable {
    case code(String)
    case column(String)
  }

  static let properties = [
    "covers", "coverage", "doc", "grain", "key", "label", "link", "money", "points", "text",
    "time", "valid",
  ]

  /// Reads the properties; what cannot be read is reported and left out.
  init(_ block: [PropertySyntax], reporting diagnostics: inout [Diagnostic]) {
    for property in block {
      guard case .values(let phrases) = property.form else { continue }
      guard Self.properties.contains(property.name.key) else {
        diagnostics.append(
          Problem.unknownProperty(property.name, known: Self.properties).diagnostic)
        continue
      }
      for phrase in phrases where !apply(property.name.key, phrase) {
        diagnostics.append(
          Problem.badProperty(
            property.name, phrase.span,
            wants: Phrase(asWritten: Self.example(of: property.name.key))
          ).diagnostic)
      }
    }
  }

  private mutating func apply(_ property: String, _ phrase: PhraseSyntax) -> Bool {
    switch property {
    case "key":
      guard let name = phrase.soleName else { return false }
      key.append(name.text)
    case "text":
      guard let name = phrase.soleName else { return false }
      textColumns.append(name.text)
    case "points":
      guard let name = phrase.soleName else { return false }
      percentagePointColumns.append(name.text)
    case "coverage":
      guard let name = phrase.soleName else { return false }
      coverageColumn = name.text
    case "grain":
      guard let name = phrase.soleName, let grain = Grain(unitName: name.key) else { return false }
      step = grain == .day ? .day : .grain(grain)
    case "time": return applyTime(phrase)
    case "money": return applyMoney(phrase)
    case "link":
      guard phrase.words.count == 3, phrase.keyword(at: 1) == "to",
        let column = phrase.name(at: 0), case .name(let target) = phrase.words[2],
        target.parts.count == 2
      else { return false }
      links.append(
        SourceSchema.Link(
          column: column.text, target: target.parts[0].text, targetColumn: target.parts[1].text))
    case "valid":
      guard phrase.words.count == 3, let first = phrase.name(at: 0), let last = phrase.name(at: 2),
        let word = phrase.keyword(at: 1), word == "to" || word == "before"
      else { return false }
      validity = SourceSchema.Validity(
        firstColumn: first.text, lastColumn: last.text, includesLast: word == "to")
    case "covers":
      guard phrase.words.count == 3, phrase.keyword(at: 1) == "to",
        let first = phrase.days(at: 0), let last = phrase.days(at: 2),
        first.lowerBound <= last.upperBound
      else { return false }
      coverage = first.lowerBound...last.upperBound
    default: break
    }
    return true
  }

  /// `time: orders.day`, `time: x`, `time: x in "Europe/Berlin"`, `time: x from "UTC" in "Europe/Berlin"`.
  private mutating func applyTime(_ phrase: PhraseSyntax) -> Bool {
    guard let name = phrase.name(at: 0), phrase.words.count % 2 == 1 else { return false }
    if case .name(let path) = phrase.words[0], path.parts.count == 2 {
      // The zone is that of the other source.
      guard phrase.words.count == 1 else { return false }
      linkedTime = LinkedTime(source: path.parts[0].text, column: path.parts[1].text)
      return true
    }
    timeColumn = name.text
    for place in stride(from: 1, to: phrase.words.count, by: 2) {
      guard let text = phrase.string(at: place + 1) else { return false }
      switch phrase.keyword(at: place) {
      case "in": zone = text
      case "from": writtenZone = text
      default: return false
      }
    }
    return true
  }

  /// `money: cost in currency_code`, or `in EUR`: a known code is a currency.
  private mutating func applyMoney(_ phrase: PhraseSyntax) -> Bool {
    guard phrase.words.count == 3, phrase.keyword(at: 1) == "in", let column = phrase.name(at: 0),
      let currency = phrase.name(at: 2)
    else { return false }
    let code = currency.text.uppercased()
    money.append(
      (column.text, CurrencyCodes.isKnown(code) ? .code(code) : .column(currency.text)))
    return true
  }

  private static func example(of property: String) -> String {
    switch property {
    case "time": "time: order_date in \"Europe/Berlin\""
    case "money": "money: price in currency_code"
    case "link": "link: sku to products.sku"
    case "valid": "valid: from_day to last_day"
    case "covers": "covers: 2026-05-01 to 2026-06-30"
    case "grain": "grain: month"
    default: "\(property): column"
    }
  }
}

extension PhraseSyntax {
  /// The days of the date at a place of the phrase.
  func days(at place: Int) -> ClosedRange<Day>? {
    guard words.indices.contains(place), case .literal(.date(let date)) = words[place] else {
      return nil
    }
    return date.days(in: CalendarRules())?.0
  }
}
