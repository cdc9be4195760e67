// Words to tree.
package import KepiDiagnostics

/// What parsing gives, whatever the text: a tree and what is wrong with it.
package struct ParsedScript: Equatable, Sendable {
  package let script: ScriptSyntax
  package let diagnostics: [Diagnostic]

  package init(script: ScriptSyntax, diagnostics: [Diagnostic]) {
    self.script = script
    self.diagnostics = diagnostics
  }
}

extension ScriptSyntax {
  /// Never fails: what cannot be read is reported and left out of the tree.
  package static func parse(_ text: SourceText) -> ParsedScript {
    ParsedScript(
      script: ScriptSyntax(version: nil, statements: [], at: text.span), diagnostics: [])
  }
}
