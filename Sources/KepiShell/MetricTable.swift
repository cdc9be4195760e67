// The metrics that ship, as a table: what each is, what feeds it, what its examples come to.
import KepiCatalogue
package import KepiColumns
import KepiDiagnostics
import KepiFormats
import KepiSemantics
import KepiSyntax

package struct MetricTable: Sendable {
  package struct Example: Sendable {
    /// The result as written, and as the engine computes it from the rows of the example.
    package let gives: Value
    package let computed: Value
    package let holds: Bool
  }

  package struct Row: Sendable {
    package let name: String
    package let label: String
    package let chineseLabel: String
    package let section: String
    package let unit: String
    package let good: String
    package let nature: String
    package let owner: String
    package let beside: [String]
    /// How it combines over groups, as its formula says.
    package let kind: String
    /// As it is preferred, in names of other metrics and columns of sources.
    package let formula: String
    /// The numbers of its first example and what they give, as written.
    package let exampleText: String
    /// Sources that it can be answered from.
    package let sources: [String]
    /// Exports that feed these.
    package let exports: [String]
    package let examples: [Example]
    /// What is missing of its lesson in either language.
    package let gaps: [String]
  }

  /// A source and the exports that feed it.
  package struct Feed: Sendable {
    package let source: String
    package let exports: [String]
  }

  package let rows: [Row]
  /// Of every source that some metric reads, in the order in which they are first read.
  package let feeds: [Feed]

  /// Over no data at all but that of the examples.
  package static func shipped() -> MetricTable {
    var workspace = Workspace()
    workspace.catalogue = ShippedCatalogue.shared.catalogue
    workspace.shipKinds()
    let model = workspace.model()
    let run = ExampleRun(model: model)
    var feeds: [Feed] = []
    for source in model.catalogue.metrics.flatMap({ model.sourceNames(of: $0) })
    where !feeds.contains(where: { $0.source == source }) {
      feeds.append(Feed(source: source, exports: model.source(source.folded)?.fedBy ?? []))
    }
    return MetricTable(
      rows: model.catalogue.metrics.map { definition in
        let sources = model.sourceNames(of: definition)
        var exports: [String] = []
        for source in sources {
          for name in model.source(source.folded)?.fedBy ?? [] where !exports.contains(name) {
            exports.append(name)
          }
        }
        return Row(
          name: definition.name.text, label: definition.label ?? "",
          chineseLabel: definition.chineseLabel ?? "",
          section: definition.lesson.section?.text ?? "",
          unit: definition.lesson.unitWord ?? model.unit(of: definition)?.word.english ?? "",
          good: definition.good?.rawValue ?? "", nature: definition.lesson.nature?.rawValue ?? "",
          owner: definition.lesson.owner?.english ?? "",
          beside: definition.lesson.beside.map(\.text), kind: model.kindWord(of: definition),
          formula: definition.formulaText, exampleText: definition.exampleText,
          sources: sources, exports: exports,
          examples: run.results(for: definition).map {
            Example(
              gives: (try? $0.example.gives.constant(at: $0.example.span))?.0 ?? .blank,
              computed: $0.computed, holds: $0.holds)
          }, gaps: definition.gaps)
      }, feeds: feeds)
  }
}

extension Definition {
  fileprivate var formulaText: String {
    guard case .metric(let alternatives) = form else { return "" }
    return SyntaxPrinter.text(of: alternatives[0])
  }

  fileprivate var exampleText: String {
    guard let example = examples.first else { return "" }
    let numbers = example.bindings.map { binding in
      let values = binding.values.map(\.plainText)
      return "\(binding.name.text) = "
        + (values.count == 1 ? values[0] : "(" + values.joined(separator: ", ") + ")")
    }
    return numbers.joined(separator: ", ") + " gives " + example.gives.written
  }

  fileprivate var gaps: [String] {
    var gaps: [String] = []
    if documentation.isEmpty { gaps.append("doc") }
    if lesson.chineseDocumentation.isEmpty { gaps.append("doc zh") }
    if label == nil { gaps.append("label") }
    if chineseLabel == nil { gaps.append("label zh") }
    if lesson.section == nil { gaps.append("section") }
    return gaps
  }
}

extension Model {
  /// The sources that a metric can be answered from, in order of preference.
  func sourceNames(of definition: Definition) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    func walk(_ definition: Definition) {
      guard case .metric(let alternatives) = definition.form,
        seen.insert(definition.name.key).inserted
      else { return }
      for path in alternatives.flatMap(\.namePaths) {
        if let source = source(path.parts[0].key) {
          if !names.contains(source.name) { names.append(source.name) }
        } else if let name = path.single, let inner = catalogue.definition(name.key) {
          walk(inner)
        }
      }
      for alternative in alternatives {
        for name in alternative.countedSources where source(name) != nil && !names.contains(name) {
          names.append(name)
        }
      }
    }
    walk(definition)
    return names
  }

  fileprivate func kindWord(of definition: Definition) -> String {
    guard case .metric(let alternatives) = definition.form,
      let formula = formulaOf(alternatives[0])
    else { return "" }
    switch formula.kind {
    case .additive: return "additive"
    case .ratio: return "ratio"
    case .semiAdditive: return "level"
    case .distinct: return "distinct"
    case .other: return "afresh"
    }
  }
}

extension ExpressionSyntax {
  /// Sources whose rows are counted: `rows(tickets)`.
  var countedSources: [String] {
    var found = children.flatMap(\.countedSources)
    if case .call(let path, _, let arguments) = form, path.single?.key == "rows",
      case .name(let source)? = arguments.first?.form, let name = source.single
    {
      found.append(name.key)
    }
    return found
  }
}
