// The export kinds that ship, ready to read files by.
import KepiCatalogue
import KepiDiagnostics
package import KepiFormats
package import KepiSyntax

extension ExportRecogniser {
  /// By all kinds that ship. Our own texts have no mistakes; the tests see to it.
  package static let shipped = ExportRecogniser(kinds: shippedKinds)

  private static let shippedKinds: [ExportKind] = ShippedText.all.enumerated().flatMap {
    number, shipped in
    let text = SourceText(
      id: .init(Int32(-1 - number)), name: shipped.name, text: shipped.text)
    return KindReader(ScriptSyntax.parse(text).script.definitions).kinds
  }
}

extension ScriptSyntax {
  /// Its definitions, in order.
  package var definitions: [DefinitionSyntax] {
    statements.compactMap { statement in
      if case .definition(let definition) = statement.form { definition } else { nil }
    }
  }
}
