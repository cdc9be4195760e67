// Parts of a tree as words, without line breaks.
import KepiDiagnostics

/// Writes what the printer lays out. Follows along in the tokens that a tree was read from, so that
/// a keyword can keep its language and a number its separators, which the tree does not hold.
struct SyntaxWriter {
  let language: Language?
  private let tokens: [Token]
  private var cursor = 0

  init(language: Language?, tokens: [Token] = [], from offset: Int = 0) {
    self.language = language
    self.tokens = tokens
    move(to: offset)
  }

  /// Goes on from a byte offset of the text.
  mutating func move(to offset: Int) {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    cursor = low
  }

  // MARK: Words

  /// `spelling` says which of several Chinese words fits: `by` is 按 in a grouping, 依 in an order.
  mutating func word(_ keyword: Keyword, spelling: Int = 0) -> String {
    let chinese = keyword.chinese
    let translated = chinese.isEmpty ? keyword.english : chinese[min(spelling, chinese.count - 1)]
    switch language {
    case .english: return keyword.english
    case .chinese: return translated
    case nil: return isWrittenInChinese(keyword) ? translated : keyword.english
    }
  }

  private mutating func isWrittenInChinese(_ keyword: Keyword) -> Bool {
    var index = cursor
    while index < tokens.count, tokens[index].kind != .end {
      if tokens[index].keyword == keyword {
        cursor = index + 1
        return tokens[index].text.utf8.first.map { $0 >= 0xE0 && $0 != 0xEF } ?? false
      }
      index += 1
    }
    return false
  }

  /// A number as it was written, where that is known: `120_000`.
  private mutating func text(of number: DecimalLiteral) -> String {
    var index = cursor
    while index < tokens.count, tokens[index].kind != .end {
      let token = tokens[index]
      if [.integer, .number, .percent].contains(token.kind) {
        let written = DecimalLiteral(written: token.text)
        if written == number || written?.digits == -number.digits && written?.scale == number.scale
        {
          cursor = index + 1
          return (written == number ? "" : "-") + token.text
        }
      }
      index += 1
    }
    return number.text
  }

  func text(of name: Name) -> String {
    name.isQuoted || !Lexer.isPlainName(name.text) ? "`\(name.text)`" : name.text
  }

  func text(of path: NamePath) -> String { path.parts.map { text(of: $0) }.joined(separator: ".") }

  private func text(of units: SpanOfUnits) -> String {
    "\(units.count) \(unit(units.unit, count: units.count))"
  }

  /// A unit of time where only one can stand: it is a word like the keywords beside it. What is
  /// none, a currency or a mistake, stays as it is.
  private func unit(_ name: Name, count: Int? = 1) -> String {
    guard !name.isQuoted, let word = TimeWord(key: name.key) else { return text(of: name) }
    switch language {
    case nil: return text(of: name)
    case .english: return count == 1 ? word.rawValue : word.rawValue + "s"
    case .chinese: return word.chinese
    }
  }

  mutating func text(of literal: LiteralSyntax) -> String {
    switch literal {
    case .number(let number): text(of: number)
    case .string(let text): Lexer.quoted(text)
    case .date(let date): date.text
    case .truth(let value): word(value ? .true : .false)
    case .missing: word(.missing)
    }
  }

  // MARK: Expressions

  mutating func list(_ expressions: [ExpressionSyntax]) -> [String] {
    var pieces: [String] = []
    for (index, expression) in expressions.enumerated() {
      pieces.append(text(of: expression) + (index < expressions.count - 1 ? "," : ""))
    }
    return pieces
  }

  mutating func text(of expression: ExpressionSyntax) -> String {
    switch expression.form {
    case .name(let path): return text(of: path)
    case .literal(let literal): return text(of: literal)
    case .quantity(let number, let unit):
      let isOne = number.digits == 1 && number.scale == 0
      return text(of: number) + " " + self.unit(unit, count: isOne ? 1 : nil)
    case .call(let path, let isDistinct, let arguments):
      let first = isDistinct ? word(.distinct) + " " : ""
      return text(of: path) + "(" + first + list(arguments).joined(separator: " ") + ")"
    case .negated(let value): return "-" + text(of: value)
    case .not(let value): return word(.not) + " " + text(of: value)
    case .binary(let symbol, let left, let right):
      let first = text(of: left)
      let sign = symbol == .or ? word(.or) : symbol == .and ? word(.and) : symbol.rawValue
      return first + " " + sign + " " + text(of: right)
    case .between(let value, let low, let high):
      let first = text(of: value) + " " + word(.between) + " " + text(of: low)
      return first + " " + word(.and) + " " + text(of: high)
    case .membership(let value, let isNegated, let values):
      return text(of: value) + " " + membershipWord(isNegated: isNegated) + " ("
        + list(values).joined(separator: " ") + ")"
    case .like(let value, let isNegated, let pattern):
      let first = text(of: value) + (isNegated ? " " + word(.not) : "")
      return first + " " + word(.like) + " " + Lexer.quoted(pattern)
    case .isMissing(let value, let isNegated):
      let first = text(of: value) + " " + word(.is) + (isNegated ? " " + word(.not) : "")
      return first + " " + word(.missing)
    case .conditional(let condition, let value, let otherwise):
      let first = word(.if) + " " + text(of: condition)
      let second = word(.then) + " " + text(of: value)
      return first + " " + second + " " + word(.else) + " " + text(of: otherwise)
    case .context(let value, let modifiers):
      var texts: [String] = []
      let first = text(of: value)
      for modifier in modifiers { texts.append(text(of: modifier)) }
      return first + "[" + texts.joined(separator: ", ") + "]"
    case .parenthesised(let value): return "(" + text(of: value) + ")"
    case .absent: return "`…`"
    }
  }

  /// `not in` is one token, so both words take its language.
  private mutating func membershipWord(isNegated: Bool) -> String {
    guard isNegated else { return word(.in, spelling: 1) }
    let first = word(.not)
    return first == Keyword.not.english ? "not in" : first + " " + Keyword.in.chinese[1]
  }

  private mutating func text(of modifier: ModifierSyntax) -> String {
    switch modifier.form {
    case .condition(let condition): return text(of: condition)
    case .previous: return word(.previous)
    case .ago(let units): return text(of: units) + " " + word(.ago)
    case .rolling(let units): return word(.rolling) + " " + text(of: units)
    case .running(let all): return word(.running) + (all ? " " + word(.all) : "")
    case .toDate(let unit): return self.unit(unit) + " " + word(.to) + " " + word(.date)
    case .all(let path): return word(.all) + (path.map { " " + text(of: $0) } ?? "")
    case .only(let path): return word(.only) + " " + text(of: path)
    case .over(let period): return word(.over) + " " + text(of: period)
    case .target: return word(.target)
    }
  }

  // MARK: Time

  mutating func text(of period: PeriodSyntax) -> String {
    switch period.form {
    case .all: return word(.all)
    case .last(let units): return word(.last) + " " + countedText(of: units)
    case .past(let units): return word(.past) + " " + countedText(of: units)
    case .this(let unit): return word(.this) + " " + self.unit(unit)
    case .toDate(let unit): return self.unit(unit) + " " + word(.to) + " " + word(.date)
    case .named(let name): return text(of: name)
    case .points(let first, let last):
      let text = text(of: first)
      return text + (last.map { " " + word(.to) + " " + self.text(of: $0) } ?? "")
    case .since(let point): return word(.since) + " " + text(of: point)
    case .until(let point): return word(.until) + " " + text(of: point)
    case .absent: return "`…`"
    }
  }

  /// `last 1 week` is `last week`.
  private mutating func countedText(of units: SpanOfUnits) -> String {
    units.count == 1 ? unit(units.unit) : text(of: units)
  }

  mutating func text(of point: PointSyntax) -> String {
    switch point.form {
    case .date(let date): date.text
    case .year(let year): "\(year)"
    case .today: word(.today)
    case .yesterday: word(.yesterday)
    }
  }

  mutating func text(of baseline: BaselineSyntax) -> String {
    switch baseline.form {
    case .previous: word(.previous)
    case .target: word(.target)
    case .ago(let units): text(of: units) + " " + word(.ago)
    case .period(let period): text(of: period)
    }
  }

  // MARK: Questions

  mutating func pieces(of items: [ItemSyntax]) -> [String] {
    var pieces: [String] = []
    for (index, item) in items.enumerated() {
      var text = text(of: item.expression)
      if let alias = item.alias { text += " " + word(.as) + " " + self.text(of: alias) }
      pieces.append(text + (index < items.count - 1 ? "," : ""))
    }
    return pieces
  }

  mutating func pieces(of clause: ClauseSyntax) -> [String] {
    switch clause.form {
    case .by(let items):
      var pieces = [word(.by)]
      pieces += self.pieces(of: items)
      return [pieces.prefix(2).joined(separator: " ")] + pieces.dropFirst(2)
    case .where(let condition): return [word(.where) + " " + text(of: condition)]
    case .having(let condition): return [word(.having) + " " + text(of: condition)]
    case .over(let period): return [word(.over) + " " + text(of: period)]
    case .asOf(let point): return [word(.asOf) + " " + text(of: point)]
    case .versus(let baselines):
      var texts: [String] = []
      let first = word(.vs)
      for baseline in baselines { texts.append(text(of: baseline)) }
      return [first + " " + texts.joined(separator: ", ")]
    case .top(let top):
      var text = word(top.isBottom ? .bottom : .top) + " \(top.count)"
      if let ranked = top.ranked { text += " " + self.text(of: ranked) }
      for path in top.per { text += " " + word(.per) + " " + self.text(of: path) }
      return [text + " " + word(.by, spelling: 1) + " " + self.text(of: top.by)]
    case .with(let others, let totals):
      var extras: [String] = []
      let first = word(.with)
      let start = cursor
      if others { extras.append(word(.others)) }
      cursor = start
      if totals { extras.append(word(.totals)) }
      return [first + " " + extras.joined(separator: ", ")]
    case .sort(let keys):
      let first = word(.sort) + " " + word(.by, spelling: 1)
      var texts: [String] = []
      for key in keys {
        var text = text(of: key.expression)
        if let direction = key.direction {
          text += " " + word(direction == .ascending ? .asc : .desc)
        }
        texts.append(text)
      }
      return [first + " " + texts.joined(separator: ", ")]
    case .limit(let count): return [word(.limit) + " \(count)"]
    case .currency(let currency):
      var text = word(.in) + " " + text(of: currency.code)
      switch currency.rate {
      case .table(let name): text += " " + word(.at) + " " + self.text(of: name)
      case .point(let point): text += " " + word(.at) + " " + self.text(of: point)
      case nil: break
      }
      return [text]
    case .fill(let fill):
      let first = word(.fill) + " "
      switch fill {
      case .zero: return [first + word(.zero)]
      case .blank: return [first + word(.blank)]
      case .previous: return [first + word(.previous)]
      case .none: return [first + word(.none)]
      }
    case .using(let name): return [word(.using) + " " + text(of: name)]
    }
  }

  // MARK: Definitions

  /// The statement word and the name.
  mutating func head(of definition: DefinitionSyntax) -> String {
    let keyword: Keyword =
      switch definition.form {
      case .metric: .metric
      case .dimension: .dimension
      case .segment: .segment
      case .source, .joinedSource: .source
      case .kind: .kind
      case .target, .targets: .target
      case .report: .report
      case .calendar: .calendar
      case .fx: .fx
      case .alias: .alias
      case .constant: .let
      case .param: .param
      case .period: .period
      }
    return word(keyword) + (definition.name.map { " " + text(of: $0) } ?? "")
  }

  /// What follows the name, for the definitions that fit one piece.
  mutating func rest(of definition: DefinitionSyntax) -> String {
    switch definition.form {
    case .segment(let condition): return "= " + text(of: condition)
    case .source(let path), .targets(let path): return word(.from) + " " + Lexer.quoted(path)
    case .joinedSource(let parts, let keys):
      return "= " + parts.map { text(of: $0) }.joined(separator: " " + word(.else) + " ") + " "
        + word(.by) + " " + keys.map { text(of: $0) }.joined(separator: ", ")
    case .fx(let path): return path.map { word(.from) + " " + Lexer.quoted($0) } ?? ""
    case .alias(let alias):
      let sign = alias.prefersFirst ? " " + word(.else) + " " : ", "
      return "= " + alias.targets.map { text(of: $0) }.joined(separator: sign)
    case .constant(let value): return "= " + text(of: value)
    case .param(let value): return value.map { "= " + text(of: $0) } ?? ""
    case .period(let period): return "= " + text(of: period)
    case .metric, .dimension, .target, .report, .kind, .calendar: return ""
    }
  }

  mutating func pieces(of entry: PropertySyntax) -> [String] {
    switch entry.form {
    case .values(let phrases): return pieces(of: phrases, after: text(of: entry.name) + ":")
    case .column(let name, let phrases):
      return pieces(of: phrases, after: word(.column) + " " + text(of: name) + ":")
    case .example(let bindings, let result):
      let first = word(.example) + ": "
      var texts: [String] = []
      for binding in bindings { texts.append(text(of: binding)) }
      return [first + texts.joined(separator: ", ") + " " + word(.gives) + " " + text(of: result)]
    case .tree(let expressions):
      var texts: [String] = []
      for expression in expressions { texts.append(text(of: expression)) }
      return [word(.tree) + ": " + texts.joined(separator: " " + word(.else) + " ")]
    case .rule(let rule):
      let first = word(rule.isRequired ? .require : .warn) + " "
      switch rule.form {
      case .condition(let condition): return [first + text(of: condition)]
      case .unique(let paths):
        return [first + word(.unique) + " " + paths.map { text(of: $0) }.joined(separator: ", ")]
      case .complete(let unit):
        return [first + word(.complete) + " " + word(.by) + " " + self.unit(unit)]
      case .fresh(let units):
        return [first + word(.fresh) + " " + word(.within) + " " + text(of: units)]
      }
    }
  }

  private mutating func pieces(of phrases: [PhraseSyntax], after head: String) -> [String] {
    var pieces: [String] = []
    for (index, phrase) in phrases.enumerated() {
      var words: [String] = index == 0 ? [head] : []
      for part in phrase.words {
        switch part {
        case .name(let path): words.append(text(of: path))
        case .literal(let literal): words.append(text(of: literal))
        case .keyword(let spelling):
          words.append(Keyword(rawValue: spelling).map { word($0) } ?? spelling)
        }
      }
      pieces.append(words.joined(separator: " ") + (index < phrases.count - 1 ? "," : ""))
    }
    return pieces
  }

  private mutating func text(of binding: BindingSyntax) -> String {
    var values: [String] = []
    for value in binding.values { values.append(text(of: value)) }
    let list = values.joined(separator: ", ")
    return text(of: binding.name) + " = " + (values.count == 1 ? list : "(" + list + ")")
  }

  // MARK: Commands

  /// What follows the command word, for the commands that fit one piece.
  mutating func rest(of command: CommandSyntax) -> String {
    switch command {
    case .load(let path, _, let source, let settings):
      var text = Lexer.quoted(path)
      if let source { text += " " + word(.as) + " " + self.text(of: source) }
      guard !settings.isEmpty else { return text }
      text += " " + word(.with)
      for (index, setting) in settings.enumerated() {
        text += " " + self.text(of: setting.name) + " = " + self.text(of: setting.value)
        if index < settings.count - 1 { text += "," }
      }
      return text
    case .show(let name, let pattern):
      return text(of: name) + (pattern.map { " " + word(.like) + " " + Lexer.quoted($0) } ?? "")
    case .describeFile(let path, _): return Lexer.quoted(path)
    case .describeKind(let name): return word(.kind) + " " + text(of: name)
    case .describe(let path): return path.single.map { topic($0) } ?? text(of: path)
    case .set(let name, .name(let value), _): return text(of: name) + " " + text(of: value)
    case .set(let name, .literal(let value), _): return text(of: name) + " " + text(of: value)
    case .include(let path, _): return Lexer.quoted(path)
    case .help(.name(let name)): return topic(name)
    case .help(.text(let text, _)): return Lexer.quoted(text)
    case .help(nil), .learn(nil), .lint: return ""
    case .learn(let lesson?):
      // As it was written: a number, a name or a text in quotes.
      if Lexer.isPlainName(lesson.text) { return lesson.text }
      return lesson.text.allSatisfy { $0.isASCII && $0.isNumber } && !lesson.text.isEmpty
        ? lesson.text : Lexer.quoted(lesson.text)
    case .quiz(let count, let seed):
      var parts = count.map { ["\($0)"] } ?? []
      if let seed { parts.append(word(.seed) + " \(seed)") }
      return parts.joined(separator: " ")
    case .exportGlossary(let path):
      let first = word(.glossary)
      return first + " " + word(.to) + " " + Lexer.quoted(path)
    case .last(let form):
      // An answer is not given a name here, but another form.
      return form.map { word(.as, spelling: 1) + " " + text(of: $0) } ?? ""
    case .verify(let path, _): return Lexer.quoted(path)
    case .showRows, .explain, .check, .checkCoverage, .why, .reconcile, .coverage, .export,
      .exportAnswer, .chart, .undo:
      return ""
    }
  }

  mutating func text(of rule: CoverageRuleSyntax) -> String {
    let first = word(rule.isRequired ? .require : .warn) + " "
    switch rule.form {
    case .complete: return first + word(.complete)
    case .fresh(let units):
      return first + word(.fresh) + " " + word(.within) + " " + text(of: units)
    }
  }

  /// `help top` asks about a reserved word, which stands there without quotes.
  private func topic(_ name: Name) -> String {
    let isReserved = !name.isQuoted && Keyword.spelled(name.text)?.isReserved == true
    return isReserved ? name.text : text(of: name)
  }
}

extension CommandSyntax {
  /// The word the command begins with.
  package var word: Keyword {
    switch self {
    case .load: .load
    case .show, .showRows: .show
    case .describe, .describeKind, .describeFile: .describe
    case .explain: .explain
    case .check, .checkCoverage: .check
    case .why: .why
    case .reconcile: .reconcile
    case .coverage: .coverage
    case .export, .exportAnswer, .exportGlossary: .export
    case .set: .set
    case .include: .include
    case .help: .help
    case .learn: .learn
    case .quiz: .quiz
    case .lint: .lint
    case .chart: .chart
    case .last: .last
    case .undo: .undo
    case .verify: .verify
    }
  }
}
