// What a metric of one's own lacks for others to read it right.
import KepiColumns
import KepiDiagnostics
import KepiReports
import KepiSemantics
import KepiSyntax

struct MetricLint {
  let model: Model

  /// On all definitions of one's own, in their order.
  func remarks(texts: SourceMap) -> [Diagnostic] {
    model.catalogue.definitions.filter { !$0.isShipped }.flatMap { remarks(on: $0, texts) }
  }

  private func remarks(on definition: Definition, _ texts: SourceMap) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if case .metric(let alternatives) = definition.form {
      let block = DefinitionBlock(definition, texts)
      found += missing(definition, alternatives, block)
      found += alternatives.flatMap { means(in: $0, of: definition.name, isWhole: true) }
    }
    if let hidden = hiddenName(definition) { found.append(hidden) }
    return found.map { $0.about(definition.span) }
  }

  /// What makes a number wrong, and not only hard to read: said wherever it is defined.
  func wrongNumbers(in definition: DefinitionSyntax) -> [Diagnostic] {
    guard case .metric(let alternatives) = definition.form, let name = definition.name else {
      return []
    }
    return alternatives.flatMap { means(in: $0, of: name, isWhole: true) }
      .map { $0.about(definition.span) }
  }

  // MARK: What is missing

  private func missing(
    _ definition: Definition, _ alternatives: [ExpressionSyntax], _ block: DefinitionBlock
  ) -> [Diagnostic] {
    let name = definition.name
    var found: [Diagnostic] = []
    let formula = model.formulaOf(alternatives[0])
    let suggested = suggestedUnit(alternatives[0], formula?.unit)
    if definition.unit == nil {
      found.append(
        .note(
          .unitMissing,
          Phrase("`\(name.text)` does not say its unit", zh: "`\(name.text)` 没有写单位"), at: name.span,
          mends: suggested.map { [block.adding("unit: \($0)", title: .write)] } ?? []))
    }
    if definition.good == nil {
      found.append(
        .note(
          .directionMissing,
          Phrase(
            "`\(name.text)` does not say whether more is better",
            zh: "`\(name.text)` 没有写明高好还是低好"), at: name.span,
          mends: [
            block.adding("good: high", title: Phrase("Where more is better:", zh: "越高越好时："))
          ]))
    }
    if definition.label == nil {
      let label = name.text.asLabel
      found.append(
        .note(
          .labelMissing,
          Phrase("`\(name.text)` has no label for people", zh: "`\(name.text)` 没有给人看的名称"),
          at: name.span, mends: [block.adding("label: \(Lexer.quoted(label))", title: .write)]))
    }
    if definition.chineseLabel == nil {
      let mend = definition.label.flatMap { _ in block.addingToLabel(chineseWords(alternatives[0]))
      }
      found.append(
        .note(
          .labelMissing,
          Phrase("`\(name.text)` has no Chinese label", zh: "`\(name.text)` 没有中文名称"), at: name.span,
          details: mend == nil
            ? [
              Phrase(
                "It stands behind the other:   label: \"…\", zh \"…\"",
                zh: "写在英文名称后面：   label: \"…\", zh \"…\"")
            ] : [], mends: mend.map { [$0] } ?? []))
    }
    if definition.examples.isEmpty {
      let isPercent = definition.unit.map { $0 == .percent } ?? (suggested == "percent")
      let example = example(for: definition, alternatives[0], isPercent: isPercent)
      found.append(
        .note(
          .exampleMissing,
          Phrase("`\(name.text)` has no worked example", zh: "`\(name.text)` 没有示例"), at: name.span,
          mends: example.map { [block.adding($0, title: .write)] } ?? []))
    }
    return found
  }

  /// As a property names it. A quotient of two like amounts is a percentage more often than not.
  private func suggestedUnit(_ expression: ExpressionSyntax, _ unit: Unit?) -> String? {
    if case .binary(.divided, let left, let right) = expression.form, unit == .number,
      let over = model.formulaOf(left)?.unit, let under = model.formulaOf(right)?.unit,
      over.name == under.name
    {
      return "percent"
    }
    switch unit {
    case .money: return "money"
    case .count: return "count"
    case .number: return "number"
    case .percent: return "percent"
    case .days: return "days"
    case .text, .date, .truth, nil: return nil
    }
  }

  /// The formula in Chinese labels, where each of its names has one.
  private func chineseWords(_ expression: ExpressionSyntax) -> String? {
    expression.spelt { model.catalogue.definition(NameFolding.key($0))?.chineseLabel }
  }

  /// A line of made-up numbers with the result that the engine gives.
  private func example(
    for definition: Definition, _ expression: ExpressionSyntax, isPercent: Bool
  ) -> String? {
    var names: [String] = []
    for path in expression.namePaths {
      let isColumn = path.parts.count == 2 && model.source(path.parts[0].key) != nil
      let isMetric = path.single.map { model.catalogue.isMetric($0.key) } ?? false
      guard isColumn || isMetric else { return nil }
      let text = path.parts.map { $0.text.quotedAsName }.joined(separator: ".")
      if !names.contains(text) { names.append(text) }
    }
    guard !names.isEmpty, names.count <= 4 else { return nil }
    for numbers in [[30, 120, 40, 60], [90, 120, 30, 20], [100, 50, 25, 10], [6, 3, 2, 1]] {
      let bound = zip(names, numbers).map { "\($0) = \($1)" }.joined(separator: ", ")
      let parsed = ScriptSyntax.parse(
        SourceText(id: .init(0), name: "", text: "metric x = 1 { example: \(bound) gives 0 }"))
      guard case .definition(let syntax)? = parsed.script.statements.first?.form,
        var trial = Definition.read(syntax, isShipped: false).definition
      else { return nil }
      trial = Definition(
        name: definition.name, form: definition.form, documentation: [], examples: trial.examples,
        span: definition.span, isShipped: false)
      guard let computed = ExampleRun(model: model).results(for: trial).first?.computed,
        !computed.isBlank
      else { continue }
      let text = computed.plainText
      guard text.count <= 8, text.contains(where: { "123456789".contains($0) }) else { continue }
      let hundredfold = computed.double.map { $0 * 100 } ?? 0
      let shown =
        isPercent && hundredfold == hundredfold.rounded() && hundredfold.magnitude < 1e6
        ? "\(Int(hundredfold))%" : text
      return "example: \(bound) gives \(shown)"
    }
    return nil
  }

  // MARK: What is wrong

  /// `avg(a / b)`: every row counts the same, whether it stands for one euro or a thousand.
  private func means(
    in expression: ExpressionSyntax, of name: Name, isWhole: Bool
  ) -> [Diagnostic] {
    if case .call(let path, false, let arguments) = expression.form, path.single?.key == "avg",
      arguments.count == 1, let quotient = arguments[0].quotient
    {
      let sums = "sum(\(text(quotient.over))) / sum(\(text(quotient.under)))"
      return [
        .note(
          .meanOfRatios,
          Phrase(
            "`\(name.text)` is a mean of ratios: a row of one sale weighs as much as a row of a"
              + " thousand", zh: "`\(name.text)` 是比率的平均：一单的行和一千单的行权重一样"),
          at: expression.span,
          mends: [
            .init(
              Phrase("The sums, divided once:", zh: "先加总，再相除："),
              [.init(expression.span, isWhole ? sums : "(\(sums))")])
          ])
      ]
    }
    return expression.children.flatMap { means(in: $0, of: name, isWhole: false) }
  }

  private func text(_ expression: ExpressionSyntax) -> String {
    SyntaxPrinter.text(of: expression)
  }

  /// A name that ships means something else from here on: a colleague will read the old number.
  private func hiddenName(_ definition: Definition) -> Diagnostic? {
    let name = definition.name
    guard let shipped = ShippedCatalogue.shared.catalogue[name.key] else { return nil }
    let free = "own_" + name.text
    let hides: Phrase
    switch shipped.form {
    case .alias(let alias):
      let targets = alias.targets.map(\.text)
      hides = Phrase(
        "`\(name.text)` hides a name that ships, which means \(targets.listed(in: .english))",
        zh: "`\(name.text)` 盖住了自带的名称，它本来指\(targets.listed(in: .chinese).afterChinese)")
    case .metric, .dimension, .segment, .constant, .parameter, .period, .report:
      hides = Phrase(
        "`\(name.text)` hides what ships under this name", zh: "`\(name.text)` 盖住了同名的自带定义")
    }
    return .note(
      .hidesShipped, hides, at: name.span,
      mends: [
        .init(
          Phrase("By a name of its own:", zh: "换一个自己的名称："),
          [.init(name.span, free.quotedAsName)])
      ])
  }
}

/// Where properties can be put into a definition.
private struct DefinitionBlock {
  private let definition: Definition
  private let text: SourceText?
  /// The place of the closing brace, where there is a block.
  private let closing: Int?

  init(_ definition: Definition, _ texts: SourceMap) {
    self.definition = definition
    text = texts[definition.span.source]
    let end = definition.span.end
    let last = text.flatMap { $0.bytes.indices.contains(end - 1) ? $0.bytes[end - 1] : nil }
    closing = last == UInt8(ascii: "}") ? end - 1 : nil
  }

  func adding(_ property: String, title: Phrase) -> Diagnostic.Mend {
    let span = definition.span
    guard let text, let closing else {
      return .init(title, [.init(span.behind, " { \(property) }")])
    }
    var start = closing
    while start > span.start, [0x20, 0x09].contains(text.bytes[start - 1]) { start -= 1 }
    let before = text.bytes[start - 1]
    if before == UInt8(ascii: "\n") {
      return .init(
        title, [.init(SourceSpan(in: span.source, start..<closing), "  \(property)\n")])
    }
    let sign = before == UInt8(ascii: "{") ? " " : "; "
    return .init(
      title, [.init(SourceSpan(in: span.source, start..<closing), "\(sign)\(property) ")])
  }

  /// Puts a Chinese label behind the other one.
  func addingToLabel(_ label: String?) -> Diagnostic.Mend? {
    guard let label, let text else { return nil }
    let written = text.text(of: definition.span)
    let parsed = ScriptSyntax.parse(SourceText(id: .init(0), name: "", text: written))
    guard case .definition(let syntax)? = parsed.script.statements.first?.form,
      let property = syntax.block.first(where: { $0.name.key == "label" })
    else { return nil }
    let end = definition.span.start + property.span.end
    return .init(
      .write,
      [
        .init(
          SourceSpan(in: definition.span.source, end..<end), ", zh \(Lexer.quoted(label))")
      ])
  }
}

extension ExpressionSyntax {
  /// A quotient of expressions that name columns or metrics.
  fileprivate var quotient: (over: ExpressionSyntax, under: ExpressionSyntax)? {
    switch form {
    case .parenthesised(let inner): return inner.quotient
    case .binary(.divided, let over, let under):
      return over.namePaths.isEmpty || under.namePaths.isEmpty ? nil : (over, under)
    default: return nil
    }
  }
}

extension String {
  /// A name as people read it: `ad_share` is `Ad share`.
  fileprivate var asLabel: String {
    let words = replacing("_", with: " ").trimmingBlanks
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
