// The columns of an export kind: `column spend: money in currency from "Spend", "Ausgaben"`.
import KepiDiagnostics
import KepiFormats
import KepiSemantics
import KepiSyntax

extension KindReader {
  /// `money in currency from "Spend", "Ausgaben"`: the first phrase begins with the type and ends
  /// with the first header.
  mutating func field(
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
    var lists: [(word: KindWord, texts: [String])] = []
    if let place = words.firstIndex(where: { $0.beginsList }) {
      guard let begun = Self.lists(words[place...]) else {
        let word = words[place].spelling
        reportShape(
          first, Phrase("`\(word)` is followed by texts in quotes", zh: "`\(word)` 后面是引号中的文本"))
        return nil
      }
      lists = begun
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
      } else if parts.first?.beginsList == true, let begun = Self.lists(parts[...]) {
        lists += begun
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
    var alternatives: [Alternative] = []
    var factors: [String] = []
    var isNegated = false
    for (word, texts) in lists {
      switch word {
      case .word("above"): fallback = Int(texts[0]).map { .line(above: $0) }
      case .word("instead"): alternatives.append(Alternative(headers: texts))
      case .word("given"), .word("formed"):
        guard let last = alternatives.indices.last else {
          reportShape(
            first,
            Phrase(
              "`\(word.spelling)` says which cells of `instead` are meant",
              zh: "`\(word.spelling)` 说明 `instead` 取哪些单元格"))
          return nil
        }
        if word == .word("formed") {
          alternatives[last].forms += texts
        } else {
          alternatives[last].condition = .init(field: texts[0], text: texts[1])
        }
      case .word("times"): factors = texts
      case .word("minus"):
        isNegated = true
        headers += texts
      case .word("always"): fallback = .constant(texts[0])
      case .word("after"): fallback = .preamble(after: texts)
      case .word("named"): fallback = .fileName(texts)
      case .word("plus"):
        if let last = alternatives.indices.last {
          alternatives[last].addends.append(texts)
        } else {
          addends.append(texts)
        }
      default: headers += texts
      }
    }
    let isSelective = alternatives.contains { $0.condition != nil || !$0.forms.isEmpty }
    if type.isNumeric, fallback != nil || isSelective || !alternatives.isEmpty && !type.isExact {
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
    let hasSums = !addends.isEmpty || alternatives.contains { !$0.addends.isEmpty }
    if hasSums, !type.isExact || headers.isEmpty {
      reportShape(
        first,
        Phrase(
          "`plus` adds to a count or an amount that has headers of its own",
          zh: "`plus` 只加在有自己表头的个数或金额上"))
      return nil
    }
    return ExportField(
      name: name.key, type: type, headers: headers, fallback: fallback, factors: factors,
      addends: addends, isNegated: isNegated,
      alternatives: alternatives.map {
        .init(
          headers: $0.headers, addends: $0.addends, given: $0.condition, forms: $0.forms)
      })
  }

  /// An `instead` with what follows it.
  private struct Alternative {
    let headers: [String]
    var addends: [[String]] = []
    var condition: ExportField.Alternative.Condition?
    var forms: [String] = []
  }

  /// `from "A"`, `instead "Id" given id_type "1" formed "B#"`: each word with its text.
  private static func lists(
    _ parts: ArraySlice<KindWord>
  ) -> [(word: KindWord, texts: [String])]? {
    var rest = parts
    var lists: [(word: KindWord, texts: [String])] = []
    while let word = rest.popFirst() {
      if word == .word("given") {
        guard case .word(let field)? = rest.popFirst(), let text = rest.popFirst()?.text else {
          return nil
        }
        lists.append((word, [field, text]))
      } else if word.beginsList, let text = rest.popFirst()?.text {
        lists.append((word, [text]))
      } else {
        return nil
      }
    }
    return lists
  }

  private func type(_ words: [KindWord]) -> ExportField.FieldType? {
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
