// `describe`: what a name means, down to the columns, with its worked example.
import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiSemantics
import KepiSyntax

struct Describer {
  let model: Model
  let workspace: Workspace

  static func knows(_ name: Name, _ model: Model) -> Bool {
    model.catalogue.definition(name.key) != nil || model.source(name.key) != nil
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
    switch definition.form {
    case .metric(let alternatives): lines += metric(definition, alternatives)
    case .dimension(let expressions):
      lines.append("")
      lines.append("A dimension. Its columns:")
      lines += expressions.map { "  " + SyntaxPrinter.text(of: $0) }
    case .segment(let condition):
      lines += ["", "A condition on rows:", "  " + SyntaxPrinter.text(of: condition)]
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
      lines += ["", "A question by name:", "  " + SyntaxPrinter.text(of: query)]
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
    if let unit = definition.unit { facts.append("unit: \(unit.noun)") }
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
      lines.append(
        "reads: "
          + sources.map { name in
            let rows = model.source(name.folded)?.extent?.rowCount
            return name + (rows.map { " (\($0) rows loaded)" } ?? " (nothing loaded)")
          }.joined(separator: ", "))
    }
    return lines
  }

  /// The formula, and below it those of the metrics it uses, down to the columns.
  private func tree(
    _ definition: Definition, _ alternatives: [ExpressionSyntax], indent: Int,
    _ seen: inout Set<String>, _ lines: inout [String]
  ) {
    guard seen.insert(definition.name.key).inserted, indent < 8 else { return }
    let blanks = String(repeating: "  ", count: indent)
    let texts = alternatives.map { SyntaxPrinter.text(of: $0) }
    lines.append("\(blanks)\(definition.name.text) = \(texts[0])")
    for text in texts.dropFirst() { lines.append("\(blanks)  else \(text)") }
    for path in alternatives.flatMap(\.namePaths) {
      guard let name = path.single, let inner = model.catalogue.definition(name.key) else {
        continue
      }
      switch inner.form {
      case .metric(let expressions): tree(inner, expressions, indent: indent + 1, &seen, &lines)
      case .segment(let condition):
        guard seen.insert(inner.name.key).inserted else { continue }
        lines.append("\(blanks)  \(inner.name.text): \(SyntaxPrinter.text(of: condition))")
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
      lines.append("\(extent.rowCount) rows loaded\(days ?? "")")
    } else {
      lines.append("nothing loaded")
    }
    if !source.fedBy.isEmpty { lines.append("fed by: " + source.fedBy.joined(separator: "; ")) }
    lines.append("")
    let width = source.columns.map { CellWidth.of($0.name) }.max() ?? 0
    for column in source.columns {
      let blanks = String(repeating: " ", count: width - CellWidth.of(column.name))
      lines.append("  \(column.name)\(blanks)  \(column.unit.noun)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(of kind: ExportKind) -> String {
    var lines = [
      kind.name
        + "   " + [kind.label, kind.chineseLabel].compactMap { $0 }.joined(separator: " · ")
    ]
    lines += folded(kind.documentation.joined(separator: " "))
    lines += ["", "feeds \(kind.source); a later file replaces: \(kind.replacement.summary)", ""]
    let width = kind.fields.map(\.name.utf8.count).max() ?? 0
    for field in kind.fields {
      let blanks = String(repeating: " ", count: width - field.name.utf8.count)
      let headers = field.headers.map { "\"\($0)\"" }.joined(separator: ", ")
      lines.append("  \(field.name)\(blanks)  from \(headers)")
    }
    if !kind.privateHeaders.isEmpty {
      lines += ["", "never stored: " + kind.privateHeaders.joined(separator: ", ")]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func column(_ path: NamePath) -> String? {
    guard let source = model.source(path.parts[0].key),
      let column = source.column(named: path.last.key)
    else { return nil }
    return "\(source.name).\(column.name)   \(column.unit.noun)\n"
  }

  private func folded(_ text: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in text.split(separator: " ") {
      if !current.isEmpty, CellWidth.of(current) + 1 + CellWidth.of(String(word)) > 80 {
        lines.append(current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    return current.isEmpty ? lines : lines + [current]
  }
}

extension LiteralSyntax {
  /// As it was written: a percentage as one.
  var written: String {
    guard case .number(let number) = self, number.isPercent else { return plainText }
    return ExactNumber(Int128(number.digits), scale: max(0, number.scale - 2)).plainText + "%"
  }
}
