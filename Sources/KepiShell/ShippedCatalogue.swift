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
    var catalogue = Catalogue()
    var diagnostics: [Diagnostic] = []
    var definitions: [DefinitionSyntax] = []
    for shipped in ShippedText.all {
      let parsed = ScriptSyntax.parse(texts.add(name: shipped.name, text: shipped.text))
      diagnostics += parsed.diagnostics
      definitions += parsed.script.definitions
    }
    let reader = KindReader(definitions)
    diagnostics += reader.diagnostics
    for definition in definitions {
      let (made, problems) = Definition.read(definition, isShipped: true)
      diagnostics += problems
      if let made, let problem = catalogue.add(made) { diagnostics.append(problem) }
    }
    self.texts = texts
    self.catalogue = catalogue
    kinds = reader.kinds
    joinedSources = definitions.compactMap { definition in
      guard case .joinedSource(let parts, let keys) = definition.form, let name = definition.name
      else { return nil }
      return JoinedSource(name, parts, by: keys)
    }
    self.diagnostics = diagnostics
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
