// Scripts looked over by `kepi lint`: what their own definitions lack, without any data.
package import KepiDiagnostics
import KepiSemantics
import KepiSyntax

package struct ScriptLinter: Sendable {
  package enum Result: Equatable, Sendable {
    /// What there is to say, each remark with its place, and how many there are.
    case remarks(String, count: Int)
    /// The script is not understood. The text says why.
    case refused(String)
  }

  private let language: Language

  package init(language: Language) { self.language = language }

  /// `name` is what messages call the file.
  package func lint(_ bytes: [UInt8], named name: String) -> Result {
    let shipped = ShippedCatalogue.shared
    var texts = shipped.texts
    guard let written = String(validating: bytes, as: UTF8.self) else {
      let renderer = DiagnosticRenderer(texts: texts, language: language)
      let reason = Phrase("this is not UTF-8 text", zh: "不是 UTF-8 文本")
      return .refused(
        renderer.text(Diagnostic(.error, .unreadableFile, .about(name, reason))) + "\n")
    }
    let parsed = ScriptSyntax.parse(texts.add(name: name, text: written))
    var diagnostics = parsed.diagnostics
    var workspace = Workspace()
    workspace.catalogue = shipped.catalogue
    workspace.shipKinds()
    for syntax in parsed.script.definitions {
      let (made, problems) = Definition.read(syntax, isShipped: false)
      diagnostics += problems
      guard let made, let problem = workspace.catalogue.add(made) else { continue }
      // That a name hides one that ships is told below.
      if problem.severity == .error { diagnostics.append(problem) }
    }
    let renderer = DiagnosticRenderer(texts: texts, language: language)
    func said(_ diagnostics: [Diagnostic]) -> String {
      diagnostics.map { renderer.text($0) + "\n" }.joined()
    }
    if diagnostics.contains(where: { $0.severity == .error }) {
      return .refused(said(diagnostics))
    }
    let remarks = MetricLint(model: workspace.model()).remarks(texts: texts)
    return .remarks(said(remarks), count: remarks.count)
  }
}
