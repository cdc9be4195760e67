// `describe` of a metric: on one screen what a new colleague has to know of it.
import KepiCatalogue
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

extension Describer {
  func metric(_ definition: Definition, _ alternatives: [ExpressionSyntax]) -> [String] {
    var lines = [""]
    let way = shownWay(of: alternatives)
    if let words = inWords(way) {
      lines += folded(said(Phrase("in words", zh: "用文字说"), words), hanging: 2)
    }
    var tree = FormulaTree(describer: self)
    tree.add(definition, alternatives)
    if tree.lines.count > 14 {
      // All of it is to stay on one screen.
      tree = FormulaTree(describer: self, explains: false)
      tree.add(definition, alternatives)
    }
    lines += tree.lines
    lines.append("")
    lines += folded(facts(of: definition, way), hanging: 2)
    if !definition.neverBy.isEmpty {
      lines.append(
        said(Phrase("never broken down by", zh: "不能按以下维度看"), list(definition.neverBy.map(word))))
    }
    if !definition.per.isEmpty {
      let names = definition.per.map(word)
      lines.append(
        said(
          Phrase(
            "only for one \(names.joined(separator: " and ")) at a time",
            zh: "每次只能看一个\(list(names).afterChinese)")))
    }
    lines += examples(of: definition)
    lines += lesson(of: definition)
    lines += related(to: definition, way)
    lines += sources(of: definition, shown: tree.sources, missing: wanting(in: way, depth: 0))
    lines += dimensions(of: definition, alternatives)
    return lines
  }

  private func word(_ name: Name) -> String {
    model.catalogue.definition(name.key).map(typedName) ?? name.text
  }

  // MARK: Ways

  /// The formula that answers: the first whose sources are loaded, else the preferred one.
  func shownWay(of alternatives: [ExpressionSyntax]) -> ExpressionSyntax {
    alternatives.first { isLoaded($0, depth: 0) } ?? alternatives[0]
  }

  func isLoaded(_ expression: ExpressionSyntax, depth: Int) -> Bool {
    guard depth < 16 else { return false }
    for path in expression.namePaths {
      if let name = path.single {
        guard case .metric(let inner)? = model.catalogue.definition(name.key)?.form else {
          continue
        }
        guard inner.contains(where: { isLoaded($0, depth: depth + 1) }) else { return false }
      } else if let source = model.source(path.parts[0].key), !source.isLoaded {
        return false
      }
    }
    guard expression.countedSources.allSatisfy({ model.source($0.folded)?.isLoaded ?? true })
    else { return false }
    return missingColumns(in: expression).isEmpty
  }

  /// Columns of loaded sources that no file has, in a formula and the metrics that it is made of.
  private func wanting(in way: ExpressionSyntax, depth: Int) -> [ColumnReference] {
    guard depth < 16 else { return [] }
    var found = missingColumns(in: way).filter { model.source($0.source)?.isLoaded == true }
    for inner in metrics(in: way) {
      guard case .metric(let alternatives) = inner.form else { continue }
      found += wanting(in: shownWay(of: alternatives), depth: depth + 1)
    }
    return found
  }

  /// Columns that no file has, and without which a formula is refused.
  func missingColumns(in expression: ExpressionSyntax) -> [ColumnReference] {
    let isLeaf = expression.namePaths.allSatisfy { path in
      path.single.map { !model.catalogue.isMetric($0.key) } ?? true
    }
    guard isLeaf, let formula = model.formulaOf(expression) else { return [] }
    return formula.aggregates.map(\.argument).filter(model.lacksColumns).compactMap {
      $0?.columns.first
    }
  }

  private func facts(of definition: Definition, _ way: ExpressionSyntax) -> String {
    var facts: [String] = []
    if let unit = model.unitWord(of: definition) {
      let isMoney = if case .money? = model.unit(of: definition) { true } else { false }
      let currency = Phrase(
        "\(unit.english), one currency at a time", zh: "\(unit.chinese)（一次一种币种）")
      facts.append(said(Phrase("unit", zh: "单位"), said(isMoney ? currency : unit)))
    }
    switch definition.good {
    case .high: facts.append(said(Phrase("higher is better", zh: "越高越好")))
    case .low: facts.append(said(Phrase("lower is better", zh: "越低越好")))
    case .range: facts.append(said(Phrase("too low and too high are both bad", zh: "过低过高都不好")))
    case .neutral, nil: break
    }
    facts.append(said(combining(definition, way)))
    switch definition.lesson.nature {
    case .process:
      facts.append(said(Phrase("process: shows early where to act", zh: "过程指标：现在就能采取措施")))
    case .result:
      facts.append(said(Phrase("result: known only afterwards", zh: "结果指标：事后才知道")))
    case nil: break
    }
    if let owner = definition.lesson.owner {
      facts.append(said(Phrase("responsible role", zh: "负责岗位"), said(owner)))
    }
    return facts.joined(separator: said(Phrase("; ", zh: "；")))
  }

  /// Each example as the rows it is made of, and below them the formula with its numbers put in.
  private func examples(of definition: Definition) -> [String] {
    let run = ExampleRun(model: model)
    return run.results(for: definition).flatMap { result -> [String] in
      var lines = folded(
        said(Phrase("example", zh: "示例"), given(in: result.example)), hanging: 2)
      let gives = result.example.gives.written
      var numbers = result.inNumbers.map { "\($0) = \(gives)" } ?? gives
      if let wrong = run.meanOfRows(of: definition, in: result.example) {
        numbers += said(
          Phrase(
            ", not \(wrong.mean), the mean of \(wrong.rows.dropLast().listed(in: .english)) and \(wrong.rows.last ?? "")",
            zh: "，不是各行 \(wrong.rows.listed(in: .chinese)) 的均值 \(wrong.mean)"))
      }
      lines += folded("\(definition.name.text) = \(numbers)", indent: 2, hanging: 4)
      if !result.holds {
        let computed = result.computed.plainText
        lines += folded(
          said(Phrase("but it comes to \(computed)", zh: "但算出的是 \(computed)")), indent: 2)
      }
      return lines
    }
  }

  /// What an example takes for granted, source by source: `ads_by_type: spend 50, 150`.
  private func given(in example: Definition.Example) -> String {
    var places: [String] = []
    var columns: [String: [String]] = [:]
    var asked: [String] = []
    for binding in example.bindings {
      if let name = binding.name.single, !model.catalogue.isMetric(name.key) {
        asked.append("\(name.text) \(values(of: binding))")
        continue
      }
      let place = binding.name.parts.count > 1 ? binding.name.parts[0].text : ""
      if !places.contains(place) { places.append(place) }
      columns[place, default: []].append("\(binding.name.last.text) \(values(of: binding))")
    }
    let parts = places.map { place in
      let text = (columns[place] ?? []).joined(separator: said(Phrase("; ", zh: "；")))
      return place.isEmpty
        ? text
        : said(Phrase("rows of \(place) with \(text)", zh: "\(place) 的行：\(text)"))
    }
    let rows = parts.joined(separator: said(Phrase(" | ", zh: " | ")))
    let question = said(Phrase("asked for \(list(asked))", zh: "查询 \(list(asked))"))
    return asked.isEmpty ? rows : rows + said(Phrase(" | ", zh: " | ")) + question
  }

  private func values(of binding: BindingSyntax) -> String {
    let texts = binding.values.map { $0.dateText ?? $0.written }
    // The examples give their days in order.
    if texts.count > 4, binding.values.allSatisfy({ $0.dateText != nil }) {
      return said(
        Phrase(
          "\(texts[0]) to \(texts[texts.count - 1])", zh: "\(texts[0]) 至 \(texts[texts.count - 1])")
      )
    }
    let most = 10
    guard texts.count > most + 2 else { return texts.joined(separator: ", ") }
    return texts.prefix(most).joined(separator: ", ")
      + said(Phrase(" … (\(texts.count) of them)", zh: " …（共 \(texts.count) 个）"))
  }

  private func lesson(of definition: Definition) -> [String] {
    let lesson = definition.lesson
    var lines: [String] = []
    func add(_ name: Phrase, _ text: String) {
      if !text.isEmpty { lines += folded(said(name, text), hanging: 2) }
    }
    if !lesson.thresholds.isEmpty {
      add(
        Phrase("platforms require", zh: "平台要求"),
        lesson.thresholds.map { said($0.text) }.joined(separator: said(Phrase("; ", zh: "；"))))
    }
    if let benchmark = lesson.benchmark { add(Phrase("usual values", zh: "常见水平"), said(benchmark)) }
    if let trap = lesson.trap { add(Phrase("trap", zh: "陷阱"), said(trap)) }
    if let origin = lesson.origin { add(Phrase("data", zh: "数据来源"), said(origin)) }
    return lines
  }

  // MARK: Relatives

  /// What the metric is part of, what it is made of, and what is read beside it.
  private func related(to definition: Definition, _ way: ExpressionSyntax) -> [String] {
    var parts = metrics(in: definition.trees.first ?? way).filter {
      $0.name.key != definition.name.key
    }
    // What it is made of alone, the formula has told, and so what those are made of.
    if definition.trees.isEmpty {
      parts.removeAll { part in !part.trees.contains { isShort($0) } }
    } else if parts.count > 6 {
      parts = []
    }
    let users = model.catalogue.metrics.filter { other in
      guard case .metric(let expressions) = other.form, other.name.key != definition.name.key,
        !parts.contains(where: { $0.name.key == other.name.key })
      else { return false }
      return (expressions + other.trees).contains { expression in
        expression.namePaths.contains { $0.single?.key == definition.name.key }
      }
    }
    let beside = definition.lesson.beside.compactMap { model.catalogue.definition($0.key) }
    guard !users.isEmpty || !definition.trees.isEmpty || !beside.isEmpty else { return [] }
    let besideIt = said(Phrase("read beside it", zh: "一起看"), list(beside.map(labelled)))
    guard !users.isEmpty || !parts.isEmpty else {
      return folded(besideIt, hanging: 2)
    }
    var lines = [said(Phrase("related metrics:", zh: "相关指标："))]
    var indent = 2
    if !users.isEmpty {
      let most = 3
      var text = some(users.map(labelled), most: most)
      if users.count == 1 { text += made(of: users[0], with: definition) }
      lines += folded(said(Phrase("part of", zh: "用于"), text), indent: indent, hanging: 2)
    }
    let own =
      parts.isEmpty ? "" : definition.trees.first.map { " = " + SyntaxPrinter.text(of: $0) } ?? ""
    if !own.isEmpty {
      lines += folded(definition.name.text + own, indent: indent, hanging: 4)
      indent += 2
    }
    for part in parts {
      lines += folded(labelled(part) + made(of: part), indent: indent, hanging: 4)
    }
    return beside.isEmpty ? lines : lines + folded(besideIt, indent: 2, hanging: 2)
  }

  /// ` = ad_spend / clicks`: what a metric is made of, where that is other metrics.
  private func made(of definition: Definition, with part: Definition? = nil) -> String {
    guard case .metric(let alternatives) = definition.form else { return "" }
    let short = (definition.trees + [shownWay(of: alternatives)]).first { way in
      let names = metrics(in: way).map(\.name.key)
      return isShort(way) && (part.map { names.contains($0.name.key) } ?? true)
    }
    return short.map { " = " + SyntaxPrinter.text(of: $0) } ?? ""
  }

  /// Whether it is of a few metrics, which a line can name.
  private func isShort(_ way: ExpressionSyntax) -> Bool {
    (1...6).contains(metrics(in: way).count)
  }

  /// The first of a list, and how many more there are.
  func some(_ items: [String], most: Int) -> String {
    guard items.count > most + 1 else { return list(items) }
    let first = list(items.prefix(most))
    return said(
      Phrase(
        "\(first) and \(items.count - most) more", zh: "\(first.beforeChinese)等，共 \(items.count) 个")
    )
  }

  private func labelled(_ definition: Definition) -> String {
    let label = definition.label(in: workspace.settings.language)
    return definition.name.text + (label.map { " (\($0))" } ?? "")
  }

  /// Each once, in the order of the formula.
  private func metrics(in expression: ExpressionSyntax) -> [Definition] {
    var found: [Definition] = []
    for path in expression.namePaths {
      guard let name = path.single, let inner = model.catalogue.definition(name.key),
        case .metric = inner.form, !found.contains(where: { $0.name.key == inner.name.key })
      else { continue }
      found.append(inner)
    }
    return found
  }

  // MARK: Words

  /// In Chinese the label, which can be typed as well.
  func typedName(_ dimension: Definition) -> String {
    let name = dimension.name.text
    guard workspace.settings.language == .chinese, let label = dimension.chineseLabel,
      label != name
    else { return name }
    let word = NamePath([Name(label, at: dimension.span)]).last
    let isTyped =
      word.key == dimension.name.key
      || model.catalogue.definition(word.key)?.name.key == dimension.name.key
    return isTyped ? label : "\(label) (\(name))"
  }

  /// A formula in words; `nil` where those say nothing new.
  func inWords(_ expression: ExpressionSyntax) -> String? {
    let isToldApart = expression.namePaths.contains { path in
      guard let name = path.single, let definition = model.catalogue.definition(name.key) else {
        return ColumnWords.column(path.last.text) != nil
      }
      return definition.label(in: workspace.settings.language) != nil
    }
    guard isToldApart || !expression.countedSources.isEmpty else { return nil }
    return FormulaInWords(model: model, language: workspace.settings.language)
      .wording(of: expression)
  }
}

extension Definition {
  /// What it is, in both languages where both are written.
  var meaning: Phrase {
    let english = documentation.joined(separator: " ")
    let chinese = lesson.chineseDocumentation.joined()
    return Phrase(
      english.isEmpty ? chinese : english, zh: chinese.isEmpty ? english : chinese)
  }
}

extension Definition.Threshold {
  /// `Amazon US: at least 90 % since 2024-09-25 (14 days)`.
  var text: Phrase {
    let limit = limit.written
    let sense: Phrase =
      switch sense {
      case .below: Phrase("below \(limit)", zh: "低于 \(limit)")
      case .above: Phrase("above \(limit)", zh: "高于 \(limit)")
      case .most: Phrase("at most \(limit)", zh: "不超过 \(limit)")
      case .least: Phrase("at least \(limit)", zh: "不低于 \(limit)")
      }
    var english = "\(place): \(sense.english)"
    var chinese = "\(place)：\(sense.chinese)"
    if let first, let last {
      english += " from \(first.text) to \(last.text)"
      chinese += "，\(first.text) 至 \(last.text)"
    } else if let first {
      english += " since \(first.text)"
      chinese += "，自 \(first.text) 起"
    } else if let last {
      english += " until \(last.text)"
      chinese += "，至 \(last.text)"
    }
    if let remark {
      english += " (\(remark.english))"
      chinese += "（\(remark.chinese)）"
    }
    return Phrase(english, zh: chinese)
  }
}

extension Value {
  /// A number in as few digits as tell it apart.
  var shortText: String {
    guard case .approximate(let number) = self else { return plainText }
    let digits = (number * 10_000).rounded()
    guard let scaled = Int64(exactly: digits) else { return plainText }
    return ExactNumber(Int128(scaled), scale: 4).trimmed().plainText
  }
}

extension ExpressionSyntax {
  /// A formula of metrics alone with other words for their names; `nil` where it is more than
  /// arithmetic over them, or where a name has no other word.
  func spelt(_ word: (String) -> String?) -> String? {
    switch form {
    case .name(let path): return path.single.flatMap { name in word(name.text) }
    case .literal, .quantity: return SyntaxPrinter.text(of: self)
    case .parenthesised(let inner): return inner.spelt(word).map { "(\($0))" }
    case .negated(let inner): return inner.spelt(word).map { "-\($0)" }
    case .binary(let sign, let left, let right):
      guard let first = left.spelt(word), let second = right.spelt(word) else { return nil }
      return "\(first) \(sign.rawValue) \(second)"
    default: return nil
    }
  }
}
