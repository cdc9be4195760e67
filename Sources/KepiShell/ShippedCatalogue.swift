// What ships, read once for all sessions of a process.
import KepiCatalogue
import KepiDiagnostics
package import KepiFormats
import KepiSemantics
package import KepiSyntax

struct ShippedCatalogue: Sendable {
  let texts: SourceMap
  let catalogue: Catalogue
  let kinds: [ExportKind]
  let joinedSources: [JoinedSource]
  /// Our own texts have no mistakes; the tests see to it.
  let diagnostics: [Diagnostic]

  static let shared = ShippedCatalogue()

  private init() {
    var texts = SourceMap()
    let sources = ShippedText.all.map { texts.add(name: $0.name, text: $0.text) }
    // On all cores: one took longer with our own texts than two do with a million rows.
    let parts = ReadEffort.all.map(sources.count) { Part(sources[$0]) }
    var catalogue = Catalogue()
    var diagnostics = parts.flatMap(\.parseProblems) + parts.flatMap(\.kindProblems)
    for (made, problems) in parts.flatMap(\.made) {
      diagnostics += problems
      if let made, let problem = catalogue.add(made) { diagnostics.append(problem) }
    }
    self.texts = texts
    self.catalogue = catalogue
    kinds = parts.flatMap(\.kinds)
    joinedSources = parts.flatMap(\.definitions).compactMap { definition in
      guard case .joinedSource(let parts, let keys) = definition.form, let name = definition.name
      else { return nil }
      return JoinedSource(name, parts, by: keys)
    }
    self.diagnostics = diagnostics
  }

  /// What one text defines.
  private struct Part: Sendable {
    let definitions: [DefinitionSyntax]
    let kinds: [ExportKind]
    let made: [(Definition?, [Diagnostic])]
    let parseProblems: [Diagnostic]
    let kindProblems: [Diagnostic]

    init(_ text: SourceText) {
      let parsed = ScriptSyntax.parse(text)
      definitions = parsed.script.definitions
      let reader = KindReader(definitions)
      kinds = reader.kinds
      made = definitions.map { Definition.read($0, isShipped: true) }
      parseProblems = parsed.diagnostics
      kindProblems = reader.diagnostics
    }
  }
}

extension ExportRecogniser {
  /// By all kinds that ship.
  package static let shipped = ExportRecogniser(kinds: ShippedCatalogue.shared.kinds)
}

extension ScriptSyntax {
  /// Its definitions, in order.
  package var definitions: [DefinitionSyntax] {
    statements.compactMap { statement in
      if case .definition(let definition) = statement.form { definition } else { nil }
    }
  }
}
