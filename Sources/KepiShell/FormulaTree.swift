// A formula and those of the metrics in it, down to the columns, as lines that stand deeper.
import KepiDiagnostics
import KepiReports
import KepiSemantics
import KepiSyntax

struct FormulaTree {
  let describer: Describer
  /// Whether the inner formulas are told in words as well.
  let explains: Bool
  private(set) var lines: [String] = []
  /// Those that the formulas read, as they are written there.
  private(set) var sources: [String] = []
  private var seen: Set<String> = []

  init(describer: Describer, explains: Bool = true) {
    self.describer = describer
    self.explains = explains
  }

  mutating func add(_ definition: Definition, _ alternatives: [ExpressionSyntax], indent: Int = 0) {
    guard seen.insert(definition.name.key).inserted, indent < 8 else { return }
    let way = describer.shownWay(of: alternatives)
    lines += describer.foldedExpression(
      "\(definition.name.text) = \(SyntaxPrinter.text(of: way))", indent: 2 * indent, hanging: 4)
    if indent == 0 {
      addOthers(alternatives.filter { $0 != way }, besides: way)
    } else {
      addWords(definition, way, indent: indent)
    }
    for name in way.countedSources { addSource(name) }
    for path in way.namePaths {
      guard let name = path.single else {
        addSource(path.parts[0].text)
        continue
      }
      guard let inner = describer.model.catalogue.definition(name.key) else { continue }
      switch inner.form {
      case .metric(let expressions): add(inner, expressions, indent: indent + 1)
      case .segment(let condition): add(inner, condition, indent: indent + 1)
      case .dimension, .constant, .parameter, .period, .alias, .report: continue
      }
    }
  }

  /// What the columns of an inner formula are.
  private mutating func addWords(_ definition: Definition, _ way: ExpressionSyntax, indent: Int) {
    let hasMetrics = way.namePaths.contains { path in
      path.single.map { describer.model.catalogue.isMetric($0.key) } ?? false
    }
    guard explains, !hasMetrics, let words = describer.inWords(way),
      let label = definition.label(in: describer.workspace.settings.language),
      !words.lowercased().hasSuffix(" " + label.lowercased()), !words.hasPrefix(label + "合计")
    else { return }
    lines += describer.folded(
      describer.said(Phrase(asWritten: label), words), indent: 2 * indent + 2, hanging: 2)
  }

  private mutating func add(_ segment: Definition, _ condition: ExpressionSyntax, indent: Int) {
    guard seen.insert(segment.name.key).inserted else { return }
    let meaning = describer.said(segment.meaning)
    let title = "\(segment.name.text): "
    lines +=
      meaning.isEmpty
      ? describer.foldedExpression(
        title + SyntaxPrinter.text(of: condition), indent: 2 * indent, hanging: 4)
      : describer.folded(title + meaning, indent: 2 * indent, hanging: 4)
  }

  /// The formulas that answer where the sources of the shown one are not loaded.
  private mutating func addOthers(_ others: [ExpressionSyntax], besides way: ExpressionSyntax) {
    let twins = others.filter { $0.isTwin(of: way) }
    let names = twins.compactMap { $0.namePaths.first?.parts.first?.text }
    if !names.isEmpty {
      lines += describer.folded(
        describer.said(Phrase("or the same of ", zh: "或同样取自 ")) + names.joined(separator: ", "),
        indent: 2, hanging: 4)
    }
    for other in others where !other.isTwin(of: way) {
      lines += describer.foldedExpression(
        describer.said(Phrase("or ", zh: "或 ")) + SyntaxPrinter.text(of: other), indent: 2,
        hanging: 4)
    }
  }

  private mutating func addSource(_ name: String) {
    guard describer.model.source(name.folded) != nil, !sources.contains(name) else { return }
    sources.append(name)
  }
}

extension ExpressionSyntax {
  /// Whether it is another one over a source of its own: only that differs.
  fileprivate func isTwin(of other: ExpressionSyntax) -> Bool {
    guard let own = namePaths.first?.parts.first?.text,
      let source = other.namePaths.first?.parts.first?.text
    else { return false }
    func text(_ expression: ExpressionSyntax, _ source: String) -> String {
      SyntaxPrinter.text(of: expression).replacing("\(source).", with: ".")
    }
    return text(self, own) == text(other, source)
  }
}
