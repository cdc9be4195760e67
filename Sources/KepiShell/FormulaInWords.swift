// A formula in words: what it adds up, counts and divides, for people who know no column.
import KepiCatalogue
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

struct FormulaInWords {
  let model: Model
  let language: Language

  /// `nil` where something has no words.
  func wording(of expression: ExpressionSyntax) -> String? {
    guard let text = text(of: expression) else { return nil }
    switch language {
    case .english: return text
    case .chinese: return text.setAsChinese
    }
  }

  private func text(of expression: ExpressionSyntax) -> String? {
    switch expression.form {
    case .name(let path): return name(path)
    case .literal, .quantity: return SyntaxPrinter.text(of: expression)
    case .parenthesised(let inner): return text(of: inner).map(bracketed)
    case .negated(let inner): return text(of: inner).map { "-\($0)" }
    case .binary(let sign, let left, let right):
      guard let first = text(of: left), let second = text(of: right) else { return nil }
      return joined(sign, first, second)
    case .not(let inner): return negation(of: inner)
    case .membership(let inner, let isNegated, let values):
      let parts = values.compactMap { text(of: $0) }
      guard let value = text(of: inner), parts.count == values.count else { return nil }
      let list = parts.joined(separator: said(Phrase(" or ", zh: " 或 ")))
      return isNegated
        ? said(Phrase("\(value) is not \(list)", zh: "\(value)不是 \(list)"))
        : said(Phrase("\(value) is \(list)", zh: "\(value)为 \(list)"))
    case .isMissing(let inner, let isNegated):
      return text(of: inner).map { value in
        isNegated
          ? said(Phrase("\(value) is known", zh: "\(value)已知"))
          : said(Phrase("\(value) is missing", zh: "\(value)缺失"))
      }
    case .conditional(let test, let then, let otherwise):
      guard let value = text(of: then) else { return nil }
      if case .literal(.missing) = otherwise.form { return value }
      guard let test = text(of: test), let other = text(of: otherwise) else { return nil }
      if case .binary(.minus, let whole, let part) = otherwise.form, whole.isSame(as: then),
        let part = text(of: part)
      {
        return bracketed(
          said(
            Phrase(
              "\(value) less \(part), but not where \(test)",
              zh: "\(value)减去\(part.beforeChinese)，但\(test.beforeChinese)时不减")))
      }
      return bracketed(
        said(
          Phrase(
            "\(value) where \(test), else \(other)",
            zh: "\(test.beforeChinese)时取\(value)，否则取\(other)")))
    case .context(let inner, let modifiers):
      guard let value = text(of: inner) else { return nil }
      var words: [String] = []
      for modifier in modifiers {
        guard let word = self.words(of: modifier) else { return nil }
        words.append(word)
      }
      return said(
        Phrase(
          "\(value) (\(words.joined(separator: ", ")))",
          zh: "\(value)（\(words.joined(separator: "，"))）"))
    case .call(let path, let isDistinct, let arguments):
      return call(path.last.key, isDistinct: isDistinct, arguments)
    case .between, .like, .absent: return nil
    }
  }

  // MARK: Names

  private func name(_ path: NamePath) -> String? {
    guard let name = path.single else {
      let words = ColumnWords.column(path.last.text, of: path.parts[0].text)
      return words.map { said(Phrase($0.english, zh: $0.chinese)) } ?? column(path.last.text)
    }
    guard let definition = model.catalogue.definition(name.key) else { return column(name.text) }
    switch definition.form {
    case .metric: return definition.label(in: language) ?? column(name.text)
    case .dimension: return definition.label(in: language)?.lowercasedWord ?? column(name.text)
    case .segment: return definition.label(in: language) ?? column(name.text)
    case .constant, .parameter, .period, .alias, .report: return column(name.text)
    }
  }

  private func column(_ name: String) -> String {
    let words = ColumnWords.column(name)
    return words.map { said(Phrase($0.english, zh: $0.chinese)) } ?? name.replacing("_", with: " ")
  }

  // MARK: Operations

  private func joined(_ sign: BinaryOperator, _ left: String, _ right: String) -> String {
    switch sign {
    case .and: return said(Phrase("\(left) and \(right)", zh: "\(left)，且\(right)"))
    case .or: return said(Phrase("\(left) or \(right)", zh: "\(left)，或\(right)"))
    case .equal: return said(Phrase("\(left) is \(right)", zh: "\(left)为 \(right)"))
    case .notEqual: return said(Phrase("\(left) is not \(right)", zh: "\(left)不是 \(right)"))
    case .less: return said(Phrase("\(left) below \(right)", zh: "\(left)低于 \(right)"))
    case .lessOrEqual: return said(Phrase("\(left) at most \(right)", zh: "\(left)不超过 \(right)"))
    case .greater: return said(Phrase("\(left) above \(right)", zh: "\(left)高于 \(right)"))
    case .greaterOrEqual:
      return said(Phrase("\(left) at least \(right)", zh: "\(left)不低于 \(right)"))
    case .plus, .minus, .times, .divided: return "\(left) \(sign.rawValue) \(right)"
    }
  }

  private func negation(of condition: ExpressionSyntax) -> String? {
    text(of: condition).map { said(Phrase("not \($0)", zh: "非\($0)")) }
  }

  private func words(of modifier: ModifierSyntax) -> String? {
    switch modifier.form {
    case .condition(let condition):
      if case .name(let path) = condition.form, path.single != nil {
        return self.name(path).map { said(Phrase("only \($0)", zh: "仅限\($0.afterChinese)")) }
      }
      return text(of: condition).map { said(Phrase("where \($0)", zh: "限\($0)")) }
    case .previous: return said(Phrase("the period before", zh: "上一时段"))
    case .ago(let span):
      return said(
        Phrase(
          "\(span.count) \(span.unit.text) before", zh: "\(span.count) \(unit(span.unit.text))前"))
    case .rolling(let span):
      return said(
        Phrase(
          "in the last \(span.count) \(span.unit.text)",
          zh: "最近 \(span.count) \(unit(span.unit.text))"
        ))
    case .all(nil): return said(Phrase("of all lines", zh: "所有行合计"))
    case .only(let path):
      return name(path).map { said(Phrase("for each \($0)", zh: "按每个\($0.afterChinese)")) }
    case .running, .toDate, .all, .over, .target: return nil
    }
  }

  private func unit(_ name: String) -> String {
    for (word, chinese) in [
      ("day", "天"), ("week", "周"), ("month", "个月"), ("quarter", "个季度"), ("year", "年"),
    ] where name.hasPrefix(word) { return chinese }
    return name
  }

  private func call(
    _ function: String, isDistinct: Bool, _ arguments: [ExpressionSyntax]
  ) -> String? {
    if function == "days" { return said(Phrase("days of the period", zh: "时段天数")) }
    if function == "rows", case .name(let path)? = arguments.first?.form {
      let words = ColumnWords.source(path.last.text)
      let source = words.map { said(Phrase($0.english, zh: $0.chinese)) } ?? path.text
      return said(Phrase("number of \(source)", zh: "\(source)的个数"))
    }
    if function == "converted" { return converted(arguments) }
    guard let argument = arguments.first, let inner = text(of: argument) else { return nil }
    let isPlain = if case .name = argument.form { true } else { false }
    let value = isPlain ? inner : bracketed(inner)
    switch function {
    case "sum": return said(Phrase("total \(value)", zh: "\(value)合计"))
    case "count":
      return isDistinct
        ? said(Phrase("number of different \(value)s", zh: "不同\(value.afterChinese)的个数"))
        : said(Phrase("number of \(value)s", zh: "\(value)的个数"))
    case "closing":
      let value = ofOneDay(argument) ?? inner
      guard arguments.count > 1, let key = text(of: arguments[1]) else {
        return said(Phrase("\(value) on the last day", zh: "最后一天的\(value)"))
      }
      return said(Phrase("\(value) on the last day of each \(key)", zh: "各\(key)最后一天的\(value)"))
    case "opening":
      let value = ofOneDay(argument) ?? inner
      return said(Phrase("\(value) on the first day", zh: "第一天的\(value)"))
    case "mean_of_days":
      let value = ofOneDay(argument) ?? inner
      return said(Phrase("daily average of \(value)", zh: "日均\(value)"))
    case "median": return said(Phrase("median of \(value)", zh: "\(value)的中位数"))
    case "min": return said(Phrase("smallest \(value)", zh: "最小的\(value)"))
    case "max": return said(Phrase("greatest \(value)", zh: "最大的\(value)"))
    case "coalesce": return inner
    case "abs": return said(Phrase("\(inner) without its sign", zh: "\(inner)的绝对值"))
    case "round": return inner
    default: return nil
    }
  }

  /// `converted(shipments.order_id, returns.order_id, 3 months, returns.units)`.
  private func converted(_ arguments: [ExpressionSyntax]) -> String? {
    guard arguments.count == 4, case .name(let from) = arguments[0].form,
      case .name(let to) = arguments[1].form, case .quantity(_, let grain) = arguments[2].form,
      let value = text(of: arguments[3])
    else { return nil }
    let window = SyntaxPrinter.text(of: arguments[2])
    let count = window.prefix { $0.isNumber }
    let thing = column(from.last.text)
    let source = to.parts[0].text
    let later = ColumnWords.source(source) ?? (source.replacing("_", with: " "), source)
    if case .name(let counted) = arguments[3].form, counted.parts.count > 1,
      ColumnWords.isOwn(counted.last.text, of: source)
    {
      // The column says what it is of.
      return said(
        Phrase(
          "\(value) of the same \(thing) within \(window)",
          zh: "\(count) \(unit(grain.text))内同一\(thing)的\(value)"))
    }
    return said(
      Phrase(
        "\(value) of \(later.english) of the same \(thing) within \(window)",
        zh: "\(count) \(unit(grain.text))内同一\(thing)的\(later.chinese)\(value)"))
  }

  /// The sum of one day's rows goes without saying.
  private func ofOneDay(_ expression: ExpressionSyntax) -> String? {
    switch expression.form {
    case .context(let inner, let modifiers):
      let words = modifiers.compactMap { self.words(of: $0) }
      guard words.count == modifiers.count, let value = ofOneDay(inner) else { return nil }
      let list = words.joined(separator: said(Phrase(", ", zh: "，")))
      return said(Phrase("\(value) (\(list))", zh: "\(value)（\(list)）"))
    case .call(let path, _, let arguments) where path.last.key == "sum":
      guard let argument = arguments.first, let value = text(of: argument) else { return nil }
      if case .name = argument.form { return value }
      return bracketed(value)
    default: return nil
    }
  }

  private func bracketed(_ text: String) -> String {
    text.hasPrefix("(") && text.hasSuffix(")") || text.hasPrefix("（") && text.hasSuffix("）")
      ? text : said(Phrase("(\(text))", zh: "（\(text)）"))
  }

  private func said(_ phrase: Phrase) -> String { phrase.text(in: language) }
}

extension String {
  /// With a blank wherever a letter or digit stands beside a Chinese sign.
  fileprivate var setAsChinese: String {
    func isChinese(_ sign: Character) -> Bool {
      sign.unicodeScalars.first.map { (0x3400..<0xA000).contains($0.value) } ?? false
    }
    func isLatin(_ sign: Character) -> Bool { sign.isASCII && (sign.isLetter || sign.isNumber) }
    var result = ""
    var last: Character?
    for sign in self {
      if let last, isChinese(last) ? isLatin(sign) : isLatin(last) && isChinese(sign) {
        result += " "
      }
      result.append(sign)
      last = sign
    }
    return result
  }

  /// Within a sentence: without its capital, unless it is an abbreviation.
  fileprivate var lowercasedWord: String {
    guard dropFirst().first?.isLowercase == true else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}

extension ExpressionSyntax {
  /// Whether it is written the same.
  fileprivate func isSame(as other: ExpressionSyntax) -> Bool {
    SyntaxPrinter.text(of: self) == SyntaxPrinter.text(of: other)
  }
}
