// `describe` of a metric: on one screen what a new colleague has to know of it.
import KepiColumns
import KepiDiagnostics
import KepiReports
import KepiSemantics
import KepiSyntax

extension Describer {
  func metric(_ definition: Definition, _ alternatives: [ExpressionSyntax]) -> [String] {
    var lines: [String] = []
    let labels = definition.lesson.labels.map { "\($0.text) (\($0.language))" }
    if !labels.isEmpty {
      lines += folded(said(Phrase("in other languages", zh: "其他语言"), list(labels)), hanging: 2)
    }
    if !definition.lesson.also.isEmpty {
      lines += folded(
        said(Phrase("also called", zh: "也叫"), list(definition.lesson.also)), hanging: 2)
    }
    lines.append("")
    if let words = inWords(alternatives[0]) {
      lines += folded(said(Phrase("in words", zh: "用文字说"), words), hanging: 2)
    }
    var seen: Set<String> = []
    tree(definition, alternatives, indent: 0, &seen, &lines)
    lines.append("")
    lines += folded(facts(of: definition, alternatives), hanging: 2)
    if !definition.neverBy.isEmpty {
      lines.append(said(Phrase("never by", zh: "不能按"), list(definition.neverBy.map(\.text))))
    }
    if !definition.per.isEmpty {
      lines.append(said(Phrase("of one", zh: "属于单个"), list(definition.per.map(\.text))))
    }
    lines += examples(of: definition)
    lines += lesson(of: definition)
    let users = model.catalogue.metrics.filter { other in
      guard case .metric(let expressions) = other.form else { return false }
      return expressions.contains { expression in
        expression.namePaths.contains { $0.single?.key == definition.name.key }
      }
    }
    if !users.isEmpty {
      lines += folded(
        said(Phrase("part of", zh: "用于"), list(users.map(\.name.text))), hanging: 2)
    }
    lines += sources(of: definition)
    let dimensions = dimensions(of: alternatives, without: definition.neverBy.map(\.key))
    if !dimensions.isEmpty {
      lines += folded(
        said(Phrase("can be asked by", zh: "可以按"), list(dimensions)), hanging: 2)
    }
    return lines
  }

  private func facts(of definition: Definition, _ alternatives: [ExpressionSyntax]) -> String {
    var facts: [String] = []
    if let word = definition.lesson.unitWord {
      let phrase = word == "hours" ? Phrase("hours", zh: "小时") : Phrase("a score", zh: "评分")
      facts.append(said(Phrase("unit", zh: "单位"), said(phrase)))
    } else if let unit = model.unit(of: definition) {
      facts.append(said(Phrase("unit", zh: "单位"), said(unit.word)))
    }
    switch definition.good {
    case .high: facts.append(said(Phrase("higher is better", zh: "越高越好")))
    case .low: facts.append(said(Phrase("lower is better", zh: "越低越好")))
    case .range: facts.append(said(Phrase("a band is best", zh: "在一个区间内最好")))
    case .neutral, nil: break
    }
    facts.append(said(additivity(of: alternatives[0])))
    switch definition.lesson.nature {
    case .process:
      facts.append(said(Phrase("a process: it can be acted on now", zh: "过程指标：现在就能动手")))
    case .result: facts.append(said(Phrase("a result: seen when it is over", zh: "结果指标：事后才看得到")))
    case nil: break
    }
    if let owner = definition.lesson.owner {
      facts.append(said(Phrase("owner", zh: "负责人"), said(owner)))
    }
    return facts.joined(separator: said(Phrase("; ", zh: "；")))
  }

  /// Each example as it is written, and below it the formula with its numbers put in.
  private func examples(of definition: Definition) -> [String] {
    ExampleRun(model: model).results(for: definition).flatMap { result -> [String] in
      let bindings = result.example.bindings.map { binding in
        let values = binding.values.map(\.plainText)
        return "\(binding.name.text) = "
          + (values.count == 1 ? values[0] : "(" + values.joined(separator: ", ") + ")")
      }
      let gives = result.example.gives.written
      let computed =
        result.holds
        ? Phrase("(computed: the same)", zh: "（计算结果相同）")
        : Phrase(
          "(computed: \(result.computed.plainText))", zh: "（计算结果为 \(result.computed.plainText)）")
      var lines = folded(
        said(Phrase("example", zh: "示例"), bindings.joined(separator: ", "))
          + said(Phrase(" gives \(gives)", zh: " 得 \(gives)")) + "   " + said(computed),
        hanging: 2)
      if let numbers = result.inNumbers {
        lines += folded("\(definition.name.text) = \(numbers) = \(gives)", indent: 2, hanging: 4)
      }
      return lines
    }
  }

  private func lesson(of definition: Definition) -> [String] {
    let lesson = definition.lesson
    var lines: [String] = []
    func add(_ name: Phrase, _ text: String) {
      if !text.isEmpty { lines += folded(said(name, text), hanging: 2) }
    }
    if !lesson.thresholds.isEmpty {
      lines.append(said(Phrase("platforms demand:", zh: "平台要求：")))
      for threshold in lesson.thresholds {
        lines += folded(said(threshold.text), indent: 2, hanging: 4)
      }
    }
    if let benchmark = lesson.benchmark { add(Phrase("usual", zh: "常见水平"), said(benchmark)) }
    if let trap = lesson.trap { add(Phrase("trap", zh: "陷阱"), said(trap)) }
    let beside = lesson.beside.map { name -> String in
      let label = model.catalogue.definition(name.key)?.label(in: workspace.settings.language)
      return label.map { "\(name.text) (\($0))" } ?? name.text
    }
    if !beside.isEmpty { add(Phrase("read beside it", zh: "一起看"), list(beside)) }
    if let origin = lesson.origin { add(Phrase("taken from", zh: "取自"), said(origin)) }
    return lines
  }

  private func sources(of definition: Definition) -> [String] {
    let sources = model.sourceNames(of: definition)
    guard !sources.isEmpty else { return [] }
    var list: [String] = []
    var unfed: [String] = []
    for name in sources {
      if let rows = model.source(name.folded)?.extent?.rowCount {
        let count = NumberStyle.text(rows)
        list.append(
          name + said(Phrase(rows == 1 ? " (1 row)" : " (\(count) rows)", zh: "（\(count) 行）")))
      } else {
        unfed.append(name)
      }
    }
    var lines: [String] = []
    if !list.isEmpty {
      lines += folded(said(Phrase("reads", zh: "读取"), self.list(list)), hanging: 2)
    }
    if !unfed.isEmpty {
      let title =
        list.isEmpty
        ? Phrase("reads, but nothing is loaded of", zh: "读取，但均未载入")
        : Phrase("not loaded", zh: "未载入")
      lines += folded(said(title, unfed.joined(separator: ", ")), hanging: 2)
    }
    return lines
  }

  /// What it can be asked by, from one source or another.
  private func dimensions(
    of alternatives: [ExpressionSyntax], without never: [String]
  ) -> [String] {
    let aggregates = alternatives.flatMap { model.formulaOf($0)?.aggregates ?? [] }
    guard aggregates.contains(where: { !model.isOwn($0.source) }) else { return [] }
    return model.catalogue.dimensions.filter { dimension in
      !never.contains(dimension.name.key)
        && alternatives.contains { model.canAsk($0, by: dimension.name, depth: 0) }
    }.map { dimension in
      let name = dimension.name.text
      guard workspace.settings.language == .chinese, let label = dimension.chineseLabel else {
        return name
      }
      return "\(label) (\(name))"
    }
  }

  /// A formula with labels for names; `nil` where that says nothing new.
  func inWords(_ expression: ExpressionSyntax) -> String? {
    let language = workspace.settings.language
    return expression.spelt { name in
      model.catalogue.definition(NameFolding.key(name))?.label(in: language)
    }
  }
}

extension Model {
  /// Whether each source that a formula reads knows a dimension, where a metric in it may take
  /// another of its sources.
  fileprivate func canAsk(_ expression: ExpressionSyntax, by dimension: Name, depth: Int) -> Bool {
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
          alternatives.contains(where: { canAsk($0, by: dimension, depth: depth + 1) })
        else { return false }
      } else if path.parts.count > 1, read.contains(path.parts[0].key) {
        direct.insert(path.parts[0].key)
      }
    }
    return (hasMetrics ? direct : read).allSatisfy { knows(dimension, in: $0) }
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
