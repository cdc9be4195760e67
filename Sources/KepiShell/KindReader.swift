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
    for other in fields.flatMap(\.alternatives) {
      guard let column = other.condition?.field, !known.contains(column) else { continue }
      report(
        .unknownColumn,
        Phrase("the kind has no column `\(column)`", zh: "报告类型没有 `\(column)` 列"), name.span)
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

  // MARK: What is wrong

  mutating func report(_ code: DiagnosticCode, _ message: Phrase, _ span: SourceSpan) {
    diagnostics.append(.error(code, message, at: span))
  }

  mutating func reportShape(_ phrase: PhraseSyntax, _ message: Phrase) {
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
