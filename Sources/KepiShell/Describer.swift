// `describe`: what a name means, down to the columns, with its worked example.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiReports
import KepiSemantics
import KepiSyntax

struct Describer {
  let model: Model
  let workspace: Workspace

  /// Why there is nothing to describe; `nil` where there is.
  func problem(with path: NamePath) -> Problem? {
    guard text(for: path) == nil else { return nil }
    let first = path.parts[0]
    guard path.parts.count > 1 else {
      let near =
        model.closestName(to: first)
        ?? Spelling.closest(
          to: first.key, among: model.sources.map(\.name) + workspace.kinds.map(\.name))
      return .nothingToDescribe(first, closest: near)
    }
    guard let source = model.source(first.key) else {
      return .unknownSource(
        first, closest: Spelling.closest(to: first.key, among: model.sources.map(\.name)))
    }
    return .unknownColumn(
      path.last, source: source.name,
      closest: Spelling.closest(to: path.last.key, among: source.columns.map(\.name)))
  }

  /// `nil` for an unknown name.
  func text(for path: NamePath) -> String? {
    guard let name = path.single else { return column(path) }
    if let definition = model.catalogue.definition(name.key) { return text(of: definition) }
    if let kind = workspace.kinds.first(where: { $0.name.folded == name.key }) {
      return text(of: kind)
    }
    if let source = model.source(name.key) { return text(of: source) }
    return nil
  }

  // MARK: Definitions

  private func text(of definition: Definition) -> String {
    var lines: [String] = []
    let labels = [definition.label, definition.chineseLabel].compactMap { $0 }
    lines.append(
      "\(definition.name.text)" + (labels.isEmpty ? "" : "   " + labels.joined(separator: " · ")))
    if !definition.documentation.isEmpty {
      lines += folded(definition.documentation.joined(separator: " "))
    }
    let others = otherNames(of: definition)
    if !others.isEmpty { lines += folded("Also typed: " + others.joined(separator: ", ")) }
    switch definition.form {
    case .metric(let alternatives): lines += metric(definition, alternatives)
    case .dimension(let expressions):
      lines.append("")
      lines.append("A dimension. Its columns:")
      lines += expressions.map { "  " + SyntaxPrinter.text(of: $0) }
    case .segment(let condition):
      lines += ["", "A condition on rows:"]
      lines += foldedExpression(SyntaxPrinter.text(of: condition), indent: 2)
    case .constant(let value):
      lines += ["", "A constant:", "  " + SyntaxPrinter.text(of: value)]
    case .parameter(let standard, let given):
      lines += [
        "", "A parameter, set by --param \(definition.name.text)=VALUE.",
        "  value: "
          + (given.map(\.plainText) ?? standard.map { SyntaxPrinter.text(of: $0) } ?? "(none)"),
      ]
    case .period(let period):
      lines += ["", "A period:", "  " + SyntaxPrinter.text(of: period)]
    case .alias(let target): lines += ["", "Another name for \(target.text)."]
    case .report(let query):
      lines += ["", "A question by name:"] + folded(SyntaxPrinter.text(of: query), indent: 2)
    }
    lines += ["", "Defined in \(place(of: definition))."]
    return lines.joined(separator: "\n") + "\n"
  }

  private func metric(_ definition: Definition, _ alternatives: [ExpressionSyntax]) -> [String] {
    var lines = [""]
    var seen: Set<String> = []
    tree(definition, alternatives, indent: 0, &seen, &lines)
    lines.append("")
    var facts: [String] = []
    if let unit = model.unit(of: definition) { facts.append("unit: \(unit.word)") }
    if let good = definition.good {
      switch good {
      case .high: facts.append("higher is better")
      case .low: facts.append("lower is better")
      case .range: facts.append("a band is best")
      case .neutral: break
      }
    }
    facts.append(additivity(of: alternatives[0]))
    lines.append(facts.joined(separator: "; "))
    if !definition.neverBy.isEmpty {
      lines.append("never by: " + definition.neverBy.map(\.text).joined(separator: ", "))
    }
    for result in ExampleRun(model: model).results(for: definition) {
      let bindings = result.example.bindings.map { binding in
        let values = binding.values.map(\.plainText)
        return "\(binding.name.text) = "
          + (values.count == 1 ? values[0] : "(" + values.joined(separator: ", ") + ")")
      }
      lines.append(
        "example: " + bindings.joined(separator: ", ")
          + " gives \(result.example.gives.written)"
          + (result.holds
            ? "   (computed: the same)" : "   (computed: \(result.computed.plainText))"))
    }
    let sources = sourceNames(of: definition)
    if !sources.isEmpty {
      let list = sources.map { name in
        let rows = model.source(name.folded)?.extent?.rowCount
        return name + (rows.map { " (\(NumberStyle.text($0)) rows)" } ?? " (nothing loaded)")
      }
      lines += folded("reads: " + list.joined(separator: ", "), hanging: 7)
    }
    return lines
  }

  /// The formula, and below it those of the metrics it uses, down to the columns.
  private func tree(
    _ definition: Definition, _ alternatives: [ExpressionSyntax], indent: Int,
    _ seen: inout Set<String>, _ lines: inout [String]
  ) {
    guard seen.insert(definition.name.key).inserted, indent < 8 else { return }
    let texts = alternatives.map { SyntaxPrinter.text(of: $0) }
    lines += foldedExpression(
      "\(definition.name.text) = \(texts[0])", indent: 2 * indent, hanging: 4)
    for text in texts.dropFirst() {
      lines += foldedExpression("else \(text)", indent: 2 * indent + 2, hanging: 4)
    }
    for path in alternatives.flatMap(\.namePaths) {
      guard let name = path.single, let inner = model.catalogue.definition(name.key) else {
        continue
      }
      switch inner.form {
      case .metric(let expressions): tree(inner, expressions, indent: indent + 1, &seen, &lines)
      case .segment(let condition):
        guard seen.insert(inner.name.key).inserted else { continue }
        lines += foldedExpression(
          "\(inner.name.text): \(SyntaxPrinter.text(of: condition))", indent: 2 * indent + 2,
          hanging: 4)
      case .dimension, .constant, .parameter, .period, .alias, .report: continue
      }
    }
  }

  private func additivity(of expression: ExpressionSyntax) -> String {
    guard let formula = model.formulaOf(expression) else { return "a number" }
    switch formula.kind {
    case .additive: return "adds up over everything"
    case .ratio: return "a ratio: its parts are added up, and divided last"
    case .semiAdditive: return "adds up over everything but time"
    case .distinct: return "counted afresh for every line: never added up"
    case .other: return "computed afresh for every line"
    }
  }

  private func sourceNames(of definition: Definition) -> [String] {
    var names: [String] = []
    func walk(_ definition: Definition, _ depth: Int) {
      guard depth < 8, case .metric(let alternatives) = definition.form else { return }
      for path in alternatives.flatMap(\.namePaths) {
        if let source = model.source(path.parts[0].key) {
          if !names.contains(source.name) { names.append(source.name) }
        } else if let name = path.single, let inner = model.catalogue.definition(name.key) {
          walk(inner, depth + 1)
        }
      }
    }
    walk(definition, 0)
    return names
  }

  private func place(of definition: Definition) -> String {
    guard let text = workspace.texts[definition.span.source] else { return "this session" }
    let line = text.line(at: definition.span.start) + 1
    return definition.isShipped ? "\(text.name):\(line), which ships" : "\(text.name):\(line)"
  }

  // MARK: Sources, kinds, columns

  private func text(of source: SourceSchema) -> String {
    var lines = [source.name]
    if let extent = source.extent {
      let days = extent.days.map {
        ", \($0.lowerBound.text) to \($0.upperBound.text)"
      }
      let count = extent.rowCount
      lines.append(
        (count == 1 ? "one row" : "\(NumberStyle.text(count)) rows") + " loaded\(days ?? "")")
    } else {
      lines.append("nothing loaded")
    }
    if let own = workspace.ownSources.first(where: { $0.name.key == source.key }) {
      if !own.documentation.isEmpty {
        lines += folded(own.documentation.joined(separator: " "))
      }
      lines.append("read from: \(own.pattern)")
    }
    for link in source.links {
      lines.append("link: \(link.column) to \(link.target).\(link.targetColumn)")
    }
    if !source.fedBy.isEmpty { lines.append("fed by: " + source.fedBy.joined(separator: "; ")) }
    lines.append("")
    let width = source.columns.map { CellWidth.of($0.name) }.max() ?? 0
    for column in source.columns {
      let blanks = String(repeating: " ", count: width - CellWidth.of(column.name))
      lines.append("  \(column.name)\(blanks)  \(column.unit.word)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(of kind: ExportKind) -> String {
    var lines = [
      kind.name
        + "   " + [kind.label, kind.chineseLabel].compactMap { $0 }.joined(separator: " · ")
    ]
    lines += folded(kind.documentation.joined(separator: " "))
    lines.append("")
    lines += folded(
      "feeds \(kind.source); a later file replaces \(kind.replacement.summary)", hanging: 2)
    lines.append("")
    let width = kind.fields.map(\.name.utf8.count).max() ?? 0
    for field in kind.fields {
      let blanks = String(repeating: " ", count: width - field.name.utf8.count)
      let headers = field.headers.map { "\"\($0)\"" }.joined(separator: ", ")
      lines.append("  \(field.name)\(blanks)  from \(headers)")
    }
    if !kind.privateHeaders.isEmpty {
      lines.append("")
      lines += folded("never stored: " + kind.privateHeaders.joined(separator: ", "), hanging: 2)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func column(_ path: NamePath) -> String? {
    guard path.parts.count == 2, let source = model.source(path.parts[0].key),
      let column = source.column(named: path.last.key)
    else { return nil }
    return "\(source.name).\(column.name)   \(column.unit.word)\n"
  }

  private static let width = 88

  /// An expression in such lines, which break before `and`, `or` and `else`.
  private func foldedExpression(_ text: String, indent: Int, hanging: Int = 0) -> [String] {
    var parts: [String] = []
    for word in text.split(separator: " ") {
      if let last = parts.last, !["and", "or", "else"].contains(word) {
        parts[parts.count - 1] = last + " " + word
      } else {
        parts.append(String(word))
      }
    }
    return folded(parts, indent: indent, hanging: hanging)
  }

  /// Words in lines of at most 88 cells; further lines stand deeper by `hanging`.
  private func folded(_ text: String, indent: Int = 0, hanging: Int = 0) -> [String] {
    folded(text.split(separator: " ").map(String.init), indent: indent, hanging: hanging)
  }

  private func folded(_ words: [String], indent: Int, hanging: Int) -> [String] {
    var lines: [String] = []
    var current = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in words {
      if !isEmpty, CellWidth.of(current) + 1 + CellWidth.of(word) > Self.width {
        lines.append(current)
        current = String(repeating: " ", count: indent + hanging)
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return isEmpty ? lines : lines + [current]
  }

  /// Aliases, in the order of their definitions.
  private func otherNames(of definition: Definition) -> [String] {
    model.catalogue.definitions.compactMap { other in
      guard case .alias(let target) = other.form, target.single?.key == definition.name.key else {
        return nil
      }
      return other.name.text.quotedAsName
    }
  }
}

extension Model {
  /// As declared, else as its formula gives.
  func unit(of definition: Definition) -> Unit? {
    guard definition.unit == nil, case .metric(let alternatives) = definition.form else {
      return definition.unit
    }
    return formulaOf(alternatives[0])?.unit
  }
}

extension Unit {
  /// Its name without an article, as a list has it.
  var word: String { noun.hasPrefix("a ") ? String(noun.dropFirst(2)) : noun }
}

extension LiteralSyntax {
  /// As it was written: a percentage as one.
  var written: String {
    guard case .number(let number) = self, number.isPercent else { return plainText }
    return ExactNumber(Int128(number.digits), scale: max(0, number.scale - 2)).plainText + "%"
  }
}
