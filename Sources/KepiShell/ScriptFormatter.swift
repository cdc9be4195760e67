// A script in the one style, as `kepi format` rewrites it.
package import KepiDiagnostics
import KepiSyntax

package struct ScriptFormatter: Sendable {
  package enum Result: Equatable, Sendable {
    case unchanged
    case changed(to: String)
    /// Left as it is. The text says why.
    case refused(String)
  }

  private let language: Language?

  /// - Parameter language: that of the keywords, and of what is said; `nil` keeps what was written.
  package init(language: Language?) { self.language = language }

  /// What becomes of the bytes of a file. `name` is what messages call it.
  package func format(_ bytes: [UInt8], named name: String) -> Result {
    guard let written = String(validating: bytes, as: UTF8.self) else {
      return refused(
        .unreadableFile, .about(name, Phrase("this is not UTF-8 text", zh: "不是 UTF-8 文本")))
    }
    var texts = SourceMap()
    let text = texts.add(name: name, text: written)
    let parsed = ScriptSyntax.parse(text)
    guard parsed.diagnostics.isEmpty else {
      let renderer = DiagnosticRenderer(texts: texts, language: language ?? .english)
      return .refused(parsed.diagnostics.map { renderer.text($0) + "\n" }.joined())
    }
    let formatted = SyntaxPrinter.format(text, language: language, addsVersion: true)
    if formatted == written { return .unchanged }
    // Whatever may be wrong with the layout, it must not cost anyone their script.
    let again = texts.add(name: name, text: formatted)
    let repeated = ScriptSyntax.parse(again)
    guard repeated.diagnostics.isEmpty, meaning(parsed.script) == meaning(repeated.script) else {
      return refused(
        .notYet,
        .about(
          name,
          Phrase(
            "this cannot be laid out without changing what it says", zh: "重新排版会改变它的意思，因此保持原样")))
    }
    return .changed(to: formatted)
  }

  private func meaning(_ script: ScriptSyntax) -> [String] {
    script.statements.map { SyntaxPrinter.text(of: $0) }
  }

  private func refused(_ code: DiagnosticCode, _ message: Phrase) -> Result {
    let renderer = DiagnosticRenderer(texts: SourceMap(), language: language ?? .english)
    return .refused(renderer.text(.init(.error, code, message)) + "\n")
  }
}
