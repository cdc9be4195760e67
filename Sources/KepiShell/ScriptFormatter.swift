// A script in the one style, as `kepi format` rewrites it.
import KepiDiagnostics
import KepiSyntax

/// Which spelling of the keywords a formatted script has; `nil` keeps what was written.
package enum KeywordLanguage: String, CaseIterable, Sendable {
  case chinese = "zh"
  case english = "en"
}

package struct ScriptFormatter: Sendable {
  package enum Result: Equatable, Sendable {
    case unchanged
    case changed(to: String)
    /// Left as it is. The text says why.
    case refused(String)
  }

  private let language: SyntaxPrinter.Language

  package init(language: KeywordLanguage?) {
    self.language =
      switch language {
      case .chinese: .chinese
      case .english: .english
      case nil: .asWritten
      }
  }

  /// What becomes of the bytes of a file. `name` is what messages call it.
  package func format(_ bytes: [UInt8], named name: String) -> Result {
    guard let written = String(validating: bytes, as: UTF8.self) else {
      return refused(.unreadableFile, "\(name): this is not UTF-8 text")
    }
    var texts = SourceMap()
    let text = texts.add(name: name, text: written)
    let parsed = ScriptSyntax.parse(text)
    guard parsed.diagnostics.isEmpty else {
      let renderer = DiagnosticRenderer(texts: texts)
      return .refused(parsed.diagnostics.map { renderer.text($0) + "\n" }.joined())
    }
    let formatted = SyntaxPrinter.format(text, language: language, addsVersion: true)
    if formatted == written { return .unchanged }
    // Whatever may be wrong with the layout, it must not cost anyone their script.
    let again = texts.add(name: name, text: formatted)
    let repeated = ScriptSyntax.parse(again)
    guard repeated.diagnostics.isEmpty, meaning(parsed.script) == meaning(repeated.script) else {
      return refused(.notYet, "\(name): this cannot be laid out without changing what it says")
    }
    return .changed(to: formatted)
  }

  private func meaning(_ script: ScriptSyntax) -> [String] {
    script.statements.map { SyntaxPrinter.text(of: $0) }
  }

  private func refused(_ code: DiagnosticCode, _ message: String) -> Result {
    .refused(DiagnosticRenderer(texts: SourceMap()).text(.init(.error, code, message)) + "\n")
  }
}
