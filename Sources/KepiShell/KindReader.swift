// From the definition of an export kind to the kind that files are read by.
import KepiColumns
package import KepiDiagnostics
package import KepiFormats
import KepiSemantics
package import KepiSyntax

/// The kinds among some definitions, and what is wrong with those that are none.
package struct KindReader {
  package private(set) var kinds: [ExportKind] = []
  package private(set) var diagnostics: [Diagnostic] = []

  package init(_ definitions: some Sequence<DefinitionSyntax>) {
    for definition in definitions where definition.form == .kind {
      guard let name = definition.name else { continue }
      let before = diagnostics.count
      let kind = kind(definition, name)
      if diagnostics.count == before { kinds.append(kind) }
    }
  }

  /// The properties of a kind, in the order in which they are offered.
  private enum Property: String, CaseIterable {
    case label, platform, source, quoting, column, line, otherwise, word, needs, lacks, replaces
    case carried, once, shared, contained, skips, decimal, summary, total, dated, ends, footers
    case filled, masked, `private`, ignored, lookup, valid, uncertain, matures, doc
  }

  // MARK: One kind

  private mutating func kind(_ definition: DefinitionSyntax, _ name: Name) -> ExportKind {
    var label: String?
    var chineseLabel: String?
    var documentation = definition.documentation
    var platform: String?
    var source: String?
    var quoting = ExportKind.Quoting.standard
    var fields: [ExportField] = []
    var needs: [Name] = []
    var carried: [(value: ExportKind.Carried, names: [Name])] = []
    var dated: Name?
    var lacks: [String] = []
    var privateHeaders: [String] = []
    var ignoredHeaders: [String] = []
    var replacement: (value: ExportKind.Replacement, names: [Name])?
    var summary: (field: Name, sums: Name)?
    var lines: [ExportKind.Line] = []
    var otherwise: ExportKind.Line?
    var total: (field: Name, headers: [String])?
    var words: [ExportKind.Words] = []
    var masked: [Name] = []
    var ends: [String] = []
    var lookup: [Name] = []
    var validity: (first: Name, last: Name, includesLast: Bool)?
    var once: [(entry: ExportKind.Once, names: [Name])] = []
    var skips: [ExportKind.Skip] = []
    var decimalMark: ExportKind.DecimalMark?
    var footers: [String] = []
    var filled: [Name] = []
    var shared: [ExportKind.SharedAmount] = []
    var contained: ExportKind.ContainedTax?
    var uncertainty: (english: String, chinese: String?)?
    var maturity: ExportKind.Maturity?
    /// Columns that lines and words name, to be found among the fields.
    var mentioned: [Name] = []

    for entry in definition.block {
      if case .column(let column, let phrases) = entry.form {
        if fields.contains(where: { $0.name == column.key }) {
          report(
            .definedTwice,
            Phrase(
              "`\(column.text)` is a column of `\(name.text)` already",
              zh: "`\(column.text)` 已经是 `\(name.text)` 的列"), column.span)
        } else if let field = field(column, phrases, at: entry.span) {
          fields.append(field)
        }
        continue
      }
      guard case .values(let phrases) = entry.form,
        let property = Property(rawValue: entry.name.key)
      else {
        reportUnknown(entry)
        continue
      }
      switch property {
      case .label:
        for phrase in phrases {
          let text = phrase.parts.last?.text
          switch (phrase.parts.dropLast(), text) {
          case ([], let text?): label = text
          case ([.word("zh")], let text?): chineseLabel = text
          default:
            reportShape(
              phrase,
              Phrase("a label is a text in quotes, or `zh` and a text", zh: "标签是引号中的文本，或 `zh` 加文本"))
          }
        }
      case .doc: documentation += texts(phrases)
      case .platform: platform = texts(phrases).first
      case .source: source = names(phrases).first?.key
      case .quoting:
        let word = names(phrases).first?.key ?? ""
        if let known = ExportKind.Quoting(rawValue: word) {
          quoting = known
        } else {
          report(
            .unknownProperty,
            Phrase("`quoting` is `standard` or `none`", zh: "`quoting` 为 `standard` 或 `none`"),
            entry.span)
        }
      case .needs: needs += names(phrases)
      case .carried: carried += self.carried(phrases)
      case .dated: dated = names(phrases).first
      case .lacks: lacks += texts(phrases)
      case .private: privateHeaders += texts(phrases)
      case .ignored: ignoredHeaders += texts(phrases)
      case .replaces: replacement = self.replacement(phrases, at: entry.span)
      case .summary:
        guard let words = phrases.first?.words, words.count == 3, let field = words[0].name,
          words[1].name?.key == "sums", let sums = words[2].name
        else {
          report(
            .missingPart,
            Phrase("a summary is written `total sums amount`", zh: "合计行写作 `total sums amount`"),
            entry.span)
          continue
        }
        summary = (field, sums)
      case .line, .otherwise:
        guard let (line, names) = line(phrases, at: entry.span) else { continue }
        mentioned += names
        if property == .line { lines.append(line) } else { otherwise = line }
      case .total:
        guard let (field, headers) = fed(phrases, "amount from \"total\"") else { continue }
        total = (field, headers)
        mentioned.append(field)
      case .word:
        guard let (entry, names) = word(phrases) else { continue }
        words.append(entry)
        mentioned += names
      case .masked: masked += names(phrases)
      case .once:
        guard let entry = self.once(phrases, at: entry.span) else { continue }
        once.append(entry)
        mentioned += entry.names
      case .skips:
        guard let (entry, field) = skip(phrases) else { continue }
        skips.append(entry)
        mentioned.append(field)
      case .decimal:
        if let mark = ExportKind.DecimalMark(rawValue: names(phrases).first?.key ?? "") {
          decimalMark = mark
        } else {
          report(
            .unknownProperty,
            Phrase("`decimal` is `dot` or `comma`", zh: "`decimal` 为 `dot` 或 `comma`"), entry.span)
        }
      case .ends: ends += texts(phrases)
      case .lookup: lookup += names(phrases)
      case .valid:
        guard let phrase = phrases.first, phrase.words.count == 3,
          let first = phrase.name(at: 0), let last = phrase.name(at: 2),
          let word = phrase.keyword(at: 1), word == "to" || word == "before"
        else {
          report(
            .missingPart,
            Phrase(
              "it is written `valid: valid_from before valid_before`",
              zh: "写作 `valid: valid_from before valid_before`"), entry.span)
          continue
        }
        validity = (first, last, word == "to")
      case .footers: footers += texts(phrases)
      case .filled: filled += names(phrases)
      case .shared:
        guard let (amounts, names) = self.shared(phrases, at: entry.span) else { continue }
        shared += amounts
        mentioned += names
      case .contained:
        guard let (tax, names) = containedTax(phrases, at: entry.span) else { continue }
        contained = tax
        mentioned += names
      case .matures:
        maturity = phrases.first.flatMap { ExportKind.Maturity($0) }
        if maturity == nil {
          report(
            .missingPart,
            Phrase(
              "it is written `matures: attribution 7 days`",
              zh: "写作 `matures: attribution 7 days`"), entry.span)
        }
      case .uncertain:
        for phrase in phrases {
          let text = phrase.parts.last?.text
          switch (phrase.parts.dropLast(), text) {
          case ([], let text?): uncertainty = (text, nil)
          case ([.word("zh")], let text?): uncertainty?.chinese = text
          default:
            reportShape(
              phrase,
              Phrase(
                "a text in quotes, or `zh` and a text, stands here", zh: "这里是引号中的文本，或 `zh` 和文本"))
          }
        }
      case .column: reportUnknown(entry)
      }
    }

    let kind = ExportKind(
      name: name.key, label: label ?? name.text, chineseLabel: chineseLabel,
      documentation: documentation, source: source ?? "", platform: platform ?? "", fields: fields,
      needs: needs.map(\.key), lacks: lacks, quoting: quoting,
      replacement: replacement?.value ?? .rows(key: []), privateHeaders: privateHeaders,
      ignoredHeaders: ignoredHeaders, carriedFields: carried.map(\.value),
      summary: summary.map { .init(field: $0.field.key, sums: $0.sums.key) },
      datedBy: dated?.key, lines: lines, otherwise: otherwise,
      rowTotal: total.map { .init(field: $0.field.key, headers: $0.headers) }, words: words,
      maskedFields: masked.map(\.key), ends: ends, footers: footers,
      filledFields: filled.map(\.key), once: once.map(\.entry), skips: skips,
      sharedAmounts: shared, containedTax: contained, decimalMark: decimalMark,
      lookupFields: lookup.map(\.key),
      validity: validity.map {
        .init(first: $0.first.key, last: $0.last.key, includesLast: $0.includesLast)
      },
      uncertainty: uncertainty.map { Phrase($0.english, zh: $0.chinese ?? $0.english) },
      maturity: maturity)

    for (missing, isMissing) in [
      ("source", source == nil), ("platform", platform == nil), ("needs", needs.isEmpty),
      ("replaces", !definition.block.contains { $0.name.key == "replaces" }),
      ("column", fields.isEmpty),
    ] where isMissing {
      report(
        .missingPart,
        Phrase(
          "the kind `\(name.text)` has no `\(missing)`", zh: "报告类型 `\(name.text)` 没有 `\(missing)`"),
        name.span)
    }
    let known = fields.flatMap(\.columnNames)
    for field in fields {
      guard case .money(let currency?) = field.type, currency != "currency",
        !fields.contains(where: { $0.name == currency && $0.type == .currency })
      else { continue }
      report(
        .unknownColumn,
        Phrase("the kind has no column `\(currency)` of currencies", zh: "报告类型没有币种列 `\(currency)`"),
        name.span)
    }
    for field in fields
    where !field.headers.isEmpty && kind.headers(of: field).count > field.headers.count {
      report(
        .definedTwice,
        Phrase(
          "`\(field.name)` is read by a `line` and has headers of its own",
          zh: "`\(field.name)` 已由 `line` 读取，又有自己的表头"), name.span)
    }
    for word in needs + carried.flatMap(\.names) + (dated.map { [$0] } ?? [])
      + (replacement?.names ?? [])
      + (summary.map { [$0.field, $0.sums] } ?? []) + masked + filled + mentioned + lookup
      + (validity.map { [$0.first, $0.last] } ?? [])
    where !known.contains(word.key) && word.key != "ordinal" {
      reportUnknownColumn(word, known)
    }
    return kind
  }

  // MARK: Its columns

  /// `money in currency from "Spend", "Ausgaben"`: the first phrase begins with the type and ends
  /// with the first header.
  private mutating func field(
    _ name: Name, _ phrases: [PhraseSyntax], at span: SourceSpan
  ) -> ExportField? {
    guard let first = phrases.first else {
      report(
        .missingPart, Phrase("the column `\(name.text)` has no type", zh: "列 `\(name.text)` 没有类型"),
        span)
      return nil
    }
    // The type, then lists that each begin with their word: `text from "A", "B", always "C"`.
    var words = first.parts
    var lists: [(word: Part, texts: [String])] = []
    if let place = words.firstIndex(where: { $0.beginsList }) {
      guard words.count == place + 2, let text = words[place + 1].text else {
        let word = words[place].spelling
        reportShape(
          first, Phrase("`\(word)` is followed by texts in quotes", zh: "`\(word)` 后面是引号中的文本"))
        return nil
      }
      lists = [(words[place], [text])]
      words = Array(words[..<place])
    } else if words.count > 2, words[words.count - 2] == .word("above"),
      let distance = words[words.count - 1].number
    {
      lists = [(.word("above"), [String(distance)])]
      words.removeLast(2)
    }
    for phrase in phrases.dropFirst() {
      let parts = phrase.parts
      if parts.count == 1, let text = parts[0].text, !lists.isEmpty {
        lists[lists.count - 1].texts.append(text)
      } else if parts.count == 2, parts[0].beginsList, let text = parts[1].text {
        lists.append((parts[0], [text]))
      } else if parts.count == 2, parts[0] == .word("above"), let distance = parts[1].number {
        lists.append((parts[0], [String(distance)]))
      } else {
        reportShape(
          phrase,
          Phrase(
            "the headers of a column come after `from` and `plus`, other values after `always`, "
              + "`after`, `named`, `above` or `instead`",
            zh: "列的表头写在 `from`、`plus` 后面，其他取值写在 `always`、`after`、`named`、`above` 或 "
              + "`instead` 后面"))
        return nil
      }
    }
    guard let type = type(words) else {
      reportShape(
        first,
        Phrase(
          "the type of a column is text, count, number, percent, percent points, money, "
            + "money in a column, currency, site, day, instant, days to a column, "
            + "week to a column, days by a column to a column, period of a column, "
            + "hours of minutes, hours of seconds or truth",
          zh: "列的类型有 text、count、number、percent、percent points、money、money in 列、"
            + "currency、site、day、instant、days to 列、week to 列、days by 列 to 列、period of 列、"
            + "hours of minutes、hours of seconds 和 truth"))
      return nil
    }
    var headers: [String] = []
    var fallback: ExportField.Fallback?
    var addends: [[String]] = []
    var factors: [String] = []
    var isNegated = false
    for (word, texts) in lists {
      switch word {
      case .word("above"): fallback = Int(texts[0]).map { .line(above: $0) }
      case .word("instead"): fallback = .headers(texts)
      case .word("times"): factors = texts
      case .word("minus"):
        isNegated = true
        headers += texts
      case .word("always"): fallback = .constant(texts[0])
      case .word("after"): fallback = .preamble(after: texts)
      case .word("named"): fallback = .fileName(texts)
      case .word("plus"): addends.append(texts)
      default: headers += texts
      }
    }
    if fallback != nil, type.isNumeric {
      reportShape(
        first, Phrase("a column of numbers is read from its headers alone", zh: "数字列只能取自表头"))
      return nil
    }
    if !type.isNumeric, isNegated || !factors.isEmpty {
      reportShape(
        first,
        Phrase("only a column of numbers has `times` or `minus`", zh: "只有数字列才能写 `times` 或 `minus`"))
      return nil
    }
    if !addends.isEmpty, !type.isExact || headers.isEmpty {
      reportShape(
        first,
        Phrase(
          "`plus` adds to a count or an amount that has headers of its own",
          zh: "`plus` 只加在有自己表头的个数或金额上"))
      return nil
    }
    return ExportField(
      name: name.key, type: type, headers: headers, fallback: fallback, factors: factors,
      addends: addends, isNegated: isNegated)
  }

  private func type(_ words: [Part]) -> ExportField.FieldType? {
    switch words {
    case [.word("text")]: .text
    case [.word("count")]: .count
    case [.word("number")]: .number
    case [.word("percent")]: .percent(points: false)
    case [.word("percent"), .word("points")]: .percent(points: true)
    case [.word("money")]: .money(currencyField: nil)
    case [.word("currency")]: .currency
    case [.word("site")]: .site
    case [.word("day")]: .day
    case [.word("instant")]: .instant
    case [.word("truth")]: .truth
    default:
      if words.count == 3, case .word(let field) = words[2] {
        switch (words[0], words[1]) {
        case (.word("money"), .keyword("in")): .money(currencyField: field)
        case (.word("days"), .keyword("to")): .dayRange(lastField: field)
        case (.word("period"), .word("of")): .periodEnd(of: field)
        case (.word("hours"), .word("of")) where field == "minutes": .hours(unitsPerHour: 60)
        case (.word("hours"), .word("of")) where field == "seconds": .hours(unitsPerHour: 3600)
        case (.word("week"), .keyword("to")):
          .dayRange(lastField: field, length: .week(numberedBy: nil))
        default: nil
        }
      } else if words.count == 5, words[1] == .keyword("by"), case .word(let other) = words[2],
        words[3] == .keyword("to"), case .word(let last) = words[4]
      {
        switch words[0] {
        case .word("days"): .dayRange(lastField: last, length: .ending(by: other))
        case .word("week"): .dayRange(lastField: last, length: .week(numberedBy: other))
        default: nil
        }
      } else {
        nil
      }
    }
  }

  /// `rows by a, b`, `distinct rows by a, b`, `whole a`, `days`.
  private mutating func replacement(
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
  private mutating func carried(
    _ phrases: [PhraseSyntax]
  ) -> [(ExportKind.Carried, [Name])] {
    let (fields, group) = grouped(phrases)
    return fields.map { field in
      (.init(field.key, within: group?.key), [field] + (group.map { [$0] } ?? []))
    }
  }

  /// `item_discount, shipping_price by item_price within order_id`.
  private mutating func shared(
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
  private mutating func containedTax(
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
  private mutating func grouped(_ phrases: [PhraseSyntax]) -> (fields: [Name], group: Name?) {
    guard let last = phrases.last, last.words.count == 3, last.parts[1] == .word("within"),
      let field = last.words[0].name, let group = last.words[2].name
    else { return (names(phrases), nil) }
    return (names(Array(phrases.dropLast())) + [field], group)
  }

  // MARK: Lines and words

  /// `amount_type "ItemPrice", amount_description from "price-type", amount from "price-amount"`.
  private mutating func line(
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
  private mutating func word(_ phrases: [PhraseSyntax]) -> (ExportKind.Words, [Name])? {
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
  private mutating func once(
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
  private mutating func skip(_ phrases: [PhraseSyntax]) -> (ExportKind.Skip, Name)? {
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
  private mutating func fed(_ phrases: [PhraseSyntax], _ shape: String) -> (Name, [String])? {
    guard let first = phrases.first else { return nil }
    guard first.parts.count == 3, let field = first.words[0].name,
      first.parts[1] == .keyword("from"), let header = first.parts[2].text
    else {
      reportShape(first, Phrase("it is written `\(shape)`", zh: "写作 `\(shape)`"))
      return nil
    }
    return (field, [header] + texts(Array(phrases.dropFirst())))
  }

  // MARK: Words of a property

  private mutating func texts(_ phrases: [PhraseSyntax]) -> [String] {
    phrases.compactMap { phrase in
      if phrase.parts.count == 1, let text = phrase.parts[0].text { return text }
      reportShape(phrase, Phrase("a text in quotes stands here", zh: "这里要写引号中的文本"))
      return nil
    }
  }

  private mutating func names(_ phrases: [PhraseSyntax]) -> [Name] {
    phrases.compactMap { phrase in
      if phrase.words.count == 1, let name = phrase.words[0].name { return name }
      reportShape(phrase, Phrase("one name stands here", zh: "这里只写一个名称"))
      return nil
    }
  }

  // MARK: What is wrong

  private mutating func report(_ code: DiagnosticCode, _ message: Phrase, _ span: SourceSpan) {
    diagnostics.append(.error(code, message, at: span))
  }

  private mutating func reportShape(_ phrase: PhraseSyntax, _ message: Phrase) {
    report(.unexpectedPart, message, phrase.span)
  }

  private mutating func reportUnknown(_ entry: PropertySyntax) {
    let known = Property.allCases.map(\.rawValue)
    let closest = Spelling.closest(to: entry.name.text, among: known)
    diagnostics.append(
      .error(
        .unknownProperty,
        Phrase("a kind has no property `\(entry.name.text)`", zh: "报告类型没有属性 `\(entry.name.text)`"),
        at: entry.name.span,
        details: closest == nil
          ? [
            Phrase("It has \(known.listed(in: .english)).", zh: "它有 \(known.listed(in: .chinese))")
          ] : [],
        mends: closest.map {
          [.init(nearest: .nearestName($0), [.init(entry.name.span, $0)])]
        } ?? []))
  }

  private mutating func reportUnknownColumn(_ name: Name, _ known: [String]) {
    let closest = Spelling.closest(to: name.text, among: known)
    diagnostics.append(
      .error(
        .unknownColumn,
        Phrase("the kind has no column `\(name.text)`", zh: "报告类型没有 `\(name.text)` 列"),
        at: name.span,
        mends: closest.map {
          [.init(nearest: .nearestName($0), [.init(name.span, $0)])]
        } ?? []))
  }
}

extension ExportField {
  /// The columns of a table that the field gives: a range of days gives two, and money without a
  /// field for its currency makes one.
  fileprivate var columnNames: [String] {
    switch type {
    case .dayRange(let last, _): [name, last]
    case .money(let currency): [name, currency ?? "currency"]
    case .text, .count, .number, .percent, .currency, .site, .day, .periodEnd, .instant, .truth,
      .hours:
      [name]
    }
  }
}

/// A word of a property as it is matched: names folded, signs and dots aside.
private enum Part: Equatable {
  case word(String)
  case keyword(String)
  case text(String)
  case number(Int)
  case other

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Int? { if case .number(let number) = self { number } else { nil } }

  /// Whether values of a column follow.
  var beginsList: Bool {
    [
      .keyword("from"), .word("always"), .word("after"), .word("named"), .word("instead"),
      .word("times"), .word("minus"), .word("plus"),
    ].contains(self)
  }

  var spelling: String {
    switch self {
    case .word(let word), .keyword(let word), .text(let word): word
    case .number(let number): String(number)
    case .other: ""
    }
  }
}

extension ExportField.FieldType {
  fileprivate var isNumeric: Bool {
    switch self {
    case .count, .number, .percent, .money, .hours: true
    case .text, .currency, .site, .day, .dayRange, .periodEnd, .instant, .truth: false
    }
  }

  /// Whether its values are kept to the last digit.
  fileprivate var isExact: Bool {
    switch self {
    case .count, .money: true
    case .number, .percent, .hours, .text, .currency, .site, .day, .dayRange, .periodEnd,
      .instant, .truth:
      false
    }
  }
}

extension PhraseSyntax {
  fileprivate var parts: [Part] {
    words.map { word in
      switch word {
      case .name(let path): path.single.map { .word($0.key) } ?? .other
      case .keyword(let keyword): .keyword(keyword)
      case .literal(.string(let text)): .text(text)
      case .literal(.number(let number)):
        number.scale == 0 ? Int(exactly: number.digits).map { .number($0) } ?? .other : .other
      case .literal: .other
      }
    }
  }
}

extension ExportKind.Maturity {
  /// `attribution 7 days`
  fileprivate init?(_ phrase: PhraseSyntax) {
    let parts = phrase.parts
    guard parts.count == 3, case .word(let word) = parts[0], let reason = Reason(rawValue: word),
      let count = parts[1].number, (1...366).contains(count), case .word(let unit) = parts[2],
      Grain(unitName: unit) == .day
    else { return nil }
    self.init(reason, dayCount: count)
  }
}

extension PhraseSyntax.Word {
  fileprivate var name: Name? {
    switch self {
    case .name(let path): path.single
    case .keyword, .literal: nil
    }
  }
}
