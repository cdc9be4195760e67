// What an export kind says of its rows: what a file replaces, what counts once, what is shared.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiSemantics
import KepiSyntax

extension KindReader {
  /// `rows by a, b`, `distinct rows by a, b`, `whole a`, `days`.
  mutating func replacement(
    _ phrases: [PhraseSyntax], at span: SourceSpan
  ) -> (ExportKind.Replacement, [Name])? {
    guard let first = phrases.first else { return nil }
    let rest = names(Array(phrases.dropFirst()))
    let last = first.words.last?.name
    let keys = (last.map { [$0] } ?? []) + rest
    switch first.parts.dropLast() {
    case [.word("rows"), .keyword("by")]: return (.rows(key: keys.map(\.key)), keys)
    case [.word("distinct"), .word("rows"), .keyword("by")]:
      return (.distinctRows(key: keys.map(\.key)), keys)
    case [.word("whole")]: return (.whole(keys.map(\.key)), keys)
    case [] where first.parts == [.word("days")] && rest.isEmpty: return (.days, [])
    default:
      reportShape(
        first,
        Phrase(
          "a file replaces `rows by …`, `distinct rows by …`, `whole …` or `days`",
          zh: "文件替换的是 `rows by …`、`distinct rows by …`、`whole …` 或 `days`"))
      return nil
    }
  }

  /// `currency, order_status within order_id`: the order, if there is one, stands last.
  mutating func carried(
    _ phrases: [PhraseSyntax]
  ) -> [(ExportKind.Carried, [Name])] {
    let (fields, group) = grouped(phrases)
    return fields.map { field in
      (.init(field.key, within: group?.key), [field] + (group.map { [$0] } ?? []))
    }
  }

  /// `item_discount, shipping_price by item_price within order_id`.
  mutating func shared(
    _ phrases: [PhraseSyntax], at span: SourceSpan
  ) -> ([ExportKind.SharedAmount], [Name])? {
    guard let last = phrases.last, last.words.count == 5, last.parts[1] == .keyword("by"),
      last.parts[3] == .word("within"), let field = last.words[0].name,
      let weight = last.words[2].name, let group = last.words[4].name
    else {
      report(
        .missingPart,
        Phrase(
          "amounts are shared as in `discount, shipping by price within order_id`",
          zh: "分摊写作 `discount, shipping by price within order_id`"), span)
      return nil
    }
    let fields = names(Array(phrases.dropLast())) + [field]
    return (
      fields.map { .init($0.key, by: weight.key, within: group.key) }, fields + [weight, group]
    )
  }

  /// `item_tax in item_price by order_tax, subtotal, shipping, total within order_id`.
  mutating func containedTax(
    _ phrases: [PhraseSyntax], at span: SourceSpan
  ) -> (ExportKind.ContainedTax, [Name])? {
    let (rest, group) = grouped(Array(phrases.dropFirst()))
    guard let first = phrases.first, first.words.count == 5, first.parts[1] == .keyword("in"),
      first.parts[3] == .keyword("by"), let field = first.words[0].name,
      let price = first.words[2].name, let tax = first.words[4].name, let group,
      let total = rest.last, rest.count > 1
    else {
      report(
        .missingPart,
        Phrase(
          "the tax in prices is found as in "
            + "`item_tax in price by tax, subtotal, shipping, total within order_id`",
          zh: "含税写作 `item_tax in price by tax, subtotal, shipping, total within order_id`"), span)
      return nil
    }
    let parts = rest.dropLast()
    return (
      .init(
        field.key, in: price.key, tax: tax.key, parts: parts.map(\.key), total: total.key,
        within: group.key), [field, price, tax, group] + rest
    )
  }

  /// Names, and the one after `within` at their end.
  mutating func grouped(_ phrases: [PhraseSyntax]) -> (fields: [Name], group: Name?) {
    guard let last = phrases.last, last.words.count == 3, last.parts[1] == .word("within"),
      let field = last.words[0].name, let group = last.words[2].name
    else { return (names(phrases), nil) }
    return (names(Array(phrases.dropLast())) + [field], group)
  }

  // MARK: Lines and words

  /// `amount_type "ItemPrice", amount_description from "price-type", amount from "price-amount"`.
  mutating func line(
    _ phrases: [PhraseSyntax], at span: SourceSpan
  ) -> (ExportKind.Line, [Name])? {
    var parts: [ExportKind.Line.Part] = []
    var names: [Name] = []
    for phrase in phrases {
      let written = phrase.parts
      if written.count == 1, let text = written[0].text, let last = parts.last,
        case .headers(let headers) = last.content
      {
        parts[parts.count - 1] = .init(
          field: last.field, content: .headers(headers + [text]), isNegated: last.isNegated)
        continue
      }
      guard let name = phrase.words.first?.name, let text = written.last?.text else {
        reportShape(phrase, Self.lineShape)
        return nil
      }
      switch written.dropFirst().dropLast() {
      case []: parts.append(.init(field: name.key, content: .constant(text)))
      case [.keyword("from")]: parts.append(.init(field: name.key, content: .headers([text])))
      case [.word("minus")]:
        parts.append(.init(field: name.key, content: .headers([text]), isNegated: true))
      default:
        reportShape(phrase, Self.lineShape)
        return nil
      }
      names.append(name)
    }
    guard case .headers? = parts.last?.content else {
      report(
        .missingPart,
        Phrase(
          "a line ends with the column that it is there for, and its headers",
          zh: "一行的最后是决定它是否存在的列及其表头"), span)
      return nil
    }
    return (ExportKind.Line(parts), names)
  }

  private static let lineShape = Phrase(
    "the parts of a line are a column and a text, or a column, `from` or `minus`, and headers",
    zh: "一行的各部分是列和文本，或列、`from` 或 `minus` 和表头")

  /// `transaction_type "Order" from "Bestellung", "Commande"`, and
  /// `order_status "Cancelled" given cancelled_day`.
  mutating func word(_ phrases: [PhraseSyntax]) -> (ExportKind.Words, [Name])? {
    guard let first = phrases.first else { return nil }
    if phrases.count == 1, first.parts.count == 4, let field = first.words[0].name,
      let word = first.parts[1].text, first.parts[2] == .word("given"),
      let evidence = first.words[3].name
    {
      return (.init(field: field.key, word: word, given: evidence.key), [field, evidence])
    }
    guard first.parts.count == 4, let field = first.words[0].name, let word = first.parts[1].text,
      first.parts[2] == .keyword("from"), let spelling = first.parts[3].text
    else {
      let shape = "type \"Order\" from \"Bestellung\", \"Commande\""
      reportShape(first, Phrase("a word is written `\(shape)`", zh: "词写作 `\(shape)`"))
      return nil
    }
    let spellings = [spelling] + texts(Array(phrases.dropFirst()))
    return (.init(field: field.key, word: word, spellings: spellings), [field])
  }

  /// `shipping_price, order_amount by order_id`.
  mutating func once(
    _ phrases: [PhraseSyntax], at span: SourceSpan
  ) -> (entry: ExportKind.Once, names: [Name])? {
    let shape = "shipping_price, order_amount by order_id"
    guard
      let place = phrases.firstIndex(where: { $0.parts.contains(.keyword("by")) }),
      phrases[place].parts.count == 3, phrases[place].parts[1] == .keyword("by"),
      let last = phrases[place].words[0].name, let first = phrases[place].words[2].name
    else {
      report(
        .missingPart,
        Phrase("what counts once is written `\(shape)`", zh: "只计一次的写作 `\(shape)`"), span)
      return nil
    }
    let fields = names(Array(phrases[..<place])) + [last]
    let key = [first] + names(Array(phrases[(place + 1)...]))
    return (.init(fields: fields.map(\.key), key: key.map(\.key)), fields + key)
  }

  /// `asin "-", "n/a*"`.
  mutating func skip(_ phrases: [PhraseSyntax]) -> (ExportKind.Skip, Name)? {
    guard let first = phrases.first else { return nil }
    guard first.parts.count == 2, let field = first.words[0].name, let text = first.parts[1].text
    else {
      let shape = "asin \"-\", \"n/a\""
      reportShape(
        first, Phrase("rows that are no data are written `\(shape)`", zh: "非数据行写作 `\(shape)`"))
      return nil
    }
    return (.init(field: field.key, texts: [text] + texts(Array(phrases.dropFirst()))), field)
  }

  /// A column and the headers that feed it.
  mutating func fed(_ phrases: [PhraseSyntax], _ shape: String) -> (Name, [String])? {
    guard let first = phrases.first else { return nil }
    guard first.parts.count == 3, let field = first.words[0].name,
      first.parts[1] == .keyword("from"), let header = first.parts[2].text
    else {
      reportShape(first, Phrase("it is written `\(shape)`", zh: "写作 `\(shape)`"))
      return nil
    }
    return (field, [header] + texts(Array(phrases.dropFirst())))
  }
}

extension ExportKind.Maturity {
  /// `attribution 7 days`
  init?(_ phrase: PhraseSyntax) {
    let parts = phrase.parts
    guard parts.count == 3, case .word(let word) = parts[0], let reason = Reason(rawValue: word),
      let count = parts[1].number, (1...366).contains(count), case .word(let unit) = parts[2],
      Grain(unitName: unit) == .day
    else { return nil }
    self.init(reason, dayCount: count)
  }
}
