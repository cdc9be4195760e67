// A question that someone who has never asked one can start with.
import KepiColumns
import KepiDiagnostics
import KepiSemantics
import KepiSyntax

extension Model {
  /// Whether all that a metric reads is loaded, judged by the names in its definition: to resolve
  /// every metric of a catalogue takes longer than someone who types should wait.
  func canAnswer(_ metric: Definition, depth: Int = 0) -> Bool {
    guard case .metric(let alternatives) = metric.form, depth < 16 else { return false }
    return alternatives.contains { alternative in
      var readsAnything = false
      for name in alternative.countedSources {
        guard source(name)?.isLoaded == true else { return false }
        readsAnything = true
      }
      for path in alternative.namePaths {
        if path.parts.count > 1, let source = source(path.parts[0].key) {
          guard source.isLoaded else { return false }
          readsAnything = true
        } else if let name = path.single, let inner = catalogue.definition(name.key),
          case .metric = inner.form
        {
          guard canAnswer(inner, depth: depth + 1) else { return false }
          readsAnything = true
        }
      }
      return readsAnything
    }
  }

  fileprivate func formula(of metric: Definition) -> Formula? {
    formulaOf(ExpressionSyntax(.name(NamePath([metric.name])), at: metric.name.span))
  }

  /// A metric that is loaded by a dimension that it knows; `nil` where nothing is loaded. It is a
  /// count, since amounts may be in several currencies, and a first answer should need no note.
  func firstQuestion(in language: Language) -> String? {
    let metric = catalogue.metrics.first { metric in
      metric.unit == .count && canAnswer(metric)
    }
    guard let metric, let formula = formula(of: metric) else { return nil }
    let dimension = catalogue.dimensions.first { dimension in
      formula.aggregates.allSatisfy { knows(dimension.name, in: $0.source) }
    }
    guard let dimension else { return word(for: metric, in: language) }
    let by = Keyword.by
    let joint =
      switch language {
      case .english: by.english
      case .chinese: by.chinese.first ?? by.english
      }
    return "\(word(for: metric, in: language)) \(joint) \(word(for: dimension, in: language))"
  }

  /// What a definition is called in a language where it has such a name.
  private func word(for definition: Definition, in language: Language) -> String {
    guard language == .chinese else { return definition.name.text.quotedAsName }
    for other in catalogue.definitions {
      guard case .alias(let meaning) = other.form,
        meaning.target?.single?.key == definition.name.key,
        other.name.text.unicodeScalars.contains(where: { (0x2E80..<0xAC00).contains($0.value) })
      else { continue }
      return other.name.text.quotedAsName
    }
    return definition.name.text.quotedAsName
  }
}
