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
      lines.append(said(Phrase("never by", zh: "不能按"), list(definition.neverBy.map(word))))
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
    lines += sources(of: definition, shown: tree.sources)
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

  private func isLoaded(_ expression: ExpressionSyntax, depth: Int) -> Bool {
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
    return expression.countedSources.allSatisfy { model.source($0.folded)?.isLoaded ?? true }
  }

  private func facts(of definition: Definition, _ way: ExpressionSyntax) -> String {
    var facts: [String] = []
    if let unit = model.unitWord(of: definition) {
      facts.append(said(Phrase("unit", zh: "单位"), said(unit)))
    }
    switch definition.good {
    case .high: facts.append(said(Phrase("higher is better", zh: "越高越好")))
    case .low: facts.append(said(Phrase("lower is better", zh: "越低越好")))
    case .range: facts.append(said(Phrase("a band is best", zh: "在一个区间内最好")))
    case .neutral, nil: break
    }
    facts.append(said(additivity(of: way)))
    switch definition.lesson.nature {
    case .process:
      facts.append(said(Phrase("a process: it can be acted on now", zh: "过程指标：现在就能动手")))
    case .result: facts.append(said(Phrase("a result: known only afterwards", zh: "结果指标：事后才知道")))
    case nil: break
    }
    if let owner = definition.lesson.owner {
      facts.append(said(Phrase("who answers for it", zh: "负责人"), said(owner)))
    }
    return facts.joined(separator: said(Phrase("; ", zh: "；")))
  }

  /// Each example as the rows it is made of, and below them the formula with its numbers put in.
  private func examples(of definition: Definition) -> [String] {
    ExampleRun(model: model).results(for: definition).flatMap { result -> [String] in
      var lines = folded(
        said(Phrase("example", zh: "示例"), given(in: result.example)), hanging: 2)
      let gives = result.example.gives.written
      let numbers = result.inNumbers.map { "\($0) = \(gives)" } ?? gives
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
    for binding in example.bindings {
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
    return parts.joined(separator: said(Phrase(" | ", zh: " | ")))
  }

  private func values(of binding: BindingSyntax) -> String {
    let most = 6
    let texts = binding.values.map { $0.dateText ?? $0.written }
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
        Phrase("platforms demand", zh: "平台要求"),
        lesson.thresholds.map { said($0.text) }.joined(separator: said(Phrase("; ", zh: "；"))))
    }
    if let benchmark = lesson.benchmark { add(Phrase("usual", zh: "常见水平"), said(benchmark)) }
    if let trap = lesson.trap { add(Phrase("trap", zh: "陷阱"), said(trap)) }
    if let origin = lesson.origin { add(Phrase("taken from", zh: "取自"), said(origin)) }
    return lines
  }

  // MARK: Relatives

  /// What the metric is part of, what it is made of, and what is read beside it.
  private func related(to definition: Definition, _ way: ExpressionSyntax) -> [String] {
    let parts = metrics(in: definition.trees.first ?? way).filter {
      $0.name.key != definition.name.key
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
    // What it is made of alone, the formula has told.
    guard !users.isEmpty || !definition.trees.isEmpty || !beside.isEmpty else { return [] }
    let besideIt = said(Phrase("read beside it", zh: "一起看"), list(beside.map(labelled)))
    guard !users.isEmpty || !parts.isEmpty else { return folded(besideIt, hanging: 2) }
    var lines = [
      said(Phrase("related metrics, each above what it is made of:", zh: "相关指标，上一层由下一层构成："))
    ]
    var indent = 2
    if !users.isEmpty {
      let most = 3
      lines += folded(some(users.map(labelled), most: most), indent: indent, hanging: 2)
      indent += 2
    }
    lines.append(String(repeating: " ", count: indent) + definition.name.text)
    for part in parts {
      var line = labelled(part)
      if case .metric(let alternatives) = part.form {
        let drivers = metrics(in: part.trees.first ?? shownWay(of: alternatives))
        if !drivers.isEmpty {
          line += said(Phrase(": ", zh: "：")) + some(drivers.map(\.name.text), most: 5)
        }
      }
      lines += folded(line, indent: indent + 2, hanging: 2)
    }
    return beside.isEmpty ? lines : lines + folded(besideIt, indent: 2, hanging: 2)
  }

  /// The first of a list, and how many more there are.
  private func some(_ items: [String], most: Int) -> String {
    guard items.count > most + 1 else { return list(items) }
    let first = list(items.prefix(most))
    return said(
      Phrase(
        "\(first) and \(items.count - most) more", zh: "\(first.beforeChinese)等 \(items.count) 个"))
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

  // MARK: Sources

  /// Those of the formula that is shown, each with what feeds it, then those that may stand for them.
  private func sources(of definition: Definition, shown: [String]) -> [String] {
    var lines: [String] = []
    var known: Set<String> = []
    for name in shown {
      guard let source = model.source(name.folded) else { continue }
      known.formUnion([name, source.name])
      let most = shown.count > 2 ? 1 : 2
      lines += folded(
        line(for: source, writtenAs: name, naming: most), indent: 2, hanging: 4)
    }
    guard !lines.isEmpty else { return [] }
    let others = model.sourceNames(of: definition).filter { !known.contains($0) }
    let loaded = others.filter { model.source($0.folded)?.isLoaded == true }
    let unfed = others.filter { !loaded.contains($0) }
    if !loaded.isEmpty {
      lines += folded(
        said(Phrase("or, loaded as well", zh: "也已载入"), list(loaded)), indent: 2, hanging: 4)
    }
    if !unfed.isEmpty {
      lines += folded(
        said(Phrase("or, not loaded", zh: "也可取自（未载入）"), some(unfed, most: 4)),
        indent: 2, hanging: 4)
    }
    return [said(Phrase("reads:", zh: "读取："))] + lines
  }

  private func line(
    for source: SourceSchema, writtenAs name: String, naming most: Int
  ) -> String {
    var text = name
    let parts = workspace.joinedSources.first { $0.name == name }?.parts ?? []
    if source.name != name {
      text += said(Phrase(", here \(source.name)", zh: "，这里是 \(source.name)"))
    } else if let first = parts.first {
      let more = parts.count - 1
      text += said(
        Phrase(
          ", which is \(first) or \(more) other reports", zh: "（即 \(first) 等 \(more + 1) 种报告）"))
    }
    if let count = source.extent?.rowCount {
      let number = NumberStyle.text(count)
      text += said(Phrase(count == 1 ? ", 1 row" : ", \(number) rows", zh: "，\(number) 行"))
    } else {
      text += said(Phrase(", not loaded", zh: "，未载入"))
    }
    let feeds = feeds(of: source)
    guard !feeds.isEmpty else { return text }
    let kinds = feeds.prefix(feeds.count == most + 1 ? most + 1 : most)
      .joined(separator: said(Phrase("; ", zh: "；")))
    let all = Phrase(
      "\(kinds); and \(feeds.count - most) more kinds of export",
      zh: "\(kinds.beforeChinese)等 \(feeds.count) 种报告")
    return text + said(Phrase(": ", zh: "：")) + (feeds.count > most + 1 ? said(all) : kinds)
  }

  /// The kinds of export that a source is filled from, by what they are called.
  private func feeds(of source: SourceSchema) -> [String] {
    source.fedBy.map { label in
      guard workspace.settings.language == .chinese else { return label }
      return workspace.kinds.first { $0.label == label }?.chineseLabel ?? label
    }
  }

  // MARK: Dimensions

  /// What it can be asked by, from one source or another: those that are loaded, else all.
  private func dimensions(
    of definition: Definition, _ alternatives: [ExpressionSyntax]
  ) -> [String] {
    let aggregates = alternatives.flatMap { model.formulaOf($0)?.aggregates ?? [] }
    guard aggregates.contains(where: { !model.isOwn($0.source) }) else { return [] }
    let loaded = alternatives.filter { isLoaded($0, depth: 0) }
    let never = definition.neverBy.map(\.key)
    let names = model.catalogue.dimensions.filter { dimension in
      !never.contains(dimension.name.key)
        && (loaded.isEmpty ? alternatives : loaded).contains {
          model.canAsk($0, by: dimension.name, loaded: !loaded.isEmpty, depth: 0)
        }
    }.map(typedName)
    let title =
      loaded.isEmpty
      ? Phrase("can be asked by, if the files loaded have it", zh: "可以按（载入的文件里有才行）")
      : Phrase("can be asked by", zh: "可以按")
    let steps =
      aggregates.allSatisfy { model.source($0.source)?.dayColumn != nil }
      ? [said(Phrase("day, week, month …", zh: "日、周、月……"))] : []
    guard !names.isEmpty || !steps.isEmpty else { return [] }
    return folded(said(title, list(names + steps)), hanging: 2)
  }

  /// In Chinese the label, which can be typed as well.
  private func typedName(_ dimension: Definition) -> String {
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

extension Model {
  /// Whether each source that a formula reads knows a dimension, where a metric in it may take
  /// another of its sources.
  fileprivate func canAsk(
    _ expression: ExpressionSyntax, by dimension: Name, loaded: Bool, depth: Int
  ) -> Bool {
    guard depth < 16 else { return false }
    let read = Set(formulaOf(expression)?.aggregates.map(\.source) ?? [])
    var direct: Set<String> = []
    var hasMetrics = false
    for path in expression.namePaths {
      if let name = path.single,
        case .metric(let alternatives)? = catalogue.definition(name.key)?.form
      {
        hasMetrics = true
        guard
          alternatives.contains(where: {
            canAsk($0, by: dimension, loaded: loaded, depth: depth + 1)
          })
        else { return false }
      } else if path.parts.count > 1, read.contains(path.parts[0].key) {
        direct.insert(path.parts[0].key)
      }
    }
    return (hasMetrics ? direct : read).allSatisfy { key in
      (!loaded || source(key)?.isLoaded == true) && knows(dimension, in: key)
    }
  }

  /// A table of one's own, of which no dimension that ships needs to tell.
  fileprivate func isOwn(_ key: String) -> Bool { source(key)?.fedBy.isEmpty ?? true }
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
